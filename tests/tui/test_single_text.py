"""One text of all documents on the screen: the text, its ledger, the way to what is not common."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from tests.tui.snapshots import assert_snapshot, running, screen_text, settled
from tui.app.app import PositionsApp
from tui.issue.screen import IssueScreen
from tui.matrix.screen import MatrixScreen
from tui.questions.menus import CopyMenu
from tui.single_text.screen import TextScreen, TextSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

TALKS = """
parties:
  north: {name: North, short: "N"}
  south: {name: South, short: S}
issues:
  truce: {topic: War, title: Length of the truce, kind: duration, provision: "The truce lasts {value}{terms}.", disputed: Whether there is a war.}
  seat: {topic: Talks, title: Seat of the talks, kind: choice, options: {x: the hall, y: the ship}, provision: "Talks are held in {value}."}
  fee: {topic: Talks, title: Fee, kind: quantity, unit: crowns}
  law: {topic: Talks, title: The law, kind: text}
memoranda:
  plan:
    party: north
    form: memorandum
    title: The plan
    date: 2025-05-28
    sources: [paper]
    sequence: [truce, seat]
    positions:
      truce: {value: at least 30 days, renewable: 30 days, clause: I.1}
      seat: x
      law: {value: ours, accounts: {other: {value: none of it, sources: paper}}}
  reply:
    party: south
    form: statement
    title: The reply
    date: 2025-05-29
    sources: [paper]
    positions: {truce: 30 days, seat: x, fee: 5}
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the editor was asked for, as `file:line`."""
    found: list[str] = []

    def edit(_app: PositionsApp, file: str, line: int, _column: int) -> None:
        found.append(f"{Path(file).name}:{line}")

    monkeypatch.setattr(PositionsApp, "action_edit", edit)
    return found


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def line(pilot: Pilot[None]) -> str:
    item = pilot.app.screen.query_one(TextSheet).line
    assert item is not None
    return item.copied


def shows(pilot: Pilot[None], screen: type[object]) -> bool:
    return isinstance(pilot.app.screen, screen)


def said(pilot: Pilot[None]) -> list[str]:
    return [str(one.message) for one in pilot.app._notifications]


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_text_and_ledger_are_side_by_side(
    written: Callable[[str], str], columns: int
) -> None:
    async with running(PositionsApp(written(TALKS)), size=(columns, 36)) as pilot:
        await press(pilot, "4")
        assert shows(pilot, TextScreen)
        await assert_snapshot(pilot, f"text-{columns}")


async def test_n_goes_to_the_next_place_that_is_not_common(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(TALKS)), size=(120, 40)) as pilot:
        await press(pilot, "4")
        first = "1.1 † The truce lasts [N: at least] 30 days[N: , renewable by 30 days]."
        assert line(pilot) == first
        assert "Ledger of 1.1" in screen_text(pilot.app)
        await press(pilot, "n")
        assert line(pilot) == "2.2 Fee: [S said: 5 crowns.] — N: not seen."
        await press(pilot, "N")
        assert line(pilot) == first
        await press(pilot, "N")
        assert line(pilot) == "2.3 ‡ The law: [N: ours.] — S: not recorded."
        await press(pilot, "n")
        assert line(pilot) == first
        assert said(pilot) == ["Began again at the last.", "Began again at the first."]


async def test_alternatives_are_one_place_and_lead_the_ledger(
    written: Callable[[str], str],
) -> None:
    apart = TALKS.replace("fee: 5}", f"fee: 5, law: {'theirs ' * 60}}}")
    async with running(PositionsApp(written(apart)), size=(120, 40)) as pilot:
        await press(pilot, "4", "n", "n")
        assert line(pilot).startswith("Alt. A [N: ")
        assert ledger(pilot).startswith("Ledger of 2.3 (Tab goes here)\n\nN The plan")
        await press(pilot, "down")
        assert line(pilot).startswith("Alt. B [S")
        assert ledger(pilot).split("\n\n")[1].startswith("S The reply")
        await press(pilot, "n")
        assert line(pilot).startswith("1.1 ")


def ledger(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#ledger-text", Static).content)


async def test_enter_opens_the_positions_and_e_the_file(
    written: Callable[[str], str], asked: list[str]
) -> None:
    async with running(PositionsApp(written(TALKS)), size=(120, 40)) as pilot:
        await press(pilot, "4", "n", "e")
        assert asked == ["test.yaml:10"]
        await press(pilot, "enter")
        assert shows(pilot, IssueScreen)
        assert "Fee" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert line(pilot).startswith("2.2")
        await press(pilot, "g", "enter")
        assert said(pilot)[-1] == "Nothing to open here: Enter opens the issue of a paragraph."
        await press(pilot, "escape")
        assert shows(pilot, MatrixScreen)


async def test_a_filter_leaves_its_paragraphs(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(TALKS)), size=(120, 40)) as pilot:
        await press(pilot, "4", "slash", *"fee", "enter")
        shown = screen_text(pilot.app)
        assert "2.2 Fee: [S said" in shown
        assert "1.1 " not in shown.split("Ledger of")[0].split("Article")[-1]
        assert "1 of 4" in shown
        await press(pilot, "escape")
        assert "1.1 † The truce" in screen_text(pilot.app)
        await press(pilot, "slash", *"nothing", "enter")
        assert "No issue matches ‘nothing’. Esc clears the filter." in screen_text(pilot.app)
        await press(pilot, "escape", "slash", *"status:x:", "enter")
        assert "^" in screen_text(pilot.app)
        await press(pilot, "escape", "1", "slash", *"seat", "enter", "4")
        assert "2.1 Talks are held in the hall." in screen_text(pilot.app)
        assert "2.2 [S said" not in screen_text(pilot.app)


async def test_what_can_be_copied(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(TALKS)), size=(120, 40)) as pilot:
        await press(pilot, "4", "y")
        menu = pilot.app.screen
        assert isinstance(menu, CopyMenu)
        texts = dict(menu._texts)
        assert list(texts) == [
            "Line",
            "Paragraph",
            "Ledger of the paragraph",
            "The whole as text",
            "The whole as Markdown",
        ]
        assert texts["Ledger of the paragraph"].startswith("1.1; N; The plan; I.1; truce: bound")
        assert "**1.1** <!-- truce -->" in texts["The whole as Markdown"]


async def test_it_begins_at_the_issue_and_follows_the_moment(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(TALKS)), size=(120, 40)) as pilot:
        await press(pilot, "j", "j", "enter", "4")
        assert line(pilot).startswith("2.1 ")
        await press(pilot, "1", "j", "enter", "4")
        assert line(pilot).startswith("2.2 ")
        await press(pilot, "t", "enter")
        assert line(pilot).startswith("2.2 ")


async def test_without_words_there_is_a_sentence(written: Callable[[str], str]) -> None:
    path = written("issues: {a: {topic: T, title: A, kind: text}}\nmemoranda: {}\n")
    async with running(PositionsApp(path), size=(80, 24)) as pilot:
        await press(pilot, "4")
        await assert_snapshot(pilot, "text-80-none")
        await press(pilot, "n", "y", "enter")
        assert said(pilot)[0] == "There is nothing here for n (Open place)."
        await press(pilot, "escape")
        assert shows(pilot, MatrixScreen)


async def test_where_all_is_common_n_says_so(written: Callable[[str], str]) -> None:
    text = TALKS.replace("at least 30 days, renewable: 30 days", "30 days")
    text = text.replace(", fee: 5", ", law: ours").replace("memorandum", "statement")
    async with running(PositionsApp(written(text)), size=(80, 30)) as pilot:
        await press(pilot, "4", "n")
        assert said(pilot)[-1] == "Every place that is shown is common, or has no words."
