"""The command line: parse arguments, call, print, exit code.

`run` is the whole of it. The terminal UI is a function that its caller hands over, so that this
module never names it, and nothing but `positions [PATH]` on a terminal ever loads it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import click

from positions.cli import console
from positions.cli import diff as revision_cli
from positions.cli import init as writing_cli
from positions.cli import pairs as pairs_cli
from positions.cli import show as record_cli
from positions.cli.options import FORMATS, file_option
from positions.cli.options_lens import lens_options
from positions.cli.ui import Screens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.cli.ui import OpenChanges, OpenUI
    from positions.model.moment import Moment

__all__ = ["commands", "run"]


EPILOG: Final = """\
\b
Which dossier: PATH or --file, a file or a folder of .yaml files; else
$POSITIONS_FILE; else the nearest positions.yaml or data/positions.yaml, here
or above, or folder of that name. `-` is standard input.
\b
Standard output is data; standard error is narration.
Exit codes:
  0    fine; there may be warnings
  1    the dossier has errors, or the output could not be written
  2    wrong use: an unknown command, file, issue, filter or code
  130  interrupted
  141  the reader of the output closed it
"""


def run(
    arguments: Sequence[str] | None = None,
    *,
    open_ui: OpenUI,
    open_changes: OpenChanges | None = None,
) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: The arguments; those of the process where none are given.
        open_ui: Opens the terminal UI.
        open_changes: Opens it on what changed; None where that is always printed.
    """
    console.prepare_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        screens = Screens(open_ui, open_changes)
        with commands.make_context("positions", given, obj=screens) as context:
            code = commands.invoke(context)
        return int(code)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as fault:
        console.narrate(f"positions: {fault.format_message()}")
        if isinstance(fault, click.UsageError) and fault.ctx is not None:
            console.narrate(f"`{fault.ctx.command_path} --help` says what can be written.")
        return fault.exit_code
    except (KeyboardInterrupt, click.Abort):
        console.abandon_output()
        return 130
    except BrokenPipeError:
        console.abandon_output()
        return 141
    except OSError as fault:
        console.abandon_output()
        console.narrate(f"positions: the output could not be written: {fault.strerror}.")
        return 1


class _Commands(click.Group):
    """The commands, and `positions PATH`, which is none of them."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word = args[0]
        if word in self.commands:
            return super().resolve_command(ctx, args)
        from positions.problems.problem import nearest
        from positions.reading.discovery import names_dossier

        if names_dossier(word) or os.path.lexists(word):
            return "open", self.commands["open"], args

        known = [name for name, command in self.commands.items() if not command.hidden]
        advice = nearest(word, known) or f"The commands are {', '.join(known)}."
        raise click.UsageError(f"There is no command and no file `{word}`. {advice}", ctx)


class _FilterHelp(click.Command):
    """A command whose help ends with the fields of the filter language."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from positions.filter.language import FIELDS

        with formatter.section("Filter (every term has to hold)"):
            formatter.write_dl(
                [
                    ("word", "title, topic, id or a cell has this, in any case, without accents"),
                    ('"exact words"', "the same, for several words in a row"),
                    ("!term", "not this term"),
                    *((field.example, field.meaning) for field in FIELDS.values()),
                    *(
                        (f"{name}:…", ", ".join(dict.fromkeys(field.words.values())))
                        for name, field in FIELDS.items()
                        if field.words
                    ),
                ]
            )
        super().format_epilog(ctx, formatter)


def _version(context: click.Context, _option: click.Parameter, *, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from importlib import metadata

    try:
        version = metadata.version("positions")
    except metadata.PackageNotFoundError:
        version = "of a source tree that is not installed"
    console.write(f"positions {version}\n")
    context.exit()


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    subcommand_metavar="[PATH [FILTER]...] | COMMAND ...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, option, wanted: _version(context, option, wanted=wanted),
    help="Print the version and exit.",
)
@lens_options
@click.pass_context
def commands(context: click.Context, as_of: Moment | None, options: tuple[str, ...]) -> int | None:
    """Compare what the parties to a negotiation want, issue by issue.

    `positions [PATH]` opens the dossier on the screen; without a terminal it prints the
    comparison, as `positions compare` does.
    """
    command = context.invoked_subcommand
    if command is None:
        return _open(context, None, "", as_of, options)
    if as_of is not None or options:
        # Only a command knows whether it has the option; one before it would be lost in silence.
        given = "--as-of" if as_of is not None else "--option"
        word = "the file" if command == "open" else f"`{command}`"
        raise click.UsageError(f"Write {given} after {word}.", context)
    return None


@commands.command("open", hidden=True)
@click.argument("path")
@click.argument("words", nargs=-1, metavar="[FILTER]...")
@lens_options
@click.pass_context
def _open_path(
    context: click.Context,
    path: str,
    words: tuple[str, ...],
    as_of: Moment | None,
    options: tuple[str, ...],
) -> int:
    """Open the dossier on the screen; without a terminal, print the comparison."""
    return _open(context, path, " ".join(words), as_of, options)


def _open(
    context: click.Context,
    named: str | None,
    words: str,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> int:
    from positions.cli.arguments import LensRequest, dossier_path, lens_for
    from positions.cli.compare import print_comparison

    wanted = LensRequest(as_of, options)
    if not console.has_screen():
        return print_comparison(named, words, wanted=wanted)
    screens: Screens = context.obj
    return screens.open_ui(dossier_path(named), words, lens_for(named, wanted))


@commands.command("check", short_help="List what is wrong with a dossier.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@file_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github")),
    default="text",
    show_default=True,
    help="How to print them; github makes notes beside the lines of a pull request.",
)
def _check(paths: tuple[str, ...], file: str | None, form: str) -> int:
    """Print every problem of a dossier, or of several.

    Each problem is a line of standard output: file:line:column, severity, code, and what is wrong.
    Standard error says how much was checked.
    """
    from positions.cli.check import check_dossiers

    return check_dossiers([*([file] if file else []), *paths], form)


@commands.command(
    "compare", cls=_FilterHelp, short_help="Print where the parties stand on each issue."
)
@click.argument("words", nargs=-1, metavar="[PATH] [FILTER]...")
@file_option
@click.option(
    "--format",
    "form",
    type=click.Choice((*FORMATS, "csv")),
    default="text",
    show_default=True,
    help="How to print it; csv is for spreadsheets.",
)
@click.option("--topic", metavar="WORDS", help="Only topics with this in their name.")
@click.option("--status", metavar="LIST", help="Only these statuses: names or letters, by commas.")
@click.option(
    "--parties",
    metavar="LIST",
    help="Only these parties, by ids or names with commas between them, in the order given.",
)
@lens_options
def _compare(  # noqa: PLR0913 - the options of a command
    *,
    words: tuple[str, ...],
    file: str | None,
    form: str,
    topic: str | None,
    status: str | None,
    parties: str | None,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> int:
    """Print where the parties stand, issue by issue, with the reason for every gap.

    The first word is the dossier if it ends in .yaml or .yml, is `-`, or is the name of a file or
    of a folder of .yaml files; every other word belongs to the filter. In a shell, quote a filter
    that has quotation marks or an exclamation mark.

    A dossier's errors go to standard error; what could be read is compared all the same.
    """
    from positions.cli.arguments import LensRequest
    from positions.cli.compare import print_comparison
    from positions.reading.discovery import names_dossier

    named, filter_words = file, list(words)
    if filter_words and names_dossier(filter_words[0]):
        if file is not None:
            raise click.UsageError(f"Two dossiers are named: `{file}` and `{filter_words[0]}`.")
        named = filter_words.pop(0)
    if topic:
        filter_words.append(f'topic:"{topic}"')
    if status:
        filter_words.append(f"status:{status.replace(' ', '')}")
    chosen = tuple(name.strip() for name in (parties or "").split(",") if name.strip())
    return print_comparison(
        named, " ".join(filter_words), form, LensRequest(as_of, options, chosen)
    )


record_cli.register(commands)


@commands.command("explain", short_help="Explain a problem code, or list them all.")
@click.argument("code", required=False)
def _explain(code: str | None) -> int:
    """Explain a problem code, with an example; without a code, list them all."""
    from positions.cli.compare import explain_code

    return explain_code(code)


pairs_cli.register(commands)
revision_cli.register(commands)
writing_cli.register(commands)
