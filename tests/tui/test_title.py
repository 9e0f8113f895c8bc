"""The line at the top of a screen: can its counts be misread, and does it say what they are?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.snapshots import running, screen_lines
from tui.app.app import PositionsApp
from tui.bars.title import title_line
from tui.state.view import read

if TYPE_CHECKING:
    from pathlib import Path

OPEN = """
dossier: {format: 1, title: Talks at the ford, as_of: 2025-06-02}
parties: {north: {name: North}, south: {name: South}}
sources: {paper: {publisher: The Paper, date: 2025-05-01, title: Talks}}
issues:
  truce: {topic: War, title: Truce, kind: duration}
  toll: {topic: War, title: Toll, kind: text}
memoranda:
  north: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 3 days, toll: silent}}
  south: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 9 days}}
"""


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (40, "Talks at the ford  D1 1 open"),
        (50, "Talks at the ford  2025-06-02  D1 1 open   0 of 2"),
        (56, "Talks at the ford  2025-06-02  D1 1 open    agreed 0 of 2"),
        (70, "Talks at the ford  2025-06-02  D1 1 open    agreed or settled 0 of 2"),
    ],
)
def test_a_narrow_title_line_shows_no_count_as_less_than_nothing(
    folder: Path, columns: int, line: str
) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    text = title_line(read("ford.yaml"), columns).plain
    assert " ".join(text.split()) == " ".join(line.split())


def test_a_title_that_is_cut_leaves_room_for_what_the_figures_are_of(folder: Path) -> None:
    long = OPEN.replace("Talks at the ford", "Talks at the ford between North and South")
    (folder / "ford.yaml").write_text(long, encoding="utf-8")
    view = read("ford.yaml")
    assert title_line(view, 66).plain == (
        "Talks at the ford between …  2025-06-02  D1 1 open   agreed 0 of 2"
    )
    assert title_line(view, 60).plain == (
        "Talks at the ford between N…  2025-06-02  D1 1 open   0 of 2"
    )


async def test_a_heading_counts_open_rows_in_words(folder: Path) -> None:
    (folder / "ford.yaml").write_text(OPEN, encoding="utf-8")
    async with running(PositionsApp("ford.yaml")) as pilot:
        assert screen_lines(pilot.app)[2].startswith(" ▾ War  D1 1 open ──")
