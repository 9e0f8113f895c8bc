"""The group of all commands: its options, its help, and what ends with a message of one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from positions import __version__
from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.cli.lazy import LazyGroup
from positions.cli.look import look_options, refuse_theme
from positions.cli.options import lens_options, refuse_misplaced
from positions.cli.table import COMMANDS, NO_COMMAND
from positions.cli.ui import Screens
from positions.problems.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from positions.cli.ui import CheckKeys, OpenChanges, OpenUI
    from positions.model.moment import Moment

__all__ = ["commands", "run_command"]

EPILOG: Final = """\
\b
Which dossier: PATH or --file, a file or a folder of .yaml files; else
$POSITIONS_FILE; else the nearest positions.yaml or data/positions.yaml, here
or above, or folder of that name. `-` is standard input.
\b
Standard output is data; standard error is narration.
Exit codes:
  0    fine; there may be warnings
  1    the dossier has errors, a check failed, or the output cannot be written
  2    wrong use: an unknown command, file, issue, filter or code
  130  interrupted
  141  the reader of the output closed it
"""


def run_command(
    arguments: Sequence[str],
    open_ui: OpenUI,
    open_changes: OpenChanges | None = None,
    check_keys: CheckKeys | None = None,
) -> int:
    """Run the command that the arguments name, and return its exit code.

    Args:
        arguments: The words after `positions`.
        open_ui: Opens the terminal UI.
        open_changes: Opens it on what changed; None where that is always printed.
        check_keys: Knows its keys; None where nothing does.

    Raises:
        KeyboardInterrupt: The user interrupted it.
        OSError: The output cannot be written.
    """
    screens = Screens(open_ui, open_changes, check_keys)
    try:
        with commands.make_context("positions", list(arguments), obj=screens) as context:
            return int(commands.invoke(context))
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as fault:
        console.narrate(f"positions: {fault.format_message()}")
        if isinstance(fault, click.UsageError) and fault.ctx is not None:
            console.narrate(f"`{fault.ctx.command_path} --help` says what can be written.")
        return fault.exit_code
    except Refusal as fault:
        console.narrate(f"positions: {fault}")
        return ExitCode.WRONG_USE


class _CommandsOrPath(LazyGroup):
    """The commands, and `positions PATH`, which is none of them."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - a shell alone asks

        found = super().shell_complete(ctx, incomplete)
        return [*found, CompletionItem(incomplete, type="file")]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.table:
            return super().resolve_command(ctx, args)
        ctx.meta[NO_COMMAND] = args[0]
        return "open", self.load("open"), args


def _version(context: click.Context, _option: click.Parameter, *, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        console.write(f"positions {__version__}\n")
        context.exit()


@click.group(
    cls=_CommandsOrPath,
    table=COMMANDS,
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
@look_options
@click.pass_context
def commands(context: click.Context, as_of: Moment | None, options: tuple[str, ...]) -> int | None:
    """Compare what the parties to a negotiation want, issue by issue.

    `positions [PATH]` opens the dossier on the screen; without a terminal it prints the
    comparison, as `positions compare` does.
    """
    command = context.invoked_subcommand
    if command is None:
        opening = commands.load("open")
        code: int = context.invoke(opening, path=None, words=(), as_of=as_of, options=options)
        return code
    if command != "open":
        refuse_misplaced(context, f"`{command}`")
        if command != "demo":
            refuse_theme(context, command)
    return None
