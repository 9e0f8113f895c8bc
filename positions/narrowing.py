"""Two dossiers cut down to what can differ between them, so that comparing them costs little.

Of two revisions of a large dossier, most is the same. What `changes`, `movements` and the rows of
a comparison say of an issue follows from the issue, what documents say on it, and the heads of
these documents; where none of that differs as plain data, the issue can be left out on both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.dossier import Dossier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from positions.loader import Loaded

__all__ = ["narrowed", "only"]

_Data = dict[str, object]

_HEAD_ONLY = frozenset({"title", "note", "language", "sources", "credibility", "sequence"})
"""What a document can change in its head without any position of record being another."""


def narrowed(before: Loaded, after: Loaded) -> tuple[Dossier, Dossier]:
    """Return both dossiers without those issues on which they are certainly the same.

    Everything but issues, positions and sources is whole on both sides. The differences between
    the two narrowed dossiers are those between the whole ones.

    Raises:
        LookupError: One side has no dossier.
    """
    if before.dossier is None or after.dossier is None:
        message = "there is a dossier on one side only"
        raise LookupError(message)
    one, other = before.data, after.data
    if not isinstance(one, dict) or not isinstance(other, dict):
        return before.dossier, after.dossier
    affected = _affected(before.dossier, after.dossier, one, other)
    if affected is None:
        return before.dossier, after.dossier
    sources = _differing(_section(one, "sources"), _section(other, "sources"))
    return (
        _without_others(before.dossier, affected, sources),
        _without_others(after.dossier, affected, sources),
    )


def only(dossier: Dossier, issue: str) -> Dossier:
    """Return a dossier with one issue only; the whole of it where none is named."""
    return _without_others(dossier, {issue}, dossier.sources.keys()) if issue else dossier


def _affected(before: Dossier, after: Dossier, one: _Data, other: _Data) -> set[str] | None:
    """Return the issues on which two dossiers may differ; None where that may be any."""
    if list(before.parties) != list(after.parties) or before.unreadable != after.unreadable:
        return None
    issues = _section(one, "issues"), _section(other, "issues")
    affected = _differing(*issues)
    if before.issues.keys() != after.issues.keys() and _renames(before, after, affected):
        return None
    papers = _section(one, "memoranda"), _section(other, "memoranda")
    turned = _turned(before, after)
    for name in _differing(*papers) | turned:
        states = papers[0].get(name, {}), papers[1].get(name, {})
        found = _of_document(*states, same_time=name not in turned)
        if found is None:
            return None
        affected |= found
    named = set()
    for side, declared in zip(papers, issues, strict=True):
        for paper in side.values():
            said = paper.get("positions") if isinstance(paper, dict) else None
            if isinstance(said, dict):
                for issue in affected & said.keys():
                    named |= {word for word in _words(said[issue]) if word in declared}
    # Terms name issues, whose titles are shown.
    return affected | named


def _renames(before: Dossier, after: Dossier, affected: AbstractSet[str]) -> bool:
    return any(
        side.issues[issue].formerly
        for side in (before, after)
        for issue in affected & side.issues.keys()
    )


def _turned(before: Dossier, after: Dossier) -> set[str]:
    """Return the documents that count at the day of one dossier and not at that of the other."""
    days = before.header.as_of, after.header.as_of
    if days[0] == days[1]:
        return set()
    return {
        name
        for dossier in (before, after)
        for name, paper in dossier.memoranda.items()
        for date in (paper.date, paper.published)
        if date is not None and days[0].before(date) is not days[1].before(date)
    }


def _of_document(before: object, after: object, *, same_time: bool) -> set[str] | None:
    """Return the issues on which two states of a document may differ; None where that may be any.

    A memorandum also says something of what it does not mention; others do not.
    """
    if not isinstance(before, dict) or not isinstance(after, dict):
        return None
    said = before.get("positions") or {}, after.get("positions") or {}
    if not isinstance(said[0], dict) or not isinstance(said[1], dict):
        return None
    head = _differing(before, after) - {"positions"} - _HEAD_ONLY
    if not head and same_time:
        return _differing(*said)
    forms = {state.get("form") for state in (before, after) if state}
    return {*said[0], *said[1]} if forms <= {"statement", "report"} else None


def _section(data: _Data, name: str) -> _Data:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> set[str]:
    missing = object()
    return {name for name in {**one, **other} if one.get(name, missing) != other.get(name, missing)}


def _words(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _words(inner)


def _without_others(
    dossier: Dossier, issues: AbstractSet[str], sources: AbstractSet[str]
) -> Dossier:
    return Dossier(
        dossier.header,
        dossier.parties,
        {name: source for name, source in dossier.sources.items() if name in sources},
        dossier.events,
        {name: issue for name, issue in dossier.issues.items() if name in issues},
        {
            name: paper.model_copy(
                update={
                    "positions": {
                        issue: position
                        for issue, position in paper.positions.items()
                        if issue in issues
                    }
                }
            )
            for name, paper in dossier.memoranda.items()
        },
        {place: frame for place, frame in dossier.frames.items() if place[0] in issues},
        dossier.unreadable,
    )
