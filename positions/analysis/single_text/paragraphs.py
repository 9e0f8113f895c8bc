"""Makes a paragraph of a row: the words on each of its parts, those of parts alike together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from positions.analysis.single_text.items import letter
from positions.analysis.single_text.leaves import Leaf, leaf_names
from positions.analysis.single_text.line_merge import LineMerge
from positions.analysis.single_text.model import (
    AnnexEntry,
    Bracketed,
    Clause,
    Note,
    Plain,
    TextParagraph,
    TextPart,
    TextVoice,
    Variant,
    pieces_within,
)
from positions.analysis.single_text.notes import (
    agreed_notes,
    blank_notes,
    known_notes,
    reason_notes,
    said_notes,
)
from positions.analysis.single_text.on_draft import (
    BY_NONE,
    admission_notes,
    admissions,
    drafted_on,
    is_admitted,
    lacks_words,
    on_draft,
    with_reactions,
)
from positions.analysis.single_text.request import PLAIN_REQUEST
from positions.analysis.single_text.speakers import LineSpeaker
from positions.analysis.single_text.told_outcomes import told_versions, who_tells
from positions.comparison.camps import stated
from positions.comparison.disputes import versions_of_agreed
from positions.comparison.rows import Status
from positions.record.amending import told_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.analysis.single_text.model import Piece
    from positions.analysis.single_text.pen import Pen
    from positions.analysis.single_text.request import TextRequest
    from positions.analysis.single_text.speakers import Speakers
    from positions.comparison.disputes import Version
    from positions.comparison.rows import Line, Row
    from positions.model.dossier import Issue, Position

__all__ = [
    "OUTCOME",
    "WrittenParagraph",
    "merge_of",
    "position_sentence",
    "words_of",
    "write_paragraph",
]

OUTCOME = "outcome "
"""What begins the document of a leaf that is an outcome's, and no document's."""


@dataclass(frozen=True, slots=True)
class WrittenParagraph:
    """A paragraph, and what an outcome moved out of it."""

    paragraph: TextParagraph
    earlier: tuple[AnnexEntry, ...] = ()


def write_paragraph(
    pen: Pen, speakers: Speakers, row: Row, number: str, request: TextRequest = PLAIN_REQUEST
) -> WrittenParagraph:
    """Return the paragraph of a row, and the words that an outcome took the place of.

    Args:
        pen: What writes it.
        speakers: Who speaks in the dossier.
        row: The row.
        number: The number of the paragraph.
        request: What is asked of the text: whose draft it is, where it is one.
    """
    earlier: list[AnnexEntry] = []
    found: list[TextPart] = []
    for line in row.leaves:
        part, moved = _LineWriter(pen, speakers, row.issue, line, number).written(request)
        earlier += moved
        found.append(part)
    parts = tuple(_titled(pen, row.issue, one) for one in _alike(found))
    return WrittenParagraph(
        TextParagraph(number, row.issue, parts, is_disputed=bool(row.issue.disputed)),
        tuple(earlier),
    )


def position_sentence(
    pen: Pen,
    issue: Issue,
    line: Line,
    voice: TextVoice,
    position: Position,
    *,
    leaves: Mapping[str, Leaf] | None = None,
) -> tuple[Clause, ...]:
    """Return what a position says in the sentences of a text, without brackets.

    Args:
        pen: What writes it.
        issue: The issue.
        line: Its line.
        voice: Whose position it is.
        position: A position without alternatives.
        leaves: What it accounts for, by name; what the voice's document says, where not given.
    """
    names = leaf_names(pen.dossier, issue.id, line.part, position)
    if leaves is None:
        document, branch = voice.document, voice.branch
        leaves = {name: Leaf(document, issue.id, line.part, branch, name) for name in names}
    agreed = replace(line, status=Status.AGREED)
    speaker = LineSpeaker(voice, position, leaves)
    merge = LineMerge(pen, issue, agreed, (speaker,), is_whole=True)
    return merge.clauses()


def merge_of(pen: Pen, issue: Issue, line: Line, who: tuple[LineSpeaker, ...]) -> LineMerge:
    """Return the merge of a line on which somebody speaks.

    Nothing is plain where the words of one are concluded, told by others or older.
    """
    key = issue.id, line.part, who
    found = pen.merges.get(key)
    if not isinstance(found, LineMerge):
        sure = not any(one.voice.is_unsure for one in who)
        whole = sure and all(
            all(stated(position) for _, position in standing.branches)
            for party in line.sought
            if (standing := line.standings[party]).speaks
        )
        found = pen.merges[key] = LineMerge(pen, issue, line, who, is_whole=whole)
    return found


class _LineWriter:
    """One line, written."""

    def __init__(self, pen: Pen, speakers: Speakers, issue: Issue, line: Line, number: str) -> None:
        self._pen = pen
        self._speakers = speakers
        self._issue = issue
        self._line = line
        self._number = number
        self._sought = line.sought
        self._others = tuple(
            party
            for party, standing in line.standings.items()
            if party not in line.sought and standing.voice not in line.standings
        )

    def written(self, request: TextRequest) -> tuple[TextPart, tuple[AnnexEntry, ...]]:
        """Return the words on the line, and those that an outcome took the place of.

        Args:
            request: What is asked of the text.
        """
        who = self._speakers.on(self._issue, self._line, self._sought)
        drafted = drafted_on(self._speakers, self._issue, self._line, request)
        if drafted is not None:
            self._others = tuple(one for one in self._others if one != request.base)
            who = tuple(one for one in who if one.voice.document != drafted.voice.document)
        proposed = tuple(self._proposals())
        contested = self._is_contested()
        admitted, agreed = True, False
        earlier: tuple[AnnexEntry, ...] = ()
        shorts = self._speakers.shorts
        notes: list[Note] = [
            *said_notes(self._pen, self._speakers, self._issue, self._line),
            *agreed_notes(self._pen, self._issue, self._line, shorts),
        ]
        if self._line.settlement.settling:
            clauses, earlier = self._settled(who)
        elif drafted is not None:
            clauses = on_draft(self._pen, self._issue, self._line, drafted, who)
            willing = admissions(self._pen, self._issue, self._line, drafted, who)
            admitted = is_admitted(willing, who) and not lacks_words(self._line, request.base)
            if drafted.voice.branch:
                notes.append(Note("known", f"Under {drafted.voice.short}."))
            own = words_of(clauses)
            [note] = admission_notes(self._pen, self._issue, drafted, willing, who, own)
            papers = {drafted.voice.document, request.paper}
            speaking = self._speakers, self._line, papers
            notes.append(with_reactions(note, *speaking, willing, who))
            notes += blank_notes(self._speakers, self._line, self._sought)
        else:
            clauses = self._merged(who)
            agreed = bool(who) and merge_of(self._pen, self._issue, self._line, who).is_agreed
            notes += reason_notes(self._line, who) if _is_open(clauses) else ()
            if not any(_has_choice(one.pieces) for one in clauses):
                notes += known_notes(who)
            if who or not clauses:
                notes += blank_notes(self._speakers, self._line, self._sought)
        part = TextPart(
            (self._line.part,),
            (),
            (*clauses, *proposed),
            tuple(notes),
            self._line.status,
            is_contested=contested,
            draft=drafted.voice.document if drafted is not None else "",
            is_unanswered=any(note.words.startswith(BY_NONE.words) for note in notes),
            is_unadmitted=not admitted,
            is_agreed=agreed,
        )
        return part, earlier

    def _merged(self, who: tuple[LineSpeaker, ...]) -> tuple[Clause, ...]:
        if who:
            return merge_of(self._pen, self._issue, self._line, who).clauses()
        told = told_versions(self._pen.dossier, self._line)
        variants = tuple(map(self._told, told))
        return (Clause((Bracketed(variants, is_stacked=len(variants) > 1),)),) if told else ()

    def _told(self, version: Version) -> Variant:
        """Return what was agreed by the account of some, or of the sources alone."""
        document = f"{OUTCOME}{self._line.outcomes[0].outcome.id}"
        tellers = who_tells(self._pen.dossier, self._line, version)
        whose, its = ("an account", "it") if len(tellers) == 1 else ("accounts", "them")
        how = "by its account" if len(tellers) == 1 else "by their accounts"
        unnamed = self._line.outcomes[0].outcome.unnamed
        told = [unnamed[one] for one in tellers if one in unnamed]
        manner = (f"by {whose} attributed to {its}", *told) if told else (how,)
        voices = tuple(
            TextVoice(one, self._speakers.shorts[one], manner, "", document) for one in tellers
        ) or (TextVoice("", "sources", (), "", document),)
        said = position_sentence(self._pen, self._issue, self._line, voices[0], version.position)
        return Variant(voices, _in_a_row(said))

    def _settled(
        self, who: tuple[LineSpeaker, ...]
    ) -> tuple[tuple[Clause, ...], tuple[AnnexEntry, ...]]:
        """Return the outcome, which accounts for positions that say the same, and the others."""
        agreement = self._line.settlement.settling[0]
        position = agreement.position
        assert position is not None  # noqa: S101 - what settles a line states something
        voice = TextVoice("", "", (), "", f"{OUTCOME}{agreement.outcome.id}")
        clauses = position_sentence(self._pen, self._issue, self._line, voice, position)
        kept: list[Leaf] = []
        earlier: list[AnnexEntry] = []
        for one in who:
            bridge = self._line.agreed.get((agreement.outcome.id, one.voice.party))
            if bridge is not None and bridge.same and self._has_words(one.position, position):
                kept += one.leaves.values()
            else:
                earlier.append(self._moved(one, agreement.outcome.date.in_prose))
        return _with_leaves(clauses, tuple(kept)), tuple(earlier)

    def _has_words(self, one: Position, other: Position) -> bool:
        """Return whether a position that is the same as another says so in the same words."""
        return self._pen.has_words(
            self._issue.id, self._line.part, one, other
        ) and self._pen.has_renewal(one, other)

    def _moved(self, one: LineSpeaker, day: str) -> AnnexEntry:
        said = position_sentence(self._pen, self._issue, self._line, one.voice, one.position)
        place = list(self._issue.parts).index(self._line.part) if self._line.part else -1
        where = f"{self._number} ({letter(place)})" if place >= 0 else self._number
        part = self._line.part
        called = self._pen.glossary.issue(self._issue.id, part).part if part else ""
        return AnnexEntry(
            where,
            (one.whole_voice,),
            words_of(said, (called,)),
            tuple(one.leaves.values()),
            f"An outcome of {day} took its place.",
        )

    def _proposals(self) -> Iterator[Clause]:
        """Yield what columns that are no parties propose, each for itself."""
        for one in self._speakers.on(self._issue, self._line, self._others):
            said = position_sentence(
                self._pen, self._issue, self._line, one.voice, one.position, leaves=one.leaves
            )
            variant = Variant((one.whole_voice,), _in_a_row(said))
            yield Clause((Bracketed((variant,), is_proposal=True),))

    def _is_contested(self) -> bool:
        """Return whether accounts of a position, or reports beside it, say otherwise."""
        standings = [self._line.standings[party] for party in self._line.standings]
        told = any(told_otherwise(entry.position) for one in standings for entry in one.words)
        accounts = any(
            len(versions_of_agreed(self._pen.dossier, agreement)) > 1
            for agreement in self._line.outcomes
        )
        return told or accounts or any(one.beside for one in standings)


def _in_a_row(clauses: Sequence[Clause]) -> tuple[Piece, ...]:
    """Return the pieces of clauses one after another."""
    return tuple(
        piece
        for number, clause in enumerate(clauses)
        for piece in (*((Plain(" "),) if number else ()), *clause.pieces)
    )


def words_of(clauses: Sequence[Clause], parts: Sequence[str] = ()) -> str:
    """Return the words of clauses without brackets of their own."""
    return " ".join(
        "".join(
            piece.with_parts(parts)
            for piece in pieces_within(clause.pieces)
            if isinstance(piece, Plain)
        )
        for clause in clauses
    )


def _is_open(clauses: Sequence[Clause]) -> bool:
    """Return whether words stand beside others in a bracket."""
    return any(
        isinstance(piece, Bracketed) and len(piece.variants) > 1
        for clause in clauses
        for piece in pieces_within(clause.pieces)
    )


def _has_choice(pieces: Sequence[Piece]) -> bool:
    return any(isinstance(piece, Bracketed) for piece in pieces)


def _with_leaves(clauses: tuple[Clause, ...], leaves: tuple[Leaf, ...]) -> tuple[Clause, ...]:
    """Return clauses whose first words account for leaves too."""
    first, *others = clauses
    held = (Plain("", leaves),) if leaves else ()
    return (Clause((*held, *first.pieces)), *others)


def _alike(parts: Sequence[TextPart]) -> list[TextPart]:
    """Return the words on parts, those of parts that have the same as one."""
    found: dict[object, TextPart] = {}
    for one in parts:
        said = tuple((note.kind, note.words, note.parties) for note in one.notes)
        key = (tuple(map(_shape, one.clauses)), said, one.status, one.is_contested)
        other = found.get(key)
        if other is None:
            found[key] = one
            continue
        clauses = tuple(
            Clause(_joined(a.pieces, b.pieces))
            for a, b in zip(other.clauses, one.clauses, strict=True)
        )
        notes = tuple(
            replace(a, leaves=(*a.leaves, *b.leaves))
            for a, b in zip(other.notes, one.notes, strict=True)
        )
        both = (*other.parts, *one.parts)
        found[key] = replace(other, parts=both, clauses=clauses, notes=notes)
    return list(found.values())


def _shape(clause: Clause) -> object:
    return tuple(map(_piece_shape, clause.pieces))


def _piece_shape(piece: Piece) -> object:
    """Return what two pieces must share to be one: words, and whose they are."""
    if isinstance(piece, Plain):
        leaves = tuple((leaf.document, leaf.branch, leaf.name) for leaf in piece.leaves)
        return piece.words, piece.is_part, piece.is_first, leaves
    variants = tuple((one.voices, tuple(map(_piece_shape, one.pieces))) for one in piece.variants)
    return piece.is_stacked, piece.is_proposal, variants


def _joined(first: tuple[Piece, ...], second: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces of one shape as one, with the leaves of both."""
    return tuple(_joined_piece(a, b) for a, b in zip(first, second, strict=True))


def _joined_piece(one: Piece, other: Piece) -> Piece:
    if isinstance(one, Plain):
        leaves = other.leaves if isinstance(other, Plain) else ()
        return replace(one, leaves=(*one.leaves, *leaves))
    others = other.variants if isinstance(other, Bracketed) else ()
    variants = tuple(
        replace(a, pieces=_joined(a.pieces, b.pieces))
        for a, b in zip(one.variants, others, strict=True)
    )
    return replace(one, variants=variants)


def _titled(pen: Pen, issue: Issue, part: TextPart) -> TextPart:
    if part.parts == ("",):
        return part
    places = list(issue.parts)
    titles = tuple(
        f"({letter(places.index(name))}) {issue.parts[name].title}" for name in part.parts
    )
    called = [pen.glossary.issue(issue.id, name).part for name in part.parts]
    if len(called) > 1:
        letters = [f"({letter(places.index(name))})" for name in part.parts]
        called = [f"{name} {mark}" for name, mark in zip(called, letters, strict=True)]
    return replace(part, titles=titles, names=tuple(called))
