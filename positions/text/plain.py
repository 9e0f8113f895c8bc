"""Text in ASCII alone, in the same cells: for terminals that show nothing else.

    plain("Zoë – 30 % │ Київ")  # "Zoe - 30 % | ????"

A table stays in line, which it would not with the number of a letter in its place. Whoever wants
every letter writes into a file.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from positions.text.safe import clusters

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PLAIN_SIGNS", "plain"]

UNKNOWN: Final = "?"
_ALIKE: Final = {
    "|": "│┃║╎╏┆┇┊┋▏▎▍▌▐▕❘",
    "-": "−─━═╌╍┄┅┈┉‐‑‒–—―⁃▁▔",
    "+": "┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋╭╮╰╯╪╫",
    "#": "█▉▊▋▓▒▆▇▅■‡",
    "%": "†",
    ".": "…·∙░⋅",
    "_": "▂▃▄",
    "*": "•●◆✓✔★",
    "o": "○◦◇",
    "<": "‹⟨«←◂⊂⊆",
    ">": "›⟩↳»→▸⊃⊇",
    "^": "▴▲↑",
    "v": "▾▼↓",
    "/": "╱◖⁄",
    "\\": "╲",
    "X": "╳",
    "x": "⊘×✕✗",
    "=": "≡",
    "~": "≈",
    "!": "≠",
    "&": "∩∥",
    "0": "∅",
    '"': "“”„‟″",
    "'": "‘’‚‛′",
    " ": "\u00a0\u2002\u2003\u2005\u2007\u2009\u200a\u202f",
}
PLAIN_SIGNS: Final[Mapping[str, str]] = {
    sign: one for one, signs in _ALIKE.items() for sign in signs
}
"""The signs, one cell each, for which there is one that looks like it."""


def plain(text: str) -> str:
    """Return visible text in ASCII that takes the same cells of a terminal.

    A sign becomes one that looks like it, a letter with a mark the letter; anything else becomes as
    many question marks as it has cells.
    """
    if text.isascii():
        return text
    return "".join(
        cluster if cluster.isascii() else _alike(cluster, cells)
        for cluster, cells in clusters(text)
    )


def _alike(cluster: str, cells: int) -> str:
    base = unicodedata.normalize("NFD", cluster)[:1] if cells == 1 else ""
    sign = PLAIN_SIGNS.get(cluster[0], base)
    return sign if cells == len(sign) and sign.isascii() else UNKNOWN * cells
