"""The settings by which git calls this program: shell lines, because git runs them as such.

Git would stop, or keep one side of a merge, where the program is missing or cannot start; so each
line then does what git itself would.
"""

from __future__ import annotations

import re
import shlex
from typing import Final

__all__ = ["KNOWN", "RETIRED", "TEXTS", "program_in", "settings"]

KNOWN: Final = ": positions;"
"""What stands in each line, by which it is known again."""

TEXTS: Final = "positions-texts"
"""The folder, where git keeps a repository, of what the text conversion has printed.

Git would keep it by itself (`cachetextconv`), and could not tell it from what the line prints where
the program is missing."""

RETIRED: Final = {"diff.positions.cachetextconv": "true"}
"""Settings that an older version made."""

_OUTPUT_VERSION: Final = 1

# Git asks this before the tool of `git difftool`, whichever that is: it is then left to that tool.
_COMMAND = (
    'f() { {known} if [ "$GIT_EXTERNAL_DIFF" = git-difftool--helper ]; '
    'then git difftool--helper "$@"; return $?; fi; '
    'if {there}; then {program} git external-diff "$@" && return 0; fi; '
    'if [ $# -lt 7 ]; then echo "* Unmerged path $1"; return 0; fi; '
    'git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$2" "$5"; return 0; }; f'
)
_TEXTCONV = (
    'f() { {known} kept=; id=$(git hash-object --no-filters -- "$1") && '
    "kept=$(git rev-parse --git-common-dir)/{texts}/{version}-$id; "
    '[ -s "$kept" ] && cat -- "$kept" && return 0; '
    'if {there}; then {program} git textconv ${kept:+--keep "$kept"} -- "$1" && return 0; fi; '
    'cat -- "$1"; }; f'
)
# Git 2.39 to 2.43 does not know the labels, and leaves `%X` as it stands. The merge is left to git
# only where the file is as it was: what the program has written, however it ended, is no side.
_DRIVER = (
    "f() { {known} code=2; "
    'case $6 in %*) set -- "$1" "$2" "$3" "$4" "$5" ours base theirs;; esac; '
    "if {there}; then "
    'was=$(git hash-object --no-filters "$2"); '
    '{program} git merge-driver --marker-size "$4" --path "$5" --labels "$6" "$7" "$8" '
    '--style "$(git config merge.conflictStyle)" --caller "$PPID" "$1" "$2" "$3"; code=$?; '
    "[ $code -eq 0 ] && return 0; "
    '[ "$was" = "$(git hash-object --no-filters "$2")" ] || return 1; fi; '
    "for=; case $code in 3) for=--ours;; 4) for=--theirs;; esac; "
    'git merge-file $for --marker-size="$4" -L "$6" -L "$7" -L "$8" "$2" "$1" "$3"; '
    "}; f %O %A %B %L %P %X %S %Y"
)
_DIFFTOOL = (
    '{known} {there} && {program} git difftool --path "$MERGED" -- "$LOCAL" "$REMOTE" || '
    'git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$LOCAL" "$REMOTE"; :'
)


def settings(program: str, *, lines: bool = False) -> dict[str, str]:
    """Return each setting with its value; one that must not be there with an empty text.

    Args:
        program: How the program is called.
        lines: Whether git shows the lines of a dossier as they are but where it compares two.
    """
    quoted = shlex.quote(program)
    words = {
        "known": KNOWN,
        "program": quoted,
        "texts": TEXTS,
        "there": f"command -v {quoted} >/dev/null 2>&1",
        "version": str(_OUTPUT_VERSION),
    }

    def line(shape: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda found: words[found[1]], shape)

    return {
        "diff.positions.command": line(_COMMAND),
        "diff.positions.textconv": "" if lines else line(_TEXTCONV),
        **dict.fromkeys(RETIRED, ""),
        "merge.positions.name": "positions of a dossier",
        "merge.positions.driver": line(_DRIVER),
        "difftool.positions.cmd": line(_DIFFTOOL),
    }


def program_in(value: str) -> str:
    """Return how a setting calls the program; an empty text where it does not tell."""
    found = re.search(r"command -v ('.*?'|\S+) >/dev/null", value)
    try:
        return shlex.split(found[1])[0] if found else ""
    except ValueError:
        return ""
