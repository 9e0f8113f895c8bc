"""Fills the noun phrase of an issue: `a ceasefire [of {value}]`, `any ceasefire`, `one of 30 days`.

What stands in square brackets goes with the value, and is left out where there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from positions.sentences.english import indefinite
from positions.text.patterns import pattern

__all__ = ["Noun", "any_of", "definite", "without"]

_JOINT_OUTSIDE = pattern(
    r"\b(after|at|by|during|for|from|in|of|on|over|to|under|until|with|within)"
    r"\s*\[\s*(\{(?:value|figure)\}[^\[\]]*\])$"
)
"""A last preposition before the brackets of a value, which goes with the value."""
_BRACKETS = pattern(r"\[([^\[\]]*)\]")
_HOLE = pattern(r"\{(value|figure)\}")
_ARTICLE = pattern(r"(?:an?|the|any) ", re.IGNORECASE)
_SPACES = pattern(r"\s+")
_TWICE = pattern(r"\b(about|at|by|from|in|of|on|until|up to|within) \1\b")
"""A preposition of the noun before the same one of the value: `at at least 70`."""
_BEFORE_POINT = pattern(r"\s+([,;.])")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase, which may have a place for a value and one for a part.

    Attributes:
        template: The phrase as the dossier has it.
    """

    template: str

    def __post_init__(self) -> None:
        """Take a preposition that nothing but the value follows into the brackets of the value."""
        inside = _JOINT_OUTSIDE.sub(r"[\1 \2", self.template)
        object.__setattr__(self, "template", inside)

    @property
    def takes_value(self) -> bool:
        """Whether there is a place for the value; else it is the noun for things with titles."""
        return _HOLE.search(self.template) is not None

    @property
    def takes_part(self) -> bool:
        """Whether there is a place for the part."""
        return "{part}" in self.template

    @property
    def needs_value(self) -> bool:
        """Whether it reads only with a value, as the place for it stands outside of brackets."""
        return _HOLE.search(_BRACKETS.sub("", self.template)) is not None

    def of_part(self, part: str) -> Noun:
        """Return the noun with a part in its place."""
        return Noun(self.template.replace("{part}", part))

    def full(self, value: str, figure: str = "") -> str:
        """Return the phrase with a value in it.

        Args:
            value: The value in prose: `at least 30 days`.
            figure: The same without its unit; the value itself where there is none.
        """
        return _tidy(_filled(_BRACKETS.sub(r"\1", self.template), value, figure))

    def bare(self) -> str:
        """Return the phrase without a value."""
        return _tidy(_HOLE.sub("", _BRACKETS.sub("", self.template)))

    def again(self, value: str, figure: str = "") -> str:
        """Return the phrase where it was said before: `one of 30 days`; in full without a/an."""
        if not indefinite(self.bare()) or self.needs_value:
            return self.full(value, figure)
        inside = " ".join(_BRACKETS.findall(self.template))
        return _tidy(f"one {_filled(inside, value, figure)}" if value else "one")

    def before_value(self) -> str:
        """Return the word before the place of the value; empty where there is none."""
        words = _HOLE.split(_BRACKETS.sub(r"\1", self.template))[0].split()
        return words[-1] if self.takes_value and words else ""


def definite(phrase: str) -> str:
    """Return a noun phrase of which one knows which: `the ceasefire`, `the working groups`."""
    return f"the {_ARTICLE.sub('', phrase, count=1) if _ARTICLE.match(phrase) else phrase}"


def any_of(phrase: str) -> str:
    """Return a noun phrase of which there is to be none: `any ceasefire`."""
    return f"any {_ARTICLE.sub('', phrase, count=1) if _ARTICLE.match(phrase) else phrase}"


def without(phrase: str) -> str:
    """Return a noun phrase of which there is none: `no ceiling on its forces`."""
    return f"no {_ARTICLE.sub('', phrase, count=1) if _ARTICLE.match(phrase) else phrase}"


def _filled(template: str, value: str, figure: str) -> str:
    values = {"value": value, "figure": figure or value}
    return _HOLE.sub(lambda found: values[found[1]], template)


def _tidy(words: str) -> str:
    once = _TWICE.sub(r"\1", _SPACES.sub(" ", words))
    return _BEFORE_POINT.sub(r"\1", once).strip()
