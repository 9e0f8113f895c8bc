"""Renders pages: one table from a form to its function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.reports.page.look import Look
from positions.reports.page.markdown import page_markdown
from positions.reports.page.text import page_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from positions.reports.page.model import Page

__all__ = ["FORMS", "STABLE", "render"]

STABLE: Final = Look()
"""Text that can be compared and kept: 100 cells wide, without colour."""

FORMS: Final[Mapping[str, Callable[[Page, Look], str]]] = {
    "text": page_text,
    "markdown": page_markdown,
}
"""The function that renders a page, by the name of a form."""


def render(page: Page, form: str = "text", look: Look = STABLE) -> str:
    """Return a page in a form, its lines ended by newlines.

    Args:
        page: The page.
        form: One of `FORMS`.
        look: The width and whether there is colour; a document has neither.
    """
    return FORMS[form](page, look)
