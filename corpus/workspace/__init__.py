"""The store of all work on this machine, one SQLite file: edits, decisions, terms, translations."""
