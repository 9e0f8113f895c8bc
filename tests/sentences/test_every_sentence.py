"""Reads every sentence of the dossiers that come with the project, and of random ones.

The pages are those of every command; `diff`, `log` and `blame` tell changes in the same sentences
as the timeline. What a dossier says itself is its own, and left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click
import pytest
from hypothesis import given

import positions
from positions.analysis.overview import survey
from positions.analysis.packages import packages
from positions.changes.timeline.walk import timeline
from positions.cli import main as cli
from positions.cli.commands import commands
from positions.loader import Loaded
from positions.problems.catalogue import CODES
from positions.record.settle import record
from positions.reports.comparison.page import comparison_page
from positions.reports.issue.packages import packages_page
from positions.reports.issue.sheet import issue_page
from positions.reports.page.facts import Fact, FactKind
from positions.reports.page.model import Medium, Paragraph, Section
from positions.reports.page.render import render
from positions.reports.page.runs import plain
from positions.reports.pairs.page import pairs_page
from positions.reports.sequence.page import sequence_page
from positions.reports.timeline.page import timeline_page
from positions.reports.word_meanings import word_meanings
from positions.sequence.conflicts import order_steps
from positions.text.english import capital
from tests.laws.test_comparison_laws import loaded_talks, talks
from tests.paths import ROOT, SHIPPED
from tests.random_talks import random_talks
from tests.repositories import Builder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier
    from positions.reports.page.model import Page

DOSSIERS = (
    *sorted((ROOT / "tests" / "dossiers").glob("*.yaml")),
    ROOT / "data" / "positions.yaml",
    ROOT / "data" / "examples" / "climate-finance.yaml",
)
LONGEST = 300

pytestmark = pytest.mark.no_cover

FAULTS = {
    "a doubled word": re.compile(r"\b(?!had\b|that\b)([A-Za-z]{2,}) \1\b"),
    "a doubled stop": re.compile(r"(?<!\.)\.\.(?!\.)|[;:,]\.|\?\.|!\.|,,|;;"),
    "a date in figures": re.compile(r"\b\d{4}-\d{2}-\d{2}\b"),
    "a raw key": re.compile(r" › |\b\w+_\w+\b"),
    "nothing in its place": re.compile(r"(?<=[a-z(] )None\b|\(None\b|\(\)|“”|\s[,;]|\s\.(?!\w)|  "),
    "a brace": re.compile(r"[{}]"),
}
PLURAL = re.compile(
    r"(?:Unions?|Parties|Employers|Shippers|States|Countries|parties)(?<!Union)(?<!States) "
    r"(?:wants|offers|proposes|rejects|strikes|leaves|does|has|is) "
)
"""A plural name with a singular verb."""
AUTHORED = frozenset(
    {
        *(FactKind.NOTE, FactKind.PROVISION, FactKind.PREMISE, FactKind.PARAPHRASE, FactKind.QUOTE),
        *(FactKind.TRANSLATION, FactKind.REASON, FactKind.SOURCE, FactKind.ACCOUNT),
    }
)
"""Facts in the words of a dossier."""
LABELLED = frozenset({FactKind.AGREED, FactKind.DELIVERED, FactKind.DISPUTED, FactKind.PARTY})
"""Facts whose sentence begins with their label."""
LABEL = re.compile(r"[a-z●][^:.]*: ")
"""What stands before a sentence as its label: `first words:`."""
LEGEND = ("∅", "†", "●", "Compared: ")
"""How lines begin that are no sentences: keys, and heads of a page."""
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def said(comparison: Comparison) -> Iterator[str]:
    """Yield every reason and every gap, as they read under the title of their issue."""
    for row in comparison.rows:
        for line in (row.whole, *row.parts):
            yield line.sentence
            for gap in line.gaps:
                yield gap.sentence


def written(page: Page) -> Iterator[str]:
    """Yield every sentence of a page that is none of the dossier's own, without its label."""
    for block in page.blocks_for(Medium.TERMINAL):
        if isinstance(block, Paragraph):
            yield from (line for one in block.lines if _ends(line := plain(one)))
        elif isinstance(block, Fact | Section):
            yield from _facts(block if isinstance(block, Fact) else block.fact)


def _facts(fact: Fact) -> Iterator[str]:
    if fact.kind not in AUTHORED:
        labelled = fact.kind in LABELLED
        line = (f"{fact.label.text}: " if labelled else "") + fact.said
        label = LABEL.match(line)
        line = capital(line[label.end() :]) if label else line
        yield from [line] if _ends(line) else []
        for one in fact.facts:
            yield from _facts(one)


def _ends(line: str) -> bool:
    return line.endswith((".", "?", "!", ".”")) and not line.startswith(LEGEND)


def pages(loaded: Loaded, dossier: Dossier) -> Iterator[Page]:
    """Yield the page of every command that tells of one dossier."""
    found = positions.compare(dossier)
    yield comparison_page(found)
    yield from (issue_page(found, row, loaded.span) for row in found.rows)
    yield pairs_page(survey(found, found.rows, of=None))
    yield sequence_page(dossier, order_steps(dossier, record(dossier)))
    yield packages_page(dossier, found.as_of, packages(dossier), {})
    yield timeline_page(timeline(dossier), everything=True)


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


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_every_sentence_of_every_page_can_be_pasted(path: Path) -> None:
    loaded = positions.load(path)
    assert loaded.dossier is not None
    found = {text for page in pages(loaded, loaded.dossier) for text in written(page)}
    found |= {problem.sentence for problem in loaded.problems}

    assert len(found) > 10
    assert {text: wrong for text in found if (wrong := faults(text))} == {}


MOMENTS = ("2025-05-20", "2025-06-02", "2025-07-23")
"""The days of three revisions of the shipped dossier; a fourth corrects a figure and a title."""
TOLD = re.compile(r"\s*- (?:↳ )?|#+ |\*\*|</?(?:del|ins)>|\\(?=[^\w\s])")
"""What Markdown adds to the words of a line."""
EVIDENCE_LINE = re.compile(r"\s*- (?:was|is|paraphrase|note|quote|provision|source|title|\S+:)\b")
"""A line of a difference that shows the record before or after, in a dossier's own words."""


def _no_screen(*_: object) -> int:
    message = "a screen was opened"
    raise AssertionError(message)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    folder = tmp_path_factory.mktemp("history")
    found = Builder(folder / "talks", folder / "home")
    text = SHIPPED.read_text(encoding="utf-8")
    for day in MOMENTS:
        found.commit_file("positions.yaml", re.sub(r"as_of: \S+", f"as_of: {day}", text, count=1))
    corrected = text.replace("2-3 days", "3-4 days").replace("value: 30 days", "value: 40 days")
    assert corrected != text
    found.commit_file("positions.yaml", corrected, "Correct a figure")
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", "HEAD~3", "HEAD", "--class", "substance,evidence,wording"),
        ("diff", "HEAD~1", "HEAD", "--class", "substance,evidence,wording"),
        ("diff", "2025-06-01..2025-07-23"),
        ("log",),
        ("blame", "ceasefire-length"),
        ("blame", "local-truce"),
    ],
    ids=" ".join,
)
def test_every_sentence_of_a_history_can_be_pasted(
    arguments: tuple[str, ...],
    history: Builder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(history.folder)
    assert cli.run((*arguments, "--format", "markdown"), open_ui=_no_screen) == 0
    lines = capsys.readouterr().out.splitlines()
    found = {
        TOLD.sub("", line).strip()
        for line in lines
        if line.endswith((".", ".”")) and not EVIDENCE_LINE.match(line)
    }

    assert found, lines
    assert {text: wrong for text in found if (wrong := faults(text))} == {}


def _helps(command: click.Command) -> Iterator[str]:
    yield command.help or ""
    yield from (one.help or "" for one in command.params if isinstance(one, click.Option))
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            yield from _helps(found) if found else []


def test_what_is_explained_is_written_in_sentences() -> None:
    """Help texts, codes of problems, and the words of the outputs; code in them is code."""
    said = [text for code in CODES.values() for text in (code.meaning, code.remedy)]
    said += [one.meaning for found in word_meanings().values() for one in found]
    said += [" ".join(part.split()) for text in _helps(commands) for part in text.split("\n\n")]
    plain_words = {re.sub(r"`[^`]*`", "X", text) for text in said if text.endswith(".")}
    skipped = {"no capital", "a date in figures", "a brace", "a raw key"}

    assert len(plain_words) > 200
    wrong = {text: set(faults(text)) - skipped for text in plain_words}
    assert {text: one for text, one in wrong.items() if one} == {}


@given(talks())
def test_every_sentence_of_a_random_dossier_can_be_pasted(data: dict[str, Any]) -> None:
    dossier = loaded_talks(data)
    moments = timeline_page(timeline(dossier), everything=True)
    for text in (*said(positions.compare(dossier)), *written(moments)):
        assert faults(text) == [], text


def test_no_page_of_a_random_dossier_calls_a_document_by_its_id() -> None:
    """None of its documents has a title, and some are of the same party, form and day."""
    for seed in range(12):
        dossier = random_talks(seed)
        for page in pages(Loaded("", dossier, ()), dossier):
            for text in written(page):
                assert faults(text) == [], text
            assert re.findall(r"\bm\d-\w+", render(page)) == []
