"""Tells on the page of an issue once what several parties share: a blank, a source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from positions.reports.page.facts import FactKind
from positions.reports.page.model import Section
from positions.reports.page.runs import Run, runs_of
from positions.sentences.blanks import Silence, silences
from positions.sentences.english import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.reports.page.facts import Fact
    from positions.reports.page.model import Block, Page

__all__ = ["told_once"]

_TOLD_BEFORE: Final = {FactKind.SOURCE, FactKind.WHY, FactKind.GAP}
_OF_A_BLANK: Final = {FactKind.BY, FactKind.SOURCE, FactKind.PLACE}


def told_once(page: Page) -> Page:
    """Return the page with the parties of one blank under one heading, and no source twice in full.

    A gap that says what the reason of the status says is only named. Where a source is named again,
    its grade is told only if it is another one, and where it was read not at all.
    """
    parties = list(page.sections(FactKind.PARTY))
    groups: dict[object, list[Fact]] = {}
    for party in parties:
        if one := _only_silence(party):
            groups.setdefault(one[1:], []).append(party)
    together = {id(party): group for group in groups.values() if len(group) > 1 for party in group}
    gaps = {
        sentence(_said([member], len(parties))): sentence(_said(group, len(parties)))
        for group in together.values()
        for member in group
    }
    seen: dict[str, Fact] = {}
    blocks: list[Block] = []
    for block in page.blocks:
        group = together.get(id(block.fact), []) if isinstance(block, Section) else []
        if not isinstance(block, Section):
            blocks.append(block)
        elif not group:
            merged = replace(block.fact, facts=tuple(_merged(block.fact.facts, gaps)))
            blocks.append(replace(block, fact=_in_short(merged, seen)))
        elif block.fact is group[0]:
            blocks.append(replace(block, fact=_in_short(_together(group, len(parties)), seen)))
    return replace(page, blocks=tuple(blocks))


def _in_short(fact: Fact, seen: dict[str, Fact]) -> Fact:
    """Return a fact in which what was told before is only named."""
    if fact.kind not in _TOLD_BEFORE:
        return replace(fact, facts=tuple(_in_short(inner, seen) for inner in fact.facts))
    first = seen.setdefault(fact.said, fact)
    if first is fact:
        return fact
    if fact.kind is FactKind.GAP:
        return replace(fact, text=runs_of("as above"))
    grade, before = fact.first(FactKind.GRADE), first.first(FactKind.GRADE)
    return replace(fact, facts=(grade,) if grade is not None and grade != before else ())


def _merged(facts: Iterable[Fact], gaps: dict[str, str]) -> Iterator[Fact]:
    """Yield facts, the gaps of parties with one blank as one."""
    told = set()
    for one in facts:
        said = gaps.get(one.said, "") if one.kind is FactKind.GAP else ""
        if not said:
            yield one
        elif said not in told:
            told.add(said)
            yield replace(one, text=runs_of(said))


def _only_silence(party: Fact) -> Silence | None:
    """Return why a party says nothing; None where its section tells more than its document."""
    if [one.kind for one in party.facts] != [FactKind.BLANK]:
        return None
    (blank,) = party.facts
    plain = all(inner.kind in _OF_A_BLANK for inner in blank.facts)
    return blank.about if plain and isinstance(blank.about, Silence) else None


def _said(parties: Sequence[Fact], count: int) -> str:
    """Return why parties with one blank say nothing, as words that may become a sentence."""
    found = [one for party in parties if (one := _only_silence(party))]
    return silences(found, count)[0]


def _together(parties: Sequence[Fact], count: int) -> Fact:
    """Return one section for parties with one blank: their names, and each with its document."""
    first = parties[0]
    blanks = [party.facts[0] for party in parties]
    facts = tuple(dict.fromkeys(inner for blank in blanks for inner in blank.facts))
    names = ", ".join(party.label.text for party in parties)
    word = blanks[0].said.partition(":")[0]
    told = replace(blanks[0], text=runs_of(f"{word}: {_said(parties, count)}"), facts=facts)
    return replace(first, label=Run(names, first.label.mark), facts=(told,))
