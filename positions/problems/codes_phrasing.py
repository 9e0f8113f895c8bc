"""The codes of titles, nouns and terms that make a bad sentence."""

from __future__ import annotations

from positions.problems.entry import Code, warning

__all__ = ["PHRASING"]

PHRASING: dict[str, Code] = {
    "title-is-no-name": warning(
        "A title is no name: it ends in a preposition or in *every*, begins with *to be*, or is a "
        "verb alone; or the title of an option or item has a semicolon, or a capital letter where "
        "its neighbours have none. Sentences begin with the title of an issue, and have those of "
        "options and items inside them.",
        "Write a name, in the case of running text; or add `noun:` for sentences alone.",
        "review: {topic: War, title: First review after, kind: duration}",
        "review: {topic: War, title: Time to the first review, kind: duration}",
    ),
    "noun-without-article": warning(
        "The noun of an issue has no article, and sentences put a verb before it.",
        "Write it as a sentence has it, with *a*, *an* or *the*.",
        "pause: {topic: War, title: Pause, kind: duration, noun: 'pause [of {value}]'}",
        "pause: {topic: War, title: Pause, kind: duration, noun: 'a pause [of {value}]'}",
    ),
    "noun-needs-value": warning(
        "The noun of an issue has `{value}` outside of brackets, and a position on it has no value "
        "to put there: it refuses any, leaves it to be agreed, or names none.",
        "Put in brackets what goes with the value: `a pause [of {value}]`.",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons, limit: maximum, "
        "noun: 'a limit of {value}'}",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons, limit: maximum, "
        "noun: 'a limit [of {value}]'}",
    ),
    "scope-repeats": warning(
        "A scope has no word that the value does not have, so that it limits nothing.",
        "Remove it, or say what it limits the value to.",
        "land: {value: ours, scope: ours}",
        "land: {value: ours, scope: the hill alone}",
    ),
    "term-repeats": warning(
        "A term names an event that the title of the option says already, so that sentences say it "
        "twice.",
        "Remove the term, or take the event out of the title.",
        "land: {value: theirs, after: [the-retreat]}",
        "truce: {value: 30 days, after: [the-retreat]}",
    ),
    "provision-reads-badly": warning(
        "A provision reads badly with a value that its issue can have: an article, or a "
        "preposition, is before a value that brings its own words; a word is there twice; or there "
        "is a place that nothing fills.",
        "Leave out what the value brings: a date has its preposition, `at least` its figure.",
        "opening: {topic: War, title: Opening of the gate, kind: date, "
        "provision: 'The gate opens on {value}.'}",
        "opening: {topic: War, title: Opening of the gate, kind: date, "
        "provision: 'The gate opens {value}.'}",
    ),
}
