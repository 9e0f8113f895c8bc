"""Completes words in a shell: commands, options, files, and the ids of the dossier that is meant.

`eval "$(_POSITIONS_COMPLETE=bash_source positions)"` sets a shell up; so do `zsh_source` and
`fish_source`. A dossier that cannot be read completes nothing, and says nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from click.shell_completion import CompletionItem, shell_complete

from positions.problems.errors import PositionsError

if TYPE_CHECKING:
    import click

__all__ = [
    "branches",
    "codes",
    "complete",
    "files",
    "files_or",
    "filter_words",
    "ids",
]

Completer = Callable[["click.Context", "click.Parameter", str], list[CompletionItem]]
"""What completes a word: it takes the context, the parameter, and what is there of the word."""

_FILTERS: Final = {"issue": "issues", "party": "parties", "source": "sources"}


def complete(commands: click.Command, variable: str) -> int:
    """Do what a shell asks for in a variable of the environment, and return the exit code."""
    return shell_complete(commands, {}, "positions", variable, os.environ[variable])


def ids(*sections: str) -> Completer:
    """Return what completes the ids that sections of the dossier declare."""

    def completed(
        context: click.Context, _parameter: click.Parameter, word: str
    ) -> list[CompletionItem]:
        return _items(_declared(context, sections), word)

    return completed


def files(_context: click.Context, _parameter: click.Parameter, word: str) -> list[CompletionItem]:
    """Leave it to the shell to complete a file or a folder."""
    return [CompletionItem(word, type="file")]


def files_or(other: Completer) -> Completer:
    """Return what completes as another does, and leaves files to the shell where that has none."""

    def completed(
        context: click.Context, parameter: click.Parameter, word: str
    ) -> list[CompletionItem]:
        return other(context, parameter, word) or files(context, parameter, word)

    return completed


def codes(_context: click.Context, _parameter: click.Parameter, word: str) -> list[CompletionItem]:
    """Complete the codes of problems, and the words of outputs that are one word."""
    from positions.problems.catalogue import CODES  # noqa: PLC0415 - only if asked for
    from positions.reports.word_meanings import word_meanings  # noqa: PLC0415 - likewise

    known = [(code, str(entry.severity)) for code, entry in CODES.items()]
    known += [(name, one[0].about) for name, one in word_meanings().items() if " " not in name]
    return _items(known, word)


def branches(
    context: click.Context, _parameter: click.Parameter, word: str
) -> list[CompletionItem]:
    """Complete `PARTY=OPTION`: a party, then an option of one of its documents."""
    party, sign, _ = word.partition("=")
    if not sign:
        return _items(((f"{name}=", said) for name, said in _declared(context, ("parties",))), word)
    options = (
        (f"{party}={option}", "")
        for name, record in _records(context, "memoranda")
        if record.get("party", name) == party and "options" in record
        for option in _keys(record["options"])
    )
    return _items(options, word)


def filter_words(
    context: click.Context, _parameter: click.Parameter, word: str
) -> list[CompletionItem]:
    """Complete the words of a filter: a field, then an id."""
    from positions.filter.language import FIELDS  # noqa: PLC0415 - only if asked for

    field, sign, _ = word.partition(":")
    if not sign:
        return _items(((f"{name}:", "") for name in FIELDS), word)
    section = _FILTERS.get(field)
    known = list(_declared(context, (section,))) if section else []
    if field in FIELDS:
        known += [(name, "") for name in FIELDS[field].words]
    return _items(((f"{field}:{name}", said) for name, said in known), word)


def _keys(data: object) -> tuple[str, ...]:
    return tuple(data) if isinstance(data, dict) else ()


def _items(known: Iterable[tuple[str, str]], word: str) -> list[CompletionItem]:
    return [
        CompletionItem(name, help=said or None) for name, said in known if name.startswith(word)
    ]


def _declared(context: click.Context, sections: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the ids of sections, each with its title or name."""
    for section in sections:
        for name, record in _records(context, section):
            titles = (record.get(field) for field in ("title", "name", "publisher"))
            yield name, next((one for one in titles if isinstance(one, str)), "")


def _records(context: click.Context, section: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what a section of the dossier declares; nothing where it cannot be read."""
    from positions.loader import scan  # noqa: PLC0415 - only if asked for
    from positions.reading.discovery import find_dossier  # noqa: PLC0415 - likewise
    from positions.reading.files import STANDARD_INPUT  # noqa: PLC0415 - likewise

    try:
        path = find_dossier(context.params.get("file"))
        data = scan(path).data if path != STANDARD_INPUT else None
    except (PositionsError, OSError, ValueError):
        return
    records = data.get(section) if isinstance(data, dict) else None
    for name, record in records.items() if isinstance(records, dict) else ():
        yield name, record if isinstance(record, dict) else {"title": record}
