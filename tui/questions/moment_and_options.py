"""The questions from where to look at the dossier: as of when, and under which options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.selection_list import Selection

from positions.filter.index import fold
from positions.model.moment import MOMENT_FORMS
from positions.record.options import clashing
from positions.text.safe import clip, visible
from tui.questions.choice_list import ChoiceList
from tui.questions.menus import Ticks
from tui.questions.question import Question
from tui.state.moments import MomentChoice, typed_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widgets import SelectionList

    from positions.model.dossier import Option as Branch
    from positions.model.moment import Moment

__all__ = ["MomentPicker", "OptionPicker"]

MOST_SAID: Final = 120
"""In how many cells a moment is told."""

ALL: Final = ""
"""The value of `all branches` in the list of options."""

Chosen = dict[str, tuple[str, ...]]
"""The ids of options by party."""


class MomentPicker(ChoiceList[MomentChoice]):
    """Asks as of when; its result is a moment, or None where nobody chose.

    What is written narrows the list, and can itself be a date.
    """

    def __init__(
        self, moments: Sequence[MomentChoice], now: Moment | None, question: str = "As of when"
    ) -> None:
        """Offer these moments, with the cursor on the one that is shown now."""
        super().__init__(question, "words, or a date")
        self._moments = tuple(moments)
        self._now = now

    def first(self, answers: Sequence[MomentChoice]) -> int:
        """Return where the moment stands that is shown now; see `ChoiceList`."""
        here = [number for number, one in enumerate(answers) if one.as_of == self._now]
        return here[0] if here else 0

    def answers(self, words: str) -> list[tuple[MomentChoice, Content]]:
        """Return the moment that is written, then those that have all of the words."""
        asked = fold(words).split()
        found = [
            one for one in self._moments if all(word in fold(_moment(one).plain) for word in asked)
        ]
        written = typed_moment(words)
        if written is not None and all(one.as_of != written.as_of for one in found):
            found.insert(0, written)
        ellipsis = "~" if self.app.has_class("-ascii") else "…"
        return [(one, _moment(one, ellipsis)) for one in found]

    def without_answer(self) -> str:
        """Return which moments can be written; see `ChoiceList`."""
        return f"No such moment. Write {MOMENT_FORMS}."


class OptionPicker(Question[Chosen]):
    """Asks which options are fixed; its result is their ids by party, or None where nobody chose.

    Ticking an option unticks those that it excludes; `all branches` unticks every option.
    """

    def __init__(
        self,
        offered: Mapping[str, Sequence[Branch]],
        names: Mapping[str, str],
        chosen: Mapping[str, Iterable[str]],
    ) -> None:
        """Offer the options of each party, by the party's name, those that are chosen ticked."""
        super().__init__()
        self._names = names
        self._branches = [(party, one) for party, found in offered.items() for one in found]
        self._chosen = {(party, name) for party, found in chosen.items() for name in found}

    def compose(self) -> ComposeResult:
        with Vertical(classes="question"):
            yield Static("Options to compare", classes="question-title", markup=False)
            yield Ticks(
                Selection(Content("all branches, side by side"), ALL, not self._chosen),
                *(
                    Selection(self._said(party, one), str(number), (party, one.id) in self._chosen)
                    for number, (party, one) in enumerate(self._branches)
                ),
            )

    def on_selection_list_selection_toggled(
        self, event: SelectionList.SelectionToggled[str]
    ) -> None:
        ticks = self.query_one(Ticks)
        value = event.selection.value
        if value not in ticks.selected:
            if not ticks.selected:
                ticks.select(ALL)
            return
        excluded = [other for other in ticks.selected if self._excludes(value, other)]
        for other in excluded:
            ticks.deselect(other)

    def action_choose(self) -> None:
        """Compare under the options that are ticked."""
        found: Chosen = {}
        for number in self.query_one(Ticks).selected:
            if number != ALL:
                party, one = self._branches[int(number)]
                found[party] = (*found.get(party, ()), one.id)
        self.answer(found)

    def _excludes(self, value: str, other: str) -> bool:
        """Return whether one tick cannot stand beside another."""
        if value == other:
            return False
        if ALL in {value, other}:
            return True
        (party, one), (owner, two) = (self._branches[int(each)] for each in (value, other))
        return party == owner and clashing((one, two)) is not None

    def _said(self, party: str, one: Branch) -> Content:
        group = (f"  {visible(one.group)}", "$text-muted") if one.group else ""
        return Content.assemble(visible(f"{self._names[party]}: {one.title}"), group)


def _moment(one: MomentChoice, ellipsis: str = "") -> Content:
    """Return a moment with what happened then, cut if an ellipsis is given."""
    day = f"{one.as_of}  " if one.as_of else ""
    said = visible(one.said)
    return Content.assemble(
        (day, "$text-muted"), clip(said, MOST_SAID, ellipsis) if ellipsis else said
    )
