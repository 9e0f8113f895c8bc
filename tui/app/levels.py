"""Defines what the application asks of a screen: another view, the way back, its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.state.view import View

__all__ = ["FiltersIssues", "GoesToIssue", "HasExports", "HasIssue", "HasLevels", "ShowsView"]


@runtime_checkable
class ShowsView(Protocol):
    """A screen that shows a view and takes another."""

    def update_view(self, view: View) -> None:
        """Show another view, at the same place."""
        ...


@runtime_checkable
class HasIssue(Protocol):
    """A screen with one issue at its cursor."""

    @property
    def issue(self) -> str | None:
        """The id of the issue; None where it has none."""
        ...


@runtime_checkable
class GoesToIssue(Protocol):
    """A screen whose cursor can be sent to an issue."""

    def goes_to(self, issue: str) -> bool:
        """Go to an issue, by id; return whether it is among what is shown."""
        ...


@runtime_checkable
class FiltersIssues(Protocol):
    """A screen that shows only what a filter names."""

    @property
    def words(self) -> str:
        """The filter."""
        ...

    def take_words(self, words: str) -> None:
        """Take another filter."""
        ...


@runtime_checkable
class HasExports(Protocol):
    """A screen whose content can be written to a file."""

    def exports(self) -> dict[str, Callable[[], str]]:
        """Return what makes a text of it, by the ending of its file; nothing where it is empty."""
        ...


@runtime_checkable
class HasLevels(Protocol):
    """A screen that can be left level by level."""

    can_go_back: bool

    def action_back(self) -> None:
        """Go one level back within the screen."""
        ...
