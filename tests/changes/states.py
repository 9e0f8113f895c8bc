"""Two states of a small negotiation, and what is told of the change from one to the other."""

from __future__ import annotations

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
    documents = []
    for number, one in enumerate(said):
        party, of, rest = one.split(" ", 2)
        first = rest.split(" ", 1)[0]
        form = first if first in FORMS else "statement"
        value = rest.removeprefix(f"{form} ")
        more = ", read: whole" if form == "memorandum" else ""
        if form == "ruling":
            form, more = "report", ", of_record: true"
        said_on = f"{{it: {value}}}" if value != "-" else "{other: yes}"
        documents.append(
            f"  {party}-{of}{'' if first not in FORMS else '-' + first[0]}: {{party: {party}, "
            f"form: {form}, date: 2025-06-0{of}, sources: [paper]{more}, positions: {said_on}}}"
        )
        assert number < 9
    return f"""
dossier: {{format: 1, title: Talks, as_of: 2025-06-0{day}}}
parties: {columns}
issues:
  it: {{topic: Pay, title: Pay, kind: {issue}}}
  other: {{topic: Pay, title: Other, kind: text}}
memoranda:
{chr(10).join(documents) or "  {}"}
"""


FORMS = ("report", "memorandum", "ruling")


def loaded(text: str) -> Dossier:
    found = positions.loads(with_prelude(text))
    assert found.dossier is not None, [str(problem) for problem in found.problems]
    errors = [str(problem) for problem in found.problems if problem.severity == "error"]
    assert not errors, errors
    return found.dossier


def told(before: Dossier, after: Dossier) -> list[str]:
    """Return the sentence of every change of a position."""
    found = difference(before, after)
    return [change_sentence(found, one) for issue in found.issues for one in issue.stances]


def told_of(before: tuple[str, ...], after: tuple[str, ...], **declared: str) -> list[str]:
    """Return what is told where documents come to those of a state as of 1 June."""
    columns = declared.get("columns", COLUMNS)
    issue = declared.get("issue", PAY)
    return told(
        talks(*before, day=1, issue=issue, columns=columns),
        talks(*before, *after, day=2, issue=issue, columns=columns),
    )
