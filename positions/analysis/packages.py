"""Packages: what belongs to an option of a party across issues, and how all stands under it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.comparison.camps import overall, overall_distance
from positions.comparison.compare import compare
from positions.comparison.rows import Comparison, Pair, Status
from positions.comparison.terms import term_differences
from positions.record.options import options_of
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.comparison.rows import Line, Row
    from positions.model.dossier import Blank, Dossier, Memorandum, Option, Position
    from positions.model.moment import Moment
    from positions.values import Distance

__all__ = ["Package", "Provision", "ProvisionRelation", "packages"]


@dataclass(frozen=True, slots=True)
class ProvisionRelation:
    """How a provision of a package relates to another column.

    Attributes:
        party: The id of the other.
        relation: Of the provision to what the other says; None where that says nothing.
        terms_same: Whether the terms are the same.
        distance: How far they are apart, where that has a measure.
        blank: Why the other says nothing.
        limit: How far that is known of its text, where it is silent: `, as far as it was read`.
    """

    party: str
    relation: Relation | None = None
    terms_same: bool = False
    distance: Distance | None = None
    blank: Blank | None = None
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """What a party says on an issue, or on a part of it, under an option alone.

    Words of one moment that differ are a provision each.
    """

    row: Row
    line: Line
    position: Position
    document: Memorandum
    against: tuple[ProvisionRelation, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """An option of a party, with all that belongs to it.

    Attributes:
        documents: Those that offer it, of those that count at the moment.
        provisions: What belongs to it, in the order of the dossier.
        comparison: All issues, with the option fixed.
    """

    party: str
    option: Option
    documents: tuple[Memorandum, ...]
    provisions: tuple[Provision, ...]
    comparison: Comparison

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the issues on which something belongs to it."""
        found = {provision.row.issue.id: provision.row for provision in self.provisions}
        return tuple(found.values())

    @property
    def replaced(self) -> Moment | None:
        """The day of the newer text of the party that says nothing under the option any more."""
        texts = [
            line.standings[self.party].main for row in self.comparison.rows for line in row.leaves
        ]
        newer = {one.date for one in texts if one and one not in self.documents}
        return max(newer, key=lambda one: one.order()) if newer and not self.provisions else None

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many of these rows have each status that occurs, with the option fixed."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in Status if found[status]}


def packages(
    dossier: Dossier,
    *,
    as_of: Moment | None = None,
    options: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Package, ...]:
    """Return the package of every option that documents known at a moment offer.

    Args:
        dossier: The dossier.
        as_of: The moment; the dossier's own where none is given.
        options: The options of other parties that are fixed meanwhile.

    Raises:
        LookupError: One of the fixed options is not in the dossier.
        ValueError: Two of the fixed options exclude each other.
    """
    moment = as_of or dossier.header.as_of
    known = [
        document
        for document in dossier.memoranda.values()
        if not moment.before(document.known or document.date) and not moment.before(document.date)
    ]
    fixed = options or {}
    return tuple(
        _package(
            party,
            option,
            tuple(one for one in known if one.party == party and option.id in one.options),
            compare(dossier, as_of=moment, options={**fixed, party: [option.id]}),
        )
        for party in dossier.parties
        for option in options_of(known, party).values()
    )


def _package(
    party: str, option: Option, documents: tuple[Memorandum, ...], comparison: Comparison
) -> Package:
    provisions = []
    others = [other.id for other in comparison.parties if other.id != party]
    for row in comparison.rows:
        for line in row.leaves:
            for entry in line.standings[party].words:
                if option.id not in entry.position.alternatives:
                    continue
                position, document = entry.position.alternatives[option.id], entry.document
                against = tuple(
                    _against(comparison.dossier, row, line, position, other) for other in others
                )
                provisions.append(Provision(row, line, position, document, against))
    return Package(party, option, documents, tuple(provisions), comparison)


def _against(
    dossier: Dossier, row: Row, line: Line, position: Position, other: str
) -> ProvisionRelation:
    """Return how a branch of one party relates to all that another column says on a line."""
    standing = line.standings[other]
    if not standing.speaks:
        return ProvisionRelation(other, blank=standing.blank, limit=standing.silence[1])
    measure = dossier.measure(row.issue.id, line.part)
    pairs = []
    stated = [one for one in standing.branches if one[1].unstated is None]
    for label, theirs in stated or standing.branches:
        relation, distance = Relation.UNKNOWN, None
        if position.value is not None and theirs.value is not None:
            relation = measure.relate(position.value, theirs.value)
            if relation is Relation.APART:
                distance = measure.distance(position.value, theirs.value)
        terms_same = not term_differences(dossier, position, theirs)
        pairs.append(Pair("", other, relation, terms_same, distance, second_branch=label))
    terms_same = all(pair.terms_same for pair in pairs)
    if standing.conflicts:
        # Nobody can tell which of them is the other's word.
        return ProvisionRelation(other, Relation.UNKNOWN, terms_same)
    relation = overall(pairs)
    if relation is Relation.SAME and len(stated) < len(standing.branches):
        relation = Relation.OVERLAPS  # as far as is known: under another option it may not
    return ProvisionRelation(other, relation, terms_same, overall_distance(pairs))
