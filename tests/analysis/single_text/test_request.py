"""Do a draft as the text, papers alone and numbers that are kept give what they should?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import positions
from positions.analysis.single_text.ledger import faults, ledger
from positions.analysis.single_text.merge import single_text
from positions.analysis.single_text.request import TextRequest, numbered, papers_alone
from positions.reports.page.runs import plain
from positions.reports.single_text.typeset import typeset
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.analysis.single_text.model import SingleText
    from positions.model.dossier import Dossier


def lines(text: SingleText) -> list[str]:
    assert faults(text) == ()
    return [
        f"{'  ' * line.depth}{plain(line.runs)}"
        for paragraph in text.paragraphs
        for line in typeset(paragraph)
    ]


def test_a_draft_is_the_text_and_who_does_not_admit_it_has_a_bracket(dossier: Dossier) -> None:
    """
    parties:
      north: {name: North, short: N}
      south: {name: South, short: S}
      east: {name: East, short: E}
      draft: {name: The draft, short: D, role: text}
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
      steps:
        topic: War
        title: Steps
        kind: checklist
        items: {a: {title: a halt, provision: Guns are silent.}, b: {title: a swap, provision: All are swapped.}}
      seat: {topic: Talks, title: Seat, kind: choice, options: {x: here, y: there}}
      fee: {topic: Talks, title: Fee, kind: quantity, unit: crowns}
      law: {topic: Talks, title: Law, kind: text}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: at least 30 days, steps: [a], seat: x, fee: 5, law: ours}}
      reply: {party: south, form: memorandum, date: 2025-05-29, sources: [paper], positions: {truce: {value: 40 days, scope: the valley}, steps: [b], seat: x, fee: 7}}
      paper: {party: east, form: memorandum, date: 2025-05-29, sources: [paper], positions: {truce: 30 days, seat: y}}
      middle: {party: draft, form: memorandum, date: 2025-05-30, sources: [paper], positions: {truce: 40 days, steps: [a], seat: x, fee: {alternatives: {one: 5, two: 6}}}}
    """
    comparison = positions.compare(dossier)

    text = single_text(comparison, dossier, TextRequest("draft"))
    assert lines(text) == [
        "1.1 Truce.",
        "  The truce lasts 40 days.",
        "  Alt. A [S: The truce lasts 40 days (the valley).]",
        "  Alt. B [E: The truce lasts 30 days.]",
        "  Admitted by N (its words: at least 30 days).",
        "1.2 Steps.",
        "  (a) Guns are silent.",
        "  [S: (b) All are swapped.]",
        "  (a) admitted by N. E: not seen.",
        "2.1 Seat.",
        "  here.",
        "  [E: there.]",
        "  Admitted by N and S.",
        "2.2 Fee.",
        "  [N: 5 crowns | S: 7 crowns].",
        "  ‹D-1: 5 crowns.›",
        "  ‹D-2: 6 crowns.›",
        "  E: not seen.",
        "2.3 Law: [N: ours.] — Not seen: S, E.",
    ]
    own = single_text(comparison, dossier, TextRequest("north"))
    assert lines(own)[:5] == [
        "1.1 Truce.",
        "  The truce lasts at least 30 days.",
        "  Alt. A [S: The truce lasts 40 days (the valley).]",
        "  Alt. B [E: The truce lasts 30 days.]",
        "  ‹D: The truce lasts 40 days.›",
    ]


def test_papers_alone_are_merged_and_the_ledger_says_what_is_beyond(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      seat: {topic: Talks, title: Seat, kind: text}
    memoranda:
      base: {party: north, form: memorandum, date: 2025-05-20, read: whole, sources: [paper], positions: {seat: here}}
      plan: {party: north, form: memorandum, date: 2025-05-28, read: whole, based_on: base, sources: [paper], positions: {truce: 9 days}}
      said: {party: north, form: statement, date: 2025-05-30, sources: [paper], positions: {truce: 30 days}}
      reply: {party: south, form: memorandum, date: 2025-05-29, read: whole, sources: [paper], positions: {truce: 40 days}}
    outcomes:
      deal: {issue: truce, date: 2025-06-01, value: 35 days, confirmed_by: all, sources: [paper]}
    """
    alone = papers_alone(dossier, ["plan", "reply"])
    assert list(alone.memoranda) == ["base", "plan", "reply"]
    beyond = frozenset(single_text(positions.compare(dossier), dossier).of_record)
    text = single_text(positions.compare(alone), dossier, TextRequest(beyond=beyond))

    assert lines(text) == [
        "1.1 Truce: [North: 9 days | South: 40 days].",
        "2.1 Seat: [North: here.] — South: no provision.",
    ]
    (left,) = [line for line in ledger(text) if line.document == "said"]
    assert (left.approach, left.reason) == (
        "left out",
        "of record, and not among the documents merged",
    )


def issues(*topics: tuple[str, str]) -> Dossier:
    rows = "\n".join(
        f"      {name}: {{topic: {topic}, title: {name}, kind: text}}" for name, topic in topics
    )
    loaded = positions.loads(with_prelude(f"    issues:\n{rows}\n"))
    assert loaded.dossier is not None
    return loaded.dossier


def test_numbers_that_are_kept_stay_and_what_is_inserted_becomes_bis() -> None:
    first = issues(("a", "War"), ("b", "War"), ("c", "Talks"))
    kept = numbered(first, {})
    assert kept == {"a": "1.1", "b": "1.2", "c": "2.1"}

    later = issues(
        ("n", "War"),
        ("a", "War"),
        ("m", "War"),
        ("o", "War"),
        ("b", "War"),
        ("x", "New"),
        ("y", "New"),
        ("c", "Talks"),
    )
    assert numbered(later, kept) == {
        "n": "1.0 bis",
        "a": "1.1",
        "m": "1.1 bis",
        "o": "1.1 ter",
        "b": "1.2",
        "x": "3.1",
        "y": "3.2",
        "c": "2.1",
    }
    many = issues(("a", "War"), *((f"m{number:02d}", "War") for number in range(10)))
    assert list(numbered(many, {"a": "1.1"}).values())[-2:] == ["1.1 bis 9", "1.1 bis 10"]


def test_a_draft_has_the_words_of_its_own_paper_under_no_open_option(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      fee: {topic: War, title: Fee, kind: quantity, unit: crowns}
      seat: {topic: War, title: Seat, kind: duration}
      toll: {topic: War, title: Toll, kind: quantity, unit: crowns}
      gate: {topic: War, title: Gate, kind: quantity, unit: crowns}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-20, sources: [paper], options: {one: {title: One, group: g}, two: {title: Two, group: g}}, positions: {truce: 3 days, fee: {value: 5, scope: boats}, seat: {alternatives: {one: 2 days}}, toll: 4}}
      speech: {party: north, form: statement, date: 2025-05-22, sources: [paper], positions: {truce: 2 days, fee: 6}}
      reply: {party: south, form: memorandum, date: 2025-05-20, sources: [paper], positions: {toll: {value: 8, scope: carts}}}
      later: {party: south, form: statement, date: 2025-05-22, sources: [paper], positions: {toll: 9}}
    outcomes:
      first: {issue: gate, date: 2025-05-21, value: 1, confirmed_by: [north, south], sources: [paper]}
      second: {issue: gate, date: 2025-05-23, value: 2, confirmed_by: [north, south], sources: [paper]}
    """
    plan = TextRequest("north", "plan")
    assert lines(single_text(positions.compare(dossier), dossier, plan)) == [
        "1.1 Truce: [North said: 2 days.] — South: not seen.",
        "1.2 Fee: [North said: 6 crowns [North: (boats)].] — South: not seen.",
        "1.3 Seat: [North-1: 2 days.] — North-2: nothing in what was read. South: not seen.",
        "1.4 Toll.",
        "  4 crowns.",
        "  [South said in part: 9 crowns (carts).]",
        "  Admitted by none so far.",
        (
            "1.5 Gate: 2 crowns. — Agreed on 23 May 2025, on the word of both. Agreed on 21 May 2025, "
            "on the word of North and South: 1 crown."
        ),
    ]
    chosen = positions.compare(dossier, options={"north": ["one"]})
    assert lines(single_text(chosen, dossier, plan))[2] == (
        "1.3 Seat: 2 days. — Under North-1. Admitted by none so far. South: not seen."
    )
