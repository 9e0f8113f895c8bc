"""The bytes of a file, and the files of a folder, both bounded; nothing here reads YAML.

What is read is a plain file, a pipe that somebody writes to, or standard input. Within a folder
no symbolic link is followed, so that a folder from anyone says nothing of what lies outside it.
"""

from __future__ import annotations

import errno
import os
import select
import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from positions.problems.problem import Problem
from positions.reading.folder import MAX_DEPTH, MAX_FILES, SUFFIX, belongs, folder_reading
from positions.reading.places import Lines, Reading
from positions.reading.reader import MAX_BYTES, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from positions.reading.places import Size

__all__ = [
    "STANDARD_INPUT",
    "Listing",
    "content_of",
    "content_within",
    "list_folder",
    "read_folder",
    "unreadable",
]

STANDARD_INPUT = "-"
"""The path that stands for standard input."""

MAX_ENTRIES = 20_000
"""How many files and folders are looked at in a folder."""

_PATIENCE = 1_000
"""How many milliseconds a pipe is waited for."""


class Listing(NamedTuple):
    """The files of a folder that make up its dossier.

    Attributes:
        files: Their paths within the folder, with `/` between names, in order.
        problems: What keeps the folder from being looked through.
    """

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def content_of(name: str) -> bytes:
    """Return a file's bytes, at most one more than a dossier may have.

    Raises:
        OSError: It cannot be opened or read; a FileNotFoundError where it does not exist.
        ValueError: The path is none.
    """
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "there is none")
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with open(name, "rb", opener=_open) as file:
        return file.read(MAX_BYTES + 1)


def _open(name: str, flags: int) -> int:
    """Open a file; a pipe into which nobody writes is given up after a second."""
    found = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISFIFO(os.fstat(found).st_mode):
        waiting = select.poll()
        waiting.register(found, select.POLLIN)
        if not waiting.poll(_PATIENCE):
            os.close(found)
            raise OSError(errno.ETIMEDOUT, "nothing is written to it")
        os.set_blocking(found, True)
    return found


def unreadable(name: str, reason: str, advice: str = "") -> Problem:
    """Return the problem that a file or a folder cannot be read."""
    return Problem("unreadable-file", f"`{name}` cannot be read: {reason.lower()}.", advice)


def read_folder(folder: str) -> Reading:
    """Return what the files of a folder say together, with every problem of reading them.

    Raises:
        OSError: The folder itself cannot be looked through; a FileNotFoundError where there is
            none.
    """
    listing = list_folder(folder)
    readers: list[Callable[[Size], Reading]] = [
        *(_problem_reader(folder, problem) for problem in listing.problems),
        *(_file_reader(os.path.join(folder, path)) for path in listing.files),  # noqa: PTH118
    ]
    return folder_reading(folder, readers)


def _problem_reader(folder: str, problem: Problem) -> Callable[[Size], Reading]:
    return lambda _room: Reading(folder, None, (problem,), Lines("", folder))


def _file_reader(name: str) -> Callable[[Size], Reading]:
    def read_file(room: Size) -> Reading:
        try:
            content = content_within(name, room.octets + 1)
        except OSError as fault:
            reason = fault.strerror or "unknown reason"
            advice = ""
            if fault.errno == errno.ELOOP:
                reason, advice = "it is a symbolic link", "It is not followed: copy the file."
            lines = Lines("", name)
            problem = replace(unreadable(name, reason, advice), span=lines.span(0, 0))
            return Reading(name, None, (problem,), lines)
        return read(content, name, room)

    return read_file


def content_within(name: str, most: int) -> bytes:
    """Return the bytes of a plain file of a folder, so many at most; no link is followed.

    Raises:
        OSError: It cannot be read, or is something else.
    """
    with open(name, "rb", opener=_open_within) as file:
        return file.read(most)


def _open_within(name: str, flags: int) -> int:
    """Open a plain file of a folder, and neither what a link leads to nor anything else."""
    found = os.open(name, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    if not stat.S_ISREG(os.fstat(found).st_mode):
        os.close(found)
        raise OSError(errno.EINVAL, "it is no plain file")
    return found


def list_folder(folder: str) -> Listing:
    """Return which files of a folder make up its dossier; see `positions.reading.folder`.

    Raises:
        OSError: The folder itself cannot be looked through; a FileNotFoundError where there is
            none.
    """
    os.scandir(folder).close()
    found = _Walk(folder)
    return Listing(tuple(sorted(found.files())), tuple(found.problems))


class _Walk:
    """A way through a folder, which ends after `MAX_FILES` files or `MAX_ENTRIES` of anything."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._entries = 0
        self.problems: list[Problem] = []

    def files(self) -> Iterator[str]:
        waiting, count = [""], 0
        while waiting:
            for path, is_folder in self._within(waiting.pop()):
                self._entries += 1
                if self._entries > MAX_ENTRIES:
                    self._end(f"{MAX_ENTRIES:,} files and folders")
                    return
                if is_folder:
                    waiting.append(path)
                elif belongs(path):
                    count += 1
                    if count > MAX_FILES:
                        self._end(f"{MAX_FILES:,} files that end in `{SUFFIX}`")
                        return
                    yield path
                elif path.lower().endswith((SUFFIX, ".yml")):
                    self._pass_over(path)

    def _within(self, path: str) -> list[tuple[str, bool]]:
        """Return what lies in a folder, hidden names left out, and which of it are folders."""
        place = os.path.join(self._folder, path)  # noqa: PTH118 - any text
        if path.count("/") == MAX_DEPTH:
            self.problems.append(unreadable(place, f"it lies {MAX_DEPTH + 1} folders deep"))
            return []
        try:
            with os.scandir(place) as found:
                entries = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]
        except OSError as fault:
            self.problems.append(unreadable(place, fault.strerror or "unknown reason"))
            return []
        if path and any(name == ".git" for name, _ in entries):
            return []  # a repository of its own
        prefix = f"{path}/" if path else ""
        return [(prefix + name, is_dir) for name, is_dir in entries if not name.startswith(".")]

    def _pass_over(self, path: str) -> None:
        name = os.path.join(self._folder, path)  # noqa: PTH118 - any text
        sentence = f"`{name}` is not read: the files of a dossier end in `{SUFFIX}`."
        self.problems.append(Problem("unread-file", sentence, "Rename it, or move it elsewhere."))

    def _end(self, what: str) -> None:
        sentence = f"`{self._folder}` has more than {what}, and is not read."
        advice = "Check that it is the right folder."
        self.problems.append(Problem("too-large", sentence, advice))
