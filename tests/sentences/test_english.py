"""The bricks: lists, numbers, names, nouns, case, events, and what is said of blanks."""

from __future__ import annotations

import pytest

from positions.model.dossier import Blank
from positions.sentences.blanks import Silence, silences
from positions.sentences.english import (
    among,
    counted,
    ended,
    grouped,
    possessive,
    pronoun,
    sentence,
)
from positions.sentences.events import Happening, once_all
from positions.sentences.lexicon import Lexicon
from positions.sentences.names import Name, own_name, subject
from positions.sentences.nouns import Noun, any_of, definite, without

FORD, GM, UAW = Name.of("Ford"), Name.of("General Motors"), Name.of("the UAW")


def test_a_long_list_is_counted_and_three_are_named() -> None:
    assert among(list("abcdefghij"), "conditions") == "ten conditions, among them a, b and c"
    assert among(list("abcdef"), "conditions") == "a, b, c, d, e and f"


def test_numbers_are_words_up_to_ten() -> None:
    said = [counted(one, "step") for one in (1, 2, 10, 11, 1200)]
    assert said == ["one step", "two steps", "ten steps", "11 steps", "1,200 steps"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the ceasefire holds", "The ceasefire holds."),
        ("“no war.”", "“no war.”"),
        ("is it?", "Is it?"),
        ("one (a list etc.)", "One (a list etc.)."),
    ],
)
def test_a_sentence_has_a_capital_and_one_stop(words: str, expected: str) -> None:
    assert sentence(words) == expected


def test_clauses_share_a_sentence_while_it_is_short() -> None:
    assert grouped(["a wants x", "", "b wants y"]) == ("a wants x; b wants y",)
    assert grouped(["a" * 120, "b" * 120]) == ("a" * 120, "b" * 120)
    assert grouped(["a; b", "c"]) == ("a; b", "c")
    assert grouped([]) == ()


@pytest.mark.parametrize(
    ("name", "text", "plural"),
    [
        ("Ukraine", "Ukraine", False),
        ("European Union", "the European Union", False),
        ("The Isles", "the Isles", True),
        ("Foundry Workers' Union", "the Foundry Workers' Union", False),
        ("Foundry Employers", "the Foundry Employers", True),
        ("United States", "the United States", False),
        ("LDCs", "the LDCs", True),
        ("G77", "the G77", False),
        ("Canada and Switzerland", "Canada and Switzerland", True),
        ("General Motors", "General Motors", False),
        ("Stellantis", "Stellantis", False),
        ("the Netherlands", "the Netherlands", False),
        ("Labour Party", "the Labour Party", False),
        ("Government of Salvera", "the Government of Salvera", False),
        ("Ministry of Trade and Roads", "the Ministry of Trade and Roads", False),
        ("City of Oslo", "the City of Oslo", False),
        ("Oslo University", "Oslo University", False),
        ("Red Cross", "the Red Cross", False),
        ("Andean Universities", "the Andean Universities", True),
    ],
)
def test_a_name_tells_its_article_and_number(name: str, text: str, *, plural: bool) -> None:
    found = Name.of(name)
    assert (found.text, found.plural) == (text, plural)


def test_a_dossier_may_say_that_a_name_is_plural() -> None:
    assert Name.of("Die Grünen", plural=True).verb("wants", "want") == "want"
    assert not Name.of("the Bahamas and Co", plural=False).plural


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("joint patrols", "them"),
        ("talks on the fleet", "them"),
        ("fish ladders, at every dam", "them"),
        ("the release of civilians", "it"),
        ("a ban on drift nets", "it"),
        ("any sanctions", "it"),
        ("access to the port", "it"),
        ("a basis", "it"),
        ("", "it"),
    ],
)
def test_what_takes_the_place_of_a_noun(phrase: str, expected: str) -> None:
    assert pronoun(phrase) == expected


def test_possessives() -> None:
    assert possessive("Russia") == "Russia's"
    assert possessive("Stellantis") == "Stellantis's"
    assert possessive("General Motors") == "General Motors'"
    assert Name.of("Liberals", plural=True).possessive == "the Liberals'"
    assert subject([FORD, GM]).possessive == "Ford's and General Motors'"
    isles = Name.of("Herring Isles and Lund")
    assert subject([FORD, isles]).text == "Ford, and Herring Isles and Lund,"
    assert ended(subject([FORD, isles]).text) == "Ford, and Herring Isles and Lund."
    assert subject([FORD, GM, isles]).text == "Ford, General Motors, and Herring Isles and Lund"
    assert subject([GM] * 7).text.endswith("General Motors,")


def test_a_name_in_its_own_clause_is_its_unless_another_stands_before_it() -> None:
    ukraine, russia = Name.of("Ukraine"), Name.of("Russia")
    both = (ukraine, russia)
    isles = Name.of("The Isles")
    assert own_name("any limit on Ukraine's army", ukraine, both) == "any limit on its army"
    assert own_name("ties of Russia to Ukraine's army", ukraine, both) == (
        "ties of Russia to Ukraine's army"
    )
    assert own_name("Russia's and Ukraine's armies", ukraine, both) == (
        "Russia's and Ukraine's armies"
    )
    assert own_name("a share of the Isles' fish", isles, ()) == "a share of their fish"
    assert own_name("Ukraine's army", russia, both) == "Ukraine's army"


def test_what_is_in_brackets_goes_with_the_value() -> None:
    noun = Noun("a ceiling [of {value}] on forces")
    assert noun.full("600,000") == "a ceiling of 600,000 on forces"
    assert noun.bare() == "a ceiling on forces"
    assert noun.again("600,000") == "one of 600,000"
    assert noun.again("") == "one"
    assert not noun.needs_value
    assert Noun("a withdrawal within {value}").needs_value
    assert Noun("the return of[ {figure}] more bodies").full("3,000 bodies", "3,000") == (
        "the return of 3,000 more bodies"
    )
    assert Noun("an exchange of {part}[, {value}]").of_part("the ill").full("all for all") == (
        "an exchange of the ill, all for all"
    )
    assert Noun("the return of bodies").again("3") == "the return of bodies"


def test_an_article_follows_the_act() -> None:
    for phrase in ("a ceasefire", "the ceasefire", "ceasefire"):
        assert definite(phrase) == "the ceasefire"
        assert any_of(phrase) == "any ceasefire"
        assert without(phrase) == "no ceasefire"


def test_only_proper_nouns_keep_their_capital() -> None:
    lexicon = Lexicon(
        [
            "Withdrawal of Ukrainian forces",
            "Martial law is lifted",
            "an end of martial law",
            "Work in March",
        ],
        ["Ukraine", "Old Guard"],
    )
    said = [
        lexicon.lowered(title)
        for title in (
            "Ukrainian forces begin",
            "Martial law",
            "NATO grows",
            "Ukraine and NATO",
            "Old Guard stays",
            "A ceasefire",
            "March of the dead",
            "“Quoted” words",
            "2 days",
        )
    ]
    assert said == [
        "Ukrainian forces begin",
        "martial law",
        "NATO grows",
        "Ukraine and NATO",
        "Old Guard stays",
        "a ceasefire",
        "March of the dead",
        "“Quoted” words",
        "2 days",
    ]


def test_a_title_with_a_verb_is_a_clause() -> None:
    lifted, signing = (
        Happening.from_title(title) for title in ("martial law is lifted", "signing of the treaty")
    )
    assert lifted.after() == "once martial law is lifted"
    assert lifted.start() == "from when martial law is lifted"
    assert lifted.until() == "until martial law is lifted"
    assert signing.after() == "after the signing of the treaty"
    assert signing.start("of") == "of the signing of the treaty"
    assert Happening.from_title("a vote on peace").words == "a vote on peace"
    assert Happening.from_title("when land is settled").after() == "once land is settled"
    assert Happening.from_title("where it applies").after() == "after the question where it applies"
    assert (
        Happening.from_title("compensation for the owners").words == "compensation for the owners"
    )
    done = Happening.from_title("what was agreed is carried out", event=True)
    assert done.after() == "once what was agreed is carried out"
    assert once_all([lifted, signing]) == (
        "after the signing of the treaty and once martial law is lifted"
    )


FIVE = [Name.of(name) for name in ("A", "B", "C", "D", "E")]


@pytest.mark.parametrize(
    ("silent", "parties", "on", "expected"),
    [
        (
            [Silence(FORD, Blank.UNSEEN)],
            3,
            "this",
            "Ford's text has nothing on this, as far as it was read",
        ),
        (
            [Silence(FORD, Blank.SILENT), Silence(GM, Blank.SILENT)],
            2,
            "this",
            "neither text has anything on this",
        ),
        (
            [Silence(FORD, Blank.UNSEEN), Silence(GM, Blank.UNSEEN)],
            2,
            "a pay rise",
            "neither text has anything on a pay rise, as far as they were read",
        ),
        (
            [Silence(FORD, Blank.SILENT), Silence(GM, Blank.SILENT)],
            3,
            "this",
            "the texts of Ford and General Motors have nothing on this",
        ),
        (
            [Silence(FORD, Blank.UNDISCLOSED), Silence(GM, Blank.UNDISCLOSED)],
            3,
            "this",
            "what Ford and General Motors want here is not disclosed",
        ),
        (
            [Silence(UAW, Blank.UNDISCLOSED)],
            3,
            "a pay rise",
            "what the UAW wants on a pay rise is not disclosed",
        ),
        ([Silence(UAW, Blank.DECLINED)], 3, "this", "the UAW has declined to say"),
        (
            [Silence(UAW, Blank.DECLINED)],
            3,
            "a pay rise",
            "the UAW has declined to say what it wants on a pay rise",
        ),
        ([Silence(FORD, Blank.UNCODED)], 3, "this", "nothing is recorded for Ford"),
        (
            [Silence(FORD, Blank.UNCODED)],
            3,
            "a pay rise",
            "nothing is recorded on a pay rise for Ford",
        ),
        ([Silence(FORD, Blank.INDIFFERENT)], 3, "this", "Ford does not mind"),
        ([Silence(FORD, Blank.DELETED)], 3, "this", "Ford struck the whole provision"),
        (
            [Silence(FORD, Blank.UNREADABLE)],
            3,
            "this",
            "what is recorded for Ford could not be read",
        ),
        (
            [Silence(name, Blank.UNCODED) for name in (*FIVE, FORD)],
            8,
            "this",
            "nothing is recorded for the other six parties",
        ),
        (
            [Silence(name, Blank.SILENT) for name in (*FIVE, FORD)],
            6,
            "this",
            "the texts of all six parties have nothing on this",
        ),
        (
            [Silence(FORD, Blank.DECLINED, told="reported", under="option 1")],
            2,
            "this",
            "under option 1, it is reported that Ford has declined to say",
        ),
        (
            [Silence(FORD, Blank.SILENT, own=True)],
            2,
            "this",
            "Ford's own text has nothing on this",
        ),
        (
            [Silence(FORD, Blank.UNCODED, own=True)],
            2,
            "this",
            "Ford's position is known only from a report",
        ),
    ],
)
def test_a_blank_says_who_and_why(
    silent: list[Silence], parties: int, on: str, expected: str
) -> None:
    assert silences(silent, parties, on) == (expected,)
