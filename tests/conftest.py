"""What holds for all tests."""

from hypothesis import settings

# The first example compiles what is needed, and a machine may be busy: slowness is no failure.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
