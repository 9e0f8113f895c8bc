"""Finds how columns react to documents as a whole, which no cell of the table says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.model.dossier import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.model.dossier import Dossier, Memorandum
    from positions.model.vocabulary import Reaction

__all__ = ["WholeReaction", "whole_reactions"]


@dataclass(frozen=True, slots=True)
class WholeReaction:
    """How a party reacts to a document as a whole.

    Attributes:
        document: The newest of its documents that reacts to it.
        to: The document to which it reacts.
    """

    document: Memorandum
    to: Memorandum
    reaction: Reaction


def whole_reactions(dossier: Dossier, shown: Iterable[str]) -> tuple[WholeReaction, ...]:
    """Return the newest reaction of every column to every document, oldest first.

    A party's own words stand before reports of them.

    Args:
        dossier: The dossier, as of a moment.
        shown: The ids of the columns.
    """
    known = dossier.memoranda
    columns = {*shown}
    found: dict[tuple[str, str], WholeReaction] = {}
    documents = sorted(
        (one for one in known.values() if one.party in columns and one.reactions),
        key=lambda one: (one.form is not Form.REPORT, one.date.order()),
    )
    for document in documents:
        for name, reaction in document.reactions.items():
            if name in known:
                place = document.party, name
                found.pop(place, None)
                found[place] = WholeReaction(document, known[name], reaction)
    return tuple(sorted(found.values(), key=lambda one: one.document.date.order()))
