"""One line of a comparison: an issue without parts, or a part, lined up over all parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.comparison import sentences
from positions.comparison.bridges import (
    agreed_bridges,
    bridge_sentences,
    bridges_on,
    counted_standings,
)
from positions.comparison.camps import Match, greatest, overall, overall_distance, told_apart
from positions.comparison.cell_lines import branch_title
from positions.comparison.outcome_sentences import settlement_reason
from positions.comparison.reasons import LineReasons
from positions.comparison.rows import Gap, Line, Pair, Status
from positions.comparison.status import HIDDEN, status_of_line
from positions.comparison.terms import term_differences
from positions.model.dossier import Blank
from positions.record.agreements import NO_SETTLEMENT, settlement
from positions.sentences.english import sentence
from positions.sentences.reasons import NO_REASON, Reason
from positions.values import KINDS, GapType, Relation, Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.comparison.camps import Relations
    from positions.comparison.rows import Bridge
    from positions.model.dossier import Dossier, Issue, Position
    from positions.record.agreements import Agreement, Settlement
    from positions.record.settle import Standing
    from positions.sentences.glossary import Glossary
    from positions.values import Distance, Phrase

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
    match = Match(dossier, issue, part, counted, known)
    pairs = match.pairs()
    bridges = bridges_on(dossier, issue, part, standings, known)
    relations = {
        leaders: overall([pair.relation for pair in found])
        for leaders, found in pairs.items()
        if found
    }
    near = _threshold(issue, part)
    gaps = _Gaps(dossier, issue, part, counted, match)
    reasons = LineReasons(words, issue, part, counted, match, near)
    told = issue.id not in dossier.unreadable_outcomes
    found = settlement(dossier, agreements, counted) if told else NO_SETTLEMENT
    status = Status.SETTLED
    if not found.settling:
        status = status_of_line(match, relations, tuple(counted.values()), near)
    apart, untold = told_apart(match.camps, lambda one, other: _differ(relations, one, other))
    flat = tuple(pair for camps in pairs.values() for pair in camps)
    agreed = agreed_bridges(dossier, issue, part, counted, agreements, known)
    held = _all_say_so(found, agreed, match)
    telling = _Telling(words, None if held else reasons, status, found, standings, bridges)
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
    )


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

    def explain(self, called: tuple[str, ...]) -> Reason:
        """Return why the line has its status, calling the issue by some of its parts."""
        before = settlement_reason(self.words, self.settlement, called)
        found = self.reasons.reason(self.status, called) if self.reasons else NO_REASON
        behind = bridge_sentences(self.words, self.standings, self.bridges, called)
        said = [sentence(one) for one in found.said] if before.said else found.said
        everything = tuple(filter(None, (*before.said, *said, *behind)))
        return Reason(before.head or found.head, everything)


def _threshold(issue: Issue, part: str) -> Distance | None:
    """Return up to which distance a line counts as near; None on a part in a unit of its own."""
    unit = issue.parts[part].unit if part else ""
    return issue.near if not unit or unit == issue.unit else None


def _gap_of(blank: Blank) -> GapType:
    return GapType.DISCLOSURE if blank in HIDDEN else GapType.PRESENCE


class _Gaps:
    """The gaps of one line, worked out when they are asked for."""

    def __init__(
        self,
        dossier: Dossier,
        issue: Issue,
        part: str,
        standings: Mapping[str, Standing],
        match: Match,
    ) -> None:
        self.dossier = dossier
        self.issue = issue
        self.part = part
        self.standings = standings
        self.match = match

    def found(self, pairs: Sequence[Pair]) -> tuple[Gap, ...]:
        """Return every difference between two camps, and every blank."""
        found = [gap for pair in pairs for gap in (*self._values(pair), *self._terms(pair))]
        return (*found, *self._blank_branches(), *self._blanks())

    def _name(self, leader: str) -> str:
        camp = next(camp for camp in self.match.camps if camp[0] == leader)
        return sentences.camp_name(self.dossier, camp, self.match.speaking[leader])

    def _values(self, pair: Pair) -> list[Gap]:
        """Return the gaps of a pair in value."""
        first = dict(self.match.speaking[pair.first].branches)[pair.first_branch]
        second = dict(self.match.speaking[pair.second].branches)[pair.second_branch]
        one, other = first.value, second.value
        if one is None or other is None:
            return self._struck(pair, first, second)
        frame = self.dossier.frames[self.issue.id, self.part]
        return [
            self._gap(pair, difference.type, difference.phrase, difference.distance)
            for difference in KINDS[self.issue.kind].differences(one, other, frame)
        ]

    def _struck(self, pair: Pair, first: Position, second: Position) -> list[Gap]:
        """Return the gap between what one asks for and another strikes; none where both do."""
        sides = (Side.FIRST, Side.SECOND) if first.value is None else (Side.SECOND, Side.FIRST)
        value = second.value if first.value is None else first.value
        if value is None:
            return []
        frame = self.dossier.frames[self.issue.id, self.part]
        wish = KINDS[self.issue.kind].wish(value, frame).removesuffix(".")
        phrase = (sides[0], " strikes it; ", sides[1], f" {wish}")
        return [self._gap(pair, GapType.CHOICE, phrase)]

    def _terms(self, pair: Pair) -> list[Gap]:
        """Return the gaps of a pair in terms."""
        one = dict(self.match.speaking[pair.first].branches)[pair.first_branch]
        other = dict(self.match.speaking[pair.second].branches)[pair.second_branch]
        if one.value is None or other.value is None:
            return []
        return [
            self._gap(pair, term.type, term.phrase)
            for term in term_differences(self.dossier, one, other)
        ]

    def _gap(
        self, pair: Pair, kind: GapType, phrase: Phrase, distance: Distance | None = None
    ) -> Gap:
        leaders = {pair.first, pair.second}
        camps = self.match.camps
        return Gap(
            type=kind,
            parties=tuple(party for camp in camps if camp[0] in leaders for party in camp),
            sentence=sentences.gap_sentence(
                phrase, self._name(pair.first), self._name(pair.second), self._under(pair)
            ),
            distance=distance,
            part=self.part,
            branches=tuple(label for label in (pair.first_branch, pair.second_branch) if label),
        )

    def _under(self, pair: Pair) -> str:
        """Return the titles of the branches that a pair compares, where there is a choice."""
        chosen = ((pair.first, pair.first_branch), (pair.second, pair.second_branch))
        return " and ".join(
            f"“{branch_title(self.match.speaking[party], label)}”"
            for party, label in chosen
            if label
        )

    def _blank_branches(self) -> tuple[Gap, ...]:
        """Return a gap for each option that a party leaves blank while it speaks under others."""
        return tuple(
            Gap(
                _gap_of(blank),
                (party,),
                sentences.blank_branch_sentence(
                    self.dossier, self.match.speaking[party], label, blank
                ),
                None,
                self.part,
                (label,),
            )
            for party, given in self.match.blank_branches.items()
            for label, blank in given
        )

    def _blanks(self) -> tuple[Gap, ...]:
        """Return a gap for each party that leaves the line blank while another speaks."""
        if not self.match.speaking:
            return ()
        return tuple(
            Gap(
                _gap_of(standing.blank),
                (party,),
                sentences.blank_sentence(self.dossier, standing),
                None,
                self.part,
            )
            for party, standing in self.standings.items()
            if standing.blank and standing.blank is not Blank.INDIFFERENT
        )
