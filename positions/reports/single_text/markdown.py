"""Renders a single text as Markdown that reads as it looks, and that can be checked when edited.

The brackets are ours and are written as they are; those of the dossier get a backslash. No bracket
is followed by a colon or a parenthesis, so that none becomes a link, and the id of each issue is in
a comment behind the number of its paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.single_text.ledger import ledger
from positions.reports.comparison.reactions import reactions_in_words
from positions.reports.page.markdown import escaped
from positions.reports.page.runs import Mark
from positions.reports.single_text.burn_down import (
    distance_heads,
    distance_in_words,
    distance_rows,
)
from positions.reports.single_text.opening import (
    WARNING,
    how_to_read,
    moment_line,
    papers,
    premises,
    state_of_text,
)
from positions.reports.single_text.page import ANNEXES, ledger_words
from positions.reports.single_text.typeset import SIGN, typeset
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.analysis.single_text.model import AnnexEntry, SingleText, TextParagraph
    from positions.reports.page.runs import Runs

__all__ = ["single_text_markdown"]

_PLAIN_ID = pattern(r"[\w.]+(?:-[\w.]+)*")
_AFTER_BRACKET = pattern(r"\](?=[(:])")


def single_text_markdown(text: SingleText) -> str:
    """Return the text as Markdown, its lines ended by newlines."""
    return _AFTER_BRACKET.sub(r"]\\", "\n".join(_lines(text)) + "\n")


def _lines(text: SingleText) -> Iterator[str]:
    yield f"# {escaped(text.comparison.dossier.header.title)}: single text"
    yield ""
    yield f"{escaped(moment_line(text))} **{WARNING}**"
    yield from _table(("", "document", "how much is known"), papers(text))
    for words in filter(None, (reactions_in_words(text.comparison), *how_to_read(text))):
        yield from ("", escaped(words))
    state = f"{state_of_text(text)} {distance_in_words(text)}"
    yield from ("", f"**How far from clean.** {escaped(state)}")
    yield from _table(distance_heads(text), distance_rows(text))
    for article in text.articles:
        yield from ("", f"## Article {article.number}. {escaped(article.title)}")
        for paragraph in article.paragraphs:
            yield ""
            yield from _paragraph(paragraph)
        for number, words in premises(article):
            yield from ("", f"† Disputed in {number}: {escaped(words)}")
    for name, entries in (("A", text.steps), ("B", text.earlier), ("C", text.accounts)):
        if entries:
            yield from ("", f"## {ANNEXES[name]}", "")
            yield from map(_entry, entries)
    yield from ("", "## Ledger")
    heads = ("paragraph", "party", "document", "original place", "position", "approach", "why")
    yield from _table(heads, (ledger_words(text, line) for line in ledger(text)))


def _paragraph(paragraph: TextParagraph) -> Iterator[str]:
    name = paragraph.issue.id
    comment = f" <!-- {name} -->" if _PLAIN_ID.fullmatch(name) else ""
    first, *others = typeset(paragraph)
    number, *rest = first.runs
    yield f"**{number.text}**{comment}{_runs(tuple(rest))}".rstrip()
    if others:
        yield ""
    for line in others:
        yield f"{'  ' * (line.depth - 1)}- {_runs(line.runs).strip()}"


def _entry(entry: AnnexEntry) -> str:
    names = escaped(", ".join(voice.label for voice in entry.voices))
    remark = f" — *{escaped(entry.remark)}*" if entry.remark else ""
    said = f": {escaped(entry.words)}" if entry.words else ""
    return f"- **{entry.number}** [{names}{said}]{remark}"


def _runs(runs: Runs) -> str:
    found = []
    for run in runs:
        if run.mark is SIGN:
            found.append(_sign(run.text))
        elif run.mark in {Mark.BLANK, Mark.MUTED}:
            found.append(f"*{escaped(run.text)}*")
        else:
            found.append(escaped(run.text))
    return "".join(found)


def _sign(words: str) -> str:
    """Return a bracket, a bar or a name as it is, but for what a name has of Markdown's signs."""
    if words in {"[", "]", "‹", "›", " | "}:
        return words
    return escaped(words)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield ""
    titles = tuple(heads)
    yield f"|{''.join(f' {escaped(title)} |' if title else ' |' for title in titles)}"
    yield "|---" * len(titles) + "|"
    for row in rows:
        yield f"| {' | '.join(escaped(cell) for cell in row)} |"
