"""Every measurement, one after the other: `python -m bench [--short] [NAME ...]`.

Each is a process of its own, so that none warms another's caches. The exit code is 1 where one of
them missed a target; `--short` measures fewer rounds, and counts a target as missed only where
the figure is more than twice it, for machines that are busy with other things.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

__all__ = ["main", "names"]


def names() -> list[str]:
    """Return the names of all measurements: the modules of this folder."""
    folder = Path(__file__).parent
    return sorted(path.stem for path in folder.glob("[a-z]*.py"))


def main(arguments: list[str]) -> int:
    """Run the measurements that are named, or all, and return 1 if one missed a target."""
    short = [word for word in arguments if word == "--short"]
    chosen = [word for word in arguments if word != "--short"] or names()
    unknown = [name for name in chosen if name not in names()]
    if unknown:
        print(f"There is no {unknown[0]!r} among {', '.join(names())}.", file=sys.stderr)
        return 2
    missed = []
    for name in chosen:
        print(f"── {name}", flush=True)
        command = [sys.executable, "-m", f"bench.{name}", *short]
        if subprocess.run(command, check=False).returncode:
            missed.append(name)
    print(f"Missed: {', '.join(missed)}." if missed else "Every target was met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
