"""The orders of steps of all parties as one drawing, in the languages of Mermaid and Graphviz.

A step on a loop has a thick border. An arrow leads from a step to what comes after it, with the
party on it; a dashed one to what starts with it, or to the whole of which it is a part; a line
without a head joins steps at the same time. Text of a dossier is data: no sign of it can end a
label, and none is a sign of either language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from positions.sequence.conflicts import OrderPlace
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.model.dossier import Dossier
    from positions.sequence.conflicts import Sequencing, StatedOrder, Step

__all__ = ["sequence_dot", "sequence_mermaid"]


class _Line(Enum):
    """How an edge is drawn: in Mermaid, and the attributes of it in Graphviz."""

    BEFORE = ("-->", "")
    LESSER = ("-.->", "style=dashed")
    TOGETHER = ("---", "dir=none, constraint=false")
    JOIN = ("---", "dir=none")


@dataclass(frozen=True, slots=True)
class _Edge:
    start: str
    end: str
    line: _Line
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Nodes with their titles, the names of those on a loop, points without a title, and edges."""

    titles: dict[str, str]
    looped: frozenset[str]
    points: tuple[str, ...]
    edges: tuple[_Edge, ...]


def sequence_mermaid(dossier: Dossier, sequencing: Sequencing) -> str:
    """Return the drawing as a Mermaid flowchart, ended by a newline."""
    drawing = _drawing(dossier, sequencing)
    lines = ["flowchart TD"]
    for name, title in drawing.titles.items():
        mark = ":::loop" if name in drawing.looped else ""
        lines.append(f'  {name}["{_mermaid(title)}"]{mark}')
    lines += [f'  {name}((" "))' for name in drawing.points]
    for edge in drawing.edges:
        label = f'|"{_mermaid(edge.label)}"|' if edge.label else ""
        lines.append(f"  {edge.start} {edge.line.value[0]}{label} {edge.end}")
    if drawing.looped:
        lines.append("  classDef loop stroke-width:4px")
    return "\n".join(lines) + "\n"


def sequence_dot(dossier: Dossier, sequencing: Sequencing) -> str:
    """Return the drawing as a Graphviz digraph, ended by a newline."""
    drawing = _drawing(dossier, sequencing)
    lines = [
        "digraph sequence {",
        f"  graph [label={_dot(dossier.header.title)}, labelloc=t];",
        "  node [shape=box];",
    ]
    for name, title in drawing.titles.items():
        mark = ", penwidth=3" if name in drawing.looped else ""
        lines.append(f"  {name} [label={_dot(title)}{mark}];")
    lines += [f'  {name} [shape=point, label=""];' for name in drawing.points]
    for edge in drawing.edges:
        attributes = [f"label={_dot(edge.label)}"] if edge.label else []
        attributes += [edge.line.value[1]] if edge.line.value[1] else []
        how = f" [{', '.join(attributes)}]" if attributes else ""
        lines.append(f"  {edge.start} -> {edge.end}{how};")
    return "\n".join([*lines, "}"]) + "\n"


def _mermaid(text: str) -> str:
    """Return a text as the inside of a quoted Mermaid label: punctuation by its number."""
    # A comma is the only mark that means nothing to Mermaid, nor to the Markdown in its labels.
    return "".join(
        f"#{ord(sign)};" if sign.isascii() and not sign.isalnum() and sign not in " ," else sign
        for sign in visible(text)
    )


def _dot(text: str) -> str:
    """Return a text as a quoted Graphviz string, in which nothing is an escape or an entity."""
    plain = visible(text).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{plain}"'


def _drawing(dossier: Dossier, sequencing: Sequencing) -> _Drawing:
    names = {one: f"s{number}" for number, one in enumerate(sequencing.steps)}
    points: list[str] = []
    edges = [
        edge
        for party in sequencing.parties
        for order in party.orders
        for edge in _edges(order, _label(dossier, order), names, points)
    ]
    edges += [
        _Edge(names[one], names[whole], _Line.LESSER, "part of")
        for one, wholes in sequencing.wholes.items()
        for whole in [whole for whole in wholes if whole in names][:1]
    ]
    found = [loop.orders for loop in (*sequencing.loops, *sequencing.contradictions)]
    found += [conflict.orders for conflict in sequencing.conflicts]
    looped = {
        names[one]
        for orders in found
        for order in orders
        for one in (order.before, order.after, order.stated_before, order.stated_after)
    }
    return _Drawing(
        {name: one.title for one, name in names.items()},
        frozenset(looped),
        tuple(points),
        tuple(dict.fromkeys(edges)),
    )


def _label(dossier: Dossier, order: StatedOrder) -> str:
    marks = [
        *(["older"] if order.older else []),
        *(["reported"] if order.reported else []),
        *(["inferred"] if order.inferred else []),
        *([f"under {order.branch.title}"] if order.branch else []),
        *(["starts with"] if order.place is OrderPlace.STARTS else []),
    ]
    name = dossier.parties[order.party].name
    return f"{name} ({', '.join(marks)})" if marks else name


def _edges(
    order: StatedOrder, label: str, names: dict[Step, str], points: list[str]
) -> Iterator[_Edge]:
    line = _Line.LESSER if order.place is OrderPlace.STARTS else _Line.BEFORE
    for place, group in enumerate(order.steps):
        for one, other in () if place in order.periods else pairwise(group):
            yield _Edge(names[one], names[other], _Line.TOGETHER, f"{label}, at the same time")
    groups = [group for group in order.steps if group]
    for before, after in pairwise(groups):
        starts = [names[one] for one in before]
        ends = [names[one] for one in after if one not in order.yields]
        yield from _between(starts, ends, line, label, points)


def _between(
    starts: Sequence[str], ends: Sequence[str], line: _Line, label: str, points: list[str]
) -> Iterator[_Edge]:
    """Yield the edges from each of some steps to each of others; by a point if that is fewer."""
    if len(starts) < 2 or len(ends) < 2:
        for start in starts:
            for end in ends:
                yield _Edge(start, end, line, label)
        return
    point = f"p{len(points)}"
    points.append(point)
    for start in starts:
        yield _Edge(start, point, _Line.JOIN, label)
    for end in ends:
        yield _Edge(point, end, line, label)
