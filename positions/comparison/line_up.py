"""One line of a comparison: an issue without parts, or a part, lined up over all parties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import comb
from typing import TYPE_CHECKING

from positions.comparison.bridges import (
    agreed_bridges,
    bridge_sentences,
    bridges_on,
    counted_standings,
)
from positions.comparison.camps import Match, greatest, overall, overall_distance, told_apart
from positions.comparison.gaps import LineGaps
from positions.comparison.outcome_sentences import settlement_reason
from positions.comparison.reasons import LineReasons
from positions.comparison.rows import Line, Status
from positions.comparison.status import status_of_line
from positions.model.dossier import Blank
from positions.record.agreements import NO_SETTLEMENT, settlement
from positions.record.parts import part_of
from positions.sentences.blanks import Silence, silences
from positions.sentences.dates import said_once
from positions.sentences.english import sentence
from positions.sentences.reasons import NO_REASON, Reason
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.comparison.relations import Relations
    from positions.comparison.rows import Bridge
    from positions.model.dossier import Dossier, Issue
    from positions.record.agreements import Agreement, Settlement
    from positions.record.settle import Standing
    from positions.sentences.glossary import Glossary
    from positions.values import Distance

__all__ = ["line_up"]


def line_up(
    words: Glossary,
    issue: Issue,
    part: str,
    standings: Mapping[str, Standing],
    known: Relations,
    agreements: Sequence[Agreement] = (),
) -> Line:
    """Return the line of an issue without parts, or of one part.

    Args:
        words: What sentences call everything in the dossier.
        issue: The issue.
        part: The part, or an empty text for the whole.
        standings: Each party's standing on it, in the order of the columns.
        known: The relations found so far, shared by the lines of a comparison.
        agreements: What was agreed on it, the newest first.
    """
    dossier = words.dossier
    counted = counted_standings(dossier, standings)
    told = issue.id not in dossier.unreadable_outcomes
    found = settlement(dossier, agreements, counted) if told else NO_SETTLEMENT
    match = Match(dossier, issue, part, _as_of_a_deal(dossier, counted, found), known)
    pairs = match.pairs()
    bridges = bridges_on(dossier, issue, part, standings, known)
    relations = {two: overall(each) for two, each in pairs.items()}
    near = _threshold(issue, part)
    gaps = LineGaps(words, issue, part, counted, match, settled=bool(found.settling))
    reasons = LineReasons(words, issue, part, counted, match, near)
    agreed = agreed_bridges(dossier, issue, part, counted, agreements, known)
    status = Status.SETTLED
    if not found.settling:
        status = status_of_line(match, relations, tuple(counted.values()), near)
        status = Status.UNCLEAR if _is_uncertain(found, match, agreed, status) else status
    apart, untold = _told(match.camps, relations)
    flat = tuple(pair for camps in pairs.values() for pair in camps)
    held = _all_say_so(found, agreed, match)
    declined = _declined_since(words, found, counted)
    said = None if held else reasons
    telling = _Telling(words, said, status, found, standings, bridges, declined)
    return Line(
        part=part,
        title=issue.parts[part].title if part else issue.title,
        standings=standings,
        camps=match.camps,
        pairs=flat,
        relations=relations,
        status=status,
        distance=greatest(map(overall_distance, pairs.values())),
        find_gaps=lambda: gaps.found(flat),
        explain=telling.explain,
        bridges=bridges,
        outcomes=tuple(agreements),
        agreed=agreed,
        settlement=found,
        sought=tuple(counted),
        told=apart,
        untold=untold,
        unshared=match.unshared() if Relation.OVERLAPS in relations.values() else frozenset(),
    )


def _is_uncertain(
    found: Settlement, match: Match, agreed: Mapping[tuple[str, str], Bridge], status: Status
) -> bool:
    """Return whether a deal that may be reopened leaves it open what its parties want now.

    So where the order of words is not known, and where they would agree again on what they wanted
    before the deal, which is something else.
    """
    past = found.reopened and any(
        one.older and not agreed[found.reopened[0].outcome.id, party].same
        for party, one in match.speaking.items()
    )
    return found.unordered or (bool(past) and status is Status.AGREED)


def _as_of_a_deal(
    dossier: Dossier, standings: Mapping[str, Standing], found: Settlement
) -> Mapping[str, Standing]:
    """Return standings whose words are older than a deal as older words.

    That is a deal that settles the line, or did so until one of the parties said otherwise, or one
    of some of the parties, for these.
    """
    deals = {party: one.agreement for one in reversed(found.deals) for party in one.parties}
    for_all = next(iter((*found.settling, *found.reopened)), None)
    return {
        party: _as_of(dossier, one, deal) if (deal := for_all or deals.get(party)) else one
        for party, one in standings.items()
    }


def _as_of(dossier: Dossier, standing: Standing, agreement: Agreement) -> Standing:
    """Return a standing as older words where its party has agreed to something since.

    What a later text of the party only takes over from one before it, was said in that.
    """
    entry, day = standing.entry, agreement.outcome.date
    if entry is None:
        return standing
    if day.before(entry.document.date):
        own = entry.document.positions.get(standing.issue)
        stated = own is not None and part_of(own, standing.part) is not None
        source = None if stated else dossier.memoranda.get(entry.position.as_in)
        if source is None or source.party != entry.document.party or day.before(source.date):
            return standing
        entry = replace(entry, document=source)
    return replace(standing, entry=entry, older=True)


def _told(
    camps: tuple[tuple[str, ...], ...], relations: Mapping[tuple[str, str], Relation]
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Return the camps that are known to differ, and the parties of the others."""
    if len(relations) == comb(len(camps), 2) and Relation.UNKNOWN not in relations.values():
        return camps, ()
    return told_apart(camps, lambda one, other: _differ(relations, one, other))


def _differ(relations: Mapping[tuple[str, str], Relation], one: str, other: str) -> bool:
    """Return whether it is known that two camps, by their first parties, differ."""
    found = relations.get((one, other)) or relations.get((other, one))
    return found is not None and found is not Relation.UNKNOWN


def _all_say_so(found: Settlement, agreed: Mapping[tuple[str, str], Bridge], match: Match) -> bool:
    """Return whether all who speak say what settles the line, so that it need not be said again."""
    return bool(found.settling) and all(
        agreed[found.settling[0].outcome.id, party].same for party in match.speaking
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the reason of a line is made of: what was agreed, what parties say, what is proposed."""

    words: Glossary
    reasons: LineReasons | None
    status: Status
    settlement: Settlement
    standings: Mapping[str, Standing]
    bridges: Mapping[tuple[str, str], Bridge]
    declined: tuple[str, ...]

    def explain(self, called: tuple[str, ...]) -> Reason:
        """Return why the line has its status, calling the issue by some of its parts."""
        before = settlement_reason(self.words, self.settlement, called)
        found = self.reasons.reason(self.status, called) if self.reasons else NO_REASON
        behind = bridge_sentences(self.words, self.standings, self.bridges, called)
        said: Sequence[str] = found.said
        if before.said:
            said = [sentence(said_once(one, before.said[0])) for one in found.said]
        everything = tuple(filter(None, (*before.said, *self.declined, *said, *behind)))
        return Reason(before.head or found.head, everything)


def _declined_since(
    words: Glossary, found: Settlement, standings: Mapping[str, Standing]
) -> tuple[str, ...]:
    """Return who would not say any more what it wants since a deal that settles the line."""
    silent = [
        Silence(words.names[party], Blank.DECLINED, one.blank_told)
        for agreement in found.settling[:1]
        for party, one in standings.items()
        if one.blank is Blank.DECLINED and one.document and not one.speaks
        if agreement.outcome.date.before(one.document.date)
    ]
    told = silences(silent, len(standings))
    return tuple(sentence(f"since then, {one}") for one in told)


def _threshold(issue: Issue, part: str) -> Distance | None:
    """Return up to which distance a line counts as near; None on a part in a unit of its own."""
    unit = issue.parts[part].unit if part else ""
    return issue.near if not unit or unit == issue.unit else None
