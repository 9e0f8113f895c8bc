"""The two grades of the Admiralty scale, side by side and never blended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.model.dossier import Dossier, Memorandum, Position, Source
    from positions.model.provenance import ReliabilityGrade
    from positions.record.settle import DocumentEntry, Standing

__all__ = [
    "CREDIBILITY",
    "RELIABILITY",
    "credibility_in_words",
    "credibility_of",
    "credibility_scale",
    "entries_of",
    "grade",
    "grade_in_words",
    "published",
    "reliability_of",
    "sources_of",
]

RELIABILITY: Final[Mapping[str, str]] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""What the letter says of a publisher."""

CREDIBILITY: Final[Mapping[int, str]] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""What the number says of a piece of information."""


def reliability_of(source: Source | None) -> ReliabilityGrade | None:
    """Return the letter of a source: the worse of its publisher's and of the page's that was read.

    A page that cannot be judged (F) is the worst of all.
    """
    if source is None:
        return None
    grades = (source.reliability, source.via.reliability if source.via else None)
    return max((one for one in grades if one), default=None)


def grade(source: Source | None, credibility: int | None) -> str:
    """Return the letter of a source and the number of what it says: `B2`, `B`, `2` or nothing."""
    return f"{reliability_of(source) or ''}{credibility or ''}"


def grade_in_words(dossier: Dossier, source: Source | None, credibility: int | None) -> str:
    """Return the grades with their meaning: `B2: usually reliable; probably true`."""
    reliability = reliability_of(source)
    found = grade(source, credibility)
    if not found:
        return "not graded"
    meanings = (
        RELIABILITY[reliability] if reliability else "source not graded",
        credibility_in_words(dossier, credibility) if credibility else "information not graded",
    )
    return f"{found}: {'; '.join(meanings)}"


def credibility_in_words(dossier: Dossier, credibility: int) -> str:
    """Return what a number says: in the words of the dossier, or those of the Admiralty scale."""
    own = {str(number): words for number, words in dossier.header.credibility.items()}
    return own.get(str(credibility), CREDIBILITY[credibility])


def credibility_scale(dossier: Dossier) -> str:
    """Return what the numbers mean where the dossier says it itself: `1 signed; 2 spoken`."""
    return "; ".join(f"{number} {words}" for number, words in dossier.header.credibility.items())


def sources_of(position: Position, document: Memorandum) -> tuple[str, ...]:
    """Return the ids of a position's sources: its own, or else those of its document."""
    return position.sources or document.sources


def credibility_of(position: Position, document: Memorandum) -> int | None:
    """Return the credibility of a position: its own, or else that of its document."""
    return position.credibility or document.credibility


def entries_of(standing: Standing) -> Iterator[DocumentEntry]:
    """Yield the words on which a standing rests: those of record, and those beside them."""
    if standing.entry is not None:
        yield standing.entry
    yield from standing.conflicts
    yield from standing.beside


def published(source: Source, *, in_prose: bool = False) -> str:
    """Return the day of a source; of one later than the moment that is looked at only that.

    Args:
        source: The source.
        in_prose: Whether it stands in a sentence: `2 June 2025`; else `2025-06-02`.
    """
    if source.later:
        return "published later"
    return source.date.in_prose if in_prose else str(source.date)
