"""Merges two edits of a dossier where git merges: `positions git merge-driver`."""

from __future__ import annotations

from typing import Final

import click

from positions.cli import console
from positions.cli.git.contents import content_of
from positions.merge.three_way import check_merged, merge
from positions.text.whole_file import write_whole

__all__ = ["LEFT_TO_GIT", "command"]

LEFT_TO_GIT: Final = 2
"""How a merge ends that is left to `git merge-file`; nothing was written."""

_CONFLICTS: Final = 1


@click.command("merge-driver", short_help="What git calls to merge: merge.<driver>.driver.")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.option("--marker-size", type=click.IntRange(1, 200), default=7, help="Git's %L.")
@click.option("--path", default="", help="Git's %P, for messages.")
@click.option("--labels", nargs=3, default=("ours", "base", "theirs"), help="Git's %X, %S and %Y.")
def command(
    *,
    base: str,
    ours: str,
    theirs: str,
    marker_size: int,
    path: str,
    labels: tuple[str, str, str],
) -> int:
    """Merge two edits of a dossier into OURS.

    Ends with 0 where all is merged, with 1 where conflicts are marked or the merged dossier has a
    problem that neither side had, and with 2 where the merge is left to git.
    """
    contents = [content_of(name) for name in (base, ours, theirs)]
    try:
        texts = [(content or b"").decode("utf-8") for content in contents]
    except UnicodeDecodeError:
        console.narrate(f"{path}: a side is not UTF-8; it is merged by lines.")
        return LEFT_TO_GIT
    merged = merge(texts[0], texts[1], texts[2], labels=labels, marker_size=marker_size)
    if merged.text is None:
        console.narrate(f"{path}: {merged.reason} It is merged by lines.")
        return LEFT_TO_GIT
    try:
        write_whole(ours, merged.text.encode("utf-8", "surrogatepass"))
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        console.narrate(f"{path}: the merged text cannot be written ({reason}).")
        return LEFT_TO_GIT
    for keys in merged.conflicts:
        console.narrate(f"{path}: both sides changed `{'.'.join(map(str, keys)) or path}`.")
    if merged.conflicts:
        return _CONFLICTS
    problems = check_merged(texts[1], texts[2], merged.text, path)
    for problem in problems:
        console.narrate(str(problem))
    return _CONFLICTS if problems else 0
