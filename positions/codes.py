"""The table of problem codes: the severity of each, what it means, and what to do.

`positions explain CODE` prints an entry. A test makes each code appear from its own example.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CODES", "Code", "Severity"]


class Severity(StrEnum):
    """How much a problem matters: an error makes `check` fail, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the table.

    Attributes:
        severity: Error, or warning.
        meaning: What the problem is, in general, and why it matters.
        remedy: What to do about it.
        wrong: A piece of a dossier that shows the fault; empty where it cannot be written down.
        right: The same, mended.
    """

    severity: Severity
    meaning: str
    remedy: str
    wrong: str = ""
    right: str = ""


def _error(meaning: str, remedy: str, wrong: str = "", right: str = "") -> Code:
    return Code(Severity.ERROR, meaning, remedy, wrong, right)


def _warning(meaning: str, remedy: str, wrong: str = "", right: str = "") -> Code:
    return Code(Severity.WARNING, meaning, remedy, wrong, right)


_READING: dict[str, Code] = {
    "unreadable-file": _error(
        "The file cannot be opened: it is missing, a folder, or not yours to read.",
        "Check the path and its permissions.",
    ),
    "too-large": _error(
        "The file is larger than a dossier may be.",
        "Check that it is the right file; split a dossier of that size.",
    ),
    "encoding": _error(
        "The file is not text in UTF-8, or has a character that YAML does not allow.",
        "Save the file as UTF-8 and remove the character at the place named.",
    ),
    "syntax": _error(
        "YAML cannot be read any further than this place.",
        "Mend the place named; what comes after it has not been checked.",
        "dossier: {title: Talks: the second round}",
        'dossier: {title: "Talks: the second round"}',
    ),
    "several-documents": _error(
        "The file has more than one YAML document, divided by `---`.",
        "Keep one document; only the first is read.",
        "a: 1\n---\nb: 2",
        "a: 1\nb: 2",
    ),
    "duplicate-key": _error(
        "A key stands twice in the same mapping, so that one of its values would be lost.",
        "Rename or remove one of the two.",
        "parties:\n  a: {name: A}\n  a: {name: B}",
        "parties:\n  a: {name: A}\n  b: {name: B}",
    ),
    "key-not-text": _error(
        "A key is a list, a mapping or empty; keys are plain text.",
        "Write the key as one word.",
    ),
    "tag": _error(
        "A YAML tag (`!…`) asks for something other than text, a list or a mapping.",
        "Remove the tag: a tag constructs nothing here.",
        "title: !!python/name:os.system Talks",
        "title: Talks",
    ),
    "merge-key": _error(
        "`<<` is not part of YAML 1.2 and copies nothing here.",
        "Write the keys out, or use an alias for the whole value.",
    ),
    "unknown-alias": _error(
        "An alias (`*name`) has no anchor (`&name`) before it.",
        "Define the anchor earlier, or quote the text if it only begins with `*`.",
    ),
    "alias-loop": _error(
        "An alias stands inside what it refers to, so that it would contain itself.",
        "Write the value out.",
    ),
    "too-many-aliases": _error(
        "Aliases expand to more nodes than a dossier may have.",
        "Write fewer aliases of aliases.",
    ),
    "too-deep": _error(
        "Lists and mappings are nested deeper than a dossier needs.",
        "Remove the extra brackets or levels.",
    ),
    "comma-in-flow": _error(
        "A comma inside braces or brackets ends the value: `{value: at least 1,000}` reads as "
        "`at least 1` and a second key `000`.",
        "Quote the value.",
        "{value: at least 1,000}",
        '{value: "at least 1,000"}',
    ),
    "comment-in-value": _warning(
        "A ` #` inside a value starts a comment: the rest of the line is not read.",
        "Quote the value if the rest belongs to it; put two spaces before a real comment.",
        "title: Item #5",
        'title: "Item #5"',
    ),
    "block-in-value": _error(
        "`>` and `|` at the beginning of a value announce a block of text on the lines below; with "
        "a digit after them, `>5` is an empty block, and the value is lost.",
        "Quote the value.",
        "value: >5",
        'value: ">5"',
    ),
    "missing-space": _error(
        "A colon without a space after it divides nothing: `{name:Talks}` is a key `name:Talks` "
        "without a value.",
        "Put a space after the colon.",
        "dossier: {title:Talks}",
        "dossier: {title: Talks}",
    ),
    "slow-parser": _warning(
        "PyYAML was built without its C parser; reading works, but slowly.",
        "Install a PyYAML wheel for this Python.",
    ),
}

CODES: dict[str, Code] = {**_READING}
