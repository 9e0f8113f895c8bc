"""Does a table become the dossier that a person would type from it, and nothing else?"""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

import positions
from positions.authoring.scalars import scalar
from positions.authoring.tables import cells, guesses
from positions.authoring.tables.cells import TableFault, read_table
from positions.authoring.tables.dossier_text import TableOrigin, dossier_text
from positions.authoring.tables.guesses import guessed
from positions.authoring.tables.layout import laid_out
from positions.reading.reader import read
from tests.authoring.tables.habits import TABLES, Habit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.loader import Loaded


def imported(
    content: bytes, *, decimal: str = "", dates: str = "", form: str = "report"
) -> tuple[str, guesses.Guesses, Loaded]:
    table = laid_out(read_table(content))
    found = guessed(table, decimal=decimal, dates=dates)
    text = dossier_text(table, found, TableOrigin("talks.csv", "2025-06-02", form=form))
    return text, found, positions.loads(text)


def values(loaded: Loaded) -> dict[tuple[str, str], object]:
    assert isinstance(loaded.data, dict)
    return {
        (issue, document["party"]): (
            said["value"] if isinstance(said, dict) and "value" in said
            else tuple(said) if isinstance(said, list) else said
        )
        for document in loaded.data["memoranda"].values()
        for issue, said in document["positions"].items()
        if not (isinstance(said, dict) and "value" not in said)
    }  # fmt: skip


@pytest.mark.parametrize("habit", TABLES.values(), ids=TABLES.keys())
def test_a_cell_is_typed_as_a_person_would_or_left_as_words(habit: Habit) -> None:
    _, found, loaded = imported(habit.content)
    kinds = {row.row.title.text: row.kind for row in found.rows}
    got = values(loaded)
    texts = {issue for issue, one in loaded.data["issues"].items() if one["kind"] == "text"}  # type: ignore[index]
    misread = {
        place: said for place, said in got.items()
        if place[0] not in texts and habit.typed.get(place) != said
    }  # fmt: skip
    assert misread == {}, kinds
    assert [problem.sentence for problem in loaded.problems if problem.severity == "error"] == []
    doubted = {re.split(r"[, ]", doubt)[0] for doubt in found.doubts}
    assert doubted == habit.doubtful


def test_of_cells_that_a_person_would_type_most_are_typed() -> None:
    wanted = typed = 0
    for habit in TABLES.values():
        _, _, loaded = imported(habit.content)
        got = values(loaded)
        wanted += len(habit.typed)
        typed += sum(got.get(place) == value for place, value in habit.typed.items())
    assert typed / wanted >= 0.9


def test_what_is_told_changes_what_nothing_decided() -> None:
    content = TABLES["signs that nothing decides"].content
    _, found, loaded = imported(content, decimal=".", dates="mdy")
    assert found.doubts == ()
    assert values(loaded) == {
        ("fund", "a-side"): "1,500",
        ("fund", "b-side"): "2,000",
        ("start", "a-side"): "2025-03-04",
        ("start", "b-side"): "2025-05-06",
    }
    _, _, other = imported(content, decimal=".", dates="dmy")
    assert values(other)["start", "a-side"] == "2025-04-03"


@pytest.mark.parametrize("habit", TABLES.values(), ids=TABLES.keys())
def test_what_another_habit_would_change_was_told_as_a_guess(habit: Habit) -> None:
    _, found, loaded = imported(habit.content)
    own, told = values(loaded), " ".join((*found.doubts, *found.remarks))
    for decimal, dates, words in (
        (".", "", "decimal"),
        (",", "", "decimal"),
        ("", "dmy", "--dates|day first|month first"),
        ("", "mdy", "--dates|day first|month first"),
    ):
        other = values(imported(habit.content, decimal=decimal, dates=dates)[2])
        if other != own:
            assert re.search(words, told), (decimal, dates, told)


def figures(values: Sequence[object]) -> list[list[str]]:
    return [re.findall("[0-9.,]+", str(value)) for value in values]


OTHER_UNITS = (
    ("EUR", "USD"),
    ("crowns", "pounds"),
    ("tonnes", "barrels"),
    ("soldiers", "guards"),
    ("months", "years"),
    ("hours", "days"),
    (" %", " points"),
)


@pytest.mark.parametrize(("unit", "other"), OTHER_UNITS)
def test_another_unit_changes_the_rows_that_name_it_and_is_their_reason(
    unit: str, other: str
) -> None:
    tried = 0
    for habit in TABLES.values():
        code = "utf-16" if habit.content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "cp1252"
        if habit.content[:2] == b"PK" or unit not in habit.content.decode(code):
            continue
        changed = habit.content.decode(code).replace(unit, other).encode(code)
        (_, one, before), (text, two, after) = imported(habit.content), imported(changed)
        for old, new in zip(one.rows, two.rows, strict=True):
            if not any(unit in cell.text for cell in old.row.cells):
                assert (old.kind, old.unit, old.values) == (new.kind, new.unit, new.values)
                continue
            tried += 1
            assert figures(old.values) == figures(new.values)
            if new.kind == "quantity":  # a span of time is a duration, and has no unit of a row
                assert new.unit == other.strip()
                assert new.reason.endswith(f"in {new.unit}")
                assert new.reason in text
        assert values(after).keys() == values(before).keys()
    assert tried


def test_words_that_cannot_be_read_are_kept_with_their_place() -> None:
    text, _, loaded = imported(TABLES["cells that say nothing"].content)
    assert "      quota:  # to do, C2: n/a\n        paraphrase: n/a (C2)\n" in text
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []


def test_a_workbook_says_what_was_passed_over() -> None:
    table = read_table(TABLES["a workbook"].content)
    assert table.remarks == (
        "Read the sheet `Talks`; not read: Old.",
        (
            "B6 holds a formula without a stored result. "
            "Open the workbook, save it, and import it again."
        ),
        "A1:C1 is one merged cell; its text counts for all of it.",
        "Hidden rows were read too: 5.",
    )
    text, _, loaded = imported(TABLES["a workbook"].content)
    assert loaded.dossier is not None
    assert loaded.dossier.header.title == "Talks of May"
    assert "note: said on the radio" in text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The table holds nothing. Name another sheet with --sheet."),
        (b"one\ntwo\n", "No row has two cells, so that none can be the row of headings."),
        (b"Issue,A\n", "No row below the headings names an issue in its first column."),
        (b"PK\x03\x04 broken", "The workbook cannot be opened; it may be damaged or locked"),
        (b"\xd0\xcf\x11\xe0....", "This is a workbook of the old form, .xls."),
    ],
)
def test_a_table_that_cannot_be_read_says_why(content: bytes, sentence: str) -> None:
    with pytest.raises(TableFault, match="^" + re.escape(sentence)):
        laid_out(read_table(content))


def test_a_named_sheet_encoding_or_header_that_is_not_there_is_said() -> None:
    with pytest.raises(TableFault, match=r"No sheet is called `Nix`\. There are: Talks, Old\."):
        read_table(TABLES["a workbook"].content, sheet="Nix")
    with pytest.raises(TableFault, match="No encoding is called `klingon`"):
        read_table(b"a,b\n", encoding="klingon")
    with pytest.raises(TableFault, match="The text is not in the encoding `ascii`"):
        read_table("a,ü\n".encode(), encoding="ascii")
    with pytest.raises(TableFault, match="Row 9 of the table is empty or not there"):
        laid_out(read_table(b"Issue,A\nPay,3\n"), header=9)


def test_hostile_tables_are_refused_before_they_cost_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cells, "MAX_CELLS", 3)
    with pytest.raises(TableFault, match="The table has 4 cells; at most 3 are read"):
        read_table(b"a,b\nc,d\n")
    monkeypatch.setattr(cells, "MAX_UNPACKED", 100)
    with pytest.raises(TableFault, match="bytes unpacked; at most 100 are read"):
        read_table(TABLES["a workbook"].content)


def test_a_claimed_dimension_costs_nothing() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"], sheet["A2"], sheet["B2"] = "Issue", "Hill", "Truce", "30 days"
    sheet["XFD1048576"].number_format = "0"
    stream = io.BytesIO()
    book.save(stream)
    assert len(read_table(stream.getvalue()).rows) == 2


def test_a_table_on_its_side_is_the_same_table() -> None:
    upright = laid_out(read_table(b"Issue,Hill,Vale\nTruce,30 days,2 days\nFund,$5,$6\n"))
    sideways = laid_out(
        read_table(b"Party,Truce,Fund\nHill,30 days,$5\nVale,2 days,$6\n"), parties_in_rows=True
    )
    assert [cell.text for cell in sideways.parties] == [cell.text for cell in upright.parties]
    assert [[c.text for c in row.cells] for row in sideways.rows] == [
        [c.text for c in row.cells] for row in upright.rows
    ]


@given(st.text(max_size=40))
def test_a_scalar_reads_as_it_was(text: str) -> None:
    written = read(f"a: {scalar(text)}\n", "x")
    if not written.problems:
        # Reading composes letters, so that an id is one id.
        assert written.data == {"a": unicodedata.normalize("NFC", text)}


@pytest.mark.parametrize("word", ["Unreadable", "or", "Not", "None", "silent", "unspecified"])
def test_a_word_that_values_use_is_no_id(word: str) -> None:
    _, _, loaded = imported(f"Issue,A,B\n{word},5 days,6 days\n".encode())
    assert [one for one in loaded.problems if one.severity == "error"] == []


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), min_size=2, max_size=5))
def test_whatever_a_table_holds_the_dossier_has_no_error(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    __import__("csv").writer(stream).writerows([["Issue", "Hill", "Vale"], *rows])
    try:
        _, _, loaded = imported(stream.getvalue().encode("utf-8", "replace"))
    except TableFault:
        return
    assert [str(problem) for problem in loaded.problems if problem.severity == "error"] == []


def test_two_spellings_of_a_unit_are_one_unit() -> None:
    _, found, loaded = imported(
        b"Issue,Hill,Vale,Moor\nShare,12%,up to 8 percent,10-12 %\nWheat,5 tonnes,1 tonne,7 tonnes\n"
    )
    assert [(row.kind, row.unit) for row in found.rows] == [
        ("quantity", "%"), ("quantity", "tonnes"),
    ]  # fmt: skip
    assert found.left == ()
    assert values(loaded)["share", "vale"] == "at most 8 %"


def test_two_units_in_a_row_are_named_and_marked() -> None:
    text, found, loaded = imported(b"Issue,Hill,Vale\nRain,100 mm,12 cm\nFee,EUR 5,USD 6\n")
    assert [row.kind for row in found.rows] == ["text", "text"]
    assert [told.partition(": a quantity has one unit.")[0] for told in found.left] == [
        "A2, `Rain`: its cells count in `mm` and in `cm`",
        "A3, `Fee`: its cells count in `EUR` and in `USD`",
    ]
    assert "    # to do: its cells count in `mm` and in `cm`: a quantity" in text
    assert values(loaded)["rain", "vale"] == "12 cm"


def test_no_cell_vanishes_untold() -> None:
    text, found, _ = imported(
        b"Issue,A,B,C,D\n"
        b"Truce,3 days,5 days,as soon as possible,a while\n"
        b"Quota,5 t,6 t,to be negotiated,-\n"
        b"Fee,7 t,8 t,-,soon\n"
    )
    assert found.left == (
        "D2, `as soon as possible`: it cannot be read as a duration. It is left uncoded.",
        "E2, `a while`: it cannot be read as a duration. It is left uncoded.",
        "D3, `to be negotiated`: it cannot be read as a figure. It is left uncoded.",
        "E4, `soon`: it cannot be read as a figure. It is left uncoded.",
        "E3, D4, `-`: taken for an empty cell.",
    )
    assert text.count("# to do, ") == 4
