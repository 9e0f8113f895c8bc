"""The two ends of a comparison of files: where each is, and what it is called."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NamedPath"]


class NamedPath(NamedTuple):
    """A state of a dossier that is a file or a folder of its own.

    Attributes:
        path: Where it stands.
        name: What it is called.
    """

    path: str
    name: str
