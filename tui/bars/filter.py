"""The line in which a filter is written, and the caret under what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from positions.filter.language import FIELDS
from positions.text.english import listed
from positions.text.safe import visible, width
from tui.bars.words_input import WordsInput
from tui.keys.table import bindings_for

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from positions.filter.language import QueryFault

__all__ = ["FilterBar", "FilterWords", "no_match"]

PROMPT = "/ "


class FilterWords(WordsInput):
    """The words; their keys come before those of an input."""

    BINDINGS = bindings_for("filter")

    class Kept(Message):
        """The words are to stay."""

    class Leaving(Message):
        """The words are to go or, where there are none, the writer."""

    async def _on_key(self, event: events.Key) -> None:
        if event.character == PROMPT.strip() and not self.value:  # it stands there already
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def action_keep(self) -> None:
        """Keep what is written and go on."""
        self.post_message(self.Kept())

    def action_leave(self) -> None:
        """Clear what is written or, where nothing is, go on."""
        self.post_message(self.Leaving())


class FilterBar(Vertical):
    """Hidden while there is no filter and nobody writes one."""

    DEFAULT_CSS = """
    FilterBar {
        height: auto; display: none; background: $surface; padding: 0 1;
        & > Horizontal { height: 1; }
        #filter-prompt { width: 2; color: $text-primary; text-style: bold; }
        #filter-words { width: 1fr; background: $surface; }
        #filter-hits { width: auto; padding-left: 2; color: $text-muted; }
        #filter-fault { height: auto; display: none; color: $text-warning; }
    }
    """

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """Other words are in the bar."""

        words: str

    class Left(Message):
        """Nobody writes in the bar any more."""

    @property
    def words(self) -> str:
        """What is in the bar."""
        return self.query_one(FilterWords).value

    @words.setter
    def words(self, words: str) -> None:
        self.query_one(FilterWords).value = words
        self.display = bool(words) or self.has_focus_within

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(PROMPT, id="filter-prompt", markup=False)
            yield FilterWords(id="filter-words", compact=True, select_on_focus=False)
            yield Static(id="filter-hits", markup=False)
        yield Static(id="filter-fault", markup=False)

    def open(self) -> None:
        """Show the bar and let the user write in it."""
        self.display = True
        self.query_one(FilterWords).focus()

    def say(self, hits: str, fault: QueryFault | None) -> None:
        """Show how many issues pass, and what is wrong with the filter."""
        self.screen.refresh_bindings()  # its way out is a hint
        self.query_one("#filter-hits", Static).update(hits)
        line = self.query_one("#filter-fault", Static)
        line.display = fault is not None
        if fault is not None:
            before = width(visible(self.words[: fault.position]))
            marked = width(visible(self.words[fault.position :][: fault.length]))
            caret = " " * (len(PROMPT) + before) + "^" * max(marked, 1)
            said = visible(f"{fault.sentence} {fault.suggestion}".rstrip())
            line.update(Content(f"{caret}\n{said}"))

    def on_filter_words_kept(self) -> None:
        self.display = bool(self.words)
        self.post_message(self.Left())

    def on_filter_words_leaving(self) -> None:
        if self.words:
            self.words = ""
        else:
            self.on_filter_words_kept()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == self.words:  # else other words were put there meanwhile, and are told
            self.post_message(self.Changed(event.value))


def no_match(words: str, thing: str = "issue", more: str = "") -> str:
    """Return that nothing passes a filter, which fields ask for its words, and the way out.

    Args:
        words: The filter; its words such as `divided` are sought in texts, which may not be meant.
        thing: What is filtered.
        more: Another way out.
    """
    asked = words.casefold().split()
    meant = [
        f"{name}:{word}"
        for name in ("status", "blank", "outcome")
        for word in FIELDS[name].words
        if len(word) > 1 and word in asked
    ]
    way = (
        f" Words are sought in texts; what stands so is found by {listed(meant, 'or')}."
        if meant
        else ""
    )
    return f"No {thing} matches ‘{words.strip()}’.{way} Esc clears the filter{more}."
