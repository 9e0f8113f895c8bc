"""The table of problem codes: the severity of each, what it means, and what to do.

`positions explain CODE` prints an entry. A test makes each code appear from its own example.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CODES", "Code", "Severity"]


class Severity(StrEnum):
    """How much a problem matters: an error makes `check` fail, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the table.

    Attributes:
        severity: Error, or warning.
        meaning: What the problem is, in general, and why it matters.
        remedy: What to do about it.
        wrong: A piece of a dossier that shows the fault; empty where it cannot be written down.
        right: The same, mended.
    """

    severity: Severity
    meaning: str
    remedy: str
    wrong: str = ""
    right: str = ""


def _error(meaning: str, remedy: str, wrong: str = "", right: str = "") -> Code:
    return Code(Severity.ERROR, meaning, remedy, wrong, right)


def _warning(meaning: str, remedy: str, wrong: str = "", right: str = "") -> Code:
    return Code(Severity.WARNING, meaning, remedy, wrong, right)


_READING: dict[str, Code] = {
    "unreadable-file": _error(
        "The file cannot be opened: it is missing, a folder, or not yours to read.",
        "Check the path and its permissions.",
    ),
    "too-large": _error(
        "The file is larger than a dossier may be.",
        "Check that it is the right file; split a dossier of that size.",
    ),
    "encoding": _error(
        "The file is not text in UTF-8, or has a character that YAML does not allow.",
        "Save the file as UTF-8 and remove the character at the place named.",
    ),
    "syntax": _error(
        "YAML cannot be read any further than this place.",
        "Mend the place named; what comes after it has not been checked.",
        "dossier: {title: Talks: the second round}",
        'dossier: {title: "Talks: the second round"}',
    ),
    "several-documents": _error(
        "The file has more than one YAML document, divided by `---`.",
        "Keep one document; only the first is read.",
        "a: 1\n---\nb: 2",
        "a: 1\nb: 2",
    ),
    "duplicate-key": _error(
        "A key stands twice in the same mapping, so that one of its values would be lost.",
        "Rename or remove one of the two.",
        "parties:\n  a: {name: A}\n  a: {name: B}",
        "parties:\n  a: {name: A}\n  b: {name: B}",
    ),
    "key-not-text": _error(
        "A key is a list, a mapping or empty; keys are plain text.",
        "Write the key as one word.",
        "? [a, b]\n: both",
        "a: both\nb: both",
    ),
    "tag": _error(
        "A YAML tag (`!…`) asks for something other than text, a list or a mapping.",
        "Remove the tag: a tag constructs nothing here.",
        "title: !!python/name:os.system Talks",
        "title: Talks",
    ),
    "merge-key": _error(
        "`<<` is not part of YAML 1.2 and copies nothing here.",
        "Write the keys out, or use an alias for the whole value.",
        "a: &base {topic: War}\nb: {<<: *base, title: Truce}",
        "a: {topic: War}\nb: {topic: War, title: Truce}",
    ),
    "unknown-alias": _error(
        "An alias (`*name`) has no anchor (`&name`) before it.",
        "Define the anchor earlier, or quote the text if it only begins with `*`.",
        "title: *later",
        'title: "*later"',
    ),
    "alias-loop": _error(
        "An alias stands inside what it refers to, so that it would contain itself.",
        "Write the value out.",
        "note: &it [before, *it]",
        "note: [before, after]",
    ),
    "too-many-aliases": _error(
        "Aliases expand to more nodes than a dossier may have.",
        "Write fewer aliases of aliases.",
    ),
    "too-deep": _error(
        "Lists and mappings are nested deeper than a dossier needs.",
        "Remove the extra brackets or levels.",
    ),
    "comma-in-flow": _error(
        "A comma inside braces or brackets ends the value: `{value: at least 1,000}` reads as "
        "`at least 1` and a second key `000`.",
        "Quote the value.",
        "{value: at least 1,000}",
        '{value: "at least 1,000"}',
    ),
    "comment-in-value": _warning(
        "A ` #` inside a value starts a comment: the rest of the line is not read.",
        "Quote the value if the rest belongs to it; put two spaces before a real comment.",
        "title: Item #5",
        'title: "Item #5"',
    ),
    "block-in-value": _error(
        "`>` and `|` at the beginning of a value announce a block of text on the lines below; with "
        "a digit after them, `>5` is an empty block, and the value is lost.",
        "Quote the value.",
        "value: >5",
        'value: ">5"',
    ),
    "missing-space": _error(
        "A colon without a space after it divides nothing: `{name:Talks}` is a key `name:Talks` "
        "without a value.",
        "Put a space after the colon.",
        "dossier: {title:Talks}",
        "dossier: {title: Talks}",
    ),
    "slow-parser": _warning(
        "PyYAML was built without its C parser; reading works, but slowly.",
        "Install a PyYAML wheel for this Python.",
    ),
}

_BINDING: dict[str, Code] = {
    "empty-dossier": _error(
        "The file has no content.",
        "Begin with `dossier: {format: 1, title: …, as_of: 2025-06-02}`.",
        "# nothing but a comment",
    ),
    "not-a-dossier": _error(
        "The file is YAML, but a list or a text and no dossier.",
        "Write sections: `dossier`, `parties`, `sources`, `events`, `issues`, `memoranda`.",
        "- one\n- two",
    ),
    "missing-section": _error(
        "The section `dossier` is missing: it says what the file is, and for which day.",
        "Begin with `dossier: {format: 1, title: …, as_of: 2025-06-02}`.",
        "parties:\n  a: {name: A}",
    ),
    "unknown-key": _error(
        "A key is not a field or section of the format, so that what it says would be lost.",
        "Correct its spelling, or remove it.",
        "parties:\n  a: {nmae: A}",
        "parties:\n  a: {name: A}",
    ),
    "missing-field": _error(
        "A record lacks a field that it cannot do without.",
        "Add the field.",
        "parties:\n  a: {short: A}",
        "parties:\n  a: {name: A, short: A}",
    ),
    "empty-field": _error(
        "A field is there, but empty.",
        "Write its value, or remove the key.",
        "parties:\n  a: {name: }",
        "parties:\n  a: {name: A}",
    ),
    "wrong-shape": _error(
        "A text stands where a list or a mapping belongs, or the other way round.",
        "Write it in the shape that the message names.",
        "parties: A and B",
        "parties:\n  a: {name: A}\n  b: {name: B}",
    ),
    "wrong-value": _error(
        "A field has a content that it cannot have: a date that does not exist, a word that is "
        "not one of its words, a number out of range.",
        "Write one of the forms that the message names.",
        "sources:\n  s: {publisher: P, title: T, date: 31 June}",
        "sources:\n  s: {publisher: P, title: T, date: 2025-06-30}",
    ),
    "bad-id": _error(
        "An id has spaces or signs in it, or is a word that values use.",
        "Write letters, digits and hyphens.",
        "parties:\n  the north: {name: North}",
        "parties:\n  north: {name: North}",
    ),
    "unknown-kind": _error(
        "An issue is of a kind of value that does not exist.",
        "Write one of the kinds that the message lists.",
        "issues:\n  i: {topic: T, title: I, kind: durration}",
        "issues:\n  i: {topic: T, title: I, kind: duration}",
    ),
    "misplaced-field": _error(
        "An issue has a field that its kind does not know, such as options for a duration.",
        "Remove the field, or change the kind.",
        "issues:\n  i: {topic: T, title: I, kind: duration, unit: tons}",
        "issues:\n  i: {topic: T, title: I, kind: duration}",
    ),
    "unknown-party": _error(
        "A party is named that the dossier does not declare.",
        "Correct its spelling, or declare it under `parties`.",
        "memoranda:\n  m: {party: nroth, form: report, date: 2025-06-02}",
    ),
    "unknown-issue": _error(
        "A position stands under an issue that the dossier does not declare.",
        "Correct its spelling, or declare it under `issues`.",
        "positions:\n  trucee: 30 days",
        "positions:\n  truce: 30 days",
    ),
    "unknown-part": _error(
        "A position names a part that its issue does not have.",
        "Correct its spelling, or declare the part under the issue's `parts`.",
        "land: {parts: {hil: ours}}",
        "land: {parts: {hill: ours}}",
    ),
    "unreadable-value": _error(
        "A value is none of the forms that its kind knows. The cell is shown as unreadable, never "
        "as silent.",
        "Write one of the forms that the message shows.",
        "truce: as long as it takes",
        "truce: at least 30 days",
    ),
    "two-statements": _error(
        "A position has a value and something in its place (alternatives, parts or a blank).",
        "Keep one of them; write `a or b` for alternatives of a value.",
        "truce: {value: 30 days, blank: declined}",
        "truce: {value: 30 days}",
    ),
    "misplaced-statement": _error(
        "A position has alternatives inside alternatives, parts inside a part, accounts inside an "
        "account, or a `rest` without `parts`, which could not be compared with anything.",
        "Write alternatives side by side, and a `rest` beside the `parts` of which it is the rest.",
        "land: {rest: ours}",
        "land: {parts: {hill: theirs}, rest: ours}",
    ),
    "too-many": _error(
        "There is more than can be compared at once: of parties times issues, of the alternatives "
        "of a position, or of the options of an issue.",
        "Divide the dossier or the issue, or merge the alternatives that say the same.",
    ),
}

_CHECKS: dict[str, Code] = {
    "unknown-source": _error(
        "A document or a position names a source that the dossier does not declare.",
        "Correct its spelling, or declare it under `sources`.",
        "truce: {value: 30 days, sources: [papr]}",
        "truce: {value: 30 days, sources: [paper]}",
    ),
    "unknown-reference": _error(
        "A term names something of the shape of an id that is no event, issue or party.",
        "Correct its spelling, declare it under `events`, or write it in several words.",
        "truce: {value: 30 days, starts: the-retraet}",
        "truce: {value: 30 days, starts: the-retreat}",
    ),
    "unknown-step": _error(
        "A sequence names something that is no event and no issue.",
        "Correct its spelling, or declare it under `events`.",
        "sequence: [truce, the-retraet]",
        "sequence: [truce, the-retreat]",
    ),
    "repeated-step": _error(
        "A sequence names the same event or issue twice, so that it would come before itself.",
        "Keep one of the two.",
        "sequence: [truce, the-retreat, truce]",
        "sequence: [truce, the-retreat]",
    ),
    "unknown-whole": _error(
        "An event says that it is a part of something that is no issue and no event.",
        "Correct the spelling of `part_of`, or remove it.",
        "the-retreat: {title: The retreat, part_of: trucee}",
        "the-retreat: {title: The retreat, part_of: truce}",
    ),
    "without-source": _warning(
        "A position or an account says something without saying on whose word.",
        "Add `sources:` to it, or to its document.",
        "positions:\n  truce: 30 days",
        "sources: [paper]\npositions:\n  truce: 30 days",
    ),
    "terms-without-value": _warning(
        "A position has terms and no value that they qualify. It counts as uncoded: what a term "
        "says of a value is not compared without one.",
        "Add `value:`, or say with `blank:` why there is none; what is only a remark is a `note`.",
        "truce: {starts: the-retreat}",
        "truce: {value: 30 days, starts: the-retreat}",
    ),
    "conflicting-record": _warning(
        "A party says two different things on an issue at the same moment. Both are shown, and "
        "the row is unclear.",
        "Give the later one its time of day, or make one of them an account of the other.",
        "noon: {date: 2025-06-02, positions: {truce: 2 days}, …}\n"
        "night: {date: 2025-06-02, positions: {truce: 3 days}, …}",
        "noon: {date: 2025-06-02T12:00, positions: {truce: 2 days}, …}\n"
        "night: {date: 2025-06-02T23:00, positions: {truce: 3 days}, …}",
    ),
    "always-meets": _warning(
        "All positions on an issue are open to the same side (at least this, at least that), so "
        "that they always meet, however far apart their figures.",
        "If the values are limits themselves, declare `limit: maximum` or `limit: minimum`.",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons}",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons, limit: maximum}",
    ),
}

CODES: dict[str, Code] = {**_READING, **_BINDING, **_CHECKS}
