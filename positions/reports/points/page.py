"""Builds the page of the points of documents: cited, left out with a reason, or missing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from positions.reports.page.facts import FactKind, fact
from positions.reports.page.model import Heading, Page, Paragraph, Section
from positions.reports.page.runs import Mark, Run, runs_of
from positions.sentences.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.analysis.points import DocumentPoints, Point
    from positions.model.dossier import Dossier
    from positions.reports.page.facts import Fact

__all__ = ["points_page"]

MISSING = "no position cites it, and nothing says why"


def points_page(dossier: Dossier, documents: Sequence[DocumentPoints]) -> Page:
    """Return the page: a section a document, a line a point with what cites it or why not."""
    points = [point for one in documents for point in one.points]
    count = f"{len(points)} point{'s' if len(points) != 1 else ''}"
    summary = f"{count}: {_tally(points)}." if points else "No document lists its points."
    return Page(
        (
            Heading(runs_of(dossier.header.title)),
            Paragraph((runs_of(summary),)),
            *(Section(_document(dossier, one), is_ruled=True) for one in documents),
        )
    )


def _document(dossier: Dossier, found: DocumentPoints) -> Fact:
    document = found.document
    party = dossier.parties[document.party].name
    label = f"{party}: {Glossary.of(dossier).in_full(document)}"
    facts = [
        fact(FactKind.READ, document.read),
        fact(FactKind.POINTS, _tally(found.points) or "none is listed"),
        *(_point(dossier, point) for point in found.points),
        *_uncited(dossier, found),
    ]
    return fact(FactKind.DOCUMENT, "", facts, label=label)


def _point(dossier: Dossier, point: Point) -> Fact:
    if point.missing:
        return fact(FactKind.POINT, Run(MISSING, Mark.WARNING), label=point.name)
    if point.issues:
        return fact(FactKind.POINT, _titles(dossier, point.issues), label=point.name)
    return fact(FactKind.POINT, f"left out: {point.left_out}", label=point.name)


def _uncited(dossier: Dossier, found: DocumentPoints) -> Iterator[Fact]:
    if found.uncited:
        yield fact(FactKind.UNCITED, _titles(dossier, found.uncited))


def _titles(dossier: Dossier, issues: Iterable[str]) -> str:
    return "; ".join(dossier.issues[issue].title for issue in issues)


def _tally(points: Sequence[Point]) -> str:
    """Return what became of points, each with how many: `32 cited, 1 left out`."""
    counts = Counter(
        "not accounted for" if one.missing else "cited" if one.issues else "left out"
        for one in points
    )
    kinds = ("cited", "left out", "not accounted for")
    return ", ".join(f"{counts[kind]} {kind}" for kind in kinds if counts[kind])
