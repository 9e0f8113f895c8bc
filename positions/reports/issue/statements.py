"""Builds the page of every word said on an issue, and its JSON for other programs.

The JSON is plain ASCII, and its shape is stable: names are only ever added while `schema` is the
same number. It is an object of `schema` (1), `title`, `as_of`, `issue` (`{id, title}`), `status`
with its `sentence`, and `words`: a list of `{party, parts, said}`, where `parts` lists the parts
on which the same was said, and `said` is a list of words, the oldest first. A word is `{date,
document, state, position, shown, blank, replaced, replaced_by}`: `document` as in the other
reports, `position` likewise or null, `shown` in one line, `replaced` a list of ids of documents.
`statuses` lists each change of the issue's status: `{date, status, sentence}`, the first when it
was raised.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from positions.comparison.cell_lines import LineWords
from positions.record.statements import Word, words_said
from positions.reports.issue.sheet import status_run
from positions.reports.issue.standing_facts import (
    document_in_words,
    evidence_facts,
    said_in_one_line,
)
from positions.reports.page.facts import FactKind, fact, facts_named, told
from positions.reports.page.json_cell import Saying, document_data
from positions.reports.page.model import Heading, Page, Section
from positions.reports.page.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.comparison.rows import Comparison, Row
    from positions.model.dossier import Dossier, Issue
    from positions.model.moment import Moment
    from positions.reports.page.facts import Fact

__all__ = ["words_json", "words_page"]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""

Said = dict[str, list[tuple[list[str], tuple[Word, ...]]]]
"""By party: the ids of parts, and what was said alike on them."""


def _said(comparison: Comparison, row: Row) -> Said:
    found: Said = {}
    for party in comparison.parties:
        groups: dict[tuple[str, ...], tuple[list[str], tuple[Word, ...]]] = {}
        for line in row.leaves:
            words = words_said(comparison.dossier, row.issue, line.part, party.id, comparison.as_of)
            key = tuple(repr(word) for word in words)
            groups.setdefault(key, ([], words))[0].append(line.part)
        found[party.id] = list(groups.values())
    return found


def words_page(comparison: Comparison, row: Row, statuses: Sequence[tuple[Moment, Row]]) -> Page:
    """Return every word that each party said on an issue, the oldest first.

    Args:
        comparison: The comparison.
        row: The row of the issue.
        statuses: The row at each moment at which its status was another than before.
    """
    dossier, issue, said = comparison.dossier, row.issue, _said(comparison, row)
    named = {
        FactKind.AS_OF: str(comparison.as_of),
        FactKind.TOPIC: issue.topic,
        FactKind.ISSUE: issue.id,
    }
    heads = (
        fact(FactKind.STATUS, status_run(row.whole), [fact(FactKind.WHY, row.whole.sentence)]),
        fact(FactKind.STATUSES, "", map(_status_then, statuses)),
        *(
            fact(FactKind.PARTY, "", _party(dossier, issue, said[party.id]), label=party.name)
            for party in comparison.parties
        ),
    )
    return Page((Heading(runs_of(issue.title)), *facts_named(named), *map(Section, heads)))


def _status_then(one: tuple[Moment, Row]) -> Fact:
    moment, row = one
    why = [fact(FactKind.WHY, row.whole.sentence)]
    return fact(FactKind.STATUS, status_run(row.whole), why, label=str(moment))


def _party(
    dossier: Dossier, issue: Issue, groups: list[tuple[list[str], tuple[Word, ...]]]
) -> Iterator[Fact]:
    for parts, said in groups:
        words = LineWords(dossier, issue, parts[0])
        facts = tuple(_word(words, word) for word in said)
        facts = facts or (told(FactKind.NOTHING, "no word is recorded"),)
        if len(groups) == 1:
            yield from facts
        else:
            titles = ", ".join(issue.parts[part].title for part in parts)
            yield fact(FactKind.PART, "", facts, label=titles)


def _word(words: LineWords, word: Word) -> Fact:
    facts = [
        fact(FactKind.IN, document_in_words(words.dossier, word.document)),
        fact(FactKind.STATE, str(word.state)),
        *(
            fact(FactKind.TOOK_PLACE, document_in_words(words.dossier, one))
            for one in word.replaced
        ),
    ]
    if word.replaced_by is not None:
        facts.append(fact(FactKind.GAVE_WAY, document_in_words(words.dossier, word.replaced_by)))
    if word.entry is not None:
        facts += evidence_facts(words, word.entry)
    shown = _shown(words, word)
    return fact(FactKind.EARLIER, shown, facts, label=str(word.document.date))


def _shown(words: LineWords, word: Word) -> str:
    if word.entry is None:
        return f"{word.blank}"
    return said_in_one_line(words, word.entry)


def words_json(comparison: Comparison, row: Row, statuses: Sequence[tuple[Moment, Row]]) -> str:
    """Return the same as JSON, ended by a newline."""
    dossier, issue = comparison.dossier, row.issue
    data = {
        "schema": SCHEMA,
        "title": dossier.header.title,
        "as_of": str(comparison.as_of),
        "issue": {"id": issue.id, "title": issue.title},
        "status": str(row.status),
        "sentence": row.whole.sentence,
        "words": [
            {
                "party": party,
                "parts": [part for part in parts if part],
                "said": [_word_data(LineWords(dossier, issue, parts[0]), word) for word in words],
            }
            for party, groups in _said(comparison, row).items()
            for parts, words in groups
        ],
        "statuses": [
            {"date": str(moment), "status": str(then.status), "sentence": then.whole.sentence}
            for moment, then in statuses
        ],
    }
    return json.dumps(data, indent=2) + "\n"


def _word_data(words: LineWords, word: Word) -> dict[str, object]:
    entry, said = word.entry, Saying(words)
    return {
        "date": str(word.document.date),
        "document": document_data(word.document),
        "state": word.state.name.lower().replace("_", "-"),
        "position": said.position(entry.position, entry.document) if entry else None,
        "shown": _shown(words, word),
        "blank": str(word.blank) if word.blank else None,
        "replaced": [one.id for one in word.replaced],
        "replaced_by": word.replaced_by.id if word.replaced_by else None,
    }
