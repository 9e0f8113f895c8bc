"""Lines up what changes, movements and two comparisons of a dossier say, issue by issue."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from positions.changes.beside import moves_beside, standings_of
from positions.changes.deeds import firmness
from positions.changes.detect import (
    Change,
    ChangeClass,
    ChangeKind,
    LeafChange,
    changes,
    formers,
    joined_frames,
)
from positions.changes.direction_sentences import move_reason
from positions.changes.document_facts import (
    base_fact,
    column_fact,
    corrected_base,
    is_kept,
    new_bases,
    nothing_in_it,
    older_words,
)
from positions.changes.hindsight import on_their_days
from positions.changes.model import (
    DossierDifference,
    IssueDifference,
    PositionChange,
    RecordChange,
    counts_of,
)
from positions.changes.move_kinds import MoveKind
from positions.changes.movement import Move, movements
from positions.changes.renamed_documents import renamed_documents, with_later_ids
from positions.changes.renamed_parties import renamed_parties, with_later_parties
from positions.changes.reopening import reopening
from positions.changes.settled import SettledDossier, issues_in_common
from positions.comparison.cell_lines import CellLineRole, cell_lines
from positions.comparison.selection import Lens
from positions.reading.collector import collector_paused
from positions.record.options import OptionChoice
from positions.sentences.english import sentence
from positions.sentences.glossary import Glossary
from positions.sentences.names import subject
from positions.sentences.reasons import NO_REASON, Reason
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from positions.changes.leaves import Subject
    from positions.comparison.cell_lines import CellLine
    from positions.comparison.rows import Convergence, Row
    from positions.model.dossier import Blank, Dossier, Issue, Memorandum
    from positions.record.settle import Standing

__all__ = ["difference", "settled_difference"]


def difference(
    before: Dossier,
    after: Dossier,
    *,
    in_order: bool | None = None,
    options: Mapping[str, tuple[str, ...]] | None = None,
) -> DossierDifference:
    """Return what changed from one dossier to another.

    Args:
        before: The dossier as it was.
        after: The dossier as it is.
        in_order: As below.
        options: The ids of the options that are fixed, by the ids of their parties; a state that
            does not have one yet, or any more, is as it is.
    """
    lens = Lens(options=options or {})
    old, new = (SettledDossier(one, lens.choice(one)) for one in (before, after))
    return settled_difference(old, new, in_order=in_order)


@collector_paused()
def settled_difference(
    before: SettledDossier, after: SettledDossier, *, in_order: bool | None = None
) -> DossierDifference:
    """Return what changed from one dossier to another, each settled already.

    Args:
        before: The dossier as it was.
        after: The dossier as it is.
        in_order: Whether the second was made after the first; None where that is not known.
    """
    parties = renamed_parties(before.dossier, after.dossier)
    if parties:
        options, known = before.choice.options, before.choice.known
        choice = OptionChoice(
            {parties.get(party, party): some for party, some in options.items()},
            {parties.get(party, party): some for party, some in known.items()},
        )
        before = SettledDossier(with_later_parties(before.dossier, parties), choice)
    ids = renamed_documents(before.dossier, after.dossier)
    if ids:
        before = SettledDossier(with_later_ids(before.dossier, ids), before.choice)
    found = _DifferenceFinder(before, after, (parties, ids), in_order=in_order)
    issues = tuple(found.issues())
    facts = tuple(found.other_facts())
    return DossierDifference(
        before.dossier,
        after.dossier,
        issues,
        facts,
        found.convergence(),
        counts_of(issues, facts),
        found.words,
        {**before.choice.options, **after.choice.options},
        former_parties=found.party_ids,
    )


_Told = tuple[PositionChange, Move]
"""What became of a position, and the move that it was made of."""


class _DifferenceFinder:
    """Both sides of a difference; issues on which they are the same are not looked at."""

    def __init__(
        self,
        old: SettledDossier,
        new: SettledDossier,
        ids: tuple[Mapping[str, str], Mapping[str, str]],
        *,
        in_order: bool | None,
    ) -> None:
        self.old, self.new = old, new
        self.party_ids, self.document_ids = (
            {now: was for was, now in each.items()} for each in ids
        )
        self.before, self.after = before, after = old.dossier, new.dossier
        self.words = Glossary(before), Glossary(after)
        self.formers = formers(before, after)
        self.times = Counter(self.formers.values())
        self.former = {now: was[0] for now, was in self.formers.items() if was and was[0] != now}
        self.by_issue: dict[str, list[Change]] = {}
        self.others: list[Change] = []
        self.read = old.choice.read(before), new.choice.read(after)
        for change in changes(*self.read):
            issue = self._issue_of(change.subject)
            if not issue:
                self.others.append(change)
            else:
                self.by_issue.setdefault(issue, []).append(change)
        unchanged = before.issues.keys() & after.issues.keys() - self.by_issue.keys()
        # Under options that one state alone has, the same words are another record.
        chosen = old.choice.options or new.choice.options
        self.same = frozenset() if chosen else issues_in_common(old, new, unchanged)
        looked_at = after.issues.keys() - self.same
        formerly = [self.former.get(issue, issue) for issue in looked_at]
        records = old.record(formerly), new.record(looked_at)
        self.moves: dict[str, list[Move]] = {}
        moves = movements(before, after, records, leaving_out=self.same, in_order=in_order)
        for move in on_their_days(self.read[1], moves):
            self.moves.setdefault(move.issue, []).append(move)
        self.based = new_bases(before, after)
        measured = {issue for (issue, _), _ in joined_frames(before, after)}
        self.reframed = before.issues.keys() & after.issues.keys() - measured
        self.of_records = self._of_records()

    def convergence(self) -> tuple[Convergence, Convergence]:
        """Return the convergence before and after."""
        self.new.take_over(self.old, self.same)
        after = self.new.convergence
        self.old.take_over(self.new, self.same)
        return self.old.convergence, after

    def issues(self) -> Iterator[IssueDifference]:
        gone = dict.fromkeys(self.before.issues)
        for issue in self.after.issues:
            former = self.former.get(issue, issue)
            for was in (former, *self.formers[issue]):
                gone.pop(was, None)
            if issue not in self.same:
                found = self._issue(self.old.row(former), self.new.row(issue))
                if found.substance or found.facts or found.columns or found.of_documents:
                    yield found
        for issue in gone:
            yield self._issue(self.old.row(issue), None)

    def other_facts(self) -> Iterator[RecordChange]:
        told = dict(self.of_records)
        for change in self.others:
            of_record = told.pop(change.subject, ())
            yield self._fact(change, (*self._column(change), *of_record, *change.leaves))
        for place, leaves in told.items():
            yield self._fact(Change(place, ChangeKind.CHANGED, leaves), leaves)

    def _of_records(self) -> dict[Subject, tuple[LeafChange, ...]]:
        """Return what became of parties and documents as a whole: a new id, what is taken over."""
        found: dict[str, list[LeafChange]] = {
            now: [LeafChange(("id",), was, now, ChangeClass.WORDING)]
            for now, was in self.document_ids.items()
        }
        for name in sorted(self.based):
            fact = base_fact(self.words[1], self.after.memoranda[name])
            if fact is not None:
                found.setdefault(name, []).append(fact)
        blank: dict[str, dict[str, Blank]] = {}
        self.nothing: set[tuple[str, str]] = set()
        for issue, moves in self.moves.items():
            for move in moves:
                now = move.after
                if move.kind is MoveKind.NOTHING_IN_IT and now and now.document and now.blank:
                    title = self.words[1].running(self.after.issues[issue].title)
                    blank.setdefault(now.document.id, {})[title] = now.blank
                    self.nothing.add((now.document.id, issue))
        for name, titles in blank.items():
            found.setdefault(name, []).append(nothing_in_it(titles))
        for name, counting in self._of_readings().items():
            found.setdefault(name, []).append(older_words(counting))
        of_parties: dict[Subject, tuple[LeafChange, ...]] = {
            ("parties", now): (LeafChange(("id",), was, now, ChangeClass.WORDING),)
            for now, was in self.party_ids.items()
        }
        return {**of_parties, **{("memoranda", name): tuple(told) for name, told in found.items()}}

    def _of_readings(self) -> dict[str, dict[str, bool]]:
        """Return for each text that was read otherwise on which issues older words count now."""
        found: dict[str, dict[str, bool]] = {}
        for issue, moves in self.moves.items():
            for move in moves:
                if name := self._read_otherwise(move):
                    title = self.words[1].running(self.after.issues[issue].title)
                    found.setdefault(name, {})[title] = bool(move.after and move.after.speaks)
        return found

    def _read_otherwise(self, move: Move) -> str:
        """Return the text by whose reading alone older words count, or do not; empty for none.

        It has nothing on the issue in either state, and all of it was read in one of them.
        """
        sides = (move.before, move.after) if move.kind is MoveKind.CORRECTION else ()
        silent = [one.document for one in sides if one and not one.speaks and one.document]
        if len(silent) != 1:
            return ""
        texts = [side.memoranda.get(silent[0].id) for side in (self.before, self.after)]
        named = any(text is None or move.issue in text.positions for text in texts)
        whole = {text.all_read for text in texts if text is not None}
        return silent[0].id if len(whole) > 1 and not named else ""

    def _is_told_of_document(self, move: Move) -> bool:
        """Return whether a change is told of its document as a whole."""
        if move.kind is MoveKind.NOTHING_IN_IT or self._read_otherwise(move):
            return True
        return is_kept(self.before, self.after, move, self.based)

    def _is_told_elsewhere(self, move: Move, moves: Sequence[Move]) -> bool:
        return self._is_told_of_document(move) or self._follows(move, moves)

    def _follows(self, move: Move, moves: Sequence[Move]) -> bool:
        """Return whether a correction is only that of the text from which the words are taken."""
        base = corrected_base(move)
        told = (one.after.entry for one in moves if one.kind is MoveKind.CORRECTION and one.after)
        return bool(base) and any(entry is not None and entry.document.id == base for entry in told)

    def _column(self, change: Change) -> Iterator[LeafChange]:
        """Yield that a column came or went, with how much it says; its words are told no more."""
        added = change.kind is ChangeKind.ADDED
        if change.subject[0] == "parties" and (added or change.kind is ChangeKind.REMOVED):
            side = self.after if added else self.before
            yield column_fact(side, change.subject[1], added=added)

    def _issue(self, old: Row | None, new: Row | None) -> IssueDifference:
        row, *_ = (one for one in (new, old) if one is not None)
        issue = row.issue.id
        found = self.by_issue.get(issue, [])
        own = next((one for one in found if one.subject[0] == "issues"), None)
        kind = own.kind if own else ChangeKind.CHANGED
        changed = (*self._of_record(issue, old, new), *self._beside(found, old, new))
        stances = self._merged(changed, row.issue)
        # The text of its own that a party takes words over from is told with them.
        shown = {
            (move.party, name)
            for _, move in changed
            for one in (move.before, move.after)
            if one and one.entry
            for name in (one.entry.document.id, one.entry.position.as_in)
        }
        return IssueDifference(
            row.issue,
            kind,
            self.former.get(issue, ""),
            (old.status if old else None, new.status if new else None),
            row.whole.sentence if stances or old is None or new is None else "",
            stances,
            tuple(self._facts(found, shown)),
            self._merged(self._columns(old, new), row.issue),
            self._recast(issue),
            self._merged(self._of_documents(issue, new), row.issue),
        )

    def _recast(self, issue: str) -> str:
        """Return that an issue was split off or merged: `merged from day and night`."""
        was = self.formers.get(issue, ())
        split = was and was != (issue,) and self.times[was] > 1
        how = "merged" if len(was) > 1 else "split" if split else ""
        titles = listed([self.before.issues[one].title for one in was])
        return f"{how} from {titles}" if how else ""

    def _facts(
        self, found: Sequence[Change], shown: AbstractSet[tuple[str, str]]
    ) -> Iterator[RecordChange]:
        """Yield what changed in the records of an issue besides what a stance shows."""
        for change in found:
            leaves, paper = change.leaves, self._paper(change.subject)
            both = paper is None or (
                paper.party in self.before.parties and paper.party in self.after.parties
            )
            told = paper is not None and (paper.party, paper.id) in shown
            recast = paper is not None and bool(self._recast(change.subject[3]))
            if told or recast or not both:
                leaves = tuple(
                    leaf for leaf in leaves if leaf.change_class is not ChangeClass.SUBSTANCE
                )
            if paper is not None and change.subject[3] in self.reframed:
                # The same words in another form, which is told of the issue.
                leaves = tuple(leaf for leaf in leaves if leaf.path[-1] != "value")
            if paper is not None and (paper.id, change.subject[3]) in self.nothing:
                leaves = tuple(leaf for leaf in leaves if leaf.path != ("blank",))
            if leaves:
                yield self._fact(change, leaves)

    def _fact(self, change: Change, leaves: tuple[LeafChange, ...]) -> RecordChange:
        paper, column = self._paper(change.subject), any(self._column(change))
        party = paper.party if paper else change.subject[1] if column else ""
        return RecordChange(change.subject, change.kind, self._title(change.subject), leaves, party)

    def _issue_of(self, subject: Subject) -> str:
        """Return the issue to which a record belongs; an empty text where it belongs to none."""
        if subject[0] == "issues":
            return subject[1]
        if subject[0] == "outcomes":
            now, was = (side.outcomes.get(subject[1]) for side in (self.after, self.before))
            if now is not None or was is None:
                return now.issue if now else ""
            return next((new for new, old in self.former.items() if old == was.issue), was.issue)
        return subject[3] if len(subject) == 4 else ""

    def _paper(self, subject: Subject) -> Memorandum | None:
        if subject[0] != "memoranda":
            return None
        return self.after.memoranda.get(subject[1]) or self.before.memoranda.get(subject[1])

    def _title(self, subject: Subject) -> str:
        """Return a record in words; its document for a position."""
        if subject[0] == "dossier":
            return "The dossier"
        if paper := self._paper(subject):
            dated = self.words[paper.id in self.after.memoranda].dated(paper)
            return f"{paper.title}, {paper.date.in_prose}" if paper.title else dated
        sides = (getattr(side, subject[0]) for side in (self.after, self.before))
        known = next(side[subject[1]] for side in sides if subject[1] in side)
        title = getattr(known, "title", "") or getattr(known, "name", subject[1])
        return f"{title}, {known.date.in_prose}" if subject[0] == "outcomes" else str(title)

    # -------------------------------------------------------------------------- stances

    def _of_record(self, issue: str, old: Row | None, new: Row | None) -> Iterator[_Told]:
        """Yield what became of every party's position of record on an issue."""
        if new is None:
            for standing in standings_of(old).values():
                if standing.speaks:
                    gone = MoveKind.TAKEN_OUT
                    of = standing.party, issue, standing.part
                    yield self._told(Move(*of, gone, standing, None))
        moves = self.moves.get(issue, ()) if new else ()
        bases = [(move.party, base) for move in moves if (base := corrected_base(move))]
        for move in moves:
            if self._is_told_elsewhere(move, moves):
                continue
            stance = self._stance(move)
            takers = [party for party, base in bases if base in stance.documents]
            if takers and move.kind is MoveKind.CORRECTION:
                names = subject([self.words[1].names[party] for party in takers])
                take = f"{names.text} {names.verb('takes', 'take')} that over"
                told = replace(stance.reason, said=(*stance.reason.said, sentence(take)))
                stance = replace(stance, reason=told)
            again = reopening(self.words[1], move, old, new)
            if again:
                told = replace(stance.reason, said=(*stance.reason.said, again))
                stance = replace(stance, reason=told)
            # The same figures in the form of another kind are no other words.
            if move.kind is not MoveKind.REFRAMED or stance.before != stance.after:
                yield stance, move

    def _of_documents(self, issue: str, new: Row | None) -> Iterator[_Told]:
        """Yield what became of positions that is told of a document, or where one takes it from."""
        moves = self.moves.get(issue, ()) if new else ()
        return (self._told(move) for move in moves if self._is_told_elsewhere(move, moves))

    def _columns(self, old: Row | None, new: Row | None) -> Iterator[_Told]:
        """Yield what columns say that one state alone has."""
        for row, other, gone in ((new, self.before, False), (old, self.after, True)):
            for standing in standings_of(row).values() if old and new else ():
                if standing.speaks and standing.party not in other.parties:
                    kind = MoveKind.TAKEN_OUT if gone else MoveKind.FIRST_STATED
                    sides = (standing, None) if gone else (None, standing)
                    issue = new.issue.id if new else standing.issue
                    yield self._told(Move(standing.party, issue, standing.part, kind, *sides))

    def _merged(self, told: Iterable[_Told], issue: Issue) -> tuple[PositionChange, ...]:
        """Return what became of positions, that of parts of which the same is told as one."""
        told = list(told)
        if not any(stance.parts for stance, _ in told):
            return tuple(stance for stance, _ in told)
        groups: dict[PositionChange, list[_Told]] = {}
        for stance, move in told:
            key = replace(stance, parts=(), reason=NO_REASON)
            groups.setdefault(key, []).append((stance, move))
        found: list[PositionChange] = []
        for key, group in groups.items():
            parts = tuple(part for stance, _ in group for part in stance.parts)
            by_reason: dict[Reason, list[str]] = {}
            for stance, _ in group:
                by_reason.setdefault(stance.reason, []).extend(stance.parts)
            if len(by_reason) > 1 and not any(reason.head for reason in by_reason):
                # Each sentence names its part: one that names them all says the same.
                by_reason = {self._of_all(group[0], parts): list(parts)}
            words = self.words[issue.id in self.after.issues]
            found += [
                replace(key, parts=tuple(some), reason=_of_parts(reason, issue, some, words))
                for reason, some in by_reason.items()
            ]
        return tuple(found)

    def _of_all(self, told: _Told, parts: tuple[str, ...]) -> Reason:
        """Return what is told of the first of some parts as it is said of all of them."""
        _, move = told
        words = tuple(
            side.calling(parts)
            if one is not None and set(parts) <= side.dossier.issues[one.issue].parts.keys()
            else side
            for side, one in zip(self.words, (move.before, move.after), strict=True)
        )
        return move_reason((words[0], words[1]), move)

    def _told(self, move: Move) -> _Told:
        return self._stance(move), move

    def _stance(self, move: Move) -> PositionChange:
        one, other = move.before, move.after
        sides = (self.before, one), (self.after, other)
        documents = [
            standing.entry.document.id for _, standing in sides if standing and standing.entry
        ]
        reason = move_reason(self.words, move)
        known = self.after.issues.get(move.issue) or self.before.issues[move.issue]
        return PositionChange(
            move.party,
            (move.part,) if move.part else (),
            move.kind,
            _lines(*sides[0]),
            _lines(*sides[1]),
            move.toward,
            tuple(dict.fromkeys(documents)),
            reason=replace(reason, head=known.title if reason.head else ""),
            red_line=bool(other and other.speaks and firmness(other.position)),
        )

    def _beside(self, found: Sequence[Change], old: Row | None, new: Row | None) -> Iterator[_Told]:
        """Yield what changed in documents of a party that are not its word of record."""
        said = [one for one in found if not self._recast(one.subject[-1])]
        for move in moves_beside(self.read, said, (old, new), self.former):
            yield replace(self._stance(move), of_record=False), move


def _lines(dossier: Dossier, standing: Standing | None) -> tuple[CellLine, ...]:
    """Return the lines of a standing, less the title of its part."""
    if standing is None:
        return ()
    # A change names its documents itself.
    alone = replace(standing, main=None)
    found = cell_lines(dossier, dossier.issues[standing.issue], [alone])
    if not found or found[0].role is not CellLineRole.PART:
        return found
    return tuple(replace(line, depth=max(line.depth - 1, 0)) for line in found[1:])


def _of_parts(reason: Reason, issue: Issue, parts: Sequence[str], words: Glossary) -> Reason:
    """Return a reason whose head names the parts that it is about, unless it is about all."""
    named = [words.running(issue.parts[part].title) for part in parts if part in issue.parts]
    if not reason.head or not named or len(named) == len(issue.parts):
        return reason
    return replace(reason, head=f"{reason.head} ({listed(named)})")
