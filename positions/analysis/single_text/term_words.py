"""Puts single terms behind a provision, or in a sentence of their own behind a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.model.dossier import Modality, Position

if TYPE_CHECKING:
    from positions.sentences.glossary import Glossary
    from positions.sentences.terms import TermWords

__all__ = ["INLINE", "closing_sentence", "term_behind"]

INLINE = ("scope", "by", "starts", "until", "renewable", "conditions", "after")
"""The terms that stand inside a sentence, in their order; a strength stands behind it."""

_STRENGTHS = {
    Modality.SHALL: "This is binding.",
    Modality.SHOULD: "This is a recommendation.",
    Modality.MAY: "This is allowed, and not required.",
    Modality.WILL_NOT: "This is ruled out.",
}


def term_behind(glossary: Glossary, position: Position, name: str, *, within: bool = False) -> str:
    """Return one term of a position as it stands behind a sentence: `, renewable by 30 days`.

    Args:
        glossary: What sentences call everything.
        position: The position.
        name: The name of the term.
        within: Whether the sentence says *within* a time.
    """
    terms = _only(glossary, position, name)
    words = terms.behind("\0", within=within).removeprefix("\0")
    if name == "scope":
        return words or f" {terms.scope}"
    close = words.startswith(",") or (within and name == "starts")
    return words if close else f",{words}"


def closing_sentence(glossary: Glossary, position: Position, name: str, about: str = "") -> str:
    """Return one term of a position as a sentence of its own.

    Args:
        glossary: What sentences call everything.
        position: The position.
        name: The name of the term.
        about: The letters of the items that it is about; empty where that is plain.
    """
    if name == "modality" and position.modality is not None:
        sentence = _STRENGTHS[position.modality]
    else:
        terms = _only(glossary, position, name)
        words = terms.behind("\0").removeprefix("\0").lstrip(", ")
        if name == "scope":
            return f"Scope{f' of {about}' if about else ''}: {terms.scope}."
        if name == "renewable":
            sentence = f"This is {words}."
        elif name == "by":
            sentence = f"This is the responsibility of {terms.by}."
        else:
            sentence = f"This applies {words}."
    return sentence.replace("This ", f"As to {about}, this ", 1) if about else sentence


def _only(glossary: Glossary, position: Position, name: str) -> TermWords:
    single = Position.model_construct(**{name: getattr(position, name)})
    return glossary.terms(single)
