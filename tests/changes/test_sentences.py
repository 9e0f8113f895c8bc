"""What became of a position, and where it went, in the words of an analyst."""

from __future__ import annotations

from fractions import Fraction

import pytest

import positions
from positions.changes.difference import difference
from positions.changes.direction_sentences import directions
from positions.changes.model import DossierDifference, PositionChange
from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import Nearness, Toward, direction
from positions.sentences.names import Name
from positions.values import Distance, Frame, Relation
from tests.from_docstring import with_prelude

NAMES = {
    name.lower(): Name.of(name)
    for name in ("North", "South", "East", "West", "Ash", "Birch", "Cedar", "The Isles")
}


def apart(number: int, unit: str = "days") -> Nearness:
    return Nearness(Relation.APART, Distance(Fraction(number), f"{number} {unit}"))


MEET = Nearness(Relation.OVERLAPS)
SAME = Nearness(Relation.SAME, alike=True)
EXCLUDED = Nearness(Relation.APART)


def toward(
    party: str,
    before: Nearness,
    after: Nearness,
    *,
    together: bool = False,
    told: bool = True,
    reported: bool = False,
) -> Toward:
    way = direction(before, after, Frame(options={"x": "a council"}))
    return Toward(party, way, before, after, together, told, reported)


def went(*toward: Toward, party: str = "north", paper: bool = False, every: bool = False) -> str:
    what = MoveKind.REDRAFTED if paper else MoveKind.CHANGED
    change = PositionChange(party, (), what, (), (), toward)
    return " ".join(directions(NAMES, change, every=every))


def test_a_direction_has_both_distances() -> None:
    assert went() == ""
    assert went(toward("south", apart(27), apart(17))) == (
        "It moved toward South: 17 days apart; before, 27."
    )
    assert went(toward("south", apart(1, "day"), apart(17)), party="the isles") == (
        "They moved away from South: 17 days apart; before, 1 day."
    )
    assert went(toward("south", apart(9), apart(7)), toward("east", EXCLUDED, MEET)) == (
        "It moved toward South (7 days apart; 9 before) and East (no longer apart)."
    )
    assert went(toward("south", MEET, EXCLUDED)) == "It moved away from South: now apart."
    assert went(toward("south", apart(9), apart(7)), toward("east", MEET, apart(3))) == (
        "It moved toward South (7 days apart; 9 before) and away from East (3 days apart; not "
        "apart before)."
    )


def test_a_figure_stands_only_with_the_one_whose_it_is() -> None:
    nearer = Nearness(Relation.WITHIN)
    assert went(toward("south", MEET, nearer), toward("east", apart(2), apart(1, "day"))) == (
        "It moved toward East (1 day apart; 2 days before) and South."
    )


def test_what_follows_from_a_report_is_told_as_reported() -> None:
    near = toward("south", apart(9), apart(7), reported=True)
    far = toward("east", apart(9), apart(9), reported=True)
    assert went(near, far) == (
        "It is reported to have moved toward South: 7 days apart; before, 9. By what is reported, it "
        "is as far from East as before: 9 days."
    )
    assert went(near, party="the isles") == (
        "They are reported to have moved toward South: 7 days apart; before, 9."
    )
    assert went(*[near] * 6) == "It is reported to have moved toward six."
    both = toward("south", apart(9), apart(7), together=True, reported=True)
    assert went(both) == (
        "By what is reported, South and North came nearer: 7 days apart; before, 9."
    )
    assert went(*[both] * 6).startswith("By what is reported, of six parties that changed")
    unclear = toward("south", Nearness(Relation.UNKNOWN), SAME, together=True, reported=True)
    assert went(unclear) == "Whether South and North came nearer is unclear."


def test_a_report_of_a_party_makes_its_move_a_reported_one() -> None:
    text = (TALKS.replace("WAS", "30 days") + SOUTH).replace("FORM", "statement")
    moved = "It is reported to have moved toward South: 10 days apart; before, 20."
    for form, expected in ((RECORD, moved), ("statement", moved.replace(REPORTED, "moved"))):
        then = text + THEN.replace("FORM", form).replace("NOW", "20 days")
        sides = [positions.loads(with_prelude(one)).dossier for one in (text, then.replace(*LATER))]
        assert sides[0] is not None
        assert sides[1] is not None
        found = difference(sides[0], sides[1])
        [change] = found.issues[0].stances
        assert directions(found.names, change) == (expected,)


def test_what_is_as_before_is_said() -> None:
    assert went(toward("south", apart(9), apart(9))) == (
        "It is as far from South as before: 9 days."
    )
    assert went(toward("south", apart(9), apart(9)), toward("east", apart(2), apart(2))) == (
        "It is as far as before from South (9 days) and East (2 days)."
    )
    assert went(toward("south", EXCLUDED, EXCLUDED)) == "It is still apart from South."
    assert went(toward("south", MEET, MEET), party="the isles") == (
        "They are as near to South as before."
    )
    unknown = Nearness(Relation.UNKNOWN)
    assert went(toward("south", unknown, MEET)) == (
        "Whether it moved toward or away from South is unclear."
    )


def test_terms_alone_have_no_figures() -> None:
    shared = Nearness(Relation.OVERLAPS, terms=frozenset({"scope"}))
    other = Nearness(Relation.SAME)
    stated = Nearness(Relation.OVERLAPS, other_terms=frozenset({"scope"}))
    assert went(toward("south", stated, shared)) == "It moved toward South."
    assert went(toward("south", shared, stated)) == "It moved away from South."
    assert went(toward("south", MEET, shared)) == "It is as near to South as before."
    assert went(toward("south", MEET, Nearness(Relation.WITHIN))) == "It moved toward South."
    assert went(toward("south", other, SAME)) == (
        "It moved toward South: now the same; before, the same on other terms."
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (apart(27), apart(10), "South and North came nearer: 10 days apart; before, 27."),
        (apart(10), apart(15), "South and North drew apart: 15 days apart; before, 10."),
        (apart(10), apart(10), "South and North are as far apart as before: 10 days."),
        (apart(10), SAME, "South and North came nearer: now the same; before, 10 days apart."),
        (MEET, MEET, "South and North are as near as before."),
        (EXCLUDED, EXCLUDED, "South and North are still apart."),
        (SAME, SAME, "South and North still say the same."),
        (Nearness(Relation.UNKNOWN), SAME, "Whether South and North came nearer is unclear."),
    ],
)
def test_what_two_did_is_told_of_both(before: Nearness, after: Nearness, expected: str) -> None:
    assert went(toward("south", before, after, together=True)) == expected
    assert went(toward("south", before, after, together=True, told=False)) == ""


OTHERS = ("south", "east", "west", "ash", "birch", "cedar", "the isles")


def test_many_are_counted_in_one_sentence_unless_all_are_asked_for() -> None:
    nearer = [toward(one, apart(9), apart(7)) for one in OTHERS[:3]]
    further = [toward(one, apart(3), apart(7)) for one in OTHERS[3:5]]
    others = [toward("cedar", MEET, MEET), toward("the isles", Nearness(Relation.UNKNOWN), MEET)]
    assert went(*nearer, *further) == (
        "It moved toward South (7 days apart; 9 before), East (7 days apart; 9 before) and West "
        "(7 days apart; 9 before), and away from Ash (7 days apart; 3 before) and Birch (7 days "
        "apart; 3 before)."
    )
    assert went(*nearer, *further, *others) == (
        "It moved toward three and away from two; it is as near as before to one; of one it is "
        "unclear."
    )
    assert "Cedar" in went(*nearer, *further, *others, every=True)
    assert went(*nearer * 2) == "It moved toward six."
    assert went(*others[:1] * 6) == "It is as near as before to six."


def test_what_many_did_together_is_counted() -> None:
    joint = [toward(one, apart(9), apart(7), together=True) for one in OTHERS[:4]]
    joint += [toward(one, apart(3), apart(7), together=True) for one in OTHERS[4:6]]
    rest = toward("the isles", MEET, MEET, together=True)
    assert went(*joint) == (
        "Of six parties that changed their words too, North came nearer to four and drew apart "
        "from two."
    )
    assert went(*joint, rest) == (
        "Of seven parties that changed their words too, North came nearer to four, drew apart "
        "from two and did neither toward one."
    )


def test_a_draft_does_not_move() -> None:
    assert went(
        toward("south", apart(9), apart(7)), toward("east", apart(3), apart(5)), paper=True
    ) == (
        "It is now nearer to South (7 days apart; 9 before) and further from East (5 days apart; "
        "3 before)."
    )


TALKS = """
dossier: {format: 1, title: Talks, as_of: 2025-05-01}
issues:
  truce: {topic: War, title: Truce, kind: duration, noun: "a truce [of {value}]"}
memoranda:
  first: {party: north, form: FORM, date: 2025-05-01, sources: [paper], positions: {truce: WAS}}
"""
THEN = "  then: {party: north, form: FORM, date: 2025-05-02, sources: [paper], positions: {truce: NOW}}\n"
SOUTH = "  other: {party: south, form: FORM, date: 2025-05-01, sources: [paper], positions: {truce: 10 days}}\n"
REPORTED = "is reported to have moved"
LATER = ("as_of: 2025-05-01", "as_of: 2025-05-02")
RECORD = "report, of_record: true"
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
        (before + THEN.replace("FORM", second).replace("NOW", now))
        .replace(*options)
        .replace("as_of: 2025-05-01", "as_of: 2025-05-02"),
    )


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("30 days", "20 days", "North shortened its period for a truce from 30 days to 20 days."),
        (
            "2-3 days",
            "24 or 48 hours",
            "North shortened its period for a truce from 2-3 days to 24 or 48 hours.",
        ),
        (
            "20 days",
            "1-2 months",
            "North lengthened its period for a truce from 20 days to 1-2 months.",
        ),
        ("30 days", "1 month", "North widened its range for a truce from 30 days to 1 month."),
        ("2-6 days", "3-6 days", "North narrowed its range for a truce from 2-6 days to 3-6 days."),
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
            "{value: 20 days, red_line: false}",
            "Truce: North no longer calls this a red line.",
        ),
        (
            "{value: 20 days, red_line: true}",
            "{value: 20 days, starts: the signing}",
            "Truce: North now counts it from the signing.",
        ),
        (
            "{value: 20 days, red_line: true}",
            "{red_line: false}",
            "Truce: North no longer calls this a red line.",
        ),
        (
            "20 days",
            "declined",
            "Truce: North has declined to say. On 1 May 2025 North wanted a truce of 20 days.",
        ),
        (
            "20 days",
            "{alternatives: {a: 1 day, b: 2 days}}",
            (
                "On 1 May 2025 North wanted a truce of 20 days. Now: under option 1, North wants a truce of 1 "
                "day; under option 2, North wants one of 2 days."
            ),
        ),
        (
            "{alternatives: {a: 1 day, b: 2 days}}",
            "{alternatives: {a: 3 days, b: 2 days}}",
            "Truce: under option 1, North lengthened its period for a truce from 1 day to 3 days.",
        ),
        (
            "{alternatives: {a: 1 day}}",
            "{alternatives: {a: 1 day, b: 2 days}}",
            "Truce: North added option 2.",
        ),
        (
            "{alternatives: {c: 1 day, d: 2 days}}",
            "{alternatives: {e: 1 day, f: 2 days}}",
            "Truce: the options of North are others, and what is said is the same.",
        ),
        (
            "1 day",
            "{alternatives: {a: 1 day, b: unseen}}",
            "Truce: North now says the same under option 1 alone.",
        ),
        (
            "{alternatives: {a: 1 day}}",
            "{alternatives: {a: 1 day, b: unseen}}",
            "Said again in a newer document: under option 1, North wants a truce of 1 day.",
        ),
    ],
)
def test_what_a_second_document_says(was: str, now: str, expected: str) -> None:
    assert then(was, now) == [expected]


def test_a_text_can_be_silent_and_a_speech_can_not() -> None:
    said = "North's new text no longer mentions a truce of 20 days."
    assert then("20 days", "silent", second="memorandum") == [said]
    assert then("20 days", "silent") == []


def test_a_text_drops_an_option_and_a_speech_on_another_does_not() -> None:
    both, one = "{alternatives: {a: 1 day, b: 2 days}}", "{alternatives: {a: 1 day}}"
    assert then(both, one, second="memorandum") == [
        "Truce: North no longer mentions option 2 (as far as its text was read)."
    ]
    (said,) = then(both, one)
    assert said.startswith("Said again in a newer document: ")


def test_a_report_is_told_as_one_and_own_words_take_its_place() -> None:
    assert then("silent", "20 days", second="report") == [
        "Newly reported: North is reported to want a truce of 20 days."
    ]
    assert then("30 days", "20 days", first="report") == [
        "First own words: North wants a truce of 20 days. Reported before, on 1 May 2025: 30 days."
    ]


def test_a_red_line_that_changes_with_the_value_is_told_with_it() -> None:
    red, bare = "{value: 30 days, red_line: true}", "20 days"
    figures = "North shortened its period for a truce from 30 days to 20 days"
    assert then(red, bare) == [f"{figures} and no longer mentions a red line."]
    assert then(red, bare, second=RECORD) == [
        (
            "North is reported to have shortened its period for a truce from 30 days to 20 days. It called "
            "that a red line before; whether it still does is not reported."
        )
    ]
    assert then("20 days", red, second=RECORD)[0].endswith(
        "from 20 days to 30 days. It is reported to call this a red line."
    )
    assert then("20 days", "30 days", second=RECORD)[0].endswith("from 20 days to 30 days.")
    one, other = "{alternatives: {a: 1 day, b: RED}}", "{value: 2 days, red_line: true}"
    assert then(one.replace("RED", "2 days"), one.replace("1", "3").replace("RED", other)) == [
        (
            "Truce: under option 1, North lengthened its period for a truce from 1 day to 3 days. Under "
            "option 2, North now calls this a red line."
        )
    ]


def test_items_not_mentioned_in_a_text_read_in_part_are_not_seen() -> None:
    text = """
dossier: {format: 1, title: Talks, as_of: 2025-05-01}
issues:
  rules: {topic: War, title: Rules, kind: checklist, items: {a: {title: a ban}, b: {title: a count}}}
memoranda:
  first: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {rules: [a]}}
"""
    later = "  then: {party: north, form: memorandum, read: part, disclosure: published, date: 2025-05-02, sources: [paper], positions: {rules: [b]}}\n"
    [said] = told(text, (text + later).replace(*LATER))
    assert said == (
        "Rules: North added a count and no longer mentions a ban (as far as its text was read)."
    )
    [said] = told(text, (text + later.replace("read: part", "read: whole")).replace(*LATER))
    assert said == "Rules: North added a count and no longer mentions a ban."
    known = "read: whole, disclosure: partial"
    [said] = told(
        text, (text + later.replace("read: part, disclosure: published", known)).replace(*LATER)
    )
    assert said.endswith("no longer mentions a ban (as far as its text is known).")


def test_a_correction_says_what_was_recorded_and_a_blank_what_is_not() -> None:
    text = TALKS.replace("FORM", "statement")
    assert told(text.replace("WAS", "30 days"), text.replace("WAS", "31 days")) == [
        (
            "Corrected in the record, and nobody moved: North wants a truce of 31 days. Recorded "
            "before: 30 days."
        )
    ]
    assert told(text.replace("WAS", "declined"), text.replace("WAS", "undisclosed")) == []
    assert then("silent", "declined") == ["Truce: North has declined to say."]
    assert told(text.replace("WAS", "30 days"), text.replace("{truce: WAS}", "{}")) != []
    text = text.replace("kind: duration", "kind: exchange, unit: bodies, between: [north, south]")
    [said] = told(
        text.replace("WAS", "{value: 6 for 0, by: north}"), text.replace("WAS", "6 for 0")
    )
    assert said.endswith(". What differs is who acts.")
    text = TALKS.replace("FORM", "statement")
    assert told(
        text.replace("WAS", "3 days"), text.replace("WAS", "{value: 3 days, modality: shall}")
    ) == [
        (
            "Corrected in the record, and nobody moved: North wants a truce of 3 days. "
            "What differs is the strength of the words."
        )
    ]


def test_an_item_that_only_one_state_declares_has_its_title_from_there() -> None:
    lists = """
dossier: {{format: 1, title: Talks, as_of: 2025-05-0{day}}}
issues:
  rules: {{topic: War, title: Rules, kind: checklist, items: {{ {items} }}}}
memoranda:
  first: {{party: north, form: statement, date: 2025-05-0{day}, sources: [paper],
    positions: {{rules: [{wanted}]}}}}
"""
    old = lists.format(items="a: {title: a ban}, b: {title: a count}", day=1, wanted="a, b")
    new = lists.format(items="b: {title: a count}, c: {title: a seal}", day=2, wanted="b, c")

    assert told(old, new) == ["Rules: North added a seal and no longer mentions a ban."]
    back = lists.format(items="a: {title: a ban}, b: {title: a count}", day=3, wanted="a, b")
    assert told(new, back) == ["Rules: North added a ban and no longer mentions a seal."]


def test_parts_of_which_the_same_is_told_are_one_sentence_that_names_them() -> None:
    text = """
dossier: {format: 1, title: Talks, as_of: 2025-05-0DAY}
issues:
  land:
    topic: War
    title: Land
    kind: duration
    noun: "a truce on {part} [of {value}]"
    parts: {hill: {title: Hill, noun: the hill}, lake: {title: Lake, noun: the lake}, wood: {title: Wood, noun: the wood}}
memoranda:
  first: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {land: 1 day}}
"""
    more = (
        "  then: {party: north, form: statement, date: 2025-05-02, sources: [paper], positions: "
        "{land: {parts: {hill: 3 days, lake: 3 days}}}}\n"
    )
    assert told(text.replace("0DAY", "01"), text.replace("0DAY", "02") + more) == [
        "New: North wants a truce on the hill and the lake of 3 days."
    ]
