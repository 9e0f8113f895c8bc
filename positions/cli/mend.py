"""Mends what has one mending in the files of a dossier, or says that it can: `positions check`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from positions.authoring.edits import NoPlace
from positions.authoring.mending.search import Tried, has_mending, mended
from positions.authoring.source_text import source_text
from positions.cli import console
from positions.cli.loading import name_of
from positions.loader import load_with
from positions.problems.errors import WrongUse
from positions.reading.files import STANDARD_INPUT
from positions.text.quoting import shorten
from positions.text.safe import visible
from positions.text.shell import shell_word
from positions.text.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.authoring.mending.search import Mending
    from positions.authoring.source_text import SourceText
    from positions.loader import Loaded

__all__ = ["fixed", "offer_mending"]


def fixed(loaded: Loaded, form: str, *, dry_run: bool) -> Loaded:
    """Mend the files of a dossier, print each change, and return what it came to."""
    if not Path(loaded.path).exists():
        raise WrongUse(f"{name_of(loaded.path)} is no file that can be written to.")
    sources = _sources(loaded)
    if not sources:
        return loaded
    texts = {name: source.text for name, source in sources.items()}
    found = mended(texts, partial(_tried, loaded.path))
    for mending in found.mendings:
        line = _change(mending, dry_run=dry_run)
        if form == "text":
            console.write(f"{visible(line)}\n")
        else:
            console.narrate(line)
    for name, source in sources.items():
        if found.texts[name] != source.text and not dry_run:
            write_whole(name, source.bytes_of(found.texts[name]))
    if dry_run:
        console.narrate("Nothing was written.")
    return load_with(loaded.path, found.texts)


def _sources(loaded: Loaded) -> dict[str, SourceText]:
    """Return the files that have problems, but for those that are no text."""
    found: dict[str, SourceText] = {}
    for name in dict.fromkeys(one.span.file for one in loaded.problems if one.span):
        if Path(name).is_file():
            try:
                found[name] = source_text(Path(name).read_bytes())
            except NoPlace:
                continue
    return found


def _change(mending: Mending, *, dry_run: bool) -> str:
    before, after = (
        f"`{shorten(said)}`" if said.strip() else "white space"
        for said in (mending.before, mending.after)
    )
    verb = "would become" if dry_run else "is now"
    return f"{mending.file}:{mending.line}: {mending.problem.code}: {before} {verb} {after}."


def offer_mending(name: str, loaded: Loaded, named: str) -> None:
    """Say how what has one mending is mended, where there is any that a few trials find."""
    if named == STANDARD_INPUT:
        return
    texts = {file: source.text for file, source in _sources(loaded).items()}
    found = Tried(loaded.problems, loaded.data)
    if texts and has_mending(texts, found, partial(_tried, loaded.path)):
        command = f"positions check --fix{f' {shell_word(named)}' if named else ''}"
        console.narrate(f"{name}: `{visible(command)}` mends what has one mending only.")


def _tried(path: str, texts: Mapping[str, str]) -> Tried:
    found = load_with(path, texts)
    return Tried(found.problems, found.data)
