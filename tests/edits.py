"""Edits of a dossier's text as analysts make them, drawn by chance, for tests of merging.

Nothing here uses what it helps to test: the outline is found by indentation, and the merge of the
data is told by the path of each leaf.
"""

from __future__ import annotations

import random
import re
import subprocess
import textwrap
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from positions.loader import loads
from positions.problems.problem import has_errors
from positions.reading.reader import read
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = [
    "DOSSIERS",
    "Edits",
    "comments",
    "conflicts_in_data",
    "generated",
    "git_merge",
    "leaves",
    "merged_leaves",
    "resolved",
]

DOSSIERS = tuple(
    (ROOT / name).read_text("utf-8")
    for name in ("tests/dossiers/harbour.yaml", "tests/dossiers/istanbul-morning.yaml")
)
Path_ = tuple[str, ...]

_KEY = re.compile(r"^( *)([\w-]+|\"[^\"]*\"):(?= |$)[ ]*(.*)$")
_COMMENT = re.compile(r"(?:^ *|  )(#.*)$", re.MULTILINE)
_PROSE = ("title", "note", "paraphrase", "publisher", "provision", "disputed", "quote")


class Edits(NamedTuple):
    """A dossier, and what two analysts made of it at the same time."""

    base: str
    ours: str
    theirs: str


# -------------------------------------------------------------------------------- outline of a text


@dataclass(frozen=True)
class Spot:
    """An entry: its lines from `start` to before `end`, without the comments above it."""

    start: int
    end: int
    indent: int
    key: str
    value: str
    path: Path_

    @property
    def is_mapping(self) -> bool:
        return not self.value.split("  #")[0].strip() and self.end > self.start + 1


def outline(lines: list[str]) -> list[Spot]:
    """Return the entries of a well-kept dossier, outermost first."""
    found: list[tuple[int, int, str, str]] = []
    inside = -1
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or line.lstrip().startswith("#") or (0 <= inside < indent):
            continue
        inside = -1
        match = _KEY.match(line)
        if match:
            found.append((number, indent, match.group(2).strip('"'), match.group(3)))
            if match.group(3)[:1] in (">", "|"):
                inside = indent
    spots, path = [], dict[int, str]()
    for position, (start, indent, key, value) in enumerate(found):
        path = {column: name for column, name in path.items() if column < indent} | {indent: key}
        later = (at for at, column, *_ in found[position + 1 :] if column <= indent)
        end = next(later, len(lines))
        while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
            end -= 1
        spots.append(Spot(start, end, indent, key, value, tuple(path.values())))
    return spots


# ----------------------------------------------------------------------------------------- one edit


def change_figure(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """Another number, another day."""
    figures = list(re.finditer(r"\d+", lines[spot.start].split("  #")[0]))
    if spot.is_mapping or spot.key in (*_PROSE, "url", "format") or not figures:
        return None
    figure = chance.choice(figures)
    number = str(int(figure.group()) + chance.randint(1, 3)).rjust(len(figure.group()), "0")
    line = lines[spot.start]
    return [
        line[: figure.start()] + number + line[figure.end() :],
        *lines[spot.start + 1 : spot.end],
    ]


def change_words(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """Another word in a title, a note or a paraphrase."""
    if spot.key not in _PROSE:
        return None
    words = [
        (number, word)
        for number in range(spot.start, spot.end)
        for word in re.finditer(r"(?<= )[a-z]{4,}(?=[ ,.]|$)", lines[number])
    ]
    if not words:
        return None
    number, word = chance.choice(words)
    new = chance.choice(["perhaps", "reportedly", "formally", "jointly"])
    line = lines[number]
    changed = line[: word.start()] + new + line[word.end() :]
    return [*lines[spot.start : number], changed, *lines[number + 1 : spot.end]]


def rewrap(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """The same prose in lines of another length."""
    if not spot.value.startswith(">"):
        return None
    text = " ".join(line.strip() for line in lines[spot.start + 1 : spot.end])
    room = " " * (spot.indent + 2)
    wrapped = textwrap.wrap(
        text, chance.choice([50, 60, 72]), break_long_words=False, break_on_hyphens=False
    )
    return [lines[spot.start], *(f"{room}{line}" for line in wrapped)]


def requote(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """The same value in quotation marks, or without them."""
    value = spot.value.split("  #")[0].rstrip()
    if not re.fullmatch(r"\w[\w .]*", value) or spot.end > spot.start + 1:
        return None
    return [lines[spot.start].replace(f": {value}", f': "{value}"', 1)]


def remove(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """One entry less."""
    return [] if spot.indent else None


def add_field(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """A further field, or a comment with it."""
    if spot.key not in ("publisher", "topic", "party", "value", "title", "date") or spot.is_mapping:
        return None
    room = " " * spot.indent
    inside = spot.path[0] == "memoranda" and "positions" in spot.path
    key = chance.choice(["clause", "note"]) if inside else "note"
    given = {"clause": f"IV.{chance.randint(1, 9)}", "note": f"Added {chance.randint(1, 99)}."}
    return [*lines[spot.start : spot.end], f"{room}{key}: {given[key]}"]


def add_record(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """A further source, issue, event or position, made like the one before it."""
    if len(spot.path) < 2 or spot.path[0] in ("dossier", "parties", "memoranda"):
        return None
    if len(spot.path) != 2:
        return None
    name = f"{spot.key}-{chance.randint(2, 9_999)}"
    own = lines[spot.start : spot.end]
    return [*own, own[0].replace(spot.key, name, 1), *own[1:]]


def add_position(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """A position on an issue of which a memorandum says nothing yet."""
    if len(spot.path) != 4 or spot.path[2] != "positions":
        return None
    issues = [
        other for other in outline(lines) if other.path[:1] == ("issues",) and len(other.path) == 2
    ]
    taken = {other.key for other in outline(lines) if other.path[:3] == spot.path[:3]}
    free = [
        issue.key
        for issue in issues
        if issue.key not in taken
        and any("kind: duration" in line for line in lines[issue.start : issue.end])
    ]
    if not free:
        return None
    room = " " * spot.indent
    own = lines[spot.start : spot.end]
    return [*own, f"{room}{chance.choice(free)}:", f"{room}  value: {chance.randint(1, 40)} days"]


def comment_above(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """A comment of one line above an entry."""
    words = f"{' ' * spot.indent}# To be checked, {chance.randint(1, 10_000)}"
    return [words, *lines[spot.start : spot.end]]


def comment_behind(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """A comment at the end of an entry's line, or another one in its place."""
    if spot.value[:1] in (">", "|"):
        return None
    line = lines[spot.start].split("  #")[0].rstrip()
    if spot.end > spot.start + 1 and not spot.is_mapping:
        return None
    return [f"{line}  # as heard, {chance.randint(1, 10_000)}", *lines[spot.start + 1 : spot.end]]


def remark(lines: list[str], spot: Spot, chance: random.Random) -> list[str] | None:
    """A heading that stands by itself."""
    if spot.indent > 2:
        return None
    return [
        "",
        f"{' ' * spot.indent}# Part {chance.randint(1, 10_000)}",
        "",
        *lines[spot.start : spot.end],
    ]


_EDITS: tuple[tuple[int, Callable[[list[str], Spot, random.Random], list[str] | None]], ...] = (
    (6, change_figure),
    (6, change_words),
    (2, rewrap),
    (2, requote),
    (2, remove),
    (4, add_field),
    (4, add_record),
    (4, add_position),
    (3, comment_above),
    (3, comment_behind),
    (1, remark),
)


def _without_a_comment(lines: list[str], chance: random.Random) -> list[str]:
    alone = [number for number, line in enumerate(lines) if line.lstrip().startswith("#")]
    if not alone:
        return lines
    number = chance.choice(alone)
    return lines[:number] + lines[number + 1 :]


def _swapped(lines: list[str], chance: random.Random) -> list[str]:
    """Two neighbours in the other order."""
    spots = outline(lines)
    pairs = [
        (one, other)
        for one in spots
        for other in spots
        if one.end == other.start and one.path[:-1] == other.path[:-1] and one.indent
    ]
    if not pairs:
        return lines
    one, other = chance.choice(pairs)
    parts = lines[other.start : other.end] + lines[one.start : one.end]
    return lines[: one.start] + parts + lines[other.end :]


def _edited(text: str, chance: random.Random, focus: float | None) -> str:
    """Return a text after one to four edits, around a place in it (from 0 to 1) or anywhere."""
    lines = text.splitlines()
    for _ in range(chance.randint(1, 4)):
        if chance.random() < 0.03:
            lines = _swapped(lines, chance)
        if chance.random() < 0.05:
            lines = _without_a_comment(lines, chance)
        spots = outline(lines)
        spot, made = _one_edit(lines, spots, chance, focus)
        lines = lines[: spot.start] + made + lines[spot.end :]
    return "\n".join(lines) + "\n"


def _one_edit(
    lines: list[str], spots: list[Spot], chance: random.Random, focus: float | None
) -> tuple[Spot, list[str]]:
    """Return an entry, and the lines to stand in its place."""
    while True:
        edit = chance.choices([e for _, e in _EDITS], [weight for weight, _ in _EDITS])[0]
        if focus is None:
            spot = chance.choice(spots)
        else:
            at = round(chance.gauss(focus * len(spots), 4))
            spot = spots[min(max(0, at), len(spots) - 1)]
        made = edit(lines, spot, chance)
        if made is not None:
            return spot, made


def generated(seed: int) -> Edits:
    """Return two edits of a real dossier, both without a new error; always the same for a seed.

    In two of three cases both analysts work at the same place.
    """
    chance = random.Random(seed)
    base = DOSSIERS[seed % 12 == 0]
    focus = chance.random() if chance.random() < 2 / 3 else None
    return Edits(base, *(_sound(base, chance, focus) for _ in range(2)))


def _sound(base: str, chance: random.Random, focus: float | None) -> str:
    while True:
        text = _edited(base, chance, focus)
        if text != base and not has_errors(loads(text).problems):
            return text


# ------------------------------------------------------------------------ what a merge has to come to


_Leaves = dict[Path_, object]


@lru_cache(maxsize=8)
def leaves(text: str) -> _Leaves:
    """Return what stands at the path of each leaf of a text."""
    reading = read(text, "")
    assert not has_errors(reading.problems), reading.problems
    return dict(_flat((), reading.data))


def _flat(path: Path_, data: object) -> Iterator[tuple[Path_, object]]:
    if isinstance(data, dict) and data:
        for key, inner in data.items():
            yield from _flat((*path, key), inner)
    else:
        yield path, data


def conflicts_in_data(text: str, conflicts: tuple[Path_, ...]) -> tuple[Path_, ...]:
    """Return the conflicts of a merged text in which more than comments clash."""
    block = r"^<<<<<<< .*\n((?:.*\n)*?)=======\n((?:.*\n)*?)>>>>>>> "
    found = []
    for path, sides in zip(conflicts, re.findall(block, text, re.MULTILINE), strict=True):
        ours, theirs = (_COMMENT.sub("", side).split() for side in sides)
        if ours != theirs:
            found.append(path)
    return tuple(found)


def merged_leaves(edits: Edits, conflicts: tuple[Path_, ...], winner: str) -> _Leaves:
    """Return the leaves of a merge, the winner's at the conflicts and inside them."""
    base, ours, theirs = map(leaves, edits)
    won = ours if winner == "ours" else theirs
    found = {}
    for path in {**ours, **theirs}:
        if any(path[: len(conflict)] == conflict for conflict in conflicts):
            sides = won
        else:
            changed = ours.get(path, ...) != base.get(path, ...)
            sides = ours if changed else theirs
        if path in sides:
            found[path] = sides[path]
    return found


def comments(text: str) -> Counter[str]:
    """Return the comments of a text."""
    return Counter(_COMMENT.findall(text))


def resolved(text: str, winner: str) -> str:
    """Return a merged text with each conflict settled for one side, as an editor would."""
    kept, lines = True, []
    for line in text.splitlines(keepends=True):
        if line.startswith("<<<<<<< "):
            kept = winner == "ours"
        elif line == "=======\n":
            kept = winner == "theirs"
        elif line.startswith(">>>>>>> "):
            kept = True
        elif kept:
            lines.append(line)
    return "".join(lines)


def git_merge(edits: Edits, folder: Path) -> tuple[str, int]:
    """Return what git's own merge by lines makes of the edits, and how many conflicts it has."""
    paths = [folder / name for name in ("ours", "base", "theirs")]
    for path, text in zip(paths, (edits.ours, edits.base, edits.theirs), strict=True):
        path.write_text(text, "utf-8")
    done = subprocess.run(
        ["git", "merge-file", "-p", *map(str, paths)], capture_output=True, check=False
    )
    assert done.returncode < 128, done.stderr
    return done.stdout.decode(), done.returncode
