"""Two states of a small negotiation, and what is told of the change from one to the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import positions
from positions.changes.difference import difference
from positions.reports.changes.words import change_sentence
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

__all__ = ["COLUMNS", "PAY", "SHIFTS", "loaded", "talks", "text_of", "told", "told_of"]

COLUMNS = "{north: {name: North}, south: {name: South}, east: {name: East}}"
PAY = 'quantity, unit: "%"'
SHIFTS = f"{PAY}, parts: {{day: Day, night: Night}}"


def talks(*said: str, day: int = 9, issue: str = PAY, columns: str = COLUMNS) -> Dossier:
    """Return a state as of a day of June 2025, with one issue.

    Args:
        said: Each document: `north 1 20`, its party, its day and its value; a word before the
            value may name another form, and other fields: `north 1 report 20`.
        day: The day of June for which the state stands.
        issue: The kind of the issue, and what else it declares.
        columns: The parties.
    """
    return loaded(text_of(*said, day=day, issue=issue, columns=columns))


def text_of(*said: str, day: int, issue: str = PAY, columns: str = COLUMNS) -> str:
    """Return the text of such a state.

    After ` | ` follow other fields of a document: `north 1 memorandum 20 | known: 2025-06-03`. And
    `deal 2 25` is what all agreed on a day.
    """
    assert len(said) < 9
    papers = [one for one in said if not one.startswith("deal ")]
    agreed = [_agreed(*one.split(" ", 2)[1:]) for one in said if one not in papers]
    return f"""
dossier: {{format: 1, title: Talks, as_of: 2025-06-0{day}}}
parties: {columns}
issues:
  it: {{topic: Pay, title: Pay, kind: {issue}}}
  other: {{topic: Pay, title: Other, kind: text}}
memoranda:
{chr(10).join(map(_document, papers)) or "  {}"}
{chr(10).join(agreed)}
"""


def _document(said: str) -> str:
    words, _, more = said.partition(" | ")
    party, of, rest = words.split(" ", 2)
    form = rest.split(" ", 1)[0]
    form, value = (form, rest.split(" ", 1)[1]) if form in FORMS else ("statement", rest)
    short = "" if form == "statement" else f"-{form[0]}"
    fields = {
        "party": party,
        "form": "report" if form == "ruling" else form,
        "date": f"2025-06-0{of}",
        "sources": "[paper]",
        **({"read": "whole"} if form == "memorandum" else {}),
        **({"of_record": "true"} if form == "ruling" else {}),
        "positions": "{other: yes}" if value == "-" else f"{{it: {value}}}",
    }
    given = set(re.findall(r"(\w+): ", more))
    told = [f"{name}: {content}" for name, content in fields.items() if name not in given]
    return f"  {party}-{of}{short}: {{{', '.join([*told, *([more] if more else [])])}}}"


def _agreed(of: str, value: str) -> str:
    deal = f"issue: it, date: 2025-06-0{of}, value: {value}, confirmed_by: all, sources: [paper]"
    return f"outcomes: {{deal: {{{deal}}}}}"


FORMS = ("report", "memorandum", "ruling")


def loaded(text: str) -> Dossier:
    found = positions.loads(with_prelude(text))
    assert found.dossier is not None, [str(problem) for problem in found.problems]
    errors = [str(problem) for problem in found.problems if problem.severity == "error"]
    assert not errors, errors
    return found.dossier


def told(before: Dossier, after: Dossier, *, in_order: bool | None = None) -> list[str]:
    """Return the sentence of every change of a position."""
    found = difference(before, after, in_order=in_order)
    return [change_sentence(found, one) for issue in found.issues for one in issue.stances]


def told_of(before: tuple[str, ...], after: tuple[str, ...], **declared: str) -> list[str]:
    """Return what is told where documents come to those of a state as of 1 June."""
    columns = declared.get("columns", COLUMNS)
    issue = declared.get("issue", PAY)
    return told(
        talks(*before, day=1, issue=issue, columns=columns),
        talks(*before, *after, day=2, issue=issue, columns=columns),
    )
