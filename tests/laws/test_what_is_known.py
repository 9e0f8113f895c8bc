"""No output says more than its record: nothing later leaks, and silence is claimed of no text unread.

Random dossiers of documents, reports, accounts, outcomes, counts and remarks of many days are looked
at from a day, in every form of output, which is then searched for days after it.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import positions
from positions.analysis.overview import survey
from positions.analysis.single_text.merge import single_text
from positions.comparison.cell_lines import cell_lines
from positions.comparison.compare import compare
from positions.model.moment import Moment
from positions.model.vocabulary import Blank
from positions.record.settle import record
from positions.reports.comparison.csv import comparison_csv
from positions.reports.comparison.json import comparison_json
from positions.reports.issue.sheet import issue_page
from positions.reports.issue.statements import words_json
from positions.reports.page.look import Look
from positions.reports.page.render import render
from positions.reports.pairs.json import pairs_json
from positions.reports.pairs.page import pairs_page
from positions.reports.sequence.json import sequence_json
from positions.reports.sequence.page import sequence_page
from positions.reports.single_text.json import single_text_json
from positions.reports.single_text.page import single_text_page
from positions.reports.unknown.json import unknown_json
from positions.reports.unknown.page import unknown_page
from positions.sequence.conflicts import order_steps
from tests.rendered import comparison_markdown, comparison_text

if TYPE_CHECKING:
    from positions.comparison.rows import Comparison
    from positions.loader import Loaded

_FIRST = dt.date(2025, 1, 1)
_ISO = re.compile(r"\b2025-(\d\d)-(\d\d)\b")
_PROSE = re.compile(
    r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November"
    r"|December) 2025\b"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_VALUES: dict[str, list[Any]] = {
    "truce": ["10 days", "at least 5 days", "none", "2-3 days", "unspecified", "to be agreed"],
    "toll": ["5", "at most 9", "20-30", "no limit", "about 7"],
    "seat": ["here", "there or away", "not here"],
    "swap": ["6 for 6", "9 for 0", "all for all"],
    "land": [{"parts": {"hill": "here"}, "rest": "there"}, "away", {"parts": {"lake": "there"}}],
}
_BLANKS = ["silent", "unseen", "undisclosed", "declined", "indifferent", "deleted", ""]


class _Dossiers:
    """Makes a dossier in which every record has a day of its own."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def day(self) -> str:
        return str(_FIRST + dt.timedelta(days=self.random.randrange(200)))

    def chance(self, of: float) -> bool:
        return self.random.random() < of

    def sources(self) -> list[str]:
        return [f"s{self.random.randrange(6)}"]

    def remark(self) -> dict[str, str]:
        return {self.day(): "Something was remarked.", self.day(): "Something else was."}

    def position(self, issue: str, *, report: bool) -> object:
        if self.chance(0.25):
            return self.random.choice(_BLANKS[:-2] if report else _BLANKS)
        value = self.random.choice(_VALUES[issue])
        if isinstance(value, dict):
            return value
        found: dict[str, object] = {"value": value}
        if self.chance(0.2):
            found["after"] = [self.random.choice(["go", "stop", "truce"])]
        if self.chance(0.2):
            found["conditions"] = self.random.choice(["none", ["go"], ["a signed text"]])
        if self.chance(0.2):
            found["note"] = self.remark()
        if self.chance(0.2):
            found["checked"] = {"who": "Ada", "date": self.day()}
        if report and self.chance(0.2):
            found["of_record"] = True
        if self.chance(0.3):
            account: dict[str, object] = {"value": value, "sources": self.sources()}
            account |= {"party": self.random.choice("abc")} if self.chance(0.5) else {}
            account |= {"date": self.day()} if self.chance(0.5) else {}
            account["value"] = self.random.choice(
                [one for one in _VALUES[issue] if not isinstance(one, dict)]
            )
            found["accounts"] = {"x": account}
        return found

    def document(self, names: list[str]) -> dict[str, object]:
        form = self.random.choice(["memorandum", "memorandum", "statement", "report"])
        found: dict[str, object] = {
            "party": self.random.choice(["a", "b", "c", "un"]),
            "form": form,
            "date": self.day(),
            "sources": self.sources(),
        }
        if form == "memorandum":
            found["read"] = self.random.choice(["whole", "part", "I-II"])
            found["disclosure"] = self.random.choice(["published", "reviewed", "partial"])
            if self.chance(0.3):
                found["known"] = self.day()
        if self.chance(0.2):
            found["note"] = self.remark()
        if names and self.chance(0.2):
            found["based_on"] = self.random.choice(names)
        if names and self.chance(0.2):
            found["reactions"] = {self.random.choice(names): "rejects"}
        if self.chance(0.3):
            found["sequence"] = self.random.sample(["go", "stop", "truce", "seat"], 2)
        issues = self.random.sample(list(_VALUES), self.random.randrange(5))
        found["positions"] = {one: self.position(one, report=form == "report") for one in issues}
        return found

    def outcome(self) -> dict[str, object]:
        issue = self.random.choice(["truce", "swap", "seat"])
        value = self.random.choice(_VALUES[issue])
        found: dict[str, object] = {"issue": issue, "date": self.day(), "sources": self.sources()}
        if self.chance(0.5):
            found |= {"value": value, "confirmed_by": self.random.choice(["all", ["a", "b"]])}
            if self.chance(0.5):
                found["accounts"] = {"c": {"value": value, "date": self.day(), "confirms": "true"}}
        else:
            other = self.random.choice(_VALUES[issue])
            found["accounts"] = {"a": {"value": value, "date": self.day()}, "b": other}
        if self.chance(0.5):
            found["delivered"] = {"a": {"value": value, "date": self.day()}}
        return found

    def text(self) -> str:
        names: list[str] = []
        memoranda: dict[str, object] = {}
        for number in range(self.random.randrange(2, 9)):
            memoranda[f"m{number}"] = self.document(names)
            names.append(f"m{number}")
        options = {"here": "here", "there": "there", "away": "away"}
        note = {"note": self.remark(), "disputed": {self.day(): "One disputes this."}}
        return yaml.safe_dump(
            {
                "dossier": {"format": "1", "title": "A test", "as_of": "2025-07-20"},
                "parties": {
                    "a": {"name": "A"},
                    "b": {"name": "B", "note": self.remark()},
                    "c": {"name": "C"},
                    "un": {"name": "The UN", "role": "mediator"},
                },
                "sources": {
                    f"s{one}": {"publisher": "P", "date": self.day(), "title": "T"}
                    for one in range(6)
                },
                "events": {"go": {"title": "The signal"}, "stop": {"title": "The stop"}},
                "issues": {
                    "truce": {"topic": "T", "title": "Truce", "kind": "duration", **note},
                    "toll": {
                        "topic": "T",
                        "title": "Toll",
                        "kind": "quantity",
                        "unit": "crowns",
                    },
                    "seat": {
                        "topic": "T",
                        "title": "Seat",
                        "kind": "choice",
                        "options": options,
                    },
                    "swap": {
                        "topic": "T",
                        "title": "Swap",
                        "kind": "exchange",
                        "unit": "men",
                        "between": ["a", "b"],
                    },
                    "land": {
                        "topic": "T",
                        "title": "Land",
                        "kind": "choice",
                        "options": options,
                        "parts": {"hill": "Hill", "lake": "Lake"},
                    },
                },
                "memoranda": memoranda,
                "outcomes": {f"o{one}": self.outcome() for one in range(self.random.randrange(3))},
            },
            sort_keys=False,
        )


def _outputs(comparison: Comparison, loaded: Loaded) -> dict[str, str]:
    """Every output of a comparison, by name."""
    dossier, look = comparison.dossier, Look(100)
    sequencing = order_steps(dossier, record(dossier, comparison.as_of))
    assert loaded.dossier is not None
    one_text = single_text(comparison, loaded.dossier)
    found = {
        "single-text": render(single_text_page(one_text), look=look),
        "single-text.json": single_text_json(one_text),
        "unknown": render(unknown_page(comparison), look=look),
        "unknown.json": unknown_json(comparison, comparison.rows),
        "text": comparison_text(comparison),
        "markdown": comparison_markdown(comparison),
        "json": comparison_json(comparison),
        "csv": comparison_csv(comparison),
        "pairs": render(pairs_page(survey(comparison)), look=look),
        "pairs.json": pairs_json(survey(comparison)),
        "sequence": render(sequence_page(dossier, sequencing), look=look),
        "sequence.json": sequence_json(dossier, sequencing),
    }
    for row in comparison.rows:
        name = row.issue.id
        found[f"show {name}"] = render(issue_page(comparison, row, loaded.span), look=look)
        found[f"words {name}"] = words_json(comparison, row, [(comparison.as_of, row)])
    return found


def _days(text: str) -> set[dt.date]:
    plain = " ".join(text.split())
    found = {dt.date(2025, int(month), int(day)) for month, day in _ISO.findall(plain)}
    return found | {
        dt.date(2025, _MONTHS.index(month) + 1, int(day)) for day, month in _PROSE.findall(plain)
    }


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(25))
def test_as_of_a_day_nothing_later_is_printed(seed: int) -> None:
    maker = _Dossiers(seed)
    loaded = positions.loads(maker.text())
    assert loaded.dossier is not None, [str(one) for one in loaded.problems]
    day = _FIRST + dt.timedelta(days=maker.random.randrange(200))
    comparison = compare(loaded.dossier, as_of=Moment(day))

    for name, text in _outputs(comparison, loaded).items():
        later = sorted(one for one in _days(text) if one > day)
        assert later == [], f"{name}, as of {day}"


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(25))
def test_silence_is_claimed_of_no_text_that_was_not_read_whole(seed: int) -> None:
    loaded = positions.loads(_Dossiers(seed).text())
    assert loaded.dossier is not None
    comparison = compare(loaded.dossier)
    for row in comparison.rows:
        for line in row.leaves:
            for party, standing in line.standings.items():
                if standing.blank is not Blank.SILENT or standing.document is None:
                    continue
                document = standing.document
                said = " / ".join(
                    one.text for one in cell_lines(comparison.dossier, row.issue, [standing])
                )
                if standing.speaks or document.all_read:
                    continue
                # A position may claim it of a text read in part; then it says how far.
                assert row.issue.id in document.positions, party
                assert "as far as it" in said
