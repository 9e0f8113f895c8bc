"""The keys of the screens that are opened from the matrix: an issue, changes, problems."""

from __future__ import annotations

from typing import Final

from tui.key import Key, moves
from tui.keys_of_matrix import GAPS

__all__ = ["ROOM_KEYS"]

ROOM_KEYS: Final[tuple[Key, ...]] = (
    # An issue
    *moves("issue", "line"),
    Key(
        "issue.left",
        ("left", "h"),
        "cursor_left",
        "Left",
        "Move to the party before",
        group="Move",
    ),
    Key(
        "issue.right",
        ("right", "l"),
        "cursor_right",
        "Right",
        "Move to the next party",
        group="Move",
    ),
    Key(
        "issue.open",
        ("enter",),
        "open",
        "Open",
        "Open the source or the line at the cursor",
        rank=1,
    ),
    Key("issue.next-gap", ("n",), "next_gap", "Gap", GAPS[0], rank=4, hint="n/N", group="Move"),
    Key("issue.previous-gap", ("N",), "previous_gap", "Gap before", GAPS[1], group="Move"),
    Key(
        "issue.copy",
        ("y",),
        "copy",
        "Copy",
        "Copy the line, the issue or its place",
        rank=5,
        group="Take",
    ),
    Key(
        "issue.edit",
        ("e",),
        "edit",
        "Edit",
        "Open the editor at the line, then read the dossier again",
        rank=6,
        group="Take",
    ),
    # Changes
    *moves("list", "change"),
    Key(
        "list.open",
        ("enter",),
        "open",
        "Open",
        "Open the issue as it was then; fold or unfold a heading",
        rank=1,
        group="Move",
    ),
    Key(
        "changes.next",
        ("n",),
        "next_change",
        "Change",
        "Go to the next change",
        rank=4,
        hint="n/N",
        group="Move",
    ),
    Key(
        "changes.previous",
        ("N",),
        "previous_change",
        "Change before",
        "Go to the change before",
        group="Move",
    ),
    Key(
        "changes.before",
        ("b",),
        "before",
        "Before",
        "Choose what to compare with: a revision, a date, the working tree",
        rank=5,
        hint="b/a",
    ),
    Key("changes.after", ("a",), "after", "After", "Choose what to compare"),
    Key(
        "changes.newest",
        ("d",),
        "newest",
        "Default",
        "Compare the working tree with HEAD, or show the last change",
    ),
    Key(
        "changes.classes",
        ("z",),
        "classes",
        "More",
        "Show evidence and wording too, or substance alone",
        rank=6,
    ),
    Key("changes.group", ("s",), "group", "Sort", "List the changes by issue, or by party", rank=9),
    Key("changes.filter", ("slash",), "filter", "Filter", "Show only what a filter names", rank=3),
    Key(
        "changes.detail",
        ("plus",),
        "maximise",
        "Detail",
        "Give the change the whole screen",
        rank=11,
    ),
    Key(
        "changes.copy",
        ("y",),
        "copy",
        "Copy",
        "Copy the change, or all of them, as Markdown",
        rank=10,
        group="Take",
    ),
    Key("changes.reload", ("R",), "read_again", "Reload", "Read the revisions again"),
    Key("ends.up", ("up",), "screen.up", "Up", "Move up", group="Move"),
    Key("ends.down", ("down",), "screen.down", "Down", "Move down", group="Move"),
    Key("ends.page-up", ("pageup",), "screen.page_up", "Page up", "Move up a page", group="Move"),
    Key(
        "ends.page-down",
        ("pagedown",),
        "screen.page_down",
        "Page down",
        "Move down a page",
        group="Move",
    ),
    Key("ends.choose", ("enter",), "screen.choose", "Choose", "Take what stands at the cursor"),
    # Problems
    *moves("problems", "problem"),
    Key(
        "problems.open",
        ("enter", "e"),
        "open",
        "Edit",
        "Open the editor at the problem's line",
        rank=1,
    ),
    Key(
        "problems.copy",
        ("y",),
        "copy",
        "Copy",
        "Copy the problem with its place",
        rank=5,
        group="Take",
    ),
)
"""Their entries in the table."""
