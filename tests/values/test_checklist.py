"""Checklists: what is demanded, refused, and not addressed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from positions.values import KINDS, Frame
from tests.values.examples import (
    differences,
    differences_of,
    distance,
    plain,
    refused,
    relation,
    shown,
)

FRAME = Frame(
    items={"halt": "A halt", "arms": "No arms", "law": "No martial law", "vote": "A vote"}
)
WORDS = Frame(items={"none": "No troops", "all": "All troops"})


@pytest.mark.parametrize(
    ("written", "canonical", "shown_as"),
    [
        (["arms", "halt"], ["halt", "arms"], "A halt, No arms"),
        ("halt", ["halt"], "A halt"),
        ("A Halt", ["halt"], "A halt"),
        (["no arms"], ["arms"], "No arms"),
        ("all", ["halt", "arms", "law", "vote"], "A halt, No arms, No martial law, A vote"),
        ("none", "none", "none"),
        ("None", "none", "none"),
        ({"refuse": ["halt", "arms", "law", "vote"]}, "none", "none"),
        ({"only": ["halt"]}, {"only": ["halt"]}, "only: A halt"),
        (
            {"demand": ["halt"], "refuse": ["vote", "law", "arms"]},
            {"only": ["halt"]},
            "only: A halt",
        ),
        (
            {"only": ["halt", "arms", "law", "vote"]},
            ["halt", "arms", "law", "vote"],
            "A halt, No arms, No martial law, A vote",
        ),
        (
            {"demand": "halt", "refuse": ["arms"]},
            {"demand": ["halt"], "refuse": ["arms"]},
            "A halt; not: No arms",
        ),
        ({"refuse": "arms"}, {"refuse": ["arms"]}, "not: No arms"),
        ({"demand": ["arms"]}, ["arms"], "No arms"),
        ("to be agreed", "to be agreed", "to be agreed"),
        ("Not specified", "unspecified", "unspecified"),
    ],
)
def test_it_reads_what_an_analyst_writes(written: object, canonical: object, shown_as: str) -> None:
    assert plain("checklist", written, FRAME) == canonical
    assert shown("checklist", written, FRAME) == shown_as


def test_an_item_with_the_id_none_is_that_item() -> None:
    assert plain("checklist", "none", WORDS) == ["none"]
    assert plain("checklist", "all", WORDS) == ["all"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            [],
            "The list is empty, which says neither that all are refused nor that all are open. Write `none` to refuse all items; leave the value out where nothing is recorded.",
        ),
        (["halt", "halt"], "`halt` stands here twice. Remove one of the two."),
        (["halt", "A halt"], "`halt` stands here twice. Remove one of the two."),
        (
            {"demand": ["halt"], "refuse": ["halt"]},
            "`halt` is both demanded and refused. Remove it from one of the lists.",
        ),
        (
            "halt or arms",
            "A checklist has no `or`: its items are demanded together. Record the branches as `alternatives`, each with its own list.",
        ),
        (
            "halt, arms",
            "`halt, arms` names several items in one text. Write them as a list: `[a, b]`.",
        ),
        (
            "halt and arms",
            "`halt and arms` names several items in one text. Write them as a list: `[a, b]`.",
        ),
        (
            ["halt", "tbd"],
            "`tbd` does not say who leaves it open. Write `to be agreed` if the parties do; leave the value empty if it has yet to be looked up.",
        ),
        ("armss", "`armss` is not an item of this issue. Did you mean `arms`?"),
        (
            "xyz",
            "`xyz` is not an item of this issue. The items are `halt`, `arms`, `law` and `vote`.",
        ),
        (
            {"demmand": ["halt"]},
            "A checklist has the keys `demand`, `refuse` or `only`, not `demmand`. Did you mean `demand`?",
        ),
        (
            {1: ["halt"]},
            "A checklist has the keys `demand`, `refuse` or `only`, not ``. Write `{demand: [a], refuse: [c]}`.",
        ),
        (
            {"only": ["halt"], "refuse": ["arms"]},
            "`only` refuses all other items, so nothing can stand beside it. Write `{only: [a, b]}`, or `demand` and `refuse`.",
        ),
        ({"only": None}, "Here a list of items is expected, and this is nothing. Write `[a, b]`."),
        ([1], "An item is named by its id, and this is a bare number. Write `[a, b]`."),
        ([["halt"]], "An item is named by its id, and this is a list. Write `[a, b]`."),
        ({}, "A checklist is a list of items, and this is a mapping."),
        (5, "A checklist is a list of items, and this is a bare number."),
        (None, "A checklist is a list of items, and this is nothing."),
        (True, "A checklist is a list of items, and this is a yes or no."),
    ],
)
def test_it_says_why_it_cannot_read(written: object, said: str) -> None:
    assert refused("checklist", written, FRAME) == said


@pytest.mark.parametrize(
    ("a", "b", "how", "far"),
    [
        (["halt", "arms"], ["arms", "halt"], "same", "0 items"),
        (["halt"], ["halt", "arms"], "contains", "0 items"),
        (["halt", "arms"], ["halt"], "within", "0 items"),
        (["halt"], ["arms"], "overlaps", "0 items"),
        (["halt"], {"refuse": ["arms"]}, "overlaps", "0 items"),
        ({"only": ["halt"]}, ["halt"], "within", "0 items"),
        ({"only": ["halt"]}, ["halt", "arms"], "apart", "1 item"),
        ("all", "none", "apart", "4 items"),
        (
            {"demand": ["halt"], "refuse": ["arms"]},
            {"demand": ["arms"], "refuse": ["halt"]},
            "apart",
            "2 items",
        ),
        ("to be agreed", ["halt"], "unknown", None),
        ("to be agreed", "to be agreed", "unknown", None),
        ("unspecified", ["halt"], "unknown", None),
        ("unspecified", "none", "unknown", None),
    ],
)
def test_how_two_of_them_lie(a: object, b: object, how: str, far: str | None) -> None:
    assert relation("checklist", a, b, FRAME) == how
    assert distance("checklist", a, b, FRAME) == far


@pytest.mark.parametrize(
    ("values", "met"),
    [
        ([["halt"], ["arms"], {"refuse": ["law"]}], True),
        ([["halt"], ["arms"], {"refuse": ["arms"]}], False),
        ([["halt"], "to be agreed"], None),
        ([["halt"], "unspecified"], None),
        (["to be agreed"], None),
        ([["halt"], "to be agreed", "none"], False),
    ],
)
def test_whether_one_package_suits_all(values: list[object], met: bool | None) -> None:
    kind = KINDS["checklist"]
    assert kind.meet([kind.parse(value, FRAME) for value in values], FRAME) is met


def test_a_contradiction_is_measured_in_items() -> None:
    kind = KINDS["checklist"]
    difference, *_ = differences_of(
        kind, kind.parse("none", FRAME), kind.parse("all", FRAME), FRAME
    )
    assert difference.distance is not None
    assert (difference.distance.figure, difference.distance.text) == (Fraction(4), "4 items")


def test_a_checklist_has_no_headline_and_no_open_side() -> None:
    kind = KINDS["checklist"]
    value = kind.parse(["halt"], FRAME)
    assert kind.headline(value, FRAME) is None
    assert kind.open_side(value, FRAME) == ""


def test_its_mappings_have_the_keys_that_it_names() -> None:
    assert KINDS["checklist"].keys == {"demand", "refuse", "only"}
    assert all(not kind.keys for name, kind in KINDS.items() if name != "checklist")


def test_the_forms_in_messages_name_items_of_the_issue() -> None:
    kind = KINDS["checklist"]
    assert kind.forms(FRAME) == (
        "[halt, arms]",
        "none",
        "{only: [halt]}",
        "{demand: [halt], refuse: [arms]}",
    )
    assert kind.forms(Frame(items={"x": "X"}))[0] == "[a, b]"


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("none", "all", ["choice of the second by 4 items"]),
        (
            ["halt", "arms"],
            {"only": ["halt"]},
            ["choice by 1 item", "presence of the second"],
        ),
        (
            {"demand": ["halt"], "refuse": ["arms"]},
            ["law"],
            ["presence", "presence of the second"],
        ),
        ("none", ["halt", "arms"], ["choice of the second by 2 items", "presence"]),
        ({"refuse": ["halt", "arms", "law"]}, "none", ["presence of the second"]),
        (["halt"], ["halt"], []),
        ("to be agreed", ["halt"], ["choice"]),
        ("unspecified", "unspecified", ["choice"]),
    ],
)
def test_how_they_differ(a: object, b: object, found: list[str]) -> None:
    assert differences("checklist", a, b, FRAME) == found
