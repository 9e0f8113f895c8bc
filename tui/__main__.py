"""The script `positions`: the command line, and the terminal UI when it is asked for."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.changes.paths import NamedPath
    from positions.comparison.selection import Lens
    from positions.problems.problem import Problem
    from positions.settings.file import Settings
    from tui.app.look import ScreenSetup

__all__ = ["main"]

_SELDOM: Final = 250_000


def main() -> int:
    """Run the command that the arguments state and return its exit code."""
    # What a command imports and reads is never garbage; looking for some takes a part of its time,
    # and more of it as the program ends.
    gc.set_threshold(_SELDOM)
    # pydantic would read the metadata of every package installed, to look for plugins of its own.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Whoever starts it in the background of a script has it ignore an interrupt, and its git with
    # it; one that is sent all the same is meant.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        from positions.cli.main import run

        return run(open_ui=_open_ui, open_changes=_open_changes, check_keys=_check_keys)
    except KeyboardInterrupt:  # before the first command could begin
        return 130
    finally:
        gc.freeze()


Wanted = tuple[bool, str, bool, bool]


def _open_ui(path: str, query: str, lens: Lens, wanted: Wanted) -> int:
    from tui.app.start import open_ui

    return open_ui(path, query, lens, _look(wanted), is_fresh=wanted[2])


def _open_changes(before: NamedPath, after: NamedPath, wanted: Wanted) -> int:
    from tui.app.difftool import open_changes

    return open_changes(before, after, _look(wanted))


def _look(wanted: Wanted) -> ScreenSetup:
    from tui.app.look import look_of

    is_plain, theme, _, shows_cursor = wanted
    return look_of(is_plain=is_plain, theme=theme, shows_cursor=shows_cursor)


def _check_keys(settings: Settings) -> tuple[Mapping[str, tuple[str, ...]], Sequence[Problem]]:
    from tui.keys.keymap import checked_keys

    return checked_keys(settings)


if __name__ == "__main__":
    sys.exit(main())
