"""Rules on outcomes: who confirms what, and whether they fit each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from positions.model.dossier import Blank
from positions.model.outcome import EVERYONE
from positions.record.everyone import all_who_agree
from positions.record.parts import part_of
from positions.text.quoting import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.checks.walk import Declared, Faults
    from positions.model.dossier import Dossier, Outcome, Position
    from positions.problems.problem import Path

__all__ = [
    "conflicting_outcome",
    "contradicted_outcome",
    "early_delivery",
    "nothing_confirmed",
    "outcome_without_source",
    "repeated_party",
]

_MOST_AT_ONCE = 20
"""How many outcomes of one day are compared with each other."""


def nothing_confirmed(dossier: Dossier, _: Declared) -> Faults:
    """Yield each outcome that is confirmed and has nothing that could be."""
    for outcome in dossier.outcomes.values():
        said = outcome.position is not None and outcome.position.blank is not Blank.UNCODED
        if outcome.confirmed_by and not said:
            sentence = "The outcome is confirmed, and says nothing itself."
            yield _path(outcome, "confirmed_by"), sentence, "Add `value:`, or remove it."


def repeated_party(dossier: Dossier, _: Declared) -> Faults:
    """Yield each party that confirms an outcome twice, in its own name or with all."""
    for outcome in dossier.outcomes.values():
        for place, party in enumerate(outcome.confirmed_by):
            others = outcome.confirmed_by[:place]
            if party in others:
                sentence = f"`{short_name(party)}` confirms the outcome twice."
                yield (*_path(outcome, "confirmed_by"), place), sentence, "Keep one of the two."
        if not _among_all(dossier, outcome).isdisjoint(outcome.confirmed_by):
            sentence = "All confirm the outcome, and some are named beside that."
            yield _path(outcome, "confirmed_by"), sentence, "Write `confirmed_by: all`."


def contradicted_outcome(dossier: Dossier, _: Declared) -> Faults:
    """Yield each account by a party that confirms an outcome and says something else."""
    for outcome in dossier.outcomes.values():
        confirming = {*outcome.confirmed_by, *_among_all(dossier, outcome)}
        for party, account in outcome.accounts.items():
            if party in confirming and _contradicts(dossier, outcome, account):
                sentence = f"`{short_name(party)}` confirms the outcome, and says otherwise here."
                advice = "Remove it from `confirmed_by`, or mend its account."
                yield _path(outcome, "accounts", party), sentence, advice


def _among_all(dossier: Dossier, outcome: Outcome) -> set[str]:
    """Return for whom `all` stands in an outcome that all confirm; none where they do not."""
    every = EVERYONE in outcome.confirmed_by
    return set(all_who_agree(dossier, outcome.date)) if every else set()


def _contradicts(dossier: Dossier, outcome: Outcome, account: Position) -> bool:
    for part in dossier.issues[outcome.issue].parts or ("",):
        said, agreed = _stated(account, part), _stated(outcome.position, part)
        if said is not None and agreed is not None and said.substance() != agreed.substance():
            return True
    return False


def conflicting_outcome(dossier: Dossier, _: Declared) -> Faults:
    """Yield each outcome of the same moment as another that says something else."""
    of_a_day: dict[tuple[object, ...], list[tuple[Outcome, object]]] = defaultdict(list)
    for outcome in dossier.outcomes.values():
        for other in dict.fromkeys(_conflicting(dossier, outcome, of_a_day)):
            sentence = f"`{short_name(other)}`, of the same moment, says something else."
            advice = "Give the later one its time, or make them accounts of one outcome."
            yield _path(outcome), sentence, advice


def _conflicting(
    dossier: Dossier,
    outcome: Outcome,
    of_a_day: dict[tuple[object, ...], list[tuple[Outcome, object]]],
) -> Iterator[str]:
    for part in dossier.issues[outcome.issue].parts or ("",):
        agreed = _stated(outcome.position, part)
        if agreed is None:
            continue
        others = of_a_day[outcome.issue, part, outcome.date.day]
        substance = agreed.substance()
        for other, said in others:
            apart = other.date.before(outcome.date) or outcome.date.before(other.date)
            if not apart and said != substance:
                yield other.id
        if len(others) < _MOST_AT_ONCE:
            others.append((outcome, substance))


def early_delivery(dossier: Dossier, _: Declared) -> Faults:
    """Yield each delivery that is earlier than what it delivers."""
    for outcome in dossier.outcomes.values():
        for party, delivery in outcome.delivered.items():
            if delivery.date is not None and delivery.date.before(outcome.date):
                sentence = f"It was delivered on {delivery.date}, and agreed on {outcome.date}."
                where = _path(outcome, "delivered", party, "date")
                yield where, sentence, "Mend one of the two dates."


def outcome_without_source(dossier: Dossier) -> Faults:
    """Yield each outcome that says something without saying on whose word."""
    for outcome in dossier.outcomes.values():
        words = (*outcome.accounts.values(), *outcome.delivered.values())
        if outcome.sources or (outcome.position is None and all(one.sources for one in words)):
            continue
        sentence = "The outcome has no source."
        yield _path(outcome), sentence, "Add `sources:` to it, or to each account and delivery."


def _stated(position: Position | None, part: str) -> Position | None:
    """Return what a position states on a part of its issue; None where it states nothing."""
    found = part_of(position, part) if position else None
    return found if found and found.unstated is None else None


def _path(outcome: Outcome, *below: str | int) -> Path:
    return ("outcomes", outcome.id, *below)
