"""Draws where what divides parties lies: topic by topic for two, pair by pair for many.

    >>> print(picture_text(TopicMap((TopicRow("Ceasefire", (Status.DIVIDED, …)), …)).draw(…)))
               divided near one-sided
    Ceasefire     4     1       1      D D D D N O
    Territory     3             4      D D D O O O O

Figures carry the counts; the letters and shades only show where to look.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status
from positions.reports.page.pictures import PictureRow, merged, name_cell
from positions.reports.page.runs import Mark, Run
from positions.text.safe import pad, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.reports.page.pictures import Signs
    from positions.reports.page.runs import Runs

__all__ = ["PairMap", "PairShare", "TopicMap", "TopicRow"]

_WIDEST_NAME: Final = 32
_LEAST_NAME: Final = 8
_SORTED: Final = (
    Status.DIVIDED,
    Status.UNCLEAR,
    Status.UNDISCLOSED,
    Status.COMPATIBLE,
    Status.NEAR,
    Status.AGREED,
    Status.SETTLED,
    Status.ONE_SIDED,
    Status.OPEN,
)
"""What divides comes first, as readers look for it."""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with the status of each of its issues."""

    name: str
    statuses: tuple[Status, ...]

    def cells(self, heads: Mapping[Status, str], names: int, *, has_letters: bool) -> Runs:
        """Return the row: the name, a count below each head, and a letter for each issue."""
        counts = Counter(self.statuses)
        runs = [name_cell(self.name, names, Mark.PLAIN)]
        for status, head in heads.items():
            figure = str(counts[status] or ".")
            mark = Mark(status) if counts[status] else Mark.MUTED
            runs.append(Run(f" {figure.center(len(head))}", mark))
        if has_letters:
            letters = (status for status in _SORTED for _ in range(counts[status]))
            runs += [Run(" "), *(Run(f" {one.letter}", Mark(one)) for one in letters)]
        return merged(runs)


@dataclass(frozen=True, slots=True)
class TopicMap:
    """The topics of two parties, with how many issues of each have which status."""

    topics: tuple[TopicRow, ...]

    def draw(self, columns: int, signs: Signs) -> tuple[PictureRow, ...]:  # noqa: ARG002 - letters alone
        """Return the names of the statuses found, and a row for each topic."""
        found = {status for topic in self.topics for status in topic.statuses}
        heads = {status: str(status) for status in _SORTED if status in found}
        names = _names([topic.name for topic in self.topics], columns // 3)
        used = names + sum(len(head) + 1 for head in heads.values())
        if used > columns:
            heads = {status: status.letter for status in heads}
            used = names + 2 * len(heads)
        longest = max((len(topic.statuses) for topic in self.topics), default=0)
        has_letters = used + 1 + 2 * longest <= columns
        row = [Run(" " * names)]
        row += [Run(f" {head}", Mark(status)) for status, head in heads.items()]
        rows = (topic.cells(heads, names, has_letters=has_letters) for topic in self.topics)
        return (PictureRow((merged(row),)), *(PictureRow((each,)) for each in rows))


@dataclass(frozen=True, slots=True)
class PairShare:
    """On how many issues nothing divides two parties, of those on which both speak."""

    undivided: int
    both: int

    def shade(self, signs: Signs) -> str:
        """Return a sign from full (nothing divides them) to empty; a blank where neither speaks."""
        if not self.both:
            return " "
        full, *between, empty = tuple(signs.full)
        if self.undivided in {0, self.both}:
            return full if self.undivided else empty
        return between[-1 - self.undivided * len(between) // self.both]

    @property
    def percent(self) -> str:
        """The share in per cent, without its sign; a dash where they share no issue."""
        return str(100 * self.undivided // self.both) if self.both else "-"


@dataclass(frozen=True, slots=True)
class PairMap:
    """Every two parties with their share.

    Attributes:
        names: The parties, by id, in the order of the columns.
        shares: The share of every two, by their ids; each pair is there once.
    """

    names: Mapping[str, str]
    shares: Mapping[tuple[str, str], PairShare]

    def draw(self, columns: int, signs: Signs) -> tuple[PictureRow, ...]:
        """Return a square with shares as counts, or in per cent where these do not fit.

        Nothing where not even those fit.
        """
        names = _names(list(self.names.values()), columns // 3)
        wide = max(9, max((len(_counted(one)) for one in self.shares.values()), default=0) + 4)
        heads = max(wide, min(14, 2 + max(width(visible(name)) for name in self.names.values())))
        number = len(self.names)
        for cell in (heads, wide):
            if names + number * cell <= columns:
                return tuple(self._counts(names, cell, signs))
        narrow = len(str(number)) + 2 if number > 99 else 4
        return (
            tuple(self._shares(names + 4, narrow)) if names + 4 + number * narrow <= columns else ()
        )

    def _counts(self, names: int, cell: int, signs: Signs) -> Iterator[PictureRow]:
        heads = (name_cell(f"  {name}", cell, Mark.MUTED) for name in self.names.values())
        yield PictureRow((merged((Run(" " * names), *heads)),))
        for party, name in self.names.items():
            runs = [name_cell(name, names, Mark.PLAIN)]
            for other in self.names:
                share = self._between(party, other)
                said = f"  {share.shade(signs)} {_counted(share)}" if share else "  ."
                runs.append(Run(pad(said, cell), Mark.PLAIN if share else Mark.MUTED))
            yield PictureRow((merged(runs),), party)

    def _shares(self, names: int, cell: int) -> Iterator[PictureRow]:
        heads = (Run(f"{number:>{cell}}", Mark.MUTED) for number in range(1, len(self.names) + 1))
        yield PictureRow((merged((Run(" " * names), *heads)),))
        for number, (party, name) in enumerate(self.names.items(), 1):
            runs = [Run(f"{number:>3} ", Mark.MUTED), name_cell(name, names - 4, Mark.PLAIN)]
            for other in self.names:
                share = self._between(party, other)
                said = share.percent if share else "."
                runs.append(Run(f"{said:>{cell}}", Mark.PLAIN if share else Mark.MUTED))
            yield PictureRow((merged(runs),), party)

    def _between(self, one: str, other: str) -> PairShare | None:
        return self.shares.get((one, other)) or self.shares.get((other, one))


def _counted(share: PairShare) -> str:
    return f"{share.undivided} of {share.both}"


def _names(names: Sequence[str], most: int) -> int:
    longest = max((width(visible(name)) for name in names), default=0)
    return max(_LEAST_NAME, min(longest, most, _WIDEST_NAME))
