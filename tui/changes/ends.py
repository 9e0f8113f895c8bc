"""The question what to compare: a revision, a date, the index or the working tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from positions.filter.index import fold
from positions.git.history import State
from positions.text.safe import visible
from tui.questions.choice_list import MOST_SHOWN, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.git.history import Revision
    from tui.state.changes import End

__all__ = ["EndPicker", "LogPicker"]


class EndPicker(ChoiceList["End"]):
    """Asks for a side; its result is that, or None.

    What is written narrows the list, and can itself be the name of a revision, or a date.
    """

    def __init__(self, question: str, revisions: Sequence[Revision], looked: str = "") -> None:
        """Offer these revisions, what is no revision yet, and when somebody last looked."""
        super().__init__(question, "words, a date, or HEAD~3")
        self._looked = looked
        self._revisions = tuple(revisions)

    def answers(self, words: str) -> list[tuple[End, Content]]:
        """Return what has all of the words, then the words themselves."""
        asked = fold(words).split()
        offered: list[tuple[End, Content]] = [
            (State.WORKING_TREE, Content("the working tree: the file as it is now")),
            (State.INDEX, Content("the index: what `git add` took")),
            *((one.id, _revision(one)) for one in self._revisions),
        ]
        if self._looked:
            last = Content(f"since I last looked: {self._looked.replace('T', ' ')}")
            offered.insert(0, (self._looked, last))
        found = [pair for pair in offered if all(word in fold(pair[1].plain) for word in asked)]
        if words:
            name = Content.assemble(("revision or date: ", "$text-muted"), visible(words))
            # Before the answers that are only counted, so that it can be chosen.
            found.insert(min(len(found), MOST_SHOWN - 1), (words, name))
        return found


class LogPicker(EndPicker):
    """Asks for one of the revisions; its result is its id, or None."""

    def answers(self, words: str) -> list[tuple[End, Content]]:
        """Return the revisions that have all of the words, the newest first."""
        asked = fold(words).split()
        offered: list[tuple[End, Content]] = [(one.id, _revision(one)) for one in self._revisions]
        return [pair for pair in offered if all(word in fold(pair[1].plain) for word in asked)]


def _revision(one: Revision) -> Content:
    return Content.assemble(
        (f"{one.short}  {one.date:%Y-%m-%d}  ", "$text-muted"),
        f"{visible(one.subject)}  ",
        (visible(one.author), "$text-muted"),
    )
