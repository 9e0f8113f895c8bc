"""Plain data to a typed dossier: records one by one, so that one bad record hides no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from positions.dossier import (
    Blank,
    Dossier,
    Event,
    Header,
    Issue,
    Memorandum,
    Option,
    Part,
    Party,
    Source,
)
from positions.fields import Record
from positions.position_binding import PositionBinder
from positions.problems import Path, Problem, nearest
from positions.validation import kind_of_data, validate
from positions.values import KINDS, Frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.dossier import Position
    from positions.places import Reading

__all__ = ["SECTIONS", "bind"]

SECTIONS = ("dossier", "parties", "sources", "events", "issues", "memoranda")
"""The sections of a dossier, in the order in which they are documented."""

R = TypeVar("R", bound=Record)

_ID = re.compile(r"\w[\w.-]{0,79}")
_RESERVED = frozenset({*Blank, "all", "or", "not", "none", "unspecified", "to", "be", "agreed"})
_KIND_FIELDS = ("unit", "counts", "limit", "between", "options", "items")


def bind(text: Reading) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """Return the dossier that the data of a text makes, and every problem found.

    The dossier is None where there is nothing to stand on: no sections, or no readable header.
    """
    binder = _Binder(text)
    return binder.dossier(), tuple(binder.problems)


class _Binder:
    def __init__(self, text: Reading) -> None:
        self.text = text
        self.problems: list[Problem] = []
        data = text.data
        self.data: Mapping[str, object] = data if isinstance(data, dict) else {}

    def dossier(self) -> Dossier | None:
        if not self._has_sections():
            return None
        header = self._header()
        parties = self._records("parties", Party)
        sources = self._records("sources", Source)
        events = self._records("events", Event)
        issues = self._issues()
        frames = _frames(issues, parties)
        binder = PositionBinder(issues, frames, frozenset(self._section("issues")), self.text.span)
        memoranda, unreadable = self._memoranda(binder, parties)
        self.problems += binder.problems
        if header is None:
            return None
        return Dossier(header, parties, sources, events, issues, memoranda, frames, unreadable)

    def _report(self, code: str, path: Path, sentence: str, advice: str = "", **at: bool) -> None:
        self.problems.append(Problem(code, sentence, advice, self.text.span(path, **at), path))

    def _has_sections(self) -> bool:
        if self.text.data is None:
            if not self.text.problems:
                self._report("empty-dossier", (), "The file is empty.", _SKETCH)
            return False
        if not isinstance(self.text.data, dict):
            found = kind_of_data(self.text.data)
            self._report("not-a-dossier", (), f"The file is {found}, not a dossier.", _SKETCH)
            return False
        for key in self.data:
            if key not in SECTIONS:
                listed = ", ".join(f"`{name}`" for name in SECTIONS)
                self._report(
                    "unknown-key",
                    (key,),
                    f"`{key[:40]}` is not a section of a dossier.",
                    nearest(key, SECTIONS) or f"The sections are {listed}.",
                    key=True,
                )
        return True

    def _section(self, name: str) -> dict[str, object]:
        data = self.data.get(name)
        return data if isinstance(data, dict) else {}

    def _header(self) -> Header | None:
        data = self.data.get("dossier")
        if not isinstance(data, dict):
            said = f"is {kind_of_data(data)}" if "dossier" in self.data else "is missing"
            self._report("missing-section", ("dossier",), f"The section `dossier` {said}.", _HEADER)
            return None
        return self._validate(Header, data, ("dossier",))

    def _validate(self, model: type[R], data: Mapping[str, object], path: Path) -> R | None:
        found, problems = validate(model, data, path, self.text.span, _HIDDEN)
        self.problems += problems
        return found

    def _entries(self, path: Path, data: object) -> list[tuple[str, object]]:
        """Return the entries of a mapping by id; anything else, and a bad id, is a problem."""
        if data is None:
            return []
        if not isinstance(data, dict):
            self._report(
                "wrong-shape",
                path,
                f"`{path[-1]}` is {kind_of_data(data)}.",
                "It should be a mapping by id: a key for each entry.",
            )
            return []
        for name in data:
            if not _ID.fullmatch(name) or name in _RESERVED:
                self._report(
                    "bad-id",
                    (*path, name),
                    f"`{name[:40]}` cannot be an id.",
                    "Write letters, digits and hyphens, without spaces, and no word that "
                    "values use, such as `none` or `silent`.",
                    key=True,
                )
        return list(data.items())

    def _records(self, section: str, model: type[R]) -> dict[str, R]:
        found = {}
        for name, data in self._entries((section,), self.data.get(section)):
            record = self._record(model, name, data, (section, name))
            if record is not None:
                found[name] = record
        return found

    def _record(self, model: type[R], name: str, data: object, path: Path) -> R | None:
        if data is not None and not isinstance(data, dict):
            self._report(
                "wrong-shape",
                path,
                f"`{name}` is {kind_of_data(data)}.",
                "It should be a mapping of fields.",
            )
            return None
        return self._validate(model, {**(data or {}), "id": name}, path)

    def _issues(self) -> dict[str, Issue]:
        found = {}
        for name, data in self._entries(("issues",), self.data.get("issues")):
            issue = self._issue(name, data)
            if issue is not None:
                found[name] = issue
        return found

    def _issue(self, name: str, data: object) -> Issue | None:
        path = ("issues", name)
        if not isinstance(data, dict):
            return self._record(Issue, name, data, path)
        fields = dict(data)
        fields["parts"] = {
            part: record
            for part, given in self._entries((*path, "parts"), data.get("parts"))
            if (record := self._part(part, given, (*path, "parts", part))) is not None
        }
        for ids in ("options", "items"):
            self._entries((*path, ids), data.get(ids))
        issue = self._record(Issue, name, fields, path)
        return issue if issue is not None and self._fits_kind(issue, data, path) else None

    def _part(self, name: str, data: object, path: Path) -> Part | None:
        return self._record(Part, name, {"title": data} if isinstance(data, str) else data, path)

    def _fits_kind(self, issue: Issue, data: Mapping[str, object], path: Path) -> bool:
        kind = KINDS.get(issue.kind)
        if kind is None:
            listed = ", ".join(KINDS)
            advice = nearest(issue.kind, KINDS) or f"The kinds are {listed}."
            where = (*path, "kind")
            self._report("unknown-kind", where, f"`{issue.kind[:40]}` is not a kind.", advice)
            return False
        missing = [name for name in kind.needs if not getattr(issue, name)]
        for name in missing:
            sentence = f"A {kind.name} needs `{name}`."
            self._report("missing-field", path, sentence, f"Add `{name}:`.", key=True)
        for name in _KIND_FIELDS:
            if name in data and name not in kind.needs | kind.takes:
                where = (*path, name)
                sentence = f"A {kind.name} has no `{name}`."
                self._report("misplaced-field", where, sentence, "Remove it.", key=True)
        return not missing and self._between_known(issue, path)

    def _between_known(self, issue: Issue, path: Path) -> bool:
        known = self._section("parties")
        wrong = [name for name in issue.between or () if name not in known]
        for name in wrong:
            sentence = f"`{name[:40]}` is not a party."
            self._report("unknown-party", (*path, "between"), sentence, nearest(name, known))
        return not wrong

    def _memoranda(
        self, binder: PositionBinder, parties: Mapping[str, Party]
    ) -> tuple[dict[str, Memorandum], frozenset[str]]:
        """Return the memoranda, and the parties of which a memorandum could not be read."""
        found: dict[str, Memorandum] = {}
        unreadable: set[str] = set()
        for name, data in self._entries(("memoranda",), self.data.get("memoranda")):
            memorandum = self._memorandum(name, data, binder)
            if memorandum is not None:
                found[name] = memorandum
                continue
            party = data.get("party") if isinstance(data, dict) else None
            unreadable |= {party} if isinstance(party, str) and party in parties else set(parties)
        return found, frozenset(unreadable)

    def _memorandum(self, name: str, data: object, binder: PositionBinder) -> Memorandum | None:
        path = ("memoranda", name)
        if not isinstance(data, dict):
            return self._record(Memorandum, name, data, path)
        positions: dict[str, Position] = {}
        unreadable = set()
        for issue, given in self._entries((*path, "positions"), data.get("positions")):
            position = binder.bind(issue, given, (*path, "positions", issue))
            if position is None:
                unreadable.add(issue)
            else:
                positions[issue] = position
        fields = {
            **data,
            "positions": positions,
            "unreadable": unreadable,
            "sequence": self._sequence((*path, "sequence"), data.get("sequence")),
            "options": {
                option: record
                for option, given in self._entries((*path, "options"), data.get("options"))
                if (record := self._part_option(option, given, (*path, "options", option)))
            },
        }
        self._party_known(data.get("party"), path)
        return self._record(Memorandum, name, fields, path)

    def _part_option(self, name: str, data: object, path: Path) -> Option | None:
        return self._record(Option, name, {"title": data} if isinstance(data, str) else data, path)

    def _party_known(self, party: object, path: Path) -> None:
        known = self._section("parties")
        if isinstance(party, str) and party not in known:
            where = (*path, "party")
            sentence = f"`{party[:40]}` is not a party."
            self._report("unknown-party", where, sentence, nearest(party, known))

    def _sequence(self, path: Path, data: object) -> tuple[tuple[str, ...], ...]:
        if data is None:
            return ()
        steps = data if isinstance(data, list) else [data]
        found = []
        for place, step in enumerate(steps):
            together = step if isinstance(step, list) else [step]
            if all(isinstance(word, str) for word in together):
                found.append(tuple(together))
            else:
                self._report(
                    "wrong-shape",
                    (*path, place),
                    "A step of the sequence is not an id.",
                    "Write an issue's or event's id, or a list of those that happen together.",
                )
        return tuple(found)


def _frames(
    issues: Mapping[str, Issue], parties: Mapping[str, Party]
) -> dict[tuple[str, str], Frame]:
    """Return what each issue and each of its parts tells its kind; equal frames are one."""
    plain: dict[tuple[object, ...], Frame] = {}
    found: dict[tuple[str, str], Frame] = {}
    for issue in issues.values():
        for part in ("", *issue.parts):
            frame = Frame(
                unit=(issue.parts[part].unit if part else "") or issue.unit,
                limit=issue.limit or "",
                between=issue.between,
                names=_names(issue, parties),
                options=issue.options,
                items=issue.items,
            )
            key = (frame.unit, frame.limit, frame.between)
            own = frame.options or frame.items
            found[issue.id, part] = frame if own else plain.setdefault(key, frame)
    return found


def _names(issue: Issue, parties: Mapping[str, Party]) -> tuple[str, str] | None:
    if issue.between is None:
        return None
    first, second = (parties[name].name if name in parties else name for name in issue.between)
    return first, second


_HIDDEN = frozenset({"id", "unreadable"})
_HEADER = "Begin with `dossier: {format: 1, title: …, as_of: 2025-06-02}`."
_SKETCH = f"{_HEADER} Then come `parties`, `issues` and `memoranda`."
