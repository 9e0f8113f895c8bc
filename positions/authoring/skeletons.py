"""Writes the skeleton of a position: the lines of YAML that an analyst fills in, with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.model.dossier import Dossier

__all__ = ["skeleton"]

_EXAMPLES: Final = 4
_FIELDS: Final = (
    "# clause:  where in the document it is",
    "# quote:  the original words",
    "# sources: [ids, where they are not the document's own]",
)


def skeleton(dossier: Dossier, issue: str, party: str, part: str = "") -> str:
    """Return the lines of a position, indented as in a file of two spaces a level.

    They go under the `positions` of a document. Where the party has no document, one is begun; what
    is not known, its day first of all, is left empty, so that `check` asks for it.

    Args:
        dossier: The dossier.
        issue: The id of the issue.
        party: The id of the party.
        part: The id of a part of the issue; empty for all of it.
    """
    return "\n".join(_lines(dossier, issue, party, part)) + "\n"


def _lines(dossier: Dossier, issue: str, party: str, part: str) -> Iterator[str]:
    if all(one.party != party for one in dossier.memoranda.values()):
        yield from (
            f"  {party}-statement:",
            f"    party: {party}",
            "    form: statement",
            "    date:  # such as 2025-06-02",
            "    sources: []",
            "    positions:",
        )
    yield f"      {issue}:"
    indent = "        "
    if part:
        yield f"{indent}parts:"
        yield f"{indent}  {part}:"
        indent += "    "
    forms = dossier.measure(issue, part).forms[:_EXAMPLES]
    # Titles of the dossier may be among them, and a comment ends with its line.
    examples = visible(" ".join(", ".join(forms).split()))
    yield f"{indent}value:  # such as {examples}"
    yield from (f"{indent}{field}" for field in _FIELDS)
