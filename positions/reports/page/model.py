"""Holds a page: what a report says, in blocks, without a word on how a form shows them.

A result becomes a page once. Text, Markdown and the screens render pages, each in a module of its
own; a further form is one more renderer. JSON and CSV are made from results, not from pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from positions.reports.page.facts import Fact
from positions.reports.page.tables import Layout, PageTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.reports.page.facts import FactKind
    from positions.reports.page.pictures import Picture
    from positions.reports.page.runs import Runs

__all__ = [
    "Block",
    "Drawing",
    "Heading",
    "Medium",
    "Only",
    "Page",
    "Paragraph",
    "Section",
    "Space",
]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over the blocks that follow it.

    Attributes:
        level: 1 for the title of the page, 2 for what divides it.
    """

    text: Runs
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; each line begins a line of its own and is wrapped where it is too long."""

    lines: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A fact that heads the facts under it, such as a party with all that it says.

    Attributes:
        level: The level of its heading.
        is_ruled: Whether it divides the page as a heading does.
    """

    fact: Fact
    level: int = 2
    is_ruled: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, drawn by each form in its own width; a sentence elsewhere says the same."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Space:
    """An empty line, in forms that do not set blocks apart by themselves."""


class Medium(Enum):
    """Where a form is read."""

    TERMINAL = auto()
    DOCUMENT = auto()


@dataclass(frozen=True, slots=True)
class Only:
    """Blocks for one medium, such as the next command to type, or a list of sources."""

    medium: Medium
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Fact | Section | PageTable | Drawing | Space | Only


@dataclass(frozen=True, slots=True)
class Page:
    """What a report says, from its title to its end.

    Attributes:
        hanging: By how many cells the later lines of a long fact are set in, where a form wraps.
    """

    blocks: tuple[Block, ...]
    hanging: int = 4

    @property
    def is_wide(self) -> bool:
        """Whether its tables use the whole width, and its headings with them."""
        return any(
            isinstance(block, PageTable) and block.layout is Layout.COMPARED
            for block in self.blocks
        )

    @property
    def is_list(self) -> bool:
        """Whether it is to be read line by line, without rules."""
        return any(
            isinstance(block, PageTable) and block.layout is Layout.LISTED for block in self.blocks
        )

    def blocks_for(self, medium: Medium) -> Iterator[Block]:
        """Yield the blocks that are read in a medium."""
        for block in self.blocks:
            if not isinstance(block, Only):
                yield block
            elif block.medium is medium:
                yield from block.blocks

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that are under no heading."""
        return tuple(block for block in self.blocks if isinstance(block, Fact))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the page."""
        return tuple(block.picture for block in self.blocks if isinstance(block, Drawing))

    def sections(self, kind: FactKind) -> Iterator[Fact]:
        """Yield the facts of a kind that head sections."""
        for block in self.blocks:
            if isinstance(block, Section) and block.fact.kind is kind:
                yield block.fact
