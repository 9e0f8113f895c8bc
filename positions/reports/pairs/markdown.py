"""Every two parties, and one pair in full, as a document in GitHub's Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.bridging_proposals import ProposalRelation
from positions.analysis.pairs import Closeness, ranked
from positions.model.dossier import Blank
from positions.reports.comparison.coverage import COVERAGE
from positions.reports.comparison.markdown import comparison_markdown
from positions.reports.page.distances import far_in_words
from positions.reports.page.markdown import escaped
from positions.reports.page.summary import filter_in_words, moment_in_words
from positions.reports.pairs.words import between_sentences, nothing_divides, share_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.analysis.overview import Overview
    from positions.analysis.pairs import Pairs, PairSummary
    from positions.comparison.rows import Comparison, Row

__all__ = ["pair_markdown", "pairs_markdown"]


def pairs_markdown(found: Overview, *, words: str = "") -> str:
    """Return what is between every two parties as Markdown: a table of all pairs, and coverage.

    Args:
        found: What was counted.
        words: The filter that chose the rows, to be named.
    """
    comparison = found.comparison
    lines = [f"# {escaped(comparison.dossier.header.title)}", ""]
    moment = moment_in_words(comparison.dossier, comparison.as_of, comparison.options)
    lines.append(escaped(f"{moment}."))
    if words or not found.rows:
        lines += ["", escaped(filter_in_words(words, found.rows))]
    if found.pairs.all:
        lines += ["", "## Pairs, the nearest first", "", *_pairs(found.pairs)]
    if found.proposals:
        lines += ["", "## Papers of those who are no parties", "", *_proposals(found)]
    lines += ["", f"## {COVERAGE}", "", *_coverage(found)]
    return "\n".join(lines) + "\n"


def _pairs(pairs: Pairs) -> Iterator[str]:
    yield (
        "Undivided: of the issues on which both speak, those on which nothing divides them (same "
        "or near). Equal shares have equal ranks; a share of few issues says little."
    )
    yield ""
    yield f"| | Pair | Undivided | {' | '.join(map(str.capitalize, Closeness))} | Farthest apart |"
    yield "|---" * (len(Closeness) + 4) + "|"
    names = {party.id: escaped(party.name) for party in pairs.comparison.counted}
    for rank, one in ranked(pairs.all):
        numbers = " | ".join(str(len(one.issues[stand])) for stand in Closeness)
        far = "<br>".join(escaped(far_in_words(pairs.comparison, each)) for each in one.farthest)
        title = f"{names[one.first]} and {names[one.second]}"
        yield f"| {rank or '–'} | {title} | {share_in_words(one)} | {numbers} | {far} |"


def _proposals(found: Overview) -> Iterator[str]:
    names = {party.id: escaped(party.heading) for party in found.comparison.parties}
    heads = [
        "Paper",
        "Party",
        "Both speak",
        *(lie.capitalize() for lie in ProposalRelation),
        "Farthest apart",
    ]
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for one in found.proposals:
        numbers = [str(len(one.issues[lie])) for lie in ProposalRelation]
        far = "<br>".join(escaped(far_in_words(found.comparison, each)) for each in one.farthest)
        cells = [names[one.column], names[one.party], str(one.both), *numbers, far]
        yield f"| {' | '.join(cells)} |"


def _coverage(found: Overview) -> Iterator[str]:
    used = [blank for blank in Blank if any(one.blanks[blank] for one in found.coverage)]
    heads = ["Party", "Issues", "Speaks", "By a report", "In older words"]
    yield f"| {' | '.join([*heads, *(blank.capitalize() for blank in used)])} |"
    yield "|---" * (len(heads) + len(used)) + "|"
    for party, one in zip(found.comparison.counted, found.coverage, strict=True):
        numbers = (one.issues, one.spoken, one.reported, one.older)
        blanks = (one.blanks[blank] for blank in used)
        yield f"| {' | '.join([escaped(party.name), *map(str, (*numbers, *blanks))])} |"


def pair_markdown(
    comparison: Comparison,
    one: PairSummary,
    counted: Sequence[Row],
    rows: Sequence[Row],
    *,
    words: str = "",
) -> str:
    """Return a pair in full as Markdown, as a comparison of these two alone.

    Args:
        comparison: The comparison of the two alone.
        one: What is between them on the rows counted.
        counted: The rows that a filter chose.
        rows: Those of them to print: all, or the gaps.
        words: The filter, to be named.
    """
    first, second = (party.name for party in comparison.parties)
    about = [f"{first} and {second}: {'. '.join(between_sentences(comparison, one, counted))}."]
    if words or not counted:
        about.append(filter_in_words(words, counted))
    if counted and not rows:
        about.append(nothing_divides(comparison, one, counted))
    return comparison_markdown(comparison, rows, about=about)
