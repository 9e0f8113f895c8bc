"""Dates: days, stretches of them, and limits that are days."""

from __future__ import annotations

import pytest

from positions.values import KINDS, Frame
from positions.values.kinds.date import DATE
from tests.values.examples import (
    distance,
    distance_in_prose,
    in_prose,
    plain,
    refused,
    relation,
)

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
        ("June 2025", "2025-06"),
        ("in June 2025", "2025-06"),
        ("2025-06", "2025-06"),
        ("June-July 2025", "2025-06..2025-07"),
        ("2025", "2025"),
        (2025, "2025"),
        ("2025-2026", "2025..2026"),
        ("2025-06-30..2025-06-30", "2025-06-30"),
        ("by 2025-08-31", "by 2025-08-31"),
        ("until 31 August 2025", "by 2025-08-31"),
        ("up to 31 August 2025", "by 2025-08-31"),
        ("no later than 2025-08-31", "by 2025-08-31"),
        ("≤ 2025-08-31", "by 2025-08-31"),
        ("by the end of August 2025", "by 2025-08"),
        ("by August 2025", "by 2025-08"),
        ("by 2025", "by 2025"),
        ("by the end of 2025", "by 2025"),
        ("by the beginning of August 2025", "by 2025-08-01"),
        ("no later than August 2025", "by 2025-08"),
        ("before 2025-09-01", "by 2025-08-31"),
        ("before September 2025", "by 2025-08"),
        ("from 2025-06-02", "from 2025-06-02"),
        ("since 2025-06-02", "from 2025-06-02"),
        ("from June 2025", "from 2025-06"),
        ("from the beginning of June 2025", "from 2025-06"),
        ("no earlier than 2025-06-02", "from 2025-06-02"),
        ("after 2025-06-01", "from 2025-06-02"),
        ("after May 2025", "from 2025-06"),
        ("after the end of May 2025", "from 2025-06-01"),
        ("about 2025-06-30", "about 2025-06-30"),
        ("around 20-30 June 2025", "about 2025-06-20..2025-06-30"),
        ("by about 2025-06-30", "by about 2025-06-30"),
        ("about by 2025-06-30", "by about 2025-06-30"),
        ("2025-06-30 or 2025-06-20", "2025-06-20 or 2025-06-30"),
        ("20 or 21 June 2025", "2025-06-20 or 2025-06-21"),
        ("20, 21 or 22 June 2025", "2025-06-20 or 2025-06-21 or 2025-06-22"),
        ("June or August 2025", "2025-06 or 2025-08"),
        ("Q3 2025", "Q3 2025"),
        ("q3/2025", "Q3 2025"),
        ("2025-Q3", "Q3 2025"),
        ("third quarter of 2025", "Q3 2025"),
        ("in the 3rd quarter of 2025", "Q3 2025"),
        ("Q3-Q4 2025", "Q3 2025..Q4 2025"),
        ("2025 Q3 to 2026 Q1", "Q3 2025..Q1 2026"),
        ("by Q3 2025", "by Q3 2025"),
        ("by the end of the third quarter of 2025", "by Q3 2025"),
        ("before Q1 2026", "by Q4 2025"),
        ("after H1 2025", "from H2 2025"),
        ("H1 2025", "H1 2025"),
        ("second half of 2025", "H2 2025"),
        ("after the first half of 2025", "from H2 2025"),
        ("2025-W23", "2025-06-02..2025-06-08"),
        ("not before 2026", "from 2026"),
        ("not before 1 July 2025", "from 2025-07-01"),
        ("1 July 2025 at the latest", "by 2025-07-01"),
        ("2026 at the earliest", "from 2026"),
        ("2026 onwards", "from 2026"),
        ("2026 or later", "from 2026"),
        ("2025-07-01 or earlier", "by 2025-07-01"),
        ("2025-05-01 or 2026 or later", "2025-05-01 or from 2026"),
        ("Monday 2 June 2025", "2025-06-02"),
        ("Monday, 2 June 2025", "2025-06-02"),
        ("30.06.2025", "2025-06-30"),
        ("06/30/2025", "2025-06-30"),
        ("6.6.2025", "2025-06-06"),
        ("2025/06/30", "2025-06-30"),
        ("2025-6-3", "2025-06-03"),
        ("30 June 2025.", "2025-06-30"),
        ("unspecified", "unspecified"),
        ("to be agreed", "to be agreed"),
    ],
)
def test_it_reads_what_an_analyst_writes(written: object, canonical: str) -> None:
    assert plain("date", written, PLAIN) == canonical


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "06/07/2025",
            "is unclear: which figure is the day differs between countries. Write `2025-07-06` or `2025-06-07`.",
        ),
        ("30 June", "`30 June` does not say its year. Write it too, as in `30 June 2025`."),
        ("1 July", "`1 July` does not say its year. Write it too, as in `1 July 2025`."),
        ("June", "`June` does not say its year."),
        ("30", "`30` does not say its month and year."),
        ("20 or 2025", "`20 or 2025` does not say its month and year. Write it too."),
        ("5 or next 2025", "depends on the day on which it is said. Write the date itself."),
        ("5 or 6 foo 2025", "is not a date that can be read."),
        ("2025-02-30", "`2025-02-30` does not exist: February 2025 has 28 days."),
        ("2025-13-01", "`2025-13-01` names a month that does not exist."),
        ("0000-01-01", "is in a year that the calendar here does not have."),
        ("before 0001-01-01", "leaves no day of the calendar."),
        ("after 9999-12-31", "leaves no day of the calendar."),
        (
            "end of June 2025",
            "`end of June 2025` could be a day or a limit. Write `2025-06-30` or `by the end of June 2025`.",
        ),
        (
            "end of 2028",
            "`end of 2028` could be a day or a limit. Write `2028-12-31` or `by the end of 2028`.",
        ),
        (
            "the beginning of Q3 2025",
            "could be a day or a limit. Write `2025-07-01` or `from the third quarter of 2025`.",
        ),
        (
            "mid-2025",
            "does not say which days it means. Write the days or months that are meant, or `2025` for all of it.",
        ),
        ("early 2025", "does not say which days it means."),
        (
            "Mid-June 2025",
            "`Mid-June 2025` does not say which days it means. Write the days or months that are meant, or `2025-06` for all of it.",
        ),
        ("late 2025", "does not say which days it means."),
        ("mid to late 2025", "`mid to late 2025` is not a date that can be read."),
        ("spring 2025", "is a season, which differs between countries. Write the months."),
        ("2024/25", "may be a financial year, which differs between countries."),
        ("FY 2025", "may be a financial year"),
        (
            "as soon as possible",
            "`as soon as possible` names no day. Write `unspecified`; when something begins is the term `starts:`.",
        ),
        ("immediately", "`immediately` names no day."),
        (
            "30 days",
            "is a length of time, and this issue asks for a date. Write the day, or make the issue a `duration`.",
        ),
        ("within 30 days", "is a length of time, and this issue asks for a date."),
        ("Q5 2025", "`Q5 2025` is not a date that can be read."),
        ("third half of 2025", "is not a date that can be read."),
        ("Q3", "`Q3` does not say its year. Write it too, as in `Q3 2025`."),
        ("2025-W60", "`2025-W60` names a week that does not exist."),
        (
            "Tuesday 2 June 2025",
            "`Tuesday 2 June 2025` is a Monday. Check which of the two is right.",
        ),
        ("after 9999", "leaves no day of the calendar."),
        ("not before", "A date is missing here."),
        ("2025-06-30..2025-06-20", "runs backwards. Put the earlier first."),
        ("2025-06-30T12:00", "has a time of day, and a value is a whole day."),
        ("next week", "`next week` depends on the day on which it is said."),
        ("30 Brumaire 2025", "`30 Brumaire 2025` is not a date that can be read."),
        ("Brumaire 30 2025", "`Brumaire 30 2025` is not a date that can be read."),
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
        ("2024", "2025-06-01", "apart", None),
        ("2025", "2026", "apart", "1 year"),
        ("2025", "2027 or 2030", "apart", "2 years"),
        ("2025-06", "2025-09", "apart", "3 months"),
        ("2025-01", "2026-07", "apart", "1½ years"),
        ("Q1 2025", "Q4 2025", "apart", "9 months"),
        ("H1 2025", "H2 2025", "apart", "6 months"),
        ("2025", "2026-01", "apart", None),
        ("about 2025", "2026", "apart", "about 1 year"),
        ("2025 or 2025-06-01", "2026-06-01", "apart", None),
        ("2025-06-01 or 2020", "2025-06-08", "apart", "7 days"),
        ("by 2025", "from 2026-03-01", "apart", "60 days"),
        ("by the end of June 2025", "2025-07-10", "apart", "10 days"),
        ("by 2025", "from 2026", "apart", "1 day"),
        ("2025", "from 2027", "apart", None),
        ("2025", "by 2025", "within", "0 days"),
        ("2025", "2025-01-01..2025-12-31", "same", "0 days"),
        ("by 2025", "by 2025-12-31", "same", "0 days"),
        ("Q3 2025", "2025-07..2025-09", "same", "0 days"),
        ("Q3 2025", "2025-07-01..2025-09-30", "same", "0 days"),
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


@pytest.mark.parametrize(
    ("written", "frame", "canonical", "prose"),
    [
        ("2025", LATEST, "2025", "by the end of 2025"),
        ("by 2025", LATEST, "2025", "by the end of 2025"),
        ("end of 2025", LATEST, "2025", "by the end of 2025"),
        ("beginning of 2025", LATEST, "2025-01-01", "by 1 January 2025"),
        ("June 2025", LATEST, "2025-06", "by the end of June 2025"),
        ("Q3 2025", LATEST, "Q3 2025", "by the end of the third quarter of 2025"),
        ("2025-2026", LATEST, "2025..2026", "the end of 2025 to the end of 2026"),
        ("2026", EARLIEST, "2026", "from the beginning of 2026"),
        ("from 2026", EARLIEST, "2026", "from the beginning of 2026"),
        ("end of 2026", EARLIEST, "2026-12-31", "from 31 December 2026"),
        ("2025-06-30", LATEST, "2025-06-30", "by 30 June 2025"),
    ],
)
def test_a_month_or_year_as_a_limit_is_its_last_or_its_first_day(
    written: str, frame: Frame, canonical: str, prose: str
) -> None:
    assert plain("date", written, frame) == canonical
    assert in_prose("date", written, frame) == prose


def test_no_limit_is_apart_from_every_deadline() -> None:
    assert relation("date", "no deadline", "2025", LATEST) == "apart"
    assert distance("date", "no deadline", "2025", LATEST) is None


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("2025", "2025-12-31", "same", "0 days"),
        ("2025", "2026", "apart", "365 days"),
        ("2025", "2025-06-30", "apart", "184 days"),
        ("June 2025", "July 2025", "apart", "31 days"),
    ],
)
def test_deadlines_are_compared_by_their_last_days(a: str, b: str, how: str, far: str) -> None:
    assert relation("date", a, b, LATEST) == how
    assert distance("date", a, b, LATEST) == far


@pytest.mark.parametrize(
    ("a", "b", "frame", "prose"),
    [
        ("2025", "2026", LATEST, "1 year"),
        ("2025", "2026", PLAIN, "1 year"),
        ("2025-06-02", "2028-06-02", PLAIN, "3 years"),
        ("2025-06-02", "2026-12-02", PLAIN, "1½ years"),
        ("2025-06-02", "2028-03-01", PLAIN, "about 2¾ years"),
        ("2025-06-02", "2025-09-02", PLAIN, "3 months"),
    ],
)
def test_long_spans_are_told_in_years(a: str, b: str, frame: Frame, prose: str) -> None:
    assert distance_in_prose("date", a, b, frame) == prose


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2025-06", "2025-08-01", (32, 61)),
        ("2025-06 or 2025-09-01", "2025-08-01", (31, 31)),
        ("by 2025-06-01", "2025-08-01 or from 2025-09-01", (61, 61)),
        ("2025-06", "2025-06-20", None),
        ("unspecified", "2025-06-20", None),
    ],
)
def test_the_days_between_two_lie_between_figures(a: str, b: str, days: object) -> None:
    one, other = DATE.parse(a, PLAIN), DATE.parse(b, PLAIN)
    assert DATE.bounds(one, other) == days
    assert DATE.excess(one, other, PLAIN) == ()


def test_an_earliest_date_is_the_limit_itself() -> None:
    assert plain("date", "from 2025-08-31", EARLIEST) == "2025-08-31"
    assert "says two things about one limit" in refused("date", "by 2025-08-31", EARLIEST)


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
