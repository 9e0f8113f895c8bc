"""A comparison as the rows of a grid: which issues, in which order, and what their cells say.

An issue with parts is one row: where a party stands differently on its parts, its cell names them.
Opened, the issue's cells are empty and each part has a row of its own below.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from positions.comparison.cell_lines import CellLine, CellLineRole, cell_lines
from positions.comparison.row_order import GAPS, RowOrder, grouped
from positions.filter.language import Query
from positions.reports.page.marked_lines import said_by_one
from positions.reports.page.runs import Mark, Run
from positions.reports.page.summary import camps_in_brief
from positions.text.safe import width
from positions.text.word_diff import Edit
from tui.bars.filter import no_match
from tui.grid.layout import (
    EMPTY,
    NARROWEST_COLUMN,
    GridColumn,
    GridData,
    GridRow,
    RowKind,
    cell,
)
from tui.keys.table import key_of
from tui.paint.glyphs import LETTERS, counted
from tui.paint.relations import WORDS, relation_sign
from tui.state.cell_place import heading_id, part_row_id, row_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Party
    from positions.reports.page.marked_lines import MarkedLine
    from positions.reports.page.runs import Runs
    from tui.grid.layout import CellText
    from tui.paint.glyphs import Glyphs
    from tui.state.view import View

__all__ = [
    "GAPS",
    "ROLES",
    "MatrixChoice",
    "MatrixRows",
    "RowGroup",
    "RowOrder",
    "empty_sentence",
    "next_order",
    "two_signs",
]

ROLES: Final = {
    CellLineRole.PART: Mark.STRONG,
    CellLineRole.BRANCH: Mark.STRONG,
    CellLineRole.VALUE: Mark.PLAIN,
    CellLineRole.TERM: Mark.MUTED,
    CellLineRole.BLANK: Mark.BLANK,
    CellLineRole.MARK: Mark.WARNING,
}
"""How the lines of a cell look, by what they are."""


WIDEST_DISTANCE: Final = 14
"""Cells of a distance beside a title."""
DENSE_COLUMN: Final = 2
"""Cells of a column with one sign a row: as many as its title has letters."""
REFERENCE_SIGN: Final = 2
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def next_order(order: RowOrder, comparison: Comparison) -> RowOrder:
    """Return the next order that shows the rows otherwise; after the last, the first."""

    def shown(one: RowOrder) -> list[list[str]]:
        groups = grouped(comparison.rows, one, comparison.dossier)
        return [[row.issue.id for row in rows] for _, rows in groups]

    orders = list(RowOrder)
    now, at = shown(order), orders.index(order) + 1
    plain = [*chain(*shown(RowOrder.DOSSIER))]
    for one in (*orders[at:], *orders[:at]):
        then = shown(one)
        if then != now and (one is RowOrder.DOSSIER or [*chain(*then)] != plain):
            return one
    return order


class RowGroup(NamedTuple):
    """The rows that stand below a heading, and what it calls them."""

    title: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class MatrixChoice:
    """What of a comparison is shown, and how.

    Attributes:
        reference: The id of the party with which the others are compared.
        is_dense: Whether each party has one sign a row: the letter of its camp.
        opened: The ids of the issues whose parts have rows of their own.
        marked: The ids of the issues that are marked.
        news: The ids of the issues that a reload changed, and nobody has visited since.
    """

    query: Query = field(default_factory=Query)
    order: RowOrder = RowOrder.DOSSIER
    reference: str | None = None
    is_dense: bool = False
    opened: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    news: frozenset[str] = frozenset()

    def within(self, comparison: Comparison) -> MatrixChoice:
        """Return the choice without what the comparison does not have."""
        issues = frozenset(row.issue.id for row in comparison.rows)
        parties = [party.id for party in comparison.parties]
        return replace(
            self,
            reference=self.reference if self.reference in parties else next(iter(parties), None),
            opened=self.opened & issues,
            marked=self.marked & issues,
            news=self.news & issues,
        )


class MatrixRows:
    """The rows of one comparison; a row that looks the same is the same object.

    Attributes:
        marked_from: The length from which a line has its words told apart from the reference's.
    """

    marked_from: ClassVar[int] = 80

    def __init__(self, comparison: Comparison, glyphs: Glyphs) -> None:
        """Prepare nothing yet."""
        self.comparison = comparison
        self._glyphs = glyphs
        self._widest: int | None = None
        self._cells: dict[tuple[str, str, str, str | None], CellText] = {}
        self._rows: dict[tuple[str, str, str | None, bool, bool, bool, bool, bool], GridRow] = {}

    @property
    def gaps(self) -> frozenset[str]:
        """The ids of the issues on which parties differ: where the next gap is."""
        return frozenset(row.issue.id for row in self.comparison.rows if row.status in GAPS)

    def matching(self, query: Query) -> tuple[Row, ...]:
        """Return the rows of the comparison that pass a filter, in the dossier's order."""
        if not query.terms:
            return self.comparison.rows
        return tuple(row for row in self.comparison.rows if query.matches(row, self.comparison))

    def grid_data(self, choice: MatrixChoice, sentence: str = "") -> GridData:
        """Return what the grid shows; the sentence is said where no issue passes."""
        groups = self._groups(choice)
        parties = self.comparison.parties
        shorts = two_signs(parties) if choice.is_dense else [party.short for party in parties]
        distances = map(_far, self.comparison.rows) if choice.is_dense else ()
        far = max(map(width, distances), default=0)
        return GridData(
            columns=tuple(
                GridColumn(party.id, party.heading, short)
                for party, short in zip(parties, shorts, strict=True)
            ),
            rows=tuple(row for title, rows in groups for row in self._group(title, rows, choice)),
            reference=choice.reference,
            issue_title="Issue" if choice.order is RowOrder.DOSSIER else f"Issue, {choice.order}",
            sentence=sentence,
            sign=max(map(width, self._glyphs.relation.values())),
            sign_word=max(map(len, WORDS.values())),
            need=self._need(choice),
            is_dense=choice.is_dense,
            far=min(far, WIDEST_DISTANCE),
            marked_words=tuple(
                value
                for term in choice.query.terms
                if not term.field and not term.negated
                for value in term.values
            ),
        )

    def group_of(self, heading: str, choice: MatrixChoice) -> RowGroup | None:
        """Return what stands below a heading, by the id of its row; None where it is none."""
        groups = self._groups(choice)
        return next((RowGroup(*one) for one in groups if heading_id(one[0]) == heading), None)

    def _groups(self, choice: MatrixChoice) -> list[tuple[str, list[Row]]]:
        return grouped(self.matching(choice.query), choice.order, self.comparison.dossier)

    def _need(self, choice: MatrixChoice) -> int:
        """Return the cells of the widest text of a cell, and of its column's short title."""
        if choice.is_dense:
            return DENSE_COLUMN
        if self._widest is None:
            titles = (
                min(width(party.short or party.heading), NARROWEST_COLUMN) + REFERENCE_SIGN
                for party in self.comparison.parties
            )
            self._widest = max(titles, default=0)
            for text in self._texts():
                self._widest = max(self._widest, *map(width, text.texts or ("",)))
                if self._widest >= NARROWEST_COLUMN:
                    break
        return self._widest

    def _texts(self) -> Iterator[CellText]:
        for row in self.comparison.rows:
            for party in self.comparison.parties:
                yield self._cell(row, row.whole, party.id, None)

    def gap_from(
        self, rows: Sequence[GridRow], here: int, direction: int, *, any_issue: bool
    ) -> int | None:
        """Return the index of the nearest row with a gap; beyond the end, from the other end.

        Args:
            rows: The grid's rows.
            here: The index of the row where the search begins.
            direction: 1 for forward, -1 for back.
            any_issue: Whether any issue will do, as in a filter.
        """
        gaps = {row_id(issue) for issue in self.gaps}
        places = [
            index
            for index, row in enumerate(rows)
            if row.kind is RowKind.ROW and (any_issue or row.id in gaps)
        ]
        ahead = [index for index in places if (index - here) * direction > 0]
        return (ahead or places)[0 if direction > 0 else -1] if places else None

    def _group(self, title: str, rows: Sequence[Row], choice: MatrixChoice) -> Iterator[GridRow]:
        yield self._heading(title, rows, choice.order)
        for row in rows:
            is_open = bool(row.parts) and row.issue.id in choice.opened
            yield self._row(row, row.whole, choice, is_open=is_open)
            if is_open:
                for line in row.parts:
                    yield self._row(row, line, choice, is_open=False)

    def _heading(self, title: str, rows: Sequence[Row], order: RowOrder) -> GridRow:
        counts = _counts(rows) if order is not RowOrder.GAP else str(len(rows))
        key = (heading_id(title), counts, None, False, False, False, False, False)
        if key not in self._rows:
            text = cell((Run(title), Run(f"  {counts}", Mark.MUTED)))
            self._rows[key] = GridRow(heading_id(title), text, kind=RowKind.HEADING)
        return self._rows[key]

    def _row(self, row: Row, line: Line, choice: MatrixChoice, *, is_open: bool) -> GridRow:
        issue = row.issue.id
        is_marked = not line.part and issue in choice.marked
        is_news = not line.part and issue in choice.news
        is_dense = choice.is_dense
        has_far = not is_dense and choice.order in {RowOrder.GAP, RowOrder.CAMPS}
        key = (issue, line.part, choice.reference, is_open, is_marked, is_news, is_dense, has_far)
        if key not in self._rows:
            sizes = camps_in_brief(line, self.comparison, self._glyphs.ellipsis)
            self._rows[key] = GridRow(
                part_row_id(issue, line.part) if line.part else row_id(issue),
                self._title(row, line, is_open=is_open, is_marked=is_marked, has_far=has_far),
                self._camp_signs(line, choice.reference)
                if is_dense
                else tuple(
                    EMPTY if is_open else self._cell(row, line, party.id, choice.reference)
                    for party in self.comparison.parties
                ),
                kind=RowKind.PART if line.part else RowKind.ROW,
                letter=LETTERS[line.status],
                glyph=self._glyphs.status[line.status],
                role=Mark(line.status),
                is_news=is_news,
                far=line.distance.prose if line.distance else "",
                aside=f"camps {sizes}" if sizes and not is_dense else "",
            )
        return self._rows[key]

    def _camp_signs(self, line: Line, reference: str | None) -> tuple[CellText, ...]:
        """Return the letter of each party's camp, the largest first, or the sign of a blank."""
        known = line.told if len(line.told) > 1 else line.camps if len(line.camps) == 1 else ()
        letters = dict.fromkeys(chain(*line.camps), "?")
        pairs = zip(sorted(known, key=len, reverse=True), _LETTERS, strict=False)
        letters |= {party: sign for camp, sign in pairs for party in camp}
        cells = []
        for party in self.comparison.parties:
            letter = letters.get(party.id, "")
            _, role, _ = relation_sign(line, party.id, reference, self._glyphs)
            if not letter and party.role.counts:
                letter, role = self._glyphs.blank, Mark.BLANK
            cells.append(cell(Run(letter, role)))
        return tuple(cells)

    def _title(
        self, row: Row, line: Line, *, is_open: bool, is_marked: bool, has_far: bool
    ) -> CellText:
        has_parts = bool(row.parts) and not line.part
        fold = self._glyphs.unfolded if is_open else self._glyphs.folded
        is_disputed = bool(row.issue.disputed) and not line.part
        title = f"{line.title} {self._glyphs.disputed}" if is_disputed else line.title
        runs = (Run(f"{fold} " if has_parts else "", Mark.MUTED), Run(title))
        far = (
            [Run(f"apart: {line.distance.prose}", Mark.MUTED)] if has_far and line.distance else []
        )
        return cell(runs, *far, sign=self._glyphs.marked if is_marked else "")

    def _cell(self, row: Row, line: Line, party: str, reference: str | None) -> CellText:
        other = self.set_against(party, reference)
        if other and self.marked_from:
            texts = self._text(row, line, party, None).texts
            other = other if any(len(text) >= self.marked_from for text in texts) else None
        sign, role, word = relation_sign(line, party, reference, self._glyphs)
        text = self._text(row, line, party, other)
        return text._replace(sign=sign, sign_role=role, sign_word=word)

    def set_against(self, party: str, reference: str | None) -> str | None:
        """Return the party from whose words those of a party are told apart; None for none."""
        return reference if reference != party else None

    def _text(self, row: Row, line: Line, party: str, other: str | None) -> CellText:
        """Return what a party's cell says, what it says otherwise than another party marked."""
        key = (row.issue.id, line.part, party, other)
        if key not in self._cells:
            lines = self.lines(row, line, party)
            marked = said_by_one(lines, self.lines(row, line, other) if other else ())[0]
            self._cells[key] = cell(*(self._paragraph(one, is_plain=not other) for one in marked))
        return self._cells[key]

    def _paragraph(self, marked: MarkedLine, *, is_plain: bool) -> Runs:
        """Return a line of a cell, in runs, with the sign of what it is."""
        line = marked.line
        is_plain = is_plain or len(line.text) < self.marked_from
        runs = [
            Run(one.text, ROLES[line.role] if is_plain or one.edit is Edit.KEPT else Mark.ALONE)
            for one in marked.stretches
        ]
        role = ROLES[line.role]
        if line.role is CellLineRole.BLANK:
            return (Run(f"{self._glyphs.blank} ", role), *runs)
        return (
            (*runs, Run(":", role))
            if line.role in {CellLineRole.PART, CellLineRole.BRANCH}
            else tuple(runs)
        )

    def lines(self, row: Row, line: Line, party: str) -> tuple[CellLine, ...]:
        """Return the lines of a party's cell; those of a part without its title, as a row has it.

        Args:
            row: The row.
            line: The whole of it, or a part.
            party: The party's id.
        """
        leaves = (line,) if line.part else row.leaves
        standings = [leaf.standings[party] for leaf in leaves]
        lines = cell_lines(self.comparison.dossier, row.issue, standings)
        if line.part and lines and lines[0].role is CellLineRole.PART:
            return tuple(
                CellLine(each.text, each.role, max(each.depth - 1, 0)) for each in lines[1:]
            )
        return lines


def empty_sentence(view: View | None, words: str) -> str:
    """Return what is said where there is no row to show: why, and the way out."""
    if view is None:
        return "Reading the dossier."
    if view.comparison is None:
        shows, reads = key_of("app.problems"), key_of("app.reload")
        return f"{view.path} cannot be read. {shows} shows why; {reads} reads it again."
    if words.strip():
        return no_match(words)
    if view.comparison.unraised:
        return "No document says anything on an issue. e opens it in the editor; ? shows the keys."
    return (
        "The dossier has no issues yet. `positions init` writes an example to begin with; e opens "
        "this file in the editor."
    )


def two_signs(parties: Iterable[Party]) -> list[str]:
    """Return two signs for each party, no two alike as long as its name has others."""
    found: list[str] = []
    for party in parties:
        first, *rest = party.name.split() or [party.name]
        initials = f"{first[:1]}{rest[-1][:1]}" if rest else first[:2]
        signs = "".join((party.short or party.name).split())
        others = (signs[-2:], *(signs[0] + sign for sign in signs[1:]))
        ways = (party.short[:2] or initials, *others)
        found.append(next((one for one in ways if one not in found), ways[0]))
    return found


def _far(row: Row) -> str:
    return row.whole.distance.prose if row.whole.distance else ""


def _counts(rows: Iterable[Row]) -> str:
    """Return how many rows have each status, in letters: `N1 D3 O1`."""
    return " ".join(said for _, said in counted(Counter(row.status for row in rows)))
