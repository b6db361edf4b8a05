"""The errors that the server reports, as problem details (RFC 9457)."""

import httpx

from .models import Problem


class ProblemError(Exception):
    """An error that the server reports. Its `problem` says what would work."""

    def __init__(self, problem: Problem, retry_after: float | None) -> None:
        super().__init__(f"{problem.status} {problem.title}: {problem.detail}")
        self.problem = problem
        self.status = problem.status
        """The HTTP status."""
        self.code = str(problem.type).rsplit("/", 1)[-1]
        """The kind of problem, such as `unknown-platform`. It does not change."""
        self.retry_after = retry_after
        """How many seconds the server asks to wait; None where it does not."""


class InvalidRequest(ProblemError):
    """400: a parameter is unknown or has a wrong value; `problem.parameter` names it."""


class NotFound(ProblemError):
    """404: there is no such platform, release or file; `problem.nearest` has names that exist."""


class TooManyRequests(ProblemError):
    """429: the limit for one client is reached."""


class Unavailable(ProblemError):
    """503: the server cannot answer now."""


KINDS: dict[int, type[ProblemError]] = {
    400: InvalidRequest,
    404: NotFound,
    429: TooManyRequests,
    503: Unavailable,
}


def raise_for_problem(response: httpx.Response, retry_after: float | None) -> None:
    """Raises the problem of an answer, or `httpx.HTTPStatusError` where an error has none (a proxy's)."""
    if response.is_success:
        return
    if "problem+json" in response.headers.get("content-type", ""):
        problem = Problem.model_validate_json(response.content)
        raise KINDS.get(response.status_code, ProblemError)(problem, retry_after)
    response.raise_for_status()
