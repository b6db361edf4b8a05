"""Asking for answers of a given type and for all pages of a list, blocking and not."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar
from urllib.parse import quote

import httpx
from pydantic import BaseModel

from .exchange import Cache, Outcome, Wait, exchange
from .retry import Retry

Model = TypeVar("Model", bound=BaseModel)
Value = str | int | float | bool | date | Sequence[str | int | date] | None
"""The value of a parameter; several are sent separated by commas, and None is not sent."""

HEADERS = {"Accept": "application/json, application/problem+json, */*;q=0.1"}


def segment(value: str) -> str:
    """A value as a part of a path."""
    return quote(value, safe="")


def text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ",".join(map(text, value))
    return str(value)


class Shared:
    """What both clients have: the server's address, the cache, and how requests are repeated."""

    def __init__(self, base_url: str, retry: Retry, cache_size: int) -> None:
        self._base = httpx.URL(base_url.rstrip("/") + "/")
        self._retry = retry
        self._cache = Cache(cache_size)

    def _request(self, path: str, query: Mapping[str, Value]) -> httpx.Request:
        """A path begins with a slash and is relative to the base; `next` of a list is an address of the server."""
        params = {name: text(value) for name, value in query.items() if value is not None}
        url = self._base.join(path.removeprefix("/"))
        return httpx.Request("GET", url, params=params or None, headers=HEADERS)

    def _following(self, page: BaseModel) -> httpx.Request | None:
        """The request for the next page."""
        following: str | None = getattr(page, "next")
        return None if following is None else httpx.Request("GET", self._base.join(following), headers=HEADERS)


class Base(Shared):
    """Blocks."""

    def __init__(self, base_url: str, http: httpx.Client, retry: Retry, cache_size: int) -> None:
        super().__init__(base_url, retry, cache_size)
        self._http = http

    def _attempt(self, step: httpx.Request | Wait) -> Outcome:
        if isinstance(step, Wait):
            time.sleep(step.seconds)
            return None
        try:
            return self._http.send(step)
        except httpx.TransportError as error:
            return error

    def _send(self, request: httpx.Request) -> httpx.Response:
        steps = exchange(request, self._cache, self._retry)
        try:
            step = next(steps)
            while True:
                step = steps.send(self._attempt(step))
        except StopIteration as end:
            answer: httpx.Response = end.value
            return answer

    def fetch(self, path: str, **query: Value) -> httpx.Response:
        """An answer as it came: for downloads, feeds and badges."""
        return self._send(self._request(path, query))

    def get(self, model: type[Model], path: str, query: Mapping[str, Value]) -> Model:
        """An answer of a path, as a model."""
        return model.model_validate_json(self._send(self._request(path, query)).content)

    def pages(self, model: type[Model], path: str, query: Mapping[str, Value]) -> Iterator[Model]:
        """The pages of a list; each is asked for when it is reached."""
        request: httpx.Request | None = self._request(path, query)
        while request is not None:
            page = model.model_validate_json(self._send(request).content)
            yield page
            request = self._following(page)


class AsyncBase(Shared):
    """Does not block."""

    def __init__(self, base_url: str, http: httpx.AsyncClient, retry: Retry, cache_size: int) -> None:
        super().__init__(base_url, retry, cache_size)
        self._http = http

    async def _attempt(self, step: httpx.Request | Wait) -> Outcome:
        if isinstance(step, Wait):
            await asyncio.sleep(step.seconds)
            return None
        try:
            return await self._http.send(step)
        except httpx.TransportError as error:
            return error

    async def _send(self, request: httpx.Request) -> httpx.Response:
        steps = exchange(request, self._cache, self._retry)
        try:
            step = next(steps)
            while True:
                step = steps.send(await self._attempt(step))
        except StopIteration as end:
            answer: httpx.Response = end.value
            return answer

    async def fetch(self, path: str, **query: Value) -> httpx.Response:
        """An answer as it came: for downloads, feeds and badges."""
        return await self._send(self._request(path, query))

    async def get(self, model: type[Model], path: str, query: Mapping[str, Value]) -> Model:
        """An answer of a path, as a model."""
        return model.model_validate_json((await self._send(self._request(path, query))).content)

    async def pages(
        self, model: type[Model], path: str, query: Mapping[str, Value]
    ) -> AsyncIterator[Model]:
        """The pages of a list; each is asked for when it is reached."""
        request: httpx.Request | None = self._request(path, query)
        while request is not None:
            page = model.model_validate_json((await self._send(request)).content)
            yield page
            request = self._following(page)
