"""A table of dossiers that once said more than their record, each with what is printed now.

Of every dossier: the mark of a row, its reason, and how much is agreed or settled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

import positions
from positions.cli.main import run
from positions.comparison.compare import compare
from positions.model.moment import Moment
from positions.reports.page.summary import status_mark
from tests.from_docstring import with_prelude

if TYPE_CHECKING:
    from pathlib import Path


class Claim(NamedTuple):
    """A dossier, and what is printed of its issue `pay`."""

    name: str
    text: str
    mark: str
    said: tuple[str, ...]
    convergence: str
    as_of: str = ""
    unsaid: tuple[str, ...] = ()


UNION = """
parties: {u: {name: The union}, f: {name: Ford}, g: {name: GM}, s: {name: Stellantis}}
issues: {pay: {topic: Pay, title: Pay, kind: quantity, unit: dollars}}
memoranda:
"""

TWO = """
parties: {f: {name: Ford}, g: {name: GM}}
issues: {pay: {topic: Pay, title: Pay, kind: quantity, unit: dollars}}
memoranda:
"""
REPORTS = f"""
sources:
  post: {{publisher: Post, date: 2025-05-02, title: Talks}}
  wire: {{publisher: Wire, date: 2025-05-02, title: Talks}}
  paper: {{publisher: Paper, date: 2025-05-02, title: Talks}}
{TWO}"""
REPORTED = """
  r1: {{party: f, form: report, date: 2025-05-02, sources: [post], positions: {{pay: {}}}}}
  r2: {{party: f, form: report, date: 2025-05-02, sources: [wire], positions: {{pay: {}}}}}
"""

CHOICE = TWO.replace("quantity, unit: dollars", "choice, options: {a: schools, b: roads, c: ports}")
ITEMS = """
parties: {f: {name: Ford}, g: {name: GM}}
issues:
  pay: {topic: Aid, title: Aid, kind: checklist, items: {a: schools, b: roads, c: ports, d: dams}}
memoranda:
"""
OPTIONS = "form: memorandum, read: whole, options: {a: {title: One}, b: {title: Two}}"
LATER = """
  later: {{party: f, form: memorandum, date: 2025-05-03, sources: [paper], positions: {{pay: {}}}}}
"""

DEAL = """
outcomes:
  o: {{issue: pay, date: 2025-05-03, value: '5', confirmed_by: [{}], sources: paper}}
"""
INFERRED_DEAL = DEAL.format("f, g").replace("value:", "basis: inferred, value:")

MEMBERS = """
parties: {u: {name: The union}, f: {name: Ford, member_of: u}, g: {name: GM}}
issues: {pay: {topic: Pay, title: Pay, kind: quantity, unit: dollars}}
memoranda:
  mu: {party: u, date: 2025-05-01, sources: [paper], form: memorandum, read: whole, positions: {pay: '20'}}
  mg: {party: g, date: 2025-05-01, sources: [paper], form: memorandum, read: whole, positions: {pay: '20'}}
"""


def _doc(party: str, value: str, more: str = "form: memorandum, read: whole") -> str:
    said = f"positions: {{pay: {value}}}" if value else ""
    return f"  m{party}: {{party: {party}, date: 2025-05-01, sources: [paper], {more}, {said}}}\n"


CLAIMS = [
    Claim(
        "two that say the same beside a blank are not agreed",
        UNION + _doc("f", "'20'") + _doc("g", "'20'") + _doc("u", "", "form: memorandum"),
        "X 2 of 4",
        ("Ford and GM want 20 dollars.", "Nothing is recorded for Stellantis."),
        "0 of 1, at most 1",
    ),
    Claim(
        "two that say the same and two that keep theirs back",
        UNION
        + _doc("f", "'20'")
        + _doc("u", "'20'")
        + _doc("g", "", "form: memorandum, disclosure: withheld")
        + _doc("s", "", "form: memorandum, disclosure: withheld"),
        "U 2 of 4",
        ("The union and Ford want 20 dollars.", "is not disclosed"),
        "0 of 1, at most 1",
    ),
    Claim(
        "all three of those who speak, and a fourth that is silent",
        UNION + _doc("f", "'20'") + _doc("g", "'20'") + _doc("u", "'20'") + _doc("s", "silent"),
        "O 3 of 4",
        ("The union, Ford and GM want 20 dollars.", "Stellantis's text has nothing on this."),
        "0 of 1",
    ),
    Claim(
        "all who speak alike beside one of whom it is inferred that it does not mind",
        UNION
        + "".join(_doc(party, "'20'") for party in "ufg")
        + _doc("s", "{blank: indifferent, basis: inferred}"),
        "A",
        ("It is inferred that Stellantis does not mind.",),
        "0 of 1, at most 1",
    ),
    Claim(
        "one that refuses all other options and one that asks for the one",
        CHOICE + _doc("f", "neither a nor b") + _doc("g", "c"),
        "A",
        ("Ford rejects “schools” or “roads”; GM's position is “ports”.",),
        "1 of 1",
    ),
    Claim(
        "one that refuses any and one that asks for nothing",
        TWO + _doc("f", "none") + _doc("g", "'0'"),
        "A",
        ("Ford wants none; GM wants 0 dollars.",),
        "1 of 1",
    ),
    Claim(
        "a mediator's words are no word of a party that is said to be its member",
        MEMBERS.replace("The union}", "The union, role: mediator}"),
        "X",
        ("Nothing is recorded for Ford. The union proposes 20 dollars.",),
        "0 of 1, at most 1",
    ),
    Claim(
        "a party of a deal that would not say any more",
        TWO
        + _doc("f", "'5'")
        + _doc("g", "'5'")
        + LATER.replace("05-03", "05-04").format("declined")
        + DEAL.format("f, g"),
        "S",
        ("On 3 May 2025 Ford and GM agreed on 5 dollars. Since then, Ford has declined to say.",),
        "1 of 1",
    ),
    Claim(
        "alternatives that are no options take the place of options",
        TWO
        + _doc("f", "{alternatives: {a: '5', b: '8'}}", OPTIONS)
        + LATER.replace("memorandum", "statement").format("{alternatives: {x: '5', y: '9'}}")
        + _doc("g", "'8'"),
        "D",
        ("Under “x”, Ford wants 5 dollars; under “y”, Ford wants 9 dollars; GM wants 8",),
        "0 of 1",
        unsaid=("2 May", "1 May"),
    ),
    Claim(
        "all alike",
        UNION + "".join(_doc(party, "'20'") for party in "ufgs"),
        "A",
        ("20 dollars",),
        "1 of 1",
    ),
    Claim(
        "one party among those that do not mind is not agreed",
        UNION + _doc("f", "'20'") + "".join(_doc(party, "indifferent") for party in "ugs"),
        "O 1 of 4",
        ("Ford wants 20 dollars.", "do not mind"),
        "0 of 1",
    ),
    Claim(
        "a clause that two strike and the others leave out",
        UNION + _doc("f", "deleted") + _doc("g", "deleted"),
        "X 2 of 4",
        ("Nothing is recorded for the union and Stellantis.",),
        "0 of 1, at most 1",
    ),
    Claim(
        "to strike is apart from every demand",
        UNION + _doc("f", "deleted") + _doc("g", "'20'"),
        "D 1|1",
        (),
        "0 of 1",
    ),
    Claim(
        "what all leave to be agreed is no camp that differs",
        UNION + "".join(_doc(party, "to be agreed") for party in "ufgs"),
        "X",
        ("to be agreed",),
        "0 of 1, at most 1",
    ),
    Claim(
        "a text read in part is not silent",
        UNION + _doc("f", "'20'") + _doc("g", "", "form: memorandum, read: I-II"),
        "X 1 of 4",
        ("GM's text has nothing on this, as far as it was read.",),
        "0 of 1",
    ),
    Claim(
        "a later report stands beside the party's own words",
        UNION
        + _doc("f", "'10'", "form: statement")
        + "  r: {party: f, form: report, date: 2025-05-05, sources: [paper], positions: {pay: '20'}}\n",
        "X 1 of 4",
        (
            "Ford wants 10 dollars.",
            "On 5 May 2025, after its own words of 1 May 2025, Ford was reported to want 20 dollars.",
        ),
        "0 of 1",
    ),
    Claim(
        "of what was agreed later nothing is said",
        UNION
        + _doc("f", "'20'")
        + "outcomes: {o: {issue: pay, date: 2025-05-20, value: '20', confirmed_by: [u, f, g, s], sources: paper}}\n",
        "X 1 of 4",
        ("Ford wants 20 dollars.",),
        "0 of 1",
        "2025-05-10",
    ),
    Claim(
        "a deal of some is a mark where others are shown",
        UNION
        + "".join(_doc(party, "'20'") for party in "ug")
        + _doc("f", "'10'")
        + "outcomes: {o: {issue: pay, date: 2025-05-20, value: '20', confirmed_by: [u, g], sources: paper}}\n",
        "D 2|1 · S 2 of 4",
        ("On 20 May 2025 the union and GM agreed on 20 dollars.",),
        "0 of 1",
    ),
]
CLAIMS += [
    *(
        Claim(
            f"two reports of one moment made the record contradict each other: {first} first",
            REPORTS
            + _doc("f", own)
            + REPORTED.replace("form: report", "form: report, of_record: true").format(first, then)
            + _doc("g", "'20'"),
            "X",
            ("Reports of 2 May 2025 differ on what Ford wants",),
            "0 of 1, at most 1",
            unsaid=("apart",),
        )
        for first, then, own in (
            ("'20'", "'30'", "'9'"),
            ("'30'", "'20'", "'9'"),
            ("'30'", "'20'", ""),
        )
    ),
    Claim(
        "a member that gives another account of what its group confirms",
        MEMBERS
        + DEAL.format("u, g").replace(
            "value:", "accounts: {f: {value: '3', sources: [paper]}}, value:"
        ),
        "S",
        ("On 3 May 2025 the union and GM agreed on 5 dollars.",),
        "0 of 1, at most 1",
    ),
    Claim(
        "from what is rejected there is no distance",
        CHOICE.replace("choice,", "choice, ordered: true,") + _doc("f", "not b") + _doc("g", "b"),
        "D",
        ("Ford rejects “roads”; GM's position is “roads”.",),
        "0 of 1",
        unsaid=("apart",),
    ),
    Claim(
        "what is inferred to be agreed",
        TWO + _doc("f", "'9'") + _doc("g", "'8'") + INFERRED_DEAL,
        "S",
        ("On 3 May 2025 Ford and GM agreed on 5 dollars (inferred).",),
        "0 of 1, at most 1",
    ),
    *(
        Claim(
            f"a member's own text that has nothing on it ({silent or 'implied'})",
            MEMBERS + _doc("f", silent),
            "O 2 of 3",
            ("Ford's text has nothing on this.",),
            "0 of 1",
        )
        for silent in ("", "silent")
    ),
    Claim(
        "two reports of one moment that differ make no party contradict itself",
        REPORTS + REPORTED.format("'20'", "'30'") + _doc("g", "'20'"),
        "X",
        ("Reports of 2 May 2025 differ on what Ford wants: 30 dollars (Wire); 20 dollars (Post).",),
        "0 of 1, at most 1",
        unsaid=("contradict", "apart"),
    ),
    Claim(
        "reports that differ and all of which miss the other's figure have no distance",
        REPORTS + REPORTED.format("'20'", "'30'") + _doc("g", "'5'"),
        "D",
        ("Reports of 2 May 2025 differ on what Ford wants",),
        "0 of 1",
        unsaid=("apart", "is reported to want"),
    ),
    Claim(
        "a report of the day of a party's own words came neither before nor after them",
        TWO
        + _doc("f", "'10'", "form: statement")
        + _doc("g", "'30'")
        + "  r: {party: f, form: report, date: 2025-05-01, sources: [paper], positions: {pay: '20'}}\n",
        "D",
        ("On 1 May 2025, beside its own words then, Ford was reported to want 20 dollars",),
        "0 of 1",
        unsaid=("after",),
    ),
    Claim(
        "what the analyst concludes of one side is agreed, and marked, and counted as possible",
        TWO + _doc("f", "'20'") + _doc("g", "{value: '20', basis: inferred}"),
        "A",
        ("Ford wants 20 dollars, and GM says the same (inferred).",),
        "0 of 1, at most 1",
    ),
    Claim(
        "what is said under two options is inferred as a whole, in the gaps too",
        TWO + _doc("f", "'20'") + _doc("g", "{basis: inferred, alternatives: {x: '30', y: '40'}}"),
        "D",
        ("under “x”, GM wants 30 dollars (inferred); under “y”, GM wants 40 dollars (inferred).",),
        "0 of 1",
        unsaid=("(GM)", "(GM, under"),
    ),
    Claim(
        "what is inferred under one option alone is marked under that",
        TWO
        + _doc("f", "'20'")
        + _doc("g", "{alternatives: {x: '30', y: {value: '40', basis: inferred}}}"),
        "D",
        ("under “x”, GM wants 30 dollars; under “y”, GM wants 40 dollars (inferred).",),
        "0 of 1",
    ),
    Claim(
        "what could not be read is not unseen in a later text",
        TWO + _doc("f", "soon") + _doc("g", "'20'") + LATER.format("").replace("pay: ", ""),
        "X",
        ("What is recorded for Ford could not be read.",),
        "0 of 1, at most 1",
    ),
    Claim(
        "a text read in part takes back no condition that it is not seen to mention",
        TWO
        + _doc("f", "{value: '20', conditions: [a vote]}")
        + _doc("g", "'20'")
        + LATER.format("'20'"),
        "N",
        ("Ford wants 20 dollars on condition of a vote (",),
        "0 of 1",
    ),
    Claim(
        "a list in a text read in part goes on where an earlier word named more",
        ITEMS + _doc("f", "[a, b]") + _doc("g", "[a]") + LATER.format("[a]"),
        "X",
        ("Ford names “schools”, but whether its text names others was not seen; GM names them.",),
        "0 of 1, at most 1",
    ),
    Claim(
        "a list in a text read in part ends where all of it was read",
        ITEMS + _doc("f", "[a, b]") + _doc("g", "[a]") + LATER.format("{value: [a], rest: silent}"),
        "A",
        ("GM names “schools”, and Ford says the same.",),
        "1 of 1",
        unsaid=("rest",),
    ),
    *(
        Claim(
            f"more is asked for after a deal was delivered at {count}",
            f"{TWO}{_doc('f', '5')}{_doc('g', '5')}"
            "  later: {party: f, date: 2025-05-20, sources: [paper], form: statement, "
            "positions: {pay: '7'}}\n"
            "outcomes: {o: {issue: pay, date: 2025-05-10, value: '5', sources: [paper], "
            f"confirmed_by: all, delivered: {{all: {{value: '{count}', date: 2025-05-12}}}}}}}}\n",
            "D",
            (told,),
            "0 of 1",
            unsaid=(other,),
        )
        for count, told, other in (
            ("5", "It has been carried out.", "said otherwise"),
            ("4", "has said otherwise since.", "carried out"),
        )
    ),
    Claim(
        "an option that a text read in part is not seen to mention is not taken back",
        ITEMS.replace("checklist, items", "choice, options")
        + _doc("f", "a or b")
        + _doc("g", "a")
        + LATER.format("a"),
        "X",
        ("Ford's position is “schools”, the rest not seen; GM's is “schools”.",),
        "0 of 1, at most 1",
    ),
    Claim(
        "a list that goes on is near to none that refuses the rest",
        ITEMS + _doc("f", "{only: [a]}") + _doc("g", "{value: [a], rest: unseen}"),
        "X",
        (
            (
                "Ford names “schools”, and rejects “roads”, “ports” and “dams”; GM names “schools”, "
                "but whether its text names others was not seen."
            ),
        ),
        "0 of 1, at most 1",
        unsaid=("does not mention them.",),
    ),
    Claim(
        "a list that goes on has in common what it names",
        ITEMS + _doc("f", "[a]") + _doc("g", "{value: [a, b], rest: unseen}"),
        "N",
        ("gm names “schools” and “roads”, but whether its text names others was not seen",),
        "0 of 1",
    ),
    Claim(
        "an option without a group that is not mentioned is a blank branch",
        TWO
        + _doc(
            "f", "{alternatives: {x: '20'}}", "read: whole, form: memorandum, options: {x: A, y: B}"
        )
        + _doc("g", "'20'"),
        "O",
        ("Under A, Ford wants 20 dollars", "under B, Ford's text has nothing on this"),
        "0 of 1",
    ),
    Claim(
        "a group does not speak for a member whose own text is kept back",
        MEMBERS + _doc("f", "", "form: memorandum, disclosure: withheld"),
        "U 2 of 3",
        ("The union and GM want 20 dollars.", "What Ford wants here is not disclosed."),
        "0 of 1, at most 1",
    ),
    *(
        Claim(
            f"after a deal Ford {name}",
            f"{TWO}{_doc('f', '20')}{_doc('g', '20')}"
            f"  later: {{party: f, date: 2025-05-20, sources: [paper], {later}}}\n"
            "outcomes: {o: {issue: pay, date: 2025-05-10, value: '20', sources: [paper], "
            "confirmed_by: all}}\n",
            mark,
            (told,),
            "0 of 1",
            unsaid=("Ford has said otherwise",),
        )
        for name, later, mark, told in (
            (
                "names it as one of two",
                "form: memorandum, positions: {pay: {alternatives: {a: '20', b: '5'}}}",
                "N",
                "One of those who agreed has said otherwise since",
            ),
            (
                "is reported to want more, which the analyst makes the record",
                "form: report, of_record: true, positions: {pay: '25'}",
                "D",
                "One of those who agreed is reported to want otherwise since",
            ),
            (
                "wants more as the analyst infers",
                "form: statement, positions: {pay: {value: '25', basis: inferred}}",
                "D",
                "It is inferred that one of those who agreed wants otherwise since",
            ),
        )
    ),
    Claim(
        "what all wanted before a deal is no agreement once one of them agreed to something else",
        f"{TWO}{_doc('f', '30')}{_doc('g', '30')}"
        "outcomes:\n"
        "  o1: {issue: pay, date: 2025-05-10, value: '20', sources: [paper], confirmed_by: all}\n"
        "  o2: {issue: pay, date: 2025-05-12, value: '40', sources: [paper], confirmed_by: f}\n",
        "X",
        ("On 1 May 2025 Ford and GM wanted 30 dollars",),
        "0 of 1, at most 1",
    ),
    Claim(
        "nor does it agree for one",
        MEMBERS
        + _doc("f", "", "form: memorandum, disclosure: withheld")
        + "outcomes: {o: {issue: pay, date: 2025-05-02, value: '20', sources: [paper], "
        "confirmed_by: [u, g]}}\n",
        "U 2 of 3 · S 2 of 3",
        ("the union and GM agreed", "What Ford wants here is not disclosed."),
        "0 of 1, at most 1",
    ),
    *(
        Claim(
            f"words of an unknown order: {first} and {second}",
            f"{TWO}{_doc('g', '10')}"
            f"  f1: {{party: f, sources: [paper], {first}, positions: {{pay: 20}}}}\n"
            f"  f2: {{party: f, sources: [paper], {second}, positions: {{pay: 10}}}}\n",
            "X",
            ("It is not known which of Ford's words came last: 10 dollars (May 2025)",),
            "0 of 1, at most 1",
        )
        for first, second in (
            ("form: statement, date: 2025-05-22", "form: statement, date: 2025-05"),
            (
                "form: statement, date: 2025-05-22",
                "form: memorandum, read: whole, date: 2025-05",
            ),
        )
    ),
    *(
        Claim(
            f"a deal of {agreed} and words of {said}",
            f"{TWO}{_doc('g', '20')}"
            f"  f1: {{party: f, form: statement, date: {said}, sources: [paper], "
            "positions: {pay: 10}}\n"
            f"outcomes: {{o: {{issue: pay, date: {agreed}, value: '20', sources: [paper], "
            "confirmed_by: [f, g]}}\n",
            mark,
            (told,),
            "0 of 1, at most 1" if mark == "X" else "0 of 1",
            "2025-07-31",
            unsaid=("otherwise since",) if mark == "X" else (),
        )
        for agreed, said, mark, told in (
            ("2025-06-10", "2025-06", "X", "whether before or since is not known"),
            ("2025-06", "2025-06-10", "X", "whether before or since is not known"),
            ("2025-06-10", "2025-07", "D", "has said otherwise since"),
        )
    ),
    Claim(
        "nor for one of whose text not all was read",
        MEMBERS + _doc("f", "", "form: memorandum"),
        "O 2 of 3",
        ("The union and GM want 20 dollars.", "as far as it was read"),
        "0 of 1, at most 1",
    ),
    Claim(
        "a term beside alternatives holds for each of them",
        TWO
        + _doc("f", "{after: [a vote], alternatives: {x: '20', y: '30'}}")
        + _doc("g", "{alternatives: {x: '20', y: '30'}}"),
        "N",
        ("Under “x”, Ford wants 20 dollars after a vote",),
        "0 of 1",
    ),
    Claim(
        "to strike after something is not the same as to strike",
        TWO + _doc("f", "{blank: deleted, after: [a vote]}") + _doc("g", "deleted"),
        "N",
        ("Ford strikes the whole provision after a vote; GM strikes the whole provision.",),
        "0 of 1",
    ),
    Claim(
        "of dates of different precision no pair is the furthest apart, as some have no measure",
        UNION.replace("quantity, unit: dollars", "date")
        + _doc("f", "2025-03")
        + _doc("g", "2025-04-20")
        + _doc("u", "2025-04-01"),
        "D 1|1|1",
        ("Where it can be measured, the furthest apart are the union and GM, by 19 days.",),
        "0 of 1",
    ),
    Claim(
        "those who leave it to be agreed are told together, and are no camps that differ",
        UNION
        + _doc("f", "'10'")
        + _doc("g", "'20'")
        + _doc("u", "to be agreed")
        + _doc("s", "to be agreed"),
        "D 1|1 +2",
        ("The union and Stellantis leave it to be agreed", "the furthest apart are Ford and GM"),
        "0 of 1",
    ),
    *(
        Claim(
            f"what one rules out against {word}",
            TWO + _doc("f", "{value: at most 20, modality: will not}") + _doc("g", value),
            mark,
            (),
            convergence,
        )
        for word, value, mark, convergence in (
            ("another that wants it", "'20'", "D", "0 of 1"),
            ("another that wants something else", "'30'", "C", "0 of 1"),
            ("another that wants more than it", "at most 30", "C", "0 of 1"),
            ("one that names no figure", "unspecified", "X", "0 of 1, at most 1"),
            ("a clause that is struck", "deleted", "C", "0 of 1"),
            ("the same", "{value: at most 20, modality: will not}", "A", "1 of 1"),
            ("another thing that is ruled out", "{value: '30', modality: will not}", "C", "0 of 1"),
        )
    ),
    *(
        Claim(
            f"a list of values tells {word}, and a later plain value has it no more",
            TWO
            + _doc("f", f"{{value: '20', modality: {word}}}")
            + _doc("g", "'30'", "form: statement")
            + later,
            mark,
            said,
            convergence,
            unsaid=unsaid,
        )
        for word in ("will not", "may")
        for later, mark, said, convergence, unsaid in (
            (
                "",
                "C" if word == "will not" else "D",
                ("Ford would allow 20 dollars" if word == "may" else "will not accept 20",),
                "0 of 1",
                (),
            ),
            (
                LATER.format("'30'").replace(
                    "party: f, form: memorandum", "party: f, form: statement"
                ),
                "A",
                ("GM wants 30 dollars, and Ford says the same.",),
                "1 of 1",
                (word,),
            ),
        )
    ),
    Claim(
        "a party whose own newer account says otherwise is not certain to agree",
        REPORTS
        + _doc("g", "'5'")
        + _doc(
            "f",
            "{value: '5', accounts: {f: {value: '7', party: f, date: 2025-05-02, sources: [post]}}}",
        ),
        "A",
        ("by Ford's own account on 2 May 2025: 7 dollars",),
        "0 of 1, at most 1",
    ),
    *(
        Claim(
            f"{who} account since that tells {what} leaves no certain agreement",
            REPORTS
            + _doc(
                "f",
                f"{{value: '5', accounts: {{x: {{{told}, date: 2025-05-04, sources: [post]}}}}}}",
            )
            + _doc("g", "'5'")
            + "outcomes: {o: {issue: pay, date: 2025-05-03, value: '5', confirmed_by: [f, g], sources: paper}}\n",
            mark,
            said,
            convergence,
        )
        for who, what, told, mark, said, convergence in (
            (
                "an own",
                "a condition",
                "party: f, conditions: [a vote]",
                "A",
                ("One of those who agreed has said otherwise since",),
                "0 of 1, at most 1",
            ),
            (
                "an own",
                "another figure",
                "party: f, value: '7'",
                "A",
                (
                    "has said otherwise since",
                    "By Ford's own account on 4 May 2025: 7 dollars",
                ),
                "0 of 1, at most 1",
            ),
            ("the other's", "another figure", "party: g, value: '7'", "S", (), "1 of 1"),
        )
    ),
    Claim(
        "what was said before a deal is past, also where a later paper carries it on",
        UNION
        + "".join(_doc(party, f"'{value}'") for party, value in zip("ufg", (5, 6, 7), strict=True))
        + "  n: {party: f, date: 2025-05-05, sources: [paper], form: memorandum, read: whole, "
        "based_on: mf, positions: {}}\n"
        + "  m: {party: g, date: 2025-05-05, sources: [paper], form: statement, positions: {pay: '8'}}\n"
        + DEAL.format("u, f, g, s"),
        "D 1|1|1",
        ("On 1 May 2025 the union wanted 5 dollars; Ford wanted 6 dollars; GM wants 8 dollars.",),
        "0 of 1",
    ),
    Claim(
        "earlier words are past for those who made a deal, also for one that wanted just that",
        UNION
        + "".join(_doc(party, f"'{value}'") for party, value in zip("ufg", (5, 6, 7), strict=True))
        + DEAL.format("u, f"),
        "D 1|1|1 · S 2 of 4",
        ("On 1 May 2025 the union wanted 5 dollars; Ford wanted 6 dollars; GM wants 7 dollars.",),
        "0 of 1",
    ),
    Claim(
        "an own account that takes a word back settles nothing",
        REPORTS
        + _doc(
            "f",
            "{value: '7', accounts: {x: {value: '5', party: f, date: 2025-05-04, sources: [post]}}}",
        )
        + _doc("g", "'5'")
        + "outcomes: {o: {issue: pay, date: 2025-04-03, value: '5', confirmed_by: [f, g], sources: paper}}\n",
        "D",
        ("has said otherwise since", "By Ford's own account on 4 May 2025: 5 dollars"),
        "0 of 1",
    ),
    Claim(
        "what another tells of a party's words leaves no certain agreement",
        REPORTS
        + _doc("f", "{value: '5', accounts: {x: {conditions: [a vote], sources: [post]}}}")
        + _doc("g", "'5'"),
        "A",
        ("Ford and GM want 5 dollars.",),
        "0 of 1, at most 1",
    ),
    Claim(
        "a report that is made the record is it also where it says that a party would not say",
        REPORTS
        + _doc("f", "'5'", "form: statement")
        + _doc("g", "'5'", "form: statement")
        + LATER.format("{blank: declined, of_record: true}")
        .replace("party: f, form: memorandum", "party: f, form: report")
        .replace("paper", "post"),
        "U",
        ("It is reported that Ford has declined to say",),
        "0 of 1, at most 1",
    ),
    Claim(
        "of a text read in part an alternative that it is not seen to mention is not dropped",
        TWO
        + _doc("f", "{alternatives: {a: '5', b: '6'}}")
        + _doc("g", "'5'", "form: statement")
        + LATER.format("{alternatives: {a: '5'}}"),
        "O",
        ("Under “b”, Ford's text has nothing on this, as far as it was read",),
        "0 of 1, at most 1",
    ),
    *(
        Claim(
            f"what {who} agreed on since is its newest word",
            UNION
            + _doc("f", "'5'", "form: statement")
            + _doc("g", "'5'", "form: statement")
            + more
            + "outcomes:\n"
            + f"  o: {{issue: pay, date: 2025-05-02, sources: [paper], {agreed}}}\n",
            mark,
            (said,),
            convergence,
        )
        for who, more, agreed, mark, said, convergence in (
            (
                "some",
                _doc("u", "'5'", "form: statement") + _doc("s", "'5'", "form: statement"),
                "value: '9', confirmed_by: [f, g]",
                "A · S 2 of 4",
                "and Ford and GM said the same on 1 May 2025",
                "0 of 1, at most 1",
            ),
            (
                "one by its account",
                _doc("u", "'5'", "form: statement") + _doc("s", "'5'", "form: statement"),
                "accounts: {f: '5', g: '9'}",
                "A",
                "5 dollars",
                "0 of 1, at most 1",
            ),
            (
                "all that have spoken themselves",
                _doc("u", "'5'", "form: report")
                + _doc("s", "", "form: memorandum, disclosure: withheld"),
                "value: '9', confirmed_by: all",
                "U 3 of 4 · S 2 of 4",
                "Ford and GM",
                "0 of 1, at most 1",
            ),
        )
    ),
    Claim(
        "what one rules out may be all that two others have in common",
        UNION
        + _doc("f", "10-20")
        + _doc("g", "20-30")
        + _doc("u", "{value: '20', modality: will not}"),
        "X 1|1|1",
        (),
        "0 of 1, at most 1",
    ),
    Claim(
        "a text of a month is older than what was said after its text was known",
        TWO
        + _doc("f", "'5'").replace("2025-05-01", "2025-05, known: 2025-05-02")
        + _doc("g", "'5'")
        + LATER.format("'7'").replace("form: memorandum", "form: statement"),
        "D",
        ("Ford wants 7 dollars",),
        "0 of 1",
    ),
    Claim(
        "of a figure of days it is not known whether it is more than a month",
        TWO.replace("quantity, unit: dollars", "duration")
        + _doc("f", "more than 1 month")
        + _doc("g", "31 days"),
        "X",
        ("Ford wants more than 1 month; GM wants 31 days",),
        "0 of 1, at most 1",
    ),
    *(
        Claim(
            f"a member without words has no part in what its group agreed on {whom}",
            MEMBERS[: MEMBERS.index("  mu:")].replace("{name: GM}", "{name: GM}, s: {name: Kia}")
            + _doc("s", "'9'")
            + "outcomes: {o: {issue: pay, date: 2025-05-02, value: '5', sources: [paper], "
            f"confirmed_by: {who}}}}}\n",
            mark,
            (said,),
            "0 of 1",
            unsaid=("union and Ford",),
        )
        for whom, who, mark, said in (
            ("alone", "[u]", "X 1 of 4", "Kia wants 9 dollars."),
            ("with another", "[u, g]", "X 1 of 4 · S 2 of 4", "the union and GM agreed"),
        )
    ),
    Claim(
        "a speech has no text that could be silent",
        f"{TWO}{_doc('f', '20')}{_doc('g', '20')}"
        "  later: {party: f, form: statement, date: 2025-05-03, sources: [paper], "
        "positions: {pay: silent}}\n",
        "A",
        ("Ford and GM want 20 dollars.",),
        "1 of 1",
    ),
    Claim(
        "who acts together with others offers with them",
        f"{TWO}{_doc('f', '{value: 20, by: [f, g]}')}{_doc('g', '{value: 20, by: [f, g]}')}",
        "A",
        ("Ford and GM offer 20 dollars.",),
        "1 of 1",
    ),
]


FORD = "  mf: {{party: f, date: 2025-05-01, sources: [paper], form: memorandum, read: whole, {}}}\n"
GM = FORD.replace("mf: {{party: f", "mg: {{party: g")
BOTH_5 = TWO + FORD.format("positions: {pay: '5'}") + GM.format("positions: {pay: '5'}")
STEPS = TWO.replace("issues: {", "issues: {vote: {topic: Pay, title: Vote, kind: text}, ")
PRINTED = [
    (
        "lists that share nothing are compatible and not near",
        "compare F",
        ITEMS + _doc("f", "[a]") + _doc("g", "[b]"),
        ("1 compatible", "Neither excludes the other."),
        ("near",),
    ),
    (
        "a struck clause is apart in pairs too",
        "pairs -f F",
        TWO + _doc("f", "deleted") + _doc("g", "'20'"),
        ("0 of 1 0 0 0 1",),
        (),
    ),
    (
        "a proposal is told where no party speaks",
        "compare F",
        UNION.replace("GM}", "GM, role: mediator}") + _doc("g", "'20'"),
        ("Nothing is recorded for the union, Ford and Stellantis. GM proposes 20 dollars.",),
        ("obody", "No party speaks"),
    ),
    (
        "two proposals are compared with each other where they are the columns",
        "compare F --parties g,s",
        UNION.replace("GM}", "GM, role: mediator}").replace("tis}", "tis, role: text}")
        + _doc("g", "'20'")
        + _doc("s", "'25'"),
        ("1 divided", "They are 5 dollars apart."),
        (),
    ),
    (
        "what is procedural and what is agreed in part alone is not counted",
        "compare F",
        TWO.replace(
            "dollars}", "dollars, parts: {a: A, b: B}}, vote: {kind: date, procedural: true}"
        )
        + FORD.format("positions: {pay: '20', vote: 2025-06-01}")
        + GM.format("positions: {pay: {parts: {a: '20', b: '9'}}, vote: 2025-06-01}"),
        ("Agreed or settled: 0 of 1.", "Pay: 1 of 2 parts settled or agreed"),
        (),
    ),
    (
        "where less than half is recorded there is no bound",
        "compare F",
        UNION + _doc("f", "'20'", "form: statement"),
        ("Agreed or settled: 0 of 1. Coverage",),
        ("at most",),
    ),
    (
        "a statement keeps the terms that it does not mention, and a text reacts as a whole",
        "compare F",
        TWO
        + FORD.format("positions: {pay: {value: '20', conditions: [a vote]}}")
        + GM.format("reactions: {mf: rejects}, positions: {pay: '20'}")
        + LATER.format("'22'").replace("memorandum", "statement"),
        (
            "22 dollars on condition of a vote",
            "GM rejects Ford's memorandum of 1 May 2025 as a whole",
        ),
        (),
    ),
    (
        "of later days nothing is printed",
        "show --file F pay --as-of 2025-05-01",
        TWO
        + FORD.format(
            "note: {2025-05-20: Late.}, positions: {pay: {value: '20', accounts: {x: "
            "{value: '7', date: 2025-05-21, sources: [paper]}}}}"
        )
        + "outcomes: {o: {issue: pay, date: 2025-05-01, accounts: {f: '20'}, sources: [paper], "
        "delivered: {f: {value: '8', date: 2025-05-22}}}}\n",
        ("The Paper, published later",),
        ("Late.", "7 dollars", "8 dollars", "delivered", "2025-05-2"),
    ),
    (
        "an issue that is not raised yet is not listed",
        "compare F --as-of 2025-04-01",
        TWO + _doc("f", "'20'"),
        ("0 issues.", "1 issue is not yet raised."),
        ("Pay",),
    ),
    (
        "a moment after the dossier's own is said",
        "compare F --as-of 2025-09-01",
        TWO + _doc("f", "'20'"),
        ("As of 1 September 2025 (the dossier ends on 2 June 2025).",),
        (),
    ),
    (
        "an outcome is beside the positions, the reference point and what was delivered",
        "compare F",
        TWO.replace("dollars}", "dollars, reference_point: 10}")
        + _doc("f", "'20'")
        + _doc("g", "'30'")
        + "outcomes: {o: {issue: pay, date: 2025-05-03, value: '25', confirmed_by: [f], "
        "sources: [paper], delivered: {f: '30'}}}\n",
        ("5 dollars from both positions and 15 dollars", "5 dollars more than agreed"),
        ("outside",),
    ),
    (
        "of two deals it is said which one is beside the positions",
        "compare F",
        UNION
        + _doc("f", "'20'")
        + _doc("g", "'30'")
        + _doc("u", "'40'")
        + "outcomes:\n"
        + "".join(
            f"  o{day}: {{issue: pay, date: 2025-05-0{day}, value: '{value}', sources: [paper], "
            f"confirmed_by: [f, {other}]}}\n"
            for day, value, other in ((3, 20, "u"), (4, 25, "g"))
        ),
        ("What was agreed on 3 May 2025 is 20", "What was agreed on 4 May 2025 is 15"),
        ("What was agreed is",),
    ),
    *(
        (
            f"figures of their own precision: {kind}, {one} and {other}",
            "compare F",
            TWO.replace("quantity, unit: dollars", kind) + _doc("f", one) + _doc("g", other),
            said,
            (),
        )
        for kind, one, other, said in (
            ("date", "2025", "2026", ("They are 1 year apart.",)),
            ("date, limit: maximum", "2025", "2025-12-31", ("1 agreed", "the end of 2025")),
            ('quantity, unit: "%"', "-3 %", "2 %", ("They are 5 percentage points apart.",)),
            ('quantity, unit: "%"', "100 %", "all", ("1 agreed",)),
        )
    ),
    (
        "a condition is met first, and its opposite is one finding",
        "sequence -f F",
        STEPS
        + FORD.format("positions: {pay: {value: '20', conditions: [vote]}}")
        + GM.format("sequence: [pay, vote]"),
        ("1 pair of steps ordered oppositely; no other loop", "Ford puts vote before pay"),
        (),
    ),
    (
        "steps within one period are not at the same time, also where they are taken over",
        "sequence -f F",
        STEPS
        + FORD.format("sequence: [{{any_order: [pay, vote]}}]")
        .replace("{{", "{")
        .replace("}}", "}")
        + GM.format("based_on: mf"),
        ("Pay and, in any order, Vote",),
        ("together", "same time"),
    ),
    (
        "a share of few issues has no rank",
        "pairs -f F",
        UNION.replace("}}\nmem", "}, x: {kind: text}, y: {kind: text}}\nmem")
        + FORD.format("positions: {pay: '1', x: A, y: B}")
        + GM.format("positions: {pay: '1'}")
        + FORD.replace("f: {{party: f", "u: {{party: u").format(
            "positions: {pay: '2', x: A, y: B}"
        ),
        ("1 The union and Ford 2 of 3", "– Ford and GM 1 of 1"),
        (),
    ),
    (
        "a field that does not belong hides no position",
        "compare F",
        TWO + _doc("f", "'20'") + _doc("g", "'30'", "form: statement, bassed_on: mf"),
        ("1 divided",),
        ("unreadable",),
    ),
    (
        "a grade of a source that was published later is none yet",
        "unknown -f F --as-of 2025-05-02",
        TWO + _doc("f", "'20'"),
        ("All sources were published later (1)",),
        ("Best source", "A: "),
    ),
    (
        "indifference that is inferred is no party's word",
        "single-text F",
        TWO + _doc("f", "'20'") + _doc("g", "{blank: indifferent, basis: inferred}"),
        ("GM: does not mind (inferred)",),
        (),
    ),
    (
        "a red line of an option, and a report that is later than a party's indifference",
        "compare F",
        TWO
        + _doc("f", "{alternatives: {a: {value: '5', red_line: true}, b: '8'}}", OPTIONS)
        + _doc("g", "indifferent")
        + "  r: {party: g, form: report, date: 2025-05-05, positions: {pay: '9'}}\n",
        ("5 dollars │ (since reported, 2025-05-05: 9", "(red line)"),
        ("earlier",),
    ),
    (
        "a report of one option is of that option",
        "compare F",
        TWO
        + _doc("f", "{alternatives: {a: '5', b: '8'}}", OPTIONS)
        + _doc("g", "'8'")
        + "  r: {party: f, form: report, date: 2025-05-05, positions: {pay: {alternatives: {a: '9'}}}}\n",
        ("(since reported, 2025-05-05: One:", "Under “One”, on 5 May 2025"),
        (),
    ),
    (
        "a member with its group's words alone does not speak itself",
        "compare F",
        MEMBERS,
        ("Ford speaks on 1 of 1 issue, 1 of them in the words of its group",),
        (),
    ),
    (
        "a text that takes over one of a later day",
        "check F",
        TWO + _doc("f", "{as: mg}") + _doc("g", "'5'").replace("05-01", "05-10"),
        ("`mg` is of a later day",),
        (),
    ),
    (
        "a red line of the same value is not given up by a later word that does not repeat it",
        "compare F",
        TWO
        + FORD.format("positions: {pay: {value: '20', red_line: true}}")
        + LATER.format("{value: '20', starts: the signing}").replace("memorandum", "statement")
        + GM.format("positions: {pay: '20'}"),
        ("(red line)",),
        (),
    ),
    (
        "an account that refuses is no word for what was agreed",
        "single-text F",
        TWO
        + DEAL.format("f").replace("paper}", "paper, accounts: {g: declined}}")
        + DEAL.format("f")
        .replace("outcomes:\n  o", "  p")
        .replace("paper}", "paper, accounts: {g: {confirms: false}}}")
        + DEAL.format("f, g")
        .replace("outcomes:\n  o", "  q")
        .replace("value: '5'", "blank: undisclosed"),
        (
            "on the word of Ford: 5 dollars. GM has declined to say what was agreed",
            "GM does not confirm it.",
            "What Ford and GM agreed on 3 May 2025 is not disclosed.",
        ),
        ("by the account of",),
    ),
    (
        "a member that dissented and fell silent has not come round to its group",
        "compare F",
        MEMBERS
        + FORD.format("positions: {pay: '30'}").replace("memorandum", "statement")
        + "  m2: {party: f, date: 2025-05-03, form: memorandum, read: whole}\n",
        ("O 2 of 3", "Ford's text has nothing on this."),
        ("in the words of",),
    ),
    (
        "under an option that a text leaves blank another is no answer",
        "compare F --option f=a",
        TWO
        + FORD.format("options: {a: One, b: Two}, positions: {pay: {alternatives: {b: '5'}}}")
        + GM.format("positions: {pay: '5'}"),
        ("1 one-sided",),
        (),
    ),
    (
        "a text that keeps a position back takes the place of older words",
        "compare F",
        TWO
        + FORD.format("positions: {pay: '5'}").replace("memorandum", "statement")
        + LATER.format("undisclosed")
        + GM.format("positions: {pay: '5'}"),
        ("What Ford wants here is not disclosed.",),
        ("older words",),
    ),
    (
        "what is not recorded yet of a text read in part takes the place of nothing",
        "compare F",
        TWO
        + FORD.format("positions: {pay: '5'}").replace("memorandum", "statement")
        + LATER.format("uncoded")
        + GM.format("positions: {pay: '5'}"),
        ("On 1 May 2025 Ford wanted 5 dollars",),
        ("Nothing is recorded",),
    ),
    (
        "of two agreements of which one has no known day neither is the newest",
        "single-text F",
        TWO
        + DEAL.format("f, g")
        + DEAL.format("f, g")
        .replace("outcomes:\n  o", "  p")
        .replace("05-03, value: '5'", "05, value: '6'"),
        ("Agreed in May 2025, on the word of Ford and GM: 6", "on 3 May 2025"),
        ("the word of both",),
    ),
    (
        "what all confirm is no word of the one alone that had spoken",
        "compare F",
        TWO + FORD.format("positions: {pay: '5'}") + DEAL.format("all"),
        ("1 settled", "Ford and GM agreed on"),
        (),
    ),
    (
        "a later report that adds a term says otherwise",
        "compare F --layout list",
        BOTH_5 + LATER.format("{value: '5', conditions: [a vote]}").replace("memorandum", "report"),
        ("(since reported, 2025-05-03: 5 dollars; on condition of a vote)", "beyond doubt: 0 of 1"),
        (),
    ),
    (
        "a later report that a party would not say is a doubt",
        "compare F --layout list",
        BOTH_5 + LATER.format("declined").replace("memorandum", "report"),
        (
            "(since reported, 2025-05-03: declined)",
            "Ford was reported to have declined to say what it wants.",
            "beyond doubt: 0 of 1",
        ),
        (),
    ),
    (
        "a later report that a party does not mind is an account that differs",
        "single-text F",
        BOTH_5 + LATER.format("indifferent").replace("memorandum", "report"),
        ("[Ford reported: Does not mind.]",),
        (),
    ),
    (
        "a later report that a party does not mind is told when it is given",
        "timeline F",
        BOTH_5 + LATER.format("indifferent").replace("memorandum", "report"),
        ("Reported of Ford: does not mind: Pay",),
        (),
    ),
    *(
        (
            "an account that only confirms differs in nothing",
            command,
            BOTH_5.replace(
                "pay: '5'", "pay: {value: '5', accounts: {g: {party: g, confirms: true}}}"
            ),
            said,
            (" (accounts differ)", "Accounts that"),
        )
        for command, said in (("compare F", ("settled: 1 of 1",)), ("single-text F", ("1 clean",)))
    ),
    *(
        (
            "an account of what is left blank is told",
            command,
            BOTH_5.replace(
                "pay: '5'", "pay: {blank: silent, accounts: {g: {party: g, value: '5'}}}", 1
            ),
            (said,),
            (),
        )
        for command, said in (
            ("compare F", "(accounts differ)"),
            ("single-text F", "[GM: Pay: 5 dollars.] — of the position of Ford"),
            ("unknown -f F", "Another account says otherwise (1)"),
            ("show -f F pay", "another account by GM, g: 5 dollars"),
        )
    ),
    (
        "whose account says the same as what was agreed confirms it",
        "compare F",
        BOTH_5 + DEAL.format("f").replace("sources: paper", "sources: paper, accounts: {g: '5'}"),
        ("1 settled", "On 3 May 2025 Ford and GM agreed on 5 dollars."),
        (),
    ),
    *(
        (
            "an account that the analyst infers, or that confirms nothing, is no confirmation",
            "compare F",
            BOTH_5
            + DEAL.format("f").replace("sources: paper", f"sources: paper, accounts: {account}"),
            (f"Agreed on 3 May 2025, by the word of Ford alone: 5 dollars. GM{told}.",),
            ("1 settled",),
        )
        for account, told in (
            ("{g: {value: '5', basis: inferred}}", "'s account is inferred"),
            ("{g: {value: '5', confirms: false}}", " does not confirm it"),
        )
    ),
    (
        "a later report that a party would not say is told beside an earlier one",
        "compare F",
        TWO
        + FORD.format("positions: {pay: '5'}").replace("memorandum, read: whole", "report")
        + GM.format("positions: {pay: '5'}")
        + LATER.format("declined").replace("memorandum", "report"),
        ("On 3 May 2025 Ford was reported to have declined",),
        (),
    ),
    (
        "what is reported alike of two options is told once in a cell",
        "compare F",
        TWO
        + FORD.format("positions: {pay: '5'}")
        + GM.format("positions: {pay: '5'}")
        + LATER.format("{alternatives: {x: declined, y: declined}}").replace(
            "memorandum", "report"
        ),
        ("declined)",),
        ("or declined",),
    ),
    (
        "who confirms in an undated account is told with what was agreed",
        "timeline F",
        BOTH_5
        + DEAL.format("f").replace(
            "sources: paper", "sources: paper, accounts: {g: {confirms: true}}"
        ),
        ("by the word of Ford and GM. The issue is now settled.",),
        (),
    ),
    *(
        (
            "of words and a silence of one month it is not known which came last",
            command,
            BOTH_5.replace("memorandum", "statement", 1)
            + LATER.format("'5'").replace("{pay: '5'}", "{}, read: whole").replace("-03,", day),
            said,
            (),
        )
        for command, day, said in (
            (
                "compare F",
                ",",
                ("which of Ford's words came last: 5 dollars", "nothing (May 2025)"),
            ),
            (
                "single-text F",
                ",",
                ("Ford: no provision, in May 2025; which words came last is not",),
            ),
            ("compare F", "-03,", ("1 one-sided",)),
        )
    ),
    *(
        (
            "a silence of a month is no later than words of that month",
            "compare F",
            BOTH_5.replace("2025-05-01", day, 1).replace("positions: {pay: '5'}", "", 1)
            + LATER.format("'5'").replace("memorandum", "statement").replace("-03,", ","),
            ("which of Ford's words came last",),
            (),
        )
        for day in ("2025-05", "2025-05-01")
    ),
    (
        "a red line of a month in which one is taken back is not known to stand",
        "compare F",
        BOTH_5.replace("2025-05-01", "2025-05", 1).replace(
            "'5'}", "{value: '5', red_line: true}}", 1
        )
        + LATER.format("{value: '5', red_line: false}").replace("memorandum", "statement"),
        ("1 agreed",),
        ("red line",),
    ),
    (
        "words of a day are not earlier than what is confirmed in that month",
        "single-text F",
        BOTH_5
        + DEAL.format("f")
        .replace("sources: paper", "sources: paper, accounts: {g: {confirms: true, date: 2025-05}}")
        .replace("'5'", "'6'"),
        ("Pay: [Ford (earlier), GM: 5 dollars.]",),
        (),
    ),
    *(
        (
            "what a party tells of a deal of others is no newer word of what it wants",
            command,
            BOTH_5
            + LATER.format("8").replace("-03", "-05")
            + DEAL.format("f").replace(
                "sources: paper",
                "sources: paper, accounts: {g: {value: '7', date: 2025-05-04}}",
            ),
            (told,),
            ("GM earlier", "is unclear."),
        )
        for command, told in (
            ("single-text F", "GM: 5 dollars"),
            ("timeline F", "away from GM"),
        )
    ),
    (
        "a distance that holds under one option only names it",
        "compare F",
        TWO
        + FORD.format(
            "options: {a: {title: Plan A}, b: {title: Plan B}}, "
            "positions: {pay: {alternatives: {a: '7', b: '9'}}}"
        )
        + GM.format("positions: {pay: '4'}")
        + DEAL.format("g"),
        ("is 2 dollars from Ford's position under plan A",),
        (),
    ),
    (
        "the title of an option is no more known than its text",
        "compare F --option f=a --as-of 2025-05-02",
        TWO
        + FORD.format("known: 2025-05-03, options: {a: Plan B}, positions: {pay: '5'}")
        + GM.format("positions: {pay: '5'}"),
        ("under “a” of Ford",),
        ("Plan B",),
    ),
    *(
        (
            "an order of steps of which a newer text took the place is recorded",
            command,
            STEPS
            + FORD.format("sequence: [pay, vote]").replace("memorandum, read: whole", "report")
            + LATER.format("'5'"),
            (said,),
            ("another order",),
        )
        for command, said in (
            ("sequence -f F", "a newer text took the place of a report of 1 May 2025 on Ford."),
            ("single-text F", "left out; a newer text took its place"),
        )
    ),
    (
        "an order of steps that its party turned round since is an earlier one",
        "single-text F",
        STEPS
        + FORD.format("sequence: [pay, vote]")
        + LATER.format("'5', vote: a, ").replace("memorandum", "statement, sequence: [vote, pay]"),
        ("[Ford said: First vote; then pay.]", "[Ford earlier: First pay; then vote.]"),
        (),
    ),
    *(
        (
            "of a text that is not known nobody tells that it is not disclosed",
            command,
            TWO.replace("{name: GM}", "{name: GM}, e: {name: Envoy, role: mediator}")
            + FORD.replace("f,", "e,").format("known: 2025-06-01, positions: {pay: '5'}")
            + LATER.format("{as: mf}").replace("memorandum", "report, reactions: {mf: accepts}")
            + GM.replace("05-01", "05-04").format("based_on: mf"),
            said,
            unsaid,
        )
        for command, said, unsaid in (
            (
                "compare F --as-of 2025-05-10",
                ("What Ford and GM want here is not disclosed.", "(reported, 2025-05-03)"),
                ("It is reported that what",),
            ),
            (
                "timeline F --all",
                ("works on Envoy's memorandum of 1 May 2025, whose contents were not known",),
                ("no position", "Reported of Ford (of 3 May 2025) is reported to accept"),
            ),
        )
    ),
    *(
        (
            "an account of a party told by somebody unnamed is not its own, and confirms nothing",
            command,
            TWO
            + FORD.format("positions: {pay: '5'}")
            + GM.format("positions: {pay: '5'}")
            + DEAL.format("g")
            .replace("value: '5'", f"value: '{figure}'")
            .replace(
                "sources: paper",
                "sources: paper, accounts: {f: {value: '5', speaker: a source of Wire}}",
            ),
            said,
            ("Ford's account", "and Ford agreed", "by its account", "S settled"),
        )
        for figure, command, said in (
            (
                "5",
                "compare F",
                ("of GM alone", "An account attributed to Ford (a source of Wire) says"),
            ),
            ("7", "compare F", ("by one attributed to Ford (a source of Wire): 5 dollars",)),
            ("7", "show pay -f F", ("one attributed to Ford (a source of Wire) differ",)),
            ("7", "timeline F --all", ("by an account attributed to Ford (a source of Wire)",)),
            ("7", "single-text F", ("; an account attributed to Ford (a source of Wire) says",)),
        )
    ),
    *(
        (
            "nothing is recorded of nobody whose words are retold",
            command,
            TWO
            + FORD.format("positions: {pay: {paraphrase: Some pay.}}")
            + GM.format("positions: {pay: '5'}"),
            ("f what Ford wants here only a paraphrase is recorded",),
            ("othing is recorded",),
        )
        for command in ("compare F", "show pay -f F")
    ),
    *(
        (
            "what is not recorded yet takes no word away, and is told itself",
            command,
            TWO
            + FORD.format("positions: {pay: '5'}")
            + GM.format("positions: {pay: '5'}")
            + LATER.format("{paraphrase: Some pay.}")
            + LATER.replace("later", "also").format("unseen").replace("05-03", "05-01"),
            (said,),
            ("othing is recorded", "nothing on this"),
        )
        for command, said in (
            ("compare F", "(older words, 2025-05-01)"),
            ("show pay -f F", "memorandum of 3 May 2025 (published): uncoded: Some pay."),
            ("timeline F --all", "not seen or recorded, so that older words stay: Pay"),
        )
    ),
    (
        "the title of a text is no more known than the text",
        "single-text F --as-of 2025-05-02",
        TWO
        + FORD.format("known: 2025-05-03, title: Plan B, positions: {pay: '5'}")
        + GM.format("positions: {pay: '5'}"),
        ("Ford: memorandum of 1 May 2025 (withheld",),
        ("Plan B",),
    ),
    *(
        (
            f"what is inferred to be agreed, in {command}",
            f"{command} F",
            TWO + _doc("f", "'9'") + _doc("g", "'8'") + INFERRED_DEAL,
            (said,),
            (),
        )
        for command, said in (
            ("timeline --file", "5 dollars (inferred), by the word of Ford and GM"),
            ("single-text --file", "Agreed on 3 May 2025 (inferred), on the word of both."),
        )
    ),
    (
        "the order of steps of a group is no member's as well",
        "sequence -f F",
        STEPS.replace("g: {name: GM}", "g: {name: GM}, w: {name: The Wing, member_of: f}")
        + FORD.format("positions: {pay: {value: '20', conditions: [vote]}}")
        + GM.format("sequence: [pay, vote]"),
        ("1 pair of steps ordered oppositely; no other loop",),
        ("Wing puts",),
    ),
    (
        "what is inferred under an option, and what was agreed whatever the option",
        "packages --file F",
        TWO
        + _doc("f", "{alternatives: {a: {value: '5', basis: inferred}, b: '8'}}", OPTIONS)
        + _doc("g", "'9'")
        + DEAL.format("f, g"),
        ("S Pay: 5 dollars (inferred) why: On 3 May 2025 Ford and GM agreed on 5 dollars.",),
        ("8 dollars (inferred)",),
    ),
    (
        "an order of steps that nobody had stated by then",
        "sequence F --as-of 2025-05-01",
        TWO
        + LATER.format("'5'").replace("positions:", "sequence: [pay], title: Secret, positions:"),
        ("No order of steps is recorded.",),
        ("a newer text", "Secret"),
    ),
    (
        "a short word is an id, and limits beside a zero warn",
        "check F",
        TWO.replace("f: {name: Ford}", "be: {name: Belgium}")
        + FORD.replace("party: f", "party: be").format("positions: {pay: up to 10}")
        + GM.format("positions: {pay: '0'}"),
        ("zero-or-limit",),
        ("error",),
    ),
]


@pytest.mark.parametrize(
    ("command", "text", "said", "unsaid"),
    [one[1:] for one in PRINTED],
    ids=[one[0] for one in PRINTED],
)
def test_no_output_says_more_than_the_dossier(
    command: str,
    text: str,
    said: tuple[str, ...],
    unsaid: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(with_prelude(text), encoding="utf-8")
    run([str(path) if word == "F" else word for word in command.split()], open_ui=lambda *_: 1)
    told = re.sub(r"[\s↳]+", " ", capsys.readouterr().out)
    assert [words for words in said if words not in told] == []
    assert not [words for words in unsaid if words in told]


@pytest.mark.parametrize("claim", CLAIMS, ids=[one.name for one in CLAIMS])
def test_no_row_says_more_than_its_record(claim: Claim) -> None:
    dossier = positions.loads(with_prelude(claim.text)).dossier
    assert dossier is not None
    moment = Moment.parse(claim.as_of) if claim.as_of else None
    comparison = compare(dossier, as_of=moment)
    line = comparison.row("pay").whole

    assert status_mark(line, comparison) == claim.mark
    for words in claim.said:
        assert words.casefold() in line.sentence.casefold()
    told = " ".join((line.sentence, *(gap.sentence for gap in line.gaps)))
    for words in claim.unsaid:
        assert words not in told
    assert str(comparison.convergence) == claim.convergence


def test_two_members_with_only_their_groups_word_are_one_voice() -> None:
    text = MEMBERS.replace("GM}", "GM, member_of: u}")
    text = text[: text.index("  mg:")]
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None
    comparison = compare(dossier, parties=["f", "g"])
    assert status_mark(comparison.row("pay").whole, comparison) == "O"
    assert str(comparison.convergence) == "0 of 1"


def test_who_speaks_of_one_option_withdraws_no_other() -> None:
    later = LATER.format("{alternatives: {b: '9'}}")
    text = TWO + _doc("f", "{alternatives: {a: '5', b: '8'}}", OPTIONS) + _doc("g", "'5'")
    text += later.replace("party: f, form: memorandum", "party: f, form: statement")
    dossier = positions.loads(with_prelude(text)).dossier
    assert dossier is not None

    found = {
        chosen: compare(dossier, options={"f": [chosen]} if chosen else {}).row("pay").whole
        for chosen in ("", "a", "b")
    }
    assert {chosen: line.status.letter for chosen, line in found.items()} == {
        "": "N",
        "a": "A",
        "b": "D",
    }
    held = {chosen: list(dict(line.standings["f"].branches)) for chosen, line in found.items()}
    assert held == {"": ["a", "b"], "a": ["a"], "b": ["b"]}


def test_the_deal_of_those_shown_alone_settles_their_row() -> None:
    (claim,) = [one for one in CLAIMS if one.name.startswith("a deal of some")]
    dossier = positions.loads(with_prelude(claim.text)).dossier
    assert dossier is not None

    comparison = compare(dossier, parties=["u", "g"])
    assert status_mark(comparison.row("pay").whole, comparison) == "S"
    assert str(comparison.convergence) == "1 of 1"
