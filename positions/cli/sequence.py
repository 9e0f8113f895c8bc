"""Prints the order of steps that each party asks for: `positions sequence`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from positions.cli import console, terminal
from positions.cli.completion import files
from positions.cli.lens import LensRequest
from positions.cli.loading import ending, read_dossier
from positions.cli.options import file_option, format_option, lens_options, one_dossier
from positions.record.settle import record
from positions.reports.page.render import FORMS, render
from positions.reports.sequence.graph import sequence_dot, sequence_mermaid
from positions.reports.sequence.json import sequence_json
from positions.reports.sequence.page import sequence_page
from positions.sequence.conflicts import order_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from positions.cli.exit_code import ExitCode
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment
    from positions.sequence.conflicts import Sequencing

__all__ = ["command"]


_DATA: Final[Mapping[str, Callable[[Dossier, Sequencing], str]]] = {
    "json": sequence_json,
    "mermaid": sequence_mermaid,
    "dot": sequence_dot,
}


@click.command("sequence", short_help="Print the order of steps that each party asks for.")
@click.argument("path", required=False, shell_complete=files)
@file_option
@format_option((*FORMS, *_DATA), "mermaid and dot are drawings")
@lens_options
def command(
    path: str | None, file: str | None, form: str, as_of: Moment | None, options: tuple[str, ...]
) -> ExitCode:
    """Print the order of steps that each party asks for, and where these orders block each other.

    The orders are those that documents of record state. Then come the pairs of steps that two
    parties order oppositely, but for those that follow from others, and every loop, with the party
    and the document of each order.
    """
    loaded, dossier = read_dossier(one_dossier(file, path))
    lens = LensRequest(as_of, options).of(dossier)
    sequencing = order_steps(dossier, record(dossier, lens.as_of, lens.choice(dossier)))
    if form in _DATA:
        console.write(_DATA[form](dossier, sequencing))
    else:
        console.write(render(sequence_page(dossier, sequencing), form, terminal.output_look()))
    return ending(loaded)
