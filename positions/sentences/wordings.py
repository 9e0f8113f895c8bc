"""Tells long wordings apart by the words in which they first differ, never by printing all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.sentences.english import number, sentence
from positions.sentences.position_words import Thing
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.sentences.clauses import Voice
    from positions.sentences.position_words import PositionWords

__all__ = ["first_difference", "told_apart", "worded_differently"]

_LONG = 120
"""From how many characters a wording is too long to be printed beside another."""

_WORDS = 9
"""How many words of each are shown from where they differ."""

_BEFORE = 2
"""How many words that all share are shown before them."""


def told_apart(voices: Sequence[Voice]) -> tuple[Sequence[Voice], str]:
    """Return voices whose long wordings are cut to where they first differ, and a sentence on it.

    The sentence is empty where no wording is long, or where there is one alone.
    """
    quotes = [branch.said.quote for voice in voices for branch in voice.branches]
    if len(quotes) < 2 or not all(quotes) or max(map(len, quotes)) < _LONG:
        return voices, ""
    alike = len(set(quotes)) == 1
    shared, cuts = (
        first_difference(quotes)
        if not alike
        else (0, [_excerpt(quotes[0].split(), 0)] * len(quotes))
    )
    shown = iter(cuts)
    cut = [
        replace(
            voice,
            branches=tuple(
                replace(branch, said=_cut(branch.said, next(shown))) for branch in voice.branches
            ),
        )
        for voice in voices
    ]
    if alike:
        return cut, f"The {number(len(quotes))} wordings are the same."
    where = f" from the {_ordinal(shared + 1)} word on" if shared else " from the first word on"
    return cut, _differ(voices, where)


def _cut(said: PositionWords, shown: str) -> PositionWords:
    acts = tuple((act, Thing(f"the words {shown}")) for act, _ in said.acts)
    return replace(said, acts=acts, bare=shown)


def worded_differently(voices: Sequence[Voice]) -> str:
    """Return that short wordings differ, which are all printed; nothing where there are not two."""
    quotes = {branch.said.quote for voice in voices for branch in voice.branches}
    return _differ(voices) if len(quotes - {""}) > 1 else ""


def _differ(voices: Sequence[Voice], where: str = "") -> str:
    """Return how many wordings differ, and who has the same words in another voice."""
    holders: dict[str, list[Voice]] = {}
    for voice in voices:
        for quote in {branch.said.quote for branch in voice.branches} - {""}:
            holders.setdefault(quote, []).append(voice)
    same = [
        [one.name.text for voice in found for one in voice.speakers]
        for found in holders.values()
        if len(found) > 1
    ]
    alike = [f"{listed(names)} have the same words" for names in same]
    the = "" if alike else "The "
    return sentence("; ".join([f"{the}{number(len(holders))} wordings differ{where}", *alike]))


def first_difference(texts: Sequence[str]) -> tuple[int, list[str]]:
    """Return how many words all texts begin with, and the words of each from there, in quotes."""
    split = [text.split() for text in texts]
    shared = 0
    for words in zip(*split, strict=False):
        if len(set(words)) > 1:
            break
        shared += 1
    start = max(0, shared - _BEFORE)
    return shared, [_excerpt(words, start) for words in split]


def _excerpt(words: Sequence[str], start: int) -> str:
    cut = " ".join(words[start : start + _BEFORE + _WORDS])
    before = "… " if start else ""
    after = " …" if start + _BEFORE + _WORDS < len(words) else ""
    return f"“{before}{cut}{after}”"


def _ordinal(count: int) -> str:
    teen = 10 < count % 100 < 14
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"
