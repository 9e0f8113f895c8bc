"""Pair: two parties side by side, issue by issue, with what each alone says marked.

It is the matrix of two parties: its keys do the same here. `positions pairs A B` prints the same.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content
from textual.widgets import Static

from positions.analysis.pairs import pair_up, ranked, side_by_side
from positions.comparison.compare import narrowed
from positions.reports.page.render import render
from positions.reports.page.runs import Mark
from positions.reports.pairs.pair import pair_page, topic_map
from positions.reports.pairs.words import share_in_words
from positions.text.safe import visible
from tui.keys.table import bindings_for
from tui.matrix.copies import copies
from tui.matrix.screen import MatrixGrid, MatrixScreen
from tui.paint.statuses import STATUS_STYLES
from tui.pair.rows import PairRows, pair_sentence
from tui.questions.menus import OtherPicker
from tui.state.exports import forms_of_page
from tui.state.messages import CopyWanted, ScreenWanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.widget import Widget

    from positions.comparison.rows import Comparison
    from tui.matrix.rows import MatrixRows
    from tui.paint.glyphs import Glyphs
    from tui.state.view import View

__all__ = ["PairGrid", "PairScreen"]

ROOM_FOR_TOPICS: Final = 40
"""From how many lines on the topics are drawn above the table; on fewer they would hide it."""

_STYLES: Final = {Mark(status): style for status, style in STATUS_STYLES.items()}


class PairGrid(MatrixGrid):
    """The grid of two parties: what turns pages elsewhere changes the other party here."""

    BINDINGS = bindings_for("sides")


class PairScreen(MatrixScreen):
    """Two parties of the view; see the module's docstring."""

    BINDINGS = bindings_for("pair")
    own_key: ClassVar[str] = "app.pair"
    grid_type: ClassVar[type[MatrixGrid]] = PairGrid
    DEFAULT_CSS = """
    PairScreen #pair-head { height: auto; padding: 0 1; background: $surface; }
    """

    def __init__(
        self, view: View, parties: Sequence[str], glyphs: Glyphs, issue: str | None = None
    ) -> None:
        """Show these two parties, by id, as far as they are compared; begin at an issue."""
        super().__init__(glyphs)
        self._whole = view
        self._parties = tuple(parties)
        self._gaps_only = True
        self._first = issue

    def heads(self) -> Iterable[Widget]:
        """Return the line that says who they are and what is between them."""
        return (Static(id="pair-head", markup=False),)

    @property
    def given(self) -> View | None:
        """The view from which the two are taken."""
        return self._whole

    def on_mount(self) -> None:
        """Begin at the issue from which it was opened, if that is among those shown."""
        super().on_mount()
        if self._first is not None:
            self.go_to(self._first, next(iter(self._parties), None))

    # What is shown ------------------------------------------------------------------------------

    def update_view(self, view: View) -> None:
        """Show the two in another view; where one of them is gone, another in its place."""
        self._whole = view
        if view.comparison is not None:
            self._parties = _two(view.comparison, self._parties)
            view = replace(view, comparison=_side_by_side(view.comparison, self._parties))
        super().update_view(view)
        self._say()

    def rows_of(self, comparison: Comparison) -> MatrixRows:
        """Return the rows of the two: their gaps, or all."""
        return PairRows(comparison, self._glyphs, gaps_only=self._gaps_only)

    def empty_sentence(self) -> str:
        """Return what is said where there is no row to show."""
        if isinstance(self._rows, PairRows):
            return self._rows.empty_sentence(self._words)
        return super().empty_sentence()

    def _say(self) -> None:
        rows = self._rows
        if isinstance(rows, PairRows) and self._is_ready:
            names, said = pair_sentence(rows, gaps_only=self._gaps_only)
            head = self.query_one("#pair-head", Static)
            head.display = bool(names)
            topics = self._topics(rows) if names and self.size.height >= ROOM_FOR_TOPICS else ()
            head.update(Content.assemble((visible(names), "bold"), f": {visible(said)}", *topics))

    def _topics(self, rows: PairRows) -> Iterator[str | tuple[str, str]]:
        """Yield the picture of the topics, below the sentence, with its styles."""
        picture = topic_map(rows.comparison.rows)
        columns = self.size.width * 7 // 10 if self.has_class("-beside") else self.size.width
        for row in picture.draw(columns - 2, self._glyphs.signs):
            for line in row.lines:
                yield "\n"
                yield from ((run.text, _STYLES.get(run.mark, "")) for run in line)

    def on_resize(self) -> None:
        """Show the topics where there is room for them."""
        self._say()

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the two."""
        return self._parties

    def take_parties(self, parties: tuple[str, ...], issue: str | None = None) -> None:
        """Show two parties, at an issue if one is given; fewer than two leave all as it is."""
        if len(parties) == 2 and parties != self._parties:
            self._show_pair(parties)
        if issue is not None:
            self.go_to(issue)

    def _show_pair(self, parties: tuple[str, ...]) -> None:
        """Show two others."""
        self._parties = parties
        self._choice = replace(self._choice, reference=parties[0])
        self.update_view(self._whole)

    def is_moot(self, key: str) -> bool:
        """Return whether a key could only say that there is no other party."""
        others = {"sides.next-other", "sides.previous-other", "pair.other", "matrix.pair"}
        return key in others and len(self._others) < 2

    # Actions ------------------------------------------------------------------------------------

    def action_all(self) -> None:
        """Show all issues, or the gaps alone."""
        self._gaps_only = not self._gaps_only
        self._rows = None
        self.update_view(self._whole)

    def action_copy(self) -> None:
        """Ask what to copy: what stands at the cursor, or the pair."""
        rows = self._rows
        if self._view is None or not isinstance(rows, PairRows) or rows.between is None:
            self.app.notify("There is nothing to copy here.", markup=False)
            return
        shown = rows.matching(self._choice.query)
        page = pair_page(rows.comparison, rows.between, rows.comparison.rows, shown)
        texts = copies(self._view, self.spot, self._marked)
        self.post_message(
            CopyWanted(
                {**texts, "What is listed of the pair as Markdown": render(page, "markdown")}
            )
        )

    def exports(self) -> dict[str, Callable[[], str]]:
        """Return what makes a text of what is listed of the pair, by the ending of its file."""
        rows, found = self._rows, super().exports()
        if not isinstance(rows, PairRows) or rows.between is None:
            return {}
        between, shown = rows.between, rows.matching(self._choice.query)
        made = partial(pair_page, rows.comparison, between, rows.comparison.rows, shown)
        return {**found, **forms_of_page(made)}

    def action_swap(self) -> None:
        """Change sides."""
        if len(self._parties) == 2:
            self._show_pair(self._parties[::-1])

    def action_next_other(self) -> None:
        """Show the first party with the one after the second."""
        self._turn(1)

    def action_previous_other(self) -> None:
        """Show the first party with the one before the second."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        others = self._others
        if len(others) < 2:
            self.app.notify("There is no other party to compare with.", markup=False)
            return
        here = others.index(self._parties[1])
        self._show_pair((self._parties[0], others[(here + direction) % len(others)]))

    def action_other(self) -> None:
        """Choose the second party, the nearest to the first on top."""
        comparison = self._whole.comparison
        if comparison is None or len(self._others) < 2:
            self.app.notify("There is no other party to compare with.", markup=False)
            return
        first = self._parties[0]
        names = {party.id: party.heading for party in comparison.parties}
        pairs = pair_up(comparison, of=first)
        near = [one for _, one in ranked(pairs.all, pairs.floor)]
        shares = {one.other(first): f"  {share_in_words(one)}" for one in near}
        others = {
            party: f"{names[party]}{shares.get(party, '')}"
            for party in dict.fromkeys((*shares, *self._others))
        }

        def take(party: str | None) -> None:
            if party is not None:
                self._show_pair((first, party))

        question = OtherPicker(names[first], others, self._parties[1])
        self.post_message(ScreenWanted(question, take))

    @property
    def _others(self) -> list[str]:
        """All whom the first party can be compared with."""
        if self._whole.comparison is None:
            return []
        parties = [party.id for party in self._whole.comparison.parties]
        return [party for party in parties if party != self._parties[0]]


def _side_by_side(comparison: Comparison, parties: tuple[str, ...]) -> Comparison:
    if len(parties) < 2:
        return narrowed(comparison, parties)
    first, second = parties
    return side_by_side(comparison, first, second)


def _two(comparison: Comparison, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return two parties of a comparison, those wanted if they are there; else as many as it has.

    The place of one that is gone is taken by the first that is not the other.
    """
    known = [party.id for party in comparison.parties]
    found = [party if party in known else None for party in (*wanted, None, None)[:2]]
    for place, party in enumerate(found):
        if party is None:
            rest = [one for one in known if one not in found]
            found[place] = rest[0] if rest else None
    return tuple(party for party in found if party is not None)
