"""What do `diff`, `log` and `blame` say of a dossier's revisions, and how do they end?"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from positions.cli import main as cli
from tests.paths import ROOT
from tests.repositories import Builder

if TYPE_CHECKING:
    from pathlib import Path

    from positions.comparison.selection import Lens


BASE = """\
dossier: {format: 1, title: Harbour talks, as_of: 2025-05-31}
parties:
  north: {name: North}
  south: {name: South}
sources:
  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
issues:
  truce: {topic: War, title: Length of the truce, kind: duration}
  army: {topic: War, title: Size of the army, kind: quantity, unit: soldiers, limit: maximum}
  seat:
    topic: Talks
    title: Seat of the talks
    kind: choice
    options: {here: In the harbour, there: On the island}
memoranda:
  old-plan:
    party: north
    form: statement
    date: 2025-05-01
    sources: [paper]
    positions:
      truce:
        value: 30 days
        paraphrase: The truce lasts "thirty" days.
        note: Said in the evening.
      seat:
        value: here
        paraphrase: The harbour is the seat.
  reply:
    party: south
    form: statement
    date: 2025-05-02
    sources: [paper]
    positions:
      truce:
        value: 3 days
        paraphrase: Three days are enough.
        note: Said on the radio.
      army:
        value: "1,000"
        paraphrase: A thousand soldiers.
      seat:
        value: there
        paraphrase: The island is the seat.
"""
NEW_PLAN = """\
  new-plan:
    party: north
    form: statement
    date: 2025-06-01
    sources: [paper]
    positions: {truce: 20 days}
"""
EAST = """\
  east-plan:
    party: east
    form: statement
    date: 2025-06-02
    sources: [paper]
    positions: {truce: 5 days, seat: here}
"""


class Ended(NamedTuple):
    code: int
    out: str
    err: str


class Talks(Builder):
    """A repository in which the dossier can be edited, and asked about."""

    def __init__(self, folder: Path, home: Path, capture: pytest.CaptureFixture[str]) -> None:
        super().__init__(folder, home)
        self.capture = capture

    @property
    def text(self) -> str:
        return (self.folder / "positions.yaml").read_text(encoding="utf-8")

    def edit(self, subject: str, *edits: tuple[str, str], commit: bool = True) -> str:
        text = self.text
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        self.write("positions.yaml", of_its_newest_day(text))
        return self.commit(subject) if commit else ""

    def ask(self, *arguments: str) -> Ended:
        code = cli.run(arguments, open_ui=_no_screen)
        return Ended(code, *self.capture.readouterr())


def of_its_newest_day(text: str) -> str:
    """Return a dossier that stands for the day of its newest document."""
    days = re.findall(r"form: \w+,?\s+date: ([\d-]+)", text)
    newest = max([*re.findall(r"as_of: ([\d-]+[\dT:]*)", text), *days])
    return re.sub(r"as_of: [\d-]+[\dT:]*", f"as_of: {newest}", text)


def _no_screen(path: str, _query: str, _lens: Lens, _look: object) -> int:
    message = f"a screen was opened on {path}"
    raise AssertionError(message)


@pytest.fixture
def talks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Talks:
    home = tmp_path / "home"
    home.mkdir()
    found = Talks(tmp_path / "talks", home, capsys)
    for name, value in found.environment.items():
        if name.startswith("GIT_"):
            monkeypatch.setenv(name, value)
    monkeypatch.chdir(found.folder)
    found.commit_file("positions.yaml", BASE, "Begin")
    return found


@pytest.fixture
def moved(talks: Talks) -> Talks:
    """North has put a new plan of 20 days in the place of its 30."""
    talks.edit("North comes nearer", ("  reply:", f"{NEW_PLAN}  reply:"))
    return talks


# ------------------------------------------------------------------ the three commits


INVISIBLE = (
    ('"thirty"', "“thirty”"),
    ("Said in the evening.", "Said in the\N{NO-BREAK SPACE}evening."),
    ("The harbour is the seat.", "The harbour\N{ZERO WIDTH SPACE} is the seat."),
    ("Three days are enough.", "'Three days  are enough.'"),
    ("Said on the radio.", "Said on the\N{NARROW NO-BREAK SPACE}radio."),
    ("A thousand soldiers.", "A\N{SOFT HYPHEN} thousand soldiers."),
    ("The island is the seat.", '"The island is the\\u200b seat."'),
    ("title: Talks}", 'title: "Talks\N{WORD JOINER}"}'),
    ("title: Seat of the talks", "title: >-\n      Seat of\n      the talks"),
    ("Harbour talks", "'Harbour   talks'"),
)


@pytest.fixture
def three(moved: Talks) -> Talks:
    """One commit flips a position and edits ten texts invisibly, one inserts a party, one corrects
    a misprint in an old document."""
    moved.edit(
        "Flip",
        *INVISIBLE,
        (
            "  reply:\n",
            f"{NEW_PLAN.replace('new-', 'third-').replace('06-01', '06-03').replace('20 days', '13 days')}  reply:\n",
        ),
    )
    moved.edit(
        "Insert",
        ("  south: {name: South}", "  east: {name: East}\n  south: {name: South}"),
        ("  reply:\n", f"{EAST}  reply:\n"),
    )
    moved.edit("Correct", ("value: 30 days", "value: 31 days"))
    return moved


def _difference(talks: Talks, *arguments: str) -> dict[str, object]:
    ended = talks.ask("diff", *arguments, "--class", "all", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    data: dict[str, object] = json.loads(ended.out)
    return data


def _positions(data: dict[str, object]) -> list[dict[str, object]]:
    issues = data["issues"]
    assert isinstance(issues, list)
    return [{"issue": issue["issue"], **one} for issue in issues for one in issue["positions"]]


def test_a_flip_among_ten_invisible_edits_is_one_move_with_its_direction(three: Talks) -> None:
    data = _difference(three, "HEAD~3", "HEAD~2")
    (move,) = _positions(data)

    assert (move["party"], move["issue"], move["what"]) == ("north", "truce", "lowered")
    assert move["toward"] == [
        {
            "party": "south",
            "direction": "toward",
            "together": False,
            "before": {
                "relation": "apart",
                "alike": False,
                "distance": {"figure": 17, "text": "17 days", "about": False},
            },
            "after": {
                "relation": "apart",
                "alike": False,
                "distance": {"figure": 10, "text": "10 days", "about": False},
            },
        }
    ]
    assert data["counts"] == {"substance": 1, "evidence": 5, "frame": 0, "wording": 0}


def test_a_party_put_in_the_middle_is_one_new_column(three: Talks) -> None:
    data = _difference(three, "HEAD~2", "HEAD~1")

    assert _positions(data) == []
    records = data["records"]
    assert isinstance(records, list)
    (column,) = [one for one in records if one["record"] == ["parties", "east"]]
    assert column["leaves"][0]["after"] == "with words on two issues"
    found = _positions(_difference(three, "HEAD~2", "HEAD~1", "--party", "east"))
    assert {(one["party"], one["issue"], one["what"]) for one in found} == {
        ("east", "truce", "first stated"),
        ("east", "seat", "first stated"),
    }


def test_by_a_misprint_that_is_corrected_nobody_moves(three: Talks) -> None:
    (found,) = _positions(_difference(three, "HEAD~1", "HEAD"))

    assert (found["party"], found["what"], found["moved"]) == ("north", "correction", False)
    assert found["toward"] == []
    shown = three.ask("diff", "HEAD~1", "HEAD").out
    said = "Corrected in the record, and nobody moved: on 1 May 2025 North wanted 31 days"
    assert said in " ".join(shown.split())
    assert "was  [-30-] days" in shown
    assert "is   {+31+} days" in shown


DAYS = ("3 June 2025", "3 June 2025", "3 June 2025", "1 June 2025", "31 May 2025")


def test_the_log_tells_the_story_newest_first(three: Talks) -> None:
    ended = three.ask("log")

    assert ended.code == 0
    assert [line for line in ended.out.splitlines() if not line.startswith(" ")] == [
        line
        for day, revision, of in zip("54321", range(5), DAYS, strict=True)
        for line in (
            f"{three.git('rev-parse', f'HEAD~{revision}')[:9]} · {of} · committed {day} June 2025 · Ada",
            "",
        )
    ]
    for words in (
        "Length of the truce, corrected in the record, and nobody moved: on 1 May 2025 North wanted 31 days.",
        "New column: East, with words on two issues.",
        "Length of the truce: North shortened its period from 20 days to 13 days. It moved toward South: 10 days apart; before, 17.",
        "Length of the truce: North shortened its period from 30 days to 20 days. It moved toward South: 17 days apart; before, 27.",
        "The dossier begins: 2 parties, 3 issues, 2 documents, 5 positions.",
    ):
        assert words in " ".join(ended.out.split()), words


def test_where_the_dossier_begins_the_log_of_an_issue_counts_them_all(three: Talks) -> None:
    said = " ".join(three.ask("log", "truce").out.split())
    assert (
        "The dossier begins: 2 parties, 3 issues, 2 documents; on this issue, 2 positions." in said
    )


def test_the_log_tells_of_outcomes_apart_from_what_an_issue_is(talks: Talks) -> None:
    agreed = """\
outcomes:
  truce-of-may: {issue: truce, date: 2025-05-03, value: 10 days, confirmed_by: all, sources: paper}
  seat-of-may: {issue: seat, date: 2025-05-03, value: here, confirmed_by: north, sources: paper}
"""
    end = "        paraphrase: The island is the seat.\n"
    talks.edit("Agreed", (end, end + agreed))
    talks.edit("Confirmed", ("confirmed_by: north", "confirmed_by: all"))
    talks.edit("Counted", ("unit: soldiers", "unit: horses"))
    talks.edit("Ended", (agreed.splitlines()[1] + "\n", ""))

    told = talks.ask("log", "--class", "substance,frame").out
    assert [
        line.strip() for line in told.splitlines() if "3 May 2025" in line or "unit" in line
    ] == [
        "Length of the truce, no longer recorded: on 3 May 2025 North and South agreed on 10 days.",
        "Size of the army: unit changed from soldiers to horses.",
        "Seat of the talks, outcome of 3 May 2025: now confirmed by all (before, North).",
        "Length of the truce: on 3 May 2025 North and South agreed on 10 days.",
        "Seat of the talks: agreed on 3 May 2025, by the word of North alone: “in the harbour”.",
    ]


def test_the_log_says_in_words_what_became_of_outcomes_documents_and_parties(talks: Talks) -> None:
    deal = """\
outcomes:
  deal: {issue: truce, date: 2025-05-03, value: 10 days, confirmed_by: [north], sources: paper}
"""
    end = "        paraphrase: The island is the seat.\n"
    talks.edit("Agreed", (end, end + deal))
    more = "accounts: {south: {value: 10 days, confirms: true, date: 2025-05-04}}, sources: paper"
    talks.edit(
        "Confirmed", ("confirmed_by: [north], sources: paper", f"confirmed_by: [north], {more}")
    )
    talks.edit("Mediates", ("north: {name: North}", "north: {name: North, role: mediator}"))
    told = " ".join(talks.ask("log").out.split())
    for said in (
        "3 May 2025: South's account, 10 days on 4 May 2025, which confirms it.",
        "North: role changed from party to mediator.",
    ):
        assert said in told


# ------------------------------------------------------------------------------- diff


def test_a_move_says_who_toward_whom_and_how_far(moved: Talks) -> None:
    ended = moved.ask("diff", "HEAD~1", "HEAD")

    assert ended.code == 0
    assert "Agreed or settled: 0 of 3, at most 1, as before." in ended.out
    assert "Length of the truce (truce) D divided" in ended.out
    words = "It moved toward South: 17 days apart; before, 27."
    assert words in " ".join(ended.out.split())
    assert "    was  [-30-] days\n    is   {+20+} days\n" in ended.out
    assert "Evidence: 5 facts changed." in ended.out


def test_the_other_side_that_moves_too_is_named(talks: Talks) -> None:
    south = NEW_PLAN.replace("new-plan", "new-reply").replace("north", "south")
    talks.edit(
        "Both move", ("  reply:\n", f"{NEW_PLAN}{south.replace('20 days', '10 days')}  reply:\n")
    )
    said = " ".join(talks.ask("diff", "HEAD~1", "HEAD").out.split())

    assert "North and South came nearer: 10 days apart; before, 27." in said
    assert said.count("came nearer") == 1


@pytest.mark.parametrize(
    "arguments", [(), ("HEAD",), ("HEAD", "--", "positions.yaml"), ("positions.yaml",)]
)
def test_without_two_revisions_the_files_are_the_target(
    talks: Talks, arguments: tuple[str, ...]
) -> None:
    talks.edit("", ("value: 3 days", "value: 4 days"), commit=False)
    ended = talks.ask("diff", *arguments)

    assert ended.code == 0
    assert "Corrected in the record, and nobody moved: South wants 4 days" in ended.out
    assert "to the working tree (31 May 2025)." in " ".join(ended.out.split())


@pytest.mark.parametrize("arguments", [("HEAD~1..HEAD",), ("HEAD~1..",), ("HEAD~1...HEAD",)])
def test_a_range_is_two_revisions(moved: Talks, arguments: tuple[str, ...]) -> None:
    assert moved.ask("diff", *arguments).out == moved.ask("diff", "HEAD~1", "HEAD").out


def test_what_is_staged_is_compared_with_the_last_revision(talks: Talks) -> None:
    talks.edit("", ("value: 3 days", "value: 4 days"), commit=False)
    assert talks.ask("diff", "--staged").out == "Nothing changed.\n"
    talks.git("add", "-A")

    assert "{+4+} days" in talks.ask("diff", "--cached").out
    assert "{+4+} days" in talks.ask("diff", "HEAD").out


def test_two_files_need_no_repository(
    talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "two.yaml").write_text(BASE.replace("3 days", "4 days"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ended = talks.ask("diff", "one.yaml", "two.yaml")

    assert ended.code == 0
    assert "As recorded, from one.yaml (31 May 2025) to two.yaml (31 May 2025)." in ended.out
    assert "{+4+} days" in ended.out
    assert talks.ask("diff", "one.yaml", "gone.yaml").code == 2


def test_a_pipe_and_standard_input_may_stand_for_a_side(
    talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.yaml").write_text(BASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    text = BASE.replace("3 days", "4 days").encode()
    assert len(text) < 4096  # which a pipe holds
    for arguments in (("one.yaml", "/dev/fd/{}"), ("/dev/fd/{}", "one.yaml")):
        reading, writing = os.pipe()
        os.write(writing, text)
        os.close(writing)
        ended = talks.ask("diff", *(word.format(reading) for word in arguments))
        os.close(reading)
        assert ended.code == 0
        assert "{+4+} days" in ended.out or "[-4-] days" in ended.out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    ended = talks.ask("diff", "one.yaml", "-")
    assert "As recorded, from one.yaml (31 May 2025) to standard input (31 May 2025)." in ended.out
    assert "{+4+} days" in ended.out


def test_a_file_of_a_revision_may_stand_for_a_side(moved: Talks, tmp_path: Path) -> None:
    moved.write("other.yaml", BASE.replace("3 days", "4 days"))
    asked = ("diff", "HEAD~1:positions.yaml", "other.yaml")
    assert "As recorded, from HEAD~1:positions.yaml, " in moved.ask(*asked).out
    assert "{+4+} days" in moved.ask(*asked).out
    both = moved.ask("diff", "HEAD~1:positions.yaml", "HEAD:./positions.yaml")
    assert "{+20+} days" in both.out
    assert moved.ask("diff", "HEAD~1:positions.yaml").out == moved.ask("diff", "HEAD~1").out
    moved.edit("", ("3 days", "5 days"), commit=False)
    moved.git("add", "-A")
    assert "{+5+} days" in moved.ask("diff", "HEAD:positions.yaml", ":positions.yaml").out
    for wrong, said in (
        ("HEAD:gone.yaml", "There is no `gone.yaml` in "),
        ("nowhere:positions.yaml", "There is no revision `nowhere`"),
        ("HEAD:/x.yaml", "has no revisions"),
    ):
        ended = moved.ask("diff", wrong, "other.yaml")
        assert (ended.code, ended.out) == (2, ""), wrong
        assert said in ended.err
    moved.write("HEAD:positions.yaml", BASE)
    shown = moved.ask("diff", "HEAD:positions.yaml", "other.yaml").out
    assert (
        "As recorded, from HEAD:positions.yaml (31 May 2025) to other.yaml (31 May 2025)." in shown
    )


def test_a_name_of_a_revision_s_file_outside_any_repository(
    talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.yaml").write_text(BASE, encoding="utf-8")
    assert "There is no file" in talks.ask("diff", "HEAD:one.yaml", "one.yaml").err


def test_another_form_of_the_same_text_is_one_sentence(talks: Talks) -> None:
    talks.edit("", ("kind: choice", 'kind: "choice" # a comment'), commit=False)
    ended = talks.ask("diff", "--exit-code")

    assert ended == (
        0,
        (
            "Nothing changed but the form of the text: order, spacing, quoting, comments or "
            "characters that no reader sees.\n"
        ),
        "",
    )


def test_evidence_and_wording_are_counted_until_they_are_asked_for(talks: Talks) -> None:
    talks.edit(
        "Words",
        ("Three days are enough.", "Three days will be enough."),
        ("value: 3 days", "value: 3 days\n        credibility: 2"),
    )
    ended = talks.ask("diff", "HEAD~1", "HEAD")

    assert "Evidence: 1 fact changed. Wording: 1 fact changed." in ended.out
    assert "In full: --class evidence,wording" in ended.out
    assert "enough" not in ended.out
    full = talks.ask("diff", "HEAD~1", "HEAD", "--class", "wording,evidence").out
    assert full.index("── Evidence ") < full.index("── Wording ")
    assert "paraphrase: Three days {+will be+}" in full or "days [-are-]{+will be+} enough" in full
    assert talks.ask("diff", "HEAD~1", "HEAD", "--exit-code").code == 0
    assert talks.ask("diff", "HEAD~1", "HEAD", "--exit-code", "--class", "all").code == 1


def test_only_what_is_asked_for_is_shown(three: Talks) -> None:
    asked = ("diff", "HEAD~4", "HEAD")

    assert "North" not in three.ask(*asked, "--party", "East").out
    assert "Seat of the talks (seat)" in three.ask(*asked, "--issue", "seat of the talks").out
    assert "Length" not in three.ask(*asked, "--issue", "seat").out
    assert "Seat of" not in three.ask(*asked, "--filter", "issue:truce").out
    assert three.ask(*asked, "--issue", "army").out == "Nothing changed in what was asked for.\n"
    for wrong in (
        ("--party", "west"),
        ("--issue", "trouce"),
        ("--filter", "statu:near"),
        ("--class", "words"),
        ("--", "one", "two"),
    ):
        ended = three.ask(*asked, *wrong)
        assert (ended.code, ended.out) == (2, ""), wrong
    assert "Did you mean" in three.ask(*asked, "--issue", "trouce").err


def test_by_party_each_has_a_section_of_its_own(three: Talks) -> None:
    shown = three.ask("diff", "HEAD~4", "HEAD", "--by", "party", "--class", "all").out
    titles = re.findall(r"^── (.*?) ─", shown, re.MULTILINE)

    assert titles[:2] == ["Substance: North", "Substance: East"]
    assert titles[-1] == "Wording: East"


def test_by_party_an_outcome_which_concerns_all_is_told_once(talks: Talks) -> None:
    end = "        paraphrase: The island is the seat.\n"
    agreed = (
        "outcomes:\n  seat-of-may: {issue: seat, date: 2025-05-03, value: here, sources: paper}\n"
    )
    talks.edit("Agreed", (end, end + agreed))
    for form in ("text", "markdown"):
        shown = talks.ask("diff", "HEAD~1", "HEAD", "--by", "party", "--format", form).out
        assert re.findall(r"Substance: (?:North|South|of no party)", shown) == [
            "Substance: of no party"
        ]
        assert shown.count("seat-of-may") == talks.ask(
            "diff", "HEAD~1", "HEAD", "--format", form
        ).out.count("seat-of-may")
    north = talks.ask("diff", "HEAD~1", "HEAD", "--party", "north").out
    assert "Seat of the talks" in north


def test_of_what_is_new_on_many_issues_the_log_names_the_diff_for_each(talks: Talks) -> None:
    end = "        paraphrase: The island is the seat.\n"
    issues = "".join(f"  i{at}: {{topic: War, title: Issue {at}, kind: text}}\n" for at in range(4))
    talks.edit("Four issues", ("memoranda:\n", f"{issues}memoranda:\n"))
    words = ", ".join(f"i{at}: word {at}" for at in range(4))
    talks.edit("More", (end, end + NEW_PLAN.replace("truce: 20 days", words)))
    told = " ".join(talks.ask("log", "-n", "1").out.split())
    assert "New: what North says on four issues, among them issue 0" in told
    hint = told.partition("In full: positions ")[2].split()
    assert "New: North wants the words “word 3”" in " ".join(talks.ask(*hint).out.split())
    assert "In full" not in talks.ask("log", "-n", "1", "--format", "markdown").out


def test_the_log_says_what_is_new_beside_the_positions_of_record(talks: Talks) -> None:
    end = "        paraphrase: The island is the seat.\n"
    declined = NEW_PLAN.replace("2025-06-01", "2025-04-20").replace("truce: 20 days", "ON")
    talks.edit("Asked", (end, end + declined.replace("ON", "truce: declined, seat: declined")))
    talks.edit("Heard", ("truce: declined", "truce: undisclosed"))
    told = " ".join(talks.ask("log", "positions.yaml").out.split())
    for said in (
        (
            "Length of the truce and seat of the talks, newly in North's statement of 20 April 2025: "
            "declined to say."
        ),
        (
            "Length of the truce, in North's statement of 20 April 2025: now not disclosed (before, "
            "declined to say)."
        ),
    ):
        assert said in told


def test_a_renamed_issue_is_followed_and_says_so(talks: Talks) -> None:
    talks.edit(
        "Rename",
        ("  truce: {", "  ceasefire: {formerly: [truce], "),
        ("      truce:", "      ceasefire:"),
    )
    talks.edit("Move", ("  reply:\n", f"{NEW_PLAN.replace('truce', 'ceasefire')}  reply:\n"))

    shown = talks.ask("diff", "HEAD~2", "HEAD~1").out
    assert "Length of the truce (ceasefire) D divided" in shown
    assert "  Renamed in the dossier: Length of the truce, formerly `truce`.\n" in shown
    log = talks.ask("log", "ceasefire").out
    assert [line.strip() for line in log.splitlines() if "Renamed" in line] == [
        "Renamed in the dossier: Length of the truce, formerly `truce`."
    ]
    assert "The dossier begins" in log
    blame = json.loads(talks.ask("blame", "ceasefire", "--format", "json").out)
    assert blame["parties"]["south"]["subject"] == "Begin"
    assert blame["parties"]["north"]["subject"] == "Move"


@pytest.mark.parametrize("declared", [True, False])
def test_a_renamed_party_is_followed_and_says_so(talks: Talks, *, declared: bool) -> None:
    """Its documents are what it is known by, where it does not say itself what it was called."""
    talks.edit("Move", ("  reply:\n", f"{NEW_PLAN}  reply:\n"))
    formerly = ", formerly: north" if declared else ""
    named = "  nord: {name: Nordland" + formerly
    talks.edit("Rename", ("  north: {name: North", named), ("party: north", "party: nord"))

    shown = talks.ask("diff", "HEAD~1", "HEAD").out
    assert "Renamed: North is now Nordland." in shown
    assert "Substance" not in shown
    assert "Renamed: Nordland is now North." in talks.ask("diff", "HEAD", "HEAD~1").out
    blame = json.loads(talks.ask("blame", "truce", "--format", "json").out)
    assert blame["parties"]["nord"]["subject"] == "Move"
    log = talks.ask("log", "truce", "--party", "north" if declared else "nord").out
    assert [line for line in ("  Move", "  Begin") if line in log] == ["  Move", "  Begin"]


def test_a_dossier_that_is_new_or_gone_is_compared_with_nothing(talks: Talks) -> None:
    first = talks.git("rev-parse", "HEAD")
    talks.git("rm", "-q", "positions.yaml")
    talks.commit("Take away", other="x")
    ended = talks.ask("diff", first, "HEAD", "--", "positions.yaml")

    assert ended.code == 0
    assert "no longer an issue; it was D divided" in ended.out
    assert "No longer recorded: North's position is “in the harbour”." in ended.out
    back = talks.ask("diff", "HEAD", first, "-f", "positions.yaml").out
    assert "new issue: D divided" in back
    log = talks.ask("log", "-f", "positions.yaml").out
    assert "The dossier is taken away in this revision." in log


BROKEN = ("issues:\n", "issues: [\n")


def test_a_side_that_cannot_be_read_says_where_and_why(moved: Talks) -> None:
    moved.edit("Break", BROKEN)
    ended = moved.ask("diff", "HEAD~1", "HEAD")

    assert (ended.code, ended.out) == (1, "")
    assert "cannot be read" in ended.err
    assert re.search(r"positions\.yaml:\d+:\d+: error", ended.err)
    assert moved.ask("diff", "HEAD~1", "HEAD", "--exit-code").code == 2


def test_a_fault_in_one_record_hides_no_other(moved: Talks) -> None:
    moved.edit("Misspell", ("value: there", "value: thare"), ("value: 3 days", "value: 4 days"))
    ended = moved.ask("diff", "HEAD~1", "HEAD")

    assert ended.code == 0
    assert "has 1 error; what they spoil is left out" in ended.err
    assert "What is recorded for South could not be read." in " ".join(ended.out.split())


def test_a_revision_that_cannot_be_read_is_passed_over_in_the_log(moved: Talks) -> None:
    broken = moved.edit("Break", BROKEN)
    mended = moved.edit(
        "Mend",
        BROKEN[::-1],
        ("20 days", "10 days"),
        ("date: 2025-06-01\n    sources", "date: 2025-06-05\n    sources"),
    )
    log = moved.ask("log").out

    assert "The dossier cannot be read in this revision" in log
    assert f"Compared with {broken[:9]}^" in log
    assert log.index(mended[:9]) < log.index(broken[:9])
    assert "It moved toward South: 7 days apart; before, 17." in " ".join(log.split())
    entries = [json.loads(line) for line in moved.ask("log", "--format", "json").out.splitlines()]
    assert [bool(entry["problems"]) for entry in entries] == [False, True, False, False]


def test_a_history_that_begins_broken_has_nothing_to_compare_with(talks: Talks) -> None:
    talks.commit_file("late.yaml", BASE.replace(*BROKEN), "Broken")
    talks.commit_file("late.yaml", BASE, "Mended")

    log = talks.ask("log", "-f", "late.yaml").out
    assert "The dossier as it is first known: 2 parties" in log
    assert "Compared with nothing, for the revision before (" in log
    since = talks.ask("log", "-f", "late.yaml", "--since", "HEAD~1").out
    assert "Compared with nothing, for the revision before (" in since


# ------------------------------------------------------------------------ log and blame


def test_the_log_can_be_narrowed(three: Talks) -> None:
    def subjects(*arguments: str) -> list[str]:
        ended = three.ask("log", "--format", "json", *arguments)
        assert ended.code == 0
        return [json.loads(line)["subject"] for line in ended.out.splitlines()]

    assert subjects() == ["Correct", "Insert", "Flip", "North comes nearer", "Begin"]
    assert subjects("seat") == ["Insert", "Begin"]
    assert subjects("--party", "east") == ["Insert", "Begin"]
    assert subjects("--since", "2025-06-03") == ["Correct", "Insert", "Flip"]
    assert subjects("-n", "1") == ["Correct"]
    assert len(subjects("-n", "9" * 20)) == 5
    assert three.ask("log", "nothing").code == 2
    assert three.ask("log", "--since", "nothing").code == 2
    nothing = three.ask("log", "army", "--since", "2025-06-05")
    assert nothing == (0, "No revision since 2025-06-05 changed what was asked for.\n", "")


def test_the_log_counts_evidence_where_that_is_asked_for(talks: Talks) -> None:
    talks.edit("Grade", ("title: Talks}", "title: Talks, reliability: B}"))

    assert "Grade" not in talks.ask("log").out
    assert "Evidence: 1 fact changed." in talks.ask("log", "--class", "evidence").out


def test_blame_names_the_last_change_of_each_position(three: Talks) -> None:
    shown = three.ask("blame", "truce").out
    data = json.loads(three.ask("blame", "Length of the truce", "--format", "json").out)["parties"]

    assert "New: East wants 5 days" in shown
    assert data["north"]["subject"] == "Flip"
    assert data["east"]["subject"] == "Insert"
    assert data["south"]["subject"] == "Begin"
    assert "No revision states a position." in three.ask("blame", "army").out
    assert "## North\n\n- No revision" in three.ask("blame", "army", "--format", "markdown").out
    only = json.loads(three.ask("blame", "truce", "--party", "East", "--format", "json").out)
    assert list(only["parties"]) == ["east"]


def merged(talks: Talks, *, both: bool) -> None:
    """South's figure is changed by Bo on a branch, which Cy merges; Ada may have changed North's.

    The two are far apart in the text, so that git joins them by lines.
    """
    talks.git("checkout", "-q", "-b", "side")
    talks.write("positions.yaml", talks.text.replace("value: 3 days", "value: 4 days"))
    talks.git("commit", "-qam", "South corrected", GIT_AUTHOR_NAME="Bo", GIT_COMMITTER_NAME="Bo")
    talks.git("checkout", "-q", "main")
    if both:
        talks.edit("North corrected", ("value: 30 days", "value: 31 days"))
    else:
        talks.commit("Elsewhere", other="x")
    talks.git(
        *("merge", "-q", "--no-ff", "-m", "Merge side", "side"),
        GIT_AUTHOR_NAME="Cy",
        GIT_COMMITTER_NAME="Cy",
    )


@pytest.mark.parametrize("both", [False, True])
def test_who_wrote_a_change_is_named_and_not_who_merged_it(talks: Talks, *, both: bool) -> None:
    merged(talks, both=both)
    found = json.loads(talks.ask("blame", "truce", "--format", "json").out)["parties"]
    assert (found["south"]["author"], found["south"]["subject"]) == ("Bo", "South corrected")
    assert found["north"]["subject"] == ("North corrected" if both else "Begin")
    entries = [json.loads(line) for line in talks.ask("log", "--format", "json").out.splitlines()]
    told = [(entry["author"], entry["subject"]) for entry in entries]
    assert ("Bo", "South corrected") in told
    assert (("Cy", "Merge side") in told) == both
    if both:
        assert entries[0]["counts"] == dict.fromkeys(
            ("substance", "evidence", "frame", "wording"), 0
        )
        assert len(entries[0]["joins"]) == 2
        log = talks.ask("log").out
        assert "and changes nothing else" in " ".join(log.split())
        assert " ".join(log.split()).count("corrected in the record, and nobody moved") == 2


def test_what_a_merge_wrote_by_itself_is_named_as_its_own(talks: Talks) -> None:
    merged(talks, both=True)
    text = talks.text
    assert "value: 4 days" in text
    talks.write("positions.yaml", text.replace("value: 4 days", "value: 5 days"))
    talks.git("commit", "-q", "-a", "--amend", "--no-edit")
    found = json.loads(talks.ask("blame", "truce", "--format", "json").out)["parties"]
    assert found["south"]["subject"] == "Merge side"
    assert found["north"]["subject"] == "North corrected"
    first = json.loads(talks.ask("log", "--format", "json").out.splitlines()[0])
    assert [one["party"] for issue in first["issues"] for one in issue["positions"]] == ["south"]


def test_a_side_that_a_merge_did_not_take_is_not_named(talks: Talks) -> None:
    """Both sides change South's figure; the merge keeps that of the branch, which is older."""
    talks.git("checkout", "-q", "-b", "side")
    talks.edit("Aside", ("value: 3 days", "value: 4 days"))
    talks.git("checkout", "-q", "main")
    talks.edit("Here", ("value: 3 days", "value: 9 days"), ("title: Size", "title: The size"))
    talks.git("merge", "-q", "-X", "theirs", "--no-ff", "-m", "Merge side", "side")
    assert "value: 4 days" in talks.text
    found = json.loads(talks.ask("blame", "truce", "--format", "json").out)["parties"]
    assert found["south"]["subject"] == "Aside"


def test_where_a_history_was_cut_off_nobody_is_named_for_what_came_before(
    moved: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved.commit("Elsewhere", other="x")
    moved.clone(tmp_path / "shallow", "--depth", "1")
    monkeypatch.chdir(tmp_path / "shallow")
    for command in (("blame", "truce"), ("log",)):
        shown = " ".join(moved.ask(*command).out.split())
        assert "The history was cut off here when it was cloned." in shown
        assert "What came before, and who wrote this, is not known." in shown
    assert json.loads(moved.ask("log", "--format", "json").out)["cut_off"]


def test_the_day_of_a_commit_is_told_where_it_is_not_that_of_the_writing(talks: Talks) -> None:
    talks.write("positions.yaml", talks.text.replace("3 days", "4 days"))
    talks.git(
        *("commit", "-qam", "Late"),
        GIT_AUTHOR_DATE="2025-06-02T12:00:00+0300",
        GIT_COMMITTER_DATE="2025-06-05T12:00:00+0300",
    )
    assert (
        " · 31 May 2025 · written 2 June 2025, committed 5 June 2025 · Ada\n"
        in talks.ask("log", "-n", "1").out
    )


def test_each_revision_names_the_moment_for_which_it_stands(talks: Talks) -> None:
    talks.edit("Later", ("as_of: 2025-05-31", "as_of: 2025-07-02T18:00"), ("3 days", "4 days"))
    first, second = [line for line in talks.ask("log").out.splitlines() if "· Ada" in line]
    assert " · 2 July 2025, 18:00 · committed 2 June 2025 · Ada" in first
    assert " · 31 May 2025 · committed 1 June 2025 · Ada" in second
    told = [json.loads(line) for line in talks.ask("log", "--format", "json").out.splitlines()]
    assert [one["as_of"] for one in told] == ["2025-07-02T18:00", "2025-05-31"]

    shown = " ".join(talks.ask("diff", "HEAD~1", "HEAD").out.split())
    assert "(31 May 2025 · committed 1 June 2025, Ada: Begin)" in shown
    assert "(2 July 2025, 18:00 · committed 2 June 2025, Ada: Later)" in shown
    assert _difference(talks, "HEAD~1", "HEAD")["as_of"] == {
        "before": "2025-05-31",
        "after": "2025-07-02T18:00",
    }
    assert "2 July 2025, 18:00 · committed" in talks.ask("blame", "truce").out


def test_a_revision_that_cannot_be_read_stands_for_no_moment(talks: Talks) -> None:
    talks.write("positions.yaml", "dossier: [")
    talks.commit("Break")
    assert re.search(
        r"^[0-9a-f]{9} · committed 2 June 2025 · Ada$", talks.ask("log").out, re.MULTILINE
    )


@pytest.mark.parametrize("issue", [(), ("truce",)])
@pytest.mark.parametrize("since", ["HEAD", "2030-01-01"])
def test_a_log_of_no_revisions_says_so(talks: Talks, issue: tuple[str, ...], since: str) -> None:
    said = f"No revision since {since} changed what was asked for.\n"
    assert talks.ask("log", *issue, "--since", since) == (0, said, "")
    assert talks.ask("log", *issue, "--since", since, "--format", "markdown").out == said
    assert talks.ask("log", *issue, "--since", since, "--format", "json") == (0, "", "")


def test_a_renamed_dossier_that_git_merges_by_lines_is_told_of(moved: Talks) -> None:
    moved.ask("git", "install")
    moved.git("mv", "positions.yaml", "talks.yaml")
    moved.commit("Renamed")
    for command in (("diff",), ("log",), ("blame", "truce")):
        ended = moved.ask(*command, "-f", "talks.yaml")
        assert ended.code == 0
        assert "it was set up as positions.yaml" in ended.err
    shown = moved.ask("git", "status", "-f", "talks.yaml")
    assert shown.code == 1
    assert "It is set up for `positions.yaml`, which is not there any more." in shown.out
    moved.ask("git", "install", "-f", "talks.yaml")
    assert moved.ask("log", "-f", "talks.yaml").err == ""


def test_blame_says_that_a_correction_is_one(moved: Talks) -> None:
    moved.edit("Misprint", ("value: 3 days", "value: 4 days"))

    assert "Corrected in the record, and nobody moved: South wants 4 days" in " ".join(
        moved.ask("blame", "truce").out.split()
    )


def test_nothing_can_be_asked_where_no_revision_can_be_read(talks: Talks) -> None:
    talks.commit_file("late.yaml", "[", "Broken")

    ended = talks.ask("blame", "truce", "-f", "late.yaml")
    assert (ended.code, ended.out) == (1, "")
    assert "cannot be read in " in ended.err
    talks.commit_file("late.yaml", "{", "Broken again")
    assert talks.ask("log", "truce", "-f", "late.yaml").code == 0


def test_a_newer_document_that_says_the_same_moves_nobody(moved: Talks) -> None:
    again = NEW_PLAN.replace("new-", "third-").replace("06-01", "06-03")
    moved.edit("Again", ("  reply:\n", f"{again}  reply:\n"))

    assert (
        "Said again in a newer document: North wants 20 days."
        in moved.ask("diff", "HEAD~1", "HEAD").out
    )


def test_red_lines_and_blanks_are_substance_by_which_nobody_moves(talks: Talks) -> None:
    talks.edit("Red", ("value: there\n", "value: there\n        red_line: true\n"))
    talks.edit(
        "Ask",
        (
            "      seat:\n        value: here\n        paraphrase: The harbour is the seat.\n",
            "      seat: declined\n      army: declined\n",
        ),
    )
    talks.edit("Blank", ("army: declined", "army: silent"))
    red = talks.ask("diff", "HEAD~3", "HEAD~2").out

    said = "what South said on 2 May 2025 is now recorded as a red line."
    assert said in " ".join(red.split())
    assert "(red line)" in red
    blank = " ".join(talks.ask("diff", "HEAD~2", "HEAD~1").out.split())
    assert (
        "North has declined to say. Recorded before: North's position is “in the harbour”." in blank
    )
    assert "blank: [-declined-]{+silent+}" in talks.ask("diff", "HEAD~1", "HEAD").out


def test_markdown_shows_the_same_and_cannot_be_injected(three: Talks) -> None:
    three.edit(
        "Inject",
        ("Length of the truce", "<b>*Length*"),
        ("value: 3 days", "value: 4 days"),
    )
    shown = three.ask("diff", "HEAD~5", "HEAD", "--format", "markdown", "--class", "all").out

    assert "### &lt;b&gt;\\*Length\\*" in shown
    assert "  - **was**: <del>3</del> days" in shown
    assert "## Evidence" in shown
    assert "### added: " in shown
    party = three.ask("diff", "HEAD~5", "HEAD", "--format", "markdown", "--by", "party").out
    assert "## Substance: East" in party
    log = three.ask("log", "--format", "markdown").out
    assert "## Insert\n" in log
    assert "New column: " in log


def test_what_a_dossier_says_cannot_touch_the_terminal(talks: Talks) -> None:
    evil = '"\\e[31m red \\u202e"'
    talks.edit(
        "\x1b[2J subject",
        ("title: Seat of the talks", f"title: {evil}"),
        ("value: there", "value: here"),
    )
    for arguments in (("diff", "HEAD~1", "HEAD", "--class", "all"), ("log",), ("blame", "seat")):
        ended = talks.ask(*arguments)
        assert "\x1b" not in ended.out
        assert "\u202e" not in ended.out


def test_the_commands_need_a_repository(
    talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "positions.yaml").write_text(BASE, encoding="utf-8")
    for arguments in (("diff",), ("log",), ("blame", "truce")):
        ended = talks.ask(*arguments)
        assert ended.code == 2
        assert "no revisions" in ended.err
    (tmp_path / "positions.yaml").unlink()
    assert talks.ask("diff").code == 2


def test_a_shipped_history_turns_undisclosed_rows_to_disclosed() -> None:
    """The dossier of this project, from the morning to the evening of 2 June 2025."""
    revisions = subprocess.run(
        ["git", "log", "--format=%H", "--reverse", "--", "data/positions.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    if len(revisions) < 2:
        pytest.skip("this is no repository with its history")
    done = subprocess.run(
        [sys.executable, "-m", "tui", "diff", *revisions[:2], "--format", "json", "--class", "all"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    data = json.loads(done.stdout)
    found = [
        {"status": issue["status"], **one} for issue in data["issues"] for one in issue["positions"]
    ]
    hidden = [one for one in found if one["status"]["before"] == "undisclosed"]

    disclosed = [one for one in found if one["what"] == "disclosed"]
    assert len(disclosed) >= 8
    assert {one["party"] for one in disclosed} == {"russia"}
    assert len([one for one in disclosed if "undisclosed" in str(one["before"][:1])]) >= 8
    assert all(one["status"]["after"] != "undisclosed" for one in hidden)
    leaves = [
        leaf for issue in data["issues"] for fact in issue["facts"] for leaf in fact["leaves"]
    ]
    words = {"paraphrase", "note", "title", "topic", "provision", "disputed"}
    assert not [
        leaf for leaf in leaves if leaf["class"] == "substance" and words & set(leaf["path"])
    ]


@pytest.mark.parametrize("command", [("diff",), ("log",), ("blame",), ("git",)])
def test_each_command_explains_itself(talks: Talks, command: tuple[str, ...]) -> None:
    ended = talks.ask(*command, "--help")

    assert ended.code == 0
    assert "Usage: positions" in ended.out


def test_git_is_set_up_and_taken_back(
    talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "positions"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    assert talks.ask("git", "status").code == 1
    installed = talks.ask("git", "install")
    status = talks.ask("git", "status")

    assert (installed.code, status.code) == (0, 0)
    assert status.out == installed.out
    assert "attributes: /positions.yaml diff=positions merge=positions" in status.out
    assert "local setting diff.positions.command: set\n" in status.out
    assert talks.git("check-attr", "diff", "positions.yaml").endswith("diff: positions")
    talks.git("config", "diff.positions.command", "true")
    changed = talks.ask("git", "status")
    assert changed.code == 1
    assert "diff.positions.command: set to something else" in changed.out
    refused = talks.ask("git", "install")
    assert (refused.code, refused.out) == (2, "")
    talks.git("config", "--unset-all", "diff.positions.command")
    assert talks.ask("git", "install", "--shared").code == 0
    assert (talks.folder / ".gitattributes").exists()
    gone = talks.ask("git", "uninstall")
    assert gone.code == 0
    assert gone.out.startswith("Git compares and merges this dossier by its lines.")
    assert not (talks.folder / ".gitattributes").exists()
    talks.ask("git", "install", "--global")
    assert "global setting" in talks.ask("git", "status").out
    assert "global setting" not in talks.ask("git", "uninstall", "--global").out


def test_where_git_will_not_find_the_program_is_said(
    talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    git = shutil.which("git")
    assert git is not None
    (folder / "git").symlink_to(git)
    monkeypatch.setenv("PATH", str(folder))
    installed = talks.ask("git", "install")
    assert installed.code == 0
    assert "It finds no `positions` on the PATH, and goes by lines until it does." in installed.out
    assert talks.ask("git", "status").code == 1
    named = talks.ask("git", "install", "--program", str(folder / "git"), "--lines")
    assert named.out.startswith("Git compares and merges this dossier by what it says.\n")
    assert "What is no comparison shows its lines" in named.out
    assert talks.ask("git", "status").code == 0


def test_git_cannot_be_set_up_outside_a_repository(
    talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "positions.yaml").write_text(BASE, encoding="utf-8")
    for command in ("install", "uninstall", "status"):
        assert talks.ask("git", command).code == 2
