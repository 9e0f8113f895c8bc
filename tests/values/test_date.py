"""Dates: days, stretches of them, and limits that are days."""

from __future__ import annotations

import pytest

from positions.values import KINDS, Frame
from tests.values.examples import distance, plain, refused, relation, sentences

PLAIN = Frame()
LATEST = Frame(limit="maximum")
EARLIEST = Frame(limit="minimum")


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("2025-06-30", "2025-06-30"),
        ("30 June 2025", "2025-06-30"),
        ("30 Jun 2025", "2025-06-30"),
        ("30th of June 2025", "2025-06-30"),
        ("June 30, 2025", "2025-06-30"),
        ("June 30 2025", "2025-06-30"),
        ("on 30 June 2025", "2025-06-30"),
        ("1 Sept. 2025", "2025-09-01"),
        ("29 February 2024", "2024-02-29"),
        ("2025-06-20..2025-06-30", "2025-06-20..2025-06-30"),
        ("2025-06-20 .. 2025-06-30", "2025-06-20..2025-06-30"),
        ("2025-06-20 to 2025-06-30", "2025-06-20..2025-06-30"),
        ("2025-06-20 – 2025-06-30", "2025-06-20..2025-06-30"),
        ("2025-06-20/2025-06-30", "2025-06-20..2025-06-30"),
        ("between 2025-06-20 and 2025-06-30", "2025-06-20..2025-06-30"),
        ("20-30 June 2025", "2025-06-20..2025-06-30"),
        ("20–30 June 2025", "2025-06-20..2025-06-30"),
        ("June 20-30, 2025", "2025-06-20..2025-06-30"),
        ("20 June - 5 July 2025", "2025-06-20..2025-07-05"),
        ("from 20 June to 5 July 2025", "2025-06-20..2025-07-05"),
        ("from 20 June until 5 July 2025", "2025-06-20..2025-07-05"),
        ("June 2025", "2025-06-01..2025-06-30"),
        ("in June 2025", "2025-06-01..2025-06-30"),
        ("2025-06", "2025-06-01..2025-06-30"),
        ("June-July 2025", "2025-06-01..2025-07-31"),
        ("2025", "2025-01-01..2025-12-31"),
        (2025, "2025-01-01..2025-12-31"),
        ("2025-2026", "2025-01-01..2026-12-31"),
        ("2025-06-30..2025-06-30", "2025-06-30"),
        ("by 2025-08-31", "by 2025-08-31"),
        ("until 31 August 2025", "by 2025-08-31"),
        ("up to 31 August 2025", "by 2025-08-31"),
        ("no later than 2025-08-31", "by 2025-08-31"),
        ("≤ 2025-08-31", "by 2025-08-31"),
        ("by the end of August 2025", "by 2025-08-31"),
        ("by the end of 2025", "by 2025-12-31"),
        ("by the beginning of August 2025", "by 2025-08-01"),
        ("no later than August 2025", "by 2025-08-31"),
        ("before 2025-09-01", "by 2025-08-31"),
        ("before September 2025", "by 2025-08-31"),
        ("from 2025-06-02", "from 2025-06-02"),
        ("since 2025-06-02", "from 2025-06-02"),
        ("from June 2025", "from 2025-06-01"),
        ("no earlier than 2025-06-02", "from 2025-06-02"),
        ("after 2025-06-01", "from 2025-06-02"),
        ("after May 2025", "from 2025-06-01"),
        ("after the end of May 2025", "from 2025-06-01"),
        ("about 2025-06-30", "about 2025-06-30"),
        ("around 20-30 June 2025", "about 2025-06-20..2025-06-30"),
        ("by about 2025-06-30", "by about 2025-06-30"),
        ("about by 2025-06-30", "by about 2025-06-30"),
        ("2025-06-30 or 2025-06-20", "2025-06-20 or 2025-06-30"),
        ("20 or 21 June 2025", "2025-06-20 or 2025-06-21"),
        ("20, 21 or 22 June 2025", "2025-06-20 or 2025-06-21 or 2025-06-22"),
        ("June or August 2025", "2025-06-01..2025-06-30 or 2025-08-01..2025-08-31"),
        ("unspecified", "unspecified"),
        ("to be agreed", "to be agreed"),
    ],
)
def test_it_reads_what_an_analyst_writes(written: object, canonical: str) -> None:
    assert plain("date", written, PLAIN) == canonical


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("06/07/2025", "is unclear: which figure is the day differs between countries. Write the"),
        ("30.06.2025", "is unclear: which figure is the day differs between countries."),
        ("30 June", "`30 june` does not say its year. Write `30 June 2025`."),
        ("June", "`june` does not say its year."),
        ("30", "`30` does not say its month and year."),
        ("20 or 2025", "`20` does not say its month and year."),
        ("5 or next 2025", "cannot be read"),
        ("5 or 6 foo 2025", "is not a date that can be read."),
        ("2025-02-30", "`2025-02-30` does not exist: February 2025 has 28 days."),
        ("2025-13-01", "`2025-13-01` names a month that does not exist."),
        ("0000-01-01", "is in a year that the calendar here does not have."),
        ("before 0001-01-01", "leaves no day of the calendar."),
        ("after 9999-12-31", "leaves no day of the calendar."),
        (
            "by August 2025",
            "could mean the beginning of that time or its end. Write `by the end of",
        ),
        ("2025-06-30..2025-06-20", "runs backwards. Put the earlier first."),
        ("2025-06-30T12:00", "has a time of day, and a value is a whole day."),
        ("next week", "`next week` is not a date that can be read."),
        ("30 Brumaire 2025", "`30 brumaire 2025` is not a date that can be read."),
        ("Brumaire 30 2025", "`brumaire 30 2025` is not a date that can be read."),
        ("by", "A date is missing here."),
        ("none", "`none` is not a date that can be read."),
        ("no limit", "`no limit` is not a date that can be read."),
        (["2025-06-30"], "A date is written as text, and this is a list."),
        ("9" * 5000, "This is too long for a date"),
    ],
)
def test_it_says_why_it_cannot_read(written: object, said: str) -> None:
    expected = said if said != "cannot be read" else "is not a date that can be read."
    assert expected in refused("date", written, PLAIN)


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("2025-06-30", "by 2025-08-31", "within", "0 days"),
        ("2025-06-30", "from 2025-07-02", "apart", "2 days"),
        ("until 2025-06-30", "after 2025-06-30", "apart", "1 day"),
        ("until 2025-06-30", "from 2025-06-30", "overlaps", "0 days"),
        ("June 2025", "20-30 June 2025", "contains", "0 days"),
        ("2020", "2025-01-01", "apart", "1,462 days"),
        ("about 2025-06-30", "2025-07-10", "apart", "about 10 days"),
        ("about 2025-06-30", "2025-06-30", "overlaps", "0 days"),
        ("by about 2025-06-30", "by 2025-07-30", "within", "0 days"),
        ("2025-06-29..2025-06-30", "by 2025-06-29 or from 2025-06-30", "within", "0 days"),
        ("2025-06-29 or 2025-06-30", "2025-06-29..2025-06-30", "same", "0 days"),
        ("2025-06-28 or 2025-06-30", "2025-06-28..2025-06-30", "within", "0 days"),
        ("2025-06-10 or 2025-06-30", "about 2025-06-20 or 2025-07-05", "apart", "5 days"),
        ("unspecified", "2025-06-30", "unknown", None),
        ("unspecified", "by 2025-06-30", "unknown", None),
        ("to be agreed", "2025-06-30", "unknown", None),
    ],
)
def test_how_two_of_them_lie(a: str, b: str, how: str, far: str | None) -> None:
    assert relation("date", a, b, PLAIN) == how
    assert distance("date", a, b, PLAIN) == far


def test_a_latest_date_is_the_limit_itself() -> None:
    assert plain("date", "by 2025-08-31", LATEST) == "2025-08-31"
    assert plain("date", "before 2025-09-01", LATEST) == "2025-08-31"
    assert plain("date", "none", LATEST) == "no limit"
    assert relation("date", "by 2025-08-31", "2025-06-30", LATEST) == "apart"
    assert relation("date", "no limit", "2025-06-30", LATEST) == "apart"
    assert "says two things about one limit" in refused("date", "from 2025-08-31", LATEST)


def test_an_earliest_date_is_the_limit_itself() -> None:
    assert plain("date", "from 2025-08-31", EARLIEST) == "2025-08-31"
    assert "says two things about one limit" in refused("date", "by 2025-08-31", EARLIEST)


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "2025-06-30",
            "from 2025-07-02",
            "Ukraine asks for 2025-06-30, Russia for a date from 2025-07-02: 2 days apart",
        ),
        (
            "by 2025-06-30",
            "2025-06-30",
            "Both name 2025-06-30; Ukraine asks for a date by 2025-06-30, Russia for 2025-06-30",
        ),
        ("unspecified", "unspecified", "Both ask for a date that they do not give"),
    ],
)
def test_how_they_differ_in_a_sentence(a: str, b: str, said: str) -> None:
    assert sentences("date", a, b, PLAIN) == [f"timing: {said}"]


@pytest.mark.parametrize(
    ("written", "side"),
    [
        ("from 2025-06-02", "toward later days"),
        ("by 2025-06-02", "toward earlier days"),
        ("2025-06-02", ""),
    ],
)
def test_a_value_may_be_open_to_one_side(written: str, side: str) -> None:
    kind = KINDS["date"]
    assert kind.open_side(kind.parse(written, PLAIN), PLAIN) == side


@pytest.mark.parametrize("frame", [PLAIN, LATEST])
def test_the_forms_in_messages_can_be_read(frame: Frame) -> None:
    for form in KINDS["date"].forms(frame):
        KINDS["date"].parse(form, frame)
