"""The sentences of an outcome: what was agreed by whose word, how accounts differ, what came of it.

They set figures beside each other and judge nobody: whether a delivery keeps a promise is for the
reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.cell_lines import in_one_line
from positions.comparison.disputes import (
    counts_of,
    disputes,
    versions_of_agreed,
    versions_of_delivered,
)
from positions.comparison.sentences import listed
from positions.comparison.terms import term_differences
from positions.model.dossier import Blank
from positions.model.outcome import EVERYONE
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.disputes import Count, Dispute, Version
    from positions.comparison.rows import Line
    from positions.model.dossier import Dossier, Position
    from positions.record.agreements import Agreement, Settlement
    from positions.values import Distance

__all__ = [
    "delivery_sentences",
    "dispute_sentences",
    "outcome_paragraphs",
    "outcome_sentence",
    "settlement_sentences",
]

_MANY = 3
"""How many different accounts are set against each other; of more, only their number is said."""


def settlement_sentences(dossier: Dossier, found: Settlement) -> tuple[str, ...]:
    """Return what the outcomes of a line come to: what settles it, or some agreed, or is reopened.

    Such as `Settled on 2025-05-16 by word of all: 1,000 for 1,000.`
    """
    if found.settling:
        one = found.settling[0]
        words = _words(dossier, one, one.position)
        by = _names(dossier, one.outcome.confirmed_by or tuple(one.confirmed))
        return (f"Settled on {one.outcome.date} by word of {by}: {words}.",)
    reopened = tuple(
        f"Reopened: on {one.outcome.date} all agreed on "
        f"{_words(dossier, one, one.position)}, and one has said otherwise since."
        for one in found.reopened[:1]
    )
    deals = tuple(
        f"{listed([dossier.parties[party].name for party in deal.parties])} agreed on "
        f"{deal.agreement.outcome.date}: "
        f"{_words(dossier, deal.agreement, deal.agreement.position)}."
        for deal in found.deals
    )
    return (*reopened, *deals)


def outcome_sentence(dossier: Dossier, agreement: Agreement) -> str:
    """Return what was agreed, and on whose word."""
    outcome = agreement.outcome
    title = f" ({outcome.title})" if outcome.title else ""
    said = "; ".join(_said(dossier, agreement))
    return f"Outcome of {outcome.date}{title}: {said or 'nothing is recorded'}."


def dispute_sentences(dossier: Dossier, agreement: Agreement) -> tuple[str, ...]:
    """Return how the accounts of what was agreed differ, and how the counts of a delivery do."""
    return (
        *_disputes(dossier, agreement, versions_of_agreed(dossier, agreement), "account"),
        *_disputes(dossier, agreement, versions_of_delivered(dossier, agreement), "count"),
    )


def delivery_sentences(dossier: Dossier, agreement: Agreement) -> tuple[str, ...]:
    """Return what was delivered by each count, beside what was agreed."""
    return tuple(
        " ".join(
            filter(None, (_count(dossier, agreement, count), _beside(dossier, agreement, count)))
        )
        for count in counts_of(dossier, agreement)
    )


def outcome_paragraphs(dossier: Dossier, lines: Sequence[Line]) -> tuple[str, ...]:
    """Return a paragraph for each newest outcome of lines, those that say the same as one.

    Args:
        dossier: The dossier.
        lines: One line of the issue, or several; of several, those that a paragraph is about are
            named unless it is about all.
    """
    titles: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        for agreement in line.outcomes:
            found = (
                outcome_sentence(dossier, agreement),
                *dispute_sentences(dossier, agreement),
                *delivery_sentences(dossier, agreement),
            )
            titles.setdefault((agreement.outcome.id, " ".join(found)), []).append(line.title)
    return tuple(
        paragraph if len(named) == len(lines) else f"{', '.join(named)}: {paragraph}"
        for (_, paragraph), named in titles.items()
    )


def _said(dossier: Dossier, agreement: Agreement) -> Iterator[str]:
    """Yield what was agreed by each different account, that of the outcome itself first."""
    confirmed = agreement.outcome.confirmed_by
    own = agreement.position
    if own is not None and own.value is None and own.blank is not Blank.UNCODED:
        who = f", by word of {_names(dossier, confirmed)}" if confirmed else ""
        yield f"what was agreed is {own.blank}{who}"
    for version in versions_of_agreed(dossier, agreement):
        words = _words(dossier, agreement, version.position)
        if version.position is not own:
            yield f"by the account of {_names(dossier, version.parties)}, {words}"
        elif version.parties:
            yield f"{words}, by word of {_names(dossier, version.parties)}"
        else:
            yield f"{words}, which no party is recorded as confirming"
    for party, account in agreement.accounts.items():
        if account.value is None:
            yield f"the account of {_names(dossier, (party,))} is {account.blank}"


def _words(dossier: Dossier, agreement: Agreement, position: Position | None) -> str:
    issue = dossier.issues[agreement.outcome.issue]
    return in_one_line(dossier, issue, position, agreement.part) if position else ""


def _names(dossier: Dossier, parties: Sequence[str]) -> str:
    everyone = ["all"] if EVERYONE in parties else []
    known = [dossier.parties[party] for party in parties if party in dossier.parties]
    # A mediator is not among all.
    return listed([*everyone, *(one.name for one in known if not (everyone and one.role.counts))])


def _disputes(
    dossier: Dossier, agreement: Agreement, versions: Sequence[Version], noun: str
) -> Iterator[str]:
    if len(versions) > _MANY:
        yield f"There are {len(versions)} different {noun}s of it."
        return
    for dispute in disputes(dossier, agreement, versions):
        yield _dispute(dossier, dispute, noun)


def _dispute(dossier: Dossier, dispute: Dispute, noun: str) -> str:
    first = _version(dossier, dispute.first, noun)
    second = _version(dossier, dispute.second, noun)
    if noun in first and noun in second:
        second = f"that {second.removeprefix(f'the {noun} ')}"
    both = f"{first} and {second}"
    named = f"; both name {dispute.headline}" if dispute.headline else ""
    if dispute.relation is Relation.UNKNOWN:
        return f"It cannot be told whether {both} say the same{named}."
    how = f" in {listed([str(one) for one in dispute.types])}" if dispute.types else ""
    more = f", by {dispute.distance.text}" if dispute.distance else ""
    share = {
        Relation.WITHIN: f"; {second} does not exclude what {first} says",
        Relation.CONTAINS: f"; {first} does not exclude what {second} says",
        Relation.OVERLAPS: "; neither excludes the other",
    }
    return _capital(f"{both} differ{how}{more}{named}{share.get(dispute.relation, '')}.")


def _version(dossier: Dossier, version: Version, noun: str) -> str:
    names = _names(dossier, version.parties)
    return f"the {noun} of {names}" if names else "the outcome as recorded"


def _count(dossier: Dossier, agreement: Agreement, count: Count) -> str:
    names = _names(dossier, (count.party,))
    whose = "every count" if count.party == EVERYONE else f"the count of {names}"
    if count.position.value is None:
        return f"{_capital(whose)} is {count.position.blank}."
    account = agreement.outcome.delivered[count.party]
    day = f" up to {account.date}" if account.date else ""
    words = _words(dossier, agreement, count.position)
    return f"Delivered{day}, by {whose}: {words}."


def _beside(dossier: Dossier, agreement: Agreement, count: Count) -> str:
    """Return how what was delivered lies to each account of what was agreed."""
    clauses = [
        _lies(relation, distance, terms=term_differences(dossier, count.position, version.position))
        for version, relation, distance in count.against
    ]
    if len(clauses) == 1 and agreement.stated:
        return _capital(f"{clauses[0]}.")
    clauses = [
        f"by {_version(dossier, version, 'account')}, {clause}"
        for (version, _, _), clause in zip(count.against, clauses, strict=True)
    ]
    return _capital(f"{'; '.join(clauses)}.") if clauses else ""


def _lies(relation: Relation, distance: Distance | None, *, terms: Sequence[object]) -> str:
    """Return how a count lies to what was agreed; of terms that differ nothing is known by it."""
    if relation in {Relation.SAME, Relation.WITHIN}:
        return f"{'its value' if terms else 'it'} lies within what was agreed"
    if relation is Relation.APART:
        far = f", by {distance.text}" if distance else ""
        return f"it lies outside what was agreed{far}"
    return "it cannot be told whether it lies within what was agreed"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
