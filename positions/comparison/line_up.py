"""One line of a comparison: an issue without parts, or a part, lined up over all parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison import sentences
from positions.comparison.bridges import bridge_sentences, bridges_on, counted_standings
from positions.comparison.camps import Match, greatest, overall, overall_distance
from positions.comparison.cell_lines import branch_title
from positions.comparison.outcome_sentences import settled_sentence
from positions.comparison.rows import Gap, Line, Pair, Status
from positions.comparison.terms import term_differences
from positions.model.dossier import Blank
from positions.record.agreements import settlement
from positions.values import KINDS, GapType, Relation, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from positions.comparison.camps import Relations
    from positions.model.dossier import Dossier, Issue
    from positions.record.agreements import Agreement
    from positions.record.settle import Standing
    from positions.values import Distance, Phrase

__all__ = ["blank_status", "blanks_of", "line_up"]

_HIDDEN = frozenset({Blank.UNDISCLOSED, Blank.DECLINED})
_UNRECORDED = frozenset({Blank.UNCODED, Blank.UNREADABLE})


def line_up(
    dossier: Dossier,
    issue: Issue,
    part: str,
    standings: Mapping[str, Standing],
    known: Relations,
    agreements: Sequence[Agreement] = (),
) -> Line:
    """Return the line of an issue without parts, or of one part.

    Args:
        dossier: The dossier, for names, titles and frames.
        issue: The issue.
        part: The part, or an empty text for the whole.
        standings: Each party's standing on it, in the order of the columns.
        known: The relations found so far, shared by the lines of a comparison.
        agreements: What was agreed on it, the newest first.
    """
    counted = counted_standings(dossier, standings)
    match = Match(dossier, issue, part, counted, known)
    pairs = match.pairs()
    bridges = bridges_on(dossier, issue, part, standings, known)
    relations = {
        leaders: overall([pair.relation for pair in found]) for leaders, found in pairs.items()
    }
    reasons = _Reasons(dossier, issue, part, counted, match)
    told = issue.id not in dossier.unreadable_outcomes
    settling = settlement(agreements, counted.values()) if told else ()
    open_status = _status(match, relations, tuple(counted.values()), reasons.near)
    status = Status.SETTLED if settling else open_status
    flat = tuple(pair for found in pairs.values() for pair in found)
    return Line(
        part=part,
        title=issue.parts[part].title if part else issue.title,
        standings=standings,
        camps=match.camps,
        pairs=flat,
        relations=relations,
        status=status,
        distance=greatest(map(overall_distance, pairs.values())),
        find_gaps=lambda: reasons.gaps(flat),
        explain=lambda: " ".join(
            (
                reasons.settled(settling[0])
                if settling
                else reasons.sentence(status, relations, flat),
                *reasons.legend(status),
                *bridge_sentences(dossier, issue, standings, bridges),
            )
        ),
        bridges=bridges,
        outcomes=tuple(agreements),
    )


def blanks_of(standings: Iterable[Standing]) -> frozenset[Blank]:
    """Return the kinds of blank among standings, those that a report fills included."""
    return frozenset(standing.blank for standing in standings if standing.blank)


def _status(
    match: Match,
    relations: Mapping[tuple[str, str], Relation],
    standings: Sequence[Standing],
    near: Distance | None,
) -> Status:
    """Return the first status that applies where nothing is settled, in order of precedence."""
    if len(match.speaking) < 2:
        return blank_status(standings)
    meets = match.meets()
    if meets is False:
        return Status.NEAR if near and match.near_by(near) else Status.DIVIDED
    conflicting = any(standing.conflicts for standing in match.speaking.values())
    if meets is None or Relation.UNKNOWN in relations.values() or conflicting:
        return Status.UNCLEAR
    return Status.AGREED if len(match.camps) == 1 else Status.NEAR


def blank_status(standings: Sequence[Standing]) -> Status:
    """Return the status of a line on which fewer than two parties speak."""
    blanks = blanks_of(standing for standing in standings if not standing.speaks)
    if blanks & _HIDDEN:
        return Status.UNDISCLOSED
    if blanks & _UNRECORDED:
        return Status.UNCLEAR
    speaking = [standing for standing in standings if standing.speaks]
    if not speaking:
        return Status.OPEN
    return Status.UNCLEAR if any(one.conflicts for one in speaking) else Status.ONE_SIDED


def _threshold(issue: Issue, part: str) -> Distance | None:
    """Return up to which distance a line counts as near; None on a part in a unit of its own."""
    unit = issue.parts[part].unit if part else ""
    return issue.near if not unit or unit == issue.unit else None


def _gap_of(blank: Blank) -> GapType:
    return GapType.DISCLOSURE if blank in _HIDDEN else GapType.PRESENCE


class _Reasons:
    """The gaps of one line and the sentence for its status, worked out when they are asked for."""

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
        self.near = _threshold(issue, part)

    def gaps(self, pairs: Sequence[Pair]) -> tuple[Gap, ...]:
        found = [gap for pair in pairs for gap in (*self._values(pair), *self._terms(pair))]
        return (*found, *self._blanks())

    def settled(self, agreement: Agreement) -> str:
        """Return what settles the line, and where positions stand all the same."""
        speaking = tuple(self.match.speaking.values())
        if len(self.match.camps) == 1 and len(speaking) > 1:
            on_record = sentences.agreed(self.dossier, self.issue, speaking)
        else:
            camps = [(self._name(one[0]), self.match.speaking[one[0]]) for one in self.match.camps]
            on_record = sentences.on_record(self.dossier, self.issue, camps)
        return " ".join(filter(None, (settled_sentence(self.dossier, agreement), on_record)))

    def sentence(
        self,
        status: Status,
        relations: Mapping[tuple[str, str], Relation],
        pairs: Sequence[Pair],
    ) -> str:
        speaking = tuple(self.match.speaking.values())
        if len(speaking) < 2:
            return sentences.blank_reason(self.dossier, self.issue, tuple(self.standings.values()))
        if status is Status.AGREED:
            return sentences.agreed(self.dossier, self.issue, speaking)
        camps = [(self._name(camp[0]), self.match.speaking[camp[0]]) for camp in self.match.camps]
        told = Relation.UNKNOWN not in relations.values()
        if status is Status.UNCLEAR and told and any(one.conflicts for one in speaking):
            return sentences.untold_by_conflict(self.dossier, self.issue, camps)
        conflicts = [
            sentences.conflict_sentence(self.dossier, self.issue, standing)
            for standing in speaking
            if standing.conflicts
        ]
        return " ".join([*conflicts, self._difference(status, relations, pairs, camps)])

    def legend(self, status: Status) -> tuple[str, ...]:
        """Return what the values are measured against, where the reason does not name it yet."""
        named = len(self.match.camps) == 2 and (
            status is Status.DIVIDED or self._by_threshold(status) is not None
        )
        frame = self.dossier.frames[self.issue.id, self.part]
        legend = KINDS[self.issue.kind].legend(frame)
        return (legend,) if legend and self.match.speaking and not named else ()

    def _by_threshold(self, status: Status) -> Distance | None:
        """Return the threshold by which alone the line is near, or None."""
        near = self.near if status is Status.NEAR else None
        return near if near and self.match.meets() is False else None

    def _difference(
        self,
        status: Status,
        relations: Mapping[tuple[str, str], Relation],
        pairs: Sequence[Pair],
        camps: Sequence[tuple[str, Standing]],
    ) -> str:
        """Return how the camps differ: the gaps of two, or what each of many asks for."""
        near = self._by_threshold(status)
        if near:
            return self._within(near, pairs, camps)
        if len(camps) == 2 and status is Status.NEAR:
            (relation,) = relations.values()
            return sentences.meeting(self.dossier, self.issue, (camps[0], camps[1]), relation)
        if len(camps) == 2 and status is Status.DIVIDED:
            return " ".join(said for pair in pairs for said in self._dividing(pair))
        return sentences.differing(self.dossier, self.issue, camps, status)

    def _within(
        self, near: Distance, pairs: Sequence[Pair], camps: Sequence[tuple[str, Standing]]
    ) -> str:
        """Return how camps differ that exclude each other, but by no more than a threshold."""
        if len(camps) > 2:
            return sentences.no_further(self.dossier, self.issue, camps, near)
        found: list[str] = []
        for pair in pairs:
            said = self._dividing(pair)
            if pair.distance and pair.within(near):
                said = sentences.within(said, pair.distance, near)
            found += said
        return " ".join(found)

    def _dividing(self, pair: Pair) -> list[str]:
        """Return the sentences of the gaps of a pair in value, but for what one leaves out."""
        return [gap.sentence for gap in self._values(pair) if gap.type is not GapType.PRESENCE]

    def _name(self, leader: str) -> str:
        camp = next(camp for camp in self.match.camps if camp[0] == leader)
        return sentences.camp_name(self.dossier, camp, self.match.speaking[leader])

    def _values(self, pair: Pair) -> list[Gap]:
        """Return the gaps of a pair in value."""
        first = dict(self.match.speaking[pair.first].branches)[pair.first_branch]
        second = dict(self.match.speaking[pair.second].branches)[pair.second_branch]
        one, other = first.value, second.value
        if one is None or other is None:
            return [
                self._gap(pair, _gap_of(position.blank), (side, f" {position.blank.meaning}"))
                for side, position in ((Side.FIRST, first), (Side.SECOND, second))
                if position.blank
            ]
        frame = self.dossier.frames[self.issue.id, self.part]
        return [
            self._gap(pair, difference.type, difference.phrase, difference.distance)
            for difference in KINDS[self.issue.kind].differences(one, other, frame)
        ]

    def _terms(self, pair: Pair) -> list[Gap]:
        """Return the gaps of a pair in terms."""
        one = dict(self.match.speaking[pair.first].branches)[pair.first_branch]
        other = dict(self.match.speaking[pair.second].branches)[pair.second_branch]
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
