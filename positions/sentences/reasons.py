"""Says why a row has its status: what each camp says, how far apart they are, who says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.sentences.blanks import Silence, silences
from positions.sentences.clauses import contrast
from positions.sentences.english import apart_by, ended, number, paragraph, sentence
from positions.sentences.wordings import told_apart, worded_differently
from positions.text.english import capital
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.sentences.clauses import Voice
    from positions.sentences.issue_words import IssueWords
    from positions.sentences.names import Name

__all__ = ["NO_REASON", "Apart", "Reason", "counted_in_words", "reason"]


_COUNT = pattern(r"(\d+) ((?:step|item)s?)")


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence with its head: what it is about, where the body does not say so itself.

    Attributes:
        head: The title of the issue, with its part; empty where the body names it.
        said: The sentences of the body, the first without its capital letter.
        lead: What became of it, where that is said before all else: `first own words`.
    """

    head: str
    said: tuple[str, ...]
    lead: str = ""

    @property
    def body(self) -> str:
        """What a row under its title prints: one sentence, or several."""
        lead = f"{self.lead}: " if self.lead else ""
        return capital(f"{lead}{paragraph(self.said)}")

    def __str__(self) -> str:
        """The whole of it, as a copy and a log print it: `Pay, new: North wants 25%.`."""
        if not self.head:
            return self.body
        lead = f", {self.lead}" if self.lead else ""
        return f"{self.head}{lead}: {paragraph(self.said)}"


NO_REASON = Reason("", ())
"""Nothing is said."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How far camps are apart that exclude one another.

    Attributes:
        distance: The greatest distance, in prose; empty where it has no measure.
        extremes: The two camps that are so far apart, of more than two; each by one party.
        near: Up to which distance the issue counts them as near; empty where they are not.
        nearest: Whether the distance is that of their nearest options.
        shared: Whether several pairs, of more than two camps, are so far apart.
        partial: Whether others are apart of whom no distance can be told, so that they may be
            further.
        past: Whether all that says so is older than a deal, or than a text not known in full.
    """

    distance: str = ""
    extremes: tuple[Name, ...] = ()
    near: str = ""
    nearest: bool = False
    shared: bool = False
    partial: bool = False
    past: bool = False

    def said(self) -> str:
        """Return the distance as a sentence; an empty text where there is nothing to say."""
        distance, near = counted_in_words(self.distance), counted_in_words(self.near)
        if not self.distance:
            return f"Up to {near} apart counts as near here." if self.near else ""
        are = "were" if self.past else "are"
        if self.extremes:
            first, second = self.extremes
            nearest = " at their nearest" if self.nearest else ""
            far = f"the furthest apart {are} {first.text} and {second.text}, by {distance}{nearest}"
        elif self.shared:
            far = f"the furthest apart {'differed' if self.past else 'differ'} by {distance}"
        else:
            nearest = "at their nearest " if self.nearest else ""
            far = f"{nearest}they {are} {apart_by(distance)}"
        if self.partial:
            far = f"where it can be measured, {far}"
        ending = f", and up to {near} counts as near here" if self.near else ""
        if self.near == self.distance:
            ending = ", which counts as near here"
        return sentence(f"{far}{ending}")


def counted_in_words(distance: str) -> str:
    """Return a distance with a count of steps or items in words up to ten, as counts have it."""
    found = _COUNT.fullmatch(distance)
    return f"{number(int(found[1]))} {found[2]}" if found else distance


def reason(
    words: IssueWords,
    voices: Sequence[Voice],
    silent: Sequence[Silence],
    names: Sequence[Name],
    *,
    apart: Apart | None = None,
    compatible: bool = False,
) -> Reason:
    """Return why a row has its status.

    Args:
        words: What sentences call the issue, or its part.
        voices: The camps that speak.
        silent: The parties that say nothing, or whose own words do not.
        names: The names of all parties of the row.
        apart: How far the camps are apart; None where they do not exclude one another.
        compatible: Whether they share nothing, and exclude nothing of each other.
    """
    if not voices:
        return _of_nobody(words, silent, len(names))
    voices, long = told_apart(voices)
    first, *rest = contrast(voices, names)
    worded = "" if long else worded_differently(voices)
    named = all(branch.said.names_issue for voice in voices for branch in voice.branches)
    why = apart.said() if apart else ""
    if compatible:
        why = "Neither excludes the other." if len(voices) == 2 else "None excludes another."
    said_nothing = map(sentence, silences(silent, len(names)))
    behind = [*map(sentence, rest), worded, why, *said_nothing]
    lead = [capital(long), ended(first)] if long else [ended(first)]
    return Reason("" if named else words.head, tuple(filter(None, (*lead, *behind))))


def _of_nobody(words: IssueWords, silent: Sequence[Silence], parties: int) -> Reason:
    """Return that nobody speaks, about what; that nothing is recorded is said of no one alone."""
    noun = words.topic
    if not silent:
        return Reason(words.head, ("nothing is recorded.",))
    first, *rest = silences(silent, parties, noun or "this")
    return Reason("" if noun else words.head, (ended(first), *map(sentence, rest)))
