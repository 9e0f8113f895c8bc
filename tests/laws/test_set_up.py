"""Does set-up survive what happens to it: interruptions, old Pythons, folders that move?"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.paths import ROOT
from tools import setup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PYTHON = Path(sys.executable).resolve()

# A project with nothing to download: it brings along what builds it.
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "positions"
version = "0.1.0"
"""
BACKEND = """
import os, zipfile
NAME = "positions-0.1.0-py3-none-any.whl"
ABOUT = "positions-0.1.0.dist-info/"
FILES = {
    "shown.py": "def main(): print('the comparison')",
    ABOUT + "METADATA": "Metadata-Version: 2.1\\nName: positions\\nVersion: 0.1.0\\n",
    ABOUT + "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    ABOUT + "entry_points.txt": "[console_scripts]\\npositions = shown:main\\n",
    ABOUT + "RECORD": "",
}
def build_editable(folder, settings=None, metadata=None):
    with zipfile.ZipFile(os.path.join(folder, NAME), "w") as wheel:
        for name, text in FILES.items():
            wheel.writestr(name, text)
    return NAME
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with a space in its name and the least that set-up needs."""
    folder = tmp_path / "a clone"
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "constraints.txt").write_text("# nothing\n")
    return folder


@pytest.fixture
def steps(clone: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What set-up does to the clone, by name, with neither venv nor pip."""
    monkeypatch.delenv("PYTHON", raising=False)
    done: list[str] = []

    def run(command: Sequence[str], root: Path, _lock: int) -> int:
        assert not (root / ".venv" / "ready.json").exists(), "stamped before the work was done"
        programs = root / ".venv" / "bin"
        if "compileall" in command:
            return 1  # which must not stop it
        if "venv" in command:
            done.append("venv")
            programs.mkdir(parents=True)
            (programs / "python").symlink_to(PYTHON)
        else:
            done.append(f"pip {command[-1]}")
            (programs / "positions").touch()
        return 0

    monkeypatch.setattr(setup, "_run", run)
    return done


def fail(monkeypatch: pytest.MonkeyPatch, step: str, outcome: Callable[[], int]) -> None:
    """Let the step (`venv` or `pip`) end in this way instead."""
    before = setup._run

    def run(command: Sequence[str], root: Path, lock: int) -> int:
        return outcome() if step in command else before(command, root, lock)

    monkeypatch.setattr(setup, "_run", run)


def interrupt() -> int:
    raise KeyboardInterrupt


def test_our_own_packages_are_compiled(
    clone: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = []
    run = setup._run

    def watched(command: Sequence[str], root: Path, lock: int) -> int:
        commands.append([*steps, *command[2:]])
        return run(command, root, lock)

    monkeypatch.setattr(setup, "_run", watched)
    setup.make_ready(clone, "run")
    assert commands[-1] == ["venv", "pip .", "-m", "compileall", "-q", "positions", "tui"]


def test_the_first_run_makes_everything(clone: Path, steps: list[str]) -> None:
    assert not setup.is_ready(clone, "run")
    setup.make_ready(clone, "run")
    assert steps == ["venv", "pip ."]
    assert setup.is_ready(clone, "run")


def test_the_second_run_has_nothing_to_do(clone: Path, steps: list[str]) -> None:
    setup.make_ready(clone, "run")
    steps.clear()
    setup.make_ready(clone, "run")
    assert steps == []


def test_the_tests_add_their_tools_to_what_is_there(clone: Path, steps: list[str]) -> None:
    setup.make_ready(clone, "run")
    assert not setup.is_ready(clone, "dev")
    setup.make_ready(clone, "dev")
    assert steps == ["venv", "pip .", "pip .[dev]"]
    assert setup.is_ready(clone, "run")


@pytest.mark.parametrize("step", ["venv", "pip"])
def test_an_interrupted_run_is_begun_anew(
    clone: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with monkeypatch.context() as now:
        fail(now, step, interrupt)
        with pytest.raises(KeyboardInterrupt):
            setup.make_ready(clone, "run")
    assert not setup.is_ready(clone, "run")
    steps.clear()
    setup.make_ready(clone, "run")
    assert steps == ["venv", "pip ."]


def test_an_interrupted_addition_is_begun_anew(
    clone: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    setup.make_ready(clone, "run")
    with monkeypatch.context() as now:
        fail(now, "pip", interrupt)
        with pytest.raises(KeyboardInterrupt):
            setup.make_ready(clone, "dev")
    assert not setup.is_ready(clone, "run")
    steps.clear()
    setup.make_ready(clone, "run")
    assert steps == ["venv", "pip ."]


def test_a_stamp_that_cannot_be_read_is_none(clone: Path, steps: list[str]) -> None:
    setup.make_ready(clone, "run")
    for torn in ("", "{", "[]", '{"level": "run"}'):
        (clone / ".venv" / "ready.json").write_text(torn)
        assert not setup.is_ready(clone, "run")
    steps.clear()
    setup.make_ready(clone, "run")
    assert steps == ["venv", "pip ."]


def test_other_pins_are_installed_over_the_old_ones(clone: Path, steps: list[str]) -> None:
    setup.make_ready(clone, "dev")
    (clone / "constraints.txt").write_text("click==8.1.7\n")
    assert not setup.is_ready(clone, "run")
    steps.clear()
    setup.make_ready(clone, "run")
    assert steps == ["pip .[dev]"]


def test_other_dependencies_are_installed_and_other_settings_are_not(
    clone: Path, steps: list[str]
) -> None:
    setup.make_ready(clone, "run")
    (clone / "pyproject.toml").write_text(PROJECT + "[tool.ruff]\nline-length = 90\n")
    assert setup.is_ready(clone, "run")
    (clone / "pyproject.toml").write_text(PROJECT + "dependencies = ['click']\n")
    assert not setup.is_ready(clone, "run")
    steps.clear()
    setup.make_ready(clone, "run")
    assert steps == ["pip ."]


def test_a_clone_that_was_moved_is_set_up_anew(clone: Path, steps: list[str]) -> None:
    setup.make_ready(clone, "run")
    moved = clone.rename(clone.with_name("elsewhere"))
    assert not setup.is_ready(moved, "run")
    steps.clear()
    setup.make_ready(moved, "run")
    assert steps == ["venv", "pip ."]


def test_another_python_takes_another_environment(
    clone: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    setup.make_ready(clone, "run")
    monkeypatch.setenv("PYTHON", "python3.99")
    assert not setup.is_ready(clone, "run")
    steps.clear()
    setup.make_ready(clone, "run")
    assert steps == ["venv", "pip ."]
    monkeypatch.delenv("PYTHON")
    assert setup.is_ready(clone, "run")


def test_a_link_to_an_environment_is_removed_and_its_target_kept(
    clone: Path, steps: list[str], tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine").touch()
    (clone / ".venv").symlink_to(other)
    setup.make_ready(clone, "run")
    assert steps == ["venv", "pip ."]
    assert (other / "mine").exists()


@pytest.mark.parametrize(
    ("step", "words"), [("venv", "-venv, then run make again"), ("pip", "check the network")]
)
def test_what_fails_is_said_in_a_sentence(
    clone: Path,
    steps: list[str],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    words: str,
) -> None:
    fail(monkeypatch, step, lambda: 1)
    with pytest.raises(setup.SetUpError, match=words):
        setup.make_ready(clone, "run")
    assert not setup.is_ready(clone, "run")


def test_a_torn_project_file_is_said_in_a_sentence(clone: Path, steps: list[str]) -> None:
    (clone / "pyproject.toml").write_text("[project\n")
    with pytest.raises(setup.SetUpError, match=r"pyproject\.toml cannot be read"):
        setup.make_ready(clone, "run")
    assert steps == []


def fake_python(folder: Path, name: str, program: str) -> None:
    """Put a Python of this name into the folder: `program` answers what it is asked with -c."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f'#!/bin/sh\nexec "{PYTHON}" -I -c "{program}\n$3"\n')
    file.chmod(0o755)


def ask(clone: Path, *words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run set-up's script with the clone's fake Pythons and the plainest programs."""
    programs = clone / "programs"
    programs.mkdir(exist_ok=True)
    for name in ("dirname", "sh"):
        found = shutil.which(name)
        assert found
        if not (programs / name).exists():
            (programs / name).symlink_to(found)
    return subprocess.run(
        ["sh", str(clone / "tools" / "setup.sh"), *words],
        env={"PATH": str(programs), **changes},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_python_it_says_what_it_looked_for(clone: Path) -> None:
    answer = ask(clone, "run")
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert "No Python 3.11 or later was found." in answer.stderr
    assert "python3.13 python3.12 python3.11" in answer.stderr


def test_a_python_that_is_too_old_is_passed_over(clone: Path) -> None:
    fake_python(clone / "programs", "python3", "import sys; sys.version_info = (3, 10, 2)")
    answer = ask(clone, "run")
    assert answer.returncode == 1
    assert "No Python 3.11 or later was found." in answer.stderr


def test_a_python_asked_for_by_name_is_the_only_one_tried(clone: Path) -> None:
    fake_python(clone / "programs", "python3", "raise SystemExit('this one was not asked for')")
    answer = ask(clone, "run", PYTHON="/no such/python3")
    assert answer.returncode == 1
    assert "PYTHON=/no such/python3 does not start" in answer.stderr
    assert "not asked for" not in answer.stderr


def test_where_venv_is_incomplete_it_names_the_package(clone: Path) -> None:
    program = (
        "import sys; sys.version_info = (3, 12, 1); sys.modules |= dict.fromkeys(['ensurepip'])"
    )
    fake_python(clone / "programs", "python3.12", program)
    answer = ask(clone, "run")
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert "sudo apt install python3.12-venv" in answer.stderr
    assert not (clone / ".venv").exists()


def alone(clone: Path, *command: str) -> subprocess.Popen[str]:
    """Start a command in a process group of its own, with no package index and no outer make."""
    outer = {"ARGS", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    plain = {name: value for name, value in os.environ.items() if name not in outer}
    return subprocess.Popen(
        command,
        cwd=clone,
        env={**plain, "PIP_NO_INDEX": "1", "PYTHON": str(PYTHON)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_killed_run_is_begun_anew_and_prints_the_comparison_alone(clone: Path) -> None:
    first = alone(clone, "make", "run")
    giving_up = time.monotonic() + 60
    while not (clone / ".venv" / "pyvenv.cfg").exists():
        assert time.monotonic() < giving_up
        assert first.poll() is None, first.communicate()
        time.sleep(0.01)
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    assert not setup.is_ready(clone, "run")

    output, narration = alone(clone, "make", "run").communicate(timeout=120)
    assert output == "the comparison\n", narration
    assert "Making .venv" in narration

    started = time.monotonic()
    output, narration = alone(clone, "make", "run").communicate(timeout=60)
    assert (output, narration) == ("the comparison\n", "")
    assert time.monotonic() - started < 5
