"""Clauses: who does what, or whose position is what, on whose word; side by side in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.sentences.acts import OWN, Act, Claim, Whose, predicate
from positions.sentences.dates import on
from positions.sentences.english import LONGEST, grouped
from positions.sentences.names import own_name, subject
from positions.sentences.position_words import POSITION
from positions.text.english import listed, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.sentences.names import Name
    from positions.sentences.position_words import PositionWords

__all__ = [
    "SaidBranch",
    "Speaker",
    "Voice",
    "clauses",
    "contrast",
]

_ROOM = LONGEST - 40
"""The most characters of a clause, which leaves room for who says the same."""

_INFERRED = " (inferred)"

_SAME = Claim(Act.SAY, "the same")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A party that says something, and on whose word it is said.

    Attributes:
        name: Its name.
        whose: Whether it is reported, and whether it is older than the text in its place.
        day: The day of the words, in prose; needed where they are older or reported.
        first: Whether it was among the first of its camp to say so.
        when: When it said so, in the place of its day: `on 5 June 2025, after its own words,`.
    """

    name: Name
    whose: Whose = OWN
    day: str = ""
    first: bool = True
    when: str = ""


@dataclass(frozen=True, slots=True)
class SaidBranch:
    """What a voice says under one or several of its options, or without any.

    Attributes:
        said: What it says.
        under: The options, as a sentence names them: `option 1`, `both options`.
        inferred: Whether the analyst concludes it, and the party has not said it.
        kept: Which terms it has from earlier words: `scope as in its statement of 14 June 2024`.
    """

    said: PositionWords
    under: str = ""
    inferred: bool = False
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One camp: all who say the same, and what they say, branch by branch."""

    speakers: tuple[Speaker, ...]
    branches: tuple[SaidBranch, ...]


def clauses(
    voice: Voice, others: Sequence[Name] = (), before: str = "", day: str = ""
) -> tuple[str, ...]:
    """Return what a voice says, a clause for each branch: `under option 1, Russia wants …`.

    Args:
        voice: The voice.
        others: The names of other parties, with whom *its* must not be confused.
        before: The noun of the clause before; `position` where that says whose position it is.
        day: When the clause before was said, which is not said again.
    """
    lead, rest = _leaders(voice)
    name, whose = subject([one.name for one in lead]), lead[0].whose
    when = _when(voice)
    when = f"{when} " if when and when != day else ""
    found: list[str] = []
    for branch in voice.branches:
        when = "" if found else when
        holder = name.text
        if not branch.said.acts:
            holder = "it" if found and before == POSITION else _holder(name, before)
        opening = f"{f'under {branch.under}, ' if branch.under else ''}{when}{holder}"
        told = ""
        for brief in (False, True):
            told = ", and ".join(
                predicate(claim, whose, plural=name.plural, goes_on=place > 0)
                for place, claim in enumerate(branch.said.claims(before, brief=brief))
            )
            if len(opening) + len(told) < _ROOM:
                break
        told = own_name(told, name, others) if branch.said.acts else told
        mark = f" ({branch.kept})" if branch.kept else ""
        mark += _INFERRED * (branch.inferred or whose.inferred)
        whole = shortened(f"{opening} {told}", _ROOM)
        found.append(f"{whole}{'”' * (whole.count('“') > whole.count('”'))}{mark}")
        before = branch.said.noun or before
    found[-1] += _the_same(rest)
    return tuple(found)


def contrast(voices: Sequence[Voice], others: Sequence[Name] = ()) -> tuple[str, ...]:
    """Return what several voices say, side by side.

    Args:
        voices: One or more camps, each with what it says.
        others: The names of all parties of the row.

    Returns:
        Clauses, each of which is still to become a sentence.
    """
    found: list[str] = []
    before = day = ""
    for voice in voices:
        found += clauses(voice, others, before, day)
        before, day = voice.branches[-1].said.noun, _when(voice)
    return grouped(found)


def _holder(name: Name, before: str) -> str:
    """Return whose position it is, without the word where it was said before: `Russia's`."""
    if name.several:
        return f"{'that' if before == POSITION else 'the position'} of {name.text}"
    return f"{name.possessive}{'' if before == POSITION else ' position'}"


def _when(voice: Voice) -> str:
    """Return when a voice said so, where its words are older; else nothing."""
    lead, _ = _leaders(voice)
    return lead[0].when or (_day([one.day for one in lead]) if lead[0].whose.older else "")


def _leaders(voice: Voice) -> tuple[list[Speaker], list[Speaker]]:
    """Return those who said it first, on one kind of word, and the others of the camp."""
    leaders = [one for one in voice.speakers if one.first] or list(voice.speakers)
    lead = [one for one in leaders if one.whose == leaders[0].whose]
    return lead, [one for one in voice.speakers if one not in lead]


def _the_same(rest: Sequence[Speaker]) -> str:
    """Return that others of the camp say the same, each on its own kind of word."""
    kinds: dict[tuple[Whose, str], list[Name]] = {}
    for one in rest:
        day = f" {on(one.day)}" if one.whose.older and one.day else ""
        kinds.setdefault((one.whose, day), []).append(one.name)
    said = []
    for (whose, day), names in kinds.items():
        name = subject(names)
        told = predicate(_SAME, whose, plural=name.plural)
        said.append(f"{name.text} {told}{day}{_INFERRED * whose.inferred}")
    return f", and {listed(said)}" if said else ""


def _day(days: Sequence[str]) -> str:
    return on(days[0]) if len(set(days)) == 1 else "earlier,"
