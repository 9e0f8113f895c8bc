"""Measures how far apart two parties are over all issues, beside the share that nothing divides.

A share does not tell an opponent from somebody in the middle: who shares one extreme answer of two
comes nearer than who is a step away on both. So there are two figures beside it, each from 0 (no
issue divides them) to 100 (as far as can be on each), after Gower's coefficient (Biometrics 27,
1971): the mean, over the issues on which it can be told, of the distance on each. Where two exclude
each other, that is their distance as a part of the greatest that the issue has: the steps of its
ladder, the points of its scale, or else the distance of the two parties that are furthest apart on
it; all of it where the kind has no measure. Where they do not exclude each other, it is 0.

The second figure weighs each issue by the mean of the saliences that are recorded for both; issues
without them are left out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from positions.comparison.rows import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from positions.comparison.rows import Line, Row
    from positions.model.dossier import Dossier
    from positions.values import Distance

__all__ = ["DistanceOnIssue", "MeanDistance", "distances_on", "mean_of", "weighted_mean_of"]

_Two = tuple[str, str]


class DistanceOnIssue(NamedTuple):
    """How far apart two parties are on one issue.

    Attributes:
        figure: From 0 to 1.
        weight: The mean of both saliences, from 0 to 100; None where one is not recorded.
    """

    figure: Fraction
    weight: Fraction | None


@dataclass(frozen=True, slots=True)
class MeanDistance:
    """How far apart two parties are on some issues.

    Attributes:
        figure: From 0 to 1.
        issues: Over how many issues it is the mean.
    """

    figure: Fraction
    issues: int

    @property
    def of_100(self) -> int:
        """The figure as one from 0 to 100, rounded, but to neither end unless it is there."""
        return min(max(round(self.figure * 100), self.figure > 0), 100 - (self.figure < 1))


def mean_of(found: Iterable[DistanceOnIssue]) -> MeanDistance | None:
    """Return the mean of distances, each of which counts alike; None where there is none."""
    figures = [one.figure for one in found]
    return MeanDistance(sum(figures, Fraction()) / len(figures), len(figures)) if figures else None


def weighted_mean_of(found: Iterable[DistanceOnIssue]) -> MeanDistance | None:
    """Return the mean of distances by their weights; None where nothing has any weight."""
    weighed = [(one.figure, one.weight) for one in found if one.weight is not None]
    total = sum((weight for _, weight in weighed), Fraction())
    if not total:
        return None
    return MeanDistance(sum(figure * weight for figure, weight in weighed) / total, len(weighed))


def distances_on(
    dossier: Dossier,
    row: Row,
    statuses: Mapping[str, Mapping[_Two, Status]],
    measured: Mapping[str, Mapping[_Two, Distance]],
) -> Iterator[tuple[_Two, DistanceOnIssue]]:
    """Yield how far apart every two parties are on an issue; of parts, the mean.

    Args:
        dossier: For the measure of the issue.
        row: The row of the issue.
        statuses: The status of each line for two parties who both speak on it, by part.
        measured: How far apart they are there, where that has a measure, by part.
    """
    found: dict[_Two, list[DistanceOnIssue]] = {}
    for line in row.leaves:
        extent = dossier.frames[row.issue.id, line.part].extent
        greatest = extent or (line.distance.figure if line.distance else None)
        for two, status in statuses[line.part].items():
            figure = _figure(status, measured[line.part].get(two), greatest)
            if figure is not None:
                one = DistanceOnIssue(figure, _weight(line, two))
                found.setdefault(two, []).append(one)
    for two, parts in found.items():
        mean = sum((one.figure for one in parts), Fraction()) / len(parts)
        weights = [one.weight for one in parts if one.weight is not None]
        weight = sum(weights, Fraction()) / len(weights) if weights else None
        yield two, DistanceOnIssue(mean, weight)


def _figure(
    status: Status, distance: Distance | None, greatest: int | Fraction | None
) -> Fraction | None:
    """Return the distance on a line from 0 to 1; None where it cannot be told."""
    if distance is not None and greatest:
        return min(Fraction(distance.figure) / greatest, Fraction(1))
    if status is Status.DIVIDED:
        return Fraction(1)
    return None if status in {Status.UNCLEAR, Status.UNDISCLOSED} else Fraction(0)


def _weight(line: Line, two: _Two) -> Fraction | None:
    saliences = [line.standings[party].position.salience for party in two]
    stated = [one for one in saliences if one is not None]
    return Fraction(sum(stated), 2) if len(stated) == len(two) else None
