"""One record through its pydantic model: the record, or every fault of it as a problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from positions.problems import Path, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from positions.fields import Record
    from positions.problems import Span

__all__ = ["Locate", "kind_of_data", "validate"]

R = TypeVar("R", bound="Record")
Locate = Callable[..., "Span | None"]
"""Finds the span of a path: `locate(path)`, or of its key: `locate(path, key=True)`."""

_SHAPES = {
    "string_type": "text",
    "model_type": "a mapping of fields",
    "mapping_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list",
}


def kind_of_data(data: object) -> str:
    """Return what plain data is, in words for a sentence: `a list`, `text`, `empty`."""
    if data is None:
        return "empty"
    if isinstance(data, dict):
        return "a mapping"
    return "a list" if isinstance(data, list) else "text"


def validate(
    model: type[R],
    fields: Mapping[str, object],
    path: Path,
    locate: Locate,
    hidden: frozenset[str] = frozenset(),
) -> tuple[R | None, list[Problem]]:
    """Return the record that the fields make, or None with a problem for each fault.

    Args:
        model: The record's model.
        fields: Its fields; values that are bound already may stand among plain data.
        path: Where the record stands, for spans.
        locate: Finds the span of a path.
        hidden: Fields of the model that a dossier does not write, such as the id.
    """
    try:
        return model.model_validate(fields), []
    except ValidationError as error:
        known = [name for name in model.model_fields if name not in hidden]
        return None, [
            _problem(fault, known, fields, path, locate)
            for fault in error.errors(include_url=False, include_input=False)
        ]


def _problem(
    fault: ErrorDetails,
    known: list[str],
    fields: Mapping[str, object],
    path: Path,
    locate: Locate,
) -> Problem:
    place = (*path, *(key for key in fault["loc"] if key != "[key]"))
    name = str(fault["loc"][0])
    if fault["type"] == "extra_forbidden":
        listed = ", ".join(f"`{field}`" for field in known)
        return Problem(
            "unknown-key",
            f"`{_short(name)}` is not a field here.",
            nearest(name, known) or f"The fields are {listed}.",
            locate(place, key=True),
            place,
        )
    if fault["type"] == "missing":
        return Problem(
            "missing-field",
            f"`{name}` is missing.",
            f"Add `{name}:`.",
            locate(path, key=True),
            path,
        )
    code, said, advice = _wrong(fault, fields)
    return Problem(code, f"`{name}` {said}", advice, locate(place), place)


def _wrong(fault: ErrorDetails, fields: Mapping[str, object]) -> tuple[str, str, str]:
    """Return the code, the predicate and the suggestion for a field of the wrong content."""
    data: object = fields
    for key in fault["loc"]:
        data = data.get(key) if isinstance(data, dict) else _item(data, key)
    context = fault.get("ctx", {})
    kind = fault["type"]
    if data is None or data == "":
        return "empty-field", "is empty.", "Write a value, or remove the key."
    if kind in _SHAPES:
        shape = _SHAPES[kind]
        return "wrong-shape", f"is {kind_of_data(data)}.", f"It should be {shape}."
    if kind in {"literal_error", "enum"}:
        return "wrong-value", "has a value that is not known here.", f"Write {context['expected']}."
    if kind in {"too_long", "too_short"}:
        return "wrong-shape", "has the wrong number of entries.", "It should have two."
    if kind in {"date", "flag", "address"}:
        return "wrong-value", "cannot be read.", _sentence(fault["msg"])
    return "wrong-value", "is out of range.", "Write a whole number from 1 to 6."


def _item(data: object, key: str | int) -> object:
    return data[key] if isinstance(data, list) and isinstance(key, int) else data


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"
