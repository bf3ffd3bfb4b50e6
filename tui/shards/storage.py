"""Files on disk or in object storage, by path or address (`s3://…`). The only owner of fsspec.

Needs the extra `cluster`, and what fsspec asks for the kind of storage.
"""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from corpus.errors import BadContent, UnreadableFile, UnwritableFile
from corpus.extras import adding
from corpus.told import reason, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENDING = ".parquet"


def parquet_files(places: Sequence[str]) -> tuple[str, ...]:
    """The Parquet files that files, folders and patterns with `*` name, in order, each once;
    local ones as absolute paths.

    Raises UnreadableFile where a place does not exist, BadContent where it has none.
    """
    return tuple(dict.fromkeys(file for place in places for file in _files(place)))


def absolute(place: str) -> str:
    """The same place for processes that have another working directory."""
    system, path = _system(place)
    return _named(system, path)


def size(file: str) -> int:
    """Bytes. Raises UnreadableFile."""
    with _reading(file):
        system, path = _system(file)
        return int(system.size(path) or 0)


def exists(file: str) -> bool:
    system, path = _system(file)
    return bool(system.exists(path))


@contextmanager
def opened(file: str) -> Iterator[IO[bytes]]:
    """To read from any place of it. Raises UnreadableFile."""
    with _reading(file):
        system, path = _system(file)
        stream = system.open(path, "rb")
    with stream:
        yield stream


def put(folder: str, name: str, data: bytes) -> None:
    """Write a file of that folder whole or not at all: under another name, then renamed.

    Two that write the same file do each other no harm. Raises UnwritableFile.
    """
    system, path = _system(folder)
    beside = f"{path.rstrip('/')}/.{name}.{uuid.uuid4().hex}"
    try:
        system.makedirs(path, exist_ok=True)
        with system.open(beside, "wb") as stream:
            stream.write(data)
        system.mv(beside, f"{path.rstrip('/')}/{name}")
    except OSError as error:
        raise UnwritableFile(
            told("cannot write {} in {}: {}", name, folder, reason(error)),
            "choose another place",
        ) from None


def _files(place: str) -> list[str]:
    system, path = _system(place)
    with _reading(place):
        if "*" in path:
            found = system.glob(path)
        elif system.isdir(path):
            found = system.find(path)
        elif system.exists(path):
            found = [path]
        else:
            raise UnreadableFile(told("{} does not exist", place), "check the spelling of the path")
    files = sorted(file for file in found if file == path or file.endswith(ENDING))
    if not files:
        raise BadContent(
            told("{}: no Parquet files here", place), told("their names end in {}", ENDING)
        )
    return [_named(system, file) for file in files]


def _named(system: Any, path: str) -> str:
    return path if _local(system) else str(system.unstrip_protocol(path))


def _local(system: Any) -> bool:
    return "file" in (system.protocol, *system.protocol)


@contextmanager
def _reading(file: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnreadableFile(
            told("cannot read {}: {}", file, reason(error)), "check the path and rights"
        ) from None


def _system(place: str) -> tuple[Any, str]:
    """The file system that a place is in, and its path there."""
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError:
        raise UnreadableFile("--shards needs the extra cluster", adding("cluster")) from None
    try:
        system, path = url_to_fs(place)
    except (ImportError, ValueError) as error:
        raise UnreadableFile(
            told("{}: {}", place, error), "install what fsspec needs for it"
        ) from None
    return system, str(path)
