"""Remarks of the analyst's: a text, or texts by the day from which each of them holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from positions.model.fields import Bound
from positions.model.moment import MOMENT_FORMS, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NO_REMARK", "Note", "Remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark, of which later days may have said more.

    Attributes:
        text: What is said without a day; it was written for the day of the dossier.
        dated: What is said from a moment on, the earliest first.
        day: The day for which the text was written, where it is looked at from an earlier one.
    """

    text: str = ""
    dated: tuple[tuple[Moment, str], ...] = ()
    day: Moment | None = None

    def __bool__(self) -> bool:
        return bool(self.text or self.dated)

    def __str__(self) -> str:
        return " ".join(self._sentences())

    def undated(self) -> str:
        """Return what is said, without the days from which it holds."""
        return " ".join(
            filter(None, (str(replace(self, dated=())), *(one for _, one in self.dated)))
        )

    def _sentences(self) -> Iterator[str]:
        if self.text:
            yield f"{self.text} (as of {self.day})" if self.day else self.text
        for moment, words in self.dated:
            yield f"{moment}: {words}"

    def known(self, moment: Moment, day: Moment) -> Remark:
        """Return what of the remark there was at a moment.

        Args:
            moment: The moment; what is dated later is left out.
            day: The day of the dossier, for which what has no date was written.
        """
        dated = tuple((since, words) for since, words in self.dated if not moment.before(since))
        return Remark(self.text, dated, day if self.text and moment.before(day) else None)


NO_REMARK: Final = Remark()
"""Nothing is remarked."""


def _remark(data: object) -> object:
    if isinstance(data, str) and data:
        return Remark(data)
    if not isinstance(data, Mapping) or not data:
        return data
    try:
        dated = [(Moment.parse(str(day)), words) for day, words in data.items()]
    except ValueError:
        raise PydanticCustomError("date", f"write each day as {MOMENT_FORMS}") from None
    if not all(isinstance(words, str) and words for _, words in dated):
        raise PydanticCustomError("remark", "write a text for each day")
    return Remark(dated=tuple(sorted(dated, key=lambda one: one[0].order())))


Note = Annotated[Bound[Remark], BeforeValidator(_remark)]
"""A remark, as dossiers write it: a text, or a mapping of texts by day."""
