"""The outcomes of a dossier: what was agreed, whose accounts of it, whose counts of a delivery."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from positions.binding.issues import unknown_party
from positions.binding.validation import validate
from positions.model.outcome import EVERYONE, OF_A_PARTY, Outcome, agreed_fields
from positions.model.position import Account, Position
from positions.text.likeness import nearest
from positions.text.quoting import short_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from positions.binding.inline_sources import SourceBinder
    from positions.binding.positions import PositionBinder
    from positions.binding.records import RecordBinder
    from positions.model.dossier import Issue
    from positions.problems.problem import Path

__all__ = ["OutcomeBinder"]

_Fields = dict[str, object]

_UNWRITTEN = frozenset({"id", "position", "same_as", "as_in"})
_POSITION = (*agreed_fields(), "alternatives", "as")
"""The fields of what was agreed, which stand beside those of the outcome."""

_STATED = ("value", "parts", "blank")


class OutcomeBinder:
    """Binds outcomes, one by one."""

    def __init__(
        self,
        records: RecordBinder,
        positions: PositionBinder,
        sources: SourceBinder,
        issues: Mapping[str, Issue],
        declared: tuple[Mapping[str, object], Mapping[str, object]],
    ) -> None:
        """Take what binds records, positions and sources, the issues, and what is declared.

        That is the data of issues and of parties.
        """
        self._records = records
        self._positions = positions
        self._sources = sources
        self._issues = issues
        self._declared, self._parties = declared
        self._report = records.report

    def outcomes(
        self, data: object, misread: Collection[str]
    ) -> tuple[dict[str, Outcome], frozenset[str]]:
        """Return the outcomes that could be read, and the issues of which one could not.

        Args:
            data: The section's data.
            misread: Ids of outcomes in which YAML reads something otherwise than it was meant.
        """
        found: dict[str, Outcome] = {}
        if data is not None and not isinstance(data, dict):
            self._records.entries(("outcomes",), data)
            return found, frozenset(self._issues)
        lost: set[str] = set()
        for name, given in self._records.entries(("outcomes",), data):
            outcome = self._outcome(name, given)
            if outcome is not None and name not in misread:
                found[name] = outcome
                continue
            issue = given.get("issue") if isinstance(given, dict) else None
            known = isinstance(issue, str) and issue in self._declared
            lost |= {str(issue)} if known else set(self._issues)
        return found, frozenset(lost & self._issues.keys())

    def _outcome(self, name: str, data: object) -> Outcome | None:
        path = ("outcomes", name)
        if not isinstance(data, dict):
            return self._records.record(Outcome, name, data, path)
        data = self._sources.with_ids(data, path)
        before = self._report.count
        issue = self._issue(data.get("issue"), path)
        fields = {
            **self._own(data, path, self._positions.keys(issue) if issue else frozenset()),
            "id": name,
            "accounts": self._accounts(issue, data.get("accounts"), (*path, "accounts")),
            "delivered": self._accounts(
                issue, data.get("delivered"), (*path, "delivered"), EVERYONE
            ),
        }
        inline = {key: data[key] for key in data if key in _POSITION}
        position = None
        if inline and issue:
            position = self._positions.agreed(Position, issue, inline, path)
        if position is not None:
            fields["position"] = position
        self._confirmed(data.get("confirmed_by"), (*path, "confirmed_by"))
        if not any(data.get(key) is not None for key in (*_STATED, "accounts")):
            sentence = "The outcome says neither what was agreed nor by whose account."
            self._report.add(
                "empty-outcome", path, sentence, "Add `value:` or `accounts:`.", key=True
            )
        outcome = validate(Outcome, fields, path, self._report, _UNWRITTEN, _POSITION)
        return outcome if issue and self._report.count == before else None

    def _issue(self, name: object, path: Path) -> Issue | None:
        """Return the issue of an outcome; one that is not declared is a problem."""
        if not isinstance(name, str) or not name:
            return None
        if name not in self._declared:
            sentence = f"`{short_name(name)}` is not an issue."
            advice = partial(nearest, name, self._declared, "Declare it under `issues`.")
            self._report.add("unknown-issue", (*path, "issue"), sentence, advice)
        return self._issues.get(name)

    def _own(self, data: Mapping[str, object], path: Path, values: Collection[str]) -> _Fields:
        """Return what of an outcome is not what was agreed, unknown keys included.

        Keys that have another place are problems.

        Args:
            data: The data of the outcome.
            path: Where it stands.
            values: The keys of values that are mappings.
        """
        own = {}
        for key, given in data.items():
            if key in OF_A_PARTY:
                self._of_a_party(key, (*path, key))
            elif key in values or key in _UNWRITTEN:
                sentence = f"`{key}` is not a field here."
                advice = "Put it under `value:`." if key in values else "Remove it."
                self._report.add("unknown-key", (*path, key), sentence, advice, key=True)
            elif key not in _POSITION:
                own[key] = given
        return own

    def _of_a_party(self, key: str, path: Path) -> None:
        sentence = f"`{key}` stands in an outcome, and says something of a party."
        advice = "Write it in the party's own position."
        self._report.add("misplaced-statement", path, sentence, advice, key=True)

    def _accounts(
        self, issue: Issue | None, data: object, path: Path, also: str = ""
    ) -> dict[str, Account]:
        """Return what was agreed, or delivered, by the word of each party."""
        found = {}
        for party, given in self._by_party(data, path, also):
            where = (*path, party)
            for key in OF_A_PARTY if isinstance(given, dict) else ():
                if isinstance(given, dict) and key in given:
                    self._of_a_party(key, (*where, key))
            account = self._positions.agreed(Account, issue, given, where) if issue else None
            if account is not None:
                found[party] = account
        return found

    def _by_party(self, data: object, path: Path, also: str = "") -> list[tuple[str, object]]:
        """Return the entries of a mapping by party; one that is not declared is a problem."""
        found = []
        for party, given in self._records.references(path, data):
            if party in self._parties or (also and party == also):
                found.append((party, given))
            elif party == EVERYONE:
                sentence = f"`{EVERYONE}` is not a party, and has no account of its own."
                advice = "What all confirm is the outcome's own value, with `confirmed_by: all`."
                self._report.add("unknown-party", (*path, party), sentence, advice, key=True)
            else:
                unknown_party(self._report, self._parties, party, (*path, party), key=True)
        return found

    def _confirmed(self, data: object, path: Path) -> None:
        several = isinstance(data, list)
        for place, party in enumerate(data if isinstance(data, list) else [data]):
            # What is no text is a fault of its shape.
            if not isinstance(party, str) or not party or party == EVERYONE:
                continue
            if party not in self._parties:
                where = (*path, place) if several else path
                unknown_party(self._report, self._parties, party, where)
