"""The application: it reads the dossier in threads, and gives every screen the newest view.

    PositionsApp("data/positions.yaml", query="status:divided").run()

The environment may say `POSITIONS_ASCII=1` for plain characters alone, as `--ascii` does,
`NO_COLOR=1` for none of the colours, and `POSITIONS_THEME=light` (or dark, ansi-dark, ansi-light)
for others, as `--theme` does.
"""

from __future__ import annotations

import asyncio
import gc
import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from rich.text import Text
from textual import on, work
from textual.scrollbar import ScrollBar, ScrollBarRender

from positions.comparison.selection import PLAIN, Lens
from positions.text.safe import visible
from tui.app.follows import follows_lens
from tui.app.levels import GoesToIssue, HasIssue, HasLevels
from tui.app.look import ScreenSetup
from tui.app.safe_lines import SafeLines
from tui.app.takes_out import TakesOutApp
from tui.app.terminal import end_with_terminal
from tui.app.theme_choice import VARIABLE, offer_themes
from tui.app.too_small import HEIGHT, WIDTH, TooSmall
from tui.bars.issue_strip import IssueStrip
from tui.grid.plain_scrollbar import PlainScrollBarRender
from tui.keys.table import KEYS_BY_ID, bindings_for, use_keys, why_idle
from tui.matrix.screen import MatrixScreen
from tui.paint.glyphs import ASCII, UNICODE
from tui.state.messages import (
    ConflictsCounted,
    GapWanted,
    IssueWanted,
    PairWanted,
    Reloaded,
    ScreenWanted,
)
from tui.state.reload import news_of
from tui.state.remembered import Remembered
from tui.state.view import STANDARD_INPUT, View, compared, read
from tui.state.watch import stamp_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.filter import LineFilter

    from tui.app.palette import Command

__all__ = ["PositionsApp"]

ASCII_VARIABLE: Final = "POSITIONS_ASCII"
SAFE_LINES: Final = SafeLines()
SHOW_CURSOR: Final = "\x1b[?25h"
NOTICE_SECONDS: Final = 8.0
HELP: Final = "Help"
COLLECTED: Final = (700, 10, 10)
"""How often what nobody needs is looked for once the first screen stands, as Python itself does."""


class PositionsApp(TakesOutApp):
    """The terminal UI of one dossier.

    Attributes:
        notice: What is said at the start; an empty text for nothing.
    """

    TITLE: str | None = "positions"
    CSS_PATH = Path(__file__).with_name("styles.tcss")
    BINDINGS = bindings_for("app")
    ENABLE_COMMAND_PALETTE = False  # Textual's takes two answers
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012  # as Textual has it
        (0, "-stacked"),
        (72, "-strip"),
        (100, "-below"),
        (160, "-beside"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012  # as Textual has it
        (0, "-low"),
        (20, "-middle"),
        (24, "-high"),
    ]
    NOTIFICATION_TIMEOUT = 3.0
    LOOK_EVERY: ClassVar[float] = 0.5
    """Seconds between two looks at the file."""

    def __init__(
        self,
        path: str,
        query: str = "",
        lens: Lens = PLAIN,
        *,
        look: ScreenSetup | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        """Open the dossier at a path, with a filter, through a lens.

        Args:
            path: The dossier's path.
            query: A filter, or an empty text.
            lens: Which parties, as of when, and under which options.
            look: How the screen is to look, and which keys it has.
            remembered: What was chosen the last time, which holds where nothing else is said.
        """
        before = remembered or Remembered()
        super().__init__(path, lens if lens != PLAIN else before.lens)
        query, look = query or before.words, look or ScreenSetup()
        self.glyphs = ASCII if look.is_plain or os.environ.get(ASCII_VARIABLE) else UNICODE
        self.set_class(self.glyphs is ASCII, "-ascii")
        ScrollBar.renderer = PlainScrollBarRender if self.glyphs is ASCII else ScrollBarRender
        self.matrix = MatrixScreen(self.glyphs, query)
        self.matrix.choose_again(before.order, before.marked)
        self._pair = before.pair
        self._ends, self._looked = before.ends, before.looked
        self.notice = ""
        self._stamp: object = None
        self._problems_came_by_themselves = False
        self._tells_of_nothing = False
        wanted = look.theme or os.environ.get(VARIABLE, "") or before.theme
        self.theme = self._first_theme = offer_themes(self, wanted or look.otherwise)
        self._kept_theme = before.theme
        self._shows_cursor = look.shows_cursor
        use_keys(look.keys)
        self.set_keymap({name: ",".join(keys) for name, keys in look.keys.items()})

    def get_default_screen(self) -> MatrixScreen:
        """Return the matrix, which is at the bottom of the stack for good.

        It knows its width before it is styled, lest it be styled twice.
        """
        widths, heights = self.HORIZONTAL_BREAKPOINTS or [], self.VERTICAL_BREAKPOINTS or []
        for room, points in zip(self.size, (widths, heights), strict=True):
            self.matrix.add_class(
                max(point for point in points if point[0] <= room)[1], update=False
            )
        return self.matrix

    def on_mount(self) -> None:
        self._stamp = stamp_of(self.path)
        self.read_anew()
        if self.path != STANDARD_INPUT:
            self._watch()
        self.app_resume_signal.subscribe(self, self._paint_again)
        self.screen_change_signal.subscribe(self, self._say_no_more)
        self._show_cursor()
        if not self.is_headless:
            self.run_worker(end_with_terminal(), group="terminal")

    def _say_no_more(self, _screen: object) -> None:
        """Take away what was said on the screen before."""
        self.clear_notifications()

    def _paint_again(self, _app: object) -> None:
        """Paint the whole screen: something else was on the terminal in between."""
        self.refresh()
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Show the terminal's own cursor where it is wanted: Textual hides it as it begins."""
        if self._shows_cursor and self._driver is not None:
            self._driver.write(SHOW_CURSOR)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes before it is written, the guard of the terminal last."""
        return [*super().get_line_filters(), SAFE_LINES]

    # Reading ------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="read", description="read")
    def read_anew(self) -> None:
        lens, before = self.lens, self.view
        view = read(self.path, before, lens)
        self.post_message(Reloaded(view, lens, news=news_of(before, view)))

    @work(thread=True, exclusive=True, group="read", description="read")
    def compare(self, view: View) -> None:
        lens = self.lens
        self.post_message(Reloaded(compared(view, lens), lens, before=view))

    @work(exclusive=True, group="watch", description="watch")
    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(self.LOOK_EVERY)
            stamp = await asyncio.to_thread(stamp_of, self.path)
            if stamp != self._stamp:
                self._stamp, self._tells_of_nothing = stamp, True
                self.read_anew()

    def on_reloaded(self, event: Reloaded) -> None:
        # While a thread worked, the file may have been read, or another lens chosen.
        is_outdated = event.before is not None and event.before is not self.view
        if not is_outdated:
            self.view = event.view
            if event.news is not None:
                self.matrix.mark_news(event.news.changed)
                if event.news.is_any or self._tells_of_nothing:
                    self.notify(event.news.said, markup=False)
                self._tells_of_nothing = False
        if self.notice:  # now that the first screen stands
            self.notify(self.notice, markup=False, timeout=NOTICE_SECONDS)
            self.notice = ""
        if self.view is not None and (is_outdated or event.lens != self.lens):
            self.compare(self.view)

    @work(thread=True, exclusive=True, group="orders", description="orders")
    def _count_conflicts(self, view: View) -> None:
        from tui.state.orders import findings, ordered  # noqa: PLC0415  # not for the first paint

        gc.set_threshold(*COLLECTED)
        self.post_message(ConflictsCounted(view, findings(ordered(view))))

    def on_conflicts_counted(self, event: ConflictsCounted) -> None:
        """Say at the tab of the steps how often they block each other."""
        if event.view is self.view:
            self.conflicts = event.number

    async def watch_view(self, view: View) -> None:
        self.call_after_refresh(self._count_conflicts, view)
        self.update_places(view)
        await self.with_room(self._turn_to_problems)

    async def _turn_to_problems(self) -> None:
        """Show the problems where there is nothing else to show, and leave them when there is."""
        if self.view is None:
            return
        if self.view.comparison is None:
            self._problems_came_by_themselves = True
            await self.action_problems()
        elif self._problems_came_by_themselves:
            self._problems_came_by_themselves = False
            await self.show_home()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does something now."""
        if isinstance(self.screen, TooSmall):
            return action in {"quit", "suspend_process"}
        if action == "back" and self.screen.is_modal:
            return False
        if action == "back" and self.screen is self.matrix:
            return bool(self.screen.query(HELP)) or self.matrix.can_go_back or self.is_elsewhere
        return True

    def on_key(self, event: events.Key) -> None:
        """Say why a key of the table does nothing now, where it does not."""
        active = self.screen.active_bindings.get(event.key)
        known = [key for key in KEYS_BY_ID.values() if event.key in key.keys]
        if self.is_covered or not known or (active is not None and active.enabled):
            return
        if any(key.id == "app.back" for key in known):
            self.notify("This is the first screen; q quits.", markup=False)
            return
        scope = getattr(self.screen, "own_key", "app.issue").removeprefix("app.")
        self.notify(why_idle(event.key, scope), markup=False)

    # Screens ------------------------------------------------------------------------------------

    async def action_matrix(self) -> None:
        """Show the matrix."""
        if not self.is_covered:
            await self.show_home()

    async def action_pair(self) -> None:
        """Show two parties side by side: those shown last, or those of the matrix."""
        from tui.pair.screen import PairScreen  # noqa: PLC0415  # not for the first paint

        here = self.screen.issue if isinstance(self.screen, HasIssue) else None
        issue = here or self.matrix.issue
        parties = self._pair or self.matrix.pair_with_most_between
        await self.show_place(
            "app.pair", lambda view: PairScreen(view, parties, self.glyphs, issue)
        )

    @on(PairWanted)
    async def open_pair(self, event: PairWanted) -> None:
        """Show these two parties side by side."""
        from tui.pair.screen import PairScreen  # noqa: PLC0415  # not for the first paint

        issue = self.matrix.issue
        await self.action_pair()
        if isinstance(self.screen, PairScreen):
            self.screen.take_parties(event.parties, issue)

    async def action_changes(self) -> None:
        """Show what changed between two revisions, and who moved."""
        from tui.changes.screen import ChangesScreen  # noqa: PLC0415  # not for the first paint
        from tui.state.changes import ends_again  # noqa: PLC0415  # it reads git

        sides, looked = ends_again(self._ends), self._looked
        await self.show_place(
            "app.changes", lambda view: ChangesScreen(view, self.glyphs, sides, looked=looked)
        )

    async def action_sequence(self) -> None:
        """Show each side's order of steps, and where these orders block each other."""
        from tui.sequence.screen import SequenceScreen  # noqa: PLC0415  # not for the first paint

        await self.show_place("app.sequence", lambda view: SequenceScreen(view, self.glyphs))

    async def action_text(self) -> None:
        """Show one text made of all documents, with its ledger."""
        from tui.single_text.screen import TextScreen  # noqa: PLC0415  # not for the first paint

        await self.show_place("app.text", lambda view: TextScreen(view, self.glyphs))

    async def action_problems(self) -> None:
        """Show what is wrong in the dossier."""
        from tui.problems.screen import ProblemsScreen  # noqa: PLC0415  # not for the first paint

        await self.show_place("app.problems", lambda view: ProblemsScreen(view, self.glyphs))

    async def action_unknown(self) -> None:
        """Show what is not known, or not well."""
        from tui.unknown.screen import UnknownScreen  # noqa: PLC0415  # not for the first paint

        await self.show_place("app.unknown", lambda view: UnknownScreen(view, self.glyphs))

    @on(IssueWanted)
    async def open_issue(self, event: IssueWanted) -> None:
        """Show an issue."""
        from tui.issue.screen import IssueScreen  # noqa: PLC0415  # not for the first paint

        if self.view is not None and not isinstance(self.screen, IssueScreen):
            await self.ask(IssueScreen(self.view, event.issue, event.party, self.glyphs))

    @on(ScreenWanted)
    async def open_wanted(self, event: ScreenWanted) -> None:
        """Show what the screen wants over it."""
        await self.ask(event.screen, event.take)

    async def action_jump(self) -> None:
        """Ask to which issue to go, by its name."""
        from tui.questions.issue_picker import IssuePicker  # noqa: PLC0415  # not for the first paint

        comparison = self.view.comparison if self.view is not None else None
        if comparison is None or not comparison.rows:
            self.notify("There is no issue to go to.", markup=False)
            return
        here = self.screen.issue if isinstance(self.screen, HasIssue) else None
        await self.ask(IssuePicker(comparison.rows, here), self._jump)

    def _jump(self, issue: str | None) -> None:
        if issue is not None:
            self.call_later(self.show_issue, issue)

    @on(IssueStrip.Clicked)
    async def go_to_clicked(self, event: IssueStrip.Clicked) -> None:
        """Go to the issue whose cell was clicked."""
        await self.show_issue(event.issue)

    async def show_issue(self, issue: str) -> None:
        """Go to an issue on the screen that is shown or, where it is not there, on the matrix.

        A filter that hides it there is taken away.
        """
        if isinstance(self.screen, GoesToIssue) and self.screen.goes_to(issue):
            return
        await self.action_matrix()
        if not self.matrix.goes_to(issue) and self.matrix.words:
            self.matrix.take_words("")
            self.matrix.goes_to(issue)

    @on(GapWanted)
    def go_to_gap(self, event: GapWanted) -> None:
        """Show the next issue with a gap, as the table below would find it; its cursor moves."""
        from tui.issue.screen import IssueScreen  # noqa: PLC0415  # not for the first paint

        if not isinstance(self.screen, IssueScreen):
            return
        tables = (one for one in reversed(self.screen_stack) if isinstance(one, MatrixScreen))
        gap = next(tables, self.matrix).gap_from(
            self.screen.issue, self.screen.party, event.direction
        )
        if gap is not None:
            self.screen.go_to(gap, self.screen.party)

    async def action_command_palette(self) -> None:  # type: ignore[override]  # it waits
        """Ask for a command by its name."""
        from tui.app.palette import Palette, commands  # noqa: PLC0415  # not for the first paint

        await self.ask(Palette(commands(self.screen)), self._run)

    def _run(self, command: Command | None) -> None:
        if command is not None:
            self.call_later(command.run)

    async def action_back(self) -> None:
        """Go one level back; never out of the program."""
        if await self._close_help():
            return
        if isinstance(self.screen, HasLevels) and self.screen.can_go_back:
            self.screen.action_back()
        elif self.is_elsewhere and follows_lens(self.screen) and hasattr(self.screen, "own_key"):
            self.action_present()
        elif hasattr(self.screen, "own_key"):
            await self.show_home()
        else:
            await self.pop_screen()

    async def action_help(self) -> None:
        """Show or hide the help."""
        from tui.bars.help import Help  # noqa: PLC0415  # not for the first paint

        if not await self._close_help() and not isinstance(self.screen, TooSmall):
            await self.screen.mount(Help(self.glyphs))
            self.screen.refresh_bindings()

    async def _close_help(self) -> bool:
        """Close the help; return whether it was open."""
        if not self.screen.query(HELP):
            return False
        from tui.bars.help import Help  # noqa: PLC0415  # not for the first paint

        for one in self.screen.query(Help):
            await one.close()
        return True

    def action_help_quit(self) -> None:
        """Say how to quit, for whoever tries Ctrl-C."""
        self.notify("q quits.", markup=False)

    def action_reload(self) -> None:
        """Read the dossier again, changed or not."""
        if self.path == STANDARD_INPUT:
            self.notify("Standard input cannot be read again.", markup=False)
        else:
            self._tells_of_nothing = True
            self.read_anew()

    async def on_resize(self, event: events.Resize) -> None:
        is_small = event.size.width < WIDTH or event.size.height < HEIGHT
        if is_small and not isinstance(self.screen, TooSmall):
            await self.push_screen(TooSmall())
        elif not is_small and isinstance(self.screen, TooSmall):
            await self.pop_screen()
            waiting, self._waiting = self._waiting, []
            for do in waiting:
                await do()

    @property
    def chosen(self) -> Remembered:
        """What is chosen now, to be kept until the next start."""
        pair = self._places.get("app.pair")
        choice = self.matrix.chosen
        return Remembered(
            words=self.matrix.words,
            order=str(choice.order),
            marked=tuple(sorted(choice.marked)),
            as_of=str(self.lens.as_of or ""),
            options=dict(self.lens.options),
            parties=self.lens.parties,
            pair=getattr(pair, "parties", self._pair),
            ends=getattr(self._places.get("app.changes"), "ends", self._ends),
            looked=self._looked,
            theme=self._chosen_theme,
        )

    @property
    def _chosen_theme(self) -> str:
        """The theme that was chosen on the screen, now or the last time; empty for none."""
        is_chosen = self.theme != self._first_theme
        return self.theme.removeprefix("positions-") if is_chosen else self._kept_theme

    def _fatal_error(self) -> None:
        """End with a plain traceback: Textual's prints every local, which is the whole dossier."""
        self.panic(Text(visible(traceback.format_exc(), newlines=True)))
