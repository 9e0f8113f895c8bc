"""In which order does each party want things to happen, and do these orders block each other?"""

from __future__ import annotations

import json
import random
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import positions
from positions.model.moment import Moment
from positions.record.settle import record
from positions.reports.page.render import render
from positions.reports.sequence.graph import sequence_mermaid
from positions.reports.sequence.json import sequence_data, sequence_json
from positions.reports.sequence.page import sequence_page, tally
from positions.sequence import conflicts
from positions.sequence.conflicts import OrderPlace, Timing, order_steps
from positions.sequence.links import Links
from positions.sequence.paths import Paths
from positions.sequence.stated_orders import StatedOrder, Step, issue_of, step
from tests.from_docstring import dossier, loaded, text, with_prelude

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from positions.model.dossier import Dossier
    from positions.sequence.conflicts import Loop, Sequencing

__all__ = ["dossier", "loaded", "text"]

EVENTS = "abcdefgh"
SHIPPED = "data/positions.yaml"


def found(dossier: Dossier, as_of: str = "") -> Sequencing:
    return order_steps(dossier, record(dossier, Moment.parse(as_of) if as_of else None))


def opposed(sequencing: Sequencing) -> set[tuple[str, str, str, str]]:
    """The conflicts, each seen from both sides."""
    return {
        sides
        for one in sequencing.conflicts
        for sides in (
            (one.first, one.second, one.before.id, one.after.id),
            (one.second, one.first, one.after.id, one.before.id),
        )
    }


def round_trip(loop: Loop) -> list[str]:
    """The steps of a loop, which must lead back to where they begin."""
    for order, following in zip(loop.orders, (*loop.orders[1:], loop.orders[0]), strict=True):
        assert order.after == following.before
    return [order.before.id for order in loop.orders]


# ------------------------------------------------------------------------ the real memoranda


def test_the_loop_of_the_two_real_memoranda_is_found_from_their_sequences() -> None:
    shipped = positions.load(SHIPPED).dossier
    assert shipped is not None

    sequencing = found(shipped, as_of="2025-06-02")

    (conflict,) = sequencing.conflicts
    assert conflict.sentence == (
        "Ukraine puts the ceasefire before the settlement of territory; Russia puts the beginning "
        "of the withdrawal of Ukrainian forces, a part of the settlement of territory, before the "
        "ceasefire."
    )
    assert [(order.party, order.document) for order in conflict.orders] == [
        ("ukraine", "ukraine-memorandum"),
        ("russia", "russia-memorandum"),
    ]
    assert (sequencing.loops, sequencing.contradictions) == ((), ())


def test_each_side_has_the_presidents_meet_where_the_other_does_not() -> None:
    shipped = positions.load(SHIPPED).dossier
    assert shipped is not None

    sequencing = found(shipped, as_of="2025-06-04")

    _, presidents = sequencing.conflicts
    assert presidents.sentence == (
        "Ukraine is reported to put the meeting of the two presidents before the final agreement; "
        "Russia puts finished drafts of the agreements, a part of the final agreement, before the "
        "meeting of the two presidents."
    )


def test_before_russias_paper_the_loop_rests_on_its_older_words() -> None:
    shipped = positions.load("tests/dossiers/istanbul-morning.yaml").dossier
    assert shipped is not None

    conflict, _ = found(shipped).conflicts

    assert "on 14 June 2024 Russia's order was: Ukrainian forces begin" in conflict.sentence


# --------------------------------------------------------------------------- what is stated


def test_an_order_that_is_inferred_says_so(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}, y: {topic: T, title: Y, kind: text}}
    memoranda:
      n: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {x: {value: words, after: [y], basis: inferred}}}
      s: {party: south, form: statement, date: 2025-01-01, sources: [paper], positions: {y: {value: words, after: [x]}}}
    """
    sequencing = found(dossier)

    (conflict,) = sequencing.conflicts
    assert conflict.sentence == "North puts Y before X (inferred); South puts X before Y."
    assert [order.stated.inferred for order in conflict.orders] == [True, False]
    said = render(sequence_page(dossier, sequencing))
    assert "North puts Y before X (inferred). Inferred from North's " in said
    assert "South puts X before Y. Stated in South's " in said
    assert "North, as inferred" in said
    assert "North #40;inferred#41;" in sequence_mermaid(dossier, sequencing)
    (told,) = json.loads(sequence_json(dossier, sequencing))["conflicts"]
    assert [told["orders"][one][0]["inferred"] for one in ("north", "south")] == [True, False]


def test_a_refusal_asks_for_no_order(dossier: Dossier) -> None:
    """
    issues:
      x: {topic: T, title: X, kind: duration}
      y: {topic: T, title: Y, kind: duration}
      z: {topic: T, title: Z, kind: duration}
    events: {a: {title: A}}
    memoranda:
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], positions: {z: 3 days}}
      n:
        party: north
        form: memorandum
        read: whole
        date: 2025-01-02
        based_on: s
        sources: [paper]
        positions:
          x: {value: none, after: [a], conditions: [y]}
          y: {value: 3 days, modality: will not, after: [a]}
          z: {blank: deleted, after: [a]}
    """
    assert [party.orders for party in found(dossier).parties] == [(), ()]


def test_steps_of_one_group_are_at_the_same_time(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [[a, b], c]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b]}
    """
    sequencing = found(dossier)

    (conflict,) = sequencing.conflicts
    assert conflict.sentence == ("North puts B and A at the same time; South puts A before B.")
    assert conflict.first_orders[0].timing is Timing.TOGETHER
    assert sequencing.loops == ()
    # What is at the same time is neither counted nor drawn as the opposite order.
    told = render(sequence_page(dossier, sequencing))
    assert tally(sequencing) == (
        "No pairs of steps ordered oppositely; 1 that one party puts in order and another at the "
        "same time; no other loop in the orders of all parties."
    )
    assert "North South A ●──╮ ╭──● A at the same time as │ │ B ●──╯ ╰──● B" in " ".join(
        told.split()
    )


def test_who_puts_them_at_the_same_time_is_not_opposed_to_who_does_too(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [[a, b]]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [[b, a]]}
    """
    assert found(dossier).conflicts == ()
    assert found(dossier).loops == ()


def test_what_an_issue_starts_with_comes_first_or_at_the_same_time(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    issues: {truce: {topic: T, title: Truce, kind: duration}}
    events: {retreat: {title: Retreat}}
    memoranda:
      n:
        party: north
        form: memorandum
        read: whole
        date: 2025-01-01
        sources: [paper]
        positions: {truce: {value: 30 days, starts: retreat}}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [[truce, retreat]]}
      w: {party: west, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [truce, retreat]}
    """
    conflicts_found = found(dossier).conflicts
    pairs = [(one.first, one.second, one.sentence) for one in conflicts_found]

    assert [one.together for one in conflicts_found] == ["", "south"]
    assert pairs == [
        (
            "north",
            "west",
            "North puts truce no earlier than retreat; West puts truce before retreat.",
        ),
        (
            "south",
            "west",
            "South puts retreat and truce at the same time; West puts truce before retreat.",
        ),
    ]


def test_an_order_on_a_whole_holds_for_the_parts_of_its_parts(dossier: Dossier) -> None:
    """
    issues: {land: {topic: T, title: Land, kind: text}}
    events:
      pause: {title: Pause}
      retreat: {title: Retreat, part_of: land}
      convoy: {title: First convoy, part_of: retreat}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [pause, land]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [convoy, pause]}
    """
    (conflict,) = found(dossier).conflicts

    assert conflict.sentence == (
        "North puts pause before land; South puts the first convoy, a part of land, before pause."
    )
    assert (conflict.before.id, conflict.after.id) == ("pause", "convoy")


def test_a_conflict_on_a_whole_is_not_told_again_for_its_parts(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    issues: {land: {topic: T, title: Land, kind: text}}
    events: {pause: {title: Pause}, retreat: {title: Retreat, part_of: land}, talks: {title: Talks}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [pause, land]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [land, pause]}
      w: {party: west, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [retreat, talks]}
    """
    assert [one.sentence for one in found(dossier).conflicts] == [
        "North puts pause before land; South puts land before pause."
    ]


def test_one_part_before_and_another_after_is_no_contradiction(dossier: Dossier) -> None:
    """
    issues: {land: {topic: T, title: Land, kind: text}}
    events:
      pause: {title: Pause}
      begins: {title: Retreat begins, part_of: land}
      ends: {title: Retreat ends, part_of: land}
    memoranda:
      n:
        party: north
        form: memorandum
        read: whole
        date: 2025-01-01
        sources: [paper]
        sequence: [land, begins, pause, ends]
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [[pause, land]]}
    """
    sequencing = found(dossier)

    # North names parts beside the whole, so the whole's own place is not that of its parts. What
    # happens at the same time as a whole says nothing of each part; the whole itself is opposed.
    assert sequencing.contradictions == ()
    assert [(one.before.id, one.after.id) for one in sequencing.conflicts] == [("land", "pause")]


def test_a_position_on_a_part_orders_the_part(dossier: Dossier) -> None:
    """
    issues:
      swap: {topic: T, title: Swap, kind: text, parts: {ill: {title: The ill}, rest: {title: Others}}}
      x: {topic: T, title: X, kind: text}
    events: {pause: {title: Pause}}
    memoranda:
      n:
        party: north
        form: memorandum
        read: whole
        date: 2025-01-01
        sources: [paper]
        positions:
          swap: {parts: {ill: {value: all, after: pause}, rest: all}}
          x: {value: x, after: the usual Formalities}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [swap, pause]}
    """
    sequencing = found(dossier)

    assert [one.sentence for one in sequencing.conflicts] == [
        "North puts pause before swap (the ill); South puts swap before pause."
    ]
    assert [one.id for one in sequencing.steps] == [
        "pause",
        "swap",
        "swap/ill",
        "x",
        "the usual formalities",
    ]
    assert sequencing.steps[-1].title == "the usual Formalities"


def test_wholes_that_go_round_end(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A, part_of: b}, b: {title: B, part_of: a}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b]}
    """
    sequencing = found(dossier)

    assert {one.id: [two.id for two in wholes] for one, wholes in sequencing.wholes.items()} == {
        "a": ["b"],
        "b": ["a"],
    }
    assert sequencing.loops == ()


# ------------------------------------------------------------------- which documents count


RECORD = """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}}
    memoranda:
      early: {party: north, form: statement, date: 2025-01-01, sources: [paper], sequence: [c, b, a]}
      paper:
        party: north
        form: memorandum
        read: whole
        date: 2025-02-01
        published: 2025-03-01
        disclosure: published
        sources: [paper]
        sequence: [a, b]
      late: {party: north, form: statement, date: 2025-04-01, sources: [paper], sequence: [b, c, a]}
"""


@pytest.mark.parametrize(
    ("as_of", "documents"),
    [
        ("2024-12-31", []),
        ("2025-01-15", [("early", False)]),
        ("2025-02-15", [("early", True)]),
        ("2025-03-15", [("paper", False)]),
        ("2025-04-15", [("late", False), ("paper", False)]),
    ],
)
def test_the_documents_of_record_at_a_moment_count(
    as_of: str, documents: list[tuple[str, bool]]
) -> None:
    read = positions.loads(with_prelude(RECORD), "test.yaml").dossier
    assert read is not None

    north = found(read, as_of).parties[0]

    assert [(one.document, one.older) for one in north.orders] == documents


def test_newer_words_come_before_older_ones_which_keep_what_they_leave_open() -> None:
    read = positions.loads(with_prelude(RECORD), "test.yaml").dossier
    assert read is not None

    north = found(read, "2025-04-15").parties[0]

    assert north.contradictions == ()
    assert {one.document: [two.id for two in one.yields] for one in north.orders} == {
        "late": [],
        "paper": ["b"],
    }


def test_words_of_the_same_moment_that_contradict_each_other_are_a_finding(
    dossier: Dossier,
) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}}
    memoranda:
      one: {party: north, form: statement, date: 2025-02-01, sources: [paper], sequence: [a, b]}
      two: {party: north, form: statement, date: 2025-02-01, sources: [paper], sequence: [b, a]}
    """
    sequencing = found(dossier)

    (loop,) = sequencing.contradictions
    assert (
        loop.sentence == "These wait for each other: A (North: before B) and B (North: before A)."
    )
    assert loop.parties == ("north",)
    assert sequencing.conflicts == ()


def test_a_report_counts_where_the_partys_own_words_leave_room(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}}
    memoranda:
      stale: {party: north, form: report, date: 2024-12-01, sources: [paper], sequence: [d, a]}
      paper: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b]}
      press: {party: north, form: report, date: 2025-02-01, sources: [paper], sequence: [b, a, c]}
      south: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [c, a]}
    """
    sequencing = found(dossier)

    north = sequencing.parties[0]
    assert [(one.document, one.reported) for one in north.orders] == [
        ("paper", False),
        ("press", True),
    ]
    assert [one.id for one in north.orders[1].yields] == ["a"]
    assert [one.sentence for one in sequencing.conflicts] == [
        "North is reported to put A before C; South puts C before A."
    ]


def test_a_partys_own_words_explain_what_a_report_says_too(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}}
    memoranda:
      paper: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b]}
      later: {party: north, form: statement, date: 2025-01-02, sources: [paper], sequence: [b, c]}
      press: {party: north, form: report, date: 2025-02-01, sources: [paper], sequence: [a, c]}
      south: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [c, a]}
    """
    (conflict,) = found(dossier).conflicts

    assert [order.document for order in conflict.first_orders] == ["paper", "later"]


def test_older_reports_and_older_words_are_told_as_such(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}}
    memoranda:
      press: {party: north, form: report, date: 2025-01-01, sources: [paper], sequence: [a, b]}
      paper: {party: north, form: memorandum, date: 2025-02-01, disclosure: withheld, sources: [paper]}
      word: {party: south, form: statement, date: 2025-01-01, sources: [paper], sequence: [b, a]}
      part: {party: south, form: memorandum, read: whole, date: 2025-02-01, disclosure: partial, sources: [paper]}
    """
    (conflict,) = found(dossier).conflicts

    assert conflict.sentence == (
        "On 1 January 2025 North was reported to put A before B; "
        "on 1 January 2025 South put B before A."
    )


def test_a_party_that_could_not_be_read_has_no_order() -> None:
    broken = positions.loads(
        with_prelude(
            """
            issues: {x: {topic: T, title: X, kind: text}}
            events: {a: {title: A}, b: {title: B}}
            memoranda:
              n: {party: north, form: memorandum, read: whole, date: never, sources: [paper], sequence: [a, b]}
              m: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b]}
              s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [b, a]}
            """
        ),
        "test.yaml",
    ).dossier
    assert broken is not None

    sequencing = found(broken)

    assert [(one.party, one.unread, len(one.orders)) for one in sequencing.parties] == [
        ("north", True, 0),
        ("south", False, 1),
    ]


# ----------------------------------------------------------- conditions, periods, taken over


def test_what_is_to_be_met_first_comes_first(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: T, title: Truce, kind: duration}, vote: {topic: T, title: Vote, kind: text}}
    events: {retreat: {title: Retreat}}
    memoranda:
      n:
        party: north
        form: memorandum
        date: 2025-01-01
        sources: [paper]
        positions: {truce: {value: 30 days, conditions: [retreat, a text and a seal], clause: I.2}, vote: {value: x, conditions: none}}
      s: {party: south, form: memorandum, date: 2025-01-01, sources: [paper], sequence: [truce, retreat]}
    """
    sequencing = found(dossier)

    orders = sequencing.parties[0].orders
    assert {(one.place, one.steps[0][0].id, one.steps[1][0].id) for one in orders} == {
        (OrderPlace.CONDITIONS, "retreat", "truce"),
        (OrderPlace.CONDITIONS, "a text and a seal", "truce"),
    }
    (conflict,) = sequencing.conflicts
    assert conflict.sentence == "North puts retreat before truce; South puts truce before retreat."
    assert sequencing.loops == ()
    told = " ".join(render(sequence_page(dossier, sequencing)).split())
    assert "I.2, among the conditions of a position." in told
    assert "North puts “a text and a seal” before truce." in told
    assert "1 pair of steps ordered oppositely; no other loop" in told


def test_steps_within_one_period_are_in_no_order_and_not_at_the_same_time(
    dossier: Dossier,
) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-01-01, sources: [paper], sequence: [c, {any_order: [a, b]}, d]}
      s: {party: south, form: memorandum, date: 2025-01-01, sources: [paper], sequence: [a, b, c]}
    """
    sequencing = found(dossier)

    north = sequencing.parties[0].orders[0]
    assert north.sentence == "North's order: C, then A and B in any order, then D."
    assert {one.sentence for one in sequencing.conflicts} == {
        "North puts C before A; South puts A before C.",
        "North puts C before B; South puts B before C.",
    }
    told = render(sequence_page(dossier, sequencing))
    assert "2. A and, in any order, B" in told
    assert "at the same time" not in told + sequence_mermaid(dossier, sequencing)
    assert sequence_data(dossier, sequencing)["parties"][0]["orders"][0]["periods"] == [1]  # type: ignore[index]


def test_a_text_has_the_order_of_the_one_on_which_it_works(dossier: Dossier) -> None:
    """
    issues:
      x: {topic: T, title: X, kind: text}
      army: {topic: T, title: Army, kind: text}
    events: {a: {title: A}, b: {title: B}}
    memoranda:
      draft: {party: south, form: memorandum, date: 2025-01-01, sources: [paper], title: The draft, sequence: [a, army, b],
              positions: {army: x}}
      counter: {party: north, form: memorandum, read: whole, date: 2025-01-05, sources: [paper], based_on: draft,
                positions: {army: deleted}}
      part: {party: north, form: memorandum, date: 2025-01-06, sources: [paper], based_on: draft}
      reply: {party: south, form: statement, date: 2025-01-07, sources: [paper], based_on: counter, sequence: [b, a]}
    """
    sequencing = found(dossier)
    north, south = sequencing.parties

    assert [(one.document, one.as_in) for one in north.orders] == [("counter", "draft")]
    assert [one.id for group in north.orders[0].steps for one in group] == ["a", "b"]
    assert [(one.document, one.as_in) for one in south.orders] == [("reply", ""), ("draft", "")]
    assert [one.sentence for one in sequencing.conflicts] == [
        "On 5 January 2025 North put A before B; South puts B before A."
    ]
    assert "(as in The draft)" in render(sequence_page(dossier, sequencing))
    assert found(dossier, "2024-12-31").parties[0].orders == ()


def test_a_text_read_in_part_takes_only_the_place_of_what_it_orders(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}}
    memoranda:
      early: {party: north, form: statement, date: 2025-01-01, sources: [paper], sequence: [b, a]}
      other: {party: north, form: statement, date: 2025-01-02, sources: [paper], sequence: [a, c]}
      press: {party: north, form: report, date: 2025-01-03, sources: [paper], sequence: [c, b]}
      paper: {party: north, form: memorandum, date: 2025-02-01, sources: [paper], sequence: [a, b]}
    """
    north = found(dossier).parties[0]

    assert [(one.document, one.older) for one in north.orders] == [
        ("paper", False),
        ("other", True),
    ]


def test_a_chain_of_texts_that_ends_in_none_orders_nothing(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}}
    memoranda:
      draft: {party: south, form: memorandum, read: whole, date: 2025-01-01, known: 2025-03-01, sources: [paper], sequence: [a, b]}
      counter: {party: north, form: memorandum, read: whole, date: 2025-01-05, sources: [paper], based_on: draft}
      word: {party: north, form: statement, date: 2025-01-06, sources: [paper]}
    """
    assert [one.orders for one in found(dossier, "2025-02-01").parties] == [(), ()]
    assert [len(one.orders) for one in found(dossier).parties] == [1, 1]


# ---------------------------------------------------------------------------------- branches


def test_an_order_under_an_option_is_found_under_it_alone(dossier: Dossier) -> None:
    """
    issues:
      vote: {topic: T, title: Vote, kind: text}
      truce: {topic: T, title: Truce, kind: text}
    events: {a: {title: A}, b: {title: B}}
    memoranda:
      n:
        party: north
        form: memorandum
        read: whole
        date: 2025-01-01
        sources: [paper]
        options: {one: {title: Option 1, group: g}, two: {title: Option 2, group: g}}
        positions:
          vote:
            after: b
            alternatives: {one: {value: x, after: a}, two: {value: y, starts: truce}}
          truce:
            alternatives: {slow: {value: x, after: vote}, fast: z}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [vote, a]}
    """
    sequencing = found(dossier)

    assert [(one.sentence, one.under and one.under.title) for one in sequencing.conflicts] == [
        (
            "Under option 1, North puts A before vote; South puts vote before A.",
            "Option 1",
        )
    ]
    # Option 2 starts the vote with the truce, and another branch puts the truce after the vote:
    # they are not asked for together.
    assert (sequencing.loops, sequencing.contradictions) == ((), ())


def test_a_branch_whose_orders_follow_each_other_blocks_nothing(dossier: Dossier) -> None:
    """
    issues: {vote: {topic: T, title: Vote, kind: text}, talks: {topic: T, title: Talks, kind: text}}
    events: {a: {title: A}}
    memoranda:
      n:
        party: north
        form: memorandum
        date: 2025-01-01
        sources: [paper]
        options: {one: {title: Option 1}}
        positions:
          vote: {alternatives: {one: {value: x, after: a}}}
          talks: {alternatives: {one: {value: x, after: vote}}}
      s: {party: south, form: memorandum, date: 2025-01-01, sources: [paper], sequence: [a, talks]}
    """
    sequencing = found(dossier)

    assert (sequencing.conflicts, sequencing.loops, sequencing.contradictions) == ((), (), ())


def test_a_branch_that_contradicts_the_same_paper_is_told_under_it(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    issues: {vote: {topic: T, title: Vote, kind: text}}
    events: {a: {title: A}}
    memoranda:
      n:
        party: north
        form: memorandum
        read: whole
        date: 2025-01-01
        sources: [paper]
        sequence: [vote, a]
        positions: {vote: {alternatives: {slow: {value: x, after: a}, fast: y}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, vote]}
      w: {party: west, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [vote, a]}
    """
    sequencing = found(dossier)

    (loop,) = sequencing.contradictions
    assert loop.under
    assert loop.under.title == "slow"
    assert loop.sentence == (
        "These wait for each other: A (North under “slow”: before vote) and vote (North: before A)."
    )
    # Under that branch North says both, so that it is opposed to nobody.
    assert [(one.first, one.second, one.under) for one in sequencing.conflicts] == [
        ("north", "south", None),
        ("south", "west", None),
    ]


# -------------------------------------------------------------------------- who is no party


def test_what_a_mediator_orders_is_shown_and_counts_in_no_conflict(dossier: Dossier) -> None:
    """
    parties:
      north: {name: North}
      chair: {name: The chair, role: mediator}
      south: {name: South}
    issues: {vote: {topic: T, title: Vote, kind: text}}
    events: {a: {title: A}, b: {title: B}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [b, vote]}
      draft:
        party: chair
        form: memorandum
        read: whole
        date: 2025-01-01
        sources: [paper]
        sequence: [vote, b, a]
        positions: {vote: {alternatives: {slow: {value: x, after: a}, fast: y}}}
    """
    sequencing = found(dossier)

    chair = sequencing.parties[1]
    assert [[one.id for group in order.steps for one in group] for order in chair.orders] == [
        ["vote", "b", "a"],
        ["a", "vote"],
    ]
    assert sequencing.conflicts == ()
    assert sequencing.loops == ()
    # It contradicts itself under a branch, and that is told.
    (own,) = sequencing.contradictions
    assert own.under
    assert own.under.title == "slow"
    assert own.parties == ("chair",)


def test_a_step_belongs_to_the_nearest_issue_of_which_it_is_a_part(dossier: Dossier) -> None:
    """
    issues: {peace: {topic: T, title: Peace, kind: text, parts: {sea: At sea}}}
    events:
      retreat: {title: Retreat, part_of: peace}
      first: {title: First, part_of: retreat}
      other: {title: Other}
    memoranda:
    """
    assert issue_of(dossier, step(dossier, "peace", "sea")) == "peace"
    assert issue_of(dossier, step(dossier, "peace")) == "peace"
    assert issue_of(dossier, step(dossier, "first")) == "peace"
    assert issue_of(dossier, step(dossier, "other")) == ""


# -------------------------------------------------------------------------------------- loops


def test_a_loop_of_three_parties_is_told_party_by_party(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, d, b]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [b, c]}
      w: {party: west, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [c, a]}
    """
    sequencing = found(dossier)

    assert sequencing.conflicts == ()
    (loop,) = sequencing.loops
    assert loop.parties == ("north", "south", "west")
    assert loop.sentence == (
        "These wait for each other: A (North: before B), B (South: before C) and C (West: before A)."
    )
    assert loop.orders[0].place is OrderPlace.SEQUENCE


def test_a_step_named_twice_comes_before_itself() -> None:
    read = positions.loads(
        with_prelude(
            """
            issues: {x: {topic: T, title: X, kind: text}}
            events: {a: {title: A}, b: {title: B}}
            memoranda:
              n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b, a]}
            """
        ),
        "test.yaml",
    ).dossier
    assert read is not None

    (loop,) = found(read).contradictions

    assert loop.parties == ("north",)
    assert loop.sentence == "These wait for each other: A (North: before A)."


def test_what_follows_from_two_conflicts_is_not_a_third(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, c, b]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [b, c, a]}
    """
    pairs = [(one.before.id, one.after.id) for one in found(dossier).conflicts]
    assert pairs == [("a", "c"), ("c", "b")]


def test_a_party_s_own_words_are_told_before_a_report_that_says_more_at_once(
    dossier: Dossier,
) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}}
    memoranda:
      own: {party: north, form: statement, date: 2025-01-02, sources: [paper], sequence: [a, b]}
      one: {party: north, form: report, date: 2025-01-01, sources: [paper], sequence: [a, b, c]}
      two: {party: north, form: report, date: 2025-01-01, sources: [paper], sequence: [c, d]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [d, a]}
    """
    (conflict,) = found(dossier).conflicts

    assert conflict.sentence == (
        "North is reported to put A before C and C before D; South puts D before A."
    )


def test_of_two_loops_that_hang_together_the_shorter_is_told() -> None:
    sequencing = found(
        written(
            {
                "north": [["a", "b"], ["d", "e"], ["f", "g"]],
                "south": [["b", "c"], ["c", "d"], ["e", "f"]],
                "west": [["c", "a"], ["g", "d"], ["f", "a"]],
            }
        )
    )

    (loop,) = sequencing.loops
    assert round_trip(loop) == ["a", "b", "c"]


def test_without_a_loop_none_can_be_shown() -> None:
    one, other = Step("a", title="A"), Step("b", title="B")
    order = StatedOrder(
        "p", "d", Moment.parse("2025-01-01"), OrderPlace.SEQUENCE, ((one,), (other,))
    )
    links = Links([order], {one: 0, other: 1}, {})

    with pytest.raises(LookupError):
        Paths(links, links).shortest_loop(0b11)


# --------------------------------------------------------------------------------------- laws

PARTIES = ("north", "south", "west")
Sequences = dict[str, list[list[str]]]


def written(sequences: Sequences, parties: Sequence[str] = PARTIES) -> Dossier:
    """A dossier in which each party has a document for each of its sequences, all of one day."""
    lines = ["dossier: {format: 1, title: T, as_of: 2025-06-02}", "parties:"]
    lines += [f"  {party}: {{name: {party.title()}}}" for party in parties]
    lines += ["sources:", "  paper: {publisher: P, date: 2025-01-01, title: T}", "events:"]
    lines += [f"  {name}: {{title: {name.upper()}}}" for name in EVENTS]
    lines += ["issues:", "  x: {topic: T, title: X, kind: text}", "memoranda:", "  word:"]
    lines += ["    {party: north, form: statement, date: 2025-01-01, sources: [paper]}"]
    for party in parties:
        for number, steps in enumerate(sequences.get(party, ())):
            lines += [f"  {party}-{number}:", f"    party: {party}", "    form: statement"]
            lines += ["    date: 2025-01-01", "    sources: [paper]"]
            lines += [f"    sequence: [{', '.join(steps)}]"]
    loaded = positions.loads("\n".join(lines) + "\n", "law.yaml")
    assert loaded.dossier is not None
    assert not loaded.problems
    return loaded.dossier


ORDERED = st.lists(st.sampled_from(EVENTS), min_size=2, max_size=5, unique=True)
SEQUENCES = st.dictionaries(
    st.sampled_from(PARTIES), st.lists(ORDERED, min_size=1, max_size=3), min_size=1
)


def implied(sequencing: Sequencing) -> set[tuple[str, str, str, str]]:
    """Every pair that is opposed, those that follow from others included."""
    pairs = opposed(sequencing)
    while True:
        more = {
            (first, second, before, end)
            for first, second, before, after in pairs
            for one, other, start, end in pairs
            if (one, other, start) == (first, second, after)
        }
        if more <= pairs:
            return pairs
        pairs |= more


def comes_before(sequences: list[list[str]]) -> set[tuple[str, str]]:
    """Every pair of a party's steps of which one comes before the other, by the plainest means."""
    pairs = {
        (before, after)
        for steps in sequences
        for at, before in enumerate(steps)
        for after in steps[at + 1 :]
    }
    while True:
        more = {(a, d) for a, b in pairs for c, d in pairs if b == c}
        if more <= pairs:
            return pairs
        pairs |= more


@given(SEQUENCES)
def test_the_opposed_pairs_are_those_that_follow_from_the_papers(sequences: Sequences) -> None:
    orders = {party: comes_before(given) for party, given in sequences.items()}
    expected = {
        (first, second, before, after)
        for first in orders
        for second in orders
        if first != second
        for before, after in orders[first]
        if (after, before) in orders[second]
        # Whoever says both is not opposed to anyone.
        and (after, before) not in orders[first]
        and (before, after) not in orders[second]
    }

    assert implied(found(written(sequences))) == expected


@given(SEQUENCES, st.permutations(PARTIES))
def test_what_is_found_does_not_depend_on_the_order_of_the_parties(
    sequences: Sequences, parties: list[str]
) -> None:
    one, other = found(written(sequences)), found(written(sequences, parties))

    assert opposed(one) == opposed(other)
    assert one.loops == other.loops
    assert set(one.contradictions) == set(other.contradictions)
    assert one.steps == other.steps


@given(SEQUENCES, st.sampled_from(PARTIES), ORDERED)
def test_another_order_never_removes_a_conflict(
    sequences: Sequences, party: str, steps: list[str]
) -> None:
    more = {**sequences, party: [*sequences.get(party, []), steps]}
    before, after = found(written(sequences)), found(written(more))
    own = comes_before(more[party])

    for pair in implied(before):
        # Unless the party now contradicts itself about the two, and that is told.
        unclear = (pair[2], pair[3]) in own and (pair[3], pair[2]) in own
        assert pair in implied(after) or unclear
        assert not unclear or after.contradictions
    assert not before.loops or after.loops or after.conflicts


@given(st.permutations(EVENTS), st.lists(st.tuples(st.sampled_from(PARTIES), ORDERED), max_size=6))
def test_orders_that_all_agree_with_one_have_no_loop(
    line: list[str], given_orders: list[tuple[str, list[str]]]
) -> None:
    sequences: Sequences = {}
    for party, steps in given_orders:
        sequences.setdefault(party, []).append(sorted(steps, key=line.index))

    sequencing = found(written(sequences))

    assert sequencing.loops == ()
    assert sequencing.conflicts == ()
    assert sequencing.contradictions == ()


@given(SEQUENCES, ORDERED, st.lists(st.sampled_from(PARTIES), min_size=5, max_size=5))
def test_a_planted_loop_is_always_found(
    sequences: Sequences, ring: list[str], who: list[str]
) -> None:
    planted = {party: list(given) for party, given in sequences.items()}
    for party, one, following in zip(who, ring, [*ring[1:], ring[0]], strict=False):
        planted.setdefault(party, []).append([one, following])

    sequencing = found(written(planted))

    assert sequencing.loops or sequencing.conflicts
    for loop in (*sequencing.loops, *sequencing.contradictions):
        round_trip(loop)
        assert any(order.timing is Timing.BEFORE for order in loop.orders)
        for order in loop.orders:
            steps = planted[order.party][int(order.document.split("-")[1])]
            assert steps.index(order.before.id) < steps.index(order.after.id)


@given(SEQUENCES)
def test_a_loop_is_explained_by_as_few_orders_as_there_are(sequences: Sequences) -> None:
    sequencing = found(written(sequences))
    opposite = {(one.before.id, one.after.id) for one in sequencing.conflicts}
    assume(opposite)

    found_orders = [one.orders for one in sequencing.conflicts]
    found_orders += [one.orders for one in sequencing.loops]
    fewest = min(map(len, found_orders))
    assert fewest >= 2
    stated = {
        pair for given in sequences.values() for steps in given for pair in comes_before([steps])
    }
    if any((after, before) in stated for before, after in stated):
        assert fewest == 2


# -------------------------------------------------------------------------------------- speed


def many(sequences: dict[str, list[int]], after: list[tuple[int, int]] = []) -> Dossier:  # noqa: B006 - never changed
    lines = ["dossier: {format: 1, title: T, as_of: 2025-06-02}", "parties:"]
    lines += [f"  {party}: {{name: {party}}}" for party in sequences]
    lines += ["sources:", "  paper: {publisher: P, date: 2025-01-01, title: T}", "issues:"]
    most = 1 + max(step for given in (*sequences.values(), *after) for step in given)
    lines += [f"  i{number}: {{topic: T, title: T{number}, kind: text}}" for number in range(most)]
    lines += ["memoranda:"]
    for party, steps in sequences.items():
        lines += [f"  {party}:", f"    party: {party}", "    form: memorandum", "    read: whole"]
        lines += ["    date: 2025-01-01", "    sources: [paper]"]
        if steps:
            lines += [f"    sequence: [{', '.join(f'i{step}' for step in steps)}]"]
        elif after:
            lines += ["    positions:"]
            for one in dict.fromkeys(one for one, _ in after):
                others = ", ".join(f"i{other}" for which, other in after if which == one)
                lines.append(f"      i{one}: {{value: x, after: [{others}]}}")
    dossier = positions.loads("\n".join(lines) + "\n", "many.yaml").dossier
    assert dossier is not None
    return dossier


LINE = list(range(2000))


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("dossier_of", "pairs", "loop"),
    [
        pytest.param(
            lambda: many({"p": LINE, "q": LINE[::2], "r": LINE[::3]}), 0, None, id="alike"
        ),
        pytest.param(lambda: many({"p": LINE, "q": LINE[::-1]}), 500, None, id="reversed"),
        pytest.param(
            lambda: many({"p": LINE[:1300], "q": LINE[700:], "r": LINE[1300:] + LINE[:700]}),
            0,
            3,
            id="three in a ring",
        ),
        pytest.param(
            lambda: many({"p": []}, [(one, (one + 1) % 2000) for one in LINE]), 0, 2000, id="a ring"
        ),
    ],
)
def test_two_thousand_steps_take_seconds_at_most(
    dossier_of: Callable[[], Dossier], pairs: int, loop: int | None
) -> None:
    dossier = dossier_of()
    standings = record(dossier)
    began = time.process_time()

    sequencing = order_steps(dossier, standings)

    assert time.process_time() - began < 15  # about one on the machine on which it was written
    assert len(sequencing.conflicts) == pairs
    assert sequencing.more == (pairs == 500)
    assert not sequencing.too_many
    assert [len(one.orders) for one in sequencing.loops] == ([loop] if loop else [])


def shuffled(steps: int, seed: int) -> list[int]:
    found = list(range(steps))
    random.Random(seed).shuffle(found)
    return found


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("dossier_of", "bounded"),
    [
        pytest.param(
            lambda: many(
                {"p": [], "q": []},
                [(one, (one + ahead) % 200) for one in range(200) for ahead in range(1, 21)],
            ),
            False,
            id="a ring of 200, each after the next 20",
        ),
        pytest.param(
            lambda: many({f"p{seed}": shuffled(60, seed) for seed in range(30)}),
            True,
            id="random orders of 30 parties",
        ),
    ],
)
def test_orders_that_contradict_each_other_everywhere_are_told_in_part(
    dossier_of: Callable[[], Dossier], *, bounded: bool
) -> None:
    dossier = dossier_of()
    standings = record(dossier)
    began = time.process_time()

    sequencing = order_steps(dossier, standings)

    assert time.process_time() - began < 15  # less than one on the machine on which it was written
    assert sequencing.more == bounded
    assert len(sequencing.loops) == (0 if bounded else 1)
    told = {frozenset((one.first, one.second)) for one in sequencing.conflicts}
    assert len(told) == (435 if bounded else 0)  # of every two parties something is told
    assert ("More pairs of steps" in tally(sequencing)) == bounded


def test_no_more_pairs_are_told_than_anybody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflicts, "MOST_ORDERS", 10)
    orders = {"p": [0, 1, 2, 3, 4, 5], "q": [5, 4, 3, 2, 1, 0], "r": [1, 0]}
    sequencing = found(many(orders))
    assert sequencing.more
    assert len(sequencing.conflicts) == 5
    pairs = [(one.first, one.second) for one in sequencing.conflicts]
    assert pairs == [("p", "q")] * 4 + [("p", "r")]
    assert tally(sequencing).startswith(
        "More pairs of steps are ordered oppositely than the 5 told here; no other loop"
    )


def test_what_cannot_be_compared_in_a_reasonable_time_is_shown_as_it_is_stated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = many({"p": LINE, "q": LINE[::-1]})
    for name, value in (("MOST_STEPS", 1_999), ("MOST_WORK", 3_000)):
        with monkeypatch.context() as patch:
            patch.setattr(conflicts, name, value)
            sequencing = found(dossier)
        assert sequencing.too_many
        assert [len(party.orders) for party in sequencing.parties] == [1, 1]
        assert (sequencing.conflicts, sequencing.loops, sequencing.contradictions) == ((), (), ())
        assert "too many orders of steps to compare" in tally(sequencing)
