"""Small dossiers of two parties, written in a line each, and what is said of their one issue."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import positions
from positions.sentences.blanks import Silence
from positions.sentences.glossary import Glossary
from positions.sentences.reasons import Reason, reason
from positions.sentences.voices import voice

if TYPE_CHECKING:
    from positions.model.dossier import Dossier

__all__ = ["dossier_of", "reason_of"]


def dossier_of(issue: str, *papers: str, parties: str = "", more: str = "") -> Dossier:
    """Return a dossier with one issue, `it`, and a document for each text of positions.

    Args:
        issue: The fields of the issue, in flow style without the braces; the title is It by default.
        papers: The party, a colon and its position in flow style: `russia: {value: 30 days}`.
            Of Ukraine and Russia, who has none here has a text that is silent.
        parties: The parties, if they are not Ukraine and Russia.
        more: Other sections.
    """
    given = parties or "ukraine: {name: Ukraine}, russia: {name: Russia}"
    if not parties:
        spoken = {paper.split(":", 1)[0] for paper in papers}
        papers = (*papers, *(f"{one}: " for one in ("ukraine", "russia") if one not in spoken))
    memoranda = "\n".join(
        f"  paper-{number}: {{party: {party}, form: memorandum, read: whole, date: 2025-06-02, "
        f"sources: [paper], positions: {{{position and f'it: {position}'}}}}}"
        for number, (party, position) in enumerate(paper.split(": ", 1) for paper in papers)
    )
    titled = issue if "title: " in issue else f"title: It, {issue}"
    text = (
        "dossier: {format: 1, title: A test, as_of: 2025-07-23}\n"
        f"parties: {{{given}}}\n"
        "sources: {paper: {publisher: The Paper, date: 2025-06-02, title: Talks}}\n"
        f"issues: {{it: {{topic: T, {titled}}}}}\n"
        f"{textwrap.dedent(more)}\nmemoranda:\n{memoranda}\n"
    )
    loaded = positions.loads(text, "test.yaml")
    assert loaded.dossier is not None, [str(problem) for problem in loaded.problems]
    assert not [one for one in loaded.problems if one.severity == "error"], [
        str(problem) for problem in loaded.problems
    ]
    return loaded.dossier


def reason_of(dossier: Dossier, part: str = "") -> Reason:
    """Return what is said of the one issue, without why its status is what it is."""
    words = Glossary(dossier)
    row = positions.compare(dossier).row("it")
    line = next(one for one in row.leaves if one.part == part)
    voices = [voice(words, [line.standings[party] for party in camp]) for camp in line.camps]
    silent = [
        Silence(words.names[party], one.blank)
        for party, one in line.standings.items()
        if one.blank and not one.speaks
    ]
    names = list(words.names.values())
    return reason(words.issue("it", part), voices, silent, names)
