"""Quantities: figures as people write them, with the issue's unit."""

from __future__ import annotations

import pytest

from positions.values import KINDS, Frame
from tests.values.examples import distance, plain, refused, relation, shown

PRISONERS = Frame(unit="prisoners")
SHARE = Frame(unit="%")
SHARE_OF_OUTPUT = Frame(unit="% of GDP")
TROOPS = Frame(unit="troops", limit="maximum")
FLOOR = Frame(unit="troops", limit="minimum")
MONEY = Frame(unit="billion USD")


@pytest.mark.parametrize(
    ("written", "canonical", "shown_as"),
    [
        ("1,000", "1,000", "1,000 prisoners"),
        ("1 000", "1,000", "1,000 prisoners"),
        ("1\u202f000", "1,000", "1,000 prisoners"),
        ("1'000", "1,000", "1,000 prisoners"),
        ("1’000", "1,000", "1,000 prisoners"),
        ("1000", "1,000", "1,000 prisoners"),
        (1000, "1,000", "1,000 prisoners"),
        (5.5, "5.5", "5.5 prisoners"),
        ("1,000 prisoners", "1,000", "1,000 prisoners"),
        ("1 prisoner", "1", "1 prisoner"),
        ("at least 1", "at least 1", "at least 1 prisoner"),
        ("0 or 1", "0 or 1", "0 or 1 prisoners"),
        ("> 30", "more than 30", "more than 30 prisoners"),
        ("fewer than 30", "less than 30", "less than 30 prisoners"),
        ("1,000+", "at least 1,000", "at least 1,000 prisoners"),
        ("1,000 or more", "at least 1,000", "at least 1,000 prisoners"),
        ("up to 1,200", "at most 1,200", "at most 1,200 prisoners"),
        ("1,000–1,200", "1,000-1,200", "1,000-1,200 prisoners"),
        ("about 30", "about 30", "about 30 prisoners"),
        ("1,000, 1,200 or 1,400", "1,000 or 1,200 or 1,400", "1,000 or 1,200 or 1,400 prisoners"),
        ("1,234.125", "1,234.125", "1,234.125 prisoners"),
        ("1.1250", "1.1250", "1.1250 prisoners"),
        ("0.125", "0.125", "0.125 prisoners"),
        ("100 billion", "100 billion", "100 billion prisoners"),
        ("100 bn", "100 billion", "100 billion prisoners"),
        ("100 billion prisoners", "100 billion", "100 billion prisoners"),
        ("100-120 billion", "100-120 billion", "100-120 billion prisoners"),
        ("1 or 2 million", "1 or 2 million", "1 or 2 million prisoners"),
        ("1,500,000", "1.5 million", "1.5 million prisoners"),
        ("1,234,567", "1,234,567", "1,234,567 prisoners"),
        ("50 thousand", "50,000", "50,000 prisoners"),
        ("900 thousand to 1 million", "900,000-1,000,000", "900,000-1,000,000 prisoners"),
        ("0", "0", "0 prisoners"),
        ("none", "none", "none"),
        ("all", "all", "all"),
        ("unlimited", "unlimited", "unlimited"),
        ("10 or all", "10 or all", "10 prisoners or all"),
        ("unspecified", "unspecified", "unspecified"),
        ("to be agreed", "to be agreed", "to be agreed"),
    ],
)
def test_it_reads_what_an_analyst_writes(written: object, canonical: str, shown_as: str) -> None:
    assert plain("quantity", written, PRISONERS) == canonical
    assert shown("quantity", written, PRISONERS) == shown_as


@pytest.mark.parametrize(
    ("written", "canonical", "shown_as"),
    [
        ("5.5 %", "5.5 %", "5.5 % of GDP"),
        ("5.5%", "5.5 %", "5.5 % of GDP"),
        ("5.5 percent", "5.5 %", "5.5 % of GDP"),
        ("5.5 per cent of GDP", "5.5 %", "5.5 % of GDP"),
        ("5 or 6 %", "5 or 6 %", "5 or 6 % of GDP"),
        ("5", "5 %", "5 % of GDP"),
    ],
)
def test_percentages(written: str, canonical: str, shown_as: str) -> None:
    assert plain("quantity", written, SHARE_OF_OUTPUT) == canonical
    assert shown("quantity", written, SHARE_OF_OUTPUT) == shown_as


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1.000", "could be read as thousands or as decimals. Write `1,000` for the thousands or"),
        ("1,00", "a comma groups digits by threes, and here it does not. Write `1,000` for a"),
        ("10,5", "`10,5` is unclear: a comma groups digits by threes"),
        ("1,000,00", "`1,000,00` is unclear: a comma groups"),
        ("1.000.000", "a dot marks decimals, and here there are several."),
        ("1 00", "a space groups digits by threes, and here it does not."),
        ("007", "`007` begins with a zero, and no figure does. Leave the zero out."),
        (
            "$5",
            "`$5` has the sign `$`, and the issue counts `prisoners`. The issue counts in `prisoners`: write the value in",
        ),
        ("1,000 each", "What both sides give is an `exchange`"),
        ("5 %", "This issue counts `prisoners`, and the value is given in percent."),
        (
            "1,000 men",
            "`men` behind the figure is not the issue's unit, `prisoners`. The issue counts in",
        ),
        ("1,000 prisonners", "Did you mean `prisoners`?"),
        ("5 milion", "Did you mean `million`?"),
        (
            "900 or 1 million",
            "It is unclear whether 900 is meant with `million`. Write that word with each figure",
        ),
        (
            "1 million or 900",
            "It is unclear whether 900 is meant with `million`. Write that word with each figure",
        ),
        ("1,200-1,000", "The range in `1,200-1,000` runs backwards."),
        (
            "no cap",
            "`no cap` speaks of a limit, and this issue declares none of that kind. Add `limit: maximum`",
        ),
        (
            "n/a",
            "`n/a` does not say why there is no value. Write `silent` if the text has nothing on it",
        ),
        ("N.A.", "`N.A` does not say why there is no value."),
        (
            "t.b.d.",
            "`t.b.d` does not say who leaves it open. Write `to be agreed` if the parties do",
        ),
        (
            "half",
            "`half` does not say in figures how much it is. Write the figure; of a share, in percent",
        ),
        ("1/3", "`1/3` does not say in figures how much it is."),
        (
            "50:50",
            "`50:50` gives a share for each of several. Give the issue `parts:`, one for each of them",
        ),
        ("33/33/33", "`33/33/33` gives a share for each of several."),
        ("50 % : 50 %", "gives a share for each of several."),
        ("5 ± 1", "gives a deviation. Write the least and the greatest figure"),
        (
            "-3",
            "`-3` is less than nothing, which no figure here can be. If it is a change, say so in the issue's unit, such as `change in prisoners`.",
        ),
        (
            "5m",
            "`m` behind the figure could be `million`, or `metres`. Write the word that is meant.",
        ),
        ("5T", "could be `trillion`, or `tonnes`."),
        (
            "5 mil",
            "`mil` behind the figure is not the issue's unit, `prisoners`. The issue counts in `prisoners`: write the value in `prisoners`.",
        ),
        ("4⅓", "has no end in decimals, in which figures are kept."),
        ("more than 5 and less than 7", "says two things that make no range of both ends."),
        (
            "as soon as possible",
            "is no figure. Write `unspecified`; when something begins is the term `starts:`.",
        ),
        ("immediately", "is no figure."),
        (
            "5 \u202e000",
            "A character that cannot be seen (U+202E) turns the direction of what is written",
        ),
        ("ABC 5", "`ABC 5` cannot be read."),
        ("EUR 5", "`EUR 5` has the currency `EUR`, and the issue counts `prisoners`."),
        ("twelve score", "`score` behind the figure is not the issue's unit"),
        ("999999999999999 trillion", "The figure is greater than any that is read here."),
        (1e300, "has too many digits for a figure"),
        (["1,000"], "A quantity is written as text, and this is a list."),
        ("1²", "`²` behind the figure is not the issue's unit"),
    ],
)
def test_it_says_why_it_cannot_read(written: object, said: str) -> None:
    assert said in refused("quantity", written, PRISONERS)


@pytest.mark.parametrize(
    ("unit", "written", "foreign"),
    [
        ("mm", "12 cm", "cm"),
        ("t", "90 kt", "kt"),
        ("t", "150 thousand tonnes", "tonnes"),
        ("EUR", "1500 USD", "USD"),
        ("kilometres", "5 metres", "metres"),
        ("millimetres", "5 centimetres", "centimetres"),
    ],
)
def test_a_figure_in_another_unit_is_never_to_be_written_alone(
    unit: str, written: str, foreign: str
) -> None:
    assert refused("quantity", written, Frame(unit=unit)) == (
        f"`{foreign}` behind the figure is not the issue's unit, `{unit}`. "
        f"The issue counts in `{unit}`: write the value in `{unit}`."
    )
    said = refused("quantity", "$5", Frame(unit="EUR"))
    assert said.endswith("write the value in `EUR`; what was converted is said in `note:`.")


def test_a_scale_before_the_unit_is_read() -> None:
    unit = Frame(unit="tonnes")
    assert plain("quantity", "150 thousand tonnes", unit) == plain("quantity", "150,000", unit)


def test_a_number_of_5000_digits_is_refused() -> None:
    assert "This is too long for a quantity" in refused("quantity", 10**5000, PRISONERS)


def test_a_figure_without_a_unit_to_compare_says_so() -> None:
    said = refused("quantity", "5 men", Frame())
    assert said == "The issue names no unit, and `men` stands behind the figure."


@pytest.mark.parametrize(
    ("unit", "written", "canonical"),
    [
        ("USD billion", "1.3 trillion", "1,300"),
        ("USD billion", "USD 100bn", "100"),
        ("billion USD", "100 billion USD", "100"),
        ("billion USD", "100 billion", "100"),
        ("USD billion", "500 million", "0.5"),
        ("million tonnes", "2 billion tonnes", "2,000"),
        ("USD billion", "100", "100"),
        ("USD", "USD 100bn", "100 billion"),
        ("USD", "$100", "100"),
        ("USD", "US$ 100", "100"),
        ("USD", "-", ""),
        ("USD", "$5-7m", "5-7 million"),
        ("USD", "at least $5", "at least 5"),
        ("US dollars", "$100", "100"),
        ("EUR", "€100", "100"),
        ("euros a month", "100€", "100"),
        ("EUR", "100 €", "100"),
        ("EUR per tonne", "€45-50", "45-50"),
        ("prisoners", "5M", "5 million"),
        ("prisoners", "5k", "5,000"),
        ("prisoners", "5 K prisoners", "5,000"),
        ("USD", "5m", "5 million"),
        ("INR", "5 crore", "50 million"),
        ("m", "5m", "5"),
        ("k", "5k", "5"),
        ("prisoners", "two hundred", "200"),
        ("prisoners", "half a million", "500,000"),
        ("prisoners", "one and a half million", "1.5 million"),
        ("prisoners", "twenty-one", "21"),
        ("prisoners", "max. 5", "at most 5"),
        ("prisoners", "min 5", "at least 5"),
        ("prisoners", "5 and above", "at least 5"),
        ("prisoners", "5 and below", "at most 5"),
        ("prisoners", "5 at most", "at most 5"),
        ("prisoners", "5 or so", "about 5"),
        ("prisoners", "at least 5 and at most 7", "5-7"),
        ("prisoners", "at most 7 but at least 5", "5-7"),
        ("prisoners", "At Least 5", "at least 5"),
        ("hours per week", "32 hours a week", "32"),
        ("hours a week", "32 hours per week", "32"),
        ("hours/week", "1 hour a week", "1"),
        ("%", "+40 %", "40 %"),
        ("%", "−3 %", "-3 %"),
        ("%", "-0.5 %", "-0.5 %"),
        ("%", "minus 3 percent", "-3 %"),
        ("%", "plus 3 percent", "3 %"),
        ("%", "-5 to -3 %", "-5 to -3 %"),
        ("%", "−5–−3 %", "-5 to -3 %"),
        ("%", "-3 to 3 %", "-3 to 3 %"),
        ("% of GDP", "less than 0", "less than 0 %"),
        ("degrees", "-1.5", "-1.5"),
        ("change in staff", "-300", "-300"),
        ("%", "4½ %", "4.5 %"),
        ("%", "half", "50 %"),
        ("%", "three quarters", "75 %"),
        ("%", "all", "100 %"),
        ("%", "unlimited", "unlimited"),
    ],
)
def test_it_reads_figures_as_negotiators_write_them(
    unit: str, written: str, canonical: str
) -> None:
    if not canonical:
        assert "does not say why there is no value" in refused(
            "quantity", written, Frame(unit=unit)
        )
        return
    assert plain("quantity", written, Frame(unit=unit)) == canonical
    assert plain("quantity", canonical, Frame(unit=unit)) == canonical


@pytest.mark.parametrize(
    ("unit", "written", "said"),
    [
        (
            "USD billion",
            "USD 100",
            "It is unclear whether the figure is meant in the issue's unit, `USD billion`.",
        ),
        (
            "USD billion",
            "100 USD",
            "It is unclear whether `USD` behind the figure is the issue's unit",
        ),
        (
            "USD billion",
            "5 million USD billion",
            "has a scale already, so that another would count twice.",
        ),
        ("AUD", "$100", "`$100` has the sign `$`, and the issue counts `AUD`."),
        ("USD", "EUR 100", "`EUR 100` has the currency `EUR`, and the issue counts `USD`."),
    ],
)
def test_what_may_be_in_another_unit_is_refused(unit: str, written: str, said: str) -> None:
    assert said in refused("quantity", written, Frame(unit=unit))


def test_a_unit_that_counts_in_billions_is_not_scaled_again() -> None:
    assert shown("quantity", "5,000,000", MONEY) == "5,000,000 billion USD"
    assert distance("quantity", "1,000,000", "0", MONEY) == "1,000,000 billion USD"


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("-3 %", "2 %", "apart", "5 percentage points"),
        ("-3 %", "at most 5 %", "within", "0 percentage points"),
        ("-3 %", "at least 0 %", "apart", "3 percentage points"),
        ("about 0 %", "-3 %", "apart", "about 3 percentage points"),
        ("about 0 %", "at least 0 %", "overlaps", "0 percentage points"),
        ("unspecified", "at least 0 %", "unknown", None),
        ("all", "100 %", "same", "0 percentage points"),
        ("all", "at least 60 %", "within", "0 percentage points"),
        ("none", "-3 %", "apart", None),
    ],
)
def test_a_share_may_fall_below_nothing(a: str, b: str, how: str, far: str | None) -> None:
    assert relation("quantity", a, b, SHARE) == how
    assert distance("quantity", a, b, SHARE) == far


@pytest.mark.parametrize(
    ("written", "side"),
    [("at most 5 %", "downward"), ("0-5 %", ""), ("-3 %", ""), ("at least -3 %", "upward")],
)
def test_a_share_is_open_downward_below_nothing_too(written: str, side: str) -> None:
    kind = KINDS["quantity"]
    assert kind.open_side(kind.parse(written, SHARE), SHARE) == side


@pytest.mark.parametrize("word", ["no cap", "no ceiling", "uncapped", "no maximum", "no limit"])
def test_a_ceiling_is_refused_in_many_words(word: str) -> None:
    assert plain("quantity", word, TROOPS) == "no limit"
    if word != "no limit":
        assert "declares none of that kind" in refused("quantity", word, FLOOR)


def test_two_bounds_of_one_limit_are_two_things() -> None:
    assert "says two things about one limit" in refused(
        "quantity", "at least 5 and at most 7", TROOPS
    )


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("1,000", "at least 1,000", "within", "0 prisoners"),
        ("1,000", "1,200", "apart", "200 prisoners"),
        ("up to 1,200", "at least 1,000", "overlaps", "0 prisoners"),
        ("all", "at least 1,000", "within", "0 prisoners"),
        ("all", "unlimited", "same", "0 prisoners"),
        ("all", "1,000", "apart", None),
        ("all or 5", "3", "apart", "2 prisoners"),
        ("none", "0", "same", "0 prisoners"),
        ("0", "2 million", "apart", "2 million prisoners"),
        ("about 30", "20", "apart", "about 10 prisoners"),
        ("10 or 29", "more than 30", "apart", "more than 1 prisoner"),
        ("10 or 30", "more than 30", "apart", None),
        ("0-1 or 3-4 or 1-3", "0-4", "same", "0 prisoners"),
        ("1 or 2 or 3", "2 or 1", "contains", "0 prisoners"),
        ("0-4 or 6-9", "3-7", "overlaps", "0 prisoners"),
    ],
)
def test_how_two_of_them_lie(a: str, b: str, how: str, far: str | None) -> None:
    assert relation("quantity", a, b, PRISONERS) == how
    assert distance("quantity", a, b, PRISONERS) == far


@pytest.mark.parametrize(
    ("a", "b", "frame", "far"),
    [
        ("5 %", "6 %", SHARE, "1 percentage point"),
        ("5 %", "7.5 %", SHARE, "2.5 percentage points"),
        ("5 %", "7 %", SHARE_OF_OUTPUT, "2 percentage points of GDP"),
    ],
)
def test_percentages_are_percentage_points_apart(a: str, b: str, frame: Frame, far: str) -> None:
    assert distance("quantity", a, b, frame) == far


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("600,000", "at most 600,000", "same", "0 troops"),
        ("up to 600,000", "at most 600,000", "same", "0 troops"),
        ("250,000", "85,000", "apart", "165,000 troops"),
        ("no limit", "none", "same", "0 troops"),
        ("no limit", "unlimited", "same", "0 troops"),
        ("no limit", "unspecified", "apart", None),
        ("no limit", "600,000", "apart", None),
        ("no limit", "0", "apart", None),
        ("no limit", "all", "apart", None),
        ("unspecified", "600,000", "unknown", None),
        ("about 600,000", "600,000", "overlaps", "0 troops"),
        ("500,000-700,000", "600,000", "contains", "0 troops"),
        ("600,000 or 800,000", "800,000", "contains", "0 troops"),
    ],
)
def test_ceilings_are_compared_as_ceilings(a: str, b: str, how: str, far: str | None) -> None:
    assert relation("quantity", a, b, TROOPS) == how
    assert distance("quantity", a, b, TROOPS) == far


def test_a_floor_reads_at_least_as_its_figure() -> None:
    assert plain("quantity", "at least 600,000", FLOOR) == "600,000"
    assert "limit: minimum" in refused("quantity", "up to 600,000", FLOOR)


@pytest.mark.parametrize("frame", [PRISONERS, SHARE, TROOPS])
def test_the_forms_in_messages_can_be_read(frame: Frame) -> None:
    kind = KINDS["quantity"]
    for form in kind.forms(frame):
        kind.parse(form, frame)


@pytest.mark.parametrize(
    ("unit", "of_one"),
    [
        ("prisoners of war", "1 prisoner of war"),
        ("armoured vehicles", "1 armoured vehicle"),
        ("bodies", "1 body"),
        ("boxes", "1 box"),
        ("tons per year", "1 ton per year"),
        ("troops", "1 troops"),
        ("men", "1 men"),
        ("houses", "1 houses"),
        ("%", "1 %"),
    ],
)
def test_one_of_a_unit_is_not_many(unit: str, of_one: str) -> None:
    frame = Frame(unit=unit)
    assert shown("quantity", "1", frame) == of_one
    assert shown("quantity", "2", frame) == f"2 {unit}"
    assert plain("quantity", of_one, frame) == plain("quantity", "1", frame)


@pytest.mark.parametrize(
    ("kind", "written", "frame", "names_all"),
    [
        ("quantity", "all", PRISONERS, True),
        ("quantity", "5 or all", PRISONERS, True),
        ("quantity", "5", PRISONERS, False),
        ("exchange", "5 for all", PRISONERS, True),
        ("exchange", "5 for 5", PRISONERS, False),
        ("text", "all", Frame(), False),
    ],
)
def test_all_that_there_is_names_no_figure(
    kind: str, written: str, frame: Frame, names_all: bool
) -> None:
    assert KINDS[kind].parse(written, frame).names_all is names_all


@pytest.mark.parametrize(
    ("kind", "written", "frame", "single"),
    [
        ("quantity", "5", PRISONERS, True),
        ("quantity", "about 5", PRISONERS, True),
        ("quantity", "at most 5", TROOPS, True),
        ("quantity", "at most 5", PRISONERS, False),
        ("quantity", "5 or 7", PRISONERS, False),
        ("quantity", "5-7", PRISONERS, False),
        ("scale", "40", Frame(ends=("a", "b")), True),
        ("scale", "at least 40", Frame(ends=("a", "b")), False),
        ("exchange", "5 for 0", PRISONERS, True),
        ("exchange", "at least 5 each", PRISONERS, False),
        ("exchange", "5 for all", PRISONERS, False),
        ("choice", "a", Frame(options={"a": "A", "b": "B"}), True),
        ("choice", "not a", Frame(options={"a": "A", "b": "B"}), False),
        ("choice", "a or b", Frame(options={"a": "A", "b": "B"}), False),
        ("text", "red", Frame(), False),
    ],
)
def test_one_figure_alone_says_nothing_of_those_beside_it(
    kind: str, written: str, frame: Frame, single: bool
) -> None:
    assert KINDS[kind].parse(written, frame).single is single


@pytest.mark.parametrize(
    ("counted", "agreed", "said"),
    [
        ("900", "at least 1,000", "100 less than agreed"),
        ("1,200", "at least 1,000", "as agreed"),
        ("1,300", "1,000-1,200", "100 more than agreed"),
        ("1,000", "more than 1,000", ""),
        ("900", "about 1,000", ""),
        ("900", "none", ""),
    ],
)
def test_a_count_is_told_beside_the_end_of_what_was_agreed(
    counted: str, agreed: str, said: str
) -> None:
    kind, frame = KINDS["quantity"], Frame()
    one, other = (kind.parse(text, frame) for text in (counted, agreed))
    assert kind.excess(one, other, frame) == (said,)
