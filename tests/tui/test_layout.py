"""Does everything in a grid stand where the arithmetic says, at every width?"""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from textual.color import Color

from positions.reports.page.runs import Mark, Run
from positions.text.safe import width
from tui.app.themes import THEMES
from tui.grid.layout import (
    CLAMPED_LINES,
    EMPTY,
    LEAD,
    CellText,
    GridColumn,
    GridData,
    GridRow,
    RowHeight,
    RowKind,
    cell,
    column_at,
    geometry,
    header_column_at,
    height_limit,
    lines_of,
    page_start,
    placed,
    row_height,
    unfolded,
)
from tui.paint.glyphs import ASCII, LETTERS, UNICODE, Glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.theme import Theme

    from positions.reports.page.runs import Runs

TEXT = st.text(st.sampled_from("abc -/é北e\u0301 "), max_size=90)
RUNS = st.lists(st.tuples(TEXT, st.sampled_from(Mark)).map(lambda pair: Run(*pair)), max_size=4)
CELLS = st.lists(RUNS.map(tuple), max_size=3).map(lambda lines: cell(*lines))
LIMITS = st.sampled_from([None, 1, CLAMPED_LINES])
TITLES = st.lists(TEXT, min_size=1, max_size=8)
ROWS = st.builds(
    lambda title, cells, kind: GridRow("r", title, tuple(cells), kind),
    CELLS,
    st.lists(CELLS, min_size=8, max_size=8),
    st.sampled_from([RowKind.ROW, RowKind.PART]),
)


def plain(lines: tuple[Runs, ...]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


# Cells ---------------------------------------------------------------------------------------


def test_is_a_cell_safe_and_split_into_paragraphs() -> None:
    assert cell("one\ntwo \x1b[31m").texts == ("one", "two ␛[31m")
    assert cell(Run("one\ntwo", Mark.STRONG)).texts == ("one two",)
    assert cell("x", sign="≠≠≠≠≠").sign == "≠≠≠…"
    assert cell("x", sign="\x07").sign == "␇"
    assert EMPTY.texts == ()
    assert EMPTY.height(10) == 1
    assert EMPTY.wrapped(10) == ((),)


def test_does_a_run_keep_its_role_where_it_wraps() -> None:
    text = cell((Run("at least "), Run("30 full days", Mark.ADDED), Run("  then")))
    assert text.wrapped(12) == (
        (Run("at least "), Run("30", Mark.ADDED)),
        (Run("full days", Mark.ADDED),),
        (Run("then"),),
    )


def test_is_a_cut_cell_marked() -> None:
    text = cell("one two three four five six", role=Mark.STRONG)
    cut = lines_of(text, 10, 2)
    assert cut == (
        (Run("one two", Mark.STRONG),),
        (Run("three fou", Mark.STRONG), Run("…", Mark.MUTED)),
    )
    assert plain(lines_of(text, 10, 3, "~")) == ["one two", "three four", "five six"]
    runs = cell((Run("ab"), Run("cd 北京北京", Mark.ADDED), Run("ef")))
    assert plain(lines_of(runs, 6, 1, "~")) == ["abcd~"]
    assert plain(lines_of(runs, 5, 2, "~")) == ["abcd", "北京~"]


@given(CELLS, st.integers(2, 40), LIMITS)
def test_is_the_height_of_a_cell_the_number_of_its_lines(
    text: CellText, columns: int, limit: int | None
) -> None:
    assert text.height(columns) == len(text.wrapped(columns))
    lines = plain(lines_of(text, columns, limit))
    assert len(lines) == min(text.height(columns), limit or 999)
    assert all(width(line) <= columns for line in lines)


@given(CELLS, st.integers(2, 40))
def test_is_no_character_of_a_cell_lost(text: CellText, columns: int) -> None:
    shown = "".join(plain(text.wrapped(columns)))
    assert shown.replace(" ", "") == "".join(text.texts).replace(" ", "")


# Columns -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("screen", "parties", "stacked", "shown", "text"),
    [
        (60, 2, True, 2, 43),
        (71, 2, True, 2, 54),
        (72, 2, False, 2, 19),
        (80, 2, False, 2, 22),
        (80, 10, False, 2, 22),
        (99, 10, False, 3, 18),
        (100, 10, False, 3, 18),
        (120, 2, False, 2, 37),
        (120, 10, False, 3, 23),
        (160, 10, False, 5, 19),
        (200, 2, False, 2, 56),
        (200, 6, False, 6, 22),
        (200, 10, False, 7, 18),
    ],
)
def test_how_many_parties_fit(
    screen: int, parties: int, stacked: bool, shown: int, text: int
) -> None:
    without_scrollbar = screen - 1
    divided = geometry(without_scrollbar, ["Ukraine"] * parties)
    assert (divided.stacked, divided.shown, divided.cell) == (stacked, shown, text)


@given(st.integers(71, 400), TITLES)
def test_are_columns_equal_readable_and_within_the_width(available: int, titles: list[str]) -> None:
    divided = geometry(available, titles)
    assert not divided.stacked
    assert 1 <= divided.shown <= len(titles)
    assert 22 <= divided.cell + divided.gutter - 1 <= 60
    assert LEAD + divided.issue + 1 + divided.shown * (divided.cell + divided.gutter) <= available
    rest = available - LEAD - divided.issue - 1 - divided.shown * (divided.cell + divided.gutter)
    is_full = divided.shown == len(titles) and divided.cell + divided.gutter - 1 == 60
    assert rest < divided.shown or is_full


def test_columns_are_as_narrow_as_what_they_show_and_a_distance_takes_nobodys_place() -> None:
    narrow = geometry(119, ["x"] * 30, GridData(need=8))
    assert (narrow.shown, narrow.cell + narrow.gutter) == (6, 14)
    dense = geometry(79, ["x"] * 30, GridData(need=2, is_dense=True, far=7))
    assert (dense.shown, dense.cell + dense.gutter, dense.far) == (15, 3, 8)
    assert header_column_at(dense.start + 3, dense, 0) == 1
    assert geometry(119, ["x"] * 3, GridData(need=2, is_dense=True)).issue == 60
    assert GridColumn("a", "Port Authority", "PA").named(6) == "PA"


@given(st.integers(20, 70), TITLES)
def test_are_parties_stacked_where_it_is_narrow(available: int, titles: list[str]) -> None:
    divided = geometry(available, titles)
    assert divided.stacked
    assert divided.shown == len(titles)
    assert LEAD + divided.label + divided.gutter + divided.cell == available


@given(st.integers(-20, 20), st.integers(1, 8), st.integers(1, 12))
def test_is_every_page_of_parties_full(first: int, shown: int, columns: int) -> None:
    assume(shown <= columns)
    start = page_start(first, shown, columns)
    assert 0 <= start <= columns - shown
    assert start == first or first < 0 or first > columns - shown


# Rows ----------------------------------------------------------------------------------------


@given(ROWS, st.integers(71, 240), st.integers(0, 7), LIMITS)
def test_is_a_row_as_high_as_its_highest_cell(
    row: GridRow, available: int, first: int, limit: int | None
) -> None:
    divided = geometry(available, ["x"] * 8)
    first = page_start(first, divided.shown, 8)
    heights = [len(lines_of(row.title, divided.issue - row.indent, limit))]
    heights += [
        len(lines_of(text, divided.cell, limit))
        for text in row.cells[first : first + divided.shown]
    ]
    assert row_height(row, divided, first, limit) == max(heights)


@given(ROWS, st.integers(24, 70), st.sampled_from([None, CLAMPED_LINES]))
def test_is_a_stacked_row_as_high_as_all_its_cells(
    row: GridRow, available: int, limit: int | None
) -> None:
    divided = geometry(available, ["x"] * 8)
    title = len(lines_of(row.title, divided.issue - row.indent, limit))
    cells = [len(lines_of(text, divided.cell - row.indent, limit)) for text in row.cells]
    assert row_height(row, divided, 0, limit) == title + sum(cells)
    assert row_height(row, divided, 0, 1) == 1
    columns = [column_at(9, line, row, divided, 0, limit) for line in range(title + sum(cells))]
    assert columns == [None] * title + [index for index, n in enumerate(cells) for _ in range(n)]
    assert column_at(9, title + sum(cells), row, divided, 0, limit) is None
    assert column_at(9, 0, row, divided, 0, 1) is None


@given(st.integers(71, 240), TITLES, st.integers(0, 7))
def test_does_a_click_find_its_column(available: int, titles: list[str], first: int) -> None:
    divided = geometry(available, titles)
    first = page_start(first, divided.shown, len(titles))
    row = GridRow("r", EMPTY, (EMPTY,) * len(titles))
    start = LEAD + divided.issue + 1
    for x in range(available):
        column = header_column_at(x, divided, first)
        assert column == column_at(x, 0, row, divided, first, None)
        if column is None:
            assert x < start or x >= start + divided.shown * (divided.cell + divided.gutter)
        else:
            left = start + (column - first) * (divided.cell + divided.gutter)
            assert left <= x < left + divided.cell + divided.gutter


def test_how_much_of_a_row_is_shown() -> None:
    shown = {
        (mode, at): height_limit(mode, is_at_cursor=at)
        for mode in RowHeight
        for at in (False, True)
    }
    assert shown == {
        (RowHeight.CLAMP, False): 6,
        (RowHeight.CLAMP, True): 6,
        (RowHeight.MAGNIFIER, False): 1,
        (RowHeight.MAGNIFIER, True): None,
        (RowHeight.FULL, False): None,
        (RowHeight.FULL, True): None,
    }


@given(st.lists(st.integers(1, 9), min_size=1, max_size=30))
def test_is_every_line_in_one_row(heights: list[int]) -> None:
    placement = placed(heights)
    rows = [index for index, height in enumerate(heights) for _ in range(height)]
    assert placement.height == sum(heights)
    assert [placement.row_at(line) for line in range(placement.height)] == rows
    assert [placement.height_of(index) for index in range(len(heights))] == heights
    assert placement.row_at(-1) == 0
    assert placement.row_at(placement.height + 5) == len(heights) - 1


def test_what_does_a_folded_topic_hide() -> None:
    rows = tuple(
        GridRow(name, cell(name), kind=RowKind.HEADING if name.isupper() else RowKind.ROW)
        for name in "aBcdEf"
    )
    assert "".join(row.id for row in unfolded(rows, frozenset())) == "aBcdEf"
    assert "".join(row.id for row in unfolded(rows, frozenset("B"))) == "aBEf"
    assert "".join(row.id for row in unfolded(rows, frozenset("BEx"))) == "aBE"


def test_is_a_columns_title_safe() -> None:
    assert GridColumn("x", "\x1b[2J\u202eX").title == "␛[2J⟨U+202E⟩X"


# Glyphs and colours --------------------------------------------------------------------------


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_is_every_glyph_one_cell_wide_and_told_apart(glyphs: Glyphs) -> None:
    names = [name for name in Glyphs.__slots__ if name not in {"status", "relation", "signs"}]
    single = [getattr(glyphs, name) for name in names]
    for glyph in [*single, *glyphs.status.values(), *glyphs.relation.values()]:
        assert width(glyph) == len(glyph)
        assert len(glyph) == 1 or glyphs is ASCII
        assert glyphs is UNICODE or glyph.isascii()
    drawn = "".join(astuple(glyphs.signs))
    assert width(drawn) == len(drawn)
    assert glyphs is UNICODE or drawn.isascii()
    assert len(set(glyphs.status.values())) == len(glyphs.status)
    assert len(set(glyphs.relation.values())) == len(glyphs.relation)
    assert glyphs.status.keys() == LETTERS.keys()
    assert len(set(LETTERS.values())) == len(LETTERS)


GROUNDS = ("background", "surface", "panel")
TEXTS = (
    "foreground",
    "text-muted",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-warning",
    "text-error",
    "text-success",
)
PAIRS = (
    ("foreground", "input-selection-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("button-foreground", "surface"),
)
"""Texts on grounds of their own; the first is a cursor, which is quiet, and reversed."""


def contrast(text: str, ground: str) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_pairs(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """Yield the name, text colour and ground of every pair that the screens put together."""
    colors = {**theme.to_color_system().generate(), **theme.variables}
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    for text, ground in (*pairs, *PAIRS):
        yield f"{text} on {ground}", colors[text], colors[ground]


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part) for part in Color.parse(color).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_can_every_text_be_read_on_its_ground(theme: Theme) -> None:
    faint = {
        name: round(contrast(text, ground), 2)
        for name, text, ground in text_pairs(theme)
        if contrast(text, ground) < 4.5
    }
    assert faint == {}


def test_is_contrast_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#ffffff") == 1


ALONE = (
    Run("a b c d e f "),
    Run("g", Mark.ALONE),
    Run(" h i "),
    Run("j", Mark.ALONE),
    Run(" k l m"),
)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        (cell("aa bb cc"), 2, ["aa", "bb…"]),
        (cell("aa", "bb", "cc"), 2, ["aa", "bb …"]),  # the line is whole, others follow
        (cell("aa", "bbbb", "cc"), 2, ["aa", "bbb…"]),
        (cell(ALONE), 2, ["a b", "c d…"]),
        (cell(ALONE), 3, ["… f", "g h", "… 1…"]),  # around the first difference
        (cell(ALONE), 4, ["… f", "g h", "i j", "k l…"]),
        (cell((*ALONE[:2],)), 3, ["… d", "e f", "g"]),  # all to the end is shown
    ],
)
def test_a_cut_cell_says_what_is_left_out(text: CellText, limit: int, shown: list[str]) -> None:
    lines = lines_of(text, 4, limit)
    assert ["".join(run.text for run in line).rstrip() for line in lines] == shown
