"""The question what to compare: a revision, a date, the index or the working tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from positions.history import State
from positions.row_index import fold
from positions.visible import visible
from tui.keys import bindings_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from positions.history import Revision
    from tui.changes_reading import End

__all__ = ["EndPicker", "EndWords"]

MOST_SHOWN: Final = 300


class EndWords(Input):
    """The words; the keys of the list come before those of an input."""

    BINDINGS = bindings_for("ends")


class EndPicker(ModalScreen["End | None"]):
    """Asks for a side; its result is that, or None.

    What is written narrows the list, and can itself be the name of a revision, or a date.
    """

    BINDINGS = bindings_for("question")
    AUTO_FOCUS = "EndWords"

    def __init__(self, question: str, revisions: Sequence[Revision]) -> None:
        """Offer these revisions, and what is no revision yet."""
        super().__init__()
        self._question = question
        self._revisions = tuple(revisions)
        self._ends: list[End] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="question"):
            yield Static(visible(self._question), classes="question-title", markup=False)
            yield EndWords(placeholder="words, a date, or HEAD~3", compact=True)
            yield OptionList(markup=False)
            said = "Up and Down choose, Enter takes it, Esc goes back"
            yield Static(said, classes="question-foot", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self._offer("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._offer(event.value.strip())

    def _offer(self, words: str) -> None:
        """Offer what has all of the words, then the words themselves."""
        asked = fold(words).split()
        offered: list[tuple[End, Content]] = [
            (State.WORKING_TREE, Content("the working tree: the file as it is now")),
            (State.INDEX, Content("the index: what `git add` took")),
            *((one.id, _revision(one)) for one in self._revisions),
        ]
        found = [pair for pair in offered if all(word in fold(pair[1].plain) for word in asked)]
        shown = found[:MOST_SHOWN]
        if words:
            name = Content.assemble(("revision or date: ", "$text-muted"), visible(words))
            shown.append((words, name))
        self._ends = [end for end, _ in shown]
        options = [Option(words) for _, words in shown]
        if len(found) > MOST_SHOWN:
            more = f"{len(found) - MOST_SHOWN:,} more: write words of theirs"
            options.append(Option(more, disabled=True))
        offering = self.query_one(OptionList)
        offering.clear_options()
        offering.add_options(options)
        offering.highlighted = 0

    def action_up(self) -> None:
        """Move up in the list."""
        self.query_one(OptionList).action_cursor_up()

    def action_down(self) -> None:
        """Move down in the list."""
        self.query_one(OptionList).action_cursor_down()

    def action_page_up(self) -> None:
        """Move up in the list by a page."""
        self.query_one(OptionList).action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Move down in the list by a page."""
        self.query_one(OptionList).action_page_down()  # type: ignore[no-untyped-call]

    def action_choose(self) -> None:
        """Take what stands at the cursor."""
        self._take(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_index)

    def action_cancel(self) -> None:
        """Go back without a choice."""
        _ = self.dismiss(None)

    def _take(self, index: int | None) -> None:
        if index is not None and index < len(self._ends):
            _ = self.dismiss(self._ends[index])


def _revision(one: Revision) -> Content:
    return Content.assemble(
        (f"{one.short}  {one.date:%Y-%m-%d}  ", "$text-muted"),
        f"{visible(one.subject)}  ",
        (visible(one.author), "$text-muted"),
    )
