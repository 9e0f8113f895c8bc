"""Changes: who moved, toward whom, between which two states, and what if that cannot be told?"""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from positions.changes.detect import ChangeClass
from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import Direction, Toward
from positions.git.history import State
from positions.reports.page.pictures import ASCII_SIGNS
from tests.repositories import Builder
from tests.tui.conftest import JUNE, MAY, as_of_this_morning
from tests.tui.snapshots import assert_snapshot, running, screen_lines, screen_text, settled
from tui.app.app import PositionsApp
from tui.bars.filter import FilterBar
from tui.changes import screen as changes_module
from tui.changes.detail import ChangeDetail
from tui.changes.ends import EndPicker
from tui.changes.issue_then import IssueThenScreen
from tui.changes.list import ChangeList
from tui.changes.page import change_page
from tui.changes.rows import groups
from tui.changes.screen import ChangesScreen
from tui.changes.words import has_direction, moves, sign_of
from tui.issue.screen import IssueScreen
from tui.matrix.screen import MatrixScreen
from tui.paint.glyphs import ASCII, UNICODE
from tui.pair.screen import PairScreen
from tui.questions.menus import CopyMenu
from tui.state.changes import ChangeEnds, read_changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

    from positions.changes.model import DossierDifference
    from positions.loader import Loaded
    from tui.state.changes import ChangesRead, Sides

FORM = "# Looked through on 2 June.\n" + JUNE.replace("reliability: C", 'reliability: "C"')


def save(talks: Builder, text: str) -> None:
    as_of_this_morning(talks.write("talks.yaml", text))


async def opened(pilot: Pilot[None], *keys: str) -> ChangesScreen:
    await press(pilot, "3", "m")
    screen = pilot.app.screen
    assert isinstance(screen, ChangesScreen)
    await press(pilot, *keys)
    return screen


def current(pilot: Pilot[None]) -> Screen[object]:
    return pilot.app.screen


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def compare(pilot: Pilot[None], key: str, words: str) -> None:
    await press(pilot, key)
    assert isinstance(current(pilot), EndPicker)
    await press(pilot, *words, "enter")


def shown(pilot: Pilot[None]) -> str:
    return "\n".join(screen_lines(pilot.app))


def listed(screen: ChangesScreen) -> ChangeList:
    return screen.query_one(ChangeList)


def issue_at(screen: ChangesScreen) -> str:
    change = listed(screen).change
    return change.issue.issue.id if change and change.issue else ""


def read(sides: ChangeEnds | None = None) -> ChangesRead:
    return read_changes("talks.yaml", sides, lambda _: None, lambda: False)


# What is shown -----------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_who_moved_toward_whom_and_how_far(talks: Builder, columns: int) -> None:
    async with running(PositionsApp("talks.yaml"), size=(columns, 30)) as pilot:
        await opened(pilot)
        if columns > 60:  # there the sentence is longer than the detail
            assert "toward South" in shown(pilot)
        await assert_snapshot(pilot, f"changes-{columns}-moved")


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_words_are_marked_by_more_than_colour(talks: Builder, columns: int) -> None:
    async with running(PositionsApp("talks.yaml"), size=(columns, 30)) as pilot:
        await opened(pilot, "n", "plus")
        text = screen_text(pilot.app)
        assert " strike [-both-]" in text
        assert " underline {+three" in text
        await assert_snapshot(pilot, f"changes-{columns}-words")


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_by_party_with_evidence_and_wording(talks: Builder, columns: int) -> None:
    async with running(PositionsApp("talks.yaml"), size=(columns, 30)) as pilot:
        screen = await opened(pilot)
        assert "Substance" in shown(pilot)
        assert "The Paper" not in shown(pilot)
        await press(pilot, "s", "z", "G")
        await assert_snapshot(pilot, f"changes-{columns}-by-party")
        assert listed(screen).change is not None
        await press(pilot, "z", "s")
        assert not listed(screen).by_party


async def test_a_record_of_no_issue_is_shown_in_full_where_it_is(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 30)) as pilot:
        screen = await opened(pilot, "z")
        assert listed(screen).move_to("evidence\x1f\x1fsources\x1fpaper")
        await press(pilot, "enter")
        assert screen.is_current
        assert "belongs to no issue" in shown(pilot)
        await press(pilot, "s")
        change = listed(screen).change
        assert change is not None
        assert change.facts[0].title == "What both of them want"


async def test_plain_characters_alone(talks: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSITIONS_ASCII", "1")
    async with running(PositionsApp("talks.yaml"), size=(80, 30)) as pilot:
        await opened(pilot)
        assert shown(pilot).isascii()
        await assert_snapshot(pilot, "changes-80-ascii")


async def test_a_low_screen_shows_the_list_and_the_change_when_asked(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(80, 14)) as pilot:
        screen = await opened(pilot)
        assert not screen.query_one(ChangeDetail).display
        await press(pilot, "plus")
        assert "17 days apart; before, 27" in shown(pilot)
        await press(pilot, "escape")
        assert not screen.is_maximised


@pytest.mark.no_cover
async def test_the_place_stays_in_another_width(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(200, 30)) as pilot:
        screen = await opened(pilot, "n", "n")
        before = issue_at(screen)
        for columns in (60, 200):
            await pilot.resize_terminal(columns, 30)
            await settled(pilot)
        assert issue_at(screen) == before == "toll"


# Nothing to show ---------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_without_changes_there_is_a_sentence(talks: Builder, columns: int) -> None:
    async with running(PositionsApp("talks.yaml"), size=(columns, 20)) as pilot:
        await opened(pilot)
        await compare(pilot, "b", "HEAD")
        await compare(pilot, "a", "HEAD")
        assert "Nothing changed." in shown(pilot)
        await assert_snapshot(pilot, f"changes-{columns}-none")
        await press(pilot, "n", "y", "slash", "z", "plus", "escape")
        assert isinstance(current(pilot), MatrixScreen)


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_nothing_but_form_is_said_so(talks: Builder, columns: int) -> None:
    save(talks, FORM)
    async with running(PositionsApp("talks.yaml"), size=(columns, 20)) as pilot:
        screen = await opened(pilot)
        assert "The working tree says the same as HEAD" in " ".join(shown(pilot).split())
        await compare(pilot, "b", "HEAD")
        await compare(pilot, "a", "working tree")
        assert "but the form of the text" in " ".join(shown(pilot).split())
        await assert_snapshot(pilot, f"changes-{columns}-form")
        await press(pilot, "d")
        assert issue_at(screen) == "truce"


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_a_file_that_is_not_in_git(harbour: str, columns: int) -> None:
    async with running(PositionsApp(harbour), size=(columns, 20)) as pilot:
        await opened(pilot)
        assert "`harbour.yaml` has no revisions." in shown(pilot)
        await assert_snapshot(pilot, f"changes-{columns}-not-in-git")
        await press(pilot, "escape")
        assert isinstance(current(pilot), MatrixScreen)


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_a_file_that_is_absent_in_a_commit(folder: Path, columns: int) -> None:
    found = Builder(folder, folder / ".home")
    found.write(".gitignore", ".home\n")
    found.commit_file("readme.txt", "Talks at the ford.\n", "Begin")
    found.commit_file("talks.yaml", MAY, "Record what both sides wanted in May")
    found.commit_file("talks.yaml", JUNE, "Record what was said in June")
    as_of_this_morning(folder / "talks.yaml")
    async with running(PositionsApp("talks.yaml"), size=(columns, 20)) as pilot:
        screen = await opened(pilot)
        await compare(pilot, "b", "HEAD~2")
        assert "There is no `talks.yaml` in " in shown(pilot)
        await assert_snapshot(pilot, f"changes-{columns}-absent")
        await compare(pilot, "b", "HEAD~1")
        assert screen.has_changes


async def test_a_file_in_no_revision_yet(folder: Path) -> None:
    found = Builder(folder, folder / ".home")
    save(found, MAY)
    assert read().sentence == "The repository has no revisions yet."
    found.commit("Begin")
    save(Builder(folder, folder / ".home"), MAY)
    (folder / "other.yaml").write_text(MAY, encoding="utf-8")
    other = read_changes("other.yaml", None, lambda _: None, lambda: False)
    assert "`other.yaml` is in no revision yet." in other.sentence


def test_standard_input_and_a_revision_that_is_none(talks: Builder) -> None:
    found = read_changes("-", None, lambda _: None, lambda: False)
    assert found.sentence.startswith("Standard input has no revisions.")
    wrong = read(ChangeEnds("HAED", State.WORKING_TREE))
    assert wrong.sentence.startswith("There is no revision `HAED`.")
    assert len(wrong.revisions) == 2


def test_a_dossier_that_never_changed(folder: Path) -> None:
    Builder(folder, folder / ".home").commit_file("talks.yaml", MAY, "Begin")
    assert "no revision changed anything since the first" in read().sentence


def test_an_issue_under_another_name(talks: Builder) -> None:
    renamed = JUNE.replace("  truce: {topic", "  armistice: {formerly: truce, topic")
    save(
        talks,
        renamed.replace("      truce: ", "      armistice: ").replace("{truce:", "{armistice:"),
    )
    found = read()
    assert found.found is not None
    assert "formerly truce; D divided, as before" in text_of(found.found)


def text_of(found: DossierDifference) -> str:
    changes = [change for group in groups(found, by_party=False) for change in group.changes]
    lines = [line for change in changes for line in change_page(found, change, 120, UNICODE)]
    return "\n".join("".join(run.text for run in line) for line in lines)


# What is compared --------------------------------------------------------------------------------


def test_a_tree_that_differs_from_head_comes_first(talks: Builder) -> None:
    save(talks, JUNE.replace("value: 20 days", "value: 10 days"))
    found = read()
    assert found.after is not None
    assert found.after.label == State.WORKING_TREE
    assert found.found is not None
    assert found.found.counts[ChangeClass.SUBSTANCE] == 1
    assert found.note == ""


def test_a_revision_of_form_alone_is_passed_over(talks: Builder) -> None:
    talks.commit_file("talks.yaml", FORM, "Look it through")
    found = read()
    assert found.before is not None
    assert found.before.revision is not None
    assert found.before.revision.subject == "Record what both sides wanted in May"


def test_revisions_that_cannot_be_read_are_passed_over(talks: Builder) -> None:
    talks.commit_file("talks.yaml", "issues: [\n", "Break it")
    save(talks, JUNE)
    assert read().note.startswith(f"{talks.git('rev-parse', 'HEAD')[:9]} cannot be read")
    talks.commit_file("talks.yaml", "issues: [\n", "Break it again")
    found = read()
    assert found.found is not None
    broken = read(ChangeEnds("HEAD", State.WORKING_TREE))
    assert "cannot be read." in broken.sentence


def test_nothing_can_be_read_at_all(folder: Path) -> None:
    Builder(folder, folder / ".home").commit_file("talks.yaml", "issues: [\n", "Break it")
    assert read().sentence.endswith("and no revision can be read.")


def test_errors_beside_what_can_be_read_are_said(talks: Builder) -> None:
    save(talks, JUNE.replace('toll: "20"', 'toll: "20"\n      trce: 3 days'))
    assert read().note.startswith(
        "The working tree has errors, and otherwise says the same as HEAD"
    )
    save(talks, JUNE.replace("value: 20 days", "valu: 20 days"))
    assert "The working tree has errors; what they spoil is left out." in read().note


def test_sides_in_any_order(talks: Builder) -> None:
    save(talks, JUNE.replace("value: 20 days", "value: 10 days"))
    forward = read(ChangeEnds("HEAD~1", State.WORKING_TREE)).found
    back = read(ChangeEnds(State.WORKING_TREE, "HEAD~1")).found
    assert forward is not None
    assert back is not None
    assert [one.toward[0].direction for one in forward.issues[0].stances] == [Direction.TOWARD]
    assert [one.toward[0].direction for one in back.issues[0].stances] == [Direction.AWAY]
    index = read(ChangeEnds(State.INDEX, State.WORKING_TREE))
    assert index.found is not None
    assert read(ChangeEnds(State.WORKING_TREE, State.INDEX)).found is not None
    assert read(ChangeEnds(State.INDEX, State.INDEX)).sentence == "Nothing changed."
    assert read(ChangeEnds("HEAD", State.INDEX)).sentence == "Nothing changed."
    assert read(ChangeEnds("HEAD~1", "HEAD")).found is not None


async def test_a_heading_says_who_moved(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 30)) as pilot:
        await opened(pilot, "k")
        said = shown(pilot)
        assert "→ North toward South: Length of the truce" in said
        assert "North: 1 lowered, 1 reworded" in said
        assert "South: 1 first stated" in said


def test_a_move_has_its_sign_and_both_names(talks: Builder) -> None:
    found = read(ChangeEnds("HEAD~1", "HEAD")).found
    assert found is not None
    [change] = found.issues[0].stances
    [south] = change.toward

    def lines(what: MoveKind, *toward: Toward) -> list[str]:
        moved = replace(change, what=what, toward=toward)
        assert has_direction(moved) == bool(list(moves(found, moved, ASCII_SIGNS)))
        return [run.text for run in moves(found, moved, ASCII_SIGNS)]

    away = south._replace(direction=Direction.AWAY)
    both = away._replace(together=True, reported=True)
    assert lines(MoveKind.LOWERED, south, away) == [
        "> North toward South",
        "< North away from South",
    ]
    assert lines(MoveKind.LOWERED, both) == ["< North and South further apart (by a report)"]
    assert lines(MoveKind.LOWERED, south._replace(direction=Direction.CANNOT_TELL)) == []
    assert lines(MoveKind.DISCLOSED, south) == []
    signs = {sign_of(replace(change, what=what), ASCII_SIGNS) for what in MoveKind}
    assert signs == {"~ ", "* ", ""}


@pytest.mark.no_cover
async def test_two_dates_can_be_compared(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await compare(pilot, "b", "2025-06-02")
        await compare(pilot, "a", "2025-06-01")
        assert "North away from South" in shown(pilot)
        assert screen.has_changes


@pytest.mark.parametrize("columns", [60, 80])
async def test_sides_are_picked_from_a_list(talks: Builder, columns: int) -> None:
    async with running(PositionsApp("talks.yaml"), size=(columns, 24)) as pilot:
        screen = await opened(pilot, "b")
        await assert_snapshot(pilot, f"changes-{columns}-pick")
        await press(pilot, "escape")
        assert screen.is_current
        await press(pilot, "b", "pagedown", "pageup", "down", "down", "down", "up", "down", "enter")
        await press(pilot, "a", *"june", "enter")
        assert "Before  " in shown(pilot)
        assert "as of 2025-05-31  Record w" in shown(pilot)
        await press(pilot, "a")
        await pilot.click("EndPicker OptionList", offset=(3, 0))
        await settled(pilot)
        assert "After   working tree" in shown(pilot)


# Keys --------------------------------------------------------------------------------------------


async def test_n_goes_to_the_next_change_and_begins_again(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 30)) as pilot:
        screen = await opened(pilot)
        seen = [issue_at(screen)]
        for _ in range(3):
            await press(pilot, "n")
            seen.append(issue_at(screen))
        assert seen == ["truce", "monitors", "toll", "truce"]
        await press(pilot, "N")
        assert issue_at(screen) == "toll"
        await press(pilot, "g", "enter")
        assert listed(screen).change is None
        await press(pilot, "n")
        assert "There is no change here." in shown(pilot)


async def test_enter_opens_the_issue_as_it_was_then(talks: Builder) -> None:
    save(talks, FORM)
    async with running(PositionsApp("talks.yaml"), size=(80, 24)) as pilot:
        await opened(pilot, "enter")
        issue = current(pilot)
        assert isinstance(issue, IssueThenScreen)
        await assert_snapshot(pilot, "changes-80-issue-then")
        await press(pilot, "e")
        assert "This is the past" in shown(pilot)
        await press(pilot, "n")
        assert issue.issue == "seat"
        await press(pilot, "N", "R", "escape")
        assert isinstance(current(pilot), ChangesScreen)


async def test_enter_opens_the_present_where_that_is_compared(talks: Builder) -> None:
    save(talks, JUNE.replace("value: 20 days", "value: 10 days"))
    async with running(PositionsApp("talks.yaml"), size=(80, 24)) as pilot:
        await opened(pilot, "enter")
        assert isinstance(current(pilot), IssueScreen)
        assert not isinstance(current(pilot), IssueThenScreen)


async def test_a_pair_begins_at_the_issue_of_the_change(talks: Builder) -> None:
    save(talks, JUNE.replace('toll: "20"', 'toll: "30"'))
    async with running(PositionsApp("talks.yaml"), size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert screen.issue == "toll"
        await press(pilot, "2")
        pair = current(pilot)
        assert isinstance(pair, PairScreen)
        assert pair.issue == "toll"
        await press(pilot, "3", "m", "g")
        assert screen.issue is None  # a heading has no issue


async def test_an_issue_that_is_gone_opens_as_it_was(talks: Builder) -> None:
    gone = "\n".join(line for line in JUNE.split("\n") if "toll" not in line) + "\n"
    save(talks, gone)
    async with running(PositionsApp("talks.yaml"), size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert issue_at(screen) == "toll"
        assert "no longer an issue" in shown(pilot)
        await press(pilot, "enter")
        issue = current(pilot)
        assert isinstance(issue, IssueThenScreen)
        assert issue.issue == "toll"


async def test_a_filter_names_issues_on_either_side(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 30)) as pilot:
        screen = await opened(pilot, "slash", *"topic:war", "enter")
        assert "2 of 3" in shown(pilot)
        await press(pilot, "slash", "x")
        assert "No topic here is called" in shown(pilot)
        await press(pilot, "escape", "enter", "slash", *"seat", "enter")
        assert "The filter names nothing that changed." in shown(pilot)
        await press(pilot, "escape", "slash", *"moved:away", "enter")
        assert "Nobody is seen to go further away" in shown(pilot)
        await press(pilot, "escape")
        assert screen.query_one(FilterBar).words == ""
        assert issue_at(screen) == "truce"


async def test_changes_are_copied_as_markdown(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(80, 24)) as pilot:
        await opened(pilot, "n", "y")
        first = offered(pilot)
        await press(pilot, "escape", "z", "G", "y")
        last = offered(pilot)
        assert "<del>both</del>" in first["This change as Markdown"]
        assert "Length of the truce" not in first["This change as Markdown"]
        assert "Length of the truce" in first["Changes of substance as Markdown"]
        assert "Length of the truce" not in last["This change as Markdown"]
        assert "What both of them want" in last["All changes as Markdown"]


def offered(pilot: Pilot[None]) -> dict[str, str]:
    menu = current(pilot)
    assert isinstance(menu, CopyMenu)
    return menu._texts


async def test_escape_leaves_the_change_before_the_screen(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(80, 24)) as pilot:
        screen = await opened(pilot, "tab")
        assert screen.query_one(ChangeDetail).has_focus
        await press(pilot, "escape")
        assert screen.is_current
        assert listed(screen).has_focus
        await press(pilot, "question_mark")
        await assert_snapshot(pilot, "changes-80-help")
        await press(pilot, "escape", "escape")
        assert isinstance(current(pilot), MatrixScreen)


# Reading -----------------------------------------------------------------------------------------


async def test_a_save_keeps_the_place_and_a_bad_one_changes_nothing(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 30)) as pilot:
        assert isinstance(pilot.app, PositionsApp)
        screen = await opened(pilot, "n")
        assert issue_at(screen) == "monitors"
        save(talks, JUNE.replace("of three neutral", "of five neutral"))
        pilot.app.action_reload()
        await settled(pilot)
        await settled(pilot)
        assert issue_at(screen) == "monitors"
        assert "{+five+}" in shown(pilot)
        save(talks, "issues: [\n")
        pilot.app.action_reload()
        await settled(pilot)
        await settled(pilot)
        assert "{+five+}" in shown(pilot)
        assert "showing the version of" in shown(pilot)
        talks.write("talks.yaml", JUNE)
        await press(pilot, "R")
        assert "{+three neutral+}" in shown(pilot)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What lets the reading go on, which waits for it after its first words."""
    goes_on = threading.Event()

    def wait(
        path: str,
        sides: Sides | None,
        say: Callable[[str], object],
        is_cancelled: Callable[[], bool],
        shown: Loaded | None = None,
    ) -> ChangesRead:
        say("Reading a long history")
        goes_on.wait(10)
        return read_changes(path, sides, say, is_cancelled, shown)

    monkeypatch.setattr(changes_module, "read_changes", wait)
    return goes_on


async def test_what_takes_long_says_what_it_does_and_can_be_ended(
    talks: Builder, slow: threading.Event
) -> None:
    async with running(PositionsApp("talks.yaml"), size=(80, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        assert "Reading a long history. Esc ends it." in shown(pilot)
        await pilot.press("escape")
        await pilot.pause(0.2)
        assert "Reading was ended." in shown(pilot)
        slow.set()
        await pilot.pause(0.3)
        assert "Reading was ended." in shown(pilot)
        await press(pilot, "d")
        assert "17 days apart; before, 27" in shown(pilot)
        slow.clear()
        await pilot.press("R")
        await pilot.pause(0.2)
        assert "Reading a long history. Esc ends it." in shown(pilot)
        await pilot.press("escape")
        slow.set()
        await pilot.pause(0.3)
        assert "Esc ends it" not in shown(pilot)
        assert "17 days apart; before, 27" in shown(pilot)


def test_nobody_waits_any_more(talks: Builder) -> None:
    assert read_changes("talks.yaml", None, lambda _: None, lambda: True).sentence == ""
    answers = iter([False, True])
    assert read_changes("talks.yaml", None, lambda _: None, lambda: next(answers)).sentence == ""


# Width -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [1, 20, 61, 62, 140])
def test_no_line_of_a_change_is_wider_than_its_place(talks: Builder, columns: int) -> None:
    found = whole()
    for by_party in (False, True):
        for group in groups(found, by_party=by_party):
            for change in group.changes:
                for line in change_page(found, change, columns, ASCII):
                    assert columns < 10 or sum(len(run.text) for run in line) <= columns


def test_by_party_nothing_is_lost_and_a_status_is_with_who_changed_it(talks: Builder) -> None:
    found = whole()
    by_issue, by_party = (groups(found, by_party=each) for each in (False, True))
    for change_class in (ChangeClass.EVIDENCE, ChangeClass.WORDING):
        numbers = [
            sum(group.number for group in each if group.change_class is change_class)
            for each in (by_issue, by_party)
        ]
        assert numbers[0] == numbers[1] > 0
    titles = [group.title for group in by_party]
    assert "Substance: North" in titles
    assert "Substance: of no party" not in titles
    assert change_page(found, by_party[0].changes[0], 80, UNICODE)


def whole() -> DossierDifference:
    found = read(ChangeEnds("HEAD~1", "HEAD")).found
    assert found is not None
    return found


async def test_a_filter_asks_who_moved_and_the_log_is_a_list(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 30)) as pilot:
        screen = await opened(pilot)
        hits = {
            "moved:toward by:north": "1 of 3",
            "north toward": "1 of 3",
            "!toward": "2 of 3",
            "moved:toward by:south": "0 of 3",
            "by:south": "1 of 3",
        }
        for words, number in hits.items():
            screen.take_words(words)
            await settled(pilot)
            assert number in screen_text(pilot.app), words
        screen.take_words("")
        await press(pilot, "l", "enter")
        assert len(screen.ends) == 2
        assert screen.has_changes
        kept = screen.ends
        await press(pilot, "l", "down", "enter")  # the first revision has none before it
        assert screen.ends == kept
        assert isinstance(pilot.app, PositionsApp)
        chosen = pilot.app.chosen
        assert chosen.ends == kept
    chosen = chosen.model_copy(update={"looked": "2020-01-01T09:00"})
    async with running(PositionsApp("talks.yaml", remembered=chosen), size=(120, 30)) as pilot:
        await press(pilot, "3")
        again = current(pilot)
        assert isinstance(again, ChangesScreen)
        assert again.ends == kept
        await press(pilot, "b")
        assert "since I last looked: 2020-01-01 09:00" in screen_text(pilot.app)


async def test_the_matrix_filters_by_what_changed_since_a_revision(talks: Builder) -> None:
    async with running(PositionsApp("talks.yaml"), size=(120, 30)) as pilot:
        pilot.app.matrix.take_words("changed:HEAD~1")  # type: ignore[attr-defined]
        await settled(pilot)
        assert "3 of 4" in screen_text(pilot.app)
        for words, said in (
            ("changed:HEAD", "0 of 4"),
            ("changed:nothing", "It cannot be told what changed"),
            ("moved:toward", "asks what changed"),
        ):
            pilot.app.matrix.take_words(words)  # type: ignore[attr-defined]
            await settled(pilot)
            assert said in screen_text(pilot.app), words
