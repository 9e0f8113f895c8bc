"""Is the text in docs/single-text.md what the shipped case gives, and does it render as it reads?

`UPDATE_GOLDEN=1 pytest tests/reports/single_text` writes it anew; read it before committing it.
"""

from __future__ import annotations

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

DOCS = ROOT / "docs" / "single-text.md"
LEDGER_LINES = 20


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


def test_it_renders_as_it_reads() -> None:
    dossier = positions.load(ROOT / "data" / "positions.yaml").dossier
    assert dossier is not None
    as_of = Moment.parse("2025-06-02")
    text = single_text(positions.compare(dossier, as_of=as_of), dossier)
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(shipped())

    assert "<a " not in html
    assert "<code>" not in html
    seen = re.sub(r"\s+", " ", re.sub("<!--.*?-->|<[^>]+>", "", html)).replace("&quot;", '"')
    for paragraph in text.paragraphs:
        for line in typeset(paragraph):
            words = re.sub(r"\s+", " ", plain(line.runs)).strip()
            assert words in seen, words


def test_no_bracket_becomes_a_link_and_no_item_a_box() -> None:
    lines = shipped().splitlines()
    assert [line for line in lines if "](" in line or "]:" in line] == []
    assert [line for line in lines if re.match(r"\s*- \[[ xX]\]", line)] == []
