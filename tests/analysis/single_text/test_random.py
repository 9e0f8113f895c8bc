"""Does a text hold for any dossier: each leaf once, nothing plain that is not common, clean or not?"""

from __future__ import annotations

import os
import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import positions
from positions.analysis.single_text.leaves import BOUND, DIRECTIONS, FIGURE, VALUE, branches_of
from positions.analysis.single_text.ledger import faults, ledger
from positions.analysis.single_text.merge import single_text
from positions.analysis.single_text.model import (
    Bracketed,
    Clause,
    Plain,
    SingleText,
    TextVoice,
    Variant,
    pieces_within,
)
from positions.analysis.single_text.paragraphs import position_sentence, words_of
from positions.analysis.single_text.pen import Pen
from positions.analysis.single_text.places import burn_down
from positions.analysis.single_text.request import TextRequest, papers_alone
from positions.comparison.rows import Status
from positions.model.dossier import Form
from positions.model.moment import Moment
from positions.record.agreements import since_otherwise
from positions.record.options import every_option
from tests.random_talks import random_talks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.analysis.single_text.leaves import Leaf
    from positions.analysis.single_text.model import Piece, TextParagraph, TextPart

pytestmark = pytest.mark.no_cover

SEEDS = 1_000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 80
"""How many dossiers are tried; `make fuzz` tries more."""

NAMES = ("the part",)
VALUES = {VALUE, FIGURE, BOUND, *DIRECTIONS, "renewable"}

SETTLED = {Status.AGREED, Status.SETTLED}


def text_of(seed: int) -> SingleText:
    dossier = random_talks(seed)
    return single_text(positions.compare(dossier), dossier)


def is_spoken_to(part: TextPart) -> bool:
    """Return whether a party that counts has words on a part."""
    return any(
        not (isinstance(piece, Bracketed) and piece.is_proposal)
        for clause in part.clauses
        for piece in clause.pieces
    )


def is_common(text: SingleText, paragraph: TextParagraph, part: TextPart) -> bool:
    """Return whether all agree on a part, by words of their own that are as they stand."""
    if part.status is not Status.AGREED:
        return part.status is Status.SETTLED
    (row,) = [row for row in text.comparison.rows if row.issue is paragraph.issue]
    return not any(
        standing.older
        or since_otherwise(standing, line.outcomes)
        or entry.document.form is Form.REPORT
        or any(one.inferred for one in (entry.position, *entry.position.alternatives.values()))
        for line in row.leaves
        if line.part in part.parts
        for party in line.sought
        if (standing := line.standings[party]).speaks
        for entry in standing.words
    )


@pytest.mark.parametrize("start", range(0, SEEDS, 20))
def test_each_leaf_is_there_once_and_a_clean_paragraph_is_an_agreed_one(start: int) -> None:
    for seed in range(start, start + 20):
        text = text_of(seed)
        assert [fault.sentence for fault in faults(text)] == [], seed
        counted = [leaf for line in ledger(text) for leaf in line.leaves]
        assert sorted(counted) == sorted(text.expected), seed
        check_places(text, seed)
        for paragraph in text.paragraphs:
            spoken = [part for part in paragraph.parts if is_spoken_to(part)]
            agreed = bool(spoken) and all(is_common(text, paragraph, part) for part in spoken)
            assert paragraph.is_clean is agreed, (seed, paragraph.number)
            check_words(text, paragraph, seed)


def check_words(text: SingleText, paragraph: TextParagraph, seed: int) -> None:
    """See that values, plain or in a bracket, are in the words of each who is said to have them."""
    pen = Pen.of(text.comparison.dossier)
    (row,) = [row for row in text.comparison.rows if row.issue is paragraph.issue]
    lines = {line.part: line for line in row.leaves}

    def own(leaf: Leaf) -> str:
        line = lines[leaf.part]
        document = text.carried.get(leaf, leaf.document)
        (position,) = {
            id(branch): branch
            for standing in line.standings.values()
            for entry in standing.words
            if entry.document.id == document
            for label, branch in branches_of(entry.position)
            if label == leaf.branch
        }.values()
        voice = TextVoice("", "", (), leaf.branch, document)
        return words_of(position_sentence(pen, row.issue, line, voice, position), NAMES).lower()

    for part in paragraph.parts:
        for clause in part.clauses:
            whole = words_of((clause,), NAMES) if part.status is Status.SETTLED else ""
            for piece in pieces_within(clause.pieces):
                for leaf in piece.leaves if isinstance(piece, Plain) else ():
                    if leaf.name in VALUES and leaf.document in text.whole.memoranda:
                        assert isinstance(piece, Plain)
                        words = (whole or piece.with_parts(NAMES)).strip().lower()
                        words = re.sub("^as to .*, (?=this )", "", words)
                        assert words in own(leaf), (seed, words)


def check_places(text: SingleText, seed: int) -> None:
    """See that the places that are not common are those with brackets, or a draft's words alone."""
    is_open = {(one.key.issue, one.key.part) for one in text.places.open}
    assert not {one.key for one in text.places.open} & set(text.places.common), seed
    for paragraph in text.paragraphs:
        for part in filter(is_spoken_to, paragraph.parts):
            bracketed = part.is_unadmitted or any(
                isinstance(piece, Bracketed) and not (piece.is_proposal or part.is_agreed)
                for piece in part.pieces
            )
            for name in part.parts:
                assert ((paragraph.issue.id, name) in is_open) is bracketed, (seed, name)


@pytest.mark.parametrize("start", range(0, SEEDS if SEEDS > 80 else 40, 20))
def test_a_draft_papers_alone_and_options_are_accounted_for_too(start: int) -> None:
    for seed in range(start, start + 20):
        dossier = random_talks(seed)
        comparison = positions.compare(dossier)
        base = comparison.parties[seed % len(comparison.parties)].id
        drafted = single_text(comparison, dossier, TextRequest(base))
        assert [fault.sentence for fault in faults(drafted)] == [], seed
        check_places(drafted, seed)
        if dossier.memoranda:
            names = list(dossier.memoranda)[seed % 2 :: 2]
            alone = papers_alone(dossier, names)
            parties = list(dict.fromkeys(dossier.memoranda[name].party for name in names))
            within = positions.compare(alone, parties=parties or None)
            assert [one.sentence for one in faults(single_text(within, dossier))] == [], seed
        whole = single_text(comparison, dossier).steps
        kept = [one.id for one in comparison.parties if one.id != base]
        some = single_text(positions.compare(dossier, parties=kept), dossier).steps
        assert [replace(one, remark="") for one in some] == [
            replace(one, remark="") for one in whole if one.voices[0].party != base
        ], seed
        for party, options in every_option(dossier).items():
            chosen = positions.compare(dossier, options={party: [options[0].id]})
            text = single_text(chosen, dossier)
            assert [fault.sentence for fault in faults(text)] == [], seed
            assert text.numbers == drafted.numbers


def test_every_mutant_of_a_merge_is_found() -> None:
    chance = random.Random(1)
    tried = {"dropped": 0, "doubled": 0, "given to another": 0}
    for seed in range(60):
        text = text_of(seed)
        for kind, mutant in mutants(text, chance):
            assert faults(mutant), (seed, kind)
            tried[kind] += 1
    assert min(tried.values()) > 100, tried


def test_a_burn_down_adds_up() -> None:
    for seed in range(SEEDS // 3):
        dossier = random_talks(seed)
        moments = [Moment.parse(day) for day in ("2025-05-19", "2025-05-22", "2025-06-04")]
        texts = [
            single_text(positions.compare(dossier, as_of=moment), dossier).places
            for moment in moments
        ]
        for before, after in ((texts[0], texts[1]), (texts[1], texts[2]), (texts[2], texts[0])):
            found = burn_down(before, after)
            come = len(found.reopened) + len(found.recorded)
            gone = len(found.closed) + len(found.dropped)
            assert found.before + come - gone == found.after == len(after.open), seed
            assert not set(found.recorded) & set(before.common), seed


def mutants(text: SingleText, chance: random.Random) -> Iterator[tuple[str, SingleText]]:
    """Yield texts with one leaf dropped, doubled or in another's bracket, some of each."""
    known = text.whole.memoranda
    leaves = [
        leaf
        for paragraph in text.paragraphs
        for part in paragraph.parts
        for piece in part.pieces
        if isinstance(piece, Plain)
        for leaf in piece.leaves
        if leaf.document in known
    ]
    for leaf in chance.sample(leaves, min(4, len(leaves))):
        yield "dropped", changed(text, leaf, ())
        yield "doubled", changed(text, leaf, (leaf, leaf))
        own = text.carried.get(leaf, leaf.document)
        strangers = [name for name in (*known, "nobody") if name not in {leaf.document, own}]
        other = leaf._replace(document=chance.choice(strangers))
        yield "given to another", changed(text, leaf, (other,))
        yield "given to another", relabelled(text, leaf, chance.choice(strangers))


def changed(text: SingleText, leaf: Leaf, found: tuple[Leaf, ...]) -> SingleText:
    def of(piece: Piece) -> Piece:
        if isinstance(piece, Plain):
            held = tuple(new for one in piece.leaves for new in (found if one == leaf else (one,)))
            return replace(piece, leaves=held)
        return replace(
            piece,
            variants=tuple(
                replace(one, pieces=tuple(map(of, one.pieces))) for one in piece.variants
            ),
        )

    return each_clause(text, lambda pieces: tuple(map(of, pieces)))


def relabelled(text: SingleText, leaf: Leaf, document: str) -> SingleText:
    """Return a text in which the bracket around a leaf names another; or that leaf is plain."""
    own = text.carried.get(leaf, leaf.document)

    def holds(variant: Variant) -> bool:
        return any(
            leaf in piece.leaves if isinstance(piece, Plain) else any(map(holds, piece.variants))
            for piece in variant.pieces
        )

    def of(piece: Piece) -> Piece:
        if isinstance(piece, Plain):
            return replace(piece, leaves=tuple(one for one in piece.leaves if one != leaf))
        variants = tuple(
            replace(
                one,
                voices=tuple(
                    replace(voice, document=document) if voice.document == own else voice
                    for voice in one.voices
                ),
            )
            if holds(one)
            else one
            for one in piece.variants
        )
        return replace(piece, variants=variants)

    return each_clause(text, lambda pieces: tuple(map(of, pieces)))


def each_clause(text: SingleText, act: object) -> SingleText:
    assert callable(act)
    return replace(
        text,
        articles=tuple(
            replace(
                article,
                paragraphs=tuple(
                    replace(
                        paragraph,
                        parts=tuple(
                            replace(
                                part,
                                clauses=tuple(Clause(act(one.pieces)) for one in part.clauses),
                            )
                            for part in paragraph.parts
                        ),
                    )
                    for paragraph in article.paragraphs
                ),
            )
            for article in text.articles
        ),
    )
