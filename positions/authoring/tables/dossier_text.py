"""Writes the text of a dossier from a table: YAML for people to go on with.

Behind each value is a comment with the cell it came from; `# to do` marks what a person has to
decide. What could not be read is uncoded, with its words as a paraphrase.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.authoring.scalars import quoted_scalar, scalar
from positions.authoring.tables.guesses import BLANKS
from positions.model.vocabulary import Blank
from positions.text.english import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.authoring.tables.guesses import GuessedRow, Guesses
    from positions.authoring.tables.layout import LaidOut

__all__ = ["TableOrigin", "dossier_text"]

_ALONE: Final = "Talks"


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """What is known of the table beside its cells.

    Attributes:
        name: The name of the file.
        date: The day for which it stands, as a dossier writes it.
        publisher: Who made it.
        form: The form of the documents that are made of its columns.
        whole: Whether what a column leaves empty is silence.
    """

    name: str
    date: str
    publisher: str = ""
    form: str = "report"
    whole: bool = False


def dossier_text(table: LaidOut, found: Guesses, origin: TableOrigin) -> str:
    """Return the text of a dossier that passes `check`.

    Args:
        table: Parties and issues.
        found: What each row holds.
        origin: Where the table is from.
    """
    return "\n".join(_Writer(table, found, origin).lines()) + "\n"


class _Writer:
    """A table on its way to text."""

    def __init__(self, table: LaidOut, found: Guesses, origin: TableOrigin) -> None:
        self._table, self._found, self._origin = table, found, origin
        self._parties = _ids([cell.text for cell in table.parties])
        self._issues = _ids([row.row.title.text for row in found.rows])

    def lines(self) -> Iterator[str]:
        """Yield the lines of the dossier."""
        origin = self._origin
        yield f"# Made from {_remark(origin.name)}. `# to do` marks what a person has to decide."
        yield "dossier:"
        yield f"  format: 1\n  title: {scalar(self._table.title or _stem(origin.name))}"
        yield "parties:"
        for party, cell in zip(self._parties, self._table.parties, strict=True):
            yield f"  {party}: {{name: {_in_braces(cell.text)}}}"
        yield "sources:"
        publisher = origin.publisher or "not known"
        yield "  table:"
        yield f"    publisher: {scalar(publisher)}{'' if origin.publisher else '  # to do'}"
        yield f"    date: {origin.date}"
        yield f"    title: {scalar(f'[Table: {origin.name}]')}"
        yield "issues:"
        for issue, row in zip(self._issues, self._found.rows, strict=True):
            yield from self._issue(issue, row)
        yield "memoranda:"
        for place, party in enumerate(self._parties):
            yield from self._document(place, party)

    def _issue(self, issue: str, row: GuessedRow) -> Iterator[str]:
        cell = row.row.title
        yield f"  {issue}:  # {cell.place}: {_remark(row.reason)}"
        yield f"    topic: {scalar(row.row.topic or _ALONE)}"
        yield f"    title: {scalar(_one_line(cell.text))}"
        yield f"    kind: {row.kind}"
        if row.unit:
            yield f"    unit: {scalar(row.unit)}"
        if row.kind in {"quantity", "duration", "date"}:
            yield "    # to do: `limit: maximum` or `minimum` if the values are limits themselves"
        if row.to_do:
            yield f"    # to do: {' '.join(row.to_do.split())}"
        name = {"choice": "options", "checklist": "items"}.get(row.kind)
        if name:
            yield f"    {name}:"
            ids = _ids(list(row.options))
            for option, title in zip(ids, row.options, strict=True):
                yield f"      {option}: {scalar(_one_line(title))}"
        note = "; ".join(part for part in (row.row.note, cell.comment) if part)
        if note:
            yield f"    note: {scalar(_one_line(note))}"

    def _document(self, place: int, party: str) -> Iterator[str]:
        origin = self._origin
        yield f"  {party}-table:"
        yield f"    party: {party}"
        yield f"    form: {origin.form}" + ("  # to do" if origin.form == "report" else "")
        yield f"    date: {origin.date}"
        if origin.form == "memorandum":
            yield "    disclosure: published  # to do"
        if origin.whole:
            yield "    read: whole"
        yield "    sources: [table]"
        yield "    positions:"
        written = [
            line
            for issue, row in zip(self._issues, self._found.rows, strict=True)
            for line in self._position(issue, row, place)
        ]
        yield from written or ["      {}"]

    def _position(self, issue: str, row: GuessedRow, place: int) -> Iterator[str]:
        cell, value = row.row.cells[place], row.values[place]
        if cell.text.casefold() in BLANKS and not cell.comment:
            return
        here = f"{cell.place}: {_remark(cell.text)}"
        note = f"note: {_in_braces(_one_line(cell.comment))}" if cell.comment else ""
        if not value:
            said = f"paraphrase: {scalar(_one_line(cell.text) + f' ({cell.place})')}"
            yield f"      {issue}:  # to do, {here}"
            yield f"        {said}"
            if cell.comment:
                yield f"        note: {scalar(_one_line(cell.comment))}"
            return
        text = self._value(row, value)
        if note:
            yield f"      {issue}:  # {here}"
            yield f"        value: {text}"
            yield f"        note: {scalar(_one_line(cell.comment))}"
            return
        yield f"      {issue}: {text}  # {here}"

    def _value(self, row: GuessedRow, value: str | tuple[str, ...]) -> str:
        ids = dict(zip(row.options, _ids(list(row.options)), strict=True))
        if isinstance(value, tuple):
            return f"[{', '.join(ids[entry] for entry in value)}]"
        if row.kind == "choice":
            return ids[value]
        return scalar(_one_line(value))


def _ids(titles: Sequence[str]) -> list[str]:
    """Return an id for each title, none twice, none a word that values use."""
    found: list[str] = []
    for number, title in enumerate(titles, start=1):
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
        made = "-".join(words)[:40].strip("-")
        if not re.fullmatch(r"[a-z][a-z0-9-]+", made):
            made = f"row-{made or number}"
        if made in _TAKEN:
            made = f"{made}-{number}"
        while made in found:
            made = f"{made}-{number}"
        found.append(made)
    return found


_TAKEN: Final = frozenset(
    {
        *map(str, Blank),
        *("none", "all", "unlimited", "unspecified", "or", "not"),
        *("only", "demand", "refuse", "value", "rest", "parts"),
    }
)
"""Words that values and positions use, so that none of them is an id."""


def _in_braces(text: str) -> str:
    return quoted_scalar(_one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _remark(text: str) -> str:
    """Return a text for a comment: on one line, of printable characters, and not a long one."""
    said = "".join(one if one.isprintable() else "·" for one in _one_line(text))
    return shortened(said, 80)


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
