"""Is a position written where an analyst would have put it, and nothing else touched?"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.authoring.edits import NoPlace, edited, key_added, value_replaced
from positions.authoring.set_position import PositionRequest, document_for, position_edits
from positions.reading.reader import read

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored

DOSSIER = """\
issues:
  truce: {topic: War, title: Truce, kind: duration}
  army: {topic: War, title: Army, kind: quantity, unit: soldiers}
  land: {topic: Land, title: Land, kind: text}
memoranda:
  plan:
    party: hill  # as read on the radio
    form: memorandum
    date: 2025-06-01
    options: {one: One, two: Two}
    positions:
      truce: 30 days  # said twice
        # a comment of its own
      # of what comes next
      land: ours
  letter: {party: vale, form: memorandum, date: 2025-06-01, positions: {truce: 5 days}}
  speech: {party: vale, form: statement, date: 2025-06-02, positions: {}}
outcomes: {}
"""


def written(request: PositionRequest, text: str = DOSSIER) -> list[str]:
    """Return the lines that a request removes and adds."""
    reading = read(text, "talks.yaml")
    document, new = document_for(reading.data, request)
    after = edited(text, position_edits(reading, document, request, new=new))
    assert not read(after, "talks.yaml").problems
    return [
        line for line in difflib.ndiff(text.splitlines(), after.splitlines()) if line[0] in "+-"
    ]


def test_a_position_goes_behind_that_of_the_issue_before_it() -> None:
    assert written(PositionRequest("army", "hill", "at least 1,000")) == [
        "+       army: at least 1,000"
    ]


def test_terms_and_fields_are_written_below_the_value() -> None:
    request = PositionRequest(
        "army",
        "hill",
        "5,000",
        terms={"until": "2026-01-01"},
        fields={"clause": "I: 2"},
        sources=("radio",),
    )
    assert written(request) == [
        "+       army:",
        "+         value: 5,000",
        "+         until: 2026-01-01",
        '+         clause: "I: 2"',
        "+         sources: [radio]",
    ]


def test_a_document_in_braces_gets_its_position_in_braces() -> None:
    request = PositionRequest("army", "vale", "1,000", document="letter")
    assert written(request) == [
        "- " + DOSSIER.splitlines()[15],
        "+ " + DOSSIER.splitlines()[15].replace("5 days}", '5 days, army: "1,000"}'),
    ]


def test_words_of_a_new_day_are_a_document_of_their_own() -> None:
    request = PositionRequest("truce", "hill", "20 days", form="statement", date="2025-06-03")
    assert written(request) == [
        "+   hill-statement-2025-06-03:",
        "+     party: hill",
        "+     form: statement",
        "+     date: 2025-06-03",
        "+     positions:",
        "+       truce: 20 days",
    ]


def test_words_of_a_day_that_is_there_join_it() -> None:
    request = PositionRequest("army", "vale", "none", form="statement", date="2025-06-02")
    assert written(request) == [
        "- " + DOSSIER.splitlines()[16],
        "+ " + DOSSIER.splitlines()[16].replace("{}", "{army: none}"),
    ]


def test_what_is_there_is_changed_only_as_a_correction() -> None:
    request = PositionRequest("truce", "hill", "20 days")
    with pytest.raises(NoPlace, match=r"has `30 days` already.*--correct.*--statement DATE"):
        written(request)
    corrected = PositionRequest("truce", "hill", "20 days", correct=True)
    assert written(corrected) == [
        "-       truce: 30 days  # said twice",
        "+       truce: 20 days  # said twice",
    ]


def test_a_field_is_added_to_a_value_that_stays() -> None:
    assert written(PositionRequest("truce", "hill", fields={"clause": "2"})) == [
        "-       truce: 30 days  # said twice",
        "+       truce: {value: 30 days, clause: 2}  # said twice",
    ]


def test_the_same_value_again_changes_nothing() -> None:
    assert written(PositionRequest("truce", "hill", "30 days")) == []


def test_a_part_an_option_and_an_account_stand_under_their_keys() -> None:
    request = PositionRequest("army", "hill", "5", part="navy", option="one", account="paper")
    assert written(request)[:4] == [
        "+       army:",
        "+         parts:",
        "+           navy:",
        "+             alternatives:",
    ]


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (
            {"part": "navy"},
            "30 days  # said twice",
            "{parts: {navy: 5 days}, rest: 30 days}  # said twice",
        ),
        (
            {"option": "one"},
            "30 days  # said twice",
            "{alternatives: {one: 5 days, two: 30 days}}  # said twice",
        ),
        (
            {"party": "vale", "document": "letter", "part": "navy"},
            "{truce: 5 days}",
            "{truce: {parts: {navy: 5 days}, rest: 5 days}}",
        ),
    ],
)
def test_a_value_for_all_is_divided_as_a_correction(
    change: dict[str, Any], before: str, after: str
) -> None:
    request = replace(PositionRequest("truce", "hill", "5 days"), **change)
    with pytest.raises(NoPlace, match=r"days` already.*--correct"):
        written(request)
    removed, added = written(replace(request, correct=True))
    assert added == "+" + removed[1:].replace(before, after)


def test_the_value_of_a_long_form_is_divided_where_it_stands() -> None:
    long = DOSSIER.replace(
        "truce: 30 days  # said twice", "truce:\n        value: 30 days\n        clause: 2"
    )
    request = PositionRequest("truce", "hill", "5 days", part="navy", correct=True)
    assert sorted(written(request, long)) == [
        "+         parts: {navy: 5 days}",
        "+         rest: 30 days",
        "-         value: 30 days",
    ]
    with pytest.raises(NoPlace, match="`three` is none of them"):
        written(replace(request, part="", option="three"), long)


def test_a_cell_that_is_answered_is_a_remark_and_no_longer_to_do() -> None:
    cell = "truce:  # to do, C3: soon\n        paraphrase: soon (C3)"
    text = DOSSIER.replace("truce: 30 days  # said twice", cell)
    gone = ["-       truce:  # to do, C3: soon", "-         paraphrase: soon (C3)"]
    request = PositionRequest("truce", "hill", "5 days")
    assert written(request, text) == [gone[0], "+       truce: 5 days  # C3: soon", gone[1]]
    assert written(replace(request, terms={"scope": "boats"}), text) == [
        gone[0],
        "+       truce:  # C3: soon",
        gone[1],
        "+         value: 5 days",
        "+         scope: boats",
    ]
    of_words = PositionRequest("truce", "hill", fields={"clause": "2"})
    assert written(of_words, text) == ["+         clause: 2"]
    own = text.replace("soon (C3)", "my own words")
    assert written(request, own) == ["+         value: 5 days"]


def test_a_source_without_an_id_is_written_out() -> None:
    page = {"publisher": "Radio", "date": "2025-06-01", "title": "News, at 9"}
    assert written(PositionRequest("army", "hill", "5,000", sources=("paper",), page=page)) == [
        "+       army:",
        "+         value: 5,000",
        '+         sources: [paper, {publisher: Radio, date: 2025-06-01, title: "News, at 9"}]',
    ]
    new = PositionRequest("army", "isles", "5", form="report", date="2025-06-02", page=page)
    assert written(new)[-3:] == [
        '+     sources: [{publisher: Radio, date: 2025-06-01, title: "News, at 9"}]',
        "+     positions:",
        "+       army: 5",
    ]


def test_fields_that_are_added_at_one_place_keep_their_order() -> None:
    text = DOSSIER.replace("truce: 30 days  # said twice", "truce:\n        note: heard")
    request = PositionRequest("truce", "hill", "5 days", fields={"clause": "2", "speaker": "A"})
    reading = read(text, "x")
    after = edited(text, position_edits(reading, "plan", request, new=False))
    assert "note: heard\n        value: 5 days\n        clause: 2\n        speaker: A\n" in after


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("[a, b]", ("a", "c"), "[a, c]"),
        ("[a, b]", ("a", "b"), "[a, b]"),
        ("none", {"only": ("a",)}, "{value: {only: [a]}}"),
        ("{only: [a]}", {"only": ("b",)}, "{value: {only: [b]}}"),
        ("{value: {only: [a]}}", {"demand": ("b",)}, "{value: {demand: [b]}}"),
        ("{value: {only: [a]}}", "none", "{value: none}"),
        ("{value: {only: [a]}}", {"only": ("a",)}, "{value: {only: [a]}}"),
    ],
)
def test_a_value_that_is_a_list_or_a_mapping_is_replaced_whole(
    old: str, value: Authored, new: str
) -> None:
    text = DOSSIER.replace("truce: 30 days", f"truce: {old}")
    reading = read(text, "x")
    request = PositionRequest("truce", "hill", value, correct=True)
    edits = position_edits(reading, "plan", request, new=False)
    assert edited(text, edits) == DOSSIER.replace("truce: 30 days", f"truce: {new}")
    if old != new:
        with pytest.raises(NoPlace, match="already"):
            position_edits(reading, "plan", replace(request, correct=False), new=False)


def test_a_document_takes_no_position_of_another_party() -> None:
    with pytest.raises(NoPlace, match="`letter` is a document of `vale`"):
        written(PositionRequest("army", "hill", "5", document="letter"))


SHARED = """\
shared: {date: 2025-06-01}
issues: {truce: duration, army: {unit: soldiers}}
memoranda:
  hill: {positions: {truce: 30 days}}
  vale:
    note: as read on the radio
  isles:
    positions:  # none yet
"""


@pytest.mark.parametrize(
    ("party", "form", "added"),
    [
        ("hill", "", "  hill: {positions: {truce: 30 days, army: 5}}"),
        ("hill", "report", "  hill: {positions: {truce: 30 days, army: 5}}"),
        ("vale", "", "    positions:\n      army: 5"),
        ("isles", "", "    positions:  # none yet\n      army: 5"),
        ("hill", "statement", "  hill-statement-2025-06-01:\n    party: hill"),
    ],
)
def test_what_a_document_leaves_out_is_known(party: str, form: str, added: str) -> None:
    request = PositionRequest("army", party, "5", form=form, date="2025-06-01" if form else "")
    reading = read(SHARED, "x")
    document, new = document_for(reading.data, request)
    after = edited(SHARED, position_edits(reading, document, request, new=new))
    assert added in after
    assert not read(after, "x").problems


def test_several_documents_or_none_are_asked_about() -> None:
    with pytest.raises(NoPlace, match=r"several documents: letter, speech\. Name one"):
        written(PositionRequest("army", "vale", "5"))
    with pytest.raises(NoPlace, match="`isles` has no document yet"):
        written(PositionRequest("army", "isles", "5"))
    with pytest.raises(NoPlace, match=r"No document is called `plam`\. There are: plan, letter"):
        written(PositionRequest("army", "hill", "5", document="plam"))


def test_what_is_no_mapping_takes_no_key() -> None:
    reading = read("a: text\nb:\n  - 1\n", "x")
    with pytest.raises(NoPlace, match="`a` is not a mapping"):
        key_added(reading, ("a",), "c", "1")
    with pytest.raises(NoPlace, match=r"`a\.c` is not there"):
        value_replaced(reading, ("a", "c"), "1")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)


@given(st.lists(WORDS, min_size=1, max_size=2), WORDS, st.sampled_from(["truce", "army", "land"]))
def test_every_other_byte_stays_as_it_was(said: list[str], more: str, issue: str) -> None:
    text = DOSSIER
    for number, value in enumerate(said):
        request = PositionRequest(
            issue, "hill", f"x{value}x", fields={"clause": f"y{more}y"}, form="statement",
            date=f"2025-07-0{number + 1}",
        )  # fmt: skip
        reading = read(text, "talks.yaml")
        document, new = document_for(reading.data, request)
        after = edited(text, position_edits(reading, document, request, new=new))
        kept = re.sub(r"(?s)\A(.*?\n)(  hill-statement.*)(outcomes: \{\}\n)\Z", r"\1\3", after)
        assert kept == DOSSIER
        found = read(after, "talks.yaml")
        if not found.problems:
            memoranda = found.data["memoranda"]  # type: ignore[index]
            assert memoranda[document]["positions"] == {
                issue: {
                    "value": unicodedata.normalize("NFC", f"x{value}x"),
                    "clause": unicodedata.normalize("NFC", f"y{more}y"),
                }
            }
        text = after
