#!/usr/bin/env bash
# turndown 7.2.5; commonmark 0.31.2 reads what it wrote.
# Guess: a link that turndown writes is a link to any reader of CommonMark: it escapes parentheses in addresses.
# Seen: a backslash at the end of an address is not escaped, and so escapes the parenthesis that closes the link.
# `<a href="#y\">x</a>` becomes `[x](#y\)`, which is text. TikTok's privacy policy has such a link, and Open Terms
# Archive's copy of it has the broken one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 commonmark@0.31.2
cat > run.cjs <<'JS'
const Turndown = require("turndown");
const { Parser, HtmlRenderer } = require("commonmark");
const markdown = new Turndown().turndown('<a href="#y\\">x</a>');
const html = new HtmlRenderer().render(new Parser().parse(markdown)).trim();
console.log(markdown, "→", html);
process.exit(markdown === "[x](#y\\)" && !html.includes("<a ") ? 0 : 1);
JS
node run.cjs
