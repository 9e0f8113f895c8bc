"""Regular expressions that are compiled when they are first used.

Most commands use few of all that there are, and compiling them takes a tenth of a short one's time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, AnyStr, Generic, cast

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["pattern"]


class _Uncompiled(Generic[AnyStr]):
    """Stands for a compiled expression, and keeps each method of it that was asked for."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Callable[..., object]:
        found: Callable[..., object] = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` does, for its methods to be called; it is compiled by the first."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))
