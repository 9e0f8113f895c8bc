"""Does each case of a merge come out as it should: struck, ruled out, either, clashing, grouped?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import positions
from positions.analysis.single_text.accounting import left_out
from positions.analysis.single_text.ledger import faults, ledger
from positions.analysis.single_text.merge import single_text
from positions.analysis.single_text.model import (
    Bracketed,
    Clause,
    Plain,
    SingleText,
    TextVoice,
    Variant,
)
from positions.analysis.single_text.request import TextRequest, papers_alone
from positions.reports.page.render import render
from positions.reports.page.runs import plain
from positions.reports.single_text.opening import how_to_read, state_of_text
from positions.reports.single_text.page import single_text_page
from positions.reports.single_text.typeset import typeset

if TYPE_CHECKING:
    from positions.analysis.single_text.model import Piece
    from positions.loader import Loaded
    from positions.model.dossier import Dossier


def text_of(dossier: Dossier, *parties: str, **options: list[str]) -> SingleText:
    comparison = positions.compare(dossier, parties=parties or None, options=options or None)
    text = single_text(comparison, dossier)
    assert faults(text) == ()
    assert render(single_text_page(text))
    return text


def lines(text: SingleText) -> list[str]:
    return [
        f"{'  ' * line.depth}{plain(line.runs)}"
        for paragraph in text.paragraphs
        for line in typeset(paragraph)
    ]


def reasons(text: SingleText) -> dict[str, str]:
    return {line.document: line.reason for line in ledger(text) if line.approach == "left out"}


def test_who_strikes_and_who_rules_out_says_so(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
      toll: {topic: War, title: Toll, kind: quantity, unit: crowns, provision: "The toll is {value}."}
    memoranda:
      base: {party: south, form: memorandum, date: 2025-05-20, sources: [paper], positions: {truce: 9 days, toll: {value: 3, modality: shall}}}
      plan: {party: north, form: memorandum, date: 2025-05-28, based_on: base, sources: [paper], positions: {truce: {blank: deleted}, toll: {value: 3, modality: will not}}}
    """
    assert lines(text_of(dossier)) == [
        "1.1 [North: Truce: struck from the text. | South: The truce lasts 9 days.]",
        "1.2 [North: Ruled out: The toll is 3 crowns. | South: The toll is 3 crowns. This is binding.]",
    ]


def test_two_who_strike_agree(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
    memoranda:
      base: {party: east, form: memorandum, date: 2025-05-20, sources: [paper], positions: {truce: 9 days}}
      plan: {party: north, form: memorandum, date: 2025-05-28, based_on: base, sources: [paper], positions: {truce: {blank: deleted}}}
      reply: {party: south, form: memorandum, date: 2025-05-28, based_on: base, sources: [paper], positions: {truce: {blank: deleted}}}
    """
    assert lines(text_of(dossier)) == [
        "1.1 [North, South: Truce: struck from the text. | East: The truce lasts 9 days.]"
    ]


def test_what_all_leave_open_to_the_same_options_is_either(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, read: whole, sources: [paper], positions: {truce: {alternatives: {x: 9 days, y: {value: 9 days, scope: the valley}}}}}
      reply: {party: south, form: memorandum, date: 2025-05-29, read: whole, sources: [paper], positions: {truce: {alternatives: {a: 9 days, b: {value: 9 days, scope: the valley}}}}}
    """
    text = text_of(dossier)
    assert lines(text) == [
        "1.1 Truce.",
        "  Either: The truce lasts 9 days.",
        "  Or: The truce lasts 9 days (the valley).",
    ]
    assert text.paragraphs[0].is_clean
    assert text.places.open == ()


def test_what_is_the_same_in_other_words_is_agreed_and_the_words_are_their_own(
    dossier: Dossier,
) -> None:
    """
    issues:
      gate: {topic: War, title: Gate, kind: choice, options: {shut: {title: a shut gate, refused: The gate is not shut.}, open: {title: an open gate, provision: The gate is open.}}}
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
      toll: {topic: War, title: Toll, kind: duration, provision: "The toll lasts {value}{terms}."}
      dam: {topic: War, title: Dam, kind: duration, provision: "The dam holds {value}{terms}."}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-20, read: whole, sources: [paper], positions: {gate: open, truce: {value: 24 hours, renewable: 7 days}, toll: 12 months, dam: {alternatives: {x: 24 hours, y: 9 days}}}}
      reply: {party: south, form: memorandum, date: 2025-05-20, read: whole, sources: [paper], positions: {gate: not shut, truce: {value: 1 day, renewable: 1 week}, toll: 1 year, dam: {alternatives: {x: 1 day, y: 9 days}}}}
    outcomes:
      deal: {issue: toll, date: 2025-05-26, value: 1 year, confirmed_by: all, sources: [paper]}
    """
    text = text_of(dossier)
    assert lines(text) == [
        "1.1 [North: The gate is open. | South: The gate is not shut.] — The words differ, and say the same.",
        "1.2 The truce lasts [North: 24 hours | South: 1 day][North: , renewable by 7 days | South: , renewable by 1 week]. — The words differ, and say the same.",
        "1.3 The toll lasts 1 year. — Agreed on 26 May 2025, on the word of both.",
        "1.4 Dam.",
        "  Either: [North-1: The dam holds 24 hours. | South-1: The dam holds 1 day.]",
        "  Or: The dam holds 9 days.",
        "  The words differ, and say the same.",
    ]
    assert all(one.is_clean for one in text.paragraphs)
    assert [entry.words for entry in text.earlier] == ["The toll lasts 12 months."]
    on_paper = single_text(text.comparison, dossier, TextRequest("north"))
    assert lines(on_paper)[1].endswith(
        "— Admitted by South (its words: 1 day, renewable by 1 week)."
    )


def test_words_of_one_moment_that_differ_stand_beside_each_other(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
      fee: {topic: War, title: Fee, kind: quantity, unit: coins}
      seat: {topic: Talks, title: Seat, kind: quantity, unit: chairs}
    memoranda:
      then: {party: south, form: statement, date: 2025-05, sources: [paper], positions: {fee: 4}}
      later: {party: south, form: statement, date: 2025-05-04, sources: [paper], positions: {fee: 5}}
      one: {party: north, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 9 days, seat: to be agreed}}
      two: {party: north, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 5 days}}
      reply: {party: south, form: statement, date: 2025-05-29, sources: [paper], positions: {seat: 4}}
    """
    assert loaded.dossier is not None
    first, fee, second = lines(text_of(loaded.dossier))
    assert fee == (
        "1.2 Fee: [South said: 4 coins. | South said: 5 coins.] — South: which words came last "
        "is not known. North: not recorded."
    )
    assert first == (
        "1.1 [North said: The truce lasts 5 days. | North said: The truce lasts 9 days.] — North: "
        "words of one moment differ. South: not recorded."
    )
    assert second == (
        "2.1 Seat: [North said: to be agreed. | South said: 4 chairs.] — "
        "Whether these are the same cannot be told."
    )


def test_blanks_of_several_and_of_those_who_do_not_mind(dossier: Dossier) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, e: {name: E}}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      duty: {topic: War, title: Duty, kind: checklist, items: {x: data, y: staff}}
      post: {topic: War, title: Post, kind: checklist, items: {x: mail, y: wire}}
    memoranda:
      of-a: {party: a, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: 9 days, duty: [x, y], post: {value: [x], rest: unseen}}}
      of-b: {party: b, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: declined, duty: [x], post: [x]}}
      of-c: {party: c, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: indifferent, duty: [x], post: [x]}}
      of-d: {party: d, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: indifferent, duty: [x], post: [x]}}
      of-e: {party: e, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: uncoded, duty: silent, post: [x]}}
    """
    text = text_of(dossier)
    assert lines(text) == [
        (
            "1.1 Truce: [A: 9 days.] — B: asked, and gave no answer. Do not mind: C, D. "
            "E: not recorded."
        ),
        "1.2 Duty.",
        "  (a) data.",
        "  [A: (b) staff.]",
        "  E: no provision.",
        "1.3 Post: (a) mail. — The rest of the list is not seen: A.",
    ]
    assert [one.is_clean for one in text.paragraphs] == [False, False, False]
    assert [(one.key.issue, one.key.name) for one in text.places.open] == [
        ("truce", "value"),
        ("duty", "item x"),
        ("duty", "item y"),
    ]


def test_what_some_agreed_what_is_reopened_and_what_is_told_by_accounts(dossier: Dossier) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      seat: {topic: War, title: Seat, kind: duration}
      toll: {topic: War, title: Toll, kind: duration}
      gate: {topic: War, title: Gate, kind: duration}
      pact: {topic: War, title: Pact, kind: duration}
      rent: {topic: War, title: Rent, kind: duration}
    memoranda:
      in-may: {party: a, form: statement, date: 2025-05, sources: [paper], positions: {rent: 4 days}}
      of-a: {party: a, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 9 days, seat: 1 day, toll: 2 days, gate: 2 days}}
      of-b: {party: b, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 9 days, toll: 2 days, rent: 9 days}}
      of-c: {party: c, form: statement, date: 2025-05-31, sources: [paper], positions: {seat: 4 days}}
      early: {party: c, form: statement, date: 2025-05-02, sources: [paper], positions: {seat: 1 day}}
    outcomes:
      some: {issue: truce, date: 2025-05-29, value: 9 days, confirmed_by: [a], accounts: {b: {confirms: true, date: 2025-05-30}}, sources: [paper]}
      late: {issue: pact, date: 2025-05-29, value: 9 days, confirmed_by: [a, b], accounts: {c: {confirms: true, date: 2025-05-30}}, sources: [paper]}
      every: {issue: seat, date: 2025-05-29, value: 1 day, confirmed_by: all, sources: [paper]}
      told: {issue: toll, date: 2025-05-29, accounts: {a: {value: 2 days}, b: {value: 2 days}}, sources: [paper]}
      one: {issue: gate, date: 2025-05-29, value: 2 days, confirmed_by: a, sources: [paper]}
      rent: {issue: rent, date: 2025-05-29, value: 9 days, confirmed_by: [a, b], accounts: {c: {confirms: true, date: 2025-05-30}}, sources: [paper]}
    """
    found = lines(text_of(dossier))
    assert [line.partition("— ")[2] for line in found] == [
        "Agreed by A on 29 May 2025: 9 days; B confirmed it on 30 May 2025. C: not recorded.",
        "Agreed on 29 May 2025: 1 day; reopened since. B: not recorded.",
        "Agreed on 29 May 2025 by the account of A and B: 2 days. C: not recorded.",
        "Said to be agreed on 29 May 2025, on the word of A: 2 days. Not recorded: B, C.",
        "Agreed on 29 May 2025, on the word of A, B and C; C confirmed it on 30 May 2025.",
        (
            "Agreed on 29 May 2025: 9 days; C confirmed it on 30 May 2025; one said otherwise, "
            "before or since. C: not recorded."
        ),
    ]


def test_terms_behind_a_list_are_sentences_of_their_own(dossier: Dossier) -> None:
    """
    issues:
      steps:
        topic: War
        title: Steps
        kind: checklist
        parts: {east: East hill, west: West hill}
        items: {a: {title: a halt, provision: "Guns are silent on {part}."}, b: {title: a swap, provision: "All are swapped on {part}."}, c: a gate}
        provision: "On {part} there are {value}{terms}."
      rites: {topic: War, title: Rites, kind: checklist, items: {a: a bell, b: "a song, and a dance"}}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-05-28
        sources: [paper]
        positions:
          steps: {parts: {east: {value: [a, b, c]}, west: {value: [a]}}}
          rites: {value: [a, b], renewable: 7 days, by: [south], conditions: none, modality: should, scope: the valley}
      reply: {party: south, form: memorandum, date: 2025-05-29, sources: [paper], positions: {steps: {parts: {east: {value: [b], modality: may}, west: {alternatives: {x: [a], y: [b]}}}}}}
    """
    *steps, rites = lines(text_of(dossier))
    assert steps == [
        "1.1 Steps.",
        "  (a) East hill:",
        "    [North: (a) Guns are silent on east hill.]",
        "    (b) All are swapped on east hill.",
        "    [North: On east hill there are (c) a gate.]",
        "    [South: As to (b), this is allowed, and not required.]",
        "  (b) West hill:",
        "    [North, South-1: (a) Guns are silent on west hill.]",
        "    [South-2: (b) All are swapped on west hill.]",
    ]
    assert rites == (
        "1.2 Rites: [North: a bell; and a song, and a dance. Scope: the valley. This is the "
        "responsibility of South. This is renewable by 7 days. This applies without conditions. This is a "
        "recommendation.] — South: not seen."
    )


def test_groups_speak_for_members_and_parties_not_shown_are_left_out(dossier: Dossier) -> None:
    """
    parties:
      bloc: {name: The Bloc, short: BL}
      one: {name: One, member_of: bloc}
      two: {name: Two, member_of: bloc}
      south: {name: South, short: S}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      of-bloc: {party: bloc, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 9 days}}
      of-one: {party: one, form: memorandum, date: 2025-05-20, read: whole, sources: [paper], positions: {truce: 4 days}}
      late-one: {party: one, form: memorandum, date: 2025-05-25, read: whole, sources: [paper]}
      told: {party: bloc, form: report, date: 2025-05-30, sources: [paper], positions: {truce: {alternatives: {x: 5 days, y: undisclosed}}}}
      reply: {party: south, form: statement, date: 2025-05-29, sources: [paper], sequence: [truce], positions: {truce: 9 days}}
    """
    text = text_of(dossier)
    assert lines(text) == [
        "1.1 ‡ Truce: [BL and S said: 9 days.] — In the words of BL: Two. One: no provision."
    ]
    closed = "the text of 25 May 2025 took its place, and has nothing on this"
    assert reasons(text)["of-one"] == closed
    assert [entry.words for entry in text.accounts] == ["Truce: 5 days."]
    members = text_of(dossier, "one", "two")
    assert lines(members) == ["1.1 ‡ Truce: [Two through BL, said: 9 days.] — One: no provision."]
    assert reasons(members)["reply"] == "its party is not among those shown"
    alone = text_of(dossier, "two", "south")
    assert [entry.number for entry in alone.steps] == ["A1"]
    assert lines(alone) == ["1.1 ‡ Truce: 9 days. — Two: through BL, said. S: said."]


def test_a_mediator_proposes_beside_one_party_too(dossier: Dossier) -> None:
    """
    parties: {bloc: {name: Bloc}, one: {name: One, member_of: bloc}, chair: {name: C, role: mediator}}
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}."}
      seat: {topic: War, title: Seat, kind: duration, parts: {x: Xen, y: Ypsilon}}
      gate: {topic: War, title: Gate, kind: choice, parts: {x: {title: Xen, noun: the gate in Xen}}, options: {x: {title: open, refused: "{part} is not open."}, y: shut, z: {title: half open, refused: "{part} is not half open."}}}
    memoranda:
      plan: {party: bloc, form: memorandum, date: 2025-05-28, read: whole, sources: [paper], positions: {truce: 9 days, gate: not (x or z)}}
      idea: {party: chair, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 5 days, seat: {parts: {x: 2 days}}}}
    """
    text = text_of(dossier, "bloc", "chair")
    assert lines(text) == [
        "1.1 Truce.",
        "  [Bloc: The truce lasts 9 days.]",
        "  ‹C said: The truce lasts 5 days.›",
        "1.2 Seat.",
        "  (a) Xen: ‹C said: 2 days.› — Bloc: no provision.",
        "  (b) Ypsilon: no words. — Bloc: no provision.",
        "1.3 Gate.",
        "  (a) [Bloc: The gate in Xen is not open. The gate in Xen is not half open.]",
    ]
    assert lines(text_of(dossier))[-1] == f"{lines(text)[-1]} — In the words of Bloc: One."


def test_an_outcome_is_told_by_who_confirmed_it(dossier: Dossier) -> None:
    """
    parties: {bloc: {name: Bloc}, one: {name: One, member_of: bloc}, far: {name: Far}, off: {name: Off}, chair: {name: C, role: mediator}}
    issues:
      seat: {topic: War, title: Seat, kind: duration}
    memoranda:
      idea: {party: chair, form: statement, date: 2025-05-28, sources: [paper], positions: {seat: 2 days}}
    outcomes:
      met: {issue: seat, date: 2025-05-30, value: 3 days, confirmed_by: [bloc, far], sources: [paper]}
    """
    (members,) = lines(text_of(dossier, "one", "far", "off"))
    assert "Agreed by Bloc and Far on 30 May 2025: 3 days." in members
    alone = lines(text_of(dossier, "chair"))
    assert alone[1:3] == [
        "  [Bloc and Far by their accounts: 3 days.]",
        "  ‹C said: 2 days.›",
    ]


def test_where_a_group_speaks_for_a_member_its_word_is_told(dossier: Dossier) -> None:
    """
    parties: {bloc: {name: The Bloc, short: BL}, one: {name: One, member_of: bloc}, south: {name: South}}
    issues: {truce: {topic: War, title: Truce, kind: duration}, fee: {topic: War, title: Fee, kind: duration}}
    shared: {form: statement, date: 2025-05-20, sources: [paper]}
    memoranda:
      own: {party: one, options: {x: {title: X, group: g}, y: {title: Y, group: g}}, positions: {truce: {alternatives: {y: 4 days}}}}
      bloc: {positions: {truce: 9 days}}
      south: {positions: {truce: 9 days}}
    outcomes: {deal: {issue: fee, date: 2025-05-25, value: 2 days, confirmed_by: [bloc, south], sources: [paper]}}
    """
    text = text_of(dossier, "one", "south", one=["x"])
    assert reasons(text)["own"] == "the words of the Bloc stand for its party's"
    assert (
        lines(text)[1] == "1.2 Fee: 2 days. — Agreed on 25 May 2025, on the word of South and BL."
    )


def test_what_is_left_out_has_its_reason(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      seat: {topic: Talks, title: Seat, kind: duration}
      fee: {topic: Talks, title: Fee, kind: duration}
      gate: {topic: Talks, title: Gate, kind: duration}
    memoranda:
      first: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: {value: 1 day, scope: the valley}, seat: 3 days, gate: 3 days}}
      then: {party: north, form: statement, date: 2025-05-02, sources: [paper], positions: {truce: 2 days}}
      closing: {party: north, form: memorandum, date: 2025-05-10, read: whole, sources: [paper], options: {x: {title: X, group: g}, y: {title: Y, group: g}}, positions: {fee: {alternatives: {x: 1 day, y: 2 days}}, gate: declined, truce: {value: 2 days, scope: the valley}}}
      after: {party: north, form: statement, date: 2025-05-11, sources: [paper], positions: {truce: 5 days}}
      secret: {party: south, form: memorandum, date: 2025-05-12, known: 2025-06-10, sources: [paper], positions: {fee: 9 days}}
      reply: {party: south, form: statement, date: 2025-05-11, sources: [paper], sequence: [truce, seat], positions: {truce: {alternatives: {a: 5 days, b: 6 days}}}}
      newer: {party: south, form: memorandum, date: 2025-05-13, read: whole, sources: [paper], sequence: [seat, truce], positions: {truce: 5 days}}
    """
    text = text_of(dossier, north=["x"])
    found = {
        (line.document, line.position): line.reason
        for line in ledger(text)
        if line.approach == "left out"
    }
    assert found["first", "seat: figure"] == (
        "the text of 10 May 2025 took its place, and has nothing on this"
    )
    assert found["first", "gate: figure"] == "the text of 10 May 2025 took its place"
    assert lines(text)[0] == "1.1 Truce: 5 days [North: (the valley)]."
    kept = [line.position for line in ledger(text) if line.document == "closing" and line.place]
    assert "truce: scope" in kept
    assert found["closing", "fee / y: figure"] == "another option is chosen"
    assert found["secret", "the whole text"] == "the text was not known on 2 June 2025"
    assert [name for document, name in found if document == "secret"] == ["the whole text"]
    assert found["reply", "sequence: step 1, step 2"] == "another order of steps took its place"


def test_an_account_is_told_by_whoever_gives_it(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      toll: {topic: War, title: Toll, kind: duration, parts: {x: {title: The gate, noun: the gate}, y: {title: The hall, noun: the hall}}, provision: "{part} cost {value}."}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-05-28
        sources: [paper]
        positions:
          toll: {value: 2 days, accounts: {a: {value: 3 days, speaker: Somebody}, b: {paraphrase: it costs much, speaker: Nobody}}}
          truce:
            alternatives:
              x: {value: 9 days, accounts: {a: {value: 8 days, speaker: Somebody}, b: {party: south, paraphrase: it is short}}}
              y: {value: 7 days, accounts: {a: {value: 8 days, speaker: Nobody}, c: {scope: the valley, conditions: [a vote], sources: paper}}}
            accounts: {d: {blank: silent}}
    """
    assert loaded.dossier is not None
    text = text_of(loaded.dossier)
    assert [(entry.voices[0].short, entry.words, entry.remark) for entry in text.accounts] == [
        ("an account", "No provision.", "of the words of North"),
        ("Somebody", "Truce: 8 days.", "of the words of North-1"),
        ("South", "", "of the words of North-1. Retold: It is short."),
        (
            "The Paper",
            "Scope: the valley. This applies on condition of a vote.",
            "of the words of North-2",
        ),
        ("Somebody", "The gate and the hall cost 3 days.", "of the words of North"),
        ("Nobody", "The gate and the hall", "of the words of North. Retold: It costs much."),
    ]
    told = [entry.telling for entry in text.accounts if entry.telling]
    assert [(one.names, str(one.date), one.known) for one in (told[1], told[3])] == [
        (("Somebody",), "None", "said"),
        (("The Paper",), "2025-06-01", "as others report it"),
    ]


def test_a_bracket_within_the_bracket_of_another_is_found(dossier: Dossier) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}}
    issues:
      truce: {topic: War, title: Truce, kind: duration, refused: There is no truce.}
    memoranda:
      of-a: {party: a, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: {value: 9 days, scope: the valley}}}
      of-b: {party: b, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 9 days}}
      of-c: {party: c, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: none}}
    """
    text = text_of(dossier)
    assert lines(text) == [
        "1.1 [A and B said: Truce: 9 days [A said: (the valley)]. | C said: There is no truce.]"
    ]
    (article,) = text.articles
    (paragraph,) = article.paragraphs
    (part,) = paragraph.parts
    (bracket,) = part.clauses[0].pieces
    assert isinstance(bracket, Bracketed)
    outer = bracket.variants[0]
    stranger = TextVoice("c", "C", (), "", "of-c")

    def changed(piece: Piece) -> Piece:
        if not isinstance(piece, Bracketed):
            return piece
        return replace(piece, variants=(Variant((stranger,), piece.variants[0].pieces),))

    wrong = replace(outer, pieces=tuple(map(changed, outer.pieces)))
    pieces = (replace(bracket, variants=(wrong, *bracket.variants[1:])),)
    parts = (replace(part, clauses=(Clause(pieces),)),)
    paragraphs = (replace(paragraph, parts=parts),)
    broken = replace(text, articles=(replace(article, paragraphs=paragraphs),))
    assert [fault.sentence for fault in faults(broken)] == [
        "`of-a`, truce: scope is in the bracket of another."
    ]


def test_many_camps_without_a_measure_are_in_the_order_of_their_size(dossier: Dossier) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, e: {name: E}}
    issues:
      seat: {topic: Talks, title: Seat, kind: choice, options: {w: here, x: there, y: at sea, z: nowhere}, provision: "The seat is {value}."}
      toll: {topic: Talks, title: Toll, kind: quantity, unit: coins, provision: "There are {value}."}
    memoranda:
      of-a: {party: a, form: statement, date: 2025-05-28, sources: [paper], positions: {seat: w, toll: 1-2}}
      of-b: {party: b, form: statement, date: 2025-05-28, sources: [paper], positions: {seat: x, toll: 4}}
      of-c: {party: c, form: statement, date: 2025-05-28, sources: [paper], positions: {seat: y, toll: 3}}
      of-d: {party: d, form: statement, date: 2025-05-28, sources: [paper], positions: {seat: z, toll: none}}
      of-e: {party: e, form: statement, date: 2025-05-28, sources: [paper], positions: {seat: z, toll: 5}}
    """
    found = lines(text_of(dossier))
    assert found[1] == "  Alt. A [D and E said: The seat is nowhere.]"
    assert [line.split(" [")[1][0] for line in found if "Alt." in line][4:] == [*"ACBED"]


def test_papers_that_work_on_each_other_and_a_blank_word_of_the_same_moment(
    loaded: Loaded,
) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      seat: {topic: War, title: Seat, kind: duration, parts: {x: X, y: Y}}
    memoranda:
      one: {party: north, form: memorandum, date: 2025-05-20, read: whole, based_on: two, sources: [paper], positions: {truce: {blank: deleted}}}
      two: {party: north, form: memorandum, date: 2025-05-20, read: whole, based_on: one, sources: [paper]}
      said: {party: south, form: statement, date: 2025-05-21, sources: [paper], positions: {truce: 9 days, seat: 2 days}}
      kept: {party: south, form: statement, date: 2025-05-21, sources: [paper], positions: {truce: declined}}
    outcomes:
      deal: {issue: seat, date: 2025-05-26, parts: {x: 2 days}, confirmed_by: south, delivered: {south: {parts: {y: 2 days}, date: 2025-05-27}}, sources: [paper]}
    """
    assert loaded.dossier is not None
    text = text_of(loaded.dossier)
    assert lines(text)[0].startswith("1.1 Truce: [North: struck from the text. | South said:")
    assert "Said to be agreed on 26 May 2025, on the word of South: 2 days." in lines(text)[2]
    assert "agreed" not in lines(text)[3]
    draft = single_text(text.comparison, loaded.dossier, TextRequest("south"))
    assert faults(draft) == ()
    assert lines(draft)[2] == "  [North: struck from the text.]"


def test_a_word_of_record_has_no_reason_to_be_left_out(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      plan: {party: north, form: statement, date: 2025-05-28, sources: [paper], positions: {truce: 9 days}}
    """
    text = text_of(dossier)
    assert left_out(text.comparison, dossier, text.expected) == ()
    assert list(papers_alone(dossier, ["plan", "plan", "none"]).memoranda) == ["plan"]


def test_an_outcome_on_which_no_document_speaks_is_told_by_accounts(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}."}
      seat: {topic: Talks, title: Seat, kind: quantity, unit: chairs}
      fee: {topic: Talks, title: Fee, kind: quantity, unit: crowns}
      toll: {topic: Talks, title: Toll, kind: quantity, unit: crowns}
    memoranda:
      plan: {party: north, form: statement, date: 2025-05-20, sources: [paper]}
    outcomes:
      deal: {issue: truce, date: 2025-05-26, accounts: {north: {value: 9 days}, south: {value: 5 days}}, sources: [paper]}
      one: {issue: seat, date: 2025-05-26, value: 3, confirmed_by: north, sources: [paper]}
      known: {issue: fee, date: 2025-05-26, value: 3, sources: [paper]}
      gone: {issue: toll, date: 2025-05-26, blank: deleted, sources: [paper]}
    """
    text = text_of(dossier)
    assert lines(text) == [
        "1.1 ‡ Truce.",
        "  Alt. A [North by its account: The truce lasts 9 days.]",
        "  Alt. B [South by its account: The truce lasts 5 days.]",
        (
            "  North says that it was agreed on 26 May 2025: 9 days; South says that it was agreed on "
            "26 May 2025: 5 days. The accounts are in annex C."
        ),
        (
            "2.1 Seat: [North by its account: 3 chairs.] — Said to be agreed on 26 May 2025, on the "
            "word of North: 3 chairs."
        ),
        "2.2 Fee: [sources: 3 crowns.] — Said to be agreed on 26 May 2025: 3 crowns.",
        "2.3 Toll: no words. — Said to be agreed on 26 May 2025: struck. Not recorded: North, South.",
    ]
    assert [(one.number, str(one.kind), one.parties) for one in text.places.open] == [
        ("1.1", "choice", ("north", "south")),
        ("2.1", "words of some", ("north",)),
        ("2.2", "words of some", ()),
    ]


def test_the_subject_of_a_sentence_is_not_said_to_do_it_again(dossier: Dossier) -> None:
    """
    issues:
      dead: {topic: War, title: The dead, kind: quantity, unit: bodies, provision: "North returns {value}."}
      both: {topic: War, title: Both, kind: quantity, unit: bodies, provision: "North and South return {value}."}
      some: {topic: War, title: Some, kind: quantity, unit: bodies, provision: "{value} are returned."}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {dead: {value: 9, by: [north]}, both: {value: 9, by: [north]}, some: {value: 9, by: [the guards]}}}
    """
    assert [line.partition(" —")[0] for line in lines(text_of(dossier))] == [
        "1.1 [North: North returns 9 bodies.]",
        "1.2 [North: North and South return 9 bodies, with North responsible.]",
        "1.3 [North: 9 bodies are returned, with the guards responsible.]",
    ]


def test_what_is_concluded_told_by_others_or_older_is_never_plain(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
      seat: {topic: War, title: Seat, kind: choice, options: {here: the hall, there: the ship}, provision: "Talks are held in {value}."}
      gate: {topic: War, title: Gate, kind: duration, provision: "The gate is shut for {value}."}
      toll: {topic: War, title: Toll, kind: duration, provision: "There is no toll for {value}."}
      fair: {topic: War, title: Fair, kind: checklist, items: {north: {title: northern stalls}, south: {title: southern stalls}}, provision: "The fair has {value}."}
      ferry: {topic: War, title: Ferry, kind: duration, provision: "The ferry runs for {value}."}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-20, sources: [paper], positions: {gate: 9 days}}
      plan:
        party: north
        form: memorandum
        date: 2025-05-28
        sources: [paper]
        positions:
          truce: {value: 9 days, basis: inferred}
          seat: {value: here, basis: inferred}
          fair: {value: north, basis: inferred}
      heard: {party: north, form: report, date: 2025-05-29, sources: [paper], positions: {toll: 3 days}}
      letter: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {ferry: {value: 4 days, accounts: {x: {party: north, date: 2025-06-01, scope: at night, sources: [paper]}}}}}
      reply:
        party: south
        form: memorandum
        date: 2025-05-29
        read: whole
        sources: [paper]
        positions: {truce: 9 days, seat: there, gate: 9 days, toll: 3 days, fair: [north, south], ferry: 4 days}
    """
    text = text_of(dossier)
    assert lines(text) == [
        "1.1 [North (inferred), South: The truce lasts 9 days.]",
        "1.2 [North inferred: Talks are held in the hall. | South: Talks are held in the ship.]",
        "1.3 [North (said, earlier), South: The gate is shut for 9 days.]",
        "1.4 [North (reported), South: There is no toll for 3 days.]",
        "1.5 Fair.",
        "  [North (inferred), South: The fair has (a) northern stalls.]",
        "  [South: The fair has (b) southern stalls.]",
        "1.6 ‡ [North (earlier), South: The ferry runs for 4 days.]",
    ]
    assert not any(paragraph.is_clean for paragraph in text.paragraphs)


def test_a_draft_is_no_text_where_its_words_are_concluded(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
      gate: {topic: War, title: Gate, kind: duration, provision: "The gate is shut for {value}."}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: {value: 9 days, basis: inferred}, gate: 2 days}}
      reply: {party: south, form: memorandum, date: 2025-05-29, sources: [paper], positions: {truce: 8 days, gate: 3 days}}
    """
    text = single_text(positions.compare(dossier), dossier, TextRequest("north"))
    assert faults(text) == ()
    assert lines(text) == [
        "1.1 [North inferred: The truce lasts 9 days. | South: The truce lasts 8 days.]",
        "1.2 Gate.",
        "  The gate is shut for 2 days.",
        "  [South: The gate is shut for 3 days.]",
        "  Admitted by none so far.",
    ]


def test_each_option_has_its_own_words_and_no_older_ones_where_it_has_none(
    dossier: Dossier,
) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
      pause: {topic: War, title: Pause, kind: duration, provision: "The pause lasts {value}{terms}."}
    memoranda:
      speech: {party: north, form: statement, date: 2025-05-20, sources: [paper], positions: {truce: 9 days}}
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], options: {a: {title: One, group: g}, b: {title: Two, group: g}}, positions: {truce: {alternatives: {a: 5 days}}, pause: {alternatives: {a: 5 days}}}}
      reply: {party: south, form: statement, date: 2025-05-29, sources: [paper], positions: {truce: 4 days}}
      more: {party: north, form: statement, date: 2025-05-30, sources: [paper], positions: {pause: {alternatives: {b: 7 days}}}}
    """
    chosen = text_of(dossier, north=["b"])
    assert chosen.options == (("North-1", "One (not chosen)"), ("North-2", "Two"))
    assert lines(chosen) == [
        "1.1 [South said: The truce lasts 4 days.] — North-2: nothing in what was read.",
        "1.2 [North-2 said: The pause lasts 7 days.] — South: not recorded.",
    ]
    assert lines(text_of(dossier, north=["a"])) == [
        "1.1 The truce lasts [North-1: 5 days | South said: 4 days].",
        "1.2 [North-1: The pause lasts 5 days.] — South: not recorded.",
    ]
    whole = text_of(dossier)
    assert lines(whole)[-1] == (
        "1.2 [North-1: The pause lasts 5 days. | North-2 said: The pause lasts 7 days.] — South: "
        "not recorded."
    )
    kept = [line.document for line in ledger(whole) if line.position.startswith("pause")]
    assert kept == ["plan", "more"]


def test_a_note_on_an_outcome_says_what_was_agreed_and_whose_word_it_is(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      agenda: {topic: War, title: Agenda, kind: checklist, items: {a: a bell, b: a song, c: a gate}}
      seat: {topic: War, title: Seat, kind: choice, options: {here: {title: the hall, provision: Talks are held at home.}, there: the ship}}
      toll: {topic: War, title: Toll, kind: duration}
      gate: {topic: War, title: Gate, kind: duration}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: 9 days, agenda: [a, b], seat: there, toll: 3 days, gate: 3 days}}
    outcomes:
      denied: {issue: truce, date: 2025-05-29, accounts: {north: {value: none}, south: {value: 2 days, scope: the valley}}, sources: [paper]}
      items: {issue: agenda, date: 2025-05-29, value: {demand: [b], refuse: [c]}, sources: [paper]}
      every: {issue: toll, date: 2025-05-29, value: 2 days, confirmed_by: all, accounts: {north: 3 days}, sources: [paper]}
      press: {issue: gate, date: 2025-05-29, value: 2 days, accounts: {north: 3 days}, sources: [paper]}
      place: {issue: seat, date: 2025-05-29, value: here, confirmed_by: south, accounts: {north: there}, sources: [paper]}
    """
    assert loaded.dossier is not None
    assert [line.partition("— ")[2] for line in lines(text_of(loaded.dossier))] == [
        (
            "South says that it was agreed on 29 May 2025: 2 days (the valley); North says that it "
            "was not. The accounts are in annex C. South: not recorded."
        ),
        "Said to be agreed on 29 May 2025: a song; not a gate. South: not recorded.",
        (
            "South says that it was agreed on 29 May 2025: Talks are held at home; North says that "
            "it was agreed on 29 May 2025: the ship. The accounts are in annex C. "
            "South: not recorded."
        ),
        (
            "All say that it was agreed on 29 May 2025: 2 days; North says that it was agreed on "
            "29 May 2025: 3 days. The accounts are in annex C. South: not recorded."
        ),
        (
            "The sources say that it was agreed on 29 May 2025: 2 days; North says that it was "
            "agreed on 29 May 2025: 3 days. The accounts are in annex C. South: not recorded."
        ),
    ]


def test_words_of_a_draft_that_nobody_else_speaks_to_are_not_clean(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}{terms}."}
      gate: {topic: War, title: Gate, kind: duration, provision: "The gate is shut for {value}."}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: 9 days, gate: 2 days}}
      reply: {party: south, form: memorandum, date: 2025-05-29, sources: [paper], positions: {gate: {value: 2 days, basis: inferred}}}
    """
    text = single_text(positions.compare(dossier), dossier, TextRequest("north"))
    assert lines(text) == [
        "1.1 The truce lasts 9 days. — Admitted by none so far. South: not seen.",
        "1.2 The gate is shut for 2 days. — Admitted by South (inferred).",
    ]
    assert [one.is_clean for one in text.paragraphs] == [False, False]
    assert state_of_text(text) == (
        "2 paragraphs: 0 clean, 2 not clean, 0 without words. In 1, words of the draft are admitted "
        "by none so far."
    )


def test_who_admits_a_draft_keeps_its_words_and_its_silence(dossier: Dossier) -> None:
    """
    parties: {n: {name: N}, s: {name: S}, e: {name: E}, chair: {name: C, role: mediator}}
    issues:
      gate: {topic: War, title: Gate, kind: quantity, unit: "%", provision: "The gate is {value} open."}
      start: {topic: War, title: Start, kind: date, provision: "It is held {value}."}
      seat: {topic: War, title: Seat, kind: choice, options: {x: here, y: there}}
      duty: {topic: War, title: Duty, kind: checklist, items: {a: {title: data, provision: They share data.}, b: {title: staff, provision: They train staff.}, c: {title: aid, provision: They give aid.}}}
      works: {topic: War, title: Works, kind: checklist, items: {a: {title: a dam, refused: No dam is built.}, b: {title: a lock, refused: No lock is built.}}}
      pay: {topic: War, title: Pay, kind: checklist, items: {a: a toll, b: a tax}}
      fee: {topic: War, title: Fee, kind: quantity, unit: coins}
      vow: {topic: War, title: Vow, kind: checklist, items: {a: {title: data, provision: They share data.}, b: staff}}
      site: {topic: War, title: Site, kind: choice, options: {x: here, y: a joint centre}}
      tongue: {topic: War, title: Tongues, kind: checklist, items: [Aldic, Dellish]}
      lead: {topic: War, title: Preamble, kind: text}
      ties: {topic: War, title: Ties, kind: choice, ordered: true, options: [none at all, trade, a union]}
    shared: {form: memorandum, date: 2025-05-28, sources: [paper]}
    memoranda:
      chair: {positions: {gate: 30 %, start: 2026-05-01, seat: x, duty: [a, b, c], works: none, pay: none, fee: 3, vow: [a], site: x, tongue: [Aldic, Dellish], lead: The water is shared., ties: none-at-all to trade}}
      n: {positions: {gate: at least 30 %, start: by 2026-05-01, seat: x or y, duty: [a], works: none, pay: {refuse: [b]}, fee: 5, vow: {value: [a], scope: the sea}, site: not y}}
      s: {positions: {gate: 30 %, start: from 2026-04-01, seat: x, duty: [a, b], works: {refuse: [b]}, pay: none, fee: 5, vow: [a], site: x, tongue: [Aldic]}}
      e: {form: report, positions: {start: 2026-05}}
      own: {party: e, form: statement, positions: {gate: 30 %}}
    """
    text = single_text(positions.compare(dossier), dossier, TextRequest("chair"))
    assert lines(text) == [
        "1.1 The gate is 30% open. — Admitted by N (its words: at least 30%), S and E (said).",
        (
            "1.2 It is held on 1 May 2026. — Admitted by N (its words: by 1 May 2026), S (its words: "
            "from 1 April 2026) and E (reported; its words: in May 2026)."
        ),
        "1.3 Seat: here. — Admitted by N (its words: here or there) and S. E: not recorded.",
        (
            "1.4 (a) They share data. (b) They train staff. (c) They give aid. — (a) admitted by N "
            "and S; (b) by S; (c) by none so far. E: not recorded."
        ),
        (
            "1.5 (a) No dam is built. (b) No lock is built. — (a) admitted by N; (b) by N and S. "
            "E: not recorded."
        ),
        (
            "1.6 None of these is provided for: a toll; a tax. — A toll: admitted by S; a tax: by N "
            "and S. E: not recorded."
        ),
        "1.7 Fee.",
        "  3 coins.",
        "  [N, S: 5 coins.]",
        "  Admitted by none so far. E: not recorded.",
        "1.8 Vow.",
        "  (a) They share data.",
        "  [N: (a) They share data. Scope: the sea.]",
        "  (a) admitted by S. E: not recorded.",
        (
            "1.9 Site: here. — Admitted by N (its words: any but a joint centre) and S. "
            "E: not recorded."
        ),
        (
            "1.10 Tongues: (a) Aldic; and (b) Dellish. — (a) admitted by S; (b) by none so far. "
            "N: not seen. E: not recorded."
        ),
        "1.11 The water is shared. — Admitted by none so far. Not seen: N, S. E: not recorded.",
        (
            "1.12 Ties: from none at all to trade. — Admitted by none so far. Not seen: N, S. "
            "E: not recorded."
        ),
    ]
    assert [one.is_clean for one in text.paragraphs] == [True, *([False] * 11)]
    assert state_of_text(text).endswith("In 3, words of the draft are admitted by none so far.")
    assert [one.key[::2] for one in text.places.open] == [
        ("start", "value"),
        ("seat", "value"),
        ("duty", "item a"),
        ("duty", "item b"),
        ("duty", "item c"),
        ("works", "item a"),
        ("works", "item b"),
        ("pay", "value"),
        ("fee", "value"),
        ("vow", "item a"),
        ("vow", "scope"),
        ("site", "value"),
        ("tongue", "item aldic"),
        ("tongue", "item dellish"),
        ("lead", "value"),
        ("ties", "value"),
    ]
    told = {line.party: line.approach for line in ledger(text) if line.place == "1.1"}
    assert told == {
        "chair": "consolidated with S and E",
        "s": "consolidated with C and E",
        "e": "consolidated with C and S",
        "n": "admits the draft",
    }
    assert faults(text) == ()


def test_who_answers_a_draft_as_a_whole_is_told_beside_who_admits_its_words(
    dossier: Dossier,
) -> None:
    """
    parties: {n: {name: N}, s: {name: S}, e: {name: E}, chair: {name: C, role: mediator}}
    issues:
      fee: {topic: War, title: Fee, kind: quantity, unit: coins}
      seat: {topic: War, title: Seat, kind: choice, options: {x: here, y: there}}
    shared: {form: memorandum, date: 2025-05-28, sources: [paper]}
    memoranda:
      plan: {party: chair, positions: {fee: 3, seat: x}}
      n: {positions: {fee: 5, seat: x}}
      s: {form: statement, date: 2025-05-29, reactions: {plan: accepts, n: as a basis}, positions: {seat: x}}
      e: {form: report, date: 2025-05-29, reactions: {plan: with reservations}}
      n2: {party: n, form: statement, date: 2025-05-30, reactions: {plan: rejects}}
    """
    text = single_text(positions.compare(dossier), dossier, TextRequest("chair"))
    assert lines(text)[3:] == [
        (
            "  Admitted by none so far, but as a whole by S (said); with reservations to the whole "
            "by E (reported). The draft as a whole is rejected by N (said). Not recorded: S, E."
        ),
        (
            "1.2 Seat: here. — Admitted by N and S (said); with reservations to the whole by E "
            "(reported). The draft as a whole is rejected by N (said). E: not recorded."
        ),
    ]
    assert state_of_text(text).endswith("without words.")
    assert [one.position for one in ledger(text) if one.approach == "told"] == [
        "plan: with reservations",
        "plan: accepts",
        "n: as a basis",
        "plan: rejects",
    ]
    page = " ".join(render(single_text_page(text)).split())
    assert "S accepts C's memorandum of 28 May 2025 as a whole (29 May 2025)." in page


def test_what_a_party_says_again_is_the_words_of_its_draft(dossier: Dossier) -> None:
    """
    parties: {n: {name: N}, s: {name: S}}
    issues:
      fee: {topic: War, title: Fee, kind: quantity, unit: coins, parts: {x: Xen, y: Yen}}
      seat: {topic: War, title: Seat, kind: choice, options: {x: here, y: there}}
      pay: {topic: War, title: Pay, kind: quantity, unit: coins}
      toll: {topic: War, title: Toll, kind: quantity, unit: coins}
    shared: {form: memorandum, date: 2025-05-28, sources: [paper]}
    memoranda:
      plan: {party: n, positions: {fee: {parts: {x: at least 3}, scope: gold}, seat: x, pay: {value: 4, basis: inferred}}}
      s: {positions: {seat: y}}
      again: {party: n, form: statement, date: 2025-05-29, positions: {fee: {parts: {x: at least 3, y: 2}}, seat: y, pay: 4, toll: 1}}
    """
    request = TextRequest("n", "plan")
    text = single_text(positions.compare(dossier), dossier, request)
    drafts = [part.draft for one in text.paragraphs for part in one.parts]
    assert drafts == ["again", "", "", "", ""]
    assert faults(text) == ()
    assert "What it has on 1.2 and 1.3 is not the text" in " ".join(how_to_read(text))


def test_words_that_a_draft_does_not_have_are_not_accounted_for_by_it(dossier: Dossier) -> None:
    """
    issues:
      gate: {topic: War, title: Gate, kind: quantity, unit: "%", provision: "The gate is {value} open."}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {gate: 30 %}}
      reply: {party: south, form: memorandum, date: 2025-05-28, sources: [paper], positions: {gate: at least 30 %}}
    """
    text = single_text(positions.compare(dossier), dossier, TextRequest("north"))
    article, paragraph = text.articles[0], text.paragraphs[0]
    part = paragraph.parts[0]
    lost = Plain("", part.notes[0].leaves)
    clauses = (Clause((lost, *part.clauses[0].pieces)),)
    wrong = replace(part, clauses=clauses, notes=())
    articles = (replace(article, paragraphs=(replace(paragraph, parts=(wrong,)),)),)
    assert [one.sentence for one in faults(replace(text, articles=articles))] == [
        "`reply`, gate: figure is nowhere: the draft has other words.",
        "`reply`, gate: bound is nowhere: the draft has other words.",
    ]


def test_a_limit_is_a_deadline_and_a_refusal_names_what_it_refuses(dossier: Dossier) -> None:
    """
    issues:
      end: {topic: War, title: End, kind: date, limit: maximum, provision: "It ends {value}."}
      gate: {topic: War, title: Gate, kind: date, limit: minimum, provision: "It opens {value}."}
      pact: {topic: War, title: Pact, kind: date, limit: maximum, provision: "It is not later than {value}."}
      duty: {topic: War, title: Duty, kind: checklist, items: {a: data, b: {title: staff, refused: They train no staff.}}}
      vote: {topic: War, title: Vote, kind: date, provision: "It is held {value}."}
      toll: {topic: War, title: Toll, kind: checklist, items: {a: {title: data, refused: No data are shared.}, b: {title: staff, refused: They train no staff.}}}
      tax: {topic: War, title: Tax, kind: checklist, items: {a: data, b: a camp}}
    shared: {form: memorandum, date: 2025-05-28, sources: [paper]}
    memoranda:
      plan: {party: north, positions: {end: 2026-12-31, gate: 2026-12-31, pact: 2026-12-31, duty: none, toll: none, vote: Q3 2026, tax: {refuse: [a]}}}
      reply: {party: south, positions: {end: 2032, duty: [a], vote: H1 2026}}
    """
    assert lines(text_of(dossier)) == [
        "1.1 It ends [North: by the end of 2026 | South: by the end of 2032].",
        "1.2 [North: It opens from 31 December 2026.] — South: not seen.",
        "1.3 [North: It is not later than the end of 2026.] — South: not seen.",
        "1.4 [North: None of these is provided for: data; staff. | South: Duty: (a) data.]",
        (
            "1.5 It is held [North: in the third quarter of 2026 | South: in the first half of 2026]."
        ),
        "1.6 [North: (a) No data are shared. (b) They train no staff.] — South: not seen.",
        "1.7 Tax: [North: (a) not data.] — South: not seen.",
    ]


def test_the_ends_of_a_scale_the_unseen_rest_of_a_list_and_red_lines_are_told(
    dossier: Dossier,
) -> None:
    """
    issues:
      power: {topic: War, title: Power, kind: scale, ends: [it advises, it decides]}
      aid: {topic: War, title: Aid, kind: checklist, items: {a: food, b: fuel}}
      fee: {topic: War, title: Fee, kind: quantity, unit: crowns}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {power: {value: 20, red_line: true}, aid: {value: [a], rest: unseen}, fee: {alternatives: {x: {value: 5, red_line: true}, y: 6}}}}
      reply: {party: south, form: memorandum, date: 2025-05-28, sources: [paper], positions: {power: 50, aid: [a]}}
    """
    assert lines(text_of(dossier)) == [
        (
            "1.1 Power: [North: 20 | South: 50]. — The scale runs from 0 (“it advises”) to 100 (“it "
            "decides”). A red line: North."
        ),
        "1.2 Aid: (a) food. — The rest of the list is not seen: North.",
        "1.3 Fee: [North-1: 5 crowns. | North-2: 6 crowns.] — A red line: North-1. South: not seen.",
    ]
