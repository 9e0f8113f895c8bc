"""Makes the pictures of docs/pictures from the screens: `python tools/pictures.py [FOLDER]`.

Each is an SVG of the shipped case as it is, or of an example, so that a picture can be no older
than the last run. The names of `PICTURES` say which screen, and at how many columns.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.app.app import PositionsApp

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "docs" / "pictures"
SHIPPED: Final = "data/positions.yaml"
CLIMATE: Final = "data/examples/climate-finance.yaml"

_FONTS: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""The picture is drawn in the reader's own font: nothing is fetched."""
_NAMES: Final = re.compile(r"terminal-\d+-")
"""What stands before every name in it, and is longer than all else."""


@dataclass(frozen=True)
class Picture:
    """A screen to be drawn.

    Attributes:
        keys: What is pressed after the start.
        size: Columns and lines.
        theme: The name of a theme; empty for the one that the program begins with.
    """

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (100, 30)
    path: str = SHIPPED
    theme: str = ""


PICTURES: Final = (
    Picture("matrix", ("n", "n")),
    Picture("issue", ("n", "n", "n", "enter")),
    Picture("changes", ("3",)),
    Picture("text", ("4",)),
    Picture("steps", ("5",), theme="positions-light"),
    Picture("many", path=CLIMATE, theme="positions-light"),
)


async def drawn(picture: Picture) -> str:
    """Return a screen as SVG, once nothing moves on it any more."""
    app = PositionsApp(picture.path)
    async with app.run_test(size=picture.size) as pilot:
        if picture.theme:
            app.theme = picture.theme
        for key in ("", *picture.keys):
            if key:
                await pilot.press(key)
            # The worker of that group watches the file for as long as the program runs.
            working = [worker for worker in app.workers if worker.group != "watch"]
            if working:
                await app.workers.wait_for_complete(working)
            await pilot.pause()
        made = _FONTS.sub("", app.export_screenshot(title="positions"))
        return _NAMES.sub("", made).replace("Fira Code, monospace", "monospace")


def main(folder: Path) -> None:
    """Write every picture into a folder."""
    os.chdir(ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        text = asyncio.run(drawn(picture))
        (folder / f"{picture.name}.svg").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{picture.name}.svg\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else FOLDER)
