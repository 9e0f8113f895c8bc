"""Runs a command as one who may read no more than the modes of files allow, root or not.

As root it drops the capabilities by which root reads everything, and stays root: so it finds its
interpreter also in a folder that nobody else may enter.
"""

from __future__ import annotations

import sys

__all__ = ["without_rights"]

_DROP = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
if os.getuid() == 0:
    for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        libc.prctl(24, right, 0, 0, 0)  # PR_CAPBSET_DROP: gone with the next program
os.execv(sys.argv[1], sys.argv[1:])
"""


def without_rights(*words: str) -> list[str]:
    """Return the command that runs this interpreter with some words so."""
    return [sys.executable, "-c", _DROP, sys.executable, *words]
