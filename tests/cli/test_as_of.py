"""How did it stand at another moment? `--as-of` on every command that settles a record."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from positions.cli import main as cli
from positions.model.moment import Moment
from tests.paths import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from positions.comparison.selection import Lens

BEFORE_ANY_WORD = "2024-01-01"


def no_screen(path: str, _query: str, _lens: Lens, _look: object) -> int:
    message = f"a screen was opened on {path}"
    raise AssertionError(message)


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run a command in a folder that has `positions.yaml`."""
    shutil.copy(HARBOUR, tmp_path / "positions.yaml")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        return (cli.run(arguments, open_ui=no_screen), *capsys.readouterr())

    return call


@pytest.mark.parametrize(
    "arguments",
    [
        ("--as-of", BEFORE_ANY_WORD),
        ("positions.yaml", "--as-of", BEFORE_ANY_WORD),
        ("compare", "--as-of", BEFORE_ANY_WORD),
        ("compare", "--as-of", f"{BEFORE_ANY_WORD}T09:30"),
        ("show", "notice", "--as-of", BEFORE_ANY_WORD),
        ("show", "notice", "--format", "markdown", "--as-of", BEFORE_ANY_WORD),
        ("sequence", "--as-of", BEFORE_ANY_WORD),
        ("pairs", "--as-of", BEFORE_ANY_WORD),
    ],
)
def test_before_any_word_nothing_is_recorded_and_the_head_says_when(
    arguments: tuple[str, ...], run: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    moment = arguments[-1]
    assert (
        f"as of: {moment}" in out.lower().replace("*", "")
        or f"As of {Moment.parse(moment).in_full}." in out
    )
    assert "union-leaflet" not in out


def test_before_any_word_no_issue_is_raised(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("compare", "--format", "json", "--as-of", BEFORE_ANY_WORD)
    found = json.loads(out)
    assert (code, found["as_of"], found["coverage"]["spoken"]) == (0, BEFORE_ANY_WORD, 0)
    assert (found["rows"], len(found["unraised"])) == ([], 8)
    assert "8 issues are not yet raised." in run("compare", "--as-of", BEFORE_ANY_WORD)[1]


def test_between_two_documents_the_later_one_is_not_said_yet(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    def spoken(moment: str) -> int:
        _, out, _ = run("compare", "--format", "json", "--as-of", moment)
        return int(json.loads(out)["coverage"]["spoken"])

    moments = ("2024-02-17", "2024-02-18", "2024-03-04", "2024-03-06", "2024-03-08")
    assert [spoken(moment) for moment in moments] == sorted(map(spoken, moments))
    assert spoken("2024-02-17") == 0
    assert spoken("2024-03-06") > spoken("2024-03-04") > 0
    assert run("compare", "--as-of", "2024-03-08")[1] == run("compare")[1]


@pytest.mark.parametrize("word", ["yesterday", "2024-02-30", "2024-3-1", "", "2024-03-01T9"])
@pytest.mark.parametrize("command", [(), ("compare",), ("show", "notice"), ("sequence",)])
def test_a_date_that_is_none_is_wrong_use(
    command: tuple[str, ...], word: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, err = run(*command, "--as-of", word)
    assert (code, out) == (2, "")
    assert f"`{word}` is no date. Write 2025-06-02, or 2025-06-02T09:00 with a time." in err


def test_a_moment_before_the_command_is_not_lost_in_silence(
    run: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, err = run("--as-of", "2024-03-05", "compare")
    assert (code, out) == (2, "")
    assert "Write --as-of after `compare`." in err
    assert "Write --as-of after the file." in run("--as-of", "2024-03-05", "positions.yaml")[2]
