"""Hypothesis strategies: frames, and values as an analyst writes them, for every kind.

Figures are small and few on purpose, so that ends coincide, touch and nest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from positions.values import KINDS, Frame, Kind, Value
from positions.values.linear import LinearValue, LineKind
from positions.values.open_words import NO_WORDING
from positions.values.parsing import folded

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = [
    "CASES",
    "DATES",
    "DURATIONS",
    "EXCHANGES",
    "FRAMES",
    "LINE_KINDS",
    "QUANTITIES",
    "SCALES",
    "UNION_KINDS",
    "measurable_values",
    "plain_data",
    "union_of",
    "values",
]

OPTIONS = {"us-led": "Led by the US", "bilateral": "A bilateral centre", "un": "The UN", "no": "No"}
ITEMS = {"a": "A halt", "b": "A list: b", "c-d": "The third", "on": "Fourth {x}"}

CASES: dict[str, Kind[Any]] = {
    **KINDS,
    "ladder": KINDS["choice"],
    "deadline": KINDS["date"],
    "change": KINDS["quantity"],
}
"""What the laws are tried on: every kind, a choice whose options are ordered, a limit, a change."""

FRAMES: dict[str, Frame] = {
    "duration": Frame(),
    "quantity": Frame(unit="prisoners"),
    "exchange": Frame(unit="prisoners", between=("x", "y"), names=("Xenia", "Ypsilon")),
    "date": Frame(),
    "choice": Frame(options=OPTIONS),
    "checklist": Frame(items=ITEMS),
    "scale": Frame(ends=("No cap", "A cap on {all}")),
    "text": Frame(),
    "ladder": Frame(options=OPTIONS, ordered=True),
    "deadline": Frame(limit="maximum"),
    "change": Frame(unit="%"),
}
"""A frame for each case, as its issue would give it."""

LINE_KINDS = ("duration", "quantity", "date", "scale")
"""The kinds whose outcomes lie on a line."""

UNION_KINDS = (*LINE_KINDS, "deadline", "change", "exchange", "choice", "ladder")
"""The cases that read `a or b`."""

FIGURES = st.one_of(
    st.integers(0, 8).map(str),
    st.sampled_from(["0.5", "2.5", "1.1250", "1,000", "1,200.75", "2,000,000"]),
)
SCALED = st.sampled_from(["1 million", "100 billion", "1.5 million", "2.25 trillion"])
COMPARATORS = ("at least ", "more than ", "at most ", "less than ", "", "", "")


def _terms(figures: SearchStrategy[str], unit: SearchStrategy[str]) -> SearchStrategy[str]:
    about = st.sampled_from(["", "", "", "about "])
    single = (
        st.tuples(st.sampled_from(COMPARATORS), about, figures, unit)
        .filter(lambda parts: parts[0] != "less than " or parts[2] != "0")
        .map("".join)
    )
    span = st.tuples(st.integers(0, 8), st.integers(1, 4), unit, about).map(
        lambda t: f"{t[3]}{t[0]}-{t[0] + t[1]}{t[2]}"
    )
    return single | span


def _alternatives(terms: SearchStrategy[str]) -> SearchStrategy[str]:
    return st.lists(terms, min_size=1, max_size=3).map(" or ".join)


WORDS = st.sampled_from(["none", "unlimited", "unspecified", "to be agreed"])
DAYS = st.integers(1, 12).map(lambda day: f"2025-06-{day:02d}")

QUANTITIES = _alternatives(_terms(FIGURES, st.just("")) | WORDS | st.just("all")) | _alternatives(
    st.tuples(st.sampled_from(COMPARATORS), SCALED).map("".join)
)
CHANGES = _alternatives(
    st.tuples(
        st.sampled_from(["", "", "about ", "at least ", "at most ", "more than ", "less than "]),
        st.sampled_from(["-8", "-2.5", "-1", "0", "1", "2.5", "3", "100"]),
        st.sampled_from(["", " %"]),
    ).map("".join)
    | st.sampled_from(["-3 to -1", "-2 to 2 %", "0-3 %", "about -1 to 1", "all", "half"])
    | WORDS
)
DURATIONS = _alternatives(
    _terms(
        st.integers(0, 8).map(str) | st.sampled_from(["28", "31", "60"]),
        st.sampled_from([" hours", " days", " days", " weeks", " months", " years"]),
    )
    | WORDS
)
DATES = _alternatives(
    st.tuples(st.sampled_from(["", "by ", "from ", "before ", "after ", "about "]), DAYS).map(
        "".join
    )
    | st.tuples(DAYS, DAYS).map(lambda two: f"{min(two)}..{max(two)}")
    | st.tuples(
        st.sampled_from(["", "", "by ", "from ", "before ", "after ", "about "]),
        st.sampled_from(["2025-05", "2025-06", "2025-07", "2025", "2026", "Q2 2025", "H2 2025"]),
    ).map("".join)
    | st.sampled_from(["unspecified", "to be agreed", "2025-06..2025-08", "2024..2025"])
)
DEADLINES = _alternatives(
    DAYS
    | st.sampled_from(["2025", "2025-05", "2025-06", "Q2 2025", "2024..2025", "end of 2026"])
    | st.sampled_from(["no limit", "unspecified", "to be agreed", "about 2025-06-05"])
)
SCALES = _alternatives(
    _terms(st.sampled_from(["1", "2.5", "8", "50", "99", "100"]), st.just("")).filter(
        lambda text: text not in {"more than 100", "more than about 100"}
    )
    | st.sampled_from(["0", "90-100", "at least 0", "unspecified", "to be agreed", "about 0"])
)
_SIDES = _terms(st.integers(0, 3).map(str), st.just("")) | st.sampled_from(
    ["all", "none", "unspecified", "to be agreed"]
)
EXCHANGES = _alternatives(
    st.tuples(_SIDES, _SIDES).map(" for ".join) | _SIDES.map(lambda side: f"{side} each")
)
CHOICES = st.one_of(
    st.lists(st.sampled_from(sorted(OPTIONS)), min_size=1, max_size=4).map(" or ".join),
    st.sampled_from(sorted(OPTIONS)).map(lambda option: f"not {option}"),
    st.sampled_from(["not (un or no)", "neither un nor bilateral", "unspecified", "to be agreed"]),
)
LADDERS = st.one_of(
    CHOICES,
    st.tuples(st.sampled_from(["at least", "at most"]), st.sampled_from(sorted(OPTIONS))).map(
        " ".join
    ),
    st.sampled_from(["us-led to bilateral", "bilateral to no", "un to no", "us-led to no"]),
)


@st.composite
def _checklists(draw: st.DrawFn) -> object:
    stances = {item: draw(st.sampled_from(["demand", "refuse", ""])) for item in ITEMS}
    found = {
        key: [item for item, stance in stances.items() if stance == key]
        for key in ("demand", "refuse")
    }
    data = {key: items for key, items in found.items() if items}
    if not data:
        words = ["none", "all", "to be agreed", "unspecified", "a", {"only": ["a"]}]
        return draw(st.sampled_from(words))
    return data["demand"] if set(data) == {"demand"} else data


_WRITTEN: dict[str, SearchStrategy[object]] = {
    "duration": DURATIONS,
    "quantity": QUANTITIES,
    "exchange": EXCHANGES,
    "date": DATES,
    "choice": CHOICES,
    "checklist": _checklists(),
    "scale": SCALES,
    "text": st.text(min_size=1).filter(
        lambda text: any(map(str.isalnum, text)) and folded(text) not in NO_WORDING
    )
    | st.sampled_from(["Unspecified.", "to be agreed"]),
    "ladder": LADDERS,
    "deadline": DEADLINES,
    "change": CHANGES,
}


def plain_data(kind: str) -> SearchStrategy[object]:
    """Return data as a dossier may hold it: everything that the kind, or case, can read."""
    return _WRITTEN[kind]


def values(kind: str) -> SearchStrategy[Value]:
    """Return the values of a kind, under its frame in `FRAMES`."""
    return plain_data(kind).map(lambda data: CASES[kind].parse(data, FRAMES[kind]))


def measurable_values(kind: str) -> SearchStrategy[Value]:
    """Return the values for which the laws of the algebra hold."""
    return values(kind).filter(lambda value: value.measurable)


def union_of(kind: str, a: Value, b: Value) -> Value:
    """Return the value that admits what either admits (of a kind in `UNION_KINDS`)."""
    frame, reader = FRAMES[kind], CASES[kind]
    if isinstance(reader, LineKind) and isinstance(a, LinearValue) and isinstance(b, LinearValue):
        return reader.line((*a.terms, *b.terms), signed=kind == "change")
    if kind in {"choice", "ladder"}:
        parts = [
            option
            for option in frame.options
            if any(reader.meet([one, reader.parse(option, frame)], frame) for one in (a, b))
        ]
        texts = tuple(parts)
    else:
        texts = tuple(str(reader.plain(one, frame)) for one in (a, b))
    found: Value = reader.parse(" or ".join(texts), frame)
    return found
