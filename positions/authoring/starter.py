"""A small commented dossier to begin with, as one file or as a folder of files."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import Final

from positions.text.patterns import pattern

__all__ = ["TEMPLATES", "shipped_case", "starter_files", "starter_text"]

_COMMON = "dossier.yaml"
_ISSUES = "issues.yaml"
_SECTION = pattern(r"^(\w+):", re.MULTILINE)
_PARTY = pattern(r"^    party: (\w+)$", re.MULTILINE)


TEMPLATES: Final = ("ceasefire", "labour", "coalition", "trade", "climate", "contract")
"""What talks are about for which there is a template, a page each."""


def starter_text(template: str = "") -> str:
    """Return the dossier to begin with as one text; a template if one is named."""
    name = f"templates/{template}.yaml" if template else "starter.yaml"
    return resources.files("positions.authoring").joinpath(name).read_text(encoding="utf-8")


def shipped_case() -> Path:
    """Return the file of the case that comes with the program."""
    packed = resources.files("positions.authoring").joinpath("case.yaml")
    with resources.as_file(packed) as path:
        # In a checkout the case is where people edit it; the wheel has it beside this module.
        return path if path.exists() else Path(__file__).parents[2] / "data" / "positions.yaml"


def starter_files() -> dict[str, str]:
    """Return the same dossier as texts by name of file: one for each party's documents.

    Whole lines are divided among them; each file has the section that its lines stand in.
    """
    files: dict[str, list[str]] = {}
    for paragraph in starter_text().removesuffix("\n").split("\n\n"):
        section = _SECTION.search(paragraph)
        party = _PARTY.search(paragraph)
        if party:
            name = f"{party[1]}.yaml"
            started = name in files or section is not None
            files.setdefault(name, []).append(paragraph if started else f"memoranda:\n{paragraph}")
        else:
            name = _ISSUES if section and section[1] == "issues" else _COMMON
            files.setdefault(name, []).append(paragraph)
    return {name: "\n\n".join(paragraphs) + "\n" for name, paragraphs in files.items()}
