"""Choices: options by id, or, and not."""

from __future__ import annotations

import pytest

from positions.values import KINDS, Frame
from tests.values.examples import distance, plain, refused, relation, shown

FRAME = Frame(
    options={
        "us-led": "Led by the United States",
        "bilateral-or-not": "A bilateral centre",
        "un": "The UN or the OSCE",
        "no": "None {at} all",
    }
)
LADDER = Frame(
    options={
        "none-yet": "No status",
        "observer": "Observer",
        "up-to-full": "Up to full rights",
        "full": "Full member",
    },
    ordered=True,
)
TWINS = Frame(options={"a": "Same", "A": "Same", "b": "Other"})


@pytest.mark.parametrize(
    ("written", "canonical", "shown_as"),
    [
        ("us-led", "us-led", "Led by the United States"),
        ("US-led", "us-led", "Led by the United States"),
        (" us-led ", "us-led", "Led by the United States"),
        ("led by the United  States", "us-led", "Led by the United States"),
        ("The UN or the OSCE", "un", "The UN or the OSCE"),
        ("bilateral-or-not", "bilateral-or-not", "A bilateral centre"),
        ("un or us-led", "us-led or un", "Led by the United States or The UN or the OSCE"),
        ("un or un", "un", "The UN or the OSCE"),
        ("either un or no", "un or no", "The UN or the OSCE or None {at} all"),
        ("not un", "not un", "any but The UN or the OSCE"),
        ("not (un or no)", "not (un or no)", "any but The UN or the OSCE or None {at} all"),
        ("not ( un )", "not un", "any but The UN or the OSCE"),
        ("neither no nor un", "not (un or no)", "any but The UN or the OSCE or None {at} all"),
        ("to be agreed", "to be agreed", "to be agreed"),
        ("Not specified", "unspecified", "unspecified"),
    ],
)
def test_it_reads_what_an_analyst_writes(written: str, canonical: str, shown_as: str) -> None:
    assert plain("choice", written, FRAME) == canonical
    assert shown("choice", written, FRAME) == shown_as


def test_an_id_that_yaml_reads_as_a_number_is_still_an_id() -> None:
    assert plain("choice", 1, Frame(options={"1": "One", "2": "Two"})) == "1"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "bilateral",
            "`bilateral` is not an option of this issue. Did you mean `bilateral-or-not`?",
        ),
        (
            "xyz",
            "`xyz` is not an option of this issue. The options are `us-led`, `bilateral-or-not`, `un` and `no`.",
        ),
        (
            "un and no",
            "`un and no` names several options at once, and a choice is one of them. Write `a or b` where either will do.",
        ),
        (
            "un, no",
            "`un, no` names several options at once, and a choice is one of them. Write `a or b` where either will do.",
        ),
        (
            ["un"],
            "A choice is one option, and a list means all of it together. Write `us-led or bilateral-or-not` where either will do.",
        ),
        ({"un": 1}, "A choice is the id of an option, and this is a mapping."),
        (
            "TBD",
            "`TBD` does not say who leaves it open. Write `to be agreed` if the parties do; leave the value empty if it has yet to be looked up.",
        ),
        (
            "un or n/a",
            "`n/a` does not say why there is no value. Write `silent` if the text has nothing on it, `unseen` if the part that was read has nothing, `undisclosed` if it is withheld, `declined` if the party would not say; leave the value empty if it has yet to be looked up.",
        ),
        (True, "A choice is the id of an option, and this is a yes or no."),
        (None, "A choice is the id of an option, and this is nothing."),
        (
            "not un or no",
            "It cannot be told how far `not` reaches here. Write `not (a or b)`, or name the options that are admitted.",
        ),
        ("neither un", "`neither` has no `nor` here. Write `neither a nor b` or `not a`."),
        (
            "not (us-led or bilateral-or-not or un or no)",
            "This excludes every option of the issue. Leave one out.",
        ),
        ("un or", "There is no option on one side of `or`. Write `a or b`."),
        ("", "A choice belongs here, but the text is empty."),
        ("un " * 5000, "This is too long for a choice."),
    ],
)
def test_it_says_why_it_cannot_read(written: object, said: str) -> None:
    assert refused("choice", written, FRAME) == said


def test_a_title_that_two_options_share_names_neither() -> None:
    assert "is not an option" in refused("choice", "same", TWINS)
    assert plain("choice", "A", TWINS) == "A"
    assert plain("choice", "OTHER", TWINS) == "b"


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("un", "un", "same"),
        ("un", "no", "apart"),
        ("un", "un or no", "within"),
        ("un or no", "no", "contains"),
        ("un or no", "no or us-led", "overlaps"),
        ("not un", "us-led or bilateral-or-not or no", "same"),
        ("not un", "un", "apart"),
        ("not un", "not no", "overlaps"),
        ("to be agreed", "un", "unknown"),
        ("to be agreed", "to be agreed", "unknown"),
        ("unspecified", "un", "unknown"),
        ("unspecified", "not un", "unknown"),
        ("unspecified", "us-led or bilateral-or-not or un or no", "within"),
        ("us-led or bilateral-or-not or un or no", "unspecified", "contains"),
        ("unspecified", "unspecified", "unknown"),
        ("unspecified", "to be agreed", "unknown"),
    ],
)
def test_how_two_of_them_lie(a: str, b: str, how: str) -> None:
    assert relation("choice", a, b, FRAME) == how
    assert distance("choice", a, b, FRAME) is None


@pytest.mark.parametrize(
    ("values", "met"),
    [
        (["un", "un or no", "not us-led"], True),
        (["un or no", "no or us-led", "us-led or un"], False),
        (["un or no", "to be agreed"], None),
        (["un", "no", "to be agreed"], False),
        (["un or no", "unspecified"], None),
        (["un", "no", "unspecified"], False),
        (["us-led or bilateral-or-not or un or no", "unspecified"], True),
        (["unspecified", "unspecified"], None),
        (["unspecified"], True),
        (["unspecified", "to be agreed"], None),
    ],
)
def test_whether_one_option_suits_all(values: list[str], met: bool | None) -> None:
    kind = KINDS["choice"]
    assert kind.meet([kind.parse(value, FRAME) for value in values], FRAME) is met


def test_a_choice_has_no_headline_and_no_open_side() -> None:
    kind = KINDS["choice"]
    value = kind.parse("un", FRAME)
    assert kind.headline(value, FRAME) is None
    assert kind.open_side(value, FRAME) == ""


def test_the_forms_in_messages_can_be_read() -> None:
    kind = KINDS["choice"]
    assert [plain("choice", form, FRAME) for form in kind.forms(FRAME)] == list(kind.forms(FRAME))
    assert [plain("choice", form, LADDER) for form in kind.forms(LADDER)] == list(
        kind.forms(LADDER)
    )
    assert kind.forms(Frame(options={"x": "X"}))[:2] == ("x", "x or a")
    assert kind.forms(Frame())[:2] == ("a", "a or b")


@pytest.mark.parametrize(
    ("written", "canonical", "shown_as"),
    [
        ("observer", "observer", "Observer"),
        ("up-to-full", "up-to-full", "Up to full rights"),
        ("Up to full rights", "up-to-full", "Up to full rights"),
        ("at least observer", "at least observer", "at least Observer"),
        ("At least Observer", "at least observer", "at least Observer"),
        ("no less than observer", "at least observer", "at least Observer"),
        ("observer or more", "at least observer", "at least Observer"),
        ("up to observer", "at most observer", "at most Observer"),
        ("<= observer", "at most observer", "at most Observer"),
        ("observer or less", "at most observer", "at most Observer"),
        ("at most up to full rights", "at most up-to-full", "at most Up to full rights"),
        ("observer to full", "observer to full", "Observer to Full member"),
        ("observer..full", "observer to full", "Observer to Full member"),
        ("no status to up to full rights", "none-yet to up-to-full", "No status to Up to full rights"),
        ("observer to observer", "observer", "Observer"),
        ("not observer", "not observer", "any but Observer"),
        ("full or observer", "observer or full", "Observer or Full member"),
    ],
)  # fmt: skip
def test_a_ladder_reads_its_rungs_and_what_lies_above_or_below_one(
    written: str, canonical: str, shown_as: str
) -> None:
    assert plain("choice", written, LADDER) == canonical
    assert shown("choice", written, LADDER) == shown_as


def test_what_looks_like_a_bound_and_is_an_option_is_that_option() -> None:
    frame = Frame(
        options={"b": "At least a", "a": "A to c", "c": "C", "more": "More"}, ordered=True
    )
    assert plain("choice", "at least a", frame) == "b"
    assert plain("choice", "a to c", frame) == "a"
    assert plain("choice", "c or more", frame) == "c or more"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "full to observer",
            "The range in `full to observer` runs backwards; the options go from the least to the most. Write it as `observer to full`.",
        ),
        (
            "at least observer or full",
            "`at least observer or full` says two things about the ladder of options. Write `at least b` alone, `b to c`, or name the options that are admitted.",
        ),
        ("at least observr", "`observr` is not an option of this issue. Did you mean `observer`?"),
        (
            "observer to nowhere",
            "`observer to nowhere` is not an option of this issue. The options are `none-yet`, `observer`, `up-to-full` and `full`.",
        ),
    ],
)
def test_a_ladder_says_why_it_cannot_read(written: str, said: str) -> None:
    assert refused("choice", written, LADDER) == said


@pytest.mark.parametrize("written", ["at least un", "un or more", "us-led to un"])
def test_options_without_an_order_have_no_more_and_no_less(written: str) -> None:
    assert refused("choice", written, FRAME) == (
        f"`{written}` needs an order among the options, and the issue declares none. "
        "Add `ordered: true` to the issue if its options go from the least to the most; "
        "else name each option that is admitted."
    )


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        ("none-yet", "full", "apart", "3 steps"),
        ("none-yet", "observer", "apart", "1 step"),
        ("none-yet or observer", "full", "apart", "2 steps"),
        ("at most observer", "full", "apart", "2 steps"),
        ("at least observer", "not none-yet", "same", "0 steps"),
        ("at least observer", "at most up-to-full", "overlaps", "0 steps"),
        ("observer to up-to-full", "at least observer", "within", "0 steps"),
        ("none-yet to observer", "at most observer", "same", "0 steps"),
        ("unspecified", "full", "unknown", None),
        ("unspecified", "at least none-yet", "within", None),
        ("to be agreed", "full", "unknown", None),
    ],
)
def test_rungs_of_a_ladder_are_steps_apart(a: str, b: str, how: str, far: str | None) -> None:
    assert relation("choice", a, b, LADDER) == how
    assert distance("choice", a, b, LADDER) == far


def test_one_option_that_is_all_there_is_needs_not_be_given() -> None:
    frame = Frame(options={"a": "A"})
    assert relation("choice", "unspecified", "a", frame) == "same"
    assert relation("choice", "unspecified", "unspecified", frame) == "same"
    kind = KINDS["choice"]
    assert kind.meet([kind.parse("unspecified", frame)] * 2, frame) is True
