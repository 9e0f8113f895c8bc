"""A path, a text or a stream to a dossier: what can be opened, and what cannot."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

import positions
from positions import loader
from positions.reading import files
from positions.reading.reader import MAX_BYTES
from tests.from_docstring import with_prelude
from tests.without_rights import without_rights

if TYPE_CHECKING:
    from pathlib import Path

TALKS = with_prelude("issues: {truce: {topic: War, title: Truce, kind: duration}}\n")


class _Stream:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_a_file_is_a_dossier_with_its_path_in_every_place(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text(TALKS + "colour: red\n", encoding="utf-8")
    loaded = positions.load(path)

    assert loaded.path == str(path)
    assert loaded.dossier is not None
    (problem,) = loaded.problems
    assert str(problem.span) == f"{path}:8:1"
    assert positions.load(str(path)) == loaded


def test_a_place_can_be_looked_up_by_the_keys_that_lead_to_it() -> None:
    loaded = positions.loads(TALKS, "talks.yaml")

    assert str(loaded.span(("issues", "truce", "title"))) == "talks.yaml:7:37"
    assert str(loaded.span(("issues", "truce", "title"), key=True)) == "talks.yaml:7:30"
    assert loader.Loaded("x", None, ()).span(("issues",)) is None


def test_the_text_and_its_plain_data_stay_at_hand() -> None:
    loaded = positions.loads(TALKS, "talks.yaml")
    unread = loader.Loaded("x", None, ())

    assert loaded.text == TALKS
    assert isinstance(loaded.data, dict)
    assert list(loaded.data) == ["dossier", "parties", "sources", "issues"]
    assert (unread.text, unread.data) == ("", None)


def test_a_file_that_does_not_exist_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        positions.load(tmp_path / "nothing.yaml")
    with pytest.raises(FileNotFoundError):
        positions.load("")


def test_a_path_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "talks.yaml").write_text(TALKS, encoding="utf-8")
    for path, reason in (
        (tmp_path / "talks.yaml" / "more.yaml", "not a directory"),
        (f"{tmp_path}/{'x' * 5_000}", "file name too long"),
        ("talks\0.yaml", "the path is not one"),
        (f"{tmp_path}/\ud800.yaml", "the path is not one"),
    ):
        loaded = positions.load(path)
        assert loaded.dossier is None
        assert [str(one) for one in loaded.problems] == [
            (
                f"error unreadable-file: `{path}` cannot be read: {reason}. Check the path and its "
                "permissions."
            )
        ]


def test_a_file_that_is_not_ours_to_read_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text(TALKS, encoding="utf-8")
    path.chmod(0)
    program = f"import positions; print(*positions.load({str(path)!r}).problems)"
    answer = subprocess.run(
        without_rights("-c", program), capture_output=True, text=True, check=False, timeout=60
    )
    assert answer.stdout == (
        f"error unreadable-file: `{path}` cannot be read: permission denied. Check the path and "
        "its permissions.\n"
    ), answer.stderr


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Stream(b"colour: red\n" + TALKS.encode()))
    loaded = positions.load("-")

    assert loaded.dossier is not None
    assert [str(one.span) for one in loaded.problems] == ["<standard input>:1:1"]


def test_without_a_standard_input_a_dash_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (problem,) = positions.load("-").problems
    assert problem.sentence == "`-` cannot be read: there is none."


def test_no_more_is_read_than_a_dossier_may_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(100 * MAX_BYTES)
    assert [one.code for one in positions.load(path).problems] == ["too-large"]
    stream = _Stream(b"#" * (MAX_BYTES + 500))
    monkeypatch.setattr(sys, "stdin", stream)
    assert [one.code for one in positions.load("-").problems] == ["too-large"]
    assert stream.buffer.tell() == MAX_BYTES + 1


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=lambda: path.write_text(TALKS, encoding="utf-8"))
    writer.start()
    loaded = positions.load(path)
    writer.join()
    assert loaded.dossier is not None
    assert loaded.problems == ()


def test_a_pipe_into_which_nobody_writes_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 10)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    (problem,) = positions.load(path).problems
    assert problem.sentence == f"`{path}` cannot be read: nothing is written to it."


@pytest.mark.parametrize("path", [os.devnull])
def test_a_file_of_nothing_is_an_empty_dossier(path: str) -> None:
    assert [one.code for one in positions.load(path).problems] == ["empty-dossier"]


def test_problems_stand_in_the_order_of_the_text(text: str) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: duration}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, positions: {truce: 3 days}}
      plan: {party: north}
      speech: {party: nroth, form: speech, date: 2025-05-20}
    colour: red
    """
    codes = [one.code for one in positions.loads(text).problems]
    assert codes == [
        "without-source",
        "duplicate-key",
        "unknown-party",
        "wrong-value",
        "unknown-key",
    ]


def test_one_fault_of_yaml_is_not_told_again_by_what_follows_from_it(text: str) -> None:
    """
    issues: {arms: {topic: War, title: Arms, kind: quantity, unit: tons}, list: {topic: War, title: L, kind: checklist, items: {a: A}}}
    memoranda:
      plan: {party: north, form: memorandum, read: whole, date: 2025-05-20, sources: paper, note:none,
             positions: {arms: {value: at least 1,000}, list: [1,000, a]}}
    """
    codes = [one.code for one in positions.loads(text).problems]
    assert codes == ["missing-space", "comma-in-flow", "comma-in-flow"]
