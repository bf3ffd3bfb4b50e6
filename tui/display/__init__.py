"""Texts as a terminal shows them: harmless, broken into lines, marked. No screen library here."""
