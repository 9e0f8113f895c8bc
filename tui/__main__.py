"""The script `positions`: the command line, and the terminal UI when it is asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.lens import Lens

__all__ = ["main"]


def main() -> int:
    """Run the command that the arguments state and return its exit code."""
    try:
        from positions.cli import run

        return run(open_ui=_open_ui)
    except KeyboardInterrupt:  # before the first command could begin
        return 130


def _open_ui(path: str, query: str, lens: Lens) -> int:
    from tui.app import open_ui

    return open_ui(path, query, lens)


if __name__ == "__main__":
    sys.exit(main())
