"""Does what is said of reading a text fit what is known of it?"""

from __future__ import annotations

import pytest

from tests.marked import faults

ISSUES = """
        issues:
          a: {topic: T, title: A, kind: text}
          b: {topic: T, title: B, kind: text}
          c: {topic: T, title: C, kind: text}
          d: {topic: T, title: D, kind: text}
          e: {topic: T, title: E, kind: text}
          f: {topic: T, title: F, kind: text}
        memoranda:
          long:
            {party: south, form: memorandum, date: 2025-05-01, sources: [paper],
             positions: {a: x, b: x, c: x, d: x, e: x, f: x}}
"""


def test_what_is_withheld_was_not_read_whole() -> None:
    assert faults(
        """
        issues: {a: {topic: T, title: A, kind: text}}
        memoranda:
          m: {party: north, form: memorandum, date: 2025-05-01, disclosure: withheld, read: «whole}
          n: {party: north, form: memorandum, date: 2025-05-02, disclosure: withheld}
          s: {party: south, form: memorandum, date: 2025-05-02, disclosure: partial, read: whole}
        """
    ) == [
        (
            "withheld-and-read: The document is withheld, and is said to have been read whole. "
            "Say with `disclosure:` how much of it is known, or leave `read` out."
        )
    ]


def test_what_is_shared_counts_as_said_of_the_document() -> None:
    assert faults(
        """
        shared: {form: memorandum, date: 2025-05-01, read: whole}
        issues: {a: {topic: T, title: A, kind: text}}
        memoranda:
          m: «{party: north, disclosure: withheld}
          s: {party: south, form: statement}
        """
    ) == [
        (
            "withheld-and-read: The document is withheld, and is said to have been read whole. "
            "Say with `disclosure:` how much of it is known, or leave `read` out."
        )
    ]


def test_spoken_words_and_reports_are_no_text_that_is_read() -> None:
    advice = "which has no text. Remove it; only a memorandum is a text that can be read."
    assert faults(
        """
        issues: {a: {topic: T, title: A, kind: text}}
        memoranda:
          m: {party: north, form: statement, date: 2025-05-01, read: «whole, disclosure: «partial}
          s: {party: south, form: report, date: 2025-05-01, read: «part}
        """
    ) == [
        f"read-of-no-text: `read` means nothing on a statement, {advice}",
        f"read-of-no-text: `disclosure` means nothing on a statement, {advice}",
        f"read-of-no-text: `read` means nothing on a report, {advice}",
    ]


def test_a_text_that_mentions_little_of_what_others_do_claims_much_silence() -> None:
    assert faults(
        f"""{ISSUES}
          short: {{party: north, form: memorandum, date: 2025-05-02, sources: [paper], read: «whole,
                   positions: {{a: y}}}}
        """
    ) == [
        (
            "claims-much-silence: The document counts as read whole, and so as silent on 5 of the 6 "
            "issues on which others speak. Say `read: part` unless all of its text was read for these "
            "issues."
        )
    ]


@pytest.mark.parametrize(
    "document",
    [
        (
            "{party: north, form: memorandum, date: 2025-05-02, sources: [paper], read: whole, "
            "positions: {a: y, b: silent}}"
        ),
        (
            "{party: north, form: memorandum, date: 2025-05-02, sources: [paper], read: I-II, "
            "positions: {a: y}}"
        ),
        (
            "{party: north, form: memorandum, date: 2025-05-02, sources: [paper], read: whole, "
            "disclosure: partial, positions: {a: y}}"
        ),
        (
            "{party: north, form: memorandum, date: 2025-05-02, sources: [paper], read: whole, "
            "based_on: long, positions: {a: y}}"
        ),
        (
            "{party: south, form: memorandum, date: 2025-05-02, sources: [paper], read: whole, "
            "positions: {a: y}}"
        ),
        "{party: north, form: statement, date: 2025-05-02, sources: [paper], positions: {a: y}}",
    ],
)
def test_a_text_that_claims_no_silence_of_that_kind_is_left_alone(document: str) -> None:
    assert faults(f"{ISSUES}          short: {document}\n") == []


def test_of_a_few_issues_a_third_says_nothing() -> None:
    few = ISSUES.replace(", f: x", "")
    assert (
        faults(
            f"""{few}
          short: {{party: north, form: memorandum, date: 2025-05-02, sources: [paper], read: whole,
                   positions: {{f: y}}}}
        """
        )
        == []
    )
