"""Says what a party calls a red line, and calls so no longer, between two states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.deeds import firmness
from positions.sentences.changes import red_line_change
from positions.sentences.english import ended, sentence
from positions.sentences.reasons import Reason
from positions.sentences.voices import branch_name, speaker
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.model.dossier import Position
    from positions.record.settle import Standing
    from positions.sentences.glossary import Glossary
    from positions.sentences.names import Name

__all__ = [
    "new_red_lines",
    "red_line_reason",
    "red_line_words",
    "red_lines_on",
    "unreported_red_line",
]


def red_lines_on(titles: Sequence[str]) -> str:
    """Return on which of many issues there are red lines: `, with red lines on pay and seat`."""
    lines = "a red line" if len(titles) == 1 else "red lines"
    return f", with {lines} on {listed(titles)}" if titles else ""


def new_red_lines(
    words: Glossary, standing: Standing, before: Standing | None = None
) -> tuple[str, ...]:
    """Return what a party calls a red line, and did not before: all that it says, or options."""
    old = firmness(before.position) if before and before.speaks else ()
    new = [label for label in firmness(standing.position) if label not in old]
    if not new:
        return ()
    whose = speaker(words, standing)
    name = whose.name
    calls = "called" if whose.whose.older else name.verb("calls", "call")
    if whose.whose.reported:
        be = ("was", "were") if whose.whose.older else ("is", "are")
        calls = f"{name.verb(*be)} reported to call"
    document = standing.words[0].document
    return tuple(
        sentence(
            f"{f'under {branch_name(words, document, label)}, ' if label else ''}"
            f"{name.verb('it', 'they')} {calls} this a red line"
        )
        for label in new
    )


def red_line_reason(
    words: Glossary, before: Standing, after: Standing, late: str = "", recorded_of: str = ""
) -> Reason:
    """Return what a party calls a red line now, or no longer: all it says, or an option of it."""
    name, old, new = words.names[after.party], before.position, after.position
    head = words.issue(after.issue, after.part).head
    found = [
        f"under {branch_name(words, after.words[0].document, label)}, "
        f"{red_line_words(name, one, late, day=recorded_of)}"
        for label, one in new.alternatives.items()
        if old.alternatives.get(label, one).red_line is not one.red_line
    ]
    whole = red_line_words(name, new, late, day=recorded_of)
    return Reason(head, tuple(map(ended, found or [whole])))


def red_line_words(name: Name, position: Position, late: str = "", day: str = "") -> str:
    """Return what a party calls a red line, or no longer; of a day, how that is recorded now."""
    if day:
        how = "now" if position.red_line else "no longer"
        return f"what {name.text} said on {day} is {how} recorded as a red line"
    said = "red_line" in position.model_fields_set
    return red_line_change(name, red=position.red_line, said=said).told(name, late)


def unreported_red_line(
    words: Glossary, old: tuple[Standing, Position], new: tuple[Standing, Position]
) -> tuple[str, ...]:
    """Return what is known of a red line where a report follows the party's own words."""
    name = words.names[new[0].party]
    it = name.verb("it", "they")
    if old[1].red_line and not new[1].red_line:
        still = f"whether {it} still {name.verb('does', 'do')} is not reported"
        return (sentence(f"{it} called that a red line before; {still}"),)
    return new_red_lines(words, new[0], old[0])
