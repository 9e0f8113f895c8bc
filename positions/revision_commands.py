"""What `diff`, `log` and `blame` do once their arguments are read."""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from positions import console
from positions.asked import ExitCode, WrongUse, chosen_rows, party_id
from positions.changes import ChangeClass
from positions.comparison import compare
from positions.find import NoDossier, find_dossier
from positions.history import GitFault, History, State, history_of
from positions.loader import Loaded, bound, load, scan
from positions.narrowing import narrowed
from positions.problems import Severity, nearest
from positions.reports.changes_json import blame_json, difference_json, entry_json
from positions.reports.changes_log import blame_text, entry_text
from positions.reports.changes_markdown import blame_markdown, difference_markdown, entry_markdown
from positions.reports.changes_text import difference_text
from positions.reports.changes_words import CLASSES, NOTHING, NOTHING_BUT_FORM
from positions.reports.text import STABLE_WIDTH
from positions.revision_changes import blame, loaded_difference, revision_entries
from positions.revision_difference import difference, nothing_of
from positions.row_index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.dossier import Dossier
    from positions.history import Snapshot, Step
    from positions.revision_changes import RevisionEntry
    from positions.revision_view import Difference

__all__ = [
    "Asked",
    "Sides",
    "classes_named",
    "print_blame",
    "print_difference",
    "print_log",
    "sides_of_files",
    "sides_of_revisions",
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a difference or a log is asked for, and how it is printed.

    Attributes:
        classes: The classes to print in full.
        parties: The parties, by id or name; all where none are given.
        issues: The issues, by id or title; all where none are given.
        words: A filter.
        by_party: Whether to go party by party.
        form: `text`, `markdown` or `json`.
    """

    classes: tuple[ChangeClass, ...] = (ChangeClass.SUBSTANCE,)
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    words: str = ""
    by_party: bool = False
    form: str = "text"


class Sides(NamedTuple):
    """Two states of a dossier, and what they are called."""

    before: Loaded
    after: Loaded
    names: tuple[str, str]


def classes_named(words: str) -> tuple[ChangeClass, ...]:
    """Return the classes in a list by commas; `all` is all of them.

    Raises:
        WrongUse: One is not known.
    """
    names = [word.strip().lower() for word in words.split(",") if word.strip()]
    if "all" in names:
        return CLASSES
    for name in names:
        if name not in list(CLASSES):
            advice = nearest(name, CLASSES) or "The classes are substance, evidence and wording."
            raise WrongUse(f"There is no class `{name}`. {advice}")
    return tuple(one for one in CLASSES if one in names)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the garbage collector: of two bounded dossiers, nothing can be collected meanwhile."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@_collector_paused()
def sides_of_files(before: str, after: str) -> Sides:
    """Return two plain files as the sides of a difference.

    Raises:
        WrongUse: One does not exist.
    """
    try:
        found, other = load(after, checked=False), scan(before)
    except FileNotFoundError as fault:
        raise WrongUse(f"There is no file `{fault.filename}`.") from fault
    parts = narrowed(other, found) if found.dossier else None
    # Where both can be narrowed down, what is left out need not be bound on both sides.
    one = replace(other, dossier=parts[0]) if parts else bound(other, checked=False)
    return Sides(one, found, (before, after))


@_collector_paused()
def sides_of_revisions(revisions: Sequence[str], path: str | None, *, staged: bool) -> Sides:
    """Return the two states that `git diff` would compare; HEAD and the working tree if none.

    Raises:
        WrongUse: There is no git, no repository, no such revision, no dossier.
    """
    wanted = revisions or (() if staged else ("HEAD",))
    try:
        before, after = _history(path).pair(wanted, staged=staged)
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault
    return Sides(before.loaded, after.loaded, (_named(before), _named(after)))


def _history(path: str | None) -> History:
    """Return the history of the dossier that is meant, which may be in old revisions only."""
    try:
        found = find_dossier(path)
    except NoDossier as fault:
        if path is None:
            raise WrongUse(str(fault)) from fault
        found = path
    try:
        return history_of(found)
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault


def _named(side: Snapshot) -> str:
    revision = side.revision
    if revision is None:
        return f"the {side.label}" if side.label in list(State) else side.label
    return f"{revision.short} ({revision.date:%Y-%m-%d}, {revision.author}: {revision.subject})"


@_collector_paused()
def print_difference(sides: Sides, asked: Asked, *, exit_code: bool = False) -> int:
    """Print what changed between two states of a dossier.

    Returns:
        0, or 1 where a side cannot be read. With `exit_code` as git's: 1 where something of the
        classes asked for changed, and 2 where a side cannot be read.

    Raises:
        WrongUse: There is no such party or issue, or the filter cannot be read.
    """
    readable = [
        _is_readable(name, loaded)
        for name, loaded in zip(sides.names, (sides.before, sides.after), strict=True)
    ]
    if not all(readable):
        return _UNREADABLE if exit_code else ExitCode.FAULTY
    wholes = _wholes(sides)
    found = _reduced(_difference(sides, wholes), wholes, asked)
    if asked.form == "json" or any(found.counts.values()):
        console.write(_difference_report(found, sides.names, wholes[1], asked))
    else:
        console.write(f"{_nothing(sides, asked)}\n")
    return int(exit_code and any(found.counts[one] for one in asked.classes))


def _is_readable(name: str, loaded: Loaded) -> bool:
    """Say on standard error what is wrong with a side; return whether there is anything to read."""
    errors = [one for one in loaded.problems if one.severity is Severity.ERROR]
    if errors and loaded.dossier is None:
        console.narrate(f"positions: {name} cannot be read.")
    elif errors:
        count = f"{len(errors):,} {'error' if len(errors) == 1 else 'errors'}"
        console.narrate(f"positions: {name} has {count}; what they spoil is left out.")
    for problem in errors[:_PROBLEMS_SHOWN]:
        console.narrate(f"  {problem}")
    return loaded.dossier is not None or not loaded.problems


_PROBLEMS_SHOWN = 3
_UNREADABLE = 2


def _wholes(sides: Sides) -> tuple[Dossier, Dossier]:
    """Return both dossiers; where there is none yet, or none any more, an empty one."""
    before, after = sides.before.dossier, sides.after.dossier
    present = after or before
    if present is None:
        raise WrongUse("There is no dossier on either side.")
    return before or nothing_of(present), after or nothing_of(present)


def _difference(sides: Sides, wholes: tuple[Dossier, Dossier]) -> Difference:
    if sides.before.dossier is None or sides.after.dossier is None:
        return difference(*wholes)
    return loaded_difference(sides.before, sides.after)


def _reduced(found: Difference, wholes: tuple[Dossier, Dossier], asked: Asked) -> Difference:
    """Return what is asked for of a difference."""
    if asked.words:
        chosen = {row.issue.id for row in chosen_rows(compare(wholes[1]), asked.words)}
        # An issue that is gone can only be found where it was.
        with suppress(WrongUse):
            was = chosen_rows(compare(wholes[0]), asked.words)
            chosen |= {row.issue.id for row in was if row.issue.id not in wholes[1].issues}
        found = found.on(chosen)
    if asked.issues:
        found = found.on([_issue_id(name, wholes) for name in asked.issues])
    if asked.parties:
        found = found.of([_party_id(name, wholes) for name in asked.parties])
    return found


def _issue_id(name: str, dossiers: Sequence[Dossier]) -> str:
    """Return the id of the issue that is meant, by id or title, on either side."""
    issues = [issue for dossier in dossiers for issue in dossier.issues.values()]
    for issue in issues:
        if name == issue.id:
            return name
    for issue in issues:
        if fold(name) in {fold(issue.id), fold(issue.title)}:
            return issue.id
    advice = nearest(name, [word for issue in issues for word in (issue.id, issue.title)])
    raise WrongUse(f"There is no issue `{name}`. {advice}".rstrip())


def _party_id(name: str, dossiers: Sequence[Dossier]) -> str:
    """Return the id of the party that is meant, in the newest dossier that has it."""
    before, after = dossiers
    try:
        return party_id(after, name)
    except WrongUse:
        with suppress(WrongUse):
            return party_id(before, name)
        raise


def _nothing(sides: Sides, asked: Asked) -> str:
    if asked.words or asked.issues or asked.parties:
        return "Nothing changed in what was asked for."
    texts = sides.before.text, sides.after.text
    return NOTHING_BUT_FORM if texts[0] != texts[1] else NOTHING


def _difference_report(
    found: Difference, names: tuple[str, str], dossier: Dossier, asked: Asked
) -> str:
    if asked.form == "json":
        return difference_json(found, names, asked.classes)
    heading = (dossier.header.title, f"From {names[0]} to {names[1]}.")
    if asked.form == "markdown":
        return difference_markdown(found, heading, classes=asked.classes, by_party=asked.by_party)
    return difference_text(
        found,
        heading,
        classes=asked.classes,
        by_party=asked.by_party,
        columns=console.output_columns(STABLE_WIDTH),
        colour=console.has_colour(),
    )


def print_log(
    path: str | None, asked: Asked, *, issue: str = "", since: str = "", most: int | None = None
) -> ExitCode:
    """Print each revision that changed the dossier in the classes asked for, as it is found.

    Args:
        path: The dossier, as the user wrote it.
        asked: What to print.
        issue: An issue, by id or title; all where none is given.
        since: A revision, or a date.
        most: How many entries to print at most.

    Raises:
        WrongUse: There is no such dossier, revision, party or issue.
    """
    try:
        steps, newest = _peeked(_history(path).steps(since=since, bound=False))
        name = _issue_id(issue, [newest]) if issue and newest else issue
        asked_of = _asked_parties(asked.parties, newest)
        entries = _wanted(revision_entries(steps, name), asked, asked_of, name)
        printed = 0
        for entry in islice(entries, most):
            console.write(_entry_report(entry, asked))
            printed += 1
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault
    if not printed:
        console.narrate("positions: no revision changed what was asked for.")
    return ExitCode.FINE


def _peeked(steps: Iterator[Step]) -> tuple[Iterator[Step], Dossier | None]:
    """Return the steps, and the dossier in the newest of them, if it can be read."""
    first = next(steps, None)
    if first is None:
        return steps, None
    newest = bound(first.after.loaded, checked=False).dossier
    return chain([first], steps), newest or bound(first.before.loaded, checked=False).dossier


def _asked_parties(names: Iterable[str], newest: Dossier | None) -> tuple[str, ...]:
    return tuple(party_id(newest, name) if newest else name for name in names)


def _wanted(
    entries: Iterable[RevisionEntry], asked: Asked, parties: Sequence[str], issue: str
) -> Iterator[RevisionEntry]:
    """Yield the entries that say something of what is asked for."""
    for entry in entries:
        found = entry.difference
        if found is None:
            if entry.begun is None or not issue or entry.begun.issues:
                yield entry
            continue
        if parties:
            found = found.of(parties)
        if any(found.counts[one] for one in asked.classes):
            yield replace(entry, difference=found)


def _entry_report(entry: RevisionEntry, asked: Asked) -> str:
    if asked.form == "json":
        return entry_json(entry, asked.classes)
    if asked.form == "markdown":
        return entry_markdown(entry, asked.classes)
    return entry_text(
        entry,
        classes=asked.classes,
        columns=console.output_columns(STABLE_WIDTH),
        colour=console.has_colour(),
    )


def print_blame(path: str | None, issue: str, asked: Asked) -> ExitCode:
    """Print which revision last changed each party's position on an issue in substance.

    Raises:
        WrongUse: There is no such dossier, party or issue, or its newest revision cannot be read.
    """
    try:
        steps, newest = _peeked(_history(path).steps(bound=False))
        if newest is None:
            raise WrongUse("No revision of the dossier can be read.")
        name = _issue_id(issue, [newest])
        parties = _asked_parties(asked.parties, newest) or tuple(newest.parties)
        found = blame(steps, name, parties)
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault
    title = f"{newest.issues[name].title} ({name})"
    names = [newest.parties[party].name for party in parties]
    if asked.form == "json":
        console.write(blame_json(name, found))
    elif asked.form == "markdown":
        console.write(blame_markdown(title, found, names))
    else:
        columns, colour = console.output_columns(STABLE_WIDTH), console.has_colour()
        console.write(blame_text(title, found, names, columns=columns, colour=colour))
    return ExitCode.FINE
