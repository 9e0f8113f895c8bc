"""Is the Markdown a document that says what the dossier says, and nothing of its own making?"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from positions.filter.language import matching, parse
from positions.reports.issue.sheet import issue_page
from positions.reports.page.markdown import escaped, link
from positions.reports.page.render import render
from positions.text.safe import visible
from tests.rendered import comparison_markdown
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded

GITHUB = MarkdownIt("gfm-like", {"html": True})
assert GITHUB.linkify is not None
# GitHub makes links of addresses, and not of every word with a dot, as this library would.
GITHUB.linkify.set({"fuzzy_link": False})
TAGS = re.compile(r"<(/?[a-z][^>]*)>", re.IGNORECASE)


def rendered(text: str) -> str:
    result = GITHUB.render(text)
    assert isinstance(result, str)
    return result


def test_the_whole_comparison_as_a_document(harbour: Comparison) -> None:
    expect("harbour.md", comparison_markdown(harbour))


def test_an_issue_as_a_document(harbour: Comparison, loaded_harbour: Loaded) -> None:
    page = issue_page(harbour, harbour.row("cranes"), loaded_harbour.span)
    expect("harbour-cranes.md", render(page, "markdown"))


def test_every_row_is_a_row_of_a_table_with_all_its_cells(harbour: Comparison) -> None:
    page = rendered(comparison_markdown(harbour))
    assert page.count("<table>") == 3
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    assert {len(re.findall("<t[hd]>", row)) for row in rows} == {5}
    assert len(rows) == 3 + 8 + 2  # headings, issues, parts


def test_a_filter_is_named_and_nothing_found_is_a_sentence(harbour: Comparison) -> None:
    words = "status:near"
    page = comparison_markdown(harbour, matching(parse(words), harbour), words=words)
    assert "Filter: status:near (1 issue)" in page
    assert "Rise" not in page
    assert "No issue matches the filter: fund" in comparison_markdown(harbour, (), words="fund")


def allowed(tag: str) -> bool:
    """Return whether a tag is one that the document itself has."""
    name = re.sub(r"[\s/].*", "", tag.removeprefix("/"))
    ours = {"h1", "h2", "p", "ul", "ol", "li", "strong", "br", "sub"}
    if name == "a":
        return tag == "/a" or re.fullmatch('a href="https://evil.example/[^"]*"', tag) is not None
    return name in ours | {"pre", "code", "table", "thead", "tbody", "tr", "th", "td"}


def test_hostile_text_is_no_markup(hostile: Comparison, loaded_hostile: Loaded) -> None:
    pages = [
        comparison_markdown(hostile, words="| <b> `x` \x1b"),
        *(
            render(issue_page(hostile, row, loaded_hostile.span), "markdown")
            for row in hostile.rows
        ),
    ]
    for text in pages:
        assert visible(text, newlines=True) == text
        page = rendered(text)
        assert [tag for tag in TAGS.findall(page) if not allowed(tag)] == []
        assert "&lt;script&gt;alert(1)&lt;/script&gt; `rm`" in page
        assert "**bold** _em_ ~~gone~~ [here](javascript:alert(1))" in page


def test_hostile_text_adds_no_cell_and_no_row(hostile: Comparison) -> None:
    page = rendered(comparison_markdown(hostile))
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    assert {len(re.findall("<t[hd]>", row)) for row in rows} == {5}


def test_only_the_addresses_of_sources_are_links(hostile: Comparison) -> None:
    page = rendered(comparison_markdown(hostile))
    assert re.findall("<a ([^>]*)>", page) == ['href="https://evil.example/%3E)%20%3Cscript%3E"']


@pytest.mark.parametrize("text", ["- item", "+ item", "# title", "1. first", "> quoted", "=== "])
def test_a_line_that_begins_like_a_list_is_a_line(text: str) -> None:
    assert html.unescape(rendered(escaped(text))) == f"<p>{text.strip()}</p>\n"


@given(st.text(alphabet="ab1 \\`*_{}[]()<>#+-.!|~$&:/@^=\"'wht ps\t\u202e\x1b", max_size=30))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    shown = f"x{visible(text)}x"
    assert html.unescape(rendered(escaped(f"x{text}x"))) == f"<p>{shown}</p>\n"


def test_a_source_without_a_grade_and_one_that_is_missing(comparison: Comparison) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      n: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 3 days}}
    """
    assert "1. The Paper, 2025-06-01: Talks (not graded)" in comparison_markdown(comparison)
    lacking = replace(comparison, dossier=replace(comparison.dossier, sources={}))
    assert "1. paper, which is not among the sources" in comparison_markdown(lacking)


def test_a_link_needs_a_web_address() -> None:
    assert (
        link("a [b]", "https://a.example/x y>é") == r"[a \[b\]](<https://a.example/x%20y%3E%C3%A9>)"
    )
    assert link("a [b]", "javascript:alert(1)") == r"a \[b\]"
    assert link("a", "") == "a"
