"""Lists what happened at which moment: documents, texts that became known, outcomes, accounts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from positions.model.remark import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from positions.model.dossier import Account, Dossier, Memorandum, Outcome, Position
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
        account: The account or count, where it is one.
        said: The words of a note.
    """

    kind: OccurrenceKind
    moment: Moment
    path: _Path
    party: str = ""
    issue: str = ""
    account: Account | None = None
    said: str = ""


def occurrences(dossier: Dossier) -> tuple[Occurrence, ...]:
    """Return everything in a dossier that has a moment, the earliest first.

    By time within a day; what has only a day comes last on it. At the same moment they are in the
    order of the dossier, documents before outcomes. What is within a document or an outcome does
    not come before it: its moment is that from which it can be known. An account without a date of
    its own has the moment of what it is about; one of an outcome is then a part of that, and not
    listed.
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
                yield from _given(inner.accounts, given, issue, since)


def _known(document: Memorandum) -> Moment:
    """Return since when the text of a document is known."""
    return _later(document.date, document.known or document.date)


def _later(one: Moment, other: Moment) -> Moment:
    return one if other.order() < one.order() else other


def _given(
    accounts: Mapping[str, Account], path: _Path, issue: str, since: Moment
) -> Iterator[Occurrence]:
    for label, account in accounts.items():
        moment, party = _later(account.date or since, since), account.party or ""
        kind = OccurrenceKind.ACCOUNT
        yield Occurrence(kind, moment, (*path, label), party, issue, account)


def _of_outcome(
    accounts: Mapping[str, Account], path: _Path, outcome: Outcome, kind: OccurrenceKind
) -> Iterator[Occurrence]:
    for label, account in accounts.items():
        if account.date is not None:
            what = OccurrenceKind.CONFIRMED if account.confirms else kind
            moment, party = _later(account.date, outcome.date), account.party or label
            yield Occurrence(what, moment, (*path, label), party, outcome.issue, account)


def _outcomes(dossier: Dossier) -> Iterator[Occurrence]:
    for outcome in dossier.outcomes.values():
        path = "outcomes", outcome.id
        yield Occurrence(OccurrenceKind.OUTCOME, outcome.date, path, "", outcome.issue)
        accounts, counts = (*path, "accounts"), (*path, "delivered")
        yield from _of_outcome(outcome.accounts, accounts, outcome, OccurrenceKind.ACCOUNT)
        yield from _of_outcome(outcome.delivered, counts, outcome, OccurrenceKind.DELIVERED)


def _since(note: Occurrence, since: Moment) -> Occurrence:
    """Return a note as of when it can be known; with its own day, where that is earlier."""
    if since.order() <= note.moment.order():
        return note
    return replace(note, moment=since, said=f"{note.moment.in_prose}: {note.said}")


_SINCE: Final[Mapping[str, Callable[[Any], Moment]]] = {
    "memoranda": _known,
    "outcomes": lambda outcome: outcome.date,
}
"""Before when nothing of a record can be known."""

_SECTIONS: Final = ("parties", "sources", "events", "issues", "memoranda", "outcomes")


def _notes(dossier: Dossier) -> Iterator[Occurrence]:
    """Yield the remarks that have a day, on a record or a position in it, and those on documents.

    What is said of a document without a day is told on the day of the document, and says for which
    day it was written.
    """
    for section in _SECTIONS:
        for name, record in getattr(dossier, section).items():
            issue = name if section == "issues" else getattr(record, "issue", "")
            party = name if section == "parties" else getattr(record, "party", "")
            found = list(_noted(record, (section, name), party, issue))
            since = _SINCE.get(section, lambda _: None)(record)
            if section == "memoranda":
                undated = replace(record.note, dated=()).known(record.date, dossier.header.as_of)
                if undated:
                    found.append(
                        Occurrence(
                            OccurrenceKind.NOTE,
                            record.date,
                            (section, name, "note"),
                            party,
                            "",
                            said=str(undated),
                        )
                    )
                for about, position in record.positions.items():
                    path = section, name, "positions", about
                    for inner, within in _within(position, path):
                        found += _noted(inner, within, party, about)
            for one in found:
                yield _since(one, since) if since else one
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
            for moment, said in remark.dated:
                where = (*path, name)
                yield Occurrence(OccurrenceKind.NOTE, moment, where, party, issue, said=said)
