"""Every two parties, the nearest first, and how much is known of each, as plain text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from positions.analysis.pairs import Closeness, ranked
from positions.reports.comparison.coverage import COVERAGE, coverage_lines, proposal_lines, ruled
from positions.reports.page.distances import far_in_words
from positions.reports.page.look import LEAST_WIDTH, READING_MEASURE, STABLE_WIDTH
from positions.reports.page.style import Style, paint
from positions.reports.page.summary import filter_in_words, moment_in_words
from positions.reports.pairs.words import share_in_words, stands_in_words
from positions.text.safe import pad, visible, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.analysis.overview import Overview
    from positions.analysis.pairs import Pairs, PairSummary
    from positions.comparison.rows import Row

__all__ = ["pairs_text"]

MOST_LISTED: Final = 15
"""Pairs of six parties; of more, each party's nearest are told instead of a table of all."""

MOST_NAMED: Final = 3
"""How many of a party's nearest are named."""

RANK: Final = 5
SHARE: Final = 12
NO_ISSUE: Final = "no issue on which both speak"


def pairs_text(
    found: Overview,
    *,
    words: str = "",
    whole: bool = False,
    columns: int = STABLE_WIDTH,
    colour: bool = False,
) -> str:
    """Return what is between every two parties as text, its lines ended by newlines.

    Args:
        found: What was counted.
        words: The filter that chose the rows, to be named.
        whole: Whether to list every pair, however many they are, and every issue of a paper.
        columns: The width in cells; at least 20 are taken.
        colour: Whether to use a terminal's colours.
    """
    comparison, pairs = found.comparison, found.pairs
    measure = min(max(columns, LEAST_WIDTH), READING_MEASURE)
    lines = [
        paint(line, Style.STRONG, colour=colour)
        for line in wrap(visible(comparison.dossier.header.title), measure)
    ]
    moment = moment_in_words(comparison.dossier, comparison.as_of, comparison.options)
    lines += wrap(visible(f"{moment}. {_tally(pairs, found.rows)}."), measure)
    if words or not found.rows:
        lines += wrap(visible(filter_in_words(words, found.rows)), measure)
    if not found.rows:
        return "\n".join(lines) + "\n"
    if pairs.all:
        is_listed = whole or len(pairs.all) <= MOST_LISTED
        heading = "Pairs, the nearest first" if is_listed else "The nearest of each party"
        lines += ["", *ruled(heading, measure, colour=colour), *_note(measure, is_listed=is_listed)]
        lines.append("")
        lines += _table(pairs, measure) if is_listed else _nearest(pairs, measure)
    for column in dict.fromkeys(one.column for one in found.proposals):
        papers = [one for one in found.proposals if one.column == column]
        title = f"{comparison.dossier.parties[column].heading}, beside each party"
        lines += ["", *ruled(title, measure, colour=colour), ""]
        lines += proposal_lines(comparison, papers, measure, whole=whole)
    lines += ["", *ruled(COVERAGE, measure, colour=colour), ""]
    lines += coverage_lines(comparison, found.coverage, measure)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _tally(pairs: Pairs, rows: Sequence[Row]) -> str:
    counts = (
        (len(rows), "issue", "issues"),
        (len(pairs.comparison.counted), "party", "parties"),
        (len(pairs.all), "pair", "pairs"),
    )
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts)


def _note(columns: int, *, is_listed: bool) -> Iterator[str]:
    yield from wrap(
        "In the order of a share: of the issues on which both speak, those on which nothing "
        "divides them (same or near), as 12 of 18. Equal shares have equal ranks; a share of few "
        "issues says little.",
        columns,
    )
    if not is_listed:
        yield from wrap("--all lists every pair; two names show a pair in full.", columns)


def _table(pairs: Pairs, columns: int) -> Iterator[str]:
    """Yield a line for each pair: rank, share, stands, and the greatest distances below it."""
    names = {party.id: visible(party.name) for party in pairs.comparison.counted}
    order = ranked(pairs.all)
    ranks = Counter(rank for rank, _ in order)
    titles = [f"{names[one.first]} and {names[one.second]}" for _, one in order]
    numbers = "".join(f"{stand:>9}" for stand in Closeness)
    room = max(columns - RANK - SHARE - len(numbers), LEAST_WIDTH - RANK)
    widest = min(max(map(width, titles)), room)
    is_narrow = columns < RANK + widest + SHARE + len(numbers)
    if not is_narrow:
        yield f"{'':{RANK}}{pad('', widest)}{'undivided':>{SHARE}}{numbers}"
    for title, (rank, one) in zip(titles, order, strict=True):
        mark = _mark(rank, ranks[rank])
        *most, last = wrap(title, widest)
        for number, line in enumerate(most):
            yield f"{'' if number else mark:<{RANK}}{line}"
        lead = f"{'' if most else mark:<{RANK}}{pad(last, widest)}"
        if is_narrow:
            yield lead
            said = f"{share_in_words(one)}: {stands_in_words(one)}" if one.both else NO_ISSUE
            yield from _indented(said, columns)
        else:
            figures = "".join(f"{len(one.issues[stand]):>9}" for stand in Closeness)
            yield f"{lead}{share_in_words(one):>{SHARE}}{figures}"
        if one.farthest:
            far = "; ".join(far_in_words(pairs.comparison, each) for each in one.farthest)
            yield from _indented(visible(f"farthest apart: {far}"), columns)


def _mark(rank: int | None, members: int) -> str:
    """Return the rank, with an equals sign where several have it."""
    if rank is None:
        return "–"
    return f"{rank}=" if members > 1 else str(rank)


def _indented(text: str, columns: int) -> Iterator[str]:
    for line in wrap(text, columns - RANK - 2):
        yield f"{'':{RANK + 2}}{line}"


def _nearest(pairs: Pairs, columns: int) -> Iterator[str]:
    """Yield each party with its nearest, and the one that is least near."""
    names = {party.id: party.name for party in pairs.comparison.counted}
    for party in pairs.comparison.counted:
        order = ranked(pairs.of(party.id))
        spoken = [(rank, one) for rank, one in order if rank is not None]
        said = "; ".join(_near(spoken, party.id, names)) or "shares no issue with any other"
        words = visible(f"{party.name}: {said}.")
        for number, line in enumerate(wrap(words, columns - 2)):
            yield f"{'  ' if number else ''}{line}"


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
        said = ", ".join(f"{names[one.other(party)]} ({share_in_words(one)})" for one in shown)
        more = f" and {len(members) - len(shown)} more" if len(members) > len(shown) else ""
        named += len(members)
        yield f"{_mark(rank, len(members))} {said}{more}"
    if len(groups) > 1 and named < len(order):
        last = order[-1][1]
        yield f"least near {names[last.other(party)]} ({share_in_words(last)})"
