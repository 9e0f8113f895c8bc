"""Lays the orders of steps out as items of a sheet: the findings first, then each party's order.

The content is the page of the report `positions sequence`. Here its facts get places and issues,
and the steps of the finding that was chosen a mark in every party's order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from positions.reports.page.facts import Fact, FactKind
from positions.reports.page.look import STABLE_WIDTH
from positions.reports.page.pictures import picture_text
from positions.reports.page.runs import Mark, Run
from positions.reports.sequence.crossings import crossing_of
from positions.reports.sequence.page import edge_fact, sequence_page, tally
from positions.sequence.conflicts import Conflict, Loop, OrderPlace, StatedOrder, StepOrder
from positions.sequence.stated_orders import issue_of
from tui.grid.layout import cell
from tui.lines.sheet import LineItem
from tui.sheet.items import SheetSection, copied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.model.dossier import Dossier
    from positions.problems.problem import Path, Span
    from positions.reports.page.facts import FilePlace
    from positions.sequence.conflicts import Sequencing, Step
    from tui.paint.glyphs import Glyphs

__all__ = ["NONE", "StepItem", "is_empty", "sequence_sections"]

NONE: Final = "No document states an order of steps."
_FINDINGS: Final = (FactKind.PAIR, FactKind.LOOP, FactKind.CONTRADICTION)


@dataclass(frozen=True, slots=True, eq=False)
class StepItem(LineItem):
    """A line of the orders or of the findings.

    Attributes:
        finding: The key of the finding to which it belongs; empty where to none.
    """

    finding: tuple[str, ...] = ()


def is_empty(sequencing: Sequencing) -> bool:
    """Return whether nothing is ordered, as far as it is known."""
    return not any(party.orders or party.unread for party in sequencing.parties)


def sequence_sections(
    dossier: Dossier,
    sequencing: Sequencing,
    place_of: FilePlace,
    glyphs: Glyphs,
    chosen: tuple[str, ...] = (),
) -> tuple[SheetSection, ...]:
    """Return the findings, then the order of every column that states one.

    Args:
        dossier: For titles and sources.
        sequencing: What was found in it.
        place_of: Where the value of a path is in the files.
        glyphs: For the mark.
        chosen: The key of the finding whose steps are marked.
    """
    page = sequence_page(dossier, sequencing)
    parties = list(zip(sequencing.parties, page.sections(FactKind.PARTY), strict=True))
    own = [each for _, one in parties for each in one.facts if each.kind in _FINDINGS]
    found = [each for one in page.sections(FactKind.FINDINGS) for each in one.facts] + own
    marked = frozenset(step for one in found if _key(one) == chosen for step in _steps(one))
    lines = _StepItems(dossier, place_of, glyphs, marked)
    silent = [one.label.text for party, one in parties if not (party.orders or party.unread)]
    said = f"As of {sequencing.as_of.in_full}. {tally(sequencing)}"
    said += f" No order is stated by: {', '.join(silent)}." if silent else ""
    head = StepItem((cell(Run(said, Mark.MUTED)),), copied=said, key=("tally",))
    return (
        SheetSection("", "", (head, *(item for one in found for item in lines.finding(one)))),
        *(
            SheetSection(party.party, one.label.text, tuple(lines.party(party.party, one)))
            for party, one in parties
            if party.orders or party.unread
        ),
    )


def _key(finding: Fact) -> tuple[str, ...]:
    """Return what tells a finding from the others, also when the dossier was read again."""
    return (str(finding.kind), found.sentence if (found := _found(finding)) else "")


def _found(finding: Fact) -> Conflict | Loop | None:
    return finding.about if isinstance(finding.about, Conflict | Loop) else None


def _orders(finding: Fact) -> tuple[StepOrder, ...]:
    found = _found(finding)
    return found.orders if found else ()


def _steps(finding: Fact) -> Iterator[Step]:
    """Yield the steps concerned, as they are and as the documents name them."""
    for order in _orders(finding):
        yield from (order.before, order.after, order.stated_before, order.stated_after)


@dataclass(frozen=True, slots=True)
class _StepItems:
    """What every line needs."""

    dossier: Dossier
    place_of: FilePlace
    glyphs: Glyphs
    marked: frozenset[Step]

    def finding(self, one: Fact) -> Iterator[StepItem]:
        """Yield a finding, and its orders under it."""
        orders, key = _orders(one), _key(one)
        label = f"{one.kind} {one.number}: " if one.number else f"{one.kind}: "
        yield StepItem(
            (cell((Run(label, Mark.WARNING), Run(key[1]))),),
            place=self.place(orders[0].stated, orders[0].stated_after),
            copied=Run(key[1]).text,
            is_apart=True,
            key=key,
            issue=self.issue(step for order in orders for step in (order.before, order.after)),
            party=orders[0].party,
            finding=key,
        )
        found = _found(one)
        if isinstance(found, Conflict):
            yield from self.picture(found, key)
        parties = [order.party for order in orders]
        for order in orders:
            # What a party's only order says is in the sentence.
            told = edge_fact(self.dossier, order, with_words=parties.count(order.party) > 1)
            yield StepItem(
                (cell(told.text),),
                1,
                place=self.place(order.stated, order.stated_after),
                copied=told.said,
                key=(*key, told.said),
                issue=self.issue((order.before, order.after)),
                party=order.party,
                finding=key,
            )

    def picture(self, conflict: Conflict, key: tuple[str, ...]) -> Iterator[StepItem]:
        """Yield the rows of the crossing of two orders; a step's leads to its issue."""
        picture = crossing_of(self.dossier, conflict, "")
        rows = picture.draw(STABLE_WIDTH, self.glyphs.signs)
        for number, row in enumerate(rows):
            yield StepItem(
                tuple(map(cell, row.lines)),
                1,
                place=self.place(conflict.orders[0].stated, conflict.orders[0].stated_after),
                copied=picture_text(rows),
                picture=picture,
                row=number,
                key=(*key, "picture", str(number)),
                issue=row.about,
                finding=key,
            )

    def party(self, party: str, one: Fact) -> Iterator[StepItem]:
        """Yield a party's name, and its orders under it; its contradictions are findings."""
        orders = tuple(each for each in one.facts if each.kind is not FactKind.CONTRADICTION)
        yield StepItem(
            (cell(Run(one.label.text, Mark.STRONG)),),
            place=self.place_of(("parties", party)),
            copied=copied(replace(one, facts=orders)),
            is_party=True,
            is_apart=True,
            key=(party,),
            party=party,
        )
        for order in orders:
            yield self.order(order, party, 0)
            yield from (self.order(inner, party, 1) for inner in order.facts)

    def order(self, one: Fact, party: str, depth: int) -> StepItem:
        """Return a line of a party's order: a document, or steps of it."""
        said, place, is_marked = copied(one, with_facts=False), None, False
        key: tuple[str, ...] = (str(one.kind),)
        steps: tuple[Step, ...] = ()
        match one.about:
            case (StatedOrder() as order, int() as index):
                steps = order.steps[index]
                is_marked = any(step in self.marked for step in steps)
                place = self.place_of(("memoranda", order.document, "sequence", index))
                key = (order.document, *(step.id for step in steps))
            case StatedOrder() as order if one.kind is FactKind.STATED:
                steps = order.steps[-1]
                is_marked = all(step in self.marked for group in order.steps for step in group)
                place, key = self.place(order, steps[0]), (order.document, said)
            case StatedOrder() as order:
                place = self.place_of(("memoranda", order.document))
                key = (order.document, str(order.place), said)
        run = Run(said, Mark.MUTED if one.kind is FactKind.ORDERS else Mark.PLAIN)
        if is_marked:
            run = Run(f"{self.glyphs.marked} {said}", Mark.WARNING)
        return StepItem(
            (cell(run),),
            depth,
            place=place,
            copied=said,
            key=key,
            issue=self.issue(steps),
            party=party,
        )

    def issue(self, steps: Iterable[Step]) -> str:
        """Return the first issue to which one of the steps belongs."""
        return next((found for one in steps if (found := issue_of(self.dossier, one))), "")

    def place(self, order: StatedOrder, after: Step) -> Span | None:
        """Return where a document states an order: at the later of its two steps."""
        if order.place is OrderPlace.SEQUENCE:
            index = next(at for at, group in enumerate(order.steps) if after in group)
            return self.place_of(("memoranda", order.document, "sequence", index))
        path: Path = ("memoranda", order.document, "positions", after.name)
        if order.branch:
            path = (*path, "alternatives", order.branch.label)
        return self.place_of((*path, str(order.place)))
