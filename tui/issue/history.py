"""The history of an issue as sections of a sheet: its statuses, and what each party said, and when.

The words are those of `positions show --history`; under them stand the revisions that changed each
party's position, and who committed them, as `positions blame` says. All run from old to new.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.message import Message

from positions.changes.log import position_revisions
from positions.changes.timeline.walk import timeline
from positions.git.history import GitFault, history_of
from positions.reports.changes.log import blamed_words, entry_words
from positions.reports.issue.statements import words_page
from positions.reports.page.facts import FactKind
from positions.reports.page.runs import Mark, Run
from positions.text.safe import visible
from tui.grid.layout import cell
from tui.sheet.items import Item, SheetSection, labelled_item, party_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from positions.changes.log import Blamed
    from positions.comparison.rows import Comparison, Row
    from positions.problems.problem import Span
    from positions.reports.page.model import Page
    from tui.paint.glyphs import Glyphs
    from tui.state.view import View

__all__ = ["IssuePast", "PastRead", "past_sections", "read_past"]

HEAD = "History: when the issue stood how, and every word that was said on it"
NO_REVISION = "no revision states a position"


class IssuePast(NamedTuple):
    """What was read of an issue's past.

    Attributes:
        page: Every word that was said on it, and its statuses.
        revisions: By party, the revisions that changed its position, the oldest first, each line
            by line; no party where no git keeps the dossier; None while they are read.
    """

    page: Page
    revisions: Mapping[str, tuple[tuple[str, ...], ...]] | None = None


@dataclass(eq=False, repr=False)
class PastRead(Message):
    """The history of an issue was read, in a thread: without its revisions first."""

    row: Row
    past: IssuePast


def read_past(
    view: View, comparison: Comparison, row: Row, is_cancelled: Callable[[], bool]
) -> Iterator[IssuePast]:
    """Yield the past of an issue, up to the moment of a comparison: without git, then with it.

    Where nobody waits for it any more, the second is incomplete.
    """
    dossier, issue = view.loaded.dossier, row.issue.id
    moments = timeline(dossier, until=comparison.as_of).moments if dossier else ()
    statuses = [(one.moment, one.rows[issue]) for one in moments if issue in one.rows]
    page = words_page(comparison, row, statuses)
    yield IssuePast(page)
    parties = [party.id for party in comparison.parties]
    try:
        steps = history_of(view.path).steps(bound=False)
        waited_for = takewhile(lambda _step: not is_cancelled(), steps)
        found = tuple(position_revisions(waited_for, issue, parties))[::-1]
    except GitFault:
        yield IssuePast(page, {})
        return
    revisions = {
        party: tuple(tuple(_revision(one)) for one in found if one.party == party)
        for party in parties
    }
    yield IssuePast(page, revisions)


def _revision(one: Blamed) -> Iterator[str]:
    if one.entry is not None:
        yield f"{entry_words(one.entry)}: {one.entry.revision.subject}"
        yield from blamed_words(one)


def past_sections(
    comparison: Comparison, row: Row, past: IssuePast, view: View, glyphs: Glyphs
) -> tuple[SheetSection, ...]:
    """Return the sections: the statuses first, then each party in the columns' order."""
    span = view.loaded.span(("issues", row.issue.id), key=True)
    head = [Item((cell(Run(HEAD, Mark.MUTED)),), place=span, copied=HEAD)]
    for statuses in past.page.sections(FactKind.STATUSES):
        for one in statuses.facts:
            why = one.first(FactKind.WHY)
            said = f"{one.said}: {why.said}" if why else one.said
            head.append(labelled_item(one.label.text, said, span))
    parties = []
    told = past.page.sections(FactKind.PARTY)
    for party, fact in zip(comparison.parties, told, strict=True):
        name, *words = party_items(fact, span, glyphs)
        revisions = _revision_items((past.revisions or {}).get(party.id), span)
        parties.append(SheetSection(party.id, party.heading, (name, *words, *revisions)))
    return (SheetSection("", "", tuple(head)), *parties)


def _revision_items(
    revisions: Sequence[tuple[str, ...]] | None, span: Span | None
) -> Iterator[Item]:
    """Yield the revisions of a party's position; nothing where there is no git."""
    if not revisions and revisions is not None:
        yield labelled_item(_IN, NO_REVISION, span)
    for first, *others in revisions or ():
        yield labelled_item(_IN, visible(first), span)
        for line in others:
            yield Item((cell(Run(visible(line))),), 1, place=span, copied=line)


_IN: Final = "in git"
