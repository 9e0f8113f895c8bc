"""The position of record: what each party holds on each issue at a moment, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Dossier, Form, Memorandum
from positions.record.accounts import heard_by
from positions.record.borrowing import Borrowing
from positions.record.deciding_documents import DecidingDocuments
from positions.record.options import NO_CHOICE, OptionChoice
from positions.record.standing import DocumentEntry, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.model.dossier import Option
    from positions.model.moment import Moment

__all__ = ["DocumentEntry", "Record", "Standing", "record"]

_UNKNOWN = frozenset({Blank.UNCODED, Blank.UNDISCLOSED})
_MOST_AT_ONCE = 20
"""How many words of one moment that differ stand beside each other; others become history."""


@dataclass(frozen=True, slots=True)
class Record:
    """Every party's standing on every issue and part, at a moment and under a choice of options."""

    as_of: Moment
    standings: Mapping[tuple[str, str, str], Standing]
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)

    def standing(self, party: str, issue: str, part: str = "") -> Standing:
        """Return a party's standing on an issue, or on a part of it."""
        return self.standings[party, issue, part]


def record(
    dossier: Dossier, as_of: Moment | None = None, choice: OptionChoice = NO_CHOICE
) -> Record:
    """Return the position of record of every party on every issue and part.

    A memorandum whose text is known closes the record: what was said before is history. One of
    which only a part is known replaces what it mentions; older words stay, marked as older, and
    the rest is undisclosed. A later statement changes only what it mentions. A report fills what
    the party's own words leave blank, and never wins over them.

    Args:
        dossier: The dossier.
        as_of: The moment; the dossier's own where none is given.
        choice: The options that are fixed; what documents say under others is not mentioned.
    """
    moment = as_of or dossier.header.as_of
    spoken: dict[str, list[Memorandum]] = {party: [] for party in dossier.parties}
    for document in dossier.memoranda.values():
        if document.party in spoken and not moment.before(document.date):
            spoken[document.party].append(document)
    takings = Borrowing(dossier, moment)
    reading = _Reading(moment, takings, choice)
    papers = {
        party: DecidingDocuments(documents, takings.whole) for party, documents in spoken.items()
    }
    return Record(
        moment,
        {
            (party, issue.id, part): Standing(party, issue.id, part, blank=Blank.UNREADABLE)
            if party in dossier.unreadable
            else _standing(papers[party].on(issue.id), reading, (party, issue.id, part))
            for issue in dossier.issues.values()
            for part in issue.parts or ("",)
            for party in dossier.parties
        },
        choice.options,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """How documents are read: at which moment, and under which options."""

    moment: Moment
    takings: Borrowing
    choice: OptionChoice

    def mention(
        self, document: Memorandum, leaf: tuple[str, str, str]
    ) -> tuple[DocumentEntry | None, tuple[str, ...]]:
        """Return what a document says on a leaf, if anything.

        Also the titles of the chosen options, if it says something under others alone.
        """
        if not document.is_known(self.moment) or leaf[1] in document.unreadable:
            return None, ()
        found = self.takings.said(document, leaf[1], leaf[2])
        if found is None:
            return None, ()
        named = self.takings.naming_options(document, found) if found.as_in else document
        kept = self.choice.cut(named, found)
        if kept is None:
            return None, self.choice.under(named)
        return DocumentEntry(named, heard_by(kept, self.moment)), ()


@dataclass(slots=True)
class _Words:
    """The own words of one party on one leaf, while its documents are read in order."""

    current: DocumentEntry | None = None
    blank: Blank | None = Blank.UNCODED
    document: Memorandum | None = None
    under: tuple[str, ...] = ()
    older: bool = False
    conflicts: list[DocumentEntry] = field(default_factory=list)
    history: list[DocumentEntry] = field(default_factory=list)
    replaced: list[DocumentEntry] = field(default_factory=list)
    substances: dict[int, tuple[object, ...]] = field(default_factory=dict)

    def close(self) -> None:
        """Make history of all that was said; a text after a silent one takes no other's place."""
        if self.current is not None:
            self.replaced = [*self.conflicts, self.current]
            self.history += self.replaced
        self.current, self.conflicts, self.older = None, [], False

    def say(self, entry: DocumentEntry) -> None:
        """Put a new word in the place of those before it, or beside those of the same moment.

        Of several words of one moment, one that states a position stands before one that is blank.
        """
        words, gone = [entry], list[DocumentEntry]()
        for said in (*self.conflicts, *([self.current] if self.current else [])):
            beside = len(words) < _MOST_AT_ONCE and self._clash(entry, said)
            (words if beside else gone).append(said)
        self.history += gone
        self.replaced = [*(self.replaced if len(words) > 1 else []), *gone]
        self.current = next((word for word in words if word.position.unstated is None), entry)
        self.conflicts = [word for word in words if word is not self.current]
        self.older, self.under = False, ()
        self.blank, self.document = self.current.position.unstated, self.current.document

    def _clash(self, one: DocumentEntry, other: DocumentEntry) -> bool:
        """Return whether two words of one moment differ; what each says is worked out once."""
        if not _at_once(one, other):
            return False
        first, second = (
            self.substances.get(id(entry))
            or self.substances.setdefault(id(entry), entry.position.substance())
            for entry in (one, other)
        )
        return first != second

    def shares_its_moment(self, document: Memorandum) -> bool:
        """Return whether the current word stands in another memorandum of the same moment.

        A party that hands over two papers at once takes nothing of the one back by the other.
        """
        if self.current is None or self.current.document.form is not Form.MEMORANDUM:
            return False
        return not self.current.document.date.before(document.date)

    def leave(self, blank: Blank, document: Memorandum, under: tuple[str, ...] = ()) -> None:
        """Let a document that says nothing here, or nothing under options, close the record."""
        self.close()
        self.blank, self.document, self.under = blank, document, under

    def withhold(self, document: Memorandum, under: tuple[str, ...] = ()) -> None:
        """Let a document of which too little is known cast doubt on what was said.

        A word that only kept a position back gives way: the text keeps it back now.
        """
        if self.current is None or self.blank in {Blank.DECLINED, Blank.UNDISCLOSED}:
            self.leave(Blank.UNDISCLOSED, document, under)
        else:
            self.older = True


def _standing(
    documents: list[Memorandum], reading: _Reading, leaf: tuple[str, str, str]
) -> Standing:
    words, reports = _Words(), []
    lost: Memorandum | None = None
    for document in documents:
        entry, under = reading.mention(document, leaf)
        if document.form is Form.REPORT:
            reports += [entry] if entry else []
            lost = document if leaf[1] in document.unreadable else lost
        elif leaf[1] in document.unreadable:
            words.leave(Blank.UNREADABLE, document)
        elif entry is not None:
            words.say(entry)
        elif document.form is Form.MEMORANDUM and not words.shares_its_moment(document):
            if reading.takings.whole(document):
                words.leave(Blank.SILENT, document, under)
            else:
                words.withhold(document, under)
    found = _reported(words, tuple(reversed(reports)), leaf)
    if lost is not None and found.entry is None and found.blank in _UNKNOWN:
        return replace(found, blank=Blank.UNREADABLE, document=lost)
    return found


def _reported(
    words: _Words, reports: tuple[DocumentEntry, ...], leaf: tuple[str, str, str]
) -> Standing:
    """Return the standing that a party's own words make, with the reports on it, newest first."""
    party, issue, part = leaf
    own = Standing(
        party,
        issue,
        part,
        entry=words.current,
        blank=words.blank,
        document=words.document,
        under=words.under,
        older=words.older,
        conflicts=tuple(reversed(words.conflicts)),
        replaced=tuple(reversed(words.replaced)),
        history=tuple(reversed(words.history)),
    )
    if words.blank is Blank.UNREADABLE:
        return replace(own, history=_newest_first(own.history + reports))
    if words.blank in {None, Blank.INDIFFERENT}:
        beside = tuple(
            report
            for report in reports
            if not _superseded(report, words) and _contradicts(report, words.current)
        )
        return replace(own, beside=beside, history=_rest(own, reports, beside))
    return _filled(own, reports, tuple(one for one in reports if not _superseded(one, words)))


def _filled(
    own: Standing, reports: tuple[DocumentEntry, ...], live: tuple[DocumentEntry, ...]
) -> Standing:
    """Return a blank standing with the newest report that is not superseded in its place.

    A report that says why there is no position gives the reason for a blank that has none.
    """
    filling = next((report for report in live if report.position.unstated is None), None)
    if filling is None:
        if not live or own.blank not in _UNKNOWN:
            return replace(own, history=_rest(own, reports))
        reason = live[0]
        return replace(
            own,
            entry=reason,
            blank=reason.position.unstated,
            document=reason.document,
            history=_rest(own, reports, (reason,)),
        )
    conflicts = tuple(
        report for report in live if report is not filling and _clash(filling, report)
    )
    said = (own.entry,) if own.entry else ()
    return replace(
        own,
        entry=filling,
        older=own.document is not None and filling.document.date.before(own.document.date),
        conflicts=conflicts,
        history=_rest(own, (*said, *reports), (filling, *conflicts)),
    )


def _rest(
    own: Standing, entries: tuple[DocumentEntry, ...], used: tuple[DocumentEntry, ...] = ()
) -> tuple[DocumentEntry, ...]:
    """Return what a standing's history is with all entries that are not used in it."""
    taken = {id(entry) for entry in used}
    kept = tuple(entry for entry in entries if id(entry) not in taken)
    return _newest_first(own.history + kept)


def _superseded(report: DocumentEntry, words: _Words) -> bool:
    """Return whether the party's own words close the record over an earlier report.

    A blank that the party leaves by not being known does not close anything.
    """
    if words.document is None or words.blank in {*_UNKNOWN, Blank.DECLINED}:
        return False
    return report.document.date.before(words.document.date)


def _clash(one: DocumentEntry, other: DocumentEntry) -> bool:
    return _at_once(one, other) and _contradicts(one, other)


def _at_once(one: DocumentEntry, other: DocumentEntry) -> bool:
    moments = one.document.date, other.document.date
    return not (moments[0].before(moments[1]) or moments[1].before(moments[0]))


def _contradicts(one: DocumentEntry, other: DocumentEntry | None) -> bool:
    return other is not None and one.position.substance() != other.position.substance()


def _newest_first(entries: tuple[DocumentEntry, ...]) -> tuple[DocumentEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.document.date.order(), reverse=True))
