"""What changed between two dossiers: typed changes, matched by id, each in its class.

Never by list index or line: two dossiers are compared as canonical leaves, so that reordering,
quoting, wrapping, comments and invisible characters change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.changes.leaves import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.changes.leaves import Content, Leaves
    from positions.model.dossier import Dossier

__all__ = ["Change", "ChangeClass", "ChangeKind", "LeafChange", "Subject", "changes", "renames"]

Subject = tuple[str, ...]
"""The path of the record that changed; a position is a record of its own."""


class ChangeClass(StrEnum):
    """How much a change matters, the greatest first.

    `none` is no class of a change between dossiers: it is what two texts have whose bytes differ
    and whose dossiers are the same.
    """

    SUBSTANCE = "substance"
    EVIDENCE = "evidence"
    WORDING = "wording"
    NONE = "none"

    @property
    def weight(self) -> int:
        """A number that is greater for a class that matters more."""
        return tuple(reversed(ChangeClass)).index(self)


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
        renamed_from: The id that an issue had before; empty where it kept its own.
    """

    subject: Subject
    kind: ChangeKind
    leaves: tuple[LeafChange, ...]
    correction: bool = False
    renamed_from: str = ""

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
    old, new = _renamed(canonical(before), ids), canonical(after)
    grouped: dict[Subject, list[tuple[str, ...]]] = {}
    for path in (*new, *(path for path in old if path not in new)):
        if old.get(path) != new.get(path):
            grouped.setdefault(_subject(path), []).append(path)
    known = {_subject(path) for path in old}, {_subject(path) for path in new}
    names = {current: former for former, current in ids.items()}
    return tuple(
        Change(
            subject,
            _kind(subject, known, names),
            tuple(
                LeafChange(
                    path[len(subject) :],
                    old.get(path),
                    new.get(path),
                    ChangeClass.SUBSTANCE
                    if _turned_round(path, old, new)
                    else _class(path, kept=subject in known[0] and subject in known[1]),
                )
                for path in paths
            ),
            _is_correction(subject, paths, old, new),
            names.get(subject[1], "") if subject[0] == "issues" else "",
        )
        for subject, paths in grouped.items()
    )


def renames(before: Dossier, after: Dossier) -> dict[str, str]:
    """Return the issues that were renamed: each former id with the present one.

    An issue says so itself with `formerly`; read backwards, it says what it will be called.
    """
    found = {}
    for one, other, forward in ((before, after, True), (after, before, False)):
        for issue in other.issues.values():
            for former in issue.formerly:
                gone = former in one.issues and former not in other.issues
                if gone and issue.id not in one.issues:
                    pair = (former, issue.id) if forward else (issue.id, former)
                    found[pair[0]] = pair[1]
    return found


def _subject(path: Sequence[str]) -> Subject:
    if path[0] == "dossier":
        return ("dossier",)
    length = 4 if path[0] == "memoranda" and path[2] == "positions" else 2
    return tuple(path[:length])


def _kind(
    subject: Subject, known: tuple[set[Subject], set[Subject]], names: Mapping[str, str]
) -> ChangeKind:
    if subject not in known[0]:
        return ChangeKind.ADDED
    if subject not in known[1]:
        return ChangeKind.REMOVED
    renamed = subject[0] == "issues" and subject[1] in names
    return ChangeKind.RENAMED if renamed else ChangeKind.CHANGED


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
_TELLING = frozenset({"sequence", "based_on"})
"""What the head of a document says of the party, whether or not its positions are counted."""
_DESCRIBED = frozenset(
    {"options", "items", "ends", "parts", "by", "verb", "provision", "refused", "formerly"}
)


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


def _turned_round(path: Sequence[str], old: Leaves, new: Leaves) -> bool:
    """Return whether the ends of a scale have changed places: the same titles, nothing else."""
    one, other = old.get(tuple(path)), new.get(tuple(path))
    ends = path[0] == "issues" and path[-1] == "ends"
    return ends and one is not None and other is not None and sorted(one) == sorted(other)


def _is_correction(
    subject: Subject, paths: Sequence[tuple[str, ...]], old: Leaves, new: Leaves
) -> bool:
    if len(subject) != 4 or not any(
        _class(path, kept=True) is ChangeClass.SUBSTANCE for path in paths
    ):
        return False
    document = subject[:2]
    same = all(
        old.get((*document, field)) == new.get((*document, field))
        for field in ("party", "form", "date")
    )
    return same and _states(subject, old) and _states(subject, new)


def _states(subject: Subject, leaves: Leaves) -> bool:
    """Return whether a position is there and says something, rather than leaving a blank."""
    below = [path[4:] for path in leaves if path[:4] == subject]
    return bool(below) and ("blank",) not in below


_NAMING = frozenset({"starts", "until", "conditions", "after", "part_of", "sequence"})


def _renamed(leaves: Leaves, ids: Mapping[str, str]) -> Leaves:
    """Return the leaves with issues named as they are afterwards."""
    if not ids:
        return leaves
    return {_path(path, ids): _words(path, content, ids) for path, content in leaves.items()}


def _path(path: tuple[str, ...], ids: Mapping[str, str]) -> tuple[str, ...]:
    place = 1 if path[0] == "issues" else 3 if _subject(path) == path[:4] else 0
    if not place:
        return path
    return (*path[:place], ids.get(path[place], path[place]), *path[place + 1 :])


def _words(path: tuple[str, ...], content: Content, ids: Mapping[str, str]) -> Content:
    if path[-1] not in _NAMING and (path[0], path[2:]) != ("outcomes", ("issue",)):
        return content
    if isinstance(content, str):
        return ids.get(content, content)
    named = (" + ".join(ids.get(word, word) for word in step.split(" + ")) for step in content)
    return tuple(named) if path[-1] == "sequence" else tuple(sorted(named))
