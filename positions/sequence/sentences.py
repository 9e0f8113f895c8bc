"""Orders of steps in words: whose they are, and which step comes before which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.sentences.acts import Whose
from positions.sentences.clauses import Speaker
from positions.sentences.english import in_quotes, paragraph
from positions.sentences.events import Happening
from positions.sentences.orders import Edge, Joint, edges, loop, order
from positions.sentences.voices import branch_name
from positions.sequence.stated_orders import OrderPlace, Timing
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.sentences.glossary import Glossary
    from positions.sequence.stated_orders import StatedOrder, Step, StepOrder

__all__ = ["loop_in_words", "order_in_words", "orders_in_words", "stated_in_words", "step_in_prose"]

_JOINTS = {
    Timing.BEFORE: Joint.BEFORE,
    Timing.TOGETHER: Joint.TOGETHER,
    Timing.STARTS: Joint.NO_EARLIER,
}


_ORDERED = pattern(r"\b(?:after|and|before|then|until)\b")
"""Words of a free step that would read as those of the sentence around it."""


def orders_in_words(words: Glossary, orders: Sequence[StepOrder]) -> str:
    """Return what parties say of steps: `Ukraine puts the ceasefire before talks; Russia …`.

    A step that another of the orders names by a whole is told as a part of it.
    """
    wholes = _wholes(orders)
    return paragraph(edges([_edge(words, one, wholes) for one in orders]))


def loop_in_words(words: Glossary, orders: Sequence[StepOrder]) -> str:
    """Return which steps wait for each other, and by whose order."""
    wholes = _wholes(orders)
    return paragraph(loop([_edge(words, one, wholes) for one in orders]))


def order_in_words(words: Glossary, one: StepOrder) -> str:
    """Return what one order says, as a sentence: `Ukraine puts the ceasefire before talks.`."""
    return paragraph(edges([_edge(words, one, {})]))


def stated_in_words(words: Glossary, stated: StatedOrder) -> str:
    """Return what a document says of steps, as a sentence: its whole sequence, or one order.

    `Ukraine's order: the ceasefire, then talks on territory.`
    """
    speaker = _speaker(words, stated)
    groups = [[step_in_prose(words, one) for one in group] for group in stated.steps]
    if stated.place is OrderPlace.SEQUENCE:
        return order(speaker, groups, _under(words, stated), stated.periods)
    (first,), (second,) = groups
    joint = Joint.NO_EARLIER if stated.place is OrderPlace.STARTS else Joint.BEFORE
    under = _under(words, stated)
    edge = Edge(speaker, first, second, joint, under=under, inferred=stated.inferred)
    return paragraph(edges([edge]))


def _under(words: Glossary, stated: StatedOrder) -> str:
    document = words.dossier.memoranda.get(stated.document)
    return branch_name(words, document, stated.branch.label) if stated.branch else ""


def _speaker(words: Glossary, stated: StatedOrder) -> Speaker:
    """Return the party of an order, and on whose word the order is told."""
    whose = Whose(stated.reported, stated.older)
    return Speaker(words.names[stated.party], whose, stated.date.in_prose)


def step_in_prose(words: Glossary, step: Step) -> Happening:
    """Return a step as a sentence says it: by the noun of its event or issue, or by its title."""
    if step.part:
        part = words.issue(step.name, step.part)
        return Happening(part.topic) if part.topic else Happening(words.running(part.head))
    known = step.name in words.dossier.events or step.name in words.dossier.issues
    if not known and _ORDERED.search(step.title):
        return Happening(in_quotes(step.title))
    return words.happening(step.name if known else step.title)


def _wholes(orders: Sequence[StepOrder]) -> dict[Step, Step]:
    return {
        one: stated
        for order in orders
        for one, stated in (
            (order.before, order.stated_before),
            (order.after, order.stated_after),
        )
        if one != stated
    }


def _edge(words: Glossary, one: StepOrder, wholes: dict[Step, Step]) -> Edge:
    stated = one.stated
    first, second = one.stated_before, one.stated_after
    return Edge(
        _speaker(words, stated),
        step_in_prose(words, first),
        step_in_prose(words, second),
        _JOINTS[one.timing],
        _whole(words, one.before, first, wholes),
        _whole(words, one.after, second, wholes),
        _under(words, stated),
        stated.inferred,
    )


def _whole(words: Glossary, one: Step, stated: Step, wholes: dict[Step, Step]) -> str:
    """Return the whole of which a step is a part, where another of the orders names that.

    A part of an issue names its whole itself.
    """
    if one != stated or one not in wholes or one.part:
        return ""
    whole = step_in_prose(words, wholes[one])
    return f"the question when {whole.words}" if whole.clause else whole.words
