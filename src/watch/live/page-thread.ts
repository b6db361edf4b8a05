import { parentPort, workerData } from "node:worker_threads";
import { markdownOf } from "./page-text.ts";

/* The thread of `markdownWithin`: gets HTML, posts its Markdown. */
parentPort?.postMessage(markdownOf(workerData as string));
