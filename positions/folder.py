"""A dossier in a folder: the texts of several files to one dossier and its problems.

Every file may carry any of the sections. They are laid over each other by id before anything is
bound, so that a position in one file finds its issue in another; the same id in two files is a
problem that names both places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from positions.binding import bind
from positions.checks import check
from positions.loader import Loaded
from positions.places import Lines, Mapping, Reading
from positions.problems import Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.problems import Path, Span

__all__ = ["SUFFIX", "joined", "loads_folder"]

SUFFIX = ".yaml"
"""How the names of the files end that make up a dossier in a folder."""


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


def loads_folder(readings: Sequence[Reading], name: str) -> Loaded:
    """Return the dossier that the files of a folder make, and every problem found.

    Args:
        readings: What `positions.source.read` made of each file, in the order of their names.
        name: What the messages call the folder.
    """
    reading = joined(readings, name)
    dossier, problems = bind(reading)
    found = check(dossier, reading) if dossier else ()
    return Loaded(name, dossier, in_order((*reading.problems, *problems, *found)), reading)


def joined(readings: Sequence[Reading], name: str) -> Reading:
    """Return several readings as one, with the problems of all, and of laying them together."""
    problems = [problem for reading in readings for problem in reading.problems]
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
        data[section], found = _section(section, holders, owners)
        problems += found
    return _Joined(name, data or None, tuple(problems), Lines("", name), owners=owners)


def _section(
    section: str, holders: Sequence[Reading], owners: dict[Path, Reading]
) -> tuple[object, list[Problem]]:
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
    return whole or None, problems


def _twice(first: Reading, second: Reading, path: tuple[str, str]) -> Problem:
    there = first.span(path, key=True)
    sentence = f"`{path[1][:40]}` stands in `{path[0]}` already, at {there}."
    advice = "Rename or remove one of the two."
    return Problem("duplicate-key", sentence, advice, second.span(path, key=True), path)
