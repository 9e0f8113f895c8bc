"""A record lined up: rows, their status by its order of precedence, counts and convergence.

Parties are columns in the order of the dossier; none is left or right, and none is special.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from positions.comparison.camps import greatest, told_apart
from positions.comparison.counts import convergence_of, spoken_cells
from positions.comparison.line_up import line_up
from positions.comparison.reasons import reason_of_parts
from positions.comparison.relations import Relations
from positions.comparison.rows import Bridge, Comparison, Line, Row, Status
from positions.comparison.status import status_of_whole
from positions.reading.collector import collector_paused
from positions.record.agreements import Agreements, Settlement
from positions.record.known import known_at
from positions.record.options import choose_options
from positions.record.settle import Record, record
from positions.sentences.glossary import Glossary
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.model.dossier import Dossier, Issue
    from positions.model.moment import Moment
    from positions.record.agreements import Agreement

__all__ = ["LineUp", "compare", "narrowed"]


@collector_paused()
def compare(
    dossier: Dossier,
    *,
    as_of: Moment | None = None,
    parties: Sequence[str] | None = None,
    options: Mapping[str, Sequence[str]] | None = None,
) -> Comparison:
    """Return every issue of a dossier lined up over its parties.

    Args:
        dossier: The dossier.
        as_of: The moment for which the record stands; the dossier's own where none is given.
        parties: The ids of the parties to compare, in the order of the columns; all where none
            are given.
        options: The ids of the options that are fixed, by the id of their party; every branch is
            compared of those who have none here.

    Raises:
        LookupError: One of the parties or options is not in the dossier.
        ValueError: Two of the options exclude each other.
    """
    chosen = tuple(dossier.parties if parties is None else dict.fromkeys(parties))
    unknown = [party for party in chosen if party not in dossier.parties]
    if unknown:
        raise LookupError(f"no such party: {', '.join(unknown)}")
    choice = choose_options(dossier, options or {})
    known = known_at(dossier, as_of)
    return LineUp(known, record(known, choice=choice), chosen).comparison()


def narrowed(comparison: Comparison, parties: Sequence[str]) -> Comparison:
    """Return the comparison of some of its parties alone, from the same record.

    Args:
        comparison: The comparison.
        parties: The ids of the parties, in the order of the columns.

    Raises:
        LookupError: One of the parties is not in the comparison.
    """
    standings = {
        (party, row.issue.id, line.part): line.standings[party]
        for row in (*comparison.rows, *comparison.unraised)
        for line in row.leaves
        for party in parties
    }
    raised = frozenset(row.issue.id for row in comparison.rows)
    found = Record(comparison.as_of, standings, comparison.options, raised)
    return LineUp(comparison.dossier, found, parties).comparison()


class LineUp:
    """A record lined up over some parties, each issue when its row is asked for."""

    def __init__(self, dossier: Dossier, found: Record, parties: Sequence[str]) -> None:
        """Take what is known of a dossier, its record, and the ids of the columns, in order."""
        self._dossier = dossier
        self._record = found
        self._parties = tuple(parties)
        self._known = Relations()
        self._words = Glossary(dossier)
        self._agreements = Agreements(dossier)
        self._rows: dict[str, Row] = {}

    def row(self, issue: str) -> Row:
        """Return the row of an issue by its id."""
        if issue not in self._rows:
            self._rows[issue] = self._lined_up(self._dossier.issues[issue])
        return self._rows[issue]

    def agreements(self, issue: str) -> tuple[tuple[Agreement, ...], ...]:
        """Return what was agreed on each line of an issue, by its id."""
        parts = self._dossier.issues[issue].parts or ("",)
        return tuple(self._agreements.on(issue, part) for part in parts)

    def comparison(self) -> Comparison:
        """Return the comparison of all issues."""
        dossier, found = self._dossier, self._record
        every = tuple(self.row(issue) for issue in dossier.issues)
        rows = tuple(row for row in every if row.issue.id in found.raised)
        leaves = [line for row in rows for line in row.leaves]
        return Comparison(
            dossier=dossier,
            as_of=found.as_of,
            parties=tuple(dossier.parties[party] for party in self._parties),
            rows=rows,
            counts=dict.fromkeys(Status, 0) | Counter(row.status for row in rows),
            convergence=convergence_of(rows),
            spoken=sum(map(spoken_cells, leaves)),
            cells=sum(line.voices for line in leaves),
            words=self._words,
            options=found.options,
            unraised=tuple(row for row in every if row.issue.id not in found.raised),
        )

    def _lined_up(self, issue: Issue) -> Row:
        lines = tuple(
            line_up(
                self._words,
                issue,
                part,
                {party: self._record.standing(party, issue.id, part) for party in self._parties},
                self._known,
                self._agreements.on(issue.id, part),
            )
            for part in issue.parts or ("",)
        )
        return (
            Row(issue, _whole(self._words, issue, lines), lines)
            if issue.parts
            else Row(issue, lines[0])
        )


def _whole(words: Glossary, issue: Issue, lines: tuple[Line, ...]) -> Line:
    """Return the line of an issue from the lines of its parts.

    Any part apart makes the whole apart, else any part unknown makes it unknown, else it is the
    product of the parts. A part on which one of two parties is blank adds nothing to a relation,
    but keeps the whole from being agreed. Distances of different units are not compared.
    """
    camps = _camps(lines)
    relations = {
        (one[0], other[0]): _product(
            [relation for line in lines if (relation := line.relation(one[0], other[0]))]
        )
        for one, other in combinations(camps, 2)
        if any(line.relation(one[0], other[0]) for line in lines)
    }
    one_unit = len({part.unit or issue.unit for part in issue.parts.values()}) == 1
    sought = tuple(
        party for party in lines[0].standings if any(party in line.sought for line in lines)
    )
    apart, untold = told_apart(
        _alike_where_both_speak(camps, lines),
        lambda one, other: any(_differ(line, one, other) for line in lines),
    )
    return Line(
        part="",
        title=issue.title,
        standings={},
        camps=camps,
        pairs=tuple(pair for line in lines for pair in line.pairs),
        relations=relations,
        status=status_of_whole(lines, sought),
        distance=greatest(line.distance for line in lines) if one_unit else None,
        find_gaps=lambda: tuple(gap for line in lines for gap in line.gaps),
        explain=lambda _: reason_of_parts(words, issue, lines),
        bridges=_bridges([line.bridges for line in lines], one_unit=one_unit),
        agreed=_bridges([line.agreed for line in lines], one_unit=one_unit),
        settlement=Settlement(
            deals=tuple(deal for line in lines for deal in line.settlement.deals),
            reopened=tuple(one for line in lines for one in line.settlement.reopened),
        ),
        sought=sought,
        told=apart,
        untold=untold,
        unshared=frozenset(
            two
            for two, relation in relations.items()
            if relation is Relation.OVERLAPS
            and not any(line.shares(*two) for line in lines if line.relation(*two))
        ),
        outcomes=tuple(
            sorted(
                (agreement for line in lines for agreement in line.outcomes),
                key=lambda agreement: agreement.outcome.date.order(),
                reverse=True,
            )
        ),
    )


def _alike_where_both_speak(
    camps: Sequence[tuple[str, ...]], lines: Sequence[Line]
) -> list[tuple[str, ...]]:
    """Return camps together that say the same on every part on which both of them speak."""
    found: list[list[str]] = []
    for camp in camps:
        for group in found:
            if all(_is_alike(lines, camp[0], other) for other in group):
                group.extend(camp)
                break
        else:
            found.append(list(camp))
    return [tuple(one) for one in found]


def _is_alike(lines: Sequence[Line], one: str, other: str) -> bool:
    both = [line.leaders for line in lines if {one, other} <= line.leaders.keys()]
    return bool(both) and all(leaders[one] == leaders[other] for leaders in both)


def _differ(line: Line, one: str, other: str) -> bool:
    """Return whether it is known that two parties differ on a line."""
    leaders = line.leaders
    if not {one, other} <= leaders.keys() or leaders[one] == leaders[other]:
        return False
    return line.relation(one, other) not in {None, Relation.UNKNOWN}


def _bridges(
    lines: Sequence[Mapping[tuple[str, str], Bridge]], *, one_unit: bool
) -> dict[tuple[str, str], Bridge]:
    """Return the bridges of a whole: over those parts on which both of its ends speak."""
    found: dict[tuple[str, str], list[Bridge]] = {}
    for line in lines:
        for ends, bridge in line.items():
            found.setdefault(ends, []).append(bridge)
    return {
        ends: Bridge(
            _product([bridge.relation for bridge in bridges]),
            all(bridge.terms_same for bridge in bridges),
            greatest(bridge.distance for bridge in bridges) if one_unit else None,
            shares=any(bridge.shares for bridge in bridges),
        )
        for ends, bridges in found.items()
    }


def _speakers(lines: Sequence[Line]) -> list[str]:
    """Return the parties who speak on at least one of the lines."""
    spoken = {party for line in lines for camp in line.camps for party in camp}
    return [party for party in lines[0].standings if party in spoken]


def _camps(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    """Return the parties who are of the same camp, or blank, on every line."""
    camps: dict[tuple[str | None, ...], list[str]] = {}
    leaders = [{party: camp[0] for camp in line.camps for party in camp} for line in lines]
    for party in _speakers(lines):
        camps.setdefault(tuple(leader.get(party) for leader in leaders), []).append(party)
    return tuple(tuple(camp) for camp in camps.values())


def _product(relations: Sequence[Relation]) -> Relation:
    """Return the relation of two products from the relations of their factors."""
    found = set(relations)
    for decisive in (Relation.APART, Relation.UNKNOWN):
        if decisive in found:
            return decisive
    for one_way in (Relation.WITHIN, Relation.CONTAINS):
        if found <= {Relation.SAME, one_way}:
            return one_way if one_way in found else Relation.SAME
    return Relation.OVERLAPS
