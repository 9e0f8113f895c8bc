"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from positions.cli.completion import branches, files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.model.moment import Moment

__all__ = [
    "as_of_option",
    "branch_option",
    "file_option",
    "format_option",
    "issue_and_dossier",
    "lens_options",
    "moment_of",
    "one_dossier",
    "pair_of_moments",
    "refuse_misplaced",
]

F = TypeVar("F", bound=Callable[..., object])

file_option = click.option(
    "--file",
    "-f",
    metavar="PATH",
    shell_complete=files,
    help="The dossier, a file or a folder; `-` is standard input.",
)
"""Adds `--file PATH`, which gives the command `file: str | None`."""


def format_option(forms: Iterable[str], more: str = "") -> Callable[[F], F]:
    """Return what adds `--format`, which gives the command `form: str`.

    Args:
        forms: The forms in which the command prints.
        more: What the help says beside that, after a semicolon.
    """
    said = f"How to print it; {more}." if more else "How to print it."
    return click.option(
        "--format",
        "form",
        type=click.Choice(tuple(forms)),
        default="text",
        show_default=True,
        help=said,
    )


def moment_of(_context: click.Context, _option: click.Parameter, text: str | None) -> Moment | None:
    """Return the moment that a text states, as the callback of an option."""
    if text is None:
        return None
    from positions.model.moment import MOMENT_FORMS, Moment  # noqa: PLC0415 - the help has no dates

    try:
        return Moment.parse(text)
    except ValueError as fault:
        raise click.BadParameter(f"`{text}` is no date. Write {MOMENT_FORMS}.") from fault


def pair_of_moments(
    context: click.Context, option: click.Parameter, texts: tuple[str, str] | None
) -> tuple[Moment, Moment] | None:
    """Return the two moments that a pair of texts states, as the callback of an option."""
    if texts is None:
        return None
    found = [moment_of(context, option, text) for text in texts]
    return (found[0], found[1]) if found[0] and found[1] else None


as_of_option = click.option(
    "--as-of",
    "as_of",
    callback=moment_of,
    metavar="DATE",
    help="As of this date (2025-06-02) or moment (2025-06-02T09:00); the dossier's own otherwise.",
)
"""Adds `--as-of DATE`, which gives the command `as_of: Moment | None`."""

branch_option = click.option(
    "--option",
    "options",
    multiple=True,
    metavar="PARTY=OPTION",
    shell_complete=branches,
    help="Only this option of a party's memoranda, by id or title; may be repeated.",
)
"""Adds `--option PARTY=OPTION`, which gives the command `options: tuple[str, ...]`."""


def lens_options(command: F) -> F:
    """Add both options to a command, which takes them as `as_of` and `options`.

    The command makes a `positions.cli.lens.LensRequest` of them, and of that, with the dossier, a
    lens.
    """
    return as_of_option(branch_option(command))


def refuse_misplaced(context: click.Context, word: str) -> None:
    """Refuse the options of a lens that stand before a command or a file.

    Only what follows them knows whether it has them; they would be lost in silence.

    Args:
        context: Of the group of all commands.
        word: What a sentence calls the command or the file that follows.

    Raises:
        UsageError: One of them is given there.
    """
    for name, option in (("as_of", "--as-of"), ("options", "--option")):
        if context.params.get(name):
            raise click.UsageError(f"Write {option} after {word}.", context)


def issue_and_dossier(words: Sequence[str], file: str | None) -> tuple[str, str | None]:
    """Return the issue and the dossier that words name, each at most once and in any order.

    Raises:
        UsageError: Two dossiers are named, or two issues.
    """
    issues = [word for word in words if not word.endswith((".yaml", ".yml"))]
    if len(issues) > 1:
        raise click.UsageError(f"Two issues are named: `{issues[0]}` and `{issues[1]}`.")
    for word in words:
        file = file if word in issues else one_dossier(file, word)
    return issues[0] if issues else "", file


def one_dossier(file: str | None, path: str | None) -> str | None:
    """Return the dossier that is named as an option or as an argument; None where neither is.

    Raises:
        UsageError: Both are given.
    """
    if file is not None and path is not None:
        raise click.UsageError(f"Two dossiers are named: `{file}` and `{path}`.")
    return path or file
