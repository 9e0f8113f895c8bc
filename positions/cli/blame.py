"""Prints who last changed each position on an issue: `positions blame`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from positions.changes.log import blame
from positions.cli import console, terminal
from positions.cli.completion import ids
from positions.cli.exit_code import ExitCode
from positions.cli.options import format_option
from positions.cli.revisions import (
    asked_parties,
    history_meant,
    newest_first,
    party_option,
    past_file_option,
)
from positions.cli.words import issue_id
from positions.problems.errors import WrongUse
from positions.reports.changes.json import blame_json
from positions.reports.changes.log import blame_text, revision_words
from positions.reports.changes.markdown import blame_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from positions.changes.log import Blamed
    from positions.git.history import Revision

__all__ = ["command"]


@dataclass(frozen=True, slots=True)
class _Blame:
    """What is printed of an issue.

    Attributes:
        issue: Its id.
        title: Its title, with the id.
        found: For each party, what changed its position last.
        names: What the parties are called.
    """

    issue: str
    title: str
    found: Sequence[Blamed]
    names: Sequence[str]


def _text(one: _Blame) -> str:
    look = terminal.output_look()
    return blame_text(one.title, one.found, one.names, columns=look.columns, colour=look.colour)


_FORMS: Final[Mapping[str, Callable[[_Blame], str]]] = {
    "text": _text,
    "markdown": lambda one: blame_markdown(one.title, one.found, one.names),
    "json": lambda one: blame_json(one.issue, one.found),
}


@click.command("blame", short_help="Print who last changed each position on an issue.")
@click.argument("issue", shell_complete=ids("issues"))
@past_file_option
@party_option
@format_option(_FORMS)
def command(issue: str, file: str | None, parties: tuple[str, ...], form: str) -> ExitCode:
    """Print for each party the revision that last changed its position on ISSUE in substance.

    A correction counts, and is said to be one. The issue is named by its id, or its title in full.
    """
    steps, newest, unread = newest_first(history_meant(file).steps(bound=False))
    if newest is None:
        if not unread:
            raise WrongUse("The dossier has no revision yet.")
        _tell_unread(unread)
        return ExitCode.FAULTY
    name = issue_id(issue, [newest])
    chosen = asked_parties(parties, newest) or tuple(newest.parties)
    title = f"{newest.issues[name].title} ({name})"
    names = [newest.parties[party].name for party in chosen]
    console.write(_FORMS[form](_Blame(name, title, blame(steps, name, chosen), names)))
    _tell_unread(unread)
    return ExitCode.FAULTY if unread else ExitCode.FINE


def _tell_unread(unread: Sequence[Revision]) -> None:
    for revision in unread:
        told = f"The dossier cannot be read in {revision_words(revision)}"
        console.narrate(f"positions: {told}; what it changed is not known.")
