"""Is every leaf of every document in the text once, in the bracket of whoever says it?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import positions
from positions.analysis.single_text.ledger import faults, ledger, uses
from positions.analysis.single_text.merge import single_text
from positions.analysis.single_text.model import Bracketed, Plain, SingleText
from positions.comparison.compare import compare
from positions.model.moment import Moment
from positions.reports.single_text.page import ledger_words
from tests.paths import ROOT

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def text_of(dossier: Dossier, as_of: str = "") -> SingleText:
    moment = Moment.parse(as_of) if as_of else None
    return single_text(compare(dossier, as_of=moment), dossier)


@pytest.mark.parametrize(
    ("as_of", "least"),
    [("2025-05-16", 50), ("2025-06-02T09:00", 100), ("2025-06-02", 200), ("2025-07-23", 200)],
)
def test_the_shipped_case_is_accounted_for(as_of: str, least: int) -> None:
    dossier = positions.load(ROOT / "data" / "positions.yaml").dossier
    assert dossier is not None
    text = text_of(dossier, as_of)

    assert [fault.sentence for fault in faults(text)] == []
    assert len(text.expected) > least
    assert {leaf for line in ledger(text) for leaf in line.leaves} == set(text.expected)


def test_the_ledger_says_what_became_of_each_position(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Length of the truce, kind: duration}
      hills: {topic: War, title: Hills, kind: choice, options: {ours: ours, theirs: theirs}}
    events: {retreat: {title: the retreat}}
    memoranda:
      old:
        party: north
        form: statement
        date: 2025-05-20
        sources: [paper]
        positions: {truce: 3 days}
      plan:
        party: north
        form: memorandum
        date: 2025-05-28
        read: whole
        sources: [paper]
        sequence: [retreat, hills]
        positions: {truce: {value: at least 30 days, clause: I.1}, hills: ours}
      reply:
        party: south
        form: statement
        date: 2025-05-29
        sources: [paper]
        positions: {truce: {value: 30 days, scope: the valley}}
      later:
        party: south
        form: statement
        date: 2025-06-03
        sources: [paper]
        positions: {truce: 5 days}
    """
    lines = ledger(text_of(dossier))

    assert [(one.place, one.document, one.position, one.approach) for one in lines] == [
        ("1.1", "plan", "truce: bound", "bracketed"),
        ("1.1", "plan", "truce: figure", "consolidated with South"),
        ("1.1", "reply", "truce: figure", "consolidated with North"),
        ("1.1", "reply", "truce: scope", "bracketed"),
        ("1.2", "plan", "hills: value", "bracketed"),
        ("A1", "plan", "sequence: step 1, step 2", "moved to annex A"),
        ("", "old", "truce: figure", "left out"),
    ]
    assert lines[0].clause == "I.1"
    assert lines[4].reason == "South: not recorded."
    assert lines[-1].reason == "the word of 28 May 2025 is of record"


def test_a_leaf_that_is_dropped_doubled_or_in_a_wrong_bracket_is_found(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Length of the truce, kind: duration}
    memoranda:
      plan:
        party: north
        form: statement
        date: 2025-05-28
        sources: [paper]
        positions: {truce: {value: at least 30 days, scope: the valley}}
      reply:
        party: south
        form: statement
        date: 2025-05-29
        sources: [paper]
        positions: {truce: {value: 30 days, scope: the valley}}
    """
    text = text_of(dossier)
    assert faults(text) == ()
    clause = text.paragraphs[0].parts[0].clauses[0]
    place = next(n for n, one in enumerate(clause.pieces) if isinstance(one, Bracketed))
    bracket = clause.pieces[place]
    assert isinstance(bracket, Bracketed)
    (variant,) = bracket.variants
    figure = next(one for one in clause.pieces if isinstance(one, Plain) and one.leaves)
    other = next(
        voice
        for voice in (one.leaf.document for one in uses(text))
        if voice != variant.voices[0].document
    )

    def broken(piece: Bracketed | Plain | None, twice: Plain | None = None) -> list[str]:
        pieces = list(clause.pieces)
        pieces[place : place + 1] = [piece] if piece else []
        pieces += [twice] if twice else []
        return said(text, tuple(pieces))

    stranger = replace(variant.voices[0], document=other)
    assert broken(None) == [
        "`plan`, truce: bound is neither in the text nor left out.",
    ]
    assert broken(bracket, figure)[0] == "`plan`, truce: figure is there 2 times."
    wrong = replace(bracket, variants=(replace(variant, voices=(stranger,)),))
    assert broken(wrong) == ["`plan`, truce: bound is in the bracket of another."]
    assert broken(variant.pieces[0]) == [
        "`plan`, truce: bound is without a bracket, and is not common to all who speak."
    ]


def said(text: SingleText, pieces: tuple[Bracketed | Plain, ...]) -> list[str]:
    (article,) = text.articles
    (paragraph,) = article.paragraphs
    (part,) = paragraph.parts
    clause = replace(part.clauses[0], pieces=pieces)
    changed = replace(
        text,
        articles=(
            replace(
                article,
                paragraphs=(replace(paragraph, parts=(replace(part, clauses=(clause,)),)),),
            ),
        ),
    )
    return [fault.sentence for fault in faults(changed)]


def test_an_order_that_was_taken_over_has_no_leaves_of_its_own(dossier: Dossier) -> None:
    """
    issues:
      hills: {topic: War, title: Hills, kind: choice, options: {ours: ours, theirs: theirs}}
    events: {retreat: {title: the retreat}, vote: {title: the vote}}
    memoranda:
      plan: {party: north, form: memorandum, date: 2025-05-28, read: whole, sources: [paper],
             sequence: [retreat, {any_order: [hills, vote]}], positions: {hills: ours}}
      reply: {party: south, form: memorandum, date: 2025-05-29, read: whole, sources: [paper],
              based_on: plan, positions: {hills: theirs}}
    """
    text = text_of(dossier)

    assert [fault.sentence for fault in faults(text)] == []
    assert any("in any order" in entry.words for entry in text.steps)


def test_nothing_is_told_of_a_text_before_it_was_known_but_that_there_is_one(
    dossier: Dossier,
) -> None:
    """
    issues:
      truce: {topic: War, title: Length of the truce, kind: duration}
      hills: {topic: War, title: Hills, kind: duration}
    memoranda:
      open: {party: north, form: statement, date: 2025-05-20, sources: [paper], sequence: [truce, hills], positions: {truce: 9 days}}
      secret: {party: south, form: memorandum, title: A secret plan, date: 2025-05-28, known: 2025-06-10, sources: [paper], sequence: [hills, truce], options: {x: {title: A hidden option}}, positions: {hills: {alternatives: {x: 7 days}}}}
      later: {party: south, form: statement, title: Later words, date: 2025-06-05, sources: [paper], sequence: [hills, truce], positions: {truce: 5 days}}
    """
    moment = Moment.parse("2025-06-02")
    for parties in (None, ["south"]):
        text = single_text(compare(dossier, parties=parties, as_of=moment), dossier)
        assert faults(text) == ()
        (line,) = (one for one in ledger(text) if one.document != "open")
        assert (line.document, line.approach) == ("secret", "left out")
        told = list(ledger_words(text, line))
        assert told[2:] == [
            "memorandum of 28 May 2025",
            "",
            "the whole text",
            "left out",
            "the text was not known on 2 June 2025",
        ]
        assert not {leaf.document for entry in text.steps for leaf in entry.leaves} - {"open"}
