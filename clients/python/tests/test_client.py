"""The client against a transport that answers from a list, without a network and without waiting."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from ai_data_use import AsyncClient, Client, InvalidRequest, NotFound, ProblemError, Retry, TooManyRequests
from ai_data_use.retry import retry_after

BASE = "https://server.example/v1"
META = {
    "release": "2026.11.1",
    "generatedAt": "2026-11-24T00:00:00Z",
    "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "attribution": "AI Data Use contributors",
    "links": {"self": "/"},
}
PROBLEM = {
    "type": "/problems/unknown-platform",
    "title": "No such platform",
    "status": 404,
    "detail": 'There is no platform "linkdin".',
    "instance": "/platforms/linkdin",
    "parameter": "id",
    "nearest": ["linkedin"],
}
Answer = httpx.Response | Exception


def problem(status: int, **headers: str) -> httpx.Response:
    headers = {"content-type": "application/problem+json"} | {k.replace("_", "-"): v for k, v in headers.items()}
    return httpx.Response(status, json=PROBLEM | {"status": status}, headers=headers)


def page(following: str | None) -> httpx.Response:
    return httpx.Response(200, json={"meta": META, "total": 0, "next": following, "items": []})


class Server:
    """Gives one answer after the other, and notes the requests."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = iter(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = next(self.answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def client(self, **options: Any) -> Client:
        return Client(BASE, http=httpx.Client(transport=httpx.MockTransport(self)), **options)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    found: list[float] = []
    monkeypatch.setattr("time.sleep", found.append)
    monkeypatch.setattr("random.uniform", lambda _low, high: high)
    yield found


def test_a_problem_is_an_error_with_what_would_work() -> None:
    with pytest.raises(NotFound) as caught:
        Server(problem(404)).client().get_platform("linkdin")
    assert (caught.value.code, caught.value.status) == ("unknown-platform", 404)
    assert caught.value.problem.nearest == ["linkedin"]
    with pytest.raises(InvalidRequest):
        Server(problem(400)).client().get_stats()


def test_an_error_that_is_not_a_problem_is_one_of_httpx() -> None:
    with pytest.raises(httpx.HTTPStatusError):
        Server(httpx.Response(502, text="<html>")).client(retry=Retry(retries=0)).get_stats()


def test_parameters_become_a_path_and_a_query() -> None:
    server = Server(problem(404), problem(404))
    with pytest.raises(ProblemError):
        server.client().get_platform("a/b c", region="DE", as_of=date(2026, 1, 2))
    with pytest.raises(ProblemError):
        server.client().list_changes(class_="policy", limit=3)
    assert [str(request.url) for request in server.requests] == [
        f"{BASE}/platforms/a%2Fb%20c?region=DE&as_of=2026-01-02",
        f"{BASE}/changes?class=policy&limit=3",
    ]


def test_all_pages_of_a_list_are_asked_for_as_they_are_reached() -> None:
    server = Server(page("/v1/events?cursor=2"), page(None))
    assert list(server.client().iterate_events(platform="reddit")) == []
    assert [str(request.url) for request in server.requests] == [
        f"{BASE}/events?platform=reddit",
        f"{BASE}/events?cursor=2",
    ]
    unread = Server()
    unread.client().iterate_events()
    assert unread.requests == []


@pytest.mark.parametrize("first", [problem(503), problem(429), httpx.Response(502), httpx.ConnectError("refused")])
def test_what_passes_is_repeated(first: Answer, waits: list[float]) -> None:
    server = Server(first, first, httpx.Response(200, text="ok"))
    assert server.client().fetch("/badge/linkedin.svg").text == "ok"
    assert waits == [0.5, 1.0]


def test_the_number_of_repetitions_has_a_limit(waits: list[float]) -> None:
    server = Server(*[httpx.ConnectError("refused")] * 9)
    with pytest.raises(httpx.ConnectError):
        server.client(retry=Retry(retries=2)).get_stats()
    assert len(server.requests) == 3


def test_other_errors_are_not_repeated(waits: list[float]) -> None:
    server = Server(problem(404), problem(404))
    with pytest.raises(NotFound):
        server.client().get_stats()
    assert (len(server.requests), waits) == (1, [])


def test_retry_after_is_waited_for_or_raised(waits: list[float]) -> None:
    Server(problem(429, retry_after="7"), httpx.Response(200)).client().fetch("/stats")
    assert waits == [7]
    server = Server(problem(429, retry_after="31"))
    with pytest.raises(TooManyRequests) as caught:
        server.client().get_stats()
    assert (caught.value.retry_after, len(server.requests)) == (31, 1)


def test_retry_after_may_be_a_date() -> None:
    def header(value: str) -> httpx.Response:
        return httpx.Response(503, headers={"retry-after": value})

    soon = datetime.now(UTC) + timedelta(seconds=60)
    assert 50 < (retry_after(header(format_datetime(soon, usegmt=True))) or 0) <= 60
    assert retry_after(header(format_datetime(soon - timedelta(days=1), usegmt=True))) == 0
    assert retry_after(header("soon")) is None


def test_a_kept_answer_is_asked_for_by_its_etag() -> None:
    server = Server(
        httpx.Response(200, text="one", headers={"etag": '"1"'}),
        httpx.Response(304),
        httpx.Response(200, text="two", headers={"etag": '"2"'}),
    )
    client = server.client()
    assert [client.fetch("/stats").text for _ in range(3)] == ["one", "one", "two"]
    assert [request.headers.get("if-none-match") for request in server.requests] == [None, '"1"', '"1"']


def test_the_cache_has_a_limit() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.url.path, request.headers.get("if-none-match")))
        return httpx.Response(200, headers={"etag": '"1"'})

    asked: list[tuple[str, str | None]] = []
    client = Client(BASE, http=httpx.Client(transport=httpx.MockTransport(answer)), cache_size=2)
    for path in ("/a", "/b", "/a", "/c", "/a", "/b"):
        client.fetch(path)
    assert [etag for _, etag in asked] == [None, None, '"1"', None, '"1"', None]


def test_a_term_of_a_later_version_is_not_an_error() -> None:
    from ai_data_use.models import HeadlineSummary

    answer = {"verdict": "new-term", "certainty": None, "lead": None, "sentence": "…", "control": None}
    assert HeadlineSummary.model_validate(answer).verdict == "new-term"


def test_the_async_client_does_the_same() -> None:
    async def run(client: AsyncClient) -> list[str]:
        async with client:
            texts = [(await client.fetch("/stats")).text for _ in range(2)]
            with pytest.raises(NotFound):
                await client.get_platform("linkdin")
            return texts + [event.platform.id async for event in client.iterate_events()]

    server = Server(
        httpx.ConnectError("refused"),
        httpx.Response(200, text="one", headers={"etag": '"1"'}),
        httpx.Response(304),
        problem(404),
        page("/v1/events?cursor=2"),
        page(None),
    )
    http = httpx.AsyncClient(transport=httpx.MockTransport(server))
    assert asyncio.run(run(AsyncClient(BASE, http=http, retry=Retry(delay=0)))) == ["one", "one"]
