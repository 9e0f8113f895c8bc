"""How is a difference worded, marked and laid out?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import positions
from positions.changes.detect import ChangeClass
from positions.changes.difference import difference
from positions.reports.changes.json import difference_json
from positions.reports.changes.page import difference_page
from positions.reports.changes.words import CLASSES, compared, headline, said_of_records
from positions.reports.page.look import Look
from positions.reports.page.render import render
from positions.text.safe import width
from positions.text.word_diff import Edit
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.changes.model import DossierDifference

TALKS = """
parties: {north: {name: North}, south: {name: South}, east: {name: East}, west: {name: West}}
issues:
  truce: {topic: War, title: Truce, kind: duration}
  land: {topic: War, title: Land, kind: duration, parts: {hill: Hill, lake: Lake, wood: Wood}}
memoranda:
  n: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days, land: 9 days}}
  s: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 3 days, land: 2 days}}
  e: {party: east, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 60 days}}
  w: {party: west, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: to be agreed}}
"""
SECOND = (
    "  n2: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {%s}}\n"
)


def _difference(before: str, after: str) -> DossierDifference:
    day = "dossier: {format: 1, title: A test, as_of: 2025-05-31}\n"
    earlier = before if before == after or "dossier:" in before else day + before
    sides = [positions.loads(with_prelude(text)).dossier for text in (earlier, after)]
    assert sides[0] is not None
    assert sides[1] is not None
    return difference(sides[0], sides[1])


def _text(found: DossierDifference) -> str:
    return render(difference_page(found, ("Talks",)))


def _headlines(found: DossierDifference) -> list[str]:
    return [headline(found, issue, stance) for issue in found.issues for stance in issue.stances]


def test_a_direction_is_named_for_each_other_party() -> None:
    found = _difference(TALKS, TALKS + SECOND % "truce: 20 days")

    assert _headlines(found) == [
        (
            "North shortened its period from 30 days to 20 days. It moved toward South (17 days "
            "apart; 27 before) and away from East (40 days apart; 30 before). Whether it moved "
            "toward or away from West is unclear."
        )
    ]


def test_parts_that_moved_alike_are_one_and_are_named() -> None:
    second = SECOND % "land: {parts: {hill: 8 days, lake: 8 days, wood: 1 day}}"

    assert _headlines(_difference(TALKS, TALKS + second)) == [
        (
            "Hill and Lake: North shortened its period from 9 days to 8 days. It moved toward South: 6 "
            "days apart; before, 7."
        ),
        (
            "Wood: North shortened its period from 9 days to 1 day. It moved toward South: 1 day apart; "
            "before, 7 days."
        ),
    ]
    whole = _difference(TALKS, TALKS + SECOND % "land: 8 days")
    assert _headlines(whole)[0].startswith("North shortened its period")


def test_words_are_marked_where_two_lines_share_some() -> None:
    found = _difference(TALKS, TALKS + SECOND % "truce: {value: 20 days, scope: at sea}")
    before, after = compared(found.issues[0].stances[0])

    assert [(one.edit, one.text) for one in before[0].stretches] == [
        (Edit.REMOVED, "30"),
        (Edit.KEPT, " days"),
    ]
    assert [(one.edit, one.text) for one in after[0].stretches] == [
        (Edit.ADDED, "20"),
        (Edit.KEPT, " days"),
    ]
    assert [one.line.text for one in after] == ["20 days", "scope: at sea"]
    assert [one.edit for one in after[1].stretches] == [Edit.KEPT]


def test_what_shares_nothing_is_marked_as_a_whole() -> None:
    found = _difference(TALKS, TALKS + SECOND % "truce: unlimited")
    for side, edit in zip(
        compared(found.issues[0].stances[0]), (Edit.REMOVED, Edit.ADDED), strict=True
    ):
        assert [one.edit for line in side for one in line.stretches] == [edit]


def test_a_party_that_is_gone_is_one_column_less() -> None:
    lines = [line for line in TALKS.splitlines() if not line.startswith("  w:")]
    after = "\n".join(lines).replace(", west: {name: West}", "")
    found = _difference(TALKS, f"{after}\n")

    assert _headlines(found) == []
    assert "removed: party West\n  column: with words on one issue\n" in _text(found)
    assert _headlines(found.of(["west"])) == ["No longer recorded: West leaves it to be agreed."]
    assert _headlines(found.on(["truce"])) == ["No longer recorded: West leaves it to be agreed."]


@pytest.mark.parametrize("columns", [10, 30, 60, 100, 300])
def test_no_line_is_wider_than_the_screen(columns: int) -> None:
    found = _difference(TALKS, TALKS + SECOND % "truce: {value: 20 days, scope: at sea}")
    text = render(
        difference_page(found, ("Talks", "From a to b."), classes=CLASSES), look=Look(columns)
    )

    assert max(map(width, text.splitlines())) <= max(min(columns, 100), 30)


def test_colours_only_add_to_the_words() -> None:
    found = _difference(TALKS, TALKS + SECOND % "truce: 20 days")
    page = difference_page(found, ("Talks",), classes=CLASSES)
    plain, coloured = render(page), render(page, look=Look(colour=True))

    assert "\x1b[" in coloured
    for code in ("1", "2", "1;33", "1;34", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


def test_markdown_and_json_name_the_same_moves() -> None:
    found = _difference(TALKS, TALKS + SECOND % "truce: 20 days, land: 8 days")
    data = json.loads(difference_json(found, ("a", "b")))
    text = render(difference_page(found, ("Talks", "From a to b.")), "markdown")

    assert (data["before"], data["after"], data["class"]) == ("a", "b", "substance")
    assert [issue["issue"] for issue in data["issues"]] == ["truce", "land"]
    assert text.count("- North shortened its period") == 2
    only = json.loads(difference_json(found, ("a", "b"), [ChangeClass.WORDING]))
    assert only["issues"] == []
    assert only["counts"] == data["counts"]


def test_a_comparison_with_itself_is_empty() -> None:
    found = _difference(TALKS, TALKS)

    assert (found.issues, found.facts, found.change_class) == ((), (), ChangeClass.NONE)


BASED = """
issues:
  truce: {topic: War, title: Truce, kind: duration}
  land: {topic: War, title: Land, kind: duration}
memoranda:
  other: {party: north, form: memorandum, read: whole, date: 2025-04-01, sources: [paper], positions: {truce: 5 days, land: 9 days}}
  n: {party: north, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 30 days, land: 9 days}}
  s: {party: south, form: memorandum, read: whole, date: 2025-05-02, sources: [paper], based_on: n, positions: {land: {as: n}}}
"""


def test_who_takes_over_a_position_is_corrected_with_it() -> None:
    corrected = _difference(BASED, BASED.replace("30 days, land: 9", "40 days, land: 8"))
    lead = "Corrected in the record, and nobody moved:"
    assert _headlines(corrected) == [
        f"{lead} North wants {now}. Recorded before: {was}. South takes that over."
        for was, now in (("30 days", "40 days"), ("9 days", "8 days"))
    ]

    rebased = _difference(BASED, BASED.replace("based_on: n,", "based_on: other,"))
    assert _headlines(rebased) == []
    assert list(said_of_records(rebased)) == [
        "South's memorandum of 2 May 2025: of North's memorandum of 1 April 2025 it keeps 2 issues."
    ]


def test_another_reading_of_a_text_is_told_once_and_not_of_each_issue_with_older_words() -> None:
    text = "  n2: {party: north, form: memorandum, read: part, date: 2025-05-03, sources: [paper], positions: {truce: 30 days}}\n"
    old = BASED.replace("  truce:", "  toll: {topic: War, title: Toll, kind: duration}\n  truce:")
    old = old.replace("land: 9 days}}\n  s:", "land: 9 days, toll: 2 days}}\n  s:") + text
    old = old.replace(
        "party: north, form: memorandum, read: whole", "party: north, form: statement"
    )
    new = old.replace("read: part", "read: whole")
    for before, after, said in (
        (old, new, "count no more on Toll and Land"),
        (new, old, "count on Toll and Land"),
    ):
        found = _difference(before, after)
        assert _headlines(found) == []
        assert list(said_of_records(found)) == [
            f"North's memorandum of 3 May 2025: by another reading, older words {said}."
        ]
        assert found.counts[ChangeClass.SUBSTANCE] == 1
    # What the text itself says otherwise is a correction of its own.
    corrected = _difference(
        old, new.replace("{truce: 30 days}}", "{truce: 30 days, land: silent}}")
    )
    assert [line.split(".")[0] for line in _headlines(corrected)] == [
        "Corrected in the record, and nobody moved: North's text has nothing on this"
    ]


def test_a_counter_draft_says_again_only_what_it_mentions() -> None:
    later = "  s2: {party: south, form: memorandum, read: whole, date: 2025-05-03, sources: [paper], based_on: s, positions: {land: {as: n}}}\n"
    found = _difference(BASED, BASED + later)
    assert [(issue.issue.id, _headlines(found)) for issue in found.issues] == [
        ("land", ["Said again in a newer document: South wants 9 days."])
    ]


def test_an_outcome_that_came_or_went_is_told_in_the_sentences_of_a_row() -> None:
    outcome = (
        "outcomes:\n  deal: {issue: truce, date: 2025-05-09, title: The deal, confirmed_by: all, "
        "value: 20 days, sources: [paper], delivered: {north: {value: 3 days, date: 2025-05-20, "
        "sources: [paper]}}}\n"
    )
    for before, after, kind in (("", outcome, "added"), (outcome, "", "removed")):
        shown = _text(_difference(TALKS + before, TALKS + after))
        assert f"  {kind}: outcome The deal, 9 May 2025\n    outcome: On 9 May 2025 all " in shown
        assert "    delivered: Delivered by 20 May 2025, by North's count: 3 days" in shown
        assert "confirmed by: all" not in shown
    later = outcome.replace("3 days, date: 2025-05-20", "4 days, date: 2025-05-19")
    later = later.replace(
        "delivered",
        "accounts: {south: {confirms: true, date: 2025-05-21, sources: [paper]}}, delivered",
    )
    for before, after, said in (
        (outcome, later, "confirmed on 21 May 2025"),
        (later, outcome, "no longer confirmed on 21 May 2025"),
    ):
        shown = _text(_difference(TALKS + before, TALKS + after))
        told = [
            f"{of} less than agreed)"
            for of in ("4 days by 19 May 2025 (16 days", "3 days by 20 May 2025 (17 days")
        ]
        told = told if after == later else told[::-1]
        assert f" North's count: {' instead of '.join(told)} " in f"{' '.join(shown.split())} "
        assert f"    South's account: {said}\n" in shown


def test_a_report_beside_the_record_names_no_words_of_its_own() -> None:
    day = "dossier: {format: 1, title: A test, as_of: 2025-06-01}\n"
    report = (
        "  r: {party: north, form: report, date: 2025-06-02, sources: [paper], positions: "
        "{truce: 20 days}}\n"
    )
    found = _difference(day + TALKS, day.replace("06-01", "06-02") + TALKS + report)
    shown = _text(found)
    assert "(reported, 2025-06-02)" in shown
    assert "its own words" not in shown
