"""Joins words into English: numbers, possessives, sentences of a length that reads well."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from positions.text.english import capital, listed
from positions.text.patterns import pattern
from positions.values.kinds.exchange import EACH_WAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "LONGEST",
    "alike",
    "among",
    "apart_by",
    "closed",
    "counted",
    "either",
    "ended",
    "grouped",
    "in_quotes",
    "indefinite",
    "number",
    "ordinal",
    "paragraph",
    "possessive",
    "pronoun",
    "sentence",
]

LONGEST = 300
"""The most characters of one sentence."""

_JOINED = 220
"""Up to how many characters clauses are joined by semicolons."""

_MANY = 6
"""How many entries a list names; longer ones are counted, and three are named."""

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    "tenth",
)
_BEHIND_HEAD = pattern(
    r",| (?:about|after|against|among|at|before|between|by|for|from|if|in|into|of|on|over|that|to|"
    r"under|until|when|where|which|who|with|within|without)\b"
)
"""Where the noun of a phrase ends, and what goes with it begins."""
_JOINTS = frozenset(
    {
        *("about", "against", "at", "between", "by", "for", "from", "in", "into", "of", "on"),
        *("over", "through", "to", "under", "until", "with", "within"),
    }
)
"""Words with which what goes with a noun begins."""
_UNSHARED = frozenset({"any", "no", "not", "only"})
"""First words of entries that each have to say them."""
_RELATIVES = frozenset({"that", "which", "who"})
_PLURAL = pattern(r"\w*[^siu]s|people|children|police")
_SINGLE = frozenset({"a", "an", "any", "each", "every", "no", "one", "this", "that"})
_ENDS = (".", "?", "!", "…")


def sentence(words: str) -> str:
    """Return the words as a sentence: a capital letter, and one full stop."""
    return ended(capital(words.strip()))


def ended(words: str) -> str:
    """Return the words with one full stop, unless they end in a sign of their own.

    The comma that ends what interrupts a clause goes where the clause does not go on.
    """
    words = words.removesuffix(",")
    return words if words.rstrip("”’").endswith(_ENDS) else f"{words}."


def number(count: int) -> str:
    """Return a count of parties or items in words up to ten, in digits beyond."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def ordinal(place: int) -> str:
    """Return a place, from 0, in words up to the tenth, in digits beyond."""
    return _ORDINALS[place] if place < len(_ORDINALS) else f"no. {place + 1}"


def counted(count: int, one: str) -> str:
    """Return a count with its noun: `one step`, `three steps`."""
    return f"{number(count)} {one}{'' if count == 1 else 's'}"


def possessive(name: str, *, plural: bool = False) -> str:
    """Return the possessive of a name; only an apostrophe after words, or a plural, in s.

    `Russia's`, `Stellantis's`, `General Motors'`, `Liberals'`.
    """
    return f"{name}'" if name.endswith("s") and (plural or " " in name) else f"{name}'s"


def in_quotes(words: str) -> str:
    """Return the words of a text in quotation marks; marks inside them become single ones."""
    inner = words.translate(str.maketrans("“”", "‘’")).replace('"', "'")
    return f"“{inner}”"


def indefinite(noun: str) -> bool:
    """Return whether a noun phrase begins with a or an, so that *one* can take its place."""
    return noun.startswith(("a ", "an "))


def pronoun(noun: str) -> str:
    """Return what takes the place of a noun phrase: *them* after a plural, else *it*.

    Only the words before the first preposition, comma or relative tell.
    """
    words = _BEHIND_HEAD.split(noun.strip("“”"), maxsplit=1)[0].split()
    several = bool(words) and _PLURAL.fullmatch(words[-1]) and words[0] not in _SINGLE
    return "them" if several else "it"


def either(words: Sequence[str]) -> str:
    """Return alternatives: `a or b`."""
    return listed(words, "or")


def among(words: Sequence[str], several: str = "items", most: int = _MANY) -> str:
    """Return a list in prose; a long one counted, with three of it: `ten items, among them …`.

    Args:
        words: The entries.
        several: What they are, in the plural.
        most: Up to how many entries are all named.
    """
    if len(words) <= most:
        return listed(words)
    return f"{number(len(words))} {several}, among them {listed(words[:3])}"


def alike(words: Sequence[str]) -> list[str]:
    """Return entries of a list without the head that all share, but in the first.

    `talks on the ceasefire`, `on the border`. Of what has *a* there are several: `a group on
    trade`, `one on fish`; before *of* it is said again. Of several prepositions it is one thing: `a
    halt in the air`, `on land`.
    """
    split = [entry.split() for entry in words]
    shared = list(takewhile(lambda column: len(set(column)) == 1, zip(*split, strict=False)))
    places = range(1, len(shared) + 1)
    ends = [
        at for at in places if all(entry[at : at + 1] and entry[at] in _JOINTS for entry in split)
    ]
    if len(split) < 2 or not ends or shared[0][0].lower() in _UNSHARED or words[0][0] == "“":
        return list(words)
    joints = {entry[ends[-1]] for entry in split}
    which = next((at for at, word in enumerate(shared) if word[0] in _RELATIVES), ends[-1])
    if indefinite(words[0]) and "of" in joints:
        return list(words)
    one = "one " if indefinite(words[0]) and len(joints) == 1 else ""
    begins = min(which, ends[-1]) if one else ends[-1]
    return [words[0], *(f"{one}{' '.join(entry[begins:])}" for entry in split[1:])]


def apart_by(distance: str) -> str:
    """Return `27 days apart`; of both directions of an exchange, `100 prisoners apart each way`."""
    figure, each, rest = distance.partition(f" {EACH_WAY}")
    return f"{figure} apart{each}{rest}"


def closed(words: Sequence[str], several: str = "items") -> str:
    """Return a list in prose behind which the clause goes on: a comma ends what interrupts it.

    `ten parties, among them a, b and c, want`; `the Union, and Canada and Switzerland, want`.
    """
    text = among(words, several)
    two = len(words) == 2 and text == f"{words[0]}, and {words[1]}"
    return f"{text}," if two or len(words) > _MANY else text


def grouped(clauses: Iterable[str]) -> tuple[str, ...]:
    """Return clauses joined by semicolons, or each for itself where that would be long.

    A clause that has a semicolon of its own stands alone. Each is still to become a sentence.
    """
    found = [clause for clause in clauses if clause]
    together = "; ".join(found)
    apart = len(together) > _JOINED or any(";" in clause for clause in found)
    return tuple(found if apart else [together] if found else [])


def paragraph(found: Iterable[str]) -> str:
    """Return sentences one after another; empty ones are left out."""
    return " ".join(filter(None, found))
