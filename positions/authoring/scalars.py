"""Writes texts, lists and mappings as YAML: plain where they read the same, else quoted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from positions.reading.reader import read
from positions.text.patterns import pattern

__all__ = ["Authored", "authored", "from_flow", "in_flow", "quoted_scalar", "scalar"]

Authored = str | tuple["Authored", ...] | dict[str, "Authored"]
"""What is written: a text, a list, or a mapping of such."""

_PLAIN: Final = pattern(r"[A-Za-z0-9][A-Za-z0-9 .,'()/%_-]*")
_FLOW_SIGN: Final = pattern(r"[,\[\]{}:#]")
"""What ends a value between braces or brackets, or could."""


def scalar(text: str) -> str:
    """Return a text as a YAML scalar on one line: plain where it reads the same, else quoted."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and _reads_as(text):
        return text
    return quoted_scalar(text)


def quoted_scalar(text: str) -> str:
    """Return a text in double quotation marks, with escapes for what does not print."""
    escaped = (
        f"\\{one}" if one in '"\\' else one if one.isprintable() else f"\\U{ord(one):08x}"
        for one in text
    )
    return f'"{"".join(escaped)}"'


def authored(data: object) -> Authored:
    """Return plain data as they are written: lists as tuples, all else as text."""
    if isinstance(data, Mapping):
        return {str(key): authored(one) for key, one in data.items()}
    if isinstance(data, list | tuple):
        return tuple(authored(one) for one in data)
    return str(data)


def from_flow(text: str) -> Authored:
    """Return the list or mapping that a text in brackets or braces is; any other text as it is."""
    if text.lstrip()[:1] not in {"[", "{"}:
        return text
    found = read(f"- {text}\n", "")
    data = found.data if isinstance(found.data, list) else [text]
    return text if found.problems else authored(data[0])


def in_flow(value: Authored) -> str:
    """Return what is written on one line, as it may stand between braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {in_flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(in_flow(one) for one in value) + "]"
    return quoted_scalar(value) if _FLOW_SIGN.search(value) else scalar(value)


def _reads_as(text: str) -> bool:
    found = read(f"- {text}\n", "table")
    return not found.problems and found.data == [text]
