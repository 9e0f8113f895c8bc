"""Puts the rows of a comparison in order: as in the dossier, by topic, or by gap."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.comparison.rows import Row

__all__ = ["GAPS", "RowOrder", "by_topic", "grouped"]

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


def grouped(rows: Sequence[Row], order: RowOrder) -> list[tuple[str, list[Row]]]:
    """Return rows in an order, under the headings that it gives.

    By gap they stand under their statuses, the divided first; of one status, those with the
    greatest distance first. Days and miles are not compared: rows of one measure stand together,
    in the place of the first of them, and rows without a distance last.
    """
    if order is RowOrder.GAP:
        groups = [
            (str(status).capitalize(), _by_distance([row for row in rows if row.status is status]))
            for status in _BY_GAP
        ]
        return [(title, members) for title, members in groups if members]
    topics = by_topic(rows)
    if order is RowOrder.TOPIC:
        topics.sort(key=lambda group: group[0].casefold())
    return (
        sorted(topics, key=lambda group: group[0].casefold()) if order is RowOrder.TOPIC else topics
    )


def by_topic(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Return the rows under their topics, both in the order of the dossier."""
    topics: dict[str, list[Row]] = {}
    for row in rows:
        topics.setdefault(row.issue.topic, []).append(row)
    return list(topics.items())


def _by_distance(rows: Iterable[Row]) -> list[Row]:
    measures: dict[str | None, list[Row]] = {}
    for row in rows:
        measures.setdefault(_measure(row), []).append(row)
    unmeasured = measures.pop(None, [])
    return [
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


def _measure(row: Row) -> str | None:
    """Return what a row's distance is counted in; None where it has none."""
    if row.whole.distance is None:
        return None
    units = {part.unit for part in row.issue.parts.values()} - {""}
    unit = units.pop() if units else row.issue.unit
    return unit or row.issue.kind
