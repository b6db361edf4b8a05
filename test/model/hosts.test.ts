import { describe, expect, test } from "vitest";
import { hostSchema, hostsOf } from "../../src/model/index.ts";

describe("the hosts of a URL", () => {
  test.each([
    ["https://www.linkedin.com/feed/?x=1#y", ["www.linkedin.com", "linkedin.com"]],
    ["LinkedIn.com", ["linkedin.com"]],
    ["linkedin.com:8080/path", ["linkedin.com"]],
    ["//linkedin.com/path", ["linkedin.com"]],
    ["https://user:password@linkedin.com", ["linkedin.com"]],
    ["android-app://m.example.com/x", ["m.example.com", "example.com"]],
    [" linkedin.com. ", ["linkedin.com"]],
    ["-dash.example.com", ["-dash.example.com", "example.com"]],
    ["r3---sn.example.com", ["r3---sn.example.com", "example.com"]],
    ["under_score.example.com", ["under_score.example.com", "example.com"]],
    ["www。example。com", ["www.example.com", "example.com"]],
    ["ｅｘａｍｐｌｅ.com", ["example.com"]],
    ["bücher.example", ["xn--bcher-kva.example"]],
    ["https://münchen.example.com/ä", ["xn--mnchen-3ya.example.com", "example.com"]],
  ])("%s", (url, hosts) => expect(hostsOf(url)).toEqual(hosts));

  test.each([
    "127.0.0.1",
    "http://0x7f.1/",
    "https://[::1]:8080/",
    "localhost",
    "com",
    "",
    "https://",
    "not a url",
    "a..b.com",
    "javascript:alert(1)",
  ])("%j has none", (text) => expect(hostsOf(text)).toEqual([]));

  test("are at most ten: the host itself, and the nine shortest above it", () => {
    const host = `${Array.from({ length: 20 }, (_, i) => `l${i}`).join(".")}.example.com`;
    const hosts = hostsOf(host);
    expect([hosts.length, hosts[0], hosts[1], hosts[9]]).toEqual([
      10,
      host,
      "l12.l13.l14.l15.l16.l17.l18.l19.example.com",
      "example.com",
    ]);
  });
});

describe("a host that was written in another form is suggested as browsers read it", () => {
  const suggestionFor = (text: string): unknown =>
    hostSchema
      .safeParse(text)
      .error?.issues.map((issue) => (issue as { params?: { suggestion?: unknown } }).params?.suggestion)[0];
  test.each([
    ["https://www.Example.com/x?y#z", "example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["ｅｘａｍｐｌｅ。com", "example.com"],
    ["example.com:8080", "example.com"],
    ["user:secret@example.com", "example.com"],
    ["not a host", undefined],
    ["127.0.0.1", undefined],
  ])("%s", (text, host) => expect(suggestionFor(text)).toBe(host));
});
