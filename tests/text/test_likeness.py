"""Which known word was a misspelt one meant for?"""

from __future__ import annotations

import time

from positions.text.likeness import closest, nearest


def test_the_word_most_like_another_is_suggested() -> None:
    assert nearest("trucee", ["truce", "flag"]) == "Did you mean `truce`?"
    assert nearest("zzz", ["truce", "flag"]) == ""
    assert nearest("zzz", ["truce", "flag"], "Declare it.") == "Declare it."
    assert closest("truce" * 17, ["truce" * 17]) == ""


def test_among_very_many_words_only_those_alike_at_an_end_are_compared() -> None:
    known = [f"issue-{number:05}" for number in range(50_000)]

    assert closest("issue-00049", known) == "issue-00049"
    assert closest("xssue-00007", known).startswith("issue-000")
    assert closest("trucee", [*known, "truce"]) == "truce"
    assert closest("", known) == ""
    begun = time.process_time()
    for number in range(20):
        closest(f"isseu-{number}", known)
    assert time.process_time() - begun < 20
