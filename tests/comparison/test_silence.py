"""Silence is a claim about a text: no output says more of one than was read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import positions
from positions.comparison.cell_lines import cell_lines
from positions.comparison.compare import compare
from positions.model.moment import Moment
from tests.from_docstring import with_prelude
from tests.rendered import comparison_text

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier

LIMIT = "as far as it was read"


def _cell(comparison: Comparison, party: str = "north", issue: str = "truce") -> str:
    row = comparison.row(issue)
    standings = [line.standings[party] for line in row.leaves]
    lines = cell_lines(comparison.dossier, row.issue, standings)
    return " / ".join(line.text for line in lines)


def test_silence_that_a_position_states_of_a_text_read_in_part_is_limited(
    comparison: Comparison,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: I-II, date: 2025-05-20, sources: [paper],
             positions: {truce: silent}}
      offer: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
              positions: {truce: 30 days}}
    """
    line = comparison.row("truce").whole

    assert _cell(comparison) == f"silent, {LIMIT}"
    assert f"North's text has nothing on this, {LIMIT}." in line.sentence
    assert all(LIMIT in gap.sentence for gap in line.gaps)
    assert LIMIT in _text(comparison)


def test_silence_of_a_text_known_in_part_is_limited_by_that(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, disclosure: partial, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: silent}}
      offer: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
              positions: {truce: 30 days}}
    """
    line = comparison.row("truce").whole

    assert _cell(comparison) == "silent, as far as it is known"
    assert "North's text has nothing on this, as far as it is known." in line.sentence
    assert str(comparison.convergence) == "0 of 1, at most 1"


def test_silence_of_a_text_read_whole_has_no_limit(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: silent}}
      offer: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
              positions: {truce: 30 days}}
    """
    assert _cell(comparison) == "silent"
    assert LIMIT not in comparison.row("truce").whole.sentence


def test_a_text_read_whole_is_no_more_than_the_one_that_it_works_on(
    comparison: Comparison,
) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
    memoranda:
      draft: {party: south, form: memorandum, read: I-II, date: 2025-05-01, sources: [paper],
              positions: {truce: silent, flag: a white one}}
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             based_on: draft, positions: {flag: {as: draft}}}
    """
    assert _cell(comparison).startswith(f"silent, {LIMIT}")


def test_an_option_that_a_text_read_in_part_is_silent_on_is_limited(
    comparison: Comparison,
) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: I-II, date: 2025-05-20, sources: [paper],
             options: {one: {title: One}, two: {title: Two}},
             positions: {truce: {alternatives: {one: 10 days, two: silent}}}}
      offer: {party: south, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
              positions: {truce: 30 days}}
    """
    sentence = comparison.row("truce").whole.sentence

    assert f"Two / silent, {LIMIT}" in _cell(comparison)
    assert f"Under “Two”, North's text has nothing on this, {LIMIT}." in sentence


def test_many_that_are_silent_are_told_by_how_much_of_their_texts_was_read(
    comparison: Comparison,
) -> None:
    """
    parties: {a: {name: A}, b: {name: B}, c: {name: C}, d: {name: D}, e: {name: E}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      pa: {party: a, form: memorandum, date: 2025-05-20, sources: [paper],
           positions: {truce: 9 days}}
      pb: {party: b, form: memorandum, date: 2025-05-20, sources: [paper],
           positions: {truce: silent}}
      pc: {party: c, form: memorandum, date: 2025-05-20, sources: [paper],
           positions: {truce: silent}}
      pd: {party: d, form: memorandum, date: 2025-05-20, sources: [paper],
           positions: {truce: silent}}
      pe: {party: e, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
           positions: {truce: silent}}
    """
    sentence = comparison.row("truce").whole.sentence

    assert "The texts of B, C and D have nothing on this, as far as they were read." in sentence
    assert "E's text has nothing on this." in sentence


def test_words_of_one_moment_that_are_silent_are_limited() -> None:
    loaded = positions.loads(
        with_prelude(
            """
            issues: {truce: {topic: War, title: Truce, kind: duration}}
            memoranda:
              plan: {party: north, form: memorandum, date: 2025-05-20, sources: [paper],
                     positions: {truce: silent}}
              note: {party: north, form: memorandum, date: 2025-05-20, sources: [paper],
                     positions: {truce: 30 days}}
            """
        )
    )
    assert loaded.dossier is not None
    found = compare(loaded.dossier)

    assert f"silent, {LIMIT}" in _cell(found)
    assert f"nothing, {LIMIT}" in found.row("truce").whole.sentence


def test_silence_alone_raises_no_issue(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text, parts: {red: Red, blue: Blue}}
      tax: {topic: War, title: Tax, kind: text, parts: {old: Old, new: New}}
      song: {topic: War, title: Song, kind: text}
      drum: {topic: War, title: Drum, kind: text}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-20
        sources: [paper]
        options: {one: {title: One}, two: {title: Two}}
        positions:
          truce: {alternatives: {one: silent, two: unseen}}
          flag: {parts: {red: silent}, rest: unseen}
          tax: {parts: {old: silent}, rest: a low one}
          song: unseen
      reply: {party: south, form: memorandum, read: whole, date: 2025-05-25, sources: [paper],
              positions: {song: the old one}}
    """
    early = compare(dossier, as_of=Moment.parse("2025-05-21"))

    assert [row.issue.id for row in early.rows] == ["tax"]
    assert early.convergence.rows == 1
    assert [row.issue.id for row in compare(dossier).rows] == ["tax", "song"]


def test_what_another_account_says_of_a_silence_raises_its_issue(comparison: Comparison) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: [paper],
             positions: {truce: {value: silent, accounts: {radio: {value: 9 days, sources: [paper]}}}}}
    """
    assert [row.issue.id for row in comparison.rows] == ["truce"]


def _text(comparison: Comparison) -> str:
    return " ".join(comparison_text(comparison).split())
