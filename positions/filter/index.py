"""Answers quickly what a filter asks of a row, for thousands of rows."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from positions.comparison.cell_lines import CellLineRole, cell_lines
from positions.comparison.disputes import versions_of_agreed
from positions.comparison.rows import Status
from positions.text.signs import plain_signs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from positions.comparison.rows import Comparison, Row
    from positions.model.dossier import Dossier, Memorandum, Position
    from positions.record.settle import Standing

__all__ = ["RowIndex", "fold", "row_index"]


class RowIndex:
    """A comparison, with the text to search prepared once a row, when it is first wanted.

    The text is kept here and not in the comparison, because a comparison is frozen.
    """

    def __init__(self, comparison: Comparison) -> None:
        """Prepare nothing yet."""
        self.comparison = comparison
        self._words: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._parties: dict[str, frozenset[str]] = {}

    def holds(self, row: Row, field: str, value: str) -> bool:
        """Return whether a field of the filter language has the value on this row.

        Args:
            row: A row of the comparison.
            field: A name of `positions.filter.language.FIELDS`, or an empty text for words of the
            row.
            value: What is asked for, in its canonical form.
        """
        return _TESTS[field](self, row, value)

    def names(self, field: str) -> list[str]:
        """Return the names that the comparison has for a field; none where any text may stand."""
        if field in {"party", "by"}:
            parties = self.comparison.parties
            return [name for party in parties for name in (party.id, party.name)]
        if field == "topic":
            return list(dict.fromkeys(row.issue.topic for row in self.comparison.rows))
        if field == "issue":
            return [row.issue.id for row in self.comparison.rows]
        if field == "source":
            sources = self.comparison.dossier.sources.values()
            return [name for source in sources for name in (source.id, source.publisher)]
        return []

    def known(self, field: str, value: str) -> bool:
        """Return whether anything in the comparison is called so."""
        if field in {"party", "by"}:
            return bool(self.parties(value))
        return any(self.holds(row, field, value) for row in self.comparison.rows)

    def parties(self, name: str) -> frozenset[str]:
        """Return the ids of the parties with this name, or else with one that begins so."""
        if name not in self._parties:
            asked = f" {fold(name)}"
            self._parties[name] = self.called(name) or frozenset(
                party
                for party, names in self._names_of_parties().items()
                if any(asked in f" {name}" for name in names)
            )
        return self._parties[name]

    def called(self, name: str) -> frozenset[str]:
        """Return the ids of the parties with exactly this name."""
        asked = fold(name)
        names_of = self._names_of_parties()
        return frozenset(party for party, names in names_of.items() if asked in names)

    def _names_of_parties(self) -> dict[str, list[str]]:
        return {
            party.id: [fold(name) for name in (party.id, party.name, party.short) if name]
            for party in self.comparison.parties
        }

    def words(self, row: Row) -> str:
        """Return the folded text of a row that words are looked for in."""
        words = self._words.get(row.issue.id)
        if words is None:
            words = fold("\n".join(_words_of(self.comparison, row)))
            self._words[row.issue.id] = words
        return words

    def sources(self, row: Row) -> str:
        """Return the folded ids and publishers of the sources that a row rests on."""
        names = self._sources.get(row.issue.id)
        if names is None:
            names = fold("\n".join(_source_names(self.comparison.dossier, row)))
            self._sources[row.issue.id] = names
        return names


_latest: list[RowIndex] = []


def row_index(comparison: Comparison) -> RowIndex:
    """Return the index of a comparison; only that of the latest comparison asked for is kept."""
    if not _latest or _latest[0].comparison is not comparison:
        _latest[:] = [RowIndex(comparison)]
    return _latest[0]


def fold(text: str) -> str:
    """Return the text without case and accents and with plain signs: `uber` finds `Über`."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", plain_signs(text))
        text = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return text.casefold()


def _by_words(index: RowIndex, row: Row, value: str) -> bool:
    return fold(value) in index.words(row)


def _by_topic(_index: RowIndex, row: Row, value: str) -> bool:
    return fold(value) in fold(row.issue.topic)


def _by_issue(index: RowIndex, row: Row, value: str) -> bool:
    if value in index.comparison.dossier.issues:
        return row.issue.id == value
    return row.issue.id.startswith(value)


def _by_kind(_index: RowIndex, row: Row, value: str) -> bool:
    return row.issue.kind == value


def _by_party(index: RowIndex, row: Row, value: str) -> bool:
    parties = index.parties(value)
    return any(
        standing.speaks
        for line in row.leaves
        for party, standing in line.standings.items()
        if party in parties
    )


def _by_status(_index: RowIndex, row: Row, value: str) -> bool:
    return row.status == value


def _by_gap(_index: RowIndex, row: Row, value: str) -> bool:
    return any(gap.type == value for line in (row.whole, *row.parts) for gap in line.gaps)


def _by_blank(_index: RowIndex, row: Row, value: str) -> bool:
    return any(
        standing.blank == value and not standing.speaks
        for line in row.leaves
        for standing in line.standings.values()
    )


def _by_outcome(index: RowIndex, row: Row, value: str) -> bool:
    dossier = index.comparison.dossier
    for line in row.leaves:
        if value == "settled" and line.status is Status.SETTLED:
            return True
        for agreement in line.outcomes:
            if value == "delivered" and agreement.delivered:
                return True
            if value == "disputed" and len(versions_of_agreed(dossier, agreement)) > 1:
                return True
    return False


def _by_source(index: RowIndex, row: Row, value: str) -> bool:
    return fold(value) in index.sources(row)


_TESTS: Final[Mapping[str, Callable[[RowIndex, Row, str], bool]]] = {
    "": _by_words,
    "topic": _by_topic,
    "issue": _by_issue,
    "kind": _by_kind,
    "party": _by_party,
    "status": _by_status,
    "gap": _by_gap,
    "blank": _by_blank,
    "outcome": _by_outcome,
    "source": _by_source,
}


def _words_of(comparison: Comparison, row: Row) -> Iterator[str]:
    yield row.issue.title
    yield row.issue.topic
    yield row.issue.id
    yield from (line.title for line in row.parts)
    for party in comparison.parties:
        standings = [line.standings[party.id] for line in row.leaves]
        lines = cell_lines(comparison.dossier, row.issue, standings)
        # Why a cell is blank is no word of the dossier, and `blank:` asks for it.
        yield from (line.text for line in lines if line.role is not CellLineRole.BLANK)


def _source_names(dossier: Dossier, row: Row) -> Iterator[str]:
    used = (
        source
        for line in row.leaves
        for standing in line.standings.values()
        for source in _sources_of(standing)
    )
    agreed = (
        source
        for line in row.leaves
        for agreement in line.outcomes
        for source in agreement.outcome.all_sources
    )
    for source in dict.fromkeys((*used, *agreed)):
        if source in dossier.sources:
            yield source
            yield dossier.sources[source].publisher


def _sources_of(standing: Standing) -> Iterator[str]:
    """Yield the ids of the sources on which a cell rests, history left out."""
    own = (standing.entry,) if standing.entry else ()
    for entry in (*own, *standing.beside, *standing.conflicts):
        yield from _sources_of_position(entry.position, entry.document)
    if standing.document is not None and not standing.speaks:
        yield from standing.document.sources


def _sources_of_position(position: Position, document: Memorandum) -> Iterator[str]:
    yield from position.sources or document.sources
    for branch in position.alternatives.values():
        yield from _sources_of_position(branch, document)
    for account in position.accounts.values():
        yield from account.sources
