"""Prints a dossier as canonical lines where git shows it: `positions git textconv`.

A text conversion that fails makes git stop, so that this never fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.binding.dossier import SECTIONS
from positions.changes.leaves import canonical
from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.cli.git.contents import content_of
from positions.loader import loads
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.changes.leaves import Content

__all__ = ["canonical_lines", "command"]


@click.command("textconv", short_help="What git calls to show a dossier: diff.<driver>.textconv.")
@click.argument("path")
def command(path: str) -> ExitCode:
    """Print a dossier as lines of `path = content`, in an order that does not depend on the text.

    Never fails: what is no dossier that can be read is printed as it is.
    """
    content = content_of(path) or b""
    try:
        text = "".join(canonical_lines(content))
    except Exception:  # noqa: BLE001 - git stops where a text conversion fails
        text = ""
    console.write(text or visible(content.decode("utf-8", "replace"), newlines=True))
    return ExitCode.FINE


def canonical_lines(content: bytes) -> Iterator[str]:
    """Yield each fact of a dossier as a line, `path = content`; nothing where there is no dossier.

    The lines are in the order of the sections and of ids, so that only what a fact says changes
    them.
    """
    dossier = loads(content, "", checked=False).dossier
    if dossier is None:
        return
    leaves = canonical(dossier)
    for path in sorted(leaves, key=lambda path: (SECTIONS.index(path[0]), path)):
        yield f"{visible('.'.join(path))} = {visible(_written(leaves[path]))}\n"


def _written(content: Content) -> str:
    return content if isinstance(content, str) else f"[{', '.join(content)}]"
