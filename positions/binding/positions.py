"""The positions of a memorandum: short and long forms, values read by the kind of their issue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from positions.binding.validation import kind_of_data, validate
from positions.model.dossier import Account, Blank, Position, Reservation
from positions.model.vocabulary import SILENCES
from positions.text.likeness import closest, nearest
from positions.text.quoting import short_name, with_article
from positions.values import LENGTHS, Measure, Unreadable, Value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from positions.binding.inline_sources import SourceBinder
    from positions.model.dossier import Issue
    from positions.problems.collector import ProblemCollector
    from positions.problems.problem import Path

__all__ = ["MOST_BRANCHES", "PositionBinder"]

P = TypeVar("P", bound=Position)

_NESTED = ("alternatives", "parts", "accounts")
_WRITTEN = ("value", "alternatives", "parts", "blank", "as")
"""The keys that state something, one of which a position has."""
_STATED = (*_WRITTEN[:-1], "same_as")
_READ = frozenset({"blank", "renewable", "reservation"})
_UNWRITTEN = frozenset({"same_as", "as_in"})
_LESS_OFTEN = frozenset({*_READ, "rest", "as"})
_BOUND_HERE = frozenset({*_NESTED, *_UNWRITTEN, "value", "rest", "as"})
_FIELDS = Position.model_fields.keys()
_BLANKS = {str(blank): blank for blank in Blank if blank is not Blank.UNREADABLE}
_MISPLACED = {
    "alternatives": (
        "`alternatives` stands inside alternatives.",
        "Write all of them side by side.",
    ),
    "parts": ("`parts` stands inside a part.", "A part has no parts of its own."),
    "accounts": ("`accounts` stands inside an account.", "Write all of them side by side."),
}
_OUTCOME = frozenset({"outcome", "alternatives", "accounts"})
"""What a position of an outcome stands inside: what is agreed has no branches."""

_ALONE = {
    "outcome": "an outcome",
    "accounts": "an account",
    "alternatives": "an alternative",
    "reference_point": "a reference point",
}
"""What says in its own words what it says, in the words of a message."""

_MOST_GUESSED = 50
"""How many ids are compared with those that are declared, which is slow."""

MOST_BRANCHES = 20
"""The most alternatives of a position that can be compared: the work grows with their product."""


@dataclass(frozen=True, slots=True)
class _PositionPlace:
    """What a position is about: its issue, its part, and the mappings that it stands inside."""

    issue: Issue
    measure: Measure
    part: str = ""
    inside: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the values that are mappings."""
        return self.measure.kind.keys

    def is_value(self, data: Mapping[str, object]) -> bool:
        """Return whether a mapping is a value in its short form, and not a long form."""
        keys = self.keys
        return bool(keys and data.keys() & keys) and not data.keys() & _FIELDS


class PositionBinder:
    """Binds positions, one by one."""

    def __init__(
        self,
        issues: Mapping[str, Issue],
        measures: Mapping[tuple[str, str], Measure],
        declared: Mapping[str, object],
        sources: SourceBinder,
        report: ProblemCollector,
    ) -> None:
        """Take the readable issues, their measures, the data of all issues, and what binds sources.

        And where the faults go.
        """
        self._issues = issues
        self._measures = measures
        self._declared = declared
        self._sources = sources
        self._report = report
        self._places: dict[str, _PositionPlace] = {}
        self._values: dict[tuple[int, str], Value] = {}
        self._short: dict[tuple[type[Position], int, str], Position] = {}

    def bind(self, issue: str, data: object, path: Path) -> Position | None:
        """Return the position that the data states on an issue; None where it cannot be read.

        An issue that is declared and could not be read is no second problem.
        """
        if issue not in self._declared:
            sentence = f"`{short_name(issue)}` is not an issue."
            advice = partial(nearest, issue, self._declared, "Declare it under `issues`.")
            self._report.add("unknown-issue", path, sentence, advice, key=True)
            return None
        if issue not in self._issues:
            return None
        if issue not in self._places:
            self._places[issue] = self._place(self._issues[issue])
        return self._position(Position, self._places[issue], data, path)

    def reference_point(self, issue: Issue, data: object, path: Path) -> Position | None:
        """Return what comes about if nothing is agreed; None where it cannot be read."""
        place = self._place(issue, inside=frozenset({"reference_point"}))
        return self._position(Position, place, data, path)

    def agreed(self, model: type[P], issue: Issue, data: object, path: Path) -> P | None:
        """Return what was agreed or delivered by the data of an outcome; None if unreadable."""
        return self._position(model, self._place(issue, inside=_OUTCOME), data, path)

    def keys(self, issue: Issue) -> frozenset[str]:
        """Return the keys of an issue's values that are mappings."""
        return self._measures[issue.id, ""].kind.keys

    def meant(self, issues: Collection[str]) -> set[str]:
        """Return the issues that unreadable positions are on, or were meant for.

        An id that is not declared was meant for the one that it resembles; where there are too
        many of these to compare, for any.
        """
        known = {issue for issue in issues if issue in self._declared}
        others = [issue for issue in issues if issue not in known]
        if len(others) > _MOST_GUESSED:
            return set(self._declared)
        return known | ({closest(issue, self._declared) for issue in others} - {""})

    def _place(
        self, issue: Issue, part: str = "", inside: frozenset[str] = frozenset()
    ) -> _PositionPlace:
        return _PositionPlace(issue, self._measures[issue.id, part], part, inside)

    def _into(self, place: _PositionPlace, name: str, part: str = "") -> _PositionPlace:
        """Return the place of a position inside another."""
        return self._place(place.issue, part or place.part, place.inside | {name})

    def _position(
        self, model: type[P], place: _PositionPlace, data: object, path: Path
    ) -> P | None:
        """Return a position; the same text with the same measure is one object."""
        if not isinstance(data, str):
            return self._whole_position(model, place, data, path)
        key = (model, id(place.measure), data)
        known = self._short.get(key)
        if isinstance(known, model):
            return known
        found = self._whole_position(model, place, data, path)
        if found is not None:
            self._short[key] = found
        return found

    def _whole_position(
        self, model: type[P], place: _PositionPlace, data: object, path: Path
    ) -> P | None:
        if isinstance(data, dict) and not place.is_value(data):
            data = self._sources.with_ids(data, path)
        before = self._report.count
        fields = self._fields(place, data, path)
        whole = model is Position or "outcome" in place.inside
        if whole and not any(map(fields.get, _STATED)):
            if isinstance(data, dict) and any(data.get(name) is not None for name in _WRITTEN):
                return None
            careless = fields.get("salience") == "0"
            fields["blank"] = Blank.INDIFFERENT if careless else Blank.UNCODED
        also = (*place.keys, "as")
        found = validate(model, fields, path, self._report, _UNWRITTEN, also)
        return found if self._report.count == before else None

    def _fields(self, place: _PositionPlace, data: object, path: Path) -> dict[str, object]:
        """Return the fields of a position with everything below it bound already."""
        if data is None:
            return {}
        if not isinstance(data, dict) or place.is_value(data):
            return self._value(place, data, path)
        taken = _BOUND_HERE | place.keys
        fields = {
            name: given
            for name, given in data.items()
            if name not in taken and not (name in _READ and given is not None)
        }
        for name in _NESTED:
            if name in data:
                fields[name] = self._nested(name, place, data[name], (*path, name))
        if "value" in data:
            fields |= self._value(place, data["value"], (*path, "value"))
        if not _LESS_OFTEN.isdisjoint(data):
            fields |= self._less_often(place, data, path)
        for name in sorted(_UNWRITTEN & data.keys()):
            sentence = f"`{name}` is not a field here."
            self._report.add("unknown-key", (*path, name), sentence, "Write `as`.", key=True)
        self._one_statement(data, path)
        for name in sorted(place.keys & data.keys()):
            sentence = f"`{name}` is a key of a value, and this is a whole position."
            advice = "Put it under `value:`."
            self._report.add("unknown-key", (*path, name), sentence, advice, key=True)
        return fields

    def _less_often(
        self, place: _PositionPlace, data: Mapping[str, object], path: Path
    ) -> dict[str, object]:
        """Return the fields that most positions do not have."""
        found = {
            "rest": self._rest(place, data, (*path, "rest")),
            "same_as": self._same_as(place, data, (*path, "as")),
            "reservation": self._reservation(place, data.get("reservation"), path),
            "blank": self._blank(data.get("blank"), (*path, "blank")),
            "renewable": self._renewable(data.get("renewable"), (*path, "renewable")),
        }
        return {name: one for name, one in found.items() if one is not None}

    def _value(self, place: _PositionPlace, data: object, path: Path) -> dict[str, object]:
        if data is None:
            return {}
        if isinstance(data, str) and data in _BLANKS:
            return {"blank": _BLANKS[data]}
        measure = place.measure
        if isinstance(data, dict) and self._unknown_keys(place, data, path):
            return {}
        try:
            return {"value": self._parse(measure, data)}
        except Unreadable as fault:
            forms = ", ".join(f"`{form}`" for form in measure.forms)
            # Examples beside advice would be read as advice.
            advice = fault.suggestion or f"{with_article(measure.kind.name)} is {forms}."
            if not fault.suggestion and isinstance(data, str) and " " not in data:
                advice = nearest(data, (*_BLANKS, *measure.forms), advice)
            self._report.add("unreadable-value", path, fault.sentence, advice)
            return {}

    def _unknown_keys(self, place: _PositionPlace, data: Mapping[str, object], path: Path) -> bool:
        """Report the keys that a value, where it may be a mapping, does not have."""
        wrong = [name for name in data if name not in place.keys] if place.keys else []
        listed = ", ".join(f"`{key}`" for key in sorted(place.keys))
        known = (*place.keys, *_FIELDS)
        for name in wrong:
            sentence = f"`{short_name(name)}` is not a key of a {place.issue.kind}."
            advice = partial(nearest, name, known, f"Its keys are {listed}.")
            self._report.add("unknown-key", (*path, name), sentence, advice, key=True)
        return bool(wrong)

    def _parse(self, measure: Measure, data: object) -> Value:
        """Return the value of plain data; the same text with the same measure is one value.

        Raises:
            Unreadable: It cannot be read.
        """
        if not isinstance(data, str):
            return measure.parse(data)
        key = (id(measure), data)
        if key not in self._values:
            self._values[key] = measure.parse(data)
        return self._values[key]

    def _blank(self, data: object, path: Path) -> Blank | None:
        if data is None:
            return None
        if isinstance(data, str) and data in _BLANKS:
            return _BLANKS[data]
        listed = ", ".join(f"`{blank}`" for blank in _BLANKS)
        sentence = "`blank` has a value that is not known here."
        meant = nearest(data, _BLANKS) if isinstance(data, str) else ""
        advice = f"{meant} Write one of {listed}.".lstrip()
        self._report.add("wrong-value", path, sentence, advice)
        return None

    def _renewable(self, data: object, path: Path) -> Value | bool | None:
        if data is None:
            return None
        if isinstance(data, str) and data.lower() in {"true", "false"}:
            return data.lower() == "true"
        try:
            return self._parse(LENGTHS, data)
        except Unreadable as fault:
            advice = "Write how long each renewal lasts, such as `30 days`, or true or false."
            self._report.add("unreadable-value", path, fault.sentence, advice)
            return None

    def _same_as(self, place: _PositionPlace, data: Mapping[str, object], path: Path) -> str | None:
        """Return the document that a position says it is the same as."""
        if "as" not in data:
            return None
        document = data["as"]
        if not isinstance(document, str) or not document:
            sentence = f"`as` is {kind_of_data(document or None)}."
            self._report.add("wrong-shape", path, sentence, "Write the id of one document.")
            return None
        if place.inside - {"parts"}:
            inner = next(name for name in _ALONE if name in place.inside)
            sentence = f"`as` stands inside {_ALONE[inner]}."
            advice = "Write what it says there, or take over the whole position."
            self._report.add("misplaced-statement", path, sentence, advice, key=True)
            return None
        return document

    def _reservation(self, place: _PositionPlace, data: object, path: Path) -> Reservation | None:
        if data is None:
            return None
        where = (*path, "reservation")
        if not isinstance(data, dict):
            sentence = f"`reservation` is {kind_of_data(data)}."
            advice = "Write `{value: …, basis: stated}`, or `inferred` where it is your own guess."
            self._report.add("wrong-shape", where, sentence, advice)
            return None
        data = self._sources.with_ids(data, where)
        bound = self._value(place, data.get("value"), (*where, "value"))
        if "blank" in bound:
            sentence = "A reservation is a value, and this is a blank."
            self._report.add("wrong-value", (*where, "value"), sentence, "Leave it out.")
        if data.get("value") is not None and "value" not in bound:
            return None
        return validate(Reservation, {**data, **bound}, where, self._report)

    def _rest(
        self, place: _PositionPlace, data: Mapping[str, object], path: Path
    ) -> Position | None:
        if "rest" not in data:
            return None
        listed = "items" in place.measure.kind.needs and data.get("value") is not None
        if listed and (rest := str(data["rest"])) in SILENCES:
            return Position(blank=Blank(rest))
        if "parts" in place.inside or data.get("parts") is None:
            advice = "Name at least one part under `parts`, or write the value alone."
            sentence = "`rest` stands without `parts`."
            self._report.add("misplaced-statement", path, sentence, advice, key=True)
            return None
        return self._position(Position, self._into(place, "parts"), data["rest"], path)

    def _nested(
        self, name: str, place: _PositionPlace, data: object, path: Path
    ) -> dict[str, Position]:
        if name in place.inside:
            sentence, advice = _MISPLACED[name]
            if "outcome" in place.inside and name != "parts":
                sentence = f"`{name}` stands in an outcome, which is one thing."
                advice = "Write what was agreed as one value, such as `a or b`."
            self._report.add("misplaced-statement", path, sentence, advice, key=True)
            return {}
        if data is None or data == {}:
            advice = "Write a value, or remove the key."
            self._report.add("empty-field", path, f"`{name}` is empty.", advice)
            return {}
        if not isinstance(data, dict):
            sentence = f"`{name}` is {kind_of_data(data)}."
            self._report.add("wrong-shape", path, sentence, "It should be a mapping.")
            return {}
        if name != "parts" and len(data) > MOST_BRANCHES:
            sentence = (
                f"`{name}` has {len(data):,} entries; more than {MOST_BRANCHES} are too many."
            )
            advice = "Merge those that say the same."
            self._report.add("too-many", path, sentence, advice, key=True)
            return {}
        return self._branches(name, place, data, path)

    def _branches(
        self, name: str, place: _PositionPlace, data: Mapping[str, object], path: Path
    ) -> dict[str, Position]:
        model = Account if name == "accounts" else Position
        found: dict[str, Position] = {}
        for label, given in data.items():
            where = (*path, label)
            if name == "parts" and label not in place.issue.parts:
                self._unknown_part(place.issue, label, where)
                continue
            inner = self._into(place, name, label if name == "parts" else "")
            position = self._position(model, inner, given, where)
            if position is not None:
                found[label] = position
        return found

    def _unknown_part(self, issue: Issue, label: str, path: Path) -> None:
        """Report a part that its issue does not declare; one that was unreadable is no fault."""
        declared = self._declared[issue.id]
        parts = declared.get("parts") if isinstance(declared, dict) else None
        known = parts if isinstance(parts, dict) else issue.parts
        if label in known or (parts is not None and not known):
            return
        sentence = f"`{short_name(label)}` is not a part of `{issue.id}`."
        advice = partial(nearest, label, known, f"Declare it under `parts` of `{issue.id}`.")
        self._report.add("unknown-part", path, sentence, advice, key=True)

    def _one_statement(self, data: Mapping[str, object], path: Path) -> None:
        """Check that a position states what it states in one way only."""
        ways = [name for name in _WRITTEN if data.get(name) is not None]
        if len(ways) > 1:
            listed = " and ".join(f"`{name}`" for name in ways)
            sentence = f"A position has {listed} at once."
            self._report.add("two-statements", path, sentence, "Keep one of them.")
