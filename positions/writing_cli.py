"""The commands for whoever writes a dossier: `schema`, which an editor reads.

Each imports what it does when it is run.
"""

from __future__ import annotations

import click

__all__ = ["register"]


@click.command("schema", short_help="Print the JSON Schema of a dossier, for editors.")
def _schema() -> int:
    """Print the JSON Schema of a dossier, from which an editor completes and checks.

    \b
    positions schema > positions.schema.json

    Then name it in the first line of the dossier, by its path from there:

    \b
    # yaml-language-server: $schema=positions.schema.json

    Editors that use yaml-language-server read this line. `positions check` knows more than any
    schema can say: what a value means, and whether an id is declared.
    """  # noqa: D301 - click reads the sign
    from positions import console
    from positions.schema import schema_json

    console.write(schema_json())
    return 0


def register(commands: click.Group) -> None:
    """Add the commands for whoever writes a dossier to a group."""
    commands.add_command(_schema)
