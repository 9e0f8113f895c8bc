"""Clauses: who does what, on whose word; side by side in one sentence, or as a list of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.sentences.acts import OWN, Act, Claim, Whose, predicate
from positions.sentences.dates import on
from positions.sentences.english import LONGEST, among, grouped
from positions.sentences.names import own_name, subject
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
    "list_form",
    "who",
    "with_verbs",
]

_MANY_VOICES = 6
"""How many voices are contrasted with verbs; more are listed with their values."""

_MANY_PARTIES = 6
"""Up to how many parties each has its own note in a list."""

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

    @property
    def sure(self) -> bool:
        """Whether all that it says has a verb; else it is only a value in a list."""
        return all(branch.said.acts for branch in self.branches)


def clauses(
    voice: Voice, others: Sequence[Name] = (), before: str = "", day: str = ""
) -> tuple[str, ...]:
    """Return what a voice says, a clause for each branch: `under option 1, Russia wants …`.

    Args:
        voice: The voice; all of its branches have acts.
        others: The names of other parties, with whom *its* must not be confused.
        before: The noun of the clause before.
        day: When the clause before was said, which is not said again.
    """
    lead, rest = _leaders(voice)
    name, whose = subject([one.name for one in lead]), lead[0].whose
    when = _when(voice)
    when = f"{when} " if when and when != day else ""
    found = []
    for branch in voice.branches:
        opening = f"{f'under {branch.under}, ' if branch.under else ''}{when}{name.text}"
        told = ""
        for brief in (False, True):
            told = ", and ".join(
                predicate(claim, whose, plural=name.plural, goes_on=place > 0)
                for place, claim in enumerate(branch.said.claims(before, brief=brief))
            )
            if len(opening) + len(told) < _ROOM:
                break
        told = own_name(told, name, others)
        mark = f" ({branch.kept})" if branch.kept else ""
        mark += _INFERRED * (branch.inferred or whose.inferred)
        found.append(shortened(f"{opening} {told}", _ROOM) + mark)
        before = branch.said.noun or before
    found[-1] += _the_same(rest)
    return tuple(found)


def contrast(voices: Sequence[Voice], others: Sequence[Name] = ()) -> tuple[str, ...]:
    """Return what several voices say, side by side: with verbs, or else as a list of values.

    Args:
        voices: One or more camps, each with what it says.
        others: The names of all parties of the row.

    Returns:
        Clauses, each of which is still to become a sentence.
    """
    if not with_verbs(voices):
        return list_form(voices)
    found: list[str] = []
    before = day = ""
    for voice in voices:
        found += clauses(voice, others, before, day)
        before, day = voice.branches[-1].said.noun, _when(voice)
    return grouped(found)


def _when(voice: Voice) -> str:
    """Return when a voice said so, where its words are older; else nothing."""
    lead, _ = _leaders(voice)
    return lead[0].when or (_day([one.day for one in lead]) if lead[0].whose.older else "")


def with_verbs(voices: Sequence[Voice]) -> bool:
    """Return whether voices are told with verbs: few, and each sure of its noun phrases."""
    return len(voices) <= _MANY_VOICES and all(voice.sure for voice in voices)


def list_form(voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return values with those who hold them: `3 years (Ostmark); 1,000 days (Velland)`."""
    entries = [_entry(voice, branch) for voice in voices for branch in voice.branches]
    found: list[str] = []
    for entry in entries:
        joined = f"{found[-1]}; {entry}" if found else entry
        if found and len(joined) < _ROOM:
            found[-1] = joined
        else:
            found.append(entry)
    return tuple(found)


def _entry(voice: Voice, branch: SaidBranch) -> str:
    """Return a value with who holds it, and on what terms."""
    said = branch.said
    held = who(voice, branch.under)
    if branch.inferred and not any(one.whose.inferred for one in voice.speakers):
        held += ", inferred"
    terms = said.terms.beside(said.bare)
    beside = "; ".join(filter(None, (held, *terms, branch.kept)))
    bare = said.bare
    if said.brief and len(bare) + len(beside) > _ROOM:
        bare = said.brief
    return f"{shortened(bare, _ROOM)} ({shortened(beside, _ROOM)})"


def who(voice: Voice, under: str = "") -> str:
    """Return who holds a value, and on whose word: `Ford and GM`, `Ford, reported on …`."""
    speakers = voice.speakers
    notes = {_noted(one, ",") for one in speakers}
    names = [one.name.text for one in speakers]
    note = ""
    if len(notes) == 1:
        note = notes.pop()
    elif len(speakers) <= _MANY_PARTIES:
        plain = [one.name.text for one in speakers if not _noted(one, "")]
        noted = [f"{one.name.text}{_noted(one, ' as')}" for one in speakers if _noted(one, "")]
        held = ", and ".join(filter(None, (listed(plain), listed(noted))))
        return f"{held}{f', under {under}' if under else ''}"
    else:
        told = [one.whose for one in speakers]
        note += ", some as reported" * any(one.reported for one in told)
        note += ", some as inferred" * any(one.inferred for one in told)
    return f"{among(names, 'parties')}{note}{f', under {under}' if under else ''}"


def _noted(speaker: Speaker, joint: str) -> str:
    """Return on whose word it is, behind a name; nothing where it is the party's present own."""
    reported, older, inferred = speaker.whose
    note = f"{joint.removesuffix(' as')} {on(speaker.day)}" if older else ""
    if reported:
        note = f"{joint} reported {on(speaker.day)}"
    return f"{note}{joint if not note else ' and'} inferred" if inferred else note


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
