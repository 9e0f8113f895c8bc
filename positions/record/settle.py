"""The position of record: what each party holds on each issue at a moment, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Dossier, Form, Memorandum
from positions.model.vocabulary import SILENCES
from positions.record.amending import adds_terms, at_odds
from positions.record.borrowing import Borrowing
from positions.record.deciding_documents import DecidingDocuments
from positions.record.groups import with_groups
from positions.record.known import known_at
from positions.record.options import NO_CHOICE, OptionChoice, with_blank_branches
from positions.record.own_words import OwnWords, at_once
from positions.record.parts import part_of, qualified
from positions.record.standing import DocumentEntry, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.model.dossier import Option
    from positions.model.moment import Moment

__all__ = ["DocumentEntry", "Record", "Standing", "record"]

_UNKNOWN = frozenset({Blank.UNCODED, Blank.UNDISCLOSED, Blank.UNSEEN})

_TURNED = frozenset({Blank.DECLINED, Blank.INDIFFERENT})
"""Blanks that are said of the party itself, and not of a text, so that they may be otherwise."""


@dataclass(frozen=True, slots=True)
class Record:
    """Every party's standing on every issue and part, at a moment and under a choice of options.

    Attributes:
        raised: The issues on which something says anything up to the moment.
    """

    as_of: Moment
    standings: Mapping[tuple[str, str, str], Standing]
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    raised: frozenset[str] = frozenset()

    def standing(self, party: str, issue: str, part: str = "") -> Standing:
        """Return a party's standing on an issue, or on a part of it."""
        return self.standings[party, issue, part]


def record(
    dossier: Dossier, as_of: Moment | None = None, choice: OptionChoice = NO_CHOICE
) -> Record:
    """Return the position of record of every party on every issue and part.

    A memorandum that is known and was read whole closes the record: what was said before is
    history. One of which less is known or was read replaces what it is seen to mention; the
    party's own older words stay, marked as older, and the rest is undisclosed or unseen; where it
    speaks under other options than those chosen, none of the older words stay. A later
    statement changes only what it mentions. A report fills what the party's own words leave blank;
    it takes their place only where the analyst makes it the record.

    Args:
        dossier: The dossier.
        as_of: The moment; the dossier's own where none is given.
        choice: The options that are fixed; what documents say under others is not mentioned.
    """
    known = known_at(dossier, as_of)
    moment = known.moment or known.header.as_of
    spoken: dict[str, list[Memorandum]] = {party: [] for party in known.parties}
    for document in known.memoranda.values():
        if document.party in spoken:
            spoken[document.party].append(document)
    takings = Borrowing(known, moment)
    reading = _Reading(takings, choice)
    papers = {
        party: DecidingDocuments(documents, takings.whole) for party, documents in spoken.items()
    }
    standings = {
        (party, issue.id, part): Standing(party, issue.id, part, blank=Blank.UNREADABLE)
        if party in known.unreadable
        else _standing(
            papers[party].on(issue.id), reading, (party, issue.id, part), papers[party].main
        )
        for issue in known.issues.values()
        for part in issue.parts or ("",)
        for party in known.parties
    }
    options = choice.known_in(known)
    return Record(moment, with_groups(known, standings), options, _raised(known))


def _raised(dossier: Dossier) -> frozenset[str]:
    """Return the issues on which a document or an outcome says anything, if only unreadably.

    That a text says nothing on an issue, or is not seen to, raises it no more than leaving it out.
    """
    if dossier.unreadable:
        return frozenset(dossier.issues)
    mentioned = {
        issue
        for document in dossier.memoranda.values()
        for issue, position in document.positions.items()
        if position.says_anything
    }
    unread = {issue for document in dossier.memoranda.values() for issue in document.unreadable}
    agreed = {outcome.issue for outcome in dossier.outcomes.values()}
    return frozenset(mentioned | unread | agreed | dossier.unreadable_outcomes)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How documents are read: with what they take over, and under which options."""

    takings: Borrowing
    choice: OptionChoice

    def mention(
        self, document: Memorandum, leaf: tuple[str, str, str]
    ) -> tuple[DocumentEntry | None, tuple[str, ...]]:
        """Return what a document says on a leaf, if anything.

        Also the titles of the chosen options, if it says something under others alone.
        """
        if leaf[1] in document.unreadable:
            return None, ()
        found = self.takings.said(document, leaf[1], leaf[2])
        if found is None:
            return None, ()
        named = self.takings.naming_options(document, found)
        kept = self.choice.cut(named, qualified(found))
        if kept is None:
            return None, self.choice.under(named)
        if document.form is Form.MEMORANDUM:
            chosen = self.choice.options.get(document.party, ())
            kept = with_blank_branches(named, kept, self.takings.blank(document), chosen)
        return DocumentEntry(named, kept), ()

    def hear(self, words: OwnWords, document: Memorandum, entry: DocumentEntry) -> None:
        """Let a party's words go on by a document, unless it speaks of an option not chosen."""
        if document.form is Form.STATEMENT and words.current is not None:
            before = words.current.position
            if self.choice.passes_over(document, entry.position, before):
                return
        words.hear(entry, closes=self.closes(document))

    def closes(self, document: Memorandum) -> bool:
        """Return whether a document is a text that is known and was read whole."""
        return document.form is Form.MEMORANDUM and self.takings.whole(document)

    def in_part(self, found: Standing) -> bool:
        """Return whether a standing is of a text of which not all was read.

        A report says more or less of a text, and so only its silences are limited.
        """
        entry = found.entry
        branches = entry.position.alternatives if entry else {}
        listed = entry is not None and not found.reported and entry.document.form is Form.MEMORANDUM
        if found.document is None or not (found.blank is Blank.SILENT or branches or listed):
            return False
        texts = [found.document]
        if entry and not found.reported and entry.position.as_in in self.takings.documents:
            texts.append(self.takings.documents[entry.position.as_in])
        return not all(map(self.takings.whole, texts))


def _is_silent_speech(document: Memorandum, leaf: tuple[str, str, str]) -> bool:
    """Return whether spoken words, which are no text, are coded as silent on a leaf.

    They take nothing back that the party has said.
    """
    stated = document.positions.get(leaf[1]) if document.form is Form.STATEMENT else None
    own = part_of(stated, leaf[2]) if stated else None
    return own is not None and own.same_as is None and own.blank in SILENCES


def _standing(
    documents: list[Memorandum],
    reading: _Reading,
    leaf: tuple[str, str, str],
    main: Memorandum | None = None,
) -> Standing:
    words = OwnWords()
    reports: list[DocumentEntry] = []
    lost: Memorandum | None = None
    for document in documents:
        entry, under = reading.mention(document, leaf)
        if document.form is Form.REPORT:
            reports += [entry] if entry else []
            lost = document if leaf[1] in document.unreadable else lost
            if entry and entry.of_record and entry.position.unstated not in _UNKNOWN:
                words.ruling += (entry,)
        elif leaf[1] in document.unreadable:
            words.leave(Blank.UNREADABLE, document)
        elif entry is not None:
            if not (words.current and _is_silent_speech(document, leaf)):
                reading.hear(words, document, entry)
        elif document.form is Form.MEMORANDUM and not words.shares_its_moment(document):
            blank = reading.takings.blank(document)
            if blank is Blank.SILENT or under:  # what it says under other options is no silence
                words.fall_silent(blank, document, under)
            else:
                words.withhold(blank, document)
    found = _reported(words, tuple(reversed(reports)), leaf, main)
    if lost is not None and found.entry is None and found.blank in _UNKNOWN:
        return replace(found, blank=Blank.UNREADABLE, document=lost)
    return replace(found, read_in_part=True) if reading.in_part(found) else found


def _reported(
    words: OwnWords,
    reports: tuple[DocumentEntry, ...],
    leaf: tuple[str, str, str],
    main: Memorandum | None,
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
        older=words.since is not None,
        since=words.since,
        conflicts=tuple(reversed(words.conflicts)),
        replaced=tuple(reversed(words.replaced)),
        history=tuple(reversed(words.history)),
        main=main,
    )
    if not (reports or own.history):
        return own
    if words.blank is Blank.UNREADABLE:
        return replace(own, history=_newest_first(own.history + reports))
    if words.ruling:
        return _ruled(own, reports, words.ruling)
    if words.blank in {None, Blank.INDIFFERENT}:
        beside = tuple(
            report
            for report in reports
            if not _superseded(report, words) and _says_otherwise(report, words.current)
        )
        return replace(own, beside=beside, history=_rest(own, reports, beside))
    return _filled(own, reports, tuple(one for one in reports if not _superseded(one, words)))


def _ruled(
    own: Standing, reports: tuple[DocumentEntry, ...], made: tuple[DocumentEntry, ...]
) -> Standing:
    """Return a standing with the last report that is made the record, over the party's word.

    Others that are made the record and are of its moment contradict it, if they say otherwise.
    """
    ruling = made[-1]
    conflicts = tuple(
        one for one in reversed(made) if at_once(ruling, one) and _contradicts(one, ruling)
    )
    later = reports[: reports.index(ruling)]
    beside = tuple(one for one in later if one not in conflicts and _says_otherwise(one, ruling))
    said = (own.entry,) if own.entry and own.blank is None else ()
    why = ruling.position.unstated
    return replace(
        own,
        entry=ruling,
        blank=why or own.blank,
        document=ruling.document if why else own.document,
        own=said[0] if said else None,
        older=False,
        since=None,
        conflicts=conflicts,
        replaced=said,
        beside=beside,
        history=_rest(own, (*own.conflicts, *said, *reports), (ruling, *conflicts, *beside)),
    )


def _filled(
    own: Standing, reports: tuple[DocumentEntry, ...], live: tuple[DocumentEntry, ...]
) -> Standing:
    """Return a blank standing with the newest report that is not superseded in its place.

    A report that says why there is no position gives the reason for a blank that has none. Reports
    older than a text of which too little is known stand beside the blank.
    """
    filling = next((report for report in live if report.position.unstated is None), None)
    if filling is None:
        reason = live[:1] if own.blank in _UNKNOWN else ()
        beside = tuple(
            one
            for one in reports
            if own.blank in _UNKNOWN and one not in live and one.position.unstated is None
        )
        found = replace(own, beside=beside, history=_rest(own, reports, (*reason, *beside)))
        if not reason:
            return found
        (why,) = reason
        return replace(found, entry=why, blank=why.position.unstated, document=why.document)
    conflicts = tuple(
        report
        for report in live
        if report is not filling and at_once(filling, report) and _contradicts(report, filling)
    )
    beside = tuple(
        report
        for report in live[: live.index(filling)]
        if report not in conflicts and _says_otherwise(report, filling)
    )
    said = (own.entry,) if own.entry else ()
    return replace(
        own,
        entry=filling,
        older=own.document is not None and filling.document.date.before(own.document.date),
        since=None,
        conflicts=conflicts,
        beside=beside,
        history=_rest(own, (*said, *reports), (filling, *conflicts, *beside)),
    )


def _rest(
    own: Standing, entries: tuple[DocumentEntry, ...], used: tuple[DocumentEntry, ...] = ()
) -> tuple[DocumentEntry, ...]:
    """Return what a standing's history is with all entries that are not used in it."""
    taken = {id(entry) for entry in used}
    kept = tuple(entry for entry in entries if id(entry) not in taken)
    return _newest_first(own.history + kept)


def _superseded(report: DocumentEntry, words: OwnWords) -> bool:
    """Return whether the party's own words close the record over an earlier report.

    A blank of which only a spoken word is the reason does not close anything.
    """
    if words.document is None or words.blank in {Blank.UNCODED, Blank.DECLINED}:
        return False
    spoken = words.document.form is not Form.MEMORANDUM
    if words.blank in {Blank.UNDISCLOSED, Blank.UNSEEN} and spoken:
        return False
    return report.document.date.surely_before(words.document.date)


def _contradicts(report: DocumentEntry, other: DocumentEntry | None) -> bool:
    """Return whether a report says otherwise than a word, or says something where it is blank."""
    return (
        other is not None
        and report.position.unstated is None
        and at_odds(report.position, other.position)
    )


def _says_otherwise(report: DocumentEntry, word: DocumentEntry | None) -> bool:
    """Return whether a report says otherwise than a word.

    A later one does also where it adds a term, or tells that the party would not say or does not
    mind.
    """
    if word is None or _contradicts(report, word):
        return word is not None
    later = word.document.date.surely_before(report.document.date)
    turned = word.position.unstated is None and report.position.unstated in _TURNED
    return later and (turned or adds_terms(report.position, word.position))


def _newest_first(entries: tuple[DocumentEntry, ...]) -> tuple[DocumentEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.document.date.order(), reverse=True))
