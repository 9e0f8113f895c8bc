"""Are values read as people write them, and is what could be two things refused with a way out?

None of these stands in a case that was met: each is another of a kind that was.
"""

from __future__ import annotations

import re

import pytest

from positions.values import KINDS, Frame, Unreadable

FRAMES = {
    "%": ("quantity", Frame(unit="%")),
    "soldiers": ("quantity", Frame(unit="soldiers")),
    "USD": ("quantity", Frame(unit="USD")),
    "EUR million": ("quantity", Frame(unit="EUR million")),
    "hours per week": ("quantity", Frame(unit="hours per week")),
    "duration": ("duration", Frame()),
    "date": ("date", Frame()),
}
READ = """
%: 40pc = 40 %; 40 per cent = 40 %; .5 % = 0.5 %; -.5 % = -0.5 %; c. 5 % = about 5 %; ca. 5 = about 5 %
%: =< 5 = at most 5 %; => 5 = at least 5 %; up to and including 5 % = at most 5 %; zero = 0 %; 5+ = at least 5 %
%: not less than 5 = at least 5 %; 5 or less = at most 5 %; between 5 and 7 % = 5-7 %; 1½ % = 1.5 %
soldiers: a dozen = 12; two dozen = 24; 1'000'000 = 1 million; half a million = 500,000; 10 lakh = 1 million
soldiers: ca 5,000-6,000 = about 5,000-6,000; .5 million = 500,000; 600,000 max = at most 600,000
USD: US$ 20 million = 20 million; 2 Mrd. = 2 billion; $1.5m = 1.5 million; $100-200 = 100-200
EUR million: €750k = 0.75
hours per week: 32 h/week = 32; 32 hrs per week = 32; 35-hour week = 35; 32 hours a week = 32
duration: no time limit = unlimited; ca. 6 months = about 6 months; a year and a half = 1.5 years
duration: .5 years = 6 months; P30D = 30 days; 2 years, 6 months = 30 months; zero days = 0 days; ３０ days = 30 days; ٣ days = 3 days
date: 3Q 2025 = Q3 2025; 1H 2025 = H1 2025; by end 2028 = by 2028; by end-June 2025 = by 2025-06
date: from 2030 onwards = from 2030; Mon 2 June 2025 = 2025-06-02; Mon., 2 June 2025 = 2025-06-02
date: not before 1 June 2025 = from 2025-06-01; 1 June – 15 July 2025 = 2025-06-01..2025-07-15
"""
REFUSED = """
%: double = does not say in figures how much it is
%: two thirds = does not say in figures how much it is
soldiers: a few = does not say in figures how much it is. Write the figure, with `about`
soldiers: several thousand = does not say in figures how much it is
soldiers: tens of thousands = does not say in figures how much it is
soldiers: 1e6 = is written as a power of ten. Write the figure in full
soldiers: +40 % = and the value is given in percent
USD: £100 = has the sign `£`, and the issue counts `USD`
duration: a couple of days = does not say in figures how much it is
duration: lasting = does not say whether it is to end
duration: until further notice = says when, and a duration is how long
date: 2025-26 = may be a financial year
date: 2025-13 = names a month that does not exist
date: upon signature = names no day. Write `unspecified`; when something begins
date: Tue 2 June 2025 = is a Monday
date: by mid-2025 = does not say which days it means. Write the days or months that are meant.
"""


def cases(table: str) -> list[tuple[str, str, str]]:
    return [
        (frame, *re.split(" = ", one, maxsplit=1))  # type: ignore[misc]
        for line in table.strip().splitlines()
        for frame, _, listed in [line.partition(": ")]
        for one in (listed.split("; ") if table is READ else [listed])
    ]


@pytest.mark.parametrize(("frame", "written", "read"), cases(READ))
def test_what_has_one_meaning_is_read(frame: str, written: str, read: str) -> None:
    kind, settings = FRAMES[frame]
    assert KINDS[kind].plain(KINDS[kind].parse(written, settings), settings) == read


@pytest.mark.parametrize(("frame", "written", "words"), cases(REFUSED))
def test_what_has_none_or_two_is_refused_with_a_way_out(
    frame: str, written: str, words: str
) -> None:
    kind, settings = FRAMES[frame]
    with pytest.raises(Unreadable) as refused:
        KINDS[kind].parse(written, settings)
    said = f"{refused.value} {refused.value.suggestion}"
    assert f"`{written}`" in said or kind == "quantity"
    assert words in said
