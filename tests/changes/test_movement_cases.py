"""Thirty-four ways in which two states differ, and every sentence that is printed of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from positions.changes.detect import ChangeClass
from positions.changes.difference import difference
from positions.reports.changes.fact_sentences import fact_sentence
from positions.reports.changes.words import (
    change_sentence,
    followed,
    said_of_records,
    status_words,
)
from tests.changes.states import COLUMNS, PAY, SHIFTS, loaded, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from positions.changes.model import DossierDifference
    from positions.model.dossier import Dossier

CASES = """
1 one comes nearer
  was    north 1 20; south 1 30
  is     + north 2 25
    Pay: North raised its figure from 20% to 25%. It moved toward South: 5 percentage points apart; before, 10.

2 two that said the same still do
  was    north 1 20; south 1 20; east 1 30
  is     + north 2 21; south 2 21
    Pay: North raised its figure from 20% to 21%. It moved toward East: 9 percentage points apart; before, 10.
    Pay: South raised its figure from 20% to 21%. It moved toward East: 9 percentage points apart; before, 10. North and South still say the same.

3 both move, apart
  was    north 1 20; south 1 30
  is     + north 2 25; south 2 40
    Pay: North raised its figure from 20% to 25%.
    Pay: South raised its figure from 30% to 40%. North and South drew apart: 15 percentage points apart; before, 10.

4 both move, and meet
  was    north 1 20; south 1 30
  is     + north 2 23; south 2 23
    Pay: North raised its figure from 20% to 23%.
    Pay: South lowered its figure from 30% to 23%. North and South came nearer: now the same; before, 10 percentage points apart.

5 to the other side, as far
  was    north 1 20; south 1 30
  is     + north 2 40
    Pay: North raised its figure from 20% to 40%. It is as far from South as before: 10 percentage points.

5 further in one direction of an exchange, as far in the other
  was    north 1 100 for 60; south 1 100 for 0
  is     + north 2 40 for 60
  issue  exchange, unit: prisoners, between: [north, south]
    Pay: North changed its figures from 100 for 60 to 40 for 60. It moved away from South: 60 prisoners apart each way; before, 60 prisoners from South to North.

5 further in one direction, nearer in the other
  was    north 1 100 for 60; south 1 100 for 0
  is     + north 2 40 for 20
  issue  exchange, unit: prisoners, between: [north, south]
    Pay: North lowered its figures from 100 for 60 to 40 for 20. Whether it moved toward or away from South is unclear.

5 nearer in one direction, as far in the other
  was    north 1 0 for 60; south 1 100 for 0
  is     + north 2 40 for 60
  issue  exchange, unit: prisoners, between: [north, south]
    Pay: North changed its figures from 0 for 60 to 40 for 60. It moved toward South: 60 prisoners apart each way; before, 100 prisoners from North to South and 60 prisoners from South to North.

5 raised alike in both directions of an exchange
  was    north 1 100 each; south 1 300 for 300
  is     + north 2 200 each
  issue  exchange, unit: prisoners, between: [north, south]
    Pay: North raised its figure from 100 prisoners to 200 prisoners each way. It moved toward South: 100 prisoners apart each way; before, 200.

5 an exchange of one or the other pair
  was    north 1 100 for 60 or 60 for 100; south 1 300 for 300
  is     + north 2 200 for 200
  issue  exchange, unit: prisoners, between: [north, south]
    Pay: North changed its figures from 60 for 100 or 100 for 60 to 200 for 200. It moved toward South: 100 prisoners apart each way; before, 200 prisoners from North to South and 240 prisoners from South to North.

6 a range that admitted the other still does
  was    north 1 at least 20; south 1 30
  is     + north 2 at least 25
    Pay: North narrowed its range from at least 20% to at least 25%. It is as near to South as before.

6 a range that still admits the other's figure, and one that comes to it
  was    north 1 30; south 1 30; east 1 at least 20
  is     + north 2 at least 30; east 2 at least 30
    Pay: North widened its range from 30% to at least 30%. It is not apart from South, but no longer says the same.
    Pay: East narrowed its range from at least 20% to at least 30%. It is as near to South as before. North and East now say the same.

6 two lists that part, without a difference
  was    north 1 [a]; south 1 [a]
  is     + north 2 [a, b]; south 2 [a, c]
  issue  MANY
    Pay: North added the inspection of the western harbour.
    Pay: South added the inspection of the northern harbour. North and South are not apart, but no longer say the same.

6 an item that another demands, which also refuses one
  was    north 1 [a]; south 1 {demand: [b], refuse: [a]}; east 1 [a, c]
  is     + north 2 [a, b]
  issue  MANY
    Pay: North added the inspection of the western harbour. It moved toward South. It is as near to East as before.

7 a range that now admits the other
  was    north 1 20; south 1 30
  is     + north 2 20-40
    Pay: North widened its range from 20% to 20-40%. It moved toward South: they were 10 percentage points apart, and no longer are.

8 another option, and a scope that is no longer the other's
  was    north 1 {value: x, scope: by day}; south 1 {value: z, scope: by day}
  is     + north 2 {value: y, scope: by night}
  issue  OPTIONS
    Pay: North changed from a council to a court and now says “by night” instead of “by day”. It is still apart from South.

8 another option
  was    north 1 x; south 1 z
  is     + north 2 y
  issue  OPTIONS
    Pay: North changed from a council to a court. It is still apart from South.

9 another rung of a ladder
  was    north 1 x; south 1 z
  is     + north 2 y
  issue  LADDER
    Pay: North changed from a council to a court. It moved toward South: 1 step apart; before, 2 steps.

9 one unit of time in a sentence
  was    north 1 2025-05-01; south 1 2025-07-01
  is     + north 2 2025-06-30
  issue  date
    Pay: North changed its date from 1 May 2025 to 30 June 2025. It moved toward South: 1 day apart; before, 61 days.

9 a move of a day before the later state
  was    north 1 20; south 1 30
  is     + north 2 25; east 3 40
    Pay, 2 June 2025: North raised its figure from 20% to 25%. It moved toward South: 5 percentage points apart; before, 10.
    Pay, new: East wants 40%.

10 its own condition dropped, where the other has none
  was    north 1 {value: 20, conditions: [a vote]}; south 1 {value: 30, conditions: none}
  is     + north 2 {value: 20, conditions: none}
    Pay: North now says that there are no conditions and dropped a condition: a vote. It moved toward South.

11 the other's condition taken over
  was    north 1 20; south 1 {value: 30, conditions: [a vote]}
  is     + north 2 {value: 20, conditions: [a vote]}
    Pay: North added a condition: a vote. It moved toward South.

12 a scope added
  was    north 1 20; south 1 30
  is     + north 2 {value: 20, scope: the first year}
    Pay: North now says that it covers the first year.

13 shall, then should
  was    north 1 {value: 20, modality: shall}; south 1 30
  is     + north 2 {value: 20, modality: should}
    Pay: North softened its words from “shall” to “should”.

14 a red line
  was    north 1 20; south 1 30
  is     + north 2 {value: 20, red_line: true}
    Pay: North now calls this a red line.

14 a red line beside a move of another
  was    north 1 40; south 1 10; east 1 {value: 50, red_line: true}
  is     + north 2 30; south 2 {value: 10, red_line: true}; east 2 {value: 50, red_line: false}
    Pay: North lowered its figure from 40% to 30%. It moved toward South (20 percentage points apart; 30 before) and away from East (20 percentage points apart; 10 before).
    Pay: South now calls this a red line.
    Pay: East no longer calls this a red line.

14 red lines with the first words
  was    south 1 30
  is     + north 2 {value: 20, red_line: true}; east 2 {alternatives: {a: 20, b: {value: 28, red_line: true}}}
    Pay, new: North wants 20%. It calls this a red line.
    Pay, new: under “a”, East wants 20%; under “b”, East wants 28%. Under “b”, it calls this a red line.

14 red lines of a report, and with one value in the place of options
  was    south 1 30; east 1 {alternatives: {a: 20, b: 22}}
  is     + north 2 report {value: 20, red_line: true}; east 2 {value: 25, red_line: true}
    Pay, newly reported: North is reported to want 20%. It is reported to call this a red line.
    Pay: under “a”, on 1 June 2025 East wanted 20%; under “b”, East wanted 22%. Now: East wants 25%. It calls this a red line. It moved toward South: 5 percentage points apart; before, at their nearest 8.

14 a red line under an option
  was    north 1 {alternatives: {a: 20, b: 28}}; south 1 30
  is     + north 2 {alternatives: {a: {value: 20, red_line: true}, b: 28}}
    Pay: under “a”, North now calls this a red line.

15 an option added
  was    north 1 memorandum {alternatives: {a: 20}} | WAYS; south 1 30
  is     + north 2 memorandum {alternatives: {a: 20, b: 28}} | WAYS
    Pay: North added “the second way”. It moved toward South: at their nearest 2 percentage points apart; before, 10.

15 an alternative added that no text calls an option
  was    north 1 20; south 1 30
  is     + north 2 {alternatives: {first: 20, second: 28}}
    Pay: North added “second”. It moved toward South: at their nearest 2 percentage points apart; before, 10.

15 the other's alternatives taken over
  was    north 1 20; south 1 {alternatives: {first: 20, second: 28}}
  is     + north 2 {alternatives: {first: 20, second: 28}}
    Pay: North added “second”. It now says the same as South.

15 alternatives in one value
  was    north 1 {alternatives: {a: 20, b: 30}}; south 1 30
  is     + north 2 20 or 30
    Pay: under “a”, on 1 June 2025 North wanted 20%; under “b”, North wanted 30%. Now: North wants 20 or 30%. It is as near to South as before.

15 options in its place, of which one is nearer and one further
  was    north 1 20; south 1 30
  is     + north 2 memorandum {alternatives: {a: 10, b: 28}} | WAYS
    Pay: on 1 June 2025 North wanted 20%. Now: under “the first way”, North wants 10%; under “the second way”, North wants 28%. Whether it moved toward or away from South is unclear.

16 an option dropped
  was    north 1 memorandum {alternatives: {a: 20, b: 28}} | WAYS; south 1 30
  is     + north 2 memorandum {alternatives: {a: 20}} | WAYS
    Pay: North dropped “the second way”. It moved away from South: 10 percentage points apart; before, at their nearest 2.

17 an option chosen by the reader
  was    north 1 memorandum {alternatives: {a: 20, b: 28}} | WAYS; south 1 30
  is     +
  under  north a

17 while the other option changes
  was    north 1 memorandum {alternatives: {a: 20, b: 28}} | WAYS; south 1 30
  is     north 1 memorandum {alternatives: {a: 20, b: 29}} | WAYS; south 1 30
  under  north a

17 while this option changes
  was    north 1 memorandum {alternatives: {a: 20, b: 28}} | WAYS; south 1 30
  is     + north 2 memorandum {alternatives: {a: 21, b: 29}} | WAYS
  under  north b
    Pay: under “the second way”, North raised its figure from 28% to 29%. It moved toward South: 1 percentage point apart; before, 2 percentage points.

17 while the other option changes on one part and is new on another
  was    north 1 memorandum {parts: {day: {alternatives: {a: 20, b: 28}}}} | WAYS; south 1 30
  is     north 1 memorandum {parts: {day: {alternatives: {a: 20, b: 29}}}, rest: {alternatives: {b: 9}}} | WAYS; south 1 30
  issue  SHIFTS
  under  north a

17 while the other option, of which alone all parts are, changes
  was    north 1 memorandum {parts: {day: {alternatives: {b: 28}}}} | WAYS; south 1 30
  is     north 1 memorandum {parts: {day: {alternatives: {b: 29}}}} | WAYS; south 1 30
  issue  SHIFTS
  under  north a

18 a whole, then its parts, in the same words
  was    north 1 20; south 1 30
  is     north 1 {parts: {day: 20, night: 20}}; south 1 30
  issue  SHIFTS

18 and the issue without parts before
  was    north 1 20; south 1 30
  is     north 1 {parts: {day: 20, night: 20}}; south 1 30
  issue  PERCENT → SHIFTS
    Pay: a new part, Day; a new part, Night.

18 and without parts afterwards
  was    north 1 {parts: {day: 20, night: 20}}; south 1 30
  is     north 1 20; south 1 30
  issue  SHIFTS → PERCENT
    Pay: no longer the part Day; no longer the part Night.

18 and an older word that is of parts now
  was    north 1 20; north 2 25; south 1 30
  is     north 1 {parts: {day: 21, night: 20}}; north 2 25; south 1 30
  issue  PERCENT → SHIFTS
    Pay (Day), corrected in the record, and nobody moved: on 1 June 2025 North wanted 21%. Recorded before: 20%.
    Pay: a new part, Day; a new part, Night.

18 and an older word of a part that is new
  was    north 1 20; north 2 25; south 1 30
  is     north 1 {parts: {noon: 20}, rest: 21}; north 2 25; south 1 30
  issue  SHIFTS → NOON
    Pay (Noon): on 2 June 2025 (recorded later) North wanted 25%.
    Pay (Noon): on 1 June 2025 (recorded later) South wanted 30%.
    Pay (Day and Night), corrected in the record, and nobody moved: on 1 June 2025 North wanted 21%. Recorded before: 20%.
    Pay (Noon): on 1 June 2025 (recorded later) North wanted 20%. On 2 June 2025 North raised its figure from 20% to 25%. It moved toward South: 5 percentage points apart; before, 10.
    Pay: a new part, Noon.

18 and an earlier hour of the same day
  was    north 2 25 | date: 2025-06-01T15:00; south 1 30
  is     + north 1 20 | date: 2025-06-01T09:00
    Pay: on 1 June 2025 (recorded later) North wanted 20%. The same day North raised its figure from 20% to 25%.

19 a whole, then its parts, one of them in other words
  was    north 1 20; south 1 30
  is     + north 2 {parts: {day: 20, night: 25}}
  issue  SHIFTS
    Pay (Day), said again in a newer document: North wants 20%.
    Pay (Night): North raised its figure from 20% to 25%. It moved toward South: 5 percentage points apart; before, 10.

20 its own text in the place of a report
  was    north 1 report 20; south 1 30
  is     + north 2 memorandum 25
    Pay, first own words: North wants 25%. Reported before, on 1 June 2025: 20%.

20 its own text in the place of a report, and another that moved toward both
  was    north 1 60; south 1 report 30
  is     + north 2 45; south 2 memorandum 32
    Pay: North lowered its figure from 60% to 45%. It moved toward South: 13 percentage points apart; before, as reported, 30.
    Pay, first own words: South wants 32%. Reported before, on 1 June 2025: 30%.

20 its own text in the place of a report, and another that moved toward one of both
  was    north 1 20; south 1 report 30
  is     + north 2 24; south 2 memorandum 18
    Pay: North raised its figure from 20% to 24%. Whether it moved toward or away from South is unclear.
    Pay, first own words: South wants 18%. Reported before, on 1 June 2025: 30%.

21 its own text in the place of its speech
  was    north 1 20; south 1 30
  is     + north 2 memorandum 25
    Pay: North raised its figure from 20% to 25%. It moved toward South: 5 percentage points apart; before, 10.

22 a report beside its own words
  was    north 1 20; south 1 30
  is     + north 2 report 25
    Pay, reported beside the record: North is reported to want 25%.

23 a report that the analyst makes the record
  was    north 1 20; south 1 30
  is     + north 2 ruling 25
    Pay: North is reported to have raised its figure from 20% to 25%. It is reported to have moved toward South: 5 percentage points apart; before, 10.

23 the same of who named alternatives
  was    north 1 {alternatives: {a: 20, b: 28}}; south 1 30
  is     + north 2 ruling 25
    Pay: under “a”, on 1 June 2025 North wanted 20%; under “b”, North wanted 28%. Now: North is reported to want 25%. Whether it moved toward or away from South is unclear.

23 that lapses as the party hands over another text
  was    north 1 20; south 1 30; north 2 ruling 25
  is     + north 3 memorandum - | read: part
    Pay, of record again since the memorandum of 3 June 2025, and nobody moved: on 1 June 2025 North wanted 20%. Reported before: 25%.
    Other, new: North wants the words “yes”.

24 its own text after that
  was    north 1 20; south 1 30; north 2 ruling 25
  is     + north 3 memorandum 22
    Pay: North raised its figure from 20% to 22%. It moved toward South: 8 percentage points apart; before, 10.

25 a correction
  was    north 1 20; south 1 30
  is     north 1 25; south 1 30
    Pay, corrected in the record, and nobody moved: North wants 25%. Recorded before: 20%.

23 taken up again, as before and otherwise
  was    north 1 20; south 1 30; north 2 memorandum -; south 2 memorandum -
  is     + north 3 20; south 3 25
    Pay, taken up again: North wants 20%.
    Pay, taken up again: South wants 25%. On 1 June 2025 South wanted 30%.

24 known late, in the place of options, and replaced since
  was    north 1 {alternatives: {a: 20, b: 25}}; south 1 40; north 3 28
  is     + north 2 30 | known: 2025-06-04; east 4 50
    Pay, new: East wants 50%.
    Pay, dated 2 June 2025, known since 4 June 2025: under “a”, on 1 June 2025 North wanted 20%; under “b”, North wanted 25%. On 2 June 2025 North wanted 30%. It moved toward South: 10 percentage points apart; before, at their nearest 15. On 3 June 2025 North lowered its figure from 30% to 28%. It moved away from South: 12 percentage points apart; before, 10.

24 recorded late, of a day since which the other moved
  was    north 1 40; south 1 10; south 3 38
  is     + north 2 30
    Pay: on 2 June 2025 (recorded later) North lowered its figure from 40% to 30%. It moved toward South: 20 percentage points apart; before, 30.

24 recorded late, of a day on which another had not spoken yet
  was    north 1 40; south 1 10; east 3 38
  is     + north 2 30
    Pay: on 2 June 2025 (recorded later) North lowered its figure from 40% to 30%. It moved toward South: 20 percentage points apart; before, 30.

24 recorded late of two, of one day
  was    north 1 40; south 1 10; east 3 38
  is     + north 2 30; south 2 12
    Pay: on 2 June 2025 (recorded later) North lowered its figure from 40% to 30%.
    Pay: on 2 June 2025 (recorded later) South raised its figure from 10% to 12%. North and South came nearer: 18 percentage points apart; before, 30.

25 a correction, and a move since
  was    north 1 20; south 1 30
  is     north 1 40; south 1 30; north 2 35
    Pay: on 1 June 2025 (corrected in the record) North wanted 40%. Recorded before: 20%. North lowered its figure from 40% to 35%. It moved toward South: 5 percentage points apart; before, 10.

25 a correction of one, and moves of both
  was    north 1 20; south 1 30
  is     north 1 40; south 1 30; north 2 35; south 2 32
    Pay: on 1 June 2025 (corrected in the record) North wanted 40%. Recorded before: 20%. North lowered its figure from 40% to 35%.
    Pay: South raised its figure from 30% to 32%. North and South came nearer: 3 percentage points apart; before, 10.

25 a correction to what is said again, and one of what is no longer asked for
  was    north 1 20; south 1 30
  is     north 1 25; south 1 35; north 2 25; south 2 memorandum silent
    Pay, corrected in the record, and nobody moved: North wants 25%. Recorded before: 20%.
    Pay: on 1 June 2025 (corrected in the record) South wanted 35%. Recorded before: 30%. South's new text no longer mentions it (35%).

25 a correction under another declaration
  was    north 1 20; south 1 30
  is     north 1 40; south 1 30; north 2 35
  issue  PERCENT → quantity, unit: "% of pay"
    Pay: North changed its figure from 20% to 35% of pay. Whether it moved toward or away from South is unclear.
    Pay: unit changed from % to % of pay.

25 a correction of a long list
  was    north 1 [a, b, c, d, e, f, g]; south 1 [a]
  is     north 1 [a, b]; south 1 [a]
  issue  MANY
    Pay, corrected in the record, and nobody moved: North wants the inspection of the eastern harbour and of the western harbour. Recorded before: North wants seven items, among them the inspection of the eastern harbour, of the western harbour and of the northern harbour.

25 a correction of a red line
  was    north 1 {value: 20, red_line: true}; south 1 30
  is     north 1 20; south 1 30
    Pay, corrected in the record, and nobody moved: what North said on 1 June 2025 is no longer recorded as a red line.

26 a correction of the day too
  was    north 1 20; south 1 30
  is     north 1 25 | date: 2025-05-30; south 1 30
    Pay, corrected in the record, and nobody moved: North wants 25%. Recorded before: 20%.
    North's statement of 30 May 2025: date changed from 1 June 2025 to 30 May 2025.

26 another value of a later day
  was    north 1 20; south 1 30
  is     north 1 25 | date: 2025-06-02; south 1 30
    Pay: North raised its figure from 20% to 25%. It moved toward South: 5 percentage points apart; before, 10.
    North's statement of 2 June 2025: date changed from 1 June 2025 to 2 June 2025.

26 another value of a later day that had come
  was    north 1 20; south 2 30
  is     north 1 25 | date: 2025-06-02; south 2 30
    Pay, corrected in the record, and nobody moved: North wants 25%. Recorded before: 20%.
    North's statement of 2 June 2025: date changed from 1 June 2025 to 2 June 2025.

27 a text becomes known
  was    north 1 memorandum 20 | known: 2025-06-02; south 1 30
  is     +
    Pay, dated 1 June 2025, known since 2 June 2025: North wants 20%.
    North's memorandum of 1 June 2025, text published: nothing in it on Other.
    U undisclosed → X unclear: Other.

27 a text of who had spoken before
  was    north 0 10 | date: 2025-05-30; north 1 memorandum 20 | known: 2025-06-02; south 1 30
  is     +
    Pay, dated 1 June 2025, known since 2 June 2025: North raised its figure from 10% to 20%. It is nearer to South than was known: 10 percentage points apart; before, 20.
    North's memorandum of 1 June 2025, text published: nothing in it on Other.
    U undisclosed → X unclear: Other.

27 a text of who had spoken before, while the other moved
  was    north 0 10 | date: 2025-05-30; north 1 memorandum 20 | known: 2025-06-02, positions: {it: 20, other: yes}; south 1 40
  is     + south 2 35
    Pay, dated 1 June 2025, known since 2 June 2025: North raised its figure from 10% to 20%.
    Pay: South lowered its figure from 40% to 35%. North and South are nearer than was known: 15 percentage points apart; before, 30.
    Other, dated 1 June 2025, known since 2 June 2025: North wants the words “yes”.

27 a red line in a text that becomes known
  was    north 0 20 | date: 2025-05-30; north 1 memorandum {value: 20, red_line: true} | known: 2025-06-02; south 1 30
  is     +
    Pay, dated 1 June 2025, known since 2 June 2025: North now calls this a red line.
    North's memorandum of 1 June 2025, text published: nothing in it on Other.
    U undisclosed → X unclear: Other.

27 a text from which others take over what they say
  was    draft 1 memorandum 14 | known: 2025-06-02; north 1 memorandum null | positions: {it: {as: draft-1-m}}; south 1 memorandum null | positions: {}, based_on: draft-1-m
  is     +
  parties  DRAFT
    Pay, disclosed: North wants 14%.
    Pay, dated 1 June 2025, known since 2 June 2025: the draft proposes 14%.
    South's memorandum of 1 June 2025: of the draft it keeps 1 issue.
    The draft, text published: nothing in it on Other.
    U undisclosed → – open: Other.

28 a clause that it had struck, asked for again
  was    north 1 memorandum 20; north 2 memorandum null | positions: {it: deleted}, based_on: north-1-m; south 1 30
  is     + north 3 memorandum {value: 25, conditions: [a vote]}
    Pay: North changed from striking the whole provision to 25% and added a condition: a vote. It is still apart from South.

28 a clause that it had struck, left open
  was    north 1 memorandum 20; north 2 memorandum null | positions: {it: deleted}, based_on: north-1-m; south 1 30
  is     + north 3 memorandum to be agreed
    Pay: North changed from striking the whole provision to leaving it to be agreed. Whether it moved toward or away from South is unclear.

28 a date beside one who strikes the clause
  was    north 1 memorandum 2025-07-01; south 2 memorandum null | positions: {it: deleted}, based_on: north-1-m
  is     + north 3 memorandum 2025-07-09
  issue  date
    Pay: North changed its date from 1 July 2025 to 9 July 2025. It is still apart from South.

28 a clause struck again, on a condition
  was    north 1 memorandum 20; north 2 memorandum null | positions: {it: deleted}, based_on: north-1-m; south 1 30
  is     + north 3 memorandum null | positions: {it: {blank: deleted, conditions: [a vote]}}, based_on: north-2-m
    Pay: North added a condition: a vote.
    North's memorandum of 3 June 2025: of North's memorandum of 2 June 2025 it strikes 1 issue.

27 a text of who had spoken before, nearer to two
  was    north 0 x or z | date: 2025-05-30; north 1 memorandum x | known: 2025-06-02; south 1 x or y; east 1 x or y
  is     +
  issue  OPTIONS
    Pay, dated 1 June 2025, known since 2 June 2025: North changed from a council or a panel to a council. It is nearer to South and East than was known.
    North's memorandum of 1 June 2025, text published: nothing in it on Other.
    U undisclosed → X unclear: Other.

27 what a text was recorded to keep back
  was    north 1 20; north 2 memorandum undisclosed | read: part; south 1 30
  is     north 1 20; north 2 memorandum 25 | read: part; south 1 30
    Pay, disclosed: North wants 25%.

27 a text that closes the record before one that is withheld
  was    north 1 20; north 2 memorandum - | known: 2025-06-04, positions: {}; north 3 memorandum - | disclosure: withheld, read: part, positions: {}; south 1 30
  is     +
    Pay: what North wants here is not disclosed. On 1 June 2025 North wanted 20%.

28 another part of a text is public
  was    north 1 memorandum 20 | disclosure: partial; south 1 30
  is     north 1 memorandum 20 | disclosure: published; south 1 30
    North's memorandum of 1 June 2025, text published: nothing in it on Other.
    U undisclosed → X unclear: Other.

29 a text that works on another
  was    north 1 memorandum 20 | positions: {it: 20, other: here, more: now}; south 1 30
  is     + north 2 memorandum 25 | positions: {it: 25, other: deleted}, based_on: north-1-m
  issue  WITH MORE
    Pay: North raised its figure from 20% to 25%. It moved toward South: 5 percentage points apart; before, 10.
    Other: North struck the whole provision.
    North's memorandum of 2 June 2025: of North's memorandum of 1 June 2025 it keeps 1 issue, changes 1 and strikes 1.

29 a text that works on one of the same party, both new
  was    south 1 memorandum 30
  is     + north 2 memorandum 20; north 3 memorandum null | positions: {other: here}, based_on: north-2-m
    Pay, new: North wants 20%.
    Other, new: North wants the words “here”.
    North's memorandum of 3 June 2025: of North's memorandum of 2 June 2025 it keeps 1 issue; it adds 1.

29 a text that works on one that strikes a clause
  was    south 1 memorandum 20; north 1 memorandum 20 | positions: {it: deleted, other: here}, based_on: south-1-m
  is     + south 2 memorandum null | positions: {}, based_on: north-1-m
    Pay: South's new text no longer mentions it (20%).
    South's memorandum of 2 June 2025: of North's memorandum of 1 June 2025 it keeps 1 issue.

29 a text that works on one without words
  was    north 1 memorandum - | positions: {}; south 1 30
  is     + north 2 memorandum - | positions: {}, based_on: north-1-m
    North's memorandum of 2 June 2025, recorded: based on North's memorandum of 1 June 2025.

30 another column
  was    north 1 20; south 1 20
  is     + east 2 30
  parties  TWO → THREE
    New column: East, with words on one issue.
    A agreed → D divided: Pay.

30 a column less
  was    north 1 20; south 1 20; east 1 30
  is     north 1 20; south 1 20
  parties  THREE → TWO
    Column removed: East, with words on one issue.
    D divided → A agreed: Pay.

31 an issue split
  was    north 1 20; south 1 30
  is     north 1 - | positions: {day: 20, night: 25}; south 1 - | positions: {day: 30, night: 30}
  issue  quantity, unit: EUR → HALVES
    Day: split from Pay; D divided.
    Night: split from Pay; D divided.

31 two issues merged
  was    north 1 - | positions: {day: 20, night: 25}; south 1 - | positions: {day: 30, night: 30}
  is     north 1 - | positions: {both: 45}; south 1 - | positions: {both: 60}
  issue  HALVES → JOINED
    Both: merged from Day and Night; D divided.

31 the other way round
  was    north 1 - | positions: {day: 20, night: 25}; south 1 - | positions: {day: 30, night: 30}
  is     north 1 20; south 1 30
  issue  HALVES → quantity, unit: EUR
    Pay: merged from Day and Night; D divided.

32 another unit
  was    north 1 20; south 1 30
  is     + north 2 25
  issue  PERCENT → quantity, unit: EUR
    Pay: North changed its figure from 20% to EUR 25. Whether it moved toward or away from South is unclear.
    Pay: unit changed from % to EUR.

32 another kind
  was    north 1 20; south 1 30
  is     north 1 20 days; south 1 30 days
  issue  quantity, unit: days → duration
    Pay: kind changed from quantity to duration; unit taken out (days).

32 another ladder
  was    north 1 x; south 1 z
  is     + north 2 y
  issue  LADDER → LONGER
    Pay: North changed from a council to a court. Whether it moved toward or away from South is unclear.
    Pay: a new option, a jury; the ladder is now a council, a court, a jury and a panel (before, a council, a court and a panel).

33 what was settled reopened
  was    north 1 25; south 1 25; deal 2 25
  is     + north 3 30
  parties  TWO
    Pay: North raised its figure from 25% to 30%. This reopens what all agreed on 2 June 2025 (25%), from which it is now 5 percentage points away. It moved away from South: 5 percentage points apart; before, not apart.

33 what was settled reopened on the day of the earlier state
  was    north 1 25; south 1 25; deal 2 25; south 3 -
  is     + north 3 30
  parties  TWO
    Pay: on 3 June 2025 (recorded later) North raised its figure from 25% to 30%. This reopens what all agreed on 2 June 2025 (25%), from which it is now 5 percentage points away. It moved away from South: 5 percentage points apart; before, not apart.

33 what was struck by all, asked for
  was    north 1 25; south 1 25; deal 2 null, blank: deleted
  is     + north 3 30
  parties  TWO
    Pay: North changed from striking the whole provision to 30%. This reopens what all agreed on 2 June 2025 (struck). Whether it moved toward or away from South is unclear.

33 what was settled said again
  was    north 1 25; south 1 25; deal 2 25
  is     + north 3 25
  parties  TWO
    Pay, said again in a newer document: North wants 25%.

33 what was reopened before
  was    north 1 25; south 1 25; deal 2 25; north 3 30
  is     + north 4 31
  parties  TWO
    Pay: North raised its figure from 30% to 31%. It moved away from South: 6 percentage points apart; before, 5.

34 a draft goes
  was    north 1 20; south 1 30; draft 1 20
  is     + draft 2 25
  parties  DRAFT
    Pay: the draft raised its figure from 20% to 25%. It is now nearer to South (5 percentage points apart; 10 before) and further from North (5 percentage points apart; not apart before).

34 a party goes to a draft that stays
  was    north 1 20; south 1 30; draft 1 25
  is     + north 2 25
  parties  DRAFT
    Pay: North raised its figure from 20% to 25%. It moved toward South (5 percentage points apart; 10 before) and the draft (now the same; 5 percentage points apart before).

34 both go
  was    north 1 20; south 1 30; draft 1 25
  is     + north 2 24; draft 2 26
  parties  DRAFT
    Pay: North raised its figure from 20% to 24%. It moved toward South: 6 percentage points apart; before, 10.
    Pay: the draft raised its figure from 25% to 26%. It is now nearer to South: 4 percentage points apart; before, 5. North and the draft came nearer: 2 percentage points apart; before, 5.

a text that was held back has nothing on it
  was    north 1 memorandum - | disclosure: partial; south 1 30
  is     north 1 memorandum - | disclosure: published; south 1 30
    North's memorandum of 1 June 2025, text published: nothing in it on Pay.
    U undisclosed → X unclear: Pay.

a text of which nothing is known yet
  was    south 1 30
  is     + north 2 memorandum - | disclosure: withheld, read: part, positions: {}
    X unclear → U undisclosed: Pay and Other.

and a clause struck
  was    north 1 20; south 1 30
  is     + north 2 deleted
    Pay: North struck the whole provision. It is still apart from South.

and a figure left open
  was    north 1 20; south 1 30
  is     + north 2 to be agreed
    Pay: North now leaves it to be agreed. Whether it moved toward or away from South is unclear.

and a figure left open beside a clause struck
  was    north 1 20; south 1 deleted
  is     + north 2 to be agreed
    Pay: North now leaves it to be agreed. Whether it moved toward or away from South is unclear.

and the other's words on other terms
  was    north 1 black; south 1 {value: white, scope: by day}
  is     + north 2 white
  issue  text
    Pay: North reworded its text. It moved toward South: now the same on other terms; before, in other words.

and a month beside a day that is not given
  was    north 1 2034-02; south 1 unspecified
  is     + north 2 2034-04
  issue  date
    Pay: North changed its date from February 2034 to April 2034. Whether it moved toward or away from South is unclear.

and own words that a newer text passes over
  was    south 1 30
  is     + north 2 20; north 3 memorandum -
    Pay, said in between, and replaced since: on 2 June 2025 North wanted 20%.
    Other, new: North wants the words “yes”.

and a report that a newer text passes over
  was    south 1 30
  is     + north 2 report 20; north 3 memorandum -
    Pay, reported beside the record: on 2 June 2025 North was reported to want 20%.
    Other, new: North wants the words “yes”.
"""
"""Of each case what was said and what is, in the words of `states.talks`; then what is printed.

What begins with + is said beside what was. `issue` and `parties` hold for both states or, with an
arrow between, for each; `under` is the option that a reader chooses.
"""

_FORMER = "topic: Pay, kind: quantity, unit: EUR"
NAMED = {
    "it: {topic: Pay, title: Pay, kind: HALVES}": (
        f"day: {{title: Day, {_FORMER}, formerly: it}}\n"
        f"  night: {{title: Night, {_FORMER}, formerly: it}}"
    ),
    "it: {topic: Pay, title: Pay, kind: JOINED}": (
        f"both: {{title: Both, {_FORMER}, formerly: [day, night]}}"
    ),
    "TWO": "{north: {name: North}, south: {name: South}}",
    "THREE": COLUMNS,
    "DRAFT": "{north: {name: North}, south: {name: South}, draft: {name: the draft, role: text}}",
    "OPTIONS": "choice, options: {x: a council, y: a court, z: a panel}",
    "LADDER": "choice, options: {x: a council, y: a court, z: a panel}, ordered: true",
    "MANY": "checklist, items: {a: the inspection of the eastern harbour, b: the inspection of the western harbour, "
    "c: the inspection of the northern harbour, d: the inspection of the southern harbour, "
    "e: the inspection of the upper harbour, f: the inspection of the lower harbour, g: the inspection of the inner harbour}",
    "LONGER": "choice, options: {x: a council, y: a court, w: a jury, z: a panel}, ordered: true",
    "PERCENT": PAY,
    "SHIFTS": SHIFTS,
    "NOON": SHIFTS.replace("}", ", noon: Noon}"),
    "WITH MORE": f"{PAY}}}\n  more: {{topic: Pay, title: More, kind: text",
    "WAYS": "options: {a: {title: the first way, group: g}, b: {title: the second way, group: g}}",
}
"""What the table names in capitals."""


def _cases() -> Iterator[object]:
    """Yield each case by its name: what it declares, and the sentences that are printed."""
    for block in CASES.strip().split("\n\n"):
        name, *lines = (line.strip() for line in block.splitlines())
        told = [re.split(r"  +", line, maxsplit=1) for line in lines]
        declared = {one[0]: one[1] for one in told if len(one) == 2}
        expected = [one[0] for one in told if len(one) == 1]
        yield pytest.param(declared, expected, id=name)


def _state(declared: Mapping[str, str], *, later: bool) -> Dossier:
    was, now = declared["was"], declared["is"]
    said = f"{was}; {now[2:]}".removesuffix("; ") if now.startswith("+") else now
    chosen = {
        name: declared.get(name, otherwise).split(" → ")[-later:][0]
        for name, otherwise in (("issue", "PERCENT"), ("parties", "THREE"))
    }
    days = [max(map(int, re.findall(r"(?:^|; )\w+ (\d)", one))) for one in (was, said)]
    day = max(days[0] + 1, days[1]) if later else days[0]
    text = text_of(
        *(said if later else was).split("; "),
        day=day,
        issue=chosen["issue"],
        columns=chosen["parties"],
    )
    for name, content in NAMED.items():
        text = text.replace(name, content)
    return loaded(text)


def _printed(found: DossierDifference) -> Iterator[str]:
    """Yield every sentence of substance, and of an issue that is declared otherwise."""
    for issue in found.issues:
        if issue.is_renamed:
            yield f"{issue.issue.title}: {status_words(issue)}."
        yield from (change_sentence(found, one) for one in issue.stances)
    classes = ChangeClass.SUBSTANCE, ChangeClass.FRAME
    facts = (*found.facts, *(fact for issue in found.issues for fact in issue.facts))
    yield from filter(None, (fact_sentence(found, fact, classes) for fact in facts))
    yield from said_of_records(found)
    yield from (f"{one}." for one in followed(found))


@pytest.mark.parametrize(("declared", "expected"), list(_cases()))
def test_every_case_prints_what_it_should(declared: Mapping[str, str], expected: list[str]) -> None:
    party, _, option = declared.get("under", "").partition(" ")
    states = (_state(declared, later=False), _state(declared, later=True))
    found = difference(*states, options={party: (option,)} if party else {})
    assert list(_printed(found)) == expected
    moved = {one.party for issue in found.issues for one in issue.stances if one.moved}
    assert "draft" not in moved
