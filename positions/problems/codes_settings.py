"""The codes of what is wrong with a user's settings of the screen."""

from __future__ import annotations

from positions.problems.entry import Code, warning

__all__ = ["SETTINGS"]

SETTINGS: dict[str, Code] = {
    "unknown-setting": warning(
        "The settings of the screen name something that cannot be set, or an action that there is "
        "not. The rest of the file holds.",
        "Correct the name, or remove the line.",
    ),
    "wrong-setting": warning(
        "The settings of the screen give something a value that it cannot have. The rest holds.",
        "Write one of the values that the message names.",
    ),
    "impossible-key": warning(
        "The settings of the screen give an action a key that no terminal sends, so that it could "
        "never be pressed. The action keeps its own keys.",
        "Write a key that there is: a character, `f5`, `ctrl+s`.",
    ),
    "key-given-twice": warning(
        "The settings of the screen give an action a key that does something else in the same "
        "place. The action keeps its own keys.",
        "Choose another key, or give the other action one.",
    ),
}
"""Their entries in the table."""
