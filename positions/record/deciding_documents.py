"""Finds which of a party's documents decide its record on an issue, and in which order."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from positions.model.dossier import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.model.dossier import Memorandum

__all__ = ["DecidingDocuments"]

_RANK = {Form.MEMORANDUM: 0, Form.STATEMENT: 1, Form.REPORT: 2}


class DecidingDocuments:
    """A party's documents, by the issues that they mention.

    Attributes:
        all: All of them, in the order in which they count.
        main: The one by which the party is known: its last text; else its last own words; else
            the last report. None where there is no document.
    """

    def __init__(self, documents: list[Memorandum], whole: Callable[[Memorandum], bool]) -> None:
        """Take a party's documents, and what tells whether all of one was read."""
        self.all = sorted(documents, key=lambda one: (one.date.order(), _RANK[one.form]))
        known = [one for one in self.all if one.positions or one.form is Form.MEMORANDUM]
        self.main = min(reversed(known), key=lambda one: _RANK[one.form], default=None)
        self._orders = [document.date.order() for document in self.all]
        self._mentions: dict[str, list[int]] = {}
        self._anything: list[int] = []
        for place, document in enumerate(self.all):
            for issue in (*document.positions, *document.unreadable):
                self._mentions.setdefault(issue, []).append(place)
        for place, document in enumerate(self.all):
            # What is as in another text mentions whatever stands there.
            if document.based_on:
                self._anything.append(place)
        papers = [
            (place, whole(document))
            for place, document in enumerate(self.all)
            if document.form is Form.MEMORANDUM
        ]
        self._whole = [place for place, whole in papers if whole]
        self._hidden = [place for place, whole in papers if not whole]

    def on(self, issue: str) -> list[Memorandum]:
        """Return the documents that decide where the party stands on an issue.

        Of those that do not mention it, between two that do, only the last matters whose text is
        known and, after it, the last of which too little is known; so it is in turn for those
        that state a time of the day of the one before, those that state none, and later ones.
        """
        found, start = [], 0
        mentions = sorted({*self._mentions.get(issue, ()), *self._anything})
        for end in (*mentions, len(self.all)):
            for first, last in pairwise(self._turns(start, end)):
                whole = _last(self._whole, first, last)
                hidden = _last(self._hidden, first if whole is None else whole, last)
                found += [place for place in (whole, hidden) if place is not None]
            found += [end] if end < len(self.all) else []
            start = end + 1
        return [self.all[place] for place in found]

    def _turns(self, start: int, end: int) -> tuple[int, ...]:
        """Return where what follows the document before a start divides by its moments."""
        if start in {0, end}:
            return start, end
        whole_day = self.all[start - 1].date.day, dt.time.max
        return (
            start,
            bisect_left(self._orders, whole_day, start, end),
            bisect_right(self._orders, whole_day, start, end),
            end,
        )


def _last(places: list[int], start: int, end: int) -> int | None:
    """Return the last of ascending places that is not before a start, and before an end."""
    at = bisect_left(places, end) - 1
    return places[at] if at >= 0 and places[at] >= start else None
