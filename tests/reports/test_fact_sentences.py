"""How a log says what changed in an issue, a document, an event or an outcome: no key of a field."""

from __future__ import annotations

import pytest

import positions
from positions.changes.detect import ChangeClass
from positions.changes.difference import difference
from positions.reports.changes.fact_sentences import fact_sentence
from tests.changes.test_fact_words import TALKS
from tests.from_docstring import with_prelude


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        (
            "near: 1 step",
            "near: 2 steps",
            "Land: up to 2 steps apart now counts as near (before, 1 step).",
        ),
        ("    near: 1 step\n", "", "Land: up to 1 step apart no longer counts as near."),
        (
            "all-of-it: all land}",
            "all-of-it: all land, more: more land}",
            "Land: a new option, more land; the ladder is now no land, half, all land and more land (before, no land, half and all land).",
        ),
        (
            "    ordered: true\n",
            "",
            "Land: up to 1 step apart no longer counts as near; the options are no longer a ladder: no land, half and all land.",
        ),
        ("hill: Hill, far", "hill: Hill, moor: Moor, far", "Land: a new part, Moor."),
        (
            "parts: {hill: Hill, far-lake: The far lake}",
            "parts: {hill: Hill}",
            "Land: no longer the part the far lake.",
        ),
        (
            "value: half, sources: [paper]}\n  dead",
            "value: all-of-it, sources: [paper]}\n  dead",
            "Land: reference point changed from half of the land to all land.",
        ),
        (
            "    kind: exchange",
            "    kind: exchange\n    procedural: true",
            "The dead: now procedural, and not counted.",
        ),
        (
            "    kind: exchange",
            "    kind: exchange\n    counts: each",
            "The dead: its figures now count each side.",
        ),
        ("unit: bodies", "unit: people", "The dead: unit changed from bodies to people."),
        (
            "between: [north, south]",
            "between: [south, north]",
            "The dead: now between South and North (before, North and South).",
        ),
        (
            "    based_on",
            "    read: whole\n    based_on",
            "North's memorandum of 1 June 2025: now read: the whole (before, a part).",
        ),
        (
            "T10:00",
            "T11:00",
            "North's memorandum of 1 June 2025: date changed from 1 June 2025, 10:00 to 1 June 2025, 11:00.",
        ),
        (
            "    based_on",
            "    disclosure: partial\n    known: 2025-06-02\n    based_on",
            "North's memorandum of 1 June 2025: now public in part (before, public); known since 2 June 2025.",
        ),
        (
            "    based_on",
            "    reactions: {draft: rejects}\n    of_record: true\n    based_on",
            "North's memorandum of 1 June 2025: reaction to “The draft” added (rejects); now the record.",
        ),
        (
            "  plan:\n",
            "  reply: {party: south, form: statement, date: 2025-06-02, sources: [paper], reactions: {plan: rejects}}\n  plan:\n",
            "South's statement of 2 June 2025, recorded: South rejects North's memorandum of 1 June 2025 as a whole.",
        ),
        (
            "    based_on: draft\n",
            "",
            "North's memorandum of 1 June 2025: no longer based on “The draft”.",
        ),
        (
            "[retreat, [land, dead], {any_order: [signal, truce]}]",
            "[retreat, land]",
            "North's memorandum of 1 June 2025: order of steps changed from the retreat, then land and the dead, then the signal and a truce in any order to the retreat, then land.",
        ),
        (
            'Option 2, fast"}',
            'Option 2, faster", group: g}',
            "North's memorandum of 1 June 2025: option 2 now excludes the others of its group.",
        ),
        ("part_of: land, note", "note", "The retreat: no longer part of land."),
        (
            "confirmed_by: [north, south]",
            "confirmed_by: [north]",
            "Land, outcome of 2 June 2025: now confirmed by North (before, North and South).",
        ),
        (
            "south: 6 for 0}",
            "south: 8 for 0}",
            "The dead, outcome of 2 June 2025: South's account, 8 bodies from North and none from South instead of 6 bodies from North and none from South.",
        ),
        (
            "    parts: {hill: half}\n    rest: all-of-it\n",
            "    value: half\n",
            "Land, outcome of 2 June 2025: half of the land; Hill taken out (half of the land); the other parts taken out (all land).",
        ),
        (
            "{all: 10 for 10,",
            "{all: 12 for 12,",
            "The dead, outcome of 2 June 2025: delivered, 12 bodies from each side instead of 10 bodies from each side.",
        ),
        (
            "{blank: undisclosed, date",
            "{value: 7 for 7, date",
            "The dead, outcome of 2 June 2025: South's count, 7 bodies from each side instead of undisclosed.",
        ),
        (
            "confirmed_by: [north, south]",
            "accounts: {north: {parts: {hill: half, far-lake: half}}, south: {confirms: true, date: 2025-06-05}}",
            "Land, outcome of 2 June 2025: no longer confirmed by North and South; North's account, Hill and the far lake, half of the land; South's account, confirmed on 5 June 2025.",
        ),
        (
            "south: 6 for 0}",
            "south: {value: 6 for 0, scope: by sea}}",
            "The dead, outcome of 2 June 2025: South's account, scope added (by sea).",
        ),
        (
            "  deal:\n    issue: land\n    date: 2025-06-02\n    parts: {hill: half}\n    rest: all-of-it\n    confirmed_by: [north, south]\n    sources: [paper]\n",
            "",
            "Land (Hill), no longer recorded: on 2 June 2025 North and South agreed on half of the land. Land (the far lake), no longer recorded: on 2 June 2025 North and South agreed on all land.",
        ),
    ],
)
def test_every_change_is_told_in_words(was: str, becomes: str, expected: str) -> None:
    assert was in TALKS
    states = [
        positions.loads(with_prelude(one)).dossier
        for one in (TALKS, TALKS.replace(was, becomes, 1))
    ]
    assert states[0] is not None
    assert states[1] is not None
    found = difference(states[0], states[1])
    facts = (*found.facts, *(fact for issue in found.issues for fact in issue.facts))
    classes = ChangeClass.SUBSTANCE, ChangeClass.FRAME
    told = (fact_sentence(found, fact, classes) for fact in facts)
    assert " ".join(filter(None, told)) == expected


def test_who_confirmed_an_outcome_later_is_told_with_the_day() -> None:
    confirms = "confirmed_by: [north]\n    accounts: {south: {confirms: true, date: 2025-06-05}}\n"
    agreed = TALKS.replace("confirmed_by: [north, south]\n", confirms, 1)
    outcome = agreed[agreed.index("  deal:") :]
    outcome = outcome[: outcome.index("    sources: [paper]\n") + 21]
    states = [
        positions.loads(with_prelude(one)).dossier for one in (agreed.replace(outcome, ""), agreed)
    ]
    found = difference(*states)  # type: ignore[arg-type]
    told = [
        fact_sentence(found, one, tuple(ChangeClass))
        for issue in found.issues
        for one in issue.facts
    ]
    assert told[0].startswith(
        "Land (Hill): on 2 June 2025 North agreed on half of the land. South confirmed it on "
        "5 June 2025."
    )
