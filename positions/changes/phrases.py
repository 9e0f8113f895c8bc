"""Names the phrases with which outputs tell a change, and what each of them means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import Direction
from positions.changes.sentences import LEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["change_phrases"]

_OF_KINDS: Final = {
    "held since": MoveKind.DISCLOSED,
    "known since": MoveKind.DISCLOSED,
    "before its text was known": MoveKind.DISCLOSED,
    "newly reported": MoveKind.FIRST_STATED,
    "reported beside the record": MoveKind.BESIDE,
    "no longer recorded beside the record": MoveKind.BESIDE,
    "no longer mentions": MoveKind.NO_LONGER_MENTIONED,
    "text published": MoveKind.NOTHING_IN_IT,
}
"""What a sentence may say in the place of the name of a kind, besides what leads it."""

_OF_WAYS: Final = {
    "moved toward": Direction.TOWARD,
    "nearer to": Direction.TOWARD,
    "nearer than was known": Direction.TOWARD,
    "moved away from": Direction.AWAY,
    "further from": Direction.AWAY,
    "further apart than was known": Direction.AWAY,
    "as near as before": Direction.AS_BEFORE,
    "as far as before": Direction.AS_BEFORE,
    "as far apart as before": Direction.AS_BEFORE,
    "still apart": Direction.AS_BEFORE,
    "still say the same": Direction.AS_BEFORE,
    "now says the same": Direction.AS_BEFORE,
    "no longer says the same": Direction.AS_BEFORE,
    "is unclear": Direction.CANNOT_TELL,
}

_OTHERS: Final = {
    "new column": "A party that the earlier state does not have; nobody moved by that.",
    "column removed": "A party that the later state does not have; nobody moved by that.",
    "takes over": (
        "How much a text has from the one that it works on: it keeps, changes, strikes and adds."
    ),
    "renamed": "The same issue or party under another id or title; its history is one.",
    "split from": "Issues that were one before; nobody moved by that.",
    "merged from": "An issue that was several before; nobody moved by that.",
    "reopens": "All had agreed, and the party says otherwise since.",
    "statuses that follow from this": (
        "Issues on which no party says anything else than before: their status follows from a "
        "change of a document, or of the columns, as a whole."
    ),
    "recorded before": "What the record said before it was corrected.",
    "reported before": "What others reported before the party's own words were known.",
    "joins": "A merge of revisions; what each side changed is told of its own revisions.",
}


def change_phrases() -> Iterator[tuple[str, str, str]]:
    """Yield each phrase in small letters, with what it is about and its meaning."""
    leads = {lead.partition(", and nobody")[0]: kind for kind, lead in LEADS.items()}
    for phrase, kind in {**leads, **_OF_KINDS}.items():
        yield phrase, kind.about, kind.meaning
    for phrase, way in _OF_WAYS.items():
        yield phrase, "direction", way.meaning
    for phrase, meaning in _OTHERS.items():
        yield phrase, "change", meaning
