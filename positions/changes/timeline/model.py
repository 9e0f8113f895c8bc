"""Holds one dossier moment by moment as it is shown: speeches, agreements, counts.

Frozen data that `positions.changes.timeline.walk` makes. Reports print it, screens show it; nothing
of it is worked out again there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from positions.changes.model import DossierDifference, PositionChange
    from positions.changes.timeline.occurrences import Occurrence
    from positions.comparison.rows import Convergence, Row, Status
    from positions.model.dossier import Blank, Dossier, Memorandum, Outcome
    from positions.model.moment import Moment
    from positions.record.agreements import Agreement
    from positions.record.standing import Standing

__all__ = [
    "OutcomeNews",
    "Speech",
    "Timeline",
    "TimelineMoment",
    "ToldIssue",
    "ToldKind",
]


class ToldKind(StrEnum):
    """What a document did to the record of its party on an issue."""

    FIRST = "first words"
    TAKEN_OVER = "takes over"
    CHANGED = "changed"
    AGAIN = "as before"
    OLDER = "not seen or recorded, so that older words stay"
    UNMENTIONED = "nothing on what was reported before"
    BLANK = "left blank"
    REPORTED = "reported"
    HELD = "replaced before it was known"
    BESIDE = "otherwise than its own words"
    CONFLICTING = "otherwise at the same time"

    @property
    def meaning(self) -> str:
        """What it says, in a sentence or two."""
        return _MEANINGS[self]


_MEANINGS = {
    ToldKind.FIRST: (
        "The party had no words of its own on the issue before this moment; what was only reported "
        "of it is none. Before the first moment nothing is recorded, so that nobody moves by it."
    ),
    ToldKind.TAKEN_OVER: (
        "The party had no words of its own on the issue; its text takes over those of the text on "
        "which it is based."
    ),
    ToldKind.CHANGED: "The party says something else than before.",
    ToldKind.AGAIN: "A newer document of the party says the same.",
    ToldKind.OLDER: (
        "The party's text was read in part, and that part has nothing on it, or what it says "
        "is not recorded yet: what the party said before stays, marked as older."
    ),
    ToldKind.UNMENTIONED: (
        "The party's own text has nothing on what others reported of it; as far as it was read, "
        "where it was read in part."
    ),
    ToldKind.BLANK: "The document itself says that it leaves the issue blank, and how.",
    ToldKind.REPORTED: "Someone else's account fills what the party's own words leave blank.",
    ToldKind.HELD: (
        "A text that becomes known says what newer words of the party had replaced by then. Who "
        "moved by it, and by those newer words, is told on this day, as it can be known since."
    ),
    ToldKind.BESIDE: (
        "Someone else's account says otherwise than the party's own words; it stands beside them, "
        "and not in their place."
    ),
    ToldKind.CONFLICTING: (
        "Two documents of the party, or two reports, of one moment say different things."
    ),
}


@dataclass(frozen=True, slots=True)
class ToldIssue:
    """What a document did to the record of its party on an issue, or on some parts of it.

    Attributes:
        parts: The ids of the parts; empty for an issue without parts.
        before: How the party stood, on each of the parts.
        standings: How it stands afterwards.
        blank: Why there is no position, where that is so.
        reported_before: Whether something was reported of the party there before.
        change: What became of the position and toward whom it moved, where it changed.
    """

    issue: str
    parts: tuple[str, ...]
    kind: ToldKind
    before: tuple[Standing, ...]
    standings: tuple[Standing, ...]
    blank: Blank | None = None
    reported_before: bool = False
    change: PositionChange | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """One document at the moment at which it was given, or its text became known.

    Attributes:
        document: The document, as far as it was known then.
        became_known: Whether the text became known at this moment; the document is older.
        told: What it did to the record, in the order of the dossier.
        mentioned: The ids of the issues on which it says something.
    """

    document: Memorandum
    became_known: bool
    told: tuple[ToldIssue, ...]
    mentioned: tuple[str, ...]

    @property
    def is_idle(self) -> bool:
        """Whether nothing of it can be told but that there is the document."""
        document = self.document
        heads = document.sequence or document.reactions
        return not (self.told or self.mentioned or heads or self.is_withheld)

    @property
    def is_withheld(self) -> bool:
        """Whether nothing of the text is known yet."""
        return self.document.disclosure == "withheld"

    def of(self, *kinds: ToldKind) -> tuple[ToldIssue, ...]:
        """Return what is told of these kinds."""
        return tuple(one for one in self.told if one.kind in kinds)


@dataclass(frozen=True, slots=True)
class OutcomeNews:
    """What was agreed, confirmed or delivered at a moment.

    Attributes:
        outcome: The outcome, as far as it was known then.
        agreements: What it says, by part.
        is_new: Whether it was agreed at this moment.
        confirmed: The parties who confirmed it at this moment, after it was agreed.
        accounted: The parties who gave an account of it at this moment, after it was agreed.
        delivered: Those whose count of what was delivered is of this moment.
    """

    outcome: Outcome
    agreements: tuple[Agreement, ...]
    is_new: bool
    confirmed: tuple[str, ...] = ()
    accounted: tuple[str, ...] = ()
    delivered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineMoment:
    """A moment at which something happened.

    Attributes:
        speeches: The documents of the moment.
        outcomes: What was agreed, confirmed or delivered.
        accounts: The accounts of positions that were given at the moment.
        notes: The dated remarks of the moment.
        found: What changed from the moment before.
        statuses: The status of each issue that is raised after it.
        convergence: How much the parties share after it.
        rows: The rows whose status is another than before, by issue.
    """

    moment: Moment
    speeches: tuple[Speech, ...]
    outcomes: tuple[OutcomeNews, ...]
    accounts: tuple[Occurrence, ...]
    notes: tuple[Occurrence, ...]
    found: DossierDifference
    statuses: Mapping[str, Status]
    convergence: Convergence
    rows: Mapping[str, Row]

    def of(self, parties: Collection[str], issues: Collection[str]) -> TimelineMoment:
        """Return what concerns some parties and some issues; all of either where none is named."""
        parties, issues = frozenset(parties), frozenset(issues)
        speeches = tuple(
            replace(
                one,
                told=tuple(told for told in one.told if not issues or told.issue in issues),
                mentioned=tuple(name for name in one.mentioned if not issues or name in issues),
            )
            for one in self.speeches
            if not parties or one.document.party in parties
        )
        return replace(
            self,
            speeches=tuple(one for one in speeches if not issues or one.told or one.mentioned),
            outcomes=tuple(
                one for one in self.outcomes if not issues or one.outcome.issue in issues
            ),
            accounts=tuple(_about(self.accounts, parties, issues)),
            notes=tuple(_about(self.notes, parties, issues)),
            rows={name: row for name, row in self.rows.items() if not issues or name in issues},
        )


def _about(
    found: Collection[Occurrence], parties: Collection[str], issues: Collection[str]
) -> Iterator[Occurrence]:
    for one in found:
        if (not parties or one.party in parties) and (not issues or one.issue in issues):
            yield one


@dataclass(frozen=True, slots=True)
class Timeline:
    """One dossier, moment by moment.

    Attributes:
        dossier: The dossier, whole.
        moments: The moments that are shown, the earliest first.
        earlier: How many moments come before these.
        later: What is dated after the dossier's own day, and so is not in it yet.
        since: Before when moments are left out; None where none are.
        until: After when moments are left out; None where none are.
    """

    dossier: Dossier
    moments: tuple[TimelineMoment, ...]
    earlier: int
    later: tuple[Occurrence, ...]
    since: Moment | None = None
    until: Moment | None = None

    def of(self, parties: Collection[str] = (), issues: Collection[str] = ()) -> Timeline:
        """Return what concerns some parties and some issues; all of either where none is named."""
        if not parties and not issues:
            return self
        later = tuple(_about(self.later, parties, issues))
        return replace(
            self, moments=tuple(one.of(parties, issues) for one in self.moments), later=later
        )
