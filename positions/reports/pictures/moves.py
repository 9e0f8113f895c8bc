"""Draws who spoke first and who moved, a row a party and a column a moment, or a revision.

    >>> print(picture_text(MoveMap({"ua": "Ukraine", …}, (MoveColumn(…), …)).draw(72, BOX_SIGNS)))
             16 May  1 Jun      2 Jun
             2025               18:00
    Ukraine  ●5      ●20 →1 ~2
    Russia   ●1                 ●24 ←1

Figures count issues; columns that do not fit beside each other follow below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.reports.page.pictures import PictureRow, merged, name_cell
from positions.reports.page.runs import Mark, Run
from positions.text.safe import visible, width

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from positions.model.moment import Moment
    from positions.reports.page.pictures import Signs

__all__ = ["MoveColumn", "MoveCount", "MoveMap"]

_NAMES: Final = (6, 24)
"""The least and the greatest width of the column of names."""

_GAP: Final = 2

_WAYS: Final = (
    ("first", "first words", Mark.PLAIN),
    ("toward", "nearer", Mark.NEAR),
    ("away", "further", Mark.DIVIDED),
    ("otherwise", "changed", Mark.MUTED),
)
"""The counts, with what the sign of each means."""


def _signs_of(signs: Signs) -> tuple[str, ...]:
    """Return the sign of each count."""
    return signs.end_in, signs.no_high, signs.no_low, "~"


@dataclass(frozen=True, slots=True)
class MoveCount:
    """What a party did at a moment.

    Attributes:
        first: On how many issues it had its first words.
        toward: On how many it came nearer to another column, and went away from none.
        away: On how many it went away from another, and came nearer to none.
        otherwise: On how many its words changed without being either.
    """

    first: int = 0
    toward: int = 0
    away: int = 0
    otherwise: int = 0

    def signed(self, signs: Signs) -> tuple[Run, ...]:
        """Return each count that is not zero behind its sign, a space between two."""
        runs: list[Run] = []
        for (way, _, mark), sign in zip(_WAYS, _signs_of(signs), strict=True):
            if count := getattr(self, way):
                runs += [Run(" ")] * bool(runs)
                runs.append(Run(f"{sign}{count}", mark))
        return tuple(runs)


@dataclass(frozen=True, slots=True)
class MoveColumn:
    """A moment, or a revision.

    Attributes:
        day: The day, in few characters.
        below: What is told below it: the time, the year, or the revision; empty for none.
        counts: What each party did that did anything, by its id.
        ends: The moment before and this one; None for the first, and for a revision.
        revision: The revision's id; empty for a moment.
    """

    day: str
    below: str
    counts: Mapping[str, MoveCount]
    ends: tuple[Moment, Moment] | None = None
    revision: str = ""

    @property
    def key(self) -> object:
        """What it is, of the moments or of the revisions; None for the first moment."""
        return self.revision or (self.ends[1] if self.ends else None)


@dataclass(frozen=True, slots=True)
class MoveMap:
    """Every party with what it did at each moment.

    Attributes:
        names: The parties, by id, in the order of the columns of the dossier.
        moments: The moments at which any of them did anything, the earliest first.
    """

    names: Mapping[str, str]
    moments: tuple[MoveColumn, ...]

    def legend(self, signs: Signs) -> tuple[tuple[str, str], ...]:
        """Return the signs that occur, each with what it means in a word or two."""
        counts = [count for moment in self.moments for count in moment.counts.values()]
        return tuple(
            (sign, words)
            for (way, words, _), sign in zip(_WAYS, _signs_of(signs), strict=True)
            if any(getattr(count, way) for count in counts)
        )

    def draw(self, columns: int, signs: Signs) -> tuple[PictureRow, ...]:
        """Return the heads and a row for each party, for as many moments as fit; then the next."""
        names = self._width_of_names(columns)
        rows: list[PictureRow] = []
        for number, band in enumerate(self._bands(columns - names, signs)):
            rows += [PictureRow(((),))] * bool(number)
            rows += self._band(band, names, signs)
        return tuple(rows)

    def around(
        self, chosen: Collection[object], columns: int, signs: Signs, most: int
    ) -> tuple[PictureRow, ...]:
        """Return the moments beside each other that end with some, the heads of these marked.

        Where these are none of them, they are the last ones.

        Args:
            chosen: The moments, or the ids of the revisions.
            columns: The width in cells.
            signs: The signs.
            most: The number of lines; where there are more parties, the last says how many.
        """
        names = self._width_of_names(columns)
        bands = list(self._bands(columns - names, signs))
        if not bands:
            return ()
        having = [one for one in bands if any(cell.key in chosen for cell, _ in one)]
        rows = tuple(self._band((having or bands)[-1], names, signs, chosen))
        if len(rows) > most:
            others = len(rows) - most + 1
            rows = (*rows[: most - 1], PictureRow(((Run(f"and {others} others", Mark.MUTED),),)))
        return rows

    def _width_of_names(self, columns: int) -> int:
        longest = max((width(visible(name)) for name in self.names.values()), default=0)
        return max(_NAMES[0], min(longest, columns // 3, _NAMES[1]))

    def _bands(self, room: int, signs: Signs) -> Iterator[Sequence[tuple[MoveColumn, int]]]:
        """Yield the moments that fit beside each other, with their widths; at least one each."""
        band: list[tuple[MoveColumn, int]] = []
        used = 0
        for moment in self.moments:
            cells = [_length(one.signed(signs)) for one in moment.counts.values()]
            cell = _GAP + max(width(moment.day), width(moment.below), *cells)
            if band and used + cell > room:
                yield band
                band, used = [], 0
            band.append((moment, cell))
            used += cell
        if band:
            yield band

    def _band(
        self,
        band: Sequence[tuple[MoveColumn, int]],
        names: int,
        signs: Signs,
        chosen: Collection[object] = (),
    ) -> Iterator[PictureRow]:
        for heads in ([one.day for one, _ in band], [one.below for one, _ in band]):
            if any(heads):
                runs = [Run(" " * names)]
                for head, (one, cell) in zip(heads, band, strict=True):
                    mark = Mark.STRONG if one.key in chosen else Mark.MUTED
                    runs += [Run(" " * _GAP), Run(head, mark)]
                    runs.append(Run(" " * (cell - _GAP - width(head))))
                yield PictureRow((merged(runs),))
        for party, name in self.names.items():
            if not any(party in one.counts for one, _ in band):
                continue
            runs = [name_cell(name, names, Mark.PLAIN)]
            for moment, cell in band:
                said = moment.counts.get(party, MoveCount()).signed(signs)
                runs += [Run(" " * _GAP), *said, Run(" " * (cell - _GAP - _length(said)))]
            yield PictureRow((merged(runs),), party)


def _length(runs: Sequence[Run]) -> int:
    return sum(width(run.text) for run in runs)
