import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, SERVER, start } from "./process.ts";

/*
 * The real dataset, loaded with tools that are not ours: every example of /download that can
 * run here, the Data Package by Frictionless, Parquet by DuckDB, the feeds by feedparser, the calendar by
 * icalendar, and the twin in plain files behind nginx. `.ci/run` installs them under build/tools.
 */
const TOOLS = resolve("build/tools/bin");
const env = { ...process.env, PATH: `${TOOLS}:${process.env["PATH"]}` };
const has = (command: string): boolean =>
  spawnSync("sh", ["-c", `command -v ${command}`], { env }).status === 0;
const python = existsSync(join(TOOLS, "python")) ? join(TOOLS, "python") : undefined;
const missing = [
  ...["curl", "jq", "sqlite3", "nginx", "duckdb"].filter((c) => !has(c)),
  ...(python ? [] : ["python"]),
];
if (missing.length > 0 && process.env["CI"])
  throw new Error(`Not here: ${missing.join(", ")}. .ci/run installs them.`);

let dir: string;
let node: Running;
let base: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "tools-"));
  chmodSync(dir, 0o755); // nginx reads as another user
  node = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(dir, "test.db")}`,
  });
  base = (await node.until(/at (http:\/\/127\.0\.0\.1:\d+) /))[1] as string;
});
afterAll(async () => {
  await node?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const shell = (command: string, cwd = dir): string =>
  execFileSync("bash", ["-eo", "pipefail", "-c", command], { cwd, env, encoding: "utf8" });
const py = (script: string, ...args: string[]): unknown =>
  JSON.parse(execFileSync(python as string, ["-c", script, ...args], { env, encoding: "utf8" }).trim());

describe.skipIf(missing.length > 0)("other tools", () => {
  test("every example of the downloads that can run here runs", async () => {
    const { items } = (await (await fetch(`${base}/download`)).json()) as {
      items: { path: string; rows: number | null; examples: { tool: string; command: string }[] }[];
    };
    const cwd = join(dir, "examples");
    mkdirSync(cwd);
    const ran = new Set<string>();
    for (const { path, examples } of items.filter((i) => !i.path.includes("/")))
      for (const { tool, command } of examples) {
        // PostgreSQL's server and R are no part of a bare machine.
        if (tool === "psql" || tool === "r") continue;
        ran.add(tool);
        // `head` may end before what it reads from; that is no failure of the example.
        const out = execFileSync("bash", ["-c", command], {
          cwd,
          env: { ...env, HF_HOME: join(cwd, "hf"), HF_HUB_OFFLINE: "1" },
          encoding: "utf8",
          stdio: ["ignore", "pipe", "inherit"],
          maxBuffer: 1 << 30,
        });
        if (tool !== "sqlite3" || path.endsWith(".sqlite")) expect(out.length, command).toBeGreaterThan(10);
      }
    expect([...ran].sort()).toEqual([
      "curl",
      "datasets",
      "duckdb",
      "pandas",
      "polars",
      "sha256sum",
      "sqlite3",
    ]);
    expect(shell('sqlite3 my.db "select count(*) from platforms"', cwd).trim()).toBe(
      shell('sqlite3 ai-data-use.sqlite "select count(*) from platforms"', cwd).trim(),
    );
    expect(shell('sqlite3 ai-data-use.sqlite "pragma integrity_check"', cwd).trim()).toBe("ok");
  });

  test("every question of the README has the answer that is there", async () => {
    const blocks = [...readFileSync("README.md", "utf8").matchAll(/^```\n\$ (.+)\n([^`]*)^```$/gm)];
    expect(blocks.length).toBeGreaterThanOrEqual(6);
    for (const [, command = "", answer = ""] of blocks)
      expect(shell(command.replaceAll("localhost:8787", new URL(base).host)), command).toBe(answer);
  });

  test("DuckDB reads every Parquet file, with its types; Frictionless finds the package valid", async () => {
    const out = join(dir, "export");
    execFileSync(process.execPath, ["src/entry/cli/adu.ts", "export", "--out", out], { encoding: "utf8" });
    expect(shell("sha256sum --check --quiet SHA256SUMS", out)).toBe("");
    const types = py(
      `import duckdb,glob,json,sys
t={r[0]:r[1] for r in duckdb.sql(f"describe select * from '{sys.argv[1]}/ai-data-use-answers.parquet'").fetchall()}
n=[duckdb.sql(f"select count(*) from '{p}'").fetchall()[0][0] for p in sorted(glob.glob(sys.argv[1]+"/**/*.parquet",recursive=True))]
print(json.dumps([t["valid_from"],t["verdict"],len(n),min(n)>0]))`,
      out,
    );
    const tables = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".csv"));
    expect(types).toEqual(["DATE", "VARCHAR", tables.length, true]);
    const { valid, stats } = JSON.parse(shell("frictionless validate datapackage.json --json", out)) as {
      valid: boolean;
      stats: { tasks: number };
    };
    expect([valid, stats.tasks]).toEqual([true, tables.length]);
  });

  test("feedparser and icalendar read the feeds", async () => {
    const feed = py(
      `import feedparser,json,sys
f=feedparser.parse(sys.argv[1]+"/changes.atom")
print(json.dumps([f.bozo, f.version, len(f.entries), f.entries[0].id.startswith("urn:uuid:"), bool(f.entries[0].link)]))`,
      base,
    );
    expect(feed).toEqual([false, "atom10", expect.any(Number), true, true]);
    const calendar = py(
      `import icalendar,json,sys,urllib.request
c=icalendar.Calendar.from_ical(urllib.request.urlopen(sys.argv[1]+"/changes.ics").read())
e=[x for x in c.walk("VEVENT")]
print(json.dumps([str(c["VERSION"]), len(e)>0, all("UID" in x and "DTSTAMP" in x for x in e)]))`,
      base,
    );
    expect(calendar).toEqual(["2.0", true, true]);
  });

  test("nginx serves the twin in plain files under the same paths, with the same bodies", async () => {
    const root = join(dir, "static");
    execFileSync(process.execPath, ["src/entry/cli/adu.ts", "export", "--static", root, "--origin", base], {
      encoding: "utf8",
    });
    const port = 8798;
    writeFileSync(
      join(dir, "nginx.conf"),
      `daemon off; pid ${dir}/nginx.pid; error_log stderr warn; events {} http { access_log off; default_type application/json;
       client_body_temp_path ${dir}/b; proxy_temp_path ${dir}/p; fastcgi_temp_path ${dir}/f; uwsgi_temp_path ${dir}/u; scgi_temp_path ${dir}/s;
       server { listen 127.0.0.1:${port}; root ${root}; index index.json; absolute_redirect off; try_files $uri $uri/index.json =404; } }`,
    );
    const nginx = start("nginx", ["-c", join(dir, "nginx.conf"), "-p", dir, "-e", "stderr"]);
    try {
      const at = `http://127.0.0.1:${port}`;
      for (let tries = 0; tries < 50 && !(await fetch(at).catch(() => undefined)); tries++)
        await new Promise((r) => setTimeout(r, 100));
      const { items } = (await (await fetch(`${at}/platforms`)).json()) as { items: { id: string }[] };
      expect(items.length).toBeGreaterThanOrEqual(30);
      const day = (
        (await (await fetch(`${base}/platforms/linkedin`)).json()) as { meta: { generatedAt: string } }
      ).meta.generatedAt.slice(0, 10);
      const same = [
        "/operators",
        "/releases",
        "/vocabulary",
        "/openapi.json",
        "/schema",
        "/download/latest/ai-data-use-headlines.csv",
        ...items.map(({ id }) => `/platforms/${id}/changes.atom`),
      ];
      // Feeds are in pages on a server and whole as files.
      for (const path of ["/changes.atom", "/events.atom"])
        expect(await (await fetch(at + path)).text(), path).not.toContain('rel="next"');
      for (const path of same)
        expect(await (await fetch(at + path)).text(), path).toBe(await (await fetch(base + path)).text());
      for (const { id } of items)
        for (const path of [`/platforms/${id}`, `/platforms/${id}/opt-out`])
          expect(await (await fetch(at + path)).text(), path).toBe(
            await (await fetch(`${base}${path}?as_of=${day}`)).text(),
          );
    } finally {
      await nginx.stop();
    }
  });
});
