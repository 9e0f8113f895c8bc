"""Rules across records: one function and one code each, run on what was readable.

A reference to a record that is there but could not be read is no second problem.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from positions.checks.borrowing import endless_basis, nothing_to_take, unknown_document
from positions.checks.days import unlikely_day
from positions.checks.how_much_was_read import (
    claims_much_silence,
    read_of_no_text,
    withheld_and_read,
)
from positions.checks.outcomes import (
    conflicting_outcome,
    contradicted_outcome,
    early_delivery,
    nothing_confirmed,
    outcome_without_source,
    repeated_party,
)
from positions.checks.phrasing import (
    noun_needs_value,
    noun_without_article,
    scope_repeats,
    term_repeats,
    title_is_no_name,
)
from positions.checks.points import cited_and_left_out, unknown_point
from positions.checks.provisions import provision_reads_badly
from positions.checks.walk import Declared
from positions.model.dossier import Account, Blank, Form, Terms
from positions.problems.collector import ProblemCollector
from positions.record.standing import DocumentEntry
from positions.text.likeness import nearest, several
from positions.text.patterns import pattern
from positions.text.quoting import short_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from positions.checks.walk import Faults
    from positions.model.dossier import Dossier, Memorandum, Position
    from positions.problems.problem import Path, Problem
    from positions.reading.places import Reading
    from positions.values import Measure, Value

__all__ = ["check"]

_ID = pattern(r"[\w.]+(-[\w.]+)+")
_NAMING = attrgetter("starts", "until", "by", "conditions", "after")
"""Reads the terms that may name an event, an issue or a party."""

_OF_A_POSITION = len(("memoranda", "a document", "positions", "an issue"))
_MOST_GUESSED = 200
"""How many different free words are compared with all ids, which is slow."""


def check(dossier: Dossier, reading: Reading) -> tuple[Problem, ...]:
    """Return the problems of a dossier that only show across its records."""
    declared = Declared(dossier, reading)
    report = ProblemCollector(reading.span)
    for code, rule in _RULES.items():
        for path, sentence, suggestion in rule(dossier, declared):
            report.add(code, path, sentence, suggestion)
    return report.problems()


def _unknown_source(dossier: Dossier, declared: Declared) -> Faults:
    known = declared.ids("sources") | dossier.sources.keys()
    named: list[tuple[Path, Sequence[str]]] = [
        (("memoranda", one.id), one.sources) for one in dossier.memoranda.values()
    ]
    named += [(("outcomes", one.id), one.sources) for one in dossier.outcomes.values()]
    named += [(path, one.sources) for path, one in declared.positions if one.sources]
    told: set[Path] = set()
    for path, sources in named:
        for place, source in enumerate(sources):
            if source not in known:
                advice = partial(nearest, source, known, "Declare it under `sources`.")
                given = path if declared.writes((*path, "sources")) else ("shared",)
                where = (*given, "sources", place)
                if where in told:
                    continue
                told.add(where)
                yield where, f"`{short_name(source)}` is not a source.", advice


def _unknown_party(dossier: Dossier, declared: Declared) -> Faults:
    known = declared.ids("parties")
    named: list[tuple[Path, str | None]] = [
        (("parties", one.id, "member_of"), one.member_of) for one in dossier.parties.values()
    ]
    named += [
        ((*path, "party"), position.party)
        for path, position in declared.positions
        if isinstance(position, Account)
    ]
    for path, party in named:
        if party and party not in known:
            advice = partial(nearest, party, known, "Declare it under `parties`.")
            yield path, f"`{short_name(party)}` is not a party.", advice


def _unknown_reference(dossier: Dossier, declared: Declared) -> Faults:
    known = declared.ids("issues", "events", "parties")
    former = {word for one in dossier.issues.values() for word in one.formerly}
    former |= {word for one in dossier.parties.values() for word in one.formerly}
    guessed: dict[str, str] = {}
    for path, position in declared.positions:
        if not any(_NAMING(position)):
            continue
        terms = {
            "starts": (position.starts,),
            "until": (position.until,),
            "by": position.by,
            "conditions": position.conditions or (),
            "after": position.after,
        }
        for name, words in terms.items():
            for place, word in enumerate(words):
                # The words of a sentence are free; a single one may be a misspelt id.
                if not word or word in known or (" " in word and not several(word, known)):
                    continue
                if word not in guessed and len(guessed) < _MOST_GUESSED:
                    guessed[word] = nearest(word, known)
                advice = guessed.get(word, "")
                if advice or word in former or _ID.fullmatch(word):
                    sentence = f"`{short_name(word)}` is no event, issue or party."
                    advice = advice or "Declare it, or write it in several words."
                    yield (*path, name, place), sentence, advice


def _unknown_step(dossier: Dossier, declared: Declared) -> Faults:
    known = declared.ids("issues", "events")
    for path, word in _steps(dossier):
        if word not in known:
            advice = partial(nearest, word, known, "Declare it under `events`.")
            yield path, f"`{short_name(word)}` is no event or issue.", advice


def _steps(dossier: Dossier) -> Iterator[tuple[Path, str]]:
    """Return each word of each sequence with its path."""
    for memorandum in dossier.memoranda.values():
        periods = memorandum.periods
        for place, step in enumerate(memorandum.steps):
            inside = ("any_order",) if place in periods else ()
            for inner, word in enumerate(step):
                yield ("memoranda", memorandum.id, "sequence", place, *inside, inner), word


def _repeated_step(dossier: Dossier, _: Declared) -> Faults:
    seen: set[tuple[object, str]] = set()
    for path, word in _steps(dossier):
        if (path[1], word) in seen:
            sentence = f"`{short_name(word)}` stands twice in the sequence."
            yield path, sentence, "Keep one of the two; nothing comes before itself."
        seen.add((path[1], word))


def _unknown_whole(dossier: Dossier, declared: Declared) -> Faults:
    known = declared.ids("issues", "events")
    for event in dossier.events.values():
        if event.part_of and event.part_of not in known:
            path = ("events", event.id, "part_of")
            advice = partial(nearest, event.part_of, known, "Name an issue or another event.")
            yield path, f"`{short_name(event.part_of)}` is no issue or event.", advice


def _without_source(dossier: Dossier, declared: Declared) -> Faults:
    for memorandum in dossier.memoranda.values():
        if memorandum.sources:
            continue
        for issue, position in memorandum.positions.items():
            if not position.sources:
                where = ("memoranda", memorandum.id, "positions", issue)
                sentence = "The position has no source, of its own or of its document."
                yield where, sentence, "Add `sources:` here or to the document."
    for about in dossier.issues.values():
        if about.reference_point is not None and not about.reference_point.sources:
            point = ("issues", about.id, "reference_point")
            yield point, "The reference point has no source.", "Add `sources:` to it."
    for path, position in declared.positions:
        for label, account in position.accounts.items():
            if not account.sources:
                sentence = f"The account `{short_name(label)}` does not say whose it is."
                yield (*path, "accounts", label), sentence, "Add `sources:` to it."
    yield from outcome_without_source(dossier)


def _terms_without_value(_: Dossier, declared: Declared) -> Faults:
    for path, position in declared.positions:
        # An account may contest a term alone, and a blank that is written is meant.
        if position.blank is not Blank.UNCODED or "accounts" in path[_OF_A_POSITION:]:
            continue
        terms = [name for name in Terms.model_fields if name in position.model_fields_set]
        if terms and not any(declared.writes((*path, key)) for key in ("value", "blank")):
            listed = " and ".join(f"`{name}`" for name in terms)
            sentence = f"The position has {listed} and no value, so that it counts as uncoded."
            advice = "Add `value:`, or say with `blank:` why there is none."
            yield path, sentence, advice


def _conflicting_record(dossier: Dossier, _: Declared) -> Faults:
    said: dict[tuple[str, str, dt.date, bool], _Said] = {}
    of_a_day = Counter((one.party, one.date.day) for one in dossier.memoranda.values())
    for memorandum in dossier.memoranda.values():
        if of_a_day[memorandum.party, memorandum.date.day] == 1:
            continue
        told = memorandum.form is Form.REPORT
        for issue, position in memorandum.positions.items():
            if told and not DocumentEntry(memorandum, position).of_record:
                continue
            key = memorandum.party, issue, memorandum.date.day, told
            other = said.setdefault(key, _Said()).otherwise(memorandum, position)
            if other:
                path = ("memoranda", memorandum.id, "positions", issue)
                sentence = (
                    f"`{short_name(other)}`, of the same moment, says something else on this."
                )
                advice = "Give the later one its time, or make one an account of the other."
                yield path, sentence, advice


class _Said:
    """What a party said on an issue in a day: for each time of day, two different words at most.

    Two are enough to tell whether anything said at that time differs from another word.
    """

    def __init__(self) -> None:
        self._times: dict[dt.time | None, dict[object, str]] = {}

    def otherwise(self, memorandum: Memorandum, position: Position) -> str:
        """Return an earlier document of the same moment that says something else, or nothing."""
        time, substance = memorandum.date.time, position.substance()
        times = self._times if time is None else {time, None} & self._times.keys()
        found = [
            document
            for one in times
            for words, document in self._times[one].items()
            if words != substance
        ]
        words = self._times.setdefault(time, {})
        if len(words) < 2:
            words.setdefault(substance, memorandum.id)
        return found[0] if found else ""


def _always_meets(_: Dossier, declared: Declared) -> Faults:
    for issue, sides in declared.open_sides.items():
        if len({party for party, _ in sides}) < 2:
            continue
        first, *others = sides.values()
        if first and all(side == first for side in others):
            sentence = f"All positions are open {first}, so that they always meet."
            advice = "If the values are limits, declare `limit: maximum` or `limit: minimum`."
            yield ("issues", issue), sentence, advice


def _zero_or_limit(dossier: Dossier, declared: Declared) -> Faults:
    """Yield issues on which one party names an upper limit, and another nothing but 0."""
    for issue, sides in declared.open_sides.items():
        limits = {party for (party, _), side in sides.items() if side == "downward"}
        if not limits:
            continue
        measure = dossier.measure(issue)
        values = declared.values[issue]
        if any(
            limits - {party} and _is_zero(measure, value) for (party, _), value in values.items()
        ):
            sentence = "Some positions are limits (`up to …`), and one is 0, which they all admit."
            advice = "If 0 is a limit too, declare `limit: maximum`: then the two are apart."
            yield ("issues", issue), sentence, advice


def _is_zero(measure: Measure, value: Value) -> bool:
    return value.single and str(measure.plain(value)).split()[0] == "0"


def _none_as_limit(dossier: Dossier, declared: Declared) -> Faults:
    """Yield the positions that write `none` where values are limits, which may mean 0."""
    for path, _ in declared.positions:
        issue = dossier.issues.get(str(path[3])) if path[0] == "memoranda" else None
        if issue is None or not issue.limit:
            continue
        for where in (path, (*path, "value")):
            if declared.written(where) == "none":
                sentence = "`none` of what is limited, or no limit: it counts as `no limit`."
                yield where, sentence, "Write `no limit`, or `0` where none of it is wanted."


_RULES: dict[str, Callable[[Dossier, Declared], Faults]] = {
    "unknown-source": _unknown_source,
    "unknown-reference": _unknown_reference,
    "unknown-step": _unknown_step,
    "repeated-step": _repeated_step,
    "unknown-whole": _unknown_whole,
    "unknown-party": _unknown_party,
    "unknown-document": unknown_document,
    "endless-basis": endless_basis,
    "nothing-to-take": nothing_to_take,
    "without-source": _without_source,
    "withheld-and-read": withheld_and_read,
    "read-of-no-text": read_of_no_text,
    "claims-much-silence": claims_much_silence,
    "unknown-point": unknown_point,
    "cited-and-left-out": cited_and_left_out,
    "terms-without-value": _terms_without_value,
    "conflicting-record": _conflicting_record,
    "always-meets": _always_meets,
    "zero-or-limit": _zero_or_limit,
    "none-as-limit": _none_as_limit,
    "title-is-no-name": title_is_no_name,
    "noun-without-article": noun_without_article,
    "noun-needs-value": noun_needs_value,
    "scope-repeats": scope_repeats,
    "term-repeats": term_repeats,
    "provision-reads-badly": provision_reads_badly,
    "nothing-confirmed": nothing_confirmed,
    "repeated-party": repeated_party,
    "contradicted-outcome": contradicted_outcome,
    "conflicting-outcome": conflicting_outcome,
    "early-delivery": early_delivery,
    "unlikely-day": unlikely_day,
}
