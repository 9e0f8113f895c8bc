"""When the terminal goes, the program goes, even where the system's signal does not reach it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pexpect

from tests.paths import ROOT
from tui.app.terminal import end_with_terminal, is_gone

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
