"""Reads what changed between two states of a dossier: everything the screen shows.

`read_changes` touches no widget and runs in a thread. Without sides it takes HEAD and the working
tree or, where those say the same, the last revision that changed anything but the form of the text:
whoever asks for changes wants to see some, and the head of the screen names what is compared. A
side may also be a file or a folder of its own, which need not be in git. Both sides may be moments
of the dossier that is shown: then it is compared as it could be known at each of them.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from positions.changes.detect import ChangeClass
from positions.changes.log import loaded_difference
from positions.changes.paths import NamedPath
from positions.comparison.compare import compare
from positions.git.history import GitFault, Revision, Snapshot, State, history_of
from positions.loader import Loaded, load
from positions.problems.problem import Severity, has_errors
from positions.record.known import known_at
from positions.reports.changes.words import NOTHING, NOTHING_BUT_FORM, is_shown
from tui.keys.table import key_of
from tui.state.moments import said_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from positions.changes.model import DossierDifference
    from positions.comparison.rows import Comparison
    from positions.git.history import History
    from positions.model.moment import Moment

__all__ = [
    "ChangeEnds",
    "ChangesRead",
    "End",
    "MomentEnds",
    "Sides",
    "changed_since",
    "end_name",
    "end_words",
    "ends_again",
    "names_of",
    "read_changes",
    "revisions_between",
    "sides_of",
]

End = str | State | NamedPath
"""A side as it is asked for: a revision by any name or date, the index, the working tree, or a file
or folder of its own."""


class ChangeEnds(NamedTuple):
    """What is to be compared: two texts."""

    before: End
    after: End


class MomentEnds(NamedTuple):
    """What is to be compared: the dossier that is shown, at two moments."""

    before: Moment
    after: Moment


Sides = ChangeEnds | MomentEnds
"""What is to be compared, by either clock."""


@dataclass(frozen=True, slots=True)
class ChangesRead:
    """What was read.

    Attributes:
        sides: What was asked for; None for what is shown without being asked.
        revisions: Those that changed the dossier's text, the newest first.
        before: The dossier as it was; None where nothing could be read.
        after: The dossier as it is.
        found: What changed; None where there is a sentence instead.
        comparisons: Both sides lined up, where something changed.
        note: What a reader must know besides; may be empty.
        sentence: What is said where there are no changes to show.
    """

    sides: Sides | None
    revisions: tuple[Revision, ...] = ()
    before: Snapshot | None = None
    after: Snapshot | None = None
    found: DossierDifference | None = None
    comparisons: tuple[Comparison, Comparison] | None = None
    note: str = ""
    sentence: str = ""


def sides_of(read: ChangesRead | None, asked: Sides | None) -> Sides:
    """Return the sides as they can be asked for again, one of them changed."""
    if isinstance(asked, MomentEnds):
        return asked
    is_other = read is None or isinstance(read.sides, MomentEnds)
    if is_other or read is None or read.before is None or read.after is None:
        return asked or ChangeEnds("HEAD", State.WORKING_TREE)
    if read.sides is not None and any(isinstance(end, NamedPath) for end in read.sides):
        return read.sides
    return ChangeEnds(_end_of(read.before), _end_of(read.after))


def revisions_between(read: ChangesRead) -> tuple[str, ...]:
    """Return the ids of the revisions after the earlier side, up to the later."""
    before, after = (
        end.revision.id if end is not None and end.revision else ""
        for end in (read.before, read.after)
    )
    ids = [one.id for one in read.revisions]
    newest = ids.index(after) if after in ids else 0
    return tuple(ids[newest : ids.index(before)] if before in ids else ids[newest : newest + 1])


def _end_of(end: Snapshot) -> End:
    if end.revision is not None:
        return end.revision.id
    return State(end.label) if end.label in list(State) else end.label


def ends_again(names: Sequence[str]) -> ChangeEnds | None:
    """Return the ends of these names, as `names_of` gave them; None where they are no two."""
    ends = [State(name) if name in list(State) else name for name in names]
    return ChangeEnds(*ends) if len(ends) == 2 else None


def names_of(sides: Sides | None) -> tuple[str, ...]:
    """Return the names of two ends, to be kept; none of moments, of files, and of no choice."""
    if sides is None or isinstance(sides, MomentEnds):
        return ()
    names = tuple(str(end) for end in sides if isinstance(end, str))
    return names if len(names) == len(sides) else ()


def end_name(end: Snapshot) -> str:
    """Return the name of a side in a sentence: `949408fb1`, or `the working tree`."""
    return f"the {end.label}" if end.label in list(State) else end.label


def end_words(end: Snapshot, sides: Sides | None = None) -> str:
    """Return what is known of a side, the most telling first.

    `949408fb1  2025-06-02  as of 2025-06-02 09:00  Record the offer, by Ada`; of a moment, what
    happened then or, where it is the later of two sides, since the earlier.
    """
    dossier, found = end.loaded.dossier, end.revision
    if dossier is not None and dossier.moment is not None:
        before = sides.before if isinstance(sides, MomentEnds) else None
        return "  ".join(filter(None, (end.label, said_at(dossier, dossier.moment, before))))
    words = [found.short if found else end.label]
    if found is not None:
        words.append(f"{found.date:%Y-%m-%d}")
    if dossier is not None and dossier.header.as_of is not None:
        words.append(f"as of {dossier.header.as_of}")
    if found is not None:
        words.append(f"{found.subject}, by {found.author}")
    return "  ".join(words)


def read_changes(
    path: str,
    sides: Sides | None,
    say: Callable[[str], object],
    is_cancelled: Callable[[], bool],
    shown: Loaded | None = None,
) -> ChangesRead:
    """Return what changed in the dossier at a path, or a sentence on why that cannot be told.

    Args:
        path: The dossier's path, as it was given.
        sides: What to compare; None for what an analyst would ask first.
        say: Is told now and then what is being done.
        is_cancelled: Whether nobody waits any more; it is asked between two steps.
        shown: The dossier that is shown, of which moments are; it is read where none is given.
    """
    if isinstance(sides, MomentEnds):
        return _of_moments(shown or load(path), sides, say)
    reader = _Reader(path, sides, say, is_cancelled)
    try:
        return reader.read()
    except GitFault as fault:
        return ChangesRead(sides, reader.revisions, sentence=str(fault))


def changed_since(
    path: str, revision: str, is_cancelled: Callable[[], bool]
) -> frozenset[str] | None:
    """Return the ids of the issues that changed in substance since a revision of any name.

    None where that cannot be told: there is no such revision, say.
    """
    sides = ChangeEnds(revision, State.WORKING_TREE)
    read = read_changes(path, sides, lambda _said: None, is_cancelled)
    if read.found is None:
        both = read.before is not None and read.after is not None
        return frozenset() if both and read.sentence.startswith(NOTHING.rstrip(".")) else None
    return frozenset(
        one.issue.id for one in read.found.issues if is_shown(one, ChangeClass.SUBSTANCE)
    )


def _of_moments(loaded: Loaded, sides: MomentEnds, say: Callable[[str], object]) -> ChangesRead:
    """Return what changed in a dossier between two moments."""
    dossier = loaded.dossier
    if dossier is None:
        return ChangesRead(sides, sentence=f"{loaded.path} cannot be read.")
    revisions: tuple[Revision, ...] = ()
    with suppress(GitFault):  # the log offers them; moments need none
        revisions = history_of(loaded.path).revisions()
    say(f"Comparing {sides.before.in_full} with {sides.after.in_full}")
    before, after = (
        Snapshot(moment.in_full, replace(loaded, dossier=known_at(dossier, moment)))
        for moment in sides
    )
    one, other = before.loaded.dossier, after.loaded.dossier
    found = loaded_difference(before.loaded, after.loaded)
    if found.change_class is ChangeClass.NONE or one is None or other is None:
        return ChangesRead(sides, revisions, before, after, sentence=NOTHING)
    comparisons = compare(one), compare(other)
    return ChangesRead(sides, revisions, before, after, found, comparisons)


_NOT_YET: Final = "`{}` is in no revision yet. `git add` and `git commit` make one of it."


class _Reader:
    """One reading; what all its steps need."""

    def __init__(
        self,
        path: str,
        sides: ChangeEnds | None,
        say: Callable[[str], object],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.path, self.sides = path, sides
        self.say, self.is_cancelled = say, is_cancelled
        self.revisions: tuple[Revision, ...] = ()

    def read(self) -> ChangesRead:
        self.say("Looking for the revisions")
        if (
            self.sides
            and isinstance(self.sides.before, NamedPath)
            and isinstance(self.sides.after, NamedPath)
        ):
            with suppress(GitFault):  # they can be chosen then, but are not needed
                self.revisions = history_of(self.path).revisions()
            before, after = _of_its_own(self.sides.before), _of_its_own(self.sides.after)
            return self._compared(before, after)
        history = history_of(self.path)
        self.revisions = history.revisions()
        if not self.revisions and self.sides is None:
            return self._sentence(_NOT_YET.format(self.path))
        if self.is_cancelled():
            return self._sentence("")
        return self._between(history, self.sides) if self.sides else self._first(history)

    def _between(self, history: History, sides: ChangeEnds) -> ChangesRead:
        self.say(f"Reading {' and '.join(map(_asked, sides))}")
        before, after = _pair(history, sides)
        return self._compared(before, after)

    def _first(self, history: History) -> ChangesRead:
        self.say("Reading HEAD and the working tree")
        before, after = history.pair(["HEAD"])
        if before.absent or after.absent:
            return self._compared(before, after)
        if before.loaded.dossier is None or after.loaded.dossier is None:
            unread = before if before.loaded.dossier is None else after
            said = f"{_capital(end_name(unread))} cannot be read"
            # Of the working tree, the other screens say what is wrong with it.
            why = f" ({key_of('app.problems')} shows why)" if unread is after else ""
        else:
            found = loaded_difference(before.loaded, after.loaded, in_order=True)
            if found.change_class is not ChangeClass.NONE:
                return self._compared(before, after, found)
            errors = "has errors, and otherwise " if has_errors(after.loaded.problems) else ""
            said, why = f"The working tree {errors}says the same as HEAD", ""
        return self._last(history, f"{said}{why}")

    def _last(self, history: History, reason: str) -> ChangesRead:
        """Return the last change that is more than one of form, the unreadable passed over."""
        newer: Snapshot | None = None
        at = ""
        for step in history.steps():
            if step.revision.id != (at or step.revision.id):  # on another side of a merge
                continue
            at = step.older[0] if step.older else ""
            self.say(f"Looking for the last change: {step.revision.short}")
            if self.is_cancelled():
                return self._sentence("")
            if newer is None and step.after.loaded.dossier is not None:
                newer = step.after
            if newer is None or step.before.loaded.dossier is None:
                continue
            found = loaded_difference(step.before.loaded, newer.loaded, in_order=True)
            if found.change_class is not ChangeClass.NONE:
                note = f"{reason}: this is the last change."
                return self._compared(step.before, newer, found, note)
            newer = step.before
        if newer is None:
            return self._sentence(f"{reason}, and no revision can be read.")
        said = f"{reason}, and no revision changed anything since the first, {newer.label}."
        return self._sentence(said)

    def _compared(
        self,
        before: Snapshot,
        after: Snapshot,
        found: DossierDifference | None = None,
        note: str = "",
    ) -> ChangesRead:
        sentence = _absence(self.path, before, after)
        one, other = before.loaded.dossier, after.loaded.dossier
        if sentence or one is None or other is None:
            sentence = sentence or _unreadable(before if one is None else after)
            return self._sentence(sentence, before, after)
        self.say(f"Comparing {end_name(before)} with {end_name(after)}")
        order = before.precedes(after)
        found = found or loaded_difference(before.loaded, after.loaded, in_order=order)
        if found.change_class is ChangeClass.NONE:
            same = before.loaded.text == after.loaded.text
            return self._sentence(NOTHING if same else NOTHING_BUT_FORM, before, after)
        notes = [note, *(_errors(end) for end in (before, after))]
        return ChangesRead(
            self.sides,
            self.revisions,
            before,
            after,
            found,
            (compare(one), compare(other)),
            " ".join(filter(None, notes)),
        )

    def _sentence(
        self, sentence: str, before: Snapshot | None = None, after: Snapshot | None = None
    ) -> ChangesRead:
        return ChangesRead(self.sides, self.revisions, before, after, sentence=sentence)


_STATES: Final = (State.INDEX, State.WORKING_TREE)


def _pair(history: History, sides: ChangeEnds) -> tuple[Snapshot, Snapshot]:
    """Return both sides, which may stand in any order."""
    before, after = sides
    if isinstance(before, NamedPath) or isinstance(after, NamedPath):
        return _single(history, before), _single(history, after)
    if isinstance(before, State) and isinstance(after, State):
        if before is after:
            end = history.snapshot(before)
            return end, end
        found = history.pair()
        return found if _STATES.index(before) < _STATES.index(after) else (found[1], found[0])
    if isinstance(before, State):
        found = _pair(history, ChangeEnds(after, before))
        return found[1], found[0]
    # Named one by one, for a range would be both sides.
    first = history.revision(before).id
    if not isinstance(after, State):
        return history.pair([first, history.revision(after).id])
    return history.pair([first], staged=after is State.INDEX)


def _single(history: History, end: End) -> Snapshot:
    return _of_its_own(end) if isinstance(end, NamedPath) else history.snapshot(end)


def _of_its_own(end: NamedPath) -> Snapshot:
    """Return a state that is a file or a folder; an absent one where there is none."""
    try:
        loaded = load(end.path, checked=False) if end.path != os.devnull else None
    except FileNotFoundError:
        loaded = None
    return Snapshot(end.name, loaded or Loaded(end.name, None, ()))


def _absence(path: str, before: Snapshot, after: Snapshot) -> str:
    """Return the sentence on a side in which there is no dossier; empty where there is."""
    missing = [end for end in (before, after) if end.absent]
    if not missing:
        return ""
    where = " and ".join(map(end_name, missing))
    others = [end for end in (before, after) if not end.absent]
    is_there = f"; it is in {end_name(others[0])}" if others else ""
    return f"There is no `{path}` in {where}{is_there}."


def _unreadable(end: Snapshot) -> str:
    """Return the sentence on a side that came to nothing."""
    errors = [each for each in end.loaded.problems if each.severity is Severity.ERROR]
    first = f" {errors[0]}" if errors else ""
    return f"{_capital(end_name(end))} cannot be read.{first}"


def _errors(end: Snapshot) -> str:
    if not has_errors(end.loaded.problems):
        return ""
    return f"{_capital(end_name(end))} has errors; what they spoil is left out."


def _asked(end: End) -> str:
    if isinstance(end, NamedPath):
        return end.name
    return f"the {end}" if isinstance(end, State) else end


def _capital(name: str) -> str:
    """Return the name of a side as it begins a sentence; an id stays as it is."""
    return f"The {name.removeprefix('the ')}" if name.startswith("the ") else name
