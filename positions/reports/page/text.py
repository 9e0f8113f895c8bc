"""Renders a page as plain text for a terminal, a pipe or a screen reader.

Colours only add to the words: whoever reads without them misses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.reports.page.facts import Fact
from positions.reports.page.model import Heading, Paragraph, Section, Space
from positions.reports.page.runs import Mark, Run, plain, wrapped
from positions.text.safe import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.reports.page.look import Look
    from positions.reports.page.model import Block, Page
    from positions.reports.page.runs import Runs

__all__ = ["page_text", "painted", "ruled"]

# Blue against yellow, not green against red: the pair that most colour-blind readers can tell.
_COLOURS: Final[Mapping[Mark, str]] = {
    Mark.STRONG: "1",
    Mark.MUTED: "2",
    Mark.BLANK: "2",
    Mark.SETTLED: "1;34",
    Mark.AGREED: "1;34",
    Mark.NEAR: "1;36",
    Mark.DIVIDED: "1;33",
    Mark.ONE_SIDED: "1",
    Mark.UNDISCLOSED: "1;35",
    Mark.UNCLEAR: "1;35",
    Mark.OPEN: "1",
}
"""The parameter of the terminal's SGR sequence for each mark."""


def page_text(page: Page, look: Look) -> str:
    """Return a page as text, its lines ended by newlines."""
    lines = [line for block in page.blocks for line in _block(block, page, look)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def painted(runs: Runs, look: Look) -> str:
    """Return runs as text, in their colours where there is colour."""
    if not look.colour:
        return plain(runs)
    return "".join(_coloured(run.text, run.mark) for run in runs)


def _coloured(text: str, mark: Mark) -> str:
    code = _COLOURS.get(mark, "")
    return f"\x1b[{code}m{text}\x1b[0m" if code and text.strip() else text


def _block(block: Block, page: Page, look: Look) -> Iterator[str]:
    match block:
        case Space():
            yield ""
        case Heading(text, 1):
            yield from (painted(line, look) for line in _all(text, Mark.STRONG, look.measure))
        case Heading(text, _):
            yield ""
            yield from ruled(text, look)
        case Paragraph(lines):
            for line in lines:
                yield from (painted(piece, look) for piece in wrapped(line, look.measure))
        case Section(fact, _, is_ruled):
            yield ""
            if is_ruled:
                yield from ruled((fact.label,), look)
                for inner in fact.facts:
                    yield from _fact(inner, page, look, 0)
            else:
                yield from _fact(fact, page, look, 0, is_head=bool(fact.facts))
        case Fact():
            yield from _fact(block, page, look, 0)


def _all(text: Runs, mark: Mark, columns: int) -> Iterator[Runs]:
    """Yield the lines of a text that has one mark as a whole."""
    yield from wrapped((Run(plain(text), mark),), columns)


def ruled(text: Runs, look: Look) -> Iterator[str]:
    """Yield the lines of a heading, the rest of the last one ruled off."""
    *most, last = wrap(plain(text), max(look.measure - 5, 1))
    yield from (painted((Run(f"── {line}", Mark.STRONG),), look) for line in most)
    line = f"── {last} "
    rule = "─" * max(look.measure - width(line), 0)
    yield painted((Run(line + rule, Mark.STRONG),), look)


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
    named = f"{label}: " if label and fact.text else label
    lead = f"{fact.number}. {named}" if fact.number else named
    whole: Runs = (Run(lead), *fact.text) if lead else fact.text
    if is_head:
        whole = (Run(plain(whole), Mark.STRONG),)
    for number, line in enumerate(wrapped(whole, look.measure - indent - page.hanging)):
        yield " " * (indent + (page.hanging if number else 0)) + painted(line, look)
    for inner in fact.facts:
        yield from _fact(inner, page, look, depth + (2 if fact.number else 1))
