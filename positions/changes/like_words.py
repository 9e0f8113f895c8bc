"""Finds the words of a party that can be compared: own words with own, a report with a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.model.dossier import Form, Terms
from positions.record.parts import unsaid

if TYPE_CHECKING:
    from positions.record.standing import DocumentEntry, Standing

__all__ = ["like_words", "spoke_once"]


def like_words(was: Standing, now: Standing) -> Standing:
    """Return how a party stood by words of the same sort as those by which it stands now.

    Its own words are compared with its own last words, a report with the last report; where there
    is none of that sort, with the words of record.
    """
    if not (was.speaks and now.speaks) or was.reported == now.reported:
        return was
    if not now.reported:
        return replace(was, entry=was.own, own=None, blank=None) if was.own else was
    reports = [one for one in was.beside if one.position.unstated is None]
    return replace(was, entry=reports[0], beside=()) if reports else _as_far_as_told(was, now)


def _as_far_as_told(was: Standing, now: Standing) -> Standing:
    """Return own words without the terms that a report leaves out: it drops none of them."""
    if was.entry is None or was.entry.position.alternatives:
        return was
    left_out = {
        name: Terms.model_fields[name].default
        for name in Terms.model_fields
        if unsaid(name, now.position)
    }
    told = was.entry.position.model_copy(update=left_out)
    return replace(was, entry=replace(was.entry, position=told))


def spoke_once(standing: Standing) -> DocumentEntry | None:
    """Return the last words of its own that a party said before and does not say any more."""
    own = (
        entry
        for entry in standing.history
        if entry.document.form is not Form.REPORT and entry.position.unstated is None
    )
    return next(own, None)
