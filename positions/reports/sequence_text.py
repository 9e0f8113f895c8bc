"""The order of steps that each party asks for, its conflicts and loops, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.reports.style import Style, paint
from positions.reports.summary import moment_in_words
from positions.reports.text import LEAST_WIDTH, READING_MEASURE, STABLE_WIDTH
from positions.sequence import Place
from positions.step_sentences import order_in_words, speaker
from positions.visible import visible, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.dossier import Dossier
    from positions.sequence import Conflict, Loop, Order, PartyOrder, Sequencing, StatedOrder

__all__ = ["sequence_text"]


_PLACES = {
    Place.SEQUENCE: "its sequence",
    Place.AFTER: "what a position comes after",
    Place.STARTS: "what a position starts with",
}


def sequence_text(
    dossier: Dossier,
    sequencing: Sequencing,
    *,
    columns: int = STABLE_WIDTH,
    colour: bool = False,
) -> str:
    """Return each party's order, then the conflicts and loops, with lines ended by newlines.

    Args:
        dossier: The dossier, for titles and sources.
        sequencing: What was found in it.
        columns: The width in cells; at least 20 are taken.
        colour: Whether to use a terminal's colours.
    """
    measure = min(max(columns, LEAST_WIDTH), READING_MEASURE)
    lines = [
        paint(line, Style.STRONG, colour=colour)
        for line in wrap(visible(dossier.header.title), measure)
    ]
    moment = moment_in_words(dossier, sequencing.as_of, sequencing.options)
    lines += wrap(visible(f"{moment}. {_tally(sequencing)}"), measure)
    for heading, body in _sections(dossier, sequencing):
        lines += [
            "",
            *(paint(line, Style.STRONG, colour=colour) for line in _rule(heading, measure)),
        ]
        for depth, line in body:
            lines += _hung(line, measure, depth)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _tally(sequencing: Sequencing) -> str:
    conflicts, loops = len(sequencing.conflicts), len(sequencing.loops)
    own = len(sequencing.contradictions)
    found = [
        f"{conflicts or 'No'} {'pair' if conflicts == 1 else 'pairs'} of steps ordered oppositely",
        f"{loops or 'no'} {'loop' if loops == 1 else 'loops'} in the orders of all parties",
    ]
    if own:
        found.append(f"{own} {'loop' if own == 1 else 'loops'} in those of one party")
    return f"{'; '.join(found)}."


def _sections(
    dossier: Dossier, sequencing: Sequencing
) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    for party in sequencing.parties:
        yield dossier.parties[party.party].name, list(_party(dossier, party))
    if sequencing.conflicts:
        told = [
            line
            for number, conflict in enumerate(sequencing.conflicts, 1)
            for line in _finding(dossier, number, conflict, conflict.orders)
        ]
        yield "Steps that two parties order oppositely", told
    if sequencing.loops:
        known = {
            frozenset(one.orders): number for number, one in enumerate(sequencing.conflicts, 1)
        }
        told = [
            line
            for number, loop in enumerate(sequencing.loops, 1)
            for line in _loop(dossier, number, loop, known.get(frozenset(loop.orders)))
        ]
        yield "Loops", told


def _party(dossier: Dossier, party: PartyOrder) -> Iterator[tuple[int, str]]:
    if party.unread:
        yield 0, "A document could not be read, so that its order of steps is not known."
    elif not party.orders:
        yield 0, "It orders no steps."
    for order in party.orders:
        if order.place is Place.SEQUENCE:
            yield from _listed(dossier, order)
    by_words: dict[tuple[str, str], list[StatedOrder]] = {}
    for order in party.orders:
        if order.place is not Place.SEQUENCE:
            by_words.setdefault((_document(dossier, order), order.clause), []).append(order)
    for (document, clause), orders in by_words.items():
        yield 0, f"{document}{f', {clause}' if clause else ''}"
        for order in orders:
            yield 1, _in_words(order)
    for loop in party.contradictions:
        yield 0, f"It contradicts itself{_under(loop)}. {loop.sentence}"


def _listed(dossier: Dossier, order: StatedOrder) -> Iterator[tuple[int, str]]:
    yield 0, _document(dossier, order)
    number = 0
    for group in order.steps:
        if not group:
            continue
        number += 1
        titles = " and, at the same time, ".join(
            f"{one.title} (its place gives way)" if one in order.yields else one.title
            for one in group
        )
        yield 1, f"{number}. {titles}"


def _in_words(order: StatedOrder) -> str:
    (before,), (after,) = order.steps
    says = "starts with" if order.place is Place.STARTS else "comes after"
    branch = f", under “{order.branch.title}”" if order.branch else ""
    gives_way = ", which gives way" if order.yields else ""
    return f"“{after.title}” {says} “{before.title}”{branch}{gives_way}"


def _document(dossier: Dossier, order: StatedOrder) -> str:
    """Return the document of an order: its title, what kind of word it is, and its date."""
    document = dossier.memoranda[order.document]
    age = "older " if order.older else ""
    kind = f"{age}{document.form}" if order.reported or order.older else str(document.form)
    return f"{document.title or document.id} ({kind}, {order.date})"


def _finding(
    dossier: Dossier, number: int, finding: Conflict | Loop, orders: Sequence[Order]
) -> Iterator[tuple[int, str]]:
    yield 0, f"{number}. {finding.sentence}"
    for order in orders:
        yield 2, _said(dossier, order)


def _loop(
    dossier: Dossier, number: int, loop: Loop, conflict: int | None
) -> Iterator[tuple[int, str]]:
    if conflict is None:
        yield from _finding(dossier, number, loop, loop.orders)
    else:
        yield 0, f"{number}. {loop.sentence}"
        yield 2, f"Its orders are those of pair {conflict} above."


def _said(dossier: Dossier, order: Order) -> str:
    """Return where an order stands: party, document, place and sources."""
    stated = order.stated
    publishers = dict.fromkeys(
        f"{dossier.sources[name].publisher} {dossier.sources[name].date}"
        for name in stated.sources
        if name in dossier.sources
    )
    where = [_document(dossier, stated), _PLACES[stated.place]]
    if stated.clause:
        where.append(stated.clause)
    told = f"{speaker(dossier, order)}: {order_in_words(order)}. Stated in {', '.join(where)}."
    return f"{told} Sources: {', '.join(publishers)}." if publishers else told


def _under(loop: Loop) -> str:
    return f" under “{loop.under.title}”" if loop.under else ""


def _rule(heading: str, columns: int) -> Iterator[str]:
    *most, last = wrap(visible(heading), columns - 5)
    yield from (f"── {line}" for line in most)
    ruled = f"── {last} "
    yield ruled + "─" * (columns - width(ruled))


def _hung(line: str, columns: int, depth: int) -> Iterator[str]:
    """Yield a line's text, indented by its depth; what does not fit hangs under it."""
    indent = 2 * depth
    for number, text in enumerate(wrap(visible(line), columns - indent - 4)):
        yield " " * (indent + (4 if number else 0)) + text
