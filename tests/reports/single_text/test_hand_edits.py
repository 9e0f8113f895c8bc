"""Is everything of substance that someone edits by hand named, and nothing of form?"""

from __future__ import annotations

import html.entities
import os
import random
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

import positions
from positions.analysis.single_text.merge import single_text
from positions.model.moment import Moment
from positions.reports.single_text.edits import HandEditKind, hand_edits
from positions.reports.single_text.markdown import single_text_markdown
from tests.paths import ROOT
from tests.random_talks import random_talks

if TYPE_CHECKING:
    from collections.abc import Callable

EDITS = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 10
"""How many edits of each kind are tried; `make fuzz` tries more."""


@cache
def shipped() -> str:
    dossier = positions.load(ROOT / "data" / "positions.yaml").dossier
    assert dossier is not None
    moment = Moment.parse("2025-06-02")
    return single_text_markdown(single_text(positions.compare(dossier, as_of=moment), dossier))


@cache
def drawn(seed: int) -> str:
    dossier = random_talks(seed)
    return single_text_markdown(single_text(positions.compare(dossier), dossier))


def said(expected: str, edited: str) -> list[str]:
    return [f"{one.place} ({one.kind}): {one.sentence}" for one in hand_edits(expected, edited)]


def test_each_kind_of_edit_is_named() -> None:
    text = shipped()
    assert said(text, text) == []
    assert said(text, text.replace("[UA said: at least] 30", "at least 30")) == [
        "1.4 (without its bracket): [UA said: “at least”] is without its bracket."
    ]
    assert said(text, text.replace("Crimea: *no words.* — ", "Crimea: *no\n  words.* — ")) == []
    assert said(text, text.replace("[UA: , renewable by 30 days]", "")) == [
        "1.4 (lost): [UA: “, renewable by 30 days”] is not there."
    ]
    assert said(text, text.replace("[UA: , renewable", "[RU: , renewable")) == [
        "1.4 (given to another): [UA: “, renewable by 30 days”] is now in the bracket of RU."
    ]
    assert said(text, text.replace("renewable by 30 days]", "renewable by 60 days]")) == [
        "1.4 (changed): [UA: “, renewable by 30 days”] is now: “, renewable by 60 days”"
    ]
    assert said(text, text.replace("] 30 days[", "] 60 days[")) == [
        (
            "1.4 (plain words changed): Plain words changed: “The ceasefire lasts […] 30 days […] […] […]"
            " .” is now “The ceasefire lasts […] 60 days […] […] […] .”"
        )
    ]
    added = text.replace("**3.2**", "**3.9** Peace is made.\n\n**3.2**")
    assert said(text, added) == [
        "3.9 (words that no position has): No position has these words: “Peace is made.”"
    ]
    may = "Russia and Ukraine exchange prisoners in May, 1,000 prisoners from each side."
    assert said(text, text.replace(may, ""))[0].endswith(f"{may}” is now nothing")
    doubled = re.sub(r"(\*\*3\.1\*\*.*\n)", r"\1\n\1", text)
    assert said(text, doubled) == ["3.1 (words that no position has): 3.1 stands twice."]
    other = text.replace("<!-- eu-membership -->", "<!-- treaties -->")
    assert [one.split(": ")[1] for one in said(text, other)] == [
        "The comment behind the number has treaties, and not eu-membership."
    ]
    extra = text.replace("] 30 days[", "] 30 days[XX: and more][")
    assert said(text, extra) == [
        "1.4 (words that no position has): No position has these words: [XX: “and more”]"
    ]
    noted = text.replace("*RU: not seen.*", "*RU: agrees.*", 1)
    assert said(text, noted) == [
        "1.1 (note changed): A note changed: “RU: not seen.” is now “RU: agrees.”"
    ]
    gone = re.sub(r"\*\*3\.1\*\*.*\n", "", text)
    assert said(text, gone) == [
        (
            "3.1 (lost): The paragraph is not there: “[UA: Ukraine takes on no obligation to be "
            "neutral. | RU: Ukraine is neutral.]”"
        )
    ]
    annex = text.replace("[Medinsky: Scope: a list of 339", "[Medinsky: Scope: a list of 338")
    assert [one.place for one in hand_edits(text, annex)] == ["annex C, 5.7"]
    premise = text.replace("Where that border runs.", "Where the border runs.")
    assert [str(one.kind) for one in hand_edits(text, premise)] == ["plain words changed"]
    for pattern, place in (
        (r"- \*\*5\.7\*\* \[Zelensky: Scope: a list of nearly.*\n", "annex C, 5.7"),
        (r"† Disputed in 2\.5.*\n", "†"),
        (r"(?s)## Ledger.*", "title"),
        (r"(?s)## Annex B.*?(?=## )", "title"),
    ):
        assert [one.place for one in hand_edits(text, re.sub(pattern, "", text))] == [place]
    choice = re.sub(r"Alt\. [AB] (?=\[[A-Z]+: Foreign)", "", text)
    assert said(text, choice) == [
        "4.3 (changed): Of 2 wordings to choose from, 0 are marked as such."
    ]


FORMS = {
    "comments": (r" <!-- \S+ -->", ""),
    "bold": (r"\*\*(.*?)\*\*", r"\1"),
    "escaped": (r"(?<!\\)([\[\]])", r"\\\1"),
    "headings": (r"(?m)^## (.*)$", r"\1\n-----"),
    "dashes": (" — ", " -- "),
    "numbered": ("(?m)^- ", "1. "),
    "wrapped at a figure": ("June (2025[.]) ", r"June\n  \1 "),
    "preface": ("(?m)^(Names: .*)$", r"<!-- so -->\1"),
    "no blank lines between paragraphs": (r"\n\n(?=\*\*[0-9]|† )", r"\n"),
    "dashes without spaces": (" — ", "—"),
    "quotes": (r"(?m)^(\*\*3|## Article 3|† )", r"> \1"),
    "numbers with a full stop": (r"\*\*([0-9.]+)\*\*", r"**\1.**"),
    "names in full": (r"UA((?: said)?: (?!Ukraine;))", r"Ukraine\1"),
    "names": ("RU-1, RU-2([:.])", r"RU-2, RU-1\1"),
    "notes": (r"\*(UA: not seen\.) (RU: [^*]+)\*", r"*\2 \1*"),
    "one escaped": (r"\[UA: Ukr", r"\[UA: Ukr"),
    "emphasis": ("Ukraine is (neutral)", r"Ukraine is **\1**"),
    "no emphasis": (r"(?<![*\\])\*(?!\*)", ""),
    "angles": ("‹(.*?)›", r"<\1>"),
    "entities": ("[†‹›]", lambda sign: html.entities.codepoint2name[ord(sign[0])].join("&;")),
    "thousands": ("6,000 bodies", "6\u202f000 bodies"),
    "order": (r"(?s)(\*\*3\.4\*\*.*?)(\*\*3\.5\*\*.*?)(?=\*\*3\.6)", r"\2\1"),
    "line breaks": (r" — \*", "<br> — *"),
    "order of an annex": (r"(- \*\*5\.7\*\*.*\n)(- \*\*5\.7\*\*.*\n)", r"\2\1"),
    "a choice in lines": (
        r"(\[UA: Ukraine takes[^|]*) \| (RU: [^]]*\])",
        r"\n\n- Alt. A \1]\n- Alt. B [\2",
    ),
    "alternatives in a line": (
        r"\n\n- Alt\. A (\[UA: Foreign[^]]*)\]\n- Alt\. B \[",
        r" \1 | ",
    ),
    "neighbours": (r"(\[UA: \(a\) Outs.*\])(\n- )(\[RU.*)", r"\3\2\1"),
    "two of one party": (r"is a treaty\. \(c\)", "is a treaty.] [RU: (c)"),
}


@pytest.mark.parametrize(("pattern", "words"), FORMS.values(), ids=FORMS)
def test_how_an_editor_writes_markdown_is_form(
    pattern: str, words: str | Callable[[re.Match[str]], str]
) -> None:
    text = shipped()
    edited = re.sub(pattern, words, text)
    assert edited != text
    assert said(text, edited) == []
    assert said(text, edited.replace("then the return of the dead; ", "")) == [
        (
            "annex A, A3 (changed): [RU: “… collect the dead; then the return of the dead; then the signing "
            "of a…”] is now: “… collect the dead; then the signing of a memorandum on the ceasefire; then…”"
        )
    ]


def test_what_is_changed_around_the_paragraphs_is_named_too() -> None:
    text = shipped()
    added = text.replace("**3.1**", "All of this is agreed.\n\n**3.1**")
    assert said(text, added) == [
        (
            "Article 3. Alliances and guarantees (words that no position has): No position has "
            "these words: “All of this is agreed.”"
        )
    ]
    another = text.replace("**3.2**", "**3.99** [UA: Bees are kept.]\n\n**3.2**")
    assert said(text, another)[0].endswith("these words: “[UA: Bees are kept.]”")
    titled = text.replace("## Article 2. Territory", "## Article 2. Occupied territory")
    assert said(text, titled)[0] == (
        "title (changed): “Article 2. Territory” is now “Article 2. Occupied territory”"
    )
    renamed = said(text, text.replace("RU-1: Option 1, withdrawal", "RU-1: Option 1, surrender"))
    assert [one.partition(" (")[2].partition(")")[0] for one in renamed] == ["changed"]
    assert "surrender" in renamed[0]
    ledger = re.sub(r"(?m)^(\| 1\\\.1 \| )UA", r"\1RU", text)
    (row,) = said(text, ledger)
    assert row.startswith("Ledger (changed): “1.1|UA|")
    assert "is now “1.1|RU|" in row
    proposal = re.sub("‹(US said: [^›]*)›", r"[\1]", text, count=1)
    assert [one.partition(" is now")[2] for one in said(text, proposal)] == [
        " in the bracket of US said."
    ]
    turned = said(proposal, text)
    assert [one.partition(" is now")[2] for one in turned] == [" in the bracket of ‹US said›."]
    assert said(text, re.sub("‹US said: [^›]*›", "", text, count=1))[0].count("‹US said: “The") == 1
    unclosed = text.replace("Russian is an official language.]", "Russian is an official language.")
    assert "the bracket is not closed" in said(text, unclosed)[0]
    form = text.replace("| 1\\.1 | UA |", "|1.1|  UA  |").replace("**A working", "__A working")
    assert said(text, form) == []
    lost = said(text, re.sub(r"(?m)^Options: .*\n", "", text))
    assert [one.partition(")")[0].partition(" (")[2] for one in lost] == ["lost"]


def test_the_name_of_one_that_is_the_mark_of_another_stays_whose_it_is() -> None:
    text = (
        "Names: N: North, for whom D may speak; S: N.\n\n## Article 1. War\n\n**1.1** [N: 9][S: 8]"
    )
    assert said(text, text.replace("[N:", "[North:")) == []
    (given,) = said(text, text.replace("[S:", "[N:"))
    assert given == "1.1 (given to another): [S: “8”] is now in the bracket of N."


def test_what_was_moved_is_moved() -> None:
    text = shipped()
    line = next(one for one in text.splitlines() if one.startswith("**3.1**"))
    moved = text.replace(f"{line}\n\n", "").replace("**6.3**", f"{line}\n\n**6.3**")
    found = hand_edits(text, moved)
    sentence = "3.1 stands under “Article 6. Sanctions, assets and damage”."
    assert [(one.place, one.sentence) for one in found] == [("3.1", sentence)]
    assert found[0].kind is HandEditKind.MOVED
    item = "- [UA: (a) Outside states join the talks and back the deal.]\n"
    assert text.count(item) == 1
    other = text.replace(item, "").replace("**6.3**", f"**6.3** {item[2:-1]}")
    assert {one.kind for one in hand_edits(text, other)} == {HandEditKind.MOVED}
    places = "**1.1** Paid are [A: 30] of 60 and [B: 50] of 70."
    swapped = places.replace("30", "x").replace("50", "30").replace("x", "50")
    swapped = swapped.replace("A", "x").replace("B", "A").replace("x", "B")
    assert said(places, swapped) == ["1.1 (changed): The brackets stand in other places of it."]
    renumbered = hand_edits(text, text.replace("**3.1**", "**3.9**"))
    assert [one.sentence for one in renumbered] == ["3.1 is now 3.9."]


def body(text: str) -> tuple[str, list[str], str]:
    """Return what is before the articles, their lines, and what is after them."""
    head, mark, rest = text.partition("## Article")
    articles, end, tail = rest.partition("## Ledger")
    return head + mark, articles.split("\n"), end + tail


def lines_with(lines: list[str], pattern: str) -> list[int]:
    return [
        place
        for place, line in enumerate(lines)
        if re.match(r"\*\*[0-9]|\s*- ", line) and re.search(pattern, line)
    ]


def changed_line(
    text: str, chance: random.Random, pattern: str, act: Callable[[str, random.Random], str]
) -> str | None:
    head, lines, tail = body(text)
    found = lines_with(lines, pattern)
    if not found:
        return None
    place = chance.choice(found)
    new = act(lines[place], chance)
    if new == lines[place]:
        return None
    lines[place] = new
    return head + "\n".join(lines) + tail


INNER = r"(?<!\\)\[([^\[\]|:]+): ((?:\\.|[^\[\]\\|])*)\]"


def a_match(pattern: str, line: str, chance: random.Random) -> re.Match[str]:
    return chance.choice(list(re.finditer(pattern, line)))


def unbracket(line: str, chance: random.Random) -> str:
    found = a_match(INNER, line, chance)
    return line[: found.start()] + found[2] + line[found.end() :]


def drop(line: str, chance: random.Random) -> str:
    found = a_match(INNER, line, chance)
    return line[: found.start()] + line[found.end() :]


def swap(line: str, chance: random.Random) -> str:
    found = a_match(INNER, line, chance)
    return line[: found.start(1)] + f"{found[1]} and others" + line[found.end(1) :]


FIGURE = r"(?<=[a-z] )[0-9]+(?= [a-z])"


def figure(line: str, chance: random.Random) -> str:
    found = a_match(FIGURE, line, chance)
    return line[: found.start()] + str(int(found[0]) + 1) + line[found.end() :]


def word(line: str, chance: random.Random) -> str:
    found = a_match(r" [a-z]{3,} (?=[a-z])", line, chance)
    return line[: found.start()] + " never " + line[found.end() :]


SUBSTANCE: dict[str, tuple[str, Callable[[str, random.Random], str]]] = {
    "a bracket removed": (INNER, unbracket),
    "a bracket with its words removed": (INNER, drop),
    "a party swapped": (INNER, swap),
    "a figure changed": (FIGURE, figure),
    "a word changed": (r" [a-z]{3,} (?=[a-z])", word),
}


def doubled(line: str, chance: random.Random) -> str:
    found = a_match(r"(?<=\S) (?=\S)", line[4:], chance)
    return line[: found.start() + 4] + "  " + line[found.end() + 4 :]


def wrapped(line: str, chance: random.Random) -> str:
    found = a_match(r"(?<=\w) (?=\w)", line[4:], chance)
    return line[: found.start() + 4] + "\n  " + line[found.end() + 4 :]


FORM: dict[str, tuple[str, Callable[[str, random.Random], str]]] = {
    "a space doubled": (r"\S \S", doubled),
    "a line wrapped": (r".{6}\w \w", wrapped),
    "spaces at the end": (".", lambda line, _: f"{line}   "),
    "another sign of a list": (r"^\s*- ", lambda line, _: line.replace("- ", "* ", 1)),
    "an empty line more": (".", lambda line, _: f"\n{line}\n"),
    "a note set otherwise": (
        r"(?<![*\\])\*[^*]+\*$",
        lambda line, _: re.sub(r"(?<![*\\])\*([^*]+)\*$", r"_\1_", line),
    ),
    "another apostrophe": ("'", lambda line, _: line.replace("'", "’")),
    "a space before a bracket": (
        r"\w\[",
        lambda line, _: re.sub(r"(\w)\[", r"\1 [", line, count=1),
    ),
}


def texts() -> list[str]:
    return [shipped(), *map(drawn, range(40))]


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", SUBSTANCE)
def test_every_edit_of_substance_is_named(kind: str) -> None:
    chance = random.Random(kind)
    tried = 0
    for number in range(EDITS):
        text = shipped() if number % 2 else chance.choice(texts())
        edited = changed_line(text, chance, *SUBSTANCE[kind])
        if edited is not None:
            tried += 1
            assert {one.kind for one in hand_edits(text, edited)} - {HandEditKind.MOVED}, edited
    assert tried > EDITS / 3


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", FORM)
def test_no_edit_of_form_is_named(kind: str) -> None:
    chance = random.Random(kind)
    tried = 0
    for number in range(EDITS):
        text = shipped() if number % 2 else chance.choice(texts())
        edited = changed_line(text, chance, *FORM[kind])
        if edited is not None:
            tried += 1
            assert said(text, edited) == []
    assert tried > EDITS / 3


@pytest.mark.no_cover
def test_paragraphs_moved_at_random_are_moved_and_nothing_else() -> None:
    chance = random.Random(7)
    blocks = shipped().split("\n\n")
    for _ in range(15):
        source = chance.choice([n for n, one in enumerate(blocks) if re.match(r"\*\*[0-9]", one)])
        end = next(n for n in range(source + 1, len(blocks)) if not blocks[n].startswith("- "))
        rest = blocks[:source] + blocks[end:]
        target = chance.choice([n for n, one in enumerate(rest) if n and not one.startswith("- ")])
        rest[target:target] = blocks[source:end]
        found = hand_edits(shipped(), "\n\n".join(rest))
        assert {one.kind for one in found} <= {HandEditKind.MOVED}, blocks[source]
