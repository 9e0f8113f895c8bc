"""What does a later word change of an earlier one, and when do two contradict each other?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.record.amending import amended, at_odds, in_line
from positions.record.borrowing import Borrowing
from positions.record.settle import record
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.model.dossier import Dossier, Position

OPTIONS = "options: {one: {title: One}, two: {title: Two}}"


def _dossier(*values: str) -> Dossier:
    documents = "".join(
        f"  m{number}: {{party: north, form: memorandum, date: 2025-05-0{number}, "
        f"sources: [paper], {OPTIONS}, positions: {{land: {value}}}}}\n"
        for number, value in enumerate(values, 1)
    )
    text = (
        "issues:\n  land: {topic: T, title: Land, kind: duration, parts: {hill: H, lake: L}}\n"
        f"memoranda:\n{documents}"
    )
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None
    return dossier


def _two(one: str, other: str) -> tuple[Position, Position]:
    memoranda = _dossier(one, other).memoranda
    return memoranda["m1"].positions["land"], memoranda["m2"].positions["land"]


@pytest.mark.parametrize(
    ("one", "other", "odds"),
    [
        ("5 days", "5 days", False),
        ("5 days", "6 days", True),
        ("5 days", "unseen", False),
        ("5 days", "silent", True),
        ("silent", "silent", False),
        ("silent", "declined", True),
        ("{value: 5 days, scope: here}", "{value: 5 days, scope: there}", True),
        ("{value: 5 days, modality: will not}", "5 days", True),
        ("{value: 5 days, scope: here}", "5 days", False),
        ("{alternatives: {one: 5 days}}", "{alternatives: {one: 5 days}}", False),
        ("{alternatives: {one: 5 days}}", "{alternatives: {one: 6 days}}", True),
        ("{alternatives: {one: 5 days}}", "{alternatives: {two: 5 days}}", True),
        ("{parts: {hill: 5 days}}", "{parts: {hill: 6 days}}", True),
        ("{parts: {hill: 5 days}}", "{parts: {lake: 6 days}}", False),
        ("{parts: {hill: 5 days}}", "5 days", False),
        ("6 days", "{parts: {hill: 5 days}}", True),
    ],
)
def test_two_words_contradict_each_other_in_what_both_say(
    one: str, other: str, *, odds: bool
) -> None:
    both = _two(one, other)

    assert at_odds(*both) is odds
    assert at_odds(*reversed(both)) is odds


@pytest.mark.parametrize(
    ("before", "word", "kept"),
    [
        ("{value: 5 days, scope: here}", "6 days", ("scope",)),
        ("{value: 5 days, scope: here}", "none", ()),
        ("{value: 5 days, scope: here}", "silent", ()),
        ("silent", "6 days", ()),
        ("5 days", "{value: , scope: here}", ("value",)),
        (
            "{alternatives: {one: {value: 5 days, scope: here}, two: 6 days}}",
            "{alternatives: {one: 7 days, two: 8 days}}",
            ("scope",),
        ),
        ("{alternatives: {one: {value: 5 days, scope: x}, two: {value: 6 days, scope: x}}}", "7 days", ("scope",)),
        ("{value: 5 days, salience: 70}", "6 days", ()),
    ],
)  # fmt: skip
def test_a_later_word_keeps_what_it_does_not_mention(
    before: str, word: str, kept: tuple[str, ...]
) -> None:
    earlier, later = _two(before, word)
    held, names = amended(later, earlier)

    assert names == kept
    if "salience" in before:
        assert held.salience == 70


@pytest.mark.parametrize(
    ("word", "agreed", "fits"),
    [
        ("5 days", "5 days", True),
        ("at least 3 days", "5 days", True),
        ("6 days", "5 days", False),
        ("unspecified", "5 days", True),
        ("silent", "5 days", False),
        ("{value: 5 days, scope: here}", "{value: 5 days, scope: there}", False),
        ("{value: 5 days, scope: here}", "5 days", False),
        ("{value: 5 days, conditions: none}", "5 days", True),
        ("5 days", "{value: 5 days, scope: there}", True),
        ("{alternatives: {one: 9 days, two: 5 days}}", "5 days", False),
        ("{alternatives: {one: silent, two: 5 days}}", "5 days", True),
    ],
)
def test_a_word_is_in_line_with_what_was_agreed(word: str, agreed: str, *, fits: bool) -> None:
    dossier = _dossier(word, agreed)
    said, deal = (dossier.memoranda[name].positions["land"] for name in ("m1", "m2"))

    assert in_line(said, deal, "duration", dossier.frames["land", ""]) is fits


def test_a_member_without_words_has_those_of_its_group(dossier: Dossier) -> None:
    """
    parties:
      bloc: {name: The Bloc}
      wing: {name: The Wing, member_of: bloc}
      north: {name: North, member_of: wing}
      south: {name: South, member_of: bloc}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      b: {party: bloc, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 9 days}}
      s: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 5 days}}
    """
    found = record(dossier)

    assert found.standing("north", "truce").voice == "bloc"
    assert found.standing("north", "truce").speaks
    assert found.standing("south", "truce").voice == ""


def test_an_order_that_goes_round_is_none(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      s: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 5 days}}
    """
    round_trip = dossier.memoranda["s"].model_copy(update={"id": "r", "based_on": "r"})
    borrowing = Borrowing(dossier, dossier.header.as_of)
    borrowing.documents = {**borrowing.documents, "r": round_trip}

    assert borrowing.sequence(round_trip) is None
