"""Sequence: each side's order of steps, and where these orders block each other.

The findings stand above, the orders of the parties below them, beside each other from 72 columns
on. The steps of the finding that was visited last are marked in every order.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from positions.reports.page.render import render
from positions.reports.sequence.graph import sequence_mermaid
from positions.reports.sequence.page import sequence_page
from positions.text.safe import visible
from tui.keys.table import bindings_for
from tui.lines.screen import LinesScreen
from tui.lines.sheet import LineSheet
from tui.sequence.items import NONE, StepItem, is_empty, sequence_sections
from tui.state.messages import CopyWanted
from tui.state.orders import ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.widget import Widget

    from positions.sequence.conflicts import Sequencing
    from tui.sheet.cursor import ItemPlace
    from tui.sheet.items import SheetSection
    from tui.state.view import View

__all__ = ["OrderedSteps", "SequenceScreen", "SequenceSheet"]


class OrderedSteps(NamedTuple):
    """The orders of steps, and all of them as text in each form, to be copied."""

    sequencing: Sequencing
    wholes: Mapping[str, str]


class SequenceSheet(LineSheet[StepItem]):
    """The sheet with the keys of the table, and with a mark on the steps of a finding.

    Attributes:
        made: What makes the sections, given the key of the finding whose steps are marked.
        wholes: All of it as text in each form, to be copied.
    """

    BINDINGS = bindings_for("sequence")
    line_class = StepItem
    BESIDE_FROM: ClassVar[int] = 71  # a screen of 72, without its scrollbar
    made: Callable[[tuple[str, ...]], tuple[SheetSection, ...]] | None = None
    wholes: Mapping[str, str] = {}  # replaced, never changed
    _chosen: tuple[str, ...] = ()

    def show_orders(self, made: Callable[[tuple[str, ...]], tuple[SheetSection, ...]]) -> None:
        """Show orders for the first time, or read again: then the cursor stays with its line."""
        line, is_first = self.line, self.made is None
        self.made = made
        if is_first:
            self.show(made(()))
            self.begin_at(_is_finding)
            return
        self.update_sections(made(self._chosen))
        party, key = (line.party, line.key) if line else ("", ())
        if not self.go_to_first(lambda one: (one.party, one.key) == (party, key)):
            self._move(self._cursor.place)

    def go(self, direction: int) -> str:
        """Go to the next finding, 1, or to the one before, -1.

        Returns:
            What a reader must know: that there is none, or that the search began again.
        """
        return self.go_among(_is_finding, direction, "No orders of steps block each other.")

    def action_next_finding(self) -> None:
        """Go to the next conflict or loop."""
        self.tell(self.go(1))

    def action_previous_finding(self) -> None:
        """Go to the conflict or loop before."""
        self.tell(self.go(-1))

    def action_copy(self) -> None:
        """Ask what to copy."""
        line = self.line
        place = line.place if line else None
        texts = {
            "Sentence" if line and line.finding else "Line": line.copied if line else "",
            "File and line": visible(f"{place.file}:{place.line}") if place else "",
            **self.wholes,
        }
        self.post_message(CopyWanted({name: text for name, text in texts.items() if text}))

    def _move(self, place: ItemPlace) -> None:
        super()._move(place)
        line = self.line
        if line and self.made and line.finding and line.finding != self._chosen:
            self._chosen = line.finding
            self.update_sections(self.made(self._chosen))


def _is_finding(line: StepItem) -> bool:
    """Return whether a line is a finding, and not an order under one."""
    return bool(line.finding) and not line.depth


class SequenceScreen(LinesScreen["OrderedSteps | None"]):
    """The orders of steps."""

    own_key: ClassVar[str] = "app.sequence"
    needs_lines = frozenset({"open", "next_finding", "previous_finding", "copy", "edit"})
    while_making = "Comparing the orders of steps."
    nothing_to_open = "Nothing to open here: Enter opens the issue to which a step belongs."

    def widgets(self) -> tuple[Sequence[Widget], Sequence[Widget]]:
        """Return the orders; see `LinesScreen`."""
        return (), (SequenceSheet(glyphs=self._glyphs, id="sequence"),)

    def make(self, view: View, words: str) -> OrderedSteps | None:
        """Compare the orders of a view; see `LinesScreen`."""
        return _ordered(view)

    def show_made(self, made: OrderedSteps | None) -> None:
        """Show the orders, at the same place as before; say so where there are none."""
        found, comparison = made, self._view.comparison
        if found is None or comparison is None or is_empty(found.sequencing):
            moment = f" as of {found.sequencing.as_of}" if found else ""
            self.say(f"{NONE.removesuffix('.')}{moment}. Esc goes back.")
            return
        dossier, sequencing, place_of = comparison.dossier, found.sequencing, self._view.loaded.span
        sheet = self.query_one(SequenceSheet)
        sheet.wholes = found.wholes
        self.page = partial(sequence_page, dossier, sequencing)

        def sections(chosen: tuple[str, ...]) -> tuple[SheetSection, ...]:
            return sequence_sections(dossier, sequencing, place_of, self._glyphs, chosen)

        sheet.show_orders(sections)
        self.show_lines()


def _ordered(view: View) -> OrderedSteps | None:
    """Return the orders of a view; None where it has no comparison."""
    sequencing = ordered(view)
    if sequencing is None or view.comparison is None:
        return None
    dossier = view.comparison.dossier
    wholes = {
        "The whole as text": render(sequence_page(dossier, sequencing)),
        "The whole as Mermaid": sequence_mermaid(dossier, sequencing),
    }
    return OrderedSteps(sequencing, wholes)
