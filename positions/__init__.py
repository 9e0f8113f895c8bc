"""Compare what the parties to a negotiation want.

    >>> import positions
    >>> loaded = positions.load("data/positions.yaml")
    >>> comparison = positions.compare(loaded.dossier)
    >>> print(comparison.row("ceasefire-length").whole.sentence)

`load` returns the dossier with every problem found in it; `compare` lines it up issue by issue.
Both are imported when they are first asked for: a command that needs neither starts at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.comparison.compare import compare
    from positions.loader import Loaded, load, loads

__version__ = "0.1.0"
__all__ = ["Loaded", "compare", "load", "loads"]

_HOMES = {
    "Loaded": "positions.loader",
    "compare": "positions.comparison.compare",
    "load": "positions.loader",
    "loads": "positions.loader",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
