"""How a position changed: one verb an act, the value first, and always the issue."""

from __future__ import annotations

import pytest

from positions.model.dossier import Blank, Position
from positions.sentences.acts import Whose
from positions.sentences.changes import PositionState, changed, no_longer
from positions.sentences.clauses import Speaker
from positions.sentences.glossary import Glossary
from positions.sentences.names import Name
from positions.sentences.voices import position_words
from tests.sentences.said import dossier_of

RISE = 'kind: quantity, unit: "%", noun: "a general wage increase [of {value}]"'
PAUSE = 'kind: duration, noun: "a pause [of {value}]"'
CEILING = 'kind: quantity, unit: men, limit: maximum, noun: "a ceiling [of {value}] on forces"'
FEE = 'kind: quantity, unit: EUR, limit: maximum, noun: "a fee [of {value}]"'
ITEMS = "kind: checklist, items: {a: an end of aid, b: a vote, c: a treaty}"
OPTIONS = "kind: choice, options: {lump: lump sums, formula: the formula of 2009}"
SWAP = "kind: exchange, unit: bodies, between: [russia, ukraine]"
EVENTS = """
events:
  swap: {title: The exchange of May, noun: the exchange of May}
"""


def change(
    issue: str,
    before: str,
    after: str,
    *,
    reported: bool = False,
    reach: str = "",
) -> str:
    dossier = dossier_of(issue, f"ukraine: {before}", f"russia: {after}", more=EVENTS)
    words = Glossary(dossier)

    def state(paper: str) -> PositionState:
        position = dossier.memoranda[paper].positions["it"]
        said = position_words(words, "it", "", position, ("ukraine",))
        strength, red = str(position.modality or ""), position.red_line
        return PositionState(position.value, said, strength, red, reach)

    speaker = Speaker(Name.of("Ukraine"), Whose(reported=reported))
    states = state("paper-0"), state("paper-1")
    kind = dossier.issues["it"].kind
    return str(changed(words.issue("it"), kind, [speaker], states))


@pytest.mark.parametrize(
    ("issue", "before", "after", "expected"),
    [
        (
            RISE,
            "46 %",
            "36 %",
            "Ukraine lowered its figure for a general wage increase from 46% to 36%.",
        ),
        (
            'kind: date, noun: "a vote [{value}]"',
            "by 2025-07-31",
            "2025-08-15",
            "Ukraine changed its date for a vote to 15 August 2025 (before, by 31 July 2025).",
        ),
        (
            'kind: date, noun: "a vote [{value}]"',
            "by 2025-07-31",
            "by 2025-12-31",
            "Ukraine changed its latest date for a vote from 31 July 2025 to the end of 2025.",
        ),
        (
            'kind: date, noun: "a vote [{value}]"',
            "2025-07-31",
            "by 2025-08-31",
            "Ukraine changed its date for a vote (now by 31 August 2025; before, 31 July 2025).",
        ),
        (
            'kind: date, noun: "a vote [{value}]"',
            "2025-08-15",
            "2025-09-15",
            "Ukraine changed its date for a vote from 15 August 2025 to 15 September 2025.",
        ),
        (
            PAUSE,
            "{value: 2 days, renewable: 2 days, modality: will not}",
            "{value: 2 days, renewable: true, modality: may}",
            "It: Ukraine now says only that it is renewable and now says “may” instead of “will not”.",
        ),
        (
            RISE,
            "9 %",
            "23 %",
            "Ukraine raised its figure for a general wage increase from 9% to 23%.",
        ),
        (
            PAUSE,
            "30 days",
            "{value: at least 30 days, renewable: 30 days}",
            "Ukraine widened its range for a pause from 30 days to at least 30 days and added a renewal by 30 days.",
        ),
        (
            PAUSE,
            "2-3 days",
            "24 or 48 hours",
            "Ukraine shortened its period for a pause from 2-3 days to 24 or 48 hours.",
        ),
        (
            "kind: duration",
            "2 days",
            "3 days",
            "It: Ukraine lengthened its period from 2 days to 3 days.",
        ),
        (
            CEILING,
            "no limit",
            "600000",
            "Ukraine no longer rejects any ceiling on forces: it wants one of 600,000 men.",
        ),
        (CEILING, "600000", "no limit", "Ukraine now rejects any ceiling on forces."),
        (
            FEE,
            "{value: 10, scope: lorries of more than seven tonnes, conditions: [the end of the works on the bridge]}",
            "{value: 12, until: the opening of the tunnel below the river, conditions: [the approval of the council of the city, the publication of the accounts of the port]}",
            (
                "Ukraine raised its figure for a fee from EUR 10 to EUR 12, no longer says “lorries of more than seven tonnes” and now says that it lasts until the opening of the tunnel below the river. "
                "It added conditions: the approval of the council of the city and the publication of the accounts of the port, and no longer mentions a condition: the end of the works on the bridge."
            ),
        ),
        (FEE, "10", "no limit", "Ukraine changed its position on a fee from EUR 10 to no limit."),
        (FEE, "no limit", "10", "Ukraine changed its position on a fee from no limit to EUR 10."),
        (
            CEILING,
            "600000",
            "to be agreed",
            "Ukraine now leaves the ceiling on forces to be agreed.",
        ),
        (
            CEILING,
            "to be agreed",
            "600000",
            "Ukraine no longer leaves the ceiling on forces to be agreed: it wants one of 600,000 men.",
        ),
        (
            CEILING,
            "unspecified",
            "600000",
            "Ukraine now names a figure for the ceiling on forces: 600,000 men.",
        ),
        (
            CEILING,
            "600000",
            "unspecified",
            "Ukraine no longer names a figure for the ceiling on forces.",
        ),
        (ITEMS, "unspecified", "[b]", "It: Ukraine now specifies it: a vote."),
        (ITEMS, "[b]", "unspecified", "It: Ukraine no longer specifies it."),
        (
            ITEMS,
            "[a, b]",
            "[b, c]",
            "It: Ukraine added a treaty and no longer mentions an end of aid.",
        ),
        (
            ITEMS,
            "{demand: [a], refuse: [b]}",
            "{demand: [a], refuse: [c]}",
            "It: Ukraine now rejects a treaty, and no longer mentions a vote, which it had rejected.",
        ),
        (
            ITEMS,
            "{demand: [a], refuse: [b]}",
            "{demand: [b], refuse: [a]}",
            "It: Ukraine now rejects an end of aid, and now wants a vote, which it had rejected.",
        ),
        (OPTIONS, "lump", "lump or formula", "It: Ukraine now accepts “the formula of 2009” too."),
        (
            OPTIONS,
            "lump or formula",
            "lump",
            "It: Ukraine changed from “lump sums” or “the formula of 2009” to “lump sums”.",
        ),
        (
            f'{OPTIONS}, noun: "a way of counting [, {{value}}]"',
            "lump",
            "formula",
            "Ukraine changed its choice of the way of counting from lump sums to the formula of 2009.",
        ),
        (
            f"{OPTIONS}, noun: the increase",
            "lump",
            "formula",
            "Ukraine changed from lump sums to the formula of 2009.",
        ),
        (
            RISE,
            "{value: 2 %, red_line: true}",
            "3 %",
            "Ukraine raised its figure for a general wage increase from 2% to 3% and no longer mentions a red line.",
        ),
        (
            RISE,
            "2 %",
            "{value: 3 %, red_line: true}",
            "Ukraine raised its figure for a general wage increase from 2% to 3% and now calls this a red line.",
        ),
        (
            OPTIONS,
            "lump",
            "formula",
            "It: Ukraine changed from “lump sums” to “the formula of 2009”.",
        ),
        (
            "kind: scale, ends: [it may advise, it decides alone]",
            "'80'",
            "'65'",
            "It: Ukraine lowered its figure from 80 to 65, toward “it may advise”.",
        ),
        (
            SWAP,
            "'1,000 for 1,000'",
            "'6,000 for 0'",
            "It: Ukraine changed its figures from 1,000 for 1,000 to 6,000 for 0.",
        ),
        ("kind: text", "Peace now.", "Peace later.", "It: Ukraine reworded its text."),
        (
            "kind: text",
            "{value: Peace now., modality: shall}",
            "{value: Peace later., modality: should}",
            "It: Ukraine reworded its text and softened its words from “shall” to “should”.",
        ),
        (
            PAUSE,
            "2 days",
            "{value: 2 days, after: [swap]}",
            "It: Ukraine added that it comes after the exchange of May.",
        ),
        (
            PAUSE,
            "{value: 2 days, conditions: [swap], renewable: true}",
            "{value: 2 days, conditions: none}",
            "It: Ukraine no longer mentions the renewal, now says that there are no conditions and dropped a condition: the exchange of May.",
        ),
        (
            PAUSE,
            "{value: 2 days, conditions: none, renewable: 2 days}",
            "{value: 2 days, renewable: 3 days}",
            "It: Ukraine changed the renewal from 2 days to 3 days and no longer says that there are no conditions.",
        ),
        (
            PAUSE,
            "{value: 2 days, renewable: false}",
            "2 days",
            "It: Ukraine no longer says that it is not renewable.",
        ),
        (
            PAUSE,
            "2 days",
            "{value: 2 days, renewable: false}",
            "It: Ukraine added that it is not renewable.",
        ),
        (
            PAUSE,
            "2 days",
            "{value: 2 days, scope: those aged 18 to 25}",
            "It: Ukraine limited it to those aged 18 to 25.",
        ),
        (
            PAUSE,
            "{value: 2 days, scope: strikes}",
            "{value: 2 days, scope: raids}",
            "It: Ukraine now says “raids” instead of “strikes”.",
        ),
        (
            PAUSE,
            "2 days",
            "{value: 2 days, scope: at sea}",
            "It: Ukraine now says “at sea”.",
        ),
        (
            PAUSE,
            "{value: 2 days, scope: strikes}",
            "2 days",
            "It: Ukraine no longer says “strikes”.",
        ),
        (
            PAUSE,
            "{value: 2 days, starts: swap}",
            "{value: 2 days, until: swap}",
            "It: Ukraine no longer counts it from the exchange of May and now says that it lasts until the exchange of May.",
        ),
        (
            PAUSE,
            "2 days",
            "{value: 2 days, starts: swap}",
            "It: Ukraine now counts it from the exchange of May.",
        ),
        (
            PAUSE,
            "{value: 2 days, modality: shall}",
            "{value: 2 days, modality: should}",
            "It: Ukraine softened its words from “shall” to “should”.",
        ),
        (PAUSE, "2 days", "{value: 2 days, by: [russia]}", "It: Ukraine now names Russia to act."),
        (
            PAUSE,
            "{value: 2 days, by: [russia]}",
            "2 days",
            "It: Ukraine no longer names Russia to act.",
        ),
    ],
)
def test_a_change_has_one_verb_an_act(issue: str, before: str, after: str, expected: str) -> None:
    assert change(issue, before, after) == expected


def test_items_of_which_a_later_text_says_nothing_are_neither_dropped_nor_taken_back() -> None:
    was, now = "{demand: [a], refuse: [b]}", "{demand: [c]}"
    assert change(ITEMS, was, now) == (
        "It: Ukraine added a treaty; no longer mentions an end of aid; and no longer mentions a "
        "vote, which it had rejected."
    )
    assert change(ITEMS, was, now, reach="was read") == (
        "It: Ukraine added a treaty; no longer mentions an end of aid; and no longer mentions a "
        "vote, which it had rejected (as far as its text was read)."
    )
    assert change(ITEMS, was, now, reported=True) == (
        "It: Ukraine is reported to have added a treaty; no longer mentioned an end of aid; and no "
        "longer mentioned a vote, which it had rejected."
    )


def test_a_reported_change_is_reported() -> None:
    assert change(RISE, "46 %", "36 %", reported=True) == (
        "Ukraine is reported to have lowered its figure for a general wage increase from 46% to "
        "36%."
    )


def test_several_parties_that_did_the_same_are_one_line() -> None:
    dossier = dossier_of("kind: duration", "ukraine: 6 years", "russia: 3 years")
    words = Glossary(dossier)
    states = [
        PositionState(
            dossier.memoranda[paper].positions["it"].value,
            position_words(words, "it", "", dossier.memoranda[paper].positions["it"]),
        )
        for paper in ("paper-0", "paper-1")
    ]
    speakers = [Speaker(Name.of(name)) for name in ("Ford", "General Motors", "Stellantis")]
    assert str(changed(words.issue("it"), "duration", speakers, (states[0], states[1]))) == (
        "It: Ford, General Motors and Stellantis shortened their periods from 6 years to 3 years."
    )
    elders = [Speaker(Name.of("the Elders", plural=True))]
    assert str(changed(words.issue("it"), "duration", elders, (states[0], states[1]))) == (
        "It: the Elders shortened their period from 6 years to 3 years."
    )


def test_what_a_newer_text_leaves_out_is_no_longer_mentioned() -> None:
    dossier = dossier_of(PAUSE, "ukraine: 30 days")
    words = Glossary(dossier)
    said = position_words(
        words, "it", "", dossier.memoranda["paper-0"].positions["it"], ("ukraine",)
    )
    speaker = Speaker(Name.of("Ukraine"))
    assert str(no_longer(words.issue("it"), speaker, said)) == (
        "Ukraine's new text no longer mentions a pause of 30 days."
    )
    struck = position_words(words, "it", "", Position(blank=Blank.DELETED), ("ukraine",))
    assert struck.bare == "struck"
    states = (
        PositionState(dossier.memoranda["paper-0"].positions["it"].value, said),
        PositionState(None, struck),
    )
    assert str(changed(words.issue("it"), "duration", [speaker], states)) == (
        "Ukraine struck the pause."
    )
