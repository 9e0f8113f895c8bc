"""Says what was agreed, by whose account, and what was delivered, by whose count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from positions.sentences.acts import Act
from positions.sentences.dates import on
from positions.sentences.english import among, closed, ended, number
from positions.sentences.nouns import without
from positions.sentences.reasons import Reason
from positions.text.english import listed
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.sentences.issue_words import IssueWords
    from positions.sentences.names import Name
    from positions.sentences.position_words import PositionWords

__all__ = [
    "AgreedBy",
    "Counter",
    "accounts_of",
    "agreed",
    "agreed_by",
    "by_accounts",
    "delivered",
    "in_brief",
    "outcome_words",
]

_DONE = {
    "give": "given",
    "give back": "given back",
    "give up": "given up",
    "hand back": "handed back",
    "hand over": "handed over",
    "lend": "lent",
    "let go": "let go",
    "pay": "paid",
    "sell": "sold",
    "send": "sent",
    "send back": "sent back",
    "send home": "sent home",
    "set free": "set free",
    "take back": "taken back",
}
"""Participles of verbs of giving that are not made by adding -ed to the first word."""
_INFERRED = " (inferred)"
_NO_THING = pattern(r"(?:after|any|before|between|by|from|in|no|none|not|struck|to be)\b")
"""How a value begins that nobody can agree *on*."""


@dataclass(frozen=True, slots=True)
class AgreedBy:
    """What was agreed, by the word of some.

    Attributes:
        names: The parties who say so; none where only the sources do.
        said: What was agreed.
        day: When that account was given, in prose, if that was on another day than the deal.
        unnamed: Who tells it for a party, by its name, where that is somebody unnamed.
    """

    names: tuple[Name, ...]
    said: PositionWords
    day: str = ""
    unnamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counter:
    """Who counts what was delivered.

    Attributes:
        id: The id of the party; empty for a count that none disputes.
        name: Its name; None for a count that none disputes.
        day: Up to which day, in prose; empty where no day is given.
    """

    id: str
    name: Name | None
    day: str = ""


def agreed_by(names: Sequence[Name], parties: int) -> str:
    """Return those who agreed: by name, or `all four` where they are many and there are no others.

    More of the clause follows.

    Args:
        names: Those who confirm it.
        parties: How many parties the row has.
    """
    if len(names) == parties > 3:
        return f"all {number(parties)}"
    return closed([name.text for name in names], "parties")


def outcome_words(said: PositionWords) -> str:
    """Return what was agreed as a noun phrase that names its issue; empty where none does."""
    if not said.acts or not said.names_issue or said.unnamed:
        return ""
    (act, thing), *_ = said.acts
    if act is Act.REJECT and len(said.acts) == 1:
        return _refused(said)
    if act is not Act.WANT or len(said.acts) > 1 or thing.verbal:
        return ""
    return said.terms.behind(thing.words, within=thing.within) + _INFERRED * said.inferred


def _refused(said: PositionWords) -> str:
    """Return what was agreed not to be, where it is one thing: `no exchange of civilians`."""
    if len(said.acts) != 1 or said.unnamed or said.acts[0][0] is not Act.REJECT:
        return ""
    return said.terms.behind(without(said.acts[0][1].words)) + _INFERRED * said.inferred


def agreed(
    words: IssueWords, said: PositionWords, who: str, day: str, *, alone: bool = False
) -> Reason:
    """Return what was agreed, by whom and when.

    `Agreed by all four on 30 October 2023: a bonus.` Without a noun: `Time to the top rate: on 30
    October 2023 all four agreed on 3 years.` Where one `alone` says so, by its word.
    """
    phrase = outcome_words(said)
    head, told = "" if phrase else words.head, phrase or in_brief(said)
    if alone:
        return Reason(head, (ended(f"agreed {on(day)}, by the word of {who} alone: {told}"),))
    if phrase:
        by = f" by {who}" if who else ""
        return Reason("", (ended(f"agreed{by} {on(day)}: {phrase}"),))
    if not who:
        return Reason(head, (ended(f"{told}, said to be agreed {on(day)}"),))
    joint = ":" if _NO_THING.match(told) else " on"
    return Reason(head, (ended(f"{on(day)} {who} agreed{joint} {told}"),))


def by_accounts(words: IssueWords, accounts: Sequence[AgreedBy], day: str) -> Reason:
    """Return what was agreed by each account that differs.

    `Agreed on 2 June 2025, by Ukraine's account: 6,000 bodies from each side; by Russia's: …` Of
    who says that there is none of what another tells of, `nothing`.
    """
    told = []
    contested = not all(_refused(one.said) for one in accounts)
    phrases = [outcome_words(one.said) for one in accounts]
    named = all(phrases)
    for place, account in enumerate(accounts):
        first = not any(one.names for one in accounts[:place])
        whose = "the sources"
        if account.names:
            whose = accounts_of(account.names, account.unnamed, first=first, day=account.day)
        phrase = phrases[place] if named else in_brief(account.said)
        phrase = "nothing" if contested and _refused(account.said) else phrase
        told.append(f"by {whose}: {phrase}")
    return Reason("" if named else words.head, (ended(f"agreed {on(day)}, {'; '.join(told)}"),))


def accounts_of(
    names: Sequence[Name],
    unnamed: Mapping[str, str],
    noun: str = "account",
    *,
    first: bool = True,
    day: str = "",
) -> str:
    """Return whose account it is: a party's own, or one that somebody unnamed tells for it.

    `Ukraine's account`, and after it `one attributed to Russia (a source of TASS)`.

    Args:
        names: The parties.
        unnamed: Who tells it for a party, by its name, where that is somebody unnamed.
        noun: What it is: an account, or a count.
        first: Whether no account is named before it.
        day: When it was given, in prose, where that is told.
    """
    behind = f" of {day}" if day else ""
    own = [one for one in names if one.text not in unnamed]
    said = []
    if own:
        whose = among([*(one.text for one in own[:-1]), own[-1].possessive], "parties")
        said.append(f"{whose}{f' {noun}' if first else ''}{behind}")
    for one in names:
        if one.text in unnamed:
            lead = f"an {noun}" if first and not said else "one"
            said.append(f"{lead}{behind} attributed to {one.text} ({unnamed[one.text]})")
    return listed(said)


def in_brief(said: PositionWords) -> str:
    """Return what was agreed or counted, without its issue: `14 days (the coast)`."""
    wanted = [thing for act, thing in said.acts if act is Act.WANT and not thing.verbal]
    told = wanted[0].words if len(wanted) == len(said.acts) == 1 else said.bare
    terms = said.terms.beside(told)
    told += f" ({'; '.join(terms)})" if terms else ""
    return _refused(said) or told + _INFERRED * said.inferred


def delivered(
    words: IssueWords,
    counter: Counter,
    said: PositionWords,
    sides: Mapping[str, str] | None,
    beside: Mapping[str, str] = MappingProxyType({}),
) -> Reason:
    """Return what was delivered, from the side of who counts.

    Args:
        words: What sentences call the issue, or its part.
        counter: Who counts, and up to which day.
        said: What was delivered, where it is no exchange.
        sides: What each side of an exchange handed over, by its id; `unspecified` where it is
            not said.
        beside: How that is beside what was agreed, by the side that gave it, or by an empty key
            where there is one figure: `57 more than agreed`.
    """
    by = f" by {counter.day}" if counter.day else ""
    terms = said.terms.beside(said.bare)
    behind = f" ({'; '.join(terms)})" if terms else ""
    told = _exchanged(words, counter, sides, by, beside) if sides else ""
    if not told:
        whose = f", by {counter.name.possessive} count" if counter.name else ""
        told = f"delivered{by}{whose}: {said.bare}"
    notes = set(beside.values())
    same = sides is not None and len(set(sides.values())) == 1
    alike = same and len(notes) == 1 and len(beside) == 2
    told += behind
    if beside.get("") or (alike and counter.name is None):
        told += f", {next(iter(notes))}"
    return Reason(words.head, (ended(told),))


def _exchanged(
    words: IssueWords,
    counter: Counter,
    sides: Mapping[str, str],
    by: str,
    beside: Mapping[str, str],
) -> str:
    """Return what each side of an exchange handed over, told by who counts."""
    done = _DONE.get(words.verb) or _regular(words.verb)
    notes = {side: f" ({note})" for side, note in beside.items()}
    (first, one), (second, other) = words.sides
    given, returned = sides[first], sides[second]
    name = counter.name
    lead = by.strip()
    if name is None:
        if given == returned == "unspecified":
            return f"how many were {done}{by} is not said"
        opening = f"{lead} " if lead else ""
        if "unspecified" in {given, returned}:
            whose, count, silent = (one, given, other)
            if given == "unspecified":
                whose, count, silent = (other, returned, one)
            unsaid = f"how many {silent.text} {done} is not said"
            return f"{opening}{whose.text} had {done} {count}; {unsaid}"
        if given == returned:
            return f"{opening}each side had {done} {given}"
        both = f"{given}{notes.get(first, '')} and {other.text} {returned}{notes.get(second, '')}"
        return f"{opening}{one.text} had {done} {both}"
    counts, does = name.verb("counts", "count"), name.verb("does", "do")
    it = name.verb("it", "they")
    if given == returned == "unspecified":
        return f"{name.text} {does} not say how many were {done}{by}"
    if counter.id not in sides:
        by_one = f"{given} {done} by {one.text}{notes.get(first, '')}"
        return (
            f"{name.text} {counts} {by_one} and {returned} by {other.text}{notes.get(second, '')}"
        )
    theirs = second if counter.id == first else first
    own, received = sides[counter.id], sides[theirs]
    gave, got = notes.get(counter.id, ""), notes.get(theirs, "")
    if own == "unspecified":
        unsaid = f"{does} not say how many {it} {done}"
        return f"{name.text} {counts} {received} received{by}{got} and {unsaid}"
    if received == "unspecified":
        unsaid = f"{does} not say how many {it} received"
        return f"{name.text} {counts} {own} {done}{by}{gave} and {unsaid}"
    return f"{name.text} {counts} {own} {done}{gave} and {received} received{by}{got}"


_DOUBLES = pattern(r"[^aeiou]*[aeiou][^aeiouwxy]|.*(?:fer|mit)")
"""Verbs that double their last letter: `ship`, `transfer`, `admit`."""


def _regular(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    done = f"{first}{first[-1:] if _DOUBLES.fullmatch(first) else ''}ed"
    if first.endswith("e"):
        done = f"{first}d"
    elif re.search("[^aeiou]y$", first):
        done = f"{first[:-1]}ied"
    return f"{done} {rest}".strip()
