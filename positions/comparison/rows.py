"""Defines what a comparison is made of: rows, lines, cells, pairs, gaps, status.

A row is an issue. A line is what is compared at once: the issue itself, or one of its parts.
All of it is frozen data; `positions.comparison.compare` makes it, reports and screens read it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from positions.record.agreements import NO_SETTLEMENT
from positions.values import Distance, GapType, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from positions.model.dossier import Dossier, Issue, Option, Party
    from positions.model.moment import Moment
    from positions.record.agreements import Agreement, Settlement
    from positions.record.settle import Standing
    from positions.sentences.glossary import Glossary
    from positions.sentences.reasons import Reason

__all__ = [
    "Bridge",
    "Comparison",
    "Convergence",
    "Gap",
    "Line",
    "Pair",
    "Row",
    "Status",
    "parts_agreed",
]


class Status(StrEnum):
    """How a row stands; `letter` marks it where there is room for one character.

    The first that applies, in this order.

    Attributes:
        SETTLED: The parties shown have all confirmed one outcome, and none has said otherwise
            since. Where one has, the row is reopened.
        AGREED: All parties want the same on the same terms, and at least two say so; one that
            does not mind is no exception. One blank is enough for a row not to be agreed.
        NEAR: Every two parties have something in common: the same value under other terms, one
            set inside the other, an overlap; or they are no further apart than the issue's `near`.
        COMPATIBLE: No party excludes what another wants, and some two share nothing.
        DIVIDED: No single outcome is admitted by all who speak.
        ONE_SIDED: Those who speak say the same, and the others are blank: their texts are silent,
            or not seen to say anything. `O 3 of 4`: three of four parties say it.
        UNDISCLOSED: At most one camp says what it wants, and another party keeps its position
            back: it is withheld, or the party declined to say.
        UNCLEAR: It is not known whether the parties meet: nothing is recorded for one of them, two
            texts differ, a value is left open, or words or reports of one moment differ.
        OPEN: No party says what it wants; a mediator or a draft may.
    """

    SETTLED = "settled"
    AGREED = "agreed"
    NEAR = "near"
    COMPATIBLE = "compatible"
    DIVIDED = "divided"
    ONE_SIDED = "one-sided"
    UNDISCLOSED = "undisclosed"
    UNCLEAR = "unclear"
    OPEN = "open"

    @property
    def letter(self) -> str:
        """One character: S A N C D O U X, and a dash for open."""
        return _LETTERS[self]


_LETTERS = {
    Status.SETTLED: "S",
    Status.AGREED: "A",
    Status.NEAR: "N",
    Status.COMPATIBLE: "C",
    Status.DIVIDED: "D",
    Status.ONE_SIDED: "O",
    Status.UNDISCLOSED: "U",
    Status.UNCLEAR: "X",
    Status.OPEN: "–",
}


_DONE = frozenset({Status.SETTLED, Status.AGREED})
_OF_ONE_CAMP = frozenset({Status.ONE_SIDED, Status.UNDISCLOSED, Status.UNCLEAR})


@dataclass(frozen=True, slots=True)
class Gap:
    """One difference between two parties, or one blank of a party.

    Attributes:
        parties: The ids of the parties whom it concerns: of both camps, or one for a blank.
        tell: Returns the sentence, when it is asked for.
        part: The part of the issue, or an empty text for the whole.
        branches: The labels of the branches compared, empty where a party has only one.
    """

    type: GapType
    parties: tuple[str, ...]
    tell: Callable[[], str] = field(repr=False, compare=False)
    distance: Distance | None = None
    part: str = ""
    branches: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """A full sentence to paste, as it reads under the title of the issue."""
        return self.tell()


class Pair(NamedTuple):
    """Two camps who both speak on a line, branch against branch.

    Attributes:
        first: The first party of the one camp.
        second: The first party of the other.
        relation: Of the first's values to the second's.
        terms_same: Whether the terms of both are the same.
        distance: How far the values are apart, where that has a measure.
        first_branch: The label of the first's branch; empty where it has only one.
        second_branch: The same of the second.
    """

    first: str
    second: str
    relation: Relation
    terms_same: bool
    distance: Distance | None = None
    first_branch: str = ""
    second_branch: str = ""

    @property
    def same(self) -> bool:
        """Whether values and terms are the same."""
        return self.relation is Relation.SAME and self.terms_same

    def within(self, most: Distance) -> bool:
        """Return whether they meet, or are certainly not further apart than a distance."""
        if self.relation is Relation.APART:
            return self.distance is not None and self.distance.no_greater_than(most)
        return self.relation.meets is True


@dataclass(frozen=True, slots=True)
class Bridge:
    """How the paper of a column that is no party lies to a party's position on a line.

    Attributes:
        relation: Of the column's values to the party's, over all branches and parts.
        terms_same: Whether the terms of both are the same.
        distance: How far they are apart, where that has a measure.
        options: The labels of the party's options that are the same, or are so near, of several.
        shares: Whether they have something in common that each of them asks for.
        nearest: Whether the distance is that of the nearest option of the column, of several.
    """

    relation: Relation
    terms_same: bool
    distance: Distance | None = None
    options: tuple[str, ...] = ()
    shares: bool = True
    nearest: bool = False

    @property
    def same(self) -> bool:
        """Whether values and terms are the same."""
        return self.relation is Relation.SAME and self.terms_same


@dataclass(frozen=True)
class Line:
    """An issue, or a part of one, lined up over all parties.

    Attributes:
        part: The part's id, or an empty text for the whole issue.
        standings: Each party's standing, in the order of the comparison's parties; for an issue
            with parts the whole has none, and its lines have them.
        camps: The parties who speak, grouped by the same values and terms, in the order of their
            first party.
        pairs: Every two camps, branch by branch.
        relations: The relation of every two camps over all branches (and parts), by the first
            party of each.
        distance: The greatest distance between any two camps that are apart and have a measure.
        find_gaps: Returns the gaps; called once, when they are asked for.
        explain: Returns the reason for the status, given the ids of the parts by which it calls
            the issue; none for the whole issue.
        bridges: How each column that is no party lies to each party who speaks, by both ids.
        outcomes: What was agreed on it, the newest first; for an issue with parts, on each part.
        agreed: How each outcome lies to each party who speaks, by the ids of both; that of the
            reference point is under an empty id.
        settlement: What the outcomes come to for the parties shown.
        sought: Those whose agreement makes the status: the parties, a group and its members as
            one voice; every column where there are fewer than two parties among them.
        told: The camps of which it is known that they differ, none of them named twice.
        untold: Who speaks, and of whom it is not known whether they differ from those.
        unshared: Which two camps, by their first parties, have nothing in common they ask for.
    """

    part: str
    title: str
    standings: Mapping[str, Standing]
    camps: tuple[tuple[str, ...], ...]
    pairs: tuple[Pair, ...]
    relations: Mapping[tuple[str, str], Relation]
    status: Status
    distance: Distance | None
    find_gaps: Callable[[], tuple[Gap, ...]] = field(repr=False, compare=False)
    explain: Callable[[tuple[str, ...]], Reason] = field(repr=False, compare=False)
    bridges: Mapping[tuple[str, str], Bridge] = field(default_factory=dict)
    outcomes: tuple[Agreement, ...] = ()
    agreed: Mapping[tuple[str, str], Bridge] = field(default_factory=dict)
    settlement: Settlement = NO_SETTLEMENT
    sought: tuple[str, ...] = ()
    told: tuple[tuple[str, ...], ...] = ()
    untold: tuple[str, ...] = ()
    unshared: frozenset[tuple[str, str]] = frozenset()

    @property
    def counted(self) -> Mapping[str, Standing]:
        """The standings of those whose agreement is sought; a whole with parts has none."""
        return {party: self.standings[party] for party in self.sought if party in self.standings}

    @property
    def voices(self) -> int:
        """How many there are whose agreement is sought."""
        return len(self.sought)

    @property
    def tally(self) -> tuple[int, int] | None:
        """How many hold what is said, of how many, where one camp speaks among three or more."""
        said = sum(map(len, self.camps))
        if self.status not in _OF_ONE_CAMP or len(self.camps) != 1 or self.voices < 3:
            return None
        return said, self.voices

    @property
    def dealt(self) -> tuple[int, int] | None:
        """How many of how many hold to an agreement of some of them, of the largest there is."""
        sizes = [len(deal.parties) for deal in self.settlement.deals]
        return (max(sizes), self.voices) if sizes else None

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Every difference between two camps, and every blank of a party."""
        return self.find_gaps()

    @cached_property
    def reason(self) -> Reason:
        """Why the status is what it is, with a head where the sentence does not say of what."""
        return self.explain((self.part,) if self.part else ())

    @cached_property
    def unparted(self) -> Reason:
        """The same without the name of the part, by which parts that say the same are known."""
        return self.explain(()) if self.part else self.reason

    @property
    def sentence(self) -> str:
        """Why the status is what it is, as it reads under the title of the issue."""
        return self.reason.body

    def explained_with(self, alike: Sequence[Line]) -> Reason:
        """Return the reason, told of several parts together that have the same."""
        return self.explain(tuple(line.part for line in alike if line.part))

    @cached_property
    def leaders(self) -> Mapping[str, str]:
        """The first party of its camp for every party who speaks."""
        return {party: camp[0] for camp in self.camps for party in camp}

    def relation(self, first: str, second: str) -> Relation | None:
        """Return the relation of one party, or of a column that is none, to another.

        None where one of them is blank, where they speak on no part in common, or where neither
        is a party.
        """
        if (first, second) in self.bridges:
            return self.bridges[first, second].relation
        if (second, first) in self.bridges:
            return self.bridges[second, first].relation.swapped
        leaders = self.leaders
        if first not in leaders or second not in leaders:
            return None
        one, other = leaders[first], leaders[second]
        if one == other:
            return Relation.SAME
        if (one, other) in self.relations:
            return self.relations[one, other]
        found = self.relations.get((other, one))
        return found.swapped if found else None

    def shares(self, first: str, second: str) -> bool:
        """Return whether two columns that meet have something in common that each asks for."""
        bridge = self.bridges.get((first, second)) or self.bridges.get((second, first))
        if bridge is not None:
            return bridge.shares
        one, other = self.leaders.get(first, ""), self.leaders.get(second, "")
        return self.unshared.isdisjoint({(one, other), (other, one)})

    def alike(self, first: str, second: str) -> bool:
        """Return whether two columns hold the same values on the same terms."""
        bridge = self.bridges.get((first, second)) or self.bridges.get((second, first))
        if bridge is not None:
            return bridge.same
        leader = self.leaders.get(first)
        return leader is not None and leader == self.leaders.get(second)


def parts_agreed(parts: Sequence[Line]) -> tuple[int, int] | None:
    """Return how many of how many parts are settled or agreed; None unless only some are."""
    done = sum(line.status in _DONE for line in parts)
    return (done, len(parts)) if 0 < done < len(parts) else None


@dataclass(frozen=True, slots=True)
class Row:
    """An issue lined up: the whole, and its parts where it has any."""

    issue: Issue
    whole: Line
    parts: tuple[Line, ...] = ()

    @property
    def status(self) -> Status:
        """The status of the whole."""
        return self.whole.status

    @property
    def parts_agreed(self) -> tuple[int, int] | None:
        """How many of how many parts are settled or agreed, where some are and others are not."""
        return parts_agreed(self.parts)

    @property
    def leaves(self) -> tuple[Line, ...]:
        """The lines that have standings: the parts, or the whole where there are none."""
        return self.parts or (self.whole,)


@dataclass(frozen=True, slots=True)
class Convergence:
    """How much the parties share: rows that are agreed or settled, of those that are counted.

    Attributes:
        least: Those of which nothing is in doubt.
        possible: How many it may be for all that is known.
        rows: How many rows are counted: those that are raised, and about what the parties want.
        known: Of how many of their cells it is known what is said, or that it is silent.
        cells: How many cells these rows have.
    """

    least: int = 0
    possible: int = 0
    rows: int = 0
    known: int = 0
    cells: int = 0

    def __add__(self, other: Convergence) -> Convergence:
        return Convergence(
            self.least + other.least,
            self.possible + other.possible,
            self.rows + other.rows,
            self.known + other.known,
            self.cells + other.cells,
        )

    @property
    def most(self) -> int | None:
        """How many it may be; None where of more than half of the cells nothing is known."""
        return self.possible if 2 * self.known >= self.cells else None

    def __str__(self) -> str:
        bounded = self.most is not None and self.most != self.least
        return f"{self.least} of {self.rows}" + (f", at most {self.most}" if bounded else "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A record lined up, issue by issue.

    Attributes:
        as_of: The moment for which the record stands.
        parties: The parties compared, and what stands beside them, in the order of the columns.
        counts: How many rows have each status; every status is there.
        spoken: How many cells (party by issue, part by part) speak, out of `cells`: the coverage.
        words: What sentences call everything in the dossier.
        unraised: The rows of issues on which nothing says anything up to the moment; they are not
            among the others, and not counted.
        options: The options that are fixed, by the id of their party; every branch of the other
            parties is compared.
    """

    dossier: Dossier
    as_of: Moment
    parties: tuple[Party, ...]
    rows: tuple[Row, ...]
    counts: Mapping[Status, int]
    convergence: Convergence
    spoken: int
    cells: int
    words: Glossary = field(repr=False, compare=False)
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    unraised: tuple[Row, ...] = ()

    @property
    def counted(self) -> tuple[Party, ...]:
        """The columns that make a status: the parties, or all where fewer than two are parties.

        A mediator's paper and the like count in no status beside two parties; two drafts alone are
        compared with each other.
        """
        parties = tuple(party for party in self.parties if party.role.counts)
        return parties if len(parties) > 1 else self.parties

    def row(self, issue: str) -> Row:
        """Return the row of an issue.

        Raises:
            KeyError: No row has that issue.
        """
        for row in (*self.rows, *self.unraised):
            if row.issue.id == issue:
                return row
        raise KeyError(issue)
