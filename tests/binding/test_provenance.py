"""Is what is said of a fact's origin read as it is written?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.model.dossier import Basis
from tests.marked import faults

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def test_where_a_fact_comes_from_is_read_with_all_its_grades(dossier: Dossier) -> None:
    """
    dossier:
      format: 1
      title: A test
      as_of: 2025-06-02
      credibility: {1: signed, 4: told by the other side}
    sources:
      paper:
        publisher: The Paper
        date: 2025-06-01
        title: Talks
        reliability: B
        via: {publisher: A forum, reliability: D}
        archived: {url: https://archive.example/1, date: 2025-06-03}
    issues:
      truce: {topic: War, title: Truce, kind: duration, parts: {day: By day, night: By night}}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-06-01
        sources: [paper]
        points: [I.1, I.2, II]
        left_out: {II: The greeting.}
        checked: {who: M. Lind, date: 2025-06-02}
        positions:
          truce:
            parts: {day: 30 days, night: {value: 2 days, basis: stated, quote: Two days.}}
            clause: [I.1, I.2]
            basis: inferred
            quote: {text: Trente jours., translation: Thirty days.}
            checked: {who: K. Holm, date: 2025-06-04}
    """
    assert dossier.header.credibility == {"1": "signed", "4": "told by the other side"}
    paper = dossier.sources["paper"]
    assert paper.via is not None
    assert (paper.via.publisher, paper.via.reliability) == ("A forum", "D")
    assert paper.archived is not None
    assert (paper.archived.url, str(paper.archived.date)) == (
        "https://archive.example/1",
        "2025-06-03",
    )
    plan = dossier.memoranda["plan"]
    assert plan.points == ("I.1", "I.2", "II")
    assert plan.left_out == {"II": "The greeting."}
    assert plan.checked is not None
    assert (plan.checked.who, str(plan.checked.date)) == ("M. Lind", "2025-06-02")
    truce = plan.positions["truce"]
    assert (truce.clause, truce.place) == (("I.1", "I.2"), "I.1; I.2")
    assert truce.inferred
    assert truce.quote is not None
    assert (truce.quote.text, truce.quote.translation) == ("Trente jours.", "Thirty days.")
    night = truce.parts["night"]
    assert (night.basis, night.inferred) == (Basis.STATED, False)
    assert night.quote is not None
    assert (night.quote.text, night.quote.translation) == ("Two days.", "")


def test_what_sentences_and_texts_call_things_is_read(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: Southern Isles, plural: true}}
    events: {dawn: {title: day breaks, noun: daybreak}}
    issues:
      swap:
        topic: People
        title: Exchange
        kind: exchange
        unit: prisoners
        between: [north, south]
        noun: an exchange [of {value}]
        by: north
        verb: release
        provision: They exchange {value}.
        refused: They exchange nobody.
        parts: {ill: {title: The ill, noun: the ill}}
      seat:
        topic: Talks
        title: Seat
        kind: choice
        options:
          hall: {title: In the hall, noun: a seat in the hall, provision: All sit., refused: None.}
          yard: In the yard
    memoranda: {}
    """
    assert (dossier.parties["south"].plural, dossier.parties["north"].plural) == (True, None)
    assert dossier.events["dawn"].noun == "daybreak"
    swap, seat = dossier.issues["swap"], dossier.issues["seat"]
    assert (swap.noun, swap.by, swap.verb) == ("an exchange [of {value}]", ("north",), "release")
    assert swap.refused == "They exchange nobody."
    assert swap.parts["ill"].noun == "the ill"
    assert dossier.frames["swap", ""].verb == "release"
    hall, yard = seat.options.values()
    assert (hall.title, hall.noun) == ("In the hall", "a seat in the hall")
    assert (hall.provision, hall.refused) == ("All sit.", "None.")
    assert (yard.title, yard.noun) == ("In the yard", "")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "sources: {paper: {publisher: P, title: T, date: 2025-06-01, via: «[a], archived: «x}}",
            [
                "wrong-shape: `via` is a list. It should be text or a mapping.",
                "wrong-shape: `archived` is text. It should be a mapping.",
            ],
        ),
        (
            "sources: {paper: {publisher: P, title: T, date: 2025-06-01, via: {publisher: «, reliability: «Z, «relyability: B}, «archived: {url: «x}}}",
            [
                "empty-field: `publisher` is empty. Write a value.",
                "wrong-value: `reliability` has a value that is not known here. Write `A`, `B`, `C`, `D`, `E` or `F`.",
                "unknown-key: `relyability` is not a field here. Did you mean `reliability`?",
                "missing-field: `date` is missing. Add `date:`.",
                "wrong-value: `url` cannot be read. Write an address that begins with https://.",
            ],
        ),
        (
            "dossier: {format: 1, title: T, as_of: 2025-06-02, credibility: {«7: rumour, 2: «}}",
            [
                "wrong-value: `7` is not known here. Write `1`, `2`, `3`, `4`, `5` or `6`.",
                "empty-field: `2` is empty. Write a value, or remove the key.",
            ],
        ),
        (
            "memoranda: {plan: {party: north, form: report, date: 2025-06-01, checked: {who: W, date: 2025-06-02, «place: home}, left_out: {II: «}}}",
            [
                "unknown-key: `place` is not a field here. The fields are `who`, `date`.",
                "empty-field: `II` is empty. Write a value, or remove the key.",
            ],
        ),
        (
            "issues: {i: {topic: T, title: T, kind: text, by: «west, «verb: return}}",
            [
                "unknown-party: `west` is not a party. Declare it under `parties`.",
                "misplaced-field: A text has no `verb`. Remove it.",
            ],
        ),
        (
            "issues: {i: {topic: T, title: T, kind: text, by: [north, «sout]}}",
            ["unknown-party: `sout` is not a party. Did you mean `south`?"],
        ),
    ],
)
def test_each_fault_is_one_problem_at_its_place(marked: str, expected: list[str]) -> None:
    assert faults(f"{marked}\n") == expected
