"""What a text made to do harm does: nothing, soon, and with a clear problem."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

import pytest

from positions.problems.collector import MAX_LISTED
from positions.reading import reader as source
from positions.reading.reader import (
    MAX_ALIASED,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_EVENTS,
    Reading,
    read,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def timed(content: str | bytes) -> Reading:
    """Read, and fail if that took more than two seconds of work."""
    begun = time.process_time()
    reading = read(content, "hostile.yaml")
    [str(problem) for problem in reading.problems]
    reading.span(("a", 0, "b"))
    # Under coverage's tracer everything takes several times as long.
    assert time.process_time() - begun < (2 if sys.gettrace() is None else 20)
    return reading


def codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems}


def filled(before: str, piece: str, after: str = "") -> str:
    """Return the piece so often that it just fits into what may be read."""
    room, size = MAX_BYTES - len(before + after), len(piece.encode("utf-8", "surrogatepass"))
    return before + piece * (room // size) + after


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("before", "piece", "after", "expected"),
    [
        ("", "- \n", "", {"too-large"}),
        ("", "- x #5\n", "", {"too-large", "comment-in-value"}),
        ("", "a: b\n", "", {"too-large", "duplicate-key"}),
        ("", "? \n", "", {"too-large", "key-not-text"}),
        ("", "- &a\n", "", {"too-large"}),
        ("- &a x\n", "- *a\n", "", {"too-large", "too-many-aliases"}),
        ("", "- *a\n", "", {"too-large", "unknown-alias"}),
        ("", "- !!x\n", "", {"too-large", "tag"}),
        ("[", "a,", "]", {"too-large"}),
        ("[", "a\n,", "]", {"too-large"}),
        ("[", "[],", "]", {"too-large"}),
        ("{", "a: b,", "}", {"too-large", "duplicate-key"}),
        ("[{", "a: b,", "}]", {"too-large", "duplicate-key"}),
        ("[", "1,", "1]", {"too-large"}),
        ("{a: b,", "c,", "}", {"too-large"}),
        ("{a: b,", "? c #:\n,", "}", {"too-large"}),
        ("{", "c:d,", "}", {"too-large", "missing-space", "duplicate-key"}),
        ("", "[", "", {"too-deep"}),
        ("", "[\n", "", {"too-deep"}),
        ("", "{a: ", "", {"too-deep"}),
        ("", "- ", "", {"too-deep"}),
        ("", "? ", "", {"too-deep"}),
        ("", "x", "", set()),
        ("", "x ", "", set()),
        ("a: ", "x\n ", "", set()),
        ('"', "x\n", '"', set()),
        ("a: |\n", " x\n", "", set()),
        ('"', "\\n", '"', set()),
        ('"', "\\U0001F600", '"', set()),
        ('"', "\\ud800", '"', {"encoding"}),
        ("", "&a ", "", {"syntax"}),
        ("", "\n", "", set()),
        ("", "#\n", "", set()),
        ("", " #", "", set()),
        ("", "\t", "", {"syntax"}),
        ("", "---\n", "", {"several-documents"}),
        ("", "\x00", "", {"encoding"}),
        ("", "\ud800", "", {"encoding"}),
        ("", "- a\u2028", "", {"too-large"}),
        ("", "😀", "", set()),
        ("'", "''", "", {"syntax"}),
        ("", '"', "", {"syntax"}),
        ("", ": ", "", {"syntax"}),
        ("", ",", "", {"syntax"}),
        ("", "%", "", {"syntax"}),
        ("", "&", "", {"syntax"}),
        ("", "!%ff", "", {"syntax"}),
        ("", "k" * 2000 + ": v\n", "", {"syntax"}),
    ],
)
def test_the_greatest_file_of_one_thing_is_read_or_refused_at_once(
    before: str, piece: str, after: str, expected: set[str]
) -> None:
    assert codes(timed(filled(before, piece, after))) == expected


@pytest.mark.no_cover
def test_a_great_many_keys_are_read_or_refused_at_once() -> None:
    assert codes(timed("".join(f"{key:06}: x\n" for key in range(400_000)))) == {"too-large"}
    twice = "".join(f"{key:06}: x\n" for key in range(70_000)) * 2
    assert codes(timed(twice)) == {"duplicate-key"}


def test_a_file_may_be_as_large_as_the_bound_and_no_larger() -> None:
    assert timed("x" * MAX_BYTES).problems == ()
    for content in ("x" * (MAX_BYTES + 1), b"x" * (MAX_BYTES + 1), "é" * (MAX_BYTES // 2 + 1)):
        assert codes(timed(content)) == {"too-large"}


def test_a_hundred_megabytes_are_refused_unread() -> None:
    assert codes(timed(b"[" * 100_000_000)) == {"too-large"}


@pytest.mark.no_cover
def test_as_many_keys_and_values_as_allowed_are_read() -> None:
    around = 4  # the stream, the document, and both ends of the list
    fits = timed("[" + "a, " * (MAX_EVENTS - around) + "]")
    assert fits.problems == ()
    assert codes(timed("[" + "a, " * (MAX_EVENTS - around + 1) + "]")) == {"too-large"}


@pytest.mark.parametrize("parser", ["C parser", "Python parser"])
def test_a_hundred_thousand_open_brackets(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "Python parser":
        monkeypatch.setattr(source, "CParser", None)
    reading = timed("[" * 100_000)
    assert reading.data is None
    assert codes(reading) - {"slow-parser"} == {"too-deep"}
    assert reading.problems[-1].span == ("hostile.yaml", 1, MAX_DEPTH + 1, 1, MAX_DEPTH + 2)


def test_depth_has_an_exact_bound() -> None:
    assert timed("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == ()
    deeper = timed("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert codes(deeper) == {"too-deep"}


def test_a_billion_laughs_stop_at_the_bound() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    reading = timed("\n".join(lines))
    assert codes(reading) == {"too-many-aliases"}
    assert expanded(reading.data) < 2 * MAX_ALIASED


def expanded(value: object) -> int:
    """Return how many values there are with every alias followed."""
    if isinstance(value, dict):
        return 1 + sum(map(expanded, value.values()))
    return 1 + sum(map(expanded, value)) if isinstance(value, list) else 1


def test_aliases_are_counted_exactly() -> None:
    size = 100
    anchor = "a: &a [" + ", ".join(["x"] * (size - 1)) + "]\nb:\n"
    fits = MAX_ALIASED // size
    assert timed(anchor + "- *a\n" * fits).problems == ()
    reading = timed(anchor + "- *a\n" * (fits + 1))
    assert codes(reading) == {"too-many-aliases"}
    assert isinstance(reading.data, dict)
    assert reading.data["b"][-1] is None
    assert reading.data["b"][-2] == ["x"] * (size - 1)


def test_an_alias_counts_what_its_own_aliases_stand_for() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, y]\nd: *c"
    reading = timed(text)
    assert reading.problems == ()
    assert expanded(reading.data) == 1 + 3 + 7 + 9 + 9


def test_aliases_cannot_nest_deeper_than_brackets() -> None:
    levels = [f"a0: &a0 {'[' * 30}{']' * 30}"]
    levels += [f"a{n}: &a{n} [[[[[*a{n - 1}]]]]]" for n in range(1, 60)]
    reading = timed("\n".join(levels))
    assert codes(reading) == {"too-deep"}
    assert depth(reading.data) <= MAX_DEPTH


def test_an_alias_may_reach_the_greatest_depth() -> None:
    text = f"a: &a {'[' * 30}{']' * 30}\nb: {'[' * 9}*a{']' * 9}"
    assert timed(text).problems == ()
    assert depth(timed(text).data) == MAX_DEPTH
    assert codes(timed(text.replace("*a", "[*a]"))) == {"too-deep"}


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


def test_loops_of_aliases_are_refused() -> None:
    reading = timed("a: &a {b: *a, c: &c [*c, *a]}")
    assert codes(reading) == {"alias-loop"}
    assert len(reading.problems) == 3
    assert reading.data == {"a": {"b": None, "c": [None, None]}}


def test_of_many_problems_of_a_kind_the_first_are_listed() -> None:
    reading = timed("a: b\n" * 1_000 + "b: *x\n")
    assert len(reading.problems) == MAX_LISTED + 2
    more = reading.problems[MAX_LISTED]
    assert more.code == "duplicate-key"
    assert more.sentence == "From here on, 799 more problems of this kind are not listed."
    assert str(more.span) == f"hostile.yaml:{MAX_LISTED + 2}:1"
    assert reading.problems[-1].code == "unknown-alias"


def test_a_few_forbidden_characters_are_named_and_many_are_no_text() -> None:
    assert len(timed("\x00 " * 20).problems) == 20
    assert len(timed("\x00 " * 21).problems) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.system ['false']",
        "!!python/object/new:os._exit [23]",
        "a: !!python/name:positions.reading.reader.read",
        "!!set {a, b}",
        "a: !!binary aGVsbG8=",
        "a: !!timestamp 2025-06-02",
        "%TAG ! tag:yaml.org,2002:python/\n---\na: !object:os.system x",
    ],
)
def test_a_tag_constructs_nothing(text: str) -> None:
    reading = timed(text)
    assert codes(reading) == {"tag"}
    assert {type(value) for value in values(reading.data)} <= {str, list, dict, type(None)}


def values(value: object) -> Iterator[object]:
    """Return everything inside the data, lists and mappings as the built-in types."""
    if isinstance(value, dict):
        yield dict(value)
        for inner in value.values():
            yield from values(inner)
    elif isinstance(value, list):
        yield list(value)
        for inner in value:
            yield from values(inner)
    else:
        yield value


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\xff\xfe" + b"\x00\xd8" * 1_000,
        b"\xfe\xff\xdc\x00",
        b"\x00",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        "a: \x1b[31mred\x1b[0m",
        "a: \x9b31m",
        "a: \ud83d\ude00",
    ],
)
def test_bytes_and_characters_that_are_no_text(content: bytes | str) -> None:
    assert codes(timed(content)) == {"encoding"}


def test_a_key_of_five_thousand_digits_is_a_key() -> None:
    digits = "9" * 5_000
    assert codes(timed(f"{digits}: {digits}")) == {"syntax"}
    reading = timed(f"? {digits}\n: {digits}")
    assert reading.data == {digits: digits}
    assert reading.problems == ()


def test_a_long_key_is_not_printed_in_full() -> None:
    long = "k" * 900
    for text in (f"{long}: 1\n{long}: 2", f"a: *{long}", f"a: &{long} [*{long}]", f"a: !{long} b"):
        (problem,) = timed(text).problems
        assert len(str(problem)) < 400


def test_reading_again_and_again_keeps_nothing() -> None:
    read("a: [b]", "f")
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(50):
        read("a: &x [b, {c: d}]\ne: [*x, *y", "f")
    gc.collect()
    assert len(gc.get_objects()) - before < 50
