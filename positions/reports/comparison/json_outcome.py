"""Makes JSON of what was agreed on a line, in the shape of `reports.comparison.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.cell_lines import LineWords
from positions.comparison.disputes import (
    counts_of,
    disputes,
    disputes_of_delivery,
    versions_of_agreed,
    versions_of_delivered,
)
from positions.comparison.outcome_sentences import (
    agreed_reason,
    delivery_sentences,
    dispute_sentences,
)
from positions.comparison.rows import Status
from positions.record.agreements import newest
from positions.reports.page.json_cell import Saying
from positions.reports.page.json_values import distance_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.comparison.disputes import Dispute
    from positions.comparison.rows import Line
    from positions.model.dossier import Account, Dossier, Issue, Position
    from positions.record.agreements import Agreement
    from positions.sentences.glossary import Glossary

__all__ = ["outcomes_data"]


def outcomes_data(words: Glossary, issue: Issue, line: Line) -> list[dict[str, object]]:
    """Return the outcomes of a line that has standings, the newest first."""
    settling = newest(line.outcomes) if line.status is Status.SETTLED else ()
    saying = Saying(LineWords(words.dossier, issue, line.part))
    return [
        _outcome(words, saying, agreement, settles=agreement in settling)
        for agreement in line.outcomes
    ]


def _outcome(
    words: Glossary, saying: Saying, agreement: Agreement, *, settles: bool
) -> dict[str, object]:
    dossier = words.dossier
    outcome = agreement.outcome
    return {
        "id": outcome.id,
        "title": outcome.title or None,
        "date": str(outcome.date),
        "settles": settles,
        "position": saying.position(agreement.position) if agreement.position else None,
        "confirmed_by": list(outcome.confirmed_by),
        "accounts": _accounts(saying, agreement.accounts, outcome.accounts),
        "delivered": _accounts(saying, agreement.delivered, outcome.delivered),
        "disputes": list(_disputes(dossier, agreement)),
        "deliveries": list(_deliveries(dossier, agreement)),
        "sentences": [
            agreed_reason(words, agreement).body,
            *dispute_sentences(words, agreement),
            *delivery_sentences(words, agreement),
        ],
        "note": str(outcome.note) or None,
        "sources": list(outcome.sources),
    }


def _accounts(
    saying: Saying, said: Mapping[str, Position], accounts: Mapping[str, Account]
) -> dict[str, object]:
    return {
        party: {
            "date": str(date) if (date := accounts[party].date) else None,
            **saying.position(position),
        }
        for party, position in said.items()
    }


def _disputes(dossier: Dossier, agreement: Agreement) -> Iterator[dict[str, object]]:
    agreed, delivered = (
        of(dossier, agreement) for of in (versions_of_agreed, versions_of_delivered)
    )
    for about, found in (
        ("agreed", disputes(dossier, agreement, agreed)),
        ("delivered", disputes_of_delivery(dossier, agreement, delivered)),
    ):
        yield from ({"about": about, **_dispute(one)} for one in found)


def _dispute(dispute: Dispute) -> dict[str, object]:
    return {
        "parties": [list(dispute.first.parties), list(dispute.second.parties)],
        "relation": str(dispute.relation),
        "types": [str(one) for one in dispute.types],
        "distance": distance_data(dispute.distance),
    }


def _deliveries(dossier: Dossier, agreement: Agreement) -> Iterator[dict[str, object]]:
    for count in counts_of(dossier, agreement):
        for version, relation, distance in count.against:
            yield {
                "by": count.party,
                "parties": list(version.parties),
                "relation": str(relation),
                "distance": distance_data(distance),
            }
