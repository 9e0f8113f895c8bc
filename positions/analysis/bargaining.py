"""Asks of a line whether there is a zone of possible agreement, and what holds if not.

A zone is the overlap of what the parties would still take rather than have no agreement: their
reservation values. It is computed from values that all of them stated; where one is missing or is
an analyst's inference, it cannot be told (Raiffa, The Art and Science of Negotiation, 1982).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from positions.comparison.bridges import counted_standings
from positions.model.dossier import Basis, Blank
from positions.record.parts import part_of
from positions.sentences.english import among, paragraph, sentence
from positions.sentences.glossary import Glossary
from positions.sentences.names import Name, subject
from positions.text.english import listed
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.comparison.rows import Line
    from positions.model.dossier import Dossier, Issue, Position, Reservation
    from positions.record.settle import Standing
    from positions.values import Measure, Value

__all__ = ["Zone", "reference_sentence", "reservation_in_words", "zone_of"]


_UNTOLD = "unknown"
_EXCLUDED = "excluded"
_ADMITTED = "admitted"
_NONE_STATED = ("has stated no reservation value", "have stated no reservation value")


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of possible agreement on a line.

    Attributes:
        exists: Whether there is one; None where it cannot be told.
        sentence: Whether there is one, and why, in a sentence.
    """

    exists: bool | None
    sentence: str


def reservation_in_words(measure: Measure, held: Reservation) -> str:
    """Return `at least 20 days (stated)`, or `(inferred)` where it is the analyst's own guess."""
    return f"{measure.show(held.value)} ({held.basis})"


def zone_of(dossier: Dossier, issue: Issue, line: Line) -> Zone | None:
    """Return whether there is a zone of possible agreement on a line with standings.

    None where no party has a reservation value, so that nobody asked. Parties who do not mind
    keep nobody from an agreement.
    """
    asked = {
        party: standing
        for party, standing in counted_standings(dossier, line.standings).items()
        if standing.blank is not Blank.INDIFFERENT
    }
    each = {party: _held(standing) for party, standing in asked.items()}
    if len(each) < 2 or not any(each.values()):
        return None
    unsure = _unsure(dossier, issue, asked)
    if unsure:
        return _untold("; ".join(unsure))
    stated = {party: found[0] for party, found in each.items()}
    measure = dossier.measure(issue.id, line.part)
    exists = measure.meet([one.value for one in stated.values()])
    names = Glossary.of(dossier).names
    held = [(names[party].text, measure.in_prose(one.value)) for party, one in stated.items()]
    words = "; ".join(f"{value} ({name})" for name, value in held)
    if exists is None:
        return _untold(f"a value is not given: {words}")
    if not exists and _may_lie_between([one.value for one in stated.values()], measure):
        return _untold(f"a value alone does not say which side of it a party would take: {words}")
    lead = "there are outcomes" if exists else "there is no outcome"
    who = "both" if len(held) == 2 else "all"
    told = f"by their stated reservation values, {lead} that {who} would prefer to no agreement"
    (first, value), *others = held
    would = [f"{first} would take {value}", *(f"{name} {their}" for name, their in others)]
    return Zone(exists, sentence(f"{told}: {listed(would)}"))


def _may_lie_between(values: Sequence[Value], measure: Measure) -> bool:
    """Return whether values that do not meet may be the ends of what parties would take.

    That is so of a figure alone, such as a price or a limit, where there is a measure.
    """
    measured = any(measure.distance(*two) for two in combinations(values, 2))
    return measured and any(value.single for value in values)


def _untold(why: str) -> Zone:
    lead = "It is unclear whether there is a zone of possible agreement"
    return Zone(None, sentence(f"{lead}: {why}"))


def _held(standing: Standing) -> tuple[Reservation, ...]:
    """Return the reservation values of a party: of its word, and of others of the same moment."""
    found = (word.position.reservation for word in standing.words)
    return tuple(one for one in found if one)


def _unsure(dossier: Dossier, issue: Issue, asked: Mapping[str, Standing]) -> list[str]:
    """Return why nothing can be built on the parties' reservations; nothing where all stated one.

    Those that stated none are told together, last.
    """
    found, silent = [], []
    for party, standing in asked.items():
        name, held = Glossary.of(dossier).names[party], _held(standing)
        if not held:
            silent.append(name)
        elif len({one.value for one in held}) > 1:
            found.append(f"{name.possessive} words of the same day differ on a reservation value")
        elif held[0].basis is Basis.INFERRED:
            value = dossier.measure(issue.id, standing.part).in_prose(held[0].value)
            found.append(f"{name.possessive} reservation value is inferred ({value})")
    if silent:
        name = subject(silent)
        found.append(f"{name.text} {name.verb(*_NONE_STATED)}")
    return found


def reference_sentence(dossier: Dossier, issue: Issue, line: Line) -> str:
    """Return what comes about if nothing is agreed, and whose positions exclude it.

    `If nothing is agreed: 30 days. North's position excludes it.` An empty text where the issue has
    no reference point on this line.
    """
    point = issue.reference_point and part_of(issue.reference_point, line.part)
    if not point or point.value is None:
        return ""
    measure = dossier.measure(issue.id, line.part)
    names, views = Glossary.of(dossier).names, dict[str, list[Name]]()
    for party, standing in counted_standings(dossier, line.standings).items():
        if standing.speaks:
            words = [word.position for word in standing.words]
            found = {_view(measure, word, point.value) for word in words}
            view = found.pop() if len(found) == 1 else _UNTOLD
            views.setdefault(view, []).append(names[party])
    clauses = [_viewed(view, of) for view, of in views.items()]
    said = sentence(f"if nothing is agreed: {measure.in_prose(point.value)}")
    return paragraph([said, sentence("; ".join(clauses)) if clauses else ""])


def _viewed(view: str, names: Sequence[Name]) -> str:
    """Return whose positions exclude what comes about, or do not."""
    whose = among([name.possessive for name in names], "positions")
    one = len(names) == 1
    if view == _ADMITTED:
        return f"{whose} {'position does' if one else 'positions do'} not exclude it"
    excludes = f"{whose} {'position excludes' if one else 'positions exclude'} it"
    return f"it is not known whether {excludes}" if view == _UNTOLD else excludes


def _view(measure: Measure, word: Position, point: Value) -> str:
    relations = {
        measure.relate(branch.value, point) if branch.value else Relation.UNKNOWN
        for branch in word.alternatives.values() or (word,)
    }
    if relations == {Relation.APART}:
        return _EXCLUDED
    if any(relation.meets for relation in relations):
        return _ADMITTED
    return _UNTOLD
