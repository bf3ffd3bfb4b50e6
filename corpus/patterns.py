"""Regular expressions that are compiled when they are first used.

Some four hundred stand at the heads of the files. To compile them all takes a quarter of the time
in which a thousand units are checked, and no run needs more than a part of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_USED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags")


class _Regex:
    def __init__(self, text: str, flags: int) -> None:
        self._asked = text, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _USED:
            raise AttributeError(name)
        compiled = re.compile(*self._asked)
        # From now on they are found without coming here, as fast as those of `compiled`.
        self.__dict__.update({each: getattr(compiled, each) for each in _USED})
        return self.__dict__[name]


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but what is wrong with `text` is said at its first use."""
    return cast("re.Pattern[str]", _Regex(text, flags))
