"""Finds the names that stand for those in commits, by `.mailmap`, as git's own log does."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from positions.git.run import GitFault

if TYPE_CHECKING:
    from positions.git.run import Found

__all__ = ["author_format"]

_MOST: Final = 1024 * 1024


def author_format(found: Found) -> str:
    """Return what stands for an author in a format of `git log`: as `.mailmap` names people.

    Git reads a mailmap whole and waits for it, so that what is no plain file, or is very large,
    is left alone.
    """
    settings = {"mailmap.file": "", "mailmap.blob": "HEAD:.mailmap" if found.bare else ""}
    try:
        listed = found.git.text("config", "-z", "--type=path", "--get-regexp", r"^mailmap\.")
        settings |= {
            key: text for key, _, text in (one.partition("\n") for one in listed.split("\0"))
        }
    except GitFault:  # there is no such setting
        pass
    files = [settings["mailmap.file"]]
    if not found.bare:
        files.append(os.path.join(found.root, ".mailmap"))  # noqa: PTH118
    fits = all(map(_is_small_file, files)) and _is_small_object(found, settings["mailmap.blob"])
    return "%aN" if fits else "%an"


def _is_small_file(path: str) -> bool:
    try:
        about = os.stat(path)  # noqa: PTH116 - git gives any text for a path
    except (OSError, ValueError):  # it is not there
        return True
    return stat.S_ISREG(about.st_mode) and about.st_size <= _MOST


def _is_small_object(found: Found, name: str) -> bool:
    try:
        return not name or int(found.git.text("cat-file", "-s", "--end-of-options", name)) <= _MOST
    except GitFault:  # it is not there
        return True
