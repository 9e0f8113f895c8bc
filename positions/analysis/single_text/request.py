"""Holds what is asked of a single text: its draft, its numbers, and the papers alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from positions.analysis.single_text.leaves import Leaf
    from positions.model.dossier import Dossier

__all__ = ["PLAIN_REQUEST", "TextRequest", "numbered", "papers_alone"]

_INSERTED: Final = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies")


@dataclass(frozen=True, slots=True)
class TextRequest:
    """What is asked of a single text.

    Attributes:
        base: The id of the column whose words are the text, with what others want in brackets;
            empty where all are merged.
        paper: The id of the document that is the draft; empty where it is all texts of the column.
        options: The ids of the options of the column that are chosen.
        numbers: The numbers of paragraphs that are kept, by the id of the issue.
        beyond: Leaves that are of record in the whole dossier, where some papers alone are merged.
    """

    base: str = ""
    paper: str = ""
    options: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    beyond: frozenset[Leaf] = frozenset()


PLAIN_REQUEST: Final = TextRequest()
"""All documents are merged, and numbers are counted anew."""


def papers_alone(dossier: Dossier, documents: Iterable[str]) -> Dossier:
    """Return a dossier with some documents alone, and those that they work on; without outcomes.

    Args:
        dossier: The dossier.
        documents: The ids of the documents.
    """
    kept: set[str] = set()
    waiting = list(documents)
    while waiting:
        name = waiting.pop()
        document = dossier.memoranda.get(name)
        if document is not None and name not in kept:
            kept.add(name)
            named = (one.same_as for one in document.positions.values())
            waiting += filter(None, (document.based_on, *named))
    memoranda = {name: one for name, one in dossier.memoranda.items() if name in kept}
    return replace(dossier, memoranda=memoranda, outcomes={})


def numbered(dossier: Dossier, kept: Mapping[str, str]) -> dict[str, str]:
    """Return the number of each issue's paragraph, counted over all of a dossier.

    Args:
        dossier: The dossier.
        kept: The numbers of an earlier text, by the id of the issue. What is inserted between them
            gets that of the one before, with *bis*, *ter* and so on.
    """
    topics = {
        issue.topic: int(kept[issue.id].split(".")[0])
        for issue in reversed(tuple(dossier.issues.values()))
        if issue.id in kept
    }
    last: dict[str, str] = {}
    inserted: dict[str, int] = {}
    counts: dict[str, int] = {}
    numbers: dict[str, str] = {}
    for issue in dossier.issues.values():
        known = issue.topic in topics and bool(kept)
        article = topics.setdefault(issue.topic, max(topics.values(), default=0) + 1)
        if issue.id in kept:
            numbers[issue.id] = last[issue.topic] = kept[issue.id]
        elif known and (issue.topic in last or _is_kept(dossier, issue.topic, kept)):
            before = last.get(issue.topic, f"{article}.0")
            place = inserted[before] = inserted.get(before, -1) + 1
            word = _INSERTED[place] if place < len(_INSERTED) else f"bis {place + 1}"
            numbers[issue.id] = f"{before} {word}"
        else:
            counts[issue.topic] = counts.get(issue.topic, 0) + 1
            numbers[issue.id] = f"{article}.{counts[issue.topic]}"
    return numbers


def _is_kept(dossier: Dossier, topic: str, kept: Mapping[str, str]) -> bool:
    """Return whether an issue of a topic has a number that is kept."""
    return any(one.topic == topic and one.id in kept for one in dossier.issues.values())
