"""From where does the screen look at the dossier: as of when, and under which options?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from positions.comparison.selection import Lens
from positions.model.moment import Moment
from tests.tui.snapshots import assert_snapshot, running, screen_lines, settled
from tui.app.app import PositionsApp
from tui.issue.screen import IssueScreen
from tui.matrix.screen import MatrixScreen
from tui.questions.menus import CopyMenu
from tui.questions.moment_and_options import MomentPicker, OptionPicker
from tui.state.messages import IssueWanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

TALKS = """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      guard: {topic: War, title: Guard, kind: duration}
    memoranda:
      word:
        {party: north, form: statement, date: 2025-05-01, sources: [paper], title: A first word,
         positions: {guard: 3 days}}
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        published: 2025-05-25
        title: The plan
        sources: [paper]
        options:
          fast: {title: Fast track, group: pace}
          slow: {title: Slow track, group: pace}
          paid: {title: Paid for}
        positions:
          truce: {alternatives: {fast: 10 days, slow: 20 days}}
          guard: {alternatives: {slow: 5 days}}
      offer:
        {party: south, form: memorandum, read: whole, date: 2025-06-01T09:00, sources: [paper], title: An offer,
         positions: {truce: 10 days, guard: 5 days}}
    outcomes:
      seat: {issue: truce, date: 2025-05-28, title: The first round, value: 10 days, confirmed_by: [north], sources: [paper]}
"""


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def head_of(pilot: Pilot[None]) -> str:
    return "\n".join(screen_lines(pilot.app)[:5])


def cells_of(pilot: Pilot[None], issue: str) -> list[str]:
    comparison = pilot.app.view.comparison  # type: ignore[attr-defined]
    line = comparison.row(issue).whole
    return [str(one.blank) if not one.speaks else "speaks" for one in line.standings.values()]


@pytest.mark.parametrize("columns", [60, 80, 200])
async def test_t_asks_as_of_when(columns: int, written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(TALKS)), size=(columns, 24)) as pilot:
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, MomentPicker)
        await assert_snapshot(pilot, f"lens-{columns}-moments")
        await press(pilot, *"word", "enter")
        await assert_snapshot(pilot, f"lens-{columns}-as-of")
        assert cells_of(pilot, "guard") == ["speaks", "uncoded"]
        await press(pilot, "R")
        assert "2025-05-01" in head_of(pilot)


async def test_a_date_can_be_typed_and_what_is_none_is_said_to_be_none(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(TALKS)), size=(80, 24)) as pilot:
        await press(pilot, "t", *"2025-01-01T08:00", "enter")
        assert "2025-01-01T08:00" in head_of(pilot)
        assert cells_of(pilot, "truce") == ["uncoded", "uncoded"]
        await press(pilot, "t", *"yesterday", "enter")
        assert any(
            line.strip(" │").startswith("No such moment.") for line in screen_lines(pilot.app)
        )
        await press(pilot, "escape")
        assert pilot.app.lens.as_of == Moment.parse("2025-01-01T08:00")  # type: ignore[attr-defined]
        await press(pilot, "t", "pagedown", "pageup", "down", "up", "home", "enter")
        assert isinstance(pilot.app.screen, MatrixScreen)
        await press(pilot, "t")
        pilot.app.screen.query_one(OptionList).styles.height = 0  # a window without room for it
        await settled(pilot)
        await press(pilot, "pagedown", "pageup", *"own", "enter")
        assert pilot.app.lens.as_of is None  # type: ignore[attr-defined]


@pytest.mark.parametrize("columns", [60, 80, 200])
async def test_v_asks_under_which_options(columns: int, written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(TALKS)), size=(columns, 24)) as pilot:
        await press(pilot, "v", "down", "space", "down", "down", "space")
        assert isinstance(pilot.app.screen, OptionPicker)
        await assert_snapshot(pilot, f"lens-{columns}-options")
        await press(pilot, "enter")
        await assert_snapshot(pilot, f"lens-{columns}-under-options")
        assert cells_of(pilot, "guard") == ["silent", "speaks"]
        await press(pilot, "R")
        assert pilot.app.lens.options == {"north": ("fast", "paid")}  # type: ignore[attr-defined]
        assert cells_of(pilot, "guard") == ["silent", "speaks"]


async def test_a_party_that_is_hidden_is_said_to_be_until_esc(
    written: Callable[[str], str],
) -> None:
    lens = Lens(("south",))
    async with running(PositionsApp(written(TALKS), lens=lens), size=(80, 24)) as pilot:
        assert " Without North (1 of 2 shown). Esc returns." in head_of(pilot)
        assert screen_lines(pilot.app)[-1].startswith(" Esc All parties  ")
        await press(pilot, "slash", *"guard")
        assert " Without North (1 of 2 shown).\n" in head_of(pilot)
        await press(pilot, "enter")
        assert "(1 of 2 shown). T returns." in head_of(pilot)
        await press(pilot, "escape")
        assert "(1 of 2 shown). Esc returns." in head_of(pilot)
        await press(pilot, "t", *"word", "enter", "7")
        assert "2025; without North (1 of 2 shown). Esc returns." in head_of(pilot)
        await press(pilot, "escape")
        assert "Without" not in head_of(pilot)
        assert "North" in head_of(pilot) + "\n".join(screen_lines(pilot.app))


async def test_options_that_exclude_each_other_are_never_ticked_together(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(TALKS)), size=(80, 24)) as pilot:

        def lens() -> dict[str, tuple[str, ...]]:
            return dict(pilot.app.lens.options)  # type: ignore[attr-defined]

        await press(pilot, "v", "down", "space", "down", "space", "enter")
        assert lens() == {"north": ("slow",)}
        await press(pilot, "v", "space", "enter")  # all branches
        assert lens() == {}
        await press(pilot, "v", "down", "space", "space", "enter")  # unticked again
        assert lens() == {}
        await press(pilot, "v", "down", "space", "escape")
        assert lens() == {}


async def test_an_issue_follows_the_lens_and_problems_do_not(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(TALKS)), size=(80, 24)) as pilot:
        pilot.app.post_message(IssueWanted("guard", "north"))
        await settled(pilot)
        await press(pilot, "v", "down", "space", "enter")
        assert isinstance(pilot.app.screen, IssueScreen)
        await assert_snapshot(pilot, "lens-80-issue")
        await press(pilot, "escape", "6", "t", "v")
        assert not isinstance(pilot.app.screen, MomentPicker | OptionPicker)


async def test_a_dossier_without_options_says_so(written: Callable[[str], str]) -> None:
    plain = "issues: {a: {topic: T, title: A, kind: duration}}\nmemoranda: {}"
    async with running(PositionsApp(written(plain)), size=(80, 24)) as pilot:
        await press(pilot, "v")
        said = [notice.message for notice in pilot.app._notifications]
        assert said == ["There is nothing to choose: no document has options."]


async def test_a_screen_can_begin_with_a_lens(written: Callable[[str], str]) -> None:
    lens = Lens(as_of=Moment.parse("2025-05-30"), options={"north": ("fast",)})
    async with running(PositionsApp(written(TALKS), lens=lens), size=(120, 24)) as pilot:
        assert "As of 30 May 2025, not 2 June 2025; under North: Fast track" in head_of(pilot)
        assert cells_of(pilot, "guard") == ["silent", "uncoded"]


async def test_a_lens_chosen_while_the_file_is_read_is_not_lost(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(TALKS)), size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, PositionsApp)
        app.look_through(Lens(as_of=Moment.parse("2025-05-02")))
        app.read_anew()
        app.look_through(Lens(as_of=Moment.parse("2025-05-03")))
        await settled(pilot)
        assert app.view is not None
        assert app.view.comparison is not None
        assert str(app.view.comparison.as_of) == "2025-05-03"


async def test_what_is_copied_says_as_of_when_and_under_which_options_it_is_so(
    written: Callable[[str], str],
) -> None:
    lens = Lens(as_of=Moment.parse("2025-05-30"), options={"north": ("fast",)})
    async with running(PositionsApp(written(TALKS), lens=lens)) as pilot:
        await press(pilot, "y")
        menu = pilot.app.screen
        assert isinstance(menu, CopyMenu)
        moment = "As of 30 May 2025, under “Fast track” of North"
        assert menu._texts["Cell"].endswith(f"(The Paper, published later; {moment})")
        assert menu._texts["Sentence"].endswith(f". ({moment})")
        assert menu._texts["Row as Markdown"].endswith(f"|\n\n{moment}.\n")


async def test_what_is_copied_of_the_dossier_s_own_moment_is_the_words_alone(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(TALKS))) as pilot:
        await press(pilot, "y")
        menu = pilot.app.screen
        assert isinstance(menu, CopyMenu)
        assert menu._texts["Cell"].endswith("(The Paper)")
        assert menu._texts["Sentence"].endswith(".")
        assert menu._texts["Row as Markdown"].endswith("|\n")


async def test_a_menu_without_room_has_no_pages(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(TALKS))) as pilot:
        await press(pilot, "y")
        menu = pilot.app.screen
        menu.query_one(OptionList).styles.height = 0
        await settled(pilot)
        await press(pilot, "pagedown", "pageup")
        assert pilot.app.screen is menu
