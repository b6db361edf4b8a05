"""What happens between a request and its answer, without a network: the cache of ETags, and repetition.

Both clients carry out what `exchange` asks for, one blocking and one not.
"""

from collections import OrderedDict
from collections.abc import Generator
from dataclasses import dataclass

import httpx

from .problem import raise_for_problem
from .retry import TEMPORARY, Retry, retry_after


@dataclass(frozen=True)
class Wait:
    """A wait before the next attempt."""

    seconds: float


Outcome = httpx.Response | httpx.TransportError | None
"""What came of a step: the answer of a request, or why there is none; None after a wait."""


class Cache:
    """The answers that have an ETag, by URL; the one used longest ago goes first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._answers: OrderedDict[str, httpx.Response] = OrderedDict()

    def get(self, url: str) -> httpx.Response | None:
        if url in self._answers:
            self._answers.move_to_end(url)
        return self._answers.get(url)

    def put(self, url: str, answer: httpx.Response) -> None:
        if self._size > 0 and "etag" in answer.headers:
            self._answers[url] = answer
            self._answers.move_to_end(url)
            if len(self._answers) > self._size:
                self._answers.popitem(last=False)


def exchange(
    request: httpx.Request, cache: Cache, retry: Retry
) -> Generator[httpx.Request | Wait, Outcome, httpx.Response]:
    """Yields requests to send and waits, takes their outcomes, and returns the answer.

    Raises ProblemError for an error of the server, and httpx.TransportError where there is no answer.
    """
    url = str(request.url)
    kept = cache.get(url)
    if kept is not None:
        request.headers["If-None-Match"] = kept.headers["etag"]
    attempt = 0
    while True:
        outcome = yield request
        if isinstance(outcome, httpx.Response):
            if outcome.status_code == httpx.codes.NOT_MODIFIED and kept is not None:
                return kept
            asked = retry_after(outcome)
            wait = retry.wait(attempt, asked) if outcome.status_code in TEMPORARY else None
            if wait is None:
                raise_for_problem(outcome, asked)
                cache.put(url, outcome)
                return outcome
        else:
            assert outcome is not None
            wait = retry.wait(attempt, None)
            if wait is None:
                raise outcome
        yield Wait(wait)
        attempt += 1
