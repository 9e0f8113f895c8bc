"""Builds the page of packages, and their JSON for other programs.

The JSON is plain ASCII, and its shape is stable: names are only ever added while `schema` is the
same number. It is an object of `schema` (1), `title`, `as_of`, and `packages`: a list of
`{party, option, documents, issues, counts, convergence, provisions}`. `option` is
`{id, title, group}`; `documents` lists the ids of those that offer it. `issues` counts those on
which something belongs to the option, `counts` how many of them have each status, and
`convergence`, `{least, most, rows}`, is that of all issues, both with the option fixed. A provision
is `{issue, title, part, status, value, terms, clause, document, against}`; `against` holds for each
other column `{party, relation, terms_same, distance, blank}`; where it says nothing, the first
three are null and `blank` says why. `fixed` has the options that are fixed meanwhile, by party.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from positions.comparison.cell_lines import LineWords, terms_in_words
from positions.record.options import under_options
from positions.reports.issue.standing_facts import document_in_words
from positions.reports.page.facts import FactKind, fact, facts_named
from positions.reports.page.json_values import distance_data, options_data
from positions.reports.page.model import Heading, Page, Section
from positions.reports.page.runs import Run, runs_of
from positions.sentences.english import apart_by
from positions.values import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.analysis.packages import Package, Provision, ProvisionRelation
    from positions.model.dossier import Dossier, Option
    from positions.model.moment import Moment
    from positions.reports.page.facts import Fact

__all__ = ["packages_json", "packages_page"]

SCHEMA: Final = 1
"""The version of the shape; it changes when a name goes or means something else."""


def packages_page(
    dossier: Dossier,
    as_of: Moment,
    found: Sequence[Package],
    fixed: Mapping[str, tuple[Option, ...]],
) -> Page:
    """Return the page of packages: totals of each option, then what belongs to it."""
    named = {FactKind.AS_OF: str(as_of), FactKind.UNDER: under_options(dossier, fixed)}
    totals = [fact(FactKind.OPTION, _totals(one), label=_name(dossier, one)) for one in found]
    said = "" if found else "no document that is known at this moment offers options"
    options = [
        replace(total, facts=tuple(_package(dossier, one)))
        for total, one in zip(totals, found, strict=True)
    ]
    heads = (fact(FactKind.OPTIONS, said, totals), *options)
    return Page((Heading(runs_of(dossier.header.title)), *facts_named(named), *map(Section, heads)))


def _name(dossier: Dossier, package: Package) -> str:
    return f"{dossier.parties[package.party].heading}, {package.option.title}"


def _totals(package: Package) -> str:
    """Return `4 issues: 3 divided, 1 one-sided; agreed or settled under it: 0 of 40, at most 1`."""
    if package.replaced:
        return f"offered until {package.replaced.in_prose}"
    number = len(package.rows)
    counts = ", ".join(f"{count} {status}" for status, count in package.counts.items())
    issues = f"{number} {'issue' if number == 1 else 'issues'}" + (f": {counts}" if counts else "")
    return f"{issues}; agreed or settled under it: {package.comparison.convergence}"


def _package(dossier: Dossier, package: Package) -> Iterator[Fact]:
    for document in package.documents:
        yield fact(FactKind.OFFERED, document_in_words(dossier, document))
    if package.option.group:
        yield fact(FactKind.EXCLUDES, f"the other options of the group {package.option.group}")
    alike: dict[tuple[str, Fact], list[str]] = {}
    for provision in package.provisions:
        key = provision.row.issue.title, _provision(dossier, provision)
        alike.setdefault(key, []).append(provision.line.title if provision.line.part else "")
    for (title, offer), parts in alike.items():
        label = ", ".join(filter(None, (f"{offer.label.text} {title}", *parts)))
        yield replace(offer, label=Run(label))


def _provision(dossier: Dossier, provision: Provision) -> Fact:
    """Return a provision under the letter of its status, without the title of its issue."""
    issue, part, position = provision.row.issue, provision.line.part, provision.position
    facts = [fact(FactKind.TERM, term) for term in terms_in_words(dossier, position)]
    facts += [fact(FactKind.CLAUSE, position.place)] if position.place else []
    if provision.line.settlement.settling:
        facts.append(fact(FactKind.WHY, provision.line.sentence))
    standing = provision.line.standings[provision.document.party]
    if standing.conflicts:
        facts.append(fact(FactKind.IN, document_in_words(dossier, provision.document)))
    facts += [_against(dossier, one) for one in provision.against]
    inferred = position.inferred or (standing.speaks and standing.position.inferred)
    value = LineWords(dossier, issue, part).value(position) or str(position.blank or "")
    value += " (inferred)" * inferred
    return fact(FactKind.OFFER, value, facts, label=provision.line.status.letter)


def _against(dossier: Dossier, one: ProvisionRelation) -> Fact:
    name = dossier.parties[one.party].heading
    return fact(FactKind.AGAINST, _relation(one), label=f"to {name}")


_RELATIONS: Final = {
    Relation.WITHIN: "within what it admits",
    Relation.CONTAINS: "contains what it admits",
    Relation.OVERLAPS: "overlaps with what it admits",
    Relation.UNKNOWN: "cannot be told",
}


def _relation(one: ProvisionRelation) -> str:
    if one.relation is None:
        return f"{one.blank}{one.limit}"
    if one.relation is Relation.APART:
        return apart_by(one.distance.prose) if one.distance else "apart"
    terms = "" if one.terms_same else ", on other terms"
    return _RELATIONS.get(one.relation, "the same value") + terms


def packages_json(
    dossier: Dossier,
    as_of: Moment,
    found: Sequence[Package],
    fixed: Mapping[str, tuple[Option, ...]],
) -> str:
    """Return the packages as JSON, ended by a newline."""
    data = {
        "schema": SCHEMA,
        "title": dossier.header.title,
        "as_of": str(as_of),
        "fixed": options_data(fixed),
        "packages": [_package_data(dossier, one) for one in found],
    }
    return json.dumps(data, indent=2) + "\n"


def _package_data(dossier: Dossier, package: Package) -> dict[str, object]:
    option, convergence = package.option, package.comparison.convergence
    return {
        "party": package.party,
        "option": {"id": option.id, "title": option.title, "group": option.group or None},
        "documents": [document.id for document in package.documents],
        "issues": len(package.rows),
        "counts": {str(status): count for status, count in package.counts.items()},
        "convergence": {
            "least": convergence.least,
            "most": convergence.most,
            "rows": convergence.rows,
        },
        "provisions": [_provision_data(dossier, one) for one in package.provisions],
    }


def _provision_data(dossier: Dossier, provision: Provision) -> dict[str, object]:
    issue, position = provision.row.issue, provision.position
    return {
        "issue": issue.id,
        "title": issue.title,
        "part": provision.line.part or None,
        "status": str(provision.line.status),
        "value": LineWords(dossier, issue, provision.line.part).value(position) or None,
        "terms": list(terms_in_words(dossier, position)),
        "clause": position.place or None,
        "document": provision.document.id,
        "against": [
            {
                "party": one.party,
                "relation": str(one.relation) if one.relation else None,
                "terms_same": one.terms_same if one.relation else None,
                "distance": distance_data(one.distance),
                "blank": str(one.blank) if one.blank else None,
            }
            for one in provision.against
        ],
    }
