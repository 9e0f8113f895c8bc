"""Do two positions qualify their values alike, and if not, in which term do they differ?"""

from __future__ import annotations

import pytest

import positions
from positions.comparison.terms import actors_in_words, renewal_in_words
from positions.values import KINDS, Frame, GapType
from tests.from_docstring import with_prelude


def _differences(first: str, second: str) -> list[tuple[GapType, str]]:
    """The differences between two positions of the same value, as sentences."""
    dossier = positions.loads(
        with_prelude(
            f"""
            events: {{go: {{title: "The {{signal}}"}}, stop: {{title: The end}}}}
            issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}
            memoranda:
              n: {{party: north, form: statement, date: 2025-06-01, sources: paper,
                  positions: {{truce: {{value: 3 days, {first}}}}}}}
              s: {{party: south, form: statement, date: 2025-06-01, sources: paper,
                  positions: {{truce: {{value: 3 days, {second}}}}}}}
            """
        )
    ).dossier
    assert dossier is not None
    line = positions.compare(dossier).row("truce").whole
    return [(gap.type, gap.sentence) for gap in line.gaps]


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
            "North's position covers the front; South's does not say what it covers.",
        ),
        (
            "starts: go",
            "starts: stop",
            GapType.TIMING,
            "North wants 3 days from the {signal}; South wants 3 days from the end.",
        ),
        (
            "starts: go",
            "starts: at dawn",
            GapType.TIMING,
            "North wants 3 days from the {signal}; South wants 3 days at dawn.",
        ),
        (
            "starts: at dusk",
            "starts: at dawn",
            GapType.WORDING,
            "North wants 3 days at dusk; South wants 3 days at dawn.",
        ),
        (
            "until: stop",
            "",
            GapType.TIMING,
            "North wants 3 days until the end; South names no end.",
        ),
        (
            "by: [north, the guards]",
            "by: south",
            GapType.ACTOR,
            "North names North and the guards to act; South names South to act.",
        ),
        (
            "by: the guards",
            "by: the police",
            GapType.WORDING,
            "North names the guards to act; South names the police to act.",
        ),
        (
            "renewable: 30 days",
            "renewable: false",
            GapType.TIMING,
            "North wants 3 days, renewable by 30 days; South wants 3 days, not renewable.",
        ),
        (
            "renewable: 30 days",
            "renewable: 31 days",
            GapType.TIMING,
            "North wants 3 days, renewable by 30 days; South wants 3 days, renewable by 31 days.",
        ),
        (
            "renewable: true",
            "",
            GapType.TIMING,
            "North wants 3 days, renewable; South names no renewal.",
        ),
        (
            "renewable: to be agreed",
            "renewable: to be agreed",
            GapType.TIMING,
            "North wants 3 days, renewable for a time to be agreed; South wants 3 days, renewable for a time to be agreed.",
        ),
        (
            "conditions: none",
            "",
            GapType.CONDITION,
            "North wants 3 days without conditions; South names no condition.",
        ),
        (
            "conditions: [go, no delay]",
            "conditions: none",
            GapType.CONDITION,
            "North wants 3 days on condition of the {signal} and no delay; South wants 3 days without conditions.",
        ),
        (
            "conditions: no delay",
            "conditions: no haste",
            GapType.WORDING,
            "North wants 3 days on condition of no delay; South wants 3 days on condition of no haste.",
        ),
        (
            "after: go",
            "after: [go, stop]",
            GapType.SEQUENCE,
            "North wants 3 days after the {signal}; South wants 3 days after the {signal} and the end.",
        ),
        (
            "after: truce",
            "",
            GapType.SEQUENCE,
            "North wants 3 days after truce; South names nothing that must come first.",
        ),
        (
            "modality: shall",
            "modality: may",
            GapType.STRENGTH,
            "North says “shall”; South says “may”.",
        ),
        (
            "modality: should",
            "",
            GapType.STRENGTH,
            "North says “should”; South does not say how strongly it binds.",
        ),
    ],
)
def test_a_term_that_differs_is_a_gap_of_its_own_type(
    first: str, second: str, kind: GapType, sentence: str
) -> None:
    assert _differences(first, second) == [(kind, sentence)]


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
