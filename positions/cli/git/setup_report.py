"""Says what is set up in git for a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.text.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.git.setup import Setup

__all__ = ["setup_report"]

_BY_NAME = "It goes by the name: once the dossier is renamed, install it again."


def setup_report(found: Setup) -> str:
    """Return it as lines of text."""
    return "".join(f"{visible(line)}\n" for line in _lines(found))


def _lines(found: Setup) -> Iterator[str]:
    if not found.complete:
        yield "Git compares and merges this dossier by its lines."
        yield "`positions git install` sets it up."
    elif not found.found:
        yield "Git is told to compare and merge this dossier by what it says."
        yield f"It finds no `{found.program}` on the PATH, and goes by lines until it does."
        yield "Activate the environment that has it, or name it: `positions git install --program`."
        yield _BY_NAME
    else:
        yield "Git compares and merges this dossier by what it says."
        yield _BY_NAME
    if found.gone and not found.named:
        names = ", ".join(f"`{name}`" for name in found.gone)
        yield f"It is set up for {names}, which is not there any more."
    if found.complete and found.lines:
        yield "What is no comparison shows its lines (`git log -p`, `git diff --no-ext-diff`)."
    for file, lines in found.attributes.items():
        for line in lines:
            yield f"attributes: {line} ({file})"
    for setting in found.settings:
        if setting.value:
            state = "set" if setting.current else "set by another version"
            said = state if setting.ours else "set to something else"
            yield f"{setting.scope} setting {setting.key}: {said}"
    if found.cached:
        yield "The repository keeps what git has shown of older revisions."
