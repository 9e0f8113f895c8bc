"""Do shells complete commands, options and ids, and is nothing said where there are none?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from tests.paths import ROOT
from tools import commands_reference

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHELLS = ("bash", "zsh", "fish")
DOSSIER = """\
dossier: {format: 1, title: Talks}
parties: {north: North, south: {name: The South}}
issues: {truce: duration, trade: {title: Trade in fish, unit: tons}}
memoranda:
  plan: {party: north, options: {first: The first, other: Another}, positions: {}}
  south: {options: [one way]}
"""


@pytest.fixture
def complete(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[str], list[str]]:
    """Return what completes a line in bash: the type and the word of each completion."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "positions.yaml").write_text(DOSSIER)
    (tmp_path / "bad.yaml").write_text("issues: [")

    def completed(line: str) -> list[str]:
        words = line.split(" ")
        monkeypatch.setenv("_POSITIONS_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        assert cli.run([], open_ui=lambda *_: 3) == 0
        said = capsys.readouterr()
        assert said.err == ""
        return [line for line in said.out.splitlines() if line]

    return completed


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("positions sh", ["plain,show", "file,sh"]),
        ("positions git un", ["plain,uninstall"]),
        ("positions add s", ["plain,source"]),
        ("positions check --fi", ["plain,--file", "plain,--fix"]),
        ("positions show ", ["plain,truce", "plain,trade"]),
        ("positions show tru", ["plain,truce"]),
        ("positions blame tra", ["plain,trade"]),
        ("positions set truce ", ["plain,north", "plain,south"]),
        ("positions set truce north --document p", ["plain,plan"]),
        ("positions show -f ", ["file,"]),
        ("positions show -f bad.yaml ", []),
        ("positions show -f gone.yaml ", []),
        ("positions show -f - ", []),
        ("positions coverage s", ["plain,south"]),
        ("positions pairs n", ["plain,north"]),
        ("positions pairs x", ["file,x"]),
        ("positions packages n", ["plain,north="]),
        ("positions packages north=", ["plain,north=first", "plain,north=other"]),
        ("positions packages south=", []),
        ("positions explain unknown-so", ["plain,unknown-source"]),
        ("positions compare is", ["plain,issue:"]),
        ("positions compare issue:tru", ["plain,issue:truce"]),
        ("positions compare status:div", ["plain,status:divided"]),
        ("positions compare nothing:x", ["file,nothing:x"]),
        ("positions check x", ["file,x"]),
    ],
)
def test_a_word_is_completed(
    complete: Callable[[str], list[str]], line: str, found: list[str]
) -> None:
    assert complete(line) == found


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_gets_its_script(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setenv("_POSITIONS_COMPLETE", f"{shell}_source")
    assert cli.run([], open_ui=lambda *_: 3) == 0
    assert f"_POSITIONS_COMPLETE={shell}_complete" in capsys.readouterr().out


def test_a_shell_that_is_not_known_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_POSITIONS_COMPLETE", "dos_source")
    assert cli.run([], open_ui=lambda *_: 3) == 1


PROGRAMS = {
    "bash": (
        'eval "$(_POSITIONS_COMPLETE=bash_source positions)"; COMP_WORDS=(positions show truce-l); '
        'COMP_CWORD=2; _positions_completion positions; echo "${COMPREPLY[@]}"'
    ),
    "zsh": (
        "COMP_WORDS='positions show truce-l' COMP_CWORD=2 _POSITIONS_COMPLETE=zsh_complete positions"
    ),
    "fish": (
        "_POSITIONS_COMPLETE=fish_source positions | source; complete -C 'positions show truce-l'"
    ),
}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_itself_completes(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "positions.yaml").write_text(DOSSIER.replace("truce:", "truce-length:"))
    script = tmp_path / "positions"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n')
    script.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [program, "-c", PROGRAMS[shell]],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "truce-length" in done.stdout


def test_the_page_of_commands_is_what_they_say_now() -> None:
    found = commands_reference.REFERENCE.read_text(encoding="utf-8")
    assert found == commands_reference.reference(), (
        "write it anew: python tools/commands_reference.py"
    )
    assert "## `positions add issue`" in found
