"""The script `positions`: the command line, and the terminal UI when it is asked for."""

from __future__ import annotations

import gc
import signal
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from positions.changes.paths import NamedPath
    from positions.comparison.selection import Lens

__all__ = ["main"]

_OFTEN: Final = gc.get_threshold()
_SELDOM: Final = 50_000


def main() -> int:
    """Run the command that the arguments state and return its exit code."""
    # What a command imports and reads is never garbage; looking for some takes a part of its time,
    # and more of it as the program ends.
    gc.set_threshold(_SELDOM)
    # Whoever starts it in the background of a script has it ignore an interrupt, and its git with
    # it; one that is sent all the same is meant.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        from positions.cli.main import run

        return run(open_ui=_open_ui, open_changes=_open_changes)
    except KeyboardInterrupt:  # before the first command could begin
        return 130
    finally:
        gc.freeze()


def _open_ui(path: str, query: str, lens: Lens, look: tuple[bool, str, bool]) -> int:
    from tui.app.app import open_ui

    gc.set_threshold(*_OFTEN)
    is_plain, theme, is_fresh = look
    return open_ui(path, query, lens, is_plain=is_plain, theme=theme, is_fresh=is_fresh)


def _open_changes(before: NamedPath, after: NamedPath, look: tuple[bool, str, bool]) -> int:
    from tui.app.difftool import open_changes

    gc.set_threshold(*_OFTEN)
    is_plain, theme, _ = look
    return open_changes(before, after, is_plain=is_plain, theme=theme)


if __name__ == "__main__":
    sys.exit(main())
