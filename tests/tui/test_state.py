"""Which version of a dossier is shown, after each thing that can happen to its file?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.comparison.selection import Lens
from tests.tui.snapshots import stopped_clock
from tui.bars.banner import sentence
from tui.state.view import compared, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = """
    issues:
      length: {topic: Ceasefire, title: Length, kind: duration}
    memoranda:
      note:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        positions: {length: 30 days}
"""
FAULTY = GOOD.replace("30 days", "thirty moons")
UNREADABLE = "dossier: {title: [\n"


def test_a_good_version_is_shown_without_a_word(written: Callable[[str], str]) -> None:
    view = read(written(GOOD))
    assert view.comparison is not None
    assert not view.has_errors
    assert sentence(view) == ""


def test_the_first_version_is_shown_as_far_as_it_can_be_read(
    written: Callable[[str], str],
) -> None:
    view = read(written(FAULTY))
    assert view.comparison is not None
    assert not view.stale
    assert sentence(view) == ("1 problem; some of the dossier could not be read; 6 shows it")


@pytest.mark.parametrize("bad", [FAULTY, UNREADABLE])
def test_a_bad_save_keeps_the_last_good_version(written: Callable[[str], str], bad: str) -> None:
    with stopped_clock():
        good = read(written(GOOD))
        view = read(written(bad), good)
    assert view.comparison is good.comparison
    assert view.stale
    assert view.problems
    assert sentence(view) == "1 problem; showing the version of 09:41; 6 shows it"


def test_one_bad_save_after_another_keeps_it_too_and_a_good_one_ends_it(
    written: Callable[[str], str],
) -> None:
    good = read(written(GOOD))
    view = read(written(UNREADABLE), read(written(FAULTY), good))
    assert view.comparison is good.comparison
    mended = read(written(GOOD.replace("30 days", "60 days")), view)
    assert not mended.stale
    assert mended.comparison is not good.comparison


def test_a_faulty_start_gives_way_to_the_next_faulty_version(
    written: Callable[[str], str],
) -> None:
    first = read(written(FAULTY))
    second = read(written(FAULTY.replace("Length", "How long")), first)
    assert second.comparison is not None
    assert second.comparison.rows[0].issue.title == "How long"
    unreadable = read(written(UNREADABLE), second)
    assert unreadable.stale
    assert not read(written(FAULTY), unreadable).stale


def test_a_file_that_goes_leaves_what_was_shown(
    written: Callable[[str], str], folder: Path
) -> None:
    with stopped_clock():
        good = read(written(GOOD))
        (folder / "test.yaml").unlink()
        view = read("test.yaml", good)
    assert view.gone
    assert view.comparison is good.comparison
    assert sentence(view) == "test.yaml is gone; showing the version of 09:41"


def test_without_a_file_there_is_a_problem_and_no_comparison(folder: Path) -> None:
    view = read("nowhere.yaml")
    assert view.comparison is None
    assert [problem.code for problem in view.problems] == ["unreadable-file"]


def test_an_unreadable_start_has_no_comparison_until_it_is_mended(
    written: Callable[[str], str],
) -> None:
    view = read(written(UNREADABLE))
    assert view.comparison is None
    assert compared(view, Lens(("north",))).comparison is None
    assert read(written(GOOD), view).comparison is not None


def test_a_version_of_another_day_is_named_by_its_day(written: Callable[[str], str]) -> None:
    assert read(written(GOOD)).good_at == "2025-06-02 09:41"


def test_chosen_parties_are_kept_as_far_as_they_exist(written: Callable[[str], str]) -> None:
    path = written(GOOD)
    view = read(path, None, Lens(("south", "nobody")))
    assert view.comparison is not None
    assert [party.id for party in view.comparison.parties] == ["south"]
    every = compared(view, Lens(("nobody",)))
    assert every.comparison is not None
    assert len(every.comparison.parties) == 2
