"""Problems: what is wrong, where, what to do, and can thousands of them be read?"""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING

import pytest

import positions
from positions.problems.problem import Problem, Span
from tests.tui.snapshots import assert_snapshot, running, screen_lines, screen_text, settled
from tui.app.app import PositionsApp
from tui.matrix.screen import MatrixScreen
from tui.problems.rows import in_full, problem_grid, row_ids, summary
from tui.problems.screen import ProblemsGrid, ProblemsScreen
from tui.state.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

pytestmark = pytest.mark.no_cover


FINE = """\
dossier: {format: 1, title: A test, as_of: 2025-06-02}
parties:
  north: {name: North}
  south: {name: South}
sources:
  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
issues:
  length: {topic: Ceasefire, title: Length, kind: duration}
memoranda:
  m: {party: north, form: memorandum, read: whole, date: 2025-05-28, sources: paper, positions: {length: 3 days}}
"""

MIXED = """\
dossier: {format: 1, title: A test, as_of: 2025-06-02}
parties:
  north: {name: North}
  south: {nmae: South}
sources:
  paper: {publisher: The Paper, date: 31 June, title: Talks}
issues:
  length: {topic: Ceasefire, title: Length, kind: duration}
  monitor: {topic: Ceasefire, title: Monitor, kind: text}
memoranda:
  m:
    party: north
    form: memorandum
    read: whole
    date: 2025-05-28
    positions:
      length: at least thirtyish days
      monitor: {value: "[bold]the\\e[31m UN"}
      lenght: 30 days
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(PositionsApp, "LOOK_EVERY", 3600.0)
    return tmp_path


@pytest.fixture
def edits(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, int]]:
    """The places at which the editor was asked for."""
    asked: list[tuple[str, int, int]] = []
    monkeypatch.setattr(PositionsApp, "action_edit", lambda _, *place: asked.append(place))
    return asked


def write(folder: Path, text: str) -> None:
    (folder / "positions.yaml").write_text(text, encoding="utf-8")


async def open_problems(pilot: Pilot[None]) -> ProblemsScreen:
    await pilot.press("6")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ProblemsScreen)
    return screen


def problem(line: int = 1, code: str = "wrong-value", **changes: object) -> Problem:
    span = Span("positions.yaml", line, 3, line, 9)
    found = Problem(code, f"Sentence {line}.", f"Suggestion {line}.", span, ("sources", f"s{line}"))
    return replace(found, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_errors_and_warnings_in_the_order_of_the_text(folder: Path, columns: int) -> None:
    write(folder, MIXED)
    async with running(PositionsApp("positions.yaml"), size=(columns, 30)) as pilot:
        await open_problems(pilot)
        await assert_snapshot(pilot, f"problems-{columns}-mixed")


async def test_no_problems_is_a_sentence_and_a_way_out(folder: Path) -> None:
    write(folder, FINE)
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        screen = await open_problems(pilot)
        await assert_snapshot(pilot, "problems-80-none")
        await pilot.press("y", "enter", "e")
        await settled(pilot)
        assert screen.is_current
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MatrixScreen)


async def test_enter_and_e_open_the_editor_at_the_place(
    folder: Path, edits: list[tuple[str, int, int]]
) -> None:
    write(folder, MIXED)
    places = [found.span for found in positions.loads(MIXED).problems]
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        await open_problems(pilot)
        await pilot.press("enter", "j", "e")
        await settled(pilot)
    expected = [("positions.yaml", span.line, span.column) for span in places[:2] if span]
    assert edits == expected
    assert len(expected) == 2


async def test_the_detail_follows_the_cursor(folder: Path) -> None:
    write(folder, MIXED)
    codes = [found.code for found in positions.loads(MIXED).problems]
    async with running(PositionsApp("positions.yaml"), size=(80, 30)) as pilot:
        await open_problems(pilot)
        for code in codes:
            assert any(code in line for line in screen_lines(pilot.app)[-11:-1])
            await pilot.press("down")


async def test_y_offers_the_problem_its_place_and_all_of_them(folder: Path) -> None:
    write(folder, MIXED)
    found = positions.loads(MIXED, "positions.yaml").problems
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        await open_problems(pilot)
        await pilot.press("y", "enter")
        await settled(pilot)
        assert pilot.app.clipboard == str(found[0])
        await pilot.press("y", "G", "enter")
        await settled(pilot)
        assert len(pilot.app.clipboard.split("\n")) == len(found)


async def test_a_mended_problem_goes_and_the_cursor_stays_with_its_own(folder: Path) -> None:
    write(folder, MIXED)
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        screen = await open_problems(pilot)
        await pilot.press("G")
        grid = screen.query_one(ProblemsGrid)
        before = grid.problem
        write(folder, "# A comment more.\n" + MIXED.replace("nmae", "name"))
        assert isinstance(pilot.app, PositionsApp)
        pilot.app.action_reload()
        await settled(pilot)
        assert before is not None
        assert before.span is not None
        assert grid.problem is not None
        assert grid.problem.span is not None
        assert grid.problem.code == before.code
        assert grid.problem.span.line == before.span.line + 1
        assert len(grid.problems) == len(positions.loads(MIXED).problems) - 1


async def test_the_last_problem_mended_says_that_there_are_none(folder: Path) -> None:
    write(folder, MIXED)
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        await open_problems(pilot)
        write(folder, FINE)
        assert isinstance(pilot.app, PositionsApp)
        pilot.app.action_reload()
        await settled(pilot)
        assert any(line.startswith("  No problems") for line in screen_lines(pilot.app))


async def test_a_bad_save_says_which_version_the_other_screens_show(folder: Path) -> None:
    write(folder, FINE)
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        await open_problems(pilot)
        write(folder, MIXED)
        assert isinstance(pilot.app, PositionsApp)
        pilot.app.action_reload()
        await settled(pilot)
        assert "The other screens show the version of" in screen_text(pilot.app)


async def test_a_file_that_is_gone_says_what_to_do(folder: Path) -> None:
    write(folder, FINE)
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        await open_problems(pilot)
        (folder / "positions.yaml").unlink()
        assert isinstance(pilot.app, PositionsApp)
        pilot.app.action_reload()
        await settled(pilot)
        assert "positions.yaml is gone. Put it back" in screen_text(pilot.app)


async def test_another_width_gives_what_to_do_a_column_and_keeps_the_cursor(folder: Path) -> None:
    write(folder, MIXED)
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        screen = await open_problems(pilot)
        await pilot.press("j", "j")
        grid = screen.query_one(ProblemsGrid)
        before = grid.cursor.row_id
        for columns, titles in ((120, 2), (80, 1), (60, 1)):
            await pilot.resize_terminal(columns, 24)
            await settled(pilot)
            assert len(grid.data.columns) == titles
            assert grid.cursor.row_id == before


def many(number: int) -> View:
    found = tuple(problem(line + 1) for line in range(number))
    loaded = replace(positions.loads(FINE, "positions.yaml"), problems=found)
    assert loaded.dossier is not None
    return View("positions.yaml", loaded, positions.compare(loaded.dossier), found, "09:41")


async def test_eight_thousand_problems_scroll_as_fast_as_eight(folder: Path) -> None:
    write(folder, FINE)

    async def keys_of(number: int) -> float:
        async with running(PositionsApp("positions.yaml"), size=(120, 40)) as pilot:
            await pilot.app.push_screen(ProblemsScreen(many(number)))
            await settled(pilot)
            start = process_time()
            await pilot.press("j", "j", "j", "j", "G", "k", "k", "k", "k", "g")
            taken = process_time() - start
            await pilot.press("G")
            if number == 8_000:
                await assert_snapshot(pilot, "problems-120-8000")
        return taken

    few, thousands = await keys_of(8), await keys_of(8_000)
    assert thousands < 5 * few


# Without a screen --------------------------------------------------------------------------------


def test_a_problem_keeps_its_id_when_lines_are_added_above_it() -> None:
    before = [problem(1), problem(2), problem(2)]
    after = [replace(each, span=Span("positions.yaml", 90, 1, 90, 2)) for each in before]
    assert row_ids(before) == row_ids(after)
    assert len(set(row_ids(before))) == 3


def test_problems_of_several_files_stand_under_their_files() -> None:
    found = [
        problem(1, span=None),
        problem(2, span=Span("a.yaml", 2, 1, 2, 2)),
        problem(3, span=Span("b.yaml", 3, 1, 3, 2)),
        problem(4, span=Span("b.yaml", 4, 1, 4, 2)),
    ]
    rows = problem_grid(found, ("What is wrong",)).rows
    titles = [row.title.texts[0] for row in rows]
    assert titles == ["No place", "no place", "a.yaml", "2:1", "b.yaml", "3:1", "4:1"]


def test_a_problem_without_a_suggestion_is_its_sentence_alone() -> None:
    (row,) = problem_grid([problem(suggestion="")], ("What is wrong",)).rows
    assert row.cells[0].texts == ("Sentence 1.",)


def test_the_summary_counts_in_words() -> None:
    assert summary([problem()]) == "1 error"
    warning = problem(code="without-source")
    assert summary([warning, problem(), problem()]) == "2 errors, 1 warning"


def test_a_problem_in_full_says_what_to_do_and_shows_an_example() -> None:
    told = in_full(problem(code="comma-in-flow", suggestion="")).plain
    assert "what to do: Quote the value." in told
    assert "not: {value: at least 1,000}" in told
    assert 'but: {value: "at least 1,000"}' in told


def test_a_suggestion_comes_before_the_general_remedy() -> None:
    told = in_full(problem(4, code="comma-in-flow")).plain
    assert told.index("what to do: Suggestion 4.") < told.index("Quote the value.")


def test_hostile_sentences_are_shown_as_they_are() -> None:
    told = in_full(problem(sentence="[bold]x[/] \x1b[2J\u202e"))
    assert "[bold]x[/] ␛[2J⟨U+202E⟩" in told.plain
