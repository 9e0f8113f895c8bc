"""Text: the same wording, or a wording that people must judge."""

from __future__ import annotations

import pytest

from positions.values import KINDS, Frame
from tests.values.examples import distance, plain, refused, relation, shown

FRAME = Frame()


@pytest.mark.parametrize(
    ("written", "as_shown", "canonical"),
    [
        ("As the parties agree.", "As the parties agree.", "As the parties agree"),
        ("  As the parties\n  agree. ", "As the parties\n  agree.", "As the parties agree"),
        ("the “grey” zone – now…", "the “grey” zone – now…", 'the "grey" zone - now...'),
        ("to be agreed", "to be agreed", "to be agreed"),
        ("To be\n agreed.", "to be agreed", "to be agreed"),
        ("Not specified", "unspecified", "unspecified"),
        (".", ".", "."),
        ("To be agreed by the two.", "To be agreed by the two.", "To be agreed by the two"),
        (2025, "2025", "2025"),
        (5.5, "5.5", "5.5"),
    ],
)
def test_it_shows_the_text_as_written(written: object, as_shown: str, canonical: str) -> None:
    assert shown("text", written, FRAME) == as_shown
    assert plain("text", written, FRAME) == canonical


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("n/a", "`n/a` does not say why there is no value. Write `silent` if the text has nothing on it, `unseen` if the part that was read has nothing, `undisclosed` if it is withheld, `declined` if the party would not say; leave the value empty if it has yet to be looked up."),
        ("TBD.", "`TBD` does not say who leaves it open. Write `to be agreed` if the parties do; leave the value empty if it has yet to be looked up."),
        ("", "The text has no visible character. Write the wording, or leave the value empty."),
        (" \u200b\n", "The text has no visible character. Write the wording, or leave the value empty."),
        (["a"], "A text is one scalar, and this is a list. Put the wording between quotation marks, or below `value: |`."),
        (True, "A text is one scalar, and this is a yes or no. Put the wording between quotation marks, or below `value: |`."),
        (None, "A text is one scalar, and this is nothing. Put the wording between quotation marks, or below `value: |`."),
        (float("inf"), "This is not a number that can be shown. Put it in quotation marks."),
    ],
)  # fmt: skip
def test_it_says_why_it_cannot_read(written: object, said: str) -> None:
    assert refused("text", written, FRAME) == said


def test_a_number_of_5000_digits_is_refused() -> None:
    said = refused("text", 10**5000, FRAME)
    assert said == "This is a number of more digits than can be shown. Put it in quotation marks."


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("As agreed.", "As  agreed.\n", "same"),
        ("As agreed.", "As\u00a0agreed.", "same"),
        ("As agreed.", "As ag\u200breed.", "same"),
        ("caf\u00e9", "cafe\u0301", "same"),
        ("As agreed.", "as agreed.", "unknown"),
        ("As agreed.", "As agreed", "same"),
        ("the truce - then talks", "the truce – then talks", "same"),
        ("and so on...", "and so on…", "same"),
        ("and so on…", "and so on", "unknown"),
        ("a north-west line", "a north‑west line", "same"),
        ("the final offer", "the ﬁnal offer", "same"),
        ("«the line»", "“the line”", "same"),
        ("to be agreed", "To be agreed.", "unknown"),
        ("unspecified", "unspecified", "unknown"),
        ("unspecified", "As agreed.", "unknown"),
    ],
)
def test_the_same_words_are_the_same(a: str, b: str, how: str) -> None:
    assert relation("text", a, b, FRAME) == how
    assert distance("text", a, b, FRAME) is None


def test_whether_all_say_the_same() -> None:
    kind = KINDS["text"]
    one, same, other = (kind.parse(text, FRAME) for text in ("a b", "a  b", "c"))
    assert kind.meet([one, same], FRAME) is True
    assert kind.meet([one, same, other], FRAME) is None
    unsaid = kind.parse("to be agreed", FRAME)
    assert kind.meet([unsaid, one], FRAME) is None
    assert kind.meet([unsaid, unsaid], FRAME) is None


def test_a_text_has_no_headline_and_no_open_side() -> None:
    kind = KINDS["text"]
    value = kind.parse("At least 30 days.", FRAME)
    assert kind.headline(value, FRAME) is None
    assert kind.open_side(value, FRAME) == ""
    assert kind.forms(FRAME) == ("any wording", "unspecified", "to be agreed")
