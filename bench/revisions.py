"""How long the log of a dossier and the difference of two revisions take, beside the least work.

Run as `python -m bench.revisions`; `--short` takes fewer revisions, rounds and issues, and counts a
target as missed only where the figure is twice as bad. Dossiers are generated as densely as real
ones: about 400 bytes a position. Times are those of the processor, so that other work on the
machine counts less. Ends with 1 where a target is missed.

- `positions log`, in this process, against one `git cat-file --batch` and one load by the C parser,
  the collector paused, of each distinct content.
- `positions diff` on two files as a command, started cold, against deepdiff's command `deep diff`
  and against `graphtage` on the same files. Both are looked for in the folder that the variable
  BENCH_TOOLS names, then on the PATH: `python -m venv tools && tools/bin/pip install deepdiff click
  graphtage && BENCH_TOOLS=tools/bin python -m bench.revisions`. One that is missing is said to be,
  and its target is not counted.
"""

from __future__ import annotations

import compileall
import contextlib
import gc
import io
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import yaml
from yaml import CSafeLoader

from positions.cli import main as cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["dossier", "main"]

SHAPES = ((10, 500, 100), (2, 40, 1000))
SHORT_SHAPES = ((10, 100, 10), (2, 40, 100))
"""Parties, issues and revisions."""
LOG_TARGET = 2.5
DEEPDIFF_TARGET = 8.0
GRAPHTAGE_TARGET = 20.0
PATIENCE = 300
"""How many seconds a command is waited for; one that takes longer counts with these."""

_WORDS = (
    *("the", "party", "asks", "that", "forces", "withdraw", "prisoners", "are", "released"),
    *("observers", "monitor", "border", "harbour", "within", "days", "after", "signature"),
)


def dossier(parties: int, issues: int) -> list[str]:
    """Return the lines of a generated dossier, the same each time."""
    chance = random.Random(20250602)
    lines = ['dossier: {format: "1", title: Generated talks, as_of: "2025-06-02"}', "parties:"]
    lines += [f"  party-{number}: {{name: Party {number}}}" for number in range(parties)]
    lines.append("sources:")
    for number in range(parties):
        lines.append(
            f"  source-{number}: {{publisher: Gazette {number}, "
            f'date: "2025-06-01", title: What party {number} asks for, reliability: B}}'
        )
    lines.append("issues:")
    for number in range(issues):
        lines += [f"  issue-{number}:", f"    topic: Topic {number // 20}"]
        lines += [f"    title: Matter {number} of the talks", *_KINDS[number % 3]]
    lines.append("memoranda:")
    for number in range(parties):
        lines += [f"  paper-{number}:", f"    party: party-{number}", "    form: memorandum"]
        lines += ['    date: "2025-05-28"', "    disclosure: reviewed"]
        lines += [f"    sources: [source-{number}]", "    positions:"]
        for issue in range(issues):
            lines += _position(chance, issue)
    return lines


_KINDS = (
    ["    kind: duration"],
    ["    kind: quantity", "    unit: soldiers", "    limit: maximum"],
    ["    kind: choice", "    options: {stay: They stay, leave: They leave, share: They share}"],
)


def _value(chance: random.Random, issue: int) -> str:
    values = (
        f"at least {chance.randrange(1, 9) * 5} days",
        f"{chance.randrange(1, 99)},000",
        chance.choice(["stay", "leave", "share", "stay or share"]),
    )
    return f"        value: {values[issue % 3]}"


def _position(chance: random.Random, issue: int) -> Iterator[str]:
    yield f"      issue-{issue}:"
    yield _value(chance, issue)
    yield f"        clause: I.{issue}"
    yield f"        paraphrase: {' '.join(chance.choices(_WORDS, k=24)).capitalize()}."
    if issue % 4 == 0:
        yield "        conditions: [the observers are admitted]"
    if issue % 3 == 0:
        yield f"        note: {' '.join(chance.choices(_WORDS, k=20)).capitalize()}."
    yield "        accounts:"
    yield "          press:"
    yield f"            paraphrase: {' '.join(chance.choices(_WORDS, k=12)).capitalize()}."
    yield f"            sources: [source-{issue % 2}]"


def _revised(chance: random.Random, lines: list[str], number: int) -> None:
    """Edit a dossier as an analyst does in a revision: some values, and some words."""
    places = [place - 1 for place, line in enumerate(lines) if line.startswith("        clause: ")]
    for place in chance.sample(places, k=3):
        issue = int(lines[place - 1].strip(" :").removeprefix("issue-"))
        lines[place] = _value(chance, issue)
        lines[place + 2] += " Seen again."
    if number % 10 == 0:
        lines[0] = lines[0].replace("Generated talks", f"Generated talks, {number}")
    if number % 5 == 0:
        party = chance.randrange(2)
        lines += [f"  word-{number}:", f"    party: party-{party}", "    form: statement"]
        lines += ['    date: "2025-05-30"', f"    sources: [source-{party}]", "    positions:"]
        lines += ["      issue-0:", _value(chance, 0)]


def main(arguments: list[str]) -> int:
    """Measure, print the tables, and return 0 where every target is met, else 1."""
    short = "--short" in arguments
    slack = 2.0 if short else 1.0
    met = [
        _log(parties, issues, revisions, 1 if short else 3, slack)
        for parties, issues, revisions in (SHORT_SHAPES if short else SHAPES)
    ]
    met.append(_commands(1 if short else 3, slack))
    return 0 if all(met) else 1


# ---------------------------------------------------------------------------------- log


def _log(parties: int, issues: int, revisions: int, rounds: int, slack: float) -> bool:
    with TemporaryDirectory() as folder:
        size = _repository(folder, dossier(parties, issues), revisions)
        path = str(Path(folder) / "positions.yaml")
        least, ours = [], []
        for _ in range(rounds if issues < 100 else 1):
            least.append(_seconds(lambda: _parsed(folder)))
            ours.append(_seconds(lambda: _ask("log", "-f", path)))
    ratio = median(ours) / median(least)
    print(f"{revisions} revisions at {parties} parties × {issues} issues, {size / 1e6:.2f} MB each")
    print(f"{'':46}{'seconds':>8}{'ratio':>8}{'at most':>9}")
    print(f"{'  git cat-file --batch and the C parser':46}{median(least):8.2f}")
    print(f"{'  positions log':46}{median(ours):8.2f}{ratio:8.2f}{LOG_TARGET:9.1f}", flush=True)
    return ratio <= LOG_TARGET * slack


def _repository(folder: str, lines: list[str], revisions: int) -> int:
    """Make a repository of so many revisions; return the size of the last in bytes."""
    chance = random.Random(1)
    _git(folder, "init", "-q", "-b", "main")
    command = ["git", "fast-import", "--quiet"]
    size = 0
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE) as importing:
        assert importing.stdin is not None
        for number in range(revisions):
            if number:
                _revised(chance, lines, number)
            content = ("\n".join(lines) + "\n").encode()
            size = len(content)
            head = f"commit refs/heads/main\ncommitter Ada <ada@example.org> {number * 60} +0000\n"
            subject = f"Revision {number}"
            head += f"data {len(subject)}\n{subject}\nM 644 inline positions.yaml\ndata {size}\n"
            importing.stdin.write(head.encode() + content + b"\n")
    _git(folder, "reset", "-q", "--hard")
    return size


def _git(folder: str, *arguments: str) -> bytes:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout


def _parsed(folder: str) -> None:
    """Do the least that a log can do: read each distinct content, and parse it."""
    said = _git(folder, "log", "--format=", "--raw", "--no-abbrev").decode().splitlines()
    blobs = list(dict.fromkeys(line.split()[3] for line in said if line))
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    gc.disable()
    command = ["git", "cat-file", "--batch"]
    with TemporaryDirectory() as place:
        questions = Path(place) / "blobs"
        questions.write_bytes(asked)
        with (
            questions.open("rb") as asking,
            subprocess.Popen(command, cwd=folder, stdin=asking, stdout=subprocess.PIPE) as reading,
        ):
            assert reading.stdout is not None
            for _ in blobs:
                size = int(reading.stdout.readline().split()[2])
                yaml.load(reading.stdout.read(size + 1), CSafeLoader)
    gc.enable()


def _ask(*arguments: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        code = cli.run(arguments, open_ui=lambda *_: 3)
    if code:
        message = f"positions {arguments[0]} ended with {code}"
        raise RuntimeError(message)


def _seconds(act: Callable[[], object]) -> float:
    """Return how long the processor works for something, the programs that it starts included."""
    started = _worked()
    act()
    return _worked() - started


def _worked() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


# ----------------------------------------------------------------------------- commands


def _commands(rounds: int, slack: float) -> bool:
    with TemporaryDirectory() as folder:
        files = [str(Path(folder) / name) for name in ("before.yaml", "after.yaml")]
        lines = dossier(10, 500)
        Path(files[0]).write_text("\n".join(lines) + "\n", encoding="utf-8")
        chance = random.Random(2)
        for number in (1, 5, 11):
            _revised(chance, lines, number)
        Path(files[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")
        # As pip does when it installs the others; an environment may keep Python from doing so.
        for package in ("positions", "tui"):
            compileall.compile_dir(Path(__file__).parents[1] / package, quiet=1)
        command = [sys.executable, "-m", "tui", "diff", *files]
        ours = _cold(command, 1)
        size = Path(files[0]).stat().st_size
        print(f"Two revisions at 10 parties × 500 issues, {size / 1e6:.2f} MB each, as a command")
        print(f"{'':46}{'seconds':>8}{'faster':>8}{'at least':>9}")
        print(f"{'  positions diff':46}{ours:8.2f}")
        met = True
        for name, words, target in (
            ("deep", ["diff"], DEEPDIFF_TARGET),
            ("graphtage", ["--no-status", "--no-color"], GRAPHTAGE_TARGET),
        ):
            program = _tool(name)
            if program is None:
                print(f"  {name}: not found; its target is not counted (see this module's top)")
                continue
            # In turn, so that what else the machine does falls on both.
            pairs = [
                (_cold(command, 1), _cold([program, *words, *files], 1))
                for _ in range(1 if name == "graphtage" else rounds)
            ]
            ours, theirs = (median(found) for found in zip(*pairs, strict=True))
            label = f"  {name} {words[0] if name == 'deep' else ''}"
            print(f"{label:46}{theirs:8.2f}{theirs / ours:8.1f}{target:9.0f}", flush=True)
            met = met and theirs / ours * slack >= target
    return met


def _tool(name: str) -> str | None:
    folder = os.environ.get("BENCH_TOOLS", "")
    return shutil.which(name, path=folder) or shutil.which(name)


def _cold(command: list[str], rounds: int) -> float:
    """Return how long a command takes, the median of some rounds; `PATIENCE` where it is ended."""
    found = []
    for _ in range(rounds):
        started = _worked()
        with contextlib.suppress(subprocess.TimeoutExpired):
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
            if b"Traceback" in done.stderr:
                message = f"{command[0]} failed: {done.stderr.decode()[-300:]}"
                raise RuntimeError(message)
        found.append(_worked() - started)
    return median(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
