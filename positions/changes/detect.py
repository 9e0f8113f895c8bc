"""Finds what changed between two dossiers: typed changes, matched by id, each in its class.

Never by list index or line: two dossiers are compared record by record, as canonical leaves, so
that reordering, quoting, wrapping, comments and invisible characters change nothing. Records that
are equal are left out before leaves are made of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.changes.leaves import facts_of, leaves_of, records_of, same_head
from positions.model.dossier import Memorandum, Outcome, Position
from positions.record.parts import part_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.changes.leaves import Content, Leaves, Subject
    from positions.model.dossier import Dossier
    from positions.model.fields import StrictRecord
    from positions.values import Frame

__all__ = [
    "Change",
    "ChangeClass",
    "ChangeKind",
    "LeafChange",
    "changes",
    "formers",
    "joined_frames",
    "renames",
]


class ChangeClass(StrEnum):
    """How much a change matters, the greatest first.

    `frame` is what the issue is: its kind, unit, limit, options, parts. By it nobody moves. `none`
    is no class of a change between dossiers: it is what two texts have whose bytes differ and whose
    dossiers are the same.
    """

    SUBSTANCE = "substance"
    EVIDENCE = "evidence"
    FRAME = "frame"
    WORDING = "wording"
    NONE = "none"

    @property
    def meaning(self) -> str:
        """What belongs to it, in a sentence."""
        return _MEANINGS[self]

    @property
    def weight(self) -> int:
        """A number that is greater for a class that matters more."""
        return tuple(reversed(ChangeClass)).index(self)


_MEANINGS = {
    ChangeClass.SUBSTANCE: (
        "What a party asks for, or what was agreed: values, terms, options, blanks, red lines, the "
        "order of steps, reactions, outcomes and deliveries."
    ),
    ChangeClass.EVIDENCE: (
        "How it is known: sources, grades, clauses, accounts, and an analyst's estimates."
    ),
    ChangeClass.FRAME: (
        "What the issue is: its kind, unit, limit, options, items and parts. By it nobody moves."
    ),
    ChangeClass.WORDING: "How it is put: paraphrases, quotes, titles and notes.",
    ChangeClass.NONE: "Only the form of the text: order, spacing, quoting, comments.",
}


class ChangeKind(StrEnum):
    """What became of a record."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class LeafChange:
    """One fact that differs.

    Attributes:
        path: The keys below the subject that lead to it.
        before: What it was; None where it was not there.
        after: What it is; None where it is not there any more.
    """

    path: tuple[str, ...]
    before: Content | None
    after: Content | None
    change_class: ChangeClass


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one record.

    Attributes:
        subject: The record's path, with the ids that it has afterwards.
        leaves: Every fact that differs.
        correction: Whether a position was changed in a document whose party, form and date stayed
            as they were, so that the record was wrong before and nobody moved.
    """

    subject: Subject
    kind: ChangeKind
    leaves: tuple[LeafChange, ...]
    correction: bool = False

    @property
    def change_class(self) -> ChangeClass:
        """The greatest class of its leaves."""
        return max((leaf.change_class for leaf in self.leaves), key=lambda one: one.weight)


def changes(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """Return what changed from one dossier to another, record by record.

    Every canonical leaf that differs is named exactly once. The changes the other way round are
    the same with before and after exchanged.
    """
    ids = renames(before, after)
    former = {now: was for was, now in ids.items()}
    old = {_path(subject, ids): record for subject, record in records_of(before).items()}
    new = records_of(after)
    # What is renamed, or names what is, can be equal and have other leaves.
    equal = _EqualRecords(before, after) if not ids else None
    found: dict[Subject, Change] = {}
    for subject in old | new:
        one, other = old.get(subject), new.get(subject)
        if equal and one and other and equal.are(subject, one, other):
            continue
        leaves = (
            _renamed(leaves_of(before, _path(subject, former), one), ids) if one else {},
            leaves_of(after, subject, other) if other else {},
        )
        change = _change(subject, leaves, former)
        if change is not None and _same_in_parts(before, after, subject, (one, other), ids):
            continue
        if change is not None:
            said = change.change_class is ChangeClass.SUBSTANCE and _states(one) and _states(other)
            corrected = said and _is_correction(subject[1], before, after)
            found[subject] = replace(change, correction=True) if corrected else change
    # Facts that are there afterwards come first, in their order.
    present = [found[one] for one in new if one in found and found[one].leaves[0].after is not None]
    told = {change.subject for change in present}
    return (*present, *(found[one] for one in old if one in found and one not in told))


def _same_in_parts(
    before: Dossier,
    after: Dossier,
    subject: Subject,
    records: tuple[StrictRecord | None, StrictRecord | None],
    ids: Mapping[str, str],
) -> bool:
    """Return whether a position says the same of every part, if once of the whole."""
    one, other = records
    if not isinstance(one, Position) or not isinstance(other, Position):
        return False
    if bool(one.parts) == bool(other.parts):
        return False
    former = next((was for was, now in ids.items() if now == subject[3]), subject[3])
    old, new = before.issues[former], after.issues[subject[3]]
    return all(
        _of_part(before, (former, part if part in old.parts else ""), one, ids)
        == _of_part(after, (new.id, part if part in new.parts else ""), other, {})
        for part in {**old.parts, **new.parts}
    )


def _of_part(
    dossier: Dossier, place: tuple[str, str], position: Position, ids: Mapping[str, str]
) -> Leaves | None:
    """Return all facts that a position has of a part; None where it says nothing of it."""
    found = part_of(position, place[1]) if place[1] else position
    if found is None or (found.parts and not place[1]):
        return None
    return facts_of(dossier, place, found, ids)


def _change(
    subject: Subject, leaves: tuple[Leaves, Leaves], former: Mapping[str, str]
) -> Change | None:
    """Return what changed in one record, from its leaves on both sides; None if nothing did."""
    old, new = leaves
    paths = [path for path, content in new.items() if old.get(path) != content]
    paths += [path for path in old if path not in new]
    was = former.get(subject[1], "") if subject[0] == "issues" else ""
    if not paths and was:
        id_alone = LeafChange(("id",), was, subject[1], ChangeClass.WORDING)
        return Change(subject, ChangeKind.RENAMED, (id_alone,))
    if not paths:
        return None
    kind = ChangeKind.RENAMED if was else ChangeKind.CHANGED
    if not old or not new:
        kind = ChangeKind.REMOVED if old else ChangeKind.ADDED
    return Change(
        subject,
        kind,
        tuple(
            LeafChange(
                path[len(subject) :],
                old.get(path),
                new.get(path),
                _class_of(path, old, new),
            )
            for path in paths
        ),
    )


class _EqualRecords:
    """Tells which records of two dossiers are certain to have the same leaves."""

    def __init__(self, before: Dossier, after: Dossier) -> None:
        # On these issues, values that are equal are written alike.
        self._issues = {
            name
            for name, issue in after.issues.items()
            if (earlier := before.issues.get(name)) is not None
            and earlier.kind == issue.kind
            and earlier.parts.keys() == issue.parts.keys()
            and all(
                _same_frame(before.frames[name, part], after.frames[name, part])
                for part in ("", *issue.parts)
            )
        }

    def are(self, subject: Subject, one: StrictRecord, other: StrictRecord) -> bool:
        """Return whether two records of the same subject are; false where that is not certain."""
        if isinstance(one, Memorandum) and isinstance(other, Memorandum):
            return same_head(one, other)
        issue = subject[-1] if subject[0] in {"issues", "memoranda"} else ""
        if isinstance(one, Outcome):
            issue = one.issue
        return (not issue or issue in self._issues) and (one is other or one == other)


def renames(before: Dossier, after: Dossier) -> dict[str, str]:
    """Return the issues that were renamed: each former id with the present one.

    An issue says so itself with `formerly`; read backwards, it says what it will be called. Without
    it, an issue of the same title and kind is the same where every document says the same on it.
    """
    found = _unsaid_renames(before, after)
    for one, other, forward in ((before, after, True), (after, before, False)):
        for issue in other.issues.values():
            for former in issue.formerly:
                gone = former in one.issues and former not in other.issues
                if gone and issue.id not in one.issues:
                    pair = (former, issue.id) if forward else (issue.id, former)
                    found[pair[0]] = pair[1]
    return found


def _unsaid_renames(before: Dossier, after: Dossier) -> dict[str, str]:
    """Return the issues that have another id, title, kind and words being the same."""
    gone = [one for name, one in before.issues.items() if name not in after.issues]
    came = [one for name, one in after.issues.items() if name not in before.issues]
    found: dict[str, str] = {}
    for issue in came:
        if any(name in before.issues for name in issue.formerly):
            continue
        alike = [
            one.id
            for one in gone
            if (one.title, one.kind) == (issue.title, issue.kind)
            and not any(name in after.issues for name in one.formerly)
            and _said_in_both(before, one.id, after) == _said_in_both(after, issue.id, before) != {}
        ]
        if len(alike) == 1 and alike[0] not in found:
            found[alike[0]] = issue.id
    return found


def _said_in_both(dossier: Dossier, issue: str, other: Dossier) -> dict[str, Position]:
    """Return what each document that both states have says on an issue in one of them."""
    return {
        name: paper.positions[issue]
        for name, paper in dossier.memoranda.items()
        if name in other.memoranda and issue in paper.positions
    }


def formers(before: Dossier, after: Dossier) -> dict[str, tuple[str, ...]]:
    """Return for each issue of the later state what it was before: itself, or those it was made of.

    Several after a merger; the same one for several issues after a split; none for a new issue.
    """
    found: dict[str, tuple[str, ...]] = {}
    unsaid = _unsaid_renames(before, after)
    for name, issue in after.issues.items():
        gone = [
            one
            for one in before.issues
            if one not in after.issues
            and (
                one in issue.formerly
                or name in before.issues[one].formerly
                or unsaid.get(one) == name
            )
        ]
        found[name] = (name,) if name in before.issues else tuple(gone)
    return found


def joined_frames(before: Dossier, after: Dossier) -> Iterator[tuple[tuple[str, str], Frame]]:
    """Yield the frame of each line of which values of both states can be compared.

    Options and items of either side are declared in it. A line of another kind or unit, with
    another limit or with other rungs of its ladder is left out.
    """
    for name, was in formers(before, after).items():
        former = before.issues[was[0]] if was else None
        issue = after.issues[name]
        for part in {**dict.fromkeys(("", *issue.parts)), **(former.parts if former else {})}:
            frame = after.frames[name, part if part in issue.parts else ""]
            if former is None:
                yield (name, part), frame
                continue
            earlier = before.frames[former.id, part if part in former.parts else ""]
            if former.kind == issue.kind and _measures_alike(earlier, frame):
                options = _both(earlier.options, frame.options)
                items = _both(earlier.items, frame.items)
                yield (name, part), replace(frame, options=options, items=items)


def _measures_alike(one: Frame, other: Frame) -> bool:
    """Return whether figures of two frames are of one measure."""
    if one.ordered and list(one.options) != list(other.options):
        return False
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("unit", "limit", "between", "ordered", "ends")
    )


def _both(earlier: Mapping[str, str], later: Mapping[str, str]) -> dict[str, str]:
    """Return the options of both, each of the earlier ones behind the one that it stood behind."""
    order = list(later)
    behind = 0
    for option in earlier:
        if option in later:
            behind = order.index(option) + 1
        else:
            order.insert(behind, option)
            behind += 1
    return {option: later.get(option, earlier.get(option, "")) for option in order}


_WORDING = frozenset(
    {"title", "name", "short", "note", "paraphrase", "reason", "topic", "disputed", "noun"}
)
_EVIDENCE = frozenset(
    {"sources", "credibility", "basis", "clause", "as_of", "speaker", "salience", "points"}
)
_OF_EVIDENCE = frozenset({"checked", "left_out"})
"""Records that say how well something is known."""
_BESIDE = frozenset({"accounts", "reservation"})
"""What stands in a position, and is no part of what the party asks for."""
_TELLING = frozenset({"sequence", "based_on", "reactions"})
"""What the head of a document says of the party, whether or not its positions are counted."""
_FRAME = frozenset({"kind", "unit", "counts", "limit", "between", "ordered", "near", "procedural"})
"""What an issue tells of its values and its row."""
_LISTED = frozenset({"options", "items", "parts"})
"""Of these, another one is another frame; another title is wording."""
_DESCRIBED = frozenset(
    {"options", "items", "ends", "parts", "by", "verb", "provision", "refused", "formerly"}
)


def _class_of(path: tuple[str, ...], old: Leaves, new: Leaves) -> ChangeClass:
    """Return the class of a leaf that differs, by where it is and whether it came or went."""
    kept = bool(old and new)
    if path[0] == "issues" and kept:
        came = not all(_has(path[:4], side) for side in (old, new))
        if path[2] in _FRAME or (came and path[2] in _LISTED) or _turned_round(path, old, new):
            return ChangeClass.FRAME
    return _class(path, kept=kept)


def _has(place: tuple[str, ...], leaves: Leaves) -> bool:
    """Return whether there is anything at a place or below it: an option, an item, a part."""
    return any(path[: len(place)] == place for path in leaves)


def _class(path: Sequence[str], *, kept: bool) -> ChangeClass:
    """Return the class of a leaf, by where it stands.

    Args:
        path: The leaf's path.
        kept: Whether its record is there before and after. A document that comes or goes is
            evidence, an issue or event that does is wording: what they carry is counted where it
            stands, in the positions.
    """
    beside = path[0] != "outcomes" and not _BESIDE.isdisjoint(path[4:])
    known = path[-1] in _EVIDENCE or not _OF_EVIDENCE.isdisjoint(path[2:])
    if path[0] == "sources" or beside or known:
        return ChangeClass.EVIDENCE
    if path[-1] == "role":
        return ChangeClass.SUBSTANCE if kept else ChangeClass.WORDING
    if path[0] in {"dossier", "parties"} or not _WORDING.isdisjoint(path[-2:]):
        return ChangeClass.WORDING
    if "quote" in path[4:]:
        return ChangeClass.WORDING
    if path[0] == "outcomes":
        return ChangeClass.SUBSTANCE
    if path[0] in {"issues", "events"}:
        described = path[2] in _DESCRIBED and path[-1] != "unit"
        return ChangeClass.SUBSTANCE if kept and not described else ChangeClass.WORDING
    if len(path) > 3 and path[2] == "positions":
        return ChangeClass.SUBSTANCE
    if path[2] == "language":
        return ChangeClass.WORDING
    return ChangeClass.SUBSTANCE if kept or path[2] in _TELLING else ChangeClass.EVIDENCE


def _same_frame(one: Frame, other: Frame) -> bool:
    """Return whether two frames are equal, with their options and items in the same order."""
    return one == other and all(
        list(words[0]) == list(words[1])
        for words in ((one.options, other.options), (one.items, other.items))
    )


def _turned_round(path: Sequence[str], old: Leaves, new: Leaves) -> bool:
    """Return whether the ends of a scale have changed places: the same titles, nothing else."""
    one, other = old.get(tuple(path)), new.get(tuple(path))
    ends = path[0] == "issues" and path[-1] == "ends"
    return ends and one is not None and other is not None and sorted(one) == sorted(other)


def _is_correction(document: str, before: Dossier, after: Dossier) -> bool:
    """Return whether a document was said as it was before, so that its words were wrong then."""
    one, other = before.memoranda[document], after.memoranda[document]
    return one.party == other.party and not one.date.before(other.date)


def _states(record: StrictRecord | None) -> bool:
    """Return whether a record is a position that says something, rather than leaving a blank."""
    return isinstance(record, Position) and record.blank is None


_NAMING = frozenset({"starts", "until", "conditions", "after", "part_of", "sequence"})


def _renamed(leaves: Leaves, ids: Mapping[str, str]) -> Leaves:
    """Return the leaves with issues named as they are afterwards."""
    if not ids:
        return leaves
    return {_path(path, ids): _words(path, content, ids) for path, content in leaves.items()}


def _path(path: tuple[str, ...], ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return the path of a leaf or a record, an issue in it under its other id."""
    of_a_position = path[0] == "memoranda" and path[2:3] == ("positions",)
    place = 1 if path[0] == "issues" else 3 if of_a_position else 0
    if not ids or not place:
        return path
    return (*path[:place], ids.get(path[place], path[place]), *path[place + 1 :])


def _words(path: tuple[str, ...], content: Content, ids: Mapping[str, str]) -> Content:
    if path[-1] not in _NAMING and (path[0], path[2:]) != ("outcomes", ("issue",)):
        return content
    if isinstance(content, str):
        return ids.get(content, content)
    named = (_step(step, ids) for step in content)
    return tuple(named) if path[-1] == "sequence" else tuple(sorted(named))


def _step(step: str, ids: Mapping[str, str]) -> str:
    """Return a word, or a step of a sequence, with its issues named as they are afterwards."""
    joint = next((joint for joint in (" + ", " ~ ") if joint in step), " + ")
    return joint.join(ids.get(word, word) for word in step.split(joint))
