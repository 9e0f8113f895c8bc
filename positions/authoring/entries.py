"""Adds a record to a section of a dossier's text, where an analyst would have put it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.authoring.edits import (
    NoPlace,
    TextEdit,
    key_added,
    key_filled,
    place_at,
    record_at,
)

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.reading.places import Reading

__all__ = ["entry_added"]

_SECTIONS: Final = (
    *("dossier", "shared", "parties", "sources", "events", "issues", "memoranda", "outcomes"),
)


def entry_added(
    reading: Reading,
    section: str,
    name: str,
    record: dict[str, Authored],
    *,
    in_braces: bool | None = None,
) -> TextEdit:
    """Return the edit that adds a record, written as the last one of its section is.

    The section is made where it is missing, behind those that come before it in the format.

    Args:
        reading: The text as it was read.
        section: The name of the section.
        name: The id of the record.
        record: Its fields.
        in_braces: Whether it is written in braces, on one line; as the last one is if None.

    Raises:
        NoPlace: The record is there already, or the section has no place for it.
    """
    root = record_at(reading.data, ())
    records = record_at(reading.data, (section,))
    if name in records:
        raise NoPlace(f"`{name}` is in `{section}` already.")
    if section not in root:
        before = [one for one in _SECTIONS[: _SECTIONS.index(section)] if one in root]
        return key_added(reading, (), section, {name: record}, before[-1] if before else "")
    if root[section] is None:
        return key_filled(reading, (section,), name, record)
    last = place_at(reading, (section, list(records)[-1])) if records else None
    if in_braces is None:
        in_braces = last is not None and reading.lines.text[last[2] : last[2] + 1] == "{"
    return key_added(reading, (section,), name, record, in_braces=in_braces)
