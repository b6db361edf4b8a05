import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const dir = mkdtempSync(join(tmpdir(), "adu-compatibility-"));
afterAll(() => rmSync(dir, { recursive: true }));

const DESCRIPTION = readFileSync("schema/openapi.json", "utf8");

type Schema = { properties: Record<string, object>; required: string[]; enum: string[] };
interface Description {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, { get: { operationId: string; parameters: { name: string }[] } }>;
}

/** Compares an edited description with the one before the edit. */
function check(edit: (description: Description) => void) {
  const edited = JSON.parse(DESCRIPTION) as Description;
  edit(edited);
  writeFileSync(join(dir, "released.json"), DESCRIPTION);
  writeFileSync(join(dir, "new.json"), JSON.stringify(edited));
  const { status, stdout, stderr } = spawnSync(
    "bash",
    [".ci/compatibility", join(dir, "released.json"), join(dir, "new.json")],
    { encoding: "utf8" },
  );
  return { status, output: stdout + stderr };
}

const schema = ({ components: { schemas } }: Description, name: string): Schema => schemas[name] as Schema;
const operation = ({ paths }: Description, path: string) => (paths[path] as Description["paths"][string]).get;

const BREAKING: Record<string, [edit: (d: Description) => void, named: RegExp]> = {
  "a field of an answer is removed": [
    (d) => {
      const event = schema(d, "Event");
      delete event.properties["type"];
      event.required = event.required.filter((name) => name !== "type");
    },
    /removed the required property .*events.*type/,
  ],
  "a field may be missing": [
    (d) => {
      const event = schema(d, "Event");
      event.required = event.required.filter((name) => name !== "id");
    },
    /became optional/,
  ],
  "a field may be null": [
    (d) => {
      schema(d, "Release").properties["digest"] = { type: ["string", "null"] };
    },
    /digest/,
  ],
  "a field has another type": [
    (d) => {
      schema(d, "Release").properties["records"] = { type: "string" };
    },
    /records.* changed from `integer` to `string`/,
  ],
  "a path is removed": [(d) => void delete d.paths["/hosts"], /\/hosts API path removed/],
  "a parameter is removed": [
    (d) => {
      const list = operation(d, "/platforms");
      list.parameters = list.parameters.filter(({ name }) => name !== "q");
    },
    /deleted the `query` request parameter `q`/,
  ],
  "a value is not accepted any longer": [
    (d) => {
      const plan = schema(d, "Plan");
      plan.enum = plan.enum.filter((value) => value !== "api");
    },
    /removed the enum value `api` from the `query` request parameter `plan`/,
  ],
  "a method of generated clients has another name": [
    (d) => {
      operation(d, "/hosts").operationId = "getHosts";
    },
    /listHosts/,
  ],
};

const COMPATIBLE: Record<string, (d: Description) => void> = {
  "a field is added": (d) => {
    const event = schema(d, "Event");
    event.properties["colour"] = { type: "string", description: "Its colour." };
    event.required.push("colour");
  },
  "a term is added to a vocabulary": (d) => void schema(d, "Plan").enum.push("family"),
  "a path is added": (d) => {
    const { "/hosts": hosts } = d.paths;
    d.paths["/addresses"] = structuredClone(hosts) as NonNullable<typeof hosts>;
    operation(d, "/addresses").operationId = "listAddresses";
  },
  "an optional parameter is added": (d) => {
    operation(d, "/hosts").parameters.push({
      name: "country",
      in: "query",
      schema: { type: "string" },
    } as never);
  },
};

describe("compared with the last released description", () => {
  test.each(Object.entries(BREAKING))("refused: %s", (_, [edit, named]) => {
    const { status, output } = check(edit);
    expect(output).toMatch(named);
    expect(output).toContain("docs/compatibility.md says what may change");
    expect(status).toBe(1);
  });
  test.each(Object.entries(COMPATIBLE))("accepted: %s", (_, edit) => {
    const { status, output } = check(edit);
    expect(output).toContain("No change breaks clients");
    expect(status).toBe(0);
  });
});
