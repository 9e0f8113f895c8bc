"""What is copied, and what may be claimed of it?"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from tui.state import clipboard
from tui.state.clipboard import COPIED, SENT, copy, programs

if TYPE_CHECKING:
    from pathlib import Path

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop without a clipboard program yet; programs go into the folder."""
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr(sys, "platform", "linux")
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, body: str) -> None:
    program = folder / name
    program.write_text(f"#!{sys.executable}\nimport pathlib, sys, time, os\n{body}\n")
    program.chmod(0o755)


KEEPS = """
held = pathlib.Path(__file__).with_suffix(".held")
if "-in" in sys.argv or "--input" in sys.argv:
    held.write_bytes(sys.stdin.buffer.read())
    if os.fork() == 0:
        time.sleep(5)  # serving the clipboard, with its output open
else:
    sys.stdout.buffer.write(held.read_bytes())
"""


async def copied(text: str) -> tuple[str, str]:
    app: App[None] = App()
    async with app.run_test():
        return copy(app, text), app.clipboard


async def test_without_a_program_it_is_only_sent(desktop: Path) -> None:
    assert await copied("at least 30 days") == (SENT, "at least 30 days")


async def test_a_program_that_holds_the_text_confirms_it(desktop: Path) -> None:
    install(desktop, "xclip", KEEPS)
    started = time.monotonic()
    said, _ = await copied("від 30 днів\nall for all")
    assert said == COPIED
    assert (desktop / "xclip.held").read_text("utf-8") == "від 30 днів\nall for all"
    assert time.monotonic() - started < 4


async def test_the_next_program_is_tried(desktop: Path) -> None:
    install(desktop, "xclip", "sys.exit(1)")
    install(desktop, "xsel", KEEPS)
    assert (await copied("30 days"))[0] == COPIED


async def test_a_program_that_holds_something_else_confirms_nothing(desktop: Path) -> None:
    install(desktop, "xclip", "print('an older text') if '-out' in sys.argv else None")
    assert (await copied("30 days"))[0] == SENT


async def test_a_program_that_hangs_is_not_waited_for(
    desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.1)
    install(desktop, "xclip", "time.sleep(60)")
    started = time.monotonic()
    assert (await copied("30 days"))[0] == SENT
    assert time.monotonic() - started < 10


async def test_a_program_that_cannot_be_run_confirms_nothing(desktop: Path) -> None:
    (desktop / "xclip").write_text("#!/no/such/interpreter\n")
    (desktop / "xclip").chmod(0o755)
    assert (await copied("30 days"))[0] == SENT


async def test_what_hides_is_copied_as_its_mark(desktop: Path) -> None:
    assert await copied("a\x1b[2Jb\u202ec\n\ud800") == (SENT, "a␛[2Jb⟨U+202E⟩c\n⟨U+D800⟩")


async def test_an_empty_text_can_be_copied(desktop: Path) -> None:
    install(desktop, "xclip", KEEPS)
    assert await copied("") == (COPIED, "")


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", []),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({}, "darwin", ["pbcopy"]),
        ({"SSH_CONNECTION": "a b"}, "darwin", []),
        ({"SSH_TTY": "t", "WAYLAND_DISPLAY": "w"}, "linux", []),
        ({"SSH_TTY": "t", "DISPLAY": "localhost:10"}, "linux", ["xclip", "xsel"]),
    ],
)
def test_only_the_desktop_before_the_user_is_asked(
    environ: dict[str, str], platform: str, expected: list[str]
) -> None:
    assert [program.copy[0] for program in programs(environ, platform)] == expected
