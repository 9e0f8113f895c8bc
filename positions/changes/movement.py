"""Tells what became of every party's words between two states: who moved, how, toward whom.

Nobody moves by what the analyst does to the record: by a correction, by a document that is recorded
late, taken out or only now known, by an issue that is declared otherwise.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from positions.changes.corrected import corrected_standings
from positions.changes.deeds import deed, firmness, value_changed
from positions.changes.detect import formers, joined_frames
from positions.changes.document_states import DocumentStates, unordered
from positions.changes.like_words import like_words, spoke_once
from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import (
    Direction,
    Facing,
    Toward,
    direction,
    nearness,
    strikes,
)
from positions.changes.same_words import same_words
from positions.comparison.relations import Relations
from positions.model.dossier import Blank, Form
from positions.record.agreements import Agreements, since_otherwise
from positions.record.known import known_at
from positions.record.parts import part_of
from positions.record.settle import record
from positions.record.standing import Standing
from positions.values import KINDS, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from positions.changes.nearness import Nearness
    from positions.model.dossier import Dossier, Memorandum
    from positions.record.agreements import Agreement
    from positions.record.settle import Record
    from positions.record.standing import DocumentEntry

__all__ = ["SPOKEN_SINCE", "Move", "movements"]

_HELD_BACK = frozenset({Blank.UNDISCLOSED, Blank.DECLINED})
_TOLD = _HELD_BACK | {Blank.INDIFFERENT}
_HAS_NOTHING = frozenset({Blank.SILENT, Blank.UNSEEN})
_LEFT_OUT = {
    Blank.UNREADABLE: MoveKind.UNREADABLE,
    Blank.SILENT: MoveKind.NO_LONGER_MENTIONED,
    Blank.UNSEEN: MoveKind.NOT_SEEN,
    Blank.UNDISCLOSED: MoveKind.NOT_DISCLOSED,
    Blank.DECLINED: MoveKind.NOT_DISCLOSED,
    Blank.INDIFFERENT: MoveKind.WITHDRAWN,
}
"""What it is called that a party says nothing any more, by the blank that its newer text has."""

_RECORD_ALONE = frozenset(
    {
        MoveKind.DISCLOSED,
        MoveKind.RECORDED_LATE,
        MoveKind.CORRECTION,
        MoveKind.REFRAMED,
        MoveKind.OF_RECORD_AGAIN,
        MoveKind.TAKEN_OUT,
    }
)
"""By these the record of a party is another, though it did not move."""

_NO_MOVE = {*_LEFT_OUT.values(), MoveKind.REDRAFTED, MoveKind.UNSTATED}
SPOKEN_SINCE = frozenset(kind for kind in MoveKind if kind.is_move or kind in _NO_MOVE)
"""By these newer words took the place of older ones."""


@dataclass(frozen=True, slots=True)
class Move:
    """What became of a party's words on an issue, or on a part of it.

    Attributes:
        kind: What became of them; `kind.is_move` tells whether the party moved.
        before: Where it stood, by the words that can be compared; None where the issue, the part
            or the party was not there.
        after: Where it stands.
        toward: Which way it went, seen from each other column that speaks in both states.
        late: The document of the newer words, where its day had come by the earlier state, and it
            was not recorded in it: the party moved before the state that did not show it yet.
        then: Of words known only after newer ones: what both changed on their own days.
        mistaken: How the words before were recorded, where they were corrected in the meantime.
    """

    party: str
    issue: str
    part: str
    kind: MoveKind
    before: Standing | None
    after: Standing | None
    toward: tuple[Toward, ...] = ()
    late: Memorandum | None = None
    then: tuple[Move | None, Move | None] = (None, None)
    mistaken: Standing | None = None

    @property
    def goes(self) -> bool:
        """Whether the party says something else, so that it can be nearer to another.

        By a red line alone it is no nearer to anybody, and no further away.
        """
        one, now = self.before, self.after
        both = one is not None and now is not None and one.speaks and now.speaks
        if not (self.kind.goes and both and one and now):
            return False
        return one.position.substance() != now.position.substance()


def movements(
    before: Dossier,
    after: Dossier,
    records: tuple[Record, Record] | None = None,
    *,
    leaving_out: AbstractSet[str] = frozenset(),
    in_order: bool | None = None,
) -> tuple[Move, ...]:
    """Return what became of the words of every party, where that is anything.

    Columns that only one state has, and issues that were split or merged, are left out: nobody
    moved by that.

    Args:
        before: The dossier as it was; it stands as of its moment or, without one, of its own day.
        after: The dossier as it is.
        records: The records of both, where they are settled already.
        leaving_out: Issues on which nothing can have changed.
        in_order: Whether the second was made after the first; None where that is not known.
    """
    settled = records or (record(before), record(after))
    states = _StatePair(before, after, *settled, in_order=in_order)
    return tuple(
        move
        for issue in after.issues
        if issue not in leaving_out
        for move in states.on_issue(issue)
    )


class _StatePair:
    """Two states of a dossier, and the columns that both have."""

    def __init__(
        self, before: Dossier, after: Dossier, old: Record, new: Record, *, in_order: bool | None
    ) -> None:
        self.before, self.after = before, after
        self.old, self.new = old, new
        self.formers = formers(before, after)
        self.times = Counter(self.formers.values())
        self.ids = {was[0]: now for now, was in self.formers.items() if len(was) == 1}
        self.frames = dict(joined_frames(before, after))
        self.documents = DocumentStates(before, after)
        # The later state first: what is not there yet in the other was never taken out. A day
        # that is only that of the last document goes back as soon as that is taken out.
        asked = after.dated or after.moment not in {None, after.header.as_of}
        known = asked if in_order is None else not in_order
        self.backward = known and self.documents.last.order() < self.documents.day.order()
        self.columns = [party for party in after.parties if party in before.parties]
        self.known = Relations(), Relations()
        self._agreements: Agreements | None = None
        self.corrected = (
            {} if self.backward else corrected_standings(before, after, self.documents, self.ids)
        )

    def on_issue(self, issue: str) -> Iterator[Move]:
        former = self.formers.get(issue, ())
        if len(former) > 1 or (former and self.times[former] > 1):
            return
        was = former[0] if former else ""
        for parts in _parts(self.before, self.after, was, issue):
            yield from self.on_leaf(was, issue, parts)

    def on_leaf(self, former: str, issue: str, parts: tuple[str | None, str | None]) -> list[Move]:
        """Return what became of each column on one line, with where those went that moved.

        Args:
            former: The id of the issue before; empty where it is new.
            issue: Its id now.
            parts: The part before and now; None where the part was, or is, not there.
        """
        was_part, now_part = parts
        part = now_part or was_part or ""
        moves: dict[str, Move] = {}
        facing: dict[str, tuple[Standing | None, Standing | None]] = {}
        for party in self.columns:
            one = other = None
            if was_part is not None:
                one = self.old.standings.get((party, former, was_part))
            if now_part is not None:
                other = self.new.standings.get((party, issue, now_part))
            recorded, one = one, self._as_corrected(one, other)
            mistaken = recorded if recorded is not one else None
            facing[party] = one, other
            kind, one = self._kind(one, other, issue, part)
            if mistaken and kind in {None, MoveKind.REPEATED}:
                kind, one, mistaken = MoveKind.CORRECTION, mistaken, None
            if kind is not None:
                paper = other.said_in if other and kind in SPOKEN_SINCE else None
                late = paper if paper and self.documents.is_late(paper) else None
                moves[party] = Move(
                    party, issue, part, kind, one, other, late=late, mistaken=mistaken
                )
        speaking = {
            party: (was, now)
            for party, (was, now) in facing.items()
            if was and now and was.speaks and now.speaks and not (was.voice or now.voice)
        }
        others = []
        if any(move.goes for move in moves.values()):
            others = [self._other(party, *two, moves.get(party)) for party, two in speaking.items()]
        return [
            replace(move, toward=tuple(self._toward(move, others))) if move.goes else move
            for move in moves.values()
        ]

    def _other(self, party: str, was: Standing, now: Standing, move: Move | None) -> Facing:
        """Return what the directions of all who moved need to know of one column."""
        turn = move.kind if move else None
        together = move is not None and move.goes
        # Where the record of the other was wrong or is another, no figure of it compares.
        wrong = turn in _RECORD_ALONE and not together and not self._same_words(was, now)
        doubtful = wrong or since_otherwise(was, self._agreed_before(was))
        valued = value_changed(was.position, now.position)
        return Facing(party, was, now, turn, together, doubtful, strikes(was, now), valued)

    # ------------------------------------------------------------------------ what became of it

    def _kind(
        self, was: Standing | None, now: Standing | None, issue: str, part: str
    ) -> tuple[MoveKind | None, Standing | None]:
        """Return what became of a party's words, and the words with which they were compared."""
        if now is None or now.voice:
            gone = was is not None and was.speaks and not was.voice
            return (MoveKind.TAKEN_OUT if gone else None), was
        if now.speaks and now.conflicts:
            known = was is not None and _says_which(was) == _says_which(now)
            return (None if known else MoveKind.CONTRADICTORY), was
        if was is None or was.voice:
            blank = Standing(now.party, now.issue, now.part, blank=Blank.UNCODED)
            first = self._first(blank, now, now.entry) if now.speaks and now.entry else None
            return first, None
        if was.speaks and was.conflicts and now.speaks:
            return MoveKind.CONTRADICTORY, was
        if was.speaks and now.speaks:
            ruled = self._no_ruling(was, now)
            if ruled is not None:
                return ruled, was
            like = self._as_confirmed(like_words(was, now), now)
            kind = self._restated(like, now, issue, part)
            return (self._drafted(now, kind) if kind else None), like
        if now.speaks and now.entry:
            return self._first(was, now, now.entry), was
        if was.speaks:
            return self._left_out(was, now), was
        if was.blank is Blank.UNDISCLOSED and now.blank in _HAS_NOTHING and now.document:
            # What the text on which another works has nothing on is told of that text.
            taken = self.documents.base_became_known(now.document, now.issue, now.part)
            return (None if taken else MoveKind.NOTHING_IN_IT), was
        # That a party says why it has no position is news; that another text is silent is none.
        told = (
            now.entry is not None
            and now.blank in _TOLD
            and not self.documents.is_held(now.entry.document)
        )
        again = was.entry is not None and was.blank is now.blank
        return (MoveKind.UNSTATED if told and not again else None), was

    def _as_corrected(self, was: Standing | None, now: Standing | None) -> Standing | None:
        """Return how a party stood, with words that were corrected before newer ones came."""
        if not (was and now and was.speaks and now.said_in) or was.voice or now.voice:
            return was
        right = self.corrected.get((was.party, was.issue, was.part), was)
        newer = right.speaks and right.said_in and right.said_in.id != now.said_in.id
        other = newer and was.position.substance() != right.position.substance()
        return right if other else was

    def _agreed_before(self, was: Standing) -> tuple[Agreement, ...]:
        """Return what was agreed in the earlier state on the line of a standing."""
        if self._agreements is None:
            self._agreements = Agreements(known_at(self.before))
        return self._agreements.on(was.issue, was.part)

    def _as_confirmed(self, was: Standing, now: Standing) -> Standing:
        """Return how a party stood, with what it has confirmed since in the place of its words."""
        own, later = was.entry, now.entry
        if own is None or later is None or now.reported or own.document.id == later.document.id:
            return was
        for one in self._agreed_before(was):
            since = one.confirmed.get(was.party)
            newer = since and own.document.date.before(since) and since.before(later.document.date)
            if newer and one.definite and one.position is not None:
                return replace(was, entry=replace(own, position=one.position, kept=()))
        return was

    def _drafted(self, now: Standing, kind: MoveKind) -> MoveKind:
        counts = self.after.parties[now.party].role.counts
        return MoveKind.REDRAFTED if kind.is_move and not counts else kind

    def _no_ruling(self, was: Standing, now: Standing) -> MoveKind | None:
        """Return what became of a report that was the record, where own words are again."""
        if self.backward or was.own is None or was.entry is None or now.entry is None:
            return None
        if now.reported or was.own.document.id != now.entry.document.id:
            return None
        text = now.since
        if text and self._is_fresh(text, now):
            return MoveKind.OF_RECORD_AGAIN
        return self._correction(was.entry.document)

    def _correction(self, document: Memorandum) -> MoveKind:
        """Return why what a document said is the record no more, though no later one says so."""
        gone = self.documents.is_gone(document)
        return MoveKind.TAKEN_OUT if gone else MoveKind.CORRECTION

    def _is_fresh(self, document: Memorandum, now: Standing) -> bool:
        """Return whether a document was not there before, or more is known of it now."""
        return not self.documents.is_held(document) or self._became_known(document, now)

    def _closed_by_text(self, was: Standing, now: Standing) -> bool:
        """Return whether a text that became known since is later than the words of a party."""
        return any(
            paper.party == now.party
            and _later(was.words[0], paper)
            and self._became_known(paper, now)
            for paper in self.after.memoranda.values()
        )

    def _became_known(self, document: Memorandum, now: Standing) -> bool:
        return self.documents.became_known(document, now.issue, now.part)

    def _restated(self, was: Standing, now: Standing, issue: str, part: str) -> MoveKind | None:
        """Return what became of the words of a party that speaks in both states."""
        one, other = was.words[0], now.words[0]
        own_at_last = was.reported and not now.reported
        # What a text only takes over from the one that it is based on, it does not say again.
        mentioned = now.issue in other.document.positions
        newer = one.document.id != other.document.id and self._is_fresh(other.document, now)
        again = mentioned and newer
        if self._same_words(was, now):
            red = firmness(one.position), firmness(other.position)
            if own_at_last and again:
                return MoveKind.FIRST_OWN_WORDS
            if red[0] == red[1] or (was.reported is not now.reported):
                removed = MoveKind.TAKEN_OUT if self.documents.is_removed(one.document) else None
                return MoveKind.REPEATED if again else removed
        kind = self._of_the_record(one, now)
        if own_at_last and kind is MoveKind.DISCLOSED:
            return MoveKind.FIRST_OWN_WORDS
        if kind is MoveKind.RECORDED_LATE and not own_at_last and _later(one, other.document):
            kind = None
        if kind is not None:
            reframed = kind is MoveKind.CORRECTION and (issue, part) not in self.frames
            return MoveKind.REFRAMED if reframed else kind
        if own_at_last and not self.backward:
            return MoveKind.FIRST_OWN_WORDS
        if one.document.id != other.document.id and unordered(one.document, other.document):
            return MoveKind.UNORDERED
        frame = self.frames.get((issue, part))
        if frame is None:
            return MoveKind.CHANGED
        measure = Measure(KINDS[self.after.issues[issue].kind], frame)
        in_part = not other.document.all_read
        return deed(self.after, measure, one.position, other.position, read_in_part=in_part)

    def _of_the_record(self, one: DocumentEntry, now: Standing) -> MoveKind | None:
        """Return what happened to the record alone; None where the party has spoken since."""
        document = now.words[0].document
        if self.backward and self.documents.comes_later(one.document):
            reports = {each.form is Form.REPORT for each in (one.document, document)}
            return None if len(reports) == 1 else MoveKind.TAKEN_OUT
        if self.backward and not one.document.is_known(self.documents.last):
            return MoveKind.DISCLOSED
        if self._became_known(document, now):
            return MoveKind.DISCLOSED
        if self.documents.is_held(document):
            return self._correction(one.document)
        return MoveKind.RECORDED_LATE if self.documents.is_late(document) else None

    def _first(self, was: Standing, now: Standing, entry: DocumentEntry) -> MoveKind:
        """Return what became of a party that says something, and said nothing before."""
        document = entry.document
        if was.blank is Blank.UNREADABLE and self.documents.is_held(document):
            return MoveKind.CORRECTION
        if self._became_known(document, now):
            return MoveKind.DISCLOSED
        if (
            self.documents.is_held(document)
            and was.document
            and _says(self.documents.known_before(document), was)
        ):
            return self._correction(was.document)
        if self.documents.is_held(document) or self.documents.is_late(document):
            return MoveKind.RECORDED_LATE
        if was.blank in _HELD_BACK and was.entry is not None:
            return MoveKind.DISCLOSED
        again = spoke_once(was) is not None and not now.reported
        return MoveKind.STATED_AGAIN if again else MoveKind.FIRST_STATED

    def _left_out(self, was: Standing, now: Standing) -> MoveKind:
        """Return what became of a party that says nothing, and said something before."""
        if now.blank is Blank.UNREADABLE:
            return MoveKind.UNREADABLE
        paper = now.document
        if paper is None or not (self._is_fresh(paper, now) or self._closed_by_text(was, now)):
            stated = now.entry is not None and now.blank is not Blank.UNCODED
            kept = self.after.memoranda.get(was.entry.document.id) if was.entry else None
            stated = stated or (paper is not None and _says(kept, now))
            return MoveKind.CORRECTION if stated else MoveKind.TAKEN_OUT
        late = self.documents.is_late(paper) and not self._became_known(paper, now)
        if late and not _later(was.words[0], paper):
            return MoveKind.RECORDED_LATE
        return _LEFT_OUT.get(now.blank or Blank.UNCODED, MoveKind.TAKEN_OUT)

    def _same_words(self, was: Standing, now: Standing) -> bool:
        return same_words((self.before, self.after), was, now, self.ids)

    # ------------------------------------------------------------------------------ directions

    def _toward(self, move: Move, others: Sequence[Facing]) -> Iterator[Toward]:
        """Yield which way a party went, seen from each other column that speaks in both states."""
        one, now = move.before, move.after
        if one is None or now is None:
            return
        frame = self.frames.get((move.issue, move.part))
        struck, valued = strikes(one, now), value_changed(one.position, now.position)
        for other, was, standing, turn, together, doubtful, strikes_too, changed in others:
            if other == move.party:
                continue
            known = [kind is MoveKind.DISCLOSED for kind in (move.kind, turn)]
            before, after = self._near(0, one, was), self._near(1, now, standing)
            ends = [(before, after)]
            told_of = turn is MoveKind.FIRST_OWN_WORDS
            if told_of:
                # What was reported may have been so or not: the way is known where it is the same.
                ends += [(before, self._near(1, now, was)), (self._near(0, one, standing), after)]
            way = Direction.CANNOT_TELL
            if frame and not doubtful:
                either, values = struck or strikes_too, valued or changed
                ways = {direction(*each, frame, struck=either, valued=values) for each in ends}
                way = ways.pop() if len(ways) == 1 else way
            plain = way in {Direction.TOWARD, Direction.AWAY}
            if plain or (move.kind is not MoveKind.DISCLOSED and (valued or together)):
                first = self.columns.index(other) < self.columns.index(move.party)
                told = not together or (first if known[0] is known[1] else known[1])
                reported = now.reported or (together and standing.reported)
                yield Toward(
                    other, way, before, after, together, told, reported, any(known), told_of
                )

    def _near(self, state: int, one: Standing, other: Standing) -> Nearness:
        """Return how near two columns are in the earlier state (0) or the later one (1)."""
        dossier = (self.before, self.after)[state]
        return nearness(dossier, one.issue, one.part, one, other, self.known[state])


def _later(entry: DocumentEntry, document: Memorandum) -> bool:
    """Return whether a document came after the words of another."""
    return entry.document.date.before(document.date)


def _says_which(standing: Standing) -> dict[str, object]:
    """Return which documents make the word of record, with what each says."""
    return {one.document.id: one.position.substance() for one in standing.words}


def _says(document: Memorandum | None, leaf: Standing) -> bool:
    """Return whether a document itself says something on the line of a standing."""
    position = document.positions.get(leaf.issue) if document else None
    said = part_of(position, leaf.part) if position else None
    return said is not None and said.unstated is None


def _parts(
    before: Dossier, after: Dossier, former: str, issue: str
) -> list[tuple[str | None, str | None]]:
    """Return the lines of an issue, each with its part before and its part now.

    A part that only one state has is compared with the whole where the other has no parts.
    """
    old = tuple(before.issues[former].parts) if former else ()
    new = tuple(after.issues[issue].parts)
    if not new:
        return [(part, "") for part in old or ("",)]
    kept: list[tuple[str | None, str | None]] = [
        (part if part in old else None if old else "", part) for part in new
    ]
    return [*kept, *((part, None) for part in old if part not in new)]
