"""Every key of the terminal UI, in one table: bindings, hints, help and tests are made from it.

Each entry has an id, so that a keymap can give its action other keys. A scope is what has to be on
the screen or to have the focus for the key to work: `app` is everywhere, the others are screens
(`matrix`, `issue`, `problems`, `question`) and widgets (`grid`, `detail`, `filter`, and the lists
`menu` and `ticks`).

    class MatrixScreen(Screen[None]):
        BINDINGS = bindings_for("matrix")
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GROUPS", "KEYS", "KEYS_BY_ID", "Group", "Key", "Scope", "bindings_for", "name_of_key"]

Scope = Literal[
    "app", "matrix", "grid", "detail", "filter", "issue", "problems", "menu", "ticks", "question"
]
Group = Literal["Move", "Look", "Take", "Program"]

GROUPS: Final[tuple[Group, ...]] = ("Move", "Look", "Take", "Program")
"""The groups of the help, in its order."""

_NAMES: Final[Mapping[str, str]] = {
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "colon": ":",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "f1": "F1",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
}


@dataclass(frozen=True, slots=True)
class Key:
    """What one or more keys do where a scope holds.

    Attributes:
        id: The name of the binding: scope, full stop, verb.
        keys: The keys as Textual names them.
        action: The action of whatever has the binding.
        label: One or two words for the hints at the foot of the screen.
        description: What it does, as a clause: "Go to the next gap".
        rank: Its place among the hints, from 1; 0 where it is no hint.
        hint: What stands for the keys in the hints; the first key where empty.
        group: Where the help lists it.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    description: str
    rank: int = 0
    hint: str = ""
    group: Group = "Look"

    @property
    def scope(self) -> str:
        """What has to be on the screen, or to have the focus."""
        return self.id.partition(".")[0]

    @property
    def shown(self) -> str:
        """All its keys as a reader knows them: `Down j`."""
        return " ".join(name_of_key(key) for key in self.keys)

    @property
    def binding(self) -> Binding:
        """The binding for Textual."""
        return Binding(
            ",".join(self.keys),
            self.action,
            self.label,
            show=self.rank > 0,
            key_display=self.hint or name_of_key(self.keys[0]),
            tooltip=self.description,
            id=self.id,
        )


def _moves(scope: str, thing: str) -> tuple[Key, ...]:
    """Return the keys that move a cursor over things, the same on every screen."""
    table = (
        ("up", ("up", "k"), "cursor_up", f"Move to the {thing} above"),
        ("down", ("down", "j"), "cursor_down", f"Move to the {thing} below"),
        ("top", ("g", "home"), "top", f"Move to the first {thing}"),
        ("bottom", ("G", "end"), "bottom", f"Move to the last {thing}"),
        ("page-up", ("pageup", "ctrl+u"), "page_up", "Move up by a page"),
        ("page-down", ("pagedown", "ctrl+d"), "page_down", "Move down by a page"),
    )
    return tuple(
        Key(
            f"{scope}.{verb}", keys, action, verb.replace("-", " ").capitalize(), text, group="Move"
        )
        for verb, keys, action, text in table
    )


def _list_moves(scope: str) -> tuple[Key, ...]:
    """Return the keys that move in a list of Textual's."""
    table = (
        ("up", ("up", "k"), "cursor_up", "Move up"),
        ("down", ("down", "j"), "cursor_down", "Move down"),
        ("top", ("g", "home"), "first", "Move to the first"),
        ("bottom", ("G", "end"), "last", "Move to the last"),
        ("page-up", ("pageup", "ctrl+u"), "page_up", "Move up by a page"),
        ("page-down", ("pagedown", "ctrl+d"), "page_down", "Move down by a page"),
    )
    return tuple(
        Key(f"{scope}.{verb}", keys, action, verb, text, group="Move")
        for verb, keys, action, text in table
    )


_GAPS: Final = ("Go to the next gap, or to the next match of a filter", "Go to the previous one")

KEYS: Final[tuple[Key, ...]] = (
    # The matrix
    *_moves("grid", "row"),
    Key(
        "grid.left", ("left", "h"), "cursor_left", "Left", "Move to the party before", group="Move"
    ),
    Key(
        "grid.right",
        ("right", "l"),
        "cursor_right",
        "Right",
        "Move to the next party",
        group="Move",
    ),
    Key(
        "grid.parties-before",
        ("H",),
        "previous_parties",
        "Parties before",
        "Show the page of parties before",
        group="Move",
    ),
    Key(
        "grid.parties-next",
        ("L",),
        "next_parties",
        "Next parties",
        "Show the next page of parties",
        group="Move",
    ),
    Key(
        "grid.open",
        ("enter",),
        "open",
        "Open",
        "Open the issue; fold or unfold a topic",
        rank=1,
        group="Move",
    ),
    Key("matrix.next-gap", ("n",), "next_gap", "Gap", _GAPS[0], rank=4, hint="n/N", group="Move"),
    Key("matrix.previous-gap", ("N",), "previous_gap", "Gap before", _GAPS[1], group="Move"),
    Key("matrix.filter", ("slash",), "filter", "Filter", "Show only what a filter names", rank=3),
    Key("matrix.parts", ("o",), "parts", "Parts", "Open or close the parts of the issue", rank=12),
    Key(
        "matrix.sort",
        ("s",),
        "sort",
        "Sort",
        "Sort as in the dossier, by gap, or by topic",
        rank=11,
    ),
    Key(
        "grid.row-heights",
        ("z",),
        "row_heights",
        "Rows",
        "Show six lines of each row, one line, or all",
        rank=9,
    ),
    Key(
        "matrix.reference",
        ("equals_sign",),
        "reference",
        "Reference",
        "Compare the others with the party at the cursor",
        rank=14,
    ),
    Key("matrix.parties", ("p",), "parties", "Parties", "Choose the parties to compare", rank=10),
    Key(
        "matrix.detail",
        ("plus",),
        "maximise",
        "Detail",
        "Give the detail the whole height",
        rank=15,
    ),
    Key(
        "matrix.mark",
        ("space",),
        "mark",
        "Mark",
        "Mark the issue, or unmark it",
        rank=13,
        group="Take",
    ),
    Key(
        "matrix.copy",
        ("y",),
        "copy",
        "Copy",
        "Copy the cell, the row or its place",
        rank=5,
        group="Take",
    ),
    Key(
        "matrix.edit",
        ("e",),
        "edit",
        "Edit",
        "Open the editor at the cell's line, then read the dossier again",
        rank=6,
        group="Take",
    ),
    # The detail
    Key("detail.up", ("up", "k"), "scroll_up", "Up", "Scroll the detail up", group="Move"),
    Key("detail.down", ("down", "j"), "scroll_down", "Down", "Scroll it down", group="Move"),
    Key("detail.top", ("g", "home"), "scroll_home", "Top", "Scroll it to its top", group="Move"),
    Key(
        "detail.bottom", ("G", "end"), "scroll_end", "Bottom", "Scroll it to its end", group="Move"
    ),
    Key(
        "detail.page-up",
        ("pageup", "ctrl+u"),
        "page_up",
        "Page up",
        "Scroll up by a page",
        group="Move",
    ),
    Key(
        "detail.page-down",
        ("pagedown", "ctrl+d"),
        "page_down",
        "Page down",
        "Scroll down by a page",
        group="Move",
    ),
    # The filter
    Key(
        "filter.keep",
        ("enter", "down"),
        "keep",
        "Keep",
        "Keep the filter and go to the issues",
        rank=1,
    ),
    Key("filter.leave", ("escape",), "leave", "Clear", "Clear the filter, then leave it", rank=2),
    # Questions
    *_list_moves("menu"),
    Key("menu.choose", ("enter",), "select", "Choose", "Choose what stands at the cursor"),
    *_list_moves("ticks"),
    Key("ticks.tick", ("space",), "select", "Tick", "Tick what stands at the cursor, or untick it"),
    Key("ticks.choose", ("enter",), "screen.choose", "Choose", "Take what is ticked"),
    Key("question.cancel", ("escape",), "cancel", "Back", "Go back without a choice"),
    # An issue
    *_moves("issue", "line"),
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
    Key("issue.next-gap", ("n",), "next_gap", "Gap", _GAPS[0], rank=4, hint="n/N", group="Move"),
    Key("issue.previous-gap", ("N",), "previous_gap", "Gap before", _GAPS[1], group="Move"),
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
    # Problems
    *_moves("problems", "problem"),
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
    # Everywhere
    Key("app.back", ("escape",), "back", "Back", "Go one level back", rank=2, group="Program"),
    Key("app.matrix", ("1",), "matrix", "Matrix", "Show the matrix", group="Program"),
    Key(
        "app.problems",
        ("6",),
        "problems",
        "Problems",
        "Show what is wrong in the dossier",
        group="Program",
    ),
    Key("app.reload", ("R",), "reload", "Reload", "Read the dossier again", group="Program"),
    Key(
        "app.help",
        ("question_mark", "f1"),
        "help",
        "Help",
        "Show or hide the keys that work now",
        rank=7,
        group="Program",
    ),
    Key(
        "app.palette",
        ("ctrl+p", "colon"),
        "command_palette",
        "Commands",
        "Find a command by its name",
        group="Program",
    ),
    Key(
        "app.suspend",
        ("ctrl+z",),
        "suspend_process",
        "Suspend",
        "Go to the shell; `fg` comes back",
        group="Program",
    ),
    Key("app.quit", ("q",), "quit", "Quit", "Quit", rank=8, group="Program"),
)
"""The table."""

KEYS_BY_ID: Final[Mapping[str, Key]] = {key.id: key for key in KEYS}


def bindings_for(scope: Scope) -> list[BindingType]:
    """Return the bindings of a screen, a widget or the application."""
    return [key.binding for key in KEYS if key.scope == scope]


def name_of_key(key: str) -> str:
    """Return how a key is called where people read it."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return _NAMES.get(key, key)
