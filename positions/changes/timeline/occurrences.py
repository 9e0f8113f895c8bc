"""Lists what happened at which moment: documents, texts that became known, outcomes, accounts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from positions.model.remark import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from positions.model.dossier import Account, Dossier, Memorandum, Position
    from positions.model.fields import StrictRecord
    from positions.model.moment import Moment

__all__ = ["Occurrence", "OccurrenceKind", "occurrences"]

_Path = tuple[str, ...]


class OccurrenceKind(StrEnum):
    """What happened at a moment."""

    DOCUMENT = "document"
    KNOWN = "text known"
    OUTCOME = "outcome"
    CONFIRMED = "confirmation"
    DELIVERED = "delivery"
    ACCOUNT = "account"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something in a dossier that has a moment.

    Attributes:
        path: Where it is: the keys that lead to the document, the outcome, the account, the count
            or the record with the note.
        party: The party whose document, account or count it is; empty for none.
        issue: The issue that it is about; empty for a document as a whole.
    """

    kind: OccurrenceKind
    moment: Moment
    path: _Path
    party: str = ""
    issue: str = ""


def occurrences(dossier: Dossier) -> tuple[Occurrence, ...]:
    """Return everything in a dossier that has a moment, the earliest first.

    By time within a day; what has only a day comes last on it. At the same moment they are in the
    order of the dossier, documents before outcomes. What is within a document or an outcome does
    not come before it: its moment is that from which it can be known. An account without a date of
    its own is not listed: it belongs to the moment of what it is about.
    """
    found = (*_documents(dossier), *_outcomes(dossier), *_notes(dossier))
    return tuple(sorted(found, key=lambda one: one.moment.order()))


def _documents(dossier: Dossier) -> Iterator[Occurrence]:
    for document in dossier.memoranda.values():
        path, party = ("memoranda", document.id), document.party
        yield Occurrence(OccurrenceKind.DOCUMENT, document.date, path, party)
        since = _known(document)
        if since != document.date:
            yield Occurrence(OccurrenceKind.KNOWN, since, path, party)
        for issue, position in document.positions.items():
            for inner, within in _within(position, (*path, "positions", issue)):
                given = (*within, "accounts")
                for one in _dated(inner.accounts, given, issue, OccurrenceKind.ACCOUNT):
                    yield replace(one, moment=_later(one.moment, since))


def _known(document: Memorandum) -> Moment:
    """Return since when the text of a document is known."""
    return _later(document.known or document.date, document.date)


def _later(one: Moment, other: Moment) -> Moment:
    return one if other.order() < one.order() else other


def _dated(
    accounts: Mapping[str, Account], path: _Path, issue: str, kind: OccurrenceKind
) -> Iterator[Occurrence]:
    for label, account in accounts.items():
        if account.date is not None:
            what = OccurrenceKind.CONFIRMED if account.confirms else kind
            party = account.party or (label if path[0] == "outcomes" else "")
            yield Occurrence(what, account.date, (*path, label), party, issue)


def _outcomes(dossier: Dossier) -> Iterator[Occurrence]:
    for outcome in dossier.outcomes.values():
        path, issue = ("outcomes", outcome.id), outcome.issue
        yield Occurrence(OccurrenceKind.OUTCOME, outcome.date, path, "", issue)
        inner = (
            *_dated(outcome.accounts, (*path, "accounts"), issue, OccurrenceKind.ACCOUNT),
            *_dated(outcome.delivered, (*path, "delivered"), issue, OccurrenceKind.DELIVERED),
        )
        for one in inner:
            yield replace(one, moment=_later(one.moment, outcome.date))


_SINCE: Final[Mapping[str, Callable[[Any], Moment]]] = {
    "memoranda": _known,
    "outcomes": lambda outcome: outcome.date,
}
"""Before when nothing of a record can be known."""

_SECTIONS: Final = ("parties", "sources", "events", "issues", "memoranda", "outcomes")


def _notes(dossier: Dossier) -> Iterator[Occurrence]:
    """Yield the remarks that have a day, on a record or on a position in it."""
    for section in _SECTIONS:
        for name, record in getattr(dossier, section).items():
            issue = name if section == "issues" else getattr(record, "issue", "")
            party = name if section == "parties" else getattr(record, "party", "")
            found = list(_noted(record, (section, name), party, issue))
            since = _SINCE.get(section, lambda _: None)(record)
            if section == "memoranda":
                for about, position in record.positions.items():
                    path = section, name, "positions", about
                    for inner, within in _within(position, path):
                        found += _noted(inner, within, party, about)
            for one in found:
                yield replace(one, moment=_later(one.moment, since)) if since else one
    yield from _noted(dossier.header, ("dossier",), "", "")


def _within(position: Position, path: _Path) -> Iterator[tuple[Position, _Path]]:
    """Yield a position, and those that are within it, each with where it is."""
    yield position, path
    for name in ("alternatives", "parts", "accounts"):
        for key, one in getattr(position, name).items():
            yield from _within(one, (*path, name, key))
    if position.rest is not None:
        yield from _within(position.rest, (*path, "rest"))


def _noted(record: StrictRecord, path: _Path, party: str, issue: str) -> Iterator[Occurrence]:
    for name in ("note", "disputed"):
        remark = getattr(record, name, None)
        if isinstance(remark, Remark):
            for moment, _ in remark.dated:
                yield Occurrence(OccurrenceKind.NOTE, moment, (*path, name), party, issue)
