"""The review of a translation, without a screen: `session.ReviewSession` is all of it."""
