"""Does git itself compare, show and merge dossiers by what they say?"""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from positions.cli.git.merge_driver import LEFT_TO_GIT
from positions.cli.git.textconv import canonical_lines
from tests.paths import ROOT
from tests.repositories import Builder, dossier_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BROKEN = "issues: [\n"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A script `positions` that runs these sources, whatever the folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "positions"
    path = shlex.quote(str(ROOT))
    python = shlex.quote(sys.executable)
    script.write_text(f'#!/bin/sh\nPYTHONPATH={path} exec {python} -m tui "$@"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


@pytest.fixture
def repository(tmp_path: Path, program: Path) -> Builder:
    home = tmp_path / "home"
    home.mkdir()
    found = Builder(tmp_path / "talks", home)
    found.git("config", "diff.positions.command", f"{program} git external-diff")
    found.git("config", "diff.positions.textconv", f"{program} git textconv")
    found.git(
        "config",
        "merge.positions.driver",
        f"{program} git merge-driver --marker-size %L --path %P %O %A %B",
    )
    found.write(".git/info/attributes", "*.yaml diff=positions merge=positions\n")
    found.commit_file("talks.yaml", dossier_text(30), "Begin")
    return found


# --------------------------------------------------------------------------------- in git


def test_git_diff_prints_who_moved(repository: Builder) -> None:
    repository.write("talks.yaml", dossier_text(20))
    said = repository.git("diff")

    assert said.startswith("positions diff talks.yaml\nTalks\n")
    assert "Corrected in the record, and nobody moved" in said
    assert "[-30-] days" in said
    assert "\x1b" not in said


def test_git_diff_says_that_nothing_but_the_form_changed(repository: Builder) -> None:
    repository.write("talks.yaml", dossier_text(30, note="a comment"))

    assert "Nothing changed but the form of the text" in repository.git("diff")


def test_git_diff_goes_on_after_a_dossier_that_cannot_be_read(repository: Builder) -> None:
    repository.commit_file("zebra.yaml", dossier_text(30))
    repository.write("talks.yaml", BROKEN)
    repository.write("zebra.yaml", dossier_text(10))
    said = repository.git("diff")

    assert "After: " in said
    assert "+issues: [" in said
    assert "{+10+} days" in said


def test_git_diff_shows_new_gone_and_renamed_files(repository: Builder) -> None:
    repository.git("mv", "talks.yaml", "harbour.yaml")
    repository.write("harbour.yaml", dossier_text(31))
    repository.write("new.yaml", dossier_text(5))
    repository.git("add", "-A")
    said = repository.git("diff", "--staged", "-M")

    assert "positions diff talks.yaml → harbour.yaml" in said
    assert "{+31+} days" in said
    assert "New: " in said
    repository.commit("Rename")
    repository.git("rm", "-q", "new.yaml")
    assert "No longer recorded: " in repository.git("diff", "--staged")


def test_git_colours_it_as_its_settings_say(repository: Builder) -> None:
    repository.write("talks.yaml", dossier_text(20))

    assert "\x1b[" in repository.git("diff", GIT_PAGER_IN_USE="1")
    assert "\x1b[" not in repository.git("diff", GIT_PAGER_IN_USE="1", NO_COLOR="1")
    repository.git("config", "color.diff", "false")
    assert "\x1b[" not in repository.git("diff", GIT_PAGER_IN_USE="1")
    repository.git("config", "color.diff", "always")
    assert "\x1b[" in repository.git("diff")


def test_git_log_shows_lines_of_facts(repository: Builder) -> None:
    repository.commit_file("talks.yaml", dossier_text(20, note="and a comment"), "Shorten")
    said = repository.git("log", "-p", "-1")

    changed = [line for line in said.splitlines() if line[:1] in "+-" and line[1:2] not in "+-"]
    assert changed == [
        "-memoranda.plan.positions.truce.value = 30 days",
        "+memoranda.plan.positions.truce.value = 20 days",
    ]


def test_git_blame_works_on_the_text_of_a_dossier(repository: Builder) -> None:
    assert "value = 30 days" in repository.git("blame", "--textconv", "talks.yaml")


def _both_sides(repository: Builder, ours: str, theirs: str) -> str:
    repository.git("checkout", "-q", "-b", "theirs")
    repository.commit_file("talks.yaml", theirs, "Theirs")
    repository.git("checkout", "-q", "main")
    repository.commit_file("talks.yaml", ours, "Ours")
    return repository.git("merge", "-q", "-m", "Merge", "theirs", check=False)


def test_git_merges_what_does_not_touch(repository: Builder) -> None:
    base = dossier_text(30)
    ours = base.replace("title: Truce", "title: The truce")
    theirs = base.replace("The Paper", "The Gazette")
    _both_sides(repository, ours, theirs)

    merged = (repository.folder / "talks.yaml").read_text(encoding="utf-8")
    assert repository.git("status", "--porcelain") == ""
    assert "title: The truce" in merged
    assert "The Gazette" in merged


def test_git_marks_what_both_sides_changed(repository: Builder) -> None:
    _both_sides(repository, dossier_text(20), dossier_text(10))

    merged = (repository.folder / "talks.yaml").read_text(encoding="utf-8")
    assert "<<<<<<<" in merged
    assert "20 days" in merged
    assert "10 days" in merged
    assert "UU talks.yaml" in repository.git("status", "--porcelain")
    assert "++<<<<<<<" in repository.git("diff")


# ------------------------------------------------------------------------------- functions


def _external(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> str:
    assert cli.run(["git", "external-diff", *arguments], open_ui=lambda *_: 3) == 0
    return capsys.readouterr().out


def test_a_file_that_is_not_merged_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert "conflicts that are not resolved" in _external(capsys, ["talks.yaml"])
    assert "conflicts" in _external(capsys, [])


def test_whatever_happens_the_raw_lines_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text(dossier_text(1), encoding="utf-8")
    two.write_text(dossier_text(2), encoding="utf-8")

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("positions.cli.git.external_diff.loaded_difference", fail)
    said = _external(capsys, ["x\x1b.yaml", str(one), "0", "0", str(two), "0", "0"])
    assert "could not be compared (RecursionError)" in said
    assert "+    positions: {truce: 2 days}" in said
    assert "\x1b" not in said


def _asked(folder: Path, before: str, after: str) -> list[str]:
    paths = [folder / "old.yaml", folder / "new.yaml"]
    for path, text in zip(paths, (before, after), strict=True):
        path.write_text(text, encoding="utf-8")
    names = [
        str(path) if text else os.devnull for path, text in zip(paths, (before, after), strict=True)
    ]
    return ["x.yaml", names[0], "0", "0", names[1], "0", "0"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (dossier_text(3), dossier_text(4), "is   {+4+} days"),
        (dossier_text(1), dossier_text(1, note="x"), "Nothing changed but the form"),
        (dossier_text(1), BROKEN, "After: "),
        ("", dossier_text(1), "New: "),
        (dossier_text(1), "", "No longer recorded: "),
    ],
)
def test_each_case_has_its_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, said: str
) -> None:
    assert said in _external(capsys, _asked(tmp_path, before, after))


def test_a_renamed_file_has_both_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [*_asked(tmp_path, dossier_text(1), dossier_text(2)), "y.yaml", "rename"]
    assert _external(capsys, arguments).startswith("positions diff x.yaml → y.yaml\n")


def test_whoever_wants_no_colour_gets_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("GIT_PAGER_IN_USE", "1")
    assert "\x1b" not in _external(capsys, ["talks.yaml"])


def test_files_that_are_not_there_are_empty(capsys: pytest.CaptureFixture[str]) -> None:
    said = _external(capsys, ["x", "/nowhere", "0", "0", os.devnull, "0", "0"])
    assert said == "positions diff x\n"


def test_without_git_a_terminal_decides_on_colours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("GIT_PAGER_IN_USE", "1")
    assert "\x1b[1m" in _external(capsys, ["talks.yaml"])
    monkeypatch.delenv("GIT_PAGER_IN_USE")
    assert "\x1b" not in _external(capsys, ["talks.yaml"])


def test_the_lines_of_a_dossier_do_not_depend_on_its_form() -> None:
    text = dossier_text(30)
    lines = list(canonical_lines(text.encode()))
    turned = text.replace(
        "{north: {name: North}, south: {name: South}}",
        "{south: {name: 'South'}, north: {name: North}}",
    )

    assert turned != text
    assert list(canonical_lines(turned.encode())) == lines
    assert lines[0] == "dossier.as_of = 2025-06-02\n"
    assert "memoranda.plan.sources = [paper]\n" in lines
    assert list(canonical_lines(BROKEN.encode())) == []


def test_facts_that_two_sides_tell_otherwise_stand_between_marks() -> None:
    text = dossier_text(30)
    marked = text.replace("parties:", "<<<<<<< HEAD\nparties:", 1).replace(
        "sources:",
        "=======\nparties: {north: {name: Nord}, south: {name: South}}\n>>>>>>> x\nsources:",
        1,
    )
    lines = list(canonical_lines(marked.encode()))
    at = lines.index("<<<<<<< ours\n")
    assert lines[at : at + 5] == [
        "<<<<<<< ours\n",
        "parties.north.name = North\n",
        "=======\n",
        "parties.north.name = Nord\n",
        ">>>>>>> theirs\n",
    ]
    assert [*lines[:at], lines[at + 1], *lines[at + 5 :]] == list(canonical_lines(text.encode()))
    added = text + "<<<<<<< HEAD\n=======\nevents: {vote: {title: The vote}}\n>>>>>>> x\n"
    assert "=======\nevents.vote.title = The vote\n" in "".join(canonical_lines(added.encode()))
    broken = marked.replace("name: Nord}", "name: [")
    assert list(canonical_lines(broken.encode())) == []


def test_what_was_shown_last_is_kept_for_the_next_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("positions.cli.git.textconv._KEPT", 3)
    path = tmp_path / "x.yaml"
    shown = []
    for number in range(5):
        path.write_text(dossier_text(number + 1), encoding="utf-8")
        keep = tmp_path / "kept" / str(number)
        assert (
            cli.run(["git", "textconv", "--keep", str(keep), str(path)], open_ui=lambda *_: 3) == 0
        )
        shown.append(capsys.readouterr().out)
        assert keep.read_text(encoding="utf-8") == shown[-1]
        os.utime(keep, (number, number))
    assert sorted(one.name for one in (tmp_path / "kept").iterdir()) == ["2", "3", "4"]
    path.write_text("no dossier", encoding="utf-8")
    cli.run(
        ["git", "textconv", "--keep", str(tmp_path / "kept" / "5"), str(path)], open_ui=lambda *_: 3
    )
    assert not (tmp_path / "kept" / "5").exists()
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    path.write_text(dossier_text(9), encoding="utf-8")
    cli.run(
        ["git", "textconv", "--keep", str(tmp_path / "link" / "6"), str(path)], open_ui=lambda *_: 3
    )
    assert not (tmp_path / "kept" / "6").exists()


@pytest.mark.parametrize("content", [b"issues: [\n\x1b[31m", b"\xff\xfe\x00"])
def test_what_is_no_dossier_is_printed_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)

    assert cli.run(["git", "textconv", str(path)], open_ui=lambda *_: 3) == 0
    said = capsys.readouterr().out
    assert said
    assert "\x1b" not in said


def test_a_conversion_that_fails_prints_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: bytes) -> None:
        raise RecursionError

    path = tmp_path / "x.yaml"
    path.write_text(dossier_text(), encoding="utf-8")
    monkeypatch.setattr("positions.cli.git.textconv.canonical_lines", fail)
    assert cli.run(["git", "textconv", str(path)], open_ui=lambda *_: 3) == 0
    assert capsys.readouterr().out == dossier_text()


def _merged(folder: Path, base: str, ours: str | bytes, theirs: str) -> tuple[int, bytes]:
    paths = [folder / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, (base, ours, theirs), strict=True):
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    names = [str(path) for path in paths]
    told = ["--marker-size", "9", "--path", "t.yaml", "--labels", "HEAD", "base", "theirs"]
    code = cli.run(["git", "merge-driver", *told, *names], open_ui=lambda *_: 3)
    return code, paths[1].read_bytes()


def test_a_conflict_is_marked_as_git_asks_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, merged = _merged(tmp_path, dossier_text(30), dossier_text(20), dossier_text(10))

    assert code == 1
    assert b"<<<<<<<<< HEAD" in merged
    assert b">>>>>>>>> theirs" in merged
    assert "t.yaml: both sides changed `memoranda.plan" in capsys.readouterr().err


def test_a_merge_that_makes_a_new_problem_is_no_success(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = dossier_text(30).replace(
        "issues:\n", "issues:\n  seat: {topic: War, title: Seat, kind: text}\n"
    )
    ours = base.replace("  seat: {topic: War, title: Seat, kind: text}\n", "")
    theirs = base.replace("{truce: 30 days}", "{truce: 30 days, seat: Here}")
    code, merged = _merged(tmp_path, base, ours, theirs)

    assert code == 1
    assert b"seat: Here" in merged
    assert b"<<<<" not in merged
    assert "seat" in capsys.readouterr().err


@pytest.mark.parametrize("ours", [b"\xff\xfe\x00", b"- a\n- list\n"])
def test_what_cannot_be_merged_by_entries_is_left_to_git(tmp_path: Path, ours: bytes) -> None:
    code, kept = _merged(tmp_path, dossier_text(30), ours, dossier_text(10))

    assert (code, kept) == (LEFT_TO_GIT, ours)


def test_the_drivers_can_be_asked_for_help(program: Path) -> None:
    done = subprocess.run(
        [str(program), "git", "merge-driver", "--help"], capture_output=True, text=True, check=True
    )
    assert "left to git" in " ".join(done.stdout.split())
