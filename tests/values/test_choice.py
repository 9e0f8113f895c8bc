"""Choices: options by id, or, and not."""

from __future__ import annotations

import pytest

from positions.values import KINDS, Frame
from tests.values.examples import distance, plain, refused, relation, sentences, shown

FRAME = Frame(
    options={
        "us-led": "Led by the United States",
        "bilateral-or-not": "A bilateral centre",
        "un": "The UN or the OSCE",
        "no": "None {at} all",
    }
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
    ],
)
def test_whether_one_option_suits_all(values: list[str], met: bool | None) -> None:
    kind = KINDS["choice"]
    assert kind.meet([kind.parse(value, FRAME) for value in values], FRAME) is met


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "us-led",
            "no",
            "Ukraine asks for Led by the United States, Russia for None {at} all: no option satisfies both",
        ),
        (
            "us-led or no",
            "no",
            "Russia asks for None {at} all, Ukraine for Led by the United States or None {at} all, which does not exclude that",
        ),
        (
            "no",
            "to be agreed",
            "Ukraine asks for None {at} all, Russia leaves it to be agreed: it cannot be told whether the two meet",
        ),
        ("to be agreed", "to be agreed", "Both leave it to be agreed"),
    ],
)
def test_how_they_differ_in_a_sentence(a: str, b: str, said: str) -> None:
    assert sentences("choice", a, b, FRAME) == [f"choice: {said}"]


def test_a_choice_has_no_headline_and_no_open_side() -> None:
    kind = KINDS["choice"]
    value = kind.parse("un", FRAME)
    assert kind.headline(value, FRAME) is None
    assert kind.open_side(value, FRAME) == ""


def test_the_forms_in_messages_can_be_read() -> None:
    kind = KINDS["choice"]
    assert [plain("choice", form, FRAME) for form in kind.forms(FRAME)] == list(kind.forms(FRAME))
    assert kind.forms(Frame(options={"x": "X"}))[:2] == ("x", "x or a")
    assert kind.forms(Frame())[:2] == ("a", "a or b")
