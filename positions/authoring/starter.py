"""A small commented dossier to begin with, as one file or as a folder of files."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["starter_files", "starter_text", "write_new"]

_COMMON = "dossier.yaml"
_ISSUES = "issues.yaml"
_SECTION = re.compile(r"^(\w+):", re.MULTILINE)
_PARTY = re.compile(r"^    party: (\w+)$", re.MULTILINE)


def starter_text() -> str:
    """Return the dossier as one text."""
    return (
        resources.files("positions.authoring").joinpath("starter.yaml").read_text(encoding="utf-8")
    )


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
