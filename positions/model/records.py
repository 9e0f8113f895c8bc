"""The sections of a dossier, and of what records they are: which fields tell one from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from positions.model.dossier import (
    Event,
    Header,
    Issue,
    Memorandum,
    Outcome,
    Party,
    Position,
    Source,
)
from positions.model.outcome import agreed_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["POSITION", "RECORDS", "SECTIONS", "RecordSort", "home_of"]

SECTIONS: Final = (
    *("dossier", "shared", "parties", "sources", "events", "issues", "memoranda", "outcomes"),
)
"""The sections of a dossier, in the order in which they are documented."""

_UNWRITTEN: Final = frozenset({"id", "unreadable", "later", "position", "same_as", "as_in"})


class RecordSort(NamedTuple):
    """A sort of record.

    Attributes:
        noun: What it is called, with its article.
        fields: The fields that a dossier may write in it.
        marks: Those that show, each by itself, that a record is of this sort.
    """

    noun: str
    fields: frozenset[str]
    marks: frozenset[str] = frozenset()


def _sort(
    noun: str, fields: Mapping[str, object], *marks: str, also: tuple[str, ...] = ()
) -> RecordSort:
    return RecordSort(noun, frozenset({*fields, *also}) - _UNWRITTEN, frozenset(marks))


RECORDS: Final[Mapping[str, RecordSort]] = {
    "dossier": _sort("the section `dossier`", Header.model_fields),
    "parties": _sort("a party", Party.model_fields, "name"),
    "sources": _sort("a source", Source.model_fields, "publisher"),
    "events": _sort("an event", Event.model_fields, "part_of"),
    "issues": _sort("an issue", Issue.model_fields, "kind", "topic"),
    "memoranda": _sort("a document", Memorandum.model_fields, "positions", "party", "form"),
    "outcomes": _sort("an outcome", Outcome.model_fields, "issue", also=agreed_fields()),
}
"""The records of each section."""

POSITION: Final = _sort("a position", Position.model_fields, also=("as",))
"""What stands in a document under `positions`."""


def home_of(data: Mapping[str, object]) -> str:
    """Return the one section whose records have all the fields of some data; empty if none has."""
    found = [
        section
        for section, sort in RECORDS.items()
        if data.keys() <= sort.fields and data.keys() & sort.marks
    ]
    return found[0] if len(found) == 1 else ""
