"""Collects problems as they are found, and bounds how many of a kind are listed."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from positions.problems.problem import Path, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from positions.problems.problem import Span

__all__ = ["MAX_LISTED", "Locate", "ProblemCollector", "bounded"]

MAX_LISTED: Final = 200
"""How many problems of one code are listed; one more then says how many others there are."""


class Locate(Protocol):
    """Finds where a path, or the key at its end, stands in a text."""

    def __call__(self, path: Path, /, *, key: bool = False) -> Span | None:
        """Return the span, or that of the nearest place above it."""
        ...


def _nowhere(_path: Path, *, key: bool = False) -> None:
    """Find no span."""


class ProblemCollector:
    """The problems of a dossier or of a text, no more than `MAX_LISTED` of a code.

    Attributes:
        count: How many faults were found, those that are not listed included.
    """

    def __init__(self, locate: Locate = _nowhere) -> None:
        """Take what finds the span of a path; it may be left out if `put` alone is used."""
        self.count = 0
        self._locate = locate
        self._listed: list[Problem] = []
        self._first_unlisted: dict[str, Span | None] = {}
        self._counts: Counter[str] = Counter()

    def add(
        self,
        code: str,
        path: Path,
        sentence: str,
        suggestion: str | Callable[[], str] = "",
        *,
        key: bool = False,
    ) -> None:
        """Note a fault at a path, or at its key.

        Args:
            code: Its code.
            path: Where it stands.
            sentence: What is wrong.
            suggestion: What to do, or a function that works it out if it is to be listed.
            key: Whether it stands at the key rather than the value.
        """
        self.put(code, path, sentence, suggestion, lambda: self._locate(path, key=key))

    def put(
        self,
        code: str,
        path: Path,
        sentence: str,
        suggestion: str | Callable[[], str],
        span: Callable[[], Span | None],
    ) -> None:
        """Note a fault whose span is not that of its path, and is worked out if need be."""
        self.count += 1
        self._counts[code] += 1
        if self._counts[code] <= MAX_LISTED:
            advice = suggestion if isinstance(suggestion, str) else suggestion()
            self._listed.append(Problem(code, sentence, advice, span(), path))
        elif code not in self._first_unlisted:
            self._first_unlisted[code] = span()

    def more(self, code: str, count: int) -> None:
        """Note faults of a code of which more than are listed have been found already."""
        self.count += count
        self._counts[code] += count

    def problems(self) -> tuple[Problem, ...]:
        """Return what was listed, and of each code with more than that how many more there are."""
        return (
            *self._listed,
            *(
                Problem(
                    code,
                    f"From here on, {self._counts[code] - MAX_LISTED:,} more problems of this "
                    "kind are not listed.",
                    "Mend those before it first.",
                    span,
                )
                for code, span in self._first_unlisted.items()
            ),
        )


def bounded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return no more than `MAX_LISTED` problems of a code, and how many more there are."""
    found = ProblemCollector()
    for one in problems:
        found.put(one.code, one.path, one.sentence, one.suggestion, partial(_span_of, one))
    return found.problems()


def _span_of(problem: Problem) -> Span | None:
    return problem.span
