"""Everything about one issue as a sheet of facts, which text, Markdown and screens lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.bargaining import reference_sentence, zone_of
from positions.comparison.cell_lines import CellLineRole
from positions.record.options import under_options
from positions.reports.issue.order_facts import places_in_order
from positions.reports.issue.outcome_facts import outcome_facts
from positions.reports.issue.standing_facts import (
    Fact,
    FilePlace,
    document_in_words,
    standing_facts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Issue

__all__ = ["Fact", "FilePlace", "Sheet", "document_in_words", "sheet"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One issue in full.

    Attributes:
        title: The issue's title.
        about: What the issue is: topic, id, kind, unit, premise; and as of when it is told.
        status: Its status with the reason, and every gap below it.
        outcomes: Everything that was agreed on it, the newest first.
        parties: Each party in full, in the order of the comparison.
    """

    title: str
    about: tuple[Fact, ...]
    status: Fact
    outcomes: tuple[Fact, ...]
    parties: tuple[Fact, ...]


def sheet(comparison: Comparison, row: Row, place: FilePlace) -> Sheet:
    """Return the sheet of an issue.

    Args:
        comparison: The comparison.
        row: The row of the issue.
        place: Where a path of the dossier stands in its file, as `Loaded.span` tells.
    """
    return Sheet(
        title=row.issue.title,
        about=tuple(_about(comparison, row.issue, place)),
        status=_status(comparison, row),
        outcomes=tuple(outcome_facts(comparison, row, place)),
        parties=tuple(
            Fact(party.heading, "", tuple(_party(comparison, row, party.id, place)))
            for party in comparison.parties
        ),
    )


def _about(comparison: Comparison, issue: Issue, place: FilePlace) -> Iterator[Fact]:
    yield Fact("as of", str(comparison.as_of))
    under = under_options(comparison.dossier, comparison.options)
    if under:
        yield Fact("under", under)
    yield Fact("topic", issue.topic)
    yield Fact("issue", issue.id)
    yield Fact("kind", issue.kind)
    named = {
        "unit": issue.unit,
        "counts": issue.counts or "",
        "limit": f"values are the {issue.limit} itself" if issue.limit else "",
        "scale": f"from 0 ({issue.ends[0]}) to 100 ({issue.ends[1]})" if issue.ends else "",
        "ladder": ", ".join(one.title for one in issue.options.values()) if issue.ordered else "",
        "near": f"up to {issue.near.text} apart" if issue.near else "",
        "parts": ", ".join(part.title for part in issue.parts.values()),
        "provision": issue.provision,
        "premise in dispute": str(issue.disputed),
        "note": str(issue.note),
    }
    yield from (Fact(label, text) for label, text in named.items() if text)
    span = place(("issues", issue.id), key=True)
    if span is not None:
        yield Fact("at", f"{span.file}:{span.line}", link=span)


def _status(comparison: Comparison, row: Row) -> Fact:
    """Return the status with its reason, by part where there are parts, and every gap."""
    facts = [
        Fact(
            line.title,
            f"{line.status.letter} {line.status}",
            (Fact("why", line.sentence), *_bargaining(comparison, row, line)),
        )
        for line in row.parts
    ] or [Fact("why", row.whole.sentence), *_bargaining(comparison, row, row.whole)]
    if len(comparison.counted) > 2 and row.whole.camps:
        facts.append(Fact("camps", "", tuple(_camps(comparison, row.whole))))
    facts += [
        Fact(f"{gap.type} gap" + _on_part(row, gap.part), gap.sentence) for gap in row.whole.gaps
    ]
    return Fact("status", f"{row.status.letter} {row.status}", tuple(facts))


def _bargaining(comparison: Comparison, row: Row, line: Line) -> Iterator[Fact]:
    zone = zone_of(comparison.dossier, row.issue, line)
    if zone is not None:
        yield Fact("zone of possible agreement", zone.sentence)
    reference = reference_sentence(comparison.dossier, row.issue, line)
    if reference:
        yield Fact("reference point", reference)


def _on_part(row: Row, part: str) -> str:
    return f", {row.issue.parts[part].title}" if part else ""


def _camps(comparison: Comparison, line: Line) -> Iterator[Fact]:
    """Yield who holds the same, the largest camp first, each with how many they are."""
    names = {party.id: party.name for party in comparison.parties}
    for camp in sorted(line.camps, key=len, reverse=True):
        yield Fact(str(len(camp)), ", ".join(names[party] for party in camp))


def _party(comparison: Comparison, row: Row, party: str, place: FilePlace) -> Iterator[Fact]:
    """Yield a party's facts; parts on which it stands alike share theirs."""
    groups: dict[tuple[Fact, ...], list[str]] = {}
    for line in row.leaves:
        facts = tuple(standing_facts(comparison, row.issue, line.standings[party], place))
        groups.setdefault(facts, []).append(line.title)
    for facts, titles in groups.items():
        if len(titles) == len(row.leaves):
            yield from facts
        else:
            yield Fact(", ".join(titles), "", facts, CellLineRole.PART)
    yield from places_in_order(comparison, party, row.issue.id)
