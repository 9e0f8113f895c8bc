"""Do two positions qualify their values alike, and if not, in which term do they differ?"""

from __future__ import annotations

import pytest

import positions
from positions.comparison.terms import actors_in_words, renewal_in_words, term_differences
from positions.values import KINDS, Frame, GapType, Side
from tests.from_docstring import with_prelude

NAMES = {Side.FIRST: "North", Side.SECOND: "South"}


def _differences(first: str, second: str) -> list[tuple[GapType, str]]:
    """The differences between two positions of the same value, as sentences."""
    dossier = positions.loads(
        with_prelude(
            f"""
            events: {{go: {{title: "The {{signal}}"}}, stop: {{title: The end}}}}
            issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}
            memoranda:
              n: {{party: north, form: report, date: 2025-06-01, sources: paper,
                  positions: {{truce: {{value: 3 days, {first}}}}}}}
              s: {{party: south, form: report, date: 2025-06-01, sources: paper,
                  positions: {{truce: {{value: 3 days, {second}}}}}}}
            """
        )
    ).dossier
    assert dossier is not None
    one, other = (document.positions["truce"] for document in dossier.memoranda.values())
    return [
        (
            found.type,
            "".join(NAMES[piece] if isinstance(piece, Side) else piece for piece in found.phrase),
        )
        for found in term_differences(dossier, one, other)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        ("scope: The  Whole front", "scope: the whole front"),
        ("starts: go", "starts: go"),
        ("by: [north, south]", "by: [south, north]"),
        ("by: north", "by: [north]"),
        ("renewable: 1 week", "renewable: 7 days"),
        ("renewable: true", "renewable: 'True'"),
        ("conditions: none", "conditions: []"),
        ("conditions: [no delay, go]", "conditions: [go, No delay]"),
        ("modality: will not", "modality: will not"),
    ],
)
def test_terms_are_the_same_however_they_are_spelt(first: str, second: str) -> None:
    assert _differences(first, second) == []
    assert _differences(second, first) == []


@pytest.mark.parametrize(
    ("first", "second", "kind", "sentence"),
    [
        (
            "scope: the front",
            "",
            GapType.SCOPE,
            "On the scope, North says: the front; South says nothing.",
        ),
        (
            "starts: go",
            "starts: stop",
            GapType.TIMING,
            "On the start, North says: with “The {signal}”; South says: with “The end”.",
        ),
        (
            "starts: go",
            "starts: at dawn",
            GapType.TIMING,
            "On the start, North says: with “The {signal}”; South says: with “at dawn”.",
        ),
        (
            "starts: at dusk",
            "starts: at dawn",
            GapType.WORDING,
            "On the start, North says: with “at dusk”; South says: with “at dawn”.",
        ),
        (
            "until: stop",
            "",
            GapType.TIMING,
            "On the end, North says: at “The end”; South says nothing.",
        ),
        (
            "by: [north, the guards]",
            "by: south",
            GapType.ACTOR,
            "On who acts, North says: North and the guards; South says: South.",
        ),
        (
            "by: the guards",
            "by: the police",
            GapType.WORDING,
            "On who acts, North says: the guards; South says: the police.",
        ),
        (
            "renewable: 30 days",
            "renewable: false",
            GapType.TIMING,
            "On a renewal, North says: renewable by 30 days; South says: not renewable.",
        ),
        (
            "renewable: 30 days",
            "renewable: 31 days",
            GapType.TIMING,
            "On a renewal, North says: renewable by 30 days; South says: renewable by 31 days.",
        ),
        (
            "renewable: true",
            "",
            GapType.TIMING,
            "On a renewal, North says: renewable; South says nothing.",
        ),
        (
            "renewable: to be agreed",
            "renewable: to be agreed",
            GapType.TIMING,
            "On a renewal, North says: renewable, by a length to be agreed; South says: renewable, by a length to be agreed.",
        ),
        (
            "conditions: none",
            "",
            GapType.CONDITION,
            "On conditions, North says: none; South says nothing.",
        ),
        (
            "conditions: [go, no delay]",
            "conditions: none",
            GapType.CONDITION,
            "On conditions, North says: “The {signal}”; “no delay”; South says: none.",
        ),
        (
            "conditions: no delay",
            "conditions: no haste",
            GapType.WORDING,
            "On conditions, North says: “no delay”; South says: “no haste”.",
        ),
        (
            "after: go",
            "after: [go, stop]",
            GapType.SEQUENCE,
            "On the order, North says: after “The {signal}”; South says: after “The {signal}”; “The end”.",
        ),
        (
            "after: truce",
            "",
            GapType.SEQUENCE,
            "On the order, North says: after “Truce”; South says nothing.",
        ),
        (
            "modality: shall",
            "modality: may",
            GapType.STRENGTH,
            "On the strength, North says: “shall”; South says: “may”.",
        ),
        (
            "modality: should",
            "",
            GapType.STRENGTH,
            "On the strength, North says: “should”; South says nothing.",
        ),
    ],
)
def test_a_term_that_differs_is_a_gap_of_its_own_type(
    first: str, second: str, kind: GapType, sentence: str
) -> None:
    assert [(found, f"{said}.") for found, said in _differences(first, second)] == [
        (kind, sentence)
    ]


def test_every_term_that_differs_is_named_in_one_order() -> None:
    every = (
        "modality: may, after: go, by: north, scope: all, until: stop, starts: go, "
        "conditions: none, renewable: true"
    )
    found = _differences("", every)
    assert [kind for kind, _ in found] == [
        GapType.TIMING,
        GapType.CONDITION,
        GapType.TIMING,
        GapType.TIMING,
        GapType.SCOPE,
        GapType.ACTOR,
        GapType.SEQUENCE,
        GapType.STRENGTH,
    ]


def test_a_renewal_in_words() -> None:
    assert renewal_in_words(True) == "renewable"
    assert renewal_in_words(False) == "not renewable"
    assert renewal_in_words(KINDS["duration"].parse("P7D", Frame())) == "renewable by 7 days"


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ([], ""),
        (["north"], "North"),
        (["north", "the guards"], "North and the guards"),
        (["north", "south", "the guards"], "North, South and the guards"),
    ],
)
def test_those_who_act_are_a_list_in_prose(by: list[str], words: str) -> None:
    dossier = positions.loads(with_prelude("issues: {}")).dossier
    assert dossier is not None
    assert actors_in_words(dossier, by) == words
