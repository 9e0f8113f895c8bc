"""A dossier in a folder: what its files say, laid together as if it were one text.

Every `*.yaml` file below the folder may carry any of the sections; only the header, the section
`dossier`, stands in one of them. They are laid over each other by id before anything is bound, so
that a position in one file finds its issue in another; the same id in two files is a problem that
names both places. What bounds the size of a dossier bounds all its files together.

No part of the dossier: what has a name that begins with a dot, itself or a folder above it; what
lies more than `MAX_DEPTH` folders deep; a repository inside the folder. No symbolic link is
followed: one that is called as a file of the dossier would be is a problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from positions.problems.collector import bounded
from positions.problems.problem import Problem
from positions.reading.places import Lines, Mapping, Reading
from positions.reading.reader import WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from positions.problems.problem import Path, Span
    from positions.reading.places import Size

__all__ = ["MAX_DEPTH", "MAX_FILES", "SUFFIX", "belongs", "folder_reading", "joined", "within"]

SUFFIX = ".yaml"
"""How the names of the files end that make up a dossier in a folder."""

MAX_FILES = 2_000
"""How many files a folder may have."""

MAX_DEPTH = 20
"""How deep a file may lie in folders within the folder."""

_HEADER = "dossier"


def belongs(path: str) -> bool:
    """Return whether a file is part of a dossier, by its path within the folder."""
    names = path.split("/")
    hidden = any(name.startswith(".") for name in names)
    return path.endswith(SUFFIX) and not hidden and len(names) <= MAX_DEPTH + 1


def within(path: str, folder: str) -> str:
    """Return the path of a file within a folder, where both are given from the same place."""
    return path.removeprefix(f"{folder}/") if folder else path


@dataclass(frozen=True, slots=True)
class _Joined(Reading):
    """Several readings as one; a place is looked up in the file that has it.

    Attributes:
        owners: The reading in which a section, and each entry of it, stands first.
    """

    owners: dict[Path, Reading] = field(default_factory=dict, repr=False, compare=False)

    def span(self, path: Path, *, key: bool = False) -> Span | None:
        """Return where the value at this path stands, or its key; see `Reading.span`."""
        owner = self.owners.get(tuple(path[:2])) or self.owners.get(tuple(path[:1]))
        return owner.span(path, key=key) if owner else None


def folder_reading(name: str, files: Iterable[Callable[[Size], Reading]]) -> Reading:
    """Return what the files of a folder say together, with every problem of reading them.

    Where they are too large together, there are no data at all: a part of a dossier would say
    that those who stand in the rest are silent.

    Args:
        name: What the messages call the folder.
        files: Each reads a file, of which it is told how large it may be; in the order of names.
    """
    room = WHOLE
    readings: list[Reading] = []
    for read_file in files:
        reading = read_file(room)
        readings.append(reading)
        room = room.less(reading.size)
        if any(problem.code == "too-large" for problem in reading.problems):
            return _Joined(name, None, tuple(_of_all(readings)), Lines("", name))
    return joined(readings, name)


def joined(readings: Sequence[Reading], name: str) -> Reading:
    """Return several readings as one, with the problems of all, and of laying them together."""
    problems = _of_all(readings)
    sections: dict[str, list[Reading]] = {}
    for reading in readings:
        if isinstance(reading.data, dict):
            for section in reading.data:
                sections.setdefault(section, []).append(reading)
        elif reading.data is not None:
            sentence = "The file is no mapping of sections."
            advice = "Write sections such as `parties:` into it, or move it out of the folder."
            problems.append(Problem("not-a-dossier", sentence, advice, reading.span(())))
    data = Mapping()
    owners: dict[Path, Reading] = {}
    for section, holders in sections.items():
        join = _header if section == _HEADER else _section
        data[section], found = join(section, holders, owners)
        problems += found
    if not data and not problems:
        sentence = f"`{name}` has no file with content that ends in `{SUFFIX}`."
        problems.append(Problem("empty-dossier", sentence, "Write the sections into such files."))
    text = "".join(reading.lines.text for reading in readings)
    return _Joined(name, data or None, tuple(problems), Lines(text, name), owners=owners)


def _of_all(readings: Iterable[Reading]) -> list[Problem]:
    return [problem for reading in readings for problem in reading.problems]


def _header(
    section: str, holders: Sequence[Reading], owners: dict[Path, Reading]
) -> tuple[object, Sequence[Problem]]:
    """Return the header, which one file alone may have, and what is wrong with the others'."""
    first, *others = holders
    path = (section,)
    owners[path] = first
    there = first.span(path, key=True)
    sentence = f"The header `{section}` stands in another file already, at {there}."
    advice = "Keep one of the two."
    problems = [
        Problem("duplicate-key", sentence, advice, one.span(path, key=True), path) for one in others
    ]
    return cast("Mapping", first.data)[section], bounded(problems)


def _section(
    section: str, holders: Sequence[Reading], owners: dict[Path, Reading]
) -> tuple[object, Sequence[Problem]]:
    """Return a section of all files, and what is wrong where they meet; note the owners."""
    problems = []
    whole = Mapping()
    owners[section,] = holders[0]
    for reading in holders:
        entries = cast("Mapping", reading.data)[section]
        if not isinstance(entries, dict):
            if entries is not None:
                if len(holders) == 1:  # binding says it
                    return entries, []
                sentence = f"`{section}` is no mapping by id in this file."
                span = reading.span((section,))
                problems.append(Problem("wrong-shape", sentence, "", span, (section,)))
            continue
        for name, entry in entries.items():
            path = (section, name)
            if path in owners:
                problems.append(_twice(owners[path], reading, path))
            else:
                whole[name] = entry
                owners[path] = reading
    return whole or None, bounded(problems)


def _twice(first: Reading, second: Reading, path: tuple[str, str]) -> Problem:
    there = first.span(path, key=True)
    sentence = f"`{path[1][:40]}` stands in `{path[0]}` already, at {there}."
    advice = "Rename or remove one of the two."
    return Problem("duplicate-key", sentence, advice, second.span(path, key=True), path)
