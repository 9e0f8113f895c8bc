"""States what was agreed on an issue: on whose word, how accounts differ, what was delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.outcome_sentences import (
    agreed_reason,
    delivery_sentences,
    dispute_sentences,
)
from positions.reports.issue.provenance_facts import provenance_facts, source_facts
from positions.reports.page.facts import FactKind, fact, facts_named, place_facts
from positions.sentences.dates import with_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison, Row
    from positions.model.dossier import Dossier, Outcome, Position
    from positions.record.agreements import Agreement
    from positions.reports.page.facts import Fact, FilePlace
    from positions.sentences.glossary import Glossary

__all__ = ["outcome_facts"]


def outcome_facts(comparison: Comparison, row: Row, place: FilePlace) -> Iterator[Fact]:
    """Yield each outcome on an issue in full, the newest first; parts that are alike as one."""
    dossier = comparison.dossier
    by_outcome: dict[str, list[Agreement]] = {}
    for agreement in row.whole.outcomes:
        by_outcome.setdefault(agreement.outcome.id, []).append(agreement)
    for agreements in by_outcome.values():
        outcome = agreements[0].outcome
        facts = (
            *_by_part(comparison.words, row, agreements),
            *_evidence(dossier, outcome),
            *place_facts(place, ("outcomes", outcome.id)),
        )
        yield fact(
            FactKind.OUTCOME, f"{outcome.title or outcome.id}, {outcome.date.in_full}", facts
        )


def _by_part(words: Glossary, row: Row, agreements: list[Agreement]) -> Iterator[Fact]:
    groups: dict[tuple[Fact, ...], list[str]] = {}
    for agreement in agreements:
        groups.setdefault(tuple(_said(words, agreement)), []).append(agreement.part)
    for facts, parts in groups.items():
        if len(parts) == len(row.leaves):
            yield from facts
        else:
            titles = ", ".join(row.issue.parts[part].title for part in parts)
            yield fact(FactKind.PART, "", facts, label=titles)


def _said(words: Glossary, agreement: Agreement) -> Iterator[Fact]:
    yield fact(FactKind.AGREED, agreed_reason(words, agreement).body)
    for sentence in dispute_sentences(words, agreement):
        yield fact(FactKind.DISPUTE, sentence)
    for sentence in delivery_sentences(words, agreement):
        yield fact(FactKind.DELIVERED, sentence)


def _evidence(dossier: Dossier, outcome: Outcome) -> Iterator[Fact]:
    position = outcome.position
    yield from _remarks(position)
    if outcome.note:
        yield fact(FactKind.NOTE, with_dates(str(outcome.note)))
    # Where it stands on accounts alone, each of them names its own.
    if outcome.sources or position is not None:
        credibility = position.credibility if position else None
        yield from source_facts(dossier, outcome.sources, credibility)
    for words, accounts in (("account", outcome.accounts), ("count", outcome.delivered)):
        for party, account in accounts.items():
            facts = (
                *_remarks(account),
                *(
                    source_facts(dossier, account.sources, account.credibility)
                    if account.sources
                    else ()
                ),
            )
            if facts:
                name = dossier.parties[party].name if party in dossier.parties else party
                of = "attributed to" if words == "account" and account.unnamed_teller else "of"
                yield fact(FactKind.ACCOUNT, "", facts, label=f"{words} {of} {name}")


def _remarks(position: Position | None) -> Iterator[Fact]:
    if position is None:
        return
    yield from provenance_facts(position)
    yield from facts_named(
        {FactKind.BY: position.speaker, FactKind.NOTE: with_dates(str(position.note))}
    )
