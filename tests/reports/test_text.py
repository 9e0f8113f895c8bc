"""Does the comparison read well in a terminal, in a pipe, and in a narrow window?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import positions
from positions.comparison.compare import narrowed
from positions.filter.language import matching, parse
from positions.reports.issue.sheet import issue_page
from positions.reports.page.look import Look
from positions.reports.page.render import render
from positions.text.safe import visible, width
from tests.from_docstring import with_prelude
from tests.generated import many_parties
from tests.rendered import comparison_markdown, comparison_text
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("columns", [60, 100])
def test_the_whole_comparison_as_a_reader_sees_it(harbour: Comparison, columns: int) -> None:
    expect(f"harbour-{columns}.txt", comparison_text(harbour, columns=columns))


@pytest.mark.parametrize("issue", ["pay-rise", "cranes", "bonus", "pensions"])
def test_an_issue_in_full_as_a_reader_sees_it(
    harbour: Comparison, loaded_harbour: Loaded, issue: str
) -> None:
    text = render(issue_page(harbour, harbour.row(issue), loaded_harbour.span), look=Look(100))
    expect(f"harbour-{issue}.txt", text)


@pytest.mark.parametrize("columns", [1, 20, 33, 60, 71, 72, 80, 99, 100, 120, 160, 200, 400])
def test_no_line_is_wider_than_the_terminal(
    harbour: Comparison, hostile: Comparison, loaded_hostile: Loaded, columns: int
) -> None:
    texts = [
        comparison_text(harbour, columns=columns),
        comparison_text(hostile, columns=columns),
        render(issue_page(hostile, hostile.row("text"), loaded_hostile.span), look=Look(columns)),
    ]
    for text in texts:
        lines = [line for line in text.splitlines() if "address: " not in line]
        widest = max(lines, key=width)
        assert width(widest) <= max(columns, 20), widest


def test_parties_stand_side_by_side_from_72_columns_on(harbour: Comparison) -> None:
    heading = re.compile(r"Dockers' Union +│ Port Authority")
    assert heading.search(comparison_text(harbour, columns=72))
    assert not heading.search(comparison_text(harbour, columns=71))


def test_a_column_is_never_wider_than_can_be_read(harbour: Comparison) -> None:
    text = comparison_text(harbour, columns=400)
    (header,) = {line for line in text.splitlines() if line.startswith("   Issue")}
    assert len(header.split("│")[1]) == 60 + 2


def many(parties: int) -> Comparison:
    names = range(parties)
    text = with_prelude(
        "issues:\n  a: {topic: T, title: Term, kind: duration}\n"
        "parties:\n" + "".join(f"  p{n}: {{name: Party {n}}}\n" for n in names) + "memoranda:\n"
    )
    text += "".join(
        f"  m{n}: {{party: p{n}, form: statement, date: 2025-01-01, sources: [paper], "
        f"positions: {{a: {n % 3 + 1} days}}}}\n"
        for n in names
    )
    loaded = positions.loads(text)
    assert loaded.dossier is not None
    return positions.compare(loaded.dossier)


def test_more_parties_than_fit_follow_in_one_table_more_and_the_reason_stands_once() -> None:
    text = comparison_text(many(4), columns=100)
    headers = [line for line in text.splitlines() if line.lstrip().startswith("Issue ")]
    assert [line.count("Party") for line in headers] == [2, 2]
    assert re.findall(r"Party (\d)", " ".join(headers)) == list("0123")
    assert text.count("↳") == 1
    assert "D 2|1|1" in text


def test_many_parties_stand_under_each_other_with_those_who_say_the_same() -> None:
    text = comparison_text(many(7), columns=100)
    assert "   3 say the same: Party 0, Party 3, Party 6:\n     1 day\n" in text
    assert "Issue" not in text
    assert "D 3|2|2" in text


def test_many_camps_are_cut_short_and_one_party_stands_alone() -> None:
    assert "camp" not in comparison_text(many(1), columns=100)
    assert "D 10|10|10" in comparison_text(many(30), columns=60)


def test_parts_that_stand_alike_share_a_row_and_others_have_their_own(
    comparison: Comparison,
) -> None:
    """
    issues:
      alike: {topic: T, title: Alike, kind: duration, parts: {a: {title: First}, b: {title: Second}}}
      other: {topic: T, title: Other, kind: duration, parts: {a: {title: First}, b: {title: Second}}}
    memoranda:
      n:
        party: north
        form: statement
        date: 2025-01-01
        sources: [paper]
        positions:
          alike: 3 days
          other: {parts: {a: 3 days, b: 4 days}}
      s:
        party: south
        form: statement
        date: 2025-01-01
        sources: [paper]
        positions:
          alike: {parts: {a: 4 days, b: 5 days}}
          other: {parts: {a: 3 days, b: 5 days}}
    """
    text = comparison_text(comparison, columns=100)
    assert re.search(r"D  Alike +│ 3 days +│ First:\n", text)
    assert re.search(r"A  · First +│ 3 days +│ 3 days\n", text)
    assert re.search(r"D  · Second +│ 4 days +│ 5 days\n", text)
    narrow = comparison_text(comparison, columns=60)
    assert "A  · First\n   North: 3 days\n   South: 3 days\n" in narrow


def test_parts_that_print_alike_share_a_row_of_their_own(comparison: Comparison) -> None:
    """
    issues:
      a: {topic: T, title: Land, kind: duration, parts: {a: {title: First}, b: {title: Second}, c: {title: Third}}}
    memoranda:
      n: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {a: {parts: {a: 3 days, b: 4 days, c: 3 days}}}}
      s: {party: south, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 3 days}}
    """
    text = comparison_text(comparison, columns=100)
    assert re.search(r"A  · First, Third +│ 3 days +│ 3 days\n", text)
    assert re.search(r"D  · Second +│ 4 days +│ 3 days\n", text)
    assert "A  · First, Third\n   North: 3 days\n" in comparison_text(comparison, columns=60)
    assert "&emsp;First, Third | 3 days<br>" in comparison_markdown(comparison)


def test_an_address_is_not_broken(harbour: Comparison, loaded_harbour: Loaded) -> None:
    page = render(issue_page(harbour, harbour.row("notice"), loaded_harbour.span), look=Look(30))
    assert "address: https://gazette.example/dockers\n" in page


def test_colour_only_adds_to_the_letters(harbour: Comparison, loaded_harbour: Loaded) -> None:
    for columns in (60, 100):
        plain = comparison_text(harbour, columns=columns)
        coloured = comparison_text(harbour, columns=columns, colour=True)
        assert coloured != plain
        assert "\x1b[1;33mD" in coloured
        assert [line.rstrip() for line in SGR.sub("", coloured).splitlines()] == plain.splitlines()
    page = issue_page(harbour, harbour.row("notice"), loaded_harbour.span)
    assert SGR.sub("", render(page, look=Look(colour=True))) == render(page)


def test_a_filter_is_named_and_the_counts_stay_those_of_the_whole(harbour: Comparison) -> None:
    words = "status:near,agreed"
    text = comparison_text(harbour, matching(parse(words), harbour), words=words)
    assert "8 issues: 1 agreed, 1 near" in text
    assert "Filter: status:near,agreed (2 issues)" in text
    assert "Work" not in text
    assert "Status: A agreed, N near." in text


def test_nothing_found_is_a_sentence(harbour: Comparison) -> None:
    text = comparison_text(harbour, (), words="fund")
    assert "No issue matches the filter: fund" in text
    assert "Status:" not in text


def test_a_dossier_without_issues_is_a_sentence() -> None:
    dossier = positions.loads(with_prelude("issues: {}\nmemoranda: {}\n")).dossier
    assert dossier is not None
    assert "no issues that can be compared" in comparison_text(positions.compare(dossier))


@pytest.mark.parametrize("columns", [60, 100, 200])
def test_hostile_text_is_shown_and_does_nothing(
    hostile: Comparison, loaded_hostile: Loaded, columns: int
) -> None:
    for text in (
        comparison_text(hostile, columns=columns, words="\x1b[2J\u202e", command="show \x1b"),
        render(issue_page(hostile, hostile.row("text"), loaded_hostile.span), look=Look(columns)),
        render(issue_page(hostile, hostile.row("parted"), loaded_hostile.span), look=Look(columns)),
    ):
        assert visible(text, newlines=True) == text
        assert "␛" in text
        assert "⟨U+202E⟩" in re.sub(r"\s|│", "", text)
        assert "{value}" in text


def test_of_more_than_two_parties_it_is_said_how_much_is_known_of_each() -> None:
    comparison = positions.compare(many_parties(4, 8))
    told = comparison_text(comparison)
    assert "── What is known of each ─" in told
    assert "Party 04  speaks on 0 of 8 issues; 8 uncoded" in told
    assert "What is known of each" not in comparison_text(narrowed(comparison, ["p01", "p02"]))
    assert "What is known of each" not in comparison_text(comparison, ())
