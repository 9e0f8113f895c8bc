"""The positions on an issue drawn: who is where, what all admit, how far the furthest are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.comparison.compare import compare
from positions.reports.issue.number_lines import number_lines
from positions.reports.page.pictures import BOX_SIGNS, picture_text

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def drawn(dossier: Dossier, issue: str) -> list[str]:
    row = compare(dossier).row(issue)
    return [picture_text(one.draw(90, BOX_SIGNS)) for one in number_lines(compare(dossier), row)]


def test_what_both_admit_is_drawn_below_them(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
    parties:
      hill: {name: Hill}
      vale: {name: Vale}
    memoranda:
      h: {party: hill, form: memorandum, sources: paper, date: 2025-06-01, read: whole, positions: {truce: at least 20 days}}
      v: {party: vale, form: memorandum, sources: paper, date: 2025-06-01, read: whole, positions: {truce: 10-30 days}}
    """
    (picture,) = drawn(dossier, "truce")
    figures, hill, vale, both = picture.split("\n")
    assert figures.split() == ["0", "10", "20", "30"]
    assert hill.endswith("━━→  at least 20 days")
    assert hill.index("●") == figures.index("20") + 1
    assert vale.endswith("●───  10-30 days")
    assert both.startswith("both")
    assert both.endswith("●───  20-30 days")
    assert both.index("●") == hill.index("●")


def test_branches_reports_other_columns_and_the_reference_point(dossier: Dossier) -> None:
    """
    issues:
      pay:
        topic: Pay
        title: Pay rise
        kind: quantity
        unit: "%"
        reference_point: {value: 0 %, sources: paper}
    parties:
      union: {name: The union}
      gm: {name: General Motors}
      panel: {name: The panel, role: mediator}
    memoranda:
      u:
        party: union
        form: memorandum
        sources: paper
        date: 2025-06-01
        read: whole
        options: {fast: {title: Now}, slow: {title: Over years}}
        positions:
          pay:
            alternatives: {fast: 20 %, slow: 36 %}
      g: {party: gm, sources: paper, date: 2025-06-01, form: report, positions: {pay: 10 %}}
      p: {party: panel, form: memorandum, sources: paper, date: 2025-06-01, read: whole, positions: {pay: 23 %}}
    """
    (picture,) = drawn(dossier, "pay")
    said = [line.split("  ")[-1].strip() for line in picture.split("\n")]
    assert said[1:] == [
        "20 % (Now)",
        "36 % (Over years)",
        "10 % (reported)",
        "23 %",
        "0 %, if nothing is agreed",
        "╰─── 26 percentage points apart ─╯",
    ]


def test_a_blank_or_one_figure_alone_is_no_picture(dossier: Dossier) -> None:
    """
    issues:
      truce: {topic: War, title: Truce, kind: duration}
      line: {topic: War, title: Line, kind: text}
    parties:
      hill: {name: Hill}
      vale: {name: Vale}
    memoranda:
      h: {party: hill, form: memorandum, sources: paper, date: 2025-06-01, read: whole, positions: {truce: 20 days, line: The river}}
      v: {party: vale, form: memorandum, sources: paper, date: 2025-06-01, read: whole, positions: {truce: none, line: The hills}}
    """
    assert drawn(dossier, "truce") == []
    assert drawn(dossier, "line") == []


def test_accounts_of_what_was_agreed_are_drawn_as_whose_they_are(dossier: Dossier) -> None:
    """
    issues:
      dead:
        topic: War
        title: The dead
        kind: exchange
        unit: bodies
        between: [hill, vale]
    parties:
      hill: {name: Hill}
      vale: {name: Vale}
    memoranda:
      h: {party: hill, form: memorandum, sources: paper, date: 2025-06-01, read: whole, positions: {dead: 60 for 60}}
      v: {party: vale, form: memorandum, sources: paper, date: 2025-06-01, read: whole, positions: {dead: 60 for 0}}
    outcomes:
      deal:
        issue: dead
        date: 2025-06-01
        sources: paper
        accounts: {hill: {value: 60 for 60}, vale: {value: 60 for 0}}
    """
    first, second = (picture.split("\n") for picture in drawn(dossier, "dead"))
    assert first[0] == "from Hill to Vale"
    assert [line.split("  ")[0] for line in second[2:6]] == [
        "Hill",
        "Vale",
        "Hill: agreed",
        "Vale: agreed",
    ]
    assert "60 bodies apart" in second[6]
    assert len(first) == 6
