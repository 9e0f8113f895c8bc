"""From the events of a YAML parser to plain data with places, in one pass."""

from __future__ import annotations

import re
from itertools import repeat, starmap
from operator import length_hint
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from positions.problems.errors import GivenUp
from positions.reading.places import Mapping, Sequence
from positions.text.patterns import pattern
from positions.text.signs import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.reading.traps import Plain, TextProblems

__all__ = ["MAX_ALIASED", "MAX_DEPTH", "MAX_EVENTS", "Composer", "EventParser", "UnreadableError"]

MAX_EVENTS = 300_000
"""How many keys, values and ends of lists and mappings a dossier may have."""

MAX_DEPTH = 40
"""How deep lists and mappings may be nested, aliases followed."""

MAX_ALIASED = 100_000
"""How many values aliases may stand for, all together."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_UNUSUAL_KEYS = frozenset({"", "<<"})
_HARMLESS_TAGS: dict[type, tuple[str, str]] = {
    ScalarEvent: ("!", "tag:yaml.org,2002:str"),
    SequenceStartEvent: ("!", "tag:yaml.org,2002:seq"),
    MappingStartEvent: ("!", "tag:yaml.org,2002:map"),
}
_COLON = pattern(r"(?:[ \t\r\n]|#[^\r\n]*+)*+:")
_CLOSED = pattern(f"[{''.join({*''.join(QUOTATION_MARKS.values())})}]")
_SWALLOWED = pattern(r"[^\W\d][\w-]*:\S")

# An event of either parser; the types of PyYAML say too little of their attributes to be of use.
_Event = Any


class EventParser(Protocol):
    """Whatever gives the events of a text, one by one."""

    def get_event(self) -> _Event:
        """Return the next event, or None after the last."""
        ...


class UnreadableError(GivenUp):
    """Reading stops here; the reason has been reported."""


class _Anchor(NamedTuple):
    """What an anchor names: its value, how many values that holds, and how deep it goes."""

    value: object
    size: int
    height: int


class Composer:
    """Builds the data of a text's first document from its parser's events."""

    def __init__(
        self, parser: EventParser, report: TextProblems, events: int, aliased: int
    ) -> None:
        """Take a parser at its beginning, where to note what is wrong, and two bounds.

        Args:
            parser: The parser.
            report: Where to note what is wrong.
            events: How many keys, values and ends of lists and mappings may be read.
            aliased: How many values aliases may stand for.
        """
        # Called by starmap, the parser costs no frame of Python's; the repeat bounds it.
        self._rest = repeat((), events)
        self._events: Iterator[Any] = starmap(parser.get_event, self._rest)
        self._most = events, aliased
        self._report = report
        self._path = report.path
        self._text = report.text
        # Where a plain value ends that needs a second look.
        self._suspicious = {
            found.start()
            for found in re.finditer(" #", self._text)
            if self._text[found.start() - 1] not in " \t\r\n"
        } | {found.end() for found in _CLOSED.finditer(self._text)}
        self._anchors: dict[str, _Anchor | None] = {}
        self._values = 1
        self._aliased = 0
        self._deepest = 0
        self._end = 0

    def document(self) -> tuple[object, tuple[int, int]]:
        """Return the data of the first document, and the offsets where they start and end.

        Raises:
            UnreadableError: A bound was passed.
            yaml.YAMLError: The text is not YAML.
        """
        next(self._events)
        if type(next(self._events)) is StreamEndEvent:
            return None, (0, 0)
        event: _Event = next(self._events)
        value = self._value(event, 0)
        bounds = (event.start_mark.index, self._end)
        next(self._events, None)
        event = next(self._events, None)
        kind = type(event)
        if kind is DocumentStartEvent:
            self._report.second_document(event.start_mark.index, event.end_mark.index)
        return value, bounds

    @property
    def events(self) -> int:
        """How many events have been read."""
        return self._most[0] - length_hint(self._rest)

    @property
    def aliased(self) -> int:
        """How many values the aliases read so far stand for."""
        return self._aliased

    # These two loops run once for every key and value, which is why they do so much themselves.
    def _mapping(self, opening: _Event, depth: int) -> Mapping:  # noqa: C901, PLR0912, PLR0915
        found = Mapping()
        flat: list[str | int] = []
        found.flat = flat
        events, path, suspicious = self._events, self._path, self._suspicious
        flow: bool = opening.flow_style
        before: Plain = ("", 0, 0)
        cut = 0
        path.append("")
        event: _Event = None
        for event in events:
            kind = type(event)
            key: Any
            if kind is ScalarEvent:
                key = event.value
                key_start, key_end = event.start_mark.index, event.end_mark.index
                if key in _UNUSUAL_KEYS or event.anchor is not None or event.tag is not None:
                    key = self._unusual_key(event, depth)
            elif kind is MappingEndEvent:
                break
            else:
                key = self._unusual_key(event, depth)
                key_start, key_end = event.start_mark.index, self._end
            holder: _Event = next(events, None)
            kind = type(holder)
            if kind is ScalarEvent:
                value: object = holder.value
                end = holder.end_mark.index
                if (
                    value in _NULLS
                    or end in suspicious
                    or holder.anchor is not None
                    or holder.tag is not None
                ):
                    path[-1] = key or ""
                    value = self._scalar(holder)
                self._end = end
            else:
                path[-1] = key or ""
                value = self._value(holder, depth)
                end = self._end
            start = holder.start_mark.index
            if flow:
                if start < end or _COLON.match(self._text, key_end):
                    if cut:
                        self._report.comma(before, cut)
                        cut = 0
                    before = (key or "", start, end)
                elif _SWALLOWED.match(key or ""):
                    path[-1] = key or ""
                    self._report.missing_space(key_start, key_end)
                elif self._is_plain(before):
                    cut = key_end
                    if key in found:
                        continue
            if key in found:
                path[-1] = key
                self._report.duplicate(found, key, key_start, key_end)
            elif key is not None:
                found[key] = value
                flat += (key, key_start, key_end, start, end)
        else:
            self._too_many()
        if flow:
            self._end = event.end_mark.index
        if cut:
            self._report.comma(before, cut)
        path.pop()
        self._values += len(found)
        return found

    def _sequence(self, opening: _Event, depth: int) -> Sequence:
        found = Sequence()
        flat: list[int] = []
        found.flat = flat
        path, scalar = self._path, self._scalar
        flow: bool = opening.flow_style
        before: Plain = ("", 0, 0)
        cut = end = 0
        path.append(0)
        event: _Event = None
        for event in self._events:
            kind = type(event)
            if kind is SequenceEndEvent:
                break
            path[-1] = len(found)
            value = scalar(event) if kind is ScalarEvent else self._value(event, depth)
            start = event.start_mark.index
            if flow:
                if start == end + 1 and self._is_plain(before) and self._between_digits(end):
                    cut = self._end
                else:
                    if cut:
                        self._report.comma(before, cut)
                        cut = 0
                    before = (len(found), start, self._end)
            end = self._end
            found.append(value)
            flat += (start, end)
        else:
            self._too_many()
        # A block ends with its last value, a list or mapping in brackets with its bracket.
        if flow:
            self._end = event.end_mark.index
        if cut:
            self._report.comma(before, cut)
        path.pop()
        self._values += len(found)
        return found

    def _is_plain(self, before: Plain) -> bool:
        """Return whether a value between brackets is a text that is not quoted."""
        _, start, end = before
        return start < end and self._text[start] not in "\"'[{&*!"

    def _between_digits(self, comma: int) -> bool:
        return self._text[comma - 1].isdigit() and self._text[comma + 1 : comma + 2].isdigit()

    def _value(self, event: _Event, depth: int) -> object:
        """Return the value that this event is or begins, `depth` levels down."""
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            return self._alias(event, depth)
        if event is None:
            self._too_many()
        if depth >= MAX_DEPTH:
            start, end = event.start_mark.index, event.end_mark.index
            self._report.too_deep(start, end, MAX_DEPTH, alias=False)
            raise UnreadableError
        if event.tag is not None:
            self._is_harmless_tag(event)
        depth += 1
        self._deepest = max(self._deepest, depth)
        if event.anchor is not None:
            return self._anchored(event, depth)
        return (self._mapping if kind is MappingStartEvent else self._sequence)(event, depth)

    def _anchored(self, event: _Event, depth: int) -> Mapping | Sequence:
        """Return a list or mapping, and keep it with its size and height for its aliases."""
        name, deepest, values = event.anchor, self._deepest, self._values
        read = self._mapping if type(event) is MappingStartEvent else self._sequence
        self._anchors[name] = None
        self._deepest = depth
        found = read(event, depth)
        if self._anchors[name] is None:
            size, height = self._values - values + 1, self._deepest - depth + 1
            self._anchors[name] = _Anchor(found, size, height)
        self._deepest = max(deepest, self._deepest)
        return found

    def _scalar(self, event: _Event) -> str | None:
        value: str | None = event.value
        self._end = event.end_mark.index
        if not event.style:
            if self._end in self._suspicious:
                self._report.comment(event.start_mark.index, self._end)
                self._report.curly_marks(event.start_mark.index, self._end)
            if value in _NULLS:
                value = None
        elif not value:
            self._report.empty_block(event.start_mark.index)
        if event.tag is not None and self._is_harmless_tag(event):
            value = event.value
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchor(value, 1, 0)
        return value

    def _unusual_key(self, event: _Event, depth: int) -> str | None:
        """Return a key that needs a second look; None, with a problem, where it is no key."""
        self._path[-1] = ""
        start = event.start_mark.index
        kind = type(event)
        key = self._value(event, depth)
        if kind is ScalarEvent:
            key = event.value
            if key == "<<" and not event.style:
                self._report.merge_key(start, self._end)
                return None
        if isinstance(key, str) and key:
            return key
        if kind is not AliasEvent or self._anchors.get(event.anchor) is not None:
            self._report.key_not_text(start, self._end, empty=key == "")
        return None

    def _alias(self, event: _Event, depth: int) -> object:
        """Return what an alias names; None, with a problem, where it may not stand."""
        name = event.anchor
        known = self._anchors.get(name)
        start, end = event.start_mark.index, event.end_mark.index
        self._end = end
        if known is None:
            if name in self._anchors:
                self._report.alias_loop(name, start, end)
            else:
                self._report.unknown_alias(name, start, end)
            return None
        if depth + known.height > MAX_DEPTH:
            self._report.too_deep(start, end, MAX_DEPTH, alias=True)
            return None
        if self._aliased + known.size > self._most[1]:
            self._report.too_many_aliases(start, end, MAX_ALIASED)
            return None
        self._aliased += known.size
        self._values += known.size - 1
        self._deepest = max(self._deepest, depth + known.height)
        return known.value

    def _is_harmless_tag(self, event: _Event) -> bool:
        """Return whether the tag says no more than what the value is; report it otherwise."""
        if event.tag in _HARMLESS_TAGS[type(event)]:
            return True
        self._report.tag(event.start_mark.index, event.end_mark.index)
        return False

    def _too_many(self) -> NoReturn:
        self._report.too_large(MAX_EVENTS, alone=self._most[0] == MAX_EVENTS)
        raise UnreadableError
