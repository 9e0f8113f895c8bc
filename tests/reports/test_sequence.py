"""How are the parties' orders of steps, their conflicts and loops told?"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positions
from positions.model.moment import Moment
from positions.record.settle import record
from positions.reports.page.look import Look
from positions.reports.page.render import STABLE, render
from positions.reports.sequence.graph import sequence_dot, sequence_mermaid
from positions.reports.sequence.json import sequence_json
from positions.reports.sequence.page import sequence_page
from positions.sequence.conflicts import order_steps
from positions.text.safe import width
from tests.from_docstring import dossier, loaded, text, with_prelude
from tests.reports.golden_files import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.comparison.rows import Comparison
    from positions.model.dossier import Dossier
    from positions.sequence.conflicts import Sequencing

__all__ = ["dossier", "loaded", "text"]

SHIPPED = "data/positions.yaml"
EVENING = Moment.parse("2025-06-02")
"""The day of the second round, when both memoranda were known."""


def sequence_text(dossier: Dossier, sequencing: Sequencing, look: Look = STABLE) -> str:
    return render(sequence_page(dossier, sequencing), look=look)


FORMS = {
    "txt": sequence_text,
    "json": sequence_json,
    "mmd": sequence_mermaid,
    "dot": sequence_dot,
}


def told(dossier: Dossier, form: Callable[[Dossier, Sequencing], str]) -> str:
    return form(dossier, order_steps(dossier, record(dossier)))


def shipped() -> Dossier:
    """The shipped dossier as it stood on that evening."""
    dossier = positions.load(SHIPPED).dossier
    assert dossier is not None
    return replace(dossier, header=dossier.header.model_copy(update={"as_of": EVENING}))


@pytest.mark.parametrize("ending", FORMS)
def test_the_real_memoranda(ending: str) -> None:
    expect(f"istanbul-sequence.{ending}", told(shipped(), FORMS[ending]))


@pytest.mark.parametrize("columns", [20, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    dossier = shipped()
    found = order_steps(dossier, record(dossier))
    lines = sequence_text(dossier, found, Look(columns)).splitlines()

    assert max(width(line) for line in lines) <= columns


def test_headings_are_strong_on_a_terminal_with_colours() -> None:
    dossier = shipped()
    found = order_steps(dossier, record(dossier))
    coloured = sequence_text(dossier, found, Look(colour=True))

    assert "\x1b[1m── Ukraine" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == sequence_text(dossier, found)


EVERYTHING = """
    parties: {north: {name: North}, south: {name: South}, west: {name: West}, east: {name: East}}
    issues:
      vote: {topic: T, title: Vote, kind: text}
      land: {topic: T, title: Land, kind: text}
    events:
      a: {title: A}
      b: {title: B}
      c: {title: C}
      d: {title: D, part_of: land}
      e: {title: E, part_of: d}
    memoranda:
      old: {party: north, form: statement, date: 2024-12-01, sources: [paper], sequence: [c, b]}
      n:
        party: north
        form: memorandum
        read: whole
        disclosure: partial
        date: 2025-01-01
        sources: [paper]
        sequence: [[a, b], [c, d]]
        options: {one: {title: Option 1, group: g}}
        positions:
          vote: {alternatives: {one: {value: x, after: c, clause: "IV"}, two: {value: y, starts: c}}}
          land: {value: x, after: c}
      press: {party: north, form: report, date: 2025-02-01, sources: [paper], sequence: [vote, b, a]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [vote, c]}
      s2: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [c, vote]}
      s3: {party: south, form: statement, date: 2025-01-01, sources: [paper], sequence: [c, e, a]}
      w: {party: west, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [e, a]}
      w2:
        party: west
        form: statement
        date: 2025-01-02
        sources: [paper]
        positions: {vote: {alternatives: {slow: {value: x, after: [a, land]}, fast: y}}}
      w3:
        party: west
        form: statement
        date: 2025-01-02
        sources: [paper]
        positions: {land: {value: x, after: vote}}
"""


@pytest.fixture
def everything() -> Dossier:
    """Reports, older words, branches, groups, contradictions, a party without an order."""
    loaded = positions.loads(with_prelude(EVERYTHING), "everything.yaml")
    assert not loaded.problems
    assert loaded.dossier is not None
    return loaded.dossier


@pytest.mark.parametrize("ending", FORMS)
def test_all_that_can_be_told(everything: Dossier, ending: str) -> None:
    expect(f"sequence.{ending}", told(everything, FORMS[ending]))


def test_each_order_of_a_loop_has_its_party_document_place_and_sources() -> None:
    words = " ".join(told(shipped(), sequence_text).split())

    assert (
        "Russia puts the beginning of the withdrawal of Ukrainian forces before the ceasefire. "
        "Stated in “Russia's memorandum” (memorandum of 2 June 2025, 14:44), in its order of steps. "
        "Sources: TASS (2 June 2025), RT (2 June 2025)."
    ) in words


def test_parties_that_order_nothing_are_told(dossier: Dossier) -> None:
    """
    issues: {x: {topic: T, title: X, kind: text}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], positions: {x: x}}
      s: {party: south, form: memorandum, date: 2025-01-01, sources: [paper], disclosure: withheld}
    """
    words = told(dossier, sequence_text)

    assert (
        "No pairs of steps ordered oppositely; no loops in the orders of all parties."
        in " ".join(words.split())
    )
    # Of a text that is withheld nobody can say that it has none.
    assert words.count("No order of steps is recorded.") == 2
    assert told(dossier, sequence_mermaid) == "flowchart TD\n"
    assert json.loads(told(dossier, sequence_json))["steps"] == {}


def test_a_loop_that_is_no_pair_is_told_with_its_documents(dossier: Dossier) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    issues: {x: {topic: T, title: X, kind: text}}
    events: {a: {title: A}, b: {title: B}, c: {title: C}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b]}
      s: {party: south, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [b, c]}
      w: {party: west, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [c, a]}
    """
    words = told(dossier, sequence_text)

    assert "No pairs of steps ordered oppositely; 1 loop in the orders of all" in words
    assert words.index("── Loops") < words.index("Stated in North's memorandum of 1 January 2025")


def test_a_party_that_could_not_be_read_is_told() -> None:
    dossier = positions.loads(
        with_prelude(
            """
            issues: {x: {topic: T, title: X, kind: text}}
            events: {a: {title: A}}
            memoranda:
              n: {party: north, form: memorandum, read: whole, date: never, sources: [paper], sequence: [a]}
              s:
                party: south
                form: memorandum
                read: whole
                date: 2025-01-01
                sources: [lost]
                sequence: [a, [], x]
                positions: {x: {value: x, after: a, sources: [lost]}}
            """
        ),
        "test.yaml",
    ).dossier
    assert dossier is not None
    words = told(dossier, sequence_text)

    assert "A document could not be read, so that its order of steps is not known." in words
    assert "  1. A\n  2. X\n" in words
    assert json.loads(told(dossier, sequence_json))["parties"][0]["unread"] is True
    assert "s0 -> s1" in told(dossier, sequence_dot)


# --------------------------------------------------------------------- text is data: drawings

NODE = r's\d+\["((?:[^"#\x60<>&\[\]|]|#\d+;)*)"\](?::::loop)?'
POINT = r'p\d+\(\(" "\)\)'
EDGE = r'[sp]\d+ (?:-->|-\.->|---)(?:\|"((?:[^"#\x60<>&\[\]|]|#\d+;)*)"\|)? [sp]\d+'
MERMAID = re.compile(rf"flowchart TD|  (?:{NODE}|{POINT}|{EDGE}|classDef loop stroke-width:4px)")


def labelled(title: str) -> Dossier:
    quoted = json.dumps(title, ensure_ascii=False)
    dossier = positions.loads(
        with_prelude(
            f"""
            dossier: {{format: 1, title: {quoted}, as_of: 2025-06-02}}
            parties: {{north: {{name: {quoted}}}, south: {{name: South}}}}
            issues: {{x: {{topic: T, title: X, kind: text}}}}
            events: {{a: {{title: {quoted}}}, b: {{title: B}}}}
            memoranda:
              n: {{party: north, form: memorandum, read: whole, date: 2025-01-01, sources: [paper], sequence: [a, b]}}
            """
        ),
        "labels.yaml",
    ).dossier
    assert dossier is not None
    return dossier


TITLES = st.text(
    st.sampled_from("ab1. -\\\"'`#;&<>[](){}|%:*_~/\n$end")
    | st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")),
    min_size=1,
).filter(lambda title: title.strip() != "")


@given(TITLES)
def test_no_title_ends_a_mermaid_label_or_means_anything_in_it(title: str) -> None:
    for line in told(labelled(title), sequence_mermaid).splitlines():
        assert MERMAID.fullmatch(line), line


@given(TITLES)
def test_no_title_ends_a_graphviz_string(title: str) -> None:
    for line in told(labelled(title), sequence_dot).splitlines():
        outside = re.sub(r'"(?:[^"\\]|\\["\\])*"', "", line)
        assert '"' not in outside
        assert "\\" not in outside


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_hostile_dossier_leaves_nothing_of_its_own_on_a_terminal(
    hostile: Comparison, form: Callable[[Dossier, Sequencing], str]
) -> None:
    words = told(hostile.dossier, form)

    assert "\x1b" not in words
    assert "\u202e" not in words
    assert "\n#" not in words


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_titles_as_they_are(hostile: Comparison) -> None:
    assert "&lt;script&gt;" in drawn(told(hostile.dossier, sequence_dot))
    assert "The ceasefire begins</text>" in drawn(told(shipped(), sequence_dot))
    assert ">\\N &quot;&lt;b&gt;&quot; &amp;amp; \\</text>" in drawn(
        told(labelled('\\N "<b>" &amp; \\'), sequence_dot)
    )


def drawn(graph: str) -> str:
    run = subprocess.run(
        ["dot", "-Tsvg"],
        input=graph,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert not run.stderr
    return run.stdout
