"""Is the text in docs/single-text.md what the shipped case gives, and does it render as it reads?

`UPDATE_GOLDEN=1 pytest tests/reports/single_text` writes it anew; read it before committing it.
"""

from __future__ import annotations

import html
import os
import re
from functools import cache

from markdown_it import MarkdownIt

import positions
from positions.analysis.single_text.merge import single_text
from positions.model.moment import Moment
from positions.reports.page.runs import plain
from positions.reports.single_text.markdown import single_text_markdown
from positions.reports.single_text.typeset import typeset
from tests.paths import ROOT
from tests.random_talks import random_talks

DOCS = ROOT / "docs" / "single-text.md"
LEDGER_LINES = 20
SEEDS = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 10
"""How many dossiers with titles full of signs are tried; `make fuzz` tries more."""


@cache
def shipped() -> str:
    dossier = positions.load(ROOT / "data" / "positions.yaml").dossier
    assert dossier is not None
    as_of = Moment.parse("2025-06-02")
    return single_text_markdown(single_text(positions.compare(dossier, as_of=as_of), dossier))


def excerpt() -> str:
    """Return the text with its headings one level deeper, and the first lines of its ledger."""
    before, head, ledger = shipped().partition("## Ledger\n")
    lines = ledger.splitlines()[: 3 + LEDGER_LINES]
    return re.sub("^#", "##", before + head + "\n".join(lines), flags=re.MULTILINE)


def test_the_shipped_case_is_as_the_documentation_has_it() -> None:
    text = DOCS.read_text(encoding="utf-8")
    found = re.search("<!-- begin -->\n(.*?)<!-- end -->", text, re.DOTALL)
    assert found is not None
    expected = f"\n{excerpt()}\n\n"
    if os.environ.get("UPDATE_GOLDEN"):
        text = text[: found.start(1)] + expected + text[found.end(1) :]
        DOCS.write_text(text, encoding="utf-8")
        return
    assert found[1] == expected


HOSTILE = (
    *("Matter `1`", "<b>b</b>", "A &amp; B", "1. one", "# head", "- item", "~~struck~~", "![i](u)"),
    *(
        "note [^1]: so",
        "[x](y)",
        "[ ]",
        "[X] done",
        "*a* **b**",
        "x | y",
        "tail\\",
        "a: [b]",
        "(c)",
    ),
    *("> q", "‹a›", "†", "Alt. A [x]", r"\[k\]", "<!-- c -->", "$m$", "_", "http://x.y/z"),
)


def test_it_renders_as_it_reads_and_no_bracket_becomes_a_link_or_a_box() -> None:
    dossier = positions.load(ROOT / "data" / "positions.yaml").dossier
    assert dossier is not None
    drawn = [positions.compare(random_talks(seed, HOSTILE)) for seed in range(SEEDS)]
    for compared in (positions.compare(dossier, as_of=Moment.parse("2025-06-02")), *drawn):
        text = single_text(compared, compared.dossier)
        markdown = single_text_markdown(text)
        rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
        assert not re.search("<(?:a |code|img)", rendered)
        assert not re.search(r"(?m)\]\(|\]:|^\s*- \[[ xX]\]", markdown)
        read = html.unescape(re.sub("<!--.*?-->|<[^>]+>", "", rendered))
        seen = " ".join(read.split())
        for paragraph in text.paragraphs:
            for line in typeset(paragraph):
                words = " ".join(plain(line.runs).split())
                assert words in seen, words
