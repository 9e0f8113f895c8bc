"""Is the reference of the format complete and true?"""

from __future__ import annotations

import json
import re

import pytest
import yaml

import positions
from positions.model.records import SECTIONS
from positions.problems.catalogue import CODES
from positions.reports.problems import problems_json
from positions.values import KINDS
from tests.paths import ROOT
from tools import format_reference

TEXT = format_reference.REFERENCE.read_text(encoding="utf-8")
ANEW = "write it anew: python tools/format_reference.py"
NAMED = re.compile(r"^<!-- ((?:fields|words|kind|codes)[^>]*) -->$", re.MULTILINE)


def examples() -> list[tuple[str, list[str]]]:
    """Every example, with the codes of the problems that it is said to have."""
    return [
        (text, words.split())
        for words, text in re.findall(
            r"^```yaml([^\n]*)\n(.*?)^```$", TEXT, flags=re.DOTALL | re.MULTILINE
        )
    ]


def sections(text: str) -> dict[str, str]:
    """The sections of an example by name, each as its text."""
    pieces = re.split(r"^(?=\w+:)", text, flags=re.MULTILINE)
    return {piece.partition(":")[0]: piece for piece in pieces if piece}


def whole(text: str) -> str:
    """Return an example with the sections of the first one that it leaves out."""
    return "".join((sections(examples()[0][0]) | sections(text)).values())


@pytest.mark.parametrize(("text", "codes"), examples())
def test_an_example_has_no_problem_but_those_that_it_is_said_to_have(
    text: str, codes: list[str]
) -> None:
    loaded = positions.loads(whole(text))

    assert [problem.code for problem in loaded.problems] == codes, loaded.problems
    assert loaded.dossier is not None
    comparison = positions.compare(loaded.dossier)
    assert comparison.rows or comparison.unraised


def test_every_table_of_the_program_stands_in_the_reference_once() -> None:
    named = NAMED.findall(TEXT)
    needed = list(format_reference.tables())

    assert sorted(named) == sorted(needed), "a table is missing, or is there twice"


@pytest.mark.parametrize("name", format_reference.tables())
def test_a_table_is_what_the_program_says_now(name: str) -> None:
    (found,) = re.findall(rf"<!-- {re.escape(name)} -->\n\n(.*?)\n<!-- end -->", TEXT, re.DOTALL)

    assert found == format_reference.tables()[name], ANEW


def test_nothing_else_is_to_be_written_anew() -> None:
    assert format_reference.filled(TEXT) == TEXT, ANEW


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_has_a_chapter(name: str) -> None:
    assert f"\n## `{name}`\n" in TEXT
    assert f"(#{name})" in TEXT


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_a_chapter_with_an_example_of_it(name: str) -> None:
    _, _, chapter = TEXT.partition(f"\n### {name.title()}\n")

    assert f"kind: {name}" in chapter.partition("\n### ")[0]
    assert f"(#{name})" in TEXT


def test_every_field_stands_in_an_example() -> None:
    """So that whoever looks for a field also sees how it is used."""
    used = {key for text, _ in examples() for key in _keys(yaml.safe_load(text))}
    tables = format_reference.tables()
    fields = {
        field
        for name, table in tables.items()
        if name.startswith("fields of")
        for field in re.findall(r"^\| `(\w+)`", table, re.MULTILINE)
    }

    assert fields - used == set()


def _keys(data: object) -> set[str]:
    if isinstance(data, dict):
        return {str(key) for key in data} | {key for one in data.values() for key in _keys(one)}
    return {key for one in data for key in _keys(one)} if isinstance(data, list) else set()


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    assert f"\n### `{code}`\n" in TEXT


def test_what_check_prints_as_json_is_described_name_by_name() -> None:
    described = [
        set(re.split(r",\s+", listed)) for listed in re.findall(r"`\{(\w+(?:,\s+\w+)+)\}`", TEXT)
    ]
    loaded = positions.loads("parties: A and B")
    data = json.loads(problems_json([("a.yaml", loaded)]))

    assert described == [set(data["dossiers"][0]), set(data["problems"][0])]


def test_every_link_within_it_leads_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    }

    assert set(re.findall(r"\(#([^)]+)\)", TEXT)) <= headings


def test_the_readme_leads_to_it() -> None:
    assert "(docs/format.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
