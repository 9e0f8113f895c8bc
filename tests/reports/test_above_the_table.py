"""What stands above the table, and what is marked as later than the moment that is looked at?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import positions
from positions.model.moment import Moment
from positions.reports.comparison.json import comparison_json
from positions.reports.comparison.page import comparison_page
from positions.reports.issue.sheet import issue_page
from positions.reports.page.look import Look
from positions.reports.page.render import render
from positions.reports.page.tables import Layout
from tests.rendered import comparison_markdown, comparison_text

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded
    from positions.model.dossier import Dossier


def _plain(text: str) -> str:
    return " ".join(text.split())


def _sheet(comparison: Comparison, loaded: Loaded, issue: str) -> str:
    page = issue_page(comparison, comparison.row(issue), loaded.span)
    return _plain(render(page, look=Look(200)))


def test_how_documents_react_to_others_stands_above_the_table(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: The Southern States, plural: true}, un: {name: The UN, role: mediator}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      draft: {party: un, form: memorandum, date: 2025-05-01, title: The first draft, sources: [paper], positions: {truce: 9 days}}
      other: {party: un, form: memorandum, date: 2025-05-02, sources: [paper], positions: {truce: 8 days}}
      early: {party: north, form: statement, date: 2025-05-03, sources: [paper], reactions: {draft: as a basis}}
      late: {party: north, form: statement, date: 2025-05-10, sources: [paper], reactions: {draft: rejects, other: with reservations}}
      press: {party: south, form: report, date: 2025-05-11, sources: [paper], reactions: {draft: accepts}}
    """
    told = (
        "North rejects “The first draft” as a whole (10 May 2025). North accepts the UN's memorandum "
        "of 2 May 2025 with reservations (10 May 2025). The Southern States are reported to accept "
        "“The first draft” as a whole (11 May 2025)."
    )
    comparison = positions.compare(dossier)

    assert told in _plain(comparison_text(comparison))
    listed = render(comparison_page(comparison, layout=Layout.LISTED))
    assert "─" not in listed
    assert "│" not in listed
    assert "\n\nWar\n\n" in listed
    assert "\nNorth: ∅ uncoded\n" in listed
    assert "\nThe UN (mediator): 8 days\n" in listed
    assert told in _plain(comparison_markdown(comparison))
    assert [
        (one["party"], one["to"], one["reaction"])
        for one in json.loads(comparison_json(comparison))["reactions"]
    ] == [
        ("north", "draft", "rejects"),
        ("north", "other", "with reservations"),
        ("south", "draft", "accepts"),
    ]
    early = _plain(comparison_text(positions.compare(dossier, as_of=Moment.parse("2025-05-03"))))
    assert "North takes “The first draft” as a basis (3 May 2025)." in early
    assert "rejects" not in early
    before = _plain(comparison_text(positions.compare(dossier, as_of=Moment.parse("2025-05-02"))))
    assert "as a basis" not in before


def test_the_documents_that_are_compared_stand_once_above_the_table(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: The Southern States, plural: true}, east: {name: East}, draft: {name: Draft of May, role: text}}
    issues: {truce: {topic: War, title: Truce, kind: duration}, flag: {topic: War, title: Flag, kind: text}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-05-01T10:30, known: 2025-05-03, disclosure: reviewed, title: Our terms, sources: [paper], positions: {truce: 9 days, flag: white}}
      said: {party: north, form: statement, date: 2025-05-09, title: A talk, sources: [paper], positions: {truce: 8 days}}
      s: {party: south, form: memorandum, date: 2025-05-02, read: whole, title: Memorandum, sources: [paper], positions: {truce: 9 days}}
      press: {party: east, form: report, date: 2025-05-04, sources: [paper], positions: {truce: 7 days}}
      d: {party: draft, form: memorandum, date: 2025-05-05, disclosure: withheld, sources: [paper]}
    """
    comparison = positions.compare(dossier)
    told = (
        "Compared: North's memorandum of 1 May 2025, 10:30 (Our terms; seen by those who report it, "
        "known since 3 May 2025, read in part); the Southern States' memorandum of 2 May 2025 "
        "(published, read whole); a report of 4 May 2025 on East; the draft of May (5 May 2025; "
        "withheld). A cell with words of another document names its day."
    )
    assert told in _plain(comparison_text(comparison))
    assert told in _plain(comparison_markdown(comparison))
    cells = comparison.row("truce").whole.standings
    assert [cells[party].elsewhere is not None for party in ("north", "south", "east")] == [
        True,
        False,
        False,
    ]
    before = _plain(comparison_text(positions.compare(dossier, as_of=Moment.parse("2025-05-02"))))
    assert "Compared: North's memorandum of 1 May 2025, 10:30 (withheld); the Southern" in before


def test_many_documents_of_a_kind_are_told_together(dossier: Dossier) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, e: {name: E}, f: {name: F}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      a: {party: a, form: memorandum, date: 2025-05-01, read: whole, sources: [paper], positions: {truce: 9 days}}
      b: {party: b, form: memorandum, date: 2025-05-03, read: whole, sources: [paper], positions: {truce: 9 days}}
      c: {party: c, form: memorandum, date: 2025-05-03, sources: [paper], positions: {truce: 9 days}}
      d: {party: d, form: report, date: 2025-05-04, sources: [paper], positions: {truce: 9 days}}
      e: {party: e, form: report, date: 2025-05-04, sources: [paper], positions: {truce: 9 days}}
    """
    text = comparison_text(positions.compare(dossier), columns=80)
    assert "   3 say the same: A, B, C:\n     9 days\n" in text
    assert "   2 say the same: D, E:\n     9 days\n     (reported)\n   F: ∅ uncoded\n" in text
    assert (
        "Compared: two memoranda from 1 May 2025 to 3 May 2025 (published, read whole), of A and B; "
        "C's memorandum of 3 May 2025 (published, read in part); two reports of 4 May 2025, on D and "
        "E."
    ) in _plain(comparison_text(positions.compare(dossier)))


def test_a_disputed_premise_is_marked_and_said_below(comparison: Comparison) -> None:
    """
    issues:
      border: {topic: War, title: Border, kind: duration, disputed: Where it runs.}
      land: {topic: War, title: Land, kind: text, disputed: Where it runs., parts: {x: X, y: Y}}
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-05-01, sources: [paper], positions: {border: 9 days, truce: 9 days, land: {parts: {x: ours}}}}
    """
    told = "† The parties dispute a premise of the issue: † Border and Land: Where it runs."
    for shown in (comparison_text(comparison), comparison_markdown(comparison)):
        assert told in _plain(shown)
        assert "Border †" in shown
        assert "Land †" in shown
        assert "Truce †" not in shown
    undisputed = comparison_text(comparison, [comparison.row("truce")])
    assert "†" not in undisputed


def test_a_whole_says_how_many_of_its_parts_are_agreed(comparison: Comparison) -> None:
    """
    issues: {land: {topic: War, title: Land, kind: quantity, unit: km, parts: {x: X, y: Y, z: Z}}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-05-01, sources: [paper], positions: {land: {parts: {x: "3", y: "4", z: "5"}}}}
      s: {party: south, form: memorandum, date: 2025-05-01, sources: [paper], positions: {land: {parts: {x: "3", y: "4", z: "9"}}}}
    """
    row = comparison.row("land")

    assert row.parts_agreed == (2, 3)
    assert row.whole.sentence.startswith("Two of three parts are settled or agreed. ")
    assert "Land: 2 of 3 parts settled or agreed" in _plain(comparison_text(comparison))


def test_a_source_of_a_later_day_is_marked_and_says_no_date(
    dossier: Dossier, loaded: Loaded
) -> None:
    """
    sources:
      paper: {publisher: The Paper, date: 2025-05-01, title: Talks, url: "https://a.example/1", archived: {url: "https://b.example/1", date: 2025-05-20}}
      book: {publisher: The Book, date: 2025-06-01, title: Memoirs}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-05-01, checked: {who: Ada, date: 2025-05-28}, sources: [paper, book],
          positions: {truce: {value: 9 days, checked: {who: Bea, date: 2025-05-29}}}}
    """
    early = positions.compare(dossier, as_of=Moment.parse("2025-05-10"))
    then = _sheet(early, loaded, "truce")

    assert "The Book, published later: Memoirs" in then
    assert "2025-06-01" not in then + comparison_markdown(early) + comparison_json(early)
    for later in ("2025-05-20", "2025-05-28", "2025-05-29"):
        assert later not in then + comparison_json(early)
    assert json.loads(comparison_json(early))["sources"]["book"]["later"] is True
    now = _sheet(positions.compare(dossier), loaded, "truce")
    assert "The Book, 2025-06-01: Memoirs" in now
    assert "2025-05-29, by Bea" in now


def test_an_account_says_whose_it_is(comparison: Comparison, loaded: Loaded) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-05-01, sources: [paper],
          positions: {truce: {value: 9 days, accounts: {envoy: {value: 8 days, party: south, sources: [paper]}, radio: {value: 7 days, sources: [paper]}}}}}
    """
    sheet = _sheet(comparison, loaded, "truce")

    assert "another account by South, envoy: 8 days" in sheet
    assert "another account, radio: 7 days" in sheet


def test_a_moment_after_the_dossier_ends_is_said_to_be_that(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-05-01, sources: [paper], positions: {truce: 9 days}}
    """
    later = comparison_text(positions.compare(dossier, as_of=Moment.parse("2026-01-01")))
    assert "As of 1 January 2026 (the dossier ends on 2 June 2025)." in later
    assert "the dossier ends" not in comparison_text(positions.compare(dossier))
