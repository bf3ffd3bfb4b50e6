"""The front: command line, reports, the review session and its screens."""
