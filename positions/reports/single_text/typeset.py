"""Sets the paragraphs of a single text in lines: brackets with whose they are, alternatives, notes.

Words of the dossier and signs of ours are different runs, so that every form can keep them apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.items import letter
from positions.analysis.single_text.model import Bracketed, Plain, title_ahead, without_title
from positions.reports.page.runs import Mark, Run
from positions.reports.page.summary import CONTESTED, DISPUTED

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

SIGN: Final = Mark.BRACKET
"""The mark of brackets, and of the names in them."""


@dataclass(frozen=True, slots=True)
class TypesetLine:
    """A line of a paragraph.

    Attributes:
        depth: 0 for the line with the number, 1 for what is under it, 2 for what is under a part.
        runs: Its words and signs.
        parties: The ids of those whose alternative it is; none where it is no alternative.
        is_further: Whether it belongs to the place of the alternative above it.
    """

    depth: int
    runs: Runs
    parties: frozenset[str] = frozenset()
    is_further: bool = False


def typeset(paragraph: TextParagraph) -> tuple[TypesetLine, ...]:
    """Return a paragraph in lines; the first has its number."""
    number = Run(paragraph.number, Mark.STRONG)
    contested = any(part.is_contested for part in paragraph.parts)
    marks = (DISPUTED if paragraph.is_disputed else "") + (CONTESTED if contested else "")
    lead = (number, *([Run(f" {marks}")] if marks else []), Run(" "))
    title = Run(f"{paragraph.issue.title}.", Mark.MUTED)
    only = paragraph.parts[0] if len(paragraph.parts) == 1 else None
    if only is not None and not paragraph.has_words:
        said = Run(f"{paragraph.issue.title}: no words.", Mark.BLANK)
        return (TypesetLine(0, (*lead, said, *_notes(only))),)
    if only is not None and not _head_of(only) and _is_inline(only):
        [clause] = only.clauses
        pieces = _titled_once(paragraph.issue.title, clause.pieces)
        return (TypesetLine(0, (*lead, *_pieces(pieces, only), *_notes(only))),)
    lines = [TypesetLine(0, (*lead, title))]
    for part in paragraph.parts:
        lines += _of_part(_untitled(paragraph.issue.title, part))
    return tuple(lines)


def _titled_once(title: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return words that are in one line, a title that all in a bracket begin with before it."""
    if not all(_begins_with(title_ahead(title), piece) for piece in pieces[:1]):
        return without_title(title, pieces, is_said=False)
    return (Plain(title_ahead(title)), *without_title(title, pieces, is_said=True))


def _untitled(title: str, part: TextPart) -> TextPart:
    """Return the words on a part as they stand under the title of the issue."""
    clauses = [
        replace(clause, pieces=without_title(title, clause.pieces, is_said=True))
        for clause in part.clauses
    ]
    return replace(part, clauses=tuple(clauses))


def _begins_with(words: str, piece: Piece) -> bool:
    if isinstance(piece, Plain):
        return piece.words.startswith(words)
    return all(_begins_with(words, one) for found in piece.variants for one in found.pieces[:1])


def _of_part(part: TextPart) -> Iterator[TypesetLine]:
    """Yield the lines on parts that have the same words, or on an issue without parts."""
    head = _head_of(part)
    named = (Run(head),) if head else ()
    if not part.clauses:
        yield TypesetLine(1, (*named, Run("no words.", Mark.BLANK), *_notes(part)))
    elif _is_inline(part):
        yield TypesetLine(1, (*named, *_clause(part.clauses[0], part), *_notes(part)))
    elif named:
        yield TypesetLine(1, (Run(f"{'; '.join(part.titles)}:"),))
        yield from _under(part, 2)
    else:
        yield from _under(part, 1)


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
                whose = frozenset(voice.party for voice in variant.voices)
                yield TypesetLine(depth, runs, whose, is_further=place > 0)
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
            words = piece.with_parts(part.names)
            if words:
                yield Run(words)
            continue
        before, after = ("‹", "›") if piece.is_proposal else ("[", "]")
        yield from [Run(" ")] if _begins_with(" ", piece) else []
        yield Run(before, SIGN)
        for place, variant in enumerate(piece.variants):
            if place:
                yield Run(" | ", SIGN)
            yield from _version(variant, part)
        yield Run(after, SIGN)


def _version(variant: Variant, part: TextPart) -> Iterator[Run]:
    yield Run(f"{variant.label}: ", SIGN)
    for place, run in enumerate(_pieces(variant.pieces, part)):
        yield run if place else Run(run.text.removeprefix(" "), run.mark)


def _head_of(part: TextPart) -> str:
    """Return what stands before the words on parts: their titles, or only the letter of one.

    Where sentences of all name the parts themselves, the titles are not said twice.
    """
    if not part.titles:
        return ""
    if not any(_names_parts(piece) for clause in part.clauses for piece in clause.pieces):
        return f"{'; '.join(part.titles)}: "
    return f"{part.titles[0].partition(' ')[0]} " if len(part.titles) == 1 else ""


def _names_parts(piece: Piece) -> bool:
    """Return whether words name the parts, those in a bracket each of them."""
    if isinstance(piece, Plain):
        return piece.is_part
    return all(any(map(_names_parts, one.pieces)) for one in piece.variants)


def _notes(part: TextPart) -> Iterator[Run]:
    if part.notes:
        words = " ".join(note.words for note in part.notes)
        yield Run(" — ")
        yield Run(words, Mark.BLANK)
