"""Dossiers too large to write by hand, made by arithmetic, so that every count is known.

`climate` is the shape of a data set of a climate text: 30 parties, 350 scale issues, a third of the
cells indifferent. `assembly` is that of a voting advice site: 32 parties, 38 theses.
"""

from __future__ import annotations

from collections import Counter

__all__ = ["ASSEMBLY", "CLIMATE", "assembly", "climate", "climate_cells"]

CLIMATE = (30, 350)
"""Parties and issues of the climate text."""

ASSEMBLY = (32, 38)
"""Parties and theses of the assembly."""

_POINTS = (0, 20, 40, 60, 80, 100)
_FORMS = (
    *("indifferent",) * 4,
    "position that does not matter",
    *("position",) * 4,
    "position without salience",
    "salience alone",
    "empty",
)
_WRITTEN = {
    "indifferent": "{{salience: 0}}",
    "position that does not matter": "{{value: {point}, salience: 0}}",
    "position": "{{value: {point}, salience: {salience}}}",
    "position without salience": "{point}",
    "salience alone": "{{salience: {salience}}}",
    "empty": "",
}
_VIEWS = ("yes", "neutral", "no")


def _point(party: int, issue: int) -> str:
    """Return what a party says on an issue: every seventh all agree, meet, or come near."""
    bloc = party // 5
    said = {
        0: "60",
        1: "60" if bloc % 2 else "at least 40",
        2: "40" if bloc % 2 else "60",
    }
    return said.get(issue % 7, str(_POINTS[(issue + bloc) % len(_POINTS)]))


def _form(party: int, issue: int) -> str:
    return _FORMS[(issue + 5 * party) % len(_FORMS)]


def climate() -> str:
    """Return a dossier of 30 parties and 350 scale issues, each cell of one of six forms."""
    parties, issues = CLIMATE
    lines = [*_head("A climate text", parties), "issues:"]
    lines += [
        f"  i{issue}: {{topic: Topic {issue // 25}, title: Issue {issue}, kind: scale, "
        f"ends: [nothing binds, all binds]{', near: 20 points' if issue % 7 == 2 else ''}}}"
        for issue in range(issues)
    ]
    lines.append("memoranda:")
    for party in range(parties):
        lines += _document(party)
        for issue in range(issues):
            written = _WRITTEN[_form(party, issue)].format(
                point=_point(party, issue),
                salience=1 + (7 * issue + party) % 100,
            )
            lines.append(f"      i{issue}: {written}")
    return "\n".join(lines) + "\n"


def climate_cells() -> Counter[str]:
    """Return how many cells of the climate text have each form."""
    parties, issues = CLIMATE
    return Counter(_form(party, issue) for party in range(parties) for issue in range(issues))


def assembly(theses: int = ASSEMBLY[1]) -> str:
    """Return a dossier of 32 parties and 38 theses; one party in eight answers only some."""
    parties = ASSEMBLY[0]
    lines = [*_head("An assembly", parties), "issues:"]
    lines += [
        f"  t{thesis}: {{topic: Topic {thesis // 10}, title: Thesis {thesis}, kind: choice, "
        "ordered: true, options: {no: no, neutral: neither yes nor no, yes: yes}}"
        for thesis in range(theses)
    ]
    lines.append("memoranda:")
    for party in range(parties):
        lines += _document(party, "partial")
        lines += [
            f"      t{thesis}: {_VIEWS[(thesis * (party % 4) + party // 16) % len(_VIEWS)]}"
            for thesis in range(theses)
            if party % 8 or thesis % 2
        ]
    return "\n".join(lines) + "\n"


def _head(title: str, parties: int) -> list[str]:
    return [
        f"dossier: {{format: 1, title: {title}, as_of: 2030-01-01}}",
        "parties:",
        *(f"  p{party}: {{name: Party {party}}}" for party in range(parties)),
        "sources: {paper: {publisher: An invented paper, date: 2029-12-01, title: All answers}}",
    ]


def _document(party: int, disclosure: str = "published") -> list[str]:
    return [
        f"  m{party}:",
        *(
            f"    {line}"
            for line in (
                f"party: p{party}",
                "form: memorandum",
                "read: whole",
                "date: 2029-12-01",
                f"disclosure: {disclosure}",
                "sources: [paper]",
                "positions:",
            )
        ),
    ]
