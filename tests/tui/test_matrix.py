"""The matrix: is everything there at every width, and does each key lead where an analyst wants?"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from positions.comparison.compare import compare
from positions.comparison.rows import Status
from positions.model.dossier import Party
from tests.paths import DOSSIERS
from tests.tui.snapshots import assert_snapshot, running, screen_lines, screen_text, settled
from tui.app.app import PositionsApp
from tui.grid.layout import RowHeight, RowKind
from tui.issue.screen import IssueScreen
from tui.matrix.detail import DetailPanel
from tui.matrix.rows import RowOrder, two_signs
from tui.paint.glyphs import ASCII, UNICODE
from tui.paint.relations import relation_sign

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from positions.loader import Loaded
    from tui.matrix.screen import MatrixScreen

WIDTHS = [60, 80, 120, 200]


def matrix_of(pilot: Pilot[None]) -> MatrixScreen:
    assert isinstance(pilot.app, PositionsApp)
    return pilot.app.matrix


def cursor_of(pilot: Pilot[None]) -> tuple[str | None, str | None]:
    return matrix_of(pilot).grid.cursor


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def said(pilot: Pilot[None]) -> list[str]:
    """What the program has said in passing."""
    return [notification.message for notification in pilot.app._notifications]


# What it looks like ------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", WIDTHS)
async def test_at_the_start(harbour: str, columns: int) -> None:
    async with running(PositionsApp(harbour), size=(columns, 24)) as pilot:
        await assert_snapshot(pilot, f"matrix-{columns}-start")


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("last-party", ("right",)),
        ("last-row", ("G",)),
        ("magnifier", ("z",)),
        ("full", ("z", "z")),
        ("by-gap", ("s",)),
        ("by-topic", ("s", "s")),
        ("other-reference", ("right", "equals_sign")),
        ("parts", ("n", "n", "o")),
        ("marked", ("space", "down", "space")),
        ("detail", ("n", "plus")),
        ("help", ("question_mark",)),
        ("copy-menu", ("y",)),
    ],
)
async def test_after_a_key(harbour: str, name: str, keys: tuple[str, ...]) -> None:
    async with running(PositionsApp(harbour), size=(80, 24)) as pilot:
        await press(pilot, *keys)
        pilot.app.clear_notifications()
        await assert_snapshot(pilot, f"matrix-80-{name}")


async def test_help_stands_beside_a_wide_matrix(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(200, 40)) as pilot:
        await press(pilot, "question_mark")
        await assert_snapshot(pilot, "matrix-200-help")


ONE = """
    parties:
      north: {name: North}
    issues:
      ceasefire: {topic: Ceasefire, title: Length, kind: duration}
    memoranda:
      note:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: [paper]
        positions: {ceasefire: at least 30 days}
"""


async def test_one_party_alone(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(ONE)), size=(80, 14)) as pilot:
        await assert_snapshot(pilot, "matrix-80-one-party")
        await press(pilot, "p")
        assert said(pilot) == ["There is nothing to choose: the dossier has one party."]


def with_parties(number: int) -> str:
    lines = ["parties:"]
    lines += [f"  p{index}: {{name: Party {index}}}" for index in range(number)]
    lines += [
        "issues:",
        "  length: {topic: Ceasefire, title: Length, kind: duration}",
        "memoranda:",
    ]
    for index in range(number):
        lines += [
            f"  m{index}:",
            f"    party: p{index}",
            "    form: memorandum",
            "    read: whole",
            "    date: 2025-06-01",
            "    sources: [paper]",
            f"    positions: {{length: {10 + index // 3} days}}",
        ]
    return "\n".join(lines) + "\n"


async def test_ten_parties_come_in_pages(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(with_parties(10))), size=(120, 14)) as pilot:
        await assert_snapshot(pilot, "matrix-120-ten-parties")
        first = matrix_of(pilot).grid.shown_columns
        await press(pilot, "L")
        second = matrix_of(pilot).grid.shown_columns
        assert first != second
        # The signs on this page refer to a party of the page before.
        assert any(line.startswith("    Issue ◆Party 0") for line in screen_lines(pilot.app)[:5])
        await press(pilot, "H")
        assert matrix_of(pilot).grid.shown_columns == first
        await press(pilot, "f")
        assert [one.short for one in matrix_of(pilot).grid.data.columns[:2]] == ["P0", "P1"]


async def test_some_of_many_parties_can_be_chosen(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(with_parties(4))), size=(80, 20)) as pilot:
        await press(pilot, "p")
        await assert_snapshot(pilot, "matrix-80-party-picker")
        await press(pilot, "down", "space", "enter")
        columns = [column.id for column in matrix_of(pilot).grid.data.columns]
        assert columns == ["p0", "p2", "p3"]
        await press(pilot, "R")
        assert [column.id for column in matrix_of(pilot).grid.data.columns] == columns


async def test_a_few_of_many_parties_are_chosen_without_unticking_the_rest(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(with_parties(30))), size=(80, 24)) as pilot:
        await press(pilot, "p", "a", "down", "space", "down", "down", "space", "enter")
        columns = [column.id for column in matrix_of(pilot).grid.data.columns]
        assert columns == ["p1", "p3"]
        await press(pilot, "p", "a", "a", "enter")
        assert len(matrix_of(pilot).grid.data.columns) == 30


async def test_a_click_on_a_header_makes_the_party_the_reference(
    written: Callable[[str], str],
) -> None:
    async with running(PositionsApp(written(with_parties(10))), size=(120, 14)) as pilot:
        await press(pilot, "L")
        header = screen_lines(pilot.app)[2]
        await pilot.click("MatrixGrid", offset=(header.index("Party 4") + 1, 0))
        await settled(pilot)
        assert matrix_of(pilot).grid.data.reference == "p4"
        assert "◆ Party 4" in screen_lines(pilot.app)[2]
        assert "┤=├ 11 days" in screen_lines(pilot.app)[4]


async def test_at_least_one_party_has_to_be_chosen(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(with_parties(3))), size=(80, 20)) as pilot:
        await press(pilot, "p", "space", "down", "space", "down", "space", "enter")
        assert any("Tick at least one party." in line for line in screen_lines(pilot.app))
        await press(pilot, "escape")
        assert len(matrix_of(pilot).grid.data.columns) == 3


HOSTILE = """
    parties:
      north: {name: "[b]North[/b]"}
      south: {name: "\\u202enorth"}
    issues:
      length:
        topic: "[red]Topic[/]"
        title: "\\e[31mLength\\e[0m [link=x]"
        kind: text
    memoranda:
      a:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        title: "[bold]Note"
        sources: [paper]
        positions: {length: {value: "停火三十天 [/b] وقف إطلاق النار", paraphrase: "e\\u0301 \\u202e"}}
"""


@pytest.mark.parametrize("columns", [60, 200])
async def test_text_of_a_dossier_is_shown_and_does_nothing(
    written: Callable[[str], str], columns: int
) -> None:
    async with running(PositionsApp(written(HOSTILE)), size=(columns, 20)) as pilot:
        await assert_snapshot(pilot, f"matrix-{columns}-hostile-text")
        await press(pilot, "y", "escape", "question_mark", "escape")
        assert pilot.app.is_running


# Gaps --------------------------------------------------------------------------------------------


async def test_n_goes_where_the_parties_differ_and_says_when_it_begins_again(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        comparison = matrix_of(pilot)._rows.comparison  # type: ignore[union-attr]
        gaps = [
            row.issue.id
            for row in comparison.rows
            if row.status in {Status.DIVIDED, Status.NEAR, Status.UNCLEAR}
        ]
        start, _ = cursor_of(pilot)
        assert start == gaps[0]
        seen = []
        for _ in gaps:
            await press(pilot, "n")
            seen.append(cursor_of(pilot)[0])
        assert seen == [*gaps[1:], gaps[0]]
        assert said(pilot) == ["Back at the first."]
        await press(pilot, "N")
        assert cursor_of(pilot)[0] == gaps[-1]


async def test_a_gap_in_a_folded_topic_is_unfolded(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        matrix = matrix_of(pilot)
        matrix.action_fold_topics()
        await settled(pilot)
        headings = [row for row in matrix.grid.data.rows if row.kind is RowKind.HEADING]
        assert matrix.grid.folded == {row.id for row in headings}
        await press(pilot, "n")
        assert matrix.spot is not None
        matrix.grid.folded = frozenset()
        matrix.action_fold_topics()
        matrix.action_fold_topics()
        assert not matrix.grid.folded


async def test_without_gaps_n_says_so(written: Callable[[str], str]) -> None:
    async with running(PositionsApp(written(ONE))) as pilot:
        await press(pilot, "n")
        assert said(pilot) == ["There is no gap here."]


# Parts, order, reference, marks ------------------------------------------------------------------


async def test_parts_open_and_close_with_the_cursor_on_their_issue(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        matrix = matrix_of(pilot)
        matrix.go_to("bonus")
        await press(pilot, "o", "down")
        assert matrix.spot is not None
        assert matrix.spot.line.part == "day"
        await press(pilot, "o")
        assert cursor_of(pilot)[0] == "bonus"
        matrix.action_open_parts()
        assert any(row.kind is RowKind.PART for row in matrix.grid.data.rows)
        matrix.action_close_parts()
        assert not any(row.kind is RowKind.PART for row in matrix.grid.data.rows)
        matrix.go_to("cranes")
        await press(pilot, "o")
        assert said(pilot) == ["This issue has no parts."]


async def test_sorting_keeps_the_issue_under_the_cursor(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        matrix_of(pilot).go_to("cranes", "port")
        orders = (RowOrder.GAP, RowOrder.TOPIC, RowOrder.CAMPS, RowOrder.NEWEST, RowOrder.DOSSIER)
        for order in orders:
            await press(pilot, "s")
            assert cursor_of(pilot) == ("cranes", "port")
            assert said(pilot)[-1] == f"Sorted {order}."


async def test_at_a_glance_each_party_has_the_letter_of_its_camp(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "f")
        await assert_snapshot(pilot, "matrix-80-glance")
        await press(pilot, "right", "f")
        assert cursor_of(pilot)[1] == "port"
        assert not matrix_of(pilot).chosen.is_dense


def test_two_signs_tell_parties_apart() -> None:
    names = [("Party 1", ""), ("Party 10", ""), ("Party 11", ""), ("Union", "EU27"), ("U", "EU28")]
    parties = [
        Party(id=str(number), name=name, short=short) for number, (name, short) in enumerate(names)
    ]
    assert two_signs(parties) == ["P1", "10", "11", "EU", "28"]


async def test_by_gap_the_divided_come_first(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "s")
        rows = matrix_of(pilot).grid.data.rows
        letters = [row.letter for row in rows if row.kind is RowKind.ROW]
        assert letters == sorted(letters, key="DXNUOAS-".index)
        first = next(row.id for row in rows if row.kind is RowKind.ROW)
        assert cursor_of(pilot)[0] == first  # nobody had gone anywhere yet


async def test_a_click_on_a_header_makes_that_party_the_reference(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        grid = matrix_of(pilot).grid
        assert grid.data.reference == "union"
        await pilot.click(grid, offset=(grid.size.width - 5, 0))
        await settled(pilot)
        assert grid.data.reference == "port"


async def test_a_mark_is_a_sign_beside_the_issue_and_goes_again(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        before = screen_text(pilot.app)
        await press(pilot, "space")
        assert screen_text(pilot.app) != before
        await press(pilot, "space")
        assert screen_text(pilot.app) == before


async def test_row_heights_are_the_grid_s(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "z")
        assert matrix_of(pilot).grid.row_height is RowHeight.MAGNIFIER


# Detail ------------------------------------------------------------------------------------------


async def test_the_detail_follows_the_cursor(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(200, 40)) as pilot:
        matrix_of(pilot).go_to("cranes", "port")
        await settled(pilot)
        text = "\n".join(screen_lines(pilot.app))
        assert "Remote-controlled cranes: Port Authority" in text
        assert "harbour.yaml:118" in text
        assert "source  A1 Port Authority, 2024-03-06: Our offer in" in text


async def test_a_maximised_detail_goes_on_following_the_gaps(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "plus")
        assert isinstance(pilot.app.screen.focused, DetailPanel)
        before = screen_text(pilot.app)
        await press(pilot, "n")
        assert screen_text(pilot.app) != before
        await press(pilot, "escape")
        assert not matrix_of(pilot).is_maximised
        assert matrix_of(pilot).grid.has_focus


async def test_tab_leads_to_the_detail_and_escape_back(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(120, 30)) as pilot:
        await press(pilot, "tab")
        assert isinstance(pilot.app.screen.focused, DetailPanel)
        await press(pilot, "escape")
        assert matrix_of(pilot).grid.has_focus


async def test_the_lines_of_a_position_are_copied_for_the_cell(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "right", "w")
        assert pilot.app.clipboard.startswith("      pay-rise:\n        value:  # such as ")
        (sentence,) = said(pilot)
        assert sentence.endswith(": the lines of a position on Rise in basic pay: Port Authority.")
        await press(pilot, "g", "w")
        assert said(pilot)[-1] == "Here is no issue to write on."


async def test_on_a_heading_the_detail_says_what_is_divided_below_it(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(120, 40)) as pilot:
        await press(pilot, "g")
        assert matrix_of(pilot).spot is None
        below = "\n".join(screen_lines(pilot.app)).partition("─ Pay ─")[2]
        assert "│ 1 agreed, 1 near, 2 divided " in below
        assert "≠ Rise in basic pay: The Dockers' Union wants at least 8%" in below
        assert "≠ Shift bonus: One of two parts is settled" in below
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        in_brief = "1 agreed, 1 near, 2 divided  ≠ Rise in basic pay  ≠ Shift bonus"
        assert screen_lines(pilot.app)[-2].strip() == in_brief
        await press(pilot, "y")
        assert said(pilot) == ["There is nothing to copy here."]


def test_a_key_before_the_screen_is_composed_finds_nothing_to_do(harbour: str) -> None:
    matrix = PositionsApp(harbour).matrix
    assert not matrix.check_action("fold_topics", ())
    assert (matrix.issue, matrix.pair) == (None, ())


# Widths ------------------------------------------------------------------------------------------


@pytest.mark.no_cover
async def test_from_wide_to_narrow_and_back_the_issue_stays(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(200, 40)) as pilot:
        matrix_of(pilot).go_to("safety", "port")
        for columns in (60, 80, 200):
            await pilot.resize_terminal(columns, 24)
            await settled(pilot)
            assert cursor_of(pilot) == ("safety", "port")
            assert any("Safety measures" in line for line in screen_lines(pilot.app))


# Signs -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("columns", "sign"), [(60, "┤≠├"), (80, "┤≠├"), (200, "┤ apart  ├")])
async def test_a_sign_stands_in_a_gutter_of_its_own(harbour: str, columns: int, sign: str) -> None:
    async with running(PositionsApp(harbour), size=(columns, 30)) as pilot:
        lines = screen_lines(pilot.app)
        assert any(f"{sign} 4-5 %" in line for line in lines)
        assert not any("│≠" in line for line in lines)


def test_plain_signs_of_relations_mean_nothing_else() -> None:
    others = {ASCII.blank, ASCII.marked, ASCII.ellipsis, ASCII.folded, ASCII.reference}
    others |= {ASCII.more_before, ASCII.more_after, ASCII.cursor, ASCII.line}
    assert not set(ASCII.relation.values()) & others
    assert len(set(ASCII.relation.values())) == len(ASCII.relation)
    shared = set(ASCII.relation.values()) & set(ASCII.status.values())
    assert shared == {"=", "?"}  # agreed is the same, and unclear is not known


async def test_near_by_the_issue_s_own_measure_is_no_sign_of_difference(folder: Path) -> None:
    shutil.copy(DOSSIERS / "wages.yaml", folder / "wages.yaml")
    async with running(PositionsApp("wages.yaml"), size=(80, 60)) as pilot:
        line = next(one for one in screen_lines(pilot.app) if "2 weeks" in one and "┤" in one)
        assert "┤≈├ 2 weeks" in line


async def test_every_second_row_has_a_band(harbour: str) -> None:
    async with running(PositionsApp(harbour), size=(80, 30)) as pilot:
        grid = matrix_of(pilot).grid
        view = grid._view
        kinds = [row.kind for row in view.rows]
        assert [band for band, kind in zip(view.bands, kinds, strict=True) if kind == "row"] == [
            *(False, True, False, True),
            *(False, True),
            *(False, True),
        ]
        strips = pilot.app.screen._compositor.render_strips()

        def ground(issue: str) -> object:
            title = matrix_of(pilot)._view.comparison.row(issue).issue.title.split()[0]  # type: ignore[union-attr]
            strip = next(one for one in strips if title in one.text and "│" in one.text)
            return next(one.style.bgcolor for one in strip if "│" in one.text and one.style)

        issues = [row.id for row in view.rows if row.kind == "row"]
        assert ground(issues[1]) != ground(issues[2])
        assert ground(issues[1]) == ground(issues[3])


# Opening -----------------------------------------------------------------------------------------


async def test_enter_and_a_double_click_open_the_issue_at_the_party(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "right", "enter")
        assert isinstance(pilot.app.screen, IssueScreen)
        assert (pilot.app.screen.issue, pilot.app.screen.party) == ("pay-rise", "port")
        await press(pilot, "escape")
        await pilot.click(matrix_of(pilot).grid, offset=(40, 4), times=2)
        await settled(pilot)
        assert isinstance(pilot.app.screen, IssueScreen)


async def test_gaps_walked_in_the_issue_are_walked_in_the_matrix_too(harbour: str) -> None:
    async with running(PositionsApp(harbour)) as pilot:
        await press(pilot, "enter", "n", "n", "escape")
        assert cursor_of(pilot)[0] == "bonus"


async def test_a_source_with_a_long_name_leaves_room_for_its_grade_and_the_line(
    folder: Path,
) -> None:
    shutil.copy(DOSSIERS / "wages.yaml", folder / "wages.yaml")
    async with running(PositionsApp("wages.yaml"), size=(80, 24)) as pilot:
        strip = screen_lines(pilot.app)[-2]
        assert strip.endswith("  Foundry Workers' Un… A  wages.yaml:85"), strip


async def test_how_documents_react_stands_above_the_table(written: Callable[[str], str]) -> None:
    text = with_parties(2).replace(
        "memoranda:\n",
        "memoranda:\n  paper: {party: p0, form: statement, date: 2025-06-01, title: The paper, sources: [paper], reactions: {m1: rejects}}\n",
        1,
    )
    async with running(PositionsApp(written(text)), size=(80, 20)) as pilot:
        assert "Party 0 rejects " in screen_text(pilot.app)


def test_what_excludes_nothing_and_shares_nothing_is_no_overlap(loaded: Loaded) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, un: {name: The UN, role: mediator}}
    issues:
      aid: {topic: T, title: Aid, kind: checklist, items: {a: A, b: B, c: C}}
      both: {topic: T, title: Both, kind: checklist, items: {a: A, b: B, c: C}, parts: {x: X, y: Y}}
    memoranda:
      one: {party: north, form: memorandum, date: 2025-05-01, sources: [paper],
            positions: {aid: [a], both: {parts: {x: [a], y: [a, b]}}}}
      two: {party: south, form: memorandum, date: 2025-05-01, sources: [paper],
            positions: {aid: [b], both: {parts: {x: [b], y: [b, c]}}}}
      paper: {party: un, form: memorandum, date: 2025-05-01, sources: [paper], positions: {aid: [c]}}
    """
    assert loaded.dossier is not None
    aid, both = compare(loaded.dossier).rows
    found = [
        relation_sign(line, party, "north", UNICODE)[0]
        for line, party in ((aid.whole, "south"), (aid.whole, "un"), (both.whole, "south"))
    ]
    signs = [relation_sign(part, "south", "north", UNICODE)[0] for part in both.parts]
    assert (found, signs) == (["∥", "∥", "∩"], ["∥", "∩"])
