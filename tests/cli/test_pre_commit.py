"""The hook for the pre-commit framework: it runs `check` on the dossiers of a commit."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from positions.cli.table import COMMANDS
from positions.reading.reader import read
from tests.from_docstring import with_prelude

HOOKS = Path(".pre-commit-hooks.yaml")


def test_the_hook_runs_a_command_that_exists_on_the_dossiers() -> None:
    text = HOOKS.read_text(encoding="utf-8")
    assert read(text, str(HOOKS)).problems == ()
    hook = dict(re.findall(r"^(?:- |  )(\w+): (.+)$", text, flags=re.MULTILINE))
    program, command = hook["entry"].split()

    assert program == "positions"
    assert command in COMMANDS
    chosen = re.compile(hook["files"])
    assert chosen.search("data/positions.yaml")
    assert not chosen.search("data/compositions.yaml")


def test_check_takes_several_files_and_reports_each(tmp_path: Path) -> None:
    good, bad, worse = (tmp_path / name for name in ("good.yaml", "bad.yaml", "worse.yaml"))
    good.write_text(with_prelude("issues: {}\n"), encoding="utf-8")
    bad.write_text("dossier: [\n", encoding="utf-8")
    worse.write_text("", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "check", str(good), str(bad), str(worse)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 1
    assert [line.split(":")[0] for line in ran.stdout.splitlines()] == [str(bad), str(worse)]
