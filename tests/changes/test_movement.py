"""Who moved, how, and toward whom, between two revisions of a dossier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import positions
from positions.changes.movement import Direction, Move, MoveKind, movements
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

THREE = "parties: {north: {name: North}, south: {name: South}, east: {name: East}}"


def _talks(kind: str, more: str = "", **said: str) -> Dossier:
    """A dossier of one issue: what each document says, as `north_1: value` for the first day."""
    documents = "".join(
        f"  {name}: {{party: {name.split('_')[0]}, form: statement, sources: [paper],\n"
        f"    date: 2025-06-0{name.split('_')[1]}, positions: {{it: {value}}}}}\n"
        for name, value in said.items()
    )
    loaded = positions.loads(
        with_prelude(
            f"""
{THREE}
dossier: {{format: 1, title: Talks, as_of: 2025-06-09}}
issues:
  it: {{topic: War, title: It, kind: {kind}{more}}}
memoranda:
{documents}"""
        )
    )
    assert loaded.dossier is not None, [str(problem) for problem in loaded.problems]
    return loaded.dossier


def _move(before: Dossier, after: Dossier, party: str = "north") -> Move:
    (move,) = [move for move in movements(before, after) if move.party == party]
    return move


@pytest.mark.parametrize(
    ("was", "now", "kind", "direction"),
    [
        ("at least 30 days", "at least 20 days", MoveKind.WIDENED, Direction.TOWARD),
        ("at least 30 days", "at least 40 days", MoveKind.NARROWED, Direction.AWAY),
        ("30 days", "20 days", MoveKind.SHIFTED, Direction.TOWARD),
        ("30 days", "2-3 days", MoveKind.SHIFTED, Direction.TOWARD),
        ("20-30 days", "2-30 days", MoveKind.WIDENED, Direction.TOWARD),
        ("2 days", "3 days", MoveKind.SHIFTED, Direction.SIDEWAYS),
        ("2-3 days", "1-9 days", MoveKind.WIDENED, Direction.AWAY),
        ("2-3 days", "5 days", MoveKind.SHIFTED, Direction.AWAY),
        ("30 days", "to be agreed", MoveKind.SHIFTED, Direction.CANNOT_TELL),
        ("none", "30 days", MoveKind.SHIFTED, Direction.CANNOT_TELL),
        ("0 days", "30 days", MoveKind.SHIFTED, Direction.AWAY),
    ],
)
def test_a_new_value_is_a_move_with_a_direction(
    was: str, now: str, kind: MoveKind, direction: Direction
) -> None:
    before = _talks("duration", north_1=was, south_1="2-3 days")
    after = _talks("duration", north_1=was, south_1="2-3 days", north_2=now)
    move = _move(before, after)

    assert move.kind is kind
    assert move.directions == {"south": direction}
    assert move.also_moved == ()


def test_a_move_says_how_much_nearer_it_came() -> None:
    before = _talks("duration", north_1="30 days", south_1="2 days")
    after = _talks("duration", north_1="30 days", south_1="2 days", north_2="20 days")

    (gained,) = _move(before, after).gained.values()
    assert [distance.text for distance in gained] == ["28 days", "18 days"]


def test_taking_over_the_other_sides_condition_is_toward_it() -> None:
    south = "{value: 30 days, conditions: [a general election]}"
    before = _talks("duration", north_1="30 days", south_1=south)
    after = _talks("duration", north_1="30 days", south_1=south, north_2=south)
    move = _move(before, after)

    assert move.kind is MoveKind.NARROWED
    assert move.directions == {"south": Direction.TOWARD}
    back = _talks(
        "duration",
        north_1="30 days",
        south_1=south,
        north_2=south,
        north_3="{value: 30 days, conditions: none}",
    )
    assert _move(after, back).kind is MoveKind.WIDENED
    assert _move(after, back).directions == {"south": Direction.AWAY}


def test_another_term_alone_is_a_shift() -> None:
    before = _talks("duration", north_1="30 days", south_1="30 days")
    after = _talks(
        "duration", north_1="30 days", south_1="30 days", north_2="{value: 30 days, scope: at sea}"
    )
    move = _move(before, after)

    assert move.kind is MoveKind.SHIFTED
    assert move.directions == {"south": Direction.AWAY}


def test_each_other_party_sees_its_own_direction() -> None:
    said = {"north_1": "10 days", "south_1": "2 days", "east_1": "20 days"}
    move = _move(_talks("duration", **said), _talks("duration", **said, north_2="15 days"))

    assert move.directions == {"south": Direction.AWAY, "east": Direction.TOWARD}


def test_a_move_is_measured_from_where_the_other_side_stood_before_it() -> None:
    before = _talks("duration", north_1="30 days", south_1="2 days")
    after = _talks(
        "duration", north_1="30 days", south_1="2 days", north_2="20 days", south_2="25 days"
    )
    north, south = movements(before, after)

    assert north.directions == {"south": Direction.TOWARD}
    assert south.directions == {"north": Direction.TOWARD}
    assert (north.also_moved, south.also_moved) == (("south",), ("north",))


def test_what_had_not_been_said_before_is_no_move_in_any_direction() -> None:
    before = _talks("duration", south_1="2 days")
    after = _talks("duration", south_1="2 days", north_2="20 days")
    move = _move(before, after)

    assert move.kind is MoveKind.FIRST_STATED
    assert move.directions == {}
    assert _move(after, before).kind is MoveKind.WITHDRAWN


def test_a_party_that_speaks_for_the_first_time_is_measured_by_where_it_is_now() -> None:
    before = _talks("duration", north_1="20 days")
    after = _talks("duration", north_1="20 days", north_2="30 days", south_2="30 days")

    assert _move(before, after).directions == {"south": Direction.TOWARD}
    assert _move(before, after, "south").kind is MoveKind.FIRST_STATED


@pytest.mark.parametrize(
    ("form", "kind"),
    [("statement", MoveKind.STATED_AGAIN), ("report", MoveKind.FIRST_STATED)],
)
def test_what_a_text_had_left_out_is_stated_again_if_it_was_said_before(
    form: str, kind: MoveKind
) -> None:
    text = """
        dossier: {format: 1, title: Talks, as_of: 2025-06-09}
        issues:
          it: {topic: War, title: It, kind: duration}
          other: {topic: War, title: Other, kind: text}
        memoranda:
          early: {party: north, form: FORM, date: 2025-06-01, sources: [paper],
                  positions: {it: 10 days}}
          plan: {party: north, form: memorandum, read: whole, date: 2025-06-02, sources: [paper],
                 positions: {other: white}}
          late: {party: north, form: statement, date: 2025-06-03, sources: [paper],
                 positions: {it: 10 days}}
    """.replace("FORM", form)
    loaded = positions.loads(with_prelude(text))
    assert loaded.dossier is not None, loaded.problems
    papers = {name: one for name, one in loaded.dossier.memoranda.items() if name != "late"}

    (move,) = movements(replace(loaded.dossier, memoranda=papers), loaded.dossier)

    assert move.kind is kind
    assert move.directions == {}


def test_what_was_hidden_is_disclosed() -> None:
    before = _talks("duration", north_1="declined", south_1="2 days")
    after = _talks("duration", north_1="declined", south_1="2 days", north_2="20 days")

    assert _move(before, after).kind is MoveKind.DISCLOSED


def test_by_a_correction_nobody_moved() -> None:
    before = _talks("duration", north_1="30 days", south_1="2 days")
    after = _talks("duration", north_1="20 days", south_1="2 days")

    assert movements(before, after) == ()


def test_nobody_moves_where_only_a_blank_gives_way_to_another() -> None:
    before = _talks("duration", north_1="declined")
    after = _talks("duration", north_1="declined", north_2="silent")

    assert movements(before, after) == ()
    assert movements(before, _talks("duration")) == ()


def test_a_branch_that_comes_near_is_toward() -> None:
    before = _talks("duration", north_1="30 days", south_1="2 days")
    after = _talks(
        "duration",
        north_1="30 days",
        south_1="2 days",
        north_2="{alternatives: {long: 30 days, short: 5 days}}",
    )
    move = _move(before, after)

    assert move.directions == {"south": Direction.TOWARD}
    (gained,) = move.gained.values()
    assert gained[1].text == "3 days"


NEAR_AND_FAR = "{alternatives: {near: 10 days, far: 40 days}}"


@pytest.mark.parametrize(
    ("was", "now", "direction"),
    [
        ("30 days", NEAR_AND_FAR, Direction.CANNOT_TELL),
        (NEAR_AND_FAR, "30 days", Direction.CANNOT_TELL),
        ("50 days", NEAR_AND_FAR, Direction.TOWARD),
        ("5 days", NEAR_AND_FAR, Direction.AWAY),
        (NEAR_AND_FAR, "{alternatives: {near: 10 days, far: 20 days}}", Direction.TOWARD),
        (NEAR_AND_FAR, "{alternatives: {near: 9 days, far: 50 days}}", Direction.CANNOT_TELL),
        (NEAR_AND_FAR, "{alternatives: {one: 10 days, two: 5 days}}", Direction.TOWARD),
        (NEAR_AND_FAR, "{alternatives: {near: 9 days, far: silent}}", Direction.CANNOT_TELL),
        ("{alternatives: {a: 1 day, b: 3 days}}", "{alternatives: {a: 3 days, b: 1 day}}", None),
    ],
)
def test_a_direction_holds_under_every_branch_or_cannot_be_told(
    was: str, now: str, direction: Direction | None
) -> None:
    before = _talks("duration", north_1=was, south_1="2 days")
    move = _move(before, _talks("duration", north_1=was, south_1="2 days", north_2=now))

    assert move.directions == {"south": direction or Direction.SIDEWAYS}
    assert ("south" in move.gained) is (direction is not Direction.CANNOT_TELL)


def test_a_direction_holds_toward_every_branch_of_the_other_side() -> None:
    south = "{alternatives: {low: 2 days, high: 50 days}}"
    before = _talks("duration", north_1="30 days", south_1=south)
    after = _talks("duration", north_1="30 days", south_1=south, north_2="20 days")

    assert _move(before, after).directions == {"south": Direction.CANNOT_TELL}


def test_who_refuses_all_refuses_what_is_declared_since() -> None:
    before = _talks("checklist", ", items: {a: A, b: B}", north_1="[a, b]", south_1="none")
    after = _talks(
        "checklist",
        ", items: {a: A, b: B, c: C, d: D, e: E}",
        north_1="[a, b]",
        south_1="none",
        north_2="[c, d, e]",
    )
    move = _move(before, after)

    assert move.directions == {"south": Direction.AWAY}
    assert [distance.text for distance in move.gained["south"]] == ["2 items", "3 items"]


def test_options_that_only_one_revision_knows_can_still_be_compared() -> None:
    before = _talks("choice", ", options: {here: Here, there: There}", north_1="here")
    after = _talks(
        "choice",
        ", options: {here: Here, sea: At sea}",
        north_1="here",
        north_2="sea",
        south_1="here or sea",
    )
    move = _move(before, after)

    assert move.kind is MoveKind.SHIFTED
    assert move.directions == {"south": Direction.SIDEWAYS}


def test_a_rung_that_one_revision_has_added_or_removed_keeps_its_place_on_the_ladder() -> None:
    before = _talks(
        "choice",
        ", ordered: true, options: {zero: Zero, low: Low, gone: Gone, high: High, top: Top}",
        north_1="low",
        south_1="top",
    )
    after = _talks(
        "choice",
        ", ordered: true, options: {low: Low, new: New, high: High, top: Top}",
        north_1="low",
        north_2="high",
        south_1="top",
    )
    (gained,) = _move(before, after).gained.values()
    assert [distance.text for distance in gained] == ["4 steps", "1 step"]
    (back,) = _move(after, before).gained.values()
    assert [distance.text for distance in back] == ["1 step", "4 steps"]


def test_a_renamed_issue_is_followed() -> None:
    text = with_prelude(
        """
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memoranda:
          n: {party: north, form: statement, date: 2025-06-01, sources: [paper],
              positions: {truce: 30 days}}
          s: {party: south, form: statement, date: 2025-06-01, sources: [paper],
              positions: {truce: 2 days}}
        """
    )
    renamed = text.replace("truce:", "pause:").replace(
        "title: Truce", "title: Truce, formerly: truce"
    )
    before, after = positions.loads(text).dossier, positions.loads(renamed).dossier
    assert before is not None
    assert after is not None

    assert movements(before, after) == ()


def test_each_part_moves_for_itself() -> None:
    more = ", options: {ours: Ours, theirs: Theirs}, parts: {hill: The hill, lake: The lake}"
    said = {"north_1": "ours", "south_1": "theirs"}
    before = _talks("choice", more, **said)
    after = _talks("choice", more, **said, north_2="{parts: {lake: theirs}}")
    (move,) = movements(before, after)

    assert move.part == "lake"
    assert move.directions == {"south": Direction.TOWARD}
