"""How much is known of each party, and how papers lie to each, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.analysis.bridging_proposals import ProposalRelation
from positions.reports.page.distances import far_in_words, lies_in_words
from positions.reports.page.style import Style, paint
from positions.text.safe import clip, pad, visible, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.analysis.bridging_proposals import Proposal
    from positions.analysis.coverage import Coverage
    from positions.comparison.rows import Comparison

__all__ = ["COVERAGE", "coverage_lines", "proposal_lines", "ruled"]

COVERAGE: Final = "What is known of each"
WIDEST_NAME: Final = 28


def ruled(title: str, columns: int, *, colour: bool) -> Iterator[str]:
    """Yield the lines of a heading, the rest of the last one ruled off."""
    *most, last = wrap(visible(title), max(columns - 5, 1))
    yield from (paint(f"── {line}", Style.STRONG, colour=colour) for line in most)
    line = f"── {last} "
    yield paint(line + "─" * max(columns - width(line), 0), Style.STRONG, colour=colour)


def coverage_lines(
    comparison: Comparison, coverage: Sequence[Coverage], columns: int
) -> Iterator[str]:
    """Yield a line for each party: on how many issues it speaks, and each kind of blank."""
    yield from _beside(comparison, {one.party: [_in_words(one)] for one in coverage}, columns)


def proposal_lines(
    comparison: Comparison, papers: Sequence[Proposal], columns: int, *, whole: bool
) -> Iterator[str]:
    """Yield how a paper lies to each party: on how many issues, and how far it is at most.

    Args:
        comparison: The comparison.
        papers: One paper, beside each of the parties.
        columns: The width in cells.
        whole: Whether to name every issue.
    """
    titles = {row.issue.id: row.issue.title for row in comparison.rows}
    said = {}
    for one in papers:
        lines = [f"both speak on {one.both}{f': {lies_in_words(one)}' if one.both else ''}"]
        if one.farthest:
            far = "; ".join(far_in_words(comparison, each) for each in one.farthest)
            lines.append(f"farthest apart: {far}")
        if whole:
            lines += [
                f"{lie}: {'; '.join(titles[issue] for issue in one.issues[lie])}"
                for lie in ProposalRelation
                if one.issues[lie]
            ]
        said[one.party] = lines
    yield from _beside(comparison, said, columns)


def _beside(
    comparison: Comparison, said: Mapping[str, Sequence[str]], columns: int
) -> Iterator[str]:
    """Yield what is said of each party beside its name."""
    room = min(WIDEST_NAME, columns // 3)
    names = {party: clip(visible(comparison.dossier.parties[party].name), room) for party in said}
    widest = max(map(width, names.values()), default=0)
    for party, texts in said.items():
        lead = names[party]
        for text in texts:
            for line in wrap(visible(text), columns - widest - 2):
                yield f"{pad(lead, widest)}  {line}"
                lead = ""


def _in_words(one: Coverage) -> str:
    """Return `speaks on 30 of 35 issues, 2 of them by a report; 3 silent, 2 undisclosed`."""
    words = f"speaks on {one.spoken} of {one.issues} {'issue' if one.issues == 1 else 'issues'}"
    if one.reported:
        words += f", {one.reported} of them by a report"
    if one.older:
        words += f", {one.older} in older words"
    blanks = ", ".join(f"{number} {blank}" for blank, number in one.blanks.items() if number)
    return f"{words}; {blanks}" if blanks else words
