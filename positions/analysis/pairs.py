"""Every two parties: on which issues both speak, what divides them there, and who is nearest.

Pairs are ranked by a share: of the issues on which both parties speak, those on which nothing
divides them, printed as `12 of 18`. Issues count alike, whatever they are about. Two pairs with the
same share are equally near, and the two numbers are always printed together, so that a reader sees
how much a share rests on. Those that share less than half as many issues as the pair that shares
the most, or one alone, have no rank, because a share of few issues says little. An issue on which
it cannot be told whether two parties meet counts as one that may divide them. Positions are counted
as they stand, whether or not an outcome has settled the issue since.

Beside the share stands how far apart they are on average (`mean_distance`), and the same by the
salience of each issue. Distances in different measures are never added up, and the greatest is told
in each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

from positions.analysis.mean_distance import distances_on, mean_of, weighted_mean_of
from positions.comparison.camps import overall_distance, stated
from positions.comparison.compare import narrowed
from positions.comparison.line_up import line_up
from positions.comparison.relations import Relations
from positions.comparison.rows import Status
from positions.comparison.status import KNOWN_BLANK, blank_status, status_of_parts
from positions.model.outcome import EVERYONE
from positions.model.vocabulary import Modality, Role
from positions.sentences.glossary import Glossary
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from positions.analysis.mean_distance import DistanceOnIssue, MeanDistance
    from positions.comparison.rows import Comparison, Line, Pair, Row
    from positions.model.dossier import Dossier, Issue, Position
    from positions.model.outcome import Outcome
    from positions.values import Distance

__all__ = [
    "UNDIVIDED",
    "Closeness",
    "Farthest",
    "PairSummary",
    "Pairs",
    "note_distance",
    "pair_up",
    "ranked",
    "side_by_side",
]


class Closeness(StrEnum):
    """How two parties stand to each other on an issue on which both speak."""

    SAME = "same"
    NEAR = "near"
    COMPATIBLE = "compatible"
    APART = "apart"
    UNKNOWN = "unknown"

    @property
    def meaning(self) -> str:
        """What it says of the two, as a clause."""
        return _MEANINGS[self]


_MEANINGS = {
    Closeness.SAME: "both ask for the same, on the same terms",
    Closeness.NEAR: (
        "they have something in common, or are no further apart than the issue allows"
    ),
    Closeness.COMPATIBLE: "neither excludes the other, and they share nothing",
    Closeness.APART: "no outcome is admitted by both",
    Closeness.UNKNOWN: "it cannot be told whether they meet",
}
UNDIVIDED = (Closeness.SAME, Closeness.NEAR, Closeness.COMPATIBLE)
_STANDS = {
    Status.AGREED: Closeness.SAME,
    Status.NEAR: Closeness.NEAR,
    Status.ONE_SIDED: Closeness.NEAR,
    Status.COMPATIBLE: Closeness.COMPATIBLE,
    Status.DIVIDED: Closeness.APART,
    Status.UNCLEAR: Closeness.UNKNOWN,
    Status.UNDISCLOSED: Closeness.UNKNOWN,
}
"""By the status of the row in a comparison of these two alone, where nothing is settled."""


@dataclass(frozen=True, slots=True)
class Farthest:
    """The greatest distance between two parties in one measure, and where it is.

    Attributes:
        issue: The issue's id.
        part: The part's id, or an empty text for the whole.
    """

    issue: str
    part: str
    distance: Distance


@dataclass(frozen=True, slots=True)
class PairSummary:
    """What is between two parties.

    Attributes:
        first: The id of the one that comes first in the comparison.
        second: The id of the other.
        issues: The ids of the issues on which both speak, by how they stand there; every stand is
            a key. An issue with parts is among them if both speak on one of its parts.
        farthest: The greatest distance in each measure (a kind and unit) in which they are apart.
        distance: How far apart they are on average; None where it can be told on no issue, or where
            there is no third party to set it against.
        weighted: The same by the salience of the issues; None where none is recorded for both.
    """

    first: str
    second: str
    issues: Mapping[Closeness, tuple[str, ...]]
    farthest: tuple[Farthest, ...]
    distance: MeanDistance | None = None
    weighted: MeanDistance | None = None

    @property
    def both(self) -> int:
        """On how many issues both speak."""
        return sum(map(len, self.issues.values()))

    @property
    def undivided(self) -> int:
        """On how many of these nothing divides them: neither excludes the other."""
        return sum(len(self.issues[one]) for one in UNDIVIDED)

    @property
    def share(self) -> Fraction | None:
        """The part of the issues on which nothing divides them; None where they share no issue."""
        return Fraction(self.undivided, self.both) if self.both else None

    def other(self, party: str) -> str:
        """Return the other party's id."""
        return self.second if party == self.first else self.first


@dataclass(frozen=True, slots=True)
class Pairs:
    """Every two parties of a comparison.

    Attributes:
        comparison: The comparison.
        all: What is between every two, in the order of the comparison's parties.
    """

    comparison: Comparison
    all: tuple[PairSummary, ...]

    @property
    def floor(self) -> int:
        """How many issues a pair has to share for a rank: half of the most that any does.

        Where any shares two, one issue is too few.
        """
        most = max((one.both for one in self.all), default=0)
        return max(-(-most // 2), min(most, 2), 1)

    def of(self, party: str) -> tuple[PairSummary, ...]:
        """Return what is between a party and each of the others."""
        return tuple(one for one in self.all if party in {one.first, one.second})

    def between(self, first: str, second: str) -> PairSummary:
        """Return what is between two parties, in either order.

        Raises:
            KeyError: One of them is not compared, or both are the same.
        """
        for one in self.all:
            if {one.first, one.second} == {first, second}:
                return one
        raise KeyError(first, second)


def ranked(pairs: Iterable[PairSummary], floor: int = 1) -> list[tuple[int | None, PairSummary]]:
    """Return pairs with their ranks, the nearest first; equal shares have equal ranks.

    Among equals, those who share more issues stand first, and then the order given is kept. Pairs
    that share fewer issues than the floor come last and have no rank.

    Args:
        pairs: The pairs.
        floor: On how many issues both have to speak.
    """
    least = max(floor, 1)
    ordered = sorted(pairs, key=lambda one: (one.both < least, -_or_less(one.share), -one.both))
    ranks: dict[Fraction | None, int] = {}
    for number, one in enumerate(ordered, 1):
        ranks.setdefault(one.share, number)
    return [(ranks[one.share] if one.both >= least else None, one) for one in ordered]


def _or_less(share: Fraction | None) -> Fraction:
    return Fraction(-1) if share is None else share


def pair_up(
    comparison: Comparison, rows: Sequence[Row] | None = None, *, of: str | None = None
) -> Pairs:
    """Return what is between every two parties of a comparison; other columns have no part in it.

    Args:
        comparison: The comparison.
        rows: The rows to count; all where none are given.
        of: The id of a party of which alone the pairs are wanted; of every party where none is
            given.
    """
    twos = combinations([party.id for party in comparison.counted], 2)
    found = {two: _Found() for two in twos if of is None or of in two}
    # Two alone are as far apart as can be wherever they are: there is nothing to measure it by.
    several = len(comparison.counted) > 2
    for row in comparison.rows if rows is None else rows:
        statuses = {line.part: _statuses(comparison, row.issue, line, found) for line in row.leaves}
        for two, stand in _stands(row, statuses, found):
            found[two].issues[stand].append(row.issue.id)
        measured = {line.part: dict(_distances(line, found)) for line in row.leaves}
        for part, distances in measured.items():
            for two, distance in distances.items():
                note_distance(found[two].farthest, row.issue, part, distance)
        for two, mean in distances_on(comparison.dossier, row, statuses, measured):
            found[two].distances.append(mean)
    return Pairs(
        comparison,
        tuple(
            PairSummary(
                *two,
                {stand: tuple(issues) for stand, issues in each.issues.items()},
                tuple(each.farthest.values()),
                *((mean_of(each.distances), weighted_mean_of(each.distances)) if several else ()),
            )
            for two, each in found.items()
        ),
    )


def side_by_side(comparison: Comparison, first: str, second: str) -> Comparison:
    """Return the comparison of two of its columns alone, as if both were parties.

    So a mediator's paper can be set against a party's as one party's against another's; its name
    says what it is. What all parties confirm, it does not confirm thereby.

    Args:
        comparison: The comparison.
        first: The id of the one.
        second: The id of the other.

    Raises:
        LookupError: One of them is not in the comparison.
    """
    dossier = comparison.dossier
    others = {
        party.id: party.model_copy(update={"name": party.heading, "role": Role.PARTY})
        for party in comparison.parties
        if party.id in {first, second} and not party.role.counts
    }
    if others:
        parties = {name: others.get(name, party) for name, party in dossier.parties.items()}
        outcomes = {name: _by_name(one, dossier) for name, one in dossier.outcomes.items()}
        comparison = replace(
            comparison, dossier=replace(dossier, parties=parties, outcomes=outcomes)
        )
    return narrowed(comparison, (first, second))


def _by_name(outcome: Outcome, dossier: Dossier) -> Outcome:
    """Return an outcome that names those who confirm it, where that is every party."""
    if EVERYONE not in outcome.confirmed_by:
        return outcome
    names = [party.id for party in dossier.parties.values() if party.role.counts]
    everyone = (*(name for name in outcome.confirmed_by if name != EVERYONE), *names)
    return outcome.model_copy(update={"confirmed_by": tuple(dict.fromkeys(everyone))})


def note_distance(
    farthest: dict[tuple[str, str], Farthest], issue: Issue, part: str, distance: Distance
) -> None:
    """Note a distance if it is the greatest so far in its measure: of its kind and unit."""
    unit = (issue.parts[part].unit if part else "") or issue.unit
    before = farthest.get((issue.kind, unit))
    if before is None or distance.figure > before.distance.figure:
        farthest[issue.kind, unit] = Farthest(issue.id, part, distance)


class _Found:
    """What is known of two parties while the rows are read."""

    __slots__ = ("distances", "farthest", "issues")

    def __init__(self) -> None:
        self.issues: dict[Closeness, list[str]] = {stand: [] for stand in Closeness}
        self.farthest: dict[tuple[str, str], Farthest] = {}
        self.distances: list[DistanceOnIssue] = []


_Two = tuple[str, str]


def _stands(
    row: Row, statuses: Mapping[str, Mapping[_Two, Status]], twos: Collection[_Two]
) -> Iterable[tuple[_Two, Closeness]]:
    """Yield how every two parties stand on a row on which both speak."""
    lines = list(statuses.values())
    if not row.parts:
        yield from ((two, _STANDS[status]) for two, status in lines[0].items())
        return
    for two in twos:
        if not any(two in found for found in lines):
            continue
        spoken: list[Status] = []
        silent = True
        for line, found in zip(row.leaves, lines, strict=True):
            standings = [line.standings[party] for party in two]
            if any(one.speaks for one in standings):
                spoken.append(found.get(two) or blank_status(standings))
            else:
                silent = silent and all(one.blank in KNOWN_BLANK for one in standings)
        yield two, _STANDS[status_of_parts(spoken, (), silent=silent)]


def _statuses(
    comparison: Comparison, issue: Issue, line: Line, twos: Collection[_Two]
) -> dict[_Two, Status]:
    """Return the status of a line for every two parties who both speak on it."""
    leaders, known, words = line.leaders, Relations(), Glossary(comparison.dossier)
    conflicting = {
        party
        for party, one in line.standings.items()
        if one.conflicts or (one.speaks and any(map(_needs_weighing, dict(one.branches).values())))
    }
    found: dict[_Two, Status] = {}
    for two in twos:
        if two[0] not in leaders or two[1] not in leaders:
            continue
        status = _status(line, leaders[two[0]], leaders[two[1]])
        # Words that contradict each other, and a threshold, are for these two alone to weigh.
        is_apart_at_most = issue.near is not None and status is Status.DIVIDED
        is_of_lists = bool(issue.items) and status is Status.NEAR
        if is_apart_at_most or is_of_lists or not conflicting.isdisjoint(two):
            standings = {party: line.standings[party] for party in two}
            status = line_up(words, issue, line.part, standings, known).status
        found[two] = status
    return found


def _needs_weighing(position: Position) -> bool:
    """Return whether a relation of a branch alone does not tell how two parties stand."""
    return not stated(position) or position.modality is Modality.WILL_NOT


def _status(line: Line, one: str, other: str) -> Status:
    """Return the status of a line for two camps, by the first party of each."""
    if one == other:
        return Status.AGREED
    relation = line.relations.get((one, other)) or line.relations.get((other, one))
    return _OF_RELATION.get(relation or Relation.UNKNOWN, Status.NEAR)


_OF_RELATION = {Relation.APART: Status.DIVIDED, Relation.UNKNOWN: Status.UNCLEAR}


def _distances(line: Line, twos: Collection[_Two]) -> Iterable[tuple[_Two, Distance]]:
    """Yield how far apart every two parties are on a line, where that has a measure."""
    branches: dict[_Two, list[Pair]] = {}
    for pair in line.pairs:
        branches.setdefault((pair.first, pair.second), []).append(pair)
    members = {camp[0]: camp for camp in line.camps}
    for camps, found in branches.items():
        distance = overall_distance(found)
        if distance is not None:
            for one, other in product(*(members[leader] for leader in camps)):
                for two in ((one, other), (other, one)):
                    if two in twos:
                        yield two, distance
