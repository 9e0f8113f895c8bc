"""A dossier settled once for all comparisons with others, and what two of them have in common."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import zip_longest
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from positions.changes.leaves import same_head
from positions.comparison.compare import LineUp
from positions.comparison.counts import convergence_of
from positions.comparison.rows import Convergence
from positions.model.dossier import Form, Memorandum
from positions.record.known import known_at
from positions.record.options import NO_CHOICE, OptionChoice
from positions.record.settle import Record, record
from positions.record.standing import DocumentEntry, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from positions.comparison.rows import Row, Status
    from positions.model.dossier import Dossier
    from positions.record.agreements import Agreement

__all__ = ["SettledDossier", "issues_in_common"]


class SettledDossier:
    """A dossier whose record and rows are worked out for those issues that are asked for."""

    def __init__(self, dossier: Dossier, choice: OptionChoice = NO_CHOICE) -> None:
        """Take a dossier, which stands as of its own day, and the options that are fixed in it."""
        self.dossier = dossier
        self.choice = choice
        self._standings: dict[tuple[str, str, str], Standing] = {}
        self._settled: set[str] = set()
        self._raised: set[str] = set()
        self._known = known_at(dossier)
        self._record = Record(dossier.header.as_of, self._standings, choice.options)
        self._lines = LineUp(self._known, self._record, tuple(dossier.parties))
        self._shares: dict[str, tuple[Convergence, Status | None]] = {}

    def record(self, issues: Iterable[str]) -> Record:
        """Return where every party stands, on these issues and perhaps on others."""
        missing = {
            name: self.dossier.issues[name]
            for name in issues
            if name in self.dossier.issues and name not in self._settled
        }
        if missing:
            found = record(replace(self._known, issues=missing), choice=self.choice)
            self._standings |= found.standings
            self._raised |= found.raised & missing.keys()
            self._settled |= missing.keys()
        return self._record

    def row(self, issue: str) -> Row | None:
        """Return the row of an issue; None where there is no such issue."""
        if issue not in self.dossier.issues:
            return None
        self.record([issue])
        return self._lines.row(issue)

    def agreements(self, issue: str) -> tuple[tuple[Agreement, ...], ...]:
        """Return what was agreed on each line of an issue."""
        return self._lines.agreements(issue)

    @property
    def convergence(self) -> Convergence:
        """How much the parties share."""
        return sum((found for found, _ in self._shared().values()), Convergence())

    @property
    def statuses(self) -> dict[str, Status]:
        """The status of every issue that is raised, in the order of the dossier."""
        found = self._shared()
        return {
            issue: status
            for issue in self.dossier.issues
            if (status := found[issue][1]) is not None
        }

    def _shared(self) -> dict[str, tuple[Convergence, Status | None]]:
        """Return what the parties share on each issue, and its status if it is raised."""
        missing = [issue for issue in self.dossier.issues if issue not in self._shares]
        self.record(missing)
        for issue in missing:
            if issue in self._raised:
                row = self._lines.row(issue)
                self._shares[issue] = convergence_of([row]), row.status
            else:
                self._shares[issue] = Convergence(), None
        return self._shares

    def take_over(self, other: SettledDossier, issues: Iterable[str]) -> None:
        """Know of issues what another dossier knows, where their rows are the same."""
        known = other._shares
        self._shares |= {issue: known[issue] for issue in issues if issue in known}


def issues_in_common(
    one: SettledDossier, other: SettledDossier, issues: Collection[str]
) -> frozenset[str]:
    """Return the issues on which all parties stand alike in two dossiers.

    Args:
        one: A dossier.
        other: Another.
        issues: Issues of both on which every fact is the same.
    """
    before, after = one.dossier, other.dossier
    if _named(before) != _named(after):
        return frozenset()
    heads = frozenset(
        name
        for name, document in after.memoranda.items()
        if name in before.memoranda and same_head(before.memoranda[name], document)
    )
    agreed = [name for name in issues if one.agreements(name) == other.agreements(name)]
    if len(heads) == len(before.memoranda) and _settling(before) == _settling(after):
        return frozenset(agreed)
    heard = _heard(one._known, other._known)  # noqa: SLF001 - of the same class
    doubtful = agreed if heard is None else [issue for issue in agreed if issue in heard]
    records = one.record(doubtful), other.record(doubtful)
    return frozenset(agreed) - {
        issue
        for issue in doubtful
        if not all(
            _alike(records[0].standing(*leaf), records[1].standing(*leaf), heads)
            for leaf in _leaves(after, issue)
        )
    }


def _heard(before: Dossier, after: Dossier) -> frozenset[str] | None:
    """Return the issues that are mentioned in documents in which two dossiers differ.

    None where a standing on other issues can differ too: a text closes the record on those that it
    does not mention, and a document may say what another says.

    Args:
        before: What is known of a dossier.
        after: What is known of another.
    """
    if before.unreadable != after.unreadable:
        return None
    one, other = before.memoranda, after.memoranda
    names = [
        name
        for name in {**one, **other}
        if name not in one or name not in other or not same_head(one[name], other[name])
    ]
    apart = [side[name] for side in (one, other) for name in names if name in side]
    bases = {paper.based_on for paper in (*one.values(), *other.values())}
    if any(paper.form is Form.MEMORANDUM or paper.based_on for paper in apart):
        return None
    if not bases.isdisjoint(names):
        return None
    return frozenset(issue for paper in apart for issue in (*paper.positions, *paper.unreadable))


def _named(dossier: Dossier) -> tuple[object, ...]:
    """Return whatever a row may say of others than its own issue, or take from them."""
    titles = {name: issue.title for name, issue in dossier.issues.items()}
    parties = list(dossier.parties.items())
    return parties, dossier.events, titles, dossier.unreadable_outcomes


def _settling(dossier: Dossier) -> tuple[object, ...]:
    """Return what a record is made of besides the heads of documents, and words on its issue."""
    moment = dossier.moment or dossier.header.as_of
    return moment, dossier.unreadable, list(dossier.memoranda)


def _leaves(dossier: Dossier, issue: str) -> Iterator[tuple[str, str, str]]:
    parts = dossier.issues[issue].parts or ("",)
    return ((party, issue, part) for part in parts for party in dossier.parties)


_INSIDE: dict[type, Callable[[Any], Iterable[object]]] = {
    tuple: iter,
    **{
        kind: attrgetter(*(field.name for field in fields(kind)))
        for kind in (Standing, DocumentEntry)
    },
}
"""Reads what is compared one by one: what a standing, or an entry of one, is made of."""


def _alike(one: object, other: object, heads: AbstractSet[str]) -> bool:
    """Return whether two standings, or what they are made of, are the same.

    A document counts as the same where it is but for its positions.

    Args:
        one: A standing, an entry of one, a document, or several of these.
        other: What stands in its place on the other side.
        heads: The ids of the documents that are the same but for their positions.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if isinstance(one, Memorandum) and isinstance(other, Memorandum):
        return one.id == other.id and one.id in heads and one.options == other.options
    inside = _INSIDE.get(kind)
    if inside is None:
        return one == other
    pairs = zip_longest(inside(one), inside(other))
    return all(_alike(*pair, heads) for pair in pairs)
