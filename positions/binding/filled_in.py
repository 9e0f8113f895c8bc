"""Says what binding filled in where a dossier leaves it out, so that nothing is assumed unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.binding.dossier import declared_sections
from positions.binding.issues import NO_TOPIC

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.model.dossier import Dossier

__all__ = ["filled_in"]


def filled_in(data: object, dossier: Dossier) -> tuple[str, ...]:
    """Return each kind of thing that was filled in, as a clause.

    Args:
        data: The plain data of the dossier.
        dossier: What they came to.
    """
    return tuple(_clauses(declared_sections(data), dossier))


def _clauses(sections: Mapping[str, Mapping[str, object]], dossier: Dossier) -> Iterator[str]:
    if "as_of" not in sections.get("dossier", {}):
        yield f"`as_of` is {dossier.header.as_of}, the last day in the dossier"
    issues = _lacking(sections, "issues", dossier.issues)
    yield from _counted(issues["topic"], "issue has", "issues have", f"the topic “{NO_TOPIC}”")
    yield from _counted(issues["title"], "issue is called", "issues are called", "by the id")
    its, their = "is of the kind that its fields show", "are of the kind that their fields show"
    yield from _counted(issues["kind"], f"issue {its}", f"issues {their}")
    documents = _lacking(sections, "memoranda", dossier.memoranda)
    yield from _counted(documents["form"], "document is a report", "documents are reports")
    its, their = "has the day of its source", "have the day of their source"
    yield from _counted(documents["date"], f"report {its}", f"reports {their}")
    its, their = "is of the party whose id it has", "are of the party whose id they have"
    yield from _counted(documents["party"], f"document {its}", f"documents {their}")


def _lacking(
    sections: Mapping[str, Mapping[str, object]], name: str, bound: Mapping[str, object]
) -> dict[str, int]:
    """Return how many of the records that were bound lack each of the fields that are filled in."""
    shared = sections.get("shared", {}) if name == "memoranda" else {}
    found = dict.fromkeys(("topic", "title", "kind", "form", "date", "party"), 0)
    for record in bound:
        given = sections.get(name, {}).get(record)
        written = {*shared, *(given if isinstance(given, dict) else ())}
        for field in found:
            short = isinstance(given, str) and field == "kind"
            found[field] += field not in written and not short
    return found


def _counted(count: int, one: str, several: str, what: str = "") -> Iterator[str]:
    if count:
        yield f"{count:,} {one if count == 1 else several} {what}".rstrip()
