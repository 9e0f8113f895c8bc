"""Prints what belongs to each option of the parties: `positions packages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.analysis.packages import Package, packages
from positions.cli import console, terminal
from positions.cli.completion import branches
from positions.cli.lens import LensRequest
from positions.cli.loading import ending, read_dossier
from positions.cli.options import file_option, format_option, lens_options
from positions.cli.words import option_id, party_id
from positions.reports.issue.packages import packages_json, packages_page
from positions.reports.page.render import FORMS, render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.cli.exit_code import ExitCode
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment

__all__ = ["command"]


@click.command("packages", short_help="Print what belongs to each option of the parties.")
@click.argument("words", nargs=-1, metavar="[PARTY[=OPTION]]...", shell_complete=branches)
@file_option
@format_option((*FORMS, "json"))
@lens_options
def command(
    words: tuple[str, ...],
    file: str | None,
    form: str,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> ExitCode:
    """Print what belongs to each option of the parties, across all issues.

    Each provision stands with its relation to every other party, and each option with its totals:
    how many issues it is about, how these stand when it is fixed, and the convergence under it.
    With --option, an option of another party is fixed meanwhile.
    """
    loaded, dossier = read_dossier(file)
    lens = LensRequest(as_of, options).of(dossier)
    fixed = lens.choice(dossier)
    found = _chosen(dossier, packages(dossier, as_of=lens.as_of, options=fixed.ids), words)
    moment = lens.as_of or dossier.header.as_of
    if form == "json":
        console.write(packages_json(dossier, moment, found, fixed.options))
    else:
        page = packages_page(dossier, moment, found, fixed.options)
        console.write(render(page, form, terminal.output_look()))
    return ending(loaded)


def _chosen(
    dossier: Dossier, found: Sequence[Package], words: Sequence[str]
) -> tuple[Package, ...]:
    """Return the packages that are meant, in the order of the dossier."""
    meant: set[tuple[str, str]] = set()
    for word in words:
        name, sign, option = word.partition("=")
        party = party_id(dossier, name.strip())
        meant.add((party, option_id(dossier, party, option.strip()) if sign else ""))
    return tuple(
        one for one in found if not meant or meant & {(one.party, ""), (one.party, one.option.id)}
    )
