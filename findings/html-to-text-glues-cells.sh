#!/usr/bin/env bash
# html-to-text 10.0.1, default options; turndown 7.2.5 with joplin-turndown-plugin-gfm 1.0.12 (what Open Terms
# Archive uses) for comparison.
# Guess: text of an HTML page keeps the words of neighbouring table cells, and of a term and its definition, apart.
# Seen: `convert` writes the cells of a row and `dt`/`dd` without anything between them ("PostsTraining"), so that
# a text search for either word fails. Tables must be asked for (`selector: "table", format: "dataTable"`), and
# there is no option for `dt`/`dd` but a format of one's own. Turndown keeps both apart.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-text@10.0.1 turndown@7.2.5 joplin-turndown-plugin-gfm@1.0.12
cat > run.mjs <<'JS'
import { convert } from "html-to-text";
import gfm from "joplin-turndown-plugin-gfm";
import Turndown from "turndown";
const turndown = new Turndown();
turndown.use(gfm.gfm);
const pages = {
  table: "<table><tr><td>Posts</td><td>Training</td></tr></table>",
  list: "<dl><dt>Posts</dt><dd>Training</dd></dl>",
};
let as = true;
for (const [name, html] of Object.entries(pages)) {
  const [text, markdown] = [convert(html), turndown.turndown(html)];
  console.log(name, "html-to-text:", JSON.stringify(text), "turndown:", JSON.stringify(markdown));
  as &&= text.includes("PostsTraining") && !markdown.includes("PostsTraining");
}
process.exit(as ? 0 : 1);
JS
node run.mjs
