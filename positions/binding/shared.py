"""The head that documents share: what each of them has unless it says otherwise itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.binding.validation import kind_of_data, validate
from positions.model.dossier import Form, Shared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.binding.inline_sources import SourceBinder
    from positions.problems.collector import ProblemCollector

__all__ = ["SharedHead"]

_OF_A_MEMORANDUM = frozenset({"disclosure", "read"})
"""What says how much of a text is known, which means nothing where there is no text."""


class SharedHead:
    """What the section `shared` gives to documents.

    Attributes:
        fields: The plain data of its fields; nothing where one of them cannot be read.
    """

    def __init__(self, data: object, sources: SourceBinder, report: ProblemCollector) -> None:
        """Bind the section; its faults are reported once, and not for every document."""
        self.fields: Mapping[str, object] = {}
        if data is None:
            return
        path = ("shared",)
        if not isinstance(data, dict):
            sentence = f"`shared` is {kind_of_data(data)}."
            report.add("wrong-shape", path, sentence, "It should be a mapping of fields.")
            return
        fields = sources.with_ids(data, path)
        if validate(Shared, fields, path, report) is not None:
            self.fields = fields

    def given_to(self, data: Mapping[str, object]) -> Mapping[str, object]:
        """Return the data of a document with what it shares with the others."""
        form = data.get("form", self.fields.get("form"))
        text = form == Form.MEMORANDUM
        shared = {
            name: said
            for name, said in self.fields.items()
            if (text or name not in _OF_A_MEMORANDUM) and name not in data
        }
        if "published" in data:
            shared.pop("known", None)
        return {**shared, **data} if shared else data
