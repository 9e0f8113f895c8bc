"""The closed vocabularies of a dossier: forms of a document, blanks, roles, and the like."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "MOST_SERIOUS_FIRST",
    "SILENCES",
    "Basis",
    "Blank",
    "Disclosure",
    "Form",
    "Modality",
    "Reaction",
    "Role",
]


class Role(StrEnum):
    """What a column is; only parties count in a status, and in what is counted of all rows.

    Attributes:
        PARTY: A party to the negotiation, whose agreement is sought.
        MEDIATOR: Whoever tries to bring the parties together, with proposals of its own.
        OBSERVER: Somebody with a view and no say.
        TEXT: A draft that belongs to nobody.
    """

    PARTY = "party"
    MEDIATOR = "mediator"
    OBSERVER = "observer"
    TEXT = "text"

    @property
    def counts(self) -> bool:
        """Whether it is a party to the negotiation, whose agreement is sought."""
        return self is Role.PARTY


class Basis(StrEnum):
    """Where an analyst has a position or a reservation from: the party's own word, or an inference.

    Attributes:
        STATED: The party has said so.
        INFERRED: The analyst concludes it.
    """

    STATED = "stated"
    INFERRED = "inferred"


class Form(StrEnum):
    """What a document is: a party's own text, its spoken word, or someone else's account.

    Attributes:
        MEMORANDUM: The party's own text: a memorandum, a letter, a draft.
        STATEMENT: The party's spoken or written word outside such a text.
        REPORT: Someone else's account, which fills only what the party's own words leave blank.
    """

    MEMORANDUM = "memorandum"
    STATEMENT = "statement"
    REPORT = "report"


class Disclosure(StrEnum):
    """How much of a document is known; decides what an unmentioned issue means.

    Attributes:
        PUBLISHED: The text is public.
        REVIEWED: The text is not public, and was seen by those who report it.
        PARTIAL: A part of the text is known: what that part leaves out counts as undisclosed.
        WITHHELD: The text is not known: its issues count as undisclosed.
    """

    PUBLISHED = "published"
    REVIEWED = "reviewed"
    PARTIAL = "partial"
    WITHHELD = "withheld"

    @property
    def whole(self) -> bool:
        """Whether all of the text can be known, so that it can be read whole."""
        return self in {Disclosure.PUBLISHED, Disclosure.REVIEWED}


class Blank(StrEnum):
    """Why a cell has no position; never a value, and never averaged.

    Attributes:
        SILENT: All that is known of the text was read, and it has no provision on this.
        UNSEEN: The text was read in part, and that part has no provision on this.
        UNDISCLOSED: There is a position, or a text, and it is withheld.
        DECLINED: The party was asked, and would not say.
        UNCODED: Nothing is recorded.
        DELETED: Struck from the text on which this one is based.
        INDIFFERENT: The party does not mind how it is settled.
        UNREADABLE: What is written could not be read; nobody writes this.
    """

    SILENT = "silent"
    UNSEEN = "unseen"
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


SILENCES = frozenset({Blank.SILENT, Blank.UNSEEN})
"""What is said of a text alone: spoken words have none that could be silent."""

_BLANKS = {
    Blank.SILENT: "has no provision on this in its text",
    Blank.UNSEEN: "has no provision on this in the part of its text that was read",
    Blank.UNDISCLOSED: "has not disclosed its position",
    Blank.DECLINED: "was asked and declined to say",
    Blank.UNCODED: "has nothing recorded here",
    Blank.DELETED: "strikes the provision",
    Blank.INDIFFERENT: "does not mind",
    Blank.UNREADABLE: "has a position that could not be read",
}


class Reaction(StrEnum):
    """How a document reacts to another as a whole.

    Attributes:
        ACCEPTS: It accepts it.
        BASIS: It takes it as a basis for what follows.
        RESERVATIONS: It accepts it with reservations.
        REJECTS: It rejects it.
    """

    ACCEPTS = "accepts"
    BASIS = "as a basis"
    RESERVATIONS = "with reservations"
    REJECTS = "rejects"


class Modality(StrEnum):
    """How strongly a provision binds.

    Attributes:
        SHALL: It binds.
        SHOULD: It is asked for, and does not bind.
        MAY: It is allowed.
        WILL_NOT: It is ruled out.
    """

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"
    WILL_NOT = "will not"


MOST_SERIOUS_FIRST = (
    Blank.UNREADABLE,
    Blank.UNDISCLOSED,
    Blank.DECLINED,
    Blank.UNCODED,
    Blank.UNSEEN,
    Blank.SILENT,
    Blank.INDIFFERENT,
)
"""Blanks in the order in which they count where branches are blank in several ways."""
