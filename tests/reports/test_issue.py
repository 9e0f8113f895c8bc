"""Does the sheet of an issue say everything that is known, and what is not?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import positions
from positions.reports.issue.sheet import issue_page
from positions.reports.issue.told_once import told_once
from positions.reports.page.facts import FactKind
from positions.reports.page.json_cell import cell_data
from positions.reports.page.look import Look
from positions.reports.page.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.comparison.rows import Comparison
    from positions.loader import Loaded
    from positions.model.dossier import Dossier
    from positions.reports.page.facts import Fact
    from positions.reports.page.model import Page


def page(comparison: Comparison, loaded: Loaded) -> Page:
    return issue_page(comparison, comparison.row("a"), loaded.span)


def parties(comparison: Comparison, loaded: Loaded) -> list[Fact]:
    return list(page(comparison, loaded).sections(FactKind.PARTY))


def lines(fact: Fact, depth: int = 0) -> Iterator[str]:
    yield f"{'  ' * depth}{fact.label.text}: {fact.said}"
    for inner in fact.facts:
        yield from lines(inner, depth + 1)


def text(*facts: Fact) -> str:
    return "\n".join(line for fact in facts for line in lines(fact))


def test_the_issue_itself(comparison: Comparison, loaded: Loaded) -> None:
    """
    issues:
      a: {topic: T, title: Forces, kind: quantity, unit: soldiers, limit: maximum,
          disputed: Whether there should be a limit., note: A note., provision: "At most {value}."}
    memoranda: {}
    """
    place = loaded.span(("issues", "a"), key=True)
    assert place is not None
    assert text(*page(comparison, loaded).facts).splitlines() == [
        "as of: 2025-06-02",
        "topic: T",
        "issue: a",
        "kind: quantity",
        "unit: soldiers",
        "limit: values are the maximum itself",
        "provision: At most […].",
        "premise in dispute: Whether there should be a limit.",
        "note: A note.",
        f"at: test.yaml:{place.line}",
    ]


def test_two_words_of_the_same_day(loaded: Loaded) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      one: {party: north, form: statement, date: 2025-01-01, title: First, sources: [paper], positions: {a: 3 days}}
      two: {party: north, form: statement, date: 2025-01-01, title: Second, sources: [paper], credibility: 3, positions: {a: {value: 4 days, scope: at sea}}}
    """
    assert loaded.dossier is not None
    north = text(parties(positions.compare(loaded.dossier), loaded)[0])
    assert "position: 4 days\n  term: scope: at sea" in north
    assert "otherwise at the same time: 3 days" in north
    assert "grade: 3: source not graded; possibly true" in north
    assert "grade: not graded" in north


def test_a_report_that_contradicts_stands_beside(comparison: Comparison, loaded: Loaded) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      old: {party: north, form: statement, date: 2024-01-01, sources: [paper], positions: {a: {value: 9 days, accounts: {radio: {value: 8 days, sources: paper}}}}}
      own: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 3 days}}
      rumour: {party: north, form: report, date: 2025-01-02, title: Rumour, sources: [paper], positions: {a: {paraphrase: They may want less., alternatives: {x: 1 day, y: {value: 2 days, accounts: {tv: {value: 5 days, sources: paper}}}}}}}
    """
    north = text(parties(comparison, loaded)[0])
    assert "a report says otherwise: x: 1 day; y: 2 days" in north
    assert "says: Rumour (report of 2 January 2025)" in north
    assert "  another account, tv: 5 days" in north
    assert "statement of 1 January 2024: 9 days\n      another account, radio: 8 days" in north


def test_another_account_says_when_it_was_given_and_by_whom(
    comparison: Comparison, loaded: Loaded
) -> None:
    """
    issues: {a: {topic: T, title: A, kind: duration}}
    memoranda:
      m:
        party: north
        form: memorandum
        read: whole
        date: 2025-06-01
        sources: paper
        positions:
          a:
            value: 30 days
            accounts:
              radio: {value: 20 days, date: 2025-06-02, speaker: Ada, sources: paper}
              tv: {paraphrase: Some days., sources: paper}
    """
    north = text(*parties(comparison, loaded)[0].facts).splitlines()
    radio, tv = (north.index(line) for line in north if line.startswith("another account, "))

    assert north[radio : radio + 3] == [
        "another account, radio: 20 days",
        "  given: 2025-06-02",
        "  speaker: Ada",
    ]
    assert north[tv : tv + 2] == ["another account, tv: ", "  paraphrase: Some days."]


def test_each_blank_with_the_document_that_makes_it(comparison: Comparison, loaded: Loaded) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      earlier: {party: north, form: statement, date: 2025-01-01, title: Earlier, sources: [paper], positions: {a: 3 days}}
      text: {party: north, form: memorandum, read: whole, date: 2025-01-02, title: Their text, sources: [paper], positions: {}}
    """
    north, south = (text(fact) for fact in parties(comparison, loaded))
    assert "blank: silent: North's text has nothing on this" in north
    assert "by: Their text (memorandum of 2 January 2025, published)" in north
    assert "2025-01-01: Earlier (statement of 1 January 2025): 3 days" in north
    assert south.strip() == "South: \n  blank: uncoded: nothing is recorded for South"


def test_a_text_is_not_called_published_before_the_day_on_which_it_was(
    comparison: Comparison, loaded: Loaded
) -> None:
    """
    issues: {a: {topic: T, title: A, kind: duration}}
    memoranda:
      n: {party: north, form: memorandum, read: whole, date: 2025-05-01, published: 2025-07-01, sources: [paper],
          positions: {a: 3 days}}
    """
    north = comparison.row("a").whole.standings["north"]

    assert "by: memorandum of 1 May 2025 (withheld)" in text(*parties(comparison, loaded))
    assert cell_data(comparison.dossier, comparison.row("a").issue, north)["blank"] == {
        "type": "undisclosed",
        "meaning": "has not disclosed its position",
        "under": [],
        "document": {
            "id": "n",
            "title": None,
            "form": "memorandum",
            "date": "2025-05-01",
            "disclosure": "withheld",
            "known": None,
            "read": "part",
            "sources": [],
            "checked": None,
        },
    }


def test_a_party_that_declined_and_a_report_that_it_did(
    comparison: Comparison, loaded: Loaded
) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      own: {party: north, form: statement, date: 2025-01-01, title: Own, sources: [paper], positions: {a: {blank: declined, note: Asked twice.}}}
      rumour: {party: south, form: report, date: 2025-01-01, title: Rumour, sources: [paper], positions: {a: declined}}
    """
    north, south = (text(fact) for fact in parties(comparison, loaded))
    assert "blank: declined: North has declined to say" in north
    assert "note: Asked twice." in north
    assert north.count("source: The Paper") == 1
    assert "blank: declined: it is reported that South has declined to say" in south
    assert "by: Rumour (report of 1 January 2025)" in south


def test_alternatives_with_evidence_of_their_own(comparison: Comparison, loaded: Loaded) -> None:
    """
    sources:
      paper: {publisher: The Paper, date: 2025-06-01, title: Talks, language: fr, reliability: F}
      other: {publisher: Other, date: 2025-06-01, title: Talks}
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      own:
        party: north
        form: statement
        date: 2025-01-01
        sources: [paper]
        options: {one: {title: The first way}}
        positions:
          a:
            red_line: true
            alternatives:
              one: {value: 3 days, sources: [other], credibility: 1}
              two: 4 days
    """
    north = text(parties(comparison, loaded)[0])
    assert "  The first way: 3 days\n  two: 4 days\n  red line: yes" in north
    assert "    The first way: \n      source: Other, 2025-06-01" in north
    assert "grade: 1: source not graded; confirmed by other sources" in north
    assert "grade: F: reliability cannot be judged; information not graded" in north
    assert "language: fr" in north


def test_the_place_of_an_issue_in_the_newest_order(comparison: Comparison, loaded: Loaded) -> None:
    """
    events:
      begins: {title: the work begins, part_of: a}
      ends: {title: the work ends}
    issues:
      a: {topic: T, title: Term, kind: duration}
      b: {topic: T, title: Pay, kind: duration}
    memoranda:
      old: {party: north, form: statement, date: 2025-01-01, title: Old, sequence: [a], positions: {}}
      new: {party: north, form: statement, date: 2025-01-02, title: New, sequence: [begins, [b, a], ends], positions: {}}
      later: {party: north, form: statement, date: 2025-01-03, published: 2025-07-01, title: Later, sequence: [b, a], positions: {}}
    """
    north, south = (text(fact) for fact in parties(comparison, loaded))
    assert "order in New: step 1 of 3: the work begins; before Pay and Term" in north
    assert (
        "order in New: step 2 of 3: Term; together with Pay; after the work begins; "
        "before the work ends"
    ) in north
    assert "Old" not in north
    assert "Later" not in north
    assert "order" not in south


def test_camps_are_named_where_there_are_more_than_two_parties(
    comparison: Comparison, loaded: Loaded
) -> None:
    """
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      n: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 3 days}}
      s: {party: south, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 4 days}}
      w: {party: west, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 3 days}}
    """
    status = text(*page(comparison, loaded).sections(FactKind.STATUS))
    assert "  camps: \n    2 say the same: North, West: 3 days\n    1: South: 4 days\n" in status


def test_parts_on_which_a_party_stands_alike_share_their_facts(
    comparison: Comparison, loaded: Loaded
) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration, parts: {x: {title: X}, y: {title: Y}, z: {title: Z}}}
    memoranda:
      n: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 3 days}}
      s: {party: south, form: statement, date: 2025-01-01, sources: [paper], positions: {a: {parts: {x: 4 days}}}}
    """
    north, south = parties(comparison, loaded)
    assert (north.facts[0].kind, north.facts[0].said) == (FactKind.POSITION, "3 days")
    assert [fact.label.text for fact in south.facts] == ["X", "Y, Z"]


def test_a_source_that_is_missing_is_said_to_be(comparison: Comparison, loaded: Loaded) -> None:
    """
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      n: {party: north, form: statement, date: 2025-01-01, sources: [paper], positions: {a: 3 days}}
    """
    lacking = replace(comparison, dossier=replace(comparison.dossier, sources={}))
    assert "source: paper, which is not among the dossier's sources" in text(
        *parties(lacking, loaded)
    )


def test_where_a_cell_comes_from_is_told_in_full(loaded: Loaded) -> None:
    """
    dossier:
      format: 1
      title: A test
      as_of: 2025-06-02
      credibility: {2: its own text}
    sources:
      paper:
        publisher: The Paper
        date: 2025-06-01
        title: Talks
        url: https://paper.example/1
        reliability: B
        via: {publisher: A forum, reliability: D}
        archived: {url: https://archive.example/1, date: 2025-06-03}
        language: fr
    issues:
      a: {topic: T, title: Term, kind: duration}
    memoranda:
      one:
        party: north
        form: statement
        date: 2025-01-01
        title: First
        sources: [paper]
        credibility: 2
        checked: {who: M. Lind, date: 2025-06-04}
        positions:
          a:
            value: 3 days
            clause: [I.1, II]
            quote: {text: Trois jours., translation: Three days.}
            paraphrase: It lasts three days.
            basis: stated
      two:
        party: south
        form: statement
        date: 2025-01-01
        title: Second
        sources: [paper]
        checked: {who: M. Lind, date: 2025-06-04}
        positions:
          a: {value: 2 days, basis: inferred, checked: {who: K. Holm, date: 2025-06-05}}
    """
    assert loaded.dossier is not None
    north, south = (text(one) for one in parties(positions.compare(loaded.dossier), loaded))
    assert (
        "clause: I.1; II\n"
        "  in the original: “Trois jours.”\n"
        "    translation: “Three days.”\n"
        "  paraphrase: It lasts three days.\n"
        "  basis: stated\n"
    ) in north
    assert "checked: 2025-06-04, by M. Lind" in north
    assert (
        "      grade: D2: not usually reliable; its own text\n"
        "      via: A forum (D: not usually reliable)\n"
        "      address: https://paper.example/1\n"
        "      archived: https://archive.example/1 (2025-06-03)\n"
        "      language: fr\n"
    ) in north
    assert "basis: inferred by the analyst, and not in its words\n" in south
    assert "checked: 2025-06-05, by K. Holm" in south
    assert "M. Lind" not in south


def test_what_several_share_is_told_once(dossier: Dossier, loaded: Loaded) -> None:
    """
    parties: {a: {name: A}, b: {name: The Board}, c: {name: C}, d: {name: D}, e: {name: E}, f: {name: F}, g: {name: G}}
    sources:
      paper: {publisher: The Paper, date: 2025-05-01, title: Talks, reliability: B, language: en}
    issues: {truce: {topic: War, title: Truce, kind: text}}
    memoranda:
      a: {party: a, form: memorandum, date: 2025-05-01, read: whole, sources: [paper], positions: {truce: no guns}}
      b: {party: b, form: memorandum, date: 2025-05-01, read: whole, sources: [paper], positions: {truce: no guns}}
      c: {party: c, form: memorandum, date: 2025-05-01, read: whole, sources: [paper], positions: {truce: {value: peace, credibility: 2}}}
      d: {party: d, form: memorandum, date: 2025-05-02, read: whole, sources: [paper]}
      e: {party: e, form: memorandum, date: 2025-05-03, read: whole, sources: [paper]}
    """
    comparison = positions.compare(dossier)
    row = comparison.row("truce")
    page = told_once(issue_page(comparison, row, loaded.span))
    text = render(page, look=Look(100))

    assert text.count("language: en") == 1
    assert text.count("grade: B: usually reliable") == 1
    assert text.count("grade: B2: usually reliable") == 1
    assert "2 say the same: A, The Board: no guns\n    1: C: peace\n" in text
    assert "presence gap: The texts of D and E have nothing on this.\n" in text
    assert "presence gap: Nothing is recorded for F and G.\n" in text
    assert (
        "D, E\n  blank: silent: the texts of D and E have nothing on this\n    by: memorandum of"
        in text
    )
    assert "F, G\n  blank: uncoded: nothing is recorded for F and G\n" in text
    assert len(list(page.sections(FactKind.PARTY))) == 5


def test_a_gap_that_is_the_reason_is_told_once(dossier: Dossier, loaded: Loaded) -> None:
    """
    issues: {truce: {topic: War, title: Truce, kind: text}}
    memoranda:
      n: {party: north, form: memorandum, date: 2025-05-01, read: whole, sources: [paper], positions: {truce: no guns}}
      s: {party: south, form: memorandum, date: 2025-05-01, read: whole, sources: [paper], positions: {truce: peace}}
    """
    comparison = positions.compare(dossier)
    page = told_once(issue_page(comparison, comparison.row("truce"), loaded.span))
    assert "wording gap: as above\n" in render(page, look=Look(100))
