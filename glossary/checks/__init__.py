"""One flaw a file; what is in force, in the order of reports, is `ALL_CHECKS`."""

from glossary.checks import (
    acronym_mismatch,
    addition,
    confusable_rendering,
    control_character,
    date_value,
    deprecated_rendering,
    doubled_heading,
    duplication,
    foreign_punctuation,
    foreign_words,
    inconsistent_rendering,
    inconsistent_wording,
    left_in_english,
    lost_negation,
    missing_full_stop,
    missing_rendering,
    mixed_register,
    mixed_width,
    number_added,
    number_missing,
    number_value,
    omission,
    percentage,
    placeholder_lost,
    placeholder_order,
    qualifier,
    repeated_particle,
    state_mismatch,
    stray_space,
    unbalanced_brackets,
    unit_mismatch,
    unknown_name,
    unlike_sounding_name,
    untranslated_name,
    variant_rendering,
)
from glossary.checks.check import Check, Example
from glossary.finding import Severity

ALL_CHECKS: tuple[Check, ...] = (
    confusable_rendering.CHECK,
    deprecated_rendering.CHECK,
    variant_rendering.CHECK,
    untranslated_name.CHECK,
    missing_rendering.CHECK,
    inconsistent_rendering.CHECK,
    inconsistent_wording.CHECK,
    acronym_mismatch.CHECK,
    unlike_sounding_name.CHECK,
    unknown_name.CHECK,
    number_value.CHECK,
    date_value.CHECK,
    unit_mismatch.CHECK,
    percentage.CHECK,
    qualifier.CHECK,
    number_missing.CHECK,
    number_added.CHECK,
    omission.CHECK,
    lost_negation.CHECK,
    addition.CHECK,
    duplication.CHECK,
    left_in_english.CHECK,
    foreign_words.CHECK,
    doubled_heading.CHECK,
    placeholder_lost.CHECK,
    placeholder_order.CHECK,
    state_mismatch.CHECK,
    mixed_register.CHECK,
    stray_space.CHECK,
    unbalanced_brackets.CHECK,
    missing_full_stop.CHECK,
    mixed_width.CHECK,
    repeated_particle.CHECK,
    foreign_punctuation.CHECK,
    control_character.CHECK,
)

DEFAULT_CHECKS = tuple(check for check in ALL_CHECKS if check.default)
"""What runs unless somebody chooses: all that stay quiet on good Japanese."""

PROFILES: dict[str, tuple[Check, ...]] = {
    "strict": ALL_CHECKS,
    "default": DEFAULT_CHECKS,
    "quiet": tuple(check for check in DEFAULT_CHECKS if check.severity is not Severity.MINOR),
}
"""Checks that are chosen by one word."""

__all__ = ["ALL_CHECKS", "DEFAULT_CHECKS", "PROFILES", "Check", "Example"]
