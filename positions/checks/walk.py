"""Walks over what rules across records need: every position with its path, and declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from positions.binding.dossier import declared_sections
from positions.model.dossier import Role
from positions.problems.problem import Path
from positions.sentences.glossary import Glossary

if TYPE_CHECKING:
    from positions.model.dossier import Dossier, Position
    from positions.reading.places import Reading
    from positions.values import Value

__all__ = ["Declared", "Faults", "inside"]

Faults = Iterator[tuple[Path, str, str | Callable[[], str]]]
"""The path of each fault, its sentence, and its suggestion or what works it out."""

_INNER = attrgetter("alternatives", "parts", "accounts", "rest")


class Declared:
    """The ids that the text declares, whether or not their records could be read.

    And every position that could be, walked over once for all rules.
    """

    def __init__(self, dossier: Dossier, reading: Reading) -> None:
        """Take the dossier, and the text as it was read."""
        self._dossier = dossier
        self._data = reading.data
        self._sections = declared_sections(reading.data)

    def ids(self, *sections: str) -> frozenset[str]:
        """Return the ids that sections declare."""
        return frozenset[str]().union(*(self._sections.get(name, ()) for name in sections))

    def writes(self, path: Path) -> bool:
        """Return whether the text has a value at a path, other than an empty one."""
        return self.written(path) is not None

    def written(self, path: Path) -> object:
        """Return what the text has at a path; None where it has nothing."""
        data: object = self._data
        for key in path:
            data = data.get(str(key)) if isinstance(data, dict) else None
        return data

    @cached_property
    def words(self) -> Glossary:
        """What sentences call everything in the dossier."""
        return Glossary(self._dossier)

    @cached_property
    def positions(self) -> tuple[tuple[Path, Position], ...]:
        """Every position with its path: of issues, documents and outcomes, and inside them."""
        return tuple(_every_position(self._dossier))

    @cached_property
    def values(self) -> Mapping[str, Mapping[tuple[str, int], Value]]:
        """By issue the values that the parties state, those of their last document each."""
        found: dict[str, dict[tuple[str, int], Value]] = {}
        columns = self._dossier.parties.values()
        others = {column.id for column in columns if column.role is not Role.PARTY}
        for memorandum in self._dossier.memoranda.values():
            if memorandum.party in others:
                continue
            for issue, position in memorandum.positions.items():
                values = found.setdefault(issue, {})
                for place, (_, inner) in enumerate(inside((), position)):
                    if inner.value is not None:
                        values[memorandum.party, place] = inner.value
        return found

    @cached_property
    def open_sides(self) -> Mapping[str, Mapping[tuple[str, int], str]]:
        """Of the issues that declare no limit and may, the way in which each value has no end."""
        found = {}
        for issue, values in self.values.items():
            measure = self._dossier.measure(issue)
            if not self._dossier.issues[issue].limit and "limit" in measure.kind.takes:
                found[issue] = {key: measure.open_side(one) for key, one in values.items()}
        return found


def _every_position(dossier: Dossier) -> Iterator[tuple[Path, Position]]:
    for about in dossier.issues.values():
        if about.reference_point is not None:
            yield from inside(("issues", about.id, "reference_point"), about.reference_point)
    for memorandum in dossier.memoranda.values():
        for issue, position in memorandum.positions.items():
            yield from inside(("memoranda", memorandum.id, "positions", issue), position)
    for outcome in dossier.outcomes.values():
        path: Path = ("outcomes", outcome.id)
        if outcome.position is not None:
            yield from inside(path, outcome.position)
        for party, account in outcome.accounts.items():
            yield from inside((*path, "accounts", party), account)
        for party, count in outcome.delivered.items():
            yield from inside((*path, "delivered", party), count)


def inside(path: Path, position: Position) -> Iterator[tuple[Path, Position]]:
    """Yield a position, and all those inside it, with their paths."""
    yield path, position
    if not any(_INNER(position)):
        return
    for name in ("alternatives", "parts", "accounts"):
        for label, inner in (getattr(position, name) or {}).items():
            yield from inside((*path, name, label), inner)
    if position.rest is not None:
        yield from inside((*path, "rest"), position.rest)
