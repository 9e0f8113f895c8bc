"""The program as a whole: live reload, the editor, copying, small terminals, colours."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Static

from tests.tui.conftest import as_of_this_morning
from tests.tui.snapshots import assert_snapshot, running, screen_lines, screen_text, settled
from tui.app.app import PositionsApp
from tui.app.too_small import TooSmall
from tui.bars.help import Help
from tui.bars.hints import live_keys
from tui.issue.screen import IssueScreen
from tui.matrix.screen import MatrixScreen
from tui.paint.glyphs import ASCII
from tui.pair.screen import PairScreen
from tui.problems.screen import ProblemsScreen
from tui.questions.menus import CopyMenu
from tui.state.reload import news_of
from tui.state.view import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot


def app_of(pilot: Pilot[None]) -> PositionsApp:
    assert isinstance(pilot.app, PositionsApp)
    return pilot.app


def shows(pilot: Pilot[None], screen: type[object]) -> bool:
    return isinstance(pilot.app.screen, screen)


def said(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")
    as_of_this_morning(Path(path))


async def reload(pilot: Pilot[None]) -> None:
    await pilot.press("R")
    await settled(pilot)
    pilot.app.clear_notifications()
    await settled(pilot)


# Live reload -------------------------------------------------------------------------------------


async def test_a_change_on_disk_is_seen_by_itself(
    harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PositionsApp, "LOOK_EVERY", 0.02)
    async with running(PositionsApp(harbour)) as pilot:
        change(harbour, "at least 8 %", "at least 9 %")
        os.utime(harbour)
        for _ in range(100):
            await pilot.pause(0.02)
            if "at least 9 %" in screen_text(pilot.app):
                break
        assert "at least 9 %" in screen_text(pilot.app)


async def test_cursor_and_marks_stay_by_id_when_issues_come_and_go(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        matrix = app_of(pilot).matrix
        matrix.go_to("cranes", "port")
        await pilot.press("space")
        new = "issues:\n  tea:\n    topic: Pay\n    title: Tea\n    kind: text\n"
        change(harbour, "issues:\n", new)
        await reload(pilot)
        assert matrix.grid.cursor == ("cranes", "port")
        assert "•Remote-controlled" in screen_text(pilot.app)
        change(harbour, new, "issues:\n")
        await reload(pilot)
        assert matrix.grid.cursor == ("cranes", "port")


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_a_bad_save_keeps_the_view_with_a_banner_until_it_is_mended(
    harbour: str, columns: int
) -> None:
    async with running(PositionsApp(harbour), size=(columns, 24)) as pilot:
        before = screen_text(pilot.app)
        change(harbour, "as_of: 2024-03-08", "as_of: [2024")
        await reload(pilot)
        await assert_snapshot(pilot, f"app-{columns}-stale")
        change(harbour, "as_of: [2024", "as_of: 2024-03-08")
        await reload(pilot)
        assert screen_text(pilot.app) == before


async def test_a_file_that_is_deleted_leaves_the_view_and_says_so(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        os.remove(harbour)  # noqa: PTH107  # a plain call is no fault of an async test
        await reload(pilot)
        await assert_snapshot(pilot, "app-80-gone")


async def test_what_cannot_be_read_at_all_starts_at_its_problems_and_recovers(
    harbour: str,
) -> None:
    change(harbour, "issues:\n", "issues: [\n")
    async with running(PositionsApp(harbour)) as pilot:
        assert shows(pilot, ProblemsScreen)
        await pilot.press("escape")
        await settled(pilot)
        await assert_snapshot(pilot, "app-80-unreadable")
        await pilot.press("6")
        change(harbour, "issues: [\n", "issues:\n")
        await reload(pilot)
        assert shows(pilot, MatrixScreen)
        assert len(app_of(pilot).matrix.grid.data.rows) > 8


async def test_a_dossier_without_issues_says_so(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written("issues: {}\nmemoranda: {}\n"))) as pilot:
        await assert_snapshot(pilot, "app-80-no-issues")


async def test_a_reload_tells_what_changed_and_marks_it_until_it_is_seen(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        app_of(pilot).matrix.go_to("cranes")
        change(harbour, "at least 8 %", "4-5 %")
        await pilot.press("R")
        await settled(pilot)
        assert said(pilot) == ["Reloaded 09:41: 1 row changed, D to A."]
        assert any(
            line.startswith("●") and "Rise in basic" in line for line in screen_lines(pilot.app)
        )
        app_of(pilot).matrix.go_to("pay-rise")
        await settled(pilot)
        app_of(pilot).matrix.go_to("cranes")
        await settled(pilot)
        assert "●" not in screen_text(pilot.app)
        pilot.app.clear_notifications()
        await pilot.press("R")
        await settled(pilot)
        assert said(pilot) == ["Reloaded 09:41: no row changed."]


def test_issues_that_came_or_went_are_counted(harbour: str) -> None:
    before = read(harbour)
    new = "issues:\n  tea:\n    topic: Pay\n    title: Tea\n    kind: text\n"
    change(harbour, "issues:\n", new)
    change(harbour, "      pay-rise:", "      tea: A pot a shift\n      pay-rise:")
    after = read(harbour)
    news, back = news_of(before, after), news_of(after, before)
    assert news is not None
    assert back is not None
    assert news.said.endswith("09:41: 1 row more.")
    assert news.changed == {"tea"}
    assert back.said.endswith("09:41: 1 row fewer.")
    assert news_of(None, after) is None


async def test_one_notice_at_a_time(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        for key in ("s", "s", "ctrl+c"):
            await pilot.press(key)
            await settled(pilot)
        text = "\n".join(screen_lines(pilot.app))
        assert "q quits." in text
        assert "Sorted" not in text
        await pilot.press("7")
        await settled(pilot)
        assert "q quits." not in screen_text(pilot.app)


async def test_the_terminal_s_cursor_stands_on_the_selected_cell(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        for keys in ((), ("j",), ("right",), ("G",)):
            await pilot.press(*keys)
            await settled(pilot)
            x, y = pilot.app.cursor_position
            strip = pilot.app.screen._compositor.render_strips()[y]
            column = 0
            for segment in strip:
                if column <= x < column + segment.cell_length:
                    assert segment.style is not None
                    assert segment.style.reverse
                column += segment.cell_length
        await pilot.press("g", "j", "enter", "j", "j")
        await settled(pilot)
        assert screen_lines(pilot.app)[pilot.app.cursor_position.y].startswith("▌")


async def test_an_issue_on_the_screen_follows_too(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("enter")
        await settled(pilot)
        change(harbour, "at least 8 %", "at least 9 %")
        await reload(pilot)
        assert isinstance(pilot.app.screen, IssueScreen)
        assert "at least 9 %" in screen_text(pilot.app)


async def test_standard_input_is_not_read_twice(
    harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        app_of(pilot).path = "-"
        await pilot.press("R", "e")
        await settled(pilot)
        assert said(pilot) == [
            "Standard input cannot be read again.",
            "Standard input has no file to edit.",
        ]


# Screens -----------------------------------------------------------------------------------------


@pytest.mark.no_cover
async def test_an_issue_is_one_level_above_a_place_and_escape_goes_home(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        for key, screen in (
            ("2", PairScreen),
            ("enter", IssueScreen),
            ("escape", PairScreen),
            ("6", ProblemsScreen),
            ("6", ProblemsScreen),
            ("escape", MatrixScreen),
            ("escape", MatrixScreen),
            ("enter", IssueScreen),
            ("6", ProblemsScreen),
            ("escape", MatrixScreen),
        ):
            await pilot.press(key)
            await settled(pilot)
            assert type(pilot.app.screen) is screen, key


@pytest.mark.no_cover
async def test_screens_never_pile_up(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        for key in ("6", "5", "2", "5", "6", "2"):
            await pilot.press(key)
            await settled(pilot)
            assert len(pilot.app.screen_stack) == 2
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MatrixScreen)


@pytest.mark.no_cover
async def test_each_place_keeps_its_cursor_and_its_choices(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("2", "a", "G", "1", "j", "6", "2")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PairScreen)
        assert "All issues" in screen_text(pilot.app)
        last = pilot.app.screen.grid.data.rows[-1].id
        await pilot.press("1", "2")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PairScreen)
        assert pilot.app.screen.grid.cursor.row_id == last


async def test_a_place_follows_what_changed_while_it_was_not_shown(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("2", "1")
        change(harbour, "at least 8 %", "at least 9 %")
        await reload(pilot)
        await pilot.resize_terminal(120, 30)
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PairScreen)
        assert "at least 9 %" in screen_text(pilot.app)
        assert pilot.app.screen.has_class("-below")


async def test_a_filter_goes_along_or_is_said_to_stay_behind(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("slash", *"pay", "enter", "2")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PairScreen)
        assert pilot.app.screen.words == "pay"
        await pilot.press("6")
        await settled(pilot)
        said = " All is shown: the filter ‘pay’ does not reach this screen."
        assert said in screen_lines(pilot.app)
        await pilot.press("2", "escape", "1")
        await settled(pilot)
        assert app_of(pilot).matrix.words == ""
        await pilot.press("6")
        await settled(pilot)
        assert said not in screen_lines(pilot.app)


@pytest.mark.no_cover
async def test_another_screen_begins_at_the_issue_that_is_read(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("2", "G", "1")
        await settled(pilot)
        app_of(pilot).matrix.go_to("cranes")
        await pilot.press("enter", "2")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PairScreen)
        assert pilot.app.screen.issue == "cranes"


async def test_what_a_screen_cannot_follow_is_said(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("6", "t", "v")
        await settled(pilot)
        assert said(pilot) == [
            "This screen follows no chosen moment and no option. 1 goes to the matrix, where t chooses.",
            "This screen follows no chosen moment and no option. 1 goes to the matrix, where v chooses.",
        ]


@pytest.mark.no_cover
async def test_help_comes_and_goes_on_every_screen(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        for keys in (("1",), (*"jjjjjj",), ("7", *"jjjjjjjj"), ("6",)):
            await pilot.press(*keys)  # with the cursor at the foot, too, which the help moves
            await settled(pilot)
            before = screen_text(pilot.app)
            await pilot.press("f1")
            await settled(pilot)
            assert screen_text(pilot.app) != before
            await pilot.press("f1")
            await settled(pilot)
            assert screen_text(pilot.app) == before


async def test_the_help_tells_the_signs_then_the_keys_and_what_is_looked_for(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        keys = live_keys(pilot.app.screen)
        await pilot.press("question_mark")
        await settled(pilot)

        def told() -> str:
            return str(pilot.app.screen.query_one("#help-text", Static).render())

        parts = ("have all confirmed", "narrower", "∅ unseen", "Keys: move", "source:", "red line")
        assert sorted(parts, key=told().index) == list(parts)
        assert [key for key in keys if f"{key.description}." not in told()] == []
        await pilot.press(*"read part")
        await settled(pilot)
        assert "∅ unseen" in told()
        assert "Keys" not in told()
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("pagedown", "down")
        await settled(pilot)
        assert "Keys" in told()
        assert not any("have all confirmed" in line for line in screen_lines(pilot.app))
        await pilot.press("end")
        await settled(pilot)
        text = pilot.app.screen.query_one(Help).query_one(VerticalScroll)
        assert text.scroll_offset.y == text.max_scroll_y > 0
        await pilot.press("home", "tab")
        await settled(pilot)
        assert any("have all confirmed" in line for line in screen_lines(pilot.app))
        assert app_of(pilot).matrix.grid.has_focus
        await pilot.press("shift+tab", *"strip letter")
        await settled(pilot)
        assert "Letters in a row" in told()
        await pilot.press("escape", *"screen level")  # as the palette calls it
        await settled(pilot)
        assert "Keys: program" in told()
        await pilot.press("escape", *"xyzzy")
        await settled(pilot)
        assert told() == "Nothing here has these words. Esc clears them."
        await pilot.press("question_mark")
        await settled(pilot)
        assert not pilot.app.screen.query(Help)
        assert app_of(pilot).matrix.grid.has_focus
        assert screen_lines(pilot.app)[-1].startswith(" Enter Open  s Sort  t As of")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("key", "first"), [("1", "Status"), ("3", "Before"), ("4", "In the one"), ("7", "In place")]
)
async def test_the_help_begins_with_the_signs_of_its_place(
    key: str, first: str, harbour: str
) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press(key)
        await settled(pilot)
        await pilot.press("question_mark")
        await settled(pilot)
        assert str(pilot.app.screen.query_one("#help-text", Static).render()).startswith(first)


async def test_a_question_has_the_help_too(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("y", "question_mark")
        await settled(pilot)
        told = str(pilot.app.screen.query_one("#help-text", Static).render())
        assert "Choose what stands at the cursor." in told
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CopyMenu)


async def test_ctrl_c_says_how_to_quit(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("ctrl+c")
        await settled(pilot)
        assert said(pilot) == ["q quits."]


# Small terminals ---------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [(40, 10), (39, 24), (200, 11), (1, 1)])
async def test_too_small_says_so_and_comes_back_to_the_same_issue(
    harbour: str, size: tuple[int, int]
) -> None:
    async with running(PositionsApp(harbour), size=(80, 24)) as pilot:
        app_of(pilot).matrix.go_to("safety")
        await pilot.press("enter")
        await settled(pilot)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert isinstance(pilot.app.screen, TooSmall)
        await pilot.press("escape", "n", "6", "question_mark", "R")
        await settled(pilot)
        assert isinstance(pilot.app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert isinstance(pilot.app.screen, IssueScreen)
        assert app_of(pilot).matrix.grid.cursor.row_id == "safety"


async def test_too_small_at_the_start(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(40, 10)) as pilot:
        await assert_snapshot(pilot, "app-40-too-small")
        await pilot.resize_terminal(60, 12)
        await settled(pilot)
        assert isinstance(pilot.app.screen, MatrixScreen)


# Editor and clipboard ----------------------------------------------------------------------------


async def test_e_opens_the_editor_at_the_cell_and_reads_what_it_wrote(
    harbour: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[str]] = []

    def edit(app: object, command: list[str]) -> str:
        opened.append(command)
        change(harbour, "at least 8 %", "at least 9 %")
        return ""

    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.setattr("tui.app.editor.open_in_editor", edit)
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("e")
        await settled(pilot)
        assert opened == [["vi", "+76", "harbour.yaml"]]
        assert "at least 9 %" in screen_text(pilot.app)


async def test_without_an_editor_it_says_what_to_set(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("e")
        await settled(pilot)
        assert said(pilot) == [
            "No editor is set. Set VISUAL or EDITOR to one, for example: export EDITOR=nano"
        ]


async def test_on_a_heading_the_editor_opens_at_the_beginning(
    harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[str]] = []
    monkeypatch.setenv("EDITOR", "vi")

    def fail(app: object, command: list[str]) -> str:
        opened.append(command)
        return "It failed."

    monkeypatch.setattr("tui.app.editor.open_in_editor", fail)
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("g", "e")
        await settled(pilot)
        assert opened == [["vi", "+1", "harbour.yaml"]]
        assert said(pilot) == ["It failed."]


@pytest.mark.parametrize(
    ("downs", "beginning"),
    [
        (
            0,
            "Dockers' Union on Rise in basic pay: at least 8 %; accounts differ (Vellis Gazette B2",
        ),
        (
            1,
            "Rise in basic pay: the Dockers' Union wants at least 8%; the Port Authority wants 4-5%.",
        ),
        (
            2,
            "| | Issue | Dockers' Union | Port Authority | Why |\n|---|---|---|---|---|\n| D | Rise",
        ),
        (3, "harbour.yaml:76"),
        (
            4,
            "| | Issue | Dockers' Union | Port Authority | Why |\n|---|---|---|---|---|\n| N | Not",
        ),
    ],
)
async def test_what_is_chosen_is_copied(harbour: str, downs: int, beginning: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("down", "space", "up", "y", *["down"] * downs, "enter")
        await settled(pilot)
        assert pilot.app.clipboard.startswith(beginning)
        assert said(pilot) == ["Sent to the terminal’s clipboard, if it allows that."]


# Colours and characters --------------------------------------------------------------------------


@pytest.mark.no_cover
async def test_plain_characters_alone(harbour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSITIONS_ASCII", "1")
    async with running(PositionsApp(harbour), size=(120, 24)) as pilot:
        assert app_of(pilot).glyphs is ASCII
        await assert_snapshot(pilot, "app-120-ascii")
        for key in ("plus", "escape", "question_mark", "escape", "y", "escape"):
            await pilot.press(key)
            await settled(pilot)
            text = "\n".join(screen_lines(pilot.app))
            assert text.isascii(), {sign for sign in text if not sign.isascii()}


async def test_without_colours_the_cursor_is_still_seen(
    harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(PositionsApp(harbour)) as pilot:
        assert not [name for name in pilot.app.available_themes if name.startswith("ansi")]
        await assert_snapshot(pilot, "app-80-no-color")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("wanted", "theme"),
    [
        ("light", "positions-light"),
        ("ansi-dark", "ansi-dark"),
        ("", "positions-dark"),
        ("no such theme", "positions-dark"),
    ],
)
async def test_the_environment_can_name_a_theme(
    harbour: str, monkeypatch: pytest.MonkeyPatch, wanted: str, theme: str
) -> None:
    monkeypatch.setenv("POSITIONS_THEME", wanted)
    async with running(PositionsApp(harbour)) as pilot:
        assert pilot.app.theme == theme


# A programmer's fault ----------------------------------------------------------------------------


async def test_a_fault_of_ours_ends_with_a_plain_traceback(
    harbour: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_arguments: object) -> None:
        message = "as if \x1b[31m"
        raise RuntimeError(message)

    monkeypatch.setattr("tui.app.app.read", fail)
    with pytest.raises(Exception, match="as if"):
        async with running(PositionsApp(harbour)):
            pass
    printed = capsys.readouterr().err
    assert "RuntimeError: as if" in printed
    assert "locals" not in printed


def test_opening_returns_an_exit_code(harbour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.app.start import open_ui

    async def ends(app: PositionsApp) -> None:
        app.exit(return_code=3)

    monkeypatch.setattr(PositionsApp, "run_async", ends)
    assert open_ui(harbour) == 3
    assert "textual" in sys.modules


async def test_the_picture_of_the_readme_is_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[2]
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(root)
    async with running(PositionsApp("data/positions.yaml"), size=(100, 25)) as pilot:
        await pilot.press("down", "down", "down")
        await settled(pilot)
        assert "\n".join(screen_lines(pilot.app)) in (root / "README.md").read_text("utf-8")
