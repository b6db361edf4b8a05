import { publishHistory } from "../../src/db/index.ts";
import { publishDownloads } from "../../src/entry/downloads/publish.ts";
import { loadHistory } from "../../src/history/history.ts";
import { hashOf } from "../../src/records/load.ts";
import { localD1 } from "./local-d1.ts";

/* Publishes into a local D1 and R2 in a folder: `d1.ts <folder> <data>`. */
const [path = "", data = ""] = process.argv.slice(2);
const { open, bucket, close } = await localD1(path);
const history = loadHistory(data);
await publishDownloads(bucket, history, process.env["PUBLIC_URL"]);
await publishHistory(open(), history, { hash: hashOf });
await close();
