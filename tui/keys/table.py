"""Every key of the terminal UI, in one table: bindings, hints, help and tests are made from it.

Each entry has an id, so that a keymap can give its action other keys. A scope is what has to be on
the screen or to have the focus for the key to work: `app` is everywhere, the others are screens
(`matrix`, `issue`, `pair`, `changes`, `text`, `sequence`, `problems`, `unknown`, `question`) and
widgets (`grid`, `sides` of a pair, `detail`, `filter`, `help`, the lists `menu`, `ticks`,
`parties` and `list` of changes, the `picture` above that, the `ends` that are compared, and
`export`).

    class MatrixScreen(Screen[None]):
        BINDINGS = bindings_for("matrix")
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from positions.text.english import listed
from tui.keys.key import GROUPS, Group, Key, Scope, name_of_key
from tui.keys.matrix import MATRIX_KEYS
from tui.keys.screens import ROOM_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

__all__ = [
    "GROUPS",
    "KEYS",
    "KEYS_BY_ID",
    "Group",
    "Key",
    "Scope",
    "bindings_for",
    "key_of",
    "name_of_key",
    "use_keys",
    "why_idle",
]

# fmt: off
KEYS: Final[tuple[Key, ...]] = (
    *MATRIX_KEYS,
    *ROOM_KEYS,
    # Everywhere
    Key("app.back", ("escape",), "back", "Back",
        "Go one level back", rank=2, group="Program", command="Screen: go back"),
    Key("app.matrix", ("1",), "matrix", "Matrix",
        "Show the matrix", group="Program", command="Screen: matrix"),
    Key("app.pair", ("2",), "pair", "Pair",
        "Show two parties side by side", group="Program", command="Screen: pair"),
    Key("app.changes", ("3",), "changes", "Changes",
        "Show what changed between two revisions, and who moved",
        group="Program", command="Screen: changes"),
    Key("app.text", ("4",), "text", "Text",
        "Show one text made of all documents, with its ledger",
        group="Program", command="Screen: one text"),
    Key("app.sequence", ("5",), "sequence", "Sequence",
        "Show each side's order of steps, and where these orders block each other",
        group="Program", command="Screen: sequence"),
    Key("app.problems", ("6",), "problems", "Problems",
        "Show what is wrong in the dossier", group="Program", command="Screen: problems"),
    Key("app.unknown", ("7",), "unknown", "Unknown",
        "Show what is not known: blanks, doubts, weak sources",
        group="Program", command="Screen: what is not known"),
    Key("app.moment", ("t",), "moment", "As of",
        "Choose the moment as of which the dossier is shown", rank=3, command="Moment: choose"),
    Key("app.present", ("T",), "present", "Present",
        "Return to the dossier's own moment, to all options and all parties",
        rank=2, command="Moment: return to the dossier's own"),
    Key("app.options", ("v",), "options", "Options",
        "Choose options of the parties, or compare all branches",
        rank=18, command="Options: choose"),
    Key("app.jump", ("apostrophe",), "jump", "Go to",
        "Go to an issue by its name", rank=5, group="Move", command="Issue: go to by name"),
    Key("app.export", ("E",), "export", "Export",
        "Write what is shown to a file",
        rank=6, group="Take", command="Screen: write it to a file"),
    Key("app.reload", ("R",), "reload", "Reload",
        "Read the dossier again", group="Program", command="Dossier: read again"),
    Key("app.help", ("question_mark", "f1"), "help", "Help",
        "Show or hide what the signs mean, and the keys that work now",
        rank=7, group="Program", command="Help: show or hide"),
    Key("app.palette", ("ctrl+p", "colon"), "command_palette", "Commands",
        "Find a command by its name", group="Program"),
    Key("app.suspend", ("ctrl+z",), "suspend_process", "Suspend",
        "Go to the shell; `fg` comes back", group="Program", command="Program: suspend"),
    Key("app.quit", ("q",), "quit", "Quit",
        "Leave the program", rank=8, group="Program", command="Program: quit"),
)
# fmt: on
"""The table."""

KEYS_BY_ID: Final[dict[str, Key]] = {key.id: key for key in KEYS}
"""The same, with the keys that a user has given them."""


def use_keys(given: Mapping[str, tuple[str, ...]]) -> None:
    """Let the actions have these keys, by the id of their binding, and all others their own."""
    for key in KEYS:
        KEYS_BY_ID[key.id] = replace(key, keys=given[key.id]) if key.id in given else key
    for key in [one for one in KEYS_BY_ID.values() if "/" in one.hint]:
        names = {
            name_of_key(each)
            for one in KEYS_BY_ID.values()
            if one.scope == key.scope
            for each in one.keys
        }
        if not names.issuperset(key.hint.split("/")):  # a hint for two keys, of which one is gone
            KEYS_BY_ID[key.id] = replace(key, hint="")


def key_of(action: str) -> str:
    """Return the name of the first key of an action, by the id of its binding."""
    return name_of_key(KEYS_BY_ID[action].keys[0])


_PLACES: Final[Mapping[str, tuple[str, str, str]]] = {
    "matrix": ("in the matrix", "app.matrix", ""),
    "issue": ("in an issue", "grid.open", " on one"),
    "pair": ("between two parties", "app.pair", ""),
    "changes": ("among the changes", "app.changes", ""),
    "text": ("in the one text", "app.text", ""),
    "sequence": ("in the sequence", "app.sequence", ""),
    "unknown": ("in what is not known", "app.unknown", ""),
    "problems": ("among the problems", "app.problems", ""),
}
"""Where the keys of a scope work, the key that leads there, and where it is pressed."""
_WIDGETS: Final[Mapping[str, str]] = {
    "grid": "matrix",
    "sides": "pair",
    "list": "changes",
    "picture": "changes",
}
"""The screens of the widgets that have keys of their own."""


def why_idle(name: str, screen: str) -> str:
    """Return why a key does nothing now, as a sentence that says where it would.

    Args:
        name: The key as Textual names it.
        screen: The scope of the screen on which it was pressed.
    """
    sign = name_of_key(name)
    actions: dict[str, Key] = {}
    for key in KEYS_BY_ID.values():
        place = _WIDGETS.get(key.scope, key.scope)
        if name in key.keys and place in _PLACES:
            actions.setdefault(place, key)
    if not actions:
        return f"{sign} does nothing here."
    here = {screen: actions[screen]} if screen in actions else actions
    labels = {key.label for key in here.values()} - {sign}
    what = f"{sign} ({labels.pop()})" if len(labels) == 1 else sign
    if screen in actions:
        return f"There is nothing here for {what}."
    ways = [(where, f"{key_of(way)}{at}") for where, way, at in map(_PLACES.__getitem__, here)]
    if len(ways) > 1:
        return f"{what} works {listed([f'{where} ({way})' for where, way in ways])}."
    return f"{what} works {ways[0][0]}: press {ways[0][1]} first."


def bindings_for(scope: Scope) -> list[BindingType]:
    """Return the bindings of a screen, a widget or the application."""
    return [key.binding for key in KEYS if key.scope == scope]
