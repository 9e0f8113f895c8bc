"""Where the tests find the project and the dossiers that they share."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["DOSSIERS", "HARBOUR", "MEDIATED", "ROOT", "SHIPPED"]

ROOT: Final = Path(__file__).resolve().parent.parent
DOSSIERS: Final = ROOT / "tests" / "dossiers"
HARBOUR: Final = DOSSIERS / "harbour.yaml"
MEDIATED: Final = DOSSIERS / "mediated.yaml"
SHIPPED: Final = ROOT / "data" / "positions.yaml"
