"""Repeats a piece of a dossier in a sentence: never a long one."""

from __future__ import annotations

from positions.text.english import shortened
from positions.text.signs import marked_word, quoted_in_curly_marks

__all__ = ["curly", "quoted", "short_name", "shorten", "with_article"]

_LONGEST = 60
_LONGEST_NAME = 40


def shorten(text: str) -> str:
    """Return what a message may repeat of a text."""
    return shortened(text, _LONGEST)


def short_name(name: str) -> str:
    """Return what a message may repeat of a name, with marks for odd signs."""
    cut = shortened(name, _LONGEST_NAME)
    return f"{marked_word(cut.removesuffix('…'))}…" if cut != name else marked_word(name)


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
