"""Keeps what somebody chose for a dossier from one start of the screen to the next.

A small file of JSON for each dossier, in the user's state folder, written whole. What was chosen
and is not in the dossier any more is left out by whoever shows it.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from positions.comparison.selection import Lens
from positions.model.moment import Moment
from positions.settings.file import kept_folder
from positions.text.whole_file import write_whole

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Remembered", "is_first_start", "recalled", "remember", "state_file"]

MOST: Final = 1 << 20
"""Bytes that are read of a file; one with more is none of ours."""

Words = Annotated[tuple[str, ...], Field(max_length=10_000)]


class Remembered(BaseModel):
    """What was chosen.

    Attributes:
        words: The filter.
        order: How the issues are sorted.
        marked: The ids of the issues that are marked.
        as_of: The moment; empty for the dossier's own.
        options: The ids of the options that are fixed, by party.
        parties: The ids of the parties compared; none for all.
        pair: The ids of the two parties shown side by side.
        ends: The two texts that were compared, by their names; none where nobody chose.
        looked: When the dossier was looked at last, to the minute; empty for never.
        theme: The colours chosen on the screen, by the name that `--theme` takes; empty for none.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")

    words: str = ""
    order: str = ""
    marked: Words = ()
    as_of: str = ""
    options: dict[str, Words] = {}
    parties: Words = ()
    pair: Words = ()
    ends: Words = ()
    looked: str = ""
    theme: str = ""

    @property
    def lens(self) -> Lens:
        """What was compared; without the moment where it cannot be read any more."""
        as_of = None
        if self.as_of:
            with suppress(ValueError):
                as_of = Moment.parse(self.as_of)
        return Lens(self.parties, as_of, self.options)


def state_file(path: str) -> Path:
    """Return where the choices of a dossier are kept, by its path."""
    whole = os.path.realpath(path)
    name = hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return kept_folder() / f"{name}.json"


def is_first_start() -> bool:
    """Return whether nothing was ever kept: the screen was never seen by this user."""
    return not kept_folder().is_dir()


def recalled(file: Path) -> tuple[Remembered, str]:
    """Return what a file keeps, and a sentence where it was damaged and set aside."""
    try:
        with file.open("rb") as opened:
            return Remembered.model_validate_json(opened.read(MOST)), ""
    except FileNotFoundError:
        return Remembered(), ""
    except OSError as fault:
        return Remembered(), f"What was chosen before cannot be read: {fault.strerror}."
    except ValidationError:
        aside = file.with_suffix(".damaged")
        with suppress(OSError):
            file.replace(aside)
        return Remembered(), f"What was chosen before is damaged; it was set aside as {aside}."


def remember(file: Path, chosen: Remembered) -> None:
    """Keep what was chosen; nothing where the folder cannot be written."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(chosen.model_dump(mode="json"), ensure_ascii=False, indent=1)
        write_whole(file, f"{text}\n")
