import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installPacked } from "./installed.ts";
import { type Running, SERVER, start } from "./process.ts";

/* The command as people use it: packed by npm, installed into an empty folder without a network, and called. */
const run = promisify(execFile);

let scratch: string;
let dir: string;
let server: Running;
let base: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "command-line-"));
  dir = join(scratch, "folder");
  await run(process.execPath, ["src/entry/cli/adu.ts", "package", "--out", join(scratch, "data")]);
  await run(process.execPath, ["clients/cli/build.ts", "--out", join(scratch, "cli")]);
  await installPacked(dir, [join(scratch, "data"), join(scratch, "cli")]);
  server = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(scratch, "test.db")}`,
  });
  base = (await server.until(/at (http:\/\/127\.0\.0\.1:\d+) /, 170_000))[1] as string;
});
afterAll(async () => {
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const PATH = `${resolvePath("node_modules/node/bin")}:${process.env["PATH"]}`;

/** Runs a line of shell in the folder, with the installed command in the path. */
async function shell(line: string, env: Record<string, string> = {}, program = "bash") {
  const inherited = { ...process.env };
  for (const name of ["NO_COLOR", "FORCE_COLOR"]) delete inherited[name];
  const options = {
    cwd: dir,
    env: { ...inherited, PATH: `${join(dir, "node_modules/.bin")}:${PATH}`, ...env },
    maxBuffer: 64e6,
  };
  return run(program, ["-c", line], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

test("it installs with the data and nothing else, and says which licences its code has", () => {
  expect(readdirSync(join(dir, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "@ai-data-use",
    "ai-data-use",
  ]);
  const installed = join(dir, "node_modules/ai-data-use");
  const notices = readFileSync(join(installed, "LICENSE-THIRD-PARTY"), "utf8");
  for (const name of ["commander", "zod", "@bomb.sh/tab"]) expect(notices).toContain(`${name} `);
  const bytes = readdirSync(installed).reduce((sum, name) => sum + statSync(join(installed, name)).size, 0);
  expect(bytes).toBeLessThan(1_000_000);
});

test("npx finds it, and it answers without a server", async () => {
  const { code, out } = await shell("npx --offline ai-data-use linkedin --region DE --as-of 2026-11-24");
  expect(code).toBe(0);
  expect(out).toMatch(/^Does LinkedIn train AI on your data\?\nLinkedIn trains its AI with your profile/);
  expect(out).toContain("Open Settings & Privacy");
});

/** Whether the server's records are in no release yet. */
async function isUnreleased(): Promise<boolean> {
  const { meta } = (await (await fetch(`${base}/platforms/slack`)).json()) as { meta: { release: string } };
  return meta.release === "unreleased";
}

describe("answers are the API's", () => {
  test("as JSON", async () => {
    const { out } = await shell("ai-data-use slack --region DE --plan business --as-of 2026-11-24 --json");
    const { release, attribution, ...said } = JSON.parse(out) as Record<string, unknown>;
    const question = `region=DE&plan=business&as_of=2026-11-24&release=${release}&include=evidence,sources`;
    const { meta, added, changed, review, record, events, myths, ...answer } = (await (
      await fetch(`${base}/platforms/slack?${question}`)
    ).json()) as Record<string, unknown>;
    expect([added, changed, review].every(Boolean)).toBe(true);
    expect([record, events, myths]).toEqual([null, null, null]);
    expect(said).toEqual(answer);
    expect(meta).toMatchObject({ release, attribution });
  });

  test.for(["linkedin --region DE", "slack --lang de --plan business", "check list.txt --format csv"])(
    "the same from the server: %s",
    async (args, { skip }) => {
      // The package has the records of the last release; a server may have newer ones.
      skip(await isUnreleased());
      writeFileSync(join(dir, "list.txt"), "linkedin.com\nplatform.openai.com\nReddit\nnobody.example\n");
      const here = await shell(`ai-data-use ${args}`);
      expect(await shell(`ai-data-use ${args} --server ${base}`)).toEqual(here);
      expect(here.code).toBe(0);
    },
  );

  test("an address that implies a plan has the answer for that plan", async () => {
    const plan = async (args: string) =>
      (JSON.parse((await shell(`ai-data-use ${args} --json`)).out) as { audience: { plan: string } }).audience
        .plan;
    expect([
      await plan("platform.openai.com"),
      await plan("platform.openai.com --plan business"),
      await plan("chatgpt"),
    ]).toEqual(["api", "business", "free"]);
  });
});

describe("in scripts", () => {
  test.each([
    ["ai-data-use linkdin", 1],
    ["ai-data-use linkedin --region Germny", 2],
    ["ai-data-use linkedin --region DE --as-of 2026-11-24 --fail-on on-by-default", 3],
    ["printf 'linkedin.com\\nnobody.example\\n' | ai-data-use check --fail-on unknown", 3],
    ["ai-data-use linkedin --server http://127.0.0.1:1", 4],
    ["ai-data-use linkedin | head -1", 0],
  ])("%s: %i", async (line, code) => {
    const said = await shell(`set -o pipefail; ${line}`);
    expect([said.code, said.err.includes("    at ")]).toEqual([code, false]);
  });

  test("no colour in a pipe; colour where it is forced, and none with NO_COLOR", async () => {
    const colourful = async (env: Record<string, string>) =>
      (await shell("ai-data-use linkedin", env)).out.includes("\u001b[");
    expect([
      await colourful({}),
      await colourful({ FORCE_COLOR: "1" }),
      await colourful({ NO_COLOR: "1" }),
    ]).toEqual([false, true, false]);
  });

  test("bold on a terminal, unless NO_COLOR says otherwise", async () => {
    if (!existsSync("/usr/bin/script"))
      throw new Error("No program `script`: install bsdutils or util-linux.");
    const onTerminal = async (env: Record<string, string>) =>
      // Node takes no terminal for one with colours where CI is set.
      (
        await shell("script -qec 'env -u CI ai-data-use linkedin' /dev/null", {
          TERM: "xterm-256color",
          ...env,
        })
      ).out.includes("\u001b[1m");
    expect([await onTerminal({}), await onTerminal({ NO_COLOR: "1" })]).toEqual([true, false]);
  });
});

describe("completion", () => {
  test("in bash: platforms, options and their values", async () => {
    const completed = async (...words: string[]) => {
      const { out } = await shell(`
        # From the package bash-completion, as far as it is needed here.
        _get_comp_words_by_ref() { words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${words[cword]}; }
        source <(ai-data-use complete bash)
        COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
        COMP_LINE="\${COMP_WORDS[*]}"; COMP_POINT=\${#COMP_LINE}
        complete -p ai-data-use | sed 's/.*-F \\([^ ]*\\) .*/\\1/' > function.txt
        $(cat function.txt); printf '%s\\n' "\${COMPREPLY[@]}"`);
      return out.split("\n").filter((line) => line !== "");
    };
    expect(await completed("ai-data-use", "linke")).toEqual(["linkedin"]);
    expect(await completed("ai-data-use", "linkedin", "--reg")).toEqual(["--region"]);
    expect(await completed("ai-data-use", "linkedin", "--plan", "bus")).toEqual(["business"]);
    expect(await completed("ai-data-use", "check", "--form")).toContain("--format");
    expect(await completed("ai-data-use", "check", "--format", "")).toEqual([
      "table",
      "csv",
      "markdown",
      "json",
    ]);
  });

  test.each(["zsh", "fish"])("a script that %s can read", async (name) => {
    const { code, out } = await shell(`ai-data-use complete ${name}`);
    expect([code, out.includes("ai-data-use")]).toEqual([0, true]);
    if (!existsSync(`/usr/bin/${name}`)) return;
    const read = await shell(out, {}, name);
    expect([read.code, read.err]).toEqual([0, expect.not.stringMatching(/parse error|unknown/i)]);
  });
});
