"""How a piece of a dossier is repeated in a sentence: never a long one."""

from __future__ import annotations

from positions.text.signs import quoted_in_curly_marks

__all__ = ["curly", "quoted", "shorten", "with_article"]

_LONGEST = 60


def shorten(text: str) -> str:
    """Return the text, or its beginning and an ellipsis if it is long."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def quoted(text: str) -> str:
    """Return "Quote it: …" with the text in quotation marks, or less where it is long.

    Marks that YAML does not know are replaced by those that it does.
    """
    text = text.strip()
    inner = quoted_in_curly_marks(text)
    text, verb = (inner, "Write") if inner else (text, "Quote it:")
    if not text or len(text) > _LONGEST or not text.isprintable():
        return "Quote the whole value."
    if '"' in text or "\\" in text:
        return f"{verb} '" + text.replace("'", "''") + "'."
    return f'{verb} "{text}".'


def curly(text: str) -> str:
    """Return "“ ” are not quotation marks to YAML" of the marks around a text."""
    return f"{text[0]} {text[-1]} are not quotation marks to YAML"


def with_article(noun: str) -> str:
    """Return a noun at the beginning of a sentence: `A choice`, `An exchange`."""
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"
