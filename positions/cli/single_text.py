"""Prints one text made of the documents of record: `positions single-text`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import click

from positions.analysis.single_text.ledger import faults
from positions.analysis.single_text.places import burn_down
from positions.cli import console, terminal
from positions.cli.completion import files
from positions.cli.exit_code import ExitCode
from positions.cli.lens import LensRequest
from positions.cli.loading import ending, read_dossier
from positions.cli.options import (
    file_option,
    format_option,
    lens_options,
    one_dossier,
    pair_of_moments,
)
from positions.cli.revisions import history_meant
from positions.cli.wanted_text import WantedText, names_in, written_text
from positions.loader import bound
from positions.problems.errors import WrongUse
from positions.reports.page.render import render
from positions.reports.single_text.burn_down import burn_down_json, burn_down_page
from positions.reports.single_text.edits import hand_edits
from positions.reports.single_text.json import single_text_json
from positions.reports.single_text.markdown import single_text_markdown
from positions.reports.single_text.page import single_text_page
from positions.text.safe import visible

if TYPE_CHECKING:
    from positions.analysis.single_text.model import SingleText
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment

__all__ = ["command"]

_FORMS: Final = ("text", "markdown", "json")
_MARKDOWN: Final = (".md", ".markdown")


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
    "--documents",
    metavar="LIST",
    help="Merge these documents alone, by ids or titles with commas between them.",
)
@click.option(
    "--base",
    metavar="DRAFT",
    help="Take a draft as the text, by its document or party; who does not admit it is bracketed.",
)
@click.option(
    "--numbers",
    metavar="FILE",
    help="Keep the numbers of an earlier text, as JSON or Markdown; what is inserted becomes bis.",
)
@click.option(
    "--check",
    is_flag=False,
    flag_value="",
    metavar="[FILE.md]",
    help="Print only what the ledger finds wrong; or what was changed in a text as Markdown that "
    "was edited by hand. The exit code is 1 where that is anything.",
)
@click.option(
    "--moments",
    nargs=2,
    callback=pair_of_moments,
    metavar="DATE DATE",
    help="Print how far from clean the text was at one date, and is at another: they moved.",
)
@click.option(
    "--since",
    metavar="REV",
    help="Print how far from clean it was as of a revision of the dossier: we learned.",
)
@lens_options
def command(  # noqa: PLR0913 - the options of a command
    *,
    path: str | None,
    file: str | None,
    form: str,
    parties: str | None,
    documents: str | None,
    base: str | None,
    numbers: str | None,
    check: str | None,
    moments: tuple[Moment, Moment] | None,
    since: str | None,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> ExitCode:
    """Print one text made of the parties' documents, with every difference in brackets.

    What all who speak want is plain; what some want is in a bracket with their names, or an
    alternative. A ledger accounts for all that every document says. The numbers of paragraphs are
    those of the whole dossier, whatever is chosen.
    """
    if (moments and since) or (as_of and moments):
        raise click.UsageError("Give either --moments, or --since with --as-of.")
    edited = check if check and check.lower().endswith(_MARKDOWN) else None
    if check and edited is None:  # `--check PATH`: the dossier
        path = one_dossier(path, check)
    named = one_dossier(file, path)
    loaded, dossier = read_dossier(named)
    chosen = names_in(parties)

    def wanted(at: Moment | None) -> WantedText:
        lens = LensRequest(at, options, chosen)
        return WantedText(lens, names_in(documents), base or "", numbers or "")

    if moments or since:
        ends = moments or (as_of, as_of)
        earlier = _at_revision(named, since) if since else dossier
        titles = (since or str(ends[0]), str(ends[1] or "now"))
        texts = (wanted(ends[0]).of(earlier), wanted(ends[1]).of(dossier))
        console.write(_burned_down(texts, titles, form))
        return ending(loaded)
    text = wanted(as_of).of(dossier)
    if check is not None:
        return _checked(text, edited, form)
    console.write(_rendered(text, form))
    return ending(loaded)


def _checked(text: SingleText, edited: str | None, form: str) -> ExitCode:
    """Print what the ledger finds wrong, or what was changed by hand; or that nothing is.

    Raises:
        WrongUse: The edited file cannot be read.
    """
    if edited is None:
        found = [{"sentence": fault.sentence} for fault in faults(text)]
        fine = f"All of {len(text.expected):,} values, items, terms and steps are there."
    else:
        edits = hand_edits(single_text_markdown(text), written_text(edited))
        found = [{"place": e.place, "kind": e.kind, "sentence": e.sentence} for e in edits]
        fine = "Nothing that the documents say was changed."
    if form == "json":
        console.write(json.dumps(found, indent=2) + "\n")
        return ExitCode.FAULTY if found else ExitCode.FINE
    for one in found or [{"sentence": fine}]:
        lead = f"{one['place']} ({one['kind']}): " if "kind" in one else ""
        console.write(visible(f"{lead}{one['sentence']}") + "\n")
    return ExitCode.FAULTY if found else ExitCode.FINE


def _at_revision(named: str | None, revision: str) -> Dossier:
    """Return the dossier as it was in a revision.

    Raises:
        WrongUse: It could not be read there.
    """
    found = history_meant(named).snapshot(revision)
    dossier = bound(found.loaded, checked=False).dossier
    if dossier is None:
        raise WrongUse(f"The dossier cannot be read in {found.label}.")
    return dossier


def _burned_down(texts: tuple[SingleText, SingleText], names: tuple[str, str], form: str) -> str:
    """Return how the places that are not common changed between two texts."""
    before, after = texts
    found = burn_down(before.places, after.places)
    if form == "json":
        return burn_down_json(found, names, (before.places, after.places))
    page = burn_down_page(after.whole, found, names)
    return render(page, form, terminal.output_look())


def _rendered(text: SingleText, form: str) -> str:
    if form == "json":
        return single_text_json(text)
    if form == "markdown":
        return single_text_markdown(text)
    return render(single_text_page(text), form, terminal.output_look())
