"""Prints one text made of the documents of record: `positions single-text`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from positions.analysis.single_text.ledger import faults
from positions.analysis.single_text.merge import single_text
from positions.cli import console, terminal
from positions.cli.completion import files
from positions.cli.exit_code import ExitCode
from positions.cli.lens import LensRequest
from positions.cli.loading import ending, load_named, narrate_problems
from positions.cli.options import file_option, format_option, lens_options, one_dossier
from positions.reports.page.render import render
from positions.reports.single_text.json import single_text_json
from positions.reports.single_text.markdown import single_text_markdown
from positions.reports.single_text.page import single_text_page

if TYPE_CHECKING:
    from positions.analysis.single_text.model import SingleText
    from positions.model.moment import Moment

__all__ = ["command"]

_FORMS: Final = ("text", "markdown", "json")


@click.command("single-text", short_help="Print one text made of the parties' documents.")
@click.argument("path", required=False, shell_complete=files)
@file_option
@format_option(_FORMS)
@click.option(
    "--parties",
    metavar="LIST",
    help="Only these parties, by ids or names with commas between them, in the order given.",
)
@click.option(
    "--check",
    "is_check",
    is_flag=True,
    help="Print only what the ledger finds wrong: the exit code is 1 where it finds anything.",
)
@lens_options
def command(  # noqa: PLR0913 - the options of a command
    *,
    path: str | None,
    file: str | None,
    form: str,
    parties: str | None,
    is_check: bool,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> ExitCode:
    """Print one text made of the parties' documents, with every difference in brackets.

    What all who speak want is plain; what some want is in a bracket with their names, or an
    alternative. A ledger accounts for all that every document says. The numbers of paragraphs are
    those of the whole dossier, whatever is chosen.
    """
    loaded = load_named(one_dossier(file, path))
    narrate_problems(loaded)
    dossier = loaded.dossier
    if dossier is None:
        return ExitCode.FAULTY
    chosen = tuple(name.strip() for name in (parties or "").split(",") if name.strip())
    comparison = LensRequest(as_of, options, chosen).of(dossier).compare(dossier)
    text = single_text(comparison, dossier)
    if is_check:
        return _checked(text)
    console.write(_rendered(text, form))
    return ending(loaded)


def _rendered(text: SingleText, form: str) -> str:
    if form == "json":
        return single_text_json(text)
    if form == "markdown":
        return single_text_markdown(text)
    return render(single_text_page(text), form, terminal.output_look())


def _checked(text: SingleText) -> ExitCode:
    """Print what the ledger finds wrong, or that all is accounted for."""
    found = faults(text)
    for fault in found:
        console.write(f"{fault.sentence}\n")
    if not found:
        console.write(f"All of {len(text.expected):,} values, items, terms and steps are there.\n")
    return ExitCode.FAULTY if found else ExitCode.FINE
