"""Edit the Japanese of one paragraph, with its English and what is wrong in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import Horizontal

from corpus.bitext import Side
from tui.display.changes import changes
from tui.display.linebreak import cells, padded, shortened
from tui.display.marks import marked, marks
from tui.display.printable import flat, printable
from tui.keymap import EDITOR
from tui.language import tr
from tui.review.mentioned import mentioned
from tui.review.remedies import remedy
from tui.review.sentences import at_offset
from tui.review.unit import LETTERS
from tui.screens.add_term import add_term
from tui.screens.concordance import ConcordanceScreen
from tui.screens.help import HelpScreen
from tui.screens.inserting import Inserting
from tui.screens.talking import bindings
from tui.widgets.editor import LIT, LOOKS, JapaneseEditor
from tui.widgets.findings import FindingsPane
from tui.widgets.footer import KeysFooter
from tui.widgets.lines import RULE, Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from corpus.alignment.sentences import SentenceLink
    from tui.review.session import ReviewSession
    from tui.review.unit import UnitView

CHECK_AFTER = 0.15
"""Seconds after the last key until the text is judged."""
KEEP_AFTER = 0.5
"""Seconds after a key until the draft is on the disk, also while the person types on."""

ROOMY = 30
"""Rows from which on the neighbouring paragraphs are shown."""


class EditScreen(Inserting):
    """Leaves by Esc with the edit recorded; Enter does nothing, on purpose."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(EDITOR, "editor.")
    all_commands = EDITOR
    scope = "editor."

    DEFAULT_CSS = """
    EditScreen #english { max-height: 8; }
    EditScreen Horizontal { height: 1fr; min-height: 3; }
    EditScreen #label { width: 5; }
    """

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._session = session
        self._check: Timer | None = None
        self._keep: Timer | None = None
        self._drafted: str | None = None
        self._judged: UnitView = session.unit()
        self._lit: SentenceLink | None = None

    def compose(self) -> ComposeResult:
        yield Lines([""], id="title")
        yield Lines([RULE])
        yield Lines([""], id="english")
        yield Lines([""], id="terms")
        yield Lines(id="codes")
        yield Lines([RULE])
        with Horizontal():
            yield Lines([" JA"], id="label")
            yield JapaneseEditor("", id="japanese")
        yield Lines([""], id="count")
        yield FindingsPane()
        yield Lines([RULE, ""], id="change")
        yield Lines(id="context")
        yield Lines([""], id="message")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.editor.focus()
        self._load()

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    @property
    def _pick(self) -> int:
        """The finding that commands are about, as far as there still are so many."""
        return max(0, min(self._session.pick, len(self._judged.findings) - 1))

    def keep_draft(self) -> None:
        """Put what is being typed on the disk, where it differs from what is recorded."""
        if self._session.read_only:
            return
        text = self.editor.japanese
        if text != self._session.unit().target:
            if text != self._session.draft():
                self._session.keep_draft(text)
            self._drafted = text
            self._title()
        elif self._session.draft() is not None:
            self._session.keep_draft(None)

    def record(self) -> bool:
        """Record what is in the editor as a step; False, and a message, where that fails."""
        self.say("")
        return self.attempt(lambda: self._session.edit(self.editor.japanese))

    def on_text_area_changed(self) -> None:
        self._count()
        self._say_lost()
        self._title()
        if self._check is not None:
            self._check.stop()
        self._check = self.set_timer(CHECK_AFTER, self._judge)
        if self._keep is None:
            self._keep = self.set_timer(KEEP_AFTER, self._keep_now)

    def _keep_now(self) -> None:
        self._keep = None
        self.attempt(self.keep_draft)

    def on_text_area_selection_changed(self) -> None:
        self._count()
        self._draw_codes()
        self._light()

    def on_screen_resume(self) -> None:
        if self.is_mounted and self._session.at != self._judged.number - 1:
            self._load()

    def on_japanese_editor_enter_pressed(self) -> None:
        self.say(tr("Enter only accepts a conversion here"), tr("F5 confirms, Esc goes back"))

    def action_back(self) -> None:
        if self.record():
            self._leave()

    def action_confirm_next(self) -> None:
        if not self.editor.japanese.strip():
            self.say(tr("The Japanese is empty"), tr("^z brings it back, Esc leaves it so"))
            return
        if not self.record() or not self.attempt(self._session.confirm):
            return
        if self._session.next_unresolved():
            self._load()
        elif self._session.next_unconfirmed():
            self._load()
            self.say(tr("No open finding is left"), tr("this one is still to be confirmed"))
        else:
            self._leave()

    def action_save_draft(self) -> None:
        if self.record():
            self.say(tr("The edit is recorded"))

    def action_next_finding(self) -> None:
        self._to_finding(1)

    def action_previous_finding(self) -> None:
        self._to_finding(-1)

    def action_next_paragraph(self) -> None:
        self._move(1)

    def action_previous_paragraph(self) -> None:
        self._move(-1)

    def action_concordance(self) -> None:
        if self.record():
            words = self.editor.selected_text
            self.app.push_screen(ConcordanceScreen(self._session, words))

    def action_apply(self) -> None:
        text = self.editor.japanese
        self._judge()
        found = self._judged.findings
        at_hand = (*found[self._pick : self._pick + 1], *found)
        fixes = (remedy(f, text) for f in at_hand)
        fix = next((f for f in fixes if f is not None and f.apply(text) != text), None)
        if fix is None:
            self.say(tr("There is no fix to apply"))
        else:
            self.editor.put(fix.replacement, fix.span.start, fix.span.end)

    def action_machine(self) -> None:
        self.editor.put(self._session.unit().machine)

    def action_term(self) -> None:
        found, selected = self._judged.findings, self.editor.selected_text.strip()
        at_hand = found[self._pick] if found else None
        add_term(self, self._session, self._judged, at_hand, self._judge, selected)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen())

    def _to_finding(self, step: int) -> None:
        if self.record():
            if self._session.next_finding(step) is None:
                self.say(tr("No finding is open"), tr("Esc goes back"))
            self._load()

    def _move(self, by: int) -> None:
        if self.record():
            self._session.go(self._session.neighbour(by))
            self._load()

    def _leave(self) -> None:
        for timer in (self._check, self._keep):
            if timer is not None:
                timer.stop()
        self.dismiss()

    def _load(self) -> None:
        self._drafted = None
        self.editor.load(self._session.unit().target)
        self._judge()
        self._lost = self._missing
        picked = self._judged.findings[self._pick : self._pick + 1]
        places = [f.target.end for f in picked if f.target]
        self.editor.place_caret(*places or [len(self.editor.japanese)])
        self._title()

    def _judge(self) -> None:
        self._judged = self._session.judged(self.editor.japanese)
        self.editor.mark([(m.span, m.severity) for m in marks(self._judged.findings, Side.TARGET)])
        self._light()
        self.draw()

    def _light(self) -> None:
        """Light up the sentence around the cursor and the one that it answers."""
        unit, link = self._judged, None
        if unit.target == self.editor.japanese:
            link = at_offset(unit.source, unit.target, self.editor.caret)
        if link != self._lit:
            self._lit = link
            self.editor.light(link.target if link else ())
            self._draw_english()

    def _draw_english(self) -> None:
        width = max(40, self.size.width)
        found = marks(self._judged.findings, Side.SOURCE)
        english = marked(self._judged.source, found, self._lit.source if self._lit else ())
        lit = LIT[self.app.current_theme.dark]
        rows = []
        for at, pieces in enumerate(english.lines(width - 6)):
            row = Text(" EN  " if at == 0 else "     ")
            for piece in pieces:
                looks = LOOKS[piece.severity.value] if piece.severity else ""
                row.append(piece.text, f"{looks} {lit}" if piece.lit else looks)
            rows.append(row)
        self.query_one("#english", Lines).show(rows)
        terms = mentioned(self._session.annotated())
        said = "   ".join(f"{n} {flat(term.words)}" for n, term in enumerate(terms, 1))
        key = tr("F2 insert")
        shown = shortened(tr(" Terms  {}", said), width - cells(key) - 4)
        self.query_one("#terms", Lines).show([f"{shown}   {key}" if terms else ""])

    def draw(self) -> None:
        width = max(40, self.size.width)
        self._draw_english()
        roomy = self.size.height >= ROOMY
        pane = self.query_one(FindingsPane)
        pane.resize_to(7 if roomy else 4)
        pane.show_unit(self._judged, self._pick)
        changed = changes(self._judged.machine, self._judged.target) or tr("nothing")
        said = shortened(tr(" Change   {}", changed), width)
        self.query_one("#change", Lines).show([RULE, said] if roomy else [said])
        self.query_one("#context", Lines).show([*self._neighbours(width)] if roomy else [])
        self._draw_codes()
        self._count()
        self._title()

    def _neighbours(self, width: int) -> Iterator[str]:
        """The paragraphs before and after."""
        for at in (self._session.at - 1, self._session.at + 1):
            if 0 <= at < len(self._session):
                unit = self._session.unit(at)
                half = (width - 12) // 2
                english, japanese = printable(unit.source), printable(unit.target)
                yield (
                    f" {unit.number:>7}  {padded(english, half)} | "
                    f"{shortened(japanese, width - 12 - half)}"
                )

    def _count(self) -> None:
        row, column = self.editor.cursor_location
        found = self._judged.findings
        marks_ = "  ".join(f"{LETTERS[s]} {sum(f.severity is s for f in found)}" for s in LETTERS)
        where = tr("line {} col {}", row + 1, column + 1)
        said = tr("     {} characters   {}   {}", len(self.editor.japanese), where, marks_)
        self.query_one("#count", Lines).show([said])

    def _title(self) -> None:
        said = tr(" Paragraph {}   editing", self._session.at + 1)
        kept = self.editor.japanese == self._drafted
        said += f" - {tr('draft kept')}   " if kept else "   "
        name = shortened(
            printable(self._session.bitext.name), max(20, self.size.width - cells(said))
        )
        self.query_one("#title", Lines).show([Text(said + name, "bold")])
