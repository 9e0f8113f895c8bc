"""Provisions that read badly with some value that their issue can have, each with that sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from positions.sentences.provisions import Hole, ProvisionWriter
from positions.text.patterns import pattern
from positions.values import Stance, Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from positions.checks.walk import Declared, Faults
    from positions.model.dossier import Dossier, Issue
    from positions.problems.problem import Path
    from positions.sentences.provisions import ProvisionSentence
    from positions.values import Value

__all__ = ["provision_reads_badly"]

_PLACE = pattern(r"\{[^{}]*\}")
_TWICE = pattern(r"\b([A-Za-z]+(?: [A-Za-z]+)?) \1\b", re.IGNORECASE)
_MONTH_OR_YEAR = pattern(r"(?:[A-Z][a-z]+ )?[0-9]{4}")
_ARTICLES = frozenset({"a", "an", "the"})
_TIMES = frozenset({"after", "at", "before", "by", "from", "in", "on", "since", "until", "within"})
_OPEN = pattern(r"(?:after|at least|at most|before|between|by|from|less than|more than|up to)\b")
_DATED = pattern(r"(?:after|before|between|by|from)\b")
_SPAN = pattern(r"\D?[0-9][0-9.,]*(?:-| to )\D?[0-9]")
_LIMITS = pattern(r"(?:at least|at most|no less than|no more than|up to|above|below)$")


def provision_reads_badly(dossier: Dossier, declared: Declared) -> Faults:
    """Yield provisions that read badly with a value, or have a place that nothing fills."""
    writer = ProvisionWriter(declared.words)
    for issue in dossier.issues.values():
        for path, template, takes in _templates(issue):
            fault = _unfilled(issue, template, str(path[-1]), takes=takes)
            advice = "Take it out, or write the words that belong there."
            if not fault and takes:
                given = declared.values.get(issue.id, {}).values()
                fault, advice = _filled_badly(dossier, writer, issue, given)
            if fault:
                yield path, fault, advice
        yield from _refused_without_words(writer, issue, declared.values.get(issue.id, {}).values())


def _refused_without_words(
    writer: ProvisionWriter, issue: Issue, given: Collection[Value]
) -> Faults:
    """Yield options and items that a party refuses, and that have words only for who wants them.

    Where a list is refused whole, the issue's own sentence says so.
    """
    whole = len(issue.items) if issue.refused else 0
    told = [value.rejected for value in given if len(value.rejected) != whole]
    refused = {name for names in told for name in names}
    for section in ("options", "items"):
        for name, one in getattr(issue, section).items():
            if name in refused and (issue.provision or one.provision):
                found = writer.refused_item(issue.id, name)
                if found.takes_value:
                    path: Path = ("issues", issue.id, section, name)
                    fault = "It is refused, and only who wants it has a provision."
                    yield path, fault, f"Write `refused:`. It reads: {found.filled()}"


def _templates(issue: Issue) -> Iterator[tuple[Path, str, bool]]:
    """Yield sentences of an issue and nouns of its answers, and whether each takes a value."""
    path: Path = ("issues", issue.id)
    if issue.provision:
        yield (*path, "provision"), issue.provision, True
    if issue.refused:
        yield (*path, "refused"), issue.refused, False
    for section in ("options", "items"):
        for name, one in getattr(issue, section).items():
            for key in ("provision", "refused", "noun"):
                if getattr(one, key):
                    yield (*path, section, name, key), getattr(one, key), False


def _unfilled(issue: Issue, template: str, key: str, *, takes: bool) -> str:
    """Return what is wrong with a place in a template; empty where all are filled."""
    known = {Hole.TERMS, *([Hole.VALUE] if takes else []), *([Hole.PART] if issue.parts else [])}
    what = "noun" if key == "noun" else "provision"
    for place in _PLACE.findall(template):
        if place not in (known if what == "provision" else {"{noun}"}):
            return f"Nothing fills `{place}` in this {what}."
        if template.count(place) > 1:
            return f"`{place}` is in this {what} more than once."
    return ""


def _filled_badly(
    dossier: Dossier, writer: ProvisionWriter, issue: Issue, given: Collection[Value]
) -> tuple[str, str]:
    """Return how the provision reads badly with a value that the issue can have, and advice.

    A limit of two figures is rare, and so is looked for among those that are given alone.
    """
    for value in (*_samples(dossier, issue), *given):
        found = writer.of_value(issue.id, "", value)
        why = _fault_of(found, is_given=value in given) if found.takes_value else ""
        if why:
            return f"The provision reads badly: {why}.", f"It reads: {found.filled()}"
    return "", ""


def _samples(dossier: Dossier, issue: Issue) -> Iterator[Value]:
    """Yield a value of each form that the issue can have, but for refusals, which need none."""
    measure = dossier.measure(issue.id)
    for form in measure.forms:
        try:
            value = measure.parse(form)
        except Unreadable:
            continue  # some forms are words for what can be written, or lists
        if value.stance is not Stance.REFUSED:
            yield value


def _fault_of(found: ProvisionSentence, *, is_given: bool) -> str:
    """Return why a provision reads badly around its value; empty where it does not."""
    place = found.segments.index(Hole.VALUE)
    before = found.segments[place - 1] if place else ""
    ahead = "" if isinstance(before, Hole) or not before.endswith(" ") else before.strip().lower()
    word = ahead.rsplit(" ", 1)[-1]
    if word in _ARTICLES:
        return f"`{word}` is before the value"
    if word in _TIMES and (
        _DATED.match(found.value) or (word == "on" and _MONTH_OR_YEAR.fullmatch(found.value))
    ):
        return f"`{word}` is before a value that brings its own words"
    spans = is_given and _SPAN.match(found.value)
    if _LIMITS.search(ahead) and (spans or _OPEN.match(found.value)):
        return "a limit is before a value that has one"
    twice = _TWICE.search(found.filled())
    return f"`{twice[1]}` is there twice" if twice else ""
