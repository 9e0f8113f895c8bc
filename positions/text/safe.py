"""Safe text for terminals: marks for what is invisible, cell widths, and wrapping.

A dossier may come from anyone, and text is data: nothing in it may move the cursor, hide, or
reorder what stands beside it. `visible` turns every such character into a mark that can be seen:

- C0 controls and DEL into their control pictures: ␀, ␛, ␡.
- C1 controls, format characters (bidirectional overrides, zero-width characters, soft hyphens,
  byte order marks, tags), lone surrogates, private and unassigned characters, variation selectors,
  line and paragraph separators, fillers and blanks that only look like nothing: ⟨U+202E⟩.
- Tabs become one space, and so do line breaks, unless they are asked for.
- Zero-width joiners and non-joiners stay between letters of the scripts that spell with them
  (Arabic and the scripts of India); elsewhere, emoji included, they are marks.
- Combining marks stay: up to six on a character, the others become marks. One without a character
  to stand on gets the dotted circle ◌, so that it does not change the cell before it.

Letters of all scripts, wide characters, emoji and all kinds of spaces stay as they are. The other
functions measure text that has been made visible, in cells of a terminal.
"""

from __future__ import annotations

import sys
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from positions.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["clip", "clusters", "pad", "visible", "width", "wrap", "wrapped_height"]

MARKS_ON_A_CHARACTER: Final = 6
ELLIPSIS: Final = "…"

_NON_JOINER: Final = "\u200c"
_JOINER: Final = "\u200d"
_SPELT_WITH_JOINERS: Final = "\u0620-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\u0900-\u0dff"
_SPACES: Final = pattern(" +")
_INVISIBLE_BUT_PRINTABLE: Final = pattern(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
_JOINER_IN_A_WORD: Final = pattern(
    f"((?<=[{_SPELT_WITH_JOINERS}])[{_NON_JOINER}{_JOINER}](?=[{_SPELT_WITH_JOINERS}]))"
)
_MAY_COMBINE: Final = pattern(
    "[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u20cf\u2100-\u2cee\u3040-\u3098"
    "\u309b-\ua66e\uac00-\ud7a3]"
)
"""A character that is, or may bear, a combining mark of its script.

Latin, Greek, Cyrillic, punctuation, symbols, kana, Chinese and Korean have none of their own; texts
made of them alone need no search for misplaced ones.
"""

_ONE_CELL_EACH: Final = pattern(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2200-\u22ff"
    "\u2400-\u2426\u2500-\u25fc]*"
)
_AFTER_A_HYPHEN: Final = pattern(r"(?<=\w[-/‐–—])(?=\w)(?:(?<!\d.)|(?=\D))")
"""Where a word may end: after a hyphen, dash or slash in it, but not in `2-3` or `2025-06-02`."""

_IDEOGRAPH: Final = pattern(
    "[\u2e80-\u2fff\u3003-\ua4cf\uf900-\ufaff\uff21-\uffdc\U00020000-\U0003ffff]"
)


class _Marks(dict[int, str]):
    """A table for `str.translate` that works out each character once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in "\t\n":
            mark = " " if character == "\t" else character
        elif code < 0x20:
            mark = chr(0x2400 + code)
        elif code == 0x7F:
            mark = "␡"
        elif _shows(character):
            mark = character
        else:
            mark = f"⟨U+{code:04X}⟩"
        self[code] = mark
        return mark


_MARKS: Final = _Marks()


def visible(text: str, *, newlines: bool = False) -> str:
    r"""Return the text with a visible mark for every character that hides, moves or reorders.

    Applying it again changes nothing.

    Args:
        text: Any text, lone surrogates included.
        newlines: Whether line breaks are kept; otherwise each becomes a space. `\r\n` counts as
            one line break; a carriage return alone is a mark.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    if not newlines:
        text = text.replace("\n", " ")
    if text.isascii():
        return text.translate(_MARKS)
    if _NON_JOINER in text or _JOINER in text:
        parts = _JOINER_IN_A_WORD.split(text)
        parts[::2] = [part.translate(_MARKS) for part in parts[::2]]
        text = "".join(parts)
    else:
        text = text.translate(_MARKS)
    return _with_marks_on_characters(text) if _MAY_COMBINE.search(text) else text


def width(text: str) -> int:
    """Return how many cells a line of visible text takes in a terminal.

    It is the sum over the text's clusters, so that parts of a text add up to the whole.
    """
    if _is_one_cell_each(text):
        return len(text)
    return sum(cells for _, cells in clusters(text))


def clip(text: str, columns: int, mark: str = ELLIPSIS) -> str:
    """Return the line, cut at a cluster and ended by the mark if it is wider than the columns."""
    if width(text) <= columns:
        return text
    room = columns - width(mark)
    if room < 0:
        return ""
    found = list(clusters(text))
    fitting = bisect_right(list(accumulate(cells for _, cells in found)), room)
    return "".join(cluster for cluster, _ in found[:fitting]) + mark


def pad(text: str, columns: int) -> str:
    """Return the line with spaces up to the columns; a wider line is returned as it is."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> tuple[str, ...]:
    """Return the lines of the text, each at most `columns` cells wide; at least one line.

    A line ends at its last space (or beside a Chinese or Japanese character); if a word is longer
    than the line, after the word's last hyphen, dash or slash; and if there is none, at the last
    cluster that fits. Line breaks are kept. Runs of spaces count as one. No character but spaces
    is lost. A cluster that is wider than the columns (two cells at most) has a line of its own.
    """
    if "\n" in text:
        return tuple(line for part in text.split("\n") for line in wrap(part, columns))
    text = _single_spaced(text)
    ends = _ends(text, max(columns, 1))
    return tuple(text[start:end] for start, end in ends)


def wrapped_height(text: str, columns: int, at_most: int = sys.maxsize) -> int:
    """Return `len(wrap(text, columns))`, faster; a height above `at_most` as that.

    Args:
        text: Visible text.
        columns: The cells of a line.
        at_most: The height from which on more lines make no difference; one or more.
    """
    if "\n" in text:
        parts = (wrapped_height(part, columns) for part in text.split("\n"))
        return min(sum(parts), at_most)
    is_ascii = text.isascii()
    if is_ascii and len(text) <= columns:
        return 1
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        text = _single_spaced(text)
    columns = max(columns, 1)
    if not is_ascii and not _is_one_cell_each(text):
        return min(sum(1 for _ in _ends_of_clusters(text, columns)), at_most)
    # A line takes no more than its columns and the space after them.
    if len(text) >= (at_most - 1) * (columns + 1):
        return at_most
    # The same steps as in _ends_of_cells: on a resize this is where the time goes.
    height, start, last = 1, 0, len(text) - columns
    while start < last and height < at_most:
        end = text.rfind(" ", start, start + columns + 1)
        start = end + 1 if end >= 0 else _end_within_word(text, start, columns)
        height += 1
    return height


def _shows(character: str) -> bool:
    if character.isprintable():
        return not _INVISIBLE_BUT_PRINTABLE.match(character)
    return unicodedata.category(character) == "Zs"


def _with_marks_on_characters(text: str) -> str:
    """Return the text with a base under every combining mark, and at most six on each."""
    from wcwidth import wcwidth

    result: list[str] = []
    marks = MARKS_ON_A_CHARACTER
    has_base = False
    for character in text:
        if wcwidth(character) and not unicodedata.category(character).startswith("M"):
            has_base, marks = not character.isspace(), 0
            result.append(character)
            continue
        if not has_base:
            has_base, marks = True, 0
            result.append("◌")
        marks += 1
        result.append(character if marks <= MARKS_ON_A_CHARACTER else f"⟨U+{ord(character):04X}⟩")
    return "".join(result)


def _is_one_cell_each(text: str) -> bool:
    return text.isascii() or _ONE_CELL_EACH.fullmatch(text) is not None


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield the graphemes of visible text with their cells, of which `width` is the sum.

    One that is wider than two cells is taken apart.
    """
    if _is_one_cell_each(text):
        yield from ((character, 1) for character in text)
        return
    from wcwidth import iter_graphemes, wcswidth, wcwidth

    for grapheme in iter_graphemes(text):
        cells = max(wcswidth(grapheme), 0)
        if cells <= 2:
            yield grapheme, cells
        else:
            yield from ((character, max(wcwidth(character), 0)) for character in grapheme)


def _single_spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ") if "  " in text else text.strip(" ")


def _ends(text: str, columns: int) -> Iterator[tuple[int, int]]:
    one_cell_each = _is_one_cell_each(text)
    return _ends_of_cells(text, columns) if one_cell_each else _ends_of_clusters(text, columns)


def _ends_of_cells(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Yield where each line starts and ends in a text of one cell a character."""
    start = 0
    while len(text) - start > columns:
        end = text.rfind(" ", start, start + columns + 1)
        if end >= 0:
            yield start, end
            start = end + 1
        else:
            end = _end_within_word(text, start, columns)
            yield start, end
            start = end
    yield start, len(text)


def _end_within_word(text: str, start: int, columns: int) -> int:
    """Return where a line ends inside a word that is too long for it."""
    limit = start + columns
    end = limit
    for hyphen in _AFTER_A_HYPHEN.finditer(text, start + 1, limit + 1):
        end = hyphen.start()
    return end


def _ends_of_clusters(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Yield where each line starts and ends in a text of clusters of none to two cells."""
    hyphens = {match.start() for match in _AFTER_A_HYPHEN.finditer(text)}
    found = list(clusters(text))
    offsets = list(accumulate((len(cluster) for cluster, _ in found), initial=0))
    start = index = used = 0
    best = softest = -1
    while index < len(found):
        cluster, cells = found[index]
        if index > start:
            previous = found[index - 1][0]
            if cluster == " " or (previous != " " and _is_between_words(previous, cluster)):
                best = index
            elif offsets[index] in hyphens:
                softest = index
            if used + cells > columns:
                end = best if best > start else softest if softest > start else index
                yield offsets[start], offsets[end]
                start = index = end + 1 if found[end][0] == " " else end
                used = 0
                continue
        used += cells
        index += 1
    yield offsets[start], len(text)


def _is_between_words(before: str, after: str) -> bool:
    return _IDEOGRAPH.match(before) is not None or _IDEOGRAPH.match(after) is not None
