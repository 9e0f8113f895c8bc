"""The closed vocabularies of a dossier: forms of a document, blanks, roles, and the like."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["MOST_SERIOUS_FIRST", "Basis", "Blank", "Disclosure", "Form", "Modality", "Role"]


class Role(StrEnum):
    """What a column is; only parties count in a status, and in what is counted of all rows."""

    PARTY = "party"
    MEDIATOR = "mediator"
    OBSERVER = "observer"
    TEXT = "text"

    @property
    def counts(self) -> bool:
        """Whether it is a party to the negotiation, whose agreement is sought."""
        return self is Role.PARTY


class Basis(StrEnum):
    """Where an analyst has a party's reservation value from: its own word, or an inference."""

    STATED = "stated"
    INFERRED = "inferred"


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
    DELETED = "deleted"
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
    Blank.DELETED: "has struck this from the text that it works on",
    Blank.INDIFFERENT: "does not mind",
    Blank.UNREADABLE: "has a position that could not be read",
}


class Modality(StrEnum):
    """How strongly a provision binds."""

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"
    WILL_NOT = "will not"


MOST_SERIOUS_FIRST = (
    Blank.UNREADABLE,
    Blank.UNDISCLOSED,
    Blank.DECLINED,
    Blank.UNCODED,
    Blank.SILENT,
    Blank.DELETED,
    Blank.INDIFFERENT,
)
"""Blanks in the order in which they count where branches are blank in several ways."""
