"""The two streams of the command line: data on standard output, narration on standard error."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import TYPE_CHECKING, Final

from positions.cli.streams import is_terminal, shows_unicode
from positions.text.plain import PLAIN_SIGNS, plain
from positions.text.safe import visible

if TYPE_CHECKING:
    from typing import TextIO

__all__ = [
    "abandon_output",
    "draw_plainly",
    "draws_plainly",
    "narrate",
    "prepare_streams",
    "write",
]

_REPLACED: Final = "positions-replaced"
_PLAIN: Final = "positions-plain"
# At most 4,096 bytes: a pipe takes so many whole or not at all. Under PYTHONUNBUFFERED, Python
# loses the rest of a write that a closing pipe takes in part, and says nothing.
_PIECE: Final = 1024


def prepare_streams() -> None:
    r"""Make both streams take any text, whatever their encoding: what they lack is replaced.

    On a terminal that shows ASCII alone, by what takes the same cells, so that columns stay in
    line; elsewhere visibly: `\u0442` for a letter, and a plain character for each sign of a frame.
    """
    codecs.register_error(_REPLACED, _replaced)
    codecs.register_error(_PLAIN, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if is_terminal(stream) and not shows_unicode(stream):
                stream.reconfigure(encoding="ascii", errors=_PLAIN)
            else:
                stream.reconfigure(errors=_REPLACED)


def draw_plainly() -> None:
    """Print ASCII alone from now on, whatever the streams could take."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="ascii", errors=_PLAIN)


def draws_plainly() -> bool:
    """Return whether ASCII alone is printed."""
    return getattr(sys.stdout, "errors", None) == _PLAIN


def _replaced(fault: UnicodeError) -> tuple[str, int]:
    missing, end = _missing(fault)
    shown = (
        PLAIN_SIGNS.get(sign) or sign.encode("ascii", "backslashreplace").decode()
        for sign in missing
    )
    return "".join(shown), end


def _plain(fault: UnicodeError) -> tuple[str, int]:
    missing, end = _missing(fault)
    return plain(missing), end


def _missing(fault: UnicodeError) -> tuple[str, int]:
    """Return what an encoding lacks, and where it ends in the text."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return fault.object[fault.start : fault.end], fault.end


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
