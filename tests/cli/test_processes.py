"""Does the program behave among other programs: pipes, signals, terminals, encodings?"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from positions.text.safe import width
from tests.from_docstring import with_prelude
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

HARBOUR = ROOT / "tests" / "dossiers" / "harbour.yaml"
SGR = re.compile(r"\x1b\[[0-9;]*m")

# A screen that says what it was opened on, so that no test has to start the real one.
SCREEN = """
import sys
from positions.cli.main import run
def screen(path, query, lens, look):
    print("screen on", path, query, *look)
    return 7
sys.exit(run(open_ui=screen))
"""


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **more}


def program(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tui", *arguments]


def ended(
    *arguments: str, stdin: bytes = b"", more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        program(*arguments),
        input=stdin,
        capture_output=True,
        env=environment(**(more or {})),
        timeout=60,
        check=False,
    )


def on_terminal(
    command: list[str],
    columns: int,
    *,
    keys: bool = True,
    more: Mapping[str, str] | None = None,
) -> tuple[int, str]:
    """Run a command on a terminal so wide; without keys, its standard input is nothing."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        command,
        stdin=theirs if keys else subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment(**(more or {})),
    )
    os.close(theirs)
    text = b""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        ready, _, _ = select.select([ours], [], [], 1)
        try:
            found = os.read(ours, 65536) if ready else b"still running"
        except OSError:  # Linux says so when the other end is closed
            break
        if not found:
            break
        text += found if ready else b""
    os.close(ours)
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    code = process.wait(timeout=60)
    assert not errors, errors
    return code, text.decode().replace("\r\n", "\n")


def large(tmp_path: Path) -> str:
    """A dossier whose comparison does not fit into a pipe."""
    issues = "".join(
        f"  a{number}: {{topic: T, title: Term number {number}, kind: duration}}\n"
        for number in range(600)
    )
    path = tmp_path / "large.yaml"
    said = "".join(f"      a{number}: 3 days\n" for number in range(600))
    document = (
        "  n:\n    party: north\n    form: statement\n    date: 2025-06-01\n"
        f"    sources: [paper]\n    positions:\n{said}"
    )
    text = with_prelude(f"issues:\n{issues}memoranda:\n{document}")
    path.write_text(text, encoding="utf-8")
    return str(path)


# ------------------------------------------------------------------------------ terminals


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_terminal_is_filled_and_not_overfilled(columns: int) -> None:
    code, text = on_terminal(program("compare", str(HARBOUR)), columns)
    assert code == 0
    lines = SGR.sub("", text).splitlines()
    assert max(width(line) for line in lines) == columns
    assert "\x1b[1;33mD\x1b[0m" in text
    assert ("│" in text) is (columns >= 72)


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_not_wanted(more: dict[str, str]) -> None:
    code, text = on_terminal(program("compare", str(HARBOUR)), 80, more=more)
    assert code == 0
    assert "\x1b" not in text
    assert "\nD  Rise in basic pay" in text


def test_a_terminal_that_is_not_utf_8_gets_ascii_with_its_columns_in_line(tmp_path: Path) -> None:
    path = tmp_path / "kyiv.yaml"
    text = HARBOUR.read_text(encoding="utf-8").replace("Port Authority", "Порт 東京 é")
    path.write_text(text, encoding="utf-8")
    _, shown = on_terminal(program("compare", str(path)), 80, more={"LC_ALL": "C.UTF-8"})
    whole = SGR.sub("", shown).splitlines()
    for more in (
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"LANG": "x.ISO-8859-1"},
        {"POSITIONS_ASCII": "1"},
    ):
        code, printed = on_terminal(program("compare", str(path)), 80, more={"LC_ALL": "", **more})
        assert code == 0
        assert printed.isascii()
        assert "???? ???? e" in printed
        plain = SGR.sub("", printed).splitlines()
        assert [width(line) for line in plain] == [width(line) for line in whole]
        bars = [[i for i, sign in enumerate(line) if sign == "|"] for line in plain if "|" in line]
        assert bars
        assert len({tuple(each) for each in bars}) == 1


def test_ascii_can_be_asked_for_before_and_after_the_file() -> None:
    for words in (
        ["--ascii", str(HARBOUR)],
        [str(HARBOUR), "--ascii"],
        ["--ascii", "compare", str(HARBOUR)],
    ):
        result = ended(*words)
        assert result.returncode == 0
        assert result.stdout.isascii()
        assert b" | " in result.stdout


def test_on_a_terminal_the_screen_is_opened_and_its_exit_code_is_ours() -> None:
    screen = [sys.executable, "-c", SCREEN, str(HARBOUR), "status:near"]
    assert on_terminal(screen, 80) == (7, f"screen on {HARBOUR} status:near False  False False\n")


def test_without_keys_the_comparison_is_printed() -> None:
    screen = [sys.executable, "-c", SCREEN, str(HARBOUR)]
    code, text = on_terminal(screen, 80, keys=False)
    assert code == 0
    assert "Pay talks at the port of Vellis" in text


# ---------------------------------------------------------------------------------- pipes


@pytest.mark.parametrize(("more", "wide"), [({"COLUMNS": ""}, 100), ({"COLUMNS": "90"}, 90)])
def test_piped_text_is_as_wide_as_is_asked_without_colour(more: dict[str, str], wide: int) -> None:
    result = ended("compare", str(HARBOUR), more=more)
    assert result.returncode == 0
    assert b"\x1b" not in result.stdout
    assert max(width(line) for line in result.stdout.decode().splitlines()) == wide


def test_a_dossier_on_standard_input() -> None:
    data = HARBOUR.read_bytes()
    compared = ended("-", stdin=data)
    assert compared.returncode == 0
    assert compared.stdout.startswith(b"Pay talks")
    shown = ended("show", "--file", "-", "notice", stdin=data)
    assert b"at: <standard input>:21\n" in shown.stdout
    checked = ended("check", "-", stdin=b"dossier: [")
    assert checked.returncode == 1
    assert checked.stdout.startswith(b"<standard input>:1:")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_is_no_fault(unbuffered: str, tmp_path: Path) -> None:
    process = subprocess.Popen(
        program("compare", large(tmp_path)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(PYTHONUNBUFFERED=unbuffered),
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), errors) == (141, b"")


def test_head_shows_the_first_line_and_nothing_else(tmp_path: Path) -> None:
    command = f"{sys.executable} -m tui compare {large(tmp_path)} | head -1"
    result = subprocess.run(
        ["sh", "-c", command], capture_output=True, env=environment(), timeout=60, check=False
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, b"A test\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_said_to_be_full() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            program("compare", str(HARBOUR)),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=60,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr == (
        b"positions: the output could not be written: No space left on device.\n"
    )


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(closed: str) -> None:
    result = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m tui compare {HARBOUR} {closed}"],
        capture_output=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")


# -------------------------------------------------------------------------------- signals


def test_an_interrupt_ends_it_quietly() -> None:
    process = subprocess.Popen(
        program("check", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdin is not None
    # More than a pipe holds: once it is taken, the program is reading, and waits for the rest.
    process.stdin.write(b"# a comment\n" * 20_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (130, b"", b"")


IGNORING = (
    "import os, signal, sys; signal.signal(2, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
)
"""What starts a program as a script starts one in its background: it ignores an interrupt."""


def test_an_interrupt_ends_it_and_its_git_where_both_were_told_to_ignore_it(
    tmp_path: Path,
) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    git = tmp_path / "git"
    git.write_text(
        f'#!/bin/sh\nexec 3>"{alive}"\necho here >&3\nexec sleep 300\n', encoding="utf-8"
    )
    git.chmod(0o755)
    dossier = tmp_path / "talks.yaml"
    dossier.write_bytes(HARBOUR.read_bytes())
    process = subprocess.Popen(
        [sys.executable, "-c", IGNORING, *program("log", "-f", str(dossier))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(PATH=f"{tmp_path}:{os.environ['PATH']}"),
        start_new_session=True,
    )
    with alive.open("rb") as held:
        assert held.readline() == b"here\n"
        os.killpg(process.pid, signal.SIGINT)
        out, errors = process.communicate(timeout=60)
        assert (process.returncode, out, errors) == (130, b"", b"")
        # At its end as soon as nobody holds the other end any more, and git does.
        assert select.select([held], [], [], 60)[0]
        assert held.read() == b""


# ------------------------------------------------------------------------------ encodings

PLAIN = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_a_terminal_without_unicode_gets_replacements(tmp_path: Path) -> None:
    path = tmp_path / "kyiv.yaml"
    path.write_text(
        HARBOUR.read_text(encoding="utf-8").replace("Port Authority", "Порт 🛳"), encoding="utf-8"
    )
    for command in (
        ["show", "--file", str(path), "notice"],
        ["check", str(path)],
        ["compare", str(path), "Київ"],
        ["compare", str(path), "topik:x"],
        ["explain"],
    ):
        result = ended(*command, more=PLAIN)
        assert result.returncode == (2 if "topik:x" in command else 0)
        assert b"Traceback" not in result.stderr
    for more in (PLAIN, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "LANG": "C"}):
        plain = ended("compare", str(path), more=more)
        assert (plain.returncode, plain.stderr) == (0, b"")
        if more is PLAIN:
            assert r"| \u041f\u043e\u0440\u0442 \U0001f6f3" in plain.stdout.decode("ascii")


# ------------------------------------------------------------------- what has to be loaded


def test_only_a_screen_needs_textual() -> None:
    commands = [
        ["check", str(HARBOUR)],
        ["compare", str(HARBOUR)],
        ["compare", str(HARBOUR), "--format", "json"],
        ["show", "--file", str(HARBOUR), "notice"],
        ["explain"],
        ["--help"],
        [str(HARBOUR)],
    ]
    code = (
        "import sys, tui.__main__\n"
        f"for sys.argv[1:] in {commands!r}:\n"
        "    assert tui.__main__.main() == 0, sys.argv\n"
        "    loaded = {'textual', 'rich', 'tui.app.app', 'docx', 'openpyxl'} & set(sys.modules)\n"
        "    assert not loaded, (sys.argv, loaded)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr.decode()
