"""Changes: what differs between two states of the dossier, and who moved toward whom.

The screen reads git itself, in a thread that posts messages; Esc ends that. Enter opens the issue
as of the side called After: in the working tree that is the issue of the present, which goes along
with the file; in a revision it is the issue as it was then. One that is gone opens as of Before.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from positions.filter.language import QueryFault, parse
from positions.text.safe import visible
from tui.bars.banner import Banner
from tui.bars.filter import FilterBar
from tui.bars.hints import Hints
from tui.bars.title import Title
from tui.changes.copies import copies, exports_of_changes, filtered, nothing_left, told_of_changes
from tui.changes.detail import ChangeDetail
from tui.changes.ends import EndPicker, LogPicker
from tui.changes.head import ChangesHead
from tui.changes.issue_then import issue_then
from tui.changes.list import ChangeList
from tui.changes.moves import MovesPicture
from tui.keys.table import bindings_for, key_of
from tui.paint.glyphs import UNICODE, Glyphs
from tui.questions.moment_and_options import MomentPicker
from tui.state.changes import ChangeEnds, MomentEnds, names_of, read_changes, sides_of
from tui.state.messages import ChangesFound, CopyWanted, IssueWanted, Progress, ScreenWanted
from tui.state.moments import last_moments, moments

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from positions.changes.model import DossierDifference
    from positions.loader import Loaded
    from tui.state.changes import ChangesRead, End, Sides
    from tui.state.moments import MomentChoice
    from tui.state.view import View

__all__ = ["ChangesScreen"]

LOG: Final = "Log: what a revision changed"
WAY_OUT = (
    "b chooses what to compare with, a what to compare, m follows the days of the talks or the "
    "revisions; Esc goes back."
)


NEEDS_CHANGES = frozenset(
    {"next_change", "previous_change", "classes", "group", "filter", "maximise", "copy"}
)


class ChangesScreen(Screen[None]):
    """Two states of the dossier, compared; see the module's docstring."""

    FOLLOWS_LENS: ClassVar = False
    own_key: ClassVar[str] = "app.changes"
    BINDINGS = bindings_for("changes")
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    ChangesScreen {
        #changes-said { padding: 1 2; display: none; height: auto; }
        &.-said #changes-said { display: block; }
        &.-said #changes-body { display: none; }
    }
    """

    def __init__(
        self,
        view: View,
        glyphs: Glyphs = UNICODE,
        sides: Sides | None = None,
        *,
        looked: str = "",
    ) -> None:
        """Compare these sides of the dossier of a view, or its last two moments if none are given.

        Args:
            view: What is shown.
            glyphs: The glyphs in use.
            sides: What to compare; None for the last two moments or, where there are none, for what
                git has that is worth it.
            looked: When somebody looked at the dossier before; empty for never.
        """
        super().__init__()
        self._looked = looked
        self._view = view
        self._glyphs = glyphs
        self._texts = sides
        self._sides = sides or _last_two(view)
        self._read: ChangesRead | None = None
        self._found: DossierDifference | None = None
        self._words = ""
        self._is_reading = False
        self._wanted: str | None = None

    def compose(self) -> ComposeResult:
        yield Title()
        yield Banner(markup=False)
        yield ChangesHead(self._glyphs)
        yield Static(id="changes-said", markup=False)
        with Container(id="changes-body"):
            yield ChangeList(glyphs=self._glyphs, id="changes")
            yield ChangeDetail(self._glyphs)
        yield FilterBar()
        yield Hints()

    def on_mount(self) -> None:
        self.update_view(self._view)

    # Reading ------------------------------------------------------------------------------------

    def update_view(self, view: View) -> None:
        """Read again what may have changed with the file; a bad save leaves all as it is."""
        self._view = view
        self.query_one(Title).view = view
        self.query_one(Banner).show(view)
        if self._read is None or not view.stale:
            self._ask(self._sides)

    def _ask(self, sides: Sides | None) -> None:
        self._sides, self._is_reading = sides, True
        self.query_one(ChangesHead).follow(self._view.loaded.dossier, sides)
        self._read_changes(self._view.path, sides, self._view.loaded)

    @work(thread=True, exclusive=True, group="changes", description="changes")
    def _read_changes(self, path: str, sides: Sides | None, shown: Loaded) -> None:
        worker = get_current_worker()

        def say(said: str) -> None:
            if not worker.is_cancelled:
                self.post_message(Progress(said))

        found = read_changes(path, sides, say, lambda: worker.is_cancelled, shown)
        if not worker.is_cancelled:
            self.post_message(ChangesFound(found))

    def on_progress(self, event: Progress) -> None:
        if not self._is_reading:
            return
        said = f"{event.said}. Esc ends it."
        if self._read is None or self._read.found is None:
            self._say(said)
        else:
            self.query_one(ChangesHead).say(said)

    def on_changes_found(self, event: ChangesFound) -> None:
        if not self._is_reading or event.read.sides != self._sides:
            return
        is_other = self._read is None or self._read.found is None or self._read.sides != self._sides
        self._is_reading, self._read = False, event.read
        self._show(event.read, fold_anew=is_other)

    def _end_reading(self) -> None:
        self.workers.cancel_group(self, "changes")
        self._is_reading = False
        if self._read is None:
            self._say(f"Reading was ended.\n\n{WAY_OUT}")
        else:
            self._sides = self._read.sides
            self.query_one(ChangesHead).follow(self._view.loaded.dossier, self._sides)
            self._show(self._read, fold_anew=False)

    # What is shown ------------------------------------------------------------------------------

    @property
    def is_maximised(self) -> bool:
        """Whether the change has the whole screen."""
        return self.has_class("-change-maximised")

    @property
    def ends(self) -> tuple[str, ...]:
        """The names of the two texts that somebody chose, to be kept; none where nobody did."""
        return names_of(self._sides)

    @property
    def has_changes(self) -> bool:
        """Whether there are changes, not a sentence in their place."""
        return self._found is not None and not self.has_class("-said")

    @property
    def issue(self) -> str | None:
        """The id of the issue under the cursor."""
        change = self._list.change
        return change.issue.issue.id if change is not None and change.issue is not None else None

    @property
    def _list(self) -> ChangeList:
        return self.query_one(ChangeList)

    def _show(self, read: ChangesRead, *, fold_anew: bool) -> None:
        self.query_one(ChangesHead).show(self._view.path, self._view.loaded.dossier, read)
        if read.found is None:
            self._say(f"{read.sentence}\n\n{WAY_OUT}")
            return
        was_said = self.has_class("-said") or self._found is None
        self.remove_class("-said")
        self._filter(self._words, fold_anew=fold_anew)
        if was_said:
            self._list.focus()
        if self._wanted is not None:
            self.goes_to(self._wanted)

    def _say(self, said: str) -> None:
        """Show a sentence in the place of the changes."""
        self.add_class("-said")
        self.remove_class("-change-maximised")
        self.query_one("#changes-said", Static).update(Content(visible(said, newlines=True)))
        self.set_focus(None)

    def _filter(self, words: str, *, fold_anew: bool = False) -> None:
        """Show what the words name; while they are wrong, what was shown before."""
        self._words = words
        read = self._read
        if read is None or read.found is None or read.comparisons is None:
            return
        hits, fault = "", None
        try:
            query = told_of_changes(read, parse(words))
            query.check(read.comparisons[1])
        except QueryFault as wrong:
            fault = wrong
            found = read.found if fold_anew else self._found or read.found
        else:
            found = filtered(read, query) or read.found
            hits = f"{len(found.issues)} of {len(read.found.issues)}" if query.terms else ""
            self._list.sentence = nothing_left(query)
        self._found = found
        self.query_one(FilterBar).say(hits, fault)
        self._list.show_changes(found, fold_anew=fold_anew)
        self._show_detail()

    @property
    def words(self) -> str:
        """The filter."""
        return self._words

    def take_words(self, words: str) -> None:
        """Take another filter, as if it had been written, and show at once what it leaves."""
        self.query_one(FilterBar).words = words
        self._filter(words)

    def goes_to(self, issue: str) -> bool:
        """Go to the first change of an issue, at once or when the changes are read.

        Returns:
            Whether it is, or may still be, among what is shown.
        """
        self._wanted = issue if self._is_reading else None
        if self._is_reading:
            return True
        is_there = self._list.go_to_issue(issue)
        if not is_there and self.has_changes:
            self._tell("Nothing changed on this issue between the two.")
        return True

    def _show_detail(self) -> None:
        self.query_one(Title).issue = self.issue
        self.query_one(ChangeDetail).show(self._found, self._list.change or self._list.group)
        self.refresh_bindings()

    def on_grid_cursor_moved(self) -> None:
        self._show_detail()

    def on_grid_folded(self) -> None:
        self._show_detail()

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        if event.words != self._words:
            self._filter(event.words)

    def on_filter_bar_left(self) -> None:
        self._list.focus()

    # Actions ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action does something now."""
        return self.has_changes or action not in NEEDS_CHANGES

    def is_moot(self, key: str) -> bool:
        """Return whether a key could only say that a record belongs to no issue."""
        change = self._list.change
        return key == "list.open" and change is not None and change.issue is None

    @property
    def can_go_back(self) -> bool:
        """Whether there is something to leave before the screen."""
        if self._is_reading or not self.has_changes:
            return self._is_reading
        return bool(self._words) or self.is_maximised or self.focused is not self._list

    def action_back(self) -> None:
        """End what is being read; else leave the change, else the filter."""
        if self._is_reading:
            self._end_reading()
        elif self.is_maximised:
            self.action_maximise()
        elif self.focused is not self._list:
            self._list.focus()
        else:
            self.take_words("")

    def action_open_cell(self) -> None:
        """List what the party at the cursor of the picture changed on the day that is compared."""
        party = self.query_one(MovesPicture).party
        if party is not None and self.has_changes:
            self.take_words(f"by:{party}")
            self._list.focus()

    def action_next_change(self) -> None:
        """Go to the next change."""
        self._tell(self._list.go(1))

    def action_previous_change(self) -> None:
        """Go to the change before."""
        self._tell(self._list.go(-1))

    def action_classes(self) -> None:
        """Show evidence and wording too, or substance alone."""
        self._list.toggle_classes()

    def action_group(self) -> None:
        """List by issue, or by party."""
        self._list.toggle_party()
        self._tell(f"By {'party' if self._list.by_party else 'issue'}.")

    def action_filter(self) -> None:
        """Write a filter."""
        self.query_one(FilterBar).open()

    def action_maximise(self) -> None:
        """Give the change the whole screen, or take it back."""
        self.toggle_class("-change-maximised")
        (self.query_one(ChangeDetail) if self.is_maximised else self._list).focus()

    def action_copy(self) -> None:
        """Ask what to copy."""
        if self._read is not None and self._found is not None:
            texts = copies(self._read, self._found, self._list.change, by_party=self._list.by_party)
            self.post_message(CopyWanted(texts))

    def exports(self) -> dict[str, Callable[[], str]]:
        """Return what makes a text of the changes that are listed, by the ending of its file."""
        if self._read is None or self._found is None:
            return {}
        return exports_of_changes(self._read, self._found, by_party=self._list.by_party)

    def _tell(self, said: str) -> None:
        if said:
            self.app.notify(said, markup=False)

    # What to compare ----------------------------------------------------------------------------

    def action_newest(self) -> None:
        """Compare the working tree with HEAD or, where nothing changed, show the last change."""
        self._ask(None)

    def action_read_again(self) -> None:
        """Read the revisions again, changed or not."""
        self._ask(self._sides)

    def action_before(self) -> None:
        """Choose what to compare with."""
        self._choose("Compare with (before)", before=True)

    def action_after(self) -> None:
        """Choose what to compare."""
        self._choose("Compare what (after)", before=False)

    def action_log(self) -> None:
        """Choose a revision from the log, to see what it changed."""
        revisions = self._read.revisions if self._read else ()
        if not revisions:
            self._tell("There is no revision yet.")
            return
        steps = {one.after: one for one in self._steps}

        def take(end: End | None) -> None:
            if isinstance(end, str) and end in steps:
                self._ask(steps[end])
            elif end is not None:
                self._tell("There is no revision before it to compare it with.")

        self.post_message(ScreenWanted(LogPicker(LOG, revisions), take))

    @property
    def _steps(self) -> list[ChangeEnds]:
        """What each revision changed, the newest first."""
        revisions = self._read.revisions if self._read else ()
        return [ChangeEnds(older.id, one.id) for one, older in pairwise(revisions)]

    def action_earlier(self) -> None:
        """Show what the day or the revision before changed."""
        self._step(-1)

    def action_later(self) -> None:
        """Show what the day or the revision after changed."""
        self._step(1)

    def _step(self, direction: int) -> None:
        now = sides_of(self._read, self._sides)
        if isinstance(now, MomentEnds):
            found: Sides | None = self.query_one(MovesPicture).step(now, direction)
            if found is None and any(one.group == "moves" for one in self.workers):
                self._tell("Still reading who moved on which day.")
                return
        else:
            steps = self._steps
            here = next((i for i, one in enumerate(steps) if one.after == now.after), -1)
            index = here - direction
            found = steps[index] if 0 <= index < len(steps) else None
        if found is not None:
            self._ask(found)
        else:
            self._tell(f"Nothing is recorded {'after' if direction > 0 else 'before'} it.")

    def _choose(self, question: str, *, before: bool) -> None:
        now = sides_of(self._read, self._sides)
        if isinstance(now, MomentEnds):
            self._choose_moment(question, now, before=before)
            return

        def take(end: End | None) -> None:
            if end is not None:
                self._ask(now._replace(before=end) if before else now._replace(after=end))

        revisions = self._read.revisions if self._read else ()
        looked = self._looked if before else ""
        clock = key_of("changes.clock")
        hint = f"A day here is that of a commit. Esc, then {clock}, compares days of the talks."
        picker = EndPicker(f"{question}\n{hint}", revisions, looked)
        self.post_message(ScreenWanted(picker, take))

    def _choose_moment(self, question: str, now: MomentEnds, *, before: bool) -> None:
        dossier = self._view.loaded.dossier
        if dossier is None:
            return
        own = dossier.header.as_of

        def take(choice: MomentChoice | None) -> None:
            if choice is not None:
                at = choice.as_of or own
                self._ask(now._replace(before=at) if before else now._replace(after=at))

        picker = MomentPicker(moments(dossier), now.before if before else now.after, question)
        self.post_message(ScreenWanted(picker, take))

    def action_clock(self) -> None:
        """Compare two moments of the talks or, where these are shown, revisions again."""
        dossier = self._view.loaded.dossier
        if isinstance(self._sides, MomentEnds):
            self._ask(self._texts)
        elif dossier is not None:
            self._texts = self._sides
            self._ask(MomentEnds(*last_moments(dossier)))

    # The issue ----------------------------------------------------------------------------------

    def on_grid_row_opened(self) -> None:
        """Open the issue as of the side After; where it is gone, as of Before."""
        change, read = self._list.change, self._read
        if change is None or read is None:
            return
        if change.issue is None:
            self._tell("This record belongs to no issue: all of it is shown here.")
            return
        issue = change.issue.issue.id
        speakers = [stance.party for stance in change.issue.stances]
        party = change.party or (speakers[0] if speakers else None)
        then = issue_then(self._view.path, read, issue, party, self._glyphs)
        if then is None:
            self.post_message(IssueWanted(issue, party))
        else:
            self.post_message(ScreenWanted(then))


def _last_two(view: View) -> MomentEnds | None:
    """Return the last two moments of a dossier; None where it has not two."""
    dossier = view.loaded.dossier
    found = MomentEnds(*last_moments(dossier)) if dossier is not None else None
    return found if found and found.before != found.after else None
