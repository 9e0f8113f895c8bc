"""The README's dossier and program do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import positions
from positions.cli.table import COMMANDS
from positions.comparison.rows import Status
from positions.model.moment import Moment

README = Path("README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


def test_the_small_dossier_has_no_problem_and_compares_as_it_says() -> None:
    (text,) = _blocks("yaml")
    loaded = positions.loads(text)

    assert loaded.problems == ()
    assert loaded.dossier is not None
    comparison = positions.compare(loaded.dossier)
    assert comparison.row("truce").status is Status.NEAR
    assert comparison.row("army").status is Status.DIVIDED


def test_the_program_runs(capsys: object) -> None:
    (program,) = _blocks("python")
    exec(compile(program, "README.md", "exec"), {})


def test_every_command_that_it_names_exists() -> None:
    named = set(re.findall(r"^positions ([a-z-]+)", "\n".join(_blocks("sh")), flags=re.MULTILINE))

    assert {"compare", "show", "check", "explain"} <= named - {"data"}
    assert named - {"data"} <= set(COMMANDS)


def test_every_command_is_named() -> None:
    listed = {name for name, line in COMMANDS.items() if line.short_help}

    assert listed - set(re.findall(r"^positions ([a-z-]+)", README, flags=re.MULTILINE)) == set()


def test_the_two_commands_come_first() -> None:
    first = _blocks("sh")[0].splitlines()

    assert [line.split()[:2] for line in first] == [["make", "run"], ["make", "test"]]


def test_the_matrix_shows_what_the_shipped_dossier_says() -> None:
    dossier = positions.load("data/positions.yaml").dossier
    assert dossier is not None
    row = positions.compare(dossier, as_of=Moment.parse("2025-06-02")).row("ceasefire-length")
    (screen,) = [block for block in _blocks("") if "◆ Ukraine" in block]

    assert row.status is Status.NEAR
    for line in ("at least 30 days", "renewable by 30 days", "without conditions", "30 days"):
        assert line in screen
