"""The two clients."""

from types import TracebackType
from typing import Self

import httpx

from .operations import AsyncOperations, Operations
from .retry import Retry

TIMEOUT = 30.0
"""Seconds of one attempt."""


class Client(Operations):
    """Asks a server and waits for the answer.

    `base_url` is the address of a server of the project. `http` is a client of httpx with your own settings
    (proxies, limits, transports). `cache_size` is how many answers are kept to be asked for by their ETag.
    """

    def __init__(
        self,
        base_url: str,
        *,
        http: httpx.Client | None = None,
        retry: Retry = Retry(),
        cache_size: int = 100,
    ) -> None:
        http = http or httpx.Client(timeout=TIMEOUT, follow_redirects=True)
        super().__init__(base_url, http, retry, cache_size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._http.close()


class AsyncClient(AsyncOperations):
    """The same, with methods to be awaited."""

    def __init__(
        self,
        base_url: str,
        *,
        http: httpx.AsyncClient | None = None,
        retry: Retry = Retry(),
        cache_size: int = 100,
    ) -> None:
        http = http or httpx.AsyncClient(timeout=TIMEOUT, follow_redirects=True)
        super().__init__(base_url, http, retry, cache_size)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._http.aclose()
