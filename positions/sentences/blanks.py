"""Says who says nothing, and why: nothing in a text, not disclosed, nothing recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from positions.model.dossier import Blank
from positions.sentences.english import number
from positions.sentences.names import subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.sentences.names import Name

__all__ = ["Silence", "silences"]

_MANY = 5
"""Up to how many parties with one blank are named."""


class Silence(NamedTuple):
    """A party that says nothing on a row.

    Attributes:
        name: The party.
        missing: Why it says nothing.
        told: That it is `reported`, or `inferred`; empty where its own words say so.
        under: The option under which it says nothing; empty where it has none.
        own: Whether a report stands in the place of its own words.
        reach: How far a text is that is not seen to have anything: it `was read`, or `is known`.
        retold: Whether what it says is recorded in a paraphrase alone.
    """

    name: Name
    missing: Blank
    told: str = ""
    under: str = ""
    own: bool = False
    reach: str = "was read"
    retold: bool = False


def silences(found: Sequence[Silence], parties: int, on: str = "this") -> tuple[str, ...]:
    """Return a sentence for each kind of blank, naming up to five parties with it.

    Args:
        found: The parties that say nothing.
        parties: How many parties the row has.
        on: What it is about, where the row says nothing else of it: `a ceasefire`.

    Returns:
        Words that are still to become sentences.
    """
    kinds: dict[tuple[Blank, str, str, bool, str, bool], list[Name]] = {}
    for one in found:
        reach = one.reach if one.missing is Blank.UNSEEN else ""
        kind = (one.missing, one.told, one.under, one.own, reach, one.retold)
        kinds.setdefault(kind, []).append(one.name)
    said = []
    for (missing, told, under, own, reach, retold), names in kinds.items():
        who = _Who(names, parties)
        words = _words(missing, who, on, own=own, reach=reach)
        if retold and not own:
            wants, here = "want" if who.plural else "wants", "here" if on == "this" else f"on {on}"
            words = f"of what {who.subject} {wants} {here} only a paraphrase is recorded"
        words = f"it is {told} that {words}" if told else words
        said.append(f"under {under}, {words}" if under else words)
    return tuple(said)


class _Who:
    """Several parties with one blank: named, or counted where they are many.

    Args:
        names: The parties.
        parties: How many parties the row has.
    """

    def __init__(self, names: Sequence[Name], parties: int) -> None:
        self.names = names
        self.all_two = len(names) == parties == 2
        self.plural = len(names) > 1 or names[0].plural
        which = "the other" if len(names) < parties else "all"
        many = f"{which} {number(len(names))} parties" if len(names) > _MANY else ""
        self.subject = many or subject(names).text
        self.texts = f"{names[0].possessive} text"
        if len(names) > 1:
            self.texts = f"the texts of {self.subject}"


def _words(missing: Blank, who: _Who, on: str, *, own: bool, reach: str) -> str:
    here = "here" if on == "this" else f"on {on}"
    match missing:
        case Blank.SILENT | Blank.UNSEEN:
            return _nothing(who, on, own=own, reach=reach)
        case Blank.UNDISCLOSED if own:
            return f"{who.texts.replace(' text', ' own text', 1)} is not disclosed"
        case Blank.UNDISCLOSED:
            return f"what {who.subject} {'want' if who.plural else 'wants'} {here} is not disclosed"
        case Blank.DECLINED:
            return _declined(who, on, own=own)
        case Blank.UNCODED if own:
            return f"{subject(who.names).possessive} position is known only from a report"
        case Blank.UNCODED:
            return f"nothing is recorded{'' if on == 'this' else f' {here}'} for {who.subject}"
        case Blank.DELETED:
            return f"{who.subject} struck {'the whole provision' if on == 'this' else on}"
        case Blank.INDIFFERENT:
            return f"{who.subject} {'do' if who.plural else 'does'} not mind"
        case Blank.UNREADABLE:
            return f"what is recorded for {who.subject} could not be read"


def _declined(who: _Who, on: str, *, own: bool) -> str:
    """Return that a party would not say what it wants; itself, where a report says it."""
    have = "have" if who.plural else "has"
    if own:
        return f"{who.subject} {'themselves' if who.plural else 'itself'} {have} declined to say"
    about = f" what {'they want' if who.plural else 'it wants'} on {on}" if on != "this" else ""
    return f"{who.subject} {have} declined to say{about}"


def _nothing(who: _Who, on: str, *, own: bool, reach: str) -> str:
    """Return that a text has nothing on it, and whether that is as far as it was read."""
    one = len(who.names) == 1
    many = reach.replace("was", "were").replace("is", "are")
    limit = f", as far as {f'it {reach}' if one else f'they {many}'}" if reach else ""
    if who.all_two:
        return f"neither text has anything on {on}{limit}"
    texts = who.texts.replace(" text", " own text", 1) if own else who.texts
    return f"{texts} {'has' if one else 'have'} nothing on {on}{limit}"
