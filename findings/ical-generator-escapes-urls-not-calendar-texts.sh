#!/usr/bin/env bash
# ical-generator 11.1.2, read by ical.js 2.2.1.
# Guess: the library escapes the values that RFC 5545 calls TEXT (name and description of the calendar among them)
# and leaves URL alone, which is a URI (3.3.13: no escaping).
# Seen: the other way round. A comma in an event's URL gets a backslash, which readers keep: the link leads nowhere.
# NAME, X-WR-CALNAME and X-WR-CALDESC are written as they are: a line break in a description becomes a content line
# without a name, and the whole calendar cannot be read.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@11.1.2 ical.js@2.2.1
cat > run.mjs <<'JS'
import ICAL from "ical.js";
import ical from "ical-generator";
const write = (description) => {
  const calendar = ical({ name: "Name, with a comma", description });
  const start = new Date("2026-11-30T00:00:00Z");
  calendar.createEvent({ id: "1", start, summary: "One, two", url: "https://example.org/?at=52.5,13.4" });
  return calendar.toString();
};
const read = (text) => new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
const text = write("One line");
const out = {
  summary: read(text).getFirstPropertyValue("summary"),
  url: read(text).getFirstPropertyValue("url"),
  name: /^NAME:.*$/m.exec(text)[0].trim(),
};
try {
  read(write("Two\nlines"));
} catch (error) {
  out.twoLines = error.message;
}
console.log(JSON.stringify(out, null, 1));
const seen =
  out.summary === "One, two" &&
  out.url === "https://example.org/?at=52.5\\,13.4" &&
  out.name === "NAME:Name, with a comma" &&
  /invalid line/.test(out.twoLines ?? "");
process.exit(seen ? 0 : 1);
JS
node run.mjs
