"""The positions of a memorandum: short and long forms, values read by the kind of their issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from positions.dossier import Account, Blank, Position
from positions.problems import Path, Problem, nearest
from positions.validation import Locate, kind_of_data, validate
from positions.values import KINDS, Frame, Unreadable, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.dossier import Issue

__all__ = ["PositionBinder"]

P = TypeVar("P", bound=Position)

_NESTED = ("alternatives", "parts", "accounts")
_STATED = ("value", "alternatives", "parts", "rest", "blank")
_PLAIN = Frame()
_BLANKS = frozenset(Blank) - {Blank.UNREADABLE}


class PositionBinder:
    """Binds positions, one by one, and keeps the problems that it meets."""

    def __init__(
        self,
        issues: Mapping[str, Issue],
        frames: Mapping[tuple[str, str], Frame],
        declared: frozenset[str],
        locate: Locate,
    ) -> None:
        """Take the readable issues, their frames, and the ids of all issues that are declared."""
        self.problems: list[Problem] = []
        self._issues = issues
        self._frames = frames
        self._declared = declared
        self._locate = locate
        self._values: dict[tuple[str, int, str], Value] = {}

    def bind(self, issue: str, data: object, path: Path) -> Position | None:
        """Return the position that the data states on an issue; None where it cannot be read.

        An issue that is declared and could not be read is no second problem.
        """
        if issue not in self._declared:
            advice = nearest(issue, self._declared) or "Declare it under `issues`."
            self._report(
                "unknown-issue", path, f"`{issue[:40]}` is not an issue.", advice, key=True
            )
            return None
        if issue not in self._issues:
            return None
        return self._position(Position, self._issues[issue], "", data, path)

    def _report(self, code: str, path: Path, sentence: str, advice: str = "", **at: bool) -> None:
        self.problems.append(Problem(code, sentence, advice, self._locate(path, **at), path))

    def _position(
        self, model: type[P], issue: Issue, part: str, data: object, path: Path
    ) -> P | None:
        before = len(self.problems)
        fields = self._fields(issue, part, data, path)
        if model is Position and not any(fields.get(name) is not None for name in _STATED):
            fields["blank"] = Blank.UNCODED
        found, problems = validate(model, fields, path, self._locate)
        self.problems += problems
        return found if len(self.problems) == before else None

    def _fields(self, issue: Issue, part: str, data: object, path: Path) -> dict[str, object]:
        """Return the fields of a position with everything below it bound already."""
        if data is None:
            return {}
        if not isinstance(data, dict) or self._is_value(issue, data):
            return self._value(issue, part, data, path)
        fields = {name: given for name, given in data.items() if name not in _NESTED}
        for name in _NESTED:
            if name in data:
                fields[name] = self._nested(name, issue, part, data[name], (*path, name))
        if data.get("rest") is not None:
            fields["rest"] = self._position(Position, issue, part, data["rest"], (*path, "rest"))
        if "value" in data:
            del fields["value"]
            fields |= self._value(issue, part, data["value"], (*path, "value"))
        if "renewable" in data:
            fields["renewable"] = self._renewable(data["renewable"], (*path, "renewable"))
        self._one_statement(fields, path)
        return fields

    def _is_value(self, issue: Issue, data: dict[str, object]) -> bool:
        """Return whether a mapping is a value in its short form, and not a long form."""
        return bool(data) and data.keys() <= KINDS[issue.kind].keys

    def _value(self, issue: Issue, part: str, data: object, path: Path) -> dict[str, object]:
        if data is None:
            return {}
        if isinstance(data, str) and data in _BLANKS:
            return {"blank": Blank(data)}
        kind, frame = KINDS[issue.kind], self._frames[issue.id, part]
        try:
            return {"value": self._parse(issue.kind, data, frame)}
        except Unreadable as fault:
            forms = ", ".join(f"`{form}`" for form in kind.forms(frame))
            advice = f"{fault.suggestion} " if fault.suggestion else ""
            self._report(
                "unreadable-value", path, fault.sentence, f"{advice}A {kind.name} is {forms}."
            )
            return {}

    def _parse(self, kind: str, data: object, frame: Frame) -> Value:
        """Return the value of plain data; the same text for the same frame is one value.

        Raises:
            Unreadable: The kind cannot read it.
        """
        key = (kind, id(frame), data if isinstance(data, str) else "")
        if key in self._values:
            return self._values[key]
        found: Value = KINDS[kind].parse(data, frame)
        if isinstance(data, str):
            self._values[key] = found
        return found

    def _renewable(self, data: object, path: Path) -> Value | bool | None:
        if data in {"true", "false"}:
            return data == "true"
        try:
            return self._parse("duration", data, _PLAIN)
        except Unreadable as fault:
            advice = "Write how long each renewal lasts, such as `30 days`, or true or false."
            self._report("unreadable-value", path, fault.sentence, advice)
            return None

    def _nested(
        self, name: str, issue: Issue, part: str, data: object, path: Path
    ) -> dict[str, Position]:
        if not isinstance(data, dict):
            sentence = f"`{name}` is {kind_of_data(data)}."
            self._report("wrong-shape", path, sentence, "It should be a mapping.")
            return {}
        found: dict[str, Position] = {}
        for label, given in data.items():
            where = (*path, label)
            if name == "parts" and not self._is_part(issue, part, label, where):
                continue
            inner = label if name == "parts" else part
            model = Account if name == "accounts" else Position
            position = self._position(model, issue, inner, given, where)
            if position is not None:
                found[label] = position
        return found

    def _is_part(self, issue: Issue, part: str, label: str, path: Path) -> bool:
        if label in issue.parts and not part:
            return True
        sentence = f"`{label[:40]}` is not a part of `{issue.id}`."
        advice = nearest(label, issue.parts) or f"Declare it under `parts` of `{issue.id}`."
        self._report("unknown-part", path, sentence, advice, key=True)
        return False

    def _one_statement(self, fields: dict[str, object], path: Path) -> None:
        """Check that a position states a value in one way only; parts and a rest go together."""
        ways = [name for name in _STATED if fields.get(name) and name != "rest"]
        if "rest" in fields and "parts" not in ways:
            ways.append("rest")
        if len(ways) > 1:
            listed = " and ".join(f"`{name}`" for name in ways)
            sentence = f"A position has {listed} at once."
            self._report("two-statements", path, sentence, "Keep one of them.")
