"""Names the documents that are compared, once above the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.model.vocabulary import Disclosure, Form, Role
from positions.sentences.english import among, ended, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.comparison.rows import Comparison
    from positions.model.dossier import Memorandum
    from positions.record.standing import Standing

__all__ = ["compared_in_words"]

MOST_NAMED: Final = 4
"""How many documents are named one by one; of more, those that are alike are told together."""

_DISCLOSED: Final = {
    Disclosure.PUBLISHED: "published",
    Disclosure.REVIEWED: "seen by those who report it",
    Disclosure.PARTIAL: "known in part",
    Disclosure.WITHHELD: "withheld",
}
_SEVERAL: Final = {
    Form.MEMORANDUM: "memoranda",
    Form.STATEMENT: "statements",
    Form.REPORT: "reports",
}


def compared_in_words(comparison: Comparison) -> str:
    """Return by which document each column is known, how much of it is known, and was read.

    `Compared: Russia's memorandum of 2 June 2025, 14:44 (published, read in part).` That cells have
    their words from other documents is said if they do. An empty text where there is no document.
    """
    standings = list(_standings(comparison))
    documents = list({one.main.id: one.main for one in standings if one.main}.values())
    if len(documents) <= MOST_NAMED:
        told = [_one(comparison, document) for document in documents]
    else:
        told = list(_together(comparison, documents))
    if not told:
        return ""
    elsewhere = any(one.elsewhere for one in standings)
    more = " A cell with words of another document names its day." if elsewhere else ""
    return f"Compared: {ended('; '.join(told))}{more}"


def _standings(comparison: Comparison) -> Iterator[Standing]:
    for row in comparison.rows:
        for line in row.leaves:
            yield from line.standings.values()


def _one(comparison: Comparison, document: Memorandum) -> str:
    """Return `Russia's memorandum of 2 June 2025, 14:44 (published, read in part)`."""
    day = document.date.in_full
    called = comparison.words.untitled(document, timed=True)
    is_text = document.form is Form.MEMORANDUM
    said = [document.title] if is_text and _adds(document.title, called) else []
    said += [] if day in called else [day]
    said += _known(document)
    return f"{called} ({'; '.join(filter(None, said))})" if said else called


def _adds(title: str, called: str) -> bool:
    """Return whether a title says anything that what the document is called does not."""
    return not set(title.casefold().split()) <= {*called.casefold().split(), "a", "the"}


def _known(document: Memorandum) -> list[str]:
    """Return how much of a text is known and was read, if it is one."""
    if document.form is not Form.MEMORANDUM:
        return []
    said = _DISCLOSED[document.disclosure]
    if document.disclosure is Disclosure.WITHHELD:
        return [said]
    later = document.known if document.known and document.known.day > document.date.day else None
    since = f", known since {later.in_prose}" if later else ""
    return [f"{said}{since}, read {'whole' if document.read_whole else 'in part'}"]


def _together(comparison: Comparison, documents: Iterable[Memorandum]) -> Iterator[str]:
    """Yield the documents of a form of which as much is known and was read, told together."""
    groups: dict[object, list[Memorandum]] = {}
    for document in documents:
        is_text = comparison.dossier.parties[document.party].role is Role.TEXT
        alike = document.form, document.disclosure, document.read_whole
        groups.setdefault(document.id if is_text else alike, []).append(document)
    for group in groups.values():
        yield _one(comparison, group[0]) if len(group) == 1 else _several(comparison, group)


def _several(comparison: Comparison, group: Sequence[Memorandum]) -> str:
    """Return `three memoranda of 1 to 4 August 2025 (published, read whole), of A, B and C`."""
    days = sorted((one.date for one in group), key=lambda one: one.order())
    first, last = days[0].in_prose, days[-1].in_prose
    when = f"of {first}" if first == last else f"from {first} to {last}"
    how = _known(group[0].model_copy(update={"known": None}))
    named = among([comparison.words.names[one.party].text for one in group], "parties")
    on = "on" if group[0].form is Form.REPORT else "of"
    several = f"{number(len(group))} {_SEVERAL[group[0].form]} {when}"
    return f"{several}{f' ({how[0]})' if how else ''}, {on} {named}"
