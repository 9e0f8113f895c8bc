"""How a piece of a dossier is repeated in a sentence: never a long one."""

from __future__ import annotations

__all__ = ["quoted", "shorten"]

_LONGEST = 60


def shorten(text: str) -> str:
    """Return the text, or its beginning and an ellipsis if it is long."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def quoted(text: str) -> str:
    """Return "Quote it: …" with the text in quotation marks, or less where it is long."""
    text = text.strip()
    if not text or len(text) > _LONGEST or not text.isprintable():
        return "Quote the whole value."
    if '"' in text or "\\" in text:
        return "Quote it: '" + text.replace("'", "''") + "'."
    return f'Quote it: "{text}".'
