"""A mediator's paper, an observer's, or a text that belongs to nobody, beside the parties.

Such a column is a bridging proposal: it is shown with its relation to each party and its distance
from it, and counts in no status, no gap and no convergence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.camps import Match, overall, overall_distance
from positions.comparison.rows import Bridge
from positions.comparison.sentences import asks, full_sentence, listed
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.comparison.camps import Relations
    from positions.model.dossier import Dossier, Issue
    from positions.record.settle import Standing

__all__ = ["bridge_sentences", "bridges_on", "counted_standings"]


def counted_standings(dossier: Dossier, standings: Mapping[str, Standing]) -> dict[str, Standing]:
    """Return the standings of the parties alone."""
    return {party: one for party, one in standings.items() if dossier.parties[party].role.counts}


def bridges_on(
    dossier: Dossier,
    issue: Issue,
    part: str,
    standings: Mapping[str, Standing],
    known: Relations,
) -> dict[tuple[str, str], Bridge]:
    """Return how each column that is no party lies to each party, where both speak."""
    counted = counted_standings(dossier, standings)
    return {
        (column, party): _bridge(
            Match(dossier, issue, part, {column: paper, party: standing}, known), column, party
        )
        for column, paper in standings.items()
        if column not in counted and paper.speaks
        for party, standing in counted.items()
        if standing.speaks
    }


def _bridge(match: Match, column: str, party: str) -> Bridge:
    if len(match.camps) == 1:
        return Bridge(Relation.SAME, terms_same=True)
    pairs = match.pairs()[column, party]
    relation = overall([pair.relation for pair in pairs])
    if any(match.speaking[one].conflicts for one in (column, party)):
        relation = Relation.UNKNOWN
    return Bridge(
        relation,
        all(pair.terms_same for pair in pairs),
        overall_distance(pairs) if relation is Relation.APART else None,
    )


def bridge_sentences(
    dossier: Dossier,
    issue: Issue,
    standings: Mapping[str, Standing],
    bridges: Mapping[tuple[str, str], Bridge],
) -> tuple[str, ...]:
    """Return what each column that is no party asks for, and how that lies to the parties."""
    counted = counted_standings(dossier, standings)
    found = []
    for column, standing in standings.items():
        if column in counted or not standing.speaks:
            continue
        lies: dict[str, list[str]] = {}
        for party in counted:
            if (column, party) in bridges:
                lies.setdefault(_lies(bridges[column, party]), []).append(party)
        clauses = [
            f"{verb} the {'position' if len(parties) == 1 else 'positions'} of "
            f"{listed([dossier.parties[party].name for party in parties])}"
            for verb, parties in lies.items()
        ]
        said = asks(dossier, issue, standing, dossier.parties[column].heading)
        found.append(full_sentence(", which ".join(filter(None, (said, listed(clauses))))))
    return tuple(found)


def _lies(bridge: Bridge) -> str:
    """Return how a paper lies to a position, as a verb with all that stands before its object."""
    if bridge.same:
        return "is the same as"
    if bridge.relation is Relation.APART and bridge.distance:
        return f"is {bridge.distance.text} from"
    return _RELATIONS[bridge.relation]


_RELATIONS = {
    Relation.SAME: "has the value, on other terms, of",
    Relation.WITHIN: "lies within",
    Relation.CONTAINS: "does not exclude",
    Relation.OVERLAPS: "has outcomes in common with",
    Relation.APART: "excludes",
    Relation.UNKNOWN: "cannot be compared with",
}
