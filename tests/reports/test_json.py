"""Can another program rely on the JSON?"""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.filter.language import matching, parse
from positions.reports.comparison import json as report
from positions.reports.page.json_values import exact, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison


def read(text: str) -> dict[str, Any]:
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def data(harbour: Comparison) -> dict[str, Any]:
    return read(report.comparison_json(harbour))


def row(data: dict[str, Any], issue: str) -> dict[str, Any]:
    (found,) = [row for row in data["rows"] if row["issue"] == issue]
    assert isinstance(found, dict)
    return found


def test_the_head_says_what_is_compared_and_how_it_stands(data: dict[str, Any]) -> None:
    assert data["schema"] == 1
    assert data["title"] == "Pay talks at the port of Vellis"
    assert data["as_of"] == "2024-03-08"
    assert data["filter"] is None
    assert data["parties"][1] == {
        "id": "port",
        "name": "Port Authority",
        "short": "PA",
        "role": "party",
    }
    assert data["counts"]["divided"] == 3
    assert data["counts"]["settled"] == 0
    assert data["convergence"] == {"least": 1, "most": 2, "rows": 8}
    assert data["coverage"] == {"spoken": 14, "cells": 18}
    assert list(data["sources"]) == ["gazette", "radio", "office"]
    assert data["sources"]["radio"] == {
        "publisher": "Radio Vellis",
        "later": False,
        "date": "2024-02-20",
        "title": "Morning news",
        "url": None,
        "via": "a listener's notes",
        "via_reliability": None,
        "archived": None,
        "language": None,
        "reliability": "C",
    }


def test_a_row_has_its_status_its_reason_and_its_gaps(data: dict[str, Any]) -> None:
    pay = row(data, "pay-rise")
    assert (pay["status"], pay["letter"], pay["disputed"]) == ("divided", "D", None)
    assert "not a matter for the talks" in row(data, "cranes")["disputed"]
    assert pay["sentence"]
    assert pay["camps"] == [["union"], ["port"]]
    assert pay["relations"] == [{"parties": ["union", "port"], "relation": "apart"}]
    assert pay["distance"]["figure"] == 3
    (gap,) = pay["gaps"]
    assert (gap["type"], gap["parties"], gap["part"]) == ("quantity", ["union", "port"], None)
    assert gap["distance"] == pay["distance"]


def test_a_cell_has_value_terms_evidence_accounts_and_history(data: dict[str, Any]) -> None:
    cell = row(data, "pay-rise")["cells"]["union"]
    assert cell["speaks"]
    assert cell["blank"] is None
    assert cell["shown"] == ["at least 8 %"]
    assert cell["marks"] == ["accounts differ"]
    assert cell["document"]["id"] == "union-demands"
    position = cell["position"]
    assert position["value"] == {"plain": "at least 8 %", "shown": "at least 8 %"}
    assert (position["sources"], position["credibility"]) == (["gazette"], 2)
    assert position["accounts"]["radio"]["value"]["plain"] == "at least 7 %"
    assert cell["history"][0]["document"]["id"] == "union-leaflet"


def test_terms_are_there_by_name_and_in_words(data: dict[str, Any]) -> None:
    cells = row(data, "notice")["cells"]
    assert cells["union"]["position"]["terms"]["conditions"] == []
    terms = cells["port"]["position"]["terms"]
    assert (terms["starts"], terms["conditions"]) == ("strike-ends", None)
    assert terms["shown"] == ["starts: the strike ends"]


def test_alternatives_parts_blanks_and_reports(data: dict[str, Any]) -> None:
    cranes = row(data, "cranes")["cells"]["port"]["position"]
    assert cranes["value"] is None
    assert cranes["alternatives"]["option-1"]["value"]["plain"] == "consult"
    bonus = row(data, "bonus")
    assert bonus["cells"] == {}
    day, night = bonus["parts"]
    assert (day["part"], day["status"], night["status"]) == ("day", "agreed", "divided")
    assert night["cells"]["union"]["shown"] == ["300 euros"]
    safety = row(data, "safety")["cells"]["port"]
    assert safety["blank"]["type"] == "undisclosed"
    assert safety["blank"]["document"]["id"] == "port-offer"
    assert safety["blank"]["document"]["sources"] == ["office"]
    assert safety["position"] is None
    pensions = row(data, "pensions")["cells"]["port"]
    assert pensions["reported"]
    assert not pensions["older"]
    assert pensions["blank"]["type"] == "undisclosed"


def test_a_renewal_is_a_length_or_yes_or_no(comparison: Comparison) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      n: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {a: {value: 30 days, renewable: 10 days}}}
      s: {party: south, form: statement, date: 2025-01-01, sources: [paper], positions: {a: {value: 30 days, renewable: true}}}
    """
    cells = read(report.comparison_json(comparison))["rows"][0]["cells"]
    assert cells["north"]["position"]["terms"]["renewable"] == "10 days"
    assert cells["south"]["position"]["terms"]["renewable"] is True


def test_a_filter_chooses_rows_and_is_named(harbour: Comparison) -> None:
    words = "status:near"
    data = read(report.comparison_json(harbour, matching(parse(words), harbour), words=words))
    assert data["filter"] == words
    assert [row["issue"] for row in data["rows"]] == ["notice"]
    assert data["counts"]["divided"] == 3


def test_one_issue_has_the_same_shape_as_a_row(harbour: Comparison, data: dict[str, Any]) -> None:
    one = read(report.issue_json(harbour, harbour.row("cranes")))
    assert one["issue"] == row(data, "cranes")
    assert list(one["sources"]) == ["gazette", "office"]


def names(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield name
            yield from names(value)
    elif isinstance(data, list):
        for value in data:
            yield from names(value)


def test_every_name_is_documented(data: dict[str, Any]) -> None:
    ours = {"union", "port", "gazette", "radio", "office", "option-1", "option-2"}
    terms = {"scope", "starts", "until", "by", "renewable", "conditions", "after", "modality"}
    documented = set(re.findall(r"[a-z_]+", report.__doc__ or ""))
    assert set(names(data)) - ours - terms - set(data["counts"]) <= documented


def test_the_text_is_ascii_and_the_data_are_untouched(hostile: Comparison) -> None:
    text = report.comparison_json(hostile)
    assert text.isascii()
    assert "\x1b" not in text
    assert read(text)["rows"][0]["title"] == hostile.rows[0].issue.title


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Fraction(27), 27),
        (Fraction(0), 0),
        (Fraction(-3), -3),
        (Fraction(11, 2), "5.5"),
        (Fraction(1, 8), "0.125"),
        (Fraction(-1, 20), "-0.05"),
        (Fraction(10**30 + 1, 10), "100000000000000000000000000000.1"),
        (Fraction(1, 3), "1/3"),
        (Fraction(7, 6), "7/6"),
    ],
)
def test_numbers_are_exact(number: Fraction, expected: int | str) -> None:
    assert exact(number) == expected


@given(st.fractions())
def test_numbers_can_be_read_back(number: Fraction) -> None:
    assert Fraction(exact(number)) == number


def test_plain_data_hold_nothing_that_json_lacks() -> None:
    data = {"a": [Fraction(1, 2), None, True, 3, "x"], 1: {"b": frozenset({"y"})}, "c": b"z"}
    assert plain(data) == {"a": ["0.5", None, True, 3, "x"], "1": {"b": ["y"]}, "c": "b'z'"}


def test_a_row_says_what_its_values_are_measured_against(comparison: Comparison) -> None:
    """
    issues:
      cap: {topic: T, title: Cap, kind: scale, ends: [No cap, Full cap], near: 10}
      rank: {topic: T, title: Rank, kind: choice, ordered: true, options: {low: Low, high: High}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {cap: 40, rank: low}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {cap: 50, rank: high}}
    """
    cap, rank = json.loads(report.comparison_json(comparison))["rows"]
    ten = {"figure": 10, "text": "10 points", "about": False}
    assert (cap["ends"], cap["ladder"], cap["near"]) == (["No cap", "Full cap"], None, ten)
    assert (cap["status"], cap["relations"][0]["relation"], cap["distance"]) == (
        "near",
        "apart",
        ten,
    )
    assert (rank["ends"], rank["ladder"], rank["near"]) == (None, ["low", "high"], None)
    assert rank["distance"]["text"] == "1 step"
