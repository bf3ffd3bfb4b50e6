"""Bytes in and out: how files are read, which codec they are in, how they are written.

A codec is taken only when it is certain: a mark, strict UTF-8, or CP932 and EUC-JP when the
result reads like Japanese. Whatever is read can be written back byte for byte.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus.errors import UnreadableFile, UnwritableFile
from corpus.patterns import regex
from corpus.told import reason, told

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from corpus.bitext import Span

LIMIT = 64 * 1024 * 1024
"""Bytes of the largest file that is read as text."""

_PART = ".part"
"""How the name of a file ends that is still being written, beside the one it will replace."""
_ABANDONED = 24 * 60 * 60
"""Seconds after which nobody is writing it any more."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROL = regex("[\x00-\x08\x0e-\x1f\x7f]")
_JAPANESE = regex("[ぁ-んァ-ヶー、。・「」（）]")
_HALF_WIDTH_KANA = regex("[｡-ﾟ]")
_COMMON = ((0x8140, 0x84BE), (0x8740, 0x879C), (0x889F, 0x9872))
_JAPANESE_WORD = regex("[^\x00-\x7f]{2,}|[\u2460-\u2473\u3000-\u303f\u3231-\u33ff\uff5e]")
_PLAIN_LATIN = regex("[\u0080-\u009f\u00a0-ÿŒœŸŽžŠš€‚ƒ„…†‡ˆ‰‹›‘’“”•–—˜™]")


def read_bytes(path: str | Path, limit: int = LIMIT) -> bytes:
    """The whole content of the file, or of standard input for `-`.

    Raises UnreadableFile where it is missing, no plain file, not ours to read, or larger than
    `limit` bytes.
    """
    if str(path) == "-":
        return _within(sys.stdin.buffer.read(limit + 1), "standard input", limit)
    try:
        if Path(path).is_dir():
            raise UnreadableFile(told("{} is a folder", path), "name a file in it")
        with Path(path).open("rb") as file:
            return _within(file.read(limit + 1), str(path), limit)
    except FileNotFoundError:
        raise UnreadableFile(
            told("{} does not exist", path), "check the spelling of the path"
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            told("cannot read {}: {}", path, reason(error)), "check the file's rights"
        ) from None


def pieces(path: str) -> Generator[bytes]:
    """The content of a file of any size, a mebibyte at a time. Raises UnreadableFile."""
    try:
        with Path(path).open("rb") as file:
            while data := file.read(1024 * 1024):
                yield data
    except OSError as error:
        raise UnreadableFile(
            told("cannot read {}: {}", path, reason(error)), "check the file"
        ) from None


def lines(path: str) -> Iterator[str]:
    """The lines of a UTF-8 file of any size, without their ends, one after the other.

    Raises UnreadableFile where it cannot be read or is not such a text.
    """
    number = 0
    begun: list[bytes] = []  # of a line that goes on; joined once, for it may be very long
    for piece in pieces(path):
        first, *others = piece.split(b"\n")
        begun.append(first)
        for data in others:
            yield _line(b"".join(begun), number := number + 1, path)
            begun = [data]
    if any(begun):
        yield _line(b"".join(begun), number + 1, path)


def _line(data: bytes, number: int, path: str) -> str:
    text = _strictly(data, "utf-8-sig" if number == 1 else "utf-8")
    if text is None or _CONTROL.search(text):
        raise UnreadableFile(
            told("{}:{} is not UTF-8 text", path, number),
            "a file of this size is read only in UTF-8: convert it",
        )
    return text.removesuffix("\r")


def _within(data: bytes, name: str, limit: int) -> bytes:
    if len(data) > limit:
        raise UnreadableFile(
            told("{} is larger than {} MiB", name, limit // 1024 // 1024),
            "split it into several files",
        )
    return data


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of `data` without its mark, and the codec for `encode`.

    Raises UnreadableFile (with `name` in the message) for anything that is not surely text.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], codec.removesuffix("-sig"))
            if text is None or _CONTROL.search(text):
                raise _broken(name, codec)
            return text, codec
    if b"\x00" in data:
        raise UnreadableFile(told("{} is not a text file", name), "save it as plain text in UTF-8")
    text = _strictly(data, "utf-8")
    found = (text, "utf-8") if text is not None else _legacy(data)
    if found is None:
        raise _broken(name, told("any known encoding"))
    if _CONTROL.search(found[0]):
        raise UnreadableFile(
            told("{} holds control characters and is not a text file", name),
            "save it as plain text in UTF-8",
        )
    return found


def encode(text: str, codec: str, name: str) -> bytes:
    """The bytes of `text` with the mark that goes with `codec`.

    Raises UnwritableFile naming the first character that the codec does not have.
    """
    mark = next((mark for mark, marked in _MARKS if marked == codec), b"")
    try:
        return mark + text.encode(codec.removesuffix("-sig"))
    except UnicodeEncodeError as error:
        character = text[error.start]
        raise UnwritableFile(
            told(
                "{} is in {}, which cannot hold {!r} (U+{:04X})",
                name,
                shown(codec),
                character,
                ord(character),
            ),
            "convert the file to UTF-8, or write another character",
        ) from None


def shown(codec: str) -> str:
    """The name of a codec as a person knows it."""
    name = codec.removesuffix("-sig").upper().replace("_", "-")
    return f"{name} with a mark" if codec.endswith("-sig") else name


def replaced(
    data: bytes, text: str, codec: str, changes: Iterable[tuple[Span, str]], name: str
) -> bytes:
    """The file `data`, which reads as `text`, with spans of the text replaced.

    Spans do not overlap. All other bytes stay: CP932 has two codes for some characters, and we
    keep the user's. Raises UnwritableFile where the codec has no such character.
    """
    mark = len(encode("", codec, name))

    def encoded(piece: str) -> bytes:
        return encode(piece, codec, name)[mark:]

    pieces = [data[:mark]]
    byte, last = mark, 0
    for span, replacement in sorted(changes):
        kept = byte + len(encoded(text[last : span.start]))
        pieces += [data[byte:kept], encoded(replacement)]
        byte = kept + len(encoded(span.of(text)))
        last = span.end
    return b"".join([*pieces, data[byte:]])


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all, as `replacing` does. Raises UnwritableFile."""
    with replacing(path) as file:
        file.write(data)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to; it stands at `path` only when the block ends without an error.

    Written beside it, flushed, then renamed. Keeps the rights of a file that stood there; follows
    a symbolic link; what is no plain file, such as a device, is written to as it is. Raises
    UnwritableFile.
    """
    path = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as file:
                yield file
            return
        _sweep(path)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PART)
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(_rights(path))
        Path(beside).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        Path(beside).unlink(missing_ok=True)
    _settle(path.parent)


def _sweep(path: Path) -> None:
    """Take away what was left half-written beside `path` by a process that was killed."""
    with contextlib.suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 -- of ten thousand files, each time
            if name.startswith(f".{path.name}.") and name.endswith(_PART):
                part = path.with_name(name)
                if time.time() - part.stat().st_mtime > _ABANDONED:
                    part.unlink()


def keep_original(path: Path) -> None:
    """Keep a file that is going to be replaced as `ja.txt.bak`, unless there is such a file."""
    kept = path.with_name(f"{path.name}.bak")
    if not kept.exists():
        write_atomically(kept, read_bytes(path))
        kept.chmod(path.stat().st_mode & 0o777)


def _unwritable(path: Path, error: OSError) -> UnwritableFile:
    return UnwritableFile(told("cannot write {}: {}", path, reason(error)), "choose another place")


def _rights(path: Path) -> int:
    """The mode that the written file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Make the rename itself last; not every system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _legacy(data: bytes) -> tuple[str, str] | None:
    """Text in an encoding older than Unicode, where it is beyond doubt."""
    for codec, is_plausible in (
        ("cp932", _reads_like_japanese),
        ("euc_jp", _reads_like_japanese),
        ("cp932", _has_japanese_words),
    ):
        text = _strictly(data, codec)
        if text is not None and is_plausible(text):
            return text, codec
    return _guessed(data)


def _reads_like_japanese(text: str) -> bool:
    """Whether what is not ASCII has the kana and marks that no Japanese text lacks."""
    foreign = [c for c in text if not c.isascii()]
    usual = sum(1 for c in foreign if _JAPANESE.match(c))
    half_width = sum(1 for c in foreign if _HALF_WIDTH_KANA.match(c))
    return usual >= 0.2 * len(foreign) and half_width <= 0.3 * len(foreign)


def _has_japanese_words(text: str) -> bool:
    """Whether what is not ASCII are common characters of CP932 side by side, as in a list of
    terms without kana. In English in a Western encoding, read as CP932, a quotation mark or an
    accent makes one of them here and there, never words."""
    foreign = [c for c in text if not c.isascii()]
    common = [c for c in foreign if _is_common(int.from_bytes(c.encode("cp932")))]
    together = sum(len(word) for word in _JAPANESE_WORD.findall(text))
    return len(common) >= 0.95 * len(foreign) and together >= 0.8 * len(foreign)


def _is_common(code: int) -> bool:
    """Whether a code of CP932 is a sign, one of NEC's (①, ㈱), or a kanji of JIS level 1."""
    return any(low <= code <= high for low, high in _COMMON)


def _guessed(data: bytes) -> tuple[str, str] | None:
    """The last resort: a statistical guess, believed only where nothing contradicts it."""
    import charset_normalizer  # here, since hardly any file needs it

    best = charset_normalizer.from_bytes(data).best()
    if best is None or best.encoding == "utf_8":
        return None
    # Western single-byte encodings look alike to the guesser; CP1252 is the one in use.
    for codec, is_plausible in (
        ("cp1252", _reads_like_english),
        (best.encoding, _reads_like_japanese),
    ):
        text = _strictly(data, codec)
        if text is not None and is_plausible(text):
            return text, codec
    return None


def _reads_like_english(text: str) -> bool:
    """Any bytes are letters in CP1252; only English with a few accents and quotes counts."""
    foreign = [c for c in text if not c.isascii()]
    return len(foreign) <= 0.1 * len(text) and all(map(_PLAIN_LATIN.match, foreign))


def _broken(name: str, codec: str) -> UnreadableFile:
    return UnreadableFile(
        told("{} is not valid in {}", name, codec), "save it as plain text in UTF-8"
    )
