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
            "North's position counts from the {signal}; South's counts from the end.",
        ),
        (
            "starts: go",
            "starts: at dawn",
            GapType.TIMING,
            "North's position counts from the {signal}; South's counts at dawn.",
        ),
        (
            "starts: at dusk",
            "starts: at dawn",
            GapType.WORDING,
            "North's position counts at dusk; South's counts at dawn.",
        ),
        (
            "until: stop",
            "",
            GapType.TIMING,
            "North's position holds until the end; South's names no end.",
        ),
        (
            "by: [north, the guards]",
            "by: south",
            GapType.ACTOR,
            "North's position names North and the guards to act; South's names South to act.",
        ),
        (
            "by: the guards",
            "by: the police",
            GapType.WORDING,
            "North's position names the guards to act; South's names the police to act.",
        ),
        (
            "renewable: 30 days",
            "renewable: false",
            GapType.TIMING,
            "North's position is renewable by 30 days; South's is not renewable.",
        ),
        (
            "renewable: 30 days",
            "renewable: 31 days",
            GapType.TIMING,
            "North's position is renewable by 30 days; South's is renewable by 31 days.",
        ),
        (
            "renewable: true",
            "",
            GapType.TIMING,
            "North's position is renewable; South's names no renewal.",
        ),
        (
            "renewable: to be agreed",
            "renewable: to be agreed",
            GapType.TIMING,
            "North's position is renewable for a time to be agreed; South's is renewable for a time to be agreed.",
        ),
        (
            "conditions: none",
            "",
            GapType.CONDITION,
            "North's position is without conditions; South's names no condition.",
        ),
        (
            "conditions: [go, no delay]",
            "conditions: none",
            GapType.CONDITION,
            "North's position is on condition of the {signal} and no delay; South's is without conditions.",
        ),
        (
            "conditions: no delay",
            "conditions: no haste",
            GapType.WORDING,
            "North's position is on condition of no delay; South's is on condition of no haste.",
        ),
        (
            "after: go",
            "after: [go, stop]",
            GapType.SEQUENCE,
            "North's position comes after the {signal}; South's comes after the {signal} and the end.",
        ),
        (
            "after: truce",
            "",
            GapType.SEQUENCE,
            "North's position comes after truce; South's names nothing that comes first.",
        ),
        (
            "modality: shall",
            "modality: may",
            GapType.STRENGTH,
            "North's position has the strength “shall”; South's has the strength “may”.",
        ),
        (
            "modality: should",
            "",
            GapType.STRENGTH,
            "North's position has the strength “should”; South's does not say how strongly it binds.",
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
