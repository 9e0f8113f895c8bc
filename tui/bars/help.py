"""The signs, the keys that work now, and the filter's language: a panel beside the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from positions.comparison.rows import Status
from positions.filter.language import FIELDS
from positions.text.safe import width
from tui.bars.hints import live_keys
from tui.keys.table import GROUPS, bindings_for
from tui.paint.glyphs import LETTERS
from tui.paint.statuses import STATUS_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.screen import Screen

    from tui.keys.table import Key
    from tui.paint.glyphs import Glyphs

__all__ = ["Help"]

_RELATIONS: Final = {
    "same": "the same as the reference party",
    "within": "narrower: within what the reference party admits",
    "contains": "wider: admits all that the reference party does, and more",
    "overlaps": "meets the reference party in part",
    "apart": "nothing in common with the reference party",
    "unknown": "cannot be told",
}
_MEANINGS: Final = {
    Status.SETTLED: "every party confirms an outcome",
    Status.AGREED: "everybody says the same, on the same terms, or does not mind",
    Status.NEAR: "all have something in common, or no two are further apart than the issue itself "
    "counts as near",
    Status.COMPATIBLE: "nobody excludes what another asks for, but some share nothing",
    Status.DIVIDED: "no single outcome is admitted by all",
    Status.ONE_SIDED: "those who speak say the same, and others do not speak",
    Status.UNDISCLOSED: "the same, and somebody keeps a position back",
    Status.UNCLEAR: "nothing is recorded, or it cannot be told whether they meet",
    Status.OPEN: "no party asks for anything",
}


class Help(VerticalScroll, inherit_bindings=False):
    """Follows the focus until it gets it itself, to be scrolled."""

    BINDINGS = bindings_for("detail")
    DEFAULT_CSS = """
    Help {
        dock: right; width: 48; max-width: 60%; height: 100%; margin-bottom: 1; padding: 0 1;
        background: $panel;
        border-left: solid $text-muted; scrollbar-size-vertical: 1;
        &:focus { border-left: solid $text-primary; }
        #help-text { width: 1fr; height: auto; }
    }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        """Explain these glyphs."""
        super().__init__()
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        yield Static(id="help-text", markup=False)

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)

    def _follow(self, screen: Screen[object]) -> None:
        if screen.focused is self:
            return
        lines = [
            Content.styled("Tab comes here, to scroll; Esc closes.", "$text-muted"),
            *_signs(self._glyphs),
            Content(""),
            *_keys(live_keys(screen)),
            *_filter(),
        ]
        self.query_one("#help-text", Static).update(Content("\n").join(lines))


def _keys(keys: Sequence[Key]) -> Iterator[Content]:
    columns = max((width(key.shown) for key in keys), default=0)
    for group in GROUPS:
        members = [key for key in keys if key.group == group]
        if members:
            yield _heading(group)
        for key in members:
            yield _entry(key.shown, columns, key.description, "bold $footer-key-foreground")


def _signs(glyphs: Glyphs) -> Iterator[Content]:
    yield _heading("Status")
    columns = max(map(len, Status)) + 4
    for status, meaning in _MEANINGS.items():
        sign = f"{LETTERS[status]} {glyphs.status[status]} {status}"
        yield _entry(sign, columns, meaning, STATUS_STYLES[status])
    yield _entry(
        "1 of 8, at most 3", columns, "issues agreed or settled, for certain and at most", "bold"
    )
    yield Content("")
    yield _heading("Between two columns")
    columns = max(map(width, glyphs.relation.values()))
    for relation, meaning in _RELATIONS.items():
        yield _entry(glyphs.relation[relation], columns, meaning, "bold")
    near = "the same values under other terms, or no further apart than the issue counts as near"
    yield _entry(glyphs.status["near"], columns, near, "bold")
    yield Content("")
    yield _heading("Beside a row or a value")
    yield _entry(
        glyphs.blank, 1, "no position: silent, not read, kept back or not recorded", "bold"
    )
    yield _entry(
        glyphs.reference, 1, "the reference party, with which the others are compared", "bold"
    )
    yield _entry(glyphs.marked, 1, "marked", "bold")
    yield _entry(glyphs.news, 1, "changed in the file, and not visited since", "bold")


def _filter() -> Iterator[Content]:
    yield Content("")
    yield _heading("Filter")
    yield Content("Words, and terms as below; all must hold. ! before one: not.")
    yield Content("a or b: one is enough; (…) holds terms together; issue:a,b: one of these.")
    columns = max(width(field.example) for field in FIELDS.values())
    for field in FIELDS.values():
        yield _entry(field.example, columns, field.meaning, "bold")


def _heading(text: str) -> Content:
    return Content.styled(text, "bold underline")


def _entry(name: str, columns: int, meaning: str, style: str) -> Content:
    return Content.assemble((name + " " * (columns - width(name)), style), f"  {meaning}")
