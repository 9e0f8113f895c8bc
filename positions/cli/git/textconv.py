"""Prints a dossier as canonical lines where git shows it: `positions git textconv`.

A text conversion that fails makes git stop, so that this never fails.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from positions.changes.leaves import canonical
from positions.cli.exit_code import ExitCode
from positions.cli.git.contents import content_of
from positions.loader import loads
from positions.model.records import SECTIONS
from positions.reading.conflicts import settled
from positions.text.safe import visible
from positions.text.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.changes.leaves import Content

__all__ = ["canonical_lines", "command"]


@click.command("textconv", short_help="What git calls to show a dossier: diff.<driver>.textconv.")
@click.argument("path")
@click.option("--keep", metavar="FILE", help="Where to keep what is printed, for the next time.")
def command(path: str, keep: str | None) -> ExitCode:
    """Print a dossier as lines of `path = content`, in an order that does not depend on the text.

    Never fails: what is no dossier that can be read is printed as it is.
    """
    content = content_of(path) or b""
    try:
        text = "".join(canonical_lines(content))
    except Exception:  # noqa: BLE001 - git stops where a text conversion fails
        text = ""
    if text and keep:
        with suppress(OSError):
            _keep(Path(keep), text)
    # Git compares what this prints as bytes, so that they may not depend on the locale.
    shown = text or visible(content.decode("utf-8", "replace"), newlines=True)
    click.echo(shown.encode("utf-8"), nl=False)
    return ExitCode.FINE


_KEPT: Final = 200


def _keep(path: Path, text: str) -> None:
    """Keep a text, beside those that were asked for last."""
    path.parent.mkdir(exist_ok=True)
    if path.parent.is_symlink():
        return
    write_whole(path, text)
    others = sorted(path.parent.iterdir(), key=lambda one: one.lstat().st_mtime)
    for other in others[:-_KEPT]:
        other.unlink(missing_ok=True)


def canonical_lines(content: bytes) -> Iterator[str]:
    """Yield each fact of a dossier as a line, `path = content`; nothing where there is no dossier.

    The lines are in the order of the sections and of ids, so that only what a fact says changes
    them. In a merge that is not settled, facts that are not the same stand between git's marks.
    """
    sides = settled(content.decode("utf-8", "replace"))
    if sides is None:
        yield from _facts(content).values()
        return
    ours, theirs = (_facts(side.encode()) for side in sides)
    if not ours or not theirs:
        return
    mine: list[str] = []
    yours: list[str] = []
    for path in sorted(ours | theirs):
        if ours.get(path) == theirs.get(path):
            yield from _conflict(mine, yours)
            yield ours[path]
            mine, yours = [], []
        else:
            mine += [ours[path]] if path in ours else []
            yours += [theirs[path]] if path in theirs else []
    yield from _conflict(mine, yours)


def _conflict(ours: list[str], theirs: list[str]) -> Iterator[str]:
    if ours or theirs:
        yield from ("<<<<<<< ours\n", *ours, "=======\n", *theirs, ">>>>>>> theirs\n")


_Place = tuple[int, tuple[str, ...]]


def _facts(content: bytes) -> dict[_Place, str]:
    """Return the lines of a dossier, in their order."""
    dossier = loads(content, "", checked=False).dossier
    leaves = canonical(dossier) if dossier else {}
    places = sorted((SECTIONS.index(path[0]), path) for path in leaves)
    return {
        (section, path): f"{visible('.'.join(path))} = {visible(_written(leaves[path]))}\n"
        for section, path in places
    }


def _written(content: Content) -> str:
    return content if isinstance(content, str) else f"[{', '.join(content)}]"
