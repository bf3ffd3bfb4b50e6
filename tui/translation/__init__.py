"""Translations from an engine: plan and price, payment, the glossary there, the report."""
