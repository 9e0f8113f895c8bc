"""Writes one position into a dossier: `positions set`."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from positions.authoring.edits import NoPlace, edited
from positions.authoring.set_position import (
    PositionRequest,
    document_for,
    document_names,
    position_edits,
)
from positions.authoring.source_text import source_text
from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.cli.loading import load_named
from positions.cli.options import file_option
from positions.loader import load_with
from positions.problems.errors import WrongUse
from positions.problems.problem import Severity
from positions.reading.reader import read
from positions.text.whole_file import write_whole

if TYPE_CHECKING:
    from positions.loader import Loaded

__all__ = ["command"]


@click.command("set", short_help="Write one position into the dossier.")
@click.argument("issue")
@click.argument("party")
@click.argument("value", default="")
@file_option
@click.option("--document", default="", metavar="ID", help="The document that says it.")
@click.option("--statement", metavar="DATE", help="The party said it on this day.")
@click.option("--report", metavar="DATE", help="Someone reported it on this day.")
@click.option("--option", default="", metavar="ID", help="Under this option alone.")
@click.option("--part", default="", metavar="ID", help="On this part of the issue.")
@click.option("--blank", default="", metavar="TYPE", help="A blank, such as `declined`.")
@click.option("--account", default="", metavar="ID", help="As another account of the position.")
@click.option("--term", "terms", multiple=True, metavar="NAME=VALUE", help="A term.")
@click.option("--clause", default="", help="Where in the document it is.")
@click.option("--speaker", default="", help="Who said it.")
@click.option("--quote", default="", help="The original words.")
@click.option("--credibility", type=click.IntRange(1, 6), help="The grade of what is said.")
@click.option("--source", "sources", multiple=True, metavar="ID", help="A source, by its id.")
@click.option("--correct", is_flag=True, help="What is there was our error.")
@click.option("--dry-run", is_flag=True, help="Only print the change.")
def command(  # noqa: PLR0913 - one for each option
    *,
    issue: str,
    party: str,
    value: str,
    file: str | None,
    document: str,
    statement: str | None,
    report: str | None,
    option: str,
    part: str,
    blank: str,
    account: str,
    terms: tuple[str, ...],
    clause: str,
    speaker: str,
    quote: str,
    credibility: int | None,
    sources: tuple[str, ...],
    correct: bool,
    dry_run: bool,
) -> ExitCode:
    """Write what PARTY says on ISSUE into the dossier, and print the change.

    It goes into the document that is named, or into the only one that the party has; --statement
    and --report are words of a day. All else in the file stays as it is. What `check` would refuse
    is refused. Where something is recorded already, say --correct if that was our error; a party
    that has moved has spoken again, on another day.
    """
    if bool(statement) + bool(report) + bool(document) > 1:
        raise click.UsageError("Name one of --document, --statement and --report.")
    if bool(value) == bool(blank) and not (terms or clause or speaker or quote or credibility):
        raise click.UsageError("Say a value or --blank TYPE.")
    fields = {"clause": clause, "speaker": speaker, "quote": quote}
    fields["credibility"] = str(credibility or "")
    request = PositionRequest(
        issue,
        party,
        value or blank,
        document,
        "statement" if statement else "report" if report else "",
        statement or report or "",
        option,
        part,
        account,
        dict(_pair(term) for term in terms),
        {name: said for name, said in fields.items() if said},
        sources,
        correct,
    )
    return _set(load_named(file), request, dry_run=dry_run)


def _pair(term: str) -> tuple[str, str]:
    name, sign, value = term.partition("=")
    if not (sign and name.strip() and value.strip()):
        raise click.BadParameter(f"`{term}` is no term. Write it as until=2026-01-01.")
    return name.strip(), value.strip()


def _set(loaded: Loaded, request: PositionRequest, *, dry_run: bool) -> ExitCode:
    dossier = loaded.dossier
    if dossier is None:
        raise WrongUse("The dossier cannot be read; `positions check` says why.")
    for word, known in ((request.issue, dossier.issues), (request.party, dossier.parties)):
        if word not in known:
            raise WrongUse(f"`{word}` is not in the dossier. There are: {', '.join(known)}.")
    try:
        document, new = document_for(loaded.data, request)
        file = _file_of(loaded, request, document, new=new)
        source = source_text(file.read_bytes())
        reading = read(source.text, str(file))
        edits = position_edits(reading, document, request, new=new)
    except NoPlace as fault:
        raise WrongUse(str(fault)) from fault
    before = reading.lines.text
    after = edited(before, edits)
    if after == before:
        console.narrate("It is recorded so already; nothing was changed.")
        return ExitCode.FINE
    _refuse_faults(loaded, file, after)
    changed = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), str(file), str(file), n=2
    )
    console.write("".join(changed))
    if not dry_run:
        write_whole(file, source.bytes_of(after))
    return ExitCode.FINE


def _file_of(loaded: Loaded, request: PositionRequest, document: str, *, new: bool) -> Path:
    """Return the file that gets the position: that of the document, or of the party's others."""
    others = document_names(loaded.data, request.party) if new else [document]
    for name in (*reversed(others), ""):
        span = loaded.span(("memoranda", name) if name else ("memoranda",), key=True)
        if span is not None and Path(span.file).is_file():
            return Path(span.file)
    raise NoPlace("The dossier is no file that can be written to.")


def _refuse_faults(loaded: Loaded, file: Path, after: str) -> None:
    """Refuse a text with errors that the old one did not have.

    Raises:
        WrongUse: There are such errors; the text names each.
    """
    known = {(one.code, one.sentence) for one in loaded.problems}
    found = load_with(loaded.path, {str(file): after})
    errors = [
        problem
        for problem in found.problems
        if problem.severity is Severity.ERROR and (problem.code, problem.sentence) not in known
    ]
    if errors:
        said = "\n".join(map(str, errors))
        raise WrongUse(f"Nothing was written, because `check` would refuse it:\n{said}")
