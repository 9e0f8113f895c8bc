"""Cuts a dossier at a moment to what was known then: nothing later leaks into an earlier view.

Documents, outcomes, accounts, counts of a delivery, dated remarks and checks of later days are left
out. Of a text that was not known yet only its existence and its date stay. Sources that were
published later are marked, and say no date.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from positions.model.dossier import Disclosure
from positions.model.fields import StrictRecord
from positions.model.position import Position
from positions.model.remark import NO_REMARK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.model.dossier import Account, Dossier, Memorandum, Outcome
    from positions.model.moment import Moment

__all__ = ["known_at"]

R = TypeVar("R", bound=StrictRecord)
P = TypeVar("P", bound=Position)


def known_at(dossier: Dossier, moment: Moment | None = None) -> Dossier:
    """Return what of a dossier there is at a moment; its own day where none is given.

    What there is at a moment is returned as it is when it is asked for again.
    """
    asked = moment or dossier.moment or dossier.header.as_of
    return dossier if dossier.moment == asked else _Then(dossier, asked).dossier()


class _Then:
    """A dossier at a moment, record by record; a record of which all was known stays as it is."""

    def __init__(self, dossier: Dossier, moment: Moment) -> None:
        self.whole = dossier
        self.moment = moment
        self.day = dossier.header.as_of

    def dossier(self) -> Dossier:
        whole = self.whole
        memoranda = {
            name: self._document(one)
            for name, one in whole.memoranda.items()
            if not self.moment.before(one.date)
        }
        return replace(
            whole,
            moment=self.moment,
            header=self._noted(whole.header),
            parties={name: self._noted(one) for name, one in whole.parties.items()},
            sources={
                name: self._noted(one, later=self.moment.before(one.date))
                for name, one in whole.sources.items()
            },
            events={name: self._noted(one) for name, one in whole.events.items()},
            issues={
                name: self._noted(one, reference_point=self._maybe(one.reference_point))
                for name, one in whole.issues.items()
            },
            memoranda=memoranda,
            later=whole.later | (whole.memoranda.keys() - memoranda.keys()),
            outcomes={
                name: self._outcome(one)
                for name, one in whole.outcomes.items()
                if not self.moment.before(one.date)
            },
        )

    def _noted(self, record: R, **changed: object) -> R:
        """Return a record with what was remarked on it, and with other fields that change."""
        update: dict[str, Any] = {
            name: now
            for name in ("note", "disputed")
            if (one := getattr(record, name, NO_REMARK))
            and (now := one.known(self.moment, self.day)) != one
        }
        # Looked at from before the dossier's day, checks and copies of pages are of later days too.
        names = ("checked", "archived") if self.moment.before(self.day) else ()
        dated = (name for name in names if getattr(record, name, None))
        update |= {name: None for name in dated if self.moment.before(getattr(record, name).date)}
        update |= {name: one for name, one in changed.items() if one is not getattr(record, name)}
        return record.model_copy(update=update) if update else record

    def _document(self, document: Memorandum) -> Memorandum:
        if not document.is_known(self.moment):
            fields = ("id", "party", "form", "date")
            kept = {name: getattr(document, name) for name in fields}
            return type(document).model_construct(**kept, disclosure=Disclosure.WITHHELD)
        return self._noted(document, positions=self._each(document.positions))

    def _outcome(self, outcome: Outcome) -> Outcome:
        return self._noted(
            outcome,
            position=self._maybe(outcome.position),
            accounts=self._heard(outcome.accounts),
            delivered=self._heard(outcome.delivered),
        )

    def _heard(self, accounts: Mapping[str, Account]) -> Mapping[str, Account]:
        heard = {
            label: account
            for label, account in accounts.items()
            if account.date is None or not self.moment.before(account.date)
        }
        return self._each(heard if len(heard) < len(accounts) else accounts)

    def _each(self, positions: Mapping[str, P]) -> Mapping[str, P]:
        """Return positions as they were; the same mapping where all of them stay as they are."""
        found = {name: self._of(one) for name, one in positions.items()}
        same = all(found[name] is one for name, one in positions.items())
        return positions if same else found

    def _maybe(self, position: Position | None) -> Position | None:
        return None if position is None else self._of(position)

    def _of(self, position: P) -> P:
        """Return a position without the accounts and the remarks of later days."""
        inner = position.alternatives or position.parts or position.accounts
        if not (inner or position.note or position.reservation or position.checked):
            return position  # as most are
        changed = {
            "accounts": self._heard(position.accounts),
            "alternatives": self._each(position.alternatives),
            "parts": self._each(position.parts),
            "rest": self._maybe(position.rest),
        }
        held = position.reservation
        return self._noted(position, **changed, reservation=held and self._noted(held))
