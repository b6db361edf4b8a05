import { expect, test } from "vitest";
import { parseRecord } from "../../src/records/files.ts";
import { registrableOf } from "../../src/records/public-suffix.ts";
import { validate } from "../../src/records/validate.ts";
import { hosts, operator, platform, practice, rule } from "../fixtures/records.ts";

test.each<[host: string, domain: string | null, known: boolean]>([
  ["signal.org", "signal.org", true],
  ["www.bbc.co.uk", "bbc.co.uk", true],
  ["co.uk", null, true],
  ["uk", null, true],
  ["signal.orgg", "signal.orgg", false],
  ["foo.ck", null, true],
  ["www.ck", "www.ck", true],
  ["wordpress.com", "wordpress.com", true],
  ["github.io", "github.io", true],
  ["acme.github.io", "github.io", true],
  ["xn--bcher-kva.de", "xn--bcher-kva.de", true],
  ["xn--55qx5d.cn", null, true],
  ["-kyoko-.tumblr.com", "tumblr.com", true],
  ["someone-.deviantart.com", "deviantart.com", true],
  ["a_b.tumblr.com", "tumblr.com", true],
  ["127.0.0.1", null, false],
])("%s: %s", (host, domain, known) => expect(registrableOf(host)).toMatchObject({ domain, known }));

const codesFor = (...names: string[]): string[] => {
  const record = platform([practice([rule("all")])], { domains: hosts(...names) });
  const file = (kind: "platform" | "operator", value: { id: string }) =>
    parseRecord(kind, value.id, `${value.id}.json`, `${JSON.stringify(value, null, 2)}\n`);
  return validate([file("platform", record), file("operator", operator())])
    .problems.map((p) => p.code)
    .filter((code) => code.startsWith("DOM"));
};
test.each([
  ["www.signal.org", ["DOM003"]],
  ["co.uk", ["DOM002"]],
  ["signal.orgg", ["DOM002"]],
  ["www.signal.orgg", ["DOM002", "DOM003"]],
  ["wordpress.com", []],
  ["acme.github.io", []],
  ["www.com", []],
  ["www.ck", []],
])("the host %s in a record: %j", (host, codes) => expect(codesFor(host)).toEqual(codes));
