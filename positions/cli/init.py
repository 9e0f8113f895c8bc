"""The commands for whoever writes a dossier: `init`, to begin one, and `schema`, for editors.

Each imports what it does when it is run.
"""

from __future__ import annotations

import click

__all__ = ["register"]


@click.command("init", short_help="Write a small commented dossier to begin with.")
@click.argument("path", required=False)
@click.option("--folder", metavar="DIR", help="Write it as a folder of files, one for each party.")
def _init(path: str | None, folder: str | None) -> int:
    """Write a small commented dossier, to be changed bit by bit: positions.yaml, or PATH.

    Nothing is ever overwritten. Folders on the way are made; `-` is standard output.
    """
    from positions.cli.init_actions import write_starter, write_starter_folder

    if folder is None:
        return write_starter(path or "positions.yaml")
    if path is not None:
        raise click.UsageError(f"Name a file or a folder: `{path}` and `{folder}` are named.")
    return write_starter_folder(folder)


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
    from positions.authoring.schema import schema_json
    from positions.cli import console

    console.write(schema_json())
    return 0


def register(commands: click.Group) -> None:
    """Add the commands for whoever writes a dossier to a group."""
    commands.add_command(_init)
    commands.add_command(_schema)
