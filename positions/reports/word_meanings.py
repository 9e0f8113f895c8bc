"""Says what the words of an output mean: statuses, counts, blanks, relations, marks of a cell."""

from __future__ import annotations

from typing import NamedTuple

from positions.authoring.field_docs import about_words
from positions.comparison.rows import Status
from positions.model.vocabulary import Blank
from positions.values import Relation

__all__ = ["WordMeaning", "word_meanings"]


class WordMeaning(NamedTuple):
    """What a word means.

    Attributes:
        about: What kind of word it is: `status N`, `blank`, `count`.
        meaning: In one or two sentences.
    """

    about: str
    meaning: str


_COUNTS = {
    "agreed or settled": (
        "`n of m, at most k`. `m` is how many issues are raised and are no matter of procedure. "
        "`n` is how many of them are settled, or agreed beyond doubt; an issue of which only some "
        "parts are does not count. `k` adds those that may be agreed for all that is known. Where "
        "more than half of the cells are neither words nor known silence, `k` is not told."
    ),
    "beyond doubt": (
        "Printed where some issues that are agreed or settled are not counted in `n`. Of an agreed "
        "one, the word of record of a party (or that it does not mind) is inferred or reported, is "
        "older than words that are not known, read or recorded in full, or has a term from an "
        "earlier word that a text does not mention. Or a later report contradicts it, an account "
        "contests it, or the party itself has told or confirmed something else since. What was "
        "agreed on a settled one is inferred, or a member of a group gives another account of it."
    ),
    "at most": "How many issues may be agreed or settled for all that is known: those on which "
    "nothing that is known differs, and no party is known to be silent.",
    "coverage": "Of how many cells (parties by raised issues, each part for itself) a position is "
    "known. What a text is silent on is not counted as known.",
    "not yet raised": "An issue on which nothing up to the moment says anything. It is not listed "
    "and not counted; texts that are silent on it, or not seen to say anything, do not raise it.",
    "procedural": "An issue about how the parties talk (the date of a meeting, a working group). "
    "It is shown, and not counted among what is agreed or settled.",
    "camp": "Parties whose positions are the same. `D 18|14|6 +1`: three camps that are known to "
    "differ, the largest first, and one party of which it is not known whether it does.",
    "distance": "In `pairs`: from 0 (no issue divides the two) to 100, the mean over the issues on "
    "which it can be told; weighted, by the salience that is recorded for both.",
}
_GAP = (
    "An issue on which two parties speak and differ. Sorted by gap, issues stand under their "
    "statuses, the divided first. Of one status come first those on a scale or a ladder, the "
    "furthest apart on top. Other distances are compared within one measure alone: those of one "
    "stand together, where the first of them stands in the dossier: that one measure is above "
    "another says nothing. Issues without a distance come last."
)
_MARKS = {
    "reported": "The word of record is someone else's account, and not the party's own.",
    "since reported": "A later account says otherwise than the party's own words. It is shown "
    "beside them; `of_record: true` puts it in their place.",
    "older words": "The party said it before words that are not known, read or recorded in full, "
    "so that these may say otherwise.",
    "said": "The words are of a statement of that day, and not of the document that is named above "
    "the table.",
    "†": "The parties dispute a premise of the issue: what it takes for granted, or a word in it.",
    "accounts differ": "Other accounts contest the value or a term, or tell what is left blank. "
    "They are shown beside it.",
    "struck": "The text strikes this from the one on which it is based.",
    "inferred": "The analyst concludes it; the party has not said so.",
    "red line": "The party says that it will not give way here.",
    "as far as it was read": "A text of which not all was read says nothing on this in the part "
    "that was.",
    "reopened": "All parties had confirmed an outcome, and one has said otherwise since; what is "
    "carried out is not reopened.",
    "published later": "The source is later than the moment for which the comparison is made.",
}
_RELATIONS = {
    Relation.SAME: "Both positions admit the same outcomes.",
    Relation.WITHIN: "The first admits only outcomes that the second admits too.",
    Relation.CONTAINS: "The first admits all outcomes that the second does, and more.",
    Relation.OVERLAPS: "Some outcomes are admitted by both, and each admits others.",
    Relation.APART: "No outcome is admitted by both; a distance stands beside it where the kind "
    "has a measure.",
    Relation.UNKNOWN: "It cannot be told: a figure is not given or still to be agreed, or two "
    "texts are worded differently.",
}


def word_meanings() -> dict[str, tuple[WordMeaning, ...]]:
    """Return what each word of an output means; a word may be a status and a blank."""
    found: dict[str, tuple[WordMeaning, ...]] = {}

    def add(word: str, about: str, meaning: str) -> None:
        found[word] = (*found.get(word, ()), WordMeaning(about, meaning))

    of_statuses, of_blanks = about_words(Status), about_words(Blank)
    for status in Status:
        add(str(status), f"status {status.letter}", of_statuses.get(status.name, ""))
    for word, meaning in _COUNTS.items():
        add(word, "count", meaning)
    for blank in Blank:
        add(str(blank), "blank", of_blanks.get(blank.name, ""))
    for relation, meaning in _RELATIONS.items():
        add(str(relation), "relation of two positions", meaning)
    for word, meaning in _MARKS.items():
        add(word, "mark", meaning)
    add("gap", "difference", _GAP)
    return found
