"""Renders a page as a document in GitHub's Markdown that shows its text, and does nothing else.

Text is data: it is made visible as for a terminal, escaped as HTML, and every sign that Markdown
or its GitHub dialect reads as markup gets a backslash: emphasis, code, links, images, tables,
strikethrough, mathematics, mentions, addresses that become links by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.reports.page.facts import Fact
from positions.reports.page.look import STABLE_WIDTH
from positions.reports.page.model import Drawing, Heading, Medium, Paragraph, Section, Space
from positions.reports.page.pictures import BOX_SIGNS
from positions.reports.page.runs import Mark, plain
from positions.reports.page.tables import ColumnKind, PageTable, in_a_line
from positions.text.patterns import pattern
from positions.text.safe import visible

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from positions.reports.page.look import Look
    from positions.reports.page.model import Block, Page
    from positions.reports.page.pictures import Picture
    from positions.reports.page.runs import Run, Runs
    from positions.reports.page.tables import PageCell

__all__ = ["escaped", "link", "page_markdown"]

_SIGNS: Final = pattern(r"([\\`*_{}\[\]|~$@#])")
_AT_THE_START: Final = pattern(r"^(\s*)([-+=>]|\d+(?=[.)]))")
_TICKS: Final = pattern("`+")
_INDENT: Final = "&emsp;"
_TAGS: Final = {Mark.REMOVED: ("<del>", "</del>"), Mark.ADDED: ("<ins>", "</ins>")}
_UNSAFE_IN_ADDRESS: Final = pattern(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]")


def escaped(text: str) -> str:
    """Return one line of Markdown that prints as the text."""
    shown = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = _SIGNS.sub(r"\\\1", shown)
    shown = shown.replace("://", r"\://").replace("www.", r"www\.")
    return _AT_THE_START.sub(_with_backslash, shown)


def _with_backslash(match: re.Match[str]) -> str:
    spaces, sign = match.groups()
    # A digit takes no backslash: what follows the number does.
    return f"{spaces}{sign}\\" if sign.isdigit() else f"{spaces}\\{sign}"


def link(text: str, address: str) -> str:
    """Return a link to a web address; the text alone where there is no such address."""
    if not address.startswith(("https://", "http://")):
        return escaped(text)
    target = _UNSAFE_IN_ADDRESS.sub(
        lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "surrogatepass")),
        address,
    )
    return f"[{escaped(text)}](<{target}>)"


def page_markdown(page: Page, look: Look) -> str:  # noqa: ARG001 - a document has no width
    """Return a page as Markdown, its lines ended by newlines."""
    lines: list[str] = []
    is_list = False
    for block in page.blocks_for(Medium.DOCUMENT):
        if isinstance(block, Space):
            continue
        if lines and not (is_list and isinstance(block, Fact)):
            lines.append("")
        is_list = isinstance(block, Fact)
        lines += _block(block)
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {_runs(text)}"
        case Paragraph(lines):
            yield from map(_runs, lines)
        case Section(fact, level, _):
            said = f"{fact.label.text}: {fact.said}" if fact.label.text and fact.text else ""
            yield f"{'#' * level} {escaped(said or fact.label.text or fact.said)}"
            yield ""
            for inner in fact.facts:
                yield from _fact(inner, 0)
        case Fact():
            yield from _fact(block, 0)
        case PageTable():
            yield from _table(block)
        case Drawing(picture):
            yield from _fenced(picture)


def _fenced(picture: Picture) -> Iterator[str]:
    """Yield a picture as code, in a fence longer than any in its text."""
    rows = picture.draw(STABLE_WIDTH, BOX_SIGNS)
    lines = [plain(line) for row in rows for line in row.lines]
    longest = max((len(found) for line in lines for found in _TICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (fence, *lines, fence)


def _fact(fact: Fact, depth: int) -> Iterator[str]:
    """Yield an item of a list, with what is under it, set in by so many spaces."""
    label = f"**{escaped(fact.label.text)}**" if fact.label.text else ""
    words = _runs(fact.text or in_a_line(fact.lines))
    text = link(fact.said, fact.link) if isinstance(fact.link, str) else words
    said = f"{label}: {text}" if label and text else label or text
    sign = f"{fact.number}." if fact.number else "-"
    yield f"{' ' * depth}{sign} {said}"
    for inner in fact.facts:
        yield from _fact(inner, depth + len(sign) + 1)


def _table(table: PageTable) -> Iterator[str]:
    titles = (escaped(column.title.text) for column in table.columns)
    yield f"|{''.join(f' {title} |' if title else ' |' for title in titles)}"
    yield "|---" * len(table.columns) + "|"
    for row in table.rows:
        pairs = zip(table.columns, row.cells, strict=True)
        yield f"| {' | '.join(_cell(column.kind, cell, row.depth) for column, cell in pairs)} |"


def _cell(kind: ColumnKind, cell: PageCell, depth: int) -> str:
    """Return a cell on one line; of the sign and the name of a row, what has a mark is strong."""
    lines = [_INDENT * line.depth + _runs(line.text) for line in cell.lines]
    if kind in {ColumnKind.SIGN, ColumnKind.NAME}:
        marked = any(run.mark is not Mark.PLAIN for line in cell.lines for run in line.text)
        lines = [f"**{line}**" if marked else line for line in lines]
    if kind is ColumnKind.NAME:
        lines = [_INDENT * depth + line for line in lines]
    lines += [f"<sub>{_runs(cell.references)}</sub>"] if cell.references else []
    return "<br>".join(lines)


def _runs(runs: Runs) -> str:
    """Return runs as Markdown; as one text where none is a link, or went or came."""
    if all(not run.link and run.mark not in _TAGS for run in runs):
        return escaped(plain(runs))
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    before, after = _TAGS.get(run.mark, ("", ""))
    return f"{before}{link(run.text, run.link) if run.link else escaped(run.text)}{after}"
