"""A record lined up: rows, their status by its order of precedence, counts and convergence.

Parties are columns in the order of the dossier; none is left or right, and none is special.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from positions.comparison.camps import Relations, greatest
from positions.comparison.line_up import blanks_of, line_up
from positions.comparison.rows import Bridge, Comparison, Convergence, Line, Row, Status
from positions.comparison.sentences import of_parts
from positions.model.dossier import Blank
from positions.record.agreements import Agreements
from positions.record.options import choose_options
from positions.record.settle import Record, record
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from positions.model.dossier import Dossier, Issue
    from positions.model.moment import Moment
    from positions.record.agreements import Agreement

__all__ = ["LineUp", "compare", "narrowed", "status_of_parts"]


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
    return LineUp(dossier, record(dossier, as_of, choice), chosen).comparison()


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
        for row in comparison.rows
        for line in row.leaves
        for party in parties
    }
    found = Record(comparison.as_of, standings, comparison.options)
    return LineUp(comparison.dossier, found, parties).comparison()


class LineUp:
    """A record lined up over some parties, each issue when its row is asked for."""

    def __init__(self, dossier: Dossier, found: Record, parties: Sequence[str]) -> None:
        """Take the dossier, its record, and the ids of the parties in the order of the columns."""
        self._dossier = dossier
        self._record = found
        self._parties = tuple(parties)
        self._counted = frozenset(one for one in parties if dossier.parties[one].role.counts)
        self._known = Relations()
        self._agreements = Agreements(dossier, found.as_of)
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

    def share(self, issue: str) -> Convergence:
        """Return what an issue adds to the convergence."""
        return _share(self.row(issue), self._counted)

    def comparison(self) -> Comparison:
        """Return the comparison of all issues."""
        dossier, found = self._dossier, self._record
        rows = tuple(self.row(issue) for issue in dossier.issues)
        parties = tuple(dossier.parties[party] for party in self._parties)
        return Comparison(
            dossier=dossier,
            as_of=found.as_of,
            parties=parties,
            rows=rows,
            counts=dict.fromkeys(Status, 0) | Counter(row.status for row in rows),
            convergence=sum((_share(row, self._counted) for row in rows), Convergence()),
            spoken=sum(len(_speakers(row.leaves)) for row in rows),
            cells=len(rows) * len(self._counted),
            options=found.options,
        )

    def _lined_up(self, issue: Issue) -> Row:
        lines = tuple(
            line_up(
                self._dossier,
                issue,
                part,
                {party: self._record.standing(party, issue.id, part) for party in self._parties},
                self._known,
                self._agreements.on(issue.id, part),
            )
            for part in issue.parts or ("",)
        )
        return Row(issue, _whole(issue, lines), lines) if issue.parts else Row(issue, lines[0])


def _whole(issue: Issue, lines: tuple[Line, ...]) -> Line:
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
    return Line(
        part="",
        title=issue.title,
        standings={},
        camps=camps,
        pairs=tuple(pair for line in lines for pair in line.pairs),
        relations=relations,
        status=_status_of_whole(lines),
        distance=greatest(line.distance for line in lines) if one_unit else None,
        find_gaps=lambda: tuple(gap for line in lines for gap in line.gaps),
        explain=lambda: of_parts([(line.title, line.status, line.sentence) for line in lines]),
        bridges=_bridges(lines, one_unit=one_unit),
        outcomes=tuple(
            sorted(
                (agreement for line in lines for agreement in line.outcomes),
                key=lambda agreement: agreement.outcome.date.order(),
                reverse=True,
            )
        ),
    )


def _status_of_whole(lines: Sequence[Line]) -> Status:
    """Return the status of a whole: settled where a part is, and nobody asks for any of the others.

    Otherwise it is that of the parts that are not settled; one that is hidden or unrecorded is.
    """
    open_lines = [line for line in lines if line.status is not Status.SETTLED]
    untouched = all(line.status is Status.OPEN for line in open_lines)
    if len(open_lines) < len(lines) and untouched:
        return Status.SETTLED
    return status_of_parts(
        {line.status for line in open_lines if len(_speakers((line,))) > 1},
        {line.status for line in open_lines},
        one_camp=len(_camps(open_lines)) == 1,
    )


def _bridges(lines: Sequence[Line], *, one_unit: bool) -> dict[tuple[str, str], Bridge]:
    """Return the bridges of a whole: over those parts on which both of its ends speak."""
    found: dict[tuple[str, str], list[Bridge]] = {}
    for line in lines:
        for ends, bridge in line.bridges.items():
            found.setdefault(ends, []).append(bridge)
    return {
        ends: Bridge(
            _product([bridge.relation for bridge in bridges]),
            all(bridge.terms_same for bridge in bridges),
            greatest(bridge.distance for bridge in bridges) if one_unit else None,
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


def status_of_parts(
    statuses: Collection[Status], blank: Collection[Status], *, one_camp: bool
) -> Status:
    """Return the status of a whole: of those parts on which two parties speak, if there are any.

    Where these are agreed, and a part is hidden or unrecorded, nobody can tell how the whole is.

    Args:
        statuses: Those of the parts on which two parties speak.
        blank: Those of all parts.
        one_camp: Whether all who speak hold the same on every part, or are blank.
    """
    statuses = set(statuses)
    for decisive in (Status.DIVIDED, Status.UNCLEAR):
        if decisive in statuses:
            return decisive
    blank = set(blank)
    if statuses == {Status.AGREED} and blank & {Status.UNDISCLOSED, Status.UNCLEAR}:
        return Status.UNCLEAR
    if statuses:
        alike = blank <= {Status.AGREED, Status.OPEN}
        return Status.AGREED if alike and one_camp else Status.NEAR
    for status in (Status.UNDISCLOSED, Status.UNCLEAR, Status.ONE_SIDED):
        if status in blank:
            return status
    return Status.OPEN


def _share(row: Row, counted: AbstractSet[str]) -> Convergence:
    """Return what a row adds to the bounds of what the parties share; a near row adds nothing.

    At least: settled rows, and agreed ones of which nothing is in doubt. At most: these, the
    other agreed rows, and those that are undisclosed or unclear.
    """
    certain = row.status is Status.SETTLED or (
        row.status is Status.AGREED and not _doubtful(row, counted)
    )
    possible = row.status in {Status.AGREED, Status.UNDISCLOSED, Status.UNCLEAR}
    return Convergence(int(certain), int(certain or possible), int(row.status is not Status.OPEN))


def _doubtful(row: Row, counted: AbstractSet[str]) -> bool:
    """Return whether a party's position is hidden, unrecorded, reported, or perhaps outdated."""
    doubts = {Blank.UNDISCLOSED, Blank.DECLINED, Blank.UNCODED, Blank.UNREADABLE}
    standings = [
        one for line in row.leaves for party, one in line.standings.items() if party in counted
    ]
    return bool(blanks_of(standings) & doubts) or any(
        one.older or one.reported or one.blank_by_report for one in standings
    )
