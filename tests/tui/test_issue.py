"""One issue in full: is everything there, can it be reached, and does it stay in its place?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.tui.snapshots import assert_snapshot, running, screen_lines, screen_text, settled
from tui.app.app import PositionsApp
from tui.issue.screen import IssueScreen, IssueSheet
from tui.matrix.screen import MatrixScreen
from tui.state.messages import IssueWanted

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture
def file(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test's dossier as a file in the folder where the program runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(PositionsApp, "LOOK_EVERY", 3600.0)
    path = tmp_path / "positions.yaml"
    path.write_text(text, encoding="utf-8")
    return path


async def open_issue(
    pilot: Pilot[None], issue: str = "length", party: str | None = None
) -> IssueScreen:
    pilot.app.post_message(IssueWanted(issue, party))
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, IssueScreen)
    return screen


def change(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def lines_of(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


def line_of(file: Path, words: str) -> int:
    return next(number for number, line in enumerate(lines_of(file), start=1) if words in line)


async def reload(pilot: Pilot[None], file: Path, *changes: tuple[str, str]) -> None:
    change(file, *changes)
    assert isinstance(pilot.app, PositionsApp)
    pilot.app.action_reload()
    await settled(pilot)


def item_text(screen: IssueScreen) -> str:
    item = screen.query_one(IssueSheet).item
    assert item is not None
    return "\n".join(text for paragraph in item.text for text in paragraph.texts)


# What it looks like ------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_alternatives_accounts_and_history(file: Path, columns: int) -> None:
    """
    sources:
      text:
        publisher: The Paper
        date: 2025-06-01
        title: The memorandum in full
        url: https://paper.example/memorandum-of-the-north
        language: en
        reliability: B
      wire:
        publisher: A wire service
        date: 2025-06-02
        title: What the South asks for
        url: https://wire.example/talks/2025/06/02/what-the-south-asks-for-in-the-second-round.html
        via: a digest
        reliability: C
    events:
      withdrawal: {title: The withdrawal begins, part_of: retreat}
    issues:
      length:
        topic: Ceasefire
        title: Length of the ceasefire
        kind: duration
        disputed: The South says that there is nothing to cease.
        provision: The ceasefire lasts {value}.
      retreat: {topic: Territory, title: Retreat, kind: text}
    memoranda:
      north-first:
        {party: north, form: statement, date: 2025-05-16, sources: text, positions: {length: 30 days}}
      north-paper:
        party: north
        form: memorandum
        read: whole
        title: The framework
        date: 2025-05-28
        disclosure: reviewed
        sources: [text]
        credibility: 2
        sequence: [length, withdrawal]
        positions:
          length:
            value: at least 30 days
            renewable: 30 days
            conditions: none
            clause: I.2
            paraphrase: The ceasefire lasts for at least 30 days and can be renewed.
            red_line: true
            accounts:
              wire: {value: 30 days, paraphrase: The floor is left out., sources: wire, credibility: 5}
      a-report:
        party: north
        form: report
        title: What the wire heard
        date: 2025-06-01
        sources: [wire]
        credibility: 3
        positions: {length: 60 days}
      south-paper:
        party: south
        form: memorandum
        read: whole
        title: The offer
        date: 2025-06-02
        sources: [wire]
        credibility: 1
        options:
          short: {title: "Option 1: short", group: way}
          long: {title: "Option 2: long", group: way}
        positions:
          length:
            alternatives:
              short: {value: 2-3 days, starts: withdrawal}
              long: {value: 30 days, after: retreat, clause: II.3}
    """
    async with running(PositionsApp("positions.yaml"), size=(columns, 50)) as pilot:
        await open_issue(pilot)
        await assert_snapshot(pilot, f"issue-{columns}-alternatives")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("columns", "party"), [(80, None), (120, "silent"), (120, "uncoded"), (120, "reported")]
)
async def test_every_blank_says_what_it_means_and_which_document_makes_it(
    file: Path, columns: int, party: str | None
) -> None:
    """
    parties:
      silent: {name: Silentia}
      withheld: {name: Occulta}
      declined: {name: Taciturna}
      uncoded: {name: Tardia}
      indifferent: {name: Neutralia}
      unreadable: {name: Confusa}
      reported: {name: Relata}
    issues:
      length: {topic: Ceasefire, title: Length of the ceasefire, kind: duration}
    memoranda:
      a: {party: silent, form: memorandum, read: whole, title: Paper A, date: 2025-05-28, sources: paper}
      b:
        party: withheld
        form: memorandum
        title: Paper B
        date: 2025-05-28
        disclosure: withheld
        sources: paper
      c:
        party: declined
        form: statement
        date: 2025-05-28
        sources: paper
        positions: {length: {blank: declined, paraphrase: Asked twice; no comment.}}
      d: {party: uncoded, form: statement, date: 2025-05-28, sources: paper, positions: {length: }}
      e:
        party: indifferent
        form: statement
        date: 2025-05-28
        sources: paper
        positions: {length: {blank: indifferent}}
      f:
        party: unreadable
        form: memorandum
        read: whole
        date: 2025-05-28
        sources: paper
        positions: {length: soon}
      g: {party: reported, form: memorandum, date: 2025-05-28, disclosure: withheld, sources: paper}
      h:
        party: reported
        form: report
        date: 2025-05-20
        sources: paper
        positions: {length: 30 days}
    """
    async with running(PositionsApp("positions.yaml"), size=(columns, 50)) as pilot:
        await open_issue(pilot, party=party)
        await assert_snapshot(pilot, f"issue-{columns}-blanks" + (f"-{party}" if party else ""))


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
async def test_parts_are_a_table_of_parts_by_party(file: Path, columns: int) -> None:
    """
    issues:
      length:
        topic: People
        title: Exchange of prisoners
        kind: exchange
        unit: prisoners
        between: [south, north]
        parts:
          ill: {title: The severely ill and wounded}
          young: {title: Aged 18 to 25}
          total: {title: In total}
    memoranda:
      north-paper:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-28
        sources: paper
        positions: {length: all for all}
      south-offer:
        party: south
        form: statement
        date: 2025-06-02
        sources: paper
        positions:
          length:
            parts:
              ill: all for all
              total: {value: "at least 1,000 each", scope: soldiers alone, red_line: true}
    """
    async with running(PositionsApp("positions.yaml"), size=(columns, 40)) as pilot:
        await open_issue(pilot)
        await assert_snapshot(pilot, f"issue-{columns}-parts")


@pytest.mark.no_cover
@pytest.mark.parametrize("columns", [80, 120])
async def test_no_text_of_a_dossier_is_markup_or_moves_the_cursor(file: Path, columns: int) -> None:
    r"""
    parties:
      north: {name: "[bold]North[/bold]"}
      south: {name: "South\e[31m"}
    sources:
      paper:
        publisher: "[link=x]P\u202e"
        date: 2025-06-01
        title: "{title} %s $1 \x9b2J"
        url: "https://x.example/\e]8;;evil\a[red]"
    issues:
      length:
        topic: "[reverse]Topic"
        title: "Length [/] \e[2J\a of \u200bthe ceasefire"
        kind: duration
        disputed: "[@click=app.quit]x[/]"
    memoranda:
      north-paper:
        party: north
        form: memorandum
        read: whole
        title: "\U0001F600\u200d [b]"
        date: 2025-05-28
        sources: paper
        positions:
          length: {value: 30 days, scope: "[bold]scope[/bold] \e[1m", paraphrase: "a\tb\r\nc\0d"}
      south-paper:
        party: south
        form: memorandum
        read: whole
        date: 2025-05-28
        options: {o: {title: "[blink]\x07"}}
        positions:
          length: {alternatives: {o: {value: 60 days, starts: "a\u2028b\u00adc"}}}
    """
    async with running(PositionsApp("positions.yaml"), size=(columns, 36)) as pilot:
        await open_issue(pilot)
        assert not {"\x1b", "\x9b", "\x07", "\u202e", "\u200b"} & set(screen_text(pilot.app))
        await assert_snapshot(pilot, f"issue-{columns}-hostile")


async def test_texts_of_all_scripts_and_lengths_are_measured_by_cells(file: Path) -> None:
    """
    parties:
      north: {name: 北方代表团}
      south: {name: الوفد الجنوبي}
    issues:
      length: {topic: 停火, title: 停火的期限与条件, kind: text}
    memoranda:
      north-paper:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-28
        sources: paper
        positions:
          length:
            value: 停火三十天，可延长，由第三国监督，无任何先决条件，自双方签署之日起生效，直至最终协议缔结为止。
            paraphrase: वार्ता के दौरान युद्धविराम; e\u0301te\u0301; Zo\u0308e; 한국어도 폭이 두 칸이다.
      south-paper:
        party: south
        form: memorandum
        read: whole
        date: 2025-05-28
        sources: paper
        positions:
          length:
            value: وقف إطلاق النار لمدة ثلاثين يومًا قابلة للتجديد بشرط انسحاب القوات من المناطق المذكورة
            paraphrase: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft-und-noch-etwas-mehr/oder-auch-nicht
    """
    async with running(PositionsApp("positions.yaml"), size=(100, 30)) as pilot:
        await open_issue(pilot)
        await assert_snapshot(pilot, "issue-100-scripts")


TEN = "parties:\n" + "".join(f"  p{n}: {{name: Party {n}}}\n" for n in range(1, 11))
TEN += "issues:\n  length: {topic: Ceasefire, title: Length, kind: duration}\nmemoranda:\n"
TEN += "".join(
    f"  m{n}: {{party: p{n}, form: memorandum, read: whole, date: 2025-05-28, sources: paper,"
    f" positions: {{length: {10 * n} days}}}}\n"
    for n in range(1, 11)
)


@pytest.mark.no_cover
async def test_more_parties_than_fit_follow_page_by_page(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(120, 24)) as pilot:
        screen = await open_issue(pilot, party="p3")
        assert item_text(screen) == "Party 3"
        await pilot.press("l")
        assert item_text(screen) == "Party 4"
        await assert_snapshot(pilot, "issue-120-ten-parties")
        await pilot.press(*"llllllll")
        assert item_text(screen) == "Party 10"
        assert any("Party 10" in line for line in screen_lines(pilot.app))
        await pilot.press("h", "left")
        assert item_text(screen) == "Party 8"


test_more_parties_than_fit_follow_page_by_page.__doc__ = TEN


# What the keys do --------------------------------------------------------------------------------

TALKS = """
    sources:
      paper:
        publisher: The Paper
        date: 2025-06-01
        title: Talks
        url: https://paper.example/talks
        reliability: B
    issues:
      length: {topic: Ceasefire, title: Length of the ceasefire, kind: duration}
      church: {topic: Society, title: Church, kind: text}
      monitor: {topic: Ceasefire, title: Who monitors, kind: text}
    memoranda:
      north-paper:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-28
        sources: paper
        positions: {length: at least 30 days, church: rights restored, monitor: the United Nations}
      south-paper:
        party: south
        form: memorandum
        read: whole
        date: 2025-05-28
        sources: paper
        credibility: 2
        positions:
          length: {value: 2-3 days, paraphrase: A short truce., clause: I.1}
          monitor: a bilateral centre
"""


def about_talks(test: object) -> object:
    """Give a test the dossier of two papers as its docstring."""
    test.__doc__ = TALKS
    return test


@about_talks
async def test_down_and_up_visit_everything(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        screen = await open_issue(pilot)
        visited = [item_text(screen)]
        while True:
            await pilot.press("j")
            if item_text(screen) == visited[-1]:
                break
            visited.append(item_text(screen))
        told = "\n".join(visited)
        for expected in ("North", "at least 30 days", "South", "2-3 days", "A short truce.", "I.1"):
            assert expected in told
        assert "B: usually reliable; information not graded" in told
        assert "B2: usually reliable; probably true" in told
        back = [item_text(screen)]
        for _ in visited[1:]:
            await pilot.press("up")
            back.append(item_text(screen))
        assert back == visited[::-1]


@about_talks
async def test_left_and_right_go_to_the_same_height_of_the_other_party(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(120, 40)) as pilot:
        screen = await open_issue(pilot, party="north")
        await pilot.press("j")
        assert item_text(screen) == "at least 30 days"
        await pilot.press("l")
        assert item_text(screen) == "2-3 days"
        assert screen.party == "south"
        await pilot.press("l")
        assert item_text(screen) == "2-3 days"
        await pilot.press("h", "h")
        assert item_text(screen) == "at least 30 days"


@about_talks
async def test_one_under_the_other_left_and_right_go_to_the_name(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 40)) as pilot:
        screen = await open_issue(pilot, party="north")
        await pilot.press("j", "l")
        assert item_text(screen) == "South"


@about_talks
async def test_top_and_bottom(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 12)) as pilot:
        screen = await open_issue(pilot, party="south")
        await pilot.press("G")
        assert item_text(screen) == "at: positions.yaml:" + str(line_of(file, "2-3 days"))
        await pilot.press("g")
        assert item_text(screen).startswith("Ceasefire │ length │ duration")
        assert any("positions.yaml:" in line for line in screen_lines(pilot.app)[3:6])
        await pilot.press("end", "home")
        assert item_text(screen).startswith("Ceasefire")


@about_talks
async def test_pages_turn_and_the_partys_name_stays_in_sight(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(60, 13)) as pilot:
        screen = await open_issue(pilot)
        seen = set()
        for _ in range(12):
            seen |= set(screen_lines(pilot.app))
            await pilot.press("pagedown")
        assert item_text(screen).startswith("at: ")
        assert screen_lines(pilot.app)[3].startswith("  South ─")
        assert {line.strip("▌ ") for line in seen} >= {"at least 30 days", "2-3 days"}
        for _ in range(12):
            await pilot.press("ctrl+u")
        assert item_text(screen).startswith("Ceasefire")


@about_talks
async def test_enter_on_a_source_shows_and_copies_its_address(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 30)) as pilot:
        screen = await open_issue(pilot, party="south")
        while "source:" not in item_text(screen):
            await pilot.press("j")
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.clipboard == "https://paper.example/talks"
        (said,) = [note.message for note in pilot.app._notifications]
        assert (
            said
            == "https://paper.example/talks\nSent to the terminal’s clipboard, if it allows that."
        )


@about_talks
async def test_enter_where_nothing_leads_anywhere_says_so(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 30)) as pilot:
        screen = await open_issue(pilot, party="south")
        await pilot.press("j", "enter")
        assert item_text(screen) == "2-3 days"
        await settled(pilot)
        assert "Nothing to open here" in screen_text(pilot.app)
        await pilot.press("j")
        await settled(pilot)
        assert "Nothing to open here" not in screen_text(pilot.app)


@pytest.fixture
def edits(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """The places at which the editor was asked for."""
    asked: list[tuple[str, int]] = []

    def edit(app: PositionsApp, file: str, line: int, column: int) -> None:
        asked.append((file, line))

    monkeypatch.setattr(PositionsApp, "action_edit", edit)
    return asked


@about_talks
async def test_enter_on_a_line_of_the_file_opens_the_editor_there(
    file: Path, edits: list[tuple[str, int]]
) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 30)) as pilot:
        await open_issue(pilot, party="south")
        await pilot.press("G", "enter")
        await settled(pilot)
    assert edits == [("positions.yaml", line_of(file, "2-3 days"))]


@about_talks
async def test_e_opens_the_editor_where_the_party_says_it(
    file: Path, edits: list[tuple[str, int]]
) -> None:
    lines = lines_of(file)
    async with running(PositionsApp("positions.yaml"), size=(80, 30)) as pilot:
        await open_issue(pilot, party="south")
        await pilot.press("j", "e", "g", "e")
        await settled(pilot)
    assert [lines[line - 1].split(":")[0].strip() for _, line in edits] == ["length", "length"]
    assert edits[0][1] > edits[1][1]


@pytest.mark.no_cover
@about_talks
async def test_y_offers_the_line_its_place_and_the_whole_issue(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 30)) as pilot:
        screen = await open_issue(pilot, party="south")
        while "source:" not in item_text(screen):
            await pilot.press("j")
        await pilot.press("y")
        await settled(pilot)
        offered = screen_text(pilot.app)
        for name in ("Line, with what", "Address  https", "File and line  pos", "Whole issue"):
            assert name in offered
        await pilot.press("G", "enter")
        await settled(pilot)
        assert pilot.app.clipboard.startswith("Length of the ceasefire\n")
        assert "A short truce." in pilot.app.clipboard


@about_talks
async def test_n_goes_from_gap_to_gap_and_keeps_the_party(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 30)) as pilot:
        assert isinstance(pilot.app, PositionsApp)
        screen = await open_issue(pilot, "length", "south")
        await pilot.press("n")
        assert (screen.issue, screen.party) == ("monitor", "south")
        assert item_text(screen) == "South"
        await pilot.press("N")
        assert screen.issue == "length"
        await pilot.press("n", "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MatrixScreen)
        spot = pilot.app.screen.spot
        assert spot is not None
        assert spot.row.issue.id == "monitor"


@about_talks
async def test_escape_goes_back_and_never_quits(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 30)) as pilot:
        await open_issue(pilot)
        await pilot.press("escape", "escape", "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MatrixScreen)
        assert pilot.app.is_running


# What happens around it --------------------------------------------------------------------------


@about_talks
async def test_a_reload_keeps_the_cursor_with_its_party(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 14)) as pilot:
        screen = await open_issue(pilot, party="south")
        await pilot.press("j")
        at = screen_lines(pilot.app).index("▌ 2-3 days")
        await reload(pilot, file, ("at least 30 days", '{value: 40 days, paraphrase: "New."}'))
        assert item_text(screen) == "2-3 days"
        assert screen_lines(pilot.app)[at] == "▌ 2-3 days"
        await reload(pilot, file, ("2-3 days", "4 days"))
        assert item_text(screen) == "4 days"


@about_talks
async def test_an_issue_that_is_gone_says_so_and_comes_back(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 14)) as pilot:
        screen = await open_issue(pilot, "church")
        issue = ("  church: {topic: Society, title: Church, kind: text}\n", "")
        position = ("church: rights restored, ", "")
        await reload(pilot, file, issue, position)
        assert "  There is no issue ‘church’ any more. Esc goes back." in screen_lines(pilot.app)
        await reload(pilot, file, ("issues:\n", f"issues:\n{issue[0]}"))
        assert item_text(screen).startswith("Society │ church")


@about_talks
async def test_a_bad_save_keeps_the_issue_and_says_so(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 14)) as pilot:
        screen = await open_issue(pilot, party="north")
        await reload(pilot, file, ("kind: duration", "kind: durration"))
        assert item_text(screen) == "North"
        assert any("showing the version of" in line for line in screen_lines(pilot.app))


@pytest.mark.no_cover
@about_talks
async def test_another_width_keeps_the_item(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(200, 24)) as pilot:
        screen = await open_issue(pilot, party="south")
        await pilot.press("j", "j", "j", "j")
        before = item_text(screen)
        for columns in (60, 200, 100, 72):
            await pilot.resize_terminal(columns, 24)
            await settled(pilot)
            assert item_text(screen) == before
            assert any(
                line.lstrip().startswith("▌") or " ▌" in line for line in screen_lines(pilot.app)
            )


@about_talks
async def test_a_click_selects_and_a_double_click_opens(
    file: Path, edits: list[tuple[str, int]]
) -> None:
    async with running(PositionsApp("positions.yaml"), size=(120, 40)) as pilot:
        screen = await open_issue(pilot)
        lines, top = screen_lines(pilot.app), screen.query_one(IssueSheet).region.y
        y = next(
            index
            for index, line in enumerate(lines)
            if "2-3 days" in line
            and "│" not in line
            and "─" not in line
            and line.startswith("  at least")
        )
        await pilot.click(IssueSheet, offset=(lines[y].index("2-3 days"), y - top))
        assert item_text(screen) == "2-3 days"
        y = next(index for index, line in enumerate(lines) if "at: positions" in line)
        await pilot.click(IssueSheet, offset=(5, y - top), times=2)
        assert item_text(screen).startswith("at: positions.yaml")
        await settled(pilot)
        assert len(edits) == 1


async def test_a_text_taller_than_the_screen_can_be_read_to_its_end(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(60, 12)) as pilot:
        screen = await open_issue(pilot, party="north")
        await pilot.press("j")
        assert "word-0 " in item_text(screen)
        seen: set[str] = set()
        for _ in range(40):
            for line in screen_lines(pilot.app):
                seen |= set(re.findall(r"word-\d+", line))
            if "word-199" in seen:
                break
            await pilot.press("down")
        assert {f"word-{n}" for n in range(200)} - seen == set()
        for _ in range(40):
            await pilot.press("up")
        assert item_text(screen).startswith("Ceasefire")


test_a_text_taller_than_the_screen_can_be_read_to_its_end.__doc__ = f"""
    issues:
      length: {{topic: Ceasefire, title: Length, kind: text}}
    memoranda:
      m:
        party: north
        form: memorandum
        read: whole
        date: 2025-05-28
        sources: paper
        positions: {{length: {" ".join(f"word-{number}" for number in range(200))}}}
"""


@pytest.mark.no_cover
@about_talks
@pytest.mark.parametrize("theme", ["dark", "light", "ansi-dark", "ansi-light"])
async def test_the_cursor_shows_in_every_theme(
    file: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSITIONS_THEME", theme)
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        await open_issue(pilot, party="south")
        await pilot.press("j")
        assert "reverse 2-3 days" in screen_text(pilot.app)


@about_talks
async def test_the_cursor_shows_without_colours(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(PositionsApp("positions.yaml"), size=(80, 24)) as pilot:
        await open_issue(pilot, party="south")
        await pilot.press("j")
        assert "reverse 2-3 days" in screen_text(pilot.app)


@about_talks
async def test_plain_characters_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSITIONS_ASCII", "1")
    async with running(PositionsApp("positions.yaml"), size=(80, 40)) as pilot:
        await open_issue(pilot, "length")
        own = [line for line in screen_lines(pilot.app)[1:-1] if not line.isascii()]
        assert own == []
        await assert_snapshot(pilot, "issue-80-ascii")


async def test_an_issue_without_parties_can_be_read(file: Path) -> None:
    """
    parties: {}
    issues:
      length: {topic: Ceasefire, title: Length, kind: duration}
    outcomes:
      deal: {issue: length, date: 2025-06-01, value: 3 days, sources: [paper]}
    """
    for columns in (80, 120):
        async with running(PositionsApp("positions.yaml"), size=(columns, 24)) as pilot:
            screen = await open_issue(pilot)
            await pilot.press("l", "h", "G", "j", "k", "g", "pagedown", "pageup", "y", "escape")
            assert item_text(screen).startswith("Ceasefire │ length")


@about_talks
async def test_enter_on_a_row_of_the_picture_goes_to_what_that_party_says(file: Path) -> None:
    async with running(PositionsApp("positions.yaml"), size=(80, 40)) as pilot:
        screen = await open_issue(pilot)
        while not item_text(screen).startswith("South"):
            await pilot.press("j")
        assert "●" in item_text(screen)
        await pilot.press("enter")
        assert screen.party == "south"
        assert item_text(screen) == "South"
