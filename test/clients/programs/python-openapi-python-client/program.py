import sys
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from generated import Client
from generated.api.downloads import get_download
from generated.api.platforms import get_history, get_opt_out, get_platform, list_platforms
from generated.api.versions import list_changes
from generated.models import (
    ChangeClass,
    ChangeList,
    History,
    OptOut,
    PlatformAnswer,
    PlatformInclude,
    PlatformList,
    Problem,
)
from generated.types import UNSET, File, Unset

client = Client(base_url=sys.argv[1], follow_redirects=True)
Answer = TypeVar("Answer")


def of(kind: type[Answer], answer: object) -> Answer:
    """The answer, where it is of the kind asked for and not a problem."""
    if not isinstance(answer, kind):
        raise SystemExit(f"expected {kind}, got {answer}")
    return answer


def cursor(next_page: str) -> str:
    return parse_qs(urlsplit(next_page).query)["cursor"][0]


def pages(ask: Callable[[str | Unset], Answer], next_of: Callable[[Answer], str | None]) -> list[Answer]:
    found = [ask(UNSET)]
    while following := next_of(found[-1]):
        found.append(ask(cursor(following)))
    return found


opt_out = of(OptOut, get_opt_out.sync("linkedin", client=client, region="DE"))
print(f"opt-out: {opt_out.headline.verdict}, {opt_out.effort.actions} actions")
for number, step in enumerate(opt_out.controls[0].steps, 1):
    print(f"{number}. {step}")

lists = pages(
    lambda at: of(PlatformList, list_platforms.sync(client=client, region="DE", limit=40, cursor=at)),
    lambda page: page.next_,
)
ids = [item.id for page in lists for item in page.items]
print(f"platforms: {len(ids)} of {lists[0].total} on {len(lists)} pages")

histories = pages(
    lambda at: of(History, get_history.sync("linkedin", client=client, limit=100, cursor=at)),
    lambda page: page.next_,
)
items = [item for page in histories for item in page.items]
events = [(item.day, item.event) for item in items if item.event]
print(f"history: {len(events)} events, {len([item for item in items if item.change])} changes")
day, event = events[0]
print(f"event: {day} {event.type_} {event.title}")

practices = sources = 0
for id in ids:
    answer = of(
        PlatformAnswer,
        get_platform.sync(id, client=client, region="DE", include=list(PlatformInclude)),
    )
    practices += len(answer.practices)
    sources += len(answer.sources or [])
print(f"answers: {practices} practices, {sources} sources")

change = of(
    ChangeList, list_changes.sync(client=client, platform=["airbnb"], class_=[ChangeClass.CORRECTION], limit=1)
).items[0]
print(f"change: {change.date} {change.class_} {change.summary}")

problem = of(Problem, get_platform.sync("nope", client=client))
print(f"error: {problem.status} {problem.type_} {problem.parameter}")

print(f"alias: twitter is {of(PlatformAnswer, get_platform.sync('twitter', client=client)).id}")

file = of(File, get_download.sync("latest", "ai-data-use-events.csv", client=client))
print(f"download: {len(file.payload.read())} bytes")
