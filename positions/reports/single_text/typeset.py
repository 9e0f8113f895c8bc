"""Sets the paragraphs of a single text in lines: brackets with whose they are, alternatives, notes.

Words of the dossier and signs of ours are different runs, so that every form can keep them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.items import letter
from positions.analysis.single_text.model import Bracketed, Plain
from positions.reports.page.runs import Mark, Run
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.analysis.single_text.model import (
        Clause,
        Piece,
        TextParagraph,
        TextPart,
        Variant,
    )
    from positions.reports.page.runs import Runs

__all__ = ["CONTESTED", "DISPUTED", "SIGN", "TypesetLine", "typeset"]

SIGN: Final = Mark.ALONE
"""The mark of brackets, and of the names in them."""

CONTESTED: Final = "≠"
DISPUTED: Final = "†"


@dataclass(frozen=True, slots=True)
class TypesetLine:
    """A line of a paragraph.

    Attributes:
        depth: 0 for the line with the number, 1 for what is under it, 2 for what is under a part.
    """

    depth: int
    runs: Runs


def typeset(paragraph: TextParagraph) -> tuple[TypesetLine, ...]:
    """Return a paragraph in lines; the first has its number."""
    number = Run(paragraph.number, Mark.STRONG)
    contested = any(part.is_contested for part in paragraph.parts)
    marks = (DISPUTED if paragraph.is_disputed else "") + (CONTESTED if contested else "")
    lead = (number, *([Run(f" {marks}")] if marks else []), Run(" "))
    title = Run(f"{paragraph.issue.title}.", Mark.MUTED)
    if not paragraph.has_words:
        notes = tuple(_notes(paragraph.parts[0]))
        said = Run(f"{paragraph.issue.title}: no words.", Mark.BLANK)
        return (TypesetLine(0, (*lead, said, *notes)),)
    (part, *others) = paragraph.parts
    if not others and not part.titles:
        if _is_inline(part):
            return (TypesetLine(0, (*lead, *_clause(part.clauses[0], part), *_notes(part))),)
        return (TypesetLine(0, (*lead, title)), *_under(part, 1))
    lines = [TypesetLine(0, (*lead, title))]
    for one in paragraph.parts:
        named = Run(f"{'; '.join(one.titles)}: ")
        if not one.clauses:
            lines.append(TypesetLine(1, (named, Run("no words.", Mark.BLANK), *_notes(one))))
        elif _is_inline(one):
            runs = (named, *_clause(one.clauses[0], one), *_notes(one))
            lines.append(TypesetLine(1, runs))
        else:
            lines += [TypesetLine(1, (named,)), *_under(one, 2)]
    return tuple(lines)


def _is_inline(part: TextPart) -> bool:
    """Return whether the words on a part stand in one line."""
    return len(part.clauses) == 1 and not any(
        isinstance(piece, Bracketed) and piece.is_stacked for piece in part.clauses[0].pieces
    )


def _under(part: TextPart, depth: int) -> Iterator[TypesetLine]:
    """Yield clauses and alternatives under each other, then the notes."""
    for clause in part.clauses:
        stacked = clause.pieces[0] if len(clause.pieces) == 1 else None
        if isinstance(stacked, Bracketed) and stacked.is_stacked:
            for place, variant in enumerate(stacked.variants):
                lead = Run(f"Alt. {letter(place).upper()} ", Mark.STRONG)
                runs = (lead, Run("[", SIGN), *_version(variant, part), Run("]", SIGN))
                yield TypesetLine(depth, runs)
        else:
            yield TypesetLine(depth, tuple(_clause(clause, part)))
    notes = tuple(_notes(part))
    if notes:
        yield TypesetLine(depth, notes[1:])


def _clause(clause: Clause, part: TextPart) -> Iterator[Run]:
    return _pieces(clause.pieces, part)


def _pieces(pieces: Iterable[Piece], part: TextPart) -> Iterator[Run]:
    for piece in pieces:
        if isinstance(piece, Plain):
            words = _titles(part) if piece.is_part else piece.words
            if words:
                yield Run(words)
            continue
        before, after = ("‹", "›") if piece.is_proposal else ("[", "]")
        yield Run(before, SIGN)
        for place, variant in enumerate(piece.variants):
            if place:
                yield Run(" | ", SIGN)
            yield from _version(variant, part)
        yield Run(after, SIGN)


def _version(variant: Variant, part: TextPart) -> Iterator[Run]:
    names = ", ".join(voice.label for voice in variant.voices)
    yield Run(f"{names}: ", SIGN)
    yield from _pieces(variant.pieces, part)


def _titles(part: TextPart) -> str:
    """Return the titles of parts as a sentence has them: `Crimea (a) and Luhansk (b)`."""
    found = [f"{title.partition(') ')[2]} {title.partition(') ')[0]})" for title in part.titles]
    return listed(found)


def _notes(part: TextPart) -> Iterator[Run]:
    if part.notes:
        words = " ".join(note.words for note in part.notes)
        yield Run(" — ")
        yield Run(words, Mark.BLANK)
