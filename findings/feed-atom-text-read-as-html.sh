#!/usr/bin/env bash
# feed 6.0.0, read by feedparser 6.0.14. Needs Python 3.
# Guess: the library takes plain text for titles and descriptions and writes Atom in which it is plain text
# (`type="text"`), or escapes it once more for `type="html"`.
# Seen: it declares `type="html"` and puts the text into CDATA unescaped. Whatever looks like a tag is markup to a
# reader: `Uploads to <bucket> & more` becomes `Uploads to  & more`, in the title and in the content.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund feed@6.0.0
cat > write.mjs <<'JS'
import { Feed } from "feed";
const feed = new Feed({ id: "urn:example:feed", title: "Example", link: "https://example.org", copyright: "" });
const text = "Uploads to <bucket> & more";
feed.addItem({ id: "urn:example:1", title: text, description: text, link: "https://example.org/1", date: new Date("2026-11-30") });
console.log(feed.atom1());
JS
node write.mjs > feed.atom
grep -o '<title type[^>]*>.*</title>' feed.atom | tail -1
python3 -m venv venv
venv/bin/pip install --quiet feedparser==6.0.14
venv/bin/python - <<'PY'
import feedparser, sys
entry = feedparser.parse("feed.atom").entries[0]
print([entry.title, entry.summary, entry.title_detail.type])
lost = "bucket" not in entry.title and "bucket" not in entry.summary and entry.title_detail.type == "text/html"
sys.exit(0 if lost else 1)
PY
