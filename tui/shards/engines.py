"""Where the work is done: in this process, in several, or on a Dask cluster. Owner of Dask."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from corpus.errors import TaiyakuError
from corpus.extras import adding
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")
_RETRIES = 3
"""How often a task is given to another worker when one is lost or fails."""
_PATIENCE = "20s"


class Engine(Protocol):
    """Does the same with many things, until it is left."""

    def __enter__(self) -> Engine: ...

    def __exit__(self, *_: object) -> None: ...

    def each(
        self, work: Callable[..., Result], items: Sequence[Item], *shared: Any
    ) -> Iterator[tuple[Item, Result]]:
        """`work(item, *shared)` for all items, in any order, as soon as it is done."""
        ...


class Here:
    """This machine."""

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def each(
        self, work: Callable[..., Result], items: Sequence[Item], *shared: Any
    ) -> Iterator[tuple[Item, Result]]:
        if self._workers < 2:
            yield from ((item, work(item, *shared)) for item in items)
            return
        from concurrent.futures import ProcessPoolExecutor, as_completed

        with ProcessPoolExecutor(self._workers) as pool:
            waiting = {pool.submit(work, item, *shared): item for item in items}
            try:
                for done in as_completed(waiting):
                    yield waiting[done], done.result()
            finally:
                pool.shutdown(cancel_futures=True)


class Cluster:
    """The workers of a Dask scheduler, all of which have taiyaku and reach the same files."""

    def __init__(self, address: str) -> None:
        """Raises TaiyakuError where nobody answers there."""
        try:
            from distributed import Client
        except ModuleNotFoundError:
            raise TaiyakuError("--scheduler needs the extra cluster", adding("cluster")) from None
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise TaiyakuError(
                told("no Dask scheduler answers at {}: {}", address, error),
                "start one with `dask scheduler`, and workers with `dask worker tcp://…`",
            ) from None

    def each(
        self, work: Callable[..., Result], items: Sequence[Item], *shared: Any
    ) -> Iterator[tuple[Item, Result]]:
        from distributed import KilledWorker, as_completed

        # Sent to each worker once, and still there when one of them is lost.
        everywhere = self._client.scatter(list(shared), broadcast=True) if shared else []
        submit = partial(self._client.submit, work, pure=False, retries=_RETRIES)
        waiting = {submit(item, *everywhere): item for item in items}
        for done in as_completed(list(waiting), loop=self._client.loop):
            try:
                result = done.result()
            except ModuleNotFoundError as error:
                raise TaiyakuError(
                    told("a worker has no {}", error.name),
                    "install taiyaku[cluster] where workers run",
                ) from None
            except KilledWorker:
                raise TaiyakuError(
                    "one part ended several workers, one after the other",
                    "give them more memory; the next run goes on from here",
                ) from None
            yield waiting.pop(done), result

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
