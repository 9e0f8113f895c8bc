"""The numbered screens as places: each is made once, and keeps its cursor and its choices.

Above the matrix there is at most one of them, and an issue or a question above that. So Esc goes
home from anywhere in a few steps, and nothing piles up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from tui.app.follows import follows_lens
from tui.app.lens import LensApp
from tui.app.levels import FiltersIssues, GoesToIssue, HasIssue, ShowsView
from tui.app.too_small import TooSmall
from tui.bars.banner import Banner
from tui.bars.title import Title

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from positions.comparison.selection import Lens
    from tui.state.view import View

__all__ = ["PlacesApp"]


class PlacesApp(LensApp):
    """An application with a screen that is always there, and others that are gone to by number."""

    def __init__(self, lens: Lens) -> None:
        """Begin with no screen but the first."""
        super().__init__(lens)
        self._places: dict[str, Screen[Any]] = {}
        # A screen that is closed is kept by nobody, with what it has shown.
        self._seen: WeakKeyDictionary[Screen[Any], View] = WeakKeyDictionary()

    async def show_place(self, key: str, make: Callable[[View], Screen[Any]]) -> None:
        """Show the screen of a key, as it was left; made where it was never shown.

        Where somebody comes from an issue, it begins at that issue.

        Args:
            key: The id of the key.
            make: What makes it of a view.
        """
        view = self.view
        if view is None or self.is_covered or getattr(self.screen, "own_key", "") == key:
            return
        issue = self._issue_that_is_read()
        words = self.words
        await self.leave_all()
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = make(view)
            self.install_screen(place, name=key)
        await self.push_screen(place)
        self._catch_up(place, view)
        self._share(place, words)
        if issue is not None and isinstance(place, GoesToIssue):
            place.goes_to(issue)

    async def show_home(self) -> None:
        """Show the first screen, as it was left, with the filter of the one before."""
        words = self.words
        await self.leave_all()
        self._share(self.screen, words)

    async def leave_all(self) -> None:
        """Leave every screen but the first."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def update_places(self, view: View) -> None:
        """Show another view on the screens that are open; the others follow when they are shown."""
        for screen in self.screen_stack:
            if isinstance(screen, ShowsView):
                screen.update_view(view)
                self._seen[screen] = view
        for screen in self.screen_stack[-1:]:  # none yet where the file was read so soon
            screen.refresh_bindings()

    def watch_conflicts(self, conflicts: int | None) -> None:
        """Tell every title how often orders block each other.

        A title that watched the app itself would be kept by it, and its view, once it is closed.
        """
        for screen in {*self.screen_stack, *self._places.values()}:
            for title in screen.query(Title):
                title.tell_conflicts(conflicts)

    @property
    def words(self) -> str:
        """The filter of the screen that is shown or, where it has none, of the one below it."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, FiltersIssues):
                return screen.words
        return ""

    def way_out(self) -> tuple[str, str]:
        """Return which key leaves a filter or what was chosen, by its id, and its label.

        Empty texts where there is nothing of the kind.
        """
        screen = self.screen
        if screen.is_modal or isinstance(screen, TooSmall):
            return "", ""
        if isinstance(screen, FiltersIssues) and screen.words:
            return "app.back", "No filter"
        if self._issue_that_is_read() and getattr(screen, "can_go_back", False):
            return "app.back", "No history"
        if self.is_elsewhere and follows_lens(screen):
            label = "Present" if self.lens.as_of or self.lens.options else "All parties"
            return "app.back" if hasattr(screen, "own_key") else "app.present", label
        return "", ""

    def _issue_that_is_read(self) -> str | None:
        screen = self.screen
        is_issue = isinstance(screen, HasIssue) and not hasattr(screen, "own_key")
        return screen.issue if is_issue and isinstance(screen, HasIssue) else None

    def _catch_up(self, place: Screen[Any], view: View) -> None:
        seen = self._seen.get(place)
        if seen is not None and seen is not view and isinstance(place, ShowsView):
            place.update_view(view)
        self._seen[place] = view

    def _share(self, place: Screen[Any], words: str) -> None:
        """Give a screen the filter of the one before, or let it say that it has none."""
        if isinstance(place, FiltersIssues):
            if place.words != words:
                place.take_words(words)
        else:
            for banner in place.query(Banner):
                banner.leave_out(words)
