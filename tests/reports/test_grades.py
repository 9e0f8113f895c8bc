"""Which grade does a fact get, and in whose words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from positions.reports.page.grades import credibility_scale, grade, grade_in_words

if TYPE_CHECKING:
    from positions.model.dossier import Dossier


def test_the_worse_of_publisher_and_page_is_the_grade(dossier: Dossier) -> None:
    """
    sources:
      own: {publisher: P, date: 2025-06-01, title: T, reliability: B}
      forum: {publisher: P, date: 2025-06-01, title: T, reliability: B,
              via: {publisher: A forum, reliability: D}}
      agency: {publisher: P, date: 2025-06-01, title: T, reliability: D,
               via: {publisher: An agency, reliability: B}}
      unjudged: {publisher: P, date: 2025-06-01, title: T, reliability: B,
                 via: {publisher: A copy, reliability: F}}
      carried: {publisher: P, date: 2025-06-01, title: T, via: {publisher: A, reliability: C}}
      named: {publisher: P, date: 2025-06-01, title: T, reliability: B, via: A mirror}
    issues: {}
    memoranda: {}
    """
    found = {name: grade(source, 2) for name, source in dossier.sources.items()}

    assert found == {
        "own": "B2",
        "forum": "D2",
        "agency": "D2",
        "unjudged": "F2",
        "carried": "C2",
        "named": "B2",
    }
    assert grade(None, 3) == "3"
    assert grade_in_words(dossier, dossier.sources["forum"], 2) == (
        "D2: not usually reliable; probably true"
    )


@pytest.mark.parametrize(
    ("credibility", "words"),
    [
        (1, "B1: usually reliable; signed"),
        (2, "B2: usually reliable; probably true"),
        (4, "B4: usually reliable; told by the other side"),
    ],
)
def test_the_dossier_s_own_scale_is_printed_in_its_words(
    dossier: Dossier, credibility: int, words: str
) -> None:
    """
    dossier:
      format: 1
      title: A test
      as_of: 2025-06-02
      credibility: {1: signed, 4: told by the other side}
    sources: {paper: {publisher: P, date: 2025-06-01, title: T, reliability: B}}
    issues: {}
    memoranda: {}
    """
    assert grade_in_words(dossier, dossier.sources["paper"], credibility) == words
    assert credibility_scale(dossier) == "1 signed; 4 told by the other side"
