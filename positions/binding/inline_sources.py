"""Sources that are written where they are used, each of which gets an id of its own making.

The id is made from what the source says, and not from its place, so that it stays the same where
text is added around it; and a source that is written twice in the same words is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.model.dossier import Source
from positions.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.binding.records import RecordBinder
    from positions.problems.problem import Path

__all__ = ["SourceBinder"]

_LONGEST = 72
_NAMING = ("publisher", "date", "title")


class SourceBinder:
    """Binds the sources of documents, positions and outcomes.

    Attributes:
        found: The sources that were written where they are used, by the ids that they got.
    """

    def __init__(self, records: RecordBinder, declared: Mapping[str, object]) -> None:
        """Take what binds records, and the data of the sources that have ids of their own."""
        self.found: dict[str, Source] = {}
        self._records = records
        self._declared = declared
        self._known: dict[tuple[tuple[str, str], ...], str] = {}

    def with_ids(self, data: Mapping[str, object], path: Path) -> Mapping[str, object]:
        """Return the data of a record with ids for the sources that are written in it.

        One that cannot be read is left out; its faults are reported.
        """
        given = data.get("sources")
        where = (*path, "sources")
        if isinstance(given, dict):
            return {**data, "sources": self._ids([(where, given)])}
        if isinstance(given, list) and any(isinstance(one, dict) for one in given):
            return {**data, "sources": self._ids([((*where, n), x) for n, x in enumerate(given)])}
        return data

    def _ids(self, entries: list[tuple[Path, object]]) -> list[object]:
        ids = (
            self._named(data, path) if isinstance(data, dict) else data for path, data in entries
        )
        return [name for name in ids if name != ""]

    def _named(self, data: Mapping[str, object], path: Path) -> str:
        """Return the id of a source that is written at a path; empty where it cannot be read."""
        words = tuple(sorted((key, str(said)) for key, said in data.items()))
        if words in self._known:
            return self._known[words]
        name = slug(" ".join(str(data.get(key) or "") for key in _NAMING), _LONGEST) or "source"
        number, made = 2, name
        while made in self.found or made in self._declared:
            made = f"{name}-{number}"
            number += 1
        source = self._records.record(Source, made, data, path)
        if source is None:
            return ""
        self.found[made] = source
        self._known[words] = made
        return made
