"""Shows what is known of the place under the cursor: a line, or a panel that can be scrolled."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from positions.text.safe import visible
from tui.keys.table import bindings_for
from tui.matrix.detail_text import (
    divided_in,
    evidence_in_brief,
    place_in_brief,
    reason,
    reason_in_full,
    said_by_party,
)
from tui.matrix.rows import RowGroup
from tui.paint.statuses import counts_in_color

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.paint.glyphs import Glyphs
    from tui.state.cell_place import CellPlace
    from tui.state.view import View

__all__ = ["Detail", "DetailPanel"]

MOST_OF_A_NAME: Final = 20
"""Cells of a source's name beside which the grade, the file and the line can be read."""


class DetailPanel(VerticalScroll, inherit_bindings=False):
    """The panel; its text can be selected and scrolled."""

    BINDINGS = bindings_for("detail")


class Detail(Vertical):
    """Both forms at once; the width of the screen decides which one shows."""

    DEFAULT_CSS = """
    Detail {
        height: auto;
        #detail-strip { height: 1; padding: 0 1; background: $surface; }
        #detail-reason { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        #detail-evidence { width: auto; max-width: 50%; padding-left: 2; color: $text-muted; }
        #detail-panel {
            display: none; padding: 0 1; border: round $text-muted; scrollbar-size-vertical: 1;
            border-title-color: $foreground; border-title-style: bold;
            border-subtitle-color: $text-muted;
        }
        #detail-panel:focus { border: round $text-primary; }
        #detail-panel.-empty { border: blank; }
        #detail-texts { height: auto; layout: vertical; }
        #detail-why, #detail-said { width: 1fr; height: auto; }
        #detail-why { margin-bottom: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        with Horizontal(id="detail-strip"):
            yield Static(id="detail-reason", markup=False)
            yield Static(id="detail-evidence", markup=False)
        with DetailPanel(id="detail-panel"), Container(id="detail-texts"):
            yield Static(id="detail-why", markup=False)
            yield Static(id="detail-said", markup=False)

    def show(self, view: View, spot: CellPlace | RowGroup | None, glyphs: Glyphs) -> None:
        """Show what is to be known of a place, or of a heading; nothing where there is none."""
        panel = self.query_one(DetailPanel)
        panel.set_class(spot is None, "-empty")
        line = self.query_one("#detail-reason", Static)
        evidence = self.query_one("#detail-evidence", Static)
        why = self.query_one("#detail-why", Static)
        said = self.query_one("#detail-said", Static)
        if spot is None:
            panel.border_title = panel.border_subtitle = ""
            line.update("")
            evidence.update("")
            why.update("")
            said.update("")
            return
        if isinstance(spot, RowGroup):
            place = brief = ""
            counts = counts_in_color(Counter(row.status for row in spot.rows))
            divided = divided_in(spot.rows, glyphs, has_reasons=False)
            in_brief = Content("  ").join(filter(None, (counts, divided)))
            texts = counts, divided_in(spot.rows, glyphs, has_reasons=True)
        else:
            place = place_in_brief(view, spot)
            brief = evidence_in_brief(view, spot, MOST_OF_A_NAME, glyphs.ellipsis)
            in_brief = reason(spot.line, glyphs)
            texts = reason_in_full(view, spot, glyphs), said_by_party(view, spot)
        panel.border_title = Text(visible(spot.title))  # a plain one would be read as markup
        panel.border_subtitle = Text(place)
        line.update(in_brief, layout=False)
        evidence.update(
            "  ".join(filter(None, (brief, place.rpartition("/")[2]))), layout=self._has_strip
        )
        for part, text in zip((why, said), texts, strict=True):
            part.update(text, layout=False)
            # To lay out the whole screen takes longer than to paint it.
            size = part.size
            if size.width and part.get_content_height(size, size, size.width) != size.height:
                part.refresh(layout=True)
        panel.scroll_home(animate=False)

    @property
    def _has_strip(self) -> bool:
        return self.query_one("#detail-strip").display
