"""Holds how a party stands on an issue: its word of record, and what is beside and behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Form
from positions.model.moment import Precision
from positions.record.amending import told_otherwise

if TYPE_CHECKING:
    from positions.model.dossier import Account, Memorandum, Position

__all__ = ["DocumentEntry", "Standing", "as_far_as"]


def as_far_as(reach: str) -> str:
    """Return what limits a silence that a position states of a text of which not all was read."""
    return f", as far as it {reach}"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """What one document says on an issue, or on a part of it.

    Attributes:
        kept: What the position has from an earlier word that this one does not mention: the names
            of its fields, each with the document that said it.
    """

    document: Memorandum
    position: Position
    kept: tuple[tuple[str, Memorandum], ...] = ()

    @property
    def of_record(self) -> bool:
        """Whether the analyst makes it, a report, the record in the place of own words."""
        return self.document.of_record or self.position.of_record


@dataclass(frozen=True, slots=True)
class Standing:
    """How a party stands on an issue, or on a part of it.

    Attributes:
        entry: The word of record; None where there is none at all.
        blank: What the party's own words leave blank, and how; None where they say something.
            With an entry that is a report, the report fills this blank.
        document: The document that makes the blank: the text that is silent or withheld.
        under: The titles of the chosen options, where the text says something under others alone.
        older: Whether the word of record is older than a text of which too little is known.
        since: The text of which too little is known or was read, where the word is older.
        replaced: The words of which the word of record took the place, or the texts that leave the
            matter blank since.
        history: What was said before, newest first.
        beside: Reports that say something else than the record, newest first; where a text of
            which too little is known leaves the matter blank, reports that are older.
        conflicts: Other words of the same moment that say something else; the record is unclear.
        own: The party's own last word, where a later report is made the record in its place.
        voice: The group whose words stand for those of the party, by its id.
        main: The document by which the party is known, whatever the issue: its last text; else its
            last own words; else the last report on it. None where there is no document.
        read_in_part: Whether not all of the text that says it, or leaves it blank, was read; what
            it is said to be silent on, it is silent on as far as it was read.
    """

    party: str
    issue: str
    part: str = ""
    entry: DocumentEntry | None = None
    blank: Blank | None = None
    document: Memorandum | None = None
    older: bool = False
    history: tuple[DocumentEntry, ...] = ()
    beside: tuple[DocumentEntry, ...] = ()
    conflicts: tuple[DocumentEntry, ...] = ()
    under: tuple[str, ...] = ()
    replaced: tuple[DocumentEntry, ...] = ()
    since: Memorandum | None = None
    own: DocumentEntry | None = None
    voice: str = ""
    read_in_part: bool = False
    main: Memorandum | None = field(default=None, compare=False)

    @property
    def blank_in_words(self) -> str:
        """The name of the blank, with how far its text was read where that limits a silence."""
        return self.limited(self.blank)

    def limited(self, blank: Blank | None) -> str:
        """Return the name of a blank of the same text, with how far it was read."""
        return f"{blank}{self._limit(blank)}" if blank else ""

    def meaning(self, blank: Blank) -> str:
        """Return what a blank of the same text says of the party, and no more than was read."""
        return f"{blank.meaning}{self._limit(blank)}"

    def _limit(self, blank: Blank | None) -> str:
        return as_far_as(self.reach) if blank is Blank.SILENT and self.read_in_part else ""

    @property
    def reach(self) -> str:
        """How far the text is that leaves something blank: it *was read*, or *is known*."""
        return self.document.reach if self.document else "was read"

    @property
    def silence(self) -> tuple[Blank | None, str]:
        """Its blank, and how far it is known that a text is silent: for like sentences."""
        return self.blank, self._limit(self.blank)

    @property
    def known_blank(self) -> Blank | None:
        """Its blank; unseen where a text of which more exists is silent as far as it is known.

        A position that says `silent` of a text that was read in part vouches for all of it.
        """
        hidden = self.document is not None and not self.document.disclosure.whole
        return Blank.UNSEEN if hidden and self.silence[1] else self.blank

    @property
    def speaks(self) -> bool:
        """Whether there is a position to compare, of the party's own or reported."""
        return self.entry is not None and self.entry.position.unstated is None

    @property
    def reported(self) -> bool:
        """Whether the word of record is someone else's account."""
        entry = self.entry
        return entry is not None and entry.document.form is Form.REPORT and self.speaks

    @property
    def said_in(self) -> Memorandum | None:
        """The document of its word of record, or the one that makes its blank."""
        return self.entry.document if self.speaks and self.entry else self.document

    @property
    def elsewhere(self) -> Memorandum | None:
        """The document of its word of record, where that is not the one that is known as main."""
        document = self.entry.document if self.speaks and self.entry else None
        return document if document and self.main and document.id != self.main.id else None

    @property
    def inferred(self) -> bool:
        """Whether the analyst concludes the word of record, or a branch of it."""
        if not self.speaks:
            return False
        position = self.position
        return position.inferred or any(one.inferred for one in position.alternatives.values())

    @property
    def contested(self) -> tuple[DocumentEntry, ...]:
        """The reports that say otherwise than a word of record, and are later than it."""
        return self.beside if self.speaks or self.blank is Blank.INDIFFERENT else ()

    @property
    def accounts(self) -> dict[str, Account]:
        """The accounts that say otherwise than its word, or than what leaves it blank."""
        return told_otherwise(self.entry.position) if self.entry else {}

    @property
    def words(self) -> tuple[DocumentEntry, ...]:
        """The word of record, if there is one, and the others of the same moment."""
        return (self.entry, *self.conflicts) if self.entry else ()

    @property
    def unordered(self) -> bool:
        """Whether its words say different things in an order that is not known."""
        days = {one.document.date.precision for one in self.words}
        return bool(self.conflicts) and not days <= {Precision.DAY}

    @property
    def blank_told(self) -> str:
        """How it is known why there is no position, where its own words do not say so.

        That is *reported* or *inferred*, or empty. A word of which the analyst records no value
        (`uncoded`) says nothing of why.
        """
        entry = None if self.speaks or self.blank is Blank.UNCODED else self.entry
        if entry is None or (entry.position.as_in and self.blank is Blank.UNDISCLOSED):
            return ""  # that the text in which it stands is not disclosed, nobody tells
        inferred = "inferred" if entry.position.inferred else ""
        return "reported" if entry.document.form is Form.REPORT else inferred

    @property
    def retold(self) -> bool:
        """Whether its words are recorded in a paraphrase alone, without a value."""
        entry = None if self.speaks else self.entry
        return self.blank is Blank.UNCODED and bool(entry and entry.position.paraphrase)

    @property
    def position(self) -> Position:
        """The position of record.

        Raises:
            LookupError: The party does not speak.
        """
        entry = self.entry
        if entry is None or entry.position.unstated is not None:
            message = f"{self.party} does not speak on {self.issue}"
            raise LookupError(message)
        return entry.position

    @property
    def branches(self) -> tuple[tuple[str, Position], ...]:
        """The position's alternatives by label, or the position itself under an empty label."""
        position = self.position
        return tuple(position.alternatives.items()) or (("", position),)
