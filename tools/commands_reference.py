"""Makes docs/commands.md from the help texts of the commands.

    python tools/commands_reference.py

A test fails while the two do not match.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from positions.cli.commands import commands
from positions.cli.lazy import LazyGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["REFERENCE", "reference"]

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"

_WIDTH = 100
_HEAD = """\
# The commands

What `positions COMMAND --help` prints, for every command. This page is made from there:
`python tools/commands_reference.py` writes it anew.

A shell completes commands, options, files, and the ids of the dossier that is meant, once it has
been told so. Put one of these lines into its start-up file:

```sh
eval "$(_POSITIONS_COMPLETE=bash_source positions)"                # ~/.bashrc
eval "$(_POSITIONS_COMPLETE=zsh_source positions)"                 # ~/.zshrc
_POSITIONS_COMPLETE=fish_source positions | source                 # ~/.config/fish/config.fish
```

"""


def main() -> None:
    """Write the page anew."""
    REFERENCE.write_text(reference(), encoding="utf-8")


def reference() -> str:
    """Return the page as the help texts make it."""
    settings = {**commands.context_settings, "terminal_width": _WIDTH}
    context = click.Context(commands, info_name="positions", **settings)
    return _HEAD + "\n".join(_pages(commands, context))


def _pages(command: click.Command, context: click.Context) -> Iterator[str]:
    lines = command.get_help(context).rstrip().splitlines()
    text = "\n".join(line.rstrip() for line in lines)
    yield f"## `{context.command_path}`\n\n```text\n{text}\n```\n"
    if isinstance(command, LazyGroup):
        for name in command.table:
            inner = command.load(name)
            if inner.hidden:
                continue
            below = click.Context(inner, context, name, terminal_width=_WIDTH)
            yield from _pages(inner, below)


if __name__ == "__main__":
    main()
