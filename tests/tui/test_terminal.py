"""When the terminal goes, the program goes, even where the system's signal does not reach it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pexpect
import pytest

from tests.paths import ROOT
from tui.app.terminal import end_with_terminal, is_gone

if TYPE_CHECKING:
    from pathlib import Path


def test_a_terminal_is_gone_when_nobody_is_at_its_other_end() -> None:
    ours, theirs = os.openpty()
    assert not is_gone(theirs)

    os.close(ours)
    assert is_gone(theirs)
    os.close(theirs)


async def test_it_ends_by_the_signal_that_it_was_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    sent: list[int] = []
    monkeypatch.setattr("tui.app.terminal.os.kill", lambda _process, number: sent.append(number))
    before = signal.getsignal(signal.SIGHUP)
    try:
        waiting = asyncio.create_task(end_with_terminal(theirs, every=0.01))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        os.close(ours)
        await waiting
        assert sent == [signal.SIGHUP]
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)
        os.close(theirs)


def _as_from_a_shell() -> None:
    """Let signals end a program, which whatever runs the tests in the background may ignore."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


def opened(path: Path, **environ: str) -> pexpect.spawn[str]:
    """Open the screen on the dossier of the port, and wait until it is painted."""
    dossier = path / "talks.yaml"
    dossier.write_bytes((ROOT / "tests" / "dossiers" / "harbour.yaml").read_bytes())
    screen: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "tui", str(dossier)],
        env={
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            **environ,
        },
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
        preexec_fn=_as_from_a_shell,
    )
    screen.expect("Dockers")
    screen.expect("Enter")
    return screen


def before(screen: pexpect.spawn[str]) -> str:
    """Return what the program wrote before what was last expected."""
    assert screen.before is not None
    return screen.before


LEAVES = ("\x1b[?1003l", "\x1b[?1049l", "\x1b[?25h")
"""The mouse is left alone, the terminal's own screen is shown, and the cursor."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_that_ends_it_leaves_the_terminal_as_it_was(
    number: signal.Signals, tmp_path: Path
) -> None:
    screen = opened(tmp_path)
    screen.kill(number)
    screen.expect(pexpect.EOF)
    assert [each for each in LEAVES if each not in before(screen)] == []
    screen.close()
    assert screen.signalstatus == number


def test_back_from_the_shell_the_whole_screen_is_painted(tmp_path: Path) -> None:
    screen = opened(tmp_path)
    screen.send("\x1a")
    screen.expect_exact(LEAVES[1])
    assert screen.pid is not None
    assert os.WIFSTOPPED(os.waitpid(screen.pid, os.WUNTRACED)[1])
    screen.kill(signal.SIGCONT)
    screen.expect_exact("\x1b[?1049h")
    for line in ("Pay talks", "Dockers", "Pay", "divided", "Enter"):
        screen.expect_exact(line)
    screen.send("q")
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 0


def test_a_terminal_of_ascii_alone_gets_a_screen_of_it(tmp_path: Path) -> None:
    screen = opened(tmp_path, LC_ALL="C")
    seen = before(screen)
    screen.send("2")
    screen.expect("Esc")
    seen += before(screen)
    screen.send("q")
    screen.expect(pexpect.EOF)
    assert (seen + before(screen)).isascii()


def test_no_program_is_left_behind_by_a_terminal_that_closed(tmp_path: Path) -> None:
    dossier = tmp_path / "talks.yaml"
    dossier.write_bytes((ROOT / "tests" / "dossiers" / "harbour.yaml").read_bytes())
    screen = pexpect.spawn(
        sys.executable,
        ["-m", "tui", str(dossier)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
        ignore_sighup=True,
        timeout=30,
    )
    screen.expect("Dockers")
    process = screen.pid
    assert process is not None
    os.close(screen.child_fd)

    until = time.monotonic() + 30
    ended, status = 0, 0
    while not ended and time.monotonic() < until:
        ended, status = os.waitpid(process, os.WNOHANG)
        time.sleep(0.05)
    if not ended:
        os.kill(process, signal.SIGKILL)
    assert ended == process
    assert os.WTERMSIG(status) == signal.SIGHUP
