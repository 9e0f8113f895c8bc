"""What does a timeline say of each moment, in text, Markdown and JSON?"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

import positions
from positions.changes.timeline.walk import timeline
from positions.reports.page.look import Look
from positions.reports.page.pictures import ASCII_SIGNS, BOX_SIGNS, picture_text
from positions.reports.page.render import render
from positions.reports.timeline.json import timeline_json
from positions.reports.timeline.page import timeline_page
from positions.reports.timeline.picture import move_map
from positions.text.safe import width
from tests.from_docstring import dossier, loaded, text, with_prelude
from tests.paths import ROOT
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from positions.loader import Loaded
    from positions.model.dossier import Dossier

__all__ = ["dossier", "loaded", "text"]

RIVER = with_prelude("""
dossier: {format: 1, title: The river talks, as_of: 2025-06-02}
parties:
  north: {name: North}
  south: {name: South}
  envoy: {name: the Envoy, role: mediator}
issues:
  truce: {topic: War, title: Length of the truce, kind: duration, noun: "a truce [of {value}]"}
  toll: {topic: Trade, title: Toll, kind: quantity, unit: USD}
  width: {topic: Trade, title: Width of the channel, kind: quantity, unit: km}
  seat: {topic: Talks, title: Seat of the talks, kind: choice, options: {here: in the harbour, there: on the island}}
  dead:
    topic: People
    title: Return of the dead
    kind: exchange
    unit: bodies
    verb: return
    between: [north, south]
    parts: {hill: From the hill, lake: From the lake}
memoranda:
  opening:
    party: north
    form: statement
    date: 2025-05-01
    title: North's opening speech
    sources: [paper]
    note: {2025-05-02: The speech was long.}
    positions: {truce: 30 days, toll: 5, width: 1, seat: here}
  reply:
    party: south
    form: statement
    date: 2025-05-01T09:00
    sources: [paper]
    positions: {truce: 3 days, toll: declined}
  as-told:
    party: south
    form: report
    date: 2025-05-03
    title: What the press told
    sources: [paper]
    positions: {truce: 5 days, width: 4, seat: there}
  text:
    party: north
    form: memorandum
    date: 2025-05-05
    known: 2025-05-20
    read: its opening
    title: North's memorandum
    sources: [paper]
    reactions: {reply: rejects}
    positions:
      truce:
        value: 20 days
        accounts:
          own: {party: north, date: 2025-05-22, speaker: Ann, paraphrase: Twenty days are enough., sources: [paper]}
          other: {date: 2025-05-23, value: 25 days, sources: [paper]}
      toll: 5
      dead: 10 for 10
  round:
    party: south
    form: statement
    date: 2025-05-20
    title: South on the dead
    sources: [paper]
    note: {2025-05-18: Said two days before.}
    positions:
      dead:
        parts:
          hill: {value: 9 for 10, accounts: {x: {value: 8 for 10, party: north, sources: [paper]}}}
          lake: {value: 9 for 9, accounts: {y: {value: 8 for 8, sources: [paper, paper]}}}
  kept-back:
    party: south
    form: memorandum
    date: 2025-05-21
    title: South's memorandum
    disclosure: withheld
    sources: [paper]
  visit: {party: south, form: statement, date: 2025-05-24, title: South on a visit, sources: [paper]}
  answer: {party: north, form: statement, date: 2025-05-24, title: North on the Envoy, note: {2025-05-24: He waits.}, sources: [paper]}
  steps: {party: south, form: report, date: 2025-05-25, title: The order of steps, sequence: [truce, toll], sources: [paper]}
  draft: {party: envoy, form: memorandum, date: 2025-05-26, title: The Envoy's draft, read: whole, sources: [paper], positions: {truce: 10 days}}
  later: {party: south, form: statement, date: 2025-06-09, sources: [paper], positions: {truce: 9 days}}
outcomes:
  exchange:
    issue: dead
    date: 2025-05-27
    parts: {hill: 10 for 10}
    confirmed_by: north
    sources: [paper]
    accounts:
      south: {confirms: true, date: 2025-05-28, sources: [paper]}
    delivered:
      all: {parts: {hill: 10 for 10}, date: 2025-05-29, sources: [paper]}
      north: {parts: {hill: undisclosed}, date: 2025-05-30, sources: [paper]}
      south: {parts: {hill: 9 for 10}, date: 2025-05-31, sources: [paper]}
  tolls:
    issue: toll
    date: 2025-05-27
    sources: [paper]
    accounts:
      north: {value: 4, sources: [paper]}
      south: {value: 3, scope: on Sundays, sources: [paper]}
    delivered:
      south: {value: 3, date: 2025-05-31, sources: [paper]}
  seats: {issue: seat, date: 2025-05-27, value: undisclosed, confirmed_by: all, sources: [paper]}
""")


def _river() -> Dossier:
    loaded = positions.loads(RIVER)
    assert loaded.dossier is not None, [str(one) for one in loaded.problems]
    return loaded.dossier


def _text(dossier: Dossier, *, everything: bool = False, issue: str = "") -> str:
    found = timeline(dossier).of((), [issue] if issue else ())
    return render(timeline_page(found, issue=issue, everything=everything))


def test_a_small_case_reads_as_people_would_tell_it() -> None:
    expect("timeline.txt", _text(_river()))
    expect("timeline-all.txt", _text(_river(), everything=True))
    expect("timeline-truce.txt", _text(_river(), issue="truce"))


def test_markdown_says_the_same_words() -> None:
    found = timeline_page(timeline(_river()))
    written = render(found, "markdown")
    expect("timeline.md", written)
    plain = re.sub(r"[\\*#`\-\s]|&emsp;", "", written)
    told = re.sub(r"[*#\-\s]", "", render(found).rpartition("In full")[0])
    assert plain == told


@pytest.mark.parametrize("columns", [30, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    shown = render(timeline_page(timeline(_river())), "text", Look(columns))
    assert max(map(width, shown.splitlines())) <= columns


def test_as_data() -> None:
    data = json.loads(timeline_json(timeline(_river())))
    assert (data["clock"], data["as_of"], data["earlier"]) == ("moments", "2025-06-02", 0)
    moments = {one["moment"]: one for one in data["moments"]}
    speech, _ = moments["2025-05-20"]["speeches"]
    assert (speech["document"], speech["became_known"], speech["withheld"]) == ("text", True, False)
    truce = speech["told"][0]
    assert (truce["issue"], truce["what"]) == ("truce", "changed")
    (toward,) = truce["toward"]
    assert (toward["party"], toward["direction"]) == ("south", "toward")
    assert (toward["before"]["text"], toward["after"]["text"]) == ("27 days", "17 days")
    agreed = moments["2025-05-27"]["outcomes"]
    assert [one["outcome"] for one in agreed] == ["exchange", "tolls", "seats"]
    assert [said["what"] for said in agreed[1]["said"]] == ["disputed"]
    assert moments["2025-05-27"]["counts"] == {
        status: list(moments["2025-05-27"]["statuses"].values()).count(status)
        for status in dict.fromkeys(moments["2025-05-27"]["statuses"].values())
    }
    assert [one["path"] for one in data["later"]] == [["memoranda", "later"]]


def test_of_nothing_it_says_so(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    """
    assert "\nNothing is recorded.\n" in _text(dossier)


def test_text_from_a_dossier_neither_hides_nor_moves_anything(loaded_hostile: Loaded) -> None:
    assert loaded_hostile.dossier is not None
    found = timeline(loaded_hostile.dossier)
    shown = render(timeline_page(found, everything=True))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    written = render(timeline_page(found, everything=True), "markdown")
    assert "<script" not in written
    assert "**bold**" not in written


def test_reactions_conflicts_and_blanks(loaded: Loaded) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      toll: {topic: War, title: Toll, kind: duration}
      seat: {topic: War, title: Seat, kind: duration}
    memoranda:
      a: {party: north, form: statement, date: 2025-05-01, title: A speech, sources: [paper], positions: {truce: 3 days}}
      b: {party: north, form: statement, date: 2025-05-01, title: Another, sources: [paper], positions: {truce: 4 days}}
      c: {party: south, form: memorandum, date: 2025-05-02, title: Answer, read: whole, sources: [paper], reactions: {a: as a basis, b: with reservations}, positions: {toll: indifferent, seat: silent}}
      d: {party: south, form: memorandum, date: 2025-05-03, title: Yes, read: whole, sources: [paper], reactions: {a: accepts}}
      e: {party: north, form: statement, date: 2025-05-04, sources: [paper], positions: {toll: 3 days}}
      f: {party: north, form: statement, date: 2025-05-05, sources: [paper], positions: {toll: {value: 3 days, red_line: true}}}
    """
    assert loaded.dossier is not None
    shown = _text(loaded.dossier)
    told = "Truce: North's own words of 1 May 2025 contradict each other: 4 days; 3 days."
    assert told in " ".join(shown.split())
    assert "North now calls this a red line" in shown
    assert "takes “A speech” as a basis" in shown
    assert "accepts “Another” with reservations" in shown
    assert "accepts “A speech” as a whole" in shown
    assert "does not mind: Toll" in shown
    assert "nothing on: Seat" in shown
    assert ": does not mind\n" in _text(loaded.dossier, issue="toll")
    assert ": nothing on it\n" in _text(loaded.dossier, issue="seat")


def test_who_moved_at_a_glance() -> None:
    picture = move_map(timeline(_river()))
    assert picture is not None
    assert picture_text(picture.draw(80, BOX_SIGNS)).split("\n") == [
        "           1 May 2025  1 May  20 May  26 May",
        "           09:00",
        "North                  ●4     ●1 →1",
        "South      ●1                 ●1",
        "the Envoy                             ●1",
    ]


def test_directions_that_differ_and_months_and_years(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      toll: {topic: War, title: Toll, kind: duration}
    memoranda:
      a: {party: south, form: statement, date: 2023, sources: [paper], positions: {truce: 10 days, toll: 10 days}}
      b: {party: east, form: statement, date: 2024-05, sources: [paper], positions: {truce: 30 days}}
      c: {party: north, form: statement, date: 2024-06-01, sources: [paper], positions: {truce: 20 days, toll: 20 days}}
      d: {party: north, form: statement, date: 2025-05-01T09:00, sources: [paper], positions: {truce: 21 days, toll: 25 days}}
    """
    picture = move_map(timeline(dossier))
    assert picture is not None
    assert picture_text(picture.draw(80, ASCII_SIGNS)).split("\n") == [
        "        2023  May   1 Jun  1 May 2025",
        "              2024         09:00",
        "North               *2     <1 ~1",
        "South   *2",
        "East          *1",
    ]


def test_a_single_moment_needs_no_picture(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    memoranda:
      a: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {truce: 10 days}}
    """
    assert move_map(timeline(dossier)) is None


def test_the_shipped_case_day_by_day() -> None:
    """What the sources date is there, on its day; each line was read against them."""
    dossier = positions.load(ROOT / "data" / "positions.yaml").dossier
    assert dossier is not None
    shown = " ".join(render(timeline_page(timeline(dossier))).split())
    days = (
        "16 May 2025 Ukraine (",
        "25 May 2025 Delivered by then: Number in the exchange of May: each side had released 1,000",
        "28 May 2025 Ukraine: a text of this day, whose contents were not known then",
        "1 June 2025 Ukraine (Ukraine-Russia Negotiations Framework, of 28 May 2025) the text becomes",
        "Russia (Russia's memorandum, before it was handed over): a text that is withheld",
        "2 June 2025, 14:44 Russia: a text of this day, whose contents were not known then Reported of",
        "2 June 2025, 16:17 Ukraine (",
        "2 June 2025, 18:00 Russia (Russia's memorandum, of 2 June 2025, 14:44) the text becomes known",
        "7 June 2025 Russia (",
        "16 June 2025 Delivered by then: Return of the dead: Ukraine counts 6,057 bodies",
        "10 July 2025 Delivered by then: Number in the exchange of June: Ukraine counts",
        "23 July 2025 Ukraine (",
    )
    places = [shown.find(day) for day in days]
    assert -1 not in places, days[places.index(-1)]
    assert places == sorted(places)
    for said in (
        "3 of them were only reported before",
        "of ceasefire) (inferred). Likewise Donetsk, Zaporizhzhia and Kherson.",
        "not seen or recorded, so that older words stay: start of a full ceasefire",
        "Disputed: Return of the dead: by Ukraine's account: 6,000 bodies from each side; by",
        "Russia counts 6,060 bodies returned (60 more than agreed) and 78 bodies received",
        "truce to collect the dead from 2-3 days to 24 or 48 hours",
        "at least 1,200 prisoners from each side, by the word of Ukraine and Russia",
        "Later than the dossier's own day: 1 account",
    ):
        assert said in shown, said


def test_what_settles_an_issue_says_so(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration, noun: "a truce [of {value}]"}
      toll: {topic: War, title: Toll, kind: duration, parts: {hill: The hill, lake: The lake, ford: The ford}}
    outcomes:
      deal: {issue: truce, date: 2025-05-01, value: 5 days, confirmed_by: all, sources: [paper]}
      half: {issue: toll, date: 2025-05-01, parts: {hill: 5 days, lake: 5 days}, confirmed_by: all, sources: [paper]}
      later:
        issue: truce
        date: 2025-05-03
        title: the second deal
        value: 6 days
        confirmed_by: north
        sources: [paper]
        accounts: {south: {confirms: true, date: 2025-05-04, sources: [paper]}}
    """
    shown = _text(dossier)
    agreed = "Agreed: a truce of 5 days, by the word of North and South. The issue is now settled."
    assert agreed in shown
    assert "Agreed: Toll (the hill): 5 days, by the word of North and South." in shown
    assert "Agreed: a truce of 6 days, by the word of North alone." in shown
    # Until both confirm it, the second deal reopens what the first one settled.
    assert "Confirmed: South confirms a truce of 6 days. The issue is now settled." in shown


def test_parts_of_issues_are_not_counted_as_issues(dossier: Dossier) -> None:
    """
    issues:
      a: {topic: T, title: A, options: [x, y]}
      b: {topic: T, title: B, options: [x, y]}
      c: {topic: T, title: C, options: [x, y]}
      d: {topic: T, title: D, options: [x, y]}
      e: {topic: T, title: E, options: [x, y]}
      f: {topic: T, title: F, options: [x, y]}
      g: {topic: T, title: G, options: [x, y], parts: {hill: The hill, lake: The lake}}
    memoranda:
      n:
        party: north
        form: statement
        date: 2025-05-01
        sources: [paper]
        positions: {a: x, b: {value: x, red_line: true}, c: x, d: x, e: x, f: x, g: {parts: {hill: x}}}
    """
    shown = " ".join(_text(dossier).split())
    assert "first words on 7 issues (1 of them in part), among them A, B and C, with a red" in shown


def test_what_reopens_an_issue_says_so(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    outcomes:
      deal: {issue: truce, date: 2025-05-01, value: 5 days, confirmed_by: all, sources: [paper]}
    memoranda:
      again: {party: north, form: statement, date: 2025-05-02, sources: [paper], positions: {truce: 9 days}}
    """
    assert "That reopens the issue, which is now unclear." in " ".join(_text(dossier).split())


ONE_DAY = """
dossier: {format: 1, title: Talks, as_of: 2025-05-02}
issues:
  pay: {topic: War, title: Level of pay, kind: quantity, unit: USD}
  tax: {topic: War, title: Level of tax, kind: quantity, unit: USD}
  toll: {topic: War, title: Level of toll, kind: quantity, unit: USD}
memoranda:
  a: {party: north, form: statement, date: 2025-05-02, sources: [paper], positions: {pay: 3, tax: 3}}
  b: {party: south, form: memorandum, read: whole, disclosure: published, date: 2025-05-02, sources: [paper], positions: {pay: 4, tax: 4, toll: silent}}
"""


def lines_of(text: str) -> list[str]:
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None
    return render(timeline_page(timeline(dossier)), "text", Look(100)).splitlines()


def test_statuses_are_told_once_after_the_documents_of_a_moment() -> None:
    found = lines_of(ONE_DAY)
    assert found.count("  Status: level of pay and level of tax (now divided)") == 1
    assert "The issue is now" not in "\n".join(found)
    alone = lines_of(ONE_DAY.replace("date: 2025-05-02", "date: 2025-05-01", 1))
    assert not any(line.startswith("  Status: ") for line in alone)
    assert any("The issue is now divided." in line for line in alone)


@pytest.mark.parametrize(
    ("read", "lead"),
    [("whole", "nothing on: "), ("part", "as far as it was read, nothing on: ")],
)
def test_a_silence_is_limited_where_the_text_was_read_in_part(read: str, lead: str) -> None:
    found = lines_of(ONE_DAY.replace("read: whole", f"read: {read}"))
    assert f"    {lead}level of toll" in found
    spoken = ONE_DAY.replace("memorandum, read: whole, disclosure: published", "statement")
    assert "    nothing on: level of toll" in lines_of(spoken)


def test_what_is_taken_over_told_of_another_or_done_later_is_told_as_that(
    dossier: Dossier,
) -> None:
    """
    dossier: {format: 1, title: Talks, as_of: 2025-06-09}
    parties: {north: {name: North}, south: {name: South}, draft: {name: the draft, role: text}}
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      pause: {topic: War, title: Pause, kind: duration}
    memoranda:
      base: {party: draft, form: memorandum, read: whole, date: 2025-06-01, sources: [paper], title: The draft of June, positions: {truce: 9 days, pause: 2 days}}
      asked:
        party: south
        form: statement
        date: 2025-06-02
        sources: [paper]
        title: The radio
        note: {2025-06-06: It would not comment.}
      knock: {party: south, form: statement, date: 2025-06-02, sources: [paper], title: The door, note: Someone knocks.}
      heard: {party: south, form: report, date: 2025-06-02, known: 2025-06-07, sources: [paper], positions: {pause: 4 days}}
      answer:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-02
        based_on: base
        sources: [paper]
        positions: {pause: {value: 3 days, accounts: {theirs: {party: south, date: 2025-06-03, value: 90 days, sources: [paper]}}}}
    outcomes:
      deal:
        issue: truce
        date: 2025-06-04
        value: 9 days
        confirmed_by: all
        sources: [paper]
        note: {2025-06-04: Said at the door., 2025-06-05: The first night is quiet.}
    """
    shown = " ".join(render(timeline_page(timeline(dossier))).split())
    for said in (
        "North (memorandum) of “The draft of June” it keeps 1 issue and changes 1 takes over from",
        "“The draft of June”: Truce Pause, first words: North wants 3 days.",
        "3 June 2025 Account: South on North's position on Pause: 90 days.",
        "Reported of South (of 2 June 2025)",
        "5 June 2025 Note (Truce): The first night is quiet.",
        "6 June 2025 Note (The radio): It would not comment.",
        "South (The door): Someone knocks. (as of ",
    ):
        assert said in shown, said
    assert "Said at the door" not in shown
    of_one = timeline(dossier).of([], ["pause"])
    told = " ".join(render(timeline_page(of_one, issue="pause")).split())
    assert "Account: South on North's position on Pause: 90 days." in told
    assert "account" not in told.partition("In full")[2]


def test_what_is_reported_of_a_party_is_no_move_of_its_own_in_the_picture() -> None:
    dossier = positions.loads(
        with_prelude("""
        issues: {cut: {topic: Pay, title: Cut, kind: quantity, unit: "%"}}
        memoranda:
          own: {party: south, form: statement, date: 2025-05-01, sources: [paper], positions: {cut: 9}}
          again: {party: south, form: statement, date: 2025-05-09, sources: [paper], positions: {cut: 8}}
          told: {party: north, form: report, date: 2025-05-02, sources: [paper], positions: {cut: 5}}
          later: {party: north, form: report, date: 2025-05-10, sources: [paper], positions: {cut: 7}}
        """)
    ).dossier
    assert dossier is not None
    found = move_map(timeline(dossier))
    assert found is not None
    assert list(found.names) == ["south"]
