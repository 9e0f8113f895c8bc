"""Does advice lead to where a word belongs that is known elsewhere? A « stands before each fault."""

from __future__ import annotations

import pytest

from tests.marked import faults

TALKS = """
parties: {north: {name: North, formerly: norden}, south: {name: South}}
sources: {paper: {publisher: P, date: 2025-06-01, title: T}, wire: {publisher: W, date: 2025-06-01, title: T}}
events:
  go: {title: The signal}
  <event>
issues: {truce: {topic: War, title: Truce, kind: duration, formerly: pause}, land: text}
memoranda:
  plan:
    party: north
    form: memorandum
    date: 2025-05-20
    sources: [paper]
    <field>
    positions:
      truce: 30 days
      <position>
"""
ADVICE = [
    ("<position>", "«scope: a", "It is a field of a position: write `truce: {value: 30 days, scope: …}`."),
    ("<position>", "«sources: wire", "It is a field of a position: write `truce: {value: 30 days, sources: …}`."),
    ("<position>", "«blank: silent", "It is a field of a position: write it in that on `truce`."),
    ("<position>", "land:\n      «value: a", "It is a field of a position: indent it below `land`."),
    ("<position>", "«speaker: S\n      land: a", "It is a field of a position: write `truce: {value: 30 days, speaker: …}`."),
    ("<position>", "«read: whole", "It is a field of a document: write it beside `positions`."),
    ("<position>", "«url: u", "It is a field of a source."),
    ("<position>", "«outcomes: {}", "It is a section: begin it in column 1."),
    ("<position>", "«reply: {party: south, form: report}", "It is a document: write it under `memoranda`."),
    ("<position>", "«pause: 3 days", "It is called `truce` now."),
    ("<position>", "land: {value: a, «form: report}", "It is a field of a document: write it beside `positions`."),
    ("<position>", "land: {value: a, after: [«pause]}", "It is called `truce` now."),
    ("<position>", "land: {value: a, by: «'north, south'}", "Write a list: `[north, south]`."),
    ("<position>", "land: {value: a, sources: «paper and wire}", "Write a list: `[paper, wire]`."),
    ("<position>", "land: {value: a, sources: «'paper, wirre'}", "Write each as an entry of a list, `[…, …]`."),
    ("<position>", "land: {value: a, accounts: {south: {sources: paper, value: b, party: «norden}}}", "It is called `north` now."),
    ("<field>", "«truce: 3 days", "It is an issue: write it under `positions`."),
    ("<field>", "«value: 3 days", "It is a field of a position: write it in one, under `positions`."),
    ("<field>", "«name: N", "It is a field of a party."),
    ("<field>", "«title_: N", "Did you mean `title`?"),
    ("<field>", "disclosure: «whole\n    read: «published", "It is a word of `read`. Write `published`, `reviewed`, `partial` or `withheld`."),
    ("<event>", "say: {title: S, «noun_: s, «date: 2025-06-01}", "Did you mean `noun`?"),
    ("<event>", "«reply: {party: south, form: report, date: 2025-06-01}", "Write it under `memoranda`."),
    ("<event>", "«outcomes:\n  end: {issue: truce, date: 2025-06-01, value: 3 days}", "Begin it in column 1."),
    ("<event>", "«outcomes:\n    end: {issue: truce, date: 2025-06-01, value: 3 days}", "Begin it in column 1."),
]  # fmt: skip
"""Where something stands, what, and what is advised."""


@pytest.mark.parametrize(("place", "marked", "advice"), ADVICE)
def test_advice_leads_to_where_a_word_belongs(place: str, marked: str, advice: str) -> None:
    text = TALKS.replace(place, marked)
    for other in ("<event>", "<field>", "<position>"):
        text = "".join(line for line in text.splitlines(keepends=True) if other not in line)

    assert faults(text)[0].endswith(advice)
