"""Says what is to be known of one place of the matrix: why, terms, evidence, place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from positions.comparison.outcome_sentences import outcome_paragraphs
from positions.comparison.rows import Status
from positions.reports.issue.standing_facts import standing_facts
from positions.reports.page.facts import FactKind
from positions.reports.page.grades import credibility_of, entries_of, grade, sources_of
from positions.text.safe import clip, visible
from tui.paint.statuses import STATUS_STYLES
from tui.state.cell_place import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.rows import Line, Row
    from positions.reports.page.facts import Fact
    from tui.paint.glyphs import Glyphs
    from tui.state.cell_place import CellPlace
    from tui.state.view import View

__all__ = [
    "divided_in",
    "evidence_in_brief",
    "place_in_brief",
    "reason",
    "reason_in_full",
    "said_by_party",
]

_LABEL: Final = "$text-muted"
_LAST: Final = {
    FactKind.CLAUSE,
    FactKind.QUOTE,
    FactKind.PARAPHRASE,
    FactKind.CHECKED,
    FactKind.NOTE,
    FactKind.HISTORY,
}
_LEFT_OUT: Final = {
    FactKind.ADDRESS,
    FactKind.ARCHIVED,
    FactKind.LANGUAGE,
    FactKind.PLACE,
    FactKind.VIA,
}


def reason(line: Line, glyphs: Glyphs) -> Content:
    """Return the status of a line with its reason: `near: Both name 30 days; …`."""
    return Content.assemble(
        (f"{glyphs.status[line.status]} {line.status}", STATUS_STYLES[line.status]),
        f": {visible(line.sentence)}",
    )


def reason_in_full(view: View, spot: CellPlace, glyphs: Glyphs) -> Content:
    """Return the status with its reason, and what was agreed last."""
    lines = [reason(spot.line, glyphs)]
    if premise := spot.row.issue.disputed.undated():
        lines.append(Content(visible(f"{glyphs.disputed} Disputed: {premise}")))
    if view.comparison is not None:
        agreed = outcome_paragraphs(view.comparison.words, spot.leaves)
        lines += [Content(visible(paragraph)) for paragraph in agreed]
    return Content("\n").join(lines)


def divided_in(rows: Sequence[Row], glyphs: Glyphs, *, has_reasons: bool) -> Content:
    """Return the titles of the divided rows: each on a line with its reason, or all on one."""
    return Content("\n" if has_reasons else "  ").join(
        Content.assemble(
            (f"{glyphs.status[row.status]} ", STATUS_STYLES[row.status]),
            (visible(row.issue.title), "bold"),
            f": {visible(row.whole.sentence)}" if has_reasons else "",
        )
        for row in rows
        if row.status is Status.DIVIDED
    )


def said_by_party(view: View, spot: CellPlace) -> Content:
    """Return what the party says there, on whose word, and how good that is."""
    if spot.party is None:
        return Content("")
    name = Content.styled(visible(spot.party.heading), "bold")
    return Content("\n").join([name, *_party(view, spot)])


def evidence_in_brief(view: View, spot: CellPlace, most: int = 0, ellipsis: str = "…") -> str:
    """Return the first source with its grade, and how many more there are: `TASS B1 +6`.

    Args:
        view: What is shown.
        spot: The place.
        most: In how many cells to name the source; in full if 0.
        ellipsis: What stands where the name is cut.
    """
    names: dict[str, str] = {}
    for standing in spot.standings:
        for entry in entries_of(standing):
            credibility = credibility_of(entry.position, entry.document)
            for name in sources_of(entry.position, entry.document):
                source = view.comparison.dossier.sources.get(name) if view.comparison else None
                called = source.publisher if source else name
                called = clip(called, most, ellipsis) if most else called
                graded = f" {grade(source, credibility)}".rstrip()
                later = source is not None and source.later
                names.setdefault(name, called + (", published later" if later else graded))
    if not names:
        return ""
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return visible(next(iter(names.values())) + more)


def place_in_brief(view: View, spot: CellPlace) -> str:
    """Return the file and the line of what stands there; an empty text where none is known."""
    span = span_of(view, spot)
    return visible(f"{span.file}:{span.line}") if span else ""


def _party(view: View, spot: CellPlace) -> Iterator[Content]:
    """Yield the party's facts; parts on which it stands alike share theirs."""
    if view.comparison is None or spot.party is None:
        return
    groups: dict[tuple[Fact, ...], list[str]] = {}
    for line in spot.leaves:
        standing = line.standings[spot.party.id]
        facts = tuple(standing_facts(view.comparison, spot.row.issue, standing, view.loaded.span))
        groups.setdefault(facts, []).append(line.title)
    for facts, titles in groups.items():
        if len(groups) > 1:
            yield Content.styled(visible(", ".join(titles)), "underline")
        yield from _facts(facts, 0)


def _facts(facts: tuple[Fact, ...], depth: int) -> Iterator[Content]:
    for fact in sorted(facts, key=lambda fact: fact.kind in _LAST):
        if fact.kind in _LEFT_OUT:
            continue
        grade_of = fact.first(FactKind.GRADE)
        if fact.kind is FactKind.HISTORY:
            said = f"{len(fact.facts)} earlier; the issue's own screen shows them"
            yield _line(fact.label.text, said, depth)
        elif grade_of is not None:
            grades, _, meaning = grade_of.said.partition(":")
            said = f"{grades} {fact.said}" if meaning else f"{fact.said}; {grade_of.said}"
            yield _line(fact.label.text, said, depth)
        else:
            yield _line(fact.label.text, fact.said, depth)
            yield from _facts(fact.facts, depth + 1)


def _line(label: str, said: str, depth: int) -> Content:
    beside = "  " if label and said else ""
    return Content.assemble((f"{'  ' * depth}{label}{beside}", _LABEL), said)
