"""Does git use the program once it is set up, do without it, and forget it again?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from positions.git import drivers
from positions.git.location import track
from positions.git.run import GitFault, NoRepository
from positions.git.setup import Scope, install, renamed, status, uninstall
from tests.paths import ROOT
from tests.repositories import Builder, clean_environment, dossier_text


@pytest.fixture(autouse=True)
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in clean_environment(home).items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program on the PATH, as an installation puts it there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    path = folder / "positions"
    path.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n')
    path.chmod(0o755)
    clean = os.pathsep.join(
        one
        for one in os.environ["PATH"].split(os.pathsep)
        if not os.path.exists(f"{one}/positions")  # noqa: PTH110 - one may not be ours to look into
    )
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{clean}")
    return path


@pytest.fixture
def repository(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    made = Builder(tmp_path / "work", tmp_path / "home")
    made.commit_file("talks.yaml", dossier_text(10), "First")
    made.commit_file("talks.yaml", dossier_text(20), "Second")
    monkeypatch.chdir(made.folder)
    return made


def own(repository: Builder) -> Path:
    return repository.folder / ".git" / "info" / "attributes"


def config(repository: Builder) -> bytes:
    return (repository.folder / ".git" / "config").read_bytes()


# ------------------------------------------------------------------------- what is written


def test_installed_twice_and_removed_it_leaves_no_trace(repository: Builder) -> None:
    before = config(repository)
    assert not status("talks.yaml").complete
    done = install("talks.yaml")
    assert done.complete
    assert own(repository).read_text() == (
        "# added by `positions git install`; `positions git uninstall` removes it\n"
        "/talks.yaml diff=positions merge=positions\n"
    )
    written = config(repository), own(repository).read_bytes()
    assert install("talks.yaml") == done
    assert (config(repository), own(repository).read_bytes()) == written
    removed = uninstall("talks.yaml")
    assert not removed.complete
    assert config(repository) == before
    assert not own(repository).exists()
    assert uninstall("talks.yaml") == removed
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    "lines", [b"*.png binary\n", b"*.png binary", b"a\r\nb", b"\n\n", b"# x\n*.yaml diff=mine\n\n"]
)
@pytest.mark.parametrize("shared", [False, True])
def test_the_user_s_own_lines_stay_as_they_are(
    lines: bytes, shared: bool, repository: Builder
) -> None:
    file = repository.folder / ".gitattributes" if shared else own(repository)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(lines)
    file.chmod(0o640)
    repository.write("other.yaml", dossier_text(1))
    for _ in range(2):
        install("talks.yaml", shared=shared)
        install("other.yaml", shared=shared)
    assert file.read_bytes().startswith(lines)
    assert file.read_bytes().count(b"diff=positions") == 2
    assert file.stat().st_mode & 0o777 == 0o640
    uninstall("talks.yaml")
    assert file.read_bytes() == lines


def test_lines_of_the_user_s_that_come_after_stay_too(repository: Builder) -> None:
    install("talks.yaml")
    with own(repository).open("ab") as file:
        file.write(b"*.md diff=markdown\n")
    uninstall("talks.yaml")
    assert own(repository).read_bytes() == b"*.md diff=markdown\n"


def test_lines_after_one_that_mended_a_line_break(repository: Builder) -> None:
    own(repository).parent.mkdir(exist_ok=True)
    own(repository).write_bytes(b"*.png binary")
    install("talks.yaml")
    with own(repository).open("ab") as file:
        file.write(b"*.md diff=markdown")
    uninstall("talks.yaml")
    assert own(repository).read_bytes() == b"*.png binary\n*.md diff=markdown"


def test_other_settings_stay(repository: Builder) -> None:
    repository.git("config", "diff.positions.wordRegex", "[a-z]+")
    before = config(repository)
    install("talks.yaml")
    uninstall("talks.yaml")
    assert repository.git("config", "diff.positions.wordRegex") == "[a-z]+"
    assert config(repository) == before


def test_a_setting_of_the_user_s_is_not_overwritten(repository: Builder) -> None:
    repository.git("config", "diff.positions.textconv", "my own")
    before = config(repository)
    with pytest.raises(GitFault, match=r"`diff\.positions\.textconv` is set to something else"):
        install("talks.yaml")
    uninstall("talks.yaml")
    assert config(repository) == before
    assert not own(repository).exists()


def test_an_older_version_s_settings_are_replaced(
    repository: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drivers, "_OUTPUT_VERSION", 0)
    install("talks.yaml")
    monkeypatch.setattr(drivers, "_OUTPUT_VERSION", 1)
    repository.git("config", "diff.positions.cachetextconv", "true")
    cache = "refs/notes/textconv/positions"
    repository.git("update-ref", cache, "HEAD")
    assert not status("talks.yaml").complete
    assert install("talks.yaml").complete
    assert repository.git("config", "diff.positions.cachetextconv", check=False) == ""
    assert repository.git("for-each-ref", cache) == ""
    assert len(repository.git("config", "--get-all", "diff.positions.textconv").split("\n")) == 1


def test_settings_for_all_repositories(repository: Builder, tmp_path: Path) -> None:
    mine = tmp_path / "home" / "gitconfig"
    mine.write_text("[user]\n\tname = Ada\n")
    before = config(repository)
    assert install("talks.yaml", scope=Scope.GLOBAL).complete
    assert config(repository) == before
    assert b"positions git external-diff" in mine.read_bytes()
    uninstall("talks.yaml")
    assert b"positions git external-diff" in mine.read_bytes()
    uninstall("talks.yaml", scope=Scope.GLOBAL)
    assert mine.read_text() == "[user]\n\tname = Ada\n"


def test_a_user_s_configuration_that_cannot_be_read(repository: Builder, tmp_path: Path) -> None:
    (tmp_path / "home" / "gitconfig").write_text("[user\n")
    with pytest.raises(GitFault):
        status("talks.yaml")


NAMES = [
    "a b.yaml",
    'q"uote.yaml',
    "back\\slash.yaml",
    "star*[x]?.yaml",
    "!bang.yaml",
    "#hash.yaml",
]


@pytest.mark.parametrize("name", [*NAMES, "línea.yaml", "two\nlines.yaml", "tab\there.yaml"])
def test_any_name_is_matched_and_no_other(name: str, repository: Builder) -> None:
    repository.write(name, dossier_text(1))
    repository.write("starZx1.yaml", dossier_text(1))
    install(name)
    for path, expected in ((name, "positions"), ("starZx1.yaml", "unspecified")):
        said = repository.git("check-attr", "-z", "diff", "--", path).split("\0")
        assert said[2] == expected
    again = own(repository).read_bytes()
    install(name)
    assert own(repository).read_bytes() == again
    uninstall(name)
    assert not own(repository).exists()


def test_the_files_of_a_folder_are_matched(repository: Builder) -> None:
    repository.write("case/a.yaml", "")
    repository.write("case/deep/b.yaml", "")
    install("case")
    listed = ["case/a.yaml", "case/deep/b.yaml", "case/notes.txt", "talks.yaml"]
    said = [repository.git("check-attr", "merge", "--", path).split(": ")[-1] for path in listed]
    assert said == ["positions", "positions", "unspecified", "unspecified"]
    install(".")
    assert repository.git("check-attr", "merge", "--", "talks.yaml").endswith("positions")


def test_a_linked_worktree_uses_the_same_set_up(repository: Builder, tmp_path: Path) -> None:
    repository.git("worktree", "add", "-q", str(tmp_path / "linked"))
    install(tmp_path / "linked" / "talks.yaml")
    assert own(repository).exists()
    assert status("talks.yaml").complete


def test_a_bare_repository(
    repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.clone(tmp_path / "bare.git", "--bare")
    monkeypatch.chdir(tmp_path / "bare.git")
    with pytest.raises(GitFault, match=r"A bare repository has no `\.gitattributes`"):
        install("talks.yaml", shared=True)
    assert install("talks.yaml").complete
    assert not uninstall("talks.yaml").complete


def test_nothing_is_written_through_a_link(repository: Builder, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    (repository.folder / ".gitattributes").symlink_to(outside)
    with pytest.raises(GitFault, match=r"symbolic link\. Nothing was written"):
        install("talks.yaml", shared=True)
    uninstall("talks.yaml")
    shutil.rmtree(own(repository).parent)
    (tmp_path / "elsewhere").mkdir()
    own(repository).parent.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(GitFault, match="symbolic link"):
        install("talks.yaml")
    assert outside.read_text() == "mine"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_configuration_is_not_written_through_a_link(
    repository: Builder, tmp_path: Path
) -> None:
    place = repository.folder / ".git" / "config"
    place.rename(tmp_path / "outside")
    place.symlink_to(tmp_path / "outside")
    before = (tmp_path / "outside").read_bytes()
    for ask in (install, uninstall):
        with pytest.raises(GitFault, match=r"config` is a symbolic link\. Nothing was written"):
            ask("talks.yaml")
    assert (tmp_path / "outside").read_bytes() == before
    assert not own(repository).exists()
    assert install("talks.yaml", scope=Scope.GLOBAL).complete


def test_whether_git_finds_the_program_is_told(repository: Builder, program: Path) -> None:
    assert install("talks.yaml").found
    program.rename(program.with_name("elsewhere"))
    found = status("talks.yaml")
    assert (found.complete, found.found, found.program) == (True, False, "positions")


@pytest.mark.parametrize(
    "name", ["talks.yaml", "a b.yaml", "*[?].yaml", 'x"\\.yaml', "t\tx.yaml", "é.yaml"]
)
def test_a_dossier_that_is_renamed_is_told_of(repository: Builder, name: str) -> None:
    repository.write(name, dossier_text(10))
    install(name)
    (repository.folder / name).rename(repository.folder / "case.yaml")
    assert renamed(track("case.yaml")) == (name,)
    assert not status("case.yaml").named
    assert status("case.yaml").gone == (name,)
    assert install("case.yaml").complete
    assert renamed(track("case.yaml")) == ()


def test_a_folder_that_is_renamed_is_told_of(repository: Builder) -> None:
    repository.write("case/a.yaml", dossier_text(10))
    install("case")
    (repository.folder / "case").rename(repository.folder / "talks")
    assert renamed(track("talks")) == ("case",)
    assert renamed(track("talks.yaml")) == ("case",)
    (repository.folder / "talks").rename(repository.folder / "case")
    assert renamed(track("talks.yaml")) == ()


def test_a_pipe_in_the_place_of_attributes_is_not_waited_for(repository: Builder) -> None:
    os.mkfifo(repository.folder / ".git" / "info" / "attributes")
    for ask in (status, install, uninstall):
        with pytest.raises(GitFault, match=r"`.*info/attributes` is no plain file\. Remove it"):
            ask("talks.yaml")


def test_what_cannot_be_written_is_said(repository: Builder) -> None:
    (repository.folder / ".gitattributes").mkdir()
    with pytest.raises(GitFault, match=r"`.*\.gitattributes` is no plain file"):
        install("talks.yaml", shared=True)
    (repository.folder / ".gitattributes").rmdir()
    shutil.rmtree(own(repository).parent)
    own(repository).parent.write_text("a file")
    with pytest.raises(GitFault, match="cannot be changed"):
        install("talks.yaml")


def test_a_file_that_cannot_be_replaced(
    repository: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(GitFault, match="cannot be changed: permission denied"):
        install("talks.yaml")


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoRepository):
        install("talks.yaml")


# ----------------------------------------------------------------------- what git does then


def test_git_diff_tells_what_changed(repository: Builder) -> None:
    install("talks.yaml")
    told = repository.git("diff", "HEAD~1")
    assert told.startswith("positions diff talks.yaml")
    assert "Truce (truce)" in told
    repository.write("talks.yaml", dossier_text(20, note="a comment"))
    assert "+# a comment" not in repository.git("diff")


def test_git_show_and_log_use_canonical_lines_and_keep_them(repository: Builder) -> None:
    install("talks.yaml")
    shown = repository.git("show", "HEAD")
    assert "-memoranda.plan.positions.truce" in shown
    assert status("talks.yaml").cached
    uninstall("talks.yaml")
    assert not (repository.folder / ".git" / "positions-texts").exists()
    assert "-memoranda.plan" not in repository.git("show", "HEAD")


def test_what_stands_in_for_the_program_is_not_kept(repository: Builder, program: Path) -> None:
    install("talks.yaml")
    aside = program.with_name("aside")
    program.rename(aside)
    assert "-    positions: {truce: 10 days}" in repository.git("log", "-p", "-1")
    aside.rename(program)
    repository.commit_file("talks.yaml", dossier_text(30), "Third")
    shown = repository.git("log", "-p", "-1", "--format=", "--", "talks.yaml")
    assert len(shown.splitlines()) < 15
    assert "+memoranda.plan.positions.truce.value = 30 days" in shown
    assert not status("talks.yaml").gone


def test_what_is_kept_is_shown_again(repository: Builder, program: Path) -> None:
    install("talks.yaml")
    shown = repository.git("show", "HEAD")
    program.unlink()
    assert repository.git("show", "HEAD") == shown
    kept = list((repository.folder / ".git" / "positions-texts").iterdir())
    assert len(kept) == 2


def test_tools_that_stage_lines_are_shown_lines(repository: Builder) -> None:
    install("talks.yaml", lines=True)
    found = status("talks.yaml")
    assert found.complete
    assert found.lines
    repository.write("talks.yaml", dossier_text(30))
    patch = repository.git("diff", "--no-ext-diff") + "\n"
    repository.write("patch", patch)
    repository.git("apply", "--cached", "--check", "patch")
    assert repository.git("diff").startswith("positions diff talks.yaml")
    assert "-    positions: {truce: 10 days}" in repository.git("show", "HEAD")
    assert not install("talks.yaml").lines
    assert "memoranda.plan" in repository.git("show", "HEAD")
    assert install("talks.yaml", lines=True) == found
    assert not uninstall("talks.yaml").complete


def test_the_lines_can_be_had_however_git_is_set_up(repository: Builder) -> None:
    install("talks.yaml")
    repository.write("talks.yaml", dossier_text(30))
    repository.write("patch", repository.git("diff", "--no-ext-diff", "--no-textconv") + "\n")
    repository.git("apply", "--cached", "--check", "patch")


def test_git_difftool_tells_what_changed(repository: Builder) -> None:
    install("talks.yaml")
    assert "Truce (truce)" in repository.git("difftool", "-y", "-t", "positions", "HEAD~1")


def branch(repository: Builder, ours: str, theirs: str) -> None:
    repository.git("checkout", "-q", "-b", "side")
    repository.commit_file("talks.yaml", theirs, "Theirs")
    repository.git("checkout", "-q", "main")
    repository.commit_file("talks.yaml", ours, "Ours")


def test_git_merge_merges_what_lines_would_not(repository: Builder) -> None:
    base = dossier_text(20)
    branch(
        repository,
        base.replace("name: North}", "name: Northland}"),
        base.replace("name: South}", "name: Southland}"),
    )
    install("talks.yaml")
    repository.git("merge", "-q", "-m", "Merged", "side", check=False)
    text = (repository.folder / "talks.yaml").read_text()
    assert "Northland" in text
    assert "Southland" in text


def test_a_merge_by_lines_of_a_renamed_dossier_is_told_of_and_made_again(
    repository: Builder, program: Path
) -> None:
    def told(*command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr

    base = dossier_text(20)
    install("talks.yaml")
    branch(repository, base, base.replace("North}", "Northland}"))
    repository.git("mv", "talks.yaml", "case.yaml")
    assert "case.yaml by its lines: it was set up as talks" in told("git", "diff", "-M", "--staged")
    repository.commit_file("case.yaml", base.replace("South}", "Southland}"), "Renamed")
    repository.git("merge", "-q", "side", check=False)
    again = "`git checkout --merge -- case.yaml`, merges its entries"
    assert again in told(str(program), "check", "case.yaml")
    install("case.yaml")
    repository.git("checkout", "--merge", "--", "case.yaml")
    merged = (repository.folder / "case.yaml").read_text()
    assert merged == base.replace("North}", "Northland}").replace("South}", "Southland}")


def test_git_merge_marks_a_conflict(repository: Builder) -> None:
    branch(repository, dossier_text(30), dossier_text(40))
    install("talks.yaml")
    repository.git("merge", "-q", "side", check=False)
    text = (repository.folder / "talks.yaml").read_text()
    assert "<<<<<<<" in text
    assert "30 days" in text
    assert "40 days" in text
    assert repository.git("status", "--porcelain") == "UU talks.yaml"


@pytest.mark.parametrize("style", ["diff3", "zdiff3"])
def test_a_conflict_shows_the_base_where_git_is_told_so(repository: Builder, style: str) -> None:
    branch(repository, dossier_text(30), dossier_text(40))
    install("talks.yaml")
    repository.git("-c", f"merge.conflictStyle={style}", "merge", "-q", "side", check=False)
    text = (repository.folder / "talks.yaml").read_text()
    assert "|||||||" in text
    assert "20 days" in text


def has_words_of_processes() -> bool:
    return Path("/proc/self/cmdline").exists()


@pytest.mark.skipif(not has_words_of_processes(), reason="git does not say how it was called")
@pytest.mark.parametrize("words", [["--conflict=diff3"], ["--conflict", "zdiff3"]])
def test_a_conflict_is_marked_anew_as_git_is_asked(repository: Builder, words: list[str]) -> None:
    branch(repository, dossier_text(30), dossier_text(40))
    install("talks.yaml")
    repository.git("merge", "-q", "side", check=False)
    assert "|||||||" not in (repository.folder / "talks.yaml").read_text()
    repository.git("checkout", *words, "--", "talks.yaml")
    assert "|||||||" in (repository.folder / "talks.yaml").read_text()


@pytest.mark.skipif(not has_words_of_processes(), reason="git does not say how it was called")
@pytest.mark.parametrize("broken", [False, True])
@pytest.mark.parametrize(
    ("words", "days"),
    [(["-X", "theirs"], 40), (["-Xours"], 30), (["--strategy-option=theirs"], 40)],
)
def test_a_side_that_git_is_to_favour_wins(
    repository: Builder, words: list[str], days: int, *, broken: bool
) -> None:
    texts = [dossier_text(one) for one in (30, 40)]
    if broken:  # so that it is left to git
        texts = [text.replace("positions: {", "positions: [") for text in texts]
    branch(repository, *texts)
    install("talks.yaml")
    repository.git("merge", "-q", "-m", "Merged", *words, "side")
    assert f"{days} days" in (repository.folder / "talks.yaml").read_text()
    assert repository.git("status", "--porcelain") == ""


def test_git_diff_shows_where_a_merge_is_not_settled(repository: Builder) -> None:
    branch(repository, dossier_text(30), dossier_text(40))
    install("talks.yaml")
    repository.git("merge", "-q", "side", check=False)
    shown = repository.git("diff", "--", "talks.yaml")
    assert [line for line in shown.splitlines() if line.startswith(("++", " +", "+ "))] == [
        "+++ b/talks.yaml",
        "++<<<<<<< ours",
        " +memoranda.plan.positions.truce.value = 30 days",
        "++=======",
        "+ memoranda.plan.positions.truce.value = 40 days",
        "++>>>>>>> theirs",
    ] or len(shown.splitlines()) < 25
    assert "++<<<<<<< ours" in shown
    assert "++dossier" not in shown


@pytest.mark.parametrize("broken", ["missing", "exit 1", "exit 2", "exit 127"])
def test_git_does_without_the_program(broken: str, repository: Builder, program: Path) -> None:
    install("talks.yaml")
    program.unlink()
    if broken != "missing":
        program.write_text(f"#!/bin/sh\n{broken}\n")
        program.chmod(0o755)
    diff = repository.git("diff", "HEAD~1")
    assert "-    positions: {truce: 10 days}" in diff
    assert "+    positions: {truce: 20 days}" in diff
    assert "+    positions: {truce: 20 days}" in repository.git("show", "HEAD")
    tool = repository.git("difftool", "-y", "-t", "positions", "HEAD~1")
    assert ("+    positions: {truce: 20 days}" in tool) or broken != "missing"
    branch(repository, dossier_text(30), dossier_text(40))
    repository.git("merge", "-q", "side", check=False)
    text = (repository.folder / "talks.yaml").read_text()
    assert "<<<<<<< " in text
    assert "30 days" in text
    assert "40 days" in text
    assert repository.git("diff") != ""


def test_git_merges_by_lines_without_the_program(repository: Builder, program: Path) -> None:
    install("talks.yaml")
    program.unlink()
    base = dossier_text(20)
    branch(repository, f"# ours\n{base}", f"{base}# theirs\n")
    repository.git("merge", "-q", "-m", "Merged", "side")
    assert (repository.folder / "talks.yaml").read_text() == f"# ours\n{base}# theirs\n"


@pytest.mark.parametrize(
    "death",
    [
        'head -c 300 "$half" > "$half.x"; cat "$half.x" > "$half"; kill -9 $$',
        'printf "" > "$half"; exit 1',
        'head -c 300 "$half" > "$half.x"; cat "$half.x" > "$half"; exit 2',
    ],
)
def test_half_a_file_is_never_merged_nor_committed(
    repository: Builder, program: Path, death: str
) -> None:
    install("talks.yaml")
    program.write_text(
        f"#!/bin/sh\nfor word; do before=$half; half=$word; done; half=$before\n{death}\n"
    )
    base = dossier_text(20)
    branch(repository, f"# ours\n{base}", f"{base}# theirs\n")
    repository.git("merge", "-q", "-m", "Merged", "side", check=False)
    assert "UU talks.yaml" in repository.git("status", "--porcelain")
    assert repository.git("log", "-1", "--format=%s") == "Ours"


def test_a_program_that_dies_before_it_writes_leaves_the_merge_to_git(
    repository: Builder, program: Path
) -> None:
    install("talks.yaml")
    program.write_text("#!/bin/sh\nkill -9 $$\n")
    base = dossier_text(20)
    branch(repository, f"# ours\n{base}", f"{base}# theirs\n")
    repository.git("merge", "-q", "-m", "Merged", "side")
    assert (repository.folder / "talks.yaml").read_text() == f"# ours\n{base}# theirs\n"


def test_a_program_by_another_name(repository: Builder, program: Path) -> None:
    named = program.with_name("an other's positions")
    program.rename(named)
    assert install("talks.yaml", program=str(named)).complete
    assert repository.git("diff", "HEAD~1").startswith("positions diff talks.yaml")
    assert status("talks.yaml").complete
    assert status("talks.yaml").program == str(named)
    assert status("talks.yaml").found


def test_every_line_is_posix_shell(repository: Builder) -> None:
    install("talks.yaml")
    for setting in status("talks.yaml").settings:
        if setting.value.endswith(("; f", "; :")):
            subprocess.run(["sh", "-n", "-c", setting.value], check=True)
