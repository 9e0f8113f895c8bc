"""The characters that stand for something, each with a plain one for `--ascii`.

Every glyph is one cell wide, but for plain ones of relations and of a cut. Some are of
ambiguous width in East Asian terminals (as the lines of boxes are everywhere): `--ascii` serves
those. A status always has its letter beside its glyph.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from positions.comparison.rows import Status
from positions.reports.page.pictures import ASCII_SIGNS, BOX_SIGNS
from positions.reports.page.summary import DISPUTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from positions.reports.page.pictures import Signs

__all__ = ["ASCII", "LETTERS", "UNICODE", "Glyphs", "counted"]

LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "settled": "S",
        "agreed": "A",
        "near": "N",
        "compatible": "C",
        "divided": "D",
        "one-sided": "O",
        "undisclosed": "U",
        "unclear": "X",
        "open": "-",
    }
)
"""The letter of each status of a row."""


def counted(counts: Mapping[Status, int]) -> Iterable[tuple[Status, str]]:
    """Yield each status found, with how often: `D3`, but `1 open`, for `-1` would be a number."""
    for status in Status:
        number = counts.get(status, 0)
        if number:
            letter = LETTERS[status]
            yield status, f"{letter}{number}" if letter.isalpha() else f"{number} {status}"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of glyphs.

    Attributes:
        status: The glyph of each status of a row.
        relation: The glyph of each relation of a position to the reference party's. It stands
            between the two, so that it is read from the reference to the position: what is within
            the other's has the sign of the other, which contains it.
        blank: Before the name of a blank.
        reference: Before the reference party's name.
        cursor: At the left edge of the cursor's row.
        cursor_start: At the left edge of the cursor's cell while the grid has no focus.
        cursor_end: At its right edge.
        news: At the left edge of a row that a reload changed.
        marked: Beside an issue that is marked.
        disputed: Behind the title of an issue of whose premise the parties dispute something.
        rule: Between columns.
        sign_start: Before the sign of a relation, in the gutter between columns.
        sign_end: After it.
        line: For the lines of headings.
        unfolded: Before a heading whose rows are shown.
        folded: Before a heading whose rows are hidden.
        ellipsis: Where a text is cut.
        more_before: Where there are columns before those shown.
        more_after: Where there are columns after those shown.
        above: In the header, where the cursor's row is above those shown.
        below: Where it is below them.
        signs: What pictures are drawn with.
    """

    status: Mapping[str, str]
    relation: Mapping[str, str]
    blank: str
    reference: str
    cursor: str
    cursor_start: str
    cursor_end: str
    news: str
    marked: str
    disputed: str
    rule: str
    sign_start: str
    sign_end: str
    line: str
    unfolded: str
    folded: str
    ellipsis: str
    more_before: str
    more_after: str
    above: str
    below: str
    signs: Signs


UNICODE: Final = Glyphs(
    status=MappingProxyType(
        {
            "settled": "✓",
            "agreed": "=",
            "near": "≈",
            "compatible": "∥",
            "divided": "≠",
            "one-sided": "◖",
            "undisclosed": "⊘",
            "unclear": "?",
            "open": "∙",
        }
    ),
    relation=MappingProxyType(
        {
            "same": "=",
            "within": "⊃",
            "contains": "⊂",
            "overlaps": "∩",
            "apart": "≠",
            "unknown": "?",
        }
    ),
    blank="∅",
    reference="◆",
    cursor="▌",
    cursor_start="▐",
    cursor_end="▌",
    news="●",
    marked="•",
    disputed=DISPUTED,
    rule="│",
    sign_start="┤",
    sign_end="├",
    line="─",
    unfolded="▾",
    folded="▸",
    ellipsis="…",
    more_before="‹",
    more_after="›",
    above="↑",
    below="↓",
    signs=BOX_SIGNS,
)

ASCII: Final = Glyphs(
    status=MappingProxyType(
        {
            "settled": "*",
            "agreed": "=",
            "near": "~",
            "compatible": "&",
            "divided": "!",
            "one-sided": "/",
            "undisclosed": "x",
            "unclear": "?",
            "open": ".",
        }
    ),
    relation=MappingProxyType(
        {
            "same": "=",
            "within": "narr",
            "contains": "wide",
            "overlaps": "part",
            "apart": "not=",
            "unknown": "?",
        }
    ),
    blank="-",
    reference="@",
    cursor=">",
    cursor_start="[",
    cursor_end="]",
    news="^",
    marked="#",
    disputed="%",
    rule="|",
    sign_start="|",
    sign_end="|",
    line="-",
    unfolded="v",
    folded="+",
    ellipsis="...",
    more_before="<",
    more_after=">",
    above="^",
    below="v",
    signs=ASCII_SIGNS,
)
