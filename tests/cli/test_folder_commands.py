"""Does every command take a folder of files for a dossier?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from positions.cli import main as cli
from tests.repositories import Builder

if TYPE_CHECKING:
    from pathlib import Path

COMMON = """\
dossier: {format: 1, title: Harbour talks, as_of: 2025-06-02}
sources:
  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
events:
  thaw: {title: The river thaws}
issues:
  truce: {topic: War, title: Length of the truce, kind: duration}
"""
BEFORE = COMMON.replace("2025-06-02", "2025-06-01", 1)
NORTH = """\
parties: {north: {name: North}}
memoranda:
  plan:
    party: north
    form: statement
    date: 2025-05-01
    sources: [paper]
    sequence: [truce, thaw]
    positions: {truce: 30 days}
"""
SOUTH = """\
parties: {south: {name: South}}
memoranda:
  reply:
    party: south
    form: statement
    date: 2025-05-02
    sources: [paper]
    sequence: [thaw, truce]
    positions: {truce: 3 days}
"""
NEW = """\
  offer: {party: south, form: statement, date: 2025-06-02, sources: [paper], positions: {truce: 9 days}}
"""
CASE = "the talks"


class Ended(NamedTuple):
    code: int
    out: str
    err: str


class Talks(Builder):
    """A repository with a dossier in a folder, which can be asked about."""

    capture: pytest.CaptureFixture[str]

    def ask(self, *arguments: str) -> Ended:
        code = cli.run(arguments, open_ui=_no_screen)
        return Ended(code, *self.capture.readouterr())


def _no_screen(path: str, query: str, _lens: object, _look: object) -> int:
    raise AssertionError((path, query))


@pytest.fixture
def talks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Talks:
    found = Talks(tmp_path / "work", tmp_path / "home")
    found.capture = capsys
    monkeypatch.chdir(found.folder)
    monkeypatch.delenv("POSITIONS_FILE", raising=False)
    for name, text in (("common", BEFORE), ("papers/north", NORTH), ("papers/south", SOUTH)):
        found.write(f"{CASE}/{name}.yaml", text)
    found.commit("Begin")
    found.write(f"{CASE}/common.yaml", COMMON)
    found.commit_file(f"{CASE}/papers/south.yaml", SOUTH + NEW, "South comes nearer")
    return found


@pytest.mark.parametrize("named", [CASE, f"{CASE}/", f"./{CASE}"])
def test_check_compare_show_and_sequence(talks: Talks, named: str) -> None:
    counts = "2 parties, 1 issue, 3 documents, 3 positions"
    assert talks.ask("check", named) == (0, "", f"{named}: no problems in {counts}.\n")
    compared = talks.ask("compare", named, "truce")
    assert (compared.code, compared.err) == (0, "")
    assert "21 days apart" in compared.out
    shown = talks.ask("show", "truce", "-f", named)
    assert f"{named.rstrip('/')}/common.yaml:7" in shown.out
    assert "the length of the truce, then the river thaws" in " ".join(
        talks.ask("sequence", named).out.split()
    )
    assert talks.ask(named) == talks.ask("compare", named)


def test_a_folder_can_be_found_or_named_by_the_environment(
    talks: Talks, monkeypatch: pytest.MonkeyPatch
) -> None:
    (talks.folder / CASE).rename(talks.folder / "positions")
    assert "9 days" in talks.ask("compare").out
    monkeypatch.chdir("positions/papers")
    assert "9 days" in talks.ask("compare").out
    monkeypatch.setenv("POSITIONS_FILE", str(talks.folder / "positions"))
    assert talks.ask("check").code == 0


def test_a_folder_of_something_else_is_a_word_of_the_filter(talks: Talks) -> None:
    (talks.folder / "truce").mkdir()
    (talks.folder / CASE).rename(talks.folder / "positions")
    assert "Length of the truce" in talks.ask("compare", "truce").out
    ended = talks.ask("compare", "truce/")
    assert (ended.code, ended.out) == (1, "")
    assert "`truce/` has no file with content that ends in `.yaml`" in ended.err


def test_diff_log_and_blame(talks: Talks) -> None:
    moved = "It moved toward North: 21 days apart; before, 27."
    for words in (
        ("diff", "HEAD~1", "--", CASE),
        ("diff", "HEAD~1", CASE),
        ("diff", "HEAD~1", "HEAD", "-f", f"{CASE}/"),
    ):
        ended = talks.ask(*words)
        assert (ended.code, ended.err) == (0, "")
        assert moved in " ".join(ended.out.split())
    assert talks.ask("diff", "--", CASE).out == "Nothing changed.\n"
    log = talks.ask("log", "-f", CASE).out
    assert "It moved toward North" in log
    assert "The dossier begins: 2 parties, 1 issue, 2 documents, 2 positions." in log
    assert "South comes nearer" in talks.ask("blame", "truce", "-f", CASE).out


def test_two_plain_folders(talks: Talks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, common, text in (("was", BEFORE, SOUTH), ("is", COMMON, SOUTH + NEW)):
        (tmp_path / name).mkdir()
        for file, content in (("a", common), ("b", NORTH), ("c", text)):
            (tmp_path / name / f"{file}.yaml").write_text(content)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    ended = talks.ask("diff", "was", "is", "--exit-code")
    assert (ended.code, ended.err) == (1, "")
    assert "As recorded, from was (1 June 2025) to is (2 June 2025)." in ended.out
    assert "It moved toward North" in " ".join(ended.out.split())
    assert "away from" in talks.ask("diff", "is", "was").out
    assert talks.ask("diff", "was", "was/").out == "Nothing changed.\n"
    (tmp_path / "is" / "a.yaml").write_text(BEFORE)
    (tmp_path / "is" / "c.yaml").write_text(f"# a remark\n{SOUTH}")
    assert "Nothing changed but the form" in talks.ask("diff", "was", "is").out
    (tmp_path / "one.yaml").write_text(COMMON + NORTH)
    ended = talks.ask("diff", "one.yaml", "was")  # a file and a folder
    assert "South" in ended.out
    (tmp_path / "empty").mkdir()
    ended = talks.ask("diff", "was", "empty/")
    assert (ended.code, ended.out) == (1, "")
    assert "`empty/` has no file with content" in ended.err


def test_a_broken_file_of_a_folder_is_named_with_its_line(talks: Talks) -> None:
    talks.write(f"{CASE}/papers/south.yaml", f"{SOUTH}  reply: {{party: nroth}}\n")
    ended = talks.ask("check", CASE)
    assert ended.code == 1
    assert f"{CASE}/papers/south.yaml:10:3: error duplicate-key: " in ended.out
    talks.write(f"{CASE}/papers/south.yaml", "memoranda: [\n")
    ended = talks.ask("compare", CASE)
    assert ended.code == 1
    assert f"{CASE}/papers/south.yaml:1:12: error syntax: " in ended.err
