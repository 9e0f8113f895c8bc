"""Plain data to a typed dossier: records one by one, so that one bad record hides no other."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from pydantic import ValidationError

from positions.binding.astray import strays, without
from positions.binding.inline_sources import SourceBinder
from positions.binding.issues import IssueBinder, measures_of, unknown_party
from positions.binding.limits import LIMIT_VARIABLE, most_cells, most_pairs, words_by_issue
from positions.binding.outcomes import OutcomeBinder
from positions.binding.positions import PositionBinder
from positions.binding.records import RecordBinder
from positions.binding.shared import SharedHead
from positions.binding.validation import kind_of_data, validate
from positions.model.dossier import (
    AnyOrder,
    Dossier,
    Event,
    Form,
    Header,
    Memorandum,
    Option,
    Party,
    Source,
)
from positions.model.moment import Moment
from positions.model.records import RECORDS, SECTIONS
from positions.problems.collector import MAX_LISTED, ProblemCollector
from positions.problems.problem import Severity
from positions.text.likeness import closest, nearest
from positions.text.quoting import short_name
from positions.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from positions.model.dossier import Issue, Outcome, Position
    from positions.problems.problem import Path, Problem
    from positions.reading.places import Reading

__all__ = ["bind", "declared_sections", "last_day"]


def declared_sections(data: object) -> dict[str, dict[str, object]]:
    """Return what each section of a dossier's data declares, by id.

    A section whose name is misspelt counts as the one that it resembles, and what stands in another
    section counts where it belongs, and so do entries of a list: that is one fault, and what refers
    to its entries is none.
    """
    found: dict[str, dict[str, object]] = {}
    if isinstance(data, dict):
        for one in strays(data):
            found[one.home] = {**found.get(one.home, {}), **one.entries}
        for name, key in _meant(data):
            entries = data[key]
            if isinstance(entries, list):
                entries = {word: None for one in entries for word in _called(one)}
            if isinstance(entries, dict):
                found[name] = {**entries, **found.get(name, {})}
    return found


def _called(entry: object) -> Iterator[str]:
    """Yield what may be the id of an entry of a section that is a list, which it should not be."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        for name in (entry.get("id"), entry.get("name"), *(entry if len(entry) == 1 else ())):
            if isinstance(name, str):
                yield from (name, slug(name))


def _meant(data: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return the keys of sections, each after the section that it is or was meant for."""
    others = islice((key for key in data if key not in SECTIONS), MAX_LISTED)
    return [(name, name) for name in SECTIONS if name in data] + [
        (name, key) for key in others if (name := closest(key, SECTIONS))
    ]


def bind(text: Reading) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """Return the dossier that the data of a text makes, and every problem found.

    The dossier is None where there is nothing to stand on (no sections, or no readable header),
    and where it is larger than can be compared.
    """
    binder = _Binder(text)
    return binder.dossier(), binder.report.problems()


class _Binder:
    def __init__(self, text: Reading) -> None:
        self.text = text
        self.report = ProblemCollector(text.span)
        self.records = RecordBinder(self.report)
        data = text.data
        whole: Mapping[str, object] = data if isinstance(data, dict) else {}
        self.astray = strays(whole)
        self.data = without(whole, self.astray)
        self.sections = declared_sections(data)
        # Sections of which something stands under another name, or in another section.
        self.misspelt = {name for name, _ in _meant(whole) if name not in whole}
        self.misspelt |= {one.home for one in self.astray}
        # What YAML reads otherwise than it was meant must not be taken for a position.
        self.misread = {
            one.path[:_OF_A_POSITION]
            for one in text.problems
            if one.severity is Severity.ERROR and len(one.path) >= _OF_A_POSITION
        }

    def dossier(self) -> Dossier | None:
        if not self._has_sections():
            return None
        parties = self.records.records(Party, ("parties",), self.data.get("parties"))
        sources = self.records.records(Source, ("sources",), self.data.get("sources"))
        events = self.records.records(Event, ("events",), self.data.get("events"))
        binder = IssueBinder(self.records, self._section("parties"))
        issues = binder.issues(self.data.get("issues"))
        measures = measures_of(issues, parties)
        self.inline = SourceBinder(self.records, self._section("sources"))
        self.shared = SharedHead(self.data.get("shared"), self.inline, self.report)
        # So that what is wrong with positions is told now, and not when the kind is mended.
        self.unsure = binder.meant.keys()
        read = {**binder.meant, **issues}
        positions = PositionBinder(
            read,
            {**measures_of(binder.meant, parties), **measures},
            self._section("issues"),
            self.inline,
            self.report,
        )
        issues = {name: self._with_reference_point(one, positions) for name, one in issues.items()}
        memoranda, unreadable = self._memoranda(positions, parties, sources)
        outcomes, lost = self._outcomes(positions, issues)
        header = self._header(last_day(memoranda.values(), outcomes.values()))
        if header is None:
            return None
        found = Dossier(
            header,
            parties,
            {**sources, **self.inline.found},
            events,
            issues,
            memoranda,
            {place: measure.frame for place, measure in measures.items()},
            unreadable,
            outcomes,
            lost,
            dated="as_of" in self._section("dossier"),
        )
        return found if self._can_be_compared(found) else None

    def _with_reference_point(self, issue: Issue, binder: PositionBinder) -> Issue:
        """Return an issue with what comes about if nothing is agreed, where the data say that."""
        data = self._section("issues")[issue.id]
        if not isinstance(data, dict) or "reference_point" not in data:
            return issue
        path = ("issues", issue.id, "reference_point")
        if data["reference_point"] is None:
            sentence = "`reference_point` is empty."
            self.report.add("empty-field", path, sentence, "Write a value, or remove the key.")
            return issue
        position = binder.reference_point(issue, data["reference_point"], path)
        return issue.model_copy(update={"reference_point": position})

    def _outcomes(
        self, positions: PositionBinder, issues: Mapping[str, Issue]
    ) -> tuple[dict[str, Outcome], frozenset[str]]:
        """Return the outcomes, and the issues of which one could not be read."""
        declared = self._section("issues"), self._section("parties")
        binder = OutcomeBinder(self.records, positions, self.inline, issues, declared)
        misread = {
            str(one.path[1])
            for one in self.text.problems
            if one.severity is Severity.ERROR and one.path[:1] == ("outcomes",) and one.path[1:]
        }
        outcomes, lost = binder.outcomes(self.data.get("outcomes"), misread)
        return outcomes, frozenset(issues) if "outcomes" in self.misspelt else lost

    def _can_be_compared(self, dossier: Dossier) -> bool:
        """Return whether the work of comparing a dossier is bounded; more is a problem."""
        lines = {issue.id: len(issue.parts) or 1 for issue in dossier.issues.values()}
        cells = len(dossier.parties) * sum(lines.values())
        most = most_cells(sum(len(one.positions) for one in dossier.memoranda.values()))
        words = words_by_issue(dossier.memoranda.values())
        pairs = sum(lines[issue] * count**2 // 2 for issue, count in words.items())
        outcomes = [(lines[one.issue], _words_of(one)) for one in dossier.outcomes.values()]
        agreed = sum(count * words for count, words in outcomes)
        pairs += sum(count * words**2 // 2 for count, words in outcomes)
        for count, bound, what in (
            (cells, most, "cells, which are parties times issues and their parts"),
            (pairs, most_pairs(), "pairs of positions, alternative by alternative"),
            (agreed, most, "accounts and counts of outcomes, part by part"),
        ):
            if count > bound:
                sentence = f"There are {count:,} {what}; {bound:,} at most are compared."
                enough = -(-count * 2 // 25) if bound == most_pairs() else count
                advice = f"Divide it, or set {LIMIT_VARIABLE}={enough} where you know who wrote it."
                self.report.add("too-many", ("issues",), sentence, advice, key=True)
                return False
        return True

    def _has_sections(self) -> bool:
        if self.text.data is None:
            if not self.text.problems:
                self.report.add("empty-dossier", (), "The file is empty.", _SKETCH)
            return False
        if not isinstance(self.text.data, dict):
            found = kind_of_data(self.text.data)
            self.report.add("not-a-dossier", (), f"The file is {found}, not a dossier.", _SKETCH)
            return False
        listed = ", ".join(f"`{name}`" for name in SECTIONS)
        for key in self.data:
            if key not in SECTIONS:
                self.report.add(
                    "unknown-key",
                    (key,),
                    f"`{short_name(key)}` is not a section of a dossier.",
                    partial(nearest, key, SECTIONS, f"The sections are {listed}."),
                    key=True,
                )
        for one in self.astray:
            if not one.follows:
                noun, advice = "a section", "Begin it in column 1."
                if one.name != one.home:
                    noun, advice = RECORDS[one.home].noun, f"Write it under `{one.home}`."
                sentence = f"`{short_name(one.name)}` is {noun}, and stands under `{one.section}`."
                self.report.add(
                    "misplaced-entry", (one.section, one.name), sentence, advice, key=True
                )
        return True

    def _section(self, name: str) -> dict[str, object]:
        return self.sections.get(name, {})

    def _header(self, last: Moment | None) -> Header | None:
        """Return the header, which stands for the last day in the dossier if it names none."""
        data = self.data.get("dossier")
        if "dossier" in self.misspelt:
            return None
        if not isinstance(data, dict):
            said = f"is {kind_of_data(data)}" if "dossier" in self.data else "is missing"
            sentence = f"The section `dossier` {said}."
            self.report.add("missing-section", ("dossier",), sentence, _HEADER)
            return None
        if "as_of" not in data and last is None and self.misspelt:
            # The days may be in a section that is not called right, which is told already.
            validate(Header, {**data, "as_of": "2000"}, ("dossier",), self.report)
            return None
        known = data if "as_of" in data or last is None else {**data, "as_of": last}
        return validate(Header, known, ("dossier",), self.report)

    def _memoranda(
        self, binder: PositionBinder, parties: Mapping[str, Party], sources: Mapping[str, Source]
    ) -> tuple[dict[str, Memorandum], frozenset[str]]:
        """Return the memoranda, and the parties of which a memorandum could not be read.

        Those of a party that could not be read are left out with it.
        """
        found: dict[str, Memorandum] = {}
        data = self.data.get("memoranda")
        readable = "memoranda" not in self.misspelt and (data is None or isinstance(data, dict))
        unreadable = set() if readable else set(parties)
        for name, given in self.records.entries(("memoranda",), data):
            whole = self._with_head(name, given, sources) if isinstance(given, dict) else given
            memorandum = self._memorandum(name, whole, binder)
            if memorandum is not None and memorandum.party in parties:
                found[name] = memorandum
                continue
            party = whole.get("party") if isinstance(whole, dict) else None
            known = isinstance(party, str) and party in self._section("parties")
            unreadable |= {str(party)} if known else set(parties)
        return found, frozenset(unreadable & parties.keys())

    def _with_head(
        self, name: str, data: Mapping[str, object], sources: Mapping[str, Source]
    ) -> dict[str, object]:
        """Return the data of a document with what it leaves out: its party, form and day."""
        shared = self.shared.given_to(self.inline.with_ids(data, ("memoranda", name)))
        found: dict[str, object] = {"form": Form.REPORT.value, **shared}
        if "party" not in found and name in self._section("parties"):
            found["party"] = name
        if "date" not in found and found["form"] == Form.REPORT:
            named = found.get("sources")
            ids = named if isinstance(named, list | tuple) else [named]
            known = {**sources, **self.inline.found}
            days = [known[one].date for one in ids if isinstance(one, str) and one in known]
            if days:
                found["date"] = max(days, key=Moment.order)
        return found

    def _memorandum(self, name: str, data: object, binder: PositionBinder) -> Memorandum | None:
        path = ("memoranda", name)
        if not isinstance(data, dict):
            return self.records.record(Memorandum, name, data, path)
        positions, unreadable = self._positions((*path, "positions"), data.get("positions"), binder)
        fields = {
            "positions": positions,
            "unreadable": unreadable,
            "sequence": self._sequence((*path, "sequence"), data.get("sequence")),
            "options": self.records.records(
                Option,
                (*path, "options"),
                self.records.named((*path, "options"), data.get("options")),
            ),
        }
        memorandum = self.records.record(Memorandum, name, data, path, fields)
        memorandum = memorandum or _without_faults({**data, **fields, "id": name})
        party = data.get("party")
        if isinstance(party, str) and party and party not in self._section("parties"):
            unknown_party(self.report, self._section("parties"), party, (*path, "party"))
            return None
        return self._with_known(memorandum, path) if memorandum else None

    def _with_known(self, document: Memorandum, path: Path) -> Memorandum | None:
        """Return a document that says since when it is known, under whichever name it did.

        One of which only the month or the year is known was there when its text was known.
        """
        known = document.known or document.published
        if known is None:
            return document
        if document.known and document.published:
            sentence = "The document has `known` and `published`, its older name, at once."
            where = (*path, "published")
            self.report.add("two-statements", where, sentence, "Keep `known`.", key=True)
            return None
        found = {"known": known, "published": None, "date": document.date.by(known)}
        return document.model_copy(update=found)

    def _positions(
        self, path: Path, data: object, binder: PositionBinder
    ) -> tuple[dict[str, Position], set[str]]:
        """Return the positions by issue, and the issues of which nothing can be said."""
        positions: dict[str, Position] = {}
        entries = self.records.references(path, data)
        if data is not None and not isinstance(data, dict):
            return positions, set(self._section("issues"))
        unreadable = set()
        for issue, given in entries:
            position = binder.bind(issue, given, (*path, issue))
            misread = (*path, issue) in self.misread or issue in self.unsure
            if position is None or misread:
                unreadable.add(issue)
            else:
                positions[issue] = position
        return positions, binder.meant(unreadable) - positions.keys()

    def _sequence(self, path: Path, data: object) -> tuple[tuple[str, ...] | AnyOrder, ...]:
        steps = data if isinstance(data, list) else [] if data is None else [data]
        found: list[tuple[str, ...] | AnyOrder] = []
        for place, step in enumerate(steps):
            where = (*path, place) if isinstance(data, list) else path
            if isinstance(step, dict) and "any_order" in step:
                found.append(validate(AnyOrder, step, where, self.report) or ())
                continue
            together = step if isinstance(step, list) else [step]
            readable = bool(together) and all(isinstance(word, str) for word in together)
            # A step that cannot be read stays, as nothing, so that the others keep their places.
            found.append(tuple(together) if readable else ())
            if not readable:
                self.report.add(
                    "wrong-shape",
                    where,
                    "A step of the sequence is not an id.",
                    "Write an issue's or event's id, or a list of those that happen together, or "
                    "`{any_order: […]}` for those within one period.",
                )
        return tuple(found)


_DECISIVE = ("party", "form", "date", "known", "published", "positions")
"""Fields without which it cannot be told whose words they are, of what kind, or since when."""


def _without_faults(data: Mapping[str, object]) -> Memorandum | None:
    """Return a document without the fields that cannot be read; None where they decide too much.

    So that a field that does not belong hides no position. It counts as read in part, because what
    was not read may have said what silence means.
    """
    left = dict(data)
    try:
        Memorandum.model_validate(left)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            name = str(next(iter(fault["loc"]), ""))
            meant = closest(name, Memorandum.model_fields) or name
            if meant in _DECISIVE:
                return None
            left.pop(name, None)
        left["read"] = "part"
    try:
        return Memorandum.model_validate(left)
    except ValidationError:
        return None


def last_day(documents: Iterable[Memorandum], outcomes: Iterable[Outcome]) -> Moment | None:
    """Return the last day on which something is dated; None where nothing is."""
    days = [day for one in documents for day in (one.date, one.known) if day is not None]
    for outcome in outcomes:
        words = (*outcome.accounts.values(), *outcome.delivered.values())
        days += [outcome.date, *(one.date for one in words if one.date is not None)]
    return max(days, key=Moment.order, default=None)


def _words_of(outcome: Outcome) -> int:
    """Return how many words an outcome has to compare: its own, accounts, counts of a delivery."""
    return 1 + len(outcome.accounts) + len(outcome.delivered)


_OF_A_POSITION = len(("memoranda", "a document", "positions", "an issue"))
_HEADER = "Begin with `dossier: {format: 1, title: …, as_of: 2025-06-02}`."
_SKETCH = (
    f"{_HEADER} Then come `parties`, `issues` and `memoranda`. `positions init` writes an example."
)
