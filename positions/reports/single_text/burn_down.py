"""Says how far a text is from clean, and how that changed: in sentences, as a page, as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from positions.analysis.single_text.leaves import ITEM, VALUE
from positions.analysis.single_text.place_model import PlaceKind
from positions.analysis.single_text.request import numbered
from positions.reports.page.facts import FactKind, fact, told
from positions.reports.page.model import Heading, Page, Paragraph, Section
from positions.reports.page.runs import runs_of
from positions.sentences.terms import term_title
from positions.text.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.analysis.single_text.model import SingleText
    from positions.analysis.single_text.place_model import BurnDown, PlaceKey, Places
    from positions.model.dossier import Dossier

__all__ = [
    "burn_down_json",
    "burn_down_page",
    "distance_heads",
    "distance_in_words",
    "distance_rows",
]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""


_PLACES: Final = "places (values, items of lists and terms)"


def distance_in_words(text: SingleText) -> str:
    """Return how many places are not common, by whose words they hold and by kind."""
    places = text.places
    shorts = {one.id: one.short or one.name for one in text.whole.parties.values()}
    found = []
    for party, count in places.by_party.items():
        under = places.optional.get(party, 0)
        more = f" ({under} under one option only)" if under else ""
        found.append(f"{count} with words of {shorts[party]} alone{more}")
    several = places.by_kind.get(PlaceKind.WORDS, 0) - sum(places.by_party.values())
    kinds = (
        (several, "with words that some share", "with words that some share"),
        (
            places.by_kind.get(PlaceKind.CHOICE, 0),
            "choice between wordings",
            "choices between wordings",
        ),
        (places.by_kind.get(PlaceKind.ALTERNATIVE, 0), "alternative", "alternatives"),
    )
    found += [f"{count} {one if count == 1 else many}" for count, one, many in kinds if count]
    number = len(places.open)
    place = "place (a value, an item or a term) is" if number == 1 else f"{_PLACES} are"
    said = f"{number} {place} not common"
    return f"{said}: {listed(found)}." if found else f"{said}."


def distance_rows(text: SingleText) -> Iterator[tuple[str, ...]]:
    """Yield each article with how many of its places are not common, by party and by kind."""
    columns = _columns(text)
    for article in text.articles:
        found = [one for one in text.places.open if one.article == article.number]
        counts = [
            sum(_column(one.kind, one.parties) == column for one in found) for column in columns
        ]
        yield (f"{article.number}. {article.title}", *map(str, counts), str(len(found)))


def distance_heads(text: SingleText) -> tuple[str, ...]:
    """Return the heads of the columns of `distance_rows`."""
    shorts = {one.id: one.short or one.name for one in text.whole.parties.values()}
    return ("article", *(shorts.get(one, one) for one in _columns(text)), "not common")


def _columns(text: SingleText) -> list[str]:
    used = {_column(one.kind, one.parties) for one in text.places.open}
    order = [*text.whole.parties, _SHARED, PlaceKind.CHOICE, PlaceKind.ALTERNATIVE]
    return [one for one in order if one in used]


_SHARED: Final = "words that some share"


def _column(kind: PlaceKind, parties: tuple[str, ...]) -> str:
    if kind is not PlaceKind.WORDS:
        return str(kind)
    return parties[0] if len(parties) == 1 else _SHARED


def burn_down_page(dossier: Dossier, found: BurnDown, ends: tuple[str, str]) -> Page:
    """Return the page of how places changed.

    Args:
        dossier: The later dossier, for titles and numbers.
        found: The change.
        ends: What the two texts are called.
    """
    numbers = numbered(dossier, {})
    kinds = (
        ("Became common", found.closed),
        ("Common before, and open again", found.reopened),
        ("Newly recorded", found.recorded),
        ("Without words now", found.dropped),
    )
    return Page(
        (
            Heading(runs_of(f"{dossier.header.title}: how far from clean")),
            Paragraph((runs_of(_in_words(found, ends)),)),
            *(
                Section(
                    fact(
                        FactKind.STATE,
                        "",
                        (told(FactKind.PLACE, _place(dossier, numbers, key)) for key in keys),
                        label=label,
                    ),
                    is_ruled=True,
                )
                for label, keys in kinds
                if keys
            ),
        )
    )


def _in_words(found: BurnDown, ends: tuple[str, str]) -> str:
    return (
        f"From {ends[0]} to {ends[1]}: {_PLACES} that are not common, {found.before} before and "
        f"{found.after} now. Became common: {len(found.closed)}; open again: "
        f"{len(found.reopened)}; newly recorded: {len(found.recorded)}; without words now: "
        f"{len(found.dropped)}."
    )


def _place(dossier: Dossier, numbers: dict[str, str], key: PlaceKey) -> str:
    """Return a place in words: `1.4 Length of the ceasefire: renewal`."""
    issue = dossier.issues.get(key.issue)
    if issue is None:
        return f"{key.issue}: {key.name}"
    part = f" ({issue.parts[key.part].title})" if key.part in issue.parts else ""
    name = key.name
    if name.startswith(ITEM) and name.removeprefix(ITEM) in issue.items:
        name = issue.items[name.removeprefix(ITEM)].title
    said = "" if name == VALUE else f": {term_title(name)}"
    return f"{numbers[key.issue]} {issue.title}{part}{said}"


def burn_down_json(found: BurnDown, ends: tuple[str, str], places: tuple[Places, Places]) -> str:
    """Return how places changed as JSON: an object of `schema` (1), `from`, `to` and lists.

    `before` and `after` count the places that are not common; `closed`, `reopened`, `recorded` and
    `dropped` list them, each `[issue, part, name]`. The JSON is plain ASCII, ended by a newline.
    """
    data = {
        "schema": SCHEMA,
        "from": ends[0],
        "to": ends[1],
        "before": found.before,
        "after": found.after,
        "common": [len(one.common) for one in places],
        **{
            name: [list(key) for key in getattr(found, name)]
            for name in ("closed", "reopened", "recorded", "dropped")
        },
    }
    return json.dumps(data, indent=2) + "\n"
