"""The order of steps that each party asks for, its conflicts and loops, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.reports.page.look import LEAST_WIDTH, READING_MEASURE, STABLE_WIDTH
from positions.reports.page.style import Style, paint
from positions.reports.page.summary import moment_in_words
from positions.reports.sequence.words import (
    group_in_words,
    order_with_sources,
    stated_document,
    stated_in_words,
    tally,
)
from positions.sequence.conflicts import OrderPlace
from positions.text.safe import visible, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.model.dossier import Dossier
    from positions.sequence.conflicts import (
        Conflict,
        Loop,
        PartyOrder,
        Sequencing,
        StatedOrder,
        StepOrder,
    )

__all__ = ["sequence_text"]


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
    lines += wrap(visible(f"{moment}. {tally(sequencing)}"), measure)
    for heading, body in _sections(dossier, sequencing):
        lines += [
            "",
            *(paint(line, Style.STRONG, colour=colour) for line in _rule(heading, measure)),
        ]
        for depth, line in body:
            lines += _hung(line, measure, depth)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _sections(
    dossier: Dossier, sequencing: Sequencing
) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    for party in sequencing.parties:
        yield dossier.parties[party.party].heading, list(_party(dossier, party))
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
        yield 0, "No order of steps is known of it."
    for order in party.orders:
        if order.place is OrderPlace.SEQUENCE:
            yield from _listed(dossier, order)
    by_words: dict[tuple[str, str], list[StatedOrder]] = {}
    for order in party.orders:
        if order.place is not OrderPlace.SEQUENCE:
            by_words.setdefault((stated_document(dossier, order), order.clause), []).append(order)
    for (document, clause), orders in by_words.items():
        yield 0, f"{document}{f', {clause}' if clause else ''}"
        for order in orders:
            yield 1, stated_in_words(order)
    for loop in party.contradictions:
        yield 0, f"It contradicts itself{_under(loop)}. {loop.sentence}"


def _listed(dossier: Dossier, order: StatedOrder) -> Iterator[tuple[int, str]]:
    yield 0, stated_document(dossier, order)
    number = 0
    for group in order.steps:
        if not group:
            continue
        number += 1
        yield 1, f"{number}. {group_in_words(order, group)}"


def _finding(
    dossier: Dossier, number: int, finding: Conflict | Loop, orders: Sequence[StepOrder]
) -> Iterator[tuple[int, str]]:
    yield 0, f"{number}. {finding.sentence}"
    for order in orders:
        yield 2, order_with_sources(dossier, order)


def _loop(
    dossier: Dossier, number: int, loop: Loop, conflict: int | None
) -> Iterator[tuple[int, str]]:
    if conflict is None:
        yield from _finding(dossier, number, loop, loop.orders)
    else:
        yield 0, f"{number}. {loop.sentence}"
        yield 2, f"Its orders are those of pair {conflict} above."


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
