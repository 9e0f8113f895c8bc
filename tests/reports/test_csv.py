"""Can a spreadsheet take the comparison, and does nothing in it run there?"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.cli import main as cli
from positions.cli import terminal
from positions.problems.errors import WrongUse
from positions.reports.comparison.csv import comparison_csv, comparison_csv_wide
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier

DESCRIPTION = Path("docs/spreadsheet.md").read_text(encoding="utf-8")
FORMULA = re.compile(r"[\s\"]*[-=+@]")


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_line_an_issue_and_one_for_each_part(comparison: Comparison) -> None:
    """
    events: {retreat: {title: The retreat}}
    issues:
      truce: {topic: War, title: Truce, kind: duration, disputed: Who broke the last one.}
      arms: {topic: War, title: Arms, kind: quantity, unit: tons, parts: {guns: Guns, shells: Shells}}
    memoranda:
      n:
        party: north
        form: memorandum
        read: whole
        title: Plan
        date: 2025-06-01
        sources: [paper]
        positions:
          truce: {value: 30 days, starts: retreat, conditions: none, red_line: true}
          arms: {parts: {guns: "1,000"}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-02, disclosure: partial, sources: [paper],
          positions: {truce: 3 days, arms: 5}}
    """
    truce, arms, guns, shells = read(comparison_csv(comparison))

    assert truce == {
        "topic": "War",
        "issue": "truce",
        "title": "Truce",
        "part": "",
        "part title": "",
        "status": "divided",
        "distance": "27 days",
        "figure": "27",
        "North: position": "30 days",
        "North: terms": "starts: The retreat | without conditions",
        "North: blank": "",
        "North: remarks": "red line",
        "North: document": "Plan, 2025-06-01",
        "North: sources": "paper",
        "South: position": "3 days",
        "South: terms": "",
        "South: blank": "",
        "South: remarks": "",
        "South: document": "memorandum, 2025-06-02",
        "South: sources": "paper",
        "sentence": comparison.row("truce").whole.sentence,
        "gap types": "quantity | condition | timing",
        "outcome": "",
        "disputed": "Who broke the last one.",
        "as of": "2025-06-02",
        "options": "",
        "kind": "duration",
        "unit": "",
        "limit": "",
        "between": "",
        "near": "",
        "ordered": "",
        "choices": "",
        "party ids": "north: North | south: South",
        "North: written": "{value: 30 days, starts: retreat, conditions: none}",
        "South: written": "3 days",
    }
    assert (arms["part"], arms["North: position"], arms["status"]) == ("", "", "divided")
    assert (guns["part"], guns["part title"], guns["North: position"]) == (
        "guns",
        "Guns",
        "1,000 tons",
    )
    assert (shells["North: position"], shells["North: blank"]) == ("", "silent")
    assert shells["North: document"] == "Plan, 2025-06-01"
    assert (guns["kind"], guns["unit"], guns["North: written"], arms["North: written"]) == (
        "quantity",
        "tons",
        "1,000",
        "",
    )


def test_a_value_is_written_as_a_dossier_reads_it(comparison: Comparison) -> None:
    """
    issues:
      swap: {unit: prisoners, between: [north, south]}
      price: {items: [Arms, Guns, Votes]}
      cap: {unit: men, limit: maximum}
    memoranda:
      north:
        date: 2025-06-01
        sources: [paper]
        positions: {swap: all for all, price: {demand: [arms], refuse: [guns]}, cap: no limit}
    """
    swap, price, cap = read(comparison_csv(comparison))

    assert (swap["between"], swap["North: written"]) == ("north | south", "all for all")
    assert price["North: written"] == "{demand: [arms], refuse: [guns]}"
    assert (cap["limit"], cap["North: written"], cap["South: written"]) == (
        "maximum",
        "no limit",
        "",
    )


def test_columns_are_chosen_by_their_headings(comparison: Comparison) -> None:
    """
    issues: {truce: duration}
    memoranda: {north: {date: 2025-06-01, sources: [paper], positions: {truce: 30 days}}}
    """
    text = comparison_csv(comparison, columns=("status", "issue", "position", "South: blank"))
    assert text.splitlines() == [
        "status,issue,North: position,South: position,South: blank",
        "unclear,truce,30 days,,uncoded",
    ]
    with pytest.raises(WrongUse, match=r"no column `postion`\. Did you mean `position`\?"):
        comparison_csv(comparison, columns=("postion",))
    with pytest.raises(WrongUse, match="The columns are topic, issue, title"):
        comparison_csv(comparison, columns=("zzz",))


def test_the_wide_form_has_a_line_a_party_and_a_column_an_issue(comparison: Comparison) -> None:
    """
    issues:
      truce: duration
      arms: {unit: tons, parts: {guns: Guns, shells: Shells}}
    events: {retreat: The retreat}
    memoranda:
      north:
        date: 2025-06-01
        sources: [paper]
        positions:
          truce: {value: 30 days, starts: retreat, conditions: none}
          arms: {parts: {guns: 5}}
      south: {date: 2025-06-01, sources: [paper], positions: {truce: declined}}
    """
    assert comparison_csv_wide(comparison).splitlines() == [
        "party,name,role,truce,arms/guns,arms/shells",
        (
            "north,North,party,30 days; starts: The retreat; without conditions (reported),"
            "5 tons (reported),uncoded"
        ),
        "south,South,party,declined,uncoded,uncoded",
    ]
    assert comparison_csv_wide(comparison, [comparison.row("truce")]).splitlines()[0] == (
        "party,name,role,truce"
    )


def test_alternatives_stand_beside_each_other_and_accounts_are_remarked(
    comparison: Comparison,
) -> None:
    """
    issues:
      seat: {topic: T, title: Seat, kind: choice, options: {here: Here, there: There}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], options: {a: Plan A},
          positions: {seat: {alternatives: {a: {value: here, by: south}, b: there},
                             accounts: {paper: {value: there, sources: [paper]}}}}}
    """
    (row,) = read(comparison_csv(comparison))

    assert row["North: position"] == "Plan A: Here | b: There"
    assert row["North: terms"] == "Plan A: by: South"
    assert row["North: remarks"] == "accounts differ"
    assert (row["South: blank"], row["South: document"]) == ("uncoded", "")


def test_a_column_that_is_no_party_says_how_it_lies_to_each(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, envoy: {name: Envoy, role: mediator}, south: {name: South}}
    issues: {truce: {topic: War, title: Truce, kind: duration}, other: {topic: War, title: Other, kind: text}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], options: {a: Plan A, b: Plan B},
          positions: {truce: {alternatives: {a: 30 days, b: at least 3 days}}}}
      e: {party: envoy, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], positions: {truce: 5 days, other: undisclosed}}
      s: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: [paper],
          positions: {truce: {value: 2 days, conditions: none}}}
    """
    row, other = read(comparison_csv(positions.compare(dossier, options={"north": ["a"]})))

    assert row["Envoy: relations"] == "North: apart, 25 days | South: apart, 3 days, on other terms"
    assert row["options"] == "“Plan A” of North"
    assert other["Envoy: relations"] == ""
    assert "North: relations" not in row


def test_only_the_rows_asked_for_and_parties_of_one_name_apart(comparison: Comparison) -> None:
    """
    parties: {a: {name: Union}, b: {name: Union}}
    issues: {i: {topic: T, title: I, kind: text}, j: {topic: T, title: J, kind: text}}
    """
    (row,) = read(comparison_csv(comparison, [comparison.row("j")]))

    assert row["issue"] == "j"
    assert {"Union (a): position", "Union (b): position"} <= row.keys()


def test_its_description_has_its_columns_and_what_is_done_to_a_cell(comparison: Comparison) -> None:
    """
    parties: {n: {name: North, role: mediator}, a: {name: A}, b: {name: B}}
    issues: {i: {topic: T, title: I, kind: text}}
    memoranda: {m: {party: n, form: statement, date: 2025-06-01, sources: [paper], positions: {i: x}}}
    """
    tables = DESCRIPTION.split("## What is done")
    described = [re.findall(r"^\| `([^`]+)` \| (.+) \|$", table, re.MULTILINE) for table in tables]

    columns = [
        name for name in read(comparison_csv(comparison))[0] if not name.startswith(("A: ", "B: "))
    ]
    assert [name for name, _ in described[0]] == columns
    assert described[1]
    assert {(written, cell.strip("`")) for written, cell in described[1]} <= set(CELLS)


CELLS = [
    ("=1+1", "'=1+1"),
    ("@sum", "'@sum"),
    ("+5", "'+5"),
    ("-5 %", "−5 %"),
    ("- none of it", "'- none of it"),
    ("\t=1", "'=1"),
    ("\r=1", "'=1"),
    ("a; =1", "a; '=1"),
    ("from -5 to -3", "from -5 to -3"),
    ("a = b", "a = b"),
    ('"=1', "\"'=1"),
]


@pytest.mark.parametrize(("written", "cell"), CELLS)
def test_no_cell_is_a_formula_and_a_minus_stays_one(written: str, cell: str) -> None:
    text = with_prelude(
        "issues: {i: {topic: T, title: I, kind: text}}\n"
        "memoranda:\n  m: {party: north, form: report, date: 2025-06-01, sources: [paper],\n"
        f"      positions: {{i: {{value: {json.dumps(written)}}}}}}}\n"
    )
    dossier = positions.loads(text).dossier
    assert dossier is not None
    assert read(comparison_csv(positions.compare(dossier)))[0]["North: position"] == cell


@given(st.text(alphabet=" -=+@;,\"'\t\r\n|a5\u202e", min_size=1, max_size=12))
def test_nothing_in_a_title_becomes_a_formula_where_a_semicolon_divides_cells(title: str) -> None:
    text = with_prelude(
        f"parties: {{a: {{name: {json.dumps(title)}}}}}\n"
        f"issues: {{i: {{topic: {json.dumps(title)}, title: {json.dumps(title)}, kind: text}}}}\n"
        "memoranda: {m: {party: a, form: statement, date: 2025-06-01, positions: {i: undisclosed}}}\n"
    )
    dossier = positions.loads(text).dossier
    assert dossier is not None
    table = comparison_csv(positions.compare(dossier))
    assert table.count("\r\n") == 2
    assert not re.search("[\t\r\n\u202e]", table.replace("\r\n", ""))
    assert [cell for row in read(table) for cell in row.values() if FORMULA.match(cell)] == []
    assert [cell for cell in re.split("[;\r\n]+", table) if FORMULA.match(cell)] == []


def test_a_spreadsheet_is_told_the_encoding_and_a_terminal_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(with_prelude("issues: {i: {topic: T, title: I, kind: text}}"), "utf-8")
    arguments = ("compare", "--format", "csv", str(path))

    def printed() -> str:
        assert cli.run(arguments, open_ui=lambda *_: 99) == 0
        return capsys.readouterr().out

    assert printed().startswith("\ufefftopic,issue,")
    monkeypatch.setattr("positions.cli.terminal.is_terminal", lambda _stream: True)
    assert printed().startswith("topic,issue,")
    monkeypatch.setattr("positions.cli.terminal.is_terminal", lambda _stream: False)
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), encoding="latin-1"))
    assert not terminal.byte_order_mark()
    monkeypatch.setattr("sys.stdout", None)
    assert not terminal.byte_order_mark()
