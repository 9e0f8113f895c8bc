"""Makes a dossier of a comparison that was printed as comma-separated values.

Each value is there as a dossier writes it, so that nothing is guessed: rows without options,
accounts and outcomes come to the same status, values and terms. What the table does not carry is
named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from positions.authoring.scalars import in_flow, scalar
from positions.model.vocabulary import Blank
from positions.reading.places import Mapping
from positions.reading.reader import read
from positions.text.patterns import pattern
from positions.text.slugs import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.authoring.tables.cells import Table
    from positions.authoring.tables.dossier_text import TableOrigin

__all__ = ["ComparisonTable", "comparison_table"]

_NEEDED: Final = frozenset({"issue", "title", "part", "kind", "choices", "party ids"})
_WRITTEN: Final = ": written"
_BETWEEN: Final = " | "
_FORMULA: Final = pattern(r"'(?=[-=+@＝＋－＠])")
_UNWRITTEN: Final = frozenset({Blank.UNREADABLE, ""})
_NAMING: Final = ("starts", "until", "conditions", "after")
_ID: Final = pattern(r"[\w][\w.-]*")

_Record = dict[str, str]


@dataclass(slots=True)
class ComparisonTable:
    """What a comparison in a table came to.

    Attributes:
        text: The text of the dossier.
        issues: How many issues it has.
        parties: How many parties.
        values: How many values were carried.
        left: What could not be carried, in sentences.
    """

    text: str = ""
    issues: int = 0
    parties: int = 0
    values: int = 0
    left: list[str] = field(default_factory=list)


def comparison_table(table: Table, origin: TableOrigin) -> ComparisonTable | None:
    """Return the dossier of a comparison that was printed; None where the table is none.

    Args:
        table: The cells.
        origin: Where the table is from.
    """
    heading = [cell.text for cell in table.rows[0]]
    if not set(heading) >= _NEEDED or not any(word.endswith(_WRITTEN) for word in heading):
        return None
    records = [
        dict(zip(heading, (_FORMULA.sub("", cell.text, count=1) for cell in row), strict=True))
        for row in table.rows[1:]
    ]
    return _ReadBack(records, heading, origin).made()


class _ReadBack:
    def __init__(self, records: Sequence[_Record], heading: list[str], origin: TableOrigin) -> None:
        self._records, self._origin = records, origin
        self._names = dict(_pairs(records[0]["party ids"])) if records else {}
        written = [word.removesuffix(_WRITTEN) for word in heading if word.endswith(_WRITTEN)]
        # A name that two parties have is followed by the id of each.
        self._columns = dict(zip(self._names, written, strict=False))
        self._beside = {
            word.rpartition(": ")[0] for word in heading if word.endswith(": relations")
        }
        self._found = ComparisonTable(parties=len(self._names))
        self._events: dict[str, None] = {}

    def made(self) -> ComparisonTable:
        """Return the dossier, and what it lacks."""
        issues = list(self._issues())
        documents = [line for party in self._names for line in self._document(party)]
        found, origin = self._found, self._origin
        found.issues = len({record["issue"] for record in self._records})
        lines = [
            f"# Made from {scalar(origin.name)}, a comparison.",
            f"dossier: {{format: 1, title: {in_flow(origin.name.rpartition('.')[0])}}}",
            "parties:",
            *(self._party(party, name) for party, name in self._names.items()),
            "sources:",
            "  table:",
            f"    publisher: {scalar(origin.publisher or 'not known')}",
            f"    date: {origin.date}",
            f"    title: {scalar(f'[Table: {origin.name}]')}",
            *(["events:"] if self._events else []),
            *(f"  {name}: {scalar(title_of(name))}" for name in self._events),
            "issues:",
            *issues,
            "shared:",
            f"  form: {origin.form}",
            f"  date: {origin.date}",
            "  sources: [table]",
            "memoranda:",
            *documents,
        ]
        found.text = "\n".join(lines) + "\n"
        self._say_what_is_left()
        return found

    def _party(self, party: str, name: str) -> str:
        role = ", role: observer" if self._columns.get(party) in self._beside else ""
        return f"  {party}: {{name: {in_flow(name)}{role}}}"

    def _issues(self) -> Iterator[str]:
        for record in self._records:
            if record["part"]:
                continue
            yield f"  {record['issue']}:"
            for name in ("topic", "title", "kind", "unit", "limit", "near", "ordered"):
                if record.get(name):
                    yield f"    {name}: {scalar(record[name])}"
            if record["between"]:
                yield f"    between: [{', '.join(record['between'].split(_BETWEEN))}]"
            yield from self._choices(record)
            parts = [one for one in self._parts(record["issue"]) if one["part"]]
            if parts:
                yield "    parts:"
            for part in parts:
                unit = f", unit: {in_flow(part['unit'])}" if part["unit"] != record["unit"] else ""
                yield f"      {part['part']}: {{title: {in_flow(part['part title'])}{unit}}}"

    def _choices(self, record: _Record) -> Iterator[str]:
        if not record["choices"]:
            return
        if record["kind"] == "scale":
            yield f"    ends: {in_flow(tuple(record['choices'].split(_BETWEEN)))}"
            return
        yield "    items:" if record["kind"] == "checklist" else "    options:"
        for name, title in _pairs(record["choices"]):
            yield f"      {name}: {scalar(title)}"

    def _parts(self, issue: str) -> list[_Record]:
        return [record for record in self._records if record["issue"] == issue]

    def _document(self, party: str) -> Iterator[str]:
        yield f"  {party}:"
        yield "    positions:"
        for record in self._records:
            if record["part"]:
                continue
            parts = [one for one in self._parts(record["issue"]) if one["part"]]
            if not parts:
                said = self._said(record, party)
                if said:
                    yield f"      {record['issue']}: {said}"
                continue
            found = [(one["part"], said) for one in parts if (said := self._said(one, party))]
            if found:
                yield f"      {record['issue']}:\n        parts:"
            yield from (f"          {part}: {said}" for part, said in found)

    def _said(self, record: _Record, party: str) -> str:
        """Return what a party says in a line, as text of YAML; empty where it is not carried."""
        column = self._columns.get(party, "")
        blank = record.get(f"{column}: blank", "")
        written = record.get(f"{column}{_WRITTEN}", "")
        if not written:
            return "" if blank in _UNWRITTEN else blank
        self._found.values += 1
        data = read(f"a: {written}\n", "").data
        inner = data["a"] if isinstance(data, Mapping) else None
        if isinstance(inner, Mapping):
            self._name_events(inner)
        is_flow = isinstance(inner, list | Mapping) and record["kind"] != "text"
        has_terms = isinstance(inner, Mapping) and "value" in inner
        return written if is_flow or has_terms else scalar(written)

    def _name_events(self, position: Mapping) -> None:
        """Note the words of terms that can only be ids, so that they are declared."""
        for name in _NAMING:
            said = position.get(name)
            for word in said if isinstance(said, list) else [said]:
                known = {record["issue"] for record in self._records} | self._names.keys()
                if isinstance(word, str) and _ID.fullmatch(word) and word not in {*known, "none"}:
                    self._events[word] = None

    def _say_what_is_left(self) -> None:
        columns = list(self._columns.values())
        several = sum(
            bool(record.get(f"{name}: position")) and not record.get(f"{name}{_WRITTEN}")
            for record in self._records
            for name in columns
        )
        accounts = sum(
            "accounts differ" in record.get(f"{name}: remarks", "")
            for record in self._records
            for name in columns
        )
        outcomes = sum(bool(record.get("outcome")) for record in self._records)
        left = (
            (several, "position with several options was", "positions with several options were"),
            (accounts, "position has accounts that were", "positions have accounts that were"),
            (outcomes, "line has an outcome that was", "lines have outcomes that were"),
        )
        self._found.left += [
            f"{count} {one if count == 1 else more} not carried over."
            for count, one, more in left
            if count
        ]
        self._found.left.append(
            "Documents, sources and grades are not in such a table: each party has one document, "
            "of which the table is the source."
        )


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield ids and titles of `a: One | b: Two`."""
    for one in text.split(_BETWEEN):
        name, _, title = one.partition(": ")
        if name:
            yield name, title or name
