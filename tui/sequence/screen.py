"""Sequence: each side's order of steps, and where these orders block each other.

The findings stand above, the orders of the parties below them, beside each other from 72 columns
on. The steps of the finding that was visited last are marked in every order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from positions.reports.page.render import render
from positions.reports.sequence.graph import sequence_mermaid
from positions.reports.sequence.page import sequence_page
from positions.text.safe import visible
from tui.bars.banner import Banner
from tui.bars.hints import Hints
from tui.bars.title import Title
from tui.keys.table import bindings_for
from tui.paint.glyphs import UNICODE, Glyphs
from tui.sequence.items import NONE, StepItem, is_empty, sequence_sections
from tui.sheet.cursor import ItemPlace
from tui.sheet.sheet import SheetView
from tui.state.messages import CopyWanted, EditWanted, IssueWanted
from tui.state.orders import ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from positions.sequence.conflicts import Sequencing
    from tui.sheet.items import SheetSection
    from tui.state.view import View

__all__ = ["OrderedSteps", "SequenceScreen", "SequenceSheet", "StepsOrdered"]

NEEDS_STEPS: Final = frozenset({"open", "next_finding", "previous_finding", "copy", "edit"})


class OrderedSteps(NamedTuple):
    """The orders of steps, and all of them as text in each form, to be copied."""

    sequencing: Sequencing
    wholes: Mapping[str, str]


class StepsOrdered(Message):
    """The orders of a view were compared, in a thread."""

    def __init__(self, view: View, found: OrderedSteps | None) -> None:
        """Remember what came of it."""
        self.view = view
        self.found = found
        super().__init__()


class SequenceSheet(SheetView):
    """The sheet with the keys of the table, and with a mark on the steps of a finding.

    Attributes:
        made: What makes the sections, given the key of the finding whose steps are marked.
        wholes: All of it as text in each form, to be copied.
    """

    BINDINGS = bindings_for("sequence")
    BESIDE_FROM: ClassVar[int] = 71  # a screen of 72, without its scrollbar
    made: Callable[[tuple[str, ...]], tuple[SheetSection, ...]] | None = None
    wholes: Mapping[str, str] = {}  # replaced, never changed
    _chosen: tuple[str, ...] = ()

    @property
    def line(self) -> StepItem | None:
        """The line under the cursor; None where nothing is shown."""
        return self.item if isinstance(self.item, StepItem) else None

    def show_orders(self, made: Callable[[tuple[str, ...]], tuple[SheetSection, ...]]) -> None:
        """Show orders for the first time, or read again: then the cursor stays with its line."""
        line, is_first = self.line, self.made is None
        self.made = made
        if is_first:
            self.show(made(()))
            findings = self._findings()
            if findings:
                self._move(findings[0])
            return
        self.update_sections(made(self._chosen))
        party, key = (line.party, line.key) if line else ("", ())
        same = [at for at, one in self._lines() if (one.party, one.key) == (party, key)]
        self._move(same[0] if same else self._cursor.place)

    def go(self, direction: int) -> str:
        """Go to the next finding, 1, or to the one before, -1.

        Returns:
            What a reader must know: that there is none, or that the search began again.
        """
        findings = self._findings()
        if not findings:
            return "No orders of steps block each other."
        return self.go_round(findings, direction)

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

    def action_edit(self) -> None:
        """Edit the dossier at what is under the cursor."""
        self.post_message(EditWanted(self.item.place if self.item else None))

    def _lines(self) -> list[tuple[ItemPlace, StepItem]]:
        return [
            (ItemPlace(section, index), item)
            for section, found in enumerate(self._cursor.sections)
            for index, item in enumerate(found.items)
            if isinstance(item, StepItem)
        ]

    def _findings(self) -> list[ItemPlace]:
        """Return where the findings are, without the orders under them."""
        return [at for at, one in self._lines() if one.finding and not one.depth]

    def _move(self, place: ItemPlace) -> None:
        super()._move(place)
        line = self.line
        for title in self.screen.query(Title):
            title.issue = line.issue or None if line else None
        if line and self.made and line.finding and line.finding != self._chosen:
            self._chosen = line.finding
            self.update_sections(self.made(self._chosen))


class SequenceScreen(Screen[None]):
    """The orders of steps; it reads nothing: the application gives it each new view."""

    own_key: ClassVar[str] = "app.sequence"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    SequenceScreen {
        #sequence-body { height: 1fr; }
        #sequence-none { padding: 1 2; display: none; }
        &.-none #sequence-none { display: block; }
        &.-none SequenceSheet { display: none; }
    }
    """

    def __init__(self, view: View, glyphs: Glyphs = UNICODE) -> None:
        """Show the orders of a view."""
        super().__init__()
        self._view = view
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        yield Title()
        yield Banner(markup=False)
        with Container(id="sequence-body"):
            yield Static(id="sequence-none", markup=False)
            yield SequenceSheet(glyphs=self._glyphs, id="sequence")
        yield Hints()

    def on_mount(self) -> None:
        self.update_view(self._view)

    def update_view(self, view: View) -> None:
        """Show the orders of another view once they are worked out; until then, those before."""
        self._view = view
        self.query_one(Title).view = view
        self.query_one(Banner).show(view)
        if self.query_one(SequenceSheet).made is None:
            self._say("Comparing the orders of steps.")
        self._order(view)

    @work(thread=True, exclusive=True, group="sequence", description="sequence")
    def _order(self, view: View) -> None:
        worker = get_current_worker()
        found = _ordered(view)
        if not worker.is_cancelled:
            self.post_message(StepsOrdered(view, found))

    def on_steps_ordered(self, event: StepsOrdered) -> None:
        """Show the orders, at the same place as before; say so where there are none."""
        if event.view is not self._view:
            return
        found, comparison = event.found, event.view.comparison
        if found is None or comparison is None or is_empty(found.sequencing):
            moment = f" as of {found.sequencing.as_of}" if found else ""
            self._say(f"{NONE.removesuffix('.')}{moment}. Esc goes back.")
            return
        self.remove_class("-none")
        dossier, sequencing, place_of = comparison.dossier, found.sequencing, event.view.loaded.span
        sheet = self.query_one(SequenceSheet)
        sheet.wholes = found.wholes

        def made(chosen: tuple[str, ...]) -> tuple[SheetSection, ...]:
            return sequence_sections(dossier, sequencing, place_of, self._glyphs, chosen)

        sheet.show_orders(made)
        sheet.focus()

    def _say(self, said: str) -> None:
        self.add_class("-none")
        self.query_one("#sequence-none", Static).update(Content(said))
        self.set_focus(None)

    @property
    def issue(self) -> str | None:
        """The id of the issue of the step under the cursor."""
        line = self.query_one(SequenceSheet).line
        return line.issue or None if line is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does something now."""
        return not (action in NEEDS_STEPS and self.has_class("-none"))

    def on_sheet_view_item_opened(self, event: SheetView.ItemOpened) -> None:
        """Open the issue of a step, or of the whole of which the step is a part."""
        line = event.item
        if isinstance(line, StepItem) and line.issue:
            self.post_message(IssueWanted(line.issue, line.party or None))
        else:
            said = "Nothing to open here: Enter opens the issue to which a step belongs."
            self.app.notify(said, markup=False)


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
