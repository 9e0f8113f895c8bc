"""Runs the command line as a program: its arguments, its streams, its exit code.

`run` is the whole of it. The terminal UI is a function that its caller hands over, so that this
room never names it, and nothing but `positions [PATH]` on a terminal ever loads it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from positions import __version__
from positions.cli import console
from positions.cli.exit_code import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.cli.ui import CheckKeys, OpenChanges, OpenUI

__all__ = ["run"]

_COMPLETES: Final = "_POSITIONS_COMPLETE"
"""The variable of the environment in which a shell asks for completions."""


def run(
    arguments: Sequence[str] | None = None,
    *,
    open_ui: OpenUI,
    open_changes: OpenChanges | None = None,
    check_keys: CheckKeys | None = None,
) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: The arguments; those of the process where none are given.
        open_ui: Opens the terminal UI.
        open_changes: Opens it on what changed; None where that is always printed.
        check_keys: Knows its keys; None where nothing does.
    """
    console.prepare_streams()
    if _COMPLETES in os.environ:
        from positions.cli.commands import commands  # noqa: PLC0415 - as below
        from positions.cli.completion import complete  # noqa: PLC0415 - as below

        return complete(commands, _COMPLETES)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given == ["--version"]:
            console.write(f"positions {__version__}\n")
            return 0
        # Loading click takes longer than all that `--version` does.
        from positions.cli.commands import run_command  # noqa: PLC0415

        return run_command(given, open_ui, open_changes, check_keys)
    except KeyboardInterrupt:
        console.abandon_output()
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        console.abandon_output()
        return ExitCode.PIPE_CLOSED
    except OSError as fault:
        console.abandon_output()
        console.narrate(f"positions: the output could not be written: {fault.strerror}.")
        return ExitCode.FAULTY
