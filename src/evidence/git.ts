import { execFileSync } from "node:child_process";

/** Runs git in a folder; its output, or undefined when it fails. */
export function git(dir: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", ["-C", dir, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return undefined;
  }
}

/** The commit that a name means; undefined where there is none. */
export const commitOf = (dir: string, name: string): string | undefined =>
  git(dir, "rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`)?.trim() || undefined;
