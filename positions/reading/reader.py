"""YAML text to plain data that remembers where everything stands.

One pass over the events of PyYAML's C parser builds dictionaries, lists and text; nothing is
parsed twice, and no YAML tag constructs anything.

What stands in a dossier is kept as it was written. An empty plain value, `~`, `null`, `Null` and
`NULL` are None; every other scalar stays text, numbers and booleans too, until a typed field reads
it: an analyst's `1.10` is a clause, `007` the number of a document, and `no` a word. Keys are
always text. The tags `!`, `!!str`, `!!seq` and `!!map` say no more than that, and are accepted
where they are true; any other tag is a problem, and its value is read as if the tag were not there.
"""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import yaml
from yaml.events import Event, ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from positions.problems.problem import Problem, in_order
from positions.reading.collector import collector_paused
from positions.reading.composer import (
    MAX_ALIASED,
    MAX_DEPTH,
    MAX_EVENTS,
    Composer,
    EventParser,
    UnreadableError,
)
from positions.reading.conflicts import conflicts
from positions.reading.places import Lines, Mapping, Reading, Sequence, Size
from positions.reading.traps import TextProblems
from positions.text.patterns import pattern

if TYPE_CHECKING:
    import re

try:
    from yaml._yaml import CParser
except ImportError:  # pragma: no cover
    CParser = None  # type: ignore[assignment,misc]

__all__ = [
    "MAX_ALIASED",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_EVENTS",
    "WHOLE",
    "Mapping",
    "Reading",
    "Sequence",
    "read",
]

MAX_BYTES = 4 * 1024 * 1024
"""The greatest size of a dossier in bytes; a text is measured as UTF-8."""

WHOLE = Size(MAX_BYTES, MAX_EVENTS, MAX_ALIASED)
"""How large a dossier may be."""

_FORBIDDEN = pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The same in UTF-8, in three steps that together take a tenth of the time.
_ALLOWED_BYTES = b"\t\n\r" + bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100))
_FORBIDDEN_BYTES = (pattern(rb"\xc2[\x80-\x84\x86-\x9f]"), pattern(rb"\xef\xbf[\xbe\xbf]"))
_SURROGATE = pattern("[\ud800-\udfff]")
_MAX_FORBIDDEN = 20
_MARKS = (
    (BOM_UTF32_LE, "UTF-32"),
    (BOM_UTF32_BE, "UTF-32"),
    (BOM_UTF8, "UTF-8"),
    (BOM_UTF16_LE, "UTF-16LE"),
    (BOM_UTF16_BE, "UTF-16BE"),
)


def read(content: bytes | str, name: str, room: Size = WHOLE) -> Reading:
    """Return the data of a YAML text, the place of each, and every problem of the text.

    Bytes are UTF-8, or UTF-16 with a byte order mark. Nothing is raised, whatever the content;
    bounds on its size, its depth and its aliases keep the time below two seconds.

    Args:
        content: What the file holds.
        name: The name of the file for messages; no file is touched.
        room: How large the text may be: less than a dossier, where there are files beside it.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    if len(data) > room.octets:
        who = "The file" if room.octets == MAX_BYTES else "With this file, the folder"
        return _unread(
            name,
            "too-large",
            f"{who} has more than the {MAX_BYTES:,} bytes that a dossier may have.",
            "Check that it is the right file; split a dossier of that size.",
        )
    if isinstance(content, str):
        return _read_text(content, name, room, len(data))
    encoding = next((label for mark, label in _MARKS if data.startswith(mark)), "UTF-8")
    if encoding == "UTF-32":
        return _unread(name, "encoding", "The file is in UTF-32.", "Save it as UTF-8.")
    try:
        return _read_text(data.decode(encoding), name, room, len(data))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding).removeprefix("\ufeff")
        sentence = f"The byte 0x{data[error.start]:02X} is not {encoding}; the file is not read."
        return _unread(name, "encoding", sentence, "Save the file as UTF-8.", before)


def _unread(name: str, code: str, sentence: str, suggestion: str, before: str = "") -> Reading:
    """Return a reading without data, with one problem at the end of this text."""
    lines = Lines(before, name)
    span = lines.span(len(before), len(before))
    return Reading(name, None, (Problem(code, sentence, suggestion, span),), lines)


def _read_text(text: str, name: str, room: Size, octets: int) -> Reading:
    text = text.removeprefix("\ufeff")
    characters = _forbidden(text)
    if len(characters) > _MAX_FORBIDDEN:
        first = characters[0]
        sentence = f"The character U+{ord(first.group()):04X} stands here, and many like it."
        return _unread(
            name, "encoding", sentence, "Check that the file is text.", text[: first.start()]
        )
    if characters:
        # One for one, so that places stay, and everything else is still read.
        text = _FORBIDDEN.sub("\ufffd", text)
    lines = Lines(text, name)
    report = TextProblems(lines)
    for found in characters:
        report.forbidden(found.group(), found.start())
    if unsettled := conflicts(text):
        for one in unsettled:
            report.conflict(one)
        return Reading(name, None, in_order(report.problems()), lines)
    data: object = None
    bounds = (0, 0)
    parser: EventParser = _parser(text)
    if not unicodedata.is_normalized("NFC", text):
        parser = _ComposedLetters(parser)
    composer = Composer(parser, report, room.events, room.aliased)
    with collector_paused():
        try:
            data, bounds = composer.document()
        except UnreadableError:
            pass
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            from positions.reading.syntax_errors import fault_of  # noqa: PLC0415 - few need it

            fault = fault_of(error, text)
            report.add(fault.code, fault.at, fault.at, fault.sentence, fault.suggestion, ())
    problems = [*_slow_parser(), *report.problems()]
    size = Size(octets, composer.events, composer.aliased)
    return Reading(name, data, in_order(problems), lines, bounds, size)


def _forbidden(text: str) -> list[re.Match[str]]:
    """Return the characters that YAML does not allow, one more than are listed at most."""
    data = text.encode("utf-8", "surrogatepass")
    suspicious = (
        data.translate(None, _ALLOWED_BYTES)
        or b"\xed" in data
        or any(one.search(data) for one in _FORBIDDEN_BYTES)
    )
    return list(islice(_FORBIDDEN.finditer(text), _MAX_FORBIDDEN + 1)) if suspicious else []


class _ComposedLetters:
    """A parser whose keys and values have their letters composed, so that an id is one id."""

    def __init__(self, parser: EventParser) -> None:
        self._parser = parser

    def get_event(self) -> Event | None:
        """Return the next event, or None after the last."""
        event: Event | None = self._parser.get_event()
        if isinstance(event, ScalarEvent):
            event.value = unicodedata.normalize("NFC", event.value)
        return event


def _parser(text: str) -> EventParser:
    return _PythonParser(text) if CParser is None else CParser(text)


def _slow_parser() -> list[Problem]:
    if CParser is not None:
        return []
    return [
        Problem(
            "slow-parser",
            "PyYAML was built without its C parser here, so that reading takes far longer.",
            "Install a PyYAML wheel for this Python.",
        )
    ]


class _PythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser, made as strict about escapes as the C parser is."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Event | None:
        """Return the next event, or None after the last.

        Raises:
            yaml.MarkedYAMLError: The text is not YAML.
        """
        try:
            event = cast("Event | None", super().get_event())  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError) as error:
            problem = "found invalid Unicode character escape code"
            raise _marked(problem, self.get_mark()) from error
        if isinstance(event, ScalarEvent) and _SURROGATE.search(event.value):
            raise _marked("found a surrogate as a Unicode character escape", event.start_mark)
        return event


def _marked(problem: str, mark: Any) -> yaml.MarkedYAMLError:  # noqa: ANN401 - a mark of either parser
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
