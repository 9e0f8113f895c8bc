"""A question whose answers are narrowed by what is written, and that takes what is written too."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final, Generic

from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from positions.text.safe import visible
from tui.bars.words_input import WordsInput
from tui.keys.table import bindings_for
from tui.questions.pages import AnswerList
from tui.questions.question import Answer, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

__all__ = ["MOST_SHOWN", "ChoiceList", "ChoiceListFilter"]

MOST_SHOWN: Final = 300
"""How many answers are listed; more are counted."""


class ChoiceListFilter(WordsInput):
    """The words; the keys of the list come before those of an input."""

    BINDINGS = bindings_for("ends")


class ChoiceList(Question[Answer], Generic[Answer]):
    """Asks for one of several answers; its result is that, or None where nobody chose."""

    AUTO_FOCUS = "ChoiceListFilter"

    def __init__(self, question: str, placeholder: str) -> None:
        """Ask a question; the placeholder says what can be written."""
        super().__init__()
        self._question = question
        self._placeholder = placeholder
        self._answers: list[Answer] = []

    @abstractmethod
    def answers(self, words: str) -> Sequence[tuple[Answer, Content]]:
        """Return the answers that what is written leaves, each as it is shown."""

    def without_answer(self) -> str:
        """Return what is said where no answer is left."""
        return ""

    def first(self, answers: Sequence[Answer]) -> int:
        """Return which answer the cursor stands on before anything is written."""
        return 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="question"):
            yield Static(
                visible(self._question, newlines=True), classes="question-title", markup=False
            )
            yield ChoiceListFilter(placeholder=self._placeholder, compact=True)
            yield AnswerList(markup=False)
            yield Static("", classes="question-fault", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self._offer("")
        if self._answers:
            self.query_one(OptionList).highlighted = self.first(self._answers)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._offer(event.value.strip())

    def _offer(self, words: str) -> None:
        found = self.answers(words)
        shown = found[:MOST_SHOWN]
        self._answers = [answer for answer, _ in shown]
        options = [Option(said) for _, said in shown]
        if len(found) > MOST_SHOWN:
            more = f"{len(found) - MOST_SHOWN:,} more: write words of theirs"
            options.append(Option(more, disabled=True))
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options(options)
        choices.highlighted = 0 if options else None
        fault = "" if options else self.without_answer()
        said = self.query_one(".question-fault", Static)
        said.update(fault)
        said.display = bool(fault)

    def action_up(self) -> None:
        """Move up in the list."""
        self.query_one(OptionList).action_cursor_up()

    def action_down(self) -> None:
        """Move down in the list."""
        self.query_one(OptionList).action_cursor_down()

    def action_page_up(self) -> None:
        """Move up in the list by a page."""
        self.query_one(AnswerList).action_page_up()

    def action_page_down(self) -> None:
        """Move down in the list by a page."""
        self.query_one(AnswerList).action_page_down()

    def action_choose(self) -> None:
        """Take what stands at the cursor."""
        self._take(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_index)

    def _take(self, index: int | None) -> None:
        if index is not None and index < len(self._answers):
            self.answer(self._answers[index])
