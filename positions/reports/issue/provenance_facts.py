"""States where a position comes from as facts: clause, original words, basis, check, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.reports.page.facts import FactKind, fact
from positions.reports.page.grades import RELIABILITY, grade_in_words, published
from positions.reports.page.runs import Mark, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.model.dossier import Checked, Dossier, Position, Source
    from positions.reports.page.facts import Fact

__all__ = ["check_facts", "provenance_facts", "source_facts"]


def provenance_facts(position: Position) -> Iterator[Fact]:
    """Yield where in its text a position is, in which words, and how it was arrived at."""
    if position.place:
        yield fact(FactKind.CLAUSE, position.place)
    if position.quote is not None:
        translation = position.quote.translation
        inner = [fact(FactKind.TRANSLATION, f"“{translation}”")] if translation else []
        yield fact(FactKind.QUOTE, f"“{position.quote.text}”", inner)
    if position.paraphrase:
        yield fact(FactKind.PARAPHRASE, position.paraphrase)
    if position.inferred:
        label = Run(FactKind.BASIS, Mark.WARNING)
        yield fact(FactKind.BASIS, "inferred by the analyst, and not in its words", label=label)
    elif position.basis is not None:
        yield fact(FactKind.BASIS, "stated")
    yield from check_facts(position.checked)


def check_facts(checked: Checked | None) -> Iterator[Fact]:
    """Yield who compared a record with its sources, and when."""
    if checked is not None:
        yield fact(FactKind.CHECKED, f"{checked.date}, by {checked.who}")


def source_facts(
    dossier: Dossier, sources: tuple[str, ...], credibility: int | None
) -> Iterator[Fact]:
    """Yield each source with its grade, and where it can be read; or that none is named."""
    for name in sources:
        source = dossier.sources.get(name)
        if source is None:
            yield fact(FactKind.SOURCE, f"{name}, which is not among the dossier's sources")
            continue
        facts = (
            fact(FactKind.GRADE, grade_in_words(dossier, source, credibility)),
            *_where_it_was_read(source),
        )
        said = f"{source.publisher}, {published(source)}: {source.title} ({source.id})"
        yield fact(FactKind.SOURCE, said, facts)
    if not sources:
        yield fact(FactKind.SOURCE, "none named")


def _where_it_was_read(source: Source) -> Iterator[Fact]:
    if source.via is not None:
        letter = source.via.reliability
        graded = f" ({letter}: {RELIABILITY[letter]})" if letter else ""
        yield fact(FactKind.VIA, f"{source.via.publisher}{graded}")
    if source.url:
        yield fact(FactKind.ADDRESS, source.url, link=source.url)
    if source.archived is not None:
        archived = source.archived
        yield fact(FactKind.ARCHIVED, f"{archived.url} ({archived.date})", link=archived.url)
    if source.language:
        yield fact(FactKind.LANGUAGE, source.language)
