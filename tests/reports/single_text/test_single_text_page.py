"""What does a single text print: brackets, alternatives, items, blanks, notes?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import positions
from positions.analysis.single_text.ledger import faults
from positions.analysis.single_text.merge import single_text
from positions.reports.page.render import render
from positions.reports.page.runs import plain
from positions.reports.single_text.json import single_text_json
from positions.reports.single_text.markdown import single_text_markdown
from positions.reports.single_text.opening import how_to_read
from positions.reports.single_text.page import single_text_page
from positions.reports.single_text.typeset import typeset

if TYPE_CHECKING:
    from positions.analysis.single_text.model import SingleText
    from positions.model.dossier import Dossier


def text_of(dossier: Dossier) -> SingleText:
    text = single_text(positions.compare(dossier), dossier)
    assert faults(text) == ()
    return text


def lines(dossier: Dossier) -> list[str]:
    text = text_of(dossier)
    return [
        f"{'  ' * line.depth}{plain(line.runs)}"
        for paragraph in text.paragraphs
        for line in typeset(paragraph)
    ]


def test_what_is_common_is_plain_and_each_difference_has_a_name(dossier: Dossier) -> None:
    """
    parties: {north: {name: North, short: N}, south: {name: South, short: S}}
    issues:
      truce:
        topic: War
        title: Length of the truce
        kind: duration
        provision: The truce lasts {value}{terms}.
        refused: There is no truce.
      arms: {topic: War, title: Arms, kind: quantity, unit: tons}
      seat: {topic: Talks, title: Seat, kind: choice, options: {here: the hall, there: the ship}, provision: "Talks are held in {value}."}
      guests: {topic: Talks, title: Guests, kind: text}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-05-28
        sources: [paper]
        positions:
          truce: {value: at least 30 days, renewable: 30 days, conditions: none}
          arms: 5
          seat: here
      reply:
        party: south
        form: statement
        date: 2025-05-29
        sources: [paper]
        positions: {truce: {value: 30 days}, seat: there, guests: observers}
    """
    assert lines(dossier) == [
        "1.1 The truce lasts [N: at least] 30 days[N: , renewable by 30 days][N: , without conditions].",
        "1.2 Arms: [N: 5 tons.] — S: not recorded.",
        "2.1 Talks are held in [N: the hall | S said: the ship].",
        "2.2 Guests: [S said: observers.] — N: not seen.",
    ]


def test_wordings_that_are_many_or_long_are_alternatives(dossier: Dossier) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, e: {name: E}}
    issues: {levy: {topic: Money, title: Levy, kind: quantity, unit: "%", provision: "The levy is {value}.", refused: There is no levy.}}
    memoranda:
      of-a: {party: a, form: statement, date: 2025-05-28, sources: [paper], positions: {levy: 5}}
      of-b: {party: b, form: statement, date: 2025-05-28, sources: [paper], positions: {levy: 3}}
      of-c: {party: c, form: statement, date: 2025-05-28, sources: [paper], positions: {levy: 4}}
      of-d: {party: d, form: statement, date: 2025-05-28, sources: [paper], positions: {levy: 3}}
      of-e: {party: e, form: statement, date: 2025-05-28, sources: [paper], positions: {levy: 1}}
    """
    assert lines(dossier) == [
        "1.1 Levy.",
        "  Alt. A [E said: The levy is 1%.]",
        "  Alt. B [B and D said: The levy is 3%.]",
        "  Alt. C [C said: The levy is 4%.]",
        "  Alt. D [A said: The levy is 5%.]",
    ]


def test_items_are_aligned_one_by_one_and_keep_their_letters(dossier: Dossier) -> None:
    """
    issues:
      steps:
        topic: War
        title: Steps
        kind: checklist
        items:
          halt: {title: a halt, provision: All guns are silent.}
          swap: {title: a swap, provision: Prisoners are swapped., refused: Prisoners stay.}
          gate: {title: a gate, provision: The gate opens.}
          bell: a bell
    memoranda:
      plan:
        party: north
        form: statement
        date: 2025-05-28
        sources: [paper]
        positions: {steps: {value: {demand: [halt, gate, bell], refuse: [swap]}, scope: the valley}}
      reply:
        party: south
        form: statement
        date: 2025-05-29
        sources: [paper]
        positions: {steps: [halt, swap]}
    """
    assert lines(dossier) == [
        "1.1 Steps.",
        "  (a) All guns are silent.",
        "  [South said: (b) Prisoners are swapped. | North said: (b) Prisoners stay.]",
        "  [North said: (c) The gate opens. (d) a bell.]",
        "  [North said: Scope of (a), (b), (c) and (d): the valley.]",
    ]


def test_parts_with_the_same_words_are_one_and_an_outcome_is_plain(dossier: Dossier) -> None:
    """
    issues:
      hills:
        topic: War
        title: Hills
        kind: choice
        options: {ours: {title: ours, provision: "The troops leave {part}."}, theirs: {title: theirs, provision: "The troops stay on {part}."}}
        parts: {east: East hill, west: West hill, far: Far hill, low: Low hill}
      seat: {topic: War, title: Seat, kind: choice, options: {x: Abel, y: at sea, z: Bel}}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-05-28
        read: whole
        sources: [paper]
        positions: {hills: {parts: {east: ours, west: ours, low: ours, far: to be agreed}}, seat: neither x nor y}
      reply:
        party: south
        form: memorandum
        date: 2025-05-29
        read: whole
        sources: [paper]
        positions: {hills: {parts: {east: theirs, west: theirs, low: theirs, far: ours}}, seat: z}
    outcomes:
      deal: {issue: hills, date: 2025-06-01, parts: {low: ours}, confirmed_by: all, sources: [paper]}
    """
    assert lines(dossier) == [
        "1.1 Hills.",
        "  [North: The troops leave east hill (a) and west hill (b). | South: The troops stay on east hill (a) and west hill (b).]",
        "  (c) Far hill: [North: to be agreed. | South: The troops leave far hill.] — Whether these are the same cannot be told.",
        "  (d) The troops leave low hill. — Agreed on 1 June 2025, on the word of both.",
        "1.2 Seat: [North: neither Abel nor at sea. | South: Bel.] — The words differ, and say the same.",
    ]
    (moved,) = text_of(dossier).earlier
    assert (moved.number, moved.words) == ("1.1 (d)", "The troops stay on low hill.")
    assert moved.remark == "An outcome of 1 June 2025 took its place."


def test_options_mediators_and_blanks_stand_where_they_belong(dossier: Dossier) -> None:
    """
    parties:
      north: {name: North, short: N}
      south: {name: South, short: S}
      chair: {name: The Chair, short: CH, role: mediator}
    issues:
      truce: {topic: War, title: Truce, kind: duration, provision: "The truce lasts {value}."}
      review: {topic: War, title: Review, kind: duration, provision: "It is reviewed after {value}."}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-05-28
        read: whole
        sources: [paper]
        options: {long: {title: The long way, group: ways}, short: {title: The short way, group: ways}}
        positions: {truce: {alternatives: {long: 30 days}}}
      reply: {party: south, form: statement, date: 2025-05-29, sources: [paper], positions: {truce: 30 days}}
      draft: {party: chair, form: memorandum, date: 2025-05-29, sources: [paper], positions: {truce: 20 days, review: 9 days}}
    """
    assert lines(dossier) == [
        "1.1 Truce.",
        "  [N-1, S (said): The truce lasts 30 days.]",
        "  ‹CH: The truce lasts 20 days.›",
        "  N-2: nothing.",
        "1.2 ‹CH: It is reviewed after 9 days.› — N: no provision. S: not recorded.",
    ]
    text = text_of(dossier)
    key = " ".join(how_to_read(text))
    assert "; nothing, or nothing in what was read: the same under one option." in key
    assert text.options == (("N-1", "The long way"), ("N-2", "The short way"))
    page = render(single_text_page(text))
    assert "Options: N-1: The long way; N-2: The short way." in page


def test_a_text_is_the_same_in_all_forms(dossier: Dossier) -> None:
    """
    parties: {north: {name: "N [x]", short: "N|"}, south: {name: South, short: S}}
    issues:
      guests: {topic: "Talks (all)", title: "Guests [x]", kind: text, provision: "{value}: all [of] them."}
      seats: {topic: "Talks (all)", title: Seats, kind: quantity, unit: seats, provision: "{value}: [all]."}
    memoranda:
      plan: {party: north, form: statement, date: 2025-05-28, sources: [paper], positions: {guests: "(none) *", seats: 3}}
      reply: {party: south, form: statement, date: 2025-05-28, sources: [paper], positions: {guests: "<b>a</b>", seats: 5}}
    """
    text = text_of(dossier)
    markdown = single_text_markdown(text).splitlines()

    assert (
        r"**1.1** <!-- guests --> [N\| said: (None) \*: all \[of\] them. | "
        r"S said: &lt;b&gt;a&lt;/b&gt;: all \[of\] them.] — *The wordings differ.*"
    ) in markdown
    assert (r"**1.2** <!-- seats --> [N\| said: 3 seats | S said: 5 seats]\: \[all\].") in markdown
    assert not any("](" in line or "]:" in line for line in markdown)
    data = json.loads(single_text_json(text))
    (article,) = data["articles"]
    _, paragraph = article["paragraphs"]
    assert (paragraph["number"], paragraph["issue"], paragraph["clean"]) == ("1.2", "seats", False)
    first, *rest = paragraph["parts"][0]["clauses"][0]
    assert [one["voices"][0]["short"] for one in first["choice"]] == ["N|", "S"]
    assert [one["words"] for one in rest] == [": [all]", "."]
    assert len(data["ledger"]) == 4


def test_the_key_explains_every_blank_that_is_no_word(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, sources: [paper], positions: {truce: 9 days}}
    """
    key = " ".join(how_to_read(text_of(dossier))).lower()
    for words in ("no provision", "not seen", "not disclosed", "not recorded"):
        assert f"{words}: " in key
    assert "under one option" not in key
