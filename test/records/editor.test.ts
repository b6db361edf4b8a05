import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { getLanguageService, type JSONSchema, TextDocument } from "vscode-json-languageservice";
import type * as z from "zod";
import { SNIPPETS, type Snippet } from "../../src/authoring/snippets.ts";
import { fileOf } from "../../src/records/files.ts";
import { operator, platform, practice, rule } from "../fixtures/records.ts";

/* What an author sees in an editor: the language service of VS Code itself, with the settings and schemas of this repository. */
const settings = JSON.parse(readFileSync(".vscode/settings.json", "utf8")) as {
  "json.schemas": { fileMatch: string[]; url: string }[];
};
const service = getLanguageService({
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
});

beforeAll(() => {
  service.configure({
    validate: true,
    schemas: settings["json.schemas"].map(({ fileMatch, url }) => ({
      uri: new URL(url, "file:///").href,
      fileMatch,
      schema: JSON.parse(readFileSync(url, "utf8")) as JSONSchema,
    })),
  });
});

/** A record open in the editor, at the place of `|` in its text. */
function open(text: string, kind: "platform" | "operator" = "platform") {
  const offset = text.indexOf("|");
  const document = TextDocument.create(
    `file:///${fileOf("data", kind, "example")}`,
    "json",
    1,
    text.replace("|", ""),
  );
  return { document, position: document.positionAt(offset), json: service.parseJSONDocument(document) };
}
const textOf = (value: unknown) => JSON.stringify(value, null, 2);
const example = () =>
  textOf(platform([practice([rule("all", { dataUse: "may-use", defaultState: "asked-on" })])]));

async function hover(text: string, kind?: "platform" | "operator"): Promise<string> {
  const { document, position, json } = open(text, kind);
  const found = await service.doHover(document, position, json);
  // Markdown, in which full stops and hyphens are escaped.
  return JSON.stringify(found?.contents ?? "").replaceAll("\\", "");
}

describe("hovering", () => {
  test("over a term shows its definition", async () => {
    expect(await hover(example().replace('"may-use"', '"may|-use"'))).toContain(
      "Its terms permit it, and nothing says that it does.",
    );
    expect(await hover(example().replace('"asked-on"', '"asked|-on"'))).toContain(
      "The person is asked, with yes preselected.",
    );
    expect(await hover(example().replace('"social-network"', '"social|-network"'))).toContain(
      "People publish and follow.",
    );
  });

  test("over a field shows what it is for", async () => {
    expect(await hover(example().replace('"domains"', '"dom|ains"'))).toContain(
      "Where it is on the web, most important first.",
    );
    expect(
      await hover(textOf(operator()).replace('"jurisdiction"', '"juris|diction"'), "operator"),
    ).toContain("Where it is seated");
  });
});

test("a mistake is underlined, a valid record is not", async () => {
  const problems = async (text: string) => {
    const { document, json } = open(text);
    return (await service.doValidation(document, json)).map((d) => d.message);
  };
  expect(await problems(example())).toEqual([]);
  expect(await problems(example().replace('"may-use"', '"maybe"'))).toEqual([
    expect.stringMatching(/^Value is not accepted\. Valid values: "uses", "may-use"/),
  ]);
  expect(await problems(example().replace('"domains"', '"domians"'))).toEqual(
    expect.arrayContaining([expect.stringContaining("domians")]),
  );
});

describe("forms", () => {
  const offered = async (list: string): Promise<string[]> => {
    const { document, position, json } = open(
      textOf(platform([practice([])])).replace(`"${list}": []`, `"${list}": [|]`),
    );
    return ((await service.doComplete(document, position, json))?.items ?? []).map((item) => item.label);
  };

  test.each([
    [
      "rules",
      [
        "rule: it is used",
        "rule: it is permitted",
        "rule: a denial",
        "rule: silence",
        "rule: for some people",
      ],
    ],
    ["controls", ["control: a setting", "control: another way"]],
    ["events", ["event: with its day", "event: seen in an archive"]],
    ["myths", ["myth"]],
  ])("are offered in %s", async (list, labels) =>
    expect(await offered(list)).toEqual(expect.arrayContaining(labels)),
  );

  test("of sources and passages are offered in an operator's record too", async () => {
    const { document, position, json } = open(
      textOf(operator()).replace('"sources": []', '"sources": [|]'),
      "operator",
    );
    const labels = ((await service.doComplete(document, position, json))?.items ?? []).map(
      (item) => item.label,
    );
    expect(labels).toEqual(expect.arrayContaining(["source: with an archived copy", "source: a page"]));
    const inside = open(
      textOf(operator()).replace('"sources": []', '"sources": [{ "passages": [|] }]'),
      "operator",
    );
    expect(
      (await service.doComplete(inside.document, inside.position, inside.json))?.items.map((i) => i.label),
    ).toContain("passage");
  });

  /** A form as somebody fills it in: the first choice, what the placeholder asks for, or a word. */
  const filled = (body: Snippet["body"]): unknown =>
    JSON.parse(
      JSON.stringify(body)
        .replace(/"\^\$\{\d+\|([^,|]+)[^|]*\|\}"/g, "$1")
        .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, "$1")
        .replace(/\$\{\d+:YYYY-MM-DD\}/g, "2026-01-31")
        .replace(/\$\{\d+:commit\}/g, "0123456789ab")
        .replace(/\$\{\d+:([^}]*)\}/g, "$1")
        .replace(/https:\/\/\$\d+/g, "https://example.com/page")
        .replace(/\$\d+/g, "word"),
    );
  const every = [...SNIPPETS].flatMap(([schema, snippets]) =>
    snippets.map((snippet) => [snippet.label, schema as z.ZodType, snippet.body] as const),
  );

  test.each(every)("“%s”, filled in, keeps to the format", (_, schema, body) => {
    const result = schema.safeParse(filled(body));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  test.each(every)("“%s” has places to type in order, and each choice is a term", (_, schema, body) => {
    const text = JSON.stringify(body);
    const places = [...text.matchAll(/\$\{?(\d+)/g)].map(([, n]) => Number(n));
    expect(places).toEqual(places.map((_, i) => i + 1));
    for (const [whole, unquoted, quoted] of text.matchAll(/"\^\$\{\d+\|([^|]+)\|\}"|\$\{\d+\|([^|]+)\|\}/g))
      for (const choice of (unquoted ?? quoted ?? "").split(",")) {
        const issues = schema.safeParse(filled(JSON.parse(text.replace(whole, choice)))).error?.issues ?? [];
        expect(issues, choice).toEqual([]);
      }
  });
});
