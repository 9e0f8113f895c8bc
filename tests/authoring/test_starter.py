"""Does `init` write a dossier to learn from, and never over anything?"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import positions
from positions.authoring.starter import starter_files, starter_text
from positions.cli import main as cli
from positions.comparison.rows import Status
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable


def names(folder: str | Path = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


class Ended(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ended]:
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Ended:
        code = cli.run(arguments, open_ui=lambda *_: 99)
        return Ended(code, *capsys.readouterr())

    return call


def test_a_dossier_is_begun_and_passes_check(run: Callable[..., Ended]) -> None:
    assert run("init") == (0, "", "Wrote positions.yaml. Look at it: positions positions.yaml\n")
    checked = run("check")
    assert (checked.code, checked.out) == (0, "")
    assert "no problems in 2 parties" in checked.err
    assert run("positions.yaml").out.startswith("The river talks\n")


def test_it_shows_what_a_dossier_can_say() -> None:
    dossier = positions.loads(starter_text()).dossier
    assert dossier is not None
    comparison = positions.compare(dossier)

    statuses = {row.issue.id: row.status for row in comparison.rows}
    assert statuses == {
        "flow": Status.DIVIDED,
        "works": Status.DIVIDED,
        "inspection": Status.UNDISCLOSED,
        "length": Status.NEAR,
    }
    assert {document.form for document in dossier.memoranda.values()} == {"memorandum", "report"}
    assert all(source.reliability for source in dossier.sources.values())
    assert dossier.memoranda["upper-plan"].options
    assert dossier.memoranda["lower-letter"].positions["flow"].red_line


def test_it_is_tidy_yaml_by_the_rules_of_this_repository() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yamllint", "--strict", "positions/authoring/starter.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert max(map(len, starter_text().splitlines())) <= 100


def test_nothing_is_overwritten(run: Callable[..., Ended]) -> None:
    Path("positions.yaml").write_text("mine", encoding="utf-8")
    Path("link.yaml").symlink_to("nowhere.yaml")
    for path in ("positions.yaml", "link.yaml"):
        ended = run("init", path)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == f"positions: There is `{path}` already. Nothing was written.\n"
    assert Path("positions.yaml").read_text(encoding="utf-8") == "mine"
    assert not Path("nowhere.yaml").exists()


def test_folders_on_the_way_are_made(run: Callable[..., Ended]) -> None:
    assert run("init", "talks/data/positions.yaml").code == 0
    assert Path("talks/data/positions.yaml").read_text(encoding="utf-8") == starter_text()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["."], "`.` is a folder. Name a file in it, or use --folder."),
        (["file/inside.yaml"], "Nothing was written"),
        (["a\0b"], "Nothing was written: the path is not one."),
        (["--folder", "file"], "Nothing was written"),
        (["one.yaml", "--folder", "two"], "Name a file or a folder"),
        (["x" * 5_000], "Nothing was written: file name too long."),
    ],
)
def test_what_cannot_be_written_is_said(
    arguments: list[str], sentence: str, run: Callable[..., Ended]
) -> None:
    Path("file").write_text("x", encoding="utf-8")
    ended = run("init", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert sentence in ended.err
    assert names() == ["file"]


def test_it_can_be_printed(run: Callable[..., Ended]) -> None:
    assert run("init", "-") == (0, starter_text(), "")


def test_a_folder_has_the_common_sections_and_a_file_for_each_party(
    run: Callable[..., Ended],
) -> None:
    assert "positions ./-x.yaml" in run("init", "--", "-x.yaml").err
    assert run("init", "--folder", "talks").err == "Wrote talks. Look at it: positions talks\n"
    assert run("check", "talks").code == 0
    files = {path.name: path.read_text(encoding="utf-8") for path in Path("talks").iterdir()}

    assert files.keys() == {"dossier.yaml", "issues.yaml", "upper.yaml", "lower.yaml"}
    assert files == starter_files()
    sections = {name: re.findall(r"^(\w+):", text, re.MULTILINE) for name, text in files.items()}
    assert sections == {
        "dossier.yaml": ["dossier", "parties", "sources", "events"],
        "issues.yaml": ["issues"],
        "upper.yaml": ["memoranda"],
        "lower.yaml": ["memoranda"],
    }
    whole = [line for line in starter_text().splitlines() if line]
    parts = [line for text in files.values() for line in text.splitlines() if line]
    assert sorted(parts) == sorted([*whole, "memoranda:"])


def test_a_folder_says_what_the_one_file_says(run: Callable[..., Ended]) -> None:
    run("init", "--folder", "talks")
    run("init", "talks.yaml")
    of_a_folder, of_a_file = (run("compare", path).out for path in ("talks", "talks.yaml"))
    assert of_a_folder.replace("--file talks ", "--file talks.yaml ") == of_a_file


def test_a_folder_that_has_a_dossier_is_left_alone(run: Callable[..., Ended]) -> None:
    Path("talks/parties").mkdir(parents=True)
    Path("talks/parties/mine.yaml").write_text("x", encoding="utf-8")
    ended = run("init", "--folder", "talks")
    assert ended.code == 2
    assert "There is `talks/parties/mine.yaml` already" in ended.err
    assert names("talks") == ["parties"]
