"""Merges two edits of a dossier where git merges: `positions git merge-driver`."""

from __future__ import annotations

from typing import Final

import click

from positions.cli import console
from positions.cli.git.contents import content_of
from positions.git.caller import MergeWish, merge_wish
from positions.merge.markers import ConflictMarkers, ConflictStyle
from positions.merge.three_way import check_merged, merge
from positions.text.whole_file import write_whole

__all__ = ["LEFT_TO_GIT", "command"]

LEFT_TO_GIT: Final = 2
"""How a merge ends that is left to `git merge-file`; nothing was written."""

_CONFLICTS: Final = 1
_LEFT_FOR: Final = {None: LEFT_TO_GIT, "ours": 3, "theirs": 4}


@click.command("merge-driver", short_help="What git calls to merge: merge.<driver>.driver.")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.option("--marker-size", type=click.IntRange(1, 200), default=7, help="Git's %L.")
@click.option("--path", default="", help="Git's %P, for messages.")
@click.option("--style", default="", help="The configured merge.conflictStyle.")
@click.option("--caller", type=int, default=0, help="The process of the git that calls.")
@click.option("--labels", nargs=3, default=("ours", "base", "theirs"), help="Git's %X, %S and %Y.")
def command(  # noqa: PLR0913 - one for each option
    *,
    base: str,
    ours: str,
    theirs: str,
    marker_size: int,
    path: str,
    style: str,
    caller: int,
    labels: tuple[str, str, str],
) -> int:
    """Merge two edits of a dossier into OURS.

    Ends with 0 where all is merged, with 1 where conflicts are marked or the merged dossier has a
    problem that neither side had, and with 2 where the merge is left to git: with 3 or 4 where git
    was asked to settle it for ours or for theirs.
    """
    wish = merge_wish(caller) if caller else MergeWish()
    left_to_git = _LEFT_FOR[wish.favours]
    known = (one for one in (wish.style, style) if one in list(ConflictStyle))
    markers = ConflictMarkers(*labels, marker_size, ConflictStyle(next(known, "merge")))
    contents = [content_of(name) for name in (base, ours, theirs)]
    try:
        texts = [(content or b"").decode("utf-8") for content in contents]
    except UnicodeDecodeError:
        console.narrate(f"{path}: a side is not UTF-8; it is merged by lines.")
        return left_to_git
    merged = merge(texts[0], texts[1], texts[2], markers=markers, favours=wish.favours)
    if merged.text is None:
        console.narrate(f"{path}: {merged.reason} It is merged by lines.")
        return left_to_git
    try:
        write_whole(ours, merged.text.encode("utf-8", "surrogatepass"))
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        console.narrate(f"{path}: the merged text cannot be written ({reason}).")
        return left_to_git
    settled = f" That of {wish.favours} was taken, as git was asked." if wish.favours else ""
    for keys in merged.conflicts:
        where = ".".join(map(str, keys)) or path
        console.narrate(f"{path}: both sides changed `{where}`.{settled}")
    if merged.conflicts and not wish.favours:
        return _CONFLICTS
    problems = check_merged(texts[1], texts[2], merged.text, path)
    for problem in problems:
        console.narrate(str(problem))
    return _CONFLICTS if problems else 0
