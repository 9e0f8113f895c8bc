"""Prints the JSON Schema of a dossier: `positions schema`."""

from __future__ import annotations

import click

from positions.authoring.schema import schema_json
from positions.cli import console
from positions.cli.exit_code import ExitCode

__all__ = ["command"]


@click.command("schema", short_help="Print the JSON Schema of a dossier, for editors.")
def command() -> ExitCode:
    """Print the JSON Schema of a dossier, from which an editor completes and checks.

    \b
    positions schema > positions.schema.json

    Then name it in the first line of the dossier, by its path from there:

    \b
    # yaml-language-server: $schema=positions.schema.json

    Editors that use yaml-language-server read this line. `positions check` knows more than any
    schema can say: what a value means, and whether an id is declared.
    """  # noqa: D301 - click reads the sign
    console.write(schema_json())
    return ExitCode.FINE
