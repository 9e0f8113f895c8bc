"""Two positions set against each other, line by line and word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from positions.comparison.cell_lines import CellLine, CellLineRole
from positions.text.safe import visible
from positions.text.word_diff import Edit, Stretch, word_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["MarkedLine", "marked", "said_by_one", "set_against"]

_UNMARKED: Final = {CellLineRole.MARK, CellLineRole.BLANK}
"""What is no words of a party, and so has none that differ."""

LEAST_SHARED: Final = 3
"""Texts that share less than one letter in so many are not set against each other by words."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a position, in stretches that were kept, removed or added."""

    line: CellLine
    stretches: tuple[Stretch, ...]


def set_against(
    one: Sequence[CellLine], other: Sequence[CellLine]
) -> tuple[tuple[MarkedLine, ...], tuple[MarkedLine, ...]]:
    """Return the lines of two positions, made visible, what differs marked.

    Words of the first alone are removed, words of the other alone are added. Lines are set
    against each other by what they are; what has no counterpart is kept as it is.
    """
    others = dict(_keyed(other))
    before, after = [], []
    counterparts: dict[object, tuple[Stretch, ...]] = {}
    for key, line in _keyed(one):
        counterpart = others.get(key)
        text = visible(line.text)
        if counterpart is None or _UNMARKED & {line.role, counterpart.role}:
            before.append(MarkedLine(line, (Stretch(Edit.KEPT, text),)))
            continue
        stretches = marked(text, visible(counterpart.text))
        before.append(MarkedLine(line, _of_first(stretches)))
        counterparts[key] = _of_second(stretches)
    for key, line in _keyed(other):
        plain = (Stretch(Edit.KEPT, visible(line.text)),)
        after.append(MarkedLine(line, counterparts.get(key, plain)))
    return tuple(before), tuple(after)


def said_by_one(
    one: Sequence[CellLine], other: Sequence[CellLine]
) -> tuple[tuple[MarkedLine, ...], tuple[MarkedLine, ...]]:
    """Return the lines of two parties, made visible, with the words marked that one alone says.

    None of these is removed or added: of both, the words of one alone count as added. A term that
    the other does not state at all is marked as a whole. Where the parts of an issue are told
    apart, only those with the same titles are set against each other.
    """
    groups = _by_part(one), _by_part(other)
    found: tuple[list[MarkedLine], list[MarkedLine]] = ([], [])
    both = {
        title: set_against(groups[0][title], groups[1][title])
        for title in groups[0]
        if title in groups[1]
    }
    for side, lines, others in ((0, groups[0], groups[1]), (1, groups[1], groups[0])):
        for title, members in lines.items():
            if title not in both:
                found[side].extend(_plain(line) for line in members)
                continue
            labels = {_label(line) for line in others[title] if line.role is CellLineRole.TERM}
            found[side].extend(
                _alone(line, has_counterpart=_label(line.line) in labels)
                for line in both[title][side]
            )
    return tuple(found[0]), tuple(found[1])


def _by_part(lines: Sequence[CellLine]) -> dict[str, list[CellLine]]:
    """Return the lines under the title of their parts, which stays the first of them."""
    groups: dict[str, list[CellLine]] = {}
    title = ""
    for line in lines:
        title = line.text if line.role is CellLineRole.PART else title
        groups.setdefault(title, []).append(line)
    return groups


def _plain(line: CellLine) -> MarkedLine:
    return MarkedLine(line, (Stretch(Edit.KEPT, visible(line.text)),))


def _alone(line: MarkedLine, *, has_counterpart: bool) -> MarkedLine:
    """Return a line with the words of one party alone as added."""
    if line.line.role is CellLineRole.TERM and not has_counterpart:
        return MarkedLine(line.line, (Stretch(Edit.ADDED, visible(line.line.text)),))
    return MarkedLine(line.line, tuple(_marked_words(line.stretches)))


def _marked_words(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield stretches with what was changed as added, without the space around it."""
    for one in stretches:
        words = one.text.strip()
        if one.edit is Edit.KEPT or not words:
            yield Stretch(Edit.KEPT, one.text)
            continue
        before, _, after = one.text.partition(words)
        found = (Edit.KEPT, before), (Edit.ADDED, words), (Edit.KEPT, after)
        yield from (Stretch(*each) for each in found if each[1])


def _keyed(lines: Sequence[CellLine]) -> Iterator[tuple[object, CellLine]]:
    """Yield each line under what it is; a term by its label, others by their number."""
    seen: dict[object, int] = {}
    for line in lines:
        role = CellLineRole.VALUE if line.role is CellLineRole.BLANK else line.role
        key = role, line.depth, _label(line)
        seen[key] = seen.get(key, 0) + 1
        yield (*key, seen[key]), line


def _label(line: CellLine) -> str:
    return line.text.partition(":")[0] if line.role is CellLineRole.TERM else ""


def marked(before: str, after: str) -> tuple[Stretch, ...]:
    """Return the stretches of two texts; both whole where they share little."""
    found = word_changes(before, after)
    kept = sum(map(str.isalnum, "".join(one.text for one in found if one.edit is Edit.KEPT)))
    longer = max(sum(map(str.isalnum, text)) for text in (before, after))
    if kept * LEAST_SHARED >= longer:
        return found
    return Stretch(Edit.REMOVED, before), Stretch(Edit.ADDED, after)


def _of_first(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    return tuple(Stretch(one.edit, one.text) for one in stretches if one.edit is not Edit.ADDED)


def _of_second(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(one.edit, one.respelt or one.text)
        for one in stretches
        if one.edit is not Edit.REMOVED
    )
