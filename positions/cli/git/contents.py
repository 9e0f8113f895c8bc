"""Reads the files that git hands over."""

from __future__ import annotations

import os

from positions.reading.reader import MAX_BYTES

__all__ = ["content_of"]


def content_of(path: str) -> bytes | None:
    """Return what a file holds; None where there is no file, or none that can be read."""
    if path == os.devnull:
        return None
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - git gives any text for a path
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None
