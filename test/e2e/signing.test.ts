import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * A release as the workflow signs it, with a key made for this test, and as a reader verifies it: with
 * minisign, and with another implementation of its format.
 */
const PYTHON = "build/tools/bin/python";
let dir: string;
let files: string;
const at = (name: string): string => join(dir, name);
const run = (
  command: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    ...options,
    env: { ...process.env, ...options.env },
  });
  return { status, output: `${stdout}${stderr}` };
};
const sign = (env: Record<string, string>) =>
  run("bash", [".ci/sign-release", "2026.11.6", join(files, "SHA256SUMS")], { env });

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "signing-"));
  files = at("ai-data-use-2026.11.6");
  execFileSync(process.execPath, [
    "src/entry/cli/adu.ts",
    "export",
    "--out",
    files,
    "--release",
    "2026.11.6",
  ]);
  execFileSync("minisign", ["-G", "-W", "-p", at("key.pub"), "-s", at("key.sec")], { stdio: "ignore" });
  const signed = sign({
    MINISIGN_KEY: readFileSync(at("key.sec"), "utf8").trim(),
    MINISIGN_PUBLIC: at("key.pub"),
  });
  expect(signed).toEqual({ status: 0, output: "" });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The command that docs/releases.md gives, in the folder of a download. */
const COMMAND = "minisign -V -m SHA256SUMS -p minisign.pub && sha256sum --check --quiet SHA256SUMS";
const verify = (folder: string) => {
  cpSync(at("key.pub"), join(folder, "minisign.pub"));
  return run("bash", ["-c", COMMAND], { cwd: folder });
};

/** Verifies with py-minisign; prints the comment that is signed too. */
const OTHER = `
import sys, minisign
key, file = minisign.PublicKey.from_file(sys.argv[1]), sys.argv[2]
signature = minisign.Signature.from_file(file + ".minisig")
key.verify_file(file, signature)
print(signature.trusted_comment)
`;
const verifyOtherwise = (folder: string) =>
  run(PYTHON, ["-c", OTHER, at("key.pub"), join(folder, "SHA256SUMS")]);

describe("a signed download", () => {
  test("is verified by the documented command", () => {
    expect(readFileSync("docs/releases.md", "utf8")).toContain(COMMAND);
    expect(verify(files)).toMatchObject({ status: 0 });
  });

  test("is verified by another implementation, with the version in the signed comment", () =>
    expect(verifyOtherwise(files)).toEqual({ status: 0, output: "AI Data Use 2026.11.6, SHA256SUMS\n" }));

  test.each([
    ["a changed file", "ai-data-use-controls.csv", (text: string) => `${text}x`],
    [
      "a changed list of hashes",
      "SHA256SUMS",
      (text: string) => text.replace(/^[0-9a-f]/, (c) => (c === "0" ? "1" : "0")),
    ],
    ["a changed comment", "SHA256SUMS.minisig", (text: string) => text.replace("2026.11.6", "2026.11.7")],
  ])("%s is noticed", (_, name, change) => {
    const copy = at("copy");
    cpSync(files, copy, { recursive: true });
    writeFileSync(join(copy, name), change(readFileSync(join(copy, name), "utf8")));
    expect(verify(copy).status).not.toBe(0);
    if (name !== "ai-data-use-controls.csv") expect(verifyOtherwise(copy).status).not.toBe(0);
    rmSync(copy, { recursive: true });
  });

  test("another key's signature is refused", () => {
    execFileSync("minisign", ["-G", "-W", "-p", at("other.pub"), "-s", at("other.sec")], { stdio: "ignore" });
    const copy = at("copy");
    cpSync(files, copy, { recursive: true });
    execFileSync("minisign", ["-S", "-W", "-s", at("other.sec"), "-m", join(copy, "SHA256SUMS")], {
      stdio: "ignore",
    });
    expect(verify(copy).status).not.toBe(0);
    expect(verifyOtherwise(copy).status).not.toBe(0);
    rmSync(copy, { recursive: true });
  });
});

describe("signing", () => {
  test("needs the secret key, and says so", () =>
    expect(sign({ MINISIGN_KEY: "", MINISIGN_PUBLIC: at("key.pub") })).toEqual({
      status: 1,
      output: "MINISIGN_KEY is empty: it holds the secret key (docs/releases.md).\n",
    }));
  test("fails if the public key that readers have is another", () =>
    expect(
      sign({ MINISIGN_KEY: readFileSync(at("key.sec"), "utf8").trim(), MINISIGN_PUBLIC: at("other.pub") })
        .status,
    ).not.toBe(0));
});

/** Validates by the official schema of CycloneDX; prints what is wrong. */
const VALIDATE = `
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
print(JsonStrictValidator(SchemaVersion.V1_5).validate_str(open(sys.argv[1]).read()))
`;

test("the list of dependencies is CycloneDX and has every package of package-lock.json", () => {
  const text = execFileSync("npm", ["run", "-s", "sbom"], { encoding: "utf8", maxBuffer: 100_000_000 });
  writeFileSync(at("sbom.cdx.json"), text);
  expect(run(PYTHON, ["-c", VALIDATE, at("sbom.cdx.json")])).toEqual({ status: 0, output: "None\n" });
  const { metadata, components } = JSON.parse(text) as {
    metadata: { component: { name: string } };
    components: { purl: string }[];
  };
  expect(metadata.component.name).toBe("ai-data-use");
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl.split("?")[0] as string)));
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { version: string; link?: boolean; optional?: boolean; name?: string }>;
  };
  const locked = Object.entries(packages)
    .filter(([path, { link, optional }]) => path.includes("node_modules/") && !link && !optional)
    .map(
      ([path, { name, version }]) =>
        `pkg:npm/${name ?? path.slice(path.lastIndexOf("node_modules/") + 13)}@${version}`,
    );
  expect(locked.filter((purl) => !listed.has(purl))).toEqual([]);
});
