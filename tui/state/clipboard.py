"""Copying, with a sentence that claims no more than is known.

A terminal is asked with the sequence OSC 52, which many drop without a word, tmux among them. So a
program of the desktop is asked too, and what it holds is read back: only then is it "copied".
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import App

__all__ = ["COPIED", "SENT", "ClipboardProgram", "copy", "programs"]

COPIED: Final = "Copied to the clipboard"
SENT: Final = "Sent to the terminal’s clipboard, if it allows that"
PATIENCE: Final = 0.5
"""Seconds that a program may take to copy, and the same to tell what it holds."""


@dataclass(frozen=True, slots=True)
class ClipboardProgram:
    """A program that holds the desktop's clipboard.

    Attributes:
        copy: The command that takes the text on its standard input.
        paste: The command that prints what the clipboard holds.
    """

    copy: tuple[str, ...]
    paste: tuple[str, ...]


_WAYLAND: Final = ClipboardProgram(("wl-copy",), ("wl-paste", "--no-newline"))
_XCLIP: Final = ClipboardProgram(
    ("xclip", "-selection", "clipboard", "-in"), ("xclip", "-selection", "clipboard", "-out")
)
_XSEL: Final = ClipboardProgram(
    ("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output")
)
_MACOS: Final = ClipboardProgram(("pbcopy",), ("pbpaste",))


def copy(app: App[Any], text: str) -> str:
    """Copy a text and return the sentence to show, without a full stop.

    What is copied is what can be seen: characters that hide are copied as their marks, so that
    pasting into a shell brings no surprise.
    """
    text = visible(text, newlines=True)
    app.copy_to_clipboard(text)
    is_held = any(_holds(program, text) for program in programs(os.environ, sys.platform))
    return COPIED if is_held else SENT


def programs(environ: Mapping[str, str], platform: str) -> Iterator[ClipboardProgram]:
    """Yield the programs of the desktop in front of the user, the likeliest first.

    Over SSH a desktop is the user's own only where X reaches it; any other would be that of the
    machine at the far end.

    Args:
        environ: The environment, which tells of a display.
        platform: As in `sys.platform`.
    """
    is_remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if not is_remote and platform == "darwin":
        yield _MACOS
    if not is_remote and environ.get("WAYLAND_DISPLAY"):
        yield _WAYLAND
    if environ.get("DISPLAY"):
        yield from (_XCLIP, _XSEL)


def _holds(program: ClipboardProgram, text: str) -> bool:
    """Return whether the program took the text and says that it holds it."""
    return _run(program.copy, text) is not None and _run(program.paste) == text


def _run(command: tuple[str, ...], text: str | None = None) -> str | None:
    """Return what a command prints; None if it is missing, fails or takes too long.

    A command that copies stays behind to serve the text, with its output open: so its output is
    not waited for.
    """
    found = shutil.which(command[0])
    if found is None:
        return None
    try:
        ended = subprocess.run(  # noqa: S603  # one of the commands above, and no shell
            [found, *command[1:]],
            input=None if text is None else text.encode(),
            stdin=subprocess.DEVNULL if text is None else None,
            stdout=subprocess.PIPE if text is None else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return ended.stdout.decode("utf-8", "replace") if text is None else ""
