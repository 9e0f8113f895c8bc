"""Do the commands that write dossiers write what was meant, and nothing over anything?"""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest

import positions
from positions.authoring.starter import TEMPLATES, shipped_case, starter_text
from positions.cli import main as cli
from positions.problems.problem import Severity
from tests.paths import DOSSIERS, SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Run = "Callable[..., tuple[int, str, str]]"


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def ended(*words: str) -> tuple[int, str, str]:
        code = cli.run(list(words), open_ui=lambda *_: 3)
        said = capsys.readouterr()
        return code, said.out, said.err

    return ended


TABLE = 'Issue,Hill,Vale\nTruce,at least 30 days,30 days\nFund,"1,500 crowns",900 crowns\n'


def test_a_table_becomes_a_dossier_that_can_be_compared(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "talks.csv").write_text(TABLE)
    code, out, err = run("import", "talks.csv", "--date", "2025-06-02", "--decimal", ".")
    assert (code, out) == (0, "")
    assert err.splitlines() == [
        "2 issues, 2 parties, 4 values; 5 places to look at.",
        "Wrote talks.yaml. Look at it: positions talks.yaml",
    ]
    code, out, _ = run("compare", "talks.yaml")
    assert code == 0
    assert "Truce" in out


def test_doubts_come_first_and_nothing_is_written_over(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "talks.csv").write_text(TABLE)
    code, out, err = run("import", "talks.csv", "--date", "2025-06-02", "--into", "-")
    assert code == 0
    assert err.splitlines()[0] == (
        "talks.csv: B3, `1,500 crowns`: the sign in it could group thousands or mark decimals. "
        "Say which with --decimal."
    )
    assert out.startswith("# Made from talks.csv.")
    (tmp_path / "talks.yaml").write_text("mine")
    code, _, err = run("import", "talks.csv")
    assert code == 2
    assert "There is `talks.yaml` already. Nothing was written" in err
    assert (tmp_path / "talks.yaml").read_text() == "mine"


def test_a_dry_run_writes_nothing(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    (tmp_path / "talks.csv").write_text(TABLE)
    code, _, err = run("import", "talks.csv", "--dry-run")
    assert code == 0
    assert err.endswith("Would write talks.yaml.\n")
    assert not (tmp_path / "talks.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gone.csv",), "`gone.csv` cannot be read: no such file or directory."),
        (("empty.csv",), "empty.csv: The table holds nothing."),
        (("empty.csv", "--date", "tomorrow"), "`tomorrow` is no date. Write it as 2025-06-02."),
    ],
)
def test_what_cannot_be_imported_says_why(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "empty.csv").write_text("")
    code, _, err = run("import", *words)
    assert code == 2
    assert said in err


def test_a_position_is_set_and_the_change_printed(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "t.yaml").write_text(starter_text())
    words = ("set", "flow", "lower", "25", "--statement", "2025-06-02", "-f", "t.yaml")
    code, out, err = run(*words)
    assert (code, err) == (0, "")
    assert "--fix" not in run("check", "t.yaml")[2]
    assert [line for line in out.splitlines() if line.startswith("+ ")] == [
        "+  lower-statement-2025-06-02:",
        "+    party: lower",
        "+    form: statement",
        "+    date: 2025-06-02",
        "+    positions:",
        "+      flow: 25",
    ]
    loaded = positions.load(tmp_path / "t.yaml")
    assert not [one for one in loaded.problems if one.severity is Severity.ERROR]
    code, out, err = run(*words)
    assert (code, out, err) == (0, "", "It is recorded so already; nothing was changed.\n")
    code, _, err = run("set", "flow", "lower", "20", "--report", "2025-06-30", "-f", "t.yaml")
    assert code == 0
    assert err.startswith("The dossier stands for 2025-06-02, before this was said, and does not ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("flow", "lower", "often"), "Nothing was written, because `check` would refuse it:"),
        (("flwo", "lower", "5"), "There is no issue `flwo`. Did you mean `flow`?"),
        (("zebra", "lower", "5"), "There is no issue `zebra`. The issues are flow"),
        (("flow", "loer", "5"), "There is no party `loer`. Did you mean `lower`?"),
        (("flow", "zebra", "5"), "There is no party `zebra`. The parties are upper, lower."),
        (("flow", "lower", "5"), "`lower` has several documents: lower-letter, lower-aide."),
        (("flow", "upper", "5"), "has `20` already. If that was our error, say --correct."),
        (("flow", "upper"), "Say a value or --blank TYPE."),
        (("flow", "upper", "5", "--term", "until"), "`until` is no term."),
        (
            ("flow", "upper", "5", "--statement", "2025-06-01", "--document", "upper-plan"),
            "Name one of --document, --statement and --report.",
        ),
    ],
)
def test_what_cannot_be_set_changes_nothing(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "t.yaml").write_text(starter_text())
    extra = ("--document", "lower-letter", "--correct") if words[2:] == ("often",) else ()
    code, out, err = run("set", *words, *extra, "-f", "t.yaml")
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())
    assert (tmp_path / "t.yaml").read_text() == starter_text()


@pytest.mark.parametrize("value", ["fish, gauges", "[fish, gauges]", "{demand: [fish, gauges]}"])
def test_a_list_is_set_with_or_without_its_brackets(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, value: str
) -> None:
    (tmp_path / "t.yaml").write_text(starter_text())
    code, _, err = run("set", "works", "upper", value, "--correct", "-f", "t.yaml")
    assert (code, err) == (0, "")
    dossier = positions.load(tmp_path / "t.yaml").dossier
    assert dossier is not None
    found = dossier.memoranda["upper-plan"].positions["works"].value
    assert found is not None
    assert dossier.measure("works").plain(found) == ["fish", "gauges"]
    code, _, err = run("set", "works", "upper", "[fish", "--correct", "-f", "t.yaml")
    assert code == 2


def test_in_a_folder_the_file_of_the_document_is_changed(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    assert run("init", "--folder", "case")[0] == 0
    before = {path: path.read_text() for path in (tmp_path / "case").rglob("*.yaml")}
    code, _, err = run("set", "length", "upper", "5 years", "--correct", "-f", "case")
    assert (code, err) == (0, "")
    changed = {p.name for p, text in before.items() if p.read_text() != text}
    assert changed == {"upper.yaml"}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_clean_and_has_a_provision_on_every_issue(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, template: str
) -> None:
    assert run("init", "--template", template, "t.yaml")[0] == 0
    loaded = positions.load(tmp_path / "t.yaml")
    assert loaded.problems == ()
    assert loaded.dossier is not None
    assert [one.id for one in loaded.dossier.issues.values() if not one.provision] == []


def test_a_template_is_one_file(run: Callable[..., tuple[int, str, str]]) -> None:
    code, _, err = run("init", "--folder", "case", "--template", "trade")
    assert code == 2
    assert "A template is one file" in err


def test_the_demo_is_the_shipped_case(run: Callable[..., tuple[int, str, str]]) -> None:
    assert shipped_case() == SHIPPED
    code, out, _ = run("demo")
    assert code == 0
    assert out.startswith("Istanbul talks, 2025")


def test_a_dossier_that_is_written_to_keeps_its_permissions(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "t.yaml"
    shutil.copy(DOSSIERS / "harbour.yaml", tmp_path / "other.yaml")
    path.write_text(starter_text())
    path.chmod(0o640)
    run("set", "length", "upper", "5 years", "--correct", "-f", "t.yaml")
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["other.yaml", "t.yaml"]


def test_what_has_one_mending_is_mended_and_each_change_printed(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    text = starter_text().replace("kind: duration", "kind: durration", 1)
    assert text != starter_text()
    path = tmp_path / "t.yaml"
    line = text[: text.index("durration")].count("\n") + 1
    for content in (text.encode(), b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        path.write_bytes(content)
        code, _, err = run("check", "t.yaml")
        assert code == 1
        assert "`positions check --fix t.yaml` mends what has one mending only.\n" in err
        code, out, err = run("check", "--fix", "--dry-run", "t.yaml")
        change = f"t.yaml:{line}: unknown-kind: `durration` "
        assert (code, out) == (0, f"{change}would become `duration`.\n")
        assert err.startswith("Nothing was written.\nt.yaml: no problems in 2 parties")
        assert path.read_bytes() == content
        code, out, err = run("check", "--fix", "t.yaml")
        assert (code, out) == (0, f"{change}is now `duration`.\n")
        assert path.read_bytes() == content.replace(
            "durration".encode("utf-16-le" if content[0] == 0xFF else "utf-8"),
            "duration".encode("utf-16-le" if content[0] == 0xFF else "utf-8"),
        )


def test_in_a_folder_only_the_faulty_file_is_mended(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    assert run("init", "--folder", "case")[0] == 0
    path = tmp_path / "case" / "upper.yaml"
    right = path.read_text()
    path.write_text(right.replace("party: upper", "party: uper"))
    before = {one: one.stat().st_mtime_ns for one in (tmp_path / "case").rglob("*.yaml")}
    code, out, err = run("check", "--fix", "--format", "json", "case")
    assert code == 0
    assert '"problems": []' in out
    assert "unknown-party: `uper` is now `upper`." in err
    assert path.read_text() == right
    after = {one: one.stat().st_mtime_ns for one in (tmp_path / "case").rglob("*.yaml")}
    assert {one.name for one, time in after.items() if time != before[one]} == {"upper.yaml"}


def test_what_is_no_file_is_not_mended(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.yaml").write_bytes(b"a: \xff")
    code, out, _ = run("check", "--fix", "t.yaml")
    assert code == 1
    assert out.startswith("t.yaml:1:4: error encoding:")
    assert (tmp_path / "t.yaml").read_bytes() == b"a: \xff"
    code, _, err = run("check", "--dry-run", "t.yaml")
    assert code == 2
    assert "--dry-run goes with --fix." in err
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a: 1")))
    code, _, err = run("check", "--fix", "-")
    assert code == 2
    assert "<standard input> is no file that can be written to." in err


@pytest.mark.parametrize(
    ("words", "added"),
    [
        ("party middle --name Middle --role mediator", "  middle: {name: Middle, role: mediator}"),
        ("event dam --title flood --part-of flow", "  dam: {title: flood, part_of: flow}"),
        (
            "source gazette --publisher Radio --date 2025-06-01 --title News --reliability B",
            "  gazette:\n    publisher: Radio\n    date: 2025-06-01\n    title: News\n    reliability: B",
        ),
        (
            "issue toll --unit crowns --limit maximum",
            "  toll:\n    unit: crowns\n    limit: maximum",
        ),
        ("issue road --option left --option right", "  road:\n    options: [left, right]"),
        (
            "outcome deal --issue works --date 2025-06-01 --value {only:~[fish]}",
            "outcomes:\n  deal:\n    issue: works\n    date: 2025-06-01\n    value:\n      only: [fish]",
        ),
        (
            "outcome deal --issue flow --date 2025-06-01 --value 20 --confirmed-by all",
            (
                "outcomes:\n  deal:\n    issue: flow\n    date: 2025-06-01\n    value: 20\n"
                "    confirmed_by: [all]"
            ),
        ),
    ],
)
def test_a_record_is_added_and_the_change_printed(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, words: str, added: str
) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(starter_text())
    given = [word.replace("~", " ") for word in words.split()]
    code, out, err = run("add", *given, "--dry-run", "-f", "t.yaml")
    assert (code, err) == (0, "")
    assert path.read_text() == starter_text()
    assert run("add", *given, "-f", "t.yaml") == (0, out, "")
    new = [line[1:] for line in out.splitlines() if line.startswith("+") and line[:3] != "+++"]
    assert "\n".join(new) == added
    assert f"\n{added}\n" in path.read_text()
    assert positions.load(path).dossier is not None
    code, _, err = run("add", *given, "-f", "t.yaml")
    assert code == 2
    assert "already." in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("outcome deal --issue flow --date soon --value 20", "`check` would refuse it"),
        ("issue toll --kind quantity", "A quantity needs `unit`"),
        ("party the-middle", "Missing option '--name'"),
        ("set flow upper 5 --publisher Radio", "needs --publisher, --date and --title"),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, words: str, said: str
) -> None:
    (tmp_path / "t.yaml").write_text(starter_text())
    given = words.split()
    code, out, err = run(*([] if given[0] == "set" else ["add"]), *given, "-f", "t.yaml")
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())
    assert (tmp_path / "t.yaml").read_text() == starter_text()


def test_the_command_that_would_mend_a_fault_is_named(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "t.yaml").write_text(
        starter_text().replace("sources: [lower-letter]", "sources: [gazette]")
    )
    code, out, _ = run("check", "t.yaml")
    assert code == 1
    command = "positions add source gazette --publisher PUBLISHER --date DATE --title TITLE"
    assert out.endswith(f" Command: {command} --file t.yaml\n")
    # Another dossier is the one that a command without a file would write to.
    (tmp_path / "positions.yaml").write_text(starter_text())
    assert run("check", "t.yaml")[1] == out
    (tmp_path / "positions.yaml").write_text((tmp_path / "t.yaml").read_text())
    assert run("check")[1].endswith(f" Command: {command}\n")


def test_titles_and_names_are_taken_as_ids_are(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(starter_text())
    dossier = positions.load(path).dossier
    assert dossier is not None
    names = (dossier.issues["flow"].title, dossier.parties["upper"].name.upper())
    named = run("set", *names, "25", "--correct", "--dry-run", "-f", "t.yaml")
    assert named[0] == 0
    assert named == run("set", "flow", "upper", "25", "--correct", "--dry-run", "-f", "t.yaml")


def test_check_counts_what_is_left_to_do(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "talks.csv").write_text(TABLE)
    to_look_at = run("import", "talks.csv")[2].split("; ")[-1].split()[0]
    assert (
        f"talks.yaml: {to_look_at} places are marked `# to do`.\n" in run("check", "talks.yaml")[2]
    )
    text = starter_text()
    for title, said in (("  # to do: ask", "1 place is marked"), (" 'of # to do'", "")):
        (tmp_path / "t.yaml").write_text(f"{text}# it's one of\nx-note: {title.strip()}\n")
        err = run("check", "t.yaml")[2]
        assert ("# to do" in err) == bool(said)
        assert said in err


def test_a_mending_is_offered_only_where_there_is_one(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    text = starter_text()
    (tmp_path / "one.yaml").write_text(text.replace("kind: duration", "kind: durration", 1))
    assert "`positions check --fix one.yaml` mends" in run("check", "one.yaml")[2]
    (tmp_path / "none.yaml").write_text(text.replace("date: 2025-", "date: 03/04/2025 # ", 1))
    code, out, err = run("check", "none.yaml")
    assert (code, out.count("03/04/2025")) == (1, 1)
    assert run("check", "--fix", "--dry-run", "none.yaml")[1] == out
    assert "--fix" not in err


def test_the_table_is_narrowed_for_a_spreadsheet(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "t.yaml").write_text(starter_text())
    code, out, _ = run("compare", "t.yaml", "--format", "csv", "--columns", "issue, position")
    assert code == 0
    assert out.splitlines()[0] == "\ufeffissue,Upper Town: position,Lower Town: position"
    code, out, _ = run("compare", "t.yaml", "issue:flow", "--format", "csv", "--wide")
    assert out.splitlines()[0] == "\ufeffparty,name,role,flow"
    for words, said in (
        (("--wide",), "--columns and --wide go with --format csv."),
        (("--columns", "issue"), "--columns and --wide go with --format csv."),
        (("--format", "csv", "--wide", "--columns", "issue"), "the columns of the wide form are"),
        (("--format", "csv", "--columns", "isue"), "There is no column `isue`. Did you mean"),
    ):
        code, _, err = run("compare", "t.yaml", *words)
        assert code == 2
        assert said in err


def test_a_comparison_that_was_printed_is_imported_again(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "t.yaml").write_text(starter_text())
    (tmp_path / "c.csv").write_text(run("compare", "t.yaml", "--format", "csv")[1], newline="")
    code, out, err = run("import", "c.csv", "--date", "2025-06-02", "--form", "memorandum")
    assert (code, out) == (0, "")
    assert err.splitlines()[-2:] == [
        "4 issues, 2 parties, 6 values, as a comparison has them.",
        "Wrote c.yaml. Look at it: positions c.yaml",
    ]
    before, after = (run("compare", name, "--columns", "issue,status", "--format", "csv")
                     for name in ("t.yaml", "c.yaml"))  # fmt: skip
    assert before[1] == after[1]
    changed = (tmp_path / "c.csv").read_text().replace("duration", "duratoin")
    (tmp_path / "d.csv").write_text(changed)
    code, _, err = run("import", "d.csv")
    assert code == 2
    assert "The comparison was changed since it was printed" in err
