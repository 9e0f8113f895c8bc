"""Is every command where the table says, and is it alone loaded when it runs?"""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from positions.cli.commands import commands
from positions.cli.lazy import LazyGroup
from positions.cli.table import ADD_COMMANDS, COMMANDS, GIT_COMMANDS
from tests.paths import HARBOUR, ROOT

if TYPE_CHECKING:
    from positions.cli.lazy import CommandLine

ALL = [*COMMANDS.items(), *GIT_COMMANDS.items(), *ADD_COMMANDS.items()]


def loaded(*arguments: str) -> set[str]:
    """The modules of the room that a command loads."""
    program = (
        "import sys\n"
        "from tui.__main__ import main\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "main()\n"
        "print(*[one for one in sys.modules if one.startswith('positions.cli.')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {one.removeprefix("positions.cli.") for one in done.stderr.splitlines()[-1].split()}


@pytest.mark.parametrize(("name", "line"), ALL)
def test_the_table_says_what_a_command_says_of_itself(name: str, line: CommandLine) -> None:
    command = importlib.import_module(line.module).command
    assert isinstance(command, click.Command)
    assert command.name == name
    assert (command.short_help or "") == line.short_help
    assert command.hidden is (not line.short_help)


def test_every_module_with_a_command_is_in_the_table() -> None:
    folder = ROOT / "positions" / "cli"
    found = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in folder.rglob("*.py")
        if "\ndef command(" in path.read_text(encoding="utf-8")
    }
    assert found == {line.module for _, line in ALL}


def test_a_group_without_a_table_line_has_no_such_command() -> None:
    context = click.Context(commands)
    assert commands.get_command(context, "no-such-command") is None
    group = commands.load("git")
    assert isinstance(group, LazyGroup)
    assert group.list_commands(context) == sorted(GIT_COMMANDS)


def commands_loaded(*arguments: str) -> set[str]:
    """The modules that a command loads and that have a command themselves."""
    return loaded(*arguments) & {line.module.removeprefix("positions.cli.") for _, line in ALL}


def test_the_help_loads_no_command() -> None:
    assert commands_loaded("--help") == set()
    assert commands_loaded("git", "--help") == {"git.group"}


def test_the_version_loads_next_to_nothing() -> None:
    assert loaded("--version") == {"console", "exit_code", "main", "streams"}


@pytest.mark.parametrize(
    ("arguments", "modules"),
    [
        (["check", str(HARBOUR)], {"check"}),
        (["explain"], {"explain"}),
        (["show", "--file", str(HARBOUR), "notice"], {"show"}),
        (["git", "textconv", str(HARBOUR)], {"git.group", "git.textconv"}),
        ([str(HARBOUR)], {"open", "compare"}),
    ],
)
def test_a_command_loads_no_other(arguments: list[str], modules: set[str]) -> None:
    assert commands_loaded(*arguments) == modules


def test_a_word_about_codes_loads_no_dossier() -> None:
    assert "loading" not in loaded("explain", "unknown-key")
