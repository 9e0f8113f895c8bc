"""Is every sentence whole, plain, and faithful to what the dossier says?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import positions
from positions.comparison.rows import Comparison, Status
from tests.from_docstring import with_prelude
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DOSSIERS = (*sorted((ROOT / "tests" / "dossiers").glob("*.yaml")), ROOT / "data" / "positions.yaml")
ODD = r"{value} %s %(x)d \\n [bold]red[/] <b>&amp;</b> $HOME `x` {{0}} *_~ |"


def _sentences(comparison: Comparison) -> list[str]:
    return [
        sentence
        for row in comparison.rows
        for line in (row.whole, *row.parts)
        for sentence in (line.sentence, *(gap.sentence for gap in line.gaps))
    ]


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_every_sentence_is_whole_and_claims_no_more_than_is_known(path: Path) -> None:
    dossier = positions.load(path).dossier
    assert dossier is not None
    found = _sentences(positions.compare(dossier))

    assert found
    for sentence in found:
        assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] in "“[", sentence
        assert sentence.rstrip("”").endswith((".", "?", "!", "…")), sentence
        assert not re.search(
            r"(?<![.\d])\.\.(?!\.)|\.”\.|\s\.|\s,|;\.|  |\.;|,,|\(\)|“”|None(?! at all)", sentence
        ), sentence
        assert not re.search(r"\baccepts?\b", sentence) or "accept" in path.read_text("utf-8")


def test_text_of_a_dossier_is_data_in_every_sentence() -> None:
    loaded = positions.loads(
        with_prelude(
            f"""
            parties: {{a: {{name: 'A {ODD}'}}, b: {{name: 'B {ODD}'}}, c: {{name: 'C {ODD}'}}}}
            events: {{go: {{title: 'Go {ODD}'}}}}
            issues:
              truce: {{topic: 'War {ODD}', title: 'Truce {ODD}', kind: duration, parts: {{x: 'X {ODD}', y: Y}}}}
              list: {{topic: War, title: List, kind: checklist, items: {{p: 'P {ODD}', q: Q}}}}
              seat: {{topic: War, title: Seat, kind: choice, options: {{m: 'M {ODD}', n: N}}}}
              flag: {{topic: War, title: Flag, kind: text}}
            memoranda:
              one:
                party: a
                form: memorandum
                read: whole
                date: 2025-06-01
                title: 'Paper {ODD}'
                sources: paper
                options: {{left: 'Left {ODD}', right: Right}}
                positions:
                  truce: {{parts: {{x: {{alternatives: {{left: 3 days, right: 5 days}}}}, y: 3 days}}}}
                  list: [p]
                  seat: m
                  flag: 'white {ODD}'
              two:
                party: b
                form: memorandum
                read: whole
                date: 2025-06-01
                sources: paper
                positions:
                  truce: {{value: 9 days, starts: go, scope: 'all {ODD}', conditions: 'if {ODD}'}}
                  list: none
                  seat: n
                  flag: 'black {ODD}'
              three: {{party: c, form: memorandum, read: whole, date: 2025-06-01, title: 'Blank {ODD}'}}
            """
        ).replace("A test", f"'A test {ODD}'")
    )
    assert loaded.dossier is not None
    assert {one.code for one in loaded.problems} <= {"title-is-no-name"}
    words = " ".join(_sentences(positions.compare(loaded.dossier)))

    for name in ("A", "B", "C", "Go", "X", "P", "M", "Left", "white", "all", "if"):
        if name != "white":
            # A title inside a sentence begins with a small letter.
            assert f"{name} {ODD}" in words or f"{name.lower()} {ODD}" in words, name
    assert words.count(ODD) > 50


def test_many_parties_are_counted_rather_than_named_one_by_one(comparison: Comparison) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, e: {name: E}, f: {name: F}}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
      song: {topic: War, title: Song, kind: text}
    memoranda:
      a: {party: a, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {truce: 1 day, flag: x, song: s}}
      b: {party: b, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {truce: 2 days, song: s}}
      c: {party: c, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {truce: 3 days, song: s}}
      d: {party: d, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {truce: 4 days, song: s}}
      e: {party: e, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {truce: 5 days, song: s}}
      f: {party: f, form: memorandum, date: 2025-06-01, disclosure: withheld, sources: paper, positions: {truce: 6 days, song: s}}
    """
    assert comparison.row("truce").whole.sentence == (
        "A wants 1 day; B wants 2 days; C wants 3 days; D wants 4 days; E wants 5 days; F wants "
        "6 days. The furthest apart are A and F, by 5 days."
    )
    assert comparison.row("flag").whole.sentence == (
        "A wants the words “x”. The texts of B, C, D and E have nothing on this. What F wants here is not "
        "disclosed."
    )
    assert comparison.row("song").whole.sentence == "A, B, C, D, E and F want the words “s”."
    five = positions.compare(comparison.dossier, parties=list("abcde"))
    assert five.row("truce").whole.sentence.endswith(
        "; E wants 5 days. The furthest apart are A and E, by 4 days."
    )


def test_older_words_of_its_own_are_named_as_such(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      old: {party: north, form: statement, date: 2025-05-01, sources: paper, positions: {truce: 3 days}}
      new: {party: north, form: memorandum, date: 2025-05-20, disclosure: withheld}
      s: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: paper, positions: {truce: 5 days}}
      leak: {party: south, form: report, date: 2025-05-21, sources: paper, positions: {truce: 6 days}}
    """
    sentence = comparison.row("truce").whole.sentence
    assert sentence == (
        "On 1 May 2025 North wanted 3 days; South wants 5 days. They are 2 days apart. On 21 May "
        "2025, after its own words of 20 May 2025, South was reported to want 6 days."
    )


def test_a_report_of_today_is_named_without_its_age(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      leak: {party: north, form: report, date: 2025-05-21, sources: paper, positions: {truce: 6 days}}
    """
    assert comparison.row("truce").whole.sentence == (
        "North is reported to want 6 days. Nothing is recorded for South."
    )


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("not x", "y or z", "North rejects “X”; South's position is “Y” or “Z” (all)."),
        ("not z", "y", "North rejects “Z”; South's position is “Y”."),
        ("y", "not z", "North's position is “Y”; South rejects “Z”."),
        ("not x", "not y", "North rejects “X”; South rejects “Y”."),
    ],
)
def test_what_two_that_are_near_share_is_said(first: str, second: str, words: str) -> None:
    scope = ", scope: all" if second == "y or z" else ""
    loaded = positions.loads(
        with_prelude(
            f"""
            issues: {{seat: {{topic: T, title: Seat, kind: choice, options: {{x: X, y: Y, z: Z}}}}}}
            memoranda:
              n: {{party: north, form: statement, date: 2025-06-01, sources: paper, positions: {{seat: {first}}}}}
              s: {{party: south, form: statement, date: 2025-06-01, sources: paper,
                  positions: {{seat: {{value: {second}{scope}}}}}}}
            """
        )
    )
    assert loaded.dossier is not None
    row = positions.compare(loaded.dossier).row("seat")
    assert row.status is Status.NEAR
    assert words in row.whole.sentence


def test_a_wording_with_a_full_stop_of_its_own_does_not_end_the_sentence_twice(
    comparison: Comparison,
) -> None:
    """
    issues: {flag: {topic: T, title: Flag, kind: text}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {flag: {value: White., scope: All.}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {flag: Black?}}
    """
    assert comparison.row("flag").whole.sentence == (
        "North wants the words “White” (All); South wants the words “Black?” The two wordings "
        "differ."
    )


@pytest.mark.parametrize(
    ("blank", "said"),
    [
        ("silent", "The texts of B, C and D have nothing on this."),
        ("declined", "B, C and D have declined to say."),
        ("undisclosed", "What B, C and D want here is not disclosed."),
        ("uncoded", "Nothing is recorded for B, C and D."),
        ("indifferent", "B, C and D do not mind."),
        ("unseen", "The texts of B, C and D have nothing on this, as far as they were read."),
    ],
)
def test_several_parties_that_leave_a_blank_are_told_in_the_plural(blank: str, said: str) -> None:
    papers = "\n".join(
        f"  {party}: {{party: {party}, form: statement, date: 2025-06-01, sources: paper, "
        f"positions: {{truce: {value}}}}}"
        for party, value in zip("abcd", ("1 day", blank, blank, blank), strict=True)
    )
    text = (
        "parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}}\n"
        "issues: {truce: {topic: War, title: Truce, kind: duration}}\n"
        f"memoranda:\n{papers}\n"
    )
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None

    assert said in positions.compare(dossier).row("truce").whole.sentence
