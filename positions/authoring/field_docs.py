"""Reads what the docstrings of the models say of each field, for editors and the reference.

So that a field is described once, beside its type.
"""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, Any

from positions.model.fields import StrictRecord
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from positions.values import Kind

__all__ = ["about_fields", "about_kind", "about_words", "summary"]

_ENTRY = pattern(r"    (\w+): (.*)")


def summary(described: type) -> str:
    """Return the first paragraph of a class's own docstring, on one line."""
    return _first_paragraph(described.__doc__)


def about_fields(model: type[StrictRecord]) -> dict[str, str]:
    """Return what a model says of its fields, those that it inherits included, on one line each."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, StrictRecord) and one is not StrictRecord:
            found |= about_words(one)
    return found


def about_words(described: type) -> dict[str, str]:
    """Return the entries of the section `Attributes` of a class's own docstring, by name."""
    found: dict[str, str] = {}
    name = ""
    lines = inspect.cleandoc(described.__dict__.get("__doc__") or "").splitlines()
    start = lines.index("Attributes:") + 1 if "Attributes:" in lines else len(lines)
    for line in lines[start:]:
        if line and not line.startswith(" "):
            break
        if entry := _ENTRY.fullmatch(line):
            name = entry[1]
            found[name] = entry[2]
        elif line:
            found[name] += f" {line.strip()}"
    return found


def about_kind(kind: Kind[Any]) -> str:
    """Return what the module of a kind says first: how it is written, and what it means."""
    return _first_paragraph(sys.modules[type(kind).__module__].__doc__)


def _first_paragraph(text: str | None) -> str:
    return " ".join(inspect.cleandoc(text or "").partition("\n\n")[0].split())
