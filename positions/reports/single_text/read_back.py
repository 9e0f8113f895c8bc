"""Reads a single text as Markdown back, so that two of them can be compared.

Paragraphs come with their words outside brackets, and their brackets with whose they are; and all
that stands around them: titles, the opening, the ledger. What a library for Markdown finds to be
the same is form: spacing, line breaks, emphasis, list signs, quotes, entities. So are the order of
names, sentences and neighbours, whether wordings of one place stand in one bracket or as
alternatives, and signs that mean the same.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from positions.text.english import shortened
from positions.text.patterns import pattern
from positions.text.signs import plain_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = [
    "MOST",
    "PLACE",
    "ReadBracket",
    "ReadFrame",
    "ReadUnit",
    "ReadWords",
    "bare_words",
    "sentences",
    "shown_words",
    "units_in",
]

_NUMBER = pattern(r"[0-9]+\.[0-9].*")
_COMMENT = pattern(r"<!--\s*(.*?)\s*-->", re.DOTALL)
_ID = pattern("\ue010([0-9]+)\ue011")
_ANGLES = pattern("<([^<>]*)>")
_LINE_BREAK = pattern(r"(?i)<br\s*/?>")
_ALTERNATIVE = pattern(r"Alt\.\s*([A-Z]+)\s*\Z")
_DASH = pattern(r"(?:\A|(?<=[\s\ufffc.]))(?:—|--)|(?:\A|(?<=\s))[–-](?=\s|\Z)")
_BEGINNING = pattern(r"^(?=(?:> ?)*(?:\*\*[0-9]+\.[0-9]|† [A-Z]))", re.MULTILINE)
_OF_NAMES = pattern(r"([^:]+): ([^:]+)\.")
_SPACES = pattern(r"\s+")
_AROUND = pattern(r"\s*\ufffc\s*")
_RUN = pattern(r"\ufffc(?:\s*\ufffc)*")
_SENTENCES = pattern(r"(?<=\.)\s+(?=[^\sa-z])|(?<=[\ufffc\ue003])(?=[^\sa-z\ufffc.,;:)])")
_THOUSANDS = pattern(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_NEIGHBOURS: Final = "\ue003"
"""What stands for neighbouring brackets."""
_BREAK: Final = "\x1f"
"""What stands between blocks of a paragraph: white space, which ends a note."""
_LITERAL: Final = str.maketrans("[]|", "\ue000\ue001\ue002")
"""Signs of the dossier's that have a backslash: no brackets of ours."""
_SIGNS: Final = str.maketrans("\ue000\ue001\ue002", "[]|")
_STRAY: Final = str.maketrans("", "", "*_")
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


_Place: TypeAlias = list[ReadBracket]
"""The wordings of one place."""


@dataclass(slots=True)
class ReadUnit:
    """A paragraph, an entry of an annex or a premise, as it was read back.

    Attributes:
        where: The title under which it stands.
        name: The id of the issue; empty of all that is no paragraph.
        is_named: Whether a comment says the id.
    """

    where: str
    name: str
    number: str
    is_named: bool = False
    blocks: list[str] = field(default_factory=list)
    _words: ReadWords | None = None

    def read(self) -> ReadWords:
        """Return its plain words, brackets and notes."""
        if self._words is None:
            self._words = ReadWords(_BREAK.join(self.blocks))
        return self._words

    @property
    def whole(self) -> str:
        """All its words, with brackets and notes."""
        return _unmarked(" ".join(self.blocks))


class ReadWords:
    """Plain words with places for brackets, the brackets, and the sentences of notes.

    Attributes:
        brackets: All of them, each as it stands.
        joined: The same with neighbours of one party as one.
        notes: The sentences after a dash, each with its names in one order; `shown` has them as
            they are.
        choices: How many wordings are those of places that have several.
        key: What is the same where nothing but form was changed.
        loose: The same, however neighbours of one party are ordered that were not made one.
    """

    def __init__(self, text: str) -> None:
        self.brackets: Counter[ReadBracket] = Counter()
        self.shown: dict[str, str] = {}
        self._inner: Counter[ReadBracket] = Counter()
        self._places: list[_Place] = []
        self._runs: list[list[_Place]] = []
        self._alternatives: list[str] = []
        self._text, self._at = text, 0
        words, _ = self._until(closing="")
        blocks = [_DASH.split(block) for block in words.split(_BREAK)]
        self.plain = _tidy(_BREAK.join(block[0] for block in blocks))
        notes = [one for _, *rest in blocks for one in _SENTENCES.split(_tidy(" ".join(rest)))]
        self.shown = {_ordered(one): one for one in notes if one}
        self.notes = Counter(_ordered(one) for one in notes if one)
        self.choices = sum(len(one) for one in self._places if len(one) > 1)
        layout = _RUN.sub(self._run, " ".join(map(" ".join, blocks)))
        self.joined = self._inner + Counter(
            one for run in self._runs for place in _joined(run) for one in place
        )
        self.key = self._key(layout, _joined)
        self.loose = self._key(layout, list)

    def _run(self, run: re.Match[str]) -> str:
        """Return the sign of neighbouring brackets, whose places are kept."""
        count = run[0].count(PLACE)
        self._runs.append(self._places[:count])
        del self._places[:count]
        return f" {_NEIGHBOURS} "

    def _key(self, layout: str, way: Callable[[list[_Place]], list[_Place]]) -> object:
        """Return what is the same whatever the order of neighbours, seen in one way."""
        runs = iter(self._runs)

        def of_run(_: re.Match[str]) -> str:
            places = way(next(runs))
            keys = sorted(sorted((one.who, one.said) for one in place) for place in places)
            return bare_words(repr(keys)) + _NEIGHBOURS

        words = re.sub(_NEIGHBOURS, of_run, layout)
        return frozenset(sentences(words).items()), frozenset(self._inner.items())

    def _until(self, closing: str) -> tuple[str, str]:
        """Return words up to a closing sign, or a bar, and the sign that ended them."""
        words: list[str] = []
        while self._at < len(self._text):
            sign = self._text[self._at]
            self._at += 1
            if sign in "[‹":
                self._bracket("]" if sign == "[" else "›", words, is_inner=bool(closing))
            elif closing and sign in {closing, "|"}:
                return "".join(words), sign
            else:
                words.append(sign)
        return "".join(words), ""

    def _bracket(self, closing: str, before: list[str], *, is_inner: bool) -> None:
        """Read a bracket, and put its place behind the words before it.

        Alternatives that follow on each other are wordings of one place.
        """
        sign = "|"
        place: _Place = []
        lead = None if is_inner else _ALTERNATIVE.search("".join(before[-MOST:]))
        if lead:
            del before[len(before) - len(lead[0]) :]
        while sign == "|":
            words, sign = self._until(closing)
            label, colon, said = words.partition(":")
            label, said = (_tidy(label), _tidy(said)) if colon else ("", _tidy(words))
            if closing == "›":
                label = f"‹{label}"
            if not sign:
                said = f"{said} (the bracket is not closed)"
            place.append(ReadBracket.of(label, said))
        self.brackets.update(place)
        last = "".join(before[-MOST:]).rstrip()[-1:]
        if is_inner:
            self._inner.update(place)
        elif lead and last == PLACE and self._alternatives and lead[1] not in self._alternatives:
            self._alternatives.append(lead[1])
            self._places[-1] += place
            return
        else:
            self._places.append(place)
            self._alternatives = [lead[1]] if lead else []
        before.append(PLACE)


def _joined(places: list[_Place]) -> list[_Place]:
    """Return the places of neighbouring brackets, what one party alone wants as one bracket."""
    found: list[_Place] = []
    for place in places:
        last = found[-1] if found else []
        if len(last) == len(place) == 1 and last[0].who == place[0].who:
            found[-1] = [ReadBracket.of(last[0].label, f"{last[0].words} {place[0].words}")]
        else:
            found.append(place)
    return found


def units_in(
    text: str, known: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[ReadUnit], ReadFrame]:
    """Return the paragraphs, entries of annexes and premises of a text, and all else.

    Args:
        text: The Markdown.
        known: The ids of issues by the number of their paragraph, empty of another entry, for a
            text whose numbers are not bold or have no comments.
    """
    units: list[ReadUnit] = []
    frame = ReadFrame()
    unit: ReadUnit | None = None
    comments: list[str] = []

    def kept(comment: re.Match[str]) -> str:
        comments.append(comment[1])
        return "" if _SPACES.search(comment[1]) else f"\ue010{len(comments) - 1}\ue011"

    every = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    numbers = re.compile(rf"(?:{every})(?=\.? )" if known else r"\Z.")
    for kind, lead, marked in _blocks(_BEGINNING.sub("\n", _COMMENT.sub(kept, text))):
        names = [comments[int(one)] for one in _ID.findall(marked)]
        words = _ANGLES.sub(r"‹\1›", _LINE_BREAK.sub(" ", _ID.sub("", marked)))
        where = "" if names else frame.where
        start = None if kind in {"title", "row"} else _start(where, lead, words, numbers)
        if start is not None:
            number, rest = start
            name = known.get(number, number if number[:1].isdigit() else "")
            name = names[0] if names else name
            unit = ReadUnit(frame.where, name, number, bool(names), [rest])
            units.append(unit)
        elif kind == "item" and unit is not None:
            unit.blocks.append(words)
        else:
            unit = None
            frame.add(kind, _unmarked(words))
    return units, frame


class ReadFrame:
    """What stands around paragraphs: titles, rows of tables and blocks of words, by title."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.words: list[tuple[str, str]] = []

    @property
    def where(self) -> str:
        """The title under which what follows stands."""
        return self.titles[-1] if self.titles else "opening"

    def add(self, kind: str, words: str) -> None:
        """Take a title, or a row or a block under it."""
        if kind == "title":
            self.titles.append(words)
        elif words:
            self.words.append((self.where, words))


@cache
def _parser() -> MarkdownIt:
    """Return what reads Markdown, without links, code and tags, of which a single text has none."""
    from markdown_it import MarkdownIt  # only what was edited is read back

    blocks = ["heading", "lheading", "list", "table", "hr", "blockquote"]
    found = MarkdownIt("zero").disable("text_join")
    return found.enable([*blocks, "newline", "escape", "entity", "emphasis"])


def _blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield titles, rows, items of lists and words: the kind, what is strong first, all words."""
    depth = 0
    row: list[str] | None = None
    last = ""
    for token in _parser().parse(text):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "row", "", "|".join(row)
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_unmarked(_inline(token)[1]))
        elif token.type == "inline":
            yield (
                ("title" if last == "heading_open" else "item" if depth else "words"),
                *_inline(token),
            )
        last = token.type


def _inline(token: Token) -> tuple[str, str]:
    """Return what is strong at the beginning of words, and all of them without signs of form."""
    words: list[str] = []
    lead, strong = "", None
    for part in token.children or ():
        if part.type == "strong_open" and not "".join(words).strip():
            strong = len(words)
        elif part.type == "strong_close" and strong is not None:
            lead, strong = lead or "".join(words[strong:]), None
        elif part.type == "text":
            words.append(part.content.translate(_STRAY))
        elif part.type == "text_special":
            is_literal = part.info == "escape"
            words.append(part.content.translate(_LITERAL) if is_literal else part.content)
        elif part.type.endswith("break"):
            words.append(" ")
    return lead.strip(), "".join(words)


def _start(where: str, lead: str, words: str, numbers: re.Pattern[str]) -> tuple[str, str] | None:
    """Return the number that begins words, and what is after it; None where none does."""
    annex = f"annex {where[6:7]}, " if where.startswith("Annex ") else ""
    if where.startswith("Article ") and words.startswith("† "):
        return "†", words
    found = numbers.match(f"{annex}{words.lstrip()}")
    if lead and (annex or _NUMBER.fullmatch(lead)):
        number, length = f"{annex}{_tidy(lead).rstrip('.')}", len(lead)
    elif found:
        number, length = found[0], len(found[0]) - len(annex)
    else:
        return None
    return number, words.lstrip()[length:].removeprefix(".")


def _unmarked(words: str) -> str:
    """Return words in one spelling, with the dossier's own signs."""
    return _tidy(words.translate(_SIGNS)).strip("| ")


def _ordered(sentence: str) -> str:
    """Return a sentence on names with these in one order."""
    names = _OF_NAMES.fullmatch(sentence)
    return f"{names[1]}: {sorted(names[2].split(', '))}" if names else sentence


def sentences(words: str) -> Counter[str]:
    """Return sentences without spaces and with names in one order: how often each is there."""
    found = _SENTENCES.split(_RUN.sub(PLACE, _tidy(words)))
    return Counter(filter(None, (bare_words(_ordered(_tidy(one))) for one in found)))


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
    """Return words without any space, and without the commas in figures, which mean nothing."""
    return _SPACES.sub("", _THOUSANDS.sub("", words))


def shown_words(words: str) -> str:
    """Return words between quotation marks, without their middle where they are long."""
    found = _SPACES.sub(" ", words.replace(PLACE, " […] ").translate(_SIGNS)).strip()
    return f"“{shortened(found, MOST)}”" if found else ""
