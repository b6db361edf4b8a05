import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

/* What must be so in every workflow, whoever adds one. */
interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  permissions?: Record<string, string> | string;
  "timeout-minutes"?: number;
  "runs-on"?: string;
  environment?: string;
  steps: Step[];
}
interface Workflow {
  on: string | string[] | Record<string, unknown>;
  permissions?: Record<string, string> | string;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

const DIR = ".github/workflows";
const files = readdirSync(DIR).filter((f) => /\.ya?ml$/.test(f));
const textOf = (file: string): string => readFileSync(join(DIR, file), "utf8");
const read = (file: string): Workflow => parse(textOf(file)) as Workflow;
const stepsOf = (workflow: Workflow): Step[] => Object.values(workflow.jobs).flatMap((job) => job.steps);
const triggers = ({ on }: Workflow): string[] =>
  typeof on === "string" ? [on] : Array.isArray(on) ? on : Object.keys(on);
const writes = (permissions: Job["permissions"]): string[] =>
  typeof permissions === "string"
    ? permissions === "read-all"
      ? []
      : [permissions]
    : Object.entries(permissions ?? {}).flatMap(([what, how]) => (how === "write" ? [what] : []));
const CHECKOUT = /^actions\/checkout@/;

describe.each(files)("%s", (file) => {
  const workflow = read(file);
  const jobs = Object.entries(workflow.jobs);

  test("grants nothing to all jobs; every job says what it needs, how long it may take and on which system", () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of jobs) {
      expect(job.permissions, name).toBeTypeOf("object");
      expect(job["timeout-minutes"], name).toBeGreaterThan(0);
      expect(job["runs-on"], name).not.toMatch(/latest$/);
    }
  });

  test("pins every action by its commit, with the version beside it", () => {
    for (const { uses } of stepsOf(workflow))
      if (uses && !uses.startsWith("./")) expect(uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
    for (const line of textOf(file).match(/^.*\buses:.*$/gm) ?? [])
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("is not run twice at once for the same thing, and leaves no credentials in the work tree", () => {
    expect(workflow.concurrency).toBeDefined();
    for (const step of stepsOf(workflow).filter((s) => CHECKOUT.test(s.uses ?? "")))
      expect(step.with?.["persist-credentials"]).toBe(false);
  });

  test("installs only through the script that checks the dependencies first", () => {
    for (const { run } of stepsOf(workflow)) expect(run ?? "").not.toMatch(/npm (ci|i|install)\b|npx /);
  });

  test("gives secrets only to jobs of a protected environment, and these run none of the project's dependencies", () => {
    for (const [name, job] of jobs) {
      if (!JSON.stringify(job).includes("secrets.")) continue;
      expect(job.environment, name).toBeTypeOf("string");
      for (const { run } of job.steps)
        expect(run ?? "", name).not.toMatch(/\b(npm|npx|node)\b|\.ci\/install/);
    }
  });

  test("puts nothing that others write into a shell or script: it comes in by the environment", () => {
    for (const { run } of stepsOf(workflow)) expect(run ?? "").not.toContain("${{");
  });
});

describe("contributions", () => {
  const contributed = files.filter((f) => triggers(read(f)).includes("pull_request"));
  const trusted = files.filter((f) => triggers(read(f)).includes("workflow_run"));

  test("are never checked by pull_request_target, which would hand them secrets", () => {
    expect(files.filter((f) => triggers(read(f)).includes("pull_request_target"))).toEqual([]);
  });

  test("are checked with rights to read only, and without secrets", () => {
    expect(contributed).toEqual(expect.arrayContaining(["ci.yml", "pull-request.yml"]));
    for (const file of contributed) {
      for (const job of Object.values(read(file).jobs)) expect(writes(job.permissions), file).toEqual([]);
      expect(textOf(file)).not.toMatch(/secrets\.|github\.token/);
    }
  });

  test("are not checked out by what is trusted, and what reads them may not write", () => {
    expect(trusted).toEqual(["comment.yml"]);
    for (const file of trusted)
      for (const job of Object.values(read(file).jobs)) {
        for (const step of job.steps.filter((s) => CHECKOUT.test(s.uses ?? "")))
          expect(Object.keys(step.with ?? {})).not.toEqual(expect.arrayContaining(["ref"]));
        const touches = job.steps.some((s) => s.run?.includes("git fetch"));
        expect(
          job.steps.some((s) => /git (checkout|switch|worktree|restore|merge|pull|reset)/.test(s.run ?? "")),
        ).toBe(false);
        if (touches)
          expect([
            writes(job.permissions),
            job.steps.some((s) => Object.hasOwn(s.env ?? {}, "GITHUB_TOKEN")),
          ]).toEqual([[], false]);
      }
  });

  test("the comment follows the workflow that it names", () => {
    const { workflows } = (read("comment.yml").on as { workflow_run: { workflows: string[] } }).workflow_run;
    expect(workflows).toEqual([(parse(textOf("pull-request.yml")) as { name: string }).name]);
  });

  test("what workflows run is there", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = files.flatMap((f) =>
      stepsOf(read(f)).flatMap(({ run }) =>
        [...(run ?? "").matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, name = ""]) => name),
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test("where no tool is to be had, linting says so and does not fail", () => {
  const out = execFileSync("/bin/bash", [".ci/lint-workflows"], {
    encoding: "utf8",
    env: { PATH: "/nowhere", HOME: "/nowhere" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(out.split("\n")).toEqual([
    "actionlint is not here and could not be installed (it needs Go): not run.",
    "zizmor is not here and could not be installed (it needs Python): not run.",
    "Workflows: no findings.",
    "",
  ]);
});
