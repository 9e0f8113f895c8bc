"""The list of changes: a grid that knows its groups, and which headings are folded at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.changes.rows import change_grid, groups, headings_below_substance
from tui.grid.grid import Grid
from tui.grid.layout import STACKED_BELOW, RowKind, unfolded
from tui.keys.table import bindings_for

if TYPE_CHECKING:
    from textual import events

    from positions.changes.model import DossierDifference
    from tui.changes.rows import ChangeGroup, ChangeRow

__all__ = ["ChangeList"]


class ChangeList(Grid):
    """The list with the keys of the table.

    Attributes:
        by_party: Whether changes are listed by party; else by issue.
        sentence: What is said where the filter leaves nothing.
    """

    BINDINGS = bindings_for("list")
    by_party = False
    sentence = ""
    _found: DossierDifference | None = None
    _groups: tuple[ChangeGroup, ...] = ()
    _is_stacked = False

    @property
    def change(self) -> ChangeRow | None:
        """The change under the cursor; None on a heading."""
        row = self.cursor.row_id
        changes = (change for group in self._groups for change in group.changes)
        return next((change for change in changes if change.id == row), None)

    @property
    def group(self) -> ChangeGroup | None:
        """The group on whose heading the cursor stands; None on a change."""
        return next((one for one in self._groups if one.id == self.cursor.row_id), None)

    def show_changes(self, found: DossierDifference, *, fold_anew: bool) -> None:
        """Show changes; the cursor stays with its row.

        Args:
            found: The difference, already reduced to what is asked for.
            fold_anew: Whether to fold all but the changes of substance, as at first.
        """
        self._found = found
        self._groups = groups(found, by_party=self.by_party)
        if fold_anew:
            self.folded = headings_below_substance(self._groups)
        before = self.cursor.row_id
        self.show(
            change_grid(
                found,
                self._groups,
                self.glyphs,
                is_stacked=self._is_stacked,
                sentence=self.sentence,
            )
        )
        if fold_anew and self.change is None:
            self.action_top()
        if (fold_anew or self.cursor.row_id != before) and self.change is None:
            self.action_cursor_down()  # from a heading to its first change

    def go_to_issue(self, issue: str) -> bool:
        """Go to the first change of an issue that is not folded away; return whether it has one."""
        shown = {row.id for row in unfolded(self.data.rows, self.folded)}
        found = [
            one.id
            for group in self._groups
            for one in group.changes
            if one.id in shown and one.issue is not None and one.issue.issue.id == issue
        ]
        if found:
            self.move_to(found[0])
        return bool(found)

    def toggle_party(self) -> None:
        """List by party, or by issue; the cursor stays with its issue."""
        change, self.by_party = self.change, not self.by_party
        if self._found is None:
            return
        self.show_changes(self._found, fold_anew=True)
        alike = [
            one.id
            for group in self._groups
            for one in group.changes
            if change is not None and one.is_like(change)
        ]
        if alike:
            self.move_to(alike[0])

    def toggle_classes(self) -> None:
        """Show evidence and wording, or fold them again."""
        below = headings_below_substance(self._groups)
        self.folded = frozenset() if self.folded & below else below

    def go(self, direction: int) -> str:
        """Go to the next change that is not folded away, or to the one before.

        Args:
            direction: 1 for forward, -1 for back.

        Returns:
            What a reader must know: that the search began again; else an empty text.
        """
        rows = unfolded(self.data.rows, self.folded)
        here = next((i for i, row in enumerate(rows) if row.id == self.cursor.row_id), -1)
        places = [index for index, row in enumerate(rows) if row.kind is RowKind.ROW]
        if not places:
            return "There is no change here."
        ahead = [index for index in places if (index - here) * direction > 0]
        self.move_to(rows[(ahead or places)[0 if direction > 0 else -1]].id)
        if ahead:
            return ""
        return f"Back at the {'first' if direction > 0 else 'last'}."

    def on_resize(self, event: events.Resize) -> None:  # type: ignore[override]
        is_stacked = event.size.width < STACKED_BELOW
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            if self._found is not None:
                self.show_changes(self._found, fold_anew=False)
        super().on_resize()
