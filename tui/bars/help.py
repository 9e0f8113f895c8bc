"""The signs, the keys that work now, and the filter's language: a panel beside the screen.

What is written at its top leaves only the lines that have these words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from positions.comparison.rows import Status
from positions.filter.index import fold
from positions.filter.language import FIELDS
from positions.reports.page.summary import CONTESTED, DISPUTED
from positions.text.safe import width
from tui.bars.hints import live_keys
from tui.bars.words_input import WordsInput
from tui.keys.table import GROUPS, bindings_for
from tui.paint.glyphs import LETTERS
from tui.paint.statuses import STATUS_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.screen import Screen
    from textual.widget import Widget
    from textual.widgets import Input

    from tui.keys.table import Key
    from tui.paint.glyphs import Glyphs

__all__ = ["Help", "HelpWords"]

_RELATIONS: Final = {
    "same": "the same as the reference party",
    "within": "narrower: within what the reference party admits",
    "contains": "wider: admits all that the reference party does, and more",
    "overlaps": "meets the reference party in part",
    "apart": "nothing in common with the reference party",
    "unknown": "cannot be told",
}
_NEAR: Final = (
    "the same values under other terms, or no further apart than the issue counts as near"
)
_FILTER: Final = (
    ("pay strike", "both words"),
    ("!pay", "not this"),
    ("pay or strike", "one of them is enough; (…) holds terms together"),
    ("issue:a,b", "one of these"),
)
_TEXT: Final = "In the one text"
_FIRST: Final = {
    "app.changes": "Before a change",
    "app.unknown": "In place of a position",
    "app.pair": "Between two columns",
    "app.text": _TEXT,
}
"""The section with which the help of a screen begins, where that is not the first."""
_COUNT: Final = (
    "Issues agreed or settled, for certain and at most, of those that are raised and not "
    "procedural (about how the parties talk)."
)
_STRIP: Final = (
    "The strip below the tabs: a letter for each issue in the dossier’s order, a gap before a "
    "topic; where there is no room, one for a few, as the worst of them stands."
)
_STRONG: Final = "bold"


class _Entry(NamedTuple):
    """One line of the help: a sign or a key, what it means, how it looks, and its other names."""

    name: str
    meaning: str
    style: str = _STRONG
    also: str = ""


class _Section(NamedTuple):
    """The lines below one heading."""

    heading: str
    entries: Sequence[_Entry]


class HelpWords(WordsInput):
    """The words to look for; the arrows scroll the text below, and `?` closes it."""

    BINDINGS = bindings_for("help")

    def __init__(self, text: VerticalScroll) -> None:
        """Scroll this text."""
        placeholder = "words to look for; Tab goes to the screen and back"
        super().__init__(placeholder=placeholder, compact=True)
        self._text = text

    async def _on_key(self, event: events.Key) -> None:
        if event.character == "?":
            event.stop()
            event.prevent_default()
            self._close()
        else:
            await super()._on_key(event)

    def action_close(self) -> None:
        """Clear what is written or, where nothing is, close the help."""
        if self.value:
            self.value = ""
        else:
            self._close()

    def _close(self) -> None:
        self.app.call_later(self.app.run_action, "help")  # this goes with the help

    def action_scroll_up(self) -> None:
        """Scroll the text up."""
        self._text.action_scroll_up()

    def action_scroll_down(self) -> None:
        """Scroll the text down."""
        self._text.action_scroll_down()

    def action_page_up(self) -> None:
        """Scroll the text up by a page."""
        self._text.action_page_up()

    def action_page_down(self) -> None:
        """Scroll the text down by a page."""
        self._text.action_page_down()

    def action_top(self) -> None:
        """Scroll the text to its top."""
        self._text.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Scroll the text to its end."""
        self._text.scroll_end(animate=False)


class Help(Vertical):
    """Tells of the screen at which it was opened; where the focus is there, it goes along."""

    DEFAULT_CSS = """
    Help {
        dock: right; width: 48; max-width: 60%; height: 100%; margin-bottom: 1; padding: 0 1;
        background: $panel;
        border-left: solid $text-muted;
        &:focus-within { border-left: solid $text-primary; }
        & > HelpWords, & > HelpWords:focus { background: $surface; }
        & > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        #help-text { width: 1fr; height: auto; }
    }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        """Explain these glyphs."""
        super().__init__()
        self._glyphs = glyphs
        self._keys: Sequence[Key] = ()
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        text = VerticalScroll(Static(id="help-text", markup=False), can_focus=False)
        yield HelpWords(text)
        yield text

    def on_mount(self) -> None:
        self._before = self.screen.focused
        self.screen.add_class("-helped")
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)
        self.query_one(HelpWords).focus()

    async def close(self) -> None:
        """Go, and give the focus back to what had it."""
        screen, before = self.screen, self._before
        was_here = self.has_focus_within
        screen.remove_class("-helped")
        await self.remove()
        if was_here:
            screen.set_focus(before if before is not None and before.is_attached else None)
        screen.refresh_bindings()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _follow(self, screen: Screen[object]) -> None:
        if not self.has_focus_within:
            self._keys = live_keys(screen)
            self._tell()

    def _tell(self) -> None:
        asked = fold(self.query_one(HelpWords).value).split()
        first = _FIRST.get(getattr(self.screen, "own_key", ""), "")
        of_text = {_TEXT, "Status", "In place of a position"}
        here = [
            one
            for one in _signs(self._glyphs)
            if (one.heading in of_text if first == _TEXT else one.heading != _TEXT)
        ]
        signs = sorted(here, key=lambda section: section.heading != first)
        found = [
            (heading, [one for one in entries if _has(asked, heading, one)])
            for heading, entries in (*signs, *_of_keys(self._keys), *_below())
        ]
        lines = [
            line
            for heading, entries in found
            if entries
            for line in (*_lines(heading, entries), Content(""))
        ]
        said = lines or [Content("Nothing here has these words. Esc clears them.")]
        self.query_one("#help-text", Static).update(Content("\n").join(said))


def _signs(glyphs: Glyphs) -> Iterator[_Section]:
    """Yield what the letters and signs of a row mean, and the names of the blanks."""
    from positions.reports.word_meanings import word_meanings  # noqa: PLC0415  # not for the first paint

    told = [(word, one) for word, meanings in word_meanings().items() for one in meanings]
    briefly = {(word, one.about.split()[0]): _first(one.meaning) for word, one in told}
    statuses = [
        _Entry(
            f"{LETTERS[status]} {glyphs.status[status]} {status}",
            briefly[status, "status"],
            STATUS_STYLES[status],
        )
        for status in Status
    ]
    count = _Entry("1 of 8, at most 3", _COUNT)
    yield _Section("Status", (*statuses, count, _Entry("Letters in a row", _STRIP)))
    relations = [
        _Entry(glyphs.relation[relation], meaning) for relation, meaning in _RELATIONS.items()
    ]
    others = (
        _Entry(glyphs.status["near"], _NEAR),
        _Entry(glyphs.status["compatible"], "neither excludes what the other wants, and no more"),
    )
    yield _Section("Between two columns", (*relations, *others))
    blanks = [
        _Entry(f"{glyphs.blank} {word}", _first(one.meaning))
        for word, one in told
        if one.about == "blank"
    ]
    yield _Section("In place of a position", blanks)
    beside = (
        _Entry(glyphs.reference, "the reference party, with which the others are compared"),
        _Entry(glyphs.marked, "marked"),
        _Entry(glyphs.disputed, "the parties dispute a premise of the issue"),
        _Entry(glyphs.news, "changed in the file, and not visited since"),
    )
    yield _Section("Beside a row or a name", beside)
    text = (
        _Entry("[N: …]", "words that N alone wants"),
        _Entry("[N: … | S: …]", "one place with two wordings"),
        _Entry("Alt. A", "one of several whole wordings of one place, of which one is chosen"),
        _Entry("‹…›", "a proposal of one who is no party"),
        _Entry("clean", "a paragraph with words, none of them in the brackets of some"),
        _Entry("X", "a figure that is left open"),
        _Entry("—", "behind it, what a text leaves out: no refusal"),
        _Entry(DISPUTED, "the parties dispute a premise, named at the end of the article"),
        _Entry(CONTESTED, "accounts differ: annex C"),
    )
    yield _Section(_TEXT, text)
    signs = glyphs.signs
    moved = (
        _Entry(signs.no_high, "came nearer to another party"),
        _Entry(signs.no_low, "went further away from it"),
        _Entry("~", "changed otherwise"),
        _Entry(signs.end_in, "first words"),
    )
    yield _Section("Before a change", moved)


def _of_keys(keys: Sequence[Key]) -> Iterator[_Section]:
    for group in GROUPS:
        members = [key for key in keys if key.group == group]
        style = "bold $footer-key-foreground"
        entries = [
            _Entry(key.shown, f"{key.description}.", style, f"{key.label} {key.command}")
            for key in members
        ]
        yield _Section(f"Keys: {group.lower()}", entries)


def _below() -> Iterator[_Section]:
    """Yield the filter's language, and the words that stand beside a value."""
    from positions.reports.word_meanings import word_meanings  # noqa: PLC0415  # not for the first paint

    fields = [_Entry(field.example, field.meaning) for field in FIELDS.values()]
    yield _Section("Filter", (*(_Entry(*one) for one in _FILTER), *fields))
    marks = [
        _Entry(word, _first(one.meaning))
        for word, meanings in word_meanings().items()
        for one in meanings
        if one.about in {"mark", "count"}
    ]
    yield _Section("Words beside a value or a count", marks)


def _first(meaning: str) -> str:
    """Return the first sentence; `positions explain` prints the others."""
    return f"{meaning.split('. ', maxsplit=1)[0].rstrip('.')}."


def _has(asked: Sequence[str], heading: str, entry: _Entry) -> bool:
    said = fold(f"{heading} {entry.name} {entry.meaning} {entry.also}")
    return all(word in said for word in asked)


def _lines(heading: str, entries: Sequence[_Entry]) -> Iterator[Content]:
    yield Content.styled(heading, "bold underline")
    columns = max(width(entry.name) for entry in entries)
    for name, meaning, style, _ in entries:
        space = " " * (columns - width(name))
        yield Content.assemble((name + space, style), f"  {meaning}")
