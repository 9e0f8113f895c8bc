"""Puts the rows of a comparison in order: by topic, gap, camps, salience, or newest words."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from positions.comparison.rows import Row
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment

__all__ = ["GAPS", "RowOrder", "by_topic", "grouped", "polarisation"]

GAPS: Final = (Status.DIVIDED, Status.UNCLEAR, Status.NEAR, Status.COMPATIBLE)
"""The statuses of issues on which two parties speak and differ: where the next gap is."""

_BY_GAP: Final = (
    *GAPS,
    Status.UNDISCLOSED,
    Status.ONE_SIDED,
    Status.AGREED,
    Status.SETTLED,
    Status.OPEN,
)


class RowOrder(StrEnum):
    """How the issues are sorted."""

    DOSSIER = "as in the dossier"
    GAP = "by gap"
    TOPIC = "by topic"
    CAMPS = "by camps"
    SALIENCE = "by salience"
    NEWEST = "by newest words"


def grouped(rows: Sequence[Row], order: RowOrder, dossier: Dossier) -> list[tuple[str, list[Row]]]:
    """Return rows in an order, under the headings that it gives.

    By gap they stand under their statuses, the divided first; of one status, those with the
    greatest distance first. Where an issue has a range (a scale, a ladder), its distance is a part
    of that, and such issues come first. Other distances are compared within their measure alone:
    rows of one measure stand together, in the place of the first of them, and rows without a
    distance last.

    By camps, the most polarised come first: two camps of the same size are so most of all. By
    salience, those on which the mean of what is recorded is greatest. By newest words, those on
    which a party or an outcome says something last.
    """
    if order is RowOrder.GAP:
        groups = [
            (
                str(one).capitalize(),
                _by_distance([row for row in rows if row.status is one], dossier),
            )
            for one in _BY_GAP
        ]
        return [(title, members) for title, members in groups if members]
    if order is RowOrder.CAMPS:
        return _by_figure(rows, polarisation, "Camps that differ", "No two camps known to differ")
    if order is RowOrder.SALIENCE:
        return _by_figure(rows, _salience, "With a salience", "Without a salience")
    if order is RowOrder.NEWEST:
        return _by_newest(rows)
    topics = by_topic(rows)
    if order is RowOrder.TOPIC:
        topics.sort(key=lambda group: group[0].casefold())
    return topics


def polarisation(row: Row) -> Fraction:
    """Return how polarised the camps of a row are, from 0 (fewer than two) to 1 (two alike).

    The index of Reynal-Querol, of the camps of which it is known that they differ: the sum over
    them of 4 s² (1 - s), where s is the share of a camp.
    """
    sizes = [len(camp) for camp in row.whole.told]
    shares = [Fraction(size, sum(sizes)) for size in sizes]
    return sum((4 * share**2 * (1 - share) for share in shares), Fraction())


def _salience(row: Row) -> Fraction:
    found = [
        standing.position.salience
        for line in row.leaves
        for standing in line.counted.values()
        if standing.speaks and standing.position.salience is not None
    ]
    return Fraction(sum(found), len(found)) if found else Fraction()


def _by_figure(
    rows: Sequence[Row], figure: Callable[[Row], Fraction], some: str, none: str
) -> list[tuple[str, list[Row]]]:
    """Return the rows with a figure, the greatest first, and those without."""
    figures = {row.issue.id: figure(row) for row in rows}
    having = sorted(
        (row for row in rows if figures[row.issue.id]),
        key=lambda row: figures[row.issue.id],
        reverse=True,
    )
    without = [row for row in rows if not figures[row.issue.id]]
    return [(title, found) for title, found in ((some, having), (none, without)) if found]


def _by_newest(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Return the rows under the days on which something was last said on them."""
    days: dict[str, list[Row]] = {}
    newest = {row.issue.id: _newest(row) for row in rows}
    spoken = [row for row in rows if newest[row.issue.id]]
    for row in sorted(spoken, key=lambda row: newest[row.issue.id][-1].order(), reverse=True):
        days.setdefault(str(newest[row.issue.id][-1]), []).append(row)
    silent = [row for row in rows if not newest[row.issue.id]]
    return [*days.items(), *([("No words", silent)] if silent else [])]


def _newest(row: Row) -> list[Moment]:
    """Return the moments of what stands in a row, the newest last."""
    found = [
        entry.document.date
        for line in row.leaves
        for standing in line.standings.values()
        for entry in (*standing.words, *standing.beside)
    ]
    found += [one.outcome.date for line in row.leaves for one in line.outcomes]
    return sorted(found, key=lambda moment: moment.order())


def by_topic(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Return the rows under their topics, both in the order of the dossier."""
    topics: dict[str, list[Row]] = {}
    for row in rows:
        topics.setdefault(row.issue.topic, []).append(row)
    return list(topics.items())


def _by_distance(rows: Iterable[Row], dossier: Dossier) -> list[Row]:
    shares: list[tuple[Fraction, Row]] = []
    measures: dict[str | None, list[Row]] = {}
    for row in rows:
        share = _share(row, dossier)
        if share is None:
            measures.setdefault(_measure(row), []).append(row)
        else:
            shares.append((share, row))
    unmeasured = measures.pop(None, [])
    return [
        *(row for _, row in sorted(shares, key=lambda one: one[0], reverse=True)),
        *(
            row
            for members in measures.values()
            for row in sorted(
                members,
                key=lambda row: row.whole.distance.figure if row.whole.distance else 0,
                reverse=True,
            )
        ),
        *unmeasured,
    ]


def _share(row: Row, dossier: Dossier) -> Fraction | None:
    """Return the greatest distance as a part of the issue's own range; None where it has none."""
    found = [
        Fraction(line.distance.figure) / extent
        for line in row.leaves
        if line.distance is not None and (extent := dossier.frames[row.issue.id, line.part].extent)
    ]
    return max(found, default=None)


def _measure(row: Row) -> str | None:
    """Return what a row's distance is counted in; None where it has none."""
    if row.whole.distance is None:
        return None
    units = {part.unit for part in row.issue.parts.values()} - {""}
    unit = units.pop() if units else row.issue.unit
    return unit or row.issue.kind
