"""Lays one issue out as items that the cursor visits, one after the other, section by section.

The first section is the issue itself, the others are its parties. The content is the page of the
report `positions show`; here its facts, found by their kinds, get marks, links and places. The
issue's title and status are not among the items: they are above them, always in sight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.comparison.cell_lines import CellLineRole, cell_lines
from positions.problems.problem import Span
from positions.reports.issue.sheet import issue_page
from positions.reports.page.facts import FactKind
from positions.reports.page.look import STABLE_WIDTH
from positions.reports.page.pictures import BOX_SIGNS, picture_text
from positions.reports.page.runs import Mark, Run
from positions.text.safe import visible
from tui.grid.layout import cell
from tui.paint.relations import relation_sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.cell_lines import CellLine
    from positions.comparison.rows import Comparison, Line, Row
    from positions.reports.page.facts import Fact, FilePlace
    from positions.reports.page.pictures import Picture
    from tui.grid.layout import CellText
    from tui.paint.glyphs import Glyphs

__all__ = ["Item", "SheetSection", "copied", "labelled_item", "party_items", "sections"]

_SHORT: Final = {FactKind.TOPIC, FactKind.ISSUE, FactKind.VALUES, FactKind.PLACE}
"""What is first, without a label; the rest is `label: text`."""
_LONG: Final = {FactKind.PROVISION, FactKind.NOTE}
_ELSEWHERE: Final = {FactKind.AS_OF, FactKind.UNDER, FactKind.PARTS, FactKind.PREMISE, *_LONG}
"""What the line at the top of the screen says, or the table of parts, or a line of its own."""
_CELL_ROLES: Final = {
    CellLineRole.BRANCH: Mark.STRONG,
    CellLineRole.TERM: Mark.MUTED,
    CellLineRole.BLANK: Mark.BLANK,
    CellLineRole.MARK: Mark.WARNING,
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
        picture: The picture of which it is a row, drawn in the width that there is.
        row: Which of its rows.
        leads_to: The party to whose section it leads; empty where it leads to none.
    """

    text: tuple[CellText, ...]
    depth: int = 0
    cells: tuple[CellText, ...] = ()
    link: Span | str | None = None
    place: Span | None = None
    copied: str = ""
    is_party: bool = False
    is_apart: bool = False
    picture: Picture | None = None
    row: int = 0
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class SheetSection:
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
) -> tuple[SheetSection, ...]:
    """Return the sections of an issue: the issue itself, then each party in the columns' order."""
    page = issue_page(comparison, row, place)
    span = _first_span(page.facts)
    outcomes = page.sections(FactKind.OUTCOME)
    head = (
        *_head(row.issue.title, page.facts, span, glyphs),
        *_parts(comparison, row, span, glyphs),
        *(item for status in page.sections(FactKind.STATUS) for item in _why(status, span)),
        *(item for picture in page.pictures for item in _drawn(picture, span)),
        *(item for fact in outcomes for item in _outcome(fact, span, glyphs)),
        *(_labelled(fact, span) for fact in page.facts if fact.kind in _LONG),
    )
    parties = (
        SheetSection(party.id, fact.label.text, tuple(party_items(fact, span, glyphs)))
        for party, fact in zip(comparison.parties, page.sections(FactKind.PARTY), strict=True)
    )
    return (SheetSection("", "", head), *parties)


def _head(title: str, facts: Sequence[Fact], span: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    told = [
        fact.said if fact.kind in _SHORT else f"{fact.label.text}: {fact.said}"
        for fact in facts
        if fact.kind not in _ELSEWHERE
    ]
    text = cell(Run(f" {glyphs.rule} ".join(told), Mark.MUTED))
    yield Item((text,), link=span, place=span, copied=visible(title))
    yield from (_labelled(fact, span) for fact in facts if fact.kind is FactKind.PREMISE)


def _parts(comparison: Comparison, row: Row, span: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    for line in row.parts:
        found = [(party, _of_part(comparison, row, line, party.id)) for party in comparison.parties]
        said = "\n".join(
            f"{party.heading}: {'; '.join(each.text for each in lines)}" for party, lines in found
        )
        head = f"{line.status.letter} {glyphs.status[line.status]} "
        yield Item(
            (cell((Run(head, Mark(line.status)), Run(line.title))),),
            cells=tuple(_cell(comparison, line, party.id, lines, glyphs) for party, lines in found),
            place=span,
            copied=visible(f"{line.title}: {line.status}\n{said}", newlines=True),
        )


def _of_part(comparison: Comparison, row: Row, line: Line, party: str) -> tuple[CellLine, ...]:
    """Return the lines of a party's cell on a part, without the part's title."""
    lines = cell_lines(comparison.dossier, row.issue, [line.standings[party]])
    return lines[1:] if lines and lines[0].role is CellLineRole.PART else lines


def _cell(
    comparison: Comparison, part: Line, party: str, lines: Sequence[CellLine], glyphs: Glyphs
) -> CellText:
    """Return what a party says on a part, with what that is beside the first party's position."""
    shallowest = min((line.depth for line in lines), default=0)
    paragraphs = []
    for line in lines:
        sign = f"{glyphs.blank} " if line.role is CellLineRole.BLANK else ""
        indent = _INDENT * (line.depth - shallowest)
        paragraphs.append(Run(f"{indent}{sign}{line.text}", _CELL_ROLES.get(line.role, Mark.PLAIN)))
    sign, role, _ = relation_sign(part, party, comparison.parties[0].id, glyphs)
    return cell(*paragraphs, sign=sign, sign_role=role)


def _why(status: Fact, span: Span | None) -> Iterator[Item]:
    for number, fact in enumerate(status.facts):
        if fact.kind is FactKind.WHY:
            yield Item((cell(fact.text),), place=span, copied=fact.said, is_apart=not number)
        elif fact.kind is FactKind.PART:
            why = fact.first(FactKind.WHY)
            yield labelled_item(f"{fact.label.text}: {fact.said}", why.said if why else "", span)
        elif fact.facts:
            yield labelled_item(
                fact.label.text, "; ".join(inner.said for inner in fact.facts), span
            )
        else:
            yield _labelled(fact, span)


def _drawn(picture: Picture, span: Span | None) -> Iterator[Item]:
    """Yield the rows of a picture; each party's leads to what that party says."""
    rows = picture.draw(STABLE_WIDTH, BOX_SIGNS)
    whole = picture_text(rows)
    for number, row in enumerate(rows):
        yield Item(
            tuple(map(cell, row.lines)),
            place=span,
            copied=whole,
            is_apart=not number,
            picture=picture,
            row=number,
            leads_to=row.about,
        )


def _labelled(fact: Fact, span: Span | None) -> Item:
    return labelled_item(fact.label.text, fact.said, span)


def labelled_item(label: str, said: str, span: Span | None) -> Item:
    """Return an item that says something under a label."""
    text = cell((Run(f"{label}: ", Mark.MUTED), Run(said)))
    return Item((text,), place=span, copied=said)


def _outcome(fact: Fact, span: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    place = _first_span(fact.facts) or span
    head = (Run(f"{fact.label.text}: ", Mark.MUTED), Run(fact.said, Mark.STRONG))
    yield Item((cell(head),), place=place, copied=copied(fact), is_apart=True)
    for inner in fact.facts:
        yield from _items(inner, 1, place, glyphs)


def party_items(fact: Fact, span: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    """Yield a party's name, then what it says, each fact with those under it."""
    place = _first_span(fact.facts) or span
    name = cell(Run(fact.label.text, Mark.STRONG))
    yield Item((name,), place=place, copied=copied(fact), is_party=True, is_apart=True)
    for inner in fact.facts:
        yield from _items(inner, 0, place, glyphs)


def _items(fact: Fact, depth: int, place: Span | None, glyphs: Glyphs) -> Iterator[Item]:
    if fact.kind is FactKind.SOURCE and fact.facts:
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
        copied=copied(fact),
        is_apart=fact.kind is FactKind.PARTS_ALIKE,
    )


def _paragraphs(fact: Fact, glyphs: Glyphs) -> Iterator[tuple[Run, ...]]:
    """Yield what is shown of a fact: a value or a term as it stands, the rest with its label."""
    label = fact.label.text
    named = f"{label}: " if fact.text and label else label
    match fact.kind:
        case FactKind.POSITION:
            yield (Run(fact.said, Mark.STRONG),)
        case FactKind.TERM:
            yield fact.text
        case FactKind.BRANCH | FactKind.PARTS_ALIKE:
            yield (Run(label, Mark.STRONG),)
            if fact.text:
                yield fact.text
        case FactKind.BLANK | FactKind.OWN_WORDS:
            named = "" if fact.kind is FactKind.BLANK else f"{label}: "
            said = f"{glyphs.blank} {fact.said}" if fact.text else ""
            yield (Run(named, Mark.MUTED), Run(said, Mark.BLANK))
        case _:
            mark = Mark.WARNING if fact.label.mark is Mark.WARNING else Mark.MUTED
            text = fact.text if fact.link is None else (Run(fact.said, Mark.LINK),)
            yield (Run(named, mark), *text)


def _source(fact: Fact, place: Span | None, glyphs: Glyphs, depth: int) -> Item:
    """Return a source as one item: what it is, its grades and whence it came, its address."""
    told = [
        f"via {inner.said}" if inner.kind is FactKind.VIA else inner.said
        for inner in fact.facts
        if inner.link is None
    ]
    address = _link(fact)
    paragraphs = (
        (Run(f"{fact.label.text}: ", Mark.MUTED), *fact.text),
        (Run(f" {glyphs.rule} ".join(told), Mark.MUTED),),
        (Run(address, Mark.LINK),) if isinstance(address, str) else (),
    )
    text = tuple(cell(paragraph) for paragraph in paragraphs if paragraph)
    return Item(text, depth, link=address, place=place, copied=copied(fact))


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


def copied(fact: Fact, depth: int = 0, *, with_facts: bool = True) -> str:
    """Return a fact and all under it as lines of text; of a link, only where it leads."""
    if fact.link is not None and not depth:
        return fact.said
    told = ": ".join(filter(None, (fact.label.text, fact.said)))
    number = f"{fact.number}. " if fact.number else ""
    inner = [copied(each, depth + 1) for each in fact.facts] if with_facts else []
    return "\n".join([f"{'  ' * depth}{number}{told}", *inner])
