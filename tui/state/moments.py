"""The moments of a dossier at which something happened, for whoever wants to look back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.model.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.model.dossier import Account, Dossier, Memorandum

__all__ = ["MomentChoice", "last_moments", "moments", "said_at", "typed_moment"]


@dataclass(frozen=True, slots=True)
class MomentChoice:
    """A moment to look at a dossier from.

    Attributes:
        as_of: The moment; None for the dossier's own.
        said: What happened then.
    """

    as_of: Moment | None
    said: str


def moments(dossier: Dossier) -> tuple[MomentChoice, ...]:
    """Return the dossier's own moment, then every one at which something happened, newest first."""
    found: dict[Moment, list[str]] = {}
    for moment, said in _events(dossier):
        told = found.setdefault(moment, [])
        if said not in told:
            told.append(said)
    own = dossier.header.as_of
    return (
        MomentChoice(None, f"the dossier’s own moment, {own}"),
        *(
            MomentChoice(moment, "; ".join(found[moment]))
            for moment in sorted(found, key=Moment.order, reverse=True)
        ),
    )


def said_at(dossier: Dossier, moment: Moment) -> str:
    """Return what happened in a dossier at a moment; an empty text for nothing."""
    told = [said for at, said in _events(dossier) if at.order() == moment.order()]
    return "; ".join(dict.fromkeys(told))


def last_moments(dossier: Dossier) -> tuple[Moment, Moment]:
    """Return the last moment up to the dossier's own at which something happened, after another.

    Of a dossier with one such moment alone, that comes twice.
    """
    own = dossier.header.as_of
    past = {at for at, _ in _events(dossier) if not own.before(at)} or {own}
    found = sorted(past, key=Moment.order)
    return found[-2] if len(found) > 1 else found[-1], found[-1]


def typed_moment(words: str) -> MomentChoice | None:
    """Return the moment that someone typed; None where the words are no date."""
    try:
        return MomentChoice(Moment.parse(words), "as written")
    except ValueError:
        return None


def _events(dossier: Dossier) -> Iterator[tuple[Moment, str]]:
    for document in dossier.memoranda.values():
        name = _named(dossier, document)
        yield document.date, name
        if document.known is not None:
            yield document.known, f"the text is known: {name}"
    for outcome in dossier.outcomes.values():
        issue = dossier.issues.get(outcome.issue)
        title = outcome.title or (issue.title if issue else outcome.id)
        yield outcome.date, f"outcome: {title}"
        yield from _dated(outcome.delivered, f"delivered: {title}")
        yield from _dated(outcome.accounts, f"an account of an outcome: {title}")
    for document in dossier.memoranda.values():
        for position in document.positions.values():
            yield from _dated(position.accounts, f"another account of {_named(dossier, document)}")


def _dated(accounts: Mapping[str, Account], said: str) -> Iterator[tuple[Moment, str]]:
    """Yield the days of accounts and counts that came later than what they are about, each once."""
    for moment in dict.fromkeys(each.date for each in accounts.values()):
        if moment is not None:
            yield moment, said


def _named(dossier: Dossier, document: Memorandum) -> str:
    party = dossier.parties.get(document.party)
    return f"{document.title or document.id} ({party.name if party else document.party})"
