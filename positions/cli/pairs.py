"""The command `pairs`; it imports what it does when it is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli.options import file_option, format_option
from positions.cli.options_lens import lens_options

if TYPE_CHECKING:
    from positions.model.moment import Moment

__all__ = ["register"]


@click.command("pairs", short_help="Print who is nearest to whom, or two parties in full.")
@click.argument("names", nargs=-1, metavar="[PATH] [PARTY [PARTY]]")
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
@format_option
@lens_options
def _pairs(  # noqa: PLR0913 - the options of a command
    *,
    names: tuple[str, ...],
    file: str | None,
    words: str,
    whole: bool,
    form: str,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> int:
    """Print who is nearest to whom over which issues, and how much is known of each party.

    With one party, its pairs alone. With two, that pair in full: issue by issue what each says,
    where they differ, and why. Parties are named by id, name or short name; the first word is the
    dossier if it ends in .yaml or .yml, or is `-`.

    Nearness is a share and nothing else: of the issues on which both speak, those on which nothing
    divides them, printed as `12 of 18`. Equal shares are equally near.
    """
    from positions.cli.arguments import LensRequest
    from positions.cli.pairs_actions import print_pairs

    named, asked = file, list(names)
    if asked and (asked[0] == "-" or asked[0].endswith((".yaml", ".yml"))):
        if file is not None:
            raise click.UsageError(f"Two dossiers are named: `{file}` and `{asked[0]}`.")
        named = asked.pop(0)
    if len(asked) > 2:
        raise click.UsageError(f"Name two parties at most, not {len(asked)}: {', '.join(asked)}.")
    return print_pairs(named, asked, words, form, LensRequest(as_of, options), whole=whole)


def register(commands: click.Group) -> None:
    """Add the command to the others."""
    commands.add_command(_pairs)
