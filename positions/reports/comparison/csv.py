"""A comparison as comma-separated values, for a spreadsheet or a program that reads tables.

One line an issue, and after it one for each of its parts: `part` is empty in the line of the whole,
and the parties' columns of an issue with parts are filled in the lines of its parts only.

The columns are `topic`, `issue` (its id), `title`, `part` (its id), `part title`, `status`,
`distance` (in words) and `figure` (the same as a number, in the measure of the issue); then for
each party its `position`, `terms`, `blank`, `remarks`, `document` and `sources`, each after the
party's name, as in `North: position`. A column that is no party, such as a mediator's paper, has
`relations` too: of its values to those of each party. Then come `sentence`, the reason of the
status, `gap types`, and `outcome`, what was agreed last and what was delivered; and in each line,
so that tables can be put under each other, `as of` and the `options` that are fixed. What is
several things at once stands with ` | ` between them.

It is RFC 4180: commas, quotation marks where they are needed, CRLF at the end of a line. No cell is
a formula. Spreadsheets take a cell for one that begins with `=`, `+`, `-` or `@`, white space not
counted; an apostrophe stands before such a cell, and in the place of a hyphen before a figure a
minus sign, so that `-5 %` reads `−5 %`. The same is done after a semicolon, which ends a cell where
the decimal sign is a comma. Characters that cannot be seen are marked.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from positions.comparison.cell_lines import CellLineRole, cell_lines
from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.record.options import under_options
from positions.reports.page.grades import entries_of, sources_of
from positions.reports.page.json_values import exact
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.comparison.cell_lines import CellLine
    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Party
    from positions.record.settle import Standing

__all__ = ["comparison_csv"]

_BEFORE: Final = ("topic", "issue", "title", "part", "part title", "status", "distance", "figure")
_OF_A_PARTY: Final = ("position", "terms", "blank", "remarks", "document", "sources")
_BESIDE: Final = "relations"
_AFTER: Final = ("sentence", "gap types", "outcome", "as of", "options")
_BETWEEN: Final = " | "
# The wide forms of the four signs count too, where a spreadsheet is set to Japanese.
_FORMULA: Final = re.compile(r"(^|;)([\s\"']*)([-=+@＝＋－＠])(?=(\s*\d)?)")


def comparison_csv(comparison: Comparison, rows: Sequence[Row] | None = None) -> str:
    """Return a comparison as comma-separated values, with a line of headings.

    Args:
        comparison: The comparison.
        rows: The rows to print; all where none are given.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(map(_safe, _headings(comparison)))
    for row in comparison.rows if rows is None else rows:
        for line in (row.whole, *row.parts):
            writer.writerow(map(_safe, _cells(comparison, row, line)))
    return text.getvalue()


def _headings(comparison: Comparison) -> Iterator[str]:
    yield from _BEFORE
    count = Counter(party.name for party in comparison.parties)
    for party in comparison.parties:
        name = party.name if count[party.name] == 1 else f"{party.name} ({party.id})"
        yield from (f"{name}: {column}" for column in _columns(party))
    yield from _AFTER


def _columns(party: Party) -> tuple[str, ...]:
    return _OF_A_PARTY if party.role.counts else (*_OF_A_PARTY, _BESIDE)


def _cells(comparison: Comparison, row: Row, line: Line) -> Iterator[str]:
    issue, distance = row.issue, line.distance
    yield from (issue.topic, issue.id, issue.title)
    yield from (line.part, line.title if line.part else "")
    yield str(line.status)
    yield from (distance.text, str(exact(distance.figure))) if distance else ("", "")
    for party in comparison.parties:
        standing = line.standings.get(party.id)
        if standing is None:
            yield from [""] * len(_OF_A_PARTY)
        else:
            lines = cell_lines(comparison.dossier, issue, [standing])
            yield from _of_a_party(
                [one for one in lines if one.role is not CellLineRole.PART], standing
            )
        if not party.role.counts:
            yield _BETWEEN.join(_relations(comparison, line, party))
    yield line.sentence
    yield _BETWEEN.join(dict.fromkeys(str(gap.type) for gap in line.gaps))
    about = (line,) if line.part else row.leaves
    yield _BETWEEN.join(outcome_paragraphs(comparison.dossier, about))
    yield str(comparison.as_of)
    yield under_options(comparison.dossier, comparison.options)


def _relations(comparison: Comparison, line: Line, beside: Party) -> Iterator[str]:
    """Yield how the values of a column that is no party lie to those of each party."""
    for party in comparison.counted:
        bridge = line.bridges.get((beside.id, party.id))
        if bridge is not None:
            terms = "" if bridge.terms_same else ", on other terms"
            distance = f", {bridge.distance.text}" if bridge.distance else ""
            yield f"{party.name}: {bridge.relation}{distance}{terms}"


def _of_a_party(lines: Sequence[CellLine], standing: Standing) -> Iterator[str]:
    yield _joined(lines, CellLineRole.VALUE, CellLineRole.BLANK) if standing.speaks else ""
    yield _joined(lines, CellLineRole.TERM)
    yield "" if standing.speaks else str(standing.blank)
    yield _BETWEEN.join(line.text for line in lines if line.role is CellLineRole.MARK)
    document = standing.entry.document if standing.entry else standing.document
    yield f"{document.title or document.id}, {document.date}" if document else ""
    names = [
        name
        for entry in entries_of(standing)
        for name in sources_of(entry.position, entry.document)
    ]
    yield _BETWEEN.join(dict.fromkeys(names))


def _joined(lines: Iterable[CellLine], *roles: CellLineRole) -> str:
    """Return the lines of these roles as one text, each after the branch that it stands in."""
    found, branch = [], ""
    for line in lines:
        if line.role is CellLineRole.BRANCH:
            branch = f"{line.text}: "
        elif line.role in roles:
            found.append(f"{branch}{line.text}")
    return _BETWEEN.join(found)


def _safe(text: str) -> str:
    """Return a cell with nothing hidden, and no formula."""
    return _FORMULA.sub(_no_formula, visible(text).strip())


def _no_formula(found: re.Match[str]) -> str:
    before, space, sign, figure = found.groups()
    if sign == "-" and figure:
        return f"{before}{space}−"
    return f"{before}{space}'{sign}"
