import { writeFileSync } from "node:fs";
import { MigrationError, migrateRecord, versionAfter } from "../../history/migrate.ts";
import { MIGRATIONS } from "../../history/migrations/index.ts";
import { readRecords } from "../../records/files.ts";
import { recordText } from "../../records/format.ts";
import type { Json } from "../../text/json.ts";
import { command, DATA_OPTION, exits } from "./command.ts";
import { print, printError } from "./print.ts";

/** Migrates the records' files to the current format; prints, and gives the exit code. */
export function runMigrate(
  { data, check }: { data: string; check: boolean },
  migrations = MIGRATIONS,
): number {
  const old: string[] = [];
  let failed = 0;
  for (const file of readRecords(data)) {
    if (file.value === undefined) {
      printError(`${file.path} is not JSON; \`npm run validate\` says where.`);
      failed++;
      continue;
    }
    try {
      const migrated = migrateRecord(`${file.kind}s/${file.id}`, file.value as Json, migrations);
      if (migrated === file.value) continue;
      old.push(file.path);
      if (!check) writeFileSync(file.path, recordText(file.kind, migrated));
    } catch (error) {
      if (!(error instanceof MigrationError)) throw error;
      printError(error.message);
      failed++;
    }
  }
  for (const path of old) print(`${path} ${check ? "is of an older format" : "migrated"}`);
  print(
    old.length === 0 && failed === 0
      ? `Every record is of format ${versionAfter(migrations)}.`
      : `${old.length} migrated, ${failed} failed.`,
  );
  return failed > 0 || (check && old.length > 0) ? 1 : 0;
}

export const program = command("migrate", "Migrates the records' files to the current format.", [
  ["", "rewrites records of an older format"],
  ["--check", "writes nothing; exit 1 when there are any"],
])
  .option("--check", "write nothing, and fail when a record is of an older format", false)
  .option(...DATA_OPTION)
  .action(exits((options: Parameters<typeof runMigrate>[0]) => runMigrate(options)));
