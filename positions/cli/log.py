"""Prints the revisions in which positions changed: `positions log`."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import click

from positions.changes.log import revision_entries
from positions.cli import console, terminal
from positions.cli.completion import ids
from positions.cli.exit_code import ExitCode
from positions.cli.options import format_option, issue_and_dossier
from positions.cli.revisions import (
    DiffRequest,
    asked_parties,
    class_option,
    classes_named,
    history_meant,
    newest_first,
    party_option,
    past_file_option,
)
from positions.cli.words import issue_id
from positions.reports.changes.json import entry_json
from positions.reports.changes.log import entry_page
from positions.reports.page.render import FORMS, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.changes.log import RevisionEntry

__all__ = ["command"]


@click.command("log", short_help="Print the revisions in which positions changed.")
@click.argument("words", nargs=-1, metavar="[ISSUE] [PATH]", shell_complete=ids("issues"))
@past_file_option
@click.option(
    "--since", metavar="WHEN", default="", help="Only revisions since a date, or after a revision."
)
@click.option("-n", "--max-count", "most", type=click.IntRange(min=1), help="At most so many.")
@class_option
@party_option
@format_option((*FORMS, "json"))
def command(  # noqa: PLR0913 - the options of a command
    *,
    words: tuple[str, ...],
    file: str | None,
    since: str,
    most: int | None,
    classes: str,
    parties: tuple[str, ...],
    form: str,
) -> ExitCode:
    """Print each revision that changed substance: who moved on what, and toward whom.

    The newest is the first. Each entry has the convergence before and after. With ISSUE, only
    revisions that changed positions on it; a renamed issue is followed. A revision that cannot be
    read says so and is passed over. As JSON, each entry is a line.
    """
    issue, file = issue_and_dossier(words, file)
    asked = DiffRequest(classes_named(classes), parties, form=form)
    steps, newest, _ = newest_first(history_meant(file).steps(since=since, bound=False))
    name = issue_id(issue, [newest]) if issue and newest else issue
    entries = _wanted(revision_entries(steps, name), asked, asked_parties(parties, newest), name)
    printed = 0
    for entry in islice(entries, None if most is None else min(most, sys.maxsize)):
        if form == "json":
            console.write(entry_json(entry, asked.classes))
        else:
            page = entry_page(entry, asked.classes)
            console.write(render(page, form, terminal.output_look()) + "\n")
        printed += 1
    if not printed and form != "json":
        since_then = f" since {since}" if since else ""
        console.write(f"No revision{since_then} changed what was asked for.\n")
    return ExitCode.FINE


def _wanted(
    entries: Iterable[RevisionEntry], asked: DiffRequest, parties: Sequence[str], issue: str
) -> Iterator[RevisionEntry]:
    """Yield the entries that say something of what is asked for."""
    called = dict.fromkeys(parties)
    for entry in entries:
        found = entry.difference
        # Older revisions know a party by its former id.
        names = (*called,)
        formers = found.former_parties if found else {}
        called |= dict.fromkeys(formers[name] for name in names if name in formers)
        if found is None:
            if entry.begun is None or not issue or entry.begun.issues:
                yield entry
            continue
        if entry.joins and not parties and not issue:
            yield entry
            continue
        if parties:
            found = found.of(names)
        if any(found.counts[one] for one in asked.classes):
            yield replace(entry, difference=found)
