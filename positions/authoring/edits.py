"""Changes to the text of a dossier that leave every other byte as it is.

An edit is text put at a place. Where it goes follows from how the text around it is written: a key
in braces gets its neighbour in braces, a key on a line of its own a line below it, at its column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.authoring.scalars import in_flow, scalar
from positions.problems.errors import Refusal
from positions.reading.places import Mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.authoring.scalars import Authored
    from positions.problems.problem import Path
    from positions.reading.places import Reading

__all__ = [
    "NoPlace",
    "TextEdit",
    "block_of",
    "edited",
    "key_added",
    "key_filled",
    "key_renamed",
    "place_at",
    "record_at",
    "value_replaced",
]


class NoPlace(Refusal):
    """There is no place for an edit; the text is a full sentence that says why."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Text in the place of a stretch of the old one, which may be empty.

    Attributes:
        start: The offset where the old stretch begins.
        end: Where it ends.
        text: What takes its place.
    """

    start: int
    end: int
    text: str


def edited(text: str, edits: Sequence[TextEdit]) -> str:
    """Return a text with edits made; none may overlap, and those at one place keep their order."""
    for edit in reversed(sorted(edits, key=lambda one: one.start)):  # noqa: C413 - it is stable
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def key_added(
    reading: Reading,
    path: Path,
    key: str,
    value: Authored,
    after: str = "",
    *,
    in_braces: bool = False,
) -> TextEdit:
    """Return the edit that adds a key to a mapping.

    Args:
        reading: The text as it was read.
        path: The keys that lead to the mapping.
        key: The new key, which is not there yet.
        value: What it holds.
        after: The key behind which it goes; the last one if empty.
        in_braces: Whether a value that is a mapping is written in braces, on the line of its key.

    Raises:
        NoPlace: The mapping is not one, or is written in a way that has no place for a key.
    """
    mapping = _at(reading.data, path)
    place = place_at(reading, path)
    if not isinstance(mapping, Mapping) or place is None:
        raise NoPlace(f"`{'.'.join(map(str, path))}` is not a mapping, so nothing can be added.")
    text = reading.lines.text
    before = mapping.place(after) or (mapping.place(list(mapping)[-1]) if mapping else None)
    if text[place[2] : place[2] + 1] == "{":
        return _in_braces(text, place[3], before, f"{key}: {in_flow(value)}")
    if before is None:
        raise NoPlace(f"`{'.'.join(map(str, path))}` is empty, and is not written in braces.")
    column = before[0] - (text.rfind("\n", 0, before[0]) + 1)
    if text[before[0] - column : before[0]].strip():
        raise NoPlace("The line above begins with something other than its key.")
    end = _end_of_lines(text, before[1], before[3], column)
    return _lines_put(text, end, block_of(key, value, column, in_braces=in_braces))


def key_filled(reading: Reading, path: Path, key: str, value: Authored) -> TextEdit:
    """Return the edit that puts a key below one that is empty.

    Raises:
        NoPlace: The path leads nowhere, or into braces.
    """
    place = place_at(reading, path)
    text = reading.lines.text
    if place is None or _is_within_braces(text, path, reading):
        raise NoPlace(f"`{'.'.join(map(str, path))}` has no place for `{key}`.")
    column = place[0] - (text.rfind("\n", 0, place[0]) + 1)
    end = text.find("\n", place[1])
    return _lines_put(text, len(text) if end < 0 else end + 1, block_of(key, value, column + 2))


def _lines_put(text: str, at: int, lines: list[str]) -> TextEdit:
    """Return the edit that puts lines before another, with the line ends of the text."""
    newline = "\r\n" if "\r\n" in text else "\n"
    broken = "" if at == 0 or text[at - 1] == "\n" else newline
    return TextEdit(at, at, broken + "".join(f"{line}{newline}" for line in lines))


def value_replaced(reading: Reading, path: Path, value: Authored) -> TextEdit:
    """Return the edit that puts a value in the place of the one at a path.

    Raises:
        NoPlace: The path leads nowhere.
    """
    place = place_at(reading, path)
    if place is None:
        raise NoPlace(f"`{'.'.join(map(str, path))}` is not there.")
    text = reading.lines.text
    start, end = place[2], place[3]
    end = start + len(text[start:end].rstrip())
    if isinstance(value, str) and not _is_within_braces(text, path, reading):
        said = scalar(value)
    else:
        said = in_flow(value)
    gap = " " if start and text[start - 1] == ":" else ""
    return TextEdit(start, end, gap + said)


def key_renamed(reading: Reading, path: Path, pairs: dict[str, Authored]) -> TextEdit:
    """Return the edit that puts other keys, with their values, in the place of a key.

    Args:
        reading: The text as it was read.
        path: The keys that lead to the key, which is there.
        pairs: What takes its place.

    Raises:
        NoPlace: The path leads nowhere.
    """
    place = place_at(reading, path)
    if place is None:
        raise NoPlace(f"`{'.'.join(map(str, path))}` is not there.")
    text = reading.lines.text
    end = max(place[1] + 1, place[2] + len(text[place[2] : place[3]].rstrip()))
    braces = _is_within_braces(text, path, reading)
    column = place[0] - (text.rfind("\n", 0, place[0]) + 1)
    newline = "\r\n" if "\r\n" in text else "\n"
    joint = ", " if braces else f"{newline}{' ' * column}"
    said = (
        f"{key}: {in_flow(one) if braces or not isinstance(one, str) else scalar(one)}"
        for key, one in pairs.items()
    )
    return TextEdit(place[0], end, joint.join(said))


def _is_within_braces(text: str, path: Path, reading: Reading) -> bool:
    """Return whether a value is inside braces or brackets, where commas and colons mean more."""
    for length in range(len(path)):
        place = place_at(reading, path[:length])
        if place is not None and text[place[2] : place[2] + 1] in {"{", "["}:
            return True
    return False


def _in_braces(
    text: str, end: int, before: tuple[int, int, int, int] | None, pair: str
) -> TextEdit:
    if before is None:
        brace = text.rindex("}", 0, end)
        return TextEdit(brace, brace, pair)
    at = max(before[1] + 1, before[3])
    at = len(text[:at].rstrip())
    return TextEdit(at, at, f", {pair}")


def _end_of_lines(text: str, key_end: int, value_end: int, column: int) -> int:
    """Return the offset behind the lines of an entry and the comments that are its own."""
    end = max(key_end, value_end)
    end = key_end + len(text[key_end:end].rstrip())
    line_end = text.find("\n", end)
    at = len(text) if line_end < 0 else line_end + 1
    while at < len(text):
        line = text[at : text.find("\n", at) + 1 or len(text)]
        said = line.lstrip(" ")
        if not said.startswith("#") or len(line) - len(said) <= column:
            break
        at += len(line)
    return at


def block_of(key: str, value: Authored, column: int, *, in_braces: bool = False) -> list[str]:
    """Return a key with its value as lines.

    Args:
        key: The key.
        value: What it holds.
        column: How many spaces are before it.
        in_braces: Whether a value that is a mapping is written in braces, on the line of its key.
    """
    indent = " " * column
    if isinstance(value, dict) and not in_braces:
        inner = [line for name, one in value.items() for line in block_of(name, one, column + 2)]
        return [f"{indent}{key}:", *inner] if inner else [f"{indent}{key}: {{}}"]
    return [f"{indent}{key}: {scalar(value) if isinstance(value, str) else in_flow(value)}"]


def record_at(data: object, path: Path) -> Mapping:
    """Return the mapping at a path of plain data; an empty one where there is none."""
    found = _at(data, path)
    return found if isinstance(found, Mapping) else Mapping()


def _at(data: object, path: Path) -> object:
    for step in path:
        if not isinstance(data, Mapping) or step not in data:
            return None
        data = data[str(step)]
    return data


def place_at(reading: Reading, path: Path) -> tuple[int, int, int, int] | None:
    """Return the offsets where the key at a path starts and ends, and its value; None if none."""
    value, place = reading.data, (*reading.bounds, *reading.bounds)
    for step in path:
        if not isinstance(value, Mapping):
            return None
        found = value.place(str(step))
        if found is None:
            return None
        place, value = found, value[str(step)]
    return place
