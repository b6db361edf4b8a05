import { hostname } from "node:os";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { migrate } from "drizzle-orm/d1/migrator";
import { openD1 } from "../../db/d1-writing.ts";
import { pathOf, publishEmbedded, rollbackEmbedded } from "../../db/embedded/index.ts";
import {
  type Database,
  DatabaseError,
  type LeaseOptions,
  type Progress,
  type Published,
  publishHistory,
  rollback,
  withLease,
} from "../../db/index.ts";
import { MIGRATIONS, openLibsql } from "../../db/libsql.ts";
import { type History, loadHistory } from "../../history/history.ts";
import { ReleaseError } from "../../history/release-error.ts";
import { dayOf } from "../../model/index.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { hashOf } from "../../records/load.ts";
import { trusted } from "../../text/trusted.ts";
import { publishDownloads, type WritableBucket } from "../downloads/publish.ts";
import type { WritablePictures } from "../pictures/publish.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print } from "./print.ts";
import { progressBar } from "./progress.ts";

/** Options of the command line, already parsed. */
export interface PublishOptions {
  to: string;
  data: string;
  remote: boolean;
  rollback: boolean;
  /** Also writes the downloads into the bucket that wrangler.toml binds; with D1 always. */
  downloads: boolean;
}

interface Target {
  publish(history: History, onProgress: Progress): Promise<Published>;
  rollback(): Promise<number | undefined>;
  /** Where downloads go; undefined where a server writes its own. */
  bucket: (WritableBucket & WritablePictures) | undefined;
  close(): Promise<void>;
}

/** Who writes, as other writers report it while they wait. */
const lease: LeaseOptions = {
  owner: `${hostname()}, process ${process.pid}`,
  onWait: (owner) => print(`Waiting for another writer (${owner}).`),
};

/** Publishing into a database that other processes also see. */
const intoShared = (db: Database): Pick<Target, "publish" | "rollback"> => ({
  publish: (history, onProgress) => publishHistory(db, history, { hash: hashOf, onProgress, lease }),
  rollback: () => rollback(db, lease),
});

/** What wrangler.toml binds: wrangler's local D1 and R2, or through remote bindings the real ones. */
async function openBindings(remote: boolean) {
  // Loaded only here: wrangler takes a second to load, and other databases do not need it.
  const { getPlatformProxy } = await import("wrangler");
  return getPlatformProxy<{
    DB?: Parameters<typeof openD1>[0];
    DOWNLOADS?: WritableBucket & WritablePictures;
  }>({
    ...(remote ? { environment: "remote" } : {}),
    remoteBindings: remote,
  });
}

async function openBoundD1(remote: boolean): Promise<Target> {
  const proxy = await openBindings(remote);
  const { DB, DOWNLOADS } = proxy.env;
  if (!DB) throw new DatabaseError("wrangler.toml binds no D1 database as DB (docs/deploy.md).");
  const db = openD1(DB);
  await withLease(db, () => migrate(trusted<DrizzleD1Database>(db), { migrationsFolder: MIGRATIONS }), lease);
  return { ...intoShared(db), bucket: DOWNLOADS, close: () => proxy.dispose() };
}

async function openTurso(
  to: string,
  options: PublishOptions,
  authToken: string | undefined,
): Promise<Target> {
  const { db, close } = await openLibsql(to, { authToken, lease });
  const target = intoShared(db);
  if (!options.downloads) return { ...target, bucket: undefined, close: async () => close() };
  const proxy = await openBindings(options.remote);
  return {
    ...target,
    bucket: proxy.env.DOWNLOADS,
    async close() {
      close();
      await proxy.dispose();
    },
  };
}

/** A file, which is only ever replaced as a whole. */
const intoFile = (path: string): Target => ({
  publish: (history, onProgress) => publishEmbedded(path, history, { hash: hashOf, onProgress }, print),
  rollback: () => rollbackEmbedded(path, print),
  bucket: undefined,
  close: async () => {},
});

async function open(
  to: string,
  options: PublishOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Target> {
  if (to === "d1") return openBoundD1(options.remote);
  if (to.startsWith("file:")) return intoFile(pathOf(to));
  if (/^(libsql|https?|wss?):\/\//.test(to)) return openTurso(to, options, env["TURSO_AUTH_TOKEN"]);
  throw new DatabaseError(`--to ${to} is not a database: give file:<path>, libsql://<host> or d1.`);
}

/** Draws the pictures of answers that are new. After the data: until then the picture of the project is shown. */
async function drawPictures(bucket: WritablePictures, { head }: History): Promise<void> {
  const { publishPictures } = await import("../pictures/publish.ts");
  const bar = progressBar("pictures", 1);
  const drawn = await publishPictures(bucket, head, dayOf(new Date()), bar.update);
  bar.stop();
  if (drawn > 0) print(`${drawn} picture${drawn === 1 ? "" : "s"} drawn.`);
}

/** Runs the publish command; prints, and gives the exit code. */
export async function runPublish(
  options: PublishOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  let target: Target | undefined;
  const bar = progressBar("rows", 1);
  try {
    const history = options.rollback ? undefined : loadHistory(options.data);
    target = await open(options.to, options, env);
    if (!history) {
      const now = await target.rollback();
      print(
        now === undefined
          ? `${options.to}: there is no publication before the current one.`
          : `${options.to}: readers see publication ${now} again.`,
      );
      return now === undefined ? 1 : 0;
    }
    // First the files: a state that readers see has its downloads.
    const states = target.bucket ? await publishDownloads(target.bucket, history, env["PUBLIC_URL"]) : 0;
    if (states > 0) print(`Downloads of ${states} state${states === 1 ? "" : "s"} written.`);
    const { publication, changed, rows } = await target.publish(history, bar.update);
    bar.stop();
    print(
      changed
        ? `${options.to}: publication ${publication}, ${history.head.platforms.length} platforms, ${rows} rows.`
        : `${options.to}: unchanged, readers see this dataset already.`,
    );
    if (target.bucket) await drawPictures(target.bucket, history);
    return 0;
  } catch (error) {
    bar.stop();
    return reportError(error, [InvalidDataset, DatabaseError, ReleaseError]);
  } finally {
    await target?.close();
  }
}

export const program = command("publish", "Publishes the records into a database, atomically.", [
  ["--to file:build/my.db", "an embedded libSQL file"],
  ["--to libsql://<host>", "Turso; TURSO_AUTH_TOKEN is the token"],
  ["--to d1 --remote", "D1 of wrangler.toml: the local one, or with --remote the real one"],
  ["--to d1 --rollback", "show the publication before the current one again"],
])
  .requiredOption("--to <database>", "file:<path>, libsql://<host> or d1")
  .option("--remote", "the real D1, not wrangler's local one", false)
  .option("--rollback", "show the publication before the current one again", false)
  .option(
    "--downloads",
    "with libsql://: also write the downloads into the R2 bucket of wrangler.toml",
    false,
  )
  .option(...DATA_OPTION)
  .action(exits((options: PublishOptions) => runPublish(options, process.env)));
