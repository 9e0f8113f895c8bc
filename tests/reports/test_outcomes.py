"""Outcomes in every report: settled rows, disputes, deliveries, and on whose word they rest."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import positions
from positions.changes.difference import difference
from positions.changes.log import loaded_difference
from positions.filter.language import matching, parse
from positions.reports.changes.page import difference_page
from positions.reports.comparison.csv import comparison_csv
from positions.reports.comparison.json import comparison_json, issue_data
from positions.reports.issue.sheet import issue_page
from positions.reports.page.facts import FactKind
from positions.reports.page.render import render
from tests.rendered import comparison_markdown, comparison_text
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded

EXCHANGE = "tests/dossiers/exchange.yaml"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    found = positions.load(EXCHANGE)
    assert found.problems == ()
    return found


@pytest.fixture(scope="module")
def comparison(loaded: Loaded) -> Comparison:
    assert loaded.dossier is not None
    return positions.compare(loaded.dossier)


@pytest.mark.parametrize("columns", [100, 60])
def test_a_comparison_says_what_was_agreed_under_each_row(
    comparison: Comparison, columns: int
) -> None:
    expect(f"exchange-{columns}.txt", comparison_text(comparison, columns=columns))


def test_an_outcome_that_stands_on_accounts_alone_has_their_sources() -> None:
    loaded = positions.load("data/positions.yaml")
    assert loaded.dossier is not None
    comparison = positions.compare(loaded.dossier)
    text = render(issue_page(comparison, comparison.row("bodies"), loaded.span))
    outcome = text[text.index("outcome: ") : text.index("\nUkraine\n")]

    assert "account of Russia" in outcome
    assert "source: Associated Press" in outcome
    assert "none named" not in outcome


@pytest.mark.parametrize("issue", ["prisoners", "bodies", "truce"])
def test_a_sheet_has_every_outcome_with_its_sources(
    loaded: Loaded, comparison: Comparison, issue: str
) -> None:
    found = issue_page(comparison, comparison.row(issue), loaded.span)

    expect(f"exchange-{issue}.txt", render(found))
    assert [fact.said for fact in found.sections(FactKind.OUTCOME)] == {
        "prisoners": ["The second round, 5 May 2024", "The first round, 2 April 2024"],
        "bodies": ["The dead, 5 May 2024"],
        "truce": ["short-truce, 5 May 2024"],
    }[issue]


def test_markdown_numbers_the_sources_of_outcomes(loaded: Loaded, comparison: Comparison) -> None:
    expect("exchange.md", comparison_markdown(comparison))
    found = issue_page(comparison, comparison.row("bodies"), loaded.span)
    expect("exchange-bodies.md", render(found, "markdown"))


def test_json_has_outcomes_where_it_has_cells(comparison: Comparison) -> None:
    data: dict[str, Any] = json.loads(comparison_json(comparison))
    rows = {row["issue"]: row for row in data["rows"]}
    wounded = next(part for part in rows["prisoners"]["parts"] if part["part"] == "wounded")
    (dead,) = rows["bodies"]["outcomes"]

    assert rows["prisoners"]["outcomes"] == []
    assert [(one["id"], one["settles"]) for one in wounded["outcomes"]] == [
        ("second-round", True),
        ("first-round", False),
    ]
    assert wounded["outcomes"][0]["confirmed_by"] == ["hill", "vale"]
    assert wounded["outcomes"][0]["position"]["value"]["shown"] == "all for all"
    assert wounded["outcomes"][0]["delivered"]["hill"]["blank"] == "declined"
    assert wounded["outcomes"][1]["delivered"]["all"]["date"] == "2024-04-12"
    assert dead["position"] is None
    assert dead["accounts"]["vale"]["credibility"] == 3
    assert dead["note"] == "Counted at the bridge."
    assert dead["disputes"][0] == {
        "about": "agreed",
        "parties": [["hill"], ["vale"]],
        "relation": "apart",
        "types": ["quantity", "symmetry"],
        "distance": {"figure": 60, "text": "60 bodies from Vale to Hill", "about": False},
    }
    assert [(one["by"], one["parties"], one["relation"]) for one in dead["deliveries"]] == [
        ("hill", ["hill"], "apart"),
        ("hill", ["vale"], "apart"),
        ("vale", ["hill"], "apart"),
        ("vale", ["vale"], "apart"),
    ]
    assert dead["sentences"][0].startswith("Agreed on 5 May 2024, by Hill's account: 60 bodies")
    assert set(data["sources"]) == {"herald", "gazette", "radio"}
    alone: dict[str, Any] = issue_data(comparison, comparison.row("seat"))
    assert alone["issue"]["outcomes"][0]["position"]["blank"] == "undisclosed"
    assert "gazette" in alone["sources"]


def test_a_spreadsheet_has_the_newest_outcome(comparison: Comparison) -> None:
    rows = list(csv.DictReader(comparison_csv(comparison).lstrip("\ufeff").splitlines()))
    said = {(row["issue"], row["part"]): row["outcome"] for row in rows}

    assert said["seat", ""] == "What Hill and Vale agreed on 5 May 2024 is not disclosed."
    assert "Hill has declined to say what was delivered." in said["prisoners", "wounded"]


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("outcome:settled", ["prisoners"]),
        ("outcome:disputed", ["bodies", "truce"]),
        ("outcome:delivered", ["prisoners", "bodies"]),
        ("outcome:settled,disputed !outcome:delivered", ["truce"]),
        ("source:gazette", ["prisoners", "bodies", "truce", "seat"]),
    ],
)
def test_rows_are_found_by_what_became_of_them(
    comparison: Comparison, words: str, issues: list[str]
) -> None:
    assert [row.issue.id for row in matching(parse(words), comparison)] == issues


TEXT = Path(EXCHANGE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("value: 2-3 days", "value: 3 days", "short-truce, 5 May 2024"),
        ("confirmed_by: [hill, vale]", "confirmed_by: [hill]", "The second round, 5 May 2024"),
        ("hill: 60 for 0", "hill: 50 for 0", "The dead, 5 May 2024"),
        ("61 for 7", "61 for 8", "The dead, 5 May 2024"),
    ],
)
def test_a_changed_outcome_is_substance_by_which_nobody_moves(
    old: str, new: str, said: str
) -> None:
    before, after = positions.loads(TEXT), positions.loads(TEXT.replace(old, new))
    assert before.dossier is not None
    assert after.dossier is not None
    found = loaded_difference(before, after)
    text = render(difference_page(found, ("Talks",)))

    assert said in text
    assert "no other party moved" not in text
    assert "Substance: 1 fact changed." in text
    assert not any(issue.stances for issue in found.issues)
    assert found.issues == difference(before.dossier, after.dossier).issues


@pytest.mark.parametrize("backward", [False, True])
def test_an_outcome_that_comes_or_goes_changes_the_status(*, backward: bool) -> None:
    start, end = TEXT.index("  second-round:"), TEXT.index("  dead:")
    sides = [positions.loads(TEXT[:start] + TEXT[end:]), positions.loads(TEXT)]
    before, after = reversed(sides) if backward else sides
    found = loaded_difference(before, after)
    text = render(difference_page(found, ("Talks",)))

    assert [issue.issue.id for issue in found.issues] == ["prisoners"]
    assert f"{'removed' if backward else 'added'}: outcome The second round, 5 May 2024" in text
    assert found.of(["vale"]).issues == found.issues
    (fact,) = found.issues[0].facts
    assert fact.of_all
