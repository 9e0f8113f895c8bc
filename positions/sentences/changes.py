"""Says how a position changed: what was raised, added, dropped, rejected, or is no longer said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from positions.model.dossier import Modality
from positions.sentences.acts import Act
from positions.sentences.english import LONGEST, either, ended, in_quotes, sentence
from positions.sentences.names import own_name, subject
from positions.sentences.nouns import any_of, definite
from positions.sentences.reasons import Reason
from positions.sentences.term_changes import Did, as_far_as_read, term_changes
from positions.text.english import listed
from positions.text.patterns import pattern
from positions.values import KINDS, GapType, Relation, Stance
from positions.values.kinds.exchange import EACH_WAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.sentences.clauses import Speaker
    from positions.sentences.issue_words import IssueWords
    from positions.sentences.names import Name
    from positions.sentences.position_words import PositionWords
    from positions.values import Value

__all__ = ["PositionState", "changed", "no_longer", "red_line_change"]

_PREPOSITION = pattern(r"(?:about|after|before|by|from|until) ")
"""How the bare words of a date begin, before which *from* and *to* do not stand."""

_LIMITS = {"by ": "latest", "from ": "earliest"}
"""What a date is that is to be kept from one side."""


_ROOM = LONGEST - 60
"""The most characters of what was done in one sentence, which leaves room for who did it."""

_NOW = {
    Stance.TO_BE_AGREED: "leaving it to be agreed",
    Stance.UNSPECIFIED: "not specifying it",
    Stance.REFUSED: "rejecting it",
}
"""What is done by words that are no value."""

_RULES_OUT = str(Modality.WILL_NOT)
_REWORDED = "reworded its text"


@dataclass(frozen=True, slots=True)
class PositionState:
    """What a party says at one time.

    Attributes:
        value: The value; None where it only strikes.
        said: The same in words, with its terms.
        strength: How strongly it binds, in the text's own word.
        red_line: Whether the party calls it a red line.
        reach: How far the text that says it is there: it `was read`, or `is known`; empty where
            all of it was read.
        firmness_said: Whether it says itself that it is one, or that it is none.
    """

    value: Value | None
    said: PositionWords
    strength: str = ""
    red_line: bool = False
    reach: str = ""
    firmness_said: bool = False


class _Of(NamedTuple):
    """What became of a value: what was done, and whether that names the issue."""

    does: tuple[Did, ...]
    named: bool


def changed(
    words: IssueWords,
    kind: str,
    speakers: Sequence[Speaker],
    states: tuple[PositionState, PositionState],
    *,
    one_measure: bool = True,
    when: str = "",
) -> Reason:
    """Return how parties changed what they say, the value first, then the terms and red lines.

    Args:
        words: What sentences call the issue, or its part.
        kind: The kind of its values.
        speakers: The parties that made the same change, on one kind of word.
        states: What they said before, and what they say now.
        one_measure: Whether figures of both are of one kind and unit, and can be compared.
        when: On which day they changed it, where that is to be said.

    Returns:
        A sentence without a head where it names its issue.
    """
    before, after = states
    name = subject([one.name for one in speakers])
    value = _value_change(words, kind if one_measure else "", states, name)
    strengths = before.strength, after.strength
    terms = term_changes(name, before.said.terms, after.said.terms, strengths)
    red: tuple[Did, ...] = ()
    if before.red_line is not after.red_line:
        red = (red_line_change(name, red=after.red_line, said=after.firmness_said),)
    does = (*value.does, *terms, *red) or (_both(_REWORDED),)
    if after.reach:
        does = as_far_as_read(does, name, after.reach)
    reported = any(one.whose.reported for one in speakers)
    be = name.verb("was", "were") if when else name.verb("is", "are")
    have = f"{be} reported to have " * reported
    does_so = [one.past if reported or when else one.now for one in does]
    said = [f"{have}{told}" for told in _in_sentences(does_so)]
    if len(speakers) == 1:  # one party, though it is plural, has one figure
        plural, single = r"\btheir((?: \w+)?) (figure|date|period|range)s\b", r"their\1 \2"
        said = [re.sub(plural, single, told) for told in said]
    said[-1] += " (inferred)" * any(one.whose.inferred for one in speakers)
    first, *rest = (own_name(told, name, ()) for told in said)
    who = f"{when} {name.text}" if when else name.text
    more = (sentence(f"{name.verb('it', 'they')} {told}") for told in rest)
    return Reason("" if value.named else words.head, (ended(f"{who} {first}"), *more))


def _in_sentences(does: Sequence[str]) -> list[str]:
    """Return what was done as one list, or as several where one sentence would be too long."""
    if len(listed(does)) <= _ROOM:
        return [listed(does)]
    groups = [[does[0]]]
    for one in does[1:]:
        fits = len(listed([*groups[-1], one])) <= _ROOM
        groups[-1:] = [[*groups[-1], one]] if fits else [groups[-1], [one]]
    return [listed(group) for group in groups]


def red_line_change(name: Name, *, red: bool, said: bool) -> Did:
    """Return that a party now calls something a red line, or no longer; or that it is not said.

    Args:
        name: Whose words they are.
        red: Whether it is one now.
        said: Whether the later words say so; who merely leaves it out takes nothing back.
    """
    if red or said:
        calls, how = name.verb("calls", "call"), "now" if red else "no longer"
        past = "called" if red else "no longer called"
        return Did(f"{how} {calls} this a red line", f"{past} this a red line")
    left = f"no longer {name.verb('mentions', 'mention')} a red line"
    return Did(left, "no longer mentioned a red line", leaves_out=True)


def _value_change(
    words: IssueWords, kind: str, states: tuple[PositionState, PositionState], name: Name
) -> _Of:
    before, after = states
    old, new = before.value, after.value
    topic = words.topic
    it = definite(topic) if topic else "the whole provision"
    if old == new:
        return _Of((), named=False)
    if new is None:
        return _Of((_both(f"struck {it}"),), bool(topic))
    if old is None:
        now = _NOW.get(new.stance, after.said.bare)
        return _Of((_both(f"changed from striking {it} to {now}"),), bool(topic))
    if _RULES_OUT in (before.strength, after.strength) and not after.said.quote:
        return _ruled_out(states, topic, name)
    opened = _opened((old.stance, new.stance), words, (before.said, after.said), name)
    if opened:
        return _Of((opened,), bool(topic))
    if old.wanted or new.wanted or old.rejected or new.rejected:
        if old.single or new.single or old.either or new.either:
            return _choice_change(words, (old, new), (before.said, after.said), name)
        return _Of(tuple(_item_changes(words, old, new, name)), named=False)
    if after.said.quote:
        return _Of((_both(_REWORDED),), named=False)
    return _figure_change(words, kind, states, name)


def _figure_change(
    words: IssueWords, kind: str, states: tuple[PositionState, PositionState], name: Name
) -> _Of:
    before, after = states
    topic, old, new = words.topic, before.value, after.value
    if old is None or new is None or after.said.quote:
        return _Of((), named=False)
    # No limit is no figure.
    limited = Stance.REFUSED not in (old.stance, new.stance)
    verb = _verb(words, kind, (old, new)) if limited else "changed its position"
    if name.plural:
        verb = re.sub("its (figure|date|period|range)$", r"their \1s", verb).replace("its", "their")
    verb = verb.replace("period", "time") if "period" in topic else verb
    about = f" {'for' if limited else 'on'} {topic}" if topic else ""
    bare = before.said.bare, after.said.bare
    each = ""
    if words.sides and kind and old.measurable and new.measurable:
        measure = KINDS[kind]
        bare = measure.show(old, words.frame), measure.show(new, words.frame)
        (was, *_), (now, *_) = (measure.directions(one, words.frame) for one in (old, new))
        if old.single and new.single and was[0] == was[1] and now[0] == now[1]:
            bare, each = (was[0], now[0]), f" {EACH_WAY}"
            verb = verb.replace("figures", "figure")
    limit, told = _from_to(*bare)
    verb = re.sub(r"(figure|date)", rf"{limit} \1", verb) if limit else verb
    ends = words.frame.ends if kind else None
    rises = KINDS[kind].rises(old, new, words.frame) if ends else None
    end = f", toward {in_quotes(ends[rises])}" if ends and rises is not None else ""
    return _Of((_both(f"{verb}{about} {told}{each}{end}"),), bool(topic))


def _from_to(old: str, new: str) -> tuple[str, str]:
    """Return which limit changed, if both are the same one, and from what to what.

    No two prepositions stand side by side: `to 15 August 2025 (before, by 31 July 2025)`.
    """
    was, now = _PREPOSITION.match(old), _PREPOSITION.match(new)
    if not was and not now:
        return "", f"from {old} to {new}"
    if was and now and was[0] == now[0] and was[0] in _LIMITS:
        return _LIMITS[was[0]], f"from {old[was.end() :]} to {new[now.end() :]}"
    return "", f"(now {new}; before, {old})" if now else f"to {new} (before, {old})"


def _ruled_out(states: tuple[PositionState, PositionState], topic: str, name: Name) -> _Of:
    """Return that what a party will not accept is another, or is something that it asks for."""
    both = states[0].strength == states[1].strength
    what = f"what {name.verb('it', 'they')} will not accept"
    what = what if both else f"{name.verb('its', 'their')} position"
    bare = [one.said.bare if both else " ".join((one.said.bare, *_marked(one))) for one in states]
    about = f" {'for' if both else 'on'} {topic}" if topic else ""
    return _Of((_both(f"changed {what}{about} (now {bare[1]}; before, {bare[0]})"),), bool(topic))


def _marked(state: PositionState) -> tuple[str, ...]:
    return (f"(“{_RULES_OUT}”)",) if state.strength == _RULES_OUT else ()


def _verb(words: IssueWords, kind: str, values: tuple[Value, Value]) -> str:
    """Return what was done to a figure or a range: `raised its figure`, `widened its range`.

    Args:
        words: What sentences call the issue.
        kind: The kind of its values; empty where the two are of different measures.
        values: The values before and now.
    """
    if not kind:
        return "changed its figure"
    if any(one.type is GapType.TIMING for one in KINDS[kind].differences(*values, None)):
        return "changed its date"
    rises = KINDS[kind].rises(*values, words.frame)
    if rises is not None:
        verb = KINDS[kind].rising[not rises]
        return verb if values[0].single else verb.replace("figure", "range")
    if words.sides:
        return "changed its figures"
    relation = KINDS[kind].relate(*values, words.frame)
    return {
        Relation.WITHIN: "widened its range",
        Relation.CONTAINS: "narrowed its range",
    }.get(relation, "changed its figure")


def _both(words: str) -> Did:
    return Did(words, words)


def _opened(
    stances: tuple[Stance, Stance],
    words: IssueWords,
    said: tuple[PositionWords, PositionWords],
    name: Name,
) -> Did | None:
    """Return a change to or from what is no figure; None where both are figures or titles."""
    (old, new), (before, after) = stances, said
    topic = words.topic
    it = definite(topic) if topic else "it"
    if new is Stance.TO_BE_AGREED:
        return Did(
            f"now {name.verb('leaves', 'leave')} {it} to be agreed", f"left {it} to be agreed"
        )
    if new is Stance.REFUSED and after.acts and after.acts[0][0] is Act.REJECT:
        thing = after.acts[0][1].words
        return Did(f"now {name.verb('rejects', 'reject')} {thing}", f"rejected {thing}")
    if new is Stance.UNSPECIFIED and words.titles:
        return Did(f"no longer {name.verb('specifies', 'specify')} {it}", f"left {it} unspecified")
    if new is Stance.UNSPECIFIED:
        return Did(
            f"no longer {name.verb('names', 'name')} a figure for {it}",
            f"named no figure for {it} any more",
        )
    they = name.verb("it wants", "they want")
    wants = f"now {after.bare}"
    if after.acts:
        wants = f"{they} {after.acts[0][1].again or after.acts[0][1].words}"
    rejected = before.acts and before.acts[0][0] is Act.REJECT
    if old is Stance.REFUSED and topic and rejected:
        rejects = f"{name.verb('rejects', 'reject')} {any_of(topic)}"
        return Did(f"no longer {rejects}: {wants}", f"gave up rejecting {any_of(topic)}: {wants}")
    if old is Stance.TO_BE_AGREED:
        leaves = f"no longer {name.verb('leaves', 'leave')} {it} to be agreed"
        return Did(f"{leaves}: {wants}", f"no longer left {it} to be agreed: {wants}")
    if old is Stance.UNSPECIFIED and words.titles:
        now = f"now {name.verb('specifies', 'specify')} {it}: {after.bare}"
        return Did(now, f"specified {it}: {after.bare}")
    if old is Stance.UNSPECIFIED:
        now = f"now {name.verb('names', 'name')} a figure for {it}: {after.bare}"
        return Did(now, f"named a figure for {it}: {after.bare}")
    return None


def _choice_change(
    words: IssueWords,
    values: tuple[Value, Value],
    said: tuple[PositionWords, PositionWords],
    name: Name,
) -> _Of:
    """Return what became of the options that a party would take."""
    old, new = values
    more = [one for one in new.wanted if one not in old.wanted]
    if old.wanted and new.either and set(old.wanted) < set(new.wanted):
        titles = either([words.titles[one].words for one in more])
        accepts = name.verb("accepts", "accept")
        return _Of((Did(f"now {accepts} {titles} too", f"accepted {titles} too"),), named=False)
    # Titles that stand alone name the issue too.
    itself = all(
        one.names_issue and [thing.words for _, thing in one.acts] == [one.bare] for one in said
    )
    of = f" {name.verb('its', 'their')} choice of {definite(words.topic)}" if words.topic else ""
    told = f"changed{'' if itself else of} from {said[0].bare} to {said[1].bare}"
    return _Of((_both(told),), itself or bool(of))


def _item_changes(words: IssueWords, old: Value, new: Value, name: Name) -> Iterator[Did]:
    """Yield which items were added, are now rejected, or are mentioned no longer."""

    def named(ids: Iterable[str]) -> str:
        return listed([words.titles[one].words for one in ids])

    said = {*new.wanted, *new.rejected}
    silent, unrejected = (
        [one for one in before if one not in said] for before in (old.wanted, old.rejected)
    )
    turned = [one for one in new.wanted if one in old.rejected]
    added = [one for one in new.wanted if one not in (*old.wanted, *turned)]
    for now, past, ids in (
        ("added", "added", added),
        (
            f"now {name.verb('rejects', 'reject')}",
            "rejected",
            [one for one in new.rejected if one not in old.rejected],
        ),
    ):
        if ids:
            yield Did(f"{now} {named(ids)}", f"{past} {named(ids)}")
    had = f", which {name.verb('it', 'they')} had rejected"
    if turned:
        sure = all(words.titles[one].sure for one in turned)
        now = name.verb("wants", "want") if sure else name.verb("names", "name")
        behind = f"{named(turned)}{had}"
        yield Did(f"now {now} {behind}", f"come to {'want' if sure else 'name'} {behind}")
    for told in (named(silent), named(unrejected) + had if unrejected else ""):
        if not told:
            continue
        yield Did(
            f"no longer {name.verb('mentions', 'mention')} {told}",
            f"no longer mentioned {told}",
            leaves_out=True,
        )


def no_longer(words: IssueWords, speaker: Speaker, before: PositionWords) -> Reason:
    """Return that a newer text leaves out what an earlier one said.

    `Ukraine's new text no longer mentions a full ceasefire.` What was inferred it never mentioned.
    """
    if speaker.whose.inferred:
        text = f"{speaker.name.possessive} new text has nothing on {words.topic or 'this'}"
        return Reason(
            "" if words.topic else words.head, (ended(f"{text}; {before.bare} was inferred"),)
        )
    text = f"{speaker.name.possessive} new text no longer mentions"
    if before.acts and before.names_issue and not before.acts[0][1].verbal:
        return Reason("", (ended(f"{text} {before.acts[0][1].words}"),))
    what = f" ({before.bare})" if before.bare else ""
    return Reason(words.head, (ended(f"{text} it{what}"),))
