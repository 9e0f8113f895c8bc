"""Says what stands beside the word of record: reports, own words that one replaced, other words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.model.vocabulary import Blank, Form
from positions.record.standing import as_far_as
from positions.sentences.clauses import contrast
from positions.sentences.dates import on
from positions.sentences.english import LONGEST, among, sentence
from positions.sentences.voices import voice
from positions.text.english import listed, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.record.standing import DocumentEntry, Standing
    from positions.sentences.clauses import Voice
    from positions.sentences.glossary import Glossary

__all__ = ["beside_the_record", "contradiction"]

_REPORTED = {
    Blank.DECLINED: "to have declined to say what {}",
    Blank.INDIFFERENT: "not to mind",
}
"""What is reported of a party that takes no position."""


def beside_the_record(
    words: Glossary, standing: Standing, called: tuple[str, ...] | None = None
) -> Iterator[str]:
    """Yield what reports say otherwise than the record, and which own words one took the place of.

    `On 23 July 2025, after its own words of 2 June 2025, Russia was reported to want no full
    ceasefire for now.`

    Args:
        words: The glossary.
        standing: How the party stands.
        called: The parts by which the issue is called.
    """
    name = words.names[standing.party]
    entry = standing.entry
    its = name.verb("its", "their")
    if standing.own is not None:
        day = on(standing.own.document.date.in_prose)
        yield from _told(words, standing, standing.own, called, f"in {its} own words, {day},")
    own = standing.speaks and not standing.reported and entry is not None
    for report in standing.beside:
        day = on(report.document.date.in_prose)
        when = day
        if own and entry is not None:
            since = entry.document.date
            order = "after" if since.surely_before(report.document.date) else "beside"
            same = since.in_prose == report.document.date.in_prose
            of = "then" if same else f"of {since.in_prose}"
            when = f"{day}, {order} {its} own words {of},"
        yield from _told(words, standing, report, called, when)


def _told(
    words: Glossary,
    standing: Standing,
    entry: DocumentEntry,
    called: tuple[str, ...] | None,
    when: str,
) -> Iterator[str]:
    """Yield what one entry says, with when it said so before each clause."""
    if entry.position.unstated in _REPORTED:
        name = words.names[standing.party]
        told = _REPORTED[entry.position.unstated].format(name.verb("it wants", "they want"))
        yield sentence(f"{when} {name.text} {name.verb('was', 'were')} reported {told}")
        return
    said = voice(words, [replace(standing, entry=entry, older=True)], called)
    one = replace(said, speakers=tuple(replace(who, when=when) for who in said.speakers))
    yield from map(sentence, contrast([one], tuple(words.names.values())))


def contradiction(
    words: Glossary, standing: Standing, called: tuple[str, ...] | None = None
) -> str:
    """Return that words of one moment say different things, and what they are.

    A party's own words contradict each other; reports differ on what it wants.

    Args:
        words: The glossary.
        standing: How the party stands; its words conflict.
        called: The parts by which the issue is called.
    """
    name = words.names[standing.party]
    days = {entry.document.date.in_prose for entry in standing.words}
    of = f" of {days.pop()}" if len(days) == 1 else ""
    lead = f"{name.possessive} words{of} contradict each other"
    tellers = [""] * len(standing.words)
    if standing.unordered:
        lead = f"it is not known which of {name.possessive} words came last"
        tellers = [f" ({entry.document.date.in_prose})" for entry in standing.words]
    if all(entry.document.form is Form.REPORT for entry in standing.words):
        lead = f"reports{of} differ on what {name.text} {name.verb('wants', 'want')}"
        tellers = _tellers(words, standing.words)
    told = ""
    for terms in (True, False):
        said = "; ".join(
            (
                _unstated(entry, blank)
                if (blank := entry.position.unstated) is not None
                else _bare(voice(words, [replace(standing, entry=entry)], called), terms=terms)
            )
            + teller
            for entry, teller in zip(standing.words, tellers, strict=True)
        )
        told = f"{lead}: {said}"
        if len(told) < LONGEST:
            break
    return sentence(shortened(told, LONGEST - 1))


def _tellers(words: Glossary, entries: Sequence[DocumentEntry]) -> list[str]:
    """Return who tells each report, in parentheses; nothing where two are told by the same."""
    sources = words.dossier.sources
    found = []
    for entry in entries:
        named = entry.position.sources or entry.document.sources
        publishers = dict.fromkeys(sources[one].publisher for one in named if one in sources)
        found.append(f" ({among(tuple(publishers), 'publishers')})" if publishers else "")
    return found if len(set(found)) == len(found) else [""] * len(found)


def _unstated(entry: DocumentEntry, blank: Blank) -> str:
    """Return what a word says that leaves the issue blank, and no more than was read of it."""
    if blank not in {Blank.SILENT, Blank.UNSEEN}:
        return str(blank)
    unread = blank is Blank.UNSEEN or not entry.document.all_read
    return f"nothing{as_far_as(entry.document.reach) if unread else ''}"


def _bare(found: Voice, *, terms: bool) -> str:
    """Return the values of a voice, with their terms or without, but never who holds them."""
    told = []
    for branch in found.branches:
        beside = branch.said.terms.beside(branch.said.bare) if terms else ()
        behind = f" ({'; '.join(beside)})" if beside else ""
        told.append(f"{branch.said.bare}{behind}")
    return listed(told, "or")
