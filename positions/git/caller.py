"""Finds what the git was asked for that calls a merge driver; it does not say so by itself.

`git checkout --conflict=diff3` and `git merge -X theirs` mean a driver too, and give it neither the
style nor the side. Where the system shows the words of a process (`/proc`), they are read there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["MergeWish", "merge_wish"]

_MOST = 64 * 1024


class MergeWish(NamedTuple):
    """How a merge was asked for.

    Attributes:
        style: The style of conflicts, by git's name; empty where none is named.
        favours: For which side conflicts are settled; None where they are to be marked.
    """

    style: str = ""
    favours: Literal["ours", "theirs"] | None = None


def merge_wish(process: int) -> MergeWish:
    """Return how a merge was asked for, from the number of the git that runs it."""
    try:
        with Path(f"/proc/{process}/cmdline").open("rb") as file:
            words = [os.fsdecode(word) for word in file.read(_MOST).split(b"\0")]
    except OSError:
        return MergeWish()
    style = favours = ""
    for option, value in _options(words):
        if option == "--conflict":
            style = value
        elif value in {"ours", "theirs"}:
            favours = value
    return MergeWish(style, "ours" if favours == "ours" else "theirs" if favours else None)


def _options(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the options that are looked for, with their values, up to the names of files."""
    wanted = ("--conflict", "--strategy-option", "-X")
    for at, word in enumerate(words):
        if word == "--":
            return
        for option in wanted:
            if word == option and at + 1 < len(words):
                yield option, words[at + 1]
            elif option == "-X" and word.startswith("-X"):
                yield option, word[2:]
            elif word.startswith(f"{option}="):
                yield option, word[len(option) + 1 :]
