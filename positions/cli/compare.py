"""What each command does once its arguments are read: call, print, return an exit code."""

from __future__ import annotations

import shlex

from positions.cli import console
from positions.cli.arguments import (
    PLAIN,
    ExitCode,
    LensRequest,
    WrongUse,
    chosen_rows,
    ending,
    load_named,
    narrate_problems,
)
from positions.problems.catalogue import CODES
from positions.problems.problem import nearest
from positions.reading.files import STANDARD_INPUT
from positions.record.settle import record
from positions.reports.comparison.csv import comparison_csv
from positions.reports.comparison.json import comparison_json
from positions.reports.comparison.markdown import comparison_markdown
from positions.reports.comparison.text import STABLE_WIDTH, comparison_text
from positions.reports.sequence.graph import sequence_dot, sequence_mermaid
from positions.reports.sequence.json import sequence_json
from positions.reports.sequence.text import sequence_text
from positions.sequence.conflicts import order_steps
from positions.text.safe import wrap

__all__ = [
    "explain_code",
    "print_comparison",
    "print_sequence",
]


def print_comparison(
    named: str | None, words: str, form: str = "text", wanted: LensRequest = PLAIN
) -> ExitCode:
    """Print the comparison of a dossier.

    Args:
        named: The path that the user wrote, if any.
        words: A filter.
        form: `text`, `markdown`, `json` or `csv`.
        wanted: Which parties, as of when, and under which options.

    Raises:
        WrongUse: There is no such dossier or party, or the filter cannot be read.
    """
    loaded = load_named(named)
    narrate_problems(loaded)
    if loaded.dossier is None:
        return ExitCode.FAULTY
    comparison = wanted.of(loaded.dossier).compare(loaded.dossier)
    rows = chosen_rows(comparison, words)
    if form == "json":
        console.write(comparison_json(comparison, rows, words=words))
    elif form == "markdown":
        console.write(comparison_markdown(comparison, rows, words=words))
    elif form == "csv":
        console.write(console.byte_order_mark() + comparison_csv(comparison, rows))
    else:
        console.write(
            comparison_text(
                comparison,
                rows,
                words=words,
                columns=console.output_columns(STABLE_WIDTH),
                colour=console.has_colour(),
                command=_show_command(named),
            )
        )
    return ending(loaded)


def print_sequence(named: str | None, form: str = "text", wanted: LensRequest = PLAIN) -> ExitCode:
    """Print the order of steps that each party asks for, with its conflicts and loops.

    Args:
        named: The path that the user wrote, if any.
        form: `text`, `json`, `mermaid` or `dot`.
        wanted: As of when, and under which options.

    Raises:
        WrongUse: There is no such dossier.
    """
    loaded = load_named(named)
    narrate_problems(loaded)
    dossier = loaded.dossier
    if dossier is None:
        return ExitCode.FAULTY
    lens = wanted.of(dossier)
    sequencing = order_steps(dossier, record(dossier, lens.as_of, lens.choice(dossier)))
    if form == "text":
        columns = console.output_columns(STABLE_WIDTH)
        colour = console.has_colour()
        console.write(sequence_text(dossier, sequencing, columns=columns, colour=colour))
    else:
        forms = {"json": sequence_json, "mermaid": sequence_mermaid, "dot": sequence_dot}
        console.write(forms[form](dossier, sequencing))
    return ending(loaded)


def explain_code(code: str | None) -> ExitCode:
    """Print what a problem code means; all codes in a list where none is given.

    Raises:
        WrongUse: There is no such code.
    """
    columns = min(console.output_columns(STABLE_WIDTH), STABLE_WIDTH)
    if code is None:
        console.write("".join(f"{line}\n" for name in CODES for line in _listed(name, columns)))
        return ExitCode.FINE
    if code not in CODES:
        advice = nearest(code, CODES) or "`positions explain` lists all codes."
        raise WrongUse(f"There is no problem code `{code}`. {advice}")
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


def _show_command(named: str | None) -> str:
    """Return the command that shows an issue of the same dossier."""
    if named is None or named == STANDARD_INPUT:
        return "positions show"
    return f"positions show --file {shlex.quote(named)}"
