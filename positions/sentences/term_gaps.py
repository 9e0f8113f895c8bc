"""Says in which term two positions differ: what one says of it, and that the other does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.sentences.english import in_quotes
from positions.sentences.events import on_condition, once_all
from positions.sentences.terms import has_preposition

if TYPE_CHECKING:
    from positions.sentences.names import Name
    from positions.sentences.terms import TermWords

__all__ = ["term_gap"]

_UNSAID = {
    "scope": "does not say what it covers",
    "starts": "names no start",
    "until": "names no end",
    "by": "does not say who acts",
    "renewable": "names no renewal",
    "conditions": "names no condition",
    "after": "names nothing that comes first",
    "modality": "does not say how strongly it binds",
}
"""What is said of a position that does not state a term."""


def term_gap(
    term: str,
    names: tuple[Name, Name],
    terms: tuple[TermWords, TermWords],
    strengths: tuple[str, str],
    marks: tuple[str, str] = ("", ""),
    under: tuple[str, str] = ("", ""),
) -> str:
    """Return how two positions differ in a term, as words that are still to become a sentence.

    `North's position covers the whole front; South's does not say what it covers`.

    Args:
        term: The name of the field.
        names: Whose positions they are.
        terms: Their terms in words.
        strengths: How strongly each binds, in the words of the texts.
        marks: What stands behind each that is reported or inferred.
        under: What stands before each that is of an option: `under option 1, `.
    """
    said = [_said(term, *one) or _UNSAID[term] for one in zip(terms, strengths, strict=True)]
    first, second = names
    whose = f"the position of {first.text}" if first.several else f"{first.possessive} position"
    others = f"that of {second.text}" if second.several else second.possessive
    return f"{under[0]}{whose}{marks[0]} {said[0]}; {under[1]}{others}{marks[1]} {said[1]}"


def _said(term: str, terms: TermWords, strength: str) -> str:
    """Return what a position says of one of its terms; nothing where it does not state it."""
    match term:
        case "scope" if terms.scope:
            return f"{'holds' if has_preposition(terms.scope) else 'covers'} {terms.scope}"
        case "starts" if terms.start:
            return f"counts {terms.start.start()}"
        case "until" if terms.until:
            return f"holds {terms.until.until()}"
        case "by" if terms.by:
            return f"names {terms.by} to act"
        case "renewable" if terms.renewal:
            return f"is {terms.renewal}"
        case "conditions" if terms.unconditional:
            return "is without conditions"
        case "conditions" if terms.conditions:
            said = on_condition(terms.conditions)
            return f"{'is' if said.startswith('on ') else 'holds'} {said}"
        case "after" if terms.first:
            return f"comes {once_all(terms.first)}"
        case "modality" if strength:
            return f"has the strength {in_quotes(strength)}"
    return ""
