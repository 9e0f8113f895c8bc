"""Reads the unit of a quantity: its currency, its scale, and the words around a figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from positions.text.patterns import pattern
from positions.text.signs import marked_word, plain_words
from positions.values.figures import SCALES
from positions.values.kind import Unreadable
from positions.values.parsing import quoted
from positions.values.prose import CURRENCIES

__all__ = [
    "Scaled",
    "can_fall",
    "has_scale",
    "of_one",
    "percent_in",
    "scale_of",
    "without_currency",
]

_PERCENT = ("%", "percent", "per cent")
_SHORT = {
    **SCALES,
    "dozen": 12,
    "hundred": 100,
    "lakh": 10**5,
    "crore": 10**7,
    **dict.fromkeys(("k", "K"), 10**3),
    **dict.fromkeys(("M", "mn", "mln", "mio"), 10**6),
    **dict.fromkeys(("B", "bn", "bln", "mrd", "mlrd", "milliard"), 10**9),
    **dict.fromkeys(("tn", "trn"), 10**12),
}
"""What figures are scaled by, as people write it behind them."""

_OF_MONEY = {"m": 10**6, "T": 10**12}
"""What is a scale behind an amount of money alone: of other things it may be metres or tonnes."""

_SIGNS = {
    "$": ("USD", "$", "US$", "dollar"),
    "US$": ("USD", "US$", "US dollar"),
    "€": ("EUR", "€", "euro"),
    "£": ("GBP", "£", "pound"),
    "¥": ("JPY", "¥", "yen"),
    "₽": ("RUB", "₽", "rouble", "ruble"),
    "₴": ("UAH", "₴", "hryvnia"),
    "₹": ("INR", "₹", "rupee"),
    "₪": ("ILS", "₪", "shekel"),
    "₩": ("KRW", "₩", "won"),
    "₺": ("TRY", "₺", "lira"),
}
_MARKS = "".join(sign for sign in _SIGNS if len(sign) == 1)
_MONEY = pattern(rf"(?<![^\s(+-])(US ?\$|[{_MARKS}]|[A-Z]{{3}}) ?(?=[-+]?[0-9])")
_MONEY_BEHIND = pattern(rf"(?<=[0-9kKMBmnT]) ?(US ?\$|[{_MARKS}])(?![^\s,.)-])")
_FALLS = pattern(
    r"(?:%|per ?cent)(?![a-z])|percentage points?|degrees?\b|°|.*\b(?:change|growth|balance)\b",
    re.IGNORECASE,
)
_SLIP = 0.85
"""How alike a unit and a word have to be for the word to be asked for."""

_PERCENT_BEHIND = (*_PERCENT, "pc", "pct")
_HOURS = pattern(r"^(?:h|hrs?)\b\.?")
_HOUR_OF = pattern(r"^hours? (?=(?:day|week|month|year)$)")
_EACH = pattern(r" (?:per|an?|each|every) | ?/ ?")
_PLURAL = pattern(r"((?:[^ ]+ )*?)([a-z]{2,}[^\W\dius]s)(?= (?:of|per|a|in|from) |$)")
_ONLY_PLURAL = {"troops", "series", "species", "forces", "means"}


class Scaled(NamedTuple):
    """What the words behind a figure make of it.

    Attributes:
        scale: What the figure is to be multiplied by, in the issue's unit, as a fraction.
        over: What it is to be divided by.
    """

    scale: int = 1
    over: int = 1


def percent_in(unit: str) -> str:
    """Return the words for percent that a unit begins with, or an empty text."""
    return next((sign for sign in _PERCENT if unit.lower().startswith(sign)), "")


def has_scale(unit: str) -> bool:
    """Return whether a unit counts in thousands, millions and so on: `USD billion`."""
    return _scale_in(unit) > 1


def can_fall(unit: str) -> bool:
    """Return whether there are figures below zero: of a share or a change, not of prisoners."""
    return _FALLS.match(unit) is not None


def without_currency(text: str, unit: str) -> str:
    """Return a text without the code or sign of the unit's currency before or behind a figure.

    Raises:
        Unreadable: It is the code or sign of another currency, or of several.
    """

    def checked(found: re.Match[str]) -> str:
        written = found[1].replace(" ", "")
        if not (written in _SIGNS or written in CURRENCIES):
            return found[0]
        names = _SIGNS.get(written, (written,))
        if any(_names(unit, name) for name in names):
            return ""
        what = "sign" if written in _SIGNS else "currency"
        raise Unreadable(
            f"{quoted(text)} has the {what} `{written}`, and the issue counts {quoted(unit)}.",
            f"The issue counts in {quoted(unit)}: write the value in {quoted(unit)}; what was "
            "converted is said in `note:`.",
        )

    return _MONEY_BEHIND.sub(checked, _MONEY.sub(checked, text)).strip()


def _names(unit: str, name: str) -> bool:
    """Return whether a unit has the code, the sign or the name of a currency in it."""
    if name.isupper() or not name.isalpha():
        return name in unit.split() or name in unit.replace(" ", "")[: len(name)]
    return re.search(rf"\b{name}s?\b", unit, re.IGNORECASE) is not None


@lru_cache(maxsize=1024)
def scale_of(tail: str, unit: str) -> Scaled:
    """Return what the words behind a figure multiply it by to be in the issue's unit.

    Args:
        tail: The words, which may be a scale, the unit, or both.
        unit: The issue's unit.

    Raises:
        Unreadable: They are neither, or it is unclear whether the unit's own scale is meant.
    """
    scale, rest = _split(tail, unit)
    own = _scale_in(unit)
    if not rest or (not scale and _same(rest, unit)) or (own == 1 and _same(rest, unit)):
        return Scaled(scale or 1, own if scale else 1)
    bare = " ".join(word for word in unit.split() if word.lower() not in SCALES)
    if own > 1 and _same(rest, bare):
        if scale:
            return Scaled(scale, own)
        raise Unreadable(
            f"It is unclear whether {quoted(tail)} behind the figure is the issue's unit, "
            f"{quoted(unit)}.",
            "Write the figure alone if it is; else write its scale too, such as `million`.",
        )
    if scale and own > 1 and _same(rest, unit):
        raise Unreadable(
            f"The issue's unit, {quoted(unit)}, has a scale already, so that another would count "
            "twice.",
            "Write the figure with one of the two.",
        )
    raise Unreadable(*_wrong_unit(rest if scale else tail, unit))


def _split(tail: str, unit: str) -> tuple[int, str]:
    """Return the scale that some words begin with, zero where there is none, and the rest."""
    first, _, rest = tail.partition(" ")
    if first.lower() not in SCALES and first in unit.split():
        return 0, tail
    word = first.rstrip(".")
    found = _SHORT.get(word) or _SHORT.get(word.lower().removesuffix("s"), 0)
    if len(word) == 1:
        money = any(part in CURRENCIES for part in unit.split()) or unit[:1] in _MARKS
        found = _SHORT.get(word) or (_OF_MONEY.get(word, 0) if money else 0)
    return (found, rest) if found else (0, tail)


def _scale_in(unit: str) -> int:
    return next((SCALES[word] for word in unit.lower().split() if word in SCALES), 1)


def _same(tail: str, unit: str) -> bool:
    """Return whether words are a unit, as people vary it: in number, in `a` and `per`."""
    unit, tail = plain_words(unit).lower().rstrip("."), tail.lower().rstrip(".")
    percent = percent_in(unit)
    rest = unit[len(percent) :]
    if percent and any(tail in {sign, sign + rest} for sign in _PERCENT_BEHIND):
        return True
    if unit.startswith("hour"):  # `32 h/week`, `35-hour week`
        tail = _HOUR_OF.sub("hours/", _HOURS.sub("hours", tail))
    tail, unit = (_EACH.sub("/", words) for words in (tail, unit))
    return tail.removesuffix("s") == unit.removesuffix("s") or tail in {
        _EACH.sub("/", of_one(unit)),
        "/".join(part.removesuffix("s") for part in unit.split("/")),
    }


def of_one(unit: str) -> str:
    """Return a unit for the figure 1: `prisoners of war` become a `prisoner of war`.

    Only a regular plural in small letters is changed; whatever else stays as the issue has it.
    """
    found = _PLURAL.match(unit)
    if found is None or found[2] in _ONLY_PLURAL or found[2].endswith("uses"):
        return unit
    word = found[2].removesuffix("s")
    if word.endswith("ie"):
        word = f"{word[:-2]}y"
    elif word.endswith(("sse", "she", "che", "xe")):
        word = word[:-1]
    return f"{found[1]}{word}{unit[found.end() :]}"


def _wrong_unit(tail: str, unit: str) -> tuple[str, str]:
    said = quoted(tail)
    if not unit:
        return f"The issue names no unit, and {said} stands behind the figure.", ""
    if tail.lower() in _PERCENT:
        return (
            f"This issue counts {quoted(unit)}, and the value is given in percent.",
            "Write a figure in the issue's unit, or make `%` the unit of the issue.",
        )
    if tail.partition(" ")[0].lower() in {"each", "for"}:
        return (
            f"{said} behind a quantity cannot be read.",
            "What both sides give is an `exchange`; whom a quantity counts belongs into its unit.",
        )
    if tail in _OF_MONEY:
        meant = {"m": "`million`, or `metres`", "T": "`trillion`, or `tonnes`"}[tail]
        return f"{said} behind the figure could be {meant}.", "Write the word that is meant."
    return (
        f"{said} behind the figure is not the issue's unit, {quoted(unit)}.",
        _misspelt(tail, unit)
        or f"The issue counts in {quoted(unit)}: write the value in {quoted(unit)}.",
    )


def _misspelt(word: str, unit: str) -> str:
    """Ask whether a word was meant that one slip of the fingers makes of the one written.

    `metres` resemble `kilometres` and are another unit; a short word resembles too much.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - nothing is misspelt most of the time

    said = word.lower()
    first = said.partition(" ")[0]
    for one, meant in ((said, unit.lower()), *((first, scale) for scale in SCALES)):
        if len(one) > 3 and SequenceMatcher(None, one, meant).ratio() > _SLIP:
            return f"Did you mean `{marked_word(meant)}`?"
    return ""
