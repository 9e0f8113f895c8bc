"""Dossiers as files in a folder of their own, for screens that read them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.from_docstring import with_prelude
from tests.tui.snapshots import MORNING
from tui.app import PositionsApp

if TYPE_CHECKING:
    from collections.abc import Callable

HARBOUR = Path(__file__).parents[1] / "dossiers" / "harbour.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the program runs; it looks at its file only when it is told to."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(PositionsApp, "LOOK_EVERY", 3600.0)
    return tmp_path


@pytest.fixture
def harbour(folder: Path) -> str:
    """The pay talks at the port of Vellis: eight issues, two parties, last written at 09:41."""
    shutil.copy(HARBOUR, folder / "harbour.yaml")
    as_of_this_morning(folder / "harbour.yaml")
    return "harbour.yaml"


@pytest.fixture
def written(folder: Path) -> Callable[[str], str]:
    """What writes a dossier, with what it leaves out, and returns its path."""

    def write(text: str) -> str:
        path = folder / "test.yaml"
        path.write_text(with_prelude(text), encoding="utf-8")
        as_of_this_morning(path)
        return path.name

    return write


def as_of_this_morning(path: Path) -> None:
    """Give a file the time of the tests' stopped clock."""
    moment = MORNING.timestamp()
    os.utime(path, (moment, moment))
