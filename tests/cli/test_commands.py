"""What does each command print, where, and how does it end?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
import pytest

import positions
from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import Direction
from positions.changes.phrases import change_phrases
from positions.changes.timeline.model import ToldKind
from positions.cli import main as cli
from positions.cli.commands import commands
from positions.cli.table import COMMANDS
from positions.comparison.rows import Status
from positions.filter.language import FIELDS
from positions.model.vocabulary import Blank
from positions.problems.catalogue import CODES
from positions.reports.changes.words import CLASSES
from positions.settings.themes import SCREEN_THEMES
from positions.values import Relation
from tests.from_docstring import with_prelude
from tests.paths import HARBOUR, MEDIATED, SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.comparison.selection import Lens


class Ended(NamedTuple):
    code: int
    out: str
    err: str


def no_screen(path: str, _query: str, _lens: Lens, _look: object) -> int:
    message = f"a screen was opened on {path}"
    raise AssertionError(message)


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ended]:
    """Run a command in a folder that has `data/positions.yaml`."""
    (tmp_path / "data").mkdir()
    shutil.copy(HARBOUR, tmp_path / "data" / "positions.yaml")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Ended:
        code = cli.run(arguments, open_ui=no_screen)
        return Ended(code, *capsys.readouterr())

    return call


@pytest.fixture
def broken(run: Callable[..., Ended]) -> str:
    """A dossier with an error and a warning in one of its documents."""
    text = with_prelude(
        """
        issues:
          a: {topic: T, title: Term, kind: duration}
          b: {topic: T, title: Pause, kind: duration}
        memoranda:
          n: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 3 days, b: soon}}
          s: {party: south, form: statement, date: 2025-01-01, positions: {a: 4 days}}
        """
    )
    Path("broken.yaml").write_text(text, encoding="utf-8")
    return "broken.yaml"


# ------------------------------------------------------------------------------------ open


def test_without_a_terminal_the_comparison_is_printed(run: Callable[..., Ended]) -> None:
    ended = run()
    assert ended == run("compare")
    assert ended.code == 0
    assert ended.out.startswith("Pay talks at the port of Vellis\nAs of 8 March 2024.")
    assert not ended.err


@pytest.mark.parametrize(
    ("words", "environ", "look"),
    [
        ([], {}, (False, "", False)),
        (["data/positions.yaml", "--fresh"], {}, (False, "", True)),
        (["--fresh", "demo"], {}, (False, "", True)),
        (["--theme", "light"], {}, (False, "light", False)),
        (["data/positions.yaml", "--theme", "ANSI-dark"], {}, (False, "ansi-dark", False)),
        (["demo", "--theme", "light"], {}, (False, "light", False)),
        (["--theme", "light", "demo"], {}, (False, "light", False)),
        ([], {"POSITIONS_THEME": "positions-light"}, (False, "light", False)),
        (["--theme", "dark"], {"POSITIONS_THEME": "no such"}, (False, "dark", False)),
        (["--cursor"], {}, (False, "", False, True)),
    ],
)
@pytest.mark.usefixtures("run")
def test_the_screen_has_the_look_that_is_asked_for(
    words: list[str],
    environ: dict[str, str],
    look: tuple[bool, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[object] = []

    def open_ui(_path: str, _query: str, _lens: Lens, look: object) -> int:
        seen.append(look)
        return 7

    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("positions.cli.terminal.has_screen", lambda: True)
    assert cli.run(words, open_ui=open_ui) == 7
    assert seen == [(*look, False)[:4]]


def test_all_themes_are_known_to_the_screen() -> None:
    from tui.app.theme_choice import THEME_NAMES

    assert {name.removeprefix("positions-") for name in THEME_NAMES} == set(SCREEN_THEMES)


@pytest.mark.parametrize(
    ("words", "environ", "said"),
    [
        (["--theme", "ligth"], {}, "--theme: there is no theme `ligth`. Did you mean `light`?"),
        (["--theme", "\x1b[31m"], {}, "--theme: there is no theme `␛[31m`. The themes are dark,"),
        ([], {"POSITIONS_THEME": "drak"}, "POSITIONS_THEME: there is no theme `drak`. Did you me"),
        (["--theme", "light", "compare"], {}, "`compare` shows no screen: it has no theme."),
        (["--fresh", "compare"], {}, "`compare` shows no screen: nothing of the last time is kept"),
    ],
)
def test_an_unknown_theme_is_said(
    words: list[str],
    environ: dict[str, str],
    said: str,
    run: Callable[..., Ended],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("positions.cli.terminal.has_screen", lambda: True)
    ended = run(*words)
    assert ended.code == 2
    assert said in ended.err


def test_a_path_takes_a_filter_too(run: Callable[..., Ended]) -> None:
    ended = run("data/positions.yaml", "status:near", "notice")
    assert "Filter: status:near notice (1 issue)" in ended.out
    assert ended.out == run("compare", "data/positions.yaml", "status:near", "notice").out


def test_a_file_called_otherwise_is_a_path(run: Callable[..., Ended]) -> None:
    Path("dossier").write_bytes(HARBOUR.read_bytes())
    assert run("dossier").out == run("compare", "dossier").out
    assert run("dossier").code == 0


def test_a_file_that_is_called_like_a_command_needs_its_folder(run: Callable[..., Ended]) -> None:
    Path("explain").write_bytes(HARBOUR.read_bytes())
    assert run("explain").out.startswith("unreadable-file (error)")
    assert run("./explain").out.startswith("Pay talks")


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("shwo", "There is no command and no file `shwo`. Did you mean `show`?"),
        ("foo", "There is no command and no file `foo`. The commands are check, compare, show"),
        ("a/b", "There is no command and no file `a/b`."),
        ("\x1b[2J", "There is no command and no file `␛[2J`."),
        ("foo.yaml", "There is no file `foo.yaml`."),
        ("x" * 5000, "There is no command and no file"),
    ],
)
def test_a_word_that_is_neither_command_nor_file(
    word: str, advice: str, run: Callable[..., Ended]
) -> None:
    ended = run(word)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"positions: {advice}")


def test_on_a_terminal_the_screen_is_opened(
    run: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str, str]] = []

    def open_ui(path: str, query: str, lens: Lens, _look: object) -> int:
        opened.append((path, query, str(lens.as_of)))
        return 7

    monkeypatch.setattr("positions.cli.terminal.has_screen", lambda: True)
    assert cli.run([], open_ui=open_ui) == 7
    assert cli.run(["data/positions.yaml", "status:near", "notice"], open_ui=open_ui) == 7
    assert cli.run(["--as-of", "2024-03-05"], open_ui=open_ui) == 7
    assert cli.run(["data/positions.yaml", "--as-of", "2024-03-05T09:00"], open_ui=open_ui) == 7
    assert opened == [
        ("data/positions.yaml", "", "None"),
        ("data/positions.yaml", "status:near notice", "None"),
        ("data/positions.yaml", "", "2024-03-05"),
        ("data/positions.yaml", "", "2024-03-05T09:00"),
    ]
    assert cli.run(["nowhere.yaml"], open_ui=open_ui) == 2
    assert len(opened) == 4


# ----------------------------------------------------------------------------------- check


def test_a_good_dossier_is_said_to_be_good(run: Callable[..., Ended]) -> None:
    assert run("check") == (
        0,
        "",
        "data/positions.yaml: no problems in 2 parties, 8 issues, 4 documents, 14 positions.\n",
    )


def test_each_problem_is_a_line_with_its_place(run: Callable[..., Ended], broken: str) -> None:
    ended = run("check", broken)
    assert ended.code == 1
    first, second = ended.out.splitlines()
    assert first.startswith("broken.yaml:11:100: error unreadable-value: ")
    assert ": warning without-source: " in second
    assert ended.err == (
        "broken.yaml: 1 error, 1 warning in 2 parties, 2 issues, 2 documents, 2 positions.\n"
    )


def test_who_is_no_party_is_counted_apart(run: Callable[..., Ended]) -> None:
    ended = run("check", str(MEDIATED))

    assert "no problems in 2 parties, 3 beside them, 4 issues" in ended.err


def test_for_whom_all_stands_is_said(run: Callable[..., Ended]) -> None:
    assert (
        "`confirmed_by: all` of `exchange-of-may`, `exchange-of-june` and `exchange-of-july` stands "
        "for Ukraine and Russia.\n"
    ) in run("check", str(SHIPPED)).err


def test_several_dossiers_are_checked(run: Callable[..., Ended], broken: str) -> None:
    ended = run("check", "data/positions.yaml", broken)
    assert ended.code == 1
    assert ended.err.count("\n") == 2
    assert run("check", "--file", "data/positions.yaml").code == 0
    assert run("check", "-f", "data/positions.yaml", broken).err == ended.err


def test_several_dossiers_are_checked_for_other_programs(
    run: Callable[..., Ended], broken: str
) -> None:
    ended = run("check", "--format", "json", "data/positions.yaml", broken)
    data = json.loads(ended.out)
    assert ended.code == 1
    assert [(each["dossier"], each["errors"]) for each in data["dossiers"]] == [
        ("data/positions.yaml", 0),
        (broken, 1),
    ]
    assert [each["code"] for each in data["problems"]] == ["unreadable-value", "without-source"]
    assert ended.err == run("check", "data/positions.yaml", broken).err
    gone = run("check", "--format", "json", broken, "gone.yaml")
    assert (gone.code, gone.out) == (2, "")


def test_a_name_of_a_file_gives_github_no_command(run: Callable[..., Ended], broken: str) -> None:
    name = "x\n::add-mask::secret.yaml"
    Path(name).write_bytes(Path(broken).read_bytes())
    ended = run("check", "--format", "github", name, broken)
    assert ended.code == 1
    assert [line[:8] for line in ended.out.splitlines()] == ["::error ", "::warnin"] * 2
    assert [line for line in ended.err.splitlines() if line.startswith("::")] == []
    assert len(ended.err.splitlines()) == 2


def test_warnings_alone_are_no_failure(run: Callable[..., Ended], broken: str) -> None:
    text = Path(broken).read_text(encoding="utf-8").replace("soon", "4 days")
    Path(broken).write_text(text, encoding="utf-8")
    ended = run("check", broken)
    assert ended.code == 0
    assert ended.out.count("\n") == 1
    assert ended.err.startswith("broken.yaml: 1 warning in ")


def test_a_fault_without_a_place_names_the_file(run: Callable[..., Ended]) -> None:
    ended = run("check", "data/positions.yaml/more.yaml")
    assert ended.code == 1
    assert ended.out.startswith("data/positions.yaml/more.yaml: error unreadable-file: ")
    assert ended.err == "data/positions.yaml/more.yaml: 1 error.\n"


def test_a_file_that_goes_while_it_is_found(
    run: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("positions.cli.loading.find_dossier", lambda _named: "gone.yaml")
    ended = run("check")
    assert (ended.code, ended.err) == (2, "positions: There is no file `gone.yaml`.\n")


def test_standard_input_may_be_missing(
    run: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    ended = run("check", "-")
    assert ended.code == 2
    assert ended.err == "positions: There is no standard input to read a dossier from.\n"


# --------------------------------------------------------------------------------- compare


def test_a_filter_of_words_and_options(run: Callable[..., Ended]) -> None:
    ended = run("compare", "--topic", "pay", "--status", "N, agreed", "!bonus", "--format", "json")
    data = json.loads(ended.out)
    assert [row["issue"] for row in data["rows"]] == ["notice", "agreement-length"]
    assert data["filter"] == '!bonus topic:"pay" status:N,agreed'


def test_the_first_word_may_be_a_path(run: Callable[..., Ended]) -> None:
    path = "data/positions.yaml"
    by_word, by_option = run("compare", path, "notice"), run("compare", "-f", path, "notice")
    assert by_word == by_option
    assert "Filter: notice (1 issue)" in by_word.out
    assert f"positions show --file {path} notice" in by_word.out
    twice = run("compare", "-f", path, path)
    assert twice.code == 2
    assert "Two dossiers are named" in twice.err


def test_a_path_for_the_shell_is_quoted(run: Callable[..., Ended]) -> None:
    Path("my talks.yaml").write_bytes(HARBOUR.read_bytes())
    assert "positions show --file 'my talks.yaml' pay-rise" in run("my talks.yaml").out


def test_the_parties_by_id_name_or_short_name_in_the_order_given(
    run: Callable[..., Ended],
) -> None:
    ended = run("compare", "--parties", "port authority, DU", "--format", "json")
    assert [party["id"] for party in json.loads(ended.out)["parties"]] == ["port", "union"]
    alone = run("compare", "--parties", "union", "--format", "json")
    assert [party["id"] for party in json.loads(alone.out)["parties"]] == ["union"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--parties", "prt"], "There is no party `prt`. Did you mean `port`?"),
        (["--parties", "nobody"], "There is no party `nobody`. The parties are union, port."),
        (["--status", "devided"], "There is no status `devided`. Did you mean `divided`?"),
        (["--topic", "wrok"], "No topic here is called `wrok`."),
        (["--format", "xml"], "'xml' is not one of"),
        (["--colour"], "No such option"),
        (["topic:"], "`topic:` has no value."),
    ],
)
def test_wrong_use_is_said_and_prints_nothing(
    arguments: list[str], sentence: str, run: Callable[..., Ended]
) -> None:
    ended = run("compare", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert sentence in ended.err


def test_a_caret_stands_under_the_fault_of_a_filter(run: Callable[..., Ended]) -> None:
    assert run("compare", "notice", "\x1b", "status:devided,near").err.splitlines() == [
        "positions: There is no status `devided`. Did you mean `divided`?",
        "  notice ? status:devided,near",
        "                  ^^^^^^^",
    ]


def test_nothing_found_is_an_answer(run: Callable[..., Ended]) -> None:
    ended = run("compare", "zebra")
    assert ended.code == 0
    assert "No issue matches the filter: zebra" in ended.out


def test_markdown(run: Callable[..., Ended]) -> None:
    assert run("compare", "--format", "markdown").out.startswith("# Pay talks at the port")


def test_errors_are_narrated_and_the_rest_is_compared(
    run: Callable[..., Ended], broken: str
) -> None:
    ended = run("compare", broken)
    assert ended.code == 1
    assert "3 days" in ended.out
    first, second = ended.err.splitlines()
    assert ": error unreadable-value: " in first
    assert second == "broken.yaml: 1 warning; `positions check broken.yaml` lists all."


def test_only_the_first_errors_are_narrated(run: Callable[..., Ended]) -> None:
    positions = ", ".join(f"x{number}: 1 day" for number in range(30))
    text = with_prelude(
        "issues:\n  a: {topic: T, title: Term, kind: duration}\nmemoranda:\n"
        f"  n: {{party: north, form: statement, date: 2025-01-01, positions: {{{positions}}}}}\n"
    )
    Path("faulty.yaml").write_text(text, encoding="utf-8")
    lines = run("compare", "faulty.yaml").err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "faulty.yaml: 10 more errors; `positions check faulty.yaml` lists all."


@pytest.mark.parametrize("command", [["compare", "empty.yaml"], ["show", "-f", "empty.yaml", "a"]])
def test_where_nothing_can_be_read_nothing_is_compared(
    command: list[str], run: Callable[..., Ended]
) -> None:
    Path("empty.yaml").touch()
    ended = run(*command)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("empty.yaml:")


# ------------------------------------------------------------------------------------ show


def test_an_issue_by_its_id_or_its_title(run: Callable[..., Ended]) -> None:
    by_id = run("show", "notice")
    assert by_id.code == 0
    assert by_id.out.startswith(
        "Notice before rosters change\nas of: 2024-03-08\ntopic: Pay\nissue: notice\n"
    )
    assert "at: data/positions.yaml:21\n" in by_id.out
    assert run("show", "notice before ROSTERS change") == by_id
    assert run("show", "NOTICE") == by_id


def test_an_issue_as_markdown_and_json(run: Callable[..., Ended]) -> None:
    assert run("show", "notice", "--format", "markdown").out.startswith("# Notice before rosters")
    assert json.loads(run("show", "notice", "--format", "json").out)["issue"]["issue"] == "notice"


def test_an_unknown_issue(run: Callable[..., Ended]) -> None:
    ended = run("show", "notise")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "positions: There is no issue `notise`. Did you mean `notice`?\n"
    assert "`positions compare` lists all issues" in run("show", "zebra").err
    assert run("show").code == 2


def test_an_issue_of_a_dossier_with_errors(run: Callable[..., Ended], broken: str) -> None:
    ended = run("show", "--file", broken, "a")
    assert ended.code == 1
    assert "3 days" in ended.out
    assert "unreadable-value" in ended.err


# -------------------------------------------------------------------------------- sequence


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("text", "Pay talks at the port of Vellis\n"),
        ("json", '{\n  "schema": 1,\n'),
        ("mermaid", "flowchart TD\n"),
        ("dot", "digraph sequence {\n"),
    ],
)
def test_the_order_of_steps_in_every_form(
    form: str, begins: str, run: Callable[..., Ended]
) -> None:
    ended = run("sequence", "--format", form)
    assert ended.code == 0
    assert ended.out.startswith(begins)
    assert not ended.err
    assert run("sequence", "data/positions.yaml", "--format", form) == ended
    assert run("sequence", "-f", "data/positions.yaml", "--format", form) == ended


def test_the_order_of_steps_of_two_dossiers_at_once_is_refused(run: Callable[..., Ended]) -> None:
    ended = run("sequence", "a.yaml", "--file", "b.yaml")
    assert ended.code == 2
    assert ended.err.startswith("positions: Two dossiers are named: `b.yaml` and `a.yaml`.")


def test_the_order_of_steps_of_what_could_be_read_is_printed(
    run: Callable[..., Ended], broken: str
) -> None:
    ended = run("sequence", broken)
    assert ended.code == 1
    assert "No order of steps is recorded." in ended.out
    assert "unreadable-value" in ended.err

    Path("empty.yaml").write_text("", encoding="utf-8")
    ended = run("sequence", "empty.yaml")
    assert (ended.code, ended.out) == (1, "")


# --------------------------------------------------------------------------------- explain


@pytest.mark.parametrize("code", CODES)
def test_every_code_can_be_explained(code: str, run: Callable[..., Ended]) -> None:
    ended = run("explain", code)
    assert ended.code == 0
    assert ended.out.startswith(f"{code} ({CODES[code].severity})\n")
    for example in (CODES[code].wrong, CODES[code].right):
        assert all(f"    {line}".rstrip() in ended.out for line in example.splitlines())


def test_all_codes_are_listed(run: Callable[..., Ended]) -> None:
    listed = [line for line in run("explain").out.splitlines() if not line.startswith(" ")]
    codes = [f"{code} ({CODES[code].severity})" for code in CODES]
    assert listed[: len(codes)] == codes
    assert {"near (status N)", "unseen (blank)", "at most (count)"} < set(listed)


@pytest.mark.parametrize(
    "word",
    [
        *(*Status, *Blank, *Relation, *ToldKind, *MoveKind, *Direction, *CLASSES),
        *(
            "coverage",
            "gap",
            "Since reported",
            "came nearer",
            *(one for one, *_ in change_phrases()),
        ),
    ],
)
def test_every_word_of_the_outputs_can_be_explained(word: str, run: Callable[..., Ended]) -> None:
    ended = run("explain", *word.split())
    assert ended.code == 0
    assert ended.out.startswith(f"{word.lower()} (")
    assert all(line.startswith((f"{word.lower()} (", "    ")) for line in ended.out.splitlines())
    assert ended.out.endswith(".\n")


def test_a_status_that_is_a_blank_too_is_explained_as_both(run: Callable[..., Ended]) -> None:
    out = run("explain", "undisclosed").out
    assert "undisclosed (status U)\n" in out
    assert "undisclosed (blank)\n" in out


def test_an_unknown_code(run: Callable[..., Ended]) -> None:
    assert run("explain", "syntx") == (
        2,
        "",
        "positions: There is no problem code or word `syntx`. Did you mean `syntax`?\n",
    )
    assert "`positions explain` lists them all" in run("explain", "zzz").err


@pytest.mark.parametrize(
    ("fault", "code", "narrated"),
    [
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (
            OSError(28, "No space left on device"),
            1,
            "positions: the output could not be written: No space left on device.\n",
        ),
    ],
)
def test_how_it_ends_when_it_cannot_go_on(
    fault: BaseException,
    code: int,
    narrated: str,
    run: Callable[..., Ended],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_text: str) -> None:
        raise fault

    monkeypatch.setattr("positions.cli.console.write", fail)
    monkeypatch.setattr("positions.cli.console.abandon_output", lambda: None)
    ended = run("explain")
    assert (ended.code, ended.err) == (code, narrated)


# ------------------------------------------------------------------------------------ help


def test_the_help_names_every_command_and_every_exit_code(run: Callable[..., Ended]) -> None:
    text = run("--help").out
    for name, line in COMMANDS.items():
        assert (f"\n  {name} " in text) is bool(line.short_help)
    for code in (0, 1, 2, 130, 141):
        assert f"\n    {code} " in text
    assert "POSITIONS_FILE" in text
    assert run("-h").out == text


def test_every_command_has_a_help_with_every_option(run: Callable[..., Ended]) -> None:
    for name in COMMANDS:
        command = commands.load(name)
        text = run(name, "--help").out
        assert f"positions {name}" in text
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help
                assert all(word in text for word in parameter.opts)


def test_the_help_of_compare_names_every_field_of_the_filter(run: Callable[..., Ended]) -> None:
    text = " ".join(run("compare", "--help").out.split())
    for name, field in FIELDS.items():
        assert f"{name}:" in text
        assert field.meaning in text
        assert all(word in text for word in field.words.values())


def test_the_version_is_printed_whatever_stands_beside_it(run: Callable[..., Ended]) -> None:
    assert run("--version") == (0, f"positions {positions.__version__}\n", "")
    assert run("--as-of", "2025-06-02", "--version") == run("--version")
