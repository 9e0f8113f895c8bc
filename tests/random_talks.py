"""Random dossiers with all that a merge meets: options, parts, blanks, drafts, groups, outcomes.

Values are few on purpose, so that parties meet, touch and agree.
"""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import positions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Dossier

__all__ = ["random_talks"]

_OPTIONS = {
    "us-led": {"title": "led by one", "provision": "One leads it{terms}."},
    "joint": {"title": "led by both", "provision": "Both lead it."},
    "no": {"title": "no lead"},
}
_ITEMS = {
    "a": {"title": "a halt", "provision": "Guns are silent.", "refused": "Guns are heard."},
    "b": {"title": "a swap, and more", "provision": "Prisoners are swapped."},
    "c": {"title": "a gate"},
    "d": "a bell",
}
_KINDS: dict[str, dict[str, Any]] = {
    "duration": {"provision": "It lasts {value}{terms}.", "refused": "There is none."},
    "quantity": {"unit": "tons", "provision": "{value} are sent{terms}."},
    "exchange": {"unit": "prisoners", "between": ["p01", "p02"], "provision": "Sent: {value}."},
    "date": {"provision": "They meet {value}."},
    "choice": {"options": _OPTIONS},
    "checklist": {"items": _ITEMS},
    "scale": {"ends": ["none", "all"]},
    "text": {},
}
_VALUES: dict[str, list[object]] = {
    "duration": ["30 days", "30 days", "at least 30 days", "2-3 days", "1 month", "unspecified"],
    "quantity": ["5", "5", "at least 5", "about 5", "3 or 7", "to be agreed", "all"],
    "exchange": ["5 for 5", "5 for 0", "all for all", "at least 5 each", "5 for 5 or 3 for 0"],
    "date": ["2025-06-30", "2025-06-20..2025-06-30", "by 2025-08-31", "2025-06-30"],
    "choice": ["us-led", "us-led", "joint", "us-led or joint", "not joint", "unspecified"],
    "checklist": [
        ["a"],
        ["a", "b"],
        ["a", "b", "c", "d"],
        {"demand": ["a"], "refuse": ["b"]},
        {"only": ["a", "c"]},
        {"refuse": ["a"]},
        "unspecified",
    ],
    "scale": ["0", "50", "50", "100"],
    "text": ["white", "black", "White.", "to be agreed"],
}
_REFUSALS = {"duration", "quantity", "exchange", "date", "checklist"}
_BLANKS = ["silent", "unseen", "undisclosed", "declined", "uncoded", "indifferent"]
_TERMS: list[tuple[str, list[object]]] = [
    ("scope", ["the valley", "for those over 50", "The valley"]),
    ("starts", ["go", "at dawn"]),
    ("until", ["stop", "dusk"]),
    ("renewable", ["true", "7 days", "1 week"]),
    ("conditions", ["none", ["go"], "no delay"]),
    ("after", [["go"], ["go", "stop"]]),
    ("by", [["p01"], ["the guards"]]),
    ("modality", ["shall", "should", "may", "will not"]),
]


class _Talks:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        few = self.chance.random() < 0.7
        self.parties = [f"p{n:02d}" for n in range(1, self.chance.randint(2, 4 if few else 30) + 1)]

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def value(self, kind: str) -> object:
        if kind in _REFUSALS and self.often(0.1):
            return "none"
        return self.chance.choice(_VALUES[kind])

    def word(self, kind: str) -> dict[str, object]:
        if self.often(0.08):
            return {"blank": self.chance.choice(_BLANKS)}
        found: dict[str, object] = {"value": self.value(kind)}
        for name, values in _TERMS:
            if self.often(0.12):
                found[name] = self.chance.choice(values)
        if self.often(0.1):
            found["basis"] = "inferred"
        if kind == "checklist" and found["value"] == ["a"] and self.often(0.2):
            found["rest"] = "unseen"
        if self.often(0.1):
            found["accounts"] = {"other": {"value": self.value(kind), "sources": "paper"}}
        return found

    def position(self, kind: str, parts: list[str], labels: list[str]) -> object:
        if parts and self.often(0.5):
            chosen = [part for part in parts if self.often(0.7)] or parts[:1]
            said: dict[str, object] = {"parts": {part: self.word(kind) for part in chosen}}
            if self.often(0.3):
                said["rest"] = self.word(kind)
            return said
        if labels and self.often(0.5):
            chosen = [label for label in labels if self.often(0.7)] or labels[:1]
            return {"alternatives": {label: self.word(kind) for label in chosen}}
        return self.word(kind)

    def document(
        self, name: str, party: str, issues: dict[str, Any], known: list[str]
    ) -> dict[str, Any]:
        form = self.chance.choice(["memorandum", "memorandum", "statement", "report"])
        labels = ["one", "two"] if form == "memorandum" and self.often(0.3) else []
        days = ["2025-05-18", "2025-05-20", "2025-05-20", "2025-05-25", "2025-06-03"]
        document: dict[str, Any] = {
            "party": party,
            "form": form,
            "date": self.chance.choice(days),
            "sources": "paper",
            "positions": {},
        }
        if form == "memorandum":
            document["read"] = self.chance.choice(["whole", "whole", "part"])
            document["disclosure"] = self.chance.choice(["published", "published", "partial"])
        if labels:
            document["options"] = {
                label: {"title": f"Way {label}", "group": "ways"} for label in labels
            }
        if known and self.often(0.25):
            document["based_on"] = self.chance.choice(known)
        if self.often(0.2):
            document["sequence"] = self.chance.sample(["go", "stop", *issues], 2)
        for issue, facts in issues.items():
            if self.often(0.75):
                parts = list(facts.get("parts", ()))
                document["positions"][issue] = self.position(facts["kind"], parts, labels)
                if document.get("based_on") and self.often(0.15):
                    document["positions"][issue] = {"blank": "deleted"}
        known.append(name)
        return document

    def outcome(self, issue: str, facts: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {"issue": issue, "date": "2025-05-26", "sources": "paper"}
        said = {"value": self.value(facts["kind"])}
        placed = {"parts": {"x": said}} if facts.get("parts") else said
        if self.often(0.6):
            return {**found, **placed, "confirmed_by": "all"}
        accounts = {
            party: {"parts": {"x": word}} if facts.get("parts") else word
            for party in self.parties[:2]
            for word in [{"value": self.value(facts["kind"])}]
        }
        return {**found, "accounts": accounts}

    def data(self) -> dict[str, Any]:
        issues: dict[str, Any] = {}
        for number in range(1, self.chance.randint(1, 4) + 1):
            kind = self.chance.choice(list(_KINDS))
            issues[f"i{number}"] = {
                "topic": f"Topic {number % 2}",
                "title": f"Matter {number}",
                "kind": kind,
                **_KINDS[kind],
            }
            if self.often(0.3):
                issues[f"i{number}"]["parts"] = {"x": "Xen", "y": "Ypsilon"}
            if self.often(0.3):
                issues[f"i{number}"].pop("provision", None)
        parties: dict[str, Any] = {
            name: {"name": f"Party {name[1:]}", "short": name.upper()} for name in self.parties
        }
        if len(self.parties) > 2 and self.often(0.3):
            for name in self.parties[1 : self.chance.randint(2, len(self.parties))]:
                parties[name]["member_of"] = self.parties[0]
        speakers = list(self.parties)
        if self.often(0.4):
            role = self.chance.choice(["mediator", "text", "observer"])
            parties["chair"] = {"name": "The Chair", "short": "CH", "role": role}
            speakers.append("chair")
        memoranda: dict[str, Any] = {}
        known: list[str] = []
        for party in speakers:
            for number in range(self.chance.choice([0, 1, 1, 1, 2, 3])):
                name = f"m{number}-{party}"
                memoranda[name] = self.document(name, party, issues, known)
        outcomes = {
            f"o-{issue}": self.outcome(issue, facts)
            for issue, facts in issues.items()
            if self.often(0.25)
        }
        return {
            "dossier": {"format": "1", "title": "T", "as_of": "2025-06-01"},
            "parties": parties,
            "sources": {"paper": {"publisher": "P", "title": "T", "date": "2025-05-01"}},
            "events": {"go": {"title": "The signal"}, "stop": {"title": "the guns fall silent"}},
            "issues": issues,
            **({"memoranda": memoranda} if memoranda else {}),
            **({"outcomes": outcomes} if outcomes else {}),
        }


def random_talks(seed: int, titles: Sequence[str] = ()) -> Dossier:
    """Return a dossier, the same for the same seed.

    Args:
        seed: What it is drawn by.
        titles: Those that issues, topics, parts and parties may have; plain ones where not given.
    """
    talks = _Talks(seed)
    data = talks.data()
    if titles:
        draw = talks.chance.choice
        for issue in data["issues"].values():
            issue |= {"title": draw(titles), "topic": draw(titles)}
            issue |= {"parts": {one: draw(titles) for one in issue.get("parts", ())}}
        for number, party in enumerate(data["parties"].values()):
            party |= {"short": f"{draw(titles)}{number}", "name": f"{draw(titles)} {number}"}
    loaded = positions.loads(json.dumps(data), "talks.yaml")
    assert loaded.dossier is not None
    return loaded.dossier
