"""Which titles, nouns and terms make a bad sentence, and which do it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.loader import Loaded


def said(loaded: Loaded) -> list[tuple[str, str]]:
    return [(one.code, f"{one.sentence} {one.suggestion}") for one in loaded.problems]


def test_a_title_is_a_name(loaded: Loaded) -> None:
    """
    issues:
      review: {topic: War, title: Starts, kind: duration}
      hours: {topic: War, title: Overtime is paid every, kind: duration}
      land:
        topic: War
        title: Land
        kind: choice
        options: {a: an end; at last, b: Peace in the land, c: Russian rule in the land, d: to be sold,
                  e: South alone}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {review: 2 days, land: e}}
    """
    assert said(loaded) == [
        (
            "title-is-no-name",
            (
                "The title is no name, and sentences begin with it. It reads: Starts: North wants 2 days. "
                "Write a name, such as `Time to the first review`."
            ),
        ),
        (
            "title-is-no-name",
            (
                "The title is no name, and sentences begin with it. Write a name, such as `Time to the "
                "first review`."
            ),
        ),
        *(
            (
                "title-is-no-name",
                (
                    f"The title {why}, and stands inside sentences. Mend it, or write `noun:` beside "
                    "`title:`."
                ),
            )
            for why in ("has a semicolon", "begins with a capital letter", "is no name")
        ),
    ]


def test_a_noun_has_its_article(loaded: Loaded) -> None:
    """
    issues:
      a: {topic: War, title: A, kind: duration, noun: "ceasefire of troops [of {value}]"}
      b: {topic: War, title: B, kind: duration, noun: "monitoring of troops [for {value}]"}
      c: {topic: War, title: C, kind: duration, noun: "working groups on troops"}
      d: {topic: War, title: D, kind: duration, noun: "the end of it"}
    memoranda:
      n: {party: north, form: statement, date: 2025-06-01, sources: [paper], positions: {a: 2 days}}
    """
    assert said(loaded) == [
        (
            "noun-without-article",
            (
                "The noun has no article. It reads: North wants ceasefire of troops of 2 days. Write it "
                "as a sentence has it: `a ceasefire of troops`."
            ),
        )
    ]


def test_a_value_that_may_be_missing_stands_in_brackets(loaded: Loaded) -> None:
    """
    issues:
      a: {topic: War, title: Army, kind: quantity, unit: men, limit: maximum, noun: "a limit of {value}"}
      b: {topic: War, title: Navy, kind: quantity, unit: men, limit: maximum, noun: "a limit of {value}"}
    memoranda:
      n:
        party: north
        form: statement
        date: 2025-06-01
        sources: [paper]
        positions: {a: no limit, b: 30}
      s: {party: south, form: statement, date: 2025-06-01, sources: [paper], positions: {a: to be agreed}}
    """
    assert said(loaded) == [
        (
            "noun-needs-value",
            (
                "The noun has its value outside of brackets, and a position has none. It reads: Army: "
                "North wants no limit. Put what goes with the value in brackets: `[…]`."
            ),
        )
    ]


def test_terms_that_the_value_says_already(loaded: Loaded) -> None:
    """
    events: {pause: {title: The pause begins}, retreat: {title: The retreat, noun: the retreat}}
    issues:
      land: {topic: War, title: Land, kind: choice, options: {a: talks after the pause, b: no talks}}
      sea:
        topic: War
        title: Sea
        kind: choice
        options: {a: {title: talks after the pause, noun: talks at sea}}
        reference_point: {value: a, scope: talks, sources: [paper]}
    memoranda:
      n:
        party: north
        form: statement
        date: 2025-06-01
        sources: [paper]
        positions: {land: {value: a, scope: the talks, after: [retreat, pause]}, sea: {value: a, after: [pause]}}
    outcomes:
      deal: {issue: land, date: 2025-06-02, value: b, scope: no talks, sources: [paper]}
    """
    repeats = "The scope says no more than the value, so that sentences leave it out. It reads:"
    remove = "Remove it, or say what it limits."
    before = "The title of the option says already what the term says comes before."
    talks = "Land: North's position is “talks after the pause” after the retreat and once the pause begins."
    assert said(loaded) == [
        ("scope-repeats", f"{repeats} Sea: North wants talks at sea. {remove}"),
        ("term-repeats", f"{before} It reads: {talks} Remove it from one of the two."),
        ("scope-repeats", f"{repeats} {talks} {remove}"),
        ("scope-repeats", f"{repeats} Land: North's position is “no talks”. {remove}"),
    ]
