"""Work on terms, without a screen."""
