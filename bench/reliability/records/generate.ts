import fc from "fast-check";
import { parseRecord, type RecordKind } from "../../../src/records/files.ts";
import { formatted } from "../../../src/records/format.ts";
import { HOSTILE } from "../../../test/exports/hostile.ts";
import { arbVariedPlatform } from "../../../test/fixtures/arbitrary.ts";

/* Files of records: right by the model, nearly right, and anything. */

/** A record's file before it is read. */
export interface Written {
  kind: RecordKind;
  id: string;
  text: string;
}

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
const isObject = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Texts that are right, and mean something to a format that shows them. */
const TEXTS = [
  ...HOSTILE,
  "<b>bold</b> & <script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "]]> --> */ */",
  "[a](https://evil.example) **b** `c` ~~d~~ # e",
  "@everyone #1 GH-1 _www.evil.example www.evil.example mailto:a@b.example",
  "::error::x ##[add-path]y %0A%0D",
  "a | b \\ c; d, e: f",
  "BEGIN:VEVENT END:VCALENDAR",
  '=HYPERLINK("https://evil.example")',
  '{"@context": 1} </script>',
  "مرحبا שלום 漢字 👩‍👩‍👧 e\u0301",
  "x".repeat(5000),
  " ".repeat(1000),
  'https://example.com/"><script>',
  "_x.example.com",
  "../../../etc/passwd",
  "2026-13-45",
  "constructor",
  "__proto__",
];

const anything: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Value>(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Value>(null, true, false, 0, -1, 1.5, 1e308, "", [], {}, [[]], [{}]),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2, stringUnit: "binary" }) as fc.Arbitrary<Value> },
);

/** Every place in a value: the container and the key. */
function placesIn(
  value: Value,
  found: [Value[] | { [key: string]: Value }, string | number][] = [],
): typeof found {
  if (Array.isArray(value))
    for (const [i, member] of value.entries()) {
      found.push([value, i]);
      placesIn(member, found);
    }
  else if (isObject(value))
    for (const key of Object.keys(value)) {
      found.push([value, key]);
      placesIn(value[key] as Value, found);
    }
  return found;
}

const at = (container: Value[] | { [key: string]: Value }, key: string | number): Value =>
  (container as { [key: string | number]: Value })[key] as Value;
const put = (container: Value[] | { [key: string]: Value }, key: string | number, value: Value): void => {
  // A field of this name, not the prototype.
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
};

/** What is done to one place of a record. `other` is the value of another place of the same record. */
const EDITS: Readonly<
  Record<
    string,
    (container: Value[] | { [key: string]: Value }, key: string | number, given: Value, other: Value) => void
  >
> = {
  replaced: (container, key, given) => put(container, key, given),
  /** Only texts, by texts: the record often stays right. */
  reworded: (container, key, given) => {
    if (
      typeof at(container, key) === "string" &&
      typeof given === "string" &&
      typeof key === "string" &&
      /^(name|summary|note|claim|truth|text|title|what|operator)/.test(key)
    )
      put(container, key, given);
  },
  exchanged: (container, key, _, other) => {
    if (typeof other === typeof at(container, key)) put(container, key, structuredClone(other));
  },
  removed: (container, key) => {
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else delete container[key];
  },
  repeated: (container, key) => {
    if (Array.isArray(container)) container.push(structuredClone(at(container, key)));
  },
  "repeated often": (container, key) => {
    if (Array.isArray(container))
      for (let i = 0; i < 60; i++) container.push(structuredClone(at(container, key)));
  },
  added: (container, _, given) => {
    if (!Array.isArray(container))
      put(container, typeof given === "string" ? given.slice(0, 40) : "extra", given);
  },
  nested: (container, key) => {
    let deep: Value = at(container, key);
    for (let i = 0; i < 300; i++) deep = [deep];
    put(container, key, deep);
  },
};
/** Small edits are more frequent: the record then often stays right. */
const EDIT_NAMES = ["reworded", "reworded", "reworded", "exchanged", "removed", ...Object.keys(EDITS)];

/** What is done to the text of a file. */
const TEXT_EDITS: readonly ((text: string, position: number) => string)[] = [
  (text, p) => text.slice(0, p % text.length),
  (text, p) =>
    text.slice(0, p % text.length) + String.fromCharCode(p % 256) + text.slice((p % text.length) + 1),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replace(",", ",,"),
  (text) => text.replace("{", '{"id":"x","id":"y",'),
  (text) => `${text}${text}`,
  (text, p) => "[".repeat(p % 5000) + text,
  () => "",
  (text) => text.replaceAll('"', "'"),
];

const edit = fc.record({
  name: fc.constantFrom(...EDIT_NAMES),
  place: fc.nat(),
  other: fc.nat(),
  given: anything,
});

/** A record of the dataset with some edits. */
const mutated = (real: readonly Written[]): fc.Arbitrary<Written> =>
  fc
    .record({
      base: fc.constantFrom(...real),
      edits: fc.array(edit, { minLength: 1, maxLength: 2 }),
      text: fc.oneof(
        { weight: 7, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...TEXT_EDITS), fc.nat()) },
      ),
      canonical: fc.boolean(),
    })
    .map(({ base, edits, text, canonical }) => {
      const record = JSON.parse(base.text) as Value;
      for (const { name, place, other, given } of edits) {
        const places = placesIn(record);
        const found = places[place % places.length];
        const second = places[other % places.length];
        if (found && second) EDITS[name]?.(...found, given, at(...second));
      }
      const plain = `${JSON.stringify(record, null, 2)}\n`;
      const file = parseRecord(base.kind, base.id, base.id, plain);
      const whole = canonical && file.value !== undefined ? formatted(file) : plain;
      return { ...base, text: text ? text[0](whole, text[1]) : whole };
    });

/** Records that are right by the model, with the tables of rules that fast-check makes. */
const varied = (operator: string): fc.Arbitrary<Written> =>
  arbVariedPlatform.map((platform) => {
    const text = `${JSON.stringify({ ...platform, id: "generated", operator }, null, 2)}\n`;
    return { kind: "platform", id: "generated", text };
  });

/** Files of records, each under a name of its own. */
export const records = (real: readonly Written[]): fc.Arbitrary<Written> =>
  fc.oneof(
    { weight: 3, arbitrary: mutated(real) },
    { weight: 1, arbitrary: varied(real.find((r) => r.kind === "operator")?.id ?? "x") },
  );
