"""Everything that can go wrong and that a person can mend.

    TaiyakuError            message and hint; the command line prints both, exit code 2
    ├── UnreadableFile      missing, a folder, binary, wrongly encoded, too large
    ├── UnwritableFile      no permission, no space, no such folder
    ├── BadContent          a file that can be read but does not hold what it should
    ├── NotATranslation     one language twice, or two texts that have nothing in common
    ├── ImpossibleLink      paragraphs that cannot be linked by hand as asked
    ├── WorkspaceError      the workspace cannot be opened or written
    └── EngineError         a translation engine does not do what it was asked
        ├── NotAllowed      no key, a wrong one, or one that may not do this
        ├── QuotaUsedUp     no more characters in this period
        ├── EngineBusy      too many requests, or the server is in trouble
        ├── NoConnection    the server is not reached, or the answer did not arrive
        ├── BadRequest      refused as it was asked; GlossaryGone, TooLarge among them
        └── UnexpectedAnswer  somebody else answered

`glossary.errors` adds what concerns terms. Anything else that is raised is a fault of the program.
"""

from __future__ import annotations

from corpus.told import Told, told


class TaiyakuError(Exception):
    """One line that says what is wrong, and one that says what to do.

    Both can be said in another language (`corpus.told`): each is a literal, or made by `told`.
    Neither holds text of the user's documents longer than a few words.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = _told(message)
        self.hint = _told(hint)


def _told(said: str) -> Told:
    return said if isinstance(said, Told) else told(said)


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


class EngineError(TaiyakuError):
    """A translation engine did not do what it was asked; nothing was translated."""


class NotAllowed(EngineError):
    """No key, a wrong key, or a key that may not do this."""


class QuotaUsedUp(EngineError):
    """The characters of this billing period are used up."""


class EngineBusy(EngineError):
    """Too many requests, or the server is in trouble: worth another try later."""


class NoConnection(EngineError):
    """The server could not be reached, or the connection ended before the answer.

    `sent`: whether the request may have arrived, and so may have been billed.
    """

    def __init__(self, message: str, hint: str, *, sent: bool, lasting: bool = False) -> None:
        super().__init__(message, hint)
        self.sent = sent
        self.lasting = lasting
        """Whether another try would fail likewise (certificates, a proxy)."""


class BadRequest(EngineError):
    """The server refused what was asked; asking again does not help."""


class GlossaryGone(BadRequest):
    """The glossary is not at the server any more."""


class TooLarge(BadRequest):
    """More than one request may hold; fewer texts may go through."""


class UnexpectedAnswer(EngineError):
    """What answered was not the engine: a sign-in page of the network, a proxy."""
