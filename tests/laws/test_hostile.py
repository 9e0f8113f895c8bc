"""Inputs made to do harm, end to end through the real commands.

Each gets a clear problem and exit code 1 or 2, within two seconds; never a traceback, and never a
control character, markup or an escape sequence on a stream. Text that is merely odd is data: it
is compared like any other, and shown with marks for what is invisible.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import re
import struct
import subprocess
import sys
import time
import unicodedata
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from positions.cli.main import run
from tests.from_docstring import with_prelude
from tests.paths import ROOT
from tests.without_rights import without_rights

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TALKS = """
issues:
  truce: {topic: War, title: Truce, kind: duration}
  arms: {topic: War, title: Arms, kind: quantity, unit: tons}
  day: {topic: War, title: Day, kind: date}
  swap: {topic: War, title: Swap, kind: exchange, unit: men, between: [north, south]}
  seat: {topic: War, title: Seat, kind: choice, options: {here: Here, there: There}}
  list: {topic: War, title: List, kind: checklist, items: {a: A, b: B}}
memoranda:
  good: {party: south, form: memorandum, read: whole, date: 2025-06-01, sources: paper,
         positions: {truce: 3 days, arms: 3, seat: here}}
  bad:
    party: north
    form: memorandum
    read: whole
    date: 2025-06-01
    sources: paper
    positions:
"""


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str
    seconds: float


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ended:
    """Run a command in this process, which has imported everything already."""
    begun = time.process_time()
    code = run(arguments, open_ui=lambda *_: 99)
    seconds = time.process_time() - begun
    out, err = capsys.readouterr()
    return Ended(code, out, err, seconds)


def is_safe(text: str) -> bool:
    """Whether nothing in a text moves the cursor, hides, or reorders what stands beside it."""
    return not [
        sign
        for sign in text
        if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    ]


def judge(ended: Ended, codes: set[int], patience: float = 2) -> None:
    """Check what holds for every ending, whatever the input."""
    assert ended.code in codes, ended
    assert "Traceback" not in ended.err + ended.out
    assert is_safe(ended.out)
    assert is_safe(ended.err)
    # Under coverage's tracer everything takes several times as long.
    assert ended.seconds < (patience if sys.gettrace() is None else 10 * patience)


def _record(position: str) -> bytes:
    return with_prelude(f"{TALKS}      {position}\n").encode("utf-8", "surrogatepass")


def _laughs(levels: int, width: int) -> bytes:
    lines = ["a0: &a0 [lol]"]
    lines += [
        f"a{one}: &a{one} [{', '.join([f'*a{one - 1}'] * width)}]" for one in range(1, levels)
    ]
    return "\n".join(lines).encode()


def _many(before: str, piece: str, count: int, after: str = "") -> bytes:
    return with_prelude(before + "".join(piece.format(n) for n in range(count)) + after).encode()


UNREADABLE: dict[str, bytes] = {
    # Not a text.
    "empty": b"",
    "spaces": b"   \n \n",
    "comments": b"# one\n# two\n",
    "byte order mark": b"\xef\xbb\xbf",
    "document marks": b"---\n...\n---\n",
    "null": b"~",
    "NULs": b"\0" * 5_000,
    "a NUL in a title": with_prelude("parties: {a: {name: A\0B}}\n").encode(),
    "bad UTF-8": b"dossier: {title: \xff\xfe\xfa}\n",
    "half a character": "dossier: {title: é".encode()[:-1],
    "overlong UTF-8": b"dossier: \xc0\xaf",
    "surrogates in UTF-8": b"dossier: {title: \xed\xa0\x80}\n",
    "an escaped surrogate": b'dossier: {title: "\\ud800"}\n',
    "an impossible escape": b'dossier: {title: "\\Uffffffff"}\n',
    "Latin-1": "dossier: {title: Zürich}\n".encode("latin-1"),
    "UTF-32": "dossier: {}\n".encode("utf-32"),
    "half of UTF-16": "dossier: {}\n".encode("utf-16")[:-1],
    "UTF-16 of lone surrogates": b"\xff\xfe\x00\xd8a\x00",
    "an ELF program": b"\x7fELF\x02\x01\x01\0" + bytes(range(256)) * 40,
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(255, -1, -1)) * 40,
    "compressed": gzip.compress(b"dossier: {}" * 500, mtime=0),
    "noise": random.Random(1).randbytes(100_000),
    "floats": struct.pack("<4000d", *(float(n) for n in range(4_000))),
    "raw escape sequences": b"\x1b[2J\x1b]0;x\x07: \x1b[31m\n",
    "a bell and a backspace": b"dossier: {title: a\x07\x08b}\n",
    "C1 controls": "dossier: {title: \u009b31m}\n".encode(),
    "JSON with a comment": b'{"dossier": {"title": "x"}} // so\n',
    "HTML": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    "a Python program": b"import os\nos.system('true')\n",
    "a list": b"- dossier\n- parties\n",
    "a word": b"dossier",
    "a number of 5,000 digits": b"9" * 5_000,
    # Nested, repeated, self-containing.
    "100,000 open brackets": b"[" * 100_000,
    "100,000 open braces": b"{" * 100_000,
    "100,000 brackets opened and closed": b"[" * 100_000 + b"]" * 100_000,
    "100,000 closing brackets": b"]" * 100_000,
    "100,000 dashes": b"- " * 100_000,
    "100,000 question marks": b"? " * 100_000,
    "100,000 quotation marks": b'"' * 100_001,
    "100,000 ampersands": b"&a " * 100_000,
    "10,000 levels of indentation": b"".join(b" " * n + b"a:\n" for n in range(2_000)),
    "billion laughs": _laughs(30, 10),
    "laughs that are wide": _laughs(4, 400),
    "a list in itself": b"dossier: &a [*a]\n",
    "a mapping in itself": b"dossier: &a {title: *a}\n",
    "a dossier in itself": b"&a\ndossier: *a\n",
    "unknown aliases": b"dossier: {title: *x, note: *y}\n",
    "a merge of merges": b"a: &a {<<: *a, x: 1}\nb: {<<: [*a, *a]}\n",
    "10,000 anchors": b"".join(b"k%d: &k%d x\n" % (n, n) for n in range(10_000)),
    "10,000 documents": b"---\na: b\n" * 10_000,
    "10,000 duplicate keys": b"dossier: x\n" * 10_000,
    # Tags and directives.
    "a tag that runs a program": b"dossier: !!python/object/apply:os.system [touch /nowhere]\n",
    "a tag that makes a name": b"dossier: {title: !!python/name:os.system x}\n",
    "a binary tag": b"dossier: {title: !!binary R0lGODlhDAAM}\n",
    "a set": b"dossier: !!set {a, b}\n",
    "a timestamp": b"dossier: {as_of: !!timestamp 2025-06-02}\n",
    "a private tag": b"%TAG ! tag:x.example,2025:\n---\ndossier: !x {}\n",
    "a YAML of the future": b"%YAML 9.9\n---\ndossier: {}\n",
    "a tag that spells nothing": b"dossier: !%FF%FE {}\n",
    # Too large.
    "5 MB in a line": b"dossier: " + b"x" * 5_000_000,
    "4 MB of line breaks": b"\n" * 4_000_000,
    "4 MB of brackets": b"[]," * 1_300_000,
    "4 MB of keys": b"".join(b"k%d: v\n" % n for n in range(350_000)),
    # Sections and records of the wrong shape.
    "sections that are lists": b"dossier: []\nparties: []\nsources: []\nevents: []\nissues: []\nmemoranda: []\n",
    "sections that are texts": b"dossier: a\nparties: a\nsources: a\nevents: a\nissues: a\nmemoranda: a\n",
    "sections that are empty": b"dossier:\nparties:\nsources:\nevents:\nissues:\nmemoranda:\n",
    "records that are lists": with_prelude(
        "parties: {a: [x]}\nevents: {a: [x]}\nissues: {a: [x]}\nmemoranda: {a: [x]}\n"
    ).encode(),
    "fields that are mappings": with_prelude(
        "parties: {a: {name: {x: y}, short: {x: y}}}\n"
        "issues: {i: {topic: {x: y}, title: {x: y}, kind: {x: y}, options: {x: {y: z}}}}\n"
        "memoranda: {m: {party: {x: y}, form: {x: y}, date: {x: y}, positions: {i: {x: y}}}}\n"
    ).encode(),
    "keys that are lists": b"? [a, b]\n: c\n? {d: e}\n: f\n",
    "ids that are words of values": with_prelude(
        "parties: {silent: {name: S}, none: {name: N}, all: {name: A}, or: {name: O}}\n"
    ).encode(),
    "ids that are controls": b'parties: {"\\e[31m": {name: A}, "\\u202e": {name: B}, "": {name: C}}\n',
    "a key of 5,000 digits": b"9" * 5_000 + b": x\n",
    "a quoted key of 50,000 characters": b'"' + b"k" * 50_000 + b'": x\n',
    "a format of 5,000 digits": b"dossier: {format: %s, title: T, as_of: 2025-06-02}\n"
    % (b"1" * 5_000),
    "dates that are none": with_prelude(
        "dossier: {format: 1, title: T, as_of: 0000-00-00}\n"
        "memoranda:\n"
        + "".join(
            f"  m{n}: {{party: north, form: report, date: '{date}'}}\n"
            for n, date in enumerate(
                ("99999-01-01", "2025-02-30", "2025-06-02T99:99", "-1", "9" * 5_000, "٢٠٢٥-٠٦-٠٢")
            )
        )
    ).encode(),
    "grades that are none": with_prelude(
        "memoranda:\n"
        + "".join(
            f"  m{n}: {{party: north, form: report, date: 2025-06-01, credibility: {grade}}}\n"
            for n, grade in enumerate(("7", "-1", "1e9", "9" * 5_000, "[1]", "1.5", "nan"))
        )
    ).encode(),
    "addresses that run": with_prelude(
        "sources: {s: {publisher: P, title: T, date: 2025-06-01, url: 'javascript:alert(1)'}}\n"
    ).encode(),
    # Very many of one thing.
    "50,000 unknown sections": _many("", "k{0}: x\n", 40_000),
    "30,000 unknown fields": _many("parties:\n  north:\n    name: N\n", "    k{0}: x\n", 30_000),
    "30,000 records without a name": _many("parties:\n", "  p{0}: {{}}\n", 30_000),
    "30,000 unknown issues": _many(f"{TALKS}", "      truce-{0}: 3 days\n", 30_000),
    "20,000 unknown issues beside 20,000 known": _many(
        "issues:\n"
        + "".join(f"  issue-{n}: {{topic: T, title: T, kind: text}}\n" for n in range(20_000))
        + "memoranda:\n  m:\n    party: north\n    form: report\n    date: 2025-06-01\n    positions:\n",
        "      isseu-{0}: x\n",
        20_000,
    ),
    "15,000 unreadable values": _many(
        "issues:\n"
        + "".join(f"  i{n}: {{topic: T, title: T, kind: duration}}\n" for n in range(15_000))
        + "memoranda:\n  m:\n    party: north\n    form: report\n    date: 2025-06-01\n    positions:\n",
        "      i{0}: soon\n",
        15_000,
    ),
    "20,000 unknown sources": _many(
        "memoranda: {m: {party: north, form: report, date: 2025-06-01, sources: [",
        "s{0}, ",
        20_000,
        "]}}\n",
    ),
    "20,000 unknown steps": _many(
        "memoranda: {m: {party: north, form: report, date: 2025-06-01, sequence: [",
        "s{0}, ",
        20_000,
        "]}}\n",
    ),
    "100,000 parts": _many(
        "issues: {i: {topic: T, title: T, kind: text, parts: {", "p{0}: P, ", 100_000, "}}}\n"
    ),
    "30,000 parts": _many(
        "issues: {i: {topic: T, title: T, kind: text, parts: {", "p{0}: P, ", 30_000, "}}}\n"
    ),
    "100,000 options": _many(
        "issues: {i: {topic: T, title: T, kind: choice, options: {", "o{0}: O, ", 100_000, "}}}\n"
    ),
    "30,000 items": _many(
        "issues: {i: {topic: T, title: T, kind: checklist, items: {", "o{0}: O, ", 30_000, "}}}\n"
    ),
    "30,000 parties and 30,000 issues": _many(
        "parties:\n" + "".join(f"  p{n}: {{name: P}}\n" for n in range(30_000)) + "issues:\n",
        "  i{0}: {{topic: T, title: T, kind: text}}\n",
        15_000,
    ),
    "100,000 alternatives": _record(
        "truce: {alternatives: {" + ", ".join(f"b{n}: 3 days" for n in range(60_000)) + "}}"
    ),
    "30,000 accounts": _record(
        "truce: {value: 3 days, accounts: {"
        + ", ".join(f"b{n}: 3 days" for n in range(30_000))
        + "}}"
    ),
    "30,000 outcomes": _many(
        f"{TALKS}      truce: 3 days\noutcomes:\n",
        "  o{0}: {{issue: truce, date: 2025-06-01, value: 3 days, confirmed_by: all, sources: paper}}\n",
        30_000,
    ),
    "30,000 outcomes on nothing": _many(
        f"{TALKS}      truce: 3 days\noutcomes:\n", "  o{0}: {{issue: trucee, date: x}}\n", 30_000
    ),
    "30,000 accounts of an outcome": _many(
        f"{TALKS}      truce: 3 days\noutcomes:\n"
        "  o: {issue: truce, date: 2025-06-01, value: 3 days, accounts: {",
        "p{0}: 3 days, ",
        30_000,
        "}}\n",
    ),
    "outcomes of every wrong shape": with_prelude(
        f"{TALKS}      truce: 3 days\noutcomes:\n"
        "  a: {issue: {x: y}, date: [1], confirmed_by: {x: y}, accounts: [x], delivered: x}\n"
        "  b: {issue: truce, date: 2025-06-01, confirmed_by: [[north], {a: b}], accounts: {north: [[x]]},\n"
        "      delivered: {all: {date: {a: b}, value: {x: y}}}}\n"
        "  c: [x]\n  d: x\n  e:\n"
    ).encode(),
    "positions 60 levels deep": _record(
        "truce: " + "{alternatives: {a: " * 60 + "3 days" + "}}" * 60
    ),
}
VALUES: dict[str, str] = {
    "5,000 digits": "9" * 5_000,
    "5,000 digits and a unit": "9" * 5_000 + " days",
    "a million digits": "9" * 1_000_000,
    "a great exponent": "1e999999999",
    "a great duration": "P99999999999D",
    "a duration of the universe": "99999999999999999999 years",
    "a small exponent": "1e-999999999",
    "not a number": ".nan",
    "infinity": "-.inf",
    "a negative number": "-5",
    "hexadecimal": "'0x1F'",
    "sexagesimal": "1:30:00",
    "Arabic digits": "٣٠ days",
    "superscript": "³ days",
    "a division": "1/0 days",
    "a million parentheses": "(" * 1_000_000,
    "not of nots": "not " * 50_000 + "here",
    "not in parentheses": "not (" * 50_000,
    "100,000 alternatives": "3 or " * 100_000 + "3",
    "100,000 ranges": "3-" * 100_000 + "4",
    "100,000 dots": "2025-06-02" + ".." * 100_000,
    "100,000 spaces": "'3" + " " * 100_000 + "days soon'",
    "the year 0": "0000-01-01",
    "the year 99999": "99999-01-01",
    "a day that is none": "2025-02-30",
    "a backward range": "2025-06-02..2024-06-02",
    "a right-to-left override": '"\\u202e30 days"',
    "an escape sequence": '"\\e[31m30 days\\e[0m"',
    "a bell": '"\\a"',
    "a format string": "'{0.__class__} %s %n'",
    "markup": "'[bold red]30[/]'",
    "a path": "../../../../etc/passwd",
    "a list of lists": "[[[[]]]]",
    "a list of 20,000": "[" + "a, " * 20_000 + "]",
    "a mapping of mappings": "{demand: {demand: {demand: [a]}}}",
    "all shapes at once": "{value: [{blank: silent}], alternatives: [], parts: 3, rest: [], accounts: x}",
    "a word of blanks misspelt": "slient",
    "unreadable": "{blank: unreadable}",
}


def test_there_are_more_than_a_hundred_of_them() -> None:
    assert len(UNREADABLE) + len(VALUES) + len(PLACES) + len(ODD) > 100


@pytest.mark.no_cover
@pytest.mark.parametrize("name", UNREADABLE)
def test_a_hostile_text_is_a_clear_problem(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_bytes(UNREADABLE[name])
    checked = command(capsys, "check", str(path))
    judge(checked, {1})
    assert " error " in checked.out
    assert len(checked.out) < 200_000
    assert checked.out.count("\n") < 1_500
    compared = command(capsys, "compare", "--file", str(path))
    judge(compared, {1})
    assert " error " in compared.err


@pytest.mark.no_cover
@pytest.mark.parametrize("name", VALUES)
def test_a_hostile_value_is_a_clear_problem_or_a_plain_value(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hostile.yaml"
    for issue in ("truce", "arms", "day", "swap", "seat", "list"):
        path.write_bytes(_record(f"{issue}: {VALUES[name]}"))
        checked = command(capsys, "check", str(path))
        judge(checked, {0, 1})
        assert (" error " in checked.out) is (checked.code == 1)
        assert len(checked.out) < 5_000
        judge(command(capsys, "compare", "--file", str(path)), {checked.code})


# ------------------------------------------------------------------------- odd, but only data

ODD: dict[str, str] = {
    "escape sequences": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[2J",
    "C1 controls": "\x9b31m \x90q \x85",
    "controls": "".join(map(chr, range(32))) + "\x7f",
    "overrides": "\u202eevil\u202c \u2066x\u2069 \u200f\u200e",
    "invisible": "a\u200b\u2060\ufeff\u00ad\u115f\u3164b",
    "separators": "a\u2028b\u2029c\r\nd\re",
    "tags": "x" + "".join(chr(0xE0000 + ord(sign)) for sign in "hidden"),
    "private use": "\ue000 \U000f0000",
    "a pile of marks": "Z" + "\u0301\u0489\u20dd" * 300,
    "an old emoji family": "👨\u200d👩\u200d👧\u200d👦" * 200,
    "terminal markup": "[bold red]x[/] [@click=app.quit]y[/] [link=file:///etc/passwd]z[/link]",
    "Markdown and HTML": "<script>alert(1)</script> | `a` | **b** [c](javascript:d) &lt;",
    "formulas": "=cmd|'/c calc'!A1 +1 -1 @SUM(A1)",
    "format strings": "{0} {value} {0.__class__} %s %(x)s %n ${HOME} $(id) `id`",
    "backslashes": "\\ \\n \\x1b \\u202e \\\\",
    "20,000 characters": "word " * 4_000,
    "20,000 characters without a space": "x" * 20_000,
    "wide characters": "談判" * 4_000,
    "Arabic and Hebrew": "المفاوضات שיחות " * 50,
}


_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def quoted(data: object) -> str:
    """Return data as JSON that is YAML too: what YAML refuses in a text is an escape in it."""
    text = json.dumps(data, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _everywhere(text: str) -> bytes:
    """A dossier with this text in every field that takes a text."""
    word, key = text.strip(), text.strip()[:200]
    terms = {"scope": word, "starts": f"at {word}", "until": f"by {word}", "by": [f"the {word}"]}
    terms |= {"conditions": [f"no {word}"], "after": [f"after {word}"]}
    own = {"clause": word, "paraphrase": word, "note": word}
    data = {
        "dossier": {"format": "1", "title": word, "as_of": "2025-06-02", "note": word},
        "parties": {"a": {"name": word, "short": word, "note": word}, "b": {"name": f"B {word}"}},
        "sources": {
            "s": {
                "publisher": word,
                "date": "2025-06-01",
                "title": word,
                "url": f"https://x.example/{word}",
                "language": word,
                "via": word,
                "note": word,
            }
        },
        "events": {"e": {"title": word, "note": word}},
        "issues": {
            "flag": {
                "topic": word,
                "title": word,
                "kind": "text",
                "provision": f"{{value}} {word}",
                "disputed": word,
                "note": word,
            },
            "seat": {
                "topic": word,
                "title": word,
                "kind": "choice",
                "options": {"x": word, "y": f"Y {word}"},
            },
            "list": {"topic": word, "title": word, "kind": "checklist", "items": {"x": word}},
            "cap": {
                "topic": "T",
                "title": "T",
                "kind": "quantity",
                "unit": word,
                "parts": {"p": word, "q": {"title": "Q", "unit": word}},
            },
        },
        "memoranda": {
            "m": {
                "party": "a",
                "form": "memorandum",
                "date": "2025-06-01",
                "title": word,
                "language": word,
                "note": word,
                "sources": "s",
                "options": {"o": word},
                "positions": {
                    "flag": {
                        "value": word,
                        **terms,
                        **own,
                        "accounts": {key: {"value": "x", "sources": "s"}},
                    },
                    "seat": {"alternatives": {"o": {"value": "x", **terms}, key: "y"}},
                    "list": ["x"],
                    "cap": {"parts": {"p": "5", "q": {"value": "up to 6", **own}}},
                },
            },
            "n": {
                "party": "b",
                "form": "report",
                "date": "2025-06-01",
                "sources": "s",
                "positions": {
                    "flag": f"other {word}",
                    "seat": "y",
                    "list": "none",
                    "cap": "at least 9",
                },
            },
        },
    }
    return quoted(data).encode()


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ODD)
def test_odd_text_in_every_field_is_data(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(_everywhere(ODD[name]))
    checked = command(capsys, "check", str(path))
    judge(checked, {0})
    commands = (("compare",), ("show", "flag"), ("show", "seat"))
    for form, asked in product(("text", "markdown", "json"), commands):
        ended = command(capsys, *asked, "--file", str(path), "--format", form)
        judge(ended, {0})
        assert ended.out
        if form == "json":
            assert isinstance(json.loads(ended.out), dict)
    as_csv = command(capsys, "compare", "--file", str(path), "--format", "csv")
    rows = as_csv.out.removeprefix("\ufeff").replace("\r\n", "\n")
    judge(as_csv._replace(out=rows), {0})
    assert rows.count("\n") == 7


@pytest.mark.parametrize("name", ODD)
def test_odd_text_in_every_problem_is_data(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = quoted(ODD[name].strip()[:200])
    path = tmp_path / "odd.yaml"
    path.write_text(
        with_prelude(
            f"""
            parties: {{{word}: {{name: A}}, b: {{{word}: x, name: B}}}}
            events: {{e: {{title: E, part_of: {word}}}}}
            issues:
              i: {{topic: T, title: T, kind: {word}}}
              j: {{topic: T, title: T, kind: choice, options: {{{word}: x}}, parts: {{p: P}}}}
              k: {{topic: T, title: T, kind: duration}}
            memoranda:
              m: {{party: {word}, form: {word}, date: {word}, sources: {word}}}
              n: {{party: b, form: report, date: 2025-06-01, sources: [{word}], sequence: [{word}],
                  positions: {{j: {{parts: {{{word}: x}}}}, k: {word}, {word}: x}}}}
            {word}: x
            """
        ),
        encoding="utf-8",
    )
    checked = command(capsys, "check", str(path))
    judge(checked, {1})
    assert checked.out.count(" error ") >= 9
    assert len(checked.out) < 20_000
    judge(command(capsys, "compare", "--file", str(path)), {1})
    for_github = command(capsys, "check", "--format", "github", str(path))
    judge(for_github, {1})
    lines = for_github.out.split("\n")[:-1]
    assert len(lines) == checked.out.count("\n")
    assert {line[:8] for line in lines} <= {"::error ", "::warnin"}
    for_programs = command(capsys, "check", "--format", "json", str(path))
    judge(for_programs, {1})
    assert len(json.loads(for_programs.out)["problems"]) == len(lines)


# ---------------------------------------------------------- what is no file of text, in processes


def _sparse(folder: Path) -> str:
    with (folder / "large.yaml").open("wb") as file:
        file.truncate(100_000_000)
    return str(folder / "large.yaml")


def _text_of_100_mb(folder: Path) -> str:
    with (folder / "text.yaml").open("wb") as file:
        for _ in range(100):
            file.write(b"a: b\n" * 200_000)
    return str(folder / "text.yaml")


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe.yaml")
    return str(folder / "pipe.yaml")


def _loop(folder: Path) -> str:
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    return str(folder / "loop.yaml")


def _dangling(folder: Path) -> str:
    (folder / "gone.yaml").symlink_to(folder / "nothing.yaml")
    return str(folder / "gone.yaml")


def _named(name: str) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / name).write_text("dossier: [\n", encoding="utf-8")
        return str(folder / name)

    return make


PLACES: dict[str, Callable[[Path], str]] = {
    "100 MB of nothing": _sparse,
    "100 MB of text": _text_of_100_mb,
    "a directory": str,
    "a pipe without a writer": _pipe,
    "a link to itself": _loop,
    "a link to nothing": _dangling,
    "nothing": lambda _: "/dev/null",
    "zeros without end": lambda _: "/dev/zero",
    "noise without end": lambda _: "/dev/urandom",
    "a program": lambda _: sys.executable,
    "a file that is not there": lambda folder: str(folder / "nothing.yaml"),
    "a name that is too long": lambda folder: f"{folder}/{'x' * 300}.yaml",
    "a path that is too long": lambda folder: f"{folder}{'/x' * 5_000}",
    "a file below a file": lambda folder: f"{_named('file')(folder)}/talks.yaml",
    "an empty name": lambda _: "",
    "a name of escape sequences": _named("\x1b[31m\u202ex\x07.yaml"),
    "a name that is no UTF-8": _named("\udcff\udcfe.yaml"),
    "a name with a line break": _named("a\nb.yaml"),
    "a name like markup": _named("[red]x{0}%s.yaml"),
}


@pytest.mark.parametrize("name", PLACES)
def test_what_is_no_text_is_a_clear_problem_of_the_real_command(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = PLACES[name](tmp_path)
    for ended in (_process("check", path), command(capsys, "compare", "--file", path)):
        judge(ended, {1, 2}, patience=6)
        said = ended.out + ended.err
        assert re.search(r" error |: error |^positions: ", said, re.MULTILINE), ended


def _process(subcommand: str, path: str, *, restricted: bool = False) -> Ended:
    """Run a command in a process of its own."""
    named = [path] if subcommand == "check" else ["--file", path]
    words = ("-m", "tui", subcommand, *named)
    program = without_rights(*words) if restricted else [sys.executable, *words]
    begun = time.monotonic()
    done = subprocess.run(program, cwd=ROOT, capture_output=True, check=False, timeout=60)
    seconds = time.monotonic() - begun
    out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
    return Ended(done.returncode, out, err, seconds)


@pytest.mark.parametrize("subcommand", ["check", "compare"])
def test_a_file_that_is_not_ours_to_read_is_a_clear_problem(
    subcommand: str, tmp_path: Path
) -> None:
    path = tmp_path / "closed.yaml"
    path.write_text("dossier: {}\n", encoding="utf-8")
    path.chmod(0)
    tmp_path.chmod(0o711)
    ended = _process(subcommand, str(path), restricted=True)
    judge(ended, {1, 2}, patience=6)
    assert "permission denied" in (ended.out + ended.err).lower() or ended.code == 2


@pytest.mark.parametrize(
    "name",
    [
        "billion laughs",
        "100,000 open brackets",
        "a list in itself",
        "raw escape sequences",
        "noise",
    ],
)
def test_a_hostile_text_on_standard_input_is_a_clear_problem(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNREADABLE[name])))
    ended = command(capsys, "check", "-")
    judge(ended, {1})
    assert "<standard input>" in ended.out
