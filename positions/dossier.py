"""The typed models of a dossier: parties, sources, events, issues, memoranda, positions.

Everything here is frozen. Text from outside is validated by pydantic, record by record; values
are `Value` objects, which `positions.binding` reads by the kind of their issue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from positions.fields import Address, Conditions, Date, Flag, Grade, Record, Text, Words
from positions.values import Frame, Value

if TYPE_CHECKING:
    from positions.when import When

__all__ = [
    "Account",
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
    "Source",
    "Terms",
]


class Form(StrEnum):
    """What a document is: a party's own text, its spoken word, or someone else's account."""

    MEMORANDUM = "memorandum"
    STATEMENT = "statement"
    REPORT = "report"


class Disclosure(StrEnum):
    """How much of a document is known; decides what an unmentioned issue means."""

    PUBLISHED = "published"
    REVIEWED = "reviewed"
    PARTIAL = "partial"
    WITHHELD = "withheld"

    @property
    def whole(self) -> bool:
        """Whether all of the text is known, so that what it leaves out, it is silent on."""
        return self in {Disclosure.PUBLISHED, Disclosure.REVIEWED}


class Blank(StrEnum):
    """Why a cell has no position; never a value, and never averaged."""

    SILENT = "silent"
    UNDISCLOSED = "undisclosed"
    DECLINED = "declined"
    UNCODED = "uncoded"
    INDIFFERENT = "indifferent"
    UNREADABLE = "unreadable"

    @property
    def meaning(self) -> str:
        """What the blank says, as a predicate of the party."""
        return _BLANKS[self]


_BLANKS = {
    Blank.SILENT: "has no provision on this in its text",
    Blank.UNDISCLOSED: "has not disclosed its position",
    Blank.DECLINED: "was asked and declined to say",
    Blank.UNCODED: "has no position recorded here yet",
    Blank.INDIFFERENT: "does not mind",
    Blank.UNREADABLE: "has a position that could not be read",
}


class Modality(StrEnum):
    """How strongly a provision binds."""

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"
    WILL_NOT = "will not"


_MOST_SERIOUS_FIRST = (
    Blank.UNREADABLE,
    Blank.UNDISCLOSED,
    Blank.DECLINED,
    Blank.UNCODED,
    Blank.SILENT,
    Blank.INDIFFERENT,
)


class Header(Record):
    """What the dossier is about, and the day for which it stands."""

    format: Literal["1"]
    title: Text
    as_of: Date
    note: str = ""


class Party(Record):
    """A party to the negotiation; `short` heads narrow columns."""

    id: str
    name: Text
    short: str = ""
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
    items: Mapping[str, Text] = {}
    parts: Mapping[str, Part] = {}
    provision: str = ""
    disputed: str = ""
    formerly: Words = ()
    note: str = ""


class Terms(Record):
    """What qualifies a value; two positions with the same value and other terms do not agree.

    Attributes:
        scope: What the value covers, in words.
        starts: The event or issue, by id or in words, with which it starts.
        until: The same for its end.
        by: Who acts: parties by id, others in words.
        renewable: A duration by which it is renewed, or true or false.
        conditions: What must be met: ids or words; empty where the text says that there are
            none, None where it says nothing.
        after: The issues and events that come before it.
    """

    scope: str = ""
    starts: str = ""
    until: str = ""
    by: Words = ()
    renewable: Value | bool | None = None
    conditions: Conditions = None
    after: Words = ()
    modality: Modality | None = None


class Position(Terms):
    """What one document of a party says on an issue, or on a part of it.

    Attributes:
        value: The value; None where there are alternatives, parts or a blank in its place.
        alternatives: Branches, each a whole position, by option id or label.
        parts: Positions by part of the issue.
        rest: The position on the parts that are not mentioned.
        blank: Why there is no value, where the document says so itself.
        paraphrase: What the text says, in the analyst's words.
        sources: Ids of sources; empty where the document's own count.
        credibility: The grade of the information on the Admiralty scale, 1 to 6; 6: cannot be
            judged.
        accounts: What other accounts say of this position, beside the record.
    """

    value: Value | None = None
    alternatives: Mapping[str, Position] = {}
    parts: Mapping[str, Position] = {}
    rest: Position | None = None
    blank: Blank | None = None
    clause: str = ""
    paraphrase: str = ""
    note: str = ""
    sources: Words = ()
    credibility: Grade | None = None
    red_line: Flag = False
    accounts: Mapping[str, Account] = {}

    @property
    def unstated(self) -> Blank | None:
        """Why nothing is asked for: its blank, or the most serious of branches that are all blank.

        None where it states something, if only in one of its alternatives.
        """
        blanks = {branch.blank for branch in self.alternatives.values()}
        if self.blank or not blanks or None in blanks:
            return self.blank
        return next(blank for blank in _MOST_SERIOUS_FIRST if blank in blanks)

    def substance(self) -> tuple[object, ...]:
        """Return what two positions must share to say the same: all but evidence and wording."""
        return (
            self.value,
            self.blank,
            *(getattr(self, name) for name in Terms.model_fields),
            *(
                tuple((label, position.substance()) for label, position in branch.items())
                for branch in (self.alternatives, self.parts)
            ),
            self.rest and self.rest.substance(),
        )


class Account(Position):
    """Another account of a position: the terms or values that it contests, and its source."""


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
