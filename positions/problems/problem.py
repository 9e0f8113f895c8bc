"""Problems are values, not exceptions: what is wrong, where, and what to do about it.

A `Problem` names a code of `positions.problems.catalogue`, which holds its severity and its
explanation; the problem itself holds the place and the sentence for this one case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from positions.problems.catalogue import CODES, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Path", "Problem", "Severity", "Span", "has_errors", "in_order"]

Path = tuple[str | int, ...]
"""Where something stands in a dossier: the keys and list positions that lead to it."""


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a dossier.

    Attributes:
        code: A key of `positions.problems.catalogue.CODES`.
        sentence: What is wrong in this case, as a full sentence.
        suggestion: What to do about it, as a full sentence; empty where nothing can be said.
        span: Where it stands; None where the fault has no place, as with a missing file.
        path: The keys that lead to it, for whoever looks it up in the data.
    """

    code: str
    sentence: str
    suggestion: str = ""
    span: Span | None = None
    path: Path = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            message = f"no such problem code: {self.code}"
            raise LookupError(message)

    @property
    def severity(self) -> Severity:
        """The severity that the table gives to this problem's code."""
        return CODES[self.code].severity

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        advice = f" {self.suggestion}" if self.suggestion else ""
        return f"{place}{self.severity} {self.code}: {self.sentence}{advice}"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems in the order of the text, those without a place first."""
    return tuple(sorted(problems, key=lambda problem: (problem.span or ("", 0, 0), problem.code)))
