"""Does a real editor's language server complete and check a dossier from our schema?"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from positions.authoring.starter import starter_files, starter_text
from positions.values import KINDS
from tests.editor.server import PROGRAM, Server
from tests.from_docstring import with_prelude
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = f"# yaml-language-server: $schema={(ROOT / 'data/positions.schema.json').as_uri()}\n"
DOSSIERS = [ROOT / "data/positions.yaml", *sorted((ROOT / "tests/dossiers").rglob("*.yaml"))]

pytestmark = pytest.mark.skipif(
    not (PROGRAM.exists() and shutil.which("node")),
    reason="yaml-language-server is not there: npm install --prefix tests/editor --no-package-lock",
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def test_the_shipped_dossier_names_its_schema_and_has_no_fault(server: Server) -> None:
    path = DOSSIERS[0]
    text = path.read_text(encoding="utf-8")

    assert server.diagnostics(path, text) == []
    wrong = text.replace("\n    kind: duration\n", "\n    kind: durration\n", 1)
    line = wrong.splitlines().index("    kind: durration") + 1
    copy = path.with_name("copy.yaml")  # never written
    assert [place for place, _ in server.diagnostics(copy, wrong)] == [line]


@pytest.mark.parametrize("path", DOSSIERS[1:], ids=lambda path: path.stem)
def test_no_dossier_here_has_a_fault(path: Path, server: Server) -> None:
    assert server.diagnostics(path, SCHEMA + path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["README.md", "docs/format.md"])
def test_no_example_of_the_documents_has_a_fault(name: str, server: Server) -> None:
    document = (ROOT / name).read_text(encoding="utf-8")
    examples = re.findall(r"^```yaml\n(.*?)^```$", document, flags=re.DOTALL | re.MULTILINE)

    assert examples
    texts = {
        ROOT / f"{Path(name).stem}-{number}.yaml": SCHEMA + text
        for number, text in enumerate(examples)
    }
    found = server.several(texts)
    assert {text: found[path] for path, text in texts.items() if found[path]} == {}


def test_the_dossier_that_init_writes_has_no_fault(server: Server) -> None:
    texts = {"whole.yaml": starter_text(), **starter_files()}
    found = server.several({ROOT / name: SCHEMA + text for name, text in texts.items()})
    assert list(found.values()) == [[]] * len(texts)


def test_numbers_dates_and_booleans_are_taken_as_an_editor_reads_them(server: Server) -> None:
    text = with_prelude(
        """
        issues:
          truce: {topic: 1, title: 2025, kind: duration}
          army: {topic: War, title: Army, kind: quantity, unit: soldiers}
          swap: {topic: War, title: Swap, kind: checklist, items: {a: A, b: yes}}
        memoranda:
          m:
            party: north
            form: report
            date: 2025-06-01T09:00
            sources: paper
            credibility: 2
            positions:
              truce: {value: 30, renewable: true, red_line: true, clause: 1.10, conditions: none}
              army: 1000
              swap: {demand: [a], refuse: b}
          n:
            {party: south, form: report, date: 2025-06-01, sources: [paper], positions: {truce: , swap: [a, b]}}
        """
    )

    assert server.diagnostics(ROOT / "scalars.yaml", SCHEMA + text) == []


def test_what_is_misspelt_is_marked_in_its_line(server: Server) -> None:
    marked = """
        issues:
          truce: {topic: War, title: Truce, kind: durration}  # "duration"
          army: {topic: War, title: Army, kind: duration, unit: soldiers}  # unit is not allowed
          seat: {topic: War, title: Seat, kind: choice}  # "options"
          swap: {topic: War, titel: Swap, title: S, kind: text}  # titel is not allowed
        memoranda:
          m:
            party: north
            form: reprot  # "report"
            date: 31 June  # match the pattern
            positions:
              truce: {value: 30 days, conditoins: none}  # conditoins is not allowed
              army: {blank: slient}  # "silent"
        """
    text = SCHEMA + with_prelude(marked)
    wanted = {
        number: line.split("# ")[1]
        for number, line in enumerate(text.splitlines(), start=1)
        if "# " in line and number > 1
    }
    found = dict(server.diagnostics(ROOT / "misspelt.yaml", text))

    assert found.keys() == wanted.keys()
    assert [line for line, words in wanted.items() if words not in found[line]] == []


@pytest.mark.parametrize(
    ("place", "offered"),
    [
        (
            "issues:\n  truce:\n    topic: War\n    ‸",
            {"title", "kind", "options", "parts", "limit"},
        ),
        ("issues:\n  truce:\n    topic: War\n    kind: ‸", set(KINDS)),
        ("memoranda:\n  m:\n    party: north\n    ‸", {"form", "date", "disclosure", "positions"}),
        ("memoranda:\n  m:\n    form: ‸", {"memorandum", "statement", "report"}),
        (
            "memoranda:\n  m:\n    positions:\n      truce:\n        value: 30\n        ‸",
            {"conditions", "starts", "red_line", "accounts", "blank"},
        ),
        (
            "memoranda:\n  m:\n    positions:\n      truce:\n        blank: ‸",
            {"silent", "undisclosed", "declined", "uncoded", "indifferent"},
        ),
        (
            "memoranda:\n  m:\n    positions:\n      truce: ‸",
            {"silent", "undisclosed", "declined", "uncoded", "indifferent"},
        ),
        ("‸", {"dossier", "parties", "sources", "events", "issues", "memoranda"}),
    ],
)
def test_what_may_be_written_is_offered(place: str, offered: set[str], server: Server) -> None:
    text = SCHEMA + place.replace("‸", "")
    before = (SCHEMA + place).partition("‸")[0].splitlines(keepends=True)
    path = ROOT / f"{abs(hash(place))}.yaml"
    server.diagnostics(path, text)
    ends_line = before[-1].endswith("\n")
    line, column = (len(before) + 1, 1) if ends_line else (len(before), len(before[-1]) + 1)

    assert offered <= server.completions(path, line, column).keys()


def test_a_field_and_a_kind_are_explained(server: Server) -> None:
    path = ROOT / "explained.yaml"
    text = f"{SCHEMA}issues:\n  truce:\n    topic: War\n    kind: \n    "
    server.diagnostics(path, text)

    kinds = server.completions(path, 5, 11)
    assert "30 days" in kinds["duration"]
    fields = server.completions(path, 6, 5)
    assert fields["limit"].startswith("Set where values are limits themselves")
