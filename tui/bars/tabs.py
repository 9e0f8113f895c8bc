"""The line of numbered tabs: which screens there are, by which key, and what each of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from positions.problems.problem import has_errors
from positions.text.safe import clip, visible, width
from tui.keys.table import KEYS_BY_ID, name_of_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events

    from tui.state.view import View

__all__ = ["HOME", "PLACES", "Tab", "TabLine", "Tabs", "tab_line"]

PLACES: Final[Mapping[str, str]] = {
    "app.matrix": "Matrix",
    "app.pair": "Pair",
    "app.changes": "Changes",
    "app.text": "Text",
    "app.sequence": "Steps",
    "app.problems": "Problems",
    "app.unknown": "Unknown",
}
"""What the screens are called that have a tab, by the ids of their keys."""
HOME: Final = "app.matrix"
"""The first of them."""

GAP: Final = 3
SHORTEST_NAME: Final = 8
"""Cells of the dossier's title below which it is left out."""
HERE: Final = "bold reverse $text-primary"
NUMBER: Final = "bold $footer-key-foreground"
MUTED: Final = "$text-muted"
ALARM: Final = "bold $text-error"
WARNING: Final = "$text-warning"


class Tab(NamedTuple):
    """One tab: its key and label, and what it holds in words and in few cells."""

    place: str
    label: str
    words: str = ""
    sign: str = ""
    style: str = MUTED


class TabLine(NamedTuple):
    """The line of tabs.

    Attributes:
        content: What is painted.
        ends: From which cell to which each tab stands, by the id of its key.
        has_moment: Whether the moment stands in it.
    """

    content: Content
    ends: Mapping[str, tuple[int, int]]
    has_moment: bool


class Tabs(Widget):
    """The tabs of a screen; a click on one is its key."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Tabs { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    view: reactive[View | None] = reactive(None)
    place: reactive[str] = reactive(HOME)
    conflicts: reactive[int | None] = reactive(None)

    @property
    def line(self) -> TabLine:
        """The line at the width that there is."""
        if self.view is None:
            return TabLine(Content(""), {}, has_moment=False)
        ellipsis = "..." if self.app.has_class("-ascii") else "…"
        columns = self.content_size.width
        return tab_line(self.view, columns, self.place, self.conflicts, ellipsis)

    def render(self) -> Content:
        return self.line.content

    async def on_click(self, event: events.Click) -> None:
        x = event.x - self.styles.padding.left
        for place, (start, end) in self.line.ends.items():
            if start <= x < end:
                self.app.simulate_key(KEYS_BY_ID[place].keys[0])


def tab_line(
    view: View,
    columns: int,
    place: str = HOME,
    conflicts: int | None = None,
    ellipsis: str = "…",
) -> TabLine:
    """Return the line in so many cells: the dossier's title, the moment, and the tabs at the right.

    What the tabs hold is said in words where the title and the moment leave room for them; then in
    signs; where there is less room, only the screen's own tab has a label beside its number.

    Args:
        view: What is shown.
        columns: Cells.
        place: The tab of the screen on which the line stands, by the id of its key.
        conflicts: How often orders of steps block each other; None while that is not known.
        ellipsis: What stands where the title is cut.
    """
    comparison = view.comparison
    title = visible(comparison.dossier.header.title if comparison else view.path)
    moment = f"   as of {visible(str(comparison.as_of))}" if comparison else ""
    forms = _forms(_tabs(view, conflicts), place)
    whole = width(title)
    rooms = (whole + len(moment), whole, min(whole, SHORTEST_NAME), -GAP)
    # Words beside the whole title and the moment, every label beside the whole title.
    found = next(
        (
            form
            for form, worth in zip(
                forms, (rooms[:1], rooms[:2], rooms, rooms[-1:], rooms), strict=True
            )
            for room in worth
            if _length(form) + room + GAP <= columns
        ),
        forms[-1],
    )
    room = columns - _length(found) - GAP
    head = Content("")
    if room >= min(width(title), SHORTEST_NAME):
        head = Content.styled(clip(title, room, ellipsis), "bold")
    has_moment = bool(head and moment) and head.cell_length + len(moment) <= room
    if has_moment:
        head = Content.assemble(head, moment)
    start = max(columns - _length(found), 0) if head else 0
    pieces = [head, Content(" " * (start - head.cell_length))]
    ends: dict[str, tuple[int, int]] = {}
    for name, tab in found.items():
        ends[name] = (start, start + tab.cell_length)
        start += tab.cell_length
        pieces.append(tab)
    return TabLine(Content("").join(pieces), ends, has_moment)


def _tabs(view: View, conflicts: int | None) -> tuple[Tab, ...]:
    comparison = view.comparison
    issues = len(comparison.rows) if comparison else 0
    steps = Tab("app.sequence", "Steps")
    if conflicts:
        words = f"{conflicts} {'conflict or loop' if conflicts == 1 else 'conflicts and loops'}"
        steps = steps._replace(words=words, sign=f"!{conflicts}", style=ALARM)
    number = len(view.problems)
    style = ALARM if has_errors(view.problems) else WARNING if number else MUTED
    sign = f"!{number}" if has_errors(view.problems) else f"{number}" if number else "OK"
    held = {
        "app.matrix": Tab(
            "app.matrix", "Matrix", f"{issues} {'issue' if issues == 1 else 'issues'}"
        ),
        "app.text": Tab("app.text", "Text", "1 draft"),
        "app.sequence": steps,
        "app.problems": Tab("app.problems", "Problems", f"{number or 'none'}", sign, style),
    }
    return tuple(held.get(place, Tab(place, label)) for place, label in PLACES.items())


def _forms(tabs: Sequence[Tab], place: str) -> list[Mapping[str, Content]]:
    """Return the tabs, the longest form first."""

    def short(tab: Tab) -> str:
        return "" if tab.place == "app.problems" and tab.place != place else tab.label

    def brief(tab: Tab) -> str:
        return "" if tab.place == "app.unknown" and tab.place != place else short(tab)

    def shortest(tab: Tab) -> str:
        return tab.label if tab.place == place else ""

    return [
        {tab.place: _tab(tab, tab.label, tab.words, place) for tab in tabs},
        {tab.place: _tab(tab, tab.label, tab.sign, place) for tab in tabs},
        {tab.place: _tab(tab, short(tab), tab.sign, place) for tab in tabs},
        {tab.place: _tab(tab, brief(tab), tab.sign, place) for tab in tabs},
        {tab.place: _tab(tab, shortest(tab), tab.sign.replace("OK", ""), place) for tab in tabs},
    ]


def _tab(tab: Tab, label: str, held: str, place: str) -> Content:
    """Return ` 5 Steps !1 `; the screen's own is reversed."""
    number = name_of_key(KEYS_BY_ID[tab.place].keys[0])
    label, held = (f" {text}" if text else "" for text in (label, held))
    if tab.place == place:
        return Content.styled(f" {number}{label}{held} ", HERE)
    return Content.assemble(" ", (number, NUMBER), label, (held, tab.style), " ")


def _length(form: Mapping[str, Content]) -> int:
    return sum(tab.cell_length for tab in form.values())
