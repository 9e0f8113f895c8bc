"""Expected reports as files that people read in review.

`UPDATE_GOLDEN=1 pytest tests/reports` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def expect(name: str, actual: str) -> None:
    """Fail unless the file of this name says the same."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(actual, encoding="utf-8")
    kept = path.read_text(encoding="utf-8")
    assert actual == kept, f"if it is right, write {name} with UPDATE_GOLDEN=1, and read it"
