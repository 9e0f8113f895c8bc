"""The own words of one party on one issue or part, while its documents are read in order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Form, Position
from positions.model.moment import Precision
from positions.record.amending import (
    amended,
    at_odds,
    beside_others,
    left_open,
    says_beside_a_value,
)
from positions.record.standing import DocumentEntry

if TYPE_CHECKING:
    from positions.model.dossier import Memorandum

__all__ = ["OwnWords", "at_once", "unordered"]

_MOST_AT_ONCE = 20
"""How many words of one moment that differ stand beside each other; others become history."""
_GIVES_WAY = frozenset({Blank.DECLINED, Blank.UNDISCLOSED, Blank.UNSEEN})
"""Words that say nothing of a position, so that a later unknown text takes their place."""


@dataclass(slots=True)
class OwnWords:
    """What a party has said up to a document, and what became of it.

    Attributes:
        current: The word of record.
        blank: Why there is none; None where it says something.
        document: The document that says it, or leaves it blank.
        since: A later text of which too little is known, which casts doubt on the word.
        ruling: The reports that the analyst makes the record, until the party speaks again.
    """

    current: DocumentEntry | None = None
    blank: Blank | None = Blank.UNCODED
    document: Memorandum | None = None
    under: tuple[str, ...] = ()
    since: Memorandum | None = None
    ruling: tuple[DocumentEntry, ...] = ()
    conflicts: list[DocumentEntry] = field(default_factory=list)
    history: list[DocumentEntry] = field(default_factory=list)
    replaced: list[DocumentEntry] = field(default_factory=list)

    def close(self) -> None:
        """Make history of all that was said; a text after a silent one takes no other's place."""
        if self.current is not None:
            self.replaced = [*self.conflicts, self.current]
            self.history += self.replaced
        self.current, self.conflicts, self.since = None, [], None

    def say(self, entry: DocumentEntry, *, closes: bool = False) -> None:
        """Put a new word in the place of those before it, or beside those of the same moment.

        What a statement, or a text that does not close the record, does not mention stays, value
        and terms apart. Of several words of one moment, one that states a position stands before
        one that is blank.
        """
        if self.document is not None and self.current is None and self.blank is Blank.SILENT:
            silent = DocumentEntry(self.document, Position(blank=self.blank))
            spoken = entry.document.form is not Form.MEMORANDUM and not self.under
            self.current = silent if spoken and unordered(entry, silent) else None
        entry = self._amending(entry, closes=closes)
        words, gone = [entry], list[DocumentEntry]()
        for said in (*self.conflicts, *([self.current] if self.current else [])):
            beside = len(words) < _MOST_AT_ONCE and _clash(entry, said)
            (words if beside else gone).append(said)
        self.history += gone
        self.replaced = [*(self.replaced if len(words) > 1 else []), *gone]
        self.current = next((word for word in words if word.position.unstated is None), entry)
        self.conflicts = [word for word in words if word is not self.current]
        spoken = entry.document.form is not Form.MEMORANDUM
        self.since = self.since if self.current is entry and entry.kept and spoken else None
        self.under, self.ruling = (), ()
        self.blank, self.document = self.current.position.unstated, self.current.document

    def _amending(self, entry: DocumentEntry, *, closes: bool) -> DocumentEntry:
        """Return a word with what it leaves of the current one, which is earlier or as old."""
        before = self.current
        text = entry.document.form is Form.MEMORANDUM
        if before is None or (closes and not at_once(entry, before)) or entry.position.as_in:
            return entry
        if unordered(entry, before) and before.position.model_fields_set >= {"red_line"}:
            # Of a red line that may have been taken back since nothing is known.
            firm = entry.position.red_line and before.position.red_line
            word = entry.position.model_copy(update={"red_line": firm})
            entry = replace(entry, position=word)
        held, kept = amended(entry.position, before.position)
        if text and not closes:
            held = left_open(held, before.position)
        offered = before.document.options
        if not text and entry.position.alternatives.keys() & {**offered, **entry.document.options}:
            held, branches_kept = beside_others(held, before.position, offered)
            kept += tuple(offered[one].title for one in branches_kept)
        if held is entry.position:
            return entry
        document = entry.document
        branches = held.alternatives.keys() & before.document.options.keys()
        if branches - document.options.keys():
            options = {**before.document.options, **document.options}
            document = document.model_copy(update={"options": options})
        earlier = dict(before.kept)
        return replace(
            entry,
            document=document,
            position=held,
            kept=tuple((name, earlier.get(name, before.document)) for name in kept),
        )

    def shares_its_moment(self, document: Memorandum) -> bool:
        """Return whether the current word stands in another memorandum of the same moment.

        A party that hands over two papers at once takes nothing of the one back by the other.
        """
        if self.current is None or self.current.document.form is not Form.MEMORANDUM:
            return False
        return not self.current.document.date.surely_before(document.date)

    def leave(self, blank: Blank, document: Memorandum, under: tuple[str, ...] = ()) -> None:
        """Let a document that says nothing here, or nothing under options, close the record."""
        self.close()
        self.blank, self.document, self.under, self.ruling = blank, document, under, ()

    def fall_silent(self, blank: Blank, document: Memorandum, under: tuple[str, ...]) -> None:
        """Let a text that says nothing here close the record.

        It stands beside a word of which it is not known whether it was said before or since.
        """
        silent = DocumentEntry(document, Position(blank=blank))
        if not under and unordered(silent, self.current):
            self.say(silent)
        else:
            self.leave(blank, document, under)

    def withhold(self, blank: Blank, document: Memorandum) -> None:
        """Let a document of which too little is known or was read cast doubt on what was said.

        A word that only kept a position back gives way: the text keeps it back now. One that could
        not be read stays what it is.
        """
        if self.blank is Blank.UNREADABLE:
            return
        if self.current is None or self.blank in _GIVES_WAY:
            self.leave(blank, document)
        else:
            self.since, self.ruling = document, ()

    def hear(self, entry: DocumentEntry, *, closes: bool) -> None:
        """Take what a document says; that it is not seen, or not yet recorded, replaces no word.

        Args:
            entry: What it says.
            closes: Whether it is a text that is known and was read whole.
        """
        said, spoken = entry.position, None if self.blank else self.current
        text = entry.document.form is Form.MEMORANDUM
        unknown = said.unstated is Blank.UNCODED or (text and said.unstated is Blank.UNSEEN)
        later = text and spoken is not None and not at_once(entry, spoken)
        if not (spoken and unknown) or (says_beside_a_value(said) and not later):
            self.say(entry, closes=closes)
            return
        if said.says_anything:
            self.history.append(entry)
        if not at_once(entry, spoken):
            self.since, self.ruling = entry.document, ()


def at_once(one: DocumentEntry, other: DocumentEntry) -> bool:
    """Return whether two words are of one moment, or may be."""
    moments = one.document.date, other.document.date
    return not (moments[0].surely_before(moments[1]) or moments[1].surely_before(moments[0]))


def unordered(one: DocumentEntry, other: DocumentEntry | None) -> bool:
    """Return whether it is not known which of two words came first, by a month or a year."""
    if other is None or not at_once(one, other):
        return False
    return {one.document.date.precision, other.document.date.precision} != {Precision.DAY}


def _clash(one: DocumentEntry, other: DocumentEntry) -> bool:
    return at_once(one, other) and at_odds(one.position, other.position)
