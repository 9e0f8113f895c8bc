"""Does any report print a text of a dossier, a file's name or a revision as it is?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.authoring.schema import schema
from positions.cli import main as cli
from positions.cli.commands import commands
from positions.cli.table import COMMANDS
from tests.hostile_texts import HOSTILE, TEXT_FIELDS, everywhere
from tests.laws.test_hostile import is_safe
from tests.repositories import Builder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "tal\x1b]0;PWNED\x07\u202eks\u200b.yaml"
WORDS = {
    "open": [],
    "check": [],
    "compare": [],
    "show": ["cap"],
    "packages": ["a"],
    "sequence": [],
    "unknown": [],
    "single-text": [],
    "coverage": ["m"],
    "pairs": ["a", "b"],
    "diff": ["HEAD~1"],
    "timeline": [],
    "log": [],
    "blame": ["cap"],
    "explain": [],
}
"""What each command is given that prints of a dossier."""
OTHERS = {"config", "git", "init", "import", "set", "add", "demo", "schema"}
"""Those that print none, or are tried with such texts where they are tested."""


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose file, author, subjects and fields all are hostile; its file has changed."""
    built = Builder(tmp_path, tmp_path / ".home")
    built.environment["GIT_AUTHOR_NAME"] = HOSTILE
    built.commit_file(NAME, everywhere(HOSTILE, 20), f"Record {HOSTILE}")
    built.commit_file(NAME, everywhere(HOSTILE, 25), f"Correct {HOSTILE}")
    (tmp_path / NAME).write_text(everywhere(HOSTILE, 30), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POSITIONS_FILE", NAME)
    return tmp_path


def forms(command: str) -> Iterator[list[str]]:
    """Yield the options for each form that a command has."""
    known = [one for one in commands.load(command).params if one.name == "form"]
    for form in getattr(known[0].type, "choices", ()) if known else ():
        yield ["--format", form]
    if not known:
        yield []


def test_every_command_is_tried() -> None:
    assert set(WORDS) | OTHERS == set(COMMANDS)


@pytest.mark.no_cover
@pytest.mark.parametrize("command", WORDS)
def test_no_report_prints_what_a_dossier_says_as_it_is(
    command: str, talks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [["late"], ["flag"], ["seat"]] if command in {"show", "blame"} else []
    for words in (WORDS[command], *more):
        for form in forms(command):
            name = [] if command == "open" else [command]
            code = cli.run([*name, *words, *form], open_ui=lambda *_: 99)
            out, err = capsys.readouterr()
            said = out.removeprefix("\ufeff").replace("\r\n", "\n")
            assert code in {0, 1}, err
            assert is_safe(said), (words, form)
            assert is_safe(err), (words, form)
            assert "␛" in said or "\\u001b" in said or command == "explain", (words, form)


@pytest.mark.parametrize(
    "words",
    [
        ["show", HOSTILE],
        ["compare", f"topic:{HOSTILE}"],
        ["compare", f"{HOSTILE}:x"],
        ["diff", HOSTILE],
        ["diff", "HEAD", HOSTILE],
        ["explain", HOSTILE],
        ["--theme", HOSTILE],
        ["compare", "--as-of", HOSTILE],
        ["compare", "--option", f"a={HOSTILE}"],
        ["compare", "--format", HOSTILE],
        ["check", HOSTILE],
        [HOSTILE],
        ["pairs", HOSTILE, "b"],
        ["blame", HOSTILE],
        ["log", HOSTILE],
        ["coverage", HOSTILE],
        ["set", HOSTILE, "a", "5"],
        ["set", "cap", HOSTILE, "5"],
        ["set", "cap", "a", HOSTILE],
    ],
    ids=lambda words: words[0] if words[0] != HOSTILE else "alone",
)
@pytest.mark.usefixtures("talks")
def test_no_message_repeats_an_argument_as_it_is(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(words, open_ui=lambda *_: 99)
    out, err = capsys.readouterr()
    assert is_safe(out)
    assert is_safe(err)


def test_the_dossier_says_it_in_every_field_that_takes_a_text() -> None:
    definitions = schema()["definitions"]
    assert isinstance(definitions, dict)
    dossier = everywhere("xyzzy")
    for record, fields in TEXT_FIELDS.items():
        known = definitions[record]["properties"]
        for field in fields.split():
            assert field in known, f"{record} has no {field}"
            assert f'"{field}": ' in dossier, f"{record}.{field} is not filled"
    ids = "kind party issue date as based_on part_of member_of role form modality format known"
    numbers = "renewable between near credibility salience confirms"
    other = f"{ids} {numbers} as_of published title"
    for record, fields in TEXT_FIELDS.items():
        free = {
            name
            for name, field in definitions[record]["properties"].items()
            if field.get("type") == ["string", "number", "boolean"]
        }
        assert free - {*fields.split(), *other.split(), "reliability"} == set(), record
