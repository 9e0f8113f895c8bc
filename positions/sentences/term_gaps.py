"""Says in which term two positions differ: what one says of it, and that the other does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.sentences.acts import Act, Claim, Whose, predicate
from positions.sentences.clauses import contrast
from positions.sentences.english import grouped, in_quotes, paragraph, sentence
from positions.sentences.names import subject
from positions.sentences.terms import NO_TERMS, has_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.sentences.clauses import Voice
    from positions.sentences.names import Name

__all__ = ["term_gap"]

_UNSAID = {
    "starts": Claim(Act.NAME, "no start"),
    "until": Claim(Act.NAME, "no end"),
    "by": Claim(Act.NOT_SAY, "who acts"),
    "renewable": Claim(Act.NAME, "no renewal"),
    "conditions": Claim(Act.NAME, "no condition"),
    "after": Claim(Act.NAME, "nothing that must come first"),
    "modality": Claim(Act.NOT_SAY, "how strongly it binds"),
}
"""What is said of a party whose position does not state a term."""


def term_gap(
    term: str,
    voices: tuple[Voice, Voice],
    strengths: tuple[str, str],
    names: Sequence[Name],
) -> str:
    """Return how two positions differ in a term: who states it first, then who does not.

    `North wants a truce of 3 days until the harvest; South names no end.`

    Args:
        term: The name of the field.
        voices: What both say, with no other term.
        strengths: How strongly each binds, in the words of the texts, where that is the term.
        names: The names of all parties of the row.
    """
    if term == "scope":
        first, second = (_one(voice) for voice in voices)
        ones = (
            f"the position of {first[0].text}"
            if first[0].several
            else (f"{first[0].possessive} position")
        )
        others = f"that of {second[0].text}" if second[0].several else second[0].possessive
        told = [_covers(*one) for one in zip(voices, (ones, others), strict=True)]
        return sentence("; ".join(told))
    states = [
        bool(strength) or voice.branches[0].said.terms != NO_TERMS
        for voice, strength in zip(voices, strengths, strict=True)
    ]
    stated = [voice for voice, states_it in zip(voices, states, strict=True) if states_it]
    if term == "modality":
        words = [Claim(Act.SAY, in_quotes(strength)) for strength in strengths if strength]
        told = [_does(*one) for one in zip(stated, words, strict=True)]
    elif term == "by":
        acting = [voice.branches[0].said.terms.by for voice in stated]
        told = [
            _does(voice, Claim(Act.NAME, f"{by} to act"))
            for voice, by in zip(stated, acting, strict=True)
        ]
    else:
        told = list(contrast(stated, names))
    silent = [voice for voice, states_it in zip(voices, states, strict=True) if not states_it]
    told += [_does(voice, _UNSAID[term]) for voice in silent]
    return paragraph(map(sentence, grouped(told)))


def _one(voice: Voice) -> tuple[Name, Whose, str]:
    """Return those who speak as one, on whose word, and under which option: `under option 1, `."""
    under, inferred = voice.branches[0].under, voice.branches[0].inferred
    found = [one.whose for one in voice.speakers]
    whose = Whose(
        any(one.reported for one in found),
        any(one.older for one in found),
        inferred or any(one.inferred for one in found),
    )
    name = subject([one.name for one in voice.speakers])
    return name, whose, f"under {under}, " if under else ""


def _does(voice: Voice, claim: Claim) -> str:
    """Return what a party says of a term, or that it does not: `South names no end`."""
    name, whose, under = _one(voice)
    told = predicate(claim, Whose(older=whose.older), plural=name.plural)
    return f"{under}{name.text} {told}{whose.mark}"


def _covers(voice: Voice, position: str) -> str:
    _, whose, under = _one(voice)
    scope = voice.branches[0].said.terms.scope
    verb = "holds" if has_preposition(scope) else "covers"
    said = f"{verb} {scope}" if scope else "does not say what it covers"
    return f"{under}{position}{whose.mark} {said}"
