"""Text of a dossier as Markdown that shows it, and does nothing else.

Text is data: it is made visible as for a terminal, escaped as HTML, and every sign that Markdown
or its GitHub dialect reads as markup gets a backslash: emphasis, code, links, images, tables,
strikethrough, mathematics, mentions, addresses that become links by themselves.
"""

from __future__ import annotations

import html
import re
from typing import Final

from positions.text.safe import visible

__all__ = ["escaped", "link"]

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]|~$@#])")
_AT_THE_START: Final = re.compile(r"^(\s*)([-+=>]|\d+(?=[.)]))")
_UNSAFE_IN_ADDRESS: Final = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]")


def escaped(text: str) -> str:
    """Return one line of Markdown that prints as the text."""
    shown = html.escape(visible(text), quote=False)
    shown = _SIGNS.sub(r"\\\1", shown)
    shown = shown.replace("://", r"\://").replace("www.", r"www\.")
    return _AT_THE_START.sub(_with_backslash, shown)


def _with_backslash(match: re.Match[str]) -> str:
    spaces, sign = match.groups()
    # A digit takes no backslash: what follows the number does.
    return f"{spaces}{sign}\\" if sign.isdigit() else f"{spaces}\\{sign}"


def link(text: str, address: str) -> str:
    """Return a link to a web address; the text alone where there is no such address."""
    if not address.startswith(("https://", "http://")):
        return escaped(text)
    target = _UNSAFE_IN_ADDRESS.sub(
        lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "surrogatepass")),
        address,
    )
    return f"[{escaped(text)}](<{target}>)"
