"""Says where a move went: `It moved toward Russia: 17 days apart; before, 27.`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.changes.model import PositionChange
from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import AT_NEAREST, Direction
from positions.changes.sentences import change_reason, corrected, recorded_later
from positions.sentences.dates import on, said_once
from positions.sentences.english import apart_by, number, sentence
from positions.sentences.names import subject
from positions.text.english import capital, listed
from positions.values import Relation
from positions.values.kinds.exchange import EACH_WAY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from positions.changes.movement import Move
    from positions.changes.nearness import Nearness, Toward
    from positions.model.dossier import Memorandum
    from positions.sentences.glossary import Glossary
    from positions.sentences.names import Name
    from positions.sentences.reasons import Reason

__all__ = ["TOGETHER", "directions", "move_reason"]

_MANY = 5
"""Up to how many others are named, each with its distances; more are counted in one sentence."""

_WAYS = {Direction.TOWARD: "toward", Direction.AWAY: "away from"}
_PAPER_WAYS = {Direction.TOWARD: "nearer to", Direction.AWAY: "further from"}
"""Of a draft, which does not move."""

_REPORTED = "by what is reported, "
"""Before what follows from someone else's account of a party."""

TOGETHER = {Direction.TOWARD: "came nearer", Direction.AWAY: "drew apart"}
"""What two parties did that both changed what they say."""

_KNOWN = " than was known"
_TOGETHER_KNOWN = {
    Direction.TOWARD: f"are nearer{_KNOWN}",
    Direction.AWAY: f"are further apart{_KNOWN}",
}
"""Of what was held already when it became known."""


def directions(
    names: Mapping[str, Name], change: PositionChange, *, every: bool = False
) -> tuple[str, ...]:
    """Return where a move went, in sentences; nothing where it has no direction.

    What two parties did together is told once, of both.

    Args:
        names: The name of every party, by id.
        change: What became of a position.
        every: Whether to name every other party, however many there are.
    """
    alone = [one for one in change.toward if not one.together]
    joint = [one for one in change.toward if one.together and one.told]
    party = names[change.party] if change.toward else None
    if party is None:
        return ()
    few = every or len(alone) <= _MANY
    found = list(_alone(names, change, alone) if few else _counted(party, change, alone))
    if every or len(joint) <= _MANY:
        return (*found, *(_of_both(names, change, one) for one in joint))
    return (*found, *_counted_together(party, joint))


def move_reason(words: tuple[Glossary, Glossary], move: Move) -> Reason:
    """Return what became of a position, with the day of words that are recorded late.

    Of words that others had replaced when they came to be known, also who moved by them.
    """
    late = recorded_later(move.late) if move.late else ""
    found = change_reason(words, (move.before, move.after), move.kind, late)
    is_late = move.kind is MoveKind.RECORDED_LATE
    first = move.then[0]
    if first and first.after:  # newer words have replaced these
        first = replace(first, after=replace(first.after, older=True))
    own = _did(words[1], first, recorded_later if is_late else lambda _: "")
    said = own or found.said
    following = _did(words[1], move.then[1], lambda paper: on(paper.date.in_prose))
    if move.mistaken and move.before:
        right = corrected(words, move.mistaken, move.before)
        said, following = (said, right) if found.lead else (right, said)
    if not (own or following):
        return found
    told = (capital(said_once(one, said[0])) for one in following)
    return replace(found, said=(*said, *told))


def _did(words: Glossary, move: Move | None, when: Callable[[Memorandum], str]) -> tuple[str, ...]:
    """Return what a party did, when, and where it went; nothing where it did nothing."""
    if move is None:
        return ()
    paper = move.after.said_in if move.after else None
    day = when(paper) if paper else ""
    did = change_reason((words, words), (move.before, move.after), move.kind, day)
    change = PositionChange(move.party, (), move.kind, (), (), move.toward)
    return (*did.said, *directions(words.names, change))


def _moves(change: PositionChange, toward: Sequence[Toward]) -> tuple[Mapping[Direction, str], str]:
    """Return the words for its ways, and the verb before them."""
    if change.what is MoveKind.DISCLOSED:
        return _PAPER_WAYS, "is"
    if change.what is MoveKind.REDRAFTED:
        return _PAPER_WAYS, "is now"
    return _WAYS, "is reported to have moved" if _by_report(toward) else "moved"


def _by_report(toward: Sequence[Toward]) -> str:
    """Return what stands before what follows from a report; empty for a party's own words."""
    return _REPORTED if any(one.reported for one in toward) else ""


def _alone(
    names: Mapping[str, Name], change: PositionChange, toward: Sequence[Toward]
) -> list[str]:
    """Return a sentence for each way that a party went by itself."""
    name = names[change.party]
    it, ways = name.verb("it", "they"), _moves(change, toward)
    found = []
    went = _in_one_unit([one for one in toward if one.direction in ways[0]])
    rest = [one for one in toward if one.direction not in ways[0]]
    of = {way: [one for one in (*went, *rest) if one.direction is way] for way in Direction}
    measured = len(went) == 1
    known = _KNOWN if change.what is MoveKind.DISCLOSED else ""
    told = [
        f"{ways[0][way]} {_each(names, of[way], alone=measured, known=known)}"
        for way in ways[0]
        if of[way]
    ]
    if told:
        found.append(sentence(f"{it} {_of(name, ways[1])} {listed(told)}"))
    found += _as_before(names, name, of[Direction.AS_BEFORE])
    if of[Direction.CANNOT_TELL]:
        others = listed([names[one.party].text for one in of[Direction.CANNOT_TELL]])
        found.append(f"Whether {it} moved toward or away from {others} is unclear.")
    return found


def _in_one_unit(toward: Sequence[Toward]) -> list[Toward]:
    """Return columns with their distances in one unit of time, as a sentence tells all of them."""
    ends = [end for one in toward for end in (one.before, one.after)]
    found = [end.distance for end in ends if end.distance]
    units = {one.prose.rpartition(" ")[2].removesuffix("s") for one in found}
    if len(units) < 2 or not units <= _TIMES:
        return list(toward)
    return [one._replace(before=_plainly(one.before), after=_plainly(one.after)) for one in toward]


_TIMES = frozenset({"hour", "day", "week", "month", "year"})


def _plainly(nearness: Nearness) -> Nearness:
    """Return how near two are with the distance in the unit in which it was measured."""
    far = nearness.distance
    return nearness._replace(distance=replace(far, words=far.text)) if far else nearness


def _of(name: Name, verb: str) -> str:
    """Return a verb in the number of a name."""
    first, *rest = verb.split(" ")
    return " ".join([name.verb("is", "are") if first == "is" else first, *rest])


def _as_before(names: Mapping[str, Name], name: Name, toward: Sequence[Toward]) -> list[str]:
    """Return what is as it was: how near, how far, or that they are still apart."""
    it, be = f"{_by_report(toward)}{name.verb('it', 'they')}", name.verb("is", "are")
    found = []
    far = [(names[one.party].text, one.kept) for one in toward if one.kept]
    apart = [one for one in toward if one.after.apart and not one.kept]
    near = [one for one in toward if not one.after.apart]
    if len(far) == 1:
        ((other, distance),) = far
        found.append(sentence(f"{it} {be} as far from {other} as before: {distance}"))
    elif far:
        told = [f"{other} ({distance})" for other, distance in far]
        found.append(sentence(f"{it} {be} as far as before from {listed(told)}"))
    if apart:
        others = listed([names[one.party].text for one in apart])
        found.append(sentence(f"{it} {be} still apart from {others}"))
    says = name.verb("says", "say")
    for gained, lead, tail in (
        (0, f"{it} {be} as near to", " as before"),
        (1, f"{it} now {says} the same as", ""),
        (-1, f"{it} {be} not apart from", f", but no longer {says} the same"),
    ):
        some = [one for one in near if one.after.alike - one.before.alike == gained]
        if some:
            others = listed([names[one.party].text for one in some])
            found.append(sentence(f"{lead} {others}{tail}"))
    return found


def _each(names: Mapping[str, Name], toward: Sequence[Toward], *, alone: bool, known: str) -> str:
    """Return the other parties, each with how near they are and were."""
    told = []
    # Behind a list of names, a figure would seem to be that of all of them.
    for one in sorted(toward, key=lambda one: not _ends(one.before, one.after)[0]):
        name, (now, was) = names[one.party].text, _ends(one.before, one.after)
        told_of = ", as reported" * one.was_reported
        if not now:
            told.append(name)
        elif alone:
            return f"{name}{known}: {_since(now, was, told_of)}"
        else:
            told.append(f"{name} ({now}{f'; {was} before{told_of}' if was else ''})")
    return listed(told) + known


def _since(now: str, was: str, told_of: str = "") -> str:
    """Return how near two are and were: `17 days apart; before, 27`."""
    if not was:
        return now
    if now == _MEETS:
        return f"they were{f'{told_of},' if told_of else ''} {was}, and no longer are"
    return f"{now}; before{told_of}, {was}"


def _ends(before: Nearness, after: Nearness) -> tuple[str, str]:
    """Return how near two are and were, in words; empty where the words would be the same.

    Of options it is the distance of the nearest, which is said once.
    """
    now, was = _distances(before, after)
    if now and after.nearest and after.distance:
        return AT_NEAREST + now, was
    return now, AT_NEAREST + was if was and before.nearest and before.distance else was


def _distances(before: Nearness, after: Nearness) -> tuple[str, str]:
    """Return the same without saying that it is that of the nearest options.

    What they were is empty where it goes without saying: `no longer apart`.
    """
    meets = _MEETS if before.apart else "not apart"
    now, was = _near(after, meets), _near(before, "not apart")
    if after.alike:
        now = "now the same"
    elif before.reworded and after.relation is Relation.SAME:
        now = f"now the same {_ON_OTHER_TERMS}"
    if before.relation is after.relation and before.bounds == after.bounds:
        return ("", "") if not after.alike else (now, f"the same {_ON_OTHER_TERMS}")
    if before.alike and after.distance:
        return now, "not apart"
    if before.distance and after.distance:
        figure, _, unit = before.distance.prose.partition(" ")
        same_unit = figure[:1].isdigit() and after.distance.prose.partition(" ")[2] == unit
        one = sum(map(bool, before.distance.ways)) < 2 or unit.endswith(EACH_WAY)
        return now, figure if one and same_unit else before.distance.prose
    if after.days and was.endswith(_DAYS_APART):
        was = was.removesuffix(_DAYS_APART)
    if now == was:
        return "", ""
    if now == "apart" and was == "not apart":
        return "now apart", ""
    return now, "" if (now, was) == (_MEETS, "apart") else was


_MEETS = "no longer apart"
_DAYS_APART = " days apart"
_ON_OTHER_TERMS = "on other terms"


def _near(nearness: Nearness, meets: str) -> str:
    if nearness.alike:
        return "the same"
    if nearness.distance:
        return apart_by(nearness.distance.prose)
    if nearness.days:
        return f"{'-'.join(f'{int(one):,}' for one in nearness.days)}{_DAYS_APART}"
    if nearness.reworded:
        return "in other words"
    return "apart" if nearness.apart else meets


def _of_both(names: Mapping[str, Name], change: PositionChange, one: Toward) -> str:
    """Return what two parties did that both changed what they say."""
    both = subject([names[one.party], names[change.party]]).text
    if one.direction is not Direction.CANNOT_TELL:
        both = f"{_by_report([one])}{both}"
    if one.direction is Direction.CANNOT_TELL:
        return f"Whether {both} came nearer is unclear."
    if one.direction is Direction.AS_BEFORE:
        if one.after.alike:
            still = "still" if one.before.alike else "now"
            return sentence(f"{both} {still} say the same")
        if one.before.alike:
            return sentence(f"{both} are not apart, but no longer say the same")
        if one.kept:
            return sentence(f"{both} are as far apart as before: {one.kept}")
        return sentence(f"{both} are {'still apart' if one.after.apart else 'as near as before'}")
    (one,) = _in_one_unit([one])
    now, was = _ends(one.before, one.after)
    ends = f": {_since(now, was)}" if now else ""
    did = _TOGETHER_KNOWN if one.known else TOGETHER
    return sentence(f"{both} {did[one.direction]}{ends}")


def _counted(name: Name, change: PositionChange, toward: Sequence[Toward]) -> list[str]:
    """Return one sentence for many others: `It moved toward 11 and away from 4; …`."""
    count = {way: sum(one.direction is way for one in toward) for way in Direction}
    ways, verb = _moves(change, toward)
    it, be = name.verb("it", "they"), name.verb("is", "are")
    found = [f"{way} {number(count[one])}" for one, way in ways.items() if count[one]]
    told = [f"{it} {_of(name, verb)} {listed(found)}"] if found else []
    if count[Direction.AS_BEFORE]:
        told.append(f"{it} {be} as near as before to {number(count[Direction.AS_BEFORE])}")
    if count[Direction.CANNOT_TELL]:
        told.append(f"of {number(count[Direction.CANNOT_TELL])} it is unclear")
    return [sentence("; ".join(told))]


def _counted_together(name: Name, joint: Sequence[Toward]) -> list[str]:
    """Return what many parties did together with one, counted."""
    count = {way: sum(one.direction is way for one in joint) for way in Direction}
    found = [
        f"{words} {number(count[way])}"
        for way, words in (
            (Direction.TOWARD, "came nearer to"),
            (Direction.AWAY, "drew apart from"),
        )
        if count[way]
    ]
    rest = len(joint) - count[Direction.TOWARD] - count[Direction.AWAY]
    of_many = f"of {number(len(joint))} parties that changed their words too"
    told = f"{_by_report(joint)}{of_many}, {name.text} "
    if rest:
        found.append(f"did neither toward {number(rest)}")
    return [sentence(f"{told}{listed(found)}")]
