"""Sets side by side what was agreed on whose word, and delivered by whose count.

A dispute is nowhere written: it is the relation of two versions, as the kind of their issue has it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from positions.comparison.terms import term_differences
from positions.values import Distance, GapType, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.model.dossier import Dossier, Position
    from positions.record.agreements import Agreement
    from positions.values import Value

__all__ = [
    "Count",
    "Dispute",
    "Version",
    "counts_of",
    "disputes",
    "disputes_of_delivery",
    "versions_of_agreed",
    "versions_of_delivered",
]


@dataclass(frozen=True, slots=True)
class Version:
    """What was agreed, or delivered, by the word of all who say the same.

    Attributes:
        parties: Those who say so, `EVERYONE` among them; none where only the sources do.
        value: The value of the position.
    """

    parties: tuple[str, ...]
    position: Position
    value: Value


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two versions that do not say the same.

    Attributes:
        relation: Of the first's value to the second's.
        distance: How far the values are apart, where that has a measure.
        types: In what they differ, values before terms; none twice.
        headline: The one figure that both name all the same; empty where there is none.
    """

    first: Version
    second: Version
    relation: Relation
    distance: Distance | None
    types: tuple[GapType, ...]
    headline: str


@dataclass(frozen=True, slots=True)
class Count:
    """What was delivered by one count, beside what was agreed.

    Attributes:
        party: Whose count it is; `EVERYONE` where nobody disputes it.
        against: The relation of what was delivered to each version of what was agreed, with the
            distance where they are apart and it has a measure.
    """

    party: str
    position: Position
    against: tuple[tuple[Version, Relation, Distance | None], ...]


def versions_of_agreed(dossier: Dossier, agreement: Agreement) -> tuple[Version, ...]:
    """Return the different versions of what was agreed, that of the outcome itself first.

    A party that confirms the outcome and gives another account of its own stands with both. One
    whose account of the same is no word for it stands with none.
    """
    said: list[tuple[tuple[str, ...], Position]] = []
    if agreement.position is not None:
        accounts = agreement.outcome.accounts
        only = (one for one in accounts if accounts[one].confirms and one not in agreement.accounts)
        said.append(((*agreement.outcome.confirmed_by, *only), agreement.position))
    said += [((party,), account) for party, account in agreement.accounts.items()]
    versions = _grouped(dossier, agreement, said)
    if not agreement.stated or not versions:
        return versions
    first, *others = versions
    parties = tuple(party for party in first.parties if party not in agreement.unsure)
    return (replace(first, parties=parties), *others)


def versions_of_delivered(dossier: Dossier, agreement: Agreement) -> tuple[Version, ...]:
    """Return the different versions of what was delivered."""
    said: list[tuple[tuple[str, ...], Position]] = [
        ((party,), count) for party, count in agreement.delivered.items()
    ]
    return _grouped(dossier, agreement, said)


def _grouped(
    dossier: Dossier,
    agreement: Agreement,
    said: Iterable[tuple[tuple[str, ...], Position]],
) -> tuple[Version, ...]:
    """Return those who say the same as one; whoever does not say what it was has no version."""
    found: list[Version] = []
    for parties, position in said:
        if position.value is None:
            continue
        version = Version(parties, position, position.value)
        for place, other in enumerate(found):
            if _same(dossier, agreement, version, other):
                together = tuple(dict.fromkeys((*other.parties, *parties)))
                found[place] = Version(together, other.position, other.value)
                break
        else:
            found.append(version)
    return tuple(found)


def _same(dossier: Dossier, agreement: Agreement, one: Version, other: Version) -> bool:
    relation, _ = _relate(dossier, agreement, one.value, other.value)
    differ = term_differences(dossier, one.position, other.position)
    return relation is Relation.SAME and not differ


def _relate(
    dossier: Dossier, agreement: Agreement, one: Value, other: Value
) -> tuple[Relation, Distance | None]:
    measure = dossier.measure(agreement.outcome.issue, agreement.part)
    relation = measure.relate(one, other)
    return relation, measure.distance(one, other) if relation is Relation.APART else None


def _against(
    dossier: Dossier, agreement: Agreement, counted: Value, agreed: Value
) -> tuple[Relation, Distance | None]:
    """Return the relation of what was delivered to what was agreed.

    Nobody can tell whether a figure is all that there was, nor how many all were.
    """
    relation, distance = _relate(dossier, agreement, counted, agreed)
    one_all = counted.names_all is not agreed.names_all
    if one_all and (counted.names_all or relation is Relation.APART):
        return Relation.UNKNOWN, None
    return relation, distance


def disputes(
    dossier: Dossier, agreement: Agreement, versions: Iterable[Version]
) -> tuple[Dispute, ...]:
    """Return how every two of different versions differ."""
    return tuple(
        _dispute(dossier, agreement, first, second) for first, second in combinations(versions, 2)
    )


def disputes_of_delivery(
    dossier: Dossier, agreement: Agreement, versions: Iterable[Version]
) -> tuple[Dispute, ...]:
    """Return how every two different counts differ, but for those up to different days."""
    counts = agreement.outcome.delivered
    days = {party: one.date.day if one.date else None for party, one in counts.items()}

    def of_one_day(dispute: Dispute) -> bool:
        first, second = ({days[one] for one in v.parties} for v in (dispute.first, dispute.second))
        return bool(first & second) or None in first | second

    return tuple(filter(of_one_day, disputes(dossier, agreement, versions)))


def _dispute(dossier: Dossier, agreement: Agreement, first: Version, second: Version) -> Dispute:
    measure = dossier.measure(agreement.outcome.issue, agreement.part)
    relation, distance = _relate(dossier, agreement, first.value, second.value)
    differ = relation is not Relation.SAME
    found = measure.kind.differences(first.value, second.value, distance) if differ else ()
    types = [
        *(difference.type for difference in found),
        *(term.type for term in term_differences(dossier, first.position, second.position)),
    ]
    named = measure.headline(first.value)
    return Dispute(
        first,
        second,
        relation,
        distance,
        tuple(dict.fromkeys(types)),
        named if named and named == measure.headline(second.value) else "",
    )


def counts_of(dossier: Dossier, agreement: Agreement) -> tuple[Count, ...]:
    """Return every count of what was delivered, each beside every version of what was agreed."""
    versions = versions_of_agreed(dossier, agreement)
    found = []
    for party, position in agreement.delivered.items():
        value = position.value
        against = tuple(
            (version, *_against(dossier, agreement, value, version.value))
            for version in versions
            if value is not None
        )
        found.append(Count(party, position, against))
    return tuple(found)
