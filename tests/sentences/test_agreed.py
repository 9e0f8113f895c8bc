"""What was agreed by whom, and what was delivered, told from the side of who counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from positions.sentences.agreed import (
    AgreedBy,
    Counter,
    agreed,
    agreed_by,
    by_accounts,
    delivered,
)
from positions.sentences.glossary import Glossary
from positions.sentences.issue_words import IssueWords
from positions.sentences.names import Name
from positions.sentences.position_words import PositionWords
from positions.sentences.voices import position_words
from positions.values import Frame
from tests.sentences.said import dossier_of

UKRAINE, RUSSIA = Name.of("Ukraine"), Name.of("Russia")
DEAD = IssueWords(
    "Return of the dead",
    Frame(unit="bodies"),
    verb="return",
    sides=(("russia", RUSSIA), ("ukraine", UKRAINE)),
)


def words_of(issue: str, value: str) -> tuple[IssueWords, PositionWords]:
    """Return what an issue is called, and what one party's value is."""
    dossier = dossier_of(issue, f"ukraine: {value}")
    words = Glossary(dossier)
    position = dossier.memoranda["paper-0"].positions["it"]
    return words.issue("it"), position_words(words, "it", "", position)


def agreed_on(issue: str, value: str) -> str:
    """Return what is said where one party's value is what was agreed."""
    return str(agreed(*words_of(issue, value), "Ukraine and Russia", "2 June 2025"))


def test_what_was_agreed_is_named_by_its_noun() -> None:
    rise = 'kind: quantity, unit: USD, noun: "a ratification bonus [of {value}]"'
    assert agreed_on(rise, "5000") == (
        "Agreed by Ukraine and Russia on 2 June 2025: a ratification bonus of USD 5,000."
    )
    assert agreed_on(rise, "none") == (
        "Agreed by Ukraine and Russia on 2 June 2025: no ratification bonus."
    )


def test_without_a_noun_the_title_stands_first() -> None:
    assert agreed_on("kind: duration", "3 years") == (
        "It: on 2 June 2025 Ukraine and Russia agreed on 3 years."
    )
    assert agreed_on("kind: duration", "{value: 3 years, scope: of new staff}") == (
        "It: on 2 June 2025 Ukraine and Russia agreed on 3 years (of new staff)."
    )
    exchange = "kind: exchange, unit: prisoners, between: [russia, ukraine]"
    assert agreed_on(exchange, "at least 1000 each") == (
        "It: on 2 June 2025 Ukraine and Russia agreed on at least 1,000 prisoners from each side."
    )
    noun = f'{exchange}, noun: "an exchange of prisoners[, {{value}}]"'
    assert agreed_on(noun, "all for all") == (
        "Agreed by Ukraine and Russia on 2 June 2025: an exchange of prisoners, all for all."
    )
    assert agreed_on(noun, "'6,000 for 0'") == (
        "It: on 2 June 2025 Ukraine and Russia agreed on 6,000 prisoners from Russia and none from "
        "Ukraine."
    )
    options = "kind: choice, options: {a: talks on peace, b: none of it}"
    assert agreed_on(options, "a") == (
        "It: on 2 June 2025 Ukraine and Russia agreed on “talks on peace”."
    )


def test_what_no_party_confirms_is_said_to_be_agreed() -> None:
    assert str(agreed(DEAD, PositionWords((), "all for all"), "", "2 June 2025")) == (
        "Return of the dead: all for all, said to be agreed on 2 June 2025."
    )


def test_all_are_counted_where_they_are_many() -> None:
    four = [Name.of(name) for name in "ABCD"]
    assert agreed_by(four, 4) == "all four"
    assert agreed_by(four[:3], 4) == "A, B and C"
    assert agreed_by([UKRAINE, RUSSIA], 2) == "Ukraine and Russia"


def test_accounts_that_differ_stand_side_by_side() -> None:
    accounts = [
        AgreedBy((UKRAINE,), PositionWords((), "6,000 bodies from each side")),
        AgreedBy((RUSSIA,), PositionWords((), "6,000 bodies from Russia and none from Ukraine")),
    ]
    assert by_accounts(DEAD, accounts, "2 June 2025").body == (
        "Agreed on 2 June 2025, by Ukraine's account: 6,000 bodies from each side; by Russia's: "
        "6,000 bodies from Russia and none from Ukraine."
    )
    sources = [
        AgreedBy((), PositionWords((), "all")),
        AgreedBy((RUSSIA, UKRAINE), PositionWords((), "some")),
    ]
    assert by_accounts(DEAD, sources, "2 June 2025").body == (
        "Agreed on 2 June 2025, by the sources: all; by Russia and Ukraine's account: some."
    )


def test_nothing_is_agreed_by_who_tells_of_none_of_it() -> None:
    truce = 'kind: duration, noun: "a truce [of {value}]"'
    words, none = words_of(truce, "none")
    accounts = [
        AgreedBy((UKRAINE,), none),
        AgreedBy((RUSSIA,), words_of(truce, "3 days")[1]),
    ]
    assert by_accounts(words, accounts, "2 June 2025").body == (
        "Agreed on 2 June 2025, by Ukraine's account: nothing; by Russia's: a truce of 3 days."
    )


def count(who: str, russia: str, ukraine: str, beside: str = "", day: str = "16 June 2025") -> str:
    name = {"russia": RUSSIA, "ukraine": UKRAINE, "icrc": Name.of("the ICRC"), "": None}[who]
    sides = {"russia": russia, "ukraine": ukraine}
    return delivered(
        DEAD,
        Counter(who, name, day),
        PositionWords((), ""),
        sides,
        {"russia": beside} if beside else {},
    ).body


@pytest.mark.parametrize(
    ("verb", "done"),
    [
        ("hand over", "handed over"),
        ("release", "released"),
        ("transfer", "transferred"),
        ("swap", "swapped"),
        ("deliver", "delivered"),
        ("supply", "supplied"),
        ("sell", "sold"),
    ],
)
def test_a_verb_has_its_participle(verb: str, done: str) -> None:
    said = delivered(
        replace(DEAD, verb=verb),
        Counter("russia", RUSSIA),
        PositionWords((), ""),
        {"russia": "3 bodies", "ukraine": "4 bodies"},
    )
    assert said.body == f"Russia counts 3 bodies {done} and 4 bodies received."


def test_a_delivery_is_told_from_the_side_of_who_counts() -> None:
    assert count("ukraine", "6,057 bodies", "unspecified") == (
        "Ukraine counts 6,057 bodies received by 16 June 2025 and does not say how many it "
        "returned."
    )
    assert count("russia", "6,060 bodies", "78 bodies") == (
        "Russia counts 6,060 bodies returned and 78 bodies received by 16 June 2025."
    )
    assert count("russia", "6,060 bodies", "unspecified") == (
        "Russia counts 6,060 bodies returned by 16 June 2025 and does not say how many it received."
    )
    assert count("russia", "unspecified", "unspecified") == (
        "Russia does not say how many were returned by 16 June 2025."
    )
    assert count("icrc", "6,060 bodies", "78 bodies") == (
        "The ICRC counts 6,060 bodies returned by Russia and 78 bodies by Ukraine."
    )


def test_a_count_that_none_disputes_has_no_counter() -> None:
    assert count("", "1,000 bodies", "1,000 bodies") == (
        "By 16 June 2025 each side had returned 1,000 bodies."
    )
    assert count("", "1,000 bodies", "none", "57 more than agreed") == (
        "By 16 June 2025 Russia had returned 1,000 bodies (57 more than agreed) and Ukraine none."
    )
    assert count("", "unspecified", "1,000 bodies", day="") == (
        "Ukraine had returned 1,000 bodies; how many Russia returned is not said."
    )
    assert count("", "1,000 bodies", "unspecified") == (
        "By 16 June 2025 Russia had returned 1,000 bodies; how many Ukraine returned is not said."
    )
    assert count("", "unspecified", "unspecified") == (
        "How many were returned by 16 June 2025 is not said."
    )


def test_what_is_no_exchange_is_delivered_by_someones_count() -> None:
    aid = IssueWords("Aid", Frame(unit="tonnes"))
    tonnes = PositionWords((), "300 tonnes")
    assert delivered(aid, Counter("russia", RUSSIA, "16 June 2025"), tonnes, None).body == (
        "Delivered by 16 June 2025, by Russia's count: 300 tonnes."
    )
    assert str(delivered(aid, Counter("", None), tonnes, None)) == "Aid: delivered: 300 tonnes."
