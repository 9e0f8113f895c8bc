"""Holds what writes the words of a single text: the dossier, its nouns and its provisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.comparison.terms import renewal_in_words
from positions.sentences.glossary import Glossary
from positions.sentences.provisions import ProvisionWriter

if TYPE_CHECKING:
    from typing import Self

    from positions.model.dossier import Dossier, Position

__all__ = ["Pen"]


@dataclass(frozen=True, slots=True)
class Pen:
    """What writes the words of a text.

    Attributes:
        dossier: The dossier as of the moment.
        glossary: What sentences call everything in it.
        writer: What writes its provisions.
        merges: The merges of lines, which the text and the count of its places share.
    """

    dossier: Dossier
    glossary: Glossary
    writer: ProvisionWriter
    merges: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """Return what writes the words of a dossier as of a moment."""
        glossary = Glossary(dossier)
        return cls(dossier, glossary, ProvisionWriter(glossary))

    def has_words(self, issue: str, part: str, one: Position, other: Position) -> bool:
        """Return whether two positions whose values are the same give these in the same words.

        *Open* and *not shut* may be the same to the algebra, as 24 hours and 1 day are; for all
        that they are not the words of both parties.
        """
        a, b = one.value, other.value
        write = self.writer.of_value
        return a == b or bool(a and b and write(issue, part, a) == write(issue, part, b))

    @staticmethod
    def has_renewal(one: Position, other: Position) -> bool:
        """Return whether two positions, where both name a renewal, do so in the same words."""
        a, b = one.renewable, other.renewable
        return a is None or b is None or renewal_in_words(a) == renewal_in_words(b)
