#!/usr/bin/env bash
# robots-parser 3.0.1, robots-txt-parse 2.0.1 with robots-txt-guard 1.0.2 (npm), Protego 0.7.0 (Python).
# Guess: a Content-Signal line inside a group changes nothing about who may fetch what: parsing other records must not
# interfere with the rules (RFC 9309, 2.2.4).
# Seen: between two User-agent lines it ends the group. The first crawler is then allowed everything, while the same
# file without the signal forbids it. Python's urllib.robotparser keeps the group. So a site that adds an opt-out
# signal there opens itself to the very crawler it names, in three of four parsers. A Sitemap line does the same to
# the two from npm, but not to Protego.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund robots-parser@3.0.1 robots-txt-parse@2.0.1 robots-txt-guard@1.0.2
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check protego==0.7.0
cat > run.mjs <<'JS'
import { Readable } from "node:stream";
import robotsParser from "robots-parser";
import guard from "robots-txt-guard";
import parse from "robots-txt-parse";
const file = (line) => `User-agent: GPTBot\n${line}User-agent: CCBot\nDisallow: /\n`;
let as = true;
for (const [line, expected] of [
  ["", false],
  ["Content-Signal: ai-train=no\n", true],
  ["Sitemap: https://example.com/sitemap.xml\n", true],
]) {
  const one = robotsParser("https://example.com/robots.txt", file(line)).isAllowed("https://example.com/page", "GPTBot");
  const two = guard(await parse(Readable.from([file(line)]))).isAllowed("GPTBot", "/page");
  console.log(JSON.stringify(line), "GPTBot may fetch: robots-parser", one, "robots-txt-guard", two);
  as &&= one === expected && two === expected;
}
process.exit(as ? 0 : 1);
JS
node run.mjs
cat > run.py <<'PY'
import sys
from urllib.robotparser import RobotFileParser
from protego import Protego

as_seen = True
for line, protego_expected in (
    ("", False),
    ("Content-Signal: ai-train=no\n", True),
    ("Sitemap: https://example.com/sitemap.xml\n", False),
):
    text = f"User-agent: GPTBot\n{line}User-agent: CCBot\nDisallow: /\n"
    ours = RobotFileParser()
    ours.parse(text.splitlines())
    one = Protego.parse(text).can_fetch("https://example.com/page", "GPTBot")
    two = ours.can_fetch("GPTBot", "https://example.com/page")
    print(repr(line), "GPTBot may fetch: protego", one, "urllib", two)
    as_seen = as_seen and one is protego_expected and two is False
sys.exit(0 if as_seen else 1)
PY
venv/bin/python run.py
