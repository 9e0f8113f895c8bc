"""Who stands with whom, and whether one outcome is admitted by all."""

from __future__ import annotations

import pytest

import positions
from positions.comparison.camps import overall
from positions.comparison.rows import Comparison, Line, Pair, Status
from positions.values import Relation
from tests.from_docstring import with_prelude

SAME, WITHIN, CONTAINS = Relation.SAME, Relation.WITHIN, Relation.CONTAINS
OVERLAPS, APART, UNKNOWN = Relation.OVERLAPS, Relation.APART, Relation.UNKNOWN


@pytest.mark.parametrize(
    ("branches", "whole"),
    [
        ([[SAME]], SAME),
        ([[WITHIN], [WITHIN]], WITHIN),
        ([[APART], [APART]], APART),
        ([[UNKNOWN], [UNKNOWN]], UNKNOWN),
        ([[SAME], [APART]], CONTAINS),
        ([[CONTAINS], [UNKNOWN]], CONTAINS),
        ([[WITHIN], [CONTAINS]], CONTAINS),
        ([[WITHIN], [APART]], OVERLAPS),
        ([[SAME, APART], [APART, SAME]], OVERLAPS),
        ([[OVERLAPS], [UNKNOWN]], OVERLAPS),
        ([[APART], [UNKNOWN]], UNKNOWN),
    ],
)
def test_the_relation_of_branches_is_that_of_unions(
    branches: list[list[Relation]], whole: Relation
) -> None:
    there = [
        Pair(
            "a", "b", relation, terms_same=True, first_branch=str(first), second_branch=str(second)
        )
        for first, row in enumerate(branches)
        for second, relation in enumerate(row)
    ]
    back = [
        Pair("b", "a", one.relation.swapped, True, None, one.second_branch, one.first_branch)
        for one in there
    ]
    assert overall(there) is whole
    assert overall(back) is whole.swapped


def _line(issue: str, *said: str, parties: str = "a b c d e f g h i j k l") -> Line:
    """The line of an issue on which parties say these things, in turn."""
    names = parties.split()[: len(said)]
    comparison = _comparison(issue, dict(zip(names, said, strict=True)))
    return comparison.row("it").whole


def _comparison(issue: str, said: dict[str, str]) -> Comparison:
    loaded = positions.loads(
        with_prelude(
            "parties: {" + ", ".join(f"{name}: {{name: {name.upper()}}}" for name in said) + "}\n"
            f"issues: {{it: {{topic: T, title: It, {issue}}}}}\n"
            "memoranda:\n"
            + "".join(
                f"  m-{name}: {{party: {name}, form: memorandum, read: whole, date: 2025-06-01, sources: paper, "
                f"positions: {{it: {words}}}}}\n"
                for name, words in said.items()
            )
        )
    )
    assert loaded.dossier is not None
    assert not loaded.problems, [str(one) for one in loaded.problems]
    return positions.compare(loaded.dossier)


def test_who_says_the_same_is_of_one_camp_unless_it_cannot_be_told() -> None:
    terms, open_terms = "{value: 5 days, scope: all}", "{value: 5 days, renewable: unspecified}"
    said = ["5 days", "120 hours", "5 days", terms, terms, "to be agreed", "to be agreed"]

    camps = _line("kind: duration", *said, open_terms, open_terms).camps

    assert camps == (("a", "b", "c"), ("d", "e"), ("f",), ("g",), ("h",), ("i",))


def test_a_camp_shares_every_branch_under_whatever_label() -> None:
    line = _line(
        "kind: duration",
        "{alternatives: {x: 2 days, y: 3 days}}",
        "{alternatives: {p: 3 days, q: 2 days}}",
        "2 days",
        "{alternatives: {x: 2 days, y: {value: 3 days, scope: all}}}",
        "{alternatives: {x: 2 days, y: 3 days, z: 2 days}}",
    )
    assert line.camps == (("a", "b", "e"), ("c",), ("d",))
    assert line.status is Status.NEAR


def test_a_branch_that_is_blank_neither_meets_nor_excludes() -> None:
    line = _line("kind: duration", "2 days", "{alternatives: {x: undisclosed, y: 3 days}}")
    assert line.status is Status.DIVIDED
    assert line.relation("a", "b") is Relation.APART
    assert line.sentence == (
        "A wants 2 days; under “y”, B wants 3 days. At their nearest they are 1 day apart. "
        "Under “x”, what B wants here is not disclosed."
    )


@pytest.mark.parametrize(
    ("blank", "status"),
    [
        ("silent", Status.ONE_SIDED),
        ("unseen", Status.ONE_SIDED),
        ("undisclosed", Status.UNDISCLOSED),
        ("uncoded", Status.UNCLEAR),
    ],
)
def test_a_line_is_never_agreed_because_of_one_branch(blank: str, status: Status) -> None:
    line = _line("kind: duration", "3 days", f"{{alternatives: {{x: {blank}, y: 3 days}}}}")
    assert line.status is status
    assert [gap.branches for gap in line.gaps] == [("x",)]
    both = f"{{alternatives: {{x: {blank}, y: 3 days}}}}"
    assert _line("kind: duration", both, both).status is status


def test_one_choice_of_branches_that_all_admit_is_enough() -> None:
    three = (
        "{alternatives: {x: 1 day, y: 4 days}}",
        "{alternatives: {x: 2 days, y: 4 days}}",
        "{alternatives: {x: 3 days, y: at least 4 days}}",
    )
    assert _line("kind: duration", *three).status is Status.NEAR
    assert _line("kind: duration", *three, "5 days").status is Status.DIVIDED
    assert _line("kind: duration", *three, "to be agreed").status is Status.UNCLEAR


def test_more_choices_of_branches_than_are_tried_cannot_be_told() -> None:
    said = [f"{{alternatives: {{x: {n} days, y: {n + 50} days}}}}" for n in range(1, 11)]
    assert _line("kind: duration", *said[:9]).status is Status.DIVIDED
    assert _line("kind: duration", *said).status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("said", "far"),
    [
        (("0 days", "2 days"), "2 days"),
        (("none", "2 days"), None),
        (("0 days", "none", "2 days"), None),
        (("none", "0 days", "2 days"), None),
        (("1 week", "7 days", "9 days"), "2 days"),
        (("0 days", "none", "2 days", "5 days"), "3 days"),
    ],
)
def test_a_camp_in_which_one_refuses_has_no_distance(
    said: tuple[str, ...], far: str | None
) -> None:
    line = _line("kind: duration", *said)
    assert line.status is Status.DIVIDED
    assert (line.distance and line.distance.text) == far


def test_words_of_one_moment_count_as_branches(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: paper, positions: {truce: 3 days}}
      s: {party: south, form: statement, date: 2025-06-02, sources: paper, positions: {truce: 2 days}}
      t: {party: south, form: statement, date: 2025-06-02, sources: paper,
          positions: {truce: {alternatives: {x: 5 days, y: 3 days}}}}
    """
    dossier = positions.loads(text).dossier
    assert dossier is not None
    line = positions.compare(dossier).row("truce").whole
    assert line.status is Status.UNCLEAR
    assert line.camps == (("north",), ("south",))


BEFORE = "kind: duration, reference_point: {value: 30 days, sources: paper}"
LISTED = "kind: checklist, items: {x: X, y: Y}, reference_point: {value: [x], sources: paper}"


@pytest.mark.parametrize(
    ("issue", "first", "second", "relation"),
    [
        ("kind: duration", "30 days", "at least 30 days", WITHIN),
        ("kind: quantity, unit: tons", "up to 5", "3-9", OVERLAPS),
        ("kind: quantity, unit: tons, limit: maximum", "up to 5", "5", SAME),
        ("kind: exchange, unit: men, between: [a, b]", "all for all", "at least 10 each", WITHIN),
        ("kind: date", "2025-06-05", "by 2025-06-02", APART),
        ("kind: choice, options: {x: X, y: Y, z: Z}", "not x", "y", CONTAINS),
        ("kind: checklist, items: {x: X, y: Y}", "[x, y]", "none", APART),
        ("kind: text", "white", "black", UNKNOWN),
        ("kind: duration", "9 days", "deleted", APART),
        (BEFORE, "9 days", "deleted", APART),
        (BEFORE, "at least 20 days", "deleted", OVERLAPS),
        (BEFORE, "none", "deleted", OVERLAPS),
        (BEFORE, "to be agreed", "deleted", UNKNOWN),
        (BEFORE, "unspecified", "deleted", UNKNOWN),
        (LISTED, "[x, y]", "deleted", OVERLAPS),
    ],
)
def test_every_kind_is_matched_by_its_own_relation(
    issue: str, first: str, second: str, relation: Relation
) -> None:
    line = _line(issue, first, second)
    assert line.relation("a", "b") is relation
    assert line.relation("b", "a") is relation.swapped
    assert line.relation("a", "a") is SAME
    assert line.relation("a", "nobody") is None


@pytest.mark.parametrize(
    ("said", "status"), [("20-40 days", Status.NEAR), ("10-20 days", Status.DIVIDED)]
)
def test_what_a_struck_clause_leaves_in_force_is_to_suit_all(said: str, status: Status) -> None:
    assert _line(BEFORE, "at least 10 days", said, "deleted").status is status
