"""The codes of what is wrong with a record: its fields, ids and values."""

from __future__ import annotations

from positions.problems.entry import Code, error

__all__ = ["BINDING"]

BINDING: dict[str, Code] = {
    "empty-dossier": error(
        "The file has no content.",
        "Begin with `dossier: {format: 1, title: …, as_of: 2025-06-02}`.",
        "# nothing but a comment",
    ),
    "not-a-dossier": error(
        "The file is YAML, but a list or a text and no dossier.",
        "Write sections: `dossier`, `parties`, `sources`, `events`, `issues`, `memoranda`, "
        "`outcomes`.",
        "- one\n- two",
    ),
    "missing-section": error(
        "The section `dossier` is missing: it says what the file is, and for which day.",
        "Begin with `dossier: {format: 1, title: …, as_of: 2025-06-02}`.",
        "parties:\n  a: {name: A}",
    ),
    "unknown-key": error(
        "A key is not a field or section of the format, so that what it says would be lost.",
        "Correct its spelling, or remove it.",
        "parties:\n  a: {nmae: A}",
        "parties:\n  a: {name: A}",
    ),
    "missing-field": error(
        "A record lacks a field that it cannot do without.",
        "Add the field.",
        "parties:\n  a: {short: A}",
        "parties:\n  a: {name: A, short: A}",
    ),
    "empty-field": error(
        "A field is there, but empty.",
        "Write its value, or remove the key.",
        "parties:\n  a: {name: }",
        "parties:\n  a: {name: A}",
    ),
    "wrong-shape": error(
        "A text stands where a list or a mapping belongs, or the other way round.",
        "Write it in the shape that the message names.",
        "parties: A and B",
        "parties:\n  a: {name: A}\n  b: {name: B}",
    ),
    "wrong-value": error(
        "A field has a content that it cannot have: a date that does not exist, a word that is "
        "not one of its words, a number out of range.",
        "Write one of the forms that the message names.",
        "sources:\n  s: {publisher: P, title: T, date: 31 June}",
        "sources:\n  s: {publisher: P, title: T, date: 2025-06-30}",
    ),
    "bad-id": error(
        "An id has spaces or signs in it, or is a word that values use.",
        "Write letters, digits and hyphens.",
        "parties:\n  the north: {name: North}",
        "parties:\n  north: {name: North}",
    ),
    "unknown-kind": error(
        "An issue is of a kind of value that does not exist.",
        "Write one of the kinds that the message lists.",
        "issues:\n  i: {topic: T, title: I, kind: durration}",
        "issues:\n  i: {topic: T, title: I, kind: duration}",
    ),
    "misplaced-field": error(
        "An issue has a field that its kind does not know, such as options for a duration.",
        "Remove the field, or change the kind.",
        "issues:\n  i: {topic: T, title: I, kind: duration, unit: tons}",
        "issues:\n  i: {topic: T, title: I, kind: duration}",
    ),
    "unknown-party": error(
        "A party is named that the dossier does not declare.",
        "Correct its spelling, or declare it under `parties`.",
        "memoranda:\n  m: {party: nroth, form: report, date: 2025-06-02}",
    ),
    "unknown-issue": error(
        "A position, or an outcome, is on an issue that the dossier does not declare.",
        "Correct its spelling, or declare it under `issues`.",
        "positions:\n  trucee: 30 days",
        "positions:\n  truce: 30 days",
    ),
    "unknown-part": error(
        "A position names a part that its issue does not have.",
        "Correct its spelling, or declare the part under the issue's `parts`.",
        "land: {parts: {hil: ours}}",
        "land: {parts: {hill: ours}}",
    ),
    "unreadable-value": error(
        "A value is none of the forms that its kind knows. The cell is shown as unreadable, never "
        "as silent.",
        "Write one of the forms that the message shows.",
        "truce: as long as it takes",
        "truce: at least 30 days",
    ),
    "two-statements": error(
        "A position has a value and something in its place (alternatives, parts or a blank).",
        "Keep one of them; write `a or b` for alternatives of a value.",
        "truce: {value: 30 days, blank: declined}",
        "truce: {value: 30 days}",
    ),
    "misplaced-statement": error(
        "A position has alternatives inside alternatives, parts inside a part, accounts inside an "
        "account, or a `rest` without `parts`, which could not be compared with anything.",
        "Write alternatives side by side, and a `rest` beside the `parts` of which it is the rest.",
        "land: {rest: ours}",
        "land: {parts: {hill: theirs}, rest: ours}",
    ),
    "too-many": error(
        "There is more than can be compared at once: of parties times issues, of the alternatives "
        "of a position, or of the options of an issue.",
        "Divide the dossier or the issue, or merge the alternatives that say the same.",
    ),
}
