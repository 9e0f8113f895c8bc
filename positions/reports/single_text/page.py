"""Builds the page of a single text, for a terminal and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.single_text.ledger import ledger
from positions.reports.comparison.reactions import reactions_in_words
from positions.reports.page.facts import FactKind, fact, told
from positions.reports.page.model import Heading, Page, Paragraph, Section
from positions.reports.page.runs import Mark, Run, runs_of
from positions.reports.single_text.burn_down import (
    distance_heads,
    distance_in_words,
    distance_rows,
)
from positions.reports.single_text.opening import (
    WARNING,
    how_to_read,
    moment_line,
    papers,
    premises,
    state_of_text,
)
from positions.reports.single_text.typeset import SIGN, typeset
from positions.sentences.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.analysis.single_text.ledger import LedgerLine
    from positions.analysis.single_text.model import AnnexEntry, Article, SingleText
    from positions.model.dossier import Memorandum
    from positions.reports.page.facts import Fact
    from positions.reports.page.model import Block

__all__ = ["ANNEXES", "ledger_words", "single_text_page"]

ANNEXES = {
    "A": "Annex A. Order of steps",
    "B": "Annex B. Words on record that an outcome took the place of",
    "C": "Annex C. Accounts that differ",
}


def single_text_page(text: SingleText) -> Page:
    """Return the page: how to read it, the articles, the annexes and the ledger."""
    title = f"{text.comparison.dossier.header.title}: single text"
    return Page((Heading(runs_of(title)), *_opening(text), *_articles(text), *_closing(text)))


def _opening(text: SingleText) -> Iterator[Block]:
    yield Paragraph((runs_of(f"{moment_line(text)} {WARNING}"),))
    made_of = (
        fact(FactKind.DOCUMENT, f"{words} ({known})", label=short)
        for short, words, known in papers(text)
    )
    yield Section(fact(FactKind.DOCUMENT, "", made_of, label="Documents"), is_ruled=True)
    if reactions := reactions_in_words(text.comparison):
        yield Paragraph((runs_of(reactions),))
    reading = (told(FactKind.NOTE, words) for words in how_to_read(text))
    yield Section(fact(FactKind.NOTE, "", reading, label="How to read it"), is_ruled=True)
    heads = distance_heads(text)
    counts = (
        f"Article {row[0]}: {row[-1]} not common"
        + "".join(
            f"; {head}: {count}"
            for head, count in zip(heads[1:-1], row[1:-1], strict=True)
            if count != "0"
        )
        for row in distance_rows(text)
    )
    said = (state_of_text(text), distance_in_words(text), *counts)
    state = (told(FactKind.STATE, words) for words in said)
    yield Section(fact(FactKind.STATE, "", state, label="How far from clean"), is_ruled=True)


def _articles(text: SingleText) -> Iterator[Block]:
    for article in text.articles:
        label = f"Article {article.number}. {article.title}"
        yield Section(fact(FactKind.TOPIC, "", _paragraphs(article), label=label), is_ruled=True)


def _paragraphs(article: Article) -> Iterator[Fact]:
    for paragraph in article.paragraphs:
        first, *others = typeset(paragraph)
        under: list[Fact] = []
        for line in others:
            if line.depth == 2 and under:
                above = under.pop()
                under.append(told(FactKind.PROVISION, above.text, (*above.facts, _line(line.runs))))
            else:
                under.append(_line(line.runs))
        yield told(FactKind.PROVISION, first.runs, under, about=paragraph)
    for number, words in premises(article):
        yield told(FactKind.PREMISE, f"† Disputed in {number}: {words}")


def _line(runs: tuple[Run, ...]) -> Fact:
    return told(FactKind.PROVISION, runs)


def _closing(text: SingleText) -> Iterator[Block]:
    for name, entries in (("A", text.steps), ("B", text.earlier), ("C", text.accounts)):
        if entries:
            facts = map(_entry, entries)
            yield Section(fact(FactKind.ORDERS, "", facts, label=ANNEXES[name]), is_ruled=True)
    lines = (_ledger_line(text, line) for line in ledger(text))
    yield Section(fact(FactKind.STATED, "", lines, label="Ledger"), is_ruled=True)


def _entry(entry: AnnexEntry) -> Fact:
    names = ", ".join(voice.label for voice in entry.voices)
    runs = (
        Run(f"{entry.number} ", Mark.STRONG),
        Run(f"[{names}{': ' if entry.words else ''}", SIGN),
        Run(entry.words),
        Run("]", SIGN),
        *([Run(f" — {entry.remark}", Mark.MUTED)] if entry.remark else []),
    )
    return told(FactKind.ACCOUNT, runs, about=entry)


def _ledger_line(text: SingleText, line: LedgerLine) -> Fact:
    return told(FactKind.STATED, "; ".join(filter(None, ledger_words(text, line))), about=line)


def _document_name(text: SingleText, document: Memorandum) -> str:
    """Return the title of a document; of a text that was not known its form and date alone."""
    if not document.is_known(text.comparison.as_of):
        return f"{document.form} of {document.date.in_prose}"
    return document.title or Glossary.of(text.whole).dated(document)


def ledger_words(text: SingleText, line: LedgerLine) -> Iterable[str]:
    """Return a line of the ledger as its cells: paragraph, party, document and so on."""
    dossier = text.whole
    party = dossier.parties[line.party]
    document = dossier.memoranda[line.document]
    return (
        line.place or "–",
        party.short or party.name,
        _document_name(text, document),
        line.clause,
        line.position,
        line.approach,
        line.reason,
    )
