"""Holds what the commands on revisions share: their options, what is asked for, the history."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import click

from positions.changes.detect import ChangeClass
from positions.cli.renamed_dossier import tell_of_lines
from positions.cli.words import party_id
from positions.git.history import history_of
from positions.loader import bound
from positions.problems.errors import WrongUse
from positions.reading.discovery import NoDossier, find_dossier
from positions.reports.changes.words import CLASSES
from positions.text.likeness import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from positions.git.history import History, Revision, RevisionStep
    from positions.model.dossier import Dossier

__all__ = [
    "DiffRequest",
    "Peeked",
    "asked_parties",
    "class_option",
    "classes_named",
    "history_meant",
    "newest_first",
    "party_option",
    "past_file_option",
]

past_file_option = click.option(
    "--file", "-f", metavar="PATH", help="The dossier; it may be in old revisions only."
)
class_option = click.option(
    "--class",
    "classes",
    metavar="LIST",
    default="substance",
    show_default=True,
    help="What to print in full: substance, evidence, frame, wording, or all; the rest is counted.",
)
party_option = click.option(
    "--party", "parties", multiple=True, metavar="NAME", help="Only this party; may be repeated."
)


@dataclass(frozen=True, slots=True)
class DiffRequest:
    """What of a difference or a log is asked for, and how it is printed.

    Attributes:
        classes: The classes to print in full.
        parties: The parties, by id or name; all where none are given.
        issues: The issues, by id or title; all where none are given.
        words: A filter.
        by_party: Whether to go party by party.
        form: `text`, `markdown` or `json`.
        options: The options that are fixed, each `PARTY=OPTION`.
    """

    classes: tuple[ChangeClass, ...] = (ChangeClass.SUBSTANCE,)
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    words: str = ""
    by_party: bool = False
    form: str = "text"
    options: tuple[str, ...] = ()


def classes_named(words: str) -> tuple[ChangeClass, ...]:
    """Return the classes in a list by commas; `all` is all of them.

    Raises:
        WrongUse: One is not known.
    """
    names = [word.strip().lower() for word in words.split(",") if word.strip()]
    if "all" in names:
        return CLASSES
    for name in names:
        if name not in list(CLASSES):
            advice = (
                nearest(name, CLASSES) or "The classes are substance, evidence, frame and wording."
            )
            raise WrongUse(f"There is no class `{name}`. {advice}")
    return tuple(one for one in CLASSES if one in names)


def history_meant(path: str | None) -> History:
    """Return the history of the dossier that is meant, which may be in old revisions only.

    Raises:
        NoDossier: None is named, and none is found.
        GitFault: There is no git or no repository.
    """
    try:
        found = find_dossier(path)
    except NoDossier:
        if path is None:
            raise
        found = path
    history = history_of(found)
    tell_of_lines(history.tracked)
    return history


class Peeked(NamedTuple):
    """The steps of a history, and the newest dossier among them, where one can be read.

    Attributes:
        steps: The steps, the newest first.
        newest: The dossier.
        unread: The revisions after that dossier's, which cannot be read.
    """

    steps: Iterator[RevisionStep]
    newest: Dossier | None
    unread: tuple[Revision, ...]


def newest_first(steps: Iterator[RevisionStep]) -> Peeked:
    """Return the steps with the newest dossier among them."""
    seen: list[RevisionStep] = []
    for step in steps:
        seen.append(step)
        newest = bound(step.after.loaded, checked=False).dossier
        if newest is not None or step.after.absent:
            newest = newest or bound(step.before.loaded, checked=False).dossier
            unread = tuple(one.revision for one in seen[:-1])
            return Peeked(chain(seen, steps), newest, unread)
    return Peeked(iter(seen), None, tuple(one.revision for one in seen))


def asked_parties(names: Iterable[str], newest: Dossier | None) -> tuple[str, ...]:
    """Return the ids of the parties that are named; the names where no dossier can be read."""
    return tuple(party_id(newest, name) if newest else name for name in names)
