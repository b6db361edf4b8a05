import sys

from ai_data_use import Client, NotFound

client = Client(sys.argv[1])

opt_out = client.get_opt_out("linkedin", region="DE")
print(f"opt-out: {opt_out.headline.verdict}, {opt_out.effort.actions} actions")
for number, step in enumerate(opt_out.controls[0].steps, 1):
    print(f"{number}. {step}")

first = client.list_platforms(region="DE", limit=40)
ids = [item.id for item in client.iterate_platforms(region="DE", limit=40)]
print(f"platforms: {len(ids)} of {first.total} on {-(-len(ids) // 40)} pages")

items = list(client.iterate_history("linkedin", limit=100))
events = [(item.day, item.event) for item in items if item.event]
print(f"history: {len(events)} events, {len([item for item in items if item.change])} changes")
day, event = events[0]
print(f"event: {day} {event.type} {event.title}")

answers = [
    client.get_platform(id, region="DE", include=["record", "sources", "events", "evidence", "myths"]) for id in ids
]
practices = sum(len(answer.practices) for answer in answers)
print(f"answers: {practices} practices, {sum(len(answer.sources or []) for answer in answers)} sources")

change = next(client.iterate_changes(platform="airbnb", class_="correction"))
print(f"change: {change.date} {change.class_} {change.summary}")

try:
    client.get_platform("nope")
except NotFound as error:
    print(f"error: {error.status} {error.problem.type} {error.problem.parameter}")

print(f"alias: twitter is {client.get_platform('twitter').id}")

file = client.fetch("/download/latest/ai-data-use-events.csv")
print(f"download: {len(file.content)} bytes")
