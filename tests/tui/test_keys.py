"""Does every key of the table do something where it says so, and do the hints tell the truth?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.text.safe import width
from tests.tui.snapshots import running, screen_lines, screen_text, settled
from tui.app.app import PositionsApp
from tui.bars.help import Help
from tui.bars.hints import Hints, live_keys
from tui.issue.screen import IssueScreen
from tui.keys.table import GROUPS, KEYS, KEYS_BY_ID, Key, bindings_for, name_of_key
from tui.matrix.screen import MatrixScreen
from tui.state.messages import EditWanted, IssueWanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.pilot import Pilot

    from tests.repositories import Builder

pytestmark = pytest.mark.no_cover
"""Every key in turn: what each of them does is proven, and traced, where its screen is tested."""

LEAVES = {"app.quit", "app.suspend"}
"""Keys that leave the program, which tests of their own press."""


def test_no_two_keys_have_the_same_id() -> None:
    assert len(KEYS_BY_ID) == len(KEYS)


@pytest.mark.parametrize("scope", sorted({key.scope for key in KEYS}))
def test_no_two_bindings_of_a_scope_share_a_key(scope: str) -> None:
    keys = [key for entry in KEYS if entry.scope == scope for key in entry.keys]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("entry", KEYS, ids=lambda entry: entry.id)
def test_keys_arrive_from_every_keyboard(entry: Key) -> None:
    unreachable = {"ctrl+i", "ctrl+j", "ctrl+m", "left_square_bracket", "right_square_bracket"}
    assert not unreachable & set(entry.keys)
    assert not [key for key in entry.keys if key.startswith("ctrl+shift+")]
    assert entry.group in GROUPS
    assert entry.description
    assert not entry.description.endswith(".")


def test_a_binding_has_its_entry_s_id_so_that_it_can_be_given_other_keys() -> None:
    found = [binding.id for binding in bindings_for("matrix") if not isinstance(binding, tuple)]
    assert found == [key.id for key in KEYS if key.scope == "matrix"]


def test_keys_have_the_names_that_are_on_the_keyboard() -> None:
    assert name_of_key("slash") == "/"
    assert name_of_key("ctrl+p") == "^p"
    assert name_of_key("n") == "n"
    assert KEYS_BY_ID["app.help"].shown == "? F1"


# Every key does something ------------------------------------------------------------------------


def keys_of(*scopes: str) -> Iterator[str]:
    for entry in KEYS:
        if entry.scope in scopes and entry.id not in LEAVES:
            yield from entry.keys


def mark_of(app: PositionsApp) -> tuple[object, ...]:
    """What can be seen of the program, and what it was asked to do."""
    asked = getattr(app, "asked", ())
    return screen_text(app), app.screen, app.screen.focused, len(app._notifications), len(asked)


class AskedApp(PositionsApp):
    """Remembers what would need an editor."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.asked: list[EditWanted] = []

    def edit(self, event: EditWanted) -> None:
        self.asked.append(event)


PAGES = {"H", "L"}
"""Keys that need more parties than a page has; test_matrix presses them."""

PREPARED: dict[str, tuple[str, ...]] = {
    # What has to be pressed before, so that there is room for the key to do something.
    "up": ("G",),
    "k": ("G",),
    "g": ("G",),
    "home": ("G",),
    "pageup": ("G",),
    "ctrl+u": ("G",),
    "left": ("right",),
    "h": ("right",),
    "equals_sign": ("right",),
    "escape": ("question_mark",),
    "1": ("6",),
    "o": ("n", "n", "n"),
}


@pytest.mark.parametrize("key", sorted({*keys_of("app", "matrix", "grid")} - PAGES))
async def test_every_key_of_the_matrix_does_something(key: str, harbour: str) -> None:
    async with running(AskedApp(harbour), size=(80, 14)) as pilot:
        await press(pilot, *PREPARED.get(key, ()))
        before = mark_of_app(pilot)
        await press(pilot, key)
        assert mark_of_app(pilot) != before


@pytest.mark.parametrize("key", sorted(set(keys_of("issue"))))
async def test_every_key_of_an_issue_does_something(key: str, harbour: str) -> None:
    async with running(AskedApp(harbour), size=(80, 14)) as pilot:
        pilot.app.post_message(IssueWanted("pay-rise", "union"))
        await settled(pilot)
        assert isinstance(pilot.app.screen, IssueScreen)
        await press(pilot, *{**PREPARED, "enter": ()}.get(key, ()))
        before = mark_of_app(pilot)
        await press(pilot, key)
        assert mark_of_app(pilot) != before


SEQUENCES = """
events: {a: {title: A}, b: {title: B}}
issues: {c: {topic: T, title: C, kind: text}}
memoranda:
  n: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], sequence: [a, b, c]}
  s: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], sequence: [c, b, a]}
"""


@pytest.mark.parametrize("key", sorted(set(keys_of("sequence"))))
async def test_every_key_of_the_sequence_does_something(
    key: str, written: Callable[[str], str]
) -> None:
    before_it = {**PREPARED, "left": ("l", "right"), "h": ("l", "right"), "enter": ()}
    async with running(AskedApp(written(SEQUENCES)), size=(80, 14)) as pilot:
        await press(pilot, "5", *before_it.get(key, ()))
        before = mark_of_app(pilot)
        await press(pilot, key)
        assert mark_of_app(pilot) != before


@pytest.mark.parametrize("key", sorted({*keys_of("changes", "list")}))
async def test_every_key_of_the_changes_does_something(key: str, talks: Builder) -> None:
    async with running(AskedApp("talks.yaml"), size=(80, 14)) as pilot:
        await press(pilot, "3", "m", "z", *PREPARED.get(key, ()))
        if key == "R":  # what is read again is the same, but for this
            talks.commit("Say nothing new")
            talks.write("talks.yaml", talks.git("show", "HEAD~2:talks.yaml") + "\n")
        before = mark_of_app(pilot)
        await press(pilot, key)
        if key == "d":
            return  # the newest is what is shown already; test_changes presses it elsewhere
        assert mark_of_app(pilot) != before


@pytest.mark.parametrize("key", sorted(set(keys_of("detail"))))
async def test_every_key_of_the_detail_scrolls_it(key: str, harbour: str) -> None:
    async with running(AskedApp(harbour), size=(60, 12)) as pilot:
        await press(pilot, "plus", *PREPARED.get(key, ()))
        before = mark_of_app(pilot)
        await press(pilot, key)
        assert mark_of_app(pilot) != before


async def test_escape_never_quits(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "slash", "p", "a", "y", "enter", "enter", "question_mark", "6")
        await press(pilot, *["escape"] * 12)
        assert pilot.app.is_running
        assert isinstance(pilot.app.screen, MatrixScreen)


async def test_q_quits(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_a_key_that_cannot_act_says_why(written: Callable[[str], str]) -> None:
    empty = written("issues: {}")
    async with running(PositionsApp(empty)) as pilot:
        for keys, said in (
            (("escape",), "This is the first screen; q quits."),
            (("m",), "m (Moments) works among the changes: press 3 first."),
            (("b",), "b works in an issue (Enter on one) and among the changes (3)."),
            (("5", "n"), "There is nothing here for n (Conflict)."),
            (("3", "z"), "There is nothing here for z (More)."),
            (("5", "s"), "s (Sort) works in the matrix (1) and among the changes (3)."),
            (("w",), "w (Skeleton) works in the matrix: press 1 first."),
        ):
            pilot.app.clear_notifications()
            await press(pilot, *keys)
            assert [one.message for one in pilot.app._notifications] == [said]
            assert screen_lines(pilot.app)[-1].endswith(said)  # nothing of the hints is left
        pilot.app.clear_notifications()
        await press(pilot, "1", "p", "t", "d", "escape", "j")
        assert not [one for one in pilot.app._notifications if "works" in one.message]


# Hints -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keys", ["1", "2", "3", "4", "5", "6", "7", "enter", "slash", "question_mark", "t", "y", "E"]
)
async def test_no_hint_is_half_shown_and_what_is_hidden_is_counted(harbour: str, keys: str) -> None:
    async with running(PositionsApp(harbour), size=(200, 24)) as pilot:
        await press(pilot, keys)
        for columns in (200, 120, 80, 60, 40):
            await pilot.resize_terminal(columns, 24)
            await settled(pilot)
            line = screen_lines(pilot.app)[-1].strip()
            hints, live = line.split("  "), live_keys(pilot.app.screen)
            hidden = int(hints.pop()[1:]) if hints[-1].startswith("+") else 0
            whole = {key.binding.key_display: key for key in live}
            assert len(hints) + hidden == len(live)
            for hint in hints:
                sign, _, label = hint.partition(" ")
                assert sign in whole
                assert label
            assert "Help" in line
            assert width(line) <= columns - 2


async def test_what_is_hidden_opens_the_help_and_a_click_never_quits(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        hints = pilot.app.screen.query_one(Hints)
        line = screen_lines(pilot.app)[-1]
        await pilot.click(hints, offset=(line.index("+"), 0))
        await settled(pilot)
        assert pilot.app.screen.query(Help)
        await press(pilot, "escape")
        await pilot.click(hints, offset=(screen_lines(pilot.app)[-1].index("q Quit"), 0))
        await settled(pilot)
        assert pilot.app.is_running
        assert [one.message for one in pilot.app._notifications] == ["q quits."]


async def test_the_way_out_is_the_first_hint(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "4", "t", *"2024-03-01", "enter")
        assert screen_lines(pilot.app)[-1].startswith(" Esc Present  / Filter  ")
        await press(pilot, "1")
        assert screen_lines(pilot.app)[-1].startswith(" Esc Present  ")
        await press(pilot, "enter")
        assert screen_lines(pilot.app)[-1].startswith(" T Present  ")
        await press(pilot, "escape", "slash", *"pay", "enter")
        assert screen_lines(pilot.app)[-1].startswith(" Esc No filter  ")
        await press(pilot, "escape", "escape")
        assert screen_lines(pilot.app)[-1].startswith(" Enter Open  ")
        assert "As of 1 March" not in screen_text(pilot.app)


async def test_a_click_on_a_hint_is_its_key(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        hints = pilot.app.screen.query_one(Hints)
        await pilot.click(hints, offset=(screen_lines(pilot.app)[-1].index("/ Filter"), 0))
        await settled(pilot)
        assert pilot.app.screen.focused is not None
        assert pilot.app.screen.focused.id == "filter-words"


async def test_while_a_filter_is_written_no_hint_is_a_letter(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "slash")
        shown = [key for entry in live_keys(pilot.app.screen) for key in entry.keys]
        assert "enter" in shown
        assert not [key for key in shown if len(name_of_key(key)) == 1]


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def mark_of_app(pilot: Pilot[None]) -> tuple[object, ...]:
    assert isinstance(pilot.app, PositionsApp)
    return mark_of(pilot.app)


async def test_no_hint_leads_to_where_there_is_nothing(written: Callable[[str], str]) -> None:
    two = written("issues: {truce: {topic: War, title: Truce, kind: duration}}")
    async with running(PositionsApp(two), size=(200, 24)) as pilot:

        def hinted() -> set[str]:
            return {key.id for key in live_keys(pilot.app.screen)}

        assert not {"app.options", "matrix.parties"} & hinted()
        assert {"app.moment", "matrix.pair"} <= hinted()
        await pilot.press("2")
        await settled(pilot)
        assert not {"sides.next-other", "sides.previous-other", "pair.other"} & hinted()
        assert {"pair.swap", "pair.all", "pair.edit"} <= hinted()
        await pilot.press("p")
        assert [one.message for one in pilot.app._notifications] == [
            "There is no other party to compare with."
        ]


async def test_a_dossier_that_cannot_be_read_has_no_moments(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written("issues: [")), size=(200, 24)) as pilot:
        await pilot.press("1")
        await settled(pilot)
        shown = {key.id for key in live_keys(pilot.app.screen)}
        assert not {"app.options", "app.moment", "matrix.parties"} & shown
