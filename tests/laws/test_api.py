"""What a program that imports the library gets, and when."""

from __future__ import annotations

import subprocess
import sys

import pytest

import positions
from positions.model.moment import Moment


def test_every_exported_name_is_there() -> None:
    assert positions.__all__ == ["Loaded", "compare", "load", "loads"]
    for name in positions.__all__:
        assert getattr(positions, name).__name__ == name


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="'positions' has no attribute 'nothing'"):
        _ = positions.nothing


def test_the_shipped_dossier_loads_and_compares() -> None:
    loaded = positions.load("data/positions.yaml")

    assert loaded.problems == ()
    assert loaded.dossier is not None
    evening = Moment.parse("2025-06-02")
    row = positions.compare(loaded.dossier, as_of=evening).row("ceasefire-length")
    for words in ("at least 30 days", "from the beginning of the withdrawal"):
        assert words in row.whole.sentence


def test_importing_it_imports_nothing_yet() -> None:
    heavy = "'pydantic', 'textual', 'yaml', 'positions.loader'"
    code = f"import sys, positions; sys.exit(any(name in sys.modules for name in ({heavy})))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
