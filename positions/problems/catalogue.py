"""The table of problem codes: the severity of each, what it means, and what to do.

`positions explain CODE` prints an entry. A test makes each code appear from its own example.
"""

from __future__ import annotations

from positions.problems.codes_checks import CHECKS
from positions.problems.codes_outcomes import OUTCOMES
from positions.problems.codes_phrasing import PHRASING
from positions.problems.codes_reading import READING
from positions.problems.codes_records import BINDING
from positions.problems.codes_settings import SETTINGS
from positions.problems.entry import Code, Severity

__all__ = ["CODES", "Code", "Severity"]

CODES: dict[str, Code] = {**READING, **BINDING, **CHECKS, **PHRASING, **OUTCOMES, **SETTINGS}
"""Every code by its name."""
