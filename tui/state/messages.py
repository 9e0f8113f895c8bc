"""Defines what screens ask of the application, which alone opens screens, editors and files.

A message is what it is, whatever it holds, and is never written out: it may hold a whole dossier.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.screen import Screen

    from positions.comparison.selection import Lens
    from positions.problems.problem import Span
    from positions.reports.pictures.moves import MoveMap
    from tui.state.changes import ChangesRead
    from tui.state.reload import ReloadNews
    from tui.state.view import View

__all__ = [
    "ChangedFound",
    "ChangesFound",
    "ConflictsCounted",
    "CopyWanted",
    "EditWanted",
    "GapWanted",
    "IssueWanted",
    "MovesFound",
    "PairWanted",
    "PartiesWanted",
    "Progress",
    "Reloaded",
    "ScreenWanted",
]


@dataclass(eq=False, repr=False)
class IssueWanted(Message):
    """Someone wants to read an issue, at the party of the cursor, if there is one."""

    issue: str
    party: str | None


@dataclass(eq=False, repr=False)
class MovesFound(Message):
    """It is known who moved, at which moment or in which revision; None of nothing to draw."""

    by_day: bool
    found: MoveMap | None


@dataclass(eq=False, repr=False)
class ChangedFound(Message):
    """It is known which issues changed since a revision, by id; None where that cannot be told."""

    revision: str
    issues: frozenset[str] | None


@dataclass(eq=False, repr=False)
class EditWanted(Message):
    """Someone wants to edit the dossier at a place, or at its beginning where none is known."""

    span: Span | None


@dataclass(eq=False, repr=False)
class CopyWanted(Message):
    """Someone wants to copy one of these texts, which have names."""

    texts: Mapping[str, str]


@dataclass(eq=False, repr=False)
class GapWanted(Message):
    """Someone wants to read the next issue with a gap, 1, or the one before, -1."""

    direction: int


@dataclass(eq=False, repr=False)
class ScreenWanted(Message):
    """Someone wants another screen over this one, such as a question, and takes its result."""

    screen: Screen[Any]
    take: Callable[[Any], None] | None = None


@dataclass(eq=False, repr=False)
class PairWanted(Message):
    """Someone wants to see two parties side by side, by id; fewer where there are no more."""

    parties: tuple[str, ...]


class PartiesWanted(Message):
    """Someone wants to choose the parties to compare."""


@dataclass(eq=False, repr=False)
class Reloaded(Message):
    """The dossier was read or compared again, in a thread.

    Attributes:
        view: What to show now.
        before: The view that was only compared again, by another lens.
        news: What changed, where the file was read again.
    """

    view: View
    lens: Lens
    before: View | None = None
    news: ReloadNews | None = None


@dataclass(eq=False, repr=False)
class Progress(Message):
    """A thread says what it does now."""

    said: str


@dataclass(eq=False, repr=False)
class ChangesFound(Message):
    """Two states of the dossier were compared, in a thread."""

    read: ChangesRead


@dataclass(eq=False, repr=False)
class ConflictsCounted(Message):
    """How often orders of steps of a view block each other was counted, in a thread."""

    view: View
    number: int
