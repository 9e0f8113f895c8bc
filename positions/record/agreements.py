"""What was agreed on a line at a moment, and whether that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Form
from positions.model.moment import Moment
from positions.record.parts import part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.model.dossier import Account, Dossier, Outcome, Position
    from positions.record.settle import DocumentEntry, Standing

__all__ = ["Agreement", "Agreements", "newest", "settlement"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What an outcome says on an issue, or on a part of it.

    Attributes:
        part: The part, or an empty text for the whole issue.
        position: What was agreed; None where the outcome itself says nothing on it.
        accounts: What was agreed by each party's own account.
        delivered: What was delivered by each party's count, or by that of all, up to the moment.
    """

    outcome: Outcome
    part: str
    position: Position | None
    accounts: Mapping[str, Position]
    delivered: Mapping[str, Position]

    @property
    def stated(self) -> bool:
        """Whether the outcome itself says what was agreed."""
        return self.position is not None and self.position.unstated is None


class Agreements:
    """The outcomes of a dossier that there are at a moment."""

    def __init__(self, dossier: Dossier, moment: Moment) -> None:
        """Leave out what was agreed or delivered after the moment."""
        self._moment = moment
        self._by_issue: dict[str, list[Outcome]] = {}
        for outcome in dossier.outcomes.values():
            if not moment.before(outcome.date):
                self._by_issue.setdefault(outcome.issue, []).append(outcome)
        for outcomes in self._by_issue.values():
            outcomes.sort(key=lambda one: one.date.order(), reverse=True)

    def on(self, issue: str, part: str) -> tuple[Agreement, ...]:
        """Return what the outcomes say on an issue, or on a part of it, the newest first."""
        found = (self._on_part(outcome, part) for outcome in self._by_issue.get(issue, ()))
        return tuple(one for one in found if one.position or one.accounts or one.delivered)

    def _on_part(self, outcome: Outcome, part: str) -> Agreement:
        return Agreement(
            outcome,
            part,
            part_of(outcome.position, part) if outcome.position else None,
            self._heard(outcome.accounts, part),
            self._heard(outcome.delivered, part),
        )

    def _heard(self, accounts: Mapping[str, Account], part: str) -> dict[str, Position]:
        """Return what accounts say of a part, without those that were given after the moment."""
        return {
            party: said
            for party, account in accounts.items()
            if not (account.date and self._moment.before(account.date))
            and (said := part_of(account, part)) is not None
        }


def newest(agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Return the agreements that are not certainly older than another of them."""
    day = max((one.outcome.date.day for one in agreements), default=None)
    latest = [one for one in agreements if one.outcome.date.day == day]
    times = [one.outcome.date for one in latest if one.outcome.date.time is not None]
    last = max(times, key=Moment.order, default=None)
    return tuple(one for one in latest if last is None or not one.outcome.date.before(last))


def settlement(
    agreements: Sequence[Agreement], standings: Iterable[Standing]
) -> tuple[Agreement, ...]:
    """Return the agreements that settle a line, of which there is mostly one; none where none do.

    The newest settles it if all parties confirm it, and none has since spoken on it in its own
    words. Several of the same moment settle it if they say the same.

    Args:
        agreements: All agreements on the line, the newest first.
        standings: The standings on it of the parties whose agreement is sought.
    """
    latest, parties = newest(agreements), tuple(standings)
    if len(parties) < 2 or not all(one.stated for one in latest):
        return ()
    if len({one.position.substance() for one in latest if one.position}) > 1:
        return ()
    for one in latest:
        if not all(_confirms(standing.party, one) for standing in parties):
            return ()
        if any(_spoke_after(one.outcome.date, standing) for standing in parties):
            return ()
    return latest


def _confirms(party: str, agreement: Agreement) -> bool:
    """Return whether a party confirms an agreement, and says nothing else in its own account."""
    account = agreement.accounts.get(party)
    contradicts = (
        account is not None
        and account.unstated is None
        and agreement.position is not None
        and account.substance() != agreement.position.substance()
    )
    return agreement.outcome.confirmed(party) and not contradicts


def _spoke_after(date: Moment, standing: Standing) -> bool:
    """Return whether a party has certainly spoken after a day, or may have done so unreadably."""
    if standing.blank is Blank.UNREADABLE:
        return standing.document is None or date.before(standing.document.date)
    own = (standing.entry,) if standing.entry else ()
    return any(
        _speaks(entry, standing) and date.before(entry.document.date)
        for entry in (*own, *standing.conflicts, *standing.history)
    )


def _speaks(entry: DocumentEntry, standing: Standing) -> bool:
    """Return whether an entry is a party's own word on the line, and says something.

    What a text only takes over from the one that it works on, it does not say itself.
    """
    position = entry.document.positions.get(standing.issue)
    mentioned = position is not None and part_of(position, standing.part) is not None
    own = mentioned and entry.document.form is not Form.REPORT
    return own and entry.position.unstated in {None, Blank.DELETED}
