"""Lays out what is not known as items of a sheet: how much of each party, then the cells in doubt.

The content is the page of the report `positions unknown`. Here its lines get issues and places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.reports.page.facts import FactKind
from positions.reports.page.model import Paragraph, Section
from positions.reports.page.runs import Mark, Run, plain
from positions.reports.page.tables import PageTable
from positions.reports.unknown.cells import DoubtfulCell
from tui.grid.layout import cell
from tui.lines.sheet import LineItem
from tui.sheet.items import SheetSection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.problems.problem import Span
    from positions.reports.page.facts import Fact, FilePlace
    from positions.reports.page.model import Page

__all__ = ["UnknownItem", "unknown_sections"]


@dataclass(frozen=True, slots=True, eq=False)
class UnknownItem(LineItem):
    """A line of what is not known.

    Attributes:
        is_head: Whether cells follow under it.
    """

    is_head: bool = False


def unknown_sections(page: Page, place_of: FilePlace) -> tuple[SheetSection, ...]:
    """Return the page as one section.

    Args:
        page: As `unknown_page` makes it.
        place_of: Where the value of a path is in the files.
    """
    return (SheetSection("", "", tuple(_items(page, place_of))),)


def _items(page: Page, place_of: FilePlace) -> Iterator[UnknownItem]:
    for number, block in enumerate(page.blocks):
        if isinstance(block, Paragraph):
            for runs in block.lines:
                said = plain(runs)
                yield UnknownItem(
                    (cell(Run(said, Mark.MUTED)),), copied=said, key=("", str(number))
                )
        elif isinstance(block, PageTable):
            for row in block.rows:
                name = plain(row.cells[0].lines[0].text)
                said = f"{name}: {'; '.join(map(plain, row.told))}"
                yield UnknownItem((cell(Run(said)),), copied=said, key=("party", name))
        elif isinstance(block, Section) and block.fact.kind is FactKind.UNKNOWN:
            yield from _group(block.fact, place_of)


def _group(group: Fact, place_of: FilePlace) -> Iterator[UnknownItem]:
    title = group.label.text
    whole = "\n".join([title, *(f"{one.label.text}: {one.said}" for one in group.facts)])
    yield UnknownItem(
        (cell(Run(title, Mark.STRONG)),),
        copied=whole,
        is_apart=True,
        key=(title.rpartition(" (")[0],),
        is_head=True,
    )
    for one in group.facts:
        found = one.about if isinstance(one.about, DoubtfulCell) else None
        issue, party = (found.issue, found.party) if found else ("", "")
        said = f"{one.label.text}: {one.said}"
        yield UnknownItem(
            (cell((Run(f"{one.label.text}: ", Mark.MUTED), *one.text)),),
            1,
            place=_place(found, place_of),
            copied=said,
            key=(title.rpartition(" (")[0], said),
            issue=issue,
            party=party,
        )


def _place(found: DoubtfulCell | None, place_of: FilePlace) -> Span | None:
    if found is None:
        return None
    return place_of(("memoranda", found.document) if found.document else ("issues", found.issue))
