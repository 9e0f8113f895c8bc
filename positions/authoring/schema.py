"""The JSON Schema of a dossier, from which an editor completes and checks while one writes.

It is made from the models, the kinds and the closed vocabularies, so that it knows a new field as
soon as there is one. Its draft is 7, the newest from which yaml-language-server completes.

It takes what our reader takes, as an editor's parser sees it: where we keep text, that parser has
made a number of `30` and a boolean of `true`. It says less than `positions check` does: what a
value means, and whether an id is declared, no schema can tell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic.fields import FieldInfo

from positions.authoring.field_docs import about_fields, about_kind, about_words, summary
from positions.model.dossier import (
    Blank,
    Event,
    Header,
    Issue,
    Memorandum,
    Outcome,
    Party,
    Position,
    Shared,
    Source,
)
from positions.model.fields import Address, NamesSources, ShortRecord, StrictRecord
from positions.model.moment import Moment
from positions.model.outcome import agreed_fields
from positions.model.remark import Remark
from positions.values import KINDS, Kind, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "KIND_FIELDS",
    "MODELS",
    "misplaced_fields",
    "schema",
    "schema_json",
    "written_fields",
]

MODELS: Final[Mapping[str, type[StrictRecord]]] = {
    "dossier": Header,
    "shared": Shared,
    "parties": Party,
    "sources": Source,
    "events": Event,
    "issues": Issue,
    "memoranda": Memorandum,
    "outcomes": Outcome,
}
"""The model of the records of each section; that of `dossier` itself comes first."""

KIND_FIELDS: Final = frozenset(one for kind in KINDS.values() for one in kind.needs | kind.takes)
"""The fields of an issue that belong to some kinds and not to others."""

Schema = dict[str, Any]
"""A schema as plain data."""

_TITLE: Final = "A dossier of what the parties to a negotiation want"
_SCALAR: Final = ("string", "number", "boolean")
_LIST: Final[Schema] = {"type": "array", "items": {"type": [*_SCALAR]}}
_UNWRITTEN: Final = frozenset({"id", "unreadable", "as_in", "position", "later"})
_WRITTEN_AS: Final = {"same_as": "as"}
_UNWRITTEN_WORDS: Final[tuple[StrEnum, ...]] = (Blank.UNREADABLE,)
_DATE: Final = {
    "type": ["string", "integer"],  # to an editor, a year alone is a number
    "pattern": r"^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2})?)?)?$",
    "minimum": 1,
    "maximum": 9999,
}
_LISTED: Final = ("options", "items", "parts")
"""Fields of an issue that may be a list of titles instead of a mapping by id."""

_IS_ADDRESS: Final = get_args(Address)[1]


def schema_json() -> str:
    """Return the schema as JSON, ended by a newline."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """Return the schema as plain data."""
    maker = _Maker()
    sections = {name: maker.section(model) for name, model in MODELS.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": _TITLE,
        "type": "object",
        "additionalProperties": False,
        "properties": sections,
        "definitions": dict(sorted(maker.definitions.items())),
    }


def written_fields(model: type[StrictRecord]) -> dict[str, str]:
    """Return the fields of a model that a dossier writes, by the key that it writes."""
    return {
        _WRITTEN_AS.get(name, name): name for name in model.model_fields if name not in _UNWRITTEN
    }


class _Maker:
    """Makes schemas of types, and keeps those of records as definitions."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def section(self, model: type[StrictRecord]) -> Schema:
        """Return the schema of a section: one record, or several by id."""
        about = {"description": summary(model)}
        if "id" not in model.model_fields:
            return {**self._record(model), **about}
        return {
            "type": ["object", "null"],
            "additionalProperties": self._record(model),
            **about,
        }

    def _of(self, hint: object) -> Schema:
        """Return the schema of a type as an annotation states it."""
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._annotated(arguments[0], list(_constraints(arguments[1:])))
        if origin in {Union, UnionType}:
            return _either(self._of(one) for one in arguments if one is not type(None))
        if origin is Literal:
            return {"enum": [form for word in arguments for form in _as_parsed(word)]}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self._of(arguments[1])}
        if origin is tuple and arguments[-1] is ...:
            # One that stands alone needs no brackets.
            inner = self._of(arguments[0])
            return _either([{"type": [*_SCALAR]}, {"type": "array", "items": inner}])
        if origin is tuple:
            count = len(arguments)
            inner = self._of(arguments[0])
            return {"type": "array", "items": inner, "minItems": count, "maxItems": count}
        return self._plain(hint if isinstance(hint, type) else str)

    def _annotated(self, hint: object, constraints: list[object]) -> Schema:
        found = self._of(hint)
        if hint is int:
            found = {"type": "integer"}
            bounds = (("minimum", "ge"), ("maximum", "le"))
            found |= {
                word: getattr(one, name)
                for one in constraints
                for word, name in bounds
                if hasattr(one, name)
            }
        elif any(isinstance(one, NamesSources) for one in constraints):
            source = self._record(Source)
            either = {"anyOf": [{"type": [*_SCALAR]}, source]}
            return _either([{"type": [*_SCALAR]}, {"type": "array", "items": either}, source])
        elif _IS_ADDRESS in constraints:
            found = {"type": "string", "pattern": "^https?://"}
        return found

    def _plain(self, hint: type) -> Schema:
        if issubclass(hint, StrictRecord):
            return self._record(hint)
        if issubclass(hint, StrEnum):
            return _words(hint)
        if issubclass(hint, Value):
            keys = sorted(key for kind in KINDS.values() for key in kind.keys)
            return _either([{"type": [*_SCALAR]}, _LIST, _mapping_of(keys)])
        if hint is Moment:
            return dict(_DATE)
        if hint is Remark:
            words: Schema = {"type": [*_SCALAR]}
            return {"anyOf": [words, {"type": "object", "additionalProperties": words}]}
        if hint is bool:
            return {"type": "boolean"}
        return {"type": [*_SCALAR]}

    def _record(self, model: type[StrictRecord]) -> Schema:
        """Return a reference to what may stand for a record: its fields, or a short form."""
        name = model.__name__.lower()
        reference = {"$ref": f"#/definitions/{name}"}
        if name not in self.definitions:
            self.definitions[name] = {}  # a position may hold positions
            self.definitions[name] = self._fields(model)
        if issubclass(model, Position):
            # A value alone, nothing at all, and a blank, which is named to be offered.
            _, *others = self._of(Value)["anyOf"]
            short = [{"type": [*_SCALAR, "null"]}, _words(Blank), *others]
            self.definitions[f"{name}-or-value"] = {"anyOf": [*short, reference]}
            return {"$ref": f"#/definitions/{name}-or-value"}
        if issubclass(model, ShortRecord):
            return {"anyOf": [{"type": [*_SCALAR]}, reference]}
        return reference

    def _fields(self, model: type[StrictRecord]) -> Schema:
        about, hints = about_fields(model), get_type_hints(model, include_extras=True)
        fields = written_fields(model)
        found: Schema = {
            "description": summary(model),
            "type": "object",
            "additionalProperties": False,
            "properties": {
                key: {**_beside(self._of(hints[name])), **_description(about.get(name))}
                for key, name in fields.items()
            },
            "required": [
                key
                for key, name in fields.items()
                if model.model_fields[name].is_required() and name not in model.filled_in
            ],
        }
        if model is Outcome:
            # What was agreed stands beside the rest, field by field.
            self._record(Position)
            stated = self.definitions["position"]["properties"]
            found["properties"] |= {key: stated[key] for key in agreed_fields()}
        if model is Issue:
            found["properties"]["kind"] = _kinds() | _description(about.get("kind"))
            found["allOf"] = [_of_a_kind(name) for name in KINDS]
            for key in _LISTED:
                words = found["properties"][key]
                by_id = {name: words.pop(name) for name in ("type", "additionalProperties")}
                words["anyOf"] = [by_id, {"type": "array", "items": {"type": [*_SCALAR]}}]
        return found


def _beside(found: Schema) -> Schema:
    """Return a schema beside which a description may stand, which it may not beside a reference."""
    return {"allOf": [found]} if "$ref" in found else found


def _description(text: str | None) -> Schema:
    return {"description": text} if text else {}


def _constraints(metadata: Iterable[object]) -> Iterator[object]:
    for one in metadata:
        yield from one.metadata if isinstance(one, FieldInfo) else (one,)


def _either(schemas: Iterable[Schema]) -> Schema:
    """Return the schema of what one of several takes."""
    found = list(schemas)
    if len(found) == 1:
        return found[0]
    inner = [one["anyOf"] if one.keys() == {"anyOf"} else [one] for one in found]
    return {"anyOf": [one for ones in inner for one in ones]}


def _mapping_of(keys: Sequence[str]) -> Schema:
    """Return the schema of a value that is a mapping, as some kinds write it."""
    return {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {key: {"anyOf": [{"type": [*_SCALAR]}, _LIST]} for key in keys},
    }


def _as_parsed(word: object) -> tuple[object, ...]:
    """Return a word as text and, where an editor's parser makes a number of it, as that."""
    return (word, int(word)) if isinstance(word, str) and word.isdecimal() else (word,)


def _words(vocabulary: type[StrEnum]) -> Schema:
    about = about_words(vocabulary)
    words = [word for word in vocabulary if word not in _UNWRITTEN_WORDS]
    return {
        "enum": [str(word) for word in words],
        "enumDescriptions": [about.get(word.name, "") for word in words],
    }


def _kinds() -> Schema:
    return {"enum": list(KINDS), "enumDescriptions": [about_kind(one) for one in KINDS.values()]}


def misplaced_fields(kind: Kind[Any]) -> frozenset[str]:
    """Return the fields of other kinds that an issue of this kind has no use for."""
    own = kind.needs | kind.takes
    # What a figure counts can be said wherever it has a unit.
    known = own | {"counts"} if "unit" in own else own
    return KIND_FIELDS - known


def _of_a_kind(name: str) -> Schema:
    """Return what an issue of a kind needs, and what it has no use for."""
    kind = KINDS[name]
    then: Schema = {"properties": dict.fromkeys(sorted(misplaced_fields(kind)), False)}
    if kind.needs:
        then["required"] = sorted(kind.needs)
    return {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": then}
