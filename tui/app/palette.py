"""The commands of the palette: every key that does something now, and what has no key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual.command import DiscoveryHit, Hit, Provider

from tui.app.theme_choice import THEME_NAMES
from tui.bars.hints import live_keys
from tui.keys.table import KEYS_BY_ID
from tui.matrix.screen import MatrixScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

    from textual.command import Hits
    from textual.screen import Screen

__all__ = ["NAMES", "Commands"]

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
    "changes.classes": "Changes: show more classes or fewer",
    "changes.group": "Changes: list by issue or by party",
    "changes.filter": "Filter: write",
    "changes.detail": "Change: maximise or restore",
    "changes.copy": "Changes: copy as Markdown",
    "changes.reload": "Revisions: read again",
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
    "app.sequence": "Screen: sequence",
    "app.problems": "Screen: problems",
    "app.moment": "Moment: choose",
    "app.options": "Options: choose",
    "app.reload": "Dossier: read again",
    "app.help": "Help: show or hide",
    "app.suspend": "Program: suspend",
    "app.quit": "Program: quit",
}
"""What the palette calls the bindings of the key table; those without a name are not in it."""


class Commands(Provider):
    """Offers what applies to the screen from which the palette was called."""

    async def discover(self) -> Hits:
        """Yield every command, for an empty search."""
        for name, run, description in self._commands():
            yield DiscoveryHit(name, run, help=description)

    async def search(self, query: str) -> Hits:
        """Yield the commands whose names match."""
        matcher = self.matcher(query)
        for name, run, description in self._commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=description)

    def _commands(self) -> Iterator[tuple[str, Callable[[], Awaitable[object] | None], str]]:
        screen = self.screen
        for key in live_keys(screen):
            if key.id in NAMES and _applies(screen, key.id):
                run = partial(self.app.simulate_key, KEYS_BY_ID[key.id].keys[0])
                yield NAMES[key.id], run, f"{key.shown}: {key.description}"
        if isinstance(screen, MatrixScreen):
            yield "Parts: open all", screen.action_open_parts, "Give every part a row of its own"
            yield "Parts: close all", screen.action_close_parts, "One row an issue"
            yield "Topics: fold or unfold all", screen.action_fold_topics, "Headings alone"
        for theme, name in THEME_NAMES.items():
            if theme in self.app.available_themes and theme != self.app.theme:
                yield name, partial(setattr, self.app, "theme", theme), "Change the colours"


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
