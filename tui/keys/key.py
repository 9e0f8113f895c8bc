"""Defines an entry of the key table, and the entries that are alike on several screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GROUPS", "NAMES_OF_KEYS", "Group", "Key", "Scope", "list_moves", "moves", "name_of_key"]

Scope = Literal[
    "app",
    "matrix",
    "grid",
    "detail",
    "filter",
    "help",
    "issue",
    "pair",
    "sides",
    "changes",
    "list",
    "picture",
    "ends",
    "export",
    "text",
    "sequence",
    "problems",
    "unknown",
    "menu",
    "ticks",
    "parties",
    "question",
]
Group = Literal["Move", "Look", "Take", "Program"]

GROUPS: Final[tuple[Group, ...]] = ("Move", "Look", "Take", "Program")
"""The groups of the help, in its order."""

NAMES_OF_KEYS: Final[Mapping[str, str]] = {
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "colon": ":",
    "apostrophe": "'",
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
        command: What the palette calls it, a noun and what is done; it lists none without.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    description: str
    rank: int = 0
    hint: str = ""
    group: Group = "Look"
    command: str = ""

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


def moves(scope: str, thing: str) -> tuple[Key, ...]:
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


def list_moves(scope: str) -> tuple[Key, ...]:
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


def name_of_key(key: str) -> str:
    """Return how a key is called where people read it."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return NAMES_OF_KEYS.get(key, key)
