"""Rules across records: one function and one code each, run on what was readable.

A reference to a record that is there but could not be read is no second problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from positions.dossier import Form, Position
from positions.problems import Path, Problem, nearest
from positions.values import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from positions.dossier import Dossier, Memorandum
    from positions.places import Reading
    from positions.values import Value

__all__ = ["check"]

Faults = Iterator[tuple[Path, str, str]]
"""The path of each fault, its sentence and its suggestion."""

_ID = re.compile(r"[\w.]+(-[\w.]+)+")


def check(dossier: Dossier, reading: Reading) -> tuple[Problem, ...]:
    """Return the problems of a dossier that only show across its records."""
    declared = _Declared(reading)
    return tuple(
        Problem(code, sentence, suggestion, reading.span(path), path)
        for code, rule in _RULES.items()
        for path, sentence, suggestion in rule(dossier, declared)
    )


class _Declared:
    """The ids that the text declares, whether or not their records could be read."""

    def __init__(self, reading: Reading) -> None:
        data = reading.data if isinstance(reading.data, dict) else {}
        self._sections = {
            name: frozenset(section) for name, section in data.items() if isinstance(section, dict)
        }

    def ids(self, *sections: str) -> frozenset[str]:
        return frozenset[str]().union(*(self._sections.get(name, ()) for name in sections))


def _positions(dossier: Dossier) -> Iterator[tuple[Path, Position]]:
    """Return every position with its path: those of documents, and those inside them."""
    for memorandum in dossier.memoranda.values():
        for issue, position in memorandum.positions.items():
            yield from _inside(("memoranda", memorandum.id, "positions", issue), position)


def _inside(path: Path, position: Position) -> Iterator[tuple[Path, Position]]:
    yield path, position
    for name in ("alternatives", "parts", "accounts"):
        for label, inner in getattr(position, name).items():
            yield from _inside((*path, name, label), inner)
    if position.rest is not None:
        yield from _inside((*path, "rest"), position.rest)


def _unknown_source(dossier: Dossier, declared: _Declared) -> Faults:
    known = declared.ids("sources")
    documents = [(("memoranda", one.id), one.sources) for one in dossier.memoranda.values()]
    positions = [(path, position.sources) for path, position in _positions(dossier)]
    for path, sources in (*documents, *positions):
        for place, source in enumerate(sources):
            if source not in known:
                advice = nearest(source, known) or "Declare it under `sources`."
                yield (*path, "sources", place), f"`{source[:40]}` is not a source.", advice


def _unknown_reference(dossier: Dossier, declared: _Declared) -> Faults:
    known = declared.ids("issues", "events", "parties")
    for path, position in _positions(dossier):
        terms = {
            "starts": (position.starts,),
            "until": (position.until,),
            "by": position.by,
            "conditions": position.conditions or (),
            "after": position.after,
        }
        for name, words in terms.items():
            for word in words:
                if word not in known and (_ID.fullmatch(word) or _misspelt(word, known)):
                    advice = nearest(word, known) or "Declare it, or write it in several words."
                    sentence = f"`{word[:40]}` is no event, issue or party."
                    yield (*path, name), sentence, advice


def _misspelt(word: str, known: Iterable[str]) -> bool:
    """Return whether a single word is close to an id; words of a sentence are free."""
    return bool(word) and " " not in word and bool(nearest(word, known))


def _unknown_step(dossier: Dossier, declared: _Declared) -> Faults:
    known = declared.ids("issues", "events")
    for memorandum in dossier.memoranda.values():
        for place, step in enumerate(memorandum.sequence):
            for word in step:
                if word not in known:
                    path = ("memoranda", memorandum.id, "sequence", place)
                    advice = nearest(word, known) or "Declare it under `events`."
                    yield path, f"`{word[:40]}` is no event or issue.", advice


def _repeated_step(dossier: Dossier, _: _Declared) -> Faults:
    for memorandum in dossier.memoranda.values():
        seen: set[str] = set()
        for place, step in enumerate(memorandum.sequence):
            for word in step:
                if word in seen:
                    path = ("memoranda", memorandum.id, "sequence", place)
                    sentence = f"`{word}` stands twice in the sequence."
                    yield path, sentence, "Keep one of the two; nothing comes before itself."
                seen.add(word)


def _unknown_whole(dossier: Dossier, declared: _Declared) -> Faults:
    known = declared.ids("issues", "events")
    for event in dossier.events.values():
        if event.part_of and event.part_of not in known:
            path = ("events", event.id, "part_of")
            advice = nearest(event.part_of, known) or "Name an issue or another event."
            yield path, f"`{event.part_of[:40]}` is no issue or event.", advice


def _without_source(dossier: Dossier, _: _Declared) -> Faults:
    for memorandum in dossier.memoranda.values():
        for issue, position in memorandum.positions.items():
            path = ("memoranda", memorandum.id, "positions", issue)
            if not memorandum.sources and not position.sources:
                sentence = "The position has no source, of its own or of its document."
                yield path, sentence, "Add `sources:` here or to the document."
            for label, account in position.accounts.items():
                if not account.sources:
                    sentence = f"The account `{label}` does not say whose it is."
                    yield (*path, "accounts", label), sentence, "Add `sources:` to it."


def _conflicting_record(dossier: Dossier, _: _Declared) -> Faults:
    words = [one for one in dossier.memoranda.values() if one.form is not Form.REPORT]
    for first, second in combinations(words, 2):
        if first.party == second.party and _at_once(first, second):
            for issue in first.positions.keys() & second.positions.keys():
                if first.positions[issue].substance() != second.positions[issue].substance():
                    path = ("memoranda", second.id, "positions", issue)
                    sentence = f"`{first.id}`, of the same moment, says something else on this."
                    advice = "Give the later one its time, or make one an account of the other."
                    yield path, sentence, advice


def _at_once(first: Memorandum, second: Memorandum) -> bool:
    return not (first.date.before(second.date) or second.date.before(first.date))


def _always_meets(dossier: Dossier, _: _Declared) -> Faults:
    for issue in dossier.issues.values():
        if issue.limit or "limit" not in KINDS[issue.kind].takes:
            continue
        values = _values(dossier, issue.id)
        frame = dossier.frames[issue.id, ""]
        sides = [KINDS[issue.kind].open_side(value, frame) for value in values.values()]
        if len(values) > 1 and sides[0] and len(set(sides)) == 1:
            sentence = f"All positions are open {sides[0]}, so that they always meet."
            advice = "If the values are limits, declare `limit: maximum` or `limit: minimum`."
            yield ("issues", issue.id), sentence, advice


def _values(dossier: Dossier, issue: str) -> dict[tuple[str, int], Value]:
    """Return the values of an issue; nothing where not more than one party states one."""
    found = {}
    for memorandum in dossier.memoranda.values():
        if issue in memorandum.positions:
            path = ("memoranda", memorandum.id)
            inside = _inside(path, memorandum.positions[issue])
            for place, (_, position) in enumerate(inside):
                if position.value is not None:
                    found[memorandum.party, place] = position.value
    return found if len({party for party, _ in found}) > 1 else {}


_RULES: dict[str, Callable[[Dossier, _Declared], Faults]] = {
    "unknown-source": _unknown_source,
    "unknown-reference": _unknown_reference,
    "unknown-step": _unknown_step,
    "repeated-step": _repeated_step,
    "unknown-whole": _unknown_whole,
    "without-source": _without_source,
    "conflicting-record": _conflicting_record,
    "always-meets": _always_meets,
}
