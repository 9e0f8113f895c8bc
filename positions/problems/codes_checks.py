"""The codes of what is wrong across records."""

from __future__ import annotations

from positions.problems.entry import Code, error, warning

__all__ = ["CHECKS", "OUTCOMES"]

CHECKS: dict[str, Code] = {
    "unknown-source": error(
        "A document, a position or an outcome names a source that the dossier does not declare.",
        "Correct its spelling, or declare it under `sources`.",
        "truce: {value: 30 days, sources: [papr]}",
        "truce: {value: 30 days, sources: [paper]}",
    ),
    "unknown-reference": error(
        "A term names something of the shape of an id that is no event, issue or party.",
        "Correct its spelling, declare it under `events`, or write it in several words.",
        "truce: {value: 30 days, starts: the-retraet}",
        "truce: {value: 30 days, starts: the-retreat}",
    ),
    "unknown-step": error(
        "A sequence names something that is no event and no issue.",
        "Correct its spelling, or declare it under `events`.",
        "sequence: [truce, the-retraet]",
        "sequence: [truce, the-retreat]",
    ),
    "repeated-step": error(
        "A sequence names the same event or issue twice, so that it would come before itself.",
        "Keep one of the two.",
        "sequence: [truce, the-retreat, truce]",
        "sequence: [truce, the-retreat]",
    ),
    "unknown-whole": error(
        "An event says that it is a part of something that is no issue and no event.",
        "Correct the spelling of `part_of`, or remove it.",
        "the-retreat: {title: The retreat, part_of: trucee}",
        "the-retreat: {title: The retreat, part_of: truce}",
    ),
    "unknown-document": error(
        "A document is said to be based on another, or to say the same as another, and the "
        "dossier has no document of that name. It names a document, never a party.",
        "Correct its spelling, or declare the document under `memoranda`.",
        "positions:\n  truce: {as: the-draft}",
        "positions:\n  truce: {as: draft}",
    ),
    "endless-basis": error(
        "Documents that take over from each other lead back to where they began, or on through "
        "more than 100 of them, so that none of them says anything.",
        "Write the value in the document that said it first.",
        "based_on: plan",
        "based_on: draft",
    ),
    "nothing-to-take": warning(
        "A position is said to be the same as in another document, which says nothing on the "
        "issue. It counts as silent, or as not known, as the other document does. Or a document "
        "is said to take over one of a later day.",
        "Name the document that does say something, or write the blank itself.",
        "positions:\n  land: {as: draft}",
        "positions:\n  truce: {as: draft}",
    ),
    "without-source": warning(
        "A position, an account or an outcome says something without saying on whose word.",
        "Add `sources:` to it, or to its document.",
        "positions:\n  truce: 30 days",
        "sources: [paper]\npositions:\n  truce: 30 days",
    ),
    "withheld-and-read": error(
        "A document is withheld, and is said to have been read whole: nobody can have read it.",
        "Say with `disclosure` how much of it is known, or leave `read` out.",
        "disclosure: withheld\nread: whole",
        "disclosure: partial\nread: whole",
    ),
    "read-of-no-text": warning(
        "A statement or a report says how much of a text is known or was read, or a statement is "
        "said to be silent. Spoken words and other people's accounts are no text that could be.",
        "Remove `read`, `disclosure` and the blank; where it is a text, its form is `memorandum`.",
        "form: statement\nread: whole",
        "form: memorandum\nread: whole",
    ),
    "claims-much-silence": warning(
        "A document counts as read whole and mentions less than a third of the issues on which "
        "others speak, where these are six or more. It then counts as silent on all the others, "
        "which is a claim about its text.",
        "Say `read: part` unless all of the text was read for these issues; or name those that it "
        "is known to be silent on, `truce: silent`.",
    ),
    "unknown-point": warning(
        "A document lists its points, and a position cites a clause that is in none of them; or "
        "it leaves out a point that it does not list.",
        "Correct the number, or add it to `points`.",
        "points: [I.1, I.2]\npositions:\n  truce: {value: 30 days, clause: I.11}",
        "points: [I.1, I.2]\npositions:\n  truce: {value: 30 days, clause: I.1}",
    ),
    "cited-and-left-out": warning(
        "A document leaves out a point that one of its positions cites.",
        "Remove it from `left_out`, or correct the clause.",
        "points: [I.1]\nleft_out: {I.1: A greeting.}\npositions:\n"
        "  truce: {value: 30 days, clause: I.1}",
        "points: [I.1, I.2]\nleft_out: {I.2: A greeting.}\npositions:\n"
        "  truce: {value: 30 days, clause: I.1}",
    ),
    "terms-without-value": warning(
        "A position has terms and no value that they qualify. It counts as uncoded: what a term "
        "says of a value is not compared without one.",
        "Add `value:`, or say with `blank:` why there is none; what is only a remark is a `note`.",
        "truce: {starts: the-retreat}",
        "truce: {value: 30 days, starts: the-retreat}",
    ),
    "conflicting-record": warning(
        "A party says two different things on an issue at the same moment. Both are shown, and "
        "the row is unclear.",
        "Give the later one its time of day, or make one of them an account of the other.",
        "noon: {date: 2025-06-02, positions: {truce: 2 days}, …}\n"
        "night: {date: 2025-06-02, positions: {truce: 3 days}, …}",
        "noon: {date: 2025-06-02T12:00, positions: {truce: 2 days}, …}\n"
        "night: {date: 2025-06-02T23:00, positions: {truce: 3 days}, …}",
    ),
    "zero-or-limit": warning(
        "On an issue one party names an upper limit (`up to 10 %`) and another 0 alone. As sets of "
        "outcomes the two meet, because 0 is no more than 10; as limits they are apart.",
        "If the values are limits themselves, declare `limit: maximum`.",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons}",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons, limit: maximum}",
    ),
    "none-as-limit": warning(
        "A position writes `none` on an issue whose values are limits. It counts as `no limit`, so "
        "that whoever wants none of it would seem to want any amount.",
        "Write `no limit`, or `0` where none of it is wanted.",
        "positions: {arms: none}",
        "positions: {arms: no limit}",
    ),
    "always-meets": warning(
        "All positions on an issue are open to the same side (at least this, at least that), so "
        "that they always meet, however far apart their figures.",
        "If the values are limits themselves, declare `limit: maximum` or `limit: minimum`.",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons}",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons, limit: maximum}",
    ),
}


OUTCOMES: dict[str, Code] = {
    "empty-outcome": error(
        "An outcome says neither what was agreed nor by whose account.",
        "Add `value:`, `parts:` or `accounts:`; `blank: undisclosed` where it is kept secret.",
        "deal: {issue: truce, date: 2025-06-02, confirmed_by: all, sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: all, "
        "sources: [paper]}",
    ),
    "nothing-confirmed": warning(
        "An outcome is confirmed, and has no value that could be: each party’s account is its own.",
        "Write what is confirmed as `value:`, or remove `confirmed_by`.",
        "deal: {issue: truce, date: 2025-06-02, accounts: {north: 30 days}, confirmed_by: south, "
        "sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, accounts: {north: 30 days, south: 20 days}, "
        "sources: [paper]}",
    ),
    "repeated-party": warning(
        "An outcome is confirmed twice by the same party, or by a party and by all.",
        "Keep one of the two.",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: [north, north], "
        "sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: [north, south], "
        "sources: [paper]}",
    ),
    "contradicted-outcome": warning(
        "A party confirms an outcome, and its own account says something else. The outcome counts "
        "as disputed, and settles nothing.",
        "Remove the party from `confirmed_by`, or mend its account.",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: [north, south], "
        "accounts: {south: 20 days}, sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, confirmed_by: north, "
        "accounts: {south: 20 days}, sources: [paper]}",
    ),
    "conflicting-outcome": warning(
        "Two outcomes of the same moment say different things on an issue. Both are shown, and "
        "neither settles anything.",
        "Give the later one its time of day, or make them accounts of one outcome.",
        "noon: {issue: truce, date: 2025-06-02, value: 2 days, sources: [paper]}\n"
        "night: {issue: truce, date: 2025-06-02, value: 3 days, sources: [paper]}",
        "noon: {issue: truce, date: 2025-06-02T12:00, value: 2 days, sources: [paper]}\n"
        "night: {issue: truce, date: 2025-06-02T23:00, value: 3 days, sources: [paper]}",
    ),
    "early-delivery": warning(
        "Something was delivered before it was agreed.",
        "Mend one of the two dates.",
        "deal: {issue: truce, date: 2025-05-02, value: 30 days, sources: [paper],\n"
        "       delivered: {north: {value: 30 days, date: 2025-04-02}}}",
        "deal: {issue: truce, date: 2025-05-02, value: 30 days, sources: [paper],\n"
        "       delivered: {north: {value: 30 days, date: 2025-06-02}}}",
    ),
    "unlikely-day": warning(
        "A document or an outcome is dated after the dossier's own day, so that it counts for "
        "nothing yet; or an account, a delivery or a source more than a year after it; or one of "
        "them, or two or three of one day, more than ten years before or after all others.",
        "Mend the date; or move `as_of` on, where the dossier has gone on.",
        "deal: {issue: truce, date: 2052-06-02, value: 30 days, sources: [paper]}",
        "deal: {issue: truce, date: 2025-06-02, value: 30 days, sources: [paper]}",
    ),
}
