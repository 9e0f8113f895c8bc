"""A party's cell as plain data for JSON, in the shape of `reports.comparison.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.cell_lines import CellLineRole, LineWords, cell_lines, terms_in_words
from positions.reports.page.grades import entries_of, sources_of
from positions.reports.page.json_values import plain
from positions.values import LENGTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from positions.comparison.rows import Row
    from positions.model.dossier import Checked, Dossier, Issue, Memorandum, Position
    from positions.record.settle import DocumentEntry, Standing

__all__ = [
    "Saying",
    "cell_data",
    "checked_data",
    "document_data",
    "source_names",
]


def cell_data(dossier: Dossier, issue: Issue, standing: Standing) -> dict[str, object]:
    """Return a cell: what a party says on an issue, or on a part of it, and on whose word."""
    entry = standing.entry
    lines = cell_lines(dossier, issue, [standing])
    own = [line for line in lines if line.role is not CellLineRole.PART]
    saying = Saying(LineWords(dossier, issue, standing.part))
    return {
        "speaks": standing.speaks,
        "reported": standing.reported,
        "older": standing.older,
        "shown": [line.text for line in own if line.role is not CellLineRole.MARK],
        "marks": [line.text for line in own if line.role is CellLineRole.MARK],
        "blank": _blank(standing),
        "document": document_data(entry.document) if entry else None,
        "position": saying.position(entry.position, entry.document) if entry else None,
        "replaced": [document_data(one.document) for one in standing.replaced],
        "conflicts": saying.entries(standing.conflicts),
        "beside": saying.entries(standing.beside),
        "history": saying.entries(standing.history),
    }


def source_names(rows: Sequence[Row]) -> list[str]:
    """Return the ids of the sources of all words in the rows, history and outcomes included."""
    lines = [line for row in rows for line in row.leaves]
    said = [
        name
        for line in lines
        for standing in line.standings.values()
        for name in _sources(standing)
    ]
    agreed = [
        name
        for line in lines
        for agreement in line.outcomes
        for name in agreement.outcome.all_sources
    ]
    return list(dict.fromkeys((*said, *agreed)))


def _sources(standing: Standing) -> Iterator[str]:
    for entry in (*entries_of(standing), *standing.history):
        yield from entry.document.sources
        yield from _names(entry.position, entry.document)
    if standing.document is not None:
        yield from standing.document.sources


def _names(position: Position, document: Memorandum) -> Iterator[str]:
    yield from sources_of(position, document)
    for inner in (*position.alternatives.values(), *position.accounts.values()):
        yield from inner.sources


def _blank(standing: Standing) -> dict[str, object] | None:
    if standing.blank is None:
        return None
    return {
        "type": str(standing.blank),
        "meaning": standing.meaning(standing.blank),
        "document": document_data(standing.document) if standing.document else None,
        "under": list(standing.under),
    }


def document_data(document: Memorandum) -> dict[str, object]:
    """Return what a document is."""
    return {
        "id": document.id,
        "title": document.title or None,
        "form": str(document.form),
        "date": str(document.date),
        "disclosure": str(document.disclosure),
        "known": str(document.known) if document.known else None,
        "read": document.read,
        "sources": list(document.sources),
        "checked": checked_data(document.checked),
    }


def checked_data(checked: Checked | None) -> dict[str, object] | None:
    """Return who compared a record with its sources, and when."""
    return {"who": checked.who, "date": str(checked.date)} if checked else None


class Saying:
    """What is needed to put the positions of one line into data."""

    def __init__(self, words: LineWords) -> None:
        """Take what puts the positions into words."""
        self.words = words

    def entries(self, entries: Iterable[DocumentEntry]) -> list[dict[str, object]]:
        """Return what documents say, each with its document."""
        return [
            {
                "document": document_data(entry.document),
                "position": self.position(entry.position, entry.document),
            }
            for entry in entries
        ]

    def position(self, position: Position, document: Memorandum | None = None) -> dict[str, object]:
        """Return a position, with the evidence of its document where it has none of its own."""
        sources, credibility = position.sources, position.credibility
        if document is not None:
            sources = sources_of(position, document)
            credibility = credibility or document.credibility
        return {
            "value": self._value(position),
            "terms": self._terms(position),
            "alternatives": self._several(position.alternatives),
            "parts": self._several(position.parts),
            "rest": self.position(position.rest) if position.rest else None,
            "blank": str(position.blank) if position.blank else None,
            "clause": position.place or None,
            "quote": self._quote(position),
            "paraphrase": position.paraphrase or None,
            "reason": position.reason or None,
            "speaker": position.speaker or (document.speaker if document else "") or None,
            "as_in": position.as_in or None,
            "salience": position.salience,
            "reservation": self._reservation(position),
            "note": str(position.note) or None,
            "red_line": position.red_line,
            "sources": list(sources),
            "credibility": credibility,
            "basis": str(position.basis) if position.basis else None,
            "checked": checked_data(position.checked),
            "accounts": {
                label: {"date": str(account.date) if account.date else None}
                | self.position(account)
                for label, account in position.accounts.items()
            },
        }

    def _quote(self, position: Position) -> dict[str, object] | None:
        """Return the original words, with their translation or null."""
        quote = position.quote
        if quote is None:
            return None
        return {"text": quote.text, "translation": quote.translation or None}

    def _several(self, positions: Mapping[str, Position]) -> dict[str, object]:
        return {name: self.position(position) for name, position in positions.items()}

    def _value(self, position: Position) -> dict[str, object] | None:
        if position.value is None:
            return None
        measure = self.words.measure
        return {
            "plain": plain(measure.plain(position.value)),
            "shown": self.words.value(position),
        }

    def _reservation(self, position: Position) -> dict[str, object] | None:
        held = position.reservation
        if held is None:
            return None
        measure = self.words.measure
        return {
            "plain": plain(measure.plain(held.value)),
            "basis": str(held.basis),
            "sources": list(held.sources),
            "note": str(held.note) or None,
        }

    def _terms(self, position: Position) -> dict[str, object]:
        renewable = position.renewable
        if renewable is not None and not isinstance(renewable, bool):
            renewed: object = plain(LENGTHS.plain(renewable))
        else:
            renewed = renewable
        return {
            "scope": position.scope or None,
            "starts": position.starts or None,
            "until": position.until or None,
            "by": list(position.by),
            "renewable": renewed,
            "conditions": None if position.conditions is None else list(position.conditions),
            "after": list(position.after),
            "modality": str(position.modality) if position.modality else None,
            "shown": list(terms_in_words(self.words.dossier, position)),
        }
