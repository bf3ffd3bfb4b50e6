"""Many files under one review, without a screen."""
