"""Collects what is not known of a comparison: groups of cells, the gravest kind of doubt first.

A cell is a party's standing on an issue; its parts are named where not all of them are in doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from positions.analysis.points import points_of
from positions.model.dossier import Disclosure
from positions.model.vocabulary import MOST_SERIOUS_FIRST, Blank
from positions.reports.page.grades import (
    credibility_of,
    grade_in_words,
    reliability_of,
    sources_of,
)
from positions.sentences.english import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Memorandum, Source
    from positions.record.settle import DocumentEntry, Standing

__all__ = ["DoubtfulCell", "DoubtfulGroup", "doubts"]

_KNOWN: Final = frozenset({Blank.INDIFFERENT, Blank.DELETED})
"""Blanks that leave nothing open: the party does not mind, or has struck it."""
_DOUBTS: Final[Mapping[str, Callable[[Standing], bool]]] = {
    "texts of the same moment say otherwise": lambda one: one.speaks and bool(one.conflicts),
    "a later report says otherwise": lambda one: bool(one.contested),
    "another account says otherwise": lambda one: bool(one.accounts),
    "known from a report alone": lambda one: one.reported,
    "older than a text of which too little is known": lambda one: one.speaks and one.older,
    "inferred by the analyst": lambda one: one.inferred,
}
"""Why a word of record is in doubt, and how that is seen."""


@dataclass(frozen=True, slots=True)
class DoubtfulCell:
    """Something that is not known, or not well.

    Attributes:
        party: The id of the party; empty where it is nobody's.
        issue: The id of the issue; empty where it belongs to none.
        label: What names it: the party, or the point of a document.
        said: The rest: the issue, with the parts meant, and what is to be said of it.
        document: The id of the document that is meant; empty where it is about none.
        lines: How many issues and parts of issues it is about, as coverage counts them.
    """

    party: str
    issue: str
    label: str
    said: str
    document: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class DoubtfulGroup:
    """Cells that are in doubt in the same way.

    Attributes:
        kind: What kind of doubt it is: `blanks`, `texts`, `words`, `premises`, `points`, `sources`.
        title: What they have in common.
        cells: By party, in the order of the dossier; none where they are counted and not listed.
        count: How many issues and parts of issues they are about.
    """

    kind: str
    title: str
    cells: tuple[DoubtfulCell, ...]
    count: int

    @classmethod
    def of(
        cls, kind: str, title: str, cells: tuple[DoubtfulCell, ...], *, is_listed: bool = True
    ) -> DoubtfulGroup:
        """Return the group of some cells, which may be counted alone."""
        return cls(kind, title, cells if is_listed else (), sum(one.lines for one in cells))


def doubts(
    comparison: Comparison,
    rows: Sequence[Row] | None = None,
    parties: Collection[str] | None = None,
) -> tuple[DoubtfulGroup, ...]:
    """Return what is not known, or not well, of the parties of a comparison.

    Columns that are no parties are left out. Cells that rest on the best grade of all that are
    given are counted, and not listed.

    Args:
        comparison: The comparison.
        rows: The rows to look at; all where none are given.
        parties: The ids of the parties to look at, and at nothing that is nobody's; all where
            that is None.
    """
    found = _Cells(comparison, comparison.rows if rows is None else tuple(rows), parties)
    groups = (
        *found.blanks(),
        *found.texts(),
        *found.words(),
        *(found.premises() if parties is None else ()),
        *found.points(),
        *found.sources(),
    )
    return tuple(one for one in groups if one.count)


def _called(comparison: Comparison, document: Memorandum) -> str:
    """Return a document with its day."""
    title, words = document.title, comparison.words
    return f"{title} ({document.date.in_full})" if title else words.dated(document, timed=True)


class _Cells:
    """The cells of a comparison; each method yields groups of them."""

    def __init__(
        self, comparison: Comparison, rows: tuple[Row, ...], parties: Collection[str] | None
    ) -> None:
        self._comparison, self._rows = comparison, rows
        self._parties = [
            party for party in comparison.counted if parties is None or party.id in parties
        ]
        self._dossier = comparison.dossier
        self._issues = {row.issue.id for row in rows}

    def blanks(self) -> Iterator[DoubtfulGroup]:
        """Yield the cells without a position, by why there is none."""
        for blank in MOST_SERIOUS_FIRST:
            if blank not in _KNOWN:
                title = f"{blank}: the party {blank.meaning}"
                yield DoubtfulGroup.of("blanks", title, self._of(partial(_is, blank)))

    def texts(self) -> Iterator[DoubtfulGroup]:
        """Yield the texts that are not known, or were not read, whole; each leads to a blank."""
        cells = []
        shown = {party.id: party for party in self._parties}
        for document in self._dossier.memoranda.values():
            if document.party in shown and not document.all_read:
                issue = self._first_blank(document)
                told = f"{_called(self._comparison, document)}: {_how_far(document)}"
                name = shown[document.party].heading
                cells.append(DoubtfulCell(document.party, issue, name, told, document.id))
        yield DoubtfulGroup.of(
            "texts", "texts of which not all is known, or was read", tuple(cells)
        )

    def words(self) -> Iterator[DoubtfulGroup]:
        """Yield the positions that are in doubt themselves, by why."""
        for title, is_so in _DOUBTS.items():
            yield DoubtfulGroup.of("words", title, self._of(is_so))

    def premises(self) -> Iterator[DoubtfulGroup]:
        """Yield the issues whose premise is disputed."""
        cells = tuple(
            DoubtfulCell("", row.issue.id, row.issue.title, sentence(row.issue.disputed.undated()))
            for row in self._rows
            if str(row.issue.disputed)
        )
        yield DoubtfulGroup.of("premises", "premises in dispute", cells)

    def points(self) -> Iterator[DoubtfulGroup]:
        """Yield the points of documents that no position cites, and that nothing leaves out."""
        shown = {party.id for party in self._parties}
        cells = tuple(
            DoubtfulCell(
                one.document.party,
                "",
                point,
                _called(self._comparison, one.document),
                one.document.id,
            )
            for one in points_of(self._dossier)
            if one.document.party in shown and self._rows == self._comparison.rows
            for point in one.missing
        )
        yield DoubtfulGroup.of("points", "points of a document without a cell", cells)

    def sources(self) -> Iterator[DoubtfulGroup]:
        """Yield the cells by the best grade on which each rests, the weakest first."""
        by_grade: dict[tuple[int, str, int], str] = {}
        ranks: dict[tuple[str, str, str], tuple[int, str, int]] = {}
        for standing in self._standings():
            if standing.speaks and standing.entry is not None:
                rank, title = self._best(standing.entry)
                by_grade[rank] = title
                ranks[standing.party, standing.issue, standing.part] = rank
        ordered = sorted(by_grade, reverse=True)
        for rank in ordered:
            cells = self._of(partial(_has_rank, ranks, rank))
            is_best = rank == ordered[-1] and len(ordered) > 1 and not rank[0]
            title = f"best source {by_grade[rank]}" if not rank[0] else by_grade[rank]
            yield DoubtfulGroup.of("sources", title, cells, is_listed=not is_best)

    def _best(self, entry: DocumentEntry) -> tuple[tuple[int, str, int], str]:
        """Return how weak the best source of some words is, greater where weaker, and its name."""
        credibility = credibility_of(entry.position, entry.document)
        names = sources_of(entry.position, entry.document)
        if not names:
            return (2, "", 0), "no source is named"
        known = [one for name in names if (one := self._dossier.sources.get(name))]
        found = [one for one in known if not one.later]
        if known and not found:
            return (2, "later", 0), "all sources were published later"
        graded = [one for one in found if reliability_of(one)]
        if not graded and not credibility:
            return (1, "", 0), "no source is graded"
        best = min(graded, key=_letter, default=None)
        rank = (0, _letter(best), credibility or 9)
        return rank, grade_in_words(self._dossier, best, credibility)

    def _of(self, is_so: Callable[[Standing], bool]) -> tuple[DoubtfulCell, ...]:
        """Return the cells of which something is so, by party; with their parts if not of all."""
        cells = []
        for party in self._parties:
            for row in self._rows:
                leaves = row.leaves
                meant = [line for line in leaves if is_so(line.standings[party.id])]
                if meant:
                    said = row.issue.title + (_parts(meant, len(leaves)) if row.parts else "")
                    issue, name = row.issue.id, party.heading
                    cells.append(DoubtfulCell(party.id, issue, name, said, lines=len(meant)))
        return tuple(cells)

    def _standings(self) -> Iterator[Standing]:
        for row in self._rows:
            for line in row.leaves:
                yield from (line.standings[party.id] for party in self._parties)

    def _first_blank(self, document: Memorandum) -> str:
        """Return the first issue that a text leaves unknown; empty where there is none."""
        found = (
            one.issue
            for one in self._standings()
            if one.party == document.party and not one.speaks and one.document is not None
            if one.document.id == document.id
        )
        return next(found, next((name for name in document.positions if name in self._issues), ""))


def _letter(source: Source | None) -> str:
    return str(reliability_of(source) or "Z")


def _has_rank(
    ranks: Mapping[tuple[str, str, str], tuple[int, str, int]],
    rank: tuple[int, str, int],
    standing: Standing,
) -> bool:
    return ranks.get((standing.party, standing.issue, standing.part)) == rank


def _is(blank: Blank, standing: Standing) -> bool:
    return not standing.speaks and (standing.blank or Blank.UNCODED) is blank


def _how_far(document: Memorandum) -> str:
    if document.disclosure is Disclosure.WITHHELD:  # and what there is to read is not known
        return str(document.disclosure)
    known = f"{document.disclosure}, " if not document.disclosure.whole else ""
    return known + ("read whole" if document.read_whole else f"read: {document.read}")


def _parts(meant: Sequence[Line], number: int) -> str:
    titles = ", ".join(line.title for line in meant)
    every = "both parts" if number == 2 else f"all {number} parts"
    return f" ({titles if len(meant) < number or number == 1 else every})"
