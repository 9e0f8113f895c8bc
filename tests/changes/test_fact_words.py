"""What is a fact that changed called, and what does it hold?"""

from __future__ import annotations

import positions
from positions.changes.beginning import nothing_of
from positions.changes.difference import difference
from positions.changes.fact_words import fact_content, fact_label
from tests.from_docstring import with_prelude

TALKS = """
dossier: {format: 1, title: Talks, as_of: 2025-06-20, credibility: {3: as one side tells it}}
events:
  signal: {title: The signal}
  truce: {title: A truce}
  retreat: {title: The retreat, part_of: land, note: {2025-06-03: It began.}}
issues:
  land:
    topic: War
    title: Land
    kind: choice
    near: 1 step
    ordered: true
    options: {none-of-it: no land, half: {title: half, noun: half of the land}, all-of-it: all land}
    parts: {hill: Hill, far-lake: The far lake}
    formerly: [ground]
    reference_point: {value: half, sources: [paper]}
  dead:
    topic: War
    title: The dead
    kind: exchange
    unit: bodies
    between: [north, south]
    verb: return
memoranda:
  draft: {party: north, form: memorandum, date: 2025-05-01, title: The draft, sources: [paper], positions: {land: half}}
  plan:
    party: north
    form: memorandum
    date: 2025-06-01T10:00
    based_on: draft
    sources: [paper]
    points: [I, II]
    left_out: {II: A greeting.}
    checked: {who: Ada, date: 2025-06-02}
    options: {slow: {title: "Option 1, slow"}, fast: {title: "Option 2, fast"}}
    sequence: [retreat, [land, dead], {any_order: [signal, truce]}]
    positions:
      land:
        alternatives:
          slow: {value: half, starts: retreat, conditions: [retreat], renewable: 30 days}
          fast: {parts: {hill: all-of-it, far-lake: {value: half, red_line: true, sources: [paper]}}}
      dead:
        value: all for all
        quote: {text: Ми, translation: We}
        reservation: {value: all for all, basis: stated, sources: [paper]}
        accounts:
          word: {value: 9 for 9, sources: [paper]}
          own: {value: 8 for 8, party: south, sources: [paper]}
outcomes:
  deal:
    issue: land
    date: 2025-06-02
    parts: {hill: half}
    rest: all-of-it
    confirmed_by: [north, south]
    sources: [paper]
  swap:
    issue: dead
    date: 2025-06-02
    accounts: {north: all for all, south: 6 for 0}
    delivered: {all: 10 for 10, south: {blank: undisclosed, date: 2025-06-16}}
    sources: [paper]
"""


def facts(before: str, after: str) -> list[str]:
    sides = [positions.loads(with_prelude(text)).dossier for text in (before, after)]
    assert sides[0] is not None
    assert sides[1] is not None
    found = difference(nothing_of(sides[0]) if before == after else sides[0], sides[1])
    every = [*found.facts, *(fact for issue in found.issues for fact in issue.facts)]
    told = []
    for fact in every:
        for leaf in fact.leaves:
            side = found.words[leaf.after is not None]
            content = leaf.before if leaf.after is None else leaf.after
            label = fact_label(side, fact.subject, leaf.path)
            told.append(f"{label}: {fact_content(side, fact.subject, leaf.path, content)}")
    return told


def test_every_fact_of_a_dossier_has_a_name_and_words() -> None:
    told = facts(TALKS, TALKS)
    for line in (
        "date: 1 June 2025",
        "is part of: land",
        "note of 3 June 2025: It began.",
        "based on: “The draft”",
        "points left out, II: A greeting.",
        "checked, date: 2 June 2025",
        "option 2: Option 2, fast",
        "order of steps: the retreat, then land and the dead, then the signal and a truce in any order",
        "“half”, noun: half of the land",
        "counts as near: 1 step",
        "part the far lake: The far lake",
        "ladder: no land, half and all land",
        "reference point: half of the land",
        "reference point, sources: The Paper, 1 June 2025",
        "under option 2, the far lake, sources: The Paper, 1 June 2025",
        "confirmed by: North and South",
        "Hill: half of the land",
        "the other parts: all land",
        "between: North and South",
        "quote, translation: We",
        "reservation value: all for all",
        "account of The Paper: 9 for 9",
        "South's account: 8 for 8",
        "issue: The dead",
        "South's account: 6 for 0",
        "delivered: 10 for 10",
        "South's count: undisclosed",
        "South's count, date: 16 June 2025",
    ):
        assert line in told
    assert not any("›" in line or "None" in line for line in told)


def test_terms_name_what_happens() -> None:
    terms = "    starts: retreat\n    renewable: 30 days\n    after: [dead, peace]"
    assert set(facts(TALKS, TALKS.replace("    rest: all-of-it", terms))) == {
        "start: the retreat",
        "renewable: 30 days",
        "after: the dead and peace",
        "the other parts: all land",
    }


def test_what_is_not_there_is_told_as_it_was_compared() -> None:
    dossier = positions.loads(with_prelude(TALKS)).dossier
    assert dossier is not None
    words = difference(dossier, dossier).words[0]
    assert fact_content(words, ("issues", "gone"), ("title",), "Gone") == "Gone"
    assert fact_content(words, ("issues", "gone"), ("title",), None) == ""
    assert fact_content(words, ("sources", "gone"), ("date",), "2025-06-01") == "1 June 2025"
    assert fact_content(words, ("dossier",), ("as_of",), "2025-06-20") == "20 June 2025"
    assert fact_label(words, ("dossier",), ("credibility", "3")) == "credibility, 3"
    position = ("memoranda", "plan", "positions", "gone")
    assert fact_content(words, position, ("value",), ("b", "a")) == "b; a"
    assert (
        fact_label(words, ("outcomes", "gone"), ("accounts", "east", "value")) == "east's account"
    )
    assert fact_label(words, ("issues", "gone"), ("options", "x", "title")) == "“x”"
    assert fact_label(words, position, ("accounts", "x", "value")) == "another account"
    assert fact_label(words, position, ()) == ""


def test_a_text_is_shown_in_its_own_signs() -> None:
    text = TALKS.replace(
        "value: all for all\n        quote",
        "value: all for all\n        paraphrase: WORDS\n        quote",
    )
    old = text.replace("WORDS", "'He said “yes” – twice…'")
    new = text.replace("WORDS", "'He said “no” – twice…'")
    sides = [positions.loads(with_prelude(each)).dossier for each in (old, new)]
    assert sides[0] is not None
    assert sides[1] is not None
    found = difference(sides[0], sides[1])
    (fact,) = [fact for issue in found.issues for fact in issue.facts]
    (leaf,) = fact.leaves
    assert [
        fact_content(words, fact.subject, leaf.path, content)
        for words, content in zip(found.words, (leaf.before, leaf.after), strict=True)
    ] == ["He said “yes” – twice…", "He said “no” – twice…"]
