"""Compare what the parties to a negotiation want.

    >>> import positions
    >>> loaded = positions.load("data/positions.yaml")
    >>> comparison = positions.compare(loaded.dossier)
    >>> print(comparison.row("ceasefire-length").whole.sentence)

`load` returns the dossier with every problem found in it; `compare` lines it up issue by issue.
"""

from __future__ import annotations

from positions.comparison import compare
from positions.loader import Loaded, load, loads

__all__ = ["Loaded", "compare", "load", "loads"]
