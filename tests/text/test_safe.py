"""Can a text from anywhere be put on a terminal without harm, and measured exactly?"""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcwidth

from positions.text import safe as module
from positions.text.safe import clip, pad, visible, width, wrap, wrapped_height

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from("\u0301\u200d\u200c\ufe0f\u202e\x1b\t\n\r 👩🇺🇦می中ᄀ한க-/"),
    )
)
WORDS = st.text(st.sampled_from("abc12 -/–ÄяΩé中文한கி👩🇺e\u0301\u0302  "), max_size=120)
ANY_LINE = st.one_of(ANYTHING, WORDS).map(visible)
COLUMNS = st.integers(2, 60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at least 30 days", "at least 30 days"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\x00b\x7fc\x9bd", "a␀b␡c⟨U+009B⟩d"),
        ("one\ttwo\nthree\r\nfour\rfive", "one two three four␍five"),
        ("pay \u202e001\u202c", "pay ⟨U+202E⟩001⟨U+202C⟩"),
        ("zero\u200bwidth\ufeff\u00ad", "zero⟨U+200B⟩width⟨U+FEFF⟩⟨U+00AD⟩"),
        ("\ud83d alone", "⟨U+D83D⟩ alone"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("filler\u3164\u2800", "filler⟨U+3164⟩⟨U+2800⟩"),
        ("private \ue000, unassigned \u0378", "private ⟨U+E000⟩, unassigned ⟨U+0378⟩"),
        ("1\u00a0000\u202f000", "1\u00a0000\u202f000"),
        ("Київ, Αθήνα, 北京, ירושלים", "Київ, Αθήνα, 北京, ירושלים"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("a\u200cb", "a⟨U+200C⟩b"),
        ("👩\u200d🌾", "👩⟨U+200D⟩🌾"),
        ("❤\ufe0f", "❤⟨U+FE0F⟩"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
        ("\u1161", "◌\u1161"),
        ("\u0301 \u0301", "◌\u0301 ◌\u0301"),
        ("e" + 8 * "\u0301", "e" + 6 * "\u0301" + 2 * "⟨U+0301⟩"),
    ],
)
def test_what_does_a_reader_see(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_are_line_breaks_kept_where_asked_for() -> None:
    assert visible("one\ntwo\r\nthree\rfour", newlines=True) == "one\ntwo\nthree␍four"


@pytest.mark.no_cover
def test_does_every_character_show_or_take_room() -> None:
    for code in range(sys.maxunicode + 1):
        # Three in four are private or not assigned, one like the other.
        if code % 64 and unicodedata.category(chr(code)) in {"Cn", "Co"}:
            continue
        shown = visible(chr(code))
        for character in shown:
            assert character.isprintable() or unicodedata.category(character) == "Zs", hex(code)
        assert width(shown) >= 1, hex(code)


@given(ANYTHING, st.booleans())
def test_is_visible_text_left_alone(text: str, newlines: bool) -> None:
    once = visible(text, newlines=newlines)
    assert visible(once, newlines=newlines) == once


@given(ANYTHING)
def test_is_nothing_left_that_a_terminal_would_obey(text: str) -> None:
    for character in visible(text):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
        assert unicodedata.category(character) != "Cf" or character in "\u200c\u200d"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("days", 4),
        ("дней", 4),
        ("e\u0301", 1),
        ("北京", 4),
        ("한", 2),
        ("👩", 2),
        ("ᄀᄀ", 4),
    ],
)
def test_how_wide_is_it(text: str, cells: int) -> None:
    assert width(text) == cells


def test_do_the_characters_that_are_not_looked_up_take_one_cell() -> None:
    quick = [chr(code) for code in range(sys.maxunicode + 1) if module._is_one_cell_each(chr(code))]
    assert len(quick) > 1500
    assert {c for c in quick if c.isprintable() and wcwidth(c) != 1} == set()


def test_can_characters_that_combine_be_missed() -> None:
    missed = (
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)).startswith("M")
        and not module._MAY_COMBINE.search(chr(code))
    )
    assert list(missed) == []


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, ("",)),
        ("   ", 10, ("",)),
        ("thirty days", 11, ("thirty days",)),
        ("thirty days", 10, ("thirty", "days")),
        ("  thirty    days ", 20, ("thirty days",)),
        ("thirty\n\ndays", 20, ("thirty", "", "days")),
        ("US-led with third", 9, ("US-led", "with", "third")),
        ("a US-led one", 6, ("a", "US-led", "one")),
        ("comprehensive-and-final", 17, ("comprehensive-", "and-final")),
        ("https://example.org/news/a", 21, ("https://example.org/", "news/a")),
        ("2025-06-02/2025-06-30", 12, ("2025-06-02/2", "025-06-30")),
        ("demilitarisation", 10, ("demilitari", "sation")),
        ("демилитаризация", 10, ("демилитари", "зация")),
        ("北京 停火三十天", 6, ("北京", "停火三", "十天")),
        ("停火 30 天", 6, ("停火", "30 天")),
        ("e\u0301e\u0301e\u0301", 2, ("e\u0301e\u0301", "e\u0301")),
        ("한 사람", 2, ("한", "사", "람")),
        ("北京", 1, ("北", "京")),
        ("ab", 0, ("a", "b")),
    ],
)
def test_where_does_a_line_break(text: str, columns: int, lines: tuple[str, ...]) -> None:
    assert wrap(text, columns) == lines
    assert wrapped_height(text, columns) == len(lines)


@given(ANY_LINE, COLUMNS)
@example("a" * 9 + "-b", 9)
def test_is_no_line_wider_than_the_columns(text: str, columns: int) -> None:
    assert all(width(line) <= columns for line in wrap(text, columns))


@given(
    st.one_of(ANYTHING.map(lambda text: visible(text, newlines=True)), WORDS), st.integers(0, 60)
)
def test_is_the_height_that_of_the_wrapped_text(text: str, columns: int) -> None:
    assert wrapped_height(text, columns) == len(wrap(text, columns))


@given(
    st.one_of(ANYTHING.map(lambda text: visible(text, newlines=True)), WORDS, st.text("ab -")),
    st.integers(0, 30),
    st.integers(1, 8),
)
@example("abc abc abc", 3, 3)
@example("abc abc ab", 4, 3)
def test_is_a_height_above_the_most_that_matters_the_most(
    text: str, columns: int, at_most: int
) -> None:
    assert wrapped_height(text, columns, at_most) == min(len(wrap(text, columns)), at_most)


@given(ANY_LINE, COLUMNS)
def test_is_every_character_kept_in_order(text: str, columns: int) -> None:
    assert "".join(wrap(text, columns)).replace(" ", "") == text.replace(" ", "")


@given(ANY_LINE, COLUMNS)
def test_does_a_line_begin_where_a_character_begins(text: str, columns: int) -> None:
    whole = [part for part in iter_graphemes(text) if part != " " and width(part) <= 2]
    lines = [part for line in wrap(text, columns) for part in iter_graphemes(line)]
    assert [part for part in lines if part in set(whole)] == whole


@given(st.text(st.sampled_from("ab1-/– —é"), max_size=80), st.integers(1, 30))
def test_do_the_quick_way_and_the_careful_way_agree(text: str, columns: int) -> None:
    text = module._single_spaced(text)
    quick = list(module._ends_of_cells(text, columns))
    assert quick == list(module._ends_of_clusters(text, columns))


@given(ANY_LINE, st.integers(0, 40))
def test_does_a_clipped_line_fit(text: str, columns: int) -> None:
    clipped = clip(text, columns)
    assert width(clipped) <= columns
    assert clipped == text or columns == 0 or clipped.endswith("…")
    assert clipped == text or text.startswith(clipped.removesuffix("…"))


def test_can_the_mark_of_a_clipped_line_be_plain() -> None:
    assert clip("at least 30 days", 10, "...") == "at leas..."
    assert clip("at least 30 days", 2, "...") == ""


@given(ANY_LINE, st.integers(0, 200))
def test_does_a_padded_line_fill_its_column(text: str, columns: int) -> None:
    assert width(pad(text, columns)) == max(columns, width(text))
    assert pad(text, columns).rstrip(" ") == text.rstrip(" ")
