"""Finds what each row of a table holds: one kind and one unit, or text.

The decimal sign is one for the file, the order of day and month one for a column; each is shown by
a cell that admits no other reading, and by none that contradicts. A row has one kind and one unit,
found from all its cells; where less than half of them can be read so, it is text. The direction of
a limit or of an exchange is never guessed. What could mean two things is left uncoded.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.text.patterns import pattern
from positions.text.safe import visible
from positions.values import KINDS, Frame, Unreadable
from positions.values.open_words import SIGNS
from positions.values.parsing import folded
from positions.values.refusals import of_any
from positions.values.units import Scaled, scale_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from positions.authoring.tables.cells import TableCell
    from positions.authoring.tables.layout import LaidOut, TableRow

__all__ = ["BLANKS", "GuessedRow", "Guesses", "Habits", "guessed"]

BLANKS: Final = SIGNS | {"", "–", "—", "…"}
"""What people write into a cell that says nothing."""

_TWO_MEANINGS: Final = {
    "none": "a refusal (`none`), or that nothing is recorded (leave it empty)",
    "no": "an option, or a refusal (`none`)",
    "nil": "a refusal (`none`), the figure `0`, or that nothing is recorded",
}
_DURATION: Final = r"(?:second|minute|hour|day|week|month|quarter|year)s?"
_NUMBER: Final = r"[-−+]?\d[\d.,'’  ]*\d|[-−+]?\d"
_COMMA_DECIMAL: Final = pattern(r"\d,\d{1,2}(?!\d)|\d\.\d{3},\d|\d,\d{4,}(?!\d)")
_POINT_DECIMAL: Final = pattern(r"\d\.\d{1,2}(?![\d.])|\d,\d{3}\.\d|\d\.\d{4,}(?!\d)")
_EITHER: Final = pattern(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?![\d.,])")
_SLASHED: Final = pattern(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])")
_FIGURE: Final = pattern(
    rf"(?P<before>at least |at most |up to |more than |less than |about |ca\.? |~ ?|[<>≤≥]=? ?)?"
    rf"(?P<currency>[$€£¥]|[A-Z]{{3}} )? ?(?P<number>{_NUMBER})"
    rf"(?P<to> ?(?:-|–|to) ?(?:{_NUMBER}))? ?(?P<after>.{{0,40}})",
    re.IGNORECASE,
)
_CURRENCIES: Final = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_BEFORE: Final = {"~": "about ", "ca": "about ", "ca.": "about "}
_LEAST_TYPED: Final = 0.5


@dataclass(frozen=True, slots=True)
class Habits:
    """How a table writes figures and dates.

    Attributes:
        decimal: `.` or `,`; empty where no cell decides.
        dates: `dmy` or `mdy` by column of the table, where a cell decides.
    """

    decimal: str = ""
    dates: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class GuessedRow:
    """A row and what it holds.

    Attributes:
        row: As the table has it.
        kind: The kind of its values.
        values: For each party the value as a dossier writes it; empty where it is left uncoded.
        unit: The unit of a quantity or an exchange.
        options: The titles of a choice, or of a checklist's items.
        reason: Why it is of that kind.
        to_do: What a person has to decide about the whole row; empty where nothing is open.
    """

    row: TableRow
    kind: str
    values: tuple[str | tuple[str, ...], ...]
    unit: str = ""
    options: tuple[str, ...] = ()
    reason: str = ""
    to_do: str = ""


@dataclass(frozen=True, slots=True)
class Guesses:
    """What a table holds.

    Attributes:
        rows: Its issues.
        doubts: What could mean two things, in sentences, cell by cell.
        remarks: What was decided for the file, in sentences.
        left: What else is left uncoded or out, in sentences: no cell with words vanishes untold.
    """

    rows: tuple[GuessedRow, ...]
    doubts: tuple[str, ...]
    remarks: tuple[str, ...]
    left: tuple[str, ...] = ()


def guessed(table: LaidOut, *, decimal: str = "", dates: str = "") -> Guesses:
    """Return what each row of a table holds.

    Args:
        table: Parties and issues.
        decimal: The decimal sign, `.` or `,`; found out if empty.
        dates: `dmy` or `mdy`; found out for each column if empty.
    """
    cells = [cell for row in table.rows for cell in row.cells]
    remarks: list[str] = []
    habits = Habits(
        decimal or _decimal(cells, remarks),
        {_column(party): dates for party in table.parties}
        if dates
        else dict(_orders(table, remarks)),
    )
    doubts: list[str] = []
    rows = tuple(_guess(row, habits, doubts) for row in table.rows)
    doubted = {doubt.partition(",")[0] for doubt in doubts}
    left = (*(told for row in rows for told in _left(row, doubted)), *_taken_for_empty(cells))
    return Guesses(rows, tuple(doubts), tuple(remarks), left)


def _left(row: GuessedRow, doubted: set[str]) -> Iterable[str]:
    """Yield what is told of a row whose cells are not of one unit, and of cells that are not read.

    Args:
        row: The row.
        doubted: The places of the cells of which it is told already.
    """
    if row.to_do:
        yield f"{row.row.title.place}, `{visible(row.row.title.text)}`: {row.to_do}"
    for cell, value in zip(row.row.cells, row.values, strict=True):
        if not value and cell.text.casefold() not in BLANKS and cell.place not in doubted:
            what = _A_VALUE.get(row.kind, "one of the values of its row")
            said = f"it cannot be read as {what}. It is left uncoded."
            yield f"{cell.place}, `{visible(cell.text)}`: {said}"


def _taken_for_empty(cells: Iterable[TableCell]) -> Iterable[str]:
    """Yield for each sign that says nothing the cells in which it stands."""
    places: dict[str, list[str]] = {}
    for cell in cells:
        if cell.text and cell.text.casefold() in BLANKS:
            places.setdefault(cell.text, []).append(cell.place)
    for sign, found in places.items():
        yield f"{', '.join(found)}, `{visible(sign)}`: taken for an empty cell."


def _column(cell: TableCell) -> str:
    return re.sub(r"\d", "", cell.place)


def _decimal(cells: Iterable[TableCell], remarks: list[str]) -> str:
    """Return the decimal sign that a cell shows and none contradicts."""
    comma: TableCell | None = None
    point: TableCell | None = None
    for cell in cells:
        if cell.typed:
            continue
        comma = comma or (cell if _COMMA_DECIMAL.search(cell.text) else None)
        point = point or (cell if _POINT_DECIMAL.search(_undated(cell.text)) else None)
    if comma and point:
        remarks.append(
            f"The decimal sign is not clear: a comma in {comma.place} (`{comma.text}`), a point in "
            f"{point.place} (`{point.text}`). Say which with --decimal."
        )
        return ""
    for sign, shown, name in ((",", comma, "comma"), (".", point, "point")):
        if shown is not None:
            remarks.append(f"The decimal sign is a {name}, as in {shown.place} (`{shown.text}`).")
            return sign
    return ""


def _undated(text: str) -> str:
    return _SLASHED.sub("", text)


def _orders(table: LaidOut, remarks: list[str]) -> Iterable[tuple[str, str]]:
    """Yield the order of day and month of each column that shows it."""
    for place, party in enumerate(table.parties):
        seen: dict[str, TableCell] = {}
        for row in table.rows:
            for match in _SLASHED.finditer(row.cells[place].text):
                first, second = int(match[1]), int(match[3])
                if first > 12 >= second:
                    seen.setdefault("dmy", row.cells[place])
                elif second > 12 >= first:
                    seen.setdefault("mdy", row.cells[place])
        if len(seen) == 1:
            ((order, cell),) = seen.items()
            remarks.append(
                f"Dates in column {_column(party)} are read with the "
                f"{'day' if order == 'dmy' else 'month'} first, as in {cell.place} (`{cell.text}`)."
            )
            yield _column(party), order


# ---------------------------------------------------------------------------------------- a row


@dataclass(frozen=True, slots=True)
class _CellReading:
    """A cell read in one way: the value as a dossier writes it, and the unit it names."""

    value: str
    unit: str = ""


def _guess(row: TableRow, habits: Habits, doubts: list[str]) -> GuessedRow:
    said = [cell for cell in row.cells if cell.text.casefold() not in BLANKS]
    clear = []
    answers = {cell.text.casefold() for cell in said}
    for cell in said:
        doubt = "" if answers <= {"yes", "no"} and len(said) > 1 else _doubt(cell, habits)
        if doubt:
            doubts.append(f"{cell.place}, `{visible(cell.text)}`: {doubt}")
        else:
            clear.append(cell)
    named = row.unit or _unit_of_title(row.title.text)
    readers: tuple[tuple[str, Callable[[TableCell], _CellReading | None]], ...] = (
        ("date", lambda cell: _date(cell, habits)),
        ("duration", lambda cell: _duration(cell, habits)),
        ("quantity", lambda cell: _quantity(cell, habits, named)),
    )
    for kind, read in readers:
        found = {cell.place: reading for cell in clear if (reading := read(cell))}
        if not found or len(found) < _LEAST_TYPED * len(said):
            continue
        units = _units(found.values())
        if len(units) > 1:
            return _of_several_units(row, clear, units)
        unit = units[0]
        if kind == "quantity" and not unit:
            continue
        values = tuple(found[cell.place].value if cell.place in found else "" for cell in row.cells)
        if _all_read(kind, values, unit):
            whole = f"{len(found)} of {len(said)} cells read as {_NAMES[kind]}"
            return GuessedRow(row, kind, values, unit, reason=f"{whole}{unit and f' in {unit}'}")
    return _words(row, clear)


def _units(readings: Iterable[_CellReading]) -> list[str]:
    """Return the units of some cells, the most frequent first, each in one of its spellings."""
    found: list[str] = []
    for unit, _ in Counter(reading.unit for reading in readings).most_common():
        if not any(_is_spelling(unit, one) for one in found):
            found.append(unit)
    return found


def _is_spelling(unit: str, other: str) -> bool:
    try:
        return scale_of(unit, other) == Scaled()
    except Unreadable:
        return False


def _of_several_units(
    row: TableRow, clear: Sequence[TableCell], units: Sequence[str]
) -> GuessedRow:
    """Return a row of text whose figures a person has to bring to one unit."""
    places = {cell.place for cell in clear}
    values = tuple(cell.text if cell.place in places else "" for cell in row.cells)
    named = " and in ".join(f"`{visible(unit)}`" for unit in units)
    reason = f"its cells count in {named}"
    to_do = f"{reason}: a quantity has one unit. It is text until they are brought to one."
    return GuessedRow(row, "text", values, reason=reason, to_do=to_do)


_A_VALUE: Final = {"date": "a date", "duration": "a duration", "quantity": "a figure"}
_NAMES: Final = {"date": "dates", "duration": "durations", "quantity": "figures"}


def _doubt(cell: TableCell, habits: Habits) -> str:
    """Return what two things a cell could mean, or an empty text."""
    if cell.typed:
        return ""
    meanings = _TWO_MEANINGS.get(cell.text.casefold())
    if meanings:
        return f"it could mean {meanings}. It is left uncoded."
    blank = of_any(folded(cell.text))
    if blank:
        return f"it {blank[0]} It is left uncoded."
    slashed = _SLASHED.fullmatch(cell.text)
    if slashed and (len(slashed[4]) == 2 or not _order(slashed, cell, habits)):
        return "day and month, or the century, are not clear. Say the order with --dates."
    either = None if slashed else _EITHER.search(cell.text)
    if either and not habits.decimal:
        return "the sign in it could group thousands or mark decimals. Say which with --decimal."
    return ""


def _order(match: re.Match[str], cell: TableCell, habits: Habits) -> str:
    first, second = int(match[1]), int(match[3])
    known = (habits.dates or {}).get(_column(cell), "")
    if known:
        return known
    return "dmy" if first > 12 >= second else "mdy" if second > 12 >= first else ""


def _unit_of_title(title: str) -> str:
    """Return the unit that a title gives in brackets or after "in": `Pay rise (%)`."""
    match = re.search(r"[(\[](?:in )?([^()\[\]]{1,20})[)\]]$|, in (\S{1,20})$", title)
    return (match[1] or match[2]).strip() if match else ""


def _date(cell: TableCell, habits: Habits) -> _CellReading | None:
    text = cell.text
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        order = _order(slashed, cell, habits)
        day, month = (slashed[1], slashed[3]) if order == "dmy" else (slashed[3], slashed[1])
        text = f"{slashed[4]}-{int(month):02}-{int(day):02}"
    elif not re.search(r"\d{4}", text) or re.fullmatch(r"[\d.,]+", text):
        return None
    return _read("date", text, Frame())


def _duration(cell: TableCell, habits: Habits) -> _CellReading | None:
    if not re.search(rf"\d.*\b{_DURATION}\b", cell.text, re.IGNORECASE):
        return None
    if re.search(r"\b(?:per|a|each)\b|/", cell.text):
        return None
    return _read("duration", _pointed(cell.text, cell, habits), Frame())


def _quantity(cell: TableCell, habits: Habits, named: str) -> _CellReading | None:
    match = _FIGURE.fullmatch(cell.text.strip())
    if match is None:
        return None
    currency = (match["currency"] or "").strip()
    after = match["after"].strip()
    unit = _CURRENCIES.get(currency, currency.upper())
    scale = re.match(r"(million|billion|trillion|m|bn|k)\b\.? ?", after, re.IGNORECASE)
    if scale:
        after = after[scale.end() :]
    if not unit:
        unit = after
    elif after:
        unit = f"{unit} {after}"
    if not unit or (named and unit.casefold() == named.casefold()):
        unit = named
    if not unit or re.search(r"\d|[,;:(]", unit):
        return None
    before = (match["before"] or "").casefold()
    before = _BEFORE.get(before.strip(), before)
    word = {"m": "million", "bn": "billion", "k": ""}.get(
        (scale[1] if scale else "").casefold(), (scale[1] if scale else "").casefold()
    )
    number = _pointed(match["number"] + (match["to"] or ""), cell, habits)
    if scale and scale[1].casefold() == "k":
        return None
    return _read("quantity", f"{before}{number} {word}".strip(), Frame(unit=unit), unit)


def _pointed(text: str, cell: TableCell, habits: Habits) -> str:
    """Return a text with a point for decimals and commas for thousands, as a dossier has them.

    What the table itself says is a number has them already, whatever the sign in its other cells.
    """
    if habits.decimal != "," or cell.typed:
        return text
    return re.sub(
        r"\d[\d.,]*\d",
        lambda match: match[0].translate(str.maketrans(".,", ",.")),
        text,
    )


def _read(kind: str, text: str, frame: Frame, unit: str = "") -> _CellReading | None:
    """Return the text as the kind writes it, where the kind can read it."""
    rules = KINDS[kind]
    try:
        plain = rules.plain(rules.parse(text, frame), frame)
    except Unreadable:
        return None
    return _CellReading(str(plain), unit)


def _all_read(kind: str, values: Sequence[str], unit: str) -> bool:
    frame = Frame(unit=unit)
    return all(_read(kind, value, frame) for value in values if value)


# -------------------------------------------------------------------------------- words in a row


def _words(row: TableRow, clear: Sequence[TableCell]) -> GuessedRow:
    """Return a row of words: a list, a choice where wordings come again, else text."""
    lists = {cell.place: _entries(cell.text) for cell in clear}
    again = Counter(entry for entries in lists.values() for entry in entries)
    if clear and all(len(found) > 1 for found in lists.values()) and max(again.values()) > 1:
        items = tuple(dict.fromkeys(entry for found in lists.values() for entry in found))
        entries = tuple(lists.get(cell.place, ()) for cell in row.cells)
        return GuessedRow(row, "checklist", entries, "", items, "lists that share an entry")
    wordings = Counter(cell.text for cell in clear)
    yes_no = {word.casefold() for word in wordings} <= {"yes", "no"} and len(clear) > 1
    repeated = (
        len(clear) > 2
        and max(wordings.values(), default=0) > 1
        and all(len(word) <= 60 for word in wordings)
    )
    if yes_no or repeated:
        places = {cell.place for cell in clear}
        values = tuple(cell.text if cell.place in places else "" for cell in row.cells)
        why = "answers of yes or no" if yes_no else "wordings that are in two cells or more"
        return GuessedRow(row, "choice", values, "", tuple(wordings), why)
    places = {cell.place for cell in clear}
    values = tuple(cell.text if cell.place in places else "" for cell in row.cells)
    return GuessedRow(row, "text", values, reason="no kind and unit fits half of its cells")


def _entries(text: str) -> tuple[str, ...]:
    """Return the entries of a list in a cell: lines, bullets or semicolons separate them."""
    parts = re.split(r"\s*[;\n•]\s*|\n\s*[-*]\s*", text)
    return tuple(part.strip(" -*•.") for part in parts if part.strip(" -*•."))
