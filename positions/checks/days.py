"""A rule about days that can hardly be meant: after the dossier's own, or far from all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from positions.model.dossier import Account

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.checks.walk import Declared, Faults
    from positions.model.dossier import Dossier
    from positions.model.moment import Moment
    from positions.problems.problem import Path

__all__ = ["unlikely_day"]

_FAR = 10 * 366
"""How many days apart from all others is far: ten years."""

_YEAR = 366
_MOST_APART = 3
"""How many records may be later than the dossier's own day before that is what is doubted."""


class _Dated(NamedTuple):
    """A day that a record has.

    Attributes:
        path: Where it stands.
        moment: The day.
        leeway: By how many days it may be later than the dossier's own.
    """

    path: Path
    moment: Moment
    leeway: int = 0


def unlikely_day(dossier: Dossier, declared: Declared) -> Faults:
    """Yield each day after the dossier's own, and the one that is far from all others.

    A source, or an account, may be up to a year later: it tells of what was.
    """
    dated = sorted(_dated(dossier, declared), key=lambda one: one.moment.day)
    own = dossier.header.as_of.day
    late = [one for one in dated if (one.moment.first_day - own).days > one.leeway]
    if len(late) > _MOST_APART:
        sentence = f"{len(late)} days in the dossier are after its own, {dossier.header.as_of}."
        yield ("dossier", "as_of"), sentence, "Move `as_of` on, or mend those days."
    for one in late if len(late) <= _MOST_APART else ():
        sentence = f"{one.moment} is after the dossier's own day, {dossier.header.as_of}."
        yield one.path, sentence, "Mend it, or move `as_of` on: until then it counts for nothing."
    yield from _far([one for one in dated if one not in late])


def _far(dated: Sequence[_Dated]) -> Faults:
    """Yield what has the first day, or the last, where that is far from every other."""
    days = sorted({one.moment.day for one in dated})
    for end, beside, where in ((0, 1, "before"), (-1, -2, "after")):
        alone = [one for one in dated if one.moment.day == days[end]] if len(days) > 1 else []
        if alone and len(alone) <= _MOST_APART and abs(days[beside] - days[end]).days > _FAR:
            for one in alone:
                sentence = f"{one.moment} is more than ten years {where} every other day here."
                yield one.path, sentence, "Mend the year, if it is a slip."


def _dated(dossier: Dossier, declared: Declared) -> Iterator[_Dated]:
    bases = {one.based_on for one in dossier.memoranda.values()}
    for document in dossier.memoranda.values():
        path: Path = ("memoranda", document.id)
        # What others work on may be an old treaty.
        if document.id not in bases and declared.writes((*path, "date")):
            yield _Dated((*path, "date"), document.date)
        if document.known is not None:
            yield _Dated((*path, "known"), document.known)
    for outcome in dossier.outcomes.values():
        yield _Dated(("outcomes", outcome.id, "date"), outcome.date)
    for where, position in declared.positions:
        if isinstance(position, Account) and position.date is not None:
            yield _Dated((*where, "date"), position.date, _YEAR)
    named = {name for document in dossier.memoranda.values() for name in document.sources}
    named |= {name for outcome in dossier.outcomes.values() for name in outcome.sources}
    for source in dossier.sources.values():
        if source.id in named and declared.writes(("sources", source.id, "date")):
            yield _Dated(("sources", source.id, "date"), source.date, _YEAR)
