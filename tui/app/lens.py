"""From where the application looks at the dossier, and the questions with which that is chosen."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import on
from textual.reactive import reactive

from positions.comparison.selection import PLAIN, Lens
from positions.record.options import every_option
from positions.text.safe import visible
from tui.app.follows import follows_lens
from tui.app.keys_in_turn import KeysInTurnApp
from tui.app.too_small import TooSmall
from tui.keys.table import key_of
from tui.state.messages import PartiesWanted
from tui.state.view import is_chosen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from tui.state.moments import MomentChoice
    from tui.state.view import View

__all__ = ["LensApp"]

FEWEST: Final = 3
"""Parties among whom there is something to choose."""
FOLLOWS_NOT: Final = "This screen follows no chosen moment and no option."


class LensApp(KeysInTurnApp):
    """An application with a lens: which parties, as of when, and under which options.

    Attributes:
        lens: What was chosen; a version of the dossier that lacks some of it is shown without.
        view: What is shown.
        conflicts: How often orders of steps block each other in it; None until that is known.
    """

    view: reactive[View | None] = reactive(None, init=False)
    conflicts: reactive[int | None] = reactive(None, init=False)

    def __init__(self, lens: Lens) -> None:
        """Begin with a lens."""
        super().__init__()
        self.lens = lens
        self._waiting: list[Callable[[], Awaitable[object]]] = []

    @abstractmethod
    def compare(self, view: View) -> object:
        """Compare a view again, through the lens as it is."""

    @property
    def is_covered(self) -> bool:
        """Whether a question, or that there is no room, stands over the screen.

        Nothing opens then: keys that arrive together all go to the screen below, which asks for
        several things at once.
        """
        return self.screen.is_modal or isinstance(self.screen, TooSmall)

    async def ask(self, question: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a question, or another screen, once, and give its result to what takes it."""
        if not self.is_covered and type(question) is not type(self.screen):
            await self.push_screen(question, take)

    async def with_room(self, do: Callable[[], Awaitable[object]]) -> None:
        """Change the screens now or, in a terminal that is too small, once there is room.

        A program that is about to end has no screen any more, and changes none.
        """
        if not self.screen_stack:
            return
        if isinstance(self.screen, TooSmall):
            self._waiting.append(do)
        else:
            await do()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something over the screen for a while, made visible and never as markup."""
        said = visible(message, newlines=True)
        super().notify(
            said, title=visible(title), severity=severity, timeout=timeout, markup=markup
        )

    def look_through(self, lens: Lens) -> None:
        """Show the dossier through another lens."""
        self.lens = lens
        if self.view is not None:
            self.compare(self.view)

    @property
    def is_elsewhere(self) -> bool:
        """Whether what is shown is chosen: another moment, an option, or some parties."""
        comparison = self.view.comparison if self.view is not None else None
        return comparison is not None and is_chosen(comparison)

    def action_present(self) -> None:
        """Return to the dossier's own moment, to all options and all parties."""
        if self.is_elsewhere:
            self.look_through(PLAIN)
        else:
            self.notify(
                "This is the dossier’s own moment, with all options and parties.", markup=False
            )

    def is_moot(self, key: str) -> bool:
        """Return whether a key could only say that the dossier offers nothing to choose."""
        comparison = self.view.comparison if self.view is not None else None
        if comparison is None:
            return key in {
                "app.options",
                "app.moment",
                "app.present",
                "app.jump",
                "matrix.parties",
            }
        match key:
            case "app.jump":
                return not comparison.rows
            case "app.moment" | "app.options" if not follows_lens(self.screen):
                return True
            case "app.present":
                return not is_chosen(comparison)
            case "app.options":
                return not every_option(comparison.dossier)
            case "matrix.parties":
                return len(comparison.dossier.parties) < FEWEST
            case _:
                return False

    @on(PartiesWanted)
    async def choose_parties(self) -> None:
        """Ask which parties to compare, where there is a choice."""
        from tui.questions.menus import PartyPicker  # noqa: PLC0415  # not for the first paint

        if self.view is None or self.view.comparison is None:
            return
        parties = tuple(self.view.comparison.dossier.parties.values())
        if len(parties) < FEWEST:
            number = {0: "no party", 1: "one party", 2: "two parties"}[len(parties)]
            self.notify(f"There is nothing to choose: the dossier has {number}.", markup=False)
            return
        chosen = [party.id for party in self.view.comparison.parties]
        await self.ask(PartyPicker(parties, chosen), self._compare_parties)

    async def action_moment(self) -> None:
        """Ask as of when to look at the dossier."""
        from tui.questions.moment_and_options import MomentPicker  # noqa: PLC0415  # not for the first paint
        from tui.state.moments import moments  # noqa: PLC0415  # not for the first paint

        dossier = self.view.loaded.dossier if self.view is not None else None
        if not follows_lens(self.screen):
            self.notify(_follows_not("app.moment"), markup=False)
        elif dossier is not None:
            offered = moments(dossier)
            await self.ask(MomentPicker(offered, self.lens.as_of), self._take_moment)

    def _take_moment(self, moment: MomentChoice | None) -> None:
        if moment is not None:
            self.look_through(replace(self.lens, as_of=moment.as_of))

    async def action_options(self) -> None:
        """Ask under which options to look at the dossier, where there are any."""
        from tui.questions.moment_and_options import OptionPicker  # noqa: PLC0415  # not for the first paint

        if self.view is None or self.view.comparison is None:
            return
        if not follows_lens(self.screen):
            self.notify(_follows_not("app.options"), markup=False)
            return
        dossier = self.view.comparison.dossier
        offered = every_option(dossier)
        if not offered:
            self.notify("There is nothing to choose: no document has options.", markup=False)
            return
        names = {party.id: party.name for party in dossier.parties.values()}
        chosen = self.lens.choice(dossier).ids
        await self.ask(OptionPicker(offered, names, chosen), self._take_options)

    def _take_options(self, options: dict[str, tuple[str, ...]] | None) -> None:
        if options is not None:
            self.look_through(replace(self.lens, options=options))

    def _compare_parties(self, parties: tuple[str, ...] | None) -> None:
        if parties is not None and self.view is not None:
            self.look_through(replace(self.lens, parties=parties))


def _follows_not(action: str) -> str:
    home, key = key_of("app.matrix"), key_of(action)
    return f"{FOLLOWS_NOT} {home} goes to the matrix, where {key} chooses."
