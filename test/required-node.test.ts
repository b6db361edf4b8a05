import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REQUIRED_NODE, requireNode } from "./required-node.ts";

test("an older Node is refused in one line that says how to fix it", () => {
  expect(() => requireNode("20.20.2")).toThrow(
    /^The tests need Node 24; this is Node 20\.20\.2\. Run them with npm test, or let your editor use node_modules\/node\/bin\/node/,
  );
  for (const version of ["24.0.0", "25.1.0"]) expect(() => requireNode(version)).not.toThrow();
});

test("npm installs the required Node and its types; npm itself runs on the older one that the README names", () => {
  const { engines, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(engines.node).toBe(">=20");
  for (const name of ["node", "@types/node"])
    expect(devDependencies[name]).toMatch(new RegExp(`^${REQUIRED_NODE}\\.`));
});
