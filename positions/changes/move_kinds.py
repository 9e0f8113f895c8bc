"""Names what can become of a party's words, and says whether the party moved by it."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["MoveKind"]


class MoveKind(StrEnum):
    """What became of what a party says on an issue, or on a part of it."""

    RAISED = "raised"
    LOWERED = "lowered"
    WIDENED = "widened"
    NARROWED = "narrowed"
    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    SOFTENED = "softened"
    HARDENED = "hardened"
    STRUCK = "struck"
    REWORDED = "reworded"
    WITHDRAWN = "withdrawn"
    REDRAFTED = "redrafted"
    FIRST_STATED = "first stated"
    STATED_AGAIN = "taken up again"
    FIRST_OWN_WORDS = "first own words"
    OF_RECORD_AGAIN = "of record again"
    DISCLOSED = "disclosed"
    REPEATED = "repeated"
    NO_LONGER_MENTIONED = "no longer mentioned"
    NOT_SEEN = "not seen"
    NOT_DISCLOSED = "not disclosed"
    UNSTATED = "still no position"
    NOTHING_IN_IT = "text published: nothing on this in it"
    RECORDED_LATE = "recorded late"
    TAKEN_OUT = "taken out"
    UNREADABLE = "unreadable"
    CORRECTION = "correction"
    REFRAMED = "issue declared otherwise"
    SUPERSEDED = "replaced since"
    BESIDE = "beside the record"
    CONTRADICTORY = "contradictory"
    UNORDERED = "in an order that is not known"

    @property
    def is_move(self) -> bool:
        """Whether the party changed its own position, so that it can have come nearer to others."""
        return self in _MOVES

    @property
    def goes(self) -> bool:
        """Whether a column says something else, so that it can be nearer to another."""
        return self.is_move or self in {MoveKind.REDRAFTED, MoveKind.DISCLOSED}

    @property
    def about(self) -> str:
        """Which kind of word it is."""
        return "change: a move" if self.is_move else "change: no move"

    @property
    def meaning(self) -> str:
        """What it says, in a sentence or two."""
        return _MEANINGS[self]


_MOVES = frozenset(
    {
        MoveKind.RAISED,
        MoveKind.LOWERED,
        MoveKind.WIDENED,
        MoveKind.NARROWED,
        MoveKind.ADDED,
        MoveKind.DROPPED,
        MoveKind.CHANGED,
        MoveKind.SOFTENED,
        MoveKind.HARDENED,
        MoveKind.STRUCK,
        MoveKind.REWORDED,
        MoveKind.WITHDRAWN,
    }
)

_MEANINGS = {
    MoveKind.RAISED: "A figure or a range took the place of a smaller one, or of a shorter.",
    MoveKind.LOWERED: "A figure or a range took the place of a greater one, or of a longer.",
    MoveKind.WIDENED: (
        "The party admits what it admitted before, and more: its range is wider. A list of demands "
        "is never called wider or narrower; its items are added and dropped."
    ),
    MoveKind.NARROWED: "The party admits only a part of what it admitted before.",
    MoveKind.ADDED: "The party added items, options or terms, and dropped none.",
    MoveKind.DROPPED: (
        "The party dropped items, options or terms, or a later text that could have had them, or a "
        "red line, does not mention them; it added none."
    ),
    MoveKind.CHANGED: "The party says another thing, which is neither more nor less than before.",
    MoveKind.SOFTENED: (
        "The same in weaker words (`shall` became `should`), or the party says that what was a red "
        "line is none any more (`red_line: false`)."
    ),
    MoveKind.HARDENED: "The same in stronger words, or the party now calls it a red line.",
    MoveKind.STRUCK: "The party struck the clause from the text that it works on.",
    MoveKind.REWORDED: "A text has other words; whether they mean something else is for a reader.",
    MoveKind.WITHDRAWN: (
        "The party said that it no longer asks for it. What a later text merely leaves out is no "
        "longer mentioned, and not withdrawn."
    ),
    MoveKind.REDRAFTED: (
        "A paper of a mediator, of an observer or of no party says something else. Such papers "
        "have drafts, and make no moves."
    ),
    MoveKind.FIRST_STATED: "Nothing of the party was recorded on this before.",
    MoveKind.STATED_AGAIN: (
        "A text had left out what the party said before; now it says something on it again, "
        "the same or not; what it last said is told where that was otherwise."
    ),
    MoveKind.FIRST_OWN_WORDS: (
        "The party's own words take the place of someone else's report. Nobody moved: the report "
        "may have been wrong."
    ),
    MoveKind.OF_RECORD_AGAIN: (
        "The analyst had made a report the record until the party spoke again. It has, and its own "
        "older words are the record again; nobody moved."
    ),
    MoveKind.DISCLOSED: (
        "What was withheld became known. It was held since the day of its document; nobody moved. "
        "Where newer words had replaced it by then, who moved on those days is told."
    ),
    MoveKind.REPEATED: "A newer document says the same; nobody moved.",
    MoveKind.NO_LONGER_MENTIONED: (
        "The party's newer text was read whole and has nothing on it. That is not known to be a "
        "withdrawal."
    ),
    MoveKind.NOT_SEEN: (
        "The party's newer text was read in part, and that part has nothing on it, or on some of "
        "what the party said; the rest may."
    ),
    MoveKind.NOT_DISCLOSED: "The party's newer words on it are withheld, or it would not say.",
    MoveKind.UNSTATED: "There was no position and there is none; the reason is another.",
    MoveKind.NOTHING_IN_IT: (
        "A text that was withheld became known, and has nothing on this, or its part that was read."
    ),
    MoveKind.RECORDED_LATE: (
        "A document of a day at or before the earlier state was recorded only now. Nobody moved "
        "between the two. Where the party had spoken before that day, it moved on that day, and "
        "how is told."
    ),
    MoveKind.TAKEN_OUT: (
        "The document, the issue or the words were taken out of the dossier; nobody moved."
    ),
    MoveKind.UNREADABLE: "What is written there cannot be read; what the party says is unknown.",
    MoveKind.CORRECTION: (
        "The record says otherwise in a document that it had already, whose day is the same or one "
        "that had come by then: it was wrong before, and nobody moved. Who spoke since moved from "
        "the corrected words."
    ),
    MoveKind.REFRAMED: (
        "The issue is declared otherwise (its kind, unit, limit or parts), so that the same words "
        "read otherwise; nobody moved."
    ),
    MoveKind.SUPERSEDED: (
        "A document from between the two states said it; newer words have taken its place."
    ),
    MoveKind.CONTRADICTORY: (
        "Two documents of one moment say different things, or did before; what the party changed "
        "is unclear."
    ),
    MoveKind.UNORDERED: (
        "Of one document only the month or the year is known, and another is of a day in it; which "
        "came first is not known, nor whether anybody moved."
    ),
    MoveKind.BESIDE: "Another document came, went or changed, which is not the word of record.",
}
