"""The moments of a dossier at which something happened, for whoever wants to look back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.changes.timeline.occurrences import OccurrenceKind, occurrences
from positions.model.moment import Moment
from positions.sentences.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.changes.timeline.occurrences import Occurrence
    from positions.model.dossier import Dossier

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


def said_at(dossier: Dossier, moment: Moment, after: Moment | None = None) -> str:
    """Return what happened in a dossier at a moment; an empty text for nothing.

    Args:
        dossier: The dossier.
        moment: The moment.
        after: An earlier one; where something happened at others in between, their number is told.
    """
    end, told = moment.order(), [(at.order(), said) for at, said in _events(dossier)]
    between = {at for at, _ in told if after is not None and after.order() < at < end}
    if between:
        return f"all that became known at {len(between) + 1} moments"
    return "; ".join(dict.fromkeys(said for at, said in told if at == end))


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
    """Yield what happened, and when: documents first, then outcomes, then accounts."""
    told = [one for one in occurrences(dossier) if one.kind is not OccurrenceKind.NOTE]
    for one in sorted(told, key=_rank):
        # An account without a date of its own is a part of what it is about.
        if one.account is None or one.account.date is not None:
            yield one.moment, _said(dossier, one)


def _rank(one: Occurrence) -> int:
    ranks = {OccurrenceKind.DOCUMENT: 0, OccurrenceKind.KNOWN: 0, OccurrenceKind.OUTCOME: 1}
    of_outcome = 2 if one.path[0] == "outcomes" else 3
    return ranks.get(one.kind, of_outcome)


def _said(dossier: Dossier, one: Occurrence) -> str:
    """Return what happened, in a few words."""
    section, name = one.path[:2]
    if section == "memoranda":
        document = dossier.memoranda[name]
        party = dossier.parties.get(document.party)
        whose = party.name if party else document.party
        named = f"{Glossary.of(dossier).titled(document)} ({whose})"
        return {
            OccurrenceKind.DOCUMENT: f"{document.title or document.form} ({whose})",
            OccurrenceKind.KNOWN: f"the text is known: {named}",
        }.get(one.kind, f"another account of {named}")
    outcome = dossier.outcomes[name]
    issue = dossier.issues.get(outcome.issue)
    title = outcome.title or (issue.title if issue else outcome.id)
    return f"{_OF_OUTCOMES[one.kind]}: {title}"


_OF_OUTCOMES: Final = {
    OccurrenceKind.OUTCOME: "outcome",
    OccurrenceKind.CONFIRMED: "confirmed",
    OccurrenceKind.DELIVERED: "delivered",
    OccurrenceKind.ACCOUNT: "an account of an outcome",
}
