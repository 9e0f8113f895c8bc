"""Says what became of a party's position between two states, in the words of an analyst."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from positions.changes.deeds import branch_pairs, firmness
from positions.changes.move_kinds import MoveKind
from positions.model.dossier import Blank, Terms
from positions.sentences.blanks import Silence, silences
from positions.sentences.changes import PositionState, changed, no_longer, red_line_change
from positions.sentences.clauses import contrast
from positions.sentences.english import ended, sentence
from positions.sentences.reasons import Reason
from positions.sentences.term_changes import Did, as_far_as_read
from positions.sentences.voices import branch_name, position_words, speaker, states, voice
from positions.text.english import capital, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Memorandum, Position
    from positions.record.settle import Standing
    from positions.sentences.clauses import Voice
    from positions.sentences.glossary import Glossary
    from positions.sentences.names import Name

__all__ = ["LEADS", "change_reason", "recorded_late", "red_lines_on", "state_reason"]

LEADS = {
    MoveKind.CORRECTION: "corrected in the record, and nobody moved",
    MoveKind.REFRAMED: "read otherwise since the issue is declared otherwise, and nobody moved",
    MoveKind.REPEATED: "said again in a newer document",
    MoveKind.SUPERSEDED: "said in between, and replaced since",
    MoveKind.BESIDE: "beside the record",
    MoveKind.TAKEN_OUT: "no longer recorded",
    MoveKind.FIRST_STATED: "new",
    MoveKind.DISCLOSED: "disclosed",
    MoveKind.STATED_AGAIN: "stated again",
    MoveKind.RECORDED_LATE: "recorded late, and nobody moved",
    MoveKind.FIRST_OWN_WORDS: "first own words",
    MoveKind.OF_RECORD_AGAIN: "of record again, and nobody moved",
    MoveKind.CONTRADICTORY: "no longer contradictory",
    MoveKind.UNORDERED: "in an order that is not known, and nobody is known to have moved",
}
"""What stands before the words of a position that is told as it is."""

_BEFORE = {
    MoveKind.CORRECTION: "recorded before",
    MoveKind.RECORDED_LATE: "recorded before",
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
) -> Reason:
    """Return what became of a position, as a sentence without its direction.

    Args:
        words: What sentences call everything before, and after.
        standings: How the party stood, and how it stands.
        what: What became of its position.
    """
    before, after = standings
    if what is MoveKind.CONTRADICTORY and after is not None and after.conflicts:
        return _contradictory(words[1], after)
    if what in {MoveKind.UNSTATED, MoveKind.NOTHING_IN_IT} and after is not None:
        return _blank(words[1], after)
    if what in _ONCE and before is not None and after is not None and not after.speaks:
        return _left_out(words, before, after, what)
    both = before is not None and after is not None and before.speaks and after.speaks
    if both and before and after and _firmness_alone(before, after):
        if what.is_move:
            return _red_line(words[1], before, after)
        if what in {MoveKind.CORRECTION, MoveKind.RECORDED_LATE}:
            day = after.words[0].document.date.in_prose
            told = _red_line(words[1], before, after, recorded_of=day)
            return replace(told, lead=_lead(what, after))
    if what is MoveKind.DISCLOSED and both and before and after:
        # Looked at the other way round, the text that is known is that of the first state.
        back = before.words[0].document.known and not after.words[0].document.known
        lead = "before its text was known" if back else _lead(what, after)
        return replace(_moved(words, before, after), lead=lead)
    if what in LEADS or not (both and before and after):
        return _led(words, standings, what)
    return _moved(words, before, after)


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
    if before.position.substance() != after.position.substance():
        return False
    return firmness(before.position) != firmness(after.position)


def _led(
    words: tuple[Glossary, Glossary],
    standings: tuple[Standing | None, Standing | None],
    what: MoveKind,
) -> Reason:
    """Return a position as it is, or was, behind what became of it."""
    before, after = standings
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
    if gone or what not in _BEFORE or before is None or not before.speaks:
        return found
    old = _bare(words[0], before)
    if what is MoveKind.FIRST_OWN_WORDS and before.entry:
        day = before.entry.document.date.in_prose
        return replace(found, said=(*found.said, ended(f"Reported before, on {day}: {old}")))
    # Where terms alone are others, and where the bare values are too long to be read as one.
    if standing is after and (old == _bare(side, standing) or len(old) > _MOST_BARE):
        lead = _BEFORE[what]
        was = _in_full(lead, words[0], before)
        is_alike = was == _in_full(lead, words[1], after)
        return replace(found, said=(*found.said, *((_unsaid(before, after),) if is_alike else was)))
    return replace(found, said=(*found.said, sentence(f"{_BEFORE[what]}: {old}")))


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
    if what is MoveKind.RECORDED_LATE and document and not standing.older:
        return f"{recorded_late(document)}, and nobody moved"
    return LEADS[what]


def recorded_late(document: Memorandum) -> str:
    """Return the mark of words that were said before the state that does not have them."""
    return f"recorded late, of {document.date.in_prose}"


def _bare(words: Glossary, standing: Standing) -> str:
    """Return the value of a standing alone; of several options, each."""
    branches = voice(words, [standing]).branches
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
    red = _red_lines(words, standing, before)
    return replace(found, said=(*found.said, *red), lead=lead)


def _once(words: Glossary, standing: Standing) -> Reason:
    """Return what a party said before, in the past: `On 1 May 2025 Russia wanted a truce.`."""
    found = voice(words, [standing])
    past = [replace(one, whose=one.whose._replace(older=True)) for one in found.speakers]
    return _said(words, replace(found, speakers=tuple(past)), standing)


def _said(words: Glossary, told: Voice, standing: Standing) -> Reason:
    first, *rest = contrast([told])
    named = all(one.said.names_issue for one in told.branches)
    head = "" if named else words.issue(standing.issue, standing.part).head
    return Reason(head, (ended(first), *map(sentence, rest)))


def red_lines_on(titles: Sequence[str]) -> str:
    """Return on which of many issues there are red lines: `, with red lines on pay and seat`."""
    lines = "a red line" if len(titles) == 1 else "red lines"
    return f", with {lines} on {listed(titles)}" if titles else ""


def _red_lines(
    words: Glossary, standing: Standing, before: Standing | None = None
) -> tuple[str, ...]:
    """Return what a party calls a red line, and did not before: all that it says, or options."""
    whose = speaker(words, standing)
    name = whose.name
    calls = "called" if whose.whose.older else name.verb("calls", "call")
    if whose.whose.reported:
        be = ("was", "were") if whose.whose.older else ("is", "are")
        calls = f"{name.verb(*be)} reported to call"
    old = firmness(before.position) if before and before.speaks else ()
    document = standing.words[0].document
    return tuple(
        sentence(
            f"{f'under {branch_name(words, document, label)}, ' if label else ''}"
            f"{name.verb('it', 'they')} {calls} this a red line"
        )
        for label in firmness(standing.position)
        if label not in old
    )


def _red_line(words: Glossary, before: Standing, after: Standing, recorded_of: str = "") -> Reason:
    """Return what a party calls a red line now, or no longer: all it says, or an option of it."""
    name, old, new = words.names[after.party], before.position, after.position
    head = words.issue(after.issue, after.part).head
    found = [
        f"under {branch_name(words, after.words[0].document, label)}, "
        f"{_red_line_words(name, one, day=recorded_of)}"
        for label, one in new.alternatives.items()
        if old.alternatives.get(label, one).red_line is not one.red_line
    ]
    whole = _red_line_words(name, new, day=recorded_of)
    return Reason(head, tuple(map(ended, found or [whole])))


def _red_line_words(name: Name, position: Position, day: str = "") -> str:
    if day:
        how = "now" if position.red_line else "no longer"
        return f"what {name.text} said on {day} is {how} recorded as a red line"
    said = "red_line" in position.model_fields_set
    return f"{name.text} {red_line_change(name, red=position.red_line, said=said).now}"


def _blank(words: Glossary, standing: Standing) -> Reason:
    head, *said = _blanks(words, standing)
    return Reason(head, tuple(map(sentence, said)))


def _blanks(words: Glossary, standing: Standing) -> list[str]:
    """Return the title of an issue, and clauses with why a party says nothing on it."""
    blank, limited = standing.silence
    missing = Blank.UNSEEN if limited else blank or Blank.UNCODED
    name, told = words.names[standing.party], standing.blank_told
    one = Silence(name, missing, told=told, reach=standing.reach)
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


def _moved(words: tuple[Glossary, Glossary], before: Standing, after: Standing) -> Reason:
    """Return what a party raised, added, dropped or changed."""
    old, new = dict(before.branches), dict(after.branches)
    if list(old) == list(new) == [""]:
        return _changed(words, (before, old[""]), (after, new[""]), "")
    if all(None in pair for pair in branch_pairs(before.position, after.position)):
        earlier = _once(words[0], before)
        first, *rest = contrast([voice(words[1], [after])])
        now = (ended(f"Now: {first}"), *map(sentence, rest), *_red_lines(words[1], after, before))
        return Reason(earlier.head, (*earlier.said, *now))
    return _by_branch(words, before, after)


def _changed(
    words: tuple[Glossary, Glossary],
    old: tuple[Standing, Position],
    new: tuple[Standing, Position],
    under: str,
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
    )
    first = f"under {under}, {told.said[0]}" if under else told.said[0]
    red = _unreported_red_line(words[1], old, new) if of_own_words else ()
    guess = old[0].inferred and not new[0].inferred
    before = ("What is recorded of the time before is inferred.",) if guess else ()
    return Reason(told.head, (first, *before, *red))


def _unreported_red_line(
    words: Glossary, old: tuple[Standing, Position], new: tuple[Standing, Position]
) -> tuple[str, ...]:
    """Return what is known of a red line where a report follows the party's own words."""
    name = words.names[new[0].party]
    it = name.verb("it", "they")
    if old[1].red_line and not new[1].red_line:
        still = f"whether {it} still {name.verb('does', 'do')} is not reported"
        return (sentence(f"{it} called that a red line before; {still}"),)
    return _red_lines(words, new[0], old[0])


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


def _by_branch(words: tuple[Glossary, Glossary], before: Standing, after: Standing) -> Reason:
    """Return which options a party added, dropped and changed."""
    old: dict[str | None, Position] = dict(before.branches)
    new: dict[str | None, Position] = dict(after.branches)
    name = words[1].names[after.party].text
    told: list[str] = []
    alone = len([one for one in new.values() if states(one)]) == 1
    for was, now in branch_pairs(before.position, after.position):
        side, standing, label = (0, before, was) if now is None else (1, after, now)
        document = standing.entry.document if standing.entry else None
        option = branch_name(words[side], document, label) if label else "what it said without one"
        if was is None or now is None:
            did = Did(f"added {option}", f"added {option}")
            if now is None:
                did = _left_option(words[1].names[after.party], after, option)
            told.append(ended(f"{name} {did.now}"))
        elif old[was].substance() != new[now].substance():
            sides = (before, old[was]), (after, new[now])
            told += _changed(words, *sides, option if label else "").said
        elif old[was].red_line is not new[now].red_line:
            red = _red_line_words(words[1].names[after.party], new[now])
            told.append(ended(f"under {option}, {red}" if label else red))
        elif label and not was and alone:
            says = words[1].names[after.party].verb("says", "say")
            told.append(ended(f"{name} now {says} the same under {option} alone"))
    if not told:
        told.append(ended(f"the options of {name} are others, and what is said is the same"))
    head = words[1].issue(after.issue, after.part).head
    return Reason(head, (*told[:1], *map(sentence, told[1:])))
