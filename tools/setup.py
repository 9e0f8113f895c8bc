"""Make the virtual environment `.venv` ready, for use (`run`) or for the tests as well (`dev`).

Called by setup.sh with the Python that `.venv` shall stand on. The stamp in `.venv` is written
last and taken away first, so that what was interrupted is built anew. Standard error only.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import tomllib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["LEVELS", "SetUpError", "is_ready", "main", "make_ready"]

LEVELS = ("run", "dev")
"""What can be asked for; each includes the ones before it."""

Stamp = dict[str, str]


class SetUpError(Exception):
    """Set-up cannot go on; the message says why and what to do."""


def is_ready(root: Path, level: str) -> bool:
    """Return whether the environment under `root` is finished, current, and has the level."""
    stamp = _read_stamp(root)
    return (
        _stands(root, stamp)
        and stamp.get("packages") == _packages(root)
        and stamp.get("level") in LEVELS[LEVELS.index(level) :]
    )


def make_ready(root: Path, level: str) -> None:
    """Bring the environment under `root` to the level; do nothing where that is so already.

    Raises:
        SetUpError: If the environment cannot be made or the packages cannot be installed.
    """
    with _lock(root) as lock:
        if is_ready(root, level):
            return
        start = time.monotonic()
        packages = _packages(root)  # what is asked for now, even if it changes meanwhile
        stamp = _read_stamp(root)
        _stamp_file(root).unlink(missing_ok=True)
        if _stands(root, stamp):
            level = max(level, stamp.get("level", level), key=LEVELS.index)
        else:
            _create(root, lock)
        _install(root, level, lock)
        _compile(root, lock)
        _write_stamp(root, level, packages)
        _say(f"Ready after {time.monotonic() - start:.0f} seconds.")


def _create(root: Path, lock: int) -> None:
    environment = root / ".venv"
    _say(f"Making .venv with Python {sys.version.split()[0]}, once.")
    if environment.is_symlink() or environment.is_file():
        environment.unlink()
    elif environment.exists():
        shutil.rmtree(environment)
    # Not sys.executable: that may be the environment that has just been removed.
    base = getattr(sys, "_base_executable", sys.executable)
    if _run([base, "-I", "-m", "venv", ".venv"], root, lock) != 0:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        message = (
            f"Python could not make the virtual environment; its own words are above. On Debian "
            f"or Ubuntu, install the package {package}, then run make again."
        )
        raise SetUpError(message)


def _install(root: Path, level: str, lock: int) -> None:
    what = "." if level == "run" else f".[{level}]"
    _say("Installing the packages" + (" and the tools of the tests." if level == "dev" else "."))
    pip = [".venv/bin/python", "-I", "-m", "pip", "--no-input", "--disable-pip-version-check"]
    command = [*pip, "install", "--quiet", "--constraint", "constraints.txt", "--editable", what]
    if _run(command, root, lock) != 0:
        message = (
            "The packages could not be installed; pip's own words are above. Set-up needs the "
            "package index once: check the network, then run make again."
        )
        raise SetUpError(message)


def _compile(root: Path, lock: int) -> None:
    """Compile our own packages, as pip does those that it installs.

    Where Python may not write bytecode, every command would compile them anew, which takes as long
    as the command itself. Nothing is lost where this cannot be done.
    """
    _run([".venv/bin/python", "-I", "-m", "compileall", "-q", "positions", "tui"], root, lock)


def _run(command: Sequence[str], root: Path, lock: int) -> int:
    """Run a command that speaks on standard error only, and return its exit code.

    The command holds the lock as well: if only this process is killed, whoever comes next waits
    until the command has ended.
    """
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_TARGET", "PIP_ROOT"}
    }
    # The second and third pin what builds the package, in the ways of older and newer pips. They
    # are relative because pip divides these lists at spaces.
    environment |= {
        "PIP_USER": "0",
        "PIP_CONSTRAINT": "constraints.txt",
        "PIP_BUILD_CONSTRAINT": "constraints.txt",
    }
    return subprocess.run(
        command,
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        pass_fds=[lock],
        check=False,
    ).returncode


@contextmanager
def _lock(root: Path) -> Iterator[int]:
    """Hold the only right to change the environment; the system ends it with its holder."""
    descriptor = os.open(root / ".venv.lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Another set-up is at work in this folder; waiting for it.")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def _stamp_file(root: Path) -> Path:
    return root / ".venv" / "ready.json"


def _read_stamp(root: Path) -> Stamp:
    try:
        stamp = json.loads(_stamp_file(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(root: Path, level: str, packages: str) -> None:
    stamp = {
        "level": level,
        "packages": packages,
        "asked": os.environ.get("PYTHON", ""),
        **_standing(root),
    }
    draft = _stamp_file(root).with_suffix(".draft")
    draft.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    draft.replace(_stamp_file(root))


def _stands(root: Path, stamp: Stamp) -> bool:
    """Return whether the environment is whole where it is, and on the Python asked for."""
    return (
        all(stamp.get(name) == value for name, value in _standing(root).items())
        and os.environ.get("PYTHON", "") in {"", stamp.get("asked")}
        and (root / ".venv" / "bin" / "positions").exists()
    )


def _standing(root: Path) -> Stamp:
    """Return what an environment cannot outlive: its folder and its Python."""
    python = root / ".venv" / "bin" / "python"
    return {"folder": str(root), "python": f"{sys.version} {python.resolve()}"}


def _packages(root: Path) -> str:
    """Return a digest of what decides which packages are installed."""
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    except ValueError as error:
        message = f"pyproject.toml cannot be read: {error}."
        raise SetUpError(message) from error
    tables = [project.get("project"), project.get("build-system")]
    tables.append(project.get("tool", {}).get("hatch"))
    digest = hashlib.sha256(json.dumps(tables, sort_keys=True, default=str).encode())
    digest.update((root / "constraints.txt").read_bytes())
    return digest.hexdigest()


def _say(sentence: str) -> None:
    print(f"positions: {sentence}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Run as `setup.py [check] LEVEL`; return the exit code, for `check` 1 where work is due."""
    root = Path(__file__).resolve().parent.parent
    level = arguments[-1]
    try:
        if arguments[0] == "check":
            return 0 if is_ready(root, level) else 1
        make_ready(root, level)
    except KeyboardInterrupt:
        return 130
    except (SetUpError, OSError) as error:
        _say(f"Set-up stopped. {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
