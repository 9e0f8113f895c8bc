"""Prints who is nearest to whom, or two parties in full: `positions pairs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.analysis.overview import survey
from positions.analysis.pairs import pair_up, side_by_side
from positions.cli import console, terminal
from positions.cli.completion import files_or, ids
from positions.cli.lens import LensRequest, chosen_rows
from positions.cli.loading import ending, read_dossier
from positions.cli.options import file_option, format_option, lens_options, one_dossier
from positions.cli.words import party_id
from positions.problems.errors import WrongUse
from positions.reports.page.render import FORMS, render
from positions.reports.pairs.json import pair_json, pairs_json
from positions.reports.pairs.page import pairs_page
from positions.reports.pairs.pair import pair_page
from positions.reports.pairs.words import dividing

if TYPE_CHECKING:
    from positions.cli.exit_code import ExitCode
    from positions.comparison.rows import Comparison
    from positions.model.moment import Moment

__all__ = ["command"]


@click.command("pairs", short_help="Print who is nearest to whom, or two parties in full.")
@click.argument(
    "names",
    nargs=-1,
    metavar="[PATH] [PARTY [PARTY]]",
    shell_complete=files_or(ids("parties")),
)
@file_option
@click.option(
    "--filter", "words", metavar="WORDS", default="", help="Count only issues that pass this."
)
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help="Every pair, however many they are; of two parties every issue, not the gaps alone.",
)
@format_option((*FORMS, "json"))
@lens_options
def command(  # noqa: PLR0913 - the options of a command
    *,
    names: tuple[str, ...],
    file: str | None,
    words: str,
    whole: bool,
    form: str,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> ExitCode:
    """Print who is nearest to whom over which issues, and how much is known of each party.

    With one party, its pairs alone. With two, that pair in full: issue by issue what each says,
    where they differ, and why. Parties are named by id, name or short name; the first word is the
    dossier if it ends in .yaml or .yml, or is `-`.

    Pairs are ranked by a share: of the issues on which both speak, those on which nothing divides
    them, printed as `12 of 18`; whoever shares few issues has no rank. How far apart they are on
    average stands beside it, and the same by salience.
    """
    given = list(names)
    has_path = bool(given) and (given[0] == "-" or given[0].endswith((".yaml", ".yml")))
    named = one_dossier(file, given.pop(0) if has_path else None)
    if len(given) > 2:
        raise click.UsageError(f"Name two parties at most, not {len(given)}: {', '.join(given)}.")
    loaded, dossier = read_dossier(named)
    parties = [party_id(dossier, name) for name in given]
    comparison = LensRequest(as_of, options).of(dossier).compare(dossier)
    if len(parties) == 2:
        if parties[0] == parties[1]:
            raise WrongUse(f"A pair takes two parties: `{given[0]}` and `{given[1]}` are one.")
        console.write(_one_pair(side_by_side(comparison, *parties), words, form, whole=whole))
    else:
        rows = chosen_rows(comparison, words)
        found = survey(comparison, rows, of=next(iter(parties), None))
        if form == "json":
            console.write(pairs_json(found, words=words))
        else:
            page = pairs_page(found, words=words, whole=whole or bool(parties))
            console.write(render(page, form, terminal.output_look()))
    return ending(loaded)


def _one_pair(comparison: Comparison, words: str, form: str, *, whole: bool) -> str:
    counted = chosen_rows(comparison, words)
    (one,) = pair_up(comparison, counted).all
    gaps = dividing(one)
    rows = [row for row in counted if whole or row.issue.id in gaps]
    if form == "json":
        return pair_json(comparison, one, rows, words=words)
    page = pair_page(comparison, one, counted, rows, words=words)
    return render(page, form, terminal.output_look())
