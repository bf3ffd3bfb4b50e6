"""Terms, and the judge: which name stands for what, and whether a translation says so."""
