"""The issues of a dossier: their kinds, the fields that each needs, and how values are measured."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from positions.model.dossier import Issue, Part, Phrasing
from positions.text.articles import definite_name
from positions.text.likeness import closest, nearest
from positions.text.quoting import short_name, with_article
from positions.text.slugs import title_of
from positions.values import KINDS, Frame, Measure, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.binding.records import RecordBinder
    from positions.model.dossier import Party
    from positions.problems.collector import ProblemCollector
    from positions.problems.problem import Path

__all__ = ["MOST_OPTIONS", "NO_TOPIC", "IssueBinder", "measures_of", "unknown_party"]

MOST_OPTIONS = 500
"""The most options of a choice, or items of a checklist, that can be compared."""

NO_TOPIC = "Issues"
"""The heading of the issues that name no topic."""

_LATER = frozenset({"reference_point", "near"})
_KIND_FIELDS = (
    *("unit", "counts", "limit", "between", "verb"),
    *("options", "ordered", "items", "ends"),
)


class IssueBinder:
    """Binds issues, one by one."""

    def __init__(self, records: RecordBinder, parties: Mapping[str, object]) -> None:
        """Take what binds records, and the data of all parties that are declared."""
        self._records = records
        self._parties = parties
        self._report = records.report
        self.meant: dict[str, Issue] = {}
        """Issues whose kind is misspelt and all else right, with the kind that is meant."""

    def issues(self, data: object) -> dict[str, Issue]:
        """Return the issues that could be read, by id."""
        found = {}
        for name, given in self._records.entries(("issues",), data):
            issue = self._issue(name, given)
            if issue is not None:
                found[name] = issue
        return found

    def _issue(self, name: str, data: object) -> Issue | None:
        path = ("issues", name)
        if isinstance(data, str) and data:
            data = {"kind": data}
        if not isinstance(data, dict):
            return self._records.record(Issue, name, data, path)
        if "kind" not in data and (kind := _kind_shown(data)):
            data = {**data, "kind": kind}
        parts = self._records.named((*path, "parts"), data.get("parts"))
        bound: dict[str, object] = {
            "parts": self._records.records(Part, (*path, "parts"), parts),
            **({} if "topic" in data else {"topic": NO_TOPIC}),
            **({} if "title" in data else {"title": title_of(name)}),
        }
        fits = self._fits_kind(data, path)
        data = {field: given for field, given in data.items() if not _misplaced(field, data)}
        for ids in ("options", "items"):
            before = self._report.count
            given = self._words((*path, ids), data.get(ids))
            if given is None:
                continue
            fits = fits and self._report.count == before
            if self._few((*path, ids), given, MOST_OPTIONS):
                words = self._records.records(Phrasing, (*path, ids), given)
                bound[ids] = words
                fits = fits and len(words) == len(given)
            else:
                bound[ids], fits = {}, False
        # What comes about without an agreement is a position, bound when the issues are known; a
        # threshold is read as soon as its own issue is.
        own = {field: given for field, given in data.items() if field not in _LATER}
        self._by_known(data.get("by"), (*path, "by"))
        issue = self._records.record(Issue, name, own, path, bound)
        kind = "" if issue is None or issue.kind in KINDS else closest(issue.kind, KINDS)
        if issue is not None and kind and all(getattr(issue, one) for one in KINDS[kind].needs):
            self.meant[name] = issue.model_copy(update={"kind": kind})
        if issue is None or not fits:
            return None
        return self._with_threshold(issue, data["near"]) if "near" in data else issue

    def _words(self, path: Path, data: object) -> dict[str, object] | None:
        """Return options or items by id; None where there are none."""
        return self._records.named(path, data) if isinstance(data, dict | list) else None

    def _with_threshold(self, issue: Issue, data: object) -> Issue:
        """Return the issue with the distance up to which it counts positions as near."""
        path = ("issues", issue.id, "near")
        if data is None:
            sentence = "`near` is empty."
            self._report.add("empty-field", path, sentence, "Write a value, or remove the key.")
            return issue
        try:
            near = Measure(KINDS[issue.kind], _frame(issue, "", None)).threshold(data)
        except Unreadable as fault:
            self._report.add("unreadable-value", path, fault.sentence, fault.suggestion)
            return issue
        return issue.model_copy(update={"near": near})

    def _few(self, path: Path, data: Mapping[str, object], most: int) -> bool:
        if len(data) <= most:
            return True
        sentence = f"`{path[-1]}` has {len(data):,} entries; more than {most} cannot be compared."
        self._report.add("too-many", path, sentence, "Divide the issue.", key=True)
        return False

    def _fits_kind(self, data: Mapping[str, object], path: Path) -> bool:
        """Return whether an issue is of a kind that exists, and has the fields that it needs."""
        name = data.get("kind")
        if not isinstance(name, str) or not name:
            return False
        kind = KINDS.get(name)
        if kind is None:
            advice = partial(_kinds_for, name)
            sentence = f"`{short_name(name)}` is not a kind."
            self._report.add("unknown-kind", (*path, "kind"), sentence, advice)
            return False
        missing = [
            field
            for field in sorted(kind.needs)
            if data.get(field, {}) in ({}, []) or (field == "unit" and data[field] == "")
        ]
        for field in missing:
            sentence = f"{with_article(kind.name)} needs `{field}`."
            self._report.add("missing-field", path, sentence, f"Add `{field}:`.", key=True)
        for field in _KIND_FIELDS:
            if field in data and _misplaced(field, data):
                sentence = f"{with_article(kind.name)} has no `{field}`."
                where = (*path, field)
                self._report.add("misplaced-field", where, sentence, "Remove it.", key=True)
        return self._between_known(data.get("between"), (*path, "between")) and not missing

    def _by_known(self, by: object, path: Path) -> None:
        """Report who would do or pay what an issue is about, and is no party."""
        for place, name in enumerate(by if isinstance(by, list) else [by]):
            if isinstance(name, str) and name and name not in self._parties:
                where = (*path, place) if isinstance(by, list) else path
                unknown_party(self._report, self._parties, name, where)

    def _between_known(self, between: object, path: Path) -> bool:
        wrong = [
            (place, name)
            for place, name in enumerate(between if isinstance(between, list) else ())
            if isinstance(name, str) and name and name not in self._parties
        ]
        for place, name in wrong:
            unknown_party(self._report, self._parties, name, (*path, place))
        return not wrong


def _misplaced(field: str, data: Mapping[str, object]) -> bool:
    """Return whether a field of an issue says something that its kind has no use for."""
    kind = KINDS.get(str(data.get("kind")))
    if kind is None or field not in _KIND_FIELDS:
        return False
    # What a figure counts can be said wherever it has a unit.
    unit = {"counts"} if "unit" in kind.needs | kind.takes else set()
    return field not in kind.needs | kind.takes | unit


def _kind_shown(data: Mapping[str, object]) -> str:
    """Return the kind that an issue shows by the fields that this kind needs; empty if none."""
    shown = {name: kind.needs for name, kind in KINDS.items() if kind.needs <= data.keys()}
    most = max(map(len, shown.values()), default=0)
    found = [name for name, needs in shown.items() if len(needs) == most]
    return found[0] if most and len(found) == 1 else ""


def unknown_party(
    report: ProblemCollector,
    known: Mapping[str, object],
    name: str,
    path: Path,
    *,
    key: bool = False,
) -> None:
    """Report a party that is not declared, at its path or at its key there."""
    advice = partial(nearest, name, known, "Declare it under `parties`.")
    report.add("unknown-party", path, f"`{short_name(name)}` is not a party.", advice, key=key)


def measures_of(
    issues: Mapping[str, Issue], parties: Mapping[str, Party]
) -> dict[tuple[str, str], Measure]:
    """Return how the values of each issue, and of each of its parts, are measured.

    Those that are measured alike share one object, so that the same text is the same value.
    """
    alike: dict[tuple[object, ...], Measure] = {}
    found: dict[tuple[str, str], Measure] = {}
    for issue in issues.values():
        names = _names(issue, parties)
        own = issue.id if issue.options or issue.items else ""
        for part in ("", *issue.parts):
            frame = _frame(issue, part, names)
            key = (own, issue.kind, frame.unit, frame.limit, frame.between, frame.verb, frame.ends)
            found[issue.id, part] = alike.setdefault(key, Measure(KINDS[issue.kind], frame))
    return found


def _frame(issue: Issue, part: str, names: tuple[str, str] | None) -> Frame:
    return Frame(
        unit=(issue.parts[part].unit if part else "") or issue.unit,
        limit=issue.limit or "",
        between=issue.between,
        names=names,
        verb=issue.verb,
        options=_titles(issue.options),
        ordered=issue.ordered,
        items=_titles(issue.items),
        ends=issue.ends,
    )


def _titles(words: Mapping[str, Phrasing]) -> dict[str, str]:
    return {name: one.title for name, one in words.items()}


def _names(issue: Issue, parties: Mapping[str, Party]) -> tuple[str, str] | None:
    if issue.between is None:
        return None
    first, second = (
        definite_name(parties[name].name) if name in parties else name for name in issue.between
    )
    return first, second


def _kinds_for(name: str) -> str:
    """Return what kinds there are, after the one that a word may have been meant for."""
    return f"{nearest(name, KINDS)} The kinds are {', '.join(KINDS)}.".lstrip()
