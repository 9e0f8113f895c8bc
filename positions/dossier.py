"""The typed models of a dossier: parties, sources, events, issues, memoranda, positions.

Everything here is frozen. Text from outside is validated by pydantic, record by record; values
are `Value` objects, which `positions.binding` reads by the kind of their issue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from positions.fields import Address, Date, Flag, Grade, Record, Text, Words
from positions.position import Account, Position, Reservation, Terms
from positions.vocabulary import Basis, Blank, Disclosure, Form, Modality, Role

if TYPE_CHECKING:
    from positions.values import Frame
    from positions.when import When

__all__ = [
    "Account",
    "Basis",
    "Blank",
    "Disclosure",
    "Dossier",
    "Event",
    "Form",
    "Header",
    "Issue",
    "Memorandum",
    "Modality",
    "Option",
    "Part",
    "Party",
    "Position",
    "Reservation",
    "Role",
    "Source",
    "Terms",
]


class Header(Record):
    """What the dossier is about, and the day for which it stands."""

    format: Literal["1"]
    title: Text
    as_of: Date
    note: str = ""


class Party(Record):
    """A column of the comparison: a party to the negotiation, or another with a paper of its own.

    Attributes:
        short: What heads narrow columns.
        role: What it is; a mediator, an observer or a text that belongs to nobody is shown beside
            the parties, and counts in no status.
    """

    id: str
    name: Text
    short: str = ""
    role: Role = Role.PARTY
    note: str = ""


class Source(Record):
    """Where a fact comes from.

    Attributes:
        reliability: The publisher's grade on the Admiralty scale, A to F; F: cannot be judged.
        via: Who carried it, where the address is not the publisher's own.
    """

    id: str
    publisher: Text
    date: Date
    title: Text
    url: Address = ""
    language: str = ""
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    via: str = ""
    note: str = ""


class Event(Record):
    """Something that happens, which terms and sequences can name; it may be part of an issue."""

    id: str
    title: Text
    part_of: str = ""
    note: str = ""


class Part(Record):
    """A part of an issue (a region, a category, a year) with a value of its own."""

    id: str
    title: Text
    unit: str = ""


class Issue(Record):
    """Something the parties take positions on.

    Attributes:
        kind: The name of a kind in `positions.values.KINDS`.
        unit: What a quantity or an exchange counts.
        counts: What a figure counts: each side, the total, or one way.
        limit: Set where values are limits themselves (a ceiling, a floor, a deadline).
        between: The parties of an exchange; the first gives the first figure.
        ordered: Whether the options of a choice are a ladder, from the least to the most.
        ends: The titles of the two ends of a scale, at 0 and at 100.
        reference_point: What comes about if nothing is agreed: the status quo, most often.
        disputed: What of the issue's premise the parties dispute, in a sentence.
        provision: The sentence of a text, with `{value}` where the value goes.
        formerly: Ids that it had in earlier revisions of the dossier.
    """

    id: str
    topic: Text
    title: Text
    kind: str
    unit: str = ""
    counts: Literal["each", "total", "one way"] | None = None
    limit: Literal["maximum", "minimum"] | None = None
    between: tuple[Text, Text] | None = None
    options: Mapping[str, Text] = {}
    ordered: Flag = False
    items: Mapping[str, Text] = {}
    ends: tuple[Text, Text] | None = None
    parts: Mapping[str, Part] = {}
    reference_point: Position | None = None
    provision: str = ""
    disputed: str = ""
    formerly: Words = ()
    note: str = ""


class Option(Record):
    """A branch of a memorandum, open across issues; options of one group exclude each other."""

    id: str
    title: Text
    group: str = ""


class Memorandum(Record):
    """A document of a party, or a report about it, with its positions by issue.

    Attributes:
        date: When the party said it or handed it over.
        published: When its text became known; before that day it counts as withheld.
        based_on: The document that it works on: what it does not mention is as there.
        speaker: Who spoke for the party.
        sequence: Issues and events in the order that it asks for; those of an inner tuple
            happen together.
        unreadable: Issues whose position here could not be read, so that a blank would be wrong.
    """

    id: str
    party: str
    form: Form
    date: Date
    title: str = ""
    disclosure: Disclosure = Disclosure.PUBLISHED
    published: Date | None = None
    based_on: Text | None = None
    speaker: str = ""
    language: str = ""
    sources: Words = ()
    credibility: Grade | None = None
    options: Mapping[str, Option] = {}
    sequence: tuple[tuple[str, ...], ...] = ()
    positions: Mapping[str, Position] = {}
    note: str = ""
    unreadable: frozenset[str] = frozenset()

    def disclosed(self, moment: When) -> Disclosure:
        """Return how much of the text was known at a moment."""
        if self.published is not None and moment.before(self.published):
            return Disclosure.WITHHELD
        return self.disclosure


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole dossier; every mapping keeps the order of the text.

    Attributes:
        frames: What each issue, and each part of it, tells its kind: by issue id and part id,
            with an empty part id for the whole.
        unreadable: Parties of which a document could not be read, so that nothing can be said
            of where they stand.
    """

    header: Header
    parties: Mapping[str, Party]
    sources: Mapping[str, Source]
    events: Mapping[str, Event]
    issues: Mapping[str, Issue]
    memoranda: Mapping[str, Memorandum]
    frames: Mapping[tuple[str, str], Frame] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()

    def names(self, word: str) -> bool:
        """Return whether a word is the id of an event, an issue or a party."""
        return word in self.events or word in self.issues or word in self.parties

    def title(self, name: str) -> str:
        """Return the title of an event, an issue or a party, or free words as they stand."""
        if name in self.events:
            return self.events[name].title
        if name in self.issues:
            return self.issues[name].title
        return self.parties[name].name if name in self.parties else name
