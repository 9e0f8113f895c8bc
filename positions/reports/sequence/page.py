"""Builds the page of the order of steps that each party asks for, its conflicts and its loops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.record.known import known_at
from positions.reports.page.facts import FactKind, fact, told
from positions.reports.page.grades import published
from positions.reports.page.model import Drawing, Heading, Page, Paragraph, Section
from positions.reports.page.runs import runs_of
from positions.reports.page.summary import moment_in_words
from positions.reports.sequence.crossings import crossings
from positions.sentences.glossary import Glossary
from positions.sequence.conflicts import OrderPlace
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.model.dossier import Dossier
    from positions.reports.page.facts import Fact
    from positions.sequence.conflicts import (
        Conflict,
        Loop,
        PartyOrder,
        Sequencing,
        StatedOrder,
        StepOrder,
    )

__all__ = ["edge_fact", "sequence_page", "tally"]


_OR_TOGETHER = ", or that one puts at the same time"


def sequence_page(dossier: Dossier, sequencing: Sequencing) -> Page:
    """Return the page: each party's order, then the conflicts and loops.

    Each fact is about what it tells of: a stated order (of a step, with the index of its group), a
    conflict or loop, or an order of one of those.
    """
    moment = moment_in_words(dossier, sequencing.as_of, sequencing.options)
    dossier = known_at(dossier, sequencing.as_of)
    parties = (
        fact(
            FactKind.PARTY,
            "",
            _party(dossier, party),
            label=dossier.parties[party.party].heading,
        )
        for party in sequencing.parties
    )
    pairs = [
        _finding(dossier, FactKind.PAIR, number, conflict)
        for number, conflict in enumerate(sequencing.conflicts, 1)
    ]
    loops = [
        _finding(dossier, FactKind.LOOP, number, loop)
        for number, loop in enumerate(sequencing.loops, 1)
    ]
    together = any(one.together for one in sequencing.conflicts)
    pairs_label = f"Steps that two parties order oppositely{_OR_TOGETHER * together}"
    if len(sequencing.conflicts) > 1:
        pairs_label += "; what follows from these is not listed"
    found = (
        fact(FactKind.FINDINGS, "", pairs, label=pairs_label),
        fact(FactKind.FINDINGS, "", loops, label="Loops"),
    )
    return Page(
        (
            Heading(runs_of(dossier.header.title)),
            Paragraph((runs_of(f"{moment}. {tally(sequencing)}"),)),
            *map(Drawing, crossings(dossier, sequencing)),
            *(Section(party, is_ruled=True) for party in parties),
            *(Section(one, is_ruled=True) for one in found if one.facts),
        )
    )


def tally(sequencing: Sequencing) -> str:
    """Return how many findings there are, as a sentence."""
    conflicts, loops = len(sequencing.conflicts), len(sequencing.loops)
    together = sum(bool(one.together) for one in sequencing.conflicts)
    opposite = conflicts - together
    own = len(sequencing.contradictions)
    if sequencing.too_many:
        return "There are too many orders of steps to compare; what blocks what is not told."
    more = "More pairs of steps are ordered oppositely than the" if sequencing.more else ""
    found = [
        f"{more} {conflicts} told here"
        if more
        else f"{opposite or 'No'} {'pair' if opposite == 1 else 'pairs'} of steps ordered "
        "oppositely",
        *(
            (f"{together} that one party puts in order and another at the same time",)
            * bool(together and not more)
        ),
        f"{_loops(loops, more=bool(conflicts))} in the orders of all parties",
    ]
    if own:
        found.append(f"{own} {'loop' if own == 1 else 'loops'} in those of one party")
    return f"{'; '.join(found)}."


def _loops(count: int, *, more: bool) -> str:
    """Return how many loops there are, beside those that a pair of opposite orders is."""
    other = "other " if more else ""
    singular = count == 1 or (more and not count)
    return f"{count or 'no'} {other}{'loop' if singular else 'loops'}"


def _party(dossier: Dossier, party: PartyOrder) -> Iterator[Fact]:
    if party.unread:
        said = "A document could not be read, so that its order of steps is not known."
        yield told(FactKind.UNREAD, said)
    elif not party.orders:
        yield told(FactKind.NOTHING, _no_order(dossier, party.party))
    for order in party.orders:
        if order.place is OrderPlace.SEQUENCE:
            yield _document(dossier, order, _steps(order))
    by_words: dict[tuple[str, str, str], list[StatedOrder]] = {}
    for order in party.orders:
        if order.place is not OrderPlace.SEQUENCE:
            key = order.document, _document_words(dossier, order), order.clause
            by_words.setdefault(key, []).append(order)
    for orders in by_words.values():
        stated = (told(FactKind.STATED, _stated(one), about=one) for one in orders)
        yield _document(dossier, orders[0], stated)
    for loop in party.contradictions:
        under = f" under “{loop.under.title}”" if loop.under else ""
        said = f"This contradicts itself{under}. {loop.sentence}"
        yield told(FactKind.CONTRADICTION, said, about=loop)


def _no_order(dossier: Dossier, party: str) -> str:
    """Return that a party has no order of steps, and which of its documents had one."""
    stating = [
        Glossary.of(dossier).document(one)
        for one in dossier.memoranda.values()
        if one.party == party and one.sequence
    ]
    if not stating:
        return "No order of steps is recorded."
    return f"No order of steps is of record: a newer text took the place of {listed(stating)}."


def _document(dossier: Dossier, order: StatedOrder, facts: Iterable[Fact]) -> Fact:
    said = _document_words(dossier, order)
    if order.clause and order.place is not OrderPlace.SEQUENCE:
        said += f", {order.clause}"
    return told(FactKind.ORDERS, said, facts, about=order)


def _document_words(dossier: Dossier, order: StatedOrder, *, in_sentence: bool = False) -> str:
    """Return the document of an order: its title, what kind of word it is, and its date."""
    words, document = Glossary.of(dossier), dossier.memoranda[order.document]
    base = dossier.memoranda.get(order.as_in)
    taken = [f"as in {base.title or words.untitled(base)}"] if base else []
    said = words.in_full(document, taken, older=order.older)
    if not in_sentence:
        return said if document.title else capital(said)
    if document.title:
        return words.document(document) + said.removeprefix(document.title)
    return ", ".join((words.document(document), *taken))


def _steps(order: StatedOrder) -> Iterator[Fact]:
    """Yield the steps of a sequence; those of a group at the same time, or within one period."""
    groups = [(index, group) for index, group in enumerate(order.steps) if group]
    for number, (index, group) in enumerate(groups, 1):
        how = "in any order" if index in order.periods else "at the same time"
        said = f" and, {how}, ".join(
            f"{one.title} (its place gives way)" if one in order.yields else one.title
            for one in group
        )
        yield told(FactKind.STEP, said, number=number, about=(order, index))


def _stated(order: StatedOrder) -> str:
    """Return what a position orders, and whether that gives way to newer or own words."""
    return f"{order.sentence} This gives way." if order.yields else order.sentence


def _finding(dossier: Dossier, kind: FactKind, number: int, finding: Conflict | Loop) -> Fact:
    """Return a finding with its orders."""
    orders = [edge_fact(dossier, order) for order in finding.orders]
    return told(kind, finding.sentence, orders, number=number, about=finding)


def edge_fact(dossier: Dossier, order: StepOrder, *, with_words: bool = True) -> Fact:
    """Return an order of a finding: whose it is, what it says, and on whose word.

    Args:
        dossier: The dossier, for titles and sources.
        order: The order.
        with_words: Whether to say what it orders; not where the sentence above says it.
    """
    stated = order.stated
    if with_words:
        said = f"{order.sentence} {'Inferred from' if stated.inferred else 'Stated in'}"
    else:
        # Without a title, a document is called by whose it is.
        is_titled = bool(dossier.memoranda[stated.document].title)
        name = f"{dossier.parties[order.party].name}, " if is_titled else ""
        said = capital(f"{name}{'inferred from' if stated.inferred else 'in'}")
    said += f" {_where_stated(dossier, order)}"
    return told(FactKind.EDGE, said, about=order)


_PLACES = {
    OrderPlace.SEQUENCE: "in its order of steps",
    OrderPlace.AFTER: "where a position says what comes first",
    OrderPlace.CONDITIONS: "among the conditions of a position",
    OrderPlace.STARTS: "where a position says with what it starts",
}


def _where_stated(dossier: Dossier, order: StepOrder) -> str:
    """Return where an order is stated: document, place and sources, with a full stop."""
    stated = order.stated
    publishers = dict.fromkeys(
        f"{dossier.sources[name].publisher} ({published(dossier.sources[name], in_prose=True)})"
        for name in stated.sources
        if name in dossier.sources
    )
    where = [_document_words(dossier, stated, in_sentence=True), _PLACES[stated.place]]
    if stated.clause:
        where.insert(1, stated.clause)
    said = f"{', '.join(where)}."
    return f"{said} Sources: {', '.join(publishers)}." if publishers else said
