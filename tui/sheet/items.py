"""One issue in full as items: what the cursor visits, one after the other, section by section.

The first section is the issue itself, the others are its parties. The content is that of the
report `positions show`, `positions.reports.issue.sheet.Sheet`; here it gets roles, links and
places. The issue's title and status are not among the items: they stand above them, always in
sight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.comparison.cell_lines import CellLineRole, cell_lines
from positions.problems.problem import Span
from positions.reports.issue.sheet import sheet
from positions.text.safe import visible
from tui.grid.layout import Run, RunRole, cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.cell_lines import CellLine
    from positions.comparison.rows import Comparison, Line, Row
    from positions.reports.issue.sheet import Fact, FilePlace, Sheet
    from tui.grid.layout import CellText
    from tui.paint.glyphs import Glyphs

__all__ = ["Item", "Section", "sections"]

_SHORT: Final = {"topic", "issue", "kind", "at"}
"""What stands first without a label; the rest is `label: text`."""
_LONG: Final = {"premise in dispute", "provision", "note"}
_TABLE: Final = {"parts"}
_TITLE: Final = {"as of", "under"}
"""What the line at the top of the screen says."""
_CELL_ROLES: Final = {
    CellLineRole.BRANCH: RunRole.STRONG,
    CellLineRole.TERM: RunRole.MUTED,
    CellLineRole.BLANK: RunRole.BLANK,
    CellLineRole.MARK: RunRole.WARNING,
}
_INDENT: Final = "\u00a0\u00a0"  # a plain space would go when the line is wrapped


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """Something that the cursor can stand on.

    Attributes:
        text: The paragraphs shown; in the table of parts, the part's title.
        depth: How deep it stands under the items before it.
        cells: In the table of parts, what each party says.
        link: Where it leads: a place in a file, or an address; None where it leads nowhere.
        place: Where the dossier says it, or what it belongs to; None where that is not known.
        copied: What is copied of it, with all that stands under it.
        is_party: Whether it is a party's name, at the head of its section.
        is_apart: Whether an empty line comes before it.
    """

    text: tuple[CellText, ...]
    depth: int = 0
    cells: tuple[CellText, ...] = ()
    link: Span | str | None = None
    place: Span | None = None
    copied: str = ""
    is_party: bool = False
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The issue itself, or a party: the items under it.

    Attributes:
        party: The party's id; empty for the issue itself.
        title: The party's name; empty for the issue itself.
    """

    party: str
    title: str
    items: tuple[Item, ...]


def sections(
    comparison: Comparison, row: Row, place: FilePlace, glyphs: Glyphs
) -> tuple[Section, ...]:
    """Return the sections of an issue: the issue itself, then each party in the columns' order."""
    found = sheet(comparison, row, place)
    span = _first_span(found.about)
    head = (
        *_head(found, span, glyphs),
        *_parts(comparison, row, span, glyphs),
        *_why(found, span),
        *(item for fact in found.outcomes for item in _outcome(fact, span, glyphs)),
        *_rest(found, span),
    )
    parties = (
        Section(party.id, fact.label, tuple(_party(fact, span, glyphs)))
        for party, fact in zip(comparison.parties, found.parties, strict=True)
    )
    return (Section("", "", head), *parties)


def _head(found: Sheet, span: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    told = [
        fact.text if fact.label in _SHORT else f"{fact.label}: {fact.text}"
        for fact in found.about
        if fact.label not in _LONG | _TABLE | _TITLE
    ]
    text = cell(Run(f" {glyphs.rule} ".join(told), RunRole.MUTED))
    yield Item((text,), link=span, place=span, copied=visible(found.title))
    for fact in found.about:
        if fact.label == "premise in dispute":
            yield _labelled(fact.label, fact.text, span)


def _parts(comparison: Comparison, row: Row, span: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    for line in row.parts:
        found = [(party, _of_part(comparison, row, line, party.id)) for party in comparison.parties]
        said = "\n".join(
            f"{party.heading}: {'; '.join(each.text for each in lines)}" for party, lines in found
        )
        head = f"{line.status.letter} {glyphs.status[line.status]} "
        yield Item(
            (cell((Run(head, RunRole(line.status)), Run(line.title))),),
            cells=tuple(_cell(lines, glyphs) for _, lines in found),
            place=span,
            copied=visible(f"{line.title}: {line.status}\n{said}", newlines=True),
        )


def _of_part(comparison: Comparison, row: Row, line: Line, party: str) -> tuple[CellLine, ...]:
    """Return the lines of a party's cell on a part, without the part's title."""
    lines = cell_lines(comparison.dossier, row.issue, [line.standings[party]])
    return lines[1:] if lines and lines[0].role is CellLineRole.PART else lines


def _cell(lines: Sequence[CellLine], glyphs: Glyphs) -> CellText:
    shallowest = min((line.depth for line in lines), default=0)
    paragraphs = []
    for line in lines:
        sign = f"{glyphs.blank} " if line.role is CellLineRole.BLANK else ""
        indent = _INDENT * (line.depth - shallowest)
        paragraphs.append(
            Run(f"{indent}{sign}{line.text}", _CELL_ROLES.get(line.role, RunRole.PLAIN))
        )
    return cell(*paragraphs)


def _why(found: Sheet, span: Span | None) -> Iterator[Item]:
    for number, fact in enumerate(found.status.facts):
        label, said = fact.label, fact.text
        reasons = [inner.text for inner in fact.facts if inner.label == "why"]
        if label == "why":
            text = cell(Run(said))
            yield Item((text,), place=span, copied=visible(said), is_apart=not number)
        elif reasons:
            yield _labelled(f"{label}: {said}", " ".join(reasons), span)
        elif fact.facts:
            yield _labelled(label, "; ".join(inner.text for inner in fact.facts), span)
        else:
            yield _labelled(label, said, span)


def _labelled(label: str, said: str, span: Span | None) -> Item:
    text = cell((Run(f"{label}: ", RunRole.MUTED), Run(said)))
    return Item((text,), place=span, copied=visible(said))


def _rest(found: Sheet, span: Span | None) -> Iterator[Item]:
    for fact in found.about:
        if fact.label in _LONG and fact.label != "premise in dispute":
            yield _labelled(fact.label, fact.text, span)


def _outcome(fact: Fact, span: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    place = _first_span(fact.facts) or span
    head = (Run(f"{fact.label}: ", RunRole.MUTED), Run(fact.text, RunRole.STRONG))
    yield Item((cell(head),), place=place, copied=_copied(fact), is_apart=True)
    for inner in fact.facts:
        yield from _items(inner, 1, place, glyphs)


def _party(fact: Fact, span: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    place = _first_span(fact.facts) or span
    name = cell(Run(fact.label, RunRole.STRONG))
    yield Item((name,), place=place, copied=_copied(fact), is_party=True, is_apart=True)
    for inner in fact.facts:
        yield from _items(inner, 0, place, glyphs)


def _items(fact: Fact, depth: int, place: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    if fact.role is None and any(inner.label == "grade" for inner in fact.facts):
        yield _source(fact, place, glyphs, depth)
        return
    place = _first_span((fact,)) or place
    yield _item(fact, place, glyphs, depth)
    for inner in fact.facts:
        yield from _items(inner, depth + 1, place, glyphs)


def _item(fact: Fact, place: Span | None, glyphs: Glyphs, depth: int) -> Item:
    return Item(
        tuple(cell(paragraph) for paragraph in _paragraphs(fact, glyphs)),
        depth,
        link=_link(fact),
        place=place,
        copied=_copied(fact),
        is_apart=fact.role is CellLineRole.PART,
    )


def _paragraphs(fact: Fact, glyphs: Glyphs) -> Iterator[tuple[Run, ...]]:
    """Yield what is shown of a fact: a value or a term as it stands, the rest with its label."""
    match fact.role:
        case CellLineRole.VALUE:
            yield (Run(fact.text, RunRole.STRONG),)
        case CellLineRole.TERM:
            yield (Run(fact.text),)
        case CellLineRole.BRANCH | CellLineRole.PART:
            yield (Run(fact.label, RunRole.STRONG),)
            if fact.text:
                yield (Run(fact.text),)
        case CellLineRole.BLANK:
            label = "" if fact.label == "blank" else f"{fact.label}: "
            said = f"{glyphs.blank} {fact.text}" if fact.text else ""
            yield (Run(label, RunRole.MUTED), Run(said, RunRole.BLANK))
        case _:
            is_mark = fact.role is CellLineRole.MARK
            label = f"{fact.label}: " if fact.text else fact.label
            role = RunRole.LINK if fact.link is not None else RunRole.PLAIN
            yield (Run(label, RunRole.WARNING if is_mark else RunRole.MUTED), Run(fact.text, role))


def _source(fact: Fact, place: Span | None, glyphs: Glyphs, depth: int) -> Item:
    """Return a source as one item: what it is, its grades and whence it came, its address."""
    told = [
        f"via {inner.text}" if inner.label == "via" else inner.text
        for inner in fact.facts
        if inner.link is None
    ]
    address = _link(fact)
    paragraphs = (
        (Run(f"{fact.label}: ", RunRole.MUTED), Run(fact.text)),
        (Run(f" {glyphs.rule} ".join(told), RunRole.MUTED),),
        (Run(address, RunRole.LINK),) if isinstance(address, str) else (),
    )
    text = tuple(cell(paragraph) for paragraph in paragraphs if paragraph)
    return Item(text, depth, link=address, place=place, copied=_copied(fact))


def _link(fact: Fact) -> Span | str | None:
    """Return where a fact leads: its own link, or that of a fact directly under it."""
    links = (fact.link, *(inner.link for inner in fact.facts))
    return next((link for link in links if link), None)


def _first_span(facts: Sequence[Fact]) -> Span | None:
    """Return the first place in a file among the facts and those under them."""
    for fact in facts:
        found = fact.link if isinstance(fact.link, Span) else _first_span(fact.facts)
        if found is not None:
            return found
    return None


def _copied(fact: Fact, depth: int = 0) -> str:
    """Return a fact and all under it as lines of text; of a link, only where it leads."""
    if fact.link is not None and not depth:
        return visible(fact.text)
    told = f"{fact.label}: {fact.text}" if fact.label and fact.text else fact.label or fact.text
    inner = [_copied(each, depth + 1) for each in fact.facts]
    return "\n".join(["  " * depth + visible(told), *inner])
