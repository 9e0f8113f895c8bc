"""Is a record added where an analyst would have put it, and written as its neighbours are?"""

from __future__ import annotations

import pytest

from positions.authoring.edits import NoPlace, edited, key_filled
from positions.authoring.entries import entry_added
from positions.reading.reader import read

RECORD = {"title": "The dam, again"}
EVENT = {"title": "The dam", "part_of": "flow"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # The last one of its section, as the one before it.
        (
            "events:\n  go: {title: Go}  # early\nissues: {}\n",
            "events:\n  go: {title: Go}  # early\n  dam: {title: The dam, part_of: flow}\nissues: {}\n",
        ),
        (
            "events:\n    go:\n        title: Go\n\nissues: {}\n",
            (
                "events:\n    go:\n        title: Go\n    dam:\n      title: The dam\n"
                "      part_of: flow\n\nissues: {}\n"
            ),
        ),
        ("events: {go: {title: Go}}", "events: {go: {title: Go}, dam: {title: The dam, part_of: flow}}"),
        ("events: {}\n", "events: {dam: {title: The dam, part_of: flow}}\n"),
        # In a section that is empty, or is not there.
        (
            "events:  # none yet\nissues: {}\n",
            "events:  # none yet\n  dam:\n    title: The dam\n    part_of: flow\nissues: {}\n",
        ),
        ("events:", "events:\n  dam:\n    title: The dam\n    part_of: flow\n"),
        (
            "parties: {}\nissues: {}\n",
            "parties: {}\nevents:\n  dam:\n    title: The dam\n    part_of: flow\nissues: {}\n",
        ),
        # With the line ends of the file.
        (
            "events:\r\n  go: {title: Go}\r\n",
            "events:\r\n  go: {title: Go}\r\n  dam: {title: The dam, part_of: flow}\r\n",
        ),
    ],
)  # fmt: skip
def test_a_record_is_added(before: str, after: str) -> None:
    edit = entry_added(read(before, "x"), "events", "dam", {**EVENT})
    assert edited(before, [edit]) == after


def test_signs_of_yaml_are_quoted_in_braces() -> None:
    text = "events: {go: {title: Go}}"
    edit = entry_added(read(text, "x"), "events", "dam", {**RECORD})
    assert edited(text, [edit]) == 'events: {go: {title: Go}, dam: {title: "The dam, again"}}'


def test_what_is_there_is_not_added_again() -> None:
    with pytest.raises(NoPlace, match="`go` is in `events` already"):
        entry_added(read("events: {go: {title: Go}}", "x"), "events", "go", {**EVENT})


def test_what_is_no_section_takes_no_record() -> None:
    with pytest.raises(NoPlace, match="`events` is not a mapping"):
        entry_added(read("events: [go]", "x"), "events", "dam", {**EVENT})
    with pytest.raises(NoPlace, match=r"`a\.b` has no place for `c`"):
        key_filled(read("a: {b: }", "x"), ("a", "b"), "c", "1")
