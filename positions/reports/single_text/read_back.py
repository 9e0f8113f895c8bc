"""Reads a single text as Markdown back, so that two of them can be compared.

Paragraphs come with their plain words, their brackets with whose they are, and the notes outside of
these; and all that stands around them: titles, the opening, the ledger. Spacing, line breaks,
emphasis, list signs, backslashes, comments, the order of names and notes, and signs that mean the
same are form.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from positions.text.english import shortened
from positions.text.patterns import pattern
from positions.text.signs import plain_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

__all__ = [
    "MOST",
    "PLACE",
    "ReadBracket",
    "ReadFrame",
    "ReadUnit",
    "ReadWords",
    "bare_words",
    "shown_words",
    "units_in",
    "usual_signs",
]

_NUMBERED = pattern(r"(?:\*\*|__)([0-9]+\.[0-9]+[^*_]*?)(?:\*\*|__)")
_NUMBERED_LINE = pattern(r"(?m)^(?:\*\*|__)[0-9]+\.[0-9]")
_ENTRY = pattern(r"[-*+] +(?:\*\*|__)([^*_]+)(?:\*\*|__)")
_COMMENT = pattern(r"<!--\s*(.*?)\s*-->", re.DOTALL)
_ALTERNATIVE = pattern(r"[*_]*Alt\. [A-Z]+[*_]* *(?=\[)")
_SENTENCES = pattern(r"(?<=\.) (?=[^a-z])")
_OF_NAMES = pattern(r"([^:]+): ([^:]+)\.")
_ITEM = pattern(r"(\s*)([0-9]{1,9})[.)] +")
_BULLET = pattern(r"\A\s*[-*+] +")
_HEADING = pattern(r"#+ *(.*)")
_SPACES = pattern(r"\s+")
_AROUND = pattern(r"\s*\ufffc\s*")
_MARKS = pattern(r"\\(.)|[*_]+")
_BARS = pattern(r" *\| *")
_RULE = pattern(r"[-|: ]+")
PLACE: Final = "\ufffc"
"""What stands for a bracket in the words around it."""

MOST: Final = 80
"""How many characters of words are shown."""


@dataclass(frozen=True, slots=True)
class ReadBracket:
    """Words in a bracket; the same whatever their spacing and the order of the names.

    Attributes:
        who: The names in any order, a proposal with its angle.
        said: The words without spaces.
        label: The names as they are written.
        words: The words as they are written.
    """

    who: tuple[str, ...]
    said: str
    label: str = field(compare=False)
    words: str = field(compare=False)

    @classmethod
    def of(cls, label: str, words: str) -> ReadBracket:
        """Return words in a bracket, the angle of a proposal before the names."""
        return cls(_names_in(label), bare_words(words), label, words)

    @property
    def shown(self) -> str:
        """The bracket as it is set, a proposal in angles."""
        said = f"{self.label}: {shown_words(self.words)}"
        return f"{said}›" if self.label.startswith("‹") else f"[{said}]"

    @property
    def called(self) -> str:
        """Whose it is, a proposal in angles."""
        return f"{self.label}›" if self.label.startswith("‹") else self.label or "nobody"


@dataclass(slots=True)
class ReadUnit:
    """A paragraph, an entry of an annex or a premise, as it was read back.

    Attributes:
        where: The title under which it stands.
        name: The id of the issue; empty of all that is no paragraph.
    """

    where: str
    name: str
    number: str
    lines: list[str] = field(default_factory=list)
    _words: ReadWords | None = None

    def read(self) -> ReadWords:
        """Return its plain words, brackets and notes."""
        if self._words is None:
            self._words = ReadWords(_joined(self.lines))
        return self._words

    @property
    def whole(self) -> str:
        """All its words, with brackets and notes."""
        return _tidy(_MARKS.sub(r"\1", _joined(self.lines)))


class ReadWords:
    """Plain words with places for brackets, the brackets, and the sentences of notes.

    Attributes:
        notes: The sentences, each with its names in one order; `shown` has them as they are.
        alternatives: How many brackets are alternatives.
    """

    def __init__(self, text: str) -> None:
        self.brackets: Counter[ReadBracket] = Counter()
        self.notes: Counter[str] = Counter()
        self.shown: dict[str, str] = {}
        self._text, self.alternatives = _ALTERNATIVE.subn("", text)
        self._at = 0
        plain, _ = self._until(closing="")
        self.plain = _tidy(plain)

    @property
    def key(self) -> object:
        """What is the same where nothing but form was changed."""
        found = frozenset(self.brackets.items()), frozenset(self.notes.items())
        return (*found, bare_words(self.plain), self.alternatives)

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
                    self._note(_tidy("".join(note)))
                    note = None
            elif sign in "[‹" and note is None:
                self._bracket("]" if sign == "[" else "›")
                words.append(PLACE)
            elif closing and sign in {closing, "|"}:
                return "".join(words), sign
            else:
                into.append(sign)
        return "".join(words + (note or [])), ""

    def _note(self, words: str) -> None:
        for said in _SENTENCES.split(words):
            names = _OF_NAMES.fullmatch(said)
            known = f"{names[1]}: {sorted(names[2].split(', '))}" if names else said
            self.notes[known] += 1
            self.shown[known] = said

    def _bracket(self, closing: str) -> None:
        sign = "|"
        while sign == "|":
            words, sign = self._until(closing)
            label, colon, said = words.partition(":")
            label, said = (_tidy(label), _tidy(said)) if colon else ("", _tidy(words))
            if closing == "›":
                label = f"‹{label}"
            if not sign:
                said = f"{said} (the bracket is not closed)"
            self.brackets[ReadBracket.of(label, said)] += 1


def usual_signs(text: str, numbers: Collection[str]) -> str:
    """Return Markdown with the signs that ours has for headings, lists, dashes and numbers."""
    for line, sign in (("=+", "#"), ("-{2,}", "##")):
        text = re.sub(rf"(?m)^([^|\n#-].*)\n{line}[ ]*$", rf"{sign} \1", text)
    text = "\n".join(_with_bullets(text.replace(" -- ", " — ").splitlines()))
    if not numbers or _NUMBERED_LINE.search(text):
        return text
    every = "|".join(map(re.escape, sorted(numbers, key=len, reverse=True)))
    return re.sub(rf"(?m)^((?:[-*+] +)?)({every})(?= )", r"\1**\2**", text)


def _with_bullets(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines, those of numbered lists with a bullet: each has 1, or follows on the one before.

    Another figure before a full stop is the end of a sentence that was wrapped.
    """
    last: dict[str, int] = {}
    for line in lines:
        found = _ITEM.match(line)
        if found and int(found[2]) in {1, last.get(found[1], 0) + 1}:
            last[found[1]] = int(found[2])
            yield f"{found[1]}- {line[found.end() :]}"
        else:
            yield line


def units_in(
    text: str, known: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[ReadUnit], ReadFrame]:
    """Return the paragraphs, entries of annexes and premises of a text, and all else.

    Args:
        text: The Markdown.
        known: The names of paragraphs by their numbers, for those without a comment.
    """
    units: list[ReadUnit] = []
    frame = ReadFrame()
    where, unit, is_new = "", None, True
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading:
            where, unit = _unmarked(heading[1]), None
            frame.title(where)
            continue
        start = _start(where, line, known)
        if start is not None:
            unit = start
            units.append(unit)
        elif unit is None or (is_new and line[:1].strip() and not _BULLET.match(line)):
            unit = None
            frame.add(_COMMENT.sub("", line))
        else:
            unit.lines.append(_BULLET.sub("", line, count=1))
        is_new = not line.strip()
    frame.add("")
    return units, frame


class ReadFrame:
    """What stands around paragraphs: titles, rows of tables and blocks of words, by title."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.words: list[tuple[str, str]] = []
        self._block = ""

    def title(self, words: str) -> None:
        """Take a title, under which what follows stands."""
        self.add("")
        self.titles.append(words)

    def add(self, line: str) -> None:
        """Take a line: a row of a table, one of a block, or the empty one that ends a block."""
        row = line.strip().startswith("|")
        if line.strip() and not row:
            self._block += f" {line}"
            return
        for words in filter(None, (_unmarked(self._block), _unmarked(line))):
            if not _RULE.fullmatch(words):
                self.words.append((self.titles[-1] if self.titles else "opening", words))
        self._block = ""


def _unmarked(words: str) -> str:
    """Return words of Markdown without its signs, and without spaces around bars."""
    plain = _MARKS.sub(r"\1", html.unescape(words))
    return _BARS.sub("|", _tidy(plain)).strip("| ")


def _start(where: str, line: str, known: Mapping[str, str]) -> ReadUnit | None:
    """Return what begins on a line; None if nothing does."""
    stripped = line.strip()
    numbered = _NUMBERED.match(stripped)
    if numbered is not None:
        comment = _COMMENT.search(stripped)
        name = comment[1] if comment else known.get(numbered[1], numbered[1])
        return ReadUnit(where, name, numbered[1], [stripped[numbered.end() :]])
    entry = _ENTRY.match(stripped)
    if entry and where.startswith("Annex "):
        place = f"annex {where[6:7]}, {_tidy(entry[1])}"
        return ReadUnit(where, "", place, [stripped[entry.end() :]])
    if stripped.startswith("† ") and where.startswith("Article "):
        return ReadUnit(where, "", "†", [stripped])
    return None


def _joined(lines: Sequence[str]) -> str:
    text = " ".join(lines)
    return html.unescape(_SPACES.sub(" ", _COMMENT.sub("", text)))


def _tidy(words: str) -> str:
    """Return words in one spelling, without the dash before notes and spaces around brackets."""
    plain = _SPACES.sub(" ", plain_words(words)).strip()
    return _AROUND.sub(PLACE, plain).strip(" —-–")


def _names_in(label: str) -> tuple[str, ...]:
    """Return the names before a colon in one order; what is known of several stays with all."""
    if " and " in label and "(" not in label:
        return tuple(sorted(re.split(r"[ ,]+", label)))
    return tuple(sorted(re.split(r", (?![^(]*\))", label)))


def bare_words(words: str) -> str:
    """Return words without any space, which means nothing."""
    return _SPACES.sub("", words)


def shown_words(words: str) -> str:
    """Return words between quotation marks, without their middle where they are long."""
    found = words.replace(PLACE, " […] ").strip()
    return f"“{shortened(_SPACES.sub(' ', found), MOST)}”" if found else ""
