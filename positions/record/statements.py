"""Every word that a party ever said on an issue, in order, and what became of it by a moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Form
from positions.record.borrowing import Borrowing
from positions.record.deciding_documents import DecidingDocuments
from positions.record.known import known_at
from positions.record.settle import record
from positions.record.standing import DocumentEntry, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.model.dossier import Dossier, Issue, Memorandum
    from positions.model.moment import Moment

__all__ = ["Word", "WordState", "words_said"]


class WordState(StrEnum):
    """What became of a word by a moment."""

    OF_RECORD = "of record"
    OLDER = "of record, older than words that are not known, read or recorded in full"
    CONFLICTING = "conflicting with the record, said at the same time"
    BESIDE = "beside the record, a report that says otherwise"
    EARLIER = "beside what is not known, an earlier report"
    SAME = "a report that says the same as the record"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Word:
    """What one document says on an issue, or on a part of it.

    Attributes:
        entry: The document with its position; None where it says nothing here, and that counts.
        blank: Why it says nothing, where it does not.
        replaced: The documents whose words it took the place of.
        replaced_by: The document that took its place.
    """

    document: Memorandum
    entry: DocumentEntry | None
    blank: Blank | None
    state: WordState
    replaced: tuple[Memorandum, ...] = ()
    replaced_by: Memorandum | None = None


def words_said(
    dossier: Dossier, issue: Issue, part: str, party: str, as_of: Moment
) -> tuple[Word, ...]:
    """Return every word of a party on an issue or a part, the oldest first.

    A memorandum that says nothing is a word too where its silence counts: it closes the record.

    Args:
        dossier: The dossier.
        issue: The issue.
        part: The part, or an empty text for an issue without parts.
        party: The id of the party.
        as_of: The moment at which the words stand as they are said to.
    """
    known = known_at(dossier, as_of)
    documents = [one for one in known.memoranda.values() if one.party == party]
    ordered = DecidingDocuments(documents, Borrowing(known, as_of).whole).all
    small = replace(known, issues={issue.id: issue}, parties={party: known.parties[party]})
    replay = _Replay(small, ordered, (party, issue.id, part))
    words = []
    for document in ordered:
        entry = _entry(known, document, issue, part, as_of)
        counts = document.id in replay.silences
        if entry is not None or counts:
            words.append(
                Word(
                    document,
                    entry,
                    replay.silences.get(document.id) if entry is None else None,
                    replay.state(document, entry),
                    replay.replaced.get(document.id, ()),
                    replay.replaced_by.get(document.id),
                )
            )
    return tuple(words)


class _Replay:
    """The record of one leaf as a party's documents came, one after the other."""

    def __init__(
        self,
        dossier: Dossier,
        documents: Sequence[Memorandum],
        leaf: tuple[str, str, str],
    ) -> None:
        self.silences: dict[str, Blank] = {}
        self.replaced: dict[str, tuple[Memorandum, ...]] = {}
        self.replaced_by: dict[str, Memorandum] = {}
        others = {name: one for name, one in dossier.memoranda.items() if one.party != leaf[0]}
        self.final = Standing(*leaf)
        before: dict[str, Memorandum] = {}
        for number, document in enumerate(documents, 1):
            said = {one.id: one for one in documents[:number]}
            standing = record(replace(dossier, memoranda={**others, **said})).standing(*leaf)
            now = {one.id: one for one in _current(standing)}
            for name in now.keys() & self.replaced_by.keys():  # it fills a later blank again
                by = self.replaced_by.pop(name).id
                self.replaced[by] = tuple(one for one in self.replaced[by] if one.id != name)
            kept = now.keys() | {one.document.id for one in standing.beside}
            gone = tuple(one for name, one in before.items() if name not in kept)
            if gone:
                self.replaced[document.id] = gone
                self.replaced_by |= dict.fromkeys((one.id for one in gone), document)
            maker = standing.document
            if maker is not None and maker.id == document.id and standing.blank is not None:
                self.silences[document.id] = standing.blank
            before, self.final = now, standing

    def state(self, document: Memorandum, entry: DocumentEntry | None) -> WordState:
        """Return what became of a document's word."""
        final, name = self.final, document.id
        if final.entry is not None and final.entry.document.id == name:
            return WordState.OLDER if final.older and not final.reported else WordState.OF_RECORD
        if name in {one.document.id for one in final.conflicts}:
            return WordState.CONFLICTING
        if name in {one.document.id for one in final.beside}:
            return WordState.BESIDE if final.speaks else WordState.EARLIER
        if entry is None:
            closes = final.document is not None and final.document.id == name
            return WordState.OF_RECORD if closes else WordState.SUPERSEDED
        if document.form is Form.REPORT and name not in self.replaced_by and _alike(entry, final):
            return WordState.SAME
        return WordState.SUPERSEDED


def _current(standing: Standing) -> Iterable[Memorandum]:
    """Return the documents whose words are of record, those that conflict with it included."""
    own = (standing.entry,) if standing.entry else ()
    return [entry.document for entry in (*own, *standing.conflicts)]


def _entry(
    dossier: Dossier, document: Memorandum, issue: Issue, part: str, as_of: Moment
) -> DocumentEntry | None:
    """Return what a document says, with what it takes over."""
    takings = Borrowing(dossier, as_of)
    found = takings.said(document, issue.id, part)
    if found is None:
        return None
    return DocumentEntry(takings.naming_options(document, found), found)


def _alike(entry: DocumentEntry, final: Standing) -> bool:
    return final.speaks and entry.position.substance() == final.position.substance()
