"""Builds the page of every two parties, the nearest first, and how much is known of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from positions.analysis.pairs import Closeness, ranked
from positions.reports.comparison.coverage import COVERAGE, coverage_table, proposal_table
from positions.reports.page.distances import far_in_words
from positions.reports.page.facts import FactKind, fact
from positions.reports.page.model import Drawing, Heading, Medium, Only, Page, Paragraph, Space
from positions.reports.page.runs import Run, runs_of
from positions.reports.page.summary import filter_in_words, moment_in_words
from positions.reports.page.tables import (
    ColumnKind,
    Layout,
    PageColumn,
    PageRow,
    PageTable,
    cell_of,
    columns_of,
)
from positions.reports.pairs.words import share_in_words, stands_in_words
from positions.reports.pictures.maps import PairMap, PairShare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.analysis.mean_distance import MeanDistance
    from positions.analysis.overview import Overview
    from positions.analysis.pairs import Pairs, PairSummary
    from positions.comparison.rows import Row
    from positions.reports.page.facts import Fact
    from positions.reports.page.model import Block

__all__ = ["pairs_page"]

MOST_LISTED: Final = 15
"""Pairs of six parties; of more, a terminal tells each party's nearest, not all of them."""

MOST_NAMED: Final = 3
"""How many of a party's nearest are named."""

NOTE: Final = (
    "Pairs are ranked by how many of the issues on which both speak do not divide them (same, near "
    "or compatible), such as 12 of 18. Equal shares have equal ranks."
)
DISTANCE: Final = (
    "Distance: the mean of all issues where it is known, from 0 (no issue divides them) to 100. On "
    "one issue it is how far apart the two are, in per cent of the whole ladder or scale, or of "
    "the greatest distance between any two parties. It is 100 where they are apart without a "
    "measure, and 0 where neither excludes the other."
)
WEIGHTED: Final = "Weighted: the same by the salience that is recorded for both."
NO_ISSUE: Final = "no issue on which both speak"
NEAREST: Final = "The nearest of each party"
LISTED: Final = "Pairs, the nearest first"
SQUARE: Final = "Every pair"
SHARES: Final = (
    "How many of the issues on which both speak do not divide them; in per cent where there are "
    "many parties."
)


def pairs_page(found: Overview, *, words: str = "", whole: bool = False) -> Page:
    """Return the page of what is between every two parties.

    Args:
        found: What was counted.
        words: The filter that chose the rows, to be named.
        whole: Whether to list every pair, however many they are, and every issue of a proposal.
    """
    comparison, pairs = found.comparison, found.pairs
    moment = moment_in_words(comparison.dossier, comparison.as_of, comparison.options)
    blocks: list[Block] = [
        Heading(runs_of(comparison.dossier.header.title)),
        Paragraph((runs_of(f"{moment}. {_tally(pairs, found.rows)}."),)),
    ]
    if words or not found.rows:
        blocks.append(Paragraph((runs_of(filter_in_words(words, found.rows)),)))
    if not found.rows:
        return Page(tuple(blocks))
    if len(pairs.all) > 1:
        blocks += [Heading(runs_of(SQUARE), 2), Paragraph((runs_of(SHARES),))]
        blocks.append(Drawing(_square(pairs)))
    if pairs.all:
        notes = Paragraph((*map(runs_of, _notes(pairs)),))
        table = (Heading(runs_of(LISTED), 2), notes, Space(), _table(pairs))
        if whole or len(pairs.all) <= MOST_LISTED:
            blocks += table
        else:
            blocks.append(Only(Medium.TERMINAL, tuple(_nearest(pairs))))
            blocks.append(Only(Medium.DOCUMENT, table))
    for column in dict.fromkeys(one.column for one in found.proposals):
        papers = [one for one in found.proposals if one.column == column]
        title = f"{comparison.dossier.parties[column].heading}, beside each party"
        told = proposal_table(comparison, papers, whole=whole)
        blocks += [Heading(runs_of(title), 2), Space(), told]
    known = coverage_table(comparison, found.coverage)
    return Page((*blocks, Heading(runs_of(COVERAGE), 2), Space(), known), hanging=2)


def _notes(pairs: Pairs) -> Iterator[str]:
    """Yield what the figures of the list mean."""
    floor = pairs.floor
    short = any(one.both < floor for one in pairs.all)
    few = (
        "no issue"
        if floor == 1
        else f"fewer than {floor} issues (half of the most that any pair shares; at least two)"
    )
    unranked = f" Pairs that share {few} have no rank, as so few say little."
    yield NOTE + (unranked if short else "")
    if len(pairs.all) > 1:
        yield DISTANCE
        if any(one.weighted for one in pairs.all):
            yield WEIGHTED


def _square(pairs: Pairs) -> PairMap:
    """Return the square of all pairs; a filled cell is a pair that nothing divides."""
    names = {party.id: party.name for party in pairs.comparison.counted}
    shares = {(one.first, one.second): PairShare(one.undivided, one.both) for one in pairs.all}
    return PairMap(names, shares)


def _tally(pairs: Pairs, rows: Sequence[Row]) -> str:
    counts = (
        (len(rows), "issue", "issues"),
        (len(pairs.comparison.counted), "party", "parties"),
        (len(pairs.all), "pair", "pairs"),
    )
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts)


def _table(pairs: Pairs) -> PageTable:
    """Return a row for each pair: rank, share, figures, and the greatest distances.

    Where there is one pair, no two are furthest apart, and there is nothing to set a mean against.
    """
    names = {party.id: party.name for party in pairs.comparison.counted}
    weighs = any(one.weighted for one in pairs.all)
    means = ("Distance", "Weighted")[: 1 + weighs] if len(pairs.all) > 1 else ()
    columns = (
        PageColumn(ColumnKind.SIGN, Run("")),
        PageColumn(ColumnKind.NAME, Run("Pair")),
        PageColumn(ColumnKind.FIGURE, Run("Undivided"), width=12),
        *(
            PageColumn(ColumnKind.FIGURE, Run(one.capitalize()), max(9, len(one) + 1))
            for one in Closeness
        ),
        *(columns_of(ColumnKind.FIGURE, means)),
        PageColumn(ColumnKind.NOTE, Run("Farthest apart")),
    )
    order = ranked(pairs.all, pairs.floor)
    ranks = Counter(rank for rank, _ in order)
    rows = []
    for rank, one in order:
        share = share_in_words(one)
        figures = (str(len(one.issues[closeness])) for closeness in Closeness)
        cells = (
            cell_of(_mark(rank, ranks[rank])),
            cell_of(f"{names[one.first]} and {names[one.second]}"),
            cell_of(share),
            *map(cell_of, figures),
            *map(cell_of, (_of_100(one.distance), _of_100(one.weighted))[: len(means)]),
            cell_of(*(far_in_words(pairs.comparison, far) for far in one.farthest)),
        )
        said = f"{share}: {stands_in_words(one)}" if one.both else NO_ISSUE
        if means and one.distance:
            said += f"; distance {one.distance.of_100}"
            said += f", weighted {one.weighted.of_100}" if one.weighted else ""
        rows.append(PageRow(cells, told=(runs_of(said),)))
    return PageTable(columns, tuple(rows), Layout.FIGURES)


def _measured(one: PairSummary) -> str:
    """Return `12 of 18, distance 25`."""
    return share_in_words(one) + (f", distance {one.distance.of_100}" if one.distance else "")


def _of_100(mean: MeanDistance | None) -> str:
    return str(mean.of_100) if mean else "–"


def _mark(rank: int | None, members: int) -> str:
    """Return the rank, with an equals sign where several have it."""
    if rank is None:
        return "–"
    return f"{rank}=" if members > 1 else str(rank)


def _nearest(pairs: Pairs) -> Iterator[Block]:
    """Yield each party with its nearest, and the one that is least near."""
    yield Heading(runs_of(NEAREST), 2)
    more = "With --all every pair is listed; two names show a pair in full."
    yield Paragraph((*map(runs_of, _notes(pairs)), runs_of(more)))
    yield Space()
    yield from (_nearest_to(pairs, party.id, party.name) for party in pairs.comparison.counted)


def _nearest_to(pairs: Pairs, party: str, name: str) -> Fact:
    names = {party.id: party.name for party in pairs.comparison.counted}
    order = [(rank, one) for rank, one in ranked(pairs.of(party), pairs.floor) if rank]
    none = "shares no issue with any other"
    if any(one.both for one in pairs.of(party)):
        none = f"shares {pairs.floor} issues with no other"
    said = "; ".join(_near(order, party, names)) or none
    return fact(FactKind.PARTY, f"{said}.", label=name)


def _near(
    order: Sequence[tuple[int, PairSummary]], party: str, names: dict[str, str]
) -> Iterator[str]:
    """Yield the nearest parties, those as near together, and the least near at the end."""
    groups: dict[int, list[PairSummary]] = {}
    for rank, one in order:
        groups.setdefault(rank, []).append(one)
    named = 0
    for rank, members in groups.items():
        if named >= MOST_NAMED:
            break
        shown = members[:MOST_NAMED]
        said = ", ".join(f"{names[one.other(party)]} ({_measured(one)})" for one in shown)
        more = f" and {len(members) - len(shown)} more" if len(members) > len(shown) else ""
        named += len(members)
        yield f"{_mark(rank, len(members))} {said}{more}"
    if len(groups) > 1 and named < len(order):
        last = order[-1][1]
        yield f"least near {names[last.other(party)]} ({_measured(last)})"
