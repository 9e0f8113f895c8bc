"""The acts of a party, and the one verb of each, whoever acts and on whatever kind of value."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from positions.text.patterns import pattern

__all__ = ["OWN", "Act", "Claim", "Whose", "predicate"]


class _Verb(NamedTuple):
    """The forms of a verb, and what stands behind its object."""

    bare: str
    third: str
    past: str
    behind: str = ""


class Act(Enum):
    """What a party does with a thing.

    Attributes:
        WANT: It states a value.
        OFFER: It would do or pay it itself.
        PROPOSE: A mediator, an observer or a draft states a value.
        ASK: It asks someone, beside an offer.
        REJECT: It refuses any, an item, or the option of another.
        STRIKE: It takes it out of the text on which it works.
        LEAVE_OPEN: It leaves it to be agreed.
        ALLOW: Its text says that something may be.
        NOT_ACCEPT: Its text says that something will not be.
        SAY: It says the same as another.
        NAME: It names something, or nothing.
        NOT_SAY: It does not say who, or how.
        NOT_SPECIFY: It does not specify it.
        BE: Its position is the value: of a choice whose title may be no noun phrase.
    """

    WANT = _Verb("want", "wants", "wanted")
    OFFER = _Verb("offer", "offers", "offered")
    PROPOSE = _Verb("propose", "proposes", "proposed")
    ASK = _Verb("ask", "asks", "asked")
    REJECT = _Verb("reject", "rejects", "rejected")
    STRIKE = _Verb("strike", "strikes", "struck")
    LEAVE_OPEN = _Verb("leave", "leaves", "left", "to be agreed")
    ALLOW = _Verb("allow", "would allow", "would have allowed")
    NOT_ACCEPT = _Verb("not accept", "will not accept", "would not accept")
    SAY = _Verb("say", "says", "said")
    NAME = _Verb("name", "names", "named")
    NOT_SAY = _Verb("not say", "does not say", "did not say")
    NOT_SPECIFY = _Verb("not specify", "does not specify", "did not specify")
    BE = _Verb("be", "is", "was")


_SET_OFF = pattern(r", (?:not )?renewable\b[^,]*$")
"""A term between commas at the end of a thing."""
_PLURAL = {
    Act.ALLOW: "would allow",
    Act.NOT_ACCEPT: "will not accept",
    Act.NOT_SAY: "do not say",
    Act.NOT_SPECIFY: "do not specify",
}
"""Plural forms that are not the bare verb."""


class Whose(NamedTuple):
    """On whose word, and when, a party says something.

    Attributes:
        reported: Whether it is someone else's account.
        older: Whether it is older than the text that took its place.
        inferred: Whether the analyst concludes it, and the party has not said it.
    """

    reported: bool = False
    older: bool = False
    inferred: bool = False

    @property
    def mark(self) -> str:
        """What stands behind a position that is not the party's own word: ` (as reported)`."""
        marks = ["as reported"] * self.reported + ["inferred"] * self.inferred
        return f" ({' and '.join(marks)})" if marks else ""


OWN = Whose()
"""The party's own present word."""


class Claim(NamedTuple):
    """One act on one thing.

    Attributes:
        act: The act.
        thing: The noun phrase, or what takes its place: `each side to return 6,000 bodies`.
        unnamed: What it does not say of it: a `figure`, a `date`, `which`, `the rest` of a list,
            or `none` of what it wants; empty where it says all.
    """

    act: Act
    thing: str
    unnamed: str = ""


def predicate(claim: Claim, whose: Whose, *, plural: bool, goes_on: bool = False) -> str:
    """Return a claim as what a subject does: `wants a ceasefire`, `is reported to want one`.

    Args:
        claim: The act and its thing.
        whose: On whose word.
        plural: Whether the subject is plural.
        goes_on: Whether another claim of the same subject stands before it.
    """
    verb = claim.act.value
    plural = plural and claim.act is not Act.BE
    # What is set off by a comma is set off on both sides.
    joint = ", " if verb.behind and _SET_OFF.search(claim.thing) else " "
    words = joint.join(filter(None, (claim.thing, verb.behind)))
    tail = f", but {_unnamed(claim.unnamed, whose, plural=plural)}" if claim.unnamed else ""
    if whose.reported:
        be = ("were" if plural else "was") if whose.older else ("are" if plural else "is")
        infinitive = f"to {verb.bare}".replace("to not", "not to")
        if claim.act is Act.NOT_SPECIFY:  # it is the report that does not say it
            infinitive, words = "to have a position,", "but not which"
        lead = infinitive if goes_on else f"{be} reported {infinitive}"
    elif whose.older:
        lead = verb.past
    else:
        lead = _PLURAL.get(claim.act, verb.bare) if plural else verb.third
    return f"{lead} {words}{tail}"


def _unnamed(what: str, whose: Whose, *, plural: bool) -> str:
    if what == "the rest":
        return f"whether {'their' if plural else 'its'} text names others was not seen"
    which, none = what == "which", "none" if what == "none" else f"no {what}"
    if whose.reported:
        be = "was" if whose.older else "is"
        return f"it {be} not reported which" if which else f"{none} {be} reported"
    if which:
        return f"{'did' if whose.older else 'do' if plural else 'does'} not say which"
    return f"{'named' if whose.older else 'name' if plural else 'names'} {none}"
