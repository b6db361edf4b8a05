#!/usr/bin/env bash
# tldts 7.5.5, default options.
# Guess: the domain of a host that browsers open is found: tldts takes a URL or a host name.
# Seen: it validates by the rules of registries. Labels that begin or end with a hyphen, which are in use under
# deviantart.com and tumblr.com, give null; so does a host with an ideographic full stop; full-width letters are
# returned as they are. `new URL()` accepts all of them and maps the last two to ASCII (UTS 46), so the address
# has to be parsed first, and validation switched off.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund tldts@7.5.5
cat > run.mjs <<'JS'
import { getDomain } from "tldts";
const cases = [
  ["https://-kyoko-.tumblr.com/", null, "tumblr.com"],
  ["https://someone-.deviantart.com/", null, "deviantart.com"],
  ["https://linkedin\u3002com/", null, "linkedin.com"],
  ["https://\uff4cinkedin.com/", "\uff4cinkedin.com", "linkedin.com"],
];
let as = true;
for (const [address, alone, parsedFirst] of cases) {
  const found = getDomain(address);
  const first = getDomain(new URL(address).hostname, { extractHostname: false, validateHostname: false });
  console.log(address, "alone:", found, "after new URL():", first);
  as &&= found === alone && first === parsedFirst;
}
process.exit(as ? 0 : 1);
JS
node run.mjs
