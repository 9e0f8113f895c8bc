"""What do the commands over revisions say where one of them cannot be read, or has no dossier?

North asks for 30 days, then 31, then 20; one revision is spoilt, at the beginning, in the middle or
at the end.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from positions.cli import main as cli
from tests.repositories import Builder, dossier_text

if TYPE_CHECKING:
    from pathlib import Path

    from positions.comparison.selection import Lens

FORMS = ("broken", "absent", "corrupt")
PLACES = (0, 1, 2, 3)
GAPS = [(form, place) for form in FORMS for place in PLACES]


class Ended(NamedTuple):
    code: int
    out: str
    err: str


class Talks(Builder):
    def __init__(self, folder: Path, home: Path, capture: pytest.CaptureFixture[str]) -> None:
        super().__init__(folder, home)
        self.capture = capture

    def ask(self, *arguments: str) -> Ended:
        code = cli.run((*arguments, "-f", "talks.yaml"), open_ui=_no_screen)
        return Ended(code, *self.capture.readouterr())

    def four(self, form: str, place: int) -> None:
        """Commit four revisions; what is wrong with one of them is wrong with it alone."""
        for number, days in enumerate((30, 31, 20, 20)):
            if number == place and form == "absent":
                (self.folder / "talks.yaml").unlink(missing_ok=True)
                self.commit(f"Revision {number}", other=str(number))
                continue
            text = dossier_text(days, note=str(number))
            if number == place and form == "broken":
                text = text.replace("positions: {", "positions: [")
            self.commit_file("talks.yaml", text, f"Revision {number}")
        if form == "corrupt":
            blob = self.git("rev-parse", f"HEAD~{3 - place}:talks.yaml")
            spoilt = self.folder / ".git" / "objects" / blob[:2] / blob[2:]
            spoilt.chmod(0o644)
            spoilt.write_bytes(b"rubbish")


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
    return found


def blamed(talks: Talks) -> tuple[int, dict[str, object]]:
    ended = talks.ask("blame", "truce", "--format", "json")
    return ended.code, json.loads(ended.out)["parties"]["north"] if ended.out else {}


@pytest.mark.parametrize(("form", "place"), GAPS)
def test_blame_never_names_a_revision_that_may_not_have_done_it(
    talks: Talks, form: str, place: int
) -> None:
    talks.four(form, place)
    code, found = blamed(talks)
    # Without a gap the third revision went from 31 to 20 days; after one where there was nothing,
    # the position is stated anew.
    expected = {
        ("broken", 0): "Revision 2",
        ("broken", 1): "Revision 2",
        ("broken", 2): "Revision 3",
        ("broken", 3): "Revision 2",
        ("absent", 0): "Revision 2",
        ("absent", 1): "Revision 2",
        ("absent", 2): "Revision 3",
        ("absent", 3): "Revision 2",
    }["absent" if form == "absent" else "broken", place]
    assert found["subject"] == expected
    is_doubtful = form != "absent" and place in {1, 2}
    assert bool(found["unread"]) == is_doubtful
    assert code == (1 if form != "absent" and place == 3 else 0)
    shown = talks.ask("blame", "truce").out
    assert ("for the revision between" in shown) == is_doubtful


@pytest.mark.parametrize(("form", "place"), GAPS)
def test_the_log_tells_of_every_revision_and_what_it_is_compared_with(
    talks: Talks, form: str, place: int
) -> None:
    talks.four(form, place)
    ended = talks.ask("log", "--class", "all", "--format", "json")
    entries = {entry["subject"]: entry for entry in map(json.loads, ended.out.splitlines())}
    gap = entries.get(f"Revision {place}")
    assert ended.code == 0
    if form == "absent":
        assert gap is None if place == 0 else gap and gap["gone"]
    else:
        assert gap
        assert gap["problems"]
        after = entries.get(f"Revision {place + 1}")
        assert after is None or (after["unread"] and not after["begins"])
    assert "Revision" in talks.ask("log", "truce").out


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("place", "other"), [(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2)], ids=str
)
def test_a_difference_with_the_gap_says_which_side_it_is(
    talks: Talks, form: str, place: int, other: int
) -> None:
    talks.four(form, place)
    names = [f"HEAD~{3 - place}", f"HEAD~{3 - other}"]
    ended = talks.ask("diff", *names)
    if form == "absent":
        assert ended.code == 0
        assert "New: " in ended.out or "No longer recorded: " in ended.out
    else:
        assert (ended.code, ended.out) == (1, "")
        assert "cannot be read" in ended.err
        assert talks.git("rev-parse", names[0])[:9] in ended.err


def test_what_lies_before_a_gap_that_is_not_asked_for_stays_unknown(talks: Talks) -> None:
    talks.four("broken", 1)
    (line,) = talks.ask("log", "--since", "HEAD~2", "--format", "json").out.splitlines()
    entry = json.loads(line)
    assert (entry["subject"], entry["begins"]) == ("Revision 2", False)
    said = f"Compared with nothing, for the revision before ({entry['unread'][0]}) cannot be read."
    assert said in " ".join(talks.ask("log", "--since", "HEAD~2").out.split())
    for number, text in enumerate(("[", "{", dossier_text(9)), 4):
        talks.commit_file("talks.yaml", text, f"Revision {number}")
    day = talks.git("log", "-1", "--format=%cs", "HEAD~1")
    found = talks.ask("log", "--since", day, "--format", "json").out.splitlines()
    newest, gap = map(json.loads, found)
    assert (newest["subject"], newest["begins"]) == ("Revision 6", False)
    assert (gap["subject"], len(newest["unread"])) == ("Revision 5", 2)


def test_a_merge_with_a_side_that_cannot_be_read_is_compared_with_the_other(talks: Talks) -> None:
    talks.commit_file("talks.yaml", dossier_text(30), "First")
    talks.git("checkout", "-q", "-b", "side")
    talks.commit_file("talks.yaml", dossier_text(40).replace("{", "["), "Broken")
    talks.git("checkout", "-q", "main")
    talks.commit_file("talks.yaml", dossier_text(31), "Second")
    talks.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    talks.commit_file("talks.yaml", dossier_text(20), "Both")
    assert "North wants 20 days. Recorded before: 31 days." in talks.ask("log").out
    assert blamed(talks)[1]["subject"] == "Both"
