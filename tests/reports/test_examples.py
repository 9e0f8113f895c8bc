"""The smaller case beside the first: four parties, a mediator's draft and its two revisions."""

from __future__ import annotations

import pytest

import positions
from positions.comparison.rows import Comparison, Status
from positions.model.moment import Moment
from tests.rendered import comparison_text
from tests.reports.golden_files import expect

CLIMATE = "data/examples/climate-finance.yaml"


def _comparison(day: str) -> Comparison:
    loaded = positions.load(CLIMATE)
    assert loaded.problems == ()
    assert loaded.dossier is not None
    return positions.compare(loaded.dossier, as_of=Moment.parse(day))


@pytest.mark.parametrize("day", ["2024-11-21", "2024-11-22", "2024-11-23", "2024-11-24"])
def test_the_whole_comparison(day: str) -> None:
    expect(f"climate-{day}.txt", comparison_text(_comparison(day)))


def test_each_revision_of_the_draft_comes_nearer_to_the_group_that_asks_for_more() -> None:
    far = {
        day: _comparison(day).row("core-goal").whole.bridges["presidency", "g77"].distance
        for day in ("2024-11-22", "2024-11-23")
    }

    assert {day: one and one.figure for day, one in far.items()} == {
        "2024-11-22": 250,
        "2024-11-23": 200,
    }


def test_a_revision_that_was_read_in_part_replaces_only_what_it_is_seen_to_mention() -> None:
    comparison = _comparison("2024-11-23")

    for issue, draft in (("core-goal", "3"), ("target-year", "3"), ("floors", "2")):
        standing = comparison.row(issue).leaves[0].standings["presidency"]
        assert standing.entry is not None
        assert standing.entry.document.id == f"draft-{draft}"
        assert standing.older is (draft == "2")


def test_what_was_adopted_settles_its_rows_and_no_others() -> None:
    comparison = _comparison("2024-11-24")
    settled = {row.issue.id for row in comparison.rows if row.status is Status.SETTLED}

    assert settled == {"core-goal", "wider-goal", "target-year"}


def test_every_cell_has_a_source_that_can_be_opened() -> None:
    dossier = _comparison("2024-11-24").dossier

    assert all(source.url for source in dossier.sources.values())
    for document in dossier.memoranda.values():
        assert document.sources
