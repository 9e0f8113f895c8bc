"""Two analysts edit one dossier at the same time: what git's merge driver makes of it."""

from __future__ import annotations

import os
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.loader import loads
from positions.merge.blocks import TextBlock, entries
from positions.merge.data import merge_data
from positions.merge.lines import merge_lines, merge_order
from positions.merge.markers import ConflictMarkers, ConflictStyle
from positions.merge.three_way import Merged, check_merged, merge
from positions.problems.problem import has_errors
from tests.edits import (
    DOSSIERS,
    Edits,
    comments,
    conflicts_in_data,
    generated,
    git_merge,
    leaves,
    merged_leaves,
    resolved,
)

if TYPE_CHECKING:
    from pathlib import Path

BASE = """\
# Talks at the port of Vellis
dossier: {format: 1, title: Vellis, as_of: 2024-03-08}

sources:
  # Seen by the union
  gazette:
    publisher: Vellis Gazette
    date: 2024-03-05
  radio:
    publisher: Radio Vellis
    date: 2024-02-20

issues:

  # Pay

  pay-rise:
    title: Rise in basic pay
    kind: quantity  # in per cent
  notice:
    title: Notice before rosters change
    kind: duration
    note: >-
      Rosters change on
      Mondays only.

  # Work

  cranes:
    title: Cranes
    kind: choice
    options: {ban: None at all, free: As the port decides}
"""


def edit(text: str, *changes: tuple[str, str]) -> str:
    """Return a text with each of some pieces replaced; every piece stands in it once."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def both(ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> Merged:
    return merge(BASE, edit(BASE, *ours), edit(BASE, *theirs))


STORIES = {
    "one adds an issue, the other edits the position beside it": (
        [("  notice:\n", "  overtime:\n    kind: duration\n  notice:\n")],
        [("kind: quantity", "kind: scale")],
        [
            ("  notice:\n", "  overtime:\n    kind: duration\n  notice:\n"),
            ("kind: quantity", "kind: scale"),
        ],
    ),
    "both add a source at the end": (
        [("    date: 2024-02-20\n", "    date: 2024-02-20\n  office: {publisher: Port}\n")],
        [("    date: 2024-02-20\n", "    date: 2024-02-20\n  leaflet: {publisher: Union}\n")],
        [
            (
                "    date: 2024-02-20\n",
                "    date: 2024-02-20\n  office: {publisher: Port}\n  leaflet: {publisher: Union}\n",
            )
        ],
    ),
    "both add the same source": (
        [("    date: 2024-02-20\n", "    date: 2024-02-20\n  office: {publisher: Port}\n")],
        [("    date: 2024-02-20\n", "    date: 2024-02-20\n  office: {publisher: Port}\n")],
        [("    date: 2024-02-20\n", "    date: 2024-02-20\n  office: {publisher: Port}\n")],
    ),
    "both add the same source, each with a field of its own": (
        [("\nissues:", "  office:\n    publisher: Port\n    date: 2024-03-06\n\nissues:")],
        [("\nissues:", "  office:\n    publisher: Port\n    reliability: A\n\nissues:")],
        [
            (
                "\nissues:",
                "  office:\n    publisher: Port\n    date: 2024-03-06\n    reliability: A\n\nissues:",
            )
        ],
    ),
    "one wraps a text anew, the other changes a value of the same issue": (
        [("Rosters change on\n      Mondays only.", "Rosters change on Mondays\n      only.")],
        [("kind: duration", "kind: date")],
        [
            ("Rosters change on\n      Mondays only.", "Rosters change on Mondays\n      only."),
            ("kind: duration", "kind: date"),
        ],
    ),
    "one wraps a text anew, the other changes its words": (
        [("Rosters change on\n      Mondays only.", "Rosters change on Mondays\n      only.")],
        [("Mondays only", "Fridays only")],
        [("Mondays only", "Fridays only")],
    ),
    "one changes the words of a text that the other wraps anew": (
        [("Mondays only", "Fridays only")],
        [("Rosters change on\n      Mondays only.", "Rosters change on Mondays\n      only.")],
        [("Mondays only", "Fridays only")],
    ),
    "both write the same new value, each in their way": (
        [("title: Cranes", 'title: "Remote cranes"')],
        [("title: Cranes", "title: Remote cranes")],
        [("title: Cranes", 'title: "Remote cranes"')],
    ),
    "one changes a value, the other the comment behind it": (
        [("kind: quantity  # in", "kind: scale  # in")],
        [("# in per cent", "# in points")],
        [("kind: quantity  # in per cent", "kind: scale  # in points")],
    ),
    "one takes the comment behind a value away, the other changes the value": (
        [("quantity  # in per cent", "quantity")],
        [("kind: quantity", "kind: scale")],
        [("quantity  # in per cent", "scale")],
    ),
    "one moves the comment behind a value to the right, the other rewords it": (
        [("quantity  # in", "quantity      # in")],
        [("# in per cent", "# in points")],
        [("# in per cent", "# in points")],
    ),
    "one comments on an issue, the other changes it": (
        [("  notice:\n", "  # Raised by the union\n  notice:\n")],
        [("title: Notice before rosters", "title: Warning before rosters")],
        [
            ("  notice:\n", "  # Raised by the union\n  notice:\n"),
            ("title: Notice before rosters", "title: Warning before rosters"),
        ],
    ),
    "both comment on the same issue": (
        [("  notice:\n", "  # Raised by the union\n  notice:\n")],
        [("  notice:\n", "  # Refused by the port\n  notice:\n")],
        [("  notice:\n", "  # Raised by the union\n  # Refused by the port\n  notice:\n")],
    ),
    "one rewords a heading, the other adds an issue under it": (
        [("# Work", "# Work and safety")],
        [("  cranes:\n", "  safety:\n    kind: text\n  cranes:\n")],
        [
            ("# Work", "# Work and safety"),
            ("  cranes:\n", "  safety:\n    kind: text\n  cranes:\n"),
        ],
    ),
    "both add an issue under the same heading": (
        [("  pay-rise:\n", "  bonus: {kind: text}\n  pay-rise:\n")],
        [("  pay-rise:\n", "  pensions: {kind: text}\n  pay-rise:\n")],
        [("  pay-rise:\n", "  bonus: {kind: text}\n  pensions: {kind: text}\n  pay-rise:\n")],
    ),
    "both add a source under a comment that stands directly above the first": (
        [("  gazette:\n", "  office: {publisher: Port}\n  gazette:\n")],
        [("  gazette:\n", "  leaflet: {publisher: Union}\n  gazette:\n")],
        [
            (
                "  gazette:\n",
                "  office: {publisher: Port}\n  leaflet: {publisher: Union}\n  gazette:\n",
            )
        ],
    ),
    "one takes an issue away, the other changes the next one": (
        [("  pay-rise:\n    title: Rise in basic pay\n    kind: quantity  # in per cent\n", "")],
        [("kind: duration", "kind: date")],
        [
            ("  pay-rise:\n    title: Rise in basic pay\n    kind: quantity  # in per cent\n", ""),
            ("kind: duration", "kind: date"),
        ],
    ),
    "one takes an issue away, the other only a comment of it": (
        [("  pay-rise:\n    title: Rise in basic pay\n    kind: quantity  # in per cent\n", "")],
        [("  # in per cent", "")],
        [("  pay-rise:\n    title: Rise in basic pay\n    kind: quantity  # in per cent\n", "")],
    ),
    "both take the same issue away": (
        [("    title: Cranes\n    kind: choice\n", "")],
        [("    title: Cranes\n    kind: choice\n", "")],
        [("    title: Cranes\n    kind: choice\n", "")],
    ),
    "one renames an issue, the other adds one behind it": (
        [("  notice:\n", "  roster-notice:\n")],
        [("\n  # Work\n", "  rosters: {kind: text}\n\n  # Work\n")],
        [
            ("  notice:\n", "  roster-notice:\n"),
            ("\n  # Work\n", "  rosters: {kind: text}\n\n  # Work\n"),
        ],
    ),
    "one puts the sources into another order, the other adds one and changes one": (
        [
            (
                "  # Seen by the union\n  gazette:\n    publisher: Vellis Gazette\n    date: 2024-03-05\n",
                "",
            ),
            (
                "    date: 2024-02-20\n",
                "    date: 2024-02-20\n  gazette:\n    publisher: Vellis Gazette\n    date: 2024-03-05\n",
            ),
        ],
        [("    date: 2024-02-20\n", "    date: 2024-02-21\n  office: {publisher: Port}\n")],
        [
            (
                "  # Seen by the union\n  gazette:\n    publisher: Vellis Gazette\n    date: 2024-03-05\n",
                "",
            ),
            (
                "    date: 2024-02-20\n",
                "    date: 2024-02-21\n  office: {publisher: Port}\n  gazette:\n    publisher: Vellis Gazette\n    date: 2024-03-05\n",
            ),
        ],
    ),
    "both add blank lines": (
        [("  notice:\n", "\n  notice:\n")],
        [("  notice:\n", "\n\n  notice:\n")],
        [("  notice:\n", "\n  notice:\n")],
    ),
    "one adds a section at the end, the other a remark": (
        [("free: As the port decides}\n", "free: As the port decides}\nmemoranda:\n")],
        [("free: As the port decides}\n", "free: As the port decides}\n\n# To be continued\n")],
        [
            (
                "free: As the port decides}\n",
                "free: As the port decides}\nmemoranda:\n\n# To be continued\n",
            )
        ],
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "expected"), STORIES.values(), ids=STORIES)
def test_two_edits_become_one(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert both(ours, theirs) == Merged(edit(BASE, *expected))


CLASHES = {
    "both change the same value": (
        [("title: Cranes", "title: Remote cranes")],
        [("title: Cranes", "title: New cranes")],
        ("issues", "cranes", "title"),
        "<<<<<<< ours\n    title: Remote cranes\n=======\n    title: New cranes\n>>>>>>> theirs\n    kind: choice\n",
    ),
    "one takes away what the other changes": (
        [("    kind: quantity  # in per cent\n", "")],
        [("kind: quantity", "kind: scale")],
        ("issues", "pay-rise", "kind"),
        "    title: Rise in basic pay\n<<<<<<< ours\n=======\n    kind: scale  # in per cent\n>>>>>>> theirs\n  notice:\n",
    ),
    "one takes an issue away on which the other comments": (
        [("  pay-rise:\n    title: Rise in basic pay\n    kind: quantity  # in per cent\n", "")],
        [("  # in per cent", "  # in points")],
        ("issues", "pay-rise"),
        "<<<<<<< ours\n=======\n\n  pay-rise:\n    title: Rise in basic pay\n    kind: quantity  # in points\n>>>>>>> theirs\n",
    ),
    "both reword the same comment": (
        [("# Seen by the union", "# Union's own")],
        [("# Seen by the union", "# Seen by all")],
        ("sources", "gazette"),
        "sources:\n<<<<<<< ours\n  # Union's own\n=======\n  # Seen by all\n>>>>>>> theirs\n  gazette:\n",
    ),
    "both reword the same heading": (
        [("# Work", "# Work and safety")],
        [("# Work", "# At work")],
        ("issues",),
        "<<<<<<< ours\n\n  # Work and safety\n=======\n\n  # At work\n>>>>>>> theirs\n\n  cranes:\n",
    ),
    "both put another comment behind a value": (
        [("# in per cent", "# in points")],
        [("# in per cent", "# yearly")],
        ("issues", "pay-rise", "kind"),
        "<<<<<<< ours\n    kind: quantity  # in points\n=======\n    kind: quantity  # yearly\n>>>>>>> theirs\n",
    ),
    "both put a comment behind the same key of a mapping": (
        [("  cranes:\n", "  cranes:  # new\n")],
        [("  cranes:\n", "  cranes:  # old\n")],
        ("issues", "cranes"),
        "<<<<<<< ours\n  cranes:  # new\n=======\n  cranes:  # old\n>>>>>>> theirs\n    title: Cranes\n",
    ),
    "one makes a mapping of what the other changes": (
        [("title: Cranes", "title:\n      en: Cranes")],
        [("title: Cranes", "title: New cranes")],
        ("issues", "cranes", "title"),
        "<<<<<<< ours\n    title:\n      en: Cranes\n=======\n    title: New cranes\n>>>>>>> theirs\n    kind: choice\n",
    ),
    "one comments a value that the other makes a wrapped text": (
        [("title: Cranes", "title: Cranes  # sic")],
        [("title: Cranes", "title: >-\n      New cranes")],
        ("issues", "cranes", "title"),
        "<<<<<<< ours\n    title: Cranes  # sic\n=======\n    title: >-\n      New cranes\n>>>>>>> theirs\n    kind: choice\n",
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "keys", "lines"), CLASHES.values(), ids=CLASHES)
def test_a_clash_marks_the_smallest_entry(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]], keys: tuple[str, ...], lines: str
) -> None:
    merged = both(ours, theirs)
    assert merged.conflicts == (keys,)
    assert merged.text is not None
    assert lines in merged.text
    assert merged.text.count("<<<<<<< ") == 1


def test_what_both_sides_add_differently_under_one_key_clashes() -> None:
    merged = both(
        [("\n\nsources:", "\nevents:\n  strike: 1\n\nsources:")],
        [("\n\nsources:", "\nevents:  # none yet\n  strike: 2\n\nsources:")],
    )
    assert merged.conflicts == (("events", "strike"),)
    assert "events:  # none yet\n<<<<<<< ours\n  strike: 1\n=======\n" in (merged.text or "")


def test_a_section_that_stood_empty_is_filled_from_both_sides() -> None:
    base = "issues:\nevents:\n"
    merged = merge(base, "issues:\n  a: 1\nevents:\n", "issues:  # new\n  b: 2\nevents:\n")
    assert merged == Merged("issues:  # new\n  a: 1\n  b: 2\nevents:\n")


def test_the_same_remark_may_stand_twice() -> None:
    base = "# --\n\na: 1\n\n# --\n\nb: 2\n"
    ours, theirs = edit(base, ("a: 1", "a: 2")), edit(base, ("b: 2", "c: 3\nb: 2"))
    assert merge(base, ours, theirs).text == edit(base, ("a: 1", "a: 2"), ("b: 2", "c: 3\nb: 2"))


def test_a_comment_out_of_line_stays_with_the_first_entry_below_it() -> None:
    base = "a:\n      # deep\n  b: 1\n  c: 2\n"
    ours, theirs = base.replace("  b: 1\n", "  b: 3\n"), base.replace("deep", "deeper")
    assert merge(base, ours, theirs).text == "a:\n      # deeper\n  b: 3\n  c: 2\n"


def test_markers_are_as_git_asks_for_them() -> None:
    merged = merge(
        "a: 1\n",
        "a: 2\n",
        "a: 3\n",
        markers=ConflictMarkers("HEAD", "parent of 1f", "", 9, ConflictStyle.DIFF3),
    )
    assert merged.text == (
        "<<<<<<<<< HEAD\na: 2\n||||||||| parent of 1f\na: 1\n=========\na: 3\n>>>>>>>>>\n"
    )


LONG = ("a:\n  title: >-\n    one\n    two\n    three\n", "two", ("2", "zwei"))


def test_the_base_stands_in_a_conflict_where_git_is_told_so() -> None:
    base, word, (mine, yours) = LONG
    sides = base, base.replace(word, mine), base.replace(word, yours)
    markers = ConflictMarkers(style=ConflictStyle.ZDIFF3)
    assert merge(*sides, markers=markers).text == (
        "a:\n  title: >-\n    one\n<<<<<<< ours\n    2\n||||||| base\n"
        "  title: >-\n    one\n    two\n    three\n=======\n    zwei\n>>>>>>> theirs\n    three\n"
    )
    shown = merge(*sides, markers=ConflictMarkers(style=ConflictStyle.DIFF3)).text or ""
    assert shown.count("    one\n") == 3
    assert "|||||||" not in (merge(*sides).text or "")


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_conflicts_can_be_settled_for_a_side(side: Literal["ours", "theirs"]) -> None:
    base = "a: 1\nb: 1\n# c\n"
    merged = merge(base, "a: 2\nb: 1\n# d\n", "a: 3\nb: 4\n# e\n", favours=side)
    assert merged.text == {"ours": "a: 2\nb: 4\n# d\n", "theirs": "a: 3\nb: 4\n# e\n"}[side]
    assert merged.conflicts == (("a",), ())


@pytest.mark.parametrize("form", ["dossier: {{as_of: {}}}\n", "dossier:\n  as_of: {}  # up to\n"])
@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ("2025-06-03", '"2025-06-02T18:00"', "2025-06-03"),
        ("2025-06-03", "2025-06-05", "2025-06-05"),
        ("2025-06-03", "2025-06-03", "2025-06-03"),
        ("2025-05-30", "2025-06-03", None),
        ("2025-06-03", "soon", None),
        ("2025-06-03", "", None),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_later_day_holds_where_both_sides_moved_it_on(
    form: str, ours: str, theirs: str, merged: str | None, ends: str
) -> None:
    texts = [form.format(day).replace("\n", ends) for day in ("2025-06-02T09:00", ours, theirs)]
    for sides in (texts[1:], texts[:0:-1]):
        found = merge(texts[0], *sides)
        assert bool(found.conflicts) is (merged is None)
        assert merged is None or found.text == form.format(merged).replace("\n", ends)
    assert merge("dossier: as_of\n", "dossier: a\n", "dossier: b\n").conflicts


# ------------------------------------------------------------------------------ records on one line


ARMY = "issues:\n  army: {topic: War, title: Ceiling, unit: soldiers}  # as agreed\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        (("Ceiling", "Size"), ("soldiers", "troops"), "{topic: War, title: Size, unit: troops}"),
        (("title: Ceiling, ", ""), ("soldiers", "troops"), "{topic: War, unit: troops}"),
        (
            ("soldiers", "soldiers, limit: maximum"),
            ("soldiers", "troops, near: 5"),
            "{topic: War, title: Ceiling, unit: troops, limit: maximum, near: 5}",
        ),
        (("topic: War, ", ""), (", unit: soldiers", ""), "{title: Ceiling}"),
        (("War", '"War"'), ("War", "Peace"), "{topic: Peace, title: Ceiling, unit: soldiers}"),
        (
            ("Ceiling", "'A, b}'"),
            ("soldiers", "troops"),
            "{topic: War, title: 'A, b}', unit: troops}",
        ),
        (
            ("Ceiling", "Size"),
            ("{topic: War", "{ topic: Wax"),
            "{ topic: Wax, title: Size, unit: soldiers}",
        ),
    ],
)
def test_a_record_on_one_line_merges_by_its_fields(
    ours: tuple[str, str], theirs: tuple[str, str], merged: str
) -> None:
    found = merge(ARMY, ARMY.replace(*ours), ARMY.replace(*theirs))
    assert found.conflicts == ()
    assert found.text == f"issues:\n  army: {merged}  # as agreed\n"
    turned = merge(ARMY, ARMY.replace(*theirs), ARMY.replace(*ours))
    assert turned.conflicts == ()


def test_what_was_an_alias_before_is_not_merged_by_fields() -> None:
    base = "x: &k {b: 1}\na: *k\n"
    merged = merge(base, base.replace("*k", "{b: 2}"), base.replace("*k", "{b: 1, c: 3}"))
    assert merged.conflicts == (("a",),)


def test_records_within_a_record_on_one_line_merge_too() -> None:
    base = "parties: {north: {name: North, short: N}, south: {name: South}}\n"
    found = merge(
        base,
        base.replace("name: North", "name: Nord"),
        base.replace("short: N", "short: NN").replace("South}", "South}, east: {name: East}"),
    )
    assert found.text == (
        "parties: {north: {name: Nord, short: NN}, south: {name: South}, east: {name: East}}\n"
    )


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("a: {b: 1, c: 2}\n", "a: {b: 2, c: 2}\n", "a: {b: 3, c: 2}\n"),
        ("a: {b: 1}\n", "a: {b: 2}\n", "a: {}\n"),
        ("a: {b: 1}\n", "a: {}\n", "a: {b: 1, c: 2}\n"),
        ("a: {b: 1}\n", "a: {b: 1, d: 2}\n", "a: {b: 1, d: 3}\n"),
        ("a: {b: 1, c: 2}\n", "a: {b: 2, c: 2}\n", "a: {c: 2}\n"),
        ("a: {b: 1, # x\n c: 2}\n", "a: {b: 2, # x\n c: 2}\n", "a: {b: 1, # x\n c: 3}\n"),
        ("a: &k {b: 1, c: 2}\n", "a: &k {b: 2, c: 2}\n", "a: &k {b: 1, c: 3}\n"),
        ("a: [1, 2]\n", "a: [1, 2, 3]\n", "a: [0, 1, 2]\n"),
        (
            "a: {b: 1, c: 1, d: 1}\n",
            "a: {c: 2, b: 1, d: 1}\n",
            "a: {b: 1, d: 2, c: 1}\n",
        ),
    ],
)
def test_a_line_that_both_sides_changed_otherwise_is_a_conflict_of_the_line(
    base: str, ours: str, theirs: str
) -> None:
    merged = merge(base, ours, theirs)
    assert merged.conflicts == (("a",),)
    assert merged.text == f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


# ------------------------------------------------------------------------- comments that stand once


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("  a: 1\n  # C\n", "  a: 1\n  # C\n  n: 1\n", "  a: 1\n  # C\n  m: 1\n"),
        (
            "  a: 1\n\n  # C\n  b: 1\n",
            "  a: 1\n\n  # C\n  n: 1\n",
            "  a: 1\n\n  # C\n\n  b: 1\n",
        ),
        (
            "  a: 1\n\n  # C\n  b: 1\n",
            "  a: 1\n  b: 1\n  # C\n",
            "  a: 1\n  # C\n  c: 1\n  b: 1\n",
        ),
        (
            "  a: 1\n\n  # C\n\n  b: 1\n",
            "  a: 1\n\n  # C\n  b: 1\n",
            "  a: 1\n\n  # C\n  n: 1\n\n  b: 1\n",
        ),
    ],
)
def test_a_comment_that_comes_to_belong_to_two_entries_stands_once(
    base: str, ours: str, theirs: str
) -> None:
    top, end = "issues:\n", "parties: 2\n"
    sides = [f"{top}{text}{end}" for text in (base, ours, theirs)]
    for merged in (merge(*sides), merge(sides[0], sides[2], sides[1])):
        assert merged.conflicts == ()
        assert merged.text is not None
        assert merged.text.count("# C\n") == 1


def test_what_both_sides_comment_anew_in_the_same_words_stands_twice() -> None:
    base = "a: 1\nb: 1\n"
    merged = merge(base, "# to be checked\na: 1\nb: 1\n", "a: 1\n# to be checked\nb: 1\n")
    assert merged.text == "# to be checked\na: 1\n# to be checked\nb: 1\n"


def test_a_comment_in_a_conflict_counts_once() -> None:
    base = "issues:\n  a: 1\n  # C\n"
    merged = merge(base, "issues:\n  a: 2\n  # C\n  n: 1\n", "issues:\n  a: 3\n  # C\n  m: 1\n")
    assert merged.conflicts == (("issues", "a"),)
    assert (merged.text or "").count("# C") == 1
    moved = merge("a: 1\n# C\nb: 1\n", "# C\na: 2\nb: 1\n", "a: 3\n# C\nc: 1\nb: 1\n")
    assert moved.conflicts


# -------------------------------------------------------------- line ends, marks, and where git decides


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("last_end", ["", "\n"])
def test_line_ends_a_mark_and_a_missing_last_line_end_are_kept(
    mark: str, line_end: str, last_end: str
) -> None:
    def dressed(text: str) -> str:
        return mark + (text.removesuffix("\n") + last_end).replace("\n", line_end)

    ours, theirs = edit(BASE, ("Mondays", "Fridays")), edit(BASE, ("Rise in", "Raise of"))
    both_in_one = edit(BASE, ("Mondays", "Fridays"), ("Rise in", "Raise of"))
    assert merge(*map(dressed, (BASE, ours, theirs))).text == dressed(both_in_one)


def test_a_side_that_turns_to_other_line_ends_is_followed() -> None:
    ours = BASE.replace("\n", "\r\n")
    theirs = edit(BASE, ("Mondays", "Fridays")).removesuffix("\n")
    expected = edit(BASE, ("Mondays", "Fridays")).removesuffix("\n").replace("\n", "\r\n")
    assert merge(BASE, ours, theirs) == Merged(expected)
    assert merge(BASE, theirs, ours) == Merged(expected)


def test_a_conflict_at_the_end_of_a_text_without_last_line_end_keeps_its_markers() -> None:
    text = merge("a: 1", "a: 2", "a: 3").text
    assert text == "<<<<<<< ours\na: 2\n=======\na: 3\n>>>>>>> theirs\n"


def test_two_files_added_at_once_are_merged_from_nothing() -> None:
    assert merge("", "a: 1\nb: 2\n", "a: 1\nc: 3\n") == Merged("a: 1\nb: 2\nc: 3\n")
    assert merge("", "", "") == Merged("")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: 1\na: 2\n", "The text of `theirs` has errors as YAML."),
        ("a: [1\n", "The text of `theirs` has errors as YAML."),
        ("- a\n- b\n", "The text of `theirs` is not a block of `key: value` lines."),
        ("{a: 1}\n", "The text of `theirs` is not a block of `key: value` lines."),
        ("? a\n: 1\n", "The text of `theirs` is not a block of `key: value` lines."),
        ("a\n", "The text of `theirs` is not a block of `key: value` lines."),
        ("a: 1\r\nb: 2\n", "The text of `theirs` ends its lines in different ways."),
        ("a: 1\rb: 2\r", "The text of `theirs` has unusual line breaks."),
        ("a: x\u2028y\n", "The text of `theirs` has unusual line breaks."),
        ("a: |\n  \tx\n", "The text of `theirs` is indented with tabs."),
        ("a: 1\n...\n", "The text of `theirs` has lines that are neither an entry nor a comment."),
        (
            "%YAML 1.1\n---\na: 1\n",
            "The text of `theirs` has lines that are neither an entry nor a comment.",
        ),
        ('a: "x"# said\n', "The text of `theirs` has something after a value that is no comment."),
        ("a: |\n  x", "The text of `theirs` ends where a line break would count."),
        ("a\n: 1\n", "The text of `theirs` has errors as YAML."),
    ],
)
def test_what_has_no_lines_by_key_is_left_to_git(text: str, reason: str) -> None:
    assert merge("a: 1\n", "a: 2\n", text) == Merged(None, reason=reason)


def test_the_reason_names_the_text_that_is_at_fault() -> None:
    labels = ("HEAD", "1f2e3d", "main")
    broken, sound = "a: [1\n", "a: 1\n"
    for texts, label in (
        ((broken, sound, sound), "1f2e3d"),
        ((sound, broken, sound), "HEAD"),
        ((sound, sound, broken), "main"),
    ):
        reason = f"The text of `{label}` has errors as YAML."
        assert merge(*texts, markers=ConflictMarkers(*labels)) == Merged(None, reason=reason)


def test_a_conflict_that_could_not_be_read_when_settled_for_one_side_is_left_to_git() -> None:
    base = "# a\n---\nb: 1\n"
    ours, theirs = "# c\n---\nd: 2\nb: 1\n", "---\n# e\nb: 1\n"
    assert merge(base, ours, theirs).text is None
    assert merge(base, theirs, ours).text is None


def test_lines_that_would_not_read_as_both_sides_meant_are_left_to_git() -> None:
    base = "a: &x [1]\nb: 2\n"
    merged = merge(base, "a: &x [1, 2]\nb: 2\n", "a: &x [1]\nb: *x\n")
    reason = "The merged lines would not read as what both sides say together."
    assert merged == Merged(None, reason=reason)
    deeper = textwrap.indent("b: 1\nc: 2\n", "    ")
    assert (
        merge("a:\n  b: 1\n  c: 2\n", f"a:\n{deeper}", "a:\n  b: 1\n  c: 2\n  d: 3\n").reason
        == reason
    )
    assert merge("a:\n  b: 1\n  c: 2\n", "a:\n  c: 2\n", "a:\n  b: 1\n").reason == reason
    assert merge("a: 1\n", "a: 2\nb: &x 1\n", "a: 3\nb: &x 1\n").text is not None


def test_two_new_orders_of_the_same_entries_are_left_to_git() -> None:
    merged = merge("a: 1\nb: 2\nc: 3\n", "b: 2\na: 1\nc: 3\n", "a: 1\nc: 3\nb: 2\n")
    assert merged == Merged(None, reason="Both sides put the same entries into different orders.")


# --------------------------------------------------------------------- problems that neither side had


DOSSIER = """\
dossier: {format: 1, title: Talks, as_of: 2025-06-02}
parties:
  north: {name: North}
  south: {name: South}
sources:
  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
issues:
  truce: {title: Truce, kind: duration}
  border: {title: Border, kind: text}
memoranda:
  north-paper:
    party: north
    form: memorandum
    read: whole
    date: 2025-06-01
    sources: [paper]
    positions:
      truce: 30 days
"""


def test_a_position_on_an_issue_that_the_other_side_took_away_is_a_new_problem() -> None:
    ours = edit(DOSSIER, ("  border: {title: Border, kind: text}\n", ""))
    theirs = edit(DOSSIER, ("truce: 30 days\n", "truce: 30 days\n      border: open\n"))
    merged = merge(DOSSIER, ours, theirs)
    assert merged.conflicts == ()
    assert merged.text is not None
    found = check_merged(ours, theirs, merged.text, "talks.yaml")
    assert [(problem.code, problem.path) for problem in found] == [
        ("unknown-issue", ("memoranda", "north-paper", "positions", "border"))
    ]
    assert found[0].span is not None
    assert found[0].span.file == "talks.yaml"


def test_a_problem_that_one_side_had_is_not_new() -> None:
    ours = edit(DOSSIER, ("truce: 30 days", "truce: thirty"))
    theirs = "# Seen\n" + DOSSIER
    merged = merge(DOSSIER, ours, theirs)
    assert merged.text is not None
    assert has_errors(loads(merged.text).problems)
    assert check_merged(ours, theirs, merged.text) == ()


# ------------------------------------------------------------------------------------ generated edits


MERGES = 500 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 100


@pytest.mark.no_cover
def test_no_edit_and_no_comment_is_lost_in_very_many_merges(tmp_path: Path) -> None:
    mine = gits = 0
    for seed in range(MERGES):
        edits = generated(seed)
        merged = merge(*edits)
        assert merged.text is not None, seed
        clashes = conflicts_in_data(merged.text, merged.conflicts)
        for winner in ("ours", "theirs"):
            settled = resolved(merged.text, winner)
            assert leaves(settled) == merged_leaves(edits, clashes, winner), seed
        if merged.conflicts:
            mine += 1
        else:
            assert_keeps_comments(edits, merged.text, seed)
            new = check_merged(edits.ours, edits.theirs, merged.text)
            assert has_errors(new) == has_errors(loads(merged.text).problems), seed
        gits += git_merge(edits, tmp_path)[1] > 0
    assert mine < gits


def assert_keeps_comments(edits: Edits, text: str, seed: int) -> None:
    base, ours, theirs, merged = map(comments, (*edits, text))
    for comment in ours | theirs:
        least, most = sorted((ours[comment], theirs[comment]))
        needed = least if comment in base else most
        assert needed <= merged[comment] <= most, (seed, comment)


@pytest.mark.no_cover
def test_a_clean_merge_of_the_generated_edits_is_the_same_for_either_side() -> None:
    for seed in range(MERGES // 5):
        edits = generated(seed)
        merged, swapped = merge(*edits), merge(edits.base, edits.theirs, edits.ours)
        assert len(merged.conflicts) == len(swapped.conflicts)
        if not merged.conflicts:
            assert leaves(merged.text or "") == leaves(swapped.text or "")


@pytest.mark.parametrize("seed", range(5))
def test_what_one_side_alone_does_is_taken_to_the_letter(seed: int) -> None:
    base, ours, _ = generated(seed)
    assert merge(base, ours, base) == Merged(ours)
    assert merge(base, base, ours) == Merged(ours)
    assert merge(base, ours, ours) == Merged(ours)


# ----------------------------------------------------------------------------------- its parts, alone


def test_mappings_that_both_sides_put_in_the_place_of_a_value_clash() -> None:
    assert merge_data({"a": 1}, {"a": {"b": 1}}, {"a": {"c": 1}}).conflicts == (("a",),)


SHAPES = """\
---
# about
a:   # one
  # two
  b:
  c: ~   # three
  d: >-  # four
    text
    text

  # five
  e: |+
    kept

  "f" : 'in
    quotes'  # six
  g:
  - 1   # seven
  - k: v
    # eight
  h: !!str x
  i: plain
    text  # nine
  j: !!map
    k: 1
  l: [1,
    2]
  m: &anchor >+
    kept

    # ten is text

  # eleven

  # twelve
# thirteen
n:

  # fourteen

  o: *anchor

# fifteen

"""


def keys(entry: TextBlock) -> object:
    return entry.key if entry.inner is None else {entry.key: [keys(one) for one in entry.inner]}


def test_the_lines_of_all_entries_are_the_text() -> None:
    whole = entries(SHAPES)
    assert whole.text == SHAPES
    assert keys(whole) == {
        "": [
            {"a": [*"bcdefghijlm"]},
            {"n": ["", "o"]},
        ]
    }
    a = (whole.inner or ())[0]
    assert (a.above, a.tail) == (("---\n", "# about\n"), "   # one")
    assert a.below == ("  # eleven\n", "\n", "  # twelve\n")
    assert (whole.inner or ())[1].above == ("# thirteen\n",)
    assert whole.below == ("\n", "# fifteen\n", "\n")


@pytest.mark.parametrize("text", [*DOSSIERS, BASE, "", "# nothing\n\n", "\n"])
def test_dossiers_fall_into_entries_to_the_character(text: str) -> None:
    assert entries(text).text == text


def test_an_entry_that_differs_only_in_its_data_is_the_same_lines() -> None:
    entry = (entries("a: 1\n").inner or ())[0]
    assert replace(entry, data="other") == entry


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("ab", "ab", "ab", "ab"),
        ("ab", "axb", "ab", "axb"),
        ("ab", "axb", "ayb", "axyb"),
        ("ab", "xb", "ay", "xy"),
        ("abc", "xbc", "aby", "xby"),
        ("ab", "b", "ab", "b"),
        ("ab", "b", "b", "b"),
        ("ab", "b", "xb", None),
        ("ab", "xb", "yb", None),
        ("abc", "ac", "abxc", "axc"),
        ("abcd", "ad", "abxcd", None),
        ("abcd", "xbcy", "xbcd", "xbcy"),
    ],
)
def test_lines_are_merged_where_the_changes_do_not_overlap(
    base: str, ours: str, theirs: str, merged: str | None
) -> None:
    found = merge_lines(base, ours, theirs)
    assert found == (None if merged is None else tuple(merged))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "order"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "abxc", "abyc", "abxyc"),
        ("abc", "xabc", "yabc", "xyabc"),
        ("abc", "abcx", "abcyz", "abcxyz"),
        ("abc", "ac", "abxc", "abxc"),
        ("abc", "cab", "abxc", "cabx"),
        ("abc", "abxc", "cab", "cabx"),
        ("abc", "cab", "cabx", "cabx"),
        ("abc", "cab", "bac", None),
    ],
)
def test_what_a_side_adds_follows_what_it_follows_there(
    base: str, ours: str, theirs: str, order: str | None
) -> None:
    found = merge_order(base, ours, theirs)
    assert found == (None if order is None else list(order))


PLAIN = st.recursive(
    st.sampled_from(["1", "2", None]),
    lambda inner: (
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3) | st.lists(inner, max_size=2)
    ),
    max_leaves=6,
)


@given(PLAIN, PLAIN)
def test_data_that_one_side_alone_changed_are_taken_as_they_are(base: object, side: object) -> None:
    for found in (
        merge_data(base, side, base),
        merge_data(base, base, side),
        merge_data(base, side, side),
    ):
        assert (found.data, found.conflicts) == (side, ())


@given(PLAIN, PLAIN, PLAIN)
def test_a_merge_of_data_settled_for_a_side_has_no_conflict(
    base: object, ours: object, theirs: object
) -> None:
    found = merge_data(base, ours, theirs)
    swapped = merge_data(base, theirs, ours)
    assert set(found.conflicts) == set(swapped.conflicts)
    settled = frozenset(found.conflicts)
    assert merge_data(base, ours, theirs, settled=settled) == replace(found, conflicts=())
    other = merge_data(base, ours, theirs, settled=settled, side="theirs")
    assert (other.data, other.conflicts) == (swapped.data, ())


def test_data_merge_by_key() -> None:
    base = {"a": {"x": "1", "y": ["1"]}, "b": "1", "c": {"z": "1"}}
    ours = {"a": {"x": "2", "y": ["1"]}, "b": "2"}
    theirs = {"a": {"x": "1", "y": ["1", "2"]}, "b": "3", "c": {"z": "2"}, "d": "4"}
    found = merge_data(base, ours, theirs)
    assert found.data == {"a": {"x": "2", "y": ["1", "2"]}, "b": "2", "d": "4"}
    assert found.conflicts == (("b",), ("c",))
