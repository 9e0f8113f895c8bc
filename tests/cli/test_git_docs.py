"""Does every command of the cookbook print what it shows, with a real git?"""

from __future__ import annotations

import re
import shlex
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.paths import ROOT
from tests.repositories import Builder

if TYPE_CHECKING:
    from pathlib import Path

COOKBOOK = ROOT / "docs" / "git.md"

TALKS = """\
dossier: {format: 1, title: Talks, as_of: 2025-06-30}
parties:
  north: {name: North}
  south: {name: South}
sources:
  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
issues:
  truce: {topic: War, title: Length of the truce, kind: duration}
memoranda:
  plan: {party: north, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 30 days}}
  reply:
    party: south
    form: statement
    date: 2025-05-02
    sources: [paper]
    positions: {truce: 3 days}
"""
BEGIN = TALKS.replace("2025-06-30", "2025-05-31")
NEW_PLAN = """\
  new-plan: {party: north, form: statement, date: 2025-06-02, sources: [paper], positions: {truce: 20 days}}
"""


@pytest.fixture
def talks(tmp_path: Path) -> Builder:
    home, folder = tmp_path / "home", tmp_path / "bin"
    home.mkdir()
    folder.mkdir()
    script = folder / "positions"
    words = f"PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m tui"
    script.write_text(f'#!/bin/sh\n{words} "$@"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    found = Builder(tmp_path / "talks", home)
    found.environment["PATH"] = f"{folder}:{found.environment['PATH']}"
    found.environment["GIT_PAGER"] = "cat"
    found.write("yesterday.yaml", BEGIN)
    for name, text, plan in (("yesterday", BEGIN, ""), ("today", TALKS, NEW_PLAN)):
        common, _, memoranda = text.partition("memoranda:\n")
        found.write(f"{name}/common.yaml", common)
        found.write(f"{name}/papers.yaml", f"memoranda:\n{memoranda}{plan}")
    found.commit_file("talks.yaml", BEGIN, "Begin")
    found.commit_file("talks.yaml", TALKS + NEW_PLAN, "North comes nearer")
    found.commit_file("talks.yaml", (TALKS + NEW_PLAN).replace("3 days", "4 days"), "Correct")
    return found


def _examples() -> list[tuple[str, str, int]]:
    """Every command of the cookbook with what it shows: `…` stands for anything, `[1]` for a code."""
    found = []
    for block in re.findall(
        r"^```console\n(.*?)^```", COOKBOOK.read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = example.partition("\n")
            code = re.search(r"^\[(\d+)\]\n", shown, re.MULTILINE)
            shown = re.sub(r"^\[\d+\]\n", "", shown, flags=re.MULTILINE)
            found.append((command, shown, int(code[1]) if code else 0))
    return found


def test_the_cookbook_is_true(talks: Builder) -> None:
    examples = _examples()
    assert len(examples) > 15
    for command, shown, code in examples:
        done = subprocess.run(
            shlex.split(command),
            cwd=talks.folder,
            env=talks.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (code, ""), command
        parts = [re.escape(part) for part in re.split(r"^…\n", shown, flags=re.MULTILINE)]
        assert re.search("^" + "(?:.*\n)*?".join(parts), done.stdout, re.MULTILINE), (
            command,
            done.stdout,
        )


def test_the_cookbook_names_every_command_on_revisions() -> None:
    text = COOKBOOK.read_text(encoding="utf-8")

    for command in ("diff", "log", "blame", "git install", "git status", "git uninstall"):
        assert f"$ positions {command}" in text
