"""Makes the picture of a log: who moved in which revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.move_kinds import MoveKind
from positions.reports.pictures.moves import MoveColumn, MoveCount, MoveMap
from positions.reports.timeline.picture import day_of, way_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from positions.changes.log import RevisionEntry
    from positions.changes.model import DossierDifference

__all__ = ["revision_map"]

_FIRST = frozenset({MoveKind.FIRST_STATED, MoveKind.FIRST_OWN_WORDS, MoveKind.DISCLOSED})


def revision_map(entries: Iterable[RevisionEntry], names: Mapping[str, str]) -> MoveMap | None:
    """Return the picture of the revisions in which anybody spoke first or moved; None of none.

    A revision stands under the day of the dossier in it; what corrects the record moves nobody.

    Args:
        entries: The revisions, the newest first.
        names: The parties of the newest, by id, in the order of its columns.
    """
    told = [
        (entry, entry.difference.after.header.as_of, counts)
        for entry in entries
        if entry.difference is not None and (counts := _counts(entry.difference, names))
    ]
    columns: list[MoveColumn] = []
    year = 0
    for entry, moment, counts in reversed(told):
        day, new_year = day_of(moment, year)
        year = moment.day.year
        head = " ".join(filter(None, (day, new_year)))
        columns.append(MoveColumn(head, entry.revision.short, counts, revision=entry.revision.id))
    spoke = {party for column in columns for party in column.counts}
    shown = {party: name for party, name in names.items() if party in spoke}
    return MoveMap(shown, tuple(columns)) if columns else None


def _counts(found: DossierDifference, names: Mapping[str, str]) -> dict[str, MoveCount]:
    """Return what each party did in a revision, by its position of record."""
    ways: dict[str, dict[str, set[str]]] = {}
    for issue in found.issues:
        for stance in issue.stances:
            is_first = stance.what in _FIRST
            if stance.of_record and stance.party in names and (is_first or stance.moved):
                way = "first" if is_first else way_of(stance)
                ways.setdefault(stance.party, {}).setdefault(way, set()).add(issue.issue.id)
    return {
        party: MoveCount(**{way: len(issues) for way, issues in told.items()})
        for party, told in ways.items()
    }
