"""The commands of the palette: every key that does something now, and what has no key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.fuzzy import Matcher
from textual.style import Style

from tui.app.theme_choice import THEME_NAMES
from tui.bars.hints import live_keys
from tui.matrix.screen import MatrixScreen
from tui.questions.choice_list import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.screen import Screen

__all__ = ["Command", "Palette", "commands"]

MATCH: Final = Style(bold=True, underline=True)
"""How the letters look that were asked for."""


@dataclass(frozen=True, slots=True)
class Command:
    """What can be called by its name.

    Attributes:
        name: A noun and what is done with it.
        run: Does it.
        description: Its key, where it has one, and what it does.
    """

    name: str
    run: Callable[[], object]
    description: str


class Palette(ChoiceList[Command]):
    """Asks for a command; its result is that, or None where nobody chose."""

    def __init__(self, offered: Iterable[Command]) -> None:
        """Offer these commands."""
        super().__init__("Find a command", "letters of its name")
        self._offered = tuple(offered)

    def answers(self, words: str) -> list[tuple[Command, Content]]:
        """Return the commands that have these letters in this order, the best match first."""
        if not words:
            return [(one, _said(one, Content(one.name))) for one in self._offered]
        matcher = Matcher(words, match_style=MATCH)
        scores = {one.name: matcher.match(one.name) for one in self._offered}
        found = sorted(
            (one for one in self._offered if scores[one.name] > 0),
            key=lambda one: -scores[one.name],
        )
        return [(one, _said(one, matcher.highlight(one.name))) for one in found]

    def without_answer(self) -> str:
        """Return that there is none; see `ChoiceList`."""
        return "No command that works here has these letters."


def commands(screen: Screen[object]) -> Iterator[Command]:
    """Yield what applies to the screen from which the palette is called."""
    for key in live_keys(screen):
        if key.command and _applies(screen, key.id):
            run = partial(screen.app.simulate_key, key.keys[0])
            yield Command(key.command, run, f"{key.shown}: {key.description}")
    if isinstance(screen, MatrixScreen):
        yield Command("Parts: open all", screen.action_open_parts, "Give every part its own row")
        yield Command("Parts: close all", screen.action_close_parts, "One row an issue")
        yield Command("Topics: fold or unfold all", screen.action_fold_topics, "Headings alone")
    for theme, name in THEME_NAMES.items():
        if theme in screen.app.available_themes and theme != screen.app.theme:
            yield Command(name, partial(setattr, screen.app, "theme", theme), "Change the colours")


def _said(command: Command, name: Content) -> Content:
    """Return a command as it is listed."""
    return Content.assemble(name, (f"  {command.description}", "$text-muted"))


def _applies(screen: Screen[object], key: str) -> bool:
    """Return whether what a key does would change anything now."""
    if not isinstance(screen, MatrixScreen):
        return True
    match key:
        case "grid.parties-next" | "grid.parties-before":
            return len(screen.grid.shown_columns) < len(screen.grid.data.columns)
        case "matrix.parts":
            return screen.spot is not None and bool(screen.spot.row.parts)
        case "app.matrix" | "app.pair":
            return key != screen.own_key
        case "matrix.reference" | "matrix.pair":
            return len(screen.grid.data.columns) > 1
        case "matrix.mark" | "grid.open":
            return screen.spot is not None
        case _:
            return True
