"""The lines that say when what is shown is not what the file says, or not the present."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.widgets import Static

from positions.sentences.english import among
from positions.text.safe import visible
from tui.bars.words_input import WordsInput
from tui.keys.table import key_of
from tui.state.view import hidden, is_chosen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.screen import Screen

    from positions.comparison.rows import Comparison
    from positions.model.moment import Moment
    from tui.state.view import View

__all__ = ["Banner", "chosen_sentence", "sentence"]

ESCAPE: Final = "Esc"
ELSEWHERE: Final = ": which this screen does not follow."


class Banner(Vertical):
    """Shown only while there is something to say."""

    DEFAULT_CSS = """
    Banner {
        height: auto; display: none;
        & > Static { height: auto; padding: 0 1; text-style: bold reverse; display: none; }
        #banner-file { background: $background; color: $text-warning; }
        #banner-chosen, #banner-filter { background: $background; color: $text-accent; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Static(id="banner-file", markup=False)
        yield Static(id="banner-chosen", markup=False)
        yield Static(id="banner-filter", markup=False)

    _view: View | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        """Name the key that leaves what is chosen now: Esc leaves a filter before."""
        if self._view is not None:
            self._show({"chosen": self._chosen(self._view)})

    def show(self, view: View) -> None:
        """Say what is to be said of this view, or hide."""
        self._view = view
        self._show({"file": sentence(view), "chosen": self._chosen(view)})

    def say(self, said: str) -> None:
        """Say this alone."""
        self._view = None
        self._show({"file": visible(said), "chosen": ""})

    def leave_out(self, words: str) -> None:
        """Say that a filter does not reach this screen; nothing where there is none."""
        said = f"All is shown: the filter ‘{visible(words)}’ does not reach this screen."
        self._show({"filter": said if words.strip() else ""})

    def _show(self, said: Mapping[str, str]) -> None:
        for name, words in said.items():
            line = self.query_one(f"#banner-{name}", Static)
            if line.content != words:
                line.display = bool(words)
                line.update(words)
        self.display = any(line.display for line in self.query(Static))

    def _chosen(self, view: View) -> str:
        if view.comparison is None or not is_chosen(view.comparison):
            return ""
        if not getattr(self.screen, "FOLLOWS_LENS", True):
            return chosen_sentence(view.comparison, ELSEWHERE)
        if isinstance(self.screen.focused, WordsInput):
            return chosen_sentence(view.comparison)
        is_place = bool(getattr(self.screen, "own_key", ""))
        is_next = is_place and not getattr(self.screen, "can_go_back", False)
        way_out = ESCAPE if is_next else key_of("app.present")
        return chosen_sentence(view.comparison, f". {way_out} returns.")


def sentence(view: View) -> str:
    """Return what a reader must know of the version shown; an empty text where all is well."""
    number = len(view.problems)
    problems = f"{number} {'problem' if number == 1 else 'problems'}"
    them, key = "it" if number == 1 else "them", key_of("app.problems")
    if view.gone:
        return f"{visible(view.path)} is gone; showing the version of {view.good_at}"
    if view.missing:
        away = sorted(view.missing)
        be = "is" if len(away) == 1 else "are"
        shown = (
            f"showing the version of {view.good_at}"
            if view.stale
            else "what stood there is not shown"
        )
        return f"{visible(among(away, 'files'))} {be} gone; {shown}"
    if view.stale:
        return f"{problems}; showing the version of {view.good_at}; {key} shows {them}"
    if view.has_errors and view.comparison is not None:
        return f"{problems}; some of the dossier could not be read; {key} shows {them}"
    return ""


def chosen_sentence(comparison: Comparison, end: str = ".") -> str:
    """Return which moment, options and parties were chosen, and how to leave them.

    `As of 1 May 2025, not 2 June 2025; under NO: Fast track; without SO (2 of 3 shown). Esc
    returns.`

    Args:
        comparison: What is shown.
        end: How the sentence ends: how to leave them, or that this screen shows all.
    """
    said = []
    own = comparison.dossier.header.as_of
    if comparison.as_of != own:
        said.append(f"As of {_when(comparison.as_of)}, not {_when(own)}")
    if comparison.options:
        parties = comparison.dossier.parties
        under = "; ".join(
            f"{parties[party].short or parties[party].name}: "
            f"{', '.join(option.title for option in chosen)}"
            for party, chosen in comparison.options.items()
        )
        said.append(f"{'under' if said else 'Under'} {under}")
    if names := hidden(comparison):
        number = f"{len(comparison.parties)} of {len(comparison.dossier.parties)} shown"
        said.append(f"{'without' if said else 'Without'} {among(names, 'parties')} ({number})")
    words = visible("; ".join(said))
    return f"{words}{end}"


def _when(moment: Moment) -> str:
    """Return `2 June 2025, 09:00`."""
    _, _, hour = str(moment).partition("T")
    return f"{moment.in_prose}, {hour}" if hour else moment.in_prose
