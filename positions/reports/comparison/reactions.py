"""Says how documents react to others as a whole, which stands above the table of issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.reactions import whole_reactions
from positions.model.dossier import Form
from positions.model.vocabulary import Reaction
from positions.sentences.english import sentence
from positions.sentences.glossary import Glossary

if TYPE_CHECKING:
    from positions.comparison.reactions import WholeReaction
    from positions.comparison.rows import Comparison
    from positions.model.dossier import Memorandum
    from positions.sentences.names import Name

__all__ = ["reaction_in_words", "reactions_in_words"]


def reactions_in_words(comparison: Comparison) -> str:
    """Return the reactions as sentences: `North rejects “The plan” as a whole (20 May 2025).`."""
    words = Glossary.of(comparison.dossier)
    shown = [party.id for party in comparison.parties]
    return " ".join(_said(words, one) for one in whole_reactions(comparison.dossier, shown))


def _said(words: Glossary, one: WholeReaction) -> str:
    name = words.names[one.document.party]
    what = words.document(one.to)
    do = reaction_in_words(name, one.document, one.reaction, what)
    return sentence(f"{name.text} {do} ({one.document.date.in_prose})")


def reaction_in_words(name: Name, document: Memorandum, reaction: Reaction, what: str) -> str:
    """Return what a party does in a document to another as a whole: `takes “The plan” as a basis`.

    Args:
        name: The party.
        document: The document that reacts; someone else's account is told as that.
        reaction: How it reacts.
        what: What a sentence calls the other.
    """
    singular, several, end = _ACTS[reaction]
    if document.form is Form.REPORT:
        return f"{name.verb('is', 'are')} reported to {several} {what} {end}"
    return f"{name.verb(singular, several)} {what} {end}"


_ACTS = {
    Reaction.ACCEPTS: ("accepts", "accept", "as a whole"),
    Reaction.BASIS: ("takes", "take", "as a basis"),
    Reaction.RESERVATIONS: ("accepts", "accept", "with reservations"),
    Reaction.REJECTS: ("rejects", "reject", "as a whole"),
}
