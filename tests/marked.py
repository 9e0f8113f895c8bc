"""Dossiers in which a « stands before each fault, so that a test names the exact place of each."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import positions
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.loader import Loaded

__all__ = ["MARK", "faults", "read_marked"]

MARK = "«"


def read_marked(marked: str) -> Loaded:
    """Return what a text comes to, having checked that each problem stands at a mark.

    Two problems of one place have one mark each: `««`.
    """
    body = textwrap.dedent(marked).lstrip("\n")
    plain = body.replace(MARK, "")
    whole = with_prelude(plain)
    text = whole.removesuffix(plain) + body
    places = []
    for number, line in enumerate(text.splitlines(), start=1):
        pieces = line.split(MARK)
        column = 1
        for piece in pieces[:-1]:
            column += len(piece)
            places.append((number, column))
    loaded = positions.loads(whole, "marked.yaml")
    found = [(one.span.line, one.span.column) for one in loaded.problems if one.span]
    assert found == places, [str(problem) for problem in loaded.problems]
    assert len(found) == len(loaded.problems)
    return loaded


def faults(marked: str) -> list[str]:
    """Return the problems of a marked text as `code: sentence and suggestion`."""
    return [
        f"{one.code}: {one.sentence} {one.suggestion}".rstrip()
        for one in read_marked(marked).problems
    ]
