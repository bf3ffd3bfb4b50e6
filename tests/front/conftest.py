"""What every test of the front shares."""

from __future__ import annotations

import os

# Read once, when textual is imported (see tui/app.py).
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)
