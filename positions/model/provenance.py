"""Holds where a fact comes from and how far it can be trusted: quotes, copies, checks, carriers."""

from __future__ import annotations

from typing import ClassVar, Literal

from positions.model.fields import Address, Date, ShortRecord, StrictRecord, Text

__all__ = ["Archive", "Carrier", "Checked", "CredibilityGrade", "Quote", "ReliabilityGrade"]

ReliabilityGrade = Literal["A", "B", "C", "D", "E", "F"]
"""The grade of a publisher on the Admiralty scale."""

CredibilityGrade = Literal["1", "2", "3", "4", "5", "6"]
"""The grade of information on the Admiralty scale, as a key of a mapping."""


class Quote(ShortRecord):
    """The original words of a text.

    Attributes:
        text: The words as they are in the original, in its language.
        translation: The same in the language of the dossier; outputs mark it as a translation.
    """

    short_form: ClassVar[str] = "text"

    text: Text
    translation: str = ""


class Checked(StrictRecord):
    """Who compared a record with its sources, and when.

    Attributes:
        who: Who did it.
        date: The day on which it was done.
    """

    who: Text
    date: Date


class Archive(StrictRecord):
    """A copy of a page, kept where it does not change.

    Attributes:
        url: Where the copy is.
        date: The day on which it was made.
    """

    url: Address
    date: Date


class Carrier(ShortRecord):
    """Who carried what another publisher vouches for.

    Attributes:
        publisher: Whose page it is.
        reliability: The grade of that page, A to F; outputs print the worse of the two grades.
    """

    short_form: ClassVar[str] = "publisher"

    publisher: Text
    reliability: ReliabilityGrade | None = None
