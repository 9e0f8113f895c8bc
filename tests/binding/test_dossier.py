"""What happens to a record that is wrong: every fault, its exact place, and what stays readable.

A « stands before each fault; see `tests.marked`.
"""

from __future__ import annotations

import pytest

import positions
from positions.binding.issues import MOST_OPTIONS
from positions.binding.limits import MOST_CELLS, MOST_FILLED, most_cells, most_pairs
from positions.binding.positions import MOST_BRANCHES
from positions.comparison.rows import Status
from positions.model.dossier import Blank, Disclosure, Dossier, Form, Modality
from positions.record.settle import record
from positions.values import KINDS, Frame
from tests.from_docstring import with_prelude
from tests.marked import faults, read_marked

POSITIONS = [
    ("«trucee: 30 days", ["unknown-issue: `trucee` is not an issue. Did you mean `truce`?"]),
    (
        "«quite-another: 30 days",
        ["unknown-issue: `quite-another` is not an issue. Declare it under `issues`."],
    ),
    ("truce: «as long as it takes", ["unreadable-value: `as long as it takes` cannot be read."]),
    ("truce: «[30 days]", ["unreadable-value:"]),
    ("truce: {value: «30}", ["unreadable-value: A duration needs a unit, and 30 has none."]),
    ("truce: «''", ["unreadable-value: A duration belongs here, but the text is empty."]),
    (
        "truce: {value: 30 days, «claus: I.2}",
        ["unknown-key: `claus` is not a field here. Did you mean `clause`?"],
    ),
    (
        "truce: {value: 30 days, salience: «101}",
        ["wrong-value: `salience` cannot be read. Write a whole number from 0 to 100."],
    ),
    (
        "truce: {value: 30 days, salience: «a lot}",
        ["wrong-value: `salience` cannot be read. Write a whole number from 0 to 100."],
    ),
    (
        "truce: {as: «}",
        ["wrong-shape: `as` is empty. Write the id of one document."],
    ),
    (
        "truce: {as: «[plan]}",
        ["wrong-shape: `as` is a list. Write the id of one document."],
    ),
    (
        "truce: {«same_as: plan, «as_in: plan, value: 2 days}",
        [
            "unknown-key: `same_as` is not a field here. Write `as`.",
            "unknown-key: `as_in` is not a field here. Write `as`.",
        ],
    ),
    (
        "truce: «{as: plan, value: 2 days}",
        ["two-statements: A position has `value` and `as` at once. Keep one of them."],
    ),
    (
        "truce: {alternatives: {a: {«as: plan}}}",
        [
            "misplaced-statement: `as` stands inside an alternative. Write what it says there, or take over the whole position."
        ],
    ),
    (
        "truce: {value: 2 days, accounts: {a: {«as: plan, sources: [paper]}}}",
        [
            "misplaced-statement: `as` stands inside an account. Write what it says there, or take over the whole position."
        ],
    ),
    (
        "truce: {value: 30 days, reservation: «20 days}",
        [
            "wrong-shape: `reservation` is text. Write `{value: …, basis: stated}`, or `inferred` where it is your own guess."
        ],
    ),
    (
        "truce: {value: 30 days, reservation: {value: «silent, basis: stated}}",
        ["wrong-value: A reservation is a value, and this is a blank. Leave it out."],
    ),
    (
        "truce: {value: 30 days, reservation: {value: «20 dyas, basis: stated}}",
        ["unreadable-value: "],
    ),
    (
        "truce: {value: 30 days, reservation: {value: 20 days, basis: «guessed}}",
        ["wrong-value: `basis` has a value that is not known here. Write `stated` or `inferred`."],
    ),
    (
        "truce: {value: 30 days, «reservation: {basis: stated}}",
        ["missing-field: `value` is missing. Add `value:`."],
    ),
    (
        "truce: {value: 30 days, «weight: 70}",
        ["unknown-key: `weight` is not a field here. The fields are `scope`"],
    ),
    (
        "truce: {value: 30 days, red_line: «yes}",
        ["wrong-value: `red_line` cannot be read. Write true or false."],
    ),
    (
        "truce: {value: 30 days, credibility: «7}",
        [
            "wrong-value: `credibility` is not a grade of the Admiralty scale. Write a whole number from 1 to 6."
        ],
    ),
    (
        "truce: {value: 30 days, credibility: «B}",
        [
            "wrong-value: `credibility` is not a grade of the Admiralty scale. Write a whole number from 1 to 6."
        ],
    ),
    (
        "truce: {value: 30 days, modality: «must}",
        [
            "wrong-value: `modality` has a value that is not known here. Write `shall`, `should`, `may` or `will not`."
        ],
    ),
    (
        "truce: {value: 30 days, modality: «}",
        [
            "empty-field: `modality` is empty. Write `shall`, `should`, `may` or `will not`, or remove the key."
        ],
    ),
    (
        "truce: {value: 30 days, scope: «}",
        ["empty-field: `scope` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {value: 30 days, conditions: «}",
        ["empty-field: `conditions` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {value: 30 days, conditions: «{go: yes}}",
        ["wrong-shape: `conditions` is a mapping. It should be a list."],
    ),
    (
        "truce: {value: 30 days, by: [north, «[south]]}",
        ["wrong-shape: An entry of `by` is a list. It should be text."],
    ),
    (
        "truce: {value: 30 days, by: [«~]}",
        ["empty-field: An entry of `by` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {value: 30 days, sources: «}",
        ["empty-field: `sources` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {value: 30 days, renewable: «twice}",
        [
            "unreadable-value: `twice` does not say in figures how much it is. Write how long each renewal lasts, such as `30 days`, or true or false."
        ],
    ),
    ("truce: {value: 30 days, renewable: «[yes]}", ["unreadable-value:"]),
    (
        "truce: {value: 30 days, renewable: «}",
        ["empty-field: `renewable` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {value: 30 days, starts: «[go]}",
        ["wrong-shape: `starts` is a list. It should be text."],
    ),
    (
        "truce: {value: 30 days, clause: «{a: b}}",
        ["wrong-shape: `clause` is a mapping. It should be a list."],
    ),
    (
        "truce: {value: 30 days, until: «}",
        ["empty-field: `until` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {value: 30 days, after: «{go: }}",
        ["wrong-shape: `after` is a mapping. It should be a list."],
    ),
    (
        "truce: {value: 30 days, paraphrase: «[a]}",
        ["wrong-shape: `paraphrase` is a list. It should be text."],
    ),
    (
        "truce: {value: 30 days, note: «}",
        ["empty-field: `note` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {blank: «unreadable}",
        [
            "wrong-value: `blank` has a value that is not known here. Write one of `silent`, `unseen`, `undisclosed`, `declined`, `uncoded`, `deleted`, `indifferent`."
        ],
    ),
    (
        "truce: {blank: «[silent]}",
        [
            "wrong-value: `blank` has a value that is not known here. Write one of `silent`, `unseen`, `undisclosed`, `declined`, `uncoded`, `deleted`, `indifferent`."
        ],
    ),
    (
        "truce: «{value: 30 days, blank: declined}",
        ["two-statements: A position has `value` and `blank` at once. Keep one of them."],
    ),
    (
        "truce: «{value: silent, blank: declined}",
        ["two-statements: A position has `value` and `blank` at once. Keep one of them."],
    ),
    (
        "truce: «{value: 30 days, alternatives: {a: 30 days, b: 40 days}}",
        ["two-statements: A position has `value` and `alternatives` at once. Keep one of them."],
    ),
    (
        "land: «{value: ours, parts: {hill: ours}}",
        ["two-statements: A position has `value` and `parts` at once. Keep one of them."],
    ),
    (
        "land: «{parts: {hill: ours}, blank: silent}",
        ["two-statements: A position has `parts` and `blank` at once. Keep one of them."],
    ),
    (
        "land: «{alternatives: {a: ours}, parts: {hill: ours}}",
        ["two-statements: A position has `alternatives` and `parts` at once. Keep one of them."],
    ),
    (
        "truce: {alternatives: «{}}",
        ["empty-field: `alternatives` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {alternatives: «}",
        ["empty-field: `alternatives` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {alternatives: «[30 days]}",
        ["wrong-shape: `alternatives` is a list. It should be a mapping."],
    ),
    (
        "truce: {alternatives: {a: 30 days, b: «soon}}",
        ["unreadable-value: `soon` is no length of time."],
    ),
    (
        "truce: {alternatives: {a: {«alternatives: {b: 30 days}}, c: 2 days}}",
        [
            "misplaced-statement: `alternatives` stands inside alternatives. Write all of them side by side."
        ],
    ),
    (
        "truce: {alternatives: {a: 30 days, b: {value: 40 days, «foo: x}}}",
        ["unknown-key: `foo` is not a field here. The fields are `scope`"],
    ),
    (
        "truce: {parts: {«hill: 30 days}}",
        ["unknown-part: `hill` is not a part of `truce`. Declare it under `parts` of `truce`."],
    ),
    (
        "land: {parts: {«hil: ours}}",
        ["unknown-part: `hil` is not a part of `land`. Did you mean `hill`?"],
    ),
    (
        "land: {parts: {«moon: ours}}",
        ["unknown-part: `moon` is not a part of `land`. Declare it under `parts` of `land`."],
    ),
    (
        "land: {parts: {hill: {«parts: {lake: ours}}}}",
        ["misplaced-statement: `parts` stands inside a part. A part has no parts of its own."],
    ),
    (
        "land: {parts: {hill: ours}, rest: {«parts: {lake: ours}}}",
        ["misplaced-statement: `parts` stands inside a part. A part has no parts of its own."],
    ),
    (
        "land: {parts: {hill: ours}, rest: {value: ours, «rest: ours}}",
        [
            "misplaced-statement: `rest` stands without `parts`. Name at least one part under `parts`, or write the value alone."
        ],
    ),
    (
        "land: {«rest: ours}",
        [
            "misplaced-statement: `rest` stands without `parts`. Name at least one part under `parts`, or write the value alone."
        ],
    ),
    (
        "truce: {value: 30 days, «rest: 30 days}",
        [
            "misplaced-statement: `rest` stands without `parts`. Name at least one part under `parts`, or write the value alone."
        ],
    ),
    ("land: {parts: «}", ["empty-field: `parts` is empty. Write a value, or remove the key."]),
    ("land: {parts: «ours}", ["wrong-shape: `parts` is text. It should be a mapping."]),
    (
        "land: {parts: {hill: «mine}}",
        [
            "unreadable-value: `mine` is not an option of this issue. The options are `ours` and `theirs`."
        ],
    ),
    (
        "land: {parts: {hill: ours}, rest: «mine}",
        [
            "unreadable-value: `mine` is not an option of this issue. The options are `ours` and `theirs`."
        ],
    ),
    (
        "price: {«demnd: [arms]}",
        ["unknown-key: `demnd` is not a field here. Did you mean `demand`?"],
    ),
    (
        "price: {demand: [arms], «refus: [vote]}",
        ["unknown-key: `refus` is not a key of a checklist. Did you mean `refuse`?"],
    ),
    (
        "price: {demand: [arms], «clauze: I}",
        ["unknown-key: `clauze` is not a key of a checklist. Did you mean `clause`?"],
    ),
    (
        "price: {«demand: [arms], clause: I}",
        [
            "unknown-key: `demand` is a key of a value, and this is a whole position. Put it under `value:`."
        ],
    ),
    (
        "price: {value: {demand: [arms], «refus: [vote]}}",
        ["unknown-key: `refus` is not a key of a checklist. Did you mean `refuse`?"],
    ),
    (
        "price: {value: «[army]}",
        ["unreadable-value: `army` is not an item of this issue. Did you mean `arms`?"],
    ),
    (
        "price: {value: «{demand: [arms], refuse: [arms]}}",
        ["unreadable-value: `arms` is both demanded and refused. Remove it from one of the lists."],
    ),
    (
        "price: «[]",
        [
            "unreadable-value: The list is empty, which says neither that all are refused nor that all are open. Write `none` to refuse all items; leave the value out where nothing is recorded."
        ],
    ),
    (
        "truce: {value: 30 days, accounts: «[radio]}",
        ["wrong-shape: `accounts` is a list. It should be a mapping."],
    ),
    (
        "truce: {value: 30 days, accounts: «}",
        ["empty-field: `accounts` is empty. Write a value, or remove the key."],
    ),
    (
        "truce: {value: 30 days, accounts: {radio: «soon}}",
        ["unreadable-value: `soon` is no length of time."],
    ),
    (
        "truce: {value: 30 days, accounts: {radio: {sources: paper, «accounts: {tv: 3 days}}}}",
        [
            "misplaced-statement: `accounts` stands inside an account. Write all of them side by side."
        ],
    ),
    (
        "truce: {value: 30 days, accounts: {radio: {«colour: red, sources: paper}}}",
        ["unknown-key: `colour` is not a field here. The fields are `scope`"],
    ),
    (
        "swap: «1,000",
        [
            "unreadable-value: `1,000` does not say what each side gives. Write `1,000 for 1,000` or `1,000 each`, or `1,000 for 0` where one side alone gives."
        ],
    ),
    (
        "land: «the hill",
        [
            "unreadable-value: `the hill` is not an option of this issue. The options are `ours` and `theirs`."
        ],
    ),
    ("«the land: ours", ["unknown-issue: `the land` is not an issue. Did you mean `land`?"]),
    ("«none: 3 days", ["unknown-issue: `none` is not an issue. Declare it under `issues`."]),
]
"""What stands under `positions`, and the beginning of what is said about it."""

RECORDS = [
    (
        "dossier: {format: «2, title: «, as_of: «today, «colour: red}",
        [
            "wrong-value: `format` has a value that is not known here. This program reads format 1; a newer one may be needed.",
            "empty-field: `title` is empty. Write a value.",
            "wrong-value: `as_of` cannot be read. Write a date as 2025-06-02 or 2025-06-02T09:00; where no more is known, as 2025-06 or 2025.",
            "unknown-key: `colour` is not a field here. The fields are `format`, `title`, `as_of`, `credibility`, `note`.",
        ],
    ),
    (
        "dossier: «[]",
        [
            "missing-section: The section `dossier` is a list. Begin with `dossier: {format: 1, title: …, as_of: 2025-06-02}`."
        ],
    ),
    (
        "«dossier: {format: 1, as_of: «2025-02-30}",
        [
            "missing-field: `title` is missing. Add `title:`.",
            "wrong-value: `as_of` cannot be read. Write another day: February 2025 has 28 days.",
        ],
    ),
    (
        "«partys: {}",
        ["unknown-key: `partys` is not a section of a dossier. Did you mean `parties`?"],
    ),
    (
        "«decisions: {}",
        [
            "unknown-key: `decisions` is not a section of a dossier. The sections are `dossier`, `shared`, `parties`, `sources`, `events`, `issues`, `memoranda`, `outcomes`."
        ],
    ),
    (
        "parties: «[north]",
        ["wrong-shape: `parties` is a list. It should be a mapping by id: a key for each entry."],
    ),
    (
        "parties: {north: «[North]}",
        ["wrong-shape: `north` is a list. It should be text or a mapping of fields."],
    ),
    ("parties: {«north: {short: N}}", ["missing-field: `name` is missing. Add `name:`."]),
    (
        "parties: {north: {name: «, short: «[N], note: «{a: b}}}",
        [
            "empty-field: `name` is empty. Write a value.",
            "wrong-shape: `short` is a list. It should be text.",
            "wrong-value: `note` cannot be read. Write each day as 2025-06-02",
        ],
    ),
    (
        "parties: {be: {name: Belgium}, to: {name: Tonga}, or: {name: Oregon}, agreed: {name: A}}",
        [],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: choice, options: {be: B, to: T, «or: O, «not: N}}}",
        ["bad-id: `or` cannot be an id.", "bad-id: `not` cannot be an id."],
    ),
    (
        "parties: {«south\u00a0: {name: S}, «no‑rth: {name: N}}",
        [
            "bad-id: `south⟨U+00A0⟩` cannot be an id.",
            "bad-id: `no⟨U+2011⟩rth` cannot be an id.",
        ],
    ),
    (
        "memoranda: {plan: {party: «nоrth, form: report, date: 2025-06-01}}",
        ["unknown-party: `n⟨U+043E⟩rth` is not a party. Did you mean `north`?"],
    ),
    ("parties: {north: {name: N, «id: n}}", ["unknown-key: `id` is not a field here. Remove it."]),
    (
        "parties: {«the north: {name: N}, «silent: {name: S}, «all: {name: S}, «-x: {name: X}}",
        [
            "bad-id: `the north` cannot be an id.",
            "bad-id: `silent` cannot be an id.",
            "bad-id: `all` cannot be an id.",
            "bad-id: `-x` cannot be an id.",
        ],
    ),
    (
        "parties:\n  «north {name: North}\n  south: {name: South}",
        ["bad-id: `north {name` cannot be an id. Put a colon and a space before `{`."],
    ),
    (
        "parties: {north: {name: North, «mediator: true}}",
        ["unknown-key: `mediator` is not a field here. Write `role: mediator`."],
    ),
    (
        "parties: {north: {«nmae: North}}",
        ["unknown-key: `nmae` is not a field here. Did you mean `name`?"],
    ),
    (
        "sources: {paper: {publisher: P, title: T, date: «31 June, url: «ftp://x, reliability: «G}}",
        [
            "wrong-value: `date` cannot be read. Write a date as 2025-06-02 or 2025-06-02T09:00; where no more is known, as 2025-06 or 2025.",
            "wrong-value: `url` cannot be read. Write an address that begins with https://.",
            "wrong-value: `reliability` has a value that is not known here. Write `A`, `B`, `C`, `D`, `E` or `F`.",
        ],
    ),
    (
        "sources: {««paper: {publisher: P}}",
        [
            "missing-field: `date` is missing. Add `date:`.",
            "missing-field: `title` is missing. Add `title:`.",
        ],
    ),
    (
        "sources: {paper: {publisher: P, title: T, date: 2025-06-01, url: «[a], language: «, «via: {}, note: «[]}}",
        [
            "wrong-shape: `url` is a list. It should be text.",
            "empty-field: `language` is empty. Write a value, or remove the key.",
            "missing-field: `publisher` is missing. Add `publisher:`.",
            "wrong-shape: `note` is a list. It should be text.",
        ],
    ),
    (
        "events: {go: «[x]}",
        ["wrong-shape: `go` is a list. It should be text or a mapping of fields."],
    ),
    ("events: {go: «}", ["empty-field: `go` is empty. Write a value, or remove the key."]),
    (
        "events: {go: {title: The signal, part_of: «trucee}}\nissues:\n  truce: {topic: War, title: Truce, kind: duration}",
        ["unknown-whole: `trucee` is no issue or event. Did you mean `truce`?"],
    ),
    (
        "events: {go: {title: The signal, part_of: «[a], note: «}}",
        [
            "wrong-shape: `part_of` is a list. It should be text.",
            "empty-field: `note` is empty. Write a value, or remove the key.",
        ],
    ),
    (
        "issues: {i: «, «j: {note: x}}",
        [
            "empty-field: `i` is empty. Write a value, or remove the key.",
            "missing-field: `kind` is missing. Add `kind:`.",
        ],
    ),
    (
        "issues: {i: «[x]}",
        ["wrong-shape: `i` is a list. It should be text or a mapping of fields."],
    ),
    (
        "issues: {i: «duratoin}",
        [
            "unknown-kind: `duratoin` is not a kind. Did you mean `duration`? The kinds are duration, quantity, exchange, date, choice, checklist, scale, text."
        ],
    ),
    (
        "issues: {i: {topic: «, title: T, kind: «durration}}",
        [
            "empty-field: `topic` is empty. Write a value.",
            "unknown-kind: `durration` is not a kind. Did you mean `duration`? The kinds are duration, quantity, exchange, date, choice, checklist, scale, text.",
        ],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: «[a]}}",
        ["wrong-shape: `kind` is a list. It should be text."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: «}}",
        ["empty-field: `kind` is empty. Write a value."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: «rank}}",
        [
            "unknown-kind: `rank` is not a kind. The kinds are duration, quantity, exchange, date, choice, checklist, scale, text."
        ],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: duration, «unit: days, «counts: each, «options: {a: A}, «items: {a: A}, «between: [north, south]}}",
        [
            "misplaced-field: A duration has no `unit`. Remove it.",
            "misplaced-field: A duration has no `counts`. Remove it.",
            "misplaced-field: A duration has no `options`. Remove it.",
            "misplaced-field: A duration has no `items`. Remove it.",
            "misplaced-field: A duration has no `between`. Remove it.",
        ],
    ),
    (
        "issues: {««i: {topic: T, title: T, kind: exchange}}",
        [
            "missing-field: An exchange needs `between`. Add `between:`.",
            "missing-field: An exchange needs `unit`. Add `unit:`.",
        ],
    ),
    (
        "issues: {«i: {topic: T, title: T, kind: choice, options: {}}}",
        ["missing-field: A choice needs `options`. Add `options:`."],
    ),
    (
        "issues: {«i: {topic: T, title: T, kind: scale}}",
        ["missing-field: A scale needs `ends`. Add `ends:`."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: scale, ends: «[No]}}",
        ["wrong-shape: `ends` has the wrong number of entries. It should have two."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: scale, ends: «, «ordered: true}}",
        [
            "empty-field: `ends` is empty. Write a value, or remove the key.",
            "misplaced-field: A scale has no `ordered`. Remove it.",
        ],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: choice, options: {a: A}, ordered: «perhaps}}",
        ["wrong-value: `ordered` cannot be read. Write true or false."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: duration, near: «1 month}}",
        [
            "unreadable-value: `1 month` is no exact length, because months differ in theirs. Write it in days or weeks."
        ],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: duration, near: «}}",
        ["empty-field: `near` is empty. Write a value, or remove the key."],
    ),
    (
        "issues: {«i: {topic: T, title: T, kind: quantity, unit: ''}}",
        ["missing-field: A quantity needs `unit`. Add `unit:`."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: quantity, unit: «}}",
        ["empty-field: `unit` is empty. Write a value, or remove the key."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: choice, options: [a b, «[c], «A-b, «'%', «none, «'']}}",
        [
            "wrong-shape: An entry of `options` is a list. Write words, of which an id can be made.",
            "wrong-value: `A-b` and an entry before it have the same id. Keep one of the two.",
            "wrong-shape: `%` has no letter and no digit. Write words, of which an id can be made.",
            "bad-id: `none` cannot be an id.",
            "wrong-shape: An entry of `options` is empty. Write words, of which an id can be made.",
        ],
    ),
    (
        "issues: {«i: {topic: T, title: T, kind: choice, options: []}}",
        ["missing-field: A choice needs `options`. Add `options:`."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: choice, options: «a}}",
        ["wrong-shape: `options` is text. It should be a mapping."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: choice, options: {a: «, b: «[B], «none: N}}}",
        [
            "empty-field: `a` is empty. Write a value, or remove the key.",
            "wrong-shape: `b` is a list. It should be text or a mapping of fields.",
            "bad-id: `none` cannot be an id.",
        ],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: checklist, items: «a}}",
        ["wrong-shape: `items` is text. It should be a mapping."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: exchange, unit: p, between: «[north]}}",
        ["wrong-shape: `between` has the wrong number of entries. It should have two."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: exchange, unit: p, between: «[north, south, north]}}",
        ["wrong-shape: `between` has the wrong number of entries. It should have two."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: exchange, unit: p, between: «north}}",
        ["wrong-shape: `between` is text. It should be a list, `[…, …]`."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: exchange, unit: p, between: [north, «suoth]}}",
        ["unknown-party: `suoth` is not a party. Did you mean `south`?"],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: exchange, unit: p, between: [«~, «[x]]}}",
        [
            "empty-field: An entry of `between` is empty. Write a value, or remove the key.",
            "wrong-shape: An entry of `between` is a list. It should be text.",
        ],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: quantity, unit: p, counts: «both, limit: «no}}",
        [
            "wrong-value: `counts` has a value that is not known here. Write `each`, `total` or `one way`.",
            "wrong-value: `limit` has a value that is not known here. Write `maximum` or `minimum`.",
        ],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: text, parts: «a}}",
        ["wrong-shape: `parts` is text. It should be a mapping by id: a key for each entry."],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: text, parts: {a: «, b: «[B], c: {title: C, «colour: red}, or: D, «d e: E}}}",
        [
            "empty-field: `a` is empty. Write a value, or remove the key.",
            "wrong-shape: `b` is a list. It should be text or a mapping of fields.",
            "unknown-key: `colour` is not a field here. The fields are `title`, `noun`, `unit`.",
            "bad-id: `d e` cannot be an id.",
        ],
    ),
    (
        "issues: {i: {topic: T, title: T, kind: text, provision: «[a], disputed: «, note: «{}}}",
        [
            "wrong-shape: `provision` is a list. It should be text.",
            "empty-field: `disputed` is empty. Write a value, or remove the key.",
            "wrong-shape: `note` is a mapping. It should be text.",
        ],
    ),
    (
        "memoranda: «[plan]",
        ["wrong-shape: `memoranda` is a list. It should be a mapping by id: a key for each entry."],
    ),
    (
        "memoranda: {plan: «north}",
        ["wrong-shape: `plan` is text. It should be a mapping of fields."],
    ),
    (
        "memoranda: {«««plan: }",
        [
            "missing-field: `party` is missing. Add `party:`.",
            "missing-field: `form` is missing. Add `form:`.",
            "missing-field: `date` is missing. Add `date:`.",
        ],
    ),
    (
        "memoranda: {plan: {party: «nroth, form: «speech, date: «x}}",
        [
            "unknown-party: `nroth` is not a party. Did you mean `north`?",
            "wrong-value: `form` has a value that is not known here. Write `memorandum`, `statement` or `report`.",
            "wrong-value: `date` cannot be read. Write a date as 2025-06-02 or 2025-06-02T09:00; where no more is known, as 2025-06 or 2025.",
        ],
    ),
    (
        "memoranda: {plan: {party: «, form: report, date: «}}",
        [
            "empty-field: `party` is empty. Write a value.",
            "empty-field: `date` is empty. Write a value.",
        ],
    ),
    (
        "memoranda: {plan: {party: «[north], form: report, date: 2025-06-01}}",
        ["wrong-shape: `party` is a list. It should be text."],
    ),
    (
        "memoranda: {plan: {party: north, form: report, date: 2025-06-01, disclosure: «secret, published: «soon, credibility: «0, language: «[en], title: «, sources: [«[a]], note: «, «signed: yes, «unreadable: []}}",
        [
            "wrong-value: `disclosure` has a value that is not known here. Write `published`, `reviewed`, `partial` or `withheld`.",
            "wrong-value: `published` cannot be read. Write a date as 2025-06-02 or 2025-06-02T09:00; where no more is known, as 2025-06 or 2025.",
            "wrong-value: `credibility` is not a grade of the Admiralty scale. Write a whole number from 1 to 6.",
            "wrong-shape: `language` is a list. It should be text.",
            "empty-field: `title` is empty. Write a value, or remove the key.",
            "wrong-shape: An entry of `sources` is a list. It should be text.",
            "empty-field: `note` is empty. Write a value, or remove the key.",
            "unknown-key: `signed` is not a field here. The fields are `party`, `form`, `date`, `title`, `disclosure`, `known`, `published`, `read`, `based_on`, `reactions`, `speaker`, `language`, `sources`, `credibility`, `of_record`, `points`, `left_out`, `checked`, `options`, `sequence`, `positions`, `note`.",
            "unknown-key: `unreadable` is not a field here. Remove it.",
        ],
    ),
    (
        "memoranda: {plan: {party: north, form: report, date: 2025-06-01, published: «}}",
        ["empty-field: `published` is empty. Write a value, or remove the key."],
    ),
    (
        "memoranda: {plan: {party: north, form: report, date: 2025-06-01, options: «a, sequence: [«{a: b}], positions: «[a]}}",
        [
            "wrong-shape: `options` is text. It should be a mapping by id: a key for each entry.",
            "wrong-shape: A step of the sequence is not an id. Write an issue's or event's id, or a list of those that happen together, or `{any_order: […]}` for those within one period.",
            "wrong-shape: `positions` is a list. It should be a mapping by id: a key for each entry.",
        ],
    ),
    (
        "memoranda: {plan: {party: north, form: report, date: 2025-06-01, options: {a: «, b: {title: B, group: «, «x: y}, «c d: C}, sequence: «{a: b}}}",
        [
            "empty-field: `a` is empty. Write a value, or remove the key.",
            "empty-field: `group` is empty. Write a value, or remove the key.",
            "unknown-key: `x` is not a field here. The fields are `title`, `group`.",
            "bad-id: `c d` cannot be an id.",
            "wrong-shape: A step of the sequence is not an id. Write an issue's or event's id, or a list of those that happen together, or `{any_order: […]}` for those within one period.",
        ],
    ),
    (
        "issues:\n  truce: {topic: War, title: Truce, kind: duration}\nmemoranda: {plan: {party: north, form: report, date: 2025-06-01, sources: [«papr], sequence: [«go, [truce, «trucee], «[[a], truce], «[], «truce]}}",
        [
            "unknown-source: `papr` is not a source. Did you mean `paper`?",
            "unknown-step: `go` is no event or issue. Declare it under `events`.",
            "unknown-step: `trucee` is no event or issue. Did you mean `truce`?",
            "wrong-shape: A step of the sequence is not an id. Write an issue's or event's id, or a list of those that happen together, or `{any_order: […]}` for those within one period.",
            "wrong-shape: A step of the sequence is not an id. Write an issue's or event's id, or a list of those that happen together, or `{any_order: […]}` for those within one period.",
            "repeated-step: `truce` stands twice in the sequence. Keep one of the two; nothing comes before itself.",
        ],
    ),
]
"""Sections of a dossier, and the beginning of what is said about each fault."""

TALKS = """
events: {go: {title: The signal}}
issues:
  truce: {topic: War, title: Truce, kind: duration}
  land: {topic: War, title: Land, kind: choice, options: {ours: Ours, theirs: Theirs},
         parts: {hill: The hill, lake: The lake}}
  price: {topic: War, title: Price, kind: checklist, items: {arms: No arms, vote: A vote}}
  swap: {topic: People, title: Swap, kind: exchange, unit: prisoners, between: [north, south]}
memoranda:
  plan:
    party: north
    form: memorandum
    read: whole
    date: 2025-05-20
    sources: paper
    positions:
      %s
"""


@pytest.mark.parametrize(("marked", "expected"), POSITIONS)
def test_each_fault_of_a_position_is_one_problem_at_its_place(
    marked: str, expected: list[str]
) -> None:
    found = faults(TALKS % marked)

    assert len(found) == len(expected)
    assert [said[: len(begins)] for said, begins in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize("marked", [row[0] for row in POSITIONS])
def test_a_position_that_could_not_be_read_is_never_taken_for_silence(marked: str) -> None:
    dossier = read_marked(TALKS % marked).dossier
    assert dossier is not None
    found = record(dossier)
    meant = {"trucee": "truce", "the land": "land"}.get(*[marked.strip("«").split(":")[0]] * 2)
    standings = [one for (party, issue, _), one in found.standings.items() if issue == meant]

    assert all(one.blank is Blank.UNREADABLE for one in standings if one.party == "north")
    assert standings or meant in {"quite-another", "none"}
    silent = [one for one in found.standings.values() if one.blank is Blank.SILENT]
    assert {one.issue for one in silent} == set(dossier.issues) - {meant}


@pytest.mark.parametrize(("marked", "expected"), RECORDS)
def test_each_fault_of_a_record_is_one_problem_at_its_place(
    marked: str, expected: list[str]
) -> None:
    found = faults(f"{marked}\n")

    assert len(found) == len(expected)
    assert [said[: len(begins)] for said, begins in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            ("issues: {i: {kind: «durration}}\n"
            "memoranda: {north: {date: 2025-06-01, sources: paper, positions: {i: «soon}}}\n"),
            ["unknown-kind", "unreadable-value"],
        ),
        (("parties: «[{id: north, name: North}, South, {east: {}}]\n"
         "issues: {i: {kind: exchange, unit: t, between: [north, east]}}\n"
         "memoranda: {south: {party: South, date: 2025-06-01}}\n"), ["wrong-shape"]),
    ],
)  # fmt: skip
def test_what_follows_from_a_fault_is_told_with_it_and_is_none_itself(
    marked: str, expected: list[str]
) -> None:
    assert [one.split(":")[0] for one in faults(marked)] == expected


def test_everything_is_reported_at_once_and_what_was_readable_is_there() -> None:
    loaded = read_marked(
        """
        parties: {north: {name: North}, south: {name: South}, east: {«nmae: East}}
        sources:
          paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
          radio: {publisher: Radio, date: «yesterday, title: News}
        events: {go: {title: The signal}, stop: «[The end]}
        issues:
          truce: {topic: War, title: Truce, kind: duration}
          flag: {topic: War, title: Flag, kind: «wording}
          land: {topic: War, title: Land, kind: choice, options: {ours: Ours}}
        memoranda:
          plan:
            party: north
            form: memorandum
            read: whole
            date: 2025-05-20
            sources: [paper, radio, «nobody]
            sequence: [go, stop, flag, «gone]
            positions:
              truce: {value: 30 days, starts: stop, by: [east, north], after: flag}
              flag: white
              land: «theirs
          other: {party: east, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
                  positions: {truce: 10 days}}
          third: {party: south, form: «paper, date: 2025-05-20, positions: {truce: «soon}}
        """
    )
    dossier = loaded.dossier

    assert [one.code for one in loaded.problems] == [
        "unknown-key",
        "wrong-value",
        "wrong-shape",
        "unknown-kind",
        "unknown-source",
        "unknown-step",
        "unreadable-value",
        "wrong-value",
        "unreadable-value",
    ]
    assert dossier is not None
    assert list(dossier.parties) == ["north", "south"]
    assert list(dossier.sources) == ["paper"]
    assert list(dossier.events) == ["go"]
    assert list(dossier.issues) == ["truce", "land"]
    assert list(dossier.memoranda) == ["plan"]
    assert dossier.unreadable == {"south"}
    assert list(dossier.memoranda["plan"].positions) == ["truce"]
    assert dossier.memoranda["plan"].unreadable == {"flag", "land"}
    assert positions.compare(dossier).row("truce").status is Status.UNCLEAR


def test_a_position_on_a_part_that_could_not_be_read_is_no_second_problem() -> None:
    loaded = read_marked(
        """
        issues:
          land: {topic: War, title: Land, kind: text, parts: {hill: «, lake: The lake}}
          sea: {topic: War, title: Sea, kind: text, parts: «north}
        memoranda:
          plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
                 positions: {land: {parts: {hill: ours, lake: theirs}}, sea: {parts: {north: ours}}}}
          other: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
                  positions: {land: {parts: {hill: ours}}}}
        """
    )
    assert loaded.dossier is not None
    found = record(loaded.dossier)

    assert found.standing("north", "land", "lake").speaks
    assert found.standing("north", "sea").blank is Blank.UNREADABLE
    assert found.standing("south", "land", "lake").blank is Blank.UNREADABLE


@pytest.mark.parametrize(
    ("memoranda", "unreadable"),
    [
        ("«[plan]", {"north", "south"}),
        ("{plan: «x}", {"north", "south"}),
        ("{plan: {party: north, form: «x, date: 2025-05-20}}", {"north"}),
        ("{plan: {party: «nroth, form: report, date: 2025-05-20}}", {"north", "south"}),
        ("{plan: {party: «[], form: report, date: 2025-05-20}}", {"north", "south"}),
        ("{plan: {party: south, form: report, date: 2025-05-20}}", set[str]()),
        ("", set[str]()),
    ],
)
def test_a_document_that_could_not_be_read_hides_those_whose_it_may_be(
    memoranda: str, unreadable: set[str]
) -> None:
    loaded = read_marked(f"memoranda: {memoranda}\n")
    assert loaded.dossier is not None
    assert loaded.dossier.unreadable == unreadable


@pytest.mark.parametrize(
    ("field", "blank"),
    [
        ("«colour: red", Blank.UNSEEN),
        ("based_on: «[x]", Blank.UNSEEN),
        ("disclosure: «openly", Blank.UNSEEN),
        ("known: «soon", Blank.UNREADABLE),
        ("«knwon: 2025-05-20", Blank.UNREADABLE),
    ],
)
def test_a_field_that_does_not_belong_hides_no_position(field: str, blank: Blank) -> None:
    loaded = read_marked(
        f"""
        issues:
          truce: {{topic: War, title: Truce, kind: duration}}
          toll: {{topic: War, title: Toll, kind: duration}}
        memoranda:
          plan: {{party: north, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
                 {field}, positions: {{truce: 3 days}}}}
        """
    )
    assert loaded.dossier is not None
    found = record(loaded.dossier)

    assert found.standing("north", "truce").speaks is (blank is Blank.UNSEEN)
    assert found.standing("north", "toll").blank is blank


def test_positions_that_are_no_mapping_leave_every_issue_unreadable() -> None:
    loaded = read_marked(
        """
        issues:
          truce: {topic: War, title: Truce, kind: duration}
          flag: {topic: War, title: Flag, kind: text}
        memoranda:
          plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, positions: «[truce, flag]}
        """
    )
    assert loaded.dossier is not None
    standings = record(loaded.dossier).standings.values()
    assert {one.blank for one in standings if one.party == "north"} == {Blank.UNREADABLE}


def test_the_document_of_a_party_that_could_not_be_read_hides_no_other() -> None:
    loaded = read_marked(
        """
        parties: {north: {name: North}, south: «[South]}
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memoranda:
          plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
                 positions: {truce: 3 days}}
          good: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
                 positions: {truce: 3 days}}
          bad: {party: south, form: «speech, date: 2025-05-20}
        """
    )
    assert loaded.dossier is not None
    assert loaded.dossier.unreadable == set()
    assert record(loaded.dossier).standing("north", "truce").speaks


def test_a_report_that_could_not_be_read_is_no_lack_of_records() -> None:
    loaded = read_marked(
        """
        issues: {truce: {topic: War, title: Truce, kind: duration}}
        memoranda:
          leak: {party: north, form: report, date: 2025-05-20, sources: paper,
                 positions: {truce: «soon}}
          note: {party: south, form: memorandum, read: whole, date: 2025-05-20}
          gossip: {party: south, form: report, date: 2025-05-20, sources: paper,
                   positions: {truce: «soon}}
        """
    )
    assert loaded.dossier is not None
    found = record(loaded.dossier)
    assert found.standing("north", "truce").blank is Blank.UNREADABLE
    assert found.standing("south", "truce").blank is Blank.SILENT


def test_every_field_of_every_record_is_read(dossier: Dossier) -> None:
    """
    dossier: {format: 1, title: The talks, as_of: 2025-06-02T18:30, note: Evening}
    parties: {north: {name: North, short: N, note: Host}, south: {name: South}}
    sources:
      paper: {publisher: The Paper, date: 2025-06-01, title: Talks, url: "https://paper.example/1",
              language: en, reliability: B, via: a mirror, note: Read twice}
    events: {go: {title: The signal, part_of: swap, note: At dawn}}
    issues:
      swap:
        topic: People
        title: Exchange
        kind: exchange
        unit: prisoners
        counts: each
        between: [south, north]
        parts: {ill: {title: The ill, unit: patients}, young: The young}
        provision: "The parties exchange {value}."
        disputed: Whether they are prisoners of war.
        note: Third round
      cap: {topic: War, title: Cap, kind: quantity, unit: soldiers, limit: maximum}
      seat: {topic: Talks, title: Seat, kind: choice, options: {here: Here, there: There}}
      terms: {topic: Talks, title: Terms, kind: checklist, items: {a: An end, b: A list}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20T09:00
        title: The plan
        disclosure: reviewed
        published: 2025-05-21
        language: fr
        sources: [paper]
        credibility: 2
        options: {one: {title: Option 1, group: way}, two: Option 2}
        sequence: [go, [cap, seat]]
        note: Draft
        positions:
          swap:
            parts: {ill: all for all}
            rest: {value: at least 10 each, red_line: true}
          cap:
            value: 600,000
            scope: ground forces
            starts: go
            until: swap
            by: [north, the guards]
            renewable: false
            conditions: [go, no delay]
            after: [seat]
            modality: will not
            clause: II.1
            paraphrase: A ceiling
            note: Contested
            sources: paper
            credibility: 6
            red_line: "True"
            accounts: {radio: {value: "500,000", sources: paper}}
          seat: {alternatives: {one: here, two: {value: there, conditions: none, renewable: "TRUE"}}}
          terms: {only: [a]}
    """
    assert (dossier.header.title, str(dossier.header.note)) == ("The talks", "Evening")
    assert str(dossier.header.as_of) == "2025-06-02T18:30"
    north = dossier.parties["north"]
    assert (north.id, north.name, north.short, str(north.note)) == ("north", "North", "N", "Host")
    paper = dossier.sources["paper"]
    assert (paper.publisher, str(paper.date), paper.title) == ("The Paper", "2025-06-01", "Talks")
    assert (paper.url, paper.language) == ("https://paper.example/1", "en")
    assert (paper.reliability, str(paper.note)) == ("B", "Read twice")
    assert paper.via is not None
    assert (paper.via.publisher, paper.via.reliability) == ("a mirror", None)
    go = dossier.events["go"]
    assert (go.title, go.part_of, str(go.note)) == ("The signal", "swap", "At dawn")

    swap, cap = dossier.issues["swap"], dossier.issues["cap"]
    assert (swap.topic, swap.title, swap.kind, swap.unit) == (
        "People",
        "Exchange",
        "exchange",
        "prisoners",
    )
    assert (swap.counts, swap.between, str(swap.note)) == (
        "each",
        ("south", "north"),
        "Third round",
    )
    assert [(one.id, one.title, one.unit) for one in swap.parts.values()] == [
        ("ill", "The ill", "patients"),
        ("young", "The young", ""),
    ]
    assert swap.provision == "The parties exchange {value}."
    assert str(swap.disputed) == "Whether they are prisoners of war."
    assert cap.limit == "maximum"
    assert dossier.frames["seat", ""].options == {"here": "Here", "there": "There"}
    assert dossier.frames["terms", ""].items == {"a": "An end", "b": "A list"}
    assert dossier.frames["swap", "ill"].unit == "patients"
    assert dossier.frames["swap", "young"].unit == "prisoners"
    assert dossier.frames["swap", ""].names == ("South", "North")

    plan = dossier.memoranda["plan"]
    assert (plan.party, plan.form, plan.title) == ("north", Form.MEMORANDUM, "The plan")
    assert (str(plan.date), str(plan.known)) == ("2025-05-20T09:00", "2025-05-21")
    assert (plan.disclosure, plan.language) == (Disclosure.REVIEWED, "fr")
    assert (plan.sources, plan.credibility, str(plan.note)) == (("paper",), 2, "Draft")
    assert [(one.id, one.title, one.group) for one in plan.options.values()] == [
        ("one", "Option 1", "way"),
        ("two", "Option 2", ""),
    ]
    assert plan.sequence == (("go",), ("cap", "seat"))

    said = plan.positions["cap"]
    assert (said.scope, said.starts, said.until) == ("ground forces", "go", "swap")
    assert (said.by, said.renewable, said.after) == (("north", "the guards"), False, ("seat",))
    assert (said.conditions, said.modality) == (("go", "no delay"), Modality.WILL_NOT)
    assert (said.place, said.paraphrase, str(said.note)) == ("II.1", "A ceiling", "Contested")
    assert (said.sources, said.credibility, said.red_line) == (("paper",), 6, True)
    assert said.accounts["radio"].sources == ("paper",)
    assert said.accounts["radio"].value is not None
    one, two = plan.positions["seat"].alternatives.values()
    assert (one.conditions, two.conditions, two.renewable) == (None, (), True)
    rest = plan.positions["swap"].rest
    assert rest is not None
    assert rest.red_line
    assert plan.positions["swap"].parts["ill"].value != rest.value
    assert plan.positions["terms"].value is not None


@pytest.mark.parametrize(
    "given",
    [
        "",
        "{}",
        "{value: }",
        "{blank: }",
        "{value: , note: Look it up}",
        "uncoded",
        "{blank: uncoded}",
    ],
)
def test_an_empty_value_is_not_recorded_yet(given: str) -> None:
    dossier = read_marked(TALKS % f"truce: {given}").dossier
    assert dossier is not None
    assert record(dossier).standing("north", "truce").blank is Blank.UNCODED


@pytest.mark.parametrize("blank", [blank for blank in Blank if blank is not Blank.UNREADABLE])
def test_a_blank_is_a_word_alone_or_in_the_long_form(blank: Blank) -> None:
    for given in (str(blank), f"{{blank: {blank}}}", f"{{value: {blank}, note: So it is}}"):
        dossier = read_marked(TALKS % f"truce: {given}").dossier
        assert dossier is not None
        assert dossier.memoranda["plan"].positions["truce"].blank is blank


def test_an_empty_rest_is_not_recorded_yet_and_no_silence() -> None:
    dossier = read_marked(TALKS % "land: {parts: {hill: ours}, rest: }").dossier
    assert dossier is not None
    assert record(dossier).standing("north", "land", "lake").blank is Blank.UNCODED


def test_a_checklist_may_be_a_mapping_in_its_short_form() -> None:
    dossier = read_marked(TALKS % "price: {demand: [arms], refuse: [vote]}").dossier
    assert dossier is not None
    long = read_marked(TALKS % "price: {value: {demand: [arms], refuse: [vote]}}").dossier
    assert long is not None
    found = [one.memoranda["plan"].positions["price"].value for one in (dossier, long)]
    assert found[0] is not None
    assert found[0] == found[1]


def test_the_same_words_are_one_value_and_other_frames_make_another() -> None:
    dossier = read_marked(
        """
        issues:
          a: {topic: War, title: A, kind: quantity, unit: tons}
          b: {topic: War, title: B, kind: quantity, unit: tons}
          c: {topic: War, title: C, kind: quantity, unit: tons, limit: maximum}
        memoranda:
          plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: paper,
                 positions: {a: "1,000", b: "1,000", c: "1,000"}}
        """
    ).dossier
    assert dossier is not None
    a, b, c = (one.value for one in dossier.memoranda["plan"].positions.values())
    assert a is b
    assert a is not c


def test_a_dossier_without_a_header_is_still_checked() -> None:
    loaded = positions.loads("issues: {i: {topic: T, title: T, kind: durration}}\n", "d.yaml")
    assert loaded.dossier is None
    assert [one.code for one in loaded.problems] == ["missing-section", "unknown-kind"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty."),
        ("# nothing\n", "The file is empty."),
        ("- a\n", "The file is a list, not a dossier."),
        ("words\n", "The file is text, not a dossier."),
    ],
)
def test_what_is_no_dossier_is_one_problem(text: str, sentence: str) -> None:
    loaded = positions.loads(text, "d.yaml")
    assert loaded.dossier is None
    assert [one.sentence for one in loaded.problems] == [sentence]


def test_a_text_that_cannot_be_read_as_yaml_is_no_empty_dossier() -> None:
    loaded = positions.loads("a: [", "d.yaml")
    assert loaded.dossier is None
    assert [one.code for one in loaded.problems] == ["syntax"]


def test_a_long_name_is_shortened_and_an_unknown_one_passed_on_as_data() -> None:
    name = "x" * 5_000
    (said,) = faults(f"«{name}: 1\n")
    assert len(said) < 200
    (said,) = faults("«a{value}%s: 1\n")
    assert said.startswith("unknown-key: `a{value}%s` is not a section of a dossier.")


def test_more_faults_of_a_kind_than_anybody_reads_are_counted() -> None:
    keys = "".join(f"  i{number}: {{note: T}}\n" for number in range(500))
    loaded = positions.loads(with_prelude(f"issues:\n{keys}"), "d.yaml")
    (last,) = [one for one in loaded.problems if not one.path]

    assert len(loaded.problems) == 201
    assert loaded.problems[-1] is last
    assert last.sentence == "From here on, 300 more problems of this kind are not listed."
    assert last.span is not None
    assert last.span.line == loaded.problems[-2].span.line + 1  # type: ignore[union-attr]


@pytest.mark.parametrize(("kind", "field"), [("choice", "options"), ("checklist", "items")])
def test_more_options_than_can_be_compared_are_a_problem(kind: str, field: str) -> None:
    for number, expected in ((MOST_OPTIONS, []), (MOST_OPTIONS + 1, ["too-many"])):
        given = ", ".join(f"o{one}: O" for one in range(number))
        issue = f"{{topic: T, title: T, kind: {kind}, {field}: {{{given}}}}}"
        loaded = positions.loads(with_prelude(f"issues: {{i: {issue}}}\n"), "d.yaml")
        assert [one.code for one in loaded.problems] == expected


@pytest.mark.parametrize("name", ["alternatives", "accounts"])
def test_more_branches_than_can_be_compared_are_a_problem(name: str) -> None:
    for number, expected in ((MOST_BRANCHES, []), (MOST_BRANCHES + 1, ["too-many"])):
        given = ", ".join(f"b{one}: {{value: {one} days, sources: paper}}" for one in range(number))
        long = f"{{{'' if name == 'alternatives' else 'value: 3 days, '}{name}: {{{given}}}}}"
        loaded = positions.loads(with_prelude(TALKS % f"truce: {long}"), "d.yaml")
        assert [one.code for one in loaded.problems] == expected


def test_more_cells_than_can_be_compared_are_a_problem() -> None:
    def dossier(parts: int) -> str:
        given = ", ".join(f"p{one}: P" for one in range(parts))
        issue = f"{{topic: T, title: T, kind: text, parts: {{{given}}}}}"
        return with_prelude(f"issues: {{i: {issue}}}\n")

    assert positions.loads(dossier(MOST_CELLS // 2)).dossier is not None
    loaded = positions.loads(dossier(MOST_CELLS // 2 + 1))
    assert loaded.dossier is None
    (problem,) = loaded.problems
    assert str(problem) == (
        "<text>:7:1: error too-many: There are 20,002 cells, which are parties times issues and "
        "their parts; 20,000 at most are compared. Divide it, or set POSITIONS_LIMIT_CELLS=20002 "
        "where you know who wrote it."
    )


@pytest.mark.parametrize(
    ("limit", "codes"), [("3", ["too-many"]), ("4", []), ("1,000", []), ("x", [])]
)
def test_the_bound_can_be_moved(
    limit: str, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSITIONS_LIMIT_CELLS", limit)
    issues = "issues: {i: {topic: T, title: T, kind: text}, j: {topic: T, title: U, kind: text}}\n"
    assert [one.code for one in positions.loads(with_prelude(issues)).problems] == codes


def conference(parties: int, issues: int, values: int) -> str:
    """A dossier in which each party says something on each issue, in so many different values."""
    lines = [
        "parties:",
        *(f"  p{one}: {{name: Party {one}}}" for one in range(parties)),
        "issues:",
        *(f"  i{one}: {{topic: T, title: Term {one}, kind: duration}}" for one in range(issues)),
        "memoranda:",
    ]
    for one in range(parties):
        said = ", ".join(f"i{issue}: {one % values + 1} days" for issue in range(issues))
        lines.append(
            f"  m{one}: {{party: p{one}, form: report, date: 2025-06-01, sources: paper, "
            f"positions: {{{said}}}}}"
        )
    return with_prelude("\n".join(lines) + "\n")


def test_parties_that_say_the_same_count_once_among_the_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("POSITIONS_LIMIT_CELLS", "200")  # and 2,500 pairs
    assert positions.loads(conference(40, 5, values=31)).dossier is not None  # 5 * 31² / 2
    loaded = positions.loads(conference(40, 5, values=32))
    assert [one.code for one in loaded.problems] == ["too-many"]
    assert "2,560 pairs of positions" in str(loaded.problems[0])
    monkeypatch.setenv("POSITIONS_LIMIT_CELLS", "205")
    assert "POSITIONS_LIMIT_CELLS=205" in str(loaded.problems[0])
    assert positions.loads(conference(40, 5, values=32)).dossier is not None


@pytest.mark.no_cover
def test_a_conference_of_many_filled_cells_is_compared() -> None:
    loaded = positions.loads(conference(40, 600, values=6))
    assert loaded.problems == ()
    assert loaded.dossier is not None
    assert most_cells(24_000) == 96_000
    assert most_cells(10**9) == MOST_FILLED


def test_more_pairs_than_can_be_compared_are_a_problem() -> None:
    def dossier(branches: int) -> str:
        given = ", ".join(f"b{one}: {one + 1} days" for one in range(branches))
        lines = [
            f"parties: {{{', '.join(f'p{one}: {{name: P}}' for one in range(40))}}}",
            "issues:",
        ]
        lines.append("  i: {topic: T, title: T, kind: duration, parts: {a: A, b: B}}")
        lines.append("memoranda:")
        for one, whole in (
            (0, "alternatives: {%s}"),
            (1, "parts: {a: {alternatives: {%s}}}, rest: 3 days"),
        ):
            lines += [
                f"  m{party}: {{party: p{party}, form: report, date: 2025-06-01, sources: paper, "
                f"positions: {{i: {{{whole % given}}}}}}}"
                for party in range(one, 40, 2)
            ]
        return with_prelude("\n".join(lines) + "\n")

    assert positions.loads(dossier(12)).dossier is not None
    loaded = positions.loads(dossier(13))
    assert loaded.dossier is None
    assert [one.code for one in loaded.problems] == ["too-many"]
    assert most_pairs() < (40 * 13) ** 2


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("{truce: «at least 1,000}", "comma-in-flow"),
        ("{truce: {value: «at least 1,000}}", "comma-in-flow"),
        ("{price: [«1,000, arms]}", "comma-in-flow"),
        ("{truce: 3 days, «truce: 4 days}", "duplicate-key"),
        ("{truce: {value: 3 days, «value: 4 days}}", "duplicate-key"),
        ("{truce: {value: 3 days, «<<: {conditions: none}}}", "merge-key"),
        ("{truce: «!!int 3 days}", "tag"),
    ],
)
def test_what_yaml_reads_otherwise_than_it_was_meant_is_no_position(marked: str, code: str) -> None:
    loaded = read_marked(TALKS.replace("\n      %s", f" {marked}"))
    issue = marked[1:].split(":", maxsplit=1)[0].strip()

    assert [one.code for one in loaded.problems] == [code]
    assert loaded.dossier is not None
    standing = record(loaded.dossier).standing("north", issue)
    assert standing.blank is Blank.UNREADABLE
    assert not standing.speaks


@pytest.mark.parametrize(("number", "blank"), [(50, Blank.SILENT), (51, Blank.UNREADABLE)])
def test_with_very_many_unknown_issues_nothing_is_taken_for_silence(
    number: int, blank: Blank
) -> None:
    unknown = "".join(f"\n      «other-{one}: 3 days" for one in range(number))
    dossier = read_marked(TALKS % unknown.lstrip()).dossier
    assert dossier is not None
    assert record(dossier).standing("north", "price").blank is blank


@pytest.mark.parametrize(
    ("given", "blank"),
    [
        ("{salience: 0}", Blank.INDIFFERENT),
        ("{salience: 40}", Blank.UNCODED),
        ("{salience: 0, value: 2 days}", None),
        ("{salience: 0, blank: declined}", Blank.DECLINED),
    ],
)
def test_a_party_that_does_not_care_and_says_nothing_is_indifferent(
    given: str, blank: Blank | None
) -> None:
    loaded = positions.loads(with_prelude(TALKS % f"truce: {given}"))

    assert loaded.dossier is not None
    assert loaded.dossier.memoranda["plan"].positions["truce"].blank is blank


def test_a_reference_point_is_a_position_of_its_issue() -> None:
    issue = "truce: {topic: War, title: Truce, kind: duration, reference_point: %s}"
    for given, value, codes in (
        ("2 days", "2 days", ["without-source"]),
        ("{value: 3 days, sources: [paper]}", "3 days", []),
        ("{value: 3 days, sources: [papre]}", "3 days", ["unknown-source"]),
    ):
        loaded = positions.loads(with_prelude(f"issues:\n  {issue % given}\n"))
        assert loaded.dossier is not None
        assert [problem.code for problem in loaded.problems] == codes
        point = loaded.dossier.issues["truce"].reference_point
        assert point is not None
        assert KINDS["duration"].plain(point.value, Frame()) == value


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", "empty-field: `reference_point` is empty."),
        ("2 dyas", "unreadable-value: "),
        ("{as: plan}", "misplaced-statement: `as` stands inside a reference point."),
        ("{valeu: 2 days}", "unknown-key: `valeu` is not a field here. Did you mean `value`?"),
    ],
)
def test_a_fault_of_a_reference_point_spoils_no_issue(given: str, expected: str) -> None:
    issue = f"truce: {{topic: War, title: Truce, kind: duration, reference_point: {given}}}"
    loaded = positions.loads(with_prelude(f"issues:\n  {issue}\n"))

    assert loaded.dossier is not None
    assert loaded.dossier.issues["truce"].reference_point is None
    (problem,) = loaded.problems
    assert f"{problem.code}: {problem.sentence} {problem.suggestion}".startswith(expected)
    assert problem.path[:3] == ("issues", "truce", "reference_point")


@pytest.mark.parametrize(
    ("kind", "named", "not_its_own", "refusal"),
    [
        (
            "checklist",
            "items: {dam: A dam}",
            "options: {lake: A lake, bay: A bay}",
            "{refuse: dam}",
        ),
        ("choice", "options: {dam: A dam, road: A road}", "items: {lake: A lake}", "not dam"),
    ],
)
def test_what_a_kind_has_no_use_for_is_not_read_into_an_issue(
    kind: str, named: str, not_its_own: str, refusal: str
) -> None:
    """A list that stands beside the one that the kind needs would else give the titles."""
    text = (
        f"issues:\n  works: {{topic: T, title: Works, kind: {kind}, {named}, {not_its_own}}}\n"
        f"memoranda: {{plan: {{party: north, date: 2025-06-01, positions: {{works: {refusal}}}}}}}\n"
    )
    loaded = positions.loads(with_prelude(text))

    assert loaded.dossier is not None
    assert [problem.code for problem in loaded.problems][:1] == ["misplaced-field"]
    (row,) = positions.compare(loaded.dossier).rows
    assert "a dam" in row.whole.sentence.lower()
