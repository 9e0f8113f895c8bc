"""Makes one text of many documents: articles by topic, paragraphs by issue, and annexes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from positions.analysis.single_text.accounting import account_for, left_out
from positions.analysis.single_text.annexes import contested_accounts, orders_of_steps
from positions.analysis.single_text.model import (
    KNOWN_AS,
    Article,
    Bracketed,
    PaperLine,
    Plain,
    SingleText,
)
from positions.analysis.single_text.paragraphs import write_paragraph
from positions.analysis.single_text.pen import Pen
from positions.analysis.single_text.places import places_in
from positions.analysis.single_text.request import PLAIN_REQUEST, TextRequest, numbered
from positions.analysis.single_text.speakers import Speakers
from positions.comparison.compare import narrowed
from positions.model.dossier import Disclosure, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.analysis.single_text.leaves import Leaf
    from positions.analysis.single_text.model import AnnexEntry, TextParagraph
    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier, Memorandum

__all__ = ["single_text"]


def single_text(
    comparison: Comparison, whole: Dossier, request: TextRequest = PLAIN_REQUEST
) -> SingleText:
    """Return one text made of the documents of record.

    Args:
        comparison: Of some parties or all, as of a moment, under the options chosen.
        whole: The dossier, with what is later than that moment.
        request: What else is asked of it.
    """
    comparison = _of_parties(comparison)
    pen = Pen.of(comparison.dossier)
    speakers = Speakers(whole)
    numbers = numbered(whole, request.numbers)
    chosen = comparison.options.get(request.base, ())
    request = replace(request, options=frozenset(option.id for option in chosen))
    articles: dict[str, list[TextParagraph]] = {}
    earlier: list[AnnexEntry] = []
    accounts: list[AnnexEntry] = []
    for row in comparison.rows:
        number = numbers[row.issue.id]
        written = write_paragraph(pen, speakers, row, number, request)
        articles.setdefault(row.issue.topic, []).append(written.paragraph)
        earlier += written.earlier
        accounts += contested_accounts(pen, speakers, row, number)
    steps = orders_of_steps(comparison, pen, speakers)
    found = account_for(comparison, whole)
    placed = {
        leaf
        for paragraphs in articles.values()
        for paragraph in paragraphs
        for leaf in _leaves_in(paragraph)
    }
    placed |= _leaves_of(steps, earlier, accounts)
    missing = [leaf for leaf in found.expected if leaf not in placed]
    return SingleText(
        comparison,
        whole,
        tuple(_papers(comparison, {*found.of_record, *_leaves_of(steps, accounts)})),
        tuple(
            Article(int(numbers[given[0].issue.id].split(".")[0]), topic, tuple(given))
            for topic, given in articles.items()
        ),
        tuple(_options(comparison, speakers, articles)),
        steps,
        tuple(earlier),
        tuple(accounts),
        left_out(comparison, whole, missing, request.beyond),
        found.expected,
        found.of_record,
        found.speaking,
        found.carried,
        places_in(comparison, pen, speakers, numbers, request),
        numbers,
        request.base,
        request.paper,
    )


def _of_parties(comparison: Comparison) -> Comparison:
    """Return a comparison in which others are no parties beside one party or none either.

    There every column counts, so that a draft can be compared; a mediator proposes all the same.
    """
    parties = [party.id for party in comparison.parties if party.role.counts]
    if not parties:
        none = [
            replace(
                row,
                whole=replace(row.whole, sought=()),
                parts=tuple(replace(line, sought=()) for line in row.parts),
            )
            for row in comparison.rows
        ]
        return replace(comparison, rows=tuple(none))
    if len(parties) != 1 or len(comparison.parties) == 1:
        return comparison
    alone = narrowed(comparison, parties).rows
    rows = [
        replace(
            row,
            whole=replace(row.whole, standings=shown.whole.standings),
            parts=tuple(
                replace(line, standings=seen.standings)
                for line, seen in zip(row.parts, shown.parts, strict=True)
            ),
        )
        for row, shown in zip(alone, comparison.rows, strict=True)
    ]
    return replace(comparison, rows=tuple(rows))


def _leaves_in(paragraph: TextParagraph) -> Iterator[Leaf]:
    for part in paragraph.parts:
        for piece in part.pieces:
            if isinstance(piece, Plain):
                yield from piece.leaves
        for note in part.notes:
            yield from note.leaves


def _leaves_of(*annexes: Iterable[AnnexEntry]) -> set[Leaf]:
    return {leaf for entries in annexes for entry in entries for leaf in entry.leaves}


def _papers(comparison: Comparison, used: Iterable[Leaf]) -> Iterator[PaperLine]:
    """Yield the documents whose words are in the text or an annex, column by column, by date.

    So it does with texts for which a party has no words, and with those of groups behind columns.
    """
    held = {leaf.document for leaf in used} | {
        standing.document.id
        for row in comparison.rows
        for line in row.leaves
        for standing in line.standings.values()
        if standing.document is not None
    }
    documents = sorted(comparison.dossier.memoranda.values(), key=lambda one: one.date.order())
    for party in dict.fromkeys((*comparison.parties, *comparison.dossier.parties.values())):
        for document in documents:
            if document.party == party.id and document.id in held:
                short = party.short or party.name
                yield PaperLine(party.id, short, document.id, _known(comparison, document))


def _known(comparison: Comparison, document: Memorandum) -> str:
    """Return how much of a text is known and was read; for a spoken word, what it is."""
    if document.form is not Form.MEMORANDUM:
        return KNOWN_AS[document.form]
    disclosed = document.disclosed(comparison.as_of)
    known = {
        Disclosure.PUBLISHED: "published",
        Disclosure.REVIEWED: "seen by those who report it",
        Disclosure.PARTIAL: "known in part",
        Disclosure.WITHHELD: "withheld",
    }[disclosed]
    read = "read whole" if document.read_whole else "read in part"
    return f"{known}; {read}"


def _options(
    comparison: Comparison, speakers: Speakers, articles: dict[str, list[TextParagraph]]
) -> Iterator[tuple[str, str]]:
    """Yield the short names of options that are in the text or its notes, each with its title.

    Behind one that is chosen stand those that it excludes, which a condition may name.
    """
    parts = [
        part
        for paragraphs in articles.values()
        for paragraph in paragraphs
        for part in paragraph.parts
    ]
    named = [
        voice.label
        for part in parts
        for piece in part.pieces
        if isinstance(piece, Bracketed)
        for variant in piece.variants
        for voice in variant.voices
        if voice.branch
    ]
    noted = " ".join((*named, *(note.words for part in parts for note in part.notes)))
    beside = {
        party: {
            option.title
            for document in comparison.dossier.memoranda.values()
            if document.party == party
            for option in document.options.values()
            if option.group in {one.group for one in chosen}
        }
        for party, chosen in comparison.options.items()
    }
    for party, short, title in speakers.titles():
        is_chosen = title in {one.title for one in comparison.options.get(party, ())}
        if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", noted) or is_chosen:
            yield short, title
        elif title in beside.get(party, ()):
            yield short, f"{title} (not chosen)"
