"""What is not known, as a page and as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from positions.analysis.coverage import coverage
from positions.comparison.compare import compare
from positions.filter.language import matching_cells, parse
from positions.model.vocabulary import Blank
from positions.reports.page.render import render
from positions.reports.unknown.cells import doubts
from positions.reports.unknown.json import unknown_json
from positions.reports.unknown.page import unknown_page

if TYPE_CHECKING:
    from positions.loader import Loaded


def test_every_doubt_has_its_kind_and_its_cell_the_gravest_first(loaded: Loaded) -> None:
    """
    sources:
      leak: {publisher: Leak, title: A, date: 2025-06-01, reliability: E}
      gazette: {publisher: Gazette, title: B, date: 2025-06-01, reliability: A}
      blog: {publisher: Blog, title: C, date: 2025-06-01}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      seat: {topic: Talks, title: Seat, kind: text, disputed: Whether talks are held.}
      prisoners: {topic: War, title: Prisoners, kind: quantity, unit: people, parts: {ill: The ill, young: The young}}
      fee: {topic: Talks, title: Fee, kind: quantity, unit: crowns}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-06-01
        title: The plan
        sources: [leak, gazette]
        credibility: 2
        points: [I, II]
        positions:
          truce: {value: 30 days, clause: I}
          seat: {sources: leak, alternatives: {a: at the table, b: {value: behind it, basis: inferred}}}
          prisoners: {parts: {ill: 5}}
      talk:
        party: south
        form: report
        date: 2025-06-02
        positions: {truce: 5 days, fee: {value: 3, sources: blog}, seat: undisclosed}
    """
    assert loaded.dossier is not None
    comparison = compare(loaded.dossier)
    found = [
        (group.kind, group.title, [(one.party, one.issue, one.said) for one in group.cells])
        for group in doubts(comparison)
    ]

    assert found == [
        (
            "blanks",
            "undisclosed: the party has not disclosed its position",
            [("south", "seat", "Seat")],
        ),
        (
            "blanks",
            "uncoded: the party has nothing recorded here",
            [("south", "prisoners", "Prisoners (both parts)")],
        ),
        (
            "blanks",
            "unseen: the party has no provision on this in the part of its text that was read",
            [("north", "prisoners", "Prisoners (The young)"), ("north", "fee", "Fee")],
        ),
        (
            "texts",
            "texts of which not all is known, or was read",
            [("north", "prisoners", "The plan (1 June 2025): read: part")],
        ),
        (
            "words",
            "known from a report alone",
            [("south", "truce", "Truce"), ("south", "fee", "Fee")],
        ),
        ("words", "inferred by the analyst", [("north", "seat", "Seat")]),
        ("premises", "premises in dispute", [("", "seat", "Whether talks are held.")]),
        (
            "points",
            "points of a document without a cell",
            [("north", "", "The plan (1 June 2025)")],
        ),
        ("sources", "no source is named", [("south", "truce", "Truce")]),
        ("sources", "no source is graded", [("south", "fee", "Fee")]),
        ("sources", "best source E2: unreliable; probably true", [("north", "seat", "Seat")]),
        ("sources", "best source A2: completely reliable; probably true", []),
    ]
    assert doubts(comparison)[-1].count == 2
    counted = coverage(comparison)
    titled = {group.title.partition(":")[0]: group.count for group in doubts(comparison)}
    for blank in ("undisclosed", "uncoded", "unseen"):
        assert titled[blank] == sum(one.blanks[Blank(blank)] for one in counted)
    assert titled["known from a report alone"] == sum(one.reported for one in counted)
    assert titled["inferred by the analyst"] == sum(one.inferred for one in counted) == 1
    page = render(unknown_page(comparison, [comparison.row("seat")], words="seat"))
    assert "North  speaks on 1 of 1 issue" in page
    assert "South: Seat" in page
    assert "Prisoners" not in page
    assert "points of a document" not in page
    for words, number, party, known in (
        ("party:south", 4, "south", "2 of 5"),
        ("South", 4, "south", "2 of 5"),
        ("!party:north seat", 1, "south", "0 of 1"),
        ("party:north", 4, "north", "3 of 5"),
    ):
        chosen, parties = matching_cells(parse(words), comparison)
        assert parties == frozenset({party})
        assert len(chosen) == number
        cells = [one for group in doubts(comparison, chosen, parties) for one in group.cells]
        assert {one.party for one in cells} == {party}
        page = render(unknown_page(comparison, chosen, parties))
        assert f"Coverage: {known} positions known" in page
    assert matching_cells(parse("party:north or seat"), comparison)[1] is None
    data = json.loads(unknown_json(comparison, comparison.rows))
    assert data["doubts"][0]["cells"] == [
        {"party": "south", "issue": "seat", "label": "South", "said": "Seat", "document": None}
    ]
