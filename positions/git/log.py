"""Reads what `git log` prints, as data; people have the names that `.mailmap` gives them."""

from __future__ import annotations

import os
import stat
from functools import cached_property
from typing import TYPE_CHECKING, Final

from positions.git.parsing import LOG_FORMAT, LOG_OPTIONS, logged
from positions.git.run import GitFault

if TYPE_CHECKING:
    from positions.git.parsing import FileChange, Logged
    from positions.git.run import Found

__all__ = ["LogReader"]

_OF_PATH: Final = ("--raw", "--no-follow", "--no-renames", "--diff-merges=off")


class LogReader:
    """Reads logs of one repository.

    Args:
        found: The repository.
    """

    def __init__(self, found: Found) -> None:
        self._found = found

    @cached_property
    def _format(self) -> str:
        return LOG_FORMAT.format(author=_author_format(self._found))

    def commits(self, *words: str) -> list[Logged]:
        """Return the commits that options and names choose, without what they changed."""
        return self._logged("--no-patch", *words)

    def of_path(self, tip: str, path: str, base: str = "", *options: str) -> list[Logged]:
        """Return the commits that made what a path holds; of merges it is not told what changed.

        Args:
            tip: The id of the commit at which to begin.
            path: A file or a folder, from the root; empty for the root.
            base: The id of a commit that is left out with all before it; empty for none.
            options: Further options of `git log`.
        """
        return self._logged(*_OF_PATH, *options, *_end(tip, path, base))

    def links(self, tip: str, path: str, base: str = "") -> dict[str, list[str]]:
        """Return for each of these commits those of them that come directly before it."""
        shape = ("--parents", "--no-follow", "--no-show-signature", "--format=%H %P")
        said = self._found.git.text("log", *shape, *_end(tip, path, base))
        return {name: older for name, *older in map(str.split, said.splitlines())}

    def renamed(self, commit: str, path: str) -> FileChange | None:
        """Return what a commit, against its first parent, did to a file, renaming included."""
        words = ("-1", "--raw", "--follow", "--diff-merges=first-parent")
        end = _end(commit, path)
        try:
            found = self._logged(*words, "-M", *end)
        except GitFault as fault:
            if "promisor" not in str(fault):
                raise
            # A partial clone lacks the contents by which git sees that a file was renamed and
            # edited at once; a mere rename it sees without.
            found = self._logged(*words, "-M100%", *end)
        return next((change for one in found for change in one.changes), None)

    def _logged(self, *words: str) -> list[Logged]:
        return list(logged(self._found.git.output("log", *LOG_OPTIONS, self._format, *words)))


def _end(tip: str, path: str, base: str = "") -> tuple[str, ...]:
    commits = (tip, f"^{base}") if base else (tip,)
    return ("--end-of-options", *commits, "--", *([path] if path else []))


_MOST: Final = 1024 * 1024


def _author_format(found: Found) -> str:
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
