"""Defines what screens ask of the application, which alone opens screens, editors and files."""

from __future__ import annotations

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


class IssueWanted(Message):
    """Someone wants to read an issue."""

    def __init__(self, issue: str, party: str | None) -> None:
        """Remember which, and at which party the cursor is."""
        self.issue = issue
        self.party = party
        super().__init__()


class MovesFound(Message):
    """It is known who moved at which moment."""

    def __init__(self, found: MoveMap | None) -> None:
        """Remember it; None where there is nothing to draw."""
        self.found = found
        super().__init__()


class ChangedFound(Message):
    """It is known which issues changed since a revision."""

    def __init__(self, revision: str, issues: frozenset[str] | None) -> None:
        """Remember since which, and the ids of the issues; None where that cannot be told."""
        self.revision = revision
        self.issues = issues
        super().__init__()


class EditWanted(Message):
    """Someone wants to edit the dossier at a place."""

    def __init__(self, span: Span | None) -> None:
        """Remember where; None where no place is known, which is the beginning."""
        self.span = span
        super().__init__()


class CopyWanted(Message):
    """Someone wants to copy."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Remember what can be copied, by name."""
        self.texts = texts
        super().__init__()


class GapWanted(Message):
    """Someone wants to read the next issue with a gap, or the one before."""

    def __init__(self, direction: int) -> None:
        """Remember whether it is the next, 1, or the one before, -1."""
        self.direction = direction
        super().__init__()


class ScreenWanted(Message):
    """Someone wants another screen over this one, such as a question."""

    def __init__(self, screen: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Remember the screen, and what takes its result."""
        self.screen = screen
        self.take = take
        super().__init__()


class PairWanted(Message):
    """Someone wants to see two parties side by side."""

    def __init__(self, parties: tuple[str, ...]) -> None:
        """Remember their ids; fewer than two where there are no more."""
        self.parties = parties
        super().__init__()


class PartiesWanted(Message):
    """Someone wants to choose the parties to compare."""


class Reloaded(Message):
    """The dossier was read or compared again, in a thread."""

    def __init__(
        self,
        view: View,
        lens: Lens,
        before: View | None = None,
        news: ReloadNews | None = None,
    ) -> None:
        """Remember what to show now, the lens, and the view that was only compared again.

        The news are what changed, where the file was read again.
        """
        self.view = view
        self.lens = lens
        self.before = before
        self.news = news
        super().__init__()


class Progress(Message):
    """A thread says what it does now."""

    def __init__(self, said: str) -> None:
        """Remember what."""
        self.said = said
        super().__init__()


class ChangesFound(Message):
    """Two states of the dossier were compared, in a thread."""

    def __init__(self, read: ChangesRead) -> None:
        """Remember what came of it."""
        self.read = read
        super().__init__()


class ConflictsCounted(Message):
    """How often orders of steps block each other was counted, in a thread."""

    def __init__(self, view: View, number: int) -> None:
        """Remember of which view."""
        self.view = view
        self.number = number
        super().__init__()
