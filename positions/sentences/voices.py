"""Makes voices of standings: who speaks for a camp, since when, on whose word, under what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from positions.model.dossier import Blank
from positions.sentences.acts import Whose
from positions.sentences.clauses import SaidBranch, Speaker, Voice
from positions.sentences.english import in_quotes, number
from positions.sentences.reasons import reason
from positions.sentences.saying import Actor, said
from positions.sentences.terms import term_title
from positions.text.english import listed
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.model.dossier import Memorandum, Position
    from positions.record.standing import Standing
    from positions.sentences.glossary import Glossary
    from positions.sentences.position_words import PositionWords

__all__ = [
    "branch_name",
    "branches_in_words",
    "position_words",
    "said_branches",
    "sample_of",
    "speaker",
    "states",
    "titles_in_words",
    "voice",
]

_AFTER_NUMBER = pattern(r"^(\w+ (?:\d+|[A-Z]|[IVX]+))\s*[,:;(–—-].*$")
"""A title such as `Option 1, withdrawal`, of which a sentence says the first words."""
_NUMBERED = pattern(r"(?:\w+ )?(?:\d+|[A-Z]|[IVX]+)")
"""A title that is a name of its own."""


def position_words(
    words: Glossary,
    issue: str,
    part: str,
    position: Position,
    parties: Sequence[str] = (),
    *,
    called: tuple[str, ...] | None = None,
) -> PositionWords:
    """Return what a position on an issue, or a part of it, says.

    Args:
        words: The glossary.
        issue: The issue's id.
        part: The part's id; empty for a whole.
        position: A value with its terms.
        parties: Whose it is, all of whom it is said; none for what was agreed.
        called: The parts by which the issue is called, where that is not the part alone.
    """
    of = words.issue(issue, part, called)
    known, key = words.said_on(issue), (id(of), id(position), tuple(parties))
    if key in known:
        return known[key][1]
    actor = Actor()
    if parties:
        proposes = not words.dossier.parties[parties[0]].role.counts
        actor = Actor(parties[0], tuple(parties[1:]), proposes=proposes)
    kind = words.dossier.issues[issue].kind
    found = said(of, kind, position, words.terms(position, parties), actor)
    found = replace(found, inferred=True) if position.inferred else found
    known[key] = position, found
    return found


def voice(
    words: Glossary, camp: Sequence[Standing], called: tuple[str, ...] | None = None
) -> Voice:
    """Return the voice of a camp: all who say the same, and what they say.

    Args:
        words: The glossary.
        camp: The standings of the camp, in the order of the columns; each speaks.
        called: The parts by which the issue is called, where that is not the part alone.
    """
    days = [one.entry.document.date.day for one in camp if one.entry]
    first = min(days)
    speakers = tuple(
        speaker(words, one, first=day == first) for one, day in zip(camp, days, strict=True)
    )
    lead = next(one for one, named in zip(camp, speakers, strict=True) if named.first)
    parties = [lead.party, *(one.party for one in camp if one is not lead)]
    return Voice(speakers, said_branches(words, lead, parties, called))


def states(position: Position) -> bool:
    """Return whether a position, or a branch of one, says something; to strike does."""
    return position.value is not None or position.blank is Blank.DELETED


def sample_of(words: Glossary, issue: str, position: Position, party: str = "") -> str:
    """Return the sentence that one position makes, its head included.

    Args:
        words: The glossary.
        issue: The issue's id.
        position: A value with its terms.
        party: Whose it is; that of the first party where none is named.
    """
    party = party or next(iter(words.names))
    said = position_words(words, issue, "", position, (party,))
    one = Voice((Speaker(words.names[party]),), (SaidBranch(said),))
    return str(reason(words.issue(issue), [one], (), tuple(words.names.values())))


def speaker(words: Glossary, standing: Standing, *, first: bool = True) -> Speaker:
    """Return a party as one that says something, on whose word, and since when."""
    entry = standing.entry
    return Speaker(
        words.names[standing.party],
        Whose(standing.reported, standing.older, _is_inferred(standing)),
        entry.document.date.in_prose if entry else "",
        first=first,
    )


def _is_inferred(standing: Standing) -> bool:
    """Return whether the analyst concludes all that a party says."""
    return standing.inferred and (
        standing.position.inferred
        or all(one.inferred for _, one in standing.branches if states(one))
    )


def said_branches(
    words: Glossary,
    standing: Standing,
    parties: Sequence[str],
    called: tuple[str, ...] | None = None,
) -> tuple[SaidBranch, ...]:
    """Return what a standing says, those options together under which it says the same.

    Args:
        words: The glossary.
        standing: The standing; it speaks.
        parties: All who say it, the first of whom stands so.
        called: The parts by which the issue is called, where that is not the part alone.
    """
    document = standing.entry.document if standing.entry else None
    found: dict[tuple[PositionWords, bool], list[str]] = {}
    for label, position in standing.branches:
        if not states(position):
            continue
        one = position_words(
            words,
            standing.issue,
            standing.part,
            position,
            parties,
            called=called,
        )
        inferred = position.inferred or standing.position.inferred
        found.setdefault((one, inferred), []).append(label)
    return tuple(
        SaidBranch(
            one,
            branches_in_words(words, document, labels) if any(labels) else "",
            inferred,
            _kept(words, standing),
        )
        for (one, inferred), labels in found.items()
    )


def _kept(words: Glossary, standing: Standing) -> str:
    """Return which terms stay from earlier words that the word of record does not mention.

    Those of the document by which the party is known need no mention.
    """
    found: dict[str, list[str]] = {}
    its = words.names[standing.party].verb("its", "their")
    for name, document in standing.entry.kept if standing.entry else ():
        if standing.main is not None and standing.main.id == document.id:
            continue
        where = f"as in {its} {document.form} of {document.date.in_prose}"
        found.setdefault(where, []).append(term_title(name))
    return "; ".join(f"{listed(names)} {where}" for where, names in found.items())


def branch_name(words: Glossary, document: Memorandum | None, label: str) -> str:
    """Return what a sentence calls an option: `option 1`, `“The tour”`; else the label."""
    options = document.options if document else {}
    if label not in options:
        return f"“{label}”"
    title = options[label].title
    short = _AFTER_NUMBER.sub(r"\1", title)
    alike = [one for one in options.values() if _AFTER_NUMBER.sub(r"\1", one.title) == short]
    named = short if len(alike) == 1 else title
    return words.lexicon.lowered(named) if _NUMBERED.fullmatch(named) else in_quotes(named)


def titles_in_words(words: Glossary, document: Memorandum | None, titles: Iterable[str]) -> str:
    """Return options, by their titles, as a sentence names them together."""
    options = document.options if document else {}
    labels = [name for name, option in options.items() if option.title in set(titles)]
    return branches_in_words(words, document, labels)


def branches_in_words(words: Glossary, document: Memorandum | None, labels: Iterable[str]) -> str:
    """Return options as a sentence names them together: `both options`, `options 1 and 3`."""
    labels = list(labels)
    options = document.options if document else {}
    if len(labels) > 1 and set(labels) == set(options):
        return f"{'both' if len(labels) == 2 else f'all {number(len(labels))}'} options"
    return listed([branch_name(words, document, label) for label in labels])
