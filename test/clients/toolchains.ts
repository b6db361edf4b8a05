import { spawnSync } from "node:child_process";

/** What a client needs on the machine: a command, and how it names its version. */
const TOOLCHAINS = {
  Python: ["python3", "--version"],
  Node: ["node", "--version"],
  Go: ["go", "version"],
  Rust: ["cargo", "--version"],
  Java: ["java", "-version"],
  Maven: ["mvn", "-v"],
  ".NET": ["dotnet", "--version"],
} as const;

export type Toolchain = keyof typeof TOOLCHAINS;

/** The version of each toolchain; null where the machine does not have it. */
export function foundToolchains(): Record<Toolchain, string | null> {
  const versions = Object.entries(TOOLCHAINS).map(([name, [command, ...args]]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
    const version = /\d+(\.\d+)+/.exec(stdout || stderr);
    return [name, status === 0 ? (version?.[0] ?? "unknown") : null];
  });
  return Object.fromEntries(versions);
}
