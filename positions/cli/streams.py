"""Tells what a stream is: whether a terminal stands behind it, and one that shows every letter."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

__all__ = ["ASCII_VARIABLE", "is_terminal", "is_utf8", "shows_unicode"]

ASCII_VARIABLE: Final = "POSITIONS_ASCII"
"""The environment's word for plain characters alone, whatever its value."""

_COERCED: Final = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})
"""What Python itself puts into LC_CTYPE where it finds the locale `C`, or none that it knows."""


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal; not if there is none, or it is closed."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def is_utf8(encoding: str) -> bool:
    """Return whether this is a name of UTF-8."""
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def shows_unicode(stream: TextIO, environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether a terminal shows more than ASCII, as far as its user has said.

    Python's own answer is not enough: it writes UTF-8 in the locale `C`, too.
    """
    if environ.get(ASCII_VARIABLE):
        return False
    every, letters, otherwise = (environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = every or ("" if letters in _COERCED else letters) or otherwise or letters
    charset = locale.partition("@")[0].partition(".")[2]
    if locale in {"C", "POSIX"} or (charset and not is_utf8(charset)):
        return False
    return is_utf8(stream.encoding or "")
