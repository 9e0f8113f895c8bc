"""What is read from a dossier's text, where everything stands in it, and what is wrong with it."""

from __future__ import annotations

import gc
import unicodedata
from functools import partial
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from positions.problems.catalogue import CODES, Severity
from positions.reading import reader as source
from positions.reading.reader import Mapping, Reading, Sequence, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.problems.problem import Path


@pytest.fixture(params=["C parser", "Python parser"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with each of PyYAML's parsers."""
    name: str = request.param
    if name == "Python parser":
        monkeypatch.setattr(source, "CParser", None)
    return name


def faults(reading: Reading) -> list[tuple[str, str]]:
    """Return code and place of each problem, but that the parser is slow."""
    return [
        (problem.code, f"{problem.span.line}:{problem.span.column}")
        for problem in reading.problems
        if problem.span is not None
    ]


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Return the path of a value and of everything inside it."""
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from paths(inner, (*path, position))


def at(value: object, path: Path) -> object:
    for step in path:
        assert isinstance(value, (dict, list))
        value = value[step]  # type: ignore[index]
    return value


# ------------------------------------------------------------------------- what is read as what


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 1.10", {"a": "1.10"}),
        ("a: 007", {"a": "007"}),
        ("a: no", {"a": "no"}),
        ("a: true", {"a": "true"}),
        ("a: 2025-06-02", {"a": "2025-06-02"}),
        ("a:", {"a": None}),
        ("[~, null, Null, NULL, nULL]", [None, None, None, None, "nULL"]),
        ("['~', \"null\", '']", ["~", "null", ""]),
        (
            "{no: 1, ~: 2, null: 3, 4: 5, on: 6}",
            dict(zip(["no", "~", "null", "4", "on"], "12356", strict=True)),
        ),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: one\n  two\n", {"a": "one two"}),
        ("a: |\n", {"a": ""}),
        ("? a\n: b", {"a": "b"}),
        ("a: &x [1]\nb: *x", {"a": ["1"], "b": ["1"]}),
        ("a: &x k\n*x : c", {"a": "k", "k": "c"}),
        ("&x k: *x", {"k": "k"}),
        (
            "a: !!str null\nb: ! ~\nc: !!seq []\nd: !!map {}",
            {"a": "null", "b": "~", "c": [], "d": {}},
        ),
        ("--- a", "a"),
        ("", None),
        ("# nothing\n", None),
        ("---\n", None),
        ("\ufeffa: b", {"a": "b"}),
    ],
)
def test_scalars_stay_as_they_were_written(text: str, data: object, parser: str) -> None:
    reading = read(text, "f")
    assert reading.data == data
    assert faults(reading) == []


def test_data_are_plain_dictionaries_and_lists() -> None:
    data = read("a: [b]", "f").data
    assert isinstance(data, Mapping)
    assert isinstance(data, dict)
    assert isinstance(data["a"], Sequence)
    assert data == {"a": ["b"]}
    assert not hasattr(data, "__dict__")
    assert Mapping({"a": 1}).place("a") is None
    assert Sequence([1]).place(0) is None


def test_an_alias_is_the_same_value_again() -> None:
    data = read("a: &x [1]\nb: *x", "f").data
    assert isinstance(data, dict)
    assert data["a"] is data["b"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_marked_utf_16_are_read(encoding: str) -> None:
    assert read("a: Пункт é 😀".encode(encoding), "f").data == {"a": "Пункт é 😀"}


# ------------------------------------------------------------------------------ what is wrong


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        # A comma between brackets.
        ("{value: at least 1,000}", {"value": "at least 1", "000": None}, [("comma-in-flow", "1:9")]),
        ("{title: Rebuilding, and aid}", {"title": "Rebuilding", "and aid": None}, [("comma-in-flow", "1:9")]),
        ("[1,000, 1,200]", ["1", "000", "1", "200"], [("comma-in-flow", "1:2"), ("comma-in-flow", "1:9")]),
        ("[all for all, 1,000,000 men]", ["all for all", "1", "000", "000 men"], [("comma-in-flow", "1:15")]),
        ("{a: 1,000, b: 2,000,000}", {"a": "1", "000": None, "b": "2"}, [("comma-in-flow", "1:5"), ("comma-in-flow", "1:15")]),
        ("{a: {b: 1,000}, c: [1,5 %]}", {"a": {"b": "1", "000": None}, "c": ["1", "5 %"]}, [("comma-in-flow", "1:9"), ("comma-in-flow", "1:21")]),
        ('{a: "1,000", b: [1, 2], c: , d:  }', {"a": "1,000", "b": ["1", "2"], "c": None, "d": None}, []),
        ("{a, b}", {"a": None, "b": None}, []),
        ("{a: 'x', b}", {"a": "x", "b": None}, []),
        ("[a,b, '1',2, x1 ,2]", ["a", "b", "1", "2", "x1", "2"], []),
        ("{a: b, ? c  # why: so\n : 'd', ? e  # why: so\n}", {"a": "b", "c": "d", "e": None}, []),
        # A colon without a space.
        ("{name:Talks}", {"name:Talks": None}, [("missing-space", "1:2")]),
        ("{name: Ukraine, short:UA}", {"name": "Ukraine", "short:UA": None}, [("missing-space", "1:17")]),
        # Comments.
        ("title: Item #5", {"title": "Item"}, [("comment-in-value", "1:13")]),
        ("title: #5", {"title": None}, [("comment-in-value", "1:8")]),
        ("value: # not known yet", {"value": None}, []),
        ("- a # b", ["a"], [("comment-in-value", "1:5")]),
        ("title: Item  # real\nparties: # the two\n  'a' : 'b' # x\n # y\n", {"title": "Item", "parties": {"a": "b"}}, []),
        # Blocks of text that are none.
        ("value: >5", {"value": ""}, [("block-in-value", "1:8")]),
        ("value: >-5 # days", {"value": ""}, [("block-in-value", "1:8")]),
        # Keys.
        ("a: 1\nb: 2\na: 3", {"a": "1", "b": "2"}, [("duplicate-key", "3:1")]),
        ("a: 1\na: {b: 2}\na: 3", {"a": "1"}, [("duplicate-key", "2:1"), ("duplicate-key", "3:1")]),
        ("? [a]\n: {b: 1, b: 2}", {}, [("key-not-text", "1:3"), ("duplicate-key", "2:10")]),
        ("{a: b}: c", {}, [("key-not-text", "1:1")]),
        ("?\n: c", {}, [("key-not-text", "1:2")]),
        ("'': c", {}, [("key-not-text", "1:1")]),
        ("a: &x [1]\n*x : c", {"a": ["1"]}, [("key-not-text", "2:1")]),
        ("*x : c", {}, [("unknown-alias", "1:1")]),
        ("a: &x {b: c}\nd:\n  <<: *x\n  '<<': e", {"a": {"b": "c"}, "d": {"<<": "e"}}, [("merge-key", "3:3")]),
        # Tags.
        ("a: !!python/name:os.system b", {"a": "b"}, [("tag", "1:4")]),
        ("a: !important [b]", {"a": ["b"]}, [("tag", "1:4")]),
        ("a: &x !!int 5", {"a": "5"}, [("tag", "1:7")]),
        ("a: &x  # five\n  !!int 5", {"a": "5"}, [("tag", "1:4")]),
        ("a: !!seq {}\nb: !!null ''", {"a": {}, "b": ""}, [("tag", "1:4"), ("tag", "2:4")]),
        ("!k a: b", {"a": "b"}, [("tag", "1:1")]),
        # Aliases.
        ("- *b", [None], [("unknown-alias", "1:3")]),
        ("a: &x [*x, 1]", {"a": [None, "1"]}, [("alias-loop", "1:8")]),
        ("&x [&x 1, *x]", ["1", "1"], []),
        # Documents.
        ("a: 1\n---\nb: 2", {"a": "1"}, [("several-documents", "2:1")]),
        ("--- a\n...\n", "a", []),
        # Characters.
        ("a\x07b: c\nd: \x00", {"a\ufffdb": "c", "d": "\ufffd"}, [("encoding", "1:2"), ("encoding", "2:4")]),
        ("a: x\ud800", {"a": "x\ufffd"}, [("encoding", "1:5")]),
        ("a: \ufffe\x80", {"a": "\ufffd\ufffd"}, [("encoding", "1:4"), ("encoding", "1:5")]),
    ],
)  # fmt: skip
def test_what_yaml_reads_otherwise_than_it_was_meant_is_said(
    text: str, data: object, expected: list[tuple[str, str]], parser: str
) -> None:
    reading = read(text, "f")
    assert reading.data == data
    assert faults(reading) == expected


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: Talks: the second round", "1:13", 'Quote it: "Talks: the second round".'),
        ("a: {b: c red: d}", "1:13", "Put a comma before `red`, if it is a key. Else quote"),
        ("a: {b: red: d}", "1:11", "Quote the whole value."),
        ("a: {b: c: d}", "1:9", "A colon and a space inside a value"),
        ('a: say "x": y', "1:11", "Quote it: 'say \"x\": y'."),
        ("value: >= 30 days", "1:8", 'Quote it: ">= 30 days".'),
        ("value: > 30 days  # why", "1:8", 'Quote it: "> 30 days".'),
        ("value: |30", "1:8", "block of text"),
        ("value: @home", "1:8", 'Quote it: "@home".'),
        ("[a, @home, b]", "1:5", 'Quote it: "@home".'),
        ("value: `3 days`", "1:8", 'A value cannot begin with a backtick. Quote it: "3 days".'),
        ("dossier {format: 1, title: T}", "1:8", "The colon after the key is missing."),
        ("- a: b\n- c [d]: e: f", "2:4", "The colon after the key is missing."),
        ("a:\n  b: c\n  d： e\n", "3:4", "A fullwidth colon (U+FF1A) is no colon to YAML."),
        ("value: %5", "1:8", 'Quote it: "%5".'),
        ("%5: a", "1:1", 'Quote it: "%5: a".'),
        ("%YAML 3.0\n---\na", "1:1", "version of YAML"),
        ("value: & b", "1:8", 'Quote it: "& b".'),
        ("value: *bold* move", "1:8", 'Quote it: "*bold* move".'),
        ("value: !<x y", "1:8", "cannot begin with `!`"),
        ("value: !e!x y", "1:8", "cannot begin with `!`"),
        ("value: !%ED%A0%80 y", "1:8", "cannot begin with `!`"),
        ("value: !%zz y", "1:8", "cannot begin with `!`"),
        ("a:\n\tb: c", "2:1", "Indent with spaces."),
        ("a:\n  b: c\n \td: e", "3:2", "A tab is used for indentation."),
        ('a: "one\nb: two', "1:4", "never closed"),
        ("a: 'one\nb: two", "1:4", "never closed"),
        ('a: "one\nb: "two"', "2:4", "opened on a line above"),
        ("a: 'it's'", "1:8", "More text follows the closing quotation mark"),
        ('a: "b\\qc"', "1:6", "begins an escape"),
        ("a: [b, c\nd: e", "1:4", "The bracket `[` that opens here is not closed"),
        ("a: {b: c\nd: e", "1:4", "The bracket `{` that opens here is not closed"),
        ("a: {b: [c]\n    d: e}", "2:5", "A comma or the end of the `{` is missing before"),
        ("a: {b: c\n    d: e\n  }", "2:5", "A comma or the end of the `{` is missing before"),
        ("a: [b, [c]\n  'd']\ne: f", "2:3", "A comma or the end of the `[` is missing before"),
        ("a:\n  b: {c: d\n  e: {f: g}", "2:6", "The bracket `{` that opens here is not closed"),
        ('{\n"a": 1\n"b": 2\n}', "3:1", "A comma or the end of the `{` is missing before"),
        ("a: 1\nb: [{}, [", "2:9", "The bracket `[` that opens here is not closed"),
        ("a: [b, {c: [d]}, ", "1:4", "The bracket `[` that opens here is not closed"),
        ("a: [" + "'b', " * 2_500, "1:12505", "YAML cannot be read on from here."),
        ("a: [b}", "1:6", "The bracket `}` does not match the `[`"),
        ("a: ['b' c]", "1:9", "More text follows the closing quotation mark"),
        ("a: [[b] c]", "1:9", "A comma or the end of the `[` is missing"),
        ("a: b\n}", "2:1", "The closing bracket `}` has no opening one."),
        ("a: ]", "1:4", "The closing bracket `]` has no opening one."),
        ("a: ,b", "1:4", "cannot begin with a comma"),
        ("a: - b", "1:4", 'Quote it: "- b".'),
        ("a: ? b", "1:4", "begins a mapping"),
        ("a:\n    b: c\n  d: e", "3:3", "not aligned with the keys"),
        ("a: b\n  c: d", "2:3", "indented deeper than the one above"),
        ("a: b\n  c\n  d: e", "3:3", "indented deeper than the one above"),
        ("a:\n  b  # c: d\n    e: f", "2:3", "This line has no colon"),
        ("a:\n  b\n  c\n  d: e", "2:3", "This line has no colon"),
        ("a\n  b: c", "1:1", "This line has no colon"),
        ("- a\nb: c", "2:1", "not an item of the list"),
        ("a:\n  - b\n - c", "3:2", "An item of a list stands among the keys"),
        ("a:b\nc: d", "1:2", "The space after the colon is missing."),
        ("p:\n  a:b\n  c: d", "2:4", "The space after the colon is missing."),
        ("a: b\nfoo:bar\nc: d", "2:4", "The space after the colon is missing."),
        ("a: b\nfoo\nc: d", "2:1", "This line has no colon"),
        ("a: \u2028x\nb: c", "1:4", "invisible line separator (U+2028)"),
        ("{a: b, : c}", "1:8", "no key before it"),
        (": c", "1:1", "no key before it"),
        ("a: &b &c d", "1:7", "YAML cannot be read on from here."),
    ],
)
def test_a_fault_of_syntax_is_told_in_plain_words(
    text: str, place: str, words: str, parser: str
) -> None:
    reading = read(text, "f")
    assert reading.data is None
    assert faults(reading) == [("syntax", place)]
    assert words in str(reading.problems[-1])


def test_both_parsers_refuse_an_escape_that_names_no_character(parser: str) -> None:
    for text in ('a: "\\ud800"', 'a: "\\U0000DC00"', 'a: "\\UFFFFFFFF"'):
        assert faults(read(text, "f")) == [("encoding", "1:5")]


def test_what_was_found_before_a_fault_of_syntax_is_kept() -> None:
    reading = read("a: 1\na: 2\nb: *x\nc: @d", "f")
    assert faults(reading) == [
        ("duplicate-key", "2:1"),
        ("unknown-alias", "3:4"),
        ("syntax", "4:4"),
    ]


def test_a_duplicate_key_names_the_first_and_its_own_path() -> None:
    (problem,) = read("parties:\n  a: 1\n  b: 2\n  a: 3", "f").problems
    assert problem.sentence.startswith("The key `a` already stands in line 2, column 3;")
    assert problem.path == ("parties", "a")


def test_the_place_of_a_cut_value_is_all_that_was_meant() -> None:
    (problem,) = read("a: [{value: at least 1,000,000 men}]", "f").problems
    assert problem.path == ("a", 0, "value")
    assert str(problem.span) == "f:1:13"
    assert problem.span is not None
    assert problem.span.end_column == 35
    assert problem.suggestion == 'Quote it: "at least 1,000,000 men".'


def test_a_long_value_is_not_repeated() -> None:
    (problem,) = read("{value: " + "x" * 99 + ",000}", "f").problems
    assert problem.suggestion == "Quote the whole value."
    assert "x" * 60 not in problem.sentence


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"a: b\nc: caf\xe9", "2:7", "0xE9 is not UTF-8"),
        (b"\xef\xbb\xbfa: \xff", "1:4", "0xFF is not UTF-8"),
        ("a: é\n".encode() + b"\xc3", "2:1", "0xC3 is not UTF-8"),
        (b"\xff\xfea\x00\x00", "1:2", "not UTF-16LE"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "1:1", "UTF-32"),
        (b"\x00" * 100, "1:1", "U+0000"),
    ],
)
def test_what_is_not_text_is_said_at_its_first_bad_byte(
    content: bytes, place: str, words: str
) -> None:
    reading = read(content, "f")
    assert reading.data is None
    assert faults(reading) == [("encoding", place)]
    assert words in reading.problems[0].sentence


def test_a_missing_c_parser_is_said_once_and_has_no_place(parser: str) -> None:
    codes = [problem.code for problem in read("a: b", "f").problems]
    assert codes == (["slow-parser"] if parser == "Python parser" else [])


def test_the_python_parser_refuses_some_tabs_that_the_c_parser_reads(parser: str) -> None:
    reading = read("a:\tb", "f")
    if parser == "C parser":
        assert reading.data == {"a": "b"}
    else:
        assert faults(reading) == [("syntax", "1:3")]
        assert reading.problems[-1].suggestion == "Replace it by a space."


def test_reading_leaves_the_collector_as_it_was() -> None:
    assert gc.isenabled()
    read("a: [", "f")
    assert gc.isenabled()
    gc.disable()
    try:
        read("a: b", "f")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_every_example_of_a_reading_code_shows_it() -> None:
    for code, entry in CODES.items():
        problems = {problem.code for problem in read(entry.wrong, "f").problems}
        if code in source_codes():
            assert code in problems, code
            assert not any(
                CODES[problem.code].severity is Severity.ERROR
                for problem in read(entry.right, "f").problems
            ), code


def source_codes() -> set[str]:
    return {
        *("syntax", "several-documents", "duplicate-key", "tag", "comma-in-flow"),
        *("comment-in-value", "block-in-value", "missing-space"),
    }


CURLY = "“ ” are not quotation marks to YAML"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: “3 days”", "1:4", f'{CURLY}, and stay in the text. Write "3 days".'),
        ("a: [“3 days”, b]", "1:5", f'{CURLY}, and stay in the text. Write "3 days".'),
        ("{a: “3 days”}", "1:5", f'{CURLY}, and stay in the text. Write "3 days".'),
        ("- “3 days” ", "1:3", f'{CURLY}, and stay in the text. Write "3 days".'),
        ("a: «3 jours»", "1:4", "« » are not quotation marks to YAML, and stay in the text."),
        ("a: „3 Tage“", "1:4", "„ “ are not quotation marks to YAML, and stay in the text."),
        ("a: “Talks: round two”", "1:4", f'{CURLY}. Write "Talks: round two".'),
        ("{a: “Talks: two”, b: c}", "1:5", f'{CURLY}. Write "Talks: two".'),
    ],
)
def test_marks_of_a_word_processor_are_said_to_be_none(text: str, place: str, said: str) -> None:
    (problem,) = read(text, "f").problems
    assert f"{problem.span.line}:{problem.span.column}" == place if problem.span else False
    assert f"{problem.sentence} {problem.suggestion}".startswith(said)


@pytest.mark.parametrize(
    "text", ["a: “b” and “c”", "a: '“b”'", 'a: "“b”"', "a: |\n  “b”\n", "a: the “b”"]
)
def test_marks_within_a_text_are_a_part_of_it(text: str) -> None:
    assert not read(text, "f").problems


@pytest.mark.parametrize(
    ("text", "place", "sign"),
    [
        ("a:\n  b: c\n\u00a0\u00a0d: e\n  f: g\n", "3:1", "A no-break space (U+00A0)"),
        ("a:\n  b:\u00a0c\n  d: e\n", "2:5", "A no-break space (U+00A0)"),
        ("a:\n  b:\u202fc\n  d: e\n", "2:5", "A narrow no-break space (U+202F)"),
        ("a:\n  b: c\n\u3000d: e\n  f: g\n", "3:1", "An ideographic space (U+3000)"),
        ("a:\n  - b\n  -\u00a0c: d\n    e: f\n", "3:4", "A no-break space (U+00A0)"),
    ],
)
def test_a_space_that_is_none_is_said_on_its_own_line(
    text: str, place: str, sign: str, parser: str
) -> None:
    reading = read(text, "f")
    problem = reading.problems[-1]
    assert faults(reading)[-1] == ("syntax", place)
    assert problem.sentence == f"{sign} is no space to YAML."
    assert problem.suggestion == "Replace it by a space."


@pytest.mark.parametrize("letter", ["ö", "o\u0308"])
def test_letters_are_composed_and_places_are_those_of_the_file(letter: str, parser: str) -> None:
    reading = read(f"{letter}sterreich: [{letter}l, 'k{letter}ln']\n", "f")
    assert reading.data == {"österreich": ["öl", "köln"]}
    assert reading.span(("österreich",), key=True) == ("f", 1, 1, 1, 11 + len(letter) - 1)


def test_one_key_in_two_spellings_is_there_twice() -> None:
    assert faults(read("ö: a\no\u0308: b\n", "f")) == [("duplicate-key", "2:1")]


# ------------------------------------------------------------------------------------ places


def test_places_count_from_one_in_characters() -> None:
    reading = read("é😀: [ü, 'x y']\r\nb:\r\n  - c\r\n", "f")
    assert reading.span(("é😀",), key=True) == ("f", 1, 1, 1, 3)
    assert reading.span(("é😀",)) == ("f", 1, 5, 1, 15)
    assert reading.span(("é😀", 1)) == ("f", 1, 9, 1, 14)
    assert reading.span(("b", 0)) == ("f", 3, 5, 3, 6)
    assert reading.span(("b", 0), key=True) == ("f", 3, 5, 3, 6)
    assert reading.span(()) == ("f", 1, 1, 3, 6)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_break_counts_once(line_break: str) -> None:
    text = line_break.join(["a: 1", "", "b:", "  c: |", "    d", "", "e: 2", ""])
    reading = read(text, "f")
    assert reading.span(("e",), key=True) == ("f", 7, 1, 7, 2)
    assert reading.span(("b",)) == ("f", 4, 3, 5, 6)


def test_an_invisible_separator_is_no_line_of_an_editor() -> None:
    reading = read('a: "x\u2028y\x85z"\nb: c', "f")
    assert reading.span(("b",)) == ("f", 2, 4, 2, 5)


def test_a_path_that_goes_on_stands_at_its_nearest_ancestor() -> None:
    reading = read("a:\n  b: [c]", "f")
    assert reading.span(("a", "x")) == reading.span(("a",))
    assert reading.span(("a", "b", 7, "y")) == reading.span(("a", "b"))
    assert reading.span(("a", "b", -1)) == reading.span(("a", "b"))
    assert reading.span(("a", "b", 0, 0)) == reading.span(("a", "b", 0))
    assert reading.span(("a", 0), key=True) == reading.span(("a",), key=True)
    assert read("", "f").span(("a",)) is None


def test_inside_an_alias_places_are_those_of_its_anchor() -> None:
    reading = read("a: &x {b: c}\nd: *x", "f")
    assert reading.span(("d",)) == ("f", 2, 4, 2, 6)
    assert reading.span(("d", "b")) == ("f", 1, 11, 1, 12)


# ------------------------------------------------------------------------------------- laws

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")).map(
    partial(unicodedata.normalize, "NFC")  # all text is read so
)
words = texts | st.sampled_from(
    ["", "no", "1.10", "~", "null", "<<", "a: b", "a #b", "1,000", "- x"]
)
plain_data = st.recursive(
    st.none() | words | st.text(alphabet="ab \n#:,-é😀", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(words.filter(bool) | st.just("on"), inner, max_size=4)
    ),
    max_leaves=12,
)
styles = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"']),
        "default_flow_style": st.sampled_from([None, True, False]),
        "allow_unicode": st.booleans(),
        "width": st.sampled_from([20, 80, 1000]),
        "indent": st.sampled_from([2, 4]),
    }
)


class _Dumper(yaml.CSafeDumper):
    """Writes no aliases, and nothing as nothing whatever the style.

    By libyaml: the emitter in Python escapes twice where it folds a narrow text.
    """

    def ignore_aliases(self, data: object) -> bool:
        return True


def _written_none(dumper: _Dumper, _: None) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:null", "null", style=None)


_Dumper.add_representer(type(None), _written_none)


@given(plain_data, styles)
def test_what_is_written_is_read_again_and_every_place_holds_its_value(
    data: object, style: dict[str, object]
) -> None:
    text = yaml.dump(data, Dumper=_Dumper, **style)  # type: ignore[call-overload]
    reading = read(text, "f")
    assert reading.data == data
    assert reading.problems == ()
    lines = reading.lines.text.split("\n")
    for path in paths(data):
        span = reading.span(path)
        if span is None:
            continue
        cut = lines[span.line - 1 : span.end_line]
        cut[-1] = cut[-1][: span.end_column - 1]
        cut[0] = " " * (span.column - 1) + cut[0][span.column - 1 :]
        assert read("\n".join(cut), "f").data == at(data, path)


_pieces = st.sampled_from(
    [
        *("a", "b", "1", " ", "  ", "\n", "\n  ", ": ", ":", "- ", "-", "[", "]", "{", "}", ","),
        *("#", " #", "&a ", "*a", "!", "!!str ", "|", "|\n", ">", "'", '"', "%", "@", "`", "?"),
        *("? ", "\t", "~", "<<", "\\", "\\u", "\ud800", "\x00", "é", "😀", "\u2028", "\r\n", "\r"),
        *("---\n", "...", "null", ">5", "=", "\x85", "0"),
    ]
)


@given(st.lists(_pieces, max_size=16).map("".join))
def test_the_two_parsers_read_the_same(text: str) -> None:
    fast = read(text, "f")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "CParser", None)
        slow = read(text, "f")
    if fast.problems or len(slow.problems) > 1:
        # They differ in what they refuse, as with tabs, but neither reads past a fault in silence.
        return
    assert fast.data == slow.data
    for path in paths(fast.data):
        assert fast.span(path) == slow.span(path)
        assert fast.span(path, key=True) == slow.span(path, key=True)


@given(st.text() | st.binary() | st.lists(_pieces, max_size=40).map("".join))
def test_nothing_that_is_read_raises(content: str | bytes) -> None:
    reading = read(content, "f")
    for path in paths(reading.data):
        span = reading.span(path)
        assert span is None or (span.line, span.column) <= (span.end_line, span.end_column)
    assert all(problem.sentence.endswith(".") for problem in reading.problems)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: {b: c #3, d: e}\n  }", '"c #3"'),
        ("a: [b, c #3]\n  ]", '"c #3"'),
        ("a: {b: c}\nd: e #3, f]", '"e #3, f]"'),
    ],
)
def test_what_a_comment_cuts_off_ends_with_what_a_bracket_holds(text: str, words: str) -> None:
    found = [one for one in read(text, "x").problems if one.code == "comment-in-value"]
    assert [one.suggestion.split(". ")[0] for one in found] == [f"Quote it: {words}"]
