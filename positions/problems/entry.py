"""An entry of the table of problem codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Code", "Severity", "error", "warning"]


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


def error(meaning: str, remedy: str, wrong: str = "", right: str = "") -> Code:
    """Return the entry of a problem that makes `check` fail."""
    return Code(Severity.ERROR, meaning, remedy, wrong, right)


def warning(meaning: str, remedy: str, wrong: str = "", right: str = "") -> Code:
    """Return the entry of a problem that does not."""
    return Code(Severity.WARNING, meaning, remedy, wrong, right)
