"""Words one position: acts on things where a noun phrase is sure, else the bare value."""

from __future__ import annotations

from dataclasses import dataclass

from positions.sentences.acts import Act, Claim
from positions.sentences.english import indefinite
from positions.sentences.terms import NO_TERMS, TermWords

__all__ = ["POSITION", "PositionWords", "Thing"]

POSITION = "position"
"""The noun of a clause that says whose position it is."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What an act is on, as a noun phrase.

    Attributes:
        words: The phrase: `a ceasefire of 30 days`.
        again: The phrase where its noun was said before: `one of 30 days`.
        noun: The noun, by which it is known whether it was said before.
        within: Whether it says *within* a time, so that a start comes after *of*.
        verbal: Whether it is what someone is to do: `each side to return 6,000 bodies`.
        brief: The phrase where the sentence would be too long, most of a list counted.
    """

    words: str
    again: str = ""
    noun: str = ""
    within: bool = False
    verbal: bool = False
    brief: str = ""

    def said(self, before: str, *, brief: bool = False) -> str:
        """Return the phrase after a clause with another noun, or with the same."""
        if brief and self.brief:
            return self.brief
        return self.again if self.again and self.noun and self.noun == before else self.words


@dataclass(frozen=True, slots=True)
class PositionWords:
    """What one position says.

    Attributes:
        acts: Each act with its thing; none where the value is what the position is.
        bare: The value alone, as a list has it.
        terms: The terms, which stand behind the first thing.
        unnamed: What it does not say of what it wants, such as a `figure`; see `Claim`.
        ask: What it asks of another beside what it offers: `Ukraine for none`.
        names_issue: Whether the acts say what issue it is, so that no title is needed before them.
        quote: The whole wording, where the value is words of a text.
        brief: The bare value where it would be too long, most of a list counted.
        inferred: Whether the analyst concludes it: no word of it is the source's.
    """

    acts: tuple[tuple[Act, Thing], ...]
    bare: str
    terms: TermWords = NO_TERMS
    unnamed: str = ""
    ask: str = ""
    names_issue: bool = True
    quote: str = ""
    brief: str = ""
    inferred: bool = False

    def claims(self, before: str = "", *, brief: bool = False) -> tuple[Claim, ...]:
        """Return the claims, terms included.

        Args:
            before: The noun of the clause before, of which *one* can then be said.
            brief: Whether long lists are counted.
        """
        found = []
        for place, (act, thing) in enumerate(self.acts):
            words = thing.said("" if place else before, brief=brief)
            if not place:
                words = self.terms.behind(words, within=thing.within)
            found.append(Claim(act, words, "" if place else self.unnamed))
        if not found:
            bare = self.terms.behind((brief and self.brief) or self.bare)
            marked = f" (“{self.terms.acted}”)" if self.terms.acted else ""
            found.append(Claim(Act.BE, f"{bare}{marked}"))
        return (*found, *([Claim(Act.ASK, self.ask)] if self.ask else []))

    @property
    def noun(self) -> str:
        """The noun of its one thing, which the next clause need not repeat.

        None where *it* would take the terms along, but for what stands in brackets.
        """
        if not self.acts:
            return POSITION
        noun = self.acts[0][1].noun if len(self.acts) == 1 else ""
        terms = "" if indefinite(noun) else self.terms.behind("").strip()
        aside = terms.startswith("(") and terms.endswith(")")
        return "" if terms and not aside else noun
