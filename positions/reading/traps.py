"""Finds what YAML allows and a dossier does not, and what YAML reads otherwise than was meant.

Each method of a `TextProblems` is one such fault: its code and its sentences. The data keep what
YAML reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from positions.problems.collector import MAX_LISTED, ProblemCollector
from positions.text.patterns import pattern
from positions.text.quoting import curly, quoted, shorten
from positions.text.signs import quoted_in_curly_marks

if TYPE_CHECKING:
    from positions.problems.problem import Path, Problem
    from positions.reading.conflicts import MarkedConflict
    from positions.reading.places import Lines, Mapping

__all__ = ["Plain", "TextProblems"]

Plain = tuple[str | int, int, int]
"""A value between brackets: its key or position, and the offsets where it starts and ends."""

_ANCHOR_AND_TAG = pattern(r"(?:&\S*\s+)?(!\S*)")
_BLOCK_WITH_MORE = pattern(r"[>|][+-]?[0-9#][^\r\n]*")
_END_IN_BRACKET = pattern(r"[,\]}]")
_REST_OF_LINE = pattern(r"[^\r\n]*")


class TextProblems:
    """The problems of one text as YAML, each a method."""

    def __init__(self, lines: Lines) -> None:
        """Begin with no problems of the text that has these lines."""
        self.lines = lines
        self.text = lines.text
        self.path: list[str | int] = []
        self._found = ProblemCollector()
        self._duplicates: list[tuple[Mapping, str, int, int, Path]] = []
        self._more_duplicates = 0

    def problems(self) -> tuple[Problem, ...]:
        """Return what was reported."""
        for mapping, key, start, end, path in self._duplicates:
            first = mapping.place(key)
            line, column = self.lines.place(first[0] if first else start)
            self.add(
                "duplicate-key",
                start,
                end,
                f"The key `{shorten(key)}` already stands in line {line}, column {column}; this "
                "second value is not read.",
                "Rename or remove one of the two.",
                path,
            )
        self._found.more("duplicate-key", self._more_duplicates)
        self._duplicates.clear()
        self._more_duplicates = 0
        return self._found.problems()

    def add(
        self,
        code: str,
        start: int,
        end: int,
        sentence: str,
        suggestion: str,
        path: Path | None = None,
    ) -> None:
        """Note a problem between two offsets of the text, at this path or where reading stands."""
        where = tuple(self.path) if path is None else path
        self._found.put(code, where, sentence, suggestion, lambda: self.lines.span(start, end))

    def duplicate(self, mapping: Mapping, key: str, start: int, end: int) -> None:
        """Note a key that its mapping already has; its first place is looked up at the end."""
        if len(self._duplicates) <= MAX_LISTED:
            self._duplicates.append((mapping, key, start, end, tuple(self.path)))
        else:
            self._more_duplicates += 1

    def forbidden(self, character: str, start: int) -> None:
        """Note a character that YAML does not allow."""
        self.add(
            "encoding",
            start,
            start + 1,
            f"The character U+{ord(character):04X} is not allowed in YAML.",
            "Remove it.",
            (),
        )

    def conflict(self, found: MarkedConflict) -> None:
        """Note a merge conflict, or a mark that is left of one."""
        last, _ = self.lines.place(found.end)
        if found.whole:
            sentence = f"A merge conflict begins here and ends in line {last:,}."
            advice = "Keep what is to stand, and remove the lines of the marks."
        else:
            sentence, advice = "A mark of a merge conflict was left here.", "Remove the line."
        self.add("merge-conflict", found.start, found.end, sentence, advice, ())

    def key_not_text(self, start: int, end: int, *, empty: bool) -> None:
        """Note a key that is a list, a mapping or nothing."""
        self.add(
            "key-not-text",
            start,
            end,
            "A key is empty here." if empty else "A key is not a text here.",
            "Write the key as one word.",
            tuple(self.path[:-1]),
        )

    def merge_key(self, start: int, end: int) -> None:
        """Note a `<<`."""
        self.add(
            "merge-key",
            start,
            end,
            "`<<` copies nothing here: merging is not part of YAML 1.2.",
            "Write the keys out, or use an alias for the whole value.",
            tuple(self.path[:-1]),
        )

    def missing_space(self, start: int, end: int) -> None:
        """Note a key between braces that has swallowed its colon and value."""
        key = self.text[start:end]
        name, _, value = key.partition(":")
        written = f"`{name}: {value}`" if key == shorten(key) else "it there"
        self.add(
            "missing-space",
            start,
            end,
            f"`{shorten(key)}` is a key without a value: the space after the colon is missing.",
            f"Write {written}.",
        )

    def comma(self, before: Plain, cut: int) -> None:
        """Note a value between brackets that its own commas have cut in pieces.

        The problem's span is everything up to `cut`, all that was meant as one value, so that
        whoever finds more wrong inside it can be silent.
        """
        step, start, end = before
        advice = quoted(self.text[start:cut])
        if isinstance(step, int):
            advice += " If these are several values, put a space after each comma."
        self.add(
            "comma-in-flow",
            start,
            cut,
            f"A comma between brackets ends a value: `{shorten(self.text[start:end])}` is read, "
            "and what follows stands for itself.",
            advice,
            (*self.path[:-1], step),
        )

    def tag(self, start: int, end: int) -> None:
        """Note a tag on the value that begins here."""
        written = _ANCHOR_AND_TAG.match(self.text, start)
        if written is not None:
            start, end = written.span(1)
        self.add(
            "tag",
            start,
            end,
            f"The tag `{shorten(self.text[start:end])}` constructs nothing here; the value is read "
            "without it.",
            "Remove the tag, or quote the value if it only begins with `!`.",
        )

    def comment(self, start: int, end: int) -> None:
        """Note a comment that looks like a part of the value between these offsets."""
        if not self.text.startswith(" #", end):
            return
        line = _REST_OF_LINE.match(self.text, end)
        rest = line.group() if line else ""
        # After an empty value, `# …` is a remark; `#5` is not.
        if start < end or re.match(r" #\S", rest):
            above = self.text[self.text.rfind("\n", 0, start) + 1 : start]
            # What a bracket holds ends before a comma, or where the bracket was to be closed.
            inside = re.search(r"[\[{][^\]}]*$", above)
            said = _END_IN_BRACKET.split(rest)[0] if inside else rest
            whole = quoted(self.text[start:end] + said)
            self.add(
                "comment-in-value",
                end + 1,
                end + len(rest),
                "A space and `#` begin a comment: the rest of this line is not read.",
                f"{whole} Before a real comment, put two spaces.",
            )

    def curly_marks(self, start: int, end: int) -> None:
        """Note a value between quotation marks that YAML does not know."""
        value = self.text[start:end]
        if quoted_in_curly_marks(value):
            self.add(
                "curly-marks", start, end, f"{curly(value)}, and stay in the text.", quoted(value)
            )

    def empty_block(self, start: int) -> None:
        """Note `>5`, which YAML takes for an empty block of text indented by 5."""
        block = _BLOCK_WITH_MORE.match(self.text, start)
        if block is not None:
            self.add(
                "block-in-value",
                start,
                block.end(),
                f"A value that begins with `{block.group()[0]}` is a block of text on the lines "
                "below, and this one is empty.",
                quoted(block.group()),
            )

    def unknown_alias(self, name: str, start: int, end: int) -> None:
        """Note an alias of nothing."""
        name = shorten(name)
        self.add(
            "unknown-alias",
            start,
            end,
            f"The alias `*{name}` has no anchor `&{name}` before it; it is left empty.",
            f'Define the anchor earlier. If this is text, quote it: "*{name}".',
        )

    def alias_loop(self, name: str, start: int, end: int) -> None:
        """Note an alias that would contain itself."""
        self.add(
            "alias-loop",
            start,
            end,
            f"The alias `*{shorten(name)}` stands inside the value that it names; it is left "
            "empty.",
            "Write the value out.",
        )

    def too_many_aliases(self, start: int, end: int, most: int) -> None:
        """Note an alias with which aliases stand for too many values."""
        self.add(
            "too-many-aliases",
            start,
            end,
            f"With this alias, aliases stand for more than {most:,} values; it is left empty.",
            "Use fewer aliases of aliases.",
        )

    def too_deep(self, start: int, end: int, most: int, *, alias: bool) -> None:
        """Note a list or mapping that is nested too deeply, itself or behind an alias."""
        end_of_it = "the alias is left empty" if alias else "nothing is read from here on"
        self.add(
            "too-deep",
            start,
            end,
            f"Lists and mappings are nested deeper than {most} levels here; {end_of_it}.",
            "Remove the extra brackets or levels.",
        )

    def too_large(self, most: int, *, alone: bool) -> None:
        """Note a text with too many keys and values, by itself or with others of its folder."""
        who = "The file" if alone else "With this file, the folder"
        self.add(
            "too-large",
            0,
            0,
            f"{who} has more than {most:,} keys and values, and is not read.",
            "Check that it is the right file; split a dossier of that size.",
            (),
        )

    def second_document(self, start: int, end: int) -> None:
        """Note where a second document begins."""
        self.add(
            "several-documents",
            start,
            end,
            "A second YAML document begins here; only the first is read.",
            "Keep one document in the file.",
            (),
        )
