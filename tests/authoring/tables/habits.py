"""Tables of different habits, each with what a person would type from it without asking."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment

__all__ = ["TABLES", "Habit"]


@dataclass(frozen=True)
class Habit:
    """A table: its bytes, and by issue and party the value that a person would write.

    Cells that a person could not type without asking are in `doubtful`.
    """

    content: bytes
    typed: dict[tuple[str, str], object]
    doubtful: frozenset[str] = frozenset()
    options: dict[str, str] = field(default_factory=dict)


def csv(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)


SEMICOLONS = Habit(
    csv(
        "Punkt;Nord;Süd\n"
        "Lohn (%);3,5 %;2,25 %\n"
        "Bonus;1.500 EUR;1.250,50 EUR\n"
        "Laufzeit;12 months;24 months\n",
        "cp1252",
    ),
    {
        ("lohn", "nord"): "3.5 %",
        ("lohn", "sud"): "2.25 %",
        ("bonus", "nord"): "1,500",
        ("bonus", "sud"): "1,250.5",
        ("laufzeit", "nord"): "12 months",
        ("laufzeit", "sud"): "24 months",
    },
)
TOTALS = Habit(
    csv("Issue,Union,Port\nWage rise,8 %,4.5 %\nNight bonus,60 crowns,40 crowns\nTotal,68,44.5\n"),
    {
        ("wage-rise", "union"): "8 %",
        ("wage-rise", "port"): "4.5 %",
        ("night-bonus", "union"): "60",
        ("night-bonus", "port"): "40",
    },
)
NOTHING_SAID = Habit(
    csv(
        "Issue,A-side,B-side,C-side\n"
        'Quota,"10,000 tonnes",n/a,"8,000.5 tonnes"\n'
        "Review,3 years,–,none\n"
        "Joint board,yes,no,yes\n"
    ),
    {
        ("quota", "a-side"): "10,000",
        ("quota", "c-side"): "8,000.5",
        ("review", "a-side"): "3 years",
        ("joint-board", "a-side"): "yes",
        ("joint-board", "b-side"): "no",
        ("joint-board", "c-side"): "yes",
    },
    frozenset({"C2", "D3"}),
)
DATES = Habit(
    csv(
        "Issue\tHill\tVale\n"
        "Opens\t2025-06-30\t15/07/2025\n"
        "Closes\t30 September 2025\t03/10/2025\n"
        "Signed\t1 May 2025\t04/05/2025\n"
    ),
    {
        ("opens", "hill"): "2025-06-30",
        ("opens", "vale"): "2025-07-15",
        ("closes", "hill"): "2025-09-30",
        ("closes", "vale"): "2025-10-03",
        ("signed", "hill"): "2025-05-01",
        ("signed", "vale"): "2025-05-04",
    },
)
UNDECIDED = Habit(
    csv('Issue,A-side,B-side\nFund,"1,500 crowns","2,000 crowns"\nStart,03/04/2025,05/06/2025\n'),
    {},
    frozenset({"B2", "C2", "B3", "C3"}),
)
MONEY = Habit(
    csv(
        "Issue,North,South,Isles\n"
        "Fund,$5.25 million,$800 million,USD 1.3 billion\n"
        "Paid by,2027,2028,2030\n"
        "Who pays,the states,the states,the banks\n"
    ),
    {
        ("fund", "north"): "5.25 million",
        ("fund", "south"): "800 million",
        ("fund", "isles"): "1.3 billion",
        ("who-pays", "north"): "the-states",
        ("who-pays", "south"): "the-states",
        ("who-pays", "isles"): "the-banks",
    },
)
LINES = Habit(
    csv(
        "Issue,Hill,Vale\n"
        '"Ceasefire, length",at least 30 days,2-3 days\n'
        'Monitors,"- the army\n- the border guard","- the army\n- observers"\n'
    ),
    {
        ("ceasefire-length", "hill"): "at least 30 days",
        ("ceasefire-length", "vale"): "2-3 days",
        ("monitors", "hill"): ("the-army", "the-border-guard"),
        ("monitors", "vale"): ("the-army", "observers"),
    },
)
WIDE = Habit(
    csv(
        'Issue,Hill,Vale\nArmy,"85,000 soldiers","600,000.0 soldiers"\nNotes,some,words\n', "utf-16"
    ),
    {("army", "hill"): "85,000", ("army", "vale"): "600,000"},
)
LONG = Habit(
    csv(
        "topic,issue,party,value\n"
        "Pay,Rise,Union,8 %\n"
        "Pay,Rise,Port,4 %\n"
        "Time,Week,Union,35 hours\n"
        "Time,Week,Port,38 hours\n"
    ),
    {
        ("rise", "union"): "8 %",
        ("rise", "port"): "4 %",
        ("week", "union"): "35 hours",
        ("week", "port"): "38 hours",
    },
)


def _workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Talks"
    sheet.append(["Talks of May", None, None])
    sheet.merge_cells("A1:C1")
    sheet.append(["Issue", "Union", "Port"])
    sheet.append(["Pay", None, None])
    sheet.append(["Rise", 0.1, 0.045])
    sheet["B4"].number_format = sheet["C4"].number_format = "0.0%"
    sheet["C4"].comment = Comment("said on the radio", "me")
    sheet.append(["Opens", date(2025, 6, 30), date(2025, 7, 15)])
    sheet.append(["Fund", "=B4*2", 3])
    sheet.row_dimensions[5].hidden = True
    book.create_sheet("Old").append(["x"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


WORKBOOK = Habit(
    _workbook(),
    {
        ("rise", "union"): "10 %",
        ("rise", "port"): "4.5 %",
        ("opens", "union"): "2025-06-30",
        ("opens", "port"): "2025-07-15",
    },
)

BRACKETS = Habit(
    csv(
        "Issue,Hill,Vale,Isles\n"
        "Truce,30 days (first offer),at least 20 days,10 days\n"
        "Monitors,200 [of whom 30 armed],900 monitors,500 monitors\n"
        "Review,2 years,3 years,4 years (see note)\n"
    ),
    {
        # What stands in brackets may limit the value, so that such a cell is left to a person.
        ("truce", "hill"): "30 days",
        ("truce", "vale"): "at least 20 days",
        ("truce", "isles"): "10 days",
        ("monitors", "vale"): "900",
        ("monitors", "isles"): "500",
        ("review", "hill"): "2 years",
        ("review", "vale"): "3 years",
        ("review", "isles"): "4 years",
    },
)

TABLES: Final = {
    "semicolons and decimal commas": SEMICOLONS,
    "a row of totals": TOTALS,
    "cells that say nothing": NOTHING_SAID,
    "dates in five habits": DATES,
    "signs that nothing decides": UNDECIDED,
    "currencies": MONEY,
    "several lines in a cell": LINES,
    "UTF-16": WIDE,
    "one row a position": LONG,
    "a workbook": WORKBOOK,
    "notes in brackets": BRACKETS,
}
