"""One flaw a file; what is in force, in the order of reports, is `ALL_CHECKS`."""

from glossary.checks import (
    addition,
    confusable_rendering,
    deprecated_rendering,
    duplication,
    missing_rendering,
    omission,
    untranslated_name,
    variant_rendering,
)
from glossary.checks.check import Check, Example

ALL_CHECKS: tuple[Check, ...] = (
    confusable_rendering.CHECK,
    deprecated_rendering.CHECK,
    variant_rendering.CHECK,
    untranslated_name.CHECK,
    missing_rendering.CHECK,
    omission.CHECK,
    addition.CHECK,
    duplication.CHECK,
)

__all__ = ["ALL_CHECKS", "Check", "Example"]
