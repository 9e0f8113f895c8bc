"""Tells of each document what became of it between two states: new, late, known since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Disclosure
from positions.model.moment import Precision
from positions.record.borrowing import Borrowing
from positions.record.parts import part_of

if TYPE_CHECKING:
    from positions.model.dossier import Dossier, Memorandum

__all__ = ["DocumentStates", "unordered"]


class DocumentStates:
    """The documents of two states of a dossier.

    Attributes:
        day: The moment for which the earlier state stands.
        last: The moment for which the later one stands.
    """

    def __init__(self, before: Dossier, after: Dossier) -> None:
        """Take the dossier as it was, and as it is."""
        self._before, self._after = before, after
        self.day, self.last = (each.moment or each.header.as_of for each in (before, after))
        self._texts = Borrowing(after, self.last)

    def is_held(self, document: Memorandum) -> bool:
        """Return whether a document was there before; one of another day that had come then is."""
        known = self.known_before(document)
        if known is None:
            return False
        return not known.date.before(document.date) or not self.day.before(document.date)

    def known_before(self, document: Memorandum) -> Memorandum | None:
        """Return a document as it was in the earlier state; None where that has not come to it."""
        known = self._before.memoranda.get(document.id)
        return None if known is None or self.day.before(known.date) else known

    def is_removed(self, document: Memorandum) -> bool:
        """Return whether a document is not there afterwards, though that state is late enough."""
        return document.id not in self._after.memoranda and not self.comes_later(document)

    def is_gone(self, document: Memorandum) -> bool:
        """Return whether a document is not there afterwards, or later than that state."""
        return document.id not in self._after.memoranda or self.comes_later(document)

    def comes_later(self, document: Memorandum) -> bool:
        """Return whether a document is not there afterwards as that state is an earlier one."""
        return self.last.order() < document.date.order()

    def is_late(self, document: Memorandum) -> bool:
        """Return whether a document was not there before, though it is no later than that state."""
        if document.id in self._before.memoranda or document.id in self._before.later:
            return False
        return document.date.order() <= self.day.order()

    def became_known(self, document: Memorandum, issue: str, part: str) -> bool:
        """Return whether more is known of what an earlier text says on a line, if by its base."""
        better = self._is_better_known(document) or self._kept_back(document, issue, part)
        return better or self.base_became_known(document, issue, part)

    def _kept_back(self, document: Memorandum, issue: str, part: str) -> bool:
        """Return whether an earlier text says on a line what it was recorded not to disclose."""
        said = [
            (position := paper.positions.get(issue)) and part_of(position, part)
            for paper in (self.known_before(document), document)
            if paper is not None
        ]
        blanks = [one.unstated for one in said if one is not None]
        return len(blanks) == 2 and blanks[0] is Blank.UNDISCLOSED is not blanks[1]

    def base_became_known(self, document: Memorandum, issue: str, part: str) -> bool:
        """Return whether more is known of a text from which an earlier one takes a line over."""
        own, *bases = self._texts.chain(document, issue, part)
        return self.is_held(own) and any(map(self._is_better_known, bases))

    def _is_better_known(self, document: Memorandum) -> bool:
        """Return whether more is known of a text that there was already in the earlier state."""
        known = self.known_before(document)
        if known is None:
            since = document.known is not None and not document.is_known(self.day)
            return since and document.date.order() <= self.day.order()
        held, shown = known.disclosed(self.day), document.disclosed(self.last)
        return held is not shown and held in {Disclosure.WITHHELD, Disclosure.PARTIAL}


def unordered(one: Memorandum, other: Memorandum) -> bool:
    """Return whether it is not known that one document came before another.

    So it is of one dated by its month or year and another of a day in it, unless the first was
    known before that day.
    """
    dates = one.date, other.date
    if all(date.precision is Precision.DAY for date in dates):
        return False
    ends = [
        min(each.date.day, each.known.day if each.known else each.date.day) for each in (one, other)
    ]
    return not ends[0] < dates[1].first_day
