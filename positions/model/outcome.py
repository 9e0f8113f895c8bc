"""Holds what was agreed on an issue, on whose word, and what was delivered, by whose count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import Field

from positions.model.fields import Bound, Date, Sources, StrictRecord, Text, Words
from positions.model.position import Account, Position
from positions.model.remark import NO_REMARK, Note

__all__ = ["BRANCHES", "EVERYONE", "OF_A_PARTY", "Outcome", "agreed_fields"]

EVERYONE: Final = "all"
"""The word that stands for every party: all confirm an outcome, or a count that none disputes."""


OF_A_PARTY: Final = ("red_line", "salience", "reservation", "reason", "of_record")
"""Fields of a position that say something of a party, and nothing of what was agreed."""

BRANCHES: Final = ("alternatives", "accounts", "same_as")
"""Fields of a position that are not for what was agreed, because that is one thing."""

_UNWRITTEN = "as_in"


class Outcome(StrictRecord):
    """What was agreed on an issue; a dispute about it is computed, and never written.

    Attributes:
        issue: The id of the issue.
        date: When it was agreed; before that day there is no such outcome.
        title: What it is called.
        position: What was agreed: its fields stand beside those of the outcome; none of them where
            there are only accounts of it.
        confirmed_by: Those who confirm what it says: ids of parties, or `all`.
        accounts: What was agreed by each party's own account.
        delivered: What was delivered by each party's count, or by that of `all`.
        sources: Ids of sources, or sources written here; every account and count has these unless
            it names its own.
        note: A remark of the analyst's.
    """

    id: str
    issue: Text
    date: Date
    title: str = ""
    position: Bound[Position] | None = None
    confirmed_by: Words = ()
    accounts: Mapping[str, Bound[Account]] = Field(default_factory=dict)
    delivered: Mapping[str, Bound[Account]] = Field(default_factory=dict)
    sources: Sources = ()
    note: Note = NO_REMARK

    @property
    def all_sources(self) -> tuple[str, ...]:
        """The ids of its sources, and of those of its accounts and counts, none twice."""
        accounts = (*self.accounts.values(), *self.delivered.values())
        own = (name for account in accounts for name in account.sources)
        return tuple(dict.fromkeys((*self.sources, *own)))

    @property
    def unnamed(self) -> dict[str, str]:
        """Whose accounts are told by somebody unnamed, by id, and who that is said to be."""
        told = {party: account.unnamed_teller for party, account in self.accounts.items()}
        return {party: teller for party, teller in told.items() if teller}


def agreed_fields() -> tuple[str, ...]:
    """Return the fields of a position that stand beside those of an outcome."""
    other = {*OF_A_PARTY, *BRANCHES, _UNWRITTEN, *Outcome.model_fields}
    return tuple(name for name in Position.model_fields if name not in other)
