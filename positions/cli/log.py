"""What `log` and `blame` do once their arguments are read."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from positions.changes.log import blame, revision_entries
from positions.cli import console
from positions.cli.arguments import ExitCode, WrongUse, party_id
from positions.cli.diff_actions import issue_id
from positions.cli.sides import history_meant
from positions.git.run import GitFault
from positions.loader import bound
from positions.reports.changes.json import blame_json, entry_json
from positions.reports.changes.log import blame_text, entry_text
from positions.reports.changes.markdown import blame_markdown, entry_markdown
from positions.reports.comparison.text import STABLE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.changes.log import RevisionEntry
    from positions.cli.diff_actions import DiffRequest
    from positions.git.history import RevisionStep
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
        steps, newest = _peeked(history_meant(path).steps(since=since, bound=False))
        name = issue_id(issue, [newest]) if issue and newest else issue
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


def _peeked(steps: Iterator[RevisionStep]) -> tuple[Iterator[RevisionStep], Dossier | None]:
    """Return the steps, and the dossier in the newest of them, if it can be read."""
    first = next(steps, None)
    if first is None:
        return steps, None
    newest = bound(first.after.loaded, checked=False).dossier
    return chain([first], steps), newest or bound(first.before.loaded, checked=False).dossier


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

    Raises:
        WrongUse: There is no such dossier, party or issue, or its newest revision cannot be read.
    """
    try:
        steps, newest = _peeked(history_meant(path).steps(bound=False))
        if newest is None:
            raise WrongUse("No revision of the dossier can be read.")
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
    return ExitCode.FINE
