"""Dossiers as files in a folder of their own, for screens that read them."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.from_docstring import with_prelude
from tests.paths import HARBOUR
from tests.repositories import Builder
from tests.tui.snapshots import MORNING
from tui.app.app import PositionsApp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


MAY = """\
dossier: {format: 1, title: Talks at the ford, as_of: 2025-05-31}
parties:
  north: {name: North}
  south: {name: South}
sources:
  paper: {publisher: The Paper, date: 2025-05-01, title: What both want, reliability: B}
events:
  thaw: {title: The river thaws}
issues:
  truce: {topic: War, title: Length of the truce, kind: duration}
  seat: {topic: Talks, title: Seat of the talks, kind: choice, options: {here: In the harbour, there: On the island}}
  monitors: {topic: War, title: Who watches over the truce, kind: text}
  toll: {topic: Trade, title: Toll at the ford, kind: quantity, unit: crowns}
memoranda:
  north-may:
    party: north
    form: statement
    date: 2025-05-01
    sources: [paper]
    positions:
      truce: 30 days
      seat: here
      monitors: {value: A joint commission of both sides sits at the ford., paraphrase: They sit there.}
      toll: "20"
  south-may:
    party: south
    form: statement
    date: 2025-05-02
    sources: [paper]
    positions: {truce: 3 days, seat: there}
"""
JUNE = (
    MAY.replace("as_of: 2025-05-31", "as_of: 2025-06-02")
    .replace(
        "memoranda:\n",
        """\
memoranda:
  north-june:
    party: north
    form: statement
    date: 2025-06-01
    sources: [paper]
    positions:
      truce: {value: 20 days, starts: thaw}
      monitors: A joint commission of three neutral sides sits at the ford.
  south-june: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {toll: "5"}}
""",
    )
    .replace("over the truce, kind", "the truce, kind")
    .replace("What both want, reliability: B", "What both of them want, reliability: C")
)


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
def talks(folder: Path) -> Builder:
    """A repository in which North moved in June; the file is as it was committed."""
    found = Builder(folder, folder / ".home")
    found.write(".gitignore", ".home\n")
    found.commit_file("talks.yaml", MAY, "Record what both sides wanted in May")
    found.commit_file("talks.yaml", JUNE, "Record what was said in June")
    as_of_this_morning(folder / "talks.yaml")
    return found


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
