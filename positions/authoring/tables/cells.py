"""Reads the cells of a table: CSV of any encoding and separator, and workbooks of Excel.

The content of a cell is text, as a person sees it in the table: a number with a format for per
cent is `10 %`, a date is ISO. Whatever was decided on the way, or could not be read, is a remark.
"""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from positions.problems.errors import Refusal
from positions.text.signs import plain_words
from positions.values.parsing import without_stop

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Table", "TableCell", "TableFault", "column_letters", "read_table"]

MAX_CELLS: Final = 200_000
MAX_UNPACKED: Final = 100_000_000
"""Bytes that a workbook may hold once it is unpacked."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS: Final = ",;\t|"


class TableFault(Refusal):
    """A table that cannot be read; the text is a full sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell.

    Attributes:
        text: What it shows, without spaces around; empty where it holds nothing.
        place: Where it is, as spreadsheets say it: `B3`.
        comment: The comment on it, if there is one.
        typed: Whether the table itself says that it is a number or a date, so that no sign in it
            has two readings.
    """

    text: str
    place: str
    comment: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read.

    Attributes:
        rows: Rows of cells, all of one length; empty rows are left out.
        remarks: What was decided while reading, and what was passed over, in sentences.
    """

    rows: tuple[tuple[TableCell, ...], ...]
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """Cells by row and column, from 1, and remarks, while a table is read."""

    cells: dict[tuple[int, int], TableCell] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def table(self) -> Table:
        """Return the rows that hold something, each as long as the longest."""
        seen = {
            # What has no visible character says nothing.
            place: cell if without_stop(plain_words(cell.text)) else replace(cell, text="")
            for place, cell in self.cells.items()
        }
        filled = {place: cell for place, cell in seen.items() if cell.text or cell.comment}
        if not filled:
            raise TableFault("The table holds nothing. Name another sheet with --sheet.")
        columns = max(column for _, column in filled)
        rows = sorted({row for row, _ in filled})
        if len(rows) * columns > MAX_CELLS:
            raise TableFault(
                f"The table has {len(rows) * columns:,} cells; at most {MAX_CELLS:,} are read. "
                "Save the part that matters as a table of its own."
            )
        return Table(
            tuple(
                tuple(
                    filled.get((row, column), TableCell("", _place(row, column)))
                    for column in range(1, columns + 1)
                )
                for row in rows
            ),
            tuple(self.remarks),
        )


def read_table(content: bytes, *, sheet: str = "", encoding: str = "") -> Table:
    """Return the cells of a CSV file or a workbook.

    Args:
        content: The bytes of the file; a workbook is known by how it begins.
        sheet: The name of a sheet of a workbook; its first visible one if empty.
        encoding: The encoding of a CSV file; found out if empty.

    Raises:
        TableFault: It is neither, holds nothing, or is larger than can be read.
    """
    if content.startswith(b"PK"):
        return _workbook(content, sheet)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableFault("This is a workbook of the old form, .xls. Save it as .xlsx or CSV.")
    return _csv(content, encoding)


def column_letters(column: int) -> str:
    """Return a column as spreadsheets name it, counted from 1: `A`, `Z`, `AA`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _place(row: int, column: int) -> str:
    return f"{column_letters(column)}{row}"


# ------------------------------------------------------------------------------------------ CSV


def _csv(content: bytes, encoding: str) -> Table:
    found = _Gathered()
    text = _decoded(content, encoding, found.remarks)
    rows = _separated(text, found.remarks)
    for number, row in enumerate(rows, start=1):
        for column, said in enumerate(row, start=1):
            found.cells[number, column] = TableCell(said.strip(), _place(number, column))
    return found.table()


def _decoded(content: bytes, encoding: str, remarks: list[str]) -> str:
    if b"\0" in content[:1000] and not encoding and not content.startswith(_MARKS[1][0]):
        guess = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        if not content.startswith(_MARKS[2][0]):
            encoding = guess
            remarks.append(f"The text has no mark of its encoding; it was read as {guess}.")
    for mark, name in _MARKS:
        if not encoding and content.startswith(mark):
            encoding = name
    try:
        return content.decode(encoding or "utf-8")
    except LookupError:
        raise TableFault(f"No encoding is called `{encoding}`. Try `utf-8`.") from None
    except UnicodeDecodeError:
        if encoding:
            raise TableFault(
                f"The text is not in the encoding `{encoding}`. Name another with --encoding."
            ) from None
    remarks.append(
        "The text is not UTF-8; it was read as Windows-1252. "
        "If letters look wrong, name its encoding with --encoding."
    )
    return content.decode("cp1252", "replace")


def _separated(text: str, remarks: list[str]) -> list[list[str]]:
    """Return the rows, by the separator that makes most of them equally wide."""
    best: tuple[int, int, str, list[list[str]]] = (0, 0, "", [])
    for place, separator in enumerate(_SEPARATORS):
        rows = _rows(text, separator)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if widths:
            width, often = max(widths.items(), key=lambda item: (item[1], item[0]))
            best = max(best, (often * min(width, 3), -place, separator, rows))
    if not best[3]:
        return _rows(text, ",")
    if best[2] != ",":
        name = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}[best[2]]
        remarks.append(f"Columns are separated by {name}.")
    return best[3]


def _rows(text: str, separator: str) -> list[list[str]]:
    # The module's own bound on the length of a field would end the reading with an exception.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


# ------------------------------------------------------------------------------------- workbook


def _workbook(content: bytes, sheet: str) -> Table:
    from openpyxl import load_workbook  # noqa: PLC0415  # only a workbook needs it

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _within(sum(entry.file_size for entry in packed.infolist()))
        shown = load_workbook(io.BytesIO(content), data_only=True)
        written = load_workbook(io.BytesIO(content), data_only=False)
    except TableFault:
        raise
    except Exception as fault:
        raise TableFault(
            "The workbook cannot be opened; it may be damaged or locked with a password. "
            "Save it anew as .xlsx, or as CSV."
        ) from fault
    names = shown.sheetnames
    visible = [name for name in names if shown[name].sheet_state == "visible"] or names
    if sheet and sheet not in names:
        raise TableFault(f"No sheet is called `{sheet}`. There are: {', '.join(names)}.")
    name = sheet or visible[0]
    found = _Gathered()
    if len(names) > 1:
        others = ", ".join(other for other in names if other != name)
        found.remarks.append(f"Read the sheet `{name}`; not read: {others}.")
    _walk(shown[name], written[name], found)
    return found.table()


def _within(unpacked: int) -> None:
    if unpacked > MAX_UNPACKED:
        raise TableFault(
            f"The workbook would take {unpacked:,} bytes unpacked; at most {MAX_UNPACKED:,} "
            "are read. Save the sheet as CSV."
        )


def _walk(shown: Worksheet, written: Worksheet, found: _Gathered) -> None:
    """Gather the cells that are stored; the dimensions that a sheet claims may be of any size."""
    stored: dict[tuple[int, int], Cell | MergedCell] = shown._cells  # noqa: SLF001  # what is stored
    if len(stored) > MAX_CELLS:
        raise TableFault(
            f"The sheet has {len(stored):,} cells; at most {MAX_CELLS:,} are read. "
            "Save the part that matters as a sheet of its own."
        )
    for (row, column), cell in stored.items():
        text, typed = _shown(cell.value, str(cell.number_format or ""))
        comment = cell.comment.text.strip() if cell.comment else ""
        formula = written.cell(row, column).value
        if not text and isinstance(formula, str) and formula.startswith("="):
            found.remarks.append(
                f"{_place(row, column)} holds a formula without a stored result. "
                "Open the workbook, save it, and import it again."
            )
        found.cells[row, column] = TableCell(text, _place(row, column), comment, typed)
    _merged(shown, found)
    hidden = sorted(
        row for row, sizes in shown.row_dimensions.items() if sizes.hidden and _holds(found, row)
    )
    if hidden:
        found.remarks.append(f"Hidden rows were read too: {', '.join(map(str, hidden))}.")


def _holds(found: _Gathered, row: int) -> bool:
    return any(place[0] == row and cell.text for place, cell in found.cells.items())


def _merged(shown: Worksheet, found: _Gathered) -> None:
    """Say in every cell of a merged one what the merged one says."""
    for area in shown.merged_cells.ranges:
        first = found.cells.get((area.min_row, area.min_col))
        size = (area.max_row - area.min_row + 1) * (area.max_col - area.min_col + 1)
        if first is None or not first.text or size > MAX_CELLS:
            continue
        found.remarks.append(f"{area.coord} is one merged cell; its text counts for all of it.")
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                found.cells[row, column] = TableCell(
                    first.text, _place(row, column), first.comment, first.typed
                )


def _shown(value: object, number_format: str) -> tuple[str, bool]:
    """Return what a cell shows, and whether it is a number or a date."""
    if value is None:
        return "", False
    if isinstance(value, bool):
        return ("yes" if value else "no"), False
    if isinstance(value, datetime):
        at_midnight = value.time() == time()
        return (value.date().isoformat() if at_midnight else f"{value:%Y-%m-%dT%H:%M}"), True
    if isinstance(value, date):
        return value.isoformat(), True
    if isinstance(value, int | float):
        return _number(value, number_format), True
    if isinstance(value, timedelta):
        return f"{_number(value.total_seconds() / 3600, '')} hours", True
    return str(value).strip(), False


def _number(value: float, number_format: str) -> str:
    figure = Decimal(str(value))
    percent = "%" in number_format
    figure = (figure * 100 if percent else figure).normalize()
    text = f"{figure:f}"
    currency = next((sign for sign in "$€£¥" if sign in number_format), "")
    return f"{currency}{text}{' %' if percent else ''}"
