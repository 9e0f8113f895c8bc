"""Holds what writes the words of a single text: the dossier, its nouns and its provisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from positions.sentences.glossary import Glossary
from positions.sentences.provisions import ProvisionWriter

if TYPE_CHECKING:
    from typing import Self

    from positions.model.dossier import Dossier

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
