"""Plain data to typed records, one by one; an id is checked where it is declared."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from positions.binding.validation import kind_of_data, validate
from positions.model.dossier import Blank
from positions.model.fields import ShortRecord, StrictRecord
from positions.text.patterns import pattern
from positions.text.quoting import short_name
from positions.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.problems.collector import ProblemCollector
    from positions.problems.problem import Path

__all__ = ["RecordBinder"]

R = TypeVar("R", bound=StrictRecord)

_ID = pattern(r"\w[\w.-]{0,79}")
_RESERVED = frozenset({*Blank, "all", "none", "unspecified"})
_BETWEEN_OPTIONS = frozenset({"or", "not"})
"""Words that values have between the ids of options; any other record may be called so."""

_NAMED_IN_VALUES = frozenset({"options", "items"})
_UNWRITTEN = frozenset({"id", "unreadable", "later"})
_NOTHING: Mapping[str, object] = MappingProxyType({})


class RecordBinder:
    """Binds mappings of records by id, and reports what is wrong with each."""

    def __init__(self, report: ProblemCollector) -> None:
        """Take where the faults go."""
        self.report = report

    def entries(self, path: Path, data: object) -> list[tuple[str, object]]:
        """Return the entries of a mapping that declares ids; each bad id is a problem."""
        found = self.references(path, data)
        self.good_ids(path, dict(found))
        return found

    def references(self, path: Path, data: object) -> list[tuple[str, object]]:
        """Return the entries of a mapping by id; anything else is a problem."""
        if data is None:
            return []
        if not isinstance(data, dict):
            self.report.add(
                "wrong-shape",
                path,
                f"`{path[-1]}` is {kind_of_data(data)}.",
                "It should be a mapping by id: a key for each entry.",
            )
            return []
        return list(data.items())

    def good_ids(self, path: Path, data: Mapping[str, object]) -> None:
        """Report each key of a mapping that cannot be an id."""
        for name in data:
            if not _is_id(name, path):
                self._bad_id(name, (*path, name), key=True)

    def _bad_id(self, name: str, path: Path, *, key: bool) -> None:
        bracket = re.search(r" ?([\[{])", name)
        advice = (
            f"Put a colon and a space before `{bracket[1]}`."
            if bracket
            else "Write letters, digits and hyphens, without spaces, and no word that values use, "
            "such as `none` or `silent`."
        )
        if re.search(r"[,;]", name):
            advice = "Write several as a list, `[…, …]`."
        sentence = f"`{short_name(name)}` cannot be an id."
        self.report.add("bad-id", path, sentence, advice, key=key)

    def named(self, path: Path, data: object) -> dict[str, object]:
        """Return entries by id, where a list of titles gets ids made of them; a fault is reported.

        Args:
            path: Where they stand.
            data: A mapping by id, or a list of titles.
        """
        if not isinstance(data, list):
            return dict(self.references(path, data))
        found: dict[str, object] = {}
        for place, title in enumerate(data):
            name = slug(title) if isinstance(title, str) else ""
            where = (*path, place)
            if not name:
                sentence = f"An entry of `{path[-1]}` is {kind_of_data(title or None)}."
                advice = "Write words, of which an id can be made."
                if isinstance(title, str) and title:
                    sentence = f"`{short_name(title)}` has no letter and no digit."
                self.report.add("wrong-shape", where, sentence, advice)
            elif name in found:
                sentence = f"`{short_name(str(title))}` and an entry before it have the same id."
                self.report.add("wrong-value", where, sentence, "Keep one of the two.")
            elif not _is_id(name, path):
                self._bad_id(name, where, key=False)
            else:
                found[name] = title
        return found

    def records(self, model: type[R], path: Path, data: object) -> dict[str, R]:
        """Return the records of a mapping by id, those that could be read."""
        found = {}
        for name, given in self.entries(path, data):
            record = self.record(model, name, given, (*path, name))
            if record is not None:
                found[name] = record
        return found

    def record(
        self,
        model: type[R],
        name: str,
        data: object,
        path: Path,
        bound: Mapping[str, object] = _NOTHING,
    ) -> R | None:
        """Return a record from its data, and from those of its fields that are bound already."""
        short = model.short_form if issubclass(model, ShortRecord) else ""
        if short and data in (None, ""):
            sentence = f"`{short_name(name)}` is empty."
            self.report.add("empty-field", path, sentence, "Write a value, or remove the key.")
            return None
        if short and isinstance(data, str):
            data = {short: data}
        if data is not None and not isinstance(data, dict):
            advice = f"It should be {'text or ' if short else ''}a mapping of fields."
            sentence = f"`{short_name(name)}` is {kind_of_data(data)}."
            self.report.add("wrong-shape", path, sentence, advice)
            return None
        written = data or {}
        for key in _UNWRITTEN & written.keys():
            sentence = f"`{key}` is not a field here."
            self.report.add("unknown-key", (*path, key), sentence, "Remove it.", key=True)
        former = written.get("formerly")
        for one in former if isinstance(former, list) else [former]:
            if isinstance(one, str) and one and not _is_id(one, path):
                self._bad_id(one, (*path, "formerly"), key=False)
        return validate(model, {**written, **bound, "id": name}, path, self.report, _UNWRITTEN)


def _is_id(name: str, path: Path) -> bool:
    """Return whether a word can be an id in the mapping at a path."""
    reserved = _RESERVED | _BETWEEN_OPTIONS if path[-1] in _NAMED_IN_VALUES else _RESERVED
    return bool(_ID.fullmatch(name)) and name not in reserved
