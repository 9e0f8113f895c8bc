"""The table of problem codes: the severity of each, what it means, and what to do.

`positions explain CODE` prints an entry. A test makes each code appear from its own example.
"""

from __future__ import annotations

from positions.code import Code, Severity
from positions.codes_of_binding import BINDING
from positions.codes_of_checks import CHECKS
from positions.codes_of_outcomes import OUTCOMES
from positions.codes_of_reading import READING

__all__ = ["CODES", "Code", "Severity"]

CODES: dict[str, Code] = {**READING, **BINDING, **CHECKS, **OUTCOMES}
"""Every code by its name."""
