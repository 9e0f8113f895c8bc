"""What is told of documents and columns as a whole, once and not once for every issue."""

from __future__ import annotations

import pytest

from positions.changes.detect import ChangeClass, changes
from positions.changes.difference import difference
from positions.reports.changes.page import difference_page
from positions.reports.changes.words import said_of_records
from positions.reports.page.render import render
from tests.changes.states import SHIFTS, loaded, talks

FIVE = ", ".join(
    f"i{number}: {{topic: T, title: Issue {number}, kind: duration}}" for number in "12345"
)
TEXTS = f"""
dossier: {{format: 1, title: Talks, as_of: 2025-06-0DAY}}
issues: {{ {FIVE} }}
memoranda:
  draft: {{party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], title: The draft,
    positions: {{i1: 1 day, i2: 2 days, i3: 3 days, i4: 4 days}}}}
"""
COUNTER = """\
  counter: {party: north, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
    title: The reply, based_on: draft, positions: {i2: 5 days, i3: deleted, i5: 6 days}}
"""
WITHHELD = """\
  text: {party: north, form: memorandum, read: whole, date: 2025-05-02, sources: [paper],
    disclosure: withheld, positions: {}}
"""


def state(text: str, day: int) -> str:
    return text.replace("DAY", str(day))


def test_what_a_text_takes_over_is_counted_and_is_no_statement_of_its_own() -> None:
    found = difference(loaded(state(TEXTS, 1)), loaded(state(TEXTS + COUNTER, 2)))

    assert list(said_of_records(found)) == [
        "The reply (North, 2 June 2025): of “The draft” it keeps 2 issues, changes 1 and strikes 1; it adds 1."
    ]
    told = {issue.issue.id: [str(one.what) for one in issue.stances] for issue in found.issues}
    assert told == {
        "i1": [],
        "i2": ["first stated"],
        "i3": ["first stated"],
        "i4": [],
        "i5": ["first stated"],
    }


def test_another_base_is_one_change() -> None:
    other = TEXTS.replace("draft:", "older:").replace("1 day", "7 days").partition("memoranda:\n")
    both = state(TEXTS, 1) + other[2].replace("The draft", "The older draft")
    text = COUNTER.replace("2025-06-02", "2025-05-03")
    found = difference(
        loaded(both + text), loaded(both + text.replace("based_on: draft", "based_on: older"))
    )

    assert not any(issue.stances for issue in found.issues)
    assert found.counts[ChangeClass.SUBSTANCE] == 1
    assert list(said_of_records(found)) == [
        (
            "The reply (North, 3 May 2025): of “The older draft” it keeps 2 issues, changes 1 and "
            "strikes 1; it adds 1."
        )
    ]


def test_a_text_that_works_on_one_that_is_not_there_takes_over_nothing() -> None:
    text = state(TEXTS, 1) + COUNTER.replace("2025-06-02", "2025-05-03")
    later = text.replace("date: 2025-05-01", "date: 2025-07-01")
    before = state(TEXTS, 1).replace("date: 2025-05-01", "date: 2025-07-01")

    assert list(said_of_records(difference(loaded(before), loaded(later)))) == []


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("whole", "nothing in it on issue 1, issue 2, issue 3, issue 4 and issue 5"),
        (
            "part",
            "nothing in the part that was read on issue 1, issue 2, issue 3, issue 4 and issue 5",
        ),
    ],
)
def test_a_text_that_is_published_is_told_once(read: str, expected: str) -> None:
    before = state(TEXTS, 2) + WITHHELD
    after = before.replace("withheld", "published").replace(
        "read: whole, date: 2025-05-02", f"read: {read}, date: 2025-05-02"
    )
    before = before.replace("read: whole, date: 2025-05-02", "date: 2025-05-02")
    found = difference(loaded(before), loaded(after))

    assert list(said_of_records(found)) == [
        f"North's memorandum of 2 May 2025, text published: {expected}."
    ]
    assert [issue.stances for issue in found.issues if issue.stances] == []
    assert found.counts[ChangeClass.SUBSTANCE] == (1 if read == "part" else 2)
    shown = render(difference_page(found, ("Talks",)))
    assert shown.count("text published") == 1
    assert "Statuses that follow from this" in shown
    assert "U undisclosed → – open: Issue 5" in " ".join(shown.split())


def test_that_a_text_is_silent_is_told_once_where_it_says_so_itself() -> None:
    before = state(TEXTS, 2) + WITHHELD.replace("read: whole, ", "")
    after = state(TEXTS, 2) + WITHHELD.replace("withheld", "published").replace(
        "positions: {}", "positions: {i1: silent, i5: silent}"
    )
    found = difference(loaded(before), loaded(after))
    facts = [fact for issue in found.issues for fact in issue.facts]
    assert [leaf.path for fact in facts for leaf in fact.leaves] == []


def test_what_becomes_known_with_the_day_alone_is_told_of_its_text() -> None:
    text = TEXTS + WITHHELD.replace("withheld", "published, known: 2025-06-02")
    found = difference(loaded(state(text, 1)), loaded(state(text, 3)))

    assert [fact.subject for fact in found.facts] == [("dossier",), ("memoranda", "text")]
    assert found.counts[ChangeClass.SUBSTANCE] == 1
    assert "text published: nothing in it on issue 1" in " ".join(said_of_records(found))


def test_the_same_words_of_a_whole_and_of_its_parts_are_no_change() -> None:
    whole = talks("north 1 {value: 20, scope: all}", day=1, issue=SHIFTS)
    parts = "north 1 {parts: {day: 20, night: 20}, scope: all}"

    assert changes(whole, talks(parts, day=1, issue=SHIFTS)) == ()
    assert changes(talks(parts, day=1, issue=SHIFTS), whole) == ()
    other = talks(parts.replace("night: 20", "night: 25"), day=1, issue=SHIFTS)
    assert [change.subject[-1] for change in changes(whole, other)] == ["it"]
    some = talks(parts.replace(", night: 20", ""), day=1, issue=SHIFTS)
    assert [change.subject[-1] for change in changes(whole, some)] == ["it"]
    declared = (
        talks("north 1 20", day=1),
        talks("north 1 {parts: {day: 20, night: 20}}", day=1, issue=SHIFTS),
    )
    assert [change.subject for change in changes(*declared)] == [("issues", "it")]
    assert [change.subject for change in changes(*declared[::-1])] == [("issues", "it")]
