"""Holds the difference of two states as it is shown: by issue, what changed and who moved.

Frozen data that `positions.changes.difference` makes. Reports print it, screens show it; nothing
of it is worked out again there.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from positions.changes.detect import ChangeClass, ChangeKind
from positions.changes.document_facts import BASE, NOTHING_IN_IT, OLDER_WORDS
from positions.sentences.reasons import NO_REASON

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from positions.changes.detect import LeafChange
    from positions.changes.leaves import Subject
    from positions.changes.move_kinds import MoveKind
    from positions.changes.nearness import Toward
    from positions.comparison.cell_lines import CellLine
    from positions.comparison.rows import Convergence, Status
    from positions.model.dossier import Dossier, Issue, Option
    from positions.sentences.glossary import Glossary
    from positions.sentences.names import Name
    from positions.sentences.reasons import Reason

__all__ = [
    "DossierDifference",
    "IssueDifference",
    "PositionChange",
    "RecordChange",
    "counts_of",
]


FOLLOWING = frozenset({BASE, NOTHING_IN_IT, OLDER_WORDS})
"""The paths of what follows from another fact of the same document, and is no change beside it."""


@dataclass(frozen=True, slots=True)
class PositionChange:
    """What became of a party's position on an issue, or on some parts of it.

    Attributes:
        parts: The ids of the parts that it is about; empty for an issue without parts.
        what: What became of it; `what.is_move` tells whether the party moved.
        before: What it said, line by line; empty where it was not there.
        after: What it says.
        toward: Which way a move went, seen from each other column that speaks in both states.
        documents: The ids of the documents whose words these are, before and after.
        of_record: Whether these words are its position of record; otherwise they are those of
            another document, and the position of record is the same.
        reason: What became of it, in words.
        red_line: Whether the party calls it a red line now, or an option of it.
    """

    party: str
    parts: tuple[str, ...]
    what: MoveKind
    before: tuple[CellLine, ...]
    after: tuple[CellLine, ...]
    toward: tuple[Toward, ...] = ()
    documents: tuple[str, ...] = ()
    of_record: bool = True
    reason: Reason = NO_REASON
    red_line: bool = False

    @property
    def moved(self) -> bool:
        """Whether the party moved."""
        return self.what.is_move


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What changed in a record besides positions themselves.

    Attributes:
        title: The record in words.
        leaves: The facts that differ, less those that a `PositionChange` shows.
        party: The party whose document it is; empty for others.
    """

    subject: Subject
    kind: ChangeKind
    title: str
    leaves: tuple[LeafChange, ...]
    party: str = ""

    @property
    def of_all(self) -> bool:
        """Whether it is of an outcome, which concerns every party."""
        return self.subject[0] == "outcomes"

    def of_class(self, change_class: ChangeClass) -> tuple[LeafChange, ...]:
        """Return the leaves of a class."""
        return tuple(leaf for leaf in self.leaves if leaf.change_class is change_class)


@dataclass(frozen=True, slots=True)
class IssueDifference:
    """What changed on one issue.

    Attributes:
        issue: The issue as it is; as it was where it is gone.
        kind: What became of the issue itself.
        former: The id that it had before, if another.
        status: The status of its row before and after; None where it has no row.
        reason: Why the row has its status afterwards, or had it before if the issue is gone.
        stances: What became of each party's position.
        facts: What else changed in its records: the issue itself, the evidence and the wording
            of the positions.
        columns: The positions of columns that came or went as a whole, which is told once; on one
            issue, or of one party, they are told as well.
        of_documents: What is told of a document as a whole: how it was read, what it takes over. On
            one issue it is told as well.
        recast: That it was split off another issue or merged from several, in words; by that no
            position is another.
    """

    issue: Issue
    kind: ChangeKind
    former: str
    status: tuple[Status | None, Status | None]
    reason: str
    stances: tuple[PositionChange, ...]
    facts: tuple[RecordChange, ...]
    columns: tuple[PositionChange, ...] = ()
    recast: str = ""
    of_documents: tuple[PositionChange, ...] = ()

    @property
    def follows(self) -> bool:
        """Whether nothing but its status changed, which follows from what changed elsewhere.

        A column that came or went is told once, and not on its issues.
        """
        told = self.stances or self.facts or self.is_renamed
        return not told and None not in self.status and self.status[0] is not self.status[1]

    @property
    def is_renamed(self) -> bool:
        """Whether it has another id, or was made of others."""
        return self.kind is ChangeKind.RENAMED or bool(self.recast)

    @property
    def with_columns(self) -> IssueDifference:
        """The same with the positions of columns that came or went."""
        return replace(self, stances=(*self.stances, *self.columns), columns=())

    @property
    def substance(self) -> bool:
        """Whether anything of substance changed, the row's status included."""
        return (
            bool(self.stances)
            or self.status[0] is not self.status[1]
            or self.is_renamed
            or any(fact.of_class(ChangeClass.SUBSTANCE) for fact in self.facts)
        )


@dataclass(frozen=True, slots=True)
class DossierDifference:
    """What changed between two states of a dossier.

    Attributes:
        before: The dossier as it was.
        after: The dossier as it is.
        issues: What changed by issue, in the order of the dossier; issues that are gone last.
        facts: What changed in records that belong to no issue.
        convergence: The convergence before and after.
        counts: How many facts changed in each class but `none`; a stance counts as one.
        words: What sentences call everything, before and after.
        options: The options that are fixed, by the id of their party.
        narrowed: Whether it is only of some issues; then every other party is named.
        former_parties: The parties that have another id now, each with the one that it had.
    """

    before: Dossier
    after: Dossier
    issues: tuple[IssueDifference, ...]
    facts: tuple[RecordChange, ...]
    convergence: tuple[Convergence, Convergence]
    counts: Mapping[ChangeClass, int]
    words: tuple[Glossary, Glossary] = field(repr=False, compare=False)
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    narrowed: bool = False
    former_parties: Mapping[str, str] = field(default_factory=dict)

    @property
    def change_class(self) -> ChangeClass:
        """The greatest class of all that changed; `none` where the dossiers are the same."""
        found = (one for one, count in self.counts.items() if count)
        return max(found, key=lambda one: one.weight, default=ChangeClass.NONE)

    @property
    def names(self) -> Mapping[str, Name]:
        """The names of all parties on either side, as sentences have them."""
        return {**self.words[0].names, **self.words[1].names}

    def name(self, party: str) -> str:
        """Return the name of a party that is on either side."""
        known = self.after.parties.get(party) or self.before.parties.get(party)
        return known.name if known else party

    def of(self, parties: Sequence[str]) -> DossierDifference:
        """Return what concerns one of these parties."""
        return self._of(parties, [issue.with_columns for issue in self.issues])

    def _of(self, parties: Sequence[str], given: Sequence[IssueDifference]) -> DossierDifference:
        chosen = frozenset(parties)
        issues = [
            replace(
                issue,
                stances=tuple(
                    _told_alone(one, chosen) for one in issue.stances if one.party in chosen
                ),
                facts=tuple(fact for fact in issue.facts if fact.party in chosen or fact.of_all),
            )
            for issue in given
        ]
        return self._with(
            [issue for issue in issues if issue.stances or issue.facts],
            [fact for fact in self.facts if fact.party in chosen],
        )

    def by(self, party: str) -> DossierDifference:
        """Return what one party changed or, for an empty id, what no single one did.

        So each change is in one such list: that of an outcome, which concerns all, in the last.
        """
        own = self._of([party], self.issues)
        return self._with(
            [
                issue
                for one in own.issues
                if (issue := replace(one, facts=_facts_by(party, one.facts))).stances or issue.facts
            ],
            _facts_by(party, own.facts),
        )

    def on(self, issues: Iterable[str]) -> DossierDifference:
        """Return what concerns one of these issues, by their ids of either side."""
        chosen = frozenset(issues)
        found = self._with(
            [
                replace(told, stances=(*told.stances, *told.of_documents), of_documents=())
                for told in (one.with_columns for one in self.issues)
                if told.issue.id in chosen or told.former in chosen
            ],
            [],
        )
        return replace(found, narrowed=True)

    def also_in(self, others: Sequence[DossierDifference]) -> DossierDifference:
        """Return what changed in each of some other differences as well: all of it where none is.

        Of a merge, that is what is as on none of its sides.
        """
        if not others:
            return self
        known = [_places(other) for other in others]
        common = known[0].intersection(*known[1:])
        issues = [
            replace(
                issue,
                stances=tuple(
                    one for one in issue.stances if (issue.issue.id, one.party) in common
                ),
                facts=tuple(_facts_in(issue.facts, common)),
            )
            for issue in self.issues
        ]
        return self._with(
            [issue for issue in issues if issue.stances or issue.facts],
            _facts_in(self.facts, common),
        )

    def _with(
        self, issues: Sequence[IssueDifference], facts: Sequence[RecordChange]
    ) -> DossierDifference:
        return replace(
            self, issues=tuple(issues), facts=tuple(facts), counts=counts_of(issues, facts)
        )


def _told_alone(change: PositionChange, chosen: AbstractSet[str]) -> PositionChange:
    """Return a change that tells itself what it did together with parties that are not shown."""
    toward = tuple(
        one if one.told or one.party in chosen else one._replace(told=True) for one in change.toward
    )
    return replace(change, toward=toward) if toward != change.toward else change


def _places(found: DossierDifference) -> set[tuple[str, ...]]:
    """Return where something changed: the issue and the party of a position, the path of a fact."""
    facts = (*found.facts, *(fact for issue in found.issues for fact in issue.facts))
    stances = {(issue.issue.id, one.party) for issue in found.issues for one in issue.stances}
    return stances | {(*fact.subject, *leaf.path) for fact in facts for leaf in fact.leaves}


def _facts_in(
    facts: Sequence[RecordChange], places: AbstractSet[tuple[str, ...]]
) -> list[RecordChange]:
    kept = [
        replace(
            fact,
            leaves=tuple(leaf for leaf in fact.leaves if (*fact.subject, *leaf.path) in places),
        )
        for fact in facts
    ]
    return [fact for fact in kept if fact.leaves]


def _facts_by(party: str, facts: Sequence[RecordChange]) -> tuple[RecordChange, ...]:
    return tuple(fact for fact in facts if not (party and fact.of_all))


def counts_of(
    issues: Sequence[IssueDifference], facts: Sequence[RecordChange]
) -> dict[ChangeClass, int]:
    """Return how many facts of issues and of other records changed in each class."""
    counts: dict[ChangeClass, int] = {one: 0 for one in ChangeClass if one is not ChangeClass.NONE}
    alone = False
    for issue in issues:
        changed = len(issue.stances) + issue.is_renamed
        counts[ChangeClass.SUBSTANCE] += changed
        told = changed or any(one.of_class(ChangeClass.SUBSTANCE) for one in issue.facts)
        alone = alone or (issue.substance and not told)
    for fact in (*facts, *(fact for issue in issues for fact in issue.facts)):
        own = [leaf for leaf in fact.leaves if leaf.path not in FOLLOWING]
        plain = any(leaf.change_class is ChangeClass.SUBSTANCE for leaf in own)
        for leaf in own if plain else fact.leaves:
            counts[leaf.change_class] += 1
    # Statuses follow from what changed; they are no changes of their own.
    counts[ChangeClass.SUBSTANCE] += alone and not counts[ChangeClass.SUBSTANCE]
    return counts
