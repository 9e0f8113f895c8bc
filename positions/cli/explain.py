"""Explains a problem code, or lists all of them: `positions explain`."""

from __future__ import annotations

import click

from positions.cli import console, terminal
from positions.cli.completion import codes
from positions.cli.exit_code import ExitCode
from positions.problems.catalogue import CODES
from positions.problems.errors import WrongUse
from positions.reports.page.look import STABLE_WIDTH
from positions.text.likeness import nearest
from positions.text.safe import wrap

__all__ = ["command"]


@click.command("explain", short_help="Explain a problem code, or list them all.")
@click.argument("code", required=False, shell_complete=codes)
def command(code: str | None) -> ExitCode:
    """Explain a problem code, with an example; without a code, list them all."""
    columns = min(terminal.output_look().columns, STABLE_WIDTH)
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
