"""Every problem code appears from its own example, and not from the mended one."""

from __future__ import annotations

import textwrap

import pytest

import positions
from positions.problems.catalogue import CODES, Severity
from positions.problems.codes_checks import OUTCOMES
from tests.from_docstring import with_prelude

DOSSIER = """\
{before}
events: {{the-retreat: {{title: The retreat}}}}
issues:
  truce: {{topic: War, title: Truce, kind: duration}}
  land: {{topic: War, title: Land, kind: choice, options: {{ours: Ours, theirs: Theirs}},
         parts: {{hill: The hill, lake: The lake}}}}
memoranda:
  plan:
    party: north
    form: memorandum
    read: whole
    date: 2025-06-01
    {document}
"""
NIGHT = "party: south, form: statement, sources: [paper]"


def _document(lines: str) -> str:
    return DOSSIER.format(before="", document=textwrap.indent(lines, "    ").strip())


def _sourced(lines: str) -> str:
    return _document(f"sources: [paper]\n{lines}")


def _positions(lines: str) -> str:
    return _document(f"sources: [paper]\npositions:\n{textwrap.indent(lines, '  ')}")


def _events(lines: str) -> str:
    return DOSSIER.format(before="", document="").replace(
        "events: {the-retreat: {title: The retreat}}", f"events:\n  {lines}"
    )


def _on_the_retreat(lines: str) -> str:
    return _positions(lines).replace("theirs: Theirs", "theirs: Theirs after the retreat")


def _documents(lines: str) -> str:
    return _document("") + textwrap.indent(lines.replace("…", NIGHT), "  ")


def _on_a_draft(lines: str) -> str:
    draft = "draft: {party: south, form: memorandum, read: whole, date: 2025-05-01, sources: [paper], positions: {truce: 2 days}}"
    return _document(f"sources: [paper]\n{lines}") + f"  {draft}\n"


def _issues(lines: str) -> str:
    return f"""
issues:
  {lines}
memoranda:
  n: {{party: north, form: report, date: 2025-06-01, sources: [paper], positions: {{arms: up to 5}}}}
  s: {{party: south, form: report, date: 2025-06-01, sources: [paper], positions: {{arms: up to 9}}}}
"""


def _zero(lines: str) -> str:
    return _issues(lines).replace("arms: up to 9", 'arms: "0"')


def _limited(lines: str) -> str:
    return _one_document(f"form: statement\nsources: [paper]\n{lines}").replace(
        "truce: {topic: War, title: Truce, kind: duration",
        "arms: {topic: War, title: Arms, kind: quantity, unit: tons, limit: maximum",
    )


def _one_document(lines: str) -> str:
    known = "" if "form:" in lines else "form: memorandum\n"
    fields = textwrap.indent(f"party: north\ndate: 2025-06-01\n{known}{lines}", "    ")
    return f"issues: {{truce: {{topic: War, title: Truce, kind: duration}}}}\nmemoranda:\n  m:\n{fields}\n"


def _declared(lines: str) -> str:
    said = "positions: {arms: no limit}" if lines.startswith("arms") else ""
    return f"""
issues:
  {lines}
memoranda:
  n: {{party: north, form: statement, date: 2025-06-01, sources: [paper], {said}}}
"""


def _outcomes(lines: str) -> str:
    return _document("") + f"outcomes:\n{textwrap.indent(lines, '  ')}\n"


CONTEXTS = {
    "unknown-issue": _sourced,
    "unknown-part": _positions,
    "unreadable-value": _positions,
    "two-statements": _positions,
    "misplaced-statement": _positions,
    "unknown-source": _positions,
    "unknown-reference": _positions,
    "unknown-step": _document,
    "repeated-step": _document,
    "unknown-whole": _events,
    "unknown-document": _on_a_draft,
    "endless-basis": _on_a_draft,
    "nothing-to-take": _on_a_draft,
    "without-source": _document,
    "withheld-and-read": _one_document,
    "read-of-no-text": _one_document,
    "unknown-point": _sourced,
    "cited-and-left-out": _sourced,
    "terms-without-value": _positions,
    "conflicting-record": _documents,
    "always-meets": _issues,
    "zero-or-limit": _zero,
    "none-as-limit": _limited,
    **dict.fromkeys(
        ("title-is-no-name", "noun-without-article", "noun-needs-value", "provision-reads-badly"),
        _declared,
    ),
    **dict.fromkeys(("scope-repeats", "term-repeats"), _on_the_retreat),
    **dict.fromkeys(OUTCOMES, _outcomes),
}
"""The dossier around an example that is no dossier of its own."""

ELSEWHERE = {
    "unreadable-file": "tests/test_loader.py",
    "unread-file": "tests/test_files.py",
    "too-deep": "tests/test_source.py",
    "too-large": "tests/test_source.py",
    "too-many": "tests/test_binding.py",
    "too-many-aliases": "tests/test_source.py",
    "slow-parser": "tests/test_source.py",
    "encoding": "tests/test_source.py",
    **dict.fromkeys(("unknown-setting", "wrong-setting"), "tests/settings/test_file.py"),
    **dict.fromkeys(("impossible-key", "key-given-twice"), "tests/tui/test_keymap.py"),
    "claims-much-silence": "tests/checks/test_how_much_was_read.py",
}
"""Codes that no few lines can show, and the tests that show them."""


def _codes(code: str, lines: str) -> list[str]:
    """The codes of the problems that an example makes, as it stands or in its context."""
    if code in CONTEXTS:
        texts = [with_prelude(CONTEXTS[code](lines))]
    else:
        texts = [lines, with_prelude(lines)]
    return [problem.code for text in texts for problem in positions.loads(text).problems]


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_appears_from_its_own_example(code: str) -> None:
    entry = CODES[code]
    if not entry.wrong:
        assert code in ELSEWHERE, f"{code} needs an example, or a test that is named here"
        return
    assert code in _codes(code, entry.wrong)
    if entry.right:
        assert code not in _codes(code, entry.right)


@pytest.mark.parametrize("code", sorted(CONTEXTS))
def test_a_mended_example_has_no_other_fault(code: str) -> None:
    assert _codes(code, CODES[code].right) == []


@pytest.mark.parametrize("code", sorted(CODES))
def test_an_entry_explains_itself_in_sentences(code: str) -> None:
    entry = CODES[code]

    assert entry.meaning.endswith(".")
    assert entry.remedy.endswith(".")
    assert code == code.lower()
    assert entry.severity in set(Severity)
