"""Walks the moments of one dossier: each state is settled once, and compared with the one before.

Before the first moment nothing is recorded.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from positions.changes.beginning import BEFORE_ALL
from positions.changes.difference import settled_difference
from positions.changes.settled import SettledDossier
from positions.changes.timeline.model import OutcomeNews, Timeline, TimelineMoment
from positions.changes.timeline.occurrences import OccurrenceKind, occurrences
from positions.changes.timeline.speeches import speeches
from positions.model.moment import Instant
from positions.reading.collector import collector_paused
from positions.record.known import known_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.changes.timeline.occurrences import Occurrence
    from positions.comparison.rows import Row
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment

__all__ = ["timeline"]


@collector_paused()
def timeline(
    dossier: Dossier, *, since: Moment | None = None, until: Moment | None = None
) -> Timeline:
    """Return a dossier moment by moment, up to its own day.

    Args:
        dossier: The dossier.
        since: Earlier moments are left out; what was said before is known all the same.
        until: Later moments are left out.
    """
    own = dossier.moment or dossier.header.as_of
    every = occurrences(dossier)
    groups = [
        (_most_precise(found), found)
        for _, group in groupby(
            (one for one in every if not own.before(one.moment)),
            key=lambda one: one.moment.order(),
        )
        if (found := list(group))
    ]
    shown = [
        (moment, found)
        for moment, found in groups
        if not (since and moment.before(since)) and not (until and until.before(moment))
    ]
    earlier = [moment for moment, _ in groups if since and moment.before(since)]
    later = tuple(
        one for one in every if own.before(one.moment) and not (until and until.before(one.moment))
    )
    moments = tuple(_walk(dossier, earlier, shown))
    return Timeline(dossier, moments, len(earlier), later, since, until)


def _most_precise(found: Sequence[Occurrence]) -> Moment:
    """Return the moment as the occurrence writes it that names the day, if one does."""
    return min((one.moment for one in found), key=lambda moment: -len(moment.written_day))


def _walk(
    dossier: Dossier,
    earlier: Sequence[Moment],
    shown: Iterable[tuple[Moment, Sequence[Occurrence]]],
) -> Iterator[TimelineMoment]:
    before: SettledDossier | None = None
    if earlier:
        before = SettledDossier(known_at(dossier, Instant.of(earlier[-1])))
    for moment, found in shown:
        known = known_at(dossier, Instant.of(moment))
        if before is None:
            nothing = replace(known, memoranda={}, outcomes={}, moment=BEFORE_ALL)
            before = SettledDossier(nothing)
        after = SettledDossier(known)
        yield _moment(moment, found, before, after)
        before = after


def _moment(
    moment: Moment, found: Sequence[Occurrence], before: SettledDossier, after: SettledDossier
) -> TimelineMoment:
    difference = settled_difference(before, after)
    statuses = after.statuses
    earlier = before.statuses
    rows: dict[str, Row] = {
        issue: row
        for issue, status in statuses.items()
        if earlier.get(issue) is not status and (row := after.row(issue)) is not None
    }
    return TimelineMoment(
        moment,
        tuple(speeches(found, before, after, difference)),
        tuple(_outcomes(found, after)),
        tuple(
            one for one in found if one.kind is OccurrenceKind.ACCOUNT and one.path[0] != "outcomes"
        ),
        tuple(one for one in found if one.kind is OccurrenceKind.NOTE),
        difference,
        statuses,
        after.convergence,
        rows,
    )


def _outcomes(found: Sequence[Occurrence], after: SettledDossier) -> Iterator[OutcomeNews]:
    """Yield what became of outcomes at a moment, in the order of the dossier."""
    for name, outcome in after.dossier.outcomes.items():
        news: dict[OccurrenceKind, list[str]] = {}
        for one in found:
            if one.path[:2] == ("outcomes", name) and one.kind is not OccurrenceKind.NOTE:
                news.setdefault(one.kind, []).append(one.path[-1])
        if not news:
            continue
        agreements = [
            agreement
            for on_line in after.agreements(outcome.issue)
            for agreement in on_line
            if agreement.outcome.id == name
        ]
        is_new = OccurrenceKind.OUTCOME in news
        yield OutcomeNews(
            outcome,
            tuple(agreements),
            is_new,
            () if is_new else tuple(news.get(OccurrenceKind.CONFIRMED, ())),
            () if is_new else tuple(news.get(OccurrenceKind.ACCOUNT, ())),
            tuple(news.get(OccurrenceKind.DELIVERED, ())),
        )
