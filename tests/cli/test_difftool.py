"""Does `git difftool` show what changed: file by file, and folders, on a screen or without one?"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from positions.changes.leaves import canonical
from positions.cli import main as cli
from positions.cli import terminal
from positions.cli.git import difftool_sides
from positions.cli.git.difftool_sides import difftool_pairs
from positions.git.setup import install
from positions.loader import load
from tests.paths import ROOT
from tests.repositories import Builder, clean_environment, dossier_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.changes.paths import NamedPath
    from positions.cli.git.difftool_sides import DossierPair


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """`talks.yaml`, and the same talks in a folder; each revision asks for ten days more."""
    home, programs = tmp_path / "home", tmp_path / "bin"
    for folder in (home, programs):
        folder.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in clean_environment(home).items():
        monkeypatch.setenv(name, value)
    script = programs / "positions"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    made = Builder(tmp_path / "work", home)
    made.environment["PATH"] = os.environ["PATH"]
    for days in (10, 20):
        write(made, days)
        made.write("notes/build.yaml", f"jobs: {{number: {days}}}\n")
        made.commit(f"{days} days")
    monkeypatch.chdir(made.folder)
    return made


def write(made: Builder, days: int) -> None:
    text = dossier_text(days)
    made.write("talks.yaml", text)
    common, _, memoranda = text.partition("memoranda:")
    made.write("the case/common.yaml", common)
    made.write("the case/papers/plan.yaml", f"memoranda:{memoranda}")


def given(made: Builder, folder: Path, revision: str, *paths: str) -> str:
    """What git gives with `-d`: the changed files of a revision, in a folder."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(made.git("show", f"{revision}:{path}") + "\n")
    folder.mkdir(exist_ok=True)
    return f"{folder}/"


def days(side: NamedPath) -> str:
    """What a side asks for, or why it cannot be read."""
    if side.path == os.devnull:
        return "nothing"
    loaded = load(side.path, checked=False)
    if loaded.dossier is None:
        return str(loaded.problems)
    return str(canonical(loaded.dossier)["memoranda", "plan", "positions", "truce", "value"])


def told(pairs: tuple[DossierPair, ...]) -> list[tuple[str, str, str]]:
    return [
        (pair.after.name.removesuffix(" (after)"), days(pair.before), days(pair.after))
        for pair in pairs
    ]


# ----------------------------------------------------------------------------- what git gives


def test_a_file(tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(dossier_text(10))
    with difftool_pairs(str(old), "talks.yaml", "talks.yaml") as pairs:
        assert told(pairs) == [("talks.yaml", "10 days", "20 days")]
        assert pairs[0].after.path == "talks.yaml"
    for before, after, shown in (
        (os.devnull, "talks.yaml", ("nothing", "20 days")),
        (str(old), os.devnull, ("10 days", "nothing")),
    ):
        with difftool_pairs(before, after, "talks.yaml") as pairs:
            assert told(pairs) == [("talks.yaml", *shown)]


def test_a_file_that_is_no_dossier_is_left_as_it_is(tmp_path: Path) -> None:
    for content in ("x: [\n", "- a\n", ""):
        old = tmp_path / "old.yaml"
        old.write_text(content)
        Path("other.yaml").write_text(content)
        with difftool_pairs(str(old), "other.yaml", "other.yaml") as pairs:
            assert [pair.after.path for pair in pairs] == ["other.yaml"]
            assert [pair.before.path for pair in pairs] == [str(old)]


def test_a_file_of_a_folder_is_shown_with_the_whole_of_it(
    repository: Builder, tmp_path: Path
) -> None:
    path = "the case/papers/plan.yaml"
    old = given(repository, tmp_path / "left", "HEAD~1", path) + path
    with difftool_pairs(old, path, path) as pairs:
        assert told(pairs) == [("the case", "10 days", "20 days")]
        assert pairs[0].after.path == "the case"
        copy = pairs[0].before.path
        names = sorted(one.name for one in Path(copy).iterdir())
        assert names == ["common.yaml", "papers"]
    assert not Path(copy).exists()
    older = given(repository, tmp_path / "right", "HEAD", path) + path
    write(repository, 30)
    with difftool_pairs(old, older, path) as pairs:
        assert told(pairs) == [("the case", "10 days", "20 days")]
        assert pairs[0].after.path != "the case"


def test_folders_have_each_dossier_that_changed(repository: Builder, tmp_path: Path) -> None:
    paths = ("talks.yaml", "the case/papers/plan.yaml", "notes/build.yaml")
    left = given(repository, tmp_path / "left", "HEAD~1", *paths)
    right = given(repository, tmp_path / "right", "HEAD", *paths)
    expected = [("talks.yaml", "10 days", "20 days"), ("the case", "10 days", "20 days")]
    with difftool_pairs(left, right, "") as pairs:
        assert told(pairs) == expected
        assert pairs[1].after.path != "the case"
    for path in paths:  # as git does for what is in the working tree
        (tmp_path / "right" / path).unlink()
        (tmp_path / "right" / path).symlink_to(repository.folder / path)
    with difftool_pairs(left, right, "") as pairs:
        assert told(pairs) == expected
        assert [pair.after.path for pair in pairs] == ["talks.yaml", "the case"]


def test_a_file_new_or_gone_in_a_folder(repository: Builder, tmp_path: Path) -> None:
    new = "the case/more.yaml"
    repository.write(new, "parties: {east: {name: East}}\n")
    left = given(repository, tmp_path / "left", "HEAD")
    right = f"{tmp_path / 'right'}/"
    (tmp_path / "right" / "the case").mkdir(parents=True)
    (tmp_path / "right" / new).symlink_to(repository.folder / new)
    with difftool_pairs(left, right, "") as pairs:
        ((before, after),) = pairs
        assert after.path == "the case"
        parties = [load(side.path).dossier.parties for side in (before, after)]  # type: ignore[union-attr]
        assert [list(one) for one in parties] == [["north", "south"], ["north", "south", "east"]]
    (repository.folder / new).unlink()
    with difftool_pairs(right, left, "") as pairs:
        assert [pair.after.path for pair in pairs] == ["the case"]


def test_only_other_files_changed(repository: Builder, tmp_path: Path) -> None:
    left = given(repository, tmp_path / "left", "HEAD~1", "notes/build.yaml")
    right = given(repository, tmp_path / "right", "HEAD", "notes/build.yaml")
    with difftool_pairs(left, right, "") as pairs:
        assert told(pairs) == [("notes/build.yaml", days(pairs[0].before), days(pairs[0].after))]
    (tmp_path / "left" / "notes" / "b.yaml").write_text("x: 1\n")
    with difftool_pairs(left, right, "") as pairs:
        assert pairs == ()


def test_the_folder_that_is_meant_comes_first(
    repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files with a header make no folder of one dossier, unless it is named."""
    repository.write("the case/second.yaml", "dossier: {format: 1, title: Other}\n")
    path = "the case/papers/plan.yaml"
    old = given(repository, tmp_path / "left", "HEAD~1", path) + path
    with difftool_pairs(old, path, path) as pairs:
        assert [pair.before.path for pair in pairs] == [old]
    monkeypatch.setenv("POSITIONS_FILE", str(repository.folder / "the case"))
    with difftool_pairs(old, path, path) as pairs:
        assert [pair.after.path for pair in pairs] == ["the case"]


def test_nothing_outside_the_repository_is_read(repository: Builder, tmp_path: Path) -> None:
    path = "the case/papers/plan.yaml"
    old = given(repository, tmp_path / "left", "HEAD~1", path) + path
    new = given(repository, tmp_path / "right", "HEAD", path) + path
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "x.yaml").write_text("parties: {secret: {name: Secret}}\n")
    (repository.folder / "the case" / "x.yaml").symlink_to(secret / "x.yaml")
    with difftool_pairs(old, new, path) as pairs:
        loaded = load(pairs[0].before.path)
        assert loaded.dossier is not None
        assert list(loaded.dossier.parties) == ["north", "south"]
        assert "it is a symbolic link" in str(loaded.problems)
    shutil.move("the case", secret / "moved")
    (repository.folder / "the case").symlink_to(secret / "moved")
    with difftool_pairs(old, new, path) as pairs:
        assert [pair.before.path for pair in pairs] == [old]


def test_what_is_copied_is_bounded(
    repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(difftool_sides, "MAX_BYTES", 100)
    path = "the case/papers/plan.yaml"
    old = given(repository, tmp_path / "left", "HEAD~1", path) + path
    with difftool_pairs(old, path, path) as pairs:
        copied = [one.stat().st_size for one in Path(pairs[0].before.path).rglob("*.yaml")]
    assert sum(copied) == 101


# -------------------------------------------------------------------------------- the command


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def run(*arguments: str) -> tuple[int, str]:
        code = cli.run(("git", "difftool", *arguments), open_ui=lambda *_: 98)
        return code, capsys.readouterr().out

    return run


def test_without_a_terminal_it_is_printed(
    ask: Callable[..., tuple[int, str]], repository: Builder, tmp_path: Path
) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(dossier_text(10))
    code, out = ask("--path", "talks.yaml", "--", str(old), "talks.yaml")
    assert code == 0
    assert (
        "As recorded, from talks.yaml (before · 2 June 2025) to talks.yaml (after · 2 June 2025)."
        in out
    )
    assert "Corrected in the record, and nobody moved" in out
    code, out = ask("--path", "talks.yaml", os.devnull, "talks.yaml")
    assert code == 0
    assert "New: " in out
    old.write_text("x: [\n")
    assert ask("--path", "talks.yaml", str(old), "talks.yaml") == (1, "")
    empty = given(repository, tmp_path / "empty", "HEAD")
    assert ask(empty, empty) == (0, "No dossier is among the files that changed.\n")


def test_on_a_terminal_the_screen_opens(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "has_screen", lambda: True)
    opened: list[tuple[NamedPath, NamedPath]] = []

    def open_changes(before: NamedPath, after: NamedPath, _look: object) -> int:
        opened.append((before, after))
        return 7

    arguments = ("git", "difftool", "--path", "talks.yaml", os.devnull, "talks.yaml")
    code = cli.run(arguments, open_ui=lambda *_: 98, open_changes=open_changes)
    assert (code, capsys.readouterr().out) == (7, "")
    assert [(before.path, after.path) for before, after in opened] == [(os.devnull, "talks.yaml")]


# ------------------------------------------------------------------------------------ with git


def test_git_calls_it(repository: Builder) -> None:
    install("talks.yaml")
    install("the case")
    said = repository.git("difftool", "-y", "-t", "positions", "HEAD~1", "--", "talks.yaml")
    assert said.startswith("Talks\nAs recorded, from talks.yaml (before · 2 June 2025)")
    folders = repository.git("difftool", "-d", "-t", "positions", "HEAD~1", "HEAD")
    assert (
        "As recorded, from talks.yaml (before · 2 June 2025) to talks.yaml (after · 2 June 2025)."
        in folders
    )
    assert (
        "As recorded, from the case (before · 2 June 2025) to the case (after · 2 June 2025)."
        in folders
    )
    assert folders.count("was  [-10-] days") == 2
    compared = repository.git("diff", "HEAD~1", "--", "the case/papers/plan.yaml")
    assert "Corrected in the record, and nobody moved" in compared


def test_another_tool_of_git_difftool_is_left_alone(repository: Builder) -> None:
    install("talks.yaml")
    repository.git("config", "difftool.mine.cmd", 'echo "mine: $MERGED"')
    assert repository.git("difftool", "-y", "-t", "mine", "HEAD~1", "--", "talks.yaml") == (
        "mine: talks.yaml"
    )
    repository.git("config", "difftool.fails.cmd", "exit 5")
    trusting = ("difftool", "-y", "--trust-exit-code", "-t", "fails", "HEAD~1", "--", "talks.yaml")
    with pytest.raises(AssertionError):
        repository.git(*trusting)


@pytest.mark.parametrize("folders", [False, True], ids=["file", "folder"])
def test_in_a_terminal_git_opens_the_screen(*, folders: bool, repository: Builder) -> None:
    install("talks.yaml")
    path = "the case" if folders else "talks.yaml"
    words = ["difftool", *(["-d"] if folders else ["-y"]), "-t", "positions", "HEAD~1", "--", path]
    child = pexpect.spawn(
        "git",
        words,
        cwd=str(repository.folder),
        env={**os.environ, "TERM": "xterm-256color", "POSITIONS_ASCII": "1"},
        dimensions=(24, 80),
        timeout=60,
        encoding="utf-8",
    )
    child.expect_exact(f"{path} (before)")
    child.expect_exact(f"{path} (after)")
    child.expect("nobody moved")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
