"""The commands on one issue, on options and on orders of steps: `show`, `packages`, `sequence`.

Each imports what it does when it is run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli.options import file_option, format_option
from positions.cli.options_lens import lens_options

if TYPE_CHECKING:
    from positions.model.moment import Moment

__all__ = ["register"]


@click.command("show", short_help="Print everything about one issue.")
@click.argument("issue")
@file_option
@format_option
@click.option("--history", is_flag=True, help="Every word that each party said, in order.")
@lens_options
def _show(
    *,
    issue: str,
    file: str | None,
    form: str,
    history: bool,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> int:
    """Print everything about one issue: by its id, or its title in full.

    Every party in full: value, alternatives, terms, the meaning of a blank, sources with their
    grades, contradicting accounts, its place in the party's order of steps, and its history.

    With --history every word that each party ever said on it, the oldest first: its own and those
    reported, with the document, what it took the place of, and whether it is of record.
    """
    from positions.cli.arguments import LensRequest
    from positions.cli.show_actions import print_issue, print_words

    if history:
        return print_words(file, issue, form, LensRequest(as_of, options))
    return print_issue(file, issue, form, LensRequest(as_of, options))


@click.command("sequence", short_help="Print the order of steps that each party asks for.")
@click.argument("path", required=False)
@file_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "mermaid", "dot")),
    default="text",
    show_default=True,
    help="How to print it; mermaid and dot are drawings.",
)
@lens_options
def _sequence(
    path: str | None, file: str | None, form: str, as_of: Moment | None, options: tuple[str, ...]
) -> int:
    """Print the order of steps that each party asks for, and where these orders block each other.

    The orders are those that documents of record state. Then come every pair of steps that two
    parties order oppositely, and every loop, with the party and the document of each order.
    """
    from positions.cli.arguments import LensRequest
    from positions.cli.compare import print_sequence

    if path is not None and file is not None:
        raise click.UsageError(f"Two dossiers are named: `{file}` and `{path}`.")
    return print_sequence(path or file, form, LensRequest(as_of, options))


@click.command("packages", short_help="Print what belongs to each option of the parties.")
@click.argument("words", nargs=-1, metavar="[PARTY[=OPTION]]...")
@file_option
@format_option
@lens_options
def _packages(
    words: tuple[str, ...],
    file: str | None,
    form: str,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> int:
    """Print what belongs to each option of the parties, across all issues.

    Each provision stands with its relation to every other party, and each option with its totals:
    how many issues it is about, how these stand when it is fixed, and the convergence under it.
    With --option, an option of another party is fixed meanwhile.
    """
    from positions.cli.arguments import LensRequest
    from positions.cli.show_actions import print_packages

    return print_packages(file, words, form, LensRequest(as_of, options))


def register(group: click.Group) -> None:
    """Add the commands to the command line."""
    for command in (_show, _packages, _sequence):
        group.add_command(command)
