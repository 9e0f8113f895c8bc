"""Does the grid go where it is told, say where it is, and show it in black and white?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Static

from positions.reports.page.runs import Mark, Run
from tests.tui.snapshots import assert_snapshot, running, screen_lines, screen_text
from tui.app.themes import THEMES
from tui.grid.grid import Cursor, Grid
from tui.grid.layout import GridColumn, GridData, GridRow, RowHeight, RowKind, cell
from tui.grid.state import GridView
from tui.paint.glyphs import ASCII, LETTERS, UNICODE

if TYPE_CHECKING:
    from textual.message import Message

NAMES = ("Ukraine", "Russia", "Türkiye", "United States", "Saudi Arabia", "Qatar", "中国", "Brazil")
LONG = "a full and unconditional ceasefire in the air, on land and at sea for at least 30 days " * 4
STATUSES = tuple(LETTERS)


def issue(number: int, parties: int, kind: RowKind = RowKind.ROW) -> GridRow:
    status = STATUSES[number % len(STATUSES)]
    texts = [
        cell("at least 30 days", "renewable by 30 days"),
        cell(LONG, sign=UNICODE.relation["apart"], sign_role=Mark.DIVIDED),
        cell(Run("∅ silent", Mark.BLANK)),
        cell((Run("30 days "), Run("2-3 days", Mark.REMOVED), Run(" 60 days", Mark.ADDED))),
        cell("停火三十天，可延长。", sign=UNICODE.relation["same"]),
        cell("وقف إطلاق النار ثلاثون يومًا"),
        cell("[b]not bold[/b] \x1b[31mnot red \u202eforward"),
    ]
    cells = tuple(texts[(number + party) % len(texts)] for party in range(parties))
    title = f"Issue {number}" + (" on the monitoring of a ceasefire" if number % 3 == 0 else "")
    marked = cell(title, sign=UNICODE.marked if number == 2 else "")
    glyph = UNICODE.status[status]
    return GridRow(f"issue-{number}", marked, cells, kind, LETTERS[status], glyph, Mark(status))


def sample(issues: int = 12, parties: int = 2, **changes: object) -> GridData:
    rows: list[GridRow] = []
    for number in range(issues):
        if number % 4 == 0:
            topic = cell(f"Topic {number // 4}")
            rows.append(GridRow(f"topic-{number // 4}", topic, kind=RowKind.HEADING))
        kind = RowKind.PART if number % 4 == 3 else RowKind.ROW
        rows.append(issue(number, parties, kind))
    columns = tuple(GridColumn(name.lower(), name) for name in NAMES[:parties])
    return GridData(columns, tuple(rows), reference="ukraine", **changes)  # type: ignore[arg-type]


class Sheet(App[None]):
    """A grid between two lines, with the keys that the tests press."""

    KEYS: ClassVar = {
        "up": "cursor_up",
        "down": "cursor_down",
        "left": "cursor_left",
        "right": "cursor_right",
        "home": "top",
        "end": "bottom",
        "pageup": "page_up",
        "pagedown": "page_down",
        "H": "previous_parties",
        "L": "next_parties",
        "z": "row_heights",
        "enter": "open",
    }
    BINDINGS: ClassVar = [(key, f"grid('{action}')") for key, action in KEYS.items()]

    def __init__(self, data: GridData, theme: str = "positions-dark") -> None:
        super().__init__()
        self.grid = Grid(data)
        self.told: list[tuple[object, ...]] = []
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield Static("above")
        yield self.grid
        yield Static("below")

    async def action_grid(self, action: str) -> None:
        await self.grid.run_action(action)

    @on(Grid.CursorMoved)
    @on(Grid.RowOpened)
    @on(Grid.HeaderClicked)
    @on(Grid.Folded)
    def tell(self, message: Message) -> None:
        assert isinstance(message, Grid.GridMessage)
        assert message.control is self.grid
        told = {k: v for k, v in vars(message).items() if k in {"row_id", "column_id", "is_folded"}}
        self.told.append((type(message).__name__, *told.values()))


# What it looks like --------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", [40, 60, 72, 80, 120, 200])
@pytest.mark.parametrize("parties", [2, 8])
async def test_how_does_it_look(columns: int, parties: int) -> None:
    app = Sheet(sample(parties=parties))
    async with running(app, (columns, 24)) as pilot:
        await pilot.press("down", "right")
        await assert_snapshot(pilot, f"grid-{columns}-{parties}-parties")


@pytest.mark.parametrize("mode", RowHeight)
@pytest.mark.parametrize("columns", [60, 120])
async def test_how_do_the_row_heights_look(mode: RowHeight, columns: int) -> None:
    app = Sheet(sample())
    async with running(app, (columns, 24)) as pilot:
        app.grid.row_height = mode
        await pilot.press("down")
        await assert_snapshot(pilot, f"grid-{columns}-{mode}")


@pytest.mark.parametrize("theme", ["positions-light", "ansi-dark", "ansi-light"])
async def test_is_it_the_same_in_every_theme(theme: str) -> None:
    texts = []
    for name in ("positions-dark", theme):
        app = Sheet(sample(), theme=name)
        async with running(app, (80, 24)):
            texts.append(screen_text(app))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("theme", ["positions-dark", "ansi-dark"])
async def test_is_the_cursor_seen_without_colours(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Sheet(sample(), theme=theme)
    async with running(app, (80, 24)) as pilot:
        await pilot.press("right")
        reversed_runs = [line for line in screen_text(app).splitlines() if " reverse" in line]
        assert reversed_runs[0].endswith("reverse  a full and")


async def test_how_does_it_look_in_plain_glyphs() -> None:
    app = Sheet(sample())
    async with running(app, (80, 24)) as pilot:
        app.grid.glyphs = ASCII
        await pilot.press("home")
        await assert_snapshot(pilot, "grid-80-ascii")


async def test_where_is_the_cursor_while_another_widget_has_the_focus() -> None:
    app = Sheet(sample())
    async with running(app, (80, 24)) as pilot:
        app.set_focus(None)
        await assert_snapshot(pilot, "grid-80-without-focus")


async def test_are_found_words_marked() -> None:
    app = Sheet(sample(marked_words=("Ceasefire", "30 days", "")))
    async with running(app, (80, 24)) as pilot:
        await assert_snapshot(pilot, "grid-80-found-words")


async def test_what_is_said_when_nothing_is_left() -> None:
    app = Sheet(GridData(sample().columns, (), sentence="No issue matches ‘fund’. Esc clears it."))
    async with running(app, (80, 24)) as pilot:
        await pilot.press("down", "end", "pageup", "pagedown", "enter", "right", "z", "L")
        await assert_snapshot(pilot, "grid-80-empty")
        assert app.grid.cursor == Cursor(None, "russia")
    assert not [told for told in app.told if told[0] != "CursorMoved"]


# Moving --------------------------------------------------------------------------------------


async def test_does_every_key_move_and_tell() -> None:
    app = Sheet(sample(issues=40))
    async with running(app, (80, 24)) as pilot:
        assert app.grid.cursor == Cursor("issue-0", "ukraine")
        await pilot.press("down", "right", "left", "up", "end", "home", "down")
        assert [told[1:] for told in app.told] == [
            ("issue-1", "ukraine"),
            ("issue-1", "russia"),
            ("issue-1", "ukraine"),
            ("issue-0", "ukraine"),
            ("issue-39", "ukraine"),
            ("topic-0", "ukraine"),
            ("issue-0", "ukraine"),
        ]
        app.told.clear()
        await pilot.press("left", "home", "up")
        assert app.told == [("CursorMoved", "topic-0", "ukraine")]


async def test_does_a_page_move_by_a_screen_and_always_on() -> None:
    app = Sheet(sample(issues=40))
    async with running(app, (80, 24)) as pilot:
        seen = [app.grid.cursor.row_id]
        while app.grid.cursor.row_id != "issue-39":
            await pilot.press("pagedown")
            assert app.grid.cursor.row_id not in seen
            seen.append(app.grid.cursor.row_id)
        assert 5 < len(seen) < 30
        for _ in seen:
            await pilot.press("pageup")
        assert app.grid.cursor.row_id == "topic-0"
        assert app.grid.scroll_offset.y == 0


@pytest.mark.no_cover
@pytest.mark.parametrize("mode", RowHeight)
@pytest.mark.parametrize("columns", [60, 80])
async def test_is_the_cursor_always_on_the_screen(mode: RowHeight, columns: int) -> None:
    app = Sheet(sample(issues=24))
    async with running(app, (columns, 16)) as pilot:
        app.grid.row_height = mode
        for key in ["down"] * 30 + ["up"] * 30:
            await pilot.press(key)
            bars = [line for line in screen_lines(app) if line.startswith("▌")]
            assert bars, app.grid.cursor


async def test_are_parties_paged_by_whole_columns() -> None:
    app = Sheet(sample(parties=8))
    async with running(app, (120, 24)) as pilot:
        assert app.grid.shown_columns == ("ukraine", "russia", "türkiye")
        await pilot.press("right", "L")
        assert app.grid.shown_columns == ("united states", "saudi arabia", "qatar")
        assert app.grid.cursor.column_id == "saudi arabia"
        await pilot.press("L")
        assert app.grid.shown_columns == ("qatar", "中国", "brazil")
        assert app.grid.cursor.column_id == "中国"
        await pilot.press("L", "right", "right")
        assert app.grid.cursor.column_id == "brazil"
        await pilot.press("H", "H", "H")
        assert app.grid.shown_columns == ("ukraine", "russia", "türkiye")
        await pilot.press("right", "right", "right")
        assert "united states" in app.grid.shown_columns
        assert screen_lines(app)[1].split("│")[0].split()[-1] == "‹4-6/8›"


async def test_can_a_row_be_found_by_name() -> None:
    app = Sheet(sample())
    async with running(app, (80, 24)):
        assert app.grid.move_to("issue-7", "russia")
        assert app.grid.cursor == Cursor("issue-7", "russia")
        assert app.grid.move_to("issue-1")
        assert app.grid.cursor == Cursor("issue-1", "russia")
        assert not app.grid.move_to("nowhere", "russia")
        assert app.grid.cursor == Cursor("issue-1", "russia")
        app.grid.folded = frozenset({"topic-2"})
        assert app.grid.move_to("issue-9")
        assert app.grid.folded == frozenset()


async def test_do_headings_fold() -> None:
    app = Sheet(sample())
    async with running(app, (80, 24)) as pilot:
        await pilot.press("home", "enter", "down")
        assert app.grid.folded == {"topic-0"}
        assert app.grid.cursor.row_id == "topic-1"
        await pilot.press("enter")
        await assert_snapshot(pilot, "grid-80-folded")
        await pilot.press("enter")
        assert app.grid.folded == {"topic-0"}
        assert [told for told in app.told if told[0] == "Folded"] == [
            ("Folded", "topic-0", True),
            ("Folded", "topic-1", True),
            ("Folded", "topic-1", False),
        ]
        await pilot.press("down", "down")
        assert app.grid.cursor.row_id == "issue-5"
        app.grid.folded = frozenset({"topic-0", "topic-1"})
        await pilot.pause()
        assert app.grid.cursor.row_id == "topic-1"
        assert app.told[-1] == ("CursorMoved", "topic-1", "ukraine")


async def test_does_enter_open_the_row_at_the_party() -> None:
    app = Sheet(sample())
    async with running(app, (80, 24)) as pilot:
        await pilot.press("down", "right", "enter")
        assert app.told[-1] == ("RowOpened", "issue-1", "russia")


# The mouse -----------------------------------------------------------------------------------


async def test_does_a_click_select_and_a_second_open() -> None:
    app = Sheet(sample())
    async with running(app, (80, 24)) as pilot:
        row = next(y for y, line in enumerate(screen_lines(app)) if "Issue 1" in line)
        await pilot.click(offset=(70, row))
        assert app.grid.cursor == Cursor("issue-1", "russia")
        await pilot.click(offset=(5, row))
        assert app.grid.cursor == Cursor("issue-1", "russia")
        await pilot.double_click(offset=(40, row))
        assert app.told[-1] == ("RowOpened", "issue-1", "ukraine")


async def test_what_do_clicks_on_the_header_and_a_heading_do() -> None:
    app = Sheet(sample())
    async with running(app, (80, 24)) as pilot:
        await pilot.click(offset=(70, 1))
        await pilot.click(offset=(3, 1))
        assert app.told == [("HeaderClicked", "russia")]
        await pilot.click(offset=(8, 2))
        assert app.grid.folded == {"topic-0"}
        await pilot.click(offset=(8, 3), button=3)
        assert app.grid.folded == {"topic-0"}


async def test_does_a_click_find_a_stacked_party() -> None:
    app = Sheet(sample())
    async with running(app, (60, 24)) as pilot:
        row = next(y for y, line in enumerate(screen_lines(app)) if "Russia" in line)
        await pilot.click(offset=(30, row))
        assert app.grid.cursor == Cursor("issue-0", "russia")
        await pilot.click(offset=(30, 1))
        assert [told[0] for told in app.told] == ["CursorMoved"]


async def test_is_a_click_below_the_last_row_nothing() -> None:
    app = Sheet(sample(issues=1))
    async with running(app, (80, 24)) as pilot:
        await pilot.click(offset=(40, 21))
        assert app.told == []


# Changes -------------------------------------------------------------------------------------


async def test_does_the_cursor_stay_on_its_row_when_rows_come_and_go() -> None:
    data = sample(issues=40)
    app = Sheet(data)
    async with running(app, (80, 24)) as pilot:
        app.grid.move_to("issue-20", "russia")
        await pilot.pause()
        app.told.clear()
        app.grid.show(GridData(data.columns, data.rows[10:]))
        assert app.grid.cursor == Cursor("issue-20", "russia")
        app.grid.show(GridData(data.columns[::-1], data.rows))
        assert app.grid.cursor == Cursor("issue-20", "russia")
        await pilot.pause()
        assert app.told == []
        without = tuple(row for row in data.rows if row.id != "issue-20")
        app.grid.show(GridData(data.columns, without))
        await pilot.pause()
        assert app.grid.cursor == Cursor("issue-21", "russia")
        app.grid.show(GridData(data.columns[:1], without[:3]))
        await pilot.pause()
        assert app.grid.cursor == Cursor("issue-1", "ukraine")
        assert [told[0] for told in app.told] == ["CursorMoved"] * 2


async def test_is_no_row_left_as_it_was_where_the_width_is_divided_otherwise() -> None:
    data = sample()
    app = Sheet(data)
    async with running(app, (120, 30)) as pilot:
        for shown in (replace(data, sign=5), data):
            app.grid.show(shown)
            await pilot.pause()
            lines = screen_lines(app)
            app.grid.glyphs = UNICODE  # paints everything anew
            await pilot.pause()
            assert screen_lines(app) == lines


@pytest.mark.no_cover
async def test_does_a_resize_keep_the_top_row_and_the_cursor() -> None:
    app = Sheet(sample(issues=60))
    async with running(app, (200, 24)) as pilot:
        for _ in range(30):
            await pilot.press("down")
        await pilot.press("up", "up")
        cursor = app.grid.cursor
        for columns in (160, 100, 80, 60, 200):
            await pilot.resize_terminal(columns, 24)
            await pilot.pause()
            assert app.grid.cursor == cursor
            assert any(line.startswith("▌") for line in screen_lines(app)), columns


async def test_does_the_top_row_stay_on_top_when_the_cursor_is_elsewhere() -> None:
    app = Sheet(sample(issues=60))
    async with running(app, (200, 24)) as pilot:
        app.grid.scroll_to(y=100, animate=False, force=True)
        await pilot.pause()
        top = app.grid._window.anchor
        assert top is not None
        for columns in (120, 80, 60, 200):
            await pilot.resize_terminal(columns, 24)
            await pilot.pause()
            anchor = app.grid._window.anchor
            assert anchor is not None
            assert (anchor.row_id, anchor.lines) == (top.row_id, min(anchor.lines, top.lines))
        assert not any(line.startswith("▌") for line in screen_lines(app))


def header(app: Sheet) -> str:
    return next(line for line in screen_lines(app) if "Issue" in line)


async def test_does_the_wheel_scroll_without_moving_the_cursor() -> None:
    app = Sheet(sample(issues=60))
    async with running(app, (80, 24)) as pilot:
        app.grid.scroll_relative(y=30, animate=False, immediate=True)
        await pilot.pause()
        assert app.grid.cursor.row_id == "issue-0"
        assert not any(line.startswith("▌") for line in screen_lines(app))
        assert header(app).startswith("↑")  # where the cursor is
        await pilot.press("end")
        await pilot.pause()
        app.grid.scroll_relative(y=-60, animate=False, immediate=True)
        await pilot.pause()
        assert header(app).startswith("↓")
        await pilot.press("down", "up")
        assert any(line.startswith("▌") for line in screen_lines(app))
        assert header(app).startswith(" ")


@pytest.mark.no_cover
async def test_does_the_scrollbar_stand_where_it_would_if_always_repainted() -> None:
    app = Sheet(sample(issues=60))
    async with running(app, (80, 24)) as pilot:
        seen = set()
        for line in range(0, int(app.grid.max_scroll_y) + 1, 3):
            app.grid.scroll_to(y=line, animate=False)
            await pilot.pause()
            shown = [text[-1:] for text in screen_text(app).splitlines()[:24]]
            assert app.grid.vertical_scrollbar.position == line
            app.grid.vertical_scrollbar.refresh()
            await pilot.pause()
            assert shown == [text[-1:] for text in screen_text(app).splitlines()[:24]]
            seen.add(tuple(shown))
        assert len(seen) > 20


async def test_is_a_border_drawn_around_it() -> None:
    app = Sheet(sample())
    async with running(app, (80, 24)) as pilot:
        app.grid.styles.border = ("round", "white")
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[1].startswith("╭")
        assert lines[2].startswith("│    Issue")
        assert lines[22].startswith("╰")


# The state by itself -------------------------------------------------------------------------


@given(st.data())
def test_are_rows_cursor_and_placement_always_in_step(data: st.DataObject) -> None:
    whole = sample(issues=12, parties=5)
    view = GridView(data.draw(st.sampled_from(RowHeight)))
    view.show(whole)
    view.place(data.draw(st.integers(20, 220)))
    for _ in range(data.draw(st.integers(1, 8))):
        step = data.draw(st.sampled_from(["move", "page", "fold", "show", "mode", "width"]))
        if step == "move":
            view.move(data.draw(st.integers(-5, 30)), data.draw(st.integers(-5, 9)))
        elif step == "page":
            view.turn_page(data.draw(st.integers(-6, 6)))
        elif step == "fold":
            view.set_folded(data.draw(st.frozensets(st.sampled_from(["topic-0", "topic-1"]))))
        elif step == "show":
            keep = data.draw(st.sets(st.sampled_from(whole.rows)))
            columns = whole.columns[: data.draw(st.integers(0, 5))]
            rows = tuple(row for row in whole.rows if row in keep) if columns else ()
            view.show(GridData(columns, rows) if columns else whole)
        elif step == "mode":
            view.set_mode(data.draw(st.sampled_from(RowHeight)))
        else:
            view.place(data.draw(st.integers(20, 220)))
        assert len(view.placement.tops) == len(view.rows) + 1
        assert 0 <= view.row < max(len(view.rows), 1)
        assert 0 <= view.first <= view.column < view.first + view.geometry.shown
        assert view.cursor.column_id in view.shown_columns
        for line in range(0, view.placement.height, 7):
            assert view.line_of(view.anchor(line)) == line
