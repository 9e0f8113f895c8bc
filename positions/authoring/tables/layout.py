"""Finds parties and issues among the cells of a table.

Rows are issues and columns parties, or the other way round, or each row is one position (the long
form, with a column for the issue, one for the party and one for the value).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from positions.authoring.tables.cells import Table, TableCell, TableFault
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LaidOut", "TableRow", "laid_out"]

_TOPIC: Final = frozenset({"topic", "chapter", "area", "section", "theme", "category"})
_ISSUE: Final = frozenset({"issue", "title", "item", "question", "subject", "point", "name", ""})
_UNIT: Final = frozenset({"unit", "units", "measure"})
_NOTE: Final = frozenset({"note", "notes", "comment", "comments", "remark", "remarks", "source"})
_PARTY: Final = frozenset({"party", "side", "delegation", "actor", "country"})
_VALUE: Final = frozenset({"value", "position", "says", "text", "demand"})
_DATE: Final = frozenset({"date", "day"})
_TOTAL: Final = pattern(r"(grand |sub-?)?totals?|sum|average|mean|summe|gesamt", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableRow:
    """An issue as the table has it.

    Attributes:
        title: Its title.
        cells: The cell of each party, in the order of the parties.
        topic: The heading above it, or in a column of its own; empty without one.
        unit: The unit that a column of units names.
        note: What columns of notes say.
    """

    title: TableCell
    cells: tuple[TableCell, ...]
    topic: str = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Parties and issues.

    Attributes:
        parties: The cell that names each.
        rows: The issues.
        title: What stands above the table, if anything does.
        remarks: What was decided or passed over.
    """

    parties: tuple[TableCell, ...]
    rows: tuple[TableRow, ...]
    title: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Columns:
    """What each column of the table is, by its heading."""

    issue: int = 0
    topic: int | None = None
    unit: int | None = None
    notes: list[int] = field(default_factory=list)
    parties: list[int] = field(default_factory=list)


def laid_out(table: Table, *, header: int = 0, parties_in_rows: bool = False) -> LaidOut:
    """Return the parties and the issues of a table.

    Args:
        table: The cells.
        header: The row that names the parties, counted from 1 as the table has it; found if 0.
        parties_in_rows: Whether rows are parties and columns issues.

    Raises:
        TableFault: There is no heading, no party or no issue.
    """
    first = _heading(table.rows, header)
    above = [cell.text for row in table.rows[:first] for cell in row if cell.text]
    rows = table.rows[first:]
    long = _long_columns(rows[0])
    if long:
        rows = _pivoted(rows, long)
    elif parties_in_rows:
        rows = tuple(zip(*rows, strict=True))
    columns = _columns(rows[0])
    if not columns.parties:
        raise TableFault(
            "No column names a party. The row of headings has one party a column; "
            "name that row with --header, or say --parties rows."
        )
    remarks: list[str] = []
    issues = tuple(_issues(rows[1:], columns, remarks))
    if not issues:
        raise TableFault("No row below the headings names an issue in its first column.")
    return LaidOut(
        tuple(rows[0][column] for column in columns.parties),
        issues,
        above[0] if above else "",
        tuple(remarks),
    )


def _heading(rows: Sequence[Sequence[TableCell]], header: int) -> int:
    if header:
        for place, row in enumerate(rows):
            if int(re.sub(r"\D", "", row[0].place)) == header:
                return place
        raise TableFault(f"Row {header} of the table is empty or not there.")
    for place, row in enumerate(rows):
        if len({cell.text for cell in row if cell.text}) > 1:
            return place
    raise TableFault("No row has two cells, so that none can be the row of headings.")


def _columns(heading: Sequence[TableCell]) -> _Columns:
    found = _Columns()
    words = [cell.text.casefold().strip(" :") for cell in heading]
    found.topic = next((place for place, word in enumerate(words) if word in _TOPIC), None)
    found.issue = next(
        (place for place, word in enumerate(words) if word in _ISSUE and place != found.topic),
        0 if found.topic != 0 else 1,
    )
    for place, word in enumerate(words):
        if place in {found.issue, found.topic}:
            continue
        if word in _UNIT and found.unit is None:
            found.unit = place
        elif word in _NOTE:
            found.notes.append(place)
        elif word:
            found.parties.append(place)
    return found


def _issues(
    rows: Sequence[Sequence[TableCell]], columns: _Columns, remarks: list[str]
) -> list[TableRow]:
    found: list[TableRow] = []
    topic = ""
    for row in rows:
        title = row[columns.issue]
        cells = tuple(row[column] for column in columns.parties)
        if columns.topic is not None and row[columns.topic].text:
            topic = row[columns.topic].text
        if not title.text:
            if any(cell.text for cell in cells):
                remarks.append(f"The row of {title.place} has no title and was passed over.")
            continue
        if _TOTAL.fullmatch(title.text.strip(" :")):
            remarks.append(f"{title.place}, `{title.text}`, is no issue and was passed over.")
        elif all(not cell.text or cell.text == title.text for cell in cells):
            if columns.topic is None and not any(cell.comment for cell in cells):
                topic = title.text
        else:
            unit = row[columns.unit].text if columns.unit is not None else ""
            note = "; ".join(row[column].text for column in columns.notes if row[column].text)
            found.append(TableRow(title, cells, topic, unit, note))
    return found


# ------------------------------------------------------------------------------------ long form


def _long_columns(heading: Sequence[TableCell]) -> dict[str, int]:
    """Return which column holds what where each row is one position, or nothing."""
    words = [cell.text.casefold().strip(" :") for cell in heading]
    names = {"topic": _TOPIC, "issue": _ISSUE, "party": _PARTY, "value": _VALUE, "date": _DATE}
    found = {
        name: place
        for name, known in names.items()
        for place, word in reversed(list(enumerate(words)))
        if word and word in known
    }
    return found if {"issue", "party", "value"} <= found.keys() else {}


def _pivoted(
    rows: Sequence[Sequence[TableCell]], columns: dict[str, int]
) -> tuple[tuple[TableCell, ...], ...]:
    """Return positions, one a row, as rows of issues with a column a party; the last one counts."""
    parties: dict[str, TableCell] = {}
    issues: dict[str, tuple[TableCell, TableCell | None]] = {}
    said: dict[tuple[str, str], TableCell] = {}
    for row in rows[1:]:
        issue, party, value = (row[columns[name]] for name in ("issue", "party", "value"))
        if issue.text and party.text:
            parties.setdefault(party.text, party)
            topic = row[columns["topic"]] if "topic" in columns else None
            issues.setdefault(issue.text, (issue, topic))
            said[issue.text, party.text] = value
    blank = TableCell("", "")
    head = (TableCell("topic", ""), TableCell("issue", ""), *parties.values())
    return (
        head,
        *(
            (topic or blank, issue, *(said.get((title, party), blank) for party in parties))
            for title, (issue, topic) in issues.items()
        ),
    )
