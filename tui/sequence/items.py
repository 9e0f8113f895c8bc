"""The orders of steps as items of a sheet: the findings first, then each party's order.

The content is that of the report `positions sequence`; here its lines get places and issues, and
the steps of the finding that was chosen a mark in every party's order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.reports.page.runs import Mark, Run
from positions.reports.sequence.words import (
    group_in_words,
    order_with_sources,
    stated_document,
    stated_in_words,
    tally,
    where_stated,
)
from positions.sequence.conflicts import OrderPlace
from positions.sequence.stated_orders import issue_of
from positions.text.safe import visible
from tui.grid.layout import cell
from tui.sheet.items import Item, SheetSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.model.dossier import Dossier
    from positions.problems.problem import Span
    from positions.reports.page.facts import FilePlace
    from positions.sequence.conflicts import (
        Conflict,
        Loop,
        PartyOrder,
        Sequencing,
        StatedOrder,
        Step,
        StepOrder,
    )
    from tui.paint.glyphs import Glyphs

__all__ = ["NONE", "Finding", "StepItem", "findings_of", "is_empty", "sequence_sections"]

NONE: Final = "No document states an order of steps."


@dataclass(frozen=True, slots=True, eq=False)
class StepItem(Item):
    """A line of the orders or of the findings.

    Attributes:
        key: What tells it from every other line, also when the dossier was read again.
        issue: The issue that Enter opens; empty where its steps belong to none.
        party: The party whose order it is; empty where it is nobody's.
        finding: The key of the finding to which it belongs; empty where to none.
    """

    key: tuple[str, ...] = ()
    issue: str = ""
    party: str = ""
    finding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict, a loop or a contradiction.

    Attributes:
        label: What it is: `Pair 1`.
        refers: What stands in the place of its orders, where another finding has the same.
    """

    label: str
    finding: Conflict | Loop
    refers: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the others, also when the dossier was read again."""
        return (self.label.split()[0], self.finding.sentence)

    @property
    def steps(self) -> frozenset[Step]:
        """The steps concerned, as they are and as the documents name them."""
        return frozenset(
            one
            for order in self.finding.orders
            for one in (order.before, order.after, order.stated_before, order.stated_after)
        )


def is_empty(sequencing: Sequencing) -> bool:
    """Return whether nothing is ordered, as far as it is known."""
    return not any(party.orders or party.unread for party in sequencing.parties)


def findings_of(sequencing: Sequencing) -> tuple[Finding, ...]:
    """Return what blocks: opposed pairs, loops of all parties, loops of a party's own."""
    known = {frozenset(one.orders): number for number, one in enumerate(sequencing.conflicts, 1)}
    found = [Finding(f"Pair {number}", one) for number, one in enumerate(sequencing.conflicts, 1)]
    for number, loop in enumerate(sequencing.loops, 1):
        pair = known.get(frozenset(loop.orders))
        refers = f"its orders are those of pair {pair}." if pair else ""
        found.append(Finding(f"Loop {number}", loop, refers))
    found += [Finding("Contradiction", loop) for loop in sequencing.contradictions]
    return tuple(found)


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
        place_of: Where the value of a path stands in the files.
        glyphs: For the mark.
        chosen: The key of the finding whose steps are marked.
    """
    found = findings_of(sequencing)
    marked = frozenset(step for one in found if one.key == chosen for step in one.steps)
    lines = _Lines(dossier, place_of, glyphs, marked)
    stating = [party for party in sequencing.parties if party.orders or party.unread]
    silent = [party for party in sequencing.parties if party not in stating]
    return (
        SheetSection("", "", tuple(lines.findings(sequencing, found, silent))),
        *(
            SheetSection(one.party, dossier.parties[one.party].heading, tuple(lines.party(one)))
            for one in stating
        ),
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """What every line needs."""

    dossier: Dossier
    place_of: FilePlace
    glyphs: Glyphs
    marked: frozenset[Step]

    def findings(
        self, sequencing: Sequencing, found: Iterable[Finding], silent: Iterable[PartyOrder]
    ) -> Iterator[StepItem]:
        said = f"As of {sequencing.as_of}. {tally(sequencing)}"
        names = ", ".join(self.dossier.parties[party.party].heading for party in silent)
        said += f" No order is stated by: {names}." if names else ""
        yield StepItem((cell(Run(said, Mark.MUTED)),), copied=visible(said), key=("tally",))
        for one in found:
            yield from self.finding(one)

    def finding(self, one: Finding) -> Iterator[StepItem]:
        """Yield a finding, and its orders under it."""
        orders = one.finding.orders
        sentence = one.finding.sentence
        text = Run(one.refers, Mark.MUTED) if one.refers else Run(sentence)
        yield StepItem(
            (cell((Run(f"{one.label}: ", Mark.WARNING), text)),),
            place=self.place(orders[0].stated, orders[0].stated_after),
            copied=visible(sentence),
            is_apart=True,
            key=one.key,
            issue=self.issue(step for order in orders for step in (order.before, order.after)),
            party=orders[0].party,
            finding=one.key,
        )
        if one.refers:
            return
        parties = [order.party for order in orders]
        for order in orders:
            said = order_with_sources(self.dossier, order)
            if parties.count(order.party) == 1:  # what it says stands in the sentence
                name = self.dossier.parties[order.party].name
                said = f"{name}, in {where_stated(self.dossier, order)}"
            yield self.edge(one.key, order, said)

    def edge(self, finding: tuple[str, ...], order: StepOrder, said: str) -> StepItem:
        """Return an order of a finding, with party, document and source."""
        return StepItem(
            (cell(Run(said)),),
            1,
            place=self.place(order.stated, order.stated_after),
            copied=visible(said),
            key=(*finding, said),
            issue=self.issue((order.before, order.after)),
            party=order.party,
            finding=finding,
        )

    def party(self, party: PartyOrder) -> Iterator[StepItem]:
        name = self.dossier.parties[party.party].heading
        lines = list(self.orders(party))
        copied = "\n".join([name, *(f"  {line.copied}" for line in lines)])
        place = self.place_of(("parties", party.party))
        yield StepItem(
            (cell(Run(name, Mark.STRONG)),),
            place=place,
            copied=visible(copied, newlines=True),
            is_party=True,
            is_apart=True,
            key=(party.party,),
            party=party.party,
        )
        yield from lines

    def orders(self, party: PartyOrder) -> Iterator[StepItem]:
        if party.unread:
            said = "A document could not be read, so that its order of steps is not known."
            yield StepItem((cell(Run(said)),), copied=said, key=("unread",), party=party.party)
        for order in party.orders:
            if order.place is OrderPlace.SEQUENCE:
                yield from self.sequence(order)
        by_words: dict[tuple[str, str], list[StatedOrder]] = {}
        for order in party.orders:
            if order.place is not OrderPlace.SEQUENCE:
                by_words.setdefault((order.document, order.clause), []).append(order)
        for orders in by_words.values():
            yield self.document(orders[0], orders[0].clause)
            for order in orders:
                yield self.stated(order)

    def sequence(self, order: StatedOrder) -> Iterator[StepItem]:
        yield self.document(order)
        groups = [(index, group) for index, group in enumerate(order.steps) if group]
        for number, (index, group) in enumerate(groups, 1):
            said = f"{number}. {group_in_words(order, group)}"
            yield StepItem(
                (cell(self.runs(said, group)),),
                1,
                place=self.place_of(("memoranda", order.document, "sequence", index)),
                copied=visible(said),
                key=(order.document, *(one.id for one in group)),
                issue=self.issue(group),
                party=order.party,
            )

    def stated(self, order: StatedOrder) -> StepItem:
        (_,), (after,) = order.steps
        said = stated_in_words(order)
        return StepItem(
            (cell(self.runs(said, (step for group in order.steps for step in group), all_=True)),),
            1,
            place=self.place(order, after),
            copied=visible(said),
            key=(order.document, said),
            issue=self.issue((after,)),
            party=order.party,
        )

    def document(self, order: StatedOrder, clause: str = "") -> StepItem:
        said = stated_document(self.dossier, order)
        said += f", {clause}" if clause else ""
        return StepItem(
            (cell(Run(said, Mark.MUTED)),),
            place=self.place_of(("memoranda", order.document)),
            copied=visible(said),
            key=(order.document, str(order.place), clause),
            party=order.party,
        )

    def runs(self, said: str, steps: Iterable[Step], *, all_: bool = False) -> tuple[Run, ...]:
        """Return a line; with a mark where its steps (or all of them) are those of the finding."""
        concerned = [one in self.marked for one in steps]
        if all(concerned) if all_ else any(concerned):
            return (Run(f"{self.glyphs.marked} {said}", Mark.WARNING),)
        return (Run(said),)

    def issue(self, steps: Iterable[Step]) -> str:
        """Return the first issue to which one of the steps belongs."""
        return next((found for one in steps if (found := issue_of(self.dossier, one))), "")

    def place(self, order: StatedOrder, after: Step) -> Span | None:
        """Return where a document states an order: at the later of its two steps."""
        if order.place is OrderPlace.SEQUENCE:
            index = next(at for at, group in enumerate(order.steps) if after in group)
            return self.place_of(("memoranda", order.document, "sequence", index))
        path: tuple[str, ...] = ("memoranda", order.document, "positions", after.name)
        if order.branch:
            path = (*path, "alternatives", order.branch.label)
        return self.place_of((*path, str(order.place)))
