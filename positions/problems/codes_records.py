"""The codes of what is wrong with a record: its fields, ids and values."""

from __future__ import annotations

from positions.problems.entry import Code, error, warning

__all__ = ["BINDING", "PHRASING"]

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
        "Write its value; or remove the key, where the message says so.",
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
    "misplaced-entry": error(
        "A section, or an entry of one, stands in another section: indented too far, or written "
        "below the wrong heading.",
        "Begin a section in column 1, and write an entry under the section of its sort.",
        "events:\n  go: {title: Go}\n  parties:\n    east: {name: East}",
        "events:\n  go: {title: Go}\nparties:\n  east: {name: East}",
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


PHRASING: dict[str, Code] = {
    "title-is-no-name": warning(
        "A title is no name: it ends in a preposition or in *every*, begins with *to be*, or is a "
        "verb alone; or the title of an option or item has a semicolon, or a capital letter where "
        "its neighbours have none. Sentences begin with the title of an issue, and have those of "
        "options and items inside them.",
        "Write a name, in the case of running text; or add `noun:` for sentences alone.",
        "review: {topic: War, title: First review after, kind: duration}",
        "review: {topic: War, title: Time to the first review, kind: duration}",
    ),
    "noun-without-article": warning(
        "The noun of an issue has no article, and sentences put a verb before it.",
        "Write it as a sentence has it, with *a*, *an* or *the*.",
        "pause: {topic: War, title: Pause, kind: duration, noun: 'pause [of {value}]'}",
        "pause: {topic: War, title: Pause, kind: duration, noun: 'a pause [of {value}]'}",
    ),
    "noun-needs-value": warning(
        "The noun of an issue has `{value}` outside of brackets, and a position on it has no value "
        "to put there: it refuses any, leaves it to be agreed, or names none.",
        "Put in brackets what goes with the value: `a pause [of {value}]`.",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons, limit: maximum, "
        "noun: 'a limit of {value}'}",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons, limit: maximum, "
        "noun: 'a limit [of {value}]'}",
    ),
    "scope-repeats": warning(
        "A scope has no word that the value does not have, so that it limits nothing.",
        "Remove it, or say what it limits the value to.",
        "land: {value: ours, scope: ours}",
        "land: {value: ours, scope: the hill alone}",
    ),
    "term-repeats": warning(
        "A term names an event that the title of the option says already, so that sentences say it "
        "twice.",
        "Remove the term, or take the event out of the title.",
        "land: {value: theirs, after: [the-retreat]}",
        "truce: {value: 30 days, after: [the-retreat]}",
    ),
    "provision-reads-badly": warning(
        "A provision reads badly with a value that its issue can have: an article, or a "
        "preposition, is before a value that brings its own words; a word is there twice; there is "
        "a place that nothing fills; or what is refused has words only for who wants it.",
        "Leave out what the value brings: a date has its preposition, `at least` its figure.",
        "opening: {topic: War, title: Opening of the gate, kind: date, "
        "provision: 'The gate opens on {value}.'}",
        "opening: {topic: War, title: Opening of the gate, kind: date, "
        "provision: 'The gate opens {value}.'}",
    ),
}
