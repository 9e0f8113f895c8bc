"""Is a history of which every answer is known told as it was, with nothing missing or invented?

Fifty-odd revisions of a dossier are made by a script that knows what each of them does: true moves
of one party or of two, other words, another order, corrections, documents recorded late, renames.
What the script expects is worked out from its own figures.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from positions.changes.log import revision_entries
from positions.git.history import history_of
from tests.repositories import Builder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

pytestmark = pytest.mark.no_cover

FIGURES = ("pay", "bonus")
OPTIONS = {"here": "a court here", "there": "a court there", "sea": "a court at sea"}
ITEMS = {name: f"rule {name}" for name in "abcdef"}
PARTIES = ("north", "south", "east")
ACTIONS = {
    "one moves": 11,
    "two move": 7,
    "option": 5,
    "list": 6,
    "words": 6,
    "order": 4,
    "correction": 4,
    "rename": 3,
    "late": 3,
    "again": 2,
    "grade": 2,
    "layout": 2,
}

Moved = tuple[str, str, str, str]
"""A revision, a party, an issue, and what it did."""

Went = tuple[str, str, str, str, str, bool, int, int]
"""A revision, an issue, two parties, which way, whether both moved, and both distances."""


@dataclass
class Paper:
    """A document: what one party says on one day."""

    id: str
    party: str
    date: dt.date
    said: dict[str, object]
    words: str = "As read out."


@dataclass
class World:
    """The talks as the script knows them."""

    chance: random.Random
    day: dt.date = dt.date(2025, 1, 1)
    papers: list[Paper] = field(default_factory=list)
    ids: dict[str, tuple[str, ...]] = field(
        default_factory=lambda: {name: (name,) for name in (*FIGURES, "seat", "rules")}
    )
    titles: dict[str, str] = field(default_factory=dict)
    grade: str = "B"
    remark: str = ""

    def last(self, party: str, issue: str) -> Paper:
        """Return the paper that makes the record of a party on an issue."""
        on = [one for one in self.papers if one.party == party and issue in one.said]
        return max(on, key=lambda one: one.date)

    def held(self, party: str, issue: str) -> object:
        return self.last(party, issue).said[issue]

    def figure_before(self, party: str, issue: str, day: dt.date) -> int:
        """Return what a party had said before a day, or says if that was its first."""
        on = [one for one in self.papers if one.party == party and issue in one.said]
        earlier = [one for one in on if one.date < day]
        return int(str(max(earlier or on, key=lambda one: one.date).said[issue]))

    def figure(self, party: str, issue: str) -> int:
        return int(str(self.held(party, issue)))

    def say(self, party: str, said: dict[str, object], days_ago: int = 0) -> None:
        date = self.day - dt.timedelta(days=days_ago)
        self.papers.append(Paper(f"{party}-{len(self.papers)}", party, date, said))

    def text(self) -> str:
        """Return the dossier as it is written down."""
        data = {
            "dossier": {"format": 1, "title": "Known talks", "as_of": str(self.day)},
            "parties": {name: {"name": name.title()} for name in PARTIES},
            "sources": {
                "paper": {
                    "publisher": "The Paper",
                    "date": "2025-01-01",
                    "title": "Talks",
                    "reliability": self.grade,
                }
            },
            "issues": {ids[-1]: self._issue(name, ids) for name, ids in self.ids.items()},
            "memoranda": {
                one.id: {
                    "party": one.party,
                    "form": "statement",
                    "date": str(one.date),
                    "sources": ["paper"],
                    "positions": {
                        self.ids[issue][-1]: {"value": value, "paraphrase": one.words}
                        for issue, value in one.said.items()
                    },
                }
                for one in self.papers
            },
        }
        return self.remark + json.dumps(data, indent=1)

    def _issue(self, name: str, ids: tuple[str, ...]) -> dict[str, object]:
        kind: dict[str, object] = {"kind": "quantity", "unit": "EUR"}
        if name == "seat":
            kind = {"kind": "choice", "options": OPTIONS}
        elif name == "rules":
            kind = {"kind": "checklist", "items": ITEMS}
        title = self.titles.get(name, name.title())
        former = {"formerly": list(ids[:-1])} if len(ids) > 1 else {}
        return {"topic": "Work", "title": title, **kind, **former}


class Script:
    """Does one thing after another to the talks, and writes down what each should be told as."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.world = World(self.chance)
        for party in PARTIES:
            said = {"pay": self._any(), "bonus": self._any(), "seat": "here", "rules": ["a", "b"]}
            self.world.say(party, said)
        self.moved: set[Moved] = set()
        self.went: set[Went] = set()

    def revisions(self) -> Iterator[tuple[str, str]]:
        """Yield each revision's subject and text, the first of them the beginning."""
        yield "Begin", self.world.text()
        actions = [name for name, count in ACTIONS.items() for _ in range(count)]
        self.chance.shuffle(actions)
        for number, action in enumerate(actions, 1):
            subject = f"{number} {action}"
            getattr(self, f"_{action.replace(' ', '_')}")(subject)
            yield subject, self.world.text()

    def _any(self) -> int:
        return self.chance.randint(1, 90)

    def _next_day(self) -> None:
        self.world.day += dt.timedelta(days=3)

    def _figures(self, subject: str, movers: list[str]) -> None:
        issue = self.chance.choice(FIGURES)
        before = {party: self.world.figure(party, issue) for party in PARTIES}
        self._next_day()
        for party in movers:
            figures = [one for one in range(1, 91) if one != before[party]]
            self.world.say(party, {issue: self.chance.choice(figures)})
        self._moved(subject, issue, movers, before)

    def _moved(
        self,
        subject: str,
        issue: str,
        movers: list[str],
        before: dict[str, int],
        beside: Collection[str] = (),
    ) -> None:
        """Write down who moved, how and toward whom, of those who said something else.

        Others who moved with them, and are told elsewhere, stand beside.
        """
        after = {party: self.world.figure(party, issue) for party in PARTIES}
        for party in [one for one in movers if after[one] != before[one]]:
            kind = "raised" if after[party] > before[party] else "lowered"
            self.moved.add((subject, party, issue, kind))
            for other in PARTIES:
                if other == party:
                    continue
                far = [abs(state[party] - state[other]) for state in (before, after)]
                way = "toward" if far[1] < far[0] else "away" if far[1] > far[0] else "as before"
                both = other in movers or other in beside
                self.went.add((subject, issue, party, other, way, both, far[0], far[1]))

    def _one_moves(self, subject: str) -> None:
        self._figures(subject, [self.chance.choice(PARTIES)])

    def _two_move(self, subject: str) -> None:
        self._figures(subject, self.chance.sample(PARTIES, 2))

    def _option(self, subject: str) -> None:
        party = self.chance.choice(PARTIES)
        before = {one: self.world.held(one, "seat") for one in PARTIES}
        self._next_day()
        option = self.chance.choice([one for one in OPTIONS if one != before[party]])
        self.world.say(party, {"seat": option})
        self.moved.add((subject, party, "seat", "changed"))
        for other in PARTIES:
            if other != party:
                same = [before[other] == value for value in (before[party], option)]
                way = "toward" if same[1] else "away" if same[0] else "as before"
                self.went.add((subject, "seat", party, other, way, False, 0, 0))

    def _list(self, subject: str) -> None:
        party = self.chance.choice(PARTIES)
        held = list(map(str, self.world.last(party, "rules").said["rules"]))  # type: ignore[call-overload]
        add = len(held) < 2 or (len(held) < 6 and self.chance.random() < 0.5)
        free = [name for name in ITEMS if name not in held]
        self._next_day()
        if add:
            self.world.say(party, {"rules": [*held, self.chance.choice(free)]})
        else:
            held.remove(self.chance.choice(held))
            self.world.say(party, {"rules": held})
        self.moved.add((subject, party, "rules", "added" if add else "dropped"))

    def _words(self, subject: str) -> None:
        if self.chance.random() < 0.5:
            self.chance.choice(self.world.papers).words = f"As it was put: {subject}."
        else:
            issue = self.chance.choice(list(self.world.ids))
            self.world.titles[issue] = f"{issue.title()}, {subject}"

    def _order(self, _: str) -> None:
        self.chance.shuffle(self.world.papers)

    def _correction(self, _: str) -> None:
        party, issue = self.chance.choice(PARTIES), self.chance.choice(FIGURES)
        paper = self.world.last(party, issue)
        paper.said = {**paper.said, issue: self.world.figure(party, issue) % 90 + 1}

    def _rename(self, subject: str) -> None:
        issue = self.chance.choice(list(self.world.ids))
        new = f"{issue}-{subject.split(maxsplit=1)[0]}"
        self.world.ids[issue] = (*self.world.ids[issue], new)

    def _late(self, subject: str) -> None:
        # What is told late is measured against the others of its own day, as a timeline measures.
        day, now = self.world.day, {one: self.world.figure(one, "pay") for one in PARTIES}
        before = {one: self.world.figure_before(one, "pay", day) for one in PARTIES}
        self._next_day()
        party = self.chance.choice(PARTIES)
        self.world.say(party, {"bonus": self.world.figure(party, "bonus")})
        other = self.chance.choice([one for one in PARTIES if one != party])
        self.world.say(other, {"pay": self._any()}, days_ago=3)
        with_it = {one for one in PARTIES if now[one] != before[one]}
        self._moved(subject, "pay", [other], before, with_it)

    def _again(self, _: str) -> None:
        self._next_day()
        party = self.chance.choice(PARTIES)
        self.world.say(party, {"pay": self.world.figure(party, "pay")})

    def _grade(self, subject: str) -> None:
        self.world.grade = "ABCDE"[int(subject.split(maxsplit=1)[0]) % 5]

    def _layout(self, subject: str) -> None:
        self.world.remark = f"# {subject}\n"


@pytest.mark.parametrize("seed", [2025, 2026])
def test_a_history_of_known_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    talks = Builder(tmp_path / "talks", tmp_path / "home")
    for name, value in talks.environment.items():
        if name.startswith("GIT_"):
            monkeypatch.setenv(name, value)
    monkeypatch.chdir(talks.folder)
    script = Script(seed)
    merges, before = 0, ""
    for number, (subject, text) in enumerate(script.revisions(), 1):
        aside = number % 7 == 0
        if aside:
            talks.git("checkout", "-q", "-b", "aside")
        talks.commit_file("talks.yaml", text, subject)
        if aside:
            # A remark is made meanwhile; what is joined is as on neither side, and moves nobody.
            talks.git("checkout", "-q", "main")
            talks.commit_file("talks.yaml", f"{before}\n# Noted.\n", "Note it")
            talks.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "aside")
            talks.commit_file("talks.yaml", f"{text}\n# Noted.\n", "Join what was done aside")
            talks.git("branch", "-q", "-d", "aside")
            merges += 1
        before = text
    assert talks.commits > 50
    assert merges > 6

    moved: list[Moved] = []
    went: list[Went] = []
    entries = list(revision_entries(history_of("talks.yaml").steps()))
    assert sum(bool(entry.joins) for entry in entries) == merges
    for entry in entries:
        for issue in entry.difference.issues if entry.difference else ():
            about = issue.issue.id.split("-")[0]
            for change in issue.stances:
                if not change.what.is_move:
                    continue
                subject = entry.revision.subject
                moved.append((subject, change.party, about, str(change.what)))
                for one in change.toward if about != "rules" else ():
                    far = [
                        int(each.distance.figure) if each.distance else 0
                        for each in (one.before, one.after)
                    ]
                    facts = str(one.direction), one.together, far[0], far[1]
                    went.append((subject, about, change.party, one.party, *facts))

    for told, known in ((moved, script.moved), (went, script.went)):
        assert Counter(told) == Counter(known), sorted(set(told) ^ set(known), key=str)[:5]
    hits = len(set(moved) & script.moved)
    with capsys.disabled():
        print(  # noqa: T201 - the figures are what is asked for
            f"\n{talks.commits} revisions, {merges} merges: {len(script.moved)} moves, precision "
            f"{hits / len(moved):.2f}, recall {hits / len(script.moved):.2f}; {len(script.went)} "
            f"directions, precision {len(set(went) & script.went) / len(went):.2f}, recall "
            f"{len(set(went) & script.went) / len(script.went):.2f}"
        )
