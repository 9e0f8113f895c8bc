"""Writes words of commands that a message advises."""

from __future__ import annotations

import shlex

__all__ = ["shell_word"]


def shell_word(path: str) -> str:
    """Return a path as a word of a command that is advised: quoted, and never an option."""
    return shlex.quote(f"./{path}" if path.startswith("-") else path)
