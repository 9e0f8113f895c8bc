"""A dossier that says one text wherever an analyst may write one, as text for YAML.

    everywhere("A\\x1b[2J")  # before and after: two states, between which everything has changed

`TEXT_FIELDS` are the fields that it fills; a test holds that the format has no others.
"""

from __future__ import annotations

import json
import re
from typing import Final

__all__ = ["HOSTILE", "TEXT_FIELDS", "everywhere", "quoted"]

HOSTILE: Final = "A\x1b]0;PWNED\x07B\x1b[2J \u202eevil\u200b\x9b31mZ"
"""An escape that names the window, one that clears it, a bidirectional override, a character of no
width and a C1 control: what no terminal may get to see."""

_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")

TEXT_FIELDS: Final = {
    "header": "title note",
    "party": "name short note",
    "source": "publisher title url language via note",
    "carrier": "publisher",
    "archive": "url",
    "event": "title noun note",
    "issue": "topic title noun unit verb provision refused disputed note",
    "part": "title noun unit",
    "phrasing": "title noun provision refused",
    "memorandum": "title read speaker language note points",
    "option": "title group",
    "position": "scope starts until by conditions after value clause quote paraphrase reason"
    " speaker note",
    "account": "scope starts until by conditions after value clause quote paraphrase reason"
    " speaker note",
    "outcome": "scope starts until by conditions after value clause quote paraphrase speaker note"
    " title",
    "quote": "text translation",
    "reservation": "note value",
    "checked": "who",
    "shared": "language read",
}
"""The fields that take a text of the analyst's own, by what has them."""


def quoted(data: object) -> str:
    """Return data as JSON that is YAML too: what YAML refuses in a text is an escape in it."""
    text = json.dumps(data, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def everywhere(word: str, days: int = 30) -> str:
    """Return the dossier; with other days it has changed wherever it can."""
    w = f"{word} {days}"
    return quoted(
        {
            "dossier": {"format": "1", "title": w, "as_of": "2025-06-30", "note": w},
            "shared": {"language": w, "read": w},
            "parties": {
                "a": {"name": w, "short": f"{word[:6]}1", "note": w},
                "b": {"name": f"B {w}", "short": f"{word[:6]}2"},
                "c": {"name": f"C {w}", "role": "mediator"},
                "d": {"name": f"D {w}"},
            },
            "sources": {"s": _source(w), "r": {**_source(w), "via": w}},
            "events": {
                "e": {"title": f"E {w}", "noun": f"the end of {w}", "note": w},
                "f": {"title": f"F {w}", "part_of": "seat"},
                "g": {"title": f"G {w}"},
            },
            "issues": _issues(w),
            "memoranda": _memoranda(w, days),
            "outcomes": {
                "o": {
                    "issue": "cap",
                    "date": f"2025-06-{days % 20 + 1:02}",
                    "title": w,
                    "confirmed_by": ["a", "b"],
                    "delivered": {"a": "5"},
                    "sources": "s",
                    "note": w,
                    "parts": {"p": "5", "q": "6"},
                    "clause": w,
                    "quote": w,
                    "paraphrase": w,
                    "speaker": w,
                },
                "t": {
                    "issue": "flag",
                    "date": "2025-06-03",
                    "value": w,
                    **_terms(w),
                    "confirmed_by": ["d"],
                    "sources": "s",
                },
            },
        }
    )


def _source(w: str) -> dict[str, object]:
    return {
        "publisher": w,
        "date": "2025-06-01",
        "title": w,
        "url": f"https://x.example/{w}",
        "language": w,
        "reliability": "B",
        "via": {"publisher": w, "reliability": "C"},
        "archived": {"url": f"https://y.example/{w}", "date": "2025-06-01"},
        "note": w,
    }


def _terms(w: str) -> dict[str, object]:
    return {
        "scope": w,
        "starts": f"at {w}",
        "until": f"by {w}",
        "by": [f"the {w}"],
        "conditions": [f"no {w}"],
        "after": [f"after {w}"],
    }


def _own(w: str) -> dict[str, object]:
    return {
        "clause": w,
        "quote": {"text": w, "translation": w},
        "paraphrase": w,
        "reason": w,
        "speaker": w,
        "note": w,
        "sources": "s",
    }


def _issues(w: str) -> dict[str, object]:
    said = {"topic": w, "note": w, "disputed": w, "provision": f"{{value}} {w}"}
    return {
        "flag": {**said, "title": f"1 {w}", "kind": "text", "refused": f"no {w}"},
        "seat": {
            **said,
            "title": f"2 {w}",
            "kind": "choice",
            "options": {
                "x": {"title": w, "noun": w, "provision": w, "refused": f"not {w}"},
                "y": f"Y {w}",
            },
        },
        "list": {
            **said,
            "title": f"3 {w}",
            "kind": "checklist",
            "items": {"x": w, "y": {"title": f"Y {w}", "noun": w}},
        },
        "cap": {
            "topic": f"T {w}",
            "title": f"4 {w}",
            "noun": f"a cap [of {{value}}] {w}",
            "kind": "quantity",
            "unit": w,
            "parts": {"p": w, "q": {"title": f"Q {w}", "noun": w, "unit": f"u {w}"}},
        },
        "swap": {
            "topic": f"T {w}",
            "title": f"5 {w}",
            "kind": "exchange",
            "unit": w,
            "verb": w,
            "between": ["a", "b"],
        },
        "late": {"topic": f"T {w}", "title": f"6 {w}", "kind": "duration"},
        "line": {"topic": w, "title": f"7 {w}", "kind": "scale", "ends": [w, f"other {w}"]},
    }


def _memoranda(w: str, days: int) -> dict[str, object]:
    account = {"date": "2025-06-02", "party": "b", **_own(w)}
    return {
        "m": {
            "party": "a",
            "form": "memorandum",
            "date": "2025-06-01",
            "title": w,
            "language": w,
            "speaker": w,
            "note": w,
            "sources": "s",
            "read": "whole",
            "checked": {"who": w, "date": "2025-06-02"},
            "points": [w, f"2 {w}"],
            "left_out": {w: w},
            "options": {"o": {"title": w, "group": w}, "q": {"title": f"Q {w}", "group": w}},
            "sequence": ["e", "f", "g"],
            "reactions": {"n": "rejects"},
            "positions": {
                "flag": {
                    "value": w,
                    **_terms(w),
                    **_own(w),
                    "checked": {"who": w, "date": "2025-06-02"},
                    "reservation": {"value": w, "basis": "stated", "note": w, "sources": "s"},
                    "accounts": {"k": {"value": f"x {w}", **account, **_terms(w)}},
                },
                "seat": {"alternatives": {"o": {"value": "x", **_terms(w)}, "q": "y"}},
                "list": ["x"],
                "cap": {"parts": {"p": str(days), "q": {"value": "up to 6", **_own(w)}}},
                "swap": f"{days} for {days}",
                "late": {"value": f"{days} days", **_terms(w)},
                "line": str(days),
            },
        },
        "n": {
            "party": "b",
            "form": "report",
            "date": "2025-06-01",
            "read": w,
            "sources": "r",
            "sequence": ["g", "f", "e"],
            "positions": {
                "flag": f"other {w}",
                "seat": {"value": "y", "by": "b"},
                "list": {"refuse": ["x"], "demand": ["y"]},
                "cap": f"at least {days + 9}",
                "swap": "all for all",
                "late": {"value": f"at least {days + 9} days", **_terms(f"other {w}")},
                "line": "90",
            },
        },
        "k": {
            "party": "c",
            "form": "memorandum",
            "date": "2025-06-02",
            "title": f"K {w}",
            "sources": "s",
            "positions": {"flag": f"a third {w}", "late": "silent"},
        },
    }
