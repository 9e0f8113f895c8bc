"""Is what somebody chose there at the next start, and does nothing break what it was kept in?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.comparison.selection import Lens
from positions.model.moment import Moment
from tests.tui.snapshots import running, screen_text, settled
from tui.app.app import PositionsApp
from tui.app.look import ScreenSetup
from tui.app.start import FIRST_START, open_ui
from tui.state.remembered import Remembered, is_first_start, recalled, remember, state_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


async def test_what_was_chosen_is_there_the_next_time(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        assert isinstance(pilot.app, PositionsApp)
        await pilot.press("slash", *"pay", "enter", "s", "space", "2", "x", "1")
        await settled(pilot)
        await pilot.press("t", *"2024-03-01", "enter")
        await settled(pilot)
        pilot.app.theme = "positions-light"
        kept = pilot.app.chosen
    assert kept.words == "pay"
    assert kept.pair == ("port", "union")
    async with running(PositionsApp(harbour, remembered=kept)) as pilot:
        assert isinstance(pilot.app, PositionsApp)
        text = screen_text(pilot.app)
        assert "/ pay" in text
        assert "As of 1 March 2024" in text
        assert "by gap" in text
        assert pilot.app.theme == "positions-light"
        assert pilot.app.chosen == kept
        await pilot.press("2")
        await settled(pilot)
        assert pilot.app.chosen.pair == ("port", "union")


async def test_what_is_asked_for_goes_before_what_was_chosen(harbour: str) -> None:
    before = Remembered(words="pay", as_of="2024-03-01", theme="light", order="no such order")
    lens = Lens(as_of=Moment.parse("2024-03-05"))
    app = PositionsApp(harbour, "safety", lens, look=ScreenSetup(theme="dark"), remembered=before)
    async with running(app) as pilot:
        assert app.matrix.words == "safety"
        assert app.theme == "positions-dark"
        assert "As of 5 March 2024" in screen_text(pilot.app)


async def test_what_is_not_in_the_dossier_any_more_is_left_out(harbour: str) -> None:
    before = Remembered(
        marked=("gone",), pair=("gone", "union"), options={"gone": ("x",)}, as_of="whenever"
    )
    async with running(PositionsApp(harbour, remembered=before)) as pilot:
        await pilot.press("2")
        await settled(pilot)
        assert "both speak on" in screen_text(pilot.app)
        assert "As of 5 March" not in screen_text(pilot.app)


def test_it_is_kept_for_each_dossier_and_read_again(tmp_path: Path) -> None:
    file, other = state_file("a.yaml"), state_file("b.yaml")
    assert file != other
    assert state_file(str(tmp_path / "x" / ".." / "a.yaml")) == state_file(str(tmp_path / "a.yaml"))
    assert is_first_start()
    chosen = Remembered(words="länge", options={"north": ("fast", "paid")}, marked=("a",))
    remember(file, chosen)
    assert not is_first_start()
    assert recalled(file) == (chosen, "")
    assert recalled(other) == (Remembered(), "")


@pytest.mark.parametrize("text", ["{", "[]", '{"words": 5}', '{"options": {"a": "b"}}', "\x00"])
def test_what_is_damaged_is_set_aside_with_one_sentence(text: str) -> None:
    file = state_file("a.yaml")
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    chosen, said = recalled(file)
    aside = file.with_suffix(".damaged")
    assert chosen == Remembered()
    assert said == f"What was chosen before is damaged; it was set aside as {aside}."
    assert aside.read_text(encoding="utf-8") == text
    assert not file.exists()


def test_a_folder_that_cannot_be_used_is_no_fault(state: Path) -> None:
    state.write_text("a file where the folder should be", encoding="utf-8")
    remember(state_file("a.yaml"), Remembered(words="pay"))
    assert recalled(state_file("a.yaml"))[0] == Remembered()


def test_opening_keeps_what_was_chosen_and_forgets_it_where_asked(
    harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[PositionsApp] = []

    def end(app: PositionsApp, keep: Callable[[], None]) -> int:
        seen.append(app)
        keep()
        return 0

    monkeypatch.setattr("tui.app.start.run_to_the_end", end)
    assert open_ui(harbour, "pay") == 0
    assert open_ui(harbour) == 0
    assert open_ui(harbour, is_fresh=True) == 0
    assert open_ui("-") == 0
    assert [app.matrix.words for app in seen] == ["pay", "pay", "", ""]
    assert [app.notice for app in seen] == [FIRST_START, "", "", ""]


async def test_the_first_start_says_where_the_keys_are_explained(
    written: Callable[[str], str],
) -> None:
    app = PositionsApp(written("issues: {}"))
    app.notice = FIRST_START
    async with running(app) as pilot:
        assert [one.message for one in pilot.app._notifications] == [FIRST_START]
