"""Fills the tables of docs/format.md from the models, the kinds and the problem codes.

    python tools/format_reference.py

What stands between `<!-- fields of Issue -->` and `<!-- end -->` is written anew; the text around
it is a person's. A test fails while the two do not match, or while a table is missing.
"""

from __future__ import annotations

import re
import sys
import textwrap
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from positions.authoring.field_docs import about_kind, about_words
from positions.authoring.schema import KIND_FIELDS, misplaced_fields, schema, written_fields
from positions.comparison.rows import Status
from positions.model import vocabulary
from positions.model.fields import StrictRecord
from positions.problems.catalogue import CODES
from positions.values import KINDS, Frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum

__all__ = ["REFERENCE", "filled", "tables"]

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "format.md"

_BLOCK = re.compile(r"(<!-- ((?:fields|words|kind|codes)[^>]*) -->\n).*?(<!-- end -->)", re.DOTALL)
_FRAME = Frame(
    unit="",
    between=("north", "south"),
    names=("North", "South"),
    options={"here": "here", "there": "there"},
    items={"a": "a", "b": "b"},
)


def main() -> None:
    """Write the tables anew."""
    REFERENCE.write_text(filled(REFERENCE.read_text(encoding="utf-8")), encoding="utf-8")


def filled(text: str) -> str:
    """Return the reference with every table as it should be.

    Raises:
        KeyError: There is no such table.
    """
    known = tables()
    return _BLOCK.sub(lambda found: f"{found[1]}\n{known[found[2]]}\n{found[3]}", text)


def tables() -> dict[str, str]:
    """Return every table of the reference by its name."""
    definitions = schema()["definitions"]
    models = [
        model
        for model in _below(StrictRecord)
        if model.__module__.startswith("positions.") and model.model_fields
    ]
    found = {f"fields of {model.__name__}": _fields(model, definitions) for model in models}
    for name in vocabulary.__all__:
        words = getattr(vocabulary, name)
        if isinstance(words, type):
            found[f"words of {name}"] = _words(words)
    found["words of Status"] = _words(Status)
    found |= {f"kind {name}": _kind(name) for name in KINDS}
    found["codes"] = "\n".join(_code(name) for name in CODES)
    return found


def _below(model: type[StrictRecord]) -> Iterator[type[StrictRecord]]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


def _fields(model: type[StrictRecord], definitions: dict[str, Any]) -> str:
    """Return the table of a model's own fields, without those that it inherits."""
    # A model that others only inherit from has no definition of its own.
    names = [one.__name__.lower() for one in (model, *_below(model))]
    definition = next(definitions[name] for name in names if name in definitions)
    own = [key for key, name in written_fields(model).items() if name in model.__annotations__]
    lines = ["| field | written as | what it is for |", "|---|---|---|"]
    for key in own:
        field = definition["properties"][key]
        mark = " (needed)" if key in definition["required"] else ""
        about = field.get("description", "")
        lines.append(f"| `{key}`{mark} | {_written(field)} | {_cell(about)} |")
    return "\n".join(lines) + "\n"


def _written(field: dict[str, Any]) -> str:
    """Return how a field is written, in words."""
    if "allOf" in field:
        return _written(field["allOf"][0])
    if "$ref" in field:
        name = field["$ref"].removeprefix("#/definitions/")
        if name.endswith("-or-value"):
            return "a value or a position"
        return f"a mapping: see {name}"
    if "enum" in field:
        words = [f"`{word}`" for word in field["enum"] if isinstance(word, str)]
        return ", ".join(words)
    shapes = field.get("anyOf", ())
    if any("$ref" in one for shape in shapes for one in shape.get("items", {}).get("anyOf", ())):
        return "ids, or mappings: see source"
    if any(shape.get("type") == "array" for shape in shapes) and any(
        shape.get("type") == "object" for shape in shapes
    ):
        by_id = any(isinstance(one.get("additionalProperties"), dict) for one in shapes)
        return "a mapping by id, or a list of titles" if by_id else "a value"
    if references := [one["$ref"] for one in field.get("anyOf", ()) if "$ref" in one]:
        return f"text, or a mapping: see {references[0].removeprefix('#/definitions/')}"
    if "anyOf" in field:
        mappings = [shape for shape in field["anyOf"] if shape.get("type") == "object"]
        if not mappings:
            return "text, or a list of it"
        dated = isinstance(mappings[0]["additionalProperties"], dict)
        return "text, or a mapping by date" if dated else "a value"
    return _plainly(field)


def _plainly(field: dict[str, Any]) -> str:
    kind = field["type"]
    if kind == "integer":
        return f"{field['minimum']} to {field['maximum']}"
    if kind == "boolean":
        return "`true` or `false`"
    if kind == "array":
        return f"a list of {field['minItems']}"
    if kind == "object":
        return "a mapping by id"
    pattern = field.get("pattern", "")
    return "a date" if "d{4}" in pattern else "an address" if pattern else "text"


def _words(vocabulary_: type[StrEnum]) -> str:
    about = about_words(vocabulary_)
    lines = ["| word | meaning |", "|---|---|"]
    lines += [f"| `{word}` | {_cell(about.get(word.name, ''))} |" for word in vocabulary_]
    return "\n".join(lines) + "\n"


def _kind(name: str) -> str:
    kind = KINDS[name]
    needs = sorted(kind.needs)
    takes = sorted(KIND_FIELDS - misplaced_fields(kind) - kind.needs)
    said = [
        about_kind(kind),
        f"An issue of this kind needs {_listed(needs)}." if needs else "",
        f"It may have {_listed(takes)}." if takes else "",
        f"Written, for example, as {_listed(kind.forms(_FRAME))}.",
    ]
    if "limit" in takes:
        forms = _listed(kind.forms(replace(_FRAME, limit="maximum")))
        said.append(f"With a `limit`: {forms}.")
    if "ordered" in takes:
        forms = _listed(kind.forms(replace(_FRAME, ordered=True)))
        said.append(f"With `ordered: true`: {forms}.")
    return "\n".join(line for one in said if one for line in _wrapped(one)) + "\n"


def _wrapped(text: str) -> list[str]:
    """Return a paragraph in lines of 100, none of which ends within backquotes."""
    whole = re.sub(r"`[^`]*`", lambda found: found[0].replace(" ", "\0"), text)
    lines = textwrap.wrap(whole, 100, break_on_hyphens=False, break_long_words=False)
    return [line.replace("\0", " ") for line in lines]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _code(name: str) -> str:
    code = CODES[name]
    lines = [
        f"### `{name}`",
        "",
        *textwrap.wrap(f"{str(code.severity).title()}. {code.meaning}", 100),
    ]
    lines += ["", *textwrap.wrap(code.remedy, 100), ""]
    for label, example in (("Wrong:", code.wrong), ("Right:", code.right)):
        if example:
            lines += [label, "", "```", example.rstrip("\n"), "```", ""]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
