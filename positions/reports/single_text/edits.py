"""Finds what someone changed by hand in a single text as Markdown: of substance, and never of form.

Both texts are read back: paragraphs with their plain words, their brackets with whose they are, the
notes outside of these, and all that stands around them: titles, the opening, the ledger. Spacing,
line breaks, emphasis, list signs, backslashes and signs that mean the same are form. A paragraph
that stands elsewhere is moved.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from positions.text.english import shortened
from positions.text.patterns import pattern
from positions.text.signs import plain_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

__all__ = ["HandEdit", "HandEditKind", "hand_edits"]

_NUMBERED = pattern(r"(?:\*\*|__)([0-9]+\.[0-9]+[^*_]*?)(?:\*\*|__)")
_ENTRY = pattern(r"[-*+] +(?:\*\*|__)([^*_]+)(?:\*\*|__)")
_COMMENT = pattern(r"<!--\s*(.*?)\s*-->", re.DOTALL)
_ALTERNATIVE = pattern(r"Alt\. [A-Z]+ (?=\[)")
_BULLET = pattern(r"\A\s*[-*+] +")
_HEADING = pattern(r"#+ *(.*)")
_SPACES = pattern(r"\s+")
_AROUND = pattern(r"\s*\ufffc\s*")
_MARKS = pattern(r"\\(.)|[*_]+")
_BARS = pattern(r" *\| *")
_RULE = pattern(r"[-|: ]+")
_PLACE: Final = "\ufffc"
"""What stands for a bracket in the words around it."""

_OPEN: Final = pattern(r"(?<!\\)\[")
_ESCAPED: Final = pattern(r"\\([\[\]])")
_LEAD: Final = 20
"""How many characters of words are shown before those that differ."""

_MOST: Final = 80
"""How many characters of words are shown."""


class HandEditKind(StrEnum):
    """What was done by hand."""

    LOST = "lost"
    UNBRACKETED = "without its bracket"
    CHANGED = "changed"
    GIVEN = "given to another"
    PLAIN = "plain words changed"
    ADDED = "words that no position has"
    NOTE = "note changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class HandEdit:
    """One thing that was changed by hand.

    Attributes:
        place: The number of the paragraph, or the annex and the number there.
        sentence: What was changed, as a sentence.
    """

    place: str
    kind: HandEditKind
    sentence: str

    @property
    def is_substance(self) -> bool:
        """Whether it changes what is said, and not only where it stands."""
        return self.kind is not HandEditKind.MOVED


@dataclass(slots=True)
class _Unit:
    """A paragraph, or the entries of an annex under one number, as it was read back."""

    name: str
    number: str
    lines: list[str] = field(default_factory=list)

    def read(self) -> _Words:
        return _Words(_joined(self.lines))

    @property
    def whole(self) -> str:
        """All its words, with brackets and notes; those of a premise are its name."""
        return _tidy(_MARKS.sub(r"\1", _joined(self.lines))) or self.name


class _Words:
    """Plain words with places for brackets, the brackets by label and words, and the notes."""

    def __init__(self, text: str) -> None:
        self.brackets: Counter[tuple[str, str]] = Counter()
        self.notes: Counter[str] = Counter()
        self._text = text
        self._at = 0
        plain, _ = self._until(closing="")
        self.plain = _tidy(plain)

    def _until(self, closing: str) -> tuple[str, str]:
        """Return words up to a closing sign, or a bar, and the sign that ended them."""
        words: list[str] = []
        note: list[str] | None = None
        while self._at < len(self._text):
            sign = self._text[self._at]
            self._at += 1
            into = words if note is None else note
            if sign == "\\" and self._at < len(self._text):
                into.append(self._text[self._at])
                self._at += 1
            elif sign in "*_":
                run = 1
                while self._text[self._at : self._at + 1] == sign:
                    self._at, run = self._at + 1, run + 1
                if closing or run == 2:
                    continue
                if note is None:
                    note = []
                else:
                    self.notes.update([_tidy("".join(note))])
                    note = None
            elif sign in "[‹" and note is None:
                self._bracket("]" if sign == "[" else "›")
                words.append(_PLACE)
            elif closing and sign in {closing, "|"}:
                return "".join(words), sign
            else:
                into.append(sign)
        return "".join(words + (note or [])), ""

    def _bracket(self, closing: str) -> None:
        sign = "|"
        while sign == "|":
            words, sign = self._until(closing)
            label, colon, said = words.partition(":")
            known = (_tidy(label), _tidy(said)) if colon else ("", _tidy(words))
            if closing == "›":
                known = (f"‹{known[0]}", known[1])
            if not sign:
                known = (known[0], f"{known[1]} (the bracket is not closed)")
            self.brackets.update([known])


def hand_edits(expected: str, edited: str) -> tuple[HandEdit, ...]:
    """Return what was changed by hand, in the order of the text.

    Args:
        expected: The text as Markdown, as it is made.
        edited: The same after someone edited it.
    """
    if not _OPEN.search(edited):  # written anew by what escapes every bracket
        expected, edited = (_ESCAPED.sub(r"\1", one) for one in (expected, edited))
    before, frame = _units(expected)
    known = {unit.number: name for name, unit in before.items()}
    numbers = {number.rpartition(", ")[2] for number in known} - {"†"}
    after, edited_frame = _units(_usual(edited, numbers), known)
    found: list[HandEdit] = []
    for name, unit in before.items():
        other = after.get(name)
        if other is None:
            sentence = f"The paragraph is not there: “{unit.whole}”"
            found.append(HandEdit(unit.number, HandEditKind.LOST, sentence))
        else:
            found += _in_unit(unit, other)
    for name, unit in after.items():
        if name not in before:
            words = _shown(unit.read().plain)
            sentence = f"No position has these words: {words}"
            found.append(HandEdit(unit.number, HandEditKind.ADDED, sentence))
    return (*found, *_around(frame, edited_frame), *_moved(before, after))


def _usual(text: str, numbers: Collection[str]) -> str:
    """Return Markdown with the signs that ours has for headings, lists, dashes and numbers."""
    for line, sign in (("=+", "#"), ("-{2,}", "##")):
        text = re.sub(rf"(?m)^([^|\n#-].*)\n{line}[ ]*$", rf"{sign} \1", text)
    text = re.sub(r"(?m)^(\s*)[0-9]+[.)] +", r"\1- ", text.replace(" -- ", " — "))
    every = "|".join(map(re.escape, sorted(numbers, key=len, reverse=True)))
    return re.sub(rf"(?m)^((?:[-*+] +)?)({every})(?= )", r"\1**\2**", text) if every else text


def _units(
    text: str, known: Mapping[str, str] = MappingProxyType({})
) -> tuple[dict[str, _Unit], _Frame]:
    """Return the paragraphs, entries of annexes and premises of a text by name, and all else.

    Args:
        text: The Markdown.
        known: The names of paragraphs by their numbers, for those without a comment.
    """
    units: dict[str, _Unit] = {}
    frame = _Frame()
    where, unit = "", None
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading:
            where, unit = heading[1], None
            frame.title(where)
            continue
        if not where.startswith(("Article ", "Annex ")):
            frame.add(_COMMENT.sub("", line))
            continue
        start = _start(where, line, known)
        if start is not None:
            name, number, rest = start
            unit = units.setdefault(name, _Unit(name, number))
            unit.lines.append(rest)
        elif unit is not None:
            unit.lines.append(_BULLET.sub("", line, count=1))
        else:
            frame.add(line)
    return units, frame


class _Frame:
    """What stands around paragraphs: titles, rows of tables and blocks of words, by title."""

    def __init__(self) -> None:
        self.words: Counter[tuple[str, str]] = Counter()
        self._where = "opening"
        self._block = ""

    def title(self, words: str) -> None:
        """Take a title, under which what follows stands."""
        self.add("")
        self.words.update([("title", _unmarked(words))])
        self._where = _unmarked(words)

    def add(self, line: str) -> None:
        """Take a line: a row of a table, one of a block, or the empty one that ends a block."""
        row = line.strip().startswith("|")
        if line.strip() and not row:
            self._block += f" {line}"
            return
        for words in filter(None, (_unmarked(self._block), _unmarked(line))):
            if not _RULE.fullmatch(words):
                self.words.update([(self._where, words)])
        self._block = ""


def _around(before: _Frame, after: _Frame) -> Iterator[HandEdit]:
    """Yield what was changed around paragraphs, what is gone beside what came in its place."""
    after.add("")
    before.add("")
    gone = list((before.words - after.words).elements())
    come = list((after.words - before.words).elements())
    for where, words in gone:
        new = next((one for one in come if one[0] == where), None)
        if new is None:
            yield HandEdit(where, HandEditKind.LOST, f"“{words}” is not there.")
        else:
            come.remove(new)
            yield HandEdit(where, HandEditKind.CHANGED, f"“{words}” is now “{new[1]}”")
    for where, words in come:
        yield HandEdit(where, HandEditKind.ADDED, f"No position has these words: “{words}”")


def _unmarked(words: str) -> str:
    """Return words of Markdown without its signs, and without spaces around bars."""
    plain = _MARKS.sub(r"\1", html.unescape(words))
    return _BARS.sub("|", _tidy(plain)).strip("| ")


def _start(where: str, line: str, known: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Return the name, the number and the words of what begins on a line; None if nothing does."""
    stripped = line.strip()
    if where.startswith("Annex "):
        entry = _ENTRY.match(stripped)
        place = f"annex {where[6:7]}, {_tidy(entry[1])}" if entry else ""
        return (place, place, stripped[entry.end() :]) if entry else None
    if stripped.startswith("† "):
        words = _tidy(html.unescape(stripped.replace("\\", "")))
        return words, "†", ""
    numbered = _NUMBERED.match(stripped)
    if numbered is None:
        return None
    rest = stripped[numbered.end() :]
    comment = _COMMENT.search(rest)
    name = comment[1] if comment else known.get(numbered[1], numbered[1])
    return name, numbered[1], _COMMENT.sub("", rest)


def _in_unit(before: _Unit, after: _Unit) -> Iterator[HandEdit]:
    """Yield what was changed in a paragraph: brackets first, then plain words, then notes."""
    was, now = before.read(), after.read()
    number = before.number
    lost = list((was.brackets - now.brackets).elements())
    come = list((now.brackets - was.brackets).elements())
    expected, actual = was.plain, now.plain
    for label, words in lost:
        bracket = _set(label, words)
        given = next((one for one in come if one[1] == words), None)
        changed = next((one for one in come if one[0] == label), None)
        if given is not None:
            come.remove(given)
            sentence = f"{bracket} is now in the bracket of {_called(given[0])}."
            yield HandEdit(number, HandEditKind.GIVEN, sentence)
        elif changed is not None:
            come.remove(changed)
            old, new = _differing(words, changed[1])
            sentence = f"{_set(label, old)} is now: {_shown(new)}"
            yield HandEdit(number, HandEditKind.CHANGED, sentence)
        elif words and _bare(words) in _bare(actual.replace(_PLACE, "")):
            expected = _unbracketed(expected, actual, words)
            sentence = f"{bracket} is without its bracket."
            yield HandEdit(number, HandEditKind.UNBRACKETED, sentence)
        else:
            expected = _dropped(expected, actual)
            yield HandEdit(number, HandEditKind.LOST, f"{bracket} is not there.")
    for label, words in come:
        actual = _dropped(actual, expected)
        sentence = f"No position has these words: {_set(label, words)}"
        yield HandEdit(number, HandEditKind.ADDED, sentence)
    if _bare(expected) != _bare(actual):
        old, new = _differing(expected, actual)
        sentence = f"Plain words changed: {_shown(old)} is now {_shown(new)}"
        yield HandEdit(number, HandEditKind.PLAIN, sentence)
    if was.notes != now.notes:
        gone = " ".join((was.notes - now.notes).elements())
        added = " ".join((now.notes - was.notes).elements())
        old, new = _differing(gone, added)
        sentence = f"A note changed: {_shown(old) or 'none'} is now {_shown(new) or 'none'}"
        yield HandEdit(number, HandEditKind.NOTE, sentence)


def _differing(before: str, after: str) -> tuple[str, str]:
    """Return two wordings, where they are long from shortly before they begin to differ."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(before), len(after)))
    start = before.rfind(" ", 0, max(same - _LEAD, 0)) + 1
    if not start or max(len(before), len(after)) <= _MOST:
        return before, after
    return f"… {before[start:]}", f"… {after[start:]}"


def _set(label: str, words: str) -> str:
    """Return a bracket as it is set, a proposal in angles."""
    if label.startswith("‹"):
        return f"{label}: {_shown(words)}›"
    return f"[{label}: {_shown(words)}]"


def _called(label: str) -> str:
    return f"{label}›" if label.startswith("‹") else label or "nobody"


def _unbracketed(expected: str, actual: str, words: str) -> str:
    """Return plain words with those of a bracket in one of its places, where that explains all."""
    for place in re.finditer(_PLACE, expected):
        tried = f"{expected[: place.start()]}{words}{expected[place.end() :]}"
        if _bare(tried) == _bare(actual):
            return tried
    return expected.replace(_PLACE, words, 1)


def _dropped(expected: str, actual: str) -> str:
    """Return plain words without the place of a bracket, where that explains all."""
    for place in re.finditer(_PLACE, expected):
        tried = expected[: place.start()] + expected[place.end() :]
        if _bare(tried) == _bare(actual):
            return tried
    return expected.replace(_PLACE, "", 1)


def _bare(words: str) -> str:
    """Return words without any space, which means nothing."""
    return _SPACES.sub("", words)


def _moved(before: dict[str, _Unit], after: dict[str, _Unit]) -> Iterator[HandEdit]:
    """Yield the paragraphs that stand elsewhere: as few as explain the order."""
    places = {name: place for place, name in enumerate(before)}
    order = [name for name in after if name in places]
    kept = _longest_rising([places[name] for name in order])
    for name in order:
        number, now = before[name].number, after[name].number
        if places[name] not in kept:
            yield HandEdit(number, HandEditKind.MOVED, f"{number} stands elsewhere.")
        elif number != now:
            yield HandEdit(number, HandEditKind.MOVED, f"{number} is now {now}.")


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the longest rising run of numbers, others between them left out."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _joined(lines: Sequence[str]) -> str:
    text = " ".join(lines)
    return _ALTERNATIVE.sub("", html.unescape(_SPACES.sub(" ", text)))


def _tidy(words: str) -> str:
    """Return words in one spelling, without the dash before notes and spaces around brackets."""
    plain = _SPACES.sub(" ", plain_words(words)).strip()
    return _AROUND.sub(_PLACE, plain).strip(" —-–")


def _shown(words: str) -> str:
    found = words.replace(_PLACE, " […] ").strip()
    return f"“{shortened(_SPACES.sub(' ', found), _MOST)}”" if found else ""
