"""What a reader is shown of two states of a dossier: by issue, what changed and who moved.

`difference` brings together what `changes`, `movements` and the two comparisons say, as frozen
data. Reports print it, screens show it; nothing of it is worked out again there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.cell_text import Role, cell_lines
from positions.changes import Change, ChangeClass, ChangeKind, changes, renames
from positions.comparison import compare
from positions.dossier import Dossier
from positions.movement import movements
from positions.parts import part_of
from positions.record import Entry, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from positions.cell_text import CellLine
    from positions.changes import LeafChange, Subject
    from positions.dossier import Issue, Memorandum
    from positions.movement import Direction, Move, MoveKind
    from positions.rows import Convergence, Row, Status
    from positions.values import Distance

__all__ = [
    "Difference",
    "Fact",
    "IssueDifference",
    "Stance",
    "Toward",
    "Turn",
    "difference",
    "nothing_of",
    "shown_classes",
]


class Turn(StrEnum):
    """What became of a party's words on an issue by which it did not move."""

    CORRECTED = "corrected"
    BLANK = "still blank"
    RED_LINE = "firmness changed"
    SAID_AGAIN = "said again"
    BESIDE = "record unchanged"
    GONE = "no longer recorded"

    @property
    def meaning(self) -> str:
        """What it says, as a sentence."""
        return _TURNS[self]


_TURNS = {
    Turn.CORRECTED: "A correction in the same document; nobody moved.",
    Turn.BLANK: "Nothing was said before or after.",
    Turn.RED_LINE: "The position is the same, its firmness is not.",
    Turn.SAID_AGAIN: "A newer document says the same; nobody moved.",
    Turn.BESIDE: "Another document changed; the position of record is the same.",
    Turn.GONE: "The party, the issue or the part was taken out of the dossier.",
}


@dataclass(frozen=True, slots=True)
class Toward:
    """Where a move went, seen from one other party.

    Attributes:
        before: How far apart they were; None where that has no measure.
        after: How far apart they are, measured from where the other party stood before.
    """

    party: str
    direction: Direction
    before: Distance | None = None
    after: Distance | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """What became of a party's position on an issue, or on some parts of it.

    Attributes:
        parts: The ids of the parts that it is about; empty for an issue without parts.
        what: The kind of move; a `Turn` where nobody moved.
        before: What it said, line by line; empty where it was not there.
        after: What it says.
        toward: Where a move went, seen from each other party that spoke.
        also_moved: The other parties that moved on the same.
        documents: The ids of the documents whose words these are, before and after.
    """

    party: str
    parts: tuple[str, ...]
    what: MoveKind | Turn
    before: tuple[CellLine, ...]
    after: tuple[CellLine, ...]
    toward: tuple[Toward, ...] = ()
    also_moved: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the party moved."""
        return not isinstance(self.what, Turn)


@dataclass(frozen=True, slots=True)
class Fact:
    """What changed in a record besides positions themselves.

    Attributes:
        title: The record in words.
        leaves: The facts that differ, less those that a `Stance` shows.
        party: The party whose document it is; empty for others.
    """

    subject: Subject
    kind: ChangeKind
    title: str
    leaves: tuple[LeafChange, ...]
    party: str = ""

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
    """

    issue: Issue
    kind: ChangeKind
    former: str
    status: tuple[Status | None, Status | None]
    reason: str
    stances: tuple[Stance, ...]
    facts: tuple[Fact, ...]

    @property
    def substance(self) -> bool:
        """Whether anything of substance changed, the row's status included."""
        return (
            bool(self.stances)
            or self.status[0] is not self.status[1]
            or self.kind is ChangeKind.RENAMED
            or any(fact.of_class(ChangeClass.SUBSTANCE) for fact in self.facts)
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two states of a dossier.

    Attributes:
        before: The dossier as it was.
        after: The dossier as it is.
        issues: What changed by issue, in the order of the dossier; issues that are gone last.
        facts: What changed in records that belong to no issue.
        convergence: The convergence before and after.
        counts: How many facts changed in each class but `none`; a stance counts as one.
    """

    before: Dossier
    after: Dossier
    issues: tuple[IssueDifference, ...]
    facts: tuple[Fact, ...]
    convergence: tuple[Convergence, Convergence]
    counts: Mapping[ChangeClass, int]

    @property
    def change_class(self) -> ChangeClass:
        """The greatest class of all that changed; `none` where the dossiers are the same."""
        found = (one for one, count in self.counts.items() if count)
        return max(found, key=lambda one: one.weight, default=ChangeClass.NONE)

    def name(self, party: str) -> str:
        """Return the name of a party that is on either side."""
        known = self.after.parties.get(party) or self.before.parties.get(party)
        return known.name if known else party

    def of(self, parties: Sequence[str]) -> Difference:
        """Return what concerns one of these parties."""
        chosen = frozenset(parties)
        issues = [
            replace(
                issue,
                stances=tuple(one for one in issue.stances if one.party in chosen),
                facts=tuple(fact for fact in issue.facts if fact.party in chosen),
            )
            for issue in self.issues
        ]
        return self._with(
            [issue for issue in issues if issue.stances or issue.facts],
            [fact for fact in self.facts if fact.party in chosen],
        )

    def on(self, issues: Iterable[str]) -> Difference:
        """Return what concerns one of these issues, by their ids of either side."""
        chosen = frozenset(issues)
        return self._with(
            [one for one in self.issues if one.issue.id in chosen or one.former in chosen], []
        )

    def _with(self, issues: Sequence[IssueDifference], facts: Sequence[Fact]) -> Difference:
        return replace(
            self, issues=tuple(issues), facts=tuple(facts), counts=_counts(issues, facts)
        )


def nothing_of(dossier: Dossier) -> Dossier:
    """Return a dossier of the same day with nothing in it: what there is before the first."""
    return Dossier(dossier.header, {}, {}, {}, {}, {})


def shown_classes(counts: Mapping[ChangeClass, int]) -> tuple[ChangeClass, ...]:
    """Return the classes that occur, the greatest first."""
    return tuple(one for one in ChangeClass if counts.get(one))


def difference(before: Dossier, after: Dossier) -> Difference:
    """Return what changed from one dossier to another."""
    found = _Finder(before, after)
    issues = tuple(found.issues())
    facts = tuple(found.other_facts())
    return Difference(
        before,
        after,
        issues,
        facts,
        (found.old.convergence, found.new.convergence),
        _counts(issues, facts),
    )


def _counts(issues: Sequence[IssueDifference], facts: Sequence[Fact]) -> dict[ChangeClass, int]:
    counts: dict[ChangeClass, int] = {one: 0 for one in ChangeClass if one is not ChangeClass.NONE}
    for issue in issues:
        changed = len(issue.stances) + (issue.kind is ChangeKind.RENAMED)
        status_alone = issue.substance and not changed
        counts[ChangeClass.SUBSTANCE] += changed or int(
            status_alone and not any(one.of_class(ChangeClass.SUBSTANCE) for one in issue.facts)
        )
    for fact in (*facts, *(fact for issue in issues for fact in issue.facts)):
        for leaf in fact.leaves:
            counts[leaf.change_class] += 1
    return counts


class _Finder:
    """Both sides of a difference, each lined up once."""

    def __init__(self, before: Dossier, after: Dossier) -> None:
        self.before, self.after = before, after
        self.old, self.new = compare(before), compare(after)
        self.former = {now: was for was, now in renames(before, after).items()}
        self.moves: dict[tuple[str, str, str], Move] = {
            (move.party, move.issue, move.part): move for move in movements(before, after)
        }
        self.by_issue: dict[str, list[Change]] = {}
        self.others: list[Change] = []
        self.rewritten: set[tuple[str, str]] = set()
        for change in changes(before, after):
            issue = _issue_of(change.subject)
            if not issue:
                self.others.append(change)
                continue
            self.by_issue.setdefault(issue, []).append(change)
            if len(change.subject) == 4 and change.change_class is ChangeClass.SUBSTANCE:
                self.rewritten.add((change.subject[1], issue))

    def issues(self) -> Iterator[IssueDifference]:
        rows = {row.issue.id: row for row in self.old.rows}
        for row in self.new.rows:
            old = rows.pop(self.former.get(row.issue.id, row.issue.id), None)
            found = self._issue(old, row)
            if found.substance or found.facts:
                yield found
        for row in rows.values():
            yield self._issue(row, None)

    def other_facts(self) -> Iterator[Fact]:
        for change in self.others:
            yield self._fact(change, change.leaves)

    def _issue(self, old: Row | None, new: Row | None) -> IssueDifference:
        row = new or old
        if row is None:
            message = "an issue has a row on one side at least"
            raise LookupError(message)
        issue = row.issue.id
        found = self.by_issue.get(issue, [])
        own = next((one for one in found if one.subject[0] == "issues"), None)
        kind = own.kind if own else ChangeKind.CHANGED
        stances = _merged((*self._of_record(old, new), *self._beside(found, old, new)))
        shown = {(stance.party, document) for stance in stances for document in stance.documents}
        return IssueDifference(
            row.issue,
            kind,
            self.former.get(issue, ""),
            (old.status if old else None, new.status if new else None),
            row.whole.sentence if stances or old is None or new is None else "",
            stances,
            tuple(self._facts(found, shown)),
        )

    def _facts(
        self, found: Sequence[Change], shown: AbstractSet[tuple[str, str]]
    ) -> Iterator[Fact]:
        """Yield what changed in the records of an issue besides what a stance shows."""
        for change in found:
            leaves, paper = change.leaves, self._paper(change.subject)
            if paper is not None and (paper.party, paper.id) in shown:
                leaves = tuple(
                    leaf for leaf in leaves if leaf.change_class is not ChangeClass.SUBSTANCE
                )
            if leaves:
                yield self._fact(change, leaves)

    def _fact(self, change: Change, leaves: tuple[LeafChange, ...]) -> Fact:
        paper = self._paper(change.subject)
        title = self._title(change.subject)
        return Fact(change.subject, change.kind, title, leaves, paper.party if paper else "")

    def _paper(self, subject: Subject) -> Memorandum | None:
        if subject[0] != "memoranda":
            return None
        return self.after.memoranda.get(subject[1]) or self.before.memoranda.get(subject[1])

    def _title(self, subject: Subject) -> str:
        """Return a record in words; its document for a position."""
        if subject[0] == "dossier":
            return "The dossier"
        paper = self._paper(subject)
        if paper is not None:
            return f"{paper.title or paper.id}, {paper.date}"
        for side in (self.after, self.before):
            known = getattr(side, subject[0]).get(subject[1])
            if known is not None:
                return str(getattr(known, "title", "") or known.name)
        return subject[1]

    # -------------------------------------------------------------------------- stances

    def _of_record(self, old: Row | None, new: Row | None) -> Iterator[Stance]:
        """Yield what became of every party's position of record on an issue."""
        was, now = _standings(old), _standings(new)
        for place in {**now, **was}:
            one, other = was.get(place), now.get(place)
            if one is not None and other is not None:
                move = self.moves.get((other.party, other.issue, other.part))
                what = move.kind if move else self._turn(one, other)
            elif other is not None and other.speaks:
                move = self.moves.get((other.party, other.issue, other.part))
                what = move.kind if move else None
            else:
                move, what = None, Turn.GONE if one is not None and one.speaks else None
            if what is not None:
                yield self._stance(one, other, what, move)

    def _turn(self, one: Standing, other: Standing) -> Turn | None:
        """Return what became of the words of a party that did not move; None where nothing did."""
        if not one.speaks or not other.speaks or other.entry is None:
            return Turn.BLANK if one.blank is not other.blank else None
        # Only a fact that differs is a change: a value of the same words can be another under
        # another declaration of its issue.
        if (other.entry.document.id, other.issue) not in self.rewritten:
            return None
        if one.position.substance() != other.position.substance():
            return Turn.CORRECTED
        if _firm(one) != _firm(other):
            return Turn.RED_LINE
        same = one.entry is not None and one.entry.document.id == other.entry.document.id
        return None if same else Turn.SAID_AGAIN

    def _stance(
        self, one: Standing | None, other: Standing | None, what: MoveKind | Turn, move: Move | None
    ) -> Stance:
        place = other or one
        if place is None:
            message = "a stance has one side at least"
            raise LookupError(message)
        sides = (self.before, one), (self.after, other)
        documents = [
            standing.entry.document.id for _, standing in sides if standing and standing.entry
        ]
        return Stance(
            place.party,
            (place.part,) if place.part else (),
            what,
            _lines(*sides[0]),
            _lines(*sides[1]),
            tuple(
                Toward(party, direction, *move.gained.get(party, (None, None)))
                for party, direction in move.directions.items()
            )
            if move
            else (),
            move.also_moved if move else (),
            tuple(dict.fromkeys(documents)),
        )

    def _beside(
        self, found: Sequence[Change], old: Row | None, new: Row | None
    ) -> Iterator[Stance]:
        """Yield what changed in documents of a party that are not its word of record."""
        was, now = _standings(old), _standings(new)
        for change in found:
            paper = self._paper(change.subject)
            if paper is None or change.change_class is not ChangeClass.SUBSTANCE:
                continue
            issue = change.subject[3]
            row = new or old
            for part in (row.issue.parts or ("",)) if row else ():
                place = (paper.party, part)
                holders = (was.get(place), now.get(place))
                if any(one and one.entry and one.entry.document.id == paper.id for one in holders):
                    continue
                former = self.former.get(issue, issue)
                one = _alone(self.before, paper.id, former, part)
                other = _alone(self.after, paper.id, issue, part)
                if _said(one) != _said(other):
                    what = Turn.CORRECTED if change.correction else Turn.BESIDE
                    yield self._stance(one, other, what, None)


def _issue_of(subject: Subject) -> str:
    """Return the issue to which a record belongs; an empty text where it belongs to none."""
    if subject[0] == "issues":
        return subject[1]
    return subject[3] if len(subject) == 4 else ""


def _standings(row: Row | None) -> dict[tuple[str, str], Standing]:
    """Return the standings of a row by party and part."""
    if row is None:
        return {}
    return {
        (party, line.part): standing
        for line in row.leaves
        for party, standing in line.standings.items()
    }


def _alone(dossier: Dossier, document: str, issue: str, part: str) -> Standing | None:
    """Return what a document says on a part of an issue, whatever the record is."""
    paper = dossier.memoranda.get(document)
    position = paper.positions.get(issue) if paper else None
    said = part_of(position, part) if position else None
    if paper is None or said is None:
        return None
    return Standing(paper.party, issue, part, Entry(paper, said), said.blank)


def _said(standing: Standing | None) -> object:
    if standing is None or standing.entry is None:
        return None
    return standing.entry.position.substance(), _firm(standing)


def _firm(standing: Standing) -> tuple[object, ...]:
    """Return where a position has red lines."""
    if standing.entry is None:
        return ()
    position = standing.entry.position
    branches = position.alternatives.items()
    return position.red_line, *(label for label, branch in branches if branch.red_line)


def _lines(dossier: Dossier, standing: Standing | None) -> tuple[CellLine, ...]:
    """Return the lines of a standing, less the title of its part."""
    if standing is None:
        return ()
    found = cell_lines(dossier, dossier.issues[standing.issue], [standing])
    if not found or found[0].role is not Role.PART:
        return found
    return tuple(replace(line, depth=max(line.depth - 1, 0)) for line in found[1:])


def _merged(stances: Iterable[Stance]) -> tuple[Stance, ...]:
    """Return the stances, those that differ only in their parts as one."""
    groups: dict[Stance, list[str]] = {}
    for stance in stances:
        groups.setdefault(replace(stance, parts=()), []).extend(stance.parts)
    return tuple(replace(stance, parts=tuple(parts)) for stance, parts in groups.items())
