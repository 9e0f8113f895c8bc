"""The moments of a dossier at which something happened, for whoever wants to look back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.dossier import Dossier, Memorandum

__all__ = ["Moment", "moments", "typed_moment"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment to look at a dossier from.

    Attributes:
        as_of: The moment; None for the dossier's own.
        said: What happened then.
    """

    as_of: When | None
    said: str


def moments(dossier: Dossier) -> tuple[Moment, ...]:
    """Return the dossier's own moment, then every one at which something happened, newest first."""
    found: dict[When, list[str]] = {}
    for moment, said in _events(dossier):
        found.setdefault(moment, []).append(said)
    own = dossier.header.as_of
    return (
        Moment(None, f"the dossier’s own moment, {own}"),
        *(
            Moment(moment, "; ".join(found[moment]))
            for moment in sorted(found, key=When.order, reverse=True)
        ),
    )


def typed_moment(words: str) -> Moment | None:
    """Return the moment that someone typed; None where the words are no date."""
    try:
        return Moment(When.parse(words), "as written")
    except ValueError:
        return None


def _events(dossier: Dossier) -> Iterator[tuple[When, str]]:
    for document in dossier.memoranda.values():
        name = _named(dossier, document)
        yield document.date, name
        if document.published is not None:
            yield document.published, f"the text is published: {name}"
    for outcome in dossier.outcomes.values():
        issue = dossier.issues.get(outcome.issue)
        yield outcome.date, f"outcome: {outcome.title or (issue.title if issue else outcome.id)}"


def _named(dossier: Dossier, document: Memorandum) -> str:
    party = dossier.parties.get(document.party)
    return f"{document.title or document.id} ({party.name if party else document.party})"
