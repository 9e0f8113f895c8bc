"""The signs that people and their programs write in several ways, and the one that each stands for.

Word processors, PDFs and web pages put a dash for a hyphen, curly quotation marks for straight
ones, a ligature for two letters. This is the one table of them: values, ids, filters, the words of
a text and messages all go through it, so that none of them sees a difference where a reader sees
none. Letters and digits are left alone: a superscript 2 is no 2.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from positions.text.patterns import pattern

__all__ = [
    "QUOTATION_MARKS",
    "marked_word",
    "plain_digits",
    "plain_signs",
    "plain_words",
    "quoted_in_curly_marks",
]

_VARIANTS: Final = {
    "-": "‐‑‒–—―−⁃﹘﹣－˗⸺⸻",
    '"': "“”„‟«»″〝〞〟＂❝❞「」『』《》",
    "'": "‘’‚‛‹›′ʼ＇❛❜´〈〉",
    "...": "…⋯",
    ":": "∶：",
    "/": "⁄∕／",
    "%": "％﹪",
    "~": "≈∼～",
    ">=": "≥⩾",
    "<=": "≤⩽",
    "ff": "ﬀ",
    "fi": "ﬁ",
    "fl": "ﬂ",
    "ffi": "ﬃ",
    "ffl": "ﬄ",
    "st": "ﬅﬆ",
}
_PLAIN: Final = str.maketrans(
    {variant: plain for plain, variants in _VARIANTS.items() for variant in variants}
)
QUOTATION_MARKS: Final = {
    "“": "”",
    "„": "“”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "’": "’",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "《": "》",
    "＂": "＂",
}
"""The marks that open a quotation, and those that close it, none of which YAML knows."""

# French sets a space that does not break inside its marks, and other languages none.
_SPACED: Final = pattern("(?<=[«‹])[\u00a0\u202f]|[\u00a0\u202f](?=[»›])")
_ODD_SPACE: Final = pattern(r"[^\S \n]")
_SCRIPTS: Final = ("LATIN", "CYRILLIC", "GREEK")
"""The scripts that share the shapes of letters, so that a word in two of them misleads."""


def plain_signs(text: str) -> str:
    """Return the text with one sign for all its variants, letters composed, nothing invisible.

    Line breaks stay; any other white space is a space, and as many stay as there were.
    """
    if not text.isascii():
        seen = (one for one in _SPACED.sub("", text) if unicodedata.category(one) != "Cf")
        text = unicodedata.normalize("NFC", "".join(seen)).translate(_PLAIN)
    return _ODD_SPACE.sub(" ", text)


def plain_digits(text: str) -> str:
    """Return the text with the decimal digits of any script as 0 to 9; a superscript 2 is none."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(one, one)) for one in text)


def plain_words(text: str) -> str:
    """Return a text without what no reader sees: two texts that look alike become equal.

    As `plain_signs` has it, with single spaces between words and none around them.
    """
    return " ".join(plain_signs(text).split())


def marked_word(word: str) -> str:
    """Return a word as a message quotes it, with marks for what looks like something else.

    A space that is none of the keyboard's, a variant of a plain sign, and a letter of another
    script than the others have marks: `n⟨U+043E⟩rth`.
    """
    if word.isascii():
        return word
    word = unicodedata.normalize("NFC", word)
    scripts = [_script(letter) for letter in word]
    counts = {name: scripts.count(name) for name in _SCRIPTS}
    most = max(counts, key=counts.__getitem__)
    return "".join(
        f"⟨U+{ord(one):04X}⟩"
        if (script and script != most) or ord(one) in _PLAIN or _ODD_SPACE.match(one)
        else one
        for one, script in zip(word, scripts, strict=True)
    )


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
    return name if name in _SCRIPTS else ""


def quoted_in_curly_marks(text: str) -> str:
    """Return what a text has between quotation marks that YAML does not know, if that is all of it.

    Otherwise it returns an empty text: `“a” and “b”` is no one quotation.
    """
    closing = QUOTATION_MARKS.get(text[:1], "")
    inner = text[1:-1].strip()
    if len(text) < 3 or text[-1] not in closing or any(mark in inner for mark in text[0] + closing):
        return ""
    return inner
