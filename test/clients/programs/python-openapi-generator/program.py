import sys
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from ai_data_use import ApiClient, Configuration, DownloadsApi, PlatformsApi, VersionsApi
from ai_data_use.exceptions import NotFoundException
from ai_data_use.models.change_class import ChangeClass
from ai_data_use.models.platform_include import PlatformInclude
from ai_data_use.models.problem import Problem

client = ApiClient(Configuration(host=sys.argv[1]))
platforms = PlatformsApi(client)
Answer = TypeVar("Answer")


def cursor(next_page: str) -> str:
    return parse_qs(urlsplit(next_page).query)["cursor"][0]


def pages(ask: Callable[[str | None], Answer], next_of: Callable[[Answer], str | None]) -> list[Answer]:
    found = [ask(None)]
    while following := next_of(found[-1]):
        found.append(ask(cursor(following)))
    return found


opt_out = platforms.get_opt_out("linkedin", region="DE")
print(f"opt-out: {opt_out.headline.verdict.value}, {opt_out.effort.actions} actions")
for number, step in enumerate(opt_out.controls[0].steps, 1):
    print(f"{number}. {step}")

lists = pages(
    lambda at: platforms.list_platforms(region="DE", limit=40, cursor=at), lambda page: page.next
)
ids = [item.id for page in lists for item in page.items]
print(f"platforms: {len(ids)} of {lists[0].total} on {len(lists)} pages")

histories = pages(
    lambda at: platforms.get_history("linkedin", limit=100, cursor=at), lambda page: page.next
)
items = [item for page in histories for item in page.items]
events = [(item.day, item.event) for item in items if item.event]
print(f"history: {len(events)} events, {len([item for item in items if item.change])} changes")
day, event = events[0]
print(f"event: {day} {event.type.value} {event.title}")

practices = sources = 0
for id in ids:
    answer = platforms.get_platform(id, region="DE", include=list(PlatformInclude))
    practices += len(answer.practices)
    sources += len(answer.sources or [])
print(f"answers: {practices} practices, {sources} sources")

change = VersionsApi(client).list_changes(
    platform=["airbnb"], var_class=[ChangeClass.CORRECTION], limit=1
).items[0]
print(f"change: {change.var_date} {change.var_class.value} {change.summary}")

try:
    platforms.get_platform("nope")
except NotFoundException as error:
    problem = error.data
    assert isinstance(problem, Problem)
    print(f"error: {problem.status} {problem.type} {problem.parameter}")

print(f"alias: twitter is {platforms.get_platform('twitter').id}")

file = DownloadsApi(client).get_download("latest", "ai-data-use-events.csv")
print(f"download: {len(file)} bytes")
