"""Every key that does something, once: bindings, footers, help and palette are made from this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from corpus.told import told


@dataclass(frozen=True, slots=True)
class Command:
    """What a person can do on a screen."""

    action: str
    """The action of the screen, with its argument if it takes one."""
    keys: tuple[str, ...]
    """As textual calls them; none: only in the palette."""
    shown: str
    """The keys as a person reads them; `^x` is Ctrl+x."""
    words: str
    footer: str = ""
    """The words in the footer; empty: only in help and palette."""

    @property
    def name(self) -> str:
        """What it is called in `taiyaku.toml`."""
        return self.action.replace("_", "-")


Keys: TypeAlias = Mapping[str, tuple[str, ...]]
"""Keys that a person has chosen, by `Command.name`; those of the editor by `editor.name`."""


GOING: tuple[Command, ...] = (
    Command("search", ("/", "ctrl+f"), "/ ^f", "search both texts", "search"),
    Command("filter", ("f",), "f", "show some paragraphs", "filter"),
    Command("go_to", ("g", "ctrl+g"), "g ^g", "go to a number"),
    Command("concordance", ("K", "f3"), "K F3", "all uses of a word"),
    Command("next_sentence", ("right",), "Right", "light up next sentence"),
    Command("previous_sentence", ("left",), "Left", "the sentence before"),
    Command("select", ("space",), "Space", "select it, or no more"),
    Command("select_range", ("v",), "v", "select from here to there"),
    Command("other", ("b",), "b", "another Japanese below"),
    Command("layout", ("V",), "V", "side by side or stacked"),
    Command("glossary", ("G",), "G", "all terms: the glossary"),
    Command("files", ("B",), "B", "back to the files"),
)
"""Finding the way, in the list of paragraphs."""

MENDING: tuple[Command, ...] = (
    Command("next_finding", ("n", "f8"), "n F8", "next finding, next hit", "next"),
    Command("previous_finding", ("N", "shift+f8"), "N Shift+F8", "previous finding or hit"),
    Command("apply", ("a", "f4"), "a F4", "apply this fix", "apply"),
    Command("other_suggestion", ("s",), "s", "offer another suggestion", "other"),
    Command("everywhere", ("A",), "A", "apply everywhere, preview", "everywhere"),
    Command("edit", ("e", "enter"), "e Enter", "edit the Japanese", "edit"),
    Command("ignore", ("i",), "i", "ignore it and go on", "ignore"),
    Command("mute", ("I",), "I", "ignore this check here"),
    Command("recheck", ("r",), "r", "check the whole again"),
    Command("unmute", (), "^p", "hear all checks again"),
    Command("term", ("t", "ctrl+t"), "t ^t", "add a term", "term"),
    Command("past", ("p",), "p", "take earlier correction", "past correction"),
    Command("machine", ("R",), "R", "back to machine's text"),
    Command("comment", ("m",), "m", "comment on it"),
    Command("history", ("h",), "h", "history of the paragraph"),
    Command("copy", ("Y",), "Y", "copy the Japanese"),
    Command("confirm_next", ("c", "f5"), "c F5", "confirm, next open one", "confirm+next"),
    Command("confirm", ("C",), "C", "confirm and stay"),
    Command("unconfirm", ("U",), "U", "take a confirmation back"),
    Command("confirm_clean", (), "^p", "confirm all with no finding"),
    Command("undo", ("u", "ctrl+z"), "u ^z", "undo, over restarts too", "undo"),
    Command("redo", ("ctrl+y",), "^y", "redo"),
    Command("save", ("w", "ctrl+s"), "w ^s", "write to a file", "write"),
    Command("help", ("question_mark", "f1"), "? F1", "all keys", "help"),
    Command("leave", ("ctrl+q", "q"), "^q q", "quit"),
)
"""What is done about a paragraph and its findings."""

LINKING: tuple[Command, ...] = (
    Command("next_doubtful", ("d",), "d", "next doubtful link"),
    Command("previous_doubtful", ("D",), "D", "doubtful link before"),
    Command("affirm", ("y",), "y", "this link is right"),
    Command("join", ("+",), "+", "join with the next"),
    Command("split", ("-",), "-", "split first pair off"),
    Command("japanese_to_next", (">",), ">", "last Japanese to next"),
    Command("japanese_to_previous", ("<",), "<", "first Japanese to previous"),
    Command("english_to_next", ("}",), "}", "last English to next"),
    Command("english_to_previous", ("{",), "{", "first English to previous"),
    Command("unlink", ("x",), "x", "no pair: unlink"),
    Command("link", ("=",), "=", "link: here, = there (moved)"),
)
"""Which paragraphs belong together."""

ENGINE: tuple[Command, ...] = (
    Command("translate", ("T",), "T", "DeepL: translate this"),
    Command("translate_again", ("M",), "M", "DeepL: again by new terms"),
    Command("translate_empty", (), "^p", "DeepL: all without Japanese"),
    Command("sync_glossary", ("S",), "S", "DeepL: sync the glossary"),
    Command("obedience", ("O",), "O", "DeepL: did it obey"),
)
"""What a translation engine is asked to do; the price comes first."""

REVIEW: tuple[Command, ...] = (*MENDING, *GOING, *LINKING, *ENGINE)
"""In the list of paragraphs; 1 to 9 pick a finding, the arrows or j and k move."""

EDITOR: tuple[Command, ...] = (
    Command("confirm_next", ("f5",), "F5", "confirm, next open one", "confirm+next"),
    Command("back", ("escape",), "Esc", "back, the edit is kept", "back (kept)"),
    Command("insert_code", ("f6",), "F6", "insert tag or variable", "insert tag"),
    Command("apply", ("f4",), "F4", "apply the first fix", "apply"),
    Command("insert_term", ("f2",), "F2", "insert a term", "insert term"),
    Command("concordance", ("f3",), "F3", "all uses of a word", "uses"),
    Command("next_finding", ("f8",), "F8", "keep edit, next finding", "next"),
    Command("previous_finding", ("shift+f8",), "Shift+F8", "keep edit, finding before"),
    Command("next_paragraph", ("alt+down", "ctrl+down"), "Alt+Down", "keep edit, next paragraph"),
    Command("previous_paragraph", ("alt+up", "ctrl+up"), "Alt+Up", "keep edit, one before"),
    Command("save_draft", ("ctrl+s",), "^s", "keep edit, stay", "record"),
    Command("machine", ("ctrl+r",), "^r", "back to machine's text", "machine"),
    Command("term", ("ctrl+t",), "^t", "add a term", "term"),
    Command("help", ("f1",), "F1", "all keys", "help"),
)
"""In the editor, where letters are letters; ^z and ^y undo and redo what was typed."""

MOVING: tuple[Command, ...] = (
    Command("move(1)", ("down", "j"), "Down j", "next paragraph"),
    Command("move(-1)", ("up", "k"), "Up k", "paragraph before"),
    Command("page(1)", ("pagedown", "ctrl+d"), "PgDn", "a screen down"),
    Command("page(-1)", ("pageup", "ctrl+u"), "PgUp", "a screen up"),
    Command("first", ("home",), "Home", "first paragraph"),
    Command("last", ("end",), "End", "last paragraph"),
)
"""Moving about in a list."""

GLOSSARY: tuple[Command, ...] = (
    Command("edit", ("enter", "e"), "Enter e", "edit, or overrule a file", "edit"),
    Command("new", ("+",), "+", "a new term", "new"),
    Command("approve", ("y",), "y", "approved, or not", "approve"),
    Command("remove", ("x", "delete"), "x Del", "remove it", "remove"),
    Command("candidates", ("c",), "c", "terms the text suggests", "candidates"),
    Command("search", ("/", "ctrl+f"), "/ ^f", "search terms and names", "search"),
    Command("sort", ("s",), "s", "sort by something else", "sort"),
    Command("import", ("o",), "o", "import a glossary file", "import"),
    Command("export", ("w", "ctrl+s"), "w ^s", "export to a file", "export"),
    Command("undo", ("u", "ctrl+z"), "u ^z", "undo a change of terms", "undo"),
    Command("help", ("question_mark", "f1"), "? F1", "all keys", "help"),
    Command("back", ("escape", "q", "G"), "Esc q G", "end the search, back", "back"),
    Command("go_to", ("g", "ctrl+g"), "g ^g", "go to this use", "go to"),
    Command("history", ("h",), "h", "history of the term", "history"),
    Command("recheck", ("r",), "r", "check the whole again", "re-check"),
    Command("next_use", ("right",), "Right", "next use"),
    Command("previous_use", ("left",), "Left", "the use before"),
    Command("redo", ("ctrl+y",), "^y", "redo"),
)
"""In the glossary; the arrows or j and k move."""

CANDIDATES: tuple[Command, ...] = (
    Command("accept", ("enter", "a"), "Enter a", "keep it as a term", "accept"),
    Command("edit", ("e",), "e", "edit it, then keep it", "edit first"),
    Command("reject", ("x", "delete"), "x Del", "propose it no more", "reject"),
    Command("view", ("f",), "f", "new, other, rejected ones", "show others"),
    Command("search", ("/", "ctrl+f"), "/ ^f", "search", "search"),
    Command("sort", ("s",), "s", "sort by something else", "sort"),
    Command("undo", ("u", "ctrl+z"), "u ^z", "undo", "undo"),
    Command("help", ("question_mark", "f1"), "? F1", "all keys", "help"),
    Command("back", ("escape", "q"), "Esc q", "stop reading, back", "back"),
    Command("go_to", ("g", "ctrl+g"), "g ^g", "go to this place", "go to"),
    Command("recheck", ("r",), "r", "read the text again", "read again"),
    Command("next_use", ("right",), "Right", "next place"),
    Command("previous_use", ("left",), "Left", "the place before"),
    Command("redo", ("ctrl+y",), "^y", "redo"),
)
"""Among the terms that a text suggests."""

BATCH: tuple[Command, ...] = (
    Command("open", ("enter", "e"), "Enter e", "review this file", "review"),
    Command("next_error", ("n", "f8"), "n F8", "next file with findings", "next"),
    Command("everywhere", ("A",), "A", "fix in all files, preview", "fix in all files"),
    Command("write", ("w", "ctrl+s"), "w ^s", "write the report", "report"),
    Command("write_corrected", ("W",), "W", "write corrected texts", "corrected texts"),
    Command("undo", ("u", "ctrl+z"), "u ^z", "undo the last fix in all", "undo"),
    Command("help", ("question_mark", "f1"), "? F1", "all keys", "help"),
    Command("back", ("escape", "q"), "Esc q", "stop checking, back", "back"),
    Command("sort", ("s",), "s", "sort by something else", "sort"),
    Command("recheck", ("r",), "r", "check all files again", "check again"),
    Command("next_flaw", ("right", "tab"), "Right Tab", "next frequent finding"),
    Command("previous_flaw", ("left", "shift+tab"), "Left", "the one before"),
    Command("previous_error", ("N", "shift+f8"), "N Shift+F8", "file before with findings"),
)
"""In the list of the files of a folder."""

THEMES: Final = ("dark", "light", "high-contrast", "no-colour", "ansi-dark", "ansi-light")
"""How the app may look; the last two leave all colours to the terminal."""

SCOPES: Final = {
    "": REVIEW,
    "editor.": EDITOR,
    "glossary.": GLOSSARY,
    "candidates.": CANDIDATES,
    "batch.": BATCH,
}
"""The commands whose keys can be changed, by what stands before their names."""


def chosen(commands: tuple[Command, ...], keys: Keys, scope: str = "") -> tuple[Command, ...]:
    """The commands with the keys that a person has chosen for them."""
    return tuple(
        replace(c, keys=keys[scope + c.name], shown=_shown(keys[scope + c.name]))
        if scope + c.name in keys
        else c
        for c in commands
    )


def fault(keys: Keys) -> str:
    """What is wrong with keys that a person has chosen; empty where they can be used."""
    known = {scope + c.name for scope, commands in SCOPES.items() for c in commands}
    if unknown := sorted(keys.keys() - known):
        return told("there is no command {!r}", unknown[0])
    for scope, commands in SCOPES.items():
        counts = Counter(key for c in chosen(commands, keys, scope) for key in c.keys)
        if twice := [key for key, count in counts.items() if count > 1]:
            return told("the key {!r} is that of two commands", twice[0])
    return ""


def _shown(keys: tuple[str, ...]) -> str:
    """Keys as a person reads them: `^x`, `F4`, `Alt+Down`."""
    said = []
    for key in keys:
        *held, last = key.split("+") if len(key) > 1 else [key]
        last = last if len(last) == 1 else last.capitalize()
        if held == ["ctrl"] and len(last) == 1:
            said.append(f"^{last}")
        else:
            said.append("+".join([*(h.capitalize() for h in held), last]))
    return " ".join(said)
