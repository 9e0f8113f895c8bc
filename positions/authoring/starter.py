"""A small commented dossier to begin with, as one file or as a folder of files."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TEMPLATES", "shipped_case", "starter_files", "starter_text", "write_new"]

_COMMON = "dossier.yaml"
_ISSUES = "issues.yaml"
_SECTION = re.compile(r"^(\w+):", re.MULTILINE)
_PARTY = re.compile(r"^    party: (\w+)$", re.MULTILINE)


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


def write_new(files: Mapping[Path, str]) -> None:
    """Write files that do not exist yet, and the folders that they need; all of them, or none.

    Raises:
        FileExistsError: One of them exists; its name is the error's.
        OSError: They cannot be written.
    """
    written: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except BaseException:
        for path in written:
            path.unlink()
        raise
