"""How does a sentence say a value, and what does the value as a whole say?"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.values import KINDS, Frame, Stance
from positions.values.prose import long_span, months_in_words
from tests.strategies import CASES, FRAMES, values
from tests.values.examples import distance_in_prose, in_prose

EXCHANGE = Frame(unit="bodies", between=("a", "b"), names=("Hill", "Vale"))
OPTIONS = Frame(options={"un": "a mission of the UN", "osce": "a mission of the OSCE", "no": "no"})
ITEMS = Frame(items={"a": "a halt", "b": "an end of aid and arms", "c": "an election"})


@pytest.mark.parametrize(
    ("unit", "written", "prose"),
    [
        ("%", "46", "46%"),
        ("percent", "46", "46%"),
        ("%", "at least 5.5 %", "at least 5.5%"),
        ("%", "4-5", "4-5%"),
        ("% a year", "3", "3% a year"),
        ("percentage points", "3", "3 percentage points"),
        ("USD", "5,500", "USD 5,500"),
        ("USD", "at most 500", "at most USD 500"),
        ("USD", "100 billion", "USD 100 billion"),
        ("USD", "none or 5 million or 7 million", "none or USD 5 or 7 million"),
        ("USD billion a year", "1,300", "USD 1,300 billion a year"),
        ("EUR per tonne", "45-50", "EUR 45-50 per tonne"),
        ("km", "3", "3 km"),
        ("prisoners", "1", "1 prisoner"),
        ("prisoners", "about 30", "about 30 prisoners"),
        ("prisoners", "2 million", "2 million prisoners"),
        ("prisoners", "all", "all"),
        ("TEU", "5", "5 TEU"),
        ("%", "-3 %", "-3%"),
        ("%", "-5 to -3", "-5 to -3%"),
    ],
)
def test_a_quantity_has_its_unit_where_prose_has_it(unit: str, written: str, prose: str) -> None:
    assert in_prose("quantity", written, Frame(unit=unit)) == prose


@pytest.mark.parametrize(
    ("written", "prose"),
    [
        ("30 days", "30 days"),
        ("at least 1 month", "at least 1 month"),
        ("24 or 48 hours", "24 or 48 hours"),
        ("2-3 days", "2-3 days"),
        ("2.5 hours", "2½ hours"),
        ("2.4 hours", "2.4 hours"),
        ("half an hour", "30 minutes"),
        ("half a day", "12 hours"),
        ("0.001 hours", "0.001 hours"),
        ("half an hour to 2 hours", "30 minutes to 2 hours"),
        ("4½ years", "4½ years"),
        ("54 months", "54 months"),
        ("unlimited", "unlimited"),
    ],
)
def test_a_duration_has_its_quarters_as_one_sign(written: str, prose: str) -> None:
    assert in_prose("duration", written, Frame()) == prose


@pytest.mark.parametrize(
    ("written", "prose"),
    [
        ("2025-06-02", "2 June 2025"),
        ("2025-06-20..2025-06-30", "20-30 June 2025"),
        ("2025-06-20..2025-07-03", "20 June to 3 July 2025"),
        ("2025-12-20..2026-01-03", "20 December 2025 to 3 January 2026"),
        ("2025-06", "June 2025"),
        ("June to August 2025", "June to August 2025"),
        ("2025-12 to 2026-02", "December 2025 to February 2026"),
        ("2026", "2026"),
        ("2025 to 2026", "2025 to 2026"),
        ("by 2025-08-31", "by 31 August 2025"),
        ("by 2030-12-31", "by the end of 2030"),
        ("by 2030", "by the end of 2030"),
        ("by about June 2030", "by about the end of June 2030"),
        ("from 2030", "from 2030"),
        ("Q3 2025", "the third quarter of 2025"),
        ("H1 2025 to H1 2026", "the first half of 2025 to the first half of 2026"),
        ("2025-06 to 2026", "June 2025 to 2026"),
        ("from 2025-06-02", "from 2 June 2025"),
        ("about 2025-06-02", "about 2 June 2025"),
        ("2025-06-02 or to be agreed", "2 June 2025 or to be agreed"),
    ],
)
def test_a_date_is_written_out(written: str, prose: str) -> None:
    assert in_prose("date", written, Frame()) == prose


@pytest.mark.parametrize(
    ("written", "prose", "directions"),
    [
        ("1,000 for 1,000", "1,000 for 1,000", [("1,000 bodies", "1,000 bodies")]),
        ("6,000 for 0", "6,000 for 0", [("6,000 bodies", "none")]),
        ("all for all", "all for all", [("all", "all")]),
        ("at least 9 each", "at least 9 each", [("at least 9 bodies", "at least 9 bodies")]),
        (
            "1 for 2 or 3 for none",
            "1 for 2 or 3 for none",
            [("1 body", "2 bodies"), ("3 bodies", "none")],
        ),
    ],
)
def test_an_exchange_says_what_each_side_gives(
    written: str, prose: str, directions: list[tuple[str, str]]
) -> None:
    value = KINDS["exchange"].parse(written, EXCHANGE)
    assert KINDS["exchange"].in_prose(value, EXCHANGE) == prose
    assert list(KINDS["exchange"].directions(value, EXCHANGE)) == directions


@pytest.mark.parametrize(
    ("written", "prose", "wanted", "rejected"),
    [
        ("un", "a mission of the UN", ("un",), ()),
        ("un or osce", "a mission of the UN or a mission of the OSCE", ("un", "osce"), ()),
        ("not no", "any but no", (), ("no",)),
        ("to be agreed", "to be agreed", (), ()),
    ],
)
def test_a_choice_tells_what_is_wanted_from_what_is_rejected(
    written: str, prose: str, wanted: tuple[str, ...], rejected: tuple[str, ...]
) -> None:
    value = KINDS["choice"].parse(written, OPTIONS)
    assert KINDS["choice"].in_prose(value, OPTIONS) == prose
    assert (value.wanted, value.rejected, value.either) == (wanted, rejected, True)


@pytest.mark.parametrize(
    ("written", "prose", "wanted", "rejected"),
    [
        (["a", "c"], "a halt and an election", ("a", "c"), ()),
        (["a", "b"], "a halt, and an end of aid and arms", ("a", "b"), ()),
        ("none", "none", (), ("a", "b", "c")),
        ({"refuse": ["a", "c"]}, "not a halt or an election", (), ("a", "c")),
        ({"only": ["a"]}, "a halt only", ("a",), ("b", "c")),
        ({"demand": ["a"], "refuse": ["c"]}, "a halt, but not an election", ("a",), ("c",)),
        ("unspecified", "unspecified", (), ()),
    ],
)
def test_a_checklist_tells_what_is_demanded_from_what_is_refused(
    written: object, prose: str, wanted: tuple[str, ...], rejected: tuple[str, ...]
) -> None:
    value = KINDS["checklist"].parse(written, ITEMS)
    assert KINDS["checklist"].in_prose(value, ITEMS) == prose
    assert (value.wanted, value.rejected, value.either) == (wanted, rejected, False)


def test_words_of_a_text_are_in_quotation_marks() -> None:
    assert in_prose("text", "Retirement at 67.", Frame()) == "“Retirement at 67”"
    assert in_prose("text", "to be agreed", Frame()) == "to be agreed"


def test_a_value_without_its_unit_is_for_a_sentence_that_has_it_already() -> None:
    frame = Frame(unit="bodies")
    value = KINDS["quantity"].parse("at least 30", frame)
    assert KINDS["quantity"].in_prose(value, frame, bare=True) == "at least 30"
    length = KINDS["duration"].parse("2-3 days", frame)
    assert KINDS["duration"].in_prose(length, frame, bare=True) == "2-3"


LIMIT = Frame(unit="soldiers", limit="maximum")


@pytest.mark.parametrize(
    ("kind", "written", "frame", "stance"),
    [
        ("quantity", "5", Frame(unit="x"), Stance.NAMED),
        ("quantity", "none", Frame(unit="x"), Stance.REFUSED),
        ("quantity", "none or 5", Frame(unit="x"), Stance.NAMED),
        ("quantity", "all", Frame(unit="x"), Stance.ALL),
        ("quantity", "no limit", LIMIT, Stance.REFUSED),
        ("quantity", "0", LIMIT, Stance.NAMED),
        ("duration", "unlimited", Frame(), Stance.UNLIMITED),
        ("date", "unspecified", Frame(), Stance.UNSPECIFIED),
        ("exchange", "none", EXCHANGE, Stance.REFUSED),
        ("exchange", "to be agreed", EXCHANGE, Stance.TO_BE_AGREED),
        ("choice", "un", OPTIONS, Stance.NAMED),
        ("choice", "to be agreed", OPTIONS, Stance.TO_BE_AGREED),
        ("checklist", "none", ITEMS, Stance.REFUSED),
        ("checklist", {"refuse": ["a"]}, ITEMS, Stance.REFUSED),
        ("checklist", ["a"], ITEMS, Stance.NAMED),
        ("checklist", "unspecified", ITEMS, Stance.UNSPECIFIED),
        ("text", "As agreed", Frame(), Stance.NAMED),
        ("text", "To be agreed.", Frame(), Stance.TO_BE_AGREED),
    ],
)
def test_what_a_value_says_as_a_whole(
    kind: str, written: object, frame: Frame, stance: Stance
) -> None:
    assert KINDS[kind].parse(written, frame).stance is stance


@pytest.mark.parametrize("name", [name for name in CASES if name != "exchange"])
def test_only_an_exchange_goes_both_ways(name: str) -> None:
    kind, frame = CASES[name], FRAMES[name]
    value = kind.parse("to be agreed", frame)
    assert kind.directions(value, frame) == ()
    assert kind.headline(value, frame) is None
    assert kind.in_prose(value, frame) == "to be agreed"


@pytest.mark.parametrize("name", list(CASES))
@given(data=st.data())
def test_prose_is_never_empty_and_says_no_iso_date(name: str, data: st.DataObject) -> None:
    value = data.draw(values(name))
    prose = CASES[name].in_prose(value, FRAMES[name])
    assert prose
    assert name == "text" or "2025-" not in prose
    assert all(one and other for one, other in CASES[name].directions(value, FRAMES[name]))
    assert not (value.wanted and set(value.wanted) & set(value.rejected))


@pytest.mark.parametrize(
    ("kind", "one", "other", "frame", "prose"),
    [
        ("quantity", "500", "2,500", Frame(unit="USD"), "USD 2,000"),
        ("quantity", "about 500", "2,500", Frame(unit="USD"), "about USD 2,000"),
        ("quantity", "5", "8", Frame(unit="%"), "3 percentage points"),
        ("duration", "30 days", "3 days", Frame(), "27 days"),
        ("date", "2025-06-02", "2025-06-12", Frame(), "10 days"),
        ("date", "2025-06-02", "2028-03-01", Frame(), "about 2¾ years"),
        ("date", "about 2025-06-02", "2028-03-01", Frame(), "about 2¾ years"),
        (
            "exchange",
            "6 for 5",
            "6 for 0",
            Frame(unit="USD", names=("Hill", "Vale")),
            "USD 5 from Vale to Hill",
        ),
        ("text", "a", "b", Frame(), None),
    ],
)
def test_a_distance_is_told_as_people_tell_it(
    kind: str, one: str, other: str, frame: Frame, prose: str | None
) -> None:
    assert distance_in_prose(kind, one, other, frame) == prose


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (200, ""),
        (Fraction(1, 2), ""),
        (201, "about 7 months"),
        (228, "about 7 months"),
        (300, "about 10 months"),
        (330, "about 11 months"),
        (350, "about 11 months"),
        (352, "about 1 year"),
        (365, "about 1 year"),
        (420, "about 1¼ years"),
        (548, "about 1½ years"),
        (1003, "about 2¾ years"),
        (3652, "about 10 years"),
    ],
)
def test_a_long_span_is_told_in_years_by_quarters(days: int | Fraction, text: str) -> None:
    assert long_span(days) == text


@pytest.mark.parametrize(
    ("months", "text"),
    [
        (1, "1 month"),
        (7, "7 months"),
        (12, "1 year"),
        (15, "15 months"),
        (18, "1½ years"),
        (24, "2 years"),
        (25, "25 months"),
        (27, "2¼ years"),
        (54, "4½ years"),
    ],
)
def test_months_are_told_as_years_where_that_is_exact(months: int, text: str) -> None:
    assert months_in_words(months) == text
