"""When a request is repeated, and after how long."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

TEMPORARY = frozenset({408, 429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Retry:
    """How requests that failed for a reason that passes are repeated. Times are seconds."""

    retries: int = 3
    """How often a request is repeated at most."""
    delay: float = 0.5
    """The longest wait before the first repetition; it doubles with each."""
    max_delay: float = 30
    """The longest wait. Where the server asks for more, the error is raised at once."""

    def wait(self, attempt: int, retry_after: float | None) -> float | None:
        """The wait before the next attempt (`attempt` counts from 0); None: no further attempt."""
        if attempt >= self.retries or (retry_after or 0) > self.max_delay:
            return None
        back_off = random.uniform(0, min(self.delay * 2**attempt, self.max_delay))
        return max(back_off, retry_after or 0)


def retry_after(response: httpx.Response) -> float | None:
    """The wait that the header asks for: seconds or a date (RFC 9110, section 10.2.3)."""
    value = response.headers.get("retry-after")
    if value is None:
        return None
    if value.isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
