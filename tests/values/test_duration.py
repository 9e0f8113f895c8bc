"""Durations: what an analyst writes, and how two of them lie."""

from __future__ import annotations

import calendar
from itertools import pairwise

import pytest

from positions.values import KINDS, Frame
from positions.values.kinds.duration import days_in_months
from tests.values.examples import distance, plain, refused, relation, shown

PLAIN = Frame()
DEADLINE = Frame(limit="maximum")


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("30 days", "30 days"),
        ("30 d", "30 days"),
        ("30days", "30 days"),
        ("P30D", "30 days"),
        ("P2W", "2 weeks"),
        ("P1W3D", "10 days"),
        ("P1Y", "1 year"),
        ("P1Y6M", "18 months"),
        ("P6M", "6 months"),
        ("P1DT12H", "36 hours"),
        ("P1WT1H", "169 hours"),
        ("PT48H", "48 hours"),
        ("at least P30D", "at least 30 days"),
        ("1 month", "1 month"),
        ("12 Months", "12 months"),
        ("1.5 years", "1.5 years"),
        ("4½ years", "4.5 years"),
        ("½ year", "6 months"),
        ("1 year 6 months", "18 months"),
        ("1 year and 6 months", "18 months"),
        ("1 year, 6 months", "18 months"),
        ("one year and six months", "18 months"),
        ("2 yrs 3 mo", "27 months"),
        ("at least 1 year 6 months", "at least 18 months"),
        ("1 year 6 months to 2 years", "18 months to 2 years"),
        ("2 weeks and 3 days", "17 days"),
        ("1 day 12 hours", "36 hours"),
        ("1 hour 30 minutes", "90 minutes"),
        ("one and a half years", "1.5 years"),
        ("a year and a half", "1.5 years"),
        ("two and a quarter years", "2.25 years"),
        ("half a year", "6 months"),
        ("half an hour", "0.5 hours"),
        ("three quarters of an hour", "0.75 hours"),
        ("4-year", "4 years"),
        ("a 4-year", "4 years"),
        ("four-year", "4 years"),
        ("thirty-one days", "31 days"),
        ("a fortnight", "2 weeks"),
        ("two decades", "20 years"),
        ("3 quarters", "9 months"),
        ("a calendar day", "1 day"),
        ("30 days max.", "at most 30 days"),
        ("min. 30 days", "at least 30 days"),
        ("30 days or so", "about 30 days"),
        ("30 days and more", "at least 30 days"),
        ("at least 30 and at most 60 days", "30-60 days"),
        ("permanent", "unlimited"),
        ("in perpetuity", "unlimited"),
        ("30 days.", "30 days"),
        ("30 Days", "30 days"),
        ("24 or 48 hours", "24 or 48 hours"),
        ("48 or 24 hours", "24 or 48 hours"),
        ("24 hours or 48", "24 or 48 hours"),
        ("either 24 or 48 hours", "24 or 48 hours"),
        ("24, 36 or 48 hours", "24 or 36 or 48 hours"),
        ("24 hours or 2 days", "24 hours or 2 days"),
        ("30 days or 30 d", "30 days"),
        ("at least 30 days", "at least 30 days"),
        ("AT LEAST  30  DAYS", "at least 30 days"),
        ("≥ 30 days", "at least 30 days"),
        (">=30 days", "at least 30 days"),
        ("not less than 30 days", "at least 30 days"),
        ("a minimum of 30 days", "at least 30 days"),
        ("30 or more days", "at least 30 days"),
        ("30 days or longer", "at least 30 days"),
        ("30 days or less", "at most 30 days"),
        ("30+ days", "at least 30 days"),
        ("more than 30 days", "more than 30 days"),
        ("longer than 30 days", "more than 30 days"),
        ("> 30 days", "more than 30 days"),
        ("up to 30 days", "at most 30 days"),
        ("no more than 30 days", "at most 30 days"),
        ("≤ 30 days", "at most 30 days"),
        ("within 30 days", "at most 30 days"),
        ("less than 30 days", "less than 30 days"),
        ("under 30 days", "less than 30 days"),
        ("exactly 30 days", "30 days"),
        ("2-3 days", "2-3 days"),
        ("2–3 days", "2-3 days"),
        ("2—3 days", "2-3 days"),
        ("2 − 3 days", "2-3 days"),
        ("2 to 3 days", "2-3 days"),
        ("2..3 days", "2-3 days"),
        ("from 2 to 3 days", "2-3 days"),
        ("between 2 and 3 days", "2-3 days"),
        ("2 days to 3 weeks", "2 days to 3 weeks"),
        ("3-3 days", "3 days"),
        ("about 30 days", "about 30 days"),
        ("~30 days", "about 30 days"),
        ("≈ 30 days", "about 30 days"),
        ("approximately 30 days", "about 30 days"),
        ("some 30 days", "about 30 days"),
        ("about 2-3 days", "about 2-3 days"),
        ("between about 2 and about 3 days", "about 2-3 days"),
        ("2 to about 3 days", "about 2-3 days"),
        ("at least about 30 days", "at least about 30 days"),
        ("about at least 30 days", "at least about 30 days"),
        ("a week", "1 week"),
        ("an hour", "1 hour"),
        ("two weeks", "2 weeks"),
        ("0.5 hours", "0.5 hours"),
        ("1\u202f000 days", "1,000 days"),
        ("30\u00a0days", "30 days"),
        ("0 days", "0 days"),
        ("none", "none"),
        ("unlimited", "unlimited"),
        ("unlimited or 30 days or none", "none or 30 days or unlimited"),
        ("unspecified", "unspecified"),
        ("not specified", "unspecified"),
        ("to be agreed", "to be agreed"),
        ("Still to be agreed", "to be agreed"),
        ("30 days or to be agreed", "30 days or to be agreed"),
    ],
)
def test_it_reads_what_an_analyst_writes(written: str, canonical: str) -> None:
    assert plain("duration", written, PLAIN) == canonical
    assert shown("duration", written, PLAIN) == canonical


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "30",
            "A duration needs a unit, and 30 has none. Write the unit behind it, such as `days`.",
        ),
        (30, "A duration needs a unit, and 30 has none. Write the unit behind it, such as `days`."),
        ("30 moons", "`moons` is not a unit of time. Did you mean `months`?"),
        ("30 dasy", "`dasy` is not a unit of time. Did you mean `days`?"),
        (
            "30 days long",
            "`long` behind the unit of time is not a part of its length. Write the length alone.",
        ),
        ("30 lunar months", "`lunar months` is not a unit of time. Write the length alone."),
        (
            "1 month 10 days",
            "`1 month 10 days` has no certain length, because months differ in theirs. Write all of it in days, or in months.",
        ),
        (
            "6 months 1 year",
            "`6 months 1 year` is two lengths side by side. Write `or` between them if either will do; else write their sum.",
        ),
        (
            "until 2028-04-30",
            "`until 2028-04-30` says when, and a duration is how long. Make the issue a `date`; or write `unspecified`, and the day as the term `until:` or `starts:`.",
        ),
        (
            "2028-04-30",
            "`2028-04-30` says when, and a duration is how long. Make the issue a `date`; or write `unspecified`, and the day as the term `until:` or `starts:`.",
        ),
        (
            "32 hours a week",
            "`32 hours a week` is a rate, and a duration is one length of time. Make the issue a `quantity` with the unit `hours a week`.",
        ),
        (
            "30 days from the signature",
            "`30 days from the signature` is more than a length of time. Write the length alone; from when it counts is the term `starts:`.",
        ),
        (
            "30 Working Days",
            "`30 Working Days` has no certain length, because calendars differ. Write it in days or weeks of the calendar, or make the issue a `quantity` of working days.",
        ),
        (
            "indefinite",
            "`indefinite` does not say whether it is to end. Write `unlimited` if it is never to end, `unspecified` if its end is not given, `to be agreed` if that is left open.",
        ),
        (
            "as soon as possible",
            "`as soon as possible` is no length of time. Write `unspecified`; when something begins is the term `starts:`.",
        ),
        (
            "TBD",
            "`TBD` does not say who leaves it open. Write `to be agreed` if the parties do; leave the value empty if it has yet to be looked up.",
        ),
        (
            "soon",
            "`soon` is no length of time. Write `unspecified`; when something begins is the term `starts:`.",
        ),
        ("-5 days", "`-5 days` is less than nothing, which no position here can be."),
        ("less than 0 days", "`less than 0 days` admits nothing, as no figure is less than 0."),
        ("3-2 days", "The range in `3-2 days` runs backwards. Write the lesser figure first."),
        (
            "2-3-4 days",
            "`2-3-4 days` has more than two ends. Write the least and the greatest, with `-` or `to` between them.",
        ),
        ("2+-3 days", "`2+-3 days` is a range, and it has a `+`. Leave the `+` out."),
        (
            "at least 2-3 days",
            (
                "`at least 2-3 days` says two things about one figure. "
                "Write `at least` or `at most` with one figure, or two figures with `-` between them."
            ),
        ),
        (
            "at most 30+ days",
            (
                "`at most 30+ days` says two things about one figure. "
                "Write `at least` or `at most` with one figure, or two figures with `-` between them."
            ),
        ),
        (
            "between 2 days",
            "`between 2 days` does not say between what and what. Write the least and the greatest, with `-` between them.",
        ),
        ("up to", "`up to` has no figure where one should be."),
        ("30 days or", "There is nothing on one side of `or`. Write `a or b`."),
        (
            "1.5 months",
            (
                "`1.5 months` has no length in days, because months differ in theirs. "
                "Write it in days or weeks."
            ),
        ),
        (
            "1.000 days",
            (
                "`1.000` could be read as thousands or as decimals. "
                "Write `1,000` for the thousands or `1.0000` for the decimals."
            ),
        ),
        ("P1Y2D", "`P1Y2D` cannot be read."),
        ("P1MT2H", "`P1MT2H` cannot be read."),
        (
            "no limit",
            "`no limit` speaks of a limit, and this issue declares none of that kind. Add `limit: maximum` or `limit: minimum` to the issue if its values are limits; write `unlimited` if what is asked for is endless.",
        ),
        ("all", "`all` cannot be read."),
        ("", "A duration belongs here, but the text is empty."),
        (["30 days"], "A duration is written as text, and this is a list."),
        ({"days": 30}, "A duration is written as text, and this is a mapping."),
        (None, "A duration is written as text, and this is nothing."),
        (True, "A duration is written as text, and this is a yes or no."),
        (float("nan"), "A duration is written as text, and this is a bare number."),
        (b"30 days", "A duration is written as text, and this is no plain data."),
        (
            "9" * 5000 + " days",
            (
                "This is too long for a duration: more than 4,000 characters. "
                "Write the value alone, and put the explanation into a note."
            ),
        ),
        (
            " or ".join(f"{day} days" for day in range(21)),
            (
                "A value has at most 20 alternatives, and this has 21. "
                "Write a range where the alternatives follow one another."
            ),
        ),
        (
            "9" * 31 + " days",
            (
                "`9999999999999999999999999999999` has too many digits for a figure; 30 are allowed. "
                "Write it with a word, as `100 billion`."
            ),
        ),
        (
            "1" + "0" * 24 + " days",
            "The figure is greater than any that is read here. Check its digits.",
        ),
        ("odd thirty " * 10, "`odd thirty odd thirty odd thirty odd…` cannot be read."),
    ],
)
def test_it_says_why_it_cannot_read(written: object, said: str) -> None:
    assert refused("duration", written, PLAIN) == said


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("30 days", "30 days", "same", "0 days"),
        ("1 week", "7 days", "same", "0 days"),
        ("48 hours", "2 days", "same", "0 days"),
        ("30 days", "at least 30 days", "within", "0 days"),
        ("at least 30 days", "more than 30 days", "contains", "0 days"),
        ("20-40 days", "at least 30 days", "overlaps", "0 days"),
        ("2-3 days", "at least 30 days", "apart", "27 days"),
        ("24 or 48 hours", "2-3 days", "overlaps", "0 days"),
        ("1 hour", "1 day", "apart", "23 hours"),
        ("1 minute", "2 minutes", "apart", "1 minute"),
        ("1 day", "2 days", "apart", "1 day"),
        ("20 days", "more than 30 days", "apart", "more than 10 days"),
        ("about 20 days", "more than 30 days", "apart", "more than about 10 days"),
        ("30 days", "more than 30 days", "apart", None),
        ("less than 30 days", "at least 30 days", "apart", None),
        ("3 years", "10 years", "apart", "7 years"),
        ("6 months", "5 years", "apart", "4½ years"),
        ("at most 1 year", "at least 18 months", "apart", "6 months"),
        ("about 1 year", "2 years", "apart", "about 1 year"),
        ("1-2 years", "4 years or 10 years", "apart", "2 years"),
        ("1 year or 30 days", "2 years", "apart", "1 year"),
        ("30 days", "1 year", "apart", "at least 335 days"),
        ("none or 1 year", "2 years", "apart", "1 year"),
        ("1 month", "30 days", "contains", "0 days"),
        ("1 month", "28-31 days", "same", "0 days"),
        ("at least 1 month", "at least 28 days", "same", "0 days"),
        ("more than 1 month", "more than 31 days", "contains", "0 days"),
        ("more than 1 month", "29 days", "unknown", None),
        ("31 days", "more than 1 month", "unknown", None),
        ("more than 1 month", "28 days", "apart", None),
        ("more than 1 month", "20 days", "apart", "more than 8 days"),
        ("more than 1 month", "32 days", "contains", "0 days"),
        ("more than 1 month", "1 month", "apart", None),
        ("more than 1 year", "1 year or 365 days", "unknown", None),
        ("more than 1 month or 10 days", "10 days or more than 1 month", "same", "0 days"),
        ("more than 1 month", "10 days or more than 1 month", "within", "0 days"),
        ("10 days or more than 1 month", "more than 1 month", "contains", "0 days"),
        ("more than 1 month or 1 day", "10 days or more than 1 month", "overlaps", "0 days"),
        ("at most 1 month", "at most 31 days", "same", "0 days"),
        ("less than 1 month", "less than 28 days", "contains", "0 days"),
        ("less than 1 month", "30 days", "unknown", None),
        ("less than 1 month", "40 days", "apart", "more than 9 days"),
        ("1 month or more than 1 month", "at least 1 month", "same", "0 days"),
        ("1 year", "365-366 days", "same", "0 days"),
        ("unlimited", "at least 30 days", "within", "0 days"),
        ("unlimited", "at most 30 days", "apart", None),
        ("unlimited", "unlimited", "same", "0 days"),
        ("none", "0 days", "same", "0 days"),
        ("none", "30 days", "apart", None),
        ("0 days", "30 days", "apart", "30 days"),
        ("none", "at most 30 days", "within", "0 days"),
        ("none or 20 days", "30 days", "apart", "10 days"),
        ("none or 20 days", "5 days", "apart", "15 days"),
        ("about 30 days", "about 30 days", "same", "0 days"),
        ("about 1 week", "about 7 days", "same", "0 days"),
        ("about 30 days", "30 days", "overlaps", "0 days"),
        ("about 30 days", "at least 30 days", "overlaps", "0 days"),
        ("about 30 days", "30-40 days", "overlaps", "0 days"),
        ("about 30 days", "20-40 days", "within", "0 days"),
        ("20-40 days", "about 30 days", "contains", "0 days"),
        ("about 20-40 days", "30 days", "contains", "0 days"),
        ("about 20-40 days", "20-40 days", "overlaps", "0 days"),
        ("20-30 days or about 25 days", "20-30 days", "same", "0 days"),
        ("about 30 days", "more than 30 days", "unknown", None),
        ("about 30 days", "57 days", "apart", "about 27 days"),
        ("at least about 30 days", "at least 20 days", "within", "0 days"),
        ("at most about 30 days", "at most 40 days", "within", "0 days"),
        ("10 days or 40 weeks", "3 weeks", "apart", "11 days"),
        ("unspecified", "30 days", "unknown", None),
        ("unspecified", "unspecified", "unknown", None),
        ("unspecified", "unlimited", "apart", None),
        ("unspecified", "at least 0 days", "within", None),
        ("at least 0 days", "unspecified", "contains", None),
        ("5 days or unspecified", "5 days", "unknown", None),
        ("to be agreed", "30 days", "unknown", None),
        ("to be agreed", "at least 0 days", "unknown", None),
        ("to be agreed", "to be agreed", "unknown", None),
        ("20-40 days or to be agreed", "30 days", "contains", None),
    ],
)
def test_how_two_of_them_lie(a: str, b: str, how: str, far: str | None) -> None:
    assert relation("duration", a, b, PLAIN) == how
    assert distance("duration", a, b, PLAIN) == far


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        ("30 days", "30 days"),
        ("at least 30 days", "30 days"),
        ("about 30 days", "30 days"),
        ("2-3 days", None),
        ("24 or 48 hours", None),
        ("none", None),
        ("unlimited", None),
    ],
)
def test_a_headline_drops_the_comparator(written: str, headline: str | None) -> None:
    kind = KINDS["duration"]
    assert kind.headline(kind.parse(written, PLAIN), PLAIN) == headline


@pytest.mark.parametrize(
    ("written", "side"),
    [
        ("at least 30 days", "upward"),
        ("30 days or more than 60 days", "upward"),
        ("up to 30 days", "downward"),
        ("30 days", ""),
        ("none", ""),
        ("unlimited", ""),
        ("unspecified", ""),
        ("at most 10 days or at least 30 days", ""),
    ],
)
def test_a_value_may_be_open_to_one_side(written: str, side: str) -> None:
    kind = KINDS["duration"]
    assert kind.open_side(kind.parse(written, PLAIN), PLAIN) == side


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("100 days", "100 days"),
        ("no later than 100 days", "100 days"),
        ("within 100 days", "100 days"),
        ("about 100 days", "about 100 days"),
        ("at most about 100 days", "about 100 days"),
        ("90-100 days", "90-100 days"),
        ("none", "no limit"),
        ("no limit", "no limit"),
        ("unlimited", "no limit"),
        ("0 days", "0 days"),
    ],
)
def test_under_a_limit_the_value_is_the_limit(written: str, canonical: str) -> None:
    assert plain("duration", written, DEADLINE) == canonical


@pytest.mark.parametrize("written", ["at least 100 days", "more than 100 days", "under 100 days"])
def test_a_limit_says_nothing_else_about_itself(written: str) -> None:
    assert refused("duration", written, DEADLINE) == (
        "The values of this issue are limits themselves (`limit: maximum`), so "
        f"`{written}` says two things about one limit. "
        "Write the limit alone; write a range or `a or b` where several are possible."
    )


def test_limits_are_apart_where_sets_would_meet() -> None:
    assert relation("duration", "up to 100 days", "up to 30 days", DEADLINE) == "apart"
    assert distance("duration", "up to 100 days", "up to 30 days", DEADLINE) == "70 days"
    assert relation("duration", "no limit", "100 days", DEADLINE) == "apart"
    assert relation("duration", "no limit", "unspecified", DEADLINE) == "apart"
    assert distance("duration", "no limit", "100 days", DEADLINE) is None


@pytest.mark.parametrize("count", [1, 2, 3, 6, 11, 12, 13, 24, 48, 97, 100])
def test_months_have_the_days_that_calendars_give_them(count: int) -> None:
    starts = [0]
    for year in range(2000, 2400 + count // 12 + 1):
        for month in range(1, 13):
            starts.append(starts[-1] + calendar.monthrange(year, month)[1])
    spans = [end - start for start, end in zip(starts[:4800], starts[count:], strict=False)]
    assert days_in_months(count) == (min(spans), max(spans))


def test_more_months_are_never_fewer_days() -> None:
    spans = [days_in_months(count) for count in (0, 1, 2, 12, 4799, 4800, 4801, 10**20)]
    assert spans[0] == (0, 0)
    assert spans[5] == (146_097, 146_097)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(spans))


def test_the_forms_in_messages_can_be_read() -> None:
    for frame in (PLAIN, DEADLINE):
        for form in KINDS["duration"].forms(frame):
            assert plain("duration", form, frame) == form
