"""Small questions over the screen: what to copy, which parties to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection

from positions.text.safe import clip, visible
from tui.keys.table import bindings_for
from tui.questions.pages import MovesByPages
from tui.questions.question import Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from positions.model.dossier import Party

__all__ = ["CopyMenu", "Menu", "OtherPicker", "PartyPicker", "PartyTicks", "Ticks"]

PREVIEW = 48


class Menu(MovesByPages, OptionList, inherit_bindings=False):
    """A list to choose one from."""

    BINDINGS = bindings_for("menu")


class Ticks(MovesByPages, SelectionList[str], inherit_bindings=False):
    """A list to choose several from."""

    BINDINGS = bindings_for("ticks")

    def render_line(self, y: int) -> Strip:
        """Draw a tick only where there is one: Textual shows by colour alone which are taken."""
        strip = super().render_line(y)
        index = self.scroll_offset.y + y
        is_ticked = (
            index >= self.option_count or self.get_option_at_index(index).value in self.selected
        )
        if is_ticked:
            return strip
        left, tick, *rest = strip
        return Strip([left, Segment(" ", tick.style), *rest])


class PartyTicks(Ticks):
    """The parties, which can be ticked all at once."""

    BINDINGS = bindings_for("parties")

    def action_all(self) -> None:
        """Tick all or, where any is ticked, none."""
        _ = self.deselect_all() if self.selected else self.select_all()


class CopyMenu(Question[str]):
    """Asks what to copy; its result is the text, or None."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Offer these texts by their names."""
        super().__init__()
        self._texts = dict(texts)

    def compose(self) -> ComposeResult:
        ellipsis = "~" if self.app.has_class("-ascii") else "…"
        with Vertical(classes="question"):
            yield Static("Copy", classes="question-title", markup=False)
            yield Menu(
                *(
                    Option(
                        Content.assemble(
                            visible(name),
                            (f"  {clip(visible(text), PREVIEW, ellipsis)}", "$text-muted"),
                        ),
                        id=str(index),
                    )
                    for index, (name, text) in enumerate(self._texts.items())
                ),
                markup=False,
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.answer(list(self._texts.values())[event.option_index])


class PartyPicker(Question[tuple[str, ...]]):
    """Asks which parties to compare; its result is their ids, or None."""

    def __init__(self, parties: Sequence[Party], chosen: Sequence[str]) -> None:
        """Offer these parties, those chosen ticked."""
        super().__init__()
        self._parties = tuple(parties)
        self._chosen = frozenset(chosen)

    def compose(self) -> ComposeResult:
        with Vertical(classes="question"):
            yield Static("Parties to compare", classes="question-title", markup=False)
            yield PartyTicks(
                *(
                    Selection(Content(visible(party.heading)), party.id, party.id in self._chosen)
                    for party in self._parties
                )
            )
            yield Static("", classes="question-fault", markup=False)

    def action_choose(self) -> None:
        """Compare the parties that are ticked."""
        ticked = frozenset(self.query_one(Ticks).selected)
        if ticked:
            self.answer(tuple(party.id for party in self._parties if party.id in ticked))
        else:
            self.query_one(".question-fault", Static).update("Tick at least one party.")


class OtherPicker(Question[str]):
    """Asks with which party one is to be compared; its result is an id, or None."""

    def __init__(self, name: str, others: Mapping[str, str], now: str) -> None:
        """Offer these parties, in words by id, with the present one under the cursor."""
        super().__init__()
        self._name = name
        self._others = dict(others)
        self._now = now

    def compose(self) -> ComposeResult:
        with Vertical(classes="question"):
            title = f"Compare {self._name} with (the nearest on top, with what is undivided)"
            yield Static(Content(visible(title)), classes="question-title", markup=False)
            menu = Menu(
                *(
                    Option(Content(visible(words)), id=str(i))
                    for i, words in enumerate(self._others.values())
                ),
                markup=False,
            )
            menu.highlighted = list(self._others).index(self._now)
            yield menu

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.answer(list(self._others)[event.option_index])
