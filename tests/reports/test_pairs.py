"""How is it told who is nearest to whom, and what two parties say to each other?"""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

import positions
from positions.analysis.overview import survey
from positions.analysis.pairs import pair_up
from positions.comparison.compare import narrowed
from positions.reports.pairs.json import pair_json, pairs_json
from positions.reports.pairs.words import dividing, nothing_divides
from positions.text.safe import width
from tests.four_parties import FOUR
from tests.from_docstring import comparison, dossier, loaded, text
from tests.generated import many_parties
from tests.rendered import pair_markdown, pair_text, pairs_markdown, pairs_text
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison, Row

__all__ = ["comparison", "dossier", "loaded", "text"]


def every(comparison: Comparison, columns: int = 100, *, whole: bool = False) -> str:
    return pairs_text(survey(comparison), whole=whole, columns=columns)


def full(comparison: Comparison, columns: int = 100, *, whole: bool = False) -> str:
    (one,) = pair_up(comparison).all
    gaps = dividing(one)
    rows = [row for row in comparison.rows if whole or row.issue.id in gaps]
    return pair_text(comparison, one, comparison.rows, rows, columns=columns)


def four_parties() -> Comparison:
    found = positions.loads(FOUR, "four.yaml")
    assert found.dossier is not None
    assert not found.problems, [str(problem) for problem in found.problems]
    return positions.compare(found.dossier)


@pytest.mark.parametrize("columns", [60, 100])
def test_every_pair_the_nearest_first(columns: int) -> None:
    expect(f"pairs-{columns}.txt", every(four_parties(), columns))


def test_every_pair_as_markdown() -> None:
    found = four_parties()
    told = pairs_markdown(survey(found))
    expect("pairs.md", told)


def test_every_pair_as_json() -> None:
    found = four_parties()
    told = json.loads(pairs_json(survey(found)))

    assert told["issues"] == ["truce", "monitors", "toll", "seat"]
    assert [(one["rank"], *one["parties"]) for one in told["pairs"]] == [
        (1, "north", "east"),
        (1, "south", "east"),
        (3, "north", "south"),
        (None, "north", "west"),
        (None, "south", "west"),
        (None, "east", "west"),
    ]
    pair = told["pairs"][2]
    assert (pair["both"], pair["undivided"]) == (4, 2)
    assert [pair[stand] for stand in ("same", "near", "apart", "unknown")] == [
        ["seat"],
        ["truce"],
        ["toll"],
        ["monitors"],
    ]
    assert pair["farthest"] == [
        {
            "issue": "toll",
            "part": "cart",
            "distance": {"figure": 8, "text": "8 crowns", "about": False},
        }
    ]
    west, east = told["parties"][3], told["parties"][2]
    assert (west["spoken"], west["blanks"]["uncoded"]) == (0, 5)
    assert (east["spoken"], east["reported"], east["issues_and_parts"]) == (2, 2, 5)


def test_of_many_parties_each_one_s_nearest_are_told() -> None:
    found = positions.compare(many_parties(12, 20))
    told = every(found)
    expect("pairs-many.txt", told)
    assert "Party 12: shares no issue with any other." in told
    listed = every(found, whole=True)
    for first, second in combinations(range(1, 13), 2):
        assert f"Party {first:02d} and Party {second:02d}" in listed


@pytest.mark.parametrize("columns", [60, 100])
def test_a_pair_in_full_marks_what_one_alone_says(columns: int) -> None:
    pair = narrowed(four_parties(), ["south", "north"])
    told = full(pair, columns, whole=True)
    expect(f"pair-{columns}.txt", told)
    assert "North  {at least} 30 days" in told
    assert "{starts: The river thaws}" in told
    assert "commission of {neutral} sides" in told
    assert "in braces" in told.replace("\n", " ")


def test_a_pair_in_full_shows_the_gaps_alone_at_first() -> None:
    told = full(narrowed(four_parties(), ["south", "north"]))
    assert "Seat of the talks" not in told
    assert "1 more issue without a gap between them: --all." in told


def test_a_pair_as_markdown_and_as_json() -> None:
    pair = narrowed(four_parties(), ["south", "east"])
    (one,) = pair_up(pair).all
    told = pair_markdown(pair, one, pair.rows, pair.rows[:1])
    expect("pair.md", told)
    data = json.loads(pair_json(pair, one, pair.rows[:1]))
    assert [row["issue"] for row in data["rows"]] == ["truce"]
    assert data["pair"]["parties"] == ["south", "east"]
    assert data["pair"]["same"] == ["seat"]


def test_where_nothing_divides_two_it_is_said_why() -> None:
    found = four_parties()

    def said(first: str, second: str, rows: tuple[Row, ...]) -> str:
        (one,) = pair_up(narrowed(found, [first, second]), rows).all
        return nothing_divides(narrowed(found, [first, second]), one, rows)

    seat, toll = (found.row("seat"),), (found.row("toll"),)
    assert said("north", "south", seat) == (
        "Nothing divides them on the 1 issue on which both speak."
    )
    assert (
        said("north", "west", found.rows)
        == "West speaks on none of these issues; North speaks on 4."
    )
    assert said("west", "east", found.rows) == (
        "West speaks on none of these issues; The Eastern Provinces speaks on 2."
    )
    assert said("west", "east", toll) == "Neither of them speaks on any of these issues."
    lone = narrowed(found, ["north", "west"])
    assert "West speaks on none of these issues" in full(lone)
    (one,) = pair_up(lone).all
    assert "West speaks on none of these issues" in pair_markdown(lone, one, lone.rows, ())


def test_two_who_speak_on_different_issues_share_none(comparison: Comparison) -> None:
    """
    issues:
      one: {topic: T, title: One, kind: duration}
      two: {topic: T, title: Two, kind: duration}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {one: 1 day}}
      s: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {two: 1 day}}
    """
    told = full(comparison)
    assert "North alone on 1 and South alone on 1." in told
    assert "There is no issue on which both of them speak." in told


def test_a_filter_is_named_even_where_it_leaves_nothing() -> None:
    found = narrowed(four_parties(), ["north", "south"])
    counted = survey(found, ())
    (one,) = counted.pairs.all
    told = (
        pairs_text(counted, words="zzz"),
        pairs_markdown(counted, words="zzz"),
        pair_text(found, one, (), (), words="zzz"),
        pair_markdown(found, one, (), (), words="zzz"),
    )
    for each in told:
        assert "No issue matches the filter: zzz" in each
        assert "Nothing divides" not in each


def test_one_party_has_no_pair(comparison: Comparison) -> None:
    """
    parties: {north: {name: North}}
    issues: {one: {topic: T, title: One, kind: duration}}
    memoranda: {n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {one: }}}
    """
    told = every(comparison)
    assert "1 issue, 1 party, 0 pairs." in told
    assert "nearest" not in told
    assert "1 uncoded" in told


@pytest.mark.parametrize("columns", [20, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    told = [every(four_parties(), columns), every(positions.compare(many_parties(9, 5)), columns)]
    told.append(full(narrowed(four_parties(), ["east", "north"]), columns, whole=True))
    for each in told:
        assert max(map(width, each.splitlines())) <= columns


def test_hostile_text_is_data(hostile: Comparison) -> None:
    (one,) = pair_up(hostile).all
    told = (
        every(hostile),
        full(hostile, whole=True),
        pairs_json(survey(hostile)),
        pairs_markdown(survey(hostile)),
        pair_markdown(hostile, one, hostile.rows, hostile.rows),
    )
    for each in told:
        assert "\x1b" not in each
        assert "\u202e" not in each
    assert "<script>" not in told[-1] + told[-2]


def test_colours_only_add(hostile: Comparison) -> None:
    (one,) = pair_up(hostile).all
    plain = full(hostile, whole=True)
    coloured = pair_text(hostile, one, hostile.rows, hostile.rows, colour=True)
    assert "\x1b[1m" in coloured
    for code in ("0", "1", "2", "1;33", "1;35", "1;36"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain
