"""A typed client of the API of AI Data Use."""

from . import models
from .client import AsyncClient, Client
from .problem import InvalidRequest, NotFound, ProblemError, TooManyRequests, Unavailable
from .retry import Retry

__all__ = [
    "AsyncClient",
    "Client",
    "InvalidRequest",
    "NotFound",
    "ProblemError",
    "Retry",
    "TooManyRequests",
    "Unavailable",
    "models",
]
