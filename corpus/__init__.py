"""Texts: reading, aligning, keeping and scoring English and its Japanese."""
