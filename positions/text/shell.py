"""Writes words of commands that a message advises."""

from __future__ import annotations

import shlex

__all__ = ["path_word", "shell_word"]


def shell_word(path: str) -> str:
    """Return a path as a word of a command that is advised: quoted, and never an option."""
    return shlex.quote(path_word(path))


def path_word(path: str) -> str:
    """Return a path that no command takes for an option; `-` is standard input and stays."""
    return f"./{path}" if path.startswith("-") and path != "-" else path
