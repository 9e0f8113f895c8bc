"""A dossier as canonical leaves: every fact under its path, and nothing of how it was written.

Two texts with the same leaves are the same dossier, whatever the order of their keys, their
quoting, wrapping, comments and invisible characters. Prose is kept as `plain_words` leaves it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from positions.model.fields import StrictRecord
from positions.model.remark import Remark
from positions.text.signs import plain_words
from positions.values import KINDS, Distance, Frame, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.model.dossier import Dossier, Issue, Outcome, Position

__all__ = ["Content", "Leaves", "canonical"]

Content = str | tuple[str, ...]
"""What a leaf holds: a text, or several in an order that means nothing or everything."""

Leaves = dict[tuple[str, ...], Content]

_PLAIN = Frame()
_DERIVED = frozenset({"id", "unreadable", "as_in"})
_OF_AN_ISSUE = frozenset({"reference_point", "ordered"})
_WRITTEN_AS = {"same_as": "as"}
_ORDERED = frozenset({"sequence", "between", "ends"})


def canonical(dossier: Dossier) -> Leaves:
    """Return every fact of a dossier by its path, in the order of the dossier."""
    return dict(_leaves(dossier))


def _leaves(dossier: Dossier) -> Iterator[tuple[tuple[str, ...], Content]]:
    yield from _record(("dossier",), dossier.header)
    for section in ("parties", "sources", "events"):
        for name, record in getattr(dossier, section).items():
            yield from _record((section, name), record)
    for name, issue in dossier.issues.items():
        yield from _record(("issues", name), issue, skipped=_OF_AN_ISSUE)
        if issue.ordered:
            yield ("issues", name, "ordered"), tuple(issue.options)
        if issue.reference_point is not None:
            point = ("issues", name, "reference_point")
            yield from _position(point, dossier, issue, "", issue.reference_point)
    for name, memorandum in dossier.memoranda.items():
        yield from _record(("memoranda", name), memorandum, skipped=frozenset({"positions"}))
        for about, position in memorandum.positions.items():
            path = ("memoranda", name, "positions", about)
            yield from _position(path, dossier, dossier.issues[about], "", position)
    for outcome in dossier.outcomes.values():
        yield from _outcome(("outcomes", outcome.id), dossier, outcome)


def _outcome(
    path: tuple[str, ...], dossier: Dossier, outcome: Outcome
) -> Iterator[tuple[tuple[str, ...], Content]]:
    """Yield the facts of an outcome; what was agreed stands beside them, as it is written."""
    issue = dossier.issues[outcome.issue]
    yield from _record(path, outcome, frozenset({"position", "accounts", "delivered"}))
    if outcome.position is not None:
        yield from _position(path, dossier, issue, "", outcome.position)
    for name in ("accounts", "delivered"):
        for party, account in getattr(outcome, name).items():
            yield from _position((*path, name, party), dossier, issue, "", account)


def _record(
    path: tuple[str, ...], record: StrictRecord, skipped: frozenset[str] = frozenset()
) -> Iterator[tuple[tuple[str, ...], Content]]:
    for name in type(record).model_fields:
        if name in _DERIVED or name in skipped:
            continue
        yield from _field((*path, _WRITTEN_AS.get(name, name)), getattr(record, name))


def _field(path: tuple[str, ...], data: object) -> Iterator[tuple[tuple[str, ...], Content]]:
    if isinstance(data, StrictRecord):
        yield from _record(path, data)
    elif isinstance(data, Mapping):
        for label, inner in data.items():
            yield from _field((*path, label), inner)
    elif isinstance(data, Remark):
        if data.text:
            yield path, plain_words(data.text)
        for moment, words in data.dated:
            yield (*path, str(moment)), plain_words(words)
    elif (content := _content(path[-1], data)) is not None:
        yield path, content


def _content(name: str, data: object) -> Content | None:
    """Return what a field holds, or None where it is left out."""
    if name == "conditions" and data == ():
        return "none"
    if data is None or data is False or data in ("", ()):
        return None
    if data is True:
        return "true"
    if isinstance(data, tuple):
        steps = (sorted(word) if isinstance(word, tuple) else [word] for word in data)
        words = tuple(" + ".join(step) for step in steps)
        return words if name in _ORDERED else tuple(sorted(map(plain_words, words)))
    if isinstance(data, Distance):
        return data.text
    return plain_words(str(data))


def _position(
    path: tuple[str, ...], dossier: Dossier, issue: Issue, part: str, position: Position
) -> Iterator[tuple[tuple[str, ...], Content]]:
    nested = frozenset(
        {"value", "alternatives", "parts", "rest", "accounts", "renewable", "reservation"}
    )
    frame = dossier.frames[issue.id, part]
    if position.value is not None:
        yield (*path, "value"), _written(issue.kind, position.value, frame)
    if isinstance(position.renewable, Value):
        yield (*path, "renewable"), _written("duration", position.renewable, _PLAIN)
    elif position.renewable is not None:
        yield (*path, "renewable"), str(position.renewable).lower()
    yield from _record(path, position, nested)
    if position.reservation is not None:
        place = (*path, "reservation")
        yield (*place, "value"), _written(issue.kind, position.reservation.value, frame)
        yield from _record(place, position.reservation, frozenset({"value"}))
    for name in ("alternatives", "parts", "accounts"):
        for label, inner in getattr(position, name).items():
            about = label if name == "parts" else part
            yield from _position((*path, name, label), dossier, issue, about, inner)
    if position.rest is not None:
        yield from _position((*path, "rest"), dossier, issue, part, position.rest)


def _written(kind: str, value: Value, frame: Frame) -> str:
    return _flow(KINDS[kind].plain(value, frame))


def _flow(data: object) -> str:
    """Return canonical plain data in one line, as YAML's braces and brackets write it."""
    if isinstance(data, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in data.items()) + "}"
    if isinstance(data, list | tuple):
        return "[" + ", ".join(_flow(inner) for inner in data) + "]"
    return plain_words(str(data))
