"""Says what became of a party's position between two states, in the words of an analyst."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from positions.changes.deeds import branch_pairs, firmness
from positions.changes.like_words import spoke_once
from positions.changes.move_kinds import MoveKind
from positions.changes.red_lines import (
    new_red_lines,
    red_line_reason,
    red_line_words,
    unreported_red_line,
)
from positions.model.dossier import Blank, Terms
from positions.sentences.blanks import Silence, silences
from positions.sentences.changes import PositionState, changed, no_longer
from positions.sentences.clauses import contrast
from positions.sentences.dates import on
from positions.sentences.english import ended, sentence
from positions.sentences.reasons import Reason
from positions.sentences.term_changes import Did, as_far_as_read
from positions.sentences.voices import (
    branch_name,
    position_words,
    said_branches,
    speaker,
    states,
    voice,
)
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from positions.model.dossier import Memorandum, Position
    from positions.record.settle import Standing
    from positions.sentences.clauses import Voice
    from positions.sentences.glossary import Glossary
    from positions.sentences.names import Name

__all__ = ["LEADS", "change_reason", "corrected", "recorded_later", "state_reason"]

LEADS = {
    MoveKind.CORRECTION: "corrected in the record, and nobody moved",
    MoveKind.REFRAMED: "read otherwise since the issue is declared otherwise, and nobody moved",
    MoveKind.REPEATED: "said again in a newer document",
    MoveKind.SUPERSEDED: "said in between, and replaced since",
    MoveKind.BESIDE: "beside the record",
    MoveKind.TAKEN_OUT: "no longer recorded",
    MoveKind.FIRST_STATED: "new",
    MoveKind.DISCLOSED: "disclosed",
    MoveKind.STATED_AGAIN: "taken up again",
    MoveKind.RECORDED_LATE: "recorded later",
    MoveKind.FIRST_OWN_WORDS: "first own words",
    MoveKind.OF_RECORD_AGAIN: "of record again, and nobody moved",
    MoveKind.CONTRADICTORY: "no longer contradictory",
    MoveKind.UNORDERED: "in an order that is not known, and nobody is known to have moved",
}
"""What stands before the words of a position that is told as it is."""

_BEFORE = {
    MoveKind.CORRECTION: "recorded before",
    MoveKind.REFRAMED: "read before",
    MoveKind.FIRST_OWN_WORDS: "reported before",
    MoveKind.OF_RECORD_AGAIN: "reported before",
    MoveKind.UNORDERED: "also said",
}
"""What stands before the bare value that was there before."""

_TERMS = {
    "after": "what it comes after",
    "by": "who acts",
    "modality": "the strength of the words",
    "starts": "the start",
    "until": "the end",
}
"""What terms are called where a sentence says that they differ."""

_ONCE = frozenset(
    {
        MoveKind.NO_LONGER_MENTIONED,
        MoveKind.NOT_SEEN,
        MoveKind.NOT_DISCLOSED,
        MoveKind.WITHDRAWN,
        MoveKind.UNREADABLE,
    }
)
"""By these a party that said something says nothing now."""


_MOST_BARE = 220
"""Up to how many characters what was recorded before is told by its bare values."""


def change_reason(
    words: tuple[Glossary, Glossary],
    standings: tuple[Standing | None, Standing | None],
    what: MoveKind,
    late: str = "",
) -> Reason:
    """Return what became of a position, as a sentence without its direction.

    Args:
        words: What sentences call everything before, and after.
        standings: How the party stood, and how it stands.
        what: What became of its position.
        late: When it did so, where that is to be said: `on 2 June 2025 (recorded later)`.
    """
    before, after = standings
    if what is MoveKind.CONTRADICTORY and after is not None and after.conflicts:
        return _contradictory(words[1], after)
    if what in {MoveKind.UNSTATED, MoveKind.NOTHING_IN_IT} and after is not None:
        found = _blank(words[1], after)
        return _as_of(late, found) if late else found
    if what in _ONCE and before is not None and after is not None and not after.speaks:
        found = _left_out(words, before, after, what)
        return _as_of(late, found) if late else found
    both = before is not None and after is not None and before.speaks and after.speaks
    if both and before and after and _firmness_alone(before, after):
        if what.is_move:
            return red_line_reason(words[1], before, after, late)
        if what in {MoveKind.CORRECTION, MoveKind.RECORDED_LATE}:
            day = after.words[0].document.date.in_prose
            told = red_line_reason(words[1], before, after, recorded_of=day)
            return replace(told, lead=LEADS[what])
    if what is MoveKind.DISCLOSED and both and before and after:
        # Looked at the other way round, the text that is known is that of the first state.
        back = before.words[0].document.known and not after.words[0].document.known
        lead = "before its text was known" if back else _lead(what, after)
        return replace(_moved(words, before, after), lead=lead)
    if what in LEADS or not (both and before and after):
        return _led(words, standings, what)
    return _moved(words, before, after, late)


def recorded_later(paper: Memorandum) -> str:
    """Return when words were said that the record had only later: `on 2 June (recorded later)`."""
    return f"{on(paper.date.in_prose)} ({LEADS[MoveKind.RECORDED_LATE]})"


def corrected(
    words: tuple[Glossary, Glossary], mistaken: Standing, right: Standing
) -> tuple[str, ...]:
    """Return what a party said before newer words of its own, and what had been recorded of it."""
    day = on(right.words[0].document.date.in_prose)
    told = _once(words[0], right, f"{day} (corrected in the record)")
    return (
        *told.said,
        *_recorded_before((words[0], words[0]), mistaken, right, MoveKind.CORRECTION),
    )


def _as_of(late: str, found: Reason) -> Reason:
    """Return that a party said nothing, with the day of its text that was recorded later."""
    opening = re.sub(r"^(?:on|in) ", "as of ", late)
    return replace(found, said=(f"{opening}, {found.said[0]}", *found.said[1:]))


def _contradictory(words: Glossary, standing: Standing) -> Reason:
    """Return that documents of one moment say different things, and what each says."""
    name, told = words.names[standing.party], _each_bare(words, standing)
    day = standing.words[0].document.date.in_prose
    whose = f"{name.possessive} own words of {day}"
    if standing.reported:
        whose = f"reports of {day} on {name.text}"
    head, said = words.issue(standing.issue, standing.part).head, f"{whose} contradict each other"
    if standing.unordered and not standing.reported:
        said = f"It is not known which of {name.possessive} own words came last"
    return Reason(head, (ended(f"{said}: {told}"),))


def _each_bare(words: Glossary, standing: Standing) -> str:
    """Return the values of words that contradict each other."""
    each = [replace(standing, entry=entry, conflicts=()) for entry in standing.words]
    return "; ".join(
        _bare(words, one) if one.speaks else str(entry.position.unstated)
        for one, entry in zip(each, standing.words, strict=True)
    )


def _firmness_alone(before: Standing, after: Standing) -> bool:
    """Return whether two positions say the same and differ in their red lines."""
    if firmness(before.position) == firmness(after.position):
        return False
    return before.position.substance() == after.position.substance()


def _led(
    words: tuple[Glossary, Glossary],
    standings: tuple[Standing | None, Standing | None],
    what: MoveKind,
) -> Reason:
    """Return a position as it is, or was, behind what became of it."""
    before, after = standings
    if what is MoveKind.RECORDED_LATE and after is not None:
        return _late(words, before, after)
    if what in _BEFORE and before and after and not after.speaks:
        head, first, *more = _blanks(words[1], after)
        once = _in_full(_BEFORE[what], words[0], before)
        return Reason(head, (ended(first), *map(sentence, more), *once), _lead(what, after))
    back = before is not None and not before.speaks and after is not None and after.speaks
    gone = (what is MoveKind.TAKEN_OUT and not back) or after is None or not after.speaks
    standing = cast("Standing", before if gone else after)
    lead = _lead(what, standing, back=back)
    if gone and what is MoveKind.BESIDE:
        lead = "no longer recorded beside the record"
    side = words[0 if gone else 1]
    found = state_reason(side, standing, lead, before if standing is after else None)
    if gone and after is not None and after.speaks:
        whose = f" of {words[1].names[after.voice].text}" if after.voice else ""
        whose += f" of {after.words[0].document.date.in_prose}"
        said = sentence(f"The record is now that{whose}: {_bare(words[1], after)}")
        return replace(found, said=(*found.said, said))
    if what is MoveKind.CONTRADICTORY and before is not None:
        old = sentence(f"Contradictory before: {_each_bare(words[0], before)}")
        return replace(found, said=(*found.said, old))
    last = spoke_once(before) if before and what is MoveKind.STATED_AGAIN else None
    if last and before and last.position.substance() != standing.position.substance():
        earlier_words = _once(words[0], replace(before, entry=last, blank=None))
        return replace(found, said=(*found.said, *map(capital, earlier_words.said)))
    if gone or what not in _BEFORE or not (before and after and before.speaks):
        return found
    return replace(found, said=(*found.said, *_recorded_before(words, before, after, what)))


def _recorded_before(
    words: tuple[Glossary, Glossary], before: Standing, after: Standing, what: MoveKind
) -> tuple[str, ...]:
    """Return what was there before a position: its bare value, or all of it where that is alike."""
    old, was = _bare(words[0], before), _BEFORE[what]
    if what is MoveKind.CORRECTION and before.reported and not after.reported:
        was = f"{was}, as reported"
    if what is MoveKind.FIRST_OWN_WORDS and before.entry:
        return (ended(f"Reported before, on {before.entry.document.date.in_prose}: {old}"),)
    # Where terms alone are others, and where the bare values are too long to be read as one.
    if old == _bare(words[1], after) or len(old) > _MOST_BARE:
        full = _in_full(was, words[0], before)
        return (_unsaid(before, after),) if full == _in_full(was, words[1], after) else full
    return (sentence(f"{was}: {old}"),)


def _late(words: tuple[Glossary, Glossary], before: Standing | None, after: Standing) -> Reason:
    """Return what a party said on a day that the record had only later, and what it had before."""
    when = recorded_later(after.said_in) if after.said_in else ""
    old = before if before and before.speaks else None
    if after.speaks:
        found = _said_on(when, words[1], after, old)
    else:
        found = _as_of(when, _blank(words[1], after))
    earlier = map(capital, _once(words[0], old).said) if old else ()
    return replace(found, said=(*found.said, *earlier))


def _said_on(when: str, words: Glossary, after: Standing, before: Standing | None) -> Reason:
    """Return what a party said on a day, with its new red lines, in the past."""
    found = _once(words, after, when)
    red = new_red_lines(words, replace(after, older=True), before)
    return replace(found, said=(*found.said, *red))


def _unsaid(before: Standing, after: Standing) -> str:
    """Return which terms differ of positions whose sentences are the same."""
    pairs = list(zip(before.branches, after.branches, strict=False))
    differ = [
        _TERMS.get(name, f"the {name}")
        for name in Terms.model_fields
        if any(getattr(old, name) != getattr(new, name) for (_, old), (_, new) in pairs)
    ]
    return sentence(
        f"what differs is {listed(differ)}" if differ else "it reads the same as before"
    )


def _in_full(lead: str, words: Glossary, standing: Standing) -> tuple[str, ...]:
    """Return all that was said before, with its terms, behind words such as *recorded before*."""
    voices = [voice(words, [standing])]
    first, *rest = contrast(voices)
    return (sentence(f"{lead}: {first}"), *map(sentence, rest))


def _lead(what: MoveKind, standing: Standing, *, back: bool = False) -> str:
    """Return what stands before the words of a position, with the days that it is about.

    Args:
        what: What became of the position.
        standing: The words.
        back: Whether they are the record again.
    """
    document = standing.entry.document if standing.entry else None
    if what is MoveKind.TAKEN_OUT and back:
        return "of record again, since a later text was taken out of the record"
    if what is MoveKind.FIRST_STATED and standing.reported:
        return "newly reported"
    if what is MoveKind.BESIDE and standing.reported:
        return "reported beside the record"
    if what is MoveKind.OF_RECORD_AGAIN and standing.since:
        text = standing.since
        return f"of record again since the {text.form} of {text.date.in_prose}, and nobody moved"
    known = document.known if document else None
    if what is MoveKind.DISCLOSED and document and known and document.date.day < known.day:
        return f"dated {document.date.in_prose}, known since {known.in_prose}"
    return LEADS[what]


def _bare(words: Glossary, standing: Standing) -> str:
    """Return the value of a standing alone; of several options, each."""
    branches = said_branches(words, standing, [standing.party])
    return listed([branch.said.bare or "struck" for branch in branches], "or")


def state_reason(
    words: Glossary, standing: Standing, lead: str = "", before: Standing | None = None
) -> Reason:
    """Return what a party says, with its red lines: `North wants 25%. It calls this a red line.`.

    Args:
        words: What sentences call everything.
        standing: How the party stands; it speaks.
        lead: What became of it, where that is said before all else.
        before: How it stood; red lines that it had then are not told.
    """
    found = _said(words, voice(words, [standing]), standing)
    return Reason(found.head, (*found.said, *new_red_lines(words, standing, before)), lead)


def _once(words: Glossary, standing: Standing, when: str = "") -> Reason:
    """Return what a party said, in the past: `On 1 May 2025 Russia wanted a truce.`.

    Args:
        words: What sentences call everything.
        standing: What it said.
        when: What stands in the place of the day.
    """
    found = voice(words, [standing])
    past = [replace(one, whose=one.whose._replace(older=True), when=when) for one in found.speakers]
    return _said(words, replace(found, speakers=tuple(past)), standing)


def _said(words: Glossary, told: Voice, standing: Standing) -> Reason:
    first, *rest = contrast([told])
    named = all(one.said.names_issue for one in told.branches)
    head = "" if named else words.issue(standing.issue, standing.part).head
    return Reason(head, (ended(first), *map(sentence, rest)))


def _blank(words: Glossary, standing: Standing) -> Reason:
    head, first, *more = _blanks(words, standing)
    return Reason(head, (ended(first), *map(sentence, more)))


def _blanks(words: Glossary, standing: Standing) -> list[str]:
    """Return the title of an issue, and clauses with why a party says nothing on it."""
    blank, limited = standing.silence
    missing = Blank.UNSEEN if limited else blank or Blank.UNCODED
    name, told = words.names[standing.party], standing.blank_told
    one = Silence(name, missing, told=told, reach=standing.reach, retold=standing.retold)
    head = words.issue(standing.issue, standing.part).head
    return [head, *silences([one], len(words.names))]


def _left_out(
    words: tuple[Glossary, Glossary], before: Standing, after: Standing, what: MoveKind
) -> Reason:
    """Return that a party's newer text leaves out what it said, or that it says no more."""
    of = words[0].issue(before.issue, before.part)
    branches = [one for _, one in before.branches if states(one)]
    if what is MoveKind.NO_LONGER_MENTIONED and not before.reported and len(branches) == 1:
        said = position_words(words[0], before.issue, before.part, branches[0], (before.party,))
        return no_longer(of, speaker(words[0], before), said)
    head, now, *more = _blanks(words[1], after)
    earlier = map(capital, _once(words[0], before).said)
    return Reason(head, (ended(now), *map(sentence, more), *earlier))


def _moved(
    words: tuple[Glossary, Glossary], before: Standing, after: Standing, late: str = ""
) -> Reason:
    """Return what a party raised, added, dropped or changed."""
    old, new = dict(before.branches), dict(after.branches)
    if list(old) == list(new) == [""]:
        return _changed(words, (before, old[""]), (after, new[""]), late=late)
    if all(None in pair for pair in branch_pairs(before.position, after.position)):
        earlier = _once(words[0], before)
        if late or after.older:
            now = tuple(map(capital, _said_on(late, words[1], after, before).said))
        else:
            first, *rest = contrast([voice(words[1], [after])])
            red = new_red_lines(words[1], after, before)
            now = (ended(f"Now: {first}"), *map(sentence, rest), *red)
        return Reason(earlier.head, (*earlier.said, *now))
    return _by_branch(words, before, after, late)


def _changed(
    words: tuple[Glossary, Glossary],
    old: tuple[Standing, Position],
    new: tuple[Standing, Position],
    under: str = "",
    late: str = "",
) -> Reason:
    sides = (old, new)
    # What others report of a party can lack what its own words call a red line.
    of_own_words = old[0].reported is not new[0].reported
    found = tuple(
        PositionState(
            position.value,
            position_words(side, standing.issue, standing.part, position, (standing.party,)),
            str(position.modality or ""),
            red_line=position.red_line and not of_own_words,
            firmness_said="red_line" in position.model_fields_set,
            reach=_reach(standing),
        )
        for side, (standing, position) in zip(words, sides, strict=True)
    )
    standing = new[0]
    issue = words[1].issue(standing.issue, standing.part)
    former = words[0].issue(old[0].issue, old[0].part)
    # An option or item that one side alone declares has its title from there.
    issue = replace(issue, titles={**former.titles, **issue.titles})
    kinds = [
        side.dossier.issues[one.issue].kind
        for side, one in zip(words, (old[0], standing), strict=True)
    ]
    units = former.frame.unit == issue.frame.unit and former.frame.limit == issue.frame.limit
    told = changed(
        issue,
        kinds[1],
        [speaker(words[1], standing)],
        (found[0], found[1]),
        one_measure=units and kinds[0] == kinds[1],
        when=late,
    )
    first = f"under {under}, {told.said[0]}" if under else told.said[0]
    red = unreported_red_line(words[1], old, new) if of_own_words else ()
    guess = old[0].inferred and not new[0].inferred
    before = ("What is recorded of the time before is inferred.",) if guess else ()
    return Reason(told.head, (first, *told.said[1:], *before, *red))


def _left_option(name: Name, after: Standing, option: str) -> Did:
    """Return that a party dropped an option, or that what was read of its text has none."""
    reach = _reach(after)
    if not reach:
        return Did(f"dropped {option}", f"dropped {option}")
    mentions = name.verb("mentions", "mention")
    did = Did(f"no longer {mentions} {option}", f"no longer mentioned {option}", leaves_out=True)
    return as_far_as_read([did], name, reach)[0]


def _reach(standing: Standing) -> str:
    """Return how far the text of a standing is there; nothing where all of it was read."""
    document = standing.entry.document if standing.entry else None
    return "" if document is None or document.all_read else document.reach


def _by_branch(
    words: tuple[Glossary, Glossary], before: Standing, after: Standing, late: str
) -> Reason:
    """Return which options a party added, dropped and changed."""
    old: dict[str | None, Position] = dict(before.branches)
    new: dict[str | None, Position] = dict(after.branches)
    name = words[1].names[after.party]
    told: list[str] = []
    alone = len([one for one in new.values() if states(one)]) == 1
    for was, now in branch_pairs(before.position, after.position):
        side, standing, label = (0, before, was) if now is None else (1, after, now)
        document = standing.entry.document if standing.entry else None
        option = branch_name(words[side], document, label) if label else "what it said without one"
        if was is None or now is None:
            did = Did(f"added {option}", f"added {option}")
            if now is None:
                did = _left_option(name, after, option)
            told.append(ended(did.told(name, late)))
        elif old[was].substance() != new[now].substance():
            sides = (before, old[was]), (after, new[now])
            told += _changed(words, *sides, option if label else "", late).said
        elif old[was].red_line is not new[now].red_line:
            red = red_line_words(name, new[now], late)
            told.append(ended(f"under {option}, {red}" if label else red))
        elif label and not was and alone:
            same = f"the same under {option} alone"
            did = Did(f"now {name.verb('says', 'say')} {same}", f"said {same}")
            told.append(ended(did.told(name, late)))
    if not told:
        told.append(ended(f"the options of {name.text} are others, and what is said is the same"))
    head = words[1].issue(after.issue, after.part).head
    return Reason(head, (*told[:1], *map(sentence, told[1:])))
