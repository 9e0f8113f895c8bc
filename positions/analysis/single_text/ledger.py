"""Accounts for every leaf of every document: where it is in the text, or why it is left out.

After the addendum of a merged text in climate talks (UNFCCC 2009): for each paragraph the parties,
the original place, the approach and the reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from positions.analysis.single_text.leaves import REFUSED_ITEM, TEXT
from positions.analysis.single_text.model import Bracketed, Plain, pieces_within
from positions.comparison.reactions import whole_reactions
from positions.comparison.rows import Status
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from positions.analysis.single_text.leaves import Leaf
    from positions.analysis.single_text.model import (
        Piece,
        SingleText,
        TextParagraph,
        TextPart,
        TextVoice,
        Variant,
    )
    from positions.model.dossier import Dossier, Memorandum

__all__ = ["LedgerFault", "LedgerLine", "Use", "faults", "ledger", "uses"]


@dataclass(frozen=True, slots=True)
class Use:
    """A leaf where it is used.

    Attributes:
        leaf: The leaf.
        place: The number of the paragraph or of the entry of an annex; empty where it is left out.
        approach: `retained`, `consolidated`, `bracketed`, `alternative`, `proposed`, `admits the
            draft`, `moved to annex A`, or `left out`.
        voices: Those in whose bracket it is; empty outside of brackets.
        reason: Why, where it is left out, or others have other words there.
        shared: The other voices of the same words.
    """

    leaf: Leaf
    place: str
    approach: str
    voices: tuple[TextVoice, ...] = ()
    reason: str = ""
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A position at a place where it is used.

    Attributes:
        party: The id of the party.
        document: The id of the document.
        clause: Where in the document it stands, in the document's own numbers; empty where that
            is not recorded.
        position: The issue, with the branch, the part and what of it is meant.
        approach: What was done with it.
        reason: Why.
        leaves: What the line accounts for.
    """

    place: str
    party: str
    document: str
    clause: str
    position: str
    approach: str
    reason: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """What is wrong with a text: a leaf that is missing, twice in it, or in another's bracket."""

    leaf: Leaf
    sentence: str


def uses(text: SingleText) -> Iterator[Use]:
    """Yield every leaf of a text at every place where it is used."""
    for paragraph in text.paragraphs:
        for part in paragraph.parts:
            yield from _in_part(text, paragraph, part)
    for name, entries in (("A", text.steps), ("B", text.earlier), ("C", text.accounts)):
        for entry in entries:
            for leaf in entry.leaves:
                yield Use(leaf, entry.number, f"moved to annex {name}", entry.voices, entry.remark)
    for left in text.left_out:
        for leaf in left.leaves:
            yield Use(leaf, "", "left out", (), left.reason)


def _in_part(text: SingleText, paragraph: TextParagraph, part: TextPart) -> Iterator[Use]:
    known = text.comparison.dossier.memoranda
    for clause in part.clauses:
        for use in _in_pieces(clause.pieces, paragraph.number, "", ()):
            if use.leaf.document in known:
                yield replace(use, reason=_why(part, use))
    for note in part.notes:
        for leaf in note.leaves:
            yield Use(leaf, paragraph.number, "admits the draft", (), "Its words are in the note.")


def _why(part: TextPart, use: Use) -> str:
    """Return why a leaf is where it is: the blanks of others, or how their words differ."""
    if use.approach in {"retained", "consolidated"}:
        agreed = [note.words for note in part.notes if note.kind == "agreed"]
        return agreed[0] if part.status is Status.SETTLED and agreed else ""
    if use.approach == "proposed":
        return "Proposed by one who is no party."
    if part.status is Status.DIVIDED:
        return "The parties are divided here."
    beside = use.approach == "alternative" or use.reason
    kinds = {"reason"} if beside else {"blank", "reason"}
    found = [note.words for note in part.notes if note.kind in kinds] or [use.reason]
    return " ".join(found) or "The others have other words, or none, in this place."


def _in_pieces(
    pieces: Iterable[Piece],
    place: str,
    approach: str,
    voices: tuple[TextVoice, ...],
    why: str = "",
) -> Iterator[Use]:
    for piece in pieces:
        if isinstance(piece, Plain):
            documents = tuple(dict.fromkeys(leaf.document for leaf in piece.leaves))
            for leaf in piece.leaves:
                shared = tuple(one for one in documents if one != leaf.document)
                plain = "consolidated" if shared else "retained"
                yield Use(leaf, place, approach or plain, voices, why, shared)
            continue
        kind = (
            "proposed" if piece.is_proposal else "alternative" if piece.is_stacked else "bracketed"
        )
        beside = "There are other words in this place." if len(piece.variants) > 1 else why
        for variant in piece.variants:
            yield from _in_pieces(variant.pieces, place, kind, variant.voices, beside)


def ledger(text: SingleText) -> tuple[LedgerLine, ...]:
    """Return the ledger: a line for every position at every place where it is used.

    Behind them are the answers to documents as a whole, which are no leaves of a text.
    """
    dossier = text.whole
    found: dict[tuple[object, ...], list[Use]] = {}
    for use in uses(text):
        leaf = use.leaf
        key = (use.place, leaf.document, leaf.issue, leaf.branch, use.approach, use.reason)
        found.setdefault((*key, use.shared), []).append(use)
    lines = []
    for grouped in found.values():
        use = grouped[0]
        document = dossier.memoranda[use.leaf.document]
        owners = [dossier.parties[dossier.memoranda[one].party] for one in use.shared]
        others = list(dict.fromkeys(one.short or one.name for one in owners))
        approach = f"{use.approach} with {listed(others)}" if others else use.approach
        lines.append(
            LedgerLine(
                use.place,
                document.party,
                document.id,
                _clause(document, use.leaf),
                _position(dossier, [one.leaf for one in grouped]),
                approach,
                use.reason,
                tuple(one.leaf for one in grouped),
            )
        )
    shown = (party.id for party in text.comparison.parties)
    for one in whole_reactions(text.comparison.dossier, shown):
        what = f"{one.to.id}: {one.reaction}"
        told = "The answer is to the whole, and stands above the text."
        lines.append(
            LedgerLine("", one.document.party, one.document.id, "", what, "told", told, ())
        )
    return tuple(lines)


def _clause(document: Memorandum, leaf: Leaf) -> str:
    position = document.positions.get(leaf.issue)
    branch = position.alternatives.get(leaf.branch) if position else None
    places = [one.place for one in (branch, position) if one is not None and one.place]
    return places[0] if places else ""


def _position(dossier: Dossier, leaves: Sequence[Leaf]) -> str:
    """Return what of a position is meant: its issue, branch and parts, and the names of leaves.

    A list that is refused whole is so in one word.
    """
    first = leaves[0]
    if first.name == TEXT:
        return TEXT
    parts = list(dict.fromkeys(leaf.part for leaf in leaves if leaf.part))
    names = list(dict.fromkeys(leaf.name for leaf in leaves))
    where = " / ".join(filter(None, (first.issue or "sequence", first.branch, ", ".join(parts))))
    items = dossier.issues[first.issue].items if first.issue else {}
    if items and {*names} == {f"{REFUSED_ITEM}{item}" for item in items}:
        return f"{where}: none"
    return f"{where}: {', '.join(names)}"


def faults(text: SingleText) -> tuple[LedgerFault, ...]:
    """Return what is wrong with a text: leaves not there, there twice, or in the wrong bracket."""
    found: list[LedgerFault] = []
    used = Counter(use.leaf for use in uses(text))
    for leaf in text.expected:
        if not used[leaf]:
            found.append(LedgerFault(leaf, f"{_named(leaf)} is neither in the text nor left out."))
        elif used[leaf] > 1:
            found.append(LedgerFault(leaf, f"{_named(leaf)} is there {used[leaf]} times."))
    known = set(text.expected)
    found += [
        LedgerFault(leaf, f"{_named(leaf)} is in the text, and no document says it.")
        for leaf in used
        if leaf not in known
    ]
    found += [
        LedgerFault(leaf, f"{_named(leaf)} is of record, and is left out.")
        for left in text.left_out
        for leaf in left.leaves
        if leaf in text.of_record
    ]
    for paragraph in text.paragraphs:
        for part in paragraph.parts:
            found += _in_wrong_place(text, paragraph, part)
    return tuple(found)


def _in_wrong_place(
    text: SingleText, paragraph: TextParagraph, part: TextPart
) -> Iterator[LedgerFault]:
    """Yield leaves in the bracket of others, and plain words that a speaker does not have."""
    is_settled = part.status is Status.SETTLED
    for clause in part.clauses:
        for piece in clause.pieces:
            if isinstance(piece, Bracketed):
                for variant in piece.variants:
                    yield from _of_others(variant, text.carried)
            elif piece.leaves and not is_settled and not part.draft:
                yield from _not_common(text, paragraph, part, piece)
            elif part.draft:
                yield from _not_in_draft(part, piece, text.carried)


def _not_in_draft(
    part: TextPart, piece: Plain, carried: Mapping[Leaf, str]
) -> Iterator[LedgerFault]:
    """Yield leaves of others that the words of a draft account for, and do not have."""
    own = {one.name for one in piece.leaves if carried.get(one, one.document) == part.draft}
    for leaf in piece.leaves:
        if leaf.name not in own:
            yield LedgerFault(leaf, f"{_named(leaf)} is nowhere: the draft has other words.")


def _not_common(
    text: SingleText, paragraph: TextParagraph, part: TextPart, piece: Plain
) -> Iterator[LedgerFault]:
    for name in dict.fromkeys(leaf.part for leaf in piece.leaves):
        held = {
            (text.carried.get(one, one.document), one.branch)
            for one in piece.leaves
            if one.part == name
        }
        every = text.speaking.get((paragraph.issue.id, name), frozenset())
        if part.status is Status.AGREED:  # of options that all leave open, each is common
            held = {(one, "") for one, _ in held}
            every = frozenset((one, "") for one, _ in every)
        if held != every:
            leaf = piece.leaves[0]
            sentence = f"{_named(leaf)} is without a bracket, and is not common to all who speak."
            yield LedgerFault(leaf, sentence)


def _of_others(variant: Variant, carried: Mapping[Leaf, str]) -> Iterator[LedgerFault]:
    owners = {(voice.document, voice.branch) for voice in variant.voices}
    for piece in variant.pieces:
        if isinstance(piece, Plain):
            held = {(carried.get(one, one.document), one.branch) for one in piece.leaves}
            if piece.leaves and held != owners:
                sentence = f"{_named(piece.leaves[0])} is in the bracket of another."
                yield LedgerFault(piece.leaves[0], sentence)
            continue
        for inner in piece.variants:
            if {(one.document, one.branch) for one in inner.voices} <= owners:
                yield from _of_others(inner, carried)
            else:
                leaf = _first_leaf(inner)
                yield LedgerFault(leaf, f"{_named(leaf)} is in the bracket of another.")


def _first_leaf(variant: Variant) -> Leaf:
    return next(
        leaf
        for piece in pieces_within(variant.pieces)
        if isinstance(piece, Plain)
        for leaf in piece.leaves
    )


def _named(leaf: Leaf) -> str:
    where = " / ".join(filter(None, (leaf.issue or "sequence", leaf.branch, leaf.part)))
    return f"`{leaf.document}`, {where}: {leaf.name}"
