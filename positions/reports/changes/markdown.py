"""A difference, a log and a blame as GitHub's Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.changes.detect import ChangeClass
from positions.comparison.cell_lines import CellLineRole
from positions.reports.changes.log import blamed_words, entry_lines, entry_words
from positions.reports.changes.words import (
    CLASSES,
    compared,
    convergences,
    counted,
    fact_lines,
    fact_title,
    followed,
    headline,
    is_shown,
    status_words,
)
from positions.reports.page.markdown import escaped
from positions.text.word_diff import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.changes.log import Blamed, RevisionEntry
    from positions.changes.model import (
        DossierDifference,
        IssueDifference,
        PositionChange,
        RecordChange,
    )
    from positions.reports.page.marked_lines import MarkedLine
    from positions.text.word_diff import Stretch

__all__ = ["blame_markdown", "difference_markdown", "entry_markdown"]

_TAGS = {Edit.REMOVED: ("<del>", "</del>"), Edit.ADDED: ("<ins>", "</ins>"), Edit.KEPT: ("", "")}


def difference_markdown(
    found: DossierDifference,
    heading: Sequence[str],
    *,
    classes: Sequence[ChangeClass] = (ChangeClass.SUBSTANCE,),
    by_party: bool = False,
) -> str:
    """Return a difference as Markdown; the arguments are those of `difference_text`."""
    title, *rest = heading
    lines = [f"# {escaped(title)}", ""]
    facts = [*rest, f"{convergences(*found.convergence)}.", counted(found.counts)]
    lines += [f"- {escaped(line)}" for line in facts if line]
    for change_class in CLASSES:
        if change_class not in classes or not found.counts[change_class]:
            continue
        if not by_party:
            lines += _section(found, change_class, change_class.capitalize())
            continue
        for party in {**found.after.parties, **found.before.parties, "": None}:
            name = found.name(party) if party else "of no party"
            heading_words = f"{change_class.capitalize()}: {name}"
            lines += _section(found.by(party), change_class, heading_words)
    return "\n".join(lines) + "\n"


def _section(found: DossierDifference, change_class: ChangeClass, title: str) -> Iterator[str]:
    blocks = [list(_issue(found, issue, change_class)) for issue in found.issues]
    records = [line for fact in found.facts for line in _fact(found, fact, change_class)]
    follow = list(followed(found)) if change_class is ChangeClass.SUBSTANCE else []
    if not any(blocks) and not records and not follow:
        return
    yield from ("", f"## {escaped(title)}")
    for block in blocks:
        yield from block
    if records:
        yield from ("", "### Other records", "", *records)
    if follow:
        yield from ("", "### Statuses that follow from this", "")
        yield from (f"- {escaped(line)}" for line in follow)


def _issue(
    found: DossierDifference, issue: IssueDifference, change_class: ChangeClass
) -> Iterator[str]:
    if issue.follows or not is_shown(issue, change_class):
        return
    yield from ("", f"### {escaped(issue.issue.title)}", "")
    if change_class is ChangeClass.SUBSTANCE:
        yield f"- **{escaped(status_words(issue))}**"
        if issue.status[0] is not issue.status[1] and issue.reason:
            yield f"  - {escaped(issue.reason)}"
        for stance in issue.stances:
            yield from _stance(found, issue, stance)
    for fact in issue.facts:
        yield from _fact(found, fact, change_class)


def _stance(
    found: DossierDifference, issue: IssueDifference, stance: PositionChange
) -> Iterator[str]:
    yield f"- {escaped(headline(found, issue, stance))}"
    for label, lines in zip(("was", "is"), compared(stance), strict=True):
        if lines:
            yield f"  - {label}: {'; '.join(map(_line, lines))}"


def _line(marked: MarkedLine) -> str:
    text = _tagged(marked.stretches)
    if marked.line.role in {CellLineRole.PART, CellLineRole.BRANCH}:
        return f"**{text}**"
    return f"_({text})_" if marked.line.role is CellLineRole.MARK else text


def _tagged(stretches: Sequence[Stretch]) -> str:
    return "".join(
        f"{_TAGS[one.edit][0]}{escaped(one.text)}{_TAGS[one.edit][1]}" for one in stretches
    )


def _fact(found: DossierDifference, fact: RecordChange, change_class: ChangeClass) -> Iterator[str]:
    lines = list(fact_lines(found, fact, change_class))
    if not lines:
        return
    yield f"- {escaped(fact_title(found, fact))}"
    for label, stretches in lines:
        yield f"  - {escaped(label)}: {_tagged(stretches)}"


def entry_markdown(
    entry: RevisionEntry, classes: Sequence[ChangeClass] = (ChangeClass.SUBSTANCE,)
) -> str:
    """Return an entry of a log as Markdown, an empty line after it."""
    subject = escaped(entry.revision.subject or entry.revision.short)
    lines = [f"## {subject}", "", escaped(entry_words(entry)), ""]
    lines += [f"- {escaped(line)}" for line in entry_lines(entry, classes)]
    return "\n".join(lines) + "\n\n"


def blame_markdown(title: str, found: Sequence[Blamed], names: Sequence[str]) -> str:
    """Return who last changed each party's position as Markdown."""
    lines = [f"# {escaped(title)}", ""]
    for name, one in zip(names, found, strict=True):
        if one.entry is None:
            lines.append(f"- **{escaped(name)}**: no revision states a position")
            continue
        revision = one.entry.revision
        lines.append(f"- **{escaped(name)}**: {escaped(entry_words(one.entry))}")
        lines.append(f"  - {escaped(revision.subject)}")
        lines += [f"  - {escaped(words)}" for words in blamed_words(one)]
    return "\n".join(lines) + "\n"
