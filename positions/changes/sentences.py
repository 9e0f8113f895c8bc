"""Says what became of a party's position between two states, in the words of an analyst."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.changes.model import Unmoved
from positions.changes.movement import Direction, MoveKind
from positions.model.dossier import Blank
from positions.sentences.blanks import Silence, silences
from positions.sentences.changes import PositionState, changed, no_longer
from positions.sentences.clauses import contrast, with_verbs
from positions.sentences.english import ended, number, sentence
from positions.sentences.reasons import Reason
from positions.sentences.voices import branch_name, position_words, speaker, states, voice
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.changes.model import PositionChange, Toward
    from positions.model.dossier import Position
    from positions.record.settle import Standing
    from positions.sentences.glossary import Glossary
    from positions.sentences.names import Name

__all__ = ["change_reason", "directions"]

_LEFT_OUT = frozenset({Blank.SILENT, Blank.UNSEEN})
"""Blanks of a text that could have said it."""

_MANY = 5
"""Up to how many parties in one direction are named."""

_LEADS = {
    Unmoved.CORRECTED: "corrected in the record, and nobody moved",
    Unmoved.SAID_AGAIN: "said again in a newer document",
    Unmoved.BESIDE: "beside the record, which is the same",
    Unmoved.GONE: "no longer recorded",
    MoveKind.FIRST_STATED: "new",
    MoveKind.DISCLOSED: "disclosed",
    MoveKind.STATED_AGAIN: "stated again",
}
"""What stands before the words of a position that is told as it is."""


def change_reason(
    words: tuple[Glossary, Glossary],
    standings: tuple[Standing | None, Standing | None],
    what: MoveKind | Unmoved,
) -> Reason:
    """Return what became of a position, as a sentence without its direction.

    Args:
        words: What sentences call everything before, and after.
        standings: How the party stood, and how it stands.
        what: What became of its position.
    """
    before, after = standings
    if what is Unmoved.RED_LINE and after is not None:
        return _red_line(words[1], after)
    if what is Unmoved.BLANK and after is not None:
        return _blank(words[1], after)
    if what is MoveKind.WITHDRAWN and before is not None and after is not None:
        return _left_out(words, before, after)
    if what in _LEADS:
        side = 0 if after is None or not after.speaks else 1
        standing = standings[side]
        if standing is not None and standing.speaks:
            lead = _LEADS[what]
            if what is MoveKind.FIRST_STATED and standing.reported:
                lead = "newly reported"
            found = _state(words[side], standing, lead)
            return _with_former(words[0], found, before) if what is Unmoved.CORRECTED else found
        return Reason("", (sentence(_LEADS[what]),))
    if before is not None and after is not None and before.speaks and after.speaks:
        return _moved(words, before, after)
    return Reason("", ())


def _state(words: Glossary, standing: Standing, lead: str) -> Reason:
    """Return what a party says, behind what became of it, such as `New: Russia wants a truce.`."""
    voices = [voice(words, [standing])]
    first, *rest = contrast(voices)
    verbs = with_verbs(voices)
    named = verbs and all(one.said.names_issue for one in voices[0].branches)
    head = "" if named else words.issue(standing.issue, standing.part).head
    text = sentence(first) if verbs else ended(first)
    return Reason(head, (f"{lead}: {text}", *map(sentence, rest)))


def _once(words: Glossary, standing: Standing) -> Reason:
    """Return what a party said before, in the past: `On 1 May 2025 Russia wanted a truce.`."""
    found = voice(words, [standing])
    past = [replace(one, whose=one.whose._replace(older=True)) for one in found.speakers]
    voices = [replace(found, speakers=tuple(past))]
    first, *rest = contrast(voices)
    named = with_verbs(voices) and all(one.said.names_issue for one in found.branches)
    head = "" if named else words.issue(standing.issue, standing.part).head
    return Reason(head, (ended(first), *map(sentence, rest)))


def _with_former(words: Glossary, found: Reason, before: Standing | None) -> Reason:
    """Return what a correction says now, with the bare value that was recorded before."""
    if before is None or not before.speaks:
        return found
    old = listed([branch.said.bare for branch in voice(words, [before]).branches], "or")
    return Reason(found.head, (*found.said, ended(f"Recorded before: {old}")))


def _red_line(words: Glossary, standing: Standing) -> Reason:
    name = words.names[standing.party]
    red = standing.entry is not None and any(one.red_line for one in _branches(standing))
    calls = name.verb("calls", "call")
    told = f"now {calls} this a red line" if red else f"no longer {calls} this a red line"
    head = words.issue(standing.issue, standing.part).head
    return Reason(head, (ended(f"{name.text} {told}"),))


def _branches(standing: Standing) -> list[Position]:
    position = standing.position
    return [position, *position.alternatives.values()]


def _blank(words: Glossary, standing: Standing) -> Reason:
    blank, limited = standing.silence
    if blank is None:
        return Reason("", ())
    missing = Blank.UNSEEN if limited else blank
    one = Silence(words.names[standing.party], missing, reported=standing.blank_by_report)
    head = words.issue(standing.issue, standing.part).head
    return Reason(head, tuple(map(sentence, silences([one], len(words.names)))))


def _left_out(words: tuple[Glossary, Glossary], before: Standing, after: Standing) -> Reason:
    """Return that a party's newer text leaves out what it said."""
    of = words[0].issue(before.issue, before.part)
    branches = [one for _, one in before.branches if states(one)]
    said = position_words(words[0], before.issue, before.part, branches[0], before.party)
    if before.reported or len(branches) > 1 or after.blank not in _LEFT_OUT:
        lead = _once(words[0], before)
        return Reason(lead.head, (*lead.said, *_blank(words[1], after).said))
    return no_longer(of, speaker(words[0], before), said)


def _moved(words: tuple[Glossary, Glossary], before: Standing, after: Standing) -> Reason:
    """Return what a party raised, added, dropped or changed."""
    if before.reported and not after.reported:
        return _own_words(words, before, after)
    old, new = dict(before.branches), dict(after.branches)
    if list(old) == list(new) == [""]:
        return _changed(words, (before, old[""]), (after, new[""]), "")
    if not old.keys() & new.keys():
        earlier = _once(words[0], before)
        now = contrast([voice(words[1], [after])])
        return Reason(
            earlier.head, (*earlier.said, f"Now: {sentence(now[0])}", *map(sentence, now[1:]))
        )
    return _by_branch(words, before, after)


def _own_words(words: tuple[Glossary, Glossary], before: Standing, after: Standing) -> Reason:
    """Return that a party's own words take the place of a report."""
    earlier = _once(words[0], before)
    now = contrast([voice(words[1], [after])])
    own = f"{words[1].names[after.party].possessive} own words now: {sentence(now[0])}"
    return Reason(earlier.head, (*earlier.said, sentence(own), *map(sentence, now[1:])))


def _changed(
    words: tuple[Glossary, Glossary],
    old: tuple[Standing, Position],
    new: tuple[Standing, Position],
    under: str,
) -> Reason:
    sides = (old, new)
    found = tuple(
        PositionState(
            position.value,
            position_words(side, standing.issue, standing.part, position, standing.party),
            str(position.modality or ""),
        )
        for side, (standing, position) in zip(words, sides, strict=True)
    )
    standing = new[0]
    issue = words[1].issue(standing.issue, standing.part)
    former = words[0].issue(old[0].issue, old[0].part)
    # An option or item that one side alone declares has its title from there.
    issue = replace(issue, titles={**former.titles, **issue.titles})
    kind = words[1].dossier.issues[standing.issue].kind
    told = changed(issue, kind, [speaker(words[1], standing)], (found[0], found[1]))
    return Reason(told.head, (f"under {under}, {told.said[0]}",)) if under else told


def _by_branch(words: tuple[Glossary, Glossary], before: Standing, after: Standing) -> Reason:
    """Return which options a party added, dropped and changed."""
    old, new = dict(before.branches), dict(after.branches)
    name = words[1].names[after.party].text
    told: list[str] = []
    for label in dict.fromkeys((*old, *new)):
        side, standing = (1, after) if label in new else (0, before)
        document = standing.entry.document if standing.entry else None
        option = branch_name(words[side], document, label)
        if label not in old or label not in new:
            told.append(ended(f"{name} {'added' if label in new else 'dropped'} {option}"))
        elif old[label].substance() != new[label].substance():
            sides = (before, old[label]), (after, new[label])
            told += _changed(words, *sides, option).said
    head = words[1].issue(after.issue, after.part).head
    return Reason(head, (*told[:1], *map(sentence, told[1:])))


def directions(names: Mapping[str, Name], change: PositionChange) -> tuple[str, ...]:
    """Return where a move went, in sentences: `It moved toward Russia: 17 days apart; before, 27.`.

    Args:
        names: The name of every party, by id.
        change: What became of a position; nothing is said where it has no direction.
    """
    if not change.toward:
        return ()
    it = names[change.party].verb("it", "they")
    facing: dict[Direction, list[Toward]] = {}
    for one in change.toward:
        facing.setdefault(one.direction, []).append(one)
    alone = len([one for one in _WAYS if one in facing]) == 1
    moved = [
        f"{way} {_facing(names, facing[direction], alone=alone)}"
        for direction, way in _WAYS.items()
        if direction in facing
    ]
    found = [sentence(f"{it} moved {listed(moved)}")] if moved else []
    if Direction.SIDEWAYS in facing:
        others = _facing(names, facing[Direction.SIDEWAYS], measured=False)
        found.append(
            sentence(f"{it} {names[change.party].verb('is', 'are')} as near to {others} as before")
        )
    if Direction.CANNOT_TELL in facing:
        others = _facing(names, facing[Direction.CANNOT_TELL], measured=False)
        found.append(f"Whether {it} moved toward or away from {others} is unclear.")
    if change.also_moved:
        others = listed([names[party].text for party in change.also_moved])
        found.append(sentence(f"{others} moved too"))
    return tuple(found)


_WAYS = {Direction.TOWARD: "toward", Direction.AWAY: "away from"}


def _facing(
    names: Mapping[str, Name],
    others: Sequence[Toward],
    *,
    measured: bool = True,
    alone: bool = False,
) -> str:
    """Return the other parties, each with how far apart they are and were; many are counted."""
    if len(others) > _MANY:
        return f"{number(len(others))} parties"
    told = []
    for one in others:
        name = names[one.party].text
        if not measured or one.before is None or one.after is None:
            told.append(name)
            continue
        before, after = one.before.prose, one.after.prose
        figure, _, unit = before.partition(" ")
        same_unit = figure[:1].isdigit() and after.partition(" ")[2] == unit
        was = figure if same_unit else before
        one_alone = alone and len(others) == 1
        far = f": {after} apart; before, {was}" if one_alone else f" ({after} apart; {was} before)"
        told.append(f"{name}{far}")
    return listed(told)
