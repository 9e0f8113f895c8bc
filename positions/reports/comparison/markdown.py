"""Builds a comparison as a document in GitHub's Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.record.agreements import newest
from positions.reports.page.cell import alike, cell, line_text
from positions.reports.page.grades import (
    RELIABILITY,
    credibility_of,
    credibility_scale,
    entries_of,
    grade,
    reliability_of,
    sources_of,
)
from positions.reports.page.markdown import escaped, link
from positions.reports.page.summary import (
    by_topic,
    camps_legend,
    convergence_in_words,
    counts_in_words,
    coverage_in_words,
    differ_in_parts,
    filter_in_words,
    moment_in_words,
    status_mark,
    used_blanks,
    used_statuses,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.cell_lines import CellLine
    from positions.comparison.rows import Comparison, Line, Row
    from positions.record.settle import Standing

__all__ = ["comparison_markdown"]

INDENT = "&emsp;"


def comparison_markdown(
    comparison: Comparison,
    rows: Sequence[Row] | None = None,
    *,
    words: str = "",
    about: Sequence[str] = (),
) -> str:
    """Return a comparison as Markdown: a table a topic, and the sources with their grades.

    Args:
        comparison: The comparison.
        rows: The rows to print; all where none are given.
        words: The filter that chose the rows, to be named.
        about: What else is to be said at the head, paragraph by paragraph.
    """
    chosen = comparison.rows if rows is None else tuple(rows)
    numbers = {name: number for number, name in enumerate(_used_sources(chosen), 1)}
    lines = [
        f"# {escaped(comparison.dossier.header.title)}",
        "",
        escaped(f"{_moment(comparison)}. {counts_in_words(comparison)}."),
        escaped(f"{convergence_in_words(comparison)}. {coverage_in_words(comparison)}."),
    ]
    for paragraph in about:
        lines += ["", escaped(paragraph)]
    if words or not (chosen or about):
        lines += ["", escaped(filter_in_words(words, chosen))]
    for topic, members in by_topic(chosen):
        lines += ["", f"## {escaped(topic)}", ""]
        lines += _table(comparison, members, numbers)
    if chosen:
        lines += _legend(comparison, chosen)
    if numbers:
        lines += _sources(comparison, numbers)
    return "\n".join(lines) + "\n"


def _moment(comparison: Comparison) -> str:
    return moment_in_words(comparison.dossier, comparison.as_of, comparison.options)


def _table(comparison: Comparison, rows: Sequence[Row], numbers: dict[str, int]) -> Iterator[str]:
    names = [escaped(party.heading) for party in comparison.parties]
    yield f"| | {' | '.join(['Issue', *names, 'Why'])} |"
    yield "|---" * (len(names) + 3) + "|"
    for row in rows:
        if not differ_in_parts(row):
            yield _table_row(comparison, row, row.whole, row.leaves, numbers)
            continue
        yield _table_row(comparison, row, row.whole, (), numbers)
        for lines in alike(comparison, row):
            yield _table_row(comparison, row, lines[0], lines, numbers)


def _table_row(
    comparison: Comparison,
    row: Row,
    head: Line,
    leaves: Sequence[Line],
    numbers: dict[str, int],
) -> str:
    """Return a row of a table: of an issue, of a part, or the heading of parts that differ."""
    title = escaped(", ".join(line.title for line in leaves) if head.part else head.title)
    cells = [
        _cell(
            cell(comparison, row, leaves[:1] if head.part else leaves, party.id),
            [line.standings[party.id] for line in leaves],
            comparison,
            numbers,
        )
        if leaves
        else "by part:"
        for party in comparison.parties
    ]
    name = f"{INDENT}{title}" if head.part else f"**{title}**"
    mark = f"**{escaped(status_mark(head, comparison))}**"
    why = _why(comparison, head, leaves, numbers) if leaves else "The parts stand differently."
    return f"| {' | '.join([mark, name, *cells, why])} |"


def _why(
    comparison: Comparison, head: Line, leaves: Sequence[Line], numbers: dict[str, int]
) -> str:
    """Return the reason of a status, and what was agreed, with the numbers of its sources."""
    lines = leaves[:1] if head.part else leaves
    agreed = outcome_paragraphs(comparison.dossier, lines)
    found = sorted(
        {
            numbers[name]
            for line in lines
            for agreement in newest(line.outcomes)
            for name in agreement.outcome.all_sources
        }
    )
    listed = f"<sub>{escaped(str(found))}</sub>" if found else ""
    return "<br>".join(filter(None, (escaped(head.sentence), *map(escaped, agreed), listed)))


def _cell(
    lines: Sequence[CellLine],
    standings: Sequence[Standing],
    comparison: Comparison,
    numbers: dict[str, int],
) -> str:
    """Return the lines of a cell, and the numbers and grades of the sources below them."""
    texts = [INDENT * line.depth + escaped(line_text(line)) for line in lines]
    grades: dict[int, str] = {}
    for standing in standings:
        for entry in entries_of(standing):
            credibility = credibility_of(entry.position, entry.document)
            for name in sources_of(entry.position, entry.document):
                found = grade(comparison.dossier.sources.get(name), credibility)
                grades.setdefault(numbers[name], found)
    listed = ", ".join(f"{number} {found}".strip() for number, found in sorted(grades.items()))
    return "<br>".join([*texts, *([f"<sub>{escaped(f'[{listed}]')}</sub>"] if listed else [])])


def _legend(comparison: Comparison, rows: Sequence[Row]) -> Iterator[str]:
    letters = ", ".join(f"{status.letter} {status}" for status in used_statuses(rows))
    yield ""
    yield escaped(f"Status: {letters}.{camps_legend(comparison, rows)}")
    if blanks := used_blanks(rows):
        meanings = "; ".join(f"∅ {blank}: the party {blank.meaning}" for blank in blanks)
        yield escaped(f"{meanings}.")


def _used_sources(rows: Sequence[Row]) -> list[str]:
    lines = [line for row in rows for line in row.leaves]
    said = [
        name
        for line in lines
        for standing in line.standings.values()
        for entry in entries_of(standing)
        for name in sources_of(entry.position, entry.document)
    ]
    agreed = [
        name
        for line in lines
        for agreement in newest(line.outcomes)
        for name in agreement.outcome.all_sources
    ]
    return list(dict.fromkeys((*said, *agreed)))


def _sources(comparison: Comparison, numbers: dict[str, int]) -> Iterator[str]:
    yield ""
    yield "## Sources"
    yield ""
    yield (
        "The letter grades the publisher, or the page on which it was read if that is worse; the "
        "number in a cell grades what it says there (Admiralty scale)."
    )
    if scale := credibility_scale(comparison.dossier):
        yield ""
        yield escaped(f"The numbers: {scale}.")
    yield ""
    for name, number in numbers.items():
        source = comparison.dossier.sources.get(name)
        if source is None:
            yield f"{number}. {escaped(f'{name}, which is not among the sources')}"
            continue
        letter = reliability_of(source)
        graded = f"{letter}: {RELIABILITY[letter]}" if letter else "not graded"
        via = f", via {source.via.publisher}" if source.via else ""
        said = escaped(f"{source.publisher}, {source.date}{via}: ")
        yield f"{number}. {said}{link(source.title, source.url)}{escaped(f' ({graded})')}"
