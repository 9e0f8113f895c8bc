"""Finds what someone changed by hand in a single text as Markdown: of substance, and never of form.

A paragraph or a bracket that stands elsewhere is moved. What is form, `read_back` says.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from positions.reports.single_text.read_back import (
    MOST,
    PLACE,
    ReadBracket,
    bare_words,
    sentences,
    shown_words,
    units_in,
)
from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Generator,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from positions.reports.single_text.read_back import ReadFrame, ReadUnit, ReadWords

__all__ = ["HandEdit", "HandEditKind", "hand_edits"]

_ESCAPED: Final = pattern(r"\\([\[\]])")
_NAMED: Final = pattern(r"(?<=[:;] )([^:;]+): ([^:;]+?)(?=, for whom |;|\Z)")
_LEAD: Final = 20
"""How many characters of words are shown before those that differ."""


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


def hand_edits(expected: str, edited: str) -> tuple[HandEdit, ...]:
    """Return what was changed by hand, in the order of the text.

    Args:
        expected: The text as Markdown, as it is made.
        edited: The same after someone edited it.
    """
    if edited.count("\\[") > expected.count("\\["):  # written anew by what escapes brackets
        expected, edited = (_ESCAPED.sub(r"\1", one) for one in (expected, edited))
    before, frame = units_in(expected)
    names = _names(frame)
    if names and _marked(edited, names) != edited:  # a mark and its name mean the same
        edited = _marked(edited, names)
        before, frame = units_in(_marked(expected, names))
    known = {unit.number: unit.name for unit in before if unit.number != "†"}
    after, edited_frame = units_in(edited, known)
    pairs = _paired(before, after)
    dropped = _dropped_titles(frame, edited_frame) - {before[one].where for one in pairs}
    elsewhere = _elsewhere([(before[one], after[other]) for one, other in pairs.items()])
    found: list[HandEdit] = []
    for place, unit in enumerate(before):
        if place in pairs:
            found += _renamed(unit, after[pairs[place]])
            found += _in_unit(unit, after[pairs[place]], elsewhere)
        elif unit.where not in dropped:
            what = "paragraph" if unit.name else "premise" if unit.number == "†" else "entry"
            sentence = f"The {what} is not there: “{unit.whole}”"
            found.append(HandEdit(unit.number, HandEditKind.LOST, sentence))
    for place, unit in enumerate(after):
        if place not in pairs.values():
            words = shown_words(unit.whole)
            twice = any(unit.read().key == one.read().key for one in before)
            sentence = f"No position has these words: {words}"
            sentence = f"{unit.number} stands twice." if twice else sentence
            found.append(HandEdit(unit.number, HandEditKind.ADDED, sentence))
    kept = [(before[one], after[other]) for one, other in pairs.items()]
    return (*found, *_around(frame, edited_frame, dropped), *_moved(kept, {*frame.titles}))


def _names(frame: ReadFrame) -> dict[str, str]:
    """Return the marks of parties by their names, as the opening lists them."""
    listed = (words for _, words in frame.words if words.startswith("Names: "))
    found = [one.groups() for words in listed for one in _NAMED.finditer(words.rstrip("."))]
    marks = {mark for mark, _ in found}
    return {name: mark for mark, name in found if name not in marks}


def _marked(text: str, names: Mapping[str, str]) -> str:
    """Return a text with marks in the place of names, before a colon and where brackets begin."""
    every = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    name = re.compile(rf"\b(?:{every})\b")
    whole = re.compile(rf"(?<=[\[|‹])[^\[\]|‹›:\n]*:|{name.pattern}:")
    return whole.sub(lambda label: name.sub(lambda one: names[one[0]], label[0]), text)


def _paired(before: Sequence[ReadUnit], after: Sequence[ReadUnit]) -> dict[int, int]:
    """Return which is which, by place: what is the same, of one issue, alike, or of one number."""
    found: dict[int, int] = {}
    ways: tuple[Callable[[ReadUnit], object], ...] = (
        lambda unit: (unit.name, unit.number, unit.read().key),
        lambda unit: unit.name,
        lambda unit: unit.read().key,
        lambda unit: unit.number,
    )
    for way in ways:
        waiting: dict[object, list[int]] = {}
        for place in set(range(len(after))) - {*found.values()}:
            waiting.setdefault(way(after[place]), []).append(place)
        for place, unit in enumerate(before):
            key = way(unit)
            if place not in found and key and waiting.get(key):
                found[place] = waiting[key].pop(0)
    return found


def _elsewhere(pairs: Iterable[tuple[ReadUnit, ReadUnit]]) -> dict[ReadBracket, tuple[str, str]]:
    """Return brackets that stand in another paragraph, each with the numbers of both."""
    gone: dict[ReadBracket, str] = {}
    come: dict[ReadBracket, str] = {}
    for before, after in pairs:
        was, now = before.read().brackets, after.read().brackets
        gone |= dict.fromkeys(was - now, before.number)
        come |= dict.fromkeys(now - was, before.number)
    return {one: (number, come[one]) for one, number in gone.items() if one in come}


def _around(before: ReadFrame, after: ReadFrame, dropped: Collection[str]) -> Iterator[HandEdit]:
    """Yield what was changed around paragraphs, what is gone beside what came in its place.

    What stood under a title that is dropped with all its paragraphs is told by that title.
    """
    titles = [[("title", one) for one in frame.titles] for frame in (before, after)]
    gone = _beyond([*titles[0], *before.words], [*titles[1], *after.words])
    come = _beyond([*titles[1], *after.words], [*titles[0], *before.words])
    for where, words in gone:
        new = next((one for one in come if one[0] == where), None)
        if new is not None:
            come.remove(new)
            old = _differing(words, new[1])
            yield HandEdit(where, HandEditKind.CHANGED, f"“{old[0]}” is now “{old[1]}”")
        elif where not in dropped:
            under = ", nor what stood under it" if words in dropped else ""
            yield HandEdit(where, HandEditKind.LOST, f"“{words}” is not there{under}.")
    for where, words in come:
        yield HandEdit(where, HandEditKind.ADDED, f"No position has these words: “{words}”")


def _dropped_titles(before: ReadFrame, after: ReadFrame) -> set[str]:
    """Return titles that are gone, with every row and block under them, and that have no other."""
    gone = [one for one in before.titles if one not in after.titles]
    come = [one for one in after.titles if one not in before.titles]
    lost = Counter(where for where, _ in _beyond(before.words, after.words))
    had = Counter(where for where, _ in before.words)
    return {one for one in gone[len(come) :] if lost[one] == had[one]}


def _beyond(
    ours: Sequence[tuple[str, str]], theirs: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return what of ours is not among theirs, wherever these stand."""
    left = Counter(words for _, words in theirs)
    left.subtract(words for _, words in ours)
    missing = Counter({words: -count for words, count in left.items() if count < 0})
    found = []
    for where, words in ours:
        if missing[words] > 0:
            missing[words] -= 1
            found.append((where, words))
    return found


def _renamed(before: ReadUnit, after: ReadUnit) -> Iterator[HandEdit]:
    """Yield that the comment behind a number, which says of which issue it is, was changed."""
    if before.name != after.name and after.is_named:
        sentence = f"The comment behind the number has {after.name}, and not {before.name}."
        yield HandEdit(before.number, HandEditKind.CHANGED, sentence)


def _in_unit(
    before: ReadUnit, after: ReadUnit, elsewhere: Mapping[ReadBracket, tuple[str, str]]
) -> Iterator[HandEdit]:
    """Yield what was changed in a paragraph: brackets first, then plain words, then notes."""
    was, now = before.read(), after.read()
    if was.key == now.key or was.loose == now.loose:
        return
    number = before.number
    told: list[HandEdit] = []
    for edit in _in_words(number, was, now, elsewhere):
        told.append(edit)
        yield edit
    if told or was.joined != now.joined:
        return
    sentence = "The brackets stand in other places of it."
    if was.choices != now.choices:
        sentence = f"Of {was.choices} wordings to choose from, {now.choices} are marked as such."
    yield HandEdit(number, HandEditKind.CHANGED, sentence)


def _in_words(
    number: str,
    was: ReadWords,
    now: ReadWords,
    elsewhere: Mapping[ReadBracket, tuple[str, str]],
) -> Iterator[HandEdit]:
    """Yield what was changed in brackets, in plain words and in notes."""
    expected, actual = yield from _in_brackets(number, was, now, elsewhere)
    if not _alike(expected, actual):
        old, new = (shown_words(one) or "nothing" for one in _differing(expected, actual))
        sentence = f"Plain words changed: {old} is now {new}"
        yield HandEdit(number, HandEditKind.PLAIN, sentence)
    if was.notes != now.notes:
        pair = (
            " ".join(was.shown[one] for one in was.notes - now.notes),
            " ".join(now.shown[one] for one in now.notes - was.notes),
        )
        old, new = (shown_words(one) or "none" for one in _differing(*pair))
        yield HandEdit(number, HandEditKind.NOTE, f"A note changed: {old} is now {new}")


def _alike(expected: str, actual: str) -> bool:
    """Return whether plain words have the same sentences, and places of brackets in them."""
    return sentences(expected) == sentences(actual)


def _in_brackets(
    number: str,
    was: ReadWords,
    now: ReadWords,
    elsewhere: Mapping[ReadBracket, tuple[str, str]],
) -> Generator[HandEdit, None, tuple[str, str]]:
    """Yield what was changed in brackets; return the plain words that remain to be compared."""
    ways = ((was.brackets, now.brackets), (was.joined, now.joined))
    ours, theirs = min(ways, key=lambda one: ((one[0] - one[1]) | (one[1] - one[0])).total())
    lost, come = list((ours - theirs).elements()), list((theirs - ours).elements())
    expected, actual = was.plain, now.plain
    for bracket in lost:
        given = next((one for one in come if one.said == bracket.said), None)
        changed = next((one for one in come if one.who == bracket.who), None)
        if elsewhere.get(bracket, ("", ""))[0] == number:
            expected = _dropped(expected, actual)
            sentence = f"{bracket.shown} stands in {elsewhere[bracket][1]}."
            yield HandEdit(number, HandEditKind.MOVED, sentence)
        elif given is not None:
            come.remove(given)
            sentence = f"{bracket.shown} is now in the bracket of {given.called}."
            yield HandEdit(number, HandEditKind.GIVEN, sentence)
        elif changed is not None:
            come.remove(changed)
            old, new = _differing(bracket.words, changed.words)
            sentence = f"{replace(bracket, words=old).shown} is now: {shown_words(new)}"
            yield HandEdit(number, HandEditKind.CHANGED, sentence)
        elif bracket.said and bracket.said in bare_words(actual.replace(PLACE, "")):
            expected = _unbracketed(expected, actual, bracket.words)
            sentence = f"{bracket.shown} is without its bracket."
            yield HandEdit(number, HandEditKind.UNBRACKETED, sentence)
        else:
            expected = _dropped(expected, actual)
            yield HandEdit(number, HandEditKind.LOST, f"{bracket.shown} is not there.")
    for bracket in come:
        actual = _dropped(actual, expected)
        if elsewhere.get(bracket, ("", ""))[1] != number:
            sentence = f"No position has these words: {bracket.shown}"
            yield HandEdit(number, HandEditKind.ADDED, sentence)
    return expected, actual


def _differing(before: str, after: str) -> tuple[str, str]:
    """Return two wordings, where they are long from shortly before they begin to differ."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(before), len(after)))
    start = before.rfind(" ", 0, max(same - _LEAD, 0)) + 1
    if not start or max(len(before), len(after)) <= MOST:
        return before, after
    return f"… {before[start:]}", f"… {after[start:]}"


def _unbracketed(expected: str, actual: str, words: str) -> str:
    """Return plain words with those of a bracket in one of its places, where that explains all."""
    for place in re.finditer(PLACE, expected):
        tried = f"{expected[: place.start()]}{words}{expected[place.end() :]}"
        if _alike(tried, actual):
            return tried
    return expected.replace(PLACE, words, 1)


def _dropped(expected: str, actual: str) -> str:
    """Return plain words without the place of a bracket, where that explains all."""
    if _alike(expected, actual):
        return expected
    for place in re.finditer(PLACE, expected):
        tried = expected[: place.start()] + expected[place.end() :]
        if _alike(tried, actual):
            return tried
    return expected.replace(PLACE, "", 1)


def _moved(
    pairs: Iterable[tuple[ReadUnit, ReadUnit]], titles: Collection[str]
) -> Iterator[HandEdit]:
    """Yield paragraphs that stand under another title of the text, or have another number."""
    for before, after in pairs:
        if before.where != after.where and after.where in titles:
            sentence = f"{before.number} stands under “{after.where}”."
            yield HandEdit(before.number, HandEditKind.MOVED, sentence)
        if before.number != after.number:
            sentence = f"{before.number} is now {after.number}."
            yield HandEdit(before.number, HandEditKind.MOVED, sentence)
