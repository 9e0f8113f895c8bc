"""Builds tables of how much is known of each party, and how proposals relate to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.analysis.bridging_proposals import ProposalRelation
from positions.model.dossier import Blank
from positions.reports.page.distances import far_in_words, lies_in_words
from positions.reports.page.runs import Run, runs_of
from positions.reports.page.tables import (
    ColumnKind,
    Layout,
    PageColumn,
    PageRow,
    PageTable,
    cell_of,
    columns_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.analysis.bridging_proposals import Proposal
    from positions.analysis.coverage import Coverage
    from positions.comparison.rows import Comparison

__all__ = ["COVERAGE", "coverage_table", "proposal_table"]

COVERAGE: Final = "What is known of each"
PARTY: Final = PageColumn(ColumnKind.NAME, Run("Party"))
_COUNTED: Final = ("Issues", "Issues and parts")


def coverage_table(comparison: Comparison, coverage: Sequence[Coverage]) -> PageTable:
    """Return on how many issues each party speaks, and how many there are of each kind of blank."""
    used = [blank for blank in Blank if any(one.blanks[blank] for one in coverage)]
    inferred = any(one.inferred for one in coverage)
    kinds = ("Speaks", "By a report", "In older words", *(["Inferred"] * inferred))
    titles = (_COUNTED[any(one.in_parts for one in coverage)], *kinds, *map(str.capitalize, used))
    rows = []
    for one in coverage:
        words = (one.spoken, one.reported, one.older, one.inferred)[: len(kinds)]
        figures = (one.lines, *words, *map(one.blanks.get, used))
        cells = (
            cell_of(comparison.dossier.parties[one.party].name),
            *map(cell_of, map(str, figures)),
        )
        rows.append(PageRow(cells, told=(runs_of(_in_words(one)),)))
    return PageTable((PARTY, *columns_of(ColumnKind.FIGURE, titles)), tuple(rows), Layout.TOLD)


def _in_words(one: Coverage) -> str:
    """Return `speaks on 30 of 35 issues, 2 of them by a report; 3 silent, 2 undisclosed`."""
    counted = "issues and parts" if one.in_parts else "issue" if one.lines == 1 else "issues"
    words = f"speaks on {one.spoken} of {one.lines} {counted}"
    if one.reported:
        words += f", {one.reported} of them by a report"
    if one.older:
        words += f", {one.older} in older words"
    if one.inferred:
        words += f", {one.inferred} of them inferred"
    if one.grouped:
        words += f", {one.grouped} of them in the words of its group"
    blanks = ", ".join(f"{number} {blank}" for blank, number in one.blanks.items() if number)
    return f"{words}; {blanks}" if blanks else words


def proposal_table(comparison: Comparison, papers: Sequence[Proposal], *, whole: bool) -> PageTable:
    """Return how a proposal relates to each party: on how many issues, and how far it is at most.

    Args:
        comparison: The comparison.
        papers: One paper, beside each of the parties.
        whole: Whether the words of a row name every issue.
    """
    columns = (
        PARTY,
        *columns_of(ColumnKind.FIGURE, ("Both speak", *map(str.capitalize, ProposalRelation))),
        PageColumn(ColumnKind.NOTE, Run("Farthest apart")),
    )
    rows = []
    for one in papers:
        figures = (one.both, *(len(one.issues[relation]) for relation in ProposalRelation))
        far = [far_in_words(comparison, each) for each in one.farthest]
        cells = (
            cell_of(comparison.dossier.parties[one.party].name),
            *map(cell_of, map(str, figures)),
            cell_of(*far),
        )
        rows.append(
            PageRow(cells, told=tuple(map(runs_of, _relations(comparison, one, far, whole=whole))))
        )
    return PageTable(columns, tuple(rows), Layout.TOLD)


def _relations(
    comparison: Comparison, one: Proposal, far: Sequence[str], *, whole: bool
) -> Iterator[str]:
    """Yield `both speak on 6: 1 same, 5 apart`, the distances, and the issues if all are named."""
    yield f"both speak on {one.both}{f': {lies_in_words(one)}' if one.both else ''}"
    if far:
        yield f"farthest apart: {'; '.join(far)}"
    for relation, issues in one.issues.items() if whole else ():
        if issues:
            titles = (comparison.dossier.issues[issue].title for issue in issues)
            yield f"{relation}: {'; '.join(titles)}"
