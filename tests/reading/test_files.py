"""A folder of files to one dossier: what is part of it, what is not, and what is wrong with it."""

from __future__ import annotations

import os
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest

import positions
from positions.problems.collector import MAX_LISTED
from positions.reading import files, folder
from positions.reading.files import list_folder
from positions.reading.reader import MAX_ALIASED, MAX_BYTES, MAX_EVENTS
from tests.paths import SHIPPED
from tests.without_rights import without_rights

if TYPE_CHECKING:
    from pathlib import Path

    from positions.loader import Loaded

COMMON = """\
dossier: {format: 1, title: Talks, as_of: 2025-06-02}
sources:
  paper: {publisher: The Paper, date: 2025-06-01, title: Talks}
issues:
  truce: {topic: War, title: Truce, kind: duration}
"""


def party(name: str, value: str) -> str:
    return (
        f"parties:\n  {name}: {{name: {name.title()}}}\n"
        f"memoranda:\n  {name}-plan: {{party: {name}, form: memorandum, read: whole, date: 2025-06-01,\n"
        f"    sources: [paper], positions: {{truce: {value}}}}}\n"
    )


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A dossier as an analyst would divide it: what all share, and a file for each party."""
    made = tmp_path / "case"
    made.mkdir()
    (made / "common.yaml").write_text(COMMON, encoding="utf-8")
    (made / "north.yaml").write_text(party("north", "30 days"), encoding="utf-8")
    (made / "south.yaml").write_text(party("south", "3 days"), encoding="utf-8")
    return made


def told(loaded: Loaded, case: Path) -> list[str]:
    """Every problem as `check` prints it, with paths from the folder's parent."""
    return [str(one).replace(f"{case.parent}/", "") for one in loaded.problems]


def test_the_files_of_a_folder_are_one_dossier(case: Path) -> None:
    loaded = positions.load(case)
    assert told(loaded, case) == []
    assert loaded.path == str(case)
    assert loaded.dossier is not None
    assert list(loaded.dossier.parties) == ["north", "south"]
    assert positions.compare(loaded.dossier).row("truce").whole.sentence
    assert str(loaded.span(("memoranda", "south-plan", "positions", "truce"))) == (
        f"{case}/south.yaml:5:42"
    )
    assert str(loaded.span(("issues", "truce", "kind"), key=True)) == f"{case}/common.yaml:5:37"
    assert loaded.text == COMMON + party("north", "30 days") + party("south", "3 days")


def test_a_folder_says_what_one_file_would(case: Path, tmp_path: Path) -> None:
    rest = [
        line
        for name in ("north", "south")
        for line in party(name, {"north": "30 days", "south": "3 days"}[name]).splitlines()
    ]
    whole = COMMON + "\n".join(
        ["parties:", rest[1], rest[6], "memoranda:", *rest[3:5], *rest[8:10], ""]
    )
    assert positions.loads(whole).dossier == positions.load(case).dossier
    assert positions.load(f"{case}/") == positions.load(f"{case}/")
    (tmp_path / "link").symlink_to(case)
    assert positions.load(tmp_path / "link").dossier == positions.load(case).dossier


@pytest.mark.parametrize(
    "name",
    [
        "a b/south side.yaml",
        "-south.yaml",
        "--help.yaml",
        "Süden/Юг.yaml",
        "a\nb.yaml",
        "a'b\"c.yaml",
        "~.yaml",
        "{line}.yaml",
        "deep/er/and/deeper/x.yaml",
        os.fsdecode(b"s\xfcd.yaml"),
    ],
)
def test_any_name_will_do(name: str, case: Path) -> None:
    place = case / name
    place.parent.mkdir(parents=True, exist_ok=True)
    (case / "south.yaml").rename(place)
    loaded = positions.load(case)
    assert loaded.problems == ()
    assert loaded.dossier is not None
    assert sorted(loaded.dossier.parties) == ["north", "south"]
    span = loaded.span(("parties", "south"))
    assert span is not None
    assert (span.file, span.line, span.column) == (str(place), 2, 10)


# ------------------------------------------------------------------------------- what meets


def test_an_id_that_stands_twice_names_both_places(case: Path) -> None:
    (case / "x.yaml").write_text(
        "parties:\n  west: {name: West}\n  south: {name: Other}\n"
        "memoranda: {south-plan: {party: west}}\n"
    )
    loaded = positions.load(case)
    assert told(loaded, case) == [
        (
            "case/x.yaml:3:3: error duplicate-key: `south` stands in `parties` already, at "
            "case/south.yaml:2:3. Rename or remove one of the two."
        ),
        (
            "case/x.yaml:4:13: error duplicate-key: `south-plan` stands in `memoranda` already, at "
            "case/south.yaml:4:3. Rename or remove one of the two."
        ),
    ]
    assert loaded.dossier is not None
    assert loaded.dossier.parties["south"].name == "South"


def test_a_copy_of_a_file_is_told_without_end(case: Path) -> None:
    ids = "".join(f"  p{number}: {{name: P{number}}}\n" for number in range(MAX_LISTED))
    for name in "abc":
        (case / f"{name}.yaml").write_text(f"parties:\n{ids}")
    found = [line for line in told(positions.load(case), case) if "duplicate-key" in line]
    assert len(found) == MAX_LISTED + 1
    assert found[0].startswith("case/b.yaml:2:3: error duplicate-key: `p0` stands in `parties`")
    assert f"{MAX_LISTED:,} more problems of this kind are not listed" in "".join(found)


def test_the_header_stands_in_one_file(case: Path) -> None:
    (case / "north.yaml").write_text(
        party("north", "30 days") + "dossier: {note: More of the header}\n"
    )
    loaded = positions.load(case)
    assert told(loaded, case) == [
        (
            "case/north.yaml:6:1: error duplicate-key: The header `dossier` stands in another file "
            "already, at case/common.yaml:1:1. Keep one of the two."
        )
    ]
    assert loaded.dossier is not None
    assert loaded.dossier.header.title == "Talks"


def test_a_folder_without_a_header(case: Path) -> None:
    (case / "common.yaml").write_text(COMMON.partition("\n")[2])
    loaded = positions.load(case)
    assert [one.code for one in loaded.problems] == ["missing-section"]
    assert loaded.dossier is None


@pytest.mark.parametrize("code", ["not-a-dossier", "wrong-shape", "unknown-key", "encoding"])
def test_a_file_that_is_none_of_a_dossier_hides_no_other(code: str, case: Path) -> None:
    content, place = {
        "not-a-dossier": (b"- a\n- b\n", "case/x.yaml:1:1"),
        "wrong-shape": (b"parties: [north]\n", "case/x.yaml:1:10"),
        "unknown-key": (b"memorandum: {}\n", "case/x.yaml:1:1"),
        "encoding": (b"parties:\n  \xff\xfe: 1\n", "case/x.yaml:2:3"),
    }[code]
    (case / "x.yaml").write_bytes(content)
    loaded = positions.load(case)
    (line,) = told(loaded, case)
    assert line.startswith(f"{place}: error {code}: ")
    assert loaded.dossier is not None
    assert sorted(loaded.dossier.parties) == ["north", "south"]


def test_a_binary_file(case: Path) -> None:
    (case / "x.yaml").write_bytes(bytes(range(256)) * 40)
    (line,) = told(positions.load(case), case)
    assert line.startswith("case/x.yaml:3:115: error encoding: The byte 0x80 is not UTF-8")


# ------------------------------------------------------------------------------- no dossier


def test_a_folder_without_files(case: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    sentence = "has no file with content that ends in `.yaml`."
    for name in ("notes.txt", "a"):
        (problem,) = positions.load(empty).problems
        assert (problem.code, problem.sentence) == ("empty-dossier", f"`{empty}` {sentence}")
        (empty / name).touch()
    (empty / "a.yaml").write_text("# nothing but a remark\n")
    assert [one.code for one in positions.load(empty).problems] == ["empty-dossier"]
    (case / "blank.yaml").touch()
    assert positions.load(case).problems == ()


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        positions.load(tmp_path / "case")
    with pytest.raises(FileNotFoundError):
        list_folder(str(tmp_path / "case"))


# ---------------------------------------------------------------------------- what is no part


def test_what_is_hidden_is_no_part(case: Path, tmp_path: Path) -> None:
    (case / ".draft.yaml").write_text("dossier: {format: 9}\n")
    (case / "._north.yaml").write_bytes(b"\x00\x05\x16\x07")
    (case / ".#north.yaml").symlink_to("somebody@host.123")
    (case / ".old").mkdir()
    (case / ".old" / "north.yaml").write_text(party("north", "1 days"))
    inner = case / "inner"
    inner.mkdir()
    (inner / ".git").write_text("gitdir: elsewhere\n")
    (inner / "north.yaml").write_text(party("north", "1 days"))
    assert positions.load(case).problems == ()
    (case / ".git").mkdir()  # the folder itself may be a repository
    assert positions.load(case).problems == ()
    hidden = tmp_path / ".hidden"
    case.rename(hidden)  # and may have any name
    assert positions.load(hidden).dossier is not None


@pytest.mark.parametrize("name", ["east.yml", "East.YAML", "sub/east.YML"])
def test_a_name_that_is_almost_one_is_told(name: str, case: Path) -> None:
    (case / name).parent.mkdir(exist_ok=True)
    (case / name).write_text(party("east", "3 days"))
    loaded = positions.load(case)
    assert told(loaded, case) == [
        (
            f"warning unread-file: `case/{name}` is not read: the files of a dossier end in `.yaml`. "
            "Rename it, or move it elsewhere."
        )
    ]
    assert loaded.dossier is not None
    assert "east" not in loaded.dossier.parties


def test_no_link_is_followed(case: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "east.yaml").write_text(party("east", "3 days"))
    (case / "east.yaml").symlink_to(secret / "east.yaml")
    (case / "inside.yaml").symlink_to("south.yaml")
    (case / "nowhere.yaml").symlink_to("nothing")
    (case / "round.yaml").symlink_to("round.yaml")
    (case / "more").symlink_to(secret)
    (case / "self").symlink_to(case)
    (case / "folder.yaml").symlink_to(secret)
    loaded = positions.load(case)
    assert told(loaded, case) == [
        f"case/{name}.yaml:1:1: error unreadable-file: `case/{name}.yaml` cannot be read: it is a "
        "symbolic link. It is not followed: copy the file."
        for name in ("east", "folder", "inside", "nowhere", "round")
    ]
    assert loaded.dossier is not None
    assert sorted(loaded.dossier.parties) == ["north", "south"]


def test_what_is_no_plain_file_is_not_waited_for(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(case / "fifo.yaml")
    monkeypatch.chdir(case)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.yaml")
        loaded = positions.load(case)
    (case / "folder.yaml").mkdir()
    lines = told(loaded, case)
    assert [line.partition(": error")[0] for line in lines] == [
        "case/fifo.yaml:1:1",
        "case/socket.yaml:1:1",
    ]
    assert "it is no plain file" in lines[0]


def test_files_and_folders_that_are_not_ours_to_read(case: Path) -> None:
    (case / "north.yaml").chmod(0)
    (case / "closed").mkdir(mode=0)
    program = (
        f"import os, positions; os.chdir({str(case.parent)!r})\n"
        "print(*positions.load('case').problems, sep='\\n')"
    )
    answer = subprocess.run(
        without_rights("-c", program), capture_output=True, text=True, check=False, timeout=60
    )
    assert answer.stdout.splitlines()[:2] == [
        "error unreadable-file: `case/closed` cannot be read: permission denied.",
        (
            "case/north.yaml:1:1: error unreadable-file: `case/north.yaml` cannot be read: permission "
            "denied."
        ),
    ], answer.stderr
    (case / "closed").chmod(0o700)


def test_folders_in_folders_have_an_end(case: Path) -> None:
    deep = case.joinpath(*(["d"] * folder.MAX_DEPTH))
    (deep / "d").mkdir(parents=True)
    (deep / "east.yaml").write_text(party("east", "3 days"))
    (deep / "d" / "west.yaml").write_text(party("west", "3 days"))
    loaded = positions.load(case)
    (line,) = told(loaded, case)
    assert line.endswith("d` cannot be read: it lies 21 folders deep.")
    assert loaded.dossier is not None
    assert sorted(loaded.dossier.parties) == ["east", "north", "south"]


# ----------------------------------------------------------------------------------- bounds


@pytest.mark.parametrize(
    ("bound", "most", "what"),
    [("MAX_FILES", 2, "2 files that end in"), ("MAX_ENTRIES", 4, "4 files and folders")],
)
def test_a_folder_with_too_much_in_it_is_not_read(
    bound: str, most: int, what: str, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        (case / f"note{number}.txt").touch()
    monkeypatch.setattr(files, bound, most)
    loaded = positions.load(case)
    (problem,) = loaded.problems
    assert problem.code == "too-large"
    assert f"has more than {what}" in problem.sentence
    assert (loaded.dossier, loaded.data) == (None, None)


def _comment(octets: int) -> str:
    return f"# {'x' * octets}\n"


def _events(count: int) -> str:
    return f"events: {{{', '.join(f'e{number}: {{title: E}}' for number in range(count // 5))}}}\n"


def _aliased(values: int) -> str:
    return f"x: &x [{', '.join('a' * (values // 4))}]\nunknown: [*x, *x, *x]\n"


@pytest.mark.parametrize(
    ("text", "code", "sentence"),
    [
        (
            _comment(MAX_BYTES * 2 // 5),
            "too-large",
            (
                f"With this file, the folder has more than the {MAX_BYTES:,} bytes that a dossier may "
                "have."
            ),
        ),
        (
            _events(MAX_EVENTS * 2 // 5),
            "too-large",
            (
                f"With this file, the folder has more than {MAX_EVENTS:,} keys and values, and is not "
                "read."
            ),
        ),
        (
            _aliased(MAX_ALIASED // 2),
            "too-many-aliases",
            (
                f"With this alias, aliases stand for more than {MAX_ALIASED:,} values; it is left "
                "empty."
            ),
        ),
    ],
    ids=["bytes", "events", "aliases"],
)
def test_the_bounds_of_a_dossier_hold_for_its_files_together(
    text: str, code: str, sentence: str, case: Path
) -> None:
    """Each file is well within each bound; the third passes it."""
    for name in "xyz":
        (case / f"{name}.yaml").write_text(text)
    loaded = positions.load(case)
    found = [one for one in loaded.problems if one.code == code]
    assert {one.sentence for one in found} == {sentence}
    assert found[0].span is not None
    assert found[0].span.file == f"{case}/z.yaml"
    assert (loaded.dossier is None) == (code == "too-large")
    for name in "yz":
        (case / f"{name}.yaml").unlink()
    assert not [one for one in positions.load(case).problems if one.code == code]


def test_a_file_too_large_by_itself(case: Path) -> None:
    with (case / "x.yaml").open("wb") as file:
        file.truncate(100 * MAX_BYTES)
    loaded = positions.load(case)
    assert [one.code for one in loaded.problems] == ["too-large"]
    assert loaded.data is None


def test_a_file_that_goes_while_the_folder_is_read(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = list_folder(str(case))

    def then_gone(_folder: str) -> files.Listing:
        (case / "south.yaml").unlink()
        return listing

    monkeypatch.setattr(files, "list_folder", then_gone)
    (line,) = told(positions.load(case), case)
    assert line.startswith("case/south.yaml:1:1: error unreadable-file: `case/south.yaml` cannot")


def test_the_shipped_dossier_is_the_same_in_a_folder(tmp_path: Path) -> None:
    shipped = SHIPPED
    (tmp_path / "all.yaml").write_bytes(shipped.read_bytes())
    loaded = positions.load(tmp_path)
    assert loaded.problems == ()
    assert loaded.dossier == positions.load(shipped).dossier
