"""Does a text in plain characters take the cells that it took before?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.text.plain import PLAIN_SIGNS, plain
from positions.text.safe import visible, width
from tests.text.test_safe import ANY_LINE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 30 days", "at least 30 days"),
        ("│ ─ ↳ ∅ “a–b” …", '| - > 0 "a-b" .'),
        ("Zoë’s “naïve” Ångström", 'Zoe\'s "naive" Angstrom'),
        ("e\u0301t\u00e9", "ete"),
        ("−3 %\u00a0× 2", "-3 % x 2"),
        ("Київ, Порт", "????, ????"),
        ("東京", "????"),
        ("😀", "??"),
        # Nothing that is one figure becomes another.
        ("½ ² ≤ ①", "? ? ? ?"),
        ("ﬁ", "?"),
    ],
)
def test_what_stands_for_what(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(ANY_LINE)
def test_it_is_ascii_and_as_wide(text: str) -> None:
    assert plain(text).isascii()
    assert width(plain(text)) == width(text)


@given(st.text(max_size=20).map(visible))
def test_it_changes_no_more_when_it_is_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("sign", PLAIN_SIGNS)
def test_each_sign_takes_one_cell_and_so_does_what_stands_for_it(sign: str) -> None:
    assert width(sign) == width(PLAIN_SIGNS[sign]) == 1
