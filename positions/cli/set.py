"""Writes one position into a dossier: `positions set`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from positions.authoring.edits import NoPlace, record_at
from positions.authoring.scalars import from_flow
from positions.authoring.set_position import (
    PositionRequest,
    document_for,
    document_names,
    position_edits,
)
from positions.cli import console
from positions.cli.completion import ids
from positions.cli.loading import check_command, load_named
from positions.cli.options import file_option
from positions.cli.words import issue_id, party_id
from positions.cli.writing import file_of, write_change
from positions.model.moment import Moment
from positions.problems.errors import WrongUse
from positions.values import KINDS

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.cli.exit_code import ExitCode
    from positions.loader import Loaded
    from positions.model.dossier import Dossier

__all__ = ["command"]


@click.command("set", short_help="Write one position into the dossier.")
@click.argument("issue", shell_complete=ids("issues"))
@click.argument("party", shell_complete=ids("parties"))
@click.argument("value", default="")
@file_option
@click.option(
    "--document",
    default="",
    metavar="ID",
    shell_complete=ids("memoranda"),
    help="The document that says it.",
)
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
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="ID",
    shell_complete=ids("sources"),
    help="A source, by its id.",
)
@click.option("--publisher", default="", help="Who published a source that has no id yet.")
@click.option("--date", default="", help="When it was published.")
@click.option("--title", default="", help="What it is called.")
@click.option("--url", default="", help="Where it can be read.")
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
    publisher: str,
    date: str,
    title: str,
    url: str,
    correct: bool,
    dry_run: bool,
) -> ExitCode:
    """Write what PARTY says on ISSUE into the dossier, and print the change.

    It goes into the document that is named, or into the only one that the party has; --statement
    and --report are words of a day. A list is written as `a, b`. All else in the file stays as it
    is. What `check` would refuse is refused. Where something is recorded already, say --correct if
    that was our error; a party that has moved has spoken again, on another day.
    """
    if bool(statement) + bool(report) + bool(document) > 1:
        raise click.UsageError("Name one of --document, --statement and --report.")
    page = _source_page(publisher, date, title, url)
    if (value and blank) or not (
        value or blank or terms or clause or speaker or quote or credibility or sources or page
    ):
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
        page,
        correct,
    )
    return _set(load_named(file), request, dry_run=dry_run)


def _source_page(publisher: str, date: str, title: str, url: str) -> dict[str, str]:
    """Return what is said of a source that has no id yet; nothing where there is none."""
    page = {"publisher": publisher, "date": date, "title": title, "url": url}
    page = {name: said for name, said in page.items() if said}
    if page and not (publisher and date and title):
        raise click.UsageError("A source needs --publisher, --date and --title.")
    return page


def _pair(term: str) -> tuple[str, str]:
    name, sign, value = term.partition("=")
    if not (sign and name.strip() and value.strip()):
        raise click.BadParameter(f"`{term}` is no term. Write it as until=2026-01-01.")
    return name.strip(), value.strip()


def _set(loaded: Loaded, request: PositionRequest, *, dry_run: bool) -> ExitCode:
    dossier = loaded.dossier
    if dossier is None:
        command = check_command(loaded.path)
        raise WrongUse(f"The dossier cannot be read; `{command}` says why.")
    listed = f"The issues are {', '.join(dossier.issues)}."
    issue = issue_id(request.issue, [dossier], listed)
    request = replace(request, issue=issue, party=party_id(dossier, request.party))
    request = replace(request, value=_value(dossier, request))
    try:
        document, new = document_for(loaded.data, request)
        # New words go into the file that has the party's others.
        others = document_names(loaded.data, request.party) if new else [document]
        places = [*(("memoranda", name) for name in reversed(others)), ("memoranda",), ("dossier",)]
        code = write_change(
            loaded,
            file_of(loaded, places),
            lambda reading: position_edits(reading, document, request, new=new),
            dry_run=dry_run,
        )
    except NoPlace as fault:
        raise WrongUse(str(fault)) from fault
    written = "as_of" in record_at(loaded.data, ("dossier",))
    if written and request.date and dossier.header.as_of.before(Moment.parse(request.date)):
        console.narrate(
            f"The dossier stands for {dossier.header.as_of}, before this was said, and does not "
            "show it yet: change `as_of`, or remove it."
        )
    return code


def _value(dossier: Dossier, request: PositionRequest) -> Authored:
    """Return the value as it is written: a list or a mapping where the kind of the issue has such.

    A list may be written without its brackets.
    """
    kind = KINDS[dossier.issues[request.issue].kind]
    said = str(request.value)
    if not kind.keys or not re.search(r"[\[{,]", said):
        return said
    found = from_flow(said if said.lstrip()[:1] in {"[", "{"} else f"[{said}]")
    return said if isinstance(found, str) else found
