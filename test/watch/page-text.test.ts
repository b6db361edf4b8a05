import { describe, expect, test } from "vitest";
import { normalise } from "../../src/evidence/passages.ts";
import { markdownOf, markdownWithin } from "../../src/watch/live/page-text.ts";

/* HTML, and the Markdown that Open Terms Archive's versions have of it. */
const CASES: [what: string, html: string, archived: string][] = [
  [
    "a table with a head",
    "<table><thead><tr><th>Data</th><th>Use</th></tr></thead><tbody><tr><td>Posts</td><td>Training</td></tr></tbody></table>",
    "| Data | Use |\n| --- | --- |\n| Posts | Training |",
  ],
  [
    "a table without a head",
    "<table><tr><td>Posts</td><td>Training</td></tr><tr><td>Mail</td><td>None</td></tr></table>",
    "|     |     |\n| --- | --- |\n| Posts | Training |\n| Mail | None |",
  ],
  [
    "a cell of several paragraphs",
    "<table><tr><th>A</th><th>B</th></tr><tr><td><p>One</p><p>Two</p></td><td><ul><li>Three<li>Four</ul></td></tr></table>",
    "| A   | B   |\n| --- | --- |\n| One<br><br>Two | *   Three<br>*   Four |",
  ],
  [
    "a definition list",
    "<dl><dt>Posts</dt><dd>Training</dd><dt>Mail</dt><dd>None</dd></dl>",
    "Posts\n\nTraining\n\nMail\n\nNone",
  ],
  [
    "inline tags inside a word",
    "<p>re<b>train</b>ing of our <span>mod</span><span>els</span> on Chat<sup>GPT</sup></p>",
    "re**train**ing of our models on ChatGPT",
  ],
  ["an image", '<p>We <img src="/a.png" alt="logo"> train<img alt="x"></p>', "We ![logo](/a.png) train"],
  [
    "a link in brackets",
    '<p>Products<a href="https://x.example/#n">[1]</a></p>',
    "Products[\\[1\\]](https://x.example/#n)",
  ],
  ["a line break", "<p>One<br>two</p>", "One  \ntwo"],
  [
    "what is not shown",
    "<title>T</title><style>p{}</style><script>x</script><template>y</template><p>z</p>",
    "z",
  ],
];

describe("a page has the words of its archived copy", () => {
  test.each(CASES)("%s", (_, html, archived) =>
    expect(normalise(markdownOf(`<!doctype html><html><body>${html}</body></html>`))).toBe(
      normalise(archived),
    ),
  );
});

test("cells, terms and definitions are not glued, words are not split", () => {
  const words = normalise(markdownOf(CASES.map(([, html]) => html).join("")));
  for (const glued of ["datause", "poststraining", "onetwo"]) expect(words).not.toContain(glued);
  expect(words).toContain("models on chatgpt");
});

test("a page that takes too long is given up", async () => {
  expect(await markdownWithin("<p>We train</p>", 20_000)).toBe("We train");
  expect(await markdownWithin(`<table>${"<tr><td>a<td>b".repeat(20_000)}</table>`, 300)).toBeUndefined();
});
