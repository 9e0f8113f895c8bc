"""What became of each point of a text, as a page and as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from positions.analysis.points import points_of
from positions.reports.page.render import render
from positions.reports.points.json import points_json
from positions.reports.points.page import points_page

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def test_each_point_has_a_line_with_what_cites_it_or_why_nothing_does(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Length of the truce, kind: duration}
      seat: {topic: Talks, title: Seat of the talks, kind: text}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-06-01
        read: whole
        title: The plan
        sources: [paper]
        points: [I.1, I.2, II]
        left_out: {II: A greeting.}
        positions:
          truce: {value: 30 days, clause: I.1}
          seat: at the table
    """
    page = points_page(dossier, points_of(dossier))
    text = render(page).splitlines()

    assert text[:2] == ["A test", "3 points: 1 cited, 1 left out, 1 not accounted for."]
    assert text[3].startswith("── North: The plan (memorandum of 1 June 2025) ──")
    assert text[4:] == [
        "read: whole",
        "points: 1 cited, 1 left out, 1 not accounted for",
        "I.1: Length of the truce",
        "I.2: no position cites it, and nothing says why",
        "II: left out: A greeting.",
        "positions that cite no point: Seat of the talks",
    ]
    assert "- **I.1**: Length of the truce" in render(page, "markdown").splitlines()
    assert json.loads(points_json(dossier, points_of(dossier))) == {
        "schema": 1,
        "title": "A test",
        "documents": [
            {
                "id": "plan",
                "party": "north",
                "title": "The plan",
                "form": "memorandum",
                "date": "2025-06-01",
                "read": "whole",
                "points": [
                    {"point": "I.1", "issues": ["truce"], "left_out": None},
                    {"point": "I.2", "issues": [], "left_out": None},
                    {"point": "II", "issues": [], "left_out": "A greeting."},
                ],
                "missing": ["I.2"],
                "uncited": ["seat"],
            }
        ],
    }


def test_a_document_without_a_list_of_points_says_so(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Length of the truce, kind: duration}}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-06-01
        sources: [paper]
        positions: {truce: 30 days}
    """
    told = render(points_page(dossier, points_of(dossier, ["plan"])))

    assert "points: none is listed\n" in told
    assert render(points_page(dossier, ())).endswith("No document lists its points.\n")
