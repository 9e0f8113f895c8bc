"""Who speaks for a camp, since when, on whose word, under which option; and long wordings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import positions
from positions.sentences.acts import Act, Claim, Whose, predicate
from positions.sentences.clauses import SaidBranch, Speaker, Voice, clauses, contrast
from positions.sentences.glossary import Glossary
from positions.sentences.names import Name
from positions.sentences.position_words import PositionWords, Thing
from positions.sentences.reasons import Apart
from positions.sentences.terms import TermWords
from positions.sentences.voices import position_words
from positions.sentences.wordings import first_difference, told_apart
from tests.sentences.said import dossier_of, reason_of

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

FORD, GM, UAW = Name.of("Ford"), Name.of("General Motors"), Name.of("the UAW")
RAISE = Thing("a rise of 20%", "one of 20%", "a rise")


def test_a_report_is_reported_and_older_words_are_past() -> None:
    want = Claim(Act.WANT, "a pause", "figure")
    said = [
        predicate(want, Whose(reported, older), plural=plural)
        for reported, older, plural in (
            (False, False, False),
            (False, False, True),
            (False, True, False),
            (True, False, True),
            (True, True, False),
        )
    ]
    assert said == [
        "wants a pause, but names no figure",
        "want a pause, but name no figure",
        "wanted a pause, but named no figure",
        "are reported to want a pause, but no figure is reported",
        "was reported to want a pause, but no figure was reported",
    ]


def test_what_is_not_said_of_options_is_which() -> None:
    want = Claim(Act.WANT, "a meeting", "which")
    said = [
        predicate(want, Whose(*whose), plural=plural)
        for whose, plural in (
            ((False, False), False),
            ((False, False), True),
            ((False, True), False),
            ((True, False), False),
        )
    ]
    assert said == [
        "wants a meeting, but does not say which",
        "want a meeting, but do not say which",
        "wanted a meeting, but did not say which",
        "is reported to want a meeting, but it is not reported which",
    ]


def test_every_act_has_its_verb() -> None:
    said = {
        act: (
            predicate(Claim(act, "X"), Whose(), plural=False),
            predicate(Claim(act, "X"), Whose(), plural=True),
            predicate(Claim(act, "X"), Whose(reported=True), plural=False),
        )
        for act in (Act.OFFER, Act.PROPOSE, Act.REJECT, Act.STRIKE, Act.LEAVE_OPEN, Act.ALLOW)
    }
    assert said == {
        Act.OFFER: ("offers X", "offer X", "is reported to offer X"),
        Act.PROPOSE: ("proposes X", "propose X", "is reported to propose X"),
        Act.REJECT: ("rejects X", "reject X", "is reported to reject X"),
        Act.STRIKE: ("strikes X", "strike X", "is reported to strike X"),
        Act.LEAVE_OPEN: (
            "leaves X to be agreed",
            "leave X to be agreed",
            "is reported to leave X to be agreed",
        ),
        Act.ALLOW: ("would allow X", "would allow X", "is reported to allow X"),
    }
    not_accept = Claim(Act.NOT_ACCEPT, "X")
    assert predicate(not_accept, Whose(), plural=True) == "will not accept X"
    assert predicate(not_accept, Whose(reported=True), plural=True) == (
        "are reported not to accept X"
    )


def camp(*speakers: Speaker, said: PositionWords | None = None, under: str = "") -> Voice:
    words = said or PositionWords(((Act.WANT, RAISE),), "20%")
    return Voice(speakers, (SaidBranch(words, under),))


def test_those_who_join_later_say_the_same() -> None:
    voice = camp(Speaker(FORD), Speaker(GM, first=False), Speaker(UAW, first=False))
    assert clauses(voice) == (
        "Ford wants a rise of 20%, and General Motors and the UAW say the same",
    )
    reported = Speaker(GM, Whose(reported=True), "5 June 2025", first=False)
    assert clauses(camp(Speaker(FORD), reported)) == (
        "Ford wants a rise of 20%, and General Motors is reported to say the same",
    )
    assert clauses(camp(Speaker(FORD), Speaker(GM))) == (
        "Ford and General Motors want a rise of 20%",
    )


def test_older_words_have_their_day_or_are_earlier() -> None:
    old = Whose(older=True)
    assert clauses(camp(Speaker(FORD, old, "14 June 2024"))) == (
        "on 14 June 2024 Ford wanted a rise of 20%",
    )
    both = camp(Speaker(FORD, old, "31 August 2023"), Speaker(GM, old, "7 September 2023"))
    assert clauses(both) == ("earlier, Ford and General Motors wanted a rise of 20%",)


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ((Speaker(FORD),), "Ford's position is “kept”; Ford's is “abolished” at sea"),
        (
            (Speaker(FORD), Speaker(GM)),
            (
                "the position of Ford and General Motors is “kept”; that of Ford and General Motors is "
                "“abolished” at sea"
            ),
        ),
        (
            (Speaker(FORD, Whose(reported=True)), Speaker(GM, first=False)),
            (
                "Ford's position is reported to be “kept”, and General Motors says the same; Ford's is "
                "reported to be “abolished” at sea, and General Motors says the same"
            ),
        ),
        (
            (Speaker(FORD, Whose(older=True, inferred=True), "7 May 2023"),),
            (
                "on 7 May 2023 Ford's position was “kept” (inferred); Ford's was “abolished” at sea "
                "(inferred)"
            ),
        ),
    ],
)
def test_a_title_that_may_be_no_noun_is_what_a_position_is(
    speakers: tuple[Speaker, ...], expected: str
) -> None:
    kept = PositionWords((), "“kept”")
    abolished = PositionWords((), "“abolished”", TermWords(scope="at sea"))
    assert contrast([camp(*speakers, said=one) for one in (kept, abolished)]) == (expected,)


def test_a_clause_that_would_be_too_long_counts_its_list() -> None:
    long = ", ".join(f"a very long item number {one}" for one in range(20))
    said = PositionWords(((Act.WANT, Thing(long, brief="20 items, among them a")),), long)
    assert clauses(camp(Speaker(FORD), said=said)) == ("Ford wants 20 items, among them a",)
    endless = PositionWords(((Act.WANT, Thing(long)),), long)
    (cut,) = clauses(camp(Speaker(FORD), said=endless))
    assert len(cut) <= 260
    assert cut.endswith("…")
    listed = PositionWords((), long, brief="20 items")
    assert contrast([camp(Speaker(FORD), said=listed)]) == ("Ford's position is 20 items",)
    assert len(contrast([camp(Speaker(FORD), said=PositionWords((), long))])[0]) < 300


def test_a_distance_names_its_extremes() -> None:
    assert Apart("13 percentage points").said() == "They are 13 percentage points apart."
    assert Apart("13 percentage points", (FORD, UAW)).said() == (
        "The furthest apart are Ford and the UAW, by 13 percentage points."
    )
    assert Apart("5 months", (FORD, UAW), nearest=True).said() == (
        "The furthest apart are Ford and the UAW, by 5 months at their nearest."
    )
    assert Apart("2 days", near="3 days").said() == (
        "They are 2 days apart, and up to 3 days counts as near here."
    )
    assert not Apart().said()


def test_long_wordings_are_told_apart_by_where_they_differ() -> None:
    """No text is printed in full beside another."""
    texts = [
        f"The parties shall within thirty days {end} " + "of the frontier " * 20
        for end in (
            "withdraw their forces from both sides",
            "pull back all heavy weapons from both sides",
        )
    ]
    assert first_difference(texts)[0] == 6
    voices = [
        camp(Speaker(name), said=PositionWords((), text, quote=text))
        for name, text in zip((FORD, GM), texts, strict=True)
    ]
    cut, sentence = told_apart(voices)
    assert sentence == "The two wordings differ from the 7th word on."
    assert [one.branches[0].said.bare for one in cut] == [
        "“… thirty days withdraw their forces from both sides of the frontier …”",
        "“… thirty days pull back all heavy weapons from both sides of …”",
    ]
    assert told_apart(voices[:1]) == (voices[:1], "")
    apart = [texts[0][5:], texts[1]]
    assert first_difference(apart)[0] == 0
    same = [camp(Speaker(FORD), said=PositionWords((), text, quote=text)) for text in apart]
    assert told_apart(same)[1] == "The two wordings differ from the first word on."
    alike = replace(same[1], speakers=(Speaker(UAW),))
    assert told_apart([same[1], alike])[1] == "The two wordings are the same."
    assert told_apart([*same, alike])[1] == (
        "Two wordings differ from the first word on; Ford and the UAW have the same words."
    )


OPTIONS = """
memoranda:
  talks:
    party: russia
    form: memorandum
    read: whole
    date: 2025-06-02
    sources: [paper]
    options: {one: {title: "Option 1, withdrawal"}, two: {title: "Option 2, package"}}
    positions:
      it: {alternatives: {one: ONE, two: TWO}}
"""


def under(one: str, two: str) -> str:
    text = (
        "dossier: {format: 1, title: A test, as_of: 2025-07-23}\n"
        "parties: {ukraine: {name: Ukraine}, russia: {name: Russia}}\n"
        "sources: {paper: {publisher: The Paper, date: 2025-06-02, title: Talks}}\n"
        'issues: {it: {topic: T, title: It, kind: duration, noun: "a pause [of {value}]"}}\n'
        + OPTIONS.replace("ONE", one).replace("TWO", two)
    )
    dossier = positions.loads(text, "test.yaml").dossier
    assert dossier is not None
    return str(reason_of(dossier))


def test_an_option_stands_first() -> None:
    assert under("30 days", "60 days") == (
        "Under option 1, Russia wants a pause of 30 days; under option 2, Russia wants one of "
        "60 days. Nothing is recorded for Ukraine."
    )
    assert under("30 days", "30 days") == (
        "Under both options, Russia wants a pause of 30 days. Nothing is recorded for Ukraine."
    )


def test_a_row_on_which_no_party_speaks_names_its_issue() -> None:
    noun = 'kind: duration, noun: "a pause [of {value}]"'
    assert str(reason_of(dossier_of(noun))) == "Neither text has anything on a pause."
    assert str(reason_of(dossier_of("kind: duration"))) == "It: neither text has anything on this."


def test_a_mediator_proposes() -> None:
    dossier = dossier_of(
        'kind: duration, noun: "a pause [of {value}]"',
        "board: 30 days",
        parties="board: {name: Conciliation Board, role: mediator}, union: {name: Union}",
    )
    words = Glossary(dossier)
    position = dossier.memoranda["paper-0"].positions["it"]
    said = position_words(words, "it", "", position, ("board",))
    board = camp(Speaker(words.names["board"]), said=said)
    assert clauses(board) == ("the Conciliation Board proposes a pause of 30 days",)


def test_what_the_analyst_concludes_is_called_inferred() -> None:
    papers = ("russia: {value: 3 days, basis: inferred}", "ukraine: 1 day")
    noun = 'kind: duration, noun: "a pause [of {value}]"'

    assert "Russia wants one of 3 days (inferred)" in str(reason_of(dossier_of(noun, *papers)))
    assert "Russia wants 3 days (inferred)." in str(
        reason_of(dossier_of("kind: duration", *papers))
    )


def test_an_option_that_is_called_as_its_issue_names_the_part() -> None:
    dossier = dossier_of(
        'kind: choice, noun: "a retreat from {part}", parts: {hill: the hill}, '
        'options: {leave: {title: a retreat, noun: "{noun}"}, stay: no retreat}',
        "russia: leave",
    )
    assert str(reason_of(dossier, "hill")).startswith("Russia wants a retreat from the hill.")


def test_a_term_of_earlier_words_says_whose_it_is(dossier: Dossier) -> None:
    """
    dossier: {format: 1, title: A test, as_of: 2025-07-23}
    parties: {russia: {name: Russia}}
    issues:
      bare: {topic: T, title: Pause, kind: duration}
      named: {topic: T, title: Truce, kind: duration, noun: "a truce [of {value}]"}
    memoranda:
      speech:
        {party: russia, form: statement, date: 2024-06-14, sources: [paper],
        positions: {bare: {value: 9 days, scope: at sea}, named: {value: 9 days, scope: at sea}}}
      text:
        {party: russia, form: memorandum, read: part, disclosure: published, date: 2025-06-02,
        sources: [paper], positions: {bare: 8 days, named: {value: 8 days, renewable: 2 days}}}
      talk:
        {party: russia, form: statement, date: 2025-06-05, sources: [paper],
        positions: {named: 7 days}}
    """
    rows = positions.compare(dossier)
    assert [rows.row(one).whole.sentence for one in ("bare", "named")] == [
        "Russia wants 8 days at sea (scope as in its statement of 14 June 2024).",
        (
            "Russia wants a truce of 7 days at sea, renewable by 2 days (scope as in its statement of "
            "14 June 2024)."
        ),
    ]
