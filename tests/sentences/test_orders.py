"""In which order a party puts steps, and what waits for what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from positions.sentences.acts import Whose
from positions.sentences.clauses import Speaker
from positions.sentences.events import Happening
from positions.sentences.names import Name
from positions.sentences.orders import Edge, Joint, edges, loop, order

if TYPE_CHECKING:
    from collections.abc import Sequence

UKRAINE, RUSSIA = Speaker(Name.of("Ukraine")), Speaker(Name.of("Russia"))
ISLES = Speaker(Name.of("The Isles"))
CEASEFIRE, WITHDRAWAL = Happening("the ceasefire"), Happening("the withdrawal")
TALKS = Happening("talks on territory")
BEGINS = Happening("the ceasefire begins", clause=True)


def edges_of(found: Sequence[Edge]) -> str:
    (said,) = edges(found)
    return said


def loop_of(found: Sequence[Edge]) -> str:
    (said,) = loop(found)
    return said


def test_the_order_of_one_party() -> None:
    assert order(UKRAINE, [[CEASEFIRE], [TALKS]]) == (
        "Ukraine's order: the ceasefire, then talks on territory."
    )
    assert order(RUSSIA, [[CEASEFIRE], [], [WITHDRAWAL, TALKS]], "option 2") == (
        "Russia's order under option 2: the ceasefire, then the withdrawal and talks on territory "
        "together."
    )
    older = Speaker(RUSSIA.name, Whose(reported=True, older=True), "14 June 2024")
    assert (
        order(older, [[TALKS]]) == "Russia's order of 14 June 2024 (reported): talks on territory."
    )


def test_two_orders_that_are_opposed() -> None:
    found = (
        Edge(UKRAINE, CEASEFIRE, TALKS),
        Edge(RUSSIA, WITHDRAWAL, CEASEFIRE, first_whole="territory"),
    )
    assert edges_of(found) == (
        "Ukraine puts the ceasefire before talks on territory; Russia puts the withdrawal, a part "
        "of territory, before the ceasefire."
    )


def test_only_nouns_stand_around_before() -> None:
    assert edges_of([Edge(RUSSIA, BEGINS, TALKS)]) == (
        "Russia's order is: the ceasefire begins, then talks on territory."
    )
    assert edges_of([Edge(RUSSIA, BEGINS, TALKS, Joint.TOGETHER)]) == (
        "Russia's order is: the ceasefire begins, and at the same time talks on territory."
    )
    assert edges_of([Edge(RUSSIA, BEGINS, TALKS, Joint.NO_EARLIER)]) == (
        "Russia's order is: the ceasefire begins, and from then on talks on territory."
    )


def test_an_edge_says_on_whose_word_and_under_what() -> None:
    reported = Speaker(ISLES.name, Whose(reported=True), "1 June 2025")
    older = Speaker(RUSSIA.name, Whose(older=True), "1 June 2024")
    both = Speaker(RUSSIA.name, Whose(reported=True, older=True), "1 June 2024")
    assert edges_of([Edge(reported, CEASEFIRE, TALKS, Joint.TOGETHER)]) == (
        "The Isles are reported to put the ceasefire and talks on territory at the same time."
    )
    assert edges_of([Edge(older, CEASEFIRE, TALKS, Joint.NO_EARLIER, under="option 1")]) == (
        "Under option 1, on 1 June 2024 Russia put talks on territory no earlier than the "
        "ceasefire."
    )
    assert edges_of([Edge(both, CEASEFIRE, TALKS, second_whole="peace")]) == (
        "On 1 June 2024 Russia was reported to put the ceasefire before talks on territory, a part "
        "of peace."
    )


def test_steps_that_wait_for_each_other() -> None:
    assert loop_of(
        [Edge(UKRAINE, CEASEFIRE, TALKS), Edge(RUSSIA, TALKS, CEASEFIRE, Joint.TOGETHER)]
    ) == (
        "These wait for each other: the ceasefire (Ukraine: before talks on territory) and talks "
        "on territory (Russia: together with the ceasefire)."
    )


def test_a_long_loop_is_told_order_by_order() -> None:
    steps = [Happening(f"the ceasefire in the region that is number {one}") for one in range(6)]
    found = [Edge(UKRAINE, one, other) for one, other in pairwise(steps)]
    said = loop(found)
    assert len(said) == 5
    assert said[0] == (
        "Ukraine puts the ceasefire in the region that is number 0 before the ceasefire in the "
        "region that is number 1."
    )
