"""Gives actions the keys of a user's settings, where these can be pressed and do nothing else.

Textual takes a keymap as it is: a misspelt id, a key that no terminal sends, and two actions on one
key pass in silence. Here each is a problem with its place, and its action keeps its own keys.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from textual.keys import Keys, _character_to_key

from positions.problems.problem import Problem, in_order
from positions.text.likeness import nearest
from positions.text.quoting import shorten
from tui.keys.key import NAMES_OF_KEYS, Key, name_of_key
from tui.keys.table import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.settings.file import Settings

__all__ = ["TOGETHER", "checked_keys"]

TOGETHER: Final = (
    ("app", "matrix", "grid"),
    ("app", "matrix", "detail"),
    ("app", "matrix", "pair", "grid", "sides"),
    ("app", "issue"),
    ("app", "changes", "list"),
    ("app", "changes", "detail"),
    ("app", "changes", "picture"),
    ("app", "text"),
    ("app", "sequence"),
    ("app", "problems"),
    ("app", "unknown"),
    ("question", "menu"),
    ("question", "ticks", "parties"),
    ("question", "ends"),
    ("question", "export"),
    ("filter",),
    ("help",),
)
"""The scopes whose keys work at the same time: the places."""

_OTHERWISE_SENT: Final = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}
_WRITTEN: Final = {
    **{name.lower(): key for key, name in NAMES_OF_KEYS.items()},
    "del": "delete",
    "ins": "insert",
    "return": "enter",
}
"""Keys by the names that the help calls them."""
_SENT: Final = frozenset(
    key.value
    for key in Keys
    if not key.value.startswith("<") and not re.fullmatch(r"ctrl\+(shift\+)?\d", key.value)
)
"""What terminals send, beside characters."""


def checked_keys(settings: Settings) -> tuple[dict[str, tuple[str, ...]], tuple[Problem, ...]]:
    """Return the keys that actions are given, as Textual names them, and what is wrong.

    Args:
        settings: What a user has set.

    Returns:
        The keys by the id of the binding; and the problems, in the order of the file.
    """
    ids = [key.id for key in KEYS]
    found: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for name, written in settings.keys.items():
        if name not in ids:
            sentence = f"There is no action `{shorten(name)}`."
            advice = nearest(name, ids, "docs/screen.md lists them.")
            span = settings.span("keys", name, key=True)
            problems.append(Problem("unknown-setting", sentence, advice, span, ("keys", name)))
            continue
        keys = [_key(one) for one in written]
        faults = [
            _impossible(one, at, name, settings)
            for at, (one, key) in enumerate(zip(written, keys, strict=True))
            if key is None
        ]
        problems += faults
        if not faults:
            found[name] = tuple(dict.fromkeys(key for key in keys if key is not None))
    problems += _without_clashes(found, settings)
    return found, in_order(problems)


def _key(written: str) -> str | None:
    """Return a key as Textual names it; None where no terminal sends it."""
    if len(written) == 1 and written.isprintable():
        return "space" if written == " " else _character_to_key(written)
    name = written.strip().lower()
    if len(name) == 2 and name.startswith("^"):
        name = f"ctrl+{name[1]}"
    name = _WRITTEN.get(name, name)
    return name if name in _SENT and name not in _OTHERWISE_SENT else None


def _impossible(written: str, at: int, name: str, settings: Settings) -> Problem:
    key = written.strip().lower()
    sentence = f"No terminal sends `{shorten(written)}`."
    advice = "Write a character, `f5` or `ctrl+s`."
    if "+" not in key:
        advice = nearest(key, sorted(_SENT), advice)
    if key in _OTHERWISE_SENT:
        sent = name_of_key(_OTHERWISE_SENT[key])
        sentence, advice = f"A terminal sends {sent} for `{key}`.", "Choose another key."
    span = settings.span("keys", name, at)
    return Problem("impossible-key", sentence, advice, span, ("keys", name, at))


def _without_clashes(found: dict[str, tuple[str, ...]], settings: Settings) -> Iterator[Problem]:
    """Leave out each action whose key does something else in the same place, the last first."""
    own = {frozenset(pair) for pair in _clashes({})}
    while True:
        clash = next((pair for pair in _clashes(found) if frozenset(pair) not in own), None)
        if clash is None:
            return
        order = list(found)
        late, other = sorted(clash, key=lambda one: order.index(one) if one in found else -1)[::-1]
        by_id = {key.id: key for key in KEYS}
        theirs = found.get(other, by_id[other].keys)
        twice = next(name_of_key(key) for key in found[late] if key in theirs)
        sentence = f"`{twice}` is given to `{late}`, and means `{other}` in the same place."
        advice = "Give that one another key, or choose another key here."
        span = settings.span("keys", late)
        del found[late]
        yield Problem("key-given-twice", sentence, advice, span, ("keys", late))


def _clashes(given: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield every two actions that share a key and a place, if these keys are given."""
    for place in TOGETHER:
        members = [key for key in KEYS if key.scope in place]
        by_key: dict[str, list[Key]] = {}
        for one in members:
            for key in given.get(one.id, one.keys):
                by_key.setdefault(key, []).append(one)
        for several in by_key.values():
            for one, other in combinations(several, 2):
                yield one.id, other.id
