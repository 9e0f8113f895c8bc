"""Explains a problem code or a word of the outputs, or lists them: `positions explain`."""

from __future__ import annotations

import click

from positions.changes.direction_sentences import TOGETHER
from positions.changes.move_kinds import MoveKind
from positions.changes.nearness import Direction
from positions.changes.phrases import change_phrases
from positions.changes.timeline.model import ToldKind
from positions.cli import console, terminal
from positions.cli.completion import codes
from positions.cli.exit_code import ExitCode
from positions.problems.catalogue import CODES
from positions.problems.errors import WrongUse
from positions.reports.changes.words import CLASSES
from positions.reports.page.look import STABLE_WIDTH
from positions.reports.word_meanings import WordMeaning, word_meanings
from positions.text.likeness import nearest
from positions.text.safe import wrap

__all__ = ["command"]


@click.command("explain", short_help="Explain a problem code or a word, or list them all.")
@click.argument("word", nargs=-1, shell_complete=codes)
def command(word: tuple[str, ...]) -> ExitCode:
    """Explain a problem code, with an example, or a word of the outputs.

    Such as a status (agreed, near), a count (coverage), a blank (unseen, undisclosed), a relation,
    a mark of a cell, or a word with which a change is told.

    Without one, list all codes and words.
    """
    columns = min(terminal.output_look().columns, STABLE_WIDTH)
    code = " ".join(word)
    if not code:
        lines = [line for name in CODES for line in _listed(name, columns)]
        lines += [line for word in _words() for line in _listed_word(word, columns)]
        console.write("".join(f"{line}\n" for line in lines))
        return ExitCode.FINE
    words = _words()
    if code.lower() in words:
        console.write("".join(f"{line}\n" for line in _listed_word(code.lower(), columns)))
        return ExitCode.FINE
    if code not in CODES:
        advice = nearest(code, (*CODES, *words)) or "`positions explain` lists them all."
        raise WrongUse(f"There is no problem code or word `{code}`. {advice}")
    entry = CODES[code]
    lines = [f"{code} ({entry.severity})", "", *wrap(entry.meaning, columns)]
    lines += ["", *wrap(entry.remedy, columns)]
    for label, example in (("Wrong:", entry.wrong), ("Right:", entry.right)):
        if example:
            lines += ["", label, *(f"    {line}" for line in example.splitlines())]
    console.write("\n".join(lines) + "\n")
    return ExitCode.FINE


def _listed(code: str, columns: int) -> list[str]:
    entry = CODES[code]
    return [
        f"{code} ({entry.severity})",
        *(f"    {line}" for line in wrap(entry.meaning, max(columns - 4, 20))),
    ]


def _words() -> dict[str, tuple[WordMeaning, ...]]:
    """Return what the words of the outputs mean, those with which a change is told at the end."""
    found = word_meanings()
    for kind in MoveKind:
        found[str(kind)] = (*found.get(str(kind), ()), WordMeaning(kind.about, kind.meaning))
    told_of = [
        *((str(way), WordMeaning("direction", way.meaning)) for way in Direction),
        *((word, WordMeaning("direction", way.meaning)) for way, word in TOGETHER.items()),
        *((str(one), WordMeaning("class of a change", one.meaning)) for one in CLASSES),
    ]
    for word, meaning in told_of:
        found[word] = (*found.get(word, ()), meaning)
    # What changed is told in the words of the change itself.
    for told in [one for one in ToldKind if one is not ToldKind.CHANGED]:
        meaning = WordMeaning("timeline", told.meaning)
        found[str(told)] = (*found.get(str(told), ()), meaning)
    for phrase, about, said in change_phrases():
        found.setdefault(phrase, (WordMeaning(about, said),))
    return found


def _listed_word(word: str, columns: int) -> list[str]:
    return [
        line
        for one in _words()[word]
        for line in (
            f"{word} ({one.about})",
            *(f"    {line}" for line in wrap(one.meaning, max(columns - 4, 20))),
        )
    ]
