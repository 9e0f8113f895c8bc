"""Which signs mean the same, however a word processor or a PDF wrote them?"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.text.signs import marked_word, plain_signs, plain_words, quoted_in_curly_marks


@pytest.mark.parametrize(
    "spelling",
    [
        "all the prisoners",
        "  all \n the\tprisoners ",
        "all\u00a0the\u202fprisoners",
        "all the pris\u200boners\u2060",
        "\ufeffall \u200ethe prisoners\u00ad",
    ],
)
def test_what_no_reader_sees_makes_no_difference(spelling: str) -> None:
    assert plain_words(spelling) == "all the prisoners"


def test_quotation_marks_and_composed_letters_are_one_spelling() -> None:
    assert plain_words("the “grey” zone’s e\u0301dge") == plain_words('the "grey" zone\'s édge')


def test_words_that_differ_stay_different() -> None:
    assert plain_words("at least 30 days") != plain_words("30 days")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("north‑west", "north-west"),
        ("the truce – then talks", "the truce - then talks"),
        ("the truce — then talks", "the truce - then talks"),
        ("−3", "-3"),
        ("and so on…", "and so on..."),
        ("ﬁnal oﬀer", "final offer"),
        ("« la paix »", '" la paix "'),
        ("«\u00a0la paix\u202f»", '"la paix"'),
        ("»der Frieden«", '"der Frieden"'),
        ("„der Frieden“", '"der Frieden"'),
        ("『平和』", '"平和"'),
        ("м’який", "м'який"),
        ("≥ 5", ">= 5"),
        ("5\u202f000", "5 000"),
        ("10²", "10²"),
        ("５", "５"),
        ("ñ", "ñ"),
        ("n\u0303", "ñ"),
    ],
)
def test_one_sign_stands_for_all_its_variants(written: str, plain: str) -> None:
    assert plain_signs(written) == plain


def test_line_breaks_are_words_apart_and_stay_where_signs_alone_are_asked_for() -> None:
    assert plain_signs("a\n\u00a0b") == "a\n b"
    assert plain_words("a\n\u00a0b") == "a b"


@given(st.text(max_size=40))
def test_plain_text_is_plain_already(text: str) -> None:
    assert plain_words(plain_words(text)) == plain_words(text)


@given(st.text(max_size=40))
def test_composed_or_not_makes_no_difference(text: str) -> None:
    assert plain_words(unicodedata.normalize("NFD", text)) == plain_words(
        unicodedata.normalize("NFC", text)
    )


@pytest.mark.parametrize(
    ("word", "marked"),
    [
        ("north", "north"),
        ("nоrth", "n⟨U+043E⟩rth"),
        ("север", "север"),
        ("сeвер", "с⟨U+0065⟩вер"),
        ("österreich", "österreich"),
        ("o\u0308sterreich", "österreich"),
        ("south\u00a0", "south⟨U+00A0⟩"),
        ("north‑west", "north⟨U+2011⟩west"),
        ("日本の", "日本の"),
        ("η-north", "⟨U+03B7⟩-north"),
    ],
)
def test_what_looks_like_another_sign_is_marked_in_a_message(word: str, marked: str) -> None:
    assert marked_word(word) == marked


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“3 days”", "3 days"),
        ("„3 Tage“", "3 Tage"),
        ("«\u00a03 jours\u00a0»", "3 jours"),
        ("»3 Tage«", "3 Tage"),
        ("‘3 days’", "3 days"),
        ("「3日」", "3日"),
        ("“a” and “b”", ""),
        ("“a", ""),
        ("“”", ""),
        ('"a"', ""),
        ("", ""),
    ],
)
def test_a_whole_value_in_curly_marks_is_told_from_a_quotation_in_it(text: str, inner: str) -> None:
    assert quoted_in_curly_marks(text) == inner
