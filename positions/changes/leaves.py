"""A dossier as canonical leaves: every fact under its path, and nothing of how it was written.

Two texts with the same leaves are the same dossier, whatever the order of their keys, their
quoting, wrapping, comments and invisible characters. Prose is kept as `plain_words` leaves it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from positions.model.dossier import AnyOrder, Form, Issue, Memorandum, Outcome, Position, Terms
from positions.model.fields import StrictRecord
from positions.model.remark import Remark
from positions.text.signs import plain_words
from positions.values import LENGTHS, Distance, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.model.dossier import Dossier

__all__ = [
    "Content",
    "Leaves",
    "Subject",
    "canonical",
    "facts_of",
    "leaves_of",
    "records_of",
    "same_head",
    "words_of",
]

Content = str | tuple[str, ...]
"""What a leaf holds: a text, or several in an order that means nothing or everything."""

Leaves = dict[tuple[str, ...], Content]

Subject = tuple[str, ...]
"""The path of a record; a position of a document is a record of its own."""

_Leaf = tuple[tuple[str, ...], Content]

_DERIVED = frozenset({"id", "unreadable", "as_in", "later"})
_OF_AN_ISSUE = frozenset({"reference_point", "ordered"})
_OF_A_DOCUMENT = frozenset({"positions"})
_OF_AN_OUTCOME = frozenset({"position", "accounts", "delivered"})
_OF_A_POSITION = frozenset(
    {"value", "alternatives", "parts", "rest", "accounts", "renewable", "reservation"}
)
_WRITTEN_AS = {"same_as": "as"}
_ORDERED = frozenset({"sequence", "between", "ends"})


def canonical(dossier: Dossier) -> Leaves:
    """Return every fact of a dossier by its path, in the order of the dossier."""
    return {
        path: content
        for subject, record in records_of(dossier).items()
        for path, content in leaves_of(dossier, subject, record).items()
    }


def records_of(dossier: Dossier) -> dict[Subject, StrictRecord]:
    """Return every record of a dossier by its path, in the order of the dossier."""
    found: dict[Subject, StrictRecord] = {("dossier",): dossier.header}
    for section in ("parties", "sources", "events", "issues"):
        found |= {(section, name): record for name, record in getattr(dossier, section).items()}
    for name, memorandum in dossier.memoranda.items():
        document = ("memoranda", name)
        found[document] = memorandum
        for issue, position in memorandum.positions.items():
            found[*document, "positions", issue] = position
    return found | {("outcomes", name): outcome for name, outcome in dossier.outcomes.items()}


def leaves_of(dossier: Dossier, subject: Subject, record: StrictRecord) -> Leaves:
    """Return the facts of one record by their paths, without those of records inside it."""
    if isinstance(record, Position):
        return dict(_position(subject, dossier, (subject[-1], ""), record))
    if isinstance(record, Issue):
        return dict(_issue(subject, dossier, record))
    if isinstance(record, Outcome):
        return dict(_outcome(subject, dossier, record))
    if isinstance(record, Memorandum):
        skipped = _OF_A_DOCUMENT
        if record.form is not Form.MEMORANDUM:
            # That it is public and was read is written of a memorandum alone.
            fields = Memorandum.model_fields
            plain = {"disclosure", "read"}
            skipped |= {one for one in plain if getattr(record, one) == fields[one].default}
        return dict(_record(subject, record, skipped))
    return dict(_record(subject, record, frozenset()))


def same_head(one: Memorandum, other: Memorandum) -> bool:
    """Return whether two documents are equal but for their positions."""
    return one is other or _head(one) == _head(other)


def words_of(
    dossier: Dossier, place: tuple[str, str], position: Position, ids: Mapping[str, str]
) -> Leaves:
    """Return what a position says, as it is written: its value, terms and options.

    Args:
        dossier: The dossier.
        place: The issue and the part.
        position: The position.
        ids: Issues that have another id, with that id.
    """
    facts = facts_of(dossier, place, position, ids)
    return {path: content for path, content in facts.items() if _is_said(path)}


def facts_of(
    dossier: Dossier, place: tuple[str, str], position: Position, ids: Mapping[str, str]
) -> Leaves:
    """Return every fact of a position by the keys below it; the arguments are as above."""
    found = _position((), dossier, place, position)
    return {path: _with_ids(content, ids) for path, content in found}


def _is_said(path: tuple[str, ...]) -> bool:
    """Return whether a fact below a position is what the party says, and not how it is known."""
    while path[0] in {"alternatives", "parts"}:
        path = path[2:]
    return _is_said(path[1:]) if path[0] == "rest" else path[0] not in _BESIDE_WORDS


_BESIDE_WORDS = frozenset(Position.model_fields) - frozenset(
    {"value", "blank", "same_as", "alternatives", "parts", "rest", *Terms.model_fields}
)


def _with_ids(content: Content, ids: Mapping[str, str]) -> Content:
    if isinstance(content, str):
        return ids.get(content, content)
    return tuple(sorted(ids.get(word, word) for word in content))


def _head(document: Memorandum) -> dict[str, object]:
    return {name: data for name, data in document if name not in _OF_A_DOCUMENT}


def _issue(path: Subject, dossier: Dossier, issue: Issue) -> Iterator[_Leaf]:
    yield from _record(path, issue, _OF_AN_ISSUE)
    if issue.ordered:
        yield (*path, "ordered"), tuple(issue.options)
    if issue.reference_point is not None:
        point = (*path, "reference_point")
        yield from _position(point, dossier, (issue.id, ""), issue.reference_point)


def _outcome(path: Subject, dossier: Dossier, outcome: Outcome) -> Iterator[_Leaf]:
    """Yield the facts of an outcome; what was agreed stands beside them, as it is written."""
    place = (outcome.issue, "")
    yield from _record(path, outcome, _OF_AN_OUTCOME)
    if outcome.position is not None:
        yield from _position(path, dossier, place, outcome.position)
    for name in ("accounts", "delivered"):
        for party, account in getattr(outcome, name).items():
            yield from _position((*path, name, party), dossier, place, account)


def _record(
    path: Subject, record: StrictRecord, skipped: frozenset[str] = frozenset()
) -> Iterator[_Leaf]:
    for name, data in vars(record).items():
        empty = data is None or data is False or (not data and data in ("", {}))
        if empty or name in _DERIVED or name in skipped:
            continue
        yield from _field((*path, _WRITTEN_AS.get(name, name)), data)


def _field(path: Subject, data: object) -> Iterator[_Leaf]:
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
        words = tuple(map(_step, data))
        return words if name in _ORDERED else tuple(sorted(map(plain_words, words)))
    if isinstance(data, Distance):
        return data.text
    return plain_words(str(data))


def _step(step: object) -> str:
    """Return a word, or the words of a step of a sequence as one text."""
    if isinstance(step, AnyOrder):
        return " ~ ".join(sorted(step.any_order))
    return " + ".join(sorted(step)) if isinstance(step, tuple) else str(step)


def _position(
    path: Subject, dossier: Dossier, place: tuple[str, str], position: Position
) -> Iterator[_Leaf]:
    """Yield the facts of a position on an issue, or on a part of it.

    Args:
        path: Its path.
        dossier: The dossier.
        place: The issue and the part.
        position: The position.
    """
    measure = dossier.measure(*place)
    if position.value is not None:
        yield (*path, "value"), _flow(measure.plain(position.value))
    if isinstance(position.renewable, Value):
        yield (*path, "renewable"), _flow(LENGTHS.plain(position.renewable))
    elif position.renewable is not None:
        yield (*path, "renewable"), str(position.renewable).lower()
    yield from _record(path, position, _OF_A_POSITION)
    if position.reservation is not None:
        inside = (*path, "reservation")
        yield (*inside, "value"), _flow(measure.plain(position.reservation.value))
        yield from _record(inside, position.reservation, frozenset({"value"}))
    for name in ("alternatives", "parts", "accounts"):
        for label, inner in getattr(position, name).items():
            about = (place[0], label) if name == "parts" else place
            yield from _position((*path, name, label), dossier, about, inner)
    if position.rest is not None:
        yield from _position((*path, "rest"), dossier, place, position.rest)


def _flow(data: object) -> str:
    """Return canonical plain data in one line, as YAML's braces and brackets write it."""
    if isinstance(data, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in data.items()) + "}"
    if isinstance(data, list | tuple):
        return "[" + ", ".join(_flow(inner) for inner in data) + "]"
    return plain_words(str(data))
