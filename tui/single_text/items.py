"""Lays a single text out as items of a sheet: how far it is from clean, articles, annexes.

The content is that of the report `positions single-text`. Here its lines get issues and places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.reports.page.runs import Mark, Run, plain
from positions.reports.single_text.burn_down import distance_in_words
from positions.reports.single_text.opening import (
    WARNING,
    how_to_read,
    moment_line,
    premises,
    state_of_text,
)
from positions.reports.single_text.page import ANNEXES
from positions.reports.single_text.typeset import SIGN, typeset
from tui.grid.layout import cell
from tui.lines.sheet import LineItem
from tui.sheet.items import SheetSection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from positions.analysis.single_text.model import AnnexEntry, SingleText, TextParagraph
    from positions.reports.page.facts import FilePlace
    from positions.reports.page.runs import Runs

__all__ = ["TextItem", "text_sections"]


@dataclass(frozen=True, slots=True, eq=False)
class TextItem(LineItem):
    """A line of the text.

    Attributes:
        number: The number of its paragraph; empty where it has none.
        is_open: Whether a place that is not common begins in it.
        parties: The ids of those whose alternative it is; none where it is no alternative.
        paragraph: The whole paragraph as text, to be copied.
    """

    number: str = ""
    is_open: bool = False
    parties: frozenset[str] = frozenset()
    paragraph: str = ""


def text_sections(
    text: SingleText, place_of: FilePlace, issues: Collection[str] | None = None
) -> tuple[SheetSection, ...]:
    """Return the text as one section.

    Args:
        text: The text.
        place_of: Where the value of a path is in the files.
        issues: The issues whose paragraphs are shown; all where that is None.
    """
    return (SheetSection("", "", tuple(_items(text, place_of, issues))),)


def _items(
    text: SingleText, place_of: FilePlace, issues: Collection[str] | None
) -> Iterator[TextItem]:
    said = f"{moment_line(text)} {WARNING}"
    yield TextItem((cell(Run(said, Mark.MUTED)),), copied=said, key=("head",))
    state = f"{state_of_text(text)} {distance_in_words(text)}"
    yield TextItem((cell(Run(state, Mark.MUTED)),), copied=state, key=("state",))
    for number, words in enumerate(how_to_read(text)):
        yield TextItem((cell(Run(words, Mark.MUTED)),), copied=words, key=("read", str(number)))
    for article in text.articles:
        shown = [one for one in article.paragraphs if issues is None or one.issue.id in issues]
        if not shown:
            continue
        head = f"Article {article.number}. {article.title}"
        yield TextItem(
            (cell(Run(head, Mark.STRONG)),), copied=head, is_apart=True, key=("article", head)
        )
        for paragraph in shown:
            yield from _paragraph(paragraph, place_of)
        for numbers, words in premises(article) if issues is None else ():
            premise = f"† Disputed in {numbers}: {words}"
            yield TextItem(
                (cell(Run(premise, Mark.MUTED)),), copied=premise, key=("premise", premise)
            )
    annexes = (("A", text.steps), ("B", text.earlier), ("C", text.accounts))
    for name, entries in annexes if issues is None else ():
        if entries:
            title = Run(ANNEXES[name], Mark.STRONG)
            yield TextItem((cell(title),), copied=title.text, is_apart=True, key=("annex", name))
        yield from (_entry(name, place, entry) for place, entry in enumerate(entries))


def _paragraph(paragraph: TextParagraph, place_of: FilePlace) -> Iterator[TextItem]:
    lines = typeset(paragraph)
    whole = "\n".join(f"{'  ' * line.depth}{plain(line.runs)}" for line in lines)
    for place, line in enumerate(lines):
        yield TextItem(
            (cell(line.runs),),
            line.depth,
            place=place_of(("issues", paragraph.issue.id)),
            copied=plain(line.runs),
            is_apart=not place,
            key=(paragraph.issue.id, str(place)),
            issue=paragraph.issue.id,
            number=paragraph.number,
            is_open=_has_bracket(line.runs) and not line.is_further,
            parties=line.parties,
            paragraph=whole,
        )


def _has_bracket(runs: Runs) -> bool:
    return any(run.mark is SIGN and run.text == "[" for run in runs)


def _entry(annex: str, place: int, entry: AnnexEntry) -> TextItem:
    names = ", ".join(voice.label for voice in entry.voices)
    remark = f" — {entry.remark}" if entry.remark else ""
    runs = (
        Run(f"{entry.number} ", Mark.STRONG),
        Run(f"{names}{': ' if entry.words else ''}", SIGN),
        Run(entry.words),
        Run(remark, Mark.MUTED),
    )
    return TextItem((cell(runs),), copied=plain(runs), key=(annex, str(place)))
