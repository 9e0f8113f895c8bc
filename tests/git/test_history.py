"""Which revisions does a dossier have, and what was it in each?"""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from positions.git import snapshots
from positions.git.history import (
    History,
    NoSuchRevision,
    NotThere,
    RevisionStep,
    Snapshot,
    State,
    history_of,
)
from positions.git.parsing import logged
from positions.git.run import Git, GitFault, NoRepository
from positions.loader import Loaded, loads
from positions.reading import files
from positions.values import KINDS, Frame
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
    """A repository in which a dossier changed on 2 and 3 June, and something else on 4 June."""
    made = Builder(tmp_path / "work", tmp_path / "home")
    made.commit_file("talks.yaml", dossier_text(10), "First")
    made.commit_file("talks.yaml", dossier_text(20), "Second")
    made.commit_file("talks.yaml", dossier_text(30), "Third")
    made.commit_file("other.txt", "other", "Elsewhere")
    monkeypatch.chdir(made.folder)
    return made


def value(snapshot: Snapshot) -> str:
    assert snapshot.loaded.dossier is not None, snapshot.loaded.problems
    found = snapshot.loaded.dossier.memoranda["plan"].positions["truce"].value
    assert found is not None
    return KINDS["duration"].show(found, Frame())


def told(steps: list[RevisionStep]) -> list[tuple[str, str, str]]:
    return [
        (
            step.revision.subject,
            "" if step.before.absent else value(step.before),
            "" if step.after.absent else value(step.after),
        )
        for step in steps
    ]


def values(pair: tuple[Snapshot, Snapshot]) -> tuple[str, str]:
    return value(pair[0]), value(pair[1])


# -------------------------------------------------------------------------------- a history


def test_what_each_revision_made_of_the_dossier(repository: Builder) -> None:
    steps = list(history_of("talks.yaml").steps())
    assert told(steps) == [
        ("Third", "20 days", "30 days"),
        ("Second", "10 days", "20 days"),
        ("First", "", "10 days"),
    ]
    first = steps[-1].revision
    assert first.author == "Ada"
    assert first.date.isoformat() == "2025-06-01T12:00:00+00:00"
    assert first.id.startswith(first.short)
    assert first.path == "talks.yaml"
    assert first.blob == repository.git("rev-parse", "HEAD~3:talks.yaml")
    assert not first.cut_off
    assert steps[0].before.revision == steps[1].revision
    assert steps[-1].before.label == f"{first.short}^"
    assert steps[0].after.loaded.path == f"{steps[0].revision.short}:talks.yaml"


@pytest.mark.no_cover
def test_the_project_s_own_dossier_has_a_history_without_faults(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("the sources came without their history")
    monkeypatch.chdir(ROOT)
    steps = list(history_of("data/positions.yaml").steps())
    assert len(steps) >= 2
    assert all(step.after.loaded.dossier for step in steps)


def test_from_and_until_a_revision_or_a_day(repository: Builder) -> None:
    history = history_of("talks.yaml")
    subjects = [
        [revision.subject for revision in history.revisions(since=since, until=until)]
        for since, until in [
            ("", "HEAD~2"),
            ("HEAD~2", "HEAD"),
            ("2025-06-02", "HEAD"),
            ("2025-06-02", "2025-06-02"),
            ("2025-06-02T12:01", "HEAD"),
            ("2025-07-01", "HEAD"),
        ]
    ]
    assert subjects == [
        ["Second", "First"],
        ["Third"],
        ["Third", "Second"],
        ["Second"],
        ["Third"],
        [],
    ]


def test_only_two_dossiers_are_held_and_none_is_parsed_twice(
    repository: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        repository.commit_file("talks.yaml", dossier_text(20 if number % 2 else 40), f"{number}")
    parsed: list[str] = []

    def counted(content: bytes, name: str) -> Loaded:
        parsed.append(name)
        return loads(content, name)

    monkeypatch.setattr(snapshots, "loads", counted)
    states = [
        "" if step.before.absent else (value(step.before), value(step.after))
        for step in history_of("talks.yaml").steps()
    ]
    assert states == [
        ("20 days", "40 days"),
        ("40 days", "20 days"),
        ("30 days", "40 days"),
        ("20 days", "30 days"),
        ("10 days", "20 days"),
        "",
    ]
    assert len(parsed) == 4


def test_what_is_held_is_bounded(repository: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "_MAX_HELD", 1)
    repository.commit_file("talks.yaml", dossier_text(10), "Back")
    assert told(list(history_of("talks.yaml").steps()))[0] == ("Back", "30 days", "10 days")


def test_a_walk_through_the_history_can_be_left(repository: Builder) -> None:
    steps = history_of("talks.yaml").steps()
    assert next(steps).revision.subject == "Third"
    steps.close()  # type: ignore[attr-defined]


def test_without_the_checks_across_records(repository: Builder) -> None:
    text = dossier_text(5).replace("sources: [paper]", "sources: [papers]")
    repository.commit_file("talks.yaml", text)
    checked, unchecked = (
        next(iter(history_of("talks.yaml").steps(checked=checked))) for checked in (True, False)
    )
    assert [problem.code for problem in checked.after.loaded.problems] == ["unknown-source"]
    assert unchecked.after.loaded.problems == ()
    assert value(unchecked.after) == "5 days"


def test_a_renamed_dossier_is_followed(repository: Builder) -> None:
    (repository.folder / "sub").mkdir()
    repository.git("mv", "talks.yaml", "sub/the talks.yaml")
    repository.commit("Moved")
    repository.commit_file("sub/the talks.yaml", dossier_text(40), "Fourth")
    history = history_of("sub/the talks.yaml")
    steps = list(history.steps())
    assert [step.revision.subject for step in steps] == [
        "Fourth",
        "Moved",
        "Third",
        "Second",
        "First",
    ]
    assert steps[2].revision.path == "talks.yaml"
    assert steps[1].before.loaded is steps[1].after.loaded
    before, after = history.pair(["HEAD~4", "HEAD"])
    assert values((before, after)) == ("20 days", "40 days")
    assert before.revision is not None
    assert before.revision.path == "talks.yaml"
    assert values(history.pair(["HEAD~4"])) == ("20 days", "40 days")


def test_a_copied_dossier_has_a_history_of_its_own(repository: Builder) -> None:
    repository.commit_file("copy.yaml", dossier_text(30), "Copied")
    assert told(list(history_of("copy.yaml").steps())) == [("Copied", "", "30 days")]


def test_a_dossier_that_was_removed_and_written_again(repository: Builder) -> None:
    repository.git("rm", "-q", "talks.yaml")
    repository.commit("Removed")
    repository.commit_file("talks.yaml", dossier_text(50), "Again")
    history = history_of("talks.yaml")
    assert told(list(history.steps()))[:3] == [
        ("Again", "", "50 days"),
        ("Removed", "30 days", ""),
        ("Third", "20 days", "30 days"),
    ]
    before, after = history.pair(["HEAD~1", "HEAD"])
    assert before.absent
    assert value(after) == "50 days"


# The text of `dossier_text` has one line on which both sides of a merge cannot write; these add
# comments above and below, so that git joins them by lines.
ABOVE, BELOW = "# above\n# above\n# above\n", "# below\n# below\n# below\n"


def test_a_merge_of_a_branch_leaves_its_revisions_as_they_were(repository: Builder) -> None:
    repository.git("checkout", "-q", "-b", "side")
    repository.commit_file("talks.yaml", dossier_text(60), "Aside")
    repository.git("checkout", "-q", "main")
    repository.commit_file("other.txt", "more", "Elsewhere again")
    repository.git("merge", "-q", "--no-ff", "-m", "Merged", "side")
    steps = list(history_of("talks.yaml").steps())
    assert told(steps)[:2] == [("Aside", "30 days", "60 days"), ("Third", "20 days", "30 days")]
    assert [step.merged for step in steps] == [()] * 4


def joined(made: Builder, name: str = "talks.yaml", *, renames: str = "") -> None:
    """Two branches that change a dossier at two ends, and a merge of the two."""
    made.commit_file(name, ABOVE + dossier_text(30) + BELOW, "Base")
    made.git("checkout", "-q", "-b", "side")
    made.commit_file(name, f"# aside\n{ABOVE}{dossier_text(30)}{BELOW}", "Aside")
    made.git("checkout", "-q", "main")
    if renames:
        made.git("mv", name, renames)
        made.commit("Renamed")
    made.commit_file(renames or name, f"{ABOVE}{dossier_text(40)}{BELOW}", "Here")
    made.git("merge", "-q", "--no-ff", "-m", "Merged", "side")


def test_a_merge_of_two_changed_sides_is_told_after_what_it_joins(repository: Builder) -> None:
    joined(repository)
    steps = list(history_of("talks.yaml").steps())
    assert [step.revision.subject for step in steps] == [
        *("Merged", "Here", "Aside", "Base", "Third", "Second", "First")
    ]
    ids = {step.revision.subject: step.revision.id for step in steps}
    assert steps[0].older == (ids["Here"], ids["Aside"])
    assert steps[1].older == steps[2].older == (ids["Base"],)
    assert (value(steps[0].before), value(steps[0].merged[0])) == ("40 days", "30 days")
    assert steps[0].merged[0].revision == steps[2].revision


def test_a_dossier_that_one_side_of_a_merge_renamed(repository: Builder) -> None:
    joined(repository, renames="case.yaml")
    steps = list(history_of("case.yaml").steps())
    assert [(step.revision.subject, step.revision.path) for step in steps] == [
        ("Merged", "case.yaml"),
        ("Here", "case.yaml"),
        ("Renamed", "case.yaml"),
        ("Aside", "talks.yaml"),
        ("Base", "talks.yaml"),
        ("Third", "talks.yaml"),
        ("Second", "talks.yaml"),
        ("First", "talks.yaml"),
    ]
    ids = {step.revision.subject: step.revision.id for step in steps}
    assert steps[0].older == (ids["Here"], ids["Aside"])
    assert steps[2].older == steps[3].older == (ids["Base"],)


def test_a_dossier_that_the_merged_branch_renamed(repository: Builder) -> None:
    joined(repository, renames="case.yaml")
    repository.git("checkout", "-q", "-b", "turned", "side")
    repository.git("merge", "-q", "--no-ff", "-m", "Merged the other way", "main~1")
    subjects = [step.revision.subject for step in history_of("case.yaml").steps()]
    assert subjects[:5] == ["Merged the other way", "Here", "Renamed", "Aside", "Base"]


def test_a_folder_that_two_branches_changed(folder: Builder) -> None:
    folder.git("checkout", "-q", "-b", "side")
    folder.commit_file("case/south.yaml", "memoranda: {}\n", "Aside")
    folder.git("checkout", "-q", "main")
    folder.commit_file("case/east.yaml", "memoranda: {}\n", "Here")
    folder.commit_file("case/notes.txt", "not read", "Not read here")
    folder.git("merge", "-q", "--no-ff", "-m", "Merged", "side")
    steps = list(history_of("case").steps())
    assert [step.revision.subject for step in steps][:4] == ["Merged", "Here", "Aside", "Moved"]
    ids = {step.revision.subject: step.revision.id for step in steps}
    assert steps[0].older == (ids["Here"], ids["Aside"])
    assert [len(step.revision.files) for step in steps[:4]] == [4, 3, 3, 2]


def test_people_are_named_as_the_mailmap_has_them(
    repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(".mailmap", "Ada Lovelace <ada@example.org>\n")
    history = history_of("talks.yaml")
    assert {step.revision.author for step in history.steps()} == {"Ada Lovelace"}
    assert history.revision("HEAD").author == "Ada Lovelace"
    repository.commit("Mapped")
    repository.clone(tmp_path / "bare.git", "--bare")
    monkeypatch.chdir(tmp_path / "bare.git")
    assert history_of("talks.yaml").revisions()[0].author == "Ada Lovelace"


def test_a_mailmap_that_is_no_plain_file_is_not_waited_for(repository: Builder) -> None:
    os.mkfifo(repository.folder / ".mailmap")
    assert history_of("talks.yaml").revisions()[0].author == "Ada"
    (repository.folder / ".mailmap").unlink()
    repository.git("config", "mailmap.file", "/dev/zero")
    assert history_of("talks.yaml").revisions()[0].author == "Ada"


def test_a_revision_with_broken_yaml_is_told_and_stops_nothing(repository: Builder) -> None:
    repository.commit_file("talks.yaml", "dossier: [", "Broken")
    repository.commit_file("talks.yaml", dossier_text(70), "Mended")
    steps = list(history_of("talks.yaml").steps())
    assert [step.revision.subject for step in steps][:3] == ["Mended", "Broken", "Third"]
    broken = steps[1].after
    assert broken.loaded.dossier is None
    assert not broken.absent
    assert broken.loaded.problems[0].code == "syntax"
    assert str(broken.loaded.problems[0].span).startswith(f"{broken.label}:talks.yaml:1:")


def test_a_file_that_is_too_large_is_not_read(
    repository: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "MAX_BYTES", 600)
    repository.commit_file("talks.yaml", dossier_text(30, note="x" * 600), "Large")
    step = next(iter(history_of("talks.yaml").steps()))
    assert [problem.code for problem in step.after.loaded.problems] == ["too-large"]
    assert value(step.before) == "30 days"


NAMES = [
    "a b.yaml",
    "'\"\\.yaml",
    "línea-вогню.yaml",
    "two\nlines.yaml",
    "-dash.yaml",
    ":(top)x.yaml",
    "*.yaml",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name(name: str, repository: Builder) -> None:
    folder = "sub " + name.removesuffix(".yaml")
    repository.commit_file(f"{folder}/{name}", dossier_text(5), "Five")
    repository.commit_file(f"{folder}/{name}", dossier_text(6), "Six")
    repository.write(f"{folder}/{name}", dossier_text(7))
    history = history_of(f"{folder}/{name}")
    assert told(list(history.steps())) == [("Six", "5 days", "6 days"), ("Five", "", "5 days")]
    assert values(history.pair()) == ("6 days", "7 days")
    assert values(history.pair(["HEAD~1"])) == ("5 days", "7 days")
    folders = history_of(folder)
    assert told(list(folders.steps())) == [("Six", "5 days", "6 days"), ("Five", "", "5 days")]
    assert values(folders.pair()) == ("6 days", "7 days")


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_not_text(repository: Builder) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    repository.commit_file(name, dossier_text(5), "Five")
    assert told(list(history_of(name).steps())) == [("Five", "", "5 days")]


def test_authors_and_subjects_as_they_wrote_themselves(repository: Builder) -> None:
    repository.write("talks.yaml", dossier_text(8))
    repository.git("add", "-A")
    message = "Ein Entwurf\nüber zwei Zeilen\n\nund mehr"
    repository.git(
        *("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "-m"),
        message.encode("latin-1").decode("utf-8", "surrogateescape"),
        GIT_AUTHOR_NAME=os.fsdecode("Jörg".encode("latin-1")),
        GIT_AUTHOR_DATE="2025-06-09T23:30:00+0530",
    )
    history = history_of("talks.yaml")
    logged = history.revisions()[0]
    named = history.revision("HEAD")
    assert (logged.author, logged.subject) == ("Jörg", "Ein Entwurf über zwei Zeilen")
    assert (named.author, named.subject) == (logged.author, logged.subject)
    assert logged.date == named.date
    assert logged.date.utcoffset() == timedelta(hours=5, minutes=30)


# ------------------------------------------------------------------------------ comparisons


def test_what_git_diff_would_compare(repository: Builder) -> None:
    repository.write("talks.yaml", dossier_text(40))
    repository.git("add", "talks.yaml")
    repository.write("talks.yaml", dossier_text(50))
    history = history_of("talks.yaml")
    assert values(history.pair()) == ("40 days", "50 days")
    assert values(history.pair(["HEAD"])) == ("30 days", "50 days")
    assert values(history.pair(staged=True)) == ("30 days", "40 days")
    assert values(history.pair(["HEAD~2"], staged=True)) == ("20 days", "40 days")
    assert values(history.pair(["HEAD~2", "HEAD"])) == ("20 days", "30 days")
    assert values(history.pair(["HEAD~2..HEAD"])) == ("20 days", "30 days")
    assert values(history.pair(["HEAD~2.."])) == ("20 days", "30 days")
    assert values(history.pair(["..HEAD~3"])) == ("30 days", "10 days")
    labels = [state.label for state in history.pair()]
    assert labels == ["index", "working tree"]


def test_three_dots_compare_with_where_a_branch_left(repository: Builder) -> None:
    repository.git("checkout", "-q", "-b", "side", "HEAD~2")
    repository.commit_file("talks.yaml", dossier_text(60), "Aside")
    history = history_of("talks.yaml")
    assert values(history.pair(["main...side"])) == ("20 days", "60 days")
    assert values(history.pair(["main..side"])) == ("30 days", "60 days")
    repository.git("checkout", "-q", "--orphan", "island")
    repository.commit_file("talks.yaml", dossier_text(1), "Alone")
    with pytest.raises(NoSuchRevision, match="`main` and `HEAD` share no revision"):
        history.pair(["main..."])


def test_revisions_by_every_name(repository: Builder) -> None:
    repository.git("tag", "-a", "-m", "signed", "v1", "HEAD~3")
    repository.git("tag", "2025-06-03", "HEAD~3")
    repository.git("branch", "old", "HEAD~2")
    repository.git("branch", "--set-upstream-to=old")
    history = history_of("talks.yaml")
    named = {
        text: history.revision(text).subject
        for text in [
            *("HEAD", "main~1", "v1", "old", "@{u}", "@", ":/Second", "2025-06-03"),
            *("2025-06-02", "2025-06-02T12:00", "2025-06-02T11:59", "9999-12-31"),
            repository.git("rev-parse", "--short", "HEAD~1"),
        ]
    }
    assert list(named.values()) == [
        *("Elsewhere", "Third", "First", "Second", "Second", "Elsewhere", "Second", "First"),
        *("Second", "Second", "First", "Elsewhere"),
        "Third",
    ]
    assert value(history.snapshot("2025-06-02")) == "20 days"


@pytest.mark.parametrize("zone", ["Etc/GMT-14", "UTC", "Etc/GMT+11"])
def test_a_day_ends_where_the_revision_was_written(
    zone: str, repository: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    repository.write("talks.yaml", dossier_text(50))
    date = "2025-06-06T01:30:00+0300"  # half past ten in the evening before, in Greenwich
    repository.git(*("commit", "-qam", "At night"), GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    history = history_of("talks.yaml")
    assert history.revision("2025-06-05").subject == "Elsewhere"
    assert history.revision("2025-06-06T01:29").subject == "Elsewhere"
    assert history.revision("2025-06-06T01:30").subject == "At night"
    assert history.revision("2025-06-06").subject == "At night"
    assert [one.subject for one in history.revisions(since="2025-06-06")] == ["At night"]


def test_a_commit_made_elsewhere_counts_where_its_author_was(repository: Builder) -> None:
    repository.write("talks.yaml", dossier_text(50))
    repository.git(
        *("commit", "-qam", "At night"),
        GIT_AUTHOR_DATE="2025-06-06T01:30:00+0300",
        GIT_COMMITTER_DATE="2025-06-05T22:30:00+0000",  # the same moment
    )
    assert history_of("talks.yaml").revision("2025-06-05").subject == "Elsewhere"
    assert history_of("talks.yaml").revision("2025-06-06").subject == "At night"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("mian", r"There is no revision `mian`\. Did you mean `main`\?"),
        ("v9", r"^There is no revision `v9`\.$"),
        ("HEAD:talks.yaml", "There is no revision"),
        ("-p", "`-p` begins with a dash"),
        ("--output=x", "begins with a dash"),
        ("a\nb", "is no name"),
        ("", "is no name"),
        ("@{u}", "Git says: no upstream configured for branch 'main'"),
        ("2025-13-01", "There is no revision `2025-13-01`"),
        ("2024-01-01", "There is no revision of 2024-01-01 or before"),
    ],
)
def test_names_of_no_revision(text: str, sentence: str, repository: Builder) -> None:
    history = history_of("talks.yaml")
    with pytest.raises(NoSuchRevision, match=sentence):
        history.revision(text)
    with pytest.raises(NoSuchRevision, match=sentence.replace(" or before", "")):
        history.pair([text, "HEAD"])


@pytest.mark.parametrize("text", ["-p", "v9", "2025-13-01"])
def test_since_no_revision(text: str, repository: Builder) -> None:
    with pytest.raises(NoSuchRevision):
        history_of("talks.yaml").revisions(since=text)


def test_ids_that_begin_alike_are_not_guessed(repository: Builder, tmp_path: Path) -> None:
    identity = repository.git("rev-parse", "HEAD")
    history = history_of("talks.yaml")
    assert history.revision(identity[:12]).id == identity
    tree = repository.git("rev-parse", "HEAD^{tree}")
    seen: dict[str, str] = {}
    begins, text = "", ""
    for number in count():
        if begins in seen and not begins.isdigit():  # four digits alone are a year
            break
        seen[begins] = text
        who = "A <a@example.org> 1 +0000"
        text = f"tree {tree}\nauthor {who}\ncommitter {who}\n\n{number}\n"
        begins = hashlib.sha1(f"commit {len(text)}\0{text}".encode()).hexdigest()[:4]
    for name, content in (("one", seen[begins]), ("two", text)):
        (tmp_path / name).write_text(content)
        repository.git("hash-object", "-t", "commit", "-w", str(tmp_path / name))
    with pytest.raises(NoSuchRevision, match="several objects have names that begin so"):
        history.revision(begins)


def test_too_many_revisions(repository: Builder) -> None:
    history = history_of("talks.yaml")
    with pytest.raises(GitFault, match="too many revisions"):
        history.pair(["HEAD", "HEAD", "HEAD"])
    with pytest.raises(GitFault, match="too many revisions"):
        history.pair(["HEAD", "HEAD"], staged=True)


def test_what_is_the_same_is_parsed_once(repository: Builder) -> None:
    history = history_of("talks.yaml")
    for arguments in ([], ["HEAD"], ["HEAD", "HEAD~1"]):
        before, after = history.pair(arguments)
        assert before.loaded is after.loaded
    assert history.pair(["HEAD"])[0].loaded.path == "talks.yaml"


def test_a_dossier_that_is_in_neither_state(repository: Builder) -> None:
    repository.commit_file("sub/b.yaml", dossier_text(1))
    with pytest.raises(NotThere, match=r"is neither in .*\. Did you mean `talks.yaml`\?"):
        history_of("talk.yaml").pair(["HEAD~1", "HEAD"])
    with pytest.raises(NotThere, match=r"Did you mean `sub/b.yaml`\?"):
        history_of("sub/bb.yaml").pair(["HEAD"])
    with pytest.raises(NotThere, match="neither in index nor in working tree"):
        history_of("talk.yaml").pair()
    with pytest.raises(NotThere):
        history_of("nowhere/at/all.yaml").pair(["HEAD"])
    assert history_of("talk.yaml").revisions() == ()


def test_a_dossier_that_is_not_committed_yet(repository: Builder) -> None:
    repository.write("new.yaml", dossier_text(3))
    history = history_of("new.yaml")
    before, after = history.pair(["HEAD"])
    assert before.absent
    assert value(after) == "3 days"
    assert before.revision is not None
    assert before.revision.blob == ""


def test_a_repository_without_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Builder(tmp_path / "empty", tmp_path / "home")
    made.write("talks.yaml", dossier_text(3))
    made.git("add", "talks.yaml")
    monkeypatch.chdir(made.folder)
    history = history_of("talks.yaml")
    before, after = history.pair(staged=True)
    assert before.absent
    assert (before.label, before.revision) == ("no revision", None)
    assert value(after) == "3 days"
    for ask in (history.revision, history.revisions, lambda: list(history.steps())):
        with pytest.raises(NoSuchRevision, match="The repository has no revisions yet"):
            ask()


def test_a_branch_without_revisions(repository: Builder) -> None:
    repository.git("checkout", "-q", "--orphan", "island")
    repository.write("new.yaml", dossier_text(3))
    before, after = history_of("new.yaml").pair(["main"])
    assert before.absent
    assert value(after) == "3 days"


def test_a_conflict_in_the_index(repository: Builder) -> None:
    repository.git("checkout", "-q", "-b", "side", "HEAD~2")
    repository.commit_file("talks.yaml", dossier_text(60), "Aside")
    repository.git("merge", "-q", "main", check=False)
    with pytest.raises(GitFault, match=r"`talks\.yaml` has a conflict in the index"):
        history_of("talks.yaml").pair()


def test_the_state_of_a_single_moment(repository: Builder) -> None:
    repository.write("talks.yaml", dossier_text(40))
    history = history_of("talks.yaml")
    assert value(history.snapshot()) == "40 days"
    assert value(history.snapshot(State.INDEX)) == "30 days"
    assert value(history.snapshot("HEAD~2")) == "20 days"
    (repository.folder / "talks.yaml").unlink()
    assert history.snapshot().absent
    assert list(history.steps())


# ----------------------------------------------------------------------------------- folders


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """A dossier in a folder: what all share in one file, a memorandum in another."""
    made = Builder(tmp_path / "work", tmp_path / "home")
    write_folder(made, 10)
    made.write("case/notes.txt", "not read")
    made.commit("First")
    made.commit_file("case/notes.txt", "not read either", "Notes")
    write_folder(made, 20)
    made.commit("Second")
    made.git("mv", "case/north/plan.yaml", "case/north/moved.yaml")
    made.commit("Moved")
    monkeypatch.chdir(made.folder)
    return made


def write_folder(made: Builder, days: int) -> None:
    common, _, memoranda = dossier_text(days).partition("memoranda:")
    made.write("case/common.yaml", common)
    made.write("case/north/plan.yaml", f"memoranda:{memoranda}")


def test_a_folder_is_one_dossier(folder: Builder) -> None:
    history = history_of("case")
    steps = list(history.steps())
    assert told(steps) == [
        ("Moved", "20 days", "20 days"),
        ("Second", "10 days", "20 days"),
        ("First", "", "10 days"),
    ]
    assert steps[0].before.loaded is steps[0].after.loaded
    assert [file.path for file in steps[0].revision.files] == [
        "case/common.yaml",
        "case/north/moved.yaml",
    ]
    assert steps[0].revision.blob == ""
    assert steps[0].after.loaded.problems == ()


def test_the_states_of_a_folder(folder: Builder) -> None:
    history = history_of("case/")
    folder.write(
        "case/north/moved.yaml", f"memoranda:{dossier_text(30).partition('memoranda:')[2]}"
    )
    folder.git("add", "-A")
    folder.write(
        "case/north/moved.yaml", f"memoranda:{dossier_text(40).partition('memoranda:')[2]}"
    )
    assert values(history.pair()) == ("30 days", "40 days")
    assert values(history.pair(["HEAD~2"])) == ("10 days", "40 days")
    assert values(history.pair(["HEAD"], staged=True)) == ("20 days", "30 days")
    assert values(history.pair(["HEAD~3", "HEAD~1"])) == ("10 days", "20 days")
    with history._snapshots(checked=False) as states:
        assert states.working("case").dossier is not None


def test_the_root_of_a_repository_is_a_folder_too(
    folder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(list(history_of(".").steps()))[-1] == ("First", "", "10 days")
    assert values(history_of(".").pair(["HEAD~2"])) == ("10 days", "20 days")
    monkeypatch.chdir("case")
    assert told(list(history_of(".").steps()))[-1] == ("First", "", "10 days")
    assert value(history_of("..").snapshot()) == "20 days"


def test_the_problems_of_a_folder_name_the_file(folder: Builder) -> None:
    folder.write("case/south.yaml", "memoranda: {plan: {party: south}, more: {party: wset}}\n")
    folder.write("case/list.yaml", "- a\n")
    folder.write("case/text.yaml", "parties: none of them\nunknown: 1\n")
    (folder.folder / "case" / "link.yaml").symlink_to("/etc/passwd")
    (folder.folder / "case" / "folder.yaml").mkdir()
    folder.write("case/empty.yaml", "")
    (folder.folder / "case" / "fifo.yaml").unlink(missing_ok=True)
    os.mkfifo(folder.folder / "case" / "fifo.yaml")
    before, after = history_of("case").pair(["HEAD"])
    assert value(after) == value(before)
    found = {(problem.code, str(problem.span).split(":")[0]) for problem in after.loaded.problems}
    assert {
        ("duplicate-key", "case/south.yaml"),
        ("unknown-party", "case/south.yaml"),
        ("not-a-dossier", "case/list.yaml"),
        ("wrong-shape", "case/text.yaml"),
        ("unknown-key", "case/text.yaml"),
        ("unreadable-file", "case/link.yaml"),
        ("unreadable-file", "case/fifo.yaml"),
    } <= found
    twice = next(one for one in after.loaded.problems if one.code == "duplicate-key")
    assert "`plan` stands in `memoranda` already, at case/north/moved.yaml:2:3" in twice.sentence
    assert "root:" not in str(after.loaded.problems)
    folder.git("add", "case/link.yaml")
    folder.commit("Linked")
    step = next(iter(history_of("case").steps()))
    assert "is a symbolic link" in str(step.after.loaded.problems)


def test_a_folder_with_too_many_files(folder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "MAX_FILES", 1)
    monkeypatch.setattr(files, "MAX_FILES", 1)
    history = history_of("case")
    for ask in (history.revision, history.pair):
        with pytest.raises(GitFault, match="more than 1 files"):
            ask()
    (problem, *_) = history.snapshot().loaded.problems
    assert "`case` has more than 1 files that end in `.yaml`" in problem.sentence


def test_folders_in_folders_have_an_end(folder: Builder) -> None:
    deep = "/".join(["case", *"abcdefghijklmnopqrst"])
    folder.write(f"{deep}/x.yaml", "parties: {west: {name: West}}\n")
    folder.commit_file(f"{deep}/u/x.yaml", "parties: {east: {name: East}}\n")
    for state in ("HEAD", State.WORKING_TREE):
        found = history_of("case").snapshot(state).loaded.dossier
        assert found is not None
        assert list(found.parties) == ["west", "north", "south"]


def test_a_bomb_of_folders_is_not_read(folder: Builder) -> None:
    """Ten folders, each of which git keeps as the same ten, nine times over."""
    blob = folder.git("rev-parse", "HEAD:case/common.yaml")
    made = f"100644 blob {blob}\tx.yaml\n"
    for _ in range(10):
        tree = folder.git_given(made, "mktree")
        made = "".join(f"040000 tree {tree}\t{name}\n" for name in "abcdefghij")
    commit = folder.git("commit-tree", "-m", "Bomb", folder.git_given(made, "mktree"))
    with pytest.raises(GitFault, match="more than 2,000 folders"):
        history_of(".").revision(commit)


def test_a_folder_that_is_gone(folder: Builder, tmp_path: Path) -> None:
    def subjects(path: str) -> list[str]:
        return [step.revision.subject for step in history_of(path).steps()]

    folder.git("rm", "-q", "-r", "case")
    assert subjects("case") == ["Moved", "Second", "First"]
    folder.commit("Gone")
    assert subjects("case") == ["Gone", "Moved", "Second", "First"]
    assert values(history_of("case").pair(["HEAD~3", "HEAD~1"])) == ("10 days", "20 days")
    folder.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    assert subjects(str(tmp_path / "bare.git" / "case")) == ["Gone", "Moved", "Second", "First"]
    assert not history_of("never").tracked.folder


def test_a_file_where_a_folder_was(folder: Builder) -> None:
    folder.git("rm", "-q", "-r", "case")
    folder.commit("Gone")
    folder.commit_file("case", "a file", "A file")
    assert history_of("case").revision("HEAD~2").files == ()
    (folder.folder / "case").unlink()
    folder.write("case/a.yaml", dossier_text(1))
    assert history_of("case").revision("HEAD").files == ()


# -------------------------------------------------------------------- kinds of repositories


def test_from_a_subfolder(repository: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.folder / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(repository.folder / "deep" / "er")
    history = history_of("../../talks.yaml")
    assert history.tracked.name == "talks.yaml"
    assert len(list(history.steps())) == 3
    assert value(history.snapshot()) == "30 days"


def test_from_elsewhere(repository: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert len(history_of(repository.folder / "talks.yaml").revisions()) == 3


def test_a_detached_head(repository: Builder) -> None:
    repository.git("checkout", "-q", "--detach", "HEAD~2")
    assert told(list(history_of("talks.yaml").steps()))[0] == ("Second", "10 days", "20 days")


def test_a_linked_worktree(repository: Builder, tmp_path: Path) -> None:
    repository.git("worktree", "add", "-q", str(tmp_path / "linked"), "HEAD~2")
    history = history_of(tmp_path / "linked" / "talks.yaml")
    assert told(list(history.steps()))[0] == ("Second", "10 days", "20 days")
    (tmp_path / "linked" / "talks.yaml").write_text(dossier_text(9))
    assert values(history.pair()) == ("20 days", "9 days")


def test_a_bare_repository(
    repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit_file("sub/b.yaml", dossier_text(5), "Five")
    repository.clone(tmp_path / "bare.git", "--bare")
    monkeypatch.chdir(tmp_path / "bare.git")
    history = history_of("talks.yaml")
    assert len(list(history.steps())) == 3
    assert values(history.pair(["HEAD~3", "HEAD"])) == ("20 days", "30 days")
    assert len(history_of("sub/b.yaml").revisions()) == 1
    for arguments, staged in (([], False), (["HEAD"], False), ([], True)):
        with pytest.raises(GitFault, match="A bare repository has no"):
            history.pair(arguments, staged=staged)


def test_a_shallow_clone_says_where_its_history_was_cut_off(
    repository: Builder, tmp_path: Path
) -> None:
    repository.clone(tmp_path / "shallow", "--depth", "3")
    history = history_of(tmp_path / "shallow" / "talks.yaml")
    revisions = history.revisions()
    assert [(one.subject, one.cut_off) for one in revisions] == [("Third", False), ("Second", True)]
    with pytest.raises(NoSuchRevision, match="cut off when it was cloned"):
        history.revision("HEAD~3")


def test_a_shallow_clone_that_has_all_of_it(repository: Builder, tmp_path: Path) -> None:
    repository.clone(tmp_path / "whole", "--depth", "4")
    assert [one.cut_off for one in history_of(tmp_path / "whole" / "talks.yaml").revisions()] == [
        False
    ] * 3


def test_a_partial_clone_fetches_nothing_and_says_what_it_lacks(
    repository: Builder, tmp_path: Path
) -> None:
    (repository.folder / "sub").mkdir()
    repository.git("mv", "talks.yaml", "sub/talks.yaml")
    repository.write("sub/talks.yaml", dossier_text(40))
    repository.commit("Moved and edited")
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = repository.clone(tmp_path / "partial", "--filter=blob:none")
    history = history_of(tmp_path / "partial" / "sub" / "talks.yaml")
    steps = list(history.steps())
    assert [step.revision.subject for step in steps] == ["Moved and edited"]
    assert value(steps[0].after) == "40 days"
    before, _ = history.pair(["HEAD~2", "HEAD"])
    assert before.absent
    old = history_of(tmp_path / "partial" / "talks.yaml")
    problems = [step.after.loaded.problems for step in old.steps()]
    assert len(problems) == 4
    assert "this partial clone does not have it" in str(problems[1])
    assert clone.git("cat-file", "--batch-check", "--batch-all-objects").count("blob") == 2


def test_ids_of_sha256(tmp_path: Path) -> None:
    made = Builder(tmp_path / "new", tmp_path / "home", "--object-format=sha256")
    made.commit_file("talks.yaml", dossier_text(1), "One")
    made.commit_file("talks.yaml", dossier_text(2), "Two")
    history = history_of(made.folder / "talks.yaml")
    assert told(list(history.steps())) == [("Two", "1 days", "2 days"), ("One", "", "1 days")] or (
        len(history.revisions()[0].id) == 64
    )
    before, after = history.pair(["HEAD"])
    assert before.loaded is after.loaded


# -------------------------------------------------------------------------- no repository


def test_outside_any_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "talks.yaml").write_text(dossier_text())
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(alone)
    with pytest.raises(NoRepository, match=r"^`talks\.yaml` has no revisions\. This is not in a"):
        history_of("talks.yaml")
    with pytest.raises(NoRepository, match="Standard input has no revisions"):
        history_of("-")
    with pytest.raises(NoRepository, match="no path"):
        history_of("a\0b")


def test_inside_git_s_own_folder(repository: Builder) -> None:
    with pytest.raises(NoRepository, match="where git keeps a repository"):
        history_of(".git/config")


def test_a_link_inside_a_repository_is_followed(repository: Builder) -> None:
    (repository.folder / "link.yaml").symlink_to("talks.yaml")
    history = history_of("link.yaml")
    assert history.tracked.name == "talks.yaml"
    assert len(history.revisions()) == 3


def test_a_link_into_a_repository_is_followed(
    repository: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "link.yaml").symlink_to("work/talks.yaml")
    monkeypatch.chdir(tmp_path)
    assert len(history_of("link.yaml").revisions()) == 3


def test_a_link_that_leads_out_of_a_repository_is_not(repository: Builder, tmp_path: Path) -> None:
    other = Builder(tmp_path / "other", tmp_path / "home")
    other.commit_file("secret.yaml", dossier_text(99), "Secret")
    (repository.folder / "link.yaml").symlink_to(other.folder / "secret.yaml")
    (repository.folder / "data").symlink_to(other.folder)
    for path in ("link.yaml", "data/secret.yaml", "data"):
        with pytest.raises(NoRepository, match="leads out of its repository"):
            history_of(path)


def test_a_dossier_that_was_a_link(repository: Builder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(dossier_text(99))
    (repository.folder / "talks.yaml").unlink()
    (repository.folder / "talks.yaml").symlink_to(secret)
    repository.commit("Linked")
    (repository.folder / "talks.yaml").unlink()
    history = history_of("talks.yaml")
    step = next(iter(history.steps()))
    assert step.after.loaded.dossier is None
    assert "is a symbolic link" in str(step.after.loaded.problems[0])
    (repository.folder / "talks.yaml").symlink_to(secret)
    assert "is a symbolic link" in str(history.snapshot().loaded.problems[0])


def test_what_is_no_file_is_not_waited_for(repository: Builder) -> None:
    (repository.folder / "talks.yaml").unlink()
    os.mkfifo(repository.folder / "talks.yaml")
    _, after = history_of("talks.yaml").pair(["HEAD"])
    assert after.loaded.problems[0].code == "unreadable-file"


def test_a_submodule_is_no_dossier(repository: Builder, tmp_path: Path) -> None:
    other = Builder(tmp_path / "other", tmp_path / "home")
    identity = other.commit_file("secret.yaml", dossier_text(99), "Secret")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{identity},inner.yaml")
    repository.git("commit", "-q", "-m", "Inner")
    step = next(iter(history_of("inner.yaml").steps()))
    assert "is a repository of its own" in str(step.after.loaded.problems[0])


def test_a_history_says_where_it_lies(repository: Builder) -> None:
    history: History = history_of("talks.yaml")
    assert isinstance(history.tracked.found.git, Git)
    assert history.tracked.shown == "talks.yaml"


# ------------------------------------------------------------------ commits of any provenance


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("0 +0000", "1970-01-01T00:00:00+00:00"),
        ("86400 -0130", "1970-01-01T22:30:00-01:30"),
        ("1 +9999", "1970-01-01T00:00:01+00:00"),
        ("999999999999999 +0000", "1970-01-01T00:00:00+00:00"),
        ("yesterday", "1970-01-01T00:00:00+00:00"),
        ("", "1970-01-01T00:00:00+00:00"),
    ],
)
def test_dates_that_no_git_would_write(date: str, read: str) -> None:
    (found,) = logged(f"\x02{'0' * 40}\0\0A\0{date}\0x\0Subject\0".encode())
    assert found.revision.date.isoformat() == read
    assert found.revision.committed.timestamp() == 0


def test_a_broken_object_is_told_and_stops_nothing(repository: Builder) -> None:
    blob = repository.git("rev-parse", "HEAD~2:talks.yaml")
    place = repository.folder / ".git" / "objects" / blob[:2] / blob[2:]
    place.chmod(0o644)
    place.write_bytes(b"rubbish")
    steps = list(history_of("talks.yaml").steps())
    assert [step.after.loaded.dossier is None for step in steps] == [False, True, False]
    assert "cannot be read" in str(steps[1].after.loaded.problems[0])
