"""Run tests on the oldest packages that `pyproject.toml` allows, in an environment of its own.

`python tools/lowest.py [PYTEST_ARGUMENT ...]` makes `build/lowest` anew, with each dependency at
its lowest version and the tools of the tests as `constraints.txt` pins them. Without arguments it
runs the tests of what touches these packages: reading, binding, the models, the command line.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

__all__ = ["lowest_pins", "main"]

ROOT = Path(__file__).resolve().parent.parent
TOOLS = (
    "hypothesis",
    "pexpect",
    "pytest",
    "pytest-asyncio",
    "pytest-cov",
    "pytest-xdist",
    "yamllint",
)
TESTS = ("tests/reading", "tests/binding", "tests/model", "tests/text", "tests/cli")


def lowest_pins(settings: str) -> list[str]:
    """Return each dependency of a `pyproject.toml` at its lowest version: `click==8.1.7`.

    Raises:
        ValueError: A dependency states none.
    """
    found = []
    for one in tomllib.loads(settings)["project"]["dependencies"]:
        match = re.match(r"([\w.-]+)\s*>=\s*([\w.]+)", one)
        if match is None:
            raise ValueError(f"The dependency `{one}` states no lowest version.")
        found.append("==".join(match.groups()))
    return found


def main(arguments: list[str]) -> int:
    """Make the environment, run the tests, and return the exit code of pytest."""
    folder = ROOT / "build" / "lowest"
    python = str(folder / "bin" / "python")
    pins = lowest_pins((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    tools = [pin for pin in pinned if pin.split("==")[0].lower() in TOOLS]
    print(f"The lowest versions: {', '.join(pins)}.", file=sys.stderr)
    venv.create(folder, clear=True, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *pins, *tools], check=True)
    tests = [python, "-m", "pytest", "-p", "no:cacheprovider", "-n", "2", *(arguments or TESTS)]
    return subprocess.run(tests, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
