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
from tui.keys.table import KEYS_BY_ID
from tui.matrix.screen import MatrixScreen
from tui.questions.choice_list import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from textual.screen import Screen

__all__ = ["NAMES", "Command", "Palette", "commands"]

NAMES: Final[Mapping[str, str]] = {
    "grid.open": "Issue: open",
    "matrix.next-gap": "Gap: go to the next",
    "matrix.previous-gap": "Gap: go to the previous",
    "matrix.filter": "Filter: write",
    "matrix.parts": "Parts: open or close here",
    "matrix.sort": "Issues: sort",
    "grid.row-heights": "Rows: change height",
    "grid.parties-next": "Parties: show the next page",
    "grid.parties-before": "Parties: show the page before",
    "matrix.reference": "Party: make it the reference",
    "matrix.pair": "Pair: compare with the reference",
    "matrix.parties": "Parties: choose",
    "matrix.detail": "Detail: maximise or restore",
    "matrix.mark": "Issue: mark or unmark",
    "matrix.copy": "Copy: choose what",
    "matrix.edit": "Dossier: edit at the cursor",
    "issue.next-gap": "Gap: go to the next",
    "issue.previous-gap": "Gap: go to the previous",
    "issue.copy": "Copy: choose what",
    "issue.edit": "Dossier: edit at the line",
    "sides.next-other": "Pair: compare with the next party",
    "sides.previous-other": "Pair: compare with the party before",
    "pair.other": "Pair: choose the other party",
    "pair.swap": "Pair: change sides",
    "pair.copy": "Copy: choose what",
    "pair.edit": "Dossier: edit at the cursor",
    "pair.all": "Pair: show all issues or the gaps",
    "list.open": "Issue: open as of then",
    "changes.next": "Change: go to the next",
    "changes.previous": "Change: go to the previous",
    "changes.before": "Changes: choose what to compare with",
    "changes.after": "Changes: choose what to compare",
    "changes.newest": "Changes: show the newest",
    "changes.clock": "Changes: compare moments, or revisions again",
    "changes.classes": "Changes: show more classes or fewer",
    "changes.group": "Changes: list by issue or by party",
    "changes.filter": "Filter: write",
    "changes.detail": "Change: maximise or restore",
    "changes.copy": "Changes: copy as Markdown",
    "changes.reload": "Revisions: read again",
    "text.open": "Positions: open",
    "text.next": "Place: go to the next that is not common",
    "text.previous": "Place: go to the previous that is not common",
    "text.filter": "Filter: write",
    "text.copy": "Text: copy",
    "text.edit": "Dossier: edit at the issue",
    "sequence.open": "Issue: open",
    "sequence.next": "Conflict: go to the next",
    "sequence.previous": "Conflict: go to the previous",
    "sequence.copy": "Sequence: copy",
    "sequence.edit": "Dossier: edit at the line",
    "problems.open": "Dossier: edit at the problem",
    "problems.copy": "Copy: the problem",
    "app.back": "Screen: go back",
    "app.matrix": "Screen: matrix",
    "app.pair": "Screen: pair",
    "app.changes": "Screen: changes",
    "app.text": "Screen: one text",
    "app.sequence": "Screen: sequence",
    "app.problems": "Screen: problems",
    "app.unknown": "Screen: what is not known",
    "app.moment": "Moment: choose",
    "app.options": "Options: choose",
    "app.jump": "Issue: go to by name",
    "app.export": "Screen: write it to a file",
    "app.present": "Moment: return to the dossier's own",
    "app.reload": "Dossier: read again",
    "app.help": "Help: show or hide",
    "app.suspend": "Program: suspend",
    "app.quit": "Program: quit",
}
"""What the palette calls the bindings of the key table; those without a name are not in it."""


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
        if key.id in NAMES and _applies(screen, key.id):
            run = partial(screen.app.simulate_key, KEYS_BY_ID[key.id].keys[0])
            yield Command(NAMES[key.id], run, f"{key.shown}: {key.description}")
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
