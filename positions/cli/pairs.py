"""Prints who is nearest to whom, or two parties in full: `positions pairs`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from positions.analysis.overview import survey
from positions.analysis.pairs import pair_up, side_by_side
from positions.cli import console, terminal
from positions.cli.exit_code import ExitCode
from positions.cli.lens import LensRequest, chosen_rows
from positions.cli.loading import ending, load_named, narrate_problems
from positions.cli.options import file_option, format_option, lens_options, one_dossier
from positions.cli.words import party_id
from positions.problems.errors import WrongUse
from positions.reports.pairs.json import pair_json, pairs_json
from positions.reports.pairs.markdown import pair_markdown, pairs_markdown
from positions.reports.pairs.pair_text import pair_text
from positions.reports.pairs.text import pairs_text
from positions.reports.pairs.words import dividing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from positions.analysis.overview import Overview
    from positions.analysis.pairs import PairSummary
    from positions.comparison.rows import Comparison, Row
    from positions.model.moment import Moment

__all__ = ["command"]


@dataclass(frozen=True, slots=True)
class _Survey:
    """What is printed of many pairs.

    Attributes:
        overview: The pairs, and what is known of each party.
        words: The filter.
        whole: Whether every pair is printed, however many they are.
    """

    overview: Overview
    words: str
    whole: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """What is printed of one pair.

    Attributes:
        comparison: Of its two parties.
        pair: The pair.
        counted: The rows that the filter chooses.
        rows: Those of them that are printed.
        words: The filter.
    """

    comparison: Comparison
    pair: PairSummary
    counted: tuple[Row, ...]
    rows: list[Row]
    words: str


def _survey_text(one: _Survey) -> str:
    look = terminal.output_look()
    return pairs_text(
        one.overview, words=one.words, whole=one.whole, columns=look.columns, colour=look.colour
    )


def _pair_text(one: _Pair) -> str:
    look = terminal.output_look()
    return pair_text(
        one.comparison,
        one.pair,
        one.counted,
        one.rows,
        words=one.words,
        columns=look.columns,
        colour=look.colour,
    )


def _pair_markdown(one: _Pair) -> str:
    return pair_markdown(one.comparison, one.pair, one.counted, one.rows, words=one.words)


_SURVEY_FORMS: Final[Mapping[str, Callable[[_Survey], str]]] = {
    "text": _survey_text,
    "markdown": lambda one: pairs_markdown(one.overview, words=one.words),
    "json": lambda one: pairs_json(one.overview, words=one.words),
}
_PAIR_FORMS: Final[Mapping[str, Callable[[_Pair], str]]] = {
    "text": _pair_text,
    "markdown": _pair_markdown,
    "json": lambda one: pair_json(one.comparison, one.pair, one.rows, words=one.words),
}


@click.command("pairs", short_help="Print who is nearest to whom, or two parties in full.")
@click.argument("names", nargs=-1, metavar="[PATH] [PARTY [PARTY]]")
@file_option
@click.option(
    "--filter", "words", metavar="WORDS", default="", help="Count only issues that pass this."
)
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help="Every pair, however many they are; of two parties every issue, not the gaps alone.",
)
@format_option(_SURVEY_FORMS)
@lens_options
def command(  # noqa: PLR0913 - the options of a command
    *,
    names: tuple[str, ...],
    file: str | None,
    words: str,
    whole: bool,
    form: str,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> ExitCode:
    """Print who is nearest to whom over which issues, and how much is known of each party.

    With one party, its pairs alone. With two, that pair in full: issue by issue what each says,
    where they differ, and why. Parties are named by id, name or short name; the first word is the
    dossier if it ends in .yaml or .yml, or is `-`.

    Nearness is a share and nothing else: of the issues on which both speak, those on which nothing
    divides them, printed as `12 of 18`. Equal shares are equally near.
    """
    given = list(names)
    has_path = bool(given) and (given[0] == "-" or given[0].endswith((".yaml", ".yml")))
    named = one_dossier(file, given.pop(0) if has_path else None)
    if len(given) > 2:
        raise click.UsageError(f"Name two parties at most, not {len(given)}: {', '.join(given)}.")
    loaded = load_named(named)
    narrate_problems(loaded)
    if loaded.dossier is None:
        return ExitCode.FAULTY
    parties = [party_id(loaded.dossier, name) for name in given]
    comparison = LensRequest(as_of, options).of(loaded.dossier).compare(loaded.dossier)
    if len(parties) == 2:
        if parties[0] == parties[1]:
            raise WrongUse(f"A pair takes two parties: `{given[0]}` and `{given[1]}` are one.")
        console.write(_one_pair(side_by_side(comparison, *parties), words, form, whole=whole))
    else:
        rows = chosen_rows(comparison, words)
        found = survey(comparison, rows, of=next(iter(parties), None))
        console.write(_SURVEY_FORMS[form](_Survey(found, words, whole or bool(parties))))
    return ending(loaded)


def _one_pair(comparison: Comparison, words: str, form: str, *, whole: bool) -> str:
    counted = chosen_rows(comparison, words)
    (one,) = pair_up(comparison, counted).all
    gaps = dividing(one)
    rows = [row for row in counted if whole or row.issue.id in gaps]
    return _PAIR_FORMS[form](_Pair(comparison, one, counted, rows, words))
