"""How does the log of thirty revisions read, with merges, corrections, joint moves and renames?

The golden file is read as a stranger would read it: what each revision did, and nothing it did not.
"""

from __future__ import annotations

import copy
import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from positions.changes.detect import ChangeClass
from positions.changes.log import revision_entries
from positions.git.history import history_of
from positions.reports.changes.log import entry_page
from positions.reports.page.render import render
from tests.reports.golden_files import expect
from tests.repositories import FIRST, Builder

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from positions.changes.log import RevisionEntry

BEGIN: dict[str, Any] = {
    "dossier": {"format": 1, "title": "Port talks", "as_of": "2025-03-01"},
    "parties": {"union": {"name": "the Union"}, "port": {"name": "the Port"}, "city": {"name": "the City"}},
    "sources": {"paper": {"publisher": "The Paper", "date": "2025-03-01", "title": "Talks", "reliability": "B"}},
    "events": {"audit": {"title": "The audit is published", "noun": "the audit"}},
    "issues": {
        "pay": {"topic": "Money", "title": "Pay rise", "kind": "quantity", "unit": "%", "noun": "a pay rise [of {value}]", "reference_point": "2 %"},
        "truce": {"topic": "Peace", "title": "Length of the truce", "kind": "duration", "noun": "a truce [of {value}]"},
        "court": {"topic": "Peace", "title": "Who decides disputes", "kind": "choice", "options": {"panel": "a panel", "court": "a court", "mayor": "the mayor"}},
        "rules": {"topic": "Work", "title": "Safety rules", "kind": "checklist", "items": {"masks": "masks", "breaks": "longer breaks", "lights": "lights on the quay"}},
        "jobs": {"topic": "Work", "title": "Jobs", "kind": "quantity", "unit": "jobs", "parts": {"day": "By day", "night": "By night"}},
    },
    "memoranda": {},
    "outcomes": {},
}  # fmt: skip


class PortTalks(Builder):
    """Talks whose dossier is edited and committed step by step."""

    def __init__(self, folder: Path, home: Path) -> None:
        super().__init__(folder, home)
        self.data = copy.deepcopy(BEGIN)

    def say(
        self, name: str, day: int, said: dict[str, Any], form: str = "statement", **more: Any
    ) -> None:
        party, date = name.split("-", 1)[0], f"2025-03-{day:02d}"
        head = {"party": party, "form": form, "date": date, "sources": ["paper"], **more}
        self.data["memoranda"][name] = {**head, "positions": said}
        self.data["dossier"]["as_of"] = max(self.data["dossier"]["as_of"], date)

    def done(self, subject: str) -> None:
        self.commit_file("talks.yaml", json.dumps(self.data, indent=1), subject)

    def branched(self, name: str) -> dict[str, Any]:
        self.git("checkout", "-q", "-b", name)
        return copy.deepcopy(self.data)

    def merged(self, branch: str, before: dict[str, Any], subject: str) -> None:
        """Join a branch that added documents or changed sources to the main one."""
        theirs, self.data = self.data, before
        for section in ("memoranda", "sources"):
            for name, one in theirs[section].items():
                if before[section].get(name) != one:
                    self.data[section][name] = one
        self.git("merge", "-q", "--no-ff", "--no-commit", branch, check=False)
        self.write("talks.yaml", json.dumps(self.data, indent=1))
        self.git("add", "-A")
        date = (FIRST + timedelta(days=self.commits)).isoformat()
        self.commits += 1
        self.git("commit", "-q", "-m", subject, GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date)


def _first_half(talks: PortTalks) -> None:
    talks.say("union-1", 1, {"pay": "10 %", "truce": "at least 30 days", "court": "court", "rules": ["masks", "breaks"], "jobs": {"parts": {"day": "at least 200", "night": "at least 100"}}})  # fmt: skip
    talks.say("port-1", 1, {"pay": "3 %", "truce": "10 days", "court": "panel", "jobs": 150})
    talks.done("Begin")
    talks.say("city-1", 2, {"pay": "5 %", "court": "mayor"})
    talks.done("The City speaks")
    talks.say("union-2", 5, {"pay": "8 %"})
    talks.say("port-2", 5, {"pay": "4 %"})
    talks.done("The Union and the Port move on pay")
    talks.data["memoranda"]["port-2"]["positions"]["pay"] = "4.5 %"
    talks.done("Correct the figure of the Port")
    talks.data["issues"]["truce"]["title"] = "How long the truce lasts"
    talks.done("Reword a title")
    before = talks.branched("field")
    talks.say("union-3", 7, {"rules": ["masks", "breaks", "lights"]})
    talks.done("The Union adds lights")
    talks.say("port-told", 8, {"rules": ["masks"]}, form="report")
    talks.done("The press on the Port")
    talks.git("checkout", "-q", "main")
    field, talks.data = talks.data, before
    talks.say("city-2", 7, {"truce": "20 days"})
    talks.done("The City on the truce")
    talks.say("port-3", 8, {"truce": "20 days", "court": "mayor"})
    talks.done("The Port takes over two things")
    here, talks.data = talks.data, field
    talks.merged("field", here, "Merge the field office")
    deal: dict[str, Any] = {"issue": "truce", "date": "2025-03-09", "value": "20 days", "confirmed_by": ["port", "city"], "sources": ["paper"]}  # fmt: skip
    talks.data["outcomes"]["deal"] = deal
    talks.data["dossier"]["as_of"] = "2025-03-09"
    talks.done("The Port and the City agree")
    deal["accounts"] = {"union": {"value": "20 days", "date": "2025-03-10", "confirms": True}}
    talks.data["dossier"]["as_of"] = "2025-03-10"
    talks.done("The Union confirms")
    deal["delivered"] = {"port": {"value": "14 days", "date": "2025-03-24"}}
    talks.data["dossier"]["as_of"] = "2025-03-24"
    talks.done("What the Port counts")


def _second_half(talks: PortTalks) -> None:
    issues, papers = talks.data["issues"], talks.data["memoranda"]
    issues["disputes"] = {**issues.pop("court"), "formerly": "court"}
    for paper in papers.values():
        if "court" in paper["positions"]:
            paper["positions"]["disputes"] = paper["positions"].pop("court")
    talks.done("Rename an issue")
    papers["port-first"] = papers.pop("port-1")
    talks.done("Give a document a better id")
    issues["pay"]["reference_point"] = "2.5 %"
    talks.done("Correct the reference point")
    issues["jobs"]["unit"] = "posts"
    talks.done("Another unit")
    talks.say("union-late", 4, {"jobs": {"parts": {"day": 220}}})
    talks.done("Record a speech late")
    known = {"form": "memorandum", "read": "whole", "disclosure": "published"}
    talks.say("port-text", 26, {"pay": "5 %", "truce": {"value": "20 days", "conditions": ["audit"]}, "rules": ["masks"], "jobs": "60-80"}, title="The offer", **known)  # fmt: skip
    talks.done("The Port publishes its offer")
    talks.say("union-text", 27, {"pay": "7 %", "rules": ["masks"], "truce": "deleted"}, based_on="port-text", **known)  # fmt: skip
    talks.done("The Union answers with a text")
    papers["port-text"]["read"] = "I-II"
    talks.done("Only two chapters were read")
    before = talks.branched("style")
    talks.data["sources"]["paper"]["reliability"] = "A"
    talks.done("A better grade")
    talks.git("checkout", "-q", "main")
    style, talks.data = talks.data, before
    for name, item in (("city-a", "breaks"), ("city-b", "lights")):
        talks.say(name, 28, {"rules": [item]}, form="report")
    talks.done("Two reports of the City differ")
    here, talks.data = talks.data, style
    talks.merged("style", here, "Merge the style")
    talks.data["parties"]["state"] = {"name": "the State", "role": "mediator"}
    talks.say("state-1", 29, {"pay": "6 %"})
    talks.done("A mediator")
    talks.say("state-2", 30, {"pay": "6.5 %"})
    talks.say("union-4", 30, {"pay": "6.5 %"})
    talks.done("The mediator and the Union")
    del talks.data["memoranda"]["union-4"]
    talks.done("Take the Union's word out again")
    talks.data["issues"]["pay"]["near"] = "1 %"
    talks.done("Declare pay otherwise")
    talks.data["memoranda"]["city-2"]["positions"]["truce"] = {"value": "20 days", "salience": 80}
    talks.done("Estimate what matters to the City")
    talks.say("city-3", 31, {"truce": "25 days"})
    talks.done("The City goes back on the truce")


def _entry(entry: RevisionEntry) -> str:
    return re.sub(
        r"\b[0-9a-f]{9}\b", "·········", f"{render(entry_page(entry, tuple(ChangeClass)[:3]))}\n"
    )


def test_the_log_of_thirty_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talks = PortTalks(tmp_path / "talks", tmp_path / "home")
    for name, value in talks.environment.items():
        if name.startswith("GIT_"):
            monkeypatch.setenv(name, value)
    monkeypatch.chdir(talks.folder)
    _first_half(talks)
    _second_half(talks)
    assert talks.commits >= 30

    entries = list(revision_entries(history_of("talks.yaml").steps()))
    assert len(entries) == talks.commits
    expect("log-of-thirty.txt", "".join(map(_entry, entries)))
    unmoved = "Correct|Reword|Give|Another|Record(?! a speech)|Only|A better|Merge|Take|Declare|Estimate|Rename"
    for entry in entries:
        if entry.difference is not None and re.match(unmoved, entry.revision.subject):
            changes = [one for issue in entry.difference.issues for one in issue.stances]
            assert not [one for one in changes if one.moved], entry.revision.subject
