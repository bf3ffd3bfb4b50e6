"""What the screens have in common: a line for messages, and keys from the key map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.binding import Binding
from textual.screen import Screen

from corpus.errors import TaiyakuError
from tui.display.linebreak import lines, shortened
from tui.display.printable import flat, plain_key
from tui.keymap import chosen
from tui.language import blamed, retold, tr
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.binding import BindingType

    from tui.keymap import Command, Keys

MESSAGE_ROWS = 3
"""Lines that the longest message may take."""

_SHOWN = 0.05
"""Seconds in which what is drawn comes to the terminal."""

_NAMED = {
    "?": "question_mark",
    "/": "slash",
    "+": "plus",
    "-": "minus",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    "=": "equals_sign",
}


def bindings(commands: Iterable[Command], scope: str = "") -> list[BindingType]:
    """The bindings of a screen; their ids are the names by which keys can be changed."""
    return [
        Binding(",".join(c.keys), c.action, c.words, show=False, id=scope + c.name)
        for c in commands
        if c.keys
    ]


class TalkingScreen(Screen[None]):
    """A screen with a `Lines` widget called `message`, where errors are told in words."""

    # A scroll bar is made of characters that some terminals draw two cells wide.
    DEFAULT_CSS = "TalkingScreen { scrollbar-size: 0 0; overflow: hidden; }"

    all_commands: tuple[Command, ...] = ()
    """What can be done here, with the keys that hold when nobody has changed them."""
    scope = ""
    """What stands before their names in the settings."""

    @property
    def keys(self) -> Keys:
        """The keys that a person has changed."""
        changed: Keys = getattr(self.app, "changed_keys", {})
        return changed

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here, with the keys as they are."""
        return chosen(self.all_commands, self.keys, self.scope)

    def say(self, message: str, hint: str = "", *, wrong: bool = False) -> None:
        """Show a message until the next one."""
        words = retold(message)
        if hint:
            words = tr("{}. {}", words, retold(hint))
        said = f" {words}" if message else " "
        text, width = flat(said), max(20, self.size.width)
        rows = [span.of(text) for span in lines(text, width - 1)]
        rows[MESSAGE_ROWS - 1 :] = [shortened("".join(rows[MESSAGE_ROWS - 1 :]), width - 1)]
        style = "bold reverse" if wrong else "bold"
        self.query_one("#message", Lines).show([Text(row, style) for row in rows if row] or [""])

    def say_and(self, message: str, act: Callable[[], object]) -> None:
        """Show a message, and do what takes a while when it stands on the screen."""
        self.say(message)
        # A refresh is over before the terminal has been written to.
        self.set_timer(_SHOWN, act)

    def draw(self) -> None:
        """Draw everything anew that is not said once and for all."""

    def retell(self) -> None:
        """Say everything in the language in use."""
        for said in self.query(Lines):
            said.retell()
        self.draw()

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may fail for a reason that a person can mend; whether it went well."""
        try:
            act()
        except TaiyakuError as error:
            self.say(*blamed(error), wrong=True)
            return False
        return True

    def on_key(self, event: events.Key) -> None:
        # With a Japanese input method on, j arrives as a full-width letter.
        if event.character and (key := plain_key(event.character)):
            event.stop()
            # By way of the app: a key that a screen sends itself does not reach its bindings.
            self.app.call_later(self.app.simulate_key, _NAMED.get(key, key))
