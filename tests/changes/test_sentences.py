"""What became of a position, and where it went, in the words of an analyst."""

from __future__ import annotations

from fractions import Fraction

import pytest

import positions
from positions.changes.difference import difference
from positions.changes.model import DossierDifference, PositionChange, Toward
from positions.changes.movement import Direction, MoveKind
from positions.changes.sentences import directions
from positions.sentences.names import Name
from positions.values import Distance
from tests.from_docstring import with_prelude

NAMES = {
    name.lower(): Name.of(name)
    for name in ("North", "South", "East", "West", "Ash", "Birch", "Cedar", "The Isles")
}


def days(number: int, unit: str = "days") -> Distance:
    return Distance(Fraction(number), f"{number} {unit}")


def went(*toward: Toward, party: str = "north", also: tuple[str, ...] = ()) -> str:
    change = PositionChange(party, (), MoveKind.SHIFTED, (), (), toward, also)
    return " ".join(directions(NAMES, change))


def test_a_direction_has_both_distances() -> None:
    toward, away = Direction.TOWARD, Direction.AWAY
    assert went() == ""
    assert went(Toward("south", toward, days(27), days(17))) == (
        "It moved toward South: 17 days apart; before, 27."
    )
    assert went(Toward("south", away, days(1, "day"), days(17)), party="the isles") == (
        "They moved away from South: 17 days apart; before, 1 day."
    )
    assert went(Toward("south", toward, days(9), days(7)), Toward("east", toward)) == (
        "It moved toward South (7 days apart; 9 before) and East."
    )
    assert went(Toward("south", toward, days(9), days(7)), Toward("east", away)) == (
        "It moved toward South (7 days apart; 9 before) and away from East."
    )


def test_many_are_counted_and_what_is_not_known_is_said() -> None:
    others = ("south", "east", "west", "ash", "birch", "cedar")
    assert went(*(Toward(one, Direction.TOWARD) for one in others)) == (
        "It moved toward six parties."
    )
    assert went(Toward("south", Direction.SIDEWAYS), also=("south",)) == (
        "It is as near to South as before. South moved too."
    )
    assert went(Toward("south", Direction.SIDEWAYS), party="the isles") == (
        "They are as near to South as before."
    )
    assert went(Toward("south", Direction.CANNOT_TELL)) == (
        "Whether it moved toward or away from South is unclear."
    )


TALKS = """
issues:
  truce: {topic: War, title: Truce, kind: duration, noun: "a truce [of {value}]"}
memoranda:
  first: {party: north, form: FORM, date: 2025-05-01, sources: [paper], positions: {truce: WAS}}
"""
THEN = "  then: {party: north, form: FORM, date: 2025-05-02, sources: [paper], positions: {truce: NOW}}\n"
OPTIONS = "options: {a: {title: Option 1}, b: {title: Option 2}}, "


def told(before: str, after: str) -> list[str]:
    sides = [positions.loads(with_prelude(text)).dossier for text in (before, after)]
    assert sides[0] is not None
    assert sides[1] is not None
    found: DossierDifference = difference(sides[0], sides[1])
    return [str(change.reason) for issue in found.issues for change in issue.stances]


def then(was: str, now: str, *, first: str = "statement", second: str = "statement") -> list[str]:
    """Return what is told where a second document says something of the same."""
    before = TALKS.replace("FORM", first).replace("WAS", was)
    options = ("positions: {truce: {alt", OPTIONS + "positions: {truce: {alt")
    return told(
        before.replace(*options),
        (before + THEN.replace("FORM", second).replace("NOW", now)).replace(*options),
    )


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("30 days", "20 days", "North changed its figure for a truce from 30 days to 20 days."),
        ("30 days", "30 days", "Said again in a newer document: North wants a truce of 30 days."),
        ("silent", "20 days", "New: North wants a truce of 20 days."),
        ("declined", "20 days", "Disclosed: North wants a truce of 20 days."),
        (
            "20 days",
            "{value: 20 days, red_line: true}",
            "Truce: North now calls this a red line.",
        ),
        (
            "{value: 20 days, red_line: true}",
            "20 days",
            "Truce: North no longer calls this a red line.",
        ),
        ("20 days", "silent", "North's new text no longer mentions a truce of 20 days."),
        (
            "20 days",
            "declined",
            "On 1 May 2025 North wanted a truce of 20 days. North has declined to say.",
        ),
        (
            "20 days",
            "{alternatives: {a: 1 day, b: 2 days}}",
            (
                "On 1 May 2025 North wanted a truce of 20 days. Now: Under option 1, North wants a truce of 1 "
                "day; under option 2, North wants one of 2 days."
            ),
        ),
        (
            "{alternatives: {a: 1 day, b: 2 days}}",
            "{alternatives: {a: 3 days, b: 2 days}}",
            "Truce: under option 1, North changed its figure for a truce from 1 day to 3 days.",
        ),
        (
            "{alternatives: {a: 1 day}}",
            "{alternatives: {a: 1 day, b: 2 days}}",
            "Truce: North added option 2.",
        ),
        (
            "{alternatives: {a: 1 day, b: 2 days}}",
            "{alternatives: {a: 1 day}}",
            "Truce: North dropped option 2.",
        ),
    ],
)
def test_what_a_second_document_says(was: str, now: str, expected: str) -> None:
    assert then(was, now) == [expected]


def test_a_report_is_told_as_one_and_own_words_take_its_place() -> None:
    assert then("silent", "20 days", second="report") == [
        "Newly reported: North is reported to want a truce of 20 days."
    ]
    assert then("30 days", "20 days", first="report") == [
        (
            "On 1 May 2025 North was reported to want a truce of 30 days. North's own words now: North wants a truce of 20 days."
        )
    ]


def test_a_correction_says_what_was_recorded_and_a_blank_what_is_not() -> None:
    text = TALKS.replace("FORM", "statement")
    assert told(text.replace("WAS", "30 days"), text.replace("WAS", "31 days")) == [
        (
            "Corrected in the record, and nobody moved: North wants a truce of 31 days. Recorded "
            "before: 30 days."
        )
    ]
    assert told(text.replace("WAS", "declined"), text.replace("WAS", "undisclosed")) == [
        "Truce: What North wants here is not disclosed."
    ]
    assert told(text.replace("WAS", "30 days"), text.replace("{truce: WAS}", "{}")) != []


def test_an_item_that_only_one_state_declares_has_its_title_from_there() -> None:
    lists = """
issues:
  rules: {{topic: War, title: Rules, kind: checklist, items: {{ {items} }}}}
memoranda:
  first: {{party: north, form: statement, date: 2025-05-0{day}, sources: [paper],
    positions: {{rules: [{wanted}]}}}}
"""
    old = lists.format(items="a: {title: a ban}, b: {title: a count}", day=1, wanted="a, b")
    new = lists.format(items="b: {title: a count}, c: {title: a seal}", day=2, wanted="b, c")

    assert told(old, new) == ["Rules: North added a seal and dropped a ban."]
    assert told(new, old) == ["Rules: North added a ban and dropped a seal."]
