"""Does a dossier that declares little come to the same as one that declares everything?"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

import positions
from positions.binding.filled_in import filled_in
from positions.changes.leaves import canonical
from tests.marked import faults, read_marked
from tests.paths import DOSSIERS

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison

SMALLEST = """\
dossier: {format: 1, title: Talks}
parties: {n: North, s: South}
issues: {truce: duration}
shared: {sources: {publisher: Radio, date: 2025-06-01, title: News}}
memoranda:
  n: {positions: {truce: 30 days}}
  s: {positions: {truce: 20 days}}
"""

IN_FULL = """\
dossier: {format: 1, title: Talks, as_of: 2025-06-01}
parties: {n: {name: North}, s: {name: South}}
sources: {radio-2025-06-01-news: {publisher: Radio, date: 2025-06-01, title: News}}
issues: {truce: {topic: Issues, title: Truce, kind: duration}}
memoranda:
  n: {party: n, form: report, date: 2025-06-01, sources: [radio-2025-06-01-news],
      positions: {truce: 30 days}}
  s: {party: s, form: report, date: 2025-06-01, sources: [radio-2025-06-01-news],
      positions: {truce: 20 days}}
"""

WAGES = """\
dossier: {format: 1, title: The Lorvain pay round}
parties:
  union: Foundry Workers' Union
  employers: Foundry Employers
  board: {name: Conciliation Board, role: mediator}
events: {signing: the agreement is signed}
issues:
  pay-rise: {unit: "%", near: 0.5 percentage points}
  one-off: {unit: crowns}
  floor: {unit: crowns a month, limit: minimum}
  first-day: {kind: date, limit: minimum}
  bonus: {unit: crowns a shift, parts: [night, weekend]}
  hours: {unit: hours, limit: maximum}
  notice: {kind: duration, near: 2 weeks}
  home: {ordered: true, options: [no day, two days, four days, eight days], near: 1 step}
  length: duration
  peace: {options: [no strikes at all, warning strikes only]}
shared: {form: memorandum, read: whole}
memoranda:
  union:
    date: 2031-02-10
    sources: {publisher: Foundry Workers' Union, date: 2031-02-10, title: Demands}
    positions:
      pay-rise: at least 6.5 %
      one-off: 1,200
      floor: at least 220
      first-day: from 1 January 2031
      bonus: {parts: {night: 45, weekend: 60}}
      hours: at most 35
      notice: at least 4 weeks
      home: at least four days
      length: 12 months
      peace: to be agreed
  employers:
    date: 2031-03-03
    sources: {publisher: Foundry Employers, date: 2031-03-03, title: Second offer}
    positions:
      pay-rise: 2.5-3 %
      one-off: {value: up to 800, conditions: [signing]}
      floor: 90
      first-day: from 1 April 2031
      bonus: {parts: {night: 45, weekend: none}}
      hours: 38
      notice: 2 weeks
      home: two days
      length: at least 24 months
      peace: no strikes at all
  board:
    date: 2031-03-15
    disclosure: partial
    sources: {publisher: Lorvain Courier, date: 2031-03-15, title: A middle way}
    positions:
      pay-rise: about 4.5 %
      floor: 150
      first-day: 1 February 2031
      hours: 36.5
      length: 18 months
"""
"""What `tests/dossiers/wages.yaml` says, by someone who types no more than has to be."""

TABLE = (
    "dossier: {format: 1, title: Trade talks}\n"
    "parties: {north: North, south: South, isles: The Isles, east: East, west: West}\n"
    "issues:\n"
    + "".join(
        f"  {name}: {{unit: {unit}}}\n"
        for name, unit in (
            *(("steel-quota", "tonnes"), ("beef-quota", "tonnes"), ("rice-quota", "tonnes")),
            *(("car-duty", '"%"'), ("wine-duty", '"%"'), ("cloth-duty", '"%"')),
            ("visas-a-year", "visas"),
        )
    )
    + "  first-review: duration\n  transition: duration\n"
    "  court: {options: [standing court, arbitration, none at all]}\n"
    "shared: {sources: {publisher: The Gazette, date: 2025-06-01, title: Where they stand}}\n"
    "memoranda:\n"
    + "".join(
        f"  {party}:\n    positions:\n"
        f"      steel-quota: {number}0,000\n      beef-quota: {number},500\n"
        f"      rice-quota: {number},000\n      car-duty: {number} %\n"
        f"      wine-duty: {number}5 %\n      cloth-duty: none\n"
        f"      visas-a-year: {number}00\n      first-review: {number} years\n"
        f"      transition: {number} months\n      court: arbitration\n"
        for number, party in enumerate(("north", "south", "isles", "east", "west"), start=1)
    )
)


def compared(text: str) -> Comparison:
    loaded = positions.loads(text, "talks.yaml")
    assert not loaded.problems, [str(one) for one in loaded.problems]
    assert loaded.dossier is not None
    return positions.compare(loaded.dossier)


def values_in(comparison: Comparison) -> int:
    """Return how many values are recorded, part by part."""
    return sum(
        standing.speaks
        for row in comparison.rows
        for line in row.parts or (row.whole,)
        for standing in line.standings.values()
    )


def test_two_values_are_compared_in_250_bytes() -> None:
    assert len(SMALLEST.encode()) <= 250
    assert values_in(compared(SMALLEST)) == 2


@pytest.mark.parametrize(("text", "values"), [(WAGES, 27), (TABLE, 50)])
def test_a_table_is_typed_in_70_bytes_a_value(text: str, values: int) -> None:
    assert values_in(compared(text)) == values
    assert len(text.encode()) <= 70 * values


def test_what_is_left_out_is_what_stands_in_full() -> None:
    short, full = (positions.loads(text).dossier for text in (SMALLEST, IN_FULL))
    assert short is not None
    assert full is not None
    assert canonical(short) == canonical(full)


def test_the_wage_dispute_comes_to_the_same() -> None:
    full = compared((DOSSIERS / "wages.yaml").read_text(encoding="utf-8"))
    short = compared(WAGES)
    found, expected = (
        [
            (line.status, line.distance, len(line.standings))
            for row in comparison.rows
            for line in (row.whole, *row.parts)
        ]
        for comparison in (short, full)
    )
    assert found == expected


def test_what_was_filled_in_is_said() -> None:
    loaded = positions.loads(SMALLEST)
    assert loaded.dossier is not None
    assert filled_in(loaded.data, loaded.dossier) == (
        "`as_of` is 2025-06-01, the last day in the dossier",
        "1 issue has the topic “Issues”",
        "1 issue is called by the id",
        "2 documents are reports",
        "2 reports have the day of their source",
        "2 documents are of the party whose id they have",
    )
    full = positions.loads(IN_FULL)
    assert full.dossier is not None
    assert filled_in(full.data, full.dossier) == ()


def test_the_kind_is_the_one_that_needs_the_fields() -> None:
    loaded = read_marked(
        """
        issues:
          a: {unit: tons}
          b: {unit: prisoners, between: [north, south]}
          c: {options: [x, y]}
          d: {items: [x, y]}
          e: {ends: [No, Yes]}
          «f: {limit: maximum}
          «g: {options: [x, y], items: [x, y]}
        """
    )
    assert loaded.dossier is not None
    kinds = ["quantity", "exchange", "choice", "checklist", "scale"]
    assert [one.kind for one in loaded.dossier.issues.values()] == kinds
    assert "5 issues are of the kind that their fields show" in filled_in(
        loaded.data, loaded.dossier
    )


def test_nothing_is_filled_in_that_is_not_known() -> None:
    assert faults(
        """
        «dossier: {format: 1, title: Talks}
        issues: {truce: duration}
        memoranda:
          «north: {positions: {truce: 30 days}}
          «letter: {form: statement, date: 2025-06-01}
          «speech: {party: south, form: statement, sources: [paper]}
        """
    ) == [
        "missing-field: `as_of` is missing. Add `as_of:`.",
        "missing-field: `date` is missing. Add `date:`.",
        "missing-field: `party` is missing. Add `party:`.",
        "missing-field: `date` is missing. Add `date:`.",
    ]


def test_no_day_is_missing_where_a_section_that_may_have_it_is_misspelt() -> None:
    assert faults(
        """
        dossier: {format: 1, title: Talks, «scribe: me}
        issues: {truce: duration}
        «memorandum:
          north: {date: 2025-06-01, positions: {truce: 30 days}}
        """
    ) == [
        (
            "unknown-key: `scribe` is not a field here. The fields are `format`, `title`, `as_of`, "
            "`credibility`, `note`."
        ),
        "unknown-key: `memorandum` is not a section of a dossier. Did you mean `memoranda`?",
    ]


def test_a_document_says_otherwise_than_what_is_shared() -> None:
    loaded = read_marked(
        """
        issues: {truce: duration}
        shared: {form: memorandum, read: whole, date: 2025-06-01, known: 2025-06-02, sources: paper}
        memoranda:
          north: {positions: {truce: 30 days}}
          south: {read: part, date: 2025-05-01, published: 2025-05-02, positions: {truce: 1 day}}
          talk: {party: south, form: statement, positions: {truce: 5 days}}
        """
    )
    assert loaded.dossier is not None
    assert [
        (one.form, one.read, str(one.date), str(one.known), one.sources)
        for one in loaded.dossier.memoranda.values()
    ] == [
        ("memorandum", "whole", "2025-06-01", "2025-06-02", ("paper",)),
        ("memorandum", "part", "2025-05-01", "2025-05-02", ("paper",)),
        ("statement", "part", "2025-06-01", "2025-06-02", ("paper",)),
    ]


def test_a_fault_of_what_is_shared_is_told_once() -> None:
    assert faults(
        """
        issues: {truce: duration}
        shared: {form: statement, date: 2025-06-01, sources: [«papr]}
        memoranda:
          north: {positions: {truce: 30 days}}
          south: {positions: {truce: 30 days}}
        """
    ) == ["unknown-source: `papr` is not a source. Did you mean `paper`?"]
    assert faults("shared: {form: «speech, date: 2025-06-01, «party: north}\n") == [
        (
            "wrong-value: `form` has a value that is not known here. "
            "Write `memorandum`, `statement` or `report`."
        ),
        "unknown-key: `party` is not a field here. It is a field of a document.",
    ]
    assert faults("shared: «[paper]\n") == [
        "wrong-shape: `shared` is a list. It should be a mapping of fields."
    ]
    assert faults("shared:\n") == []


def test_a_source_is_written_where_it_is_used() -> None:
    loaded = read_marked(
        """
        sources:
          paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
          the-paper-2025-06-01-page-two: {publisher: Other, date: 2025-06-01, title: Other}
        issues: {truce: duration, land: text}
        memoranda:
          plan:
            party: north
            form: memorandum
            date: 2025-06-01
            sources: [paper, {publisher: The Paper, date: 2025-06-01, title: Page two}]
            positions:
              truce:
                value: 30 days
                sources: {publisher: Radio, date: 2025-06-01, title: "*"}
                accounts:
                  aide: {value: 5 days, sources: {title: "*", publisher: Radio, date: 2025-06-01}}
                reservation:
                  value: 1 day
                  basis: stated
                  sources: [{publisher: Radio, date: 2025-06-02, title: Night}]
        outcomes:
          deal:
            issue: truce
            date: 2025-06-02
            value: 3 days
            sources: [{publisher: Radio, date: 2025-06-01, title: "!"}]
        """
    )
    dossier = loaded.dossier
    assert dossier is not None
    plan = dossier.memoranda["plan"]
    truce = plan.positions["truce"]
    assert plan.sources == ("paper", "the-paper-2025-06-01-page-two-2")
    assert truce.sources == ("radio-2025-06-01",)
    assert truce.accounts["aide"].sources == ("radio-2025-06-01",)
    assert truce.reservation is not None
    assert truce.reservation.sources == ("radio-2025-06-02-night",)
    assert dossier.outcomes["deal"].sources == ("radio-2025-06-01-2",)
    assert [str(dossier.sources[name].title) for name in dossier.sources][2:] == [
        "Page two",
        "*",
        "Night",
        "!",
    ]


def test_a_source_that_cannot_be_read_hides_no_position() -> None:
    loaded = read_marked(
        """
        issues: {truce: duration}
        memoranda:
          plan:
            party: north
            form: memorandum
            date: 2025-06-01
            sources: [paper]
            positions:
              truce: {value: 30 days, sources: [paper, «{publisher: P, date: 2025-06-01}]}
        """
    )
    assert loaded.dossier is not None
    position = loaded.dossier.memoranda["plan"].positions["truce"]
    assert position.sources == ("paper",)
    assert position.value is not None


def test_words_in_a_list_get_ids_of_their_own() -> None:
    loaded = read_marked(
        textwrap.dedent(
            """
            issues:
              land: {options: [Contact line, "Borders of '91", Граница]}
              price: {kind: checklist, items: [No arms, A vote], parts: [This year, 2026]}
            shared: {sources: paper}
            memoranda:
              north: {positions: {land: contact line, price: {parts: {this-year: [no-arms]}}}}
              plan:
                party: south
                form: memorandum
                date: 2025-06-01
                options: [First way, second]
                positions:
                  land: {alternatives: {first-way: borders-of-91, second: граница}}
                  price: {parts: {"2026": {only: [a vote]}}}
            """
        )
    )
    assert loaded.dossier is not None
    land, price = loaded.dossier.issues.values()
    assert {name: one.title for name, one in land.options.items()} == {
        "contact-line": "Contact line",
        "borders-of-91": "Borders of '91",
        "граница": "Граница",
    }
    assert list(price.items) == ["no-arms", "a-vote"]
    assert list(price.parts) == ["this-year", "2026"]
    assert list(loaded.dossier.memoranda["plan"].options) == ["first-way", "second"]
