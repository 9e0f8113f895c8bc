"""Where do the items of an issue stand, whatever they say and however wide the screen is?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.reports.page.runs import Mark, Run
from positions.text.safe import width
from tui.grid.layout import cell
from tui.paint.glyphs import ASCII, UNICODE
from tui.sheet.cursor import ItemPlace, SheetCursor
from tui.sheet.items import Item, SheetSection, sections
from tui.sheet.layout import MARGIN, lay_out

WORDS = st.text(alphabet=st.sampled_from("ab -北🙂é\u0301\x1b[]ش"), max_size=60)
PARAGRAPHS = st.lists(WORDS.map(lambda text: cell(Run(text))), min_size=1, max_size=3).map(tuple)
COLUMNS = st.integers(20, 230)


@st.composite
def pages(draw: st.DrawFn) -> tuple[SheetSection, ...]:
    """Return an issue with a table of parts or without one, and any number of parties."""
    parties = draw(st.integers(0, 7))
    head = [Item(text) for text in draw(st.lists(PARAGRAPHS, min_size=1, max_size=4))]
    for text in draw(st.lists(PARAGRAPHS, max_size=3)) if parties else []:
        cells = tuple(cell(Run(draw(WORDS))) for _ in range(parties))
        head.insert(1, Item(text, cells=cells))
    found = [SheetSection("", "", tuple(head))]
    for number in range(parties):
        name = Item((cell(Run(f"Party {number}", Mark.STRONG)),), is_party=True, is_apart=True)
        under = draw(st.lists(st.tuples(PARAGRAPHS, st.integers(0, 9), st.booleans()), max_size=4))
        items = (Item(text, depth, is_apart=is_apart) for text, depth, is_apart in under)
        found.append(SheetSection(f"p{number}", f"Party {number}", (name, *items)))
    return tuple(found)


@given(pages(), COLUMNS, st.integers(1, 9))
def test_no_line_leaves_its_column(
    found: tuple[SheetSection, ...], columns: int, party: int
) -> None:
    page = lay_out(found, columns, min(party, max(len(found) - 1, 1)), UNICODE)
    for column in page.columns:
        edge = column.x + MARGIN + column.width
        assert edge <= columns
        for block in column.blocks:
            for line in block.lines:
                used = column.x + MARGIN + block.indent + sum(width(run.text) for run in line)
                assert used <= edge


@given(pages(), COLUMNS)
def test_every_item_has_lines_of_its_own(found: tuple[SheetSection, ...], columns: int) -> None:
    page = lay_out(found, columns, 1, UNICODE)
    for column in page.columns:
        items = [block.item for block in column.blocks]
        assert items == list(found[column.section].items)
        for above, below in pairwise(column.blocks):
            assert above.top < above.bottom <= below.top
        for index, block in enumerate(column.blocks):
            assert column.block_at(block.top) == column.block_at(block.bottom - 1) == index
            assert column.nearest(block.bottom - 1) == index


@given(pages(), COLUMNS)
def test_the_party_that_is_wanted_is_on_the_page(
    found: tuple[SheetSection, ...], columns: int
) -> None:
    for party in range(1, len(found)):
        page = lay_out(found, columns, party, UNICODE)
        assert page.column_of(party) is not None
        assert page.before + len(page.columns) - 1 + page.after == len(found) - 1


@given(pages(), COLUMNS)
def test_down_goes_through_everything_and_up_comes_back(
    found: tuple[SheetSection, ...], columns: int
) -> None:
    cursor = SheetCursor()
    cursor.show(found)
    cursor.resize(columns)
    way = [cursor.place]
    while (below := cursor.down()) != cursor.place:
        cursor.move_to(below)
        way.append(below)
    assert cursor.place == cursor.bottom()
    sections = range(len(found)) if columns < 98 else range(min(2, len(found)))
    assert way == [ItemPlace(s, i) for s in sections for i in range(len(found[s].items))]
    back = [cursor.place]
    while (above := cursor.up()) != cursor.place:
        cursor.move_to(above)
        back.append(above)
    assert back == way[::-1]


@given(pages(), COLUMNS)
def test_right_and_left_reach_every_party(found: tuple[SheetSection, ...], columns: int) -> None:
    cursor = SheetCursor(ASCII)
    cursor.show(found)
    cursor.resize(columns)
    visited = []
    for _ in found[1:]:
        cursor.move_to(cursor.sideways(1))
        visited.append(cursor.party_id)
        assert cursor.block is not None
    assert visited == [section.party for section in found[1:]]
    for _ in found[2:]:
        cursor.move_to(cursor.sideways(-1))
    assert cursor.place.section == min(1, len(found) - 1)
    cursor.move_to(cursor.sideways(-1))
    is_head_beside = cursor.page is not None and cursor.page.is_head_beside
    assert cursor.place.section == (0 if is_head_beside else min(1, len(found) - 1))


@given(pages(), COLUMNS)
def test_a_cell_of_the_page_belongs_to_the_item_painted_there(
    found: tuple[SheetSection, ...], columns: int
) -> None:
    cursor = SheetCursor()
    cursor.show(found)
    cursor.resize(columns)
    page = cursor.page
    assert page is not None
    for column in page.columns:
        for index, block in enumerate(column.blocks):
            assert cursor.at(column.x, block.top) == ItemPlace(column.section, index)
    assert cursor.at(0, page.height) is None


@given(pages(), pages(), COLUMNS)
def test_a_reload_leaves_the_cursor_on_an_item(
    before: tuple[SheetSection, ...], after: tuple[SheetSection, ...], columns: int
) -> None:
    cursor = SheetCursor()
    cursor.show(before, before[-1].party)
    cursor.resize(columns)
    cursor.move_to(cursor.bottom())
    party = cursor.sections[cursor.place.section].party
    cursor.update(after)
    assert cursor.item in after[cursor.place.section].items
    assert cursor.block is not None
    is_left = party in {section.party for section in after}
    assert cursor.sections[cursor.place.section].party == (party if is_left else "")


def test_before_there_is_a_width_there_is_no_place() -> None:
    cursor = SheetCursor()
    name = Item((cell("North"),), is_party=True)
    cursor.show(
        (SheetSection("", "", (Item((cell("Length"),)),)), SheetSection("n", "North", (name,)))
    )
    assert cursor.block is None
    assert cursor.at(0, 0) is None
    assert cursor.party_id == "n"


@pytest.mark.parametrize(("columns", "parties"), [(97, 3), (98, 2), (118, 3), (198, 3)])
def test_parties_stand_beside_each_other_where_there_is_room(columns: int, parties: int) -> None:
    names = [
        SheetSection(f"p{n}", f"P{n}", (Item((cell(f"P{n}"),), is_party=True),)) for n in range(3)
    ]
    page = lay_out((SheetSection("", "", (Item((cell("Length"),)),)), *names), columns, 1, UNICODE)
    assert page.beside is (columns >= 98)
    assert len(page.columns) == parties + 1
    assert len({column.x for column in page.columns[1:]}) == (parties if page.beside else 1)


def test_an_outcome_stands_in_the_issue_with_its_place_and_its_sources() -> None:
    loaded = positions.load("tests/dossiers/exchange.yaml")
    assert loaded.dossier is not None
    comparison = positions.compare(loaded.dossier)
    head, *_ = sections(comparison, comparison.row("bodies"), loaded.span, UNICODE)
    copied = [item.copied for item in head.items]
    (outcome,) = [item for item in head.items if item.copied.startswith("outcome: ")]

    assert outcome.is_apart
    assert outcome.copied.splitlines()[0] == "outcome: The dead, 5 May 2024"
    assert outcome.place is not None
    assert loaded.text.splitlines()[outcome.place.line - 1] == "  dead:"
    assert any(text.startswith("dispute: Hill's account and Vale's differ in") for text in copied)
    assert any(text.startswith("delivered: Hill counts 61 bodies handed over") for text in copied)


def test_before_anything_is_shown_there_is_nothing_below() -> None:
    cursor = SheetCursor(UNICODE)
    assert cursor.down() == cursor.place
