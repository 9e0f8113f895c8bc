"""A file or a text to a dossier and its problems; the only module that reads files."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from positions.binding import bind
from positions.checks import check
from positions.problems import Problem, in_order
from positions.source import MAX_BYTES, read

if TYPE_CHECKING:
    from positions.dossier import Dossier
    from positions.places import Reading
    from positions.problems import Path, Span

__all__ = ["STANDARD_INPUT", "Loaded", "load", "loads"]

STANDARD_INPUT = "-"
"""The path that stands for standard input."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a dossier's text came to.

    Attributes:
        path: The path as it was given.
        dossier: What was readable; None where there is nothing to stand on.
        problems: Every problem, in the order of the text.
    """

    path: str
    dossier: Dossier | None
    problems: tuple[Problem, ...]
    _reading: Reading | None = field(default=None, repr=False, compare=False)

    def span(self, path: Path, *, key: bool = False) -> Span | None:
        """Return where the value of a path stands, or its key; the nearest place above it."""
        return self._reading.span(path, key=key) if self._reading else None


def load(path: str | os.PathLike[str]) -> Loaded:
    """Return the dossier in a file, and every problem found.

    Args:
        path: A YAML file, or `-` for standard input.

    Raises:
        FileNotFoundError: There is no such file.
    """
    name = os.fspath(path)
    try:
        content = _content(name)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path is not one"
        sentence = f"`{name}` cannot be read: {reason.lower()}."
        problem = Problem("unreadable-file", sentence, "Check the path and its permissions.")
        return Loaded(name, None, (problem,))
    return loads(content, "<standard input>" if name == STANDARD_INPUT else name)


def loads(content: str | bytes, name: str = "<text>") -> Loaded:
    """Return the dossier that a text makes, and every problem found.

    Args:
        content: The text, or its bytes.
        name: What the messages call it.
    """
    reading = read(content, name)
    dossier, problems = bind(reading)
    found = check(dossier, reading) if dossier else ()
    return Loaded(name, dossier, in_order((*reading.problems, *problems, *found)), reading)


def _content(name: str) -> bytes:
    """Return a file's bytes, at most one more than a dossier may have."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with FilePath(name).open("rb") as file:
        return file.read(MAX_BYTES + 1)
