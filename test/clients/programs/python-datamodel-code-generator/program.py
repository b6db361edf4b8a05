import sys
from collections.abc import Iterator
from typing import TypeVar

import httpx
from generated.models import ChangeList, History, OptOut, PlatformAnswer, PlatformList, Problem
from pydantic import BaseModel

client = httpx.Client(base_url=sys.argv[1], follow_redirects=True)
Answer = TypeVar("Answer", bound=BaseModel)
Page = TypeVar("Page", PlatformList, History)


def get(kind: type[Answer], path: str, **query: str | int) -> Answer:
    response = client.get(path, params=query or None)
    response.raise_for_status()
    return kind.model_validate_json(response.content)


def pages(kind: type[Page], path: str) -> Iterator[Page]:
    following: str | None = path
    while following:
        page = get(kind, following)
        yield page
        following = page.next


opt_out = get(OptOut, "/platforms/linkedin/opt-out", region="DE")
print(f"opt-out: {opt_out.headline.verdict.value}, {opt_out.effort.actions} actions")
for number, step in enumerate(opt_out.controls[0].steps, 1):
    print(f"{number}. {step}")

lists = list(pages(PlatformList, "/platforms?region=DE&limit=40"))
ids = [item.id for page in lists for item in page.items]
print(f"platforms: {len(ids)} of {lists[0].total} on {len(lists)} pages")

items = [item for page in pages(History, "/platforms/linkedin/history?limit=100") for item in page.items]
events = [(item.day, item.event) for item in items if item.event]
print(f"history: {len(events)} events, {len([item for item in items if item.change])} changes")
day, event = events[0]
print(f"event: {day} {event.type.value} {event.title}")

practices = sources = 0
for id in ids:
    answer = get(
        PlatformAnswer, f"/platforms/{id}", region="DE", include="record,sources,events,evidence,myths"
    )
    practices += len(answer.practices)
    sources += len(answer.sources or [])
print(f"answers: {practices} practices, {sources} sources")

change = get(ChangeList, "/changes?platform=airbnb&class=correction&limit=1").items[0]
print(f"change: {change.date} {change.class_.value} {change.summary}")

problem = Problem.model_validate_json(client.get("/platforms/nope").content)
print(f"error: {problem.status} {problem.type} {problem.parameter}")

print(f"alias: twitter is {get(PlatformAnswer, '/platforms/twitter').id}")

print(f"download: {len(client.get('/download/latest/ai-data-use-events.csv').content)} bytes")
