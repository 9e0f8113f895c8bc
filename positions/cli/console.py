"""The two streams of the command line: data on standard output, narration on standard error."""

from __future__ import annotations

import codecs
import io
import os
import shlex
import shutil
import sys
from typing import TYPE_CHECKING, Final

from positions.reports.page.look import STABLE_WIDTH, Look
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

__all__ = [
    "abandon_output",
    "byte_order_mark",
    "has_colour",
    "has_screen",
    "narrate",
    "output_look",
    "prepare_streams",
    "shell_word",
    "write",
]

_REPLACED: Final = "positions-replaced"
# At most 4,096 bytes: a pipe takes so many whole or not at all. Under PYTHONUNBUFFERED, Python
# loses the rest of a write that a closing pipe takes in part, and says nothing.
_PIECE: Final = 1024
# What we draw with ourselves; anything else that a stream cannot encode shows its number.
_PLAIN: Final[Mapping[str, str]] = {
    "│": "|",
    "─": "-",
    "–": "-",
    "—": "-",
    "…": ".",
    "↳": ">",
    "∅": "0",
    "·": "*",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "\N{NO-BREAK SPACE}": " ",
}


def prepare_streams() -> None:
    r"""Make both streams take any text, whatever their encoding: what they lack is replaced.

    Replaced visibly: `\u0442` for a letter, and one plain character for each sign of a frame.
    """
    codecs.register_error(_REPLACED, _replaced)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_REPLACED)


def _replaced(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    missing = fault.object[fault.start : fault.end]
    shown = (
        _PLAIN.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in missing
    )
    return "".join(shown), fault.end


def write(text: str) -> None:
    """Write data to standard output; nothing where there is no such stream.

    The text is safe for a terminal already: who makes it puts what a dossier says through
    `visible`, which must not touch the colours.

    Raises:
        OSError: It cannot be written; a BrokenPipeError if nobody reads it any more.
    """
    if sys.stdout is None:
        return
    for start in range(0, len(text), _PIECE):
        sys.stdout.write(text[start : start + _PIECE])
    sys.stdout.flush()


def byte_order_mark() -> str:
    """Return what tells a spreadsheet that standard output is UTF-8; empty on a terminal.

    Empty, too, where it is something else. Without the mark, Excel takes a file for one in the
    old encoding of its country, and spoils every letter with an accent.
    """
    encoding = getattr(sys.stdout, "encoding", None) or ""
    is_utf8 = encoding.lower().replace("-", "").replace("_", "") == "utf8"
    return "\ufeff" if is_utf8 and not _is_terminal(sys.stdout) else ""


def shell_word(path: str) -> str:
    """Return a path as a word of a command that is advised: quoted, and never an option."""
    return shlex.quote(f"./{path}" if path.startswith("-") else path)


def narrate(text: str) -> None:
    """Write a message to standard error, made safe; nothing where it cannot be written."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(visible(text, newlines=True) + "\n")
        sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def abandon_output() -> None:
    """Send what standard output still holds nowhere, so that closing it fails no more."""
    _abandon(sys.stdout)


def _abandon(stream: TextIO | None) -> None:
    if stream is None:
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # not a stream of the system, or closed
        pass


def has_screen() -> bool:
    """Return whether a person sits before a terminal that can show a screen, and has its keys."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout) and not _is_dumb()


def has_colour() -> bool:
    """Return whether standard output takes colours, and the user has not said NO_COLOR."""
    return _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and not _is_dumb()


def output_look() -> Look:
    """Return how text is printed: as wide as the terminal, in colour where it takes colours.

    Of a stable width, without colour, where standard output is no terminal.
    """
    if not _is_terminal(sys.stdout):
        return Look()
    columns = shutil.get_terminal_size((STABLE_WIDTH, 24)).columns
    return Look(columns, colour=has_colour())


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"
