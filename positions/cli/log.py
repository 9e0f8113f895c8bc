"""What `log` and `blame` do once their arguments are read."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from positions.changes.log import blame, revision_entries
from positions.cli import console
from positions.cli.arguments import ExitCode, WrongUse, party_id
from positions.cli.diff_actions import issue_id
from positions.cli.sides import history_meant
from positions.git.run import GitFault
from positions.loader import bound
from positions.reports.changes.json import blame_json, entry_json
from positions.reports.changes.log import blame_text, entry_text, revision_words
from positions.reports.changes.markdown import blame_markdown, entry_markdown
from positions.reports.comparison.text import STABLE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.changes.log import RevisionEntry
    from positions.cli.diff_actions import DiffRequest
    from positions.git.history import Revision, RevisionStep
    from positions.model.dossier import Dossier

__all__ = ["print_blame", "print_log"]


def print_log(
    path: str | None,
    asked: DiffRequest,
    *,
    issue: str = "",
    since: str = "",
    most: int | None = None,
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
        steps, newest, _ = _peeked(history_meant(path).steps(since=since, bound=False))
        name = issue_id(issue, [newest]) if issue and newest else issue
        asked_of = _asked_parties(asked.parties, newest)
        entries = _wanted(revision_entries(steps, name), asked, asked_of, name)
        printed = 0
        for entry in islice(entries, None if most is None else min(most, sys.maxsize)):
            console.write(_entry_report(entry, asked))
            printed += 1
    except GitFault as fault:
        raise WrongUse(str(fault)) from fault
    if not printed and asked.form != "json":
        since_then = f" since {since}" if since else ""
        console.write(f"No revision{since_then} changed what was asked for.\n")
    return ExitCode.FINE


class _Peeked(NamedTuple):
    """The steps of a history, and the newest dossier among them, where one can be read.

    Attributes:
        unread: The revisions after that dossier's, which cannot be read.
    """

    steps: Iterator[RevisionStep]
    newest: Dossier | None
    unread: tuple[Revision, ...]


def _peeked(steps: Iterator[RevisionStep]) -> _Peeked:
    seen: list[RevisionStep] = []
    for step in steps:
        seen.append(step)
        newest = bound(step.after.loaded, checked=False).dossier
        if newest is not None or step.after.absent:
            newest = newest or bound(step.before.loaded, checked=False).dossier
            unread = tuple(one.revision for one in seen[:-1])
            return _Peeked(chain(seen, steps), newest, unread)
    return _Peeked(iter(seen), None, tuple(one.revision for one in seen))


def _asked_parties(names: Iterable[str], newest: Dossier | None) -> tuple[str, ...]:
    return tuple(party_id(newest, name) if newest else name for name in names)


def _wanted(
    entries: Iterable[RevisionEntry], asked: DiffRequest, parties: Sequence[str], issue: str
) -> Iterator[RevisionEntry]:
    """Yield the entries that say something of what is asked for."""
    for entry in entries:
        found = entry.difference
        if found is None:
            if entry.begun is None or not issue or entry.begun.issues:
                yield entry
            continue
        if entry.joins and not parties and not issue:
            yield entry
            continue
        if parties:
            found = found.of(parties)
        if any(found.counts[one] for one in asked.classes):
            yield replace(entry, difference=found)


def _entry_report(entry: RevisionEntry, asked: DiffRequest) -> str:
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


def print_blame(path: str | None, issue: str, asked: DiffRequest) -> ExitCode:
    """Print which revision last changed each party's position on an issue in substance.

    The exit code is 1 where the newest revision cannot be read, so that the next one is told of.

    Raises:
        WrongUse: There is no such dossier, party or issue, or no revision of it can be read.
    """
    try:
        steps, newest, unread = _peeked(history_meant(path).steps(bound=False))
        if newest is None:
            if not unread:
                raise WrongUse("The dossier has no revision yet.")
            _tell_unread(unread)
            return ExitCode.FAULTY
        name = issue_id(issue, [newest])
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
    _tell_unread(unread)
    return ExitCode.FAULTY if unread else ExitCode.FINE


def _tell_unread(unread: Sequence[Revision]) -> None:
    for revision in unread:
        told = f"The dossier cannot be read in {revision_words(revision)}"
        console.narrate(f"positions: {told}; what it changed is not known.")
