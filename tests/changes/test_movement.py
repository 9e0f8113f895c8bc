"""Who moved, how, and toward whom, between two states of a dossier, and how that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import positions
from positions.changes.detect import ChangeClass
from positions.changes.difference import difference
from positions.changes.move_kinds import MoveKind
from positions.changes.movement import Move, movements
from positions.changes.nearness import Direction
from positions.changes.timeline.model import ToldKind
from positions.changes.timeline.walk import timeline
from positions.model.moment import Moment
from positions.record.known import known_at
from tests.changes.states import COLUMNS, PAY, SHIFTS, loaded, talks, text_of, told, told_of
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

OPTIONS = "choice, options: {x: a council, y: a court, z: a panel}"
LIST = "checklist, items: {a: a ban, b: a count, c: a list, d: a seal, e: a wall}"

APART = ("north 1 20", "south 1 30")


# -------------------------------------------------------------------- one party, and another


def test_more_demands_are_added_and_never_a_narrower_range() -> None:
    assert told_of(("north 1 [a]", "south 1 none"), ("north 2 [a, b, c, d, e]",), issue=LIST) == [
        (
            "Pay: North added a count, a list, a seal and a wall. It moved away from South: 5 items "
            "apart; before, 1 item."
        )
    ]
    assert told_of(("north 1 [a, b]", "south 1 [b]"), ("north 2 [b, c]",), issue=LIST) == [
        "Pay: North added a list and no longer mentions a ban. It is as near to South as before."
    ]


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (
            "{value: at least 30, modality: will not}",
            "{value: at least 25, modality: will not}",
            "changed what it will not accept (now at least 25%; before, at least 30%)",
        ),
        (
            "{value: at least 30, modality: will not}",
            "at least 25",
            "changed its position (now at least 25%; before, at least 30% (“will not”))",
        ),
    ],
)
def test_to_rule_out_more_or_less_is_no_wider_range(was: str, now: str, expected: str) -> None:
    (first, *_) = told_of((f"north 1 {was}", "south 1 20"), (f"north 2 {now}",))
    assert f"North {expected}" in first
    (move,) = _moves((f"north 1 {was}",), f"north 2 {now}")
    assert move.kind is MoveKind.CHANGED


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("deleted", "20", MoveKind.CHANGED),
        ("{value: 20, scope: by day}", "{value: 20, scope: by night}", MoveKind.CHANGED),
        ("{value: 20, scope: by day}", "{value: 20, scope: ''}", None),
        ("{value: 20, modality: will not}", "{value: 20, modality: shall}", MoveKind.CHANGED),
        ("{value: 20, modality: may}", "{value: 20, modality: shall}", MoveKind.HARDENED),
        ("{value: 20, conditions: [a, b]}", "{value: 20, conditions: [a]}", MoveKind.DROPPED),
        ("20", "{value: 20, conditions: none}", MoveKind.CHANGED),
        ("{value: 20, red_line: true}", "{value: 20, red_line: false}", MoveKind.SOFTENED),
        ("{value: 20, red_line: true}", "20", None),
        ("{value: 20, red_line: true}", "memorandum 20", MoveKind.DROPPED),
        ("20-40", "20", MoveKind.NARROWED),
        ("20", "none", MoveKind.CHANGED),
    ],
)
def test_what_was_done_has_a_word(was: str, now: str, kind: MoveKind | None) -> None:
    found = _moves((f"north 1 {was}",), f"north 2 {now}")
    assert [move.kind for move in found if move.kind is not MoveKind.REPEATED] == (
        [kind] if kind else []
    )


def test_a_text_is_reworded_and_an_option_added_or_dropped() -> None:
    (move,) = _moves(("north 1 white", "south 1 white"), "north 2 black", issue="text")
    assert move.kind is MoveKind.REWORDED
    assert [one.direction for one in move.toward] == [Direction.AWAY]
    (move,) = _moves(("north 1 black", "south 1 white"), "north 2 grey", issue="text")
    assert [one.direction for one in move.toward] == [Direction.CANNOT_TELL]
    (move,) = _moves(("north 1 x",), "north 2 x or y", issue=OPTIONS)
    assert move.kind is MoveKind.ADDED
    (move,) = _moves(("north 1 x or y",), "north 2 y", issue=OPTIONS)
    assert move.kind is MoveKind.DROPPED


@pytest.mark.parametrize(
    ("issue", "before", "after", "went"),
    [
        (
            "date",
            "from 2034-06-01",
            "2034-01",
            "It moved toward South: 1-31 days apart; before, 152.",
        ),
        (
            "date",
            "2034-01 or 2034-03",
            "2034",
            "It is still apart from South.",
        ),
        (
            "date",
            "2034-01",
            "2034-03 or unspecified",
            "Whether it moved toward or away from South is unclear.",
        ),
        (
            "date",
            "2034-02",
            "2034-04",
            "It moved away from South: 91-120 days apart; before, 32-59.",
        ),
        (
            "date",
            "2034-02",
            "2034-02-03",
            "Whether it moved toward or away from South is unclear.",
        ),
        (
            "text",
            "black",
            "by 2033-12-31",
            "It moved toward South: now the same; before, in other words.",
        ),
    ],
)
def test_bounds_decide_where_a_figure_cannot(
    issue: str, before: str, after: str, went: str
) -> None:
    papers = (f"north 1 {before}", "south 1 by 2033-12-31")
    (said,) = told_of(papers, (f"north 2 {after}",), issue=issue)
    assert said.endswith(went)


def test_of_options_of_which_one_is_hidden_no_direction_can_be_told() -> None:
    hidden = "{alternatives: {first: 20, second: undisclosed}}"
    (move,) = _moves(("north 1 10", "south 1 30"), f"north 2 {hidden}")
    assert [one.direction for one in move.toward] == [Direction.CANNOT_TELL]


def test_who_takes_over_one_term_and_leaves_another_went_both_ways() -> None:
    south = "{value: 20, conditions: [a vote], scope: by day}"
    (move,) = _moves(
        ("north 1 {value: 20, scope: by day, conditions: none}", f"south 1 {south}"),
        "north 2 {value: 20, scope: by night, conditions: [a vote]}",
    )
    assert [one.direction for one in move.toward] == []


def test_what_was_said_in_between_is_told_as_replaced() -> None:
    assert told(talks(*APART, day=1), talks(*APART, "north 2 22", "north 3 25", day=3)) == [
        (
            "Pay: North raised its figure from 20% to 25%. It moved toward South: 5 percentage "
            "points apart; before, 10."
        ),
        "Pay, said in between, and replaced since: on 2 June 2025 North wanted 22%.",
    ]
    same = told(talks(*APART, day=1), talks(*APART, "north 2 25", "north 3 25", day=3))
    assert not [one for one in same if "in between" in one]  # it says so still
    hidden = "north 2 memorandum 22 | known: 2025-06-03"
    after = talks(*APART, hidden, "north 3 25", day=3)
    moved = (
        "North raised its figure from 20% to 22%. It moved toward South: 8 percentage points "
        "apart; before, 10. On 3 June 2025 North raised its figure from 22% to 25%. It "
        "moved toward South: 5 percentage points apart; before, 8."
    )
    assert told(known_at(after, Moment.parse("2025-06-02")), after)[1] == (
        f"Pay, dated 2 June 2025, known since 3 June 2025: {moved}"
    )
    again = talks("north 1 memorandum 20 | known: 2025-06-04", "north 2 20", "north 3 22", day=4)
    assert told(known_at(again, Moment.parse("2025-06-03")), again) == [
        "Pay, dated 1 June 2025, known since 4 June 2025: on 1 June 2025 North wanted 20%."
    ]
    (*_, moment) = timeline(talks(*APART, hidden, "north 3 25", day=4)).moments
    (speech,) = (one for one in moment.speeches if one.became_known)
    (held,) = speech.of(ToldKind.HELD)
    assert held.change
    assert held.change.reason.body.endswith(moved)


def test_new_words_of_who_kept_a_text_back_are_new_and_of_who_would_not_say_disclosed() -> None:
    text = text_of("south 1 30", day=1).replace("memoranda:\n", "memoranda:\n" + KEPT_BACK)
    spoken = text_of("south 1 30", "north 2 20", day=2)
    spoken = spoken.replace("memoranda:\n", "memoranda:\n" + KEPT_BACK)
    (move,) = movements(loaded(text), loaded(spoken))
    assert move.kind is MoveKind.FIRST_STATED
    (move,) = _moves(("north 1 declined",), "north 2 20")
    assert move.kind is MoveKind.DISCLOSED


KEPT_BACK = """\
  text: {party: north, form: memorandum, date: 2025-06-01, sources: [paper],
    disclosure: withheld, positions: {}}
"""


# ------------------------------------------------------------------------------ two that moved


def test_a_figure_is_never_of_two_states() -> None:
    before = talks("north 1 10", "south 1 36", day=1)
    after = talks("north 1 10", "south 1 36", "north 2 23", "south 2 23", day=2)
    north, south = movements(before, after)

    assert north.toward[0].before == south.toward[0].before
    assert [north.toward[0].after.alike, south.toward[0].after.alike] == [True, True]


def test_who_speaks_for_the_first_time_gives_no_direction() -> None:
    assert told_of(("north 1 20",), ("north 2 25", "south 2 25")) == [
        "Pay: North raised its figure from 20% to 25%.",
        "Pay, new: South wants 25%.",
    ]


def test_where_the_other_was_recorded_wrongly_no_direction_can_be_told() -> None:
    before = talks("north 1 20", "south 1 30", day=1)
    after = talks("north 1 20", "south 1 40", "north 2 25", day=2)

    assert told(before, after) == [
        (
            "Pay: North raised its figure from 20% to 25%. Whether it moved toward or away from South "
            "is unclear."
        ),
        "Pay, corrected in the record, and nobody moved: South wants 40%. Recorded before: 30%.",
    ]


def test_what_was_corrected_and_what_was_said_since_keep_apart_under_another_id() -> None:
    text = text_of("north 1 40", "south 1 30", "north 2 35", day=2)
    after = text.replace("  it: {", "  fee: {formerly: [it], ").replace("{it: ", "{fee: ")

    assert told(talks("north 1 20", "south 1 30", day=1), loaded(after)) == [
        (
            "Pay: on 1 June 2025 (corrected in the record) North wanted 40%. Recorded before: 20%. "
            "North lowered its figure from 40% to 35%. It moved toward South: 5 percentage points apart; "
            "before, 10."
        )
    ]


# ------------------------------------------------------------------------------------- drafts


# --------------------------------------------------------------------------- like with like


def test_a_report_is_compared_with_the_report_before_it() -> None:
    reported = ("north 1 report 20", "south 1 30")
    assert told_of(reported, ("north 2 report 25",)) == [
        (
            "Pay: North is reported to have raised its figure from 20% to 25%. It is reported to have moved toward South: "
            "5 percentage points apart; before, 10."
        )
    ]
    beside = (*APART, "north 2 report 22")
    assert told(talks(*beside, day=2), talks(*beside, "north 3 ruling 25", day=3))[0] == (
        "Pay: North is reported to have raised its figure from 22% to 25%. It is reported to have moved toward South: "
        "5 percentage points apart; before, 8."
    )


@pytest.mark.parametrize(
    ("form", "whose"),
    [
        ("report ", "reports of 2 June 2025 on North"),
        ("", "North's own words of 2 June 2025"),
    ],
)
def test_two_documents_of_one_moment_that_differ_move_nobody(form: str, whose: str) -> None:
    text = text_of("south 1 30", f"north 2 {form}25", f"north 3 {form}26", day=3)
    both = loaded(text.replace("2025-06-03, sources", "2025-06-02, sources"))
    one = talks("south 1 30", f"north 2 {form}25", day=3)
    assert told(one, both) == [f"Pay: {whose} contradict each other: 26%; 25%."]
    assert told(talks("south 1 30", day=1), both) == told(one, both)
    (again,) = told(both, one)
    assert again.startswith("Pay, no longer contradictory: North ")
    assert again.endswith("Contradictory before: 26%; 25%.")
    assert {move.kind for move in movements(one, both)} == {MoveKind.CONTRADICTORY}
    blank = text.replace("2025-06-03, sources", "2025-06-02, sources").replace(
        "25}", "undisclosed}"
    )
    assert movements(loaded(blank), loaded(blank)) == ()


def test_a_movement_from_or_to_what_is_inferred_says_so() -> None:
    guess = ("north 1 {value: 20, basis: inferred}", "south 1 30")
    assert told_of(guess, ("north 2 25",))[0].startswith(
        "Pay: North raised its figure from 20% to 25%. What is recorded of the time before is "
        "inferred."
    )
    assert (
        "from 20% to 25% (inferred)."
        in told_of(("north 1 20", "south 1 30"), ("north 2 {value: 25, basis: inferred}",))[0]
    )
    assert told_of(guess, ("north 2 memorandum -",))[0] == (
        "Pay: North's new text has nothing on this; 20% was inferred."
    )


def test_what_a_newer_text_leaves_out_is_not_withdrawn() -> None:
    own = movements(talks(*APART, day=1), talks(*APART, "north 2 memorandum -", day=2))
    assert [move.kind for move in own if move.issue == "it"] == [MoveKind.NO_LONGER_MENTIONED]
    assert told_of(APART, ("north 2 memorandum -",))[0] == (
        "Pay: North's new text no longer mentions it (20%)."
    )
    assert told_of(("north 1 report 20",), ("north 2 memorandum -",))[0] == (
        "Pay: North's text has nothing on this. On 1 June 2025 North was reported to want 20%."
    )
    assert [move.kind for move in _moves(APART, "north 2 indifferent")] == [MoveKind.WITHDRAWN]
    assert [move.kind for move in _moves(APART, "north 2 declined")] == [MoveKind.NOT_DISCLOSED]


@pytest.mark.parametrize(
    ("was", "now", "kind", "said"),
    [
        (
            "{value: 20, conditions: [a vote]}",
            "20",
            "REPEATED",
            "North wants 20% on condition of a vote (conditions as in its statement of 1 June 2025)",
        ),
        (
            "{value: 20, conditions: [a vote]}",
            "{value: 20, conditions: none}",
            "DROPPED",
            "now says that there are no conditions and dropped a condition",
        ),
        (
            "{alternatives: {a: 20, b: 28}}",
            "{alternatives: {a: 20}}",
            "NOT_SEEN",
            "no longer mentions",
        ),
        (
            "{value: 20, renewable: true}",
            "25",
            "RAISED",
            "raised its figure from 20% to 25%",
        ),
    ],
)
def test_what_a_text_read_in_part_leaves_out_was_not_dropped(
    was: str, now: str, kind: str, said: str
) -> None:
    before = (f"north 1 {was}", "south 1 30")
    whole = text_of(*before, f"north 2 memorandum {now}", day=2)
    part = loaded(whole.replace("read: whole", "read: part, disclosure: published"))
    move = next(one for one in movements(talks(*before, day=1), part) if one.issue == "it")
    assert (move.kind.name, move.kind.is_move) == (kind, kind in {"DROPPED", "RAISED"})
    told_of_it = told(talks(*before, day=1), part)[0]
    assert said in told_of_it
    assert ("(as far as its text was read)" in told_of_it) is ("no longer" in said)
    assert ("moved" in told_of_it) is (kind == "RAISED")


def test_a_term_that_both_state_or_leave_at_once_changes_nothing_between_them() -> None:
    plain, terms = ("20", "30"), ("{value: 20, scope: day}", "{value: 30, scope: day}")
    for was, now in ((plain, terms), (terms, plain)):
        found = told_of(
            (f"north 1 {was[0]}", f"south 1 {was[1]}"),
            (f"north 2 memorandum {now[0]}", f"south 2 memorandum {now[1]}"),
        )
        assert found[1].endswith(
            "North and South are as far apart as before: 10 percentage points."
        )


def _moves(before: tuple[str, ...], *after: str, issue: str = PAY) -> tuple[Move, ...]:
    return movements(talks(*before, day=1, issue=issue), talks(*before, *after, day=2, issue=issue))


# ------------------------------------------------------------------- what the analyst does


def test_what_is_recorded_late_or_taken_out_is_told_as_that() -> None:
    more = (*APART, "north 2 25")
    assert told(talks(*APART, day=5), talks(*more, day=6))[0] == (
        "Pay: on 2 June 2025 (recorded later) North raised its figure from 20% to 25%. It moved "
        "toward South: 5 percentage points apart; before, 10."
    )
    assert told(talks(*more, day=5), talks(*APART, day=6)) == [
        "Pay, no longer recorded: North wants 25%. The record is now that of 1 June 2025: 20%."
    ]
    assert told(talks("south 1 30", day=5), talks(*APART, day=6)) == [
        "Pay: on 1 June 2025 (recorded later) North wanted 20%."
    ]
    reported, hushed = ("north 1 report 20", "south 1 30"), ("north 1 memorandum -", "south 1 30")
    options = ("north 1 {alternatives: {a: 20, b: 25}}", "south 1 30")
    for before, newer, expected in (
        (reported, "25", "on {} North wanted 25%. On 1 June 2025 North was reported to want 20%."),
        (reported, "report 25", "on {} North was reported to have raised its figure from 20% to"),
        (reported, "memorandum -", "as of {}, North's text has nothing on this. On 1 June 2025"),
        (APART, "{value: 20, red_line: true}", "on {} North called this a red line."),
        (options, "{alternatives: {a: 20, c: 7}}", "on {} North dropped “b”. On {} North added"),
        (options, "{alternatives: {c: 7}}", "under “a”, on 1 June 2025 North wanted 20%"),
        (hushed, "{blank: declined}", "as of {}, North has declined to say."),
    ):
        late = talks(*before, f"north 2 {newer}", day=6)
        day = "2 June 2025 (recorded later)"
        begins = f"Pay: {expected.format(day, day)}"
        assert told(talks(*before, day=5), late)[0].startswith(begins)
    assert told(talks(*APART, day=5), talks("south 1 30", day=6)) == [
        "Pay, no longer recorded: North wants 20%."
    ]
    one, grouped = ("north 1 30", "east 1 20"), COLUMNS.replace("East", "East, member_of: north")
    assert told(talks(*one, columns=grouped), talks(*one[:1], columns=grouped)) == [
        "Pay, no longer recorded: East wants 20%. The record is now that of North of 1 June 2025: 30%."
    ]
    assert told(talks(*APART, "north 3 20", day=5), talks(*APART, day=6)) == [
        "Pay, no longer recorded: North wants 20%. The record is now that of 1 June 2025: 20%."
    ]
    silent = (*APART, "north 2 memorandum -")
    assert told(talks(*APART, day=5), talks(*silent, day=6))[0] == (
        "Pay: as of 2 June 2025 (recorded later), North's new text no longer mentions it (20%)."
    )
    same = ("north 1 memorandum 20", "south 1 30")
    for early, unknown in (
        (same, "1 uncoded"),
        (same, "2 uncoded"),
        (APART, "1 memorandum uncoded"),
        (APART, "1 memorandum unseen"),
    ):
        assert not told(talks(*early, day=5), talks(*early, f"north {unknown}", day=6))


def _undated(*said: str) -> Dossier:
    return loaded(text_of(*said, day=1).replace(", as_of: 2025-06-01", ""))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            "north 2 25",
            "no longer recorded: North wants 25%. The record is now that of 1 June 2025: 20%.",
        ),
        (
            "north 2 ruling 25",
            "no longer recorded: North is reported to want 25%. The record is now that of 1 June 2025: 20%.",
        ),
        (
            "north 2 memorandum -",
            "of record again, since a later text was taken out of the record: North wants 20%.",
        ),
        (
            "north 2 report 25",
            "no longer recorded beside the record: North is reported to want 25%.",
        ),
    ],
)
def test_who_takes_out_the_newest_document_corrects_the_record(more: str, expected: str) -> None:
    """Without a day of its own, the dossier then stands for an earlier one."""
    assert told(_undated(*APART, more), _undated(*APART))[0] == f"Pay, {expected}"
    dated = [talks(*APART, more, day=2), talks(*APART, day=2)]
    assert told(*dated)[0] == f"Pay, {expected}"


def test_of_two_days_of_one_text_the_later_tells_what_came_between() -> None:
    text = text_of(*APART, "north 2 25", day=1)
    states = [loaded(text), loaded(text.replace("as_of: 2025-06-01", "as_of: 2025-06-03"))]
    older = [one.replace("Pay, 2 June 2025:", "Pay:") for one in told(*states)]
    assert older == told_of(APART, ("north 2 25",)) != told(*states)
    assert told(*reversed(states))[0].startswith("Pay: North lowered its figure from 25% to 20%.")
    silent = text.replace(
        "statement, date: 2025-06-02", "memorandum, read: whole, date: 2025-06-02"
    )
    silent = silent.replace("it: 25", "other: yes")
    states = [loaded(silent), loaded(silent.replace("as_of: 2025-06-01", "as_of: 2025-06-03"))]
    assert told(*states)[0] == "Pay: North's new text no longer mentions it (20%)."


def test_a_document_under_another_id_is_the_same_document() -> None:
    said = (*APART, "north 2 memorandum 25")
    text = text_of(*said, day=3).replace(
        "it: 30}", "it: {as: north-1}}, based_on: north-1, reactions: {north-1: rejects}"
    )
    renamed = loaded(text.replace("north-1", "first").replace("north-2-m", "second"))
    found = difference(loaded(text), renamed)
    assert [found.issues, found.change_class] == [(), ChangeClass.WORDING]
    assert [
        (leaf.path, leaf.before, leaf.after) for fact in found.facts for leaf in fact.leaves
    ] == [
        (("id",), "north-1", "first"),
        (("id",), "north-2-m", "second"),
    ]
    other = loaded(text.replace("north-2-m", "second").replace("it: 25", "it: 27"))
    assert told(loaded(text), other) == [
        "Pay, corrected in the record, and nobody moved: North wants 27%. Recorded before: 25%."
    ]


def test_words_recorded_late_behind_newer_ones_are_told_as_that() -> None:
    newer = ("north 3 25", "south 1 30")
    for form, expected in (
        (
            "",
            (
                "on 2 June 2025 (recorded later) North wanted 22%. On 3 June 2025 North raised its "
                "figure from 22% to 25%. It moved toward South: 5 percentage points apart; before, 8."
            ),
        ),
        ("report ", "on 2 June 2025 (recorded later) North was reported to want 22%."),
    ):
        after = talks(f"north 2 {form}22", *newer, day=6)
        assert told(talks(*newer, day=5), after) == [f"Pay: {expected}"]
    assert told(talks("north 2 22", *newer, day=6), talks(*newer, day=6)) == [
        "Pay, no longer recorded: on 2 June 2025 North wanted 22%."
    ]


def test_an_edit_of_how_much_was_read_moves_nobody() -> None:
    """Where older words are the record no more, or again, that is told once, of the text.

    Of one issue it is told as well.
    """
    whole = text_of(*APART, "north 2 memorandum -", day=3)
    part = loaded(whole.replace("read: whole", "read: part, disclosure: published"))
    for before, after in ((part, loaded(whole)), (loaded(whole), part)):
        assert told(before, after) == []
        assert [move.kind for move in movements(before, after)] == [MoveKind.CORRECTION]
        (of_it,) = difference(before, after).on(["it"]).issues
        assert [one.what for one in of_it.stances] == [MoveKind.CORRECTION]
    options = text_of("south 1 30", "north 2 memorandum {alternatives: {a: 20}}", day=3).replace(
        "read: whole,", "read: whole, options: {a: {title: One}, b: {title: Two}},"
    )
    part = loaded(options.replace("read: whole", "read: part, disclosure: published"))
    assert told(part, loaded(options)) == []


def test_a_text_of_the_same_day_is_later_than_an_hour_of_it() -> None:
    text = text_of(*APART, day=2).replace("as_of: 2025-06-02", "as_of: 2025-06-02T09:00")
    after = talks(*APART, "north 2 25", day=2)

    assert told(loaded(text), after)[0].startswith("Pay: North raised its figure")


def test_looked_at_the_other_way_round_a_text_is_not_known_yet() -> None:
    whole = text_of("north 1 memorandum 20", "south 1 30", day=3)
    known = whole.replace("read: whole", "read: whole, known: 2025-06-02")
    dossier = loaded(known.replace("memoranda:\n", "memoranda:\n" + SPEECH))
    days = [known_at(dossier, Moment.parse(f"2025-06-0{day}")) for day in (3, 1)]
    assert told(*days)[0] == (
        "Pay, before its text was known: North lowered its figure from 20% to 10%. It is further "
        "from South than was known: 20 percentage points apart; before, 10."
    )


def test_a_later_revision_for_an_earlier_day_corrects_nothing() -> None:
    text = text_of("north 1 30", "north 3 20", "south 1 10", day=3)
    states = loaded(text), loaded(text.replace("as_of: 2025-06-03", "as_of: 2025-06-02"))
    assert told(*states, in_order=True) == [
        "Pay, no longer recorded: North wants 20%. The record is now that of 1 June 2025: 30%."
    ]


def test_a_text_that_became_known_in_the_place_of_a_report_moves_nobody() -> None:
    text = text_of("north 1 memorandum 20", "south 1 30", day=1)
    text = text.replace("read: whole", "read: whole, known: 2025-06-02")
    text = text.replace("memorandum, date: 2025-06-01", "memorandum, date: 2025-05-28")
    text = text.replace("memoranda:\n", "memoranda:\n" + SPEECH.replace("statement", "report"))
    before, after = loaded(text), loaded(text.replace("as_of: 2025-06-01", "as_of: 2025-06-03"))
    assert told(before, after) == [
        "Pay, first own words: North wants 20%. Reported before, on 30 May 2025: 10%."
    ]
    alike = text.replace("{it: 10}", "{it: 20}")
    before, after = loaded(alike), loaded(alike.replace("as_of: 2025-06-01", "as_of: 2025-06-03"))
    assert told(before, after) == [
        "Pay, first own words: North wants 20%. Reported before, on 30 May 2025: 20%."
    ]


SPEECH = """\
  speech: {party: north, form: statement, date: 2025-05-30, sources: [paper],
    positions: {it: 10}}
"""


def test_two_moments_of_one_dossier_are_compared_like_two_revisions() -> None:
    dossier = talks(*APART, "north 2 25", "south 3 25", day=9)
    days = [known_at(dossier, Moment.parse(f"2025-06-0{day}")) for day in (1, 2, 3)]

    assert told(days[0], days[1]) == told_of(APART, ("north 2 25",))
    assert told(days[1], days[2])[0].startswith("Pay: South lowered its figure from 30% to 25%.")
    since = [one.replace("Pay, 3 June 2025:", "Pay:") for one in told(days[1], dossier)]
    assert since == told(days[1], days[2])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('quantity, unit: "%"', "quantity, unit: EUR"),
        ("quantity, unit: days", "quantity, unit: days, limit: maximum"),
        ("quantity, unit: days", "quantity, unit: days, near: 5"),
        ('quantity, unit: "%"', SHIFTS),
        (SHIFTS, 'quantity, unit: "%"'),
        (OPTIONS.replace(", z: a panel", ""), OPTIONS),
        (OPTIONS, f"{OPTIONS}, ordered: true"),
    ],
)
def test_an_issue_that_is_declared_otherwise_moves_nobody(before: str, after: str) -> None:
    said = ("north 1 x", "south 1 x or y") if "choice" in before else APART
    first, then = talks(*said, day=1, issue=before), talks(*said, day=2, issue=after)

    assert movements(first, then) == ()


def test_another_kind_is_another_form_of_the_same_words() -> None:
    before = talks("north 1 20 days", "south 1 30 days", day=1, issue="duration")
    after = talks(*APART, day=2, issue="quantity, unit: days")

    assert {move.kind for move in movements(before, after)} == {MoveKind.REFRAMED}
    assert told(before, after) == []
    corrected = talks("north 1 25", "south 1 30", day=2, issue="quantity, unit: days")
    assert told(before, corrected) == [
        (
            "Pay, read otherwise since the issue is declared otherwise, and nobody moved: North "
            "wants 25 days. Read before: 20 days."
        )
    ]


def test_a_part_that_is_taken_out_is_no_longer_recorded() -> None:
    before = talks(*APART, day=1, issue=SHIFTS)
    after = talks(*APART, day=2, issue=SHIFTS.replace(", night: Night", ", eve: Eve"))

    assert [(move.part, move.kind) for move in movements(before, after)] == [
        ("eve", MoveKind.RECORDED_LATE),
        ("eve", MoveKind.RECORDED_LATE),
        ("night", MoveKind.TAKEN_OUT),
        ("night", MoveKind.TAKEN_OUT),
    ]


def test_an_unreadable_cell_is_unreadable() -> None:
    text = text_of(*APART, day=1)
    broken = positions.loads(with_prelude(text.replace("{it: 20}", "{it: [}]}"))).dossier
    unread = positions.loads(with_prelude(text.replace("{it: 20}", "{it: soon}"))).dossier
    assert broken is None
    assert unread is not None

    assert [move.kind for move in movements(loaded(text), unread)] == [MoveKind.UNREADABLE]
    assert [move.kind for move in movements(unread, loaded(text))] == [MoveKind.CORRECTION]
    assert told(loaded(text), unread) == [
        "Pay: what is recorded for North could not be read. On 1 June 2025 North wanted 20%."
    ]


# ----------------------------------------------------------------------------- groups, rest


def test_a_group_and_its_members_are_one_voice_and_move_once() -> None:
    columns = (
        "{group: {name: the Group}, north: {name: North, member_of: group}, south: {name: South}}"
    )
    assert told_of(("group 1 20", "south 1 30"), ("group 2 25",), columns=columns) == [
        (
            "Pay: the Group raised its figure from 20% to 25%. It moved toward South: 5 percentage "
            "points apart; before, 10."
        )
    ]
    (first,) = told_of(("group 1 20", "south 1 30"), ("north 2 25",), columns=columns)
    assert first == "Pay, new: North wants 25%."


def test_every_kind_has_a_meaning() -> None:
    for kind in MoveKind:
        assert kind.meaning.endswith(".")


SAID = """
parties: {north: {name: North}, south: {name: South}, tiny: {name: Tiny, member_of: north}}
issues: {pay: {topic: T, title: Pay, kind: quantity, unit: "%"}}
memoranda:
"""
DEAL = "outcomes: {o: {issue: pay, date: 2025-05-15, value: 5, confirmed_by: all, sources: paper}}"


@pytest.mark.parametrize(
    ("documents", "agreed", "expected"),
    [
        (
            ("north 2025-05-01 statement 5", "south 2025-05-01 statement 9"),
            "south 2025-06-01 statement 6",
            "South raised its figure from 5% to 6%. This reopens what all agreed on",
        ),
        (
            ("south 2025-05-01 statement 5", "north 2025-05-25 statement 7"),
            "north 2025-05 statement 6",
            "It is not known which of North's own words came last: 6%; 7%.",
        ),
        (
            ("south 2025-05-01 statement 5", "north 2025-05-25 statement 7"),
            "north 2025-05 statement {value: 7, scope: in the north}",
            "n an order that is not known, and nobody is known to have moved",
        ),
        (
            ("north 2025-05-01 statement 5", "tiny 2025-06-01 statement 8"),
            "north 2025-06-01 statement 7",
            "North raised its figure from 5% to 7%.",
        ),
        (
            ("north 2025-05-01 statement {value: 7, conditions: [a vote]}",),
            "north 2025-05-21 report {value: 6, of_record: true}",
            "North is reported to have lowered its figure from 7% to 6%.",
        ),
    ],
)
def test_a_move_goes_on_from_the_last_word_that_is_known_to_be_earlier(
    documents: tuple[str, ...], agreed: str, expected: str
) -> None:
    papers = "".join(
        f"  d{number}: {{party: {party}, date: {day}, form: {form}, sources: paper, "
        f"positions: {{pay: {said}}}}}\n"
        for number, (party, day, form, said) in enumerate(
            one.split(" ", 3) for one in (*documents, agreed)
        )
    )
    dossier = positions.loads(with_prelude(SAID + papers + DEAL * ("south" in agreed))).dossier
    assert dossier is not None
    days = ("2025-05-30", "2025-06-30") if "05-21" not in agreed else ("2025-05-20", "2025-05-21")
    before, after = (known_at(dossier, Moment.parse(day)) for day in days)
    found = " ".join(told(before, after))
    assert expected in found
    assert "from Tiny" not in found
    assert "condition" not in found


def test_what_was_the_same_is_not_said_to_be_apart_no_longer() -> None:
    (said,) = told_of(("north 1 [a]", "south 1 [a]"), ("north 2 [a, b]",), issue=LIST)
    assert said.endswith("It is not apart from South, but no longer says the same.")
