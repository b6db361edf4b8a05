import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { createClient } from "@libsql/client";
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { Hono } from "hono";

/*
 * What a small API usually looks like: a handler that queries with Drizzle and serialises, for each request. The
 * answers are in its table, so that it computes less than the server that it is compared with:
 * `plain-hono.ts <answer.json>`, an answer for one platform and region.
 */
const answers = sqliteTable(
  "answers",
  {
    platform: text().notNull(),
    region: text().notNull(),
    answer: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.region] })],
);

const client = createClient({ url: "file::memory:" });
const db = drizzle(client);
await client.execute(
  "create table answers (platform text not null, region text not null, answer text not null, primary key (platform, region))",
);
const answer = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Record<string, unknown>;
await db
  .insert(answers)
  .values(Array.from({ length: 1000 }, (_, i) => ({ platform: `p${i}`, region: "US", answer })));
await db.insert(answers).values({ platform: "linkedin", region: "US", answer });

const app = new Hono();
app.get("/platforms/:id", async (c) => {
  const wanted = and(
    eq(answers.platform, c.req.param("id")),
    eq(answers.region, c.req.query("region") ?? ""),
  );
  const [row] = await db.select().from(answers).where(wanted);
  return row ? c.json(row.answer) : c.json({ title: "No such platform" }, 404);
});
serve({ fetch: app.fetch, port: Number(process.env["PORT"]), hostname: process.env["HOST"] ?? "127.0.0.1" });
