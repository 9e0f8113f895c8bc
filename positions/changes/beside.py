"""Tells what became of words of a party that are not its word of record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.changes.deeds import firmness
from positions.changes.detect import ChangeClass
from positions.changes.document_states import DocumentStates
from positions.changes.hindsight import moves_then
from positions.changes.move_kinds import MoveKind
from positions.changes.movement import Move
from positions.record.borrowing import Borrowing
from positions.record.standing import DocumentEntry, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.changes.detect import Change
    from positions.comparison.rows import Row
    from positions.model.dossier import Dossier

__all__ = ["moves_beside", "standings_of"]


def moves_beside(
    states: tuple[Dossier, Dossier],
    found: Sequence[Change],
    rows: tuple[Row | None, Row | None],
    former: Mapping[str, str],
) -> Iterator[Move]:
    """Yield what changed in documents of a party that are not its word of record on an issue.

    Args:
        states: The dossier as it was, and as it is.
        found: What changed in the records of the issue.
        rows: The row of the issue before, and now; None where it has none.
        former: Issues that have another id, each with the id that it had.
    """
    before, after = states
    texts = [Borrowing(one, one.moment or one.header.as_of) for one in states]
    documents = DocumentStates(before, after)
    was, now = map(standings_of, rows)
    row = rows[1] or rows[0]
    for change in found:
        if change.subject[0] != "memoranda" or change.change_class is not ChangeClass.SUBSTANCE:
            continue
        paper = after.memoranda.get(change.subject[1]) or before.memoranda[change.subject[1]]
        if paper.party not in before.parties or paper.party not in after.parties:
            continue
        issue = change.subject[3]
        for part in (row.issue.parts or ("",)) if row else ():
            holders = (was.get((paper.party, part)), now.get((paper.party, part)))
            if any(one and paper.id in _of_record(one) for one in holders):
                continue
            one = _alone(before, texts[0], paper.id, former.get(issue, issue), part)
            other = _alone(after, texts[1], paper.id, issue, part)
            # A blank beside the record is shown as the fact that it is.
            speaks = any(each is not None and each.speaks for each in (one, other))
            if speaks and _said(one) != _said(other):
                kind = _kind(documents, change, (one, other), holders[1])
                if kind is MoveKind.SUPERSEDED and _said(other) == _said(holders[1]):
                    continue  # it says so still
                old, new = (_aged(*pair) for pair in zip((one, other), holders, strict=True))
                since = (
                    kind in {MoveKind.DISCLOSED, MoveKind.RECORDED_LATE}
                    and new
                    and not new.reported
                )
                then = moves_then(after, paper, issue, part) if since else (None, None)
                yield Move(paper.party, issue, part, kind, old, new, then=then)


def _kind(
    documents: DocumentStates,
    change: Change,
    sides: tuple[Standing | None, Standing | None],
    now: Standing | None,
) -> MoveKind:
    """Return what became of words that are not the word of record, or were not."""
    one, other = sides
    if one is None and other is not None and other.entry is not None:
        return _added(documents, other, now)
    if other is None and one is not None and not one.reported:
        return MoveKind.TAKEN_OUT
    return MoveKind.CORRECTION if change.correction else MoveKind.BESIDE


def _added(documents: DocumentStates, said: Standing, now: Standing | None) -> MoveKind:
    """Return what became of words that are new, and not the word of record.

    Those of the time between that newer ones replaced are told as that.
    """
    paper = said.words[0].document
    if documents.became_known(paper, said.issue, said.part):
        return MoveKind.DISCLOSED
    if documents.is_late(paper) or documents.is_held(paper):
        return MoveKind.RECORDED_LATE
    # A newer text that has nothing on it took the place of the party's own words as well.
    silent = now and not (now.speaks or said.reported)
    newer = now and (now.document if silent else now.words[0].document if now.speaks else None)
    between = newer and paper.date.before(newer.date)
    return MoveKind.SUPERSEDED if between else MoveKind.BESIDE


def standings_of(row: Row | None) -> dict[tuple[str, str], Standing]:
    """Return the standings of a row by party and part; none where there is no row."""
    if row is None:
        return {}
    return {
        (party, line.part): standing
        for line in row.leaves
        for party, standing in line.standings.items()
    }


def _of_record(standing: Standing) -> list[str]:
    """Return the documents that make the word of record: several, where they contradict it."""
    return [entry.document.id for entry in standing.words]


def _alone(
    dossier: Dossier, texts: Borrowing, document: str, issue: str, part: str
) -> Standing | None:
    """Return what a document says on a part of an issue, whatever the record is.

    What it takes over of a text that was not known by then is undisclosed.
    """
    paper = dossier.memoranda.get(document)
    if paper is None or issue not in paper.positions:
        return None
    parts = dossier.issues[issue].parts
    if parts and part not in parts:
        return None  # declared on the other side alone
    part = part if parts else ""
    said = texts.said(paper, issue, part)
    if said is None:
        return None
    return Standing(paper.party, issue, part, DocumentEntry(paper, said), said.blank)


def _aged(standing: Standing | None, holder: Standing | None) -> Standing | None:
    """Return words as older ones where the word of record is that of a later document."""
    if not (standing and standing.entry and holder and holder.document):
        return standing
    is_older = standing.entry.document.date.before(holder.document.date)
    return replace(standing, older=is_older)


def _said(standing: Standing | None) -> object:
    if standing is None or standing.entry is None:
        return None
    position = standing.entry.position
    return position.substance(), firmness(position)
