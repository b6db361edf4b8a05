import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publish, Store } from "../../src/db/index.ts";
import { audience } from "../../src/model/index.ts";
import { hashOf, loadDataset } from "../../src/records/load.ts";
import { type Engine, libsqlFile } from "../fixtures/engines.ts";

/* What people type, over the real records: who comes first. */
let engine: Engine;
let store: Store;
let at: number;
beforeAll(async () => {
  engine = await libsqlFile();
  await publish(engine.db, loadDataset("data"), { hash: hashOf });
  store = new Store(engine.db);
  at = (await store.current()).id;
});
afterAll(() => engine.close());

const found = async (q: string): Promise<string[]> => {
  const who = audience({ asOf: "2026-11-24" });
  const { items } = await store.list(at, {
    audience: who,
    q,
    sort: "relevance",
    descending: false,
    limit: 100,
  });
  return items.map((p) => p.id);
};

describe("the first platforms for a query", () => {
  test.each<[q: string, first: string[]]>([
    // An id, alias, name or domain, however it is written.
    ["x", ["x"]],
    ["X", ["x"]],
    ["x.com", ["x"]],
    ["twitter", ["x"]],
    ["https://twitter.com/home", ["x"]],
    ["old.reddit.com", ["reddit"]],
    ["linked in", ["linkedin"]],
    ["LinkedIn", ["linkedin"]],
    ["you tube", ["youtube"]],
    ["chat gpt", ["chatgpt"]],
    ["open ai", ["chatgpt"]],
    ["OpenAI", ["chatgpt"]],
    ["openai.com", ["chatgpt"]],
    ["GitHub Copilot", ["github"]],
    ["stackoverflow", ["stack-overflow"]],
    ["Stack Exchange", ["stack-overflow"]],
    ["last fm", ["last-fm"]],
    ["le chat", ["le-chat"]],
    ["mistral", ["le-chat"]],
    ["bard", ["gemini"]],
    ["booking", ["booking-com"]],
    ["t.me", ["telegram"]],
    ["whats app", ["whatsapp"]],
    ["new york times", ["the-new-york-times"]],
    ["guardian", ["the-guardian"]],
    ["confluence", ["atlassian"]],
    // The beginning of a name.
    ["wiki", ["wikipedia"]],
    ["snap", ["snapchat"]],
    ["meta", ["meta-ai", "facebook", "instagram", "messenger", "threads", "whatsapp"]],
    // An operator.
    ["automattic", ["tumblr", "wordpress-com"]],
    ["Match Group", ["disons-demain", "match-com", "meetic", "okcupid", "tinder"]],
    ["google", ["google-search", "gemini", "gmail"]],
    // With accents, composed and not.
    ["Télégram".normalize("NFC"), ["telegram"]],
    ["Télégram".normalize("NFD"), ["telegram"]],
    ["ＬＩＮＥ", ["line"]],
  ])("%s", async (q, first) => expect((await found(q)).slice(0, first.length)).toEqual(first));

  test.each(["telegram", "Signal", "reddit licensing", "opt out"])(
    "%s is found alike in NFC, NFD, capitals and with accents",
    async (q) => {
      const expected = await found(q);
      expect(expected.length).toBeGreaterThan(0);
      const accented = q.replaceAll("e", "é").replaceAll("o", "ö").replaceAll("i", "î");
      for (const variant of [q.toUpperCase(), accented.normalize("NFC"), accented.normalize("NFD")])
        expect(await found(variant), variant).toEqual(expected);
    },
  );

  test.each(["", "?!", '"', "*", "a AND", "NEAR(", "name:x", "\u0000", "%_%", "é".repeat(200)])(
    "%j is no query language",
    async (q) => expect(Array.isArray(await found(q))).toBe(true),
  );
});
