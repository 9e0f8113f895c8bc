"""Makes texts of a page for files, in the forms of the commands that print the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.reports.page.render import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.reports.page.model import Page

__all__ = ["forms_of_page"]


def forms_of_page(page: Callable[[], Page]) -> dict[str, Callable[[], str]]:
    """Return what makes a page as Markdown and as text, by the ending of its file."""
    return {".md": lambda: render(page(), "markdown"), ".txt": lambda: render(page())}
