"""The app around the screens; `run_review` and `run_start` are what the commands call."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

# Extended (Kitty) keys lose or garble committed Japanese in several terminals. Textual reads
# this once, when it is imported. A user's own value stands.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import ModalScreen, Screen
from textual.theme import ThemeProvider

from corpus.errors import TaiyakuError
from tui.choices import keep_choice
from tui.language import LANGUAGES, later, speak, spoken, tr
from tui.screens.batch import BatchScreen
from tui.screens.edit import EditScreen
from tui.screens.palette import Commands
from tui.screens.review import ReviewScreen
from tui.screens.save import LeaveDialog
from tui.screens.start import StartScreen
from tui.screens.talking import TalkingScreen
from tui.screens.type_ahead import TypeAhead
from tui.widgets.lines import Lines
from tui.widgets.textual_internals import crash_without_values
from tui.widgets.themes import OWN, TERMINAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.theme import Theme

    from tui.keymap import Keys
    from tui.opening import Opening
    from tui.review.session import ReviewSession

crash_without_values()

NO_KEYS: Keys = MappingProxyType({})
"""Nothing differs from the key map."""

WAITING = later("An answer is under way and paid for: waiting for it, a minute at most.")

SMALLEST = (72, 20)
"""Columns and rows below which nothing is shown but a message."""


class TaiyakuApp(TypeAhead):
    """Shows one first screen and what is opened from it."""

    TITLE = "taiyaku"
    COMMANDS: ClassVar = {Commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True)
    ]
    # Nothing in the frame may be of a character that some terminals draw two cells wide.
    CSS = """
    CommandPalette #--input { border: none; }
    CommandPalette SearchIcon { display: none; }
    CommandPalette CommandList { border: none; scrollbar-size: 0 0; }
    CommandPalette LoadingIndicator { border: none; }
    """

    def __init__(
        self,
        first: ReviewScreen | StartScreen | BatchScreen,
        keys: Keys = NO_KEYS,
        theme: str = "dark",
        keep: Callable[[str, str], object] = lambda _name, _value: None,
    ) -> None:
        """`keys` are those that differ from the key map, `theme` one of `tui.keymap.THEMES`;
        `keep` is told the name and the value of a setting that the person chooses."""
        super().__init__()
        self._keep = keep
        self._first = first
        self.changed_keys = keys
        for own in OWN:
            self.register_theme(own)
        self.theme = theme
        self.set_keymap({name: ",".join(pressed) for name, pressed in keys.items()})

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and self.review is not None:
            self.review.session.pressed(time.monotonic())
        await super().on_event(event)

    def on_mount(self) -> None:
        self.push_screen(self._first)
        self.theme_changed_signal.subscribe(self, lambda theme: self._chosen("theme", theme.name))
        if not self.is_headless:
            # A closed window or a polite kill: what is being typed is kept, then we go.
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, self._go)

    def on_exit_app(self) -> None:
        # Also reached by a signal, and when the page in the browser is closed.
        self.keep_drafts()

    @property
    def available_themes(self) -> dict[str, Theme]:
        themes = super().available_themes
        # The library asks for its own theme before ours are there.
        ours = (*(own.name for own in OWN), *TERMINAL)
        return {name: themes[name] for name in ours} if ours[0] in themes else themes

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        if isinstance(screen, TalkingScreen):
            for command in screen.commands:
                words = tr(command.words)
                words = words[0].upper() + words[1:]
                yield SystemCommand(words, command.shown, self._doing(screen, command.action))
            for code, name in LANGUAGES.items():
                if code != spoken():
                    yield SystemCommand(
                        tr("Language: {}", name),
                        tr("also next time, if taiyaku.toml does not say otherwise"),
                        partial(self._speak, code),
                    )
        yield SystemCommand(
            tr("Theme"),
            tr("light, dark, high contrast, no colour, terminal colours"),
            self.action_change_theme,
        )
        yield SystemCommand(tr("Quit taiyaku"), "^q", self.action_quit)

    def on_resize(self, event: events.Resize) -> None:
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen())
        elif not small and isinstance(self.screen, TooSmallScreen):
            self.pop_screen()

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=tr("Search a command")))

    def search_themes(self) -> None:
        words = tr("Choose a theme")
        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=words))

    def action_help_quit(self) -> None:
        """Ctrl+C, which many press to leave."""
        if isinstance(self.screen, TalkingScreen):
            self.screen.say(tr("^q quits"))

    async def action_quit(self) -> None:
        """Leave; what is typed is recorded, and what is not in a file yet is spoken of."""
        review = self.review
        if review and not review.session.read_only and not self._record_edit():
            return
        session = review.session if review and not review.session.read_only else None
        if session is None or isinstance(self.screen, (TooSmallScreen, LeaveDialog)):
            self._go()
        elif session.unsaved or session.untold:
            self.push_screen(LeaveDialog(session.unsaved), self._leave)
        else:
            self._go()

    @property
    def review(self) -> ReviewScreen | None:
        """The review that is open, if any."""
        return next((s for s in self.screen_stack if isinstance(s, ReviewScreen)), None)

    def keep_drafts(self) -> None:
        """Put what is being typed on the disk."""
        for screen in self.screen_stack:
            if isinstance(screen, EditScreen):
                screen.attempt(screen.keep_draft)

    def _record_edit(self) -> bool:
        """Record what is being typed; False where that cannot be done, and the editor says why."""
        return all(s.record() for s in self.screen_stack if isinstance(s, EditScreen))

    def _go(self) -> None:
        """End; an answer that has been paid for is waited for, and the person told why."""
        self.exit(message=tr(WAITING) if self.review and self.review.at_work else None)

    def _leave(self, answer: str | None) -> None:
        if answer == "leave":
            self._go()
        elif answer == "write":
            while self.review is not None and self.screen is not self.review:
                self.pop_screen()
            if self.review is not None:
                self.review.action_save()

    def _speak(self, language: str) -> None:
        speak(language)
        for screen in self.screen_stack:
            if isinstance(screen, TalkingScreen):
                screen.retell()
        if isinstance(self.screen, TalkingScreen):
            self.screen.say(tr("Language: {}", LANGUAGES[language]))
        self._chosen("language", language)

    def _chosen(self, name: str, value: str) -> None:
        """Keep what the person chose in the command list."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, TalkingScreen):
                screen.attempt(lambda: self._keep(name, value))
                return

    def _doing(self, screen: TalkingScreen, action: str) -> Callable[[], object]:
        return lambda: self.call_later(screen.run_action, action)


class TooSmallScreen(ModalScreen[None]):
    """Stands in front of everything until the terminal is large enough."""

    DEFAULT_CSS = "TooSmallScreen { background: $background; }"

    def compose(self) -> ComposeResult:
        yield Lines()

    def on_mount(self) -> None:
        self.on_resize()

    def on_resize(self) -> None:
        size, (width, height) = self.app.size, SMALLEST
        self.query_one(Lines).show(
            [
                tr("Too small ({}x{})", size.width, size.height),
                tr("At least {}x{} is needed.", width, height),
                tr("Nothing is lost. Make the"),
                tr("window larger, or ^q."),
            ]
        )


def run_review(session: ReviewSession, keys: Keys = NO_KEYS, theme: str = "dark") -> int:
    """Review until the person leaves; closes the session. The exit code: 0, or 2 for a fault."""
    return _run(TaiyakuApp(ReviewScreen(session), keys, theme, keep_choice), [session])


def run_start(opening: Opening, sample: tuple[str, str]) -> int:
    """Show the start screen, on which the `sample` is opened or what the person names."""
    folder = partial(folder_screen, opening)
    first = StartScreen(opening.pair, sample, folder, opening.books, opening.last())
    return _run_opening(first, opening)


def run_folder(opening: Opening, words: Sequence[str]) -> int:
    """Check files and folders, and open reviews of them, until the person leaves."""
    return _run_opening(folder_screen(opening, *words), opening)


def folder_screen(opening: Opening, *words: str) -> BatchScreen:
    """The screen of all files that the words name. Raises TaiyakuError."""
    return BatchScreen(" ".join(words), opening.batch(words), opening.item, opening.close)


def _run_opening(first: StartScreen | BatchScreen, opening: Opening) -> int:
    chosen = opening.settings
    return _run(TaiyakuApp(first, dict(chosen.keys), chosen.theme, keep_choice), opening.open)


def _run(app: TaiyakuApp, opened: list[ReviewSession]) -> int:
    try:
        app.run()
    finally:
        for session in opened:
            with contextlib.suppress(TaiyakuError):
                session.close()
    if not app.return_code:
        return 0
    for session in opened:
        print(tr("Everything done is kept in {}", session.workspace.path), file=sys.stderr)  # noqa: T201
    return 2
