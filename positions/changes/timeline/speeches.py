"""Says what each document of a moment did to the record of its party, issue by issue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.changes.deeds import firmness
from positions.changes.move_kinds import MoveKind
from positions.changes.timeline.model import Speech, ToldIssue, ToldKind
from positions.changes.timeline.occurrences import OccurrenceKind
from positions.model.dossier import Blank, Disclosure, Form
from positions.record.borrowing import Borrowing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.model import DossierDifference, PositionChange
    from positions.changes.settled import SettledDossier
    from positions.changes.timeline.occurrences import Occurrence
    from positions.model.dossier import Dossier, Memorandum
    from positions.record.standing import DocumentEntry, Standing

__all__ = ["speeches"]

_SPOKEN = frozenset({OccurrenceKind.DOCUMENT, OccurrenceKind.KNOWN})
_LEFT_OUT = frozenset({Blank.SILENT, Blank.UNSEEN})

_Told = tuple[str, ToldKind, Blank | None, bool, "PositionChange | None"]
"""Whose document, what it did, why there is no position, whether something was reported, how."""


def speeches(
    found: Sequence[Occurrence],
    before: SettledDossier,
    after: SettledDossier,
    difference: DossierDifference,
) -> Iterator[Speech]:
    """Yield what each document of a moment did to the record of its party.

    Args:
        found: What happened at the moment.
        before: The dossier at the moment before.
        after: The dossier at this moment.
        difference: What changed from the one to the other.
    """
    kinds = {one.path[1]: one.kind for one in found if one.kind in _SPOKEN}
    if not kinds:
        return
    told = _SpeechTeller(before, after, difference, frozenset(kinds)).told()
    # Also what another document has taken over from one of these.
    for name in {**kinds, **told}:
        document = after.dossier.memoranda[name]
        said = document.positions.items() if name in kinds else ()
        mentioned = tuple(issue for issue, position in said if position.unstated is None)
        yield Speech(
            document,
            kinds.get(name) is OccurrenceKind.KNOWN,
            tuple(told.get(name, {}).values()),
            mentioned,
        )


class _SpeechTeller:
    """Goes over the record before and after a moment, and tells by document what changed."""

    def __init__(
        self,
        before: SettledDossier,
        after: SettledDossier,
        difference: DossierDifference,
        spoken: frozenset[str],
    ) -> None:
        self._dossier: Dossier = after.dossier
        # The documents that can be read at this moment for the first time.
        self._read = frozenset(
            name
            for name in spoken
            if self._dossier.memoranda[name].disclosure is not Disclosure.WITHHELD
        )
        self._texts = Borrowing(self._dossier, self._dossier.moment or self._dossier.header.as_of)
        self._issues = tuple(self._looked_at(difference))
        self._old, self._new = before.record(self._issues), after.record(self._issues)
        self._changes: dict[tuple[str, str, str], PositionChange] = {
            (issue.issue.id, change.party, part): change
            for issue in difference.issues
            for change in issue.stances
            if change.of_record
            for part in change.parts or ("",)
        }
        self._held: dict[tuple[str, str, str], list[PositionChange]] = {}
        for issue in difference.issues:
            for change in issue.stances:
                if not change.of_record and change.what is MoveKind.DISCLOSED:
                    for part in change.parts or ("",):
                        place = issue.issue.id, change.party, part
                        self._held.setdefault(place, []).append(change)

    def _looked_at(self, difference: DossierDifference) -> Iterator[str]:
        """Yield the issues on which something can be told: a text is silent on all others."""
        papers = [self._dossier.memoranda[name] for name in self._read]
        every = any(paper.form is Form.MEMORANDUM or paper.based_on for paper in papers)
        told = {one.issue.id for one in difference.issues}
        told |= {issue for paper in papers for issue in paper.positions}
        return (issue for issue in self._dossier.issues if every or issue in told)

    def told(self) -> dict[str, dict[object, ToldIssue]]:
        """Return what is told of each document, parts that are told alike together."""
        found: dict[str, dict[object, ToldIssue]] = {}
        speaking = {self._dossier.memoranda[name].party for name in self._read}
        speaking |= {party for _, party, _ in self._changes}
        speaking |= {one.party for one in self._dossier.memoranda.values() if _takes_over(one)}
        for issue in map(self._dossier.issues.__getitem__, self._issues):
            for party in (one for one in self._dossier.parties if one in speaking):
                for part in issue.parts or ("",):
                    for name, kind, blank, reported, change in self._of_leaf(party, issue.id, part):
                        key = issue.id, kind, blank, reported, id(change)
                        was, now = self._standings(party, issue.id, part)
                        known = found.setdefault(name, {}).get(key)
                        one = known or ToldIssue(
                            issue.id, (), kind, (), (), blank, reported, change
                        )
                        found[name][key] = replace(
                            one,
                            parts=(*one.parts, part) if part else (),
                            before=(*one.before, was),
                            standings=(*one.standings, now),
                        )
        return found

    def _standings(self, party: str, issue: str, part: str) -> tuple[Standing, Standing]:
        """Return how a party stood and stands; the issues are the same at every moment."""
        return self._old.standing(party, issue, part), self._new.standing(party, issue, part)

    def _of_leaf(self, party: str, issue: str, part: str) -> Iterator[_Told]:
        was, now = self._standings(party, issue, part)
        if now.voice:  # the group speaks
            return
        change = self._changes.get((issue, party, part))
        kind = self._of_record(was, now)
        document = _document(now)
        if now.since and now.since.id in self._read:
            document = now.since
        elif kind is ToldKind.FIRST and document and document.id not in self._read:
            kind = ToldKind.TAKEN_OVER
        elif kind is ToldKind.CHANGED and document and document.disclosure is Disclosure.WITHHELD:
            # It leaves the matter open since another text closed the record before it.
            papers = (one for one in self._dossier.memoranda.values() if one.id in self._read)
            document = next((one for one in papers if one.party == party), document)
        if kind and document and (self._reads(document, issue, part) or kind is ToldKind.CHANGED):
            blank = now.blank if not now.speaks else None
            how = change if kind is ToldKind.CHANGED else None
            yield document.id, kind, blank, _reported(was, now), how
        for held in self._held.get((issue, party, part), ()):
            yield held.documents[0], ToldKind.HELD, None, False, held
        known = {one.document.id for one in (*was.beside, *was.conflicts)}
        for entries, beside in (
            (now.contested, ToldKind.BESIDE),
            (now.conflicts, ToldKind.CONFLICTING),
        ):
            for entry in entries:
                if entry.document.id in self._read - known:
                    blank = entry.position.unstated
                    conflict = change if beside is ToldKind.CONFLICTING else None
                    kind = ToldKind.BLANK if blank else beside
                    yield entry.document.id, kind, blank, False, conflict

    def _reads(self, document: Memorandum, issue: str, part: str) -> bool:
        """Return whether a document, or one from which it takes a line over, is read now."""
        return any(one.id in self._read for one in self._texts.chain(document, issue, part))

    def _of_record(self, was: Standing, now: Standing) -> ToldKind | None:
        """Return what became of the word of record; None where nothing did."""
        if not now.speaks:
            return self._of_blank(was, now)
        if now.reported:
            if not was.speaks:
                return ToldKind.REPORTED
            return _again(was, now)
        since = now.since.id if now.since else ""
        if since in self._read and was.speaks and _name(was.entry) == _name(now.entry):
            return ToldKind.OLDER
        if was.speaks and not was.reported and not was.voice:
            return _again(was, now)
        if any(_own(entry) for entry in was.history):
            return ToldKind.CHANGED
        document = _document(now)
        mentioned = document is None or now.issue in document.positions
        return ToldKind.FIRST if mentioned else ToldKind.TAKEN_OVER

    def _of_blank(self, was: Standing, now: Standing) -> ToldKind | None:
        if was.speaks and not was.reported and not was.voice:
            return ToldKind.CHANGED
        if now.blank in _LEFT_OUT and _reported(was, now):
            return ToldKind.UNMENTIONED
        stated = now.entry is not None and _name(now.entry) != _name(was.entry)
        return ToldKind.BLANK if stated else None


def _takes_over(document: Memorandum) -> bool:
    """Return whether a document says something by naming another."""
    return bool(document.based_on) or any(one.same_as for one in document.positions.values())


def _again(was: Standing, now: Standing) -> ToldKind | None:
    """Return whether a party that spoke before says something else, or says it again."""
    firm = firmness(was.position) == firmness(now.position) or was.reported is not now.reported
    if was.position.substance() != now.position.substance() or not firm:
        return ToldKind.CHANGED
    return None if _name(was.entry) == _name(now.entry) else ToldKind.AGAIN


def _reported(was: Standing, now: Standing) -> bool:
    """Return whether something was reported of a party before."""
    entries = (*was.words, *was.beside, *was.history, *now.beside)
    return any(entry.document.form is Form.REPORT for entry in entries)


def _own(entry: DocumentEntry) -> bool:
    return entry.document.form is not Form.REPORT and entry.position.unstated is None


def _document(standing: Standing) -> Memorandum | None:
    """Return the document that makes the word of record, or the blank."""
    return standing.entry.document if standing.entry else standing.document


def _name(entry: DocumentEntry | None) -> str:
    return entry.document.id if entry else ""
