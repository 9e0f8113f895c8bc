"""Builds the page of one issue: what it is, why it has its status, and what each party says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.analysis.bargaining import reference_sentence, zone_of
from positions.comparison.cell_lines import CellLineRole
from positions.record.options import under_options
from positions.reports.issue.number_lines import number_lines
from positions.reports.issue.order_facts import places_in_order
from positions.reports.issue.outcome_facts import outcome_facts
from positions.reports.issue.standing_facts import standing_facts
from positions.reports.page.cell import cell
from positions.reports.page.facts import FactKind, fact, facts_named, place_facts
from positions.reports.page.model import Drawing, Heading, Page, Section
from positions.reports.page.runs import Mark, Run, runs_of
from positions.sentences.dates import with_dates
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison, Line, Row
    from positions.model.dossier import Issue
    from positions.reports.page.facts import Fact, FilePlace

__all__ = ["issue_page", "status_run"]

_HOLES = pattern(r"(?:\{\w+\})+")
"""Where a provision takes what a party says: `{value}`, `{terms}`."""


def issue_page(comparison: Comparison, row: Row, place: FilePlace) -> Page:
    """Return the page of an issue: what it is, its status, its outcomes, and each party in full.

    Args:
        comparison: The comparison.
        row: The row of the issue.
        place: Where a path of the dossier is in its file, as `Loaded.span` tells.
    """
    parties = (
        fact(
            FactKind.PARTY,
            "",
            _party(comparison, row, party.id, place),
            label=party.heading,
        )
        for party in comparison.parties
    )
    drawings = map(Drawing, number_lines(comparison, row))
    heads = (*outcome_facts(comparison, row, place), *parties)
    return Page(
        (
            Heading(runs_of(row.issue.title)),
            *_about(comparison, row.issue, place),
            Section(_status(comparison, row)),
            *drawings,
            *map(Section, heads),
        )
    )


def status_run(line: Line) -> Run:
    """Return `D divided`."""
    return Run(f"{line.status.letter} {line.status}", Mark(line.status))


def _about(comparison: Comparison, issue: Issue, place: FilePlace) -> Iterator[Fact]:
    named = {
        FactKind.AS_OF: str(comparison.as_of),
        FactKind.UNDER: under_options(comparison.dossier, comparison.options),
        FactKind.TOPIC: issue.topic,
        FactKind.ISSUE: issue.id,
        FactKind.VALUES: issue.kind,
        FactKind.UNIT: issue.unit,
        FactKind.COUNTS: issue.counts or "",
        FactKind.LIMIT: f"values are the {issue.limit} itself" if issue.limit else "",
        FactKind.SCALE: f"from 0 ({issue.ends[0]}) to 100 ({issue.ends[1]})" if issue.ends else "",
        FactKind.LADDER: ", ".join(one.title for one in issue.options.values())
        if issue.ordered
        else "",
        FactKind.NEAR: f"up to {issue.near.prose} apart" if issue.near else "",
        FactKind.PARTS: ", ".join(part.title for part in issue.parts.values()),
        FactKind.PROVISION: _HOLES.sub("[…]", issue.provision),
        FactKind.PREMISE: with_dates(str(issue.disputed)),
        FactKind.NOTE: with_dates(str(issue.note)),
    }
    yield from facts_named(named)
    yield from place_facts(place, ("issues", issue.id))


def _status(comparison: Comparison, row: Row) -> Fact:
    """Return the status with its reason, by part where there are parts, and every gap."""
    facts = [
        fact(FactKind.PART, status_run(line), _reasons(comparison, row, line), label=line.title)
        for line in row.parts
    ] or list(_reasons(comparison, row, row.whole))
    if len(comparison.counted) > 2 and row.whole.camps:
        facts.append(fact(FactKind.CAMPS, "", _camps(comparison, row)))
    facts += [
        fact(FactKind.GAP, gap.sentence, label=f"{gap.type} gap" + _on_part(row, gap.part))
        for gap in row.whole.gaps
    ]
    return fact(FactKind.STATUS, status_run(row.whole), facts)


def _reasons(comparison: Comparison, row: Row, line: Line) -> Iterator[Fact]:
    yield fact(FactKind.WHY, line.sentence)
    zone = zone_of(comparison.dossier, row.issue, line)
    if zone is not None:
        yield fact(FactKind.ZONE, zone.sentence)
    reference = reference_sentence(comparison.dossier, row.issue, line)
    if reference:
        yield fact(FactKind.REFERENCE, reference)


def _on_part(row: Row, part: str) -> str:
    return f", {row.issue.parts[part].title}" if part else ""


def _camps(comparison: Comparison, row: Row) -> Iterator[Fact]:
    """Yield who holds the same, the largest camp first, each with how many they are."""
    names = {party.id: party.name for party in comparison.parties}
    for camp in sorted(row.whole.camps, key=len, reverse=True):
        members = ", ".join(names[party] for party in camp)
        held = "" if row.parts else _held(comparison, row, camp[0])
        size = f"{len(camp)} say the same" if len(camp) > 1 else "1"
        yield fact(FactKind.CAMP, f"{members}{held and f': {held}'}", label=size)


def _held(comparison: Comparison, row: Row, party: str) -> str:
    """Return what a party says, in one line."""
    shown = {CellLineRole.BRANCH, CellLineRole.VALUE, CellLineRole.TERM}
    lines = cell(comparison, row, row.leaves, party)
    return "; ".join(line.text for line in lines if line.role in shown)


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
            yield fact(FactKind.PARTS_ALIKE, "", facts, label=", ".join(titles))
    yield from places_in_order(comparison, party, row.issue.id)
