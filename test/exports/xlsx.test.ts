import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellText, MOST_CHARACTERS } from "../../src/exports/formats/xlsx/cell.ts";
import { workbook } from "../../src/exports/formats/xlsx/index.ts";
import { writeExports } from "../../src/exports/write.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { type ReadSheet, readWorkbook } from "./workbook.ts";

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "xlsx-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

const written = async (name: string, dataset = testDataset(), format = workbook(1000)) => {
  await writeExports(join(dir, name), dataset, () => {}, [format]);
  return readWorkbook(readFileSync(join(dir, name, "ai-data-use.xlsx")));
};
const sheet = (sheets: Map<string, ReadSheet>, name: string): ReadSheet => sheets.get(name) as ReadSheet;

describe("the workbook", () => {
  test("has a sheet for each table for people, and one about the dataset", async () => {
    const sheets = await written("all");
    expect([...sheets.keys()]).toEqual(["headlines", "kinds", "answers", "events", "controls", "about"]);
    expect(sheet(sheets, "about").rows).toContainEqual(["licence", "CC-BY-4.0"]);
    expect(sheet(sheets, "events").rows[0]?.slice(0, 6)).toEqual([
      "platform",
      "name",
      "operator",
      "category",
      "event",
      "event_type",
    ]);
  });

  test("days are days; dates of lower precision are text", async () => {
    const events = sheet(await written("days"), "events");
    expect(events.cells("day").map((c) => [c.value, c.style])).toEqual([
      ["2024-09-30", "date"],
      ["2025-11-03", "date"],
    ]);
    expect(events.cells("effective").map((c) => [c.value, c.style])).toEqual([
      ["2024-09", "plain"],
      ["2025-11-03", "plain"],
    ]);
  });

  test("a table that is longer than a sheet goes on in another, with its header", async () => {
    const whole = await written("long");
    const split = await written("split", testDataset(), workbook(5));
    const kinds = [...split].filter(([name]) => /^kinds( \d+)?$/.test(name)).map(([, s]) => s);
    expect(kinds.length).toBeGreaterThan(2);
    const [header, ...rows] = sheet(whole, "kinds").rows;
    for (const part of kinds) expect([part.rows[0], part.rows.length <= 5]).toEqual([header, true]);
    expect(kinds.flatMap((part) => part.rows.slice(1))).toEqual(rows);
    expect([...split.keys()]).toContain("kinds 2");
  });

  test("a text that is longer than a cell ends with …", async () => {
    const dataset = testDataset();
    const [first, ...rest] = dataset.platforms;
    const name = "a".repeat(MOST_CHARACTERS + 1);
    const sheets = await written("long-text", {
      ...dataset,
      platforms: [{ ...first, name } as never, ...rest],
    });
    expect(sheet(sheets, "events").rows[1]?.[1]).toBe(`${"a".repeat(MOST_CHARACTERS - 1)}…`);
  });

  test("its entries have no time, which would be the local one", async () => {
    await written("time");
    const file = readFileSync(join(dir, "time", "ai-data-use.xlsx"));
    // The first local header: signature, version, flags and method, then time and day (APPNOTE.TXT 4.3.7): 1980-01-01.
    expect(file.subarray(10, 14).toString("hex")).toBe("00002100");
  });
});

test("a cell's text is well-formed XML and has every character that a cell can have", () => {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  const read = (xml: string): string =>
    xml
      .replaceAll(/&(\w+);/g, (_, name: string) => entities[name] as string)
      .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const part = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("_x0041_", "_x", "_", "&amp;", "\r\n"),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join("");
      const written = cellText(text);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot contain them
      expect(written).not.toMatch(/[\0-\u0008\u000b-\u001f\ufffe\uffff<>]/);
      expect(read(written)).toBe(text.replaceAll(/[\0\ufffe\uffff]/g, "\ufffd"));
    }),
  );
});
