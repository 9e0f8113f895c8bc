"""A single text as JSON for other programs.

The JSON is plain ASCII, and its shape is stable: names are only ever added while `schema` is the
same number. It is an object of `schema` (1), `title`, `as_of`, `documents` (`{id, party, short,
known}`), `options` (`{short, title}`), `numbers` (of the paragraph of each issue, which a later
text can keep), `base` (the column whose draft is the text, or null), `articles`, `annexes`,
`ledger` and `places`: those that are not common, `{issue, part, name, number, kind, parties,
optional}`.

An article is `{number, title, paragraphs}`, a paragraph `{number, issue, title, disputed, clean,
parts}`. A part is `{parts, status, contested, clauses, notes}`: the ids of the parts of the issue,
empty for the whole. A clause is a list of pieces: `{words, leaves}`, or `{choice, stacked,
proposal}` with variants `{voices, pieces}`. A voice is `{party, short, manner, option, document}`.
A leaf is `[document, issue, part, option, name]`. `annexes` has `A`, `B` and `C`, lists of
`{number, voices, words, remark, told, leaves}`; `told` is who gives an account that is in no
document, `{names, date, known}`, or null. A line of the ledger is `{place, party, document, clause,
position, approach, reason, leaves}`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.ledger import ledger
from positions.analysis.single_text.model import Plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from positions.analysis.single_text.leaves import Leaf
    from positions.analysis.single_text.model import (
        AnnexEntry,
        Piece,
        SingleText,
        Telling,
        TextParagraph,
        TextPart,
        TextVoice,
    )

__all__ = ["single_text_json"]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""


def single_text_json(text: SingleText) -> str:
    """Return the text, its annexes and its ledger as JSON, ended by a newline."""
    data = {
        "schema": SCHEMA,
        "title": text.comparison.dossier.header.title,
        "as_of": str(text.comparison.as_of),
        "documents": [
            {"id": one.document, "party": one.party, "short": one.short, "known": one.known}
            for one in text.papers
        ],
        "options": [{"short": short, "title": title} for short, title in text.options],
        "numbers": dict(text.numbers),
        "base": text.base or None,
        "articles": [
            {
                "number": article.number,
                "title": article.title,
                "paragraphs": [_paragraph(one) for one in article.paragraphs],
            }
            for article in text.articles
        ],
        "annexes": {
            "A": [_entry(one) for one in text.steps],
            "B": [_entry(one) for one in text.earlier],
            "C": [_entry(one) for one in text.accounts],
        },
        "places": [
            {
                "issue": one.key.issue,
                "part": one.key.part or None,
                "name": one.key.name,
                "number": one.number,
                "kind": str(one.kind),
                "parties": list(one.parties),
                "optional": one.is_optional,
            }
            for one in text.places.open
        ],
        "ledger": [
            {
                "place": line.place or None,
                "party": line.party,
                "document": line.document,
                "clause": line.clause or None,
                "position": line.position,
                "approach": line.approach,
                "reason": line.reason or None,
                "leaves": _leaves(line.leaves),
            }
            for line in ledger(text)
        ],
    }
    return json.dumps(data, indent=2) + "\n"


def _paragraph(one: TextParagraph) -> dict[str, object]:
    return {
        "number": one.number,
        "issue": one.issue.id,
        "title": one.issue.title,
        "disputed": str(one.issue.disputed) or None,
        "clean": one.is_clean,
        "parts": [_part(part) for part in one.parts],
    }


def _part(part: TextPart) -> dict[str, object]:
    return {
        "parts": [name for name in part.parts if name],
        "status": str(part.status),
        "contested": part.is_contested,
        "clauses": [_pieces(clause.pieces) for clause in part.clauses],
        "notes": [
            {"kind": note.kind, "words": note.words, "parties": list(note.parties)}
            for note in part.notes
        ],
    }


def _pieces(pieces: Iterable[Piece]) -> list[object]:
    found: list[object] = []
    for piece in pieces:
        if isinstance(piece, Plain):
            words = None if piece.is_part else piece.words
            found.append({"words": words, "leaves": _leaves(piece.leaves)})
        else:
            variants = [
                {"voices": _voices(one.voices), "pieces": _pieces(one.pieces)}
                for one in piece.variants
            ]
            found.append(
                {"choice": variants, "stacked": piece.is_stacked, "proposal": piece.is_proposal}
            )
    return found


def _voices(voices: Iterable[TextVoice]) -> list[object]:
    return [
        {
            "party": one.party,
            "short": one.short,
            "manner": list(one.manner),
            "option": one.branch or None,
            "document": one.document,
        }
        for one in voices
    ]


def _leaves(leaves: Iterable[Leaf]) -> list[list[str]]:
    return [list(leaf) for leaf in leaves]


def _telling(told: Telling) -> dict[str, object]:
    date = str(told.date) if told.date else None
    return {"names": list(told.names), "date": date, "known": told.known}


def _entry(entry: AnnexEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        "voices": _voices(entry.voices),
        "words": entry.words,
        "remark": entry.remark or None,
        "told": _telling(entry.telling) if entry.telling else None,
        "leaves": _leaves(entry.leaves),
    }
