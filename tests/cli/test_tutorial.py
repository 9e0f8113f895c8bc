"""Does the tutorial work as it is written, for someone who types what it says?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LEFT_OUT = "…"


def test_every_command_of_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    blocks = BLOCK.findall(TUTORIAL.read_text(encoding="utf-8"))
    script = tmp_path / "bin" / "positions"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n')
    script.chmod(0o755)
    folder = tmp_path / "river"
    folder.mkdir()
    said = ""
    for language, name, text in blocks:
        if name:
            (folder / name).write_text(text, encoding="utf-8")
        elif language == "sh":
            said = "".join(run(line, folder, script.parent) for line in text.splitlines())
        elif language == "text":
            assert_said(text, said)
        elif language == "diff":
            change(folder / "talks.yaml", text)
        else:
            assert text in (folder / "talks.yaml").read_text(encoding="utf-8"), text
    assert len(blocks) > 10


def run(line: str, folder: Path, programs: Path) -> str:
    """Return what a command prints, on both streams."""
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env={
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(programs),
            "COLUMNS": "100",
            "LC_ALL": "C.UTF-8",
            "GIT_AUTHOR_NAME": "A. Nalyst",
            "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A. Nalyst",
            "GIT_COMMITTER_EMAIL": "a@example.org",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0 or "check" in line, f"{line}\n{done.stdout}"
    return done.stdout


def assert_said(expected: str, said: str) -> None:
    """Check that a text was printed, where … stands for any lines, or the rest of one."""
    lines = [
        re.escape(line.removesuffix(LEFT_OUT)) + (".*" if line.endswith(LEFT_OUT) else "")
        for line in expected.splitlines()
    ]
    pattern = "\n".join("(?:.*\n)*?.*" if line == ".*" else line for line in lines)
    assert re.fullmatch(pattern, said.rstrip("\n")), f"expected:\n{expected}\nprinted:\n{said}"


def change(path: Path, diff: str) -> None:
    """Change the lines of a file as a diff without line numbers says."""
    lines = diff.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
    after = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before}\nis not there once:\n{text}"
    path.write_text(text.replace(before, after), encoding="utf-8")
