"""The orders of steps in words, as the plain text and the screen show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.sequence.conflicts import OrderPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Dossier
    from positions.sequence.conflicts import Sequencing, StatedOrder, Step, StepOrder

__all__ = [
    "group_in_words",
    "order_with_sources",
    "stated_document",
    "stated_in_words",
    "tally",
    "where_stated",
]

_PLACES = {
    OrderPlace.SEQUENCE: "its sequence",
    OrderPlace.AFTER: "what a position comes after",
    OrderPlace.STARTS: "what a position starts with",
}


def tally(sequencing: Sequencing) -> str:
    """Return how many findings there are, as a sentence."""
    conflicts, loops = len(sequencing.conflicts), len(sequencing.loops)
    own = len(sequencing.contradictions)
    found = [
        f"{conflicts or 'No'} {'pair' if conflicts == 1 else 'pairs'} of steps ordered oppositely",
        f"{loops or 'no'} {'loop' if loops == 1 else 'loops'} in the orders of all parties",
    ]
    if own:
        found.append(f"{own} {'loop' if own == 1 else 'loops'} in those of one party")
    return f"{'; '.join(found)}."


def stated_in_words(order: StatedOrder) -> str:
    """Return what a position orders, and whether that gives way to newer or own words."""
    return f"{order.sentence} This gives way." if order.yields else order.sentence


def stated_document(dossier: Dossier, order: StatedOrder) -> str:
    """Return the document of an order: its title, what kind of word it is, and its date."""
    document = dossier.memoranda[order.document]
    age = "older " if order.older else ""
    kind = f"{age}{document.form}" if order.reported or order.older else str(document.form)
    return f"{document.title or document.id} ({kind}, {order.date})"


def order_with_sources(dossier: Dossier, order: StepOrder) -> str:
    """Return whose an order is, what it says, and where it stands."""
    return f"{order.sentence} Stated in {where_stated(dossier, order)}"


def where_stated(dossier: Dossier, order: StepOrder) -> str:
    """Return where an order stands: document, place and sources, with a full stop."""
    stated = order.stated
    publishers = dict.fromkeys(
        f"{dossier.sources[name].publisher} {dossier.sources[name].date}"
        for name in stated.sources
        if name in dossier.sources
    )
    where = [stated_document(dossier, stated), _PLACES[stated.place]]
    if stated.clause:
        where.append(stated.clause)
    told = f"{', '.join(where)}."
    return f"{told} Sources: {', '.join(publishers)}." if publishers else told


def group_in_words(order: StatedOrder, group: Sequence[Step]) -> str:
    """Return the steps of a sequence that happen at the same time, in one line."""
    return " and, at the same time, ".join(
        f"{one.title} (its place gives way)" if one in order.yields else one.title for one in group
    )
