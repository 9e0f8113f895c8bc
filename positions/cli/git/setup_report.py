"""Says what is set up in git for a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.git.setup import Setup

__all__ = ["setup_report"]


def setup_report(found: Setup) -> str:
    """Return it as lines of text."""
    return "".join(f"{visible(line)}\n" for line in _lines(found))


def _lines(found: Setup) -> Iterator[str]:
    if found.complete:
        yield "Git compares and merges this dossier by what it says."
    else:
        yield "Git compares and merges this dossier by its lines."
        yield "`positions git install` sets it up."
    for file, lines in found.attributes.items():
        for line in lines:
            yield f"attributes: {line} ({file})"
    for setting in found.settings:
        if setting.value:
            state = "set" if setting.current else "set by another version"
            said = state if setting.ours else "set to something else"
            yield f"{setting.scope} setting {setting.key}: {said}"
    if found.cached:
        yield "Git keeps what it has shown of older revisions."
