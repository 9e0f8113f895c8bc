"""Lists the commands: where each is, and what the list of commands says of it.

A command is a module of this folder that has it as `command`, and a line here. Its own short help
is the one of its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.cli.lazy import CommandLine

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ADD_COMMANDS", "COMMANDS", "GIT_COMMANDS", "NO_COMMAND"]

COMMANDS: Final[Mapping[str, CommandLine]] = {
    "open": CommandLine("positions.cli.open"),
    "check": CommandLine("positions.cli.check", "List what is wrong with a dossier."),
    "compare": CommandLine("positions.cli.compare", "Print where the parties stand on each issue."),
    "show": CommandLine("positions.cli.show", "Print everything about one issue."),
    "packages": CommandLine(
        "positions.cli.packages", "Print what belongs to each option of the parties."
    ),
    "sequence": CommandLine(
        "positions.cli.sequence", "Print the order of steps that each party asks for."
    ),
    "single-text": CommandLine(
        "positions.cli.single_text", "Print one text made of the parties' documents."
    ),
    "coverage": CommandLine(
        "positions.cli.coverage", "Print what became of each point of a document."
    ),
    "unknown": CommandLine(
        "positions.cli.unknown", "Print what is not known: blanks, doubts, weak sources."
    ),
    "explain": CommandLine(
        "positions.cli.explain", "Explain a problem code or a word, or list them all."
    ),
    "pairs": CommandLine(
        "positions.cli.pairs", "Print who is nearest to whom, or two parties in full."
    ),
    "diff": CommandLine(
        "positions.cli.diff", "Print what changed between two revisions or moments."
    ),
    "timeline": CommandLine(
        "positions.cli.timeline", "Print who said what, and who moved, moment by moment."
    ),
    "log": CommandLine("positions.cli.log", "Print the revisions in which positions changed."),
    "blame": CommandLine(
        "positions.cli.blame", "Print who last changed each position on an issue."
    ),
    "git": CommandLine("positions.cli.git.group", "Let git itself use this for dossiers."),
    "init": CommandLine("positions.cli.init", "Write a small commented dossier to begin with."),
    "import": CommandLine("positions.cli.import_table", "Make a dossier of a table: CSV or xlsx."),
    "set": CommandLine("positions.cli.set", "Write one position into the dossier."),
    "add": CommandLine("positions.cli.add.group", "Add an issue, a source, a party and the like."),
    "demo": CommandLine("positions.cli.demo", "Compare the parties of a real case."),
    "config": CommandLine("positions.cli.config", "Print how the screen is set, and where."),
    "schema": CommandLine(
        "positions.cli.schema", "Print the JSON Schema of a dossier, for editors."
    ),
}
"""The commands of `positions`, in the order in which messages name them."""

GIT_COMMANDS: Final[Mapping[str, CommandLine]] = {
    "install": CommandLine("positions.cli.git.install", "Set git up for the dossier."),
    "uninstall": CommandLine("positions.cli.git.uninstall", "Take all of that back."),
    "status": CommandLine("positions.cli.git.status", "Print what is set up."),
    "external-diff": CommandLine(
        "positions.cli.git.external_diff", "What git calls to compare: diff.<driver>.command."
    ),
    "textconv": CommandLine(
        "positions.cli.git.textconv",
        "What git calls to show a dossier: diff.<driver>.textconv.",
    ),
    "difftool": CommandLine(
        "positions.cli.git.difftool", "What `git difftool` calls: difftool.<tool>.cmd."
    ),
    "merge-driver": CommandLine(
        "positions.cli.git.merge_driver", "What git calls to merge: merge.<driver>.driver."
    ),
}
"""The commands of `positions git`."""

ADD_COMMANDS: Final[Mapping[str, CommandLine]] = {
    "issue": CommandLine("positions.cli.add.issue", "Add an issue."),
    "source": CommandLine("positions.cli.add.source", "Add a source."),
    "party": CommandLine("positions.cli.add.party", "Add a party."),
    "event": CommandLine("positions.cli.add.event", "Add an event."),
    "outcome": CommandLine("positions.cli.add.outcome", "Add an outcome."),
}
"""The commands of `positions add`."""

NO_COMMAND: Final = "positions.no_command"
"""Where a context keeps the first word of `positions PATH`, which is the name of no command."""
