"""Names the exit codes of the command line."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode"]


class ExitCode(IntEnum):
    """How a command ended."""

    FINE = 0
    FAULTY = 1
    WRONG_USE = 2
    INTERRUPTED = 130
    PIPE_CLOSED = 141
