import { Worker } from "node:worker_threads";
import gfm from "joplin-turndown-plugin-gfm";
import Turndown from "turndown";

/*
 * Pages are turned into Markdown as Open Terms Archive turns them: with Turndown and Joplin's plugin for
 * tables, without options (its src/archivist/extract/markdown.js). The text of a page and of an archived copy
 * then go through the same normalisation, so that tables, lists, images and inline tags give the same words.
 */

/** The Markdown of an HTML page. Its time grows with the square of the rows of a table: see {@link markdownWithin}. */
export function markdownOf(html: string): string {
  const turndown = new Turndown();
  turndown.use(gfm.gfm);
  // The archive converts a part of the page, in which these never are.
  turndown.remove(["script", "style", "title", "template"]);
  return turndown.turndown(html);
}

/**
 * The Markdown of an HTML page, made in a thread that is ended after a time; undefined where that was too
 * short, or where the page is nested too deeply. No page can stop the watch.
 */
export function markdownWithin(html: string, timeoutMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./page-thread.ts", import.meta.url), { workerData: html });
    const end = (markdown?: string): void => {
      clearTimeout(timer);
      resolve(markdown);
      void worker.terminate();
    };
    const timer = setTimeout(end, timeoutMs);
    worker.once("message", end);
    worker.once("error", () => end());
  });
}
