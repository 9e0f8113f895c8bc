"""Makes the picture of a timeline: who spoke first, and who moved, at which moment."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Final

from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import Direction
from positions.changes.timeline.model import ToldKind
from positions.model.moment import Precision
from positions.model.vocabulary import Form
from positions.reports.page.pictures import BOX_SIGNS
from positions.reports.pictures.moves import MoveColumn, MoveCount, MoveMap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.changes.model import PositionChange
    from positions.changes.timeline.model import Timeline, TimelineMoment, ToldIssue
    from positions.model.moment import Moment

__all__ = ["day_of", "legend", "move_map", "way_of"]

_IN_FULL: Final = {
    "nearer": "nearer to another party",
    "further": "further away",
    "changed": "changed otherwise",
}


def legend(found: MoveMap) -> str:
    """Return what the signs of the picture mean, those that occur."""
    said = ", ".join(f"{sign} {_IN_FULL.get(word, word)}" for sign, word in found.legend(BOX_SIGNS))
    return f"By a party's own words: {said}; each with the number of issues."


def move_map(found: Timeline) -> MoveMap | None:
    """Return the picture; None where there are not two moments at which any party did anything."""
    columns: list[MoveColumn] = []
    year = 0
    before: Moment | None = None
    for moment in found.moments:
        counts = dict(_counts(moment))
        if counts:
            ends = (before, moment.moment) if before else None
            columns.append(MoveColumn(*_head(moment.moment, year), counts, ends))
            year = moment.moment.day.year
        before = moment.moment
    if len(columns) < 2:
        return None
    spoke = {party for column in columns for party in column.counts}
    parties = found.dossier.parties.values()
    return MoveMap({one.id: one.name for one in parties if one.id in spoke}, tuple(columns))


def _head(moment: Moment, year: int) -> tuple[str, str]:
    """Return the day of a moment, and below it the time, or the year where it is another."""
    day, new = day_of(moment, year)
    return (f"{day} {new}".strip(), f"{moment.time:%H:%M}") if moment.time else (day, new)


def day_of(moment: Moment, year: int) -> tuple[str, str]:
    """Return the day of a moment in few characters, and its year where that is another."""
    month = calendar.month_abbr[moment.day.month]
    day = {
        Precision.DAY: f"{moment.day.day} {month}",
        Precision.MONTH: month,
        Precision.YEAR: str(moment.day.year),
    }[moment.precision]
    new = moment.day.year != year and moment.precision is not Precision.YEAR
    return day, str(moment.day.year) if new else ""


def _counts(moment: TimelineMoment) -> Iterator[tuple[str, MoveCount]]:
    """Yield what each party did by its own words; a report of it is no move of its own."""
    told: dict[str, list[ToldIssue]] = {}
    for speech in moment.speeches:
        if speech.document.form is Form.REPORT:
            continue
        found = [
            one
            for one in speech.of(ToldKind.FIRST, ToldKind.TAKEN_OVER, ToldKind.CHANGED)
            if one.change is None or one.change.what is not MoveKind.OF_RECORD_AGAIN
        ]
        if found:
            told.setdefault(speech.document.party, []).extend(found)
    for party, issues in told.items():
        ways: dict[str, set[str]] = {}
        for one in issues:
            ways.setdefault(_way(one), set()).add(one.issue)
        yield party, MoveCount(**{way: len(found) for way, found in ways.items()})


def _way(told: ToldIssue) -> str:
    """Return which count a change belongs to, seen from all columns that it faces."""
    if told.kind in {ToldKind.FIRST, ToldKind.TAKEN_OVER}:
        return "first"
    return way_of(told.change) if told.change else "otherwise"


def way_of(change: PositionChange) -> str:
    """Return which count of `MoveCount` a move belongs to."""
    ways = {one.direction for one in change.toward} & _WAYS.keys()
    return _WAYS[ways.pop()] if len(ways) == 1 else "otherwise"


_WAYS: Final = {Direction.TOWARD: "toward", Direction.AWAY: "away"}
