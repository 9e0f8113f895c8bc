"""Says in sentences what changed in a record: an issue, a document, an outcome, an event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from positions.changes.detect import ChangeClass, ChangeKind
from positions.changes.document_facts import BASE, NOTHING_IN_IT
from positions.changes.fact_words import fact_holder, fact_label
from positions.reports.changes.entries import entries_of, entry_words
from positions.reports.changes.words import (
    LISTED,
    SAID_OF_RECORDS,
    fact_contents,
    outcome_reasons,
    record_name,
)
from positions.reports.comparison.reactions import reaction_in_words
from positions.sentences.english import grouped, number, paragraph, sentence
from positions.text.english import listed
from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from positions.changes.detect import LeafChange
    from positions.changes.model import DossierDifference, RecordChange
    from positions.sentences.glossary import Glossary

__all__ = ["changed_fields", "fact_clauses", "fact_sentence"]

_MANY: Final = 8
_FEW: Final = 5
"""Of more clauses than the first of these, so many are told and the rest is counted."""

_WHOLE: Final = frozenset({ChangeKind.ADDED, ChangeKind.REMOVED})
_CAME: Final = {
    ChangeKind.ADDED: "recorded",
    ChangeKind.REMOVED: "no longer recorded",
    ChangeKind.RENAMED: "renamed",
}
_TOLD_IN_NAME: Final = frozenset({("issue",), ("date",), ("title",), ("party",), ("form",)})

_Deed = tuple[str, str, str]
_DEEDS: Final[dict[str, _Deed]] = {
    "as_of": ("stands for {}", "no longer stands for {}", "now stands for {} (before, {})"),
    "based_on": ("based on {}", "no longer based on {}", "now based on {} (before, {})"),
    "between": ("between {}", "no longer between {}", "now between {} (before, {})"),
    "blank": ("{}", "no longer {}", "now {} (before, {})"),
    "confirmed_by": (
        "confirmed by {}",
        "no longer confirmed by {}",
        "now confirmed by {} (before, {})",
    ),
    "counts": (
        "its figures now count {}",
        "its figures are no longer said to count {}",
        "its figures now count {} (before, {})",
    ),
    "disclosure": ("{}", "no longer {}", "now {} (before, {})"),
    "group": (
        "now excludes the others of its group",
        "no longer excludes the others of its group",
        "now excludes those of another group",
    ),
    "known": (
        "known since {}",
        "no longer said to be known only since {}",
        "known since {} (before, {})",
    ),
    "limit": (
        "each figure is now a {}",
        "no figure is a {} any more",
        "each figure is now a {} (before, a {})",
    ),
    "near": (
        "up to {} apart now counts as near",
        "up to {} apart no longer counts as near",
        "up to {} apart now counts as near (before, {})",
    ),
    "of_record": ("now the record", "no longer the record", ""),
    "ordered": (
        "the options are now a ladder: {}",
        "the options are no longer a ladder: {}",
        "the ladder is now {} (before, {})",
    ),
    "part_of": ("now part of {}", "no longer part of {}", "now part of {} (before, {})"),
    "procedural": (
        "now procedural, and not counted",
        "no longer procedural, and counted",
        "",
    ),
    "read": ("{} was read", "{} was read", "now read: {} (before, {})"),
    "red_line": ("now a red line", "no longer a red line", ""),
    "value": ("{}", "no longer {}", "now {} (before, {})"),
}
"""What is said of a field that came, that went, and that holds something else."""

_TITLED: Final[_Deed] = ("a new {}, {}", "no longer the {} {}", "the {} now called {} (before, {})")
_OTHER: Final[_Deed] = ("{} added ({})", "{} taken out ({})", "{} changed from {} to {}")
"""The same of an option, an item or a part by its title, and of any other field by its name."""

_CONTENTS: Final = {
    ("blank", "declined"): "declined to say",
    ("blank", "deleted"): "struck",
    ("blank", "indifferent"): "indifferent",
    ("blank", "silent"): "silent on it",
    ("blank", "uncoded"): "not recorded",
    ("blank", "undisclosed"): "not disclosed",
    ("blank", "unseen"): "not seen to mention it",
    ("counts", "each"): "each side",
    ("counts", "one way"): "one side",
    ("counts", "total"): "both sides together",
    ("disclosure", "partial"): "public in part",
    ("disclosure", "published"): "public",
    ("disclosure", "reviewed"): "not public, but seen by those who report it",
    ("disclosure", "withheld"): "withheld",
    ("read", "part"): "a part",
    ("read", "whole"): "the whole",
}
"""What a word of a closed vocabulary is in a sentence."""


def fact_sentence(
    found: DossierDifference, fact: RecordChange, classes: Sequence[ChangeClass]
) -> str:
    """Return what changed in a record, field by field; empty where nothing of the classes did.

    `Pay rise: reference point changed from 2% to 2.5%.` An outcome that came or went is told as a
    row tells it.
    """
    kind = _CAME.get(fact.kind, "")
    if fact.kind in _WHOLE and fact.of_all and ChangeClass.SUBSTANCE in classes:
        words = found.words[fact.kind is ChangeKind.ADDED]
        gone = kind if fact.kind is ChangeKind.REMOVED else ""
        return paragraph(
            visible(paragraph((str(replace(agreed, lead=gone)), delivered)))
            for _, agreed, delivered in outcome_reasons(words, fact.subject[1])
        )
    clauses = list(fact_clauses(found, fact, classes))
    if not clauses:
        return ""
    if len(clauses) > _MANY:
        clauses[_FEW:] = [f"{number(len(clauses) - _FEW)} more changes"]
    told = grouped(clauses)
    lead = f"{record_name(found, fact)}{kind and f', {kind}'}: "
    return paragraph(sentence(lead * (not place) + one) for place, one in enumerate(told))


def fact_clauses(
    found: DossierDifference, fact: RecordChange, classes: Sequence[ChangeClass]
) -> Iterator[str]:
    """Yield what changed in a record, a clause a field: `reference point changed from 2% to 3%`."""
    leaves = sorted(
        (one for one in fact.leaves if one.change_class in classes and not _is_apart(fact, one)),
        key=lambda leaf: leaf.path != ("value",),
    )
    told: dict[tuple[str, str], list[str]] = {}
    for key, some in entries_of(fact, leaves).items():
        if said := entry_words(found, fact, key, some):
            words = found.words[some[0].after is not None]
            whose = fact_label(words, fact.subject, (*key[:2], "value"))
            part = fact_label(words, fact.subject, (*key, "value")).removeprefix(whose)
            told.setdefault((whose, said), []).append(part.removeprefix(", "))
            leaves = [leaf for leaf in leaves if leaf not in some]
    yield from filter(None, (_field(found, fact, leaf) for leaf in leaves))
    for (whose, said), parts in told.items():
        yield ", ".join(filter(None, (whose, listed(parts), said)))


def changed_fields(
    found: DossierDifference, facts: Iterable[RecordChange], classes: Sequence[ChangeClass]
) -> list[str]:
    """Return what the fields are called that changed in some records."""
    return list(
        dict.fromkeys(
            fact_label(found.words[leaf.after is not None], fact.subject, leaf.path[:1])
            for fact in facts
            for leaf in fact.leaves
            if leaf.change_class in classes and not _is_apart(fact, leaf)
        )
    )


def _is_apart(fact: RecordChange, leaf: LeafChange) -> bool:
    """Return whether a fact is told of the record as a whole, or by its name."""
    whole = {one.path for one in fact.leaves}
    based = leaf.path == ("based_on",) and BASE in whole
    shown = leaf.path == ("disclosure",) and NOTHING_IN_IT in whole
    named = fact.kind in _WHOLE and leaf.path in _TOLD_IN_NAME
    return based or shown or named or leaf.path in SAID_OF_RECORDS


def _field(found: DossierDifference, fact: RecordChange, leaf: LeafChange) -> str:
    """Return what changed in a field; empty where its words are the same."""
    words, path = found.words[leaf.after is not None], leaf.path
    before, after = (
        _CONTENTS.get((path[-1], said), said) for said in fact_contents(found, fact, leaf)
    )
    if before == after:
        return ""
    came, went = leaf.before is None, leaf.after is None
    form = 0 if came else 1 if went else 2
    held = [after] if came else [before] if went else [after, before]
    holder = fact_holder(words, fact.subject, path)
    label = fact_label(words, fact.subject, path)
    if path[-1] == "title" and path[0] in LISTED:
        return _TITLED[form].format(path[0].removesuffix("s"), *map(words.running, held))
    named = path[0] == "reactions" or (holder and path[-1] == "value")
    if path[-1] in _DEEDS and not named:
        said = _DEEDS[path[-1]][form].format(*held)
        return f"{holder}{' ' if path[-1] == 'group' else ', '}{said}" if holder else said
    if fact.kind in _WHOLE and path[0] == "reactions":
        return _reaction(words, fact.subject[1], path[1])
    if fact.kind in _WHOLE:
        return f"{label} ({held[0]})"
    return _OTHER[form].format(label, *reversed(held))


def _reaction(words: Glossary, name: str, other: str) -> str:
    """Return what a document does to another as a whole: `it takes “The plan” as a basis`."""
    document, texts = words.dossier.memoranda[name], words.dossier.memoranda
    what = words.document(texts[other]) if other in texts else other
    did = reaction_in_words(words.names[document.party], document, document.reactions[other], what)
    return f"{words.names[document.party].text} {did}"
