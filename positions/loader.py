"""A file, a folder or a text to a dossier and its problems."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.binding.dossier import bind
from positions.checks.rules import check
from positions.problems.problem import in_order
from positions.reading.collector import collector_paused
from positions.reading.files import (
    STANDARD_INPUT,
    content_of,
    list_folder,
    read_folder,
    unreadable,
)
from positions.reading.folder import joined
from positions.reading.reader import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.model.dossier import Dossier
    from positions.problems.problem import Path, Problem, Span
    from positions.reading.places import Reading

__all__ = ["STANDARD_INPUT", "Loaded", "bound", "list_folder", "load", "load_with", "loads", "scan"]

_MISREAD = frozenset({"comma-in-flow", "missing-space", "block-in-value"})
"""Codes of what YAML reads otherwise than it was meant."""


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

    @property
    def text(self) -> str:
        """The text itself, those of several files one after another; empty if nothing was read."""
        return self._reading.lines.text if self._reading else ""

    @property
    def data(self) -> object:
        """The plain data of the text; two texts with equal data make equal dossiers."""
        return self._reading.data if self._reading else None

    def span(self, path: Path, *, key: bool = False) -> Span | None:
        """Return where the value of a path stands, or its key; the nearest place above it."""
        return self._reading.span(path, key=key) if self._reading else None


@collector_paused()
def load(path: str | os.PathLike[str], *, checked: bool = True) -> Loaded:
    """Return the dossier in a file or a folder, and every problem found.

    Args:
        path: A YAML file, a folder of such files, or `-` for standard input.
        checked: Whether problems that show only across records are looked for.

    Raises:
        FileNotFoundError: There is no such file or folder.
    """
    return bound(scan(path), checked=checked)


def scan(path: str | os.PathLike[str]) -> Loaded:
    """Return the data of a file or a folder as yet without a dossier, and the problems of its YAML.

    Args:
        path: A YAML file, a folder of such files, or `-` for standard input.

    Raises:
        FileNotFoundError: There is no such file or folder.
    """
    name = os.fspath(path)
    try:
        reading = _reading(name)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path is not one"
        problem = unreadable(name, reason, "Check the path and its permissions.")
        return Loaded(name, None, (problem,))
    return Loaded(reading.name, None, reading.problems, reading)


def _reading(name: str) -> Reading:
    if os.path.isdir(name):  # noqa: PTH112 - any text
        return read_folder(name)
    return read(content_of(name), "<standard input>" if name == STANDARD_INPUT else name)


@collector_paused()
def loads(content: str | bytes, name: str = "<text>", *, checked: bool = True) -> Loaded:
    """Return the dossier that a text makes, and every problem found.

    Args:
        content: The text, or its bytes.
        name: What the messages call it.
        checked: Whether problems that show only across records are looked for.
    """
    reading = read(content, name)
    return bound(Loaded(name, None, reading.problems, reading), checked=checked)


def load_with(path: str, texts: Mapping[str, str]) -> Loaded:
    """Return what a dossier would come to if some of its files had other texts.

    Args:
        path: The dossier: a file, or a folder that has the files.
        texts: The other texts, by the paths of their files.
    """
    if path in texts:
        return loads(texts[path], path)
    others = {os.path.abspath(name): text for name, text in texts.items()}  # noqa: PTH100 - any text
    listing = list_folder(path)
    readings = []
    for name in (os.path.join(path, one) for one in listing.files):  # noqa: PTH118 - likewise
        other = others.get(os.path.abspath(name))  # noqa: PTH100 - likewise
        readings.append(read(content_of(name) if other is None else other, name))
    reading = joined(readings, path)
    return bound(Loaded(path, None, reading.problems, reading))


@collector_paused()
def bound(scanned: Loaded, *, checked: bool = True) -> Loaded:
    """Return the dossier that data make, and every problem found.

    Args:
        scanned: The data; where there are none, it is returned as it is.
        checked: Whether problems that show only across records are looked for.
    """
    reading = scanned._reading  # noqa: SLF001 - of its own class
    if reading is None:
        return scanned
    dossier, problems = bind(reading)
    found = (*problems, *(check(dossier, reading) if dossier and checked else ()))
    fresh = [problem for problem in found if not _explained(problem, reading.problems)]
    if fresh:
        # Most dossiers have no problem.
        from positions.authoring.mending.advice import advised  # noqa: PLC0415

        fresh = advised(fresh, reading.data)
    return Loaded(scanned.path, dossier, in_order((*reading.problems, *fresh)), reading)


def _explained(problem: Problem, before: tuple[Problem, ...]) -> bool:
    """Return whether a fault of YAML is the reason for a problem.

    After `{value: at least 1,000}`, that `000` is no field is no second problem; nor is it after
    `[1,000, a]` that `1` is no item.
    """
    path, at = problem.path, problem.span
    for one in before:
        if one.code in _MISREAD and one.span is not None and at is not None:
            if _holds(one.span, at):
                return True
            if problem.code == "unreadable-value" and one.path[: len(path)] == path:
                return True
    return False


def _holds(outer: Span, inner: Span) -> bool:
    begins, ends = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return begins <= (inner.line, inner.column) < ends
