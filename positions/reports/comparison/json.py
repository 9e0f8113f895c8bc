"""A comparison, and one issue of it, as JSON for other programs.

The shape is stable: names are only ever added while `schema` is the same number. It is plain
ASCII, so that nothing in a dossier's text reaches a terminal as it is.

The comparison is an object of:

- `schema`: 1. `title`, `as_of`, and `filter` (the filter that chose the rows, or null).
- `credibility`: what each grade of credibility means, in the dossier's own words; empty where it
  uses those of the Admiralty scale.
- `options`: the options that are fixed, lists of `{id, title}` by party.
- `parties`: a list of `{id, name, short, role}`, in the order of the columns. Those whose role
  is not `party` count in no status; `bridges` says how they lie to each party.
- `counts`: for each status, how many issues of the whole comparison have it.
- `convergence`: `{least, most, rows}`, the issues that are agreed or settled; `most` is null where
  too little is known to say. `coverage`: `{spoken, cells}`.
- `unraised`: the ids of the issues on which nothing says anything yet; they are among no rows.
- `reactions`: how the columns react to documents as a whole: a list of `{party, document, to,
  reaction}` with the ids of the document that reacts and of the one to which it does.
- `sources`: by id, `{publisher, date, later, title, url, via, via_reliability, archived, language,
  reliability}`, those in use. `archived` is null or `{url, date}`.
- `rows`: a list of rows.

A row is `{issue, topic, title, kind, unit, ends, ladder, near, disputed, note, status, letter,
tally, dealt, sentence, camps, told, untold, relations, distance, gaps, bridges, cells, outcomes,
parts}`. `tally` is `[3, 4]` where three of four hold what is said and the others are blank, `dealt`
where they have an agreement of their own; else null. `told` lists the camps of which it is known
that they differ, `untold` who speaks besides. `ends` are the titles
of a scale at 0 and at 100, `ladder` the ids of ordered options, the least first; null elsewhere.
`near` is the distance up to which the issue counts positions as near, so that a row can be near
whose relations are apart. `disputed` says what of the issue's premise the parties dispute. `parts`
lists `{part, title, …}` with the same names from `status` on; the cells and outcomes of an issue
with parts stand in its parts, and its own are empty. A relation is `{parties: [a, b], relation}`,
of the first to the second. A gap is `{type, parties, sentence, distance, part, branches}`. A
distance is `{figure, text, about}` or null.

A cell (`cells` holds them by party id) is:

- `speaks`, `reported`, `older`: true or false; `shown`: the lines that a reader sees.
- `blank`: null, or `{type, meaning, document, under}`; it stands beside a position if a report
  fills it. `under` has the titles of the options that are fixed, where there is a position under
  others alone.
- `document`: null, or `{id, title, form, date, disclosure, known, read, sources, checked}` of the
  word of record. `known` is the day from which its text is known, if that is not `date`: null
  there. `read` is how much of it was read: `whole`, `part`, or what was read, in words.
- `position`: null, or a position.
- `replaced`: a list of documents, as above, of which this took the place.
- `conflicts`, `beside`, `history`: lists of `{document, position}`, the newest first.
- `marks`: what qualifies the cell, in words.

A position is `{value, terms, alternatives, parts, rest, blank, clause, quote, paraphrase, reason,
speaker, as_in, salience, reservation, note, red_line, sources, credibility, basis, checked,
accounts}`. `quote` is null or `{text, translation}`, `checked` null or `{who, date}`. `as_in` names
the document from which it is taken over; `reservation` is null or `{plain, basis, sources, note}`.
`value` is null, or `{plain, shown}`: as a dossier writes it, and as a reader sees it. `terms` has
the names that dossiers use, with `shown`, their words. `alternatives`, `parts` and `accounts` hold
positions by name; an account has a `date` too, null where it is as old as the document.

An outcome is `{id, title, date, settles, position, confirmed_by, accounts, delivered, disputes,
deliveries, sentences, note, sources}`, the newest first. `confirmed_by` has ids of parties, or
`all`; `accounts` and `delivered` hold positions with a `date` by party. A dispute is `{about,
parties: [[…], […]], relation, types, distance}`: two accounts, of what was agreed or delivered,
that do not say the same. A delivery is `{by, parties, relation, distance}`: what was delivered by
one count, to what was agreed by the account of these parties; none where only the sources say it.

Dates are ISO 8601. An exact number is a JSON integer, or else a text: a decimal such as "5.5", or
a fraction such as "1/3" where no decimal is exact.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from positions.comparison.reactions import whole_reactions
from positions.reports.comparison.json_outcome import outcomes_data
from positions.reports.page.json_cell import cell_data, source_names
from positions.reports.page.json_values import distance_data, options_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.comparison.rows import Comparison, Gap, Line, Row
    from positions.model.dossier import Source

__all__ = [
    "SCHEMA",
    "comparison_data",
    "comparison_json",
    "distance_data",
    "issue_data",
    "issue_json",
]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""


def comparison_json(
    comparison: Comparison, rows: Sequence[Row] | None = None, *, words: str = ""
) -> str:
    """Return a comparison as JSON, ended by a newline.

    Args:
        comparison: The comparison.
        rows: The rows to print; all where none are given.
        words: The filter that chose the rows.
    """
    return _dumped(comparison_data(comparison, rows, words=words))


def issue_json(comparison: Comparison, row: Row) -> str:
    """Return the head of a comparison and one row of it as JSON: `issue` in the place of `rows`."""
    return _dumped(issue_data(comparison, row))


def comparison_data(
    comparison: Comparison, rows: Sequence[Row] | None = None, *, words: str = ""
) -> dict[str, object]:
    """Return what `comparison_json` prints, as plain data."""
    chosen = comparison.rows if rows is None else tuple(rows)
    return {
        **_head(comparison, chosen),
        "filter": words or None,
        "rows": [_row(comparison, row) for row in chosen],
    }


def issue_data(comparison: Comparison, row: Row) -> dict[str, object]:
    """Return what `issue_json` prints, as plain data."""
    return {**_head(comparison, (row,)), "issue": _row(comparison, row)}


def _dumped(data: dict[str, object]) -> str:
    return json.dumps(data, indent=2) + "\n"


def _head(comparison: Comparison, rows: Sequence[Row]) -> dict[str, object]:
    convergence = comparison.convergence
    return {
        "schema": SCHEMA,
        "title": comparison.dossier.header.title,
        "as_of": str(comparison.as_of),
        "credibility": dict(comparison.dossier.header.credibility),
        "options": options_data(comparison.options),
        "parties": [
            {
                "id": party.id,
                "name": party.name,
                "short": party.short,
                "role": str(party.role),
            }
            for party in comparison.parties
        ],
        "counts": {str(status): number for status, number in comparison.counts.items()},
        "convergence": {
            "least": convergence.least,
            "most": convergence.most,
            "rows": convergence.rows,
        },
        "coverage": {"spoken": comparison.spoken, "cells": comparison.cells},
        "unraised": [row.issue.id for row in comparison.unraised],
        "reactions": [
            {
                "party": one.document.party,
                "document": one.document.id,
                "to": one.to.id,
                "reaction": str(one.reaction),
            }
            for one in whole_reactions(
                comparison.dossier, (party.id for party in comparison.parties)
            )
        ],
        "sources": _sources(comparison, rows),
    }


def _sources(comparison: Comparison, rows: Sequence[Row]) -> dict[str, object]:
    known = comparison.dossier.sources
    return {
        name: {
            "publisher": known[name].publisher,
            "date": None if known[name].later else str(known[name].date),
            "later": known[name].later,
            "title": known[name].title,
            "url": known[name].url or None,
            **_carried(known[name]),
            "language": known[name].language or None,
            "reliability": known[name].reliability,
        }
        for name in source_names(rows)
        if name in known
    }


def _carried(source: Source) -> dict[str, object]:
    """Return who carried a source, with the grade of that page, and its archived copy."""
    via, archived = source.via, source.archived
    return {
        "via": via.publisher if via else None,
        "via_reliability": via.reliability if via else None,
        "archived": {"url": archived.url, "date": str(archived.date)} if archived else None,
    }


def _row(comparison: Comparison, row: Row) -> dict[str, object]:
    issue = row.issue
    return {
        "issue": issue.id,
        "topic": issue.topic,
        "title": issue.title,
        "kind": issue.kind,
        "unit": issue.unit or None,
        "ends": list(issue.ends) if issue.ends else None,
        "ladder": list(issue.options) if issue.ordered else None,
        "near": distance_data(issue.near),
        "disputed": str(issue.disputed) or None,
        "note": str(issue.note) or None,
        **_line(comparison, row, row.whole),
        "parts": [
            {"part": line.part, "title": line.title, **_line(comparison, row, line)}
            for line in row.parts
        ],
    }


def _line(comparison: Comparison, row: Row, line: Line) -> dict[str, object]:
    return {
        "status": str(line.status),
        "letter": line.status.letter,
        "tally": line.tally,
        "dealt": line.dealt,
        "sentence": line.sentence,
        "camps": [list(camp) for camp in line.camps],
        "told": [list(camp) for camp in line.told],
        "untold": list(line.untold),
        "relations": [
            {"parties": list(parties), "relation": str(relation)}
            for parties, relation in line.relations.items()
        ],
        "distance": distance_data(line.distance),
        "gaps": [_gap(gap) for gap in line.gaps],
        "bridges": [
            {
                "parties": list(ends),
                "relation": str(bridge.relation),
                "terms_same": bridge.terms_same,
                "distance": distance_data(bridge.distance),
            }
            for ends, bridge in line.bridges.items()
        ],
        "cells": {
            party: cell_data(comparison.dossier, row.issue, standing)
            for party, standing in line.standings.items()
        },
        "outcomes": outcomes_data(comparison.words, row.issue, line) if line.standings else [],
    }


def _gap(gap: Gap) -> dict[str, object]:
    return {
        "type": str(gap.type),
        "parties": list(gap.parties),
        "sentence": gap.sentence,
        "distance": distance_data(gap.distance),
        "part": gap.part or None,
        "branches": list(gap.branches),
    }
