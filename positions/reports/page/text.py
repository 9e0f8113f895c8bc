"""Renders a page as plain text for a terminal, a pipe or a screen reader.

Colours only add to the words: whoever reads without them misses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from positions.reports.page.facts import Fact
from positions.reports.page.model import Drawing, Heading, Medium, Paragraph, Section, Space
from positions.reports.page.pictures import BOX_SIGNS
from positions.reports.page.runs import Mark, Run, plain, wrapped
from positions.reports.page.signs import painted, signed
from positions.reports.page.tables import PageTable
from positions.reports.page.text_tables import table_lines
from positions.text.safe import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.reports.page.look import Look
    from positions.reports.page.model import Block, Page
    from positions.reports.page.runs import Runs

__all__ = ["page_text"]

BESIDE: Final = 5
"""The cells of the label of a fact that is told in lines."""


def page_text(page: Page, look: Look) -> str:
    """Return a page as text, its lines ended by newlines."""
    look = look if page.is_wide else replace(look, columns=look.measure)
    blocks = page.blocks_for(Medium.TERMINAL)
    lines = [line for block in blocks for line in _block(block, page, look)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: Block, page: Page, look: Look) -> Iterator[str]:
    match block:
        case Space():
            yield ""
        case Heading(text, level):
            is_plain = level == 1 or page.is_list
            lead = () if level == 1 else ("",)
            yield from (*lead, *(_title if is_plain else _ruled)(text, look))
        case Paragraph(lines):
            for line in lines:
                yield from (painted(piece, look) for piece in wrapped(line, look.measure))
        case Section(fact, _, is_ruled):
            yield ""
            yield from (_under_rule if is_ruled else _headed)(fact, page, look)
        case Fact():
            yield from _fact(block, page, look, 0)
        case PageTable():
            yield from table_lines(block, look)
        case Drawing(picture):
            yield ""
            for row in picture.draw(look.measure, BOX_SIGNS):
                yield from (painted(line, look) for line in row.lines)


def _title(text: Runs, look: Look) -> Iterator[str]:
    lines = wrapped((Run(plain(text), Mark.STRONG),), look.width)
    return (painted(line, look) for line in lines)


def _ruled(text: Runs, look: Look) -> Iterator[str]:
    """Yield the lines of a heading, the rest of the last one ruled off."""
    *most, last = wrap(plain(text), max(look.width - 5, 1))
    yield from (painted((Run(f"── {line}", Mark.STRONG),), look) for line in most)
    line = f"── {last} "
    rule = "─" * max(look.width - width(line), 0)
    yield painted((Run(line + rule, Mark.STRONG),), look)


def _under_rule(fact: Fact, page: Page, look: Look) -> Iterator[str]:
    yield from _ruled((fact.label,), look)
    for inner in fact.facts:
        yield from _fact(inner, page, look, 0)


def _headed(fact: Fact, page: Page, look: Look) -> Iterator[str]:
    return _fact(fact, page, look, 0, is_head=bool(fact.facts))


def _fact(
    fact: Fact, page: Page, look: Look, depth: int, *, is_head: bool = False
) -> Iterator[str]:
    """Yield a fact's lines, each level two cells deeper; a long text hangs under its label.

    What is under a numbered fact begins under its text.
    """
    indent = min(2 * depth, look.measure // 3)
    label = fact.label.text
    if isinstance(fact.link, str):
        # An address stays whole: who copies it from a terminal gets it without breaks.
        yield f"{' ' * indent}{label}: {fact.said}"
        return
    if fact.lines:
        yield from _beside(fact, page, look, indent)
        return
    named = f"{label}: " if label and fact.text else label
    lead = f"{fact.number}. {named}" if fact.number else named
    whole: Runs = (Run(lead), *signed(fact.text)) if lead else signed(fact.text)
    if is_head and all(run.mark is Mark.PLAIN for run in whole):
        whole = (Run(plain(whole), Mark.STRONG),)
    for number, line in enumerate(wrapped(whole, look.measure - indent - page.hanging)):
        yield " " * (indent + (page.hanging if number else 0)) + painted(line, look)
    for inner in fact.facts:
        yield from _fact(inner, page, look, depth + (2 if fact.number else 1))


def _beside(fact: Fact, page: Page, look: Look, indent: int) -> Iterator[str]:
    """Yield the lines of a fact beside its label, deeper ones set in."""
    lead = f"{' ' * indent}{fact.label.text:<{BESIDE}}"
    for said in fact.lines:
        depth = 2 * said.depth
        room = look.measure - len(lead) - depth - page.hanging
        for number, line in enumerate(wrapped(signed(said.text), room)):
            yield lead + " " * (depth + (page.hanging if number else 0)) + painted(line, look)
            lead = " " * len(lead)
