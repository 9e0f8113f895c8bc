"""Rules on documents that take over what another one says: `based_on`, and `as` in a position."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from positions.record.borrowing import MOST_STEPS
from positions.text.likeness import nearest
from positions.text.quoting import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.checks.walk import Declared, Faults
    from positions.model.dossier import Dossier
    from positions.problems.problem import Path

__all__ = ["endless_basis", "nothing_to_take", "unknown_document"]

_ADVICE = (
    f"Name the document that was there first; more than {MOST_STEPS} in a row are not followed."
)


def unknown_document(dossier: Dossier, declared: Declared) -> Faults:
    """Yield each name of a document that is none, such as that of a party."""
    known = declared.ids("memoranda")
    for path, document in _named(dossier, declared):
        if document not in known:
            advice = partial(nearest, document, known, "Name a document of `memoranda`.")
            yield path, f"`{short_name(document)}` is not a document.", advice


def endless_basis(dossier: Dossier, declared: Declared) -> Faults:
    """Yield each `based_on`, and each `as`, that leads back to where it stands, or on and on."""
    for memorandum in dossier.memoranda.values():
        path: Path = ("memoranda", memorandum.id, "based_on")
        if memorandum.based_on and _is_endless(dossier, memorandum.id, ""):
            yield path, "Following `based_on` comes to no first document.", _ADVICE
    for path, _ in _taken(declared):
        if _is_endless(dossier, str(path[1]), str(path[3])):
            yield path, "Following `as` comes to no first document.", _ADVICE


def nothing_to_take(dossier: Dossier, declared: Declared) -> Faults:
    """Yield each `as` that names a document that says nothing on the issue, or a later one."""
    for path, document in _named(dossier, declared):
        found, own = dossier.memoranda.get(document), dossier.memoranda[str(path[1])]
        if found and own.date.surely_before(found.date):
            sentence = (
                f"`{short_name(document)}` is of a later day, and could not be taken over yet."
            )
            yield path, sentence, "Name the document that was there first, or mend a date."
    for path, document in _taken(declared):
        if document in dossier.memoranda and not _says(dossier, document, str(path[3])):
            sentence = f"`{short_name(document)}` says nothing on this issue."
            yield path, sentence, "Name the document that does, or write the blank that it is."


def _named(dossier: Dossier, declared: Declared) -> Iterator[tuple[Path, str]]:
    for memorandum in dossier.memoranda.values():
        if memorandum.based_on:
            yield ("memoranda", memorandum.id, "based_on"), memorandum.based_on
    yield from _taken(declared)


def _taken(declared: Declared) -> Iterator[tuple[Path, str]]:
    for path, position in declared.positions:
        if position.same_as:
            yield (*path, "as"), position.same_as


def _next(dossier: Dossier, document: str, issue: str) -> str:
    """Return the document from which another takes an issue, or all that it does not mention."""
    memorandum = dossier.memoranda[document]
    position = memorandum.positions.get(issue)
    if position is not None:
        return position.same_as or ""
    return memorandum.based_on or ""


def _chain(dossier: Dossier, document: str, issue: str) -> Iterator[str]:
    """Yield a document, and those that it takes an issue from in turn, as far as they count."""
    for _ in range(MOST_STEPS + 1):
        if document not in dossier.memoranda:
            return
        yield document
        document = _next(dossier, document, issue)


def _is_endless(dossier: Dossier, document: str, issue: str) -> bool:
    return len(list(_chain(dossier, document, issue))) > MOST_STEPS


def _says(dossier: Dossier, document: str, issue: str) -> bool:
    return any(
        issue in dossier.memoranda[one].positions or issue in dossier.memoranda[one].unreadable
        for one in _chain(dossier, document, issue)
    )
