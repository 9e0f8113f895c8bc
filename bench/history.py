"""How long a history takes to read, beside the least that reading it can take.

Run as `python -m bench.history`; `--short` takes fewer revisions. The least is one `git cat-file
--batch` and one load by PyYAML's C parser, the collector paused, of each distinct content. Beside
it stand the list of revisions alone, and the dossiers before and after each, without and with the
checks across records. Every tenth revision takes the one before it back, so that some contents
come twice. Seconds are those of the processor, git's among them. Ends with 1 where the dossiers,
unchecked, take longer than `TARGET` times the least: a log has to compare them as well, in 2.5
times.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections import deque
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import yaml
from yaml import CSafeLoader

from positions.git.history import history_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["dossier", "main"]

TARGET = 2.0
SHAPES = ((10, 500, 100), (2, 40, 1000))
"""Parties, issues and revisions: a treaty among many, and talks that were followed daily."""


def dossier(parties: int, issues: int, revision: int) -> str:
    """Return a generated dossier; each revision changes one value of each party."""
    lines = ["dossier: {format: 1, title: Generated talks, as_of: 2025-06-02}", "parties:"]
    lines += [f"  party-{one}: {{name: Party {one}}}" for one in range(parties)]
    lines += ["sources:", "  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}"]
    lines.append("issues:")
    for issue in range(issues):
        lines.append(f"  issue-{issue}:")
        lines.append(f"    topic: Topic {issue // 20}")
        lines.append(f"    title: Matter {issue} of the talks")
        lines.append("    kind: duration")
    lines.append("memoranda:")
    for party in range(parties):
        lines += [f"  paper-{party}:", f"    party: party-{party}", "    form: memorandum"]
        lines += ["    date: 2025-05-28", "    sources: [paper]", "    positions:"]
        for issue in range(issues):
            days = 10 + party + (revision if issue == revision % issues else 0)
            lines.append(f"      issue-{issue}:")
            lines.append(f"        value: at least {days} days")
            lines.append(f"        clause: I.{issue}")
            lines.append(f"        paraphrase: Party {party} asks that this last {days} days.")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Measure, print the tables, and return 0 where the target is met, else 1."""
    short = "--short" in arguments
    met = [
        _measured(parties, issues, revisions // (10 if short else 1), 2.0 if short else 1.0)
        for parties, issues, revisions in SHAPES
    ]
    return 0 if all(met) else 1


def _measured(parties: int, issues: int, revisions: int, slack: float) -> bool:
    with TemporaryDirectory() as folder:
        _build(folder, [dossier(parties, issues, _undone(one)) for one in range(revisions)])
        history = history_of(Path(folder) / "talks.yaml")
        least = _seconds(lambda: _parsed(folder))
        listed = _seconds(history.revisions)
        unchecked = _seconds(lambda: deque(history.steps(checked=False), maxlen=0))
        checked = _seconds(lambda: deque(history.steps(), maxlen=0))
    print(f"{revisions} revisions at {parties} parties × {issues} issues")
    print(f"{'':46}{'seconds':>8}{'ratio':>8}{'at most':>9}")
    print(f"{'  git cat-file --batch and the C parser':46}{least:8.2f}")
    print(f"{'  the list of revisions':46}{listed:8.2f}{listed / least:8.2f}")
    print(f"{'  their dossiers':46}{unchecked:8.2f}{unchecked / least:8.2f}{TARGET:9.1f}")
    print(f"{'  their dossiers, checked':46}{checked:8.2f}{checked / least:8.2f}", flush=True)
    return unchecked / least <= TARGET * slack


def _undone(revision: int) -> int:
    return revision - 2 if revision % 10 == 9 else revision


def _build(folder: str, texts: list[str]) -> None:
    _git(folder, "init", "-q", "-b", "main")
    command = ["git", "fast-import", "--quiet"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, env=_plain()) as importing:
        assert importing.stdin is not None
        for number, text in enumerate(texts):
            content = text.encode()
            importing.stdin.write(
                b"commit refs/heads/main\n"
                b"committer Ada <ada@example.org> %d +0000\ndata 6\nChange\n"
                b"M 644 inline talks.yaml\ndata %d\n%b\n" % (number * 60, len(content), content)
            )
    _git(folder, "reset", "-q", "--hard")


def _parsed(folder: str) -> None:
    """Do the least that can be done: read each distinct content, and parse it."""
    listed = _git(folder, "log", "--format=", "--raw", "--no-abbrev").decode().splitlines()
    blobs = dict.fromkeys(line.split()[3] for line in listed if line)
    gc.disable()
    for content in _contents(folder, list(blobs)):
        yaml.load(content, CSafeLoader)
    gc.enable()


def _contents(folder: str, blobs: list[str]) -> Iterator[bytes]:
    asked = Path(folder) / ".git" / "asked"
    asked.write_text("".join(f"{blob}\n" for blob in blobs))
    command = ["git", "cat-file", "--batch"]
    with (
        asked.open("rb") as questions,
        subprocess.Popen(
            command, cwd=folder, stdin=questions, stdout=subprocess.PIPE, env=_plain()
        ) as reading,
    ):
        assert reading.stdout is not None
        for _ in blobs:
            size = int(reading.stdout.readline().split()[2])
            yield reading.stdout.read(size + 1)


def _git(folder: str, *arguments: str) -> bytes:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, env=_plain())
    return done.stdout


def _plain() -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }


def _seconds(act: Callable[[], object]) -> float:
    gc.collect()
    begun = sum(os.times()[:4])
    act()
    return sum(os.times()[:4]) - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
