"""Does git run nothing of a repository's own, and does it say clearly what it cannot do?"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from positions.git.faults import fault_of
from positions.git.history import NoSuchRevision, history_of
from positions.git.objects import Objects, is_name
from positions.git.run import Git, GitFault, NoGit, NoObject, NoRepository, find_repository
from tests.paths import ROOT
from tests.repositories import Builder, clean_environment, dossier_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in clean_environment(home).items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    made = Builder(tmp_path / "work", tmp_path / "home")
    made.commit_file("talks.yaml", dossier_text(10), "First")
    made.commit_file("talks.yaml", dossier_text(20), "Second")
    monkeypatch.chdir(made.folder)
    return made


def git_of(repository: Builder) -> Git:
    return find_repository(str(repository.folder)).git


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that comes first on the PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


# ------------------------------------------------------------------------ what never runs

SETTINGS = (
    *("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.askPass"),
    *("core.gitProxy", "core.alternateRefsCommand", "pager.log", "pager.config", "diff.external"),
    *("diff.spy.command", "diff.spy.textconv", "filter.spy.clean", "filter.spy.smudge"),
    *("filter.spy.process", "gpg.program", "gpg.ssh.program", "gpg.openpgp.program"),
    *("credential.helper", "sequence.editor", "uploadpack.packObjectsHook", "trace2.eventTarget"),
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def hostile(repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that tries to run a program by every means; returns where it leaves marks."""
    marks = tmp_path / "marks"
    marks.mkdir()
    repository.commit_file(".gitattributes", "* diff=spy filter=spy\n", "Attributes")
    signed = repository.git("cat-file", "commit", "HEAD")
    head, _, message = signed.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    (tmp_path / "commit").write_text(f"{head}\n{signature}\n\n{message}\n")
    identity = repository.git("hash-object", "-t", "commit", "-w", str(tmp_path / "commit"))
    repository.git("update-ref", "refs/heads/main", identity)
    repository.git("clone", "-q", "--bare", ".", str(tmp_path / "origin.git"))
    for name in SETTINGS:
        spy = script(tmp_path / f"spy-{name}", f"touch '{marks}/{name}'; exit 1")
        repository.git("config", name, str(spy))
    for command in ("log", "cat-file", "rev-parse", "ls-files", "hash-object"):
        repository.git("config", f"alias.{command}", f"!touch '{marks}/alias'")
    for hook in (
        "post-index-change",
        "reference-transaction",
        "fsmonitor-watchman",
        "post-checkout",
    ):
        script(repository.folder / ".git" / "hooks" / hook, f"touch '{marks}/hook-{hook}'")
    repository.write("own hooks/x", "")
    for hook in ("post-index-change", "reference-transaction"):
        script(repository.folder / "own hooks" / hook, f"touch '{marks}/own-{hook}'")
    repository.git("config", "core.hooksPath", str(repository.folder / "own hooks"))
    for setting in (
        ("log.showSignature", "true"),
        ("log.mailmap", "true"),
        ("mailmap.file", "/etc/passwd"),
        ("diff.orderFile", "/etc/passwd"),
        ("core.attributesFile", "/etc/passwd"),
        ("core.untrackedCache", "true"),
        ("log.follow", "true"),
        ("log.showRoot", "false"),
        ("log.decorate", "full"),
        ("diff.relative", "true"),
        ("diff.renames", "false"),
        ("diff.submodule", "log"),
        ("color.ui", "always"),
        ("format.pretty", "%x00"),
        ("core.quotePath", "true"),
        ("core.abbrev", "5"),
        ("i18n.logOutputEncoding", "UTF-16"),
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", "ssh://nowhere.invalid/x"),
        ("remote.origin.uploadpack", str(script(tmp_path / "spy-up", f"touch '{marks}/up'"))),
        ("remote.other.url", f"ext::sh -c touch% '{marks}/ext'"),
        ("include.path", str(tmp_path / "included")),
    ):
        repository.git("config", *setting)
    (tmp_path / "included").write_text(f"[core]\n\tfsmonitor = touch '{marks}/included'\n")
    monkeypatch.chdir(repository.folder)
    script(repository.folder / "git", f"touch '{marks}/own-git'")
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    for name, value in {
        "GIT_EXTERNAL_DIFF": f"touch '{marks}/environment-diff'",
        "GIT_PAGER": f"touch '{marks}/environment-pager'",
        "GIT_SSH_COMMAND": f"touch '{marks}/environment-ssh'",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": f"touch '{marks}/environment-fsmonitor'",
        "GIT_CONFIG_PARAMETERS": f"'core.fsmonitor=touch {marks}/parameters'",
        "GIT_TRACE": str(marks / "trace"),
    }.items():
        monkeypatch.setenv(name, value)
    return marks


def test_a_hostile_repository_runs_nothing(hostile: Path, repository: Builder) -> None:
    (repository.folder / "talks.yaml").write_text(dossier_text(30))
    history = history_of("talks.yaml")
    assert [step.revision.subject for step in history.steps()] == ["Second", "First"]
    for arguments in ([], ["HEAD"], ["HEAD~1", "HEAD"], ["HEAD~1...HEAD"], ["2025-06-01"]):
        history.pair(arguments)
    history.pair(staged=True)
    history.snapshot()
    assert list(history_of(".").steps())
    for name in ("-x", "--output=marks", "--exec=touch x", "nowhere", "@{u}"):
        with pytest.raises(NoSuchRevision):
            history.revision(name)
    assert names(hostile) == []


def test_the_marks_of_the_hostile_repository_would_be_seen(
    hostile: Path, repository: Builder
) -> None:
    (repository.folder / "talks.yaml").write_text(dossier_text(30))
    repository.git("--paginate", "log", "-p", "--ext-diff", check=False)
    repository.git("-c", "filter.spy.process=", "diff", "HEAD~2", "HEAD~1", check=False)
    repository.git("diff", check=False)
    repository.git("status", check=False)
    repository.git("fetch", "origin", check=False)
    repository.git("update-ref", "refs/heads/new", "HEAD", check=False)
    marks = set(names(hostile))
    assert {"core.fsmonitor", "included"} & marks
    assert {"diff.external", "diff.spy.command"} & marks
    assert {"gpg.program", "gpg.openpgp.program"} & marks
    assert {"filter.spy.clean", "filter.spy.process"} & marks
    assert {"core.sshCommand", "own-reference-transaction"} <= marks


def test_a_hostile_repository_that_lacks_objects_fetches_none(
    hostile: Path, repository: Builder
) -> None:
    blob = repository.git("rev-parse", "HEAD~2:talks.yaml")
    (repository.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    steps = list(history_of("talks.yaml").steps())
    assert steps[-1].after.loaded.dossier is None
    assert "this partial clone does not have it" in str(steps[-1].after.loaded.problems[0])
    assert steps[0].after.loaded.dossier is not None
    assert names(hostile) == []


def test_a_hostile_repository_shows_nothing_from_outside(
    repository: Builder, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(dossier_text("99 days", note="the secret"))
    (repository.folder / "talks.yaml").unlink()
    (repository.folder / "talks.yaml").symlink_to(secret)
    with pytest.raises(NoRepository):
        history_of("talks.yaml")
    repository.commit("Linked")
    (repository.folder / "talks.yaml").unlink()
    told = str([step.after for step in history_of("talks.yaml").steps()])
    assert "99 days" not in told
    repository.git("config", "include.path", str(secret))
    with pytest.raises(GitFault) as fault:
        history_of("talks.yaml")
    assert "the secret" not in str(fault.value)


def test_a_repository_that_blocks_is_given_up(repository: Builder) -> None:
    identity = repository.git("rev-parse", "HEAD")
    place = repository.folder / ".git" / "objects" / identity[:2] / identity[2:]
    place.unlink()
    os.mkfifo(place)
    git = git_of(repository)
    begun = time.monotonic()
    with pytest.raises(GitFault, match=r"`git log` took over 0\.3 seconds"):
        git.output("log", "--end-of-options", identity, seconds=0.3)
    with Objects(git, seconds=0.3) as objects:
        with pytest.raises(GitFault, match=r"an object took over 0\.3 seconds"):
            objects.read(identity, limit=10_000)
        assert objects._running is None
    assert time.monotonic() - begun < 30


def test_output_is_bounded(repository: Builder) -> None:
    with pytest.raises(GitFault, match=r"`git log` printed over 10 bytes"):
        git_of(repository).output("log", "HEAD", limit=10)


def test_no_other_command_is_run(repository: Builder) -> None:
    with pytest.raises(LookupError, match="git commit is not run here"):
        git_of(repository).output("commit")


# ---------------------------------------------------------------------- what it cannot do


def test_without_git(repository: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(NoGit, match=r"Git was not found on the PATH\. Install git"):
        history_of("talks.yaml")


def test_a_git_in_a_relative_folder_of_the_path_is_not_git(
    repository: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(repository.folder / "git", "touch ran; exit 3")
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert len(history_of("talks.yaml").revisions()) == 2
    assert not (repository.folder / "ran").exists()


def test_a_git_that_is_too_old(repository: Builder, fake: Path) -> None:
    git = git_of(repository)
    script(fake / "git", "exit 129")
    with pytest.raises(NoGit, match=r"Git 2\.39 is needed"):
        git.output("log")
    with Objects(git) as objects, pytest.raises(NoGit, match=r"Git 2\.39 is needed"):
        objects.read("HEAD", limit=10)


def test_a_git_that_cannot_be_started(repository: Builder, fake: Path) -> None:
    git = git_of(repository)
    (fake / "git").write_bytes(b"\x7fELF nothing")
    (fake / "git").chmod(0o755)
    with pytest.raises(NoGit, match="Git cannot be run in"):
        git.output("log")
    with Objects(git) as objects, pytest.raises(NoGit, match="Git cannot be run in"):
        objects.read("HEAD", limit=10)


def test_a_git_that_ends_too_soon(repository: Builder, fake: Path) -> None:
    git = git_of(repository)
    script(fake / "git", "exit 1")
    with Objects(git) as objects:
        for _ in range(2):
            with pytest.raises(NoObject, match="git cannot read it"):
                objects.read("HEAD", limit=10)
    script(fake / "git", "exec 0<&-; sleep 0.2; echo fatal: it is broken. >&2; exit 1")
    with Objects(git) as objects, pytest.raises(NoObject, match=r"`HEAD`: it is broken\.$"):
        objects.read("HEAD", limit=10)
    with pytest.raises(GitFault, match=r"Git could not do this: it is broken\.$"):
        git.output("log")
    script(fake / "git", "exit 4")
    with pytest.raises(GitFault, match="Git could not do this: exit code 4"):
        git.output("log")


def test_a_pipe_that_git_has_closed(repository: Builder, fake: Path) -> None:
    git = git_of(repository)
    script(fake / "git", "exit 1")
    with Objects(git) as objects:
        running = git.questioned("cat-file", "--batch-command")
        running.process.wait()
        objects._running = running
        with pytest.raises(NoObject, match="git cannot read it"):
            objects.read("HEAD", limit=10)


def test_a_git_that_says_nothing_sensible_is_ended(
    repository: Builder, fake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("positions.git.objects._SECONDS_TO_END", 0.1)
    git = git_of(repository)
    script(fake / "git", "printf %05000d 1; exec sleep 60")
    begun = time.monotonic()
    with Objects(git) as objects, pytest.raises(NoObject, match="git cannot read it"):
        objects.read("HEAD", limit=1000)
    assert time.monotonic() - begun < 30


def test_an_answer_that_is_cut_short(repository: Builder, fake: Path) -> None:
    git = git_of(repository)
    header = f"{'0' * 40} blob 100"
    script(fake / "git", f"read a; echo {header}; read a; echo {header}; echo short")
    with Objects(git) as objects, pytest.raises(NoObject, match="git cannot read it"):
        objects.read("HEAD", limit=1000)


def test_an_interrupt_ends_git(repository: Builder, fake: Path) -> None:
    script(fake / "git", "echo $$ >&1; exec sleep 60")
    program = (
        "import signal, threading, os; from positions.git.run import Git\n"
        # As the program does, for whoever runs the tests in the background of a script.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        "Git('.').output('log')\n"
    )
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=50,
        check=False,
    )
    assert b"KeyboardInterrupt" in done.stderr
    assert time.monotonic() - begun < 30


def test_another_user_s_repository(repository: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert history_of(
        "talks.yaml"
    ).revisions()  # the variable is git's, and dropped like the others
    sentence = "fatal: detected dubious ownership in repository at '/srv/a b'\nTo add an exception"
    fault = fault_of("rev-parse", 128, sentence)
    assert isinstance(fault, NoRepository)
    assert "`git config --global --add safe.directory '/srv/a b'`" in str(fault)


def test_a_repository_of_another_user_for_real(repository: Builder) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    for place in (repository.folder, repository.folder / ".git"):
        os.chown(place, 12345, 12345)
    with pytest.raises(NoRepository, match=r"belongs to another user\. If you trust it, run `git"):
        history_of("talks.yaml")


@pytest.mark.parametrize("value", ["*", "."])
def test_safe_directory_of_the_environment_counts(
    value: str, repository: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    for place in (repository.folder, repository.folder / ".git"):
        os.chown(place, 12345, 12345)
    folder = str(repository.folder) if value == "." else value
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.pager")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "false")
    monkeypatch.setenv("GIT_CONFIG_KEY_1", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_1", folder)
    assert len(history_of("talks.yaml").revisions()) == 2


def test_a_bare_repository_that_the_user_forbids(
    repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.clone(tmp_path / "bare.git", "--bare")
    repository.git("config", "--global", "safe.bareRepository", "explicit")
    monkeypatch.chdir(tmp_path / "bare.git")
    with pytest.raises(NoRepository, match=r"`safe\.bareRepository` forbids it"):
        history_of("talks.yaml")


# --------------------------------------------------------------------- git's environment


def test_git_dir_of_a_hook_does_not_lead_astray(
    repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Builder(tmp_path / "other", tmp_path / "home")
    other.commit("Other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git" / "index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.folder / ".git" / "objects"))
    history = history_of("talks.yaml")
    assert [one.subject for one in history.revisions()] == ["Second", "First"]
    assert not history.pair(staged=True)[1].absent


def test_git_dir_counts_where_nothing_else_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    made = Builder(tmp_path / "dots.git", tmp_path / "home", "--bare")
    made.git("config", "core.bare", "false")
    (tree / "talks.yaml").write_text(dossier_text(1))
    settings = {"GIT_DIR": "../dots.git", "GIT_WORK_TREE": "../tree"}
    monkeypatch.chdir(tree)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    made.folder = tree
    made.git("add", "talks.yaml", check=True, **settings)
    made.git("commit", "-q", "-m", "Dots", check=True, **settings)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    history = history_of("talks.yaml")
    assert [one.subject for one in history.revisions()] == ["Dots"]
    monkeypatch.setenv("GIT_DIR", "../nowhere")
    with pytest.raises(NoRepository):
        history_of("talks.yaml")


def test_the_index_of_a_commit_hook_is_the_index(repository: Builder) -> None:
    """`git commit -a` gives its hook an index of its own."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from positions.git.history import history_of\n"
        "before, after = history_of('talks.yaml').pair(staged=True)\n"
        "print(before.loaded is after.loaded, after.label)\n"
    )
    root = ROOT
    hook = f'"{sys.executable}" -c "{program}" "{root}" >hook.out 2>&1'
    script(repository.folder / ".git" / "hooks" / "pre-commit", hook)
    repository.write("talks.yaml", dossier_text(30))
    repository.git("commit", "-q", "-a", "-m", "Third")
    assert (repository.folder / "hook.out").read_text() == "False index\n"


def test_objects_of_the_repository_itself_that_lie_apart(
    repository: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = repository.folder / ".git" / "objects" / "tmp_objdir-incoming"
    apart.mkdir()
    repository.write("new.txt", "new")
    new = repository.git("hash-object", "-w", "new.txt", GIT_OBJECT_DIRECTORY=str(apart))
    with Objects(git_of(repository)) as objects, pytest.raises(NoObject):
        objects.read(new, limit=10)
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(apart))
    with Objects(git_of(repository)) as objects:
        assert objects.read(new, limit=10).content == b"new"
        assert objects.read("HEAD", limit=1000).kind == "commit"


def test_the_objects_of_a_push_hook_are_seen(repository: Builder, tmp_path: Path) -> None:
    """What is pushed lies in a place of its own until the hook has agreed."""
    bare = tmp_path / "bare.git"
    repository.clone(bare, "--bare")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from positions.git.history import history_of\n"
        "new = sys.stdin.read().split()[1]\n"
        "print([one.subject for one in history_of('talks.yaml').revisions(until=new)])\n"
    )
    root = ROOT
    hook = f'"{sys.executable}" -c "{program}" "{root}" >hook.out 2>&1'
    script(bare / "hooks" / "pre-receive", hook)
    repository.commit_file("talks.yaml", dossier_text(30), "Third")
    repository.git("push", "-q", str(bare), "main")
    assert (bare / "hook.out").read_text() == "['Third', 'Second', 'First']\n"


# -------------------------------------------------------------------------------- objects


def test_objects_are_read_one_after_another(repository: Builder) -> None:
    repository.commit_file("empty", "")
    repository.write("large", "x" * 3_000_000)
    identity = repository.commit("Large")
    with Objects(git_of(repository)) as objects:
        for _ in range(3):
            assert objects.read("HEAD:empty", limit=0).content == b""
            assert objects.read("HEAD:large", limit=3_000_000).content == b"x" * 3_000_000
            small = objects.read("HEAD:large", limit=2_999_999)
            assert (small.kind, small.size, small.content) == ("blob", 3_000_000, None)
            with pytest.raises(NoObject, match="there is no such object"):
                objects.read("HEAD:nowhere", limit=1)
            assert objects.read("HEAD", limit=1000).id == identity
        objects.close()
        assert objects.read("HEAD", limit=1000).kind == "commit"


@pytest.mark.parametrize("name", ["", "-x", "a\nb", "a\0b", "x" * 501])
def test_names_that_never_reach_git(name: str, repository: Builder) -> None:
    assert not is_name(name)
    with Objects(git_of(repository)) as objects:
        with pytest.raises(NoObject, match="cannot be the name of a revision"):
            objects.read(name, limit=1)
        assert objects._running is None


def test_a_revision_whose_name_begins_with_a_dash(repository: Builder) -> None:
    repository.git("update-ref", "refs/heads/-x", "HEAD~1")
    history = history_of("talks.yaml")
    with pytest.raises(NoSuchRevision, match="begins with a dash"):
        history.revision("-x")
    assert history.revision("refs/heads/-x").subject == "First"
