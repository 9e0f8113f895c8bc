"""Finds what was agreed on a line at a moment, who holds to it, and whether that settles it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.model.dossier import Blank, Form
from positions.model.moment import Precision
from positions.model.outcome import EVERYONE
from positions.model.position import Terms
from positions.record.amending import at_odds, in_line, told_by
from positions.record.everyone import all_who_agree
from positions.record.groups import groups_of, voices_in, without_words
from positions.record.parts import part_of
from positions.values import Stance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from positions.model.dossier import Account, Dossier, Outcome, Position
    from positions.model.moment import Moment
    from positions.record.settle import DocumentEntry, Standing

__all__ = [
    "NO_SETTLEMENT",
    "Agreement",
    "Agreements",
    "Deal",
    "Reopening",
    "Settlement",
    "newest",
    "own_accounts_since",
    "settlement",
    "since_otherwise",
]

_NO_VALUE = frozenset({Stance.TO_BE_AGREED, Stance.UNSPECIFIED})
"""What leaves a value open: unknown against everything, it settles nothing."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What an outcome says on an issue, or on a part of it.

    Attributes:
        part: The part, or an empty text for the whole issue.
        position: What was agreed; None where the outcome itself says nothing on it.
        accounts: What was agreed by each party's own account.
        delivered: What was delivered by each party's count, or by that of all, up to the moment.
        confirmed: Who confirms it, by id, and since when.
    """

    outcome: Outcome
    part: str
    position: Position | None
    accounts: Mapping[str, Position]
    delivered: Mapping[str, Position]
    confirmed: Mapping[str, Moment] = field(default_factory=dict)

    @property
    def stated(self) -> bool:
        """Whether the outcome itself says what was agreed."""
        return self.position is not None and self.position.unstated is None

    @property
    def unsure(self) -> frozenset[str]:
        """Whose accounts are no word for it: refused, inferred, or told by somebody unnamed."""
        given = self.outcome.accounts
        unsure = {party for party in self.accounts if given[party].is_no_word}
        return frozenset(unsure - self.confirmed.keys())

    def disputed_by(self, parties: Iterable[str]) -> bool:
        """Return whether one of some parties gives another account of it, as a member may."""
        return any(_is_disputed_by(self, party) for party in parties)

    @property
    def confirmed_later(self) -> dict[str, str]:
        """Who confirmed it on a later day than its own, by id, and when, in prose."""
        return {
            party: since.in_prose
            for party, since in self.confirmed.items()
            if self.outcome.date.day < since.day
        }

    @property
    def definite(self) -> bool:
        """Whether it says so, and leaves no value open."""
        said = self.position
        if said is None or not self.stated:
            return False
        values = (one.value for one in said.alternatives.values() or (said,))
        return not any(value is not None and value.stance in _NO_VALUE for value in values)


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement of some of the parties shown, which they all still hold to.

    Attributes:
        confirming: Who confirmed it: these parties, or the groups that did so for them.
    """

    agreement: Agreement
    parties: tuple[str, ...]
    confirming: tuple[str, ...]


class Reopening(StrEnum):
    """In which way one of those who agreed has said otherwise: the surest that there is.

    Where every count is of what was agreed, it is carried out, and what is said since is of more.
    """

    SAID = "one of those who agreed has said otherwise since"
    INFERRED = "it is inferred that one of those who agreed wants otherwise since"
    REPORTED = "one of those who agreed is reported to want otherwise since"
    UNORDERED = "one of those who agreed said otherwise; whether before or since is not known"
    CARRIED_OUT = "it has been carried out"


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the outcomes on a line come to.

    Attributes:
        settling: The agreements that settle the line, of which there is mostly one.
        reopened: What all had agreed on, where one of them has said otherwise since, or may have.
        how: In which way one has.
        deals: What some of the parties agreed on, the newest first.
    """

    settling: tuple[Agreement, ...] = ()
    reopened: tuple[Agreement, ...] = ()
    deals: tuple[Deal, ...] = ()
    how: Reopening = Reopening.SAID

    @property
    def open_again(self) -> bool:
        """Whether one of those who agreed has said otherwise since, of what is not carried out."""
        return bool(self.reopened) and self.how not in {Reopening.UNORDERED, Reopening.CARRIED_OUT}

    @property
    def unordered(self) -> bool:
        """Whether it is not known if what was said otherwise was said since."""
        return bool(self.reopened) and self.how is Reopening.UNORDERED


NO_SETTLEMENT = Settlement()
"""Nothing is agreed."""


class Agreements:
    """The outcomes of a dossier that there are at a moment."""

    def __init__(self, dossier: Dossier) -> None:
        """Take a dossier as it was at the moment."""
        self._dossier = dossier
        self._by_issue: dict[str, list[Outcome]] = {}
        for outcome in dossier.outcomes.values():
            self._by_issue.setdefault(outcome.issue, []).append(outcome)
        for outcomes in self._by_issue.values():
            outcomes.sort(key=lambda one: one.date.order(), reverse=True)

    def on(self, issue: str, part: str) -> tuple[Agreement, ...]:
        """Return what the outcomes say on an issue, or on a part of it, the newest first."""
        found = (self._on_part(outcome, part) for outcome in self._by_issue.get(issue, ()))
        return tuple(one for one in found if one.position or one.accounts or one.delivered)

    def _on_part(self, outcome: Outcome, part: str) -> Agreement:
        agreed = part_of(outcome.position, part) if outcome.position else None
        told = _on_part(outcome.accounts, part)
        substance = agreed.substance() if agreed else None
        same = {
            party
            for party, account in told.items()
            if account.substance() == substance
            and not (account.inferred or outcome.accounts[party].is_no_word)
        }
        confirmed = self._confirmed(outcome, same)
        return Agreement(outcome, part, agreed, told, _on_part(outcome.delivered, part), confirmed)

    def _confirmed(self, outcome: Outcome, same: Collection[str]) -> dict[str, Moment]:
        """Return who confirms an outcome, or says the same was agreed, and since when."""
        named = [party for party in outcome.confirmed_by if party != EVERYONE]
        if EVERYONE in outcome.confirmed_by:
            named += all_who_agree(self._dossier, outcome.date)
        found = dict.fromkeys(named, outcome.date)
        for party, account in outcome.accounts.items():
            if account.confirms or party in same:
                found.setdefault(party, account.date or outcome.date)
        return found


def _on_part(accounts: Mapping[str, Account], part: str) -> dict[str, Position]:
    """Return what accounts say of a part; to confirm is no account of its own."""
    return {
        party: said
        for party, account in accounts.items()
        if not (account.confirms and account.blank is Blank.UNCODED)
        and (said := part_of(account, part)) is not None
    }


def newest(agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Return the agreements that are not certainly older than another of them."""
    return tuple(
        one
        for one in agreements
        if not any(one.outcome.date.surely_before(other.outcome.date) for other in agreements)
    )


def settlement(
    dossier: Dossier, agreements: Sequence[Agreement], standings: Mapping[str, Standing]
) -> Settlement:
    """Return what the outcomes on a line come to for the parties shown.

    The newest outcome that all of them confirm settles it, if none has said otherwise since: in its
    own words, in an account, or by a newer outcome on which their accounts differ. Several of the
    same moment settle it if they say the same.

    Args:
        dossier: The dossier.
        agreements: All agreements on the line, the newest first.
        standings: The standings on it of the parties whose agreement is sought.
    """
    if voices_in(standings.values()) < 2:
        return NO_SETTLEMENT
    holders = {
        one.outcome.id: tuple(
            party for party, standing in standings.items() if _holds(dossier, standing, one)
        )
        for one in agreements
        if one.definite
    }
    common = [
        one
        for one in agreements
        if len(found := holders.get(one.outcome.id, ())) == len(standings)
        and len(_confirming(dossier, one, found)) > 1
    ]
    latest = newest(common)
    said = {one.position.substance() for one in latest if one.position}
    settling = latest if len(said) == 1 else ()
    if any(_said_otherwise(dossier, one, agreements, standings) for one in settling):
        how = next(
            how
            for how in Reopening
            if any(_said_otherwise(dossier, one, agreements, standings, how) for one in settling)
        )
        done = all(_is_carried_out(dossier, one) for one in settling)
        return Settlement(reopened=settling, how=Reopening.CARRIED_OUT if done else how)
    if settling:
        return Settlement(settling)
    return Settlement(deals=_deals(dossier, agreements, holders, standings))


def own_accounts_since(standing: Standing) -> tuple[Account, ...]:
    """Return a party's own accounts of its word of record that are newer than that."""
    entry, party = standing.entry, standing.voice or standing.party
    if entry is None or not standing.speaks:
        return ()
    return tuple(
        account
        for account in entry.position.accounts.values()
        if account.party == party
        and not account.unnamed_teller
        and account.date is not None
        and entry.document.date.surely_before(account.date)
    )


def since_otherwise(
    standing: Standing, agreements: Iterable[Agreement], *, told_of: bool = False
) -> bool:
    """Return whether a party's word of record is older than another own word that differs.

    Such is its account of what it said, or what it has confirmed since. What it tells of a deal
    that it did not confirm is not what it wants.

    Args:
        standing: Where the party stands.
        agreements: What was agreed on the line.
        told_of: Whether its account of what was agreed counts too, as a doubt.
    """
    entry, party = standing.entry, standing.voice or standing.party
    if entry is None or not standing.speaks:
        return False
    day = entry.document.date
    told = [told_by(one, entry.position) for one in own_accounts_since(standing)]
    for one in agreements:
        account = one.outcome.accounts.get(party)
        told_on = (account and account.date) or one.outcome.date
        if told_of and day.surely_before(told_on) and party in one.accounts:
            told.append(one.accounts[party])
        elif one.definite and one.position and day.surely_before(one.confirmed.get(party, day)):
            told.append(one.position)
    return any(word.unstated is None and at_odds(word, entry.position) for word in told)


def _deals(
    dossier: Dossier,
    agreements: Sequence[Agreement],
    holders: Mapping[str, tuple[str, ...]],
    standings: Mapping[str, Standing],
) -> tuple[Deal, ...]:
    """Return what some of the parties agreed on and still hold to, of the same ones the newest."""
    found: dict[tuple[str, ...], Deal] = {}
    for agreement in agreements:
        held = holders.get(agreement.outcome.id, ())
        parties = _confirming(dossier, agreement, held)
        if len(parties) < 2 or len(held) == len(standings) or parties in found:
            continue
        theirs = {party: standings[party] for party in parties}
        if not _said_otherwise(dossier, agreement, agreements, theirs):
            names = ((party, *groups_of(dossier, party)) for party in parties)
            first = [next(one for one in own if one in agreement.confirmed) for own in names]
            found[parties] = Deal(agreement, parties, tuple(dict.fromkeys(first)))
    return tuple(found.values())


def _confirming(
    dossier: Dossier, agreement: Agreement, parties: Collection[str]
) -> tuple[str, ...]:
    """Return those of some parties that confirm an agreement, without members of one that does."""
    return tuple(
        party
        for party in parties
        if party in agreement.confirmed
        or not any(
            group in parties and group in agreement.confirmed for group in groups_of(dossier, party)
        )
    )


def _holds(dossier: Dossier, standing: Standing, agreement: Agreement) -> bool:
    """Return whether a party confirms an agreement and tells nothing else of it.

    Its group confirms it for a party of which nothing speaks against its having no words itself.
    """
    party = standing.party
    own = not standing.voice and not without_words(standing)
    names = (party,) if own else (party, *groups_of(dossier, party))
    if not any(name in agreement.confirmed for name in names):
        return False
    account = agreement.outcome.accounts.get(party)
    since = agreement.confirmed.get(party, agreement.outcome.date)
    later = account is not None and account.date is not None and since.before(account.date)
    return later or not _is_disputed_by(agreement, party)


def _is_disputed_by(agreement: Agreement, party: str) -> bool:
    account = agreement.accounts.get(party)
    if account is None or agreement.position is None or account.unstated is not None:
        return False
    return at_odds(account, agreement.position)


def _said_otherwise(
    dossier: Dossier,
    agreement: Agreement,
    agreements: Iterable[Agreement],
    standings: Mapping[str, Standing],
    how: Reopening = Reopening.UNORDERED,
) -> bool:
    """Return whether one of the parties has said otherwise since, or may have done so.

    It may have where its words are unreadable, or dated by no more than a month or a year. What is
    less sure than is sought is left out.

    Also by its account of a newer outcome among them that is not confirmed by all of them, or by
    confirming one that says otherwise.
    """
    newer = [
        one
        for one in agreements
        if agreement.outcome.date.before(one.outcome.date)
        and {*one.confirmed, *one.accounts} <= standings.keys()
    ]
    accounts = (account for one in newer for account in one.accounts.values())
    confirmed = (
        one.position
        for one in newer
        if one.position is not None and _confirms_since(dossier, agreement, one, standings)
    )
    return any(_says_otherwise(dossier, agreement, one, how) for one in standings.values()) or any(
        not _in_line(dossier, agreement, word)
        for word in (*accounts, *confirmed)
        if word.unstated is None
    )


def _confirms_since(
    dossier: Dossier, before: Agreement, newer: Agreement, standings: Mapping[str, Standing]
) -> bool:
    """Return whether one of the parties confirms a newer agreement after it did an older one."""
    return any(
        _holds(dossier, standing, newer)
        and before.confirmed.get(party, before.outcome.date).before(
            newer.confirmed.get(party, newer.outcome.date)
        )
        for party, standing in standings.items()
    )


def _in_line(
    dossier: Dossier, agreement: Agreement, word: Position, kept: Collection[str] = ()
) -> bool:
    issue = dossier.issues[agreement.outcome.issue]
    frame = dossier.frames[issue.id, agreement.part]
    agreed = agreement.position
    return agreed is not None and in_line(word, agreed, issue.kind, frame, kept)


def _is_carried_out(dossier: Dossier, agreement: Agreement) -> bool:
    """Return whether all who count what was delivered count no less than was agreed."""
    counts = agreement.delivered.values()
    return bool(counts) and all(
        _in_line(dossier, agreement, one, Terms.model_fields.keys()) for one in counts
    )


def _says_otherwise(
    dossier: Dossier, agreement: Agreement, standing: Standing, how: Reopening
) -> bool:
    """Return whether a party's last own word since it confirmed, or its account, says otherwise."""
    since = agreement.confirmed.get(standing.party, agreement.outcome.date)
    account = agreement.outcome.accounts.get(standing.party)
    later = account is not None and account.date is not None and since.before(account.date)
    if later and _is_disputed_by(agreement, standing.party):
        return True
    told = agreement.accounts.get(standing.party) if later else None
    if told is not None and told.unstated is None and not _in_line(dossier, agreement, told):
        return True
    if standing.blank is Blank.UNREADABLE:
        return standing.document is None or since.before(standing.document.date)
    said = [
        entry
        for entry in (standing.own, *standing.words, *standing.history)
        if entry
        and _speaks(entry, standing, how)
        and _follows(entry.document.date, since, surely=how is not Reopening.UNORDERED)
    ]
    words = [
        (one.position, {name for name, _ in one.kept})
        for one in said
        if not any(one.document.date.before(other.document.date) for other in said)
    ]
    # What a party tells of its words may reopen what they settle, and never the other way round.
    words += [
        (told_by(one, standing.position), set())
        for one in own_accounts_since(standing)
        if one.date is not None and since.before(one.date)
    ]
    return any(not _in_line(dossier, agreement, word, kept) for word, kept in words)


def _follows(word: Moment, since: Moment, *, surely: bool) -> bool:
    """Return whether a word is surely later than a moment, or may be where it has no known day."""
    if surely or word.precision is since.precision is Precision.DAY:
        return since.surely_before(word)
    return not word.surely_before(since)


def _speaks(entry: DocumentEntry, standing: Standing, how: Reopening) -> bool:
    """Return whether an entry is a party's own word on the line, and says something.

    What a text only takes over from the one that it works on, it does not say itself. A report
    that the analyst makes the record is its word too, if the least sure of them.
    """
    if how is Reopening.SAID and entry.position.inferred:
        return False
    position = entry.document.positions.get(standing.issue)
    mentioned = position is not None and part_of(position, standing.part) is not None
    own = entry.document.form is not Form.REPORT
    ruling = entry is standing.entry and entry.of_record
    counts = own or (ruling and how in {Reopening.REPORTED, Reopening.UNORDERED})
    return mentioned and counts and entry.position.unstated is None
