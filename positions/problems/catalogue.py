"""The table of problem codes: the severity of each, what it means, and what to do.

`positions explain CODE` prints an entry. A test makes each code appear from its own example.
"""

from __future__ import annotations

from positions.problems.codes_checks import CHECKS, OUTCOMES
from positions.problems.codes_reading import READING, SETTINGS
from positions.problems.codes_records import BINDING, PHRASING
from positions.problems.entry import Code, Severity

__all__ = ["CODES", "Code", "Severity"]

CODES: dict[str, Code] = {**READING, **BINDING, **CHECKS, **PHRASING, **OUTCOMES, **SETTINGS}
"""Every code by its name."""
