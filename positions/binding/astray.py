"""Entries and whole sections that stand in a section where they do not belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from positions.model.records import RECORDS, SECTIONS, home_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Astray", "strays", "without"]


class Astray(NamedTuple):
    """What stands in a section where it does not belong.

    Attributes:
        section: Where it stands.
        name: Its key there: the name of another section, or the id of an entry of one.
        home: The section that it is, or of which it is an entry.
        entries: What it declares there, by id.
        follows: Whether it stands below the name of its section, which tells why it is astray.
    """

    section: str
    name: str
    home: str
    entries: Mapping[str, object]
    follows: bool = False


def strays(data: Mapping[str, object]) -> tuple[Astray, ...]:
    """Return what stands in sections where it does not belong, in the order of the text."""
    return tuple(
        found
        for section, entries in data.items()
        if section in RECORDS and isinstance(entries, dict)
        for found in _strays_in(section, entries)
    )


def _strays_in(section: str, entries: Mapping[str, object]) -> Iterator[Astray]:
    own = RECORDS[section].fields
    above = ""
    for name, given in entries.items():
        inside = given if isinstance(given, dict) else {}
        named = name in SECTIONS and name != section and (given is None or inside)
        if named and not inside.keys() & own:
            above = "" if inside else name
            yield Astray(section, name, name, inside)
        elif above:
            yield Astray(section, name, above, {name: given}, follows=True)
        elif inside and not inside.keys() <= own and (home := home_of(inside)):
            yield Astray(section, name, home, {name: given})


def without(data: Mapping[str, object], astray: tuple[Astray, ...]) -> Mapping[str, object]:
    """Return the data of a dossier less what is astray in it."""
    found = dict(data)
    for section in {one.section for one in astray}:
        names = {one.name for one in astray if one.section == section}
        entries = data[section]
        if isinstance(entries, dict):
            found[section] = {name: one for name, one in entries.items() if name not in names}
    return found
