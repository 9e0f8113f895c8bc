"""What a party's cell says, line by line, and the same in one line of prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import positions
from positions.comparison.cell_lines import (
    CellLine,
    CellLineRole,
    LineWords,
    branch_title,
    cell_lines,
    terms_in_words,
)
from positions.record.settle import record

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def _cell(
    dossier: Dossier, issue: str = "truce", party: str = "north"
) -> list[tuple[str, str, int]]:
    """The lines of a cell as text, role and depth."""
    found = record(dossier)
    about = dossier.issues[issue]
    standings = [found.standing(party, issue, part) for part in about.parts or ("",)]
    return [
        (line.text, str(line.role), line.depth) for line in cell_lines(dossier, about, standings)
    ]


def _loaded(text: str) -> Dossier:
    dossier = positions.loads(text).dossier
    assert dossier is not None
    return dossier


def test_a_cell_has_its_value_then_each_term(dossier: Dossier) -> None:
    """
    events: {go: {title: The signal}}
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: paper
        positions:
          truce:
            value: P30D
            scope: the front
            starts: go
            until: at dusk
            by: [north, the guards]
            renewable: 1 week
            conditions: [go, no delay]
            after: go
            modality: should
            red_line: true
            accounts: {radio: {value: 20 days, sources: paper}}
    """
    assert _cell(dossier) == [
        ("30 days", "value", 0),
        ("scope: the front", "term", 0),
        ("starts: The signal", "term", 0),
        ("until: at dusk", "term", 0),
        ("by: North and the guards", "term", 0),
        ("renewable by 1 week", "term", 0),
        ("on condition: The signal; no delay", "term", 0),
        ("after: The signal", "term", 0),
        ("strength: should", "term", 0),
        ("accounts differ", "mark", 0),
        ("red line", "mark", 0),
    ]
    position = dossier.memoranda["plan"].positions["truce"]
    assert LineWords(dossier, dossier.issues["truce"]).one_line(position) == (
        "30 days; the front; by North and the guards; from the signal; until at dusk; renewable by "
        "1 week; after the signal, on condition of the signal and no delay; “should”"
    )


def test_a_blank_is_its_word(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}, flag: {topic: War, title: F, kind: text}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: paper,
             positions: {truce: {blank: declined, red_line: true}}}
    """
    assert _cell(dossier) == [("declined", "blank", 0)]
    assert _cell(dossier, "flag") == [("silent", "blank", 0)]
    assert _cell(dossier, "flag", "south") == [("uncoded", "blank", 0)]
    position = dossier.memoranda["plan"].positions["truce"]
    assert LineWords(dossier, dossier.issues["truce"]).value(position) == ""
    assert LineWords(dossier, dossier.issues["truce"]).one_line(position) == "declined"


def test_that_there_are_no_conditions_is_a_term_too(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: paper,
             positions: {truce: {value: 3 days, conditions: none, renewable: false}}}
    """
    position = dossier.memoranda["plan"].positions["truce"]
    assert terms_in_words(dossier, position) == ("not renewable", "without conditions")


def test_each_branch_has_its_title_and_what_it_says_below(dossier: Dossier) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: paper
        options: {one: "Option {1}"}
        positions:
          truce:
            alternatives:
              one: {value: 3 days, scope: the front}
              else: undisclosed
    """
    assert _cell(dossier) == [
        ("Option {1}", "branch", 0),
        ("3 days", "value", 1),
        ("scope: the front", "term", 1),
        ("else", "branch", 0),
        ("undisclosed", "blank", 1),
    ]
    standing = record(dossier).standing("north", "truce")
    assert branch_title(standing, "one") == "Option {1}"
    assert branch_title(record(dossier).standing("south", "truce"), "one") == "one"


def test_parts_on_which_a_party_stands_alike_share_their_lines(dossier: Dossier) -> None:
    """
    issues:
      land: {topic: Land, title: Land, kind: choice, options: {ours: Ours, theirs: Theirs},
             parts: {hill: The hill, lake: The lake, wood: The wood}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: paper,
          positions: {land: {parts: {hill: theirs}, rest: {value: ours, until: the spring}}}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: paper,
          positions: {land: ours}}
    """
    assert _cell(dossier, "land") == [
        ("The hill", "part", 0),
        ("Theirs", "value", 1),
        ("The lake, The wood", "part", 0),
        ("Ours", "value", 1),
        ("until: the spring", "term", 1),
    ]
    assert _cell(dossier, "land", "south") == [("Ours", "value", 0)]
    one_part = [record(dossier).standing("south", "land", "lake")]
    assert cell_lines(dossier, dossier.issues["land"], one_part) == (
        CellLine("The lake", CellLineRole.PART),
        CellLine("Ours", CellLineRole.VALUE, 1),
    )


def test_marks_say_whose_word_it_is_and_how_old(text: str) -> None:
    """
    parties: {north: {name: North}, south: {name: South, member_of: group}, group: {name: Group}}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      flag: {topic: War, title: Flag, kind: text}
      seat: {topic: War, title: Seat, kind: text}
      song: {topic: War, title: Song, kind: text}
      food: {topic: War, title: Food, kind: text}
    memoranda:
      ours: {party: group, form: statement, date: 2025-05-01, sources: paper, positions: {truce: 2 days}}
      leak: {party: north, form: report, date: 2025-05-01, sources: paper,
             positions: {truce: 3 days}}
      speech: {party: north, form: statement, date: 2025-05-02T09:00, sources: paper,
               positions: {flag: white}}
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, disclosure: partial, sources: paper,
             positions: {seat: here}}
      late: {party: north, form: report, date: 2025-05-21, sources: paper,
             positions: {seat: there, food: bread}}
      first: {party: north, form: statement, date: 2025-05-22, title: A talk, sources: paper,
              positions: {song: old}}
      second: {party: north, form: statement, date: 2025-05-22, sources: paper,
               positions: {song: new}}
    """
    dossier = _loaded(text)
    marks = {
        issue: [line for line, role, _ in _cell(dossier, issue) if role == "mark"]
        for issue in dossier.issues
    }
    assert marks == {
        "truce": ["earlier reported, 2025-05-01: 3 days"],
        "flag": ["older words, 2025-05-02"],
        "seat": ["since reported, 2025-05-21: there"],
        "song": [
            "said 2025-05-22",
            "said otherwise the same day in its statement of 2025-05-22: old",
        ],
        "food": ["reported, 2025-05-21; its own words: undisclosed"],
    }
    assert ("in the words of Group", "mark", 0) in _cell(dossier, "truce", "south")


def test_what_the_analyst_infers_is_marked_branch_by_branch(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      land: {topic: Land, title: Land, kind: text, parts: {hill: The hill, lake: The lake}}
    memoranda:
      plan:
        party: north
        form: memorandum
        date: 2025-06-01
        sources: paper
        positions:
          truce:
            alternatives:
              short: {value: 2 days, basis: inferred}
              long: {value: 30 days, basis: stated}
          land:
            parts: {hill: ours, lake: {value: theirs, basis: stated}}
            basis: inferred
      reply:
        party: south
        form: memorandum
        date: 2025-06-01
        sources: paper
        positions: {truce: {value: 2 days, basis: inferred}}
    """
    assert _cell(dossier) == [
        ("short", "branch", 0),
        ("2 days", "value", 1),
        ("inferred", "mark", 1),
        ("long", "branch", 0),
        ("30 days", "value", 1),
    ]
    assert _cell(dossier, party="south") == [("2 days", "value", 0), ("inferred", "mark", 0)]
    assert [(text, role) for text, role, _ in _cell(dossier, "land")] == [
        ("The hill", "part"),
        ("ours", "value"),
        ("inferred", "mark"),
        ("The lake", "part"),
        ("theirs", "value"),
    ]
