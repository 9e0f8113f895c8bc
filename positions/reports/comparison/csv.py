"""A comparison as comma-separated values, for a spreadsheet or a program that reads tables.

One line an issue, and after it one for each of its parts: `part` is empty in the line of the whole,
and the parties' columns of an issue with parts are filled in the lines of its parts only.

The columns are `topic`, `issue` (its id), `title`, `part` (its id), `part title`, `status`,
`distance` (in words) and `figure` (the same as a number, in the measure of the issue); then for
each party its `position`, `terms`, `blank`, `remarks`, `document` and `sources`, each after the
party's name, as in `North: position`. A column that is no party, such as a mediator's paper, has
`relations` too: of its values to those of each party. Then come `sentence`, the reason of the
status, `gap types`, `outcome`, what was agreed last and what was delivered, and `disputed`, what
the parties dispute of the issue's premise; and in each line, so that tables can be put under each
other, `as of` and the `options` that are fixed. At the end comes what a program needs to read the
values: `kind`, `unit`, `limit`, `between`, `near`, `ordered`, `choices` (options, items or ends,
with their ids) and the `party ids`, and for each party its value as `written` in a dossier, in
braces with its terms if it has some, where it is one value. So `positions import` makes a dossier
of it again. What is several things at once stands with ` | ` between them.

The wide form has a line a party and a column an issue, or a part of it, by id: each cell holds a
value with its terms, or the word of its blank. A report, an inference and older words say so in
brackets behind.

It is RFC 4180: commas, quotation marks where they are needed, CRLF at the end of a line. No cell is
a formula. Spreadsheets take a cell for one that begins with `=`, `+`, `-` or `@`, white space not
counted; an apostrophe stands before such a cell, and in the place of a hyphen before a figure a
minus sign, so that `-5 %` reads `−5 %`. The same is done after a semicolon, which ends a cell where
the decimal sign is a comma. Characters that cannot be seen are marked.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING, Final

from positions.authoring.scalars import authored, in_flow
from positions.comparison.cell_lines import CellLineRole, cell_lines
from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.model.position import Terms
from positions.problems.errors import WrongUse
from positions.record.options import under_options
from positions.reports.page.grades import entries_of, sources_of
from positions.reports.page.json_values import exact
from positions.text.likeness import nearest
from positions.text.patterns import pattern
from positions.text.safe import visible
from positions.values import LENGTHS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from positions.authoring.scalars import Authored
    from positions.comparison.cell_lines import CellLine
    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Party
    from positions.model.position import Position
    from positions.record.settle import Standing
    from positions.values import Value

__all__ = ["comparison_csv", "comparison_csv_wide"]

_MARKS = ("reported", "inferred", "older")

_BEFORE: Final = ("topic", "issue", "title", "part", "part title", "status", "distance", "figure")
_OF_A_PARTY: Final = ("position", "terms", "blank", "remarks", "document", "sources")
_BESIDE: Final = "relations"
_AFTER: Final = ("sentence", "gap types", "outcome", "disputed", "as of", "options")
_MEASURE: Final = (
    *("kind", "unit", "limit", "between", "near", "ordered", "choices", "party ids"),
)
_WRITTEN: Final = "written"
_BETWEEN: Final = " | "
# The wide forms of the four signs count too, where a spreadsheet is set to Japanese.
_FORMULA: Final = pattern(r"(^|;)([\s\"']*)([-=+@＝＋－＠])(?=(\s*\d)?)")


def comparison_csv(
    comparison: Comparison, rows: Sequence[Row] | None = None, columns: Sequence[str] = ()
) -> str:
    """Return a comparison as comma-separated values, with a line of headings.

    Args:
        comparison: The comparison.
        rows: The rows to print; all where none are given.
        columns: The headings of the columns to print, in this order; `position` is that of every
            party. All where none are given.

    Raises:
        WrongUse: There is no such column.
    """
    headings = list(_headings(comparison))
    places = _places(headings, columns) if columns else range(len(headings))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_safe(headings[place]) for place in places)
    for row in comparison.rows if rows is None else rows:
        for line in (row.whole, *row.parts):
            cells = list(_cells(comparison, row, line))
            writer.writerow(_safe(cells[place]) for place in places)
    return text.getvalue()


def comparison_csv_wide(comparison: Comparison, rows: Sequence[Row] | None = None) -> str:
    """Return a comparison with a line a party and a column an issue, or a part of it.

    Args:
        comparison: The comparison.
        rows: The rows of the comparison that become columns; all where none are given.
    """
    lines = [
        (row, line) for row in (comparison.rows if rows is None else rows) for line in row.leaves
    ]
    text = io.StringIO()
    writer = csv.writer(text)
    names = (f"{row.issue.id}/{line.part}" if line.part else row.issue.id for row, line in lines)
    writer.writerow(map(_safe, ("party", "name", "role", *names)))
    for party in comparison.parties:
        cells = (_wide_cell(comparison, row, line, party.id) for row, line in lines)
        writer.writerow(map(_safe, (party.id, party.name, str(party.role), *cells)))
    return text.getvalue()


def _wide_cell(comparison: Comparison, row: Row, line: Line, party: str) -> str:
    standing = line.standings.get(party)
    if standing is None:
        return ""
    if not standing.speaks:
        return str(standing.blank)
    value, terms, *_ = _of_a_party(
        [
            one
            for one in cell_lines(comparison.dossier, row.issue, [standing])
            if one.role is not CellLineRole.PART
        ],
        standing,
    )
    said = "; ".join(one for one in (value, terms.replace(_BETWEEN, "; ")) if one)
    marks = [word for word, holds in zip(_MARKS, _marked(standing), strict=True) if holds]
    return f"{said} ({', '.join(marks)})" if marks else said


def _marked(standing: Standing) -> tuple[bool, bool, bool]:
    """Return whether a position is a report, the analyst's conclusion, or older words."""
    return standing.reported, standing.inferred, standing.older


def _places(headings: Sequence[str], columns: Sequence[str]) -> list[int]:
    """Return where the columns are, those of every party where a column is one of each."""
    found: list[int] = []
    for column in columns:
        own = [place for place, heading in enumerate(headings) if heading == column]
        each = [place for place, heading in enumerate(headings) if heading.endswith(f": {column}")]
        if not own and not each:
            known = dict.fromkeys(heading.rpartition(": ")[2] for heading in headings)
            advice = nearest(column, known) or f"The columns are {', '.join(known)}."
            raise WrongUse(f"There is no column `{column}`. {advice}")
        found += own or each
    return found


def _headings(comparison: Comparison) -> Iterator[str]:
    yield from _BEFORE
    names = _names(comparison)
    for party, name in zip(comparison.parties, names, strict=True):
        yield from (f"{name}: {column}" for column in _columns(party))
    yield from _AFTER
    yield from _MEASURE
    yield from (f"{name}: {_WRITTEN}" for name in names)


def _names(comparison: Comparison) -> list[str]:
    count = Counter(party.name for party in comparison.parties)
    return [
        party.name if count[party.name] == 1 else f"{party.name} ({party.id})"
        for party in comparison.parties
    ]


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
    yield _BETWEEN.join(outcome_paragraphs(comparison.words, about))
    yield issue.disputed.undated()
    yield str(comparison.as_of)
    yield under_options(comparison.dossier, comparison.options)
    frame = comparison.dossier.frames[issue.id, line.part]
    yield from (issue.kind, frame.unit, frame.limit, _BETWEEN.join(frame.between or ()))
    yield from (issue.near.text if issue.near else "", "true" if issue.ordered else "")
    words = {**issue.options, **issue.items}
    choices = [f"{name}: {one.title}" for name, one in words.items()]
    yield _BETWEEN.join(choices or issue.ends or ())
    yield _BETWEEN.join(f"{party.id}: {party.name}" for party in comparison.parties)
    for party in comparison.parties:
        standing = line.standings.get(party.id)
        yield _written(comparison, line, standing) if standing else ""


def _written(comparison: Comparison, line: Line, standing: Standing) -> str:
    """Return a value as a dossier writes it, with its terms; nothing where there are several."""
    position = standing.entry.position if standing.entry else None
    if position is None or not standing.speaks:
        return ""
    if position.value is None:
        return str(position.blank or "")
    value = comparison.dossier.measure(standing.issue, line.part).plain(position.value)
    terms = {name: said for name, said in _terms(position) if said}
    if not terms:
        return value if isinstance(value, str) else in_flow(authored(value))
    return in_flow({"value": authored(value), **terms})


def _terms(position: Position) -> Iterator[tuple[str, Authored]]:
    """Yield the terms of a position as a dossier writes them; empty where there is none."""
    for name in Terms.model_fields:
        said = getattr(position, name)
        if name == "renewable" and said is not None:
            yield name, str(said).lower() if isinstance(said, bool) else _length(said)
        elif name == "conditions" and said is not None:
            yield name, tuple(said) or "none"
        else:
            yield name, tuple(said) if isinstance(said, tuple) else str(said or "")


def _length(value: Value) -> Authored:
    return authored(LENGTHS.plain(value))


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
    yield f"{document.title or document.form}, {document.date}" if document else ""
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
