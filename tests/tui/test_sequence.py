"""The orders of steps: are the conflicts there, with party and source, and can all be reached?"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from positions.comparison.selection import Lens
from positions.model.moment import Moment
from tests.tui.snapshots import assert_snapshot, running, screen_lines, settled
from tui.app.app import PositionsApp
from tui.issue.screen import IssueScreen
from tui.matrix.screen import MatrixScreen
from tui.questions.menus import CopyMenu
from tui.sequence import screen
from tui.sequence.items import StepItem
from tui.sequence.screen import SequenceScreen, SequenceSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.state.view import View

FORD = """
parties:
  north: {name: North}
  south: {name: South}
  west: {name: West}
  chair: {name: The chair, role: mediator}
  east: {name: East}
events:
  truce: {title: The truce begins}
  retreat: {title: The retreat begins, part_of: land}
  thaw: {title: The river thaws}
issues:
  land: {topic: War, title: Where the border runs, kind: text}
  toll: {topic: Trade, title: Toll at the ford, kind: text}
  vote: {topic: Talks, title: Vote of both councils, kind: text}
memoranda:
  plan:
    party: north
    form: memorandum
    read: whole
    title: The plan
    date: 2025-05-01
    sources: [paper]
    sequence: [truce, [land, vote], toll]
  offer:
    party: south
    form: memorandum
    read: whole
    date: 2025-05-02
    sources: [paper]
    sequence: [retreat, truce]
    positions: {toll: {value: none, after: thaw, clause: II.1}}
  word:
    party: west
    form: statement
    date: 2025-05-03
    sources: [paper]
    sequence: [toll, thaw]
    positions: {vote: {value: at once, starts: truce}}
  draft: {party: chair, form: memorandum, read: whole, date: 2025-05-04, sources: [paper], sequence: [retreat, truce]}
"""
LOOP = (
    "Pair 1: North's order is: the truce begins, then the question where the border runs; South's "
    "order is: the retreat begins (a part of the question where the border runs), then the truce "
    "begins."
)


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the editor was asked for, as `file:line`."""
    asked: list[str] = []

    def edit(_app: PositionsApp, file: str, line: int, _column: int) -> None:
        asked.append(f"{file}:{line}")

    monkeypatch.setattr(PositionsApp, "action_edit", edit)
    return asked


async def offered(pilot: Pilot[None]) -> dict[str, str]:
    """What can be copied, by name."""
    await press(pilot, "y")
    menu = pilot.app.screen
    assert isinstance(menu, CopyMenu)
    texts = dict(menu._texts)
    await press(pilot, "escape")
    return texts


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def sheet(pilot: Pilot[None]) -> SequenceSheet:
    return pilot.app.screen.query_one(SequenceSheet)


def shows(pilot: Pilot[None], screen: type[object]) -> bool:
    return isinstance(pilot.app.screen, screen)


def line(pilot: Pilot[None]) -> str:
    """The line under the cursor as text."""
    item = sheet(pilot).line
    assert item is not None
    return " ".join(text for paragraph in item.text for text in paragraph.texts)


def marked(pilot: Pilot[None]) -> list[str]:
    """The lines with a mark, under the name of their party."""
    found = []
    for section in sheet(pilot)._cursor.sections[1:]:
        for item in section.items:
            (text,) = item.text[0].texts
            if text.startswith("•"):
                found.append(f"{section.title} {text}")
    return found


def said(pilot: Pilot[None]) -> list[str]:
    return [str(one.message) for one in pilot.app._notifications]


def line_of(path: str, words: str) -> str:
    before, _, _ = Path(path).read_text(encoding="utf-8").partition(words)
    return f"{path}:{before.count(chr(10)) + 1}"


# What it looks like ------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_loops_stand_above_the_orders_of_the_parties(
    written: Callable[[str], str], columns: int
) -> None:
    async with running(PositionsApp(written(FORD)), size=(columns, 40)) as pilot:
        await press(pilot, "5")
        assert isinstance(pilot.app.screen, SequenceScreen)
        await assert_snapshot(pilot, f"sequence-{columns}-loops")


async def test_orders_that_block_nothing(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "5")
        await assert_snapshot(pilot, "sequence-80-no-loop")
        await press(pilot, "n")
        assert said(pilot) == ["No orders of steps block each other."]


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_without_any_order_there_is_a_sentence(
    written: Callable[[str], str], columns: int, places: list[str]
) -> None:
    path = written("issues: {a: {topic: T, title: A, kind: text}}\nmemoranda: {}\n")
    async with running(PositionsApp(path), size=(columns, 24)) as pilot:
        await press(pilot, "5")
        await assert_snapshot(pilot, f"sequence-{columns}-none")
        await press(pilot, "n", "y", "e", "enter")
        assert shows(pilot, SequenceScreen)
        assert not places
        assert said(pilot)[0] == "There is nothing here for n (Conflict)."
        await press(pilot, "escape")
        assert shows(pilot, MatrixScreen)


async def test_text_of_a_dossier_is_shown_and_does_nothing(written: Callable[[str], str]) -> None:
    path = written(FORD.replace("The truce begins", r'"[b]\e[31mTruce\e[0m[/b] \u202e"'))
    async with running(PositionsApp(path)) as pilot:
        await press(pilot, "5")
        text = "\n".join(screen_lines(pilot.app))
        assert "[b]␛[31mTruce␛[0m[/b] ⟨U+202E⟩" in text
        assert "\x1b" not in text


# Cursor, findings and marks ----------------------------------------------------------------------


async def test_a_finding_marks_its_steps_in_every_order(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5")
        assert line(pilot) == LOOP
        first = [
            "North • 1. The truce begins",
            "North • 2. Where the border runs and, at the same time, Vote of both councils",
            "South • 1. The retreat begins",
            "South • 2. The truce begins",
            "The chair (mediator) • 1. The retreat begins",
            "The chair (mediator) • 2. The truce begins",
        ]
        assert marked(pilot) == first
        await press(pilot, "n")
        assert line(pilot).startswith("Pair 2: South's order is: the river thaws, then the toll")
        second = [
            "North • 3. Toll at the ford",
            "South • South's order is: the river thaws, then the toll at the ford.",
            "West • 1. Toll at the ford",
            "West • 2. The river thaws",
        ]
        assert marked(pilot) == second
        await press(pilot, "G")  # in the orders, the mark stays
        assert marked(pilot) == second
        await press(pilot, "N")
        assert line(pilot).startswith("Pair 2")


async def test_a_loop_of_three_parties_is_a_finding(written: Callable[[str], str]) -> None:
    path = written(
        "parties: {north: {name: North}, south: {name: South}, west: {name: West}}\n"
        "events: {go: {title: The signal}, stop: {title: The stop}}\n"
        "issues: {a: {topic: T, title: A, kind: text}}\n"
        "memoranda:\n"
        "  n: {party: north, form: statement, date: 2025-05-01, sources: [paper], "
        "sequence: [go, stop]}\n"
        "  s: {party: south, form: statement, date: 2025-05-01, sources: [paper], "
        "sequence: [stop, a]}\n"
        "  w: {party: west, form: statement, date: 2025-05-01, sources: [paper], "
        "sequence: [a, go]}\n"
    )
    async with running(PositionsApp(path), size=(120, 40)) as pilot:
        await press(pilot, "5")
        assert line(pilot).startswith("Loop 1: These wait for each other")
        assert len(marked(pilot)) == 6


async def test_n_goes_from_finding_to_finding_and_begins_again(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5")
        seen = []
        for _ in range(2):
            seen.append(line(pilot).split(":")[0])
            await press(pilot, "n")
        assert seen == ["Pair 1", "Pair 2"]
        assert line(pilot) == LOOP
        assert said(pilot) == ["Began again at the first."]
        await press(pilot, "N")
        assert line(pilot).startswith("Pair 2")
        assert said(pilot)[-1] == "Began again at the last."


FIRST_ORDER = ("j",) * 5
"""From a pair of steps past the four rows of its picture."""


async def test_each_order_of_a_finding_says_whose_it_is_and_on_whose_word(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(FORD))) as pilot:
        await press(pilot, "5", *FIRST_ORDER)
        assert line(pilot) == (
            "North, in “The plan” (memorandum of 1 May 2025), in its order of steps. "
            "Sources: The Paper (1 June 2025)."
        )
        await press(pilot, "j")
        assert line(pilot).startswith("In South's memorandum of 2 May 2025, in its order of steps.")


async def test_where_a_party_says_two_things_each_is_told(written: Callable[[str], str]) -> None:
    path = written(
        """
        events: {a: {title: A}, b: {title: B}, c: {title: C}}
        issues: {x: {topic: T, title: X, kind: text}}
        memoranda:
          n: {party: north, form: statement, date: 2025-05-01, sources: [paper], sequence: [a, b]}
          s: {party: south, form: statement, date: 2025-05-01, sources: [paper], sequence: [b, c]}
          t: {party: south, form: statement, date: 2025-05-01, sources: [paper], sequence: [c, a]}
        """
    )
    async with running(PositionsApp(path)) as pilot:
        await press(pilot, "5", *FIRST_ORDER)
        assert line(pilot).startswith("In North's statement of 1 May 2025, in its order of steps.")
        await press(pilot, "j")
        assert line(pilot).startswith("South puts B before C. Stated in South's first statement")
        await press(pilot, "j")
        assert line(pilot).startswith("South puts C before A. Stated in South's second statement")


# What the keys ask for ---------------------------------------------------------------------------


async def test_the_step_under_the_cursor_belongs_to_an_issue_or_to_none(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5")
        screen = pilot.app.screen
        assert isinstance(screen, SequenceScreen)
        assert screen.issue == "land"
        await press(pilot, "l", "l", "j", "j", "j")
        assert screen.issue is None


async def test_a_sequence_without_steps_has_no_issue(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written("issues: {}"))) as pilot:
        await press(pilot, "5")
        assert isinstance(pilot.app.screen, SequenceScreen)
        assert pilot.app.screen.issue is None


@pytest.mark.no_cover
async def test_enter_opens_the_issue_of_a_step(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5", "enter")
        assert isinstance(pilot.app.screen, IssueScreen)
        assert (pilot.app.screen.issue, pilot.app.screen.party) == ("land", "north")
        await press(pilot, "escape")
        assert line(pilot) == LOOP
        # The retreat is part of where the border runs; the truce is part of nothing.
        await press(pilot, "l", "l", "j", "j")
        assert line(pilot) == "• 1. The retreat begins"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, IssueScreen)
        assert (pilot.app.screen.issue, pilot.app.screen.party) == ("land", "south")
        await press(pilot, "escape", "j", "enter")
        assert isinstance(pilot.app.screen, SequenceScreen)
        assert said(pilot) == [
            "Nothing to open here: Enter opens the issue to which a step belongs."
        ]


async def test_y_offers_the_sentence_and_the_whole(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5")
        texts = await offered(pilot)
        assert texts["Sentence"] == LOOP.removeprefix("Pair 1: ")
        assert texts["File and line"] == line_of("test.yaml", "sequence: [truce")
        assert "── North ─" in texts["The whole as text"]
        assert texts["The whole as Mermaid"].startswith("flowchart TD\n")
        await press(pilot, "l")
        assert (await offered(pilot))["Line"].splitlines() == [
            "North",
            "  The plan (memorandum of 1 May 2025)",
            "    1. The truce begins",
            "    2. Where the border runs and, at the same time, Vote of both councils",
            "    3. Toll at the ford",
        ]


async def test_enter_on_a_step_of_the_picture_opens_its_issue(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5", "j", "j")
        assert "●──╮" in line(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, IssueScreen)


@pytest.mark.no_cover
async def test_e_opens_the_editor_where_the_order_is_stated(
    written: Callable[[str], str], places: list[str]
) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5", "n", "e", *FIRST_ORDER, "e", "j", "e")
        offer, word = line_of("test.yaml", "after: thaw"), line_of("test.yaml", "sequence: [toll")
        assert places == [offer, offer, word]


async def test_an_order_under_an_option_is_edited_at_its_branch(
    written: Callable[[str], str], places: list[str]
) -> None:
    path = written(
        """
        events: {go: {title: The signal}}
        issues: {vote: {topic: T, title: Vote, kind: text}}
        memoranda:
          n:
            party: north
            form: statement
            date: 2025-05-01
            sources: [paper]
            positions:
              vote:
                alternatives:
                  fast: now
                  slow:
                    value: later
                    after: go
        """
    )
    async with running(PositionsApp(path)) as pilot:
        await press(pilot, "5", "G", "e")
        assert line(pilot) == "Under “slow”, North puts the signal before vote."
        assert places == [line_of(path, "after: go")]


# Reading again -----------------------------------------------------------------------------------


async def change(pilot: Pilot[None], folder: Path, old: str, new: str) -> None:
    path = folder / "test.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert isinstance(pilot.app, PositionsApp)
    pilot.app.action_reload()
    await settled(pilot)


@pytest.mark.no_cover
async def test_a_save_keeps_the_place(written: Callable[[str], str], folder: Path) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5", "n", "l", "j", "j", "j", "j")
        assert line(pilot) == "• 3. Toll at the ford"
        before = marked(pilot)
        await change(pilot, folder, "sequence: [truce, [", "sequence: [truce, thaw, [")
        assert line(pilot) == "• 4. Toll at the ford"
        assert len(marked(pilot)) >= len(before)
        # A bad save changes nothing.
        await change(pilot, folder, "form: memorandum, read: whole", "form: memo")
        assert line(pilot) == "• 4. Toll at the ford"


async def test_what_is_gone_leaves_the_cursor_near(
    written: Callable[[str], str], folder: Path
) -> None:
    async with running(PositionsApp(written(FORD)), size=(120, 40)) as pilot:
        await press(pilot, "5", "n")
        assert line(pilot).startswith("Pair 2")
        await change(pilot, folder, "sequence: [toll, thaw]", "sequence: [thaw, toll]")
        assert isinstance(sheet(pilot).line, StepItem)
        await press(pilot, "n")
        assert line(pilot) == LOOP


async def test_orders_come_and_go_with_the_file(
    written: Callable[[str], str], folder: Path
) -> None:
    path = written(
        "events: {go: {title: The signal}}\nissues: {a: {topic: T, title: A, kind: text}}\n"
        "memoranda:\n  n: {party: north, form: statement, date: 2025-05-01, sources: [paper]}\n"
    )
    async with running(PositionsApp(path)) as pilot:
        await press(pilot, "5")
        assert "No document states an order of steps" in "\n".join(screen_lines(pilot.app))
        await change(pilot, folder, "sources: [paper]}", "sources: [paper], sequence: [go, a]}")
        assert line(pilot).startswith("As of 2 June 2025. No pairs")
        await change(pilot, folder, ", sequence: [go, a]", "")
        assert "No document states an order of steps" in "\n".join(screen_lines(pilot.app))


async def test_a_file_that_cannot_be_read_has_no_orders(folder: Path) -> None:
    (folder / "test.yaml").write_text("dossier: [", encoding="utf-8")
    async with running(PositionsApp("test.yaml")) as pilot:
        await press(pilot, "5")
        assert "No document states an order of steps. Esc goes back." in "\n".join(
            screen_lines(pilot.app)
        )


async def test_a_party_of_which_a_document_is_unreadable_says_so(
    written: Callable[[str], str],
) -> None:
    path = written(FORD.replace("date: 2025-05-03", "date: then"))
    async with running(PositionsApp(path), size=(200, 40)) as pilot:
        await press(pilot, "1", "5")
        assert "A document could not be read, so that" in "\n".join(screen_lines(pilot.app))


async def test_the_moment_and_the_options_are_those_of_the_matrix(
    written: Callable[[str], str],
) -> None:
    path = written(FORD)
    async with running(PositionsApp(path, lens=Lens(as_of=Moment.parse("2025-05-01")))) as pilot:
        await press(pilot, "5")
        assert line(pilot).startswith("As of 1 May 2025. No pairs of steps ordered oppositely")
        assert "South" in line(pilot)  # which states no order yet
        assert isinstance(pilot.app, PositionsApp)
        pilot.app.look_through(Lens())
        await settled(pilot)
        assert line(pilot).startswith("As of 2 June 2025. 2 pairs")


async def test_the_screen_does_not_wait_for_the_orders(
    written: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()
    ordered = screen._ordered

    def slowly(view: View) -> screen.OrderedSteps | None:
        released.wait(30)
        return ordered(view)

    monkeypatch.setattr(screen, "_ordered", slowly)
    async with running(PositionsApp(written(FORD))) as pilot:
        try:
            await pilot.press("5")
            await pilot.pause()
            assert "Comparing the orders of steps." in "\n".join(screen_lines(pilot.app))
            await pilot.press("n", "escape")
            await pilot.pause()
            assert "Comparing" not in "\n".join(screen_lines(pilot.app))
            await pilot.press("5")
        finally:
            released.set()
        await settled(pilot)
        assert "2 pairs of steps ordered oppositely" in "\n".join(screen_lines(pilot.app))
