"""The user's editor at a line: which command that is, and running it in the terminal.

The command comes from `$VISUAL` or `$EDITOR`, is split as a shell would, and never goes through
one. How an editor takes a line differs; `EDITORS` holds what each one documents.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from textual.app import SuspendNotSupported

from positions.problems.errors import Refusal
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

    from textual.app import App

__all__ = ["EDITORS", "Convention", "NoEditor", "command_for", "open_in_editor"]


class NoEditor(Refusal):
    """There is no editor to open; the message is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Convention:
    """How an editor is told where to go, and to come back only when the file is closed.

    Attributes:
        arguments: What follows the user's command; `{file}`, `{line}` and `{column}` stand for
            the place.
        wait: The argument that keeps a window's command from returning at once; empty for an
            editor that stays in the terminal, or has no such argument.
        spellings: Other ways to write `wait`: if one is there already, it is not added.
    """

    arguments: tuple[str, ...]
    wait: str = ""
    spellings: tuple[str, ...] = ()


_PLAIN: Final = Convention(("{file}",))
_LINE: Final = Convention(("+{line}", "{file}"))
_LINE_COLON: Final = Convention(("+{line}:{column}", "{file}"))
_LINE_COMMA: Final = Convention(("+{line},{column}", "{file}"))
_AFTER_FILE: Final = Convention(("{file}:{line}:{column}",))
_GOTO: Final = Convention(("--goto", "{file}:{line}:{column}"), "--wait", ("-w",))
_WINDOW: Final = Convention(("{file}:{line}:{column}",), "--wait", ("-w",))
_VIM_WINDOW: Final = Convention(("+{line}", "{file}"), "-f", ("--nofork",))
_JETBRAINS: Final = Convention(("--line", "{line}", "--column", "{column}", "{file}"), "--wait")

_FAMILIES: Final[tuple[tuple[Convention, str], ...]] = (
    (
        _LINE,
        "vi vim nvim view vimx nvi vis elvis joe jmacs jpico jstar rjoe mg zile pico mcedit",
    ),
    (_LINE, "mousepad pluma xed geany"),
    (_LINE_COLON, "emacs emacsclient kak micro"),
    (_LINE_COMMA, "nano rnano ne"),
    (_AFTER_FILE, "hx helix"),
    (Convention(("{file}", "-g", "{line}")), "jed"),
    (_VIM_WINDOW, "gvim mvim gview mview"),
    (_GOTO, "code code-insiders code-oss codium vscodium cursor windsurf positron"),
    (_WINDOW, "subl sublime_text sublime-text sublime zed zeditor zedit atom pulsar"),
    (Convention(("+{line}:{column}", "{file}"), "--wait", ("-w",)), "gedit"),
    (Convention(("--line", "{line}", "{file}"), "--wait", ("-w",)), "mate"),
    (Convention(("+{line}", "{file}"), "--wait", ("-w",)), "bbedit"),
    (
        Convention(("--line", "{line}", "--column", "{column}", "{file}"), "--block", ("-b",)),
        "kate",
    ),
    (Convention(("--line", "{line}", "--column", "{column}", "{file}")), "kwrite"),
    (_JETBRAINS, "idea pycharm webstorm clion goland phpstorm rubymine rider charm"),
)

EDITORS: Final[Mapping[str, Convention]] = {
    name: convention for convention, names in _FAMILIES for name in names.split()
}
"""The editors whose way with lines is known; any other gets the file alone."""

_WHAT_TO_SET: Final = "Set VISUAL or EDITOR to one, for example: export EDITOR=nano"


def command_for(file: str, line: int, column: int, environ: Mapping[str, str]) -> list[str]:
    """Return the command, argument by argument, that opens a file at a place.

    Args:
        file: The file's path.
        line: From 1.
        column: From 1.
        environ: Where `VISUAL` and `EDITOR` may stand; the first that is not empty counts.

    Raises:
        NoEditor: Neither is set, or what is set cannot be split into words.
    """
    wanted = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip()
    try:
        words = shlex.split(wanted)
    except ValueError:
        message = f"The editor’s command has a quotation mark without its pair: {visible(wanted)}"
        raise NoEditor(message) from None
    if not words:
        message = f"No editor is set. {_WHAT_TO_SET}"
        raise NoEditor(message)
    convention = _convention(words[0])
    here = {
        # A path must not read as an option, nor as a line: `./+5` is a file, `+5` is not.
        "file": os.path.join(".", file) if file.startswith(("-", "+")) else file,  # noqa: PTH118
        "line": str(max(line, 1)),
        "column": str(max(column, 1)),
    }
    waits = not convention.wait or {convention.wait, *convention.spellings} & set(words[1:])
    return [
        *words,
        *([] if waits else [convention.wait]),
        *(_filled(argument, here) for argument in convention.arguments),
    ]


def open_in_editor(app: App[Any], command: list[str]) -> str:
    """Run an editor in the terminal until it ends, with the application out of its way.

    Returns:
        A sentence about what went wrong; an empty text if nothing did.
    """
    try:
        with app.suspend(), _without_interrupts():
            return _run(command)
    except SuspendNotSupported:
        return "This terminal cannot be handed over to an editor."


def _run(command: list[str]) -> str:
    """Run the command; raise nothing, for `App.suspend` does not come back from an exception."""
    name = visible(PurePath(command[0]).name)
    try:
        code = subprocess.run(command, check=False).returncode  # noqa: S603  # the user's own
    except (OSError, ValueError) as error:
        # What a folder of the PATH hides that may not be read is said to be denied, not absent.
        is_named = not isinstance(error, ValueError) and PurePath(command[0]).name == command[0]
        if isinstance(error, FileNotFoundError) or (is_named and shutil.which(command[0]) is None):
            return f"There is no editor called {name}. {_WHAT_TO_SET}"
        reason = (getattr(error, "strerror", None) or "its command is not one").lower()
        return f"The editor {name} cannot be started: {reason}. {_WHAT_TO_SET}"
    if code < 0:
        return f"The editor {name} was ended by signal {-code}."
    return f"The editor {name} ended with code {code}." if code else ""


def _convention(program: str) -> Convention:
    """Return the convention of a program: `vim.basic`, `emacs-29.1` and `CODE.cmd` are known."""
    stem = PurePath(program.replace("\\", "/")).name.lower().split(".")[0]
    base = re.split(r"[-\d]", stem, maxsplit=1)[0]
    return EDITORS.get(stem) or EDITORS.get(base, _PLAIN)


def _filled(argument: str, here: Mapping[str, str]) -> str:
    # In one pass: a file may be called `{line}.yaml`.
    return re.sub(r"\{(\w+)\}", lambda found: here[found[1]], argument)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Leave Ctrl-C to the editor: the terminal sends it to everyone in the foreground."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ignore(number: int, frame: FrameType | None) -> None:
        # A handler, not SIG_IGN: the editor would inherit that.
        pass

    before = signal.signal(signal.SIGINT, ignore)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
