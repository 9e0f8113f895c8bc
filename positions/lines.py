"""One line of a comparison: an issue without parts, or a part, lined up over all parties."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from positions import sentences
from positions.cell_text import branch_title
from positions.dossier import Blank
from positions.rows import Gap, Line, Pair, Status
from positions.terms import term_differences
from positions.values import KINDS, GapType, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.dossier import Dossier, Issue, Position
    from positions.record import Standing
    from positions.values import Distance, Phrase, Value

__all__ = ["blank_status", "blanks_of", "line_up", "overall"]

_MOST_BRANCHES = 4096
"""How many combinations of branches are tried before it counts as untold."""

_HIDDEN = frozenset({Blank.UNDISCLOSED, Blank.DECLINED})
_UNRECORDED = frozenset({Blank.UNCODED, Blank.UNREADABLE})


def line_up(dossier: Dossier, issue: Issue, part: str, standings: Mapping[str, Standing]) -> Line:
    """Return the line of an issue without parts, or of one part.

    Args:
        dossier: The dossier, for names, titles and frames.
        issue: The issue.
        part: The part, or an empty text for the whole.
        standings: Each party's standing on it, in the order of the columns.
    """
    return _Lineup(dossier, issue, part, standings).line()


def overall(relations: Sequence[Relation]) -> Relation:
    """Return the relation of two unions from the relations of their branches.

    One branch that meets is enough to meet; only branches that are all the same make it same.
    """
    if len(set(relations)) == 1:
        return relations[0]
    if any(relation.meets for relation in relations):
        return Relation.OVERLAPS
    return Relation.UNKNOWN


def blanks_of(standings: Sequence[Standing]) -> frozenset[Blank]:
    """Return the kinds of blank among standings, those that a report fills included."""
    return frozenset(standing.blank for standing in standings if standing.blank)


def blank_status(standings: Sequence[Standing]) -> Status:
    """Return the status of a line on which fewer than two parties speak."""
    blanks = blanks_of([standing for standing in standings if not standing.speaks])
    if blanks & _HIDDEN:
        return Status.UNDISCLOSED
    if blanks & _UNRECORDED:
        return Status.UNCLEAR
    return Status.ONE_SIDED if any(one.speaks for one in standings) else Status.OPEN


class _Lineup:
    """What the steps of lining up one line share."""

    def __init__(
        self, dossier: Dossier, issue: Issue, part: str, standings: Mapping[str, Standing]
    ) -> None:
        self.dossier = dossier
        self.issue = issue
        self.part = part
        self.standings = standings
        self.kind = KINDS[issue.kind]
        self.frame = dossier.frames[issue.id, part]
        self.speaking = {party: one for party, one in standings.items() if one.speaks}
        self.matched: dict[tuple[str, str], tuple[Pair, ...]] = {}
        self.camps = self._camps()
        self.names = {
            camp[0]: sentences.camp_name(dossier, camp, self.speaking[camp[0]])
            for camp in self.camps
        }

    def line(self) -> Line:
        leaders = list(combinations((camp[0] for camp in self.camps), 2))
        relations = {
            pair: overall([found.relation for found in self._match(*pair)]) for pair in leaders
        }
        status = self._status(relations)
        pairs = tuple(found for pair in leaders for found in self._match(*pair))
        gaps = [self._gaps(pair) for pair in pairs]
        values = [gap for found, _ in gaps for gap in found]
        return Line(
            part=self.part,
            title=self.issue.parts[self.part].title if self.part else self.issue.title,
            standings=self.standings,
            camps=self.camps,
            pairs=pairs,
            relations=relations,
            status=status,
            gaps=(*(gap for both in gaps for found in both for gap in found), *self._blank_gaps()),
            sentence=self._reason(status, relations, values),
        )

    def _camps(self) -> tuple[tuple[str, ...], ...]:
        camps: list[list[str]] = []
        for party in self.speaking:
            for camp in camps:
                if self._same(camp[0], party):
                    camp.append(party)
                    break
            else:
                camps.append([party])
        return tuple(tuple(camp) for camp in camps)

    def _same(self, first: str, second: str) -> bool:
        """Return whether two parties hold the same: every branch of each is one of the other's."""
        if self.speaking[first].conflicts or self.speaking[second].conflicts:
            return False
        same = [pair for pair in self._match(first, second) if pair.same]
        found = ({pair.first_branch for pair in same}, {pair.second_branch for pair in same})
        parties = (self.speaking[first], self.speaking[second])
        return all(
            len(labels) == len(standing.branches)
            for labels, standing in zip(found, parties, strict=True)
        )

    def _match(self, first: str, second: str) -> tuple[Pair, ...]:
        """Return two parties lined up, each branch of the one against each of the other."""
        if (first, second) not in self.matched:
            self.matched[first, second] = tuple(
                self._pair(first, second, (one_label, one), (other_label, other))
                for one_label, one in self.speaking[first].branches
                for other_label, other in self.speaking[second].branches
            )
        return self.matched[first, second]

    def _pair(
        self, first: str, second: str, one: tuple[str, Position], other: tuple[str, Position]
    ) -> Pair:
        a, b = one[1].value, other[1].value
        known = a is not None and b is not None
        relation = self.kind.relate(a, b, self.frame) if known else Relation.UNKNOWN
        apart = relation is Relation.APART
        return Pair(
            first,
            second,
            relation,
            not term_differences(self.dossier, one[1], other[1]),
            self.kind.distance(a, b, self.frame) if apart else None,
            one[0],
            other[0],
        )

    def _status(self, relations: Mapping[tuple[str, str], Relation]) -> Status:
        if len(self.speaking) < 2:
            return blank_status(tuple(self.standings.values()))
        meets = self._meet([])
        if meets is False:
            return Status.DIVIDED
        conflicting = any(standing.conflicts for standing in self.speaking.values())
        if meets is None or Relation.UNKNOWN in relations.values() or conflicting:
            return Status.UNCLEAR
        return Status.AGREED if len(self.camps) == 1 else Status.NEAR

    def _meet(self, chosen: list[Value | None]) -> bool | None:
        """Return whether an outcome is admitted by all camps, under some choice of branches.

        Words of the same moment that contradict the record count as branches here: a line is
        divided only if no word of anyone's meets.
        """
        if len(chosen) == len(self.camps):
            return self._common(chosen)
        if self._choices() > _MOST_BRANCHES:
            return None
        found: set[bool | None] = set()
        for value in self._values(self.camps[len(chosen)][0]):
            tried = [*chosen, value]
            meets = False if self._common(tried) is False else self._meet(tried)
            if meets:
                return True
            found.add(meets)
        return None if None in found else False

    def _values(self, party: str) -> list[Value | None]:
        standing = self.speaking[party]
        words = [position for _, position in standing.branches]
        for entry in standing.conflicts:
            words += entry.position.alternatives.values() or [entry.position]
        return [position.value for position in words]

    def _choices(self) -> int:
        number = 1
        for camp in self.camps:
            number *= len(self._values(camp[0]))
        return number

    def _common(self, values: Sequence[Value | None]) -> bool | None:
        known = [value for value in values if value is not None]
        meets = self.kind.meet(known, self.frame) if len(known) > 1 else True
        return None if meets and len(known) < len(values) else meets

    def _gaps(self, pair: Pair) -> tuple[list[Gap], list[Gap]]:
        """Return the gaps of a pair in value, and those in terms."""
        one = dict(self.speaking[pair.first].branches)[pair.first_branch]
        other = dict(self.speaking[pair.second].branches)[pair.second_branch]
        values: list[Gap] = []
        if one.value is not None and other.value is not None:
            values = [
                self._gap(pair, difference.type, difference.phrase, difference.distance)
                for difference in self.kind.differences(one.value, other.value, self.frame)
            ]
        terms = [
            self._gap(pair, term.type, term.phrase)
            for term in term_differences(self.dossier, one, other)
        ]
        return values, terms

    def _gap(
        self, pair: Pair, kind: GapType, phrase: Phrase, distance: Distance | None = None
    ) -> Gap:
        leaders = {pair.first, pair.second}
        return Gap(
            type=kind,
            parties=tuple(party for camp in self.camps if camp[0] in leaders for party in camp),
            sentence=sentences.gap_sentence(
                phrase, self.names[pair.first], self.names[pair.second], self._under(pair)
            ),
            distance=distance,
            part=self.part,
            branches=tuple(label for label in (pair.first_branch, pair.second_branch) if label),
        )

    def _under(self, pair: Pair) -> str:
        """Return the titles of the branches that a pair compares, where there is a choice."""
        chosen = ((pair.first, pair.first_branch), (pair.second, pair.second_branch))
        return " and ".join(
            f"“{branch_title(self.speaking[party], label)}”" for party, label in chosen if label
        )

    def _blank_gaps(self) -> tuple[Gap, ...]:
        if not self.speaking:
            return ()
        return tuple(
            Gap(
                GapType.DISCLOSURE if standing.blank in _HIDDEN else GapType.PRESENCE,
                (party,),
                sentences.blank_sentence(self.dossier, standing),
                None,
                self.part,
            )
            for party, standing in self.standings.items()
            if standing.blank and standing.blank is not Blank.INDIFFERENT
        )

    def _reason(
        self, status: Status, relations: Mapping[tuple[str, str], Relation], values: list[Gap]
    ) -> str:
        speaking = tuple(self.speaking.values())
        if len(speaking) < 2:
            return sentences.blank_reason(self.dossier, self.issue, tuple(self.standings.values()))
        conflicts = [
            sentences.conflict_sentence(self.dossier, self.issue, standing)
            for standing in speaking
            if standing.conflicts
        ]
        if status is Status.AGREED:
            return sentences.agreed(self.dossier, self.issue, speaking)
        return " ".join([*conflicts, self._difference(status, relations, values)])

    def _difference(
        self, status: Status, relations: Mapping[tuple[str, str], Relation], values: list[Gap]
    ) -> str:
        """Return how the camps differ: the gaps of two, or what each of many asks for."""
        camps = [(self.names[camp[0]], self.speaking[camp[0]]) for camp in self.camps]
        if len(camps) == 2 and status is Status.NEAR:
            (relation,) = relations.values()
            return sentences.meeting(self.dossier, self.issue, (camps[0], camps[1]), relation)
        dividing = [gap for gap in values if gap.type is not GapType.PRESENCE]
        if len(camps) == 2 and status is Status.DIVIDED and dividing:
            return " ".join(gap.sentence for gap in dividing)
        return sentences.differing(self.dossier, self.issue, camps, status)
