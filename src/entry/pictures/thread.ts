import { parentPort } from "node:worker_threads";
import type { Card } from "../../api/http/pictures.ts";
import { renderer } from "./render.ts";

/* The thread that draws pictures: each takes a tenth of a second, in which requests are answered. */

const render = await renderer();
parentPort?.on("message", ({ id, card }: { id: number; card: Card }) => {
  try {
    const png = render(card);
    parentPort?.postMessage({ id, png }, [png.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
