"""The command list of Ctrl+p."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit
from textual.system_commands import SystemCommandsProvider

if TYPE_CHECKING:
    from textual.command import Hits


class Commands(SystemCommandsProvider):
    """What can be done here: the commands of the screen in its own order, as long as nothing is
    typed. Sorted by their letters, Japanese ones would stand anyhow."""

    async def discover(self) -> Hits:
        for name, words, act, shown in self.app.get_system_commands(self.screen):
            if shown:
                yield DiscoveryHit(name, act, help=words)
