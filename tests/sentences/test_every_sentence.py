"""Reads every sentence of the dossiers that come with the project, and of random ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

import positions
from tests.laws.test_comparison_laws import loaded_talks, talks
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from positions.comparison.rows import Comparison

DOSSIERS = (
    *sorted((ROOT / "tests" / "dossiers").glob("*.yaml")),
    ROOT / "data" / "positions.yaml",
    ROOT / "data" / "examples" / "climate-finance.yaml",
)
LONGEST = 300
FAULTS = {
    "a doubled word": re.compile(r"\b(?!had\b|that\b)([A-Za-z]{2,}) \1\b"),
    "a doubled stop": re.compile(r"(?<!\.)\.\.(?!\.)|[;:,]\.|\?\.|!\.|,,|;;"),
    "a date in figures": re.compile(r"\b\d{4}-\d{2}-\d{2}\b"),
    "a raw key": re.compile(r" › |\b\w+_\w+\b"),
    "nothing in its place": re.compile(r"(?<=[a-z(] )None\b|\(None\b|\(\)|“”|\s[,.;]|  "),
    "a brace": re.compile(r"[{}]"),
}
PLURAL = re.compile(
    r"(?:Unions?|Parties|Employers|Shippers|States|Countries|parties)(?<!Union)(?<!States) "
    r"(?:wants|offers|proposes|rejects|strikes|leaves|does|has|is) "
)
"""A plural name with a singular verb."""
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def said(comparison: Comparison) -> Iterator[str]:
    """Yield every reason and every gap, as they read under the title of their issue."""
    for row in comparison.rows:
        for line in (row.whole, *row.parts):
            yield line.sentence
            for gap in line.gaps:
                yield gap.sentence


def faults(text: str) -> list[str]:
    """Return what is wrong with the sentences of a text."""
    found = [what for what, pattern in FAULTS.items() if pattern.search(text)]
    if not (text[:1].isupper() or text[:1].isdigit() or text[:1] in "“("):
        found.append("no capital")
    if not text.rstrip("”").endswith((".", "?", "!", "…")):
        found.append("no stop")
    found += [f"{a} without {b}" for a, b in PAIRS if text.count(a) != text.count(b)]
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z“0-9])", text)
    found += ["too long" for one in sentences if len(one) > LONGEST]
    if PLURAL.search(text):
        found.append("a plural name with a singular verb")
    return found


def test_the_faults_are_found() -> None:
    assert faults("A wants a pause.") == []
    assert faults("the Employers wants the the pause on 2025-06-02..") == [
        "a doubled word",
        "a doubled stop",
        "a date in figures",
        "no capital",
        "a plural name with a singular verb",
    ]
    assert faults(f"A wants {'x' * LONGEST}") == ["no stop", "too long"]
    assert faults("A wants {value} (None.") == [
        "nothing in its place",
        "a brace",
        "( without )",
    ]


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_every_sentence_of_a_dossier_can_be_pasted(path: Path) -> None:
    dossier = positions.load(path).dossier
    assert dossier is not None
    found = {text: faults(text) for text in said(positions.compare(dossier))}

    assert found
    assert {text: wrong for text, wrong in found.items() if wrong} == {}


@given(talks())
def test_every_sentence_of_a_random_dossier_can_be_pasted(data: dict[str, Any]) -> None:
    for text in said(positions.compare(loaded_talks(data))):
        assert faults(text) == [], text
