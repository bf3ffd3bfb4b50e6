"""Everything that can go wrong and that a person can mend.

    TaiyakuError            message and hint; the command line prints both, exit code 2
    ├── UnreadableFile      missing, a folder, binary, wrongly encoded, too large
    ├── UnwritableFile      no permission, no space, no such folder
    ├── BadContent          a file that can be read but does not hold what it should
    ├── NotATranslation     one language twice, or two texts that have nothing in common
    ├── ImpossibleLink      paragraphs that cannot be linked by hand as asked
    └── WorkspaceError      the workspace cannot be opened or written

`glossary.errors` adds what concerns terms. Anything else that is raised is a fault of the program.
"""


class TaiyakuError(Exception):
    """One line that says what is wrong, and one that says what to do.

    Neither holds text of the user's documents longer than a few words.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnreadableFile(TaiyakuError):
    """The file cannot be read as text."""


class UnwritableFile(TaiyakuError):
    """The file cannot be written; what stood there before is untouched."""


class BadContent(TaiyakuError):
    """The file can be read but not understood; the message names file and line."""


class NotATranslation(TaiyakuError):
    """The two sides are not an English text and its Japanese."""


class ImpossibleLink(TaiyakuError):
    """The paragraphs cannot be linked, merged, split or shifted as asked; nothing has changed."""


class WorkspaceError(TaiyakuError):
    """The store of edits and decisions cannot be used."""
