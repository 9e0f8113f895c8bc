"""Makes the table of docs/screen.md from the keys of the screen.

    python tools/keys_reference.py

A test fails while the two do not match.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tui.keys.table import KEYS

__all__ = ["PAGE", "page"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "screen.md"
_MARK = "<!-- made by tools/keys_reference.py -->\n"


def page() -> str:
    """Return the page with the table as the keys make it."""
    head = PAGE.read_text(encoding="utf-8").partition(_MARK)[0]
    rows = []
    for key in KEYS:
        names = " ".join(f"`{name}`" for name in key.shown.split(" "))
        rows.append(f"| `{key.id}` | {names} | {key.description} |")
    return f"{head}{_MARK}\n" + "\n".join(("| action | keys | |", "|---|---|---|", *rows)) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
