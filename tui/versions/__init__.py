"""Several Japanese versions of one text: read, scored, compared, and the list of corrections."""
