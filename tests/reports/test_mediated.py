"""A mediator's paper, an observer's and a draft of nobody in the reports, row by row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import positions
from positions.reports.comparison.json import comparison_json
from positions.reports.issue.sheet import issue_page
from positions.reports.page.render import render
from tests.paths import MEDIATED
from tests.rendered import comparison_markdown, comparison_text
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return positions.loads(MEDIATED.read_bytes(), "tests/dossiers/mediated.yaml")


@pytest.fixture(scope="module")
def mediated(loaded: Loaded) -> Comparison:
    assert loaded.dossier is not None
    assert loaded.problems == ()
    return positions.compare(loaded.dossier)


def test_the_comparison_names_what_each_column_is(mediated: Comparison) -> None:
    expect("mediated.txt", comparison_text(mediated, columns=140))
    assert "| The County (mediator) |" in comparison_markdown(mediated)


@pytest.mark.parametrize("issue", ["closure", "share", "name"])
def test_an_issue_says_salience_reservation_reference_point_and_basis(
    loaded: Loaded, mediated: Comparison, issue: str
) -> None:
    found = issue_page(mediated, mediated.row(issue), loaded.span)

    expect(f"mediated-{issue}.txt", render(found))


def test_json_has_roles_bridges_and_what_negotiation_analysis_asks(mediated: Comparison) -> None:
    data = json.loads(comparison_json(mediated))
    roles = {party["id"]: party["role"] for party in data["parties"]}
    rows = {row["issue"]: row for row in data["rows"]}
    bridges = {tuple(one["parties"]): one for one in rows["closure"]["bridges"]}
    north, draft = (rows["closure"]["cells"][party]["position"] for party in ("north", "draft"))

    assert roles["county"] == "mediator"
    assert bridges["county", "north"]["relation"] == "apart"
    assert bridges["county", "north"]["distance"]["text"] == "30 days"
    assert bridges["draft", "north"]["terms_same"] is True
    assert (north["salience"], north["reason"]) == (80, "The market needs the bridge in August.")
    assert north["speaker"] == "the mayor"
    assert north["reservation"]["plain"] == "at most 60 days"
    assert north["reservation"]["basis"] == "stated"
    assert (draft["as_in"], draft["salience"], draft["speaker"]) == ("north-paper", None, None)
    assert rows["tolls"]["bridges"]
