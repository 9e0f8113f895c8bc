"""Two parties side by side: what divides them, what each alone says, and who is the other?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from positions.loader import loads
from tests.four_parties import FOUR
from tests.generated import many_parties_text
from tests.tui.conftest import as_of_this_morning
from tests.tui.snapshots import assert_snapshot, running, screen_lines, screen_text, settled
from tests.tui.test_keys import PREPARED, AskedApp, keys_of, mark_of_app
from tui.app.app import PositionsApp
from tui.app.palette import commands
from tui.bars.filter import FilterBar
from tui.bars.hints import Hints
from tui.issue.screen import IssueScreen
from tui.keys.table import KEYS_BY_ID
from tui.matrix.screen import MatrixScreen
from tui.pair.screen import PairScreen
from tui.questions.menus import CopyMenu, OtherPicker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

WIDTHS = [60, 80, 120, 200]
NARROWER = [60, 80, 120]
"""Widths at which a sentence is laid out in other ways."""

MEDIATED = FOUR.replace("west: {name: West}", "west: {name: West, role: mediator}")


@pytest.fixture
def ford(folder: Path) -> str:
    """The talks at the ford: four issues, four parties, of whom West has said nothing."""
    (folder / "ford.yaml").write_text(FOUR, encoding="utf-8")
    as_of_this_morning(folder / "ford.yaml")
    return "ford.yaml"


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def current(pilot: Pilot[None]) -> Screen[object]:
    return pilot.app.screen


def pair_of(pilot: Pilot[None]) -> PairScreen:
    screen = current(pilot)
    assert isinstance(screen, PairScreen)
    return screen


def sides(pilot: Pilot[None]) -> list[str]:
    return [column.id for column in pair_of(pilot).grid.data.columns]


def issues(pilot: Pilot[None]) -> list[str]:
    return [row.id for row in pair_of(pilot).grid.data.rows if row.cells]


def shown(pilot: Pilot[None]) -> str:
    return " ".join(" ".join(screen_lines(pilot.app)).split())


def said(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


# What is shown -----------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", WIDTHS)
async def test_their_gaps_with_what_each_alone_says(ford: str, columns: int) -> None:
    async with running(PositionsApp(ford), size=(columns, 24)) as pilot:
        await press(pilot, "2")
        assert issues(pilot) == ["truce", "monitors", "toll"]
        text = screen_text(pilot.app)
        assert "underline at least" in text
        assert " underline starts: The river" in text
        assert " underline neutral" in text
        assert " strike " not in text  # nobody has taken anything back
        await assert_snapshot(pilot, f"pair-{columns}-gaps")


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", NARROWER)
async def test_two_who_are_at_one(folder: Path, columns: int) -> None:
    text = FOUR.replace(
        'here,\n    toll: {parts: {cart: "12"', 'here,\n    toll: {parts: {cart: "20"'
    )
    text = text.replace(
        "{value: 30 days, starts: thaw}", "{value: at least 30 days, conditions: none}"
    )
    text = text.replace("of neutral sides", "of both sides")
    (folder / "ford.yaml").write_text(text, encoding="utf-8")
    async with running(PositionsApp("ford.yaml"), size=(columns, 16)) as pilot:
        await press(pilot, "2")
        assert issues(pilot) == []
        assert "Nothing divides them on the 4 issues on which both speak." in shown(pilot)
        await assert_snapshot(pilot, f"pair-{columns}-at-one")
        await press(pilot, "a")
        assert len(issues(pilot)) == 4


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", NARROWER)
async def test_one_who_is_silent(ford: str, columns: int) -> None:
    async with running(PositionsApp(ford), size=(columns, 16)) as pilot:
        await press(pilot, "2", "H")
        assert sides(pilot) == ["north", "west"]
        assert "West speaks on none of these issues; North speaks on 4." in shown(pilot)
        await assert_snapshot(pilot, f"pair-{columns}-silent")


async def test_all_issues_or_the_gaps_alone(ford: str) -> None:
    async with running(PositionsApp(ford), size=(80, 30)) as pilot:
        await press(pilot, "2", "n")
        here = pair_of(pilot).grid.cursor
        await press(pilot, "a")
        assert issues(pilot) == ["truce", "monitors", "toll", "seat"]
        assert "All issues; a shows the gaps alone." in shown(pilot)
        assert pair_of(pilot).grid.cursor == here
        await press(pilot, "a")
        assert issues(pilot) == ["truce", "monitors", "toll"]


async def test_the_parts_of_an_issue_have_rows_of_their_own(ford: str) -> None:
    async with running(PositionsApp(ford), size=(80, 30)) as pilot:
        await press(pilot, "2", "G", "o", "down")
        spot = pair_of(pilot).spot
        assert spot is not None
        assert spot.line.part == "cart"
        assert "underline 20" in screen_text(pilot.app)


async def test_one_party_is_no_pair(written: Callable[[str], str]) -> None:
    path = written(
        "parties: {north: {name: North}}\nissues: {a: {topic: T, title: A, kind: duration}}\n"
        "memoranda: {}\n"
    )
    async with running(PositionsApp(path)) as pilot:
        await press(pilot, "c")
        assert "A pair takes two parties, and one is compared. Esc goes back." in shown(pilot)
        await press(pilot, "H", "p", "x", "a", "y", "n")
        assert "There is no other party to compare with." in said(pilot)
        assert "There is nothing to copy here." in said(pilot)
        await press(pilot, "escape")
        assert not isinstance(current(pilot), PairScreen)


async def test_an_empty_dossier_has_no_pair(written: Callable[[str], str]) -> None:
    path = written("parties: {}\nissues: {}\nmemoranda: {}\n")
    async with running(PositionsApp(path)) as pilot:
        await press(pilot, "2")
        assert "A pair takes two parties, and none is compared." in shown(pilot)


async def test_two_without_an_issue(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written("issues: {}\nmemoranda: {}\n"))) as pilot:
        await press(pilot, "2")
        assert "The dossier has no issues yet. Esc goes back." in shown(pilot)


async def test_a_dossier_that_cannot_be_read(written: Callable[[str], str], folder: Path) -> None:
    path = written("issues: {}\nmemoranda: {}\n")
    (folder / path).write_text("parties: [", encoding="utf-8")
    async with running(PositionsApp(path)) as pilot:
        await press(pilot, "1", "2")
        assert "cannot be read" in shown(pilot)
        await press(pilot, "L", "p")
        assert "There is no other party to compare with." in said(pilot)


# Who the two are ---------------------------------------------------------------------------------


async def test_the_party_at_the_cursor_against_the_reference(ford: str) -> None:
    async with running(PositionsApp(ford), size=(120, 24)) as pilot:
        await press(pilot, "right", "right", "c")
        assert sides(pilot) == ["north", "east"]
        await press(pilot, "escape", "equals_sign", "left", "left", "c")
        assert sides(pilot) == ["east", "north"]
        assert pair_of(pilot).grid.data.reference == "east"


async def test_at_the_reference_it_is_the_party_after_it(ford: str) -> None:
    async with running(PositionsApp(ford), size=(200, 24)) as pilot:
        await press(pilot, "right", "right", "right", "equals_sign", "c")
        assert sides(pilot) == ["west", "north"]


async def test_the_second_party_is_changed_and_the_two_change_sides(ford: str) -> None:
    async with running(PositionsApp(ford), size=(120, 24)) as pilot:
        await press(pilot, "2", "L")
        assert sides(pilot) == ["north", "east"]
        await press(pilot, "L", "L")
        assert sides(pilot) == ["north", "south"]
        await press(pilot, "x")
        assert sides(pilot) == ["south", "north"]
        assert pair_of(pilot).grid.data.reference == "south"
        await press(pilot, "H")
        assert sides(pilot) == ["south", "west"]


async def test_the_other_is_chosen_from_a_list_with_the_nearest_on_top(ford: str) -> None:
    async with running(PositionsApp(ford), size=(80, 24)) as pilot:
        await press(pilot, "2", "p")
        assert isinstance(current(pilot), OtherPicker)
        await assert_snapshot(pilot, "pair-80-choose")
        await press(pilot, "g", "enter")
        assert sides(pilot) == ["north", "east"]
        await press(pilot, "c", "escape")
        assert sides(pilot) == ["north", "east"]


async def test_the_two_are_remembered(ford: str) -> None:
    async with running(PositionsApp(ford), size=(120, 24)) as pilot:
        await press(pilot, "2", "L", "1", "2")
        assert sides(pilot) == ["north", "east"]
        assert isinstance(pilot.app, PositionsApp)
        assert len(pilot.app.screen_stack) == 2


async def test_a_mediator_s_paper_is_set_beside_a_party(folder: Path) -> None:
    (folder / "ford.yaml").write_text(MEDIATED, encoding="utf-8")
    async with running(PositionsApp("ford.yaml"), size=(120, 24)) as pilot:
        await press(pilot, "2", "H")
        assert "North and West (mediator): both speak on 0 of 4 issues" in shown(pilot)
        await press(pilot, "p")
        assert "West (mediator)" in shown(pilot)


# Keys --------------------------------------------------------------------------------------------


INHERITED = {"enter", "n", "o", "z"}
"""Some keys of the matrix, which do the same here; test_keys presses all of them there."""


@pytest.mark.no_cover
@pytest.mark.parametrize("key", sorted({*keys_of("pair", "sides"), *INHERITED}))
async def test_every_key_of_a_pair_does_something(key: str, ford: str) -> None:
    async with running(AskedApp(ford), size=(80, 14)) as pilot:
        prepared = {**PREPARED, "o": ("G",)}
        await press(pilot, "2", *prepared.get(key, ()))
        before = mark_of_app(pilot)
        await press(pilot, key)
        assert mark_of_app(pilot) != before


async def test_escape_goes_back_level_by_level_and_never_quits(ford: str) -> None:
    async with running(PositionsApp(ford)) as pilot:
        await press(pilot, "2", "slash", *"seat", "enter", "plus", "enter", "question_mark")
        await press(pilot, *["escape"] * 5)
        await press(pilot, *["escape"] * 5)
        assert pilot.app.is_running
        assert not isinstance(current(pilot), PairScreen)
        assert isinstance(current(pilot), MatrixScreen)


async def test_enter_opens_the_issue_and_n_follows_the_gaps_of_the_two(ford: str) -> None:
    async with running(PositionsApp(ford), size=(120, 24)) as pilot:
        await press(pilot, "2", "L", "enter")
        screen = current(pilot)
        assert isinstance(screen, IssueScreen)
        assert screen.issue == "truce"
        await press(pilot, "n")
        assert screen.issue == "truce"  # with the East, that is the only gap
        assert "This is the only one." in said(pilot)
        await press(pilot, "escape")
        assert sides(pilot) == ["north", "east"]


@pytest.mark.no_cover
async def test_a_filter_looks_among_the_gaps(ford: str) -> None:
    async with running(PositionsApp(ford), size=(80, 24)) as pilot:
        await press(pilot, "2", "slash", *"toll", "enter")
        assert issues(pilot) == ["toll"]
        assert "1 of 4" in shown(pilot)
        pair_of(pilot).query_one(FilterBar).words = "seat"
        await settled(pilot)
        assert "No gap between them matches ‘seat’. Esc clears the filter; a looks among all" in (
            shown(pilot)
        )
        await press(pilot, "a")
        assert issues(pilot) == ["seat"]
        pair_of(pilot).query_one(FilterBar).words = "zzz"
        await settled(pilot)
        assert "No issue matches ‘zzz’. Esc clears the filter." in shown(pilot)


async def test_what_is_listed_can_be_copied(ford: str) -> None:
    async with running(PositionsApp(ford), size=(120, 24)) as pilot:
        await press(pilot, "2", "y")
        menu = current(pilot)
        assert isinstance(menu, CopyMenu)
        text = menu._texts["What is listed of the pair as Markdown"]
        assert text.startswith("# North and South\n\nTalks at the ford\n")
        assert "\nBoth speak on 4 of 4 issues.\n" in text
        assert "Length of the truce" in text
        assert "Seat" not in text


async def test_the_editor_opens_where_the_party_says_it(
    ford: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int, int]] = []
    monkeypatch.setattr(PositionsApp, "action_edit", lambda _, *place: asked.append(place))
    async with running(PositionsApp(ford), size=(120, 24)) as pilot:
        await press(pilot, "2", "right", "e")
    span = loads(FOUR, ford).span(("memoranda", "south", "positions", "truce"), key=True)
    assert span is not None
    assert asked == [(ford, span.line, span.column)]


async def test_all_hints_can_be_seen_and_the_way_out_is_among_them(ford: str) -> None:
    async with running(PositionsApp(ford), size=(80, 24)) as pilot:
        await press(pilot, "2")
        found = [key.id for key in current(pilot).query_one(Hints).line.keys]
        assert found[:2] == ["grid.open", "app.back"]
        assert found[-2:] == ["app.help", "app.quit"]
        assert {"sides.next-other", "pair.all"} <= set(found)


async def test_its_commands_are_in_the_palette(ford: str) -> None:
    async with running(PositionsApp(ford)) as pilot:

        def names() -> set[str]:
            return {one.name for one in commands(current(pilot))}

        assert {"Screen: pair", "Pair: compare with the reference"} <= names()
        assert "Pair: change sides" not in names()
        await press(pilot, "2")
        assert {
            "Pair: change sides",
            "Pair: choose the other party",
            "Pair: compare with the next party",
            "Pair: show all issues or the gaps",
            "Screen: matrix",
        } <= names()
        assert "Screen: pair" not in names()
        assert "Parties: choose" not in names()


def test_no_key_of_a_pair_hides_another_of_its_own() -> None:
    keys = [key for name in ("pair", "sides") for key in keys_of(name)]
    assert len(keys) == len(set(keys))
    assert KEYS_BY_ID["app.pair"].keys == ("2",)


# What stays --------------------------------------------------------------------------------------


async def test_a_reload_keeps_the_place_and_the_two(ford: str, folder: Path) -> None:
    async with running(PositionsApp(ford), size=(120, 24)) as pilot:
        await press(pilot, "2", "x", "G", "right")
        here = pair_of(pilot).grid.cursor
        assert here.row_id == "toll"
        (folder / ford).write_text(FOUR.replace('cart: "12"', 'cart: "15"'), encoding="utf-8")
        await press(pilot, "R")
        assert pair_of(pilot).grid.cursor == here
        assert sides(pilot) == ["south", "north"]
        assert "15 crowns" in shown(pilot)


async def test_where_a_party_is_gone_another_takes_its_place(ford: str, folder: Path) -> None:
    async with running(PositionsApp(ford), size=(120, 24)) as pilot:
        await press(pilot, "2", "L")
        assert sides(pilot) == ["north", "east"]
        text = FOUR.replace("  east: {name: The Eastern Provinces}\n", "")
        text = text[: text.index("  east: {party")]
        (folder / ford).write_text(text, encoding="utf-8")
        await press(pilot, "R")
        assert sides(pilot) == ["north", "south"]


@pytest.mark.no_cover
async def test_another_width_keeps_the_issue(ford: str) -> None:
    async with running(PositionsApp(ford), size=(200, 24)) as pilot:
        await press(pilot, "2", "n", "n")
        here = pair_of(pilot).grid.cursor
        for columns in (60, 80, 200):
            await pilot.resize_terminal(columns, 24)
            await settled(pilot)
            assert pair_of(pilot).grid.cursor == here


@pytest.mark.no_cover
async def test_thirty_parties_have_a_pair_at_once(folder: Path) -> None:
    (folder / "many.yaml").write_text(many_parties_text(30, 40), encoding="utf-8")
    async with running(PositionsApp("many.yaml"), size=(80, 24)) as pilot:
        await press(pilot, "L", "c")
        first, second = sides(pilot)
        assert (first, second) != ("p01", "p02")
        await press(pilot, "p", "G", "enter")
        assert sides(pilot)[0] == "p01"
        assert "both speak on 0 of 40 issues" in shown(pilot)  # with p30, who said nothing


@pytest.mark.no_cover
@pytest.mark.parametrize("way", [("2",), ("c",), ("enter", "2")])
async def test_it_begins_at_the_issue_from_which_it_was_opened(
    ford: str, way: tuple[str, ...]
) -> None:
    async with running(PositionsApp(ford)) as pilot:
        await press(pilot, "down", "right", *way)
        assert pair_of(pilot).grid.cursor == ("monitors", "north")


async def test_where_nothing_divides_them_on_that_issue_it_begins_at_the_first_gap(
    ford: str,
) -> None:
    async with running(PositionsApp(ford)) as pilot:
        pilot.app.matrix.go_to("seat")  # type: ignore[attr-defined]
        await press(pilot, "2")
        assert pair_of(pilot).grid.cursor[0] == "truce"


async def test_the_title_counts_the_dossier_not_the_pair(folder: Path) -> None:
    (folder / "ford.yaml").write_text(MEDIATED, encoding="utf-8")
    async with running(PositionsApp("ford.yaml")) as pilot:
        title = screen_lines(pilot.app)[0]
        await press(pilot, "2", "H")
        assert sides(pilot) == ["north", "west"]
        assert screen_lines(pilot.app)[0] == title


@pytest.mark.no_cover
async def test_the_issue_at_which_it_begins_is_in_sight(folder: Path) -> None:
    (folder / "many.yaml").write_text(many_parties_text(3, 90), encoding="utf-8")
    async with running(PositionsApp("many.yaml"), size=(80, 20)) as pilot:
        await press(pilot, "2")
        last = issues(pilot)[-1]
        await press(pilot, "escape")
        pilot.app.matrix.grid.move_to(last)  # type: ignore[attr-defined]
        await press(pilot, "enter", "2")
        assert pair_of(pilot).grid.cursor[0] == last
        assert any(line.startswith("▌") for line in screen_lines(pilot.app))


async def test_the_topics_are_drawn_where_there_is_room(ford: str) -> None:
    async with running(PositionsApp(ford), size=(120, 44)) as pilot:
        await press(pilot, "2")
        head = current(pilot).query_one("#pair-head", Static)
        assert head.size.height > 3
        assert "divided" in str(head.render()).split("\n")[1]
        await pilot.resize_terminal(120, 24)
        assert "\n" not in str(head.render())


async def test_among_many_it_begins_with_whom_most_divides_from_the_reference(
    written: Callable[[str], str],
) -> None:
    path = written("""
parties: {a: {name: A}, b: {name: B}, c: {name: C}}
issues: {truce: {topic: War, title: Truce, kind: duration}}
memoranda:
  a: {party: a, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
  b: {party: b, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 3 days}}
  c: {party: c, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 9 days}}
""")
    async with running(PositionsApp(path)) as pilot:
        await press(pilot, "2")
        assert sides(pilot) == ["a", "c"]


@pytest.mark.no_cover
async def test_another_height_keeps_the_row_in_sight(folder: Path) -> None:
    (folder / "many.yaml").write_text(many_parties_text(3, 90), encoding="utf-8")
    async with running(PositionsApp("many.yaml"), size=(160, 12)) as pilot:
        await press(pilot, "2", "end")
        for size in ((80, 24), (160, 12), (120, 44), (80, 24), (120, 30), (160, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert any(line.startswith("▌") for line in screen_lines(pilot.app)), size
