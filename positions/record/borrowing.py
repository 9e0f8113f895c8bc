"""Takes over what a document has from another: `based_on` for all, `as` for one position.

A counter-draft says only what it changes; what it does not mention is as in the text that it
works on. Here the position is found that it means, with the name of the document where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Disclosure, Form, Position
from positions.record.parts import laid_over, part_of

if TYPE_CHECKING:
    from positions.model.dossier import Dossier, Memorandum
    from positions.model.moment import Moment

__all__ = ["MOST_STEPS", "Borrowing"]

MOST_STEPS = 100
"""How many documents in a row may take over from each other."""

_Step = tuple["Memorandum", Position | None]
"""A document of a chain, and the position in it that names the next; None where all of it does."""

_OF_ITS_PARTY = ("red_line", "salience", "reservation", "reason", "speaker")
"""What a position says of the party that holds it, and of no other."""

_BLANKS_OF_ITS_PARTY = frozenset({Blank.DECLINED, Blank.DELETED, Blank.INDIFFERENT})
"""What a party did, or does not mind; the text leaves the issue out."""


class Borrowing:
    """What the documents of a dossier say at a moment, in their own words or taken over.

    Attributes:
        documents: All of them, by id.
    """

    def __init__(self, dossier: Dossier, moment: Moment) -> None:
        """Take the dossier, and the moment that decides how much of each document is known."""
        self.documents = dossier.memoranda
        self._later = dossier.later
        self._moment = moment
        self._endless: set[tuple[str, str, str]] = set()

    def whole(self, document: Memorandum) -> bool:
        """Return whether a memorandum, with what it is based on, is known and was read whole.

        So that what it does not mention, it is silent on.
        """
        return self.blank(document) is Blank.SILENT

    def blank(self, document: Memorandum) -> Blank:
        """Return what it means that a memorandum does not mention an issue.

        What it does not mention is as in the text that it is based on, if all of it was read.
        """
        for _ in range(MOST_STEPS):
            found = self._own_blank(document)
            if found is not Blank.SILENT or not document.based_on:
                return found
            base = self.documents.get(document.based_on)
            if base is None or not self._is_known(base):
                return Blank.UNDISCLOSED
            document = base
        return Blank.UNDISCLOSED

    def _own_blank(self, document: Memorandum) -> Blank:
        """Return what it means that a document's own words leave an issue out.

        Who says that something is as in a text has not read it out: that is no part of a text.
        """
        disclosed = document.disclosed(self._moment)
        if disclosed is Disclosure.WITHHELD:
            return Blank.UNDISCLOSED
        if document.form is not Form.MEMORANDUM:
            return Blank.SILENT
        if not document.read_whole:
            return Blank.UNSEEN
        return Blank.SILENT if disclosed.whole else Blank.UNDISCLOSED

    def sequence(self, document: Memorandum) -> Memorandum | None:
        """Return the document that states a document's order of steps; None where none does.

        That is the document itself, or, where it has none and says nothing else by that, the one
        on which it is based. What is not known at the moment states nothing.
        """
        for _ in range(MOST_STEPS):
            if document.sequence:
                return document
            base = self.documents.get(document.based_on or "")
            if base is None or self._own_blank(document) is not Blank.SILENT:
                return None
            if not self._is_known(base):
                return None
            document = base
        return None

    def said(self, document: Memorandum, issue: str, part: str) -> Position | None:
        """Return what a document says on an issue or a part; None where it says nothing.

        What is taken from a text that is not known yet is undisclosed. What leads back to itself,
        or on through more than `MOST_STEPS` documents, is unreadable.
        """
        taken: list[_Step] = []
        start = document
        for _ in range(MOST_STEPS):
            if (document.id, issue, part) in self._endless:
                break
            position = _own(document, issue, part)
            left_out = self._own_blank(document)
            if position is not None and position.same_as is None:
                if not _says_of_its_party_alone(position, document, taken):
                    return _taken_over(position, document, taken)
                # That a clause is struck is known of a text, however little else of it is.
                struck = position.blank is Blank.DELETED
                return _blank(Blank.SILENT, taken) if struck else _nothing(taken, left_out)
            name = (position.same_as if position else document.based_on) or ""
            if position is None and not (name and left_out is Blank.SILENT):
                return _nothing(taken, left_out)
            taken.append((document, position))
            if name not in self.documents and name not in self._later:
                break
            if name in self._later or not self._is_known(self.documents[name]):
                return _nothing(taken, Blank.UNDISCLOSED)
            document = self.documents[name]
        else:
            self._note_endless(start, issue, part)
        return _blank(Blank.UNREADABLE, taken)

    def chain(self, document: Memorandum, issue: str, part: str) -> tuple[Memorandum, ...]:
        """Return a document and those from which it takes over what it says, each from the next."""
        found: list[Memorandum] = []
        after: Memorandum | None = document
        while after is not None and len(found) < MOST_STEPS:
            found.append(after)
            after = self._taken_from(after, _own(after, issue, part))
        return tuple(found)

    def _note_endless(self, document: Memorandum | None, issue: str, part: str) -> None:
        """Note which documents of a chain lead on too far, so that others need not follow it."""
        chain: dict[tuple[str, str, str], None] = {}
        while document is not None:
            here = document.id, issue, part
            if here in chain or here in self._endless:
                self._endless.update(chain)
                return
            chain[here] = None
            document = self._taken_from(document, _own(document, issue, part))
        self._endless.update(tuple(chain)[:-MOST_STEPS])

    def _taken_from(self, document: Memorandum, position: Position | None) -> Memorandum | None:
        """Return the document that comes next in a chain, if one does."""
        if position is None and self._own_blank(document) is not Blank.SILENT:
            return None
        name = position.same_as if position else document.based_on
        found = self.documents.get(name or "")
        return found if found and self._is_known(found) else None

    def naming_options(self, document: Memorandum, position: Position) -> Memorandum:
        """Return a document that knows the options of which a position has branches.

        They are those of the text from which it was taken over; of what a party says, or is
        reported to say, outside its texts, they are those of its texts.
        """
        if not position.alternatives:
            return document
        sources = [one for one in (self.documents.get(position.as_in),) if one]
        if not sources and document.form is not Form.MEMORANDUM:
            sources = [one for one in self.documents.values() if one.party == document.party]
        options = {name: one for source in sources for name, one in source.options.items()}
        if not position.alternatives.keys() & (options.keys() - document.options.keys()):
            return document
        return document.model_copy(update={"options": {**options, **document.options}})

    def _is_known(self, document: Memorandum) -> bool:
        """Return whether a document is there at the moment, and its text known, if only in part."""
        return not self._moment.before(document.date) and document.is_known(self._moment)


def _own(document: Memorandum, issue: str, part: str) -> Position | None:
    if issue in document.unreadable:
        return Position(blank=Blank.UNREADABLE)
    position = document.positions.get(issue)
    return part_of(position, part) if position is not None else None


def _says_of_its_party_alone(position: Position, source: Memorandum, taken: list[_Step]) -> bool:
    """Return whether a blank is that of one party, and a text of another only works on its text."""
    others = any(own is None and document.party != source.party for document, own in taken)
    return others and position.blank in _BLANKS_OF_ITS_PARTY


def _taken_over(position: Position, source: Memorandum, taken: list[_Step]) -> Position:
    """Return a position as the document at the beginning of a chain has it."""
    for document, own in reversed(taken):
        sources = (*(position.sources or source.sources), *document.sources)
        given: dict[str, object] = {
            "as_in": source.id,
            "sources": tuple(dict.fromkeys(sources)),
            "credibility": position.credibility or source.credibility,
            "of_record": False,
        }
        if document.party != source.party:
            given |= {name: Position.model_fields[name].default for name in _OF_ITS_PARTY}
        position = position.model_copy(update=given)
        position = laid_over(position, own) if own else position
    return position


def _nothing(taken: list[_Step], blank: Blank) -> Position | None:
    """Return what it means that the last document of a chain says nothing.

    That is nothing where documents only work on each other; a blank where one of them names it.
    """
    return _blank(blank, taken) if any(own for _, own in taken) else None


def _blank(blank: Blank, taken: list[_Step]) -> Position:
    """Return a blank with the evidence of the position that led to it, if one did."""
    own = next((own for _, own in taken if own), None)
    if own is None:
        return Position(blank=blank)
    return laid_over(Position(blank=blank, as_in=own.same_as or ""), own)
